"""Who supplies and who receives: the words of a frame identified, and the direction of "a deal between" settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dipevents.events.arms_deal_frames import words_of
from dipevents.events.merge import union
from dipevents.mentions.gazetteer import group
from dipevents.models.actor import Actor, ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.events.arms_deal_frames import Frame
    from dipevents.mentions.equipment import Equipment
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["Sides", "actors_of", "is_forces", "read_sides"]


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of a deal; either may be empty."""

    suppliers: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()

    @property
    def both(self) -> bool:
        """Whether both sides are known."""
        return bool(self.suppliers and self.recipients)


def read_sides(mentions: Mentions, frame: Frame) -> Sides:
    """The sides of a frame; what equipment is said to be ("Russian-made jets") names a supplier that nothing else names."""
    suppliers = actors_of(mentions, frame.suppliers)
    recipients = actors_of(mentions, frame.recipients)
    origins = union(*(origins_of(mentions, item) for item in frame.items))
    if frame.parties:
        found = _directed(mentions, actors_of(mentions, frame.parties), origins)
        suppliers, recipients = union(suppliers, found.suppliers), union(recipients, found.recipients)
    codes = {a.country for a in recipients if a.country}
    if not suppliers:
        suppliers = tuple(a for a in origins if a.country not in codes)
    recipients = tuple(a for a in recipients if a not in suppliers)
    return Sides(suppliers, recipients)


def actors_of(mentions: Mentions, words: Iterable[Word]) -> tuple[Actor, ...]:
    """Those who can supply or receive among words: an official stands for the state, other nouns without a state for none."""
    found: list[Actor] = []
    for word in words:
        for actor in mentions.actors.who(word):
            able = _able(mentions, actor)
            if able is not None and able not in found:
                found.append(able)
    return tuple(found)


def _able(mentions: Mentions, actor: Actor) -> Actor | None:
    if actor.kind is ActorKind.PERSON:
        named = actor in mentions.actors.actors
        if actor.country and (actor.role or not named):
            return state_of(mentions, actor.country) or (actor if named else None)
        return actor if named else None
    if actor.kind in {ActorKind.GROUP, ActorKind.ORGANIZATION} and actor not in mentions.actors.actors:
        if actor.country is None and not is_forces(actor):
            nouns = {form for word in actor.name.lower().split() for form in (word, word.removesuffix("s"))}
            return actor if nouns & words_of("groups", "makers") else None
    return actor


def state_of(mentions: Mentions, code: str) -> Actor | None:
    """The state with a code, if the article names it."""
    return next((a for a in mentions.actors.actors if a.kind is ActorKind.STATE and a.country == code), None)


def origins_of(mentions: Mentions, item: Equipment) -> tuple[Actor, ...]:
    """States that the words of an equipment phrase name: "Russian S-400s", "U.S.-made jets"."""
    found: list[Actor] = []
    for word in item.head.sentence.words[item.first.i : item.head.i]:
        if not word.text[:1].isupper():
            continue
        nxt = item.head.sentence.words[word.i + 1]
        if nxt.lower in {"air", "army", "navy", "coast", "government"}:
            continue
        found += [a for a in mentions.actors.at(word) if a.kind is ActorKind.STATE and a not in found]
    return tuple(found)


def _directed(mentions: Mentions, parties: tuple[Actor, ...], origins: tuple[Actor, ...]) -> Sides:
    """Which of two sides supplies: the one whose goods they are, else the maker; else the first receives, if alone."""
    if not parties:
        return Sides()
    codes = {a.country for a in origins}
    made = tuple(a for a in parties if a.country and a.country in codes)
    if made and len(made) < len(parties):
        return Sides(made, tuple(a for a in parties if a not in made))
    makers = tuple(a for a in parties if is_maker(a))
    if makers:
        return Sides(makers, tuple(a for a in parties if a not in makers))
    if len(parties) == 1:
        return Sides((), parties)
    return Sides(parties[1:], parties[:1])


def is_maker(actor: Actor) -> bool:
    """Whether a party is one that makes or trades arms, no body that buys for a state."""
    if actor.kind is not ActorKind.ORGANIZATION:
        return False
    known = group(actor.name)
    if known is not None:
        return known.category == "arms_company"
    words = set(actor.name.lower().split())
    return not words & words_of("groups", "buyers") and not is_forces(actor)


def is_forces(actor: Actor) -> bool:
    """Whether a party is armed forces, their ministry, or fighters."""
    forces = words_of("groups", "forces")
    return any(w in forces or w.removesuffix("s") in forces for w in actor.name.lower().replace("-", " ").split())
