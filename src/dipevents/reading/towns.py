"""The names of towns, by which a dateline in small letters is told: "Warsaw -- The envoy left"."""

from __future__ import annotations

from functools import cache

from dipevents.lexicon import read_table

__all__ = ["is_place", "is_town"]


def is_town(name: str) -> bool:
    """Whether a name is that of a town, in any letters.

    Example:
        >>> is_town("WARSAW"), is_town("Poland")
        (True, False)
    """
    return name.casefold() in _towns()


def is_place(name: str) -> bool:
    """Whether a name is that of a town or a state, in any letters."""
    return is_town(name) or name.casefold() in _states()


@cache
def _towns() -> frozenset[str]:
    towns = [row["name"] for row in read_table("places") if row["kind"] == "city"]
    towns += [row["words"] for row in read_table("countries") if row["kind"] == "capital"]
    return frozenset(map(str.casefold, towns))


@cache
def _states() -> frozenset[str]:
    return frozenset(row["words"].casefold() for row in read_table("countries") if row["kind"] == "name")
