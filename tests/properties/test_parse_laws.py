"""Laws of the whole parse, for any string."""

from __future__ import annotations

import dataclasses
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings, strategies as st

from dipevents.models.evidence import Evidence
from dipevents.models.report import Report
from dipevents.parser import Parser, find_actors, find_attributions
from dipevents.reading.article import split_article

if TYPE_CHECKING:
    from collections.abc import Iterator

PARSER = Parser()
PIECES = st.sampled_from(
    [
        *("Kim Jong Un", "Lavrov", "he", "his", "France", "Poland's", "Iranian", "the foreign minister", "analysts"),
        *("visited", "will visit", "arrived in", "warned", "sold", "will buy", "met", "said", "did not", "may", "who"),
        *(
            "Moscow",
            "Paris",
            "24 jets",
            "missiles",
            "a visit to",
            "the deal",
            "that it would act",
            "on Tuesday",
            "in 2019",
        ),
        *(
            ",",
            ".",
            ". ",
            ".\n\n",
            "“",
            "”",
            '"',
            "'s",
            "(",
            ")",
            "--",
            "\n",
            "\t",
            "\u200b",
            "\ud800",
            "\0",
            "e\u0301",
        ),
        *(
            "SEOUL, May 9 --",
            "if",
            "unless",
            "because",
            "and",
            "of",
            "to",
            "from",
            "by",
            "for $3 million",
            "🇫🇷",
            "مرحبا",
        ),
    ]
)
ARTICLES = st.one_of(
    st.lists(PIECES, max_size=24).map(" ".join),
    st.lists(PIECES, max_size=24).map(" ".join),
    st.text(st.characters(exclude_categories=()), max_size=80),
)
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2035, 12, 31))


def quotes_in(value: Any) -> Iterator[Evidence]:
    """Every evidence in a record, however deep."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from quotes_in(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from quotes_in(getattr(value, field.name))


class TestAnyStringParses:
    @given(ARTICLES, DAYS)
    @settings(max_examples=150, deadline=None)
    def test_what_is_found_quotes_the_text_in_text_order(self, text: str, published: date | None) -> None:
        """`text[e.start:e.end] == e.text` for every evidence; events have evidence and stand in text order."""
        report = PARSER.parse(text, published=published)
        assert report.text == text
        assert all(text[quote.start : quote.end] == quote.text for quote in quotes_in(report))
        assert all(event.evidence for event in report.events)
        assert all(a.start <= b.start for a, b in pairwise(report.events))

    @given(ARTICLES, DAYS)
    @settings(max_examples=60, deadline=None)
    def test_a_report_survives_json_and_a_second_parse(self, text: str, published: date | None) -> None:
        """The report read back, and the report of the same article read again, are the report."""
        written = PARSER.parse(text, published=published).to_json()
        assert Report.from_json(written).to_json() == written
        assert PARSER.parse(text, published=published).to_json() == written

    @given(ARTICLES)
    @settings(max_examples=40, deadline=None)
    def test_the_evidence_of_an_event_is_whole_sentences(self, text: str) -> None:
        """Each begins where a sentence begins and ends where one ends."""
        spans = [s for p in split_article(text).paragraphs for s in p.sentences]
        starts, ends = {s.start for s in spans}, {s.end for s in spans}
        for event in PARSER.parse(text).events:
            assert all(quote.start in starts and quote.end in ends for quote in event.evidence)

    @given(ARTICLES, st.sampled_from(["The harvest was good.", "Nobody was hurt.", "Rain is expected."]))
    @settings(max_examples=60, deadline=None)
    def test_a_later_paragraph_changes_no_earlier_words(self, text: str, more: str) -> None:
        """Every event keeps its type and its evidence."""
        before = PARSER.parse(text).events
        after = PARSER.parse(f"{text}.\n\n{more}").events if text.rstrip() == text else before
        ended = PARSER.parse(f"{text}.").events if text.rstrip() == text else before
        assert [(e.type_name(), e.evidence) for e in after] == [(e.type_name(), e.evidence) for e in ended]

    @given(ARTICLES)
    @settings(max_examples=40, deadline=None)
    def test_actors_and_attributions_alone_quote_the_text(self, text: str) -> None:
        for quote in (*quotes_in(find_actors(text)), *quotes_in(find_attributions(text))):
            assert text[quote.start : quote.end] == quote.text

    @given(st.lists(ARTICLES, max_size=3))
    @settings(max_examples=20, deadline=None)
    def test_many_articles_are_read_in_order_as_each_alone(self, articles: list[str]) -> None:
        assert list(PARSER.parse_many(articles)) == [PARSER.parse(article) for article in articles]
