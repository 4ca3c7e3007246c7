"""Visits: who travels to whom, where and when."""

from __future__ import annotations

from dipevents.events.visit.visits import find_visits

__all__ = ["find_visits"]
