"""Who is in an event, in which part, and what counts as one party: the ground that relations, tables and graphs share.

An event type of your own takes part with every field that holds actors or places: those of the first field for actors
act, and those of all later fields are acted on. Where no later field is for actors or places, all are on one side, and
what they do they do with one another: its pairs are in the order of the text.
"""

from __future__ import annotations

import dataclasses
from enum import StrEnum
from itertools import combinations, product
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

from dipevents.models.actor import Actor, ActorKind
from dipevents.models.arms_deal import ArmsDeal, DealStatus
from dipevents.models.event import Event
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.place import Place
from dipevents.models.record import record
from dipevents.models.serial import fields_of
from dipevents.models.visit import Visit, VisitStatus
from dipevents.models.warning import Warning, WarningStatus
from dipevents.progress import stage_of, status_of
from dipevents.sameness import fold, same_actor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Who: TypeAlias = Actor | Place
InFull: TypeAlias = "Callable[[Who], Who]"
Key: TypeAlias = tuple[str, ActorKind | None, str | None]
"""What makes two parties one: the folded name, the kind, the country."""

__all__ = [
    "STATUSES",
    "By",
    "Key",
    "Participant",
    "Party",
    "acting",
    "belongs_to",
    "in_full",
    "key_of",
    "leads",
    "pairs",
    "participants",
    "parties_of",
    "party_of",
    "stage_of",
    "status_of",
]

STATUSES = tuple(dict.fromkeys(str(one) for kind in (VisitStatus, WarningStatus, DealStatus) for one in kind))
"""The statuses that the types which come with dipevents know."""


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


# Which fields act, and on which: the direction of a relation.
_ACTS: dict[type[Event], tuple[tuple[str, ...], tuple[str, ...]]] = {
    Visit: (("visitors",), ("hosts", "destinations")),
    Warning: (("issuers",), ("targets",)),
    ArmsDeal: (("suppliers",), ("recipients",)),
    ExpertOpinion: (("experts",), ()),
}


def participants(event: Event) -> tuple[Participant, ...]:
    """Everybody in an event and every place, with the part that each plays, in the order of the event's fields.

    Example:
        >>> oslo = Place(name="Oslo", country="NOR")
        >>> [(one.role, one.who.name) for one in participants(Visit(destinations=(oslo,)))]
        [('destination', 'Oslo')]
    """
    return _within(event, [field.name for field in dataclasses.fields(event)])


def _within(event: Event, names: Iterable[str]) -> tuple[Participant, ...]:
    found = []
    for name in names:
        value = getattr(event, name)
        several = isinstance(value, tuple)
        role = name.removesuffix("s") if several else name
        given = value if several else (value,)
        found += [Participant(role=role, who=who) for who in given if isinstance(who, Actor | Place)]
    return tuple(found)


def belongs_to(who: Actor | Place, wanted: Actor | str) -> bool:
    """Whether somebody is, belongs to or speaks for `wanted`: an actor, an ISO 3166 alpha-3 code, or a full name.

    Example:
        >>> wang = Actor(name="Wang Yi", kind="person", country="CHN")
        >>> [belongs_to(wang, wanted) for wanted in ("CHN", "wang yi", "Wang")]
        [True, True, False]
    """
    if isinstance(wanted, Actor):
        return isinstance(who, Actor) and same_actor(who, wanted)
    if len(wanted) == 3 and wanted.isascii() and wanted.isupper() and wanted.isalpha() and who.country == wanted:
        return True
    names = (who.name, *who.aliases) if isinstance(who, Actor) else (who.name,)
    return bool(fold(wanted)) and any(fold(name) == fold(wanted) for name in names)


def in_full(events: Iterable[Event]) -> InFull:
    """Gives who is told by a part of a name as the one person in the events who bears it in full.

    One article has "Mr Doyle", and another "Kevin Doyle" of the same state. Where a second Doyle of that state is in
    the events, "Doyle" stays by himself, and so does a surname of unknown country.

    Example:
        >>> short, long = (Actor(name=name, kind="person", country="USA") for name in ("Doyle", "Kevin Doyle"))
        >>> who = in_full([Visit(visitors=(short,)), Visit(visitors=(long,))])
        >>> who(short).name, who(long).name
        ('Kevin Doyle', 'Kevin Doyle')
    """
    who = (part.who for event in events for part in participants(event))
    named = {(fold(one.name), one.country): one for one in who if isinstance(one, Actor) and _is_person(one)}
    bearers: dict[str, list[Actor]] = {}
    for (words, _), one in sorted(named.items(), key=lambda item: (item[0][0], item[0][1] or "")):
        for word in set(words):
            bearers.setdefault(word, []).append(one)
    found = {key: full for key, one in named.items() if (full := _longest(one, bearers))}

    def full_of(one: Who) -> Who:
        return found.get((fold(one.name), one.country), one) if isinstance(one, Actor) and _is_person(one) else one

    return full_of


def _is_person(actor: Actor) -> bool:
    return actor.kind is ActorKind.PERSON


def _longest(one: Actor, bearers: dict[str, list[Actor]]) -> Actor | None:
    """Who bears the name with most words, if all who bear it and more are that one."""
    words = fold(one.name)
    near = bearers.get(words[0], []) if words else []
    longer = [other for other in near if len(fold(other.name)) > len(words) and same_actor(one, other)]
    longest = max(longer, key=lambda other: len(fold(other.name)), default=None)
    return longest if longest and all(same_actor(longest, other) for other in longer) else None


def _as_told(one: Who) -> Who:
    return one


def leads(event: Event, source: Actor | str, target: Actor | str, full: InFull = _as_told) -> bool:
    """Whether somebody who belongs to `source` acts in an event on one who belongs to `target`; see `in_full`.

    Example:
        >>> wang, oslo = Actor(name="Wang Yi", kind="person", country="CHN"), Place(name="Oslo", country="NOR")
        >>> trip = Visit(visitors=(wang,), destinations=(oslo,))
        >>> leads(trip, "CHN", "Oslo"), leads(trip, "NOR", "CHN")
        (True, False)
    """
    return any(belongs_to(full(a.who), source) and belongs_to(full(b.who), target) for a, b in pairs(event))


def acting(event: Event, side: int) -> tuple[Participant, ...]:
    """Who acts (side 0) or is acted on (side 1)."""
    return _within(event, _sides(type(event))[side])


def pairs(event: Event) -> tuple[tuple[Participant, Participant], ...]:
    """Everybody who acts with everybody and every place that is acted on.

    Example:
        >>> @record
        ... class Meeting(Event):
        ...     sides: tuple[Actor, ...] = ()
        >>> sides = tuple(Actor(name=name, kind="state", country=name) for name in ("AAA", "BBB", "CCC"))
        >>> [(a.who.name, b.who.name) for a, b in pairs(Meeting(sides=sides))]
        [('AAA', 'BBB'), ('AAA', 'CCC'), ('BBB', 'CCC')]
    """
    acts, acted_on = acting(event, 0), acting(event, 1)
    with_one_another = not _sides(type(event))[1] and not isinstance(event, ExpertOpinion)
    return tuple(combinations(acts, 2)) if with_one_another else tuple(product(acts, acted_on))


def _sides(kind: type[Event]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields of those who act, and of those and the places that are acted on."""
    for known, sides in _ACTS.items():
        if issubclass(kind, known):
            return sides
    own = {name: _named_in(hint) for name, hint in fields_of(kind).items() if name not in fields_of(Event)}
    acts = next((name for name, types in own.items() if Actor in types), None)
    return tuple(name for name in own if name == acts), tuple(
        n for n, t in own.items() if t & {Actor, Place} and n != acts
    )


def _named_in(hint: Any) -> frozenset[Any]:
    """The types that an annotation is made of."""
    return frozenset({hint}).union(*(_named_in(part) for part in get_args(hint)))


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


def parties_of(event: Event, by: By, full: InFull = _as_told) -> tuple[tuple[Party, Party], ...]:
    """The pairs of an event as parties, each once, without those of one party with itself; see `in_full`."""
    found = {}
    for one, other in pairs(event):
        a, b = party_of(full(one.who), by), party_of(full(other.who), by)
        if a and b and key_of(a) != key_of(b):
            found[key_of(a), key_of(b)] = a, b
    return tuple(found.values())


def key_of(party: Party) -> Key:
    """Equal for spellings of one name."""
    return (" ".join(fold(party.name)) or party.name, party.kind, party.country)
