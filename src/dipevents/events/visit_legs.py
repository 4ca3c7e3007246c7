"""Journeys that one verb tells together, each with a day of its own.

was in Kyiv on Monday and in Moscow on Tuesday         two visits
goes to Oslo tomorrow and then to Riga                 two: the second has no date
a tour to Lima on Monday and Quito on Tuesday          one: it is declared to be
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.visit_frames import Frame, Kind, visit_words

if TYPE_CHECKING:
    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["legs_of"]

GOING = frozenset({Kind.VISIT, Kind.ARRIVE, Kind.GO, Kind.STAY, Kind.DUE, Kind.LEAVE})
"""Frames whose verb may have several places, each with its day."""
BESIDE = frozenset(
    {"in", "to", "for", "and", "then", "on", "the", "at", ",", "next", "later", "off", "after", "that", "it"}
)
"""What may stand between a place, its day and the next place."""
THEN = frozenset({"then", "later", "next", "it", "that"})
"""What leads to a journey that has no date: "and after IT to Oslo", but not "on Monday after Oslo"."""


def legs_of(mentions: Mentions, frame: Frame) -> list[tuple[tuple[Word, ...], DateMention | None]]:
    """The places of each journey with the date that stands behind them, if any; empty for one journey."""
    trigger = frame.trigger
    sentence = trigger.sentence
    if frame.kind not in GOING or trigger.is_noun or not frame.visitors:
        return []
    dates = [m for m in mentions.dates_in(trigger.end, sentence.end) if m.timex_type in {"DATE", "TIME"}]
    if not dates or sentence.words_among(visit_words("support", "tours")):
        return []
    found: list[tuple[tuple[Word, ...], DateMention | None]] = []
    places: list[Word] = []
    for word in sentence.words[trigger.i + 1 :]:
        date = next((m for m in dates if m.start <= word.start < m.end), None)
        if date is not None:
            if places:
                found.append((tuple(places), date))
                places = []
            elif not found or found[-1][1] is not date:
                break
        elif word.pos == "PROPN" and (place := mentions.actors.place_at(word)) is not None and place.country:
            places.append(word)
        elif word.lower not in BESIDE and word.dep not in {"compound", "amod", "nmod"}:
            break
    last = found[-1][1] if found else None
    between = sentence.words_between(last.end, places[0].start) if last is not None and places else ()
    if any(w.lower in THEN for w in between):
        found.append((tuple(places), None))
    states = [{p.country for w in goals if (p := mentions.actors.place_at(w)) is not None} for goals, _ in found]
    apart = all(not one & other for at, one in enumerate(states) for other in states[at + 1 :])
    return found if len(found) > 1 and apart else []
