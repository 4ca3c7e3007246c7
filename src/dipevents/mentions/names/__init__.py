"""The names of a sentence: of whom, of what, and what is none."""

from __future__ import annotations

from dipevents.mentions.names.names import read_names

__all__ = ["read_names"]
