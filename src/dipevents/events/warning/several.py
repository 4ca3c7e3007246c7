"""What somebody says in several clauses of one sentence, each of which may warn of something else.

said OSLO MUST GO and that IT WOULD CLOSE THE PORT     a demand and a threat

Clauses of one kind are one warning, told in all its words; where the whole tells of none, one clause may.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.content import Content, paired
from dipevents.reading.clauses import phrase
from dipevents.reading.grammar import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.events.warning.triggers import Trigger
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["clauses_of"]

_LEAST = 4
"""Words at least of a clause."""


def clauses_of(mentions: Mentions, trigger: Trigger, content: Content) -> tuple[Content, ...]:
    """The clauses of plain speech that are joined and have subjects of their own; none where there is only one."""
    head = content.head
    if trigger.kind is not None or trigger.attribution is None or head is None or not head.is_verb:
        return ()
    inside = {w.i: at for at, w in enumerate(content.words)}
    heads = [head, *_joined(head)]
    cuts = sorted((inside[first.i], verb) for verb in heads[1:] if (first := _opening(verb)).i in inside)
    if not cuts or cuts[0][0] < _LEAST:
        return ()
    starts = [(0, head), *cuts]
    ends = [at for at, _ in cuts] + [len(content.words)]
    parts = [(_stripped(content.words[at:end]), verb) for (at, verb), end in zip(starts, ends, strict=True)]
    if any(len(words) < _LEAST or verb not in words for words, verb in parts):
        return ()
    return tuple(Content(paired(mentions, words[0].start, words[-1].end), words, verb) for words, verb in parts)


def _joined(verb: Word) -> Iterator[Word]:
    """The verbs that are joined to a verb and have a subject, in the order of the parse."""
    beside = (c for w in verb.children if w.dep in {"acomp", "attr"} for c in w.children)  # "was ALARMED and THAT"
    for child in (*verb.children, *beside):
        if child.dep == "conj" and child.is_verb:
            if any(c.dep in SUBJECTS or c.dep == "expl" for c in child.children):
                yield child
            yield from _joined(child)


def _opening(verb: Word) -> Word:
    """The word that a clause begins with: its "that", or the first of its subject."""
    return min((phrase(c)[0] for c in verb.children if c.i < verb.i), key=lambda w: w.i, default=verb)


def _stripped(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words without "and that" around them, and the comma before it."""
    kept = list(words)
    if kept and kept[0].lower == "that":
        kept = kept[1:]
    while kept and (kept[-1].pos in {"PUNCT", "CCONJ"}):
        kept.pop()
    return tuple(kept)
