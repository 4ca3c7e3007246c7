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

from dipevents.events.experts.institutes import is_called_think_tank, is_tank, is_think_tank
from dipevents.events.experts.lexicon import lexicon
from dipevents.events.experts.words import (
    PLURALS,
    Verdict,
    is_repeated,
    is_serving,
    read_before,
    read_behind,
    read_noun,
    read_predicate,
)
from dipevents.mentions.attributions import Speakers
from dipevents.mentions.gazetteer import seat
from dipevents.models.actor import Actor, ActorKind
from dipevents.reading.clauses import antecedent, clause, phrase, with_conjuncts
from dipevents.reading.grammar import first_of

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
            if _is_supposed(head) or (found and is_repeated(head)):
                continue
            for expert in self._at(head) or self._going_on(head):
                found.setdefault(expert.actor.name, expert)
        experts = tuple(found.values())
        if experts:
            sentence = self._mentions.sentence_at(attribution.cue[0].start)
            self._last = (sentence.i if sentence is not None else 0, experts)
            if all(e.actor.kind is ActorKind.ORGANIZATION for e in experts):
                self._institute = self._last
        return experts

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
            return ()
        if head.lower == "it":
            return experts if all(e.actor.kind is ActorKind.ORGANIZATION for e in experts) else ()
        if head.lower in lexicon("plurals"):
            named = tuple(Expert(a) for a in self._named_at(head) if head.tag != "PRP")  # "one of them, Ada Holt"
            return (named or experts) if all(e.actor.kind is ActorKind.GROUP for e in experts) else ()
        if head.lower in {"he", "she"} and not self._named_at(head) and not _follows_another(head):
            return experts if len(experts) == 1 and experts[0].actor.kind is ActorKind.PERSON else ()
        return ()

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
        if _holds_office(actor):
            return Verdict(False)
        verdicts: list[Verdict] = []
        for mention in actor.mentions:
            words = self._mentions.words_in(mention)
            if words and words[-1].pos != "PRON" and not (words[-1].tag in PLURALS and words[-1].text.islower()):
                if actor.former and words[-1].pos == "NOUN" and words[-1].text.islower():
                    continue  # "the diplomat" of one who was it
                verdicts.extend(self._read_at(word) for word in words if word.pos != "PUNCT")
                verdicts.append(read_behind(words[-1]))
                verdicts.append(read_before(words[0]))
                verdicts.extend(read_predicate(word) for word in words if word.dep == "nsubj")
                verdicts.extend(self._read_at(first) for first in _sharing(words[-1]))
        if _serves(actor) or _has_governed(actor) or self._fought(actor):
            verdicts.append(Verdict(False))
        verdicts.extend(v for m in actor.mentions[:1] if (v := self._colleague(m)) is not None)
        if not actor.former and not lexicon("courtiers").isdisjoint(_trades(actor)):
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
            words = (word for head in heads for word in with_conjuncts(_authors(antecedent(head) or head)))
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
        verdict = self._read_at(head)
        if not verdict.is_expert:
            return ()
        namesake = self._namesake(head)
        if namesake is None and verdict.retired and _is_told_of(head):
            return ()
        expert = Expert(namesake or self._described(head), verdict.affiliation, verdict.retired)
        if head.pos == "PROPN" and expert.actor.kind is ActorKind.PERSON:
            self._unlisted.update(dict.fromkeys(expert.actor.name.split(), expert))
        return (expert,)

    def _namesake(self, head: Word) -> Actor | None:
        """Who "the researcher" or "a former agent" is: the expert named last before, or named next behind.

        An indefinite one is only somebody whom the article has not named yet, and names within three sentences. In an
        article's head any is the one expert whom it names later.
        """
        if head.tag in PLURALS:
            return None
        in_lead = head.sentence.i <= _LEAD and head.pos == "NOUN"
        experts = [a for a in self._mentions.actors.actors if a.kind is ActorKind.PERSON and self._is_known(a)]
        experts += dict.fromkeys(e.actor for e in self._unlisted.values())
        if in_lead and len(experts) == 1 and experts[0].mentions and head.end < experts[0].mentions[0].start:
            return experts[0]
        if any(c.lower in {"a", "an", "another", "one"} for c in head.children):
            limit = self._mentions.sentences[min(head.sentence.i + 3, len(self._mentions.sentences) - 1)].end
            later = [a for a in experts if a.mentions and head.end < a.mentions[0].start < limit]
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


def _sharing(name: Word) -> tuple[Word, ...]:
    """What tells of all who are named together: the first behind a plural ("Professors HOLT and Sow"), a plural.

    "Holt and Sow, both FELLOWS at …"; the last, where nothing else is told: "Holt and SOW of the Oslo Institute".
    """
    first = first_of(name)
    beside = [c for c in first.children if c.dep in {"compound", "nmod"}] + [first.head] * (first.dep == "appos")
    found = [first] if first is not name and any(w.tag in PLURALS for w in beside) else []
    together = with_conjuncts([first])
    found += [c for w in together[1:] for m in together for c in m.children if c.dep == "appos" and c.tag in PLURALS]
    plain = all(c.dep in {"compound", "conj", "cc", "punct"} for c in name.children)
    apart = name is together[-1] or any(c.dep in {"appos", "relcl"} for c in together[-1].children)
    return (*found, together[-1]) if plain and not apart else tuple(found)


def _is_supposed(head: Word) -> bool:
    """Whether somebody is only imagined: "a reasonable observer would say"."""
    indefinite = head.tag == "NN" and head.dep == "nsubj" and any(c.lower in {"a", "an", "any"} for c in head.children)
    return indefinite and any(c.dep == "aux" and c.lower in {"would", "could", "might"} for c in head.head.children)


def _follows_another(pronoun: Word) -> bool:
    """Whether somebody new comes up before "he" in his sentence: "A RETIRED GENERAL differs: he thinks …"."""
    before = (w for w in pronoun.sentence.words[: pronoun.i] if w.dep in {"nsubj", "dep"} and w.is_noun)
    return any(c.lower in {"a", "an", "another"} for w in before for c in w.children)


def _is_told_of(head: Word) -> bool:
    """Whether a bare description takes up somebody whom the text has named: "the former general"."""
    definite = head.pos == "NOUN" and head.tag not in PLURALS and any(c.lower == "the" for c in head.children)
    return definite and not any(c.dep in {"prep", "relcl", "acl", "appos"} for c in head.children)


def _authors(head: Word) -> list[Word]:
    """Who speaks in a source: whose words are told ("echoes those of HOLT"), a crowd's members, or a paper's authors.

    "a study BY economists", "the INSTITUTE's report"; else the source itself.
    """
    if head.lemma in lexicon("crowds"):
        return [w for w in clause(head).oblique("of") if w.tag in PLURALS] or [head]  # "a group of economists"
    if head.lower in {"that", "those"}:
        below = head.head.head if head.dep == "pobj" and head.head.lower in {"among", "of"} else head
        verb = below.head if below.lower == "one" else below
        if verb.lemma == "be":  # "HOLT is one of those who think that"
            return list(clause(verb).subjects) or [head]
        return list(clause(head).oblique("of")) or [head]
    if is_tank(head):
        named = [c for c in head.children if c.dep in {"compound", "nmod", "appos"} and c.pos == "PROPN"]
        behind = head.sentence.words[head.i + 1 : head.i + 2]
        return named or [w for w in behind if w.pos == "PROPN"] or [head]
    if head.lemma not in lexicon("documents"):
        # "Ada Holt of the Oslo Institute consultancy": the parse makes the consultancy the head
        lost = [
            c
            for c in head.children
            if c.dep == "nmod" and c.pos == "PROPN" and any(g.dep == "prep" for g in c.children)
        ]
        return lost or [head]
    args = clause(head)
    issued = [c for c in head.children if c.dep == "acl" and c.tag == "VBN"]
    issuers = [w for verb in issued if verb.lemma in lexicon("issuing") for w in clause(verb).subjects]
    found = [*issuers, *args.oblique("by", "from", "of"), *(c for c in head.children if c.dep in {"poss", "compound"})]
    return [w for w in found if w.tag in PLURALS or w.pos == "PROPN"] or [head]


def _serves(actor: Actor) -> bool:
    """Whether a person's role in the article is that of one who speaks for others: "envoy to Chad"."""
    trades = set(_trades(actor))
    return (
        not actor.former
        and bool(trades & lexicon("officials"))
        and not ("and" in trades and trades & lexicon("experts"))
    )


def _trades(actor: Actor) -> list[str]:
    """The words of a person's role before what it is held in: "ENVOY to Chad", "EX PRESIDENT"."""
    role = (actor.role or "").lower().replace("-", " ").split()
    return role[: next((n for n, w in enumerate(role) if w in {"of", "to", "for", "in", "at"}), len(role))]


def _has_governed(actor: Actor) -> bool:
    """Whether a person has governed a country, and so stays a politician: "ex-president"."""
    role = _trades(actor)
    return actor.former and bool({"president", "premier", "prime"} & set(role)) and not actor.affiliation


def _holds_office(actor: Actor) -> bool:
    """Whether a person's role in the article is an office that is held, or sought, whatever else is told of him."""
    role = (actor.role or "").lower().replace("-", " ").split()
    seeks = any(w in lexicon("candidates") for w in role) and not {"phd", "doctoral"} & set(role)
    held = seat(actor.affiliation or "")
    if seeks or (not actor.former and any(w.startswith("spokes") for w in role)):
        return True
    if held and held[1] == "government" and not actor.former and any(w in lexicon("courtiers") for w in role):
        return True
    ruling = any(w in lexicon("rulers") for w in role) and not any(w in lexicon("experts") for w in role)
    if actor.former or not ruling or is_think_tank(actor.affiliation or ""):
        return False
    body = (actor.affiliation or "").lower().split()
    return not any(w in lexicon("bodies") for w in (*body, *role)) and not any(w in lexicon("former") for w in role)
