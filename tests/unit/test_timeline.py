"""Events in time: order, windows, groups, gaps, runs."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

import dipevents
from dipevents.errors import DateError, InputError
from dipevents.models.actor import Actor
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence
from dipevents.models.place import Place
from dipevents.models.report import Report
from dipevents.models.visit import Visit
from dipevents.timeline import before, between, chronology, during, gaps, group_by, runs, since

if TYPE_CHECKING:
    from dipevents.models.event import Event


def on(edtf: str | None, **fields: object) -> Visit:
    return Visit(when=EventDate.from_edtf(edtf) if edtf else None, **fields)


def dates(events: tuple[Event, ...]) -> list[str]:
    return [event.when.edtf if event.when else "-" for event in events]


def test_events_stand_in_order_of_earliest_and_then_latest_day_undated_last() -> None:
    given = [on(None), on("2023-09"), on("XXXX-09-12"), on("2023-09-01"), on("../2022"), on("2023-08/.."), on("2021")]
    told = chronology(given)
    assert dates(told) == ["../2022", "2021", "2023-08/..", "2023-09-01", "2023-09", "XXXX-09-12", "-"]
    assert dates(told.undated) == ["XXXX-09-12", "-"]
    assert told.dated + told.undated == told


def test_events_of_one_day_keep_the_order_of_their_article() -> None:
    later, earlier = (on("2023-09-12", evidence=(Evidence(start=s, end=s + 1, text="x"),)) for s in (40, 3))
    assert chronology([later, earlier]) == (earlier, later)


def test_a_chronology_takes_events_reports_and_lists_of_both() -> None:
    a, b, c = on("2023-03"), on("2023-02"), on("2023-01")
    assert chronology(a, [Report(events=(b,)), [c]]) == (c, b, a)
    assert chronology() == chronology([]) == ()


@pytest.mark.parametrize("given", ["text", b"text", 5, None, {"a": 1}, [["x"]]])
def test_what_holds_no_events_is_refused(given: object) -> None:
    with pytest.raises(InputError, match="events, reports or lists"):
        chronology(given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("edtf", "possible", "certain"),
    [
        ("2023-09-12", True, True),
        ("2023-09-01", True, True),
        ("2023-09-30", True, True),
        ("2023-08-31", False, False),
        ("2023-10-01", False, False),
        ("2023-09", True, True),
        ("2023", True, False),
        ("2023~", True, False),
        ("2023-09~", True, False),
        ("2023-08-30/2023-09-02", True, False),
        ("../2023-09-05", True, False),
        ("2023-10/..", False, False),
        ("XXXX-09-12", False, False),
        (None, False, False),
    ],
)
def test_a_window_holds_what_may_lie_in_it_or_what_certainly_does(edtf: str, possible: bool, certain: bool) -> None:
    event = on(edtf)
    assert bool(between([event], "2023-09-01", "2023-09-30")) is possible
    assert bool(between([event], date(2023, 9, 1), EventDate.from_edtf("2023-09-30"), certain=True)) is certain
    assert during([event], "2023-09") == between([event], "2023-09-01", "2023-09-30")
    assert during([event], "2023-09", certain=True) == between([event], "2023-09-01", "2023-09-30", certain=True)


def test_a_window_may_be_open_on_either_side() -> None:
    early, late, never = on("2001"), on("2023-09-12"), on(None)
    assert since([early, late, never], "2023") == (late,)
    assert between([early, late, never], None, "2001") == (early,)
    assert between([early, late, never], None, None) == (early, late)
    assert since([on("2023/..")], "2023", certain=True) == (on("2023/.."),)


@pytest.mark.parametrize(("start", "end"), [("2023", "2022"), ("soon", None), ("XXXX-01-01", None), (None, "2020/..")])
def test_a_window_that_is_none_is_refused(start: str | None, end: str | None) -> None:
    with pytest.raises(DateError):
        between([], start, end)


def test_only_what_certainly_ended_came_before() -> None:
    visit = on("2023-09-12")
    month, august, undated = on("2023-09"), on("2023-08"), on(None)
    given = [visit, month, august, undated]
    assert before(given, visit) == (august,)
    assert before(given, visit, certain=False) == (august, month)
    assert before(given, "2023-09-12") == before(given, date(2023, 9, 12)) == (august,)
    assert before(given, undated) == ()


@pytest.mark.parametrize(
    ("unit", "keys"),
    [
        ("day", ["2023-09-12", None]),
        ("week", ["2023-W37", None]),
        ("month", ["2023-08", "2023-09", None]),
        ("quarter", ["2023-Q3", None]),
        ("year", ["2023", None]),
        ("decade", ["202X", None]),
    ],
)
def test_events_are_grouped_by_the_unit_in_which_they_certainly_lie(unit: str, keys: list[str | None]) -> None:
    given = [on("2023-09-12"), on("2023-08"), on(None), on("2023-07/.."), on("2023~")]
    groups = group_by(given, unit)
    assert list(groups) == keys
    assert sorted(dates(sum(groups.values(), ()))) == sorted(dates(tuple(given)))


def test_an_unknown_unit_is_refused() -> None:
    with pytest.raises(InputError, match="'fortnight' is no unit"):
        group_by([], "fortnight")


def test_a_gap_has_no_day_on_which_an_event_may_lie() -> None:
    given = [on("2023-01-01"), on("2023-01-05"), on("2023-01-06"), on("2023-01"), on("2023-03-01"), on(None)]
    found = gaps(given)
    assert [(g.start.isoformat(), g.end.isoformat(), g.days) for g in found] == [("2023-02-01", "2023-02-28", 28)]
    assert gaps(given, at_least=29) == ()
    assert gaps([on("2023-01-01/.."), on("2024-01-01")]) == ()
    assert gaps([on("2023-01-01"), on("2023-01-02")]) == ()
    assert [g.days for g in gaps([on("2023-01-01"), on("2023-01-03")])] == [1]


LAVROV = Actor(name="Sergei Lavrov", kind="person", country="RUS")
OSLO = Place(name="Oslo", country="NOR")


def test_a_plan_goes_with_the_visit_that_followed() -> None:
    plan = on("2023-09", visitors=(LAVROV,), destinations=(OSLO,), status="planned")
    trip = on("2023-09-12", visitors=(LAVROV,), destinations=(OSLO,))
    other_year = on("2021-09-12", visitors=(LAVROV,), destinations=(OSLO,))
    elsewhere = on("2023-09-12", visitors=(LAVROV,), destinations=(Place(name="Paris", country="FRA"),))
    [run] = runs([elsewhere, other_year, trip, plan])
    assert (run.planned.event, run.occurred.event) == (plan, trip)


def test_a_plan_that_fits_two_visits_equally_well_is_left_out() -> None:
    plan = on("2023-09", visitors=(LAVROV,), destinations=(OSLO,), status="planned")
    trips = [on(day, visitors=(LAVROV,), destinations=(OSLO,)) for day in ("2023-09-02", "2023-09-25")]
    assert runs([plan, *trips]) == ()


def test_the_publication_day_says_which_visit_an_undated_plan_meant() -> None:
    plan = on(None, visitors=(LAVROV,), destinations=(OSLO,), status="planned")
    trip = on("2023-09-12", visitors=(LAVROV,), destinations=(OSLO,))
    assert runs([plan, trip]) == ()
    [run] = runs([Report(published="2023-09-01", events=(plan,)), Report(published="2023-09-13", events=(trip,))])
    assert run.planned.source is not None
    assert run.planned.source.published == date(2023, 9, 1)
    assert runs([Report(published="2019-09-01", events=(plan,)), Report(events=(trip,))]) == ()


@pytest.mark.parametrize(
    "first",
    [
        "dipevents",
        "dipevents.timeline",
        "dipevents.relations",
        "dipevents.stories",
        "dipevents.export.markdown",
        "dipevents.models",
    ],
)
def test_the_front_door_has_the_function_whatever_is_imported_first(first: str) -> None:
    code = (
        f"import {first}, dipevents, dipevents.relations; print(dipevents.chronology([]), dipevents.merge([]).reports)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert ran.stdout == "() ()\n"


def test_no_module_has_the_name_of_a_function_of_the_front_door() -> None:
    functions = {name for name, home in dipevents._HOME.items() if home != f"dipevents.{name}"}
    modules = {path.stem for folder in dipevents.__path__ for path in __import__("pathlib").Path(folder).iterdir()}
    assert not functions & modules
