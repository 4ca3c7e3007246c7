"""Equipment that comes, and equipment aboard: what a ship, an aircraft or a lorry carries from one side to the other.

the missiles come from Iran, went to Yerevan               its two ends
a freighter carrying tanks for Kenya                     the receiver behind "for", "to", "bound for"
a Peruvian plane carrying rifles landed in Quito         the receiver is where it arrives, the supplier its flag
a Peruvian plane landed in Quito with rifles             the same
a dhow loaded with rifles was seized                     denied
Peru sent five planes loaded with rifles to Chad         who sends them supplies
a plane loaded with rifles was bound for Chad            where its own verb says
flown to Lima and then on to Quito                       the last stop receives
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.beyond import split_dative
from dipevents.events.arms_deal.frame import (
    PREMODIFIERS,
    Frame,
    from_items,
    holders,
    is_in,
    items_in,
    parties_in,
    phrases_of,
    receivers_in,
    to_items,
)
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.reading.clauses import clause, fillers, is_negated

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Goods
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["flags_of", "led_on", "read_cargo", "read_coming"]

LISTED = 5
"""Words between two things of one load."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def read_cargo(verb: Word, goods: Goods) -> Frame | None:
    """The frame of a verb of carrying whose subject is a vessel, or None."""
    arrived = verb.lemma in words_of("grammar", "arriving") or verb.lemma in {"fly", "sail"}
    if not goods or not (arrived or verb.lemma in words_of("grammar", "carrying")):
        return None
    args = clause(verb)
    before = verb.sentence.words[verb.i - 1]  # "seized a DHOW carrying rifles"
    behind = verb.dep == "advcl" and before.dep in {"dobj", "nsubjpass"} and before.head is verb.head
    bearer = before if behind else next(iter(args.objects if args.passive else args.subjects), None)
    bearer = verb.head if verb.dep in {"acl", "relcl"} else bearer
    kind = bearer.lemma.split("-")[0] if bearer is not None else ""  # "an Ilyushin-76"
    if bearer is None or (bearer.lower != "it" and kind not in words_of("grammar", "vessels")):
        return None
    inside = () if bearer.lemma == "helicopter" else (*args.oblique("with"), *clause(bearer).oblique("with"))
    behind_with = args.oblique("with", "of") if args.passive or verb.tag == "VBN" else args.objects
    items = items_in(inside if arrived else behind_with, goods)
    if not items:
        return None
    heads = {i.head.i for i in items}
    items += [i for i in goods.near(items[-1].last, LISTED) if i.head.i not in heads]  # "rifles and MORTARS"
    frame = Frame(verb, "cargo", "carry", items=items)
    above = bearer.head if bearer.dep in {*SUBJECTS, "dobj"} and bearer.head.is_verb else verb
    frame.beside = above if above is not verb else None
    sails = above if bearer.dep in SUBJECTS else verb
    steps = (clause(bearer), args, clause(sails))
    frame.suppliers = parties_in((w for step in steps for w in step.oblique("from")), goods) or from_items(items, goods)
    named = any(w.text[:1].isupper() for i in items for w in verb.sentence.words[i.first.i : i.head.i])
    if bearer.lemma in words_of("grammar", "aircraft") and not named:  # flags of ships tell nothing
        frame.sources = flags_of(bearer)
    if bearer.dep == "dobj" and above.lemma in words_of("moved") and not is_negated(above):
        frame.suppliers = frame.suppliers or parties_in(clause(above).subjects, goods)
    if above.tag == "VB" and above.dep in {"ccomp", "xcomp"} and is_in(above, "enders"):
        frame.sources += clause(above).subjects  # "wants OSLO to stop the flights that bring rifles"
    given = () if args.passive or arrived else (*args.recipients, *args.objects)  # "brought THE REBELS rifles"
    given = (*(w for w in given if w not in holders(items)), *_bound(bearer, verb))
    frame.recipients = to_items(items, goods) or receivers_in(given, goods)
    split_dative(frame)
    if sails.lemma in words_of("grammar", "arriving") | {"fly", "sail"}:
        landed = clause(sails)
        frame.takers = receivers_in((*landed.oblique("at", "in", "into", "to", "on"), *landed.objects), goods)
        frame.takers = [w for w in frame.takers if w is not bearer]
    return frame


def flags_of(bearer: Word) -> list[Word]:
    """Whose an aircraft or a ship of armed forces is, by the names before it: "PERUVIAN planes", "a PERUVIAN ship"."""
    inner = [w for w in bearer.subtree() if w.i < bearer.i and w.dep in PREMODIFIERS]
    armed = bearer.lemma == "warship" or any(w.lower in words_of("grammar", "commissioned") for w in inner)
    own = bearer.lemma in words_of("grammar", "aircraft") or (armed and bearer.lemma in words_of("grammar", "vessels"))
    return [w for w in inner if w.text[:1].isupper()] if own or bearer.lemma == "warship" else []


def _bound(bearer: Word, verb: Word) -> list[Word]:
    """Where a vessel is bound: "bound for Kenya", "carrying rifles to Kenya", "on its way to Kenya"."""
    found = list(clause(verb).oblique("to", "for"))
    if bearer.dep in SUBJECTS and bearer.head.lemma in words_of("grammar", "bound"):
        found += clause(bearer.head).oblique("to", "for")  # "a plane loaded with rifles WAS BOUND FOR Chad"
    for part in bearer.children:
        if part.lower == "bound" or part.lemma in words_of("grammar", "bound"):
            found += clause(part).oblique("to", "for")
    return found


def read_coming(frame: Frame, args: Clause, goods: Goods) -> None:
    """Fills the places of a frame whose equipment is the subject: "the missiles come from Iran"."""
    subject = args.objects if args.passive else args.subjects
    if frame.key in words_of("grammar", "scheduled") and not args.passive:
        return  # "four more are planned", but "the navy plans"
    frame.items = items_in(subject, goods)
    if not frame.items and frame.trigger.dep == "ccomp" and frame.trigger.head.dep == "relcl":
        told = any(c.dep == "nsubj" and c.lower in {"that", "which"} for c in frame.trigger.children)
        frame.items = (
            items_in([frame.trigger.head.head], goods) if told else []
        )  # "rifles that they SAY CAME from Peru"
    owners = [c for item in frame.items for c in item.head.children if c.dep == "poss"]
    frame.suppliers = parties_in(phrases_of(args, "from"), goods) or from_items(frame.items, goods)
    places = args.objects if frame.key == "reach" else phrases_of(args, "to", "in", "into", "at", "for")
    frame.recipients = receivers_in(places, goods)
    if frame.key in {"end up", "turn up", "wind up"}:
        frame.recipients += parties_in(args.oblique("with"), goods)
        frame.suppliers = frame.suppliers or [*owners]  # "tons of its weapons ended up in Chad"
    elif frame.key == "go" and frame.recipients:
        frame.suppliers = frame.suppliers or [*owners]  # "Oslo's missiles will go to Kyiv"
    if frame.suppliers and not frame.recipients:
        frame.recipients = parties_in(owners, goods)
    for bearer in args.oblique("off", "from"):  # "came OFF A PERUVIAN WARSHIP in Quito"
        frame.sources += flags_of(bearer)
        frame.recipients = frame.recipients or receivers_in(clause(bearer).oblique("in", "at"), goods)
    frame.takers = to_items(frame.items, goods)
    beside = [c for c in frame.trigger.children if c.dep == "conj" and c.lemma in words_of("grammar", "bound")]
    if beside and not frame.recipients:  # "came from Peru and were BOUND for Chad"
        frame.kind, frame.recipients = "bound", receivers_in(clause(beside[0]).oblique("for", "to"), goods)
    ways = [o for o in args.objects if o.lemma == "way"]
    if ways:  # "found their way to the rebels"
        frame.recipients = receivers_in(clause(ways[0]).oblique("to", "into", "in"), goods) or frame.recipients
        frame.suppliers = frame.suppliers or parties_in(clause(ways[0]).oblique("from"), goods)
    elif frame.key == "fill" and not any(o.lemma in words_of("grammar", "gaps") for o in args.objects):
        frame.items = []  # "missiles fill the depots"
    elif not args.passive and frame.key not in {"reach", "fill"} and args.objects:
        frame.items = []  # "a frigate landed 40 divers"
    elif any(c.lower in {"close", "near", "within"} for c in frame.trigger.children):
        frame.items = []  # "its jets came NEAR the ship"
    frame.soft = True


def led_on(verb: Word) -> list[Word]:
    """Where goods go from their first stop: "were flown to Lima and then ON TO QUITO", "AND FROM THERE TO Quito"."""
    words = verb.sentence.words
    for word in words[verb.i + 1 :]:
        there = word.lower == "there" and words[word.i - 1].lower == "from"
        onward = word.lower in {"on", "onward", "onwards"} and word.dep in {"conj", "advmod", "prt"}
        after = words[word.i + 1 : word.i + 2]
        own = word.head is not verb and any(c.dep in SUBJECTS and c.tag[:3] != "PRP" for c in word.head.children)
        if own:
            continue  # "shipped rifles to Chad, and THE PROFITS were passed on to Peru"
        if (there or onward) and word.is_under(verb) and after and after[0].lower == "to" and after[0].dep == "prep":
            return fillers(after)
    return []
