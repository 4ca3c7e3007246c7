from __future__ import annotations

import pytest

import dipevents
from dipevents import find_actors, parse


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("Kesteria's foreign minister arrived in Morvania on Tuesday.", "Morvania"),
        ("A delegation from Kesteria has arrived in Morvania to discuss the border.", "Morvania"),
        ("The king of Kesteria will travel to Morvania on Friday.", "Morvania"),
        ("Kesteria's President Oskar will visit Morvania next week.", "Morvania"),
        ("Morvania received Kesteria's prime minister at a state banquet on Monday.", "Morvania"),
    ],
)
def test_made_up_states_are_states(text: str, goal: str) -> None:
    (visit,) = parse(text, published="2024-05-09").visits
    assert [p.name for p in visit.destinations] == [goal]


@pytest.mark.parametrize(
    "text",
    [
        "Kesteria threatened Morvania with sanctions.",
        "Kesteria on Monday threatened to cut diplomatic ties with Morvania.",
        "Kesteria has warned it will expel Morvania's ambassador.",
        "Kesteria demanded an apology from Morvania over the raid.",
    ],
)
def test_made_up_states_warn_each_other(text: str) -> None:
    (warning,) = parse(text, published="2024-05-09").warnings
    assert ([a.name for a in warning.issuers], [a.name for a in warning.targets]) == (["Kesteria"], ["Morvania"])


def test_whom_no_list_knows_is_warned_all_the_same() -> None:
    (warning,) = parse("Moscow warned Kolkhari against attacking its ships.").warnings
    assert [a.name for a in warning.targets] == ["Kolkhari"]


def test_their_countries_are_unknown_in_the_records() -> None:
    text = "Kesteria's foreign minister arrived in Morvania. Morvanian troops threatened to attack Kesteria."
    report = parse(text)
    states = [(a.name, a.country) for a in report.actors if a.kind == "state"]
    assert states == [("Kesteria", None), ("Morvania", None)]
    assert states == [(a.name, a.country) for a in find_actors(text) if a.kind == "state"]
    assert "QM" not in report.to_json()
    assert dipevents.Report.from_json(report.to_json()) == report


def test_travel_within_a_made_up_state_is_no_visit() -> None:
    assert not parse("Kesteria's foreign minister flew home to Kesteria on Tuesday.").visits


@pytest.mark.parametrize(
    "text",
    [
        "Labour leader Anna Reed visited Grangebrook on Monday, as Britain waited.",
        "Republican President Tom Hale arrived in Dullsville, Ohio.",
        "The Foreign Ministry of Poland is in Warsaw. The Defense Minister, Jan Maly, went to Kwidzyn.",
        "Kurdish leaders and the Shiite government of Iraq met in Baghdad.",
    ],
)
def test_parties_peoples_and_ministries_are_no_states(text: str) -> None:
    assert {a.country for a in find_actors(text) if a.kind == "state"} <= {"GBR", "USA", "POL", "IRQ"}


def test_capitals_that_shorten_a_body_are_no_state() -> None:
    found = find_actors("The Network Against Hunger (NAH) spoke. Ada Quill, president of NAH, agreed. ")
    assert {a.name: a.country for a in found} == {"Network Against Hunger": None, "Ada Quill": None}
