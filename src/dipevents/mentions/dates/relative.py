"""Rules for dates that are reckoned from another day: the publication day, or the date named before."""

from __future__ import annotations

import re
from calendar import month_name
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dipevents.mentions.dates.absolute import of
from dipevents.mentions.dates.grammar import NOTHING, Match, Reading, reads, stands_alone
from dipevents.mentions.dates.period import Period, duration_value, holding, through
from dipevents.mentions.dates.tense import neighbours

if TYPE_CHECKING:
    from dipevents.mentions.dates.context import Context

_YEAR_TO = re.compile(
    rf" to (?:the end of |mid[- ]|end[- ]|late |early )?(?:{'|'.join(name.lower() for name in month_name[1:])})\b"
)
"""Behind "the year" these make it one that need not begin in January."""
_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "F": "XXXX-WXX"}
_COUNTED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|last|latest|only|most|least|worst|best|time|times|\w+est|\d+(?:st|nd|rd|th))\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|many) (?:[\w-]+ )?\w+s in $",
    re.I,
)
"""What makes "in two weeks" the time within which something is counted: "the THIRD visit in two weeks"."""
_TO_LAST = tuple([word] for word in ("to", "will", "would", "could", "should", "may", "might", "must", "can", "not"))
_WITHIN = {"M": ("D", "W", "F"), "Y": ("D", "W", "F", "M")}
"""Units of which a month, or a year, has several: so many of them later is no closer a date."""
SUNDAY = 7
PRIZE = 24
"""Characters before "the year" in which "player of" stands."""
_ON_CALENDAR = frozenset(("D", "W", "WE", "M", "Q", "H", "Y", "E", "C", "F"))


def unknown(unit: str) -> Reading:
    """A date of this unit in a text that has no publication day."""
    return Reading("DATE", _UNKNOWN.get(unit, "XXXX"), form="day" if unit == "D" else "")


def moved(day: date, unit: str, count: float) -> Period | None:
    """The period so many units from a day: a day for days, a week for weeks, a month for months, a year for years."""
    if unit in ("C", "E", "L"):
        return holding("Y", day).shift(int(count * {"E": 10, "C": 100, "L": 1000}[unit]))
    if count != int(count):
        if unit == "Y":
            return holding("M", day).shift(int(count * 12))
        return moved(day, "D", int(count * {"W": 7, "M": 30}.get(unit, 1)))
    if unit == "F":
        return holding("W", day).shift(int(2 * count))
    return holding(unit, day).shift(int(count)) if unit in _ON_CALENDAR else None


@reads("RELDAY", "early|late|earlier|later|sometime RELDAY")
def named_day(m: Match, c: Context) -> Reading | None:
    """Reads today, yesterday, tomorrow, tonight."""
    if not c.today:
        return unknown("D")
    found = Period("D", c.today + timedelta(m.get("RELDAY")))
    reading = of(found, "day", full=True)
    night = reading and c.low.startswith("tonight", m.words[m.last].start)
    return reading._replace(kind="TIME", timex=found.timex + "TNI") if reading and night else reading


@reads("the? day before RELDAY", "the? day after RELDAY")
def next_but_one(m: Match, c: Context) -> Reading | None:
    """Reads "the day before yesterday", "the day after tomorrow"."""
    if not c.today:
        return unknown("D")
    off = m.get("RELDAY") + (1 if m.has("after") else -1)
    return of(Period("D", c.today + timedelta(off)), "day", full=True)


@reads("the? UNIT before|after STEP", "the? WEEKDAY before|after STEP")
def second_unit(m: Match, c: Context) -> Reading | None:
    """Reads "the week before last", "the week after next", "the Friday before last"."""
    step, unit = m.get("STEP"), m.get("UNIT")
    if (number := m.get("WEEKDAY")) is not None and c.today and step == (1 if m.has("after") else -1):
        away = (step * (number - c.today.isoweekday())) % 7 or 7
        return of(Period("D", c.today + timedelta(step * (away + 7))), "day", full=True)
    if unit not in _ON_CALENDAR or step != (1 if m.has("after") else -1):
        return None
    return of(holding(unit, c.today).shift(2 * step), "unit", full=True) if c.today else unknown(unit)


@reads("the? STEP STEP? UNIT", "the? STEP STEP? fiscal UNIT", "the? latest fiscal UNIT", "(this) STEP UNIT")
def stepped_unit(m: Match, c: Context) -> Reading | None:
    """Reads "last week", "this month", "the coming year", "the past year", "the following day"."""
    unit = m.get("UNIT")
    step = m.get("STEP", 1) if m.get("STEP", 1) is not None else -1 if m.has("latest") else m.get("STEP")
    if unit not in _ON_CALENDAR:
        return None
    base, near = c.today, c.near(m.span[0])
    at = m.position("STEP")
    word = c.low[m.words[at].start : m.words[at].end] if at >= 0 else ""
    anaphoric = word in ("following", "previous", "preceding") or (
        m.has("the") and word == "next" and unit in ("D", "W", "M")
    )
    if m.get("STEP", 1) is not None and (word == "following" or (m.has("this") and not m.begins("this"))):
        return None  # "FOLLOWING last year's vote", "the LAST this century"
    if unit == "D" and word in ("past", "last", "present", "current", "coming", "this"):
        return None
    if m.begins("the") and word in ("last", "past") and c.following(m.span[1]) in ("of", "before"):
        return NOTHING  # "in the LAST WEEK OF his career"
    ahead = unit in ("W", "M") and word == "next" and base and near and near.last < base and c.direction(m) > 0
    if anaphoric and near and not ahead:
        return of(_beside(near, unit, step), "unit", full=True)
    if not base:
        return unknown(unit)
    if unit == "WE" and step == 0 and base.isoweekday() < 4 and c.direction(m) < 0:
        return weekend(c, -1)  # "met THIS WEEKEND", told on Monday
    return of(holding(unit, base).shift(step) if step else _running(m, c, unit, base), "unit", full=True)


def _running(m: Match, c: Context, unit: str, base: date) -> Period:
    """The unit that runs, the next week of what is told on Sunday to be still to come: "will meet THIS WEEK"."""
    ahead = unit == "W" and base.isoweekday() == SUNDAY and c.direction(m) > 0
    return holding(unit, base).shift(int(ahead))


def _beside(near: Period, unit: str, step: int) -> Period:
    start = near.last if step > 0 and unit == "D" else near.first
    return holding(unit, start).shift(step)


@reads("that|same UNIT", "the same UNIT", "that same UNIT", "that ORD UNIT")
def same_unit(m: Match, c: Context) -> Reading | None:
    """Reads "that day", "the same month" as the one named before."""
    unit = m.get("UNIT")
    near = c.near(m.span[0])
    if unit not in _ON_CALENDAR or unit in ("H", "C") or (unit == "Q" and not c.quarter):
        return None
    if unit == "Q":
        return of(c.quarter, "unit", full=True)
    order = ("D", "W", "M", "Q", "S", "H", "Y", "E", "C")
    if near and near.unit in order and order.index(near.unit) <= order.index(unit if unit != "WE" else "W"):
        return of(holding(unit, near.first), "unit", full=True)
    if near and unit == "D":
        return None
    return of(holding(unit, c.today), "unit", full=True) if c.today and not m.has("that") else None


@reads("the same UNIT of? STEP year", "the same UNIT QTY year ago|earlier")
def same_unit_then(m: Match, c: Context) -> Reading | None:
    """Reads "the same month last year" by the month named before."""
    near, step = c.near(m.span[0]), m.get("STEP") if m.has("STEP") else -1
    if m.get("UNIT") != "M" or near is None or near.unit not in ("D", "M") or not c.today:
        return None
    return of(Period("M", date(c.today.year + step, near.first.month, 1)), "month", full=True)


@reads("the UNIT", "the full|fiscal|whole|entire UNIT", "the new fiscal|financial year")
def the_unit(m: Match, c: Context) -> Reading | None:
    """Reads "the week", "the year", "the weekend" as the current one; see `weekend`."""
    unit = m.get("UNIT")
    behind = c.following(m.span[1])
    if unit in ("W", "M", "Y") and (
        behind in ("ending", "ended") or (unit == "Y" and _YEAR_TO.match(c.low, m.span[1]))
    ):
        return Reading("DURATION", duration_value(1, unit))
    over = unit == "WE" and c.previous(m.span[0]).lower() == "over"  # "arrived over the weekend after the vote"
    if unit not in ("W", "WE", "Y", "M") or (behind in ("of", "that", "when", "before", "after", "long") and not over):
        return None
    if _is_prize(m, c):
        return NOTHING
    if not c.today:
        return unknown(unit)
    return weekend(c, c.direction(m)) if unit == "WE" else of(_running(m, c, unit, c.today), "unit", full=True)


def _is_prize(m: Match, c: Context) -> bool:
    """Whether it ends what a prize is called: "the player of the YEAR", not "the winter of the year"."""
    before = c.low[max(0, m.span[0] - PRIZE) : m.span[0]].split()[-2:]
    return len(before) > 1 and before[1] == "of" and before[0] in neighbours("honour")


def weekend(c: Context, direction: int) -> Reading | None:
    """The weekend that is over or runs, or the one ahead."""
    if not c.today:
        return unknown("WE")
    ahead = c.today.isoweekday() == SUNDAY and direction > 0  # "will visit Oslo AT THE WEEKEND", told on Sunday
    here = holding("WE", c.today).shift(int(ahead))
    return of(here.shift(-1) if here.first > c.today and direction <= 0 else here, "unit", full=True)


@reads(
    "QTY UNIT|UNITS ago",
    "UNITS ago",
    "QTY UNIT and QTY half? ago",
    "QTY UNIT|UNITS or so ago",
    "a quarter of? a? century ago",
)
def ago(m: Match, c: Context) -> Reading | None:
    """Reads "three days ago", "a year and a half ago", "years ago"."""
    quantity, unit = m.get("QTY"), "C" if m.has("quarter") else m.get("UNIT") or m.get("UNITS")
    if quantity is None or quantity.number is None:
        return Reading("DATE", "PAST_REF")
    number = 0.25 if m.has("quarter") else quantity.number + (0.5 if m.has("and") else 0)
    if unit.startswith("T"):
        return (
            of(Period("D", c.today - timedelta(hours=number if unit == "TH" else 0)), "day")
            if c.today
            else unknown("D")
        )
    if not c.today:
        return unknown(unit)
    return _back(c, c.today, unit, number, about=quantity.about or m.has("so"))


@reads("QTY week|weeks ago WEEKDAY|today", "QTY year|years ago STEP UNIT")
def ago_then(m: Match, c: Context) -> Reading | None:
    """Reads "a week ago Friday", "two years ago this month"."""
    number = m.get("QTY").number
    if not c.today or not number or number != int(number):
        return None
    if m.has("STEP"):
        then = holding(m.words[m.last].values["UNIT"], c.today).shift(m.get("STEP"))
        return of(then.months_on(-12 * int(number)), "unit", full=True)
    back = (c.today.isoweekday() - (m.get("WEEKDAY") or c.today.isoweekday())) % 7
    return of(Period("D", c.today - timedelta(back + 7 * int(number))), "day", full=True)


def _back(c: Context, day: date, unit: str, number: float, *, about: bool) -> Reading | None:
    if unit == "Y" and number == 1 and c.compared:
        return of(c.compared.months_on(-12), "", full=True)
    reading = of(moved(day, unit, -number), "", full=True)
    if reading and unit == "Y" and number == 1:
        month = holding("M", day).shift(-12)
        return reading._replace(edtf=month.edtf + "~")
    if reading and about and reading.period and reading.period.unit != "W":
        return reading._replace(edtf=f"{reading.edtf}~")
    return reading if about else _by_weeks(reading, day, unit, -number)


def _by_weeks(reading: Reading | None, day: date, unit: str, count: float) -> Reading | None:
    """A reading by whole weeks, whose value is a week, with the day that one counts to."""
    if reading is None or unit not in ("W", "F") or count != int(count):
        return reading
    there = Period("D", day + timedelta(int(count) * (14 if unit == "F" else 7)))
    return reading._replace(edtf=f"{there.edtf}~", period=there)


@reads(
    "QTY UNIT|UNITS earlier|later|afterward|afterwards|thereafter", "QTY UNIT|UNITS before|after", "UNITS later|earlier"
)
def away(m: Match, c: Context) -> Reading | None:
    """Reads "a day earlier", "two years later" from the date named before; "a day later than planned" is no date."""
    behind = c.following(m.span[1])
    if behind == "than" or (m.has("before", "after") and (behind or m.after)):
        return None
    quantity, unit = m.get("QTY"), m.get("UNIT") or m.get("UNITS")
    sign = -1 if m.has("earlier", "before") else 1
    if quantity is None or quantity.number is None:
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    near = c.near_told(m)
    if unit.startswith("T"):
        return of(near if near and near.unit == "D" else None, "")
    if unit == "Y" and sign < 0 and quantity.number == 1 and c.compared:
        return of(c.compared.months_on(-12), "", full=True)
    base = near or (holding("D", c.today) if c.today else None)
    if not base:
        return unknown(unit)
    if c.today and base.unit == "Q" and unit == "Y" and sign < 0:  # figures of the year beside those of a quarter
        return of(holding("Y", c.today).shift(-int(quantity.number)), "", full=True)
    if base.unit in ("M", "Q", "S", "Y", "H") and unit in ("Y", "E"):
        on = base.months_on(int(sign * quantity.number * (12 if unit == "Y" else 120)))
        # "came in May 2014 and again FIVE YEARS LATER": the month is not told
        vague = c.today and base.unit == "M" and quantity.number > 1
        return of(holding("Y", on.first) if vague else on, "", full=True)
    if base.unit in ("M", "Y") and unit in _WITHIN[base.unit]:  # "in May … four days later" is in May, or in June
        if base.unit == "Y" and c.direction(m) >= 0:
            return NOTHING  # "as he did in 2007 … Ten days later envoys go to Oslo"
        then = moved(base.first + (base.last - base.first) / 2, unit, sign * quantity.number)
        return of(holding(base.unit, then.first), "", full=True) if then else None
    reading = of(moved(base.first, unit, sign * quantity.number), "", full=True)
    counted = base.unit == "D" and not quantity.about
    return _by_weeks(reading, base.first, unit, sign * quantity.number) if counted else reading


@reads("QTY UNIT|UNITS from now|today|RELDAY", "QTY UNIT|UNITS hence", "QTY UNIT|UNITS from WEEKDAY")
def ahead(m: Match, c: Context) -> Reading | None:
    """Reads "two weeks from now", "a week from Monday"."""
    quantity, unit = m.get("QTY"), m.get("UNIT") or m.get("UNITS")
    if m.has("WEEKDAY") and c.previous(m.span[0]).lower() == "for":
        return None  # "for two days from Tuesday"
    if quantity.number is None:
        return Reading("DATE", "FUTURE_REF")
    if not c.today:
        return unknown(unit)
    if (weekday := m.get("WEEKDAY")) is not None and (start := c.weekday(weekday, 1)):
        days = {"D": 1, "W": 7, "F": 14}.get(unit, 0)
        return of(start.shift(int(days * quantity.number)), "day") if days else None
    return of(moved(c.today, unit, quantity.number), "", full=True)


@reads("(in|within) QTY UNIT|UNITS POSS time")
def in_time(m: Match, c: Context) -> Reading | None:
    """Reads "in a week's time" as the day that one counts to."""
    quantity, unit = m.get("QTY"), m.get("UNIT") or m.get("UNITS")
    if not c.today or quantity.number is None or unit in {"Q", "TH", "TM", "TS"}:
        return None
    return _by_weeks(of(moved(c.today, unit, quantity.number), "", full=True), c.today, unit, quantity.number)


@reads("(in) QTY UNIT|UNITS")
def due(m: Match, c: Context) -> Reading | None:
    """Reads "in two weeks" as that day where the clause is ahead: "the talks will resume in two weeks"."""
    quantity, unit = m.get("QTY"), m.get("UNIT") or m.get("UNITS")
    if not c.today or quantity.number is None or unit in {"Q", "TH", "TM", "TS"} or c.direction(m) <= 0:
        return None
    if c.following(m.span[1]) in ("of", "or") or c.leads_to(m) or _COUNTED.search(c.sentence(*m.span)[0]):
        return None
    reading = of(moved(c.today, unit, quantity.number), "", full=True)
    return _by_weeks(reading, c.today, unit, quantity.number)


@reads("the day before|after", "the? ORD day", "the? next|following day")
def beside(m: Match, c: Context) -> Reading | None:
    """Reads "the day before" where no noun follows, "the next day"."""
    if m.has("ORD") or (m.has("before", "after") and not stands_alone(m, c)):
        return None
    near = c.near_told(m) or (holding("D", c.today) if c.today else None)
    if not near or near.unit != "D":
        return unknown("D") if not near else None
    return of(near.shift(-1 if m.has("before") else 1), "day", full=True)


@reads("the UNIT before|after")
def before_that(m: Match, c: Context) -> Reading | None:
    """Reads "the month before", "the year after" where no noun follows, of the date named before."""
    unit, near = m.get("UNIT"), c.near_told(m) if m.has("before") else c.near(m.span[0])
    fits = near is not None and (near.last - near.first).days <= {"W": 7, "M": 31, "Y": 366}.get(unit, -1)
    if near is None or not fits or not stands_alone(m, c):  # "in 1998 … The week before" is none before a year
        return None
    return of(holding(unit, near.first).shift(-1 if m.has("before") else 1), "unit", full=True)


@reads("the? STEP QTY UNITS", "the? STEP UNITS", "QTY STEP UNITS")
def stretch(m: Match, c: Context) -> Reading | None:
    """Reads "the past three months", "the next few days": a duration that ends or begins now."""
    quantity, unit, step = m.get("QTY"), m.get("UNITS"), m.get("STEP")
    if step == 0 or (quantity and quantity.about and not m.has("the")):  # "to last at least two days"
        return None
    if not m.has("the") and c.low[: m.span[0]].split()[-1:] in _TO_LAST:  # "the visit will last three days"
        return None
    if quantity is None:
        return Reading("DATE", "PAST_REF" if step < 0 else "FUTURE_REF")
    value = duration_value(quantity.number, unit)
    edtf = None
    if c.today and quantity.number and unit in _ON_CALENDAR and unit != "WE":
        other = moved(c.today, unit, step * quantity.number)
        grain = "D" if unit in ("D", "W", "F") else other.unit if other else "D"
        if unit in ("W", "F"):
            other = Period("D", c.today + timedelta(int(step * quantity.number * (7 if unit == "W" else 14))))
        if other:
            edtf = through(*sorted((holding(grain, c.today), other), key=lambda p: p.first))
    return Reading("DURATION", value, edtf)


@reads("UNIT end", "UNIT POSS end", "the? end of the UNIT", "the? SHADE of the UNIT", "SHADE in|of the UNIT")
def unit_end(m: Match, c: Context) -> Reading | None:
    """Reads "year-end", "the end of the month", "earlier in the year"."""
    if (unit := m.get("UNIT")) not in ("W", "M", "Q", "Y", "E", "C", "D"):
        return None
    if unit == "D":  # "earlier in the day", but not "at the end of the day"
        apart = c.latest is not None and "\n\n" in c.text[c.last_end : m.span[0]]
        near = (c.latest if apart else c.day_of_news(m)) or (c.today and holding("D", c.today))
        return of(near, "day") if near and near.unit == "D" and m.has("SHADE") else None
    if not c.today:
        return unknown(unit)
    if unit == "Y" and m.has("end") and not m.has("of"):
        return of(Period("D", holding("Y", c.today).last), "unit", full=True)
    return of(_running(m, c, unit, c.today), "unit", full=True)
