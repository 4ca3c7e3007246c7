"""Which sentences are worth the engine's time: those that may state an event, told by their words alone.

    Lavrov will visit Ankara next week.          words of a room's lexicon, and a country: read
    Sales of umbrellas rose by three per cent.   nothing that any room looks for: left out

A sentence has features: its words, the lists of the rooms' lexicons that one of them stands in, a country's name,
quotation marks, its length and capitals, its place in the article. `data/skim.csv` gives each its weight for each room;
the sum is the chance that the sentence states an event of that kind, and then what its neighbours and the whole article
say is weighed in. What is read is worth it: the chances of the rooms are added up, an event of a rare kind counting for
more and a long sentence, which costs more, for less. Its context is read with it: the headline, the first sentence, the
sentence before one that opens with a pronoun, and wherever somebody who likely speaks as an expert ("said Ada Holt, an
analyst") speaks again ("Holt said"). `scripts/fit_skim.py` makes the weights anew from what reading
everything finds.

What stands between two blanks is looked up once and remembered, so the cost is linear and next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import chain
from math import log
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from dipevents.lexicon import Remembered, read_table, read_words
from dipevents.reading.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy as np
    import numpy.typing as npt


Floats: TypeAlias = "npt.NDArray[np.float64]"

__all__ = ["LEAST", "SECOND", "WORDS", "Skim", "features", "lists_of", "second_columns", "select"]

LEAST = 0.08
"""The least worth for which a sentence is read: see docs/explanation/speed.md."""
SECOND = ("own", "article", "before", "after", "both", "most", "offset")
"""The rows of `data/skim.csv` that weigh a sentence among the others; the last is the constant."""
FAINT = 0.25
"""The share of the least worth that an event's chance must have for its room to look at a sentence that is read."""
SPEAKER = 0.2
"""The chance of an opinion from which on those whom a sentence names are read wherever they speak again."""
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


class Skim(NamedTuple):
    """What is worth reading of an article.

    Attributes:
        read: The sentences that the engine reads, in order.
        faint: For each lexicon the positions of the sentences at which its room need not look, read or not.
    """

    read: list[Sentence]
    faint: Mapping[str, frozenset[int]]


def select(sentences: Sequence[Sentence], lexicons: Sequence[str | None], least: float = LEAST) -> Skim:
    """The sentences of one article that are worth reading, and those at which not every room need look.

    All are read and looked at where a room has no lexicon, or one that `data/skim.csv` does not know.

    Args:
        sentences: The sentences of one article, in text order.
        lexicons: Names of the lexicons of the rooms that will be asked.
        least: The least worth for which a sentence is read, from 0 (all) to 1: about the chance of an event.

    Example:
        >>> from dipevents.reading.sentence import Sentence
        >>> texts = ["Rain", "It fell.", "Umbrellas sold well.", "Moscow warned Ankara that it would respond."]
        >>> article = [Sentence(i, 0, 0, 0, i, False, text) for i, text in enumerate(texts)]
        >>> read, faint = select(article, ["visit", "warning"], 0.1)
        >>> [s.text for s in read]
        ['Rain', 'It fell.', 'Moscow warned Ankara that it would respond.']
        >>> 3 in faint["visit"], 3 in faint["warning"]
        (True, False)
    """
    import numpy as np

    rooms, places, weights = _weights()
    if least <= 0 or not sentences or any(name not in rooms for name in lexicons):
        return Skim(list(sentences), {})
    pieces = [sentence.text.split() for sentence in sentences]
    told = [set(chain.from_iterable(map(_ROWS.__getitem__, own))) for own in pieces]
    chances = _chances(sentences, pieces, told)
    asked = [rooms.index(name) for name in lexicons if name is not None]
    lengths = [max(SHORTEST, len(own)) for own in pieces]
    worths = chances[:, asked] @ weights[places["worth"], asked] * np.sqrt(USUAL / np.array(lengths))
    kept = set(np.flatnonzero(worths >= least).tolist())
    if kept:
        kept.update(range(min(2, len(sentences))))
    if "expert_opinion" in lexicons:
        experts = np.flatnonzero(chances[:, rooms.index("expert_opinion")] >= SPEAKER).tolist()
        kept |= _speaking_again(pieces, told, kept.intersection(experts))
    kept |= {i - 1 for i in kept if i and _PRONOUN.match(sentences[i].text.lower())}
    faint = {
        lexicon: frozenset(np.flatnonzero(chances[:, room] < FAINT * least).tolist())
        for lexicon, room in zip(filter(None, lexicons), asked, strict=True)
    }
    return Skim([sentence for i, sentence in enumerate(sentences) if i in kept], faint)


def _chances(sentences: Sequence[Sentence], pieces: Sequence[Sequence[str]], told: Sequence[set[int]]) -> Floats:
    """The chance of each sentence (row) to state an event of each room (column)."""
    import numpy as np

    rooms, places, weights = _weights()
    rows: list[int] = []
    firsts = []
    for at, sentence in enumerate(sentences):
        firsts.append(len(rows))
        rows.append(places["bias"])
        rows.extend(told[at])
        rows.extend([places[name] for name in _shape(at, sentence, pieces[at]) if name in places])
    owns = np.add.reduceat(weights[rows], firsts, axis=0)
    second = weights[[places[name] for name in SECOND]]
    logits = [second_columns(owns[:, room]) @ second[:-1, room] + second[-1, room] for room in range(len(rooms))]
    return _logistic(np.column_stack(logits))


def _speaking_again(pieces: Sequence[Sequence[str]], told: Sequence[set[int]], experts: Iterable[int]) -> set[int]:
    """The sentences in which a name of those sentences stands beside a word of saying: "Holt said", "said Holt"."""
    names = {word for i in experts for piece in pieces[i][1:] for word in WORDS[piece] if word[0].isupper()}
    say = _weights()[1].get("attributions.say", -1)
    if not names:
        return set()
    found = set()
    for i, own in enumerate(pieces):
        said = [k for k, piece in enumerate(own) if say in _ROWS[piece]] if say in told[i] else ()
        beside = (own[k] for at in said for k in (at - 1, at + 1) if 0 <= k < len(own))
        if any(not names.isdisjoint(WORDS[piece]) for piece in beside):
            found.add(i)
    return found


def second_columns(own: Floats) -> Floats:
    """What weighs a sentence among the others of its article: a row each, a column for each but the last of SECOND.

    Args:
        own: For each sentence of one article the logit of its chance, told by its features alone; at least one.
    """
    import numpy as np

    bound = np.minimum(np.maximum(own, -FAR), FAR)
    chances = _logistic(own)
    columns = np.empty((len(own), len(SECOND) - 1))
    columns[:, 0] = bound
    columns[:, 1] = mean = _logit(float(chances.mean()))
    columns[0, 2] = columns[-1, 3] = -FAR
    columns[1:, 2], columns[:-1, 3] = bound[:-1], bound[1:]
    columns[:, 4] = np.minimum(bound, mean)
    columns[:, 5] = _logit(float(chances.max()))
    return columns


def features(sentences: Sequence[Sentence]) -> list[set[str]]:
    """What the skim sees of each sentence, as names of rows that `data/skim.csv` may have."""
    found = []
    for at, sentence in enumerate(sentences):
        pieces = sentence.text.split()
        found.append({*_shape(at, sentence, pieces)}.union(*map(_told_by, pieces)))
    return found


def _shape(at: int, sentence: Sentence, pieces: Sequence[str]) -> tuple[str, ...]:
    """The features of a sentence's form and place."""
    capitals = min(6, sum(map(str.isupper, map(_first, pieces[1:]))))
    shape = f"capitals {capitals}", f"length {min(6, len(pieces) // 6)}", "opening" if at < 3 else "later"
    return (*shape, "heading") if sentence.heading else shape


def _told_by(piece: str) -> tuple[str, ...]:
    """The features that a sentence has by what stands between two blanks."""
    table = lists_of()
    words = _WORD.findall(piece.lower().replace("’s", "").replace("'s", ""))
    names = dict.fromkeys(name for word in words for name in table.get(word, ()))
    quoted = ["quoted"] if _QUOTED.search(piece) else []
    digit = ["digit"] if _DIGIT.search(piece) else []
    return (*names, *(f"word {word}" for word in words), *quoted, *digit)


def _rows_of(piece: str) -> tuple[int, ...]:
    _, places, _ = _weights()
    return tuple(places[name] for name in _told_by(piece) if name in places)


_ROWS = Remembered(_rows_of)


def _words_of(piece: str) -> tuple[str, ...]:
    return tuple([word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(piece)])


WORDS = Remembered(_words_of)
"""The words of what stands between two blanks, without the possessive ending."""
_first = itemgetter(0)


@cache
def _weights() -> tuple[tuple[str, ...], Mapping[str, int], Floats]:
    """The rooms' names, the row of each feature, and its weight (column) for each room."""
    import numpy as np

    table = read_table("skim")
    rooms = tuple(name for name in table[0] if name != "feature") if table else ()
    weights = np.array([[float(row[room]) for room in rooms] for row in table])
    return rooms, {row["feature"]: i for i, row in enumerate(table)}, weights


@cache
def lists_of() -> Mapping[str, tuple[str, ...]]:
    """For each form of a word, the lists of the rooms' lexicons, of small words, and the tables that it stands in."""
    table: dict[str, dict[str, None]] = {}
    rooms = ("visit", "warning", "arms_deal", "expert_opinion")
    for lists, path in (*((read_words(room), room) for room in rooms), (read_words("skim")["small"], "small")):
        for name, words in _lists(lists, path):
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


def _logistic(z: Floats) -> Floats:
    import numpy as np

    chances: Floats = 1 / (1 + np.exp(-np.minimum(np.maximum(z, -30), 30)))
    return chances


def _logit(p: float) -> float:
    p = max(1e-4, min(1 - 1e-4, p))
    return log(p / (1 - p))
