"""Deals told over several sentences: one record each, with the sides that the text tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dipevents.models.actor import countries_of

if TYPE_CHECKING:
    from dipevents.parser import Parser

DEALS = [
    # what is cleared, and asked for in numbers, is one deal
    (
        (
            "The Pentagon cleared a sale of Javelin missiles to Peru for $75 million. Peru has requested 246 "
            "Javelin missiles."
        ),
        [("USA", "PER", "agreed")],
    ),
    # the text has gone on to another state since the deal before
    (
        (
            "Peru will buy the Spyder air defence system from Rafael. Rafael has sold the system to India, Chad "
            "and Oman. Peru has been renewing its equipment. Three C-27J Spartans came from Italy's Leonardo in "
            "2020."
        ),
        [("ISR", "PER", "agreed"), ("ISR", "IND OMN TCD", "delivered"), ("ITA", "PER", "delivered")],
    ),
    # whom talks are with is nobody who receives what others offer
    (
        (
            "Peru is considering the purchase of 30 Gripen fighters from Sweden. Talks with Rome on used AMX "
            "spares came to nothing, and an offer from the United States of 24 F-16s is being studied."
        ),
        [("SWE", "PER", "negotiating"), ("ITA", "PER", "denied"), ("USA", "PER", "negotiating")],
    ),
    # what several supplied in general, and one of them in particular
    (
        (
            "Jordan, Turkey and Oman supplied weapons to Libya. Libya received Kirpi armoured vehicles from "
            "Turkey in May."
        ),
        [("JOR OMN TUR", "LBY", "delivered"), ("TUR", "LBY", "delivered")],
    ),
    # another number of planes than told
    (
        (
            "The United States will lease 16 F-16 jets to Jordan. The planes will arrive in May. Jordan's air "
            "force has about 70 combat planes from the United States."
        ),
        [("USA", "JOR", "agreed"), ("USA", "JOR", "delivered")],
    ),
    # a further lot is told once
    (
        (
            "Washington has delivered 600 Stinger missiles to the Afghan rebels. It has delivered 20 guns to Chad"
            " and plans to send another 20."
        ),
        [("USA", "AFG", "delivered"), ("USA", "TCD", "delivered"), ("USA", "TCD", "negotiating")],
    ),
    # the biggest order is another one
    (
        "The Emirates asked for 60 Rafale jets from France. The biggest order went to Raytheon.",
        [("FRA", "ARE", "negotiating")],
    ),
    # "it" is who gets arms, not who sold some before
    (
        "Germany is in talks with Peru on 270 Leopard tanks, and Belgium has been selling it machine guns for decades.",
        [("DEU", "PER", "negotiating"), ("BEL", "PER", "delivered")],
    ),
    # what is demanded ends nothing
    (
        "Peru agreed to buy six jets from Norway. The Greens demanded that the agreement be torn up.",
        [("NOR", "PER", "agreed")],
    ),
    # used things are none of the new ones
    (
        "Norway will build six patrol vessels for Peru. It has also given it a used corvette.",
        [("NOR", "PER", "agreed"), ("NOR", "PER", "delivered")],
    ),
    # a bare number that has come is part of what is supplied
    (
        "General Dynamics is supplying 742 LAV vehicles to Saudi Arabia. More than 120 have been shipped so far.",
        [("USA", "SAU", "delivered")],
    ),
    # the launchers are those of a longer name
    (
        (
            "Poland signed an agreement with Hanwha for 288 Chunmoo multiple rocket launchers. "
            "The first 18 launchers are to arrive next year."
        ),
        [("KOR", "POL", "agreed")],
    ),
    # each bidder offers its own, the verb left out
    (
        "Sweden is offering the Gripen, France the Rafale and the United States the F-16.",
        [("SWE", "", "negotiating"), ("FRA", "", "negotiating"), ("USA", "", "negotiating")],
    ),
    # which of two the relative clause is about
    (
        "Jordan has F-5s from the United States and Mirage F-1s, which France supplied in the 1980s.",
        [("USA", "JOR", "delivered"), ("FRA", "", "delivered")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DEALS)
def test_a_deal_has_the_sides_that_the_article_tells(
    parser: Parser, text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = parser.parse(text, published="2024-05-15").arms_deals
    sides = [
        (" ".join(sorted(countries_of(d.suppliers))), " ".join(sorted(countries_of(d.recipients))), d.status.value)
        for d in found
    ]
    assert sides == expected
