"""Who speaks, at the head of each turn of a transcript or an interview, and over each comment of a round of them.

MR. ROSS: We urge Chad …  QUESTION: …  MR. ROSS: …     labels that come back
Q: Will it stop?  A: We urge …  Q   On Chad …           asked and answered
The Minister (Mr Alan Ross): …  Mr Ross: …              with the name in brackets
ADA HOLT, ANALYST, OSLO INSTITUTE:  / "The truce …"     a line of its own, over a quotation

Labels that come back are no datelines: "LIMA: …" heads many an item of a list of news.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.reading.towns import is_place

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["turns_of"]

Block = tuple[int, int]

_WORD = r"(?:[A-Z][\w.'’-]*|of|for|the|and|de|van|von|der|bin|al-[A-Z]\w*)"
_LABEL = re.compile(
    rf"(?:(?P<who>(?:[A-Z][\w.'’-]*|dpa|taz)(?:,? {_WORD}){{0,7}})"
    r"(?: \((?P<name>[^()\n]{1,40})\))?(?: \([^()\n]{1,40}\))?:"
    r"|(?P<asks>[QA])(?:\.|(?=\s\s)))\s+(?=\S)"
)
"""Who speaks, before a colon; "Q." and "A." as well, or with a wide blank behind."""
_NAMED = re.compile(r"(?:[A-Z][^\W\d_.-]*[ -]){1,3}[A-Z][^\W\d_.]*, (?:the |an? )?[a-z]")
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Baroness|Prof)\b")
_HEAD = re.compile(r"[A-Z][^\n:;\"“”.!?]{5,60},[^\n:;\"“”!?]{3,120}:?")
_CLOSING = frozenset(".?!…\"”»'’)-–—")
_QUOTED = re.compile(r"[\"“„«`]")
SHARE = 3
"""Blocks that one turn may have on average in a transcript."""


def turns_of(text: str, blocks: Sequence[Block]) -> dict[int, int]:
    r"""Where each label ends, by its start; empty for a text that is no transcript.

    Args:
        text: The text.
        blocks: Start and end of its paragraphs, in text order.

    Example:
        >>> text = "MR. ROSS: Hello.\nQUESTION: Chad?\nMR. ROSS: No."
        >>> [text[start:end] for start, end in turns_of(text, [(0, 16), (17, 32), (33, 46)]).items()]
        ['MR. ROSS:', 'QUESTION:', 'MR. ROSS:']
    """
    several = text.count(":") + text.count("Q") > 1  # at least two of them speak
    return (_spoken(text, blocks) if several else {}) or _headed(text, blocks)


def _spoken(text: str, blocks: Sequence[Block]) -> dict[int, int]:
    found = [(n, m) for n, block in enumerate(blocks) if (m := _LABEL.match(text, *block))]
    times = Counter(_bearer(m) for _, m in found)
    if not times or max(times.values()) < 2:
        return {}
    sure = {_bearer(m) for _, m in found if (label := _label(m)).lower() not in _mute() and not is_place(label)}
    back = {bearer for bearer in sure if times[bearer] > 1}
    turns = [(n, m) for n, m in found if _bearer(m) in sure or _may_be(m, times)] if back else []
    first = min((n for n, m in turns if times[_bearer(m)] > 1), default=0)
    turns = [(n, m) for n, m in turns if n >= first]  # "Interview: …" heads no turn
    told = sum(text[blocks[n][1] - 1] in _CLOSING for n, _ in turns)
    if not turns or len(turns) * SHARE <= turns[-1][0] - turns[0][0] or 2 * told < len(turns):
        return {}  # far apart, or headlines: "Holt: I will stay"
    return {m.start(): len(m[0].rstrip()) + m.start() for _, m in turns}


def _label(found: re.Match[str]) -> str:
    return found["who"] or found["asks"]


def _bearer(found: re.Match[str]) -> str:
    """The last word of the name of who speaks: of "The Minister (Mr Alan PRICE)", "Alan PRICE, envoy", "Mr PRICE"."""
    name = found["name"] or ""
    return (name if _TITLED.match(name) else _label(found)).partition(",")[0].rpartition(" ")[2]


def _may_be(found: re.Match[str], times: Counter[str]) -> bool:
    """Whether somebody bears the name of a town: "Houston: …" among turns of others."""
    label = _label(found)
    return times[_bearer(found)] > 1 and not label.isupper() and label.lower() not in _mute()


def _headed(text: str, blocks: Sequence[Block]) -> dict[int, int]:
    """The lines that name who is quoted below, where there are several of them."""
    found = [
        (n, head)
        for n, (head, (start, _)) in enumerate(pairwise(blocks))
        if _QUOTED.match(text, start) and _HEAD.fullmatch(text, *head) and _is_head(text[slice(*head)])
    ]
    if len(found) < 2 or (found[0][0] and _QUOTED.match(text, blocks[found[0][0] - 1][0])):
        return {}  # also names below what is quoted
    return dict(head for _, head in found)


def _is_head(line: str) -> bool:
    """Whether a line names somebody: "ADA HOLT, ANALYST, OSLO", "Ada Holt, analyst, Oslo", but no sentence."""
    return line.isupper() or line[-1] == ":" or _NAMED.match(line) is not None


@cache
def _mute() -> frozenset[str]:
    return frozenset(read_words("sentences")["mute"])
