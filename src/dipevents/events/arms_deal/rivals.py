"""What parts deals between the same states.

missiles from IAI; Spikes from Rafael                              other makers
will not sell it destroyers, but frigates                          one thing refused, another not
would not sell it boats; had sold it two in 1981                   the same
Oslo, Rome and Lima armed both sides; Rome sent Chad guns          all that is told, and one part of it
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.traders import is_maker
from dipevents.events.claims import is_form_of_denial
from dipevents.models.actor import ActorKind, countries_of
from dipevents.models.arms_deal import DealStatus

if TYPE_CHECKING:
    from dipevents.models.arms_deal import ArmsDeal

__all__ = ["are_rivals", "is_refused_besides", "is_summary"]


def is_refused_besides(a: ArmsDeal, b: ArmsDeal) -> bool:
    """Whether one thing is refused, and another passes."""
    if (a.status is DealStatus.DENIED) is (b.status is DealStatus.DENIED):
        return False
    kinds = [{i.text.lower().split()[-1].removesuffix("s") for i in d.items} for d in (a, b)]
    particular = all(kind and kind <= words_of("grammar", "particular") for kind in kinds)
    counted = [any(i.quantity is not None for i in d.items) for d in (a, b)]
    cue = a.status_evidence.text.lower() if a.status_evidence is not None else ""
    refused = a.status is DealStatus.DENIED and not is_form_of_denial(cue)  # but "DENIED that it sold it boats"
    done = refused and b.status is DealStatus.DELIVERED and counted == [False, True]
    return done or (particular and kinds[0].isdisjoint(kinds[1]))


def are_rivals(a: ArmsDeal, b: ArmsDeal) -> bool:
    """Whether makers alone supply both, none of them both, and no type is in both."""
    if any(s.kind is ActorKind.STATE or not is_maker(s) for d in (a, b) for s in d.suppliers):
        return False
    names, types = ([{s.name for s in d.suppliers} for d in (a, b)], [_types(d) for d in (a, b)])
    return all(names) and names[0].isdisjoint(names[1]) and any(types) and types[0].isdisjoint(types[1])


def is_summary(a: ArmsDeal, b: ArmsDeal) -> bool:
    """Whether the earlier tells in general what several states supplied, and the later what one of them did."""
    gave = [countries_of(d.suppliers) for d in (a, b)]
    if len(gave[0]) < 2 or not gave[1] or not gave[1] < gave[0]:
        return False
    general = words_of("general")
    vague = all(i.quantity is None and i.text.lower().split()[-1] in general for i in a.items)
    told = any(i.quantity or i.text.lower().split()[-1] not in general for i in b.items)
    return vague and told


def _types(deal: ArmsDeal) -> set[str]:
    return {item.designation for item in deal.items if item.designation}
