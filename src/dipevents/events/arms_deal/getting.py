"""Where nouns of getting put their sides: purchases, orders, requests.

Iran's purchase of Russian tanks               its owner receives
a request from Chad for tanks                  the same
won an order for, awarded Saab an order for    the verb above it tells
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.frame import PREMODIFIERS, Frame, from_items, parties_in, to_items
from dipevents.events.arms_deal.idioms import is_beaten
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.noun_goods import is_on_order
from dipevents.events.arms_deal.papers import answers, asking_from, is_outside, permit_of, sharers_of
from dipevents.events.arms_deal.strays import pick, strayed
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Goods
    from dipevents.reading.sentence import Word

__all__ = ["OBJECTS", "read_getting"]

OBJECTS = frozenset({"dobj", "nsubjpass"})


def read_getting(frame: Frame, owners: list[Word], obliques: list[tuple[str, Word]], goods: Goods) -> None:
    """The sides of a noun of getting: "Iran's purchase of tanks from Russia"."""
    wishing = frame.key in words_of("grammar", "wishing")
    asking = asking_from(frame, goods) if wishing else []
    sellers = [pair for pair in obliques if pair[1] not in asking]
    frame.suppliers = pick(sellers, goods, "from", "with", "to") or from_items(frame.items, goods)
    frame.suppliers = frame.suppliers or strayed(frame, goods, "from")  # "the purchase by Chad of jets FROM OSLO"
    if wishing and not frame.suppliers:
        frame.suppliers = strayed(frame, goods, "to")  # "a request by Chad TO OSLO for jets"
    owners = owners or asking
    if frame.key in words_of("grammar", "asking_at"):
        frame.sources = [w for w in pick(obliques, goods, "in") if w.pos == "PROPN"]  # "lodged a request IN OSLO"
    elif frame.key in words_of("grammar", "picking"):  # "Ottawa's choice OF SAAB for its jets"
        frame.suppliers = frame.suppliers or pick(obliques, goods, "of")
        owners = owners or [c for i in frame.items for c in i.head.children if c.dep == "poss" and c.pos == "PROPN"]
    if frame.key == "order" and not frame.suppliers:  # "an order for 28 jets with Saab"
        frame.suppliers = parties_in((w for i in frame.items for w in clause(i.head).oblique("with")), goods)
    keeping = [c for item in frame.items for c in item.head.children if c.dep == "poss" and c.pos != "PRON"]
    frame.sources += [] if is_on_order(frame) else keeping
    frame.sources += sharers_of(frame.trigger) if frame.key == "import" else ()
    frame.recipients = owners or (pick(obliques, goods, "for") if is_on_order(frame) else [])
    frame.takers = to_items(frame.items, goods)  # "the order covers six boats for Peru"
    frame.takers += keeping if is_on_order(frame) else []  # "PERU's boats on order from Oslo"
    if not owners and (permit := permit_of(frame.trigger)) is not None:
        frame.recipients = parties_in(clause(permit).subjects, goods)  # "gave the green light to the purchase of"
    if frame.beside is None:
        frame.recipients = frame.recipients or pick(obliques, goods, "for")
        return
    _get_by_verb(frame, frame.beside, owners, obliques, goods)


def _get_by_verb(
    frame: Frame, beside: Word, owners: list[Word], obliques: list[tuple[str, Word]], goods: Goods
) -> None:
    """The sides of a noun of getting that the verb above it tells."""
    verb, args, wishing = beside.lemma, clause(beside), frame.key in words_of("grammar", "wishing")
    named = all(w.dep in PREMODIFIERS for w in owners) and not frame.suppliers
    its = any(c.dep == "poss" and c.pos == "PRON" for c in frame.trigger.children)
    own = its and frame.key in words_of("grammar", "buying")  # "cancelled ITS order"
    if owners and named and args.subjects and not wishing and verb in words_of("grammar", "upholding"):
        frame.suppliers, frame.recipients = owners, parties_in(args.subjects, goods)  # "Peru defends Oslo jet purchase"
    elif frame.key in {"order", "tender"} and verb in words_of("contract", "won", "bidding"):
        won = args.passive and not is_beaten(frame) and frame.trigger.dep != "nsubjpass"  # "the order was won BY Oslo"
        frame.suppliers = parties_in(args.objects if won else args.subjects, goods)
        frame.recipients = owners or pick(obliques, goods, "from") or from_items(frame.items, goods)
    elif verb in words_of("contract", "awarded") and not wishing:
        frame.recipients = owners or parties_in(args.subjects, goods)
        frame.suppliers = frame.suppliers or parties_in(args.recipients, goods)
    elif not frame.recipients and verb in words_of("discussed") and len(args.subjects) > 1:
        frame.parties = parties_in(args.subjects, goods)  # "Chad and Peru discussed the purchase of"
    elif not frame.recipients and _subject_receives(frame):
        forces, funding = words_of("groups", "forces"), verb in words_of("grammar", "funding")
        funded = [w for w in frame.takers if funding and (w.pos == "PROPN" or w.lemma in forces)]
        frame.recipients = funded or parties_in(args.subjects, goods)  # "finances the purchase of tanks FOR UKRAINE"
        if frame.trigger.dep == "dobj":  # "sent PARIS a request for jets"
            frame.suppliers = frame.suppliers or parties_in(args.recipients, goods)
    elif not frame.suppliers and not own and verb in answers(wishing=wishing):
        frame.suppliers, frame.deciding = parties_in(args.subjects, goods), True
    if not frame.recipients and verb in words_of("contract", "won", "awarded"):
        frame.recipients = to_items(frame.items, goods)


def _subject_receives(frame: Frame) -> bool:
    """Whether the subject of the governing verb receives: "made a request", "goes ahead with the purchase"."""
    own = frame.key in words_of("grammar", "buying")  # "scrapped an order", but "rejected a request"
    if frame.beside is None or frame.beside.lemma in words_of("grammar", "accusing") or is_outside(frame.beside):
        return False
    if frame.trigger.dep == "pobj":
        studied = any(o.lemma in words_of("grammar", "studies") for o in clause(frame.beside).objects)
        return studied or is_on_order(frame) or frame.beside.lemma in words_of("grammar", "proceed")
    if not own and frame.beside.lemma in words_of("grammar", "answering"):
        return False
    put = any(c.lower in {"in", "forward", "down"} for c in frame.beside.children if c.dep in {"prt", "advmod"})
    stopped = frame.beside.lemma in words_of("status", "blocked") and not put  # "put in a request"
    return frame.trigger.dep in OBJECTS and (own or not stopped)
