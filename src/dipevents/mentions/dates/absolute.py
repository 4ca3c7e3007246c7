"""Rules for dates that name themselves: days, seasons, years, decades, centuries, holidays."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dipevents.mentions.dates.grammar import Match, Reading, reads
from dipevents.mentions.dates.period import Period, holding, holiday

if TYPE_CHECKING:
    from dipevents.mentions.dates.context import Context

__all__ = ["is_day_first", "of", "year_of"]

FROM = 12
"""Characters between the two ends of "from the 8th until the 13th"."""
NEAR, FAR = 31, 90
"""Days from publication within which one reading of 9/12/2023 lies, and beyond which the other, to settle it."""
_SLASHED = re.compile(r"(?<![\d/])(0?[1-9]|[12]\d|3[01])/(0?[1-9]|[12]\d|3[01])/(\d{4})(?![\d/])")
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def of(period: Period | None, form: str = "", *, full: bool = False) -> Reading | None:
    """The reading of one stretch of the calendar."""
    return Reading("DATE", period.timex, period.edtf, period, form, full) if period else None


def year_of(m: Match, c: Context) -> int | None:
    """The year that the words give: in digits, as "last year", or as "that year" of the date named before."""
    if (year := m.get("YEAR")) is not None:
        return int(year)
    short = m.words[m.last].values.get("TWO") if m.has("DASH") else m.get("SHORTYEAR")  # "12-May-98"
    if short is not None:
        return _full_year(int(short), c)
    step, near = m.get("STEP"), c.near(m.span[0])
    if m.has("that", "same", "following", "previous", "preceding"):
        return near.first.year + (step or 0) if near else None
    return c.today.year + step if step is not None and c.today else None


def _full_year(short: int, c: Context) -> int:
    """The year of two digits: from 89 years before publication to ten after."""
    latest = (c.today.year if c.today else 2030) + 10
    return latest - (latest - short) % 100


@reads("ISO")
def iso_day(m: Match, _c: Context) -> Reading | None:
    """Reads 2023-09-12 and 2023-09-12T10:30."""
    token = m.get("ISO")
    reading = of(Period("D", date.fromisoformat(token[:10])), "day", full=True)
    return reading._replace(kind="TIME", timex=token[:10] + "T" + token[11:16]) if reading and "t" in token else reading


def is_day_first(text: str, today: date | None) -> bool:
    """Whether a text writes the day before the month: a date has no other reading, or only so is near its own day."""
    for first, second, year in (map(int, found) for found in (_SLASHED.findall(text) if "/" in text else ())):
        if first > 12 or second > 12:
            return first > 12
        if today is not None and first != second and year > 99:
            british, american = (
                abs((one - today).days) for one in (date(year, second, first), date(year, first, second))
            )
            if not (british and american) or british <= NEAR < FAR <= american:
                return british < american
    return False


@reads("SLASH")
def numeric_day(m: Match, c: Context) -> Reading | None:
    """Reads 9/12/2023 the American way, unless the text is British, the number is no month, or full stops divide it."""
    token = m.get("SLASH")
    first, second, year = (int(part) for part in re.split(r"[/.]", token))
    if first > 31:
        return of(Period("D", date(first, second, year)), "day", full=True)  # "2023/09/12"
    if year < 100:
        year = _full_year(year, c)
    if "." in token or (c.british and second <= 12) or first > 12:
        first, second = second, first
    return of(Period("D", date(year, first, second)), "day", full=True)


@reads(
    "WEEKDAY ,? MONTH DAY|ORD ,? YEAR",
    "WEEKDAY ,? the? DAY|ORD of? MONTH ,? YEAR",
    "WEEKDAY ,? MONTH DAY|ORD",
    "WEEKDAY ,? the? DAY|NTH of? MONTH",
    "MONTH the? DAY|ORD ,? YEAR|SHORTYEAR",
    "MONTH DAY|ORD ,? of? the? STEP|that|same year",
    "the? DAY|ORD of? MONTH ,? YEAR|SHORTYEAR",
    "the? DAY|ORD of? MONTH ,? of? the? STEP|that|same year",
    "DAY DASH MONTH DASH TWO",
    "STEP MONTH DAY|NTH",
    "MONTH DAY|NTH",
    "MONTH NUM",
    "MONTH the ORD",
    "the? DAY|NTH of? MONTH",
    "the ORD of MONTH",
)
def day(m: Match, c: Context) -> Reading | None:
    """Reads a day of a named month, with or without weekday and year."""
    number = m.get("DAY") or m.get("ORD") or m.get("NUM")
    month = m.get("MONTH")
    if not (m.has("DAY") or m.has("ORD")) and (number > 9 or not _is_spelled_day(m, c)):
        return None
    if number > 31 or (m.begins("MONTH") and m.before and "in" in m.before.values and not m.has("YEAR")):
        return None
    if not m.begins("MONTH") and m.has("DAY") and not m.has("WEEKDAY"):
        c.british = True
    if m.begins("STEP") and c.today:
        return _stepped_day(m.get("STEP"), month, number, c.today)
    if (year := year_of(m, c) or c.year_near(m)) is not None:
        return of(Period("D", date(year, month, number)), "day", full=True)
    found = c.day(month, number, c.direction(m))
    if found and m.has("WEEKDAY"):
        found = _on_weekday(found, month, number, m.get("WEEKDAY"))
    if found:
        return of(found, "day")
    date(2000, month, number)
    return Reading("DATE", f"XXXX-{month:02}-{number:02}", f"XXXX-{month:02}-{number:02}", None, "day")


def _is_spelled_day(m: Match, c: Context) -> bool:
    """Whether a number word tells the day: "the MARCH FIVE earthquake", not "from MAY FIVE ships will call"."""
    led = c.previous(m.span[0]).lower() in ("on", "by", "until", "till", "since", "the", "from", "of", "dated")
    return not c.counts_plural(m) if led else c.following(m.span[1]) in ("", "and", "for", "with", "at", "to")


def _stepped_day(step: int, month: int, number: int, today: date) -> Reading | None:
    """The latest such day before today, the next behind it, or that of this year: "LAST MAY 3"."""
    days = [d for year in range(today.year - 4, today.year + 5) if (d := _day_in(date(year, month, 1), number))]
    fit = [d for d in days if (d < today if step < 0 else d > today if step > 0 else d.year == today.year)]
    return of(Period("D", min(fit, key=lambda d: abs((d - today).days))), "day", full=True) if fit else None


def _on_weekday(found: Period, month: int, number: int, weekday: int) -> Period:
    """The day in the year next to the one found on which it has this weekday: "Friday, Oct. 13"."""
    for off in (0, -1, 1, -2, 2):
        try:
            one = date(found.first.year + off, month, number)
        except ValueError:
            continue
        if one.isoweekday() == weekday:
            return Period("D", one)
    return found


@reads(
    "MONTH DAY|NTH DASH|to|through|and|or|until|till DAY|NTH ,? YEAR",
    "MONTH DAY|NTH DASH|to|through|and|or|until|till DAY|NTH",
    "the? DAY|NTH DASH|to|through|and|or|until|till the? DAY|NTH of? MONTH ,? YEAR",
    "the? DAY|NTH DASH|to|through|and|or|until|till the? DAY|NTH of? MONTH",
    "MONTH DAY|NTH DASH|to|through|and|until|till MONTH DAY|NTH ,? YEAR",
    "MONTH DAY|NTH DASH|to|through|until|till MONTH DAY|NTH",
    "DAY|NTH of? MONTH DASH|to|through|and|until|till DAY|NTH of? MONTH ,? YEAR",
    "DAY|NTH of? MONTH DASH|to|through|until|till DAY|NTH of? MONTH",
)
def days(m: Match, c: Context) -> Reading | None:
    """Reads "Nov. 12-15", "30 November to 2 December 2023"."""
    numbers = [m.get("DAY", i) for i in (0, 1)]
    nth = [m.get("NTH", i) for i in (0, 1)]
    low, high = [x for x in (*numbers, *nth) if x is not None][:2]
    if nth[0] is not None and numbers[0] is not None:
        low, high = (nth[0], numbers[0]) if m.position("NTH") < m.position("DAY") else (numbers[0], nth[0])
    first, last = m.get("MONTH"), m.get("MONTH", 1) or m.get("MONTH")
    if first == last and high <= low:
        return None
    date(2000, first, low), date(2000, last, high)
    year = m.get("YEAR")
    if year is None and (year := c.year_near(m)) is None:
        found = c.day(first, low, c.direction(m))
        year = found.first.year if found else None
    elif last < first:
        year -= 1
    if year is None:
        edtf = f"XXXX-{first:02}-{low:02}/XXXX-{last:02}-{high:02}"
        return Reading("DATE", edtf, edtf, None, "range")
    begin, end = date(year, first, low), date(year + (last < first), last, high)
    edtf = f"{Period('D', begin).edtf}/{Period('D', end).edtf}"
    return Reading("DATE", edtf, edtf, Period("D", begin), "range", full=True)


@reads("(on|since|until|by|from|till|of|around|about) the NTH")
def day_of_this_month(m: Match, c: Context) -> Reading | None:
    """Reads "on the 12th", "around the 12th" as a day of the month at hand; not "on the 12th floor"."""
    if not c.today or m.get("NTH") > 31 or c.noun_follows(m):
        return None
    number = m.get("NTH")
    base = c.near(m.span[0])
    start = base.first if base and base.unit in ("D", "M") else c.today
    if m.has("until", "till") and base and base.unit == "D" and 0 < m.span[0] - c.last_end < FROM:
        day = start.replace(day=1) if number > start.day else holding("M", start).shift(1).first
        return of(Period("D", one) if (one := _day_in(day, number)) else None, "day")  # "from the 8th UNTIL THE 13TH"
    found = [
        Period("D", one) for shift in (-1, 0, 1) if (one := _day_in(holding("M", start).shift(shift).first, number))
    ]
    ahead = c.direction(m) > 0
    fit = [p for p in found if (p.first >= c.today if ahead else p.first <= c.today)]
    reading = of((fit[0] if ahead else fit[-1]) if fit else None, "day")
    return reading._replace(edtf=f"{reading.edtf}~") if reading and m.has("around", "about") else reading


def _day_in(month: date, number: int) -> date | None:
    try:
        return month.replace(day=number)
    except ValueError:
        return None


@reads("YEAR")
def year(m: Match, c: Context) -> Reading | None:
    """Reads four digits as a year, where they do not count something."""
    number = m.get("YEAR")
    if c.counts(m, number):
        return None
    return of(Period("Y", date(number, 1, 1)), "year", full=True)


@reads("(in|since|of|from|until|by|and|to) SHORTYEAR")
def short_year(m: Match, c: Context) -> Reading | None:
    """Reads "in '96"."""
    return of(Period("Y", date(year_of(m, c) or 1, 1, 1)), "year", full=True)


@reads(
    "the? year YEAR",
    "the year NUM",
    "FISCAL|fy YEAR|SHORTYEAR|TWO",
    "(the)? fiscal|financial|calendar YEAR|SHORTYEAR",
    "the? fiscal|financial|calendar year YEAR|SHORTYEAR",
    "the? YEAR fiscal|financial|calendar year",
)
def named_year(m: Match, c: Context) -> Reading | None:
    """Reads "the year 2000", "fiscal 2019" (by its number, whatever month it begins in)."""
    number = year_of(m, c) or int(m.get("NUM") or 0)
    number += 2000 if number < 100 and m.has("TWO") else 0
    return of(Period("Y", date(number, 1, 1)), "year", full=True) if 999 < number < 2200 else None


@reads("fiscal? YEAR DASH|/ YEAR|TWO", "(from|between) YEAR to|and|until|till|through YEAR|TWO", "YEAR and YEAR")
def years(m: Match, c: Context) -> Reading | None:
    """Reads "1957-58", "from 1980 to 1988", "2018 and 2019"."""
    first = m.get("YEAR")
    last = m.get("YEAR", 1) or m.get("TWO")
    if last is None or (
        m.has("and")
        and m.begins("YEAR")
        and m.before is not None
        and "between" not in m.before.values
        and last != first + 1
    ):
        return None
    if last < 100:
        last += first - first % 100
    short = m.has("TWO") and 1900 <= first < 2100  # "grew OVER 1979-81"
    if last <= first or (not short and c.counts(m, first)):
        return None
    return Reading("DATE", f"{first}/{last}", f"{first}/{last}", Period("Y", date(first, 1, 1)), "range", full=True)


@reads("the? SHADE? DECADE", "the? STEP? DECADE")
def decade(m: Match, c: Context) -> Reading | None:
    """Reads "the 1990s", "the '80s", "the nineties"; not "in her 80s"."""
    number = m.get("DECADE")
    if number < 100:
        if not m.has("the", "SHADE"):
            return None
        this = (c.today.year if c.today else 2020) // 10
        number += this - this % 10
        number -= 10 if number > this else 0
    elif number < 200 and number % 10 == 0:
        return of(Period("C", date(number * 10, 1, 1)), "decade", full=True)  # "the 1800s"
    return of(Period("E", date(max(number * 10, 1), 1, 1)), "decade", full=True)


@reads("the? ORD century", "the? SHADE ORD century")
def century(m: Match, _c: Context) -> Reading | None:
    """Reads "the 20th century" as the years that begin with 19."""
    number = m.get("ORD")
    return of(Period("C", date(max(100 * number - 100, 1), 1, 1)), "century", full=True) if 1 <= number <= 22 else None


@reads("the? SEASON of? YEAR|SHORTYEAR", "the? SEASON of? the? STEP|that|same year")
def season_of_year(m: Match, c: Context) -> Reading | None:
    """Reads "the winter of 1994", "summer 2014"."""
    year = year_of(m, c)
    return of(Period("S", date(year, _SEASON_START[m.get("SEASON")], 1)), "season", full=True) if year else None


@reads("STEP STEP? SEASON", "the STEP SEASON")
def stepped_season(m: Match, c: Context) -> Reading | None:
    """Reads "last fall", "this coming summer"."""
    step = m.get("STEP", 1) or m.get("STEP")
    start = _SEASON_START[m.get("SEASON")]
    if not c.today:
        return Reading("DATE", f"XXXX-{m.get('SEASON')}")
    here = Period("S", date(c.today.year, start, 1))
    if step < 0:
        here = here if here.last < c.today else here.shift(-1)
    elif step > 0 and here.first <= c.today:
        here = here.shift(1)
    return of(here, "season", full=True)


@reads("the? SEASON", "(in|during|by|until|since|SHADE) the? SEASON")
def season(m: Match, c: Context) -> Reading | None:
    """Reads a bare season near the publication day; not "the fall of Saigon", "the Prague Spring"."""
    if not (m.has("the") or c.led_to(m)) or (c.named(m) and not m.has("the")) or (m.after and "of" in m.after.values):
        return None
    if not m.has("the") and c.previous(m.span[0]).lower() in ("to", "and", "or", "for", "on", "will", "between"):
        return None
    if c.low.startswith(("-out", "-off", "-back"), m.span[1]):
        return None  # "the FALL-OUT of the vote"
    direction = c.direction(m)
    found = c.month(_SEASON_START[m.get("SEASON")], direction, "S")
    if found and direction < 0 and c.today and 0 <= (c.today - found.first).days < NEAR:
        found = found.shift(-1)  # "visited Oslo in the spring", told in early March
    return of(found, "season") if found else Reading("DATE", f"XXXX-{m.get('SEASON')}")


@reads("the day after|before HOLIDAY")
def beside_holiday(m: Match, c: Context) -> Reading | None:
    """Reads "the day after Christmas", the one that fits the tense best."""
    if not c.today or not 1600 < c.today.year < 4099:
        return None
    step = timedelta(1 if m.has("after") else -1)
    near = [holiday(m.get("HOLIDAY"), c.today.year + off) + step for off in (-1, 0, 1)]
    return of(Period("D", c.nearest(near, c.direction(m))), "day")


@reads("HOLIDAY ,? YEAR", "HOLIDAY", "STEP HOLIDAY", "HOLIDAY STEP year")
def holiday_day(m: Match, c: Context) -> Reading | None:
    """Reads holidays of fixed day or rule; the moon's are not read."""
    rule = m.get("HOLIDAY")
    step = m.get("STEP")
    if m.has("YEAR") or (m.has("year") and c.today):
        return of(Period("D", holiday(rule, year_of(m, c) or 1)), "day", full=True)
    if not c.today:
        known = rule[2:3] == "-" and f"XXXX-{rule}"
        return Reading("DATE", known or "XXXX-XX-XX", known or None, None, "day")
    near = [holiday(rule, c.today.year + off) for off in (-1, 0, 1) if 1600 < c.today.year + off < 4099]
    if not near:
        return None
    if step is None:
        return of(Period("D", c.nearest(near, c.direction(m))), "day")
    today = c.today
    fit = [d for d in near if (d < c.today if step < 0 else d > c.today if step > 0 else d.year == c.today.year)]
    return of(Period("D", min(fit, key=lambda d: abs((d - today).days))), "day") if fit else None
