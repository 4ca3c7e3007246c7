"""Infinitives that the model takes for something else, mended in place.

told him TO APOLOGISE           a verb's bare form has no preposition: an infinitive
threatened TO EXPEL Peruvians   nor is it an attribute of whom it befalls
sold it six jets TO BE BUILT    one sells things, and not what is to be done with them
urged the states concerned TO   what is urged is no concern of those whom it concerns
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import is_of, is_passive, is_to, verb_above
from dipevents.reading.tails import hang, make_verb

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["await_deed", "befall", "concern", "task"]


def task(verb: Word) -> None:
    """Makes an infinitive of a verb in its bare form that was taken for a noun behind "to"."""
    if verb.tag != "VB" or verb.head.lower != "to":
        return
    to, above = verb.head, verb.head.head
    if not verb.is_verb or to.i + 1 != verb.i or above is to or not above.is_verb:
        return
    hang([verb], above)
    hang([to], verb)
    verb.dep, to.dep, to.tag, to.pos = "xcomp", "aux", "TO", "PART"


def befall(verb: Word) -> None:
    """Makes an infinitive of a bare form that was taken for an attribute: "threatened to EXPEL Peruvians"."""
    noun, to = verb.head, verb.sentence.words[max(verb.i - 1, 0)]
    above = to.head
    if verb.tag != "VB" or to.lower != "to" or to.dep != "prep" or noun.head is not to or not above.is_verb:
        return
    make_verb(verb, "VB")
    hang([verb], above)
    hang([noun], verb)
    hang([to], verb)
    verb.dep, noun.dep, to.dep, to.tag, to.pos = "xcomp", "dobj", "aux", "TO", "PART"


def await_deed(verb: Word) -> None:
    """Hangs what is to be done with goods on them, and them on what was done: "sold it six jets TO BE BUILT"."""
    above = verb.head
    if not above.is_verb or not is_of(above, "handling"):
        return
    goods = next((c for c in verb.children if c.dep == "nsubjpass" and above.i < c.i < verb.i and c.is_noun), None)
    if goods is None or not (is_to(verb) and is_passive(verb)):
        return
    hang([goods], above)
    hang([verb], goods)
    goods.dep, verb.dep = "dobj", "relcl"


def concern(concerned: Word) -> None:
    """Hangs on a verb of urging what was hung on whom it concerns: "urged the states CONCERNED to stop"."""
    noun = concerned.sentence.words[max(concerned.i - 1, 0)]
    if concerned.lower not in {"concerned", "involved"} or noun.pos != "NOUN":
        return
    above = verb_above(noun)
    if above is not None and is_of(above, "urging") and above is not concerned and not above.is_under(concerned):
        hang([c for c in concerned.children if c.dep == "xcomp" and is_to(c)], above)
        hang([concerned], noun)
        concerned.dep = "acl"
