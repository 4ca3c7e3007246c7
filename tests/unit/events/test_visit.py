from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dipevents.events.visit_merge import join_visits, same_visit
from dipevents.models.actor import Actor
from dipevents.models.event_date import EventDate
from dipevents.models.place import Place
from dipevents.models.visit import Visit, VisitStatus
from dipevents.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Callable

KIM = Actor(name="Ana Kim", kind="person", country="KOR", role="Foreign Minister")
LEE = Actor(name="Bo Lee", kind="person", country="KOR", role="President")
KENYA = Place(name="Kenya", country="KEN")
NAIROBI = Place(name="Nairobi", country="KEN")
PERU = Place(name="Peru", country="PER")


def visit(*, who: Actor = KIM, to: Place = KENYA, when: str | None = None, status: str = "occurred") -> Visit:
    date = EventDate.from_edtf(when) if when else None
    return Visit(visitors=(who,), destinations=(to,), when=date, status=VisitStatus(status))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (visit(), visit(to=NAIROBI), True),
        (visit(), visit(who=LEE), False),
        (visit(), visit(to=PERU), False),
        (visit(when="2019"), visit(when="2023"), False),
        (visit(when="2024-05-13"), visit(when="2024-05-14"), True),
        (visit(when="2024-05-13"), visit(when="2024-06-14"), False),
        (visit(when="2024-05"), visit(when="2024-05-14"), True),
        (visit(), visit(status="planned"), True),
        (visit(), visit(status="cancelled"), False),
        (visit(), visit(status="possible"), False),
        (visit(status="planned"), visit(status="cancelled"), True),
        (visit(status="planned", when="2024-05-20"), visit(status="cancelled", when="2024-05-13"), False),
    ],
)
def test_one_visit_is_told_apart_from_two(one: Visit, other: Visit, *, same: bool) -> None:
    assert same_visit(one, other) is same


def test_a_joined_visit_keeps_the_firmest_stage_and_the_finest_date() -> None:
    joined = join_visits(visit(status="planned", when="2024-05"), visit(to=NAIROBI, when="2024-05-13"))
    assert joined.status is VisitStatus.OCCURRED
    assert joined.when == EventDate.from_edtf("2024-05-13")
    assert joined.destinations == (KENYA, NAIROBI)


def test_a_joined_visit_keeps_a_day_rather_than_its_week() -> None:
    joined = join_visits(visit(when="2024-05-13/2024-05-19"), visit(when="2024-05-15"))
    assert joined.when == EventDate.from_edtf("2024-05-15")


def test_a_joined_visit_keeps_the_stay_rather_than_a_day_of_it() -> None:
    joined = join_visits(visit(when="2024-05-14/2024-05-17"), visit(when="2024-05-15"))
    assert joined.when == EventDate.from_edtf("2024-05-14/2024-05-17")


@pytest.fixture(scope="module")
def visits(parser: Parser) -> Callable[[str], tuple[Visit, ...]]:
    return lambda text: parser.parse(text, published="2024-05-15").visits


def test_later_mentions_are_further_evidence_of_one_visit(visits: Callable[[str], tuple[Visit, ...]]) -> None:
    text = (
        "Polish President Andrzej Duda arrived in Kenya on Monday for a three-day visit.\n\n"
        "Duda met Kenyan President William Ruto on Tuesday.\n\nThe visit will end on Wednesday."
    )
    (found,) = visits(text)
    assert len(found.evidence) == 3
    assert [h.name for h in found.hosts] == ["William Ruto"]


def test_visits_of_different_years_stay_apart(visits: Callable[[str], tuple[Visit, ...]]) -> None:
    text = "Polish President Andrzej Duda visited Kenya on Monday. Duda had visited Kenya in 2019."
    assert [v.when.edtf if v.when else None for v in visits(text)] == ["2024-05-13", "2019"]


def test_people_of_two_states_make_two_visits(visits: Callable[[str], tuple[Visit, ...]]) -> None:
    text = "Polish President Andrzej Duda and French President Emmanuel Macron arrived in Kenya on Monday."
    assert sorted(v.visitors[0].country or "" for v in visits(text)) == ["FRA", "POL"]


def test_the_vehicle_and_the_purpose_are_told(visits: Callable[[str], tuple[Visit, ...]]) -> None:
    (found,) = visits("Polish President Andrzej Duda travelled to Ukraine by train to discuss aid.")
    assert (found.transport, found.purpose) == ("train", "to discuss aid")


def test_the_origin_is_no_destination(visits: Callable[[str], tuple[Visit, ...]]) -> None:
    (found,) = visits("Polish President Andrzej Duda flew to Kenya from Ethiopia on Monday.")
    assert found.origin is not None
    assert found.origin.country == "ETH"
    assert {p.country for p in found.destinations} == {"KEN"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("French President Emmanuel Macron visited Lyon on Monday.", "domestic"),
        ("Thousands of tourists visited Thailand.", "nobody official travels"),
    ],
)
def test_a_trigger_without_a_visit_tells_why(text: str, reason: str) -> None:
    parser = Parser(explain=True)
    assert not parser.parse(text, published="2024-05-15").visits
    assert reason in {s.reason for s in parser.skipped if s.room == "visit"}
