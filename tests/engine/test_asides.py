"""Whatever stands before, inside and behind a clause, the same is told of the same."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents import Actor, Parser, Report

PUBLISHED = date(2026, 5, 6)
WHO = "Chadian President Omar Farid"
CLAUSES = (
    "visited Peru last month",
    "arrived in Lima last month for talks with President Ana Ruiz",
    "met Peruvian President Ana Ruiz in Lima last month",
    "was received in Lima last month by President Ana Ruiz",
    "has cancelled a visit to Peru planned for June",
    "signed a contract to buy 12 tanks from Peru",
    "approved the sale of 12 tanks to Peru",
    "agreed to supply Peru with 12 tanks",
    "has suspended arms sales to Peru",
    "threatened to attack Peru",
    "demanded that Peru withdraw its troops",
    "called on Peru to free the prisoners",
)
FRONTS = (
    "",
    "As rebels advanced on the capital, ",
    "Hours after Kenya closed its border, ",
    "Under a deal brokered by Norway, ",
    "After months of tension, ",
    "Officials said ",
)
ASIDES = (
    "",
    ", who took office last year,",
    ", a former general,",
    ", accompanied by his wife,",
    ", according to state television,",
    ", facing protests at home,",
    ", under pressure from Norway,",
)
ENDS = (
    ".",
    ", a move that angered Kenya.",
    ", raising fears of a new war.",
    ", while Kenya closed its border.",
    " amid rising tension.",
)


def told(report: Report) -> tuple[object, ...]:
    """Who does what to whom in a text, by states, and how real it is."""
    visits = [
        (_states(v.visitors), tuple(str(d.country) for d in v.destinations), v.status, v.when and v.when.edtf)
        for v in report.visits
    ]
    warnings = [(_states(w.issuers), _states(w.targets), w.kind) for w in report.warnings]
    deals = [(_states(d.suppliers), _states(d.recipients), d.status) for d in report.arms_deals]
    return visits, warnings, deals


def _states(actors: Iterable[Actor]) -> tuple[str, ...]:
    return tuple(sorted(str(a.country) for a in actors))


@pytest.mark.parametrize("clause", CLAUSES)
def test_asides_change_nothing(parser: Parser, clause: str) -> None:
    plain = told(parser.parse(f"{WHO} {clause}.", published=PUBLISHED))
    for front, aside, end in product(FRONTS, ASIDES, ENDS):
        text = f"{front}{WHO}{aside} {clause}{end}"
        assert told(parser.parse(text, published=PUBLISHED)) == plain, text
