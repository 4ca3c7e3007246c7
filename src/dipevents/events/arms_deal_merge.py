"""When two statements tell of one deal, and what the joined deal keeps.

One deal: the same supplier, the same recipient, the same equipment. A side or equipment that one of the two leaves out
or words in general ("the arms", "the aircraft") does not part them; another number, type or state does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.merge import union
from dipevents.models.arms_deal import ArmsDeal, DealStatus

if TYPE_CHECKING:
    from dipevents.models.actor import Actor
    from dipevents.models.arms_deal import ArmsItem
    from dipevents.models.event_date import EventDate

__all__ = ["join_deals", "same_deal"]

FIRMNESS = [
    DealStatus.POSSIBLE,
    DealStatus.NEGOTIATING,
    DealStatus.AGREED,
    DealStatus.DELIVERED,
    DealStatus.DENIED,
]


def same_deal(a: ArmsDeal, b: ArmsDeal) -> bool:
    """Whether two deals of one article are one."""
    if not (_compatible(a.suppliers, b.suppliers) and _compatible(a.recipients, b.recipients)):
        return False
    if not (_shared(a.suppliers, b.suppliers) or _shared(a.recipients, b.recipients)):
        return False
    if _years_apart(a.when, b.when):
        return False
    return _same_items(a.items, b.items)


def _compatible(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    return not a or not b or _shared(a, b)


def _shared(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    codes = {x.country for x in a if x.country} & {x.country for x in b if x.country}
    return bool(codes) or bool({x.name for x in a} & {x.name for x in b})


def _years_apart(a: EventDate | None, b: EventDate | None) -> bool:
    if a is None or b is None or a.latest is None or b.earliest is None or a.earliest is None or b.latest is None:
        return False
    return a.latest.year < b.earliest.year or b.latest.year < a.earliest.year


def _same_items(a: tuple[ArmsItem, ...], b: tuple[ArmsItem, ...]) -> bool:
    if not a or not b:
        return True
    return any(_same_item(x, y) for x in a for y in b)


def _same_item(a: ArmsItem, b: ArmsItem) -> bool:
    if a.quantity is not None and b.quantity is not None and a.quantity != b.quantity:
        return False
    if a.designation and b.designation:
        return _plain(a.designation).startswith(_plain(b.designation)) or _plain(b.designation).startswith(
            _plain(a.designation)
        )
    if a.category == b.category:
        return True
    return a.category in {"Other", None} or b.category in {"Other", None}


def _plain(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def join_deals(a: ArmsDeal, b: ArmsDeal) -> ArmsDeal:
    """The earlier deal with what the later one adds; the firmer status counts, with its date."""
    later = FIRMNESS.index(b.status) > FIRMNESS.index(a.status)
    firm, loose = (b, a) if later else (a, b)
    return replace(
        a,
        suppliers=_side(a.suppliers, b.suppliers),
        recipients=_side(a.recipients, b.recipients),
        items=_items(a.items, b.items),
        value=a.value or b.value,
        when=firm.when or loose.when,
        ordered=a.ordered or b.ordered,
        delivered=a.delivered or b.delivered,
        status=firm.status,
        status_evidence=firm.status_evidence,
    )


def _side(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> tuple[Actor, ...]:
    return union(a, b)


def _items(a: tuple[ArmsItem, ...], b: tuple[ArmsItem, ...]) -> tuple[ArmsItem, ...]:
    kept = list(a)
    for item in b:
        words = set(item.text.lower().split())
        for at, old in enumerate(kept):
            mine = set(old.text.lower().split())
            if words <= mine:
                break
            if mine < words:
                kept[at] = item
                break
        else:
            kept.append(item)
    return tuple(kept)
