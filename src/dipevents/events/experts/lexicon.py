"""The word lists of the room of expert opinions."""

from __future__ import annotations

from functools import cache
from itertools import chain

from dipevents.lexicon import read_words

__all__ = ["lexicon"]


@cache
def lexicon(*names: str) -> frozenset[str]:
    """A list of `data/expert_opinion.toml`, or several together."""
    return frozenset(chain.from_iterable(read_words("expert_opinion")[name] for name in names))
