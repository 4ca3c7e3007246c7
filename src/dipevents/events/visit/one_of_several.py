"""One date of the several that the clause of a visit has.

on Monday and Tuesday                   both days
in May or June                          the months of which it is one
this week, starting on Thursday         the day, not the week that it is in
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dipevents.models.event_date import EventDate

if TYPE_CHECKING:
    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions

__all__ = ["both_days", "closest_first", "either_of"]

BESIDE = 30
"""Characters between a week and the day of it that is told with it."""
_JOINT = 2
"""Words between two dates of which either is meant: "or in"."""


def closest_first(dated: list[DateMention]) -> list[DateMention]:
    """The dates with a day before the week or month that it is in: "will come THIS WEEK, starting on THURSDAY"."""
    wide, end = (dated[0].when, dated[0].end) if dated else (None, 0)
    behind = [m for m in dated[1:] if 0 < m.start - end <= BESIDE]  # not "came on MONDAY, is due LATER THIS WEEK"
    day = next((m for m in behind if m.when and m.when.is_day and wide and wide.contains(m.when)), None)
    return dated if day is None or wide is None or wide.is_day else [day, *(m for m in dated if m is not day)]


def both_days(mentions: Mentions, dated: list[DateMention]) -> EventDate | None:
    """One interval of the days told in one breath: "Monday and Tuesday", "Monday, Tuesday and Wednesday"."""
    days = sorted((m for m in dated if m.when is not None and m.when.is_day), key=lambda m: m.start)
    for at, (one, other) in enumerate(pairwise(days)):
        first, last = one.when, other.when
        if not _are_joined(mentions, one, other) or first is None or last is None or not first.ended_before(last):
            continue
        for then, after in pairwise(days[at + 1 :]):
            if not _are_joined(mentions, then, after) or after.when is None or not last.ended_before(after.when):
                break
            last = after.when
        return EventDate.spanning(first, last)
    return None


def either_of(mentions: Mentions, dated: list[DateMention]) -> EventDate | None:
    """One interval of two dates of which a visit has either: "late April OR EARLY MAY", "on Monday OR TUESDAY"."""
    for one, other in pairwise(sorted(dated, key=lambda m: m.start)):
        between = mentions.article.text[one.end : other.start].split()
        apart = one.when is not None and other.when is not None and one.when.ended_before(other.when)
        if apart and between[:1] == ["or"] and len(between) <= _JOINT:
            return EventDate.spanning(*(m.when for m in (one, other) if m.when is not None))
    return None


def _are_joined(mentions: Mentions, one: DateMention, other: DateMention) -> bool:
    """Whether nothing but a joint stands between two days."""
    between = mentions.article.text[one.end : other.start].split()
    return between in (["and"], ["and", "on"], [","], [",", "and"])
