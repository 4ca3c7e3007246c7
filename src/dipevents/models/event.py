"""What all four kinds of event share."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Annotated, Any

from pydantic import Field

from dipevents.models.actor import Actor
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence
from dipevents.models.record import record

__all__ = ["Event"]


@lru_cache(maxsize=256)
def _compared(kind: type) -> tuple[str, ...] | None:
    """The fields of a record that count in a comparison; None where the type is no record."""
    return tuple(f.name for f in fields(kind) if f.compare) if is_dataclass(kind) else None


def _content(value: object) -> object:
    """What makes a value equal to another, as JSON: fields that do not count in a comparison are left out."""
    kind: Any = type(value)
    if (names := _compared(kind)) is not None:
        return [_content(getattr(value, name)) for name in names]
    if isinstance(value, tuple):
        return [_content(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value.normalize())
    return value


@record
class Event:
    """Something that an article states, with the sentences that state it.

    Subclass it (with `dipevents.models.record`) to make an event type of your own; every field needs a default.

    Attributes:
        evidence: The whole sentences that state the event, in text order; at least one.
        when: The date that the article gives, or None; never the publication day by default.
        reported_by: The actors whom the article credits for it, in text order.
        chance: None where the grammar of a sentence tells that it states the event. Where that is left open, the
            chance, between 0 and 1, that a reader would call it one; it does not count when events are compared.

    Example:
        >>> report = dipevents.parse("Lavrov visited Ankara, Hakan Fidan said.")
        >>> [event] = report.events
        >>> event.type_name(), event.when, [who.name for who in event.reported_by], len(event.id)
        ('visit', None, ['Hakan Fidan'], 12)
    """

    evidence: tuple[Evidence, ...] = ()
    when: EventDate | None = None
    reported_by: tuple[Actor, ...] = ()
    chance: Annotated[float, Field(ge=0, le=1)] | None = field(default=None, compare=False)

    @classmethod
    def type_name(cls) -> str:
        """The name of the event type in JSON and tables: the class name in snake case ("arms_deal")."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()

    @property
    def start(self) -> int:
        """Offset of the first sentence that states the event; 0 for an event without evidence."""
        return self.evidence[0].start if self.evidence else 0

    @property
    def id(self) -> str:
        """Twelve hexadecimal digits that depend on the content alone: equal events have equal ids, everywhere."""
        content = json.dumps([self.type_name(), _content(self)])
        return hashlib.blake2b(content.encode("ascii"), digest_size=6).hexdigest()
