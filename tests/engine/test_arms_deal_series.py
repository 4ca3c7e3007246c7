from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents.parser import Parser

LISTS = {
    "Chad bought tanks from Peru, its jets from Oman and mortars from Serbia.": {
        ("PER", "TCD", "tanks"),
        ("OMN", "TCD", "jets"),
        ("SRB", "TCD", "mortars"),
    },
    "Serbia sold mortars to Chad, rifles to Niger and tanks to Oman.": {
        ("SRB", "TCD", "mortars"),
        ("SRB", "NER", "rifles"),
        ("SRB", "OMN", "tanks"),
    },
    "Chad bought rifles from Peru and thanked Oman.": {("PER", "TCD", "rifles")},
    "Chad bought rifles and mortars from Peru.": {("PER", "TCD", "rifles"), ("PER", "TCD", "mortars")},
}


@pytest.mark.parametrize("sentence", LISTS)
def test_each_member_of_a_list_has_its_own_side(parser: Parser, sentence: str) -> None:
    deals = parser.parse(sentence, published="2024-05-15").arms_deals
    found = {
        (supplier.country, recipient.country, item.text)
        for deal in deals
        for supplier in deal.suppliers
        for recipient in deal.recipients
        for item in deal.items
    }
    assert found == LISTS[sentence]
