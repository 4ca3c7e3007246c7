"""Numbers without a noun that stand for equipment told before, and the sums that deals are worth.

5,000 of them, a dozen, twelve more     so many of the things told before
118 of the vehicles, 36 of the type     the same
its first six, the first battery        a part of them
the first of eight, three of the ten    the same, the whole told beside it
Iranian ones                            the like from elsewhere
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.arms_deal.lexicon import words_of
from dipevents.mentions.amounts import find_amounts, number_in_words
from dipevents.models.actor import countries_of

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Frame, Goods
    from dipevents.events.arms_deal.parties import Sides
    from dipevents.mentions.equipment import Equipment
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.arms_deal import ArmsItem
    from dipevents.models.money import Money
    from dipevents.reading.sentence import Word

__all__ = [
    "ORDINALS",
    "are_told",
    "counting",
    "is_count",
    "is_general",
    "is_other",
    "is_price",
    "of_them",
    "part_of",
    "parted_by_number",
    "quantity_of",
    "so_many",
    "telling_words",
    "uncounted",
    "value_of",
    "was_once",
]

CALIBRE = re.compile(r"\d[\d.,]*(?=[ -]?(?:mm|millimet\w+|pound|lb|kg|kilogram|inch|cm)\b)")
ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "attr"})
COUNTED = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})
RANKS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
ORDINALS = frozenset(RANKS[1:7])
DEFINITE = frozenset({"the", "these", "those", "this", "that", "such"})
DEPTH = 3
"""Nouns between equipment and what counts it: "two of eight BATTERIES of the system"."""
YEAR, YEARS = 4, range(1800, 2100)
"""Digits and span of what may be a year."""


def so_many(thing: Equipment, head: Word, last: Word) -> Equipment:
    """Equipment told before as words count it anew: "its first six", "thirty-six"."""
    words = head.sentence.words
    leading = {c.i for c in head.children if c.dep in {"amod", "nummod", "compound", "punct"} or c.lower == "another"}
    start = head.i
    while start - 1 in leading or (start and words[start - 1].text == "-"):
        start -= 1
    use = "dual" if thing.use == "dual" else "military"
    number = next((c for c in head.children if c.dep == "nummod"), head) if head.lower == "more" else head
    counted = replace(thing, head=head, first=words[start], last=last, quantity=quantity_of(number), use=use)
    return replace(counted, carrier=None, meant=thing)


def counting(noun: Word) -> Word:
    """What counts a deal's noun, else the noun itself: "suspended 30 OF 350 licences", "froze a MILLION in aid"."""
    count = noun.head.head if noun.dep == "pobj" and noun.head.lower in {"of", "in"} else noun
    counts = words_of("grammar", "counts", "stages")
    return count if count.pos == "NUM" or count.lower in counts or count.lemma in counts else noun


def quantity_of(number: Word) -> int | None:
    """How many a number tells, in digits or in words; None where it is none."""
    text = number.text.replace(",", "")
    if text.isascii() and text.isdigit():
        return int(text)
    told = number_in_words(text.lower())
    return int(told[0]) if told is not None else None


def is_count(item: ArmsItem) -> bool:
    """Whether an item is a number of things told before: "five", "3,000 of them", "four more", "Iranian ones"."""
    words = item.text.lower().split()
    last = words[-1] if not (item.designation or "-").lower().endswith(words[-1]) else "-"  # "12 Mirage 2000"
    number = last.replace(",", "").isdigit() or number_in_words(last) is not None
    return number or last in {"them", "these", "those", "more", "ones", *ORDINALS, *words_of("grammar", "counts")}


def parted_by_number(a: ArmsItem, b: ArmsItem) -> bool:
    """Whether two items differ in number or calibre: "six jets" and "ten jets", "155mm shells" and "105mm shells"."""
    sizes = [set(CALIBRE.findall(i.text.lower())) for i in (a, b)]
    counted = a.quantity is not None and b.quantity is not None and a.quantity != b.quantity
    return counted or (all(sizes) and sizes[0].isdisjoint(sizes[1]))


def telling_words(item: ArmsItem) -> list[str]:
    """The words of an item that tell its number and kind: "dozen" and "jets" of "a dozen used jets"."""
    return [w for w in item.text.lower().split() if w not in {"a", "half"} | words_of("used")]


def uncounted(item: ArmsItem) -> ArmsItem:
    """An item without its number."""
    return replace(item, quantity=None, text=item.text.split(maxsplit=1)[-1]) if item.quantity is not None else item


def is_general(noun: Word) -> bool:
    """Whether a noun means things told before by their kind alone: "THE VEHICLES", "the same SYSTEM", "the FORMER"."""
    if any(c.dep in {"relcl", "acl"} or c.lower == "of" for c in noun.children):
        return False  # "the missiles our factories assemble"
    inner = [c for c in noun.children if c.dep not in {"punct", "cc", "conj"} and c.i < noun.i]
    if noun.lemma not in words_of("grammar", "machines", "sorts") or not any(c.lower in DEFINITE for c in inner):
        return False
    return all(c.lower in DEFINITE or c.lower == "same" or c.dep == "nummod" for c in inner)


def are_told(things: Word) -> bool:
    """Whether a noun behind "of" means things told before: "ten of THE JETS", "of THE SAME JETS"."""
    definite = any(c.lower in DEFINITE for c in things.children)
    plain = all((c.dep in {"det", "amod"} and c.text.islower()) or c.lower == "from" for c in things.children)
    return is_general(things) or (definite and plain and things.lemma in words_of("grammar", "machines"))


def _is_told(things: Word) -> bool:
    """The same, or a number of them: "ten of THE 36"."""
    return are_told(things) or (things.tag == "CD" and any(c.lower in DEFINITE | {"its"} for c in things.children))


def is_other(number: Word, goods: Goods) -> bool:
    """Whether "one" stands for what is no goods: "asked Chad for a FAVOUR and Peru for ONE"."""
    near = next((w for w in reversed(number.sentence.words[: number.i]) if w.pos == "NOUN"), number)
    return number.lower == "one" and near not in goods and any(c.lower in {"a", "an"} for c in near.children)


def of_them(number: Word) -> Word | None:
    """The last word of a number that stands for things told before, or None where it counts something else.

    "5,000 of them", "12 more", "a dozen", "none"; no year, no sum, no share of what is named behind it.
    """
    if number.lower in ORDINALS and number.dep in COUNTED:
        alone = [c for c in number.children if c.i < number.i]
        return number if len(alone) == len(number.children) == 1 and alone[0].lower == "a" else None
    if number.lower == "more" and number.dep in COUNTED and any(c.tag == "CD" for c in number.children):
        return number  # "buy 30 MORE": the parse makes it the head
    named = number.lower in words_of("grammar", "counts") | {"ones"} or number_in_words(number.lower) is not None
    if number.pos != "NUM" and not named:
        return None
    if number.dep not in COUNTED or any(c.tag == "$" or c.dep == "nummod" for c in number.children):
        return None
    last = number
    for child in number.children:
        if child.dep == "prep" and child.i > number.i and child.lower == "of":
            things = [p for p in child.children if p.dep == "pobj"]
            if not things or not (things[0].lower in {"them", "these", "those"} or _is_told(things[0])):
                return None
            last = things[0]
        elif child.lower == "more" and child.i == number.i + 1:
            last = child
    text = number.text.replace(",", "")
    if text.isascii() and text.isdigit():
        return None if len(number.text) == YEAR and last is number and int(text) in YEARS else last
    return last if text.isalpha() and text.lower() != "ones" else None


def was_once(participle: Word) -> bool:
    """Whether goods were for others at first, who never got them: "jets ORIGINALLY built for Chad"."""
    return any(c.lower in {"initially", "once", "originally"} for c in participle.children)


def is_price(item: Equipment) -> bool:
    """Whether things are what others are given for: "handed over 28 tanks FOR 40 GERMAN TRUCKS"."""
    return item.quantity is not None and item.use == "dual"


def part_of(item: Equipment) -> int | None:
    """How many of equipment are meant where a part is counted: "THREE of the ten tanks", "the THIRD of ten tanks".

    Who got the third of them has got three, whether the text tells how many there are or not ("the THIRD tank").
    """
    if item.quantity is None:
        numbers = [c for c in item.head.children if c.dep == "nummod"] if item.meant is not None else []
        told = [*(RANKS.index(w.lower) + 1 for w in _ranking(item)), *(quantity_of(n) or 0 for n in numbers)]
        return max(told, default=None) or None  # "ordered eight batteries. TWO BATTERIES have arrived"
    noun = item.head
    for _ in range(DEPTH):
        if (counted := _counted(noun, item.quantity)) is not None:
            return counted if counted < item.quantity else None
        if noun.dep != "pobj" or noun.head.lower != "of":
            break
        noun = noun.head.head
    return None


def _ranking(item: Equipment) -> list[Word]:
    """The ordinals of one machine: "the THIRD tank", "the FIRST", but "the first batch", "the first tanks"."""
    several = words_of("grammar", "lots", "wholes")
    one = item.head.tag in {"NN", "NNP"} and item.head.lemma not in several
    beside = [c for c in item.head.children if one and item.first.i <= c.i < item.head.i]
    return [w for w in (item.head, *beside) if w.lower in RANKS]


def _counted(noun: Word, whole: int) -> int | None:
    """How many of a whole a word tells: "THREE", "second and THIRD", "HALF"; before its number, "14 of 24 tanks"."""
    ahead = [noun.sentence.words[max(c.i - 2, 0) : c.i] for c in noun.children if c.dep == "nummod"]
    if (rest := _all_but(noun)) is not None:
        return whole - rest
    words = [noun, *(c for c in noun.children if c.dep == "conj")]
    words += [pair[0] for pair in ahead if pair[-1:] and pair[-1].lower == "of"]
    told = [RANKS.index(w.lower) + 1 if w.lower in RANKS else quantity_of(w) for w in words]
    told += [whole // 2] if noun.lower == "half" else []
    return max((n for n in told if n), default=None)


def _all_but(noun: Word) -> int | None:
    """How many are left out of a whole: "ALL BUT 26 of the 180 tanks"."""
    words = noun.sentence.words
    number = next((w for w in (noun, *words[noun.i + 1 : noun.i + 3]) if w.tag == "CD"), None)
    led = [w.lower for w in words[max(number.i - 2, 0) : number.i]] if number is not None else []
    return quantity_of(number) if number is not None and led == ["all", "but"] else None


def value_of(mentions: Mentions, frame: Frame, sides: Sides, rivals: int) -> Money | None:
    """The amount beside the trigger or its equipment; any amount of the sentence where it tells of one deal alone."""
    sentence = frame.trigger.sentence
    countries = countries_of((*sides.suppliers, *sides.recipients))
    found = find_amounts(mentions.article.text, sentence.body, sentence.end, countries)
    amounts = [m for m in found if not _is_elsewhere(m, frame)]
    if rivals <= 1:
        return amounts[0] if amounts else None
    if (span := frame.span) is not None:
        end = next((w.start for w in sentence.words if w.text == ";" and span[0] < w.start), span[1])
        return next((m for m in amounts if m.evidence and span[0] <= m.evidence.start < min(end, span[1])), None)
    anchors: list[Word] = [frame.trigger, *(item.head for item in frame.items)]
    for money in amounts:
        word = sentence.word_at(money.evidence.start) if money.evidence is not None else None
        if word is not None and any(w.text == ";" for w in sentence.words[word.i : frame.trigger.i]):
            continue  # "paid a million for jets; Chad ordered boats"
        if word is not None and any(up is anchor for up in word.ancestors() for anchor in anchors):
            return money
    return None


def _is_elsewhere(money: Money, frame: Frame) -> bool:
    """Whether a sum tells of other things: "a BUDGET of $2bn", ", whose DEBT is $80 billion", "and LENT it $2bn"."""
    start, end = (money.evidence.start, money.evidence.end) if money.evidence is not None else (0, 0)
    word = frame.trigger.sentence.word_at(start)
    anchors = {frame.trigger, *(item.head for item in frame.items)}
    path: list[Word] = []
    for up in (word, *word.ancestors()) if word is not None else ():
        if up in anchors:
            break
        path.append(up)
        if up.dep == "relcl" or (up.dep in {"conj", "advcl"} and up.is_verb):
            break
    verbs = [up for up in path if up.is_verb]
    parts = [c for verb in verbs for c in verb.children if c.dep in ARGUMENTS and c not in anchors]
    parts += [c for up in path for p in up.children if p.lower in {"of", "in"} for c in p.children if c not in anchors]
    behind = [up for up in path if up.start >= end][:1]  # "a $61 billion BILL", but "2 billion in AID"
    funds, totals = words_of("groups", "funds"), words_of("groups", "totals")
    if any(n.lemma in totals for n in path) or any(n.lemma in funds | totals for n in (*behind, *parts)):
        return True
    if not verbs or path[-1] is not verbs[-1] or path[-1].dep == "ROOT" or frame.trigger.is_under(path[-1]):
        return False
    parts += [path[-1].head] if path[-1].dep == "relcl" else []
    dealt = words_of("nouns", "both", "give", "get") - {"loan", "grant"}
    priced = words_of("grammar", "valuing", "paying")
    return not any(n.lemma in priced for n in path) and not any(n in anchors or n.lemma in dealt for n in parts)
