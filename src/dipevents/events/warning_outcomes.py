"""What an act is to bring somebody: consequences, measures, a trial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning_lexicon import lexicon
from dipevents.reading.clauses import clause, is_negated

if TYPE_CHECKING:
    from dipevents.events.warning_content import Content
    from dipevents.reading.sentence import Word

__all__ = ["brings_measures", "calls_to_account", "faces", "holds", "is_outcome", "is_stern", "objects_of"]


def is_outcome(noun: Word, verb: Word) -> bool:
    """Whether what is to come of it is bad for somebody: "will have CONSEQUENCES", "RETALIATION will follow"."""
    if noun.lemma not in lexicon("content", "outcome_sure") or (noun.lemma == "price" and noun.tag != "NN"):
        return False
    if any(c.dep in {"compound", "nmod"} for c in noun.children):
        return False
    if noun.lemma == "consequence" and any(c.lower in {"for", "of", "to"} for c in noun.children):
        return False  # "will have consequences for trade" is a danger
    if noun.dep in {"nsubj", "nsubjpass"}:
        return verb.lemma in {"be", "follow", "come", "ensue"}
    return noun.is_noun


def calls_to_account(verb: Word) -> bool:
    """Whether somebody is to answer for it: "will be BROUGHT to justice", "will be HELD accountable", "HUNTED down"."""
    if verb.lemma == "bring":
        return any(w.lemma in {"account", "book", "justice", "trial"} for w in clause(verb).oblique("to"))
    if verb.lemma == "put":
        return any(w.lemma == "trial" for w in clause(verb).oblique("on"))
    if verb.lemma == "hunt":
        return any(c.lower == "down" for c in verb.children)
    held = [c for c in verb.children if c.dep in {"acomp", "ccomp", "oprd", "xcomp"}]
    held += clause(verb).oblique("to")
    return verb.lemma == "hold" and any(c.lower in {"account", "accountable", "liable", "responsible"} for c in held)


def brings_measures(verb: Word) -> bool:
    """Whether an act leads to measures against somebody: "would lead to further SANCTIONS"."""
    ends = clause(verb).oblique("to", "in") if verb.lemma in {"lead", "result"} else ()
    if verb.lemma in {"trigger", "bring", "mean", "provoke", "invite", "prompt"}:
        ends = clause(verb).objects
    return any(
        w.lemma in lexicon("content", "outcome_sure") | {"sanction", "embargo", "blockade"} for w in ends
    ) or any(is_stern(w) for w in ends)


def is_stern(noun: Word) -> bool:
    """Whether plain measures are hostile: "strong measures", "all necessary steps"."""
    return noun.lemma in lexicon("stern", "acts") and any(
        {c.lower, c.lemma} & lexicon("stern", "adjectives") for c in noun.children
    )


def holds(verb: Word, lemmas: frozenset[str]) -> bool:
    """Whether an object of a verb, or of its prepositions, is one of some lemmas."""
    args = clause(verb)
    return any(w.lemma in lemmas for w in (*args.objects, *args.oblique()))


def objects_of(verb: Word) -> list[Word]:
    """The direct objects of a verb, in text order; those of a governor are not inherited."""
    return [c for c in verb.children if c.dep == "dobj"]


def faces(verb: Word, content: Content, *, bound: bool) -> bool:
    """Whether consequences await somebody already: "said that Oslo FACED consequences if it did not give in"."""
    stated = verb.is_verb and (verb.tag in {"VBZ", "VBP"} or (verb.tag == "VBD" and verb is content.head))
    if not stated or is_negated(verb) or not bound:
        return False
    ends = lexicon("content", "outcome_sure") | {"sanction", "embargo", "blockade", "isolation", "response"}
    return any(w.lemma in ends for w in objects_of(verb))
