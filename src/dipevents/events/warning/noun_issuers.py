"""Who voices a warning that a noun names: its owner, its modifier, its source, or the subject of the verb beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.status import Phase, read_status
from dipevents.events.warning.astray import hung_subjects
from dipevents.events.warning.issuers import CONGRESS, actors_of, at_home, speaker_of, unlisted
from dipevents.events.warning.lexicon import is_of, kinds, lexicon
from dipevents.events.warning.noun_acts import SOURCES, clauses_of, has_bearer, lent_to
from dipevents.mentions.gazetteer import country_of_capital
from dipevents.models.actor import ActorKind
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import clause, is_passive, support_verb
from dipevents.reading.grammar import first_of

if TYPE_CHECKING:
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["is_received", "issuers_of", "owners_of", "sources_of", "wielders_of"]

_SPURNING = frozenset({"brush", "defy", "dismiss", "ignore", "rebuff", "reject", "shrug", "spurn"})


def owners_of(mentions: Mentions, noun: Word, args: Clause) -> tuple[Actor, ...]:
    """Whose it is: owner, by-phrase or modifier ("UN demands")."""
    owners = actors_of(mentions, (w for w in args.subjects if w.head is noun or first_of(w).dep in {"poss", "pobj"}))
    if not owners:
        named = (c for c in noun.children if c.dep in {"amod", "compound", "nmod"})
        owners = actors_of(mentions, (c for c in named if c.text[:1].isupper() or c.tag == "NN" or c.lower in CONGRESS))
    if not owners and noun.lemma not in {"fear", "threat"}:
        owners = tuple(a for w in args.owners for a in mentions.actors.at(w))
    topical = args.oblique("over", "about", "that", "for", "at") or clauses_of(args)
    if not owners and topical and (genitive := args.oblique("of")):
        owners = speaker_of(mentions, genitive)  # "despite concerns OF RIGHTS GROUPS over the dam"
    issued = [c for c in noun.children if c.dep == "acl" and is_passive(c) and not _is_rated(c)]
    if not owners and any(c not in issued for c in topical):
        owners = actors_of(mentions, (w for c in issued for w in clause(c).subjects))  # "a warning ISSUED BY Oslo that"
    return owners or speaker_of(mentions, (c for c in noun.children if c.dep == "poss"))


def _is_rated(told: Word) -> bool:
    """Whether it tells what something is held to be, or to cost: "dismissed by Oslo AS", "PUT by Oslo AT 2 million"."""
    return any(c.lower == "as" or (c.lower == "at" and told.lemma == "put") for c in told.children)


def wielders_of(mentions: Mentions, noun: Word, args: Clause) -> tuple[Actor, ...]:
    """Whose measures are threatened with: "the threat of DANISH sanctions", of "sanctions FROM OSLO"."""
    spurned = noun.dep == "dobj" and noun.head.lemma in _SPURNING  # "dismissed the threat of DANISH RAIDS"
    known = lexicon("content", "announced", "hostile_acts") if spurned else lexicon("content", "announced")
    measures = [w for w in args.oblique("of") if w.lemma in known]
    own = [c for w in measures for c in w.children if c.dep in {"amod", "compound", "poss"} and c.text[:1].isupper()]
    own += (p for w in measures for p in clause(w).oblique("by", "from"))
    return actors_of(mentions, own) if noun.lemma == "threat" else ()


def _of_modifier(mentions: Mentions, noun: Word, voices: list[Word]) -> tuple[Actor, ...]:
    """Who voices a noun with a verb that is read as its modifier: "the government on Friday VOICED concern"."""
    above = (actors_of(mentions, [up]) for up in noun.ancestors() if up.is_noun)
    own = speaker_of(mentions, (w for c in voices for w in c.children if w.dep == "nsubj"))
    return own or next(filter(None, above), ())


def sources_of(mentions: Mentions, args: Clause, *, placed: bool) -> tuple[Actor, ...]:
    """Whom it comes from: "a warning FROM THE TWO COUNTRIES"; or where it is felt: "concern IN WARSAW"."""
    if found := actors_of(mentions, args.oblique(*(SOURCES if placed else SOURCES[:3]))):
        return found
    public = [w for w in args.oblique(*SOURCES[:3]) if w.lemma in lexicon("frames", "public")]
    return speaker_of(mentions, public) or (_seats(mentions, args) if placed else ())


def _seats(mentions: Mentions, args: Clause) -> tuple[Actor, ...]:
    """The capital in which a feeling is told of: "raised concern IN PARIS"; no alarm that people may feel there."""
    seats = [w for w in args.oblique("in") if country_of_capital(w.text)] if is_of(args.trigger, "governing") else []
    return tuple(replace(a, kind=ActorKind.STATE) for w in seats for a in unlisted(mentions, w) if a.country)


def _holders(mentions: Mentions, noun: Word, args: Clause, voice: Word | None) -> tuple[Actor, ...]:
    """Whose a noun is, whoever voices it: its owner's, or the subject's where the owner is a pronoun."""
    owners = owners_of(mentions, noun, args)
    if voice is None:
        return owners
    pronoun = any(c.dep == "poss" and c.pos == "PRON" for c in noun.children)
    has = voice.lemma in {"have", "make"}
    found = speaker_of(mentions, clause(voice).subjects)
    if found and pronoun and (has or voice.lemma in lexicon("frames", "express")):
        return found  # "the general, a former minister, voiced HIS concern"; "has ITS misgivings"
    if found and has and noun.lemma == "demand":
        return found  # "HAS two demands OF Lima"
    state = all(o.kind is ActorKind.STATE for o in owners)
    if found and state and is_of(voice, "repeating") and all(at_home(a, o) for a in found for o in owners):
        return found  # "the minister REPEATED OSLO'S demand"
    if is_of(voice, "seconding") and read_status(voice).phase is Phase.DENIED:
        return owners or sources_of(mentions, args, placed=False)  # "refused to BACK Lima's call"
    if is_of(voice, "seconding") or lent_to(noun) is not None:  # "OSLO ECHOED Lima's call"
        owners = owners or sources_of(mentions, args, placed=False)
        return (*found, *(a for a in owners if a not in found))
    return owners


def is_received(noun: Word, verb: Word) -> bool:
    """Whether it reaches the subject of a verb: "REJECTED a demand", "HAS a week's deadline", not one for others."""
    limit = noun.lemma == "deadline" and verb.lemma == "have" and all(c.lower != "for" for c in noun.children)
    return verb.lemma in lexicon("frames", "receive") or (
        limit and not any(map(has_bearer, (*noun.children, *verb.children)))
    )


def issuers_of(mentions: Mentions, noun: Word, args: Clause, voice: Word | None) -> tuple[Actor, ...]:
    """Owner or modifier first; else the subject of the verb that voices the noun, or "among" and "from"."""
    if holders := _holders(mentions, noun, args, voice):
        return holders
    expressed = clause(voice).subjects if voice is not None and voice.lemma in lexicon("frames", "express") else ()
    felt = kinds("nouns").get(noun.lemma) in {WarningKind.CONCERN, None}
    placed = felt and not expressed  # not "she voiced alarm over the drills IN CHILE"
    if among := sources_of(mentions, args, placed=placed):
        return among
    if (voice is None or voice.lemma not in lexicon("frames", "voice", "cause", "retract")) and noun.dep != "pobj":
        voice = support_verb(noun)
    misread = [c for c in noun.children if c.dep == "amod" and c.lemma in lexicon("frames", "express")]
    if voice is None and misread:
        return _of_modifier(mentions, noun, misread)
    if voice is None:
        return ()
    outer, written = clause(voice), hung_subjects(voice)
    outer = outer.replacing(subjects=written) if written else outer  # "handed him A NOTE voicing alarm"
    if placed and is_passive(voice) and not outer.subjects:
        where = outer.oblique(*SOURCES)  # "dismay was voiced IN LIMA, where THE MINISTER"
        there = (s for w in where for c in w.children if c.dep == "relcl" for s in clause(c).subjects)
        return actors_of(mentions, where) or actors_of(mentions, there)
    if voice.lemma in lexicon("frames", "cause") and noun.lemma != "threat":
        found = actors_of(mentions, outer.oblique(*SOURCES, "with"))
        causes = felt and voice.lemma not in {"bring", "raise"}  # who "CAUSED dismay" felt none
        if found or causes or not actors_of(mentions, outer.subjects):
            return found
    if is_received(noun, voice) or (voice.lemma == "cite" and not felt):
        return actors_of(mentions, outer.oblique("from", "by"))
    owned = any(c.dep == "poss" for c in noun.children)  # "THEIR threat was taken seriously by Oslo" is not Oslo's
    return () if owned and is_passive(voice) else speaker_of(mentions, outer.subjects)
