"""What speaks for and against a saying being a warning, where its words are none that `kind` knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.odds import lemma_of, of_sentence, of_trigger, told_by
from dipevents.reading.clauses import auxiliaries, clause, is_negated, is_passive

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.events.warning.content import Content
    from dipevents.events.warning.triggers import Trigger
    from dipevents.mentions.attributions import Attribution
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = ["LEAST", "signs_of_warning"]

LEAST = 0.70
"""The least chance with which a saying counts: see docs/explanation/odds.md."""


def signs_of_warning(
    mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]
) -> frozenset[str]:
    """The features of a candidate, as rows that `data/odds.csv` may have."""
    said = {w.i for w in content.words}
    beside = [w for w in trigger.word.sentence.words if w.i not in said and w is not trigger.word]
    return frozenset(
        (
            *_of_trigger(trigger),
            *_of_issuers(issuers),
            *(_of_head(mentions, content.head, issuers) if content.head is not None else ()),
            *told_by("said", content.words, "warning"),
            *told_by("beside", beside, "warning"),
            *_of_content(mentions, trigger.attribution, content, issuers),
        )
    )


def _of_trigger(trigger: Trigger) -> Iterator[str]:
    word, told = trigger.word, trigger.attribution
    yield from of_trigger(word)
    yield f"trigger is {trigger.kind.value if trigger.kind else 'plain'}"
    yield "trigger warns" if trigger.lexical else "trigger tells"
    yield "addressed" if trigger.addressed else "not addressed"
    if word.head is not word:
        yield f"over {lemma_of(word.head)}"
    for child in word.children:
        if child.dep in {"advmod", "amod", "aux", "auxpass", "mark", "neg", "prep"}:
            yield f"trigger has {child.dep} {lemma_of(child)}"
    if told is not None:
        yield f"told {told.kind}"
        yield f"told {min(told.depth, 2)} deep"
    if word.sentence is not trigger.sentence:
        yield "told from afar"
    yield from of_sentence(trigger.sentence)


def _of_issuers(issuers: Sequence[Actor]) -> Iterator[str]:
    yield f"{min(3, len(issuers))} issuers"
    for issuer in issuers:
        yield f"issuer is {issuer.kind.value}"
        yield "issuer of a state" if issuer.country else "issuer of no state"
        if issuer.role:
            yield f"issuer as {issuer.role.lower().split()[-1]}"


def _of_head(mentions: Mentions, head: Word, issuers: Sequence[Actor]) -> Iterator[str]:
    yield f"head {lemma_of(head)}"
    yield f"head as {head.tag}"
    yield f"head is {head.dep}"
    if not head.is_verb:
        return
    yield from (f"head with {word.lower}" for word in auxiliaries(head))
    if is_negated(head):
        yield "head negated"
    if is_passive(head):
        yield "head passive"
    arguments = clause(head)
    if not arguments.subjects:
        yield "head without subject"
    for subject in arguments.subjects:
        meant = mentions.actors.who(subject)
        side = "issuer" if any(a in issuers for a in meant) else "somebody else"
        yield f"subject is {side}" if meant else f"subject {lemma_of(subject)}"
    for thing in arguments.objects:
        yield f"object {lemma_of(thing)}"


def _of_content(
    mentions: Mentions, told: Attribution | None, content: Content, issuers: Sequence[Actor]
) -> Iterator[str]:
    inner = told.inner if told is not None else ()
    if any(one.speakers and not any(a in issuers for a in one.speakers) for one in inner):
        yield "said by others in it"
    yield f"said in {min(6, len(content.words) // 4)} fours of words"
    named = (w for w in content.words if w.pos in {"NOUN", "PRON", "PROPN"})
    states = {a.country for w in named for a in mentions.actors.who(w)}
    yield "said of another state" if states - {None} - {i.country for i in issuers} else "said of no other state"
