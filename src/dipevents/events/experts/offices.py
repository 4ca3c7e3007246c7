"""What a person's role in the article tells of an office that is held, sought or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.experts.institutes import is_think_tank
from dipevents.events.experts.lexicon import lexicon
from dipevents.mentions.gazetteer import seat

if TYPE_CHECKING:
    from dipevents.models.actor import Actor

__all__ = ["has_governed", "holds_office", "serves", "trades"]


def serves(actor: Actor) -> bool:
    """Whether a person's role in the article is that of one who speaks for others: "envoy to Chad"."""
    own = set(trades(actor))
    return (
        not actor.former
        and bool(own & lexicon("officials") - lexicon("lay"))
        and not ("and" in own and own & lexicon("experts"))
    )


def trades(actor: Actor) -> list[str]:
    """The words of a person's role now, before what it is held in: "ENVOY to Chad", "lawyer turned MAYOR of Lima"."""
    role = (actor.role or "").lower().replace("-", " ").rpartition("turned ")[2].split()
    return role[: next((n for n, w in enumerate(role) if w in {"of", "to", "for", "in", "at"}), len(role))]


def has_governed(actor: Actor) -> bool:
    """Whether a person has governed a country, and so stays a politician: "ex-president"."""
    role = trades(actor)
    return actor.former and bool({"president", "premier", "prime"} & set(role)) and not actor.affiliation


def holds_office(actor: Actor) -> bool:
    """Whether a person's role in the article is an office that is held, or sought, whatever else is told of him."""
    role = (actor.role or "").lower().replace("-", " ").split()
    seeks = any(w in lexicon("candidates") for w in role) and not {"phd", "doctoral"} & set(role)
    held = seat(actor.affiliation or "")
    if seeks or (not actor.former and any(w.startswith("spokes") for w in role)):
        return True
    if held and held[1] == "government" and not actor.former and any(w in lexicon("courtiers") for w in role):
        return True
    ruling = any(w in lexicon("rulers") for w in role) and not any(w in lexicon("experts") for w in role)
    if actor.former or not ruling or is_think_tank(actor.affiliation or ""):
        return False
    body = (actor.affiliation or "").lower().split()
    return not any(w in lexicon("bodies") for w in (*body, *role)) and not any(w in lexicon("former") for w in role)
