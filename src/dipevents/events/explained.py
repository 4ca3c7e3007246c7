"""Why a word yielded nothing, also where no reading of its sentence got as far as to say so.

Merz meets Trump in Washington.      "meets" opens no construction that is read: silence would look like a word
                                     that nobody looks for
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.mentions.mentions import Mentions
    from dipevents.models.event import Event

__all__ = ["UNREAD", "explain_silence", "telling_words"]

UNREAD = "in no construction that is read"


@cache
def telling_words(lexicon: str) -> frozenset[str]:
    """The lemmas that any reader takes for words of an event type, by the name of its lexicon.

    Example:
        >>> "warn" in telling_words("warning"), "say" in telling_words("warning")
        (True, False)
    """
    return frozenset(read_words(lexicon).get("explained", {}).get("words", ()))


def explain_silence(mentions: Mentions, room: str, lexicon: str, events: Iterable[Event]) -> None:
    """Keeps a reason for each telling word of a room that stands in the words of no event and has none as yet."""
    telling = telling_words(lexicon)
    quoted = {one.start for event in events for one in event.evidence}
    told = {one.trigger.start for one in mentions.skipped or () if one.room == room}
    for sentence in mentions.sentences:
        if not sentence.words or mentions.sentence_evidence(sentence).start in quoted:
            continue
        for word in sentence.words:
            if word.lemma in telling and word.pos in {"VERB", "NOUN"} and word.start not in told:
                mentions.skip(word, room, UNREAD)
