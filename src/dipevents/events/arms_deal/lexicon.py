"""The word lists of the room of arms deals, from `data/arms_deal.toml`."""

from __future__ import annotations

from functools import cache

from dipevents.lexicon import read_words

__all__ = ["words_of"]


@cache
def words_of(table: str, name: str | None = None) -> frozenset[str]:
    """A list of a table, or the keys of a table, or a list that stands alone, as a set."""
    found = read_words("arms_deal")[table]
    return frozenset(found[name] if name is not None else found)
