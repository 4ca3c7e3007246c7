"""Laws of reports as dicts and JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from dipevents.errors import DataError
from dipevents.models.report import Report
from dipevents.testing import reports

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def everything_of(report: Report) -> str:
    """All fields, those that do not count for equality included."""
    return repr(report)


class TestRoundTrip:
    """What is written is read back as it was."""

    @given(reports())
    def test_from_dict_undoes_to_dict(self, report: Report) -> None:
        back = Report.from_dict(report.to_dict())
        assert back == report
        assert everything_of(back) == everything_of(report)

    @given(reports())
    def test_from_json_undoes_to_json(self, report: Report) -> None:
        text = report.to_json()
        back = Report.from_json(text)
        assert text.isascii()
        assert everything_of(back) == everything_of(report)
        assert back.to_json() == text

    @given(reports())
    def test_ids_survive(self, report: Report) -> None:
        back = Report.from_json(report.to_json())
        assert [event.id for event in back.events] == [event.id for event in report.events]

    def test_what_is_written_keeps_to_the_published_schema(self) -> None:
        jsonschema = pytest.importorskip("jsonschema", reason="comes with the extra test")
        schema = jsonschema.Draft202012Validator(Report.json_schema())

        @given(reports())
        def keeps_to_it(report: Report) -> None:
            schema.validate(json.loads(report.to_json()))

        keeps_to_it()


class TestSuspicion:
    """Whatever is given, a report or a `DataError` comes back."""

    @given(ANYTHING)
    def test_any_value_is_read_or_refused(self, data: Any) -> None:
        try:
            Report.from_dict(data)
        except DataError as error:
            assert str(error).startswith("report")  # noqa: PT017 - both ways out are lawful

    @given(st.text(max_size=60) | st.binary(max_size=60))
    def test_any_text_is_read_or_refused(self, text: str | bytes) -> None:
        try:
            Report.from_json(text)
        except DataError as error:
            assert str(error).startswith(("report", "JSON"))  # noqa: PT017 - both ways out are lawful

    @settings(suppress_health_check=[HealthCheck.too_slow])
    @given(st.data(), reports(max_events=2))
    def test_a_report_with_one_value_replaced_is_read_or_refused(self, data: st.DataObject, report: Report) -> None:
        whole = json.loads(report.to_json())
        place: Any = whole
        while True:
            steps = list(place) if isinstance(place, dict) else list(range(len(place)))
            step = data.draw(st.sampled_from(steps))
            if not isinstance(place[step], dict | list) or not place[step] or data.draw(st.booleans()):
                break
            place = place[step]
        place[step] = data.draw(ANYTHING)
        try:
            back = Report.from_dict(whole)
        except DataError as error:
            assert str(error).startswith("report")  # noqa: PT017 - both ways out are lawful
        else:
            assert Report.from_dict(back.to_dict()) == back
