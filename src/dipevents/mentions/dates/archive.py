"""Columns of history: items of an old paper, which are read as on their own day, and lists of what a day has seen.

10 YEARS AGO (June 10, 1994): Carter will fly to Oslo next week      read as in a paper of that day
FROM OUR ARCHIVE, June 10, 1954: Holt flew to Lima yesterday         the same
50 YEARS AGO (June 10, 1954) / Holt flew to Lima yesterday            the same, below its own line
ON THIS DAY / 1972: Nixon arrives in Peking. / In 1995, …            the day of publication in that year
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.models.event_date import EventDate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from dipevents.mentions.dates.mention import DateMention

__all__ = ["archived", "on_this_day"]

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_ITEM = re.compile(
    r"^[^\w\n]*(?:[^\n.:(]{0,40}\byears ago\b|from (?:our|the) (?:archives?|files?|past)\b)[^\n.:(]{0,40}?\W{1,3}"
    rf"(?P<day>{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}})\)?(?: ?[:–—-]|(?P<line>[ \t]*\n))",
    re.I | re.M,
)
_LIST = re.compile(
    r"(?i)\W*(?:[^\n]{0,30}\b)?(?:on this (?:date|day)|(?:this (?:date|day)|today) in history)\b[^\n]{0,20}\n"
)
_WORD = re.compile(r"\w")
_OPENS = re.compile(r"(?i)(?:\A|[.\n])[^\w\n]*(?:in )?\Z")
_YEAR = re.compile(r"\d{4}")


def archived(text: str, day_of: Callable[[str], date | None]) -> Iterator[tuple[int, int, date]]:
    """Where the items of old papers stand in a text, and of which day each is.

    Args:
        text: The text.
        day_of: Reads a day of the calendar.

    Example:
        >>> from datetime import date
        >>> list(archived("10 YEARS AGO (June 10, 1994): Holt came.", lambda day: date(1994, 6, 10)))
        [(0, 40, datetime.date(1994, 6, 10))]
    """
    items = list(_ITEM.finditer(text))
    for item, behind in zip(items, [*items[1:], None], strict=False):
        if (day := day_of(item["day"])) is not None:
            first = _WORD.search(text, item.end())
            end = text.find("\n", first.start()) if first else -1
            end = behind.start() if item["line"] and behind else end
            yield item.start(), end if end > 0 else len(text), day


def on_this_day(text: str, today: date | None, mentions: Sequence[DateMention]) -> list[DateMention]:
    """The mentions, with the years of a list of what happened on a day made that day in each year."""
    if today is None or _LIST.match(text) is None:
        return list(mentions)
    return [_in_year(one, today) if _heads(text, one) else one for one in mentions]


def _heads(text: str, one: DateMention) -> bool:
    """Whether a year opens a sentence, set off from what happened in it: "1972: Nixon arrives", "In 1972, …"."""
    year = one.when is not None and _YEAR.fullmatch(one.when.edtf) is not None
    before = text[max(0, one.start - 20) : one.start]
    return year and text[one.end : one.end + 1] in {":", ","} and _OPENS.search(before) is not None


def _in_year(one: DateMention, today: date) -> DateMention:
    try:
        day = today.replace(year=int(one.timex_value)).isoformat()
    except ValueError:  # a 29 February
        return one
    when = EventDate(edtf=day).quoting(*one.when.evidence) if one.when is not None else None
    return replace(one, when=when, timex_value=day)
