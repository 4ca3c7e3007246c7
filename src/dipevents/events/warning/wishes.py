"""Wishes in plain speech: what somebody wants, expects or waits for another to do.

we want Oslo to go; we expect Oslo to free him       a wish
we are still waiting for Oslo to free him            what is overdue
expects Oslo to post a surplus of 3 billion          a figure that is foreseen: none
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.acts import by_issuer, is_of_issuer
from dipevents.events.warning.duty import ends_jointly, is_public_at_home
from dipevents.events.warning.issuers import only_watch
from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.models.actor import ActorKind
from dipevents.reading.clauses import auxiliaries, clause, is_negated
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = ["ends", "wishes_of"]


def wishes_of(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> Iterator[str]:
    """What one verb of a content signals of a wish."""
    if verb.lemma in {"want", "expect", "like"} and _wishes(mentions, verb, issuers):
        yield "wish"
    if verb.lemma == "wait" and _waits(mentions, verb, issuers):
        yield from ("wish", "desist")


def _wishes(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether the issuer wants an act of another: "we expect Turkey to release him"; not "said that OSLO wants him"."""
    meant = [a for w in clause(verb).subjects for a in mentions.actors.who(w) if a.kind is ActorKind.PERSON]
    if is_negated(verb) or not by_issuer(mentions, verb, issuers) or any(a not in issuers for a in meant):
        return False  # "HE wants Oslo to go", of whom the issuer speaks for
    if verb.lemma == "expect" and only_watch(issuers):
        return False  # "DIPLOMATS said they expected Oslo to yield"
    below = clause(verb).complements
    below += tuple(d for c in below if c.lemma == "see" for d in clause(c).complements)
    if verb.lemma == "expect":
        below = tuple(c for c in below if not _is_reckoned(c))
    return any(
        (c.tag in {"VBN", "VBD"} or any(a.lower == "to" for a in auxiliaries(c)))
        and (c.lemma not in lexicon("content", "benign") or is_negated(c) or ends(c))
        and any(
            s.dep in {"nsubj", "nsubjpass"}
            and mentions.actors.who(s)
            and not (is_public_at_home(mentions, s) or is_of_issuer(mentions, s, issuers))
            for s in c.children
        )
        for c in below
    )


def _waits(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether another is long due to end something: "we are still WAITING for Oslo to free him"."""
    task = next((c for c in verb.children if c.dep in {"advcl", "ccomp", "xcomp"} and is_to(c) and c.i > verb.i), None)
    if task is None or is_negated(verb) or verb.tag != "VBG":
        return False
    borne = [c for c in task.children if c.dep == "nsubj" and mentions.actors.who(c)]
    ended = task.lemma in lexicon("content", "desist") or ends_jointly(task)
    return ended and bool(borne) and not any(is_of_issuer(mentions, c, issuers) for c in borne)


def _is_reckoned(act: Word) -> bool:
    """Whether a figure is foreseen: "expects Lima to POST a surplus of 3 BILLION"."""
    figures = (w for o in clause(act).objects for w in o.subtree()) if is_of(act, "scoring") else ()
    return any(w.pos == "NUM" for w in figures)


def ends(verb: Word) -> bool:
    """Whether something is to end by what is wished: "to show good will by FREEING the pilots"."""
    return any(w.is_verb and w.lemma in lexicon("content", "desist") for w in verb.subtree())
