"""Which sentences that no room will look at are read all the same, for their names: those that name somebody new.

    Lavrov will visit Ankara next week. Umbrellas sold well, Ada Holt of the UN said.

The second states no event; but that there are an Ada Holt and the UN (and that "he" is not her) is told by it alone. A
capitalised word that no sentence before holds tells that a name is new, unless it is a country's or a place's. Only
the stretch around new names is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from dipevents.lexicon import Remembered, read_words
from dipevents.mentions.gazetteer import OPENINGS, find_names
from dipevents.mentions.words import lexicon
from dipevents.reading.sentence import Sentence
from dipevents.reading.skim import WORDS, select

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Chosen", "choose", "with_new_names"]

GEOGRAPHIC = frozenset({"country", "capital", "adjective", "place"})
AROUND = 2
"""Words that are read on either side of new names: a title may stand there, or the body that somebody belongs to."""
_PIECE = re.compile(r"\S+")


class Chosen(NamedTuple):
    """What is read of an article.

    Attributes:
        read: The sentences that the engine reads.
        faint: For each lexicon the positions of the sentences at which its room need not look.
        named: Parts of others, which are read for their names alone.
    """

    read: list[Sentence]
    faint: Mapping[str, frozenset[int]]
    named: list[Sentence]


def choose(sentences: Sequence[Sentence], lexicons: Sequence[str | None], least: float) -> Chosen:
    """What is worth reading of the sentences of an article, for rooms with these lexicons; see `skim.select`."""
    read, faint = select(sentences, lexicons, least)
    return Chosen(read, faint, with_new_names(sentences, read) if len(read) < len(sentences) else [])


def with_new_names(sentences: Sequence[Sentence], read: Iterable[Sentence]) -> list[Sentence]:
    """The parts of sentences, in order, that hold a name which neither those that are read nor any before them hold.

    Args:
        sentences: The sentences of one article, in text order.
        read: Those that are read anyway.

    Example:
        >>> from dipevents.reading.sentence import Sentence
        >>> texts = ["Lavrov will visit Ankara.", "Rain fell on Oslo.", "It fell, Ada Holt said.", "Holt was wet."]
        >>> article = [Sentence(i, 0, 0, 0, i, False, text) for i, text in enumerate(texts)]
        >>> [s.text for s in with_new_names(article, article[:1])]
        ['It fell, Ada Holt said.']
    """
    anyway = {sentence.i for sentence in read}
    seen: set[str] = set()
    for sentence in sentences:
        if sentence.i in anyway:
            seen.update(chain.from_iterable(map(_NAMING.__getitem__, sentence.text.split())))
    found = []
    for sentence in sentences:
        if sentence.i in anyway:
            continue
        pieces = sentence.text.split()
        new = _capitalised(pieces) - seen
        if new and not (any(map(OPENINGS.__getitem__, new)) and new <= _geographic(sentence.text)):
            found.append(_around(sentence, new))
            seen.update(chain.from_iterable(map(_NAMING.__getitem__, pieces)))
    return found


def _around(sentence: Sentence, names: set[str]) -> Sentence:
    """The part of a sentence from a few words before the first of the names to a few behind the last."""
    pieces = list(_PIECE.finditer(sentence.text))
    places = [i for i, piece in enumerate(pieces) if not names.isdisjoint(WORDS[piece[0]])]
    first, last = pieces[max(0, places[0] - AROUND)], pieces[min(len(pieces), places[-1] + AROUND + 1) - 1]
    return sentence.part(sentence.start + first.start(), sentence.start + last.end())


def _geographic(text: str) -> set[str]:
    """The words of its known names of countries and places."""
    hits = (hit.text.split() for hit in find_names(text) if hit.kind in GEOGRAPHIC)
    return {word for pieces in hits for piece in pieces for word in WORDS[piece]}


def _capitalised(pieces: Sequence[str]) -> set[str]:
    """The names among the words; the first only where another follows, as every sentence begins with a capital."""
    named = set(chain.from_iterable(map(_NAMING.__getitem__, pieces[1:])))
    if len(pieces) > 1 and not named.isdisjoint(WORDS[pieces[1]][:1]):
        named.update(_NAMING[pieces[0]])
    return named


@cache
def _no_names() -> frozenset[str]:
    """Words with capitals that open sentences or stand in dates, in lower case."""
    return lexicon("calendar").union(map(str.lower, read_words("sentences")["starters"]))


def _names_of(piece: str) -> tuple[str, ...]:
    capitals = [word for word in WORDS[piece] if len(word) > 1 and word[0].isupper()]
    return tuple([word for word in capitals if word.lower() not in _no_names()])


_NAMING = Remembered(_names_of)
"""The words in capitals that may be names, of what stands between two blanks."""
