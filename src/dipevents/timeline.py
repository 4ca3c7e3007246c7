"""Events in time: in order, in windows, in groups; the stretches without any; what was planned and then occurred.

Pure functions over events, reports, or lists of them. They never use the clock, and never the publication day of an
article as the date of an event: an event without a date stays undated, and is in no window.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from dipevents.errors import DateError, InputError
from dipevents.models.event import Event
from dipevents.models.event_date import EventDate
from dipevents.models.record import record
from dipevents.models.statement import Events, Statement, events_of, statements_of
from dipevents.models.visit import Visit, VisitStatus
from dipevents.sameness import Index, likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = [
    "Chronology",
    "Gap",
    "Run",
    "Unit",
    "before",
    "between",
    "chronology",
    "during",
    "gaps",
    "group_by",
    "runs",
    "since",
]

When: TypeAlias = EventDate | date | str


class Unit(StrEnum):
    """A unit of the calendar to group by; weeks are ISO weeks, which begin on Monday.

    Attributes:
        DAY: `2023-09-12`.
        WEEK: `2023-W37`.
        MONTH: `2023-09`.
        QUARTER: `2023-Q3`.
        YEAR: `2023`.
        DECADE: `202X`.
    """

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"


def _placed(event: Event) -> bool:
    return event.when is not None and not (event.when.earliest is None and event.when.latest is None)


class Chronology(tuple[Event, ...]):
    """Events in order of time: a tuple, with the undated events last.

    Example:
        >>> from dipevents.models import Visit
        >>> told = chronology([Visit(), Visit(when=EventDate.from_edtf("2023-09"))])
        >>> [str(event.when) for event in told]
        ['2023-09', 'None']
        >>> len(told.dated), len(told.undated)
        (1, 1)
    """

    __slots__ = ()

    @property
    def dated(self) -> tuple[Event, ...]:
        """The events of which at least one bound in time is known, in order."""
        return tuple(event for event in self if _placed(event))

    @property
    def undated(self) -> tuple[Event, ...]:
        """The events of which nothing in time is known: without a date, or with a day of an unknown year."""
        return tuple(event for event in self if not _placed(event))


def _order(event: Event) -> tuple[bool, bool, date, date, str, int]:
    when = event.when
    bounds = when.sort_key if when else (True, date.min, date.max, "")
    return (when is None, *bounds, event.start)


def chronology(*given: Events) -> Chronology:
    """All events given, in order of time, undated ones last; nothing is added, dropped or joined.

    An event that certainly ended before another began comes before it. Where the dates decide nothing, the earlier
    bound and then the later one do, then the place in the article, then type and id: the result does not depend on the
    order in which the events are given.

    Args:
        given: Events, reports, or lists of them.

    Raises:
        dipevents.errors.InputError: If something given holds no events.

    Example:
        >>> from dipevents.models import Visit, Warning
        >>> visit = Visit(when=EventDate.from_edtf("2023-09-12"))
        >>> warning = Warning(when=EventDate.from_edtf("2023-09-05"))
        >>> chronology([visit, warning]) == (warning, visit)
        True
    """
    ordered: list[Event] = []
    for _, tied in groupby(sorted(events_of(*given), key=_order), key=_order):
        alike = list(tied)
        ordered += sorted(alike, key=lambda e: (e.type_name(), e.id)) if len(alike) > 1 else alike
    return Chronology(ordered)


def _date(when: When) -> EventDate:
    if isinstance(when, EventDate):
        return when
    return EventDate.on(when) if isinstance(when, date) else EventDate.from_edtf(when)


def _window(start: When | None, end: When | None) -> EventDate:
    first, last = (_date(start).earliest if start else None), (_date(end).latest if end else None)
    if (start and not first) or (end and not last):
        raise DateError(f"a window needs days of the calendar, not {str(start if start and not first else end)!r}")
    if first and last and last < first:
        raise DateError(f"the window ends on {last}, before it begins on {first}")
    return EventDate.from_edtf(f"{first or '..'}/{last or '..'}")


def _kept(given: Events, keep: Callable[[EventDate], bool]) -> Chronology:
    return Chronology(e for e in chronology(given) if e.when and _placed(e) and keep(e.when))


def between(events: Events, start: When | None, end: When | None, *, certain: bool = False) -> Chronology:
    """The events that may lie, at least in part, in a window; with `certain`, those that lie wholly in it for certain.

    Args:
        events: Events, reports, or lists of them.
        start: First day of the window, inclusive: a date, an EDTF string or an `EventDate`, of which the first day
            counts ("2023" is 1 January); None for a window open to the past.
        end: Last day, inclusive, of which the last day counts ("2023" is 31 December); None for one open to the future.
        certain: Whether to keep only what is certain.

    Raises:
        DateError: If a bound is no date, has no day on the calendar, or the window ends before it begins.

    Example:
        >>> from dipevents.models import Visit
        >>> year = Visit(when=EventDate.from_edtf("2023"))
        >>> len(between([year], "2023-09", "2023-10")), len(between([year], "2023-09", "2023-10", certain=True))
        (1, 0)
    """
    window = _window(start, end)
    if start is None and end is None:
        return _kept(events, lambda _: True)
    return _kept(events, window.contains if certain else window.may_overlap)


def during(events: Events, period: When, *, certain: bool = False) -> Chronology:
    """The events that may lie in a period such as "2023-09"; otherwise as `between`.

    Args:
        events: Events, reports, or lists of them.
        period: A date, an EDTF string or an `EventDate`.
        certain: Whether to keep only what lies wholly in it for certain.

    Raises:
        DateError: If the period is no date, or has no day on the calendar.

    Example:
        >>> from dipevents.models import Visit
        >>> len(during([Visit(when=EventDate.from_edtf("2023-09-12")), Visit()], "2023-09"))
        1
    """
    return between(events, period, period, certain=certain)


def since(events: Events, start: When, *, certain: bool = False) -> Chronology:
    """The events that may lie on or after a day; otherwise as `between`.

    Args:
        events: Events, reports, or lists of them.
        start: First day, inclusive: a date, an EDTF string or an `EventDate`.
        certain: Whether to keep only what lies wholly there for certain.

    Raises:
        DateError: If `start` is no date, or has no day on the calendar.

    Example:
        >>> from dipevents.models import Visit
        >>> len(since([Visit(when=EventDate.from_edtf("2023"))], "2023-09")), len(since([Visit()], "2023-09"))
        (1, 0)
    """
    return between(events, start, None, certain=certain)


def before(events: Events, x: Event | When, *, certain: bool = True) -> Chronology:
    """What came before an event or a date: the events that certainly ended before it began.

    Args:
        events: Events, reports, or lists of them.
        x: An event, a date, an EDTF string or an `EventDate`; before an undated event nothing is known to come.
        certain: Pass False for all that may have begun before it ended, itself not included.

    Raises:
        DateError: If `x` is a string that is no date.

    Example:
        >>> from dipevents.models import Visit, Warning
        >>> visit = Visit(when=EventDate.from_edtf("2023-09-12"))
        >>> warning = Warning(when=EventDate.from_edtf("2023-08"))
        >>> before([visit, warning], visit) == (warning,)
        True
    """
    when = x.when if isinstance(x, Event) else _date(x)
    if when is None:
        return Chronology()
    if certain:
        return _kept(events, lambda one: one.ended_before(when))
    latest = when.latest or date.max
    return Chronology(e for e in _kept(events, lambda one: (one.earliest or date.min) < latest) if e != x)


_LABELS: Mapping[Unit, Callable[[date], str]] = {
    Unit.DAY: lambda d: d.isoformat(),
    Unit.WEEK: lambda d: f"{d.isocalendar().year:04}-W{d.isocalendar().week:02}",
    Unit.MONTH: lambda d: f"{d.year:04}-{d.month:02}",
    Unit.QUARTER: lambda d: f"{d.year:04}-Q{(d.month + 2) // 3}",
    Unit.YEAR: lambda d: f"{d.year:04}",
    Unit.DECADE: lambda d: f"{d.year // 10:03}X",
}


def group_by(events: Events, unit: Unit | str) -> dict[str | None, Chronology]:
    """The events by the day, week, month, quarter, year or decade in which each lies wholly for certain, in order.

    Keys are EDTF ("2023-09-12", "2023-09", "2023", "202X"), ISO 8601 for weeks ("2023-W37") and "2023-Q3" for quarters.
    Events that are undated, vaguer than the unit or on both sides of a border are under the last key, None.

    Raises:
        InputError: If there is no such unit.

    Example:
        >>> from dipevents.models import Visit
        >>> list(group_by([Visit(), Visit(when=EventDate.from_edtf("2023-09-12"))], "month"))
        ['2023-09', None]
    """
    if unit not in list(Unit):
        raise InputError(f"{unit!r} is no unit: take one of {', '.join(Unit)}")
    groups: dict[str | None, list[Event]] = {}
    for event in chronology(events):
        groups.setdefault(_label(event, _LABELS[Unit(unit)]), []).append(event)
    unplaced = groups.pop(None, [])
    found: dict[str | None, Chronology] = {label: Chronology(members) for label, members in groups.items()}
    return found | ({None: Chronology(unplaced)} if unplaced else {})


def _label(event: Event, label: Callable[[date], str]) -> str | None:
    when = event.when
    if when is None or when.earliest is None or when.latest is None or when.is_approximate:
        return None
    return label(when.earliest) if label(when.earliest) == label(when.latest) else None


@record
class Gap:
    """A stretch of days on none of which any of the events can lie.

    Attributes:
        start: First day, inclusive.
        end: Last day, inclusive.

    Example:
        >>> Gap(start=date(2023, 9, 1), end=date(2023, 9, 11)).days
        11
    """

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return (self.end - self.start).days + 1


def gaps(events: Events, *, at_least: int = 1) -> tuple[Gap, ...]:
    """The stretches between the dated events on which certainly none of them lies, in order of time.

    A vague date fills all the days that it may mean, and an open one all days from or up to its bound.

    Args:
        events: Events, reports, or lists of them.
        at_least: The shortest gap to give, in days.

    Example:
        >>> from dipevents.models import Visit
        >>> [gap] = gaps([Visit(when=EventDate.from_edtf("2023-08")), Visit(when=EventDate.from_edtf("2023-09-12"))])
        >>> gap.start.isoformat(), gap.days
        ('2023-09-01', 11)
    """
    found: list[Gap] = []
    covered: date | None = None
    for event in chronology(events).dated:
        assert event.when is not None  # noqa: S101 - dated
        earliest, latest = event.when.earliest or date.min, event.when.latest or date.max
        if covered is not None and (earliest - covered).days > max(1, at_least):
            found.append(Gap(start=covered + timedelta(1), end=earliest - timedelta(1)))
        covered = max(covered or date.min, latest)
    return tuple(found)


@record
class Run:
    """A visit that was planned or thought possible, and the visit that then occurred.

    Attributes:
        planned: The plan, with the article that tells of it.
        occurred: The visit, with the article that tells of it.

    Example: see `runs`.
    """

    planned: Statement
    occurred: Statement


def runs(events: Events) -> tuple[Run, ...]:
    """The plans that came true, in order of the visits: same visitor, same destination, compatible dates.

    Each plan goes with the one visit that is most like it; a plan that fits two equally well is left out. Give reports
    rather than events where dates are missing: the publication days then tell which visit a plan can have meant.

    Source: `dipevents.sameness.likeness` says what counts as the same and which dates are compatible.

    Example:
        >>> from dipevents.models import Actor, Place
        >>> wang, oslo = Actor(name="Wang Yi", kind="person", country="CHN"), Place(name="Oslo", country="NOR")
        >>> plan = Visit(visitors=(wang,), destinations=(oslo,), when=EventDate.from_edtf("2023-09"), status="planned")
        >>> trip = Visit(visitors=(wang,), destinations=(oslo,), when=EventDate.from_edtf("2023-09-12"))
        >>> [run.occurred.event == trip for run in runs([trip, plan])]
        [True]
    """
    visits = [(one, one.event) for one in statements_of(events) if isinstance(one.event, Visit)]
    trips = [one for one, visit in visits if visit.status == VisitStatus.OCCURRED]
    index = Index()
    for number, one in enumerate(trips):
        index.add(one, number)
    found = []
    for plan, visit in visits:
        if visit.status in (VisitStatus.PLANNED, VisitStatus.POSSIBLE):
            trip = _most_like(plan, [trips[number] for number in index.near(plan)])
            found += [Run(planned=plan, occurred=trip)] if trip else []
    return tuple(
        sorted(found, key=lambda run: (*_order(run.occurred.event), run.occurred.event.id, run.planned.event.id))
    )


def _most_like(one: Statement, others: Iterable[Statement]) -> Statement | None:
    """The one event that is most like; of several articles that state it alike, the one that sorts first."""
    graded = [(likeness(one, other), other) for other in others]
    best = max((grade for grade, _ in graded), default=0)
    fitting = [other for grade, other in graded if grade == best]
    same = best and all(other.event == fitting[0].event for other in fitting)
    return min(fitting, key=lambda other: (other.event.id, repr(other.source))) if same else None
