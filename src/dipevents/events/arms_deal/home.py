"""Goods that stay at home: who supplies and who receives are of one state.

Norway's navy ordered boats from a Norwegian maker; from a LOCAL yard     both sides are of one state
the FRENCH navy will receive six RAFALES                                  it gets what its own state makes
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.makers import makers_of
from dipevents.events.arms_deal.traders import is_arms_company, is_forces
from dipevents.models.actor import ActorKind, countries_of

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Frame
    from dipevents.events.arms_deal.parties import Sides
    from dipevents.models.actor import Actor

__all__ = ["is_domestic"]


def is_domestic(frame: Frame, sides: Sides) -> bool:
    """Whether nothing passes between states."""
    local = any(c.lower in words_of("grammar", "homely") for w in frame.suppliers for c in w.children)
    local = local and countries_of(sides.suppliers) <= countries_of(sides.recipients)
    return local or _of_one_state(sides) or _made_at_home(frame, sides)


def _of_one_state(sides: Sides) -> bool:
    """Whether all parties belong to one state. Those of companies not known to make arms are too often guessed."""
    parties = (*sides.suppliers, *sides.recipients)
    codes = {a.country for a in parties}
    if sides.both and any("own" in a.name.split() for a in parties):
        return True  # "ordered guns from ITS OWN industry"
    if not sides.both or any(a.kind is ActorKind.GROUP and not _is_organ(a) for a in sides.recipients):
        return False
    plain = all(a.kind is ActorKind.STATE or is_forces(a) or is_arms_company(a) or _is_told(a) for a in parties)
    return len(codes) == 1 and None not in codes and plain


def _is_organ(force: Actor) -> bool:
    """Whether men without a name are somebody's own: "gave ITS SOLDIERS rifles", but "its proxies"."""
    first, *others = force.name.lower().split()
    forces = words_of("grammar", "own_forces")
    return first in {"his", "her", "its", "their"} and any(w in forces or w.removesuffix("s") in forces for w in others)


def _is_told(maker: Actor) -> bool:
    """Whether a maker has no name, and its state by the text's own words: "from a NORWEGIAN yard"."""
    return not maker.country_guessed and maker.name.split()[0].lower() in {"a", "an", "one", "the"}


def _made_at_home(frame: Frame, sides: Sides) -> bool:
    """Whether a state gets what it makes itself, from nobody else: "The FRENCH navy will receive six RAFALES"."""
    made = makers_of(item.designation or "" for item in frame.items)
    gets = countries_of(sides.recipients)
    named = frame.suppliers or frame.sources or frame.parties
    return bool(made) and not named and not sides.suppliers and None not in gets and gets <= made
