"""The page's timeline and graph: where things lie, and what shape they have."""

from __future__ import annotations

import re
from datetime import date

from dipevents.export.page import to_html
from dipevents.export.page_entries import entries_of
from dipevents.export.page_graph import draw_graph, draw_table, links_between
from dipevents.export.page_timeline import axis_of, draw_axis, draw_grid, draw_lane
from dipevents.models.actor import Actor
from dipevents.models.arms_deal import ArmsDeal, ArmsItem
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence
from dipevents.models.place import Place
from dipevents.models.report import Report
from dipevents.models.visit import Visit
from dipevents.models.warning import Warning
from dipevents.parties import stage_of

TEXT = "Wang Yi flew to Oslo in May. Norway warned China that it would not sell him radars."
FIRST, SECOND = Evidence.of(TEXT, 0, 28), Evidence.of(TEXT, 29, len(TEXT))
WANG = Actor(name="Wang Yi", kind="person", country="CHN", mentions=(Evidence.of(TEXT, 0, 7),))
NORWAY = Actor(name="Norway", kind="state", country="NOR")
CHINA = Actor(name="China", kind="state", country="CHN")
OSLO = Place(name="Oslo", country="NOR", evidence=Evidence.of(TEXT, 16, 20))
MAY = EventDate.from_edtf("2024-05", "May", (Evidence.of(TEXT, 24, 27),))
VISIT = Visit(evidence=(FIRST,), visitors=(WANG,), destinations=(OSLO,), when=MAY)
WARNING = Warning(evidence=(SECOND,), issuers=(NORWAY,), targets=(CHINA,), about="it would not sell", kind="threat")
DEAL = ArmsDeal(
    evidence=(SECOND,), suppliers=(NORWAY,), recipients=(CHINA,), items=(ArmsItem(text="radars"),), status="denied"
)
REPORT = Report(
    text=TEXT,
    published="2024-06-03",
    title="A visit",
    source="The Wire",
    url="https://example.org/1",
    events=(VISIT, WARNING, DEAL),
)


def test_status_is_shown_by_more_than_colour() -> None:
    assert [stage_of(Visit(status=s)) for s in ("occurred", "planned", "possible", "cancelled")] == [
        "firm",
        "planned",
        "possible",
        "off",
    ]
    page = to_html(Report(text=TEXT, published="2024-06-03", events=(VISIT, DEAL)))
    assert '<use href="#m-visit" class="m firm"' in page
    assert '<use href="#m-arms_deal" class="m off"/><use href="#m-cross" class="cross"/>' in page
    assert '<span class="status off">denied</span>' in page


def lane(edtf: str, status: str = "occurred", span: str = "2024-01-01/2024-12-31", *, frame: bool = False) -> str:
    dates = (EventDate(edtf=edtf, frame=frame), EventDate.from_edtf(span))
    entries = entries_of([Report(text="x", events=tuple(Visit(when=when, status=status) for when in dates))])
    axis = axis_of(entries)
    assert axis is not None
    return next(draw_lane(entry, axis) for entry in entries if entry.event.when == dates[0])


def test_a_vague_date_is_a_bracket_over_all_days_that_it_may_mean() -> None:
    assert 'class="vague"' in lane("2024-05")
    assert lane("2024-05").count('href="#end"') == 2
    assert 'class="vague"' in lane("2024-05-20~/2024-05-25")
    assert 'class="vague"' in lane("2024-05-20/2024-05-26", frame=True)  # "last week"


def test_a_stay_of_known_days_is_a_bar_and_a_day_a_mere_shape() -> None:
    assert 'class="stay"' in lane("2024-05-20/2024-05-25")
    assert "<rect" not in lane("2024-05-20")


def test_an_open_date_reaches_the_border_and_has_one_end() -> None:
    assert lane("2024-05/..").count('href="#end"') == 1
    assert 'x="0.0%"' in lane("../2024-05")


def test_what_is_denied_is_crossed() -> None:
    assert "#m-cross" in lane("2024-05-20", "cancelled")


def test_an_undated_event_has_the_day_of_its_article_and_no_shape() -> None:
    entries = entries_of([Report(text="x", published="2024-06-03", events=(Visit(),))])
    axis = axis_of(entries)
    assert axis is not None
    assert 'href="#told"' in draw_lane(entries[0], axis)
    assert "#m-visit" not in draw_lane(entries[0], axis)


def test_without_any_date_there_is_no_axis() -> None:
    assert axis_of(entries_of([Report(text="x", events=(Visit(),))])) is None


def test_the_axis_never_runs_backwards_and_keeps_to_the_picture() -> None:
    dates = ("1954", "1995-02-03", "2024-04-01", "2024-04-03", "2024-04-09", "2024-05-01", "2024-06-22")
    entries = entries_of([Report(text="x", events=tuple(Visit(when=EventDate.from_edtf(d)) for d in dates))])
    axis = axis_of(entries)
    assert axis is not None
    places = [axis.at(date(1950, 1, 1) + (date(2026, 1, 1) - date(1950, 1, 1)) * i / 500) for i in range(501)]
    assert places == sorted(places)
    assert places[0] >= 0
    assert places[-1] <= 100
    assert axis.folds
    assert axis.at(date(2024, 6, 22)) - axis.at(date(2024, 4, 1)) > 50
    assert 'class="fold"' in draw_axis(axis)
    assert draw_grid(axis).count("<line") == draw_axis(axis).count("<g ")


def test_the_longest_span_of_years_is_drawn_in_no_time() -> None:
    dates = ("0001-01-01", "9999-12-31", "../0500", "9000/..")
    page = to_html(Report(text="x", events=tuple(Visit(when=EventDate.from_edtf(d)) for d in dates)))
    assert "9999" in page


def test_actors_count_for_their_state_and_bodies_without_one_for_themselves() -> None:
    oas = Actor(name="Organization of American States", kind="igo")
    nobody = Actor(name="spokesman", kind="person")
    events = (
        VISIT,
        Visit(visitors=(WANG,), hosts=(NORWAY,)),
        Warning(issuers=(oas,), targets=(CHINA,), about="x"),
        Warning(issuers=(nobody,), targets=(CHINA,), about="x"),
    )
    entries = entries_of([Report(text=TEXT, events=events)])
    found = [(link.source, link.kind, link.target, len(link.entries)) for link in links_between(entries, states=True)]
    assert found == [
        ("China", "visit", "Norway", 2),
        ("Organization of American States", "warning", "China", 1),
    ]
    people = {(link.source, link.target) for link in links_between(entries, states=False)}
    assert {("Wang Yi", "Oslo"), ("Wang Yi", "Norway"), ("spokesman", "China")} <= people


def test_the_graph_draws_the_parties_with_most_events_and_the_table_all() -> None:
    states = [Actor(name=f"State {i}", kind="state") for i in range(30)]
    events = [Warning(issuers=(a,), targets=(states[0],), about=a.name) for a in states[1:]]
    links = links_between(entries_of([Report(text="x", events=tuple(events))]), states=False)
    assert draw_graph(links, "x").count('class="node"') == 16
    assert "14 parties with fewer events are in the table only." in draw_graph(links, "x")
    assert draw_table(links).count("<tr data-e=") == 29


def test_two_parties_stand_side_by_side_and_their_ties_do_not_hide_each_other() -> None:
    back = Warning(issuers=(CHINA,), targets=(NORWAY,), about="x")
    links = links_between(entries_of([Report(text="x", events=(WARNING, DEAL, back))]), states=True)
    paths = re.findall(r'marker-end="[^"]*" d="(.*?)"', draw_graph(links, "x"))
    assert len(set(paths)) == 3
