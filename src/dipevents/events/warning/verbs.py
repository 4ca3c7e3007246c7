"""Which verbs warn, with which words beside them.

called ON Oslo to stop; appealed to both sides FOR restraint     a verb with its preposition or particle
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.warning.lexicon import kinds, lexicon
from dipevents.events.warning.tasks import called_for, is_infinitive
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from dipevents.models.warning import WarningKind
    from dipevents.reading.sentence import Word

__all__ = ["class_of"]

_PARTICLES = frozenset({"prt", "prep", "advmod", "dative"})


def class_of(verb: Word) -> tuple[WarningKind | None, str | None]:
    """The class of a verb, and the preposition or particle that it has it with."""
    known = kinds("verbs")
    pleading = verb.lemma in {"appeal", "plead"} and not any(c.dep in {"xcomp", "advcl"} for c in verb.children)
    if pleading and any(c.lower == "for" and c.i > verb.i for c in verb.children):
        return known[f"{verb.lemma} for"], "for"  # "appealed to both sides FOR restraint"
    if verb.lemma == "call" and not is_infinitive(clause(verb)):
        preps = {c.lower for c in verb.children if c.dep == "prep" and c.i > verb.i}
        if {"on", "for"} <= preps:
            return known["call for"], "for"  # "called ON Thursday FOR his release"
    for child in verb.children if verb.lemma in _phrasal() else ():
        if verb.lemma == "insist" and any(c.dep == "ccomp" for c in verb.children):
            break  # "insisted ON SUNDAY that"
        stranded = child.i > verb.i or not any(c.dep == "pobj" for c in child.children)
        if verb.lemma == "insist" and any(_is_own_act(c) for c in child.children):
            return None, None  # "insisted ON PAYING the bill"
        if stranded and child.dep in _PARTICLES and f"{verb.lemma} {child.lower}" in known:
            return known[f"{verb.lemma} {child.lower}"], child.lower
    task = called_for(verb) if f"{verb.lemma} for" in known else None
    if task is not None and (verb.lemma == "call" or _is_end(task)):
        return known[f"{verb.lemma} for"], "for"  # "appealed FOR the men TO BE FREED"
    return known.get(verb.lemma), None


def _is_own_act(gerund: Word) -> bool:
    own = all(c.dep not in {"nsubj", "nsubjpass", "poss"} for c in gerund.children)
    return own and gerund.dep == "pcomp" and gerund.tag == "VBG"


def _is_end(task: Word) -> bool:
    """Whether what is asked for ends something, or is done to somebody who suffers it: "for the men to be FREED"."""
    return task.lemma in lexicon("content", "desist", "enforce", "freed", "permit")


@cache
def _phrasal() -> frozenset[str]:
    """The lemmas of the verbs that warn with a preposition or a particle."""
    return frozenset(verb.split()[0] for verb in kinds("verbs") if " " in verb)
