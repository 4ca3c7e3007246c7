"""An arms deal: weapons or military equipment pass, or may pass, from a supplier to a recipient."""

from __future__ import annotations

from enum import StrEnum

from dipevents.models.actor import Actor
from dipevents.models.event import Event
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence
from dipevents.models.money import Money
from dipevents.models.record import Words, record

__all__ = ["ArmsDeal", "ArmsItem", "DealStatus"]


class DealStatus(StrEnum):
    """How far a deal has come; not SIPRI's `Status`, which is the weapon's condition (new, second hand).

    Attributes:
        DELIVERED: The arms have passed, or are said to have passed.
        AGREED: Words bind: signed, ordered, approved, promised.
        NEGOTIATING: Offered, asked for, talked about, planned.
        POSSIBLE: Feared, suspected, thought of.
        DENIED: Refused, blocked, cancelled, disowned.
    """

    DELIVERED = "delivered"
    AGREED = "agreed"
    NEGOTIATING = "negotiating"
    POSSIBLE = "possible"
    DENIED = "denied"


@record
class ArmsItem:
    """One kind of equipment in a deal.

    Attributes:
        text: The shortest noun phrase with its number ("25 MiG-29 fighters").
        designation: The type's designation ("MiG-29"), or None.
        category: The category in SIPRI's terms ("Aircraft", "Missiles" …), or None where unknown.
        quantity: How many; None where unknown.
        part: How many of these the deal's status is said of where that is only a part: 3 in "received three of the
            ten" and in "received the third of ten". None where all are meant, and where the part is not counted.
        evidence: Where the words stand.

    Example:
        >>> ArmsItem(text="25 MiG-29 fighters", designation="MiG-29", category="Aircraft", quantity=25).quantity
        25
    """

    text: Words
    designation: Words | None = None
    category: str | None = None
    quantity: int | None = None
    part: int | None = None
    evidence: Evidence | None = None


@record
class ArmsDeal(Event):
    """Arms pass, passed, will or may pass from a supplier to a recipient.

    Attributes:
        suppliers: Who gives or sells (states, companies with their state); may be empty, not both sides.
        recipients: Who gets or buys.
        items: What passes, in text order.
        value: The money amount of the deal, or None.
        ordered: When it was ordered or signed, or None.
        delivered: When it was or is to be delivered, or None.
        when: The date of the deal or, failing that, of the delivery.
        status: Delivered, agreed, negotiating, possible or denied.
        status_evidence: The words that decide the status, or None where plain tense does.

    Example:
        >>> report = dipevents.parse("Italy sold Peru 12 jets for $300 million.")
        >>> deal = report.arms_deals[0]
        >>> deal.suppliers[0].country, deal.recipients[0].country, deal.items[0].text, deal.value.amount
        ('ITA', 'PER', '12 jets', Decimal('300000000'))
        >>> deal.when is None  # the sentence gives no date
        True
    """

    suppliers: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    items: tuple[ArmsItem, ...] = ()
    value: Money | None = None
    ordered: EventDate | None = None
    delivered: EventDate | None = None
    status: DealStatus = DealStatus.AGREED
    status_evidence: Evidence | None = None
