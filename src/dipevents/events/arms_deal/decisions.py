"""Goods that somebody decides on or competes with, where no word says that they pass.

Oslo is mulling six jets for Chad; voted to back guns for Chad     the subject would supply
has six jets for Chad under study                                  the same
Chad picked Saab, a Swedish design, for its six jets               the one picked supplies
gave the nod to six jets for Chad, to six jets from Peru           the subject supplies; it receives what comes "from"
six jets from Oslo for Chad got the go-ahead                       nobody is said to have decided
approved Oslo's sale of six jets to Chad                           whose sale it is supplies, not who lets it pass
Saab's Gripen is in the race for the Peruvian order                its owner would supply, who orders receives
Saab's Gripen was struck off the Peruvian list                     the same, denied
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.beyond import owners_of
from dipevents.events.arms_deal.frame import (
    Frame,
    from_items,
    holders,
    is_in,
    is_named,
    items_in,
    parties_in,
    phrases_of,
    receivers_in,
    to_items,
)
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.reading.clauses import clause, fillers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.events.arms_deal.frame import Goods
    from dipevents.mentions.equipment import Equipment
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = [
    "chosen_for",
    "forces_joined",
    "is_owned",
    "meant_for",
    "read_contest",
    "read_decision",
    "stocked",
]

LISTED = 4
"""Members of a list up to which the first is looked for."""


def meant_for(items: list[Equipment], goods: Goods, beside: Iterable[Word] = ()) -> list[Word]:
    """Who gets goods by their own phrase, where those are others than who speaks of them: no "jets for its navy"."""
    makers = from_items(items, goods)
    behind = fillers(p for w in makers for p in (*w.children, *w.head.children) if p.dep == "prep" and p.lower == "for")
    hung = (w for w in beside if any(i.last.i + 1 == w.head.i for i in items))
    found = [*to_items(items, goods), *parties_in((*behind, *hung), goods)]  # "jets from OSLO FOR CHAD", hung on Oslo
    fighting = words_of("groups", "forces") - words_of("groups", "crews")
    return [
        w
        for w in dict.fromkeys(found)
        if (w.pos == "PROPN" or (w.tag == "NNS" and w.lemma in fighting))
        and not any(c.tag == "PRP$" for c in w.children)
    ]


def read_decision(frame: Frame, args: Clause, goods: Goods) -> bool:
    """Fills the frame of a verb that only decides on goods for others; gives whether it does."""
    studied = frame.key == "have" and any(
        w.lemma in words_of("grammar", "studied") for w in args.oblique("under", "on")
    )
    if frame.key in words_of("grammar", "pondering") | words_of("status", "spurned") or studied:
        return _is_decided(frame, args, goods, "consider" if studied else frame.key)  # "REJECTED six jets for Chad"
    if frame.kind == "back":
        return _is_decided(frame, args, goods, "approve")
    return frame.kind == "get" and _is_cleared(frame, args, goods)


def _is_decided(frame: Frame, args: Clause, goods: Goods, key: str) -> bool:
    items = items_in(args.objects, goods) or items_in(args.oblique("over", "about"), goods)
    receivers = [] if args.passive else meant_for(items, goods, args.oblique("for", "to"))
    if not receivers:
        return False
    frame.kind, frame.key, frame.soft = "allow", key, True
    frame.items, frame.recipients = items, receivers
    frame.suppliers, frame.deciding = parties_in(args.subjects, goods), True
    return True


def _is_cleared(frame: Frame, args: Clause, goods: Goods) -> bool:
    """Whether goods got what lets them pass, which fills the frame: "six jets for Chad GOT THE GO-AHEAD"."""
    items = items_in(args.subjects, goods)
    if not items or not any(o.lemma in words_of("grammar", "permits") for o in args.objects):
        return False
    frame.kind, frame.key, frame.soft, frame.items = "allow", "approve", True, items
    frame.suppliers, frame.recipients = from_items(items, goods), meant_for(items, goods)
    return True


def chosen_for(frame: Frame, args: Clause, goods: Goods) -> list[Word]:
    """Whom a verb of choosing has as its object, the goods behind "for": "picked SAAB for six jets"; adds the goods."""
    if frame.items or frame.kind != "order" or frame.key in words_of("contract", "papers"):
        return []
    led = args.oblique(frame.key.split()[1]) if " " in frame.key else ()
    picked = [w for w in (*args.objects, *led) if w not in goods]
    roles = (w for w in args.oblique("as") if w.lemma in words_of("nouns", "roles"))
    meant = (*args.oblique("for"), *(p for w in picked for p in clause(w).oblique("for")))
    frame.items = items_in(meant or (p for w in roles for p in clause(w).oblique("of")), goods)
    picked = [w for w in picked if w not in holders(frame.items)]
    frame.soft = True
    return [o for w in picked for o in _designers(w)] if frame.items else []


def _designers(word: Word) -> list[Word]:
    """Whose a design is, or who else is picked: "a GERMAN design", "SAAB's bid"."""
    if word.lemma not in words_of("grammar", "designs"):
        return [word] if word.pos == "PROPN" or word.lemma in words_of("groups", "makers") else []
    return [c for c in word.children if c.dep == "poss" or c.text[:1].isupper()]


def forces_joined(item: Equipment) -> list[Word]:
    """The forces that machines come into: "six Danish-built boats have JOINED THE KENYAN NAVY"."""
    verb = item.head.head
    if item.head.dep != "nsubj" or verb.lemma not in words_of("grammar", "joining"):
        return []
    args = clause(verb)
    return [w for w in (*args.objects, *args.oblique("with")) if w.lemma in words_of("groups", "forces") | {"fleet"}]


def is_owned(item: Equipment) -> bool:
    """Whether somebody named has so many machines, none of them captured: "CHAD OPERATES four Russian-made tanks"."""
    verb = item.head.head
    before = {w.lower for w in item.head.sentence.words[max(item.first.i - 1, 0) : item.head.i]}
    told = item.quantity is not None or "new" in before
    if item.head.dep != "dobj" or verb.lemma not in words_of("grammar", "owning") or not told:
        return False
    subjects = clause(verb).subjects
    named = any(w.text[:1].isupper() and w.pos != "PRON" for s in subjects for w in (s, *s.children) if w.dep != "det")
    return named and "captured" not in before


def stocked(item: Equipment) -> list[Word]:
    """Whose arms are said to be of a make: "most of CHAD's arsenal is made up of Danish-supplied equipment"."""
    verb = item.head.head.head if item.head.dep == "pobj" else item.head.head
    stands = item.head.dep in {"pobj", "attr", "dobj"}
    if not stands or verb.lemma not in {"make", "consist", "comprise", "compose", "be"}:
        return []
    stores = words_of("groups", "stores", "forces") | {"fleet"}
    named = [c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}]
    held = [w for s in named for w in s.subtree() if w.lemma in stores]
    return [c for w in held for c in w.children if c.dep == "poss" or is_named(c)]


def _read_admitted(frame: Frame, args: Clause, passed: list[Equipment], goods: Goods) -> None:
    """Fills the frame of goods that pass somebody: "six jets for Chad CLEARED PARLIAMENT", "CUSTOMS in Peru"."""
    by = (*args.objects, *args.oblique("past", "through"))
    makers = from_items(passed, goods)
    if any(w.lemma in words_of("grammar", "chambers") for w in by):
        frame.suppliers = makers or parties_in(by, goods)
    elif any(w.lower == "customs" for w in by):
        frame.kind, frame.key = "come", "arrive"
        frame.suppliers = makers or [c for i in passed for c in i.head.children if c.dep == "poss"]
        frame.takers = [*(c for w in by for c in w.children if is_named(c)), *args.oblique("in", "at")]
    else:
        return
    frame.items, frame.recipients, frame.soft = passed, to_items(passed, goods), True


def read_allowing(frame: Frame, args: Clause, goods: Goods) -> None:
    """Fills the frame of a verb by which somebody lets goods pass: "approved six jets for Chad"; whom they pass."""
    admitted = not args.passive and frame.key in words_of("grammar", "admitted")
    if admitted and (passed := items_in(args.subjects, goods)):
        _read_admitted(frame, args, passed, goods)
        return
    frame.items = items_in(args.objects, goods) or items_in(args.oblique("on"), goods)
    frame.suppliers, frame.deciding = parties_in(args.subjects, goods), True
    frame.sources = _dealing(args.objects, goods)
    frame.recipients = receivers_in((*args.recipients, *phrases_of(args, "to", "for")), goods) or to_items(
        frame.items, goods
    )
    frame.soft = True
    if frame.recipients and not args.passive and all(map(_is_own_force, frame.recipients)):
        frame.suppliers, frame.recipients = [], frame.suppliers


def _dealing(deeds: Iterable[Word], goods: Goods) -> list[Word]:
    """Whose deed it is that somebody lets pass: "approved NORWAY's sale of jets", "a NORWEGIAN sale", "a sale BY"."""
    sales = (w for w in deeds if w.lemma in words_of("nouns", "give") and w not in goods)
    return [w for noun in sales for w in owners_of(noun, clause(noun), goods) if w.pos != "PRON"]


def _is_own_force(word: Word) -> bool:
    """Whether a force is that of the state that acts: "approved six French tanks for THE ARMY", "for ITS NAVY"."""
    own = {c.lower for c in word.children if c.dep in {"det", "poss"}} & {"the", "its", "their"}
    named = any(c.text[:1].isupper() for c in word.children)
    return bool(own) and not named and word.lemma in words_of("grammar", "own_forces")


def read_thanking(frame: Frame, args: Clause, goods: Goods) -> None:
    """Fills the frame of thanks for goods, and of what they are owed or traced to."""
    owed = frame.key in {"owe", "trace"}  # "the rebels OWE their mortars TO Libya", "traced their mortars TO Libya"
    frame.items = items_in(args.objects if owed else args.oblique("for"), goods)
    frame.suppliers = parties_in((*args.recipients, *args.oblique("to")) if owed else args.objects, goods)
    traced = (c for i in frame.items for c in i.head.children if c.dep == "poss")
    frame.recipients = parties_in(traced if frame.key == "trace" else args.subjects, goods)


def read_contest(item: Equipment, goods: Goods) -> Frame | None:
    """The frame of equipment that is said to be in the running for somebody's order, or out of it."""
    noun = holders([item])[-1]
    for _ in range(LISTED):
        noun = noun.head if noun.dep == "conj" else noun
    contest = _contest_of(noun)
    if contest is None or any(c.tag == "PRP$" for c in item.head.children):
        return None
    owners = [c for c in item.head.children if c.dep == "poss"]
    named = [w for w in clause(item.head).oblique("of") if w.pos == "PROPN"]  # "the Super Hornet OF BOEING"
    suppliers = parties_in((*owners, *named), goods) or from_items([item], goods)
    frame = Frame(item.head, "ask", "bid", suppliers, parties_in(_buyers(contest, noun), goods), items=[item])
    frame.beside = noun.head if noun.head.is_verb else None
    return frame


def _contest_of(noun: Word) -> Word | None:
    """The word for what somebody's goods compete in or for: "is in the RACE", "VIES for", "topped the SHORTLIST"."""
    verb = noun.head
    if noun.dep not in {"nsubj", "nsubjpass", "attr"} or not verb.is_verb:
        return None
    others = [c for c in verb.children if c.dep == "nsubj"] if noun.dep == "attr" else []
    if others:  # "the FRONT-RUNNERS are the Gripen and the Rafale"
        return next((c for c in others if is_in(c, "contending") and c.i < verb.i), None)
    if is_in(verb, "contending"):
        return verb
    below = [c for c in verb.children if c.dep in {"prep", "prt", "advmod"}]
    inner = [p for c in below for d in (c, *c.children) for p in (d, *d.children) if p.dep == "pobj"]
    held = [c for c in verb.children if c.dep in {"attr", "acomp"}] if verb.lemma in {"be", "remain"} else []
    joined = verb.lemma in words_of("grammar", "entering")
    held += [c for c in verb.children if c.dep == "dobj"] if joined else []
    placed = inner if verb.lemma in {"be", "remain", "stay"} or joined or is_in(verb, "sifting") else []
    return next((w for w in (*held, *placed) if is_in(w, "contending") or w.lemma == "list"), None)


def _buyers(contest: Word, noun: Word) -> Iterable[Word]:
    """Who holds a contest, or whose order it is for: "PERU's shortlist", "the race for a PERUVIAN order"."""
    found = [c for c in contest.children if c.dep == "poss" or is_named(c)]
    for word in clause(contest).oblique("for", "of", "in"):
        owned = [c for c in word.children if c.dep == "poss" or is_named(c)]
        found += owned or ([word] if word.pos == "PROPN" else [])
    return (w for w in found if w is not noun)
