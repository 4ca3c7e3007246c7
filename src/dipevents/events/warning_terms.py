"""Terms that are set: what will not be done, or stays as it is, until somebody else moves.

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

__all__ = ["holds_out"]

_SILENT = frozenset({"announce", "comment", "decide", "discuss", "know", "say", "see", "speak"})
"""What is left unsaid until something is clear presses nobody: "will not comment until the inquiry is over"."""
_BOUNDS = frozenset({"until", "unless", "before", "till"})


def holds_out(mentions: Mentions, verb: Word, issuers: Sequence[Actor], *, own: bool) -> bool:
    """A precondition: nothing will be done, or all stays as it is, until, unless or before somebody else moves."""
    if _has_to_see(mentions, verb):
        return True
    if verb.lemma in _SILENT:
        return False
    impossible = _is_impossible(verb)
    if not (impossible or is_future(verb)):
        return False
    nothing = is_negated(verb) or any(c.lower == "no" for w in verb.children if w.is_noun for c in w.children)
    if not (nothing or impossible or _is_kept(verb)):
        return False
    if nothing and not own and any(h.lower in {"can", "ca", "cannot", "could"} for h in auxiliaries(verb)):
        return False  # what cannot be done is no condition
    bounds = _BOUNDS if own else _BOUNDS - {"before"}
    bounds = bounds | {"while"} if nothing else bounds  # "there can be no talks WHILE Oslo's troops remain"
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


def _is_impossible(verb: Word) -> bool:
    """Whether something is said not to be possible: "trust is NOT POSSIBLE until Oslo leaves"."""
    if verb.lemma != "be":
        return False
    said = {c.lower for c in verb.children if c.dep == "acomp"}
    return "impossible" in said or ("possible" in said and is_negated(verb))


def _is_kept(verb: Word) -> bool:
    """Whether pressure is to stay as it is: "the SANCTIONS will stay until Oslo leaves"."""
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
    below = [w for w in seen.subtree() if w is not seen]
    bound = any(m.lower in {"before", "until"} for w in (verb, *below) if w.dep == "advcl" for m in w.children)
    sources = [w for w in below if w.dep == "pobj" and w.head.lower in {"by", "from"}]
    return bound and any(mentions.actors.who(w) for w in sources)
