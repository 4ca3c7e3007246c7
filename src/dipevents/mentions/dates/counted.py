"""Rules for days and weeks that are counted within a month or a year, and for weeks told by or from a day.

"the first Monday in June", "the last week of May", "the second weekend of next month", "the week of May 5",
"Saturday week".
A week belongs to the month that has its Thursday, as ISO 8601 gives weeks to years.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dipevents.mentions.dates.absolute import of, year_of
from dipevents.mentions.dates.grammar import NOTHING, Match, Reading, reads
from dipevents.mentions.dates.period import Period, holding
from dipevents.mentions.dates.relative import moved
from dipevents.mentions.dates.tense import neighbours

if TYPE_CHECKING:
    from dipevents.mentions.dates.context import Context

_COUNTED = {"D": None, "W": 4, "WE": 6}
"""Units of which a month has several -> the day of the week by which one belongs to it; None for any day."""


@reads(
    "the? very? ORD|last|final WEEKDAY|UNIT of|in MONTH ,? YEAR|SHORTYEAR",
    "the? very? ORD|last|final WEEKDAY|UNIT of|in MONTH of? STEP year",
    "the? very? ORD|last|final WEEKDAY|UNIT of|in MONTH",
    "the? very? ORD|last|final WEEKDAY|UNIT of|in STEP|the month|year",
    "the? very? ORD|last|final WEEKDAY|UNIT of|in YEAR",
)
def counted(m: Match, c: Context) -> Reading | None:
    """Reads "the first Monday in June", "the last week of next month", "the last day of 2024"."""
    weekday, unit = m.get("WEEKDAY"), m.get("UNIT")
    unit = m.get("UNIT", 1) if unit == "TS" else unit  # "the SECOND week"
    if weekday is None and unit not in _COUNTED:
        return None
    whole = _whole(m, c)
    if whole is None:
        return NOTHING if m.has("MONTH") and not c.today else None
    by = weekday or _COUNTED[unit]
    days = [whole.first + timedelta(n) for n in range((whole.last - whole.first).days + 1)]
    days = [d for d in days if by is None or d.isoweekday() == by]
    number = -1 if m.has("last", "final") else m.get("ORD") - 1
    if number >= len(days):
        return NOTHING
    unit = "D" if weekday else unit
    return of(holding(unit, days[number]), "day" if unit == "D" else "", full=True)


def _whole(m: Match, c: Context) -> Period | None:
    """The month or the year in which is counted, or None where it cannot be told."""
    step = m.get("STEP", 1) if m.has("last") else m.get("STEP")  # "the LAST day of NEXT month"
    if m.has("month", "year"):
        unit = "M" if m.has("month") else "Y"
        base = holding(unit, c.today).shift(step or 0) if c.today else None
        return Period("M", date(base.first.year, m.get("MONTH"), 1)) if base and m.has("MONTH") else base
    year = year_of(m, c) if m.has("YEAR", "SHORTYEAR") else None
    if not m.has("MONTH"):
        return Period("Y", date(year, 1, 1)) if year else None
    return Period("M", date(year, m.get("MONTH"), 1)) if year else c.month(m.get("MONTH"), c.direction(m))


@reads("the? ORD half of|in MONTH ,? YEAR", "the? ORD half of|in MONTH", "the? ORD half of STEP|the month")
def half_of_month(m: Match, c: Context) -> Reading | None:
    """Reads "the second half of January" as the days from the 16th on."""
    whole, number = _whole(m, c), m.get("ORD")
    if whole is None or number > 2:
        return None
    middle = whole.first.replace(day=15)
    first, last = (whole.first, middle) if number == 1 else (middle + timedelta(1), whole.last)
    return Reading("DATE", whole.timex, f"{first}/{last}", None, "", full=True)


@reads(
    "the ORD|last of STEP month",
    "the ORD|last of the? that|same|next|following? month",
    "the ORD of the next|following",
)
def day_of_month(m: Match, c: Context) -> Reading | None:
    """Reads "the first of next month", "the 28th of that month until the first of the next"."""
    near, behind = c.near(m.span[0]), c.following(m.span[1])
    if c.low.startswith(("'", "’"), m.span[1]) or (behind and not m.has("month")):
        return None  # "the last of this month's votes", "the first of the next talks"
    told = m.has("that", "same", "following") or not m.has("month")
    base = (near.first if near else None) if told else c.today
    if base is None:
        return None
    step = m.get("STEP", 1) if m.get("ORD") is None else m.get("STEP")  # "the LAST of NEXT month"
    whole = holding("M", base).shift((1 if m.has("next", "following") else 0) if told else step or 0)
    number = whole.last.day if m.get("ORD") is None else m.get("ORD")
    return of(Period("D", whole.first.replace(day=number)), "day", full=True)


@reads("(a|one) WEEKDAY of|in MONTH ,? YEAR", "(a|one) WEEKDAY of|in MONTH")
def some_weekday(m: Match, c: Context) -> Reading | None:
    """Reads "on a Tuesday in March" as the month: which Tuesday is not told."""
    whole = _whole(m, c)
    return of(whole, "month", full=True) if whole else None


@reads(
    "the week of|beginning|starting|from MONTH DAY|NTH ,? YEAR",
    "the week of|beginning|starting|from MONTH DAY|NTH",
    "the week of|beginning|starting|from the? DAY|NTH of? MONTH ,? YEAR",
    "the week of|beginning|starting|from the? DAY|NTH of? MONTH",
)
def week_of_day(m: Match, c: Context) -> Reading | None:
    """Reads "the week of May 5", "the week beginning 9 June" as the week that has the day."""
    number, month = m.get("DAY") or m.get("NTH"), m.get("MONTH")
    if number > monthrange(2000, month)[1]:
        return NOTHING
    year = m.get("YEAR")
    found = c.day(month, number, c.direction(m)) if year is None else Period("D", date(year, month, number))
    return of(holding("W", found.first), "", full=True) if found else None


@reads("(on|until|till) WEEKDAY week")
def weekday_week(m: Match, c: Context) -> Reading | None:
    """Reads "on Saturday week" as the Saturday after the coming one; "on Saturday week-long talks began" has none."""
    behind = c.following(m.span[1])
    alone = c.text[m.span[1] : m.span[1] + 1] not in {"-", "'", "’"} and (not behind or behind in neighbours("no_noun"))
    if not alone or c.direction(m) < 0 or not c.today:
        return None
    return of(moved(c.today, "D", (m.get("WEEKDAY") - c.today.isoweekday() - 1) % 7 + 8), "day", full=True)


@reads("(on) WEEKDAY fortnight", "RELDAY week|fortnight", "a|one week RELDAY", "a|one week on WEEKDAY")
def weeks_from_day(m: Match, c: Context) -> Reading | None:
    """Reads "Saturday fortnight", "tomorrow week", "a week today", "a week on Monday", where the clause is ahead."""
    if not c.today or c.direction(m) <= 0 or c.text[m.span[1] : m.span[1] + 1] in {"-", "'", "’"}:
        return None
    number = m.get("WEEKDAY")
    away = m.get("RELDAY") if number is None else (number - c.today.isoweekday() - 1) % 7 + 1
    return of(moved(c.today, "D", away + (14 if m.has("fortnight") else 7)), "day", full=True)
