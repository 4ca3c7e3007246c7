"""Warnings that are taken back, and by which verb.

withdrew its threat, walked back its demand      the verb's object; "took it to court" lacks "back"
backed away from, rowed back on a threat         behind a preposition
would not drop its demand, refused to            nothing is taken back
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.status import Phase, read_status
from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.reading.clauses import governor

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["given_up", "is_kept", "is_taken_back"]

_BACK = frozenset({"away", "back", "down", "off"})


def given_up(noun: Word) -> Word | None:
    """The verb by which somebody goes back on what a noun names: "BACKED AWAY from its threat", or None."""
    if noun.dep != "pobj" or noun.head.lower not in {"from", "on"}:
        return None
    above = governor(noun)
    if above is None or not is_of(above, "retreating"):
        return None
    return above if is_of(above, "reneging") or _goes_back(above) else None


def is_taken_back(noun: Word) -> bool:
    """Whether somebody has taken back what a noun names, or will."""
    act = _taking_back(noun)
    return act is not None and read_status(act).phase not in {Phase.DENIED, Phase.POSSIBLE}


def is_kept(noun: Word) -> bool:
    """Whether what a noun names is not taken back, so that it stands: "REFUSED TO DROP its demand"."""
    return noun.is_noun and _taking_back(noun) is not None and not is_taken_back(noun)


def _taking_back(noun: Word) -> Word | None:
    """The verb by which a warning is taken back or, if it is denied, is not."""
    if (gone := given_up(noun)) is not None:
        return gone
    verb = noun.head
    if noun.dep not in {"dobj", "nsubjpass"} or verb.lemma not in lexicon("frames", "retract"):
        return None
    return verb if not is_of(verb, "returning") or _goes_back(verb) else None


def _goes_back(verb: Word) -> bool:
    return any(c.lower in _BACK for c in verb.children)
