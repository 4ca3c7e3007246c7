"""Who asks whom for equipment: asked Paris for missiles, wants missiles from Paris, turned to Paris for missiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.beyond import hung_on, is_unwanted, second_objects
from dipevents.events.arms_deal.frame import Frame, from_items, items_in, parties_in, phrases_of, to_items
from dipevents.events.arms_deal.idioms import goals_of, led, read_bargain, read_talking
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.payments import is_sum
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Goods
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["read_asking", "turned_to"]


def read_asking(frame: Frame, args: Clause, goods: Goods) -> None:
    """Gives the frame who asks for the equipment, and whom."""
    direct = [*args.objects, *second_objects(frame.trigger)]
    if args.objects and all(map(is_sum, args.objects)) and _prices(frame, args, goods):
        return
    dealt = args.objects or args.oblique("over", "on", "about")
    telling = words_of("grammar", "wishing", "papers")
    telling |= words_of("nouns", "give", "stop")
    telling |= words_of("nouns", "get") if frame.key == "put in" else frozenset()  # "put in a bid for"
    sought = args.oblique("for") if frame.key == "bid" else ()
    if any(o.lemma in words_of("documents") | words_of("nouns", "get") for o in sought):
        return  # "is bidding for an order"
    if any(o.lemma in telling and (o not in goods or items_in(clause(o).oblique("of"), goods)) for o in dealt):
        return  # "is negotiating the sale of", "is weighing a request for": the noun tells it
    if frame.key == "look at" and frame.trigger.tag == "VBD":
        return  # "looked at the jet on display", but "is looking at the jet"
    frame.items = items_in(direct, goods) or items_in(
        args.oblique("for", "over", *(() if frame.key == "ask" else ("about",))), goods
    )
    if not frame.items and " " in frame.key and frame.key not in {"turn to", "look to"}:
        frame.items = led(frame, args, goods)
    if not frame.items:  # "asked for 5,000 of them": a number, which is no noun
        wanted = [p for c in frame.trigger.children if c.lower == "for" for p in c.children]
        wanted += [o for p in wanted if p.is_verb for o in clause(p).objects]  # "asked for six jets to be DELIVERED"
        told = [
            clause(c) for c in frame.trigger.children if any(m.dep == "mark" and m.lower == "for" for m in c.children)
        ]
        wanted += [w for c in told for w in (c.objects if c.passive else c.subjects)]  # "for JETS to replace its MiGs"
        frame.items = items_in(wanted, goods)
    frame.items = frame.items or items_in(hung_on((*direct, *args.oblique("with", "to", "from", "on"))), goods)
    if frame.key.endswith(" between"):  # "is choosing between Oslo's jets and Lima's"
        frame.sources = [c for item in frame.items for c in item.head.children if c.dep == "poss"]
    if frame.key == "want":
        frame.items = [i for i in frame.items if not _is_handled(i.head)]
    frame.recipients = parties_in(args.subjects, goods)
    if is_unwanted(frame.trigger):  # "jets that Oslo no longer needs": another word tells who gets them
        frame.suppliers, frame.recipients, frame.lends = frame.recipients, [], True
        return
    if frame.key in words_of("grammar", "talking"):
        read_talking(frame, args, goods)
        return
    frame.sources += parties_in(goals_of(frame.trigger), goods)
    frame.suppliers = parties_in(args.oblique("to"), goods) if frame.key in words_of("grammar", "turning") else []
    frame.suppliers = frame.suppliers or parties_in(phrases_of(args, "from"), goods) or from_items(frame.items, goods)
    read_bargain(frame, args, goods)
    if not frame.suppliers and frame.key in words_of("grammar", "beseeching"):
        frame.suppliers = parties_in(direct, goods)


def _prices(frame: Frame, args: Clause, goods: Goods) -> bool:
    """Fills the frame of who would sell goods for a sum: "is ASKING $2bn FOR six boats"; gives whether it tells so."""
    steps = (args, *map(clause, args.objects))
    frame.items = items_in((w for step in steps for w in step.oblique("for")), goods)
    if frame.items:
        frame.kind, frame.key, frame.suppliers = "offer", "offer", parties_in(args.subjects, goods)
        named = parties_in((w for step in steps for w in step.oblique("from")), goods)
        frame.recipients = [*args.recipients] or named or to_items(frame.items, goods)
    return bool(frame.items)


def _is_handled(noun: Word) -> bool:
    """Whether somebody wants something done with arms, and not the arms: "wants the missiles EXCLUDED"."""
    return any(c.dep == "acl" and c.tag == "VBN" and c.lemma in words_of("aside", "handling") for c in noun.children)


def turned_to(verb: Word, goods: Goods) -> list[Word]:
    """Who gets what the side gives that it turned to: "LIMA turned to Oslo, which DELIVERED six jets"."""
    prep = verb.head.head
    if verb.dep != "relcl" or verb.head.dep != "pobj" or all(c.lower not in {"which", "who"} for c in verb.children):
        return []
    turning = f"{prep.head.lemma} {prep.lower}" in words_of("grammar", "turning")
    return parties_in(clause(prep.head).subjects, goods) if turning else []
