from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from goldens import rows

if TYPE_CHECKING:
    from dipevents.parser import Parser

ROWS = rows("warning")


def names(cell: str) -> set[str]:
    return set() if cell == "-" else set(cell.split("+"))


@pytest.mark.parametrize(("sentence", "kind", "issuers", "targets"), ROWS, ids=[row[0] for row in ROWS])
def test_warnings_are_what_the_golden_says(
    parser: Parser, sentence: str, kind: str, issuers: str, targets: str
) -> None:
    found = parser.parse(sentence, published="2024-05-09").warnings
    if kind == "none":
        assert not found
        return
    (warning,) = found
    assert warning.kind.value == kind
    assert {a.name for a in warning.issuers} == names(issuers)
    assert {a.name for a in warning.targets} >= names(targets) - {"-"} or targets == "-"
