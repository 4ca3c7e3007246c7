"""What a sentence says of a deal does not depend on who stands in it, nor on what passes."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents import Parser

SIDES = (("Norway", "Peru"), ("the Finnish government", "the Chadian army"), ("Rheinmetall", "Jordan"))
GOODS = ("howitzers", "30 radars", "anti-tank missiles", "armoured vehicles")
FRAMES = {
    "delivered": (
        "{S} delivered {X} to {R} last week.",
        "{R} received {X} from {S} in April.",
        "{R} was supplied with {X} by {S}.",
        "{S} donated {X} to {R} in 2019.",
        "{R} uses {X} supplied by {S}.",
        "{S} confirmed that it had shipped {X} to {R}.",
        "{S}, which has supplied {R} with {X}, declined to comment.",
    ),
    "agreed": (
        "{R} has chosen {S} to provide {X}.",
        "{R} awarded {S} a contract on Tuesday to supply {X}.",
        "{R} has contracted {S} to deliver {X}.",
        "{R} picked {S} over a rival to supply {X}.",
        "{S} granted a request from {R} for {X}.",
        "{S} reached a deal last week to sell {X} to {R}.",
        "{R} signed a contract with {S} on Tuesday. The deal covers {X}.",
        "{S} announced a new package for {R} in April. It includes {X}.",
        "{S} signed a contract for the delivery of {X} to {R}.",
    ),
    "negotiating": (
        "{S} is studying a request from {R} for {X}.",
        "{S} received a request from {R} for {X} in 2019.",
        "{R} sent {S} a request for {X}.",
        "{R} appealed to {S} for {X}.",
        "{R} has applied to {S} for {X}.",
        "{R} is looking to buy {X} from {S}.",
        "{R} has asked {S} to supply {X}.",
        "{R} is in talks with {S} to buy {X}.",
        "{R} held talks with {S} last week on buying {X}.",
        "{S} submitted an offer of {X} to {R}.",
        "{S} has been negotiating the sale of {X} to {R}.",
        "{S} said last week it was ready to supply {R} with {X}.",
    ),
    "denied": (
        "{S} rejected a request from {R} for {X}.",
        "A request from {R} for {X} was turned down by {S}.",
        "{R} asked {S} for {X}, but the request was refused.",
        "{S} dismissed a request from {R} for {X}.",
        "{R} gave up plans to buy {X} from {S}.",
        "{S} has imposed a ban on the export of {X} to {R}.",
        "{S} called off the sale of {X} to {R}.",
        "{S} withdrew an offer of {X} to {R}.",
        "{R} shelved plans to buy {X} from {S}.",
    ),
}
CIVIL = (
    "{S} rejected a request from {R} for a loan.",
    "{S} is studying a request from {R} for medicine.",
    "{R} has chosen {S} to provide school meals.",
    "{R} awarded {S} a contract on Tuesday to build a bridge.",
    "{R} signed a contract with {S} on Tuesday. The deal covers fertiliser.",
    "{S} announced a new package for {R} in April. It includes medicines.",
    "{R} has asked {S} to send observers.",
    "{S} delivered food parcels by military helicopters to {R}.",
    "{R} lined up {X} along the road.",
    "{S} sells toy tanks to shops.",
)


def said(frame: str, sides: tuple[str, str], goods: str) -> str:
    """The frame with its fills, its first letter in capitals."""
    text = frame.format(S=sides[0], R=sides[1], X=goods)
    return text[:1].upper() + text[1:]


def names(fill: str) -> str:
    """A fill without its article."""
    return fill.removeprefix("the ")


CASES = [
    (status, said(frame, sides, GOODS[n % len(GOODS)]), sides)
    for status, frames in FRAMES.items()
    for n, (frame, sides) in enumerate(product(frames, SIDES))
]


@pytest.mark.parametrize(("status", "text", "sides"), CASES, ids=[case[1] for case in CASES])
def test_a_frame_says_the_same_of_all_sides(parser: Parser, status: str, text: str, sides: tuple[str, str]) -> None:
    (deal,) = parser.parse(text, published="2025-05-23").arms_deals
    assert [a.name for a in deal.suppliers] == [names(sides[0])]
    assert [a.name for a in deal.recipients] == [names(sides[1])]
    assert [i.text for i in deal.items] == [next(g for g in GOODS if g in text)]
    assert deal.status.value == status


@pytest.mark.parametrize("text", [said(f, s, g) for f, (s, g) in product(CIVIL, zip(SIDES, GOODS, strict=False))])
def test_the_same_frames_without_arms_that_pass_say_nothing(parser: Parser, text: str) -> None:
    assert not parser.parse(text, published="2025-05-23").arms_deals
