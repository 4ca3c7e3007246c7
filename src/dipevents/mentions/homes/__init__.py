"""The states of actors: told, known, or guessed from what stands around."""

from __future__ import annotations

from dipevents.mentions.homes.homes import Homes, sort_of

__all__ = ["Homes", "sort_of"]
