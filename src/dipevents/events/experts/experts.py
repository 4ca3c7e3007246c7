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

from dipevents.events.experts.callings import is_owned_doctor, judges_now
from dipevents.events.experts.institutes import is_called_think_tank, is_think_tank
from dipevents.events.experts.lexicon import lexicon
from dipevents.events.experts.nouns import PLURALS
from dipevents.events.experts.offices import has_governed, holds_office, serves, trades
from dipevents.events.experts.sources import (
    authors,
    follows_another,
    is_anonymous,
    is_supposed,
    is_told_of,
    sharing,
    stands_for_another,
)
from dipevents.events.experts.words import (
    Verdict,
    is_repeated,
    is_serving,
    read_before,
    read_behind,
    read_noun,
    read_paper,
    read_predicate,
)
from dipevents.lexicon import read_words
from dipevents.mentions.attributions import Speakers
from dipevents.models.actor import Actor, ActorKind
from dipevents.reading.clauses import antecedent, phrase, with_conjuncts

if TYPE_CHECKING:
    from dipevents.mentions.attributions import Attribution
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.evidence import Evidence
    from dipevents.reading.sentence import Word

__all__ = ["Expert", "Experts"]


_LEAD = 2
"""The last sentence, from 0 and the headline included, of an article's head."""
_PAPER_REACH = 8
"""Sentences behind an institute's words in which "the report" is its own."""


@cache
def _speaking() -> frozenset[str]:
    """The verbs by which somebody speaks up in an article."""
    words = read_words("attributions")
    return frozenset((*words["say"], *words["label"]))


@dataclass(frozen=True, slots=True)
class Expert:
    """An expert source.

    Attributes:
        actor: Who.
        affiliation: The words that name the institution, or None.
        retired: Whether nothing but an office that is left makes an expert.
    """

    actor: Actor
    affiliation: str | None = None
    retired: bool = False


class Experts:
    """The experts of an article, known by what any of its sentences says about them."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._named_at = cache(Speakers(mentions.actors).named)
        self._read_at = cache(read_noun)
        self._sources: dict[int, tuple[Word, ...]] = {}
        self._verdicts: dict[str, Verdict | None] = {}
        self._named: dict[str, list[Actor]] = {}
        self._told: dict[int, tuple[Expert, ...]] = {}
        self._last: tuple[int, tuple[Expert, ...]] = (0, ())
        self._institute: tuple[int, tuple[Expert, ...]] = (0, ())
        self._unlisted: dict[str, Expert] = {}
        self._unnamed: dict[str, Expert] = {}
        self._groups = {a.name for a in mentions.actors.actors if a.kind is ActorKind.GROUP}
        for actor in mentions.actors.actors:
            if actor.kind in {ActorKind.PERSON, ActorKind.ORGANIZATION}:
                self._named.setdefault(actor.name, []).append(actor)
        for top in mentions.attributions:
            for attribution in top.walk():
                for head in self._heads(attribution):
                    if head.pos == "PROPN" and not self._named_at(head):
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

        Ask in text order the first time: "they" and "some" go on with the unnamed experts of the sentences before.
        """
        if id(attribution) not in self._told:
            self._told[id(attribution)] = self._read(attribution)
        return self._told[id(attribution)]

    def _read(self, attribution: Attribution) -> tuple[Expert, ...]:
        found: dict[str, Expert] = {}
        for head in self._heads(attribution):
            if is_supposed(head) or (found and is_repeated(head)):
                continue
            for expert in self._at(head) or self._going_on(head):
                found.setdefault(expert.actor.name, expert)
        experts = tuple(found.values())
        if experts:
            sentence = self._mentions.sentence_at(attribution.cue[0].start)
            self._last = (sentence.i if sentence is not None else 0, experts)
            if all(e.actor.kind is ActorKind.ORGANIZATION for e in experts):
                self._institute = self._last
        else:
            self._interrupt(attribution)
        return experts

    def _interrupt(self, attribution: Attribution) -> None:
        """Forgets experts whom "he" would mean, where another speaks or thinks; "they", where others speak up."""
        loud = any(w.lemma in _speaking() for cue in attribution.cue for w in self._mentions.words_in(cue))
        nouns = [w for w in self._heads(attribution) if w.pos in {"NOUN", "PROPN"} and (loud or w.tag not in PLURALS)]
        kinds = {ActorKind.GROUP if w.tag in PLURALS else ActorKind.PERSON for w in nouns}
        if {e.actor.kind for e in self._last[1]} & kinds:
            self._last = (0, ())

    def _going_on(self, head: Word) -> tuple[Expert, ...]:
        """The experts of the last two sentences who go on.

        For "they" and "some", unnamed ones; for "he", the only one; for "it", institutes, and for
        "the report" the institute that spoke last.
        """
        if head.lemma in lexicon("documents"):
            at, experts = self._institute
            definite = all(c.lower in {"the", "its"} or c.dep == "amod" for c in head.children) and bool(head.children)
            return experts if definite and 0 <= head.sentence.i - at <= _PAPER_REACH else ()
        at, experts = self._last
        if not experts or not 0 <= head.sentence.i - at <= 2:
            return self._divided(head)
        if head.lower in lexicon("together"):
            return experts if len(experts) > 1 and head.sentence.words[head.i - 1].lower == "the" else ()
        if head.lower == "it":
            return experts if all(e.actor.kind is ActorKind.ORGANIZATION for e in experts) else ()
        if head.lower in lexicon("plurals"):
            if head.lower == "they" and stands_for_another(head):
                return ()
            named = tuple(Expert(a) for a in self._named_at(head) if head.tag != "PRP")  # "one of them, Ada Holt"
            nameless = head.lower == "another" and all(e.actor.name not in self._named for e in experts)
            grouped = nameless or all(e.actor.kind is ActorKind.GROUP for e in experts)
            return (named or experts) if grouped else self._divided(head)
        if head.lower in {"he", "she"} and not self._named_at(head) and not follows_another(head):
            if at < head.sentence.i - 1 and self._speaks_for_others(head):
                return ()
            return experts if len(experts) == 1 and experts[0].actor.kind is ActorKind.PERSON else ()
        return ()

    def _speaks_for_others(self, head: Word) -> bool:
        """Whether the sentence before is of a spokesman, who is "he": "A SPOKESMAN declined to comment"."""
        before = self._mentions.sentences[head.sentence.i - 1].words if head.sentence.i else ()
        subjects = (w for w in before if w.dep in {"nsubj", "nsubjpass"} and w.head.dep == "ROOT" and w.tag == "NN")
        return any(w.lemma in lexicon("officials") for w in subjects)

    def _divided(self, head: Word) -> tuple[Expert, ...]:
        """The unnamed experts of whom the sentence before only tells that they differ: "ANALYSTS differ. SOME say"."""
        if head.lower not in lexicon("plurals") or head.tag == "PRP" or head.sentence.i == 0:
            return ()
        before = self._mentions.sentences[head.sentence.i - 1].words
        subjects = (w for w in before if w.dep == "nsubj" and w.head.dep == "ROOT" and w.tag in PLURALS)
        named = [w for w in subjects if w.lemma in lexicon("experts") and self._read_at(w).is_expert]
        return tuple(Expert(self._described(w)) for w in named[:1])

    def _verdict(self, name: str) -> Verdict | None:
        """What the article tells of who bears a name, read when it is first asked for."""
        if name not in self._verdicts:
            self._verdicts[name] = None
            found = (self._judge(actor) for actor in reversed(self._named.get(name, ())))
            self._verdicts[name] = next((verdict for verdict in found if verdict is not None), None)
        return self._verdicts[name]

    def _judge(self, actor: Actor) -> Verdict | None:
        """Reads what stands beside a person's names; an office anywhere outweighs a trade without an institution."""
        if actor.kind is ActorKind.ORGANIZATION:
            called = is_think_tank(actor.name) or any(
                is_called_think_tank(words[0], words[-1])
                for m in actor.mentions
                if (words := self._mentions.words_in(m))
            )
            return Verdict(True) if called else None
        told = [words for m in actor.mentions if (words := self._mentions.words_in(m)) and words[-1].pos == "PROPN"]
        now = next((judges for words in told if (judges := judges_now(words[-1])) is not None), None)
        if now is not None:
            return Verdict(now)
        if holds_office(actor):
            return Verdict(False)
        verdicts: list[Verdict] = []
        for mention in actor.mentions:
            words = self._mentions.words_in(mention)
            if words and words[-1].pos != "PRON" and not (words[-1].tag in PLURALS and words[-1].text.islower()):
                if actor.former and words[-1].pos == "NOUN" and words[-1].text.islower():
                    continue  # "the diplomat" of one who was it
                verdicts.extend(self._read_at(word) for word in words if word.pos != "PUNCT")
                verdicts.append(read_behind(words[-1]))
                verdicts.append(Verdict(True) if is_owned_doctor(words[0]) else read_before(words[0]))
                subjects = [word for word in words if word.dep == "nsubj"]
                verdicts.extend(read(word) for word in subjects for read in (read_predicate, read_paper))
                verdicts.extend(self._read_at(first) for first in sharing(words[-1]))
        if serves(actor) or has_governed(actor) or self._fought(actor):
            verdicts.append(Verdict(False))
        verdicts.extend(v for m in actor.mentions[:1] if (v := self._colleague(m)) is not None)
        if not actor.former and not lexicon("courtiers").isdisjoint(trades(actor)):
            verdicts = [v for v in verdicts if not v.retired]  # "presidential aide Holt … the former spy chief"
        favourable = sorted((v for v in verdicts if v.is_expert), key=lambda v: v.retired)
        if favourable and favourable[0].retired and (self._serves_again(actor) or self._runs(actor)):
            return Verdict(False)
        placed = next((v for v in favourable if v.affiliation), None)
        if placed is not None and placed.retired <= favourable[0].retired:
            return placed
        if any(v.is_expert is False for v in verdicts):
            return Verdict(False)
        return favourable[0] if favourable else None

    def _colleague(self, mention: Evidence) -> Verdict | None:
        """What is told of whose colleague somebody is: "Holt … HER COLLEAGUE Jan Kos"."""
        words = self._mentions.words_in(mention)
        before = words[0].sentence.words[max(0, words[0].i - 3) : words[0].i] if words else []
        if not any(w.lemma == "colleague" for w in before):
            return None
        found = (self._verdict(a.name) for w in before if w.dep == "poss" for a in self._mentions.actors.at(w))
        return next((verdict for verdict in found if verdict is not None and verdict.is_expert), None)

    def _runs(self, actor: Actor) -> bool:
        """Whether somebody seeks an office, as what is called after him tells: "HOLT's campaign"."""
        named = (w for mention in actor.mentions for w in self._mentions.words_in(mention))
        words = (w for w in named if w.dep in {"poss", "compound"})
        return any(w.head.lemma in lexicon("running") for w in words)

    def _serves_again(self, actor: Actor) -> bool:
        """Whether somebody who has left an office holds another: "the newly appointed Holt"."""
        return any(is_serving(word) for mention in actor.mentions for word in self._mentions.words_in(mention))

    def _fought(self, actor: Actor) -> bool:
        """Whether somebody left an office of an armed group, and so speaks for a side: "former rebel commander"."""
        return actor.former and actor.affiliation is not None and actor.affiliation in self._groups

    def _heads(self, attribution: Attribution) -> tuple[Word, ...]:
        """The heads of the sources of an attribution, each once."""
        found = self._sources.get(id(attribution))
        if found is None:
            heads = (head for source in attribution.source if (head := self._head(source)) is not None)
            words = (word for head in heads for word in with_conjuncts(authors(antecedent(head) or head)))
            found = self._sources[id(attribution)] = tuple(dict.fromkeys(words))
        return found

    def _head(self, span: Evidence) -> Word | None:
        """The word of a stretch that governs the others."""
        words = self._mentions.words_in(span)
        inside = set(words)
        return next((w for w in words if w.head not in inside or w.head is w), None)

    def _at(self, head: Word) -> tuple[Expert, ...]:
        named = self._named_at(head)
        found = []
        for actor in named:
            verdict = self._verdict(actor.name)
            if verdict is None and actor.kind is ActorKind.PERSON and head.pos != "PRON":
                verdict = self._read_at(head)
                if verdict.is_expert:
                    self._verdicts[actor.name] = verdict
            if verdict is not None and verdict.is_expert:
                found.append(Expert(actor, verdict.affiliation or actor.affiliation, verdict.retired))
        if named or head.pos == "PRON":
            return tuple(found)
        unlisted = self._unlisted.get(head.text)
        if unlisted is not None:
            return (unlisted,)
        verdict, again = self._read_at(head), self._again(head)
        if again is not None:
            return (again,)
        if not verdict.is_expert:
            return ()
        namesake = self._namesake(head, verdict)
        if namesake is None and verdict.retired and is_told_of(head):
            return ()
        expert = Expert(namesake or self._described(head), verdict.affiliation, verdict.retired)
        if namesake is None and head.tag == "NN":
            self._unnamed[head.lemma] = expert
        if head.pos == "PROPN" and expert.actor.kind is ActorKind.PERSON:
            self._unlisted.update(dict.fromkeys(expert.actor.name.split(), expert))
        return (expert,)

    def _again(self, head: Word) -> Expert | None:
        """Who "the banker" is where "a Western BANKER" spoke before, and no named one has since."""
        known = self._unnamed.get(head.lemma)
        if known is None or head.tag != "NN" or not any(c.lower == "the" for c in head.children):
            return None
        since = known.actor.mentions[0].end if known.actor.mentions else 0
        named = (a for a in self._mentions.actors.actors if a.kind is ActorKind.PERSON and head.lemma in trades(a))
        return None if any(since < m.start < head.start for a in named for m in a.mentions) else known

    def _namesake(self, head: Word, verdict: Verdict) -> Actor | None:
        """Who "the researcher" or "a former agent" is: the expert named last before, or named next behind.

        An indefinite one is only somebody whom the article has not named yet, and names as such within three sentences.
        In an article's head any but "one analyst" is the one expert whom it names later.
        """
        if head.tag in PLURALS or is_anonymous(head):
            return None
        one = any(c.lower in {"one", "another"} for c in head.children)
        in_lead = head.sentence.i <= _LEAD and head.pos == "NOUN" and not one
        experts = [a for a in self._mentions.actors.actors if a.kind is ActorKind.PERSON and self._is_known(a)]
        experts += dict.fromkeys(e.actor for e in self._unlisted.values())
        if verdict.retired:  # "a former SPY" is no historian who is named later
            experts = [a for a in experts if (known := self._verdict(a.name)) is None or known.retired]
        if in_lead and len(experts) == 1 and experts[0].mentions and head.end < experts[0].mentions[0].start:
            return experts[0]
        if any(c.lower in {"a", "an"} for c in head.children):
            limit = self._mentions.sentences[min(head.sentence.i + 3, len(self._mentions.sentences) - 1)].end
            same = (a for a in experts if verdict.retired or head.lemma in trades(a))
            later = [a for a in same if a.mentions and head.end < a.mentions[0].start < limit]
            return min(later, key=lambda a: a.mentions[0].start, default=None)
        if not any(c.lower == "the" for c in head.children) or any(c.dep == "prep" for c in head.children):
            return None
        before = [(m.start, a) for a in experts for m in a.mentions if m.start < head.start]
        return max(before, key=lambda pair: pair[0])[1] if before else None

    def _is_known(self, actor: Actor) -> bool:
        verdict = self._verdict(actor.name)
        return verdict is not None and bool(verdict.is_expert)

    def _described(self, head: Word) -> Actor:
        found = self._mentions.actors.described(head)
        if found is not None:
            return found
        first, _ = phrase(head, skip=("prep", "relcl", "acl", "appos", "conj", "cc", "punct", "det"))
        while first.pos != "PROPN" and head.pos == "PROPN" and first.i < head.i:
            first = head.sentence.words[first.i + 1]
        span = self._mentions.word_evidence(first, head)
        kind = ActorKind.GROUP if head.tag in PLURALS else ActorKind.PERSON
        return Actor(name=" ".join(span.text.split()), kind=kind, mentions=(span,))
