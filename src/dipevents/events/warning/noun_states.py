"""Concern, and notice, that a noun tells as a state of somebody.

Oslo views the drills WITH CONCERN              the state in which something is looked at, met or filled
to the DISMAY of Oslo, Peru sent its fleet      the owner is troubled by all that is told
CONCERN is mounting in Oslo over the fleet      it gets about where somebody is
put the carriers ON NOTICE that …               whom it is put on
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.issuers import actors_of, reporters_above, speaker_of
from dipevents.events.warning.lexicon import is_of, kinds, lexicon
from dipevents.events.warning.noun_acts import SOURCES
from dipevents.events.warning.triggers import Trigger
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import clause, is_negated, is_passive

if TYPE_CHECKING:
    from dipevents.mentions.attributions import Attribution
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = ["find_state"]

_FELT = (*SOURCES, "by", "at")
"""Where and by whom something is looked at in a state: "was greeted with dismay AT the UN"."""


def find_state(
    mentions: Mentions, noun: Word, kind: WarningKind | None, attribution: Attribution | None
) -> Trigger | None:
    """The trigger of a state: "views it WITH CONCERN", "put them ON NOTICE"."""
    concern = kind is WarningKind.CONCERN
    told = (_troubled_by(mentions, noun) or _spreading(mentions, noun)) if concern else None
    if told is not None:
        return told
    seen, put = _looked_at(noun), _put_on(noun)
    if seen is not None and concern:
        issuers, about = _seen(mentions, noun, seen)
        return Trigger(noun, kind, issuers, (), attribution, about or (seen,), sentence=noun.sentence)
    if put is not None:
        outer = clause(put)
        about = outer.complements[:1] or clause(noun).complements[:1]
        issuers = speaker_of(mentions, outer.subjects)
        return Trigger(noun, kind, issuers, outer.objects, None, about, sentence=noun.sentence)
    return None


def _spreading(mentions: Mentions, noun: Word) -> Trigger | None:
    """The trigger of "CONCERN is mounting in Lima over the raid", or None."""
    verb = noun.head
    if noun.lemma not in kinds("nouns") or noun.dep != "nsubj" or not is_of(verb, "spreading") or is_negated(verb):
        return None
    args = clause(verb)
    about = [w for p, w in (*clause(noun).obliques, *args.obliques) if p in {"about", "at", "over"}]
    where = (*clause(noun).oblique(*SOURCES), *args.oblique(*SOURCES), *(c for c in noun.children if c.dep == "poss"))
    issuers = actors_of(mentions, where)
    told = Trigger(noun, WarningKind.CONCERN, issuers, (), None, tuple(about[:1]), sentence=noun.sentence)
    return told if about and issuers else None


def _seen(mentions: Mentions, noun: Word, verb: Word) -> tuple[tuple[Actor, ...], tuple[Word, ...]]:
    """Who looks at something in a state, and at what: "is viewed WITH DISMAY in Oslo", "FILLED Oslo with dread"."""
    args = clause(verb)
    if is_of(verb, "filling"):
        topics = args.oblique("at", "over") or clause(noun).oblique("at", "over")
        return speaker_of(mentions, args.objects), topics or args.subjects
    met = verb.lemma == "meet" and not args.objects  # "the raid MET WITH dismay in Oslo"
    if not met and (args.subjects or not args.passive):
        about = args.objects or args.oblique("at", "on", "to")  # "Oslo is watching with unease": all of it
        return speaker_of(mentions, args.subjects), about
    places = [*clause(noun).oblique(*_FELT), *args.oblique(*_FELT)]
    felt = actors_of(mentions, places) or reporters_above(mentions, verb)
    if not felt and not places and is_of(verb, "watching"):  # "the raids are FOLLOWED WITH unease, the minister said"
        felt = next((a.speakers for a in mentions.said_at(noun)), ())
    return felt, args.subjects if met else args.objects


def _troubled_by(mentions: Mentions, noun: Word) -> Trigger | None:
    """Whom all that is told troubles: "to Oslo's DISMAY, Peru sent its fleet", "to the ALARM of Oslo", or None."""
    verb = noun.head.head.head if noun.head.head.lower == "much" else noun.head.head
    if noun.dep != "pobj" or noun.head.lower != "to" or not verb.is_verb or not clause(verb).subjects:
        return None
    owned = [c for c in noun.children if c.dep == "poss"] or list(clause(noun).oblique("of", "among", "in"))
    issuers: tuple[Actor, ...] = actors_of(mentions, owned)
    own = any(a in issuers for a in actors_of(mentions, clause(verb).subjects))
    before = verb.sentence.words[noun.head.i - 1].lower if noun.head.i else ","
    if noun.i > verb.i and before not in {",", "much", "-", "–", "—"}:
        return None  # "adds TO OUR CONCERN"
    if not issuers or own or is_negated(verb):
        return None
    return Trigger(noun, WarningKind.CONCERN, issuers, (), None, (verb,), sentence=noun.sentence)


def _looked_at(noun: Word) -> Word | None:
    """The verb of "views the drills WITH CONCERN"."""
    hung = {c.lower for c in noun.children if c.dep == "prep"}
    if noun.dep != "pobj" or noun.head.lower != "with":
        return None
    above = noun.head.head
    verb = above.head if above.pos == "ADV" or above.dep == "dobj" else above  # "watches it closely and WITH"
    known = _FELT if is_passive(verb) or verb.lemma == "meet" else ("at", "over") if is_of(verb, "filling") else ()
    looks = verb.lemma in lexicon("frames", "look") or is_of(verb, "filling")
    return verb if verb.is_verb and looks and hung.issubset(known) and not is_negated(verb) else None


def _put_on(noun: Word) -> Word | None:
    """The verb of "put the carriers ON NOTICE that"."""
    held = noun.lemma == "notice" and noun.dep == "pobj" and noun.head.lower == "on"
    return noun.head.head if held and noun.head.head.lemma in {"put", "serve"} else None
