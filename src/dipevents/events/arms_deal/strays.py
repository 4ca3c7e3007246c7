"""Phrases that tell the sides of a word, and those that the parse hangs elsewhere.

sold rifles worth a million dollars TO CHAD      hung on the price
protested against arms sales TO CHAD             hung on the verb above
the sale of jets by Oslo TO CHAD                 hung on the other side
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.frame import REACH, TENSED, parties_in
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.mentions.words import lexicon
from dipevents.reading.clauses import appositions, clause, with_conjuncts
from dipevents.reading.grammar import is_within

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Frame, Goods
    from dipevents.mentions.equipment import Equipment
    from dipevents.reading.sentence import Word

__all__ = ["astray", "below", "name_behind", "names_receiver", "pick", "strayed"]

PHRASES = frozenset({"to", "into", "from", "by", "of"})
HUNG = frozenset({"prep", "dative"})
LED = frozenset({"prep", "agent", "dative"})
DEPTH = 5
"""Phrases hung on each other below a noun."""


def pick(obliques: list[tuple[str, Word]], goods: Goods, *prepositions: str) -> list[Word]:
    """Of a noun's phrases those with one of these prepositions that tell of parties."""
    named = (w for p, w in obliques if w.head.head.lower not in words_of("grammar", "compound") and p in prepositions)
    return parties_in(named, goods)


def astray(verb: Word, items: list[Equipment], goods: Goods, preposition: str) -> list[Word]:
    """A phrase that the parse hangs on a word behind the equipment: "sold rifles worth a million dollars TO Chad"."""
    if not items:
        return []
    behind = items[-1].head.i
    for word in verb.sentence.words[behind + 1 : behind + REACH]:
        if word.is_verb and word.tag in TENSED:
            break
        if (
            word.lower == preposition
            and word.dep in {"prep", "dative"}
            and word.is_under(verb)
            and word.head.lower not in words_of("grammar", "compound")
            and word.head.lemma not in words_of("grammar", "beside")
        ):
            found = parties_in((p for p in word.children if p.dep == "pobj"), goods)
            if found:
                return list(with_conjuncts(found))
    return []


def strayed(frame: Frame, goods: Goods, *prepositions: str) -> list[Word]:
    """Whom a phrase names that belongs to the noun of a frame, wherever the parse hangs it."""
    return below(frame.trigger, goods, *prepositions) or behind(frame.trigger, frame.items, goods, *prepositions)


def name_behind(noun: Word) -> list[Word]:
    """The name right behind a noun, wherever the parse hangs it: "the shipbuilder DCNS", "its ally CHAD"."""
    if noun.lemma not in words_of("groups", "makers") and noun.lemma not in lexicon("opposites"):
        return []
    return [w for w in noun.sentence.words[noun.i + 1 : noun.i + 2] if w.tag == "NNP"]


def names_receiver(noun: Word, goods: Goods) -> bool:
    """Whether a noun of dealing tells itself who gets the goods: "PERU's purchase", "the sale TO PERU"."""
    if noun.lemma in words_of("nouns", "give"):
        return bool(parties_in(clause(noun).oblique("to"), goods) or below(noun, goods, "to"))
    if noun.lemma not in words_of("nouns", "get"):
        return False
    owned = any(c.dep == "poss" and c.pos != "PRON" for c in noun.children)
    return owned or bool(parties_in(clause(noun).oblique("by"), goods) or below(noun, goods, "by"))


def behind(noun: Word, items: list[Equipment], goods: Goods, *prepositions: str) -> list[Word]:
    """Who stands in the phrases right behind a noun and its equipment, wherever the parse hangs them.

    "protested against arms sales TO CHAD", "stop the smuggling of rifles from Oslo TO CHAD", "vetoed the purchase of
    jets BY CHAD".
    """
    words = noun.sentence.words
    at = 1 + max([noun.i, *(item.last.i for item in items if item.head.sentence is noun.sentence)])
    if words[at : at + 1] and words[at].text == ",":  # "the export of six radars, able to see jets, TO CHAD"
        closing = next((w for w in words[at + 1 : at + REACH] if w.text == "," or w.tag in TENSED), None)
        at = closing.i + 1 if closing is not None and closing.text == "," else at
    for _ in range(DEPTH):
        prep = words[at] if at < len(words) else noun
        led = [p for p in prep.children if p.dep == "pobj"] if prep.lower in PHRASES and prep.dep in HUNG else []
        if not led:
            break
        if prep.lower in prepositions:
            return _named(led, goods)
        at = 1 + max(w.i for w in with_conjuncts(led))
    return []


def below(trigger: Word, goods: Goods, *prepositions: str) -> list[Word]:
    """A phrase that the parse hangs on the equipment or the other side: "the sale of jets by Oslo TO CHAD".

    A name, a state or a force takes no such phrase itself; other nouns do ("a firm with ties TO PERU").
    """
    sides = words_of("groups", "states", "forces", "makers", "buyers")
    found: list[Word] = []
    level = [c for c in trigger.children if c.dep in LED]
    for _ in range(DEPTH):
        heads = [w for c in level for w in c.children if w.dep == "pobj"]
        named = [a for w in heads for a in (appositions(w) or name_behind(w))]
        able = [
            w for w in (*with_conjuncts(heads), *named) if w.pos == "PROPN" or w in goods or {w.lemma, w.lower} & sides
        ]
        level = [c for w in able for c in w.children if c.dep in LED]
        found += [p for c in level if c.lower in prepositions for p in c.children if p.dep == "pobj" and p.is_noun]
        if found or not level:
            break
    return _named(found, goods)


def _named(found: list[Word], goods: Goods) -> list[Word]:
    return list(with_conjuncts(parties_in((p for p in found if not is_within(p, "DATE")), goods)))
