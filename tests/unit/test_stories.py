"""Across articles: one happening for all its statements, its history, its contradictions."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dipevents.errors import InputError
from dipevents.export.calendar import to_ical
from dipevents.export.colt import to_colt
from dipevents.export.markdown import to_markdown
from dipevents.export.page import to_html
from dipevents.export.rows import event_rows
from dipevents.export.sipri import to_sipri
from dipevents.models.actor import Actor
from dipevents.models.arms_deal import ArmsDeal, ArmsItem
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence
from dipevents.models.place import Place
from dipevents.models.report import Report
from dipevents.models.statement import statements_of
from dipevents.models.visit import Visit
from dipevents.relations import armed, visited
from dipevents.stories import Happening, merge
from dipevents.timeline import chronology

if TYPE_CHECKING:
    from dipevents.models.event import Event
    from dipevents.stories import Story

LAVROV = Actor(name="Sergei Lavrov", kind="person", country="RUS")
OSLO = Place(name="Oslo", country="NOR")
FRANCE = Actor(name="France", kind="state", country="FRA")
INDIA = Actor(name="India", kind="state", country="IND")


def trip(status: str, day: str | None = None) -> Visit:
    when = EventDate.from_edtf(day) if day else None
    return Visit(visitors=(LAVROV,), destinations=(OSLO,), status=status, when=when)


def deal(status: str) -> ArmsDeal:
    return ArmsDeal(suppliers=(FRANCE,), recipients=(INDIA,), items=(ArmsItem(text="six boats"),), status=status)


def article(source: str, published: str | None, *events: Event) -> Report:
    text = f"{source} says so."
    quoted = tuple(type(e)(**{**fields(e), "evidence": (Evidence.of(text, 0, len(text)),)}) for e in events)
    return Report(text=text, source=source, published=published, url=f"https://example.org/{source}", events=quoted)


def fields(event: Event) -> dict[str, object]:
    return {name: getattr(event, name) for name in event.__dataclass_fields__}


def history(happening: Happening) -> list[tuple[str, str | None, str | None]]:
    return [
        (str(step.published), step.status, step.statement.source and step.statement.source.source)
        for step in happening.history
    ]


def test_a_planned_visit_and_the_visit_are_one_happening_with_a_history() -> None:
    story = merge(
        article("B", "2023-09-13", trip("occurred", "2023-09-12")),
        article("A", "2023-09-01", trip("planned", "2023-09")),
    )
    [happening] = story.happenings
    assert history(happening) == [("2023-09-01", "planned", "A"), ("2023-09-13", "occurred", "B")]
    assert happening.when == EventDate.from_edtf("2023-09-12")
    assert happening.contradictions == ()
    assert story.chronology == (happening.event,)


def test_a_story_goes_wherever_events_go_with_all_its_articles() -> None:
    told = (article("B", "2023-09-13", trip("occurred", "2023-09-12")), article("A", "2023-09-01", trip("planned")))
    story = merge(told)
    [statement] = statements_of(story)
    assert statements_of([story.happenings[0]]) == (statement,)
    assert [source.source for source in statement.sources] == ["A", "B"]
    assert chronology(story) == story.chronology == (told[0].events[0],)
    assert to_markdown(story).count("(A, 2023\\-09\\-01; B, 2023\\-09\\-13)") == 1
    assert [row["Source"] for row in to_colt(story)] == ["https://example.org/A; https://example.org/B"]
    data = json.loads(story.to_json())
    assert data == story.to_dict()
    assert merge(map(Report.from_dict, data["reports"])) == story
    [happening] = data["happenings"]
    assert [one["report"] for one in happening["statements"]] == [0, 1]
    page = to_html(story)
    assert [page.count(f'href="{link}"') for link in ("#e1", "#w1", "#h1")] == [2, 1, 1]


def test_every_source_keeps_its_evidence() -> None:
    story = merge(article("A", "2023-09-13", trip("occurred")), article("B", "2023-09-13", trip("occurred")))
    [happening] = story.happenings
    told = [(one.source.url, one.event.evidence[0].text) for one in happening.statements if one.source]
    assert sorted(told) == [("https://example.org/A", "A says so."), ("https://example.org/B", "B says so.")]


def test_possible_and_later_denied_is_a_history_and_no_contradiction() -> None:
    [happening] = merge(
        article("A", "2023-09-01", deal("possible")), article("B", "2023-09-05", deal("denied"))
    ).happenings
    assert [step.status for step in happening.history] == ["possible", "denied"]
    assert happening.contradictions == ()


@pytest.mark.parametrize(
    ("a", "b"),
    [(trip("occurred"), trip("cancelled")), (deal("delivered"), deal("denied"))],
)
def test_what_cannot_both_be_true_is_a_contradiction(a: Event, b: Event) -> None:
    [happening] = merge(article("A", "2023-09-01", a), article("B", "2023-09-05", b)).happenings
    [found] = happening.contradictions
    assert found.field == "status"
    assert (found.first.source.source, found.second.source.source) == ("A", "B")  # type: ignore[union-attr]


@pytest.mark.parametrize(("published", "contradictions"), [("2023-09-01", 1), ("2023-09-02", 0)])
@pytest.mark.parametrize(("on", "off"), [(trip("planned"), trip("cancelled")), (deal("agreed"), deal("denied"))])
def test_what_is_called_off_contradicts_only_on_one_day(
    on: Event, off: Event, published: str, contradictions: int
) -> None:
    [happening] = merge(article("A", "2023-09-01", on), article("B", published, off)).happenings
    assert len(happening.contradictions) == contradictions
    assert happening.status == off.status  # type: ignore[attr-defined]


def cancelled_visit() -> Story:
    return merge(
        article("A", "2023-09-05", trip("planned", "2023-09-12")), article("B", "2023-09-07", trip("cancelled"))
    )


def test_a_cancelled_visit_is_cancelled_on_the_day_of_the_plan() -> None:
    story = cancelled_visit()
    [happening] = story.happenings
    assert [step.status for step in happening.history] == ["planned", "cancelled"]
    assert (happening.status, str(happening.when)) == ("cancelled", "2023-09-12")
    assert happening.telling.source is not None
    assert happening.telling.source.source == "B"
    assert happening.event.evidence == happening.telling.event.evidence
    [told] = story.to_dict()["happenings"]
    assert (told["status"], told["when"], told["event"]) == ("cancelled", "2023-09-12", happening.telling.event.id)


def test_every_form_says_that_a_cancelled_visit_is_cancelled() -> None:
    story = cancelled_visit()
    [row] = event_rows(story)
    assert (row["status"], row["when"], row["publisher"], row["statements"]) == ("cancelled", "2023-09-12", "B", 2)
    entry = to_ical(story).split("\r\n")
    assert {"STATUS:CANCELLED", "X-DIPEVENTS-STATUS:cancelled", "DTSTART;VALUE=DATE:20230912"} <= set(entry)
    assert to_colt(story) == []
    assert visited(story, status="planned") == ()
    [tie] = visited(story, status="cancelled")
    assert tie.dates == ("2023-09-12",)
    assert to_html(story).count("articles disagree") == 0


def test_a_cancelled_order_is_no_order_any_more() -> None:
    story = merge(article("A", "2023-09-01", deal("agreed")), article("B", "2023-09-05", deal("denied")))
    assert armed(story) == ()
    [row] = to_sipri(story)
    assert (row["Stage"], row["Numbers ordered"], row["Order date"]) == ("denied", None, None)


def test_days_of_a_visit_that_several_articles_tell_make_its_stay() -> None:
    plan = trip("planned", "2023-09-12/2023-09-14")
    arrival, end = trip("occurred", "2023-09-11"), trip("occurred", "2023-09-14")
    story = merge(
        article("A", "2023-09-08", plan), article("B", "2023-09-11", arrival), article("C", "2023-09-14", end)
    )
    [happening] = story.happenings
    assert (happening.status, str(happening.when)) == ("occurred", "2023-09-11/2023-09-14")
    [row] = to_colt(story)
    assert (row["TripDateExact"], row["TripDuration"]) == (True, 4)


def test_the_article_that_names_who_travels_and_where_has_the_word() -> None:
    minister = Actor(name="Russia's foreign minister", kind="person", country="RUS")
    full = trip("occurred", "2023-09-12")
    country = replace(full, destinations=(Place(name="Norway", country="NOR"),))
    office = replace(full, visitors=(minister,))
    named = replace(full, visitors=(replace(LAVROV, role="Foreign Minister"),))
    for other in (country, office):
        [happening] = merge(article("A", "2023-09-12", named), article("B", "2023-09-13", other)).happenings
        assert happening.telling.source is not None
        assert happening.telling.source.source == "A"


def test_an_article_does_not_tell_as_past_what_comes_weeks_later() -> None:
    told = article("A", "2023-11-04", trip("occurred")), article("B", "2023-11-28", trip("occurred", "2023-11-27"))
    assert len(merge(told).happenings) == 2
    plan = article("A", "2023-11-04", trip("planned"))
    assert len(merge(plan, told[1]).happenings) == 1


def test_events_that_one_article_tells_apart_stay_apart() -> None:
    assert len(merge(article("A", "2023-09-01", trip("planned"), trip("occurred"))).happenings) == 2


def test_a_statement_that_fits_two_happenings_equally_well_stays_alone() -> None:
    story = merge(
        article("A", None, trip("occurred", "2023-09-02")),
        article("B", None, trip("occurred", "2023-09-25")),
        article("C", None, trip("planned", "2023-09")),
    )
    assert [len(happening.statements) for happening in story.happenings] == [1, 1, 1]


def test_a_vague_date_does_not_chain_two_visits_into_one() -> None:
    days = ("2023-09-02", "2023-09-05", "2023-09-08", "2023-09-11")
    story = merge(article(day, None, trip("occurred", day)) for day in days)
    for happening in story.happenings:
        found = [one.event.when.earliest for one in happening.statements if one.event.when and one.event.when.earliest]
        assert (max(found) - min(found)).days <= 3


def test_an_undated_article_joins_by_stated_dates_and_stands_last() -> None:
    [happening] = merge(
        article("A", None, trip("planned", "2023-09-12")), article("B", "2023-09-13", trip("occurred", "2023-09-12"))
    ).happenings
    assert [step.status for step in happening.history] == ["occurred", "planned"]


def test_a_report_given_twice_counts_once() -> None:
    one = article("A", "2023-09-01", trip("planned"))
    assert merge(one, [one], merge(one)) == merge(one)
    assert len(merge(one, one).reports) == 1


@pytest.mark.parametrize("given", ["text", 5, trip("planned"), [None]])
def test_what_is_no_report_is_refused(given: object) -> None:
    with pytest.raises(InputError, match="reports, stories or lists"):
        merge(given)  # type: ignore[arg-type]
