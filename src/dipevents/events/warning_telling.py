"""Plain speech that a turn of phrase tells, so that no attribution holds it.

Oslo made no secret that it would strike; sent word that Lima must pay     a verb, a noun of what is told, its clause
Oslo made it clear that Lima must pay; drove home that …                  a verb, and how it is told
the message from Oslo was that ships would be sunk; Peru's position is that …     the noun, its owner or source
Oslo spelled out that it would strike; gave Lima to understand that …              a verb that says so with its particle
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.warning_issuers import actors_of, speaker_of
from dipevents.events.warning_lexicon import lexicon
from dipevents.events.warning_triggers import Trigger
from dipevents.reading.clauses import auxiliaries, clause, is_negated, is_passive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["find_telling", "telling_words"]

_NO = frozenset({"no", "little", "few"})
_MODAL = frozenset({"to", "would", "could", "may", "might", "should", "must", "can", "’d", "'d"})
_TO = ("to", "with", "for", "on")
_SO = frozenset({"clear", "home", "plain"})
"""How something is told: "made it CLEAR that", "drove HOME that"."""


@cache
def telling_words() -> frozenset[str]:
    """The lemmas of the nouns and verbs that may tell something in a turn of phrase."""
    lists = (lexicon("telling", name) for name in ("nouns", "denied", "verbs"))
    return frozenset().union(_SO, *lists)


def find_telling(mentions: Mentions, word: Word) -> Iterator[Trigger]:
    """The plain speech that a noun or verb tells with the words beside it."""
    if word.lemma in lexicon("telling", "verbs"):
        yield from _of_verb(mentions, word)
    elif word.is_noun and word.dep in {"nsubj", "nsubjpass"}:
        yield from _of_subject(mentions, word)
    elif word.is_noun or word.lower in _SO:
        yield from _of_object(mentions, word)


def _of_object(mentions: Mentions, noun: Word) -> Iterator[Trigger]:
    """What is told by a noun and its light verb: "SENT WORD that", "made no SECRET that", "left Lima in no DOUBT"."""
    verb = noun.head.head if noun.dep == "pobj" and noun.head.lower in {"in", "under"} else noun.head
    if not verb.is_verb or verb.lemma not in lexicon("telling", "light") or not _is_done(verb):
        return
    none = any(c.lower in _NO for c in noun.children)
    if (noun.lemma in lexicon("telling", "denied")) is not none:
        return
    facts = (p for c in (*noun.children, *verb.children) if c.dep == "prep" for p in c.children if p.lemma == "fact")
    told = next((c for w in (noun, verb, *facts) for c in w.children if c.i > noun.i and _is_that(c)), None)
    if told is not None:
        yield _trigger(mentions, verb, noun, told)


def _of_subject(mentions: Mentions, noun: Word) -> Iterator[Trigger]:
    """What is told as somebody's message or position: "the MESSAGE from Oslo was that", "Peru's POSITION is that"."""
    state = noun.head
    if state.lemma not in {"be", "remain"} or noun.lemma not in lexicon("telling", "stances") or is_negated(state):
        return
    told = next((c for c in state.children if c.i > state.i and _is_that(c)), None)
    args = clause(noun)
    owners = actors_of(mentions, (c for c in noun.children if c.dep in {"poss", "compound", "amod"}))
    issuers = owners or speaker_of(mentions, args.oblique("from", "of", "by"))
    if told is not None and issuers:
        addressed = args.oblique("to", "for")
        yield Trigger(state, None, issuers, addressed, about=(told,), lexical=False, sentence=noun.sentence)


def _of_verb(mentions: Mentions, verb: Word) -> Iterator[Trigger]:
    """What is told by a verb with its particle: "SPELLED OUT that", "gave Lima TO UNDERSTAND that"."""
    if verb.lemma == "understand":
        below = verb.head.lemma == "give" and verb.dep == "xcomp"
        told = next((c for c in verb.children if below and _is_that(c)), None)
        verb = verb.head
    else:
        told = next((c for c in verb.children if c.i > verb.i and _is_that(c)), None)
    particle = verb.lemma not in {"spell", "spelt"} or any(c.lower == "out" for c in verb.children)
    if told is not None and particle and _is_done(verb):
        yield _trigger(mentions, verb, verb, told)


def _trigger(mentions: Mentions, verb: Word, noun: Word, told: Word) -> Trigger:
    args = clause(verb)
    addressed = args.recipients or args.oblique(*_TO) or (clause(noun).oblique(*_TO) if noun.is_noun else ())
    addressed = addressed or tuple(w for w in args.objects if w is not noun and mentions.actors.who(w))
    issuers = speaker_of(mentions, args.subjects)
    return Trigger(verb, None, issuers, addressed, about=(told,), lexical=False, sentence=verb.sentence)


def _is_done(verb: Word) -> bool:
    """Whether somebody did tell it: not "would send a signal", "to make the point"."""
    return not is_negated(verb) and not is_passive(verb) and not any(h.lower in _MODAL for h in auxiliaries(verb))


def _is_that(verb: Word) -> bool:
    """Whether a clause begins with "that" and has a subject of its own, whatever "that" was taken for."""
    if not verb.is_verb or verb.dep not in {"acl", "advcl", "ccomp", "relcl"}:
        return False
    that = next((c.i for c in verb.children if c.lower == "that" and c.i < verb.i), None)
    that = that if that is not None else next((w.i for w in verb.subtree() if w.lower == "that" and w.i < verb.i), None)
    return that is not None and any(c.dep in {"nsubj", "nsubjpass"} and c.i > that for c in verb.children)
