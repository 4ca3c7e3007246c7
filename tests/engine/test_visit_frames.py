"""What a sentence says of a visit does not depend on who stands in it, nor on how the place is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents.parser import Parser

GUESTS = {
    "the Croatian prime minister": "Croatian prime minister",
    "Zambian Trade Minister Mutale Banda": "Mutale Banda",
    "King Sigvard": "Sigvard",
    "a UN mission": "UN mission",
    "a Korean delegation": "Korean delegation",
    "Deputy Prime Minister Farid Aslan": "Farid Aslan",
}
"""Who travels, and the end of the name that is to be found."""
PLACES = {"Lisbon": "PRT", "Laos": "LAO"}
FRAMES = {
    "occurred": (
        "{guest} visited {place} on Monday.",
        "{guest} was in {place} on Monday.",
        "{guest} has just returned from {place}.",
        "{guest} left {place} on Monday after three days of talks.",
        "{place} welcomed {guest} on Monday.",
        "{place} hosted {guest} on Monday.",
        "{place} rolled out the red carpet for {guest} on Monday.",
        "The trip by {guest} to {place} on Monday was a success.",
        "The arrival of {guest} in {place} on Monday drew crowds.",
        "{guest} brought a letter to {place} on Monday.",
    ),
    "planned": (
        "{guest} will visit {place} next week.",
        "{guest} is due in {place} next week.",
        "{place} will host {guest} next week.",
        "{place} is preparing for a visit by {guest} next week.",
        "{place} is expecting a visit from {guest} next week.",
    ),
    "possible": (
        "{place} has invited {guest}.",
        "{place} has extended an invitation to {guest}.",
        "{guest} is thinking about a trip to {place}.",
        "{guest} is considering visiting {place}.",
    ),
    "cancelled": (
        "{guest} was denied a visa for {place}.",
        "{guest} was barred from {place}.",
        "{guest} was not allowed into {place}.",
        "{guest} has dropped plans for a visit to {place}.",
        "{guest} has ruled out a visit to {place}.",
        "{guest} declined an invitation to {place}.",
        "{place} withdrew an invitation to {guest}.",
    ),
}
CASES = [(status, frame) for status, frames in FRAMES.items() for frame in frames]
TRAPS = (
    "{guest} is popular in {place}.",
    "{guest} landed a contract in {place} on Monday.",
    "{guest} came under fire in {place} on Monday.",
    "{guest} reached out to {place} on Monday.",
    "{guest} left {place} out of the list on Monday.",
    "{guest} sent a letter to {place} on Monday.",
    "{place} welcomed remarks by {guest} on Monday.",
    "{place} gave a warm welcome to the new law on Monday.",
    "{place} barred imports of beef on Monday.",
    "{guest} was barred from office on Monday.",
    "{place} is preparing for elections next week.",
)


def filled(frame: str, guest: str, place: str) -> str:
    sentence = frame.format(guest=guest, place=place)
    return sentence[0].upper() + sentence[1:]


@pytest.mark.parametrize(("status", "frame"), CASES, ids=[frame for _, frame in CASES])
def test_whoever_travels_wherever_is_on_the_same_visit(parser: Parser, status: str, frame: str) -> None:
    for guest, name in GUESTS.items():
        for place, country in PLACES.items():
            sentence = filled(frame, guest, place)
            visits = parser.parse(sentence, published="2024-05-15").visits
            told = [([a.name for a in v.visitors], [(p.name, p.country) for p in v.destinations]) for v in visits]
            assert len(visits) == 1, (sentence, told)
            assert any(name in a.name for a in visits[0].visitors), (sentence, told)
            assert [(p.name, p.country) for p in visits[0].destinations] == [(place, country)], (sentence, told)
            assert visits[0].status.value == status, (sentence, visits[0].status)


@pytest.mark.parametrize("frame", TRAPS)
def test_nobody_travels_whoever_stands_there(parser: Parser, frame: str) -> None:
    for guest in GUESTS:
        for place in PLACES:
            sentence = filled(frame, guest, place)
            visits = parser.parse(sentence, published="2024-05-15").visits
            assert not visits, (sentence, visits)
