"""Rules for durations, sets, times of day and vague times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.dates.grammar import NOTHING, Match, Reading, reads, stands_alone
from dipevents.mentions.dates.period import Period, duration_value, holding, through
from dipevents.mentions.dates.tense import neighbours

if TYPE_CHECKING:
    from dipevents.mentions.dates.context import Context

_STAYS = (
    "call",
    "money",
    "rate",
    "lending",
    "repurchase",
    "deposit",
    "stay",
    "stop",
    "visit",
    "trip",
    "rest",
    "halt",
    "train",
    "bus",
    "ferry",
    "flight",
    "journey",
    "express",
)
"""Behind "overnight": what lasts one night, whichever it is, and what banks lend for one."""


@reads(
    "the? QTY UNIT|UNITS",
    "the? QTY more|additional|further|full|whole|entire|consecutive|straight|successive|extra|calendar UNIT|UNITS",
    "the? QTY trading|working|long UNIT|UNITS",
    "the? QTY UNIT old|olds|long",
    "another QTY UNIT|UNITS",
    "the? ORD|latest|final QTY UNITS",
    "the? QTY UNITS or so",
    "the? year ago|earlier QTY UNITS",
)
def duration(m: Match, c: Context) -> Reading | None:
    """Reads "three days", "a two-week", "the first nine months", "at least 20 more years"."""
    quantity, unit = m.get("QTY"), m.get("UNIT") or m.get("UNITS")
    number = quantity.number
    single = number == 1 and m.has("UNIT")
    fraction = unit in ("Q", "H") and (m.has("UNIT") or number == 3)  # "three-quarters of", "a quarter"
    if (
        fraction
        or (unit == "TS" and m.has("UNIT"))
        or (single and unit == "WE")
        or (number and number >= 1000 and m.has("YEAR"))
    ):
        return None
    if unit == "Q" and number is None and c.low.startswith("some ", m.span[0]):
        return None  # "raised fears IN SOME QUARTERS"
    if unit == "M" and m.has("the") and number in (6, 9):
        c.compared = None
    of_old = c.following(m.span[1]) == "old" and not m.has("old")
    if unit == "Y" and m.has("old", "olds") and m.has("UNIT"):
        return NOTHING  # how old somebody is: "the 19-YEAR-OLD swimmer"
    if of_old or (number == 1 and quantity.about and m.has("UNITS")):  # "over a decades-old law"
        return None
    if single and m.begins("QTY") and c.low[m.words[m.first].start : m.words[m.first].end] in ("a", "an") and c.rate(m):
        return Reading("SET", duration_value(1, unit))
    return Reading("DURATION", duration_value(quantity.number, unit))


@reads("a quarter of? a? century", "a? half hour", "the|a|an? UNIT|UNITS old|long", "LONG")
def one_of_it(m: Match, c: Context) -> Reading | None:
    """Reads "a quarter of a century", "a half-hour", "the decade-old dispute", "the weeklong talks"."""
    words = c.low[slice(*m.span)]
    if m.has("quarter", "half"):
        return Reading("DURATION", "P25Y" if m.has("quarter") else "PT30M")
    if "-" not in words and not m.has("LONG"):
        return None
    unit = m.get("LONG") or m.get("UNIT") or m.get("UNITS")
    return Reading("DURATION", duration_value(None if m.has("UNITS") or words.endswith("slong") else 1, unit))


@reads("QTY and QTY half UNIT|UNITS", "QTY UNIT and QTY half", "QTY UNIT and QTY")
def duration_and_half(m: Match, _c: Context) -> Reading | None:
    """Reads "a minute and a half"."""
    half = m.get("QTY", 1)
    if not (half and (half.number == 0.5 or m.has("half"))):
        return None
    unit = m.get("UNITS") or m.get("UNIT", int(m.get("UNIT") == "H"))  # "two-and-a-HALF-year"
    return Reading("DURATION", duration_value(m.get("QTY").number + 0.5, unit))


@reads("(for|after|in|of|within|over|take|took|takes|several|many|recent|spent) UNITS")
def many(m: Match, c: Context) -> Reading | None:
    """Reads "for years", "in recent weeks"; not "after hours trading"."""
    behind = c.following(m.span[1])
    trades = bool(behind) and behind not in neighbours("no_noun")
    if m.get("UNITS") == "TH" and trades and m.before and "after" in m.before.values:
        return None
    if m.before and "recent" in m.before.values:
        return Reading("DATE", "PAST_REF")
    return Reading("DURATION", duration_value(None, m.get("UNITS")))


@reads(
    "recent UNITS",
    "recent UNITS and|or UNITS",
    "STEP UNITS",
    "these days",
    "the UNITS ahead",
    "the near|immediate? future",
    "the near|short|immediate term",
    "the past",
    "the future",
)
def vague(m: Match, c: Context) -> Reading | None:
    """Reads "recent years", "coming months", "these days", "the near future"."""
    if m.has("these"):
        return Reading("DATE", "PRESENT_REF")
    if m.has("past", "term") and not m.has("UNITS") and c.noun_follows(m):
        return None
    past = m.has("recent", "past") or (m.get("STEP") or 0) < 0
    return Reading("DATE", "PAST_REF" if past else "FUTURE_REF")


@reads(
    "REF",
    "as soon as possible",
    "right now",
    "at present",
    "at the moment",
    "at the present time",
    "(in) future",
    "(at|by|of) press time",
    "(at|by|of) the time of writing",
    "(of|at) this writing",
)
def reference(m: Match, c: Context) -> Reading | None:
    """Reads "now", "recently", "soon"; not "soon after the vote", "as soon as they land"."""
    if m.first == m.last and c.following(m.span[1]) in ("after", "before", "as", "afterward", "afterwards"):
        return None
    if m.has("REF"):
        return Reading("DATE", m.get("REF"))
    return Reading("DATE", "FUTURE_REF" if m.has("future") else "PRESENT_REF")


@reads("(the) current", "current", "recent")
def current(m: Match, c: Context) -> Reading | None:
    """Reads "current" and "recent" as words of time of their own; not "the most recent talks"."""
    if m.has("recent") and c.previous(m.span[0]).lower() in ("most", "more"):
        return None
    if m.has("current") and (
        c.text[m.span[0] - 1 : m.span[0]] == "-"
        or c.following(m.span[1]) in ("account", "accounts", "affairs", "events")
    ):
        return None
    return Reading("DATE", "PRESENT_REF" if m.has("current") else "PAST_REF")


@reads("(for|by|in|within|after) another UNIT", "(for|by|in|within|after) a further UNIT")
def another(m: Match, _c: Context) -> Reading:
    """Reads "for another year"; not "another day of protests"."""
    return Reading("DURATION", duration_value(1, m.get("UNIT")))


@reads("every|each UNIT", "every|each QTY UNIT|UNITS", "every|each other|ORD UNIT")
def each(m: Match, _c: Context) -> Reading | None:
    """Reads "every two weeks"."""
    quantity = m.get("QTY")
    number = quantity.number if quantity else 2 if m.has("other") else m.get("ORD") or 1
    last = m.words[m.last].values  # "every SECOND year"
    if last.get("UNIT") == "WE" and number == 1:
        return Reading("SET", "XXXX-WXX-WE")
    return Reading("SET", duration_value(number, last.get("UNIT") or last["UNITS"]))


@reads("every|each WEEKDAY", "WEEKDAYS", "WEEKDAYS PARTS", "WEEKDAY PARTS", "every|each WEEKDAY PART")
def each_weekday(m: Match, _c: Context) -> Reading | None:
    """Reads "each Thursday", "Mondays", "Tuesday nights"."""
    number = m.get("WEEKDAY") or m.get("WEEKDAYS")
    part = m.get("PARTS") or m.get("PART") or ""
    return Reading("SET", f"XXXX-WXX-{number}" + (f"T{part}" if part else ""))


@reads("every|each MONTH", "every|each SEASON", "every|each PART", "every HOLIDAY")
def each_month(m: Match, _c: Context) -> Reading | None:
    """Reads "each July", "every summer", "every morning"."""
    if m.has("MONTH"):
        return Reading("SET", f"XXXX-{m.get('MONTH'):02}")
    if m.has("SEASON"):
        return Reading("SET", f"XXXX-{m.get('SEASON')}")
    return Reading("SET", f"XXXX-XX-XXT{m.get('PART')}") if m.has("PART") else Reading("SET", "XXXX")


@reads("REPEATED")
def repeated(m: Match, c: Context) -> Reading | None:
    """Reads "daily", "annually"; not "the daily said", "the People's Daily"."""
    start, led = m.span[0], c.previous(m.span[0])
    paper = (
        led.lower() in ("the", "a", "an") or (led and c.text[start].isupper()) or c.following(m.span[1])[:1].isupper()
    )
    return None if paper or c.noun_follows(m) else Reading("SET", m.get("REPEATED"))


def _at(day: Period | None, part: str) -> Reading:
    value = f"{day.timex if day else 'XXXX-XX-XX'}T{part}"
    return Reading("TIME", value, day.edtf if day else None, day, "time")


@reads("this PART", "later|earlier this PART", "last night", "early this PART", "late last night")
def part_of_today(m: Match, c: Context) -> Reading | None:
    """Reads "this morning", "last night"."""
    if not c.today:
        return _at(None, m.get("PART"))
    return _at(Period("D", c.today).shift(-1 if m.has("last") else 0), m.get("PART"))


@reads("overnight")
def overnight(m: Match, c: Context) -> Reading | None:
    """Reads "overnight" as the night before the day that the text is at; not the length of "an overnight stay"."""
    led, behind = c.previous(m.span[0]).lower(), c.following(m.span[1])
    train = led == "the" and behind in {"from", "to"}  # "on THE OVERNIGHT FROM Oslo"
    if train or led.startswith(("stay", "remain")) or behind.startswith(_STAYS):
        return NOTHING
    near = c.near(m.span[0])
    day = near if near and near.unit == "D" else holding("D", c.today) if c.today else None
    before = day.shift(-1) if day else None
    return _at(before, "NI")._replace(edtf=through(before, day) if before and day else None)


@reads("PART", "SHADE PART")
def loose_part(m: Match, _c: Context) -> Reading | None:
    """Reads "evening", which is a time only beside a day: "Friday evening"."""
    return _at(None, m.get("PART"))._replace(form="loose")


@reads(
    "that PART",
    "the same PART",
    "(in|during|by|until|since) the PART",
    "(at|by|until|since|before|after) noon|midnight|midday|dawn|dusk|night",
)
def part_of_day(m: Match, c: Context) -> Reading | None:
    """Reads "in the morning", "at noon", "overnight" on the day that the text is at; a morning to come is the next."""
    if m.has("that", "the") and c.low.endswith("overnight", 0, m.span[1]):
        return None  # "said THAT overnight losses"
    near = c.near_told(m) if m.has("that", "same") else c.near(m.span[0])
    day = near if near and near.unit == "D" else holding("D", c.today) if c.today else None
    start, morning = m.span[0], m.get("PART") == "MO" and day is not None and day.last == c.today
    told = near is not None and c.in_sentence(m)  # "on Monday … in the morning"
    if day and morning and not told and c.previous(start) == "in" and c.direction(m) > 0:
        day = day.shift(1)  # "is expected IN THE MORNING", but "IN the morning he will see the king"
    return _at(day, m.get("PART"))


@reads("the next|following|previous|preceding PART", "the PART before")
def next_part(m: Match, c: Context) -> Reading | None:
    """Reads "the next morning", "the night before" of the day named before; not "the night before the vote"."""
    if m.has("before") and not stands_alone(m, c):
        return None
    step = 1 if m.has("next", "following") else -1
    told = step < 0 or c.direction(m) > 0  # "flew home THE NEXT MORNING": after a day that is not named
    near = c.near(m.span[0]) or (holding("D", c.today) if c.today and told else None)
    return _at(near.shift(step), m.get("PART")) if near and near.unit == "D" else None


@reads(
    "NUM|CLOCK MERIDIEM|am|pm ZONE?",
    "NUM|CLOCK MERIDIEM|am|pm local time",
    "NUM o’clock|o'clock",
    "CLOCK|HHMM ZONE",
    "CLOCK hours ZONE?",
    "(at|by|from|until|around|before|after) HHMM hours ZONE?",
    "(at) CLOCK",
)
def clock(m: Match, c: Context) -> Reading | None:
    """Reads a clock time on the day that the text is at; the zone is not reckoned."""
    near = c.near(m.span[0])
    day = near if near and near.unit == "D" else holding("D", c.today) if c.today else None
    token = (m.get("CLOCK") or m.get("HHMM") or "").replace(" ", "")
    if not token and "." in (half := c.low[m.words[m.first].start : m.words[m.first].end]):
        token = half.replace(".", ":")  # "9.30 p.m."
    hour = int(token.split(":")[0]) if token else int(m.get("NUM"))
    if hour > 24 or (not token and hour > 12):
        return None
    meridiem = (m.get("MERIDIEM") or ("am" if m.has("am") else "pm" if m.has("pm") else ""))[:1]
    if meridiem:
        hour = hour % 12 + (12 if meridiem == "p" else 0)
    minutes = token.split(":")[1] if token else "00"
    return _at(day, f"{hour:02}:{minutes}")
