"""Ships and aircraft that move by themselves, and equipment that serves its owner elsewhere without being given.

offered a frigate to help patrol; shipped guns to ITS base    what serves its owner
two helicopters came to Lima to fight the FIRES               what comes, or is lent, to help in an emergency
the IL-76 came from Lima                                      one that was told of before, under way
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.beyond import for_occasion
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.makers import makers_of
from dipevents.events.arms_deal.traders import is_forces
from dipevents.models.actor import ActorKind
from dipevents.reading.clauses import clause
from dipevents.reading.grammar import is_within

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Frame
    from dipevents.events.arms_deal.parties import Sides
    from dipevents.mentions.equipment import Equipment

__all__ = ["PLATFORMS", "is_captured", "is_vessel", "moves_itself", "on_duty"]

PLATFORMS = frozenset({"Aircraft", "Ships"})
"""What moves by itself: "sent frigates to the Gulf" is no deal."""
AIMED = frozenset({"advcl", "acl", "relcl", "xcomp"})


def moves_itself(frame: Frame) -> bool:
    """Whether a frame's equipment are ships and aircraft, which move without being given."""
    return all(item.category in PLATFORMS for item in frame.items)


def on_duty(frame: Frame, sides: Sides) -> bool:
    """Whether equipment only serves its owner: "offered a frigate to help patrol", "shipped missiles to its base"."""
    args, heads = clause(frame.trigger), [item.head for item in frame.items]
    stations = [w for a in (args, *(clause(h) for h in heads)) for w in a.oblique("to") if w.dep == "pobj"]
    named = any(is_within(w, "GPE") for w in frame.suppliers)
    own = {"its", "their"} if named else {"its", "their", "his", "her", "our", "my"}  # "Oslo sent guns to HIS troops"
    if any(w.lemma in words_of("grammar", "stations") and any(c.lower in own for c in w.children) for w in stations):
        return True
    if for_occasion(frame) or (frame.kind == "come" and heads and all(is_vessel(item) for item in frame.items)):
        return True
    if not heads or not moves_itself(frame):
        return False
    below = (c for w in (*heads, frame.trigger) for c in w.children if c.dep in AIMED and c.tag != "VB")
    if any(c.lemma in words_of("grammar", "carrying") for c in below):  # "landed in Lima CARRYING guns"
        return frame.kind in {"come", "send", "bound"}  # but "bought four, BRINGING its fleet to ten"
    if any(w.lemma in words_of("grammar", "occasions") for w in args.oblique("for", "on", "in")):
        return frame.kind in {"come", "send"}
    aims = [c for w in (frame.trigger, *heads) for c in w.children if c.dep in AIMED and c.tag == "VB"]
    ends = [*args.oblique("for", "to", "in"), *(w for c in aims for w in c.subtree())]
    lent = frame.kind in {"come", "send", "give"} and frame.key != "sell"
    borne = {w.lemma for w in args.oblique("with")}  # "sent two planes with FOOD", "lent two planes, with their CREWS"
    if lent and (
        borne & words_of("grammar", "borne") or any(w.lemma in words_of("grammar", "emergencies") for w in ends)
    ):
        return True  # "lent two planes to the SEARCH", "sent helicopters to Lima to fight the FIRES"
    served = frame.trigger.is_verb and (frame.kind == "come" or not sides.recipients)
    return served and any(c.lemma in words_of("grammar", "duty") for c in aims)


def is_vessel(item: Equipment) -> bool:
    """Whether one aircraft or ship is meant that was told of before, which is under way: "THE IL-76 came from Lima"."""
    single = item.quantity is None and item.head.tag in {"NN", "NNP"} and item.category in PLATFORMS
    beside = {c.lower for c in item.head.children if c.i < item.head.i}
    return single and item.head.dep in {"nsubj", "nsubjpass"} and beside == {"the"}


def is_captured(frame: Frame, sides: Sides) -> bool:
    """Whether arms are taken in a fight: "the rebels TOOK tanks from the army", but "Chad may TAKE Swedish jets"."""
    args = clause(frame.trigger)
    named = (name for i in frame.items if i.designation for name in (i.designation, i.head.text))
    makers = makers_of(named) if sides.suppliers else frozenset[str]()
    if any(a.country in makers for a in sides.suppliers):
        return False  # "took S-400 missiles FROM RUSSIA"
    navies = all(a.kind is ActorKind.ORGANIZATION and is_forces(a) for a in sides.recipients)
    official = navies or all(a.kind is ActorKind.STATE for a in sides.recipients)
    lent = any(w.lemma in {"loan", "lease"} for w in args.oblique("on"))
    lent = lent or any(w.lemma in words_of("documents") | {"package"} for w in args.oblique("under"))
    lent = lent or any(w.lemma in words_of("grammar", "ways") for w in args.oblique("for"))  # a price
    return not (official and (lent or frame.trigger.tag == "VB"))
