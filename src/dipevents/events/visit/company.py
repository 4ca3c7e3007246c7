"""Those who are told to be in one place with others: two sides, of which one is a guest there; who goes along.

Zeman told reporters in Prague alongside Kim        a preposition of being near
Zeman, standing next to Kim in Prague, said         the same
Zeman spoke in Prague, flanked by Kim               a participle of it

With him is Kim; Kim is in the delegation; his delegation includes Kim      who goes along with those told before
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dipevents.events.visit.attendance import is_remote
from dipevents.events.visit.frames import Frame, Kind, local_of, visit_words
from dipevents.events.visit.hosting import may_travel
from dipevents.events.visit.subjects import doers, is_named
from dipevents.mentions.timing import is_ahead
from dipevents.models.actor import Actor, ActorKind, countries_of
from dipevents.models.visit import VisitStatus
from dipevents.reading.clauses import auxiliaries, clause, fillers, with_conjuncts
from dipevents.reading.grammar import verb_above

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.visit.drafts import Draft
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["goes_along", "of_company", "parties", "side_by_side"]

UP = 4
"""Words above the one of nearness in which the verb and its place may stand."""
NEAR = 2
"""Sentences behind a journey in which is told who goes along."""


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


def of_company(word: Word) -> Frame | None:
    """Who goes along with those told before: "WITH HIM is Kim", "Kim was IN HER DELEGATION, which INCLUDED Lee"."""
    if word.is_verb:  # "is", of who is with somebody
        whose = fillers(c for c in word.children if c.lower == "with" and c.i < word.i)
        who = clause(word).subjects or with_conjuncts(c for c in word.children if c.dep == "attr")
        who = who if any(w.lower in {"him", "her", "them"} for w in whose) else ()
    elif word.dep == "nsubj" and word.head.lemma in visit_words("presence", "including"):
        who = clause(word.head).objects if _is_pointed(word) else ()
    else:
        link = word.head
        link = link.head.head if link.dep == "prep" and link.lower == "of" and link.head.dep == "attr" else link.head
        beside = word.head.lower in {"in", "among", "of"} and link.lemma == "be" and _is_pointed(word)
        who = clause(link).subjects if word.dep == "pobj" and beside else ()
    named = tuple(w for w in who if is_named(w))
    whose = whose if word.is_verb else [c for c in word.children if c.dep == "poss"]
    return Frame(word, Kind.SEND, (*named, *whose), elliptic=True) if named else None


def _is_pointed(party: Word) -> bool:
    """Whether a party was told before, or is somebody's: "the delegation", "HIS entourage"; no party to a place."""
    led = any(c.lower in {"the", "this"} or c.dep == "poss" for c in party.children)
    return led and all(c.dep != "prep" for c in party.children)


def goes_along(mentions: Mentions, draft: Draft, before: Sequence[Draft]) -> bool:
    """Whether a present tells who goes along on a journey to come: "IS on the trip, too", "his party INCLUDES Kim"."""
    trigger = draft.frame.trigger
    verb = trigger if trigger.is_verb else verb_above(trigger)
    present = verb is not None and any(w.tag in {"VBZ", "VBP"} for w in (verb, *auxiliaries(verb)))
    along = draft.frame.elliptic or (draft.frame.definite and bool(draft.frame.visitors))
    ranked = any(c.lower in visit_words("support", "ranks") for c in trigger.children)
    along = along or (trigger.dep == "attr" and ranked)  # "it IS her FIRST TRIP this year"
    if not (present and along) or draft.stage is not VisitStatus.OCCURRED or draft.when is not None:
        return False
    there = countries_of(draft.places)
    scene = next((o for o in reversed(before) if countries_of(o.places) & there and draft.at - o.at <= NEAR), None)
    return scene is not None and (scene.stage is VisitStatus.PLANNED or is_ahead(mentions, scene.when))


def parties(visitors: Sequence[Actor]) -> list[tuple[Actor, ...]]:
    """Visitors by state, as each state's people make a visit of their own."""
    groups: dict[str | None, list[Actor]] = {}
    for actor in visitors:
        groups.setdefault(actor.country, []).append(actor)
    others = groups.get(None, [])
    if len(groups) == 2 and others and all(a.kind is not ActorKind.PERSON or a.affiliation is None for a in others):
        del groups[None]  # "the minister and a party of businessmen", "King Charles and Queen Camilla"
        next(iter(groups.values())).extend(others)
    return [tuple(group) for group in groups.values()]
