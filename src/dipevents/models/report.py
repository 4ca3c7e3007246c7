"""What reading one article gives."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from pydantic import SerializeAsAny

from dipevents.models.actor import Actor
from dipevents.models.arms_deal import ArmsDeal
from dipevents.models.event import Event
from dipevents.models.evidence import Evidence
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.record import Words, record
from dipevents.models.visit import Visit
from dipevents.models.warning import Warning

__all__ = ["Report", "Unread"]

E = TypeVar("E", bound=Event)


@record
class Unread:
    """A stretch of the article that could not be read, and why."""

    evidence: Evidence
    reason: str


@record
class Report:
    """The facts of one article.

    Attributes:
        text: The article, letter for letter.
        published: Its publication day, or None.
        title: Its title, or None.
        source: Who published it, or None.
        url: Where, or None.
        actors: Everybody named in it, in order of first mention.
        events: All events, in text order.
        unread: Stretches that could not be read, with the reason, in text order.
    """

    text: Words = ""
    published: date | None = None
    title: Words | None = None
    source: Words | None = None
    url: Words | None = None
    actors: tuple[Actor, ...] = ()
    events: tuple[SerializeAsAny[Event], ...] = ()
    unread: tuple[Unread, ...] = ()

    def of_type(self, kind: type[E]) -> tuple[E, ...]:
        """The events of one type, in text order; an empty tuple where there are none."""
        return tuple(e for e in self.events if isinstance(e, kind))

    @property
    def visits(self) -> tuple[Visit, ...]:
        """The visits, in text order."""
        return self.of_type(Visit)

    @property
    def warnings(self) -> tuple[Warning, ...]:
        """The warnings, in text order."""
        return self.of_type(Warning)

    @property
    def arms_deals(self) -> tuple[ArmsDeal, ...]:
        """The arms deals, in text order."""
        return self.of_type(ArmsDeal)

    @property
    def opinions(self) -> tuple[ExpertOpinion, ...]:
        """The expert opinions, in text order."""
        return self.of_type(ExpertOpinion)
