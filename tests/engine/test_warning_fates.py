"""The law: what is told of whoever does a deed is a threat if it is ill, whoever he is, and none if it is good."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents import Parser

WHO = ("anyone who insults Norway", "whoever insults Norway", "any ship that crosses the line")
ILL = (
    "will find his trucks on fire",
    "will be turned back at sea",
    "will be met with bullets",
    "will learn what war is",
    "will regret it",
)
GOOD = ("will find a friend in Oslo", "will be met with flowers", "will be welcome")
FRAMES = ("Norwegian minister Ada Vik said that {}.", "Norwegian minister Ada Vik told Chad that {}.")


@pytest.mark.parametrize(("frame", "who", "fate"), list(product(FRAMES, WHO, ILL)))
def test_an_ill_fate_of_a_doer_is_a_threat(parser: Parser, frame: str, who: str, fate: str) -> None:
    """Whoever does a hostile deed is threatened with what will come of it."""
    (warning,) = parser.parse(frame.format(f"{who} {fate}")).warnings
    assert (warning.kind.value, [a.name for a in warning.issuers]) == ("threat", ["Ada Vik"])


@pytest.mark.parametrize(("frame", "fate"), list(product(FRAMES, GOOD)))
def test_a_good_fate_threatens_nobody(parser: Parser, frame: str, fate: str) -> None:
    """Whoever is promised something good is not threatened."""
    assert not parser.parse(frame.format(f"anyone who books early {fate}")).warnings


TURNS = ("Chad must free the two men.", "Norway is deeply alarmed at the drills in Chad.")


@pytest.mark.parametrize("first", TURNS)
def test_every_turn_of_a_transcript_is_read(parser: Parser, first: str) -> None:
    """A label that heads several turns heads each of them."""
    second = next(t for t in TURNS if t != first)
    asked = "Question (Lene): {}\n\nSpokesperson: {}\n\n"
    text = "Press briefing in Oslo\n\n" + asked.format("Will the team go?", f"It will. {first}")
    text += asked.format("And the port?", f"I have nothing on that. {second}") + asked.format("Any news?", "None.")
    assert {w.kind.value for w in parser.parse(text).warnings} == {"demand", "concern"}
