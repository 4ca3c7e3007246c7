"""Verbs of saying that credit nobody, because nobody says it.

did not say, declined to say whether, without saying    withheld
must admit that, needs to see that                       only owed
Did he say that …?                                       asked
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.attributions.draft import cue_classes, lexicon
from dipevents.mentions.attributions.objects import rules_out
from dipevents.reading.clauses import auxiliaries, is_negated, surface_subjects

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["is_withheld"]

_ATTITUDES = frozenset({"think", "judge"})
_NEEDING = frozenset({"have", "need", "ought"})
_OBLIGING = frozenset({"must", "should"})


def is_withheld(verb: Word) -> bool:
    """Whether a saying is negated, declined, or asked about; a negated belief ("few expect that") is an attitude."""
    if is_negated(verb) and not cue_classes(verb) & _ATTITUDES and not rules_out(verb):
        return True
    if verb.dep == "xcomp" and verb.head.lemma in lexicon("refusal"):
        return True
    if (verb.dep == "pcomp" and verb.head.lower == "without") or _is_owed(verb):
        return True
    if "?" not in [w.text for w in verb.sentence.words[-2:]]:
        return False
    subject = next((c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}), None)
    auxiliary = next((c for c in verb.children if c.dep == "aux"), None)
    return subject is not None and auxiliary is not None and auxiliary.i < subject.i


def _is_owed(verb: Word) -> bool:
    """Whether somebody only ought to say it: "Oslo MUST ADMIT that it lied", "needs to see that"; not "I must say"."""
    asked = verb.dep == "xcomp" and verb.head.lemma in _NEEDING and any(c.lower == "to" for c in verb.children)
    owed = asked or any(c.lower in _OBLIGING for c in auxiliaries(verb))
    return owed and all(w.lower not in {"i", "we"} for w in surface_subjects(verb.head if asked else verb))
