"""Who receives whom a frame lets travel, and guests without a name at a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.merge import union
from dipevents.events.visit.frames import Frame, Kind
from dipevents.events.visit.invitations import inviters
from dipevents.events.visit.people import identify
from dipevents.events.visit.travellers import travellers
from dipevents.mentions.gazetteer import is_called
from dipevents.models.actor import Actor, ActorKind, countries_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.mentions.mentions import Mentions
    from dipevents.models.place import Place
    from dipevents.reading.sentence import Word

__all__ = ["hosts_of", "unnamed_guests"]


def hosts_of(mentions: Mentions, frame: Frame) -> tuple[Actor, ...]:
    """Who receives, by name: those met, persons who are the goal, who sends the invitation."""
    met = tuple(a for a in _named(mentions, frame.hosts) if not is_called(a.name, "news"))  # "told REUTERS on return"
    asking = tuple(a for a in _named(mentions, inviters(frame.trigger)) if a.kind is not ActorKind.STATE)
    return union(met, _host_goals(mentions, frame), asking)


def unnamed_guests(mentions: Mentions, frame: Frame, places: tuple[Place, ...]) -> tuple[Actor, ...]:
    """Those met in a place who are of elsewhere and have no names: "met MINISTERS FROM PERU AND CHILE in Prague".

    Of a delegation it is who leads it: "met a delegation led by KIM in Prague".
    """
    there = countries_of(places)
    words = [w for w in frame.hosts if w.pos == "NOUN" and not mentions.actors.at(w)] if there else []
    return union(tuple(a for w in travellers(words) for a in identify(mentions, w) if a.country not in there))


def _named(mentions: Mentions, words: Iterable[Word]) -> tuple[Actor, ...]:
    """The named persons and bodies of words; states are no hosts by name."""
    return union(tuple(a for w in words for a in mentions.actors.at(w)))


def _host_goals(mentions: Mentions, frame: Frame) -> tuple[Actor, ...]:
    """Persons as goals are hosts: "visited the king", "a visit to the Shah"."""
    if frame.kind not in {Kind.VISIT, Kind.NOUN}:
        return ()
    return tuple(a for a in _named(mentions, frame.goals) if a.kind is ActorKind.PERSON)
