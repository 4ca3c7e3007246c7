"""Deeds that are told of as not done, with no word of negation.

NEARLY sold; ALMOST flew                          an adverb
stopped SHORT OF selling; came CLOSE TO flying    a gerund behind an adverb of another verb
WITHOUT, INSTEAD OF visiting; RATHER THAN visit   what was done in its place stands beside it
PRETENDED to fly                                  a verb of make-believe
NEITHER Oslo nor Lima sold; NO country sold       a subject that is nobody
IN HER NOVEL Oslo sells                           a work of fiction
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.reading.grammar import SUBJECTS

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["nobody", "unreal"]


def unreal(verb: Word) -> Word | None:
    """The word that tells that what a verb says was not done, or None."""
    table = read_words("status")["unreal"]
    nearly = next((c for c in verb.children if c.dep == "advmod" and c.i < verb.i and c.lower in table["nearly"]), None)
    if nearly is not None:
        return nearly
    works = (p for c in verb.children if c.lower == "in" for p in c.children if p.lemma in table["fiction"])
    if (work := next(works, None)) is not None:
        return work
    if verb.dep == "pcomp":
        prep, above = verb.head, verb.head.head
        if prep.lower == "without":
            return prep
        if above.is_verb and any(c.lower == "instead" for c in prep.children):
            return prep
        moved = above.head.is_verb and above.head.lemma != "be"  # who IS close to selling may do so yet
        return above if moved and f"{above.lower} {prep.lower}" in table["short_of"] else None
    before = verb.sentence.words[max(0, verb.i - 2) : verb.i]
    if [w.lower for w in before] == ["rather", "than"]:
        return before[0]
    return verb.head if verb.dep == "xcomp" and verb.head.lemma in table["pretending"] else None


def nobody(verb: Word) -> Word | None:
    """The word by which a verb's subject is nobody, or None: "NO country", "NEITHER side"; not "no fewer", "No 10"."""
    for subject in (c for c in verb.children if c.dep in SUBJECTS):
        if subject.lower in {"neither", "nobody", "none"}:
            return subject
        before = (c for c in subject.children if c.dep in {"det", "preconj", "cc"} and c.i < subject.i)
        if (cue := next((c for c in before if c.lower in {"no", "neither"} and subject.tag != "CD"), None)) is not None:
            return cue
    return None
