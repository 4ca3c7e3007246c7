"""Which verbs warn, with which words beside them, and whose warning it is where one is asked to voice it.

called ON Oslo to stop; appealed to both sides FOR restraint     a verb with its preposition or particle
asked Ana to put pressure on OSLO TO STOP                        a demand that another is to voice
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.warning_lexicon import kinds, lexicon
from dipevents.events.warning_tasks import called_for, is_infinitive, is_to
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import Clause, clause, is_passive

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["class_of", "is_passed_on", "passed_on"]

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
        if stranded and child.dep in _PARTICLES and f"{verb.lemma} {child.lower}" in known:
            return known[f"{verb.lemma} {child.lower}"], child.lower
    if verb.lemma == "call" and called_for(verb) is not None:
        return known["call for"], "for"
    return known.get(verb.lemma), None


@cache
def _phrasal() -> frozenset[str]:
    """The lemmas of the verbs that warn with a preposition or a particle."""
    return frozenset(verb.split()[0] for verb in kinds("verbs") if " " in verb)


def passed_on(args: Clause) -> tuple[tuple[Word, ...], tuple[Word, ...]] | None:
    """Whom and what a demand is for that another is to voice: "asked Ana to put pressure on OSLO TO STOP", or None."""
    for task in filter(is_to, args.complements):
        lever = next((c for c in task.children if c.dep == "dobj" and c.lemma == "pressure"), None)
        if lever is None and class_of(task)[0] is not WarningKind.DEMAND:
            continue
        inner = clause(task)
        whom = inner.oblique("on", "upon") or (clause(lever).oblique("on") if lever is not None else inner.objects)
        below = [*inner.complements, *(c for c in task.children if c.dep == "advcl")]
        below += [c for w in whom for c in w.children if c.dep in {"acl", "relcl"}]
        end = next(filter(is_to, below), None)
        if whom and end is not None:
            return whom, (end,)
    return None


def is_passed_on(word: Word) -> bool:
    """Whether a demand is what somebody else is asked to voice: the one who asks is its issuer."""
    up = word if word.is_verb else word.head
    if up.dep == "xcomp" and up.head.lemma in lexicon("frames", "performing") and not is_passive(up.head):
        return False  # "I would like TO CALL ON Peru to stop"
    while up.is_verb and up.dep in {"xcomp", "advcl", "conj"} and is_to(up):
        task, up = up, up.head
        if up.lemma == "summon" and task.lemma in lexicon("frames", "voicing"):
            return False  # "summoned the envoy TO DEMAND an apology": who summons demands
        asks = up.is_verb and (up.lemma in lexicon("frames", "persuading") or class_of(up)[0] is WarningKind.DEMAND)
        if asks and not _is_own_task(task):
            return True
    return False


def _is_own_task(task: Word) -> bool:
    """Whether who wants an act is to do it: "Oslo SOUGHT TO PRESS Lima"; not "urged Peru to press"."""
    up = task.head
    if up.lemma not in lexicon("frames", "own_tasks") or task.dep != "xcomp" or is_passive(up):
        return False
    between = [c for w in (up, task) for c in w.children if up.i < c.i < task.i]
    return not any(c.dep in {"dobj", "dative", "nsubj", "prep"} for c in between)
