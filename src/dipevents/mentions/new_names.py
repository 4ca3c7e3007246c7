"""Which sentences that no room will look at are read all the same, for their names: those that name somebody new.

    Lavrov will visit Ankara next week. Umbrellas sold well, Ada Holt of the UN said.

The second states no event; but that there are an Ada Holt and the UN (and that "he" is not her) is told by it alone. A
capitalised word that no sentence before holds tells that a name is new, unless it is a country's or a place's. Only
the stretch around new names is read.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from dipevents.lexicon import Remembered
from dipevents.mentions.gazetteer import OPENINGS, find_names
from dipevents.reading.skim import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dipevents.reading.sentence import Sentence

__all__ = ["with_new_names"]

GEOGRAPHIC = frozenset({"country", "capital", "adjective", "place"})
AROUND = 2
"""Words that are read on either side of new names: a title may stand there, or the body that somebody belongs to."""
_PIECE = re.compile(r"\S+")


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
            seen.update(*map(WORDS.__getitem__, sentence.text.split()))
    found = []
    for sentence in sentences:
        if sentence.i in anyway:
            continue
        new = _capitalised(sentence.text) - seen
        if new and not (any(map(OPENINGS.__getitem__, new)) and new <= _geographic(sentence.text)):
            found.append(_around(sentence, new))
            seen.update(_words(sentence.text))
    return found


def _around(sentence: Sentence, names: set[str]) -> Sentence:
    """The part of a sentence from a few words before the first of the names to a few behind the last."""
    pieces = list(_PIECE.finditer(sentence.text))
    places = [i for i, piece in enumerate(pieces) if not names.isdisjoint(WORDS[piece[0]])]
    first, last = pieces[max(0, places[0] - AROUND)], pieces[min(len(pieces), places[-1] + AROUND + 1) - 1]
    return sentence.part(sentence.start + first.start(), sentence.start + last.end())


def _geographic(text: str) -> set[str]:
    """The words of its known names of countries and places."""
    return {word for hit in find_names(text) if hit.kind in GEOGRAPHIC for word in _words(hit.text)}


def _words(text: str) -> list[str]:
    """Its words, without the possessive ending."""
    return list(chain.from_iterable(map(WORDS.__getitem__, text.split())))


def _capitalised(text: str) -> set[str]:
    """Its words in capitals; the first only where a second one follows, as every sentence begins with a capital."""
    words = _words(text)
    named = set(filter(_NAMING.__getitem__, words[1:]))
    return named | set(words[:1]) if len(words) > 1 and words[1] in named and words[0][0].isupper() else named


def _is_naming(word: str) -> bool:
    return len(word) > 1 and word[0].isupper()


_NAMING = Remembered(_is_naming)
