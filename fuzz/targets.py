"""What must hold for any input: the laws that the fuzzers, and a short test of the ordinary suite, put to the proof.

Each target takes bytes. They are text in UTF-8, in which a byte that is none becomes a lone surrogate; so every string
can be written as a corpus file that a person can read.
"""

# ruff: noqa: S101 - an assert that fails is what a fuzzer looks for
from __future__ import annotations

import dataclasses
import json
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dipevents.errors import DataError
from dipevents.export import calendar, colt, graph, markdown, page, plover, sipri, tables, text
from dipevents.mentions.dates import find_dates
from dipevents.models.evidence import Evidence
from dipevents.models.report import Report
from dipevents.parser import Parser
from dipevents.reading.article import split_article
from dipevents.reading.quotes import read_quotes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["TARGETS", "check_report"]


_REPORT = Path(__file__).parent / "corpus" / "json" / "report.json"


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _day(data: bytes) -> date | None:
    """A publication day that depends on the input alone; for every fourth input none."""
    number = sum(data)
    return None if number % 4 == 0 else date(1990, 1, 1) + timedelta(number * 7919 % 14_000)


@cache
def _parser() -> Parser:
    return Parser()


def _quotes_in(value: Any) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _quotes_in(item)
    elif dataclasses.is_dataclass(value):
        for one in dataclasses.fields(value):
            yield from _quotes_in(getattr(value, one.name))


def check_report(report: Report) -> None:
    """A report quotes its text, tells its events in order, and comes back from JSON as it was."""
    for quote in _quotes_in(report):
        assert report.text[quote.start : quote.end] == quote.text, quote
    assert all(a.start <= b.start for a, b in pairwise(report.events)), "events are in text order"
    assert all(event.evidence for event in report.events), "events have evidence"
    written = report.to_json()
    back = Report.from_json(written)
    assert back == report
    assert back.to_json() == written


def check_dates(data: bytes) -> None:
    """Dates quote the text, in order, without overlap."""
    article, free = _text(data), 0
    for found in find_dates(article, published=_day(data)):
        assert free <= found.start < found.end, found
        assert article[found.start : found.end] == found.text, found
        free = found.end


def check_quotes(data: bytes) -> None:
    """Sentences and quotations lie in their paragraphs, in order, without overlap."""
    article = split_article(_text(data))
    free = 0
    for paragraph in article.paragraphs:
        for span in paragraph.sentences:
            assert free <= span.start < span.end <= paragraph.end, (span, paragraph)
            free = span.end
    free = 0
    for quote in read_quotes(article):
        paragraph = article.paragraphs[quote.paragraph]
        assert free <= quote.start < quote.inner_start < quote.inner_end <= quote.end <= paragraph.end, quote
        free = quote.end


def check_parse(data: bytes) -> None:
    """Any string parses into a lawful report."""
    article = _text(data)
    report = _parser().parse(article, published=_day(data))
    assert report.text == article
    check_report(report)


def check_json(data: bytes) -> None:
    """JSON of strangers is read or refused with a `DataError`; what is read can be written in every form."""
    try:
        report = Report.from_json(data, max_chars=100_000)
    except DataError:
        return
    _check_written(report)


def check_edits(data: bytes) -> None:
    """A report in which lines such as `events.0.when.edtf="2023"` have set values is read or refused likewise."""
    whole = json.loads(_REPORT.read_bytes())
    for event in whole["events"]:
        del event["id"]  # an edit changes it, and with it whom an opinion may speak of
    whole["events"][-1]["about"] = []
    for line in _text(data).split("\n"):
        path, _, value = line.partition("=")
        *steps, last = path.split(".")
        place = whole
        try:
            for step in steps:
                place = place[int(step) if isinstance(place, list) else step]
            place[int(last) if isinstance(place, list) else last] = json.loads(value)
        except (LookupError, RecursionError, TypeError, ValueError):
            continue  # a path that is none, or a value that is no JSON
    try:
        report = Report.from_dict(whole)
    except DataError:
        return
    _check_written(report)


def _check_written(report: Report) -> None:
    assert Report.from_json(report.to_json()) == report
    tables.to_csv(report)
    tables.to_csv(report, rows="participants")
    for write in _WRITERS:
        write(report)


_WRITERS: tuple[Callable[[Report], object], ...] = (
    page.to_html,
    calendar.to_ical,
    markdown.to_markdown,
    plover.to_plover,
    sipri.to_sipri,
    colt.to_colt,
    graph.to_graph,
    text.render_text,
)

TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "dates": check_dates,
    "quotes": check_quotes,
    "parse": check_parse,
    "json": check_json,
    "edits": check_edits,
}
"""Name of a target, which is also the name of its corpus folder, and the function that must not fail."""
