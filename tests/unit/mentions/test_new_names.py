from __future__ import annotations

import pytest

from dipevents.mentions.new_names import with_new_names
from dipevents.reading.sentence import Sentence


def article(*texts: str) -> list[Sentence]:
    return [Sentence(i, 0, len(t), 0, i, False, t) for i, t in enumerate(texts)]


def found(*texts: str) -> list[str]:
    sentences = article(*texts)
    return [s.text for s in with_new_names(sentences, sentences[:1])]


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell.",
        "It rained on Ankara.",
        "It rained on Japan.",
        "Umbrellas, he said, sold well.",
        "Lavrov\u2019s hat fell.",
        "1 2 3",
        "",
        "A",
    ],
)
def test_a_sentence_without_a_new_name_is_left_out(text: str) -> None:
    assert found("Lavrov came to Oslo.", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell, Holt said.",
        "Ada Holt said so.",
        "The Zorb Institute disagreed.",
        "The UN disagreed.",
        "He met Ada Holt's aide.",
    ],
)
def test_a_sentence_with_a_new_name_is_found(text: str) -> None:
    assert found("Lavrov came to Oslo.", text) == [text]


def test_only_the_stretch_around_new_names_is_read() -> None:
    rain = "rain fell on the town all day long and"
    assert found("Lavrov came.", f"The {rain} so said Ada Holt and Bo Rask of the Zorb Institute when {rain} on.") == [
        "so said Ada Holt and Bo Rask of the Zorb Institute when rain"
    ]


def test_a_name_is_new_once() -> None:
    assert found("Rain.", "It fell, Ada Holt said.", "More fell, Holt said.") == ["It fell, Ada Holt said."]


def test_what_is_read_anyway_is_not_given_again() -> None:
    sentences = article("Ada Holt came.", "Bo Rask left.")
    assert with_new_names(sentences, sentences) == []
