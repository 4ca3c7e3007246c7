"""Who gets what, where the model takes those who get it for a part of it, mended in place.

sold PERU AND CHAD 20 tanks                    no names stand before a number but of who gets them
denied handing OVER 20 tanks                   what is handed is handed over: no estimate
Oslo made LIMA A GIFT of two jets              Lima is no gift
last week Oslo pledged 30 by May               what is counted is given, it tells no time
refused to sell it FOUR MORE                   the same
took delivery of 30 of the 315 M1A2S           the number counts them: they tell no time
a deal WORTH two billion TO SUPPLY jets        no worth supplies any: the deal tells of it
flies jets bought SECOND-HAND from Oslo        nobody buys a hand: how they were bought
promised PERU ITS JETS                         nor before what they are promised
flies jets it BOUGHT                           no clause of having goes on without a joint: what the goods are
a request from Peru ABOUT SIX JETS             one preposition has one object: what it is about
NO more arms sales; NO more THAN six           "no" counts the sales; but it bounds the number
acquired from PERU SIX JETS                    no name stands before a number but of whom they come from
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import is_to
from dipevents.reading.tails import crown, hang, make_verb

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = [
    "be_counted",
    "be_worth",
    "count",
    "count_more",
    "count_none",
    "hand_over",
    "make_gift",
    "part_goods",
    "part_own",
    "relate_bare",
    "second_hand",
    "share",
    "share_on",
]

_COUNTING = frozenset(
    {"buy", "deliver", "donate", "get", "give", "lease", "offer", "order", "pledge", "promise", "provide", "receive"}
    | {"sell", "send", "supply", "want"}
)
"""Verbs by which so many of the things told before pass."""

_PASSING = _COUNTING | {"acquire", "await", "donate", "export", "hand", "import", "lend", "obtain", "pass", "present"}
_PASSING |= {"procure", "purchase", "rent", "return", "secure", "ship", "take", "transfer"}
"""Those and verbs by which things pass, whose object may stand behind who gives or gets them."""

_MORE = frozenset({"further", "more"})
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


def count(number: Word) -> None:
    """Makes an object of a number that was taken for a time: "last week Oslo pledged 30 by May"."""
    verb, year = number.head, len(number.text) == 4 and number.text.isdigit()
    if number.tag == "CD" and not year and number.i == verb.i + 1:
        _be_given(number, verb)


def count_more(more: Word) -> None:
    """Makes an object of further ones that were taken for a degree: "refused to sell it FOUR MORE"."""
    number = next((c for c in more.children if c.tag == "CD" and c.i == more.i - 1), None)
    if number is not None:
        _be_given(more, more.head)


def count_none(no: Word) -> None:
    """Hangs a denial on the noun of which there are no more: "will be NO MORE arms SALES", but "NO MORE than six"."""
    more, than = (*no.sentence.words[no.i + 1 : no.i + 3], no, no)[:2]
    noun = more.head
    if than.lower == "than" and more.tag in {"JJR", "RBR"}:
        if no.head is not more:
            hang([no], more)
        no.dep = "advmod"
    elif no.head is more and more.lower in _MORE and more.dep == "amod" and noun.is_noun and noun.i > more.i:
        hang([no], noun)
        no.dep = "det"


def _be_given(told: Word, verb: Word) -> None:
    behind = told.sentence.words[told.i + 1 : told.i + 2]
    ends = not behind or behind[0].pos in {"ADP", "CCONJ", "PUNCT"}
    if ends and verb.lemma in _COUNTING and all(c.dep != "dobj" for c in verb.children):
        told.dep = "dobj"


def be_counted(things: Word) -> None:
    """Makes counted things of what was taken for a time right behind its number: "of the 315 M1A2S it ordered"."""
    number = things.sentence.words[things.i - 1]
    several = things.tag in {"NNS", "NNPS"} or (things.text.endswith("s") and any(c.isdigit() for c in things.text))
    counts = things.i and number.tag == "CD" and number.dep == "pobj" and not number.head.is_under(things)
    if several and counts and not number.is_under(things):
        hang([things], number.head)
        things.dep, number.dep = "pobj", "nummod"
        hang([*number.children], things)
        hang([number], things)


def be_worth(told: Word) -> None:
    """Hangs on its noun what a deal of some worth is to bring: "a DEAL worth two billion on Monday TO SUPPLY"."""
    worth = told.head
    if worth.lower != "worth" or not is_to(told):
        return
    above = worth.head
    paper = above if above.is_noun else next((c for c in above.children if c.dep == "dobj" and c.i < worth.i), None)
    if paper is None:
        return
    if above.is_verb:  # "signed a deal worth two billion ON MONDAY to supply"
        hang([c for c in worth.children if c.dep == "prep"], above)
    hang([told], paper)
    told.dep = "acl"


def second_hand(hand: Word) -> None:
    """Makes an adverb of "second-hand" that was taken for what is bought: "flies jets bought SECOND-HAND from Oslo"."""
    words, verb = hand.sentence.words, hand.head
    if hand.i < 3 or [w.lower for w in words[hand.i - 2 : hand.i]] != ["second", "-"] or not verb.is_verb:
        return
    hand.dep = "advmod"
    before = words[verb.i - 1]
    close = verb.i == hand.i - 3 and before.dep in {"dobj", "pobj"} and before.head is not verb
    if close and before.is_noun and verb.tag in {"VBD", "VBN"} and verb.dep not in {"ROOT", "acl"}:
        hang([verb], before)
        make_verb(verb, "VBN")
        verb.dep = "acl"


def part_goods(goods: Word) -> None:
    """Parts what passes from who stands before it behind a preposition: "acquired from PERU SIX JETS"."""
    prep, verb, words = goods.head, goods.head.head, goods.sentence.words
    whom = next((c for c in prep.children if c.dep == "pobj" and c.i < goods.i), goods)
    about = words[whom.i + 1] if whom is not goods else goods
    if about.lower == "about" and about.is_under(goods):
        hang([about], verb)
        hang([goods], about)
        about.dep, about.tag, about.pos = "prep", "IN", "ADP"
        return
    if prep.lower not in {"from", "to"} or not verb.is_verb or verb.lemma not in _PASSING or prep.i + 1 >= goods.i:
        return
    if any(c.dep in {"auxpass", "dobj"} for c in verb.children):
        return
    name = next((c for c in goods.children if c.i < goods.i and _stands_apart(c)), None)
    opens = words[name.i + 1] if name is not None else goods
    if name is None or opens.tag not in {"CD", "DT"} or opens.i >= goods.i or not opens.is_under(goods):
        return
    before = words[prep.i + 1 : name.i]
    if all(w.dep in {"amod", "compound", "det", "nmod"} for w in before):
        hang([c for c in name.children if c.i > name.i], goods)
        hang([w for w in before if w.head is goods], name)
        hang([name], prep)
        hang([goods], verb)
        name.dep, goods.dep = "pobj", "dobj"


def _stands_apart(word: Word) -> bool:
    """Whether a word before goods may be no part of them: a name, or a noun that modifies none by its place."""
    return (word.pos == "PROPN" and word.dep in {"compound", "nmod"}) or (word.pos == "NOUN" and word.dep == "nmod")


def part_own(goods: Word) -> None:
    """Makes an object of what somebody is given that was taken for another name of his: "promised PERU ITS JETS"."""
    name, words = goods.head, goods.sentence.words
    opens = words[min(name.i + 1, len(words) - 1)]
    given = name.head.lemma in _PASSING and name.dep == "dobj" and name.pos == "PROPN"
    if given and goods.pos == "NOUN" and opens.head is goods and opens.dep in {"det", "nummod", "poss"}:
        hang([goods], name.head)
        goods.dep, name.dep = "dobj", "dative"


def relate_bare(subject: Word) -> None:
    """Makes a clause on goods of one that was taken for the main one: "flies jets IT BOUGHT from Oslo"."""
    verb, goods = subject.head, subject.sentence.words[max(subject.i - 1, 0)]
    above = goods.head
    if not (goods.is_noun and goods.dep == "dobj" and above.head is verb and above.i < goods.i < verb.i):
        return
    if verb.lemma not in _PASSING or above.dep not in {"advcl", "ccomp"} or any(c.dep == "dobj" for c in verb.children):
        return
    if verb.dep == "ROOT":
        crown(above, verb, "relcl")
    else:
        above.dep = verb.dep
        hang([above], verb.head)
    hang([c for c in verb.children if c.i < above.i], above)
    hang([verb], goods)
    verb.dep = "relcl"
