from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents.parser import Parser


@pytest.mark.parametrize(
    ("text", "head", "name", "country"),
    [
        ("Lind flew to Tallinn.", "Tallinn", "Tallinn", "EST"),
        ("Lind flew to Burkina Faso.", "Faso", "Burkina Faso", "BFA"),
        ("Lind flew to the Polish capital.", "capital", "Polish capital", "POL"),
        ("Lind flew to the Iraqi town of Zubqala.", "town", "Iraqi town", "IRQ"),
        ("Lind flew to Zubqala, Iraq.", "Zubqala", "Zubqala", "IRQ"),
        ("Chile is calm. Lind will leave the country today.", "country", "Chile", "CHL"),
        ("LIMA, May 9 -- Lind arrived here on Monday.", "here", "here", "PER"),
    ],
)
def test_place_has_its_name_and_state(parser: Parser, text: str, head: str, name: str, country: str) -> None:
    mentions = parser.read(text, date(2023, 9, 12))
    word = next(w for s in mentions.sentences for w in s.words if w.text == head)
    place = mentions.actors.place_at(word)
    assert place is not None
    assert (place.name, place.country) == (name, country)
    assert place.evidence is None or text[place.evidence.start : place.evidence.end] == place.evidence.text


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Lind met the Polish premier.", "premier"),
        ("Lind met Wang Yi.", "Yi"),
        ("There is no deal.", "There"),
        ("Lind left the hall.", "hall"),
    ],
)
def test_person_hall_and_empty_there_are_no_places(parser: Parser, text: str, head: str) -> None:
    mentions = parser.read(text, date(2023, 9, 12))
    word = next(w for s in mentions.sentences for w in s.words if w.text == head)
    assert mentions.actors.place_at(word) is None
