"""When two articles speak of the same thing; traps, which must not be joined, come first."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dipevents.models.actor import Actor
from dipevents.models.arms_deal import ArmsDeal, ArmsItem
from dipevents.models.event import Event
from dipevents.models.event_date import EventDate
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.money import Money
from dipevents.models.place import Place
from dipevents.models.statement import Source, Statement
from dipevents.models.visit import Visit
from dipevents.models.warning import Warning
from dipevents.sameness import blocks, fold, likeness, same_actor


def person(name: str, country: str | None = "RUS", **fields: Any) -> Actor:
    return Actor(name=name, kind="person", country=country, **fields)


def state(code: str) -> Actor:
    return Actor(name=f"state of {code}", kind="state", country=code)


LAVROV, OSLO = person("Sergei Lavrov"), Place(name="Oslo", country="NOR")


def told(event: Event, published: str | None = None) -> Statement:
    return Statement(event=event, source=Source(published=date.fromisoformat(published) if published else None))


def trip(day: str | None = "2023-09-12", who: Actor = LAVROV, where: Place = OSLO, **fields: Any) -> Visit:
    when = EventDate.from_edtf(day) if day else None
    return Visit(visitors=(who,), destinations=(where,), when=when, **fields)


MINISTER = Actor(name="Poland's foreign minister", kind="person", country="POL")
NAMED = Actor(name="Radoslaw Sikorski", kind="person", country="POL", role="Foreign Minister")
DEPUTY = Actor(name="Ada Nowak", kind="person", country="POL", role="deputy foreign minister")


def body(name: str, country: str) -> Actor:
    return Actor(name=name, kind="organization", country=country)


def deal(text: str = "six boats", number: int | None = 6, **fields: Any) -> ArmsDeal:
    item = ArmsItem(text=text, quantity=number)
    given = {"suppliers": (state("FRA"),), "recipients": (state("IND"),), "items": (item,)} | fields
    return ArmsDeal(when=EventDate.from_edtf("2023-09"), **given)


def typed(designation: str) -> ArmsDeal:
    return deal(items=(ArmsItem(text=designation, designation=designation),))


def euros(amount: int) -> Money:
    return Money(amount=amount, currency="EUR")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(told(trip()), told(trip("2023-11-12")), id="another month"),
        pytest.param(told(trip()), told(trip("2023-09-20")), id="another week"),
        pytest.param(told(trip()), told(trip(who=person("Sergei Shoigu"))), id="another person of the same first name"),
        pytest.param(told(trip()), told(trip(who=person("Sergei Lavrov", "USA"))), id="a namesake of another state"),
        pytest.param(told(trip()), told(trip(where=Place(name="Paris", country="FRA"))), id="another country"),
        pytest.param(told(trip()), told(trip(count=3)), id="one visit and three"),
        pytest.param(told(trip(None)), told(trip()), id="undated, in an undated article"),
        pytest.param(told(trip(None), "2021-09-12"), told(trip()), id="undated, years before"),
        pytest.param(told(trip(None), "2021-09-12"), told(trip(None), "2023-09-12"), id="both undated, years apart"),
        pytest.param(told(trip("2006/.."), "2007-01-01"), told(trip("2023")), id="open, in an article of years before"),
        pytest.param(told(trip()), told(Visit()), id="nothing known"),
        pytest.param(told(trip(None), "2023-09-01"), told(trip()), id="told as past before the day"),
        pytest.param(told(trip("2023-09"), "2023-09-01"), told(trip()), id="told as past before the day, of the month"),
        pytest.param(told(trip(None, status="planned"), "2023-09-20"), told(trip()), id="still ahead after the day"),
        pytest.param(
            told(trip(None, status="cancelled"), "2023-10-05"), told(trip()), id="called off weeks after the day"
        ),
        pytest.param(told(trip(who=MINISTER)), told(trip("2023-09-13", who=NAMED)), id="the office, on another day"),
        pytest.param(told(trip(who=MINISTER)), told(trip(who=DEPUTY)), id="the office and its deputy's"),
        pytest.param(
            told(trip(who=MINISTER, where=Place(name="Norway", country="NOR"))),
            told(trip(who=NAMED)),
            id="the office, somewhere in the country",
        ),
        pytest.param(
            told(trip(who=person("Alexander Orlov"))),
            told(trip(who=person("Alexandra Orlova"))),
            id="a man and a woman",
        ),
        pytest.param(
            told(trip(who=person("Kim Jong Un", "PRK"))),
            told(trip(who=person("Kim Jang Won", "PRK"))),
            id="names of syllables",
        ),
        pytest.param(told(deal()), told(deal("four boats", 4)), id="another number"),
        pytest.param(told(deal()), told(deal("six tanks")), id="other items"),
        pytest.param(told(typed("F-1")), told(typed("F-16")), id="a type whose number begins alike"),
        pytest.param(told(deal()), told(deal(recipients=(state("PAK"),))), id="another recipient"),
        pytest.param(told(deal(value=euros(5))), told(deal(value=euros(6))), id="another price"),
        pytest.param(
            told(deal(recipients=(body("India's navy", "IND"),))),
            told(deal(recipients=(body("India's police", "IND"),))),
            id="two bodies without a name",
        ),
        pytest.param(told(deal(recipients=())), told(deal("rifles", None, suppliers=())), id="no side in common"),
        pytest.param(told(deal(items=())), told(deal(items=(), suppliers=())), id="one side, no items"),
        pytest.param(
            told(Warning(issuers=(LAVROV,), about="send no arms"), "2023-09-12"),
            told(Warning(issuers=(LAVROV,), about="close the border"), "2023-09-12"),
            id="another warning of the same day",
        ),
        pytest.param(
            told(ExpertOpinion(experts=(LAVROV,), claim="the deal is weak"), "2023-09-12"),
            told(ExpertOpinion(experts=(LAVROV,), claim="prices of bread will rise"), "2023-09-12"),
            id="another opinion",
        ),
        pytest.param(told(Event(), "2023-09-12"), told(Event(), "2023-09-12"), id="a type without a rule"),
    ],
)
def test_these_may_be_two_things(a: Statement, b: Statement) -> None:
    assert likeness(a, b) == likeness(b, a) == 0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(told(trip()), told(trip("2023-09")), id="a vague date"),
        pytest.param(told(trip()), told(trip("2023-09-14")), id="arrival and talks"),
        pytest.param(told(trip()), told(trip(who=person("Lavrov"))), id="a surname in one country"),
        pytest.param(told(trip()), told(trip(who=person("Sergei V. Lavrov"))), id="a middle initial"),
        pytest.param(told(trip()), told(trip(who=state("RUS"))), id="the state for its minister"),
        pytest.param(
            told(trip()), told(trip(where=Place(name="Norway", country="NOR"))), id="the country for its city"
        ),
        pytest.param(
            told(trip(None, status="planned"), "2023-09-01"), told(trip()), id="an undated plan, shortly before"
        ),
        pytest.param(
            told(trip(None, status="cancelled"), "2023-09-14"), told(trip()), id="called off, told days later"
        ),
        pytest.param(told(trip(None), "2023-09-11"), told(trip()), id="arrival and talks, told on the day of arriving"),
        pytest.param(told(trip(who=MINISTER)), told(trip(who=NAMED)), id="the office and the name, on one day"),
        pytest.param(
            told(trip(who=MINISTER)),
            told(
                trip(who=Actor(name="Ada Nowak", kind="person", country="POL", role="new Minister of Foreign Affairs"))
            ),
            id="the office in other words",
        ),
        pytest.param(told(trip()), told(trip(who=person("Sergey Lavrov"))), id="another spelling"),
        pytest.param(
            told(trip(who=person("Abdul Hamid al-Dabaiba", "LBY"))),
            told(trip(who=person("Abdelhamid Dbeibah", "LBY"))),
            id="another transcription",
        ),
        pytest.param(told(trip(who=person("Radosław"))), told(trip(who=person("Radoslaw"))), id="a stroke"),
        pytest.param(told(trip(None), "2023-09-01"), told(trip(None), "2023-09-12"), id="both undated, close together"),
        pytest.param(told(trip(status="planned")), told(trip()), id="plan and visit"),
        pytest.param(told(deal()), told(deal("boats", None)), id="a number and none"),
        pytest.param(told(typed("F-16")), told(typed("F-16C")), id="a type and its variant"),
        pytest.param(told(typed("Polonez-M")), told(typed("Polonez")), id="a system and its variant"),
        pytest.param(told(deal()), told(deal(suppliers=())), id="one side unknown, same items"),
        pytest.param(told(deal()), told(deal(items=())), id="items unknown, same sides"),
        pytest.param(told(deal(status="agreed")), told(deal(status="denied")), id="agreed and denied"),
        pytest.param(
            told(deal(suppliers=(body("a French yard", "FRA"),))),
            told(deal(suppliers=(body("Arsenal", "FRA"),))),
            id="a yard without a name, and with one",
        ),
        pytest.param(
            told(deal(recipients=(body("India's navy", "IND"),))),
            told(deal(recipients=(body("Indian navy", "IND"),))),
            id="a navy in other words",
        ),
        pytest.param(
            told(deal(status="agreed")),
            told(deal(status="agreed", delivered=EventDate.from_edtf("2026"), ordered=EventDate.from_edtf("2023-09"))),
            id="when goods will come does not part orders",
        ),
        pytest.param(
            told(Warning(issuers=(LAVROV,), about="not to send any arms"), "2023-09-12"),
            told(Warning(issuers=(LAVROV,), about="to send no more arms"), "2023-09-13"),
            id="the same warning in other words",
        ),
        pytest.param(
            told(Warning(issuers=(LAVROV,), about="against selling arms to Chad"), "2023-09-12"),
            told(Warning(issuers=(LAVROV,), about="not to sell weapons to Chad"), "2023-09-12"),
            id="the same warning in other forms",
        ),
    ],
)
def test_these_are_the_same(a: Statement, b: Statement) -> None:
    assert likeness(a, b) == likeness(b, a) > 0
    assert blocks(a.event) & blocks(b.event)


def test_overlapping_dates_rank_higher_than_close_ones() -> None:
    week = told(trip("2023-09-11/2023-09-17"))
    assert likeness(week, told(trip())) > likeness(week, told(trip("2023-09-19/2023-09-20"))) > 0


def test_what_is_called_off_is_rather_what_was_planned_before() -> None:
    ended, planned = told(trip(None, status="cancelled"), "2023-09-10"), told(trip(status="planned"), "2023-09-08")
    assert likeness(ended, planned) > likeness(ended, told(trip("2023-09-19", status="occurred"), "2023-09-20")) > 0


def test_agreement_in_more_ranks_higher() -> None:
    exact, vague = likeness(told(trip()), told(trip())), likeness(told(trip()), told(trip("2023-09-14")))
    assert exact > vague
    assert likeness(told(trip()), told(trip(who=state("RUS")))) < exact


def test_names_fold_case_accents_hyphens_and_dots() -> None:
    assert fold("Kim Jong-un") == fold("KIM JONG UN") == ("kim", "jong", "un")
    assert fold("José O’Neill Jr.") == ("jose", "oneill", "jr")
    assert fold("\ud800 !") == ()


def test_an_alias_names_a_body_but_makes_no_two_persons_one() -> None:
    alliance = Actor(name="Atlantic alliance", kind="igo", aliases=("NATO",))
    assert same_actor(alliance, Actor(name="NATO", kind="igo"))
    assert not same_actor(person("Li Qiang", aliases=("Li",)), person("Li Hui", aliases=("Li",)))


def test_a_surname_alone_is_nobody_while_the_country_is_unknown() -> None:
    assert not same_actor(person("Lavrov", None), LAVROV)
