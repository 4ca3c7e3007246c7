"""The word lists of the room of arms deals, from `data/arms_deal.toml`."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dipevents.reading.sentence import Word

__all__ = ["is_phrasal", "kinds_of", "words_of"]


@cache
def words_of(table: str, *names: str) -> frozenset[str]:
    """A list of a table, or several of one together, or the keys of a table, or a list that stands alone, as a set."""
    found = read_words("arms_deal")[table]
    return frozenset(chain.from_iterable(found[name] for name in names) if names else found)


def is_phrasal(verb: Word, name: str) -> bool:
    """Whether a verb with its particle stands in a list of the lexicon's table of statuses: "WAVED THROUGH"."""
    led = (f"{verb.lemma} {c.lower}" for c in verb.children if c.dep in {"prt", "advmod", "prep"} and c.i > verb.i)
    return any(phrase in words_of("status", name) for phrase in led)


def kinds_of(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The kind of frame that each word of a table opens: the name of its list.

    Raises:
        ValueError: If a word stands twice, of which one kind would win unseen.
    """
    kinds: dict[str, str] = {}
    for kind, words in table.items():
        for word in words:
            if word in kinds:
                raise ValueError(f"{word!r} stands twice: in {kinds[word]!r} and in {kind!r}")
            kinds[word] = kind
    return kinds
