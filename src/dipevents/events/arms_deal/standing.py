"""Deals that stand whatever is said against them, and ends that are none.

denied that it would scrap the sale; others oppose it; dismissed concerns over it    it stands
has NOT stopped selling; REJECTED calls to halt; shows NO sign of halting            its end is none
PERU's cancellation of an order from Oslo; PERU scrapped jets ordered from it        who undoes it is its other side
could not CONFIRM reports that it sold jets                                          nobody knows
denied signing a contract, and talks go on                                           what was open stays so
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.frame import is_in, parties_in
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.papers import is_spurned, paper_before
from dipevents.events.arms_deal.settled import settled
from dipevents.events.claims import called_untrue, denying, is_claim, is_denial, report_of
from dipevents.events.status import Phase, Status, read_status
from dipevents.models.arms_deal import DealStatus
from dipevents.reading.clauses import clause, governor, is_negated, verb_above

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.arms_deal.frame import Frame, Goods
    from dipevents.models.arms_deal import ArmsDeal
    from dipevents.reading.sentence import Word

__all__ = ["is_no_end", "standing", "with_undoer"]

HELD = frozenset({"xcomp", "ccomp", "pcomp", "acl", "pobj", "dobj", "nsubjpass", "prep"})
"""Relations by which a word takes another as its content, phrases included."""
DEPTH = 3
"""Nouns between a deal and the report of it: "REPORTS of PLANS to sell"."""


def with_undoer(frame: Frame, goods: Goods) -> Frame:
    """The frame with who undoes its deal as the side that it lacks: "PERU's cancellation of an order from Oslo"."""
    get, give = frame.recipients or frame.takers, frame.suppliers or frame.sources
    if (get and give) or frame.parties or not (get or give or frame.kind == "give"):
        return frame
    noun = frame.trigger
    for _ in range(DEPTH):
        if noun.dep not in HELD or (above := governor(noun)) is None:
            break
        own = above.is_noun and above.lemma in words_of("grammar", "duties")
        taken = noun.dep == "dobj" or noun.head.lower == "of"  # "SCRAPPED (six of the) jets ordered from Oslo"
        dropped = frame.kind == "order" and taken and above.is_verb and is_in(above, "dropped")
        if own or dropped or (noun.dep == "nsubjpass" and (is_in(above, "undone") or is_in(above, "enders"))):
            own = any(c.dep == "poss" and c.pos == "PRON" for c in frame.trigger.children)  # "dropped ITS order"
            doers = [] if own else parties_in(clause(above).subjects, goods)
            doers = [w for w in doers if w is not noun and w not in (get or give)]
            frame.suppliers, frame.recipients = (frame.suppliers, doers) if give else (doers, frame.recipients)
            frame.deciding = not give
            break
        noun = above
    return frame


def standing(frame: Frame, found: Status, base: DealStatus, above: Sequence[Word]) -> tuple[DealStatus, Status] | None:
    """The status of a deal whose end is denied, or against which others only speak; None where neither is told."""
    trigger, cue = frame.trigger, found.cue[0] if found.cue else None
    if (sign := settled(frame, found, base)) is not None:
        return sign
    if (unproven := _unproven(trigger)) is not None:
        return DealStatus.POSSIBLE, Status(Phase.POSSIBLE, (unproven,))
    if cue is not None and cue.lemma == "oppose" and trigger.is_noun and frame.suppliers and not is_negated(cue):
        others = all(w not in frame.suppliers and w not in frame.recipients for w in clause(cue).subjects)
        return (base, Status(Phase.HAPPENED)) if others else None  # "China opposes U.S. arms sales"
    if any(w.is_noun and is_in(w, "complaints") and is_spurned(w) for w in above[:1]):
        planned = any(c.lower in {"planned", "proposed", "possible"} for c in trigger.children)
        return DealStatus.NEGOTIATING if planned else base, Status(Phase.HAPPENED)
    ending = next((w for w in above[:2] if is_in(w, "enders") or (w.is_verb and is_in(w, "undone"))), None)
    ended = ending is None or is_negated(trigger) or not (is_disowned(ending) or is_kept_from(ending))
    return None if ended else (base, Status(Phase.HAPPENED))


def _unproven(trigger: Word) -> Word | None:
    """The verb by which a report is not found to be so: "could NOT CONFIRM reports that Oslo had sold"."""
    above = verb_above(trigger) if trigger.is_noun else None  # "reports that it had FLOWN IN three shipments of guns"
    report = report_of(trigger) or (report_of(above) if above is not None else None)
    verb = governor(report) if report is not None and report.dep == "dobj" else None
    if verb is None:
        return None
    neither = any(c.lower == "neither" for w in (verb, verb.head) for c in w.children)
    if verb.dep == "conj" and neither:
        verb = verb.head  # "could NEITHER confirm NOR deny"
    unable = verb.dep == "xcomp" and read_status(verb).phase is Phase.DENIED  # "was UNABLE to verify"
    return verb if is_in(verb, "proving") and (unable or neither or is_negated(verb)) else None


def is_disowned(verb: Word) -> bool:
    """Whether a verb tells what somebody denies: "DENIED that it had scrapped", "REJECTED reports that it was to"."""
    below = verb
    for above in list(verb.ancestors())[: 2 * DEPTH]:
        if below.dep == "conj" and any(c.dep in {"nsubj", "nsubjpass"} for c in below.children):
            return False  # "dismissed the cabinet, and Oslo scrapped it"
        if above.pos == "NOUN":
            return is_claim(above) and bool(called_untrue(above) or denying(above))
        if above.is_verb and is_denial(above):
            return not is_negated(above)
        below = above
    return False


def is_kept_from(ending: Word) -> bool:
    """Whether an end is none: "has NOT stopped selling", "REJECTED calls to halt", "shows NO sign of halting"."""
    if ending.is_verb and is_negated(ending):
        return True
    word = ending
    for _ in range(2 * DEPTH):
        of_paper = word.dep == "relcl" and word.head.lemma in words_of("status", "chances")
        called = paper_before(word)  # "resisted CALLS to halt": the parse hangs the infinitive on the verb above
        if word.dep not in HELD and not of_paper and not (called is not None and is_in(called, "demand")):
            return False
        word = word.head
        if is_in(word, "lifted"):
            return False  # "refused to LIFT its freeze"
        particles = (f"{word.lemma} {c.lower}" for c in word.children if c.dep in {"prt", "advmod"})
        if is_in(word, "spurning") or any(p in words_of("status", "spurning") for p in particles):
            return word.is_verb and not is_negated(word)
        if word.is_noun and any(c.dep == "det" and c.lower == "no" for c in word.children):
            return True
    return False


def is_no_end(denied: ArmsDeal, told: ArmsDeal) -> bool:
    """Whether what one denies ends nothing that the other tells: "his FAILED bid to sell", and profits from the sale.

    Args:
        denied: A deal that may be denied.
        told: What is said of it elsewhere.
    """
    word = denied.status_evidence.text.lower() if denied.status_evidence is not None else ""
    unsigned = word in {"signed", "signing"} and told.status is DealStatus.NEGOTIATING  # "denied SIGNING; talks go on"
    failed = word == "failed" and told.status is DealStatus.DELIVERED
    return denied.status is DealStatus.DENIED and (failed or unsigned or _is_overtaken(denied, told))


def _is_overtaken(denied: ArmsDeal, told: ArmsDeal) -> bool:
    """Whether an end lies years before what is told else: "LIFTED a ban on it. Oslo had BLOCKED the sale in 2010"."""
    if denied.when is None or told.when is None:
        return False
    before, behind = denied.when.latest, told.when.earliest
    return before is not None and behind is not None and before.year < behind.year
