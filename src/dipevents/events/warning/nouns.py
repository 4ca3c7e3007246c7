"""Warnings that a noun names, with who voices it and whom it reaches.

UN demands that …, a warning from Oslo          its owner, modifier, by-phrase or source
Oslo issued a warning, voiced alarm at …        the subject of the verb that voices it
the trip drew warnings from Beijing             the cause; the source stands behind "from" or "among"
Oslo rejected demands, faces calls to …         the receiver is whom they reach
Oslo's worry is that …; its demands are …       what a noun is said to be
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.warning.acts import by_issuer
from dipevents.events.warning.business import is_of_buyers
from dipevents.events.warning.issuers import (
    actors_of,
    homes_of,
    is_known,
    reporters_above,
    speaker_of,
)
from dipevents.events.warning.lexicon import is_of, kinds, lexicon
from dipevents.events.warning.noun_acts import (
    TOPICS,
    behind_sources,
    behind_voice,
    clauses_of,
    has_bearer,
    is_act,
    lent_to,
    own_voice,
    said_to_be,
    secret_of,
    spoken_for,
    topics_of,
    urging,
)
from dipevents.events.warning.noun_issuers import is_received, issuers_of, owners_of, sources_of, wielders_of
from dipevents.events.warning.noun_states import find_state
from dipevents.events.warning.retracted import given_up, is_taken_back
from dipevents.events.warning.tasks import is_clause, is_infinitive, is_that
from dipevents.events.warning.triggers import Trigger
from dipevents.models.actor import ActorKind
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import clause, governor, is_passive
from dipevents.reading.grammar import is_to, own_subjects

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.attributions import Attribution
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["carrier_of", "find_nouns"]

_MENTIONED = frozenset({"about", "after", "following", "of", "on", "over", "to"})
"""Where a demand or caution is only mentioned: "qualms ABOUT Oslo's call", "rose ON demand from Japan"."""


def find_nouns(mentions: Mentions, noun: Word, attribution: Attribution | None) -> Iterator[Trigger]:
    """The trigger that a noun is, where it is one."""
    kind = kinds("nouns").get(noun.lemma)
    voiced = kinds("voiced").get(noun.lemma)
    if (kind is None and voiced is None) or noun.dep in {"compound", "amod"} or is_of_buyers(noun):
        return
    if _is_another(noun):
        return
    voice = _voice(noun)
    args = clause(noun)
    stated = find_state(mentions, noun, kind or voiced, attribution) or _named(mentions, noun, kind or voiced)
    if stated is not None:
        yield stated
        return
    named = voice is not None and (voice.lemma in _voicing() or _is_drawn(noun, voice))
    raised = noun.lemma == "objection" and voice is not None and voice.lemma == "raise"
    polite = noun.lemma == "regret" and voice is not None and voice.lemma == "send"  # "SENT his REGRETS": stays away
    if polite or (kind is None and not (named or raised)):
        return
    mentioned = noun.dep == "pobj" and noun.head.lower in _MENTIONED
    mentioned = mentioned and not (_yields_to(noun) or lent_to(noun) or given_up(noun))
    before = mentioned and noun.head.lower in {"after", "following", "to"} and bool(args.owners and clauses_of(args))
    beside = (c for c in noun.children if c.dep in {"amod", "compound", "poss"} and noun.head.lower == "on")
    before = before or (any(mentions.actors.at(c) for c in beside) and any(map(is_that, clauses_of(args))))
    only = mentioned and kind in {WarningKind.DEMAND, WarningKind.CAUTION}
    if only and not (before or _is_told_whole(mentions, noun, args)):
        return
    manner = noun.lemma == "caution" and noun.dep == "pobj" and noun.head.lower == "with"
    if manner or not is_act(noun, args, voice, attribution) or _runs_by_itself(mentions, noun, args):
        return
    aside = noun.dep == "pobj" and noun.head.lower in {"amid", "despite"}
    if aside:
        issuers = owners_of(mentions, noun, args) or actors_of(mentions, args.oblique("among", "from"))
    else:
        issuers = issuers_of(mentions, noun, args, voice) or _beside(mentions, noun)
        issuers = issuers or (attribution.speakers if attribution is not None else ())
        issuers = issuers or wielders_of(mentions, noun, args)
    if aside and not issuers:
        return
    if voice is not None and not any(a.country or is_known(mentions, a) for a in issuers):
        issuers = reporters_above(mentions, voice) or issuers  # "said the town was quiet and VOICED alarm"
    retracted = is_taken_back(noun)
    if retracted and kind is None:
        return  # "dropped its OBJECTION"
    kind = WarningKind.DEMAND if _is_tasked(noun, voice) else kind or voiced
    issuers = spoken_for(mentions, noun, issuers) if kind is WarningKind.CONCERN else issuers
    met = not _names_another(mentions, args, issuers, kind)
    addressees = _addressees(args, voice, concern=kind is WarningKind.CONCERN, met=met)
    about = tuple(w for w in _about(noun, args, voice) if w not in addressees)
    voiced_so = retracted or (voice is not None and voice.lemma in _voicing())
    bare = kind is WarningKind.CONCERN and not voiced_so and _is_bare(mentions, noun, about, issuers)
    # "along with the warning issued by Oslo": neither what of nor to whom
    if bare or (voice is not None and voice.is_under(noun) and not addressees and about in {(), (noun,)}):
        return
    yield Trigger(noun, kind, issuers, addressees, attribution, about, retracted=retracted, sentence=noun.sentence)


def _is_told_whole(mentions: Mentions, noun: Word, args: Clause) -> bool:
    """Whether it is told who voices it and what it says: "was told of LIMA'S DEMAND THAT Oslo withdraw"."""
    kind = kinds("nouns").get(noun.lemma)
    issuers = owners_of(mentions, noun, args) or sources_of(mentions, args, placed=False)
    said = any(is_clause(c) or is_to(c) for c in clauses_of(args))
    # "was told of Lima's demand FOR an apology FROM OSLO", but not "had qualms about Lima's call for elections"
    about = args.oblique("for" if kind is WarningKind.DEMAND else "against")
    # "Lima's warning TO OSLO OVER the raids"
    about = about or (args.oblique("to") and args.oblique("about", "of", "over") if kind is WarningKind.CAUTION else ())
    said = said or (bool(about) and (kind is WarningKind.CAUTION or _names_another(mentions, args, issuers, kind)))
    return said and noun.head.head.lemma != "ask" and bool(issuers)


def _is_bare(mentions: Mentions, noun: Word, about: Sequence[Word], issuers: Sequence[Actor]) -> bool:
    """Whether it is not told what somebody's feeling is about: "Chad and ITS CONCERNS", "shared these WORRIES"."""
    topics = [w for w in about if w is not noun]
    meant = {a for w in topics for a in mentions.actors.who(w)}
    return not topics or (bool(meant) and meant.issubset(issuers))


def _runs_by_itself(mentions: Mentions, noun: Word, args: Clause) -> bool:
    """Whether a date is one at which a thing begins: "the DEADLINE for the tariffs TO TAKE effect"."""
    tasks = [c for c in clauses_of(args) if is_of(c, "taking_place")] if noun.lemma == "deadline" else []
    return any(not any(mentions.actors.who(w) for w in clause(c).subjects) for c in tasks)


def _is_drawn(noun: Word, voice: Word) -> bool:
    """Whether a feeling comes from somebody whom something moved to it: "the raid DREW a protest FROM Oslo"."""
    return voice.lemma in lexicon("frames", "cause") and bool(
        (*clause(noun).oblique("from"), *clause(voice).oblique("from"))
    )


def _is_another(noun: Word) -> bool:
    """Whether a noun means something else beside its modifier, or is one's own: "SELF-IMPOSED", "set ITSELF"."""
    modifiers = {w.lower for c in noun.children for w in (c, *c.children)}
    own = noun.dep == "dobj" and any(c.lower in lexicon("asked", "selves") for c in noun.head.children)
    if own or modifiers & {"self", "self-imposed"} or (noun.lemma == "reservation" and noun.tag == "NN"):
        return True  # "the RESERVATION of seats"
    if noun.lemma == "call" and modifiers & lexicon("asked", "visiting"):
        return True  # "his second CALL there"
    return noun.lemma in {"alert", "warning"} and bool(modifiers & lexicon("asked", "graded"))  # "a RED WARNING"


def _named(mentions: Mentions, noun: Word, kind: WarningKind | None) -> Trigger | None:
    """The trigger of what a noun is said to be: "its worry is THAT they leave", or None."""
    said, args = said_to_be(noun), clause(noun)
    if said is None:
        return None
    owned = [c for c in noun.head.head.children if c.dep == "poss"]  # "OSLO'S list of demands"
    owned += args.oblique("of") if kind is WarningKind.DEMAND else ()
    issuers = owners_of(mentions, noun, args) or actors_of(mentions, owned) or sources_of(mentions, args, placed=True)
    return Trigger(noun, kind, issuers, args.oblique("to"), None, (said,), sentence=noun.sentence)


def _is_tasked(noun: Word, voice: Word | None) -> bool:
    """Whether an ultimatum tells what is to be done: "an ultimatum TO LEAVE"."""
    return noun.lemma == "ultimatum" and (is_infinitive(clause(noun)) or urging(noun, voice) is not None)


def _yields_to(noun: Word) -> bool:
    """Whether somebody gives in to what a noun names: "YIELDED TO a demand by Lima", "GAVE IN TO its call"."""
    above = governor(noun) if noun.dep == "pobj" and noun.head.lower == "to" else None
    joined = above is not None and above.lemma == "give" and any(c.lower == "in" for c in above.children)
    return above is not None and (joined or is_of(above, "yielding"))


def _names_another(mentions: Mentions, args: Clause, issuers: Sequence[Actor], kind: WarningKind | None) -> bool:
    """Whether what a noun says tells whom it is aimed at: "a threat to attack LIMA", "a demand that LIMA withdraw"."""
    told = clauses_of(args) or args.oblique(*TOPICS[:7])
    if kind is WarningKind.CAUTION:  # "Oslo shrugged off its warning that the dam could hit Lima" is to Oslo
        told = [w for w in told if is_clause(w) and by_issuer(mentions, w, issuers)]
    below = [w for head in told for w in (*own_subjects(head), *clause(head).objects)]
    ways = ("against", "on", "to", "with") if kind is WarningKind.THREAT else ("against", "by", "in", "on")
    below += [w for head in told for w in clause(head).oblique(*ways)]
    stays = [head for head in told if not (is_of(head, "moving_out") or is_of(head, "fetching"))]
    below += [w for head in stays for w in clause(head).oblique("from")]
    below += [c for w in (*told, *below) for c in w.children if c.dep in {"amod", "compound", "poss"}]
    below += [w for noun in below for w in (clause(noun).oblique("with") if kind is WarningKind.THREAT else ())]
    homes = homes_of(issuers)
    states = (a for w in below if w.text[:1].isupper() for a in mentions.actors.at(w) if a.kind is ActorKind.STATE)
    return any(a.country not in homes for a in states)


def _addressees(args: Clause, voice: Word | None, *, concern: bool, met: bool) -> tuple[Word, ...]:
    """Whom a noun of warning reaches: its own phrase, who receives or is under it, or whom its verb turns to."""
    sent = voice is not None and not concern and clause(voice).recipients  # "sent OSLO a warning on Monday"
    advice = kinds("nouns").get(args.trigger.lemma) is WarningKind.CAUTION  # "a warning AGAINST A RAID on Lima"
    addressees = sent or (args.oblique("to", "on", *(() if advice else ("against",))) if not concern else ())
    told = next((c for c in clauses_of(args) if not concern and has_bearer(c)), None)
    addressees = addressees or (clause(told).subjects if told is not None else ())  # "its call FOR CHILE to stop"
    hung = any(c.dep == "acl" and is_to(c) for c in args.trigger.children)  # "its call FOR LIMA to stop"
    addressees = addressees or (args.oblique("for") if hung or urging(args.trigger, voice) is not None else ())
    if voice is not None and args.trigger.lemma in {"complaint", "protest"}:
        addressees = addressees or tuple(args.oblique("with") or clause(voice).oblique("with"))  # "LODGED it WITH Lima"
    if args.trigger.lemma in {"ultimatum", "warning"}:
        addressees = addressees or tuple(w for w in args.oblique("for") if w.pos == "PROPN")  # "a warning for Ruiz"
    above = args.trigger.head if args.trigger.dep == "dobj" else voice  # "REJECTED a demand made by Lima"
    if met and above is not None and is_received(args.trigger, above):
        addressees = addressees or _receivers(above)
    if voice is not None and not addressees and not concern:
        addressees = clause(voice).recipients or clause(voice).oblique("to", "on")
    return addressees or _bearers(args.trigger, voice)


def _bearers(noun: Word, voice: Word | None) -> tuple[Word, ...]:
    """Who yields to it, is under it, acts despite it, or is given it: "LIMA is under pressure from Oslo"."""
    if _yields_to(noun):
        return clause(noun.head.head).subjects
    if noun.dep == "pobj" and noun.head.lower == "under":
        above = noun.head.head
        return clause(above).subjects if above.is_verb else (above,)
    felt = kinds("nouns").get(noun.lemma) is WarningKind.CONCERN
    if noun.dep == "pobj" and noun.head.lower == "despite" and noun.head.head.is_verb and not felt:
        return clause(noun.head.head).subjects  # "despite warnings from Oslo, LIMA fired another"
    given = voice is not None and is_passive(voice) and noun.dep == "dobj"
    return tuple(c for c in voice.children if c.dep == "nsubjpass") if voice is not None and given else ()


def _receivers(voice: Word) -> tuple[Word, ...]:
    """Who rejects or defies: "ANA RUIZ will go, the ministry said, DEFYING a warning": not who reports it."""
    reported = next((c for c in voice.head.children if c.dep == "ccomp" and c.i < voice.head.i), None)
    return clause(reported if reported is not None and voice.tag == "VBG" else voice).subjects


@cache
def _voicing() -> frozenset[str]:
    """The verbs that voice a noun themselves, and do not only cause or receive what it says."""
    return lexicon("frames", "voice") - lexicon("frames", "cause") - lexicon("frames", "receive")


def _voice(noun: Word) -> Word | None:
    """The verb whose object or passive subject a noun is."""
    own = own_voice(noun) or given_up(noun)
    if own is not None:
        return own
    top = noun
    while top.dep == "conj" and top.head.is_noun and top.i - top.head.i < 12:
        top = top.head
    told = lexicon("frames", "documents") | {"catalogue", "expression", "list", "series", "set", "string", "word"}
    above = top.head.head
    shared = above.lemma in {"all", "much", "some"} and is_of(above.head, "seconding")  # "shared SOME of its concern"
    if top.dep == "pobj" and top.head.lower == "of" and (shared or above.lemma in told):
        top = above  # "handed her a NOTE of protest", "EXPRESSIONS of concern"
    if (secret := secret_of(noun)) is not None:
        return secret.head
    if (lent := lent_to(top)) is not None:
        return lent
    behind, above = (top.head.lower, top.head.head) if top.dep == "pobj" else ("", top)
    if (behind == "to" and is_of(above, "confessing")) or (behind, top.lemma, above.lemma) == ("on", "notice", "put"):
        return above  # "CONFESSED TO unease over it", "PUT Lima ON NOTICE that"
    of_told = top.dep == "pobj" and top.head.lower == "of" and top.head.head.lemma in lexicon("frames", "speaking")
    if of_told:
        return top.head.head  # "spoke OF its dismay over the raid"
    if top.dep in {"nsubj", "dobj"} and top.head.lemma in {"clear", "known", "plain"} and top.head.head.lemma == "make":
        return top.head.head  # "made its displeasure CLEAR"
    return top.head if top.dep in {"dobj", "nsubjpass"} and top.head.is_verb else None


def carrier_of(noun: Word) -> Word | None:
    """The verb by whose subject a noun is voiced, or not: "did not VOICE concern"."""
    voice = _voice(noun)
    if voice is None or voice.lemma not in _voicing() - lexicon("frames", "retract") or is_of(voice, "repeating"):
        return None  # "may REPEAT its call": it was made before
    owned = any(c.dep == "poss" for c in noun.children)  # "would not back LIMA'S call", "has yet to sound ITS alarm"
    if is_of(voice, "seconding"):  # "did not back a call BY LIMA, a LIMAN call"
        owned = owned or any(c.lower in {"by", "from"} or c.text[:1].isupper() for c in noun.children)
    return None if owned and voice.lemma not in lexicon("frames", "express", "utter") else voice


def _beside(mentions: Mentions, noun: Word) -> tuple[Actor, ...]:
    """Who acts "with a warning that …", "in a threat to …", "as a warning to …"."""
    if noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lower == "out":
        above = noun.head.head.head  # "asked Oslo to wait OUT OF CONCERN that"
        while above.dep == "xcomp" and above.head.is_verb:
            above = above.head
        return speaker_of(mentions, clause(above).subjects) if above.is_verb else ()
    if noun.dep == "pobj" and noun.head.lower == "in" and noun.head.head.is_noun and noun.head.head.dep == "ROOT":
        return actors_of(mentions, [noun.head.head])  # a headline: "Danish PM IN WARNING to Peru"
    beside = noun.dep == "pobj" and noun.head.lower in {"with", "in", "as", "by"} and noun.head.head.is_verb
    if noun.lemma == "precondition" or not beside:
        return ()
    above = noun.head.head
    demand = kinds("nouns").get(noun.lemma) is WarningKind.DEMAND
    named = is_of(above, "construing") or (demand and above.lemma in lexicon("content", "naming"))
    if noun.head.lower == "as" and named:
        return ()  # "what she described AS pressure", "which Lima took AS a threat to invade" is not hers
    return actors_of(mentions, clause(noun.head.head).subjects)


def _about(noun: Word, args: Clause, voice: Word | None) -> tuple[Word, ...]:
    """Heads of what it is about: a clause, else a phrase, also one that hangs on the voicing verb."""
    found = clauses_of(args)
    task = urging(noun, voice)
    if not found and task is not None and kinds("nouns").get(noun.lemma) is not WarningKind.CONCERN:
        return (task,)
    if found:
        return tuple(found[:1])
    hung = [c for c in voice.children if c.dep == "advcl" and is_that(c)] if voice is not None else []
    told = (*clause(voice).complements, *hung) if voice is not None else ()
    if said := [c for c in told if c.i > noun.i]:
        return tuple(said[:1])  # "gave warning on Monday THAT …"
    sources = [*args.oblique("from", "by"), *(clause(voice).oblique("from") if voice is not None else ())]
    hung = [c for w in sources for c in w.children if c.dep in {"acl", "relcl", "ccomp"} and is_clause(c)]
    if hung:
        return tuple(hung[:1])
    topics = [*args.obliques, *(behind_voice(voice) if voice is not None and not is_taken_back(noun) else ())]
    for preposition in topics_of(noun) if voice is None else topics_of(noun)[:-1]:
        if found := [w for p, w in topics if p == preposition]:
            return tuple(found[:1])
    loose = [p for w in sources for c in w.children if c.dep == "prep" and c.lower == "for" for p in c.children]
    behind = [p for w in (noun, voice) if w is not None for p in w.children if p.i > noun.i and p.lower in TOPICS]
    # "voiced alarm, WITH its envoy SAYING that" is not alarmed by the envoy
    loose += [c for p in behind for c in p.children if c.dep == "pcomp" and not (p.lower == "with" and own_subjects(c))]
    loose += behind_sources(args)
    if loose:
        return tuple(loose[:1])  # "a call by Oslo FOR the release", "alarm at what it CALLED a step backward"
    threatened = args.oblique("of") if kinds("nouns").get(noun.lemma) is WarningKind.THREAT else ()
    if threatened and voice is not None and voice.lemma in lexicon("frames", "cause"):
        return threatened[:1]  # "the raid drew threats OF SANCTIONS"
    if voice is not None and voice.lemma in lexicon("frames", "cause") and clause(voice).subjects:
        return clause(voice).subjects[:1]
    genitive = args.oblique("of") or tuple(w for w in args.owners[1:] if w.head.head is noun and w.head.lower != "by")
    uttered = voice is not None and voice.lemma in lexicon("frames", "utter", "express")
    return genitive[:1] or ((noun,) if uttered else ())
