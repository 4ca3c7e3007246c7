"""Who a noun of a role says is a side, and whose: "Russia, Algeria's main supplier of arms", "Saab's customers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.frame import parties_in
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.papers import subjects_of
from dipevents.reading.clauses import clause, is_passive, with_conjuncts

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Frame, Goods
    from dipevents.reading.sentence import Word

__all__ = ["by_role"]


def by_role(frame: Frame, owners: list[Word], goods: Goods) -> tuple[list[Word], list[Word]]:
    """Who a noun of a role says is a side, and whose: "Russia, Algeria's main supplier of", "Saab's customers"."""
    noun, verb = frame.trigger, frame.beside
    served: list[Word] = []
    name = _named_beside(noun)
    if (_is_said(noun) and verb is not None) or (name is not None and name not in goods):
        # "Vietnam became the first buyer of", "Russia, Algeria's main supplier of"
        served = _served(noun, name) or parties_in(clause(noun).oblique("of"), goods)
        owners = [name] if name is not None else subjects_of(frame, goods)
    elif frame.kind == "get" and any(w.dep == "poss" for w in owners):
        served, owners = owners, []  # "Saab's customers"
    if noun.dep == "nsubj" and verb is not None and verb.lemma in {"be", "include"}:
        named = [*clause(verb).objects, *(c for c in verb.children if c.dep == "attr")]
        told = parties_in(with_conjuncts(named), goods)  # "Recipients of Chinese arms include Chad"
        served = served or ([c for c in noun.children if c.dep == "poss"] if told else [])  # "CHAD's supplier is Oslo"
        owners = told or owners
    chosen = noun.dep == "pobj" and noun.head.lower == "as" and verb is not None
    if chosen and verb is not None and verb.lemma in words_of("grammar", "engaging") and not is_passive(verb):
        frame.lends = True  # "chose Saab AS THE SUPPLIER of": the verb tells it
    return owners, served


def _is_said(role: Word) -> bool:
    """Whether a noun says what somebody is: "is a buyer of", "has emerged AS the biggest buyer of"."""
    return role.dep == "attr" or (role.dep == "pobj" and role.head.lower == "as")


def _named_beside(role: Word) -> Word | None:
    """Whom a noun behind a comma says something of: "OSLO, its supplier", wherever the parse hangs it."""
    words, first = role.sentence.words, min([role.i, *(c.i for c in role.children)])
    if role.dep not in {"appos", "npadvmod"}:
        return None
    before = words[first - 2] if first > 1 and words[first - 1].text == "," else role
    return before if before.pos == "PROPN" else role.head if role.dep == "appos" else None


def _served(role: Word, name: Word | None) -> list[Word]:
    """Whose supplier somebody is: "PERU's supplier"; "CHAD's closeness to Oslo, its supplier", and not who speaks."""
    owners = [c for c in role.children if c.dep == "poss"]
    above = name.head.head if name is not None and name.dep == "pobj" else role
    tied = [c for c in above.children if c.dep == "poss" and c.pos == "PROPN"] if above.is_noun else []
    return tied if tied and above is not role and [c.lower for c in owners] == ["its"] else owners
