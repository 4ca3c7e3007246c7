from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents.parser import Parser


def country(parser: Parser, text: str, name: str) -> str | None:
    return {a.name: a.country for a in parser.read(text, date(2024, 5, 8)).actors.actors}[name]


@pytest.mark.parametrize(
    "text",
    [
        "Polish Foreign Minister Jan Kos left on Tuesday for Peru, where he will meet President Ana Ruiz.",
        "Polish Foreign Minister Jan Kos flew to Peru for talks with President Ana Ruiz.",
        "Polish Foreign Minister Jan Kos met President Ana Ruiz in Lima.",
        "Polish President Jan Kos is on a visit to Peru. He held talks with President Ana Ruiz in Lima.",
        "Polish Defence Minister Jan Kos will visit Peru in May. He will pay a courtesy call on President Ana Ruiz.",
        "Polish Premier Jan Kos flew to Peru on Monday. President Ana Ruiz received him.",
        "Polish Premier Jan Kos arrived in Peru on Monday. He will meet Foreign Minister Ana Ruiz on Tuesday.",
    ],
)
def test_who_is_met_abroad_is_of_the_state_where_he_is_met(parser: Parser, text: str) -> None:
    assert country(parser, text, "Ana Ruiz") == "PER"


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Ana Ruiz received Polish Prime Minister Jan Kos.",
        "Polish Prime Minister Jan Kos met Prime Minister Ana Ruiz.",
        "Polish Prime Minister Jan Kos spoke with Prime Minister Ana Ruiz.",
        "Notes on Prime Minister Ana Ruiz's call with Polish Prime Minister Jan Kos",
        "President Ana Ruiz spoke to Polish President Jan Kos.",
        "President Ana Ruiz telephoned Polish President Jan Kos.",
    ],
)
def test_who_is_met_is_not_of_the_guests_state(parser: Parser, text: str) -> None:
    assert country(parser, text, "Ana Ruiz") != "POL"


def test_whom_a_seat_of_government_meets_is_not_of_its_state(parser: Parser) -> None:
    text = "The White House broke off the talks with Luis Soto. U.S. President Ron Holt spoke. Peru waited."
    assert country(parser, text, "Luis Soto") != "USA"


def test_who_goes_to_meet_is_not_of_the_state_where_he_goes(parser: Parser) -> None:
    text = "President Jan Kos flew to Peru for talks with Peruvian President Ana Ruiz."
    assert country(parser, text, "Jan Kos") != "PER"


def test_ministers_of_one_state_may_have_one_office_that_many_have(parser: Parser) -> None:
    text = "Polish Minister Jan Kos resigned on Monday in Warsaw. Minister Adam Bak wished him luck."
    assert country(parser, text, "Adam Bak") == "POL"
