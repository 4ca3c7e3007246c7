"""Which sentences stand at an offset or between two: by bisection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.reading.sentence import Sentence

__all__ = ["SentenceIndex"]


class SentenceIndex:
    """The sentences of an article, in text order, by their offsets."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._starts = [s.start for s in sentences]

    def at(self, offset: int) -> Sentence | None:
        """The last sentence that begins at or before an offset; None before the first."""
        i = bisect_right(self._starts, offset) - 1
        return self._sentences[i] if i >= 0 else None

    def between(self, start: int, end: int) -> list[Sentence]:
        """The sentences that share a character with a stretch, in text order."""
        low = max(0, bisect_right(self._starts, start) - 1)
        high = bisect_left(self._starts, end)
        return [s for s in self._sentences[low:high] if start < s.end and s.start < end]
