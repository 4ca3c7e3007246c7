"""Which sentences are worth the engine's time: those that may state an event, told by their words alone.

    Lavrov will visit Ankara next week.          words of a room's lexicon, and a country: read
    Sales of umbrellas rose by three per cent.   nothing that any room looks for: left out

A sentence has features: the lists of the rooms' lexicons that a word of it stands in, a country's name, quotation
marks, its length and capitals, its place in the article. `data/skim.csv` gives each its weight for each room; the sum
is the chance that the sentence states an event of that kind, and then what its neighbours and the whole article say is
weighed in. What is read is worth it: the chances of the rooms are added up, an event of a rare kind counting for more
and a long sentence, which costs more, for less. Its context is read with it: the headline, the first sentence, and the
sentence before one that opens with a pronoun. `scripts/fit_skim.py` makes the weights anew from what reading everything
finds.

What stands between two blanks is looked up once and remembered, so the cost is linear and next to nothing.
"""

from __future__ import annotations

import re
from functools import cache
from math import exp, log, sqrt
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from dipevents.lexicon import Remembered, read_table, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dipevents.reading.sentence import Sentence

__all__ = ["LEAST", "SECOND", "features", "second_columns", "select"]

LEAST = 0.055
"""The least worth for which a sentence is read: see docs/explanation/speed.md."""
SECOND = ("own", "article", "before", "after", "both", "most", "offset")
"""The rows of `data/skim.csv` that weigh a sentence among the others; the last is the constant."""
USUAL = 20
"""Words of a usual sentence: for one of these the worth is the chance itself, of an event of average frequency."""
SHORTEST = 8
"""Words that the shortest sentence counts for."""

_WORD = re.compile(r"[^\W_]+(?:[-.’'][^\W_]+)*")
_PRONOUN = re.compile(r"[\"'“‘«(\s]*(?:he|she|they|it|his|her|their|its)\b")
_QUOTED = re.compile(r"[\"“”„«»]|``|''")
_DIGIT = re.compile(r"\d")
_VOWELS = frozenset("aeiou")
FAR = 9.0
"""The bound of a logit: surer than that, no sentence is."""


def select(sentences: Sequence[Sentence], lexicons: Sequence[str | None], least: float = LEAST) -> list[Sentence]:
    """The sentences of one article that are worth reading, in order.

    All of them where a room has no lexicon, or one that `data/skim.csv` does not know.

    Args:
        sentences: The sentences of one article, in text order.
        lexicons: Names of the lexicons of the rooms that will be asked.
        least: The least worth for which a sentence is read, from 0 (all) to 1: about the chance of an event.

    Example:
        >>> from dipevents.reading.sentence import Sentence
        >>> texts = ["Rain", "It fell.", "Umbrellas sold well.", "Moscow warned Ankara that it would respond."]
        >>> [s.text for s in select([Sentence(i, 0, 0, 0, i, False, t) for i, t in enumerate(texts)], ["warning"], 0.1)]
        ['Rain', 'It fell.', 'Moscow warned Ankara that it would respond.']
    """
    rooms, weights = _weights()
    if least <= 0 or any(name not in rooms for name in lexicons):
        return list(sentences)
    worths = [0.0] * len(sentences)
    bias = weights["bias"]
    owns = [
        list(map(sum, zip(bias, *[weights[name] for name in names if name in weights], strict=True)))
        for names in features(sentences)
    ]
    for room in (rooms.index(name) for name in lexicons if name is not None):
        a, b, c, d, e, f, constant = (weights[name][room] for name in SECOND)
        worth = weights["worth"][room]
        for i, (own, article, before, after, both, most) in enumerate(second_columns([own[room] for own in owns])):
            z = a * own + b * article + c * before + d * after + e * both + f * most + constant
            worths[i] += worth * _logistic(z)
    kept = set(range(min(2, len(sentences))))
    for i, sentence in enumerate(sentences):
        length = max(SHORTEST, sentence.text.count(" ") + 1)
        if worths[i] * sqrt(USUAL / length) >= least:
            kept.add(i)
    kept |= {i - 1 for i in kept if i and _PRONOUN.match(sentences[i].text.lower())}
    return [sentence for i, sentence in enumerate(sentences) if i in kept]


def second_columns(own: Sequence[float]) -> list[tuple[float, ...]]:
    """What weighs a sentence among the others of its article: a row each, a column for each but the last of SECOND.

    Args:
        own: For each sentence of one article the logit of its chance, told by its features alone.
    """
    if not own:
        return []
    bound = [z if -FAR < z < FAR else max(-FAR, min(FAR, z)) for z in own]
    chances = [_logistic(z) for z in own]
    mean, most = _logit(sum(chances) / len(chances)), _logit(max(chances))
    before, after = [-FAR, *bound[:-1]], [*bound[1:], -FAR]
    return [(z, mean, u, v, z if z < mean else mean, most) for z, u, v in zip(bound, before, after, strict=True)]


def features(sentences: Sequence[Sentence]) -> list[list[str]]:
    """What the skim sees of each sentence, as names of rows in `data/skim.csv`."""
    found = []
    for at, sentence in enumerate(sentences):
        pieces = sentence.text.split()
        known = set().union(*map(_TOLD.__getitem__, pieces))
        if sentence.heading:
            known.add("heading")
        known.add("opening" if at < 3 else "later")
        known.add(f"capitals {min(6, sum(map(str.isupper, map(_first, pieces[1:]))))}")
        known.add(f"length {min(6, len(pieces) // 6)}")
        found.append(sorted(known))
    return found


def _told_by(piece: str) -> tuple[str, ...]:
    """The features that a sentence has by what stands between two blanks."""
    table = _table()
    words = _WORD.findall(piece.lower().replace("’s", "").replace("'s", ""))
    names = dict.fromkeys(name for word in words for name in table.get(word, ()))
    quoted = ["quoted"] if _QUOTED.search(piece) else []
    digit = ["digit"] if _DIGIT.search(piece) else []
    return (*names, *quoted, *digit)


_TOLD = Remembered(_told_by)
_first = itemgetter(0)


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
    return 1 / (1 + exp(-z)) if -30 < z < 30 else float(z > 0)


def _logit(p: float) -> float:
    p = max(1e-4, min(1 - 1e-4, p))
    return log(p / (1 - p))
