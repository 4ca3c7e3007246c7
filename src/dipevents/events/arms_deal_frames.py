"""Where the words of a deal stand around its trigger, by the grammar alone.

    give     Russia sold Iran tanks / supplied Iran with tanks; tanks sold to Iran by Russia; Russia's sale of tanks to Iran
    send     the same, only with a receiver: "gave the army rifles"
    arm      Guinea armed the rebels with rifles
    get      Iran bought / ordered tanks from Russia; Iran's purchase of Russian tanks
    lease    leased frigates to Chile, from Italy
    come     the missiles come from Iran, went to Yerevan, reached the rebels
    make     builds frigates for Chile; builds them under licence from Saab
    ask      asked Paris for missiles, wants missiles, a request for missiles
    offer    offered Iran tanks
    allow    Washington approved 20 missiles for Taiwan
    both     a deal, contract or talks between two sides: `parties`; "won an order from", "placed an order with"
    stop     an arms embargo on Iran
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.reading.clauses import antecedent, clause, governor, is_passive, support_verb, with_conjuncts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dipevents.mentions.equipment import Equipment
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["Frame", "Goods", "read_frame", "read_outward", "sources_of", "words_of"]

DEPTH = 4
REACH = 14
"""Words between a trigger and equipment that the parse does not tie to it."""
FAR = 25
"""The same for verbs whose equipment a "with" brings in, often far behind who gets it."""
STOPS = frozenset({";", ":", "--", "—", "“", "”"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
PREMODIFIERS = frozenset({"compound", "nmod", "amod"})
BOUND = frozenset({"destine", "bind", "intend", "mean", "earmark", "head", "bound"})
COMPOUND = frozenset({"according", "thanks", "due", "owing", "prior", "next", "close", "contrary", "back", "up"})
NEAR = frozenset({"give", "arm", "get", "order"})
PRICED = frozenset({"pay", "spend", "trade", "swap", "exchange"})
PERMIT = frozenset({"let", "allow", "permit", "authorise", "authorize"})
WITH = frozenset({"supply", "provide", "furnish", "equip", "arm", "rearm", "re-arm", "issue", "present", "outfit", "re-equip", "resupply", "kit out", "entrust"})
TRANSFERS = frozenset({"give", "send", "arm", "get", "order"})
KINDS = frozenset({"system", "type", "model", "version", "sort", "kind"})
COMPRISE = frozenset({"involve", "include", "cover", "comprise", "total", "concern", "contain", "consist"})
TOWARDS = ("to", "into", "for", "onto", "towards", "toward")


class Goods:
    """The equipment of a sentence, found by the words of its phrases.

    Attributes:
        items: All of it, in text order.
    """

    def __init__(self, items: Sequence[Equipment]) -> None:
        self.items = tuple(items)
        self._heads = {item.head.i: item for item in items}
        self._spans = {i: item for item in items for i in range(item.first.i, item.head.i + 1)}

    def __contains__(self, word: Word) -> bool:
        """Whether a word heads equipment."""
        return word.i in self._heads

    def at(self, word: Word) -> Equipment | None:
        """The equipment whose phrase, up to its head, holds a word."""
        return self._heads.get(word.i) or self._spans.get(word.i)

    def before(self, noun: Word) -> list[Equipment]:
        """Equipment that modifies a noun: "S-400 purchase", "arms and ammunition sales"."""
        return [e for e in self.items if e.carrier is noun or (e.head.head is noun and e.head.i < noun.i and e.head.dep in PREMODIFIERS)]

    def near(self, trigger: Word, reach: int = REACH) -> list[Equipment]:
        """The military equipment that follows a trigger closely, coordinated equipment with it: where the parse fails."""
        words = trigger.sentence.words
        found: list[Equipment] = []
        for item in self.items:
            start = found[-1].last.i + 1 if found else trigger.i + 1
            between = words[start : item.first.i]
            if item.head.i <= trigger.i or item.use == "dual" or item.carrier is not None:
                continue
            if len(between) > (3 if found else reach) or any(w.text in STOPS or (w.is_verb and w.tag in FINITE) for w in between):
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
        parties: Heads of two sides whose direction the grammar does not tell.
        items: The equipment.
        soft: Whether the frame tells of a deal only with certain equipment and a party for each side named.
        dative: Whether a recipient stands as an object ("gave Iran jets"), which no place does.
        guessed: Whether the equipment only stands near: then both sides must be known.
        lends: Whether it only lends its sides to another frame of the same equipment ("got jets as a gift from").
        beside: The governing verb whose date, amount and status count too ("signed a contract").
    """

    trigger: Word
    kind: str
    key: str
    suppliers: list[Word] = field(default_factory=list)
    recipients: list[Word] = field(default_factory=list)
    sources: list[Word] = field(default_factory=list)
    parties: list[Word] = field(default_factory=list)
    items: list[Equipment] = field(default_factory=list)
    soft: bool = False
    dative: bool = False
    guessed: bool = False
    lends: bool = False
    beside: Word | None = None


@cache
def words_of(table: str, name: str | None = None) -> frozenset[str]:
    """A list of the lexicon as a set."""
    found = read_words("arms_deal")[table]
    return frozenset(found[name] if name is not None else found)


@cache
def _index(table: str) -> Mapping[str, str]:
    return {word: kind for kind, words in read_words("arms_deal")[table].items() if kind not in {"soft", "roles"} for word in words}


def read_frame(word: Word, goods: Goods) -> Frame | None:
    """The frame of a trigger word, or None where the word is none; equipment by the position of its head."""
    if word.is_verb and word.dep not in {"aux", "auxpass"}:
        key, kind = _verb_kind(word)
        if kind in {"give", "send", "make"} and word.tag == "VBN" and word.dep == "amod":
            return _supplied(word, kind, key, goods)
        if key == "order" and any(c.dep in {"xcomp", "ccomp"} for c in word.children):
            return None  # "ordered the missiles fired"
        if kind is None or (word.dep in {"amod", "compound"} and word.tag in {"VBN", "VBG", "JJ"}):
            return None
        frame = Frame(word, kind, key)
        _VERBS[kind](frame, clause(word), goods)
        given = kind == "send" and is_passive(word) and not _second_objects(word)
        if not frame.items and (kind in NEAR or given) and key not in PRICED and (frame.suppliers or frame.recipients):
            frame.items, frame.guessed = goods.near(word, FAR if key in WITH else REACH), True
        return frame
    if word.pos in {"NOUN", "PROPN"} and word not in goods:
        kind = _index("nouns").get(word.lemma) or _index("nouns").get(word.lower.removesuffix("s"))
        if kind is None:
            return None
        key = word.lemma if word.lemma in _index("nouns") else word.lower.removesuffix("s")
        frame = Frame(word, kind, key, soft=key in words_of("nouns", "soft"))
        _noun(frame, clause(word), goods)
        if not frame.items and not frame.soft and (frame.suppliers or frame.recipients or frame.parties):
            near = goods.near(word)
            generic = kind == "both" and not any(item.designation or item.quantity for item in near)
            frame.items, frame.guessed = ([] if generic else near), True
        return frame
    return None


def _supplied(word: Word, kind: str, key: str, goods: Goods) -> Frame | None:
    """"Hezbollah's Iranian-supplied rockets": the name before the hyphen supplies, the owner receives."""
    item = goods.at(word.head)
    makers = [c for c in word.children if c.dep == "npadvmod" and c.text[:1].isupper()]
    if item is None or not makers:
        return None
    owners = [c for c in item.head.children if c.dep == "poss" and c.pos == "PROPN"]
    return Frame(word, "make" if kind == "make" else "give", key, makers, owners, items=[item])


def _verb_kind(verb: Word) -> tuple[str, str | None]:
    index = _index("verbs")
    for child in verb.children:
        if child.dep in {"prt", "advmod"} or (child.dep == "prep" and child.i == verb.i + 1):
            key = f"{verb.lemma} {child.lower}"
            if key in index:
                return key, index[key]
            if child.dep != "advmod" and key in words_of("other_verbs"):
                return key, None
    return verb.lemma, index.get(verb.lemma)


def read_outward(item: Equipment, goods: Goods) -> Frame | None:
    """Equipment that names both its sides: "two Russian submarines for Vietnam", "mortar bombs from Iran for the Houthis"."""
    recipients = _to_item([item], goods)
    if not recipients or item.carrier is not None:
        return None
    return Frame(item.head, "item", "item", _from_item([item], goods), recipients, items=[item])


def _is_measure(word: Word) -> bool:
    return word.lemma in words_of("measures") or word.lower in words_of("measures") or word.pos == "NUM"


def items_in(words: Iterable[Word], goods: Goods) -> list[Equipment]:
    """The equipment that argument heads name: themselves, what they measure, what a pronoun stands for."""
    found: dict[int, Equipment] = {}
    for word in words:
        for item in _items(antecedent(word) or word, goods, DEPTH):
            found[item.head.i] = item
    return [found[i] for i in sorted(found)]


def _items(word: Word, goods: Goods, depth: int) -> list[Equipment]:
    own = goods.at(word)
    inner = [p for c in word.children if c.dep == "prep" and c.lower == "of" for p in c.children if p.dep == "pobj"]
    inner += [o for c in word.children if c.dep == "acl" and c.lemma in COMPRISE for o in _listed(c)]
    if own is not None and own.carrier is None:
        if own.use == "dual" and depth and _is_measure(word) and inner:
            return [e for p in with_conjuncts(inner) for e in _items(p, goods, depth - 1)] or [own]
        return [own]
    if not depth:
        return []
    if _is_measure(word) or word.pos in {"PRON", "DET"}:
        return [e for p in with_conjuncts(inner) for e in _items(p, goods, depth - 1)]
    # "all types of weapons", "weapons types": a head that only its modifiers tell
    return goods.before(word) if word.lemma in KINDS else []


def _listed(verb: Word) -> list[Word]:
    """What a participle lists, appositions that should be conjuncts included: "comprising 11 launchers, 135 missiles"."""
    objects = [o for o in clause(verb).objects if o is not verb.head]
    return [*objects, *(a for o in objects for a in o.children if a.dep == "appos")]


def _parties(words: Iterable[Word], goods: Goods) -> list[Word]:
    return list(dict.fromkeys(w for w in words if w not in goods))


def _phrases(args: Clause, *prepositions: str) -> tuple[Word, ...]:
    """Phrases with one of these prepositions that tell of parties: none of "according to", "thanks to", "due to"."""
    return tuple(w for w in args.oblique(*prepositions) if w.head.head.lower not in COMPOUND or w.head.head is args.trigger)


def _give(frame: Frame, args: Clause, goods: Goods) -> None:
    verb = frame.trigger
    direct = [*args.objects, *_second_objects(verb)]
    equipped = items_in(args.oblique("with"), goods) if frame.key in WITH else []
    frame.items = equipped or items_in(direct, goods)
    if not frame.items and " " in frame.key:
        frame.items = items_in(args.oblique(frame.key.split()[1]), goods)
    frame.suppliers = _parties(args.subjects, goods)
    frame.recipients = _parties((*args.recipients, *_phrases(args, *TOWARDS)), goods)
    if not frame.recipients or frame.kind == "arm":
        # "supplied Iraq with", "gave Ukraine up to 61 jets", "was given 120 cars", "will equip Greek frigates with"
        frame.recipients = _parties(args.objects, goods) + frame.recipients
        carriers = items_in(direct, goods) if equipped else []
        frame.recipients += [w for item in carriers for w in item.head.children if w.dep == "poss" or _is_named(w)]
    frame.recipients = frame.recipients or _to_item(frame.items, goods)
    frame.sources = _parties(_phrases(args, "from"), goods) + _from_item(frame.items, goods)
    frame.recipients = frame.recipients or _partners(verb, goods)
    if frame.key == "part":
        frame.items = items_in(args.oblique("with"), goods)
    _split_dative(frame)
    frame.dative = bool(args.recipients) or any(w in args.objects for w in frame.recipients)


def _is_named(word: Word) -> bool:
    return word.dep in PREMODIFIERS and word.text[:1].isupper()


def _split_dative(frame: Frame) -> None:
    """"offered the army jets", which the parse takes for jets of the army."""
    if frame.recipients or not frame.items:
        return
    first = frame.items[0].first
    before = first.sentence.words[first.i - 1] if first.i else first
    if first is not frame.items[0].head and first.pos == "NOUN" and before.dep == "det" and first.lower in words_of("groups", "forces"):
        frame.recipients = [first]
        frame.items[0] = replace(frame.items[0], first=first.sentence.words[first.i + 1])


def _second_objects(verb: Word) -> list[Word]:
    """What a passive leaves in place: "was given 120 cars"; and the clause of "let Iran have tanks"."""
    found = [c for c in verb.children if c.dep in {"dobj", "oprd", "attr"}] if is_passive(verb) else []
    if verb.lemma == "let":
        found += [o for c in verb.children if c.dep in {"ccomp", "xcomp"} and c.lemma == "have" for o in clause(c).objects]
    return list(with_conjuncts(found))


def _let(verb: Word) -> list[Word]:
    return [s for c in verb.children if c.dep in {"ccomp", "xcomp"} and c.lemma == "have" for s in clause(c).subjects]


def _send(frame: Frame, args: Clause, goods: Goods) -> None:
    _give(frame, args, goods)
    if frame.trigger.lemma == "let":
        frame.recipients += _let(frame.trigger)
    frame.soft = True


def _get(frame: Frame, args: Clause, goods: Goods) -> None:
    frame.items = items_in(args.objects, goods)
    if frame.key in {"expect", "await"} and args.passive:
        frame.items = []
    if frame.key in PRICED:
        frame.items = items_in(args.oblique("on" if frame.key == "spend" else "for"), goods)
    elif " " in frame.key and not frame.items:
        frame.items = items_in(args.oblique(frame.key.split()[1]), goods)
    frame.recipients = _parties(args.subjects, goods)
    partners = ("with",) if frame.key.startswith("sign") else ()
    frame.suppliers = _parties(_phrases(args, "from", "through", "via", *partners), goods) or (
        _parties(_phrases(args, "in", "of"), goods) if frame.key in {"buy", "purchase"} else []
    )
    frame.suppliers = frame.suppliers or _from_item(frame.items, goods) or _partners(frame.trigger, goods)
    if frame.key == "pay" and not frame.suppliers:
        frame.suppliers = _parties(args.objects, goods)
    if not frame.suppliers and frame.trigger.dep in {"ccomp", "xcomp"} and frame.trigger.head.lemma in PERMIT:
        frame.sources = _parties(clause(frame.trigger.head).subjects, goods)  # "Washington will let Athens buy"
    # "chose Saab's Gripen"
    frame.sources += [c for item in frame.items for c in item.head.children if c.dep == "poss" and c.pos != "PRON"]
    if not frame.recipients:
        frame.recipients = _parties(_phrases(args, "for"), goods)
    frame.soft = frame.key in {"choose", "select", "pick", "secure", "book", "contract", "get", "source", "expect", "await"}


def _partners(verb: Word, goods: Goods) -> list[Word]:
    """The other side of what governs an infinitive: "negotiating with Washington to buy", "a deal with France to buy"."""
    above = verb.head if verb.dep in {"xcomp", "advcl", "acl", "relcl"} and verb.head is not verb else None
    if above is None or not any(c.lower == "to" and c.dep == "aux" for c in verb.children):
        return []
    return _parties(clause(above).oblique("with"), goods)


def _from_item(items: list[Equipment], goods: Goods) -> list[Word]:
    """"jets from France": the phrase hangs on the equipment."""
    found = []
    for item in items:
        for prep in item.head.children:
            if prep.dep == "prep" and prep.lower == "from":
                found += _parties(with_conjuncts(c for c in prep.children if c.dep == "pobj"), goods)
    return found


def sources_of(item: Equipment) -> list[Word]:
    """Heads of the from-phrases of equipment itself."""
    return [p for c in item.head.children if c.dep == "prep" and c.lower == "from" for p in c.children if p.dep == "pobj"]


def _to_item(items: list[Equipment], goods: Goods) -> list[Word]:
    """"jets for Turkey", "exports of jets to Turkey", "rifles destined for Turkey": the phrase hangs on the equipment."""
    found = []
    for item in items:
        bound = [p for c in item.head.children if c.dep == "acl" and c.lemma in BOUND for p in c.children]
        bound += [p for c in item.head.children if c.dep == "amod" and c.lower == "bound" for p in c.children]
        for prep in (*item.head.children, *bound):
            if prep.dep in {"prep", "dative"} and prep.lower in {"to", "for"}:
                nouns = with_conjuncts(c for c in prep.children if c.dep == "pobj")
                found += _parties(nouns, goods) or [c for noun in nouns for c in noun.children if c.dep == "poss"]
    return found


def _lease(frame: Frame, args: Clause, goods: Goods) -> None:
    lends = bool(args.recipients or args.oblique("to"))
    (_give if lends else _get)(frame, args, goods)


def _come(frame: Frame, args: Clause, goods: Goods) -> None:
    subject = args.objects if args.passive else args.subjects
    frame.items = items_in(subject, goods)
    owners = [c for item in frame.items for c in item.head.children if c.dep == "poss"]
    frame.suppliers = _parties(_phrases(args, "from"), goods)
    frame.recipients = _parties(_phrases(args, "to", "in", "into", "at", "for"), goods)
    if frame.key in {"end up", "turn up", "wind up"}:
        frame.recipients += _parties(args.oblique("with"), goods)
    if frame.key == "reach":
        frame.recipients = _parties(args.objects, goods)
    if frame.suppliers and not frame.recipients:
        frame.recipients = _parties(owners, goods)
    if not args.passive and frame.key != "reach" and args.objects:
        frame.items = []  # "a frigate landed 200 people"
    frame.soft = True


def _make(frame: Frame, args: Clause, goods: Goods) -> None:
    frame.items = items_in(args.objects, goods)
    licence = [w for w in args.oblique("under") if w.lemma in {"licence", "license"}]
    if licence:
        frame.suppliers = [p for w in licence for p in clause(w).oblique("from")] or list(args.oblique("from"))
        frame.recipients = _parties(args.subjects, goods)
    else:
        frame.suppliers = _parties(args.subjects, goods)
        frame.recipients = _parties(_phrases(args, "for"), goods) or _to_item(frame.items, goods)
        if frame.key in words_of("mend"):
            frame.recipients += [c for item in frame.items for c in item.head.children if c.dep == "poss"]
    frame.soft = True


def _ask(frame: Frame, args: Clause, goods: Goods) -> None:
    direct = [*args.objects, *_second_objects(frame.trigger)]
    frame.items = items_in(direct, goods) or items_in(args.oblique("for", "over"), goods)
    frame.recipients = _parties(args.subjects, goods)
    frame.suppliers = _parties(args.oblique("to"), goods) if frame.key in {"turn to", "look to"} else []
    frame.suppliers = frame.suppliers or _parties(_phrases(args, "from"), goods) or _from_item(frame.items, goods)
    if not frame.suppliers and frame.key in {"ask", "press", "lobby", "beg"}:
        frame.suppliers = _parties(direct, goods)


def _offer(frame: Frame, args: Clause, goods: Goods) -> None:
    _give(frame, args, goods)


def _allow(frame: Frame, args: Clause, goods: Goods) -> None:
    frame.items = items_in(args.objects, goods) or items_in(args.oblique("on"), goods)
    frame.suppliers = _parties(args.subjects, goods)
    frame.recipients = _parties((*args.recipients, *_phrases(args, "to", "for")), goods) or _to_item(frame.items, goods)
    frame.soft = True


_VERBS = {
    "give": _give, "send": _send, "arm": _give, "get": _get, "order": _get, "lease": _lease, "come": _come,
    "withhold": _give, "make": _make, "ask": _ask, "offer": _offer, "allow": _allow,
}  # fmt: skip


def _noun(frame: Frame, args: Clause, goods: Goods) -> None:
    noun = frame.trigger
    above = governor(noun) if noun.dep in {"dobj", "nsubjpass", "pobj", "nsubj", "attr", "oprd"} else None
    frame.beside = above if above is not None and above.is_verb else None
    inner = with_conjuncts(
        p for c in noun.children if c.dep == "prep" and c.lower in {"of", "for", "on", "over", "about", "in", "concerning", "involving", "covering", "comprising"}
        for p in c.children if p.dep in {"pobj", "pcomp"}
    )  # fmt: skip
    frame.items = [*goods.before(noun), *items_in(inner, goods)]
    for part in noun.children:
        if part.dep in {"acl", "relcl"} and part.lemma in COMPRISE:
            frame.items += items_in(_listed(part), goods)
    if frame.beside is not None and noun.dep == "nsubj" and frame.beside.lemma in COMPRISE:
        frame.items += items_in(clause(frame.beside).objects, goods)
    obliques = list(args.obliques)
    if frame.beside is not None and noun.dep in {"dobj", "nsubjpass"}:
        obliques += [pair for pair in clause(frame.beside).obliques if pair not in obliques and pair[1].i > noun.i]
    owners = _parties(_owners(noun, args, goods), goods)
    if noun.dep == "attr" and frame.beside is not None and frame.key in words_of("nouns", "roles"):
        # "Vietnam became the first buyer of", "Russia is the main supplier of"
        owners = _parties(clause(frame.beside).subjects, goods)
    if not frame.items:
        frame.items = _beside_items(frame, obliques, goods)
    if any(c.dep in {"acl", "relcl"} and c.is_verb and _verb_kind(c)[1] in TRANSFERS for c in noun.children):
        frame.items = []  # "a contract to supply …": the verb tells the deal
        return
    _NOUNS[frame.kind](frame, owners, obliques, goods)


def _beside_items(frame: Frame, obliques: list[tuple[str, Word]], goods: Goods) -> list[Equipment]:
    """"signed a contract … for jets", "the jets are a gift from": equipment beside the noun in its clause."""
    found = items_in((w for p, w in obliques if p in {"for", "of", "on", "over"}), goods)
    noun = frame.trigger
    if not found and noun.dep == "attr" and noun.head.lemma == "be":
        found = items_in(clause(noun.head).subjects, goods)
    if not found and noun.dep == "pobj" and noun.head.lower == "as" and frame.beside is not None:
        found, frame.lends = items_in(clause(frame.beside).objects, goods), True  # "got six planes as a gift from"
    if not found and noun.dep == "pobj" and noun.head.lower == "on" and frame.key == "order" and frame.beside is not None:
        found = items_in(clause(frame.beside).objects, goods)  # "has two boats on order"
    return found


def _owners(noun: Word, args: Clause, goods: Goods) -> list[Word]:
    """Possessors, by-phrases and names before a noun, those that hang on its equipment ("US arms sales") included."""
    by = [w for p, w in args.obliques if p == "by"]
    own = [c for c in noun.children if c.dep == "poss" or (c.dep in {"amod", "compound", "nmod"} and c.text[:1].isupper())]
    for item in goods.before(noun):
        own += [
            w for w in noun.sentence.words[item.first.i : item.head.i] if w.text[:1].isupper() and w not in goods
        ] + [c for c in item.head.children if c.dep == "poss"]
    return list(dict.fromkeys([*by, *with_conjuncts(own)]))


def _pick(obliques: list[tuple[str, Word]], goods: Goods, *prepositions: str) -> list[Word]:
    return _parties((w for p, w in obliques if p in prepositions), goods)


def _give_noun(frame: Frame, owners: list[Word], obliques: list[tuple[str, Word]], goods: Goods) -> None:
    frame.suppliers = owners or _pick(obliques, goods, "from")
    frame.recipients = _pick(obliques, goods, "to", "into", "for", "in" if frame.key == "arrival" else "to") or _to_item(frame.items, goods)
    if owners and not frame.recipients and all(w.dep in PREMODIFIERS for w in owners):
        frame.suppliers, frame.parties = [], owners  # "US arms sales", but "Taiwan arms sales"
    taker = frame.beside
    if taker is not None and taker.lemma in {"take", "receive", "accept", "get", "await", "want", "seek"} and frame.trigger.dep == "dobj":
        frame.recipients = frame.recipients or _parties(clause(taker).subjects, goods)
        frame.suppliers = frame.suppliers or _pick(obliques, goods, "from")
    elif taker is not None and taker.lemma == "agree" and not frame.suppliers:
        frame.parties = _parties(clause(taker).subjects, goods)
    elif taker is not None and not frame.suppliers and frame.trigger.dep in {"dobj", "nsubjpass"}:
        if taker is support_verb(frame.trigger) or taker.lemma in words_of("status", "blocked"):
            frame.suppliers = _parties(clause(taker).subjects, goods)
    if frame.key == "supply" and not frame.recipients and frame.trigger.dep == "dobj" and taker is not None and taker.lemma in {"need", "require"}:
        frame.recipients = _parties(clause(taker).subjects, goods)


def _get_noun(frame: Frame, owners: list[Word], obliques: list[tuple[str, Word]], goods: Goods) -> None:
    frame.suppliers = _pick(obliques, goods, "from", "with", "to") or _from_item(frame.items, goods)
    frame.recipients = owners
    verb = frame.beside
    if verb is None:
        frame.recipients = frame.recipients or _pick(obliques, goods, "for")
        return
    args = clause(verb)
    if frame.trigger.dep == "pobj" and frame.trigger.head.lower == "on" and not frame.recipients:
        frame.recipients = _parties(args.subjects, goods)
    if verb.lemma in words_of("contract", "won") and frame.key == "order":
        frame.suppliers, frame.recipients = (
            _parties(args.objects if verb.lemma == "book" and args.passive else args.subjects, goods),
            owners or _pick(obliques, goods, "from"),
        )
    elif verb.lemma in words_of("contract", "awarded"):
        frame.recipients = owners or _parties(args.subjects, goods)
        frame.suppliers = frame.suppliers or _parties(args.recipients, goods)
    elif not frame.recipients and frame.trigger.dep in {"dobj", "nsubjpass"} and verb.lemma not in words_of("status", "blocked"):
        frame.recipients = _parties(args.subjects, goods)
    elif not frame.suppliers and verb.lemma in {"reject", "refuse", "veto", "decline"} | set(words_of("status", "blocked")):
        frame.suppliers = _parties(args.subjects, goods)
    if not frame.suppliers and verb.lemma in {"turn", "reject", "refuse"}:
        frame.suppliers = _parties(args.subjects, goods)


def _both_noun(frame: Frame, owners: list[Word], obliques: list[tuple[str, Word]], goods: Goods) -> None:
    verb = frame.beside
    others = _pick(obliques, goods, "with", "between", "among")
    frame.recipients = _pick(obliques, goods, "to")
    frame.suppliers = _pick(obliques, goods, "from") or _from_item(frame.items, goods)
    subjects: list[Word] = []
    if verb is not None and frame.trigger.dep in {"dobj", "nsubjpass", "pobj"}:
        args = clause(verb)
        subjects = _parties(args.subjects, goods)
        if verb.lemma in words_of("contract", "won"):
            frame.suppliers = subjects if frame.trigger.dep == "dobj" else []
            frame.recipients = owners or _pick(obliques, goods, "from")
            return
        if verb.lemma in words_of("contract", "awarded"):
            frame.recipients = owners or subjects
            frame.suppliers = _parties((*args.recipients, *(w for p, w in obliques if p == "to"), *(args.objects if args.passive else ())), goods)
            frame.suppliers = [w for w in frame.suppliers if w is not frame.trigger]
            return
    if frame.suppliers and not frame.recipients:
        frame.recipients = owners or subjects
        return
    if frame.recipients and not frame.suppliers:
        frame.suppliers = owners or subjects
        return
    sided = [*owners, *([] if owners and others else subjects), *others]
    frame.parties = list(dict.fromkeys(w for w in sided if w is not frame.trigger))


def _stop_noun(frame: Frame, owners: list[Word], obliques: list[tuple[str, Word]], goods: Goods) -> None:
    frame.suppliers = owners
    if frame.beside is not None and not owners:
        frame.suppliers = _parties(clause(frame.beside).subjects, goods)
    frame.recipients = _pick(obliques, goods, "on", "against", "to")
    frame.soft = True


_NOUNS = {"give": _give_noun, "get": _get_noun, "both": _both_noun, "stop": _stop_noun}
