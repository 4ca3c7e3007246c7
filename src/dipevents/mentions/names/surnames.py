"""Surnames that the model sees no name in, of persons whom the article names in full elsewhere.

Theresa May arrived. … "It is over," MAY said.          a month by the model
Rep. Ada Billings … BILLINGS continued: "…"             a common noun by the model
Jan Kos and Ada Holt … KOS AND HOLT left                a body by the model
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.names.persons import is_full
from dipevents.mentions.words import Name, is_capital, lexicon

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from dipevents.reading.sentence import Sentence, Word

__all__ = ["claim_surnames"]

_PLACES = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "pobj", "appos", "conj"})
_ACTING = frozenset({"nsubj", "nsubjpass", "poss"})
_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN"})
"""States whose people have their surnames before their given names."""
SHORTEST = 3
"""Letters of a surname that is looked for."""


def claim_surnames(sentences: Sequence[Sentence], named: Sequence[list[Name]]) -> None:
    """Adds the names to those of each sentence, in place; a word that the article also has in lower case is none."""
    surnames = {
        surname
        for names in named
        for name in names
        if name.kind == "person" and is_full(name.sentence.words, name.first, name.last)
        for surname in _surnames(name)
    }
    if not surnames:
        return
    for names in named:
        for name in [n for n in names if _is_of_two(n, surnames)]:
            at = names.index(name)
            names[at : at + 1] = [Name(name.sentence, w.i, w.i, "person") for w in name.words[::2]]
    lost: list[tuple[list[Name], Word]] = []
    for sentence, names in zip(sentences, named, strict=True):
        found = [w for w in sentence.words if w.text in surnames and w.dep in _PLACES and w.pos != "PRON"]
        if not found:
            continue
        held = {w.i for name in names for w in name.words}
        lost.extend((names, w) for w in found if w.i not in held and _is_alone(w, held))
    plain = frozenset(w.lower for _, w in lost) - lexicon("calendar")
    common = frozenset(w.text for s in sentences for w in s.words if w.text in plain) if plain else plain
    for names, word in lost:
        if _may_be(word, common):
            names.append(Name(word.sentence, word.i, word.i, "person"))
            names.sort(key=lambda n: n.first)


def _is_of_two(name: Name, surnames: Container[str]) -> bool:
    """Whether two surnames with "and" were taken for one body: "KOS AND HOLT left"."""
    words = [w.text for w in name.words]
    unsure = name.kind == "organization" and not name.sure and name.known is None
    return unsure and len(words) == 3 and words[1] == "and" and words[0] in surnames and words[2] in surnames


def _surnames(name: Name) -> Iterator[str]:
    """What somebody may be called by alone: "HU Jintao", where it is known that surnames stand first, also short."""
    surname, first = _surname(name), name.words[0].text
    if surname[:1].isupper() and (len(surname) >= SHORTEST or surname == first):
        yield surname
    if name.known is not None and name.known.country in _FIRST and first[:1].isupper():
        yield first


def _surname(name: Name) -> str:
    """The last word of a full name; the first where it ends in a given name of two syllables: "LAI Ching-te"."""
    words = name.words
    given = len(words) > 3 and words[-2].text in {"-", "–"} and words[-1].text.islower()
    return words[0 if given else -1].text


def _is_alone(word: Word, held: set[int]) -> bool:
    """Whether no other name or capitalised word stands beside it."""
    words = word.sentence.words
    before = words[word.i - 1] if word.i else None
    behind = words[word.i + 1] if word.i + 1 < len(words) else None
    if before is not None and (before.text in {"-", "–"} or (is_capital(before) and before.i > 0)):
        return False
    return behind is None or not (is_capital(behind) or behind.i in held or behind.text in {"-", "–"})


def _may_be(word: Word, common: frozenset[str]) -> bool:
    """Whether a word that is also a month or a common noun of the article can be a name here."""
    if word.lower in lexicon("calendar") or word.i == 0 or word.pos != "PROPN":
        return word.dep in _ACTING and word.lower not in common
    return True
