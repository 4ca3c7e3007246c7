"""Whether the goods of two statements may be the same things: numbers, types and kinds that do not part them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.counts import ORDINALS, is_count, parted_by_number, telling_words
from dipevents.events.arms_deal.lexicon import words_of

if TYPE_CHECKING:
    from dipevents.models.arms_deal import ArmsDeal, ArmsItem

__all__ = [
    "FURTHER",
    "SHARES",
    "alike",
    "is_further",
    "is_general",
    "is_share",
    "may_mean",
    "plain",
    "same_item",
    "same_items",
]

FURTHER = frozenset({"more", "another", "additional", "further", "second", "third", "extra", "new"})
SHARES = frozenset({"first", "last", "initial", "final", "remaining"})
LAUNCHED = frozenset({"Air defence systems", "Artillery"})
"""Categories of what missiles and rockets are fired from."""
HELP = frozenset({"aid", "assistance", "help"})
OF_THEM = (" of them", " of these", " of those", " of the ")


def is_further(item: ArmsItem) -> bool:
    """Whether an item adds to what was told: "another twelve", "four more", "a fourth"."""
    words = item.text.lower().split()
    return not FURTHER.isdisjoint(words[: 2 if item.quantity else 1]) or words[-1] in {"more", *ORDINALS}


def is_general(item: ArmsItem) -> bool:
    """Whether an item only says that it is arms."""
    named = item.quantity is not None or item.designation is not None or item.category not in {None, "Other"}
    return not named and item.text.lower().split()[-1] in words_of("general") | HELP


def may_mean(deal: ArmsDeal, told: ArmsDeal) -> bool:
    """Whether a deal names its equipment by one word alone that may mean what was told: "the vehicles"."""
    kinds = {i.category for i in told.items}
    alone = all(i.quantity is None and i.designation is None and len(i.text.split()) == 1 for i in deal.items)
    return alone and all(i.category in {None, "Other", *kinds} for i in deal.items)


def alike(a: ArmsItem, b: ArmsItem) -> bool:
    """Whether two items are called alike: enough to join deals of which one leaves a side out."""
    if not same_item(a, b):
        return False
    if (a.designation and b.designation) or is_share(a, b) or _fires(a, b) or _fires(b, a):
        return True
    if a.quantity is not None and a.quantity == b.quantity and a.category == b.category != "Other":
        return True  # "two warships" and "the two corvettes"
    if a.category == b.category != "Other" and 1 in {len(telling_words(i)) - bool(i.quantity) for i in (a, b)}:
        return True  # "24 F-16 aircraft" and "the planes", "the USED planes"
    return a.text.lower().split()[-1].removesuffix("s") == b.text.lower().split()[-1].removesuffix("s")


def same_items(a: tuple[ArmsItem, ...], b: tuple[ArmsItem, ...]) -> bool:
    """Whether goods may be the same, as far as both are told."""
    if not a or not b:
        return True
    if len(a) == len(b) == 1:  # nearly always
        x, y = a[0], b[0]
        return same_item(x, y) and not (x.designation and y.designation and (_is_vague(x) or _is_vague(y)))
    named = [tuple(i for i in items if not is_general(i)) for items in (a, b)]
    a, b = named if all(named) else (a, b)  # "arms and bombs" are no jets, though these are arms
    typed = all(any(i.designation for i in items) for items in (a, b))  # "tanks and ammunition" are no Humvees
    return any(
        same_item(x, y) and not (typed and (_is_vague(x) or _is_vague(y))) and not _counts_other(x, y, a, b)
        for x in a
        for y in b
    )


def _counts_other(x: ArmsItem, y: ArmsItem, a: tuple[ArmsItem, ...], b: tuple[ArmsItem, ...]) -> bool:
    """Whether things of which one is not counted are told in other numbers beside: "16 JETS, THE PLANES", "70"."""
    counted, bare, beside = (x, y, b) if x.quantity is not None else (y, x, a)
    others = [i for i in beside if i is not bare and i.category == counted.category and i.quantity is not None]
    return bare.quantity is None and bool(others) and not any(same_item(i, counted) for i in others)


def same_item(a: ArmsItem, b: ArmsItem) -> bool:
    """Whether two items may be one thing: numbers, types and kinds that do not part them."""
    if is_further(a) and a.quantity == b.quantity and b.text.lower().split()[0] in {"first", "initial"}:
        return False  # "ordered SIX MORE. The FIRST SIX have arrived."
    if parted_by_number(a, b) and not is_share(a, b):
        return False
    if a.designation and b.designation:
        called = plain(a.designation) in plain(b.text) or plain(b.designation) in plain(a.text)
        return called or _names_one(plain(a.designation), plain(b.designation))  # "A-29 SUPER TUCANO aircraft"
    if a.category == b.category:
        return not _is_other_stock(a, b)
    if _is_called_alike(a, b) or _is_called_alike(b, a):
        return True
    return _is_vague(a) or _is_vague(b) or _fires(a, b) or _fires(b, a)


def _is_called_alike(bare: ArmsItem, item: ArmsItem) -> bool:
    """Whether a bare noun is that of a longer name: "18 LAUNCHERS", of "288 Chunmoo rocket launchers"."""
    words = [w for w in telling_words(bare) if w not in SHARES]
    last = words[-1] if words else ""
    return bare.designation is None and len(words) - bool(bare.quantity) == 1 and item.text.lower().endswith(last)


def _is_other_stock(a: ArmsItem, b: ArmsItem) -> bool:
    """Whether used things stand beside a number of others: "six patrol vessels", and "a USED corvette"."""
    used, new = (a, b) if a.quantity is None else (b, a)
    old = words_of("used")
    here, there = (not old.isdisjoint(i.text.lower().split()) for i in (used, new))
    return here and not there and used.quantity is None and new.quantity is not None


def _is_vague(item: ArmsItem) -> bool:
    """Whether an item may be of any kind: "weapons", "parts", "batteries"; "rifles" may be no ships."""
    last = item.text.lower().split()[-1]
    vague = words_of("general") | words_of("groups", "vague") | words_of("grammar", "units") | {"vehicle"}
    return item.category is None or (item.category == "Other" and (is_count(item) or bool({last, last[:-1]} & vague)))


def _fires(bare: ArmsItem, system: ArmsItem) -> bool:
    """Whether "the missiles", "launchers" may be a system of them: "S-300", "Polonez launchers"."""
    plain = bare.quantity is None and bare.designation is None and " " not in bare.text
    return plain and bare.category == "Missiles" and system.category in LAUNCHED


def _names_one(a: str, b: str) -> bool:
    """Whether one designation is the other with its variant or its maker: "T-72B", "Sukhoi Su-35"."""
    short, long = sorted((a, b), key=len)
    return long.startswith(short) or long.endswith(short)


def is_share(a: ArmsItem, b: ArmsItem) -> bool:
    """Whether one counts a part of the other: "36 tanks" and "the first eight vehicles"."""
    return any(
        (i.text.lower().split()[0] in SHARES or any(words in i.text.lower() for words in OF_THEM))
        and (i.quantity or 0) < (whole.quantity or 0)
        for i, whole in ((a, b), (b, a))
    )


def plain(text: str) -> str:
    """The letters and digits of a name alone: "f16" of "F-16"."""
    return "".join(c for c in text.lower() if c.isalnum())
