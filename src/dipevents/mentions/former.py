"""The state that a town was in when an article appeared: Kiev in the Soviet Union, Zagreb in Yugoslavia."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["WHOLES", "state_in"]

_LAST: Mapping[str, tuple[str, int]] = {
    **dict.fromkeys(("EST", "LVA", "LTU", "GEO", "ARM"), ("SUN", 1990)),
    **dict.fromkeys(("AZE", "BLR", "KAZ", "KGZ", "MDA", "RUS", "TJK", "TKM", "UKR", "UZB"), ("SUN", 1991)),
    **dict.fromkeys(("HRV", "SVN"), ("YUG", 1990)),
    **dict.fromkeys(("BIH", "MKD"), ("YUG", 1991)),
    **dict.fromkeys(("MNE", "SRB"), ("YUG", 2002)),
    **dict.fromkeys(("CZE", "SVK"), ("CSK", 1992)),
}
"""Dissolved states of which those of today were parts, and the last year in which towns count as theirs."""
WHOLES: Mapping[str, tuple[str, ...]] = {
    code: (whole, "SCG") if code in {"MNE", "SRB"} else (whole,) for code, (whole, _) in _LAST.items()
}
"""The dissolved states that a state of today was a part of."""


def state_in(code: str | None, year: int | None) -> str | None:
    """The state that what is now in a state was in in some year.

    Example:
        >>> state_in("UKR", 1987), state_in("UKR", 2014), state_in("PER", 1987)
        ('SUN', 'UKR', 'PER')
    """
    whole, last = _LAST.get(code or "", ("", 0))
    return whole if year is not None and year <= last else code
