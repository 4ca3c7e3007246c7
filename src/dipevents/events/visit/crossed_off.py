"""Visits that are off by what is told of a list or of a chair.

Kim scratched Prague from the list, has dropped Prague from her itinerary      a place that was to be visited
Prague has been struck off Kim's itinerary                                     the same
Peru's chair will stand empty at the summit, will leave its chair empty there  an occasion that one does not attend
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.visit.attendance import occasion_among
from dipevents.events.visit.frames import Frame, Kind, visit_words
from dipevents.reading.clauses import antecedent, clause, is_negated, with_conjuncts

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["crossed_off", "empty_seat", "listed"]

OFF = frozenset({"from", "of", "off", "out"})
"""Prepositions between a place and the list that it is no longer on."""


def crossed_off(noun: Word) -> Frame | None:
    """Kim scratched Prague from the LIST; Prague was dropped from Kim's ITINERARY; no list of states or of goods."""
    verb = noun.head.head if noun.dep == "pobj" and noun.head.lower in OFF else noun
    verb = verb.head if verb.dep == "prep" and verb.lower == "out" else verb
    if not verb.is_verb or is_negated(verb) or verb.lemma not in visit_words("support", "striking"):
        return None
    stops = visit_words("nouns", "visit", "stop")
    journey = next((p for p in clause(noun).oblique("of", "for") if p.lemma in stops), noun)  # "the route of his TOUR"
    beside = [c for c in noun.children if c.dep not in {"det", "poss", "punct"} and c.lower != "travel"]
    if any(c is not journey.head for c in beside):
        return None  # "from the LIST OF safe states"
    if journey is noun and noun.lemma in visit_words("support", "any_list") and not _tells_of_travel(noun):
        return None
    found = clause(verb)
    owners = with_conjuncts(antecedent(c) or c for w in (noun, journey) for c in w.children if c.dep == "poss")
    whole = (clause(w).oblique("in", "to", "at") if w.lemma in stops else (w,) for w in found.objects)
    places = tuple(w for words in whole for w in words if w.pos == "PROPN")
    who = owners if found.passive else found.subjects
    return Frame(verb, Kind.REFUSED, who, places) if places else None


def listed(noun: Word) -> Frame:
    """What is told of a list or a schedule, which need not be one of places."""
    return crossed_off(noun) or Frame(noun, Kind.ABSENT)


def _tells_of_travel(noun: Word) -> bool:
    """Whether somebody else is told to go or to visit beside a list: "who GOES to Chad, has scratched Peru from it"."""
    words = visit_words("verbs", "visit", "arrive", "go", "leave") | visit_words("nouns", "visit")
    striking = visit_words("support", "striking")
    return any(w.lemma in words and w.lemma not in striking for w in noun.sentence.words)


def empty_seat(noun: Word) -> Frame:
    """Peru's CHAIR will stand empty at the summit in Prague; Peru left its SEAT empty there."""
    verb = noun.head
    empty = [c for c in verb.children if c.lower in visit_words("support", "empty")]
    if noun.dep not in {"nsubj", "dobj"} or not verb.is_verb or not empty:
        return Frame(noun, Kind.ABSENT)
    found, owners = clause(verb), with_conjuncts(antecedent(c) or c for c in noun.children if c.dep == "poss")
    words = [w for f in (clause(noun), found, *map(clause, empty)) for w in f.oblique("at", "in", "of")]
    occasion = occasion_among(words)
    if occasion is None:
        return Frame(noun, Kind.ABSENT)
    where = (*(w for w in words if w.pos == "PROPN"), *clause(occasion).oblique("in", "at"))
    who = owners or (found.subjects if noun.dep == "dobj" else ())
    return Frame(noun, Kind.ABSENT, who, tuple(dict.fromkeys(where)), elliptic=True, occasion=occasion)
