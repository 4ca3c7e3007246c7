"""Which states make a type of equipment, by the lexicon: "a contract for MiGs" is one with Russia."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["makers_of"]

LETTERS = 4
"""Letters up to which the name of a type must be whole."""


def makers_of(designations: Iterable[str]) -> frozenset[str]:
    """The states that make any of these types, by the lexicon."""
    types, known = {"".join(c for c in name.lower() if c.isalnum()) for name in designations}, _by_start()
    starts = ((name, name[:end]) for name in types for end in range(1, len(name) + 1))
    return frozenset(code for name, start in starts if start in known and _is_of(name, start) for code in known[start])


@cache
def _by_start() -> dict[str, list[str]]:
    """The states by the beginnings of the types that they make."""
    found: dict[str, list[str]] = {}
    for code, starts in read_words("arms_deal")["makers"].items():
        for start in starts:
            found.setdefault(start, []).append(code)
    return found


def _is_of(name: str, start: str) -> bool:
    """Whether a type begins as the lexicon has it; "tor" begins no "Tornado"."""
    letters = start[-1].isalpha() and name[len(start) : len(start) + 1].isalpha()
    return name.startswith(start) and (not letters or len(start) > LETTERS)
