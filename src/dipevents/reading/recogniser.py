"""The recogniser of names of a spaCy pipeline: most words are settled by one product for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dipevents.reading.encoder import Encoder
from dipevents.reading.steps import is_plain

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

__all__ = ["Name", "Recogniser"]

Name = tuple[int, int, str]
"""First word, last word and label."""


class Recogniser:
    """A greedy recogniser of names of spaCy's, over its own encoder.

    Outside a name its next step depends on the word alone, so those scores are one product for all words; only from
    where a name may begin is it followed word by word.
    """

    def __init__(self, recogniser: Any, encoder: Encoder) -> None:
        import numpy as np

        self.encoder = encoder
        moves = recogniser.moves
        names = [moves.get_class_name(i) for i in range(moves.n_moves)]
        lower, upper, linear = (recogniser.model.get_ref(n) for n in ("lower", "upper", "tok2vec"))
        linear = linear.layers[-1]
        parts, width, pieces, _ = lower.get_param("W").shape
        self._linear = linear.get_param("W").T, linear.get_param("b")
        turned = lower.get_param("W").transpose(0, 2, 1, 3).reshape(parts * pieces * width, -1)
        self._features = np.ascontiguousarray(turned).T
        self._pad = (
            np.ascontiguousarray(lower.get_param("pad")[0].transpose(0, 2, 1)).reshape(parts, -1)[1:].sum(axis=0)
        )
        self._bias = np.ascontiguousarray(lower.get_param("b").T).reshape(-1)
        self._width = width
        self._upper = upper.get_param("W").T, upper.get_param("b")
        self._names = names
        never = np.float32(-np.inf)
        self._outside = np.array([0 if n == "O" or (n[:2] in {"B-", "U-"} and n[2:]) else never for n in names], "f")
        self._begins = np.array([n[:2] == "B-" for n in names])
        self._out = names.index("O")
        places = {name: i for i, name in enumerate(names)}
        self._goes_on = np.array([places.get(f"I-{n[2:]}", -1) if n[:2] == "B-" else -1 for n in names])
        self._ends = np.array([places.get(f"L-{n[2:]}", -1) if n[:2] == "B-" else -1 for n in names])

    @classmethod
    def of(cls, recogniser: Any) -> Recogniser | None:
        """The recogniser of a component; None if it is of another make, or keeps to names that are set already."""
        if not is_plain(recogniser):
            return None
        outer, lower = recogniser.model.get_ref("tok2vec"), recogniser.model.get_ref("lower")
        names = [recogniser.moves.get_class_name(i) for i in range(recogniser.moves.n_moves)]
        if [layer.name for layer in outer.layers[1:]] != ["list2array", "linear"] or "O" not in names:
            return None
        if lower.get_param("W").shape[0] != 3 or not {n[:2] for n in names} <= {"B-", "I-", "L-", "U-", "O"}:
            return None
        encoder = Encoder.of(outer.layers[0])
        return cls(recogniser, encoder) if encoder else None

    def read(self, numbers: Any, lengths: Any, blanks: AbstractSet[int], near: Any = None) -> list[list[Name]]:
        """The names of sentences, in text order.

        Args:
            numbers: The numbers of the words of all sentences, one behind the other.
            lengths: How many words each sentence has.
            blanks: The numbers of the words that are white space: no name begins with one.
            near: For each word whether a name may begin there; None for all.
        """
        import numpy as np

        ends = np.cumsum(lengths)
        if not len(numbers):
            return [[] for _ in ends]
        last = np.zeros(len(numbers), dtype=bool)
        last[ends[lengths > 0] - 1] = True
        weights, bias = self._linear
        hidden = np.dot(self.encoder.read(numbers, lengths, near), weights)
        hidden += bias
        here, start, before = np.split(np.dot(hidden, self._features), 3, axis=1)
        scores = self._scores(here + self._pad)
        scores += self._outside
        scores[np.ix_(last, self._begins)] = -np.inf  # a name of two words does not begin with the last
        if blanks and (blank := np.isin(numbers, list(blanks))).any():
            scores[blank] = np.where(np.arange(len(self._names)) == self._out, 0.0, -np.inf)
        best = scores.argmax(axis=1)
        if near is not None:
            best[~near] = self._out
        final = self._follow(best, last, here, start, before)
        return self._names_of(best, final, ends)

    def _scores(self, features: Any) -> Any:
        import numpy as np

        weights, bias = self._upper
        features += self._bias
        return np.dot(np.maximum(features[:, : self._width], features[:, self._width :]), weights) + bias

    def _follow(self, best: Any, last: Any, here: Any, start: Any, before: Any) -> Any:
        """For every word the last word of the name that it begins if no name is open before it; else itself."""
        import numpy as np

        final = np.arange(len(best))
        first = np.flatnonzero(self._begins[best])
        at = first + 1
        while len(first):
            scores = self._scores(here[at] + start[first] + before[at - 1])
            row = np.arange(len(first))
            on, end = self._goes_on[best[first]], self._ends[best[first]]
            more, less = scores[row, on], scores[row, end]
            goes = ((more > less) | ((more == less) & (on < end))) & ~last[at]
            final[first[~goes]] = at[~goes]
            first, at = first[goes], at[goes] + 1
        return final

    def _names_of(self, best: Any, final: Any, ends: Any) -> list[list[Name]]:
        import numpy as np

        found: list[list[Name]] = [[] for _ in ends]
        starts = np.flatnonzero(best != self._out)
        places = np.searchsorted(ends, starts, side="right")
        behind = 0
        rows = (starts.tolist(), final[starts].tolist(), best[starts].tolist(), places.tolist())
        bounds = [0, *ends.tolist()]
        for first, end, move, place in zip(*rows, strict=True):
            if first >= behind:
                found[place].append((first - bounds[place], end - bounds[place], self._names[move][2:]))
                behind = end + 1
        return found
