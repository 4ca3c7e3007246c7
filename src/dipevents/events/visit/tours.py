"""One tour is one visit, whatever its legs: a trip to Asia, and then the days in Tokyo and in Seoul.

a trip to Asia; he arrived in Tokyo; he will go on to Beijing        one
a trip to Asia; last year's visit to Berlin                          two: Germany is not in Asia
in Riga on Monday and in Oslo on Tuesday                             one: a stop a day, and nobody who is its host
a trip to Asia to come; his visit to Tokyo                           two: the one is over before the other begins
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.merge import REACH, with_evidence
from dipevents.events.visit.coming import is_long_past
from dipevents.events.visit.merge import join_visits
from dipevents.events.visit.places import states_of_regions
from dipevents.models.actor import countries_of
from dipevents.models.event_date import EventDate, Precision
from dipevents.models.visit import Visit, VisitStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dipevents.mentions.mentions import Mentions

__all__ = ["unite_tours"]

TOUR = 21
"""Days between two legs of one tour."""
NEXT = 2
"""Days between two stops of one journey that one sentence tells."""
EXACT = frozenset({Precision.DAY, Precision.INTERVAL})
"""Dates of which an interval is made."""
REAL = frozenset({VisitStatus.OCCURRED, VisitStatus.PLANNED})
"""Stages of the legs of a tour that takes place."""


def unite_tours(mentions: Mentions, visits: Iterable[Visit]) -> list[Visit]:
    """The visits, those to the states of a region that its visitor is told to tour joined with the tour."""
    found: list[Visit] = []
    for visit in visits:
        first = max(0, len(found) - REACH)
        at = next((i for i in range(first, len(found)) if _are_one_tour(mentions, found[i], visit)), None)
        if at is None:
            found.append(visit)
            continue
        joined = replace(join_visits(found[at], visit), when=_whole_time(found[at].when, visit.when))
        found[at] = with_evidence(joined, found[at], visit)
    return found


def _are_one_tour(mentions: Mentions, one: Visit, other: Visit) -> bool:
    names = {a.name for a in one.visitors}
    if not any(a.name in names for a in other.visitors) or not {one.status, other.status} <= REAL:
        return False
    past = is_long_past(mentions, one.when) is not is_long_past(mentions, other.when)
    apart = {e.start for e in one.evidence}.isdisjoint(e.start for e in other.evidence)
    if past and apart and None in {one.when, other.when}:
        return False  # "during his Gulf tour, which took him to Doha. … He flew to Jeddah IN 2019"
    return _is_leg_of(other, one) or _is_leg_of(one, other) or _are_in_a_row(one, other)


def _are_in_a_row(one: Visit, other: Visit) -> bool:
    """Whether one sentence tells of two stops whose days follow one another: "to Oslo on Monday, Riga on Tuesday"."""
    if one.status is not other.status or one.when is None or other.when is None:
        return False
    days = one.when.precision is other.when.precision is Precision.DAY
    if not days or one.visitors != other.visitors or one.hosts or other.hosts:
        return False  # with a host of its own, a stop is a visit of its own
    told = {(e.start, e.end) for e in one.evidence}
    # not "flew to Oslo on Friday, TWO DAYS AFTER ending a visit to Riga"
    near = NEXT - 1 if other.when.ended_before(one.when) else NEXT
    return any((e.start, e.end) in told for e in other.evidence) and _are_near(one.when, other.when, near)


def _is_leg_of(leg: Visit, tour: Visit) -> bool:
    """Whether a visit goes to a state of the region of a tour, and can be part of it in time."""
    there = countries_of(leg.destinations)
    if not there or not there <= states_of_regions(tour.destinations) or (leg.count or 1) != (tour.count or 1):
        return False
    begun = leg.status is tour.status or tour.status is VisitStatus.OCCURRED
    if leg.when is not None and tour.when is not None:
        by_day = {leg.when.precision, tour.when.precision} <= EXACT and begun  # not "in March … at the end of April"
        return _are_near(leg.when, tour.when, TOUR if by_day else 0)
    return begun


def _are_near(one: EventDate, other: EventDate, days: int) -> bool:
    if one.may_overlap(other):
        return True
    first, second = sorted((one, other), key=lambda when: when.sort_key)
    if first.latest is None or second.earliest is None:
        return False
    return (second.earliest - first.latest).days <= days


def _whole_time(one: EventDate | None, other: EventDate | None) -> EventDate | None:
    """From the first to the last day of the legs, where both are told by the day; else the more exact date."""
    dates: Sequence[EventDate] = [when for when in (one, other) if when is not None]
    exact = [when for when in dates if when.precision in EXACT]
    return EventDate.spanning(*exact) if exact else next(iter(dates), None)
