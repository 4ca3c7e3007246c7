"""Which sentences are worth the engine's time: those that may state an event, told by their words alone.

    Lavrov will visit Ankara next week.          words of a room's lexicon, and a country: read
    Sales of umbrellas rose by three per cent.   nothing that any room looks for: left out

A sentence has features: the lists of the rooms' lexicons that a word of it stands in, a country's name, quotation
marks, its place in the article. `data/skim.csv` gives each its weight for each room; the sum is the chance that the
sentence states an event of that kind, and the mean over the article tells whether it is of that kind at all. What is
read is whatever reaches `least` in some room, with its context: the headline, the first sentence, and the sentence
before one that opens with a pronoun. `scripts/fit_skim.py` makes the weights anew from what reading everything finds.

One set of words a sentence is intersected with one table, so the cost is linear and next to nothing.
"""

from __future__ import annotations

import re
from functools import cache
from math import exp, log
from typing import TYPE_CHECKING, Any

from dipevents.lexicon import read_table, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dipevents.reading.sentence import Sentence

__all__ = ["LEAST", "features", "select"]

LEAST = 0.02
"""The least chance of an event for which a sentence is read: see docs/explanation/speed.md."""

_WORD = re.compile(r"[^\W_]+(?:[-.’'][^\W_]+)*")
_PRONOUN = re.compile(r"[\"'“‘«(\s]*(?:he|she|they|it|his|her|their|its)\b")
_QUOTED = re.compile(r"[\"“”„«»]|``|''")
_DIGIT = re.compile(r"\d")
_VOWELS = frozenset("aeiou")


def select(sentences: Sequence[Sentence], lexicons: Sequence[str | None], least: float = LEAST) -> list[Sentence]:
    """The sentences of one article that are worth reading, in order.

    All of them where a room has no lexicon, or one that `data/skim.csv` does not know.

    Args:
        sentences: The sentences of one article, in text order.
        lexicons: Names of the lexicons of the rooms that will be asked.
        least: The least chance of an event for which a sentence is read, from 0 (all) to 1.

    Example:
        >>> from dipevents.reading.sentence import Sentence
        >>> texts = ["Rain", "It fell.", "Umbrellas sold well.", "Moscow warned Ankara that it would respond."]
        >>> [s.text for s in select([Sentence(i, 0, 0, 0, i, False, t) for i, t in enumerate(texts)], ["warning"], 0.1)]
        ['Rain', 'It fell.', 'Moscow warned Ankara that it would respond.']
    """
    rooms, weights = _weights()
    if least <= 0 or any(name not in rooms for name in lexicons):
        return list(sentences)
    wanted = [rooms.index(name) for name in lexicons if name is not None]
    found = features(sentences)
    kept = set(range(min(2, len(sentences))))
    for room in wanted:
        chances = [_logistic(weights["bias"][room] + sum(weights[f][room] for f in fs if f in weights)) for fs in found]
        mean = sum(chances) / len(chances) if chances else 0.0
        base = weights["article"][room] * _logit(mean) + weights["offset"][room]
        own = weights["own"][room]
        kept.update(i for i, chance in enumerate(chances) if _logistic(base + own * _logit(chance)) >= least)
    kept |= {i - 1 for i in kept if i and _PRONOUN.match(sentences[i].text.lower())}
    return [sentence for i, sentence in enumerate(sentences) if i in kept]


def features(sentences: Sequence[Sentence]) -> list[list[str]]:
    """What the skim sees of each sentence, as names of rows in `data/skim.csv`."""
    table, found = _table(), []
    for at, sentence in enumerate(sentences):
        words = set(_WORD.findall(sentence.text.lower().replace("’s", "").replace("'s", "")))
        known = {name for word in words & table.keys() for name in table[word]}
        if _QUOTED.search(sentence.text):
            known.add("quoted")
        if _DIGIT.search(sentence.text):
            known.add("digit")
        if sentence.heading:
            known.add("heading")
        known.add("opening" if at < 3 else "later")
        found.append(sorted(known))
    return found


@cache
def _weights() -> tuple[tuple[str, ...], Mapping[str, tuple[float, ...]]]:
    """The rooms' names, and each feature's weight for each of them."""
    rows = read_table("skim")
    rooms = tuple(name for name in rows[0] if name != "feature") if rows else ()
    return rooms, {row["feature"]: tuple(float(row[room]) for room in rooms) for row in rows}


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """For each form of a word, the lists that it stands in."""
    table: dict[str, dict[str, None]] = {}
    for lexicon in ("visit", "warning", "arms_deal", "expert_opinion"):
        for name, words in _lists(read_words(lexicon), lexicon):
            for word in words:
                for form in _forms(word.lower()):
                    table.setdefault(form, {})[name] = None
    for row in read_table("equipment"):
        for form in _forms(row["words"].lower().split()[-1]):
            table.setdefault(form, {})[f"equipment.{row['use']}"] = None
    for row in read_table("countries"):
        last = _WORD.findall(row["words"].lower())[-1:]
        if last and len(last[0]) > 3:
            table.setdefault(last[0], {})["country"] = None
    for word in read_words("attributions")["say"]:
        for form in _forms(word):
            table.setdefault(form, {})["attributions.say"] = None
    return {word: tuple(names) for word, names in table.items()}


def _lists(value: Any, path: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    if hasattr(value, "items"):
        for key, item in value.items():
            yield from _lists(item, f"{path}.{key}")
    elif isinstance(value, tuple):
        yield path, tuple(word for word in value if isinstance(word, str) and " " not in word)


def _forms(lemma: str) -> Iterator[str]:
    """The spellings that a lemma may have in text; a few that no word has do no harm."""
    yield lemma
    yield from read_words("skim")["irregular"].get(lemma, ())
    if not lemma.isalpha() or len(lemma) < 3:
        return
    stem = lemma[:-1] if lemma[-1] == "e" else lemma
    if lemma[-1] == "y" and lemma[-2] not in _VOWELS:
        yield from (lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
        return
    yield from (lemma + "s", lemma + "es", stem + "ed", stem + "ing")
    if lemma[-1] not in "aeiouwxy" and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS:
        yield from (f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing")
    if lemma.endswith("man"):
        yield lemma[:-3] + "men"


def _logistic(z: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, z))))


def _logit(p: float) -> float:
    p = max(1e-4, min(1 - 1e-4, p))
    return log(p / (1 - p))
