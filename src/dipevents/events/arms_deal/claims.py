"""Reports of a deal that somebody says are not so, and what is said against a deal in vain.

denied reports that it had sold; reports of the sale were dismissed         the verb
others oppose it; has not stopped selling                                     it stands
denied a report that it had agreed to sell                                  the same, through verbs of striking deals
the reports of plans to sell are untrue; called the sale a fairy tale       what the report or the sale is called
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.answers import Answer
from dipevents.events.arms_deal.frame import is_in, parties_in
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.status import Phase, Status
from dipevents.reading.clauses import clause, governor, is_negated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.arms_deal.frame import Frame, Goods
    from dipevents.models.arms_deal import DealStatus
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["disowned", "find_disavowals", "standing", "with_undoer"]

CONTENT = frozenset({"ccomp", "acl", "relcl", "pobj", "pcomp"})
HELD = frozenset({"xcomp", "ccomp", "pcomp", "acl", "pobj", "dobj", "nsubjpass", "prep"})
"""Relations by which a word takes another as its content, phrases included."""
BELOW = frozenset({"xcomp", "dobj", "nsubjpass"})
SAID = frozenset({"acomp", "attr", "oprd", "ccomp", "xcomp"})
DEPTH = 3
"""Nouns between a deal and the report of it: "REPORTS of PLANS to sell"."""


def disowned(trigger: Word) -> Word | None:
    """The word that says of a deal, or of the report of it, that it is not so; None where none does."""
    words = trigger.sentence.words
    behind = [w for w in words[trigger.i + 3 :] if words[w.i - 2].text == "," and words[w.i - 1].lower in {"a", "an"}]
    added = [w for w in behind if w.lemma in words_of("status", "claims")]  # "…, a CLAIM that Oslo called UNTRUE"
    for told in (c for w in added for c in w.children if c.dep in {"relcl", "acl"}):
        if not is_negated(told) and (word := next((w for w in told.subtree() if is_in(w, "untrue")), None)):
            return word
    if trigger.is_noun and (word := _called_untrue(trigger)) is not None:
        return word
    noun = trigger
    while noun.dep in BELOW and (is_in(noun.head, "struck") or is_in(noun.head, "sought")):
        noun = noun.head
    for _ in range(DEPTH):
        if noun.dep not in CONTENT:
            return None
        noun = noun.head.head if noun.head.dep == "prep" else noun.head
        if noun.pos != "NOUN":
            return None
        if noun.lemma in words_of("status", "claims"):
            return _called_untrue(noun) or _denying(noun)
    return None


def find_disavowals(sentence: Sentence) -> list[Answer]:
    """The words that say of a report told before that it is untrue, and who says so: "Oslo DENIED the report"."""
    found = []
    for noun in sentence.words_among(words_of("status", "claims")):
        pointing = any(c.dep == "det" and c.lower in {"the", "this", "these", "those"} for c in noun.children)
        alone = pointing and all(c.dep not in CONTENT | {"prep"} for c in noun.children)
        cue = (_called_untrue(noun) or _denying(noun)) if alone else None
        if cue is not None and not is_negated(cue):
            found.append(Answer(cue, tuple(w for w in clause(noun.head).subjects if w is not noun), reported=True))
    return found


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
        if own or (noun.dep == "nsubjpass" and (is_in(above, "undone") or is_in(above, "enders"))):
            doers = [w for w in parties_in(clause(above).subjects, goods) if w is not noun and w not in (get or give)]
            frame.suppliers, frame.recipients = (frame.suppliers, doers) if give else (doers, frame.recipients)
            break
        noun = above
    return frame


def standing(frame: Frame, found: Status, base: DealStatus, above: Sequence[Word]) -> tuple[DealStatus, Status] | None:
    """The status of a deal whose end is denied, or against which others only speak; None where neither is told."""
    trigger, cue = frame.trigger, found.cue[0] if found.cue else None
    if cue is not None and cue.lemma == "oppose" and trigger.is_noun and frame.suppliers and not is_negated(cue):
        others = all(w not in frame.suppliers and w not in frame.recipients for w in clause(cue).subjects)
        return (base, Status(Phase.HAPPENED)) if others else None  # "China opposes U.S. arms sales"
    ending = next((w for w in above[:2] if is_in(w, "enders") or (w.is_verb and is_in(w, "undone"))), None)
    ended = ending is None or is_negated(trigger) or not (ending.is_verb and is_negated(ending))
    return None if ended else (base, Status(Phase.HAPPENED))


def _denying(claim: Word) -> Word | None:
    verb = governor(claim)
    objects = {"dobj", "nsubjpass", "pobj"}
    return verb if verb is not None and is_in(verb, "disowned") and claim.dep in objects else None


def _called_untrue(noun: Word) -> Word | None:
    """The word that calls a noun untrue: "the reports are FALSE", "called the sale a FAIRY TALE"."""
    verb = noun.head
    called = noun.dep in {"dobj", "nsubj", "nsubjpass"} and verb.lemma in words_of("status", "calling")
    if is_negated(verb) or not (called or (noun.dep == "nsubj" and verb.lemma == "be")):
        return None
    said = [c for c in verb.children if c.dep in SAID and c is not noun]
    said += [p for c in verb.children if c.dep == "prep" and c.lower == "as" for p in c.children if p.dep == "pobj"]
    if called and noun.lemma in words_of("status", "claims"):  # "called reports that it had sold guns a LIE"
        said += [w for w in noun.sentence.words[noun.i :] if w.is_noun and w.is_under(noun)]
    return next((w for w in said if is_in(w, "untrue")), None)
