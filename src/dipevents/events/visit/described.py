"""Who is meant by an office alone that no name bears: "THE SPECIAL ADVISER flew to Prague", told right after Kim.

Kim went silent. The special adviser flew to Prague          the one person just named whose office is not told
his foreign minister came home from Prague … the foreign minister, Kim, said       the one who bears it elsewhere
An envoy flew to Prague. The envoy, Kim, said                the one whom the next sentences name so

Nobody of the place itself, nobody who does or suffers the same thing, who holds another office or who says so is meant.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING

from dipevents.events.visit.frames import visit_words
from dipevents.models.actor import Actor, ActorKind, countries_of
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dipevents.events.visit.drafts import Draft
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["name_described"]

LAST = 3
"""Sentences before a word for anybody in which a journey of his was told."""
BACK = 2
"""Sentences before an office, and behind it, in which its bearer may have been named."""


def name_described(mentions: Mentions, draft: Draft, before: Sequence[Draft]) -> None:
    """Lets a lone visitor who is only called by an office be the person that the words around name.

    Args:
        mentions: The article.
        draft: The account.
        before: Those before it.
    """
    known = {v.name: v for other in before for v in other.visitors if not v.country_guessed}
    draft.visitors = tuple(known.get(v.name, v) if v.country_guessed else v for v in draft.visitors)
    if len(draft.visitors) != 1 or len(draft.frame.visitors) != 1:
        return
    word, called = draft.frame.visitors[0], draft.visitors[0]
    if called.kind is not ActorKind.PERSON or called.country_guessed or mentions.actors.at(word):
        return
    found = []
    if _is_office(mentions, word):
        found = _bearers(mentions, word, called) or _just_named(mentions, draft, word, called)
    found = found or _just_come(mentions, draft, word, called, before) or _named_next(mentions, word, called)
    speakers = {s.name for said in mentions.said_at(word) for s in said.speakers}
    if len(found) == 1 and found[0].name not in speakers:
        draft.visitors = (found[0],)


def _named_next(mentions: Mentions, word: Word, called: Actor) -> list[Actor]:
    """Who somebody new is, as the next sentences tell: "AN ENVOY flew to Prague. THE ENVOY, KIM, said"."""
    new = any(c.lower in {"a", "an", "another"} for c in word.children) and word.tag == "NN"
    if not new or word.lemma not in visit_words("people", "bearers"):
        return []
    behind = mentions.sentences[word.sentence.i + 1 : word.sentence.i + 1 + BACK]
    again = (w for s in behind for w in s.words if w.lemma == word.lemma)
    bare = (w for w in again if [c.lower for c in w.children if c.i < w.i] == ["the"])
    named = (a for w in bare for c in w.children if c.dep == "appos" for a in mentions.actors.at(c))
    people = (
        a for a in named if a.kind is ActorKind.PERSON and (a.country_guessed or a.country in {None, called.country})
    )
    return [replace(a, country=called.country, country_guessed=False) for a in islice(people, 1)]


def _just_come(mentions: Mentions, draft: Draft, word: Word, called: Actor, before: Sequence[Draft]) -> list[Actor]:
    """Who was just told to travel, where a word for anybody takes him up: "THE ENVOY, who had been in Oslo"."""
    loose = visit_words("people", "anybody", "openers")
    if word.lemma not in loose or word.tag != "NN" or [c.lower for c in word.children if c.i < word.i] != ["the"]:
        return []
    persons = {a.name for a in _persons(mentions)}
    there = countries_of(draft.places) | countries_of(draft.hosts)
    for other in reversed(before):
        if draft.at - other.at > LAST:
            break
        named = [a for a in other.visitors if a.name in persons]
        fits = called.country is None or all(a.country == called.country for a in named)
        if len(named) == 1 and len(other.visitors) == 1 and fits and named[0].country not in there:
            return named
    return []


def _is_office(mentions: Mentions, word: Word) -> bool:
    """Whether a word is an office of one whom the reader knows: "THE adviser", "the House SPEAKER", "HIS minister"."""
    marks = {c.lower for c in word.children if c.dep in {"det", "poss"}}
    lemma = word.lemma.lower()
    office = (
        lemma in visit_words("people", "bearers")
        and lemma not in visit_words("people", "sole", "royal")
        and word.tag in {"NN", "NNP"}
    )
    known = bool(marks & {"the", "his", "her", "their", "its"}) and not marks & {"a", "an", "another"}
    told = any(c.dep in {"relcl", "acl", "appos"} for c in word.children)
    ranked = any(c.lower in visit_words("support", "ranks") | {"former", "previous"} for c in word.children)
    return office and known and not told and not ranked and not mentions.actors.at(word)


def _persons(mentions: Mentions) -> Iterable[Actor]:
    return (a for a in mentions.actors.actors if a.kind is ActorKind.PERSON and a.name.split()[-1][:1].isupper())


def _bearers(mentions: Mentions, word: Word, called: Actor) -> list[Actor]:
    """Those who bear the office somewhere in the article."""
    own = [c.lower for c in sorted(word.children, key=lambda c: c.i) if c.dep in {"compound", "amod"} and c.i < word.i]
    office = " ".join((*own, word.lower))
    states = {None, called.country}
    return [
        a
        for a in _persons(mentions)
        if a.role and a.role.lower().endswith(office) and " " in office and (a.country in states or not called.country)
    ]


def _just_named(mentions: Mentions, draft: Draft, word: Word, called: Actor) -> list[Actor]:
    """Those who were named right before, or are right behind, of no told office and of another state than the place."""
    there = countries_of(draft.places) | countries_of(draft.hosts)
    beside = _beside(mentions, word)
    own = [
        a
        for a in _persons(mentions)
        if not a.role and a.name not in beside and (a.country not in there or a.country_guessed)
    ]
    own = [a for a in own if called.country is None or a.country in {None, called.country} or a.country_guessed]
    at = word.sentence.i
    before, behind = mentions.sentences[max(0, at - BACK) : at + 1], mentions.sentences[at + 1 : at + 2]
    found = [a for a in own if any(_is_in(a, s, word) for s in before)]
    if found or not behind or any(w.lemma == word.lemma for w in behind[0].words):
        return found  # also "KIM said THE ADVISER would stay"
    starts = (
        (m.start, a) for a in _persons(mentions) for m in a.mentions if behind[0].start <= m.start < behind[0].end
    )
    first = min(starts, key=itemgetter(0), default=None)  # "President Kim will meet ZEMAN" names Kim
    return [a for a in own if first is not None and a is first[1]]


def _is_in(actor: Actor, sentence: Sentence, word: Word) -> bool:
    end = word.start if sentence is word.sentence else sentence.end
    return any(sentence.start <= m.start < end for m in actor.mentions)


def _beside(mentions: Mentions, word: Word) -> frozenset[str]:
    """Those in the clause of a word, who are others: "the adviser was met by KIM"."""
    verb = word.head if word.head.is_verb else word
    found = clause(verb)
    agents = (p for c in verb.children if c.dep == "agent" for p in c.children)
    words = (*found.subjects, *found.objects, *found.oblique(), *agents, *word.subtree())
    return frozenset(a.name for w in words if w is not word for a in mentions.actors.at(w))
