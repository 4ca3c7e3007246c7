from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings, strategies as st
from meetings import Meeting, meeting_parser

from dipevents.export.tables import to_csv
from dipevents.models import Report
from dipevents.testing import actors, event_dates, evidences, texts

if TYPE_CHECKING:
    from dipevents import Failure
    from dipevents.parser import Parser


@pytest.fixture(scope="module")
def reader() -> Parser:
    return meeting_parser()


@st.composite
def meetings(draw: st.DrawFn, text: str) -> Meeting:
    """Meetings that a text states."""
    return Meeting(
        evidence=(draw(evidences(text)),),
        when=draw(st.none() | event_dates(text)),
        sides=tuple(draw(st.lists(actors(text), min_size=2, max_size=3))),
        status=draw(st.sampled_from(("happened", "planned"))),
    )


@st.composite
def reports_of_meetings(draw: st.DrawFn) -> Report:
    text = draw(texts())
    found = draw(st.lists(meetings(text), max_size=2))
    return Report(text=text, events=tuple(sorted(found, key=lambda one: one.start)))


@pytest.mark.parametrize(
    ("sentence", "sides", "status"),
    [
        ("Zbigniew Korda met Hana Novak in Vienna on Monday.", ["Zbigniew Korda", "Hana Novak"], "happened"),
        ("Zbigniew Korda will meet with Hana Novak next week.", ["Zbigniew Korda", "Hana Novak"], "planned"),
    ],
)
def test_a_meeting_has_its_sides_and_its_status(reader: Parser, sentence: str, sides: list[str], status: str) -> None:
    report = reader.parse(sentence, published="2024-05-15")
    (meeting,) = report.of_type(Meeting)
    assert [side.name for side in meeting.sides] == sides
    assert meeting.status == status
    assert meeting.when is not None


@pytest.mark.parametrize("sentence", ["The goals were met.", "Nobody met.", "He met the demand."])
def test_what_is_no_meeting_yields_none(reader: Parser, sentence: str) -> None:
    assert not reader.parse(sentence).of_type(Meeting)


def test_a_loop_over_many_articles_has_reports_alone(reader: Parser) -> None:
    failures: list[Failure] = []
    rows = [{"text": "Hana Novak met Zbigniew Korda.", "published": "2024-05-15"}, {"text": None}]
    found = [(report.published, len(report.events)) for report in reader.parse_many(rows, on_error=failures.append)]
    assert len(found) == 1
    assert [failure.index for failure in failures] == [1]


@settings(max_examples=25, deadline=None)
@given(reports_of_meetings())
def test_meetings_survive_json_and_fit_into_tables(report: Report) -> None:
    assert Report.from_json(report.to_json(), event_types=(Meeting,)) == report
    assert to_csv(report).count("meeting") >= len(report.events)
