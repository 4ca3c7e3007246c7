"""Which verbs warn, with which words beside them.

called ON Oslo to stop; appealed to both sides FOR restraint     a verb with its preposition or particle
PRESSING needs; levers TO PRESS Oslo                               none
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.warning.business import is_dealing
from dipevents.events.warning.issuers import shares_passive
from dipevents.events.warning.lexicon import kinds, lexicon
from dipevents.events.warning.protests import protesters
from dipevents.events.warning.tasks import called_for, is_infinitive
from dipevents.reading.clauses import clause, is_passive
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from dipevents.models.warning import WarningKind
    from dipevents.reading.sentence import Word

__all__ = ["class_of", "is_no_speech"]

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


def is_no_speech(verb: Word) -> bool:
    """Modifiers and levers: "pressing needs", "levers to pressure Moscow"; and "have pressing needs" misread."""
    below = {c.lower for c in verb.children if c.dep in {"agent", "prep"}}
    if verb.lower == "pressing" and verb.dep == "pcomp" and verb.head.lower == "of":
        return True  # "a range of PRESSING issues", read as an act
    if (
        verb.lemma in {"alert", "caution", "warn"}
        and verb.tag != "VBG"
        and below == {"over"}
        and not any(c.dep in {"aux", "dobj", "ccomp"} for c in verb.children)
    ):
        return not is_passive(verb)  # a headline's passive: "citizens WARNED OVER the drills"
    if verb.lemma in lexicon("frames", "headline_passive") and _is_done(verb):
        return True  # "envoys TOLD to leave", "Peru URGED to free him"
    traded = clause(verb).objects if verb.lemma in {"press", "pressure"} else ()
    if traded and all(map(is_dealing, traded)):
        return True  # "sales that PRESSURED the MARKET"
    if verb.dep == "acl" and verb.lemma == "call" and _is_stranded(verb) and "by" not in below:
        return True  # "the cuts CALLED FOR in the law"
    if verb.dep == "amod" or (shares_passive(verb) and verb.head.lemma not in {"call", "haul", "summon"}):
        return True
    if verb.lemma in lexicon("frames", "transitive") and verb.dep == "conj" and is_passive(verb.head):
        return all(c.dep not in {"dobj", "prep", "nsubj", "dative", "ccomp", "xcomp"} for c in verb.children)
    first = verb.head if verb.dep == "conj" and verb.head.dep == "acl" and is_to(verb.head) else verb
    if protesters(verb):
        return False  # "staged a march TO DEMAND his release"
    if first.dep in {"acl", "relcl"} and is_to(first) and first is not verb:
        return first.head.lemma not in lexicon("frames", "documents")  # "an effort to cut prices and PRESSURE others"
    if verb.dep in {"acl", "relcl"} and is_to(verb):
        ranked = verb.head.dep in {"acomp", "attr"} and verb.head.head.lemma in {"be", "become"}
        return not ranked and verb.head.lemma not in lexicon("frames", "documents")  # "was the first TO URGE"
    helpers = {c.lower for c in verb.children if c.dep == "aux"}
    return (
        verb.tag == "VBG" and "been" not in helpers and any(c.lemma == "have" for c in verb.children if c.dep == "aux")
    )


def _is_done(verb: Word) -> bool:
    """Whether a headline's participle tells what its subject is to do, though it is taken for an act."""
    below = {c.dep for c in verb.children}
    told = any(c.dep == "xcomp" and is_to(c) for c in verb.children)
    return (
        told
        and verb.dep != "conj"
        and verb.tag in {"VBD", "VBN"}
        and not below & {"dobj", "dative", "aux", "auxpass", "prep", "agent"}
    )


def _is_stranded(verb: Word) -> bool:
    return any(c.lower == "for" and all(p.dep not in {"pobj", "pcomp"} for p in c.children) for c in verb.children)


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
