"""What asks for a deal, or for none.

called on Peru to give, urged Oslo to buy          the verb above
warned Peru against selling                        asked not to be
demands that deliveries be started                 the verb above a clause of which the deal is the subject
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal_frame import is_in
from dipevents.events.arms_deal_lexicon import words_of
from dipevents.events.status import Phase, read_status
from dipevents.reading.clauses import is_negated

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["asked_for", "demanded"]


def asked_for(trigger: Word) -> Word | None:
    """The verb that asks for the deal or for none: "called on Peru to give", "warned Peru against selling"."""
    if trigger.dep == "pcomp" and trigger.head.lower in {"against", "from"} and is_in(trigger.head.head, "dissuading"):
        return trigger.head.head
    if trigger.dep == "pobj" and trigger.head.head.lemma in words_of("grammar", "going"):
        return asked_for(trigger.head.head)  # "urged Peru not to go ahead with the sale"
    infinitive = trigger.is_verb and any(c.lower == "to" and c.dep == "aux" for c in trigger.children)
    first = trigger.head if trigger.dep == "conj" and trigger.head.is_verb else trigger
    if not infinitive and first is trigger:
        return None
    above = first.head
    if above is first or first.dep not in {"xcomp", "ccomp", "advcl"} or not above.is_verb or is_negated(above):
        return None
    return above if is_in(above, "asking") else None


def demanded(noun: Word) -> Word | None:
    """The verb that asks that a deal come about: "DEMANDS that deliveries be started"."""
    verb = noun.head
    if not noun.is_noun or noun.dep not in {"nsubj", "nsubjpass"} or verb.dep != "ccomp" or not verb.head.is_verb:
        return None
    wished = any(c.dep in {"aux", "auxpass"} and c.lower in {"be", "should", "must"} for c in verb.children)
    wished = wished and (is_in(verb, "coming_about") or is_in(verb, "stops") or read_status(noun).phase is Phase.DENIED)
    return verb.head if wished and is_in(verb.head, "asking") and not is_negated(verb.head) else None
