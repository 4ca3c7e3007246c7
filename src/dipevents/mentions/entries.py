"""The date that heads an entry of a chronology or of a diary.

2004 - Kim visits Prague.                       before a dash or a colon: it dates its paragraph
Friday, May 17 / PRAGUE: Kim begins a visit.    on a line of its own, or a sentence: until the next date that heads one
News agenda for Friday: / PRAGUE: Kim visits    in the heading of a list: until the next date that heads one
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dipevents.lexicon import read_words
from dipevents.mentions.dates import DateMention

if TYPE_CHECKING:
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Sentence

__all__ = ["date_of_entry", "is_listed"]

_LEAD = re.compile(r"[^\w\n]*")
_BEHIND = re.compile(r"[*)\]:.]*$|[*)\]]*\s*[-–—:]\s?")
_BULLETS = frozenset("•●▪◦‣∙■◆*+–—-")
WEEK = 7
SEVERAL = 2
"""Items that make a list."""
_OPENING = 3
"""Paragraphs of which one may say that a list follows."""
_LINE = 120
"""Characters of a line that says so."""


class _Entry(NamedTuple):
    """Where an entry begins, its date, and whether that stands alone, or in the heading of the whole list."""

    start: int
    date: DateMention
    alone: bool
    of_list: bool


@dataclass
class _Entries:
    """The entries of an article in text order, and whether it says itself that it is a list of what happens when."""

    opened: list[_Entry]
    is_list: bool


def date_of_entry(mentions: Mentions, sentence: Sentence, *, spoken: bool = False) -> tuple[DateMention, ...]:
    r"""The date that heads the entry in which a sentence stands; empty where none does.

    A page may carry a date alone on a line: it counts where there are several and it is not the day of publication, or
    where the page says that it is a list.

    Args:
        mentions: The article.
        sentence: One of its sentences.
        spoken: Whether what happens there is said by somebody: the heading of the whole list does not date that.

    Example:
        >>> mentions = dipevents.Parser().read("1998\nKim visits Prague.\n\n2001\nKim visits Oslo.")
        >>> [date.text for sentence in mentions.sentences for date in date_of_entry(mentions, sentence)]
        ['1998', '1998', '2001', '2001']
    """
    table = _table(mentions)
    entries = table.opened
    at = bisect_right(entries, sentence.start, key=lambda entry: entry.start) - 1
    if at < 0:
        return ()
    start, date, alone, of_list = entries[at]
    several = len({entry.date.when for entry in entries}) > 1
    if alone:
        today = date.when is not None and date.when.earliest == date.when.latest == mentions.published
        heads = not (of_list and spoken) and (table.is_list or (several and not today))
        return (date,) if heads else ()
    inside = several and "\n" not in mentions.article.text[start : sentence.start]
    return (date,) if inside or start == sentence.start else ()


def is_listed(mentions: Mentions, sentence: Sentence) -> bool:
    """Whether a sentence stands in an item of a list that heads items by places: "OSLO: Kim attends talks"."""
    return mentions.article.paragraphs[sentence.paragraph].place is not None and _table(mentions).is_list


def _table(mentions: Mentions) -> _Entries:
    table = mentions.shared.get(_Entries)
    if not isinstance(table, _Entries):
        table = mentions.shared[_Entries] = _entries_of(mentions)
    return table


def _entries_of(mentions: Mentions) -> _Entries:
    opened = [entry for sentence in mentions.sentences for entry in _opened(mentions, sentence)]
    text, paragraphs = mentions.article.text, mentions.article.paragraphs
    items = sum(p.place is not None or text[p.start] in _BULLETS for p in paragraphs)
    lists = [p for p in paragraphs[:_OPENING] if _says_list(text[p.start : p.end])]
    lists = lists if items + len(opened) >= SEVERAL else []  # "HIGHLIGHTS of her speech" may head one story
    for line in lists:
        days = [d for d in mentions.dates_in(line.start, line.end) if d.when is not None and d.when.is_day]
        if len(days) == 1:
            opened.append(_Entry(line.start, days[0], alone=True, of_list=True))
    if lists:
        opened = [entry._replace(date=_ahead(mentions, entry.date)) for entry in opened]
    return _Entries(sorted(opened, key=lambda entry: (entry.start, entry.of_list)), bool(lists))


def _ahead(mentions: Mentions, date: DateMention) -> DateMention:
    """The date, of a list of what is to come; the bare name of a day of the week means the next one there."""
    named = date.text.lower() in read_words("dates")["weekday"]
    if not named or date.when is None or not date.when.latest or not mentions.published:
        return date
    over = date.when.latest < mentions.published
    return replace(date, when=date.when.shifted(WEEK).quoting(*date.when.evidence)) if over else date


def _opened(mentions: Mentions, sentence: Sentence) -> list[_Entry]:
    """The entry that a sentence opens, if it does."""
    lead = _LEAD.match(mentions.article.text, sentence.start, sentence.end)
    at = lead.end() if lead else sentence.start
    dates = [d for d in mentions.dates_in(at, at + 1) if d.timex_type == "DATE" and d.when is not None]
    behind = _BEHIND.match(mentions.article.text, dates[0].end, sentence.end) if dates else None
    if behind is None:
        return []
    return [_Entry(sentence.start, dates[0], alone=behind.end() == sentence.end, of_list=False)]


def _says_list(line: str) -> bool:
    """Whether a line says that a list of what happens when follows: "Upcoming EVENTS in Asia on Friday:"."""
    return len(line) <= _LINE and line[-1] not in ".!?" and _listing().search(line.lower()) is not None


@cache
def _listing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(read_words('dates')['list']['words'])})\b")
