"""Arms deals as rows in the shape of SIPRI's arms transfers database, one row for each item of each deal.

The columns have the names and the order of the trade register's download; those that only SIPRI's own work can fill
are empty. `Status` there is the weapon's condition, not how far the deal has come: that is the last column, `Stage`.

Source: SIPRI Arms Transfers Database, trade registers, https://www.sipri.org/databases/armstransfers

Example:
    >>> [one.what for one in LOST]
    ['all but arms deals', 'vague dates', 'the value', 'evidence beyond its words']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dipevents.export.lost import Lost
from dipevents.models.arms_deal import ArmsDeal, ArmsItem, DealStatus
from dipevents.models.statement import Source, statements_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.models.actor import Actor
    from dipevents.models.event import Event
    from dipevents.models.event_date import EventDate
    from dipevents.models.statement import Events

__all__ = ["COLUMNS", "LOST", "left_out", "to_sipri"]

LOST = (
    Lost("all but arms deals", "the database holds transfers of major arms only"),
    Lost("vague dates", "an order or a delivery has one year; a date within several years is marked as an estimate"),
    Lost(
        "the value",
        "SIPRI's values are TIVs, a measure of military capability, never a price; the price is in Comments",
    ),
    Lost("evidence beyond its words", "offsets have no column; the words are in Comments"),
)
"""What this form loses, and why: a tuple of `Lost`."""
COLUMNS = (
    "Supplier",
    "Recipient",
    "Designation",
    "Description",
    "Armament category",
    "Order date",
    "Order date is estimate",
    "Numbers ordered",
    "Numbers delivered",
    "Delivery year",
    "Delivery year is estimate",
    "Status",
    "TIV deal unit",
    "Comments",
    "Stage",
)
"""The columns of the trade register's download, in order, and `Stage`, which is ours."""


def left_out(events: Events) -> tuple[tuple[Event, str], ...]:
    """The events that have no row, each with the reason, in the order given.

    Example:
        >>> from dipevents.models import Visit
        >>> [reason for _, reason in left_out([Visit(), ArmsDeal()])]
        ['no arms deal']
    """
    given = (one.event for one in statements_of(events))
    return tuple((event, "no arms deal") for event in given if not isinstance(event, ArmsDeal))


def _parties(actors: Iterable[Actor]) -> str | None:
    """Countries as codes, bodies without a known one by name."""
    return "; ".join(dict.fromkeys(actor.country or actor.name for actor in actors)) or None


def _year(when: EventDate | None) -> tuple[int | None, bool | None]:
    """A year, and whether it is an estimate; none where not even one bound is known."""
    day = (when.earliest or when.latest) if when else None
    if when is None or day is None:
        return None, None
    certain = when.earliest is not None and when.latest is not None and when.earliest.year == when.latest.year
    return day.year, not certain or when.is_approximate


def to_sipri(events: Events) -> list[dict[str, Any]]:
    """One dict with the keys of `COLUMNS` for each item of each deal, one for a deal without items; unknown is None.

    Numbers are those of the words: they are ordered ones unless the deal is delivered, and both then; of what was
    ordered only a part was delivered where the words count one ("the first of eight"). The day of the deal stands for
    the order's where that is not given, but for no deal that is only possible, negotiated or denied.

    Example:
        >>> item = ArmsItem(text="25 MiG-29 fighters", designation="MiG-29", quantity=25)
        >>> [row] = to_sipri([ArmsDeal(items=(item,), status="delivered")])
        >>> row["Designation"], row["Numbers delivered"], row["Order date"]
        ('MiG-29', 25, None)
    """
    rows = []
    for one in statements_of(events):
        if isinstance(one.event, ArmsDeal):
            items: tuple[ArmsItem | None, ...] = one.event.items or (None,)
            rows += [_row(one.event, item, one.sources) for item in items]
    return rows


def _row(deal: ArmsDeal, item: ArmsItem | None, sources: tuple[Source, ...]) -> dict[str, Any]:
    delivered = deal.status is DealStatus.DELIVERED
    ordered = deal.ordered or (deal.when if deal.status is DealStatus.AGREED else None)
    order_year, order_guess = _year(ordered)
    handed = deal.when if delivered and deal.when != deal.ordered else None  # "got jets ordered in 2021"
    delivery_year, delivery_guess = _year(deal.delivered or handed)
    number = item.quantity if item else None
    comments = [quote.text for quote in deal.evidence]
    comments += [deal.value.text or f"{deal.value.amount} {deal.value.currency or ''}".strip()] if deal.value else []
    comments += [source.url for source in sources if source.url]
    cells = (
        _parties(deal.suppliers),
        _parties(deal.recipients),
        item.designation if item else None,
        item.text if item else None,
        item.category if item else None,
        order_year,
        order_guess,
        number if deal.status in (DealStatus.AGREED, DealStatus.DELIVERED) else None,
        (item.part or number) if item and delivered else None,
        delivery_year,
        delivery_guess,
        None,
        None,
        " | ".join(comments) or None,
        str(deal.status),
    )
    return dict(zip(COLUMNS, cells, strict=True))
