"""What belongs to something done and is told behind its date, where the model hangs it on the verb of the sentence.

spoke before a visit next week BY HOLT             nobody speaks by him: the visit is his
spoke before Holt's visit next week TO PERU        nor to a state: that is where he goes
discussed talks on Monday IN LIMA                  nor are they discussed there: they are held
followed a threat last week TO CLOSE the border    nor is something followed to close it: that is the threat
follows a warning on Monday THAT Peru WOULD act    nor does it follow that it would: that is the warning
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.day_mends import is_date
from dipevents.reading.grammar import closed_class, is_of, is_within
from dipevents.reading.tails import hang

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["aim_then", "belong_then", "lead_then"]

_TODAY = frozenset({"today", "tomorrow", "tonight", "yesterday"})
_NAMES = ("FAC", "GPE", "LOC", "NORP", "ORG", "PERSON")
_OPENINGS = frozenset({("that", "mark"), ("to", "aux")})
"""What a clause begins with that tells what is threatened or said, and its relation."""


def belong_then(phrase: Word) -> None:
    """Hangs whose something is on what is done, behind its date: "spoke ahead of a VISIT next week BY HOLT".

    So is the date itself.
    """
    first, over = _dated_from(phrase, phrase.i), phrase.head
    if phrase.lower == "of" and any(w.lower == "the" for w in phrase.sentence.words[first : phrase.i]):
        return  # "talks on THE first day OF a visit"
    before = phrase.sentence.words[first - 1] if first else phrase
    placed = is_within(before, "GPE", "LOC") or before.lower in {"here", "there"}
    if first < phrase.i or (placed and phrase.lower == "of"):  # "the arrival in Lima, here OF HOLT"
        above = (before, *before.ancestors())
        deed = next((w for w in above if w.is_noun and is_of(w, "dated") and w.i < first), phrase)
    else:
        deed = _dated(phrase) or phrase
    beside = first <= over.i < phrase.i or over is before or deed.i < over.i < phrase.i
    if deed is phrase or deed is over or not (beside or deed.is_under(over)) or _does(phrase, over, deed):
        return
    hang([phrase], deed)
    phrase.dep = "prep"
    if not beside:
        hang([c for c in over.children if first <= c.i < phrase.i], deed)


def lead_then(phrase: Word) -> None:
    """Hangs where something leads, or is, on what is done, behind its date: "before his VISIT next week TO PERU"."""
    deed, over = _dated(phrase), phrase.head
    if deed is None or deed is over or not _leads(deed, phrase.lower):
        return
    goal = next((c for c in phrase.children if c.dep == "pobj"), phrase)
    beside = deed.i < over.i < phrase.i
    if not is_within(goal, *_NAMES) or is_date(goal) or not (beside or deed.is_under(over)):
        return
    if over.is_verb and (is_of(over, "giving") or is_of(over, "going")):
        return  # "FLEW home after a visit last week TO PERU", "GAVE an order on Monday TO PERU"
    _take(deed, over, phrase)


def aim_then(verb: Word) -> None:
    """Hangs what is to be done, or is told, on a threat or the like behind its date: "a THREAT last week TO STRIKE"."""
    opens = next((c for c in verb.children if c.i < verb.i and (c.lower, c.dep) in _OPENINGS), None)
    if opens is None:
        return
    first = next((c for c in verb.children if c.dep == "neg" and c.i == opens.i - 1), opens)  # "NOT to attack"
    deed, over = _dated(first), verb.head
    if deed is None or deed is over or not deed.is_under(over):
        return
    if is_of(deed, "aims") or is_of(deed, "speech_acts" if opens.lower == "to" else "tidings"):
        _take(deed, over, verb)
        verb.dep = "acl"


def _take(deed: Word, over: Word, told: Word) -> None:
    """Hangs a phrase or a verb, and the date before it, on what is done."""
    dates = [c for c in over.children if deed.i < c.i < told.i and c.dep in {"advmod", "npadvmod", "prep"}]
    hang([w for w in (*dates, told) if not deed.is_under(w)], deed)


def _leads(deed: Word, preposition: str) -> bool:
    """Whether something is done to somebody or somewhere, as its noun goes on: "a visit TO", "an arrival IN"."""
    return preposition == "to" or f"{deed.lemma} {preposition}" in closed_class("leading")


def _dated(told: Word) -> Word | None:
    """The noun of what is done, with its date right behind it, before something told; None where there is none.

    Where it leads may stand between: "a VISIT next week to Peru BY HOLT".
    """
    at = told.i
    first = _dated_from(told, at)
    if first == at and at:
        before = told.sentence.words[at - 1]
        leads = (w for w in (before, *before.ancestors()) if w.dep == "prep" and is_of(w.head, "dated"))
        at = next((w.i for w in leads if w.head.i < w.i), at)
        first = _dated_from(told, at)
    deed = told.sentence.words[first - 1] if 0 < first < at else told
    return deed if deed.is_noun and is_of(deed, "dated") else None


def _does(phrase: Word, verb: Word, deed: Word) -> bool:
    """Whether "by" tells who does what is told in the passive: "was held in a raid on Monday BY the police".

    Not where a thing is treated, and nobody else has the deed: "will be raised during a trip next week BY HOLT".
    """
    if phrase.dep != "agent" or all(c.dep != "auxpass" for c in verb.children):
        return False
    things = all(c.is_noun and c.pos != "PROPN" for c in verb.children if c.dep == "nsubjpass")
    nobodys = any(c.lower in {"a", "an"} for c in deed.children) and all(c.dep != "poss" for c in deed.children)
    timed = deed.dep == "pobj" and is_of(deed.head, "support_prepositions")
    return not (things and nobodys and timed)


def _dated_from(told: Word, at: int) -> int:
    """The first word of the date that ends right before a place in a sentence, its preposition included; else `at`."""
    words, last = told.sentence.words, at - 1
    dates = (e.first for e in told.sentence.entities if e.label in {"DATE", "TIME"} and e.last == last)
    by_name = last > 0 and (is_date(words[last]) or words[last].lower in _TODAY)
    first = next(dates, last if by_name else at)
    timed = 0 < first < at and words[first - 1].lower in {"at", "earlier", "in", "later", "on"}
    return first - 1 if timed else first
