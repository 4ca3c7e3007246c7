"""Attributions: who says what."""

from __future__ import annotations

from dipevents.mentions.attributions.attributions import Attribution, AttributionKind, Speakers, read_attributions

__all__ = ["Attribution", "AttributionKind", "Speakers", "read_attributions"]
