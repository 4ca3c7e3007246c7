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
from dipevents.mentions.attributions import Speakers
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
REACH = 18
"""Words behind a name that may describe its bearer."""
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
        self._speakers = Speakers(mentions.actors)
        self._sentences = SentenceIndex(mentions.sentences)
        self._known: dict[str, _Verdict] = {}
        self._last: tuple[int, tuple[Expert, ...]] = (0, ())
        self._unlisted: dict[str, Expert] = {}
        for actor in mentions.actors.actors:
            if actor.kind is ActorKind.PERSON:
                self._learn(actor)
            elif actor.kind is ActorKind.ORGANIZATION and _is_think_tank(actor.name):
                self._known[actor.name] = _Verdict(True)
        for top in mentions.attributions:
            for attribution in top.walk():
                for head in self._heads(attribution):
                    if head.pos == "PROPN" and not self._speakers.named(head):
                        self._at(head)

    @classmethod
    def among(cls, mentions: Mentions) -> Experts:
        """The experts of an article, worked out by the first room that asks."""
        found = mentions.shared.get(cls)
        if not isinstance(found, cls):
            found = mentions.shared[cls] = cls(mentions)
        return found

    def of(self, attribution: Attribution) -> tuple[Expert, ...]:
        """The experts among the sources of an attribution, in text order; empty where an official speaks.

        Ask in text order: "they" and "some" go on with the unnamed experts of the sentences before.
        """
        found: dict[str, Expert] = {}
        for head in self._heads(attribution):
            for expert in self._at(head) or self._going_on(head):
                found.setdefault(expert.actor.name, expert)
        experts = tuple(found.values())
        if experts:
            sentence = self._sentences.at(attribution.cue[0].start)
            self._last = (sentence.i if sentence is not None else 0, experts)
        return experts

    def _going_on(self, head: Word) -> tuple[Expert, ...]:
        """The unnamed experts of the last two sentences, for "they", "some"; for "he", one whom no table lists."""
        at, experts = self._last
        if head.sentence.i - at > 2:
            return ()
        if head.lower in lexicon("plurals"):
            return experts if all(e.actor.kind is ActorKind.GROUP for e in experts) else ()
        if head.lower in {"he", "she"} and not self._speakers.named(head):
            return experts if len(experts) == 1 and experts[0] in self._unlisted.values() else ()
        return ()

    def _learn(self, actor: Actor) -> None:
        """Reads what stands beside a person's names; an office anywhere outweighs a trade without an institution."""
        verdicts: list[_Verdict] = []
        for mention in actor.mentions:
            words = self._words(mention)
            if words and words[-1].pos != "PRON":
                verdicts.extend(_read(word) for word in words if word.pos != "PUNCT")
                verdicts.append(_read_behind(words[-1]))
        favourable = [v for v in verdicts if v.is_expert]
        placed = next((v for v in favourable if v.affiliation), None)
        if placed is not None:
            self._known[actor.name] = placed
        elif any(v.is_expert is False for v in verdicts):
            self._known[actor.name] = _Verdict(False)
        elif favourable:
            self._known[actor.name] = favourable[0]

    def _heads(self, attribution: Attribution) -> Iterator[Word]:
        seen = set()
        for source in attribution.source:
            head = self._head(source)
            for word in with_conjuncts([antecedent(head) or head]) if head is not None else ():
                if word not in seen:
                    seen.add(word)
                    yield word

    def _words(self, span: Evidence) -> list[Word]:
        sentence = self._sentences.at(span.start)
        return sentence.words_between(span.start, span.end) if sentence is not None else []

    def _head(self, span: Evidence) -> Word | None:
        """The word of a stretch that governs the others."""
        words = self._words(span)
        inside = set(words)
        return next((w for w in words if w.head not in inside or w.head is w), None)

    def _at(self, head: Word) -> tuple[Expert, ...]:
        named = self._speakers.named(head)
        found = []
        for actor in named:
            verdict = self._known.get(actor.name)
            if verdict is None and actor.kind is ActorKind.PERSON and head.pos != "PRON":
                verdict = _read(head)
            if verdict is not None and verdict.is_expert:
                found.append(Expert(actor, verdict.affiliation or actor.affiliation))
        if named or head.pos == "PRON":
            return tuple(found)
        unlisted = self._unlisted.get(head.text)
        if unlisted is not None:
            return (unlisted,)
        verdict = _read(head)
        if not verdict.is_expert:
            return ()
        expert = Expert(self._namesake(head) or self._described(head), verdict.affiliation)
        if head.pos == "PROPN" and expert.actor.kind is ActorKind.PERSON:
            self._unlisted.update(dict.fromkeys(expert.actor.name.split(), expert))
        return (expert,)

    def _namesake(self, head: Word) -> Actor | None:
        """Who "the researcher" or "a former agent" is: the expert named last before, or named next behind.

        An indefinite one is only somebody whom the article has not named yet, and names within three sentences.
        """
        if head.tag in _PLURALS:
            return None
        experts = [a for a in self._mentions.actors.actors if a.kind is ActorKind.PERSON and self._is_known(a)]
        experts += dict.fromkeys(e.actor for e in self._unlisted.values())
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
        while first.pos != "PROPN" and head.pos == "PROPN" and first.i < head.i:
            first = head.sentence.words[first.i + 1]
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
    if placed and affiliation and head.tag not in _PLURALS:
        return _Verdict(True, affiliation)
    former = any(_is_former(n) for n in nouns)
    official = any(lemma in lexicon("officials") for lemma in lemmas) and not former
    judging = [n for n, lemma in zip(nouns, lemmas, strict=True) if lemma in lexicon("experts") and not _is_witness(n)]
    if judging and (not official or any(n.dep == "appos" or n is head for n in judging)):
        return _Verdict(True, affiliation)
    if former and any(lemma in lexicon("offices") for lemma in lemmas):
        return _Verdict(True, affiliation)
    if official:
        return _Verdict(False, affiliation)
    if affiliation and head.pos == "PROPN" and head.tag != "NNPS":
        return _Verdict(True, affiliation)
    if any(_is_practice(c) for n in nouns for c in n.children if c.dep == "relcl"):
        return _Verdict(True, affiliation)
    return _Verdict(None)


def _is_practice(verb: Word) -> bool:
    """Whether a clause behind a name tells an expert: "who teaches …", "who ran …", "who works as a consultant"."""
    if verb.lemma in lexicon("practices"):
        return True
    if verb.tag == "VBD":
        served = verb.lemma == "be" and any(c.dep == "attr" and c.lemma in lexicon("offices") for c in verb.children)
        return served or verb.lemma in lexicon("serving")
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
    if lemma.removesuffix("s").endswith(read_words("expert_opinion")["endings"]):
        return "expert"
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
        if prep.dep != "prep":
            continue
        for head in prep.children:
            if head.dep == "pobj" and prep.lower in _BELONGING:
                first, last = phrase(head, skip=("relcl", "acl", "appos", "conj", "cc"))
                found = _institution(head.sentence.words[first.i : last.i + 1], placed)
                if found is None and prep.lower == "at" and word.pos == "PROPN" and _is_organization(head):
                    found = _text(first if first.lower != "the" else first.sentence.words[first.i + 1], last)
                if found:
                    return found
            if head.dep in {"pobj", "pcomp"}:
                deeper = _body(head, placed)
                if deeper:
                    return deeper
    return None


def _is_organization(word: Word) -> bool:
    return any(e.label == "ORG" and e.first <= word.i <= e.last for e in word.sentence.entities)


def _institution(words: list[Word], placed: bool) -> str | None:
    """The name of a body that employs experts among words, from its first capital; also without one for a position."""
    if not any(w.lower in lexicon("bodies") for w in words):
        return None
    capital = next((w for w in words if w.text[:1].isupper()), None)
    if capital is None and not placed:
        return None
    return _text(capital or words[0], words[-1])


def _read_behind(last: Word) -> _Verdict:
    """What stands right behind a name, read word by word: a second look where the parse hung it elsewhere.

    "Holt of the Oslo Institute", "Holt, once head of …", "Holt, a fellow at …".
    """
    words = last.sentence.words[last.i + 1 : last.i + 1 + REACH]
    if not words:
        return _Verdict(None)
    if words[0].lower in _BELONGING and words[0].lower != "in":
        body = []
        for word in words[1:]:
            if word.pos not in {"PROPN", "DET", "ADJ", "NOUN", "PART", "CCONJ", "ADP"} or word.lower in {"at", "and"}:
                break
            body.append(word)
        affiliation = _institution(body, False)
        return _Verdict(True if affiliation else None, affiliation)
    if words[0].text != ",":
        return _Verdict(None)
    part: list[Word] = []
    for word in words[1:]:
        if word.text in {",", "(", ")", ";"} or (word.tag in {"VBD", "VBZ", "VBP", "MD"}):
            break
        part.append(word)
    return _read_apposition(part)


def _read_apposition(part: list[Word]) -> _Verdict:
    """What the words between the comma behind a name and the next tell."""
    at = next((n for n, w in enumerate(part) if w.pos == "ADP" or w.lower in {"who", "and"}), len(part))
    chunk, rest = part[:at], part[at:]
    if not chunk or chunk[0].pos not in {"DET", "ADJ", "NOUN", "PROPN", "ADV", "PRON", "VERB"}:
        return _Verdict(None)
    lemmas = {_noun_of(w) for w in chunk}
    affiliation = _institution(rest[1:], bool(lemmas & lexicon("positions"))) if rest else None
    if lemmas & lexicon("experts"):
        return _Verdict(True, affiliation)
    if any(w.lower in lexicon("former") for w in chunk) and lemmas & lexicon("offices"):
        return _Verdict(True, affiliation)
    if affiliation and lemmas & lexicon("positions"):
        return _Verdict(True, affiliation)
    return _Verdict(False if lemmas & lexicon("officials") else None)


def _text(first: Word, last: Word) -> str:
    sentence = first.sentence
    return sentence.text[first.start - sentence.start : last.end - sentence.start]
