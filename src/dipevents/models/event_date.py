"""A date as news gives it: a day, a month, a range, or only what is certain of one."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from enum import StrEnum

from dipevents.models.evidence import Evidence
from dipevents.models.record import Words, record

__all__ = ["EventDate", "Precision"]


class Precision(StrEnum):
    """How fine a date is: the unit of its EDTF string, or `interval` for a range of them."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    INTERVAL = "interval"


@record
class EventDate:
    """PLACEHOLDER to be written by the room of dates."""

    edtf: str
    earliest: date | None = None
    latest: date | None = None
    precision: Precision = Precision.DAY
    text: Words = field(default="", compare=False)
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)
