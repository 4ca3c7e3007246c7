"""Who supplies and who receives by what is paid, owed or given in return.

traded rifles with Peru for oil, to Peru        the subject gives, the other side gets
swapped six tanks for two boats with Peru       it gets what is behind "for", from the other side
repaid Oslo for arms purchases                  who pays has bought
Chad's outlay on a contract to supply jets      who spends will get them
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.frame import Frame, is_named, items_in, parties_in
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.reading.clauses import clause
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Goods
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["is_paid_besides", "is_sum", "repaying", "spending_on", "swapped"]


def swapped(frame: Frame, args: Clause, goods: Goods) -> bool:
    """Fills "traded rifles with Peru", where nothing military comes back; gives whether the verb tells such."""
    given = items_in(args.objects, goods) if frame.key in words_of("payments", "swapping") else []
    hung = (w for item in given for w in clause(item.head).oblique("with"))
    partners = parties_in((*args.oblique("with", "to"), *hung), goods)
    if not given or not partners or items_in(args.oblique("for"), goods):
        return False
    frame.kind, frame.items = "give", given
    frame.suppliers, frame.recipients = parties_in(args.subjects, goods), partners
    return True


def repaying(noun: Word) -> Word | None:
    """The verb by which somebody pays for what a noun tells: "REPAID Oslo for arms purchases"."""
    verb = noun.head.head if noun.dep == "pobj" and noun.head.lower == "for" else None
    verb = verb.head if verb is not None and verb.dep == "dobj" else verb  # "owes Oslo A MILLION for arms purchases"
    return verb if verb is not None and verb.lemma in words_of("payments", "repaying") else None


def spending_on(verb: Word) -> list[Word]:
    """Who spends on a contract that others are to carry out: "CHAD's outlay on a contract to supply jets"."""
    paper = verb.head
    if not is_to(verb) or verb.dep not in {"acl", "relcl"}:
        return []
    sums = [paper]  # the parse may hang the infinitive on the outlay itself
    if paper.dep == "pobj" and paper.head.lower in {"on", "for"}:
        above = paper.head.head
        sums += [above, *(clause(above).objects if above.is_verb else ())]
    spent = [w for w in sums if w.lemma in words_of("payments", "spending")]
    return [c for w in spent for c in w.children if c.dep == "poss" or is_named(c)]


def is_paid_besides(verb: Word, args: Clause) -> bool:
    """Whether a deal is only said to be paid: "the jet purchase, to be PAID for in oil", "for which IT HAD PAID"."""
    if verb.lemma == "award" and not any(is_sum(c) for c in verb.children if c.dep == "dobj"):
        return True  # "awarded Oslo a contract": the noun tells it
    paid = (c for c in verb.children if c.dep == "nsubj" and c.lower in {"it", "they"})
    return verb.dep == "relcl" and (args.passive or any(paid))


def is_sum(noun: Word) -> bool:
    """Whether a noun is a sum of money: "$2bn", "190 million euros"."""
    money = noun.lemma in words_of("grammar", "ways") or any(c.isdigit() for c in noun.text)
    return money and any(w.tag in {"$", "CD"} or any(c.isdigit() for c in w.text) for w in noun.subtree())
