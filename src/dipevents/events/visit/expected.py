"""Frames of verbs by which somebody is to come: invited, asked over, expected, awaited, pencilled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.visit.ellipsis import is_time
from dipevents.events.visit.frames import Frame, Kind, goals_of, local_of, visit_words
from dipevents.events.visit.hosting import may_travel
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["due", "invite"]


def invite(verb: Word, found: Clause) -> Frame:
    """Zeman invited Kim to Prague; Kim was asked to Prague."""
    goals = found.oblique("to", "in")
    beside = (verb.head,) if verb.dep == "conj" else (c for c in verb.children if c.dep == "conj")
    feasts = (w for v in beside if v.is_verb for w in clause(v).objects)
    if not goals and any(w.lemma in visit_words("nouns", "feast") for w in feasts):
        return Frame(verb, Kind.INVITE)  # "is giving a DINNER for Kim and invited the miners"
    if verb.lemma == "ask" and not any(c.lower in {"back", "over"} for c in verb.children):
        goals = tuple(w for w in found.oblique("to") if w.pos == "PROPN")  # "was ASKED TO PRAGUE"
        found = found if goals else found.replacing(objects=())
    return Frame(verb, Kind.INVITE, found.objects, goals, found.subjects, local=local_of(verb))


def due(verb: Word, found: Clause) -> Frame:
    """Kim is expected, pencilled in; Zeman awaits Kim in Prague."""
    awaited = verb.lemma in {"await", "expect"}
    alike = verb.dep == "advcl" and any(c.lower == "as" for c in verb.children)
    if alike and not any(c.dep.startswith("nsubj") for c in verb.children):
        return Frame(verb, Kind.DUE)  # "AS was widely EXPECTED, Kim resigned"
    if not found.passive:  # "BERLIN EXPECTS KIM on Friday", but "looked for survivors in Prague"
        guests = found.objects if awaited and not found.complements and all(map(may_travel, found.objects)) else ()
        there = tuple(w for w in found.subjects if w.pos == "PROPN")
        goals = goals_of(found, "stay") or there
        return Frame(verb, Kind.DUE, guests, tuple(w for w in goals if not is_time(w)), there)
    booked = () if awaited else tuple(w for w in found.oblique("for") if w.pos == "PROPN" and not is_time(w))
    goals, local = (*goals_of(found, "stay"), *booked), local_of(verb)
    to_do = found.complements and not local and all(w.lemma in visit_words("places", "none") for w in goals)
    bare = not any(c.dep in {"prep", "advcl", "prt"} or c.lower == "back" for c in verb.children)
    days = all(map(is_time, found.oblique("for"))) and bool(found.oblique("for"))  # "is pencilled in FOR MAY"
    alone = (
        (bare or (not awaited and days and not goals))
        and not found.complements
        and not local
        and any(c.dep == "auxpass" for c in verb.children)
    )
    untold = alone and any(w.pos == "PROPN" or w.lemma in visit_words("people", "bearers") for w in found.objects)
    return Frame(verb, Kind.DUE, () if to_do else found.objects, goals, local=local, untold=untold)
