"""Hyphens in the place of blanks, as pages leave them that once had blanks which do not break.

on Friday,-the minister        behind a comma, a semicolon, a colon
was closed.-He left            behind a full stop, where a sentence follows
Ada Holt-said                  before a small word that ends no compound
in Oslo-on Friday              before one that ends compounds ("a sit-in"), but none with a name
the-visit, Mr-Holt             behind a small word or a title
Mali's-army, Ada Holt-(photo)   behind a possessive ending, before a bracket

"State-of-the-art", "US-led", "al-Holt" and "secretary-general" keep theirs.
"""

from __future__ import annotations

import re
from functools import cache

from dipevents.lexicon import read_words

__all__ = ["unglued"]

SHORTEST, LONGER = 3, 6
"""Letters of a name before a small word that ends compounds as well, and before one that is a syllable of names."""
SYLLABLES = frozenset({"a", "he", "in", "on"})
"""Small words that end Korean names as well: "Kim Jae-in"."""

_STOP = re.compile(
    r"(?<=[,;:])-(?=[\"“‘(]?[^\W\d_])|(?<=\w\w\w[.?!])-(?=[\"“]?[A-Z])"
    r"|(?<=['’]s)-(?=[^\W\d_])|(?<=\w)-(?=\()"
)
_PAIR = re.compile(r"(?<![\w-])([^\W\d_]+)-( ?)(?=([^\W\d_]+)([\w-]?))")
_CLOSED = re.compile(r"(?<=[)\"”])-(?=([a-z]+)(?![\w-]))")


def unglued(text: str) -> str:
    """The text with a blank for every such hyphen, as long as before.

    Example:
        >>> unglued("Ada Holt-said on Friday,-after a sit-in, that the-talks on state-of-the-art arms had failed.")
        'Ada Holt said on Friday, after a sit-in, that the talks on state-of-the-art arms had failed.'
    """
    if "-" not in text:
        return text
    text = _STOP.sub(" ", text)
    text = _CLOSED.sub(lambda m: " " if m[1] in _words("behind") or m[1] in _words("loose") else "-", text)
    return _PAIR.sub(lambda m: m[0].replace("-", " ") if _is_glued(*m.groups()) else m[0], text)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_words("sentences")["glued"][key])


def _is_glued(left: str, blank: str, right: str, behind: str) -> bool:
    """Whether the hyphen between two words stands for a blank; `behind` is the letter or hyphen that follows."""
    low = left.lower()
    if right[0].isupper():
        name = right.lower() not in _words("no_names")
        return low in _words("before") or (low in _words("before_names") and name)
    if blank:
        return False
    if low in _words("before"):
        return True
    if behind or (left[0].isupper() and right in SYLLABLES and len(left) < LONGER):
        return False
    name = left[0].isupper() and len(left) >= SHORTEST and low not in _words("no_names")
    return right in _words("behind") or (name and right in _words("loose"))
