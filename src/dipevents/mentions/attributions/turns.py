"""The turns of a transcript or an interview: all that stands behind a label is of whom it names.

Ruiz: Peru must stop. It knows why.                   both sentences are hers
Q. Will it stop? A. It must. We know why.             what follows "A" is of whom the lines above introduce
Will it stop? / It must. We know why.                 the same, where an interview has no labels
Yet Peru has signed. / It had to. I saw it.           or where some of what is put to somebody is no question
ADA HOLT, ANALYST: / "The truce is dead."             the quotations below the line are hers
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.mentions.attributions.draft import Draft
from dipevents.mentions.words import lexicon as actor_words
from dipevents.models.actor import ActorKind
from dipevents.reading.grammar import is_question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.mentions.actors import ActorTable
    from dipevents.models.actor import Actor
    from dipevents.reading.article import Article
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["turns"]

LONGEST = 40
"""Sentences that one turn may have behind its first."""
ASKED = 3
"""Questions, each a paragraph of its own, that make an interview without labels; one less where it is told."""
_OPENERS = ('"', "“", "„", "«", "`")
_ONESELF = frozenset({"i", "me", "my"})
_SPOKEN = frozenset({"i", "me", "my", "our", "us", "we"})


def turns(article: Article, sentences: Sequence[Sentence], actors: ActorTable) -> list[Draft]:
    """The drafts of what each speaker of a transcript says, in text order; none of who is unknown."""
    heads = [s for s in sentences if (p := article.paragraphs[s.paragraph]).label is not None and s.start == p.start]
    if not heads:
        return _unlabelled(sentences, actors)
    known = {s.text: s.words for s in reversed(heads) if s.words}
    answering: list[Word] | None = None
    found = []
    for head, end in zip(heads, _ends(sentences, heads), strict=True):
        label = head.text.rstrip(".: ").lower()
        words, start = head.words or known.get(head.text, []), _start(sentences, head, end)
        if not words or start is None or label in read_words("sentences")["asking"]:
            continue
        if label in read_words("sentences")["answering"]:
            answering = _introducing(sentences, actors, heads[0]) if answering is None else answering
            source = answering
        else:
            source = _speaker(words, actors)
        if source:
            found.append(Draft(head, words[-1], (words[-1], words[-1]), source, [(start, end)]))
    return found


def _speaker(words: Sequence[Word], actors: ActorTable) -> list[Word]:
    """The word of a label that names who speaks: a person, else a body, else the office."""
    named = [(w, a) for w in words for a in actors.at(w)]
    kinds = (ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.GROUP, ActorKind.IGO)
    for kind in kinds:
        if found := [w for w, a in named if a.kind is kind]:
            return found[-1:]
    return [w for w in words if w.is_noun or w.text.isalpha()][-1:]


def _start(sentences: Sequence[Sentence], head: Sentence, end: int) -> int | None:
    """Where the words of a turn begin."""
    following = sentences[head.i + 1] if head.i + 1 < len(sentences) else None
    return following.start if following is not None and following.start < end else None


def _ends(sentences: Sequence[Sentence], heads: Sequence[Sentence]) -> list[int]:
    """Where each turn ends: before the next one; the last one with its paragraph, or with the quotations below."""
    found = []
    for head, behind in zip(heads, [*(h.i for h in heads[1:]), None], strict=True):
        last = head.i
        while last + 1 < len(sentences) and last - head.i < LONGEST:
            following = sentences[last + 1]
            if following.i == behind or (behind is None and not _is_in(following, head, sentences)):
                break
            last += 1
        found.append(sentences[last].end)
    return found


def _is_in(following: Sentence, head: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether a sentence stands in the paragraph of the last label, or in a quotation right below it."""
    first = sentences[head.i + 1]
    below = first.paragraph == head.paragraph + 1 and first.text.startswith(_OPENERS)
    return following.paragraph == head.paragraph or (below and following.paragraph == first.paragraph)


def _unlabelled(sentences: Sequence[Sentence], actors: ActorTable) -> list[Draft]:
    """The drafts of an interview whose questions are paragraphs of their own; an explainer has no "I" in it."""
    asked = [s for s in sentences if is_question(s) and _is_alone(s, sentences)]
    if len(asked) < ASKED - 1 or not _is_interview(sentences, asked):
        return []
    source = _introducing(sentences, actors, asked[0])
    found = []
    taken = _taking_turns(sentences, asked)
    if taken:
        pairs = ((before[-1], answer) for before, answer in taken if source and before[-1].words)
        return [
            Draft(question, mark, (mark, mark), source, [(answer[0].start, answer[-1].end)])
            for question, answer in pairs
            for mark in question.words[-1:]
        ]
    for question, end in zip(asked, _ends(sentences, asked), strict=True):
        last = question is asked[-1]
        start = _start(sentences, question, sentences[-1].end if last else end)
        if source and start is not None and question.words:
            mark = question.words[-1]
            found.append(Draft(question, mark, (mark, mark), source, [(start, sentences[-1].end if last else end)]))
    return found


def _taking_turns(
    sentences: Sequence[Sentence], asked: Sequence[Sentence]
) -> list[tuple[list[Sentence], list[Sentence]]]:
    """What is put to somebody and what he answers, where each is a paragraph below the lines that tell of a talk.

    Not all that is put to him is a question ("Yet Peru has signed it."); only he says "I". Empty for other interviews.
    """
    told = read_words("sentences")["interviewing"]
    last = next((s for s in reversed(sentences[: asked[0].i]) if any(w in s.text.lower() for w in told)), None)
    parts: dict[int, list[Sentence]] = {}
    for sentence in sentences[last.i + 1 :] if last is not None else ():
        if last is not None and sentence.paragraph != last.paragraph:
            parts.setdefault(sentence.paragraph, []).append(sentence)
    turns = list(parts.values())
    put, answers = turns[::2], turns[1::2]
    ends = [part for part in put if is_question(part[-1])]
    personal = [[w for s in part for w in s.words if w.lower in _ONESELF] for part in turns]
    alone = not any(personal[::2]) and sum(map(bool, personal[1::2])) > 1
    if len(ends) < len(asked) or any(is_question(part[-1]) and len(part) == 1 for part in answers) or not alone:
        return []
    return list(zip(put, answers, strict=False))


def _is_interview(sentences: Sequence[Sentence], asked: Sequence[Sentence]) -> bool:
    """Whether the lines above the first question tell of an interview, or somebody says "I" below several."""
    told, first = read_words("sentences")["interviewing"], asked[0].i
    above = [s.text.lower() for s in sentences[:first]]
    if any(words in text for text in above for words in told):
        return True
    return len(asked) >= ASKED and any(w.lower in _SPOKEN for s in sentences[first + 1 :] for w in s.words)


def _is_alone(sentence: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether a sentence is a paragraph of its own."""
    near = sentences[max(0, sentence.i - 1) : sentence.i + 2]
    return all(s is sentence or s.paragraph != sentence.paragraph for s in near)


def _introducing(sentences: Sequence[Sentence], actors: ActorTable, first: Sentence) -> list[Word]:
    """The first word that names who answers."""
    above = sentences[: first.i]
    who = _host(above, actors) or _introduced(actors, first.start, [s.end for s in above if s.heading])
    return [w for s in above for w in s.words if who is not None and who in actors.at(w)][:1]


def _host(above: Sequence[Sentence], actors: ActorTable) -> Actor | None:
    """Who meets the press: "Spokesperson HUA LIFEN's Regular Press Conference"."""
    heard = read_words("sentences")["heard"]
    for sentence in above:
        occasions = [w for w in sentence.words if w.lower in heard]
        before = [w for w in sentence.words if occasions and w.i < occasions[0].i]
        persons = [a for w in before for a in actors.at(w) if a.kind is ActorKind.PERSON]
        if persons:
            return persons[-1]
    return None


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
