"""What a visit is for, by what they travel, and how many visits the words speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.phases import is_among
from dipevents.events.visit.ellipsis import is_time
from dipevents.events.visit.frames import Frame, visit_words
from dipevents.reading.clauses import clause, phrase, support_verb
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["count_of", "purpose_of", "transport_of"]

TIMES = {"once": 1, "twice": 2, "thrice": 3}
NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
}


def purpose_of(mentions: Mentions, trigger: Word) -> str | None:
    """The words that say what the visit is for: "for talks on gas", "to sign a treaty".

    What is done instead of it, and to come, to stay or to go back, is no purpose: "cut short a visit TO RETURN home".
    """
    carrier = support_verb(trigger) if not trigger.is_verb else None
    visits = visit_words("verbs", "visit")
    if carrier is not None and (is_among(carrier, "calling_off") or carrier.lemma == "cut"):
        carrier = None
    for word in (trigger, carrier):
        for child in word.children if word is not None else ():
            if child.i < trigger.i:
                continue
            if child.dep in {"advcl", "xcomp", "acl", "relcl"} and child.tag == "VB" and is_to(child):
                if child.lemma in {"come", "go", "return", "stay", *(visits if child.dep == "acl" else ())}:
                    continue  # "an invitation TO VISIT Prague"
                return _words(mentions, child)
            if child.dep == "prep" and child.lower == "for":
                fillers = [c for c in child.children if c.dep == "pobj" and c.pos == "NOUN"]
                aims = visit_words("presence", "purposes") - visit_words("nouns", "visit")
                if fillers and fillers[0].lemma in aims:
                    return _words(mentions, fillers[0])
    return None


def _words(mentions: Mentions, head: Word) -> str:
    first, last = phrase(head)
    return mentions.word_evidence(first, last).text


def transport_of(mentions: Mentions, frame: Frame) -> str | None:
    """The words that name the vehicle: "by bus", "Kim's armored train"."""
    nouns = visit_words("transport", "nouns")
    prepositions = visit_words("transport", "prepositions")
    for prep, word in clause(frame.trigger).obliques:
        if prep in prepositions and word.lemma in nouns and not any(c.dep == "poss" for c in word.children):
            first, last = phrase(word, skip=("det", "prep", "relcl", "acl", "appos", "conj", "cc", "punct"))
            return mentions.word_evidence(first, last).text
    for word in frame.visitors:
        if word.lemma in nouns and any(c.dep == "poss" for c in word.children):
            first, last = phrase(word, skip=("det", "poss", "prep", "relcl", "acl", "appos", "conj", "cc", "punct"))
            return mentions.word_evidence(first, last).text
    return None


def count_of(trigger: Word) -> int | None:
    """How many visits the words speak of ("ten trips", "twice flew", "was there three times"), or None for one."""
    for child in trigger.children:
        if trigger.is_verb and child.lower in TIMES:
            number = TIMES[child.lower]
        elif trigger.tag == "NNS" and child.dep == "nummod":
            number = 1 if is_time(trigger) else _number(child)  # "FOUR DAYS in Oslo"
        elif trigger.is_verb and child.lower == "times":
            number = next((_number(c) for c in child.children if c.dep == "nummod"), 0)
        else:
            continue
        return number if number > 1 else None
    return None


def _number(word: Word) -> int:
    """The number that a word tells; 0 for none that is known."""
    digits = word.lower.isascii() and word.lower.isdigit() and len(word.lower) < 5
    return int(word.lower) if digits else NUMBERS.get(word.lower, 0)
