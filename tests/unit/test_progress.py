"""What the statuses that several articles tell come to."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from dipevents.models.arms_deal import ArmsDeal, DealStatus
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.visit import Visit, VisitStatus
from dipevents.models.warning import Warning, WarningStatus
from dipevents.progress import has_happened, last_status

MONDAY, TUESDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 6)


@pytest.mark.parametrize(
    ("told", "status"),
    [
        pytest.param([(MONDAY, "planned"), (TUESDAY, "cancelled")], "cancelled", id="called off"),
        pytest.param([(MONDAY, "planned"), (TUESDAY, "cancelled"), (FRIDAY, "planned")], "planned", id="set anew"),
        pytest.param([(MONDAY, "cancelled"), (FRIDAY, "possible")], "cancelled", id="perhaps some day"),
        pytest.param([(MONDAY, "cancelled"), (FRIDAY, "occurred")], "occurred", id="took place after all"),
        pytest.param([(MONDAY, "planned"), (FRIDAY, "occurred")], "occurred", id="came true"),
        pytest.param([(MONDAY, "occurred"), (FRIDAY, "planned")], "occurred", id="the plan told again"),
        pytest.param([(MONDAY, "occurred"), (FRIDAY, "cancelled")], "occurred", id="a contradiction"),
        pytest.param([(MONDAY, "planned"), (FRIDAY, "possible")], "planned", id="a doubt"),
        pytest.param([(MONDAY, "agreed"), (FRIDAY, "denied")], "denied", id="an order called off"),
        pytest.param([(MONDAY, "negotiating"), (FRIDAY, "agreed")], "agreed", id="talks, and then a deal"),
        pytest.param([(MONDAY, "agreed"), (FRIDAY, "delivered")], "delivered", id="an order, and then its goods"),
        pytest.param([(MONDAY, "issued"), (FRIDAY, "retracted")], "retracted", id="a threat withdrawn"),
        pytest.param([(MONDAY, "issued"), (FRIDAY, "denied")], "issued", id="a threat denied"),
        pytest.param([(MONDAY, "planned"), (MONDAY, "cancelled")], "cancelled", id="both on one day"),
        pytest.param([(None, "cancelled"), (MONDAY, "planned")], "planned", id="told on an unknown day"),
        pytest.param([(None, "cancelled"), (None, "planned")], "cancelled", id="all on unknown days"),
        pytest.param([(MONDAY, None), (FRIDAY, None)], None, id="a type without status"),
        pytest.param([], None, id="nothing told"),
    ],
)
def test_the_last_word_counts_in_whatever_order_it_is_given(
    told: list[tuple[date | None, str | None]], status: str | None
) -> None:
    assert {last_status(order) for order in permutations(told)} == {status}


def test_what_has_happened_lies_behind() -> None:
    assert [str(status) for status in VisitStatus if has_happened(Visit(status=status))] == ["occurred"]
    assert [str(status) for status in DealStatus if has_happened(ArmsDeal(status=status))] == ["delivered"]
    assert [str(status) for status in WarningStatus if has_happened(Warning(status=status))] == ["issued"]
    assert not has_happened(ExpertOpinion())
