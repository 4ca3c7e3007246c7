"""The paragraphs that no sentence is read of: tables, code, text in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.models.evidence import Evidence
from dipevents.models.report import Unread
from dipevents.reading.language import unread_reason

if TYPE_CHECKING:
    from dipevents.mentions.mentions import Mentions

__all__ = ["unread_in"]


def unread_in(mentions: Mentions) -> tuple[Unread, ...]:
    """The paragraphs that were left out of the sentences, with the reason, in text order."""
    article, cut = mentions.article, {sentence.paragraph for sentence in mentions.sentences}
    found = []
    for at, paragraph in enumerate(article.paragraphs):
        if at not in cut and (reason := unread_reason(article.text[paragraph.start : paragraph.end])):
            stretch = Evidence.of(article.text, paragraph.start, paragraph.end)
            found.append(Unread(evidence=stretch, reason=reason))
    return tuple(found)
