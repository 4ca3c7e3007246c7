"""Who comes along, hung in place on what they do together.

came by train from Oslo TOGETHER WITH Kim      nobody is together with a train or a town
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.tails import hang

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["come_along"]

_ALONG = frozenset({"along", "together"})


def come_along(phrase: Word) -> None:
    """Hangs "together with" behind a phrase on the verb of that phrase."""
    if phrase.lower != "with" or all(c.lower not in _ALONG for c in phrase.children):
        return
    above = phrase.head
    for _ in range(4):
        if above.dep != "pobj" or above.head.head is above:
            return
        above = above.head.head
        if above.is_verb:
            hang([phrase], above)
            return
