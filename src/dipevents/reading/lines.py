r"""The lines of a text as blocks, each a paragraph or a heading: hard-wrapped text is read as if it were not.

A text is wrapped at a width where each line that another follows directly has no room for that one's first word. Lines
that end early, are indented, or open an item or a turn, end the block; so does an empty line.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["blocks_of", "strip", "unwrapped"]

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_WORD = re.compile(r"\S+")
_OWN = re.compile(r"[•●▪◦‣∙■◆*–—-]\s|\d{1,2}[.)]\s|[A-Z][\w.' -]{1,30}: ")
"""What opens a line that continues none: an item of a list, a turn ("HOST: …")."""
_OPEN = frozenset({"a", "an", "and", "her", "his", "its", "of", "the", "their", "to", "will"})
"""What ends no line but one that goes on."""
_WIDEST, _NARROWEST = 120, 30
"""Characters of the lines of wrapped text."""
_FULL = 0.9
"""Share of the lines of wrapped text that are full."""
_PAIRS = 3
"""Full lines that tell a wrapped text; two where a line goes on in lower case."""


class _Line(NamedTuple):
    start: int
    end: int
    indent: int


def blocks_of(text: str) -> Iterator[tuple[bool, int, int]]:
    r"""Whether it is the first, start and end of every block of lines that belong together.

    Example:
        >>> text = "Foreign Minister Sergei Lavrov came to\nAnkara for talks with its president\nand left.\n\nHe is 70."
        >>> [text[start:end] for _, start, end in blocks_of(text)][1:]
        ['He is 70.']
    """
    lines = []
    for found in _LINE.finditer(text):
        start, end = strip(text, found.start(), found.end())
        if start < end:
            lines.append(_Line(start, end, start - found.start()))
    width = _width(text, lines)
    first, start = True, lines[0].start if lines else 0
    for line, following in pairwise([*lines, None]):
        if line is None:
            return
        if following is not None and _goes_on(text, line, following, width):
            continue
        yield first, start, line.end
        first, start = False, following.start if following else 0


def unwrapped(text: str) -> str:
    r"""The text with a blank for each line break within a block: every offset stays what it is.

    Example:
        >>> unwrapped("He came in early\nmay.\nHe left.")
        'He came in early may.\nHe left.'
    """
    parts: list[str] = []
    done = 0
    for _, start, end in blocks_of(text):
        parts += text[done:start], _BREAK.sub(" ", text[start:end])
        done = end
    return "".join((*parts, text[done:]))


def strip(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the blanks and byte order marks at its ends."""
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == "\ufeff"):
        end -= 1
    return start, end


def _goes_on(text: str, line: _Line, following: _Line, width: int) -> bool:
    """Whether a line continues the one before it."""
    if not _adjoin(text, line, following):
        return False
    if _breaks_off(text, line, following):
        return True
    return _is_full(text, line, following, width) and _may_go_on(text, line, following)


def _breaks_off(text: str, line: _Line, following: _Line) -> bool:
    """Whether a sentence plainly runs on into the next line."""
    if text[following.start].islower():
        return text[line.end - 1] not in ".!?"
    last = text[max(line.start, line.end - 6) : line.end].rpartition(" ")[2]
    return last in _OPEN and _may_go_on(text, line, following)


def _adjoin(text: str, line: _Line, following: _Line) -> bool:
    return text.count("\n", line.end, following.start) < 2


def _may_go_on(text: str, line: _Line, following: _Line) -> bool:
    return following.indent <= line.indent and _OWN.match(text, following.start, following.end) is None


def _is_full(text: str, line: _Line, following: _Line, width: int) -> bool:
    """Whether the first word of the next line would not have gone into a line."""
    word = _WORD.match(text, following.start)
    return word is not None and line.indent + line.end - line.start + 1 + len(word[0]) > width


def _width(text: str, lines: Sequence[_Line]) -> int:
    """The width at which a text is wrapped, or more than any line has where it is not."""
    pairs = [(a, b) for a, b in pairwise(lines) if _adjoin(text, a, b) and _may_go_on(text, a, b)]
    widest = max((a.indent + a.end - a.start for a, _ in pairs), default=0)
    never = 2 * len(text) + 2
    if not _NARROWEST <= widest <= _WIDEST:
        return never
    full = sum(_is_full(text, a, b, widest) for a, b in pairs)
    broken = any(_breaks_off(text, a, b) for a, b in pairs)
    told = full >= (2 if broken else _PAIRS) and full >= _FULL * len(pairs)
    return widest if told else never
