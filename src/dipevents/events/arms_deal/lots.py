"""What has arrived of an order: "FIVE jets landed, four years after Chad ordered 36 OF THEM"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.counts import is_count
from dipevents.models.actor import countries_of
from dipevents.models.arms_deal import DealStatus

if TYPE_CHECKING:
    from dipevents.models.arms_deal import ArmsDeal
    from dipevents.models.event_date import EventDate

__all__ = ["date_of_more", "is_lot_of"]

_MORE = frozenset({"more", "another", "additional", "further", "second", "extra", "used"})


def is_lot_of(lot: ArmsDeal, order: ArmsDeal) -> bool:
    """Whether goods that have come are some of those ordered: fewer, of one type, between the same states.

    The order is told in their sentence, or is known to be older.
    """
    if lot.status is not DealStatus.DELIVERED:
        return False
    bare = lot.when is None and all(map(is_count, lot.items))  # "is supplying 742 vehicles; 120 have been shipped"
    if order.status is not DealStatus.AGREED and not (bare and order.status is DealStatus.DELIVERED):
        return False
    sides = ((lot.suppliers, order.suppliers), (lot.recipients, order.recipients))
    known = [(countries_of(x), countries_of(y)) for x, y in sides if x and y]
    if not known or not all(x & y for x, y in known):
        return False
    over = _is_over(order.ordered or order.when, lot.delivered or lot.when)
    if lot.evidence[:1] != order.evidence[:1] and not over and not (bare and order.start < lot.start):
        return False
    if any(not _MORE.isdisjoint(i.text.lower().split()) for i in (*lot.items, *order.items)):
        return False
    return any(
        x.designation is not None and x.designation == y.designation and 0 < (x.quantity or 0) < (y.quantity or 0)
        for x in lot.items
        for y in order.items
    )


def _is_over(one: EventDate | None, other: EventDate | None) -> bool:
    """Whether a date is known to lie before another."""
    if one is None or other is None or one.latest is None or other.earliest is None:
        return False
    return one.latest <= other.earliest


def date_of_more(old: ArmsDeal, more: ArmsDeal) -> EventDate | None:
    """The date that more words give a deal: of goods that have come, not when they were ordered."""
    only_struck = old.status is DealStatus.DELIVERED and more.ordered is not None and more.delivered is None
    return None if only_struck else more.when
