"""Events as PLOVER records, with the CAMEO root code beside PLOVER's own type and mode.

The mapping is one table, `_CODES`; a line says which event of which kind or status is coded how, and why.

Source: PLOVER codebook, version 0.8 (Open Event Data Alliance); CAMEO codebook, version 1.1b3 (P. A. Schrodt, 2012).

Example:
    >>> [one.what for one in LOST]
    ['opinions', 'events that did not come about', 'vague dates', 'conditions, items and amounts', 'intensity']
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from dipevents.export.lost import Lost
from dipevents.models.statement import Source, Statement, statements_of
from dipevents.models.warning import Warning
from dipevents.parties import acting, participants, status_of

if TYPE_CHECKING:
    from dipevents.models.actor import Actor
    from dipevents.models.event import Event
    from dipevents.models.place import Place
    from dipevents.models.statement import Events

__all__ = ["LOST", "left_out", "to_plover", "to_plover_json"]

LOST = (
    Lost("opinions", "PLOVER codes what political actors do to one another, not comments of outsiders"),
    Lost("events that did not come about", "there is no code for a cancelled visit, a denied deal, a denied warning"),
    Lost("vague dates", "a record has one day: the earliest possible; the EDTF string is kept in `date_edtf`"),
    Lost("conditions, items and amounts", "there are no fields for them; the words are in `text`"),
    Lost("intensity", "PLOVER's intensity and magnitude scales are coded by hand, and are not guessed"),
)
"""What this form loses, and why: a tuple of `Lost`."""


class _Code(NamedTuple):
    type: str
    mode: str | None
    cameo: str
    quad: int


# Quad classes: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
_CODES: dict[tuple[str, str], _Code] = {
    # CAMEO 042 "make a visit", 043 "host a visit": root 04, consult.
    ("visit", "occurred"): _Code("CONSULT", "visit", "04", 1),
    # CAMEO 036 "express intent to meet": root 03; PLOVER puts agreements to do something under AGREE.
    ("visit", "planned"): _Code("AGREE", "meet", "03", 1),
    ("visit", "possible"): _Code("AGREE", "meet", "03", 1),
    # CAMEO 13, threaten: "all threats, coercive warnings".
    ("warning", "threat"): _Code("THREATEN", None, "13", 3),
    ("warning", "caution"): _Code("THREATEN", None, "13", 3),
    # CAMEO 10, demand; PLOVER merged it into REQUEST.
    ("warning", "demand"): _Code("REQUEST", None, "10", 3),
    # CAMEO 111 "criticize or denounce": root 11, disapprove; PLOVER's ACCUSE.
    ("warning", "concern"): _Code("ACCUSE", "disapprove", "11", 3),
    # CAMEO 062 "cooperate militarily": a sale is exchange, not aid; whether it was free is seldom said.
    ("arms_deal", "delivered"): _Code("COOPERATE", "military", "06", 2),
    # CAMEO 057 "sign formal agreement": root 05.
    ("arms_deal", "agreed"): _Code("AGREE", "military", "05", 1),
    # CAMEO 046 "engage in negotiation": root 04.
    ("arms_deal", "negotiating"): _Code("CONSULT", None, "04", 1),
    # CAMEO 0312 "express intent to cooperate militarily": root 03.
    ("arms_deal", "possible"): _Code("AGREE", "military", "03", 1),
}
_STANDS = {"warning": "issued"}


def _code(event: Event) -> _Code | None:
    name = event.type_name()
    if isinstance(event, Warning):
        return _CODES.get((name, event.kind)) if event.status == _STANDS[name] else None
    return _CODES.get((name, status_of(event) or ""))


def left_out(events: Events) -> tuple[tuple[Event, str], ...]:
    """The events that have no PLOVER record, each with the reason, in the order given.

    Example:
        >>> from dipevents.models import Visit
        >>> [reason for _, reason in left_out([Visit(status="cancelled"), Visit()])]
        ['PLOVER has no code for visit, cancelled']
    """
    return tuple(
        (one.event, f"PLOVER has no code for {one.event.type_name()}, {status_of(one.event) or 'without status'}")
        for one in statements_of(events)
        if _code(one.event) is None
    )


def _party(who: Actor | Place) -> dict[str, Any]:
    party: dict[str, Any] = {"name": who.name, "country": who.country}
    for name in ("kind", "role"):
        value = getattr(who, name, None)
        party |= {name: str(value)} if value is not None else {}
    return party


def _record(one: Statement, code: _Code) -> dict[str, Any]:
    event, source = one.event, one.source or Source()
    when = event.when
    places = [part.who for part in participants(event) if part.role == "destination"]
    return {
        "id": event.id,
        "date": when.earliest.isoformat() if when and when.earliest else None,
        "date_edtf": when.edtf if when else None,
        "actor": [_party(part.who) for part in acting(event, 0)],
        "recipient": [_party(part.who) for part in acting(event, 1) if part.role != "destination"],
        "event_type": code.type,
        "mode": code.mode,
        "context": ["military"] if event.type_name() == "arms_deal" else ["diplomatic"],
        "quad_code": code.quad,
        "cameo_root": code.cameo,
        "location": [_party(place) for place in places],
        "text": " ".join(quote.text for quote in event.evidence),
        "headline": source.title,
        "publication_date": source.published.isoformat() if source.published else None,
        "publisher": source.source,
        "url": source.url,
        "language": "eng",
        "version": "PLOVER 0.8",
    }


def to_plover(events: Events) -> list[dict[str, Any]]:
    """One PLOVER record, as a dict that JSON can hold, for each event that PLOVER has a code for, in the order given.

    `actor` is who acts and `recipient` on whom; a visit's places are its `location`. What has no record is told by
    `left_out`, and what a record cannot hold by `LOST`. Unknown is None or an empty list.

    Example:
        >>> from dipevents.models import Visit
        >>> [record] = to_plover([Visit()])
        >>> record["event_type"], record["mode"], record["cameo_root"]
        ('CONSULT', 'visit', '04')
    """
    return [_record(one, code) for one in statements_of(events) if (code := _code(one.event))]


def to_plover_json(events: Events) -> str:
    r"""The records of `to_plover` as JSON Lines, one record a line, in ASCII; an empty string where there are none.

    Example:
        >>> from dipevents.models import Visit
        >>> to_plover_json([Visit(), Visit(status="cancelled")]).count("\n")
        1
    """
    return "".join(json.dumps(record, ensure_ascii=True) + "\n" for record in to_plover(events))
