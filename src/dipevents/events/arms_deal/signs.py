"""Words that settle the status of a deal whatever its verb's tense says, the surest first.

put on hold, tore up, no longer; dismissed reports of   refused
called on Peru to sell; warned Peru against selling     asked: negotiating; asked not to: possible
sold no tanks                                           denied
any sale; a sale would anger Oslo                       possible
notified Congress of a possible sale                    agreed
approved a possible sale; a sale, cleared in May, would agreed
rifles bound for Chad were seized, are stuck in port    denied
plans include Chad buying; a contract to be signed      negotiating
the decision on arming the rebels; the act lets sell    possible
suspected of smuggling                                  possible
lifted an embargo, lifted a ban on the sale             possible
ended its arms sales; decided against selling           denied
is buying                                               agreed, "has been buying" is not
urged Washington to halt arms sales                     goes on
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from dipevents.events.arms_deal.answers import asked_for, demanded
from dipevents.events.arms_deal.aside import is_cause
from dipevents.events.arms_deal.frame import TENSED, holders, is_in
from dipevents.events.arms_deal.lexicon import is_phrasal, words_of
from dipevents.events.arms_deal.papers import lets_lapse, paper_before, passed_by, permit_of, told_behind
from dipevents.events.arms_deal.standing import standing
from dipevents.events.arms_deal.stops import annulled, stranded, taken
from dipevents.events.claims import disowned
from dipevents.events.status import Phase, Status, read_status
from dipevents.models.arms_deal import DealStatus
from dipevents.reading.clauses import clause, governor, is_negated
from dipevents.reading.grammar import is_apart, is_subjunctive, is_to, is_within, is_yet_to_be

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.arms_deal.frame import Frame
    from dipevents.reading.sentence import Word

__all__ = ["given_up", "governors", "handles", "read_sign"]

Sign: TypeAlias = "tuple[DealStatus, Status]"

DEPTH = 4
PASSING = frozenset({"give", "get", "order", "send"})
"""Kinds of frames by whose equipment "no" denies the deal."""
UNDOING = frozenset({"both", "order", "offer", "allow"})
"""Kinds of frames whose goods may still be given up."""
TAKEN = frozenset({"xcomp", "ccomp", "pcomp", "acl", "pobj", "dobj", "nsubjpass", "compound", "conj", "prep"})
"""Relations by which a word takes another as its content."""
OVER = frozenset({"dead", "off", "void"})
AIMS = frozenset({"on", "at", "for", "towards"})
"""Prepositions that lead to what is only aimed at."""
MODALS = frozenset({"would", "could", "might"})
OPEN = frozenset({Phase.HAPPENED, Phase.ONGOING, Phase.DENIED, Phase.POSSIBLE})


def read_sign(frame: Frame, found: Status, base: DealStatus, above: Sequence[Word]) -> Sign | None:
    """The status that a particular sign around a frame settles, or None where only tense and mood tell it."""
    return (
        standing(frame, found, base, above)
        or _refused(frame, above)
        or _lost(frame)
        or _supposed(frame, found)
        or _foreseen(frame, found, above)
        or _requested(frame, found)
        or _put_off(frame, found, base)
        or _noted(frame, found)
        or _stopped(frame, found, base)
        or _turned_down(frame, found, base)
    )


def _denied(*cue: Word) -> Sign:
    return DealStatus.DENIED, Status(Phase.DENIED, cue)


def _lost(frame: Frame) -> Sign | None:
    """An offer that another one beat: "the LOSING bidder, Saab, had offered", "Saab's jet was ELIMINATED"."""
    if frame.key == "bid" and frame.beside is not None and is_in(frame.beside, "sifting"):
        return None if is_negated(frame.beside) else _denied(frame.beside)
    if frame.kind != "offer" and frame.key not in words_of("status", "offers"):
        return None
    words = frame.trigger.sentence.words[: frame.trigger.i]
    beaten = (w for w in words if is_in(w, "losing") and (w.lemma != "lose" or w.dep in {"relcl", "amod"}))
    return next((_denied(w) for w in beaten), None)


def _refused(frame: Frame, above: Sequence[Word]) -> Sign | None:
    carrier = [w.head for w in (frame.trigger, *above) if w.dep in {"nsubj", "nsubjpass"}]
    carrier += told_behind(frame.trigger)
    words = (w for w in (frame.trigger, *carrier, *above) if not handles(w, frame))
    cue = next((w for w in words if _refuses(w)), None) or disowned(frame.trigger)
    paper = frame.trigger.head if frame.trigger.dep == "relcl" else paper_before(frame.trigger)
    if cue is None and paper is not None and paper.lemma in words_of("documents"):
        # "a deal under which … was cancelled", "withdrew from the deal to buy"
        ended = read_status(paper)
        cue = ended.cue[0] if ended.phase is Phase.DENIED and ended.cue and not _is_late(ended.cue[0]) else None
    lapsed = (w for w in carrier if is_in(w, "lapsed") and (w.lemma, frame.trigger.tag) != ("collapse", "NNS"))
    cue = cue or next((w for w in lapsed if not is_negated(w)), None)  # but "EXPORTS have collapsed"
    cue = cue or next((w for w in above if w.is_noun and is_in(w, "endings")), None)  # "Oslo's cancelation of"
    if cue is not None and is_in(cue, "resisting") and any(c.lower == "had" for c in cue.children):
        return DealStatus.POSSIBLE, Status(Phase.POSSIBLE, (cue,))  # "HAD long resisted it", and then gave way
    return _denied(cue) if cue is not None else None


def handles(word: Word, frame: Frame) -> bool:
    """Whether a word tells what is done to goods that somebody has: "SHOT DOWN a drone supplied by Oslo"."""
    verb = frame.trigger
    behind = verb.dep == "acl" and verb.tag == "VBN" and verb.head in holders(frame.items)
    passed = behind and frame.kind in {"give", "send", "get", "lease"} and not is_to(verb)
    return passed and word is not verb and is_phrasal(word, "handled")


def _supposed(frame: Frame, found: Status) -> Sign | None:
    """A deal that is only thought of: "ANY sale", "A sale of missiles WOULD anger Oslo", "selling it guns WOULD"."""
    noun = frame.trigger
    if noun.dep == "csubj" and (may := next((c for c in noun.head.children if c.lower in MODALS), None)) is not None:
        return DealStatus.POSSIBLE, Status(Phase.POSSIBLE, (may,))
    article = next((c for c in noun.children if c.dep == "det"), None)
    if article is None or found.phase in {Phase.DENIED, Phase.POSSIBLE} or not noun.is_noun:
        return None
    modal = next((c for c in noun.head.children if c.dep == "aux" and c.lower in MODALS), None)
    supposed = noun.dep in {"nsubj", "nsubjpass"} and article.lower in {"a", "an", "such"} and not _is_to_come(noun)
    supposed = supposed and modal is not None
    if article.lower != "any" and not supposed:
        return None
    return DealStatus.POSSIBLE, Status(Phase.POSSIBLE, (modal if supposed and modal else article,))


def _foreseen(frame: Frame, found: Status, above: Sequence[Word]) -> Sign | None:
    """A deal that a plan, a law or an open decision only makes room for."""
    if found.phase is Phase.DENIED or not above:
        return None
    first = above[0]
    if any(w.lemma in {"conspiracy", "conspire", "plot"} for w in above[:2]):
        return DealStatus.POSSIBLE, Status(Phase.POSSIBLE, (first,))  # "charged with conspiracy to sell"
    if frame.trigger.dep == "pcomp" and first.lemma in {"decision", "choice"} and frame.trigger.head.lower != "to":
        return DealStatus.POSSIBLE, Status(Phase.POSSIBLE, (first,))  # "the decision ON arming the rebels"
    if frame.trigger.dep == "pcomp" and first.is_noun and is_in(first, "guessed") and not is_negated(first):
        return DealStatus.POSSIBLE, Status(Phase.POSSIBLE, (first,))  # "the risk of being acquired by"
    subject = next((c for c in first.children if c.dep == "nsubj"), None)
    if subject is not None and frame.trigger.dep in {"xcomp", "ccomp"}:
        if subject.lemma in words_of("grammar", "laws") and first.lemma in words_of("grammar", "permit"):
            return DealStatus.POSSIBLE, Status(Phase.POSSIBLE, (first,))  # "the act lets Oslo sell"
        if is_in(subject, "sought") and first.lemma in words_of("grammar", "comprise"):
            return DealStatus.NEGOTIATING, Status(Phase.PLANNED, (subject,))  # "plans include Chad buying"
    signing = next((w for w in _papers(frame.trigger) if w.dep in {"nsubj", "nsubjpass"} and _is_to_come(w)), None)
    return (DealStatus.NEGOTIATING, Status(Phase.PLANNED, (signing.head,))) if signing is not None else None


def _papers(trigger: Word) -> list[Word]:
    """The deal's noun, and the paper that it stands in: "a CONTRACT for the DELIVERY of"."""
    paper = trigger.head.head if trigger.dep == "pobj" else trigger
    return [w for w in dict.fromkeys((trigger, paper)) if w.pos == "NOUN"]


def _is_to_come(paper: Word) -> bool:
    """Whether a paper is still to be signed: "will be signed", "is expected to be signed"."""
    verbs = [paper.head, *(c for c in paper.head.children if c.dep == "xcomp")]
    signed = next((v for v in verbs if v.lemma in words_of("discussed")), None)
    return signed is not None and read_status(signed).phase is Phase.PLANNED


def _requested(frame: Frame, found: Status) -> Sign | None:
    cue = asked_for(frame.trigger) or demanded(frame.trigger)
    if cue is None or found.phase not in OPEN:
        return None
    barred = found.phase is Phase.DENIED or frame.trigger.head.lower in {"against", "from"}
    return (DealStatus.POSSIBLE if barred else DealStatus.NEGOTIATING), Status(Phase.POSSIBLE, (cue,))


def _put_off(frame: Frame, found: Status, base: DealStatus) -> Sign | None:
    """A deal that is late is still a deal; one that was given up again is none: "ordered in 2018 and dropped"."""
    cue = found.cue[0] if found.cue and found.phase is Phase.DENIED else None
    if cue is not None and not is_negated(cue) and _is_late(cue):
        if frame.trigger.lemma in words_of("status", "unmade"):
            return DealStatus.NEGOTIATING, found  # "deferred the PURCHASE of 12 drones"
        return (DealStatus.AGREED if base is DealStatus.DELIVERED else base), found
    if _is_awaited(frame):
        return DealStatus.AGREED, found
    heads = (frame.trigger, *governors(frame.trigger))
    undone = next((verb for w in heads for verb in w.children if _drops(verb, frame)), None)
    undone = undone or given_up(frame) or _withdrawn(frame)
    return _denied(undone) if undone is not None else None


def _is_awaited(frame: Frame) -> bool:
    """Whether goods are told to be still on their way: "has NOT YET received the jets", "has STILL NOT got them"."""
    verb = frame.trigger
    handed = frame.key == "get" or frame.kind == "come" or frame.key in words_of("status", "delivered")
    if (
        verb.is_noun
        and verb.dep == "nsubj"
        and frame.kind == "give"
        and verb.head.lemma in words_of("status", "slipping")
    ):
        return True  # "delivery of the jets has SLIPPED"
    if verb.is_verb and (handed or frame.key in {"ship", "send"}) and is_negated(verb):
        later = [p for c in verb.children if c.lower in {"before", "until"} for p in c.children]
        if any(is_within(p, "DATE") for p in later):
            return True  # "will NOT ship the jets BEFORE 2026"
    so_far = is_yet_to_be(verb) or any(c.lower in {"still", "yet"} for c in verb.children)
    return verb.is_verb and (handed or frame.key in {"ship", "send"}) and so_far and is_negated(verb)


def _drops(verb: Word, frame: Frame) -> bool:
    """Whether a coordinated verb gives the goods up again: "ordered in 2018 and DROPPED"."""
    barred = is_in(verb, "stops") and any(c.lower == "but" for c in verb.head.children)  # "approved by one BUT STOPPED"
    over = barred or is_in(verb, "dropped") or _refuses(verb)
    if verb.dep != "conj" or not over or frame.kind not in PASSING | UNDOING or is_negated(verb):
        return False
    return verb.tag in {"VBD", "VBN"} and all(c.pos == "PRON" for c in verb.children if c.dep == "dobj")


def _withdrawn(frame: Frame) -> Word | None:
    """The verb by which goods are given up that a relative clause tells of: "CANCELLED the tanks it had promised"."""
    goods = frame.trigger.head if frame.trigger.dep in {"relcl", "acl"} else None
    nouns = holders(frame.items)
    if goods not in nouns or nouns[-1].dep not in {"dobj", "nsubjpass"}:  # "cancelled SIX of the tanks it had ordered"
        return None
    verb = nouns[-1].head
    return verb if _gives_up(verb) and frame.kind in {"offer", "order", "allow"} else None


def given_up(frame: Frame) -> Word | None:
    """The verb behind goods or their contract by which these were given up: "jets, WHICH it later CANCELLED"."""
    nouns = [frame.trigger, *(c for c in frame.trigger.children if c.dep == "appos"), *holders(frame.items)]
    able = [w for w in nouns if w.is_noun and frame.kind in UNDOING]
    told = [v for w in able for v in w.children if v.dep in {"relcl", "acl"} and v is not frame.trigger]
    return next((v for v in told if v.head in clause(v).objects and _gives_up(v)), None)


def _gives_up(verb: Word) -> bool:
    dropped = (is_in(verb, "dropped") or _refuses(verb)) and verb.lemma != "return"
    return dropped and verb.tag in {"VBD", "VBN", "VBZ"} and read_status(verb).phase is Phase.HAPPENED


def _is_late(cue: Word) -> bool:
    passive = any(c.dep in {"nsubjpass", "auxpass"} for c in cue.children)
    able = passive or cue.lemma != "hold"  # "is holding up a shipment": blocks it
    particles = (f"{cue.lemma} {c.lower}" for c in cue.children if able and c.dep in {"prt", "advmod"})
    return is_in(cue, "delayed") or any(p in words_of("status", "delayed") for p in particles)


def _noted(frame: Frame, found: Status) -> Sign | None:
    """Signs on the equipment and on an office that lays a sale before a parliament."""
    given = frame.kind in {"give", "send"} and bool(frame.recipients)  # "None has been granted to Chad"
    heads = holders(frame.items)
    none = given and any(w.lower == "none" for w in heads)
    counts = [c for w in heads for c in w.children if c.dep == "nummod"]  # "NOT ONE tank"
    noes = any(is_negated(w) for w in (*heads, *counts))  # "NO tanks", "NOT ONE of the tanks", "NOT a single tank"
    if (frame.kind in PASSING or frame.kind == "come") and (none or noes):
        return _denied()
    doers = frame.suppliers if frame.kind in {"give", "send", "offer"} else frame.recipients
    if frame.trigger.is_verb and any(c.dep == "det" and c.lower == "no" for w in doers for c in w.children):
        return _denied()  # "No state has sold tanks to Chad"
    permit = permit_of(frame.trigger)
    if permit is not None and found.phase is Phase.HAPPENED and permit.tag != "VB":
        return DealStatus.AGREED, Status(Phase.HAPPENED, (permit,))
    if frame.beside is not None and is_in(frame.beside, "notifying") and found.phase is Phase.POSSIBLE:
        return DealStatus.AGREED, Status(Phase.HAPPENED, (frame.beside,))
    if found.phase is not Phase.DENIED and (passed := passed_by(frame)) is not None:
        return DealStatus.AGREED, Status(Phase.HAPPENED, (passed,))
    ended = taken(frame) or stranded(frame) or annulled(frame)
    return _denied(ended) if ended is not None and not is_negated(ended) and not _onlydemanded(ended) else None


def _stopped(frame: Frame, found: Status, base: DealStatus) -> Sign | None:
    """Embargoes, and deals that are ended."""
    beside, stop = frame.beside, next(iter(governors(frame.trigger)), frame.trigger)
    barred = frame.trigger.is_noun and stop is not frame.trigger and stop.lemma in words_of("nouns", "stop") - {"ban"}
    if barred and not _onlydemanded(stop) and not (is_in(stop.head, "flouting") or is_negated(stop)):
        lifted = is_in(stop.head, "lifted")
        return (DealStatus.POSSIBLE if lifted else DealStatus.DENIED), Status(Phase.DENIED, (stop,))
    eased = frame.trigger.is_noun and stop.is_noun and stop.head.lemma in words_of("grammar", "easing")
    if eased and stop is not frame.trigger and stop.dep in {"dobj", "nsubjpass"} and found.phase is not Phase.DENIED:
        return DealStatus.POSSIBLE, Status(Phase.POSSIBLE, (stop.head,))  # "LIFTED requirements for arms deliveries"
    if frame.kind == "stop":
        lifted = beside is not None and is_in(beside, "lifted") and found.phase is not Phase.DENIED
        return (DealStatus.POSSIBLE if lifted else base), found
    if beside is not None and is_in(beside, "objecting") and found.phase is Phase.DENIED:
        return DealStatus.POSSIBLE, found  # "no longer OBJECTS to the sale"
    shut = beside is not None and is_phrasal(beside, "shutting")  # "TURNED OFF the flow of rifles"
    if beside is not None and shut and frame.trigger.dep in {"dobj", "nsubjpass"}:
        return (base, Status(Phase.HAPPENED)) if _onlydemanded(beside) else _denied(beside)
    if beside is not None and is_in(beside, "ended") and frame.trigger.dep in {"dobj", "nsubjpass"}:
        return None if _onlydemanded(beside) else _denied(beside)
    return None


def _turned_down(frame: Frame, found: Status, base: DealStatus) -> Sign | None:
    trigger, cue = frame.trigger, found.cue[0] if found.cue else None
    if trigger.head.lower == "against" and is_in(trigger.head.head, "deciding" if trigger.dep == "pcomp" else "ruling"):
        return _denied(trigger.head)
    aimed = trigger.dep == "pcomp" and trigger.head.lower in AIMS  # "is looking AT buying", "to buy"
    going_on = found.phase is Phase.ONGOING and trigger.tag == "VBG" and not aimed
    now = any(c.lower in {"is", "are"} for c in trigger.children) and any(i.quantity for i in frame.items)
    counted = now and frame.key in words_of("status", "presented")
    if going_on and (counted or frame.key in words_of("status", "bargained")):
        lasting = any(c.lower in {"been", "has", "have", "had"} for c in trigger.children if c.dep[:3] == "aux")
        return None if lasting else (DealStatus.AGREED, found)
    if cue is not None and cue.is_noun and cue.dep in {"dobj", "nsubjpass"} and found.phase is not Phase.DENIED:
        verb = cue.head
        if is_in(cue, "sought") and is_in(verb, "granted") and read_status(verb).phase is Phase.HAPPENED:
            return DealStatus.AGREED, Status(Phase.HAPPENED, (verb,))  # "approved plans to supply"
    if found.phase is not Phase.DENIED or cue is None:
        return None
    if cue.is_noun and _is_lifted(cue):
        return DealStatus.POSSIBLE, found
    if cue.pos in {"VERB", "NOUN"} and _onlydemanded(cue):
        if any(c.lower == "any" for c in trigger.children):
            return DealStatus.POSSIBLE, Status(Phase.POSSIBLE, (cue,))  # "would block ANY transfer unless"
        base = DealStatus.AGREED if trigger.tag == "NN" and frame.key == "delivery" else base  # not carried out yet
        plans = [w for w in governors(trigger)[:2] if w.is_noun and is_in(w, "sought")]  # "to abandon PLANS to sell"
        planned = any(w.is_under(cue) for w in plans)
        return DealStatus.NEGOTIATING if planned else base, Status(Phase.HAPPENED)
    return None


def _is_lifted(stop: Word) -> bool:
    verb = governor(stop)
    if verb is None or not is_in(verb, "lifted") or stop.dep not in {"dobj", "nsubjpass"}:
        return False
    return read_status(verb).phase is not Phase.DENIED


def _refuses(word: Word) -> bool:
    particles = (c.lower for c in word.children if c.dep in {"prt", "prep", "advmod"} and c.i > word.i)
    if not word.is_verb:
        return False
    below = [(c.lower, p) for c in word.children for p in c.children]
    if any((up == "longer" and p.lower == "no") or (up == "on" and p.lemma in {"ice", "hold"}) for up, p in below):
        return not is_in(word, "objecting")  # "no longer sells", "put the sale on hold"
    if word.lemma in {"put", "place"} and any(c.dep == "dobj" and c.lemma in {"hold", "stop"} for c in word.children):
        return True  # "put a hold on the sale"
    if lets_lapse(word):
        return True
    if word.lemma in words_of("status", "undone") and any(
        c.dep == "dobj" and c.lemma in words_of("status", "plans") for c in word.children
    ):
        return not _onlydemanded(word)  # "reversed a decision to sell"
    if word.lemma == "say" and any(c.lower in words_of("answers", "no") for c in word.children):
        return True  # "said no to a request for tanks"
    if word.lemma in words_of("status", "resisting"):
        return True  # "has resisted pressure to supply"
    if word.lemma == "be" and any(c.dep in {"acomp", "advmod"} and c.lower in OVER for c in word.children):
        return True
    refused = any(f"{word.lemma} {particle}" in words_of("status", "refused") for particle in particles)
    return refused and not _onlydemanded(word)


def _onlydemanded(cue: Word) -> bool:
    """Whether a stop is asked for, threatened or considered, not carried out: "urged Washington to halt arms sales"."""
    phase = read_status(cue).phase
    if {"to", "have"} <= {c.lower for c in cue.children if c.dep == "aux"}:
        return False  # "is reported TO HAVE refused"
    if phase in {Phase.POSSIBLE, Phase.NEGOTIATING} or (phase is Phase.DENIED and is_in(cue, "stops")):
        return True  # "failed to stop the sale"
    if is_in(cue, "hindering") and (phase is Phase.PLANNED or cue.dep == "advcl"):
        return True  # "will prevent the smuggling", "works to prevent it"
    asked = [c for c in cue.head.children if c.dep == "dobj"] if cue.dep == "advcl" and cue.tag == "VB" else []
    if any(is_in(c, "demand") for c in asked):
        return True  # "brushed aside CALLS from the bench to suspend sales"
    if cue.dep in {"acl", "relcl"} and cue.head.lemma in words_of("status", "chances"):
        return True  # "has thirty DAYS to block the sale"
    plain = cue.tag in {"VBN", "VBD"} and all(c.dep[:3] != "aux" for c in cue.children)
    bare = plain or cue.tag == "VB" or is_subjunctive(cue)
    if cue.dep in {"ccomp", "xcomp"} and bare and is_in(cue.head, "demand") and not is_negated(cue.head):
        return True  # "demanded that Washington cancel the sale", "wants the sale CANCELLED"
    called = paper_before(cue)
    if called is not None and is_in(called, "demand"):
        return True  # "faces calls TO STOP selling"
    if cue.dep == "pcomp" and cue.head.lower in AIMS and cue.head.head.is_verb:
        # "has long focused ON stopping the smuggling", but "criticised Oslo FOR blocking the sale"
        return cue.head.head.lemma not in words_of("grammar", "accusing")
    return any(is_in(above, "demand") and not is_negated(above) for above in governors(cue)[:2])


def governors(word: Word) -> list[Word]:
    """The words above a trigger as far as they take it as their content, the nearest first."""
    found: list[Word] = []
    current = word
    for _ in range(DEPTH):
        infinitive = is_to(current)
        if current.dep not in TAKEN and not (infinitive and current.dep in {"advcl", "relcl"}):
            break
        if (current.dep == "ccomp" and not infinitive) or is_apart(current) or is_cause(current):
            break
        above = governor(current)
        if above is None:
            break
        own = current.tag in TENSED or any(c.tag in TENSED and c.dep[:3] == "aux" for c in current.children)
        own = own or (current.tag == above.tag == "VBN" and read_status(above).phase is Phase.HAPPENED)
        if not (current.dep == "conj" and current.is_verb and above.is_verb and own):
            found.append(above)  # but no verb beside it: "dropped its plan and BOUGHT jets", "ordered and DELIVERED"
        current = above
    return found
