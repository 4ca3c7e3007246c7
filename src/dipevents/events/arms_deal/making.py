"""Where verbs of making and mending put the sides of a deal.

builds frigates for Chile; overhauled Peru's fighters            the subject supplies
hopes to build Peru's next frigate                               the same
builds frigates under licence from Saab                          the subject receives
a plant that makes jets under Russian licence opened in Chad     where the plant stands
Baykar will build a plant in Chad to make drones                 the same, who builds it supplies
Norway is helping Chad to build drones                           who helps supplies, who is helped receives
Chad operates two frigates built by Saab                         who has them receives
Chad's frigates under construction in Peru                       whose they are receives, where they are made supplies
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.counts import was_once
from dipevents.events.arms_deal.frame import Frame, holders, is_named, items_in, parties_in, phrases_of, to_items
from dipevents.events.arms_deal.keepers import keepers_of
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.makers import makers_of
from dipevents.events.arms_deal.papers import endow, engaged
from dipevents.events.arms_deal.talks import partners_of, talks_on
from dipevents.events.arms_deal.urging import let_do
from dipevents.reading.clauses import clause
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Goods
    from dipevents.mentions.equipment import Equipment
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["mends_arms", "read_built", "read_making"]

PLACES = ("in", "at", "near", "outside")


def read_built(noun: Word, goods: Goods) -> Frame | None:
    """The frame of goods that are made for somebody: "Chad's frigates UNDER CONSTRUCTION in Peru", or None."""
    under = noun.head
    if noun.lemma != "construction" or noun.dep != "pobj" or under.lower != "under":
        return None
    above = under.head
    items = items_in([above] if above.is_noun else clause(above).subjects, goods)
    args, beside = clause(noun), clause(above) if above.is_verb else clause(noun)
    owners = [c for i in items for c in i.head.children if c.dep == "poss" and c.pos == "PROPN"]
    makers = parties_in((*args.oblique(*PLACES, "by", "with"), *beside.oblique(*PLACES, "by", "with")), goods)
    given = parties_in((*args.oblique("for"), *beside.oblique("for")), goods) or to_items(items, goods)
    return Frame(noun, "make", "build", makers, given or owners, items=items, soft=True) if items else None


def read_making(frame: Frame, args: Clause, goods: Goods) -> None:
    """Fills the places of a frame whose trigger is a verb of making or mending."""
    if was_once(frame.trigger):
        return  # "jets ORIGINALLY BUILT for Chad"
    known = any(c.dep in {"acomp", "oprd"} and c.lower in {"known", "public"} for c in frame.trigger.children)
    frame.items = [] if known else items_in(args.objects, goods)  # "the sale was MADE PUBLIC by the press"
    frame.soft = True
    licence = [w for w in args.oblique("under") if w.lemma in {"licence", "license"}]
    plants = _plants(frame.trigger, args)
    if licence:
        frame.suppliers = [p for w in licence for p in clause(w).oblique("from")] or list(args.oblique("from"))
        frame.suppliers = frame.suppliers or [c for w in licence for c in w.children if c.dep == "poss" or is_named(c)]
        frame.suppliers = frame.suppliers or let_do(frame.trigger)[0]
        frame.recipients = _around(plants) if plants else parties_in(args.subjects, goods)
        frame.takers = list(args.oblique(*PLACES)) if args.passive else []
        return
    if endow(frame, goods) or _is_helped(frame, goods) or _is_let(frame, goods):
        return
    mended, (chosen, choosing) = frame.key in words_of("mend"), engaged(frame.trigger)
    frame.suppliers = parties_in(chosen or args.subjects, goods)
    frame.takers = parties_in(choosing, goods)
    frame.recipients = parties_in(phrases_of(args, "for"), goods) or to_items(frame.items, goods)
    if not frame.recipients and frame.key in words_of("grammar", "sharing") and frame.trigger.dep != "relcl":
        frame.recipients = parties_in(args.oblique("with"), goods)
    if not frame.recipients and _is_joint(frame.trigger) and len(frame.suppliers) > 1 and _are_typed(frame):
        frame.suppliers, frame.parties = [], frame.suppliers
    elif (mended or talks_on(frame.trigger)) and not chosen and (partners := partners_of(frame.trigger, goods)):
        frame.suppliers, frame.parties = [], [*frame.suppliers, *partners]  # "signed a contract with Saab to refit"
    elif mended and (helpers := _helpers(args, goods)):
        frame.suppliers, frame.recipients = helpers, frame.suppliers
    elif mended:
        frame.recipients += [c for item in frame.items for c in item.head.children if c.dep == "poss"]
        frame.takers += parties_in((w for i in frame.items for w in clause(i.head).oblique("of")), goods)
    elif args.passive and not frame.suppliers:  # "the rebels' rifles were made IN CHINA"
        frame.sources = parties_in(args.oblique("in"), goods)
        frame.takers += [c for i in frame.items for c in i.head.children if c.dep == "poss"]
    elif not frame.recipients and _are_counted(frame) and (keepers := parties_in(keepers_of(frame.trigger), goods)):
        frame.kind, frame.recipients = "item", keepers  # "CHAD operates two frigates built by Saab"
    elif not frame.recipients:
        frame.takers += parties_in(_around(plants), goods)
        frame.takers += [c for i in frame.items for c in i.head.children if c.dep == "poss" and c.pos == "PROPN"]


def _helpers(args: Clause, goods: Goods) -> list[Word]:
    """Whose help somebody has in mending what is its own: "will refit its tanks WITH THE HELP OF SAAB"."""
    helped = [w for w in args.oblique("with") if w.lemma in {"aid", "assistance", "help", "support"}]
    return parties_in((p for w in helped for p in (*clause(w).oblique("of", "from"), *clause(w).owners)), goods)


def _is_joint(verb: Word) -> bool:
    """Whether several make something together: "will JOINTLY produce", "agreed to COPRODUCE"."""
    shared = verb.lemma in words_of("grammar", "sharing")
    together = any(c.lower in {"jointly", "together"} for c in verb.children)
    return shared and (together or verb.lower.startswith("co"))


def _are_counted(frame: Frame) -> bool:
    return bool(frame.suppliers) and any(i.quantity for i in frame.items)


def _are_typed(frame: Frame) -> bool:
    """Whether the lexicon knows by their type whose the goods of a frame are."""
    return bool(makers_of(i.designation or "" for i in frame.items))


def _is_helped(frame: Frame, goods: Goods) -> bool:
    """Whether somebody only helps another to make or mend goods, which fills the frame."""
    verb, above = frame.trigger, frame.trigger.head
    if verb.dep not in {"ccomp", "xcomp"} or above.lemma not in {"aid", "assist", "help"}:
        return False
    helped = [*(c for c in verb.children if c.dep == "nsubj"), *(c for c in above.children if c.dep == "dobj")]
    frame.recipients = parties_in(helped, goods)
    frame.suppliers = parties_in(clause(above).subjects, goods) if frame.recipients else []
    return bool(frame.suppliers)


def _is_let(frame: Frame, goods: Goods) -> bool:
    """Whether somebody lets another make goods, which fills the frame."""
    letting, makers = let_do(frame.trigger)
    if letting and makers:
        frame.suppliers, frame.recipients = parties_in(letting, goods), parties_in(makers, goods)
    return bool(letting and makers)


def _plants(verb: Word, args: Clause) -> list[Word]:
    """The works in which something is made: "a PLANT that will make", "will build a FACTORY to make"."""
    nouns = list(args.subjects)
    if verb.dep in {"advcl", "acl", "relcl", "xcomp"}:
        above = verb.head
        nouns += [above, *(clause(above).objects if above.is_verb else ())]
    return [w for w in dict.fromkeys(nouns) if w.lemma in words_of("grammar", "plants")]


def _around(plants: list[Word]) -> list[Word]:
    """Where works stand or are built."""
    return [p for w in plants for v in (w, w.head) if v is w or v.is_verb for p in clause(v).oblique(*PLACES)]


def mends_arms(item: Equipment, frame: Frame) -> bool:
    """Whether vague goods are to mend arms: "KITS to upgrade its HAWK MISSILES"."""
    heads = (*holders([item]), frame.trigger)
    aims = [c for w in heads for c in w.children if is_to(c) and c.lemma in words_of("mend")]
    behind = (w for c in aims for w in c.subtree() if w.i > item.last.i)
    arms = words_of("missiles") | words_of("grammar", "particular")
    return any({w.lemma, w.lower} & arms for w in behind)
