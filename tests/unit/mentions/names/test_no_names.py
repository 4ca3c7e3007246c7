"""Capitals beside a person's name that name nobody."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents.parser import Parser


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Kenyan Deputy Prime Minister Peter Otieno spoke.", {"Peter Otieno"}),
        ("Latverian Defence Minister Joren Halt met Zandovian Finance Minister Lie.", {"Joren Halt", "Lie"}),
        ("Kenya's Deputy Permanent Representative to the UN Peter Otieno told reporters so.", {"Peter Otieno", "UN"}),
        ("Norway's chief Cabinet secretary, Ola Lie, said so.", {"Ola Lie"}),
        ("US Secretary of State Robert Holt has defended the cuts.", {"Robert Holt"}),
        ("The US Secretary of Defense, Peter Holt, is to attend.", {"Peter Holt"}),
        ("Peter Otieno boarded the Chilean aircraft carrier Admiral Orlov.", {"Peter Otieno"}),
        ("The systems Osa-M7E, Osa-M7K and Osa-M7KM were shown in Peru.", set()),
        ("Norway will buy 24 Zubqa-S drones, Ola Lie said.", {"Ola Lie"}),
        ("The soldiers left the town. (AFP, AP, Reuters)", set()),
        ("Reuters asked Peter Otieno about it (he said nothing).", {"Reuters", "Peter Otieno"}),
        ("Admiral Peter Orlov left the carrier.", {"Peter Orlov"}),
        ("The secretary of Sinn Fein met Peter Otieno.", {"Sinn Fein", "Peter Otieno"}),
        ("Peter Otieno wrote so on Facebook, and Ola Lie on his Telegram channel.", {"Peter Otieno", "Ola Lie"}),
        ("Facebook asked Peter Otieno about it.", {"Facebook", "Peter Otieno"}),
        ("The Minister for Fisheries, Harbours and Local Trade, Ola Lie, resigned.", {"Ola Lie"}),
        ("US Homeland Security Secretary Robert Holt resigned.", {"Robert Holt"}),
        ("Norway's Permanent Representative to NATO Ola Lie said so.", {"NATO", "Ola Lie"}),
        ("UNICEF Executive Director Ada Lake left Oslo.", {"UNICEF", "Ada Lake"}),
        ("Peter Otieno met Ola Lie in the Great Hall of the Miners.", {"Peter Otieno", "Ola Lie"}),
        ("The crew of the Admiral Orlov aircraft carrier met Peter Otieno.", {"Peter Otieno"}),
        ("Ola Lie praised the Electoral College and the Six Party Talks.", {"Ola Lie"}),
        ("The Norwegian foreign minister, Ola Lie, was in the Kremlin.", {"Ola Lie"}),
        ("The Russian Ambassador Extraordinary and Plenipotentiary met Ola Lie.", {"Ola Lie"}),
        ("Prices rose: Coal is dear, and coal is dirty, Ola Lie said.", {"Ola Lie"}),
        ("The broadcaster RTV asked Ola Lie about it.", {"RTV", "Ola Lie"}),
        ("The Kremlin said that Ola Lie was in Moscow.", {"Ola Lie"}),
        ("Ola Lie spoke to reporters on Capitol Hill.", {"Ola Lie"}),
        ("Jan Kos / For China Daily", set()),
        ("Source: Reuters", set()),
        ("It was a Washington Post/ABC News poll.", {"Washington Post", "ABC News"}),
        ("The army left. er/rt (AFP, dpa)", set()),
        ("The Taoiseach met the Minister of State for External Affairs Ola Lie.", {"Ola Lie"}),
        ("The Press Secretary Ola Lie met the governor of Kaduna State.", {"Ola Lie"}),
        ("Hurricane Ada hit Kafr Zubqa, Ola Lie said.", {"Ola Lie"}),
        ("The debt is 980 billion H.K. Dlrs, and 5 mln U.S. Dlrs, Ola Lie said.", {"Ola Lie"}),
        ("Profits fell. Moreover, the company said shipments will fall. The company fell.", set()),
        ("Ola Lie of Zubqa and Co Inc left.", {"Ola Lie"}),
        ("South-East Asian ministers left. Norway backs Asian states, Ola Lie said.", {"Ola Lie"}),
        ("Growth of GNP fell. It rose later. The company said so. GNP is up, Ola Lie said.", {"Ola Lie"}),
    ],
)
def test_parts_of_offices_ships_designations_and_credits_are_no_actors(
    sentence: str, names: set[str], parser: Parser
) -> None:
    found = parser.parse(sentence).actors
    assert {actor.name for actor in found if actor.kind.value != "state"} == names


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Ukrainian President Pyotr Poroshenko met Jan Kowal.", {"Pyotr Poroshenko", "Jan Kowal"}),
        (
            "President Piotr Lis and first lady Ewa Lis met Jan Kowal.",
            {"Piotr Lis", "Ewa Lis", "Jan Kowal"},
        ),
        ("Melania Trump left. Trump stayed in Rome.", {"Melania Trump", "Trump"}),
        ("Jan Kowal-also said no, and Marek Dudek-during a visit to Oslo said yes.", {"Jan Kowal", "Marek Dudek"}),
        ("Hwang Kyu-sik met Moon Jae-in.", {"Hwang Kyu-sik", "Moon Jae-in"}),
        ("Rebels took the town of al-Zubqa. Fighting near al-Zubqa went on, Jan Kowal said.", {"Jan Kowal"}),
        ("Abdel Fattah el-Sisi spoke in Cairo. Al-Sisi then left.", {"Abdel Fattah el-Sisi"}),
        ('Sergeant Adam "Ace" Holt was killed. Holt was 36.', {'Adam "Ace" Holt'}),
        ("The envoy to Chad Peter Holt met Jan Kowal.", {"Peter Holt", "Jan Kowal"}),
        ("The company signed a memorandum of intent (MOI) with Jan Kowal. The MOI was praised.", {"Jan Kowal"}),
    ],
)
def test_one_person_is_one_actor_and_towns_are_none(text: str, persons: set[str], parser: Parser) -> None:
    found = parser.parse(text, published=date(2017, 3, 1)).actors
    assert {actor.name for actor in found if actor.kind.value not in {"state", "igo"}} == persons


@pytest.mark.parametrize(
    "sentence",
    [
        "In addition to Peter Otieno, the Norwegian minister, Ola Lie, is to attend.",
        "After the talks with Peter Otieno, the Norwegian minister left the hall.",
    ],
)
def test_a_subject_behind_a_phrase_does_not_describe_who_is_named_in_it(sentence: str, parser: Parser) -> None:
    [person] = [actor for actor in parser.parse(sentence).actors if actor.name == "Peter Otieno"]
    assert person.role is None
