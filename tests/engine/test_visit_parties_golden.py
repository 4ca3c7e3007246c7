from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from goldens import rows

if TYPE_CHECKING:
    from dipevents.parser import Parser

ROWS = rows("visit_parties")


def parts(cell: str) -> set[str]:
    return set() if cell == "-" else set(cell.split("+"))


@pytest.mark.parametrize(("sentence", "visitors", "hosts"), ROWS, ids=[row[0] for row in ROWS])
def test_guests_and_hosts_are_those_that_the_golden_says(
    parser: Parser, sentence: str, visitors: str, hosts: str
) -> None:
    found = parser.parse(sentence, published="2024-05-15").visits
    assert {a.name for visit in found for a in visit.visitors} == parts(visitors)
    assert {a.name for visit in found for a in visit.hosts} == parts(hosts)
