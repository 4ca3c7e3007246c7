"""Who is in an event, in which part, and what counts as one party: the ground that relations, tables and graphs share.

An event type of your own takes part with every field that holds actors or places.
"""

from __future__ import annotations

import dataclasses
from enum import StrEnum
from typing import TypeAlias

from dipevents.models.actor import Actor, ActorKind
from dipevents.models.arms_deal import ArmsDeal
from dipevents.models.event import Event  # noqa: TC001 - pydantic reads annotations at run time
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.place import Place
from dipevents.models.record import record
from dipevents.models.visit import Visit
from dipevents.models.warning import Warning
from dipevents.sameness import fold, same_actor

Key: TypeAlias = tuple[str, ActorKind | None, str | None]
"""What makes two parties one: the folded name, the kind, the country."""

__all__ = [
    "By",
    "Key",
    "Participant",
    "Party",
    "acting",
    "belongs_to",
    "key_of",
    "leads",
    "participants",
    "party_of",
    "status_of",
]


class By(StrEnum):
    """What counts as one party: each actor, each state with all that belongs to it, or each body.

    Attributes:
        ACTOR: Each actor, and each place.
        COUNTRY: Each state, with all actors and places that belong to it; those of unknown country have no party.
        BODY: Each organisation, body or group; a person counts for the affiliation that is told, or not at all.
    """

    ACTOR = "actor"
    COUNTRY = "country"
    BODY = "body"


@record
class Participant:
    """Somebody or some place in an event.

    Attributes:
        role: The part, in the singular of the field's name: visitor, host, destination, supplier, recipient, issuer …
        who: The actor or the place.
    """

    role: str
    who: Actor | Place


@record
class Party:
    """One end of a relation.

    Attributes:
        name: The actor's or body's name as its first event gives it; for a state its ISO 3166 code.
        kind: The actor's kind, or None for a place.
        country: ISO 3166 alpha-3 of the state that it belongs to, or None where unknown.
    """

    name: str
    kind: ActorKind | None = None
    country: str | None = None


# Which parts act, and on which parts: the direction of a relation.
_ACTS: dict[type[Event], tuple[tuple[str, ...], tuple[str, ...]]] = {
    Visit: (("visitor",), ("host", "destination")),
    Warning: (("issuer",), ("target",)),
    ArmsDeal: (("supplier",), ("recipient",)),
    ExpertOpinion: (("expert",), ()),
}


def participants(event: Event) -> tuple[Participant, ...]:
    """Everybody in an event and every place, with the part that each plays, in the order of the event's fields.

    Example:
        >>> oslo = Place(name="Oslo", country="NOR")
        >>> [(one.role, one.who.name) for one in participants(Visit(destinations=(oslo,)))]
        [('destination', 'Oslo')]
    """
    found = []
    for field in dataclasses.fields(event):
        value = getattr(event, field.name)
        several = isinstance(value, tuple)
        role = field.name.removesuffix("s") if several else field.name
        given = value if several else (value,)
        found += [Participant(role=role, who=who) for who in given if isinstance(who, Actor | Place)]
    return tuple(found)


def status_of(event: Event) -> str | None:
    """The event's status ("planned"), or None for a type without one."""
    status = getattr(event, "status", None)
    return None if status is None else str(status)


def belongs_to(who: Actor | Place, wanted: Actor | str) -> bool:
    """Whether somebody is, belongs to or speaks for `wanted`: an actor, an ISO 3166 alpha-3 code, or a name."""
    if isinstance(wanted, Actor):
        return isinstance(who, Actor) and same_actor(who, wanted)
    if len(wanted) == 3 and wanted.isascii() and wanted.isupper() and wanted.isalpha() and who.country == wanted:
        return True
    names = (who.name, *who.aliases) if isinstance(who, Actor) else (who.name,)
    return bool(fold(wanted)) and any(fold(name) == fold(wanted) for name in names)


def leads(event: Event, source: Actor | str, target: Actor | str) -> bool:
    """Whether somebody who belongs to `source` acts in an event, and one who belongs to `target` is acted on."""
    sides = enumerate((source, target))
    return all(any(belongs_to(one.who, who) for one in acting(event, side)) for side, who in sides)


def acting(event: Event, side: int) -> tuple[Participant, ...]:
    """Who acts (side 0) or is acted on (side 1)."""
    roles = _ACTS.get(type(event), ((), ()))[side]
    return tuple(one for one in participants(event) if one.role in roles)


def party_of(who: Actor | Place, by: By) -> Party | None:
    """The party that somebody or some place counts as, or None where that is unknown."""
    if by is By.COUNTRY:
        return Party(name=who.country, kind=ActorKind.STATE, country=who.country) if who.country else None
    if isinstance(who, Place):
        return Party(name=who.name, country=who.country) if by is By.ACTOR else None
    if by is By.ACTOR:
        return Party(name=who.name, kind=who.kind, country=who.country)
    if who.affiliation and who.kind is ActorKind.PERSON:
        return Party(name=who.affiliation, kind=ActorKind.ORGANIZATION, country=who.country)
    return None if who.kind is ActorKind.PERSON else Party(name=who.name, kind=who.kind, country=who.country)


def key_of(party: Party) -> Key:
    """Equal for spellings of one name."""
    return (" ".join(fold(party.name)) or party.name, party.kind, party.country)
