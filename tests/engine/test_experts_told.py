"""Whoever judges as an expert is heard in any form of speech, and who serves, speaks for or witnesses is in none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents import Parser

EXPERTS = (
    ("Idris Sow, a professor of politics at the University of Lima,", "Idris Sow"),
    ("Idris Sow, an analyst with the consultancy Norrisk,", "Idris Sow"),
    ("Idris Sow, a senior fellow at the Baltic Policy Institute,", "Idris Sow"),
    ("Idris Sow, a former Chadian diplomat,", "Idris Sow"),
    ("political analyst Idris Sow", "Idris Sow"),
    ("former Chadian ambassador Idris Sow", "Idris Sow"),
    ("Idris Sow, who teaches history in Lima,", "Idris Sow"),
    ("Idris Sow, chief economist at Norbank,", "Idris Sow"),
    ("Idris Sow, a shipping lawyer who teaches at Lund,", "Idris Sow"),
    ("Idris Sow, our envoy in Ankara until 2011 and now an independent analyst,", "Idris Sow"),
    ("Idris Sow, who compiles the Baltic arms index,", "Idris Sow"),
    ("Idris Sow, a keen student of the strait,", "Idris Sow"),
    ("defence expert Commodore (Retd) Idris Sow", "Idris Sow"),
    ("one analyst", "analyst"),
    ("some experts", "experts"),
    ("two Western analysts", "analysts"),
    ("political scientists", "scientists"),
)
OTHERS = (
    "Idris Sow, the Chadian defence minister,",
    "a Chadian official",
    "Idris Sow, a spokesman for the University of Lima,",
    "Idris Sow, a resident of Lima,",
    "Idris Sow, a businessman in Lima,",
    "a Western diplomat in Lima",
    "opposition leader Idris Sow",
    "Idris Sow, an adviser to President Omar Farid,",
    "Idris Sow, director of the Chadian intelligence service,",
    "rebel commander Idris Sow",
    "Idris Sow, a shipping lawyer for the firm,",
    "Idris Sow, a professor until 2011 and now our envoy in Ankara,",
    "Idris Sow, who edits the rebels' newsletter,",
    "Commodore Idris Sow",
    "residents",
    "the foreign ministry",
)
TOLD = (
    "{} said that the truce between Chad and Sudan would not last.",
    "“The truce between Chad and Sudan will not last,” said {}.",
    "According to {}, the truce between Chad and Sudan will not last.",
    "The truce between Chad and Sudan will not last, {} said.",
    "{} told Reuters that the truce between Chad and Sudan would not last.",
    "“The truce,” {} said, “will not last.”",
    "“The truce will not last,” {} wrote on Twitter.",
    "For {}, the truce is a dead letter.",
    "{} called the truce “a dead letter”.",
    "{} noted that the truce had been broken twice since May.",
)


def told(frame: str, who: str) -> str:
    """The frame with who speaks, its first letter in capitals, without a comma before its full stop."""
    text = frame.format(who).replace(",.", ".").replace(",,", ",")
    return text[:1].upper() + text[1:]


@pytest.mark.parametrize(("who", "name"), EXPERTS)
def test_an_expert_is_heard_in_any_form(parser: Parser, who: str, name: str) -> None:
    for frame in TOLD:
        (opinion,) = parser.parse(told(frame, who)).opinions
        assert [expert.name.endswith(name) for expert in opinion.experts] == [True], frame
        assert not {"said", "told", "Sow"} & set(opinion.claim.split()), frame


@pytest.mark.parametrize("who", OTHERS)
def test_who_serves_speaks_for_or_witnesses_is_no_expert(parser: Parser, who: str) -> None:
    for frame in TOLD:
        assert not parser.parse(told(frame, who)).opinions, frame
