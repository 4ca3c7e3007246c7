"""Whom "it" means beside a deal told right before, which the text around leaves open.

Russia sold Chad six tanks. China has sold IT ten.         who got the tanks, not who sold them
Israel provided jets to Chad. It has also sold IT boats.   who got the jets
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.arms_deal.merge import shared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.arms_deal.frame import Frame
    from dipevents.models.arms_deal import ArmsDeal
    from dipevents.reading.sentence import Word

__all__ = ["as_meant"]


def as_meant(frame: Frame, deal: ArmsDeal, near: Sequence[ArmsDeal]) -> ArmsDeal:
    """A deal with who is meant by the "it" that receives.

    Args:
        frame: What tells it.
        deal: The deal.
        near: Those told before, the latest last.
    """
    if _is_pronoun(frame.recipients) and (side := next(filter(None, (_gets(deal, d) for d in reversed(near))), None)):
        got = any(shared(d.recipients, deal.recipients) for d in near)
        return deal if got else replace(deal, recipients=side.recipients)
    return deal


def _is_pronoun(words: Sequence[Word]) -> bool:
    return bool(words) and all(w.lower == "it" for w in words)


def _gets(deal: ArmsDeal, told: ArmsDeal) -> ArmsDeal | None:
    """The deal told, if who is said to get things supplied those of it."""
    crossed = shared(deal.recipients, told.suppliers) and not shared(deal.suppliers, told.recipients)
    return told if crossed and told.recipients and deal.suppliers else None
