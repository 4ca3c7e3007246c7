"""Rows for tables: the columns, and what each says of an event. Plain Python; `tables` makes tables of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from dipevents.models.arms_deal import ArmsDeal
from dipevents.models.place import Place
from dipevents.models.statement import Events, Source, Statement, statements_of
from dipevents.parties import Participant, acting, participants, status_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.models.actor import Actor
    from dipevents.models.event import Event

__all__ = ["EVENT_COLUMNS", "PARTICIPANT_COLUMNS", "Column", "event_rows", "participant_rows"]


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        name: Its name.
        kind: What its cells hold: `text`, `texts` (a list), `day` (a `datetime.date`), `number`, or `share` (0 to 1);
            None where unknown.
        cell: Gives the cell of a statement, or of a statement and one of its participants.
    """

    name: str
    kind: str
    cell: Callable[[Any], Any]


def _words(event: Event) -> str | None:
    """The words of the event's own content: what is warned of, claimed, or the purpose of a visit."""
    return next(
        (value for name in ("about", "claim", "purpose") if isinstance(value := getattr(event, name, None), str)), None
    )


def _names(who: Iterable[Actor | Place]) -> list[str]:
    return [one.name for one in who]


def _countries(who: Iterable[Actor | Place]) -> list[str]:
    """Each country once, in order."""
    return list(dict.fromkeys(one.country for one in who if one.country))


def _side(statement: Statement, side: int) -> list[Actor | Place]:
    return [one.who for one in acting(statement.event, side) if not isinstance(one.who, Place)]


def _places(statement: Statement) -> list[Place]:
    return [one.who for one in acting(statement.event, 1) if isinstance(one.who, Place)]


def _told(one: Statement) -> str:
    source = one.source or Source()
    day = source.published.isoformat() if source.published else None
    return ", ".join(filter(None, (day, status_of(one.event), source.source, source.title, source.url)))


def _deal(event: Event) -> ArmsDeal:
    return event if isinstance(event, ArmsDeal) else ArmsDeal()


_SHARED = (
    Column("type", "text", lambda s: s.event.type_name()),
    Column("event_id", "text", lambda s: s.event.id),
    Column("url", "text", lambda s: s.source and s.source.url),
    Column("publisher", "text", lambda s: s.source and s.source.source),
    Column("title", "text", lambda s: s.source and s.source.title),
    Column("published", "day", lambda s: s.source and s.source.published),
    Column("status", "text", lambda s: status_of(s.event)),
    Column("when", "text", lambda s: s.event.when and s.event.when.edtf),
    Column("earliest", "day", lambda s: s.event.when and s.event.when.earliest),
    Column("latest", "day", lambda s: s.event.when and s.event.when.latest),
)
EVENT_COLUMNS: tuple[Column, ...] = (
    *_SHARED,
    Column("actors", "texts", lambda s: _names(_side(s, 0))),
    Column("actor_countries", "texts", lambda s: _countries(_side(s, 0))),
    Column("recipients", "texts", lambda s: _names(_side(s, 1))),
    Column("recipient_countries", "texts", lambda s: _countries(_side(s, 1))),
    Column("destinations", "texts", lambda s: _names(_places(s))),
    Column("destination_countries", "texts", lambda s: _countries(_places(s))),
    Column("reported_by", "texts", lambda s: _names(s.event.reported_by)),
    Column("kind", "text", lambda s: (kind := getattr(s.event, "kind", None)) and str(kind)),
    Column("words", "text", lambda s: _words(s.event)),
    Column("condition", "text", lambda s: getattr(s.event, "condition", None)),
    Column("items", "texts", lambda s: [item.text for item in _deal(s.event).items]),
    Column("value_amount", "text", lambda s: (value := _deal(s.event).value) and f"{value.amount:f}"),
    Column("value_currency", "text", lambda s: (value := _deal(s.event).value) and value.currency),
    Column("stance", "text", lambda s: (stance := getattr(s.event, "stance", None)) and str(stance)),
    Column("chance", "share", lambda s: s.event.chance),
    Column("start", "number", lambda s: s.event.start if s.event.evidence else None),
    Column("evidence", "texts", lambda s: [one.text for one in s.event.evidence]),
    Column("statements", "number", lambda s: len(s.tellings)),
    Column("told", "texts", lambda s: [_told(one) for one in s.merged]),
)
"""One row an event; `actors` visit, warn, supply or say, `recipients` are visited, warned, supplied.

Of a story it is one row a happening: `statements` counts those who tell of it, and `told` has each, in order of
publication, as day, status, publisher, title and address, as far as known. `url`, `publisher`, `title` and `published`
are of the article whose words the row has.
"""


class _Part(NamedTuple):
    statement: Statement
    participant: Participant


def _of_statement(cell: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda part: cell(part.statement)


PARTICIPANT_COLUMNS: tuple[Column, ...] = (
    *(Column(c.name, c.kind, _of_statement(c.cell)) for c in _SHARED),
    Column("part", "text", lambda part: part.participant.role),
    Column("name", "text", lambda part: part.participant.who.name),
    Column("kind", "text", lambda part: str(getattr(part.participant.who, "kind", "place"))),
    Column("country", "text", lambda part: part.participant.who.country),
    Column("role", "text", lambda part: getattr(part.participant.who, "role", None)),
    Column("affiliation", "text", lambda part: getattr(part.participant.who, "affiliation", None)),
)
"""One row for each actor or place in each event; `kind` is the actor's, or "place"."""


def event_rows(events: Events) -> list[dict[str, Any]]:
    """One dict an event, in the order given, with the keys of `EVENT_COLUMNS`; unknown is None or an empty list.

    Example:
        >>> from dipevents.models import Visit
        >>> [row] = event_rows([Visit()])
        >>> row["type"], row["status"], row["when"], row["actors"]
        ('visit', 'occurred', None, [])
    """
    return [{column.name: column.cell(one) for column in EVENT_COLUMNS} for one in statements_of(events)]


def participant_rows(events: Events) -> list[dict[str, Any]]:
    """One dict for each actor or place in each event, with the keys of `PARTICIPANT_COLUMNS`; unknown is None.

    Example:
        >>> from dipevents.models import Visit
        >>> [row] = participant_rows([Visit(destinations=(Place(name="Oslo", country="NOR"),))])
        >>> row["part"], row["name"], row["country"], row["role"]
        ('destination', 'Oslo', 'NOR', None)
    """
    parts = [_Part(one, participant) for one in statements_of(events) for participant in participants(one.event)]
    return [{column.name: column.cell(part) for column in PARTICIPANT_COLUMNS} for part in parts]
