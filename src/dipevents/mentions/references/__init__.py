"""Whom pronouns and nouns mean that stand for a name."""

from __future__ import annotations

from dipevents.mentions.references.offices import has_office, meant_by
from dipevents.mentions.references.qualities import unnamed_sort
from dipevents.mentions.references.references import is_definite, refer, referring

__all__ = ["has_office", "is_definite", "meant_by", "refer", "referring", "unnamed_sort"]
