"""How far a deal has come: the shared phase of its trigger, read with what the trigger and its governors mean.

sold, delivered, "arms sales to"                  delivered
ordered, a contract, "agreed to sell", will give  agreed
offered, requests, talks, "plans to buy"          negotiating
may sell, fears that, needs                       possible
refused, cancelled, vetoed, denied                denied; but a stop that is only demanded leaves the deal as it is
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.aside import began_late, is_done, is_secret
from dipevents.events.arms_deal.counts import counting
from dipevents.events.arms_deal.frame import holders, is_in
from dipevents.events.arms_deal.lexicon import is_phrasal, words_of
from dipevents.events.arms_deal.noun_goods import readying
from dipevents.events.arms_deal.payments import spending_on
from dipevents.events.arms_deal.signs import governors, handles, read_sign
from dipevents.events.arms_deal.talks import talks_on
from dipevents.events.arms_deal.unsettled import drafted, read_unsettled
from dipevents.events.arms_deal.urging import pressed
from dipevents.events.claims import is_claim, is_denial
from dipevents.events.status import Phase, Status, read_status
from dipevents.models.arms_deal import DealStatus
from dipevents.reading.clauses import clause, is_negated
from dipevents.reading.grammar import is_asked_ahead, is_to, own_subjects
from dipevents.reading.subjects import is_brink

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Frame
    from dipevents.reading.sentence import Word

__all__ = ["governors", "read_deal_status"]

ABOUT = frozenset({"about", "into", "on", "over"})
"""Prepositions before what is told of: "was questioned ABOUT the secret sale"."""
NEGATED = frozenset({"unanswered", "unchallenged", "unnoticed", "unpunished"})
"""What a sale does not go or remain, which is no denial of it."""


def read_deal_status(frame: Frame) -> tuple[DealStatus, Status]:
    """The status of a frame's deal and the phase, with its cue, that decided it."""
    found = _phase_of(frame.trigger)
    cue = found.cue[0] if found.cue else None
    threat = cue is not None and cue.lemma in {"threaten", "threat"} and frame.trigger.is_verb  # "threatened to sell"
    welcomed = cue is not None and found.phase is Phase.POSSIBLE and is_in(cue, "welcomed") and not threat
    if cue is not None and (welcomed or handles(cue, frame)):
        found, cue = Status(Phase.HAPPENED), None
    if found.phase is Phase.NEGOTIATING and cue is not None and _is_concluded(cue):
        found, cue = Status(Phase.HAPPENED), None
    if frame.kind == "ask" and frame.trigger.is_verb and frame.trigger.head.lemma == "threaten":
        return DealStatus.POSSIBLE, Status(
            Phase.POSSIBLE, (frame.trigger.head,)
        )  # "threatened to TURN to Oslo for jets"
    if (aside := _told_aside(frame.trigger, found)) is not None:
        return aside
    base, above = _base(frame), governors(frame.trigger)
    sign = read_sign(frame, found, base, above) or read_unsettled(frame.trigger, found)
    if sign is not None:
        return sign
    if found.phase is Phase.DENIED:
        return DealStatus.DENIED, found
    lasting = any(w.lemma == "continue" and w.is_verb for w in above[:3]) and frame.trigger.is_verb
    if base is DealStatus.DELIVERED and lasting and cue is not None and cue.lemma != "continue":
        # "will CONTINUE selling"
        return base, Status(Phase.HAPPENED)
    if found.phase is Phase.NEGOTIATING:
        return DealStatus.NEGOTIATING, found
    if found.phase is Phase.POSSIBLE:
        return _possible(cue, above, base), found
    if found.phase is Phase.PLANNED and is_asked_ahead(frame.trigger):
        return DealStatus.POSSIBLE, found
    if found.phase is Phase.PLANNED:
        told_of = not frame.trigger.is_verb and frame.trigger.dep == "nsubj"  # "the sale WOULD anger Oslo"
        return _planned(frame.trigger, cue, above, base), Status(Phase.PLANNED) if told_of else found
    return _happened(frame, above, base)


def _phase_of(trigger: Word) -> Status:
    """The shared phase of a trigger, of which some negations deny nothing: "the sale would NOT go unanswered"."""
    let = trigger.dep == "ccomp" and trigger.head.lemma == "let"  # "refused to LET Peru buy"
    found = read_status(trigger.head if let else counting(trigger))
    verb = found.cue[0].head if found.cue else trigger
    unanswered = is_negated(verb) and any(c.lower in NEGATED for c in verb.children)
    return Status(Phase.POSSIBLE, found.cue) if unanswered else found


def _told_aside(trigger: Word, found: Status) -> tuple[DealStatus, Status] | None:
    """What is told of a deal long done, made ready or never signed, whatever else the words say; None of others."""
    told_of = trigger.dep == "pobj" and trigger.head.lower in ABOUT and is_secret(trigger)
    if told_of or is_done(trigger, ahead=found.phase is Phase.PLANNED) or began_late(trigger):
        return DealStatus.DELIVERED, Status(Phase.HAPPENED)
    if found.phase is not Phase.DENIED and (draft := drafted(trigger)) is not None:
        return DealStatus.NEGOTIATING, Status(Phase.NEGOTIATING, (draft,))
    if (ready := readying(trigger)) is not None and found.phase is not Phase.DENIED:
        return DealStatus.AGREED, Status(Phase.PLANNED, (ready,))
    signing = _unsigned(trigger)
    return (DealStatus.DENIED, Status(Phase.DENIED, (signing,))) if signing is not None else None


def _unsigned(trigger: Word) -> Word | None:
    """The verb of signing that somebody says never was: "denied that a contract had been SIGNED", "denied SIGNING"."""
    verb = trigger.head
    paper = trigger.is_noun and trigger.dep in {"dobj", "nsubjpass"} and verb.lemma in words_of("discussed")
    found = read_status(verb) if paper else None
    denied = found is not None and found.phase is Phase.DENIED and found.cue and is_denial(found.cue[0])
    return verb if denied and found is not None and found.cue[0] is not verb and not is_to(verb) else None


def _is_concluded(cue: Word) -> bool:
    """Whether a verb of dealing tells the end of the dealing: "has finalised an agreement"."""
    return cue.tag in {"VBD", "VBN"} and is_in(cue, "struck") and read_status(cue).phase is Phase.HAPPENED


def _planned(trigger: Word, cue: Word | None, above: list[Word], base: DealStatus) -> DealStatus:
    """Agreed where words bind ("will sell"), not where they only plan ("plans to sell", "the proposal would")."""
    if cue is not None and cue.head is trigger and trigger.is_noun and cue.lemma in words_of("grammar", "bound"):
        return base  # "rifles MEANT for Chad were found"
    if base is DealStatus.POSSIBLE:
        return base  # "will NEED six tanks"
    if talks_on(trigger):
        return DealStatus.NEGOTIATING  # "will resume TALKS on a deal to buy tanks"
    talks = trigger.lemma in words_of("grammar", "talking")  # "officers are EXPECTED in Lima to discuss tanks"
    if base is DealStatus.NEGOTIATING and cue is not None and is_in(cue, "guessed") and not talks:
        return DealStatus.POSSIBLE
    if trigger.dep in {"ccomp", "acl"} and is_in(trigger.head, "feared"):
        return DealStatus.POSSIBLE  # "voiced concern that rifles would reach the rebels"
    if base is DealStatus.NEGOTIATING or (cue is not None and is_in(cue, "sought")):
        return DealStatus.NEGOTIATING
    if cue is not None and cue.lower in {"would", "'d", "’d"}:
        if not trigger.is_verb and trigger.dep == "nsubj":
            return base  # "the purchase would swallow the budget"
        if is_in(trigger, "delivered") and trigger.is_noun:
            return DealStatus.AGREED  # "said he would come for the HANDOVER of the jets"
        if (
            cue.head.is_verb
            and is_in(cue.head, "coming_about")
            and any(w.lemma in words_of("documents") for w in above)
        ):
            return DealStatus.AGREED  # "said it WOULD CARRY OUT a contract to supply"
        reported = trigger.is_verb and trigger.dep == "ccomp" and is_in(trigger.head, "announcing")
        if reported and any(is_claim(c) for c in trigger.head.children if c.dep == "nsubj"):
            return DealStatus.POSSIBLE  # "rumours say that Oslo would sell"
        return DealStatus.AGREED if reported else DealStatus.NEGOTIATING
    return DealStatus.NEGOTIATING if above and is_in(above[0], "sought") else DealStatus.AGREED


def _base(frame: Frame) -> DealStatus:
    done = frame.trigger.tag == "NNS" or is_secret(frame.trigger)
    if frame.key == "sale" and done:
        return DealStatus.DELIVERED
    if frame.trigger.dep == "amod" and frame.kind == "get" and frame.trigger.is_verb:
        return DealStatus.DELIVERED  # "its newly PURCHASED jets"
    paid = [c for w in (frame.trigger, *holders(frame.items)) for c in w.children if frame.key == "pay"]
    if any(c.dep in {"acl", "advcl"} and c.tag == "VBN" and c.lemma in words_of("grammar", "passed") for c in paid):
        return DealStatus.DELIVERED  # "was PAID for rifles SUPPLIED to Chad"
    asked = frame.trigger.head.lemma if frame.trigger.is_noun and frame.trigger.dep == "dobj" else ""
    key = asked if asked in words_of("status", "wanting") else frame.key  # "NEEDS fresh supplies of shells"
    for status in (DealStatus.AGREED, DealStatus.NEGOTIATING, DealStatus.POSSIBLE):
        if key in words_of("status", status.value):
            return status
    if frame.kind == "item" and holders(frame.items)[-1].head.lemma in words_of("grammar", "launching"):
        return DealStatus.AGREED  # "the yard LAUNCHED a frigate for Chad"
    if frame.kind in {"stop", "withhold"} or frame.key in words_of("status", "spurned"):
        return DealStatus.DENIED
    verb = frame.beside if frame.key in words_of("grammar", "aids") else None
    if verb is not None and verb.lemma in words_of("grammar", "comprise") and verb.tag not in {"VBD", "VBN"}:
        return DealStatus.AGREED  # "the new aid INCLUDES rifles"
    if (frame.kind == "make" and frame.trigger.dep != "amod") or _is_promised(frame.trigger):
        return DealStatus.AGREED
    return DealStatus.DELIVERED


def _is_promised(delivery: Word) -> bool:
    """Whether a paper has a delivery among its terms: "the deal INCLUDES THE DELIVERY of six tanks"."""
    verb = delivery.head
    told = delivery.is_noun and delivery.dep == "dobj" and verb.lemma in words_of("grammar", "comprise")
    papers = [verb.head] if verb.dep in {"relcl", "acl"} else clause(verb).subjects if told else ()
    return told and any(w.lemma in words_of("grammar", "papers") for w in papers)


def _possible(cue: Word | None, above: list[Word], base: DealStatus) -> DealStatus:
    if cue is not None and cue.lower == "could" and _speaks_for_itself(cue.head):
        return DealStatus.NEGOTIATING
    if cue is not None and cue.lower == "reported" and cue.is_verb:
        return base  # "is REPORTED to be selling"
    if cue is not None and is_in(cue, "guessed"):
        return DealStatus.POSSIBLE
    if base is DealStatus.NEGOTIATING or (cue is not None and is_in(cue, "sought")):
        return DealStatus.NEGOTIATING
    if any(is_in(word, "sought") for word in above[:2]):
        return DealStatus.NEGOTIATING
    return DealStatus.POSSIBLE


def _speaks_for_itself(verb: Word) -> bool:
    """Whether somebody says what they could do, which is an offer: "Oslo said IT COULD SELL"."""
    told = verb.dep == "ccomp" and is_in(verb.head, "announcing")
    return told and any(c.dep == "nsubj" and c.lower in {"it", "they", "we", "he", "she"} for c in verb.children)


def _is_ranked(trigger: Word) -> bool:
    """Whether an infinitive tells what somebody was the first or the last to do."""
    nouns = [trigger.head, *(c for c in trigger.head.children if c.dep in {"attr", "acomp"})]
    ranks = words_of("grammar", "ranks")
    return any(w.lower in ranks or any(c.lower in ranks for c in w.children) for w in nouns if not w.is_verb)


def _infinitive(frame: Frame) -> DealStatus | None:
    """What an infinitive or a clause of time to come tells of supply, or None where it tells nothing by itself."""
    trigger = frame.trigger
    struck = trigger.sentence.heading and trigger.tag in {"VBZ", "VBP"} and frame.key in words_of("status", "bargained")
    if struck or _is_due_later(frame) or _is_about_to_start(frame):
        return DealStatus.AGREED  # a headline: "Peru BUYS 12 jets"
    if not is_to(trigger):
        return None
    if spending_on(trigger):
        return DealStatus.AGREED  # "its outlay on a contract TO SUPPLY jets"
    if _is_ranked(trigger):  # "became the first state to buy", "will become the first to buy"
        above = (c.lower for w in (trigger.head, trigger.head.head) for c in w.children if c.dep == "aux")
        return DealStatus.AGREED if {"will", "to"} & set(above) else DealStatus.DELIVERED
    if trigger.dep in {"acl", "relcl"} and trigger.head.is_noun and trigger.head.dep == "ROOT":
        return DealStatus.AGREED  # a headline: "Turkey to sell drones"
    if trigger.dep == "advcl" and trigger.head.lemma in words_of("grammar", "waiting"):
        return DealStatus.AGREED  # "is WAITING for Paris to deliver jets"
    if trigger.dep == "ccomp" and trigger.sentence.heading and own_subjects(trigger):
        return DealStatus.AGREED  # "Turkey to sell drones, says Pentagon"
    done = any(c.lemma == "have" and c.dep == "aux" for c in trigger.children)  # "is held to HAVE SOLD"
    led = trigger.head.lemma in words_of("going_on") or is_in(trigger.head, "struck")
    if trigger.dep == "advcl" and not done and not led:
        return DealStatus.NEGOTIATING  # "flew to Paris to buy jets"
    told = is_in(trigger.head, "struck") or is_in(trigger.head, "sought")  # "an AGREEMENT to sell jets"
    if trigger.dep in {"acl", "relcl"} and trigger.head.is_noun and not done and not told:
        return DealStatus.NEGOTIATING  # "has the money to buy jets", "paved the way for jets to be sold"
    return None


def _is_due_later(frame: Frame) -> bool:
    """Whether goods already sold are only to come: "sold Chad tanks, which WILL ARRIVE", "have YET TO ARRIVE"."""
    heads = [*holders(frame.items), frame.trigger]
    if any(w.dep == "pobj" and w.head.head.lemma in words_of("grammar", "waiting") for w in heads):
        return True  # "is still WAITING for the jets it bought"
    below = [c for w in heads for c in w.children if c.dep in {"relcl", "acl", "advcl"} and c.is_verb]
    above = [w.head for w in heads if w.dep in {"nsubj", "nsubjpass", "dobj"} and w.head is not frame.trigger]
    told = (*below, *above, *(c for w in above if w.lemma in {"be", "have"} for c in w.children if c.dep == "xcomp"))
    handed = words_of("status", "delivered") | words_of("grammar", "arriving")
    coming = [c for c in told if handed & {c.lemma, *(f"{c.lemma} {p.lower}" for p in c.children if p.dep == "prt")}]
    to_come = [c for c in coming if not _is_ranked(c)]  # but "the second batch to reach Lima"
    ahead = any(h.lower in {"will", "would", "to"} for c in to_come for h in c.children if h.dep == "aux")
    ahead = ahead or any(c.dep == "acomp" and c.lower == "due" for w in above for c in w.children)  # "are DUE in Lima"
    return ahead or any(is_negated(c) for c in coming)


def _dealing(trigger: Word, above: list[Word]) -> Word | None:
    """The word by which a deal is still dealt about: "COMPETES for a contract", "held TALKS on Monday on buying"."""
    contending = next((w for w in above[:2] if is_in(w, "contending")), None)
    contending = contending or next((w for w in above if is_brink(w)), None)  # "is CLOSE to a deal to sell"
    contending = contending or next(iter(talks_on(trigger)), None)  # "is in TALKS over a deal to sell"
    if contending is None and above and is_to(above[0]) and above[0].lemma in words_of("grammar", "permit"):
        contending = next((w for w in above[1:] if w.is_verb and is_in(w, "sought")), None)  # "WANTED a deal to ALLOW"
    if contending is None and above and is_to(above[0]):  # "is in TALKS to turn loans into a jet deal"
        talks = (w for w in above[1:2] if w.is_noun and w.lemma in words_of("documents"))
        contending = next((w for w in talks if is_in(w, "sought")), None)
    if contending is not None or not (trigger.is_verb or trigger.dep == "pobj"):
        return contending
    beside = clause(above[0]).objects if above and above[0].is_verb and trigger.head.dep != "agent" else ()
    studies = words_of("grammar", "studies")
    talks = (w for w in beside if w.lemma in studies or (w.lemma in words_of("documents") and is_in(w, "sought")))
    return next((w for w in talks if w is not trigger), None)


def _is_about_to_start(frame: Frame) -> bool:
    """Whether a delivery is yet to begin: "could GET under way at any moment", "is about to START"."""
    verb = frame.trigger.head
    if not frame.trigger.is_noun or frame.trigger.dep != "nsubj" or frame.kind != "give":
        return False
    ahead = [x for c in verb.children if c.dep in {"acomp", "xcomp"} for x in (c, *c.children)]
    ahead = [w for w in ahead if w.is_verb and is_to(w)] if verb.lemma == "be" else []
    modal = any(c.lower in {"could", "may", "might", "can"} for c in verb.children)
    return any(is_in(w, "starting") for w in (*([verb] if modal else []), *ahead))


def _ahead(frame: Frame, base: DealStatus) -> DealStatus | None:
    """What an infinitive tells; of an order only that it is still sought: "is negotiating TO PURCHASE"."""
    if base is DealStatus.AGREED and pressed(frame.trigger)[0]:
        return DealStatus.NEGOTIATING  # "is pressing Chad TO ORDER tanks"
    meant = _infinitive(frame) if base in {DealStatus.AGREED, DealStatus.DELIVERED} else None
    sought = frame.trigger.is_verb and meant is DealStatus.NEGOTIATING
    return meant if base is DealStatus.DELIVERED or sought else None


def _happened(frame: Frame, above: list[Word], base: DealStatus) -> tuple[DealStatus, Status]:
    plain = Status(Phase.HAPPENED)
    paper = frame.trigger.head if frame.trigger.dep == "relcl" else None
    if base is DealStatus.DELIVERED and frame.trigger.tag in {"VBZ", "VBP"}:
        counted = frame.key in {"get", "receive"} and any(i.quantity for i in frame.items)
        under = paper is not None and paper.lemma in words_of("documents")
        base = DealStatus.AGREED if counted or under else base  # "a deal under which Peru gets", "Peru GETS 14 tanks"
    if (meant := _ahead(frame, base)) is not None:
        return meant, plain if meant is DealStatus.DELIVERED else Status(Phase.PLANNED)
    if (dealing := _dealing(frame.trigger, above)) is not None:
        return DealStatus.NEGOTIATING, Status(Phase.HAPPENED, (dealing,))
    if base is DealStatus.NEGOTIATING and frame.beside is not None and is_in(frame.beside, "granted"):
        return DealStatus.AGREED, Status(Phase.HAPPENED, (frame.beside,))
    if base is DealStatus.AGREED:
        if frame.beside is not None and frame.beside.tag in {"VBN", "VBD"} and is_in(frame.beside, "done"):
            return DealStatus.DELIVERED, Status(Phase.HAPPENED, (frame.beside,))
        near = {"ADJ", "NOUN"} if frame.trigger.dep == "pcomp" else {"ADJ"}
        signing = bool(above) and above[0].tag == "VBG" and is_in(above[0], "struck")
        above = above[1:] if signing else above  # "is close to SIGNING a contract"
        if above and (above[0].pos in near or above[0].lemma == "near") and is_in(above[0], "sought"):
            # "are close to a deal", "progress in buying"
            return DealStatus.NEGOTIATING, Status(Phase.HAPPENED, (above[0],))
        striking = next((w for w in (frame.trigger, *above[:2]) if w.is_verb and is_in(w, "struck")), None)
        return base, Status(Phase.HAPPENED, (striking,)) if striking is not None else plain
    if base is DealStatus.DELIVERED and not any(w.lemma in words_of("going_on") for w in above[:2]):
        # "sold by Oslo are MEANT for Chad", "the army DRIVES trucks given by Oslo"
        bound = words_of("grammar", "bound", "having") if frame.trigger.dep == "acl" else ()
        for word in (w for w in above[:3] if w.lemma not in bound):
            if (is_in(word, "struck") and word.pos != "ADJ") or is_phrasal(word, "struck"):
                return DealStatus.AGREED, Status(Phase.HAPPENED, (word,))
            if is_in(word, "sought") and (word.pos == "NOUN" or frame.trigger.is_verb):
                return DealStatus.NEGOTIATING, Status(Phase.HAPPENED, (word,))
    return base, plain
