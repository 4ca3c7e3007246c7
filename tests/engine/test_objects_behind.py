"""How, when or why something is done may stand before what is done: "has halted without reason THE SALE"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from telling import same_is_told

if TYPE_CHECKING:
    from dipevents import Parser

PUBLISHED = date(2026, 5, 6)
CLAUSES = (
    "Norwegian Prime Minister Ole Dahl has cancelled {} a visit to Peru.",
    "Norwegian Prime Minister Ole Dahl has put off {} a trip to Lima.",
    "Norwegian Prime Minister Ole Dahl has announced {} a visit to Peru.",
    "Norway has suspended {} the delivery of 12 tanks to Peru.",
    "Norway has halted {} the sale of tanks to Peru.",
    "Norway has approved {} the sale of tanks to Peru.",
    "Norway has signed {} a contract to sell Peru 12 tanks.",
    "Norway has repeated {} a demand that Peru withdraw its troops.",
    "Norway has agreed {} to sell Peru 12 tanks.",
    "Norway has refused {} to supply Peru with 12 tanks.",
    "Norway has vowed {} to attack Peru.",
    "Norwegian Prime Minister Ole Dahl has agreed {} to visit Peru.",
    "Norwegian Prime Minister Ole Dahl has refused {} to fly to Lima.",
)
MANNERS = (
    "until further notice",
    "for six months",
    "for the second time",
    "at the last minute",
    "pending a review",
    "under pressure from Kenya",
    "for security reasons",
    "with immediate effect",
    "at the request of Kenya",
    "in protest at the arrests",
    "on the advice of his generals",
)


@pytest.mark.parametrize("clause", CLAUSES)
def test_what_stands_before_an_object_changes_nothing(parser: Parser, clause: str) -> None:
    same_is_told(parser, clause.replace(" {}", ""), map(clause.format, MANNERS), PUBLISHED)
