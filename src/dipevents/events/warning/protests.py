"""Who demands something by a protest, which the purpose of the protest tells.

the union staged a march TO DEMAND his release          the subject of what is staged
the guards' strike entered its second day TO PRESS FOR   the owner of the strike
teachers went on strike TO PRESS FOR higher pay          the subject of the verb
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.lexicon import is_of
from dipevents.reading.clauses import clause, fillers
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["protesters"]


def protesters(verb: Word) -> tuple[Word, ...]:
    """Who protests to get what an infinitive asks for; empty where it is the purpose of nothing of the kind."""
    if not is_to(verb):
        return ()
    up = verb.head
    if up.is_verb:
        below = [*clause(up).subjects, *clause(up).objects, *clause(up).oblique("on", "in")]
        protest = next((w for w in below if is_of(w, "protests")), None)
        if protest is None:
            return clause(up).subjects if is_of(up, "protesting") and verb.dep in {"advcl", "xcomp"} else ()
        return _behind(protest)
    while (
        up.dep in {"conj", "pobj"} and (up.dep == "conj" or up.head.lower in {"by", "of"}) and not is_of(up, "protests")
    ):
        up = up.head.head if up.dep == "pobj" else up.head
    return _behind(up) if is_of(up, "protests") else ()


def _behind(protest: Word) -> tuple[Word, ...]:
    """Who holds a protest, joins it or is named with it: "joined a strike BY MINERS"."""
    above = protest.head.head if protest.dep == "pobj" else protest.head
    joined = clause(above).subjects if protest.dep in {"dobj", "pobj"} and above.is_verb else ()
    named = (c for c in protest.children if c.dep in {"compound", "nmod", "poss"})
    held = (*named, *fillers(c for c in protest.children if c.lower in {"by", "of"}))
    return (*joined, *held)
