"""Rules for quarters and halves of years, and for the comparisons that reports on them make.

"the third quarter of 1984", "the first half", "the year-earlier period": the quarter that the text is about is kept in
the context, so that "the quarter" and "a year earlier" mean it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dipevents.mentions.dates.absolute import of, year_of
from dipevents.mentions.dates.grammar import Match, Reading, reads
from dipevents.mentions.dates.period import Period, holding
from dipevents.mentions.dates.relative import unknown

if TYPE_CHECKING:
    from dipevents.mentions.dates.context import Context

OVER = 100
"""Days after which a quarter is long over."""


def _current(c: Context) -> Period | None:
    """The quarter that the text is about, or the last one that is over."""
    return c.quarter or (holding("Q", c.today).shift(-1) if c.today else None)


@reads(
    "the? fiscal? ORD fiscal? quarter|half of? YEAR",
    "the? fiscal? ORD quarter|half of? STEP year",
    "the? fiscal? ORD quarter|half of? the? fiscal|financial year? YEAR",
    "the? fiscal? ORD quarter|half of? the? YEAR fiscal|financial year",
    "the? YEAR POSS? ORD quarter|half",
    "STEP year POSS? ORD quarter|half",
    "QUARTERNAME ,? of? YEAR?",
    "the? latter|last|final half|quarter of YEAR",
    "YEAR QUARTERNAME",
)
def quarter_of_year(m: Match, c: Context) -> Reading | None:
    """Reads "the third quarter of 1984", "next year's first half", "Q3 2019"."""
    year = year_of(m, c)
    name = m.get("QUARTERNAME")
    if year is None:
        return quarter(m, c)
    unit = "H" if m.has("half") or (name and name[0] == "h") else "Q"
    number = int(name[1]) if name else m.get("ORD") or (2 if unit == "H" else 4)  # "the latter half"
    return _of_year(c, unit, year, number)


@reads("the? latter|last|final half|quarter of STEP|the year")
def last_quarter(m: Match, c: Context) -> Reading | None:
    """Reads "the last quarter of this year", "the final half of the year"."""
    if not c.today or c.following(m.span[1]) in ("before", "earlier"):
        return None
    unit = "H" if m.has("half") else "Q"
    own = m.position("STEP") > m.position("half" if unit == "H" else "quarter")  # not the "last" of "the last half"
    step = m.get("STEP") if own else m.get("STEP", 1)
    return _of_year(c, unit, c.today.year + (step or 0), 2 if unit == "H" else 4)


@reads("the? ORD (and|or|to|through) (ORD) (quarters) (of?) (YEAR)", "ORD quarters of? YEAR")
def quarters_of_year(m: Match, c: Context) -> Reading | None:
    """Reads "the third and fourth quarters of 1987" as two."""
    return _of_year(c, "Q", m.get("YEAR"), m.get("ORD"))


def _of_year(c: Context, unit: str, year: int, number: int) -> Reading | None:

    if not 1 <= number <= (4 if unit == "Q" else 2):
        return None
    period = Period(unit, date(year, (number - 1) * (3 if unit == "Q" else 6) + 1, 1))
    if c.today and period.last >= c.today:
        c.quarters_ahead[unit, number] = period
    if unit == "Q":
        c.about_quarter(period)
    return of(period, "", full=True)


@reads(
    "the? fiscal? ORD fiscal? quarter|half",
    "the? ORD quarter|half of the fiscal|financial? year",
    "the? YEAR ago|earlier ORD quarter",
)
def quarter(m: Match, c: Context) -> Reading | None:
    """Reads a bare "third quarter": the latest that has begun, or the next where the clause is ahead."""
    name = m.get("QUARTERNAME")
    number = int(name[1]) if name else m.get("ORD")
    unit = "H" if m.has("half") or (name and name[0] == "h") else "Q"
    if not 1 <= number <= (4 if unit == "Q" else 2):
        return None
    of_figures = c.low[m.span[0] : m.span[1]].endswith("-half") and c.of_figures(m)
    if (unit == "H" and not (m.has("the") or name or of_figures)) or (unit == "H" and c.following(m.span[1]) == "of"):
        return None
    if not c.today:
        return Reading("DATE", f"XXXX-{unit}{number}")
    if m.has("year") and not m.has("ago", "earlier") and c.direction(m) > -2:
        return _of_year(c, unit, c.today.year, number)  # "in the second half OF THE YEAR"
    found = _named(c, (number - 1) * (3 if unit == "Q" else 6) + 1, c.direction(m), unit)
    told = c.quarters_ahead.get((unit, number))
    if told and found and told.first - c.today < c.today - found.last:
        return of(told)  # "output IN THE THIRD QUARTER OF 1987 will rise … the third quarter"
    if unit == "Q":
        c.about_quarter(found)
    return of(found)


def _named(c: Context, month: int, direction: int, unit: str) -> Period | None:
    """The quarter or half that a bare number means: the latest begun, unless long over and the clause ahead."""
    found = c.month(month, -1, unit)
    if found and c.today and direction > 0 and (c.today - found.last).days > OVER:
        return found.shift(4 if unit == "Q" else 2)
    return found


@reads("the? MONTH quarter")
def quarter_to_month(m: Match, c: Context) -> Reading | None:
    """Reads "the June quarter" as the three months that end in June."""
    end = c.month(m.get("MONTH"), c.direction(m))
    if end is None or end.first.month % 3:
        return None
    return of(Period("Q", end.first.replace(month=end.first.month - 2)), "", full=True)


@reads("the quarter", "the latest quarter", "the latest period", "the same quarter", "the period")
def the_quarter(m: Match, c: Context) -> Reading | None:
    """Reads "the quarter" as the one that the text is about, else the last one that is over."""
    if m.has("period") and (
        (not c.quarter and not m.has("latest"))
        or c.following(m.span[1]) in ("of", "when", "from", "before", "after", "in")
    ):
        return None
    return of(_current(c)) if c.today or c.quarter else unknown("Q")


@reads(
    "the? year ago|earlier ORD? quarter|period",
    "the YEAR quarter|period",
    "the? corresponding|same|comparable|similar|year period|quarter of? STEP year",
    "the? corresponding|same|comparable|similar period|quarter QTY year ago|earlier",
    "STEP year POSS quarter|period",
    "the? year ago|earlier",
    "the quarter|period QTY year ago|earlier",
)
def quarter_before(m: Match, c: Context) -> Reading | None:
    """Reads "the year-earlier quarter", "the 1988 period": the quarter that the text is about, in another year."""
    base = _current(c)
    if not base or not c.today:
        return Reading("DATE", "XXXX")
    if not c.compared and not m.has("period", "quarter"):
        return of(holding("Y", c.today).shift(-1), "", full=True)
    if m.has("period") and not c.quarter and m.has("YEAR", "STEP"):
        return None
    if (number := m.get("ORD")) is not None and 1 <= number <= 4:
        base = Period("Q", base.first.replace(month=3 * number - 2))
    year = year_of(m, c) if m.has("YEAR", "STEP") else base.first.year - 1
    return of(Period("Q", base.first.replace(year=year or 1)), "", full=True)
