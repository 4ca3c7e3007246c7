"""Where nouns put the sides and the equipment of a deal, by the grammar alone.

give   Russia's sale of tanks to Iran; arms shipments from Russia to the rebels; US arms sales
get    Iran's purchase of Russian tanks; won an order from Iran for tanks; placed an order with Rosoboronexport
both   a deal, contract or talks between two sides, whose direction is settled later: `parties`
stop   an arms embargo on Iran
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.aside import charged
from dipevents.events.arms_deal.beyond import owners_of
from dipevents.events.arms_deal.counts import counting
from dipevents.events.arms_deal.frame import (
    PREMODIFIERS,
    Frame,
    from_items,
    is_in,
    items_in,
    parties_in,
    to_items,
)
from dipevents.events.arms_deal.getting import OBJECTS, read_getting
from dipevents.events.arms_deal.idioms import is_beaten, is_walked_off_with
from dipevents.events.arms_deal.lexicon import is_phrasal, words_of
from dipevents.events.arms_deal.noun_goods import ABOUT, items_beside, items_of, readying
from dipevents.events.arms_deal.papers import (
    awarding,
    dealt_with,
    is_object,
    is_outside,
    licensing,
    paper_of,
    permit_of,
    refused_to,
    speaks_of_its_own,
    struck_as,
    subjects_of,
    undertaking,
)
from dipevents.events.arms_deal.payments import repaying
from dipevents.events.arms_deal.roles import by_role
from dipevents.events.arms_deal.strays import astray, pick, strayed
from dipevents.events.arms_deal.verbs import tells_transfer
from dipevents.reading.clauses import clause, governor, support_verb

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Goods
    from dipevents.reading.sentence import Word

__all__ = ["NOUNS", "is_letter_of", "read_noun"]

GOVERNED = frozenset({"dobj", "nsubjpass", "pobj", "nsubj", "attr", "oprd"})


def read_noun(frame: Frame, goods: Goods) -> None:
    """Fills the places of a frame whose trigger is a noun."""
    noun, args = frame.trigger, clause(frame.trigger)
    if frame.key == "help" and noun.dep == "pobj" and args.oblique("of"):
        return  # "won with the help of Russian jets"
    counted = counting(noun)
    above = governor(counted) if counted.dep in GOVERNED else None
    apart: tuple[tuple[str, Word], ...] = ()
    if above is not None and above.pos == "ADJ":
        apart, above = clause(above).obliques, above.head  # "are close to a deal"
    frame.beside = above if above is not None and above.is_verb else None
    obliques = list(args.obliques)
    told_of = noun.dep == "nsubj" and frame.beside is not None and frame.beside.lemma == "be"  # "the order is for"
    obliques += [pair for pair in apart if pair[1].i > noun.i]
    if frame.beside is not None and (is_object(noun) or told_of or apart):
        obliques += [pair for pair in clause(frame.beside).obliques if pair not in obliques and pair[1].i > noun.i]
    deed = struck_as(noun)
    obliques += [pair for c in deed for pair in clause(c).obliques if pair not in obliques]
    frame.items = items_of(frame, goods) or items_beside(frame, obliques, goods)
    owners = _owning(frame, deed, goods)
    owners, served = by_role(frame, owners, goods) if frame.key in words_of("nouns", "roles") else (owners, [])
    _rank(frame, goods)
    told = [c for c in noun.children if c.dep in {"acl", "relcl"} and c not in deed and tells_transfer(c)]
    offered = frame.key == "offer" and any(clause(c).recipients or clause(c).oblique("to") for c in told)
    passing = words_of("nouns", "give") | words_of("grammar", "buying")
    if frame.key == "letter" and not deed and not (frame.beside is not None and is_in(frame.beside, "struck")):
        frame.items = []  # "sent Lima a letter of request"
    about = (w for p, w in obliques if p in ABOUT and not is_letter_of(w))
    if frame.kind == "both" and any(w.lemma in passing and _is_deed(w, goods) for w in about):
        frame.items = []  # "talks on a sale of": the other noun tells the deal
        return
    if told and (frame.kind in {"both", "get"} or offered):
        frame.items = []  # "a contract to supply …": the verb tells the deal
        return
    if awarding(frame, deed, goods):
        return
    if frame.kind in {"both", "get"} and _went_to(frame, owners, list(args.obliques), goods):
        return
    if not (_is_leased(frame, owners, obliques, goods) or _is_mended(frame, obliques, goods)):
        NOUNS[frame.kind](frame, owners, obliques, goods)
    if frame.kind == "give":
        frame.suppliers = frame.suppliers or parties_in(undertaking(noun), goods)
        frame.recipients = frame.recipients or served
    else:
        frame.suppliers = frame.suppliers or served
    if frame.kind in {"give", "get"} and len(frame.parties) < 2:
        dealt_with(frame, goods)
    _from_document(frame, goods)


def _owning(frame: Frame, deed: list[Word], goods: Goods) -> list[Word]:
    """Whose deed a noun tells: its possessors, by-phrases and names before it, and who struck a paper."""
    noun = frame.trigger
    told = owners_of(noun, clause(noun), goods) or [w for c in deed for w in clause(c).subjects]
    owners = parties_in(told, goods)
    if not owners and frame.kind != "give":
        owners = strayed(frame, goods, "by")  # "the purchase of jets BY OSLO", hung on the jets
    if (held := charged(noun)) and all(w.pos == "PRON" for w in owners):
        return held  # "froze its aid to Chad over ITS sale of"
    return owners


def _rank(frame: Frame, goods: Goods) -> None:
    """Lets a noun that only ranks a deal lend its sides to it: "sold Chad SIX JETS, its biggest arms sale since"."""
    noun = frame.trigger
    counted = any(i.quantity is not None or i.designation is not None for i in frame.items)
    general = not counted and all(i.head.lower in words_of("general") for i in frame.items)
    ranked = any(c.tag == "JJS" or c.lower in words_of("grammar", "ranks") for c in noun.children)
    beside = noun.dep in {"appos", "attr"} or (noun.dep == "pobj" and noun.head.lower in {"in", "of", "as"})
    before = [i for i in goods.items if i.last.i < noun.i and (i.quantity or i.designation)]
    if frame.items and general and ranked and beside and before:
        frame.items, frame.lends = before[-1:], True


def _is_deed(noun: Word, goods: Goods) -> bool:
    """Whether a noun tells what is done with goods, and names none itself: "the SUPPLY of tanks", but "supplies"."""
    return noun not in goods or bool(items_in(clause(noun).oblique("of"), goods))


def is_letter_of(offer: Word) -> bool:
    """Whether a noun only says what kind of paper is signed: "signed a letter of OFFER and acceptance"."""
    paper = offer.head.head if offer.dep == "pobj" and offer.head.lower == "of" else offer
    return offer.lemma.lower() == "offer" and paper.lemma.lower() == "letter" and is_in(paper.head, "struck")


def _went_to(frame: Frame, sided: list[Word], obliques: list[tuple[str, Word]], goods: Goods) -> bool:
    """Fills "the contract for Peru's new fighters WENT to Saab", "REPAID Oslo for"; gives whether it says so."""
    if (paying := repaying(frame.trigger)) is not None:
        args = clause(paying)
        frame.recipients = sided or parties_in(args.subjects, goods)
        frame.suppliers = parties_in((*args.recipients, *args.objects, *args.oblique("to")), goods)
        return True
    if frame.beside is None or frame.beside.lemma != "go" or frame.trigger.dep != "nsubj":
        return False
    frame.suppliers = parties_in(clause(frame.beside).oblique("to"), goods)
    if not frame.suppliers:
        return False
    owners = [c for item in frame.items for c in item.head.children if c.dep == "poss"]
    frame.recipients = sided or pick(obliques, goods, "from", "by") or owners or to_items(frame.items, goods)
    return True


def _from_document(frame: Frame, goods: Goods) -> None:
    """The sides of what the noun is about: "signed a protocol on the delivery of", "discussed arms sales with"."""
    noun = frame.trigger
    if frame.kind == "give" and not frame.suppliers and not frame.parties and frame.recipients:
        paper = noun.head.head if noun.dep == "pobj" else noun  # "signed a contract for the delivery of rifles to Chad"
        if paper.lemma in words_of("grammar", "papers") and paper.dep == "dobj" and not is_outside(paper.head):
            frame.suppliers = [w for w in clause(paper.head).subjects if w not in frame.recipients]
            frame.deciding = True
    if frame.has_side:
        return
    document = paper_of(noun)
    verb = governor(document) if document.dep in {"dobj", "nsubjpass", "pobj"} else None
    if noun.dep == "pobj" and document.lemma in words_of("documents"):
        args = clause(document)
        owners = parties_in(owners_of(document, args, goods), goods)
        inner = (document, *args.oblique("of"))  # "a memorandum of UNDERSTANDING with Oslo"
        partners = parties_in((p for w in inner for p in clause(w).oblique("with", "between")), goods)
        frame.parties = [*owners, *(w for w in partners if w not in owners)]
    elif noun.dep != "dobj" or verb is None or verb.lemma not in words_of("discussed"):
        return
    if verb is not None and verb.is_verb and len(frame.parties) < 2:
        args = clause(verb)
        sides = parties_in((*args.subjects, *args.oblique("with")), goods)
        frame.parties = [*(w for w in sides if w not in frame.parties), *frame.parties]


def _give(frame: Frame, owners: list[Word], obliques: list[tuple[str, Word]], goods: Goods) -> None:
    towards = ("to", "into", "for", "in") if frame.key == "arrival" else ("to", "into", "for")
    if frame.lends and frame.beside is not None:
        obliques = [*obliques, *clause(frame.beside).obliques]
    frame.suppliers = owners or pick(obliques, goods, "from")
    if not frame.suppliers and frame.key in words_of("grammar", "given"):  # "howitzers, a gift OF OSLO"
        frame.suppliers = [w for w in pick(obliques, goods, "of") if w.pos == "PROPN"]
    frame.sources = from_items(frame.items, goods)
    frame.sources += strayed(frame, goods, "by")  # "the delivery of rifles to Chad by Oslo"
    frame.recipients = pick(obliques, goods, *towards) or to_items(frame.items, goods)
    if not frame.suppliers and not frame.sources:  # "on offer to CHAD FROM OSLO": the parse hangs Oslo on Chad
        frame.sources = parties_in((s for w in frame.recipients for s in clause(w).oblique("from")), goods)
    frame.recipients = frame.recipients or strayed(frame, goods, "to", "into")
    landed = frame.beside if _arrives(frame) else None
    if landed is not None and not frame.recipients:  # "an arms cargo LANDED in Chad"
        frame.recipients = parties_in(clause(landed).oblique("in", "at", "into"), goods)
    if frame.key == "arrival":
        things = [i for i in frame.items if i.category not in {"Aircraft", "Ships"} or i.head.lemma == "drone"]
        frame.takers = parties_in((w for i in things for w in clause(i.head).oblique("in", "at")), goods)
    if not frame.recipients and frame.trigger.dep in {"attr", "appos"}:
        frame.takers = [c for item in frame.items for c in item.head.children if c.dep == "poss"]
    theirs = {w.lower for w in frame.recipients}  # "the IRAN arms sales to Iran"
    frame.suppliers = [w for w in frame.suppliers if not (w.dep in PREMODIFIERS and w.lower in theirs)]
    traded = owners and not frame.recipients and frame.key not in {"offer", "export", "reexport", "re-export"}
    if traded and all(w.dep in PREMODIFIERS for w in owners):
        frame.suppliers, frame.parties = [], owners  # "US arms sales", but "Taiwan arms sales"
    if not frame.suppliers and not frame.recipients:
        frame.parties = pick(obliques, goods, "between") or frame.parties
    if not frame.suppliers and not frame.sources and (ready := readying(frame.trigger)) is not None:
        frame.suppliers = parties_in(clause(ready).subjects, goods)
    stopping = licensing(frame.trigger) if not frame.suppliers else None
    if stopping is not None:
        frame.suppliers = parties_in(clause(stopping).subjects, goods)
        frame.recipients = frame.recipients or parties_in(clause(stopping).oblique("to"), goods)
    if frame.beside is not None:
        _give_by_verb(frame, frame.beside.lemma, obliques, goods)


def _arrives(frame: Frame) -> bool:
    """Whether what a noun tells comes in by itself: "an arms CARGO landed in Chad"."""
    return (
        frame.trigger.dep == "nsubj"
        and frame.beside is not None
        and frame.beside.lemma in words_of("grammar", "arriving")
    )


def _give_by_verb(frame: Frame, verb: str, obliques: list[tuple[str, Word]], goods: Goods) -> None:
    """The sides of a noun of giving that the verb above it tells."""
    noun, dep = frame.trigger, frame.trigger.dep
    weighed = words_of("grammar", "answering", "considering")
    notified = dep == "pobj" and verb in words_of("grammar", "notifying")
    won = verb in words_of("contract", "won") and frame.key in words_of("grammar", "promised")
    if dep == "dobj" and (won or verb in words_of("grammar", "taking")):
        frame.recipients = frame.recipients or parties_in(clause(noun.head).subjects, goods)
        givers = [w for w in frame.suppliers if w.pos != "PRON"]  # "received ITS first shipment of"
        frame.suppliers = givers or pick(obliques, goods, "from")
    elif not frame.suppliers and verb == "agree" and frame.recipients:
        frame.suppliers, frame.deciding = subjects_of(frame, goods), True  # "agreed to the transfer of guns TO CHAD"
    elif not frame.suppliers and verb in {"agree", "sign"}:
        frame.parties = [*subjects_of(frame, goods), *pick(obliques, goods, "with")]
    elif not frame.suppliers and (notified or permit_of(frame.trigger)):
        frame.suppliers, frame.deciding = subjects_of(frame, goods), True
    elif frame.key == "offer" and not frame.recipients and verb in weighed:
        frame.recipients = subjects_of(frame, goods)
    elif not (frame.suppliers or (frame.sources and verb in words_of("grammar", "owning_to"))) and (
        _subject_supplies(frame) or (frame.recipients and speaks_of_its_own(frame, verb))
    ):
        frame.suppliers = subjects_of(frame, goods)
        frame.deciding = verb not in words_of("grammar", "performing")
        if dep == "dobj" and not frame.recipients and frame.beside is not None:
            frame.recipients = parties_in(clause(frame.beside).recipients, goods)  # "made LIMA a gift of six jets"


def _subject_supplies(frame: Frame) -> bool:
    """Whether the subject of the governing verb supplies: "earns from sales", "made a delivery", "halted exports"."""
    if frame.beside is None:
        return False
    if frame.trigger.dep == "pobj" and not is_object(frame.trigger):
        through = is_phrasal(frame.beside, "struck")  # "WAVED THROUGH the export of"
        return through or frame.beside.lemma in words_of("grammar", "earn", "going")
    named = frame.beside.lemma == "call" and all(c.lower != "off" for c in frame.beside.children)
    handled = frame.beside is support_verb(frame.trigger) or frame.beside.lemma in words_of("status", "blocked")
    handled = handled and not named  # "officials CALLED it the biggest arms sale ever"
    handled = handled or is_phrasal(frame.beside, "shutting")  # "turned off the flow of"
    stopped = (w for s in clause(frame.beside).subjects for w in (s, *s.children))  # "CUSTOMS officials stopped"
    handled = handled and not any(is_in(w, "wardens") for w in stopped)
    return is_object(frame.trigger) and handled


def _both(frame: Frame, owners: list[Word], obliques: list[tuple[str, Word]], goods: Goods) -> None:
    others = pick(obliques, goods, "with", "between", "among")
    behind_goods = (w for item in frame.items for w in clause(item.head).oblique("with", "between") if w not in others)
    others += parties_in(behind_goods, goods)
    if len(others) > 1 and all(p == "between" for p, w in obliques if w in others):
        frame.parties = others  # "Norway fears a deal BETWEEN CHAD AND PERU"
        return
    frame.recipients = pick(obliques, goods, "to") or (pick(obliques, goods, "for") if frame.key == "package" else [])
    signed = frame.beside is not None and frame.trigger.dep == "nsubjpass" and not clause(frame.beside).subjects
    if not frame.recipients and (signed or not others):  # "a contract for jets FOR CHAD was signed with"
        frame.recipients = to_items(frame.items, goods)  # "export licences for arms to the Emirates"
    frame.suppliers = pick(obliques, goods, "from") or from_items(frame.items, goods)
    subjects: list[Word] = []
    if frame.beside is not None and frame.trigger.dep in {*OBJECTS, "pobj"}:
        subjects = subjects_of(frame, goods)
        permit = licensing(frame.trigger) if not others else None
        if permit is not None and not frame.recipients:  # "revoked licences for rifles for Chad"
            hung = pick(obliques, goods, "for") or astray(permit, frame.items, goods, "for")
            frame.recipients = refused_to(permit, frame, goods) or hung
        issued = permit is not None and not clause(frame.beside).passive
        if permit is not None and (frame.recipients or issued):
            frame.suppliers = subjects  # "granted an export licence for rifles to Chad"
            return
        giving = words_of("grammar", "double") if frame.key in words_of("grammar", "given") else frozenset()
        allowing = frame.beside.lemma in words_of("verbs", "allow") | giving
        allowing = allowing and frame.key != "lease"  # "parliament approved the LEASE of six jets": it is to get them
        if allowing and frame.trigger.dep in OBJECTS and not others:
            frame.suppliers = subjects  # "the package was cleared by Rome for Peru", "promised Peru a package"
            theirs = parties_in(clause(frame.beside).recipients, goods)
            frame.recipients = frame.recipients or owners or theirs or pick(obliques, goods, "for")
            return
        bidding = frame.beside.lemma in words_of("contract", "bidding")
        taken = is_walked_off_with(frame.trigger)
        if bidding or taken or frame.beside.lemma in words_of("contract", "won"):
            won = bidding or taken or frame.trigger.dep == "dobj" or is_beaten(frame)
            frame.suppliers = subjects if won else []
            owners = [w for w in owners if w.pos != "PRON"]  # "Oslo fulfilled ITS contract with Chad"
            if frame.trigger.dep == "nsubjpass" and not (subjects or owners) and others:
                frame.parties = others  # "a contract WITH OSLO for jets was carried out"
                return
            theirs = to_items(frame.items, goods) or pick(obliques, goods, "for")  # "a contract for jets FOR PERU"
            frame.recipients = owners or pick(obliques, goods, "from", "with") or theirs
            beside = (*obliques, *(pair for i in frame.items for pair in clause(i.head).obliques)) if bidding else ()
            frame.takers = [w for w in pick([*beside], goods, "in") if w.pos == "PROPN"]  # "bids for boats IN CHAD"
            return
        if frame.beside.lemma in words_of("contract", "awarded"):
            args = clause(frame.beside)
            before = (o for o in args.objects if args.passive or o.i < frame.trigger.i)  # "awarded ITS YARD a contract"
            given = (*args.recipients, *pick(obliques, goods, "to"), *before)
            frame.suppliers = [w for w in parties_in(given, goods) if w is not frame.trigger]
            theirs = to_items(frame.items, goods)
            if not frame.suppliers and subjects and all(w.head.lower == "to" for w in theirs):
                frame.suppliers, theirs = theirs, []  # "awarded a contract for a frigate to Oslo"
            frame.recipients = owners or theirs or subjects or pick(obliques, goods, "from", "by", "for")
            if frame.key in {"licence", "license"}:  # who is given it may have the goods
                frame.suppliers, frame.recipients = frame.recipients, frame.suppliers
            return
    _set_sides(frame, owners, subjects, others)


def _is_leased(frame: Frame, owners: list[Word], obliques: list[tuple[str, Word]], goods: Goods) -> bool:
    """Whether a lease is told with who gets it, which fills the frame: "a lease of jets TO Chad", "a lease BY Chad"."""
    if frame.key != "lease":
        return False
    given = pick(obliques, goods, "to") or strayed(frame, goods, "to")
    if given:
        _give(frame, owners, obliques, goods)
    elif any(w.pos != "PRON" for w in owners):
        read_getting(frame, owners, obliques, goods)
    return bool(given or frame.recipients)


def _is_mended(frame: Frame, obliques: list[tuple[str, Word]], goods: Goods) -> bool:
    """Whether goods are mended for whose they are, which fills the frame: "the upgrade of PERU's tanks BY OSLO"."""
    mending = pick(obliques, goods, "by") if frame.key in words_of("mending") else []
    if mending:
        frame.suppliers = mending
        frame.recipients = [c for i in frame.items for c in i.head.children if c.dep == "poss"]
    return bool(mending)


def _arm(frame: Frame, owners: list[Word], obliques: list[tuple[str, Word]], goods: Goods) -> None:
    """Arming needs no equipment: "Guinea's arming of the rebels", "the arming of the rebels by Guinea"."""
    frame.items = items_in((w for p, w in obliques if p == "with"), goods)
    frame.recipients = pick(obliques, goods, "of")
    frame.suppliers = [w for w in owners if w.pos != "PRON"] or strayed(frame, goods, "by")


def _set_sides(frame: Frame, owners: list[Word], subjects: list[Word], others: list[Word]) -> None:
    """The sides of a deal by who has it, whose verb it stands beside, and whom it is with."""
    frame.lends = frame.trigger.dep == "oprd"  # "in what Warsaw called its biggest arms deal"
    if any(c.lemma == "export" and c.dep == "compound" for c in frame.trigger.children):
        frame.suppliers = frame.suppliers or owners or subjects
        frame.recipients = frame.recipients or others
    elif frame.suppliers and not frame.recipients:
        frame.recipients = owners or subjects
    elif frame.recipients and not frame.suppliers:
        frame.suppliers = owners or subjects or others
    else:
        sided = [*owners, *([] if owners and (others or owners[1:]) else subjects), *others]
        frame.parties = list(dict.fromkeys(w for w in sided if w is not frame.trigger))


def _stop(frame: Frame, owners: list[Word], obliques: list[tuple[str, Word]], goods: Goods) -> None:
    frame.suppliers = owners or subjects_of(frame, goods)
    frame.recipients = pick(obliques, goods, "on", "against", "to")
    frame.soft = True


NOUNS = {"arm": _arm, "give": _give, "get": read_getting, "both": _both, "stop": _stop}
