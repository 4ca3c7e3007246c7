"""Whether a verb has the complement that makes it a warning.

told them TO LEAVE; not "told them"             an infinitive
called for HIS RELEASE; not "for cooperation"     what is asked of somebody
protested AGAINST THE RAID; not a crowd           officials, and against what
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.business import is_dealing, is_of_business
from dipevents.events.warning.duty import is_nobody
from dipevents.events.warning.issuers import actors_of
from dipevents.events.warning.lexicon import lexicon
from dipevents.events.warning.tasks import (
    borne,
    called,
    called_for,
    is_infinitive,
    is_subjunctive,
    tasks_of,
    wanted,
    wanted_from,
    wanted_so,
)
from dipevents.models.actor import ActorKind
from dipevents.reading.clauses import auxiliaries, clause, fillers, is_passive
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["is_complete"]


def is_complete(mentions: Mentions, verb: Word, phrasal: str | None, args: Clause) -> bool:
    """Whether a verb has the complement that makes it a warning: "told them TO LEAVE", not "told them"."""
    name = f"{verb.lemma} {phrasal}" if phrasal else verb.lemma
    joined = verb.dep == "conj" and verb.tag == "VBD"  # "said it was worried and CALLED for"
    if phrasal == "for" and verb.lemma == "call" and any(w.lower in {"it", "this", "that"} for w in args.subjects):
        # "it CALLS for an overhaul" asks nothing, "it CALLED for his release" does if it is somebody
        return joined or (verb.tag != "VBZ" and any(a for w in args.subjects for a in mentions.actors.at(w)))
    if phrasal == "for" and any(c.dep == "oprd" for c in verb.children):
        return False  # "a fund CALLED the Fund for the Protection of Rivers"
    if phrasal == "for":
        who = any(mentions.actors.who(w) for w in args.oblique("for"))
        return (
            bool(borne(args))
            or ((task := called_for(verb)) is not None and (is_passive(task) or not is_of_business(task)))
            or (who and is_infinitive(args))
            or any(_is_reckoning(mentions, w, verb) for w in (*called(args), *args.complements))
            or (verb.lemma == "press" and any(_is_claimed(w) for w in args.oblique("for")))
        )
    if (asks := _asks(verb, name, args)) is not None:
        return asks
    if verb.lemma in lexicon("frames", "topical"):
        told = [w for w in args.objects if not is_nobody(w)]  # not "we fear NO ONE"
        return bool(args.complements or args.obliques or told)
    if verb.lemma == "alert":
        return any(c.tag != "VBG" or auxiliaries(c) for c in args.complements)  # not "ALERTED a patrol"
    if verb.lemma == "protest":
        return _is_protest(mentions, args)
    if verb.lemma == "press":
        pressed = [w for w in args.objects if w.lemma == "demand" or mentions.actors.who(w)]  # not "press CHARGES"
        return is_infinitive(args) or bool(args.oblique("for") or pressed)
    if verb.lemma == "seek":
        freed = any(w.lemma in {"ouster", "release", "resignation"} for w in args.objects)
        whom = args.oblique("from") or wanted_from(args)
        return freed or (bool(whom) and any(w.lemma in lexicon("content", "called_for") for w in args.objects))
    return True


def _asks(verb: Word, name: str, args: Clause) -> bool | None:
    """Whether a verb that is a demand only with a task, an act or a state that is wanted has it; None for others."""
    if args.objects and all(map(is_nobody, args.objects)):
        return False  # "Oslo threatens NOBODY"
    if name in lexicon("frames", "wishing"):
        if verb.dep == "csubj" and any(c.lower == "what" for c in verb.children):
            said = [c for c in verb.head.children if c.i > verb.head.i]  # "WHAT Oslo WANTS is an apology"
            return any(is_to(c) or _is_owed(c) for c in said if c.dep in {"attr", "ccomp", "xcomp"})
        if verb.dep == "relcl" and verb.tag == "VBN" and verb.head in args.objects:
            return False  # "without the condemnation that she HAD WANTED"
        return bool(borne(args) or wanted_from(args) or wanted(args) or wanted_so(verb)) or (
            verb.lemma != "like" and bool(args.objects) and is_infinitive(args)
        )
    if verb.lemma in {"ask", "request"} and _is_own_wish(args):
        return False  # "an official who asked NOT TO BE NAMED", "has requested TO BUY tanks"
    if verb.lemma == "summon" and any(w.lemma in lexicon("frames", "voicing") for w in tasks_of(args)):
        return False  # "summoned the envoy to PROTEST": the act of who summons
    obliged = lexicon("content", "obligation")
    told = (c for c in args.complements if all(a.lower not in obliged for a in c.children if a.dep == "aux"))
    if name in lexicon("frames", "subjunctive") and any(is_subjunctive(c) for c in told):
        return True  # "asked that the convoy BE LET through"
    if verb.lemma == "require" and any(_is_owed(w) for w in args.objects):
        return True
    if verb.lemma == "order" and _is_sent_off(verb, args):
        return True
    if name in lexicon("frames", "infinitive"):
        # "called on the Azeri capital" is a visit, "appealed to voters" is no demand
        return is_infinitive(args)
    if name == "insist":
        return any(is_subjunctive(c) for c in args.complements)
    return None


def _is_sent_off(verb: Word, args: Clause) -> bool:
    """Whether somebody is ordered away: "ordered the troops OUT of the country", "ordered its envoy HOME"."""
    ways = lexicon("content", "wanted_away") - {"free"}
    return bool(args.objects) and any(c.lower in ways and c.dep in {"advmod", "prep", "prt"} for c in verb.children)


def _is_own_wish(args: Clause) -> bool:
    """Whether somebody asks to do something himself, or to have it done to him."""
    if args.passive or args.objects or args.recipients or args.oblique("of", "for"):
        return False
    tasks = [w for w in args.complements if is_to(w)]
    return bool(tasks) and all(c.dep not in {"nsubj", "nsubjpass"} for w in tasks for c in w.children)


def _is_owed(noun: Word) -> bool:
    """Whether it is what somebody is called to: "required an EXPLANATION"."""
    return noun.lemma in lexicon("content", "owed", "called_for")


def _is_reckoning(mentions: Mentions, noun: Word, verb: Word) -> bool:
    """Whether what is called for is asked of somebody: "his RELEASE", "the REPLACEMENT of American troops".

    Not "asked for ACCESS to the camp", but for "guarantees FROM Oslo".
    """
    if verb.lemma == "ask" and noun.lemma in lexicon("content", "modest"):
        return bool(clause(verb).oblique("from", "of")) or any(c.lower == "from" for c in noun.children)
    if noun.tag == "VBG" and noun.lemma in lexicon("content", "desist"):
        return True  # "called for LIFTING the siege"
    if noun.lemma in lexicon("content", "called_for"):
        bare = all(c.dep in {"det", "punct"} for c in noun.children)
        cut = any(map(is_dealing, fillers(c for c in noun.children if c.lower == "in")))  # "a cut in interest RATES"
        return not cut and not (bare and noun.lemma in lexicon("content", "vague"))
    if noun.lemma == "date" and any(c.dep == "relcl" for c in noun.children):
        return True  # "called for a DATE by which Oslo would leave"
    if noun.lemma in {"measure", "step"} and any(c.dep in {"acl", "relcl"} and c.tag == "VB" for c in noun.children):
        return True  # "called for STEPS to ease the tension"
    if not noun.is_noun or noun.lemma in lexicon("content", "welcome"):
        return False
    borne = (c for c in noun.children if c.dep == "poss")
    below = fillers(c for c in noun.children if c.lower in {"of", "on", "by"})
    return any(mentions.actors.who(w) for w in (*borne, *below))


def _is_claimed(noun: Word) -> bool:
    """Whether a thing of a kind is pressed for, and no good will: "pressed FOR overflight RIGHTS"; not "for time"."""
    below = any(c.dep in {"amod", "compound", "poss"} for c in noun.children)
    return noun.is_noun and below and noun.lemma not in lexicon("content", "welcome")


def _is_protest(mentions: Mentions, args: Clause) -> bool:
    """Whether officials, a state or a note protest against something or to somebody; not a crowd."""
    public = lexicon("frames", "public", "documents")
    before = args.trigger.sentence.words[max(0, args.trigger.i - 2) : args.trigger.i]
    crowd = any(w.lower in {"hundreds", "people", "thousands"} for w in before)
    official = any(w.lemma in public for w in args.subjects) or any(
        a.kind is not ActorKind.GROUP and (a.kind is not ActorKind.PERSON or a.role)
        for a in actors_of(mentions, args.subjects)
    )
    said = bool(args.complements or args.objects or args.oblique("against", "over", "to", "about"))
    return said and official and not crowd
