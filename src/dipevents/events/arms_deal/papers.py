"""Papers, talks and requests: who has them with whom, and what they say of the sides of a deal.

chose Saab to build two boats; awarded Saab a contract to     who chose, and whom
is discussing the sale of rifles with Chad                    the other side
froze licences for the export of rifles                       who licenses
gave the go-ahead for the sale                                who lets it happen
a request from Chad for rifles                                who asks
Oslo's suspension of exports                                  who takes a deal on or off
approved a possible sale                                      that it may go ahead
has an order from the navy for boats; put its name to it      who placed an order
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.aside import is_cause, surfaces
from dipevents.events.arms_deal.counts import counting
from dipevents.events.arms_deal.frame import is_in, parties_in, to_items
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.talks import talks_of
from dipevents.events.status import Phase, read_status
from dipevents.reading.clauses import clause, fillers, governor, is_negated, is_passive, with_conjuncts
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Frame, Goods
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = [
    "answers",
    "asking_from",
    "awarding",
    "dealt_with",
    "endow",
    "engaged",
    "is_object",
    "is_outside",
    "is_spurned",
    "lets_lapse",
    "licensing",
    "paper_before",
    "paper_of",
    "passed_by",
    "permit_of",
    "place_order",
    "refused_to",
    "ruled_by",
    "sharers_of",
    "signatories",
    "speaks_of_its_own",
    "struck_as",
    "subjects_of",
    "told_behind",
    "undertaking",
]

PAST = frozenset({"VBN", "VBD", "VBZ"})
"""Tags of verbs that tell what was done, a headline's present included."""


def engaged(verb: Word) -> tuple[list[Word], list[Word]]:
    """Whom somebody chose for what an infinitive tells, and who: "the NAVY chose SAAB to build two boats"."""
    noun = verb.head
    if noun.dep == "nsubj" and noun.head.lemma == "go" and noun.lemma in words_of("documents"):
        return list(clause(noun.head).oblique("to")), []  # "a contract to build two boats WENT TO Saab"
    above = noun.head if verb.dep in {"acl", "relcl"} and noun.dep in {"dobj", "nsubjpass"} else noun
    args = clause(above)
    papers = [o for o in args.objects if o.lemma in words_of("documents") or o is noun]
    if noun.dep == "pobj" and noun.head.lower == "over" and noun.head.head.is_verb:
        above, args = noun.head.head, clause(noun.head.head)  # "picked Saab OVER A RIVAL to build"
        noun = above
    awarded = bool(papers) and above.lemma in words_of("contract", "awarded")  # "awarded SAAB a contract to build"
    if above is verb or not (awarded or (above is noun and above.lemma in words_of("grammar", "engaging"))):
        return [], []
    if not is_to(verb) or is_passive(verb):
        return [], []  # "gave Chad tanks to be delivered in May"
    given = args.oblique("to") if awarded and args.passive else ()  # "a contract to build boats was awarded TO SAAB"
    chosen = args.recipients or given or args.objects
    return [o for o in chosen if o is not verb and o not in papers], list(args.subjects)


def refused_to(permit: Word, frame: Frame, goods: Goods) -> list[Word]:
    """Who is refused the licences for a deal: "refused CHAD a licence for rifles"."""
    if permit.lemma not in words_of("verbs", "withhold"):
        return []
    args = clause(permit)
    return [w for w in parties_in((*args.recipients, *args.objects), goods) if w is not frame.trigger]


def paper_of(noun: Word) -> Word:
    """The paper on a deal that its noun stands in: "signed a MEMORANDUM of understanding with Oslo on the sale of"."""
    paper = noun.head.head if noun.dep == "pobj" else noun
    if paper.is_verb and noun.dep == "pobj" and noun.head.lower in {"for", "on"}:
        paper = next((o for o in clause(paper).objects if o.lemma in words_of("documents")), paper)
    above = paper.head.head if paper.dep == "pobj" and paper.head.lower == "of" else paper
    return above if above.lemma in words_of("documents") else paper


def signatories(args: Clause, goods: Goods) -> list[Word]:
    """All sides of the paper on whose terms something passes: "OSLO signed a deal with LIMA UNDER WHICH it gets"."""
    seeing = args.trigger.head if args.trigger.dep == "ccomp" and args.trigger.head.lemma == "see" else None
    led = args.oblique("under", "in", "by") if seeing is None else (seeing.head, *clause(seeing).subjects)
    papers = [w for w in led if w.lemma in words_of("documents")]
    if any(w.lower == "which" and w.head.lower in {"under", "by"} for w in args.trigger.subtree()):
        above = (u for w in args.trigger.ancestors() for u in (w, w.head.head) if u.lemma in words_of("documents"))
        papers = papers or list(above)[:1]  # "signed a DEAL with Lima": the parse hangs the clause on Lima
    sides = [s for w in papers if is_object(w) and (v := governor(w)) is not None for s in clause(v).subjects]
    return parties_in((*sides, *(p for w in papers for p in clause(w).oblique("with", "between"))), goods)


def endow(frame: Frame, goods: Goods) -> bool:
    """Fills who is given what it takes: "offered CHAD A LOAN to buy", "got A LICENCE to build"; gives whether so."""
    noun = frame.trigger.head
    if noun.lemma not in words_of("grammar", "means") or not is_object(noun) or frame.trigger.tag != "VB":
        return False
    args = clause(noun.head)
    told = (*args.oblique("to"), *clause(noun).oblique("to"), *(args.objects if args.passive else ()))
    hung = [c for c in noun.children if c.tag == "NNP" and c.dep == "compound"]  # "gave CHAD permission to"
    given = [w for w in (*args.recipients, *told, *hung) if w is not noun]
    if given:
        frame.suppliers, frame.recipients = parties_in(args.subjects, goods), parties_in(given, goods)
    elif frame.kind == "make" and not args.passive:
        frame.suppliers = parties_in((*args.oblique("from"), *clause(noun).oblique("from")), goods)
        frame.recipients = parties_in(args.subjects, goods)
    return bool(given) or frame.kind == "make"


def dealt_with(frame: Frame, goods: Goods) -> None:
    """Fills the other side of what is dealt about: "is negotiating the sale of lorries WITH Chad"."""
    _defend(frame, goods)
    verb, noun = frame.beside, frame.trigger
    asked = verb is not None and noun.dep == "dobj" and verb.lemma in words_of("status", "coming_about")
    if verb is not None and asked and verb.tag == "VB" and is_in(verb.head, "pleading") and frame.kind == "give":
        frame.takers += clause(verb.head).subjects  # "ASKED Oslo to speed up deliveries of"
    over = noun.dep == "pobj" and noun.head.lower in {"on", "over", "about", "for"}
    if over and noun.head.head.lemma in words_of("documents"):  # "is holding TALKS with Chad on a sale"
        verb = governor(noun.head.head)
    if verb is None or not verb.is_verb or not (over or noun.dep == "dobj") or is_cause(noun):
        return  # "froze its contracts with Oslo OVER THE SALE of"
    talks = talks_of(verb)
    if verb.lemma not in words_of("discussed") and (not over or len(talks) < 2 or verb.lemma == "have"):
        return
    inner = (p for w in talks if not w.is_verb for p in clause(w).oblique("of"))  # "a memorandum of UNDERSTANDING with"
    nouns = (*talks, *inner, noun, *(i.head for i in frame.items))
    partners = list(dict.fromkeys(w for n in nouns for w in parties_in(clause(n).oblique("with"), goods)))
    ours = parties_in(clause(verb).subjects, goods)
    gives, known = frame.kind == "give", [w for w in frame.recipients if w not in ours and w not in partners]
    if known and not over:  # "discussed the supply of tanks TO PERU with Oslo", "PERU's purchase of tanks with Oslo"
        frame.suppliers, frame.deciding = frame.suppliers or (ours if gives else []), gives and not frame.suppliers
    elif len(partners) == 1 and ours and not (frame.suppliers and frame.recipients):
        frame.suppliers, frame.recipients = (ours, partners) if gives else (partners, ours)
        frame.parties = []
        if gives and over:  # "Chad is in talks with Paris on the sale": who of them sells, the grammar leaves open
            papers = any(w.lemma in words_of("grammar", "papers") for w in talks) and frame.key != "sale"
            frame.parties = [*partners, *ours] if papers else [*ours, *partners]
            frame.suppliers, frame.recipients = [], []


def licensing(noun: Word) -> Word | None:
    """The verb that grants or stops the licences for a deal: "FROZE licences for the export of"."""
    paper = counting(noun) if noun.dep != "pobj" or counting(noun) is not noun else noun.head.head
    if paper.is_verb:  # "lifted its VETO on the sale": the parse hangs the sale on the verb
        paper = next((c for c in paper.children if c.dep == "dobj"), paper)
    if paper.dep not in {"dobj", "nsubjpass"}:
        return None
    if paper is not noun and noun.lemma in words_of("grammar", "permits"):  # "suspended 30 of 350 licences"
        return paper.head if paper.head.lemma in words_of("grammar", "revoking") else None
    stop, veto = paper.lemma in words_of("nouns", "stop"), paper.lemma in words_of("grammar", "vetoes")
    lifted = (stop or veto) and is_in(paper.head, "lifted")
    if lifted or (stop and paper.head.lemma in words_of("echo", "imposing")):
        return paper.head  # "imposed a ban on the export of", "lifted its veto on the sale"
    if paper.lemma not in words_of("grammar", "permits"):
        return None
    return paper.head if lets_lapse(paper.head) or paper.head.lemma in words_of("grammar", "revoking") else None


def lets_lapse(verb: Word) -> bool:
    """Whether somebody lets a paper run out: "has LET LAPSE a licence", wherever the parse hangs the lapsing."""
    below = (w for c in verb.children for w in (c, *c.children)) if verb.lemma == "let" else ()
    return any(w.lemma in words_of("status", "lapsed") for w in below)


def _defend(frame: Frame, goods: Goods) -> None:
    """Adds who brushes aside what is said against their own deal: "PERU dismissed concerns over the purchase of"."""
    said = frame.trigger.head.head if frame.trigger.dep == "pobj" else frame.trigger
    if said is frame.trigger or not is_in(said, "complaints") or said.dep != "dobj" or not is_spurned(said):
        return
    doers = parties_in(clause(said.head).subjects, goods)
    if frame.kind == "get":
        frame.recipients = frame.recipients or doers
    elif not frame.parties:
        frame.suppliers = frame.suppliers or doers


def is_spurned(noun: Word) -> bool:
    """Whether the verb above a noun brushes it aside, by itself or with its particle."""
    verb = noun.head
    particles = (f"{verb.lemma} {c.lower}" for c in verb.children if c.dep in {"prt", "advmod"})
    return is_in(verb, "spurning") or any(p in words_of("status", "spurning") for p in particles)


def told_behind(noun: Word) -> list[Word]:
    """The verb of a which-clause at the end of a deal's phrase: "the purchase of jets from Oslo, WHICH foundered"."""
    nouns = [noun, *fillers(c for c in noun.children if c.dep == "prep")]
    nouns = nouns if noun.pos == "NOUN" else []
    clauses = [c for w in nouns for c in w.children if c.dep == "relcl"]
    return [v for v in clauses if any(c.lower == "which" and c.dep in {"nsubj", "nsubjpass"} for c in v.children)]


def permit_of(noun: Word) -> Word | None:
    """The verb that lets a deal happen: "GAVE the go-ahead for the sale", "GAVE the green light to the sale"."""
    if noun.dep != "pobj":
        return None
    above = noun.head.head
    given = [above] if above.is_noun else [o for o in above.children if o.dep in {"dobj", "nsubjpass"}]
    permits = [w for w in given if w.lemma in words_of("grammar", "permits") and w.dep in {"dobj", "nsubjpass"}]
    return permits[0].head if permits and permits[0].head.lemma in words_of("grammar", "permitting") else None


def asking_from(frame: Frame, goods: Goods) -> list[Word]:
    """Who asks, behind the "from" of the noun itself: "a request FROM CHAD for jets", but "a request for jets from"."""
    first = min((item.first.i for item in frame.items), default=len(frame.trigger.sentence.words))
    return parties_in((w for w in clause(frame.trigger).oblique("from") if w.i < first), goods)


def is_object(noun: Word) -> bool:
    """Whether a noun is what the verb above is done to; a particle takes it for its own: "called OFF the sale"."""
    return counting(noun).dep in {"dobj", "nsubjpass"} or (noun.dep == "pobj" and noun.head.tag == "RP")


def undertaking(noun: Word) -> list[Word]:
    """Who supplies by the verb above a phrase: "wrote to Chad WITH AN OFFER of", "was criticised FOR ARMS SALES"."""
    duty = noun.head.head if noun.dep == "pobj" else noun
    if duty.is_verb and noun.head.lower == "with" and noun.lemma in words_of("answers", "asked"):
        return list(clause(duty).subjects)  # "wrote to Chad WITH AN OFFER of"
    if duty.is_verb and is_in(duty, "ruling") and noun.head.lower in {"on", "for", "against"}:
        return list(clause(duty).subjects)  # "has yet to DECIDE ON the sale"
    if duty.is_verb and is_in(duty, "dissuading") and noun.head.lower == "against":
        return list(clause(duty).objects)  # "warned OSLO against arms sales to"
    if duty.is_verb and duty.lemma in words_of("grammar", "accusing") and noun.head.lower in {"for", "over", "of"}:
        return list(clause(duty).objects)  # "Oslo was criticised for arms sales to"
    return []


def sharers_of(imports: Word) -> list[Word]:
    """Whose share of imports is told: "China accounts for half of Chad's arms imports"."""
    word = imports
    for _ in range(4):
        if word.dep != "pobj":
            return []
        above = word.head.head
        if above.is_verb:
            return list(clause(above).subjects) if above.lemma == "account" else []
        word = above
    return []


def ruled_by(verb: Word) -> Word | None:
    """The verb with which a paper is given out that does something: "MADE a determination APPROVING the sale"."""
    paper = verb.head if verb.tag == "VBG" and verb.dep == "acl" else None
    return paper.head if paper is not None and paper.dep == "dobj" and paper.head.is_verb else None


def subjects_of(frame: Frame, goods: Goods) -> list[Word]:
    """Who does what the verb above a noun tells."""
    verb = (ruled_by(frame.beside) or frame.beside) if frame.beside is not None else None
    if verb is None or is_outside(verb) or (is_passive(verb) and (verb.lemma == "report" or surfaces(verb))):
        return []  # "the deal was REPORTED by a newspaper"
    return parties_in(clause(verb).subjects, goods)


def is_outside(verb: Word) -> bool:
    """Whether somebody judges, looks into or helps along what others deal: "CONDEMNED a sale", "BROKERED a deal"."""
    return verb.lemma in words_of("grammar", "judging", "outside")


def answers(*, wishing: bool) -> frozenset[str]:
    """Verbs whose subject would supply what a noun of getting tells of: "said no to a request", "granted a wish"."""
    found = words_of("grammar", "answering") | words_of("status", "blocked") | {"say"}
    return found | words_of("grammar", "considering") | words_of("status", "granted") if wishing else found


def speaks_of_its_own(frame: Frame, verb: str) -> bool:
    """Whether somebody makes or withdraws an offer, or owns to a delivery: "SUBMITTED an offer to Chad"."""
    own = frame.key == "offer" or verb in words_of("grammar", "owning_to")
    if not own and frame.beside is not None and verb in words_of("grammar", "weighing"):
        own = any(w.lemma in words_of("grammar", "houses") for w in clause(frame.beside).subjects)
    return is_object(frame.trigger) and own


def struck_as(noun: Word) -> list[Word]:
    """The verb behind a noun or its goods that tells who struck it: "a contract (for boats) AWARDED to Saab"."""
    if noun.lemma not in words_of("nouns", "both", "get") | {"offer"}:
        return []
    awarded = words_of("contract", "awarded")  # and "a contract that Peru SCRAPPED"
    striking = words_of("contract", "won", "made") | words_of("status", "dropped") | awarded
    goods = fillers(c for w in (noun, noun.head) for c in w.children if c.lower == "for" and c.i > noun.i)
    told = [c for w in (noun, *goods) for c in w.children if c.dep in {"acl", "relcl"} and c.lemma in striking]
    return [c for c in told if (c.head is noun or c.lemma in awarded) and c.head in clause(c).objects][:1]


def awarding(frame: Frame, deed: list[Word], goods: Goods) -> bool:
    """Fills the sides of "an order won by Saab from Peru", "a contract awarded to Saab"; gives whether it is such."""
    if not deed or frame.kind == "give" or frame.key in {"licence", "license"}:
        return False
    struck, won = clause(deed[0]), deed[0].lemma in words_of("contract", "won")
    given = struck.oblique("to") if deed[0].lemma in words_of("contract", "awarded") else ()
    if not (won or given):
        return False
    doers = parties_in(struck.subjects, goods)
    frame.suppliers = doers if won else parties_in(given, goods)
    customers = parties_in(struck.oblique("from", "with"), goods) if won else doers
    frame.recipients = customers or to_items(frame.items, goods)
    return True


def passed_by(frame: Frame) -> Word | None:
    """What says that a sale was approved, whatever else it says: "CLEARED a possible sale", "a sale CLEARED in May"."""
    noun = frame.trigger
    if not noun.is_noun or frame.kind == "stop":
        return None
    verbs = [c for c in noun.children if c.dep in {"acl", "relcl"} and c.tag == "VBN"]
    above = noun.head if noun.dep in {"dobj", "nsubjpass"} else noun
    verbs += [above] if above.tag in PAST else []
    passing = words_of("status", "passing")
    told = [v for v in verbs if v.lemma in passing and read_status(v).phase is Phase.HAPPENED]
    if above.lemma in passing and (ruled := ruled_by(above)) is not None:
        told += [above] if ruled.tag in PAST and read_status(ruled).phase is Phase.HAPPENED else []
    return next((v for v in told if not is_negated(v) and not is_to(v)), None)


def paper_before(verb: Word) -> Word | None:
    """The noun right before an infinitive, which the parse may hang on the verb above: "left the DEAL to buy"."""
    hung = verb.dep in {"advcl", "xcomp"}
    to = next((c for c in verb.children if c.lower == "to" and c.dep == "aux"), None) if hung else None
    return verb.sentence.words[to.i - 1] if to is not None and to.i and verb.sentence.words[to.i - 1].is_noun else None


def place_order(frame: Frame, goods: Goods) -> None:
    """Puts right who placed an order: "an order FROM THE NAVY FOR three boats", "PERU put its NAME to an order"."""
    noun, above = frame.trigger, frame.beside
    subjects = parties_in(clause(above).subjects, goods) if above is not None else []
    if above is not None and any(c.dep == "dobj" and c.lemma in words_of("contract", "hands") for c in above.children):
        frame.suppliers = [w for w in frame.suppliers if w not in subjects]
        frame.recipients = frame.recipients or subjects
        return
    placing = [c for c in noun.children if c.dep == "prep" and c.lower == "from"]
    customers = parties_in((p for c in placing for p in with_conjuncts(c.children)), goods)
    behind = (c for w in (noun, *customers, noun.head) for c in w.children if c.lower == "for")
    customers = customers if any(c.i > w.i for c in behind for w in placing) else []
    held = above is not None and noun.dep == "dobj" and above.lemma in words_of("contract", "held")
    if customers and held:
        frame.suppliers, frame.recipients = subjects, customers
    elif customers and not frame.recipients:
        frame.suppliers, frame.parties = [], customers
