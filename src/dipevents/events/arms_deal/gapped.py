"""Clauses whose verb is left out: "Oslo gave Kyiv six tanks; ROME, EIGHT GUNS", "offers Gripens, BOEING THE F-15"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.arms_deal.counts import quantity_of
from dipevents.events.arms_deal.frame import from_items, to_items
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.mentions.gazetteer import country_code, country_of_adjective
from dipevents.reading.clauses import is_passive

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Frame, Goods
    from dipevents.mentions.equipment import Equipment
    from dipevents.reading.sentence import Word

__all__ = ["PREPOSITIONS", "gapped"]

PREPOSITIONS = {
    "get": "from",
    "order": "from",
    "give": "to",
    "send": "to",
    "offer": "to",
    "allow": "to",
    "come": "from",
    "ask": "from",
}
"""By the kind of a frame, what leads to the side that each member of a list names."""


def gapped(frame: Frame, goods: Goods) -> list[Frame]:
    """A frame whose verb is left out behind other subjects, once for each of them."""
    if frame.kind not in PREPOSITIONS or not frame.trigger.is_verb or not frame.items:
        return [frame]
    first = frame.items[0].head.i
    counted = _counted_after(frame.items[-1], goods)
    others = [(item, name) for item in goods.items if item.head.i > first and (name := _subject(item, first))]
    others = others or counted
    ahead = [item for item in goods.items if item.head.i > frame.trigger.i and item.carrier is None]
    if rivals := [(item, name) for item in ahead[1:] if (name := _rival(item, ahead[0].head.i))]:
        frame.items, others = ahead, rivals
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
            sources = from_items([item], goods) or own.suppliers
            one = replace(one, recipients=[name], suppliers=sources, sources=[], takers=[])
        elif (own.dative and _goes_on(item, name)) or _is_given(own):  # "gave Peru 12 jets and Chad 20 tanks"
            one = replace(one, recipients=[name])
        else:
            one = replace(one, suppliers=[name], recipients=to_items([item], goods) or own.recipients, sources=[])
        found.append(one)
    return found


def _is_given(frame: Frame) -> bool:
    """Whether the subject of a frame receives: "Chad WAS OFFERED ten jets, Peru 24"."""
    given = is_passive(frame.trigger) and frame.trigger.tag == "VBN"
    return given and any(w.head is frame.trigger and w.i < frame.trigger.i for w in frame.recipients)


def _counted_after(thing: Equipment, goods: Goods) -> list[tuple[Equipment, Word]]:
    """Numbers behind a name that count the same goods: "Oslo sent three tanks, LIMA EIGHT and ROME another TWO"."""
    words = thing.head.sentence.words
    found: list[tuple[Equipment, Word]] = []
    for number in words[thing.last.i + 2 :]:
        start = number.i - 1 if words[number.i - 1].lower == "another" else number.i
        name, opening = words[start - 1], words[start - 2]
        stop = number.i + 1 == len(words) or words[number.i + 1].lower in words_of("series", "ending")
        plain = number.tag == "CD" and stop and name.pos == "PROPN" and name.i > thing.last.i
        if not plain or goods.at(number) is not None or opening.lower not in {",", ";", "and"}:
            continue
        if country_code(name.text) is not None:
            one = replace(thing, head=number, first=words[start], last=number, carrier=None)
            found.append((replace(one, quantity=quantity_of(number)), name))
    return found


def _goes_on(item: Equipment, name: Word) -> bool:
    """Whether a name stands like the receiver before it: within the phrase, or behind a bare "and"."""
    words = name.sentence.words
    return item.first is name or (words[name.i - 1].lower == "and" and words[name.i - 2].text not in {",", ";"})


def _rival(item: Equipment, after: int) -> Word | None:
    """Who does the same with "the" and a type: "Saab has offered the Gripen, LOCKHEED MARTIN the F-16"."""
    words, at = item.head.sentence.words, item.first.i
    at -= words[at].lower != "the"
    if at < 2 or words[at].lower != "the" or words[at - 1].pos != "PROPN" or item.designation is None:
        return None
    opening = at - 1
    while opening > after and (words[opening].pos == "PROPN" or words[opening].lower == "the"):
        opening -= 1
    return words[at - 1] if opening > after and words[opening].lower in {",", ";", "and"} else None


def _subject(item: Equipment, after: int) -> Word | None:
    """The state or body before equipment that stands for a clause: "; ROME, eight guns", ", NIGER two tanks"."""
    words = item.head.sentence.words
    if item.carrier is not None or item.head.dep in {"nsubj", "nsubjpass", "pobj"}:
        return None
    if item.first is item.head and item.designation == item.head.text:
        return None  # "chose the Rafale over the Gripen and the U.S. F-16"
    at = item.first.i
    comma = words[at - 1].text == ","
    inside = words[at].tag == "NNP" and at < item.head.i and (words[at + 1].tag == "CD" or at + 1 == item.head.i)
    name = words[at] if inside else words[at - 2 if comma else at - 1]
    entity = next((e for e in name.sentence.entities if e.first <= name.i <= e.last), None)
    known = country_code(name.text) is not None or (entity is not None and entity.label in {"GPE", "NORP", "ORG"})
    typed = name.text in (item.designation or "") or country_of_adjective(name.text) is not None
    origin = inside and at + 1 == item.head.i and typed  # "and the FRENCH Rafale", "and RAPIER missiles"
    if name.i <= after + 1 or not known or name.pos != "PROPN" or origin:
        return None
    opening = words[(name.i if inside or entity is None else entity.first) - 1]
    opening = words[opening.i - 1] if opening.lower == "the" else opening
    opens = opening.text == ";" if comma and not inside else opening.lower in {";", ",", "and", "while"}
    return name if opens and opening.i > after else None
