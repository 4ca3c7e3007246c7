"""Answers to a request or an offer that is told before: "Oslo has said no", "the ministry turned it down".

said no, declined, refused                    a verb without anything that it would refuse
turned it down, rejected the request          a verb whose object points back
the answer was no                             the noun
the plan was dropped, the talks collapsed     what was asked for, as it ended
wanted to buy tanks, but dropped the idea     the same, by who gave it up
nothing came of it, was not interested        other turns
called on Peru to give, warned it against     what is asked for, or asked not to be
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dipevents.events.arms_deal.frame import is_in
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.status import Phase, read_status
from dipevents.reading.clauses import clause, is_negated, is_passive
from dipevents.reading.grammar import is_to
from dipevents.reading.sentence import Word

if TYPE_CHECKING:
    from dipevents.reading.sentence import Sentence

__all__ = ["Answer", "asked_for", "demanded", "find_answers"]

HELPERS = frozenset({"have", "be", "do"})
BACK = frozenset({"it", "them", "this", "that", "both"})
OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "prep", "attr", "acomp", "oprd"})


class Answer(NamedTuple):
    """An answering word, who answers, and whether what is refused is named, agreed to, disowned or asked about."""

    cue: Word
    who: tuple[Word, ...]
    named: bool = False
    agreed: bool = False
    reported: bool = False
    bare: bool = False


def find_answers(sentence: Sentence) -> list[Answer]:
    """The answers of a sentence that name no goods, in text order."""
    words = sentence.words_among(_openers())
    return [found for word in words if word.is_verb and (found := _answer(word)) is not None]


@cache
def _openers() -> frozenset[str]:
    """The lemmas of all verbs that may refuse or end."""
    ends = words_of("status", "lapsed", "dropped", "refused")
    return words_of("answers", "words") | {"agree", "come"} | {words.split()[0] for words in ends}


def _answer(verb: Word) -> Answer | None:
    if verb.dep == "advcl" and verb.tag == "VBG":
        return None  # "plans to sell Chad tanks, REJECTING pleas from Peru": it goes on
    if is_negated(verb):
        cold = verb.lemma == "be" and any(c.dep == "acomp" and c.lower == "interested" for c in verb.children)
        return Answer(verb, clause(verb).subjects) if cold and not clause(verb).oblique("in") else None
    if any(c.dep in {"aux", "mark"} and c.lower != "to" and c.lemma not in HELPERS for c in verb.children):
        return None
    args = clause(verb)
    if verb.lemma == "agree":  # "Oslo AGREED", "Oslo agreed on Tuesday", but "agreed to wait", "agreed on a price"
        beside = [p for c in verb.children if c.dep == "prep" for p in (c, *c.children) if c.lower != "in"]
        plain = all(w.lower == "on" or w.tag == "NNP" for w in beside) and verb.tag in {"VBD", "VBN"}
        taken = any(c.dep in {"ccomp", "dobj", "xcomp"} for c in verb.children)
        return Answer(verb, args.subjects, agreed=True) if plain and not taken else None
    dropped = is_in(verb, "dropped") and verb.tag != "VB" and not is_passive(verb)
    if _is_over(verb) or (dropped and any(_is_idea(o) for o in args.objects)):
        return Answer(verb, (), named=True)
    if verb.lemma not in words_of("answers", "words"):
        return None
    if verb.lemma == "be":
        answer = next((c for c in verb.children if c.dep == "nsubj" and c.lemma in words_of("answers", "nouns")), None)
        refused = answer is not None and any(_is_no(c) for c in verb.children)
        return Answer(verb, args.subjects[:0]) if refused else None
    if verb.lemma == "say":
        return Answer(verb, args.subjects) if any(_is_no(c) for c in verb.children) else None
    if verb.lemma == "turn" and "down" not in {c.lower for c in verb.children}:
        return None
    if verb.lemma in words_of("answers", "passive") and is_passive(verb):
        told = any(c.dep == "nsubjpass" and _points_back(c) for c in verb.children)  # "the request was refused"
        return Answer(verb, args.subjects if told else ()) if told or _asker_refused(verb) else None
    objects = [o for o in args.objects if o is not verb.head]
    if objects:
        pointing = all(o.lower in BACK or _is_asked(o) or _is_idea(o) for o in objects)
        named = all(o.lower not in BACK for o in objects)
        return Answer(verb, args.subjects, named) if pointing else None
    alone = verb.lemma in words_of("answers", "alone") and not any(c.dep in OBJECTS for c in verb.children)
    return Answer(verb, args.subjects) if alone else None


def _points_back(noun: Word) -> bool:
    """Whether a noun means a request told before, with nothing of what it asks for."""
    known = any(c.dep == "poss" or c.lower in {"the", "this", "that"} for c in noun.children)
    return known and noun.lemma in words_of("answers", "asked") and not any(c.dep == "prep" for c in noun.children)


def _is_over(verb: Word) -> bool:
    """Whether what was asked for came to nothing: "THE PLAN WAS DROPPED", "nothing CAME of it"."""
    subject = next((c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}), None)
    if subject is None or is_to(verb):
        return False
    if subject.lower == "nothing":
        return verb.lemma == "come" and any(c.lower == "of" for c in verb.children)
    asked = _is_asked(subject) and any(c.lower == "the" for c in subject.children)
    particles = {f"{verb.lemma} {c.lower}" for c in verb.children if c.dep in {"prt", "prep", "advmod"}}
    ended = is_in(verb, "lapsed") or bool(particles & words_of("status", "refused"))
    if is_passive(verb):
        ended = ended or is_in(verb, "dropped") or verb.lemma in words_of("answers", "words") - {"say", "tell", "be"}
        ended = ended and (verb.lemma != "turn" or "turn down" in particles)
    return (asked or _is_idea(subject)) and ended


def _is_asked(noun: Word) -> bool:
    """Whether a noun means what was asked for or offered: "the request", but "a request for an interview"."""
    other = any(c.lower in {"a", "an"} for c in noun.children) and any(c.lower == "for" for c in noun.children)
    return noun.lemma in words_of("answers", "asked") and not other


def _is_idea(noun: Word) -> bool:
    """Whether a noun means a deal told of before as a plan: "THE PLAN", but "the plan to rebuild the port"."""
    told = {c.dep for c in noun.children} & {"prep", "acl", "relcl", "ccomp"}
    definite = any(c.dep == "det" and c.lower in {"the", "this", "that"} for c in noun.children)
    return noun.lemma in words_of("answers", "ideas") and definite and not told


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


def asked_for(trigger: Word) -> Word | None:
    """The verb that asks for the deal or for none: "called on Peru to give", "warned Peru against selling"."""
    if trigger.head.lower in {"against", "from"} and is_in(trigger.head.head, "dissuading"):
        return trigger.head.head if trigger.dep in {"pcomp", "pobj"} else None
    if trigger.dep == "pobj" and trigger.head.head.lemma in words_of("grammar", "going"):
        return asked_for(trigger.head.head)  # "urged Peru not to go ahead with the sale"
    infinitive = trigger.is_verb and is_to(trigger)
    first = trigger.head if trigger.dep == "conj" and trigger.head.is_verb else trigger
    if not infinitive and first is trigger:
        return None
    above = first.head
    if above is first or first.dep not in {"xcomp", "ccomp", "advcl"} or not above.is_verb or is_negated(above):
        return None
    kept = is_in(above, "dissuading") and is_negated(first)  # "WARNED Peru not to sell"
    return above if kept or is_in(above, "asking") else None


def demanded(noun: Word) -> Word | None:
    """The verb that asks that a deal come about: "DEMANDS that deliveries be started"."""
    verb = noun.head
    if not noun.is_noun or noun.dep not in {"nsubj", "nsubjpass"} or verb.dep != "ccomp" or not verb.head.is_verb:
        return None
    wished = any(c.dep in {"aux", "auxpass"} and c.lower in {"be", "should", "must"} for c in verb.children)
    wished = wished and (is_in(verb, "coming_about") or is_in(verb, "stops") or read_status(noun).phase is Phase.DENIED)
    return verb.head if wished and is_in(verb.head, "asking") and not is_negated(verb.head) else None
