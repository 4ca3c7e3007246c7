"""Reads the plain data files of `data/`, each once, and hands them out frozen."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Remembered", "read_table", "read_words"]

T = TypeVar("T")
KEPT = 1 << 16
"""Words that are remembered; all are forgotten when there are more, so that memory stays flat."""


class Remembered(dict[str, T]):
    """What a function says of words, each asked once and then only looked up: most words are met again and again.

    Example:
        >>> shouted = Remembered(str.isupper)
        >>> [word for word in ("NATO", "met", "NATO") if shouted[word]]
        ['NATO', 'NATO']
    """

    def __init__(self, of: Callable[[str], T]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, word: str) -> T:
        if len(self) >= KEPT:
            self.clear()
        self[word] = said = self._of(word)
        return said


def _freeze(value: Any) -> Any:
    if isinstance(value, dict):
        return MappingProxyType({key: _freeze(item) for key, item in value.items()})
    if isinstance(value, list):
        return tuple(_freeze(item) for item in value)
    return value


@cache
def read_words(name: str) -> Mapping[str, Any]:
    """The lexicon `data/<name>.toml`: tables are read-only mappings, lists are tuples.

    Example:
        >>> "verbs" in read_words("visit")
        True
    """
    content = files("dipevents.data").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    frozen: Mapping[str, Any] = _freeze(tomllib.loads(content))
    return frozen


@cache
def read_table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of `data/<name>.csv`, in file order, one read-only mapping a row; an empty cell is an empty string."""
    content = files("dipevents.data").joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return tuple(MappingProxyType(row) for row in csv.DictReader(content.splitlines()))
