"""Feelings that nobody voices by name: whose they are, by where they are, among whom, or what they follow.

unease IN TOKYO over the law; fears AMONG OFFICIALS that the fleet may sail     a capital, officials
fears in Kyiv … are growing; the raid drew a protest FROM OSLO                    they spread, or something causes them
Peru came under PRESSURE from Oslo                                                 who is pressed
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning_issuers import actors_of, quoting, speaker_of
from dipevents.events.warning_lexicon import lexicon
from dipevents.events.warning_tasks import is_that
from dipevents.mentions.gazetteer import country_of_capital
from dipevents.models.actor import Actor, ActorKind
from dipevents.models.evidence import Evidence
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["SOURCES", "behind_sources", "felt_there", "is_shown", "is_spreading", "pressed", "spreading", "told_by"]

SOURCES = ("among", "amongst", "from", "across", "in", "within")
"""The prepositions of who feels or voices something."""


def is_spreading(mentions: Mentions, noun: Word, args: Clause, voice: Word | None) -> bool:
    """Whether a feeling has a place and spreads: "FEARS in Oslo that … are growing", "drew a PROTEST from Oslo"."""
    held = _felt_by(mentions, args)
    if voice is not None and voice is not spreading(noun):
        held = held or _felt_by(mentions, clause(voice))
        crowd = noun.lemma in lexicon("frames", "ire") and all(a.kind is ActorKind.GROUP for a in held)
        return voice.lemma in lexicon("frames", "cause") and bool(held) and not crowd
    aside = noun.dep == "pobj" and noun.head.lower in {"amid", "despite"}
    aside = aside or (noun.dep == "pobj" and noun.head.lower == "to" and noun.head.head.lemma == "lead")
    verb = spreading(noun)
    held = held or (_felt_by(mentions, clause(verb)) if verb is not None else ())
    owned = [c for c in noun.children if c.dep in {"amod", "compound", "poss"}]  # "SWEDISH fears have grown"
    held = held or tuple(a for w in owned for a in mentions.actors.at(w))
    return (aside or verb is not None) and noun.lemma != "protest" and bool(held)


def spreading(noun: Word) -> Word | None:
    """The verb of a feeling that is there: "anxiety HAS SPREAD among officials", or None."""
    return noun.head if noun.dep == "nsubj" and noun.head.lemma in lexicon("frames", "spreading") else None


def _felt_by(mentions: Mentions, args: Clause) -> tuple[Actor, ...]:
    """The officials, bodies and states that a feeling is among, of or from, capitals that it is "in" included."""
    found = actors_of(mentions, args.oblique(*SOURCES[:3]))
    return found or _in_capital(mentions, args)


def _in_capital(mentions: Mentions, args: Clause) -> tuple[Actor, ...]:
    """The government that sits where a feeling is: "unease IN TOKYO"."""
    year = mentions.published.year if mentions.published else None
    found = []
    for word in args.oblique("in"):
        start = min([c.start for c in word.children if c.dep == "compound"], default=word.start)
        text = mentions.article.text[start : word.end]
        if code := country_of_capital(text, year):
            mention = Evidence.of(mentions.article.text, start, word.end)
            found.append(Actor(name=text, kind=ActorKind.STATE, country=code, mentions=(mention,)))
    return tuple(found)


def _officials_among(mentions: Mentions, args: Clause) -> tuple[Actor, ...]:
    """The officials of a state that a feeling is among: "concern AMONG BALTIC OFFICIALS that"."""
    public = [w for w in args.oblique("among", "amongst", "from") if w.lemma in lexicon("frames", "public")]
    return speaker_of(mentions, public)


def behind_sources(args: Clause) -> list[Word]:
    """The topic that is hung on the source: "concern among ministers OVER THE FLEET", "THAT the fleet may sail"."""
    sources = args.oblique("among", "amongst", "from", "within", "in")
    told = [c for w in sources for c in w.children if c.dep in {"acl", "ccomp", "relcl"} and is_that(c)]
    topics = (c for w in sources for c in w.children if c.lower in {"over", "about"})
    return told or [p for c in topics for p in c.children if p.is_noun]


def is_shown(noun: Word) -> bool:
    """Whether a feeling is shown by an act, or is there: "in a sign of its DISPLEASURE", "there are FEARS in Oslo"."""
    if noun.dep in {"attr", "dobj"} and any(c.dep == "expl" for c in noun.head.children):
        return True
    return noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lemma in {"expression", "sign", "token"}


def told_by(mentions: Mentions, noun: Word, voice: Word | None) -> tuple[Actor, ...]:
    """Who tells a concern that something causes: "“the drills cause CONCERN here,” ANA RUIZ said"."""
    if voice is None or voice.lemma not in {"arouse", "cause", "raise"} or voice.dep != "ccomp":
        return ()
    reported = voice.tag in {"VBD", "VBZ", "VBP"} and voice.head.is_verb  # not what "HAD raised concerns" before
    return quoting(mentions, noun) or (speaker_of(mentions, clause(voice.head).subjects) if reported else ())


def pressed(noun: Word) -> Word | None:
    """The verb of who is put under pressure: "Peru CAME under PRESSURE from Oslo", a headline's noun, or None."""
    under = noun.lemma == "pressure" and noun.dep == "pobj" and noun.head.lower == "under"
    verb = noun.head.head
    held = verb.lemma in {"be", "come", "find", "remain"} if verb.is_verb else verb.dep == "ROOT" or verb.pos == "PROPN"
    fronted = verb.is_verb and any(c.dep in {"nsubj", "nsubjpass"} and c.i > noun.i for c in verb.children)
    return verb if under and (held or fronted) else None  # "UNDER PRESSURE from Oslo, Peru changed its law"


def felt_there(mentions: Mentions, args: Clause) -> tuple[Actor, ...]:
    """Whose a feeling is by its place: of a government in its capital, or of officials whom no list names."""
    return _in_capital(mentions, args) or _officials_among(mentions, args)
