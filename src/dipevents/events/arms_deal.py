"""Arms deals: weapons and military equipment that pass, passed, will or may pass from a supplier to a recipient.

Patterns (the words are in `data/arms_deal.toml`, the argument places in `arms_deal_frames.py`):

    Russia sold Iran tanks; the tanks sold by Russia        a verb of giving with its equipment and a party
    Guinea armed the rebels                                 arming needs no equipment
    Iran ordered tanks from Russia; Turkey's S-400 purchase a verb or a noun of getting
    arms shipments to the rebels; US arms sales to Taiwan   a noun with the parties before and behind it
    won an order for, signed a contract with X for          contract frames
    the missiles come from Iran; presents from the US       read from the equipment outward
    Russian-made helicopters                                a supplier where nothing else names one
    talks on, an offer of, a request for, may sell          negotiating or possible
    the deal, the contract, the jets                        further words of a deal told before

What yields nothing: civil goods; equipment that is tested, fired, deployed or shown; arms control; deals without
equipment; equipment without a party; the parties of one state among themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal_frames import read_frame, words_of
from dipevents.events.arms_deal_merge import join_deals, same_deal
from dipevents.events.arms_deal_parties import Sides, is_forces, read_sides
from dipevents.events.arms_deal_status import read_deal_status
from dipevents.events.merge import merge
from dipevents.mentions.amounts import find_amounts
from dipevents.mentions.equipment import find_equipment
from dipevents.mentions.timing import date_of
from dipevents.models.actor import ActorKind
from dipevents.models.arms_deal import ArmsDeal, ArmsItem, DealStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.arms_deal_frames import Frame
    from dipevents.mentions.equipment import Equipment
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.event_date import EventDate
    from dipevents.models.money import Money
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["find_arms_deals"]

ROOM = "arms_deal"
PLATFORMS = frozenset({"Aircraft", "Ships", "Armoured vehicles"})


def find_arms_deals(mentions: Mentions) -> list[ArmsDeal]:
    """The arms deals that an article tells of, in text order."""
    found: list[ArmsDeal] = []
    for sentence in mentions.sentences:
        if sentence.words:
            found.extend(_in_sentence(mentions, sentence))
    return merge(found, same_deal, join_deals)


def _in_sentence(mentions: Mentions, sentence: Sentence) -> list[ArmsDeal]:
    equipment = {item.head.i: item for item in find_equipment(sentence)}
    certain = any(item.use != "dual" for item in equipment.values())
    drafts: list[tuple[Frame, Sides]] = []
    for word in sentence.words:
        frame = read_frame(word, equipment)
        if frame is None:
            continue
        if not frame.items and frame.kind != "arm":
            continue
        sides = read_sides(mentions, frame)
        frame.items = [item for item in frame.items if _counts(item, sides, certain)]
        reason = _why_not(frame, sides)
        if reason is None:
            drafts.append((frame, sides))
        else:
            mentions.skip(word, ROOM, reason)
    return [_deal(mentions, frame, sides, len(drafts)) for frame, sides in drafts]


def _counts(item: Equipment, sides: Sides, certain: bool) -> bool:
    """Whether equipment is military: by itself, or by those who pass it or the sentence around it."""
    if item.use != "dual":
        return True
    forces = any(is_forces(a) for a in (*sides.suppliers, *sides.recipients))
    if item.head.lemma in words_of("groups", "vague") or item.head.lower in words_of("groups", "vague"):
        return forces and item.designation is not None
    return forces or certain


def _why_not(frame: Frame, sides: Sides) -> str | None:
    """Why a frame yields nothing, or None where it yields a deal."""
    if not frame.items and not (frame.kind == "arm" and frame.key != "equip" and sides.recipients):
        return "no military equipment"
    if not sides.suppliers and not sides.recipients:
        return "no party"
    if _domestic(sides):
        return "domestic"
    return _NEEDS[frame.kind](frame, sides) if frame.kind in _NEEDS else (None if not frame.soft or sides.both or _sure(frame) else "no second party")


def _sure(frame: Frame) -> bool:
    return any(item.designation or item.quantity for item in frame.items)


def _domestic(sides: Sides) -> bool:
    """Whether all parties belong to one state; fighters who are no forces of the state may be armed by it."""
    if not sides.both or any(a.kind is ActorKind.GROUP for a in sides.recipients):
        return False
    codes = {a.country for a in (*sides.suppliers, *sides.recipients)}
    return len(codes) == 1 and None not in codes


def _needs_send(frame: Frame, sides: Sides) -> str | None:
    if not sides.recipients:
        return "nobody receives"
    moved = frame.key in {"send", "fly", "dispatch", "despatch", "move", "bring", "deploy", "rush", "carry"}
    if moved and all(item.category in {"Aircraft", "Ships"} for item in frame.items) and not frame.dative:
        return "moved, not given"
    return None if sides.suppliers or _sure(frame) else "no second party"


def _needs_both(frame: Frame, sides: Sides) -> str | None:
    return None if sides.both else "no second party"


def _needs_recipient(frame: Frame, sides: Sides) -> str | None:
    return None if sides.recipients else "nobody receives"


def _needs_ask(frame: Frame, sides: Sides) -> str | None:
    if not sides.recipients:
        return "nobody receives"
    return None if sides.suppliers or _sure(frame) else "no second party"


_NEEDS = {
    "send": _needs_send,
    "come": _needs_both,
    "make": _needs_both,
    "allow": _needs_recipient,
    "stop": _needs_recipient,
    "ask": _needs_ask,
}


def _deal(mentions: Mentions, frame: Frame, sides: Sides, rivals: int) -> ArmsDeal:
    status, phase = read_deal_status(frame)
    when = _when(mentions, frame)
    early = status is not DealStatus.DELIVERED
    return ArmsDeal(
        evidence=(mentions.sentence_evidence(frame.trigger.sentence),),
        when=when,
        suppliers=sides.suppliers,
        recipients=sides.recipients,
        items=tuple(_item(mentions, item) for item in _distinct(frame.items)),
        value=_value(mentions, frame, sides, rivals),
        ordered=when if early else None,
        delivered=None if early else when,
        status=status,
        status_evidence=phase.evidence(mentions),
    )


def _distinct(items: Sequence[Equipment]) -> list[Equipment]:
    return list({item.head.i: item for item in items}.values())


def _item(mentions: Mentions, item: Equipment) -> ArmsItem:
    return ArmsItem(
        text=item.text,
        designation=item.designation,
        category=item.category,
        quantity=item.quantity,
        evidence=mentions.word_evidence(item.first, item.last),
    )


def _when(mentions: Mentions, frame: Frame) -> EventDate | None:
    """The date of the trigger, else of the verb that governs it."""
    return date_of(mentions, frame.trigger) or (date_of(mentions, frame.beside) if frame.beside is not None else None)


def _value(mentions: Mentions, frame: Frame, sides: Sides, rivals: int) -> Money | None:
    """The amount beside the trigger or its equipment; any amount of the sentence where it tells of one deal alone."""
    sentence = frame.trigger.sentence
    countries = {a.country for a in (*sides.suppliers, *sides.recipients) if a.country}
    amounts = find_amounts(mentions.article.text, sentence.body, sentence.end, countries)
    if rivals <= 1:
        return amounts[0] if amounts else None
    anchors: list[Word] = [frame.trigger, *(item.head for item in frame.items)]
    for money in amounts:
        word = sentence.word_at(money.evidence.start) if money.evidence is not None else None
        if word is not None and any(up is anchor for up in word.ancestors() for anchor in anchors):
            return money
    return None
