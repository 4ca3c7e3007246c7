"""Whom pronouns and nouns mean that stand for a name."""

from __future__ import annotations

from dipevents.mentions.references.qualities import unnamed_sort
from dipevents.mentions.references.references import has_office, is_definite, meant_by, refer, referring

__all__ = ["has_office", "is_definite", "meant_by", "refer", "referring", "unnamed_sort"]
