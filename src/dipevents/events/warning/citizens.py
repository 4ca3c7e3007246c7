"""Advice to one's own people, which is a caution even where it is worded as a demand.

told DANES to leave Chad     advice, to one's own
told CHADIANS to leave       a demand, where a Danish office speaks
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.content import bearers
from dipevents.events.warning.lexicon import lexicon
from dipevents.mentions.gazetteer import find_names
from dipevents.models.actor import ActorKind, countries_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.warning.content import Content
    from dipevents.events.warning.triggers import Trigger
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = ["is_abroad", "to_citizens"]


def _is_people(mentions: Mentions, word: Word) -> bool:
    """Whether the people of a state are meant, whatever the tagger makes of them: "DANES have been told to leave"."""
    named = word.tag == "NNS" and any(hit.country and hit.kind != "group" for hit in find_names(word.text))
    return word.tag == "NNPS" or (named and mentions.actors.country_of(word) is not None)


def is_abroad(mentions: Mentions, word: Word, issuers: Sequence[Actor]) -> bool:
    """Whether people are of another state than who speaks to them: "India told PAKISTANI NATIONALS to leave"."""
    homes = countries_of(issuers)
    states = bool(homes) or (bool(issuers) and all(i.kind is ActorKind.IGO for i in issuers))  # the UN has no people
    return states and mentions.actors.country_of(word) not in {None, *homes}


def to_citizens(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> bool:
    """Travel and safety advice: a caution even where it is worded as a demand."""
    whom = [w for w in bearers(trigger, content) if not is_abroad(mentions, w, issuers)]
    people = any(
        w.lemma in lexicon("content", "citizens")
        or (_is_people(mentions, w) and not any(a.kind is not ActorKind.GROUP for a in mentions.actors.at(w)))
        for w in whom
    )
    if not people:
        return False
    return trigger.word.lemma in {"advise", "advice", "remind"} or any(
        w.lemma in lexicon("content", "travel") for w in content.words
    )
