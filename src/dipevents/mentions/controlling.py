"""Which verb another one hangs on in time: "is expected on Tuesday TO VISIT", "came in June and WILL GO".

Kim is expected on Tuesday to visit Seoul.       the verb that controls it has its time
Kim came in June, and Zeman was asked to go.     one that is only joined to it has not
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import FINITE, closed_class, is_of

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["controls", "goes_apart", "is_of_rank", "uppermost"]


def uppermost(verb: Word) -> Word:
    """The verb that controls an infinitive: of "a trip that was to have BEGUN on Wednesday", "was"."""
    for _ in range(4):
        below = verb.dep in {"xcomp", "acomp"}
        if not below or not (verb.head.is_verb or verb.head.pos == "ADJ") or verb.head is verb:
            break
        verb = verb.head
    return verb


def is_of_rank(verb: Word, infinitive: Word) -> bool:
    """Whether an infinitive tells of what somebody is or becomes: "will on Friday BECOME the first TO VISIT it"."""
    noun = infinitive.head
    if verb.lemma == "become" and noun is verb:  # "became the first IN YEARS to visit it"
        noun = next((c for c in verb.children if c.dep == "attr"), noun)
    led = infinitive.dep in {"relcl", "acl"} or noun is not infinitive.head
    return infinitive.tag == "VB" and led and noun.dep == "attr" and noun.head is verb


def controls(verb: Word, lower: Word) -> bool:
    """Whether an infinitive hangs on a verb, directly or over one more ("is expected to begin to")."""
    for _ in range(4):
        if lower.dep not in {"xcomp", "ccomp", "pcomp", "conj"}:
            return False
        joint = lower.dep == "conj" and any(c.dep == "cc" for c in lower.head.children)
        if joint and goes_apart(lower):
            return False  # "Kim came in June, and Zeman WAS ASKED to visit Seoul", "came in June and IS SAID to"
        tensed = lower.dep == "ccomp" and not any(c.lower == "to" for c in lower.children if c.dep == "aux")
        if lower.dep == "pcomp" and lower.head.lower in closed_class("apart"):
            return False  # "is in Prague on Friday after visiting Oslo"
        lower = lower.head.head if lower.dep == "pcomp" else lower.head
        if lower is verb:
            return not is_of(verb, "report_verbs") and not tensed
    return False


def goes_apart(verb: Word) -> bool:
    """Whether a coordinated verb tells of somebody else, of words or of another tense, and so of another time."""
    if is_of(verb, "report_verbs") or any(c.dep in {"nsubj", "nsubjpass"} for c in verb.children):
        return True
    past, first = _is_past(verb), _is_past(verb.head)
    begun = _is_begun(verb)  # "HAS SOLD jets and WILL HOST", "sells jets and HAS SOUGHT"
    apart = begun is not _is_begun(verb.head) and past is False and (begun or any(c.tag == "MD" for c in verb.children))
    return apart or (past is not None and first is not None and past is not first)


def _is_begun(verb: Word) -> bool:
    """Whether a verb's clause tells of what has happened by now or goes on: "has sold", "is visiting"."""
    return any(c.dep == "aux" and c.lemma in {"be", "have"} and c.tag in {"VBP", "VBZ"} for c in verb.children)


def _is_past(verb: Word) -> bool | None:
    """Whether a verb's clause stands in the past tense; None where no word of its own tells."""
    tags = {w.tag for w in (verb, *verb.children) if w is verb or w.dep in {"aux", "auxpass"}}
    return "VBD" in tags if tags & FINITE else None
