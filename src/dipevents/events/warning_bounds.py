"""Conditions without "if": a bid, one thing more, "otherwise", and what would follow.

touch our boats AND you will hear from us; keep away OR we will come     a bid, and what follows
one more shell AND the talks are over                                     one thing more, and what follows
OTHERWISE the north will go its own way                                    what follows if not
WITHOUT a deal they would have to go                                       what follows if there is none
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning_acts import is_future
from dipevents.events.warning_lexicon import lexicon
from dipevents.reading.clauses import auxiliaries, clause

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.reading.sentence import Word

__all__ = ["followed_by", "is_one_more"]

_ELSE = frozenset({"otherwise", "else"})
_SPANS = frozenset({"year", "month", "week", "day", "hour", "winter", "summer"})
_MORE = frozenset({"another", "more", "single"})


def followed_by(verb: Word, *, own: bool) -> Iterator[str]:
    """What an act to come signals that follows from a bid, from something else than was said, or from a lack."""
    subjects = [c for c in verb.children if c.dep in {"nsubj", "nsubjpass", "expl"}]
    if verb.dep == "conj" and subjects and is_bid(verb.head):
        links = {c.lower for c in verb.head.children if c.dep == "cc"}
        dared = verb.head.lemma in _dared()
        if (dared and "and" in links) or ("or" in links and not (own and verb.lemma in {"miss", "lose", "fail"})):
            yield "or_else"
    if any(c.lower in _ELSE and subjects and c.i < subjects[0].i for c in verb.children) and not _is_plain(verb):
        yield from ("condition", "provoked")
    lacking = clause(verb).oblique("without", "absent", "failing")
    asked = lexicon("content", "called_for") | lexicon("content", "blessings")
    if any(w.lemma in asked for w in lacking) and not own and _is_forced(verb):
        yield from ("condition", "provoked")


def _dared() -> frozenset[str]:
    return lexicon("content", "harm") | lexicon("content", "trespass") | lexicon("content", "hurts") | {"lay", "lift"}


def _is_plain(verb: Word) -> bool:
    return verb.lemma in lexicon("content", "mild_acts") | lexicon("content", "fruits") | {"be", "have"}


def _is_forced(verb: Word) -> bool:
    """Whether somebody will have to do something: "would HAVE TO go home"."""
    return verb.lemma in {"have", "need", "force", "oblige"} and any(c.dep == "xcomp" for c in verb.children)


def is_bid(verb: Word) -> bool:
    """Whether a verb bids: "TOUCH our boats"."""
    if verb.tag not in {"VB", "VBP"} or not verb.is_verb or auxiliaries(verb):
        return False
    return all(c.dep not in {"nsubj", "nsubjpass", "expl"} or c.i > verb.i for c in verb.children)


def is_one_more(words: Sequence[Word]) -> Iterator[str]:
    """What is signalled by one thing more, and what follows from it: "ONE MORE SHELL AND the talks are over"."""
    said = [w for w in words[:12] if w.pos != "PUNCT"]
    if len(said) < 5 or said[0].lower not in {"one", "another", "a", "any"}:
        return
    if not {said[0].lower, said[1].lower} & _MORE:
        return
    link = next((k for k, w in enumerate(said) if w.lower == "and"), None)
    if link is None or any(w.is_verb for w in said[:link]) or link + 1 >= len(said):
        return
    behind = [w for w in words if w.i > said[link].i and w.is_verb]
    if behind and any(is_future(w) or w.tag in {"VBZ", "VBP"} or w.tag == "VBN" for w in behind[:2]):
        span = any(w.lemma in _SPANS for w in said[:link])
        yield "brings" if span else "or_else"
