from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents.parser import Parser


def test_pronoun_never_means_a_person_of_the_other_gender(parser: Parser) -> None:
    mentions = parser.read("Angela Merkel spoke. He left.", date(2023, 9, 12))
    word = next(w for s in mentions.sentences for w in s.words if w.text == "He")
    assert mentions.actors.at(word) == ()


def test_pronoun_far_from_any_name_stays_open(parser: Parser) -> None:
    filler = "The road was long. " * 12
    mentions = parser.read(f"Boris Johnson spoke. {filler}He left.", date(2023, 9, 12))
    word = next(w for s in mentions.sentences for w in s.words if w.text == "He")
    assert mentions.actors.at(word) == ()


def test_pronoun_of_somebody_unnamed_is_described(parser: Parser) -> None:
    mentions = parser.read("A Chinese official arrived. He said nothing.", date(2023, 9, 12))
    word = next(w for s in mentions.sentences for w in s.words if w.text == "He")
    (found,) = mentions.actors.who(word)
    assert (found.name, found.country) == ("A Chinese official", "CHN")


def test_relative_pronoun_means_its_antecedent(parser: Parser) -> None:
    mentions = parser.read("Wang Yi, who visited Lima, is back.", date(2023, 9, 12))
    word = next(w for s in mentions.sentences for w in s.words if w.text == "who")
    assert [a.name for a in mentions.actors.at(word)] == ["Wang Yi"]


def test_the_terms_of_a_warning_are_for_who_is_told(parser: Parser) -> None:
    mentions = parser.read("Norway warned Peru that it would close its port unless it paid.", date(2023, 9, 12))
    issuer, told = (w for s in mentions.sentences for w in s.words if w.lower == "it")
    assert [a.name for w in (issuer, told) for a in mentions.actors.at(w)] == ["Norway", "Peru"]


def test_the_two_governments_are_states(parser: Parser) -> None:
    text = "Peru and Chad talked. The Oslo Institute and the Lima Institute were there. The two governments signed."
    mentions = parser.read(text, date(2023, 9, 12))
    word = next(w for s in mentions.sentences for w in s.words if w.lower == "governments")
    assert {a.name for a in mentions.actors.at(word)} == {"Peru", "Chad"}


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        (
            "The judge believed them.\n\nPeru had sent Anna Ruiz, who drove there. “It is time,” she said.",
            "she",
            "Anna Ruiz",
        ),
        (
            "Pedro Ruiz is back. His trip to Oslo, where rebel Lars Holm is confined to a farm, is off. He said so.",
            "He",
            "Pedro Ruiz",
        ),
        ("A spokeswoman spoke. Anna Ruiz's fate is unclear, but she stayed.", "she", "Anna Ruiz"),
    ],
)
def test_who_stands_out_is_meant(text: str, pronoun: str, meant: str, parser: Parser) -> None:
    mentions = parser.read(text, date(2023, 9, 12))
    word = next(w for s in reversed(mentions.sentences) for w in s.words if w.text == pronoun)
    assert [a.name for a in mentions.actors.at(word)] == [meant]
