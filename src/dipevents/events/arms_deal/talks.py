"""Talks and papers that an infinitive tells the aim of: who holds them, and with whom.

in talks with Paris about buying jets; signed a deal with Paris to buy      who is talked with
in talks with Paris on a deal to sell six jets                              the same
Oslo and Paris are in talks on a deal to sell six jets                      sides whose direction is settled later
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.asking import turned_to
from dipevents.events.arms_deal.frame import is_in, parties_in
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.reading.clauses import clause, is_passive
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Frame, Goods
    from dipevents.reading.sentence import Word

__all__ = ["partners_of", "share_out", "talks_of", "talks_on"]


def talks_of(verb: Word) -> list[Word]:
    """What governs a deal and the talks or papers beside it: "HELD TALKS with Paris on Monday on buying jets"."""
    args = clause(verb)
    beside = (*args.objects, *args.oblique("in", "into")) if verb.is_verb else ()
    return [verb, *(w for w in beside if w.lemma in words_of("documents"))]


def partners_of(verb: Word, goods: Goods) -> list[Word]:
    """The other side of what governs an infinitive: "NEGOTIATING with Washington to buy"."""
    if verb.dep == "pcomp" and verb.head.lower in {"about", "for", "on", "over"}:
        # "in talks with Paris about buying", "signed a deal with Paris for leasing"
        return parties_in((p for w in talks_of(verb.head.head) for p in clause(w).oblique("with")), goods)
    above = verb.head if verb.dep in {"xcomp", "advcl", "acl", "relcl"} and verb.head is not verb else None
    if above is None or not is_to(verb):
        return []
    signed = above.head if above.dep == "dobj" and above.lemma in words_of("documents") else above
    told = dict.fromkeys((*talks_of(above), signed, *talks_on(verb)))
    # "signed a deal with Oslo in May to buy", "held talks with Oslo on a deal to buy"
    return parties_in((p for w in told for p in clause(w).oblique("with")), goods)


def talks_on(verb: Word) -> list[Word]:
    """What is held over a paper that an infinitive tells the aim of: "in TALKS with Oslo over a deal to buy"."""
    paper = verb.head
    over = paper.dep == "pobj" and paper.head.lower in {"about", "on", "over"} and verb.dep in {"acl", "relcl"}
    told = over and is_to(verb) and paper.lemma in words_of("documents")
    return [w for w in talks_of(paper.head.head) if w.is_noun and is_in(w, "sought")] if told else []


def share_out(frame: Frame, goods: Goods) -> None:
    """Makes those receive who are dealt with; who of those in talks over a paper does is left open."""
    verb = frame.trigger
    if frame.recipients or is_passive(verb):
        return
    partners = partners_of(verb, goods) or turned_to(verb, goods)
    if frame.suppliers[1:] + partners and talks_on(verb):
        frame.suppliers, frame.parties = [], [*frame.suppliers, *partners]
    else:
        frame.recipients = partners
