from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import dipevents
from dipevents.errors import DateError, InputError
from dipevents.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "Kim Jong Un arrived in Moscow on Tuesday."


@pytest.mark.parametrize("published", ["2024-05-09", date(2024, 5, 9), datetime(2024, 5, 9, 12)])  # noqa: DTZ001 - a publication day has no zone
def test_the_publication_day_may_be_given_in_several_ways(parser: Parser, published: object) -> None:
    report = parser.parse(TEXT, published=published)  # type: ignore[arg-type]
    assert report.published == date(2024, 5, 9)
    assert report.visits[0].when is not None
    assert report.visits[0].when.edtf == "2024-05-07"
    assert parser.read(TEXT, published).published == date(2024, 5, 9)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [b"Kim came.", None, 7, ["Kim came."]])
@pytest.mark.parametrize(
    "read", [dipevents.parse, dipevents.find_dates, dipevents.find_actors, dipevents.find_attributions]
)
def test_what_is_no_string_is_refused_alike(read: Callable[[object], object], text: object) -> None:
    with pytest.raises(InputError, match="the text of an article is a string, not"):
        read(text)


@pytest.mark.parametrize("skim", [-0.1, 1.1, 15, float("nan"), "yes", None])
def test_a_skim_that_is_no_chance_is_refused(skim: object) -> None:
    with pytest.raises(InputError, match="skim="):
        Parser(skim=skim)  # type: ignore[arg-type]


@pytest.mark.parametrize("model", [None, 3, b"en_core_web_sm"])
def test_a_model_is_a_name_or_a_path(model: object) -> None:
    with pytest.raises(InputError, match="model="):
        Parser(model=model)  # type: ignore[arg-type]
    assert Parser(model=Path("here")).model == "here"


@pytest.mark.parametrize("published", ["May 9", "2024-13-01", "", 20240509])
def test_a_day_that_is_none_is_refused_with_what_was_given(parser: Parser, published: object) -> None:
    with pytest.raises(DateError, match="is no date"):
        parser.parse(TEXT, published=published)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", " ", "\n", ".", "\ud800", "\0", "”", "x" * 5000, "(" * 500, "a\r\nb"])
def test_any_string_parses(parser: Parser, text: str) -> None:
    report = parser.parse(text)
    assert report.text == text
    assert not report.visits


def test_without_a_publication_day_a_weekday_is_no_date(parser: Parser) -> None:
    assert parser.parse(TEXT).visits[0].when is None


def test_what_is_known_of_the_article_is_kept(parser: Parser) -> None:
    report = parser.parse(TEXT, title="T", source="S", url="https://example.org")
    assert (report.title, report.source, report.url) == ("T", "S", "https://example.org")


def test_every_evidence_quotes_the_text(parser: Parser) -> None:
    text = f"NAIROBI, May 9 --  {TEXT}\n\tNorway\u200b warned  Russia that the drills would raise tension."
    report = parser.parse(text, published="2024-05-09")
    assert report.events
    for event in report.events:
        assert all(text[e.start : e.end] == e.text for e in event.evidence)
    for actor in report.actors:
        assert all(text[e.start : e.end] == e.text for e in actor.mentions)


def test_a_paragraph_added_later_changes_no_earlier_words(parser: Parser) -> None:
    before = parser.parse(TEXT, published="2024-05-09")
    after = parser.parse(TEXT + "\n\nThe harvest was good.", published="2024-05-09")
    assert [(e.id, e.evidence) for e in before.events] == [(e.id, e.evidence) for e in after.events]


def test_the_front_door_reads_with_one_default_parser() -> None:
    assert dipevents.parse(TEXT, published="2024-05-09").visits
    assert {a.name for a in dipevents.find_actors(TEXT)} >= {"Kim Jong Un"}
    assert dipevents.find_attributions("The talks failed, Lavrov said.")[0].cue[0].text == "said"


def test_a_paragraph_in_another_language_yields_nothing_and_is_reported(parser: Parser) -> None:
    foreign = "Le ministre est arrivé à Moscou pour une visite, selon la radio."
    report = parser.parse(f"{TEXT}\n{foreign}", published="2024-05-09")
    assert [(u.evidence.text, u.reason) for u in report.unread] == [(foreign, "not English (French)")]
    assert all(e.text != foreign for event in report.events for e in event.evidence)
    assert parser.parse(TEXT).unread == ()
