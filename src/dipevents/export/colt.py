"""Visits as rows in the shape of COLT, the data set on the travel of leaders: one row for each visitor and country.

Source: Country and Organizational Leader Travel (COLT) data set, F. S. Pardee Institute for International Futures.

Example:
    >>> [one.what for one in LOST]
    ['all but visits', 'visitors who are no persons', 'vague dates', 'hosts', 'status']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dipevents.export.lost import Lost
from dipevents.mentions.gazetteer import capital_of, country_name, country_of_name
from dipevents.models.actor import ActorKind
from dipevents.models.statement import statements_of
from dipevents.models.visit import Visit, VisitStatus

if TYPE_CHECKING:
    from dipevents.models.actor import Actor
    from dipevents.models.event import Event
    from dipevents.models.place import Place
    from dipevents.models.statement import Events, Source

__all__ = ["COLUMNS", "LOST", "left_out", "to_colt"]

LOST = (
    Lost("all but visits", "COLT holds trips only"),
    Lost("visitors who are no persons", "COLT has leaders: delegations, armies and bodies have no row"),
    Lost(
        "vague dates",
        "a trip has two days: the earliest and the latest possible, and `TripDateExact` says if they are it",
    ),
    Lost("hosts", "COLT does not tell who received the leader"),
    Lost("status", "COLT has no trips that did not take place; others than occurred ones are left out"),
)
"""What this form loses, and why: a tuple of `Lost`."""
COLUMNS = (
    "LeaderFullName",
    "LeaderPosition",
    "LeaderCountryISO",
    "CountryVisited",
    "CountryVisitedISO",
    "CityVisited",
    "TripStartDate",
    "TripEndDate",
    "TripDateExact",
    "TripDuration",
    "TripYear",
    "Purpose",
    "Source",
)
"""The columns, with COLT's names, in order."""


def _trip(event: Event) -> Visit | None:
    return event if isinstance(event, Visit) and event.status is VisitStatus.OCCURRED and _leaders(event) else None


def _leaders(visit: Visit) -> list[Actor]:
    return [one for one in visit.visitors if one.kind is ActorKind.PERSON]


def left_out(events: Events) -> tuple[tuple[Event, str], ...]:
    """The events that have no row, each with the reason, in the order given.

    Example:
        >>> [reason for _, reason in left_out([Visit(status="planned")])]
        ['the visit is planned']
    """
    given = [one.event for one in statements_of(events)]
    return tuple((event, _reason(event)) for event in given if _trip(event) is None)


def _reason(event: Event) -> str:
    if not isinstance(event, Visit):
        return "no visit"
    return "no visitor is a person" if event.status is VisitStatus.OCCURRED else f"the visit is {event.status}"


def to_colt(events: Events) -> list[dict[str, Any]]:
    """One dict with the keys of `COLUMNS` for each person and each country; unknown is None.

    A place of unknown country counts to the one country of the visit; where there are several, it has its own row.
    `TripDateExact` is `EventDate.is_exact`: a visit of "last week" took place within these days, so that they are not
    exact and its duration is unknown.

    Example:
        >>> from dipevents.models import Actor, EventDate, Place
        >>> wang, oslo = Actor(name="Wang Yi", kind="person", country="CHN"), Place(name="Oslo", country="NOR")
        >>> when = EventDate.from_edtf("2023-09-12/2023-09-14")
        >>> [row] = to_colt([Visit(visitors=(wang,), destinations=(oslo,), when=when)])
        >>> row["LeaderFullName"], row["CountryVisited"], row["CityVisited"], row["TripDuration"]
        ('Wang Yi', 'Norway', 'Oslo', 3)
    """
    rows = []
    for one in statements_of(events):
        if visit := _trip(one.event):
            for leader in _leaders(visit):
                rows += [_row(visit, leader, places, one.sources) for places in _by_country(visit)]
    return rows


def _by_country(visit: Visit) -> list[list[Place]]:
    """The places of each country; one empty list for a visit of which no place is known.

    Where all places of known country lie in one, the others are stops there: "a firing range near Boryeong" on a trip
    to South Korea. Between several countries nothing tells in which a place lies, so that it stands alone.
    """
    known = {place.country for place in visit.destinations if place.country}
    only = known.pop() if len(known) == 1 else None
    found: dict[str, list[Place]] = {}
    for place in visit.destinations:
        found.setdefault(place.country or only or f"?{place.name}", []).append(place)
    return list(found.values()) or [[]]


def _city(place: Place) -> str | None:
    """A place's name, "the Czech capital" by its own and "OSLO" as it is written elsewhere; None for "a sea resort"."""
    last = place.name.rpartition(" ")[2]
    if last.islower():
        return capital_of(place.country) if last == "capital" and place.country else None
    return place.name.title() if place.name.isupper() and len(place.name) > 3 else place.name


def _row(visit: Visit, leader: Actor, places: list[Place], sources: tuple[Source, ...]) -> dict[str, Any]:
    start, end = (visit.when.earliest, visit.when.latest) if visit.when else (None, None)
    exact = visit.when is not None and visit.when.is_exact
    code = next((place.country for place in places if place.country), None)
    named = (_city(place) for place in places if code is None or country_of_name(place.name) is None)
    cities = dict.fromkeys(city for city in named if city)
    cells = (
        leader.name,
        leader.role,
        leader.country,
        code and (country_name(code) or code),
        code,
        "; ".join(cities) or None,
        start.isoformat() if start else None,
        end.isoformat() if end else None,
        exact,
        (end - start).days + 1 if exact and start and end else None,
        start.year if start and end and start.year == end.year else None,
        visit.purpose,
        "; ".join(told for source in sources if (told := source.url or source.source)) or None,
    )
    return dict(zip(COLUMNS, cells, strict=True))
