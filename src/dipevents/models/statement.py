"""Who says it: an event together with the article that states it, and the taking apart of whatever holds events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol, TypeAlias, runtime_checkable

from pydantic import SerializeAsAny

from dipevents.errors import InputError
from dipevents.models.event import Event
from dipevents.models.record import Words, record
from dipevents.models.report import Report

__all__ = ["Events", "HoldsStatements", "Source", "Statement", "events_of", "statements_of"]

_DEPTH = 8


@record
class Source:
    """An article, without its text: what a footnote needs.

    Attributes:
        url: Where it is, or None.
        source: Who published it, or None.
        title: Its title, or None.
        published: Its publication day, or None.

    Example:
        >>> Source.of(Report(source="The Wire", published="2024-05-09")).source
        'The Wire'
    """

    url: Words | None = None
    source: Words | None = None
    title: Words | None = None
    published: date | None = None

    @classmethod
    def of(cls, report: Report) -> Source:
        """The article that a report was read from."""
        return cls(url=report.url, source=report.source, title=report.title, published=report.published)


@record
class Statement:
    """An event as one article states it.

    Attributes:
        event: The event; its evidence indexes the text of the source.
        source: The article, or None where an event was given without its report.
        merged: Where it stands for what several articles tell: the statements of all of them, this one among them, in
            order of publication; else empty.

    Example:
        >>> from dipevents.models import Visit
        >>> Statement(event=Visit()).source is None
        True
    """

    event: SerializeAsAny[Event]
    source: Source | None = None
    merged: tuple[Statement, ...] = ()

    @property
    def tellings(self) -> tuple[Statement, ...]:
        """All the statements that it stands for: `merged`, or itself alone."""
        return self.merged or (self,)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The known articles that it comes from, in order of publication."""
        return tuple(one.source for one in self.tellings if one.source)


@runtime_checkable
class HoldsStatements(Protocol):
    """What holds statements of its own choice: a story and a happening hold one for each happening."""

    def as_statements(self) -> tuple[Statement, ...]:
        """The statements."""


Events: TypeAlias = "Event | Report | Statement | HoldsStatements | Iterable[Events]"
"""Whatever holds events: events, reports, statements, stories, and lists of them, mixed as you like."""


def statements_of(*given: Events) -> tuple[Statement, ...]:
    """Every event in what is given, each with its article, in the order given.

    Raises:
        dipevents.errors.InputError: If something in it holds no events.

    Example:
        >>> from dipevents.models import Visit
        >>> report = Report(url="https://example.org/1", events=(Visit(),))
        >>> [one.source.url for one in statements_of([report, report])]
        ['https://example.org/1', 'https://example.org/1']
    """
    return tuple(_walk(given, _DEPTH))


def events_of(*given: Events) -> tuple[Event, ...]:
    """Every event in what is given, in the order given; otherwise as `statements_of`.

    Raises:
        dipevents.errors.InputError: If something in it holds no events.

    Example:
        >>> from dipevents.models import Visit, Warning
        >>> [one.type_name() for one in events_of(Report(events=(Visit(),)), [Warning()])]
        ['visit', 'warning']
    """
    return tuple(one.event for one in _walk(given, _DEPTH))


def _walk(given: object, depth: int) -> Iterator[Statement]:
    if isinstance(given, Event):
        yield Statement(event=given)
    elif isinstance(given, Statement):
        yield given
    elif isinstance(given, Report):
        source = Source.of(given)
        for event in given.events:
            yield Statement(event=event, source=source)
    elif isinstance(given, HoldsStatements):
        yield from given.as_statements()
    elif isinstance(given, Iterable) and not isinstance(given, str | bytes | dict) and depth:
        for item in given:
            yield from _walk(item, depth - 1)
    else:
        raise InputError(f"events, reports or lists of them are needed, not {type(given).__name__}")
