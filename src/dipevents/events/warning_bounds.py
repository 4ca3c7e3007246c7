"""Conditions: what somebody else might do, and what would follow; also without "if".

if the smuggling WENT ON, Oslo would act                                 an adverse step, and the speaker's answer
once the ships dock, the deal IS OFF                                     an adverse step, and what ends with it
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning_acts import is_of_issuer, marks_of
from dipevents.events.warning_lexicon import lexicon
from dipevents.reading.clauses import auxiliaries, clause, is_negated, is_passive

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = ["answered", "is_adverse"]

_AGAIN = frozenset({"again", "another", "anew", "even", "further", "more", "single"})
_GOING_ON = frozenset({"continue", "go", "last", "persist", "recur", "resume", "restart", "start", "spread", "drag"})
_WILL = frozenset({"will", "would", "shall", "'ll", "’ll", "'d", "’d", "wo"})
_STEPS = frozenset({"measure", "step", "action", "move", "option"})


def is_adverse(mentions: Mentions, bound: Word, issuers: Sequence[Actor]) -> bool:
    """Whether a condition is a step against the speaker: harm, ills that go on, something done again or left undone."""
    subjects = [c for c in bound.children if c.dep in {"nsubj", "nsubjpass"}]
    if any(is_of_issuer(mentions, c, issuers) and c.lower != "it" for c in subjects):
        return False
    if bound.lemma in {"fail", "refuse"} or is_negated(bound):
        bearers = clause(bound).subjects
        due = lexicon("content", "desist", "conceded")
        return any(mentions.actors.who(w) for w in bearers) or (is_passive(bound) and bound.lemma in due)
    if bound.lemma in lexicon("content", "harm", "trespass", "hurts"):
        return True
    ills = lexicon("content", "arms", "calamity", "hostile_acts", "ills")
    ill = any(c.lemma in ills or c.lower in ills for c in subjects)
    agreed = lexicon("content", "desist", "averting")
    if ill and bound.lemma not in agreed and bound.lemma not in {"be", "have"}:
        return True
    on = bound.lemma in _GOING_ON - {"go", "start"} or any(c.lower in {"on", "again"} for c in bound.children)
    if bound.lemma in _GOING_ON and on and any(c.lower in {"it", "this", "that"} for c in subjects):
        return True
    again = any(w.lower in _AGAIN for w in bound.subtree() if w.dep in {"advmod", "amod", "det"})
    plain = lexicon("content", "benign") - {"come", "continue", "visit"} | lexicon("content", "mild_acts")
    return again and bound.lemma not in plain | agreed | lexicon("content", "states", "conceded")


def _is_step(mentions: Mentions, bound: Word, issuers: Sequence[Actor]) -> bool:
    """Whether a condition is a step of somebody else that nobody would welcome: "if the pipeline were REROUTED"."""
    subjects = [c for c in bound.children if c.dep in {"nsubj", "nsubjpass"}]
    if not subjects or any(is_of_issuer(mentions, c, issuers) for c in subjects):
        return False
    names = ("agreed", "averting", "benign", "conceded", "desist", "fruits", "mild_acts", "procedures", "states")
    if bound.lemma in lexicon("content", *names):
        return False
    homes = {i.country for i in issuers if i.country}
    abroad = any(mentions.actors.country_of(c) not in {None, *homes} for c in subjects)
    return abroad or (is_passive(bound) and bool(marks_of(bound) & {"if", "should"}))


def answered(
    mentions: Mentions, verb: Word, bound: Word | None, issuers: Sequence[Actor], *, own: bool
) -> Iterator[str]:
    """How a step of somebody else is answered: "if the raids WENT ON, Oslo WOULD ACT"."""
    if (
        bound is None
        or is_negated(verb)
        or "until" in marks_of(bound)
        or "had" in marks_of(bound)
        or "even" in marks_of(bound)
    ):
        return
    helpers = {h.lower for h in auxiliaries(verb)}
    sure = bool(helpers & _WILL) or verb.lemma in lexicon("content", "rethinking")
    if own and sure and (is_adverse(mentions, bound, issuers) or _is_step(mentions, bound, issuers)):
        measured = verb.lemma == "consider" and any(c.lemma in _STEPS for c in clause(verb).objects)
        plain = lexicon("content", "benign", "conceded", "losses", "mild_acts", "states")
        due = next((c for c in verb.children if c.dep == "xcomp"), verb) if verb.lemma == "have" else verb
        if due.lemma not in plain or measured:
            yield "answered"
