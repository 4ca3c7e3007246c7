"""When two statements tell of one deal, and what the joined deal keeps.

One deal: the same supplier, the same recipient, the same equipment. A side or equipment that one of the two leaves out
or words in general ("the arms", "the aircraft") does not part them; another number, type or state does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.arms_deal_counts import ORDINALS
from dipevents.events.arms_deal_lexicon import words_of
from dipevents.events.merge import union, with_evidence
from dipevents.mentions.amounts import number_in_words
from dipevents.models.arms_deal import ArmsDeal, ArmsItem, DealStatus

if TYPE_CHECKING:
    from dipevents.mentions.equipment import Equipment
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.models.event_date import EventDate

__all__ = [
    "alike",
    "is_count",
    "is_further",
    "item_at",
    "join_deals",
    "same_deal",
    "same_things",
    "with_halts",
    "with_headlines",
    "years_apart",
]

FURTHER = frozenset({"more", "another", "additional", "further", "second", "third", "extra", "new"})
SHARES = frozenset({"first", "last", "initial", "final", "remaining"})
OF_THEM = (" of them", " of these", " of those")
FIRMNESS = [
    DealStatus.POSSIBLE,
    DealStatus.NEGOTIATING,
    DealStatus.AGREED,
    DealStatus.DELIVERED,
    DealStatus.DENIED,
]


def item_at(mentions: Mentions, item: Equipment) -> ArmsItem:
    """Equipment as a deal keeps it, with its place in the text."""
    return ArmsItem(
        text=item.text,
        designation=item.designation,
        category=item.category,
        quantity=item.quantity,
        evidence=mentions.word_evidence(item.first, item.last),
    )


def same_deal(a: ArmsDeal, b: ArmsDeal) -> bool:
    """Whether two deals of one article are one."""
    suppliers, recipients = _shared(a.suppliers, b.suppliers), _shared(a.recipients, b.recipients)
    if a.recipients and b.recipients and _codes(a.recipients) != _codes(b.recipients) and recipients:
        return False
    if years_apart(a.when, b.when) or _at_odds(a, b):
        return False
    if suppliers and recipients:
        return _same_items(a.items, b.items)
    open_supplier, open_recipient = not a.suppliers or not b.suppliers, not a.recipients or not b.recipients
    if (a.status is DealStatus.DENIED) != (b.status is DealStatus.DENIED) and not _same_type(a, b):
        return False
    if (suppliers and open_recipient) or (recipients and open_supplier):
        return not (a.items or b.items) or any(alike(x, y) for x in a.items for y in b.items)
    return False


def _same_type(a: ArmsDeal, b: ArmsDeal) -> bool:
    return any(x.designation and y.designation and _same_item(x, y) for x in a.items for y in b.items)


def same_things(a: ArmsDeal, b: ArmsDeal) -> bool:
    """Whether two statements of one sentence share the very words for the equipment, between sides that agree."""
    spans = {(i.evidence.start, i.evidence.end) for i in a.items if i.evidence is not None}
    if not spans & {(i.evidence.start, i.evidence.end) for i in b.items if i.evidence is not None}:
        return False
    if {x.name for x in a.suppliers} & {x.name for x in b.recipients} or {x.name for x in b.suppliers} & {
        x.name for x in a.recipients
    }:
        return False  # "weapons supplied to the army have been sold on"
    return _agree(a.suppliers, b.suppliers) and _agree(a.recipients, b.recipients)


def _agree(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    return not a or not b or _shared(a, b)


def _at_odds(a: ArmsDeal, b: ArmsDeal) -> bool:
    """Whether one is past supply and the other a deal to come, or one says "more" of what the other has told."""
    if {a.status, b.status} == {DealStatus.NEGOTIATING, DealStatus.AGREED}:
        counted = [any(i.quantity for i in deal.items) for deal in (a, b)]
        if counted[0] != counted[1]:
            return True
    open_status = {DealStatus.NEGOTIATING, DealStatus.POSSIBLE}
    if {a.status, b.status} & open_status and DealStatus.DELIVERED in {a.status, b.status}:
        return True
    if DealStatus.DELIVERED in {a.status, b.status} and a.status != b.status and _general(a) != _general(b):
        return True
    one_denied = (a.status is DealStatus.DENIED) != (b.status is DealStatus.DENIED)
    if one_denied and _certain(a) != _certain(b) and (_general(a) or _general(b)):
        return True  # weapons that are released, and 28 jets that are not
    option = a.evidence == b.evidence and not any(i.text.lower().split()[0] in FURTHER for i in b.items)
    return any(is_further(i) for i in b.items) and not option and not any(is_further(i) for i in a.items)


def is_further(item: ArmsItem) -> bool:
    """Whether an item adds to what was told: "another twelve", "four more", "a fourth"."""
    words = item.text.lower().split()
    return words[0] in FURTHER or words[-1] in {"more", *ORDINALS}


def _certain(deal: ArmsDeal) -> bool:
    """Whether a deal tells types or numbers."""
    return any(i.quantity is not None or i.designation is not None for i in deal.items)


def _general(deal: ArmsDeal) -> bool:
    """Whether a deal speaks of arms in general: no type, no number."""
    return all(
        i.quantity is None and i.designation is None and i.text.lower().split()[-1] in words_of("general")
        for i in deal.items
    )


def alike(a: ArmsItem, b: ArmsItem) -> bool:
    """Whether two items are called alike: enough to join deals of which one leaves a side out."""
    if not _same_item(a, b):
        return False
    if (a.designation and b.designation) or _is_share(a, b):
        return True
    if a.category == b.category != "Other" and (len(a.text.split()) == 1 or len(b.text.split()) == 1):
        return True  # "24 F-16 aircraft" and "the planes"
    return a.text.lower().split()[-1].removesuffix("s") == b.text.lower().split()[-1].removesuffix("s")


def _codes(actors: tuple[Actor, ...]) -> set[str]:
    return {a.country for a in actors if a.country}


def _shared(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    codes = {x.country for x in a if x.country} & {x.country for x in b if x.country}
    return bool(codes) or bool({x.name for x in a} & {x.name for x in b})


def years_apart(a: EventDate | None, b: EventDate | None) -> bool:
    """Whether two dates lie in different years."""
    if a is None or b is None or a.latest is None or b.earliest is None or a.earliest is None or b.latest is None:
        return False
    return a.latest.year < b.earliest.year or b.latest.year < a.earliest.year


def _same_items(a: tuple[ArmsItem, ...], b: tuple[ArmsItem, ...]) -> bool:
    if not a or not b:
        return True
    return any(_same_item(x, y) for x in a for y in b)


def _same_item(a: ArmsItem, b: ArmsItem) -> bool:
    if a.quantity is not None and b.quantity is not None and a.quantity != b.quantity and not _is_share(a, b):
        return False
    if a.designation and b.designation:
        return _names_one(_plain(a.designation), _plain(b.designation))
    if a.category == b.category:
        return True
    return a.category in {"Other", None} or b.category in {"Other", None}


def _names_one(a: str, b: str) -> bool:
    """Whether one designation is the other with its variant or its maker: "T-72B", "Sukhoi Su-35"."""
    short, long = sorted((a, b), key=len)
    return long.startswith(short) or long.endswith(short)


def is_count(item: ArmsItem) -> bool:
    """Whether an item is a number of things told before: "five", "3,000 of them", "four more", "Iranian ones"."""
    words = item.text.lower().split()
    last = words[-1]
    number = last.replace(",", "").isdigit() or number_in_words(last) is not None
    return (
        number or last in {"them", "these", "those", "more", "ones", *ORDINALS} or last in words_of("grammar", "counts")
    )


def _is_share(a: ArmsItem, b: ArmsItem) -> bool:
    """Whether one counts a part of the other: "36 tanks" and "the first eight vehicles"."""
    return any(
        (i.text.lower().split()[0] in SHARES or i.text.lower().endswith(OF_THEM))
        and (i.quantity or 0) < (whole.quantity or 0)
        for i, whole in ((a, b), (b, a))
    )


def _plain(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def join_deals(a: ArmsDeal, b: ArmsDeal) -> ArmsDeal:
    """The earlier deal with what the later one adds; the firmer status counts, with its date."""
    later = FIRMNESS.index(b.status) > FIRMNESS.index(a.status)
    if {a.status, b.status} == {DealStatus.NEGOTIATING, DealStatus.AGREED}:
        # a bare "the deal" does not make what is said to be negotiated agreed
        agreed = b if b.status is DealStatus.AGREED else a
        later = (agreed is b) == (agreed.status_evidence is not None)
    firm, loose = (b, a) if later else (a, b)
    ordered = a.ordered or b.ordered
    return replace(
        a,
        suppliers=union(a.suppliers, b.suppliers),
        recipients=union(a.recipients, b.recipients),
        items=_items(a.items, b.items),
        value=a.value or b.value,
        when=(ordered if firm.status is DealStatus.AGREED else None) or firm.when or loose.when,
        ordered=ordered,
        delivered=a.delivered or b.delivered,
        status=firm.status,
        status_evidence=firm.status_evidence,
    )


def with_halts(halts: list[ArmsDeal], deals: list[ArmsDeal]) -> list[ArmsDeal]:
    """The deals of the text with those halts, which name no goods, that no denied deal between the same sides tells."""
    denied = [d for d in deals if d.status is DealStatus.DENIED]
    alone = [
        h
        for h in halts
        if not any(_shared(h.suppliers, d.suppliers) and _shared(h.recipients, d.recipients) for d in denied)
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
    if not all(_agree(a, b) for a, b in sides) or not any(_shared(a, b) for a, b in sides):
        return False
    typed = [i for i in headline.items if i.designation]
    theirs = [i for i in deal.items if i.designation]
    return not typed or not theirs or any(_same_item(x, y) for x in typed for y in theirs)


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


def _items(a: tuple[ArmsItem, ...], b: tuple[ArmsItem, ...]) -> tuple[ArmsItem, ...]:
    """All items, each thing once: the wording that tells most, in the place of the first."""
    kept = list(a)
    for item in b:
        for at, old in enumerate(kept):
            if _one_thing(old, item):
                kept[at] = max(old, item, key=_telling)
                break
        else:
            kept.append(item)
    return tuple(kept)


def _one_thing(a: ArmsItem, b: ArmsItem) -> bool:
    """Whether two items word one thing: one's words are in the other's, or the types are the same."""
    if _is_share(a, b) and _same_item(a, b):
        return True
    mine, theirs = set(a.text.lower().split()), set(b.text.lower().split())
    if mine <= theirs or theirs <= mine:
        return True
    if a.quantity is not None and b.quantity is not None and a.quantity != b.quantity:
        return False
    if a.designation and b.designation:
        return _plain(a.designation) == _plain(b.designation)
    return a.category == b.category != "Other" and min(len(mine), len(theirs)) == 1


def _telling(item: ArmsItem) -> tuple[bool, bool, bool, int]:
    share = item.text.lower().split()[0] in SHARES
    return item.quantity is not None, not share, item.designation is not None, len(item.text)
