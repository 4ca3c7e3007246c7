"""Which day of a stay a report tells, and so when the stay began; and its day by that of something else.

on the second day of a three-day visit                  the day before was the first
met him on Monday, the second of three days of talks    also where the day stands beside a date
on the second and last day of her stay                  two days
began his second day in Oslo on Sunday                  Saturday
held talks there for the second day running             two days
flew in a day ahead of Friday's vote                    Thursday
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dipevents.events.status import Phase, read_status
from dipevents.events.visit.apart import names_a_thing
from dipevents.events.visit.coming import last_of_name
from dipevents.events.visit.frames import visit_words
from dipevents.events.visit.stays import is_last_day
from dipevents.mentions.distances import day_from
from dipevents.mentions.timing import days_of, is_ahead
from dipevents.models.event_date import EventDate
from dipevents.reading.grammar import closed_class, is_of, verb_above

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["by_distance", "start_by_day"]

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_RANKS = frozenset(ORDINALS)
DAYS = frozenset({"day", "morning", "afternoon", "evening", "night"})
"""What a report may tell by its number: "by the second EVENING of his stay"."""
PHRASE = 12
"""Words of a phrase in which its days are looked for."""
STAYS = (("nouns", "visit"), ("nouns", "stop"), ("nouns", "meeting"))
"""What has days."""


def start_by_day(mentions: Mentions, trigger: Word, when: EventDate | None, days: int | None) -> EventDate | None:
    """The first day of a stay of which "the second day" is told, that of the report where no other is named.

    Of "the last day" of a stay whose length is not told, that day itself.

    Args:
        mentions: The article.
        trigger: The word of the visit.
        when: The date of its clause.
        days: The days that it lasts, where they are told.
    """
    day, whole = trigger.head.head if trigger.dep == "pobj" and trigger.head.lower == "of" else None, False
    run = None
    if day is None or day.lemma not in DAYS:
        named = trigger.sentence.words_among(frozenset({"day"}))
        run = next((w for w in named if _runs(w, trigger)), None)
        day = run or next((w for w in named if _stands_beside(mentions, w) or _is_spent(w)), None)
    if day is not None and day.lemma in DAYS:
        marks = _marks(day)
        number = next((ORDINALS.index(mark) for mark in marks if mark in ORDINALS), None)
        last = is_last_day(day) or "last" in marks or "final" in marks
        whole = number is not None and ((last and days is None) or run is not None)  # "on the SECOND AND LAST day"
        number = (days or 1) - 1 if last and not whole else number
    else:  # "met him on Monday, the SECOND OF THREE DAYS of talks"
        number = next(
            (ORDINALS.index(w.lower) for w in trigger.sentence.words_among(_RANKS) if _is_one_of_days(w)), None
        )
    told = _day_beside(mentions, trigger, when)
    if number is None or told is None:
        return None
    stay = told.ending(number + 1)
    return stay if whole else stay.begin


def by_distance(mentions: Mentions, trigger: Word, found: Iterable[DateMention]) -> EventDate | None:
    """The day of a visit so long before or after something else, where the dates found are none but that one's."""
    made = trigger.dep == "dobj" and trigger.head.lemma in closed_class("making")  # "PAID a visit two days after …"
    verb = trigger.head if made else verb_above(trigger) if trigger.dep == "pobj" else trigger
    if verb is None or is_of(verb, "report_verbs") or (when := day_from(mentions, verb)) is None:
        return None
    base = {evidence.start for evidence in when.evidence}
    if any(m.when is not None and m.start not in base for m in found):
        return None
    over = verb.tag in {"VBD", "VBN"} and read_status(trigger).phase is Phase.HAPPENED  # not "GOES a day after"
    return last_of_name(mentions, when) if over else when


def _day_beside(mentions: Mentions, trigger: Word, when: EventDate | None) -> EventDate | None:
    """The day that is meant: that of the clause, of the sentence, or of the report."""
    if when is None or not when.is_day:  # "on the last day of his visit he SAID ON TUESDAY"
        dates = mentions.dates_in(trigger.sentence.body, trigger.sentence.end)
        own = (m for m in dates if (w := trigger.sentence.word_at(m.start)) and not names_a_thing(m, w, trigger))
        told_days = [m.when for m in own if m.when is not None and m.when.is_day]
        when = told_days[0] if len(told_days) == 1 else None
    when = when or _day_before(mentions, trigger)
    told = when.earliest if when is not None else mentions.published
    return EventDate.on(told) if told is not None else None


def _day_before(mentions: Mentions, trigger: Word) -> EventDate | None:
    """The one day of the sentence before, of what "CAME on the third day of a visit"."""
    at = trigger.sentence.i
    if not at or any(w.tag in {"VBZ", "VBP"} and w.dep == "ROOT" for w in trigger.sentence.words):
        return None
    before = mentions.sentences[at - 1]
    days = {m.when for m in mentions.dates_in(before.body, before.end) if m.when is not None and m.when.is_day}
    day = next(iter(days)) if len(days) == 1 else None
    return None if is_ahead(mentions, day) else day


def _marks(day: Word) -> list[str]:
    marks = [w.lower for c in day.children for w in (c, *c.children)]
    return marks + ([day.head.lower] if day.dep == "conj" else [])


def _stands_beside(mentions: Mentions, day: Word) -> bool:
    """Whether a day of a stay of some days stands right behind a date: "on Monday, the LAST DAY of a two-day visit"."""
    start = min(w.start for w in day.subtree())
    before = mentions.dates_in(day.sentence.body, start)
    if not before or mentions.article.text[before[-1].end : start].strip() != ",":
        return False
    stays = (p for c in day.children if c.lower == "of" for p in c.children)
    return any(
        any(stay.lemma in visit_words(*name) for name in STAYS)
        and not any(c.dep == "poss" and c.pos != "PRON" for c in stay.children)
        and any(map(days_of, mentions.dates_in(day.end, stay.end)))
        for stay in stays
    )


def _is_spent(day: Word) -> bool:
    """Whether a day is one of those that somebody is in a place: "began his SECOND DAY IN OSLO"."""
    behind = day.sentence.words[day.i + 1 : day.i + 3]
    there = [w.lower for w in behind[:1]] == ["in"] and behind[-1].pos == "PROPN"
    return day.dep in {"dobj", "npadvmod"} and there and any(mark in ORDINALS for mark in _marks(day))


def _runs(day: Word, trigger: Word) -> bool:
    """Whether a day is the latest of some on which the same was done: "for the second day RUNNING", "IN A ROW"."""
    verb = verb_above(trigger) if not trigger.is_verb else trigger
    led = any(w.lower == "for" for w in day.sentence.words[max(day.i - 4, 0) : day.i])
    if not led or verb is None or not day.is_under(verb):
        return False
    behind = day.sentence.words[day.i + 1 : day.i + 4]
    row = [w.lower for w in behind] == ["in", "a", "row"] or [w.lower for w in behind[:1]] == ["running"]
    return row or any(c.lower in {"straight", "consecutive", "successive"} for c in day.children)


def _is_one_of_days(word: Word) -> bool:
    # "the SECOND OF what officials said would be three DAYS"
    days = (d for c in word.children if c.lower == "of" for d in islice(c.subtree(), PHRASE) if d.lemma == "day")
    return word.lower in ORDINALS and any(c.dep == "nummod" for d in days for c in d.children)
