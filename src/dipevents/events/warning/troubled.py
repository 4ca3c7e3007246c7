"""Concern that a verb tells, though its subject is not who is concerned, or no word of it is a worry.

the fleet WORRIES us; the raid has ALARMED Oslo         its object is troubled
RAISED the case of the jailed monk with Lima            an ill that is spoken of to whom it is laid to
SAW a clear threat in the radar                         a danger that is seen in something
is NERVOUSLY watching the drills                        how something is watched
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.issuers import actors_of, at_home, quoting, reporters_above, speaker_of
from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.events.warning.scope import is_absent
from dipevents.events.warning.triggers import Trigger
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import clause, fillers, is_negated

if TYPE_CHECKING:
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["find_trouble", "find_watched"]


def find_trouble(mentions: Mentions, verb: Word) -> Trigger | None:
    """The trigger of a concern that a verb is, or None."""
    return _turned(mentions, verb) or _brought_up(mentions, verb) or _seen(mentions, verb)


def _turned(mentions: Mentions, verb: Word) -> Trigger | None:
    """The trigger of a worry that something gives: "the fleet WORRIES us" in a quotation, "… ALARMED Oslo", or None."""
    if verb.lemma not in lexicon("verbs", "experience") or verb.dep in {"acl", "amod"}:
        return None
    args = clause(verb)
    if args.passive:
        return None
    about = args.complements[:1] or args.subjects[:1]
    if verb.lemma == "concern" and not args.complements and all(c.dep != "advmod" for c in verb.children):
        return None  # "the matter CONCERNS Oslo", whom it need not trouble
    if any(w.lower in {"us", "me"} for w in args.objects):
        return Trigger(verb, WarningKind.CONCERN, quoting(mentions, verb), about=about, sentence=verb.sentence)
    public = lexicon("frames", "public") if verb.lemma != "concern" else ()  # not "the ministers CONCERNED"
    troubled = (w for w in args.objects if w.lemma in public or (w.pos != "PRON" and mentions.actors.at(w)))
    issuers = actors_of(mentions, troubled)
    if not about or not issuers or any(a in issuers for a in actors_of(mentions, args.subjects)):
        return None
    if any(w.lemma in lexicon("frames", "peers") for w in args.objects) or quoting(mentions, verb):
        return None  # "has unsettled its NEIGHBOURS"; "“it worries CHAD,” Oslo said"
    return Trigger(verb, WarningKind.CONCERN, issuers, about=about, sentence=verb.sentence)


def find_watched(mentions: Mentions, manner: Word) -> Trigger | None:
    """The trigger of "is NERVOUSLY watching the drills", or None."""
    verb = manner.head
    if verb.lemma not in lexicon("frames", "look") or is_negated(verb):
        return None
    args = clause(verb)
    about = (*args.objects, *args.oblique("at", "on"), *(c for c in verb.children if c.dep == "advcl" and c.i > verb.i))
    issuers = actors_of(mentions, args.subjects)
    told = Trigger(verb, WarningKind.CONCERN, issuers, about=about[:1], sentence=verb.sentence)
    return told if about and issuers else None


def _brought_up(mentions: Mentions, verb: Word) -> Trigger | None:
    """The trigger of an ill that is spoken of: "RAISED the case of the jailed monk with Lima", or None."""
    up = verb.lemma == "raise" or any(c.lower == "up" and c.dep == "prt" for c in verb.children)
    if not is_of(verb, "airing") or not up:
        return None
    args = clause(verb)
    ills = [w for w in args.objects if any(_is_case(c) for c in (w, *clause(w).oblique("of")))]
    hung = (c for w in ills for c in w.subtree() if c.lower == "with" and c.dep == "prep")
    heard = [*args.oblique("with", "to"), *fillers(hung)]
    issuers = speaker_of(mentions, args.subjects)
    told = [w for w in heard if any(not at_home(a, i) for a in mentions.actors.at(w) for i in issuers)]
    if not ills or not told:
        return None
    return Trigger(verb, WarningKind.CONCERN, issuers, tuple(told), about=tuple(ills[:1]), sentence=verb.sentence)


def _seen(mentions: Mentions, verb: Word) -> Trigger | None:
    """The trigger of a danger that is seen: "SAW a clear threat IN THE RADAR", or None."""
    seen = clause(verb).objects if verb.lemma == "see" else ()
    dangers = [w for w in seen if (is_of(w, "perils") or w.lemma == "threat") and not is_absent(w)]
    dangers = [w for w in dangers if all(c.lower != "of" for c in w.children)]  # "a risk OF FLOODS in the north"
    about = tuple(fillers(c for w in (verb, *dangers) for c in w.children if c.lower == "in" and c.i > verb.i))
    if not dangers or not about or is_negated(verb):
        return None
    issuers = speaker_of(mentions, clause(verb).subjects)
    told = reporters_above(mentions, verb) or issuers
    known = any(a.country for a in told)  # not "DIPLOMATS see a danger in it"
    return Trigger(verb, WarningKind.CONCERN, told, about=about[:1], sentence=verb.sentence) if known else None


def _is_case(noun: Word) -> bool:
    """Whether a noun tells what befell somebody: "the FATE of the pilots", "human RIGHTS"; not "a CASE of measles"."""
    owned = any(c.dep == "poss" or c.lower == "of" for c in noun.children)
    human = noun.lemma == "right" and any(c.lower == "human" for c in noun.children)
    return human or (is_of(noun, "cases") and (owned or noun.lemma not in {"case", "treatment"}))
