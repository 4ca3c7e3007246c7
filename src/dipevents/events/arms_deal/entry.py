"""A deal that an article has told, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dipevents.models.actor import countries_of
from dipevents.models.arms_deal import ArmsDeal, DealStatus

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["OPEN", "Entry"]

OPEN = frozenset({DealStatus.NEGOTIATING, DealStatus.POSSIBLE})


@dataclass(slots=True)
class Entry:
    """A deal told so far and the number of its sentence."""

    sentence: int
    deal: ArmsDeal

    def distance(self, sentence: int, here: frozenset[str]) -> tuple[bool, int, bool]:
        """How far it is from what a sentence with some states points at."""
        named = countries_of((*self.deal.suppliers, *self.deal.recipients)) & here
        return not (named or self.sentence == sentence), -self.sentence, self.deal.status in OPEN

    def is_before(self, noun: Word) -> bool:
        """Whether the deal is told before a noun, be it in the same sentence: "ordered tanks, but that sale fell"."""
        ends = [item.evidence.end for item in self.deal.items if item.evidence is not None]
        return self.sentence < noun.sentence.i or (bool(ends) and max(ends) < noun.start)
