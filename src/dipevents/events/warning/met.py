"""Warnings that were voiced, and of which only is doubtful, denied or to come what is done about them.

Oslo REJECTED Lima's threat; did not BACK Lima's call       what is done with it
CONFIRMED a threat by Lima; Lima's call WAS REJECTED         so is what is taken for granted
has not RESPONDED TO Lima's demand                           behind a preposition
will not DROP its demand                                     it stands
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.status import Phase
from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.events.warning.retracted import is_kept
from dipevents.reading.clauses import auxiliaries, clause

if TYPE_CHECKING:
    from dipevents.events.status import Status
    from dipevents.reading.sentence import Word

__all__ = ["is_met"]


def is_met(noun: Word, status: Status) -> bool:
    """Whether a noun has an owner, and all that is doubtful is what is done about it: "Oslo REJECTED Lima's threat"."""
    if is_kept(noun):
        return True
    args, above = clause(noun), noun.head
    owned = bool(args.subjects or args.owners or args.oblique("from"))
    if not noun.is_noun:
        return False
    named = any(c.dep == "poss" and c.pos == "PROPN" for c in noun.children)
    if noun.dep == "pobj":
        own = any(w is noun or w.is_under(noun) for w in status.cue)  # "responded to NO demand by Lima"
        return not own and (named or (owned and status.phase is Phase.DENIED))
    received = above.lemma in lexicon("frames", "receive")
    told = noun.dep == "nsubj" or (noun.dep == "dobj" and (received or named))
    handled = received or is_of(above, "presupposing") or is_of(above, "seconding")
    told = told or (noun.dep in {"dobj", "nsubjpass"} and handled)
    whose = owned or received  # "dismissed the threat of"
    around = (c for c in above.children if c.dep == "neg")
    return told and whose and {above, above.head, *auxiliaries(above), *around}.issuperset(status.cue)
