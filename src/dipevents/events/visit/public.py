"""Of whom a journey is news: who holds an office, and who is told as public though no word tells the office.

Minister Kim; Kim, of the ministry; a head of state known by name       by office
Kim's visit to Prague. … Kim was in Oslo, too                           by an official visit told in the article
Peru's Kim was in Prague                                                by the state that the name is called after
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from dipevents.events.visit.frames import Kind, is_of_sport, visit_words
from dipevents.mentions.gazetteer import country_code, leader
from dipevents.models.actor import Actor, ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["OFFICIAL", "bears_office", "has_office", "is_public", "note_public"]

OFFICIAL = frozenset({Kind.VISIT, Kind.NOUN, Kind.VISITING, Kind.RECEIVE, Kind.DUE, Kind.INVITE, Kind.REFUSED})
"""Frames that nobody uses of private travel."""
OWNER = re.compile(r"([A-Z][\w.]*(?: [A-Z][\w.]*){0,3})['’]s?\s+$")
"""A name in the genitive, at the end of what stands before another."""
BEFORE = 40
"""Characters before a name in which the state that it is called after stands."""


class _Public(dict[str, bool]):
    """Whether persons of an article are public, by name; those who are not asked for yet are missing."""


def _table(mentions: Mentions) -> _Public:
    table = mentions.shared.get(_Public)
    if not isinstance(table, _Public):
        table = mentions.shared[_Public] = _Public()
    return table


def note_public(mentions: Mentions, actors: Iterable[Actor]) -> None:
    """Keeps in mind that persons are on an official visit, or host one."""
    table = _table(mentions)
    for actor in actors:
        if actor.kind is ActorKind.PERSON and actor.country is not None:
            table[actor.name] = True


def is_public(mentions: Mentions, actor: Actor) -> bool:
    """Whether a person is known by an office, a body or an official visit; of others a journey tells nothing."""
    if actor.role or actor.affiliation:
        return True
    table = _table(mentions)
    if actor.name not in table:
        known = leader(actor.name, mentions.published.year if mentions.published else None) is not None
        table[actor.name] = known or _is_of_state(mentions, actor)
    return table[actor.name]


def _is_of_state(mentions: Mentions, actor: Actor) -> bool:
    """Whether somebody is called after a state, and not in news of sport: "PERU'S Kim was in Prague"."""
    if actor.country is None or actor.country_guessed:
        return False
    year = mentions.published.year if mentions.published else None
    for mention in actor.mentions:
        owner = OWNER.search(mentions.article.text[max(0, mention.start - BEFORE) : mention.start])
        if owner is not None and country_code(owner[1], year) == actor.country:
            around = mentions.sentences_over(mention.start, mention.end)
            return not any(is_of_sport(s) for s in around)
    return False


def has_office(actor: Actor, name: str = "bearers") -> bool:
    """Whether an actor is called by an office of a list of `data/visit.toml`, or is several people or a body."""
    unnamed = actor.name.split()[-1].islower()
    words = (actor.role or (actor.name if unnamed else "")).lower().replace("-", " ").split()
    offices = visit_words("people", name)
    return actor.kind is not ActorKind.PERSON or any(w.removesuffix("s") in offices for w in words)


def bears_office(word: Word) -> bool:
    """Whether the words around a name tell an office: "the ministers, Kim and Lee", "envoy Kim"."""
    if (
        word.dep == "pobj"
        and word.head.dep == "agent"
        and word.head.head.lemma in visit_words("verbs", "lead", "accompany")
    ):
        return True  # "a delegation led by Kim"
    near = [word, *(c for c in word.children if c.dep in {"compound", "nmod", "appos"})]
    near.extend(c for up in near[1:] if up.dep == "appos" for c in up.children if c.dep in {"compound", "nmod"})
    chain = (word, *islice(word.ancestors(), 2))
    near.extend(up.head for up in chain if up.dep in {"appos", "conj"} and up.head.is_noun)
    ranks = visit_words("people", "ranks")
    return any(w.lemma in visit_words("people", "bearers") or w.lower.rstrip(".") in ranks for w in near)
