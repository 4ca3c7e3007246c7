"""Deals that nothing settles yet, whatever else is said of them.

is on the agenda; is stuck; is to decide on the sale      still open
may be approved, could be signed                          the same
is about to sign; has yet to sign; no agreement on it      a paper that is awaited
a tentative agreement; preliminary approval                a paper that settles nothing
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.frame import is_in
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.papers import permit_of
from dipevents.events.arms_deal.signs import governors
from dipevents.events.status import Phase, Status, read_status
from dipevents.models.arms_deal import DealStatus
from dipevents.reading.clauses import clause, is_negated
from dipevents.reading.grammar import is_yet_to_be

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["drafted", "read_unsettled"]


def read_unsettled(trigger: Word, found: Status) -> tuple[DealStatus, Status] | None:
    """A deal that is still open whatever else is said: "is ON THE AGENDA", "is STUCK", "is to DECIDE ON it"."""
    above = trigger.head
    if trigger.dep == "pobj" and trigger.lemma in words_of("answers", "asked") and is_in(above.head, "responding"):
        return DealStatus.NEGOTIATING, Status(Phase.NEGOTIATING, (trigger,))  # "has not RESPONDED to the request"
    later = trigger.dep == "pobj" and above.lower == "on" and is_yet_to_be(above.head)
    if later and is_in(above.head, "unsettled"):
        return DealStatus.NEGOTIATING, Status(Phase.NEGOTIATING, (above.head,))  # "has YET TO DECIDE on the sale"
    verb = trigger if trigger.is_verb else above
    waits = is_negated(verb) and any(c.lower == "yet" for c in verb.children)
    if waits and (is_in(verb, "passing") or is_in(verb, "struck")):
        return DealStatus.NEGOTIATING, Status(Phase.NEGOTIATING, (verb,))  # "has NOT YET APPROVED the sale"
    if found.phase is Phase.DENIED:
        return None
    approving = is_in(above, "struck") or above.lemma in words_of("discussed")
    if trigger.dep == "nsubjpass" and approving and (may := read_status(above)).phase is Phase.POSSIBLE:
        return DealStatus.POSSIBLE, may  # "the sale MAY BE APPROVED"
    noun = _paper_above(trigger)  # "is ABOUT to sign a contract to build six jets"
    if (signing := _still_to_be(trigger) or _awaited_paper(trigger) or _awaited_paper(noun)) is not None:
        return DealStatus.NEGOTIATING, Status(Phase.NEGOTIATING, (signing,))
    verb = noun.head
    if noun.dep == "pobj" and verb.lower in {"near", "nearing"}:
        return DealStatus.NEGOTIATING, Status(Phase.NEGOTIATING, (verb,))  # "are NEAR agreement on the sale"
    beside = verb.children if noun.dep == "nsubj" else ()
    said = [c for c in beside if c.dep == "acomp" and verb.lemma == "be"]
    said += [p for c in beside if c.lower in {"on", "in", "under"} for p in c.children]
    said += [verb.head] if noun.dep == "pobj" and verb.lower == "on" else []
    cue = next((w for w in said if is_in(w, "unsettled") and not is_negated(w)), None) or _not_decided(trigger)
    return (DealStatus.NEGOTIATING, Status(Phase.NEGOTIATING, (cue,))) if cue is not None else None


def drafted(trigger: Word) -> Word | None:
    """The word by which a paper or an approval settles nothing yet: "a TENTATIVE agreement", "PRELIMINARY approval"."""
    above = [w for w in governors(trigger)[:3] if w.is_verb]
    nouns = (trigger, *governors(trigger)[:2], *(o for w in above for o in clause(w).objects))
    papers = words_of("documents") | words_of("grammar", "permits")
    drafts = (c for w in nouns if w.is_noun and w.lemma in papers for c in w.children if is_in(c, "drafted"))
    return next(drafts, None)


def _paper_above(trigger: Word) -> Word:
    """The paper by which something is sold: "a DEAL for Chad to buy jets", "an AGREEMENT on the sale"; else itself."""
    up = trigger
    for _ in range(4):
        if up.dep not in {"acl", "pcomp", "pobj", "prep", "relcl"}:
            return trigger
        up = up.head
        if up.lemma in words_of("documents"):
            return up
    return trigger


def _awaited_paper(trigger: Word) -> Word | None:
    """The word by which a paper is only awaited: "EXPECTS to sign a contract", "is ABOUT to win an order"."""
    verb = permit_of(trigger) or (trigger if trigger.is_verb else trigger.head)
    signing = verb.tag == "VB" and (is_in(verb, "struck") or verb.lemma in words_of("discussed") | {"give"})
    above = verb.head if signing and verb.dep in {"xcomp", "advcl"} else verb  # "WAITS for Oslo to clear the sale"
    able = (signing and verb is not trigger) or trigger.lemma == "order" or is_in(trigger, "passing")
    waits = above.lemma in words_of("grammar", "waiting") and is_in(verb, "passing")
    return above if able and trigger.dep != "nsubj" and (waits or is_in(above, "awaiting")) else None


def _not_decided(trigger: Word) -> Word | None:
    """What is lacking on a deal, of which nothing is settled: "there is NO AGREEMENT on the sale"."""
    noun = trigger.head.head if trigger.dep in {"pobj", "pcomp"} and trigger.head.lower in {"on", "about"} else None
    if noun is not None and noun.is_verb:
        noun = next((c for c in noun.children if c.dep == "dobj"), None)  # the parse hangs the sale on the verb
    if noun is None or noun.lemma not in words_of("status", "settling"):
        return None
    none = any(c.dep == "det" and c.lower == "no" for c in noun.children)
    return noun if none or (noun.dep == "dobj" and is_negated(noun.head)) else None


def _still_to_be(trigger: Word) -> Word | None:
    """The verb of what a deal still lacks: "an order STILL TO BE APPROVED", "has YET TO SIGN the contract"."""
    above = trigger.head
    if trigger.dep == "dobj" and is_yet_to_be(above) and (is_in(above, "passing") or is_in(above, "struck")):
        return above
    lacking = words_of("status", "passing") | words_of("discussed") | {"ratify"}
    words = [w for w in trigger.sentence.words if w.i > trigger.i and trigger.is_noun]
    passives = (w for w in words if w.tag == "VBN" and w.lemma in lacking)
    told = {w.lower for w in words}
    signing = [w for w in words if w.lemma == "sign" and w.tag == "VB" and w.head.lower in {"due", "set", "expected"}]
    if signing and any(w.dep == "relcl" and w.i > trigger.i for w in signing[0].ancestors()):
        return signing[0]  # "an order that Peru is due TO SIGN"
    to_come = (v for v in passives if any(c.lower == "to" for c in v.children) and told & {"still", "yet"})
    return next(to_come, None)
