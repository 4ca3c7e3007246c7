"""Words that run on behind the one that says whose they are: the turns of a transcript, a statement given whole.

Ruiz: Peru must stop. It knows why.                   both sentences are hers, where others have turns as well
A spokesman gave the following answer on Monday.      what stands behind is his, up to the end of the article
"""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.mentions.attributions.draft import COLONS, Draft
from dipevents.reading.clauses import surface_subjects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.reading.sentence import Sentence, Word

__all__ = ["with_runs"]

SHARE = 3
"""Paragraphs that one turn may have on average in a transcript."""
LONGEST = 40
"""Sentences that one turn may have behind its first."""
_LABEL = re.compile(r"([QA]|[A-Z][\w.'’-]*(?: [\w.'’-]+){0,5})(?: \([^()]{1,30}\))?:\s+\S")


def with_runs(sentences: Sequence[Sentence], drafts: list[Draft]) -> list[Draft]:
    """The drafts, those of turns with all of their words, and one for each statement that is given whole."""
    opening = [s for before, s in pairwise(chain([None], sentences)) if s is not None and _opens(s, before)]
    labels = {s.i: label[1] for s in opening if not s.heading and (label := _LABEL.match(s.text))}
    turns = [s for s in opening if s.i in labels]
    if len(set(labels.values())) < len(labels) and _are_dense(turns):  # somebody has two turns: it is no list
        ends = {s.i: end for s, end in zip(turns, _ends(sentences, turns), strict=True)}
        for draft in drafts:
            if draft.trigger.text in COLONS and draft.sentence.i in ends and draft.content:
                draft.content[-1] = (draft.content[-1][0], ends[draft.sentence.i])
    told = (_given(s, sentences) for s in sentences if s.i + 1 < len(sentences) and "following" in s.text)
    return [*drafts, *(draft for draft in told if draft is not None)]


def _opens(sentence: Sentence, before: Sentence | None) -> bool:
    """Whether a sentence is the first of its paragraph."""
    return bool(sentence.words) and (before is None or before.paragraph != sentence.paragraph)


def _are_dense(turns: Sequence[Sentence]) -> bool:
    """Whether turns follow one another closely, as they do in a transcript."""
    return SHARE * len(turns) > turns[-1].paragraph - turns[0].paragraph


def _ends(sentences: Sequence[Sentence], turns: Sequence[Sentence]) -> list[int]:
    """Where each turn ends: before the next one; the last one with its paragraph."""
    found = []
    for turn, behind in zip(turns, [*(t.i for t in turns[1:]), None], strict=True):
        last = turn.i
        while last + 1 < len(sentences) and last - turn.i < LONGEST:
            following = sentences[last + 1]
            if following.i == behind or (behind is None and following.paragraph != turn.paragraph):
                break
            last += 1
        found.append(sentences[last].end)
    return found


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


def _is_following(noun: Word) -> bool:
    return any(c.lower == "following" and c.dep == "amod" for c in noun.children)
