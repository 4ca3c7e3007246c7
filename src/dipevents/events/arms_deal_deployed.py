"""Arms that a state puts up in another and keeps: they come, but they do not pass.

Peru will deploy drones in Chad. … Peru sent drones to Chad.          the same state, place and kind of equipment
Chad received missiles. … Peru's deployment of the missiles in Chad.  the same
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dipevents.events.arms_deal_frame import items_in
from dipevents.events.arms_deal_lexicon import words_of
from dipevents.events.arms_deal_parties import actors_of
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.events.arms_deal_frame import Frame, Goods
    from dipevents.events.arms_deal_parties import Sides
    from dipevents.mentions.equipment import Equipment
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Sentence

__all__ = ["Deployed", "distinct", "find_deployed", "is_deployed"]

INTO = ("in", "to", "at", "on", "across")


class Deployed(NamedTuple):
    """States that deploy, states where they do, and the equipment."""

    whose: frozenset[str]
    where: frozenset[str]
    item: Equipment


def find_deployed(mentions: Mentions, sentence: Sentence, goods: Goods) -> list[Deployed]:
    """The deployments abroad that a sentence tells of, in text order."""
    found = []
    for word in sentence.words_among(words_of("grammar", "deploying")):
        args = clause(word)
        items = items_in(args.objects or args.oblique("of"), goods)
        places = [*args.oblique(*INTO), *(w for i in items for w in clause(i.head).oblique(*INTO))]
        owners = [c for i in items for c in i.head.children if c.dep == "poss"]
        where = _codes(actors_of(mentions, places))
        whose = _codes(actors_of(mentions, [*args.subjects, *owners]))
        found += [Deployed(whose, where, item) for item in items if where]
    return found


def distinct(deployed: Iterable[Deployed]) -> tuple[Deployed, ...]:
    """Each deployment once, however often an article tells it: every deal is compared with all of them."""
    return tuple({(d.whose, d.where, d.item.text, d.item.designation, d.item.category): d for d in deployed}.values())


def is_deployed(frame: Frame, sides: Sides, deployed: Iterable[Deployed]) -> bool:
    """Whether what comes from one state to another is what the one deploys there."""
    moved = frame.key in words_of("moved") or frame.key in words_of("grammar", "coming") or frame.trigger.dep == "amod"
    if not moved or not sides.both:
        return False
    ours, theirs = _codes(sides.suppliers), _codes(sides.recipients)
    return any(
        ours & one.whose and theirs & one.where and _alike(item, one.item) for one in deployed for item in frame.items
    )


def _codes(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(a.country for a in actors if a.country)


def _alike(a: Equipment, b: Equipment) -> bool:
    if a.designation and b.designation:
        return a.designation == b.designation
    if a.designation or b.designation:  # "THAAD launchers" and "parts of the THAAD system"
        return any((x.designation or "-") in y.text for x, y in ((a, b), (b, a)))
    return a.category == b.category or a.head.lemma == b.head.lemma
