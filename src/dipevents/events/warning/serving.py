"""For which body an issuer speaks, so that what it will do is the issuer's own act.

the NATO chief said NATO would strike back            the body of the office
the trade commissioner said the EU would retaliate     the union whose organs have "European" in their names
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.gazetteer import body
from dipevents.models.actor import ActorKind

if TYPE_CHECKING:
    from dipevents.models.actor import Actor

__all__ = ["serves"]

_UNION = "European Union"
_OF_UNION = frozenset({"eu", "e.u.", "european"})


def serves(issuer: Actor, actor: Actor) -> bool:
    """Whether somebody speaks for an intergovernmental body, or is an organ of it."""
    if actor.kind is not ActorKind.IGO or issuer.country is not None:
        return False
    known, office = body(actor.name), f"{issuer.affiliation or ''} {issuer.role or ''}"
    if f" {actor.name} " in f" {office} ":
        return True
    if known is None or issuer.kind is ActorKind.STATE:
        return False
    if known.name == _UNION and f"{office} {issuer.name}".lower().split()[0] in _OF_UNION:
        return True
    return issuer.affiliation is not None and body(issuer.affiliation) == known
