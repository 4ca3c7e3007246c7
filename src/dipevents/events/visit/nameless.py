"""Whom words without a name mean, beside those of an office.

Ana Holt, the Fijian minister. THE FIJIAN left on Monday      the person of that state who was named last
two MEMBERS of the Peruvian parliament, MEPs from Peru        those of a house, and offices that pass for names
A Syrian team came. THE TEAM left on Monday                   the team that was told of last
PERUVIAN aides denied that THE PREMIER had left               an office, of the state of who tells of it
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.visit.frames import visit_words
from dipevents.mentions.gazetteer import country_of_adjective
from dipevents.mentions.words import lexicon
from dipevents.models.actor import Actor, ActorKind
from dipevents.reading.clauses import clause, phrase
from dipevents.reading.grammar import SUBJECTS

if TYPE_CHECKING:
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["of_capital", "of_chamber", "of_nation", "of_teller", "team_before"]

PEOPLES = ("ch", "ese", "sh", "ss")
"""Endings of nationalities that mean a people."""
BACK = 4
"""Sentences in which a team was told before."""
ACTING = frozenset({"dobj", "nsubj", "nsubjpass"})
"""Relations of who does something or has it done to him."""


def of_nation(mentions: Mentions, word: Word) -> tuple[Actor, ...]:
    """The person of a state who was named last before its nationality in the singular; none for any other word."""
    if word.dep not in ACTING or word.tag not in {"NN", "NNP", "JJ"} or not word.text[:1].isupper():
        return ()
    if [c.lower for c in word.children if c.i < word.i] != ["the"] or word.lower.endswith(PEOPLES):
        return ()  # "the FRENCH arrived": all of them
    code = country_of_adjective(word.text)
    told = [a for a in mentions.actors.actors if code and a.country == code and a.kind is ActorKind.PERSON]
    last = ((m.start, i) for i, a in enumerate(told) for m in a.mentions if m.start < word.start)
    _, at = max(last, default=(0, -1))
    return (told[at],) if at >= 0 else ()


def of_teller(mentions: Mentions, word: Word, actor: Actor) -> Actor:
    """An office of no told state with that of who tells of it, if nothing else that he tells is of that state."""
    sole = word.lemma in lexicon("of_dateline") or word.lower == "secretary"
    if actor.country is not None or actor.kind is not ActorKind.PERSON or not sole:
        return actor
    if any(c.dep in {"poss", "prep"} or c.lower in {"a", "an"} for c in word.children):
        return actor
    for told in word.ancestors():
        tellers = [c for c in told.head.children if c.dep in SUBJECTS] if told.dep == "ccomp" else []
        state = next((code for w in tellers if (code := mentions.actors.country_of(w))), None)
        if state is not None:
            near = {mentions.actors.country_of(w) for w in told.subtree()}
            return actor if state in near else replace(actor, country=state, country_guessed=True)
    return actor


def of_chamber(mentions: Mentions, word: Word) -> tuple[Actor, ...]:
    """The members of a public body: "two MEMBERS of the Peruvian parliament"."""
    bodies = clause(word).oblique("of", "from")
    whole = next((w for w in bodies if w.lemma.lower() in visit_words("people", "chambers")), None)
    if whole is None or (whole.lemma == "family" and not any(c.lower == "royal" for c in whole.children)):
        return ()
    first, _ = phrase(word, skip=("prep", "relcl", "acl", "appos", "conj", "cc", "punct"))
    named = mentions.word_evidence(first, whole)
    kind = ActorKind.GROUP if word.tag == "NNS" else ActorKind.PERSON
    country = mentions.actors.country_of(whole)
    return (Actor(name=named.text, kind=kind, country=country, mentions=(named,)),)


def of_capital(mentions: Mentions, word: Word) -> tuple[Actor, ...]:
    """Several officials whom a capital lets pass for a name: "two MPs", "MEPs from Peru"."""
    letters = word.text.endswith("s") and word.text[:-1].isupper()  # the tagger's "MPs" is one
    if not (letters or (word.tag in {"NNS", "NNPS"} and word.text[:1].isupper())):
        return ()
    named = mentions.word_evidence(*phrase(word, skip=("prep", "relcl", "acl", "appos", "conj", "cc", "punct")))
    return (Actor(name=named.text, kind=ActorKind.GROUP, mentions=(named,)),)


def team_before(mentions: Mentions, word: Word) -> tuple[Actor, ...]:
    """The team of a known state that is told again by its noun alone: "A Syrian team came … THE TEAM left"."""
    if word.lemma not in visit_words("people", "teams") or [c.lower for c in word.children if c.i < word.i] != ["the"]:
        return ()
    if any(c.dep in {"prep", "acl", "relcl"} for c in word.children):
        return ()
    at = word.sentence.i
    before = (w for s in reversed(mentions.sentences[max(0, at - BACK) : at]) for w in reversed(s.words))
    last = next((w for w in before if w.lemma == word.lemma and w.pos == "NOUN"), word)
    led = any(w.dep == "acl" and w.lemma in visit_words("verbs", "lead") for w in last.subtree())
    told = mentions.actors.who(last)
    return told if told and told[0].country and not led else ()
