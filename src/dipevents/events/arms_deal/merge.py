"""When two statements tell of one deal, and what the joined deal keeps.

One deal: the same supplier, the same recipient, the same equipment. A side or equipment that one of the two leaves out
or words in general ("the arms", "the aircraft") does not part them; another number, type or state does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.arms_deal.counts import is_count, part_of, uncounted
from dipevents.events.arms_deal.frame import holders
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.likeness import (
    FURTHER,
    SHARES,
    alike,
    is_further,
    is_general,
    is_share,
    plain,
    same_item,
    same_items,
)
from dipevents.events.arms_deal.lots import is_lot_of
from dipevents.events.arms_deal.rivals import are_rivals, is_refused_besides, is_summary
from dipevents.events.arms_deal.standing import is_no_end
from dipevents.events.claims import is_form_of_denial
from dipevents.events.merge import union
from dipevents.mentions.gazetteer import country_of_adjective
from dipevents.models.actor import ActorKind, countries_of
from dipevents.models.arms_deal import ArmsDeal, ArmsItem, DealStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dipevents.mentions.equipment import Equipment
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.models.event_date import EventDate
    from dipevents.reading.sentence import Word

__all__ = [
    "agree",
    "counted_by",
    "is_disowned",
    "is_reverse",
    "item_at",
    "join_deals",
    "same_deal",
    "same_things",
    "shared",
    "years_apart",
]
WANTED = frozenset({"new", "next", "future"})  # said of goods that are to be got
ARMS = frozenset({"armaments", "arms", "weaponry", "weapons"})
"""Words that mean one thing where two sentences use them of one deal."""
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})
OPEN_STATUSES = frozenset({DealStatus.NEGOTIATING, DealStatus.POSSIBLE})
SETTLING = frozenset({DealStatus.NEGOTIATING, DealStatus.AGREED})
FIRMNESS = [DealStatus.POSSIBLE, DealStatus.NEGOTIATING, DealStatus.AGREED, DealStatus.DELIVERED, DealStatus.DENIED]


def item_at(
    mentions: Mentions, item: Equipment, trigger: Word | None = None, status: DealStatus | None = None
) -> ArmsItem:
    """Equipment as a deal keeps it, with its place in the text.

    Args:
        mentions: The article.
        item: The equipment.
        trigger: The word that tells the deal; behind the equipment it tells of all: "lost two of the tanks it BOUGHT".
        status: How far the deal has come; what ends it stands above: "CANCELLED two of the tanks it ordered".
    """
    behind = trigger is not None and status is not DealStatus.DENIED and trigger.is_under(holders([item])[-1])
    return ArmsItem(
        text=item.text,
        designation=item.designation,
        category=item.category,
        quantity=item.quantity,
        part=None if behind else part_of(item),
        evidence=mentions.word_evidence(item.first, item.last),
    )


def same_deal(a: ArmsDeal, b: ArmsDeal, pointing: frozenset[int] = frozenset()) -> bool:
    """Whether two deals of one article are one.

    Args:
        a: The earlier deal.
        b: The later one.
        pointing: Where words end that name goods told before ("the frigates").
    """
    suppliers, recipients = shared(a.suppliers, b.suppliers), shared(a.recipients, b.recipients)
    codes = countries_of(a.recipients), countries_of(b.recipients)
    if all(codes) and codes[0] != codes[1] and recipients:
        return False
    if _means(a, b, pointing) or is_lot_of(a, b) or is_lot_of(b, a):
        return True
    if b.items and (
        (a.suppliers and b.suppliers and not suppliers) or (a.recipients and b.recipients and not recipients)
    ):
        return False
    if _is_needed(a, b) or _is_needed(b, a):
        return True
    if not same_items(a.items, b.items):
        return False
    if _dates_apart(a, b) or _at_odds(a, b) or are_rivals(a, b) or is_refused_besides(a, b) or is_summary(a, b):
        return False
    if suppliers and recipients:
        return True
    open_supplier, open_recipient = not a.suppliers or not b.suppliers, not a.recipients or not b.recipients
    if _never_was(b) and not b.items and (suppliers or recipients):
        return a.status is DealStatus.DELIVERED  # "Chad arms the rebels. 'We do not arm the rebels,' it said."
    one_denied = (a.status is DealStatus.DENIED) != (b.status is DealStatus.DENIED)
    if one_denied and not _is_alleged(a, b) and b.status is not DealStatus.NEGOTIATING:
        return False
    if (suppliers and open_recipient) or (recipients and open_supplier):
        halted = a.evidence == b.evidence and a.status is b.status is DealStatus.DENIED
        return halted or not (a.items or b.items) or any(alike(x, y) for x in a.items for y in b.items)
    return False


def _is_needed(told: ArmsDeal, need: ArmsDeal) -> bool:
    """Whether somebody needs goods whom arms in general may reach: "could sell ARMS to Peru. PERU NEEDS SHELLS."."""
    if need.chance is None or need.suppliers or not (told.suppliers and told.items):
        return False
    still_open = {told.status, need.status} <= OPEN_STATUSES
    return still_open and _general(told) and shared(told.recipients, need.recipients)


def _means(told: ArmsDeal, later: ArmsDeal, pointing: frozenset[int]) -> bool:
    """Whether a later statement only points at the goods of a deal told, between sides that agree."""
    if not later.items or not all(i.evidence is not None and i.evidence.end in pointing for i in later.items):
        return False
    sides = ((told.suppliers, later.suppliers), (told.recipients, later.recipients))
    further = any(is_further(i) and not i.text.lower().startswith("new ") for i in later.items)  # "the new jets"
    if further or not all(agree(x, y) for x, y in sides):
        return False
    goods = tuple(map(uncounted, later.items))  # "two boats, the first of twelve"
    known = sum(shared(x, y) for x, y in sides)
    if known == len(sides):
        return same_items(told.items, goods)
    types = {i.designation for i in told.items}
    typed = any(i.designation and i.designation not in types for i in later.items)  # "gave jets; got THE L-159"
    # "China gave a frigate. Peru had ordered the frigates."
    crossed = not typed and all(bool(x) != bool(y) for x, y in sides)
    vague = words_of("general") | {"ammunition"} if known else frozenset()
    like = all(any(alike(x, y) for x in told.items) or y.text.lower().split()[-1] in vague for y in goods)
    return like and (bool(known) or crossed)


def _dates_apart(a: ArmsDeal, b: ArmsDeal) -> bool:
    """Whether two deals were struck, or carried out, in different years, or one was carried out before the other."""
    if OPEN_STATUSES & {a.status, b.status}:
        return False  # talks last
    early = any(_is_years_before(x.delivered, y.ordered) for x, y in ((a, b), (b, a)))
    return early or years_apart(_struck(a), _struck(b)) or years_apart(a.delivered, b.delivered)


def _struck(deal: ArmsDeal) -> EventDate | None:
    return deal.ordered or (deal.when if deal.delivered is None else None)


def _is_years_before(one: EventDate | None, other: EventDate | None) -> bool:
    if one is None or other is None or one.latest is None or other.earliest is None:
        return False
    return one.latest.year < other.earliest.year


def same_things(a: ArmsDeal, b: ArmsDeal) -> bool:
    """Whether two statements of one sentence share the very words for the equipment, between sides that agree."""
    spans = {(i.evidence.start, i.evidence.end) for i in a.items if i.evidence is not None}
    if not spans & {(i.evidence.start, i.evidence.end) for i in b.items if i.evidence is not None}:
        return False
    if any({s.name for s in x.suppliers} & {r.name for r in y.recipients} for x, y in ((a, b), (b, a))):
        return False  # "weapons supplied to the army have been sold on"
    return agree(a.suppliers, b.suppliers) and agree(a.recipients, b.recipients)


def agree(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    """Whether two sides can be one: one is not told, or they share somebody."""
    return not a or not b or shared(a, b)


def _at_odds(a: ArmsDeal, b: ArmsDeal) -> bool:
    """Whether one is past supply and the other a deal to come, or one says "more" of what the other has told."""
    if _is_alleged(b, a) or (not a.items and _is_alleged(a, b)):
        return False
    counted = any(i.quantity for i in a.items) != any(i.quantity for i in b.items)
    settling = {a.status, b.status} == SETTLING and not (_is_cleared(a) or _is_cleared(b))
    if counted and ((is_disowned(a) and b.status in SETTLING) or settling):
        return True  # "denied having got jets. It has signed for 100."
    if {a.status, b.status} & OPEN_STATUSES and DealStatus.DELIVERED in {a.status, b.status}:
        return True
    if DealStatus.DELIVERED in {a.status, b.status} and a.status != b.status and _general(a) != _general(b):
        return True
    one_denied = (a.status is DealStatus.DENIED) != (b.status is DealStatus.DENIED)
    refused, told = (a, b) if a.status is DealStatus.DENIED else (b, a)
    if one_denied and _general(told) and not _general(refused):
        return True  # weapons that are released, and 28 jets, or missiles, that are not
    option = a.evidence == b.evidence and not any(i.text.lower().split()[0] in FURTHER for i in b.items)
    return any(is_further(i) for i in b.items) and not option and not any(is_further(i) for i in a.items)


def _is_cleared(deal: ArmsDeal) -> bool:
    """Whether somebody only lets a deal pass that is asked for: "CLEARED a sale of jets. Chad has asked for 12."."""
    cue = deal.status_evidence.text.lower() if deal.status_evidence is not None else ""
    leave = words_of("status", "passing") | words_of("status", "notifying")
    return deal.status is DealStatus.AGREED and any(len(w) > 2 and cue.startswith(w[:-1]) for w in leave)


def _is_alleged(denied: ArmsDeal, told: ArmsDeal) -> bool:
    """Whether one says that there was no supply such as the other tells: "Iran armed the rebels. Tehran denies it."."""
    other = any(i.quantity for i in denied.items) and _general(told)  # "sold it arms", but no 40 jets
    return _never_was(denied) and told.status is DealStatus.DELIVERED and not other


def is_disowned(deal: ArmsDeal) -> bool:
    """Whether a deal is told only to be denied ("Oslo DENIED selling Chad tanks"), which tells nothing of others."""
    cue = deal.status_evidence
    return deal.status is DealStatus.DENIED and cue is not None and is_form_of_denial(cue.text.lower())


def _never_was(deal: ArmsDeal) -> bool:
    """Whether a deal is one that somebody says never was, in a word of denial or by a bare negation."""
    negated = deal.status_evidence is not None and deal.status_evidence.text.lower() in NEGATIONS
    negated = negated and deal.status is DealStatus.DENIED and not any(i.quantity for i in deal.items)
    return negated or is_disowned(deal)


def is_reverse(deal: ArmsDeal, other: ArmsDeal) -> bool:
    """Whether the same goods pass the other way between the same sides."""
    like = any(alike(x, y) for x in deal.items for y in other.items)
    return like and shared(deal.suppliers, other.recipients) and shared(deal.recipients, other.suppliers)


def _general(deal: ArmsDeal) -> bool:
    """Whether a deal speaks of arms in general: no type, no number."""
    return all(is_general(item) for item in deal.items)


def shared(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    """Whether two sides share a state or a name."""
    return bool(countries_of(a) & countries_of(b) or {x.name for x in a} & {x.name for x in b})


def years_apart(a: EventDate | None, b: EventDate | None) -> bool:
    """Whether two dates lie in different years."""
    if a is None or b is None or a.latest is None or b.earliest is None or a.earliest is None or b.latest is None:
        return False
    return a.latest.year < b.earliest.year or b.latest.year < a.earliest.year


def join_deals(a: ArmsDeal, b: ArmsDeal) -> ArmsDeal:
    """The earlier deal with what the later one adds; the firmer status counts, with its date."""
    alleged = _is_alleged(b, a) or is_no_end(b, a) or _is_needed(a, b)  # what is alleged stays so
    later = (FIRMNESS.index(b.status) > FIRMNESS.index(a.status) and not alleged) or is_no_end(a, b)
    later = later or _is_needed(b, a)
    if {a.status, b.status} == SETTLING:
        # a bare "the deal" does not make what is said to be negotiated agreed
        agreed = b if b.status is DealStatus.AGREED else a
        later = (agreed is b) == (agreed.status_evidence is not None)
    firm, loose = (b, a) if later else (a, b)
    ordered = a.ordered or b.ordered
    return replace(
        a,
        suppliers=_sides(a.suppliers, b.suppliers),
        recipients=_sides(a.recipients, b.recipients),
        items=counted_by(_items(a.items, b.items), firm.status, (a, b)),
        value=a.value or b.value,
        when=(ordered if firm.status is DealStatus.AGREED else None) or firm.when or loose.when,
        ordered=ordered,
        delivered=a.delivered or b.delivered,
        status=firm.status,
        status_evidence=firm.status_evidence,
    )


def _sides(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """All who stand on a side, a state once: "Nicaragua", and not "Managua" or "the Nicaraguans" beside it."""
    states = {x.country for x in a if x.kind is ActorKind.STATE}
    again = [x for x in b if x.country in states and (x.kind is ActorKind.STATE or _is_of_state(x.name))]
    return union(a, (x for x in b if x not in again))


def _is_of_state(name: str) -> bool:
    """Whether somebody is named by a state alone: "the Nicaraguans", "US officials"."""
    words = name.split()
    return country_of_adjective(name) is not None or (len(words) == 2 and words[1] in {"officials", "officers"})


def _items(a: tuple[ArmsItem, ...], b: tuple[ArmsItem, ...]) -> tuple[ArmsItem, ...]:
    """All items, each thing once: the wording that tells most, in the place of the first."""
    kept = list(a)
    for item in b:
        for at, old in enumerate(kept):
            if _one_thing(old, item):
                kept[at] = old if _are_arms(old, item) else max(old, item, key=_telling)
                break
        else:
            kept.append(item)
    return tuple(kept)


def counted_by(items: Iterable[ArmsItem], status: DealStatus, deals: Iterable[ArmsDeal]) -> tuple[ArmsItem, ...]:
    """Items with the part of them that a status is said of: "bought 36 TANKS. The FIRST EIGHT arrived".

    Args:
        items: The items of a joined deal.
        status: How far it has come.
        deals: What was joined.
    """
    told = [item for deal in deals if deal.status is status for item in deal.items]
    return tuple(replace(item, part=_part(item, told)) for item in items)


def _part(item: ArmsItem, told: Sequence[ArmsItem]) -> int | None:
    counts = [i.part or i.quantity for i in told if i == item or _one_thing(i, item)]
    counted = max((n for n in counts if n is not None), default=0)
    return counted if 0 < counted < (item.quantity or counted + 1) else None


def _one_thing(a: ArmsItem, b: ArmsItem) -> bool:
    """Whether two items word one thing: one's words are in the other's, or the types are the same."""
    if is_share(a, b) and same_item(a, b):
        return True
    if _are_arms(a, b):
        return True
    if is_count(a) != is_count(b) and not (is_further(a) or is_further(b)):
        return a.designation == b.designation  # "742 vehicles", "120 have been shipped"
    mine, theirs = (set(i.text.lower().split()) - WANTED for i in (a, b))  # "its NEW tanks" and "20 tanks"
    if mine <= theirs or theirs <= mine:
        return True
    if a.quantity is not None and b.quantity is not None and a.quantity != b.quantity:
        return False
    if a.designation and b.designation:
        return plain(a.designation) == plain(b.designation)
    return a.category == b.category != "Other" and min(len(mine), len(theirs)) == 1


def _are_arms(a: ArmsItem, b: ArmsItem) -> bool:
    """Whether two words say no more than that it is arms: "U.S. arms" and "U.S. weapons"."""
    words = {i.text.lower().split()[-1] for i in (a, b)}
    return len(words) > 1 and words <= ARMS and is_general(a) and is_general(b)


def _telling(item: ArmsItem) -> tuple[bool, bool, bool, int]:
    share = item.text.lower().split()[0] in SHARES
    return item.quantity is not None, not share, item.designation is not None, len(item.text)
