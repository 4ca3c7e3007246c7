"""Shipments that are stopped on their way, told over several sentences.

boarded a ship off Oslo and found rockets for Chad                    who receives behind "for", "bound for"
held a plane from Lima. It had rifles on board, meant for Chad.       what is aboard, told in the sentences behind
found 200 rifles aboard a dhow on its way to Chad                     where the vessel goes
searched a train. Its wagons held mortars that Peru had sent to Chad  the verb tells the sides, the search that it ended

Nothing is read where no vessel is named: arms that are found in a house pass between nobody. Flags of ships tell no
side, nor does who seizes them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.arms_deal.frame import Goods, from_items, holders, parties_in, to_items
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.merge import item_at
from dipevents.events.arms_deal.parties import actors_of, origins_of
from dipevents.events.arms_deal.serving import PLATFORMS, is_vessel
from dipevents.mentions.equipment import Equipment
from dipevents.mentions.timing import date_of
from dipevents.models.actor import ActorKind, countries_of
from dipevents.models.arms_deal import ArmsDeal, DealStatus
from dipevents.reading.clauses import clause, fillers, is_negated, with_conjuncts
from dipevents.reading.grammar import antecedent
from dipevents.reading.sentence import Sentence, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor

__all__ = ["with_seizures"]

BEHIND = 2
"""Sentences behind a seizure that may go on about it."""
LISTED = 12
"""Things of one list."""
PARTICLED = frozenset({"turn", "pull", "send"})
"""Verbs that stop a vessel only with a particle."""
HELD = frozenset({"dobj", "nsubjpass"})
PASSED = frozenset({DealStatus.DELIVERED, DealStatus.AGREED})
ABOARD = frozenset({"aboard", "in", "on", "inside", "into", "from", "within", "under", "among"})


@dataclass(slots=True)
class _Seizure:
    """A vessel or a load that was stopped.

    Attributes:
        verb: What stopped it.
        sentences: The sentences about it.
        told: Of these, the ones that name what was aboard or where it went.
        items: What was aboard.
        sources: Heads of where it came from.
        takers: Heads of where it went.
        vessels: Where words start that name what carried it.
    """

    verb: Word
    sentences: list[Sentence]
    told: list[Sentence] = field(default_factory=list)
    items: list[Equipment] = field(default_factory=list)
    sources: list[Word] = field(default_factory=list)
    takers: list[Word] = field(default_factory=list)
    vessels: set[int] = field(default_factory=set)


def with_seizures(
    mentions: Mentions, named: Sequence[tuple[Sentence, tuple[Equipment, ...]]], deals: list[ArmsDeal]
) -> list[ArmsDeal]:
    """The deals, those denied whose goods were stopped on their way, with the stopped shipments that none tells."""
    for seizure in _find_seizures(named):
        starts = {item.first.start for item in seizure.items}
        deals = [d for d in deals if not d.items or _starts(d) - seizure.vessels]  # "THE BOAT was bound for Chad"
        seizers = [v for w in clause(seizure.verb).subjects for v in (w, *w.children)]
        seizing = countries_of(a for w in seizers for a in mentions.actors.at(w))
        touched = [d for d in deals if starts & _starts(d)]
        known = [d for d in touched if d.suppliers and d.recipients and not countries_of(d.suppliers) & seizing]
        sure = known or any(d.status is DealStatus.DENIED for d in touched)  # "Oslo holds up a shipment for Chad"
        own = None if sure else _shipment(mentions, seizure, seizing)
        if own is not None:
            deals = [*(d for d in deals if d not in touched), own]
            continue
        when, cue = date_of(mentions, seizure.verb), mentions.word_evidence(seizure.verb)
        for deal in touched:
            dated = deal.when is not None and deal.when != when  # "found in a lorry: shells that Oslo sold in 2019"
            if deal.status in PASSED and not dated and not countries_of(deal.suppliers) & seizing:
                stopped = replace(deal, when=when, ordered=None, delivered=when)
                stopped = replace(stopped, status=DealStatus.DENIED, status_evidence=cue)
                deals = [stopped if d is deal else d for d in deals]
    return deals


def _starts(deal: ArmsDeal) -> set[int]:
    return {i.evidence.start for i in deal.items if i.evidence is not None}


def _find_seizures(named: Sequence[tuple[Sentence, tuple[Equipment, ...]]]) -> list[_Seizure]:
    found: list[_Seizure] = []
    for sentence, equipment in named:
        verb = _seizing(sentence, equipment)
        last = found[-1] if found else None
        near = last is not None and sentence.i - last.verb.sentence.i <= BEHIND
        if verb is not None and not (near and _is_known(verb)):
            last = _Seizure(verb, [])
            found.append(last)
        elif last is None or not near or not _is_linked(sentence, equipment):
            continue
        last.sentences.append(sentence)
        _read(last, sentence, Goods(equipment))
    return [seizure for seizure in found if seizure.items]


def _is_known(verb: Word) -> bool:
    """Whether a verb goes on about a vessel just stopped: "the crew BOARDED THE vessel on Monday"."""
    held = [c for c in verb.children if c.dep in HELD and c.lemma in words_of("grammar", "vessels") and c.tag == "NN"]
    return any(all(w.lower == "the" for w in c.children) and c.children for c in held)


@cache
def _opening() -> frozenset[str]:
    return words_of("seizures", "stopping", "finding") | PARTICLED


def _seizing(sentence: Sentence, equipment: tuple[Equipment, ...]) -> Word | None:
    """The verb by which a vessel or a load is stopped, or what is aboard is found."""
    verbs = [v for v in sentence.words_among(_opening()) if v.is_verb and v.tag != "VB" and not is_negated(v)]
    if not verbs:
        return None
    loads = words_of("grammar", "vessels") | words_of("seizures", "loads")
    goods = Goods(equipment)
    heads = {top.i for item in equipment for top in holders([item])}
    flying = {item.head.i for item in equipment if item.category in PLATFORMS}  # "fighters headed for Oslo"
    for verb in verbs:
        particle = next((f"{verb.lemma} {c.lower}" for c in verb.children if c.dep == "prt"), verb.lemma)
        if particle not in words_of("seizures", "stopping", "finding"):
            continue  # "turned over"
        held = [antecedent(c) or c for c in verb.children if c.dep in HELD]  # "a dhow THAT sailors boarded"
        if particle in words_of("seizures", "stopping"):
            laden = any(w.i in heads for w in clause(verb).oblique("with"))  # "the Sea Rose was stopped with rifles"
            if laden or any(c.lemma in loads or (c.i in heads - flying and _is_bound(c)) for c in held):
                return verb
        taken = any(c.i in heads - flying for c in held)
        if taken and any(w.lemma in loads for w in _around(verb, held, goods)):
            return verb
    return None


def _is_bound(goods: Word) -> bool:
    """Whether goods are said to be on their way: "barrels of propellant that were MEANT for Chad"."""
    inner = (goods, *goods.children, *(p for c in goods.children for p in c.children))
    return any(
        c.dep in {"acl", "relcl", "amod"} and c.lemma in words_of("grammar", "bound") for w in inner for c in w.children
    )


def _around(verb: Word, held: list[Word], goods: Goods) -> Iterable[Word]:
    """What things are found in: "found rifles ABOARD a dhow"; of things for somebody any word of the sentence."""
    if to_items(list(goods.items), goods):
        return verb.sentence.words
    found = with_conjuncts(held)
    return fillers(c for w in (verb, *found) for c in w.children if c.dep == "prep" and c.lower in ABOARD)


def _is_linked(sentence: Sentence, equipment: tuple[Equipment, ...]) -> bool:
    """Whether a sentence goes on about what was stopped: "on board", "the cargo", "it was carrying", "the Il-76"."""
    if any(is_vessel(item) for item in equipment):
        return True
    words = sentence.words_among(words_of("grammar", "vessels") | words_of("seizures", "loads", "links"))
    subject = next((w for w in sentence.words if w.dep in {"nsubj", "nsubjpass"}), None)
    pronoun = subject is not None and subject.lower in {"it", "she", "they"}
    return bool(words) or (pronoun and bool(sentence.words_among(words_of("grammar", "carrying"))))


def _read(seizure: _Seizure, sentence: Sentence, goods: Goods) -> None:
    """Adds what a sentence tells of a stopped shipment."""
    items = [item for item in goods.items if item.carrier is None and _is_aboard(item)]
    takers, sources = list(to_items(items, goods)), from_items(items, goods)
    for word in sentence.words_among(words_of("grammar", "bound") | words_of("seizures", "ways")):
        takers += [*clause(word).oblique("to", "for"), *(c for c in word.children if c.dep == "npadvmod")]
        sources += clause(word).oblique("from")
    for word in sentence.words_among(words_of("seizures", "ends")):
        if word.dep == "pobj" and word.head.lower == "as" and word.head.head.is_verb:
            naming = word.head.head  # "the papers named MISRATA as its port"
            takers += [*clause(naming).objects, *(c for c in naming.children if c.dep == "oprd")]
    moving = words_of("grammar", "carrying") | words_of("seizures", "sailing")
    for word in sentence.words_among(words_of("grammar", "vessels") | moving):
        sources += [*clause(word).oblique("from"), *(clause(word).objects if word.lemma == "leave" else ())]
        takers += clause(word).oblique("to", "for") if word.is_verb else ()
    seizure.items += items
    seizure.vessels |= {item.first.start for item in goods.items if is_vessel(item)}
    seizure.sources += parties_in(sources, goods)
    seizure.takers += parties_in(takers, goods)
    if items or takers or sources:
        seizure.told.append(sentence)


def _is_aboard(item: Equipment) -> bool:
    """Whether equipment is what was stopped or found, or what a vessel or a load is said to hold."""
    top = holders([item])[-1]
    for _ in range(LISTED):
        if top.dep != "conj":
            break
        top = holders([replace(item, head=top.head)])[-1]  # "thousands of rifles, pistols and ROCKETS"
    above = top.head
    loads = words_of("grammar", "vessels") | words_of("seizures", "loads")
    if is_vessel(item):
        return False
    if top.dep in HELD or (top.dep in {"nsubj", "attr"} and above.lemma in {"be", "lie"}):
        if above.lemma in words_of("seizures", "stopping") and item.head.lemma in words_of("grammar", "vessels"):
            return False  # what was stopped itself: "a navy ship carrying food was seized"
        doing = words_of("seizures", "stopping", "finding", "holding")
        return above.lemma in doing | words_of("grammar", "carrying", "bound") | {"be", "lie"}
    if top.dep == "pobj" and above.lower in {"with", "of"}:
        laden = words_of("seizures", "stopping") | words_of("grammar", "carrying") | words_of("seizures", "laden")
        return above.head.lemma in loads | laden
    return top.lemma in loads or (top.dep == "appos" and above.lemma in loads)


def _shipment(mentions: Mentions, seizure: _Seizure, seizing: frozenset[str]) -> ArmsDeal | None:
    """The deal that a stopped shipment was to carry out, or None where nothing tells a side or it is a gun or two."""
    certain = [
        i for i in seizure.items if i.use != "dual" and (i.quantity or i.head.tag != "NN" or i.category != "Other")
    ]
    origins = tuple(a for item in certain for a in origins_of(mentions, item))
    recipients = _others(actors_of(mentions, seizure.takers), seizing)
    suppliers = _others(actors_of(mentions, seizure.sources) or origins, seizing | countries_of(recipients))
    if not certain or not recipients:
        return None
    when = date_of(mentions, seizure.verb)
    told = seizure.told if seizure.verb.sentence in seizure.told else [seizure.verb.sentence, *seizure.told]
    return ArmsDeal(
        evidence=tuple(mentions.sentence_evidence(s) for s in told),
        when=when,
        delivered=when,
        suppliers=suppliers,
        recipients=recipients,
        items=tuple(item_at(mentions, item) for item in certain),
        status=DealStatus.DENIED,
        status_evidence=mentions.word_evidence(seizure.verb),
    )


def _others(actors: Iterable[Actor], codes: frozenset[str]) -> tuple[Actor, ...]:
    """Actors of other states, and armed groups wherever they are: "Yemeni guards captured rockets for THE HOUTHIS"."""
    return tuple(dict.fromkeys(a for a in actors if a.kind is ActorKind.GROUP or a.country not in codes))
