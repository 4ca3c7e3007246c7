"""What the next sentences tell of a visit: its days, and officials of the place who do something with the guest.

Kim met Zeman in Prague. The visit, which began on Monday       the days of what was only told as a meeting

Kim arrived in Prague. Kim and Zeman signed two treaties        who acts with him
She signed a treaty with Zeman; Zeman showed her a port         or on him
Her host, Zeman, praised the treaty; talks with Zeman are due   or is told to be met

"Kim criticised Zeman", "Zeman wrote to Kim", "Kim hoped for talks with Zeman" tell of none: they need not be in one
place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.merge import with_evidence
from dipevents.events.status import Phase, read_status
from dipevents.events.visit.frames import Kind, visit_words
from dipevents.events.visit.merge import same_party
from dipevents.events.visit.people import identify, is_resident
from dipevents.events.visit.public import has_office
from dipevents.models.actor import ActorKind, countries_of
from dipevents.models.visit import VisitStatus
from dipevents.reading.clauses import clause, with_conjuncts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dipevents.events.visit.drafts import Draft
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.visit import Visit
    from dipevents.reading.sentence import Word

__all__ = ["with_host_beside", "with_pointed"]

NEXT = 2
"""Sentences behind the account of a visit in which its host, or its days, may be told so."""


def with_pointed(mentions: Mentions, visits: Sequence[Visit], drafts: Iterable[Draft]) -> list[Visit]:
    """The visits, those told as meetings with the days of "the visit", "her trip" behind; completes these accounts."""
    found = list(visits)
    for draft in drafts:
        open_still = draft.doubt == "nowhere" or (not draft.visitors and draft.frame.definite)
        if draft.frame.kind is not Kind.NOUN or not open_still or draft.when is None or draft.places:
            continue
        first = mentions.sentences[max(0, draft.at - NEXT)].start
        near = [i for i, v in enumerate(found) if first <= v.evidence[-1].start < draft.frame.trigger.sentence.start]
        one = near and all(same_party(found[i].visitors, draft.visitors or found[near[0]].visitors) for i in near)
        told = found[near[-1]] if one else None
        if told is None or told.status is not draft.stage or (told.when and not draft.when.contains(told.when)):
            continue
        draft.visitors, draft.places = told.visitors, told.destinations
        here = replace(told, evidence=(mentions.sentence_evidence(draft.frame.trigger.sentence),))
        found[near[-1]] = with_evidence(replace(told, when=draft.when), told, here)
    return found


def with_host_beside(mentions: Mentions, visit: Visit) -> Visit:
    """A visit without a host, with the official of the place whom the next sentences tell beside the guest."""
    there, guests = countries_of(visit.destinations), frozenset(v.name for v in visit.visitors)
    if visit.hosts or len(there) != 1 or visit.status not in {VisitStatus.OCCURRED, VisitStatus.PLANNED}:
        return visit
    told = (s.i for e in visit.evidence for s in mentions.sentences_over(e.start, e.end))
    near = dict.fromkeys(s for at in told for s in mentions.sentences[at : at + NEXT + 1])
    for word in (w for s in near for w in s.words if w.pos == "PROPN"):
        called = any(w.lemma == "host" for w in (word.head, *word.children))  # "embraced his HOST, ZEMAN"
        persons = (a for a in mentions.actors.at(word) if a.kind is ActorKind.PERSON and a.name not in guests)
        officials = (a for a in persons if called or (a.role and has_office(a)))
        hosts = tuple(a for a in officials if a.country in there and not is_resident(a))
        if hosts and _is_beside(mentions, word, guests | {a.name for a in hosts}, guests):
            return replace(visit, hosts=hosts)
    return visit


def _is_beside(mentions: Mentions, word: Word, known: frozenset[str], guests: frozenset[str]) -> bool:
    """Whether who is named does something with a guest, or is told to be met and nobody else beside."""

    def is_guest(other: Word) -> bool:
        return any(a.name in guests for a in identify(mentions, other))

    called = (word.head if word.dep == "appos" else word, *(c for c in word.children if c.dep == "appos"))
    if any(c.dep == "poss" and is_guest(c) for w in called if w.lemma == "host" for c in w.children):
        return True
    top = word
    while top.dep in {"appos", "conj"} and not top.head.is_verb and top.head is not top:
        top = top.head
    verb, found, joint = top.head, clause(top.head), any(map(is_guest, with_conjuncts((top,))))
    if top.dep == "nsubj" and joint:
        return verb.tag == "VBD" and verb.lemma not in visit_words("beside", "apart")
    if top.dep == "nsubj" and verb.lemma in visit_words("beside", "showing") | visit_words("support", "telling"):
        honoured = (c for w in verb.subtree() if w.lemma in {"honour", "honor"} for c in w.children)
        # nobody dines in his own honour
        return any(map(is_guest, (*found.objects, *found.recipients))) or any(c.tag == "PRP$" for c in honoured)
    if top.dep == "pobj" and verb.lower == "of" and verb.head.lemma == "presence" and verb.head.dep == "pobj":
        return any(map(is_guest, clause(verb.head.head.head).subjects))  # "signed it IN THE PRESENCE OF ZEMAN"
    if top.dep != "pobj" or verb.lower not in {"with", "beside", "alongside"}:
        return False
    above = verb.head
    if above.lemma in visit_words("nouns", "meeting"):
        if read_status(above).phase in {Phase.POSSIBLE, Phase.DENIED}:
            return False  # "had hoped for TALKS with Zeman"
        named = (a for w in word.sentence.words if w.pos == "PROPN" for a in mentions.actors.at(w))
        return all(a.name in known or a.country is None or a.kind is not ActorKind.PERSON for a in named)
    above = above.head if above.dep == "dobj" else above
    return above.lemma in visit_words("beside", "joint") and any(map(is_guest, clause(above).subjects))
