"""One room an event type. The table below shows them in the order in which a parser asks them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dipevents.events.arms_deal import find_arms_deals
from dipevents.events.expert_opinion import find_opinions
from dipevents.events.visit import find_visits
from dipevents.events.warning import find_warnings
from dipevents.mentions.mentions import Mentions
from dipevents.models.arms_deal import ArmsDeal
from dipevents.models.event import Event
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.visit import Visit
from dipevents.models.warning import Warning

__all__ = ["ROOMS", "Room"]


@dataclass(frozen=True, slots=True)
class Room:
    """An event type and the function that finds it.

    Attributes:
        kind: The event class.
        find: Gives the events of an article, in text order.
        lexicon: Name of the lexicon in `data/` whose words the skim looks for, or None to have every sentence read.

    Example:
        >>> [room.kind.type_name() for room in ROOMS]
        ['visit', 'warning', 'arms_deal', 'expert_opinion']
        >>> parser = dipevents.Parser(rooms=[room for room in ROOMS if room.kind is Visit])
        >>> len(parser.parse("Lavrov visited Ankara. Iran threatened Israel.").events)
        1
    """

    kind: type[Event]
    find: Callable[[Mentions], Sequence[Event]]
    lexicon: str | None = None


ROOMS: tuple[Room, ...] = (
    Room(Visit, find_visits, "visit"),
    Room(Warning, find_warnings, "warning"),
    Room(ArmsDeal, find_arms_deals, "arms_deal"),
    Room(ExpertOpinion, find_opinions, "expert_opinion"),
)
"""The four rooms, in the order in which a parser asks them."""
