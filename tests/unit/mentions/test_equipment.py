from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dipevents.lexicon import read_table
from dipevents.mentions.equipment import find_equipment

if TYPE_CHECKING:
    from collections.abc import Callable

    from dipevents.reading.sentence import Sentence

SIPRI = {
    "Aircraft",
    "Air defence systems",
    "Anti-submarine warfare weapons",
    "Armoured vehicles",
    "Artillery",
    "Engines",
    "Missiles",
    "Naval weapons",
    "Other",
    "Satellites",
    "Sensors",
    "Ships",
}


@pytest.mark.parametrize(
    ("sentence", "text", "designation", "category", "quantity"),
    [
        ("Peru bought 25 MiG-29 fighters.", "25 MiG-29 fighters", "MiG-29", "Aircraft", 25),
        ("Peru bought half a dozen Su-35s.", "half a dozen Su-35s", "Su-35", "Aircraft", 6),
        ("Peru bought another dozen tanks.", "dozen tanks", None, "Armoured vehicles", 12),
        ("Peru bought several dozen tanks.", "several dozen tanks", None, "Armoured vehicles", None),
        ("Peru sold 10 of its tanks.", "tanks", None, "Armoured vehicles", 10),
        ("Peru bought 3 million bullets.", "3 million bullets", None, "Other", 3000000),
        ("Peru bought 12 PzH 2000 howitzers.", "12 PzH 2000 howitzers", "PzH 2000", "Artillery", 12),
        ("Peru bought 17 Mi-17V-5 helicopters.", "17 Mi-17V-5 helicopters", "Mi-17V-5", "Aircraft", 17),
        ("Peru bought 48 Iskander-E missiles.", "48 Iskander-E missiles", "Iskander-E", "Missiles", 48),
        ("Peru bought 36 Gripen E/F jets.", "36 Gripen E/F jets", "Gripen E/F", "Aircraft", 36),
        ("Peru bought 12 D-30 guns.", "12 D-30 guns", "D-30", "Artillery", 12),
        ("Peru bought Type 26 frigates.", "Type 26 frigates", "Type 26", "Ships", None),
        ("Peru bought two Type 26 frigates.", "two Type 26 frigates", "Type 26", "Ships", 2),
        ("Spain sold Peru Type 99 tanks.", "Type 99 tanks", "Type 99", "Armoured vehicles", None),
        ("Peru bought Kilo 636 submarines.", "Kilo 636 submarines", "Kilo", "Ships", None),
        ("Peru bought Mark 82 bombs.", "Mark 82 bombs", "Mark 82", "Missiles", None),
        ("Peru bought F-16 Block 70 jets.", "F-16 Block 70 jets", "F-16 Block 70", "Aircraft", None),
        ("Peru bought 200 AMRAAMs.", "200 AMRAAMs", "AMRAAM", "Missiles", 200),
        ("Peru bought two dozen Su-35s.", "two dozen Su-35s", "Su-35", "Aircraft", 24),
        ("Peru ordered twenty-eight F-16s.", "twenty-eight F-16s", "F-16", "Aircraft", 28),
        ("They sold the S-400 system to Chad.", "S-400 system", "S-400", "Air defence systems", None),
        ("They sold two S-300 complexes to Chad.", "two S-300 complexes", "S-300", "Air defence systems", 2),
        (
            "The second of nine Leopard 2A6 tanks arrived.",
            "nine Leopard 2A6 tanks",
            "Leopard 2A6",
            "Armoured vehicles",
            9,
        ),
        ("A crate of anti-tank missiles arrived.", "anti-tank missiles", None, "Missiles", None),
        ("He sold 155-millimeter shells.", "155-millimeter shells", None, "Other", None),
        ("Chad got Gepard ammunition.", "Gepard ammunition", "Gepard", "Other", None),
        ("Oman wants two patrol boats.", "two patrol boats", None, "Ships", 2),
        ("Chad bought six howitzers.", "six howitzers", None, "Artillery", 6),
        ("Chad bought a CHD620 engine for the submarine.", "CHD620 engine", "CHD620", "Engines", None),
        ("Chad wants spare parts for the F-16s.", "spare parts for the F-16s", None, "Other", None),
    ],
)
def test_equipment_is_the_shortest_phrase_with_its_number(
    read: Callable[[str], Sentence],
    sentence: str,
    text: str,
    designation: str | None,
    category: str,
    quantity: int | None,
) -> None:
    found = {item.text: item for item in find_equipment(read(sentence))}
    assert text in found
    item = found[text]
    assert (item.designation, item.category, item.quantity) == (designation, category, quantity)


@pytest.mark.parametrize(
    "sentence",
    [
        "The airline bought 30 Airbus airliners.",
        "The ship brought food aid.",
        "Chad bought three Superjet-100 aircraft.",
        "The think tank published a report.",
        "He filled the fuel tank.",
        "Rebel fighters entered the town.",
    ],
)
def test_civil_goods_and_men_are_no_military_equipment(read: Callable[[str], Sentence], sentence: str) -> None:
    assert all(item.use == "dual" for item in find_equipment(read(sentence)))


def test_equipment_before_another_noun_knows_what_carries_it(read: Callable[[str], Sentence]) -> None:
    (item,) = find_equipment(read("Turkey's S-400 purchase angered Washington."))
    assert item.text == "S-400"
    assert item.carrier is not None
    assert item.carrier.text == "purchase"


def test_arms_supplies_pass_and_military_supplies_are_passed(read: Callable[[str], Sentence]) -> None:
    (arms,) = find_equipment(read("Arms supplies to Chad stopped."))
    assert (arms.text, arms.carrier and arms.carrier.text) == ("Arms", "supplies")
    (goods,) = find_equipment(read("Peru delivered military supplies to Chad."))
    assert (goods.text, goods.carrier) == ("military supplies", None)


def test_every_row_of_the_table_has_a_category_of_sipri_unless_it_is_civil() -> None:
    rows = read_table("equipment")
    assert {row["category"] for row in rows if row["use"] != "civil"} == SIPRI
    assert {row["use"] for row in rows} == {"military", "generic", "dual", "civil"}
    assert {row["kind"] for row in rows} == {"noun", "type", "name"}
    assert len({(row["words"], row["kind"]) for row in rows}) == len(rows)
