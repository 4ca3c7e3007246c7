"""Orders that buy nothing: commands ("ordered the missiles fired", "ordered its tanks out of the town")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.frame import TENSED
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.verbs import verb_kind
from dipevents.reading.clauses import clause, is_passive

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["is_command"]

_LEADING = frozenset({"prep", "advmod", "prt"})


def is_command(verb: Word) -> bool:
    """Whether an order is a command: "ordered the missiles fired", "ordered its tanks out of the town"."""
    if any(w.pos == "PROPN" for w in clause(verb).oblique("from")):
        return False  # "ordered missiles FROM OSLO to be able to strike"
    away, meant = words_of("grammar", "away"), words_of("grammar", "valuing", "purposes")
    below = [c for c in verb.children if c.dep in {"xcomp", "ccomp"} and c.tag not in TENSED and c.lemma not in meant]
    below = [c for c in below if not any(d.tag in TENSED and d.dep[:3] == "aux" for d in c.children)]
    below = [c for c in below if verb.sentence.words[min(w.i for w in c.subtree()) - 1].text != ","]
    below = [c for c in below if not (is_passive(c) and verb_kind(c)[1] in {"give", "make"})]  # "jets to be DELIVERED"
    told = any(all(d.tag != "MD" for d in c.children) for c in below)  # but "boats, the first of which WILL leave Oslo"
    return told or any(c.dep in _LEADING and c.lower in away for c in verb.children)
