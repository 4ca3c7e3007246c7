"""Offices with the state behind them and a name right behind that, as ministries and translators write them.

Foreign Minister of Armenia Arsen Babayan arrived     for the model: "… of Armenia, Arsen Babayan, arrived"
Speaker of the Riigikogu Ana Ruiz                     the same with an assembly
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_table, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["named_behind"]

_EXPLAINS = re.compile(r"(?<!day)(?<=[^\W\d_]), (?:[A-Z][\w-]* (?:(?:of|for|and) )?){0,6}\Z")
"""An office behind a name and a comma, which may be that one's: "met Ana Ruiz, PRESIDENT of Peru Jan Lie will come"."""


def named_behind(text: str) -> Iterator[tuple[int, int, str]]:
    """The blanks around such a name, and the comma that the model gets in their place; in text order.

    Example:
        >>> list(named_behind("President of Peru Ana Ruiz came."))
        [(17, 18, ', '), (26, 27, ', ')]
    """
    if " of " not in text:
        return
    for found in _pattern().finditer(text):
        if _EXPLAINS.search(text, max(0, found.start() - 90), found.start()):
            continue
        yield *found.span("before"), ", "
        if found["behind"]:
            yield *found.span("behind"), ", "


@cache
def _pattern() -> re.Pattern[str]:
    words = read_words("sentences")
    officers, assemblies = ("|".join(map(re.escape, words[key])) for key in ("officers", "assemblies"))
    rows = (row["words"] for row in read_table("countries") if row["kind"] in {"name", "full"})
    states = "|".join(map(re.escape, sorted(set(rows), key=lambda name: (-len(name), name))))
    other = "|".join(words["no_bearers"])
    piece = rf"(?!(?:{other})\b)[A-Z][^\W\d_]*(?:[-’'][^\W\d_]+)*+(?!\.)"
    linked = rf"(?: (?:al|bin|bint|da|de|der|dos|el|ibn|von|van))*[ -]{piece}"
    return re.compile(
        rf"\b(?:{officers})(?: (?:of|for|to|and|the|[A-Z][^\W\d_]*)){{0,9}}? (?:of|for) (?:the |The )?"
        rf"(?:(?:State of |Republic of |Kingdom of )?(?:{states})|(?:[A-Z]\w+ )?(?:{assemblies}))"
        rf"(?P<before> )(?={piece} ){piece}(?:{linked}){{1,3}}(?:(?P<behind> )(?=[a-z(])|(?=[,.;:)]|\s*$))"
    )
