"""Which states a person's name speaks for: "Danute …-aite" rather for Lithuania than for the Soviet Union or Norway.

Pattern: each word of a name stands in the lists of `data/name_origins.toml` or in the names of known leaders, or ends
like the family names of a people. A name proves nothing by itself, many bear names from elsewhere; it only helps to
choose among the states that an article names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from dipevents.lexicon import read_table, read_words
from dipevents.mentions.name_index import folded
from dipevents.mentions.words import lexicon

__all__ = ["origin"]

BY_NAME, BY_LEADER, BY_ENDING, BY_HYPHEN = 1.0, 1.0, 0.5, 0.6
BESIDES = 0.5
"""What a name says for a state where it is frequent without being at home there."""

LEAST = 0.3
"""What the words of a name must tell together; less is nothing."""

_PART = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SYLLABLES = re.compile(r"[A-Z][a-z]+-[a-z]+")


class _Origins(NamedTuple):
    """The lists, read once: for each word and ending the peoples that have it, and what each says for a state."""

    names: Mapping[str, tuple[str, ...]]
    endings: Mapping[str, tuple[str, ...]]
    longest: int
    states: Mapping[str, Mapping[str, float]]
    hyphenating: tuple[str, ...]


@cache
def _origins() -> _Origins:
    names: dict[str, list[str]] = {}
    endings: dict[str, list[str]] = {}
    states: dict[str, dict[str, float]] = {}
    hyphenating = []
    for people, entry in read_words("name_origins").items():
        states[people] = dict.fromkeys(entry.get("also", ()), BESIDES) | dict.fromkeys(entry["states"], 1.0)
        for name in entry["names"].split():
            names.setdefault(name, []).append(people)
        for ending in entry.get("endings", ()):
            endings.setdefault(ending, []).append(people)
        if entry.get("hyphen"):
            hyphenating.append(people)
    return _Origins(
        {name: tuple(peoples) for name, peoples in names.items()},
        {ending: tuple(peoples) for ending, peoples in endings.items()},
        max(map(len, endings)),
        states,
        tuple(hyphenating),
    )


@cache
def _leaders() -> Mapping[str, tuple[str, ...]]:
    """The states whose known leaders have a word in their names."""
    found: dict[str, dict[str, None]] = {}
    for row in read_table("leaders"):
        for word in folded(row["name"]).lower().split():
            if len(word) > 2 and word not in lexicon("particles"):
                found.setdefault(word, {})[row["country"]] = None
    return {word: tuple(codes) for word, codes in found.items()}


@lru_cache(maxsize=4096)
def origin(name: str) -> Mapping[str, float]:
    """How far each state fits a person's name, 1 for the best; empty where the name tells nothing.

    Example:
        >>> origin("Danute Grigaite")["LTU"], "NOR" in origin("Danute Grigaite")
        (1.0, False)
        >>> origin("Xq")
        {}
    """
    words = [word for word in _PART.findall(folded(name).replace("’", "'")) if len(word) > 1]
    words = [word for word in words if word.lower() not in lexicon("particles")]
    totals: dict[str, float] = {}
    for i, word in enumerate(words):
        _add(totals, _of_word(word.lower(), i == len(words) - 1))
        if i and _SYLLABLES.fullmatch(word):
            _add(totals, _spread(_origins().hyphenating, BY_HYPHEN))
    most = max(totals.values(), default=0.0)
    if most < LEAST:
        return {}
    return {code: value / most for code, value in totals.items()}


def _add(totals: dict[str, float], more: Mapping[str, float], share: float = 1.0) -> None:
    for code, value in more.items():
        totals[code] = totals.get(code, 0.0) + value * share


def _of_word(word: str, last: bool) -> dict[str, float]:
    """What one word of a name, in lower case, says for each state; only the last word has a family's ending."""
    table = _origins()
    peoples = table.names.get(word, ())
    known = _leaders().get(word, ())
    found = _spread(peoples, BY_NAME)
    for code in known:
        found[code] = max(found.get(code, 0.0), BY_LEADER / len(known) ** 0.5)
    if found:
        return found
    if "-" in word and not (last and "-" + word.rsplit("-", 1)[1] in table.endings):
        for part in word.split("-"):
            _add(found, _of_word(part, last) if len(part) > 1 else {}, 0.5)
        return found
    for length in range(min(table.longest, len(word) - 2), 0, -1) if last or "-" in word else ():
        ending = table.endings.get(word[-length:])
        if ending:
            return _spread(ending, BY_ENDING if length > 1 else BY_ENDING / 2)
    return found


def _spread(peoples: tuple[str, ...], weight: float) -> dict[str, float]:
    """A weight for the states of several peoples: the more they are the less it tells."""
    found: dict[str, float] = {}
    for people in peoples:
        for code, share in _origins().states[people].items():
            found[code] = max(found.get(code, 0.0), weight * share / len(peoples) ** 0.5)
    return found
