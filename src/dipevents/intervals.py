"""How two vague dates lie to one another: Allen's thirteen relations, each certain, possible or impossible.

A date bounds the first and the last day of what it dates. A relation is a set of comparisons between these four days,
and it is possible if some choice of days meets them: a system of difference constraints, decided exactly.

Source: J. F. Allen, "Maintaining Knowledge about Temporal Intervals", CACM 26 (1983).
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dipevents.models.event_date import EventDate

__all__ = ["Certainty", "Relation", "allen"]


class Relation(StrEnum):
    """Allen's relations of a first stretch of days to a second.

    Attributes:
        BEFORE: It ends, and at least one day lies between.
        MEETS: The second begins on the day after its last.
        OVERLAPS: It begins first, and ends within the second.
        STARTS: Both begin together, and it ends first.
        DURING: It begins after and ends before the second.
        FINISHES: It begins later, and both end together.
        EQUALS: Both have the same first and last day.
        FINISHED_BY: `FINISHES` the other way round; and so on.
        CONTAINS: `DURING` the other way round.
        STARTED_BY: `STARTS` the other way round.
        OVERLAPPED_BY: `OVERLAPS` the other way round.
        MET_BY: `MEETS` the other way round.
        AFTER: `BEFORE` the other way round.
    """

    BEFORE = "before"
    MEETS = "meets"
    OVERLAPS = "overlaps"
    STARTS = "starts"
    DURING = "during"
    FINISHES = "finishes"
    EQUALS = "equals"
    FINISHED_BY = "finished_by"
    CONTAINS = "contains"
    STARTED_BY = "started_by"
    OVERLAPPED_BY = "overlapped_by"
    MET_BY = "met_by"
    AFTER = "after"


class Certainty(StrEnum):
    """What two vague dates say about a relation.

    Attributes:
        CERTAIN: It holds, whatever days the dates mean.
        POSSIBLE: It holds for some of the days that they may mean.
        IMPOSSIBLE: It holds for none of them.
    """

    CERTAIN = "certain"
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"


# Nodes: day zero, first and last day of A, first and last day of B. (u, v, w) says: u - v <= w.
_ZERO, _A, _A_END, _B, _B_END = range(5)
_Rule = tuple[tuple[int, int, int], ...]
# Days are whole: "meets" says that B begins on the day after A's last one, "before" that at least one day lies between.
_RULES: dict[Relation, _Rule] = {
    Relation.BEFORE: ((_A_END, _B, -2),),
    Relation.MEETS: ((_A_END, _B, -1), (_B, _A_END, 1)),
    Relation.OVERLAPS: ((_A, _B, -1), (_B, _A_END, 0), (_A_END, _B_END, -1)),
    Relation.STARTS: ((_A, _B, 0), (_B, _A, 0), (_A_END, _B_END, -1)),
    Relation.DURING: ((_B, _A, -1), (_A_END, _B_END, -1)),
    Relation.FINISHES: ((_B, _A, -1), (_A_END, _B_END, 0), (_B_END, _A_END, 0)),
    Relation.EQUALS: ((_A, _B, 0), (_B, _A, 0), (_A_END, _B_END, 0), (_B_END, _A_END, 0)),
}
_SWAP = {_ZERO: _ZERO, _A: _B, _A_END: _B_END, _B: _A, _B_END: _A_END}
_INVERSE = {
    Relation.FINISHED_BY: Relation.FINISHES,
    Relation.CONTAINS: Relation.DURING,
    Relation.STARTED_BY: Relation.STARTS,
    Relation.OVERLAPPED_BY: Relation.OVERLAPS,
    Relation.MET_BY: Relation.MEETS,
    Relation.AFTER: Relation.BEFORE,
}
_RULES |= {r: tuple((_SWAP[u], _SWAP[v], w) for u, v, w in _RULES[i]) for r, i in _INVERSE.items()}


def allen(a: EventDate, b: EventDate) -> Mapping[Relation, Certainty]:
    """What is certain, possible and impossible of how `a` lies to `b`, for each of Allen's relations, in their order.

    A day is one whole day; an interval reaches from a day of its first part to a day of its last; of any other date
    ("2023-09"), and of an interval that is a frame ("last week"), it is known only that what it dates lies within: see
    `EventDate.frame`. Approximate dates count with the bounds that they name.

    Example:
        >>> from dipevents.models import EventDate
        >>> said = allen(EventDate.from_edtf("2023-09-12"), EventDate.from_edtf("2023-09-13/2023-09-17"))
        >>> said[Relation.MEETS], said[Relation.DURING]
        (<Certainty.CERTAIN: 'certain'>, <Certainty.IMPOSSIBLE: 'impossible'>)
        >>> allen(EventDate.from_edtf("2023"), EventDate.from_edtf("2023-09"))[Relation.BEFORE]
        <Certainty.POSSIBLE: 'possible'>
        >>> last_week = EventDate(edtf="2023-09-11/2023-09-17", frame=True)
        >>> allen(last_week, EventDate.from_edtf("2023-09-13"))[Relation.CONTAINS]
        <Certainty.POSSIBLE: 'possible'>
    """
    known = [*_bounds(a, _A, _A_END), *_bounds(b, _B, _B_END)]
    possible = [relation for relation in Relation if _has_solution([*known, *_RULES[relation]])]
    only = Certainty.CERTAIN if len(possible) == 1 else Certainty.POSSIBLE
    return {relation: only if relation in possible else Certainty.IMPOSSIBLE for relation in Relation}


def _bounds(when: EventDate, first: int, last: int) -> list[tuple[int, int, int]]:
    ends = [(first, when), (last, when)] if when.frame else [(first, when.begin), (last, when.end)]
    rules = [(first, last, 0)]
    for node, part in ends:
        rules.append((_ZERO, node, -_number(part.earliest if part else None, date.min)))
        rules.append((node, _ZERO, _number(part.latest if part else None, date.max)))
    return rules


def _number(day: date | None, otherwise: date) -> int:
    return (day or otherwise).toordinal()


def _has_solution(rules: list[tuple[int, int, int]]) -> bool:
    """Whether whole days meet all rules: no cycle of them is negative (Bellman-Ford over five nodes)."""
    distance = [0] * 5
    for _ in range(5):
        changed = False
        for u, v, w in rules:
            if distance[v] + w < distance[u]:
                distance[u] = distance[v] + w
                changed = True
        if not changed:
            return True
    return False
