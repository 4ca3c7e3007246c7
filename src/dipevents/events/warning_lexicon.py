"""The words of warnings, from `data/warning.toml`."""

from __future__ import annotations

from functools import cache

from dipevents.lexicon import read_words
from dipevents.models.warning import WarningKind

__all__ = ["kinds", "lexicon"]


@cache
def lexicon(table: str, name: str) -> frozenset[str]:
    """The words of one list in the lexicon of warnings."""
    return frozenset(read_words("warning")[table][name])


@cache
def kinds(table: str) -> dict[str, WarningKind]:
    """The kind of every word in a table of the lexicon."""
    lists = read_words("warning")[table]
    return {word: kind for kind in WarningKind for word in lists.get(kind.value, ())}
