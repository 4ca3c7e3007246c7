"""Capitals beside a person's name that name nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents.parser import Parser


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Kenyan Deputy Prime Minister Peter Otieno spoke.", {"Peter Otieno"}),
        ("Kenya's Deputy Permanent Representative to the UN Peter Otieno told reporters so.", {"Peter Otieno", "UN"}),
        ("Norway's chief Cabinet secretary, Ola Lie, said so.", {"Ola Lie"}),
        ("US Secretary of State Robert Holt has defended the cuts.", {"Robert Holt"}),
        ("The US Secretary of Defense, Peter Holt, is to attend.", {"Peter Holt"}),
        ("Peter Otieno boarded the Chilean aircraft carrier Admiral Orlov.", {"Peter Otieno"}),
        ("The systems Osa-M7E, Osa-M7K and Osa-M7KM were shown in Peru.", set()),
        ("The soldiers left the town. (AFP, AP, Reuters)", set()),
        ("Reuters asked Peter Otieno about it (he said nothing).", {"Reuters", "Peter Otieno"}),
        ("Admiral Peter Orlov left the carrier.", {"Peter Orlov"}),
        ("The secretary of Sinn Fein met Peter Otieno.", {"Sinn Fein", "Peter Otieno"}),
    ],
)
def test_parts_of_offices_ships_designations_and_credits_are_no_actors(
    sentence: str, names: set[str], parser: Parser
) -> None:
    found = parser.parse(sentence).actors
    assert {actor.name for actor in found if actor.kind.value != "state"} == names


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
