"""A person is one actor with name, state and office, however the article introduces him and whatever it tells next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents import Parser

BEARERS = (("Idris Sow", "Chad", "Chadian", "TCD"), ("Luz Soto", "Peru", "Peruvian", "PER"))
INTRODUCED = (
    ("{A} Defence Minister {X}", "Defence Minister"),
    ("{S}'s defence minister, {X},", "defence minister"),
    ("the {A} defence minister, {X},", "defence minister"),
    ("Defence Minister {X} of {S}", "Defence Minister"),
    ("the defence minister of {S}, {X},", "defence minister of {S}"),
    ("{X}, the defence minister of {S},", "defence minister of {S}"),
    ("{X}, {S}'s defence minister,", "defence minister"),
    ("{X}, the {A} defence minister,", "defence minister"),
    ("{X}, who is {S}'s defence minister,", "defence minister"),
    ("{X}, who was appointed {A} defence minister in May,", "defence minister"),
    ("{X}, 61, {S}'s defence minister,", "defence minister"),
    ("{X}, {S}'s 61-year-old defence minister,", "61-year-old defence minister"),
    ("the head of the {A} delegation, {X},", None),
    ("the head of {S}'s mission in Oslo, {X},", None),
    ("{X}, who leads the {A} delegation,", None),
    ("{X}, who chairs the {A} parliament,", None),
    ("former {A} defence minister {X}", None),
    ("acting {A} President {X}", "acting {A} President"),
    ("{S}'s newly elected president, {X},", "newly elected president"),
    ("{A} President-elect {X}", "President-elect"),
    ("{A} Prime Minister-designate {X}", "Prime Minister-designate"),
    ("{S}'s outgoing prime minister, {X},", "outgoing prime minister"),
    ("Gen. {X}, the {A} army commander,", "army commander"),
    ("the {A} army chief, Gen. {X},", "army chief"),
    ("a spokesman for the {A} foreign ministry, {X},", None),
    ("{S}'s ambassador to Japan, {X},", "ambassador to Japan"),
    ("{A} Ambassador to Japan {X}", "Ambassador to Japan"),
    ("{X}, {S}'s ambassador to the United Nations,", "ambassador to the United Nations"),
    ("the speaker of the {A} parliament, {X},", None),
    ("{S}'s special envoy for Sudan, {X},", None),
    ("{A} opposition leader {X}", "opposition leader"),
    ("{X}, now {S}'s defence minister,", "defence minister"),
    ("{X}, who has ruled {S} since May,", None),
    ("{X}, an adviser to the {A} prime minister,", None),
    ("{X}, a senior {A} diplomat,", None),
)
TOLD = (
    "{} said on Monday that talks had failed.",
    "{} arrived in Tokyo on Monday.",
    "Sudan was warned by {} on Monday.",
    "Sudanese President Umar Dafa received {} on Monday.",
    "Talks with {} ended in Tokyo on Monday.",
)


def told(frame: str, introduced: str) -> str:
    """The frame with the person, its first letter in capitals, without a comma before its full stop."""
    text = frame.format(introduced).replace(",.", ".")
    return text[:1].upper() + text[1:]


@pytest.mark.parametrize(("introduced", "role"), INTRODUCED)
def test_a_person_is_one_actor_however_introduced(parser: Parser, introduced: str, role: str | None) -> None:
    for frame in TOLD:
        for name, state, adjective, code in BEARERS:
            text = told(frame, introduced.format(X=name, S=state, A=adjective))
            persons = [a for a in parser.parse(text).actors if a.kind.value == "person" and a.name != "Umar Dafa"]
            assert [(a.name, a.country) for a in persons] == [(name, code)], text
            if role is not None:
                expected = role.format(S=state, A=adjective).lower().removeprefix(f"acting {adjective} ".lower())
                assert (persons[0].role or "").lower().endswith(expected), text
            assert persons[0].former is introduced.startswith("former"), text


INTRODUCED_BEFORE = (
    ("{A} Defence Minister {X}", ("{L}", "the minister", "the defence minister", "{S}'s defence minister")),
    ("{X}, the {A} foreign minister,", ("{L}", "the minister", "the {A} minister", "{S}'s top diplomat")),
    ("{A} President {X}", ("{L}", "the president", "President {L}", "the {A} leader", "the head of state")),
    ("{S}'s president-elect, {X},", ("{L}", "the president-elect", "the {A} president-elect")),
    ("General {X}, the {A} army chief,", ("{L}", "the general", "General {L}", "the army chief")),
    ("the {A} ambassador to Japan, {X},", ("{L}", "the ambassador", "the {A} envoy", "the diplomat")),
    ("{A} rebel leader {X}", ("{L}", "the rebel leader", "the warlord")),
)
LATER = ("{} warned Sudan against an attack.", "“Sudan must withdraw its troops,” {} said.")


@pytest.mark.parametrize(("introduced", "again"), INTRODUCED_BEFORE)
def test_who_was_introduced_is_meant_again(parser: Parser, introduced: str, again: tuple[str, ...]) -> None:
    for frame in LATER:
        for name, state, adjective, _ in BEARERS:
            first = told("{} spoke on Monday. ", introduced.format(X=name, S=state, A=adjective))
            for later in again:
                text = first + told(frame, later.format(L=name.split()[-1], S=state, A=adjective))
                (warning,) = parser.parse(text).warnings
                assert [a.name for a in warning.issuers] == [name], text


@pytest.mark.parametrize("office", ["Spokesman", "Spokeswoman", "Ministry spokesman"])
@pytest.mark.parametrize(
    ("body", "code"),
    [("The Chilean foreign ministry", "CHL"), ("The State Department", "USA"), ("The European Commission", None)],
)
def test_a_bare_spokesman_is_of_the_body_told_before(parser: Parser, office: str, body: str, code: str | None) -> None:
    """Who speaks in the sentence behind speaks for it, whatever state the article is about."""
    text = f"Peru protested in Lima. {body} was not impressed. {office} Ada Holt said that the flight held tents."
    (holt,) = (actor for actor in parser.parse(text).actors if actor.name == "Ada Holt")
    assert holt.country == code
