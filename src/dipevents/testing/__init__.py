"""Hypothesis strategies for every public type, for our tests and for those of other projects. Needs `hypothesis`.

What is drawn is consistent: evidence quotes the text it is drawn for, an event's actors are the report's, an opinion is
about events of its report. Texts are drawn from all of Unicode, lone surrogates included, unless you say otherwise.

Example:
    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5, database=None)
    ... @given(reports())
    ... def evidence_quotes_the_text(report):
    ...     for quote in (quote for event in report.events for quote in event.evidence):
    ...         assert report.text[quote.start : quote.end] == quote.text
    >>> evidence_quotes_the_text()
"""

from __future__ import annotations

from dipevents.testing.events import (
    actors,
    arms_deals,
    arms_items,
    edtf_strings,
    event_dates,
    events,
    moneys,
    opinions,
    places,
    reports,
    unreads,
    visits,
    warnings,
)
from dipevents.testing.findings import (
    attributions,
    chronologies,
    date_mentions,
    failures,
    sources,
    statements,
    stories,
)
from dipevents.testing.texts import articles, evidences, texts

__all__ = [
    "actors",
    "arms_deals",
    "arms_items",
    "articles",
    "attributions",
    "chronologies",
    "date_mentions",
    "edtf_strings",
    "event_dates",
    "events",
    "evidences",
    "failures",
    "moneys",
    "opinions",
    "places",
    "reports",
    "sources",
    "statements",
    "stories",
    "texts",
    "unreads",
    "visits",
    "warnings",
]
