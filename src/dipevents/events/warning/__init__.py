"""Warnings: who threatens, cautions, urges or worries about whom."""

from __future__ import annotations

from dipevents.events.warning.warnings import find_warnings

__all__ = ["find_warnings"]
