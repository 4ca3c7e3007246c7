"""Events as tables."""

from __future__ import annotations

import csv
import io
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dipevents.errors import InputError
from dipevents.export.extras import MissingExtraError
from dipevents.export.rows import EVENT_COLUMNS, PARTICIPANT_COLUMNS, event_rows, participant_rows
from dipevents.export.tables import to_arrow, to_csv, to_pandas, to_polars, write_parquet
from dipevents.models.actor import Actor
from dipevents.models.arms_deal import ArmsDeal, ArmsItem
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.money import Money
from dipevents.models.place import Place
from dipevents.models.report import Report
from dipevents.models.visit import Visit
from dipevents.models.warning import Warning

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = "Wang Yi came to Oslo."
WANG = Actor(name="Wang Yi", kind="person", country="CHN", role="minister")
OSLO = Place(name="Oslo", country="NOR")
VISIT = Visit(
    evidence=(Evidence.of(TEXT, 0, 21),), visitors=(WANG,), destinations=(OSLO,), when=EventDate.from_edtf("2023-09")
)
DEAL = ArmsDeal(
    recipients=(WANG,), items=(ArmsItem(text="six boats"),), value=Money(amount="1E+6", currency="NOK"), status="denied"
)
REPORT = Report(text=TEXT, url="https://example.org/1", published="2023-09-13", events=(VISIT, DEAL))


def test_a_row_has_every_column_and_says_what_the_event_says() -> None:
    visit, deal = event_rows(REPORT)
    assert list(visit) == list(deal) == [column.name for column in EVENT_COLUMNS]
    assert visit["actors"] == ["Wang Yi"]
    assert visit["destination_countries"] == ["NOR"]
    assert visit["recipients"] == []
    assert (visit["when"], visit["earliest"], visit["published"]) == ("2023-09", date(2023, 9, 1), date(2023, 9, 13))
    assert visit["evidence"] == [TEXT]
    assert (deal["items"], deal["value_amount"], deal["status"]) == (["six boats"], "1000000", "denied")
    assert deal["when"] is deal["start"] is None


def test_warnings_and_opinions_have_their_words() -> None:
    warning, opinion = event_rows(
        [Warning(about="stop", kind="demand"), ExpertOpinion(claim="It pays.", stance="doubts")]
    )
    assert (warning["kind"], warning["words"]) == ("demand", "stop")
    assert (opinion["words"], opinion["stance"]) == ("It pays.", "doubts")


def test_the_long_form_has_a_row_for_each_participant_and_place() -> None:
    rows = participant_rows(REPORT)
    assert [(row["part"], row["name"], row["kind"]) for row in rows] == [
        ("visitor", "Wang Yi", "person"),
        ("destination", "Oslo", "place"),
        ("recipient", "Wang Yi", "person"),
    ]
    assert {row["event_id"] for row in rows} == {VISIT.id, DEAL.id}
    assert rows[0]["role"] == "minister"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_csv_cell_begins_as_a_formula(sign: str) -> None:
    cell = f"{sign}cmd|' /C calc'!A0"
    hostile = Visit(purpose=cell, visitors=(Actor(name=cell, kind="person", country=cell),))
    for rows in ("events", "participants"):
        table = list(
            csv.reader(io.StringIO(to_csv(Report(title=cell, url=cell, events=(hostile,)), rows=rows), newline=""))
        )
        assert not [value for row in table for value in row if value.startswith(sign)]
        assert any(value == f"'{cell}" for row in table for value in row)


def test_csv_is_utf_8_and_rectangular_whatever_the_words() -> None:
    words = 'a "quoted", \ud800 \x00\r\nword'
    text = to_csv(Visit(purpose=words))
    text.encode()
    header, row = csv.reader(io.StringIO(text, newline=""))
    assert len(header) == len(row)
    assert row[header.index("words")] == 'a "quoted", � \x00\r\nword'


def test_csv_of_nothing_is_the_header() -> None:
    assert to_csv([], rows="participants") == ",".join(c.name for c in PARTICIPANT_COLUMNS) + "\r\n"


def test_the_arrow_schema_does_not_depend_on_the_events() -> None:
    pa = pytest.importorskip("pyarrow", reason="comes with the extra test")
    for rows in ("events", "participants"):
        assert to_arrow([], rows=rows).schema == to_arrow(REPORT, rows=rows).schema
    table = to_arrow(REPORT)
    assert table.schema.field("earliest").type == pa.date32()
    assert table.schema.field("actors").type == pa.list_(pa.string())


def test_pandas_polars_and_parquet_have_the_rows_of_the_arrow_table(tmp_path: Path) -> None:
    pq, pl = (pytest.importorskip(name, reason="comes with the extra test") for name in ("pyarrow.parquet", "polars"))
    table = to_arrow(REPORT)
    assert list(to_pandas(REPORT)["type"]) == ["visit", "arms_deal"]
    assert to_polars(REPORT).equals(pl.from_arrow(table))
    write_parquet(REPORT, tmp_path / "events.parquet")
    assert pq.read_table(tmp_path / "events.parquet").equals(table)


def test_lone_surrogates_become_a_replacement_in_arrow() -> None:
    pytest.importorskip("pyarrow", reason="comes with the extra test")
    assert to_arrow(Visit(purpose="a\ud800b 😀"))["words"].to_pylist() == ["a�b 😀"]


def test_an_unknown_form_of_rows_is_refused() -> None:
    with pytest.raises(InputError, match="take 'events' or 'participants'"):
        to_csv([], rows="actors")  # type: ignore[arg-type]


def test_a_missing_library_is_told_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r'pyarrow is not installed: pip install "dipevents\[tables\]"'):
        to_arrow([])
    assert to_csv([])


@pytest.mark.parametrize(("make", "name"), [(to_pandas, "pandas"), (to_polars, "polars")])
def test_libraries_of_no_extra_are_told_by_name(
    make: Callable[[Report], object], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtraError, match=f"{name} is not installed: pip install {name}"):
        make(REPORT)
