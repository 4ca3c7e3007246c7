"""Who presses somebody to get equipment, or lets somebody make it.

is pressing Peru to buy tanks; put pressure on Peru to buy tanks      who presses supplies, who is pressed receives
approved a plan for Chad to build tanks; approval for Chad to make    who approves supplies, who makes receives
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.frame import parties_in
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.reading.clauses import clause, is_negated
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Frame, Goods
    from dipevents.reading.sentence import Word

__all__ = ["let_do", "pressed", "urge"]


def pressed(verb: Word) -> tuple[list[Word], list[Word]]:
    """Whom somebody presses to do what an infinitive tells, and who: "is pressing PERU to buy"; empty where nobody."""
    above = verb.head
    if not is_to(verb) or above is verb or is_negated(verb):
        return [], []
    above = above.head if above.lemma == "pressure" and above.is_noun else above
    if not above.is_verb or is_negated(above):
        return [], []
    args = clause(above)
    weight = [o for o in args.objects if o.lemma == "pressure"]
    if weight:
        pushed = [p for w in (above, *weight) for p in clause(w).oblique("on")]
    elif above.lemma == "lean":
        pushed = list(args.oblique("on"))
    else:
        objects = (*args.objects, *(c for c in verb.children if c.dep == "nsubj"))
        pushed = [o for o in objects if above.lemma in words_of("grammar", "pressing")]
    return (pushed, list(args.subjects)) if pushed and not args.passive else ([], [])


def urge(frame: Frame, goods: Goods) -> None:
    """Gives a frame of getting whom others press to get the goods, and those who press, or who let it happen."""
    buyers, pressing = pressed(frame.trigger)
    if buyers:
        frame.recipients = parties_in(buyers, goods)
        states = words_of("groups", "states")
        pressing = [w for w in pressing if w.pos == "PROPN" or w.lemma in states]  # no "union leaders"
    frame.sources = frame.sources or parties_in(pressing or let_do(frame.trigger)[0], goods)


def let_do(verb: Word) -> tuple[list[Word], list[Word]]:
    """Who lets somebody make or get goods, and whom: "OSLO approved a plan FOR CHAD to build"; empty where nobody."""
    noun, doers = verb.head, [c for c in verb.children if c.dep == "nsubj"]
    if not is_to(verb):
        return [], []
    if noun.is_verb and noun.lemma in words_of("grammar", "permit"):
        return list(clause(noun).subjects), doers or list(clause(noun).objects)  # "will allow Chad to build"
    if not doers or not any(c.dep == "mark" and c.lower == "for" for c in verb.children):
        return [], []
    top = noun if noun.is_noun else next((o for o in clause(noun).objects), noun)
    permit = top.lemma in words_of("grammar", "permits") or top.lemma in words_of("status", "plans")
    giver = top.head if top.dep in {"dobj", "nsubjpass"} else None
    granted = giver is not None and giver.lemma in words_of("grammar", "granting")
    return (list(clause(giver).subjects), doers) if giver is not None and permit and granted else ([], [])
