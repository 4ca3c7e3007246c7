from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dipevents import find_actors
from dipevents.mentions.names import read_names
from dipevents.reading.sentence import Entity

if TYPE_CHECKING:
    from collections.abc import Callable

    from dipevents.reading.sentence import Sentence


def test_a_country_that_the_model_takes_for_a_person_at_the_end_of_a_sentence(read: Callable[[str], Sentence]) -> None:
    sentence = read("The envoys met in San Marino")
    sentence.entities = [Entity(4, 5, "PERSON")]
    assert [n.text for n in read_names(sentence, 2023)] == ["San Marino"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Karim Benali, Chad's finance minister, spoke.", ["Karim Benali"]),
        ("Mehmet Aydin, the Danish president, spoke.", ["Mehmet Aydin"]),
        (
            "The ministers of Armenia and Azerbaijan, Ara Petrosyan and Elnur Hajizade, spoke.",
            ["Ara Petrosyan", "Elnur Hajizade"],
        ),
        ("Nicolas Maduro Moros spoke.", ["Nicolas Maduro Moros"]),
        ("Hassan Sheikh Nur spoke.", ["Hassan Sheikh Nur"]),
        ("Karim Tokayev, the Danish envoy, spoke.", ["Karim Tokayev"]),
        ("Paris and London spoke.", []),
    ],
)
def test_persons_are_told_by_what_stands_beside_their_names(
    read: Callable[[str], Sentence], text: str, names: list[str]
) -> None:
    assert [n.text for n in read_names(read(text), 2023) if n.kind == "person"] == names


def test_an_unknown_name_beside_a_noun_for_a_company_or_paper_is_a_bodys() -> None:
    for text in (
        "The boats were built by the Polish shipyard {}.",
        "The boats were built by a Polish state firm, {}, in May.",
        "The boats were built by {}, a Polish shipyard, in May.",
        "The boats were late, according to {}, a Polish newspaper.",
        "The boats were late, the Polish daily {} reported.",
    ):
        for name in ("Quillmech", "Glos Zubki"):
            kinds = {a.name: (a.kind.value, a.country) for a in find_actors(text.format(name))}
            assert kinds.get(name) == ("organization", "POL"), text.format(name)


def test_who_works_for_a_company_or_paper_is_a_person() -> None:
    text = (
        "After leaving the company, Peter Holt met Marek Dudek, a newspaper editor, and company chairman Jan Kos. "
        "A spokesman for the company, Chukwa Okeki, agreed with the head of a Polish firm, Draho Malenk, on that. "
        "The Polish shipyard closed on Monday, and the firm Prime Minister Ada Quill owns with it."
    )
    found = {a.name: a.kind.value for a in find_actors(text) if a.kind.value != "state"}
    assert found == dict.fromkeys(
        ("Peter Holt", "Marek Dudek", "Jan Kos", "Chukwa Okeki", "Draho Malenk", "Ada Quill"), "person"
    )


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Ada Holt, an officer at Okazaki Metal, said so.", "Okazaki Metal", "organization"),
        ("Jan Kos, who commands the Zarak group, left.", "Zarak", "organization"),
        ("Jan Kos, of the Lima-based Black Ridge think tank, left.", "Black Ridge", "organization"),
        ("A group called Green Dawn has vowed to march.", "Green Dawn", "organization"),
        ("They belong to a group called CIS-ZUB, which left.", "CIS-ZUB", "organization"),
        (
            "A commander of the Abu al-Zubqa Central Headquarters left.",
            "Abu al-Zubqa Central Headquarters",
            "organization",
        ),
        ("In Geneva, the U.N. refugee agency said no.", "U.N. refugee agency", "igo"),
        ("Russia said its Security Council would meet.", "Security Council", "organization"),
        ("A team led by Namibia's Onesmo Sembe reached Lima.", "Onesmo Sembe", "person"),
        ("Minister Choe Son Hui said no.", "Choe Son Hui", "person"),
        ("Sheikh Hamad bin Jassim bin Jaber al-Thani said no.", "Hamad bin Jassim bin Jaber al-Thani", "person"),
        ("The late emperor, Zorobito, had a cold.", "Zorobito", "person"),
        ("To Trinh Bui of Lemma, however, Peru wins.", "Trinh Bui", "person"),
    ],
)
def test_a_name_is_whole_and_what_stands_beside_it_tells_its_kind(text: str, name: str, kind: str) -> None:
    assert (name, kind) in {(a.name, a.kind.value) for a in find_actors(text)}


def test_what_only_describes_something_is_no_body() -> None:
    for text in (
        "Jan Kos heads the ministry's U.S. department.",
        "The hulls stand in a Wuhan yard.",
        "The first Zubqa air defense systems have reached Chad.",
        "Guards linked a Kashmiri group to the raid.",
    ):
        assert [a.name for a in find_actors(text) if a.kind.value == "organization"] == []
