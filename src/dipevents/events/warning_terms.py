"""Terms that are set: a time to act in, and what will not be done, or stays as it is, until somebody else moves.

Oslo will not talk until Lima leaves; no talks unless …     what is held back
the sanctions will remain until Lima leaves                   pressure that stays
we have to see action from Lima before we can talk            what must come first
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning_acts import is_future
from dipevents.events.warning_lexicon import lexicon
from dipevents.reading.clauses import auxiliaries, clause, is_negated, is_passive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = ["bound_of_refusal", "deadline_task", "holds_out"]

_TIMES = frozenset({"hour", "day", "week", "month", "minute", "deadline"})
_BOUNDS = frozenset({"until", "unless", "before", "till"})


def holds_out(mentions: Mentions, verb: Word, issuers: Sequence[Actor], *, own: bool) -> bool:
    """A precondition: nothing will be done, or all stays as it is, until, unless or before somebody else moves."""
    if _has_to_see(mentions, verb):
        return True
    if not is_future(verb):
        return False
    nothing = is_negated(verb) or any(c.lower == "no" for w in verb.children if w.is_noun for c in w.children)
    if not (nothing or _is_kept(verb)):
        return False
    if nothing and not own and any(h.lower in {"can", "ca", "cannot", "could"} for h in auxiliaries(verb)):
        return False  # what cannot be done is no condition
    bounds = _BOUNDS if own else _BOUNDS - {"before"}
    return any(
        (c.dep == "advcl" and any(m.lower in bounds for m in c.children) and _is_move(mentions, c, issuers))
        or (c.dep == "prep" and c.lower in bounds and not mentions.dates_in(c.start, _end_of(c)))
        for c in verb.children
    )


def _end_of(word: Word) -> int:
    return max(w.end for w in word.subtree())


def _is_move(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether a clause tells what another does, or what is done: "until TURKEY withdraws", "until it is LIFTED"."""
    subjects = clause(verb).subjects
    if not is_passive(verb) and any(c.dep == "nsubj" and c.lower in {"it", "they", "he", "she"} for c in verb.children):
        return False  # mostly the speaker's own: "until THEY have counted"
    if any(
        w.lemma in lexicon("content", "organs") or any(a in issuers for a in mentions.actors.at(w)) for w in subjects
    ):
        return False
    return is_passive(verb) or any(mentions.actors.who(w) for w in subjects)


def _is_kept(verb: Word) -> bool:
    """Whether pressure is to stay as it is: "the SANCTIONS will remain in place until Oslo leaves"."""
    if verb.lemma not in {"remain", "stay", "continue", "last"}:
        return False
    return any(c.dep == "nsubj" and c.lemma in lexicon("content", "levers") for c in verb.children)


def _has_to_see(mentions: Mentions, verb: Word) -> bool:
    """Whether another is to move first: "we HAVE to see some action from OSLO before we can talk"."""
    if verb.lemma not in {"have", "need", "want"} or is_negated(verb):
        return False
    seen = next((c for c in verb.children if c.dep == "xcomp" and c.lemma in {"see", "hear", "get", "receive"}), None)
    if seen is None:
        return False
    bound = any(
        m.lower in {"before", "until"} for w in (verb, seen) for c in w.children if c.dep == "advcl" for m in c.children
    )
    args = clause(seen)
    sources = (*args.oblique("from", "by"), *(w for o in args.objects for w in clause(o).oblique("from", "by")))
    return bound and any(mentions.actors.who(w) for w in sources)


def bound_of_refusal(mentions: Mentions, verb: Word) -> Word | None:
    """What another must do first: "refused to hand it over UNTIL Oslo PAYS"."""
    acts = [c for c in verb.children if c.dep == "xcomp"]
    bounds = (c for w in (verb, *acts) for c in w.children if c.dep == "advcl")
    bound = next((c for c in bounds if any(m.lower in {"until", "unless"} for m in c.children)), None)
    others = bound is not None and any(mentions.actors.who(w) for w in clause(bound).subjects if w.pos != "PRON")
    return bound if acts and others else None


def deadline_task(verb: Word) -> Word | None:
    """What is to be done in an ultimatum: "gave the soldiers 48 hours TO LEAVE", "has given Chad until Monday to …"."""
    for task in (c for c in verb.children if c.dep == "advcl" and c.tag == "VB"):
        if any(c.lower == "until" and c.i < task.i for c in task.children):
            return task  # "gave Chad UNTIL MONDAY to let them in", as it is often parsed
    given = [c for c in verb.children if c.dep in {"dobj", "npadvmod"} and c.lemma in _TIMES]
    until = [c for c in verb.children if c.dep == "prep" and c.lower == "until"]
    if not given and not until:
        return None
    below = (c for w in (verb, *given, *until) for c in w.children)
    clausal = {"acl", "xcomp", "advcl", "relcl", "ccomp"}
    return next((c for c in below if c.is_verb and c.tag == "VB" and c.dep in clausal), None)
