"""PLOVER records, SIPRI-shaped and COLT-shaped rows."""

from __future__ import annotations

import json

import pytest

from dipevents.export import calendar, colt, graph, markdown, plover, sipri, tables
from dipevents.export.plover import to_plover, to_plover_json
from dipevents.export.sipri import to_sipri
from dipevents.models.actor import Actor
from dipevents.models.arms_deal import ArmsDeal, ArmsItem, DealStatus
from dipevents.models.event import Event
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.money import Money
from dipevents.models.place import Place
from dipevents.models.report import Report
from dipevents.models.visit import Visit, VisitStatus
from dipevents.models.warning import Warning, WarningKind

TEXT = "France sold India six boats for 3 million euros."
FRANCE, INDIA = (Actor(name=n, kind="state", country=c) for n, c in (("France", "FRA"), ("India", "IND")))
WANG = Actor(name="Wang Yi", kind="person", country="CHN", role="foreign minister")
OSLO, BERGEN, PARIS = (
    Place(name="Oslo", country="NOR"),
    Place(name="Bergen", country="NOR"),
    Place(name="Paris", country="FRA"),
)


@pytest.mark.parametrize("module", [calendar, colt, graph, markdown, plover, sipri, tables])
def test_every_form_tells_what_it_loses_and_why(module: object) -> None:
    lost = module.LOST  # type: ignore[attr-defined]
    assert lost
    assert all(one.what and one.why for one in lost)


@pytest.mark.parametrize(
    ("event", "coded"),
    [
        (Visit(), ("CONSULT", "04", 1)),
        (Visit(status="planned"), ("AGREE", "03", 1)),
        (Warning(kind="threat"), ("THREATEN", "13", 3)),
        (Warning(kind="demand"), ("REQUEST", "10", 3)),
        (Warning(kind="concern"), ("ACCUSE", "11", 3)),
        (ArmsDeal(status="delivered"), ("COOPERATE", "06", 2)),
        (ArmsDeal(status="agreed"), ("AGREE", "05", 1)),
        (ArmsDeal(status="negotiating"), ("CONSULT", "04", 1)),
    ],
)
def test_events_are_coded_by_type_status_and_kind(event: Event, coded: tuple[str, str, int]) -> None:
    [record] = to_plover(event)
    assert (record["event_type"], record["cameo_root"], record["quad_code"]) == coded
    assert plover.left_out(event) == ()


@pytest.mark.parametrize(
    "event", [ExpertOpinion(), Visit(status="cancelled"), ArmsDeal(status="denied"), Warning(status="denied"), Event()]
)
def test_what_plover_cannot_code_is_left_out_and_told(event: Event) -> None:
    assert to_plover(event) == []
    [(left, reason)] = plover.left_out(event)
    assert left is event
    assert event.type_name() in reason


def test_every_status_and_kind_is_either_coded_or_left_out() -> None:
    events: list[Event] = [Visit(status=s) for s in VisitStatus]
    events += [ArmsDeal(status=s) for s in DealStatus] + [Warning(kind=k) for k in WarningKind]
    assert len(to_plover(events)) + len(plover.left_out(events)) == len(events)


def test_a_plover_record_has_its_parties_day_and_words() -> None:
    visit = Visit(
        evidence=(Evidence.of(TEXT, 0, 6),), visitors=(WANG,), destinations=(OSLO,), when=EventDate.from_edtf("2023-09")
    )
    text = to_plover_json(Report(text=TEXT, published="2023-09-13", source="Wire \ud800", events=(visit,)))
    assert text.isascii()
    [record] = map(json.loads, text.splitlines())
    assert record["actor"] == [{"name": "Wang Yi", "country": "CHN", "kind": "person", "role": "foreign minister"}]
    assert record["location"] == [{"name": "Oslo", "country": "NOR"}]
    assert (record["recipient"], record["date"], record["date_edtf"]) == ([], "2023-09-01", "2023-09")
    assert (record["text"], record["publication_date"], record["publisher"]) == ("France", "2023-09-13", "Wire \ud800")


def test_a_deal_has_a_sipri_row_for_each_item() -> None:
    deal = ArmsDeal(
        evidence=(Evidence.of(TEXT, 0, 48),),
        suppliers=(FRANCE,),
        recipients=(INDIA,),
        items=(
            ArmsItem(text="six boats", quantity=6),
            ArmsItem(text="MM40 missiles", designation="MM40", category="Missiles"),
        ),
        value=Money(amount=3_000_000, currency="EUR", text="3 million euros"),
        when=EventDate.from_edtf("2023-09"),
        delivered=EventDate.from_edtf("2025/2026"),
    )
    boats, missiles = to_sipri(Report(text=TEXT, url="https://example.org/1", events=(deal,)))
    assert list(boats) == list(sipri.COLUMNS)
    assert (boats["Supplier"], boats["Recipient"], boats["Numbers ordered"], boats["Numbers delivered"]) == (
        "FRA",
        "IND",
        6,
        None,
    )
    assert (boats["Order date"], boats["Order date is estimate"]) == (2023, False)
    assert (boats["Delivery year"], boats["Delivery year is estimate"]) == (2025, True)
    assert boats["Comments"] == f"{TEXT} | 3 million euros | https://example.org/1"
    assert (missiles["Designation"], missiles["Armament category"], missiles["Stage"]) == ("MM40", "Missiles", "agreed")
    assert boats["Status"] is boats["TIV deal unit"] is None


@pytest.mark.parametrize("status", ["possible", "negotiating", "denied"])
def test_a_deal_that_was_not_made_has_no_order_and_no_numbers(status: str) -> None:
    items = (ArmsItem(text="six boats", quantity=6),)
    [row] = to_sipri(ArmsDeal(items=items, status=status, when=EventDate.from_edtf("2023")))
    assert row["Order date"] is row["Numbers ordered"] is row["Delivery year"] is None
    assert row["Stage"] == status


def test_what_is_no_deal_is_left_out_of_sipri() -> None:
    assert to_sipri([Visit()]) == []
    assert sipri.left_out([Visit(), ArmsDeal()]) == ((Visit(), "no arms deal"),)
    assert len(to_sipri([ArmsDeal()])) == 1


def test_a_tour_has_a_colt_row_for_each_leader_and_country() -> None:
    aide = Actor(name="an aide", kind="group", country="CHN")
    tour = Visit(
        visitors=(WANG, aide), destinations=(OSLO, PARIS, BERGEN), when=EventDate.from_edtf("2023-09-12/2023-09-14")
    )
    rows = colt.to_colt(tour)
    assert [(row["LeaderFullName"], row["CountryVisitedISO"], row["CountryVisited"]) for row in rows] == [
        ("Wang Yi", "NOR", "Norway"),
        ("Wang Yi", "FRA", "France"),
    ]
    assert [row["CityVisited"] for row in rows] == ["Oslo; Bergen", "Paris"]
    [country] = colt.to_colt(Visit(visitors=(WANG,), destinations=(Place(name="Norway", country="NOR"),)))
    assert (country["CountryVisited"], country["CityVisited"]) == ("Norway", None)
    assert (rows[0]["TripStartDate"], rows[0]["TripEndDate"], rows[0]["TripDuration"]) == (
        "2023-09-12",
        "2023-09-14",
        3,
    )
    assert (rows[0]["TripDateExact"], rows[0]["TripYear"], rows[0]["LeaderPosition"]) == (
        True,
        2023,
        "foreign minister",
    )


@pytest.mark.parametrize("edtf", ["2023-09", "2023-09-12~", "2023-09-12/..", "2023", "XXXX-09-12"])
def test_a_vague_trip_has_no_duration(edtf: str) -> None:
    [row] = colt.to_colt(Visit(visitors=(WANG,), when=EventDate.from_edtf(edtf)))
    assert row["TripDuration"] is None
    assert row["TripDateExact"] is False


def test_a_week_that_only_frames_a_trip_is_no_exact_trip() -> None:
    week = EventDate(edtf="2025-11-24/2025-11-30", frame=True, text="last week")
    [row] = colt.to_colt(Visit(visitors=(WANG,), when=week))
    assert (row["TripStartDate"], row["TripEndDate"]) == ("2025-11-24", "2025-11-30")
    assert (row["TripDateExact"], row["TripDuration"]) == (False, None)


def test_a_place_of_unknown_country_counts_to_the_one_country_of_a_trip() -> None:
    korea, poland = Place(name="South Korea", country="KOR"), Place(name="Poland", country="POL")
    town = Place(name="Boryeong")
    [row] = colt.to_colt(Visit(visitors=(WANG,), destinations=(town, korea)))
    assert (row["CountryVisitedISO"], row["CityVisited"]) == ("KOR", "Boryeong")
    rows = colt.to_colt(Visit(visitors=(WANG,), destinations=(town, korea, poland)))
    assert [(row["CountryVisitedISO"], row["CityVisited"]) for row in rows] == [
        (None, "Boryeong"),
        ("KOR", None),
        ("POL", None),
    ]


@pytest.mark.parametrize(
    ("name", "city"),
    [("Norwegian capital", "Oslo"), ("OSLO", "Oslo"), ("Norwegian sea resort", None), ("Oslo", "Oslo")],
)
def test_a_city_has_its_own_name_in_colt(name: str, city: str | None) -> None:
    [row] = colt.to_colt(
        Visit(visitors=(WANG,), destinations=(Place(name=name, country="NOR"), OSLO)[: 2 - bool(city)])
    )
    assert row["CityVisited"] == (city or "Oslo")


def test_what_is_no_trip_is_left_out_of_colt_with_the_reason() -> None:
    planned, nobody = Visit(visitors=(WANG,), status="planned"), Visit()
    assert colt.left_out([planned, nobody, ArmsDeal(), Visit(visitors=(WANG,))]) == (
        (planned, "the visit is planned"),
        (nobody, "no visitor is a person"),
        (ArmsDeal(), "no visit"),
    )


@pytest.mark.parametrize(("status", "delivered"), [("delivered", 1), ("agreed", None)])
def test_of_what_was_ordered_a_part_may_be_delivered(status: str, delivered: int | None) -> None:
    boats = ArmsItem(text="eight boats", quantity=8, part=1)
    [row] = to_sipri(ArmsDeal(items=(boats,), status=status))
    assert (row["Numbers ordered"], row["Numbers delivered"]) == (8, delivered)


def test_the_year_of_an_order_is_none_of_its_delivery() -> None:
    ordered = EventDate.from_edtf("2021")
    deal = ArmsDeal(items=(ArmsItem(text="50 tanks", quantity=50),), status="delivered", when=ordered, ordered=ordered)
    [row] = to_sipri(deal)
    assert (row["Order date"], row["Delivery year"]) == (2021, None)
