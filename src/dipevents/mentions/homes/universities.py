"""The state of a university by its name, in whatever order its words are put.

Leiden University, the University of Leiden, University of Leiden (Netherlands)
James Cook University                      short for that of North Queensland
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_table
from dipevents.mentions.name_index import folded

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["key_of", "university_country"]

EMPTY = frozenset({"&", "a", "and", "at", "for", "in", "of", "the", "university"})
"""Words that do not tell one university from another."""


def key_of(name: str) -> frozenset[str]:
    """The words of a name that tell which university it is.

    Example:
        >>> key_of("the University of Leiden") == key_of("Leiden University")
        True
    """
    words = folded(name).lower().replace(",", " ").replace(".", "").replace("’", "'").split()
    return frozenset(words) - EMPTY


def university_country(name: str) -> str | None:
    """The state in which a university or a college is, by its name; None where it is unknown, or one of several.

    Example:
        >>> university_country("Waikato University"), university_country("York University")
        ('NZL', None)
    """
    if "University" not in name and "College" not in name and "Tech" not in name:
        return None
    key = key_of(name)
    return _countries().get(key) or (_by_part(key) if len(key) > 1 else None)


@cache
def _by_part(key: frozenset[str]) -> str | None:
    """The one state whose universities have all these words in their names: "James Cook" of North Queensland."""
    found = {code for words, code in _countries().items() if key < words}
    return found.pop() if len(found) == 1 else None


@cache
def _countries() -> Mapping[frozenset[str], str]:
    return {key_of(row["name"]): row["country"] for row in read_table("universities")}
