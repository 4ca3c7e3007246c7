"""Hosts of a visit just told: officials of the place who do something together with the guest.

Kim arrived in Prague. Kim and Zeman signed two treaties        who acts with him
She signed a treaty with Zeman; Zeman showed her a port         or on him
Her host, Zeman, praised the treaty; talks with Zeman are due   or is told to be met

"Kim criticised Zeman", "Zeman wrote to Kim" tell of none: they need not be in one place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.visit.frames import visit_words
from dipevents.events.visit.people import identify, is_resident
from dipevents.events.visit.places import countries_of
from dipevents.events.visit.public import has_office
from dipevents.models.actor import ActorKind
from dipevents.models.visit import VisitStatus
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.models.visit import Visit
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["with_host_beside"]

NEXT = 2
"""Sentences behind the account of a visit in which its host may be told so."""
STEPS = 6
"""How many words of a chain are followed."""


def with_host_beside(mentions: Mentions, visit: Visit) -> Visit:
    """A visit without a host, with the official of the place whom the next sentences tell beside the guest."""
    there = countries_of(visit.destinations)
    persons = all(v.kind is ActorKind.PERSON for v in visit.visitors)
    if visit.hosts or not persons or len(there) != 1 or visit.status not in {VisitStatus.OCCURRED, VisitStatus.PLANNED}:
        return visit
    guests = frozenset(v.name for v in visit.visitors)
    for evidence in visit.evidence:
        at = next((s.i for s in mentions.sentences_over(evidence.start, evidence.end)), 0)
        for sentence in mentions.sentences[at : at + NEXT + 1]:
            for word in sentence.words:
                found = mentions.actors.at(word) if word.pos == "PROPN" else ()
                hosts = tuple(a for a in found if _may_host(a, there) and a.name not in guests)
                if hosts and _is_beside(mentions, word, guests, sentence):
                    return replace(visit, hosts=hosts)
    return visit


def _may_host(actor: Actor, there: frozenset[str]) -> bool:
    named = actor.kind is ActorKind.PERSON and bool(actor.role)
    return named and actor.country in there and has_office(actor) and not is_resident(actor)


def _is_beside(mentions: Mentions, word: Word, guests: frozenset[str], sentence: Sentence) -> bool:
    """Whether who is named does something with a guest, or is told to be met by the one just told."""

    def is_guest(other: Word) -> bool:
        return any(a.name in guests for a in identify(mentions, other))

    called = (word.head if word.dep == "appos" else word, *(c for c in word.children if c.dep == "appos"))
    if any(c.dep == "poss" and is_guest(c) for w in called if w.lemma == "host" for c in w.children):
        return True
    top, chain = word, [word]
    while top.dep in {"appos", "conj"} and top.head.is_noun | (top.head.pos == "PRON") and len(chain) < STEPS:
        top = top.head
        chain.append(top)
    verb = top.head
    if top is not word and top.dep == "nsubj" and verb.tag == "VBD" and any(map(is_guest, chain)):
        return verb.lemma not in visit_words("beside", "apart")
    if top.dep == "pobj" and verb.lower in {"with", "beside", "alongside"}:
        above = verb.head
        if above.lemma in visit_words("nouns", "meeting"):
            return not any(a.country and a.name not in guests for a in _others(mentions, sentence, word))
        above = above.head if above.dep == "dobj" else above
        return (
            above.is_verb
            and above.lemma in visit_words("beside", "joint")
            and any(map(is_guest, clause(above).subjects))
        )
    if top.dep != "nsubj" or verb.lemma not in visit_words("beside", "showing"):
        return False
    found = clause(verb)
    honoured = (c for w in verb.subtree() if w.lemma in {"honour", "honor"} for c in w.children if c.dep == "poss")
    return any(map(is_guest, (*found.objects, *found.recipients))) or any(
        c.tag == "PRP$" or is_guest(c)
        for c in honoured  # nobody dines in his own honour
    )


def _others(mentions: Mentions, sentence: Sentence, word: Word) -> list[Actor]:
    """The other persons of a sentence."""
    named = (a for w in sentence.words if w.pos == "PROPN" and w is not word for a in mentions.actors.at(w))
    own = {a.name for a in mentions.actors.at(word)}
    return [a for a in named if a.kind is ActorKind.PERSON and a.name not in own]
