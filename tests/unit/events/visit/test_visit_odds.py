"""Journeys that the words leave open: weighed, but never against what rules a visit out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dipevents.events import odds
from dipevents.events.odds import CONSTANT
from dipevents.events.visit import find_visits

if TYPE_CHECKING:
    from collections.abc import Callable

    from dipevents.models.visit import Visit
    from dipevents.parser import Parser

    Found = list[tuple[str, tuple[str | None, ...]]]
    Reading = Callable[[str, float], Found]

OPEN = [
    ("Gustav Holm flew to Peru on Monday.", "Gustav Holm", "PER"),
    ("Norwegian Foreign Minister Gustav Holm met Peruvian President Luis Prado on Monday.", "Gustav Holm", "PER"),
]


@pytest.fixture
def read(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> Reading:
    """The visitors and the states of the visits of a text, where anything open has one weight."""

    def visits(text: str, weight: float) -> Found:
        monkeypatch.setattr(odds, "_weights", lambda: {"visit": {CONSTANT: weight}})
        return [_told(visit) for visit in find_visits(parser.read(text, date(2024, 5, 9)))]

    return visits


def _told(visit: Visit) -> tuple[str, tuple[str | None, ...]]:
    return visit.visitors[0].name, tuple(place.country for place in visit.destinations)


@pytest.mark.parametrize(("text", "who", "where"), OPEN)
def test_what_is_open_is_a_visit_where_it_is_likely(read: Reading, text: str, who: str, where: str) -> None:
    assert read(text, -1.0) == []
    assert (who, (where,)) in read(text, 1.0)


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian Foreign Minister Gustav Holm visited Bergen on Monday.",
        "Norwegian Foreign Minister Gustav Holm came to power in Norway in 2021.",
        "Norwegian Foreign Minister Gustav Holm flew home on Monday.",
    ],
)
def test_what_rules_a_visit_out_is_not_weighed(read: Reading, text: str) -> None:
    assert read(text, 9.0) == []


def test_a_journey_that_is_told_elsewhere_is_told_once(read: Reading) -> None:
    text = "Norwegian Foreign Minister Gustav Holm visited Peru on Monday. Holm went for talks."
    assert read(text, 9.0) == read(text, -9.0) == [("Gustav Holm", ("PER",))]


def test_sure_and_open_journeys_are_kept_apart(parser: Parser) -> None:
    mentions = parser.read("Norwegian Foreign Minister Eva Lund visited Chile. Gustav Holm flew to Peru.", None)
    mentions.weighed = []
    assert [_told(visit) for visit in find_visits(mentions)] == [("Eva Lund", ("CHL",))]
    kept = {weighed.event.visitors[0].name: weighed for weighed in mentions.weighed}
    assert kept["Eva Lund"].sure
    assert not kept["Gustav Holm"].sure
    assert "nobody official travels" in kept["Gustav Holm"].features
