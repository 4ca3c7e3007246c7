"""A capital that stands for a union of states: what Brussels does in an article that never names Belgium.

BRUSSELS warned Warsaw, BRUSSELS' proposal, pressure from BRUSSELS     the union
flew to BRUSSELS, a summit in BRUSSELS                                 a place, which tells no state of anybody
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.gazetteer import find_names
from dipevents.mentions.words import is_role, lexicon, shared_role
from dipevents.reading.grammar import first_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.mentions.words import Name

__all__ = ["settle_unions"]

UNION = "European Union"
_FACING = frozenset({"against", "agent", "between", "by", "with"})
"""Before a capital, what is done to somebody or with him: "a quarrel WITH Brussels"."""


def settle_unions(names: Sequence[Name]) -> None:
    """Takes the seat of a union for the union or a place, by what it does, but in articles on the seat's state."""
    seats = [n for n in names if n.kind == "capital" and n.text in lexicon("union_seats")]
    own = {n.country for n in seats}
    if not seats or any(n.kind in {"state", "adjective"} and n.country in own for n in names):
        return
    union = find_names(UNION)[0]
    for name in seats:
        if _stands_for_union(name):
            name.kind, name.country, name.known = "igo", None, union
        else:
            name.kind = "place"


def _stands_for_union(name: Name) -> bool:
    head = first_of(name.head)
    governor, dep = head.head, head.dep
    moves = governor.lemma in lexicon("travelling", "motion")
    if dep in {"nsubj", "nsubjpass"}:
        return True
    if dep in {"dobj", "dative"}:
        return not moves
    if dep in {"poss", "compound", "nmod"}:
        held = governor.lemma in lexicon("place_nouns") or governor.lower in lexicon("named_sites")
        return not held and (dep == "poss" or is_role(governor) or shared_role(governor) is not None)
    if dep != "pobj":
        return False
    asked = governor.head.lemma in lexicon("aimed_at", "affairs") | {"call", "pressure"}
    return governor.lower in _FACING or (governor.lower in {"at", "from", "on"} and asked)
