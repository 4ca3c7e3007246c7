from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from goldens import rows

if TYPE_CHECKING:
    from dipevents.parser import Parser

ROWS = rows("visit")


def parts(cell: str) -> set[str]:
    return set() if cell == "-" else set(cell.split("+"))


@pytest.mark.parametrize(("sentence", "visitors", "countries", "status", "when"), ROWS, ids=[row[0] for row in ROWS])
def test_visits_are_what_the_golden_says(
    parser: Parser, sentence: str, visitors: str, countries: str, status: str, when: str
) -> None:
    found = parser.parse(sentence, published="2024-05-15").visits
    if visitors == "none":
        assert not found
        return
    (visit,) = found
    assert {a.name for a in visit.visitors} == parts(visitors)
    assert {p.country for p in visit.destinations} == parts(countries)
    assert visit.status.value == status
    assert (visit.when.edtf if visit.when else "-") == when
