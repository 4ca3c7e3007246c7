"""Names of persons that the model saw no entity in, where somebody acts: "JAN KOWAL met Marek Dudek"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.names.entities import bears_office, leads
from dipevents.mentions.names.persons import ROLES, is_joined, is_name_part
from dipevents.mentions.words import is_capital, lexicon, shared_role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.words import Name
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["overlooked"]


def overlooked(owner: Sequence[Name | None], sentence: Sentence, telling: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Names that the model saw no entity in, where somebody acts: "Jan KOWAL met Marek Dudek"."""
    words = sentence.words
    for word in [w for w in telling if w.tag == "NNP" and w.dep in ROLES] if not sentence.heading else ():
        if owner[word.i] is not None or not (is_name_part(word) or _is_syllable(words, word.i)):
            continue
        first = word.i if is_capital(word) else word.i - 2
        first -= 2 * (first > 1 and words[first - 2].lower in lexicon("particles") and is_joined(words, first))
        while (
            first > 0
            and owner[first - 1] is None
            and words[first - 1].head is word
            and (is_name_part(words[first - 1]) or (len(words[first - 1].text) == 1 and is_capital(words[first - 1])))
            and shared_role(words[first - 1]) is None
        ):
            first -= 1
        acts = word.dep in {"nsubj", "nsubjpass"} and (word.head.lemma in lexicon("human_verbs") or bears_office(word))
        if (acts or leads(word) or word.i > first) and word.i - first <= 4 and word.lower not in lexicon("things"):
            yield first, word.i


def _is_syllable(words: list[Word], i: int) -> bool:
    """Whether a word is the last part of a hyphened name: "Seo Joon-HO"."""
    return i > 1 and words[i].pos == "PROPN" and is_joined(words, i) and is_name_part(words[i - 2])
