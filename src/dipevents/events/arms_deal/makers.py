"""Which states make a type of equipment, by the lexicon: "a contract for MiGs" is one with Russia."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.models.actor import countries_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.models.actor import Actor

__all__ = ["makers_of", "may_come_from"]

LETTERS = 4
"""Letters up to which the name of a type must be whole."""


def makers_of(designations: Iterable[str]) -> frozenset[str]:
    """The states that make any of these types, by the lexicon."""
    types = {"".join(c for c in name.lower() if c.isalnum()) for name in designations}
    table = read_words("arms_deal")["makers"]
    return frozenset(code for code, starts in table.items() for t in types if any(_is_of(t, s) for s in starts))


def may_come_from(actors: Iterable[Actor], designations: Iterable[str]) -> bool:
    """Whether types may come from somebody: unknown ones from anybody, others from a state that makes them."""
    made = makers_of(designations)
    return not made or not made.isdisjoint(countries_of(actors))


def _is_of(name: str, start: str) -> bool:
    """Whether a type begins as the lexicon has it; "tor" begins no "Tornado"."""
    letters = start[-1].isalpha() and name[len(start) : len(start) + 1].isalpha()
    return name.startswith(start) and (not letters or len(start) > LETTERS)
