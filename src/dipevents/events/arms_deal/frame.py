"""The equipment of a sentence and the frame of a trigger: what all readers of arms deals stand on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from dipevents.events.arms_deal.counts import are_told, is_general, is_other, of_them, so_many, was_once
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.mentions.equipment import Equipment
from dipevents.reading.clauses import antecedent, clause, fillers, with_conjuncts
from dipevents.reading.sentence import Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dipevents.reading.clauses import Clause

__all__ = [
    "Deployed",
    "Frame",
    "Goods",
    "from_items",
    "holders",
    "is_in",
    "is_named",
    "items_in",
    "listed",
    "parties_in",
    "phrases_of",
    "receivers_in",
    "to_items",
]

Deployed: TypeAlias = "tuple[str, str, str | None]"
"""The codes of the state that deploys and of the state where, and the category of the equipment."""
DEPTH, REACH, COLON = 4, 14, 9
"""Nouns above a word; words between a trigger and equipment that the parse does not tie to it; to a noun's colon."""
FAR = 25
"""The same for verbs whose equipment a "with" brings in, often far behind who gets it."""
STOPS = frozenset({"which", ";", ":", "--", "—", "“", "”"})
TENSED = frozenset({"VBD", "VBZ", "VBP"})
COUNTING = frozenset({"NUM", "NOUN", "ADJ", "DET", "PRON"})
PREMODIFIERS = frozenset({"compound", "nmod", "amod"})


def is_in(word: Word, name: str) -> bool:
    """Whether a word stands in a list of the lexicon's table of statuses."""
    return word.lemma in words_of("status", name) or word.lower in words_of("status", name)


def is_named(word: Word) -> bool:
    """Whether a name stands before the noun that it modifies: "PERUVIAN jets"."""
    return word.dep in PREMODIFIERS and word.text[:1].isupper()


class Goods:
    """The equipment of a sentence, found by the words of its phrases.

    Args:
        items: The equipment.
        before: The equipment of the sentence before.
        deployed: What the article says is deployed abroad: whose, where, its category.

    Attributes:
        items: All of it, in text order.
        deployed: The deployments given.
    """

    def __init__(
        self,
        items: Sequence[Equipment],
        before: Sequence[Equipment] = (),
        deployed: frozenset[Deployed] = frozenset(),
    ) -> None:
        self._told = tuple(before)
        self.items = tuple(self._like_told(item) for item in items)
        self.deployed = deployed
        self._heads = {item.head.i: item for item in self.items}
        self._spans = {i: item for item in self.items for i in range(item.first.i, item.head.i + 1)}

    def _like_told(self, item: Equipment) -> Equipment:
        """Equipment that means by its kind alone what was told right before: "a Kirpi … 118 of THE VEHICLES"."""
        same = any(c.lower == "same" for c in item.head.children)  # "Peru bought the SAME tanks"
        if not (item.use == "dual" or same) or item.designation is not None or not is_general(item.head):
            return item
        sort = item.head.lemma in words_of("grammar", "sorts")
        told = [e for e in self._told if e.use == "military" and (sort or e.category == item.category)]
        if not told:
            return item
        thing = told[-1]
        return replace(item, use="military", designation=thing.designation, category=thing.category, meant=thing)

    def __bool__(self) -> bool:
        """Whether there is any equipment that a word may mean, in the sentence or told right before."""
        return bool(self.items or self._told)

    def __contains__(self, word: Word) -> bool:
        """Whether a word heads equipment."""
        return word.i in self._heads

    def at(self, word: Word) -> Equipment | None:
        """The equipment whose phrase, up to its head, holds a word."""
        return self._heads.get(word.i) or self._spans.get(word.i)

    def before(self, noun: Word) -> list[Equipment]:
        """Equipment that modifies a noun: "S-400 purchase", "arms and ammunition sales"."""
        return [
            e
            for e in self.items
            if e.carrier is noun or (e.head.head is noun and e.head.i < noun.i and e.head.dep in PREMODIFIERS)
        ]

    def meant_by(self, pronoun: Word) -> list[Equipment]:
        """The equipment told before, in this sentence or the one before, that "they", "them" or "it" may mean."""
        tags = {"them": {"NNS", "NNPS"}, "they": {"NNS", "NNPS"}, "these": {"NNS", "NNPS"}, "it": {"NN", "NNP"}}.get(
            pronoun.lower
        )
        if tags is None:
            return []
        told = [e for e in self.items if e.last.i < pronoun.i] or self._told
        told = [e for e in told if (e.use != "dual" or e in self._told) and e.carrier is None]
        many = "NNS" in tags  # "took back four F-16S and sold them", which the tagger takes for one
        return [e for e in told if e.head.tag in tags or e.head.lemma.endswith("craft") or (many and e.quantity)][-1:]

    def counted(self, number: Word) -> list[Equipment]:
        """A number without a noun as so many of the things told before: "asked for 5,000 of them", "gave a dozen"."""
        tail = of_them(number)
        if tail is None or is_other(number, self):
            return []
        told = self._told_before(number)
        further = tail.lower == "more" or any(c.lower == "another" for c in number.children)  # "a boat. Two more"
        many = [
            e
            for e in told
            if further
            or e.head.tag in {"NNS", "NNPS"}
            or e.head.text.endswith(("s", "craft"))
            or (
                e.designation
                and (e.head.sentence is not number.sentence or any(c.lower == "the" for c in e.head.children))
            )  # "The Kirpi sells well. Chad has 50 of them.", "flies THE Gripen and has got ten"
        ]
        return [so_many(many[-1], number, tail)] if many else []

    def ranked(self, noun: Word) -> list[Equipment]:
        """A unit of the things told before: "the first BATTERY is due in May", "six REGIMENTS", "the LOT"."""
        beside = {c.lower for c in noun.children}
        counts = [c.dep == "nummod" for c in noun.children if c.i < noun.i]
        counted = noun.lemma in words_of("grammar", "units") and bool(counts) and all(counts)
        whole = noun.lemma in words_of("grammar", "wholes") and beside <= {"the", "whole", "entire"} and "the" in beside
        ranked = beside & words_of("grammar", "ranks", "following")
        lot = "a" in beside and noun.lemma in words_of("grammar", "lots")
        passed = lot and any(c.dep in {"relcl", "acl"} for c in noun.children)  # "numbers of A LOT which Oslo sold"
        timed = noun.lemma == "quarter"  # "in its FOURTH QUARTER"
        if timed or not (ranked or counted or whole or passed) or beside & {"of", "such"}:
            return []
        told = [e for e in self._told_before(noun) if ranked or e.use == "military"][-1:]
        return told if passed else [so_many(thing, noun, noun) for thing in told]

    def shared_out(self, verb: Word) -> list[Equipment]:
        """The number that a clause with "of which" tells of: "46 jets, THIRTY of which Oslo sold it"."""
        counts = words_of("grammar", "counts")
        inner = [c for c in verb.children if c.pos == "NUM" or c.lower in counts]
        number = next((c for c in inner if any(d.lower == "of" for d in c.children)), verb.head)
        below = (c for c in (*verb.children, *number.children) if c.lower == "of")
        which = any(p.lower == "which" for c in below for p in c.children)
        if verb.dep != "relcl" or not which or not (number.pos == "NUM" or number.lower in counts):
            return []
        told = [e for e in self.items if e.head is number.head or e.head is verb.head] or self._told_before(number)
        return [so_many(told[-1], number, number)] if told else []

    def _told_before(self, word: Word) -> list[Equipment]:
        kinds = words_of("grammar", "kinds")  # "bought BrahMos batteries; the first arrived"
        named = [e for e in self.items if e.last.i < word.i and e.use != "dual"]
        here = [e for e in named if e.carrier is None or (e.carrier is not word and e.carrier.lemma in kinds)]
        return here or list(self._told)

    def behind_colon(self, noun: Word) -> list[Equipment]:
        """The equipment listed behind a noun's colon: "a package for Chad: 12 tanks", or behind "including"."""
        words = noun.sentence.words
        behind = words[noun.i + 1 : noun.i + COLON]
        opening = {":", "—", "–", "including"}
        colon = next((w.i for w in behind if w.text in opening or (w.is_verb and w.tag in TENSED)), None)
        if colon is None or words[colon].text not in opening:
            return []
        found: list[Equipment] = []
        for item in self.items:
            start = found[-1].last.i + 1 if found else colon + 1
            if item.first.i < start or item.use == "dual" or item.carrier is not None:
                continue
            if item.first.i - start > 3:
                break
            found.append(item)
        return found

    def near(self, trigger: Word, reach: int = REACH) -> list[Equipment]:
        """The military equipment that follows a trigger closely, with what is coordinated: where the parse fails."""
        words = trigger.sentence.words
        found: list[Equipment] = []
        for item in self.items:
            start = found[-1].last.i + 1 if found else trigger.i + 1
            between = words[start : item.first.i]
            if item.head.i <= trigger.i or item.use == "dual" or item.carrier is not None:
                continue
            if between and between[-1].lower in {"by", "about"}:
                break  # "delivered food by helicopters", "received reports about missiles"
            barred = [w for w in between if w.text in STOPS or w.dep == "mark" or (w.is_verb and w.tag in TENSED)]
            barred += [w for w in between if w.tag == "MD" and trigger.is_under(w.head)]  # "the jet ordered CAN carry"
            if barred or len(between) > (3 if found else reach):
                break
            found.append(item)
        return found


@dataclass(slots=True)
class Frame:
    """A trigger and the words that fill its places, still unidentified.

    Attributes:
        trigger: The verb or noun.
        kind: See the module.
        key: The trigger as the lexicon has it ("hand over").
        suppliers: Heads of those who supply.
        recipients: Heads of those who receive.
        sources: Heads of where it comes from: those who supply, if nobody else does.
        takers: Heads of whom it is for: those who receive, if nobody else does.
        parties: Heads of two sides whose direction the grammar does not tell.
        items: The equipment.
        soft: Whether the frame tells of a deal only with certain equipment and a party for each side named.
        dative: Whether a recipient stands as an object ("gave Iran jets"), which no place does.
        guessed: Whether the equipment only stands near: then both sides must be known.
        lends: Whether it only lends its sides to another frame of the same equipment ("got jets as a gift from").
        deciding: Whether who supplies only decides on a deal, as far as its own words tell.
        beside: The governing verb whose date, amount and status count too ("signed a contract").
        span: Where the text tells this member of a list, or None where the frame is no member.
    """

    trigger: Word
    kind: str
    key: str
    suppliers: list[Word] = field(default_factory=list)
    recipients: list[Word] = field(default_factory=list)
    sources: list[Word] = field(default_factory=list)
    takers: list[Word] = field(default_factory=list)
    parties: list[Word] = field(default_factory=list)
    items: list[Equipment] = field(default_factory=list)
    soft: bool = False
    dative: bool = False
    guessed: bool = False
    lends: bool = False
    deciding: bool = False
    beside: Word | None = None
    span: tuple[int, int] | None = None

    @property
    def has_side(self) -> bool:
        """Whether the grammar names anybody as a side."""
        return bool(self.suppliers or self.recipients or self.parties)


def items_in(words: Iterable[Word], goods: Goods) -> list[Equipment]:
    """The equipment that argument heads name: themselves, what they measure, what a pronoun stands for."""
    found: dict[int, Equipment] = {}
    for word in words:
        for item in _items(antecedent(word) or word, goods, DEPTH):
            found[item.head.i] = item
    return [found[i] for i in sorted(found)]


def _items(word: Word, goods: Goods, depth: int) -> list[Equipment]:
    own = goods.at(word)
    within = {"of", "in"} if word.pos == "NUM" or word.lower in words_of("grammar", "sums") else {"of"}
    inner = fillers(c for c in word.children if c.dep == "prep" and c.lower in within)
    parts = (c for c in word.children if c.dep == "acl" and c.lemma in words_of("grammar", "comprise"))
    inner += [o for c in parts for o in listed(c)]
    inner = inner or [c for c in word.children if c.dep == "appos"]  # "an earlier consignment, RIFLES, came by air"
    if own is not None and own.carrier is None:
        return [own]
    if not depth:
        return []
    if inner and are_told(inner[0]) and (told := goods.counted(word)):
        return told  # "48 of the jets"
    licensed = word.lemma in words_of("manufacture") and any(c.lower[:5] == "licen" for c in word.children)
    if licensed or _is_measure(word) or word.pos in {"PRON", "DET"}:
        counted = [e for p in with_conjuncts(inner) for e in _items(_named(p, goods), goods, depth - 1)]
        if counted:
            return counted
    if word.pos in COUNTING and (told := goods.counted(word)):
        return told
    if word.lemma in words_of("measures") | words_of("grammar", "units") and (told := goods.ranked(word)):
        return told
    # "weapons types", "a Patriot battery": a head that only its modifiers tell
    worth = any(c.lower == "worth" for c in word.children)  # "sold rifles worth 20 million crowns"
    return goods.before(word) if worth or word.lemma in words_of("grammar", "kinds") else []


def _named(word: Word, goods: Goods) -> Word:
    """What "which" stands for behind "six of"; where the parse ties it to nothing, the equipment before it."""
    if word.lower != "which":
        return word
    before = [e.head for e in goods.items if e.last.i < word.i and e.carrier is None]
    return antecedent(word) or (before[-1] if before else word)


def _is_measure(word: Word) -> bool:
    """A number or what counts: "a batch of", "the last of", "the latest of"."""
    return word.pos in {"NUM", "ADJ"} or word.lemma in words_of("measures") or word.lower in words_of("measures")


def listed(verb: Word) -> list[Word]:
    """What a participle lists, appositions for conjuncts included: "comprising six launchers, 90 shells"."""
    args = clause(verb)
    objects = [
        o for o in (*args.objects, *(args.oblique("of") if verb.lemma == "consist" else ())) if o is not verb.head
    ]
    return [*objects, *(a for o in objects for a in o.children if a.dep == "appos")]


def parties_in(words: Iterable[Word], goods: Goods) -> list[Word]:
    """Of argument heads those that head no equipment and stand for none ("jets WHOSE sale"), each once."""
    able = (o for w in words for o in (_keepers(w) if (antecedent(w) or w) in goods else (w,)))
    return list(dict.fromkeys(w for w in able if w.lemma not in words_of("grammar", "ways")))


def _keepers(goods: Word) -> tuple[Word, ...]:
    """Whose arms come "from the ARSENAL of Chad's army", or into it; of other goods nobody's."""
    own = goods.lemma == "arsenal" and goods.head.lower in {"from", "into", "to"}
    return (clause(goods).oblique("of") or clause(goods).owners) if own else ()


def phrases_of(args: Clause, *prepositions: str) -> tuple[Word, ...]:
    """Phrases with one of these prepositions that tell of parties: none of "according to", "thanks to", "due to"."""
    return tuple(
        w
        for w in args.oblique(*prepositions)
        if w.head.head.lower not in words_of("grammar", "compound") or w.head.head is args.trigger
    )


def from_items(items: list[Equipment], goods: Goods) -> list[Word]:
    """Heads of what follows "from" on equipment itself: "jets from France"."""
    found = []
    for item in items:
        shares = [c for c in item.head.children if c.lower in words_of("grammar", "counts")]  # "tanks, all FROM"
        tail = (item.last,) if item.last is not item.head else ()  # "spares for jets FROM"
        nouns = (*holders([item]), *shares, *tail, *((item.carrier,) if item.carrier is not None else ()))
        for prep in (p for noun in nouns for p in noun.children):
            if prep.dep == "prep" and prep.lower == "from":
                found += parties_in(with_conjuncts(c for c in prep.children if c.dep == "pobj"), goods)
    return found


def to_items(items: list[Equipment], goods: Goods) -> list[Word]:
    """Heads of who gets equipment by its own phrase: "jets for Turkey", "a crate of rifles destined for Turkey"."""
    found = []
    carriers = [i.carrier for i in items if i.carrier is not None and i.carrier.lemma in words_of("grammar", "vessels")]
    for noun in (*holders(items), *carriers):  # "a weapons convoy bound for Chad"
        binding = words_of("grammar", "bound")
        led = (c for c in noun.children if c.dep in {"acl", "amod"} and c.lemma in binding and not was_once(c))
        bound = [p for c in led for p in c.children]
        if noun.dep in {"nsubj", "nsubjpass"} and noun.head.tag == "VBN" and noun.head.lemma in binding:
            bound += noun.head.children  # "the rifles, which Oslo supplied, are MEANT for Chad"
        found += [p for p in bound if p.dep == "npadvmod" and p.text[:1].isupper()]  # "Chad-bound rifles"
        told = (*noun.children, *(noun.head.children if noun.head.lemma == "be" else ()))  # "a load IS on its way to"
        ways = [p for c in told if c.dep == "prep" and c.lower == "on" for p in c.children if p.lemma == "way"]
        bound += [p for way in ways for p in way.children]  # "rifles on their way to Chad"
        for prep in (*noun.children, *bound):
            if prep.dep in {"prep", "dative"} and prep.lower in {"to", "for"}:
                nouns = with_conjuncts(c for c in prep.children if c.dep == "pobj")
                found += receivers_in(nouns, goods) or [
                    c for n in nouns for c in n.children if c.dep == "poss" and c.pos != "PRON"
                ]
    return list(dict.fromkeys(found))


def holders(items: Iterable[Equipment]) -> list[Word]:
    """The heads of equipment and what measures it: "crate" and "rifles" of "a crate of rifles"."""
    found = []
    for item in items:
        word = item.head
        found.append(word)
        for _ in range(DEPTH):
            if word.dep != "pobj" or word.head.lower not in {"of", "in"} or not _is_measure(word.head.head):
                break
            word = word.head.head
            found.append(word)
    return found


def receivers_in(words: Iterable[Word], goods: Goods) -> list[Word]:
    """Of heads behind "to" and "for" those that can receive: men who fight are no machines ("arms to the fighters")."""
    men = words_of("groups", "crews")
    able = (k for w in words for k in _keepers(w) or (w,) if k not in goods or (k.lemma in men and _is_plain(k, goods)))
    return list(dict.fromkeys(w for w in able if w.lemma not in words_of("grammar", "ways")))


def _is_plain(word: Word, goods: Goods) -> bool:
    item = goods.at(word)
    return item is not None and item.use == "dual" and item.designation is None
