"""The date that the sentence, or the entry of a list, gives a visit whose own words tell none.

MARCH 2: Kim visits Prague.                    the entry's
On Tuesday Kim was in Oslo to open a port.     the only one of the sentence, where nothing else holds it
JUNE 3 / OSLO: Kim visits Norway (to June 6)   from the entry's on
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.status import Phase, read_status
from dipevents.events.visit.apart import of_other_event
from dipevents.events.visit.coming import is_of_inviting
from dipevents.events.visit.frames import Frame, Kind, visit_words
from dipevents.events.visit.goals import comes_back
from dipevents.mentions.entries import date_of_entry
from dipevents.mentions.timing import is_ahead, is_of_saying
from dipevents.models.event_date import EventDate
from dipevents.reading.grammar import closed_class, is_of, is_over, verb_above

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions

__all__ = ["last_day", "or_date_around"]


def or_date_around(mentions: Mentions, frame: Frame, found: list[DateMention]) -> list[DateMention]:
    """The dates found, with that of the sentence or of the chronology's entry where none of them is one.

    The past day of an entry is that of a plan, not of what is planned: "MARCH 2: Kim says that he will go to Prague".
    """
    entry = date_of_entry(mentions, frame.trigger.sentence)
    if (stay := _until_last(entry, found)) is not None:
        return [stay]
    found = [next((head for head in entry if head.start == m.start), m) for m in found]
    if entry and read_status(frame.trigger).phase in {Phase.PLANNED, Phase.POSSIBLE, Phase.DENIED}:
        told = {m.start for m in entry if m.when is not None and not is_ahead(mentions, m.when)}
        found, entry = [m for m in found if m.start not in told], tuple(m for m in entry if m.start not in told)
        around = found or [m for m in _only_date(mentions, frame) if m.start not in told]
        return found if any(m.when for m in found) else [*around, *entry]
    if any(m.when for m in found):
        return found
    return [*(found or _only_date(mentions, frame)), *entry]


def last_day(found: Iterable[DateMention]) -> EventDate | None:
    """The day behind "until" or "through": "was in Oslo for four days THROUGH MAY 28"."""
    ends = (m.when.end for m in found if m.when is not None and m.when.earliest is None and m.when.end is not None)
    return next((end for end in ends if end.is_day), None)


def _until_last(entry: Sequence[DateMention], found: Sequence[DateMention]) -> DateMention | None:
    """The days from the one of an entry to that told behind: "JUNE 3 / OSLO: Kim visits Norway (TO JUNE 6)"."""
    last = last_day(found)
    days = (m for m in entry if m.when is not None and m.when.is_day and last is not None and m.when.ended_before(last))
    return next((replace(m, when=EventDate.spanning(m.when, last)) for m in days if m.when and last), None)


def _only_date(mentions: Mentions, frame: Frame) -> list[DateMention]:
    """The one date of a sentence, where no verb of saying holds it and the visit has no other."""
    sentence = frame.trigger.sentence
    dates = [m for m in mentions.dates_in(sentence.body, sentence.end) if m.timex_value != "PRESENT_REF"]
    # "the current president" has none, "Monday morning" is one, "at 8 a.m." is not
    found = [m for m in dates if m.timex_type == "DATE" or (m.timex_type == "TIME" and m.when)]
    if len(found) != 1 or is_of_inviting(mentions, frame, found[0]):
        return []
    if of_other_event(found[0], frame.trigger, frame, ahead=is_ahead(mentions, found[0].when)):
        return []
    word = sentence.word_at(found[0].start)
    verb = verb_above(word) if word is not None else None
    told = frame.kind is Kind.VISITING and any(w.head is verb for w in frame.visitors)  # "TOLD visiting minister Kim"
    if word is None or verb is None or (not told and (is_of_saying(word, verb) or is_of(verb, "report_verbs"))):
        return []
    if verb is not frame.trigger and comes_back(verb):
        return []  # "Kim, who will also go to Prague, is expected back on Saturday"
    between = frame.trigger
    while between is not verb and between.head is not between:
        if between is not frame.trigger and is_of(between, "report_verbs"):
            return []  # "upset her hosts last week when she declared that she would not go"
        if between.lower == "back" or is_over(between.head, between) or between.lemma in visit_words("verbs", "invite"):
            return []
        marks = {c.lower for c in between.children if c.dep in {"aux", "mark"}}
        if marks & {"having", "that", *closed_class("apart")}:
            return []  # "HAVING been in Oslo, he came on Monday", "came on Monday AFTER …", "it emerged THAT …"
        if between.dep == "pcomp" and between.head.lower in {"before", "until"}:
            return []  # "before coming to Prague, he will be in Oslo on Monday"
        if between.dep == "relcl" and between.head.lemma in visit_words("nouns", "visit"):
            return []  # "left on Monday for a trip that will take her to Prague"
        between = between.head
    return found if between is verb else []
