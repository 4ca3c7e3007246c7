"""Whom the article credits for an event: the speakers whose words state it.

The jets were sold, CNN reported.            CNN
Kim crossed the border, Seoul confirmed.     South Korea
Lavrov warned that …                         nobody: who warns is the issuer
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.merge import union

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dipevents.mentions.attributions import Attribution
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.event import Event

__all__ = ["with_credits"]

SPEAKERS = ("issuers", "experts")
"""Fields of events that are speech themselves: their fillers are not credited for them."""


def with_credits(events: Iterable[Event], mentions: Mentions) -> Iterator[Event]:
    """The events with `reported_by` filled: who says the sentences that state them, in text order."""
    by_sentence = _by_sentence(mentions)
    for event in events:
        own = [actor for name in SPEAKERS for actor in getattr(event, name, ())]
        speakers = [
            a.speaker
            for evidence in event.evidence
            for a in by_sentence.get(evidence.start, ())
            if a.speaker is not None and a.speaker not in own
        ]
        yield replace(event, reported_by=union(event.reported_by, speakers)) if speakers else event


def _by_sentence(mentions: Mentions) -> dict[int, Sequence[Attribution]]:
    """The outermost attributions whose words make up most of a sentence, by the sentence's start."""
    found: dict[int, list[Attribution]] = {}
    sentences = mentions.sentences
    at = 0
    for attribution in mentions.attributions:
        start, end = attribution.content[0].start, attribution.content[-1].end
        while at + 1 < len(sentences) and sentences[at].end <= start:
            at += 1
        while at > 0 and sentences[at].start > start:
            at -= 1
        for i in range(at, len(sentences)):
            sentence = sentences[i]
            if sentence.start >= end:
                break
            said = sum(
                max(0, min(span.end, sentence.end) - max(span.start, sentence.start)) for span in attribution.content
            )
            if 2 * said >= sentence.end - sentence.start:
                found.setdefault(sentence.start, []).append(attribution)
    return {start: tuple(items) for start, items in found.items()}
