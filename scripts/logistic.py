"""Logistic regression of sparse features, for the scripts that fit the weights in `data/`."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Columns", "Rows", "common_words", "fit"]

LOWER = 0.5
"""Share of a word's uses in small letters below which it may be a name, and has no weight."""
_WRITTEN = re.compile(r"[^\W_]+")


class Rows:
    """A matrix: of zeros and ones, given as the columns that have a one in each row; a column of ones is added."""

    def __init__(self, rows: Sequence[Sequence[int]], width: int) -> None:
        self.columns = np.array([c for row in rows for c in (*row, width)])
        self.firsts = np.cumsum([0, *(len(row) + 1 for row in rows[:-1])])
        self.of = np.repeat(np.arange(len(rows)), [len(row) + 1 for row in rows])
        self.width = width + 1

    def times(self, weights: np.ndarray) -> np.ndarray:
        """Its product with a column."""
        return np.add.reduceat(weights[self.columns], self.firsts)

    def turned_times(self, values: np.ndarray) -> np.ndarray:
        """The product of its transpose with a column."""
        return np.bincount(self.columns, values[self.of], self.width)


class Columns(Rows):
    """The same of any numbers."""

    def __init__(self, columns: np.ndarray) -> None:
        self.x = np.hstack([columns, np.ones((len(columns), 1))])
        self.width = self.x.shape[1]

    def times(self, weights: np.ndarray) -> np.ndarray:
        """Its product with a column."""
        return self.x @ weights

    def turned_times(self, values: np.ndarray) -> np.ndarray:
        """The product of its transpose with a column."""
        return self.x.T @ values


def fit(x: Rows, found: np.ndarray, ridge: float) -> np.ndarray:
    """Weights of a logistic regression, the constant last (Newton's method, its steps by conjugate gradients)."""
    weights = np.zeros(x.width)
    penalty = np.full(x.width, ridge)
    penalty[-1] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x.times(weights), -30, 30)))
        left = -(x.turned_times(p - found) + penalty * weights)
        curve = p * (1 - p)
        step, way, size = np.zeros(x.width), left, left @ left
        for _ in range(60):
            bent = x.turned_times(curve * x.times(way)) + penalty * way
            far = size / (way @ bent)
            step, left = step + far * way, left - far * bent
            before, size = size, left @ left
            if size < 1e-9:
                break
            way = left + size / before * way
        weights += step
        if abs(step).max() < 1e-4:
            break
    return weights


def common_words(texts: Iterable[str]) -> set[str]:
    """The words of texts that are mostly written small, in lower case."""
    written = Counter(word for text in texts for word in _WRITTEN.findall(text))
    small = Counter({word: number for word, number in written.items() if word.islower()})
    uses = Counter[str]()
    for word, number in written.items():
        uses[word.lower()] += number
    return {word for word in uses if word.isalpha() and small[word] >= LOWER * uses[word]}
