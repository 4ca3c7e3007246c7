"""Words that run on behind or before the sentence that says whose they are: statements given whole, verdicts.

A spokesman gave the following answer on Monday.      what stands behind is his, up to the end of the article
Remarks by Foreign Minister Ole Holm / We must …      the same, where somebody says "I" or "we"
The truce is dead. That is the view of analysts.      the sentence before is theirs
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.mentions.attributions.draft import Draft, cue_classes, lexicon
from dipevents.mentions.words import is_role
from dipevents.models.actor import ActorKind
from dipevents.reading.clauses import clause, is_negated, surface_subjects
from dipevents.reading.grammar import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.mentions.actors import ActorTable
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["with_runs"]

_BACK = frozenset({"That ", "That,", "This ", "Such "})
HEAD = 3
"""Sentences of an article among which its heading is."""
LEAST = 3
"""Words of a sentence that takes up the one before, and within which its verb stands behind "so"."""


def with_runs(sentences: Sequence[Sentence], drafts: list[Draft], actors: ActorTable) -> list[Draft]:
    """The drafts, and one for each statement that is given whole or is taken up by the sentence behind."""
    told = [_given(s, sentences) for s in sentences if s.i + 1 < len(sentences) and "following" in s.text]
    told += [_delivered(s, sentences, actors) for s in sentences[:HEAD] if s.heading]
    back = (_taken_up(s, before) for before, s in pairwise(sentences) if s.text[:5] in _BACK or s.text[:3] == "So ")
    return [*drafts, *(draft for draft in (*told, *back) if draft is not None)]


def _given(sentence: Sentence, sentences: Sequence[Sentence]) -> Draft | None:
    """Reads "issued the following STATEMENT": all that stands behind the sentence is its content."""
    nouns = read_words("attributions")["given_whole"]
    for noun in sentence.words:
        verb = noun.head
        if noun.lemma in nouns and noun.dep == "dobj" and verb.is_verb and _is_following(noun):
            source = surface_subjects(verb)
            content = [(sentences[sentence.i + 1].start, sentences[-1].end)]
            return Draft(sentence, verb, (verb, verb), source, content) if source else None
    return None


def _delivered(heading: Sentence, sentences: Sequence[Sentence], actors: ActorTable) -> Draft | None:
    """Reads the heading "REMARKS by Kim", "Kim's SPEECH in Oslo": all that stands below is his, where "I" speaks."""
    nouns, low = read_words("sentences")["delivered"], heading.text.lower()
    if not any(noun in low for noun in nouns) or heading.i + 1 >= len(sentences):
        return None
    below = [s for s in sentences[heading.i + 1 :] if '"' not in s.text and "“" not in s.text]
    spoken = any(w.lower in {"i", "we"} for s in below for w in s.words)
    if not spoken or any(w.tag in FINITE for w in heading.words):
        return None  # "Oslo hails Kim's speech"
    source = [w for w in heading.words if any(a.kind is ActorKind.PERSON for a in actors.at(w))]
    source = source or [w for w in heading.words if w.dep in {"pobj", "poss"} and is_role(w)]
    if not source:
        return None
    mark = heading.words[-1]
    return Draft(heading, mark, (mark, mark), source[:1], [(sentences[heading.i + 1].start, sentences[-1].end)])


def _taken_up(sentence: Sentence, before: Sentence) -> Draft | None:
    """Reads "THAT is the verdict of Holt", "SO says Holt": the sentence before is the content."""
    words = sentence.words
    if len(words) < LEAST or before.paragraph != sentence.paragraph or before.heading:
        return None
    root = next((w for w in words if w.head is w), words[0])
    if words[0].lower == "so":
        source = [c for c in root.children if c.i > root.i and c.dep in {"nsubj", "dobj"}]
        told = root.i < LEAST and "say" in cue_classes(root) and len(source) == 1
        return Draft(sentence, root, (root, root), source, [(before.body, before.end)]) if told else None
    noun = next((c for c in root.children if c.dep == "attr" and c.lemma in lexicon("noun")), None)
    if root.lemma != "be" or noun is None or words[0].head is not root or is_negated(root):
        return None
    holders = clause(noun).oblique("among", "from", "of") or clause(noun).owners
    holders = tuple(h for h in holders if h.pos in {"PRON", "PROPN"} or h.tag == "NNS" or is_role(h))
    return Draft(sentence, noun, (root, noun), list(holders), [(before.body, before.end)]) if holders else None


def _is_following(noun: Word) -> bool:
    return any(c.lower == "following" and c.dep == "amod" for c in noun.children)
