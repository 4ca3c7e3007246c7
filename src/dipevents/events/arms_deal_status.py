"""How far a deal has come: the shared phase of its trigger, read with what the trigger and its governors mean.

    sold, delivered, "arms sales to"                  delivered
    ordered, a contract, "agreed to sell", will give  agreed
    offered, requests, talks, "plans to buy"          negotiating
    may sell, fears that, needs                       possible
    refused, cancelled, vetoed, denied                denied; but a stop that is only demanded leaves the deal as it is
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal_frames import words_of
from dipevents.events.status import Phase, Status, read_status
from dipevents.models.arms_deal import DealStatus
from dipevents.reading.clauses import governor, is_negated

if TYPE_CHECKING:
    from dipevents.events.arms_deal_frames import Frame
    from dipevents.reading.sentence import Word

__all__ = ["read_deal_status"]

DEPTH = 4


def read_deal_status(frame: Frame) -> tuple[DealStatus, Status]:
    """The status of a frame's deal and the phase, with its cue, that decided it."""
    found = read_status(frame.trigger)
    base = _base(frame)
    cue = found.cue[0] if found.cue else None
    above = _governors(frame.trigger)
    if found.phase is Phase.DENIED:
        if cue is not None and cue.is_verb and _only_demanded(cue):
            return base, Status(Phase.HAPPENED)
        return DealStatus.DENIED, found
    if found.phase is Phase.NEGOTIATING:
        return DealStatus.NEGOTIATING, found
    if found.phase is Phase.POSSIBLE:
        return _possible(cue, above, base), found
    if found.phase is Phase.PLANNED:
        if base is DealStatus.NEGOTIATING or (cue is not None and _is(cue, "sought")):
            return DealStatus.NEGOTIATING, found
        return DealStatus.AGREED, found
    return _happened(frame, above, base), found


def _is(word: Word, table: str) -> bool:
    return word.lemma in words_of("status", table) or word.lower in words_of("status", table)


def _base(frame: Frame) -> DealStatus:
    for status in (DealStatus.AGREED, DealStatus.NEGOTIATING, DealStatus.POSSIBLE):
        if frame.key in words_of("status", status.value):
            return status
    if frame.kind == "stop":
        return DealStatus.DENIED
    if frame.kind == "make":
        return DealStatus.AGREED
    return DealStatus.DELIVERED


def _governors(word: Word) -> list[Word]:
    """The words above a trigger as far as they take it as their content, the nearest first."""
    found: list[Word] = []
    current = word
    for _ in range(DEPTH):
        if current.dep not in {"xcomp", "ccomp", "pcomp", "acl", "pobj", "dobj", "nsubjpass", "compound", "conj"}:
            break
        if current.dep == "ccomp" and not any(c.lower == "to" for c in current.children if c.dep == "aux"):
            break
        above = governor(current)
        if above is None:
            break
        found.append(above)
        current = above
    return found


def _only_demanded(cue: Word) -> bool:
    """Whether a stop is asked for, threatened or considered, not carried out: "urged Washington to halt arms sales"."""
    if read_status(cue).phase in {Phase.POSSIBLE, Phase.NEGOTIATING}:
        return True
    return any(_is(above, "demand") and not is_negated(above) for above in _governors(cue)[:2])


def _possible(cue: Word | None, above: list[Word], base: DealStatus) -> DealStatus:
    if cue is not None and _is(cue, "guessed"):
        return DealStatus.POSSIBLE
    if base is DealStatus.NEGOTIATING or (cue is not None and _is(cue, "sought")):
        return DealStatus.NEGOTIATING
    if any(_is(word, "sought") for word in above[:2]):
        return DealStatus.NEGOTIATING
    return DealStatus.POSSIBLE


def _happened(frame: Frame, above: list[Word], base: DealStatus) -> DealStatus:
    if base is DealStatus.DELIVERED:
        for word in above[:3]:
            if _is(word, "struck"):
                return DealStatus.AGREED
            if _is(word, "sought") and (word.pos == "NOUN" or frame.trigger.is_verb):
                return DealStatus.NEGOTIATING
    return base
