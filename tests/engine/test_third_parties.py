"""Who only speaks of an event, fears it or hears of it has no part in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents import Parser

SPEAKING = (
    "Norway is concerned about {}.",
    "Norway is unhappy about {}.",
    "Norway welcomed {}.",
    "Norway criticised {}.",
    "Norway condemned {}.",
    "Norway was told of {}.",
    "Norway denied any knowledge of {}.",
    "Norway fears {}.",
    "Norway is watching {} closely.",
    "Norway learned of {} on Monday.",
    "Norway said {} would harm its security.",
    "Norway has protested against {}.",
    "Norway is opposed to {}.",
    "Norway hailed {} as a step forward.",
)
DEALS = (
    "Chad's sale of tanks to Peru",
    "the sale of tanks to Peru by Chad",
    "the sale by Chad of tanks to Peru",
    "Peru's purchase of tanks from Chad",
    "arms sales from Chad to Peru",
    "Chad's delivery of 12 tanks to Peru",
    "the shipment of Chadian missiles to Peru",
    "Peru's order for Chadian tanks",
    "Peru's plan to buy tanks from Chad",
    "Chad's decision to sell tanks to Peru",
    "the transfer of missile technology from Chad to Peru",
    "Chad's offer of tanks to Peru",
    "Chad's gift of six helicopters to Peru",
)
"""Deals in which Chad supplies Peru."""
DECIDING = (
    "Norway blocked {}.",
    "Norway vetoed {}.",
    "Norway has approved {}.",
    "Norway raised {} at the meeting.",
    "Norway opposed {}.",
    "Norway is financing {}.",
    "Norway tried to stop {}.",
    "Norway helped to arrange {}.",
    "Norway brokered {}.",
    "Norway threatened to block {}.",
    "Norway delayed {}.",
    "Norway cannot accept {}.",
    "Norway and Oman discussed {}.",
    "Norwegian Foreign Minister Ole Dahl condemned {}.",
    "Norway asked for details of {}.",
)
TOLD = (
    "the sale of Chadian tanks to Peru",
    "the sale of tanks by Chad to Peru",
    "the supply of tanks to Peru by Chad",
    "the delivery of Chadian tanks to Peru",
    "the export of Chadian tanks to Peru",
    "the shipment of tanks from Chad to Peru",
    "the flow of Chadian arms to Peru",
    "the gift of six Chadian helicopters to Peru",
    "the purchase of Chadian tanks by Peru",
    "the lease of Chadian tanks by Peru",
    "the lease of Chadian tanks to Peru",
    "Peru's purchase of tanks from Chad",
    "Peru's acquisition of Chadian tanks",
    "Peru's request for Chadian tanks",
    "the smuggling of arms from Chad to Peru",
    "the arming of Peru by Chad",
    "Chad's arming of Peru",
    "a contract for the supply of Chadian tanks to Peru",
)
"""The same, with Chad told by an adjective or behind a preposition alone."""
BETWEEN = ("a contract between Chad and Peru for 12 tanks", "an arms deal between Chad and Peru")
HEARING = (
    "Norway is concerned about {}.",
    "Norway welcomed {}.",
    "Norway criticised {}.",
    "Norway was told of {}.",
    "Norway had no comment on {}.",
    "Norway has protested against {}.",
    "Norwegian officials confirmed {}.",
    "Norway is watching {} closely.",
    "The statement followed {}.",
    "Days after {}, Norway recalled its ambassador.",
    "Ahead of {}, Norway closed its border.",
    "Norwegian Foreign Minister Ole Dahl praised {}.",
    "The Norwegian press reported {}.",
    "Norway asked for details of {}.",
    "Norwegian lawmakers urged the government to respond to {}.",
    "Despite {}, Norway will not change its policy.",
    "Because of {}, Norway cancelled a meeting.",
    "Protests broke out in Oslo over {}.",
    "Oil prices fell after {}.",
)
VISITS = (
    "Chadian President Omar Farid's visit to Peru",
    "the visit of Chadian President Omar Farid to Peru",
    "a visit to Peru by Chadian President Omar Farid",
    "Chadian President Omar Farid's trip to Lima",
    "Chadian President Omar Farid's three-day state visit to Peru",
    "the arrival of Chadian President Omar Farid in Lima",
    "Chadian President Omar Farid's tour of Peru",
    "a planned visit by Chadian President Omar Farid to Peru",
    "Chadian President Omar Farid's stopover in Lima",
    "the Lima visit of Chadian President Omar Farid",
    "the departure of Chadian President Omar Farid for Peru",
    "the presence of Chadian President Omar Farid in Lima",
    "the journey of Chadian President Omar Farid to Peru",
    "the postponement of Chadian President Omar Farid's visit to Peru",
    "Chadian President Omar Farid's decision to visit Peru",
    "plans by Chadian President Omar Farid to visit Peru",
    "Peru's invitation to Chadian President Omar Farid",
)
STANDING = {
    "a planned visit by Chadian President Omar Farid to Peru": "planned",
    "Chadian President Omar Farid's decision to visit Peru": "planned",
    "plans by Chadian President Omar Farid to visit Peru": "planned",
    "Peru's invitation to Chadian President Omar Farid": "possible",
    "the postponement of Chadian President Omar Farid's visit to Peru": "cancelled",
}
"""What a visit stays, whoever speaks of it in whatever mood."""


def told(frame: str, event: str) -> str:
    """The frame with the event, its first letter in capitals."""
    text = frame.format(event)
    return text[:1].upper() + text[1:]


@pytest.mark.parametrize("frame", SPEAKING)
def test_who_speaks_of_a_deal_neither_supplies_nor_receives(parser: Parser, frame: str) -> None:
    for noun in DEALS:
        deals = parser.parse(told(frame, noun)).arms_deals
        assert deals, noun
        assert {a.country for deal in deals for a in deal.suppliers} <= {"TCD"}, noun
        assert {a.country for deal in deals for a in deal.recipients} == {"PER"}, noun


@pytest.mark.parametrize("frame", DECIDING)
def test_who_decides_on_a_deal_of_others_does_not_supply(parser: Parser, frame: str) -> None:
    for noun in TOLD:
        (deal,) = parser.parse(told(frame, noun)).arms_deals
        assert {a.country for a in deal.suppliers} == {"TCD"}, noun
        assert {a.country for a in deal.recipients} == {"PER"}, noun


@pytest.mark.parametrize("frame", SPEAKING)
def test_a_deal_between_two_is_theirs_alone(parser: Parser, frame: str) -> None:
    for noun in BETWEEN:
        deals = parser.parse(told(frame, noun)).arms_deals
        assert {a.country for deal in deals for a in (*deal.suppliers, *deal.recipients)} == {"TCD", "PER"}, noun


@pytest.mark.parametrize("frame", HEARING)
def test_who_hears_of_a_visit_is_not_on_it(parser: Parser, frame: str) -> None:
    for noun in VISITS:
        (visit,) = parser.parse(told(frame, noun)).visits
        assert [a.name for a in visit.visitors] == ["Omar Farid"], noun
        assert {p.country for p in visit.destinations} == {"PER"}, noun


@pytest.mark.parametrize("frame", [f for f in HEARING if not f.startswith(("Ahead", "Days after", "Oil"))])
def test_who_hears_of_a_plan_does_not_change_it(parser: Parser, frame: str) -> None:
    for noun, stage in STANDING.items():
        (visit,) = parser.parse(told(frame, noun)).visits
        assert visit.status.value == stage, noun
