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

    Headlines are short and general ("Rome frees boats for Lima and Quito"): shared sides are enough where no deal is
    of the very kind of goods.
    """
    kept = list(deals)
    alone: list[ArmsDeal] = []
    for headline in headlines:
        headed = [at for at, deal in enumerate(kept) if _headed_by(headline, deal)]
        meant = [at for at in headed if _of_one_kind(headline, kept[at])] or headed
        for at in meant:
            one = headline if at == meant[0] else replace(headline, value=None)
            kept[at] = with_evidence(_filled(kept[at], one), kept[at], headline)
        if not meant:
            alone.append(headline)
    return sorted([*alone, *kept], key=lambda d: d.start)


def _of_one_kind(headline: ArmsDeal, deal: ArmsDeal) -> bool:
    """Whether both are of one type, or of one kind of goods other than arms in general."""
    return any(x.category == y.category != "Other" and same_item(x, y) for x in headline.items for y in deal.items)


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
