"""A place that is struck off the list of a journey is not visited; one off any other list is no visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents import Parser

STRUCK = ("dropped {} from", "has scratched {} from", "has crossed {} off", "has cut {} from", "struck {} off")
JOURNEYS = ("her itinerary", "her schedule", "the route of her trip", "the itinerary")
OTHERS = ("the list of safe states", "the budget", "the list of sanctions")


@pytest.mark.parametrize("struck", STRUCK)
def test_a_place_off_the_list_of_a_journey_is_a_visit_called_off(struck: str, parser: Parser) -> None:
    said = {where: f"Finnish Premier Aino Virta {struck.format('Peru')} {where}." for where in (*JOURNEYS, *OTHERS)}
    found = {where: ",".join(v.status.value for v in parser.parse(text).visits) for where, text in said.items()}
    assert found == {**dict.fromkeys(JOURNEYS, "cancelled"), **dict.fromkeys(OTHERS, "")}
