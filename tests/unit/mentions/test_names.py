from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.names import read_names
from dipevents.reading.sentence import Entity

if TYPE_CHECKING:
    from collections.abc import Callable

    from dipevents.reading.sentence import Sentence


def test_a_country_that_the_model_takes_for_a_person_at_the_end_of_a_sentence(read: Callable[[str], Sentence]) -> None:
    sentence = read("The envoys met in San Marino")
    sentence.entities = [Entity(4, 5, "PERSON")]
    assert [n.text for n in read_names(sentence, 2023)] == ["San Marino"]
