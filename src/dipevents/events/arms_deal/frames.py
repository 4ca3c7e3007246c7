"""From a word to its frame: whether it tells of a deal at all, and by which reading.

The readings of verbs are in `verbs.py`, those of nouns in `nouns.py`. Where the parse ties no
equipment to a trigger that has a side, equipment that follows closely is taken (`guessed`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.arms_deal.aside import takes_bribes
from dipevents.events.arms_deal.beyond import is_given, opened_by, owed, renewing, said_of, shared
from dipevents.events.arms_deal.cargo import led_on, read_cargo
from dipevents.events.arms_deal.decisions import (
    forces_joined,
    is_owned,
    read_contest,
    read_decision,
)
from dipevents.events.arms_deal.frame import (
    FAR,
    REACH,
    Frame,
    from_items,
    holders,
    is_named,
    items_in,
    parties_in,
    receivers_in,
    to_items,
)
from dipevents.events.arms_deal.idioms import idiom_nouns, read_idiom
from dipevents.events.arms_deal.lexicon import kinds_of, words_of
from dipevents.events.arms_deal.making import read_built
from dipevents.events.arms_deal.nouns import NOUNS, is_letter_of, read_noun
from dipevents.events.arms_deal.orders import is_command
from dipevents.events.arms_deal.papers import place_order
from dipevents.events.arms_deal.participles import read_participle
from dipevents.events.arms_deal.payments import spending_on, swapped
from dipevents.events.arms_deal.pointing import is_anaphor
from dipevents.events.arms_deal.series import beside_subject
from dipevents.events.arms_deal.standing import with_undoer
from dipevents.events.arms_deal.strays import names_receiver
from dipevents.events.arms_deal.verbs import VERBS, opening_verbs, verb_kind
from dipevents.events.phases import nobody
from dipevents.lexicon import read_words
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dipevents.events.arms_deal.frame import Goods
    from dipevents.mentions.equipment import Equipment
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["opening_words", "read_frame", "read_outward"]

NEAR = frozenset({"give", "arm", "get", "order"})
"""Kinds of verbs that are followed by their equipment."""

SEQUELS = frozenset({"come", "make"})
"""Kinds of verbs by which the sentence behind tells who supplies: "They came from China"."""
MODIFYING = frozenset({"give", "send", "get", "order", "offer", "allow"})
"""Kinds of verbs whose participle behind equipment is passive."""
DECIDING = frozenset({"get", "ask", "allow"})
"""Kinds of verbs by which somebody may speak of what others sell and buy."""
REFLEXIVE = frozenset({"itself", "themselves", "himself", "herself"})
LEADING = frozenset({"prep", "advmod", "prt"})


@cache
def _nouns() -> Mapping[str, str]:
    return kinds_of({kind: words for kind, words in read_words("arms_deal")["nouns"].items() if kind in NOUNS})


@cache
def opening_words() -> frozenset[str]:
    """The lemmas and forms of all words that may open a frame; no other word is asked."""
    others = (
        words_of("grammar", "interested")
        | words_of("grammar", "comprise")
        | words_of("grammar", "carrying")
        | {"like", "due", "construction"}
    )
    return opening_verbs() | idiom_nouns() | others | {form for noun in _nouns() for form in (noun, f"{noun}s")}


def read_frame(word: Word, goods: Goods) -> Frame | None:
    """The frame of a trigger word, or None where the word is none."""
    frame = _read(word, goods)
    if frame is None or not frame.items:
        return frame
    if not (frame.recipients or frame.takers or frame.parties[1:]):
        frame.takers = renewing(frame)
    return with_undoer(frame, goods)


def _read(word: Word, goods: Goods) -> Frame | None:
    if word.is_verb:
        return _read_verb(word, goods) if word.dep not in {"aux", "auxpass"} else None
    if word.pos == "ADJ" and (word.lower in words_of("grammar", "interested") or word.lower == "due"):
        return _read_adjective(word, goods)
    if word.pos not in {"NOUN", "PROPN"}:
        return None
    return read_idiom(word, goods) or read_built(word, goods) or _read_noun(word, goods)


def _read_adjective(word: Word, goods: Goods) -> Frame | None:
    """The frame of "is interested in Swedish jets"."""
    if word.lower == "due":  # "is due in Lima"
        args = clause(word.head)
        places = (*clause(word).oblique("in", "at"), *args.oblique("in", "at"))
        return Frame(word, "come", "expect", recipients=list(places), items=items_in(args.subjects, goods))
    items = items_in(clause(word).oblique("in", "on"), goods) or items_in(clause(word.head).oblique("in", "on"), goods)
    if word.dep not in {"acomp", "oprd"} or not items:
        return None
    wanting = parties_in(clause(word.head).subjects, goods)
    return Frame(word, "ask", word.lower, from_items(items, goods), wanting, items=items)


def _read_verb(verb: Word, goods: Goods) -> Frame | None:
    if (cargo := read_cargo(verb, goods)) is not None:
        return cargo
    key, kind = verb_kind(verb)
    if kind is None or takes_bribes(verb) or (key == "expect" and nobody(verb) is not None):
        return _comprising(verb, goods)  # "NOBODY EXPECTS the jets" to come soon: who would get them is not told
    if verb.tag == "VBN" and verb.dep == "amod":
        return read_participle(verb, kind, key, goods)
    if verb.dep in {"amod", "compound"} and verb.tag == "VBG":
        return None
    bought = verb.dep == "acl" and verb.head in goods  # "the launchers ordered from Peru to arrive in May"
    if key == "order" and not bought and is_command(verb):
        return None
    frame = Frame(verb, kind, key)
    if not goods and kind != "arm" and key not in words_of("grammar", "feeding"):
        return frame  # without equipment, who does it is not asked
    args = _arguments(verb, goods)
    _fill(frame, args, goods)
    frame.items = [] if _told_by_noun(frame, args, goods) else frame.items
    if not (frame.suppliers or frame.sources):  # "arrived in CHAD FROM NORWAY": the parse hangs Norway on Chad
        forces = words_of("groups", "forces")  # "reached REBELS FROM NORWAY"
        names = (w for w in (*frame.recipients, *frame.takers) if w.pos == "PROPN" or w.lemma in forces)
        frame.sources = parties_in((s for w in names for s in clause(w).oblique("from")), goods)
    if key in words_of("grammar", "feeding") and not frame.items and not args.oblique("with"):
        forces = words_of("groups", "forces")
        fed = any({o.lemma, o.lower} & forces for o in args.objects)
        frame.kind = "arm" if fed else kind  # "is supplying the rebels"
    modified = goods.at(verb.head) if verb.dep == "acl" and verb.tag in {"VBN", "VBD"} and kind in MODIFYING else None
    if modified is not None and frame.items in ([], [modified]):
        frame.items = beside_subject(
            modified, goods
        )  # "the howitzers promised to Kyiv", whatever tense the tagger sees
    frame.items += _others(frame, goods) if frame.items else []
    followed = kind in NEAR or (kind == "send" and is_given(verb))
    frame.items = frame.items or _owed(frame, args, goods)
    if meant := _meant(frame, args, goods):
        frame.items, frame.guessed = meant, True
        frame.recipients = [w for w in frame.recipients if not goods.meant_by(w)]  # "urged Oslo not to supply THEM"
    # "received an offer of", "signed for the sale of"
    followed = followed and not any(o.lemma in _nouns() for o in (*args.objects, *args.oblique("for")))
    followed = followed and (key != "provide" or args.passive or bool(args.objects))  # "PROVIDES FOR its people"
    if followed and not frame.items and frame.has_side and key not in words_of("grammar", "behind"):
        frame.items = goods.near(verb, FAR if key in words_of("grammar", "with") else REACH)
        frame.guessed = True
    return frame


def _told_by_noun(frame: Frame, args: Clause, goods: Goods) -> bool:
    """Whether a verb only speaks of what a noun tells with its receiver: "paid for THE SALE of six jets TO CHAD"."""
    told = (*holders(frame.items), *args.objects) if frame.kind in DECIDING and frame.items else ()
    return any(names_receiver(w, goods) for w in told)


def _fill(frame: Frame, args: Clause, goods: Goods) -> None:
    """Fills the places of a verb's frame."""
    if not (swapped(frame, args, goods) or read_decision(frame, args, goods)):
        VERBS[frame.kind](frame, args, goods)
    if spenders := spending_on(frame.trigger):
        frame.suppliers, frame.recipients = [], spenders
    if further := led_on(frame.trigger):
        frame.recipients = receivers_in(further, goods)
    if frame.kind == "arm" and any(w.lower in REFLEXIVE for w in frame.recipients):
        # "Chad has equipped ITSELF with Peruvian missiles"
        frame.suppliers, frame.recipients, frame.soft = [], frame.suppliers, True


def _others(frame: Frame, goods: Goods) -> list[Equipment]:
    """What goes with equipment, hung elsewhere by the parse: "50 jets and 18 drones", "aid, including tanks"."""
    last = frame.items[-1].head
    listed = goods.behind_colon(last) if last.lemma in words_of("grammar", "listed") else []
    beside = [i for i in goods.items if i.head.dep == "conj" and i.head.head is frame.trigger]
    return [i for i in (*beside, *listed) if i not in frame.items]


def _comprising(verb: Word, goods: Goods) -> Frame | None:
    """The frame of a package told right before: "It includes six jets"."""
    meant = any(w.dep == "nsubj" and w.lower in {"it", "this"} for w in verb.children)
    if verb.lemma not in words_of("grammar", "comprise") or not meant:
        return None
    return Frame(verb, "both", "package", items=items_in(clause(verb).objects, goods))


def _owed(frame: Frame, args: Clause, goods: Goods) -> list[Equipment]:
    """The equipment before a relative clause that has other objects."""
    found = owed(frame.trigger, args, frame.kind, goods)
    above = frame.trigger.head
    if frame.trigger.dep == "xcomp" and above.dep == "relcl" and frame.kind in MODIFYING and not args.objects:
        found = found or items_in([above.head], goods)  # "the boats it had refused to give to Chad"
    found = found or (opened_by(frame.trigger, goods) if frame.kind in {"ask", "get"} else [])
    return found or (goods.shared_out(frame.trigger) if frame.kind in MODIFYING else [])


def _arguments(verb: Word, goods: Goods) -> Clause:
    """The arguments of a verb; its object may stand behind the verb coordinated with it, or before one of saying."""
    args = clause(verb)
    objects = () if args.objects else tuple(shared(verb)) or tuple(said_of(verb, goods))
    return args.replacing(objects=objects) if objects else args


def _meant(frame: Frame, args: Clause, goods: Goods) -> list[Equipment]:
    """The equipment told before that a pronoun stands for: "sells THEM to Chad", "THEY came from Peru"."""
    known = (frame.kind in MODIFYING or frame.kind in SEQUELS) and frame.key != "replace"  # "unless they are replaced"
    if not known or frame.items or frame.key in words_of("grammar", "carrying"):
        return []
    words = args.subjects if frame.kind == "come" and not args.passive else args.objects
    verb = frame.trigger
    above = (verb.head, verb.head.head) if verb.dep == "xcomp" else ()  # "THEY are due to be shipped"
    bearers = {w.i for w in (verb, *above)}
    meant = [o for o in words if o.head.i in bearers]
    if frame.key in words_of("grammar", "priced"):
        meant += [w for w in (*args.oblique("for"), *args.recipients) if w.pos == "PRON"]
    return [item for o in meant for item in goods.meant_by(o)]


def _read_noun(noun: Word, goods: Goods) -> Frame | None:
    named = goods.at(noun) if noun in goods else None
    if named is not None and named.use != "dual":
        return None  # "supplies" may be equipment and a transfer, "arms" may not
    if noun.dep == "compound" and noun.head.lemma in words_of("grammar", "vessels"):
        return None  # "a cargo plane"
    key = noun.lemma if noun.lemma in _nouns() else noun.lower.removesuffix("s")
    kind = _nouns().get(key)
    said = key == "source" and noun.dep == "nsubj" and noun.head.lemma in words_of("status", "announcing")
    if said or kind is None or (key == "charge" and not (noun.dep == "dobj" and noun.head.lemma == "take")):
        return None  # "a SOURCE said"
    if key == "offer" and is_letter_of(noun):
        return None
    frame = Frame(noun, kind, key, soft=key in words_of("nouns", "soft"))
    if not goods and not is_anaphor(noun) and kind != "arm" and key not in words_of("grammar", "papers"):
        return frame
    read_noun(frame, goods)
    frame.lends = frame.lends or _is_said(frame)
    if key == "order":
        place_order(frame, goods)
    frame.items = frame.items or opened_by(noun, goods)
    if not frame.items and (lying := _lying(noun, goods)):
        frame.recipients = frame.recipients or to_items(lying, goods)
        frame.items = lying
    if not frame.items and frame.has_side and key in words_of("grammar", "listed"):
        frame.items = goods.behind_colon(noun)
    if not frame.items and not frame.soft and frame.has_side:
        near = goods.near(noun)
        frame.items = near if kind != "both" or any(e.designation or e.quantity for e in near) else []
        frame.guessed = True
        if not (frame.suppliers or frame.parties):
            frame.sources = frame.sources or from_items(frame.items, goods)  # "took delivery in May of jets FROM"
    return frame


def _is_said(frame: Frame) -> bool:
    """Whether a noun only tells what a deal told before is: "THIS is the largest vehicle PURCHASE in its history"."""
    noun = frame.trigger
    certain = any(i.quantity or i.designation for i in frame.items) or (frame.suppliers and frame.recipients)
    pointing = (c.dep == "nsubj" and c.lower in {"it", "that", "this"} for c in noun.head.children)
    return noun.dep == "attr" and not certain and any(pointing)


def _lying(noun: Word, goods: Goods) -> list[Equipment]:
    """The equipment that is "on order", "on option", "under discussion"."""
    verb = noun.head.head
    sided = (
        {"from", "to", "for", "with", "in", "by"} if noun.lemma in words_of("grammar", "lying") else frozenset[str]()
    )
    plain = all(c.dep == "det" or (c.dep == "prep" and c.lower in sided) for c in noun.children)
    if noun.dep != "pobj" or noun.head.lower not in {"on", "under", "in"} or verb.lemma != "be" or not plain:
        return []
    return items_in((*clause(verb).subjects, *(c for c in verb.children if c.dep == "attr")), goods)


def _listed(item: Equipment, goods: Goods) -> Frame | None:
    """The frame of a line in a list: "six jets from Sky Works, agreed in June", "Italy: six guns"."""
    words = item.head.sentence.words
    colon = next((w.i for w in words[1:5] if w.text == ":"), None)
    if colon is not None and words[colon - 1].pos == "PROPN" and _is_listed(item, goods, colon):
        return Frame(item.head, "listed", "pledge", [words[colon - 1]], items=[item])
    sources = from_items([item], goods)
    above = item.head.head if item.head.head is not item.head else None
    first = item.first.i <= 1 and item.quantity is not None and sources
    if not first or (above is not None and above.lemma not in words_of("grammar", "listing")):
        return None
    return Frame(item.head, "listed", "order", sources, items=[item])


def _is_listed(item: Equipment, goods: Goods, colon: int) -> bool:
    """Whether equipment stands right behind a line's colon, or behind what stands there: "six guns and 50 shells"."""
    start = colon + 1
    for other in goods.items:
        if other.head.i > colon and other.first.i - start <= 3:
            if other is item:
                return item.head.dep not in {"nsubj", "nsubjpass"}
            start = other.last.i + 1
    return False


def _on_the_way(item: Equipment) -> Clause | None:
    """The phrase of "are on their way to Chad", "are en route to Chad", of which equipment is the subject."""
    relative = [c for c in item.head.children if c.dep == "relcl" and c.lemma == "be"]
    top = holders([item])[-1]
    verb = relative[0] if relative else top.head
    if verb.lemma != "be" and top.dep == "nsubjpass":  # "is said to be", "is suspected of having been on its way"
        inner = [p for c in verb.children for p in (c, *c.children) if p.dep in {"xcomp", "pcomp"} and p.lemma == "be"]
        verb = inner[0] if inner else verb
    elif not relative and top.dep != "nsubj" and verb.lemma not in words_of("grammar", "bound"):
        return None
    if verb.lemma in words_of("grammar", "bound") and verb.tag == "VBN" and top.dep in {"nsubj", "nsubjpass"}:
        return clause(verb)  # "Oslo's last jets are BOUND for Chad"
    if verb.lemma != "be":
        return None
    ways = [p for c in verb.children if c.dep == "prep" and c.lower == "on" for p in c.children if p.lemma == "way"]
    ways += [w for c in verb.children for w in (c, *c.children) if w.lower == "route"]
    return clause(ways[0]) if ways else None


def _lets_pass(verb: Word) -> bool:
    """Whether the subject of a verb supplies its object: "HALTED aid to Chad", "the yard LAUNCHED a boat for Chad"."""
    built = verb.lemma in words_of("grammar", "launching")
    made = built and any(w.lemma in words_of("groups", "makers") for w in clause(verb).subjects)
    return made or verb.lemma in words_of("status", "blocked")


def read_outward(item: Equipment, goods: Goods) -> Frame | None:
    """Equipment that names both its sides: "two Russian submarines for Vietnam", "rifles bound for Chad"."""
    if item.carrier is not None:
        return None
    if (contest := read_contest(item, goods)) is not None:
        return contest
    if (way := _on_the_way(item)) is not None:
        told = [clause(c).oblique("from") for c in (item.head.head, *item.head.children) if c.is_verb]
        sources = [*from_items([item], goods), *way.oblique("from"), *(w for words in told for w in words)]
        sources = sources or [c for c in item.head.children if c.dep == "poss" and c.pos == "PROPN"]
        return Frame(
            item.head,
            "bound",
            "bound",
            parties_in(sources, goods),
            receivers_in(way.oblique("to", "for"), goods),
            items=[item],
        )
    top = holders([item])[-1]
    giver = clause(top.head) if top.dep == "dobj" and _lets_pass(top.head) else None
    recipients = to_items([item], goods) or (receivers_in(giver.oblique("to"), goods) if giver is not None else [])
    recipients = recipients or forces_joined(item)
    owners = [c for c in item.head.children if c.dep == "poss" and c.pos == "PROPN"]
    if not recipients and is_owned(item) and item.head.head.lemma not in words_of("grammar", "possessing"):
        recipients = list(clause(item.head.head).subjects)  # "Chad flies six NORWEGIAN jets"
    if not recipients:
        return _listed(item, goods)
    above, items = item.head.head, [item]
    if item.head.dep == "nsubj" and above.lemma in words_of("grammar", "comprise"):
        items = items_in(clause(above).objects, goods) or items  # "the DUTCH aid for Chad includes rifles"
        owners += [c for c in item.head.children if is_named(c)]
    bound = any(
        w.lemma in words_of("grammar", "bound") or w.lemma == "way"
        for w in item.head.sentence.words[item.head.i : recipients[0].i]
    )
    holds = item.head.head.head
    vessels = words_of("grammar", "vessels")
    if bound and (item.head.head.lower == "aboard" or (item.head.tag == "NN" and item.head.lemma in vessels)):
        return None  # "a cargo plane bound for Chad"
    laden = item.head.dep == "pobj" and any(
        w.lemma in vessels for w in (holds, *holds.children)
    )  # "a ship with rifles"
    kind = "bound" if bound or laden else "item"
    suppliers = [*from_items([item], goods), *owners]
    if not suppliers and bound:  # "BOUND for CHAD FROM OSLO", wherever the parse hangs Oslo
        below = (*recipients, *(c for c in item.head.children if c.lemma in words_of("grammar", "bound")))
        suppliers = parties_in((w for b in below for w in clause(b).oblique("from")), goods)
    if not suppliers and giver is not None and kind == "item":
        suppliers = parties_in(giver.subjects, goods)  # "halted military aid to Chad"
    return Frame(item.head, kind, kind, suppliers, recipients, items=items)
