"""Whom harm strikes: somebody else, or one's own side.

THEIR EMBASSY will be closed                   somebody else's
will close its border WITH CHAD                one's own, which shuts another state out
it may invite retaliation against OUR FIRMS    one's own side
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.issuers import homes_of
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = ["ANY", "hits_own", "hits_somebody", "shuts_out"]

ANY = frozenset({"any", "anyone", "anybody", "whoever", "every", "those", "all"})


def hits_somebody(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether what is to be harmed is somebody else, or belongs to somebody: "THEIR EMBASSY will be closed"."""
    homes = homes_of(issuers)
    for word in (c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}):
        country = mentions.actors.country_of(word)
        if country and country not in homes:
            return True
        if word.lower in ANY or any(c.lower in ANY or c.dep == "poss" for c in word.children):
            return True
        if country is None and mentions.actors.who(word):
            return True
    return False


def hits_own(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether measures would be taken against one's own: "it may invite RETALIATION against OUR FIRMS"."""
    ends = (*clause(verb).objects, *clause(verb).oblique("to", "in"))
    hit = [w for end in ends for w in clause(end).oblique("against", "on")]
    hit = hit or list(clause(verb).oblique("against"))
    homes = homes_of(issuers)
    return any(mentions.actors.country_of(w) in homes or any(c.lower == "our" for c in w.children) for w in hit)


def shuts_out(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether what is one's own is to be shut to another state: "will close its border WITH CHAD"."""
    own = (w for c in verb.children if c.dep == "dobj" for w in c.subtree())
    near = (*own, *clause(verb).oblique("to", "for", "with"))
    # not "will close its embassy IN CHAD"
    return any(mentions.actors.country_of(w) not in {None, *homes_of(issuers)} for w in near if w.head.lower != "in")
