from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from goldens import rows

if TYPE_CHECKING:
    from dipevents.parser import Parser

ROWS = rows("arms_deal")


def parts(cell: str) -> set[str]:
    return set() if cell == "-" else set(cell.split("+"))


@pytest.mark.parametrize(
    ("sentence", "suppliers", "recipients", "items", "value", "status", "when"), ROWS, ids=[row[0] for row in ROWS]
)
def test_arms_deals_are_what_the_golden_says(
    parser: Parser, sentence: str, suppliers: str, recipients: str, items: str, value: str, status: str, when: str
) -> None:
    found = parser.parse(sentence, published="2024-05-15").arms_deals
    if suppliers == "none":
        assert not found
        return
    (deal,) = found
    assert {a.name for a in deal.suppliers} == parts(suppliers)
    assert {a.name for a in deal.recipients} == parts(recipients)
    assert {i.text for i in deal.items} == parts(items)
    assert (f"{deal.value.amount} {deal.value.currency}" if deal.value else "-") == value
    assert deal.status.value == status
    assert (deal.when.edtf if deal.when else "-") == when
