"""Neighbouring dates that are one: ranges, a time of day with its day, the words that shade, open or soften a date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dipevents.mentions.dates.grammar import Reading
from dipevents.mentions.dates.period import Period, through
from dipevents.mentions.dates.words import LITERALS

if TYPE_CHECKING:
    from collections.abc import Callable

    from dipevents.mentions.dates.words import Word

__all__ = ["Found", "ends_of", "joined"]

_JOINTS = frozenset(("to", "through", "until", "till", "and", "the", "from", "between", "of", "on", "in", "at"))
_SOFT = frozenset(("about", "around", "circa", "roughly", "approximately"))
_OPEN = frozenset(("since", "until", "till", "by", "through"))
_EDGES = _SOFT | _OPEN
LITERALS.update(_JOINTS | _EDGES)
_LINKS = frozenset(("to", "through", "until", "till", "and"))
_LISTING = frozenset(("and", "or", "COMMA"))
_DESCRIBING = frozenset(("UNIT", "UNITS", "ago", "earlier", "old", "long"))
_NUMBERS = frozenset(("DAY", "NTH", "TWO"))
_AT = frozenset(("at", "by", "from", "until", "since"))
_ADVERBS = frozenset(("early", "late", "mid", "earlier", "later", "sometime"))


class Found(NamedTuple):
    """A reading of the words `first` to `last` of a segment."""

    first: int
    last: int
    reading: Reading


def joined(words: list[Word], found: list[Found]) -> list[Found]:
    """The readings of one segment, with those joined that belong together."""
    found = [one for one in _paired(words, found, _time_of_day) if one.reading.form != "loose"]
    found = _paired(words, _shades(words, found), _range)
    return [_bare(words, one) for one in _edges(words, _listed(words, found))]


def _bare(words: list[Word], one: Found) -> Found:
    """Leaves out the article of what describes a noun: "the EIGHT-YEAR war"."""
    first, last = words[one.first].values, words[one.last].values
    before_last = words[one.last - 1].values
    quantity = before_last.get("QTY")
    hyphened = "HYPHEN" in before_last and not last.keys().isdisjoint(_DESCRIBING)
    several = "UNIT" in last and quantity is not None and quantity.number not in (None, 0.5, 1)  # "the two day trip"
    led = one.last > one.first + 1 and not first.keys().isdisjoint(("the", "a", "an"))
    describes = (hyphened or several) and led and words[one.first + 1].values.keys().isdisjoint(("half", "HYPHEN"))
    return one._replace(first=one.first + 1) if describes else one


def _between(words: list[Word], left: Found, right: Found) -> list[frozenset[str]]:
    return [frozenset(w.values) for w in words[left.last + 1 : right.first]]


def _paired(
    words: list[Word], found: list[Found], pair: Callable[[list[Word], Found, Found], Found | None]
) -> list[Found]:
    """Joins each to the one before it where they are a pair."""
    out: list[Found] = []
    for one in found:
        if out and (joint := pair(words, out[-1], one)):
            out[-1] = joint
        else:
            out.append(one)
    return out


def _is_day(reading: Reading) -> bool:
    return (reading.kind == "DATE" and reading.form in ("day", "weekday")) or (
        reading.period is not None and reading.kind == "DATE" and reading.period.unit == "D"
    )


def _time_of_day(words: list[Word], left: Found, right: Found) -> Found | None:
    """A time of a day: "Friday" with "evening" or "noon", "10 p.m." with "on Wednesday"."""
    gap = _between(words, left, right)
    if len(gap) > 3 or any(
        not names & {"on", "of", "COMMA", "the", "HYPHEN", "at", "in", "SHADE", "ZONE"} for names in gap
    ):
        return None
    for day, time in ((left, right), (right, left)):
        if _is_day(day.reading) and time.reading.form in ("time", "loose"):
            part = time.reading.timex.split("T", 1)[1]
            timex = f"{day.reading.timex}T{part}"
            return Found(left.first, right.last, day.reading._replace(kind="TIME", timex=timex, form="day"))
    return None


def _range(words: list[Word], left: Found, right: Found) -> Found | None:
    """The joint of "from Monday to Thursday", "between March and May 2019", "Oct. 30 - Nov. 2"."""
    gap = _between(words, left, right)
    lead = frozenset(words[left.first - 1].values) if left.first else frozenset()
    if not gap or len(gap) > 2 or not (left.reading.period and right.reading.period):
        return None
    if any(names.isdisjoint(_LINKS) and not names & {"DASH", "the"} for names in gap):
        return None
    joint = gap[0]
    linked = (
        ("DASH" in joint and _alike(left, right))
        or (
            joint & {"to", "until", "till", "through"}
            and ("from" in lead or (_alike(left, right) and joint & {"to", "through"}))
        )
        or ("and" in joint and "between" in lead)
    )
    if not linked or left.reading.kind != "DATE" or right.reading.kind != "DATE" or left.reading.edtf is None:
        return None
    begin, end = _agreed(left.reading, right.reading)
    if begin is None or end is None or (begin.first >= end.first and begin.last >= end.last):
        return None
    reading = Reading("DATE", f"{begin.timex}/{end.timex}", through(begin, end), begin, "range", full=True)
    return Found(left.first, right.last, reading)


def ends_of(words: list[Word], found: Found) -> tuple[Found, ...]:
    """The two dates of a range that are one each by themselves: "May 3 to June 5", but not "May 3 to 5", "2013-14"."""
    joint = range(found.first + 1, found.last) if found.reading.form == "range" else ()
    at = next((i for i in joint if not _LINKS.isdisjoint(words[i].values)), None)
    sides = ((found.first, at - 1), (at + 1, found.last)) if at is not None else ()
    if not sides or any(a == b and not words[a].values.keys().isdisjoint(_NUMBERS) for a, b in sides):
        return (found,)
    values = found.reading.timex.split("/")
    return tuple(Found(a, b, found.reading._replace(timex=value)) for (a, b), value in zip(sides, values, strict=True))


def _listed(words: list[Word], found: list[Found]) -> list[Found]:
    """Gives months and days the year, and weekdays the week, of the last in their list: "in May and June of 2022"."""
    out = found[:]
    for i in range(len(out) - 2, -1, -1):
        left, right = out[i], out[i + 1]
        gap = _between(words, left, right)
        led = right.reading.form == "weekday" and "WEEKDAY" not in words[right.last].values  # "Friday last week"
        alike = left.reading.form == right.reading.form and (led or right.reading.form in ("month", "day"))
        if not alike or left.reading.full or not right.reading.full:
            continue
        if not 0 < len(gap) < 4 or not gap[0] & _LISTING or any(not n & {"in", "on", *_LISTING} for n in gap):
            continue
        begin, _ = _agreed(left.reading, right.reading)
        if begin is not None:
            reading = left.reading._replace(timex=begin.timex, edtf=begin.edtf, period=begin, full=True)
            out[i] = left._replace(reading=reading)
    return out


def _alike(left: Found, right: Found) -> bool:
    """Whether both are written the same way."""
    return bool(left.reading.form) and left.reading.form == right.reading.form


def _agreed(left: Reading, right: Reading) -> tuple[Period | None, Period | None]:
    """Both ends in the same year or week: "between March and May 2019", "from Friday to Monday"."""
    begin, end = left.period, right.period
    if begin is None or end is None:
        return None, None
    try:
        if right.full and not left.full and left.form in ("month", "day"):
            begin = _in_year(begin, end.first.year)
            if begin.first > end.first:
                begin = _in_year(begin, end.first.year - 1)
        elif left.full and not right.full and right.form in ("month", "day"):
            end = _in_year(end, begin.first.year)
        if right.full and not left.full and left.form == right.form == "weekday":  # "from Monday to Friday last week"
            begin = Period("D", date.fromordinal(end.first.toordinal() - (end.first - begin.first).days % 7))
        if end.first < begin.first and right.form == "weekday":
            end = Period("D", date.fromordinal(end.first.toordinal() + 7))
        elif begin.first > end.first and left.form == right.form and left.form in ("month", "day"):
            begin = _in_year(begin, begin.first.year - 1)
        elif left.form == right.form == "weekday" and (end.first - begin.first).days > 6:
            end = Period("D", date.fromordinal(end.first.toordinal() - 7))  # that of "until" looks ahead by itself
    except (ValueError, OverflowError):
        return None, None
    return begin, end


def _in_year(period: Period, year: int) -> Period:
    return Period(period.unit, period.first.replace(year=year))


def _shades(words: list[Word], found: list[Found]) -> list[Found]:
    """Takes "early", "the end of", "mid-" before a date into it; its value stays."""
    out: list[Found] = []
    free = 0
    for one in found:
        first = one.first
        if one.reading.kind in ("DATE", "TIME"):
            first = _shade(words, one.first, free)
        out.append(one._replace(first=first))
        free = one.last + 1
    return out


def _shade(words: list[Word], first: int, free: int) -> int:
    i = first - 1
    while i > free and words[i].values.keys() & {"HYPHEN", "of", "the", "in", "on", "COMMA"} and first - i < 3:
        i -= 1
    if i < free or "SHADE" not in words[i].values:
        return first
    led = words[i + 1].values.keys() & {"of", "HYPHEN"}  # "end-July"
    at_end = i > free and "end" in words[i].values and words[i - 1].values.keys() & _AT  # "at end 1986"
    if not led and not at_end and words[i].values["SHADE"] not in _ADVERBS:  # "will start Sunday"
        return first
    if i > free and "the" in words[i - 1].values:
        i -= 1
    return i


def _edges(words: list[Word], found: list[Found]) -> list[Found]:
    """Opens a date behind "since", "until" and "by", and marks one behind "around", a part of it, as approximate."""
    out: list[Found] = []
    for one in found:
        reading = one.reading
        i = one.first - 1
        if i >= 0 and "the" in words[i].values:
            i -= 1
        lead = words[i].values if i >= 0 else {}
        if reading.kind in ("DATE", "TIME") and reading.edtf and not lead.keys().isdisjoint(_EDGES):
            reading = reading._replace(edtf=_edge(reading.edtf, lead.keys()))
        around = reading.kind in ("DATE", "TIME") and "around" in lead and i == one.first - 1  # "around the May vote"
        out.append(one._replace(reading=reading, first=i if around else one.first))
    return out


def _edge(edtf: str, lead: object) -> str:
    names = set(lead)  # type: ignore[call-overload]
    begin, _, end = edtf.partition("/")
    if names & _SOFT:
        return (
            "/".join(part if part.endswith("~") or ".." in part else part + "~" for part in edtf.split("/"))
            if "X" not in edtf
            else edtf
        )
    if "since" in names:
        return f"{begin}/.."
    return f"../{end or begin}"
