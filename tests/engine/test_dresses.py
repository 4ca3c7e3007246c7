"""A fact is the same in every dress: see `tests/golden/dresses.md`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from goldens import sections

if TYPE_CHECKING:
    from collections.abc import Callable

    from dipevents import Parser, Report

Row = tuple[str, ...]


def dressed(dress: str, fact: Row) -> str:
    """The sentence of a fact in a dress."""
    for name, words in zip(("who", "did", "doing", "deed"), fact, strict=False):
        dress = dress.replace(f"{{{name}}}", words)
        dress = dress.replace(f"{{{name.capitalize()}}}", words[:1].upper() + words[1:])
    return dress


def visits(report: Report) -> list[Row]:
    return [
        (
            "+".join(a.name for a in visit.visitors),
            "+".join(place.country or "" for place in visit.destinations),
            visit.when.edtf if visit.when else "-",
        )
        for visit in report.visits
        if visit.status == "occurred"
    ]


def warnings(report: Report) -> list[Row]:
    return [
        ("+".join(a.name for a in w.issuers), "+".join(a.name for a in w.targets) or "-", w.kind.value)
        for w in report.warnings
    ]


def deals(report: Report) -> list[Row]:
    return [
        (
            "+".join(a.name for a in deal.suppliers),
            "+".join(a.name for a in deal.recipients),
            "+".join(item.text for item in deal.items),
            deal.status.value,
        )
        for deal in report.arms_deals
    ]


TABLES = sections("dresses")
ROOMS = [("Visits", visits), ("Warnings", warnings), ("Arms deals", deals)]
CASES = [(room, read, fact) for room, read in ROOMS for fact in TABLES[f"{room}: facts"]]


@pytest.mark.parametrize(("room", "read", "fact"), CASES, ids=[fact[1] for _, _, fact in CASES])
def test_a_fact_is_the_same_in_every_dress(
    parser: Parser, room: str, read: Callable[[Report], list[Row]], fact: Row
) -> None:
    for (dress,) in TABLES[f"{room}: dresses"]:
        sentence = dressed(dress, fact)
        assert read(parser.parse(sentence, published="2024-05-15")) == [fact[4:]], sentence
