"""Lists whose members each name a side of their own, read by the order of the words: the parse scatters them.

bought tanks from Chad, its jets from Peru and mortars from Oman        one deal a supplier
sold tanks to Chad, jets to Peru and mortars to Oman                    one deal a receiver
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dipevents.events.arms_deal_frame import Frame, Goods
    from dipevents.mentions.equipment import Equipment
    from dipevents.reading.sentence import Word

__all__ = ["unrolled"]

PREPOSITIONS = {"get": "from", "order": "from", "give": "to", "send": "to", "offer": "to"}
"""By the kind of a frame, what leads to the side that each member of a list names."""
BETWEEN = frozenset({",", ";", "and", "its", "their", "the", "some", "a", "as", "well"})
"""Words that may stand between two members."""
LONGEST = 5
"""Words in the name of a side."""


def unrolled(frame: Frame, goods: Goods) -> list[Frame]:
    """A frame for each member of a list with sides of their own, else the frame itself."""
    members = _members(frame, goods)
    if len(members) < 2 or not any(item.head is members[0][0].head for item in frame.items):
        return [frame]
    if PREPOSITIONS[frame.kind] == "from":
        return [replace(frame, items=[item], suppliers=[side], sources=[]) for item, side in members]
    return [replace(frame, items=[item], recipients=[side], takers=[]) for item, side in members]


def _members(frame: Frame, goods: Goods) -> list[tuple[Equipment, Word]]:
    preposition = PREPOSITIONS.get(frame.kind)
    words = frame.trigger.sentence.words
    found: list[tuple[Equipment, Word]] = []
    end = frame.trigger.i
    if preposition is None or not frame.trigger.is_verb or not frame.items:
        return []
    for item in goods.items:
        if item.head.i < end or item.carrier is not None:
            continue
        if found and any(w.lower not in BETWEEN for w in words[end + 1 : item.first.i]):
            break
        led = item.last.i + 1 < len(words) and words[item.last.i + 1].lower == preposition
        side = _side(words[item.last.i + 2 : item.last.i + 2 + LONGEST]) if led else None
        if side is None:
            if found:
                break
            continue
        found.append((item, side))
        end = side.i
    return found


def _side(words: list[Word]) -> Word | None:
    """The head of the name that words begin with, or None where they begin with none."""
    last = None
    for word in words:
        if word.pos not in {"DET", "ADJ", "NOUN", "PROPN"} or word.lower in BETWEEN - {"the", "a"}:
            break
        last = word if word.pos in {"NOUN", "PROPN"} else last
    return last
