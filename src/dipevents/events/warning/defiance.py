"""Whether what somebody will do is not to heed a warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.lexicon import is_of, kinds
from dipevents.reading.clauses import clause, is_negated

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["defies"]


def defies(act: Word) -> bool:
    """Whether what somebody will do is not to heed a warning: "said it would IGNORE the THREAT"."""
    if (is_of(act, "yielding") or (act.lemma == "give" and not clause(act).objects)) and is_negated(act):
        return any(map(_is_warning, clause(act).oblique("to")))  # "Oslo would NOT YIELD to THREATS"
    return is_of(act, "spurning") and any(map(_is_warning, clause(act).objects))


def _is_warning(noun: Word) -> bool:
    return noun.lemma in kinds("nouns") or noun.lemma in {"blackmail", "bullying", "force", "intimidation"}
