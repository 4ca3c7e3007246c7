"""Who stands behind the words that name a source, and who is only spoken of there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dipevents.events.experts.institutes import is_tank
from dipevents.events.experts.lexicon import lexicon
from dipevents.events.experts.nouns import PLURALS
from dipevents.reading.clauses import clause, with_conjuncts
from dipevents.reading.grammar import first_of

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = [
    "authors",
    "follows_another",
    "is_anonymous",
    "is_supposed",
    "is_told_of",
    "sharing",
    "stands_for_another",
]

_NAMED = PLURALS | {"NNP", "PRP$"}
"""Tags of a paper's authors: "HOLT's report", "HER report"."""
_ALL = frozenset({"all", "both"})
_ANONYMOUS = re.compile(r"\banonym|\b(?:not (?:to )?|(?:declin|refus)ed to )be (?:identified|named|quoted)")


def sharing(name: Word) -> tuple[Word, ...]:
    """What tells of all who are named together: the first behind a plural ("Professors HOLT and Sow"), a plural.

    "Holt and Sow, both FELLOWS at …"; the last, where nothing else is told: "Holt and SOW of the Oslo Institute".
    """
    first = first_of(name)
    beside = [c for c in first.children if c.dep in {"compound", "nmod"}] + [first.head] * (first.dep == "appos")
    found = [first] if first is not name and any(w.tag in PLURALS for w in beside) else []
    together = with_conjuncts([first])
    beside = [c for m in together for c in m.children if c.dep == "appos"] if together[1:] else []
    found += [c for c in beside if c.tag in PLURALS or c.lower in _ALL]
    plain = all(c.dep in {"compound", "conj", "cc", "punct"} for c in name.children)
    if any(c.dep in {"compound", "nmod"} and c.pos == "NOUN" for c in together[-1].children):
        return tuple(found)  # a title is his own: "Holt and HISTORIAN Jan Kos", "Holt and Lemma ANALYST Jan Kos"
    apart = name is together[-1] or any(c.dep in {"appos", "relcl"} for c in together[-1].children)
    return (*found, together[-1]) if plain and not apart else tuple(found)


def stands_for_another(pronoun: Word) -> bool:
    """Whether "they" takes up somebody of its own sentence: "the makers spread gloom when THEY reported"."""
    verb = pronoun.head
    below = verb.dep in {"acl", "advcl", "ccomp", "csubj", "pcomp", "relcl"}
    if not below or any(c.lower == "as" for c in verb.children):
        return False  # "prices rose, as THEY had predicted"
    above = list(verb.ancestors())
    subjects = [*above, *(c for up in above for c in up.children if c.dep in {"nsubj", "nsubjpass"})]
    return any(w.tag in PLURALS and w.i < pronoun.i for w in subjects)


def is_anonymous(head: Word) -> bool:
    """Whether somebody is told to keep his name back: "the strategist, WHO ASKED NOT TO BE IDENTIFIED"."""
    return bool(_ANONYMOUS.search(head.sentence.text))


def is_supposed(head: Word) -> bool:
    """Whether somebody or a saying is only imagined or asked for: "a reasonable observer would say", "if she said"."""
    if head.dep == "nsubj" and any(c.dep == "mark" and c.lower in {"if", "whether"} for c in head.head.children):
        return True
    indefinite = head.tag == "NN" and head.dep == "nsubj" and any(c.lower in {"a", "an", "any"} for c in head.children)
    return indefinite and any(c.dep == "aux" and c.lower in {"would", "could", "might"} for c in head.head.children)


def follows_another(pronoun: Word) -> bool:
    """Whether somebody new comes up before "he" in his sentence: "A RETIRED GENERAL differs: he thinks …"."""
    before = (w for w in pronoun.sentence.words[: pronoun.i] if w.dep in {"nsubj", "dep"} and w.is_noun)
    return any(c.lower in {"a", "an", "another"} for w in before for c in w.children)


def is_told_of(head: Word) -> bool:
    """Whether a bare description takes up somebody whom the text has named: "the former general"."""
    definite = head.pos == "NOUN" and head.tag not in PLURALS and any(c.lower == "the" for c in head.children)
    return definite and not any(c.dep in {"prep", "relcl", "acl", "appos"} for c in head.children)


def _is_titled(name: Word) -> bool:
    """Whether the noun of an expert stands in a name's phrase, and no comma before it: "Lemma ANALYST Jan Kos"."""
    nouns = [c for c in name.children if c.dep in {"compound", "nmod"} and c.lemma in lexicon("experts")]
    words = name.sentence.words
    return any(all(w.text != "," for w in words[name.head.i : c.i]) for c in nouns)


def authors(head: Word) -> list[Word]:
    """Who speaks in a source: whose words are told ("echoes those of HOLT"), a crowd's members, or a paper's authors.

    "a study BY economists", "the INSTITUTE's report"; else the source itself.
    """
    titled = [c for c in head.children if c.dep == "appos" and head.pos == c.pos == "PROPN" and _is_titled(c)]
    if titled:
        return titled  # "Lemma (Securities) Ltd analyst JAN KOS": the parse makes the firm the head
    if head.lemma in lexicon("crowds"):
        return [w for w in clause(head).oblique("of") if w.tag in PLURALS] or [head]  # "a group of economists"
    if head.pos == "NUM":
        return [w for w in clause(head).oblique("of") if w.tag in PLURALS] or [head]  # "thirty of 42 ECONOMISTS"
    if head.lower in {"that", "those"}:
        below = head.head.head if head.dep == "pobj" and head.head.lower in {"among", "of"} else head
        verb = below.head if below.lower == "one" else below
        if verb.lemma == "be":  # "HOLT is one of those who think that"
            return list(clause(verb).subjects) or [head]
        return list(clause(head).oblique("of")) or [head]
    if is_tank(head):
        named = [c for c in head.children if c.dep in {"compound", "nmod", "appos"} and c.pos == "PROPN"]
        behind = head.sentence.words[head.i + 1 : head.i + 2]
        return named or [w for w in behind if w.pos == "PROPN"] or [head]
    if head.lemma not in lexicon("documents"):
        # "Ada Holt of the Oslo Institute consultancy": the parse makes the consultancy the head
        lost = [
            c
            for c in head.children
            if c.dep == "nmod" and c.pos == "PROPN" and any(g.dep == "prep" for g in c.children)
        ]
        return lost or [head]
    args = clause(head)
    issued = [c for c in head.children if c.dep in {"acl", "relcl"} and c.tag in {"VBD", "VBN"}]
    issuers = [w for verb in issued if verb.lemma in lexicon("issuing") for w in clause(verb).subjects if w is not head]
    beside = (c for c in head.children if c.dep == "appos")  # "a study THE INSTITUTE released", as it is parsed
    issuers += [w for w in beside if any(c.dep == "acl" and c.lemma in lexicon("issuing") for c in w.children)]
    found = [*issuers, *args.oblique("by", "from", "of"), *(c for c in head.children if c.dep in {"poss", "compound"})]
    return [w for w in found if w.tag in _NAMED] or [head]
