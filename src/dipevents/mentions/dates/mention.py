"""What `find_dates` gives."""

from __future__ import annotations

from typing import Literal

from dipevents.models.event_date import EventDate
from dipevents.models.record import Words, record

__all__ = ["DateMention"]


@record
class DateMention:
    """A temporal expression of a text, with what it means.

    Attributes:
        start: Offset of its first character, in code points.
        end: Offset behind its last character (exclusive).
        text: The words themselves: `article[start:end]`.
        when: The stretch of the calendar that it means, or None where it means none that is known: most durations and
            sets, "recently", and "Tuesday" in a text without a publication day. Both ends of a range have the whole.
        timex_type: DATE, TIME, DURATION or SET, as TIMEX3 has them.
        timex_value: The TIMEX3 value ("2023-W37", "P3D", "PAST_REF"); "since" and "about" change `when`, not it.

    Example:
        >>> [found] = dipevents.find_dates("Talks lasted three days.")
        >>> found.text, found.timex_type, found.timex_value, found.when
        ('three days', 'DURATION', 'P3D', None)

    Source: TimeML 1.2.1, annotation guidelines for TIMEX3.
    """

    start: int
    end: int
    text: Words
    when: EventDate | None = None
    timex_type: Literal["DATE", "TIME", "DURATION", "SET"]
    timex_value: str
