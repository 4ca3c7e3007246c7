"""A date between what is done and whose it is or where it leads changes nothing: "a visit NEXT WEEK by Dahl"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from telling import same_is_told

if TYPE_CHECKING:
    from dipevents import Parser

PUBLISHED = date(2026, 5, 6)
WHO = "Norwegian Prime Minister Nils Dahl"
DEEDS = (
    f"a visit to Peru {{}} by {WHO}",
    f"a Lima visit {{}} by {WHO}",
    f"the departure {{}} of {WHO} for Peru",
    f"the arrival in Lima {{}} of {WHO}",
    "a trip {} by a Norwegian delegation to Peru",
    "the sale {} of 12 tanks to Peru by Norway",
    "the delivery {} of 12 Norwegian tanks to Peru",
    "the signing {} of a contract to sell Peru 12 Norwegian tanks",
    "a threat {} by Norway to attack Peru",
    "a call {} by Norway for Peru to withdraw its troops",
    "a demand {} from Norway that Peru withdraw its troops",
    f"{WHO}'s visit {{}} to Peru",
    f"{WHO}'s arrival {{}} in Lima",
    f"the visit {{}} to Peru of {WHO}",
    f"a visit {{}} to Peru by {WHO}",
    f"talks {{}} in Lima between Peruvian President Ana Ruiz and {WHO}",
    "Norway's sale {} of 12 tanks to Peru",
    "the handover {} to Peru of 12 Norwegian tanks",
    "Norway's threat {} to attack Peru",
    "Norway's warning {} to Peru not to attack Chad",
    "Norway's call {} on Peru to withdraw its troops",
)
FRAMES = (
    "The news came before {}.",
    "The issue could be solved during {}.",
    "Officials spoke ahead of {}.",
    "The ministry announced {}.",
    "The ministry confirmed {} in a statement.",
    "The protest follows {}.",
)
DATES = ("later this month", "next week", "on Monday", "last month", "in May", "on 5 May", "Tuesday", "later today")


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("deed", DEEDS)
def test_a_date_changes_nothing(parser: Parser, deed: str, frame: str) -> None:
    texts = (frame.format(deed.format(day)) for day in DATES)
    same_is_told(parser, frame.format(deed.replace(" {}", "")), texts, PUBLISHED, dated=False)
