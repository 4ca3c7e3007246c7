"""Laws of events in time."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, strategies as st

from dipevents.intervals import Certainty, Relation, allen
from dipevents.models.event_date import EventDate
from dipevents.testing import event_dates, events
from dipevents.timeline import Unit, before, between, chronology, gaps, group_by

if TYPE_CHECKING:
    from dipevents.models.event import Event

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
            window = EventDate.from_edtf(f"{gap.start}/{gap.end}")
            for event in chronology(given_events).dated:
                assert event.when is not None
                assert event.when.is_approximate or not window.may_overlap(event.when)
        assert all((b.start - a.end).days > 1 for a, b in pairwise(found))

    @given(LISTS)
    def test_nothing_comes_before_itself(self, given_events: list[Event]) -> None:
        for event in given_events:
            assert event not in before(given_events, event)
            assert event not in before(given_events, event, certain=False)


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
