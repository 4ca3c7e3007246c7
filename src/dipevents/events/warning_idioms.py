"""Warnings that a fixed turn of phrase voices, whose verb alone says nothing.

Peru drew a red line on fishing, read Chad the riot act     the subject warns; whom and of what, the phrases behind say
Oslo's patience with Lima is wearing thin                     the owner warns
Peru came under pressure from Oslo over its fleet             the source warns the subject
to the dismay of Oslo, Peru sent its fleet                     the owner is troubled by all that is told
Oslo was up in arms over the fleet                             a state of concern
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.warning_issuers import actors_of, main_subjects, speaker_of
from dipevents.events.warning_lexicon import kinds, lexicon
from dipevents.events.warning_tasks import is_clause
from dipevents.events.warning_triggers import Trigger
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import clause, is_negated, is_passive

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = ["find_idioms", "idiom_words", "troubled_by"]

WITHIN = 7
"""Words behind a verb in which a turn of phrase ends."""
_TARGETS = ("to", "with", "on", "against", "at")
_TOPICS = ("over", "about", "regarding", "concerning", "on", "of", "at", "for", "around", "against", "that", "by")


@cache
def _idioms() -> Mapping[str, tuple[tuple[tuple[str, ...], WarningKind], ...]]:
    """The turns of phrase with their kinds, by the verb that they begin with."""
    found: dict[str, list[tuple[tuple[str, ...], WarningKind]]] = {}
    for phrase, kind in kinds("idioms").items():
        verb, *rest = phrase.split()
        found.setdefault(verb, []).append((tuple(rest), kind))
    return {verb: tuple(rows) for verb, rows in found.items()}


@cache
def idiom_words() -> frozenset[str]:
    """The lemmas that a turn of phrase begins with, or whose subject makes one."""
    return frozenset(_idioms()) | {"patience"}


def find_idioms(mentions: Mentions, word: Word) -> Iterator[Trigger]:
    """The trigger that a turn of phrase is, its verb or "patience"."""
    if word.is_noun:
        yield from _patience(mentions, word)
        return
    for rest, kind in _idioms().get(word.lemma, ()):
        parts = _parts(word, rest)
        if parts and not is_negated(word) and not is_passive(word):
            found = _of_verb(mentions, word, parts, kind)
            if kind is not WarningKind.DEMAND or found.addressed or any(w.is_verb for w in found.about):
                yield found  # not "as Ruiz TURNS UP THE HEAT"
                return


def _parts(verb: Word, rest: tuple[str, ...]) -> list[Word]:
    """The words of a turn of phrase behind its verb, in order and all below it; none where one is missing."""
    words, found, at = verb.sentence.words, [], verb.i + 1
    for part in rest:
        near = (w for w in words[at : verb.i + WITHIN + 1] if part in {w.lemma, w.lower} and w.is_under(verb))
        word = next(near, None)
        if word is None:
            return []
        found.append(word)
        at = word.i + 1
    return found


def _of_verb(mentions: Mentions, verb: Word, parts: list[Word], kind: WarningKind) -> Trigger:
    inside = {p.i for p in parts}
    hung = [c for w in (verb, *parts) for c in w.children if c.i > verb.i and c.i not in inside]
    behind = [(c.lower, p) for c in hung if c.dep in {"prep", "dative"} for p in c.children if p.dep == "pobj"]
    behind = [(prep, p) for prep, p in behind if not mentions.dates_in(p.start, p.end)]
    clauses = [c for c in hung if c.is_verb and c.dep in {"acl", "advcl", "ccomp", "xcomp"} and is_clause(c)]
    topical = any({p.lemma, p.lower} & lexicon("idiom_frames", "topical") for p in parts)
    targets = () if topical else tuple(w for prep in _TARGETS for p, w in behind if p == prep)[:1]
    targets = targets or tuple(
        c for c in hung if c.dep in {"dobj", "dative"} and (c.is_noun or c.pos == "PRON") and c.i < parts[-1].i
    )
    topics = [w for prep in (("to",) if topical else _TOPICS) for p, w in behind if p == prep and w not in targets]
    below = [w for t in targets for c in t.children if c.dep == "prep" and c.lower in _TOPICS[:4] for w in c.children]
    about = (clauses or topics or below or list(targets))[:1]
    subjects = main_subjects(verb) or clause(verb).subjects
    issuers = speaker_of(mentions, subjects)
    return Trigger(verb, kind, issuers, targets, about=tuple(about), sentence=verb.sentence)


def _patience(mentions: Mentions, noun: Word) -> Iterator[Trigger]:
    """Patience that ends: "Oslo's PATIENCE with Lima is wearing thin"."""
    if noun.lemma != "patience" or noun.dep not in {"nsubj", "nsubjpass"} or is_negated(noun.head):
        return
    verb = noun.head
    near = {w.lemma for c in verb.children for w in (c, *c.children) if c.i > noun.i} | {verb.lemma}
    if not near & lexicon("idiom_frames", "ebbing"):
        return
    args = clause(noun)
    issuers = actors_of(mentions, (c for c in noun.children if c.dep == "poss")) or actors_of(
        mentions, args.oblique("of", "in", "among")
    )
    topics = args.oblique("with", "for", "over") or clause(verb).oblique("over", "with")
    yield Trigger(noun, WarningKind.THREAT, issuers, args.oblique("with"), about=topics[:1], sentence=noun.sentence)


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
