"""Weather, health and sport, of which nobody warns in politics.

warned of a HURRICANE; said the OUTBREAK could spread      what is told of, or who tells of it
would answer any attempt to disrupt the OLYMPICS            no more than what an act is about
would have to close the port because of the STORM           why something has to be done
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.reading.clauses import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.warning.content import Content
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = ["is_nonpolitical"]


def is_nonpolitical(content: Content, issuers: Sequence[Actor]) -> bool:
    """Weather, health and sport: "warned of a hurricane"."""
    known = lexicon("content", "nonpolitical")
    named = [w for w in content.words if (w.lemma in known or w.lower in known) and w.pos in {"ADJ", "NOUN", "PROPN"}]
    arms = lexicon("content", "hardware", "arms")
    named = [w for w in named if w.dep != "compound" or w.head.lemma not in arms]  # not "weather BALLOONS"
    named = [w for w in named if w.head.lower not in {"as", "like"}]  # "an answer swift as LIGHTNING"
    named = [w for w in named if not any(is_of(c, "figurative") for c in w.children)]  # "a political EARTHQUAKE"
    named = [w for w in named if all(c.lower != "of" for c in w.children)]  # "a FLOOD of refugees"
    head = content.head
    if head is not None and head.is_verb:  # "will answer any attempt to DISRUPT the OLYMPICS"
        named = [w for w in named if _is_near(w, head) or _is_cause(w)]
    parts = (part for i in issuers for part in f"{i.name} {i.role or ''}".lower().split())
    plague = any(w.lemma == "outbreak" and all(c.lower != "of" for c in w.children) for w in content.words)
    return bool(named) or plague or any(part in known for part in parts)


def _is_cause(word: Word) -> bool:
    """Whether something has to be done for it alone: "would have to close the port BECAUSE OF THE STORM"."""
    words, first = word.sentence.words, phrase(word)[0].i
    return [w.lower for w in words[max(0, first - 2) : first]] in (["because", "of"], ["due", "to"], ["owing", "to"])


def _is_near(word: Word, head: Word) -> bool:
    """Whether a word belongs to what a verb tells, not to what lies deeper: "would undo years OF the fight"."""
    while word is not head:
        if word.dep in {"amod", "compound", "conj", "nmod"}:
            word = word.head
        elif word.dep == "pobj" and word.head.lower == "of" and word.head.head is not head:
            word = word.head.head  # "the risk OF RAIN is high"
        else:
            break
    up = word.head.head if word.head.pos == "ADP" else word.head
    return head in {word, up}
