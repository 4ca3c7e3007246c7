from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dipevents.mentions.names import read_names
from dipevents.reading.sentence import Entity

if TYPE_CHECKING:
    from collections.abc import Callable

    from dipevents.reading.sentence import Sentence


def test_a_country_that_the_model_takes_for_a_person_at_the_end_of_a_sentence(read: Callable[[str], Sentence]) -> None:
    sentence = read("The envoys met in San Marino")
    sentence.entities = [Entity(4, 5, "PERSON")]
    assert [n.text for n in read_names(sentence, 2023)] == ["San Marino"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Karim Benali, Chad's finance minister, spoke.", ["Karim Benali"]),
        ("Mehmet Aydin, the Danish president, spoke.", ["Mehmet Aydin"]),
        (
            "The ministers of Armenia and Azerbaijan, Ara Petrosyan and Elnur Hajizade, spoke.",
            ["Ara Petrosyan", "Elnur Hajizade"],
        ),
        ("Nicolas Maduro Moros spoke.", ["Nicolas Maduro Moros"]),
        ("Hassan Sheikh Nur spoke.", ["Hassan Sheikh Nur"]),
        ("Karim Tokayev, the Danish envoy, spoke.", ["Karim Tokayev"]),
        ("Paris and London spoke.", []),
    ],
)
def test_persons_are_told_by_what_stands_beside_their_names(
    read: Callable[[str], Sentence], text: str, names: list[str]
) -> None:
    assert [n.text for n in read_names(read(text), 2023) if n.kind == "person"] == names
