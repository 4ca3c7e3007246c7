"""Rules for months: "October 1984", "in May", "last April", "April/May"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dipevents.mentions.dates.absolute import of, year_of
from dipevents.mentions.dates.grammar import Match, Reading, reads
from dipevents.mentions.dates.period import Period, holding, through

if TYPE_CHECKING:
    from dipevents.mentions.dates.context import Context

_ONWARD = frozenset(("to", "through", "until", "till", "DASH"))
_JOINS = _ONWARD | {"and", "or"}
AHEAD = 100
"""Days that a run of months which nothing says to be ahead counts as farther off."""
HALF = 7
"""Months from which on the one before is nearer than the one after."""


@reads("MONTH ,? of? YEAR", "the month of MONTH ,? of? YEAR", "MONTH SHORTYEAR", "MONTH of? the? STEP|that|same year")
def month_of_year(m: Match, c: Context) -> Reading | None:
    """Reads "October 1984", "June last year", "May of that year"."""
    year = year_of(m, c)
    if year is None and m.has("that", "same"):
        return None
    return of(Period("M", date(year, m.get("MONTH"), 1)), "month", full=True) if year else _month_open(m)


def _month_open(m: Match) -> Reading:
    text = f"XXXX-{m.get('MONTH'):02}"
    return Reading("DATE", text, text, None, "month")


@reads("MONTH", "the month of MONTH")
def month(m: Match, c: Context) -> Reading | None:
    """Reads a bare month by its clause's tense; "may", "march" and persons' names need a word that leads to a month."""
    number = m.get("MONTH")
    also_word = not m.has("month") and (number in (3, 4, 5, 6, 8) or c.abbreviated(m))
    if c.is_given(m) or c.in_name(m):
        return None
    if also_word and (c.surname_follows(m) or not (c.led_to(m) or c.of_occasion(m) or c.in_list(m) or c.of_figures(m))):
        return None
    if (year := c.year_near(m)) is not None:
        return of(Period("M", date(year, number, 1)), "month", full=True)
    found = _beside(c, m, number) or c.month(number, c.direction(m))
    return of(found, "month") if found else _month_open(m)


@reads("MONTH / MONTH", "MONTH DASH MONTH", "MONTH /|DASH MONTH ,? YEAR")
def months(m: Match, c: Context) -> Reading | None:
    """Reads "April/May", "January-March" as the months from the one to the other."""
    first, second = m.get("MONTH"), m.get("MONTH", 1)
    year, away = m.get("YEAR"), (second - first) % 12
    if not away or (m.has("/") and away != 1):
        return None
    if year:
        end = Period("M", date(year, second, 1))
    elif c.today:
        end = _nearest(c.today, second, away, c.direction(m))
    else:
        return None
    begin = end.shift(-away)
    return Reading("DATE", f"{begin.timex}/{end.timex}", through(begin, end), begin, "range", full=True)


@reads("STEP MONTH", "this coming|past MONTH")
def stepped_month(m: Match, c: Context) -> Reading | None:
    """Reads "last April", "this September", "next May"; "the following May" is reckoned from the date named before."""
    step = m.get("STEP", 1) if m.get("STEP", 1) is not None else m.get("STEP")
    today = c.today
    if m.has("following", "preceding") and (near := c.near(m.span[0])):
        today = near.last if step > 0 else near.first
    if not today:
        return _month_open(m)
    here = Period("M", date(today.year, m.get("MONTH"), 1))
    now = holding("M", today)
    if step < 0:
        return of(here if here.first < now.first else here.shift(-12), "month", full=True)
    if step > 0:
        return of(here if here.first > now.first else here.shift(12), "month", full=True)
    return of(here, "month", full=True)


def _nearest(today: date, last: int, away: int, direction: int) -> Period:
    """The end of a run of months, of the one that holds today or is nearest to it; what is ahead counts as farther."""

    def distance(end: Period) -> int:
        ahead, over = (end.shift(-away).first - today).days, (today - end.last).days
        return ahead + (AHEAD if direction <= 0 else 0) if ahead > 0 else max(over, 0)

    return min((Period("M", date(today.year + off, last, 1)) for off in (-1, 0, 1)), key=distance)


def _beside(c: Context, m: Match, number: int) -> Period | None:
    """The month next to the one that is joined to it: "by July or AUGUST", "in November through JANUARY"."""
    at = m.first
    if at < 2 or c.last is None or c.last.unit != "M" or "MONTH" not in m.words[at - 2].values:
        return None
    if c.last_end != m.words[at - 2].end or m.words[at - 1].values.keys().isdisjoint(_JOINS):
        return None
    away = (number - c.last.first.month) % 12
    onward = away < HALF or not m.words[at - 1].values.keys().isdisjoint(_ONWARD)
    return c.last.months_on(away if onward else away - 12)
