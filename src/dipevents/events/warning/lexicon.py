"""The words of warnings, from `data/warning.toml`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.models.warning import WarningKind

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["is_of", "kinds", "lexicon", "singular"]


@cache
def lexicon(table: str, *names: str) -> frozenset[str]:
    """The words of one or several lists in a table of the lexicon of warnings."""
    lists = read_words("warning")[table]
    return frozenset().union(*(lists[name] for name in names))


def is_of(word: Word, name: str) -> bool:
    """Whether the dictionary form of a word stands in a list of the table of words that one rule each asks for."""
    return word.lemma in _asked(name)


@cache
def _asked(name: str) -> frozenset[str]:
    return lexicon("asked", name)  # one key is found sooner than two, and this is asked often


@cache
def kinds(table: str) -> dict[str, WarningKind]:
    """The kind of every word in a table of the lexicon."""
    lists = read_words("warning")[table]
    return {word: kind for kind in WarningKind for word in lists.get(kind.value, ())}


def singular(noun: str) -> str:
    """A noun in lower case without its plural ending ("agencies", "officials", "gunmen")."""
    if noun.endswith("men"):
        return f"{noun[:-3]}man"
    if noun.endswith("ss"):
        return noun  # "actress"
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
