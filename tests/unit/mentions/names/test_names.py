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
