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
    "Ecuador ordered six trainers from Brazil in 2012, two frigates from Italy in 2016 and radars from Spain.": {
        ("BRA", "ECU", "six trainers"),
        ("ITA", "ECU", "two frigates"),
        ("ESP", "ECU", "radars"),
    },
    "Serbia sold 20 mortars to Mali, six to Niger and 12 to Togo.": {
        ("SRB", "MLI", "20 mortars"),
        ("SRB", "NER", "six"),
        ("SRB", "TGO", "12"),
    },
    "Serbia exported mortars to Mali (EUR 38 million), rifles to Niger (EUR 11 million) and guns to Togo.": {
        ("SRB", "MLI", "mortars"),
        ("SRB", "NER", "rifles"),
        ("SRB", "TGO", "guns"),
    },
    "Serbia approved the sale of 12 tanks to Chad and of six howitzers to Peru.": {
        ("SRB", "TCD", "12 tanks"),
        ("SRB", "PER", "six howitzers"),
    },
    "Malta bought two frigates from Italy and three more from Spain.": {
        ("ITA", "MLT", "two frigates"),
        ("ESP", "MLT", "three more"),
    },
    "Ghana has ordered howitzers from Serbia, has received mortars from Turkey and hopes to get radars from Spain.": {
        ("SRB", "GHA", "howitzers"),
        ("TUR", "GHA", "mortars"),
        ("ESP", "GHA", "radars"),
    },
    "Malta has bought French jets, German boats and Russian-made S-400 batteries.": {
        ("FRA", "MLT", "French jets"),
        ("DEU", "MLT", "German boats"),
        ("RUS", "MLT", "S-400"),
    },
    "Chad has received jets from Peru and Oman, Patriot batteries from Serbia and tanks from Spain.": {
        ("PER", "TCD", "jets"),
        ("OMN", "TCD", "jets"),
        ("SRB", "TCD", "Patriot"),
        ("ESP", "TCD", "tanks"),
    },
    "Malta took delivery of six tanks from Spain and ten Heron drones from Israel.": {
        ("ESP", "MLT", "six tanks"),
        ("ISR", "MLT", "ten Heron drones"),
    },
    "Malta's purchase of six tanks from Spain and ten jets from Peru angered Chad.": {
        ("ESP", "MLT", "six tanks"),
        ("PER", "MLT", "ten jets"),
    },
    "Serbia sold ten howitzers to Togo and ten ferries to Malta.": {("SRB", "TGO", "ten howitzers")},
    "The shells were fired by Chad at Niger and by Niger at Mali.": set(),
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
