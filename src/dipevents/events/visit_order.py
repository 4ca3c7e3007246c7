"""Days told by their distance from another event: the day of one clause, counted from that of the other.

the vote on Friday was held A DAY AFTER he flew to Oslo    Thursday
she spoke on Monday, TWO DAYS BEFORE her visit to Oslo     Wednesday
he left on May 3, A WEEK AFTER arriving in Oslo            about April 26
the vote on Friday was held SHORTLY BEFORE he flew to Oslo Friday
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.mentions.timing import date_mentions_of
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence

if TYPE_CHECKING:
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["counted_from"]

SIDES = {"after": -1, "following": -1, "before": 1}
"""Which way one counts from the day of the main clause to that of the clause behind the word."""
DIGITS = 2
"""Of a number that counts days or weeks."""
UNITS = {"day": 1, "week": 7}
"""Days of a unit."""
SAME_DAY = frozenset({"shortly", "soon", "immediately", "right", "minute", "moment", "hour"})
"""What tells a distance of less than a day before "after"."""


def counted_from(mentions: Mentions, trigger: Word) -> EventDate | None:
    """The day of a visit that is told by its distance from that of the main clause, or None.

    Args:
        mentions: The article.
        trigger: The verb or the noun of the visit.
    """
    if trigger.dep not in {"pobj", "pcomp"}:
        trigger = _clause(trigger)
    link = _link(trigger)
    if link is None or (days := _distance(link)) is None:
        return None
    main = next((up for up in (trigger if link.head is trigger else link).ancestors() if up.is_verb), None)
    if main is None or main is trigger:
        return None
    dates = (m.when for m in date_mentions_of(mentions, main) if m.when is not None and m.end <= link.start)
    anchor = next((d for d in dates if d.is_day and d.earliest is not None), None)
    return _away(mentions, anchor, SIDES[link.lower] * days, link) if anchor is not None else None


def _away(mentions: Mentions, anchor: EventDate, days: int, link: Word) -> EventDate | None:
    """The day so many days from another, with the words that tell it; about that day where weeks are counted."""
    if anchor.earliest is None:
        return None
    try:
        day = anchor.earliest + timedelta(days)
    except OverflowError:  # before the year 1, behind 9999
        return None
    words = Evidence.of(mentions.article.text, link.sentence.words[max(link.i - 1, 0)].start, link.end)
    about = "~" if abs(days) >= UNITS["week"] else ""
    return EventDate.from_edtf(f"{day}{about}").quoting(*anchor.evidence, words)


def _clause(word: Word) -> Word:
    """The verb of the clause that a word stands in, over infinitives and participles: "before he IS to visit"."""
    for up in (word, *word.ancestors()):
        if up.is_verb and up.dep not in {"xcomp", "amod"}:
            return up
    return word


def _link(trigger: Word) -> Word | None:
    """The "after" or "before" that a clause or a phrase begins with."""
    if trigger.dep in {"pobj", "pcomp"}:
        return trigger.head if trigger.head.lower in SIDES else None
    marks = (
        c for c in trigger.children if c.dep in {"mark", "prep", "advmod"} and c.lower in SIDES and c.i < trigger.i
    )
    return next(marks, None) if trigger.dep == "advcl" else None


def _distance(link: Word) -> int | None:
    """The days of "a day after", "two weeks before"; None where the words before tell no distance."""
    words = link.sentence.words
    if link.i and words[link.i - 1].lemma in SAME_DAY:
        return 0
    if link.i < 2 or words[link.i - 1].lemma not in UNITS:
        return None
    number = words[link.i - 2].lower
    count = 1 if number in {"a", "the", "one"} else read_words("dates")["number"].get(number)
    count = int(number) if count is None and number.isdigit() and len(number) <= DIGITS else count
    return count * UNITS[words[link.i - 1].lemma] if count else None
