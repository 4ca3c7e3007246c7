"""What stands beside the deals of a text: its headlines, and halts that name no goods."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.arms_deal.likeness import same_item
from dipevents.events.arms_deal.merge import agree, shared
from dipevents.events.merge import with_evidence
from dipevents.models.arms_deal import DealStatus

if TYPE_CHECKING:
    from dipevents.models.arms_deal import ArmsDeal

__all__ = ["with_halts", "with_headlines"]


def with_halts(halts: list[ArmsDeal], deals: list[ArmsDeal]) -> list[ArmsDeal]:
    """The deals of the text with those halts, which name no goods, that no denied deal between the same sides tells."""
    denied = [d for d in deals if d.status is DealStatus.DENIED]
    alone = [
        h
        for h in halts
        if not any(shared(h.suppliers, d.suppliers) and shared(h.recipients, d.recipients) for d in denied)
    ]
    return sorted([*deals, *alone], key=lambda d: d.start)


def with_headlines(headlines: list[ArmsDeal], deals: list[ArmsDeal]) -> list[ArmsDeal]:
    """The deals of the text with what headlines say of them; a headline that the text does not take up stays by itself.

    Headlines are short and general ("Rome frees boats for Lima and Quito"): shared sides are enough.
    """
    kept = list(deals)
    alone: list[ArmsDeal] = []
    for headline in headlines:
        taken_up = False
        for at, deal in enumerate(kept):
            if _headed_by(headline, deal):
                kept[at] = with_evidence(_filled(deal, headline), deal, headline)
                taken_up = True
        if not taken_up:
            alone.append(headline)
    return sorted([*alone, *kept], key=lambda d: d.start)


def _headed_by(headline: ArmsDeal, deal: ArmsDeal) -> bool:
    sides = ((headline.suppliers, deal.suppliers), (headline.recipients, deal.recipients))
    one = all(agree(a, b) for a, b in sides) and any(shared(a, b) for a, b in sides)
    crossed = shared(headline.suppliers, deal.recipients) and shared(headline.recipients, deal.suppliers)
    if not (one or (crossed and headline.status is deal.status)):  # "Oslo cancels CHAD TANK DEAL", of tanks for Chad
        return False
    typed = [i for i in headline.items if i.designation]
    theirs = [i for i in deal.items if i.designation]
    return not typed or not theirs or any(same_item(x, y) for x in typed for y in theirs)


def _filled(deal: ArmsDeal, headline: ArmsDeal) -> ArmsDeal:
    """The deal with a side, equipment or date that only the headline names, where the headline names one alone."""
    return replace(
        deal,
        suppliers=deal.suppliers or (headline.suppliers if len(headline.suppliers) == 1 else ()),
        recipients=deal.recipients or (headline.recipients if len(headline.recipients) == 1 else ()),
        items=deal.items or headline.items,
        value=deal.value or headline.value,
        when=deal.when or headline.when,
    )
