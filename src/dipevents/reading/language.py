"""Which paragraphs are not English, so that they yield nothing rather than nonsense.

A paragraph is left unread if most of its letters are of another script, if the small words of another language fill
it, or if forty and more words hold no small word of English. In doubt it is read: headlines full of names have few
small words, and names carry foreign ones ("Maria de los Angeles").
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from dipevents.lexicon import read_words

__all__ = ["unread_reason"]

_WORD = re.compile(r"[^\W\d_]+")
_LATIN_UNTIL = "\u024f"
MANY_WORDS = 40
"""Words in lower case, none of them a small English one, that make a paragraph foreign whatever its language."""


class _Small(NamedTuple):
    """The small words: those of English, those that names carry, and each other with its languages."""

    english: frozenset[str]
    particles: frozenset[str]
    others: Mapping[str, tuple[str, ...]]


@cache
def _small() -> _Small:
    words = read_words("language")
    english = frozenset(words["english"]["words"])
    others: dict[str, tuple[str, ...]] = {}
    for language, small in words["languages"].items():
        for word in small:
            if word not in english:
                others[word] = (*others.get(word, ()), language)
    return _Small(english, frozenset(words["particles"]["words"]), others)


def unread_reason(text: str) -> str | None:
    """Why a paragraph is not read, or None if it is English or may be.

    Linear in the text; any string is valid.

    Args:
        text: One paragraph.

    Example:
        >>> unread_reason("Le ministre est arrivé à Moscou pour une visite, selon la radio.")
        'not English (French)'
        >>> unread_reason("Министр прибыл в Москву.")
        'not English (Cyrillic script)'
        >>> unread_reason("Macron, Scholz, Meloni, Tusk meet Zelensky") is None
        True
    """
    if not text.isascii() and (script := _other_script(text)):
        return f"not English ({script} script)"
    small = _small()
    pieces = text.lower().split()
    if sum(map(small.english.__contains__, pieces)) * 4 > len(pieces):  # so it is with nearly all that is English
        return None
    words = _WORD.findall(text)
    english = sum(map(small.english.__contains__, map(str.lower, words)))
    if english * 4 > len(words):  # no other language can have three times as many
        return None
    # in lower case only: names hold "Un", "Il" and "De"
    found = Counter([word for word in words if word in small.others and word == word.lower()])
    if language := _other_language(len(words), english, found):
        return f"not English ({language})"
    if english or len(words) < MANY_WORDS:
        return None
    return "not English" if sum(word[0].islower() for word in words) >= MANY_WORDS else None


def _other_script(text: str) -> str | None:
    """The commonest script other than Latin, if more than half of the letters are of such scripts."""
    names = read_words("language")["scripts"]
    latin = 0
    others: Counter[str] = Counter()
    for char, count in Counter(text).items():
        if char.isalpha():
            script = None if char <= _LATIN_UNTIL else names.get(re.split("[ -]", unicodedata.name(char, ""))[0])
            if script:
                others[script] += count
            else:
                latin += count
    return min(others, key=lambda name: (-others[name], name)) if sum(others.values()) > latin else None


def _other_language(words: int, english: int, found: Mapping[str, int]) -> str | None:
    """The language whose small words fill the text: every fifth word, three times as many as the English ones."""
    if sum(found.values()) < 3:
        return None
    small = _small()
    hits: Counter[str] = Counter()
    proofs: Counter[str] = Counter()
    for word, count in found.items():
        for language in small.others[word]:
            hits[language] += count
            proofs[language] += word not in small.particles and (len(word) > 1 or not word.isascii())
    best = min(hits, key=lambda language: (-hits[language], -proofs[language], language))
    enough = hits[best] >= 3 and hits[best] * 5 >= words and hits[best] >= 3 * english
    needed = 1 if hits[best] >= 4 and not english else 2
    return best if enough and proofs[best] >= needed else None
