"""Whether a noun names a warning that somebody voices, and what it is about.

a call TO STOP, a threat OF SANCTIONS, concern OVER the fleet     what it says, or is about
its worry is THAT it may sail; its demand is AN APOLOGY           what it is said to be
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.issuers import at_home
from dipevents.events.warning.lexicon import kinds, lexicon
from dipevents.events.warning.retracted import is_taken_back
from dipevents.events.warning.tasks import is_clause, is_infinitive, is_subjunctive, is_that
from dipevents.mentions.gazetteer import is_called
from dipevents.models.actor import ActorKind
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import Clause, clause, governor, is_negated, is_passive
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from dipevents.mentions.attributions import Attribution
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = [
    "SOURCES",
    "TOPICS",
    "behind_sources",
    "behind_voice",
    "clauses_of",
    "has_bearer",
    "is_act",
    "lent_to",
    "own_voice",
    "said_to_be",
    "secret_of",
    "spoken_for",
    "topics_of",
    "urging",
]

SOURCES = ("among", "amongst", "from", "across", "in", "within")
"""The prepositions of who feels or voices something."""
TOPICS = ("about", "over", "regarding", "concerning", "at", "for", "against", "on", "with", "of")
"""The prepositions of what a warning is about, the surest first."""


def is_act(noun: Word, args: Clause, voice: Word | None, attribution: Attribution | None) -> bool:
    """Whether a noun names a speech act, not a thing ("the concern employs", "a business call", "an urgent call")."""
    topical = bool(clauses_of(args) or args.oblique(*topics_of(noun)) or behind_sources(args))
    if voice is not None and not topical:
        hung = ("to", *TOPICS[:7]) if noun.lemma == "objection" else TOPICS[:7]
        topical = any(p in hung for p, _ in behind_voice(voice))
    if not topical and voice is not None and voice.lemma in lexicon("frames", "cause"):
        sources = args.oblique(*SOURCES) or clause(voice).oblique(*SOURCES)
        own = clause(voice).objects == (noun,) and voice.dep == "ccomp"  # "the raid causes concern here"
        topical = bool((sources or own) and clause(voice).subjects)  # "the raid raised concern in Oslo": about the raid
    if kinds("nouns").get(noun.lemma) in {WarningKind.CONCERN, None}:
        if noun.lemma == "concern" and any(is_to(c) for c in noun.children):
            return False  # "its CONCERN TO cut the costs" is a wish
        if topical or voice is None or voice.lemma not in lexicon("frames", "express"):
            return topical
        return noun.lemma in kinds("nouns") or bool(clause(voice).oblique("to", "at"))  # "voiced FURY to the envoys"
    if noun.lemma in lexicon("frames", "bare"):
        behind = voice is not None and any(c.i > noun.i and is_clause(c) for c in clause(voice).complements)
        return bool(behind or clauses_of(args) or urging(noun, voice)) and bool(voice is not None or args.owners)
    if noun.lemma in lexicon("frames", "infinitive_nouns"):
        return is_infinitive(args) or urging(noun, voice) is not None
    if noun.lemma in {"call", "appeal"}:
        below = {c.lower for c in noun.children if c.dep in {"acl", "prep", "relcl"}}
        return below != {"with"} and (
            is_infinitive(args) or urging(noun, voice) is not None or bool(args.oblique("for"))
        )
    if noun.lemma == "insistence" and (told := clauses_of(args)):
        return any(is_subjunctive(c) or c.tag == "VB" or c.lemma == "need" for c in told)  # not "that he WAS heard"
    if noun.lemma == "threat" and any(c.lower in {"alleged", "perceived", "presumed"} for c in noun.children):
        return False
    if noun.lemma == "threat":
        # "a threat of SANCTIONS"; not "the threat of terrorism", which nobody voices
        known = lexicon("content", "outcome", "hostile_acts", "vowed_acts", "called_for")
        acts = any(w.lemma in known or w.tag == "VBG" for w in args.oblique("of"))
        acts = acts or any(c.dep == "pcomp" for p in noun.children if p.lower == "of" for c in p.children)
        return (
            is_infinitive(args)
            or acts
            or is_taken_back(noun)
            or urging(noun, voice) is not None
            or bool(args.oblique("against") or (voice and voice.lemma in {"make", "issue"}))
            # "RECEIVED death threats FROM them"
            or bool(
                voice and voice.lemma in {"get", "receive"} and (*args.oblique("from"), *clause(voice).oblique("from"))
            )
        )
    return bool(args.complements or args.obliques or args.owners[1:] or attribution or voice)


def behind_sources(args: Clause) -> list[Word]:
    """The topic that is hung on the source: "concern among ministers OVER THE FLEET", "THAT the fleet may sail"."""
    sources = args.oblique("among", "amongst", "from", "within", "in", "to")
    told = [c for w in sources for c in w.children if c.dep in {"acl", "ccomp", "relcl"} and is_that(c)]
    topics = (c for w in sources for c in w.children if c.lower in {"over", "about", "at"})
    return told or [p for c in topics for p in c.children if p.is_noun]


def behind_voice(voice: Word) -> list[tuple[str, Word]]:
    """The prepositions behind the verb that voices a noun, each with its noun: "made KNOWN its unease AT THE RAID"."""
    known = (c for k in voice.children if k.lower in {"clear", "known", "plain"} for c in k.children)
    hung = [(c.lower, p) for c in known if c.dep == "prep" for p in c.children if p.dep == "pobj"]
    return [*clause(voice).obliques, *hung]


def topics_of(noun: Word) -> tuple[str, ...]:
    """The prepositions of what it is about: "objections TO the fleet"."""
    return ("to", *TOPICS) if noun.lemma == "objection" else TOPICS


def clauses_of(args: Clause) -> list[Word]:
    """Its that-clause or infinitive; "the threat (that) he faces" has none."""
    told = [w for w in args.complements if w.dep != "acl" or not is_passive(w) or is_clause(w)]  # not "ISSUED by Oslo"
    found = [w for w in told if w.dep != "relcl" or is_clause(w)]
    if (secret := secret_of(args.trigger)) is not None:  # "no secret of its fear THAT THE FLEET MAY SAIL"
        hung = (c for c in secret.children if c.dep in {"acl", "ccomp", "relcl"})
        found = found or [c for c in hung if any(m.lower == "that" for m in c.children)]
    return found or [c for c in args.trigger.children if c.dep == "advcl" and is_clause(c) and has_bearer(c)]


def secret_of(noun: Word) -> Word | None:
    """What is not made of a feeling that is shown: "made no SECRET of its dismay", "no BONES about it", or None."""
    above = noun.head.head if noun.dep == "pobj" and noun.head.lower in {"about", "of"} else noun
    made = above is not noun and above.lemma in {"bone", "secret"} and above.dep == "dobj"
    return above if made and is_negated(above) and not is_negated(above.head) else None


def lent_to(noun: Word) -> Word | None:
    """The verb of "ADDED its voice to calls", "THREW its weight behind a demand", or None."""
    above = governor(noun) if noun.dep == "pobj" and noun.head.lower in {"behind", "to"} else None
    lent = above is not None and any(c.dep == "dobj" and c.lemma in {"name", "voice", "weight"} for c in above.children)
    return above if lent else None


def said_to_be(noun: Word) -> Word | None:
    """What a worry or a demand is said to be: "its fear is THAT THEY LEAVE", "its demands include A TRUCE", or None."""
    front = noun.head if noun.dep == "pobj" and noun.head.lower == "among" else noun
    listed = noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lemma in {"catalogue", "list", "series"}
    front = noun.head.head if listed else front
    verb = front.head
    opens = front.dep in {"nsubj", "prep"} and front.i < verb.i
    if verb.lemma not in {"be", "include"} or not opens or is_negated(verb):
        return None
    concern = kinds("nouns").get(noun.lemma, WarningKind.CONCERN) is WarningKind.CONCERN
    if concern and clause(noun).oblique("about", "at", "over"):
        return None  # "its concern ABOUT THE DRILLS is that they go on": about the drills
    after = [c for c in verb.children if c.i > verb.i]
    told = [c for c in after if c.dep in {"ccomp", "xcomp", "advcl"} and (is_that(c) or (is_to(c) and not concern))]
    asked = lexicon("content", "called_for")
    named = [c for c in after if c.dep in {"attr", "dobj", "nsubj"} and not concern and c.lemma in asked]
    return next(iter((*told, *named)), None)


def own_voice(noun: Word) -> Word | None:
    """The verb of a noun's own clause that voices it: "the ultimatum that Oslo SENT", "a demand MADE by Oslo"."""
    told = (c for c in noun.children if c.dep in {"acl", "relcl"} and c.lemma in lexicon("frames", "voice"))
    # not "a demand that Oslo HAND them over", "warnings THAT raids would FOLLOW"
    told = (c for c in told if not is_subjunctive(c) and all(m.dep != "mark" for m in c.children))
    return next((c for c in told if noun in clause(c).objects and clause(c).subjects), None)


def has_bearer(verb: Word) -> bool:
    """Whether an infinitive has its subject behind "for": "the call FOR HIM to resign"."""
    return any(c.lower == "for" and c.dep == "mark" for c in verb.children)


def urging(noun: Word, voice: Word | None) -> Word | None:
    """The infinitive that hangs on the verb above: "mounted pressure on him TO QUIT", "repeated its call TO GO"."""
    voice = voice if noun.dep == "dobj" else None
    if noun.dep == "attr" and any(c.dep == "expl" for c in noun.head.children):
        voice = noun.head  # "there was a threat from Oslo TO EXPEL them"
    if voice is None or voice.lemma == "use":
        return None  # "USED the call TO PRESS him"
    after = (c for c in voice.children if c.dep in {"advcl", "xcomp"} and c.tag == "VB" and c.i > noun.i)
    return next(filter(is_to, after), None)


def spoken_for(mentions: Mentions, noun: Word, issuers: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Who voices it: who is named and tells of his own state's concern: "the MINISTRY told of U.S. alarm"."""
    said = next((a.speakers for a in mentions.said_at(noun) if a.kind == "indirect"), ())
    named = bool(said) and all(a.name in mentions.actors.names and a.kind is not ActorKind.STATE for a in said)
    named = named and not any(a.country_guessed or is_called(a.name, "news") for a in said)  # "CNN reported U.S. alarm"
    ours = len(issuers) == 1 and issuers[0].kind is ActorKind.STATE and all(at_home(a, issuers[0]) for a in said)
    return said if named and ours else issuers
