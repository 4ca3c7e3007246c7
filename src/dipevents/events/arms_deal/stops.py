"""What ends a shipment on its way, in its own sentence.

rifles bound for Chad were seized; impounded a plane with rifles for Chad    taken
tanks ordered from Peru are stuck at Lagos airport                           stranded
boats built for Peru before the contract was annulled                        annulled
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.frame import holders, is_in
from dipevents.events.arms_deal.lexicon import words_of

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Frame
    from dipevents.reading.sentence import Word

__all__ = ["annulled", "stranded", "taken"]


def annulled(frame: Frame) -> Word | None:
    """What ended a deal before it was carried out: "built for Chad BEFORE the contract was ANNULLED"."""
    marked = [c for c in frame.trigger.children if c.dep == "advcl" and any(m.lower == "before" for m in c.children)]
    marked += [p for c in frame.trigger.children if c.lower == "before" for p in c.children if p.dep == "pcomp"]
    ended = (v for v in marked if is_in(v, "dropped") or is_in(v, "undone"))
    papers = words_of("anaphors") | {"it", "they", "them"}
    return next((v for v in ended if any(c.lemma in papers or c.lower in papers for c in v.children)), None)


def stranded(frame: Frame) -> Word | None:
    """What keeps goods from going on: "are STUCK in the port of Lagos", "were HELD by customs"."""
    nouns = [*holders(frame.items), *([frame.trigger] if frame.trigger.is_noun else [])]
    verbs = [w.head for w in nouns if w.dep in {"nsubjpass", "nsubj"} and is_in(w.head, "stranding")]
    return next((v for v in verbs if any(is_in(p, "gates") for c in v.children for p in c.children)), None)


def taken(frame: Frame) -> Word | None:
    """What ends a shipment on its way: "rifles bound for Chad were seized", "arms for Chad seized"."""
    if frame.kind == "cargo":
        return frame.beside if frame.beside is not None and _seizes(frame.beside) else None
    if frame.kind not in {"bound", "item"} and frame.trigger not in holders(frame.items):
        return None
    nouns = holders(frame.items)
    verbs = [w.head for w in nouns if w.dep == "nsubjpass" or (w.dep == "dobj" and frame.kind == "bound")] + [
        c for w in nouns for c in w.children if c.dep == "acl"
    ]
    for word in nouns:  # "impounded a plane WITH rifles for Chad"
        verb = word.head.head if word.dep == "pobj" and word.head.lower == "with" else word
        verbs += [verb for c in verb.children if c.dep == "dobj" and c.lemma in words_of("grammar", "vessels")]
    return next((v for v in verbs if _seizes(v)), None)


def _seizes(verb: Word) -> bool:
    """Whether a verb, alone or with its particle, ends a shipment on its way."""
    particles = (f"{verb.lemma} {c.lower}" for c in verb.children if c.dep in {"prt", "advmod"})
    return is_in(verb, "seized") or any(p in words_of("status", "seized") for p in particles)
