from __future__ import annotations

import pytest

from dipevents.reading.glue import unglued

KEPT = [
    "The US-led force came.",
    "A state-of-the-art radar and a sit-in failed.",
    "Moon Jae-in met Hwang Kyo-ahn.",
    "Anwar al-Holt, the secretary-general, is pro-Norwegian.",
    "The U.S.-Norwegian talks were a lead-in.",
    "The Deputy President-General stood in; two- or three-day talks.",
]


@pytest.mark.parametrize("text", KEPT)
def test_hyphens_of_compounds_and_names_are_kept(text: str) -> None:
    assert unglued(text) == text


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("Ada Holt-said so.", "Ada Holt said so."),
        ("Ada Holt-to whom he wrote", "Ada Holt to whom he wrote"),
        ("said-the minister", "said the minister"),
        ("On Friday,-protests went on", "On Friday, protests went on"),
        ("It was closed.-He left.", "It was closed. He left."),
        ("Mr-Holt and spokesman-Jan-Erik Lie", "Mr Holt and spokesman Jan-Erik Lie"),
        ("Mali's-army", "Mali's army"),
        ("(AL)-said so", "(AL) said so"),
        ("er/rt-(AP)", "er/rt (AP)"),
    ],
)
def test_a_hyphen_in_the_place_of_a_blank_is_one(glued: str, apart: str) -> None:
    assert unglued(glued) == apart
