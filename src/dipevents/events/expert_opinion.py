"""Expert opinions: what an article lets analysts, scholars and observers judge, explain or predict.

    "It buys time," said Ada Holt, a historian at …      a quotation and the expert behind it
    Analysts doubt that the truce will hold.             unnamed experts
    For economist Ada Holt, the tariff is a tax.         without a verb
    "… Nobody will pay."                                 a quotation that goes on: an opinion of its own

One opinion for every sentence that carries an expert's words. What an official says about experts' fields is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.experts import Expert, Experts
from dipevents.events.experts.claims import is_claim, is_judged, is_of_own_doings, is_title
from dipevents.events.merge import REACH
from dipevents.lexicon import read_words
from dipevents.models.actor import Actor
from dipevents.models.expert_opinion import ExpertOpinion, Stance
from dipevents.reading.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.attributions import Attribution
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.event import Event
    from dipevents.models.evidence import Evidence
    from dipevents.reading.sentence import Word

__all__ = ["find_opinions", "link_opinions"]

LEAST = 3
"""Words of a sentence that says something within a longer turn: "HARDLY. The oil will flow."."""
_EDGES = ' \t\r\n\u00a0,;"“”«»„‟`'
_TURNS = frozenset({".", ":", "?"})
"""The cues of what is said in turns."""
_THAT = re.compile(r"that\s+(?=\S)")
_WORD = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class _Said:
    """What experts say in one sentence."""

    sentence: Sentence
    experts: tuple[Expert, ...]
    spans: list[tuple[int, int]] = field(default_factory=list)
    stance: Stance | None = None
    reported_by: tuple[Actor, ...] = ()


def find_opinions(mentions: Mentions) -> list[ExpertOpinion]:
    """Every statement that an article attributes to experts, one a sentence, in text order."""
    collector = _Collector(mentions)
    for attribution in mentions.attributions:
        collector.collect(attribution, ())
    ordered = sorted(collector.found.values(), key=lambda s: (s.sentence.start, s.spans[0]))
    return [_opinion(mentions, said) for said in ordered]


_OTHERS = frozenset({"another", "others"})
"""Who is of one trade with those told before, and another."""


class _Collector:
    """What is said in which sentence by which experts."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self.text = mentions.article.text
        self.experts = Experts.among(mentions)
        self.found: dict[tuple[int, tuple[str, ...], str], _Said] = {}

    def collect(self, attribution: Attribution, reporters: tuple[Actor, ...]) -> None:
        """Takes in an attribution to experts; where others speak, what they credit to experts."""
        own = self.experts.of(attribution)
        if own and not is_claim(self.mentions, attribution):
            return
        if not own:
            for inner in attribution.inner:
                self.collect(inner, (*reporters, *attribution.speakers))
            return
        stance = self._stance(attribution)
        told = (part.text.lower() for part in attribution.source)
        apart = next((text for text in told if text in _OTHERS), "")  # "some say yes, but OTHERS say no"
        for sentence, start, end in self._by_sentence(attribution):
            if all(e.retired for e in own) and (
                is_of_own_doings(self.mentions, sentence, start, end, own)
                or (attribution.cue[0].text in _TURNS and not is_judged(sentence, start, end))
            ):
                continue
            key = (sentence.i, tuple(e.actor.name for e in own), apart)
            said = self.found.setdefault(key, _Said(sentence, own, reported_by=reporters))
            said.spans.append((start, end))
            said.stance = said.stance or stance

    def _by_sentence(self, attribution: Attribution) -> Iterator[tuple[Sentence, int, int]]:
        """The content, cut into sentences, quotation marks and commas at its edges and "that" left out."""
        for part in attribution.content:
            if is_title(part.text):
                continue
            turn = attribution.cue[0].text in {":", "?"} and len(part.text.split()) >= LEAST
            for sentence in self.mentions.sentences_over(part.start, part.end):
                start, end = max(part.start, sentence.body), min(part.end, sentence.end)
                text = self.text[start:end]
                claim = text.lstrip(_EDGES).removeprefix("''")
                start = end - len(claim)
                end = start + len(_without_end(claim))
                opening = _THAT.match(self.text, start, end)
                start = opening.end() if opening else start
                own = [w for w in sentence.words_between(start, end) if w.pos != "PUNCT"]
                if all(w.pos == "PRON" for w in own) or (turn and len(own) < LEAST):
                    continue
                yield sentence, start, end

    def _stance(self, attribution: Attribution) -> Stance | None:
        for cue in attribution.cue:
            for word in self.mentions.words_in(cue):
                found = _stances().get(word.lemma) or _stances().get(word.lower)
                if found is not None:
                    return Stance.DOUBTS if found is Stance.ASSERTS and _is_denied(word) else found
        return None


def _is_denied(verb: Word) -> bool:
    """Whether somebody does not believe in something: "NOR does she BELIEVE in it"."""
    inside = any(c.dep == "prep" and c.lower == "in" for c in verb.children)
    denied = any(c.dep == "neg" for c in verb.children) or verb.sentence.words[0].lower in {"neither", "nor"}
    return verb.lemma == "believe" and inside and denied


def _without_end(text: str) -> str:
    """A claim without what closes the quotation around it; what closes one inside stays: holds "for a generation"."""
    paired = (text.count("``") + text.count("''")) % 2 == 0  # "is ``over''"
    claim = text.rstrip(_EDGES) if paired else text.rstrip(_EDGES).removesuffix("''").rstrip(_EDGES)
    for opening, closing in ('""', "“”", "«»"):
        at = text.find(closing, len(claim))
        if at >= 0 and (claim.count('"') % 2 if opening == closing else claim.count(opening) > claim.count(closing)):
            return text[: at + 1]
    return claim


def _opinion(mentions: Mentions, said: _Said) -> ExpertOpinion:
    claim = tuple(mentions.quote(start, end) for start, end in sorted(set(said.spans)))
    return ExpertOpinion(
        evidence=(mentions.sentence_evidence(said.sentence),),
        reported_by=tuple(dict.fromkeys(said.reported_by)),
        experts=tuple(e.actor for e in said.experts),
        affiliation=next((e.affiliation for e in said.experts if e.affiliation), None),
        claim=" ".join(part.text for part in claim),
        claim_evidence=claim,
        stance=said.stance,
        hedges=tuple(_hedges(said.sentence, claim)),
    )


@cache
def _stances() -> dict[str, Stance]:
    return {lemma: Stance(name) for name, lemmas in read_words("expert_opinion")["stances"].items() for lemma in lemmas}


def _hedges(sentence: Sentence, claim: Sequence[Evidence]) -> Iterator[str]:
    """What softens a claim: modals with their negation, adverbs, "seem"."""
    hedges = read_words("expert_opinion")["hedges"]
    for part in claim:
        for word in sentence.words_between(part.start, part.end):
            if word.tag == "MD" and word.lower in hedges["modals"]:
                yield _with_negation(word)
            elif word.lower in hedges["words"] or (word.is_verb and word.lemma in hedges["verbs"]):
                yield word.text


def _with_negation(modal: Word) -> str:
    words = modal.sentence.words
    following = words[modal.i + 1] if modal.i + 1 < len(words) else None
    if following is None or following.dep != "neg":
        return modal.text
    start = modal.sentence.start
    return modal.sentence.text[modal.start - start : following.end - start]


def link_opinions(opinions: Sequence[ExpertOpinion], events: Sequence[Event]) -> tuple[ExpertOpinion, ...]:
    """The opinions with the ids of the events that they speak of.

    A claim speaks of an event whose evidence it stands in, and of one of whose participants, places and items it names
    two. Only the events that begin near it are asked, `REACH` before and as many behind.
    """
    if not opinions:
        return ()
    names = [_names(event) for event in events]
    known = cache(lambda i: events[i].id)
    order = sorted(range(len(events)), key=lambda i: events[i].start)
    starts = [events[i].start for i in order]
    linked = []
    for opinion in opinions:
        at = bisect_left(starts, opinion.start)
        near = sorted(order[max(0, at - REACH) : at + REACH])
        words = frozenset(_WORD.findall(opinion.claim.lower()))
        about = tuple(known(i) for i in near if _speaks_of(opinion, words, events[i], names[i]))
        linked.append(replace(opinion, about=about))
    return tuple(linked)


def _speaks_of(opinion: ExpertOpinion, words: frozenset[str], event: Event, names: Sequence[frozenset[str]]) -> bool:
    if any(_stands_in(part, event.evidence) for part in opinion.claim_evidence):
        return True
    return sum(1 for one in names if one & words) > 1


def _stands_in(part: Evidence, sentences: Sequence[Evidence]) -> bool:
    """Whether a stretch shares a character with one of some sentences, which are in text order."""
    at = bisect_left(sentences, part.end, key=lambda sentence: sentence.start)
    return at > 0 and sentences[at - 1].overlaps(part)


def _names(event: Event) -> list[frozenset[str]]:
    """For every participant, place and item of an event the words that name it."""
    found: dict[str, frozenset[str]] = {}
    for item in fields(event):
        if item.name in {"evidence", "reported_by"}:
            continue
        value = getattr(event, item.name)
        for part in value if isinstance(value, tuple) else (value,):
            name = getattr(part, "designation", None) or getattr(part, "name", None)
            if isinstance(name, str):
                aliases = getattr(part, "aliases", ())
                found[name] = frozenset(
                    w.lower()
                    for text in (name, *aliases)
                    for w in _WORD.findall(text)
                    if not w.islower() and len(w) > 2
                )
    return list(found.values())
