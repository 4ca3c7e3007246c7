"""Frames of those who board: a plane for Prague, the train to Prague; or who do not board their plane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.visit.frames import Frame, Kind, visit_words
from dipevents.events.visit.subjects import doers
from dipevents.reading.clauses import clause, is_negated

if TYPE_CHECKING:
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["board"]


def board(verb: Word, found: Clause) -> Frame:
    """Kim boarded a plane for Prague, took the train to Prague."""
    vehicles = [w for w in found.objects if w.lemma in visit_words("transport", "nouns")]
    goals = (*found.oblique("to", "for"), *(p for w in vehicles for p in clause(w).oblique("to", "for", "into")))
    own = not goals and any(c.dep == "poss" for w in vehicles for c in w.children)
    if own and verb.lemma == "board" and is_negated(verb):  # "DID NOT BOARD its plane"
        return Frame(verb, Kind.GO, doers(found), elliptic=True, untold=True)
    return Frame(verb, Kind.GO, doers(found) if vehicles and not found.passive else (), goals)
