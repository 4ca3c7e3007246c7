"""A demand and the threat behind it, told in one breath, each in a clause of its own.

leave the island, OR THE PORTS STAY SHUT           a clause behind "or", "otherwise"
they have two days to leave, AFTER WHICH …         a clause behind "after which", "failing which"
leave the island, LEST they meet our guns          a clause behind "lest"

"Leave or be shot" has one clause, and is one warning.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dipevents.events.warning.acts import is_future
from dipevents.events.warning.content import Content, paired
from dipevents.events.warning.lexicon import is_of
from dipevents.models.warning import WarningKind
from dipevents.reading.grammar import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.warning.triggers import Trigger
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["parted"]

_OR = frozenset({"or", "otherwise"})
_MAY = frozenset({"can", "may"})
_WHICH = frozenset({"after", "failing"})
_LEAST = 3
"""Words at least of either part."""
_MARKS = frozenset({'"', "“", "``"})
_STOPS = frozenset({".", "!"})
_NEAR = 9
"""Words within which the clause behind the joint has its verb."""


def parted(mentions: Mentions, trigger: Trigger, content: Content) -> tuple[Content, Content] | None:
    """The demand and the threat of an ultimatum; None for a content of one part."""
    if trigger.kind not in {None, WarningKind.DEMAND} or not content.words:
        return None
    last = content.words[-1]
    behind = [w for w in last.sentence.words[last.i + 1 :] if w.text not in _STOPS]
    near = behind[1:2] if behind and behind[0].text == "," else behind[:1]  # "told Lima to leave, OR it would strike"
    joined = trigger.lexical and bool(near) and near[0].lower in _OR | _WHICH
    words = (*content.words, *behind) if joined else content.words
    for at, (word, after) in enumerate(pairwise(words)):
        which = word.lower in _WHICH and after.lower == "which"
        if at < _LEAST or not (which or word.lower == "lest" or word.lower in _OR):
            continue
        tail = words[at + 1 + which :]
        if len(tail) < _LEAST:
            continue
        verb = _verb(tail)
        joint = word.head.is_verb or words[at - 1].text == "," or (verb is not None and verb.dep == "conj")
        if word.lower == "or" and not joint:
            continue  # "explain how he OR she will do it"
        before = _stripped(words[:at])
        if verb is not None and len(before) >= _LEAST and (word.lower == "lest" or _is_to_come(verb)):
            return _content(mentions, before, content.head), _content(mentions, tail, verb)
    return None


def _stripped(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words without the comma and the "and" behind them."""
    while words and words[-1].pos in {"PUNCT", "CCONJ"}:
        words = words[:-1]
    return words


def _is_to_come(verb: Word) -> bool:
    """Whether a clause tells what will be, or stay: "or the ports WILL be shut", "or the ports STAY shut"."""
    free = any(c.lower in _MAY for c in verb.children if c.dep == "aux")  # "or they CAN stay"
    return verb.dep != "relcl" and not free and (is_future(verb) or is_of(verb, "keeping"))


def _verb(tail: Sequence[Word]) -> Word | None:
    """The finite verb of a clause that begins with its subject: "THE PORTS will STAY shut"; None for "face war"."""
    start = 1 if tail[0].text in _MARKS else 0
    if tail[start].is_verb or tail[start].pos in {"ADP", "ADV", "SCONJ"}:
        return None
    near = tail[start : start + _NEAR]
    first = next((n for n, w in enumerate(near) if w.tag in FINITE or w.tag == "MD"), 0)
    if not first or any(w.text == "," or w.lower == "or" for w in near[:first]):
        return None
    verb = near[first]
    return verb.head if verb.dep in {"aux", "auxpass"} and verb.head.is_verb else verb


def _content(mentions: Mentions, words: Sequence[Word], head: Word | None) -> Content:
    kept = head if head is not None and head in words else words[0]
    return Content(paired(mentions, words[0].start, words[-1].end), tuple(words), kept)
