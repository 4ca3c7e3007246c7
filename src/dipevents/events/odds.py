"""How likely a reader is to call something an event that no rule decides: a sum of weights, learnt from articles.

    Oslo called again on Lima to cooperate on the dam.      a demand that no list has: weighed, and likely
    Oslo called on Lima to cooperate on the dam.            perhaps no more than a wish: weighed, and unlikely

A room that has found the trigger and the participants of an event, but no construction that it knows, lets this file
decide. It looks at the common words of the sentence (never at names), at the lists of the lexicons that these stand in,
and at what the room adds. `data/odds.csv` has a weight for each; `scripts/fit_odds.py` makes it anew from articles
annotated by hand.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from itertools import chain
from math import exp, fsum
from typing import TYPE_CHECKING, TypeVar

from dipevents.lexicon import read_table
from dipevents.mentions.mentions import Weighed
from dipevents.models.event import Event
from dipevents.reading.clauses import auxiliaries, is_negated, is_passive
from dipevents.reading.grammar import is_question
from dipevents.reading.skim import lists_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Set as AbstractSet

    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["CONSTANT", "chance", "keep", "likely", "most_likely", "of_form", "of_sentence", "of_trigger", "told_by"]

E = TypeVar("E", bound=Event)

CONSTANT = "(constant)"
"""The row of a column that is always added."""
OPENING = 3
"""Sentences that an article opens with."""
_EMPTY = frozenset({"DET", "PUNCT", "SPACE"})


def likely(
    mentions: Mentions, room: str, least: float, signs: Callable[[], Iterable[str]], event: Callable[[], E]
) -> E | None:
    """The event that a room leaves open, with its chance, if that is great enough; where candidates are kept, None.

    Args:
        mentions: The article.
        room: The column of `data/odds.csv` with the name of the event type.
        least: The least chance, between 0 and 1, inclusive.
        signs: Gives the features: rows that the table may have; others weigh nothing.
        event: Makes the event; called only where it is kept.
    """
    if mentions.weighed is not None:
        keep(mentions, signs, event, sure=False)
        return None
    found = chance(room, frozenset(signs()))
    return replace(event(), chance=round(found, 2)) if found >= least else None


def keep(mentions: Mentions, signs: Callable[[], Iterable[str]], event: Callable[[], Event], *, sure: bool) -> None:
    """Keeps a candidate with its features, where that was asked for: `sure` is what the grammar decides."""
    if mentions.weighed is not None:
        mentions.weighed.append(Weighed(event(), frozenset(signs()), sure))


def chance(column: str, features: AbstractSet[str]) -> float:
    """The chance by a column of the table, between 0 and 1: 0.5 where the table has no such column.

    Example:
        >>> chance("warning", {"said patience", "quoted"}) > chance("warning", frozenset())
        True
    """
    return 1 / (1 + exp(-max(-30.0, min(30.0, _sum(column, features)))))


def most_likely(columns: Iterable[str], features: AbstractSet[str]) -> str:
    """The column with the highest sum; the first of equal ones."""
    return max(columns, key=lambda column: _sum(column, features))


def told_by(place: str, words: Iterable[Word], room: str) -> set[str]:
    """The features that words have at a place: "said harm" for a word, "said in warning.harm" for a list that has it.

    Names and numbers have none of their own.
    """
    told = [_features(place, room, w.text, w.lemma, w.pos, w.i == 0) for w in words if w.pos not in _EMPTY]
    return set(chain.from_iterable(told))


def of_trigger(word: Word) -> Iterator[str]:
    """The features of a trigger by itself: its lemma, its tag and its relation."""
    yield f"trigger {word.lemma}"
    yield f"trigger as {word.tag}"
    yield f"trigger is {word.dep}"


def of_form(word: Word) -> Iterator[str]:
    """The features of how a trigger is put: auxiliaries, voice, negation."""
    if word.is_verb:
        yield from (f"trigger with {helper.lower}" for helper in auxiliaries(word))
        yield "trigger passive" if is_passive(word) else "trigger active"
    if is_negated(word):
        yield "trigger negated"


def of_sentence(sentence: Sentence) -> Iterator[str]:
    """The features of a sentence as a whole: quoted, asked, a heading, where it stands."""
    if '"' in sentence.text or "“" in sentence.text:
        yield "quoted"
    if is_question(sentence):
        yield "asked"
    if sentence.heading:
        yield "a heading"
    yield "opening" if sentence.i < OPENING else "later"


def lemma_of(word: Word) -> str:
    """The dictionary form of a common word; "a name" and "a number" for what is none."""
    return _common(word.text, word.lemma, word.pos, word.i == 0)


def _common(text: str, lemma: str, pos: str, first: bool) -> str:
    if pos == "NUM" or not text.isalpha():
        return "a number"
    return "a name" if pos == "PROPN" or (text[0].isupper() and not first) else lemma.lower()


@lru_cache(maxsize=1 << 16)
def _features(place: str, room: str, text: str, lemma: str, pos: str, first: bool) -> tuple[str, ...]:
    """The features of a word, remembered: most words are met again and again."""
    lists = lists_of().get(text.lower(), ())
    return (
        f"{place} {_common(text, lemma, pos, first)}",
        *(f"{place} in {name}" for name in lists if name.startswith((room, "small."))),
    )


def _sum(column: str, features: AbstractSet[str]) -> float:
    weights = _weights().get(column, {})
    known = weights.keys() & features
    return fsum([weights.get(CONSTANT, 0.0), *[weights[feature] for feature in known]])


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """The weight of each feature, by column."""
    found: dict[str, dict[str, float]] = {}
    for row in read_table("odds"):
        found.setdefault(row["column"], {})[row["feature"]] = float(row["weight"])
    return found
