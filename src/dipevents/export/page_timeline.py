"""The timeline: an axis that is true to scale where events lie close, and a lane for each event.

A day is a shape, a stay of known days a solid bar, and a vague date a bracket over all days that it may mean.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from dipevents.parties import stage_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.export.page_entries import Entry
    from dipevents.models.event_date import EventDate

__all__ = ["Axis", "axis_of", "draw_axis", "draw_grid", "draw_lane"]

_MARGIN = 2.0
"""Percent of the width left free on either side."""
_NEXT_LABEL = 9.0
"""Percent of the width between two labels, at least."""
_LONG = 45
"""A stretch without any date is folded only if it has more days than this …"""
_TIMES = 6
"""… and than this many times the median stretch."""
_FOLDS = 8
"""The most stretches that are folded: the longest."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Axis:
    """Where days lie, in percent of the width.

    Attributes:
        days: Ordinals of the days at which the scale may change, ascending.
        places: Where each lies.
        folds: The stretches, by the number of their first day, that are shorter than the scale demands.
    """

    days: tuple[int, ...]
    places: tuple[float, ...]
    folds: frozenset[int]

    def at(self, day: date | int) -> float:
        """Where a day lies."""
        number = day if isinstance(day, int) else day.toordinal()
        if number <= self.days[0]:
            return self.places[0]
        if number >= self.days[-1]:
            return self.places[-1]
        i = bisect_right(self.days, number) - 1
        part = (number - self.days[i]) / (self.days[i + 1] - self.days[i])
        return self.places[i] + part * (self.places[i + 1] - self.places[i])


def axis_of(entries: Sequence[Entry]) -> Axis | None:
    """The axis that holds every known bound and publication day, or None if there is none."""
    days = {day.toordinal() for entry in entries for day in _bounds(entry)}
    if not days:
        return None
    if len(days) == 1:
        [only] = days
        days = {max(only - 7, 1), min(only + 7, date.max.toordinal())}
    points = sorted(days)
    steps = [b - a for a, b in pairwise(points)]
    limit = max(_LONG, _TIMES * median(steps))
    long = [i for i, step in enumerate(steps) if step > limit and len(steps) > 1]
    folds = frozenset(sorted(long, key=lambda i: -steps[i])[:_FOLDS])
    linear = sum(step for i, step in enumerate(steps) if i not in folds) or 1
    share = min(0.06, 0.3 / len(folds)) if folds else 0.0  # of the width, for each fold
    fold = linear * share / (1 - share * len(folds))
    total = linear + fold * len(folds)
    places = [_MARGIN]
    for i, step in enumerate(steps):
        places.append(places[-1] + (100 - 2 * _MARGIN) * (fold if i in folds else step) / total)
    return Axis(tuple(points), tuple(places), folds)


def _bounds(entry: Entry) -> Iterator[date]:
    when = entry.event.when
    for day in (when and when.earliest, when and when.latest, entry.source.published):
        if day:
            yield day


def _ticks(axis: Axis) -> list[tuple[float, str, str]]:
    """Where a label stands, and its two lines: the most important first come, and none comes too near another."""
    wanted: list[tuple[int, int]] = []
    for i, (first, last) in enumerate(pairwise(axis.days)):
        if i not in axis.folds:
            wanted += _calendar(first, last, axis.at(last) - axis.at(first))
    wanted += [(2, axis.days[i + side]) for i in axis.folds for side in (0, 1)]
    wanted += [(3, axis.days[0]), (4, axis.days[-1])]
    chosen: list[tuple[float, str, str]] = []
    for _, number in sorted(set(wanted)):
        place = axis.at(number)
        if all(abs(place - other) >= _NEXT_LABEL for other, _, _ in chosen):
            day = date.fromordinal(number)
            new_year = (day.month, day.day) == (1, 1)
            chosen.append((place, "" if new_year else f"{day.day} {_MONTHS[day.month - 1]}", f"{day.year}"))
    return sorted(chosen)


def _calendar(first: int, last: int, width: float) -> Iterator[tuple[int, int]]:
    """The firsts of years, quarters and months and the Mondays of a stretch, with their rank, if there is room."""
    room = width / _NEXT_LABEL
    for day in (date.fromordinal(n) for n in range(first, last + 1)) if last - first < 4000 else _years(first, last):
        rank = 0 if (day.month, day.day) == (1, 1) else 1 if day.day == 1 and day.month % 3 == 1 else None
        if rank is None and day.day == 1:
            rank = 2
        elif rank is None and day.weekday() == 0 and (last - first) / 7 <= max(room * 3, 1):
            rank = 3
        if rank is not None:
            yield rank, day.toordinal()


def _years(first: int, last: int) -> Iterator[date]:
    for year in range(date.fromordinal(first).year + 1, date.fromordinal(last).year + 1):
        yield date(year, 1, 1)


def draw_axis(axis: Axis) -> str:
    """The labels of the axis, and a sign wherever it is folded."""
    labels = "".join(
        f'<g text-anchor="{_anchor(place)}">{f"<text x={place:.2f}% y=13>{day}</text>" if day else ""}'
        f'<text x="{place:.2f}%" y="27" class="year">{year}</text></g>'
        for place, day, year in _ticks(axis)
    )
    folds = "".join(
        f'<svg x="{(axis.places[i] + axis.places[i + 1]) / 2:.2f}%" y="33" class="point">'
        '<path d="M-4 4L0-4M0 4L4-4" class="fold"/></svg>'
        for i in sorted(axis.folds)
    )
    return f'<svg class="axis" aria-hidden="true"><line x1="0" x2="100%" y1="33" y2="33"/>{labels}{folds}</svg>'


def _anchor(place: float) -> str:
    """No label may leave the picture."""
    return "start" if place < 5 else "end" if place > 95 else "middle"


def draw_grid(axis: Axis) -> str:
    """The lines behind the lanes, one for each label."""
    lines = "".join(f'<line x1="{p:.2f}%" x2="{p:.2f}%" y1="0" y2="100%"/>' for p, _, _ in _ticks(axis))
    return f'<svg class="grid" aria-hidden="true">{lines}</svg>'


def draw_lane(entry: Entry, axis: Axis) -> str:
    """One event on the axis: its date by its shape, and the day of its article by a small stroke."""
    told = axis.at(entry.source.published) if entry.source.published else None
    parts = [f'<use href="#told" x="{told:.1f}%"/>'] if told is not None else []
    when = entry.event.when
    if when and (when.earliest or when.latest):
        parts += _shapes(entry.kind, stage_of(entry.event), when, axis)
    return f'<svg class="lane" aria-hidden="true">{"".join(parts)}</svg>'


def _shapes(kind: str, stage: str, when: EventDate, axis: Axis) -> Iterator[str]:
    left = axis.at(when.earliest) if when.earliest else 0.0
    right = axis.at(when.latest) if when.latest else 100.0
    vague = not when.is_exact
    middle = (left + right) / 2 if vague else left
    if right - left > 0.01:
        name = "vague" if vague else "stay"
        yield f'<rect class="{name}" x="{left:.1f}%" width="{right - left:.1f}%" y="7" height="6"/>'
        for place, is_known in ((left, when.earliest), (right, when.latest)):
            if vague and is_known:
                yield f'<use href="#end" x="{place:.1f}%"/>'
    yield f'<use href="#m-{kind}" class="m {stage}" x="{middle:.1f}%" y="10"/>'
    if stage == "off":
        yield f'<use href="#m-cross" class="cross" x="{middle:.1f}%" y="10"/>'
