"""Laws of visits: one journey has the same guest, place, host and stage in whatever words it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents import Parser

TOLD = (
    "{guest} landed in {place}.",
    "{guest} headed for {place}.",
    "{guest} toured {place}.",
    "{guest} paid a visit to {place}.",
    "{guest} cut short a visit to {place}.",
    "{guest} was given a red-carpet welcome in {place}.",
    "The plane of {guest} touched down in {place}.",
    "{place} was visited by {guest}.",
    "The arrival of {guest} in {place} drew crowds.",
    "A visit to {place} by {guest} ended on Monday.",
    "Arriving in {place}, {guest} praised the pact.",
    "While in {place}, {guest} praised the pact.",
    "{guest} praised the pact on arrival in {place}.",
    "Speaking during a visit to {place}, {guest} praised the pact.",
    "{guest} was met at the airport in {place} by Kenyan Foreign Minister Ada Otieno.",
    "Kenyan Foreign Minister Ada Otieno received {guest} in {place}.",
    "Kenyan Foreign Minister Ada Otieno held talks in {place} with {guest}.",
    "{guest} held talks in {place} with Kenyan Foreign Minister Ada Otieno.",
    "{guest} delivered a letter to Kenyan Foreign Minister Ada Otieno in {place}.",
)
"""A journey that took place; its host, where one is told, is Ada Otieno."""
GUESTS = {
    "Danish Premier Lise Holm": {"Lise Holm"},
    "a group of Danish officials": {"group of Danish officials"},
    "Danish Foreign Minister Lise Holm and Interior Minister Jens Olsen": {"Lise Holm", "Jens Olsen"},
}
PLACES = ("Kenya", "Nairobi", "the Kenyan capital")
STAGES = {
    "{guest} was able to visit Kenya.": "occurred",
    "Papers reported a visit to Kenya by {guest}.": "occurred",
    "{guest} has been chosen to travel to Kenya.": "planned",
    "{guest} was told to travel to Kenya.": "planned",
    "{guest} looks set to visit Kenya.": "planned",
    "{guest} accepted Kenya's invitation.": "planned",
    "Chile criticised the decision of {guest} to visit Kenya.": "planned",
    "Chile welcomed a planned visit to Kenya by {guest}.": "planned",
    "Chile had no comment on plans by {guest} to visit Kenya.": "planned",
    "Despite plans by {guest} to visit Kenya, Chile will not change its policy.": "planned",
    "{guest} will probably visit Kenya.": "possible",
    "{guest} may attend a summit in Nairobi.": "possible",
    "Kenya wants {guest} to visit Nairobi.": "possible",
    "Chile criticised Kenya's invitation to Danish Premier Lise Holm.": "possible",
    "{guest} decided against visiting Kenya.": "cancelled",
    "{guest} decided against a visit to Kenya.": "cancelled",
    "{guest} suspended a visit to Kenya.": "cancelled",
    "Kenya barred {guest} from entering.": "cancelled",
    "Bad weather kept {guest} from flying to Kenya.": "cancelled",
}
NOBODY = (
    "{guest} visited the Danish town of Ribe.",
    "{guest} spoke by telephone with Kenyan Foreign Minister Ada Otieno.",
    "{guest} returned home on Monday.",
    "{guest} urged citizens not to travel to Kenya.",
    "Reporters asked {guest} about the arrival of aid in Kenya.",
    "A letter from {guest} reached Kenya on Monday.",
)
"""Nobody travels abroad."""


def filled(frame: str, guest: str, place: str = "") -> str:
    sentence = frame.format(guest=guest, place=place)
    return sentence[0].upper() + sentence[1:]


@pytest.mark.parametrize("frame", TOLD)
def test_a_journey_is_the_same_in_all_words(parser: Parser, frame: str) -> None:
    host = ["Ada Otieno"] if "Ada Otieno" in frame else []
    for guest, names in GUESTS.items():
        for place in PLACES:
            sentence = filled(frame, guest, place)
            visits = parser.parse(sentence, published="2024-05-15").visits
            told = [([a.name for a in v.visitors], [p.country for p in v.destinations]) for v in visits]
            assert len(visits) == 1, (sentence, told)
            assert len(visits[0].visitors) == len(names), (sentence, told)
            assert all(any(name in a.name for a in visits[0].visitors) for name in names), (sentence, told)
            assert {p.country for p in visits[0].destinations} == {"KEN"}, (sentence, told)
            assert [a.name for a in visits[0].hosts] == host, (sentence, visits[0].hosts)
            assert visits[0].status.value == "occurred", (sentence, visits[0].status)


@pytest.mark.parametrize(("frame", "stage"), STAGES.items())
def test_a_journey_is_as_real_as_its_words_say(parser: Parser, frame: str, stage: str) -> None:
    for guest in ("Danish Premier Lise Holm", "the Danish premier", "a Danish delegation"):
        sentence = filled(frame, guest)
        visits = parser.parse(sentence, published="2024-05-15").visits
        told = [({a.country for a in v.visitors}, {p.country for p in v.destinations}, v.status.value) for v in visits]
        assert told == [({"DNK"}, {"KEN"}, stage)], sentence


@pytest.mark.parametrize("frame", NOBODY)
def test_nobody_travels_where_none_is_said_to(parser: Parser, frame: str) -> None:
    for guest in GUESTS:
        sentence = filled(frame, guest)
        assert not parser.parse(sentence, published="2024-05-15").visits, sentence
