"""Dealings in arms by people for themselves, which are none between states and forces.

a Chilean man was fined for importing a rifle; Hale bought a pistol    somebody's own gun
handed over a pilot with his pistol                                    the same
bought rifles from soldiers; the guns end up with bandits           men without a name
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.lexicon import words_of
from dipevents.models.actor import ActorKind

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Frame
    from dipevents.events.arms_deal.parties import Sides

__all__ = ["is_nameless", "is_private", "is_sure"]


def is_sure(frame: Frame) -> bool:
    """Whether a frame tells the type or the number of what it has."""
    return any(item.designation or item.quantity for item in frame.items)


def is_private(frame: Frame, sides: Sides) -> bool:
    """Whether somebody sells or buys a gun of his own."""
    side_arms = all(item.category == "Other" for item in frame.items)
    one = side_arms and all(item.head.tag == "NN" and item.quantity is None for item in frame.items)
    if frame.kind in {"get", "order"} and not sides.recipients and frame.recipients:
        pronoun = any(w.tag == "PRP" for w in frame.recipients)
        return one or (pronoun and (side_arms or not is_sure(frame)))  # "a man bought a gun", "he bought two pistols"
    alone = one and frame.kind == "get" and not sides.suppliers and all(w.tag == "NNP" for w in frame.recipients)
    if alone and not any(w.text in a.name for w in frame.recipients for a in sides.recipients):
        return True  # "Hale bought a pistol", whose office stands for a state
    if any(w.lemma in words_of("groups", "outlaws") for w in frame.recipients):
        return True
    people = words_of("groups", "people")
    if side_arms and frame.recipients and not sides.recipients and all(w.lemma in people for w in frame.recipients):
        return True  # "a bill on the sale of rifles to PEOPLE over 21"
    his = [c for item in frame.items for c in item.head.children if c.lower in {"his", "her"}]
    if one and his and not is_sure(frame):
        return True  # "handed over the pilot along with HIS PISTOL"
    if one and frame.recipients and all(w.tag == "NN" and w.lemma in people for w in frame.recipients):
        return True  # "a Chilean man was fined for importing a rifle"
    persons = all(a.kind is ActorKind.PERSON for a in (*sides.suppliers, *sides.recipients))
    return persons and not sides.both and side_arms and (one or not is_sure(frame))


def is_nameless(frame: Frame, sides: Sides) -> bool:
    """Whether the one party is men without a name and a state: "bought guns from soldiers"."""
    parties = (*sides.suppliers, *sides.recipients)
    unnamed = all(a.kind is ActorKind.GROUP and a.country is None and a.name.islower() for a in parties)
    return unnamed and not sides.both and not is_sure(frame) and bool(sides.suppliers)
