"""One event a thing in the world: sentences that state the same thing become one event with all their evidence."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from dipevents.models.event import Event

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dipevents.models.evidence import Evidence

__all__ = ["REACH", "merge", "union", "with_evidence"]

E = TypeVar("E", bound=Event)
T = TypeVar("T")

REACH = 200
"""Earlier events that one is compared with, and sentences that tell one, at most: the cost stays linear in articles
of any length."""


def merge(
    events: Iterable[E],
    same: Callable[[E, E], bool],
    join: Callable[[E, E], E],
    *,
    told: Iterable[E] = (),
    aside: Callable[[E, E], bool] | None = None,
) -> list[E]:
    """Joins each event to the latest earlier one that is the same; order of first evidence.

    Args:
        events: In text order.
        same: Whether an earlier (perhaps joined) event and a later one are one thing in the world; be conservative.
        join: The joined event; evidence and credits are united here, so it decides the other fields alone.
        told: Events that are merged already; the others are joined to them or put behind them.
        aside: Whether an earlier event is told beside the news, so that a later one is rather joined to another.
    """
    found = list(told)
    for event in events:
        near = range(len(found) - 1, max(-1, len(found) - 1 - REACH), -1)
        equal = (at for at in near if len(found[at].evidence) < REACH and same(found[at], event))
        first = next(equal, None)
        if first is not None and aside is not None and aside(found[first], event):
            first = next((at for at in equal if not aside(found[at], event)), first)
        if first is None:
            found.append(event)
        else:
            found[first] = with_evidence(join(found[first], event), found[first], event)
    return found


def with_evidence(event: E, *sources: Event) -> E:
    """The event with the evidence and credits of all sources, each once, evidence in text order; the best chance."""
    spans: dict[tuple[int, int], Evidence] = {(e.start, e.end): e for source in sources for e in source.evidence}
    credited = union(*(source.reported_by for source in sources))
    chances = [source.chance for source in sources if source.chance is not None]
    chance = max(chances) if len(chances) == len(sources) else None
    evidence = tuple(spans[key] for key in sorted(spans))
    return replace(event, evidence=evidence, reported_by=credited, chance=chance)


def union(*parts: Iterable[T]) -> tuple[T, ...]:
    """All items, equal ones once, in order of first appearance."""
    return tuple(dict.fromkeys(chain.from_iterable(parts)))
