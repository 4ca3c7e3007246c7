"""The state of a university by its name, in whatever order its words are put.

Leiden University, the University of Leiden, University of Leiden (Netherlands)
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
    return _countries().get(key_of(name)) if "University" in name or "College" in name or "Tech" in name else None


@cache
def _countries() -> Mapping[frozenset[str], str]:
    return {key_of(row["name"]): row["country"] for row in read_table("universities")}
