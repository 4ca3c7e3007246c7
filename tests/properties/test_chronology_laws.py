"""Laws of events in time."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, strategies as st

from dipevents.intervals import Certainty, Relation, allen
from dipevents.models.event_date import EventDate
from dipevents.models.visit import VisitStatus
from dipevents.parties import status_of
from dipevents.sameness import likeness
from dipevents.testing import event_dates, events, reports
from dipevents.timeline import Gap, Run, Unit, before, between, chronology, during, gaps, group_by, runs, since

if TYPE_CHECKING:
    from dipevents.models.event import Event
    from dipevents.models.report import Report

LISTS = st.lists(events(), max_size=4)
INVERSE = {
    Relation.BEFORE: Relation.AFTER,
    Relation.MEETS: Relation.MET_BY,
    Relation.OVERLAPS: Relation.OVERLAPPED_BY,
    Relation.STARTS: Relation.STARTED_BY,
    Relation.DURING: Relation.CONTAINS,
    Relation.FINISHES: Relation.FINISHED_BY,
    Relation.EQUALS: Relation.EQUALS,
}
INVERSE |= {there: here for here, there in INVERSE.items()}


class TestChronology:
    """Order: a permutation, idempotent, the same for every order of the input."""

    @given(LISTS)
    def test_chronology_keeps_every_event(self, given_events: list[Event]) -> None:
        assert Counter(chronology(given_events)) == Counter(given_events)

    @given(LISTS)
    def test_chronology_of_a_chronology_is_itself(self, given_events: list[Event]) -> None:
        once = chronology(given_events)
        assert chronology(once) == once

    @given(LISTS.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
    def test_chronology_does_not_depend_on_the_order_given(self, both: tuple[list[Event], list[Event]]) -> None:
        assert chronology(both[0]) == chronology(both[1])

    @given(LISTS)
    def test_what_certainly_ended_before_another_stands_before_it(self, given_events: list[Event]) -> None:
        told = chronology(given_events)
        for i, later in enumerate(told):
            for earlier in told[:i]:
                assert not (earlier.when and later.when and later.when.ended_before(earlier.when))

    @given(LISTS)
    def test_undated_events_are_last_and_marked(self, given_events: list[Event]) -> None:
        told = chronology(given_events)
        assert told.dated + told.undated == told
        assert all(event.when is not None for event in told.dated)


class TestWindows:
    """Windows, groups and gaps."""

    @given(LISTS, st.dates(), st.dates())
    def test_what_is_certain_is_possible(self, given_events: list[Event], a: object, b: object) -> None:
        start, end = sorted((a, b))  # type: ignore[type-var]
        certain = between(given_events, start, end, certain=True)
        assert set(certain) <= set(between(given_events, start, end)) <= set(chronology(given_events).dated)

    @given(LISTS, st.sampled_from(Unit))
    def test_groups_are_a_partition(self, given_events: list[Event], unit: Unit) -> None:
        groups = group_by(given_events, unit)
        assert Counter(e for group in groups.values() for e in group) == Counter(given_events)
        labels = [label for label in groups if label is not None]
        assert labels == sorted(labels)

    @given(LISTS)
    def test_no_event_may_lie_in_a_gap(self, given_events: list[Event]) -> None:
        found = gaps(given_events)
        for gap in found:
            assert isinstance(gap, Gap)
            window = EventDate.from_edtf(f"{gap.start}/{gap.end}")
            assert gap.days == window.days
            for event in chronology(given_events).dated:
                assert event.when is not None
                assert event.when.is_approximate or not window.may_overlap(event.when)
        assert all((b.start - a.end).days > 1 for a, b in pairwise(found))

    @given(LISTS)
    def test_nothing_comes_before_itself(self, given_events: list[Event]) -> None:
        for event in given_events:
            assert event not in before(given_events, event)
            assert event not in before(given_events, event, certain=False)

    @given(LISTS, event_dates(), st.booleans())
    def test_during_and_since_are_windows(self, given_events: list[Event], when: EventDate, certain: bool) -> None:
        if when.earliest and when.latest:
            assert during(given_events, when, certain=certain) == between(given_events, when, when, certain=certain)
        if when.earliest:
            assert since(given_events, when, certain=certain) == between(given_events, when, None, certain=certain)

    @given(LISTS, event_dates())
    def test_what_certainly_came_before_may_have_come_before(self, given_events: list[Event], when: EventDate) -> None:
        certain = before(given_events, when)
        assert set(certain) <= set(before(given_events, when, certain=False))
        assert all(event.when is not None and event.when.ended_before(when) for event in certain)


class TestRuns:
    """A plan and the visit that came of it."""

    @given(st.lists(reports(max_events=3), max_size=3))
    def test_a_run_is_a_plan_and_a_visit_that_are_alike(self, given_reports: list[Report]) -> None:
        found = runs(given_reports)
        for run in found:
            assert status_of(run.planned.event) in {VisitStatus.PLANNED, VisitStatus.POSSIBLE}
            assert status_of(run.occurred.event) == VisitStatus.OCCURRED
            assert isinstance(run, Run)
            assert likeness(run.planned, run.occurred) > 0
        assert found == runs(given_reports[::-1])


class TestAllen:
    """Allen's relations: exhaustive, exclusive, mirrored, in accord with the predicates of dates."""

    @given(event_dates(), event_dates())
    def test_some_relation_is_possible_and_a_certain_one_is_alone(self, a: EventDate, b: EventDate) -> None:
        said = Counter(allen(a, b).values())
        assert said[Certainty.IMPOSSIBLE] < len(Relation)
        assert said[Certainty.CERTAIN] == (said[Certainty.IMPOSSIBLE] == len(Relation) - 1)

    @given(event_dates(), event_dates())
    def test_the_other_way_round_each_relation_is_its_inverse(self, a: EventDate, b: EventDate) -> None:
        there, back = allen(a, b), allen(b, a)
        assert all(there[relation] == back[INVERSE[relation]] for relation in Relation)

    @given(event_dates(), event_dates())
    def test_what_ended_before_is_before_or_meets(self, a: EventDate, b: EventDate) -> None:
        if a.ended_before(b):
            said = allen(a, b)
            assert {r for r in Relation if said[r] is not Certainty.IMPOSSIBLE} <= {Relation.BEFORE, Relation.MEETS}

    @given(event_dates())
    def test_a_date_may_equal_itself(self, a: EventDate) -> None:
        assert allen(a, a)[Relation.EQUALS] is not Certainty.IMPOSSIBLE
