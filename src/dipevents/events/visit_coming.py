"""Dates of visits to come: a name of a day, a month or a feast means the next one.

will arrive on Tuesday                  next Tuesday, also where the day's own clause looks back
looks forward to welcoming him in May   next May, where this year's is over
was invited on Friday to come in May    the day of inviting is none of the visit
"""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from dipevents.events.status import Phase, read_status
from dipevents.events.visit_frames import Frame, Kind
from dipevents.events.visit_stages import never_was
from dipevents.lexicon import read_words
from dipevents.models.event_date import EventDate, Precision
from dipevents.reading.clauses import auxiliaries

if TYPE_CHECKING:
    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions

__all__ = ["as_awaited", "coming", "is_ahead", "is_of_inviting", "week_later"]

YEAR = 4
"""Digits of a year."""
WEEK, SUNDAY = 7, 6
YEARLY = range(21, 366)
"""Days that a day without its year may lie back and still mean next year's where it is told of what will be."""
OVER = 60
"""Days that a month must be over before its name means next year's."""
UP = 3
"""Words above a visit among which the verb of a plan is looked for."""


def coming(mentions: Mentions, mention: DateMention) -> EventDate | None:
    """A bare day of the week behind the publication day."""
    when = mention.when
    if when is None or not when.is_day or mentions.published is None or when.latest is None:
        return _late_in_week(mention)
    if _may_recur(mention, mentions.published):
        return EventDate.on(when.latest.replace(year=when.latest.year + 1)).quoting(*when.evidence)
    if not _is_weekday(mention):
        return when
    gap = (mentions.published - when.latest).days
    if not 0 < gap < 7:
        return when
    return EventDate.on(when.latest + timedelta(7)).quoting(*when.evidence)


def as_awaited(mentions: Mentions, frame: Frame, mention: DateMention, *, ahead: bool) -> EventDate | None:
    """The date of a mention; of a visit to come, the next one of its name."""
    when = coming(mentions, mention) if ahead else _late_in_week(mention)
    trigger = frame.trigger
    if when is None or when.precision is not Precision.MONTH or never_was(trigger):
        return when
    if not (ahead or _is_invited_for(frame, mention) or read_status(trigger).phase in {Phase.PLANNED, Phase.POSSIBLE}):
        return when
    above = (trigger, *islice(trigger.ancestors(), UP))
    was_planned = any(w.lower == "had" for verb in above if verb.is_verb for w in auxiliaries(verb))
    return when if was_planned else _next_month_of_name(mentions, mention, when)


def _is_invited_for(frame: Frame, mention: DateMention) -> bool:
    """Whether a date is that for which somebody is invited: "an invitation to visit Prague IN MAY"."""
    trigger = frame.trigger
    word = trigger.sentence.word_at(mention.start)
    if frame.kind is not Kind.INVITE or word is None:
        return False
    below = (c for c in trigger.children if c.dep in {"xcomp", "acl"} or c.lower in {"for", "to"})
    return not trigger.is_verb or any(word.is_under(c) for c in below)


def _next_month_of_name(mentions: Mentions, mention: DateMention, when: EventDate) -> EventDate:
    """The next month of a bare name, where the one that is meant by itself is over: "will come IN MARCH"."""
    published, words = mentions.published, mention.text.lower().split()
    if published is None or when.latest is None or when.latest.year == MAXYEAR:
        return when
    if (published - when.latest).days < OVER:
        return when
    if any(c.isdigit() for c in mention.text) or {"last", "past", "previous", "this"} & set(words):
        return when
    return EventDate.from_edtf(f"{when.latest.year + 1:04}-{when.latest.month:02}").quoting(*when.evidence)


def _may_recur(mention: DateMention, published: date) -> bool:
    """Whether a past day of a named month is that of the next year where it is told of what will be: "on 3 March"."""
    day = mention.when.latest if mention.when else None
    if day is None or (published - day).days not in YEARLY or (day.month, day.day) == (2, 29) or day.year == MAXYEAR:
        return False
    words = mention.text.lower().replace(".", " ").replace(",", " ").split()
    told = any((len(w) == YEAR and w.isdigit()) or w in {"last", "past"} for w in words)
    return any(w.isdigit() for w in words) and not told


def _late_in_week(mention: DateMention) -> EventDate | None:
    """Of "at the end of the week", Friday to Sunday."""
    when = mention.when
    if when is None or when.days != WEEK or when.latest is None or when.latest.weekday() != SUNDAY:
        return when
    if " end of " not in f" {mention.text.lower()}":
        return when
    return EventDate.spanning(EventDate.on(when.latest - timedelta(2)), EventDate.on(when.latest)).quoting(
        *when.evidence
    )


def week_later(when: EventDate) -> EventDate | None:
    """The same day of the next week: a bare "Tuesday" may be either."""
    if not when.is_day or when.earliest is None or (when.text and any(c.isdigit() for c in when.text)):
        return None
    return EventDate.on(when.earliest + timedelta(WEEK))


def is_ahead(mentions: Mentions, when: EventDate | None) -> bool:
    """Whether a date lies behind the publication day."""
    return bool(when and mentions.published and when.earliest and when.earliest > mentions.published)


def is_of_inviting(mentions: Mentions, frame: Frame, mention: DateMention) -> bool:
    """Whether a date is that of an invitation, which dates no visit: "was invited ON MONDAY to come in May"."""
    if frame.kind is not Kind.INVITE or not frame.trigger.is_verb or _is_invited_for(frame, mention):
        return False
    return not is_ahead(mentions, mention.when) or not any(c.isdigit() for c in mention.text)


def _is_weekday(mention: DateMention) -> bool:
    """Whether a mention is the bare name of a day of the week."""
    first = mention.text.lower().split()[:1]
    return bool(first) and first[0] in read_words("dates")["weekday"] and not any(c.isdigit() for c in mention.text)
