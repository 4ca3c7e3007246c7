"""Warnings that are said to be what they are about.

Peru's demand is THAT CHILE LEAVE; among its demands is the RELEASE of the crew     what is demanded, behind "be"
the fleet is a matter of concern to Oslo; of concern to Oslo is the fleet             what troubles, and whom
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning_issuers import actors_of
from dipevents.events.warning_lexicon import lexicon
from dipevents.events.warning_tasks import is_that
from dipevents.events.warning_triggers import Trigger
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import auxiliaries, clause, is_negated

if TYPE_CHECKING:
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = ["identified"]

_BE = frozenset({"be", "become", "remain"})
_FELT = ("to", "for", "in")
_VOICED = ("from", "by", "of")


def identified(mentions: Mentions, noun: Word, kind: WarningKind | None) -> Trigger | None:
    """The trigger of a noun that is said to be what it is about, or None."""
    concern = kind is WarningKind.CONCERN
    top = _cause(noun) if concern else noun
    state = _state_of(noun, top, concern=concern)
    if state is None or is_negated(state) or any(h.tag == "MD" for h in auxiliaries(state)):
        return None
    told = _told(noun, state, kind)
    if told is None:
        return None
    issuers = _whose(mentions, noun, top, state, concern=concern)
    if not issuers or (told.is_noun and concern and not _names_others(mentions, told, issuers)):
        return None
    return Trigger(noun, kind, issuers, (), None, (told,), sentence=noun.sentence)


def _cause(noun: Word) -> Word:
    """What is a cause of concern: "a CAUSE of alarm", "a MATTER of concern"; else the noun itself."""
    above = noun.head.head
    joined = noun.dep == "pobj" and noun.head.lower in {"of", "for"}
    return above if joined and above.lemma in lexicon("frames", "causes") else noun


def _state_of(noun: Word, top: Word, *, concern: bool) -> Word | None:
    """The "be" that tells what a noun is: its subject or predicate, or "of concern", "among its demands"."""
    if top.dep in {"nsubj", "attr"} and (top.dep == "nsubj" or top is not noun) and top.head.lemma in _BE:
        return top.head
    prepositions = {"among", "of"} if concern else {"among"}
    if noun.dep == "pobj" and noun.head.lower in prepositions and noun.head.head.lemma in _BE:
        return noun.head.head
    return None


def _told(noun: Word, state: Word, kind: WarningKind | None) -> Word | None:
    """The clause or noun on the other side of "be", where it can be what the noun is about."""
    others = [c for c in state.children if c is not noun and not noun.is_under(c)]
    said = (c for c in others if c.dep == "ccomp" and is_that(c))
    if (clausal := next(said, None)) is not None:
        return clausal
    things = [c for c in others if c.dep in {"nsubj", "attr"} and c.is_noun]
    if kind is WarningKind.DEMAND:
        things = [c for c in things if c.lemma in lexicon("content", "called_for")]
    elif kind is not WarningKind.CONCERN:
        return None
    return things[0] if things else None


def _whose(mentions: Mentions, noun: Word, top: Word, state: Word, *, concern: bool) -> tuple[Actor, ...]:
    """Whose it is: its owner, or whom a concern is one "to"."""
    owners = actors_of(mentions, (c for c in noun.children if c.dep in {"poss", "compound", "amod"}))
    places = [*clause(noun).oblique(*_FELT), *clause(top).oblique(*_FELT), *clause(state).oblique("to", "for")]
    return owners or actors_of(mentions, places if concern else clause(noun).oblique(*_VOICED))


def _names_others(mentions: Mentions, told: Word, issuers: tuple[Actor, ...]) -> bool:
    """Whether what troubles somebody names another state or actor: "Kenya's concern was the price of tea" is none."""
    homes = {i.country for i in issuers if i.country}
    named = (a for w in told.subtree() for a in mentions.actors.at(w) if a not in issuers)
    return any(a.country is None or a.country not in homes for a in named)
