"""Who of an article's sources is an expert, and of which institution.

    analysts, two experts, some economists          an expert noun
    historian Ada Holt; Holt, a fellow at …         before a name, or behind it
    Holt, who teaches law at Oslo                   what somebody does
    Holt of the Oslo Institute                      an affiliation alone
    the director of the Oslo Institute              a position in one
    the Oslo Institute for Peace Studies            a think tank itself
    retired general Ada Holt                        who has left an office

Once known, a person is an expert by name through the whole article ("Holt noted", "he said"). Who holds an office,
speaks for a body or bears witness is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.mentions.attributions import speakers_at
from dipevents.models.actor import Actor, ActorKind
from dipevents.reading.clauses import antecedent, appositions, phrase, with_conjuncts
from dipevents.reading.sentence_index import SentenceIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dipevents.mentions.attributions import Attribution
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.evidence import Evidence
    from dipevents.reading.sentence import Word

__all__ = ["Expert", "Experts", "lexicon"]

_BELONGING = frozenset({"at", "of", "from", "with", "for", "in"})
_PLURALS = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class Expert:
    """An expert source.

    Attributes:
        actor: Who.
        affiliation: The words that name the institution, or None.
    """

    actor: Actor
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What the words around a name tell: whether its bearer is an expert (None: nothing), and the institution."""

    is_expert: bool | None
    affiliation: str | None = None


@cache
def lexicon(name: str) -> frozenset[str]:
    """A list of `data/expert_opinion.toml`."""
    return frozenset(read_words("expert_opinion")[name])


class Experts:
    """The experts of an article, known by what any of its sentences says about them."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._sentences = SentenceIndex(mentions.sentences)
        self._known: dict[str, _Verdict] = {}
        for actor in mentions.actors.actors:
            if actor.kind is ActorKind.PERSON:
                self._learn(actor)
            elif actor.kind is ActorKind.ORGANIZATION and _is_think_tank(actor.name):
                self._known[actor.name] = _Verdict(True)

    def of(self, attribution: Attribution) -> tuple[Expert, ...]:
        """The experts among the sources of an attribution, in text order; empty where an official speaks."""
        found: dict[str, Expert] = {}
        for head in self._heads(attribution):
            for expert in self._at(head):
                found.setdefault(expert.actor.name, expert)
        return tuple(found.values())

    def _learn(self, actor: Actor) -> None:
        """Reads what stands beside a person's names, until one place tells."""
        doubt = None
        for mention in actor.mentions:
            head = self._head(mention)
            if head is None or head.pos == "PRON":
                continue
            verdict = _read(head)
            if verdict.is_expert:
                known = self._known.get(actor.name)
                if known is None or not known.affiliation:
                    self._known[actor.name] = verdict
                if verdict.affiliation:
                    return
            elif verdict.is_expert is False:
                doubt = doubt or verdict
        if doubt is not None:
            self._known.setdefault(actor.name, doubt)

    def _heads(self, attribution: Attribution) -> Iterator[Word]:
        seen = set()
        for source in attribution.source:
            head = self._head(source)
            for word in with_conjuncts([antecedent(head) or head]) if head is not None else ():
                if word not in seen:
                    seen.add(word)
                    yield word

    def _head(self, span: Evidence) -> Word | None:
        """The word of a stretch that governs the others."""
        sentence = self._sentences.at(span.start)
        words = sentence.words_between(span.start, span.end) if sentence is not None else []
        inside = set(words)
        return next((w for w in words if w.head not in inside or w.head is w), None)

    def _at(self, head: Word) -> Iterator[Expert]:
        named = speakers_at(self._mentions.actors, head)
        for actor in named:
            verdict = self._known.get(actor.name)
            if actor.kind is ActorKind.PERSON and (verdict is None or not verdict.is_expert) and head.pos != "PRON":
                own = _read(head)
                verdict = own if own.is_expert and verdict is None else verdict
            if verdict is not None and verdict.is_expert:
                yield Expert(actor, verdict.affiliation or actor.affiliation)
        if named:
            return
        verdict = _read(head)
        if verdict.is_expert and head.pos != "PRON" and not (head.pos == "PROPN" and head.lemma not in lexicon("experts")):
            yield Expert(self._namesake(head) or self._described(head), verdict.affiliation)

    def _namesake(self, head: Word) -> Actor | None:
        """Who "the researcher" or "a former agent" is: the expert named last before, or named next behind.

        An indefinite one is only somebody whom the article has not named yet, and names within three sentences.
        """
        if head.tag in _PLURALS:
            return None
        experts = [a for a in self._mentions.actors.actors if a.kind is ActorKind.PERSON and self._is_known(a)]
        if any(c.lower in {"a", "an", "another", "one"} for c in head.children):
            limit = self._mentions.sentences[min(head.sentence.i + 3, len(self._mentions.sentences) - 1)].end
            later = [a for a in experts if a.mentions and head.end < a.mentions[0].start < limit]
            return min(later, key=lambda a: a.mentions[0].start, default=None)
        if not any(c.lower == "the" for c in head.children) or any(c.dep == "prep" for c in head.children):
            return None
        before = [(m.start, a) for a in experts for m in a.mentions if m.start < head.start]
        return max(before, key=lambda pair: pair[0])[1] if before else None

    def _is_known(self, actor: Actor) -> bool:
        verdict = self._known.get(actor.name)
        return verdict is not None and bool(verdict.is_expert)

    def _described(self, head: Word) -> Actor:
        found = self._mentions.actors.described(head)
        if found is not None:
            return found
        first, _ = phrase(head, skip=("prep", "relcl", "acl", "appos", "conj", "cc", "punct", "det"))
        span = self._mentions.word_evidence(first, head)
        kind = ActorKind.GROUP if head.tag in _PLURALS else ActorKind.PERSON
        return Actor(name=" ".join(span.text.split()), kind=kind, mentions=(span,))


def _is_think_tank(name: str) -> bool:
    words = name.lower()
    return any(w in words.split() or (" " in w and w in words) for w in lexicon("think_tanks"))


def _read(head: Word) -> _Verdict:
    """What the phrase of a source tells about it."""
    nouns = list(_describing(head))
    lemmas = [_noun_of(n) for n in nouns]
    placed = any(lemma in lexicon("positions") for lemma in lemmas)
    affiliation = next((a for noun in nouns for a in (_affiliation(noun, placed),) if a), None)
    former = any(_is_former(n) for n in nouns)
    official = any(lemma in lexicon("officials") for lemma in lemmas) and not former
    judging = [n for n, lemma in zip(nouns, lemmas, strict=True) if lemma in lexicon("experts") and not _is_witness(n)]
    if judging and (not official or any(n.dep == "appos" or n is head for n in judging)):
        return _Verdict(True, affiliation)
    if former and any(lemma in lexicon("offices") for lemma in lemmas):
        return _Verdict(True, affiliation)
    if official:
        return _Verdict(False, affiliation)
    if affiliation and ((head.pos == "PROPN" and head.tag != "NNPS") or (placed and head.tag not in _PLURALS)):
        return _Verdict(True, affiliation)
    if any(_is_practice(c) for n in nouns for c in n.children if c.dep == "relcl"):
        return _Verdict(True, affiliation)
    return _Verdict(None)


def _is_practice(verb: Word) -> bool:
    """Whether a clause behind a name tells an expert: "who teaches …", "who ran the agency", "who works as a consultant"."""
    if verb.lemma in lexicon("practices"):
        return True
    if verb.lemma in lexicon("serving") and verb.tag == "VBD":
        return True
    return any(w.lemma in lexicon("experts") and w.head.lower == "as" for w in verb.subtree())


def _describing(head: Word) -> Iterator[Word]:
    """The nouns that say who somebody is: the head, titles before it, appositions around it."""
    yield head
    for child in head.children:
        if child.dep in {"compound", "nmod", "amod", "appos"} and child.pos in {"NOUN", "PROPN", "ADJ"}:
            yield child
            for inner in child.children:
                if inner.dep == "appos":
                    yield inner
    if head.dep == "appos":
        yield head.head
        yield from (a for a in appositions(head.head) if a is not head)


def _noun_of(word: Word) -> str:
    lemma = word.lemma.rstrip(".")
    return lemma[:-1] if word.pos == "PROPN" and lemma.endswith("s") and lemma[:-1] in lexicon("experts") else lemma


def _is_witness(noun: Word) -> bool:
    """Whether somebody watches for a body: "election observers", "UN experts"."""
    before = [c.lower for c in noun.subtree() if c.i < noun.i]
    return any(w in lexicon("delegating") for w in before) or (
        noun.lemma == "observer" and any(w in lexicon("witnesses") for w in before)
    )


def _is_former(noun: Word) -> bool:
    near = [c.lower for c in (*noun.children, *noun.head.children)]
    return any(w in lexicon("former") for w in near) or noun.lower.startswith("ex-")


def _affiliation(noun: Word, placed: bool) -> str | None:
    """The institution that a noun names as somebody's: "of the Oslo Institute", "at Oslo University".

    Somebody with a position there may belong to a body in lower case ("head of the defence policy council").
    """
    for verb in noun.children:
        if verb.dep in {"relcl", "acl"}:
            found = _body(verb, placed)
            if found:
                return found
    return _body(noun, placed)


def _body(word: Word, placed: bool) -> str | None:
    for prep in word.children:
        if prep.dep != "prep" or prep.lower not in _BELONGING:
            continue
        for head in prep.children:
            if head.dep != "pobj":
                continue
            first, last = phrase(head, skip=("relcl", "acl", "appos", "conj", "cc"))
            words = head.sentence.words[first.i : last.i + 1]
            capital = next((w for w in words if w.text[:1].isupper()), None)
            known = any(w.lower in lexicon("bodies") for w in words)
            if known and (capital is not None or placed):
                return _text(capital or words[0], last)
            if prep.lower == "at" and head.pos == "PROPN" and capital is not None and not placed:
                return _text(capital, last)
            deeper = _body(head, placed)
            if deeper:
                return deeper
    return None


def _text(first: Word, last: Word) -> str:
    sentence = first.sentence
    return sentence.text[first.start - sentence.start : last.end - sentence.start]
