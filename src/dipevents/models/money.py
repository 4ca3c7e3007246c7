"""Amounts of money as contracts state them."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal

from dipevents.models.evidence import Evidence
from dipevents.models.record import Words, record

__all__ = ["Money"]


@record
class Money:
    """An amount in one currency.

    Attributes:
        amount: The amount in units of the currency, exact ("$2.5 billion" is 2500000000); the upper one of a range.
        currency: ISO 4217 code ("USD"), or None where the sign is ambiguous or unknown.
        text: The words of the article ("US$2.5 billion").
        evidence: Where they stand; does not count when two amounts are compared.

    Example:
        >>> Money(amount=Decimal("2500000000"), currency="USD", text="US$2.5 billion").currency
        'USD'
    """

    amount: Decimal
    currency: str | None = None
    text: Words = ""
    evidence: Evidence | None = field(default=None, compare=False)
