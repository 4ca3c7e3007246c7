"""Feelings that nobody voices by name: whose they are, by who tells them or what they follow.

concern AMONG MINISTERS over the fleet                 the topic, hung on the source
“the drills cause concern here,” ANA RUIZ said        who tells what something causes
to the dismay of Oslo, Peru sent its fleet             the owner is troubled by all that is told
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning_issuers import actors_of, quoting, speaker_of
from dipevents.events.warning_tasks import is_that
from dipevents.events.warning_triggers import Trigger
from dipevents.mentions.gazetteer import country_of_capital
from dipevents.models.actor import Actor, ActorKind
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import clause, is_negated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["SOURCES", "behind_sources", "seats", "told_by", "troubled_by"]

SOURCES = ("among", "amongst", "from", "across", "in", "within")
"""The prepositions of who feels or voices something."""


def behind_sources(args: Clause) -> list[Word]:
    """The topic that is hung on the source: "concern among ministers OVER THE FLEET", "THAT the fleet may sail"."""
    sources = args.oblique("among", "amongst", "from", "within", "in", "to")
    told = [c for w in sources for c in w.children if c.dep in {"acl", "ccomp", "relcl"} and is_that(c)]
    topics = (c for w in sources for c in w.children if c.lower in {"over", "about"})
    return told or [p for c in topics for p in c.children if p.is_noun]


def seats(mentions: Mentions, words: Iterable[Word]) -> tuple[Actor, ...]:
    """The states whose capitals are where something is felt: "growing concern IN WARSAW over the fleet"."""
    places = (p for w in words if (p := mentions.actors.place_at(w)) is not None and country_of_capital(p.name))
    return tuple(Actor(name=p.name, kind=ActorKind.STATE, country=p.country) for p in places)


def told_by(mentions: Mentions, noun: Word, voice: Word | None) -> tuple[Actor, ...]:
    """Who tells a concern that something causes: "“the drills cause CONCERN here,” ANA RUIZ said"."""
    if voice is None or voice.lemma not in {"arouse", "cause", "raise"} or voice.dep != "ccomp":
        return ()
    reported = voice.tag in {"VBD", "VBZ", "VBP"} and voice.head.is_verb  # not what "HAD raised concerns" before
    return quoting(mentions, noun) or (speaker_of(mentions, clause(voice.head).subjects) if reported else ())


def troubled_by(mentions: Mentions, noun: Word) -> Trigger | None:
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
