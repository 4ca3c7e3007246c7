"""Equipment aboard: what a ship, an aircraft or a lorry carries from one side to the other.

a freighter carrying tanks for Kenya                     the receiver behind "for", "to", "bound for"
a Peruvian plane carrying rifles landed in Quito         the receiver is where it arrives, the supplier its flag
a Peruvian plane landed in Quito with rifles             the same
a dhow loaded with rifles was seized                     denied
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal_frame import (
    PREMODIFIERS,
    Frame,
    from_items,
    items_in,
    parties_in,
    receivers_in,
    to_items,
)
from dipevents.events.arms_deal_lexicon import words_of
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from dipevents.events.arms_deal_frame import Goods
    from dipevents.reading.sentence import Word

__all__ = ["read_cargo"]

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def read_cargo(verb: Word, goods: Goods) -> Frame | None:
    """The frame of a verb of carrying whose subject is a vessel, or None."""
    args, arrived = clause(verb), verb.lemma in words_of("grammar", "arriving")
    if not arrived and verb.lemma not in words_of("grammar", "carrying"):
        return None
    before = verb.sentence.words[verb.i - 1]  # "seized a DHOW carrying rifles"
    behind = verb.dep == "advcl" and before.dep in {"dobj", "nsubjpass"} and before.head is verb.head
    bearer = before if behind else next(iter(args.objects if args.passive else args.subjects), None)
    bearer = verb.head if verb.dep in {"acl", "relcl"} else bearer
    if bearer is None or (bearer.lower != "it" and bearer.lemma not in words_of("grammar", "vessels")):
        return None
    inside = (*args.oblique("with"), *(clause(bearer).oblique("with") if bearer.lemma != "helicopter" else ()))
    behind_with = args.oblique("with", "of") if args.passive or verb.tag == "VBN" else args.objects
    items = items_in(inside if arrived else behind_with, goods)
    if not items:
        return None
    frame = Frame(verb, "cargo", "carry", items=items)
    above = bearer.head if bearer.dep in {*SUBJECTS, "dobj"} and bearer.head.is_verb else verb
    frame.beside = above if above is not verb else None
    sails = above if bearer.dep in SUBJECTS else verb
    steps = (clause(bearer), args, clause(sails))
    frame.suppliers = parties_in((w for step in steps for w in step.oblique("from")), goods) or from_items(items, goods)
    named = any(w.text[:1].isupper() for i in items for w in verb.sentence.words[i.first.i : i.head.i])
    if bearer.lemma in words_of("grammar", "aircraft") and not named:  # flags of ships tell nothing
        flags = (w for w in bearer.subtree() if w.i < bearer.i and w.dep in PREMODIFIERS)
        frame.sources = [w for w in flags if w.text[:1].isupper()]
    frame.recipients = to_items(items, goods) or receivers_in(_bound(bearer, verb), goods)
    if sails.lemma in words_of("grammar", "arriving"):
        landed = clause(sails)
        frame.takers = receivers_in((*landed.oblique("at", "in", "to", "on"), *landed.objects), goods)
        frame.takers = [w for w in frame.takers if w is not bearer]
    return frame


def _bound(bearer: Word, verb: Word) -> list[Word]:
    """Where a vessel is bound: "bound for Kenya", "carrying rifles to Kenya", "on its way to Kenya"."""
    found = list(clause(verb).oblique("to", "for"))
    for part in bearer.children:
        if part.lower == "bound" or part.lemma in words_of("grammar", "bound"):
            found += clause(part).oblique("to", "for")
    return found
