"""What the words of a verb itself say of how real it is: tense, helpers, negation, a condition, a question.

Kim will visit                                                  planned
Kim may visit; if Kim visits; did, will Kim visit?              possible
Kim did not visit                                               denied
Kim has not visited it since 2019; has never been there        not so far
WHENEVER Kim is ill, he flies to Oslo; Lima ALWAYS threatens    a habit
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.phases import Phase, conditional, contrary, nobody, unreal, words_of
from dipevents.lexicon import read_words
from dipevents.reading.clauses import auxiliaries, is_negated
from dipevents.reading.grammar import SUBJECTS, is_question, is_yet_to_be
from dipevents.reading.sentence import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.mentions.mentions import Mentions
    from dipevents.models.evidence import Evidence

__all__ = ["UNDONE", "Status", "is_customary", "modals", "mood_of", "never_yet", "unexcused"]

_AGAIN = (["each", "time"], ["every", "time"])
_WOULD = frozenset({"would", "'d", "’d"})
UNDONE = _WOULD | {"should"}  # before "have": "would have sold jets but for the coup"
RANK = {phase: rank for rank, phase in enumerate(Phase)}


@dataclass(frozen=True, slots=True)
class Status:
    """A phase and the words that decide it; no words where plain tense does."""

    phase: Phase
    cue: tuple[Word, ...] = ()

    def evidence(self, mentions: Mentions) -> Evidence | None:
        """The cue's words in the article, or None where plain tense decides."""
        if not self.cue:
            return None
        ordered = sorted(self.cue, key=lambda w: w.i)
        return mentions.word_evidence(ordered[0], ordered[-1])

    def over(self, inner: Status) -> Status:
        """The status of what stands under this one: the stronger doubt wins."""
        return self if RANK[self.phase] > RANK[inner.phase] else inner


@cache
def modals() -> dict[str, Phase]:
    """The helpers that say how real a thing is."""
    return {word: Phase(phase) for phase, words in read_words("status")["modals"].items() for word in words}


def _has_condition(verb: Word) -> bool:
    return any(c.dep == "advcl" and conditional(c) for c in verb.children)


def _helped(verb: Word, helper: Word, helpers: Sequence[Word]) -> Phase | None:
    """What a helper of a verb says of it."""
    if helper.lower in UNDONE and verb.tag == "VBN" and any(h.lower == "have" for h in helpers):
        return Phase.DENIED
    if helper.lower in _WOULD and _has_condition(verb):
        return Phase.POSSIBLE
    return modals().get(helper.lower)


def mood_of(verb: Word) -> Status:
    """What the verb's own auxiliaries, negation and mood say."""
    found = Status(Phase.HAPPENED)
    if mark := conditional(verb):
        if contrary(verb) is not None and is_negated(verb):
            return found  # "HAD Oslo NOT sold them": it did
        found = Status(Phase.POSSIBLE, (mark,)).over(found)
    helpers = auxiliaries(verb)
    for helper in helpers:
        if (phase := _helped(verb, helper, helpers)) is not None:
            found = Status(phase, (helper,)).over(found)
    if any(h.lower == "to" for h in helpers) and (verb.head is verb or verb.dep == "parataxis"):
        found = Status(Phase.PLANNED, (helpers[0],)).over(found)
    if is_negated(verb):
        negation = next((c for c in verb.children if c.dep == "neg"), verb)
        # "has YET to buy": it may still
        found = Status(Phase.POSSIBLE if is_yet_to_be(verb) else Phase.DENIED, (negation,))
    if (cue := unreal(verb)) is not None:
        found = Status(Phase.DENIED, (cue,))
    for child in verb.children:
        doubt = child.dep == "advmod" and child.lower in words_of("doubts")
        if doubt and child.i < verb.i:  # no "visit, PERHAPS in May"
            found = Status(Phase.POSSIBLE, (child,)).over(found)
    if found.phase in {Phase.HAPPENED, Phase.PLANNED} and (asked := _asked(verb)) is not None:
        return Status(Phase.POSSIBLE, (asked,))
    if verb.tag == "VBG" and found.phase is Phase.HAPPENED and any(h.lemma == "be" for h in helpers):
        return Status(Phase.ONGOING)
    return found


def _asked(verb: Word) -> Word | None:
    """The helper with which a question begins that may be answered by no: "DID Kim visit Prague?"; else None."""
    sentence = verb.sentence
    if verb.head is not verb or not is_question(sentence):
        return None
    subject = next((c for c in verb.children if c.dep in SUBJECTS), None)
    hung = (
        (c for c in subject.children if c.dep == "aux") if subject is not None else ()
    )  # "WILL Joe Biden visit Prague?"
    helper = next((c for c in (*auxiliaries(verb), *hung) if subject is not None and c.i < subject.i), None)
    open_word = any(w.tag in {"WP", "WRB", "WDT", "WP$"} for w in sentence.words[: subject.i if subject else 0])
    return None if open_word else helper


def never_yet(verb: Word, words: frozenset[str], *, by_nobody: bool = False) -> bool:
    """Whether a perfect tells what has not been done so far, by one of some words: "has not visited it SINCE 2019".

    So may what NOBODY has done, where that is asked for: "NEITHER of them has been there".
    """
    while verb.dep == "conj" and verb.head.tag == "VBN":
        verb = verb.head  # "has never been to Prague nor VISITED Oslo"
    if is_yet_to_be(verb):
        return "yet" in words
    undone = verb.tag == "VBN" and (is_negated(verb) or (by_nobody and nobody(verb) is not None))
    if not undone or not any(w.lemma == "have" for w in auxiliaries(verb)):
        return False
    below = [c for c in verb.children if c.dep in {"advmod", "prep", "advcl", "neg"}]
    return verb.lemma == "be" or any(w.lower in words for c in below for w in (c, *c.children))


def is_customary(verb: Word, *, always: bool = True) -> bool:
    """Whether a verb tells what is done again and again: "WHENEVER Lima arms, Oslo THREATENS it", "ALWAYS warns".

    Args:
        verb: The verb.
        always: Whether an adverb is enough.
    """
    if any(h.tag == "MD" for h in auxiliaries(verb)):
        return False
    present = verb.tag in {"VBP", "VBZ"}
    top = verb.head if verb.dep == "conj" and verb.head.is_verb else verb
    if present and top.head is top and [w.lower for w in verb.sentence.words[:2]] in _AGAIN:
        return True
    if present and always and any(c.lower in words_of("always") for c in verb.children):
        return True
    return any(w.lower == "whenever" for c in top.children if c.dep == "advcl" for w in c.children)


def unexcused(verb: Word, own: Status) -> Status | None:
    """What has "NO REASON WHY he SHOULD NOT visit" may well be, "why he should" will not; None where it is no such."""
    reason = verb.head
    should = any(c.dep == "aux" and c.lower in modals() for c in verb.children)
    if reason.lemma != "reason" or verb.dep not in {"acl", "relcl"} or not (should and is_negated(reason)):
        return None
    return Status(Phase.POSSIBLE if own.phase is Phase.DENIED else Phase.DENIED, own.cue or (reason,))
