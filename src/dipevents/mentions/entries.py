"""The date that heads an entry of a chronology or of a diary.

2004 - Kim visits Prague.                       before a dash or a colon: it dates its paragraph
Friday, May 17 / PRAGUE: Kim begins a visit.    on a line of its own, or a sentence: until the next date that heads one
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dipevents.mentions.dates import DateMention

if TYPE_CHECKING:
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Sentence

__all__ = ["date_of_entry"]

_LEAD = re.compile(r"[^\w\n]*")
_BEHIND = re.compile(r"[*)\]:.]*$|[*)\]]*\s*[-–—:]\s?")


@dataclass
class _Entries:
    """Where each entry of an article begins, its date, and whether that stands alone."""

    opened: list[tuple[int, DateMention, bool]]


def date_of_entry(mentions: Mentions, sentence: Sentence) -> tuple[DateMention, ...]:
    r"""The date that heads the entry in which a sentence stands; empty where none does.

    A page may carry a date alone on a line: it counts where there are several, and is not the day of publication.

    Example:
        >>> mentions = dipevents.Parser().read("1998\nKim visits Prague.\n\n2001\nKim visits Oslo.")
        >>> [date.text for sentence in mentions.sentences for date in date_of_entry(mentions, sentence)]
        ['1998', '1998', '2001', '2001']
    """
    table = mentions.shared.get(_Entries)
    if not isinstance(table, _Entries):
        table = _Entries([e for s in mentions.sentences for e in _opened(mentions, s)])
        mentions.shared[_Entries] = table
    entries = table.opened
    at = bisect_right(entries, sentence.start, key=lambda entry: entry[0]) - 1
    if at < 0:
        return ()
    start, date, alone = entries[at]
    several = len({one.when for _, one, _ in entries}) > 1
    if alone:
        today = date.when is not None and date.when.earliest == date.when.latest == mentions.published
        return (date,) if several and not today else ()
    inside = several and "\n" not in mentions.article.text[start : sentence.start]
    return (date,) if inside or start == sentence.start else ()


def _opened(mentions: Mentions, sentence: Sentence) -> list[tuple[int, DateMention, bool]]:
    """The entry that a sentence opens, if it does."""
    lead = _LEAD.match(mentions.article.text, sentence.start, sentence.end)
    at = lead.end() if lead else sentence.start
    dates = [d for d in mentions.dates_in(at, at + 1) if d.timex_type == "DATE" and d.when is not None]
    behind = _BEHIND.match(mentions.article.text, dates[0].end, sentence.end) if dates else None
    return [(sentence.start, dates[0], behind.end() == sentence.end)] if behind is not None else []
