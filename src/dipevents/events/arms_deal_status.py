"""How far a deal has come: the shared phase of its trigger, read with what the trigger and its governors mean.

sold, delivered, "arms sales to"                  delivered
ordered, a contract, "agreed to sell", will give  agreed
offered, requests, talks, "plans to buy"          negotiating
may sell, fears that, needs                       possible
refused, cancelled, vetoed, denied                denied; but a stop that is only demanded leaves the deal as it is
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal_frame import words_of
from dipevents.events.status import Phase, Status, read_status
from dipevents.models.arms_deal import DealStatus
from dipevents.reading.clauses import governor, is_negated

if TYPE_CHECKING:
    from dipevents.events.arms_deal_frame import Frame
    from dipevents.reading.sentence import Word

__all__ = ["governors", "read_deal_status"]

DEPTH = 4


def read_deal_status(frame: Frame) -> tuple[DealStatus, Status]:
    """The status of a frame's deal and the phase, with its cue, that decided it."""
    found = read_status(frame.trigger)
    base = _base(frame)
    above = governors(frame.trigger)
    cue = found.cue[0] if found.cue else None
    carrier = [frame.trigger.head] if frame.trigger.dep in {"nsubj", "nsubjpass"} else []
    refusing = next((w for w in (frame.trigger, *carrier, *above) if _refuses(w)), None) or _disowned(frame.trigger)
    if refusing is not None:
        return DealStatus.DENIED, Status(Phase.DENIED, (refusing,))
    if cue is not None and found.phase is Phase.POSSIBLE and _is(cue, "welcomed"):
        found = Status(Phase.HAPPENED)
    if frame.kind == "stop":
        lifted = frame.beside is not None and _is(frame.beside, "lifted") and found.phase is not Phase.DENIED
        return (DealStatus.POSSIBLE if lifted else base), found
    ending = frame.beside if frame.beside is not None and _is(frame.beside, "ended") else None
    if ending is not None and frame.trigger.dep in {"dobj", "nsubjpass"} and not _only_demanded(ending):
        return DealStatus.DENIED, Status(Phase.DENIED, (ending,))
    if found.phase is Phase.DENIED:
        if cue is not None and cue.is_verb and _only_demanded(cue):
            return base, Status(Phase.HAPPENED)
        return DealStatus.DENIED, found
    if found.phase is Phase.NEGOTIATING:
        return DealStatus.NEGOTIATING, found
    if found.phase is Phase.POSSIBLE:
        return _possible(cue, above, base), found
    if found.phase is Phase.PLANNED:
        return _planned(frame.trigger, cue, above, base), found
    return _happened(frame, above, base)


def _planned(trigger: Word, cue: Word | None, above: list[Word], base: DealStatus) -> DealStatus:
    """Agreed where words bind ("will sell"), not where they only plan ("plans to sell", "the proposal would")."""
    if base is DealStatus.NEGOTIATING and cue is not None and _is(cue, "guessed"):
        return DealStatus.POSSIBLE
    if base is DealStatus.NEGOTIATING or (cue is not None and _is(cue, "sought")):
        return DealStatus.NEGOTIATING
    if cue is not None and cue.lower in {"would", "'d", "’d"}:
        if not trigger.is_verb and trigger.dep == "nsubj":
            return base  # "the purchase would swallow the budget"
        reported = trigger.is_verb and trigger.dep == "ccomp" and _is(trigger.head, "announcing")
        return DealStatus.AGREED if reported else DealStatus.NEGOTIATING
    return DealStatus.NEGOTIATING if above and _is(above[0], "sought") else DealStatus.AGREED


def _disowned(trigger: Word) -> Word | None:
    """The verb that says a report is not so: "denied reports that it had sold", "reports … were dismissed"."""
    if trigger.dep not in {"ccomp", "acl", "relcl", "pobj", "pcomp"}:
        return None
    noun = trigger.head.head if trigger.head.dep == "prep" else trigger.head
    if noun.pos != "NOUN" or not _is(noun, "claims"):
        return None
    verb = governor(noun)
    return verb if verb is not None and _is(verb, "disowned") and noun.dep in {"dobj", "nsubjpass", "pobj"} else None


def _refuses(word: Word) -> bool:
    particles = (c.lower for c in word.children if c.dep in {"prt", "prep", "advmod"} and c.i > word.i)
    if not word.is_verb:
        return False
    if any(c.lower == "longer" and any(d.lower == "no" for d in c.children) for c in word.children):
        return True
    if any(
        c.dep == "prep" and c.lower == "on" and any(p.lemma in {"ice", "hold"} for p in c.children)
        for c in word.children
    ):
        return True  # "put the sale on hold"
    if word.lemma == "be" and any(c.dep == "acomp" and c.lower in {"dead", "off", "void"} for c in word.children):
        return True
    return any(f"{word.lemma} {particle}" in words_of("status", "refused") for particle in particles)


def _is(word: Word, table: str) -> bool:
    return word.lemma in words_of("status", table) or word.lower in words_of("status", table)


def _base(frame: Frame) -> DealStatus:
    if frame.key == "sale" and frame.trigger.tag == "NNS":
        return DealStatus.DELIVERED
    for status in (DealStatus.AGREED, DealStatus.NEGOTIATING, DealStatus.POSSIBLE):
        if frame.key in words_of("status", status.value):
            return status
    if frame.kind in {"stop", "withhold"}:
        return DealStatus.DENIED
    if frame.kind == "make":
        return DealStatus.AGREED
    return DealStatus.DELIVERED


def governors(word: Word) -> list[Word]:
    """The words above a trigger as far as they take it as their content, the nearest first."""
    found: list[Word] = []
    current = word
    for _ in range(DEPTH):
        infinitive = any(c.lower == "to" and c.dep == "aux" for c in current.children)
        if infinitive and current.dep in {"advcl", "relcl", "acl"}:
            pass
        elif current.dep not in {
            "xcomp",
            "ccomp",
            "pcomp",
            "acl",
            "pobj",
            "dobj",
            "nsubjpass",
            "compound",
            "conj",
            "prep",
        }:
            break
        if current.dep == "ccomp" and not infinitive:
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
    return any(_is(above, "demand") and not is_negated(above) for above in governors(cue)[:2])


def _possible(cue: Word | None, above: list[Word], base: DealStatus) -> DealStatus:
    if cue is not None and _is(cue, "guessed"):
        return DealStatus.POSSIBLE
    if base is DealStatus.NEGOTIATING or (cue is not None and _is(cue, "sought")):
        return DealStatus.NEGOTIATING
    if any(_is(word, "sought") for word in above[:2]):
        return DealStatus.NEGOTIATING
    return DealStatus.POSSIBLE


def _happened(frame: Frame, above: list[Word], base: DealStatus) -> tuple[DealStatus, Status]:
    plain = Status(Phase.HAPPENED)
    if base is DealStatus.NEGOTIATING and frame.beside is not None and _is(frame.beside, "granted"):
        return DealStatus.AGREED, Status(Phase.HAPPENED, (frame.beside,))
    if base is DealStatus.AGREED:
        if above and above[0].pos == "ADJ" and _is(above[0], "sought"):
            return DealStatus.NEGOTIATING, Status(Phase.HAPPENED, (above[0],))  # "are close to a deal"
        striking = next((w for w in (frame.trigger, *above[:2]) if w.is_verb and _is(w, "struck")), None)
        return base, Status(Phase.HAPPENED, (striking,)) if striking is not None else plain
    if base is DealStatus.DELIVERED and not any(w.lemma in words_of("going_on") for w in above[:2]):
        for word in above[:3]:
            if _is(word, "struck"):
                return DealStatus.AGREED, Status(Phase.HAPPENED, (word,))
            if _is(word, "sought") and (word.pos == "NOUN" or frame.trigger.is_verb):
                return DealStatus.NEGOTIATING, Status(Phase.HAPPENED, (word,))
    return base, plain
