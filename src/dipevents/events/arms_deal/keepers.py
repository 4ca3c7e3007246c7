"""Whose goods are: those who keep what others sold them, those who give up what others get, and those who make them.

Peru FLIES jets bought from Italy                                     who has them got them
Peru will get ships that the CHILEAN NAVY IS RETIRING                  who gives them up supplies
narrowed its choice to SAAB'S Gripen and the Rafale OF DASSAULT        who makes them supplies
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.frame import holders
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.reading.clauses import clause, is_passive

if TYPE_CHECKING:
    from dipevents.mentions.equipment import Equipment
    from dipevents.reading.sentence import Word

__all__ = ["keepers_of", "maker_of", "retirers_of"]


LISTED = 6
"""Members of a list of what somebody has."""


def keepers_of(participle: Word) -> list[Word]:
    """Who has what a participle tells of: "Peru FLIES jets bought from Italy"; who is said to be in talks on it."""
    noun = participle.head
    if participle.dep not in {"acl", "relcl"}:
        return []
    for _ in range(LISTED):
        noun = noun.head if noun.dep == "conj" else noun  # "flies six jets and 12 DRONES bought from Italy"
    while noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lemma in words_of("measures"):
        noun = noun.head.head  # "has a FLEET of jets bought from Italy"
    had = "nsubjpass" if is_passive(noun.head) else "dobj"  # "jets, bought from Italy, are FLOWN BY PERU"
    serving = noun.head.lemma in {"put", "bring", "take"} and any(w.lemma == "service" for w in _led_into(noun.head))
    if noun.dep == had and (serving or noun.head.lemma in words_of("grammar", "having")):
        return list(clause(noun.head).subjects)  # and "PUT INTO SERVICE jets bought from Italy"
    if noun.dep == "pobj" and noun.head.dep == "prep" and noun.head.head.pos == "PROPN":
        return [noun.head.head]  # "Peru in talks to buy"
    return []


def retirers_of(items: list[Equipment]) -> list[Word]:
    """Who gives up what somebody gets: "will get six ships that the CHILEAN NAVY IS RETIRING", "PHASING OUT"."""
    retiring = words_of("grammar", "retiring")
    told = [c for w in holders(items) for c in w.children if c.dep == "relcl" and not is_passive(c)]
    out = [v for v in told if {v.lemma, *(f"{v.lemma} {c.lower}" for c in v.children if c.dep == "prt")} & retiring]
    return [w for v in out for w in clause(v).subjects if w.pos != "PRON"]


def maker_of(item: Equipment) -> Word | None:
    """By whose name a type is told: "SAAB's Gripen", "the Gripen of SAAB"."""
    of = (p for c in item.head.children if c.dep == "prep" and c.lower == "of" for p in c.children if p.dep == "pobj")
    beside = (*(c for c in item.head.children if c.dep == "poss"), *(of if item.designation else ()))
    return next((w for w in beside if w.pos == "PROPN"), None)


def _led_into(verb: Word) -> tuple[Word, ...]:
    return clause(verb).oblique("in", "into")
