"""Laws of the ways out: every event is in a form or named as left out, and no words become anything but words."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from dipevents.export import calendar, colt, graph, markdown, plover, rows, sipri, tables
from dipevents.export.text import clean, headline, render_text
from dipevents.models.actor import ActorKind
from dipevents.models.arms_deal import ArmsDeal
from dipevents.models.visit import Visit
from dipevents.parties import By, participants
from dipevents.relations import dyads
from dipevents.testing import events, reports, texts

if TYPE_CHECKING:
    from dipevents.models.event import Event
    from dipevents.models.report import Report

FEW = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class TestTables:
    """A row an event or a participant, in the order given."""

    @FEW
    @given(reports(), st.sampled_from(("events", "participants")))
    def test_csv_has_a_row_for_each_and_no_cell_is_a_formula(self, report: Report, kind: str) -> None:
        written = tables.to_csv(report, rows=kind)  # type: ignore[arg-type]
        written.encode("utf-8")
        header, *cells = list(csv.reader(io.StringIO(written, newline="")))
        assert all(len(row) == len(header) and not any(c.startswith(FORMULAS) for c in row) for row in cells)
        ids = [e.id for e in report.events for _ in (participants(e) if kind == "participants" else (e,))]
        assert [row[header.index("event_id")] for row in cells] == ids

    @FEW
    @given(st.lists(st.lists(st.none() | st.booleans() | st.integers() | texts(), min_size=2, max_size=2), max_size=3))
    def test_rows_of_ones_own_keep_their_number_and_are_no_formulas(self, given_rows: list[list[object]]) -> None:
        written = tables.rows_to_csv(["a", "b"], [dict(zip("ab", row, strict=True)) for row in given_rows])
        found = list(csv.reader(io.StringIO(written, newline="")))
        assert len(found) == len(given_rows) + 1
        assert not any(cell.startswith(FORMULAS) for row in found for cell in row)

    @FEW
    @given(reports())
    def test_the_rows_have_the_columns_in_order(self, report: Report) -> None:
        for row in rows.event_rows(report):
            assert list(row) == [column.name for column in rows.EVENT_COLUMNS]
        for row in rows.participant_rows(report):
            assert list(row) == [column.name for column in rows.PARTICIPANT_COLUMNS]

    def test_arrow_pandas_polars_and_parquet_agree(self, tmp_path_factory: pytest.TempPathFactory) -> None:
        pytest.importorskip("pyarrow", reason="comes with the extra test")
        path = tmp_path_factory.mktemp("tables") / "events.parquet"

        @FEW
        @given(reports())
        def agree(report: Report) -> None:
            table = tables.to_arrow(report)
            assert table["event_id"].to_pylist() == [event.id for event in report.events]
            assert list(tables.to_pandas(report)["event_id"]) == tables.to_polars(report)["event_id"].to_list()
            tables.write_parquet(report, path)
            read = pytest.importorskip("pyarrow.parquet").read_table(path)
            assert read.equals(table)

        agree()


class TestCodings:
    """What has no record is left out by name: the two are a partition."""

    @FEW
    @given(reports())
    def test_plover_codes_an_event_or_leaves_it_out(self, report: Report) -> None:
        records, left = plover.to_plover(report), plover.left_out(report)
        told = Counter([record["id"] for record in records] + [event.id for event, _ in left])
        assert told == Counter(event.id for event in report.events)
        assert [json.loads(line) for line in plover.to_plover_json(report).splitlines()] == records

    @FEW
    @given(reports())
    def test_sipri_has_a_row_for_each_item_of_each_deal(self, report: Report) -> None:
        found = sipri.to_sipri(report)
        assert len(found) == sum(max(1, len(deal.items)) for deal in report.arms_deals)
        assert all(tuple(row) == sipri.COLUMNS for row in found)
        assert [e for e, _ in sipri.left_out(report)] == [e for e in report.events if not isinstance(e, ArmsDeal)]

    @FEW
    @given(reports())
    def test_colt_has_a_row_for_each_visitor_and_country_of_what_is_not_left_out(self, report: Report) -> None:
        out = [event for event, _ in colt.left_out(report)]
        kept = [visit for visit in report.visits if not any(visit is event for event in out)]
        found = colt.to_colt(report)
        assert len(out) + len(kept) == len(report.events)
        assert bool(found) == bool(kept)
        persons = (who for visit in kept for who in visit.visitors if who.kind is ActorKind.PERSON)
        assert {row["LeaderFullName"] for row in found} == {who.name for who in persons}
        assert all(tuple(row) == colt.COLUMNS for row in found)


class TestDocuments:
    """Whatever the words are, a document keeps its form."""

    @FEW
    @given(reports())
    def test_a_calendar_is_folded_lines_and_an_entry_for_each_dated_visit(self, report: Report) -> None:
        written = calendar.to_ical(report)
        *lines, after = written.split("\r\n")
        assert after == ""
        assert all(len(line.encode()) <= 75 and not set(line) & {"\r", "\n"} for line in lines)
        entries = len(report.events) - len(calendar.left_out(report))
        assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == entries
        uids = [line for line in written.replace("\r\n ", "").split("\r\n") if line.startswith("UID:")]
        assert len(set(uids)) == entries

    @FEW
    @given(reports())
    def test_markdown_has_one_line_for_each_event(self, report: Report) -> None:
        written = markdown.to_markdown(report)
        written.encode("utf-8")
        lines = written.split("\n")
        assert sum(line.startswith("- ") for line in lines) == len(report.events)
        assert all(line.startswith(("- ", "## ")) or not line for line in lines)
        assert not any(letter in written for letter in "\r\x0b\x0c\x85\u2028\u2029")

    @FEW
    @given(reports())
    def test_nothing_in_a_text_can_steer_a_terminal(self, report: Report) -> None:
        shown = render_text(report)
        assert all(letter == "\n" or (letter == clean(f"a{letter}a")[1:-1]) for letter in shown)
        assert all("\n" not in words for event in report.events for words in headline(event))

    @given(st.text(st.characters(exclude_categories=())))
    def test_what_is_clean_stays_as_it_is(self, text: str) -> None:
        assert clean(clean(text)) == clean(text)


class TestGraphs:
    """A graph says what the relations say."""

    def test_edges_are_the_ties_of_the_relations(self) -> None:
        pytest.importorskip("networkx", reason="comes with the extra test")

        @FEW
        @given(st.lists(events(), max_size=4, unique_by=lambda event: event.id), st.sampled_from(By))
        def are(given_events: list[Event], by: By) -> None:
            found = graph.to_graph(given_events, by=by)
            ties = dyads(given_events, by=by, status="any")
            assert found.number_of_edges() == sum(tie.count for tie in ties)
            assert {key for *_, key in found.edges(keys=True)} == {event.id for tie in ties for event in tie.events}
            assert len({(source, target) for source, target in found.edges()}) == len(ties)

        are()

    def test_graphml_is_well_formed_whatever_the_words(self) -> None:
        pytest.importorskip("networkx", reason="comes with the extra test")

        @FEW
        @given(reports())
        def is_well_formed(report: Report) -> None:
            root = ET.fromstring(graph.to_graphml(report))  # noqa: S314 - our own
            edges = root.iter("{http://graphml.graphdrawing.org/xmlns}edge")
            assert len(list(edges)) == graph.to_graph(report).number_of_edges()

        is_well_formed()


def test_every_visit_without_two_bounds_is_left_out_of_the_calendar() -> None:
    """Of the laws above none is empty: here is an event that has no entry."""
    assert [reason for _, reason in calendar.left_out([Visit()])] == ["its first or last day is unknown"]
