"""What stands again in brackets is one with what stands before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dipevents.reading.brackets import said_again

if TYPE_CHECKING:
    from dipevents import Parser


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Oslo asked for forty-four (44) jets.", ["44"]),
        ("Oslo asked for two hundred (200) jets and two (2) boats.", ["200", "2"]),
        ("a Rocket System (HIMARS) launcher; Rocket Systems (HIMARS) launchers", ["Systems"]),
        ("Medium Range Air-to-Air Missiles (AMRAAM)", ["Missiles"]),
        ("United Energy Systems (UES) and Gazprom", []),
        ("the Prohibition of Chemical Weapons (OPCW)", []),
        ("Kim, who came (2) on Monday, and the 44 (of 50) jets", []),
    ],
)
def test_what_is_said_again_is_left_out(text: str, said: list[str]) -> None:
    assert [new for _, _, new in said_again(text)] == said


def test_the_words_point_at_both(parser: Parser) -> None:
    text = "Peru has requested to buy ten (10) M142 Rocket System (HIMARS) launchers from Norway."
    (item,) = parser.parse(text).arms_deals[0].items
    assert item.quantity == 10
    assert item.evidence is not None
    assert text[item.evidence.start : item.evidence.end] == item.evidence.text
    assert item.text == "ten (10) M142 Rocket System (HIMARS) launchers"
