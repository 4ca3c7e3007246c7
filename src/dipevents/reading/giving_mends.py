"""Who gets what, where the model takes those who get it for a part of it, mended in place.

sold PERU AND CHAD 20 tanks                    no names stand before a number but of who gets them
denied handing OVER 20 tanks                   what is handed is handed over: no estimate
Oslo made LIMA A GIFT of two jets              Lima is no gift
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.tails import hang, make_verb

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["hand_over", "make_gift", "share", "share_on"]

_GIVEN = frozenset({"concession", "gift", "grant", "loan", "offer", "pledge", "present", "promise", "proposal"})


def hand_over(over: Word) -> None:
    """Makes a particle of "over" before a number that was taken for an estimate: "denied handing OVER 20 tanks"."""
    verb = over.sentence.words[max(over.i - 1, 0)]
    if over.lower != "over" or verb.lower not in {"hand", "hands", "handed", "handing"}:
        return
    hang([over], verb)
    over.dep, over.tag = "prt", "RP"
    verb.lemma = "hand"
    if not verb.is_verb and verb.dep == "dobj":
        make_verb(verb, "VBG")
        verb.dep = "xcomp"
        hang([c for c in verb.head.children if c.i > over.i and c.dep in {"dative", "prep"}], verb)


def make_gift(gift: Word) -> None:
    """Makes an object of what somebody is made, and of the somebody to whom: "made LIMA A GIFT of two jets"."""
    verb = gift.head
    whom = [c for c in gift.children if c.dep == "nsubj" and verb.i < c.i < gift.i]
    if gift.lemma not in _GIVEN or not gift.is_noun or verb.lemma != "make" or not whom:
        return
    hang(whom, verb)
    whom[0].dep, gift.dep = "dative", "dobj"


def share(goods: Word) -> None:
    """Makes those who get something of names taken for a part of it, or its like: "sold PERU AND CHAD 20 tanks"."""
    verb, words = goods.head, goods.sentence.words
    if not verb.is_verb:
        return
    read = (c for c in (*verb.children, *goods.children) if c.dep in {"compound", "dobj", "nmod"} and c.pos == "PROPN")
    name = next((c for c in read if verb.i < c.i < goods.i and any(k.dep == "conj" for k in c.children)), goods)
    behind = words[max(w.i for w in name.subtree()) + 1 : goods.i] if name is not goods else ()
    opens = next(iter(behind), goods)
    if opens.head is goods and opens.dep in {"det", "nummod"}:
        hang([name], verb)
        name.dep = "dative"


def share_on(goods: Word) -> None:
    """Parts what is got from those who get it, of whom it was taken for another: "sold Peru AND CHAD 20 TANKS"."""
    name, words = goods.head, goods.sentence.words
    if goods.pos != "NOUN" or name.dep != "dobj" or name.pos != "PROPN":
        return
    last = next((c for c in goods.children if c.dep in {"compound", "nmod"} and c.pos == "PROPN"), goods)
    opens = words[last.i + 1] if last is not goods else goods
    counted = opens.head is goods and opens.dep in {"det", "nummod"}
    if counted and words[last.i - 1].lower == "and":
        hang([goods], name.head)
        hang([last], name)
        goods.dep, last.dep, name.dep = "dobj", "conj", "dative"
