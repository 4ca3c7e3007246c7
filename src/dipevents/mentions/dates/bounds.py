"""Dates that only bound a time, told by the words around them.

before June, prior to 3 May         ends before it
after 10 May                        begins after it
no later than 15 December           ends with it
a visit to Oslo (to 15 December)    ends with it
as of 1 January, from 2027 onwards, not before 3 March      begins with it

What a day is counted from or said of stays the day itself: "two days after 10 May", "after Monday's vote".
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from dipevents.mentions.dates.period import Period
from dipevents.models.event_date import EventDate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dipevents.mentions.dates.mention import DateMention

__all__ = ["bounded"]

REACH = 40
"""Characters before and behind a date that are looked at."""
_LEAD = re.compile(
    r"(?<![\w’'-])(?:(?P<no>not?)\s)?(?:"
    r"(?P<before>before|prior\sto|earlier\sthan)|(?P<after>after|later\sthan)|(?P<last>(?<=\()to)|(?P<from>as\s(?:of|from))|(?P<open>from)"
    r")\s(?:the\s)?$"
)
_COUNTED = re.compile(r"\b(?:minute|hour|day|night|morning|evening|week|weekend|month|year|decade)s?\s$")
_ONWARD = re.compile(r"\s(?:onwards?|forward)\b")
_ALONE = re.compile(
    r"\s*(?:$|[.,;:!?)\"”]|(?:a|after|an|and|as|at|because|before|but|by|for|he|if|in|it|on|or|she|so|that|the|their|they|to"
    r"|unless|until|when|which|while|who|with)\b)"
)
"""What may stand behind a date that describes no noun: not "after MONDAY talks", "before Friday’s vote"."""
_ENDING = re.compile(r"(?:the\s)?(?:very\s)?end\b")  # "before THE END of June" means in June
_PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}")


def bounded(low: str, mentions: list[DateMention]) -> Iterator[DateMention]:
    """The mentions, those with an open stretch as `when` that only bound a time; `low` is the text in lower case."""
    for mention in mentions:
        when = mention.when
        if when is None or not _PLAIN.fullmatch(when.edtf) or mention.timex_type != "DATE":
            yield mention
            continue
        edtf = _edtf(low, mention, when.edtf)
        opened = EventDate.from_edtf(edtf).quoting(*when.evidence) if edtf is not None else None
        yield mention if opened is None else replace(mention, when=opened)


def _edtf(low: str, mention: DateMention, plain: str) -> str | None:
    """The open interval that the words around a date make of it, or None."""
    lead = _LEAD.search(low, max(0, mention.start - REACH), mention.start)
    behind = low[mention.end : mention.end + REACH]
    if lead is None or _COUNTED.search(low, max(0, lead.start() - REACH), lead.start()):
        return None
    if lead["open"]:
        return f"{plain}/.." if _ONWARD.match(behind) else None
    if not (_ALONE.match(behind) or _ONWARD.match(behind)) or (lead["before"] and _ENDING.match(mention.text)):
        return None
    if lead["from"] or (lead["no"] and lead["before"]):
        return f"{plain}/.."
    if lead["no"] or lead["last"]:
        return f"../{plain}"
    beside = _shifted(plain, -1 if lead["before"] else 1)
    if beside is None:
        return None
    return f"../{beside}" if lead["before"] else f"{beside}/.."


def _shifted(plain: str, by: int) -> str | None:
    """The next or the last year, month or day, or None where the calendar ends."""
    first = date.fromisoformat(f"{plain}-01-01"[: len("2025-05-10")])
    try:
        return Period("YMD"[plain.count("-")], first).shift(by).edtf
    except (ValueError, OverflowError):
        return None
