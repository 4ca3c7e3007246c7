"""What a sentence says of arms without naming any: the goods are those of the deals told before.

Oslo stopped its sales to Chad. Lima did likewise.          the same deal for another side
Berlin imposed an embargo on Ankara.                        nothing more passes between two sides just told of
No permits will be given for Libya any more.                the same
Germany stopped deliveries.                                 the same, the receiver told before
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dipevents.events.arms_deal.lexicon import words_of
from dipevents.reading.clauses import clause, is_negated, is_passive
from dipevents.reading.grammar import is_subjunctive, is_to, was_before
from dipevents.reading.sentence import Word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.models.actor import Actor
    from dipevents.models.arms_deal import ArmsDeal
    from dipevents.reading.sentence import Sentence

__all__ = ["Halt", "find_halts", "find_likewise", "first_told"]

REPEATING = frozenset({"do", "follow"})
OBJECTS = frozenset({"dobj", "nsubjpass", "attr"})
HINDERING = frozenset({"aux", "mark", "neg"})
HELPERS = frozenset({"have", "be", "will", "do", "to", "that"})


class Halt(NamedTuple):
    """A word by which arms no longer pass, with the heads of who stops them and of who would have got them."""

    cue: Word
    noun: Word
    who: tuple[Word, ...]
    whom: tuple[Word, ...]

    @property
    def is_licence(self) -> bool:
        """Whether it is licences that are no longer granted, which states give for arms alone."""
        return self.noun.lemma in {"licence", "license"}


def find_likewise(sentence: Sentence) -> list[tuple[Word, tuple[Word, ...]]]:
    """The verbs that repeat what was told for somebody else, with the heads of who does it, in text order."""
    verbs = [v for v in sentence.words_among(REPEATING) if v.is_verb and _repeats(v) and not _is_open(v)]
    return [(verb, tuple(w for w in clause(verb).subjects if w.pos != "PRON")) for verb in verbs]


def _repeats(verb: Word) -> bool:
    beside = {c.lower for c in verb.children}
    if verb.lemma == "follow":
        return "suit" in beside
    return "likewise" in beside or any(c.lower == "same" and c.dep == "dobj" for c in verb.children)


def _is_open(verb: Word) -> bool:
    """Whether a verb only may come true: negated, under a condition, asked for."""
    if verb.dep in {"xcomp", "advcl", "acl", "pcomp"}:
        return True  # "refused to do likewise"
    return is_negated(verb) or any(c.dep in HINDERING and c.lemma not in HELPERS for c in verb.children)


def find_halts(sentence: Sentence) -> list[Halt]:
    """The halts of a sentence that name no goods, in text order."""
    nouns = sentence.words_among(words_of("echo", "halting", "passing"))
    return [halt for noun in nouns if noun.is_noun and (halt := _halt(noun)) is not None]


def _halt(noun: Word) -> Halt | None:
    verb = noun.head
    if not verb.is_verb or noun.dep not in OBJECTS or not _is_plain(noun) or _asked_for(verb):
        return None
    args, own = clause(verb), clause(noun)
    who = args.subjects
    agents = [c for c in verb.children if c.dep == "agent" or (c.dep == "prep" and c.lower == "by")]
    others = any(c.dep in {"amod", "nummod"} for c in noun.children)  # "five earlier licences had been revoked"
    if (is_passive(verb) and agents and not who) or (was_before(verb) and not others):
        return None  # "were halted by a strike", "the sale had once been halted"
    by_owner = tuple(c for c in noun.children if c.dep == "poss")
    if noun.lemma in words_of("echo", "halting"):
        imposed = verb.lemma in words_of("echo", "imposing") and not _is_open(verb)
        whom = (*own.oblique("on", "against"), *args.oblique("on", "against"))
        return Halt(noun, noun, tuple(who), whom) if imposed and whom else None
    whom = tuple(w for c in (noun, verb) for w in _receivers(c))
    none = any(c.lower == "no" for c in noun.children)
    stopped = verb.lemma in words_of("echo", "stopping")
    if stopped == none or any(c.dep in HINDERING and c.lemma not in HELPERS | {"would"} for c in verb.children):
        return None
    if none and not (whom and (is_passive(verb) or verb.lemma in words_of("echo", "granting"))):
        return None
    return Halt(verb if stopped else noun, noun, tuple(who) or by_owner, whom)


def _receivers(word: Word) -> Iterable[Word]:
    for prep in word.children:
        if prep.dep in {"prep", "dative"} and prep.lower in {"to", "for"}:
            yield from (p for p in prep.children if p.dep == "pobj")


def _is_plain(noun: Word) -> bool:
    """Whether nothing tells of what the halt is: no "gas deliveries", no "licences of taxis"."""
    plain = words_of("echo", "plain")
    own = [c for c in noun.children if c.dep in {"amod", "compound", "nmod"}]
    return all(c.lower in plain for c in own) and not any(c.lower in {"of", "their", "whose"} for c in noun.children)


def _asked_for(verb: Word) -> bool:
    """Whether somebody only asks for the halt: "urged Oslo to stop deliveries", "demands that it cancel the sale"."""
    while verb.dep == "conj" and verb.head.is_verb and verb.tag == verb.head.tag:
        verb = verb.head  # "demands that it scrap the sale and STOP deliveries"
    bare = verb.tag == "VB" or is_subjunctive(verb)
    if verb.dep == "ccomp" and bare and verb.head.lemma in words_of("status", "asking"):
        return True
    return is_to(verb) and verb.dep != "ROOT" and verb.head.lemma not in words_of("echo", "deciding")


def first_told(actors: tuple[Actor, ...], deal: ArmsDeal) -> int:
    """Where a side is first named in the evidence of its deal; behind all where it is not."""
    spans = [(e.start, e.end) for e in deal.evidence]
    starts = [m.start for a in actors for m in a.mentions if any(x <= m.start < y for x, y in spans)]
    return min(starts, default=1 << 60)
