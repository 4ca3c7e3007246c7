r"""Visits as an iCalendar file that any calendar can import: one all-day entry for each dated visit.

Source: RFC 5545; its line folding, escapes and required properties are written by hand here.

Example:
    >>> [one.what for one in LOST]
    ['all but visits', 'visits without two bounds', 'vagueness', 'control characters and lone surrogates']
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dipevents.export.lost import Lost
from dipevents.models.statement import Source, Statement, statements_of
from dipevents.models.visit import Visit, VisitStatus

if TYPE_CHECKING:
    from dipevents.models.event import Event
    from dipevents.models.statement import Events

__all__ = ["LOST", "left_out", "to_ical"]

LOST = (
    Lost("all but visits", "a warning or an opinion is no appointment"),
    Lost("visits without two bounds", "an entry needs a first day, and one without an end would fill the calendar"),
    Lost(
        "vagueness", "an entry fills all days that the visit may fall on; X-DIPEVENTS-EDTF has the date as it was read"
    ),
    Lost("control characters and lone surrogates", "iCalendar text is UTF-8 without them; they become U+FFFD"),
)
"""What this form loses, and why: a tuple of `Lost`."""
_STATUS = {
    VisitStatus.OCCURRED: "CONFIRMED",
    VisitStatus.PLANNED: "CONFIRMED",
    VisitStatus.POSSIBLE: "TENTATIVE",
    VisitStatus.CANCELLED: "CANCELLED",
}
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LINE = 75


def left_out(events: Events) -> tuple[tuple[Event, str], ...]:
    """The events that have no entry, each with the reason, in the order given.

    Example:
        >>> [reason for _, reason in left_out([Visit()])]
        ['its first or last day is unknown']
    """
    given = [one.event for one in statements_of(events)]
    return tuple(
        (event, "its first or last day is unknown" if isinstance(event, Visit) else "no visit")
        for event in given
        if not isinstance(event, Visit) or not _days(event)
    )


def _days(visit: Visit) -> tuple[date, date] | None:
    when = visit.when
    return (when.earliest, when.latest) if when and when.earliest and when.latest else None


def to_ical(events: Events) -> str:
    r"""An iCalendar object: one entry for each visit whose first and last possible day are known, in the order given.

    Lines end in CR LF and are folded at 75 octets. The same events give the same file: DTSTAMP is the publication day,
    or else the visit's first day, since a clock would make every file differ. A visit that only may take place is
    TENTATIVE, and so is one whose date is vague.

    Example:
        >>> from dipevents.models import EventDate
        >>> entry = to_ical([Visit(when=EventDate.from_edtf("2023-09-12"))])
        >>> "DTSTART;VALUE=DATE:20230912" in entry.split("\r\n")
        True
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dipevents//dipevents//EN", "CALSCALE:GREGORIAN"]
    seen: dict[str, int] = {}
    for one in statements_of(events):
        if isinstance(one.event, Visit) and (days := _days(one.event)):
            number = seen[one.event.id] = seen.get(one.event.id, 0) + 1
            lines += _entry(one, one.event, days, number)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _entry(one: Statement, visit: Visit, days: tuple[date, date], number: int) -> list[str]:
    source, edtf = one.source or Source(), visit.when.edtf if visit.when else ""
    stamp = source.published or days[0]
    exact = visit.when is not None and visit.when.is_exact
    status = _STATUS[visit.status] if exact or visit.status is VisitStatus.CANCELLED else "TENTATIVE"
    # RFC 5545 takes DTEND as the day behind the last one; after the last day of the calendar there is none.
    end = [f"DTEND;VALUE=DATE:{_day(days[1] + timedelta(1))}"] if days[1] < date.max else []
    lines = [
        "BEGIN:VEVENT",
        f"UID:{visit.id}-{number}@dipevents",
        f"DTSTAMP:{_day(stamp)}T000000Z",
        f"DTSTART;VALUE=DATE:{_day(days[0])}",
        *end,
        f"SUMMARY:{_text(_summary(visit))}",
        f"STATUS:{status}",
        "TRANSP:TRANSPARENT",
        f"X-DIPEVENTS-EDTF:{_text(edtf)}",
        f"X-DIPEVENTS-STATUS:{visit.status}",
    ]
    words = " ".join(quote.text for quote in visit.evidence)
    places = ", ".join(place.name for place in visit.destinations)
    lines += [f"DESCRIPTION:{_text(words)}"] if words else []
    lines += [f"LOCATION:{_text(places)}"] if places else []
    lines += [f"COMMENT:{_text(source.url)}"] if source.url else []
    return [*lines, "END:VEVENT"]


def _summary(visit: Visit) -> str:
    who = ", ".join(actor.name for actor in visit.visitors) or "Visit"
    where = ", ".join(place.name for place in visit.destinations)
    return f"{who} → {where} ({visit.status})" if where else f"{who} ({visit.status})"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(value: str) -> str:
    """A value of type TEXT: backslash, semicolon, comma and line ends are escaped, so no text begins a property."""
    text = _NO_TEXT.sub("�", value).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return re.sub("\r\n|[\n\r\x85\u2028\u2029]", r"\\n", text)


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, never cut within a character."""
    pieces, piece, octets = [], "", 0
    for character in line:
        size = len(character.encode())
        if octets + size > _LINE:
            pieces.append(piece)
            piece, octets = " ", 1
        piece += character
        octets += size
    return "\r\n".join((*pieces, piece))
