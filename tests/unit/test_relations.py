"""Who did what with whom."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest

from dipevents.errors import InputError
from dipevents.export.markdown import to_markdown
from dipevents.export.rows import event_rows
from dipevents.export.text import headline
from dipevents.models.actor import Actor
from dipevents.models.arms_deal import ArmsDeal, ArmsItem
from dipevents.models.event import Event
from dipevents.models.event_date import EventDate
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.place import Place
from dipevents.models.record import record
from dipevents.models.report import Report
from dipevents.models.visit import Visit
from dipevents.models.warning import Warning
from dipevents.parties import participants
from dipevents.relations import (
    Tie,
    armed,
    counterparts,
    dyads,
    opinions_about,
    paths,
    reciprocity,
    select,
    visited,
    visits_between,
    warned,
    warnings_about,
)
from dipevents.stories import merge

KIM = Actor(name="Kim Jong Un", kind="person", country="PRK", aliases=("Marshal Kim",))
PUTIN = Actor(name="Vladimir Putin", kind="person", country="RUS", affiliation="Kremlin")
SOUTH = Actor(name="South Korea", kind="state", country="KOR")
RUSSIA = Actor(name="Russia", kind="state", country="RUS")
NORTH = Actor(name="North Korea", kind="state", country="PRK")
NATO = Actor(name="NATO", kind="igo")
MOSCOW = Place(name="Moscow", country="RUS")
PYONGYANG = Place(name="Pyongyang", country="PRK")

THERE = Visit(visitors=(KIM,), hosts=(PUTIN,), destinations=(MOSCOW,), when=EventDate.from_edtf("2023-09-12"))
BACK = Visit(visitors=(PUTIN,), hosts=(KIM,), destinations=(PYONGYANG,), when=EventDate.from_edtf("2024-06-19"))
PLAN = Visit(visitors=(KIM,), destinations=(MOSCOW,), status="planned")
SHELLS = ArmsDeal(
    suppliers=(NORTH,),
    recipients=(RUSSIA,),
    items=(ArmsItem(text="one million shells"), ArmsItem(text="KN-23 missiles", designation="KN-23")),
    status="delivered",
)
DENIED = ArmsDeal(suppliers=(RUSSIA,), recipients=(NORTH,), status="denied")
CAUTION = Warning(issuers=(SOUTH,), targets=(NORTH,), about="sending shells abroad", kind="caution")
DEMAND = Warning(issuers=(NATO,), targets=(RUSSIA,), about="leave the treaty alone", kind="demand")
DOUBT = ExpertOpinion(experts=(Actor(name="analysts", kind="group"),), claim="It pays.", about=(SHELLS.id,))
ALL = Report(events=(THERE, BACK, PLAN, SHELLS, DENIED, CAUTION, DEMAND, DOUBT))


def ends(ties: tuple[Tie, ...]) -> list[tuple[str, str, int]]:
    return [(tie.source.name, tie.target.name, tie.count) for tie in ties]


def test_by_country_a_visit_counts_once_though_host_and_place_share_the_state() -> None:
    assert ends(visited(ALL)) == [("PRK", "RUS", 1), ("RUS", "PRK", 1)]
    assert visited(ALL)[0].dates == ("2023-09-12",)


def test_by_actor_hosts_and_places_are_parties() -> None:
    assert ends(visited([THERE], by="actor")) == [("Kim Jong Un", "Moscow", 1), ("Kim Jong Un", "Vladimir Putin", 1)]


def test_by_body_persons_count_for_their_affiliation() -> None:
    assert ends(warned([Warning(issuers=(PUTIN,), targets=(NATO,))], by="body")) == [("Kremlin", "NATO", 1)]


def test_spellings_of_one_name_are_one_party() -> None:
    other = Visit(visitors=(Actor(name="Kim Jong-un", kind="person", country="PRK"),), destinations=(MOSCOW,))
    assert ends(visited([THERE, other], by="actor"))[0] == ("Kim Jong Un", "Moscow", 2)


def test_a_surname_counts_as_the_one_who_bears_it_in_full() -> None:
    oslo = Place(name="Oslo", country="NOR")
    short, long, other = (
        Visit(visitors=(Actor(name=name, kind="person", country="USA"),), destinations=(oslo,), count=count)
        for count, name in enumerate(("Doyle", "Kevin Doyle", "Ada Doyle"), 2)
    )
    assert ends(visited([short, long], by="actor")) == [("Kevin Doyle", "Oslo", 2)]
    assert ends(visited([long, short], by="actor")) == [("Kevin Doyle", "Oslo", 2)]
    assert set(select([short, long], actor="Kevin Doyle")) == {short, long}
    assert set(visits_between([short, long], "Kevin Doyle", "Oslo")) == {short, long}
    assert [tie.count for tie in counterparts([short, long], "Kevin Doyle", by="actor")] == [2]
    assert [name for name, _, _ in ends(visited([short, long, other], by="actor"))] == [
        "Ada Doyle",
        "Doyle",
        "Kevin Doyle",
    ]


def test_only_what_is_stated_counts_unless_other_statuses_are_asked_for() -> None:
    assert ends(armed(ALL)) == [("PRK", "RUS", 1)]
    assert ends(armed(ALL, status="denied")) == [("RUS", "PRK", 1)]
    assert ends(visited(ALL, status=["planned", "occurred"]))[0] == ("PRK", "RUS", 2)


def test_an_actor_without_a_country_has_no_tie_by_country() -> None:
    assert ends(warned(ALL)) == [("KOR", "PRK", 1)]


def test_visits_between_two_states_are_found_in_both_directions() -> None:
    assert visits_between(ALL, "RUS", "PRK") == visits_between(ALL, "Russia", "north korea") == (THERE, BACK, PLAN)
    assert visits_between(ALL, KIM, "Moscow") == (THERE, PLAN)
    assert visits_between(ALL, "marshal kim", "vladimir putin") == (THERE, BACK)
    assert visits_between(ALL, "PRK", "USA") == ()


def test_a_visit_within_one_side_is_not_between_two() -> None:
    assert visits_between([THERE], "RUS", "RUS") == ()


def test_counterparts_are_those_of_the_asked_alone() -> None:
    assert ends(counterparts(ALL, NATO, by="actor")) == [("NATO", "Russia", 1)]
    assert {tie.source.name for tie in counterparts(ALL, "KOR")} == {"KOR"}
    assert counterparts(ALL, "South Korea") == counterparts(ALL, "KOR")


def test_dyads_count_every_type() -> None:
    [first, *_] = dyads(ALL, status="any")
    assert dyads(ALL, status=["any"]) == dyads(ALL, status="any")
    assert (first.source.name, first.target.name) == ("PRK", "RUS")
    assert first.counts == {"arms_deal": 1, "visit": 2}
    assert dyads(ALL)[0].counts == {"arms_deal": 1, "visit": 1}


@record
class Summit(Event):
    sides: tuple[Actor, ...] = ()
    status: str = "happened"


@record
class Strike(Event):
    by: Actor | None = None
    on: tuple[Actor, ...] = ()
    at: Place | None = None


def test_an_event_type_of_ones_own_takes_part() -> None:
    summit, strike = Summit(sides=(NORTH, RUSSIA, SOUTH)), Strike(by=SOUTH, on=(NORTH,), at=MOSCOW)
    assert ends(dyads([summit])) == [("PRK", "KOR", 1), ("PRK", "RUS", 1), ("RUS", "KOR", 1)]
    assert ends(dyads([strike])) == [("KOR", "PRK", 1), ("KOR", "RUS", 1)]
    assert ends(counterparts([summit], "KOR")) == [("PRK", "KOR", 1), ("RUS", "KOR", 1)]
    assert dyads([replace(summit, status="planned")]) == ()
    [row] = event_rows([strike])
    assert (row["actors"], row["recipients"], row["destinations"]) == (["South Korea"], ["North Korea"], ["Moscow"])
    assert event_rows([summit])[0]["actors"] == ["North Korea", "Russia", "South Korea"]
    assert "North Korea, Russia, South Korea" in to_markdown([summit])
    assert headline(summit) == ("North Korea, Russia, South Korea", "happened")
    assert select([summit], type="summit", status="happened") == (summit,)


def test_a_story_gives_one_tie_a_happening() -> None:
    plan = replace(PLAN, when=EventDate.from_edtf("2023-09-12"))
    told = [(plan, "2023-09-01"), (replace(THERE, when=None), "2023-09-13"), (THERE, "2023-09-14")]
    reports = [Report(text=day, published=day, events=(event,)) for event, day in told]
    assert [tie.count for tie in dyads(reports)] == [2]
    assert [tie.count for tie in dyads(merge(reports))] == [1]
    assert [tie.count for tie in dyads(merge(reports[:2]))] == [1]
    assert dyads(merge(reports[:1])) == ()
    [row] = event_rows(merge(reports))
    assert (row["statements"], row["told"][0]) == (3, "2023-09-01, planned")


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "visits"},
        {"status": "occured"},
        {"status": ["planned", "occured"]},
        {"country": "IR"},
        {"country": "Atlantis"},
        {"least_chance": 5},
        {"least_chance": -1},
    ],
)
def test_a_condition_that_nothing_can_meet_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        select(ALL, **wrong)


def test_a_status_that_is_none_is_refused_of_ties() -> None:
    with pytest.raises(InputError, match="occurred"):
        visited(ALL, status="planed")


@pytest.mark.parametrize("country", ["RUS", "rus", "Russia", "the Russian Federation"])
def test_a_country_has_a_code_and_names(country: str) -> None:
    assert select(ALL, country=country) == select(ALL, country="RUS") != ()


def test_an_event_given_twice_in_one_tie_counts_as_given() -> None:
    assert ends(dyads([THERE, THERE])) == [("PRK", "RUS", 1)]


def test_reciprocity_has_the_visits_of_both_directions() -> None:
    [pair] = reciprocity(ALL)
    assert (pair.a.name, pair.b.name, pair.to_b, pair.to_a, pair.is_mutual) == ("PRK", "RUS", (THERE,), (BACK,), True)
    [single] = reciprocity([BACK])
    assert (single.a.name, single.to_a, single.to_b, single.is_mutual) == ("PRK", (BACK,), (), False)


def chain(*names: str) -> list[Event]:
    states = [Actor(name=name, kind="state", country=name) for name in names]
    return [ArmsDeal(suppliers=(a,), recipients=(b,)) for a, b in itertools.pairwise(states)]


def test_paths_are_the_shortest_ones_and_bounded() -> None:
    events = [*chain("AAA", "BBB", "DDD"), *chain("AAA", "CCC", "DDD"), *chain("AAA", "EEE", "FFF", "DDD")]
    found = [[tie.target.name for tie in path] for path in paths(events, "AAA", "DDD")]
    assert found == [["BBB", "DDD"], ["CCC", "DDD"]]
    assert len(paths(events, "AAA", "DDD", at_most=1)) == 1
    assert paths(events, "AAA", "DDD", longest=1) == ()
    assert paths(events, "AAA", "ZZZ") == paths(events, "AAA", "AAA") == ()


def test_many_paths_stay_bounded() -> None:
    layers = [[f"X{layer}{i}" for i in range(8)] for layer in range(6)]
    events = [event for a, b in itertools.pairwise(layers) for x in a for y in b for event in chain(x, y)]
    assert len(paths(events, "X00", "X57", longest=5, at_most=50)) == 50
    assert paths(events, "X00", "X57") == ()


def test_opinions_and_warnings_are_found_for_a_deal() -> None:
    assert opinions_about(ALL, SHELLS) == (DOUBT,)
    assert opinions_about(ALL, DENIED) == ()
    assert warnings_about(ALL, SHELLS) == (CAUTION,)
    named = Warning(issuers=(SOUTH,), targets=(RUSSIA,), about="no KN-23 must be bought")
    foreign = Warning(issuers=(SOUTH,), targets=(SOUTH,), about="no KN-23 must be bought")
    assert warnings_about([named, foreign], SHELLS) == (named,)


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({"type": Visit}, {THERE, BACK, PLAN}),
        ({"type": "arms_deal", "status": ("denied",)}, {DENIED}),
        ({"actor": "Marshal Kim"}, {THERE, BACK, PLAN}),
        ({"actor": NATO}, {DEMAND}),
        ({"country": "KOR"}, {CAUTION}),
        ({"status": "planned"}, {PLAN}),
        ({"least_chance": 1}, set(ALL.events)),
        ({"since": "2024"}, {BACK}),
        ({"until": "2023", "type": "visit"}, {THERE}),
        ({"country": "KOR", "status": "planned"}, set()),
        ({}, set(ALL.events)),
    ],
)
def test_select_keeps_what_meets_every_condition(conditions: dict[str, object], found: set[Event]) -> None:
    assert set(select(ALL, **conditions)) == found  # type: ignore[arg-type]


def test_select_leaves_out_what_is_less_likely_than_asked_for() -> None:
    sure, likely, doubtful = THERE, replace(BACK, chance=0.9), replace(PLAN, chance=0.6)
    events = [sure, likely, doubtful]
    assert set(select(events)) == set(events)
    assert set(select(events, least_chance=0.9)) == {sure, likely}
    assert set(select(events, least_chance=1)) == {sure}


def test_an_unknown_by_is_refused() -> None:
    with pytest.raises(InputError, match="by='continent': take one of actor, country, body"):
        visited([], by="continent")


def test_an_event_type_of_ones_own_has_participants() -> None:
    @record
    class Meeting(Event):
        chair: Actor | None = None
        guests: tuple[Actor, ...] = ()
        venue: Place | None = None

    meeting = Meeting(chair=KIM, guests=(PUTIN,), venue=MOSCOW)
    found = [(one.role, one.who) for one in participants(meeting)]
    assert found == [("chair", KIM), ("guest", PUTIN), ("venue", MOSCOW)]
    assert select([meeting], actor=PUTIN) == (meeting,)
