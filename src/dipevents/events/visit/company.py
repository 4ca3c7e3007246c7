"""Two sides that are told to be in one place by what stands between them: one of them is a guest there.

Zeman told reporters in Prague alongside Kim        a preposition of being near
Zeman, standing next to Kim in Prague, said         the same
Zeman spoke in Prague, flanked by Kim               a participle of it
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dipevents.events.visit.attendance import is_remote
from dipevents.events.visit.frames import Frame, Kind, local_of, visit_words
from dipevents.events.visit.hosting import may_travel
from dipevents.events.visit.subjects import doers
from dipevents.reading.clauses import clause, fillers, with_conjuncts

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["side_by_side"]

UP = 4
"""Words above the one of nearness in which the verb and its place may stand."""


def side_by_side(word: Word) -> Frame | None:
    """The frame of two sides, one ALONGSIDE, BESIDE, NEXT TO or FLANKED BY the other, in a place that is told."""
    if word.is_verb:
        others = clause(word).oblique("by") or tuple(
            with_conjuncts(w for c in word.children if c.dep == "agent" for w in fillers((c,)))
        )
    elif word.lower == "next":
        others = clause(word).oblique("to")
    else:
        others = with_conjuncts(fillers((word,)))
    others = tuple(w for w in others if may_travel(w))
    verbs = [up for up in islice(word.ancestors(), UP) if up.is_verb]
    if not others or not verbs:
        return None
    told = [(verb, clause(verb)) for verb in verbs]
    if any(is_remote(found) for _, found in told):
        return None
    who = next((s for _, f in told if (s := f.subjects or doers(f)) and not set(s) & set(others)), ())
    things = [w for _, f in told for w in (*f.objects, *f.oblique("to", "at")) if not may_travel(w)]
    found = (*(f for _, f in told), *map(clause, (*others, *things)))
    goals = tuple(w for f in found for w in f.oblique("in", "at", "outside") if w not in others and w not in things)
    goals = tuple(dict.fromkeys((*goals, *(w for w in things if w.pos == "PROPN"))))
    local = next((here for verb, _ in told if (here := local_of(verb)) == "here"), "")
    heads = visit_words("people", "heads")
    who = tuple(w for w in who if w.pos in {"PROPN", "PRON"} or w.lemma in heads)
    return Frame(word, Kind.MEET, who, goals, others, local=local) if who and (goals or local) else None
