"""How far a thing has come: what a status says of it, and what the statuses of several articles come to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.models.event import Event

__all__ = ["has_happened", "last_status", "stage_of", "status_of"]

_STAGES = {
    "planned": "planned",
    "negotiating": "planned",
    "possible": "possible",
    "cancelled": "off",
    "denied": "off",
    "retracted": "off",
}
_DONE = frozenset({"occurred", "delivered", "issued"})
_REACHED = {"possible": 0, "planned": 1, "firm": 2}


def status_of(event: Event) -> str | None:
    """The event's status ("planned"), or None for a type without one."""
    status = getattr(event, "status", None)
    return None if status is None else str(status)


def stage_of(event: Event) -> str:
    """How far it has come by its status: `firm` (also without one), `planned`, `possible` or `off`.

    Example:
        >>> from dipevents.models import Visit
        >>> [stage_of(Visit(status=status)) for status in ("occurred", "planned", "cancelled")]
        ['firm', 'planned', 'off']
    """
    return _stage(status_of(event))


def _stage(status: str | None) -> str:
    return _STAGES.get(status or "", "firm")


def has_happened(event: Event) -> bool:
    """Whether its status says that it lies behind: it occurred, was delivered, was issued.

    Example:
        >>> from dipevents.models import ArmsDeal, Visit
        >>> has_happened(Visit()), has_happened(ArmsDeal(status="agreed"))
        (True, False)
    """
    return status_of(event) in _DONE


def last_status(told: Iterable[tuple[date | None, str | None]]) -> str | None:
    """What the statuses of one thing come to, each with the day on which it was told; in whatever order they are given.

    What was told later counts if it goes further (a plan, and then the visit), and so does a cancellation or a denial,
    which a plan that is told still later takes back. What has happened is undone by no cancellation: there the articles
    contradict each other; only a warning that was issued may be retracted. Of one day, the cancellation is the later
    news; an article of unknown day is taken for earlier than all others.

    Example:
        >>> last_status([(date(2026, 3, 7), "cancelled"), (date(2026, 3, 5), "planned")])
        'cancelled'
        >>> last_status([(date(2026, 3, 7), "cancelled"), (date(2026, 3, 9), "planned")])
        'planned'
        >>> last_status([(date(2026, 3, 7), "occurred"), (date(2026, 3, 9), "planned")])
        'occurred'
        >>> last_status([]) is None
        True
    """
    stands: str | None = None
    for _, status in sorted(told, key=_order):
        if stands is None or _replaces(status, stands):
            stands = status
    return stands


def _order(one: tuple[date | None, str | None]) -> tuple[bool, date, bool, bool, str]:
    day, status = one
    return day is not None, day or date.min, _stage(status) == "off", status in _DONE, status or ""


def _replaces(status: str | None, stands: str) -> bool:
    if _stage(status) == "off":
        return stands not in _DONE or status == "retracted"
    if _stage(stands) == "off":
        return _REACHED[_stage(status)] > 0  # what may be is no news of what was called off
    return _rank(status) > _rank(stands)


def _rank(status: str | None) -> tuple[int, bool]:
    return _REACHED[_stage(status)], status in _DONE
