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

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.reading.clauses import antecedent, clause, governor, is_passive, support_verb, with_conjuncts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dipevents.mentions.equipment import Equipment
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["Frame", "read_frame", "words_of"]

DEPTH = 4
TOWARDS = ("to", "into", "for", "onto", "towards", "toward")


@dataclass(slots=True)
class Frame:
    """A trigger and the words that fill its places, still unidentified.

    Attributes:
        trigger: The verb or noun.
        kind: See the module.
        key: The trigger as the lexicon has it ("hand over").
        suppliers: Heads of those who supply.
        recipients: Heads of those who receive.
        parties: Heads of two sides whose direction the grammar does not tell.
        items: The equipment.
        soft: Whether the frame tells of a deal only with certain equipment and a party for each side named.
        dative: Whether a recipient stands as an object ("gave Iran jets"), which no place does.
        beside: The governing verb whose date, amount and status count too ("signed a contract").
    """

    trigger: Word
    kind: str
    key: str
    suppliers: list[Word] = field(default_factory=list)
    recipients: list[Word] = field(default_factory=list)
    parties: list[Word] = field(default_factory=list)
    items: list[Equipment] = field(default_factory=list)
    soft: bool = False
    dative: bool = False
    beside: Word | None = None


@cache
def words_of(table: str, name: str | None = None) -> frozenset[str]:
    """A list of the lexicon as a set."""
    found = read_words("arms_deal")[table]
    return frozenset(found[name] if name is not None else found)


@cache
def _index(table: str) -> Mapping[str, str]:
    return {word: kind for kind, words in read_words("arms_deal")[table].items() if kind != "soft" for word in words}


def read_frame(word: Word, equipment: Mapping[int, Equipment]) -> Frame | None:
    """The frame of a trigger word, or None where the word is none; equipment by the position of its head."""
    if word.is_verb and word.dep not in {"aux", "auxpass"}:
        key, kind = _verb_kind(word)
        if kind is None or (word.dep in {"amod", "compound"} and word.tag in {"VBN", "VBG", "JJ"}):
            return None
        frame = Frame(word, kind, key)
        _VERBS[kind](frame, clause(word), equipment)
        return frame
    if word.pos in {"NOUN", "PROPN"} and word.i not in equipment:
        kind = _index("nouns").get(word.lemma) or _index("nouns").get(word.lower.removesuffix("s"))
        if kind is None:
            return None
        key = word.lemma if word.lemma in _index("nouns") else word.lower.removesuffix("s")
        frame = Frame(word, kind, key, soft=key in words_of("nouns", "soft"))
        _noun(frame, clause(word), equipment)
        return frame
    return None


def _verb_kind(verb: Word) -> tuple[str, str | None]:
    index = _index("verbs")
    for child in verb.children:
        if child.dep in {"prt", "advmod"} or (child.dep == "prep" and child.i == verb.i + 1):
            key = f"{verb.lemma} {child.lower}"
            if key in index:
                return key, index[key]
    return verb.lemma, index.get(verb.lemma)


def _is_measure(word: Word) -> bool:
    return word.lemma in words_of("measures") or word.lower in words_of("measures") or word.pos == "NUM"


def items_in(words: Iterable[Word], equipment: Mapping[int, Equipment]) -> list[Equipment]:
    """The equipment that argument heads name: themselves, what they measure, what a pronoun stands for."""
    found: dict[int, Equipment] = {}
    for word in words:
        for item in _items(antecedent(word) or word, equipment, DEPTH):
            found[item.head.i] = item
    return [found[i] for i in sorted(found)]


def _items(word: Word, equipment: Mapping[int, Equipment], depth: int) -> list[Equipment]:
    own = equipment.get(word.i)
    inner = [p for c in word.children if c.dep == "prep" and c.lower == "of" for p in c.children if p.dep == "pobj"]
    if own is not None and own.carrier is None:
        vague = own.use == "dual" or own.head.lemma in words_of("measures")
        if vague and depth and _is_measure(word) and inner:
            deeper = [e for p in with_conjuncts(inner) for e in _items(p, equipment, depth - 1)]
            return deeper or [own]
        return [own]
    if not depth:
        return []
    found: list[Equipment] = []
    if _is_measure(word) or word.pos in {"PRON", "DET"}:
        found = [e for p in with_conjuncts(inner) for e in _items(p, equipment, depth - 1)]
    # "all sorts of weapons", "a $23 billion package of jets": a head that only modifiers tell
    return found or [e for e in _modifiers(word, equipment) if word.lemma in {"system", "type", "model", "version"}]


def _modifiers(noun: Word, equipment: Mapping[int, Equipment]) -> list[Equipment]:
    """Equipment before a noun in its phrase: "S-400 purchase", "arms and ammunition sales"."""
    return [e for e in equipment.values() if e.carrier is noun or (e.head.head is noun and e.head.i < noun.i and e.head.dep in {"compound", "nmod", "amod"})]


def _parties(words: Iterable[Word], equipment: Mapping[int, Equipment]) -> list[Word]:
    return [w for w in words if w.i not in equipment]


def _give(frame: Frame, args: Clause, equipment: Mapping[int, Equipment]) -> None:
    verb = frame.trigger
    direct = [*args.objects, *_second_objects(verb)]
    frame.items = items_in(direct, equipment) or items_in(args.oblique("with"), equipment)
    frame.suppliers = _parties(args.subjects, equipment)
    if not args.passive and not frame.items:
        frame.items = items_in(args.subjects, equipment)
    frame.recipients = _parties((*args.recipients, *args.oblique(*TOWARDS)), equipment)
    if args.oblique("with") or (args.recipients == () and _second_objects(verb)) or frame.kind == "arm":
        frame.recipients += [w for w in _parties(args.objects, equipment) if w not in frame.recipients]
    if not frame.suppliers or args.passive:
        frame.suppliers += _parties(args.oblique("from"), equipment)
    if frame.key == "part":
        frame.items = items_in(args.oblique("with"), equipment)


def _second_objects(verb: Word) -> list[Word]:
    """What a passive leaves in place: "was given 120 cars"; and the clause of "let Iran have tanks"."""
    found = [c for c in verb.children if c.dep in {"dobj", "oprd", "attr"}] if is_passive(verb) else []
    if verb.lemma == "let":
        found += [o for c in verb.children if c.dep in {"ccomp", "xcomp"} and c.lemma == "have" for o in clause(c).objects]
    return list(with_conjuncts(found))


def _let(verb: Word) -> list[Word]:
    return [s for c in verb.children if c.dep in {"ccomp", "xcomp"} and c.lemma == "have" for s in clause(c).subjects]


def _send(frame: Frame, args: Clause, equipment: Mapping[int, Equipment]) -> None:
    _give(frame, args, equipment)
    if frame.trigger.lemma == "let":
        frame.recipients += _let(frame.trigger)
    frame.soft = True
    frame.dative = bool(args.recipients)


def _get(frame: Frame, args: Clause, equipment: Mapping[int, Equipment]) -> None:
    frame.items = items_in(args.objects, equipment)
    if frame.key == "pay":
        frame.items = items_in(args.oblique("for"), equipment)
    frame.recipients = _parties(args.subjects, equipment)
    frame.suppliers = _parties(args.oblique("from", "through", "via"), equipment) or (
        _parties(args.oblique("in", "of"), equipment) if frame.key in {"buy", "purchase"} else []
    )
    frame.suppliers = frame.suppliers or _from_item(frame.items, equipment)
    if not frame.recipients:
        frame.recipients = _parties(args.oblique("for"), equipment)
    frame.soft = frame.key in {"take", "accept", "choose", "select", "pick", "secure", "book", "contract"}


def _from_item(items: list[Equipment], equipment: Mapping[int, Equipment]) -> list[Word]:
    """"jets from France": the phrase hangs on the equipment."""
    found = []
    for item in items:
        for prep in item.head.children:
            if prep.dep == "prep" and prep.lower == "from":
                found += _parties(with_conjuncts(c for c in prep.children if c.dep == "pobj"), equipment)
    return found


def _to_item(items: list[Equipment], equipment: Mapping[int, Equipment]) -> list[Word]:
    """"jets for Turkey", "exports of jets to Turkey": the phrase hangs on the equipment."""
    found = []
    for item in items:
        for prep in item.head.children:
            if prep.dep in {"prep", "dative"} and prep.lower in {"to", "for"}:
                found += _parties(with_conjuncts(c for c in prep.children if c.dep == "pobj"), equipment)
    return found


def _lease(frame: Frame, args: Clause, equipment: Mapping[int, Equipment]) -> None:
    lends = bool(args.recipients or args.oblique("to"))
    (_give if lends else _get)(frame, args, equipment)


def _come(frame: Frame, args: Clause, equipment: Mapping[int, Equipment]) -> None:
    subject = args.objects if args.passive else args.subjects
    frame.items = items_in(subject, equipment)
    owners = [c for item in frame.items for c in item.head.children if c.dep == "poss"]
    frame.suppliers = _parties(args.oblique("from"), equipment)
    frame.recipients = _parties(args.oblique("to", "in", "into", "at", "for"), equipment)
    if frame.key == "reach":
        frame.recipients = _parties(args.objects, equipment)
    if frame.suppliers and not frame.recipients:
        frame.recipients = _parties(owners, equipment)
    frame.soft = True


def _make(frame: Frame, args: Clause, equipment: Mapping[int, Equipment]) -> None:
    frame.items = items_in(args.objects, equipment)
    licence = [w for w in args.oblique("under") if w.lemma in {"licence", "license"}]
    if licence:
        frame.suppliers = [p for w in licence for p in clause(w).oblique("from")] or list(args.oblique("from"))
        frame.recipients = _parties(args.subjects, equipment)
    else:
        frame.suppliers = _parties(args.subjects, equipment)
        frame.recipients = _parties(args.oblique("for"), equipment) or _to_item(frame.items, equipment)
    frame.soft = True


def _ask(frame: Frame, args: Clause, equipment: Mapping[int, Equipment]) -> None:
    direct = [*args.objects, *_second_objects(frame.trigger)]
    frame.items = items_in(direct, equipment) or items_in(args.oblique("for", "over"), equipment)
    frame.recipients = _parties(args.subjects, equipment)
    frame.suppliers = _parties(args.oblique("from"), equipment) or _from_item(frame.items, equipment)
    if not frame.suppliers and frame.key in {"ask", "press", "lobby", "beg"}:
        frame.suppliers = _parties(direct, equipment)
    frame.soft = frame.key in {"demand", "need", "want", "press", "appeal", "require"} and False


def _offer(frame: Frame, args: Clause, equipment: Mapping[int, Equipment]) -> None:
    _give(frame, args, equipment)
    frame.recipients = frame.recipients or _to_item(frame.items, equipment)


def _allow(frame: Frame, args: Clause, equipment: Mapping[int, Equipment]) -> None:
    frame.items = items_in(args.objects, equipment) or items_in(args.oblique("on"), equipment)
    frame.suppliers = _parties(args.subjects, equipment)
    frame.recipients = _parties((*args.recipients, *args.oblique("to", "for")), equipment) or _to_item(frame.items, equipment)
    frame.soft = True


_VERBS = {
    "give": _give, "send": _send, "arm": _give, "get": _get, "order": _get, "lease": _lease, "come": _come,
    "make": _make, "ask": _ask, "offer": _offer, "allow": _allow,
}  # fmt: skip


def _noun(frame: Frame, args: Clause, equipment: Mapping[int, Equipment]) -> None:
    noun = frame.trigger
    above = governor(noun) if noun.dep in {"dobj", "nsubjpass", "pobj", "nsubj", "attr", "oprd"} else None
    frame.beside = above if above is not None and above.is_verb else None
    inner = with_conjuncts(
        p for c in noun.children if c.dep == "prep" and c.lower in {"of", "for", "on", "over", "about", "in", "concerning", "involving", "covering", "comprising"}
        for p in c.children if p.dep in {"pobj", "pcomp"}
    )  # fmt: skip
    frame.items = [*_modifiers(noun, equipment), *items_in(inner, equipment)]
    for part in noun.children:
        if part.dep == "acl" and part.lemma in {"involve", "include", "cover", "comprise", "total", "concern"}:
            frame.items += items_in(clause(part).objects, equipment)
    obliques = list(args.obliques)
    if frame.beside is not None and noun.dep in {"dobj", "nsubjpass"}:
        obliques += [pair for pair in clause(frame.beside).obliques if pair not in obliques and pair[1].i > noun.i]
    owners = _parties(_owners(noun, args, equipment), equipment)
    if not frame.items:
        frame.items = _beside_items(frame, obliques, equipment)
    _NOUNS[frame.kind](frame, owners, obliques, equipment)


def _beside_items(frame: Frame, obliques: list[tuple[str, Word]], equipment: Mapping[int, Equipment]) -> list[Equipment]:
    """"signed a contract … for jets", "the jets are a gift from": equipment beside the noun in its clause."""
    found = items_in((w for p, w in obliques if p in {"for", "of", "on", "over"}), equipment)
    noun = frame.trigger
    if not found and noun.dep == "attr" and noun.head.lemma == "be":
        found = items_in(clause(noun.head).subjects, equipment)
    if not found:
        for part in noun.children:
            if part.dep in {"acl", "relcl"} and part.is_verb and part.lemma in {"involve", "include", "cover", "comprise", "supply", "provide", "deliver"}:
                found += items_in(clause(part).objects, equipment)
    return found


def _owners(noun: Word, args: Clause, equipment: Mapping[int, Equipment]) -> list[Word]:
    """Possessors, by-phrases and names before a noun, those that hang on its equipment ("US arms sales") included."""
    by = [w for p, w in args.obliques if p == "by"]
    own = [c for c in noun.children if c.dep == "poss" or (c.dep in {"amod", "compound", "nmod"} and c.text[:1].isupper())]
    for item in _modifiers(noun, equipment):
        own += [
            w for w in noun.sentence.words[item.first.i : item.head.i] if w.text[:1].isupper() and w.i not in equipment
        ] + [c for c in item.head.children if c.dep == "poss"]
    return list(dict.fromkeys([*by, *with_conjuncts(own)]))


def _pick(obliques: list[tuple[str, Word]], equipment: Mapping[int, Equipment], *prepositions: str) -> list[Word]:
    return _parties((w for p, w in obliques if p in prepositions), equipment)


def _give_noun(frame: Frame, owners: list[Word], obliques: list[tuple[str, Word]], equipment: Mapping[int, Equipment]) -> None:
    frame.suppliers = owners or _pick(obliques, equipment, "from")
    frame.recipients = _pick(obliques, equipment, "to", "into", "for") or _to_item(frame.items, equipment)
    taker = frame.beside
    if taker is not None and taker.lemma in {"take", "receive", "accept", "get", "await", "want", "seek"} and frame.trigger.dep == "dobj":
        frame.recipients = frame.recipients or _parties(clause(taker).subjects, equipment)
        frame.suppliers = frame.suppliers or _pick(obliques, equipment, "from")
    elif taker is not None and not frame.suppliers and frame.trigger.dep in {"dobj", "nsubjpass"}:
        if taker is support_verb(frame.trigger) or taker.lemma in words_of("status", "blocked"):
            frame.suppliers = _parties(clause(taker).subjects, equipment)
    if frame.key == "supply" and not frame.recipients and frame.trigger.dep == "dobj" and taker is not None and taker.lemma in {"need", "require"}:
        frame.recipients = _parties(clause(taker).subjects, equipment)


def _get_noun(frame: Frame, owners: list[Word], obliques: list[tuple[str, Word]], equipment: Mapping[int, Equipment]) -> None:
    frame.suppliers = _pick(obliques, equipment, "from", "with", "to") or _from_item(frame.items, equipment)
    frame.recipients = owners
    verb = frame.beside
    if verb is None:
        frame.recipients = frame.recipients or _pick(obliques, equipment, "for")
        return
    args = clause(verb)
    if verb.lemma in words_of("contract", "won") and frame.key == "order":
        frame.suppliers, frame.recipients = (
            _parties(args.objects if verb.lemma == "book" and args.passive else args.subjects, equipment),
            owners or _pick(obliques, equipment, "from"),
        )
    elif verb.lemma in words_of("contract", "awarded"):
        frame.recipients = owners or _parties(args.subjects, equipment)
        frame.suppliers = frame.suppliers or _parties(args.recipients, equipment)
    elif not frame.recipients and frame.trigger.dep in {"dobj", "nsubjpass"} and verb.lemma not in words_of("status", "blocked"):
        frame.recipients = _parties(args.subjects, equipment)
    elif not frame.suppliers and verb.lemma in {"reject", "refuse", "veto", "decline"} | set(words_of("status", "blocked")):
        frame.suppliers = _parties(args.subjects, equipment)
    if not frame.suppliers and verb.lemma in {"turn", "reject", "refuse"}:
        frame.suppliers = _parties(args.subjects, equipment)


def _both_noun(frame: Frame, owners: list[Word], obliques: list[tuple[str, Word]], equipment: Mapping[int, Equipment]) -> None:
    verb = frame.beside
    others = _pick(obliques, equipment, "with", "between", "among")
    frame.recipients = _pick(obliques, equipment, "to")
    frame.suppliers = _pick(obliques, equipment, "from") or _from_item(frame.items, equipment)
    subjects: list[Word] = []
    if verb is not None and frame.trigger.dep in {"dobj", "nsubjpass", "pobj"}:
        args = clause(verb)
        subjects = _parties(args.subjects, equipment)
        if verb.lemma in words_of("contract", "won"):
            frame.suppliers = subjects if frame.trigger.dep == "dobj" else []
            frame.recipients = owners or _pick(obliques, equipment, "from")
            return
        if verb.lemma in words_of("contract", "awarded"):
            frame.recipients = owners or subjects
            frame.suppliers = _parties((*args.recipients, *(w for p, w in obliques if p == "to"), *(args.objects if args.passive else ())), equipment)
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


def _stop_noun(frame: Frame, owners: list[Word], obliques: list[tuple[str, Word]], equipment: Mapping[int, Equipment]) -> None:
    frame.suppliers = owners
    if frame.beside is not None and not owners:
        frame.suppliers = _parties(clause(frame.beside).subjects, equipment)
    frame.recipients = _pick(obliques, equipment, "on", "against", "to")
    frame.soft = True


_NOUNS = {"give": _give_noun, "get": _get_noun, "both": _both_noun, "stop": _stop_noun}
