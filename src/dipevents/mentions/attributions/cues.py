"""Every cue of a sentence with what it credits by grammar alone; quotations are joined later."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.mentions.attributions.asides import read_aside
from dipevents.mentions.attributions.clefts import read_announced, read_feeling, read_manner
from dipevents.mentions.attributions.draft import SEPARATORS, cue_lemmas, joint, lexicon
from dipevents.mentions.attributions.nominals import (
    LEADING,
    read_adjective,
    read_adverb,
    read_close,
    read_colon,
    read_declared,
    read_noun,
    read_preposition,
)
from dipevents.mentions.attributions.verbs import read_verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dipevents.mentions.attributions.draft import Draft
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["read_cues"]

_TERMS = frozenset({"if", "once", "should", "unless", "until", "without"})


def _read_verb(verb: Word) -> Draft | None:
    """What a verb attributes by grammar, and the terms before it: "UNLESS THEY GO, he said, he would come".

    By its shape where the parse takes what is said for the speaker: "THE FISH, conceded Holt, will be gone".
    """
    told, words = read_verb(verb), verb.sentence.words
    shaped = read_aside(verb) if any(w.text == "," for w in words[: verb.i]) else None
    if told is None or shaped is None:
        return told or shaped
    swapped = any(a <= w.start < b for w in told.source for a, b in shaped.content)
    swapped = swapped or _is_cut(told, shaped)
    return shaped if swapped or words[0].lower in _TERMS or words[verb.i - 1].text == "," else told


def _is_cut(told: Draft, shaped: Draft) -> bool:
    """Whether the parse credits only the last of two joined clauses: "IT IS OVER, AND it stays so, Holt told us"."""
    if len(told.content) != 1 or len(shaped.content) != 1 or told.source != shaped.source:
        return False
    (start, end), (first, last) = told.content[0], shaped.content[0]
    words = told.sentence.words
    opens = next((w for w in words if w.start >= start), words[0])
    joined = opens.i > 1 and words[opens.i - 1].lower in {"and", "but", "or"} and words[opens.i - 2].text == ","
    return joined and first < start and end == last


READERS = {
    "VERB": (read_declared, read_manner, read_feeling, _read_verb, read_preposition, read_adjective),
    "AUX": (read_verb,),
    "NOUN": (read_noun,),
    "ADJ": (read_declared, read_adjective),
    "ADV": (read_adverb,),
    "ADP": (read_preposition,),
    "SCONJ": (read_preposition,),
}
"""Which constructions a word of each kind may open; "according" is tagged as a verb."""


def read_cues(sentence: Sentence) -> list[Draft]:
    """The attributions of a sentence that grammar alone gives, in text order of their cues."""
    drafts = list(_read(sentence))
    for draft in drafts:
        if draft.goes_on is not None:
            for other in drafts:
                if other.trigger is draft.goes_on:
                    other.source = draft.source
    for n, later in enumerate(drafts):
        for draft in drafts[:n]:
            _part(draft, later)
    return [d for d in drafts if d.content]


def _part(draft: Draft, later: Draft) -> None:
    """Ends a content where another speaks in a clause of his own: "said X AND HOLT SAID Y"."""
    word = joint(draft.trigger, later.trigger)
    if word is None:
        return
    words = draft.sentence.words
    end = words[word.i - 1 - (words[word.i - 1].text in SEPARATORS)].end
    draft.content = [(a, min(b, end)) for a, b in draft.content if a < end]
    if all(w.i < word.i for w in later.source):
        later.source = [words[later.trigger.i - 1]]  # the parse joins him to the last noun before "and"


@cache
def _cues() -> tuple[frozenset[str], frozenset[str]]:
    """The dictionary forms and the forms that one of the readers may take for a cue."""
    forms = lexicon("adjective", "adjective_about", "declared", "adverb") | LEADING
    return frozenset(cue_lemmas()) | lexicon("noun", "feeling"), forms


def _read(sentence: Sentence) -> Iterator[Draft]:
    lemmas, forms = _cues()
    told: list[tuple[int, int]] = []
    for word in [w for w in sentence.words if w.lemma in lemmas or w.lower in forms]:
        for read in READERS.get(word.pos, ()):
            draft = read(word)
            if draft is not None:
                told += draft.content
                yield draft
                break
    colon = read_colon(sentence) or read_close(sentence) or read_announced(sentence)
    if colon is not None and all(colon.content[0][0] != start for start, _ in told):
        yield colon  # "Others are gloomier: THE TRUCE IS DEAD, IS HOW HOLT PUTS IT" is his
