"""What the page shows of each event: its number, its words, its people, and the other articles that tell of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

from dipevents.export.text import headline
from dipevents.models.actor import Actor
from dipevents.models.event import Event
from dipevents.models.statement import Source
from dipevents.parties import participants
from dipevents.stories import Happening, merge
from dipevents.timeline import chronology

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.models.event_date import EventDate
    from dipevents.models.report import Report
    from dipevents.stories import Story

__all__ = ["KINDS", "Entry", "date_words", "entries_of", "safe"]

KINDS = ("visit", "warning", "arms_deal", "expert_opinion")
"""Event types that have a shape and a colour of their own; all others share one."""

_NO_HTML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One event on the page.

    Attributes:
        number: Its number on the page, from 1, in order of time.
        article: The number of its article, from 1.
        event: The event.
        source: The article.
        line: One line that says it.
        label: Its status, kind or stance in words, or "".
        happening: What other articles say of the same thing, or None.
        others: What stands for it in other articles, where all of them are one entry: article and event.
        is_first: Whether it is the telling that stands for the entry.
    """

    number: int
    article: int
    event: Event
    source: Source
    line: str
    label: str
    happening: Happening | None
    others: tuple[tuple[int, Event], ...] = ()
    is_first: bool = True

    def tellings(self, article: int) -> list[Entry]:
        """The entry as an article tells it."""
        told = [self] if self.article == article else []
        return told + [
            replace(self, article=n, event=event, is_first=False) for n, event in self.others if n == article
        ]

    @property
    def kind(self) -> str:
        """Its type as a class of the page's style sheet."""
        name = self.event.type_name()
        return name if name in KINDS else "other"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all actors in it, each once."""
        who = (part.who for part in participants(self.event))
        return tuple(dict.fromkeys(" ".join(one.name.split()) for one in who if isinstance(one, Actor)))

    @property
    def countries(self) -> tuple[str, ...]:
        """The codes of all countries in it, each once."""
        return tuple(dict.fromkeys(part.who.country for part in participants(self.event) if part.who.country))


def entries_of(reports: Sequence[Report], story: Story | None = None) -> tuple[Entry, ...]:
    """Every event of the reports, or every happening of their story, in order of time, undated ones last."""
    # By identity: equal events of two articles may have their words at different places.
    articles: dict[int, list[int]] = {}
    for number, report in enumerate(reports, 1):
        for event in report.events:
            articles.setdefault(id(event), []).append(number)
    happenings = _happenings(story or merge(list(reports)))
    # What all articles come to, and the event of the one whose words it has.
    if story:
        shown = [(one.event, one.telling.event) for one in story.happenings]
    else:
        shown = [(event, event) for event in chronology(list(reports))]
    entries = []
    for number, (event, own) in enumerate(shown, 1):
        article = articles[id(own)].pop(0)
        source = Source.of(reports[article - 1])
        line, label = headline(event)
        found = happenings.get((source, own.id))
        told = [one.event for one in found.statements if one.event is not own] if story and found else []
        others = tuple((articles[id(one)].pop(0), one) for one in told)
        entries.append(Entry(number, article, event, source, line, label, found, others))
    return tuple(entries)


def _happenings(story: Story) -> dict[tuple[Source, str], Happening]:
    """The things that more than one article tells of, by each of the statements."""
    return {
        (one.source, one.event.id): happening
        for happening in story.happenings
        if len(happening.statements) > 1
        for one in happening.statements
        if one.source
    }


def safe(text: str) -> str:
    r"""The text as HTML that shows it letter for letter, in an element or an attribute, and as nothing else.

    Control characters and lone surrogates, which a page cannot hold, become U+FFFD.

    Example:
        >>> safe("<script>\x00")
        '&lt;script&gt;\ufffd'
    """
    return escape(_NO_HTML.sub("\ufffd", text))


def date_words(when: EventDate | None) -> str:
    """A date in words, no more exact than it is.

    Example:
        >>> from dipevents.models import EventDate
        >>> [date_words(EventDate.from_edtf(edtf)) for edtf in ("2024-05-20/2024-05-22", "2024~", "2006/..", "199X")]
        ['20 May – 22 May 2024', 'about 2024', 'since 2006', '1990s']
    """
    if when is None:
        return "undated"
    begin, is_interval, end = when.edtf.partition("/")
    if not is_interval:
        return _part_words(begin)
    if begin in ("", "..") or end in ("", ".."):
        ends = (f"since {_part_words(begin)}", f"until {_part_words(end)}")
        return "undated" if begin in ("", "..") and end in ("", "..") else ends[begin in ("", "..")]
    first, last = _part_words(begin), _part_words(end)
    year = f" {begin[:4]}"
    return f"{first.removesuffix(year) if last.endswith(year) and first != begin else first} – {last}"


def _part_words(part: str) -> str:
    bare = part.rstrip("~?%")
    about = "about " if "~" in part or "%" in part else ""
    perhaps = " (?)" if "?" in part or "%" in part else ""
    year, month, day = [*bare.split("-"), "", ""][:3]
    century = year.endswith("XX") and year != "XXXX"
    shown = "" if year == "XXXX" else f"{year[:2]}00s" if century else f"{year[:3]}0s" if "X" in year else year
    named = _SEASONS.get(month) or (_MONTHS[int(month)] if month.isdigit() else "")
    number = str(int(day)) if day.isdigit() else ""
    return about + (" ".join(filter(None, (number, named, shown))) or "some year") + perhaps
