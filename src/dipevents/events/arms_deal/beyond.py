"""Sides and goods that stand outside the clause of a verb, or that the parse hangs elsewhere.

Peru flies jets bought from Italy                    who has what was bought
offered the army jets                                a part of what the parse takes for equipment
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.arms_deal.frame import PREMODIFIERS, REACH, holders, is_in, is_named, items_in
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.mentions.gazetteer import country_code
from dipevents.reading.clauses import clause, fillers, is_negated, is_passive, with_conjuncts
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.events.arms_deal.frame import Frame, Goods
    from dipevents.mentions.equipment import Equipment
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = [
    "accused",
    "asked_of",
    "before_others",
    "blamed",
    "faced",
    "for_occasion",
    "given_to",
    "hung_on",
    "is_blamed",
    "is_given",
    "is_put",
    "is_unwanted",
    "let_have",
    "only_moves",
    "only_told",
    "opened_by",
    "owed",
    "owners_of",
    "permitted",
    "renewing",
    "said_of",
    "second_objects",
    "shared",
    "signer",
    "split_dative",
    "told_by",
    "told_by_receiver",
]


def blamed(verb: Word) -> list[Word]:
    """Whom a court or a foe holds to have done it, or keeps from it: "convicted two dealers of selling"."""
    top = verb
    while top.dep in {"xcomp", "conj"} and top.head.is_verb and top.head is not top:
        top = top.head
    if top.dep == "pcomp" and top.head.lower in {"of", "for", "with", "from", "over"}:
        above = top.head.head
        if laid := _penalties(above):  # "imposed sanctions on TWO FIRMS for selling"
            on = [p for w in (above, *laid) for p in clause(w).oblique("on", "against")]
            return [above] if above.dep == "pobj" else on[:1]
    else:  # "accused Chad of training and ARMING rebels": the parse coordinates arming and accused
        above = verb.head
        nouns = (above, *(c for c in above.children if c.dep == "dobj" and c.i < verb.i))
        between = [c for w in nouns for c in w.children if w.i < c.i < verb.i and c.dep == "prep" and c.lower == "of"]
        if verb.dep != "conj" or not between:
            return []
    if not above.is_verb:
        return []
    stands = above.dep in {"acomp", "xcomp", "oprd", "advcl"}  # "stands accused of supplying"
    return list(clause(above).objects) or (list(clause(above.head).subjects) if stands else [])


def _penalties(above: Word) -> list[Word]:
    """What is laid on somebody by a verb, or beside the word on which it is laid: "imposed SANCTIONS on"."""
    verb = above.head.head if above.dep == "pobj" and above.head.lower in {"on", "against"} else above
    return [w for w in (verb, *verb.children) if w.is_noun and w.lemma in words_of("grammar", "penalties")]


def is_blamed(frame: Frame) -> bool:
    """Whether somebody is blamed for sending: "accused Ankara of SENDING frigates"."""
    of = frame.trigger.head
    gerund = frame.trigger.dep == "pcomp" and of.lower in {"of", "for"}
    return gerund and of.head.lemma in words_of("grammar", "accusing")


def accused(verb: Word) -> list[Word]:
    """Whom a verb of blame or of hindrance has as its object, though its subject looks like who does it."""
    first = verb
    while first.dep == "conj" and first.head.tag == verb.tag == "VBG":
        first = first.head
    beside = first.dep == "conj" and first.tag == "VBG"
    laid = first.dep == "pcomp" and any(_penalties(w) for w in [w for w in verb.ancestors() if w.is_verb][:1])
    hindered = verb.dep == "pcomp" and verb.head.lower in {"from", "over"}  # "warned Oslo OVER arming Chad"
    return blamed(first) if beside or hindered or laid else []


def shared(verb: Word) -> list[Word]:
    """The object that a verb shares with the one coordinated right behind it: "is arming and training REBELS"."""
    words = verb.sentence.words
    if verb.i + 2 >= len(words) or words[verb.i + 1].dep not in {"cc", "punct"}:
        return []
    return [o for c in verb.children if c.dep == "conj" and c.is_verb and c.i <= verb.i + 4 for o in clause(c).objects]


def is_put(verb: Word) -> bool:
    """Whether a clause is what a reporter wants to know: "Asked WHETHER Oslo would sell guns, he said"."""
    asked = verb.dep == "ccomp" and verb.head.lemma == "ask" and verb.head.tag == "VBN" and verb.head.dep == "advcl"
    return asked and any(c.lower in {"if", "whether"} for c in verb.children)


def is_unwanted(verb: Word) -> bool:
    """Whether a relative clause tells that its subject has no more need: "frigates that Oslo NO LONGER WANTED"."""
    no_longer = any(c.lower == "longer" and any(d.lower == "no" for d in c.children) for c in verb.children)
    return verb.dep == "relcl" and verb.lemma in {"want", "need", "require"} and (no_longer or is_negated(verb))


def given_to(gift: Word) -> list[Word]:
    """For whom a gift is, wherever the parse hangs it: "announced a round of GIFTS from their stocks TO CHAD"."""
    preps = [w for w in gift.sentence.words[gift.i + 1 : gift.i + REACH] if w.lower in {"to", "for"} and w.dep != "aux"]
    return fillers(w for w in preps if w.dep in {"prep", "dative"})[:1]


def said_of(verb: Word, goods: Goods) -> list[Word]:
    """The equipment before a clause of saying that has no other object: "rockets that Oslo SAID Peru was SENDING"."""
    saying = verb.head
    if verb.dep != "ccomp" or saying.dep not in {"relcl", "parataxis"} or is_passive(verb):
        return []
    if saying.dep == "relcl":
        return [saying.head] if items_in([saying.head], goods) else []
    first = min([saying.i, *(c.i for c in saying.children)])
    return [item.head for item in goods.items if item.carrier is None and item.last.i + 1 == first]


def signer(verb: Word) -> list[Word]:
    """Who signs or has the paper whose purpose an infinitive tells: "signed a letter of intent TO BUY jets"."""
    noun = verb.head
    if verb.dep == "xcomp" and noun.dep == "dobj":
        return list(clause(noun.head).subjects)  # "shelved PLANS to buy jets"
    if verb.dep not in {"acl", "relcl"} or noun.dep != "pobj" or noun.head.lower != "of":
        return []
    paper = noun.head.head
    return list(clause(paper.head).subjects) if paper.dep == "dobj" and paper.head.is_verb else []


def faced(verb: Word) -> Word | None:
    """The attempt of somebody else that an infinitive tells: "Oslo foiled ATTEMPTS to smuggle rifles"."""
    noun = verb.head
    if verb.dep not in {"acl", "relcl"} or noun.dep not in {"dobj", "nsubjpass"}:
        return None
    return noun if is_to(verb) and noun.head.lemma in words_of("grammar", "facing") else None


def is_given(verb: Word) -> bool:
    """Whether a passive verb leaves its equipment to be found: "was handed, without fuss, six howitzers"."""
    return is_passive(verb) and not second_objects(verb)


def for_occasion(frame: Frame) -> bool:
    """Whether goods are only away for a time: "sent tanks to Chad FOR AN EXERCISE", "jets to TAKE PART in it"."""
    if frame.kind not in {"come", "send"} and frame.key not in {"ship", "lend", "loan"}:
        return False
    heads = (frame.trigger, *(item.head for item in frame.items))
    if any(w.lemma in words_of("grammar", "occasions") for h in heads for w in clause(h).oblique("for")):
        return True
    aims = [c for h in heads for c in h.children if c.tag == "VB" and c.dep in {"advcl", "acl", "xcomp"}]
    aims += [c for a in aims for c in a.children if c.lemma == "part" and a.lemma == "take"]
    return any(c.lemma in {"participate", "train", "part"} for c in aims)


def only_moves(frame: Frame) -> bool:
    """Whether a verb tells who handles goods that a pronoun means, and not to whom they go."""
    return frame.guessed and frame.key in words_of("moved") and not (frame.recipients or frame.takers)


def only_told(frame: Frame) -> bool:
    """Whether what passes is word of arms: "provided Chad WITH INFORMATION on tanks", "gave Chad A LIST of tanks"."""
    args = clause(frame.trigger)
    passing = frame.kind in {"give", "send", "get"} and frame.trigger.is_verb
    passed = (*args.objects, *args.oblique("with")) if passing else ()
    told = any(w.lemma in words_of("words") for w in passed)
    return told and not any(item.head in passed for item in frame.items)


def owed(verb: Word, args: Clause, kind: str, goods: Goods) -> list[Equipment]:
    """The equipment that a relative clause is about where it has two objects.

    "the helicopters it was given", "missiles which Britain has given him".
    """
    items = items_in([verb.head], goods) if verb.dep == "relcl" and kind in {"give", "send", "offer", "lease"} else []
    receivers = list(args.objects)
    doers = receivers if args.passive else args.subjects
    if not items or not doers or verb.head in {*doers, *receivers} or not receivers:
        return []
    taking = words_of("groups", "forces", "bodies", "buyers")
    able = all(w.tag in {"PRP", "NNP", "NNPS"} or w.lemma in taking for w in receivers)  # "gave the POLICE"
    below = any(w.dep in {"pobj", "poss"} and w.lower in {"which", "whose", "whom"} for w in verb.subtree())
    return items if able and not below else []


def second_objects(verb: Word) -> list[Word]:
    """What a passive leaves in place: "was given 120 cars"; "sold IT 24 JETS"; the clause of "let Iran have tanks"."""
    found = [c for c in verb.children if c.dep in {"dobj", "oprd", "attr"}] if is_passive(verb) else []
    if not found and any(c.dep == "dobj" and c.tag == "PRP" for c in verb.children):
        found = [c for c in verb.children if c.dep == "npadvmod" and c.i > verb.i]  # the parse takes jets for a measure
    if verb.lemma == "let":
        found += [
            o for c in verb.children if c.dep in {"ccomp", "xcomp"} and c.lemma == "have" for o in clause(c).objects
        ]
    return list(with_conjuncts(found))


def permitted(verb: Word) -> list[Word]:
    """Who lets somebody get things: "WASHINGTON will let Athens buy"."""
    let = verb.head if verb.dep in {"ccomp", "xcomp"} and verb.head.lemma in words_of("grammar", "permit") else None
    return list(clause(let).subjects) if let is not None else []


def asked_of(verb: Word) -> list[Word]:
    """Who answers a request to give things to somebody else: "OSLO refused a Danish request to send tanks to Chad"."""
    top = verb.head if verb.dep == "xcomp" and is_in(verb.head, "enders") else verb  # "resisted calls to STOP selling"
    noun = top.head
    if top.dep in {"acl", "relcl"} and noun.dep == "dobj" and noun.lemma in words_of("grammar", "permits"):
        held = noun.head.lemma in words_of("verbs", "ask", "get")
        return list(clause(noun.head).subjects) if held else []  # "CHAD has sought Swedish permission to sell"
    own = noun.dep == "dobj" and any(c.dep == "poss" and c.pos == "PRON" for c in noun.children)
    if own and top.dep in {"acl", "relcl"} and noun.head.dep == "xcomp":
        return list(clause(noun.head).subjects)  # "urged OSLO to drop its plan to sell guns"
    wished = top.dep in {"acl", "relcl"} and noun.lemma in words_of("grammar", "wishing") | {"call", "pressure"}
    if not wished or noun.dep not in {"dobj", "nsubjpass"} or verb.lemma in words_of("onward"):
        return []
    answering = words_of("grammar", "answering") | {"face", "defy", "resist", "heed"}
    return list(clause(noun.head).subjects) if noun.head.lemma in answering else []


def told_by_receiver(verb: Word) -> list[Word]:
    """Who speaks of what he got, or did not: "CHAD thanked Oslo for supplying jets", "complained that it had not"."""
    top = verb.head if verb.dep == "xcomp" else verb  # "accused Oslo of FAILING to deliver"
    lacking = is_negated(verb) or (top is not verb and top.lemma == "fail")
    above = top.head.head if top.dep == "pcomp" else top.head
    if top.dep not in {"pcomp", "ccomp"} or not above.is_verb:
        return []
    thanking = top.head.lower == "for" and above.lemma in words_of("verbs", "thank")
    blaming = lacking and above.lemma in words_of("grammar", "accusing", "complaining")
    return [w for w in clause(above).subjects if w.pos != "PRON"] if thanking or blaming else []


def let_have(verb: Word) -> list[Word]:
    """Who is let have something: "let IRAN have tanks"."""
    let = [c for c in verb.children if c.dep in {"ccomp", "xcomp"} and c.lemma == "have" and verb.lemma == "let"]
    return [s for c in let for s in clause(c).subjects]


def split_dative(frame: Frame) -> None:
    """Parts "offered the former government jets", which the parse takes for jets of the government."""
    if frame.recipients or not frame.items:
        return
    first, head = frame.items[0].first, frame.items[0].head
    words, top = first.sentence.words, holders(frame.items[:1])[-1]
    numbers = [c.i for c in top.children if c.dep == "nummod"]
    start = min([*numbers, first.i] if first.tag == "CD" else numbers, default=first.i)  # "CHILE | three Type 23 ships"
    name, double = words[max(start - 1, 0)], {frame.key, frame.trigger.lemma} & words_of("grammar", "double")
    official = {name.lower, name.lemma} & words_of("groups", "forces", "states")
    led = next((c for c in top.children if c.dep == "compound" and c.tag == "NNP" and c.i < top.i < first.i), None)
    if double and led is not None and country_code(led.text) is not None:
        frame.recipients = [led]  # "offered CHAD | dozens of tanks"
        return
    common = name.tag == "NN" and official and words[name.i - 1].dep == "det" and name.dep in {"compound", "nmod"}
    state = name.tag in {"NNP", "NNPS"} and (name.dep == "nmod" or country_code(name.text) is not None)
    if double and (common or state) and name.is_under(top):
        frame.recipients = [name]  # "send UKRAINE | six Leopard 2A4 tanks", "bring the JUNTA | 40 tons of rifles"
        return
    owned = frame.key in words_of("grammar", "double") and words[first.i - 1].tag == "POS"  # "Chad's army jets"
    if not first.i or not (owned or words[first.i - 1].dep == "det"):
        return
    bodies = words_of("groups", "forces", "states") - words_of("groups", "crews")
    bodies |= words_of("groups", "bodies")
    body = next(
        (w for w in words[first.i : min(first.i + 3, head.i)] if w.pos == "NOUN" and {w.lower, w.lemma} & bodies), None
    )
    if body is not None:
        frame.recipients = [body]
        frame.items[0] = replace(frame.items[0], first=words[body.i + 1])


def before_others(frame: Frame, phrases: tuple[Word, ...], args: Clause, goods: Goods) -> list[Word]:
    """Of phrases those that belong to the equipment: "sold guns TO CHAD and ferries to Peru"."""
    start = frame.items[0].head.i if frame.items else 0
    beside = (*args.objects, *frame.trigger.children)
    other = [w.i for w in beside if w.dep == "conj" and w.pos == "NOUN" and w.i > start and w not in goods]
    own = [w for w in phrases if not other or w.i < min(other)]
    return own or list(phrases)


def hung_on(parties: Iterable[Word]) -> list[Word]:
    """What is dealt about where the parse hangs it on the other side: "in talks with CHAD FOR six jets"."""
    return [w for p in parties for w in clause(p).oblique("for", "on", "over", "about")]


def told_by(trigger: Word) -> list[Word]:
    """Who of armed forces or their ministry tells of a deal: "the order went to Saab, the Chilean NAVY said"."""
    verb = next((w for w in (trigger, *trigger.ancestors()) if w.dep == "ccomp"), None)
    if verb is None or verb.head.lemma not in words_of("status", "announcing"):
        return []
    armed = words_of("groups", "forces") | {"defence", "defense"}
    return [w for w in clause(verb.head).subjects if any(u.lemma in armed for u in w.subtree() if u.i <= w.i)]


def opened_by(trigger: Word, goods: Goods) -> list[Equipment]:
    """The equipment before a relative clause that a preposition opens: "boats FOR WHICH it made a payment"."""
    top = next((w for w in (trigger, *trigger.ancestors()) if w.dep == "relcl"), None)
    words = trigger.sentence.words[top.head.i + 1 : trigger.i] if top is not None else []
    opening = any(w.lower == "which" and w.head.lower in {"for", "on", "about", "over"} for w in words[:4])
    return items_in([top.head], goods) if top is not None and opening and top.head in goods else []


def renewing(frame: Frame) -> list[Word]:
    """Whose arms the goods are to renew, or whom they are to help: "offered jets to replace PERU's", "to help PERU"."""
    above = dict.fromkeys((frame.trigger, frame.trigger.head, *holders(frame.items)))
    aims = [c for w in above for c in w.children if is_to(c)]
    found = [o for a in aims if a.lemma in words_of("grammar", "purposes") for o in clause(a).objects]
    lent = frame.kind in {"send", "come"} and all(i.category in {"Aircraft", "Ships"} for i in frame.items)
    helped = [w for a in aims if not lent and a.lemma in words_of("grammar", "helping") for w in _helped(a)]
    return [p for o in found for p in o.children if p.dep == "poss" and p.pos != "PRON"] or helped


def _helped(verb: Word) -> list[Word]:
    """Who is helped: "to help CHAD", "to help CHAD defend Lai", "to help CHAD's army to"."""
    below = [s for c in verb.children if c.dep in {"ccomp", "xcomp"} and c.tag == "VB" for s in clause(c).subjects]
    return [w for w in (*clause(verb).objects, *below) if w.pos != "PRON" and w is not verb.head]


def owners_of(noun: Word, args: Clause, goods: Goods) -> list[Word]:
    """Possessors, by-phrases and names before a noun, those that hang on its equipment ("US arms sales") included."""
    own = [w for p, w in args.obliques if p == "by"]
    own += with_conjuncts(c for c in noun.children if c.dep == "poss" or is_named(c) or _are_named_forces(c))
    if noun.dep == "dobj" and noun.head.is_verb and any(c.dep == "poss" and c.pos == "PRON" for c in noun.children):
        # "called on Peru to cancel ITS sales": who would cancel them
        asked = noun.head.dep in {"xcomp", "ccomp", "advcl", "acl"} and not is_passive(noun.head)
        bound = clause(noun.head).subjects if asked else ()
        own = [*bound, *(w for w in own if w.pos != "PRON")] if bound else own
    for item in goods.before(noun):
        inside = noun.sentence.words[item.first.i : item.head.i]
        own += with_conjuncts(w for w in inside if w.text[:1].isupper() and w not in goods)
        own += with_conjuncts(c for c in item.head.children if c.dep == "poss")
    return list(dict.fromkeys(own))


def _are_named_forces(word: Word) -> bool:
    """Whether forces before a noun have their state before them: "a PERUVIAN NAVY order", "PERU'S NAVY order"."""
    forces = word.dep in PREMODIFIERS and word.lemma in words_of("groups", "forces")
    return forces and any(is_named(c) or c.dep == "poss" for c in word.children)
