"""Laws of every public type and of the strategies that draw it."""

from __future__ import annotations

import copy
import dataclasses
import enum
import inspect
import pickle
import re
from collections import Counter
from importlib import import_module
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings, strategies as st
from pydantic import ValidationError

import dipevents
from dipevents import relations, stories, testing, timeline
from dipevents.errors import DipeventsError
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence
from dipevents.parser import Parser
from dipevents.timeline import Chronology

if TYPE_CHECKING:
    from datetime import date

    from dipevents.mentions.attributions import Attribution
    from dipevents.mentions.dates import DateMention
    from dipevents.models.event import Event
    from dipevents.models.report import Report, Unread
    from dipevents.stories import Story

STRATEGIES: dict[type, st.SearchStrategy[Any]] = {
    dipevents.Actor: testing.actors(),
    dipevents.ArmsDeal: testing.arms_deals(),
    dipevents.ArmsItem: testing.arms_items(),
    dipevents.Attribution: testing.attributions(),
    Chronology: testing.chronologies(),
    dipevents.DateMention: testing.date_mentions(),
    dipevents.Event: testing.events(),
    EventDate: testing.event_dates(),
    Evidence: testing.evidences(),
    dipevents.ExpertOpinion: testing.opinions(),
    dipevents.Failure: testing.failures(),
    dipevents.Money: testing.moneys(),
    dipevents.Place: testing.places(),
    dipevents.Report: testing.reports(),
    dipevents.Source: testing.sources(),
    dipevents.Statement: testing.statements(),
    dipevents.Story: testing.stories(),
    dipevents.Unread: testing.unreads(),
    dipevents.Visit: testing.visits(),
    dipevents.Warning: testing.warnings(),
}
PUBLIC = [getattr(dipevents, name) for name in (*dipevents.__all__, "Warning")]
TYPES = [one for one in PUBLIC if inspect.isclass(one) and not issubclass(one, enum.Enum | DipeventsError | Parser)]
ENUMS = [one for one in PUBLIC if inspect.isclass(one) and issubclass(one, enum.Enum)]
RECORDS = [kind for kind in TYPES if dataclasses.is_dataclass(kind)]


def test_every_public_type_has_a_strategy() -> None:
    assert {kind.__name__ for kind in TYPES} == {kind.__name__ for kind in STRATEGIES}


def test_every_public_function_and_type_is_named_in_a_law() -> None:
    """A name that no law speaks of is one whose law has been forgotten."""
    modules = [timeline, relations, stories, testing]
    forms = ("calendar", "colt", "graph", "markdown", "plover", "sipri", "tables")
    modules += [import_module(f"dipevents.export.{name}") for name in forms]
    names = {name for module in modules for name in module.__all__} | set(dipevents.__all__)
    laws = "\n".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    constants = {"LOST", "COLUMNS"}
    assert sorted(name for name in names - constants if not re.search(rf"\b{name}\b", laws)) == []


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_what_is_drawn_is_of_its_type(kind: type) -> None:
    @settings(max_examples=10)
    @given(STRATEGIES[kind])
    def is_of_its_type(value: object) -> None:
        assert isinstance(value, kind)

    is_of_its_type()


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_records_are_values(kind: type) -> None:
    """Equal by content, hashable, unchangeable, the same after a copy."""

    @settings(max_examples=15)
    @given(STRATEGIES[kind])
    def are_values(value: Any) -> None:
        same = dataclasses.replace(value)
        assert same == value
        assert hash(same) == hash(value)
        assert repr(same) == repr(value)
        assert copy.deepcopy(value) == value
        assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - between the processes of a pool
        name = dataclasses.fields(value)[0].name
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, name, getattr(value, name))
        with pytest.raises((TypeError, ValidationError)):
            dataclasses.replace(value, mood="grim")

    are_values()


@pytest.mark.parametrize("kind", ENUMS, ids=lambda kind: kind.__name__)
def test_the_members_of_an_enumeration_are_their_lower_case_words(kind: type[enum.Enum]) -> None:
    """ActorKind, DealStatus, Precision, Stance, VisitStatus, WarningKind, WarningStatus."""
    for member in kind:
        assert kind(member.value) is member
        assert member.value == str(member) == member.value.lower()


class TestEvidence:
    @given(testing.texts(), st.data())
    def test_a_quotation_of_a_text_is_that_stretch_of_it(self, text: str, data: st.DataObject) -> None:
        start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
        if start == end:
            with pytest.raises(ValidationError):
                Evidence.of(text, start, end)
        else:
            quote = Evidence.of(text, start, end)
            assert (quote.start, quote.end, quote.text) == (start, end, text[start:end])

    @given(st.lists(testing.evidences("Kim Jong Un arrived in Moscow on Tuesday."), min_size=2, max_size=2))
    def test_overlap_is_symmetric_and_means_a_common_character(self, pair: list[Evidence]) -> None:
        a, b = pair
        common = set(range(a.start, a.end)) & set(range(b.start, b.end))
        assert a.overlaps(b) == b.overlaps(a) == bool(common)


class TestEvents:
    @given(testing.events(), testing.events())
    def test_ids_are_equal_for_equal_content_and_only_for_it(self, a: Event, b: Event) -> None:
        assert (a == b) == (a.id == b.id)
        assert re.fullmatch("[0-9a-f]{12}", a.id)

    @given(testing.events())
    def test_an_event_begins_with_its_evidence(self, event: Event) -> None:
        assert event.start == min(quote.start for quote in event.evidence)


class TestEventDates:
    @given(st.dates(), st.integers(2, 400))
    def test_a_day_that_lasts_or_ends_so_many_days_is_as_long(self, day: date, days: int) -> None:
        on = EventDate.on(day)
        for one in (on.lasting(days), on.ending(days)):
            assert one == on or one.days == days  # the calendar has a first and a last day
            assert one.contains(on)

    @given(testing.event_dates())
    def test_the_ends_of_a_date_lie_within_it_and_span_it(self, when: EventDate) -> None:
        if when.begin and when.end and when.precision == "interval":
            span = EventDate.spanning(when.begin, when.end)
            assert (span.earliest, span.latest) == (when.earliest, when.latest)
        assert when.days is None or when.days >= 1
        assert when.is_approximate or when.earliest is None or when.latest is None or when.contains(when)

    @given(testing.edtf_strings())
    def test_a_date_is_its_string(self, edtf: str) -> None:
        assert EventDate.from_edtf(edtf) == EventDate(edtf=edtf)
        assert str(EventDate.from_edtf(edtf)) == edtf

    @given(st.lists(testing.event_dates(), max_size=4))
    def test_what_certainly_ended_before_sorts_before(self, dates: list[EventDate]) -> None:
        ordered = sorted(dates, key=lambda when: when.sort_key)
        assert not any(later.ended_before(earlier) for earlier, later in combinations(ordered, 2))


class TestStrategies:
    """What the strategies promise: all that is drawn for a text quotes it."""

    @given(testing.texts(), st.data())
    def test_what_is_drawn_for_a_text_quotes_it(self, text: str, data: st.DataObject) -> None:
        unread: Unread = data.draw(testing.unreads(text))
        mention: DateMention = data.draw(testing.date_mentions(text))
        credited: Attribution = data.draw(testing.attributions(text))
        quotes = [unread.evidence, *(q for one in credited.walk() for q in (*one.cue, *one.content))]
        assert all(text[quote.start : quote.end] == quote.text for quote in quotes)
        assert text[mention.start : mention.end] == mention.text
        assert [one.depth for one in credited.walk()] == list(range(len(list(credited.walk()))))

    @given(testing.reports())
    def test_opinions_are_about_events_of_their_report_in_text_order(self, report: Report) -> None:
        ids = {event.id for event in report.events}
        assert all(set(one.about) <= ids for one in report.opinions)
        assert all(a.start <= b.start for a, b in pairwise(report.events))

    @settings(max_examples=10)
    @given(testing.articles())
    def test_articles_are_english(self, article: str) -> None:
        assert dipevents.parse(article).unread == ()

    def test_articles_hold_events_of_every_type(self) -> None:
        found: Counter[str] = Counter()

        @settings(max_examples=60)
        @given(testing.articles())
        def count(article: str) -> None:
            found.update(event.type_name() for event in dipevents.parse(article, published="2023-09-13").events)

        count()
        assert {"visit", "warning", "arms_deal", "expert_opinion"} <= set(found)


class TestStories:
    @given(testing.stories())
    def test_a_happening_has_a_step_for_each_statement_and_one_of_their_events(self, story: Story) -> None:
        for happening in story.happenings:
            assert [step.statement for step in happening.history] == list(happening.statements)
            assert happening.event in [one.event for one in happening.statements]
            assert happening.when == happening.event.when
        assert Counter(story.chronology) == Counter(happening.event for happening in story.happenings)

    @given(testing.stories())
    def test_a_contradiction_is_between_two_statements_of_two_statuses(self, story: Story) -> None:
        for happening in story.happenings:
            for clash in happening.contradictions:
                told = [happening.statements.index(one) for one in (clash.first, clash.second)]
                assert told == sorted(told)
                assert getattr(clash.first.event, clash.field) != getattr(clash.second.event, clash.field)


def test_step_and_contradiction_are_those_of_a_story() -> None:
    """Of the two laws above neither is empty: a Step and a Contradiction."""
    day = EventDate.from_edtf("2023-09-12")
    who, where = dipevents.Actor(name="Wang Yi", kind="person", country="CHN"), dipevents.Place(name="Oslo")
    said = [
        dipevents.Report(
            published=f"2023-09-1{i}",
            events=(dipevents.Visit(visitors=(who,), destinations=(where,), when=day, status=status),),
        )
        for i, status in enumerate(("occurred", "cancelled"))
    ]
    (happening,) = dipevents.merge(said).happenings
    assert isinstance(happening.history[0], stories.Step)
    assert isinstance(happening.contradictions[0], stories.Contradiction)
    assert isinstance(happening, stories.Happening)
