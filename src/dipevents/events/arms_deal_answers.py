"""Answers to a request or an offer that is told before: "Oslo has said no", "the ministry turned it down".

said no, declined, refused                    a verb without anything that it would refuse
turned it down, rejected the request          a verb whose object points back
the answer was no                             the noun
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dipevents.events.arms_deal_lexicon import words_of
from dipevents.reading.clauses import clause, is_negated, is_passive

if TYPE_CHECKING:
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["Refusal", "find_refusals"]

HELPERS = frozenset({"have", "be", "do"})
BACK = frozenset({"it", "them", "this", "that", "both"})
OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "prep", "attr", "acomp", "oprd"})


class Refusal(NamedTuple):
    """A refusing word, and the heads of those who refuse where they are named."""

    cue: Word
    who: tuple[Word, ...]


def find_refusals(sentence: Sentence) -> list[Refusal]:
    """The refusals of a sentence that name no goods, in text order."""
    words = sentence.words_among(words_of("answers", "words"))
    return [found for word in words if word.is_verb and (found := _refusal(word)) is not None]


def _refusal(verb: Word) -> Refusal | None:
    if is_negated(verb) or any(
        c.dep in {"aux", "mark"} and c.lower != "to" and c.lemma not in HELPERS for c in verb.children
    ):
        return None
    args = clause(verb)
    if verb.lemma == "be":
        answer = next((c for c in verb.children if c.dep == "nsubj" and c.lemma in words_of("answers", "nouns")), None)
        refused = answer is not None and any(_is_no(c) for c in verb.children)
        return Refusal(verb, args.subjects[:0]) if refused else None
    if verb.lemma == "say":
        return Refusal(verb, args.subjects) if any(_is_no(c) for c in verb.children) else None
    if verb.lemma == "turn" and "down" not in {c.lower for c in verb.children}:
        return None
    if verb.lemma in words_of("answers", "passive") and is_passive(verb):
        told = any(c.dep == "nsubjpass" and _points_back(c) for c in verb.children)  # "the request was refused"
        return Refusal(verb, args.subjects if told else ()) if told or _asker_refused(verb) else None
    objects = [o for o in args.objects if o is not verb.head]
    if objects:
        pointing = all(o.lower in BACK or o.lemma in words_of("answers", "asked") for o in objects)
        return Refusal(verb, args.subjects) if pointing else None
    alone = verb.lemma in words_of("answers", "alone") and not any(c.dep in OBJECTS for c in verb.children)
    return Refusal(verb, args.subjects) if alone else None


def _points_back(noun: Word) -> bool:
    """Whether a noun means a request told before, with nothing of what it asks for."""
    known = any(c.dep == "poss" or c.lower in {"the", "this", "that"} for c in noun.children)
    return known and noun.lemma in words_of("answers", "asked") and not any(c.dep == "prep" for c in noun.children)


def _asker_refused(verb: Word) -> bool:
    """Whether those who asked were refused: "asked for tanks and WAS TURNED DOWN", "they WERE TOLD no"."""
    subjects = [c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}]
    if any(c.pos != "PRON" for c in subjects) or (not subjects and verb.dep != "conj"):
        return False
    if verb.lemma == "tell":
        return any(_is_no(c) for c in verb.children)
    return not any(c.dep in OBJECTS and c.dep != "prep" for c in verb.children)


def _is_no(word: Word) -> bool:
    return word.lower in words_of("answers", "no") or any(c.lower in words_of("answers", "no") for c in word.children)
