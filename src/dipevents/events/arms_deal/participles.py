"""The frames of participles before equipment.

Hezbollah's Iranian-supplied rockets; Chad's Peruvian-made jets      the name before the hyphen supplies
Chad's newly bought rockets                                          the owner receives
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.arms_deal.decisions import forces_joined, is_owned, stocked
from dipevents.events.arms_deal.frame import Frame, from_items, holders, parties_in
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Goods
    from dipevents.reading.sentence import Word

__all__ = ["read_participle"]


def read_participle(verb: Word, kind: str, key: str, goods: Goods) -> Frame | None:
    """The frame of a passive participle before its equipment, or None where it tells of no deal."""
    if kind in {"give", "send", "make"}:
        return _supplied(verb, kind, key, goods)
    return _acquired(verb, key, goods) if kind in {"get", "order"} else None


def _supplied(participle: Word, kind: str, key: str, goods: Goods) -> Frame | None:
    """The frame of "Hezbollah's Iranian-supplied rockets": the name before the hyphen supplies, the owner receives."""
    item = goods.at(participle.head)
    makers = [c for c in participle.children if c.dep in {"npadvmod", "amod"} and c.text[:1].isupper()]
    if item is None or not makers:
        return None
    owners = [c for w in holders([item]) for c in w.children if c.dep == "poss" and c.pos == "PROPN"]
    users = [c for c in item.head.children if c.dep == "acl" and c.lemma in words_of("grammar", "having")]
    users += [item.head.head] if is_owned(item) else []
    owners = owners or [w for verb in users for w in clause(verb).subjects] or list(clause(item.head).owners)
    verb = item.head.head
    if kind == "make" and not owners and item.head.dep == "dobj" and verb.lemma in words_of("grammar", "owning"):
        return None  # "Chad FLIES Peruvian-made jets", since when it does is not told
    owners = owners or forces_joined(item)
    if not owners and (owners := stocked(item)):
        item = replace(item, use="military")
    return Frame(participle, "make" if kind == "make" else "give", key, makers, owners, items=[item])


def _acquired(participle: Word, key: str, goods: Goods) -> Frame | None:
    """The frame of "Chad's newly BOUGHT rockets": the owner receives."""
    item = goods.at(participle.head)
    owners = [c for w in holders([item]) for c in w.children if c.dep == "poss"] if item is not None else []
    if item is None or not owners or participle.lemma not in words_of("grammar", "ordering"):
        return None
    return Frame(participle, "get", key, from_items([item], goods), parties_in(owners, goods), items=[item])
