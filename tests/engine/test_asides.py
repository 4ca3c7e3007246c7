"""Whatever stands before, inside and behind a clause, the same is told of the same."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest

from telling import same_is_told

if TYPE_CHECKING:
    from dipevents import Parser

PUBLISHED = date(2026, 5, 6)
WHO = "Chadian President Omar Farid"
CLAUSES = (
    "visited Peru last month",
    "arrived in Lima last month for talks with President Ana Ruiz",
    "met Peruvian President Ana Ruiz in Lima last month",
    "was received in Lima last month by President Ana Ruiz",
    "has cancelled a visit to Peru planned for June",
    "signed a contract to buy 12 tanks from Peru",
    "approved the sale of 12 tanks to Peru",
    "agreed to supply Peru with 12 tanks",
    "has suspended arms sales to Peru",
    "threatened to attack Peru",
    "demanded that Peru withdraw its troops",
    "called on Peru to free the prisoners",
)
FRONTS = (
    "",
    "As rebels advanced on the capital, ",
    "Hours after Kenya closed its border, ",
    "Under a deal brokered by Norway, ",
    "After months of tension, ",
    "Officials said ",
)
ASIDES = (
    "",
    ", who took office last year,",
    ", a former general,",
    ", accompanied by his wife,",
    ", according to state television,",
    ", facing protests at home,",
    ", under pressure from Norway,",
)
ENDS = (
    ".",
    ", a move that angered Kenya.",
    ", raising fears of a new war.",
    ", while Kenya closed its border.",
    " amid rising tension.",
)


@pytest.mark.parametrize("clause", CLAUSES)
def test_asides_change_nothing(parser: Parser, clause: str) -> None:
    texts = (f"{front}{WHO}{aside} {clause}{end}" for front, aside, end in product(FRONTS, ASIDES, ENDS))
    same_is_told(parser, f"{WHO} {clause}.", texts, PUBLISHED)
