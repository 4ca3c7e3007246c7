"""Laws of relations, of parties, and of what holds events."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, strategies as st

from dipevents.models.actor import Actor
from dipevents.models.arms_deal import ArmsDeal
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.statement import Source, events_of, statements_of
from dipevents.parties import By, acting, belongs_to, key_of, participants, party_of, status_of
from dipevents.relations import (
    dyads,
    opinions_about,
    paths,
    select,
    visits_between,
    warnings_about,
)
from dipevents.sameness import fold, same_actor
from dipevents.testing import actors, arms_deals, events, reports, statements, visits, warnings
from dipevents.timeline import between, chronology

if TYPE_CHECKING:
    from dipevents.models.event import Event
    from dipevents.models.report import Report
    from dipevents.models.statement import Statement
    from dipevents.models.visit import Visit
    from dipevents.models.warning import Warning

LISTS = st.lists(events(), max_size=4)
COUNTRIES = st.sampled_from(("RUS", "PRK", "CHN", "USA", "NOR"))


class TestSelect:
    """Conditions narrow, each by itself, in whatever order."""

    @given(LISTS, st.sampled_from(("visit", "warning", "arms_deal")), COUNTRIES)
    def test_conditions_together_are_one_after_the_other(self, found: list[Event], kind: str, country: str) -> None:
        both = select(found, type=kind, country=country)
        assert both == select(select(found, type=kind), country=country)
        assert both == select(select(found, country=country), type=kind)
        assert all(event.type_name() == kind for event in both)

    @given(LISTS, st.dates(), st.dates())
    def test_days_are_a_window(self, found: list[Event], one: object, other: object) -> None:
        first, last = sorted((one, other))  # type: ignore[type-var]
        assert select(found, since=first, until=last) == between(found, first, last)

    @given(LISTS)
    def test_statuses_are_a_partition(self, found: list[Event]) -> None:
        statuses = {status_of(event) for event in found} - {None}
        told = [event for status in statuses for event in select(found, status=status)]
        assert Counter(told) == Counter(event for event in found if status_of(event) is not None)

    @given(LISTS)
    def test_an_actor_with_a_name_selects_his_events(self, found: list[Event]) -> None:
        for event in found:
            for part in participants(event):
                if isinstance(part.who, Actor) and fold(part.who.name):
                    assert event in select(found, actor=part.who)


class TestTies:
    """What is asked of two parties or of one event speaks of no other."""

    @given(st.lists(visits(), max_size=4), COUNTRIES, COUNTRIES)
    def test_visits_between_two_are_those_between_the_other_two(self, found: list[Visit], a: str, b: str) -> None:
        told = visits_between(found, a, b)
        assert told == visits_between(found, b, a)
        assert told == chronology(told)
        for event in told:
            countries = [{part.who.country for part in acting(event, side)} for side in (0, 1)]
            assert (a in countries[0] and b in countries[1]) or (b in countries[0] and a in countries[1])

    @given(st.lists(events(), max_size=6), COUNTRIES, COUNTRIES)
    def test_paths_are_shortest_chains_from_one_to_the_other_and_back(self, found: list[Event], a: str, b: str) -> None:
        chains = paths(found, a, b)
        ties = dyads(found)
        assert len({len(chain) for chain in chains}) <= 1
        for chain in chains:
            ends = [{key_of(tie.source), key_of(tie.target)} for tie in chain]
            assert all(tie in ties for tie in chain)
            assert all(here & there for here, there in pairwise(ends))
            assert fold(a) in {fold(name) for name, _, _ in ends[0]}
            assert fold(b) in {fold(name) for name, _, _ in ends[-1]}
        assert {chain[::-1] for chain in chains} == set(paths(found, b, a))

    @given(reports(max_events=3))
    def test_opinions_about_an_event_name_it(self, report: Report) -> None:
        for event in report.events:
            told = opinions_about(report, event)
            assert Counter(told) == Counter(one for one in report.opinions if event.id in one.about)
            assert all(isinstance(one, ExpertOpinion) for one in told)

    @given(st.lists(warnings(), max_size=3), arms_deals())
    def test_warnings_about_a_deal_name_one_of_its_items(self, found: list[Warning], deal: ArmsDeal) -> None:
        told = warnings_about(found, deal)
        assert set(told) <= set(found)
        assert list(told) == list(chronology(told))
        assert not warnings_about(found, ArmsDeal(suppliers=deal.suppliers, recipients=deal.recipients))


class TestParties:
    """Who takes part, and as what."""

    @given(events())
    def test_everybody_takes_part_and_belongs_to_himself_and_his_country(self, event: Event) -> None:
        for part in participants(event):
            assert not fold(part.who.name) or belongs_to(part.who, part.who.name)
            assert part.who.country is None or belongs_to(part.who, part.who.country)
        sides = [one for side in (0, 1) for one in acting(event, side)]
        assert all(one in participants(event) for one in sides)

    @given(actors(), st.sampled_from(By))
    def test_a_party_stands_for_its_actor(self, who: Actor, by: By) -> None:
        party = party_of(who, by)
        if by is By.ACTOR:
            assert party is not None
            assert (party.name, party.kind, party.country) == (who.name, who.kind, who.country)
        elif by is By.COUNTRY:
            assert (party and party.country) == who.country
        assert party is None or not fold(who.name) or belongs_to(who, party.country or party.name)

    @given(actors(), actors())
    def test_sameness_of_actors_is_symmetric_and_does_not_mix_countries(self, a: Actor, b: Actor) -> None:
        assert same_actor(a, b) == same_actor(b, a)
        if same_actor(a, b):
            assert a.kind == b.kind
            assert None in (a.country, b.country) or a.country == b.country

    @given(actors())
    def test_an_actor_with_a_name_is_himself(self, who: Actor) -> None:
        assert same_actor(who, who) or not fold(who.name)

    @given(st.text(max_size=30))
    def test_folding_again_changes_nothing(self, name: str) -> None:
        assert fold(" ".join(fold(name))) == fold(name)


class TestHolders:
    """Whatever holds events gives them in order, with their article."""

    @given(st.lists(reports(max_events=2), max_size=2), LISTS, st.lists(statements(), max_size=2))
    def test_everything_is_taken_apart_in_order(
        self, some: list[Report], loose: list[Event], said: list[Statement]
    ) -> None:
        expected = [event for report in some for event in report.events] + loose + [one.event for one in said]
        assert list(events_of(some, loose, said)) == expected
        told = statements_of([some, [loose, said]])
        assert [one.event for one in told] == expected
        assert statements_of(told) == told
        assert [one.source for one in told] == [
            *(Source.of(report) for report in some for _ in report.events),
            *(None for _ in loose),
            *(one.source for one in said),
        ]

    @given(reports(max_events=0))
    def test_a_source_is_the_report_without_what_it_says(self, report: Report) -> None:
        source = Source.of(report)
        told = (source.url, source.source, source.title, source.published)
        assert told == (report.url, report.source, report.title, report.published)
