"""Visits that only rumours tell of, which somebody denies.

denied REPORTS that Kim went; reports that he went were dismissed    the noun stands under a verb of denial
claims that he went are UNTRUE; called a report of his visit FICTION  or is said to be wrong
there is NO TRUTH in reports that he went                            or has nothing to it
asked about a report that he went, Lee dismissed IT                  or is taken up by a pronoun
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dipevents.events.status import Phase, read_status
from dipevents.events.visit.frames import visit_words
from dipevents.reading.clauses import is_negated

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["is_denied", "is_rumoured"]

DEPTH = 4
"""Words between what is told and the noun of the rumour: "a report that he HAD PLANNED a VISIT"."""
TAKEN_UP = frozenset({"it", "them", "that", "this"})


def is_rumoured(trigger: Word) -> bool:
    """Whether a rumour is told to say so."""
    return _rumour_of(trigger) is not None


def is_denied(trigger: Word) -> bool:
    """Whether somebody denies the rumour that tells of it."""
    rumour = _rumour_of(trigger)
    if rumour is None:
        return False
    verb = rumour.head.head if rumour.dep == "pobj" else rumour.head
    said = verb.lemma in visit_words("support", "calling") and rumour.dep in {"dobj", "nsubjpass", "pobj"}
    if said or (verb.lemma in {"be", "prove"} and rumour.dep == "nsubj"):
        wrong = any(w.i > verb.i for w in rumour.sentence.words_among(visit_words("support", "untrue")))
        if wrong:
            return not is_negated(verb)
    if rumour.dep == "pobj":  # who would not comment on it denies nothing
        return _is_empty(rumour) or _is_taken_up(rumour)
    return read_status(rumour).phase is Phase.DENIED


def _rumour_of(trigger: Word) -> Word | None:
    """The rumour that a clause or a phrase with "of" gives the content of: "REPORTS that he went, of a visit"."""
    word = trigger
    for up in islice(trigger.ancestors(), DEPTH):
        named = up.is_noun or up.dep == "nsubj"  # "said REPORTS that he went are untrue"
        if named and up.lemma in visit_words("support", "rumours"):
            return up if word.dep in {"acl", "ccomp"} or word.lower in {"of", "about"} else None
        if word.dep not in {"xcomp", "ccomp", "dobj", "attr", "acl", "acomp"} and (
            word is not trigger or up.pos != "ADP"
        ):
            return None
        word = up
    return None


def _is_empty(rumour: Word) -> bool:
    """Whether there is nothing to it: "there is NO TRUTH in reports"."""
    noun = rumour.head.head
    if noun.lemma not in visit_words("support", "truths"):
        return False
    return is_negated(noun.head) or any(c.lower in {"no", "little"} for c in noun.children)


def _is_taken_up(rumour: Word) -> bool:
    """Whether a pronoun takes up what somebody was asked about: "asked about REPORTS that he went, Lee denied THEM"."""
    asked = rumour.head.head
    verb = asked.head
    if asked.dep != "advcl" or not any(c.dep == "dobj" and c.lower in TAKEN_UP for c in verb.children):
        return False
    return verb.lemma in visit_words("support", "denying") and not is_negated(verb)
