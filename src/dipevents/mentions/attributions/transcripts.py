"""Words that run on behind or before the sentence that says whose they are: turns, statements given whole, verdicts.

Ruiz: Peru must stop. It knows why.                   both sentences are hers, where others have turns as well
Q. Will it stop? A. It must. We know why.             what follows "A" is of whom the lines above introduce
A spokesman gave the following answer on Monday.      what stands behind is his, up to the end of the article
The truce is dead. That is the view of analysts.      the sentence before is theirs
"""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.mentions.attributions.draft import COLONS, Draft, cue_classes, lexicon
from dipevents.mentions.words import is_role, lexicon as actor_words
from dipevents.models.actor import ActorKind
from dipevents.reading.clauses import clause, is_negated, surface_subjects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.mentions.actors import ActorTable
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["answers", "with_runs"]

SHARE = 3
"""Paragraphs that one turn may have on average in a transcript."""
_BACK = frozenset({"That ", "That,", "This ", "Such "})
LEAST = 3
"""Words of a sentence that takes up the one before, and within which its verb stands behind "so"."""
LONGEST = 40
"""Sentences that one turn may have behind its first."""
_LABEL = re.compile(r"([QA]|[A-Z][\w.'’-]*(?: [\w.'’-]+){0,5})(?: \([^()]{1,30}\))?:\s+\S")

_ASKED = re.compile(r"(?:Q|Question|QUESTION)[.:]\s+\S")
_ANSWERED = re.compile(r"(?:A|Answer|ANSWER)[.:]\s+")


def answers(sentences: Sequence[Sentence], actors: ActorTable) -> list[Draft]:
    """The drafts of what is answered in an interview: "A. We must", of whom the lines above it introduce."""
    opening = [s for before, s in pairwise(chain([None], sentences)) if s is not None and _opens(s, before)]
    turns = [s for s in opening if s.words and (_ASKED.match(s.text) or _ANSWERED.match(s.text))]
    answered = {s.i for s in turns if _ANSWERED.match(s.text)}
    if len(answered) < LEAST - 1 or len(turns) - len(answered) < LEAST - 1:
        return []
    who = _introduced(actors, turns[0].start, [s.end for s in sentences if s.heading])
    source = [w for s in sentences[: turns[0].i] for w in s.words if who is not None and who in actors.at(w)][:1]
    found = []
    for turn, end in zip(turns, _ends(sentences, turns), strict=True):
        label = _ANSWERED.match(turn.text)
        if source and label is not None:
            start, words = turn.start + label.end(), turn.words
            mark = max((w for w in words if w.end <= start), key=lambda w: w.i, default=words[0])
            found.append(Draft(turn, mark, (words[0], mark), source, [(start, end)]))
    return found


def _introduced(actors: ActorTable, end: int, headings: Sequence[int]) -> Actor | None:
    """Who answers: the one with an office whom the lines above the turns name first, or the body that they head.

    Those whom a sentence names come before those of a heading.
    """
    named = [(a, [m.start for m in a.mentions if m.start < end]) for a in actors.actors]
    last = max([h for h in headings if h <= end], default=-1)
    above = [a for a, starts in sorted(named, key=lambda n: (max(n[1], default=0) <= last, n[1][:1])) if starts]
    roles = [(a, set((a.role or "").lower().split())) for a in above if a.kind is ActorKind.PERSON]
    offices = [a for a, role in roles if role and role.isdisjoint(actor_words("press"))]
    bodies = actor_words("state_bodies")
    held = [a for a in above if a.kind is ActorKind.ORGANIZATION and not bodies.isdisjoint(a.name.lower().split())]
    lone = [a for a, _ in roles] if len(roles) == 1 else []
    return next(iter((*offices, *lone, *held)), None)


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
    back = (_taken_up(s, before) for before, s in pairwise(sentences) if s.text[:5] in _BACK or s.text[:3] == "So ")
    return [*drafts, *(draft for draft in (*told, *back) if draft is not None)]


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
