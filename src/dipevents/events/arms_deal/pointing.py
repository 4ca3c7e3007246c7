"""Words that mean goods or a deal told before, and tell of none anew.

the frigates, the first of the jets        goods by "the" and their kind alone
the frigate deal, the jet purchase         a deal by "the" and the kind of its goods
the package includes radars                further goods of a deal
cleared the sale of the jets               who lets it happen, or made them, is no further side
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dipevents.events.arms_deal.frame import PREMODIFIERS
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.parties import Sides
from dipevents.mentions.timing import date_mentions_of
from dipevents.models.event_date import EventDate
from dipevents.reading.clauses import clause
from dipevents.reading.grammar import is_to
from dipevents.reading.sentence import Word

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Frame
    from dipevents.mentions.equipment import Equipment
    from dipevents.mentions.mentions import Mentions

__all__ = [
    "Pointer",
    "adds_goods",
    "is_anaphor",
    "own_date",
    "points_back",
    "points_by_goods",
    "points_by_kind",
]

DEFINITE = frozenset({"the", "these", "those", "this", "that"})
DEALS = frozenset({"both", "give", "get"})


class Pointer(NamedTuple):
    """A noun that points back at a deal.

    Attributes:
        noun: The noun.
        struck: The date in its phrase: "the contract OF 2017".
        sides: The sides that its clause names.
        here: The states that its sentence names: a deal of theirs is meant, if there is any.
        won: Whether it is told who won it.
        deciding: Whether who would supply by its clause only decides on it: "OSLO blocked the sale".
    """

    noun: Word
    struck: EventDate | None
    sides: Sides
    here: frozenset[str]
    won: bool
    deciding: bool


def is_anaphor(word: Word) -> bool:
    """Whether a noun points back at a deal: "the contract", "this sale", "its order"."""
    if word.pos != "NOUN" or word.lemma not in words_of("anaphors"):
        return False
    if any(c.lower in words_of("others") or (c.tag == "JJS" and word.dep != "attr") for c in word.children):
        return False  # "The BIGGEST order went to Saab"
    share = word.head.head if word.dep == "pobj" and word.head.lower == "of" else word
    if share.lower in {"pct", "percent", "%", "cent"}:
        return False  # "17 percent of its SALES"
    if any(c.dep in {"acl", "relcl"} and is_to(c) and clause(c).objects for c in word.children):
        return False  # "Lima's REQUEST to buy F-35 jets" tells what it is about
    if word.lemma == "delivery" and word.dep in {"nsubj", "nsubjpass"} and not word.children:
        return True  # "DELIVERIES will begin next year"
    signed = word.dep == "nsubjpass" and word.head.lemma == "sign" and len(word.children) == 1
    if signed and word.children[0].lower in {"a", "an"}:
        return True  # "A CONTRACT was signed on Tuesday"
    return any(
        (c.dep == "det" and c.lower in {"the", "this", "that", "these", "those"}) or c.dep == "poss"
        for c in word.children
    )


def own_date(mentions: Mentions, noun: Word) -> EventDate | None:
    """The date within a noun's own phrase, or of its signing: "the contract of 2017", "it was signed in July"."""
    verb = noun.head
    signed = noun.dep == "nsubjpass" and verb.lemma in words_of("grammar", "struck") | {"book"}
    signed = signed and not any(c.tag == "MD" for c in verb.children)  # "will be signed in July"
    for mention in date_mentions_of(mentions, noun):
        word = noun.sentence.word_at(mention.start)
        if word is not None and word.is_under(verb if signed else noun):
            return mention.when
    return None


def points_back(item: Equipment) -> bool:
    """Whether equipment is told by "the" and its kind alone: no number, clause or word that tells it from others."""
    words = item.head.sentence.words
    aside = words[item.head.i + 1 : item.head.i + 2] and words[item.head.i + 1].text == ","  # "the jets, made by Saab,"
    told = {"of"} if aside else {"of", "relcl", "acl"}
    if item.quantity is not None or any(c.dep in told or c.lower in told for c in item.head.children):
        return False
    words = words[item.first.i : item.head.i]
    if any(w.tag in {"JJ", "JJR", "JJS"} and w.text.islower() and w.lower != "new" for w in words):
        return False
    noun = item.carrier or (item.head.head if item.head.dep in PREMODIFIERS else item.head)
    return any(c.dep == "det" and c.lower in DEFINITE for c in (*noun.children, *item.head.children))


def points_by_kind(frame: Frame) -> bool:
    """Whether a deal is told by the kind of its goods alone, as known: "THE FRIGATE DEAL"."""
    noun = frame.trigger
    if frame.kind not in DEALS or not is_anaphor(noun) or not frame.items:
        return False
    return all(_is_before(item, noun) and item.quantity is None for item in frame.items)


def _is_before(item: Equipment, noun: Word) -> bool:
    return item.carrier is noun or (item.head.head is noun and item.head.dep in PREMODIFIERS)


def adds_goods(frame: Frame) -> bool:
    """Whether a known deal is said to comprise further goods: "THE PACKAGE also INCLUDES radars"."""
    noun, verb = frame.trigger, frame.trigger.head
    comprised = noun.dep == "nsubj" and verb.lemma in words_of("grammar", "comprise")
    comprised = comprised or any(
        c.dep in {"relcl", "acl"} and c.lemma in words_of("grammar", "comprise") for c in noun.children
    )
    return frame.kind in DEALS and comprised and is_anaphor(noun)


def points_by_goods(frame: Frame) -> bool:
    """Whether all goods of a deal are told before: "Washington approved the sale of THE DANISH JETS"."""
    return bool(frame.items) and all(map(points_back, frame.items))
