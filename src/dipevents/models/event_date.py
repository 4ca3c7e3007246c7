"""A date as news gives it: a day, a month, a range, or only what is certain of one.

A date is written in EDTF (ISO 8601-2, level 1, and `XXXX-09-12` of level 2); everything else follows from that string.
To read another form of EDTF: widen `_PART`, give its bounds in `_part`, add a line to the tests' table of forms.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import field
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from dipevents.errors import DateError
from dipevents.models.evidence import Evidence
from dipevents.models.record import Words, record

__all__ = ["EventDate", "Precision"]


class Precision(StrEnum):
    """How fine a date is: the unit of its EDTF string, or `interval` for a range of them.

    Attributes:
        DAY: `2023-09-12`, also with the year unknown (`XXXX-09-12`).
        MONTH: `2023-09`.
        SEASON: `2023-21` (spring) to `2023-24` (winter).
        YEAR: `2023`.
        DECADE: `199X`.
        CENTURY: `19XX`.
        INTERVAL: `2018/2019`, `2006/..`.
    """

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


class _Bounds(NamedTuple):
    earliest: date | None
    latest: date | None
    precision: Precision


# Years of four digits only, as Python's calendar has 1 to 9999.
_PART = re.compile(r"(\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?[~?%]?", re.ASCII)
# EDTF's seasons in the months of the north; winter ends with its year, as the `edtf` library has it.
_SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 12)}
_SLACK = {
    Precision.DAY: timedelta(1),
    Precision.MONTH: timedelta(31),
    Precision.SEASON: timedelta(92),
    Precision.YEAR: timedelta(366),
    Precision.DECADE: timedelta(3653),
    Precision.CENTURY: timedelta(36525),
}


def _months(year: int, first: int, last: int, precision: Precision) -> _Bounds:
    return _Bounds(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]), precision)


_FORMS = (
    "give a year, month or day such as '2023', '2023-09', '2023-09-12', '2023~', '199X', 'XXXX-09-12', or an interval "
    "of them such as '2018/2019' or '2006/..'"
)


def _part(edtf: str) -> _Bounds:
    match = _PART.fullmatch(edtf)
    if not match:
        raise ValueError(_FORMS)
    year, month, day = match.groups()
    fine = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    if year == "XXXX":
        if month:
            date(2000, int(month), 1 if day in (None, "XX") else int(day))  # must exist in some year, leap years too
        return _Bounds(None, None, fine)
    if "X" in year:
        if month:
            raise ValueError(_FORMS)
        first, last = max(int(year.replace("X", "0")), 1), int(year.replace("X", "9"))
        coarse = Precision.CENTURY if year[2] == "X" else Precision.DECADE
        return _Bounds(date(first, 1, 1), date(last, 12, 31), coarse)
    number = int(year)
    if month in _SEASONS and not day:
        return _months(number, *_SEASONS[month], Precision.SEASON)
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise ValueError(_FORMS)
        return _months(number, 1, 12, fine)
    if day in (None, "XX"):
        return _months(number, int(month), int(month), fine)
    exact = date(number, int(month), int(day))
    return _Bounds(exact, exact, fine)


def _interval(begin: str, end: str) -> _Bounds:
    earliest = _part(begin).earliest if begin not in ("", "..") else None
    latest = _part(end).latest if end not in ("", "..") else None
    if earliest and latest and earliest > latest:
        raise ValueError("it ends before it begins")
    return _Bounds(earliest, latest, Precision.INTERVAL)


@lru_cache(maxsize=4096)
def _bounds(edtf: str) -> _Bounds:
    try:
        return _interval(*edtf.split("/")) if "/" in edtf else _part(edtf)
    except TypeError:  # no string, or more than one slash
        raise DateError(f"{edtf!r:.82} is no date in EDTF: {_FORMS}") from None
    except ValueError as error:
        raise DateError(f"{edtf!r:.82} is no date in EDTF: {error}") from None


def _shifted(day: date | None, by: timedelta) -> date | None:
    try:
        return day + by if day else None
    except OverflowError:
        return None


@record
class EventDate:
    """When something happened, as exactly as the article says and no more exactly.

    Dates with unknown parts are only partially ordered, so there is no `<`: the predicates name what is certain, and
    `sort_key` is an order for lists. Two dates are equal when their EDTF strings are; the words do not count.

    Attributes:
        edtf: `2023-09-12`, `2023-09`, `2018/2019`, `2023-09-12/2023-09-15`, `2023~` (about), `199X`, `2006/..` (open),
            `XXXX-09-12` (year unknown).
        earliest: First day that it may mean, inclusive; None where open or unknown. Follows from `edtf`.
        latest: Last day that it may mean, inclusive; None where open or unknown. Follows from `edtf`.
        precision: The unit of `edtf`, or `interval`. Follows from `edtf`.
        frame: Whether what it dates lies somewhere within it and need not fill it. So does whatever is dated by a
            month, a season, a year or more, and nothing that is dated by a day. Of an interval only the words tell:
            "from Monday to Friday" is a stretch (False), "last week" is a frame of the same days (True).
        text: The words that it was read from, or "".
        evidence: Where these words stand.

    Raises:
        pydantic.ValidationError: If `edtf` is no EDTF date, or bounds are given that are not its own.

    Source: EDTF is the Extended Date/Time Format of the Library of Congress, now ISO 8601-2:2019.

    Example:
        >>> visit = EventDate.from_edtf("2023-09-12/2023-09-15")
        >>> visit.earliest, visit.latest
        (datetime.date(2023, 9, 12), datetime.date(2023, 9, 15))
        >>> visit.ended_before(EventDate.from_edtf("2023-10"))
        True
        >>> visit
        EventDate(edtf='2023-09-12/2023-09-15')
    """

    edtf: str
    earliest: date | None = None
    latest: date | None = None
    precision: Precision = Precision.DAY
    frame: bool = field(default=False, compare=False)
    text: Words = field(default="", compare=False)
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        own = _bounds(self.edtf)
        for name, given, due in (("earliest", self.earliest, own.earliest), ("latest", self.latest, own.latest)):
            if given not in (None, due):
                raise ValueError(f"{name}={given} contradicts edtf={self.edtf!r}, whose {name} day is {due}")
            object.__setattr__(self, name, due)
        object.__setattr__(self, "precision", own.precision)
        if own.precision is not Precision.INTERVAL:
            object.__setattr__(self, "frame", own.precision is not Precision.DAY)

    def __repr__(self) -> str:
        frame = ", frame=True" if self.frame and self.precision is Precision.INTERVAL else ""
        words = f", text={self.text!r}" if self.text else ""
        quotes = f", evidence={self.evidence!r}" if self.evidence else ""
        return f"EventDate(edtf={self.edtf!r}{frame}{words}{quotes})"

    def __str__(self) -> str:
        return self.edtf

    @classmethod
    def from_edtf(cls, edtf: str, text: str = "", evidence: tuple[Evidence, ...] = ()) -> EventDate:
        """The date that an EDTF string means, with its bounds.

        Raises:
            DateError: If the string is none of the forms that `EventDate.edtf` lists, or no such day exists.

        Example:
            >>> EventDate.from_edtf("2024-02").latest
            datetime.date(2024, 2, 29)
        """
        _bounds(edtf)
        return cls(edtf=edtf, text=text, evidence=evidence)

    @classmethod
    def on(cls, day: date) -> EventDate:
        """One day.

        Example:
            >>> EventDate.on(date(2023, 9, 12)).edtf
            '2023-09-12'
        """
        return cls(edtf=f"{day.year:04}-{day.month:02}-{day.day:02}")

    @classmethod
    def spanning(cls, *dates: EventDate) -> EventDate:
        """The interval from the first of the dates to the last of them, in whatever order they are given.

        Ends keep the precision that they were given in; an open or unknown end is open (`..`). Equal dates give
        themselves. The interval is a frame if one of the dates is an interval that is one.

        Raises:
            DateError: If no date is given.

        Example:
            >>> EventDate.spanning(EventDate.from_edtf("2018"), EventDate.from_edtf("2019-03")).edtf
            '2018/2019-03'
        """
        if not dates:
            raise DateError("spanning() needs at least one date")
        if all(one == dates[0] for one in dates):
            return dates[0]
        ordered = sorted(dates, key=lambda one: one.sort_key)
        first, _ = _ends(min(ordered, key=lambda one: (one.earliest is not None, one.earliest or date.min)))
        _, last = _ends(max(ordered, key=lambda one: (one.latest is None, one.latest or date.max)))
        frame = any(one.frame and one.precision is Precision.INTERVAL for one in dates)
        return cls(edtf=first if first == last != ".." else f"{first}/{last}", frame=frame)

    def lasting(self, days: int) -> EventDate:
        """The interval of so many days that begins on this day: "a three-day visit that started Sunday".

        A date that is no single day (a month, an unknown year) and a number below two give the date itself.

        Example:
            >>> EventDate.from_edtf("2023-09-30").lasting(3).edtf
            '2023-09-30/2023-10-02'
        """
        end = _shifted(self.earliest, timedelta(days - 1)) if 1 < days < 4_000_000 and self.is_day else None
        return EventDate.spanning(self, EventDate.on(end)) if end else self

    def ending(self, days: int) -> EventDate:
        """The interval of so many days that ends on this day: "concluding a six-day trip on Tuesday".

        Example:
            >>> EventDate.from_edtf("2023-10-02").ending(3).edtf
            '2023-09-30/2023-10-02'
        """
        begin = _shifted(self.earliest, timedelta(1 - days)) if 1 < days < 4_000_000 and self.is_day else None
        return EventDate.spanning(EventDate.on(begin), self) if begin else self

    def shifted(self, days: int) -> EventDate:
        """The day so many days later, or earlier where the number is negative.

        A date that is no single day gives itself, and so does one beyond which the calendar ends.

        Example:
            >>> EventDate.from_edtf("2023-09-30").shifted(7).edtf
            '2023-10-07'
        """
        day = _shifted(self.earliest, timedelta(days)) if self.is_day else None
        return EventDate.on(day) if day else self

    def quoting(self, *evidence: Evidence) -> EventDate:
        """The same date with the words that it was read from.

        Example:
            >>> EventDate.from_edtf("2023").quoting(Evidence(start=3, end=7, text="2023")).text
            '2023'
        """
        words = " … ".join(one.text for one in evidence)
        return EventDate(edtf=self.edtf, frame=self.frame, text=words, evidence=evidence)

    @property
    def begin(self) -> EventDate | None:
        """The date that an interval begins with, in its own precision; None where it is open. Others give themselves.

        Example:
            >>> EventDate.from_edtf("2004-03/..").begin
            EventDate(edtf='2004-03')
        """
        return self._end(0)

    @property
    def end(self) -> EventDate | None:
        """The date that an interval ends with, in its own precision; None where it is open. Others give themselves.

        Example:
            >>> EventDate.from_edtf("../2025-06").end
            EventDate(edtf='2025-06')
        """
        return self._end(-1)

    def _end(self, which: int) -> EventDate | None:
        part = self.edtf.split("/")[which]
        return None if part in ("", "..") else EventDate(edtf=part, text=self.text, evidence=self.evidence)

    @property
    def is_day(self) -> bool:
        """Whether it means one day of the calendar, whose year is known."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def is_approximate(self) -> bool:
        """Whether the words say "about" or the like: the bounds are then those of the period named, not certain."""
        return any(mark in self.edtf for mark in "~?%")

    @property
    def is_exact(self) -> bool:
        """Whether the first and the last day of what it dates are told: a day, or a stretch from a day to a day.

        Example:
            >>> week = "2023-09-11/2023-09-17"
            >>> EventDate.from_edtf(week).is_exact, EventDate(edtf=week, frame=True, text="last week").is_exact
            (True, False)
        """
        days = all(one is not None and one.is_day for one in (self.begin, self.end))
        return days and not self.frame and not self.is_approximate

    @property
    def days(self) -> int | None:
        """How many days lie between the bounds, both counted; None where an end is open or unknown."""
        return (self.latest - self.earliest).days + 1 if self.earliest and self.latest else None

    @property
    def sort_key(self) -> tuple[bool, date, date, str]:
        """An order for lists: by earliest, then latest day; an open start comes first, an unknown date last."""
        unknown = self.earliest is None and self.latest is None
        return unknown, self.earliest or date.min, self.latest or date.max, self.edtf

    def ended_before(self, other: EventDate) -> bool:
        """Whether it certainly ended before the other began.

        Example:
            >>> EventDate.from_edtf("2023~").ended_before(EventDate.from_edtf("2024"))
            False
        """
        latest, earliest = _certain(self)[1], _certain(other)[0]
        return latest is not None and earliest is not None and latest < earliest

    def began_after(self, other: EventDate) -> bool:
        """Whether it certainly began after the other ended.

        Example:
            >>> EventDate.from_edtf("2006/..").began_after(EventDate.from_edtf("2005"))
            True
        """
        return other.ended_before(self)

    def may_overlap(self, other: EventDate) -> bool:
        """Whether the two may share a day: neither certainly lies before the other."""
        return not self.ended_before(other) and not other.ended_before(self)

    def contains(self, other: EventDate) -> bool:
        """Whether the other lies within it for certain, whatever day the other means.

        Example:
            >>> EventDate.from_edtf("2023-09").contains(EventDate.from_edtf("2023-09-12"))
            True
            >>> EventDate.from_edtf("2023-09").contains(EventDate.from_edtf("XXXX-09-12"))
            False
        """
        if self.is_approximate or not (self.earliest or self.latest):
            return False
        earliest, latest = _certain(other)
        after = self.earliest is None or (earliest is not None and earliest >= self.earliest)
        return after and (self.latest is None or (latest is not None and latest <= self.latest))

    def surely_overlaps(self, other: EventDate) -> bool:
        """Whether one of the two lies wholly within the other, so that they share a day whatever the narrower means."""
        return self.contains(other) or other.contains(self)


def _ends(one: EventDate) -> tuple[str, str]:
    """The EDTF strings of its two ends."""
    begin, _, end = one.edtf.partition("/")
    return (begin if one.earliest else ".."), ((end or begin) if one.latest else "..")


def _certain(one: EventDate) -> tuple[date | None, date | None]:
    """Its bounds, widened by one unit where they are approximate."""
    if not one.is_approximate:
        return one.earliest, one.latest
    begin, end = _ends(one)
    first = _SLACK[_part(begin).precision] if one.earliest else timedelta(0)
    last = _SLACK[_part(end).precision] if one.latest else timedelta(0)
    return _shifted(one.earliest, -first), _shifted(one.latest, last)
