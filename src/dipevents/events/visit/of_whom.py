"""Whose a journey is by "of" and "from" behind its noun: "the arrival OF KIM", "a visit FROM THE KING"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.visit.frames import visit_words
from dipevents.reading.clauses import fillers, with_conjuncts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.reading.sentence import Word

__all__ = ["bearers", "bears_office", "genitives", "hung_low", "of_whom", "phrases_of"]

LOW = frozenset({"acl", "agent", "conj", "pobj", "prep"})
"""Relations of what ends a phrase."""
DEPTH = 8
"""Words down the right edge of a phrase among which a place is looked for."""


def phrases_of(word: Word, *prepositions: str) -> list[Word]:
    """What stands in the phrases of a word with some prepositions."""
    return fillers(c for c in word.children if c.dep in {"prep", "agent"} and c.lower in prepositions)


def bearers(noun: Word) -> tuple[Word, ...]:
    """The stopover of PRESIDENT KIM in Prague: whoever has an office is no place."""
    if noun.lemma not in visit_words("support", "of_bearer"):
        return ()
    return with_conjuncts(w for w in phrases_of(noun, "of") if bears_office(w))


def bears_office(word: Word) -> bool:
    """Whether a word tells an office or stands beside one: "PRESIDENT KIM"."""
    bearers = visit_words("people", "bearers")
    return word.lemma in bearers or any(c.lemma.lower() in bearers for c in word.children)


def hung_low(words: Iterable[Word], *prepositions: str) -> list[Word]:
    """The place of a journey that ends the phrase of whoever makes it: "the arrival of a team led by KIM IN PRAGUE"."""
    found: list[Word] = []
    for word in words:
        last = word
        for _ in range(DEPTH):
            below = [c for c in last.children if c.i > last.i and c.dep in LOW]
            if not below:
                break
            last = below[-1]
            if last.dep == "prep" and last.lower in prepositions and last.head is not word:
                found = fillers((last,))
    return [w for w in found if w.pos == "PROPN" or w.lemma in visit_words("presence", "towns")]


def of_whom(noun: Word) -> tuple[Word, ...]:
    """The visit of KIM to Prague: beside a goal, "of" tells who travels; alone it may tell where ("a tour of Asia")."""
    who = phrases_of(noun, "of") if noun.lemma in visit_words("support", "of_visitor") else []
    ways = {"departure": ("to", "for"), "arrival": ("to", "in", "at"), "presence": ("to", "in", "at")}
    led = ways.get(noun.lemma, ("to",))
    goal = any(phrases_of(w, *led) for w in (noun, *who)) or hung_low(who, *led)  # hung on him by the parser
    here = any(c.lower in {"here", "there"} for c in noun.children)  # "the arrival HERE of Kim"
    return with_conjuncts(who) if goal or here else ()


def genitives(noun: Word) -> tuple[Word, ...]:
    """The arrival of Kim, a visit from the king."""
    of = phrases_of(noun, "of") if noun.lemma in visit_words("support", "of_visitor") else []
    if not of:  # "a visit to Prague of the Korean minister"; a state that is hung there by right is no visitor
        land = visit_words("places", "sites")  # "a journey to the REPUBLIC of Congo"
        of = [w for p in phrases_of(noun, "to") if p.lower not in land for w in phrases_of(p, "of")]
    if not of and noun.lemma in {"arrival", "presence"}:  # "the presence in Prague of the minister"
        of = [w for p in phrases_of(noun, "in", "at") for w in phrases_of(p, "of") if bears_office(w)]
    return with_conjuncts(of or (phrases_of(noun, "from") if noun.lemma == "visit" else []))
