"""Hyphens that stand where a blank belongs: what is left of a broken no-break space in text from the web.

Mr Orlov-said, the-US envoy, the talks,-a minister, It failed.-He left     a word that no compound has there
Oslo-based, Anglo-Irish, mother-in-law, the U.S.-led force                 compounds, never parted
"""

from __future__ import annotations

import re
from functools import cache

from dipevents.lexicon import read_words

__all__ = ["parted"]

_HYPHEN = re.compile(r"-(?<=\S-)(?P<quote>[\"“‘]?)(?P<word>[^\W\d_][\w’']*)(?P<more>-?)")
_LEFT = re.compile(r"(?:^|[^\w’'\]-])([\w’'\]]+)$")
REACH = 30
"""Characters that are looked at before a hyphen."""


def parted(text: str) -> str:
    """The text with a blank for every such hyphen, so that all offsets stay.

    Example:
        >>> parted("The-envoy of the Oslo-based firm,-a lawyer, met Mr Orlov-and left.-He smiled.")
        'The envoy of the Oslo-based firm, a lawyer, met Mr Orlov and left. He smiled.'
    """
    letters = list(text) if "-" in text else []
    for hyphen in _HYPHEN.finditer(text) if letters else ():
        if _is_joint(text, hyphen):
            letters[hyphen.start()] = " "
    return "".join(letters) or text


@cache
def _lists() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(read_words("sentences")[f"joined_{name}"]) for name in ("behind", "before", "to_capitals"))


def _is_joint(text: str, hyphen: re.Match[str]) -> bool:
    at, word = hyphen.start(), hyphen["word"]
    behind, before, to = _lists()
    last, capital = text[at - 1], word[0].isupper()
    if last == ".":
        return capital and text[max(0, at - 4) : at - 1].isalnum() and not text[at - 3 : at - 1].isupper()
    if last in ",;:!?" or hyphen["quote"]:
        return last in ",;:!?"
    if last in '"”)':
        return capital or word in behind | before | to
    found = _LEFT.search(text, max(0, at - REACH), at)
    if found is None or hyphen["more"]:
        return False
    left = found[1]
    if word in behind and len(left) > 1 and left != "as" and "’" not in left.replace("'", "’"):
        return True
    if left.lower() in before and len(word) > 2 and not (left.lower() == "an" and capital):  # "an-Nahar"
        return True
    return (left == "a" and word.islower() and len(word) > 4) or (left in to and capital and word[1:2].islower())
