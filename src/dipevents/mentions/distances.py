"""The day of what came so long before or after something else, reckoned from the day of that.

flew in on Monday, a day after Oslo warned him               Sunday
Two days after Kim flew to Riga, he said on Monday …         Saturday
Police fired on a crowd on Monday, on the eve of his visit   Tuesday
He spoke on Monday. … He did so a day after Kim flew in      Sunday
came in May 2023, four months after Oslo warned him          January
"""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from dipevents.mentions.timing import days_of, is_ahead, is_inside
from dipevents.models.event_date import EventDate, Precision
from dipevents.reading.grammar import FINITE, closed_class, verb_above

if TYPE_CHECKING:
    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["day_before", "day_from", "hours_from"]

JOINTS = {"after": -1, "following": -1, "since": -1, "before": 1, "ahead": 1, "prior": 1, "eve": 1}
"""What leads to an event by its distance, and whether that is later than what it is told with."""
_JOINTS = frozenset(JOINTS)
BEFORE = 20
"""Words before one in which "a day after" is looked for."""
OPENING = 3
"""Words before a distance that opens its sentence."""
BACK, DEEP = 3, 12
"""Sentences back to the day from which a distance counts; those behind which an article no longer tells of its day."""
ABOVE = 6
"""Words above one within what a distance leads to."""
HOURS = 24
YEAR = 12
"""Months of a year."""


def day_before(mentions: Mentions, word: Word, *, beyond: bool = False) -> EventDate | None:
    """The day of what came before another, or after: "flew in on Monday, A DAY AFTER Oslo warned him"; or None.

    Args:
        mentions: The article.
        word: The verb or noun of what came before ("warned").
        beyond: Whether the day from which it counts may stand in another sentence, or be that of the report.

    Example:
        >>> from datetime import date
        >>> from dipevents import Parser
        >>> mentions = Parser().read("Kim flew to Prague on May 9, a day after Oslo warned him.", date(2024, 5, 15))
        >>> warned = next(w for w in mentions.sentences[0].words if w.lemma == "warn")
        >>> str(day_before(mentions, warned))
        '2024-05-08'
    """
    joint = _joint_before(word)
    if joint is None:
        return None
    sentence = word.sentence
    dates = mentions.dates_in(sentence.body, sentence.end)
    told = [m for m in dates if m.start < joint.start]
    gap = told[-1] if told and joint.start - told[-1].end < 2 else None
    if gap is not None and _is_spent(sentence.word_at(gap.start)):
        return None
    eve = joint.lower == "eve" or (gap is None and sentence.words[joint.i - 1].lower == "day")  # "THE DAY before"
    days, months = _days(gap) if gap else int(eve), _months(gap) if gap else 0
    if not days and not months:
        near = told and sentence.words[joint.i - 1].lower in closed_class("hours")
        same = [m.when for m in told if m.when is not None and m.when.is_day] if near else []
        return same[-1] if same else None  # "flew in on Monday, HOURS AFTER Oslo warned him"
    told = told if eve else told[:-1]
    behind = [m for m in dates if m.start > joint.start and not _is_part_of_name(sentence.word_at(m.start))]
    above = takewhile(lambda up: up is not joint, islice(word.ancestors(), ABOVE))
    top = next((up for up in above if joint is up.head or joint in up.children), word)
    told_behind = [m for m in behind if m.when is not None and m.when.latest is not None]  # not "the first SINCE 1994"
    if any(is_inside(m, word) or is_inside(m, top) for m in told_behind):
        return None  # "a day after the talks ON MAY 3", "after he ended his visit ON MAY 3"
    if joint.lower == "since":  # "It is NINE DAYS SINCE Kim flew to Riga"
        return _today(mentions, -days) if beyond and not told else None
    base = told[-1].when if told else _day_behind(mentions, joint, behind)
    if base is None and beyond and not any(m.when for m in (*told, *behind)):
        base = _day_told(mentions, word)
    if base is not None and months:
        return _months_away(base, JOINTS[joint.lower] * months)
    if base is None or not base.is_day:
        return None
    day = base.shifted(JOINTS[joint.lower] * days).quoting(*base.evidence)
    return EventDate.from_edtf(f"{day.edtf}~").quoting(*day.evidence) if days % 7 == 0 else day


def day_from(mentions: Mentions, verb: Word) -> EventDate | None:
    """The day of what came after something else, or before it: "flew in A DAY AFTER the vote", "on the EVE of it".

    Args:
        mentions: The article.
        verb: The verb of what is dated so ("flew").

    Example:
        >>> from datetime import date
        >>> from dipevents import Parser
        >>> mentions = Parser().read("Kim flew to Prague a day ahead of the May 9 vote.", date(2024, 5, 15))
        >>> str(day_from(mentions, mentions.sentences[0].words[1]))
        '2024-05-08'
    """
    sentence = verb.sentence
    for joint in sentence.words_among(_JOINTS):
        led = joint.head if joint.dep == "mark" and joint.head is not verb else joint
        days = _days_before(mentions, joint) if joint.lower != "since" and verb_above(led) is verb else 0
        base = _day_led_to(mentions, joint, led, verb) if days else None
        if base is not None and base.is_day:
            day = base.shifted(-JOINTS[joint.lower] * days).quoting(*base.evidence)
            return EventDate.from_edtf(f"{day.edtf}~").quoting(*day.evidence) if days % 7 == 0 else day
    return None


def _days_before(mentions: Mentions, joint: Word) -> int:
    """How many days such a word tells; 0 where none: "A DAY after", "THE DAY before", "the EVE of"."""
    told = mentions.dates_in(joint.sentence.body, joint.start)
    gap = told[-1] if told and joint.start - told[-1].end < 2 else None
    if gap is not None:
        return 0 if _is_spent(joint.sentence.word_at(gap.start)) else _days(gap)
    before = [w.lower for w in joint.sentence.words[max(joint.i - 2, 0) : joint.i]]
    return int(joint.lower == "eve" or before == ["the", "day"])


def _day_led_to(mentions: Mentions, joint: Word, led: Word, verb: Word) -> EventDate | None:
    """The day of what such a word leads to: its own, else the one of the sentences before ("two days after THAT vote").

    One behind a comma is of the verb, or of who says so.
    """
    sentence, text = joint.sentence, mentions.article.text
    behind = mentions.dates_in(joint.end, verb.start if joint.start < verb.start else sentence.end)
    own = [m for m in behind if is_inside(m, led)] or [m for m in behind if "," not in text[joint.end : m.start]]
    if own or behind:
        return own[0].when if len(own) == 1 else None
    words = [w.lower for w in sentence.words[joint.i + 1 : joint.i + 3] if w.lower != "of"]
    if joint.lower == "eve" or not words or words[0] not in {"the", "that", "this", "those", "these"}:
        return None
    for before in reversed(mentions.sentences[max(0, sentence.i - BACK) : sentence.i]):
        if days := [m.when for m in mentions.dates_in(before.body, before.end) if m.when]:
            return days[0] if len(days) == 1 else None
    return None


def _is_spent(length: Word | None) -> bool:
    """Whether so many days are those of a stay, not between two events: "in Oslo FOR TWO DAYS before going to Riga"."""
    if length is None:
        return False
    led = length.sentence.words[max(length.i - 1, 0)].lower == "for"
    return led or any(up.lemma in {"spend", "stay"} and up.i < length.i for up in islice(length.ancestors(), ABOVE))


def _today(mentions: Mentions, days: int) -> EventDate | None:
    """The day so many days from the report."""
    return EventDate.on(mentions.published).shifted(days) if mentions.published is not None else None


def hours_from(mentions: Mentions, word: Word) -> list[DateMention]:
    """The day of what something was done on the same day as: "landed HOURS AFTER leaving Riga ON TUESDAY"."""
    words = word.sentence.words
    for joint in word.children:
        if joint.lower in {"after", "before"} and joint.i and words[joint.i - 1].lower in closed_class("hours"):
            told = mentions.dates_in(joint.end, word.sentence.end)
            return [m for m in told if m.when is not None and m.when.is_day and is_inside(m, joint)][:1]
    return []


def _joint_before(word: Word) -> Word | None:
    """The word that leads to an event by its distance: "a day AFTER he was due", "on the EVE of his visit"."""
    for before in reversed(word.sentence.words[max(0, word.i - BEFORE) : word.i]):
        if before.lower in JOINTS:
            path = (word, *islice(word.ancestors(), ABOVE))
            mark = before.head if before.dep == "mark" and before.head.dep != "ROOT" else None
            led = any(up.head is before or up is mark for up in path)
            apart = before.is_under(word) or any(w.lower == "that" for w in word.sentence.words[before.i : word.i])
            apart = apart or any(c.dep == "mark" and c.i > before.i for c in word.children)  # "…, AS Oslo warned"
            return before if led or not apart else None  # "said, a day AFTER the vote, THAT Kim WAS there"
        if before.tag in FINITE and before.head is not word and before.lemma != "be" and not _carries(before, word):
            return None
    return None


def _is_part_of_name(year: Word | None) -> bool:
    """Whether a date only tells which thing is meant: "his first since the 1991 GULF WAR"."""
    return year is not None and year.dep in {"nummod", "compound"} and year.head.is_noun


def _carries(verb: Word, word: Word) -> bool:
    """Whether a word is told by a verb, not in what is said or known: "after Kim WRAPPED up three days in Riga"."""
    path = takewhile(lambda up: up is not verb, (word, *islice(word.ancestors(), ABOVE)))
    ranked = word.tag == "VB" and word.dep == "relcl" and word.head.head is verb  # "became the first TO VISIT it"
    apart = {"ccomp", "advcl", "conj"} if ranked else {"ccomp", "relcl", "advcl", "conj"}
    return word.is_under(verb) and not any(up.dep in apart for up in path)


def _days(gap: DateMention) -> int:
    """The whole days of a distance, also of "48 HOURS after"; 0 where it is none."""
    hours = gap.timex_value[2:-1] if gap.timex_value[:2] == "PT" and gap.timex_value[-1:] == "H" else ""
    told = int(hours) if hours.isdigit() and len(hours) < 4 else 0
    return days_of(gap) or (0 if told % HOURS else told // HOURS)


def _months(gap: DateMention) -> int:
    """The whole months of a distance, also of "two YEARS after"; 0 where it is none."""
    value = gap.timex_value
    if gap.timex_type != "DURATION" or value[-1:] not in {"M", "Y"} or not value[1:-1].isdigit() or len(value) > 4:
        return 0
    return int(value[1:-1]) * (YEAR if value[-1] == "Y" else 1)


def _months_away(base: EventDate, months: int) -> EventDate | None:
    """The month so many months from a date, the year where they are years; about the month of the year before."""
    if base.earliest is None or base.precision not in {Precision.DAY, Precision.MONTH, Precision.YEAR}:
        return None
    there = base.earliest.year * YEAR + base.earliest.month - 1 + months
    year, month = there // YEAR, there % YEAR + 1
    vague = months % YEAR == 0 and (abs(months) > YEAR or base.precision is Precision.YEAR)
    if year < 1 or (base.precision is Precision.YEAR and months % YEAR):
        return None
    edtf = f"{year:04}" if vague else f"{year:04}-{month:02}{'' if months % YEAR else '~'}"
    return EventDate.from_edtf(edtf).quoting(*base.evidence)


def _day_behind(mentions: Mentions, joint: Word, behind: list[DateMention]) -> EventDate | None:
    """The one day of the clause that a distance opens: "TWO DAYS AFTER Kim flew in, he said on MONDAY that …"."""
    told = (m.when for m in behind if m.when is not None and m.when.is_day and not is_ahead(mentions, m.when))
    days = {when.edtf: when for when in told}
    opens = len(joint.sentence.words_between(joint.sentence.body, joint.start)) <= OPENING
    return next(iter(days.values())) if opens and len(days) == 1 else None


def _day_told(mentions: Mentions, word: Word) -> EventDate | None:
    """The day of which an article tells where a sentence names none: the last one named before, or the report's."""
    at, today = word.sentence.i, mentions.published
    near = (*reversed(mentions.sentences[max(0, at - BACK) : at]), *(mentions.sentences[1:2] if at == 0 else ()))
    for sentence in near:
        told = mentions.dates_in(sentence.body, sentence.end)
        days = {m.when.edtf: m.when for m in told if m.when is not None and m.when.is_day}
        past = [d for d in days.values() if not is_ahead(mentions, d)]
        if past:
            return past[0] if len(past) == 1 else None
    return EventDate.on(today) if today is not None and at < DEEP else None
