"""What stands in brackets and says again, or describes, what stands before them: the model, led astray, goes without.

And titles of several that are cut short, which it gets whole.

ten (10) launchers                       "10": one number
Rocket System (HIMARS) launchers         "System": one word of a name
Commodore (Retd) Ada Holt                "Commodore Ada Holt": a rank and its bearer
Senator Ada Holt (R-Ky.) left            "Senator Ada Holt left": a party and a state of the US
Sens. Ada Holt and Jan Kos left          "Senators Ada Holt and Jan Kos left": a title of several, cut short
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["said_again"]


def said_again(text: str) -> Iterator[tuple[int, int, str]]:
    """What stands in a text from where to where, and what the model gets in its place; in text order.

    Example:
        >>> list(said_again("Oslo asked for forty-four (44) jets."))
        [(15, 30, '44')]
    """
    for found in _pattern().finditer(text) if " (" in text or "s. " in text else ():
        short = read_words("sentences")["many"].get(found["many"] or "")
        yield found.start(), found.end(), found["digits"] or found["name"] or short or " "


@cache
def _pattern() -> re.Pattern[str]:
    """A number in words and in digits; or a name of things in full, its short form, and what goes on behind it."""
    words = read_words("sentences")
    numbers, things, named, behind = ("|".join(words[key]) for key in ("numbers", "abbreviated", "named", "behind"))
    many = "|".join(map(re.escape, words["many"]))
    return re.compile(
        rf"\b(?P<many>{many})(?= [A-Z])|\b(?i:(?:{numbers})(?:[ -](?:and )?(?:{numbers}))*) \((?P<digits>\d[\d,]*)\)"
        rf"|\b(?P<name>(?:{things})s?|(?:{named})s?(?= \(\S+\) (?:[A-Z][a-z]+ )?(?:{behind})\b))"
        r" \([A-Z][A-Za-z-]{1,9}\)"
        r"|(?<=[a-z.]) \((?i:ret|retd|ret'd|rtd)\.?\) (?=[A-Z])"
        r"|(?<=[a-z.]) \([DRI](?:-[A-Z][\w. ]{1,12})?\)(?: (?=\w)|(?=[,.;:’']))"
    )
