"""Dates of visits to come: a name of a day, a month or a feast means the next one.

will arrive on Tuesday                  next Tuesday, also where the day's own clause looks back
looks forward to welcoming him in May   next May, where this year's is over
was invited on Friday to come in May    the day of inviting is none of the visit
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import MAXYEAR, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from dipevents.events.status import Phase, read_status
from dipevents.events.visit.frames import Frame, Kind, visit_words
from dipevents.events.visit.missed import never_was
from dipevents.events.visit.stages import moved_by
from dipevents.lexicon import read_words
from dipevents.mentions.timing import days_of, is_ahead
from dipevents.models.event_date import EventDate, Precision
from dipevents.models.evidence import Evidence
from dipevents.reading.clauses import auxiliaries
from dipevents.reading.grammar import verb_above

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = [
    "around_now",
    "as_awaited",
    "as_missed",
    "at_latest",
    "coming",
    "in_turn",
    "is_later",
    "is_long_past",
    "is_of_inviting",
    "is_put_back",
    "moved_to",
    "put_back",
    "week_later",
]

YEAR = 4
"""Digits of a year."""
WEEK, SUNDAY, MONTH = 7, 6, 31
SOME_WEEKS = 21
"""Days of "the next few weeks"."""
LED = 16
"""Characters before a date in which "no later than" is looked for."""
_COUNT = re.compile(r"P(\d{1,2})([DWM])")
PAST_DAY, PAST_MONTH = 20, 60
"""Days that a day or a month without its year is over before its name means next year's, told of what will be."""
SEASONS = frozenset({"-SP", "-SU", "-FA", "-WI"})
"""What the TIMEX3 value of a season ends in."""
UP = 3
"""Words above a visit among which the verb of a plan is looked for."""


def coming(mentions: Mentions, mention: DateMention) -> EventDate | None:
    """The next day of the name of a day, also where the one that is meant by itself is over."""
    when = mention.when
    if when is None or not when.is_day or mentions.published is None or when.latest is None:
        return _next_weekend(mentions, mention) or _next_days(mentions, mention) or _late_in_week(mention)
    gap = (mentions.published - when.latest).days
    if _is_weekday(mention):
        return when.shifted(WEEK).quoting(*when.evidence) if 0 < gap < WEEK else when
    words = mention.text.replace(".", " ").replace(",", " ").split()
    return _in_year(mention, when, 1) if gap > PAST_DAY and any(w.isdigit() for w in words) else when


def _next_weekend(mentions: Mentions, mention: DateMention) -> EventDate | None:
    """The weekend to come, of one that is told of what will be: "before travelling to Europe AT THE WEEKEND"."""
    when, today = mention.when, mentions.published
    named = mention.text.lower().removeprefix("the ").removeprefix("this ") == "weekend"
    if not named or when is None or when.latest is None or today is None:
        return None
    return _in_weeks(when, 1) if 0 < (today - when.latest).days < WEEK else None


def _next_days(mentions: Mentions, mention: DateMention) -> EventDate | None:
    """The next days of their names, of days told of what will be: "agreed to visit Peru ON MONDAY AND TUESDAY"."""
    when, today = mention.when, mentions.published
    if when is None or today is None or when.begin is None or when.end is None or not when.end.is_day:
        return None
    if _is_weekday(mention):
        return _in_weeks(when, 1) if when.earliest and 0 < (today - when.earliest).days < WEEK else None
    over = when.latest is not None and (today - when.latest).days > PAST_DAY
    if not over or not any(c.isdigit() for c in mention.text):
        return None
    ends = [_in_year(mention, end, 1) for end in (when.begin, when.end)]
    return replace(EventDate.spanning(*ends), frame=when.frame).quoting(*when.evidence)


def around_now(mentions: Mentions, frame: Frame, when: EventDate | None) -> EventDate | None:
    """The days around the report, of a stay that goes on: "IS PAYING a visit from Tuesday to Sunday" on a Thursday."""
    if when is None or when.days is None or not is_ahead(mentions, when):
        return when
    if "next" in when.text.lower().split() or any(c.isdigit() for c in when.text):
        return when  # "is travelling there NEXT WEEK"
    earlier = _in_weeks(when, -1)
    now = mentions.published is not None and earlier.contains(EventDate.on(mentions.published))
    return earlier if now and read_status(frame.trigger).phase is Phase.ONGOING else when


def _in_weeks(when: EventDate, weeks: int) -> EventDate:
    """The same days some weeks later."""
    ends = (end.shifted(weeks * WEEK) for end in (when.begin, when.end) if end is not None)
    return replace(EventDate.spanning(*ends), frame=when.frame).quoting(*when.evidence)


def as_awaited(mentions: Mentions, frame: Frame, mention: DateMention, *, ahead: bool) -> EventDate | None:
    """The date of a mention; of a visit to come, the next one of its name; "overnight" is the day of the report."""
    if mention.text.lower() == "overnight" and mentions.published is not None and mention.when is not None:
        return EventDate.on(mentions.published).quoting(*mention.when.evidence)
    when = coming(mentions, mention) if ahead else _late_in_week(mention)
    trigger = frame.trigger
    if when is None or mentions.published is None or when.latest is None:
        return when
    if when.precision is not Precision.MONTH and not _is_season(mention):
        return when
    phase = read_status(trigger).phase
    awaited = ahead or frame.kind is Kind.INVITE or phase in {Phase.PLANNED, Phase.POSSIBLE}
    off = never_was(trigger) or phase is Phase.DENIED
    if not (awaited or off):
        return when
    above = (trigger, *islice(trigger.ancestors(), UP))
    was_planned = any(w.lower == "had" for verb in above if verb.is_verb for w in auxiliaries(verb))
    over = (mentions.published - when.latest).days
    if off and -over > PAST_MONTH * 4:  # the nearer one: "planned FOR MAY, was called off", told in August
        return _in_year(mention, when, -1)
    return _in_year(mention, when, 1) if over >= PAST_MONTH * (3 if off else 1) and not was_planned else when


def at_latest(mentions: Mentions, mention: DateMention) -> DateMention:
    """A date, or the days from the report to it where it is the last: "WITHIN a month", "BEFORE the weekend".

    Of "in the coming weeks" the months from that of the report on, about.
    """
    text, today = mentions.article.text, mentions.published
    when = _next_weekend(mentions, mention) or mention.when
    led = " ".join(["", *text[max(0, mention.start - LED) : mention.start].lower().split()])
    if today is not None and _is_of_some_weeks(mention, led):
        months = dict.fromkeys(f"{day:%Y-%m}~" for day in (today, today + timedelta(SOME_WEEKS)))
        soon = EventDate(edtf="/".join(months), frame=True).quoting(Evidence.of(text, mention.start, mention.end))
        return replace(mention, when=soon, timex_type="DATE")
    count, last = _COUNT.fullmatch(mention.timex_value), None
    if count and mention.timex_type == "DURATION" and led.endswith(" within") and today is not None:
        last = today + timedelta(int(count[1]) * {"D": 1, "W": WEEK, "M": MONTH}[count[2]])
    elif when is not None and when.latest is not None and (when.end or when).is_day:
        if any(led.endswith(f" {words}") for words in visit_words("support", "latest")):
            last = when.latest
        elif led.endswith(" before") and when.earliest and not text.startswith(("'", "’"), mention.end):
            last = when.earliest - timedelta(1)  # but "before Sunday's vote"
    if today is None or last is None or last <= today:
        return mention
    days = EventDate(edtf=f"{today}/{last}", frame=True)
    return replace(mention, when=days.quoting(Evidence.of(text, mention.start, mention.end)), timex_type="DATE")


def _is_of_some_weeks(mention: DateMention, led: str) -> bool:
    """Whether a mention tells that something is to be within weeks: "WITHIN THE NEXT FEW WEEKS", "the coming weeks"."""
    if mention.timex_value == "PXW":
        return led.endswith((" in", " within", " over"))
    return mention.timex_value == "FUTURE_REF" and "weeks" in mention.text.lower().split()


def moved_to(mentions: Mentions, trigger: Word) -> EventDate | None:
    """The date to which a visit is moved, or None: "moved TO JUNE", "from April TO JUNE", "put off UNTIL JUNE"."""
    verb = moved_by(trigger)
    if verb is None:
        return None
    for mention in mentions.dates_in(verb.end, verb.sentence.end):
        word = verb.sentence.word_at(mention.start)
        if word is None or verb_above(word) is not verb:
            continue  # "postponed a visit that had been SCHEDULED FOR JUNE"
        before = verb.sentence.words[word.i - 1].lower
        spans = "from" in {before, mention.text.split()[0].lower()}
        if before == "from" and mention.when is not None and "/" not in mention.when.edtf:
            continue  # "was brought forward FROM JULY to May 21"
        last = mention.when.end if mention.when is not None and mention.when.earliest is None else None
        until = replace(mention, when=last) if last is not None else mention
        when = mention.when.end if spans and mention.when is not None else coming(mentions, until)
        if when is None or not (spans or last is not None or before in {"to", "for"}):
            continue
        over = mentions.published is not None and when.latest is not None and when.latest < mentions.published
        return _in_year(mention, when, 1) if over and when.precision is Precision.MONTH else when
    return None


def is_put_back(mentions: Mentions, trigger: Word) -> bool:
    """Whether a visit only begins some days or hours late: "her arrival was PUT BACK BY TWO DAYS"."""
    return _put_back_by(mentions, trigger) is not None


def put_back(mentions: Mentions, trigger: Word, when: EventDate | None) -> EventDate | None:
    """The day of a visit, put back by so many days where the words tell by how many and no new day."""
    days = _put_back_by(mentions, trigger) if when is not None and when.is_day else None
    return when.shifted(days) if when is not None and days and moved_to(mentions, trigger) is None else when


def _put_back_by(mentions: Mentions, trigger: Word) -> int | None:
    """By how many days a visit is put back, a week at most; 0 where it is by hours, None where it is not so."""
    verb = moved_by(trigger)
    behind = mentions.dates_in(verb.end, verb.sentence.end) if verb is not None else []
    text = mentions.article.text
    by = [m for m in behind if text[max(0, m.start - LED) : m.start].lower().split()[-1:] in (["by"], ["for"])]
    late = [0 if m.timex_value.startswith("PT") else days_of(m) for m in by]
    return next((n for n in late if n is not None and n <= WEEK), None)


def _in_year(mention: DateMention, when: EventDate, step: int) -> EventDate:
    """The same day or month of a year near by, unless the words tell that it is over, or its year: "IN MARCH"."""
    day, words = when.latest, mention.text.lower().replace(".", " ").replace(",", " ").split()
    told = any((len(w) == YEAR and w.isdigit()) or w in {"last", "past", "previous", "this"} for w in words)
    if day is None or told or not 0 < day.year + step <= MAXYEAR or (when.is_day and (day.month, day.day) == (2, 29)):
        return when
    other = day.replace(year=day.year + step).isoformat() if when.is_day else f"{day.year + step:04}-{day.month:02}"
    if _is_season(mention) and when.earliest is not None:
        other = f"{when.earliest.year + step:04}-{when.earliest.month:02}/{other}"
    return EventDate(edtf=other, frame=when.frame).quoting(*when.evidence)


def _is_season(mention: DateMention) -> bool:
    """Whether a mention is a season, which is three months."""
    return mention.when is not None and mention.timex_value[-3:] in SEASONS


def _late_in_week(mention: DateMention) -> EventDate | None:
    """Of "at the end of the week", Friday to Sunday."""
    when = mention.when
    if when is None or when.days != WEEK or when.latest is None or when.latest.weekday() != SUNDAY:
        return when
    if " end of " not in f" {mention.text.lower()}":
        return when
    days = f"{when.latest - timedelta(2)}/{when.latest}"
    return EventDate(edtf=days, frame=True).quoting(*when.evidence)


def week_later(when: EventDate) -> EventDate | None:
    """The same day of the next week: a bare "Tuesday" may be either."""
    if not when.is_day or when.earliest is None or (when.text and any(c.isdigit() for c in when.text)):
        return None
    return when.shifted(WEEK).quoting(*when.evidence)


def last_of_name(mentions: Mentions, when: EventDate | None) -> EventDate | None:
    """The last day, or the nearer month, of its name of what is over: "Friday", "July"."""
    if when is None or when.latest is None or mentions.published is None or not is_ahead(mentions, when):
        return when
    if week_later(when) is not None:
        return when.shifted(-WEEK).quoting(*when.evidence)
    bare = when.precision is Precision.MONTH and when.text.isalpha()
    last = EventDate.from_edtf(f"{when.latest.year - 1:04}-{when.latest.month:02}").quoting(*when.evidence)
    return last if bare and (when.latest - mentions.published).days > PAST_MONTH * 4 else when


def in_turn(days: Sequence[EventDate | None]) -> list[EventDate | None]:
    """The days of journeys told in their order, each before the next: "on TUESDAY, on Friday and on Monday"."""
    out = list(days)
    for at in range(len(out) - 2, -1, -1):
        one, after = out[at], out[at + 1]
        if one is None or after is None or one.earliest is None or after.earliest is None:
            continue
        if one.text and {"before", "earlier", "previous"} & set(after.text.lower().split()):
            continue  # "was in Oslo on Wednesday and in Riga THE DAY BEFORE"
        if week_later(one) is not None and 0 < (one.earliest - after.earliest).days <= WEEK:
            out[at] = one.shifted(-WEEK).quoting(*one.evidence)
    return out


def is_later(when: EventDate) -> bool:
    """Whether the words put a date behind the report though its week or month has begun: "LATER this month"."""
    words = when.text.lower().removeprefix("the ").split()
    return words[:1] == ["later"] or (words[:2] == ["end", "of"] and "last" not in words)


def is_long_past(mentions: Mentions, when: EventDate | None) -> bool:
    """Whether a date ended two months before the publication, or earlier."""
    last = when.latest if when is not None else None
    return bool(last and mentions.published and (mentions.published - last).days > PAST_MONTH)


def as_missed(mentions: Mentions, word: Word, dated: list[DateMention]) -> list[DateMention]:
    """The next days of their name where somebody "WAS TO HAVE SPOKEN" at an occasion, but for yesterday."""
    if mentions.published is None or (verb := verb_above(word)) is None or not never_was(verb):
        return dated
    yesterday = EventDate.on(mentions.published).shifted(-1)
    return [m if m.when == yesterday else replace(m, when=coming(mentions, m)) for m in dated]


def is_of_inviting(mentions: Mentions, frame: Frame, mention: DateMention) -> bool:
    """Whether a date is that of an invitation, which dates no visit: "was invited ON MONDAY to come in May".

    So is a past one beside what is done with it: "accepted the invitation when she was in Prague IN MAY".
    """
    trigger, word = frame.trigger, frame.trigger.sentence.word_at(mention.start)
    if frame.kind is not Kind.INVITE or word is None:
        return False
    inside = [up for up in (word, *word.ancestors()) if up is trigger or (up.head is trigger and up.is_verb)]
    told = bool(inside) and not trigger.is_verb and inside[0].tag == "VBN"  # "an invitation HANDED OVER on Monday"
    if inside and inside[0].dep == "advcl" and inside[0].tag in {"VBD", "VBN"}:
        return True  # "was invited when the two MET IN JULY"
    handed = told and not any(c.lower == "to" for c in inside[0].children)  # but "TO BE TAKEN UP in May"
    if inside and not handed and not (trigger.is_verb and inside[0] is trigger):
        return False  # "invited him TO COME IN MAY", "an invitation FOR MAY"
    reasons = [c for c in (*trigger.children, *trigger.head.children) if c.lower == "for" and c.i > trigger.i]
    day = word.head if word.dep == "pobj" else word  # also "was invited for talks ON FRIDAY"
    if any(word.is_under(c) or max(w.i for w in c.subtree()) == day.i - 1 for c in reasons):
        return False  # "HAS an invitation to Prague FOR MAY", "where Zeman had INVITED him FOR FRIDAY"
    when = mention.when
    goal = any(w.lower not in visit_words("support", "times") for w in frame.goals)  # "was asked TO PRAGUE in November"
    vague = trigger.is_verb and goal and when is not None and not when.is_day
    over = bool(when and when.latest and mentions.published and when.latest <= mentions.published)
    return _is_weekday(mention) or (over and not vague)


def _is_weekday(mention: DateMention) -> bool:
    """Whether a mention is the bare name of a day of the week."""
    first = mention.text.lower().split()[:1]
    return bool(first) and first[0] in read_words("dates")["weekday"] and not any(c.isdigit() for c in mention.text)
