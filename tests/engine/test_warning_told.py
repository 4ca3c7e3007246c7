"""Who only tells of a warning, hears of it or rejects it neither warns nor is warned, however the warning is put."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents import Parser

TELLING = (
    "Kenya welcomed {}.",
    "Kenya criticised {}.",
    "Kenya was told of {}.",
    "Kenya had no comment on {}.",
    "Kenyan officials confirmed {}.",
    "The Kenyan press reported {}.",
    "Kenya is studying {}.",
    "Kenya shrugged off {}.",
    "Kenya was aware of {}.",
    "Kenya has noted {}.",
    "Kenya dismissed {} as a bluff.",
    "In spite of {}, Kenya will go ahead with the talks.",
    "Because of {}, Kenya called off the talks.",
    "{} came as a surprise to Kenya.",
    "Kenyan Foreign Minister Ann Otieno rejected {}.",
    "Kenya and Malawi discussed {}.",
    "The statement followed {}.",
)
WARNINGS = (
    ("Laos's threat to attack Chile", "threat"),
    ("a threat by Laos to attack Chile", "threat"),
    ("a threat to attack Chile by Laotian Foreign Minister Kham Vong", "threat"),
    ("a threat made by Laos to attack Chile", "threat"),
    ("Laotian threats to close the border with Chile", "threat"),
    ("Laos's vow to retaliate against Chile", "threat"),
    ("Laos's warning that it would attack Chile", "threat"),
    ("a warning by Laos to Chile that the dam could burst", "caution"),
    ("the warning issued by Laos to Chile that the dam could burst", "caution"),
    ("Laos's demand that Chile withdraw its troops", "demand"),
    ("the Laotian government's demand that Chile withdraw its troops", "demand"),
    ("a demand by Laos for an apology from Chile", "demand"),
    ("Laos's call on Chile to free the prisoners", "demand"),
    ("Laos's appeal to Chile to stop the raids", "demand"),
    ("Laos's concern over Chile's missile tests", "concern"),
)
"""Warnings by Laos to Chile, and their kinds."""


@pytest.mark.parametrize("frame", TELLING)
def test_who_tells_of_a_warning_has_no_part_in_it(parser: Parser, frame: str) -> None:
    for noun, kind in WARNINGS:
        text = frame.format(noun)
        found = parser.parse(text[:1].upper() + text[1:]).warnings
        assert [w.kind.value for w in found] == [kind], text
        assert {a.country for a in found[0].issuers} == {"LAO"}, text
        assert {a.country for a in found[0].targets} == {"CHL"}, text
        assert found[0].status.value == "issued", text
