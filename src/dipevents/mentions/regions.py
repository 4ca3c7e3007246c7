"""The states of a region, and those that are called by a noun: "the CENTRAL AMERICAN country", "the island nation"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dipevents.reading.sentence import Word

__all__ = ["called_so", "share_region", "states_of_region"]


@cache
def states_of_region(name: str) -> frozenset[str]:
    """The states of the regions that a name in lower case tells; a part of a region does not mean the whole.

    Example:
        >>> "CUB" in states_of_region("american"), "CUB" in states_of_region("central american")
        (True, False)
    """
    name, table = name.replace(" - ", "-"), _states()
    found = [region for region in table if region in name]
    own = [region for region in found if not any(region != other and region in other for other in found)]
    return frozenset(code for region in own for code in table[region])


@cache
def _states() -> Mapping[str, tuple[str, ...]]:
    table: Mapping[str, str] = read_words("visit")["region_states"]
    return {region.removesuffix("s"): tuple(codes.split()) for region, codes in table.items()}


def share_region(one: str, other: str) -> bool:
    """Whether two states, by their codes, lie in one region."""
    return any(one in codes and other in codes for codes in _states().values())


def called_so(noun: Word) -> frozenset[str]:
    """The states that a noun tells by their form or shape: "the KINGDOM", "the ISLAND nation"; empty for others."""
    table = read_words("actors")["polities"]
    before = "".join(w.lower for w in noun.sentence.words[max(0, noun.i - 2) : noun.i])
    lands = {"country", "nation", "republic", "state"}
    shapes = [c.lower for c in noun.children if noun.lemma in lands and c.i < noun.i and c.dep != "poss"]
    shapes += ["archipelago"] if "island" in shapes else []
    names = ("city-state" if before == "city-" else noun.lemma, *shapes)
    return frozenset(code for name in names for code in table.get(name, ()))
