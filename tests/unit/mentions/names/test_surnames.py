from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents.parser import Parser


def spoken_of(parser: Parser, text: str, name: str) -> list[str]:
    found = [a for a in parser.read(text, date(2024, 5, 9)).actors.actors if a.name == name]
    return [m.text for a in found for m in a.mentions]


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ('Theresa May flew to Oslo. "All our ships should stay," May told Norway.', "Theresa May", "May"),
        ("President Lim Ching-te spoke. In August 2023 Lim flew to Oslo.", "Lim Ching-te", "Lim"),
        ('Rep. Ada Cummings wrote to Norway. Cummings continued, "Norway should leave."', "Ada Cummings", "Cummings"),
    ],
)
def test_a_surname_that_the_model_sees_no_name_in(parser: Parser, text: str, name: str, short: str) -> None:
    assert short in spoken_of(parser, text, name)


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("Theresa May flew to Oslo. In May, Norway warned Russia.", "Theresa May", "May"),
        ("Ada Sessions urged Norway to leave. Sessions of sessions followed in Oslo.", "Ada Sessions", "Sessions"),
    ],
)
def test_a_word_that_is_no_surname(parser: Parser, text: str, name: str, short: str) -> None:
    assert short not in spoken_of(parser, text, name)


def test_a_work_that_has_an_office_is_a_person(parser: Parser) -> None:
    text = '"The ships are late again," Seo Joon-ho, spokesman of the Ministry of Fisheries, told sailors.'
    assert "Seo Joon-ho" in spoken_of(parser, text, "Seo Joon-ho")
