"""Experts: who judges by profession, in an article and in general."""

from __future__ import annotations

from dipevents.events.experts.experts import Expert, Experts

__all__ = ["Expert", "Experts"]
