"""Where verbs put the sides and the equipment of a deal, by the grammar alone.

give      Russia sold Iran tanks / supplied Iran with tanks; tanks sold to Iran by Russia
send      the same, only with a receiver: "gave the army rifles"
arm       Guinea armed the rebels with rifles
withhold  denied Iran spare parts
get       Iran bought / ordered tanks from Russia; chose Saab's Gripen; paid China for trainers
lease     leased frigates to Chile, from Italy
come      the missiles come from Iran, went to Yerevan, reached the rebels
ask       asked Paris for missiles, wants missiles from Paris, turned to Paris for missiles
offer     offered Iran tanks
allow     Washington approved 20 missiles for Taiwan
back      the Kurds, backed by American weapons
thank     Kyiv thanked Berlin for the tanks, owes its tanks to Berlin
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.arms_deal.asking import read_asking
from dipevents.events.arms_deal.beyond import (
    accused,
    asked_of,
    before_others,
    blamed,
    faced,
    let_have,
    permitted,
    second_objects,
    signer,
    split_dative,
    told_by_receiver,
)
from dipevents.events.arms_deal.cargo import flags_of, read_coming
from dipevents.events.arms_deal.counts import is_price
from dipevents.events.arms_deal.decisions import (
    chosen_for,
    is_owned,
    read_allowing,
    read_thanking,
)
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
from dipevents.events.arms_deal.idioms import led, read_signing
from dipevents.events.arms_deal.keepers import keepers_of, retirers_of
from dipevents.events.arms_deal.lexicon import kinds_of, words_of
from dipevents.events.arms_deal.making import read_making
from dipevents.events.arms_deal.papers import endow, engaged, signatories
from dipevents.events.arms_deal.payments import is_paid_besides
from dipevents.events.arms_deal.strays import astray, below
from dipevents.events.arms_deal.talks import partners_of, share_out
from dipevents.events.arms_deal.urging import urge
from dipevents.lexicon import read_words
from dipevents.mentions.gazetteer import country_code
from dipevents.reading.clauses import clause, fillers, is_negated, is_passive, with_conjuncts
from dipevents.reading.grammar import is_within

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dipevents.events.arms_deal.frame import Goods
    from dipevents.mentions.equipment import Equipment
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["VERBS", "opening_verbs", "tells_transfer", "verb_kind"]

TRANSFERS = frozenset({"give", "send", "arm", "get", "order", "lease"})
TOWARDS = ("to", "into", "for", "onto", "towards", "toward")


@cache
def _index() -> Mapping[str, str]:
    return kinds_of(read_words("arms_deal")["verbs"])


def opening_verbs() -> frozenset[str]:
    """The lemmas of the verbs that may tell of a deal, alone or with a particle."""
    return frozenset(verb.split()[0] for verb in _index())


def verb_kind(verb: Word) -> tuple[str, str | None]:
    """A verb as the lexicon has it, its particle counted in ("hand over"), and the kind of its frame, or None."""
    index = _index()
    if verb.lemma == "like":  # "he would also like missiles"
        return "like", "ask" if any(c.lower in {"would", "'d", "’d"} for c in verb.children) else None
    if verb.lemma == "make" and any(c.lemma == "do" for c in verb.sentence.words[verb.i + 1 : verb.i + 2]):
        return "make do", "get"
    if verb.lemma == "find" and not any(c.lemma == "way" for c in verb.children):
        return "find", None  # "found their way to the rebels", but "the police found rifles"
    for child in verb.children:
        close = child.i > verb.i and all(map(_is_when, verb.sentence.words[verb.i + 1 : child.i]))
        if child.dep in {"prt", "advmod"} or (child.dep == "prep" and close):
            key = f"{verb.lemma} {child.lower}"
            if key in index:
                return key, index[key]
            if (child.dep != "advmod" or child.lower == "back") and key in words_of("other_verbs"):
                return key, None
    return verb.lemma, index.get(verb.lemma)


def _is_when(word: Word) -> bool:
    """Whether a word tells how or when, no goods: "opted LATE LAST YEAR for", "plumped IN MAY for"."""
    dated = is_within(word, "DATE")
    return dated or word.dep == "advmod" or (word.dep == "prep" and word.lower in {"in", "on"})


def tells_transfer(verb: Word) -> bool:
    """Whether a verb tells by itself that something passes: "a contract to SUPPLY", but "for jets, to be supplied"."""
    bound = verb.lemma in {"await", "expect"} or (is_passive(verb) and any(c.lower == "to" for c in verb.children))
    return verb_kind(verb)[1] in TRANSFERS and not bound  # no "contract for jets, EXPECTED in May"


def _give(frame: Frame, args: Clause, goods: Goods) -> None:
    verb = frame.trigger
    direct = [*args.objects, *second_objects(verb)]
    leading = "in" if frame.key == "interest" else "with"  # "interested Peru IN its jets"
    led_by = frame.key in words_of("grammar", "with") or leading == "in"
    equipped = items_in(args.oblique(leading), goods) if led_by else []
    if not equipped and frame.kind == "arm":  # "equipped Greek frigates with missiles": the parse hangs them there
        equipped = items_in((w for o in args.objects for w in clause(o).oblique("with")), goods)
    fitted = frame.key in words_of("grammar", "fitting") and not equipped and not second_objects(verb)
    frame.items = equipped or ([] if fitted else items_in(direct, goods))  # "fitted the tanks with sandbags"
    if not frame.items and " " in frame.key:
        frame.items = items_in(args.oblique(frame.key.split()[1]), goods)
    if not frame.items and any(o.lower in words_of("grammar", "sums") for o in direct):
        frame.items = items_in(args.oblique("in"), goods)  # "provided a million dollars IN arms"
    if not frame.items and frame.key == "quote":  # "quoted Chad a price for six jets"
        prices = [p for o in direct for p in clause(o).oblique("for")]
        frame.items = items_in((*args.oblique("for"), *prices), goods)
        args = args.replacing(obliques=()) if frame.items else args
    if frame.key == "part":
        # "parts with 14 of its tanks": a number, which is no noun
        frame.items = items_in((p for c in verb.children if c.lower == "with" for p in c.children), goods)
    doers = asked_of(verb) or _doers(verb, args, frame.items, goods)  # "flown in by PERUVIAN planes":
    frame.suppliers = [n for w in doers if args.passive for n in flags_of(w)] or parties_in(doers, goods)
    towards = ("for",) if frame.kind == "arm" else TOWARDS  # "left arming the Kurds TO his successor"
    given = before_others(frame, (*args.recipients, *phrases_of(args, *towards)), args, goods)
    frame.recipients = receivers_in(given, goods)
    if not frame.recipients or frame.kind == "arm":
        # "supplied Iraq with", "gave Ukraine up to 61 jets", "was given 120 cars", "will equip Greek frigates with"
        counts = holders(frame.items)
        counts += [verb.head] * any(c.dep == "conj" and c in counts for c in verb.head.children)  # "and jets, WHICH"
        limit = frame.items[0].head.i if equipped else len(verb.sentence.words)  # "…, the agency reported" is no object
        frame.recipients = [
            w
            for w in parties_in(args.objects, goods)
            if w not in counts and w.i < limit and not (w.dep == "conj" and w.head in counts)
        ] + frame.recipients
        aims = [w for w in args.oblique("for") if w.lower != "part"]  # "Chad, FOR ITS PART, sold Peru tanks"
        carriers = [i for i in items_in(direct if equipped else aims, goods) if equipped or not is_price(i)]
        owners = [w for item in carriers for w in item.head.children if w.dep == "poss" or is_named(w)]
        frame.takers = [w for w in owners if w.pos == "PRON" and not equipped]  # "sold Chad shells for ITS tanks"
        frame.recipients += [w for w in owners if w not in frame.takers]
    frame.recipients = frame.recipients or to_items(frame.items, goods) or astray(verb, frame.items, goods, "to")
    if not frame.recipients:
        inner = [w for noun in holders(frame.items) for w in clause(noun).oblique("in", "at")]
        handing = frame.key in words_of("grammar", "handing") and not args.passive
        there = handing or frame.key in words_of("grammar", "landing")
        places = [*args.oblique("in", "at"), *inner] if there else []
        favoured = [w for w in (*args.oblique("in"), *inner) if w.lemma in {"favour", "favor"}]
        frame.takers += [*places, *(p for w in favoured for p in clause(w).oblique("of")), *told_by_receiver(verb)]
    if frame.kind == "arm" and not frame.recipients and verb.dep == "advcl" and verb.tag == "VBN":
        frame.kind, frame.recipients = "back", list(clause(verb.head).subjects)  # "Armed with Turkish drones, Baku won"
    frame.sources = parties_in(phrases_of(args, "from"), goods) + from_items(frame.items, goods)
    share_out(frame, goods)
    (frame.takers if frame.suppliers or frame.sources else frame.sources).extend(signatories(args, goods))
    chosen, choosing = engaged(verb)
    if chosen:
        frame.suppliers, frame.takers = parties_in(chosen, goods), parties_in(choosing, goods)
    if verb.dep in {"xcomp", "ccomp", "advcl"} and verb.tag == "VB":
        asker = clause(verb.head).subjects if is_in(verb.head, "pleading") and not is_negated(verb) else ()
        frame.takers += [w for w in asker if w not in frame.suppliers]  # "asked Saab to quote for six jets"
    passed = (args.passive or frame.key == "supply") and bool(frame.suppliers)  # "Chad's tanks were donated by Oslo"
    passed = passed or frame.key in {"deliver", "ship"}  # "has not shipped CHAD's jets"
    if (passed or (verb.dep == "acl" and verb.tag == "VBN")) and not frame.recipients:
        frame.takers += [c for item in frame.items for c in item.head.children if c.dep == "poss"] + keepers_of(verb)
    known = list(frame.recipients)
    split_dative(frame)
    counted = any(item.quantity for item in frame.items)  # "sent UKRAINE | 14 jets", but "sent Chad jets"
    given = [w for w in frame.recipients if w in args.objects or (counted and w not in known)]
    frame.dative = bool(args.recipients or given)


def _doers(verb: Word, args: Clause, items: list[Equipment], goods: Goods) -> list[Word]:
    """Who does it; of a passive also a by-phrase that the parse hangs elsewhere: "was given tanks BY Italy"."""
    if kept := accused(verb):
        return kept  # "blocked Denmark from passing"
    if (attempt := faced(verb)) is not None:
        return list(clause(attempt).subjects if attempt.head.is_verb else ())
    if args.subjects or not args.passive:
        # "• Norway, too, may give", "Peru, Chad sign": a name before the verb that the parse takes for an adverbial
        before = verb.sentence.words[verb.i - 1] if verb.i else verb
        if verb.dep == "acl" and verb.tag == "VBD" and before.dep == "appos" and before.head is verb.head:
            return [before]  # "the drones Turkey sold to"
        if verb.dep == "acl" and verb.tag == "VBG" and before.dep == "pobj" and before.head.head is verb.head:
            return [before]  # "has no objection to Chad selling"
        if not args.subjects and (held := blamed(verb)):
            return held
        if verb.dep == "csubj" and verb.head.dep == "ccomp":
            return list(clause(verb.head.head).objects)  # "warned OSLO that selling guns would be a mistake"
        lost = [w for w in verb.sentence.words[:3] if w.dep == "npadvmod" and w.tag == "NNP" and w.is_under(verb)]
        return list(args.subjects) or [w for w in lost if w.i < verb.i] or signer(verb)
    nouns = (verb, *holders(items), *args.oblique("from"))
    by = fillers(c for w in nouns for c in w.children if c.dep == "prep" and c.lower == "by") or below(
        verb, goods, "by"
    )
    return [w for w in with_conjuncts(by) if not (w.tag == "CD" or is_within(w, "DATE"))]  # "delivered BY 2030"


def _send(frame: Frame, args: Clause, goods: Goods) -> None:
    _give(frame, args, goods)
    total = frame.key == "bring" and any(o.lemma in {"number", "total"} for o in args.objects)
    if total or (frame.key == "carry" and not frame.recipients):
        frame.items = []  # "brings the number of jets to 16", "the rebels CARRIED rifles that Oslo gave Chad"
    frame.recipients += (having := let_have(frame.trigger))
    frame.items = [] if frame.key == "let" and not having and not args.recipients else frame.items  # "let jets LAND"
    if any(w.lemma in words_of("grammar", "permits") for w in frame.recipients):
        frame.items = []  # "gave the GO-AHEAD for": the permit tells it
    if not frame.recipients and frame.items and is_owned(frame.items[0]):
        frame.kind, frame.recipients, frame.suppliers = "item", frame.suppliers, []  # "FLIES six Norwegian jets"
        return
    left = [w for w in args.objects if w.tag == "NNP"] if frame.key == "leave" else []
    shipped = items_in(args.subjects, goods) if left else []
    if len(holders(shipped)) > len(shipped):  # "a SHIPMENT of rifles LEFT Oslo FOR Chad"
        frame.kind, frame.items, frame.suppliers = "come", shipped, left
        frame.recipients = list(args.oblique("for", "to")) or to_items(shipped, goods)
    if frame.key == "leave" and args.passive and any(c.lower == "behind" for c in frame.trigger.children):
        frame.lends = True  # "seized guns LEFT BEHIND by troops"
    frame.soft = True


def _withhold(frame: Frame, args: Clause, goods: Goods) -> None:
    _give(frame, args, goods)
    got = any(c.lower in words_of("grammar", "getting") for i in frame.items for c in i.head.children)
    if got or (frame.key == "refuse" and frame.sources and not frame.recipients):  # "refused radars from Oslo"
        frame.suppliers, frame.recipients, frame.sources = frame.sources, frame.suppliers, []  # "denied BUYING radars"
    elif frame.key == "deny" and not (frame.recipients or frame.sources) and _is_deed(frame.items):
        frame.items = []  # "denied FIRING missiles"
    elif not frame.recipients:  # "withheld missiles from Kyiv"
        frame.recipients, frame.sources = frame.sources, []


def _is_deed(items: list[Equipment]) -> bool:
    """Whether what the parse takes for a kind of equipment is something done with it: "FIRING missiles"."""
    before = [c for i in items for c in i.head.children if c.dep in {"amod", "compound"} and c.i <= i.first.i]
    return any(c.tag == "VBG" and verb_kind(c)[1] not in TRANSFERS for c in before)


def _get(frame: Frame, args: Clause, goods: Goods) -> None:
    frame.items = items_in(args.objects, goods)
    if frame.key in {"expect", "await"} and args.passive:
        frame.kind = "come"  # "are expected in Lima by April"
        read_coming(frame, args, goods)
        return
    if frame.key == "replace":
        hung = (w for o in args.objects for w in clause(o).oblique("with"))  # the parse hangs it on what is replaced
        frame.items = items_in((*args.oblique("with", "by"), *hung, *(args.subjects if args.passive else ())), goods)
    booked = words_of("nouns", "both") | {"order"}
    if frame.key in words_of("contract", "won") and any(o.lemma in booked for o in args.objects):
        return  # "booked an order": the noun tells it
    if frame.key == "have" and not (args.oblique("from") or from_items(frame.items, goods)):
        frame.items = []  # "have had two shiploads of rifles from Peru", but "has rifles"
        return
    if frame.key == "sign":
        read_signing(frame, args, goods)
    if frame.key in words_of("grammar", "priced") and is_paid_besides(frame.trigger, args):
        frame.lends = True  # the noun tells it
    elif frame.key in words_of("grammar", "priced"):
        preposition = "on" if frame.key == "spend" else "for"
        sums = [w for o in args.objects for w in clause(o).oblique(preposition)]  # "paid Italy $30 million FOR jets"
        frame.items = items_in((*args.oblique(preposition), *sums), goods)
    elif frame.key in words_of("grammar", "relying") or frame.key in words_of("grammar", "waiting"):
        frame.items = items_in(args.oblique("for"), goods) or items_in(args.oblique("on"), goods)
    elif " " in frame.key and not frame.items:
        frame.items = led(frame, args, goods)
        named = words_of("nouns", "give", "get")
        frame.lends = any(w.lemma in named for w in args.oblique("for", "on"))  # "signed for the sale of"
    chosen = chosen_for(frame, args, goods)
    frame.recipients = parties_in(_doers(frame.trigger, args, frame.items, goods), goods)
    some = frame.trigger.tag == "VBN" and any(w.lower in words_of("grammar", "counts") for w in frame.recipients)
    owners = [c for item in frame.items for c in item.head.children if c.dep == "poss"]
    _sold_by(frame, args, goods, owners)
    if not frame.recipients:
        frame.recipients = parties_in(phrases_of(args, "for"), goods)
    frame.takers = [
        *keepers_of(frame.trigger),
        *parties_in(phrases_of(args, "for"), goods),
        *to_items(frame.items, goods),
    ]
    paid = frame.key in words_of("grammar", "priced")
    behind = [w for s in frame.suppliers for w in clause(s).oblique("for") if _is_state(w)]
    others = [*(w for w in frame.takers if w.pos == "PROPN" and (paid or _is_state(w))), *behind]
    frame.recipients = others or frame.recipients  # "is paying for 40 howitzers FOR UKRAINE"
    replaced = args.objects if frame.key == "replace" and args.passive else ()
    frame.recipients = [c for o in replaced for c in o.children if c.dep == "poss"] or frame.recipients
    frame.items = [] if replaced and not frame.recipients else frame.items
    if some or (not frame.recipients and args.passive):  # "Peru's jets, SOME of them BOUGHT", "SAAB's jet was rejected"
        offered = frame.key in words_of("status", "spurned")
        frame.sources, frame.recipients = (owners, []) if offered else (frame.sources, owners)
    endow(frame, goods)
    frame.suppliers = chosen or frame.suppliers
    urge(frame, goods)
    frame.soft = bool(chosen) or frame.key in words_of("grammar", "soft")


def _is_state(name: Word) -> bool:
    """Whether a name is that of a state: "ordered tanks from Saab for UKRAINE", but "for the Polish NAVY"."""
    words = name.sentence.words
    return any(
        e.last == name.i and country_code(" ".join(w.text for w in words[e.first : e.last + 1]))
        for e in name.sentence.entities
    )


def _sold_by(frame: Frame, args: Clause, goods: Goods, owners: list[Word]) -> None:
    """Who supplies what a verb of getting tells of: behind "from", in its contract, the owner of the goods."""
    swapping = frame.key in words_of("payments", "swapping")
    partners = ("with",) if swapping or frame.key.startswith(("sign", "contract")) else ()
    own = [w for i in frame.items for w in clause(i.head).oblique("with")] if partners else []
    partners = ("on",) if frame.key in words_of("grammar", "relying") else partners
    lent = [p for w in args.oblique("on") if w.lemma == "loan" for p in clause(w).oblique("from")]
    frame.suppliers = (
        parties_in((*phrases_of(args, "from", *partners), *lent), goods)
        or from_items(frame.items, goods)
        or parties_in(phrases_of(args, "through", "via"), goods)
        or (parties_in(phrases_of(args, "in", "of"), goods) if frame.key in {"buy", "purchase"} else [])
        or partners_of(frame.trigger, goods)
        or parties_in((*own, *retirers_of(frame.items)), goods)
    )
    frame.suppliers = frame.suppliers or astray(frame.trigger, frame.items, goods, "from")
    frame.suppliers = frame.suppliers or below(frame.trigger, goods, "from")  # "bought by its ally Peru FROM CHAD"
    if frame.key in {"award", "pay"} and not frame.suppliers:
        frame.suppliers = parties_in((*args.recipients, *args.objects), goods)
    frame.sources = [] if frame.suppliers else parties_in(permitted(frame.trigger), goods)
    if not any(w.tag == "NNP" for w in (*frame.suppliers, *frame.sources)):
        signed = signatories(args, goods)
        frame.parties, frame.sources = (signed, []) if frame.recipients else ([], signed)
    if not args.passive:
        frame.sources += [c for c in owners if c.pos != "PRON"]  # "chose Saab's Gripen"


def _lease(frame: Frame, args: Clause, goods: Goods) -> None:
    licensed = frame.key in {"license", "licence"} and not args.oblique("from", "under")
    given = args.oblique("to") or to_items(items_in(args.objects, goods), goods)  # "leased [shells to Oman]"
    offered = frame.trigger.dep == "xcomp" and frame.trigger.head.lemma in words_of("verbs", "offer")
    before = [i.first.sentence.words[i.first.i - 1] for i in items_in(args.objects, goods)]
    named = any(w.tag in {"NNP", "PRP"} and w.dep in {"dobj", "nmod"} for w in before)  # "leased PERU | two frigates"
    lends = licensed or bool(args.recipients or ((given or offered or named) and not _is_got(frame, args, goods)))
    (_give if lends else _get)(frame, args, goods)


def _is_got(frame: Frame, args: Clause, goods: Goods) -> bool:
    """Whether who leases receives: "leased from Oslo for the navy", "a deal with Oslo for leasing"."""
    return bool(args.oblique("from") or partners_of(frame.trigger, goods))


def _back(frame: Frame, args: Clause, goods: Goods) -> None:
    if not args.passive:  # "backs the rebels with arms", but "supported the troops with artillery"
        items = items_in(args.oblique("with"), goods)
        passing = any(i.use == "generic" or i.designation or i.head.lemma in words_of("backing") for i in items)
        frame.items = items if passing else []
        frame.suppliers, frame.recipients = parties_in(args.subjects, goods), parties_in(args.objects, goods)
        return
    doers = _doers(frame.trigger, args, [], goods)
    frame.items = items_in((*args.subjects, *doers, *args.oblique("by", "with")), goods)
    frame.recipients = parties_in(args.objects, goods)
    frame.sources = [c for item in frame.items for c in item.head.children if c.dep == "poss"]


VERBS = {
    "give": _give,
    "send": _send,
    "arm": _give,
    "withhold": _withhold,
    "get": _get,
    "order": _get,
    "lease": _lease,
    "come": read_coming,
    "make": read_making,
    "ask": read_asking,
    "offer": _give,
    "allow": read_allowing,
    "back": _back,
    "thank": read_thanking,
}
