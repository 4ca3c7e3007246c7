"""A visit: somebody official travels to another country, or is received there."""

from __future__ import annotations

from enum import StrEnum

from dipevents.models.actor import Actor
from dipevents.models.event import Event
from dipevents.models.evidence import Evidence
from dipevents.models.place import Place
from dipevents.models.record import Words, record

__all__ = ["Visit", "VisitStatus"]


class VisitStatus(StrEnum):
    """How far a visit has come.

    Attributes:
        OCCURRED: It has taken place, or has begun.
        PLANNED: It is announced, or an invitation is accepted.
        POSSIBLE: It is considered, guessed at, or only invited to.
        CANCELLED: It was called off, put off, refused or denied.
    """

    OCCURRED = "occurred"
    PLANNED = "planned"
    POSSIBLE = "possible"
    CANCELLED = "cancelled"


@record
class Visit(Event):
    """A political, diplomatic, military or official actor travels to a country that is not its own.

    Attributes:
        visitors: Who travels (COLT: leader); a delegation's leader where one is named.
        hosts: Who receives them, where stated.
        destinations: Countries, cities and sites visited, in text order.
        origin: Where they come from, where stated.
        purpose: The words that give the purpose, or None.
        transport: The words that name the vehicle ("armored train"), or None.
        count: How many visits the words speak of ("ten trips"), or None for one.
        status: Occurred (or begun), planned, possible or cancelled.
        status_evidence: The words that decide the status, or None where plain tense does.

    `when` is the arrival, or the whole stay where its days or both its ends are told.

    Example:
        >>> report = dipevents.parse("Lavrov will pay a two-day visit to Ankara on Monday.", published="2024-05-09")
        >>> [visit] = report.visits
        >>> visit.visitors[0].name, visit.destinations[0].country, visit.status.value, str(visit.when)
        ('Lavrov', 'TUR', 'planned', '2024-05-13/2024-05-14')
        >>> visit.hosts, visit.purpose
        ((), None)
    """

    visitors: tuple[Actor, ...] = ()
    hosts: tuple[Actor, ...] = ()
    destinations: tuple[Place, ...] = ()
    origin: Place | None = None
    purpose: Words | None = None
    transport: Words | None = None
    count: int | None = None
    status: VisitStatus = VisitStatus.OCCURRED
    status_evidence: Evidence | None = None
