"""Lists whose members each name a side of their own, read by the order of the words: the parse scatters them.

bought tanks from Chad, its jets from Peru and mortars from Oman        one deal a supplier
sold tanks to Chad, jets to Peru and mortars to Oman                    one deal a receiver
Oslo gave Kyiv six tanks; Rome, eight guns                              one deal a subject, the verb left out
Chad ordered four boats, Niger two tanks                                the same
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.arms_deal_frame import sources_of, to_items
from dipevents.mentions.gazetteer import country_code

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
        return _gapped(frame, goods)
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


def _gapped(frame: Frame, goods: Goods) -> list[Frame]:
    """A frame whose verb is left out behind other subjects, once for each of them."""
    if frame.kind not in PREPOSITIONS or not frame.trigger.is_verb or not frame.items:
        return [frame]
    first = frame.items[0].head.i
    others = [(item, name) for item in goods.items if item.head.i > first and (name := _subject(item, first))]
    if not others:
        return [frame]
    start = others[0][1].i
    heads = {item.head.i for item, _ in others}
    own = replace(
        frame,
        items=[item for item in frame.items if item.head.i not in heads],
        suppliers=[w for w in frame.suppliers if w.i < start],
        recipients=[w for w in frame.recipients if w.i < start],
        sources=[w for w in frame.sources if w.i < start],
    )
    if not own.items:
        return [frame]
    found = [own]
    for item, name in others:
        plain = replace(item, first=item.head.sentence.words[name.i + 1]) if item.first is name else item
        one = replace(own, items=[plain])
        if PREPOSITIONS[frame.kind] == "from":
            sources = sources_of(item) or own.suppliers
            one = replace(one, recipients=[name], suppliers=sources, sources=[], takers=[])
        elif own.dative and item.first is name:  # "gave Peru 12 jets and Chad 20 tanks"
            one = replace(one, recipients=[name])
        else:
            one = replace(one, suppliers=[name], recipients=to_items([item], goods) or own.recipients, sources=[])
        found.append(one)
    return found


def _subject(item: Equipment, after: int) -> Word | None:
    """The state or body before equipment that stands for a clause: "; ROME, eight guns", ", NIGER two tanks"."""
    words = item.head.sentence.words
    if item.carrier is not None or item.head.dep in {"nsubj", "nsubjpass", "pobj"}:
        return None
    at = item.first.i
    comma = words[at - 1].text == ","
    inside = words[at].tag == "NNP" and at < item.head.i and (words[at + 1].tag == "CD" or at + 1 == item.head.i)
    name = words[at] if inside else words[at - 2 if comma else at - 1]
    entity = next((e for e in name.sentence.entities if e.first <= name.i <= e.last), None)
    known = country_code(name.text) is not None or (entity is not None and entity.label in {"GPE", "NORP", "ORG"})
    if name.i <= after + 1 or not known or name.pos != "PROPN":
        return None
    opening = words[(name.i if inside or entity is None else entity.first) - 1]
    opening = words[opening.i - 1] if opening.lower == "the" else opening
    opens = opening.text == ";" if comma and not inside else opening.lower in {";", ",", "and", "while"}
    return name if opens and opening.i > after else None
