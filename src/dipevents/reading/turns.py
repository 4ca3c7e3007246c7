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
    rf"(?:(?P<who>(?:[A-Z][\w.'’-]*|dpa|taz)(?:,? {_WORD}){{0,7}})(?: \((?P<name>[^()\n]{{1,40}})\)){{0,2}}:"
    r"|(?P<asks>[QA])(?:\.|(?=\s\s)))\s+(?=\S)"
)
"""Who speaks, before a colon; "Q." and "A." as well, or with a wide blank behind."""
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
    if text.count(":") + text.count("Q") < 2:  # at least two of them speak
        return {}
    return _spoken(text, blocks) or _headed(text, blocks)


def _spoken(text: str, blocks: Sequence[Block]) -> dict[int, int]:
    found = [(n, m, m["who"] or m["asks"]) for n, block in enumerate(blocks) if (m := _LABEL.match(text, *block))]
    labels = Counter(label for *_, label in found)
    if not labels or max(labels.values()) < 2:
        return {}
    sure = {label for label in labels if label.lower() not in _mute() and not is_place(label)}
    if all(labels[label] < 2 for label in sure):
        return {}
    first = min(n for n, m, label in found if labels[label] > 1 or m["name"])  # "Interview: …" heads no turn
    turns = [(n, m) for n, m, label in found if n >= first and (label in sure or _may_be(label, labels))]
    told = sum(text[blocks[n][1] - 1] in _CLOSING for n, *_ in turns)
    if len(turns) * SHARE <= turns[-1][0] - turns[0][0] or 2 * told < len(turns):
        return {}  # far apart, or headlines: "Holt: I will stay"
    return {m.start(): len(m[0].rstrip()) + m.start() for _, m in turns}


def _may_be(label: str, labels: Counter[str]) -> bool:
    """Whether somebody bears the name of a town: "Houston: …" among turns of others."""
    return labels[label] > 1 and not label.isupper() and label.lower() not in _mute()


def _headed(text: str, blocks: Sequence[Block]) -> dict[int, int]:
    """The lines that name who is quoted below, where there are several of them."""
    heads = [
        head
        for head, (start, _) in pairwise(blocks)
        if _QUOTED.match(text, start) and _HEAD.fullmatch(text, *head) and _is_head(text[slice(*head)])
    ]
    return dict(heads) if len(heads) > 1 else {}


def _is_head(line: str) -> bool:
    """Whether a line names somebody: "ADA HOLT, ANALYST, OSLO", "Ada Holt, analyst, Oslo:", but no sentence."""
    return line.isupper() or line[-1] == ":"


@cache
def _mute() -> frozenset[str]:
    return frozenset(read_words("sentences")["mute"])
