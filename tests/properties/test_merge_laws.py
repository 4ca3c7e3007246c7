"""Laws of merging reports, of likeness and of relations."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings, strategies as st

from dipevents.models.event_date import EventDate
from dipevents.models.report import Report
from dipevents.models.statement import Source, Statement, statements_of
from dipevents.parties import status_of
from dipevents.relations import (
    By,
    Reciprocity,
    Tie,
    armed,
    counterparts,
    dyads,
    reciprocity,
    select,
    visited,
    warned,
)
from dipevents.sameness import Index, blocks, likeness
from dipevents.stories import merge
from dipevents.testing import edtf_strings, events, reports

if TYPE_CHECKING:
    from datetime import date

    from dipevents.models.event import Event

LISTS = st.lists(reports(max_events=2), max_size=3)
SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=50)


class TestMerge:
    """Associative, commutative, idempotent, and nothing lost."""

    @SLOW
    @given(LISTS, LISTS, LISTS)
    def test_merge_is_associative(self, a: list[Report], b: list[Report], c: list[Report]) -> None:
        assert merge(merge(a, b), c) == merge(a, merge(b, c)) == merge(a, b, c)

    @SLOW
    @given(LISTS.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
    def test_merge_is_commutative(self, both: tuple[list[Report], list[Report]]) -> None:
        assert merge(both[0]) == merge(both[1])

    @SLOW
    @given(LISTS)
    def test_merge_is_idempotent(self, given_reports: list[Report]) -> None:
        once = merge(given_reports)
        assert merge(once) == merge(once, once) == merge(given_reports, given_reports) == once

    @SLOW
    @given(LISTS)
    def test_every_event_of_every_report_is_in_one_happening_with_its_source(self, given_reports: list[Report]) -> None:
        story = merge(given_reports)
        told = Counter(statement for happening in story.happenings for statement in happening.statements)
        assert told == Counter(statements_of(story.reports))

    @SLOW
    @given(LISTS)
    def test_the_statements_of_a_happening_are_alike_each_to_each(self, given_reports: list[Report]) -> None:
        for happening in merge(given_reports).happenings:
            assert all(likeness(a, b) for a, b in combinations(happening.statements, 2))
            told = [one.source.published for one in happening.statements if one.source and one.source.published]
            assert told == sorted(told)

    @SLOW
    @given(LISTS)
    def test_what_stands_for_a_happening_is_what_one_article_says_but_for_its_date(
        self, given_reports: list[Report]
    ) -> None:
        for happening in merge(given_reports).happenings:
            assert happening.telling in happening.statements
            assert happening.status == status_of(happening.telling.event) == status_of(happening.event)
            assert replace(happening.event, when=None) == replace(happening.telling.event, when=None)
            told = [one.event.when for one in happening.statements if one.event.when]
            assert not told or happening.when is not None

    @given(events(), st.none() | st.dates())
    def test_a_reprint_joins_what_it_reprints_if_the_two_are_alike(self, event: Event, published: date | None) -> None:
        article, reprint = (Report(published=published, url=url, events=(event,)) for url in ("a", "b"))
        alike = likeness(*statements_of(article, reprint)) > 0
        assert len(merge(article, reprint).happenings) == (1 if alike else 2)


def statements() -> st.SearchStrategy[Statement]:
    source = st.dates().map(lambda day: Source(published=day))
    return st.builds(lambda event, found: Statement(event=event, source=found), events(), st.none() | source)


class TestLikeness:
    """Symmetric, and found by its blocks."""

    @given(statements(), statements())
    def test_likeness_is_symmetric(self, a: Statement, b: Statement) -> None:
        assert likeness(a, b) == likeness(b, a)

    @given(statements(), statements())
    def test_what_is_alike_shares_a_block(self, a: Statement, b: Statement) -> None:
        assert not likeness(a, b) or blocks(a.event) & blocks(b.event)

    @given(statements(), st.none() | st.dates(), st.none() | edtf_strings())
    def test_what_is_alike_is_found_by_the_index(self, a: Statement, published: date | None, edtf: str | None) -> None:
        b = Statement(event=a.event, source=Source(published=published))
        if edtf:
            b = Statement(event=replace(a.event, when=EventDate.from_edtf(edtf)), source=b.source)
        index = Index()
        index.add(a, 7)
        assert not likeness(a, b) or index.near(b) == [7]


class TestRelations:
    """Relations speak of the events given, and of no others."""

    @given(st.lists(events(), max_size=4), st.sampled_from(By))
    def test_ties_hold_events_of_their_type_in_order_whatever_the_order_given(
        self, given_events: list[Event], by: By
    ) -> None:
        for find, name in ((visited, "visit"), (warned, "warning"), (armed, "arms_deal")):
            ties = find(given_events, by=by)
            assert ties == find(given_events[::-1], by=by)
            assert all(set(tie.counts) == {name} and set(tie.events) <= set(given_events) for tie in ties)
            assert all(isinstance(tie, Tie) and sum(tie.counts.values()) == tie.count > 0 for tie in ties)

    @given(st.lists(events(), max_size=4), st.sampled_from(By))
    def test_no_party_has_a_tie_to_itself(self, given_events: list[Event], by: By) -> None:
        assert all(tie.source != tie.target for tie in dyads(given_events, by=by, status="any"))

    @given(st.lists(events(), max_size=4))
    def test_reciprocity_counts_the_visits_of_the_ties(self, given_events: list[Event]) -> None:
        ties = visited(given_events)
        for both in reciprocity(given_events):
            assert isinstance(both, Reciprocity)
            assert both.is_mutual == (bool(both.to_a) and bool(both.to_b))
        assert sum(len(r.to_a) + len(r.to_b) for r in reciprocity(given_events)) == sum(tie.count for tie in ties)

    @given(st.lists(events(), max_size=4), st.sampled_from(("RUS", "PRK", "CHN")))
    def test_counterparts_are_ties_of_the_country(self, given_events: list[Event], country: str) -> None:
        expected = [tie for tie in dyads(given_events) if country in (tie.source.country, tie.target.country)]
        assert Counter(counterparts(given_events, country)) == Counter(expected)

    @given(st.lists(events(), max_size=4))
    def test_select_without_conditions_keeps_all(self, given_events: list[Event]) -> None:
        assert Counter(select(given_events)) == Counter(given_events)
