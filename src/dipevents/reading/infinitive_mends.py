"""Infinitives that the model takes for something else, mended in place.

looks set TO GO                 a readiness is one to do something
told him TO APOLOGISE           a verb's bare form has no preposition: an infinitive
threatened TO EXPEL Peruvians   nor is it an attribute of whom it befalls
sold it six jets TO BE BUILT    one sells things, and not what is to be done with them
urged the states concerned TO   what is urged is no concern of those whom it concerns
insisted Peru RELEASE them      nobody insists somebody: what is insisted on has its own subject
told the men who rule TO LEAVE  nor is it what they do who are told
called on Oslo to go and ON LIMA TO PAY   one calls on several, each to do something
urged two states -- its foes -- TO LEAVE  nor what a noun between dashes is for, if the verb before them lacks it
was told of threats TO CLOSE the border   a threat, a call and a plan say what is to be done
welcomed its call on Oslo TO GO           so it is the call that is welcomed
called for aid TO GO to Lima              who calls for it does not go: the aid
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import is_of, is_passive, is_to, verb_above
from dipevents.reading.tails import hang, make_verb

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = [
    "await_deed",
    "be_set_to",
    "be_to_go",
    "be_told_to",
    "befall",
    "call_too",
    "concern",
    "insist",
    "resume",
    "spell_out",
    "task",
    "welcome",
]

_DASHES = frozenset({"-", "--", "–", "—"})
_MARKED = frozenset({"aux", "det", "mark"})
_WHOM = frozenset({"dobj", "prep"})
_OF_AIMS = frozenset({"about", "after", "against", "at", "by", "following", "of", "on", "over"})
"""Prepositions before a threat, a call or a plan that is spoken of."""


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


def be_set_to(verb: Word) -> None:
    """Makes a complement of an infinitive right behind an adjective that was taken for a purpose: "looks set TO GO"."""
    ready, words = verb.head, verb.sentence.words
    to = words[ready.i + 1] if ready.i + 1 < len(words) else verb
    if verb.tag == "VB" and ready.dep in {"acomp", "oprd"} and ready.tag in {"JJ", "VBN"} and to.head is verb:
        verb.dep = "xcomp" if to.lower == "to" else verb.dep


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


def insist(verb: Word) -> None:
    """Gives a bare form its subject where that was taken for an object or a modifier: "insisted Peru RELEASE them"."""
    above = verb.head
    if verb.tag not in {"NN", "VB"} or not is_of(above, "insisting") or any(c.dep in _MARKED for c in verb.children):
        return
    if verb.tag == "VB":
        whom = next((c for c in above.children if c.dep == "dobj" and above.i < c.i < verb.i and c.is_noun), None)
    else:
        acts = any(c.dep == "dobj" for c in verb.children)
        whom = next((c for c in verb.children if acts and c.dep == "compound" and c.pos == "PROPN"), None)
    if whom is not None:
        make_verb(verb, "VB")
        hang([whom], verb)
        verb.dep, whom.dep = "ccomp", "nsubj"


def be_told_to(infinitive: Word) -> None:
    """Hangs an infinitive on the verb that tells somebody to act: "told the men who SEIZED power TO LEAVE"."""
    aside, noun = infinitive.head, infinitive.head.head
    tells = noun.head
    if infinitive.tag != "VB" or aside.dep != "relcl" or noun.dep != "dobj" or not is_of(tells, "tasking"):
        return
    told = any(c.dep in {"ccomp", "dative", "xcomp"} or (c.dep == "dobj" and c is not noun) for c in tells.children)
    if is_to(infinitive) and infinitive.i > aside.i + 1 and not told:
        hang([infinitive], tells)
        infinitive.dep = "xcomp"


def be_to_go(infinitive: Word) -> None:
    """Gives an infinitive of going what is called for as its subject: "called for more AID TO GO to Lima"."""
    call = infinitive.head
    to = next((c for c in infinitive.children if c.lower == "to" and c.dep == "aux"), infinitive)
    wanted = next((c for c in call.children if c.lower == "for" and c.dep == "prep"), call)
    what = next((c for c in wanted.children if c.dep == "pobj"), call)
    if call.lemma != "call" or to is infinitive or what is call:
        return
    last = infinitive.sentence.words[to.i - 1]
    if (last is what or last.is_under(what)) and all(c.dep != "nsubj" for c in infinitive.children):
        hang([wanted, what], infinitive)
        wanted.dep, what.dep = "mark", "nsubj"


def call_too(on: Word) -> None:
    """Hangs whom one calls on too on the call, and on him what for: "called on Oslo to go and ON LIMA TO PAY"."""
    calls = on.head if on.dep == "prep" else on.head.head
    if on.lower not in {"on", "upon"} or calls.lemma != "call" or not calls.is_verb:
        return
    first = next((c for c in calls.children if c.dep == "xcomp" and c.tag == "VB" and c.i < on.i), None)
    whom = next((c for c in on.children if c.dep == "pobj"), None)
    if first is None or whom is None or on.head not in {calls, first}:
        return
    behind = (c for w in (calls, first) for c in w.children if c.i > on.i and c.dep in {"advcl", "xcomp"})
    task = next((c for c in behind if c.tag == "VB" and is_to(c)), None)
    if task is not None:
        hang([c for c in first.children if c.dep == "cc" and c.i < on.i], calls)
        hang([on], calls)
        hang([task], whom)
        on.dep, task.dep = "conj", "acl"


def resume(infinitive: Word) -> None:
    """Hangs an infinitive behind dashes on the verb before them: "urged states -- a hint at OSLO -- TO PAY"."""
    words = infinitive.sentence.words
    to = next((c for c in infinitive.children if c.lower == "to" and c.dep == "aux"), infinitive)
    if infinitive.tag != "VB" or to is infinitive or to.i < 2 or words[to.i - 1].text not in _DASHES:
        return
    opens = next((w for w in reversed(words[1 : to.i - 1]) if w.text in _DASHES), to)
    before = words[opens.i - 1]
    verb = next((w for w in (before, *before.ancestors()) if is_of(w, "object_control")), infinitive)
    told = [c for c in verb.children if c.dep in _WHOM and verb.i < c.i < opens.i]
    if opens is to or not told or any(c.dep in {"ccomp", "xcomp"} for c in verb.children):
        return
    for noun in (c for c in verb.children if c.dep == "dobj" and opens.i < c.i < to.i):
        hang([noun], before)
        noun.dep = "appos"
    hang([infinitive], verb)
    infinitive.dep = "xcomp"


def spell_out(infinitive: Word) -> None:
    """Hangs on a threat, a call or a plan behind a preposition what is to be done: "told of THREATS TO CLOSE it"."""
    to = next((c for c in infinitive.children if c.lower == "to" and c.dep == "aux"), infinitive)
    if infinitive.tag != "VB" or to is infinitive or not to.i:
        return
    last = infinitive.sentence.words[to.i - 1]
    noun = next((w for w in (last, *last.ancestors()) if is_of(w, "aims")), last)
    above = noun.head.head
    held = (
        noun.dep == "pobj"
        and noun.head.lower in _OF_AIMS
        and (above is infinitive.head or above.head is infinitive.head)
    )
    if held and is_of(noun, "aims") and all(c.tag != "VB" for c in noun.children):
        hang([infinitive], noun)
        infinitive.dep = "acl"


def welcome(infinitive: Word) -> None:
    """Gives a verb the call as its object that was read as who acts: "WELCOMED ITS CALL on Oslo to go"."""
    noun = next((c for c in infinitive.children if c.dep == "nsubj"), infinitive)
    verb = infinitive.head
    if noun is infinitive or not is_of(noun, "aims") or not is_to(infinitive) or is_of(verb, "object_control"):
        return
    if infinitive.tag == "VB" and verb.is_verb and verb.i < noun.i and all(c.dep != "dobj" for c in verb.children):
        hang([noun], verb)
        hang([infinitive], noun)
        noun.dep, infinitive.dep = "dobj", "acl"
