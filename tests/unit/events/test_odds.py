from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dipevents.events import odds
from dipevents.events.odds import CONSTANT, chance, most_likely
from dipevents.events.warning import find_warnings
from dipevents.events.warning.odds import LEAST

if TYPE_CHECKING:
    from dipevents.parser import Parser

LIKELY = "Norway called again on Peru to cooperate on the seized ship."


@pytest.fixture
def weights(monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {"a": {CONSTANT: -1.0, "said harm": 3.0}, "b": {CONSTANT: 0.5}}
    monkeypatch.setattr(odds, "_weights", lambda: table)
    return table


@pytest.mark.usefixtures("weights")
def test_a_chance_is_the_logistic_of_the_sum_of_weights() -> None:
    assert chance("a", {"said harm"}) == pytest.approx(0.8808, abs=1e-4)
    assert chance("a", {"said nothing known"}) == pytest.approx(0.2689, abs=1e-4)


@pytest.mark.usefixtures("weights")
def test_the_most_likely_column_has_the_highest_sum() -> None:
    assert most_likely(["a", "b"], {"said harm"}) == "a"
    assert most_likely(["a", "b"], frozenset()) == "b"


def test_no_weight_is_of_a_name() -> None:
    told = {feature.rpartition(" ")[2] for column in odds._weights().values() for feature in column}
    assert told.isdisjoint({"russia", "ukraine", "beijing", "putin", "obama", "israel", "fiji"})


def test_candidates_are_kept_where_that_is_asked_for_and_none_of_them_counts(parser: Parser) -> None:
    mentions = parser.read(LIKELY, date(2024, 5, 9))
    mentions.weighed = []
    sure = find_warnings(mentions)
    assert [weighed.event for weighed in mentions.weighed if weighed.sure] == sure
    assert all(CONSTANT not in weighed.features for weighed in mentions.weighed)


def test_what_is_weighed_has_its_chance_and_what_a_rule_decides_has_none(parser: Parser) -> None:
    told = parser.parse(f"{LIKELY}\n\nNorway warned Chad of war over the dam.", published="2024-05-09")
    weighed, sure = told.warnings
    assert weighed.chance is not None
    assert LEAST <= weighed.chance < 1
    assert sure.chance is None
