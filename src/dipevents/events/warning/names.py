"""Who a nameless issuer is, by the convention of news: a role first, its name in the next sentence or the one before.

A senior official warned … Ana Ruiz said …       a new name that speaks next
Ole Dahl, the rebel commander, … The commander …  a name that has the role
the army, the government                          of the state that the article speaks of most so far
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.warning.business import is_of_state
from dipevents.events.warning.lexicon import is_of, lexicon, singular
from dipevents.events.warning.outcomes import harms_jointly
from dipevents.lexicon import read_words
from dipevents.models.actor import ActorKind
from dipevents.reading.clauses import auxiliaries, clause, fillers, is_negated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["named", "names_beside"]

AHEAD = 3
"""Sentences at the head of an article, and behind a nameless role, in which its name may follow."""


_AHEAD = frozenset({"'ll", "may", "might", "will", "would", "’ll"})
_PEOPLE = frozenset({"fighter", "guerrilla", "man", "member", "soldier"})
_PLACED = ("-backed", "-based", "-led", "-sponsored")


def named(mentions: Mentions, issuers: Sequence[Actor], sentence: Sentence) -> tuple[Actor, ...]:
    """The issuers, those without a name by the name or the state that the article gives them, each once."""
    found: list[Actor] = []
    for issuer in issuers:
        actor = issuer
        if issuer.name not in mentions.actors.names:
            actor = _named(mentions, issuer, sentence)
        if actor not in found:
            found.append(actor)
    return tuple(found)


def _named(mentions: Mentions, actor: Actor, sentence: Sentence) -> Actor:
    words = actor.name.lower().split()
    if words[0] in {"its", "their", "whose"} and (owner := _owner(mentions, actor)) is not None:
        head = actor.kind is ActorKind.PERSON and words[-1] in lexicon("frames", "public")
        if words[0] == "whose":
            return replace(actor, name=" ".join(actor.name.split()[1:]), country=owner.country)
        return (_last_of_role(mentions, actor, sentence) if head else None) or owner
    if actor.country is None and not _is_shared(mentions, actor):
        told = _scene(mentions, sentence) or _of_intent(mentions, actor, sentence)
        told = told or (_speaking_lately(mentions, sentence) if _is_of_nobody(words) else None)
        told = told or _of_office(mentions, actor, sentence)
        actor = replace(actor, country=told) if told is not None else actor
    if actor.kind is ActorKind.PERSON and words[-1] in lexicon("frames", "public"):
        if words[0] in {"one", "another", "any", "no", "some"}:
            return actor
        found = None if words[0] in {"a", "an"} else _last_of_role(mentions, actor, sentence)
        # whoever asks for anonymity gets no name, and a secretary-general is known by the body he heads
        lead = sentence.i < AHEAD and words[-1] != "secretary-general" and "anonymity" not in sentence.text
        found = found or (_next_speaker(mentions, actor, sentence) if lead else None)
        if found or actor.country is not None or not {*words} <= {"the", words[-1]}:
            return found or actor
        return replace(actor, country=_told_before(mentions, words[-1], sentence))  # "A RUSSIAN envoy … the envoy"
    elsewhere = any(w.endswith(_PLACED) or w == "international" for w in words)  # "the Hague-BASED court"
    national = words[-1] in lexicon("frames", "national") or is_of_state(words)  # "the CENTRAL BANK"
    if actor.country is None and national and not elsewhere:
        again = _told_before(mentions, words[-1], sentence) if {*words} <= {"the", words[-1]} else None
        country = again or _of_speaker(mentions, actor, sentence)
        country = country or (_last_in_office(mentions, sentence) if words[-1] == "opposition" else None)
        lacking = read_words("actors")["lacking"].get(words[-1], ())  # no MINISTRY is American
        country = country or _home(mentions, sentence, _addressed(mentions, actor, sentence).union(lacking))
        return replace(actor, country=country) if country else actor
    return actor


def _words_of(mentions: Mentions, actor: Actor) -> Sequence[Word]:
    """The words of the phrase by which somebody without a name is called."""
    span = actor.mentions[0] if actor.mentions else None
    sentence = next((s for s in mentions.sentences if span and s.start <= span.start < s.end), None)
    return sentence.words_between(span.start, span.end) if sentence is not None and span is not None else ()


def _is_shared(mentions: Mentions, actor: Actor) -> bool:
    """Whether somebody is of a body of several states, wherever he speaks: "In Rome, EU MINISTERS said"."""
    near = (a for w in _words_of(mentions, actor) for a in mentions.actors.at(w))
    return any(a.kind is ActorKind.IGO for a in near)


def _owner(mentions: Mentions, actor: Actor) -> Actor | None:
    """The body whose part a nameless one is: "ITS council called on …"."""
    word = next(iter(_words_of(mentions, actor)), None)
    owners = mentions.actors.at(word) if word is not None and word.dep == "poss" else ()
    return next((a for a in owners if a.kind is not ActorKind.PERSON), None)


def _scene(mentions: Mentions, sentence: Sentence) -> str | None:
    """The state of the place that a sentence begins with: "IN ANKARA, a foreign ministry spokesman said"."""
    words = sentence.words
    if len(words) < 3 or words[0].lower not in {"in", "from"}:
        return None
    return next((mentions.actors.country_of(c) for c in words[0].children if c.dep == "pobj"), None)


def _of_intent(mentions: Mentions, actor: Actor, sentence: Sentence) -> str | None:
    """The state whose hostile act an office announces as to come: "OSLO WILL strike back, the minister warned"."""
    if singular(actor.name.lower().split()[-1]) not in lexicon("frames", "public", "national"):
        return None
    for verb in (w for w in sentence.words if w.is_verb):
        hostile = verb.lemma in lexicon("content", "harm", "measures") or harms_jointly(verb)
        ahead = hostile and any(h.lower in _AHEAD for h in auxiliaries(verb)) and not is_negated(verb)
        own = ahead and any(s.name == actor.name for told in mentions.said_at(verb) for s in told.speakers)
        for state in (a for w in clause(verb).subjects if own for a in mentions.actors.at(w)):
            if state.kind is ActorKind.STATE:
                return state.country
    return None


def _is_of_nobody(words: Sequence[str]) -> bool:
    """Whether a spokesman is called nothing else: "A SPOKESMAN", whose body has just been told."""
    return words[-1].startswith("spokes") and {*words[:-1]} <= {"a", "the", "his", "her"}


def _speaking_lately(mentions: Mentions, sentence: Sentence) -> str | None:
    """The state of the body that spoke last before its spokesman: "LIMA denied it. … A SPOKESMAN said"."""
    for i in range(sentence.i - 1, max(-1, sentence.i - AHEAD - 1), -1):
        words = (w for w in mentions.sentences[i].words if w.pos != "PRON")
        subjects = (w for w in words if w.dep == "nsubj" and w.head.dep == "ROOT")
        bodies = (a for w in subjects for a in mentions.actors.who(w) if a.kind is not ActorKind.PERSON)
        if (body := next(bodies, None)) is not None:
            return body.country
    return None


def _of_office(mentions: Mentions, actor: Actor, sentence: Sentence) -> str | None:
    """The state of officials who are called so alone: the last of whom it spoke so, or the one named most.

    None where those were of no state: "EC OFFICIALS said … The OFFICIALS warned".
    """
    *before, noun = actor.name.lower().split()
    if singular(noun) not in lexicon("frames", "officials") or not lexicon("frames", "officially").issuperset(before):
        return None
    if not lexicon("frames", "of_congress").isdisjoint([noun, *before]):
        return "USA"
    for i in range(sentence.i - 1, -1, -1):
        for word in reversed(mentions.sentences[i].words):
            told = [c for c in word.children if c.dep in {"amod", "compound", "nmod", "poss"}]
            beside = [a for c in told for a in mentions.actors.at(c)] if word.lower == noun else ()
            if beside:
                return beside[0].country
    told = sentence.words if singular(noun) in {"aide", "official"} else []  # a governor may warn his own state
    if singular(noun) in lexicon("asked", "parliamentary") and (near := _last_in_office(mentions, sentence)):
        return near
    return _home(mentions, sentence, but=frozenset(a.country for w in told for a in mentions.actors.at(w)))


def _last_in_office(mentions: Mentions, sentence: Sentence) -> str | None:
    """The state of who was named last, if it was just now: the parliament that is spoken of is mostly his."""
    start = mentions.sentences[max(0, sentence.i - AHEAD)].start
    known = (a for a in mentions.actors.actors if a.kind is ActorKind.PERSON and a.country)
    near = [(m.start, a.country) for a in known for m in a.mentions if start <= m.start < sentence.start]
    return max(near)[1] if near else None


def _next_speaker(mentions: Mentions, role: Actor, sentence: Sentence, reach: int = AHEAD) -> Actor | None:
    """The one person who is first named behind an indefinite role, and speaks there."""
    last = mentions.sentences[min(sentence.i + reach, len(mentions.sentences) - 1)]
    new: dict[str, Actor] = {}
    for attribution in mentions.attributions:
        if not attribution.cue or not sentence.end <= attribution.cue[0].start < last.end:
            continue
        for actor in attribution.speakers:
            first = actor.mentions[0].start if actor.mentions else 0
            one = actor.kind is ActorKind.PERSON and len({None, role.country, actor.country}) < 3
            if one and sentence.end <= first < last.end and _may_be(role, actor):
                new[actor.name] = actor
    if reach == AHEAD and not new and role.country and not role.name.endswith(("official", "officer", "source")):
        return _next_speaker(mentions, role, sentence, AHEAD * 2)
    named = [a for a in new.values() if a.name in mentions.actors.names]  # not the role again, below its title
    new_names = named or list(new.values())
    return new_names[0] if len(new_names) == 1 else None


def _may_be(role: Actor, actor: Actor) -> bool:
    """Whether a nameless role may be somebody's: an OFFICIAL turns out a minister, no army CHIEF a governor."""
    *body, noun = role.name.lower().split(" of ")[0].split()
    office = (actor.role or "").lower().split()
    if noun not in office:
        return lexicon("frames", "sole").isdisjoint(office) or noun in lexicon("frames", "of_any_office")
    ours, theirs = (lexicon("asked", "fields").intersection(words) for words in (body, office))
    return ("prime" in body) == ("prime" in office) and not (ours and theirs and ours.isdisjoint(theirs))


def _last_of_role(mentions: Mentions, role: Actor, sentence: Sentence) -> Actor | None:
    """The person named last before whose role in the article ends in the same noun."""
    *body, noun = role.name.split(" of ")[0].split()
    field = [w.lower() for w in body if w.lower() in lexicon("asked", "fields")]
    before = [
        (m.start, a)
        for a in mentions.actors.actors
        if a.kind is ActorKind.PERSON
        and (noun.lower() in (a.role or "").lower().split() or (a.affiliation or "-") in body)
        and all(w in (a.role or "").lower() for w in field)
        and (noun != "minister" or "prime" in body or "prime" not in (a.role or "").lower())
        and role.country in {None, a.country}
        for m in a.mentions
        if m.start < sentence.start
    ]
    return max(before, key=lambda pair: pair[0])[1] if before else None


def _told_before(mentions: Mentions, noun: str, sentence: Sentence) -> str | None:
    """The state whose body of that noun was told of just now: "Seoul's defence MINISTRY … The ministry said"."""
    for i in range(sentence.i - 1, max(-1, sentence.i - AHEAD - 1), -1):
        for word in mentions.sentences[i].words:
            told = mentions.actors.who(word) if word.lemma == noun and word.is_noun else ()
            if told and told[0].country:
                return told[0].country
    return None


def _of_speaker(mentions: Mentions, actor: Actor, sentence: Sentence) -> str | None:
    """The state of who speaks of its body: "the US spokesman said THE ADMINISTRATION was concerned"."""
    word = sentence.word_at(actor.mentions[0].start) if actor.mentions else None
    said = mentions.said_at(word) if word is not None else ()
    return next((a.country for told in said for a in told.speakers if a.country), None)


def _addressed(mentions: Mentions, actor: Actor, sentence: Sentence) -> frozenset[str | None]:
    """The states of whom somebody tells something: "the REBELS told FRENCH TROOPS to leave" are not French."""
    acting = [w for w in sentence.words if w.dep == "nsubj" and any(m.start <= w.start < m.end for m in actor.mentions)]
    acting = [v for w in acting for v in (w.head, *(c for c in w.children if c.dep == "acl"))]  # "HOLDING four Britons"
    told = (c for v in acting for c in v.children if c.dep in {"dative", "dobj"})
    return frozenset(mentions.actors.country_of(w) for w in told)


def _home(mentions: Mentions, sentence: Sentence, but: frozenset[str | None] = frozenset()) -> str | None:
    """The state, `but` of some, that is named most up to a sentence, the first of equals; None where none is named."""
    states = [a for a in mentions.actors.actors if a.kind is ActorKind.STATE and a.country and a.country not in but]
    counted = [(sum(m.start < sentence.end for m in a.mentions), a.country) for a in states]
    best = max(counted, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] else None


def names_beside(word: Word) -> list[Word]:
    """Names that explain a role, also where the parse hangs them on its place: "the governor of Murmansk, ADA HOLT".

    And whose people somebody is, or what he calls himself: "the rebels, 300 fighters of the SHORE FRONT".
    """
    if word.pos not in {"NOUN", "NUM", "PRON"}:
        return []
    near = [word, *fillers(c for c in word.children if c.lower == "of")]
    names = [
        c for w in near for c in w.children if c.dep == "appos" and c.pos == "PROPN" and (w is word or c.i > w.i + 1)
    ]
    people = (c for c in word.children if c.dep == "appos" and c.lemma in _PEOPLE)
    of = (p for w in people for c in w.children if c.lower in {"of", "from"} for p in c.children)
    called = (c for c in word.children if c.dep == "acl" and is_of(c, "calling"))
    known = (w for c in called for w in (*c.children, *fillers(g for g in c.children if g.lower == "as")))
    return [*names, *(p for p in (*of, *known) if p.pos == "PROPN")]
