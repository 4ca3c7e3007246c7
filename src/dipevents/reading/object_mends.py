"""What stands behind how, when or why something is done, and the model hangs there, given back to its verb in place.

has suspended in a surprise move THE DELIVERY      no move has an object: what is suspended
has put off at the last minute HIS VISIT planned   nor is a minute planned: what is put off, and planned
has halted for six months ARMS SALES               nor are sales called by months: what is halted
demanded despite protests THAT PERU WITHDRAW       nor are protests, that it does: what is demanded
has agreed under protest TO SELL tanks             nor does a protest sell: what is agreed
were delivered despite protests TO PERU            nor are protests to a state: to whom it is delivered
has halted without reason THE SALE                 nor has one preposition two
has halted until further notice THE SALE           nor is "notice" a verb there, nor "move" behind an article
rejected a call by Holt FOR A TRUCE                nor is it rejected for something: what is called for
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import FINITE, is_of, is_passive, is_within
from dipevents.reading.tails import hang, make_noun

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = [
    "be_noun",
    "bring_to",
    "call_for",
    "notify",
    "state",
    "take_behind",
    "take_planned",
    "take_second",
    "take_timed",
    "undertake",
]

_MARKED = frozenset({"det", "poss"})
_PLACED = ("FAC", "GPE", "LOC", "ORG", "PERSON")
_PERIODS = frozenset({"days", "hours", "months", "weeks", "years"})


def take_behind(goods: Word) -> None:
    """Makes the object of a verb what was taken for that of a noun: "has suspended in a surprise move THE DELIVERY"."""
    manner = goods.head
    if not goods.is_noun or not manner.is_noun or goods.i < manner.i or is_within(goods, "DATE", "TIME"):
        return
    bare = goods.dep == "npadvmod" and all(c.dep not in _MARKED for c in goods.children)
    verb = _lacking(manner)
    if verb is None or bare:
        return
    behind = [c for c in manner.children if c.i > goods.i]
    hang([goods], verb)
    hang(behind, goods)  # "in a surprise move the delivery TO PERU"
    goods.dep = "dobj"


def take_planned(goods: Word) -> None:
    """The same where it goes on with a participle: "has put off at the last minute HIS VISIT planned for June"."""
    planned = goods.head
    above = planned.head
    bare = planned.tag == "VBN" and planned.dep in {"advcl", "relcl"} and above.i < goods.i < planned.i
    helped = any(c.dep in {"aux", "auxpass", "mark"} or c.tag in {"WDT", "WP"} for c in planned.children)
    if not bare or helped or all(c.dep not in _MARKED for c in goods.children):
        return
    verb = _lacking(above) if planned.dep == "relcl" else above
    if verb is not None and (verb is not above or _is_open(verb)):
        hang([goods], verb)
        hang([planned], goods)
        goods.dep, planned.dep = "dobj", "acl"


def take_second(goods: Word) -> None:
    """The same where one preposition was given both: "has put off without explanation A VISIT"."""
    phrase = goods.head
    first = next((c for c in phrase.children if c.dep in {"pcomp", "pobj"}), goods)
    if not first.is_noun or first.i >= goods.i or all(c.dep not in _MARKED for c in goods.children):
        return
    verb, joined = _lacking(goods), [*phrase.children, *first.children]
    if verb is not None and all(c.dep not in {"cc", "punct"} for c in joined):
        hang([goods], verb)
        goods.dep = "dobj"


def take_timed(goods: Word) -> None:
    """The same where a time before it was taken for a part of its name: "has halted for six MONTHS arms SALES"."""
    time = next((c for c in goods.children if c.lower in _PERIODS and c.dep in {"compound", "nmod"}), None)
    verb = _lacking(goods)
    if time is None or verb is None or goods.tag != "NNS":
        return
    phrase = goods.head
    hang([goods], verb)
    hang([c for c in goods.children if c.i < time.i], time)
    hang([time], phrase)
    goods.dep, time.dep = "dobj", "pobj"


def undertake(infinitive: Word) -> None:
    """Hangs what is agreed, promised or refused on the verb that lacks it: "has agreed under protest TO SELL tanks".

    Not on a word of one's will: "agreed after a DECISION to sell", "refused in an ATTEMPT to win votes".
    """
    manner = infinitive.head
    to = next((c for c in infinitive.children if c.lower == "to" and c.dep == "aux"), None)
    verb = _lacking(manner) if to is not None and manner.is_noun and manner.i < to.i else None
    if verb is None or is_of(manner, "aims") or is_of(manner, "resolves"):
        return
    if not (is_of(verb, "vowing") or is_of(verb, "undertaking")):
        return
    if all(c.dep not in {"mark", "nsubj", "nsubjpass"} and c.tag not in {"WDT", "WP"} for c in infinitive.children):
        hang([infinitive], verb)
        infinitive.dep = "xcomp"


def state(clause: Word) -> None:
    """Hangs what is said or demanded on the verb that lacks it: "demanded despite protests THAT PERU WITHDRAW".

    Not on word of it: "warned after REPORTS that troops had come".
    """
    manner = clause.head
    verb = _lacking(manner) if clause.is_verb and manner.is_noun and manner.i < clause.i else None
    told = any(c.lower == "that" and c.dep == "mark" for c in clause.children)
    if verb is None or not told or any(is_of(manner, name) for name in ("aims", "reports", "tales", "tidings")):
        return
    if is_of(verb, "insisting") or is_of(verb, "saying"):
        hang([clause], verb)
        clause.dep = "ccomp"


def bring_to(phrase: Word) -> None:
    """Hangs to what state something goes on the verb: "were delivered despite protests TO PERU"."""
    manner = phrase.head
    outer, verb = manner.head, manner.head.head
    place = next((c for c in phrase.children if c.dep == "pobj" and is_within(c, "GPE")), None)
    told = manner.is_noun and manner.dep == "pobj" and manner.i < phrase.i and verb.is_verb and outer.i > verb.i
    if place is None or not told or is_of(manner, "motions") or not (is_of(verb, "handling") or is_of(verb, "going")):
        return
    if all(c.lower != "to" for c in verb.children) and not any(is_within(manner, e) for e in _PLACED):
        hang([phrase], verb)


def notify(notice: Word) -> None:
    """Makes a noun of what was taken for a verb: "has halted until further NOTICE the sale"."""
    until = next((c for c in notice.children if c.lower == "until"), None)
    if until is None or notice.head is notice or all(c.lower != "further" for c in notice.children):
        return
    verb = notice.head
    hang([until], verb)
    hang([notice], until)
    make_noun(notice, "NN")
    until.dep, notice.dep = "prep", "pobj"


def be_noun(move: Word) -> None:
    """Makes a noun of what was taken for a verb behind an article: "has suspended in a surprise MOVE the sale"."""
    words, first = move.sentence.words, min((c.i for c in move.children if c.dep == "det"), default=0)
    before = words[first - 1] if first else move
    if move.tag != "VB" or first > move.i or before.dep != "prep" or before.children or before.head is not move.head:
        return
    hang([move], before)
    make_noun(move, "NN")
    move.dep = "pobj"


def _lacking(manner: Word) -> Word | None:
    """The verb in the active, without an object, that the phrase of a noun tells more of."""
    phrase = manner.head
    while manner.dep == "pobj" and phrase.head.is_noun and phrase.head.dep in {"pobj", "pcomp"}:
        manner, phrase = phrase.head, phrase.head.head  # "on the advice of HIS GENERALS the sale"
    verb = phrase.head
    if manner.dep not in {"pobj", "pcomp"} or not verb.is_verb or phrase.i < verb.i:
        return None
    return verb if _is_open(verb) else None


def _is_open(verb: Word) -> bool:
    """Whether a verb is in the active and has no object."""
    acts = verb.tag in FINITE or any(c.dep == "aux" and c.lemma == "have" for c in verb.children)
    taken = any(c.dep in {"attr", "ccomp", "dobj", "xcomp"} for c in verb.children)
    return acts and not taken and not is_passive(verb)


def call_for(prep: Word) -> None:
    """Hangs the aim on the call whose author stands between: "rejected a call by Ada Holt FOR A TRUCE"."""
    call = next((c for c in prep.head.children if c.dep == "dobj" and c.i < prep.i and is_of(c, "aims")), None)
    by = next((c for c in call.children if c.lower == "by"), None) if call is not None else None
    if call is not None and by is not None and max(w.i for w in by.subtree()) == prep.i - 1:
        hang([prep], call)
