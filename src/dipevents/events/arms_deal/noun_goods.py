"""The equipment that a noun of a deal is about.

S-400 purchase; a sale of tanks, which included six guns; a contract for jets to be delivered in May    in its phrase
signed a contract … for jets; the jets are a gift from; has two boats on order                          in its clause
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.beyond import hung_on
from dipevents.events.arms_deal.frame import items_in, listed
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.reading.clauses import appositions, clause, with_conjuncts
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Frame, Goods
    from dipevents.mentions.equipment import Equipment
    from dipevents.reading.sentence import Word

__all__ = ["ABOUT", "is_on_order", "items_beside", "items_of", "readying"]

ABOUT = frozenset({"of", "for", "on", "over", "about", "in", "concerning", "involving", "covering", "comprising"})


def items_of(frame: Frame, goods: Goods) -> list[Equipment]:
    """Equipment before the noun, in its phrases and in what it is said to involve."""
    noun, comprise = frame.trigger, words_of("grammar", "comprise")
    about = [c for c in noun.children if c.dep == "prep" and c.lower in ABOUT]
    if about and about[0].lower == "of" and items_in((p for p in about[0].children if p.dep == "pobj"), goods):
        about = [c for c in about if c.lower != "for"]  # "the purchase of jets FOR the carrier"
    inner = [word for prep in about for word in prep.children if word.dep in {"pobj", "pcomp"}]
    inner += [c for c in noun.children if c.dep == "poss" and c.lower == "whose"]  # "jets WHOSE sale to Chad"
    inner += [p for w in inner if w.lemma in words_of("manufacture") for p in clause(w).oblique("of")]
    found = [*goods.before(noun), *items_in([*with_conjuncts(inner), *appositions(noun)], goods)]
    for part in noun.children:
        if part.dep in {"acl", "relcl"} and part.lemma in comprise:
            found += items_in(listed(part), goods)
    behind = (*noun.children, *(noun.head.children if noun.dep == "dobj" else ()))
    for part in (c for c in behind if c.i > noun.i and c.tag == "VBN" and is_to(c)):
        if any(c.dep == "mark" and c.lower == "for" for c in part.children):
            found += items_in(clause(part).objects, goods)  # "a contract FOR JETS to be delivered in May"
    if frame.beside is not None and noun.dep == "nsubj" and frame.beside.lemma in comprise:
        parts = clause(frame.beside).objects
        made = (p for w in parts if w.lemma in words_of("manufacture") for p in clause(w).oblique("of"))
        found += items_in((*parts, *made), goods)  # "the contract COVERS THE CONSTRUCTION OF six boats"
    return found


def items_beside(frame: Frame, obliques: list[tuple[str, Word]], goods: Goods) -> list[Equipment]:
    """Equipment beside the noun in its clause: "signed a contract … for jets", "the jets are a gift from"."""
    noun = frame.trigger
    if frame.key == "option":
        return []  # "an order for jets, with an option for 12 more"
    about = (w for p, w in obliques if p in {"for", "of", "on", "over"} and not _is_passed_over(w))
    found = items_in(about, goods) or _made_ready(noun, goods)
    if not found:
        bearing = {"with", "from", "between", *(("of",) if frame.key in words_of("grammar", "picking") else ())}
        found = items_in(hung_on(w for p, w in obliques if p in bearing and w.lemma != "option"), goods)
    if not found and frame.kind in {"give", "get"}:
        # "a sale to Chad of jets", "took delivery on Monday of jets": the parse hangs the jets on Chad, on the day
        bearers = [w for p, w in obliques if p in {"to", "from", "by", "on", "in"}]
        found = items_in((o for w in bearers for o in clause(w).oblique("of")), goods)
    found = found or _comprised(noun, obliques, frame.beside, goods)
    if not found and noun.dep == "appos" and frame.kind == "give":
        return items_in([noun.head], goods)  # "two helicopters, a gift from Beijing"
    if not found and frame.key in words_of("grammar", "lying") and noun.dep == "pobj" and noun.head.lower == "on":
        found = items_in([noun.head.head], goods)  # "the helmets on offer from Berlin", "the boats on order from"
    if found or frame.beside is None:
        return found
    if noun.dep == "attr" and frame.beside.lemma == "be":
        return items_in(clause(frame.beside).subjects, goods)
    if noun.dep == "pobj" and noun.head.lower == "as":
        frame.lends = True  # "got six planes as a gift from"
        return items_in(clause(frame.beside).objects, goods)
    if is_on_order(frame):  # "has two boats on order", "two boats are on order from Oslo"
        args = clause(frame.beside)
        return items_in(args.subjects if frame.beside.lemma == "be" else args.objects, goods)
    if frame.key == "loan" and noun.dep == "pobj" and noun.head.lower == "on":
        return items_in(clause(frame.beside).subjects, goods)  # "the boats are on loan from"
    return []


def _comprised(noun: Word, obliques: list[tuple[str, Word]], beside: Word | None, goods: Goods) -> list[Equipment]:
    """Equipment that a clause lists which the parse hangs on the other side, or on the verb.

    "a deal with the company X, WHICH INCLUDED TWO HELICOPTERS", "signed a deal with Saab on Monday COVERING SIX JETS".
    """
    comprise = words_of("grammar", "comprise")
    partners = [w for p, w in obliques if p == "with" for w in (w, *appositions(w))]
    parts = [c for w in partners for c in w.children if c.dep == "relcl" and c.lemma in comprise]
    found = items_in((o for c in parts for o in clause(c).objects), goods)
    if found or beside is None or noun.dep not in {"dobj", "nsubjpass"}:
        return found
    behind = [c for c in beside.children if c.dep == "advcl" and c.tag == "VBG" and c.i > noun.i]
    return items_in((w for c in behind if c.lemma in comprise for w in listed(c)), goods)


def _is_passed_over(thing: Word) -> bool:
    """Whether another thing is chosen over one: "picked the Gripen OVER THE F-16 in a deal worth"."""
    over = thing.head
    return thing.dep == "pobj" and over.lower == "over" and over.head.lemma in words_of("verbs", "order")


def readying(noun: Word) -> Word | None:
    """The verb by which goods are made ready for a delivery: "is PREPARING six jets for delivery to Chad"."""
    if noun.dep != "pobj" or noun.head.lower != "for" or noun.lemma not in words_of("nouns", "give"):
        return None
    goods = noun.head.head
    verb = goods.head if goods.is_noun and goods.dep in {"dobj", "nsubjpass"} else goods
    bare = all(c.dep not in {"det", "poss"} for c in noun.children)
    return verb if bare and verb.is_verb and verb.lemma in words_of("grammar", "readying") else None


def _made_ready(noun: Word, goods: Goods) -> list[Equipment]:
    verb = readying(noun)
    return items_in((*clause(verb).objects, *clause(verb).subjects), goods) if verb is not None else []


def is_on_order(frame: Frame) -> bool:
    """Whether goods are "on order"."""
    return frame.key == "order" and frame.trigger.dep == "pobj" and frame.trigger.head.lower == "on"
