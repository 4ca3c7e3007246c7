"""Who supplies and who receives is the same in every voice that tells a transfer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents import Parser

VOICES = (
    "{S} sold {I} to {R}.",
    "{S} sold {R} {I}.",
    "{R} was sold {I} by {S}.",
    "{R} bought {I} from {S}.",
    "Six helicopters were bought by {R} from {S}.",
    "{R} took delivery of {I} from {S}.",
    "{S} supplied {R} with {I}.",
    "{R} was supplied with {I} by {S}.",
    "{S} handed over {I} to {R}.",
    "{R} leased {I} from {S}.",
    "{S} traded {I} to {R} for oil.",
    "{S} licensed {R} to build {I}.",
    "{R} borrowed {I} from {S}.",
    "{R} ordered {I} from {S}.",
    "{S} won an order from {R} for {I}.",
    "{R} has signed a contract to buy {I} from {S}.",
    "{R} awarded {S} a contract for {I}.",
    "{S} offered {R} {I}.",
    "{R} asked {S} to supply {I}.",
    "{R} selected {S} as the supplier of its helicopters.",
    "{S} equipped the {r} army with {I}.",
    "The sale of {I} by {S} to {R} was announced.",
    "The sale by {S} of {I} to {R} was announced.",
    "The sale of {I} to {R} by {S} was announced.",
    "The sale to {R} of {I} by {S} was announced.",
    "The sale of six {s} helicopters to {R} was announced.",
    "{R}'s purchase of {I} from {S} was announced.",
    "The purchase by {R} of {I} from {S} was announced.",
    "The purchase of {I} by {R} from {S} was announced.",
    "The purchase of {I} from {S} by {R} was announced.",
    "The {r} purchase of {I} from {S} was announced.",
    "{S}'s supply of {I} to {R} was announced.",
    "The transfer of {I} from {S} to {R} was announced.",
    "The lease of six {s} helicopters by {R} was announced.",
    "The arming of {R} by {S} with helicopters was announced.",
    "A request by {R} to {S} for {I} was announced.",
    "A contract between {S} and {R} for the supply of six {s} helicopters was signed.",
    "A contract for {S} to supply {I} to {R} was signed.",
    "A contract to supply {R} with {I} was awarded to {S}.",
    "{I} sold by {S} to {R} were shown on television.",
    "{I} bought from {S} by {R} were shown on television.",
    "{I} that {R} bought from {S} were shown on television.",
    "{S} will deliver {I} to its ally {R}.",
    "{R}'s main arms supplier is {S}.",
    "{R} accused {S} of failing to deliver {I}.",
)
SIDES = (("Turkey", "Turkish", "Chad", "Chadian"), ("Sweden", "Swedish", "Peru", "Peruvian"))


@pytest.mark.parametrize("voice", VOICES)
def test_the_sides_are_the_same_in_every_voice(parser: Parser, voice: str) -> None:
    for supplier, adjective, recipient, people in SIDES:
        text = voice.format(S=supplier, s=adjective, R=recipient, r=people, I="six helicopters")
        (deal,) = parser.parse(text[0].upper() + text[1:]).arms_deals
        assert [a.country for a in deal.suppliers] == [{"Turkey": "TUR", "Sweden": "SWE"}[supplier]], text
        assert [a.country for a in deal.recipients] == [{"Chad": "TCD", "Peru": "PER"}[recipient]], text
