"""Which of two sides supplies where the grammar does not tell, and whom a deal's own words outrank.

a contract between Oslo and Lima for Lima's tanks       whose goods they are supplies
Oslo blocked the supply of PERUVIAN tanks to Chad       who only decides on it does not
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.traders import is_forces, is_maker
from dipevents.lexicon import read_words
from dipevents.models.actor import ActorKind, countries_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.models.actor import Actor

__all__ = ["directed", "outranked"]


def directed(
    parties: tuple[Actor, ...], origins: tuple[Actor, ...], typed: frozenset[str], *, lone_sells: bool
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Who supplies of two sides, and who receives.

    The one supplies whose goods they are, else the maker; else the first receives, if alone.
    """
    if not parties:
        return (), ()
    codes = {a.country for a in origins}
    made = tuple(a for a in parties if a.country and a.country in codes)
    if made and len(made) < len(parties):
        return made, tuple(a for a in parties if a not in made)
    if not made and all(a.kind is ActorKind.STATE for a in parties):
        made = tuple(a for a in parties if a.country in typed)
        if made and not codes and (len(parties) == 1 or len(made) < len(parties)):
            return made, tuple(a for a in parties if a not in made)
    makers = tuple(a for a in parties if is_maker(a))
    if makers:
        return makers, tuple(a for a in parties if a not in makers)
    ranks: tuple[str, ...] = read_words("arms_deal")["groups"]["exporters"]
    if len(parties) == 1:
        return (parties, ()) if lone_sells and parties[0].country in ranks else ((), parties)
    ranked = sorted((a for a in parties if a.country in ranks), key=lambda a: ranks.index(a.country or ""))
    armed = tuple(a for a in parties if is_forces(a))
    if not ranked and 0 < len(armed) < len(parties):
        return tuple(a for a in parties if a not in armed), armed
    first = parties[0 if lone_sells else -1]
    if ranked and not (lone_sells and first in ranked):
        first = ranked[0]
    return (first,), tuple(a for a in parties if a.country != first.country and a != first)


def outranked(deciding: tuple[Actor, ...], told: Iterable[Actor], recipients: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Who supplies what others only decide on: whose goods they are by their own words, else who decides."""
    known = countries_of((*deciding, *recipients))
    others = tuple(a for a in told if a.country is not None and a.country not in known)
    return others if deciding and others else deciding
