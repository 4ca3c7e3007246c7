"""Dates that hang on a known event: "the 70th anniversary of the end of the Korean War", "since the Soviet collapse".

Reads the names of `data/anchors.csv` behind an anniversary, a phase ("the onset of"), a distance ("two years after",
"the year before"), "since" and "during". A name by itself is no date.
year before"), "since" and "during". A name by itself is no date.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dipevents.lexicon import read_table, read_words
from dipevents.mentions.dates.mention import DateMention
from dipevents.mentions.dates.period import Period, holding, through
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_anchored", "with_years"]


class _Anchor(NamedTuple):
    start: date
    end: date | None


_PHASE = (
    r"(?:the\s)?(?:(?P<first>onset|outbreak|start|beginning|eruption|advent)"
    r"|(?P<final>end|conclusion|close|signing|finish))\sof\s"
)
_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "E"}
_LEAD = re.compile(
    r"(?:(?P<annual>(?:the\s)?(?P<nth>\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)\sanniversary\sof\s)"
    r"|(?P<away>(?P<count>\d{1,4}|[a-z]+)\s(?P<unit>day|week|month|year|decade)s?\s(?P<side>after|before|since|following)\s)"
    r"|(?P<since>since\s)|(?P<during>during\s))?"
    rf"(?P<phase>{_PHASE})?(?:the\s)?$"
)


@cache
def _table() -> tuple[re.Pattern[str], dict[str, _Anchor]]:
    anchors: dict[str, _Anchor] = {}
    for row in read_table("anchors"):
        anchor = _Anchor(date.fromisoformat(row["start"]), date.fromisoformat(row["end"]) if row["end"] else None)
        for name in (row["name"].lower(), *filter(None, row["also"].split("|"))):
            anchors[name] = anchor
    names = sorted(anchors, key=lambda name: (-len(name), name))
    # The word before is the last one of every lead in `_LEAD`: few places have it, so that the names are seldom tried.
    choice = "|".join(re.escape(name) for name in names)
    return re.compile(rf"\b(?:of|the|since|during|after|before|following)\s({choice})\b"), anchors


def find_anchored(text: str, low: str) -> Iterator[DateMention]:
    """The temporal expressions that hang on a known event, in text order."""
    pattern, anchors = _table()
    free = 0
    for hit in pattern.finditer(low):
        at, end = hit.span(1)
        begin = max(free, at - 90)
        lead = _LEAD.search(low[begin:at])
        if not lead or not lead.group().strip():
            continue
        try:
            read = _reading(lead, anchors[hit[1]])
        except (ValueError, OverflowError):
            continue
        if read:
            edtf, timex = read
            skip = len(lead["since"] or lead["during"] or "")
            start = begin + lead.start() + skip
            lasting = edtf.endswith("..")  # "since the war"; what was "during the war" need not have filled it
            when = EventDate(edtf=edtf, frame=not lasting).quoting(Evidence.of(text, start, end))
            free = end
            yield DateMention(
                start=start, end=free, text=text[start:free], when=when, timex_type="DATE", timex_value=timex
            )


def _reading(lead: re.Match[str], anchor: _Anchor) -> tuple[str, str] | None:
    """The EDTF string and the TIMEX3 value of a lead before an anchor."""
    point = anchor.start if lead["first"] else anchor.end if lead["final"] else None
    if lead["annual"]:
        number = _number(lead["nth"])
        day = Period("D", point or anchor.start)
        return (same := day.months_on(12 * number).edtf, same) if number else None
    if lead["away"]:
        return _away(lead, point, anchor)
    if lead["during"] and anchor.end and not lead["phase"]:
        span = through(Period("D", anchor.start), Period("D", anchor.end))
        return span, span
    if lead["since"]:
        begin = point or anchor.end or anchor.start
        return f"{Period('D', begin).edtf}/..", Period("D", begin).edtf
    return (Period("M", point).edtf, Period("M", point).edtf) if point else None


def _away(lead: re.Match[str], point: date | None, anchor: _Anchor) -> tuple[str, str] | None:
    side = -1 if lead["side"] == "before" else 1
    number = _number(lead["count"]) or (1 if lead["count"] in ("the", "a", "an") else 0)
    base = point or (anchor.start if side < 0 else anchor.end)
    unit = _UNITS[lead["unit"]]
    if not base or not number:
        return None
    if lead["side"] == "since":
        return None
    if unit == "E":
        unit, number = "Y", 10 * number
    period = holding(unit, base).shift(side * number) if unit != "D" else Period("D", base + timedelta(side * number))
    return period.edtf, period.timex


def _number(word: str) -> int:
    """What "70th", "seventieth", "two" or "15" counts; 0 where it is no number."""
    if word[:1].isdigit():
        return int(re.sub(r"\D", "", word))
    words = read_words("dates")
    numbers, ordinals = words["number"], words["ordinal"]
    tens, _, rest = word.partition("-")
    if rest:
        return int(numbers[tens] + (numbers.get(rest) or ordinals.get(rest, 0))) if tens in numbers else 0
    return int(numbers.get(word) or ordinals.get(word, 0))


def with_years(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """The mentions, with the year of an anniversary given to days of unknown year in its sentence."""
    out = list(mentions)
    for one in mentions:
        if "anniversary" not in one.text or not one.when:
            continue
        year = one.timex_value[:4]
        for i, other in enumerate(out):
            gap = text[min(one.end, other.end) : max(one.start, other.start)]
            if (
                other.timex_value.startswith("XXXX-")
                and other.when
                and len(gap) < 300
                and not re.search(r"[.!?]\s+[A-Z]|\n", gap)
            ):
                out[i] = _in_year(other, year)
    return out


def _in_year(one: DateMention, year: str) -> DateMention:
    if not one.when:
        return one
    try:
        when = EventDate(edtf=one.when.edtf.replace("XXXX", year), frame=one.when.frame).quoting(*one.when.evidence)
    except ValueError:  # no such day in that year
        return one
    return replace(one, when=when, timex_value=one.timex_value.replace("XXXX", year))
