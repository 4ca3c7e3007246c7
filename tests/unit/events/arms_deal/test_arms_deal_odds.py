from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dipevents.events import odds
from dipevents.events.arms_deal import find_arms_deals
from dipevents.events.odds import CONSTANT

if TYPE_CHECKING:
    from dipevents.models.arms_deal import ArmsDeal
    from dipevents.parser import Parser

DAY = date(2024, 5, 9)
OPEN = "Peru paid off its debt to Ukraine in part with six T-55 tanks."
SURE = "Norway sold Chad six T-55 tanks in May."


def _found(parser: Parser, text: str, monkeypatch: pytest.MonkeyPatch, weight: float) -> list[ArmsDeal]:
    monkeypatch.setattr(odds, "_weights", lambda: {"arms_deal": {CONSTANT: weight}})
    return find_arms_deals(parser.read(text, DAY))


@pytest.mark.parametrize(("weight", "deals"), [(5.0, 1), (-5.0, 0)])
def test_what_the_grammar_leaves_open_counts_where_it_is_likely(
    parser: Parser, monkeypatch: pytest.MonkeyPatch, weight: float, deals: int
) -> None:
    found = _found(parser, OPEN, monkeypatch, weight)
    assert [item.text for deal in found for item in deal.items] == ["six T-55 tanks"] * deals


def test_what_is_sure_needs_no_odds(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(_found(parser, SURE, monkeypatch, -5.0)) == 1


@pytest.mark.parametrize(
    ("further", "deals"),
    [
        ("Ministers talked for hours. Chad paid its debt in part with T-55 tanks.", 1),  # the goods, and Chad
        ("Ministers talked for hours. Peru paid its debt in part with two frigates.", 2),
        ("A second batch, of 40 T-55 tanks, will never be paid for. Some of the tanks went to Togo.", 3),  # not to Chad
        (
            "Peru sold Togo two frigates, and Chad paid its debt in part with 40 howitzers.",
            2,
        ),  # one is told there
    ],
)
def test_a_deal_told_elsewhere_is_not_told_again(
    parser: Parser, monkeypatch: pytest.MonkeyPatch, further: str, deals: int
) -> None:
    assert len(_found(parser, f"{SURE} {further}", monkeypatch, 5.0)) == deals


@pytest.mark.parametrize("text", ["Did Peru pay its debt with six T-55 tanks?", "Peru paid for a film in May."])
def test_questions_and_sentences_without_goods_are_never_weighed(
    parser: Parser, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    assert _found(parser, text, monkeypatch, 5.0) == []


def test_candidates_are_kept_where_that_is_asked_for(parser: Parser) -> None:
    mentions = parser.read(f"{SURE} Ministers talked for hours. {OPEN}", DAY)
    mentions.weighed = []
    sure = find_arms_deals(mentions)
    kept = [(weighed.sure, weighed.event.evidence) for weighed in mentions.weighed]
    assert kept[0] == (True, sure[0].evidence)
    assert [is_sure for is_sure, _ in kept] == [True, False]
    assert all("left open: None" in w.features for w in mentions.weighed if w.sure)
