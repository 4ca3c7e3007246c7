"""What every subcommand does when all is well."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from trips import PLAN, SENTENCE, TEXT, TRIP, visit

from dipevents.export.page import to_html
from dipevents.models.report import Report

if TYPE_CHECKING:
    from pathlib import Path


def test_parse_prints_what_an_article_says(run: Any, article: Path) -> None:
    code, out, errors = run("parse", article, "--published", "2024-05-09")
    assert (code, errors) == (0, "")
    assert out.startswith(str(article))
    assert "2024-05-13  Lavrov (RUS) → Ankara  [planned]" in out


def test_parse_reads_standard_input(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SENTENCE.encode())))
    code, out, _ = run("parse", "-", "--published", "2024-05-09", "--format", "jsonl")
    report = Report.from_json(out)
    assert (code, report.text, report.source) == (0, SENTENCE, None)


def test_parse_gives_one_report_as_an_object_and_several_as_a_list(run: Any, article: Path) -> None:
    one, two = run("parse", article, "--format", "json")[1], run("parse", article, article, "--format", "json")[1]
    assert Report.from_dict(json.loads(one)).source == "article.txt"
    assert len(json.loads(two)) == 2


def test_parse_explains_why_a_word_yielded_no_event(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The tourists visited the museum.", encoding="utf-8")
    assert "Read, but no event" in run("parse", tmp_path / "a.txt", "--explain")[1]


def test_parse_reads_a_manifest_with_each_articles_own_day(run: Any, manifest: Path) -> None:
    code, out, _ = run("parse", "--manifest", manifest, "--format", "jsonl")
    found = [Report.from_json(line) for line in out.splitlines()]
    assert code == 0
    assert [(str(r.published), r.title, r.source, r.url) for r in found] == [
        ("2024-05-09", "Off he goes", "The Wire", None),
        ("2023-05-09", None, "article.txt", "https://example.org/1"),
    ]
    assert [r.visits[0].when.edtf for r in found if r.visits[0].when] == ["2024-05-13", "2023-05-13"]


def test_parse_shows_reports_as_they_are(run: Any, reports: Path) -> None:
    out = run("parse", reports)[1]
    assert "[planned]" in out
    assert "[occurred]" in out


def test_colours_are_used_only_where_asked_for(run: Any, reports: Path) -> None:
    for command, *more in (["parse"], ["timeline"], ["relations"], ["relations", "--between", "RUS", "TUR"]):
        assert "\x1b[" not in run(command, reports, *more)[1]
        assert "\x1b[" in run(command, reports, *more, "--color", "always")[1]


@pytest.mark.parametrize(
    "filters",
    [("--status", "plannd"), ("--country", "IR"), ("--country", "Atlantis"), ("--least-chance", "5")],
)
def test_a_filter_that_nothing_can_meet_is_misuse(run: Any, reports: Path, filters: tuple[str, str]) -> None:
    code, out, errors = run("timeline", reports, *filters)
    assert (code, out) == (2, "")
    assert filters[1] in errors


def test_the_name_of_a_file_is_not_said_twice(run: Any, article: Path) -> None:
    assert run("parse", article)[1].count(article.name) == 1


# timeline


def test_timeline_is_in_order_of_time_with_undated_events_last(run: Any, reports: Path) -> None:
    code, out, errors = run("timeline", reports)
    assert (code, errors) == (0, "")
    assert out.splitlines() == [
        "2024-05-13  visit, occurred: Sergei Lavrov (RUS) → Ankara",
        "            The Post, 2024-05-14",
        "2024-05-13  visit, planned: Sergei Lavrov (RUS) → Ankara",
        "            The Wire, 2024-05-09",
        "undated     arms deal, delivered: Russia → Turkey: radars",
        "            The Post, 2024-05-14",
    ]


def test_timeline_merges_what_two_articles_say_of_one_thing(run: Any, reports: Path) -> None:
    assert run("timeline", reports, "--merge", "--type", "visit")[1].splitlines() == [
        "2024-05-13  visit, occurred: Sergei Lavrov (RUS) → Ankara",
        "            planned: The Wire, 2024-05-09",
        "            occurred: The Post, 2024-05-14",
    ]


def test_a_window_goes_by_the_date_that_all_articles_give(run: Any, tmp_path: Path) -> None:
    vague = Report(text=TEXT, published="2024-05-01", source="The Sun", events=(visit("2024-05", "planned"),))
    path = tmp_path / "r.json"
    path.write_text(json.dumps([TRIP.to_dict(), vague.to_dict()]), encoding="ascii")
    assert "visit" in run("timeline", path, "--type", "visit", "--since", "2024-05-20")[1]
    assert run("timeline", path, "--type", "visit", "--merge", "--since", "2024-05-20")[1] == "No events found.\n"
    assert "2024-05-13" in run("timeline", path, "--type", "visit", "--merge", "--until", "2024-05-20")[1]


def test_timeline_names_contradictions(run: Any, tmp_path: Path) -> None:
    other = Report(text=TEXT, published="2024-05-15", source="The Sun", events=(visit("2024-05-13", "cancelled"),))
    path = tmp_path / "r.json"
    path.write_text(json.dumps([TRIP.to_dict(), other.to_dict()]), encoding="ascii")
    out = run("timeline", path, "--merge", "--type", "visit")[1]
    assert "contradiction: occurred (The Post, 2024-05-14), cancelled (The Sun, 2024-05-15)" in out


def test_timeline_groups_by_a_unit_of_the_calendar(run: Any, reports: Path) -> None:
    headings = [line for line in run("timeline", reports, "--group", "month")[1].splitlines() if line.endswith(")")]
    assert headings[0] == "2024-05 (2)"
    assert "undated, or in no single month (1)" in headings


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (["--type", "visit"], 2),
        (["--actor", "Sergei Lavrov"], 2),
        (["--country", "tur"], 3),
        (["--status", "planned"], 1),
        (["--status", "planned", "--status", "delivered"], 2),
        (["--since", "2024-05"], 2),
        (["--until", "2023"], 0),
    ],
)
def test_filters_leave_the_events_that_meet_them(run: Any, reports: Path, filters: list[str], count: int) -> None:
    code, out, _ = run("timeline", reports, *filters)
    assert code == 0
    assert out.count("Lavrov (RUS)") + out.count("Russia →") == count
    assert ("No events found." in out) == (count == 0)


# relations


def test_relations_counts_what_leads_from_one_state_to_another(run: Any, reports: Path) -> None:
    code, out, errors = run("relations", reports)
    assert (code, errors) == (0, "dipevents: not counted: 1 planned (--status any counts all)\n")
    assert out.splitlines() == [
        "FROM  TO   EVENTS  VISITS  WARNINGS  ARMS DEALS  DATES",
        "RUS   TUR       2       1         ·           1  2024-05-13",
    ]
    code, out, errors = run("relations", reports, "--status", "any")
    assert (code, errors) == (0, "")
    assert out.splitlines()[1] == "RUS   TUR       3       2         ·           1  2024-05-13 2024-05-13"


def test_relations_counts_what_happened_and_not_who_told_it(run: Any, reports: Path) -> None:
    out = run("relations", reports, "--merge", "--status", "any")[1]
    assert out.splitlines()[1] == "RUS   TUR       2       1         ·           1  2024-05-13"


def test_relations_between_two_gives_their_events_in_both_directions(run: Any, reports: Path) -> None:
    out = run("relations", reports, "--between", "tur", "Russia")[1].splitlines()
    assert out[0] == "TUR → RUS (0)"
    assert out[1] == "RUS → TUR (2)"
    assert "  undated  arms deal, delivered: Russia → Turkey: radars" in out
    assert run("relations", reports, "--between", "Sergei Lavrov", "Ankara")[1].startswith("Sergei Lavrov → Ankara (1)")
    code, out, errors = run("relations", reports, "--between", "RUS", "XXX")
    assert (code, out) == (2, "")
    assert "--between XXX" in errors


def test_relations_by_actor_and_without_any(run: Any, reports: Path) -> None:
    assert "Sergei Lavrov  Ankara" in run("relations", reports, "--by", "actor")[1]
    assert run("relations", reports, "--until", "1990")[1] == "No event with two known sides found.\n"


# export


def test_export_of_what_happened_tells_every_article(run: Any, reports: Path, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("export", reports, "--to", "csv", "--type", "visit", "--merge")[1])))
    assert [(row["statements"], row["told"].count(";")) for row in rows] == [("2", 1)]
    story = json.loads(run("export", reports, "--to", "json", "--merge")[1])
    assert [Report.from_dict(one) for one in story["reports"]] == [PLAN, TRIP]
    assert len(story["happenings"]) == 2
    assert run("export", reports, "--to", "jsonl", "--merge")[0] == 2
    for command in (("export", reports, "--to", "html"), ("view", reports)):
        assert run(*command, "--merge", "--out", tmp_path / "page.html")[0] == 0
        assert (tmp_path / "page.html").read_text("utf-8").count("<li id=") == 2


def test_export_writes_reports_loss_free(run: Any, reports: Path, tmp_path: Path) -> None:
    code, out, errors = run("export", reports, "--to", "jsonl", "--out", tmp_path / "out.jsonl")
    assert (code, out, errors) == (0, "", "")
    lines = (tmp_path / "out.jsonl").read_text("ascii").splitlines()
    assert [Report.from_json(line) for line in lines] == [PLAN, TRIP]
    assert [Report.from_dict(one) for one in json.loads(run("export", reports, "--to", "json")[1])] == [PLAN, TRIP]


def test_export_writes_tables(run: Any, reports: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("export", reports, "--to", "csv")[1])))
    assert [row["status"] for row in rows] == ["planned", "occurred", "delivered"]
    rows = list(csv.DictReader(io.StringIO(run("export", reports, "--to", "csv", "--rows", "participants")[1])))
    assert [row["part"] for row in rows][:2] == ["visitor", "destination"]


def test_export_writes_parquet_and_arrow(run: Any, reports: Path, tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="comes with the extra test")
    parquet = pytest.importorskip("pyarrow.parquet", reason="comes with the extra test")
    for form, read in (("parquet", parquet.read_table), ("arrow", lambda path: pa.ipc.open_file(path).read_all())):
        path = tmp_path / f"events.{form}"
        assert run("export", reports, "--to", form, "--out", path, "--type", "visit") == (0, "", "")
        assert read(path).num_rows == 2


def test_export_says_what_a_form_has_no_place_for(run: Any, reports: Path) -> None:
    code, out, errors = run("export", reports, "--to", "ics")
    assert code == 0
    assert out.count("BEGIN:VEVENT") == 2
    assert errors == "dipevents: 1 of 3 events have no place in ics: 1 × no visit\n"


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("plover", '"event_type": "CONSULT"'),
        ("sipri", "Supplier,Recipient"),
        ("colt", "Sergei Lavrov"),
        ("graphml", "<graphml"),
        ("markdown", "## 2024"),
        ("html", "<!DOCTYPE html>"),
    ],
)
def test_export_writes_the_forms_of_other_tools(run: Any, reports: Path, form: str, words: str) -> None:
    if form == "graphml":
        pytest.importorskip("networkx", reason="comes with the extra test")
    code, out, _ = run("export", reports, "--to", form)
    assert code == 0
    assert words in out


# view


def test_view_writes_the_page_and_says_where(run: Any, reports: Path, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    assert run("view", reports, "--out", path) == (0, f"{path}\n", "")
    assert path.read_text("utf-8") == to_html([PLAN, TRIP])
    assert run("view", reports, "--out", "-")[1] == to_html([PLAN, TRIP])


def test_view_names_the_page_after_the_story(run: Any, manifest: Path) -> None:
    out = run("view", "--manifest", manifest, "--story", "trip", "--out", "-")[1]
    assert "<title>trip</title>" in out
    assert "1 article," in out


@pytest.mark.parametrize("found", [True, False])
def test_view_opens_the_page(
    run: Any, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: bool
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda url: bool(opened.append(url)) or found)
    code, _, errors = run("view", reports, "--out", tmp_path / "page.html", "--open")
    assert code == 0
    assert opened == [(tmp_path / "page.html").resolve().as_uri()]
    assert ("no browser was found" in errors) == (not found)
