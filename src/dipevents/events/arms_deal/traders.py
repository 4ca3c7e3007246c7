"""Who makes or trades arms, and who bears them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.lexicon import words_of
from dipevents.mentions.gazetteer import group, is_called
from dipevents.models.actor import ActorKind

if TYPE_CHECKING:
    from dipevents.models.actor import Actor

__all__ = ["is_arms_company", "is_forces", "is_maker"]


def is_arms_company(actor: Actor) -> bool:
    """Whether a party is a company that is known to make arms."""
    return actor.kind is ActorKind.ORGANIZATION and is_called(actor.name, "arms_company")


def is_maker(actor: Actor) -> bool:
    """Whether a party is one that makes or trades arms, no body that buys for a state."""
    if actor.kind is not ActorKind.ORGANIZATION:
        return False
    known = group(actor.name)
    if known is not None:
        return known.category == "arms_company"
    return words_of("groups", "buyers").isdisjoint(actor.name.lower().split()) and not is_forces(actor)


def is_forces(actor: Actor) -> bool:
    """Whether a party is armed forces, their ministry, or fighters."""
    forces = words_of("groups", "forces")
    words = set(actor.name.lower().replace("-", " ").split())
    if words & {"defence", "defense"} and words & words_of("groups", "buyers"):
        return True
    return any(w in forces or w.removesuffix("s") in forces for w in words)
