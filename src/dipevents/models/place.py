"""Where something happens."""

from __future__ import annotations

from dataclasses import field

from dipevents.models.evidence import Evidence
from dipevents.models.record import Words, record

__all__ = ["Place"]


@record
class Place:
    """A country, region, city or site that an article names.

    Attributes:
        name: The words of the article ("Primorsky Krai"); a country's name where only that is known.
        country: ISO 3166-1 alpha-3 (3166-3 for dissolved states, XKX for Kosovo), or None where unknown.
        evidence: Where the article names it; None if the country follows from elsewhere in the article. Does not count
            when two places are compared.

    Example:
        >>> [visit] = dipevents.parse("Lavrov arrived in Ankara.").visits
        >>> visit.destinations[0].name, visit.destinations[0].country
        ('Ankara', 'TUR')
    """

    name: Words
    country: str | None = None
    evidence: Evidence | None = field(default=None, compare=False)
