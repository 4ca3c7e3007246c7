"""Turns of phrase that settle how far a deal has come, whatever tense its verb has.

had NO OBJECTION to Peru's purchase; NOTIFIED Congress that it plans to sell    it may go ahead
will sell tanks to Peru SO THAT Lima CAN send guns to Chad                       it comes with what makes it possible
declined to COMMENT on reports of a sale                                         nobody knows
was CLEARED of supplying rifles                                                  he did not, says the court
IN PLACE OF the jets that Oslo had offered                                       these are turned down
MIGHT TEAR UP an order                                                           an end that is none yet
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from dipevents.events.arms_deal.frame import holders, is_in
from dipevents.events.arms_deal.lexicon import is_phrasal
from dipevents.events.status import Phase, Status, read_status
from dipevents.models.arms_deal import DealStatus
from dipevents.reading.clauses import is_negated

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Frame
    from dipevents.reading.sentence import Word

__all__ = ["settled"]

Sign: TypeAlias = "tuple[DealStatus, Status]"

DEPTH = 8
"""Words between a deal and what is said of it."""
_INSTEAD = frozenset({"instead", "lieu", "place"})


def settled(frame: Frame, found: Status, base: DealStatus) -> Sign | None:
    """The status that a turn of phrase settles, or None where there is none."""
    trigger = frame.trigger
    if (word := _commented(trigger)) is not None:
        told = trigger.is_verb and base is DealStatus.DELIVERED and found.phase is not Phase.PLANNED
        if told:
            return base, Status(Phase.HAPPENED)  # "reports that it HAD SOLD": who reports so says that it has
        return DealStatus.POSSIBLE, Status(Phase.POSSIBLE, (word,))
    if (word := _unopposed(trigger) or _notified(trigger, found)) is not None:
        return DealStatus.AGREED, Status(Phase.HAPPENED, (word,))
    if (word := _instead(frame) or _acquitted(trigger)) is not None:
        return DealStatus.DENIED, Status(Phase.DENIED, (word,))
    return _made_possible(trigger, found) or _may_end(found, base)


def _commented(trigger: Word) -> Word | None:
    """The word for what nobody would say: "declined to COMMENT on reports that Oslo was selling"."""
    comment = next((w for w in islice(trigger.ancestors(), DEPTH) if w.lemma == "comment"), None)
    if comment is None or not trigger.i > comment.i:
        return None
    verb = comment if comment.is_verb else comment.head
    return comment if is_negated(verb) or is_in(verb.head, "silent") else None


def _unopposed(trigger: Word) -> Word | None:
    """The objection that nobody has: "had no OBJECTION to Peru's purchase of jets"."""
    noun = trigger.head.head if trigger.dep == "pobj" and trigger.head.lower == "to" else trigger
    none = noun.lemma == "objection" and any(c.dep == "det" and c.lower == "no" for c in noun.children)
    return noun if none else None


def _notified(trigger: Word, found: Status) -> Word | None:
    """The verb by which a parliament is told of a sale: "NOTIFIED Congress that it plans to sell"."""
    if found.phase is not Phase.PLANNED or not trigger.is_verb:
        return None
    below = trigger
    for above in islice(trigger.ancestors(), 2):
        if below.dep == "ccomp" and is_in(above, "notifying"):
            return above
        below = above
    return None


def _instead(frame: Frame) -> Word | None:
    """The word by which other things are chosen: "IN PLACE OF a plan to buy jets", "INSTEAD of the jets offered"."""
    nouns = {w.i for w in holders(frame.items)}
    above = (w for w in (frame.trigger, *islice(frame.trigger.ancestors(), 3)) if w is frame.trigger or w.is_noun)
    for word in above:
        led = word.dep in {"pcomp", "pobj"} and word.head.lower == "of" and word.head.head.lower in _INSTEAD
        if led and (word.i in nouns or frame.trigger.is_under(word)) and word.i > word.head.head.i:
            return word.head.head
    return None


def _acquitted(trigger: Word) -> Word | None:
    """The verb by which somebody is found not to have done it: "was CLEARED of (a charge of) supplying rifles"."""
    if trigger.dep not in {"pcomp", "pobj"} or trigger.head.lower not in {"in", "of"}:
        return None
    above = trigger.head.head
    if above.lemma in {"charge", "count"} and above.dep == "pobj":
        above = above.head.head
    return above if above.lemma in {"acquit", "clear", "exonerate"} and not is_negated(above) else None


def _made_possible(trigger: Word, found: Status) -> Sign | None:
    """What one deal lets another party pass on: "will sell tanks to Peru SO THAT Lima CAN send guns to Chad"."""
    cue = found.cue[0] if found.cue else None
    purpose = trigger.dep == "advcl" and {"so", "that"} <= {c.lower for c in trigger.children} and trigger.head.is_verb
    if not purpose or cue is None or cue.lower not in {"can", "could"}:
        return None
    main = read_status(trigger.head)
    agreed = main.phase in {Phase.HAPPENED, Phase.PLANNED}
    return (DealStatus.AGREED, Status(Phase.PLANNED, (cue,))) if agreed else None


def _may_end(found: Status, base: DealStatus) -> Sign | None:
    """A deal that somebody might only end: "MIGHT tear up an order for six jets"."""
    cue = found.cue[0] if found.cue else None
    if found.phase is not Phase.POSSIBLE or cue is None or cue.tag != "MD":
        return None
    return (base, Status(Phase.HAPPENED)) if is_phrasal(cue.head, "refused") or is_in(cue.head, "dropped") else None
