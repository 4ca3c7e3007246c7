"""Companies of one state that sell different goods: "missiles from IAI" are no "Spikes from Rafael"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.parties import is_maker
from dipevents.models.actor import ActorKind

if TYPE_CHECKING:
    from dipevents.models.arms_deal import ArmsDeal

__all__ = ["are_rivals"]


def are_rivals(a: ArmsDeal, b: ArmsDeal) -> bool:
    """Whether makers alone supply both, none of them both, and no type is in both."""
    if any(s.kind is ActorKind.STATE or not is_maker(s) for d in (a, b) for s in d.suppliers):
        return False
    names, types = ([{s.name for s in d.suppliers} for d in (a, b)], [_types(d) for d in (a, b)])
    return all(names) and names[0].isdisjoint(names[1]) and any(types) and types[0].isdisjoint(types[1])


def _types(deal: ArmsDeal) -> set[str]:
    return {item.designation for item in deal.items if item.designation}
