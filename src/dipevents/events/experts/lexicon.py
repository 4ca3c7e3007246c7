"""The word lists of the room of expert opinions."""

from __future__ import annotations

from functools import cache

from dipevents.lexicon import read_words

__all__ = ["lexicon"]


@cache
def lexicon(name: str) -> frozenset[str]:
    """A list of `data/expert_opinion.toml`."""
    return frozenset(read_words("expert_opinion")[name])
