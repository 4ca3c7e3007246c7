"""A stretch of the calendar in one unit, with the two notations that we emit: TIMEX3 and EDTF."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.easter import easter

__all__ = ["Period", "duration_value", "holding", "holiday", "iso", "through"]

_MONTHS = {"M": 1, "Q": 3, "S": 3, "H": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000}
_DAYS = {"D": 1, "W": 7, "WE": 2, "F": 14}
_SCALE = {
    "F": ("W", 2),
    "WE": ("WE", 1),
    "E": ("Y", 10),
    "C": ("Y", 100),
    "L": ("Y", 1000),
    "Q": ("M", 3),
    "H": ("M", 6),
}
_SEASON_OF = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


def iso(day: date) -> str:
    """The day as ISO 8601 writes it, years before 1000 with their zeros."""
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def _later(day: date, months: int) -> date:
    """The day so many months later, or the last of its month where that is shorter.

    Raises:
        ValueError: If it would leave the years 1 to 9999.
    """
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return date(year, month + 1, day.day if day.day < 29 else min(day.day, monthrange(year, month + 1)[1]))


class Period(NamedTuple):
    """One day (D), week (W), weekend (WE), month (M), quarter (Q), season (S), half (H), year (Y), decade (E)….

    Seasons are those of the north, by whole months; winter belongs to the year in which it begins.
    """

    unit: str
    first: date

    @property
    def last(self) -> date:
        """Its last day, inclusive; the calendar's end where it would pass the year 9999."""
        try:
            if self.unit in _DAYS:
                return self.first + timedelta(_DAYS[self.unit] - 1)
            return _later(self.first, _MONTHS[self.unit]) - timedelta(1)
        except (OverflowError, ValueError):
            return date.max

    def shift(self, count: int) -> Period:
        """The period so many of its units later (a weekend moves by weeks, a season by years).

        Raises:
            OverflowError, ValueError: If it would leave the years 1 to 9999.
        """
        if self.unit in _DAYS:
            return Period(self.unit, self.first + timedelta(count * (7 if self.unit == "WE" else _DAYS[self.unit])))
        step = 12 if self.unit == "S" else _MONTHS[self.unit]
        return self.months_on(count * step)

    def months_on(self, months: int) -> Period:
        """The same period so many months later; weeks and weekends are taken by their new first day."""
        if abs(months) > 120_000:
            raise OverflowError(months)
        return holding(self.unit, _later(self.first, months))

    @property
    def timex(self) -> str:
        """Its TIMEX3 value."""
        year, month = self.first.year, self.first.month
        if self.unit == "D":
            return iso(self.first)
        if self.unit in ("W", "WE", "F"):
            number = self.first.isocalendar()
            return f"{number.year:04}-W{number.week:02}" + ("-WE" if self.unit == "WE" else "")
        match self.unit:
            case "M":
                return f"{year:04}-{month:02}"
            case "Q":
                return f"{year:04}-Q{(month + 2) // 3}"
            case "H":
                return f"{year:04}-H{1 if month < 7 else 2}"
            case "S":
                return f"{year:04}-{_SEASON_OF.get(month, 'SU')}"
            case "E":
                return f"{year // 10:03}"
            case "C":
                return f"{year // 100:02}"
            case "L":
                return f"{year // 1000}"
        return f"{year:04}"

    @property
    def edtf(self) -> str:
        """Its EDTF string: weeks and weekends are intervals of days, quarters, halves and seasons of months."""
        year = self.first.year
        match self.unit:
            case "D":
                return iso(self.first)
            case "M":
                return iso(self.first)[:7]
            case "W" | "WE" | "F":
                return f"{iso(self.first)}/{iso(self.last)}"
            case "Q" | "H" | "S":
                return f"{iso(self.first)[:7]}/{iso(self.last)[:7]}"
            case "E":
                return f"{year // 10:03}X"
            case "C":
                return f"{year // 100:02}XX"
            case "L":
                return f"{year:04}/{self.last.year:04}"
        return f"{year:04}"


def duration_value(number: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units; X for an unknown number.

    Example:
        >>> duration_value(3, "D"), duration_value(2, "E"), duration_value(None, "W"), duration_value(1.5, "Y")
        ('P3D', 'P20Y', 'PXW', 'P1Y6M')
    """
    time = "T" if unit.startswith("T") else ""
    letter = unit[-1] if time else unit
    if number is None:
        letter, _ = _SCALE.get(unit, (letter, 1)) if unit not in ("E", "C", "Q") else (unit, 1)
        return f"P{time}X{letter}"
    letter, scale = _SCALE.get(unit, (letter, 1))
    number *= scale
    if number == int(number):
        return f"P{time}{int(number)}{letter}"
    whole, rest = divmod(number, 1)
    smaller = {
        "Y": ("M", 12),
        "H": ("M", 60),
        "M": ("S", 60) if time else ("D", 30),
        "D": ("TH", 24),
        "W": ("D", 7),
    }.get(letter)
    if not smaller:
        return f"P{time}{number:g}{letter}"
    head = f"{int(whole)}{letter}" if whole else ""
    name, parts = smaller
    return f"P{time}{head}{'T' if name.startswith('T') else ''}{round(rest * parts)}{name[-1]}"


def through(begin: Period, end: Period) -> str:
    """The EDTF interval from the start of one period to the end of another."""
    return f"{begin.edtf.split('/')[0]}/{end.edtf.split('/')[-1]}"


def holding(unit: str, day: date) -> Period:
    """The period of this unit that holds the day; of weekends the one of the day's week."""
    year, month = day.year, day.month
    if unit in ("W", "F"):
        return Period(unit, day - timedelta(day.weekday()))
    if unit == "WE":
        return Period(unit, day - timedelta(day.weekday()) + timedelta(5))
    if unit == "S":
        start = month - month % 3
        return Period(unit, date(year, start, 1) if start else date(year - 1, 12, 1))
    starts = {
        "M": (year, month),
        "Q": (year, month - (month - 1) % 3),
        "H": (year, 1 if month < 7 else 7),
        "Y": (year, 1),
        "E": (max(year - year % 10, 1), 1),
        "C": (max(year - year % 100, 1), 1),
        "L": (max(year - year % 1000, 1), 1),
    }
    return Period(unit, date(*starts[unit], 1) if unit in starts else day)


def holiday(rule: str, year: int) -> date:
    """The day of a holiday in a year; `rule` as the table `holiday` of the lexicon writes it.

    Example:
        >>> holiday("4.4.11", 2023), holiday("easter-2", 2024), holiday("1.-1.05", 2021)
        (datetime.date(2023, 11, 23), datetime.date(2024, 3, 29), datetime.date(2021, 5, 31))
    """
    if rule.startswith("easter"):
        return easter(year) + timedelta(int(rule[6:] or 0))
    if "-" in rule and "." not in rule:
        return date(year, int(rule[:2]), int(rule[3:]))
    weekday, count, month = (int(part) for part in rule.split("."))
    start = date(year, month, 1) if count > 0 else _later(date(year, month, 1), 1) - timedelta(1)
    offset = (weekday - start.isoweekday()) % 7 if count > 0 else -((start.isoweekday() - weekday) % 7)
    return start + timedelta(offset + 7 * (count - 1 if count > 0 else count + 1))
