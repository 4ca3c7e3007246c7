"""Strategies for what is found in texts beside events, and for what is made of several reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from hypothesis import strategies as st

from dipevents.mentions.attributions import Attribution, AttributionKind
from dipevents.mentions.dates import DateMention
from dipevents.models.statement import Source, Statement
from dipevents.stories import Story, merge
from dipevents.stream import Failure
from dipevents.testing.events import actors, event_dates, events, reports
from dipevents.testing.texts import evidences, quotes_of, texts
from dipevents.timeline import Chronology, chronology

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

__all__ = ["attributions", "chronologies", "date_mentions", "failures", "sources", "statements", "stories"]

_Timex: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]
_VALUES: tuple[tuple[_Timex, str], ...] = (
    ("DATE", "2023-09-12"),
    ("TIME", "2023-09-12TEV"),
    ("DURATION", "P3D"),
    ("SET", "P1W"),
)


@st.composite
def date_mentions(draw: DrawFn, text: str | None = None) -> DateMention:
    """Temporal expressions at any stretch of a text, with and without a date; the text is drawn if None."""
    article = draw(texts()) if text is None else text
    words = draw(evidences(article))
    kind, value = draw(st.sampled_from(_VALUES))
    when = draw(st.none() | event_dates())
    told = when.quoting(words) if when else None
    return DateMention(start=words.start, end=words.end, text=words.text, when=told, timex_type=kind, timex_value=value)


@st.composite
def attributions(draw: DrawFn, text: str | None = None, depth: int = 0) -> Attribution:
    """What a text credits to somebody, with attributions inside one another to a depth of 2.

    Args:
        draw: Given by Hypothesis.
        text: The article, not empty; drawn if None.
        depth: The depth of the outermost.
    """
    article = draw(texts()) if text is None else text
    inner = draw(st.lists(attributions(article, depth + 1), max_size=1)) if depth < 2 else []
    return Attribution(
        source=draw(quotes_of(article)),
        cue=draw(quotes_of(article, 1)),
        content=draw(quotes_of(article, 1)),
        speakers=tuple(draw(st.lists(actors(article), max_size=2))),
        kind=draw(st.sampled_from(AttributionKind)),
        depth=depth,
        inner=tuple(inner),
    )


def sources() -> SearchStrategy[Source]:
    """Articles without their texts."""
    return reports(max_events=0).map(Source.of)


def statements() -> SearchStrategy[Statement]:
    """Events as an article states them, with and without that article."""
    return st.builds(lambda event, source: Statement(event=event, source=source), events(), st.none() | sources())


def chronologies() -> SearchStrategy[Chronology]:
    """Events in order of time."""
    return st.lists(events(), max_size=4).map(chronology)


def stories() -> SearchStrategy[Story]:
    """Up to three reports, and what happened in them."""
    return st.lists(reports(max_events=2), max_size=3).map(merge)


def failures() -> SearchStrategy[Failure]:
    """Articles that could not be read."""
    reasons = st.sampled_from(("DateError: published='soon' is no date", "the process that read it died"))
    return st.builds(Failure, st.integers(0, 1000), st.none() | st.sampled_from(("a.txt", "The Wire")), reasons)
