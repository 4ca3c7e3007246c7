"""The quotations of an article: where a pair of quotation marks begins and ends, read from the raw text alone.

Read are straight ("…"), curly (“…”, „…“), doubled single (''…'', ``…''), guillemets («…», »…«) and single marks
(‘…’, '…'). An apostrophe is no mark (don't, the soldiers' pay, the '90s), nor are inches (a 16" gun). Inside a
quotation marks of another family are part of its words; only outermost quotations are given.

A quotation of several paragraphs opens again at the head of each and closes once: it gives one `Quote` a paragraph,
and all but the first are `continued`; so it is where the paragraphs were run together. A mark that never closes ends
its quotation with the paragraph where it plainly opens speech (at the head of a sentence, after a comma or a colon),
else with the sentence; and always before a later sentence that reports ("said", "told").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dipevents.reading.article import Article, Paragraph

__all__ = ["Quote", "read_quotes"]

_MARK = re.compile(r"``|''+|‘‘|’’|[\"“”„‟«»‘’']")
_WORD = re.compile(r"[^\W\d_]+")
_OPENERS = frozenset({"“", "„", "‟", "«", "``", "‘‘", "‘"})
_CLOSERS = frozenset({"”", "»", "’’", "’"})
_FAMILY = {
    '"': "double",
    "“": "double",
    "”": "double",
    "„": "double",
    "‟": "double",
    "«": "guillemet",
    "»": "guillemet",
}
_TWINS = frozenset({"double", "doubled"})
"""Families that careless typesetting mixes: “…'' is one quotation, unless the other opened inside it."""
_SINGLE = frozenset({"'", "‘", "’"})
_BEFORE_OPENING = frozenset("([{-–—/:*>")
_AFTER_CLOSING = frozenset(".,;:!?)]}-–—…/*<")


@dataclass(frozen=True, slots=True)
class Quote:
    """One outermost quotation, or the part of one that stands in a paragraph.

    Attributes:
        start: Offset of the opening mark; `end` is behind the closing mark.
        inner_start: Offset of the first character behind the opening mark; `inner_end` is exclusive.
        paragraph: Index of its paragraph.
        closed: Whether a closing mark stands at its end; without one it was cut or goes on in the next paragraph.
        continued: Whether it goes on with the quotation before, which nothing closed.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    closed: bool
    continued: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: str
    opens: bool
    closes: bool
    sure: bool = True


def read_quotes(article: Article) -> tuple[Quote, ...]:
    """All outermost quotations in text order; none of them overlap.

    Example:
        >>> from dipevents.reading.article import split_article
        >>> text = "It was 'no threat', he said. ''We don't fear it.''"
        >>> [text[q.inner_start:q.inner_end] for q in read_quotes(split_article(text))]
        ['no threat', "We don't fear it."]
    """
    found = article.quotes
    if found is None:
        found = tuple(_find_quotes(article))
        object.__setattr__(article, "quotes", found)  # kept for whoever asks next
    return found


def _find_quotes(article: Article) -> list[Quote]:
    found: list[Quote] = []
    unclosed: _Mark | None = None
    for i, paragraph in enumerate(article.paragraphs):
        marks = _marks(article.text, paragraph)
        goes_on = _goes_on(article, i)
        at_head = bool(marks) and marks[0].start <= paragraph.body + 1
        continued = unclosed is not None and at_head and marks[0].family == unclosed.family
        unclosed, reopened = None, -1
        for opening, closing in _pairs(marks):
            if article.text[max(0, opening.start - 1) : opening.start] == "=":
                continue  # mark-up: <a href="…">
            if closing is None and goes_on:
                end = inner_end = _inserted_behind(article.text, paragraph, opening) or paragraph.end
            elif closing is None or closing.start == closing.end:
                limit = closing.end if closing is not None else _loose_end(article.text, paragraph, opening)
                end = inner_end = _report_behind(article.text, paragraph, opening, limit)
            else:
                end, inner_end = closing.end, closing.start
            if not article.text[opening.end : inner_end].strip():
                continue
            unclosed = opening if closing is None and goes_on else None
            goes_on_here = reopened == opening.start or (continued and opening is marks[0])
            reopened = end if closing is None or closing.start == closing.end else -1
            found.append(Quote(opening.start, end, opening.end, inner_end, i, reopened < 0, goes_on_here))
    return found


def _goes_on(article: Article, i: int) -> bool:
    """Whether the next paragraph begins with a quotation mark."""
    if i + 1 >= len(article.paragraphs):
        return False
    after = article.paragraphs[i + 1]
    return _MARK.match(article.text, after.start, after.start + 2) is not None


def _marks(text: str, paragraph: Paragraph) -> list[_Mark]:
    """The marks of a paragraph, apostrophes left out."""
    found: list[_Mark] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        left = before.isspace() or before in _BEFORE_OPENING or before in "\"“«'‘`"
        right = after.isspace() or after in _AFTER_CLOSING or after in "\"”»'’"
        opens, closes = left and not after.isspace(), right and not before.isspace()
        sign = match[0]
        if sign in _SINGLE:
            opens = opens and sign != "’" and (after in '"“[' or (after.isalpha() and not _is_elided(text, end)))
            closes = closes and sign != "‘"
            if opens or closes:
                found.append(_Mark(start, end, "single", opens, closes, before not in "sS" or after in _AFTER_CLOSING))
            continue
        if sign in _OPENERS:
            opens, closes = not (closes and not left), closes and not left
        elif sign in _CLOSERS:
            opens, closes = opens and not right, not (opens and not right)
        elif opens == closes:
            opens = closes = True
        found.append(_Mark(start, end, _FAMILY.get(sign, "doubled"), opens, closes))
    return found


def _is_elided(text: str, start: int) -> bool:
    word = _WORD.match(text, start, start + 8)
    return word is not None and word[0].lower() in _elided()


@cache
def _elided() -> frozenset[str]:
    return frozenset(read_words("quotes")["elided"])


def _pairs(marks: list[_Mark]) -> Iterator[tuple[_Mark, _Mark | None]]:
    """Opening and closing mark of every outermost quotation; None for the closing mark of the last where it lacks."""
    singles = _single_closings(marks)
    opened: _Mark | None = None
    nested = False
    skip_to = -1
    for i, mark in enumerate(marks):
        if i <= skip_to:
            continue
        if opened is None:
            if mark.family == "single":
                at = singles.get(i)
                if at is not None:
                    yield mark, marks[at]
                    skip_to = at
            elif mark.opens:
                opened, nested = mark, False
        elif mark.family == opened.family:
            if mark.opens and not mark.closes:
                yield opened, _Mark(mark.start, mark.start, mark.family, False, True)
                opened, nested = mark, False
            else:
                yield opened, mark
                opened = None
        elif mark.family in _TWINS and opened.family in _TWINS:
            if mark.closes and not mark.opens and not nested:
                yield opened, mark
                opened = None
            else:
                nested = mark.opens
    if opened is not None:
        yield opened, None


def _single_closings(marks: list[_Mark]) -> dict[int, int]:
    """Which single mark closes which.

    The next sure one before another opens, without a stray double mark between; failing that the first that may be
    a plural's apostrophe ("'cheap tricks' and the boys' pay").
    """
    found: dict[int, int] = {}
    opening, doubles = -1, 0
    for i, mark in enumerate(marks):
        if mark.family != "single":
            doubles += 1
        elif mark.opens and not mark.closes:
            opening, doubles = i, 0
        elif mark.closes and opening >= 0 and doubles % 2 == 0:
            if mark.sure:
                found[opening] = i
                opening = -1
            else:
                found.setdefault(opening, i)
    return found


def _report_behind(text: str, paragraph: Paragraph, opening: _Mark, limit: int) -> int:
    """Where an article's own words begin behind a mark that nothing closes.

    At ", he said" in the sentence where it opens; at a later sentence that reports; else at the limit.
    """
    inserted = _inserted_behind(text, paragraph, opening)
    if inserted is not None:
        return min(limit, inserted)
    for i in range(_sentence_behind(paragraph, opening), len(paragraph.sentences)):
        sentence = paragraph.sentences[i]
        if sentence.start >= limit:
            break
        if _reports().search(text, sentence.start, sentence.end):
            return sentence.start
    return limit


def _inserted_behind(text: str, paragraph: Paragraph, opening: _Mark) -> int | None:
    """Where the quotation ends before ", he said" in the sentence where it opens, or None."""
    behind = _sentence_behind(paragraph, opening)
    found = _inserted().search(text, opening.end, paragraph.sentences[behind - 1].end) if behind else None
    return found.start() + 1 if found is not None else None


def _sentence_behind(paragraph: Paragraph, opening: _Mark) -> int:
    """Position of the first sentence that begins behind a mark."""
    return bisect_right(paragraph.sentences, opening.start, key=lambda sentence: sentence.start)


@cache
def _reports() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(read_words('quotes')['reports'])})\b")


@cache
def _inserted() -> re.Pattern[str]:
    return re.compile(rf",(?=\s+(?:(?:he|she|they)\s+)?(?:{'|'.join(read_words('quotes')['inserted'])})\b)")


def _loose_end(text: str, paragraph: Paragraph, opening: _Mark) -> int:
    """Where a quotation ends that nothing closes."""
    before = text[paragraph.start : opening.start].rstrip()[-1:]
    ends = [s.end for s in paragraph.sentences]
    at = bisect_right(ends, opening.start)
    starts_sentence = at < len(ends) and paragraph.sentences[at].start == opening.start
    if before in {"", ",", ":"} or starts_sentence or at >= len(ends):
        return paragraph.end
    return ends[at]
