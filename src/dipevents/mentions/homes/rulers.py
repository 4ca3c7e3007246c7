"""The state of a known holder of an office, or of what is called by his name.

Vladimir Putin; the Clinton administration; in 2006 "President Bush", with whatever state is named
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.gazetteer import leader, terms_of
from dipevents.mentions.homes.counterparts import sole_offices

if TYPE_CHECKING:
    from dipevents.mentions.homes.homes import Homes
    from dipevents.mentions.identity import Entry, Registry

__all__ = ["governed", "leader_country"]


def leader_country(registry: Registry, homes: Homes, entry: Entry) -> str | None:
    """The state of a known holder of an office: by the full name, or a surname and a state that fits.

    One who governs, as "the CLINTON administration", or holds in that year the office that he is given, as "President
    BUSH", needs no other word about his state.
    """
    known = leader(entry.name, registry.year)
    if known is not None:
        return known.country or None
    called = {n.country for n in entry.names if n.known is not None and n.known.kind == "leader"}
    if len(called) == 1:
        return called.pop()
    year, governs = registry.year, any(n.head.head.lower == "administration" for n in entry.names)
    terms = terms_of(entry.tokens[-1] if entry.tokens else "")
    held = sole_offices(entry)
    codes = {term for term in terms if term[1] in homes.counts or (year and (governs or _holds(term[0], held, year)))}
    fitting = {c for _, c, first, last in codes if year is None or first - 2 <= year <= last + 2}
    return next(iter(fitting)) if len(fitting) == 1 and len(entry.tokens) == 1 else None


def _holds(name: str, offices: set[str], year: int) -> bool:
    """Whether a known leader holds one of some offices in a year."""
    known = leader(name, year) if offices else None
    return known is not None and any(
        o in offices and first <= year <= (last or 9999) for o, first, last in known.offices
    )


def governed(registry: Registry, entry: Entry) -> str | None:
    """The state of a leader whose administration a body is of: "the CLINTON Administration's Policy Council"."""
    before, _, behind = entry.name.partition(" Administration")
    known = leader(before.removeprefix("the "), registry.year) if behind else None
    return known.country if known else None
