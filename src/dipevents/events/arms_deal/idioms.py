"""Turns of phrase that tell of a deal by a noun that names none.

is in the market for jets; set its sights on Peru's boats      wants them
toured Europe in search of shells                              the same, from where it went
laid hands on missiles; put its name down for ten drones       got them; ordered them
took six tanks off Oslo's hands                                got them from whose hands they are
made do with tanks; stocked up on shells                       the goods behind what a verb and its particle lead to
gave the nod to six jets for Chad                              lets them pass to whom they are for
put six tanks on the table; shook hands on six boats           offered them; struck a deal on them
talked to Oslo about six jets; is due in Oslo to discuss them  two sides, whose direction is settled later
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.arms_deal.beyond import hung_on
from dipevents.events.arms_deal.decisions import meant_for
from dipevents.events.arms_deal.frame import Frame, from_items, items_in, parties_in, receivers_in, to_items
from dipevents.events.arms_deal.keepers import maker_of
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.pointing import points_back
from dipevents.lexicon import read_words
from dipevents.mentions.gazetteer import country_of_adjective
from dipevents.reading.clauses import appositions, clause, governor
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dipevents.events.arms_deal.frame import Goods
    from dipevents.mentions.equipment import Equipment
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = [
    "goals_of",
    "idiom_nouns",
    "is_beaten",
    "is_walked_off_with",
    "led",
    "read_bargain",
    "read_idiom",
    "read_signing",
    "read_talking",
]

KEYS = {"ask": "seek", "get": "obtain", "order": "book", "allow": "approve"}
KEYS |= {"offer": "offer", "agree": "deal", "talk": "talk"}
"""The plain verb that a turn of phrase of each kind stands for."""
ANY = "*"


@cache
def _idioms() -> Mapping[str, tuple[tuple[str, list[str]], ...]]:
    """The turns of phrase by their noun, each with its kind and its words."""
    found = defaultdict(list)
    for kind, phrases in read_words("arms_deal")["idioms"].items():
        for phrase in phrases:
            found[phrase.split()[-2]].append((kind, phrase.split()))
    return {noun: tuple(phrases) for noun, phrases in found.items()}


def idiom_nouns() -> frozenset[str]:
    """The lemmas of the nouns of all turns of phrase."""
    return frozenset(_idioms())


def read_idiom(noun: Word, goods: Goods) -> Frame | None:
    """The frame of a turn of phrase around a noun, or None where there is none or no equipment in it."""
    for kind, (verb, *before, _, leading) in _idioms().get(noun.lemma, ()) if goods else ():
        held = noun.dep == "pobj" and noun.head.lower == before[0] if before else noun.dep == "dobj"
        bearer = (noun.head if before else noun).head
        above = bearer if bearer.is_verb else governor(bearer)
        if not held or above is None or verb not in {ANY, bearer.lemma}:
            continue
        args = clause(above)
        owned, mutual = leading == "-", kind in {"agree", "talk"}
        behind = [w for w in (*args.oblique(leading), *args.recipients) if w.i > noun.i or mutual]
        told = args.objects if owned else (*clause(noun).oblique(leading), *behind)
        deeds = words_of("nouns", "give") if kind == "allow" else ()  # "gave the nod to A SALE": that tells it
        items = items_in((w for w in told if w in goods or w.lemma not in deeds), goods)
        if items:
            frame = Frame(noun, kind, KEYS[kind], from_items(items, goods), items=items, soft=kind in {"get", "allow"})
            frame.suppliers += [c for c in noun.children if c.dep == "poss"] if owned else []
            frame.recipients = parties_in(args.subjects, goods)
            if mutual:  # "Chad and Peru SHOOK HANDS ON six boats"
                frame.kind, frame.recipients = "both", []
                frame.parties = parties_in(
                    (*args.subjects, *args.oblique("with"), *clause(noun).oblique("with")), goods
                )
            elif kind == "offer":  # "PUT six boats ON THE TABLE in Lima"
                frame.suppliers, frame.takers = frame.recipients, list(args.oblique("in"))
                frame.recipients = to_items(items, goods) or receivers_in(args.oblique("for", "to", "before"), goods)
            if kind == "allow" and (given := meant_for(items, goods)):
                frame.suppliers, frame.recipients = frame.recipients, given
            elif kind == "allow" and (named := parties_in(args.recipients, goods)):
                frame.suppliers = named  # "gave SAAB the nod for six jets"
            if kind == "ask":  # "narrowed its choice to SAAB's Gripen and the Rafale of DASSAULT"
                frame.sources = parties_in((*_places_of(above), *filter(None, map(maker_of, items))), goods)
            frame.beside = above
            return frame
    return None


def is_beaten(frame: Frame) -> bool:
    """Whether somebody won what a noun tells from others: "beat Saab to a contract"."""
    return frame.beside is not None and frame.beside.lemma in words_of("contract", "beat")


def is_walked_off_with(noun: Word) -> bool:
    """Whether somebody wins what a noun tells: "WALKED OFF WITH the contract"."""
    verb = noun.head.head
    held = noun.dep == "pobj" and noun.head.lower == "with" and verb.lemma in words_of("contract", "walking")
    away = noun.sentence.words[verb.i + 1 : noun.head.i]
    return held and any(w.lower in words_of("contract", "off") for w in away)


def led(frame: Frame, args: Clause, goods: Goods) -> list[Equipment]:
    """The equipment behind what a verb with a particle leads to: "opted FOR", "made do WITH", "zeroed in ON"."""
    tables = read_words("arms_deal")["leading"]
    leading = (frame.key.split()[1], *(p for p, verbs in tables.items() if frame.key in verbs))
    inner = [c for c in frame.trigger.children if c.lemma == "do" or (c.dep in {"prep", "advmod", "prt"})]
    numbers = (p for c in inner if c.lower in leading for p in c.children if p.pos == "NUM")  # "looks at the F-35"
    return items_in(
        (*args.oblique(*leading), *(w for c in inner for w in clause(c).oblique(*leading)), *numbers), goods
    )


def _places_of(going: Word) -> tuple[Word, ...]:
    """Where somebody goes or is awaited: "flew to LIMA to look at boats", "is due in LIMA to discuss them"."""
    if going.lemma not in words_of("grammar", "travelling"):
        return ()
    args, due = clause(going), [c for c in going.children if c.dep == "acomp" and c.lower == "due"]
    at = (w for step in (going, *due) for w in clause(step).oblique("to", "in", "at"))
    return (*at, *(w for o in args.objects for w in (o, *clause(o).oblique("to", "in"))))


def read_talking(frame: Frame, args: Clause, goods: Goods) -> None:
    """The two sides of what is spoken of, whose direction is settled later: "is TALKING to Oslo about six boats"."""
    whom = args.oblique("with")
    if frame.key != "discuss":
        whom += (*args.objects, *args.oblique("to"))
        told = frame.key in {"talk", "speak"}  # of what is not counted, people speak for other reasons
        held = (w for p in whom for w in hung_on((p, *appositions(p))))
        named = items_in((*args.oblique("about", "over", "on"), *held), goods)
        frame.items = [i for i in named if not points_back(i) and (i.quantity or not told)]
    beside = [[c.tag for c in i.head.children if c.dep in {"acl", "poss"}] for i in frame.items]
    # "ITS missiles", "boats SAILING"
    frame.items = [i for i, tags in zip(frame.items, beside, strict=True) if {"PRP$", "VBG"}.isdisjoint(tags)]
    foreign = any(country_of_adjective(w.text) for i in frame.items for w in (i.first, *i.head.children))
    goals = () if foreign else goals_of(frame.trigger)  # but "is due in Rome to discuss LIBYAN missiles"
    frame.recipients, frame.parties = [], parties_in((*args.subjects, *whom, *goals), goods)
    frame.soft = True


def read_bargain(frame: Frame, args: Clause, goods: Goods) -> None:
    """Adds with whom and where somebody asks for goods."""
    bargaining = frame.key in words_of("grammar", "bargaining")
    if bargaining and not frame.suppliers:
        frame.suppliers = parties_in(args.oblique("with"), goods)  # "is negotiating with Paris for tanks"
    if not frame.suppliers and frame.key in words_of("grammar", "asking_at"):  # "has inquired IN PARIS about tanks"
        frame.sources += parties_in((w for w in args.oblique("in", "at") if w.pos == "PROPN"), goods)
    if bargaining and not frame.suppliers and len(frame.recipients) > 1:
        frame.parties, frame.recipients = frame.recipients, []  # "Madrid and Riyadh are haggling over boats"


def goals_of(verb: Word) -> tuple[Word, ...]:
    """Where somebody goes for what an infinitive tells: "flew to LIMA TO LOOK at boats"."""
    purpose = verb.dep in {"advcl", "xcomp"} and is_to(verb)
    checking = any(w.lemma in {"inspector", "investigator", "monitor"} for w in clause(verb).subjects)
    return _places_of(verb.head) if purpose and not checking else ()


def read_signing(frame: Frame, args: Clause, goods: Goods) -> None:
    """What the noun tells: "signed a contract for jets", "an order for jets, WHICH Peru SIGNED"."""
    papers = all(w.lemma in words_of("documents") - words_of("nouns", "both") for w in args.objects)
    frame.items = items_in(args.oblique("for"), goods) if papers else []
    frame.lends = bool(args.objects) and not papers
    top = next((w for w in (frame.trigger, *frame.trigger.ancestors()) if w.dep == "relcl"), None)
    if top is not None and any(c.lower == "which" and c.dep[:5] != "nsubj" for c in top.children):
        frame.items, frame.lends = items_in([top.head], goods), True
