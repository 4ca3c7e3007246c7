"""Rules for a date that leaves its unit to the one before it, and for a unit beside itself: "this year and LAST"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.dates.absolute import of
from dipevents.mentions.dates.grammar import NOTHING, Match, Reading, reads
from dipevents.mentions.dates.period import holding
from dipevents.mentions.dates.relative import unknown
from dipevents.mentions.dates.tense import neighbours

if TYPE_CHECKING:
    from dipevents.mentions.dates.context import Context

_GOES_ON = frozenset(("but", "not", "of", "he", "she", "it", "they", "we", "i", "there", "the", "a", "an"))
"""Behind "last" or "next" these begin something else: "and LAST BUT not least", "and NEXT THEY went"."""


@reads("QTY? UNIT on|over|to|by UNIT", "the UNIT on|over|to|by UNIT")
def on_itself(m: Match, _c: Context) -> Reading | None:
    """Reads "year-on-year" and "day to day" as no date."""
    return NOTHING if m.get("UNIT") == m.get("UNIT", 1) else None


@reads("(and|or) STEP", "(and|or) the STEP")
def step_alone(m: Match, c: Context) -> Reading | None:
    """Reads "next" in "this year and next" as the year after it; not "this year and next month", "and last but not"."""
    at = m.position("STEP")
    joint = at - 2 if "the" in m.words[at - 1].values else at - 1
    unit = m.words[joint - 1].values.get("UNIT") if joint > 1 else None
    behind = c.following(m.span[1])
    led = unit is not None and not m.words[joint - 2].values.keys().isdisjoint(("STEP", "the"))
    if not led or unit not in ("D", "W", "WE", "M", "Q", "Y") or m.get("STEP") == 0:
        return None
    ends = not behind and (m.after is None or "COMMA" in m.after.values)
    if not ends and (behind in _GOES_ON or behind not in neighbours("no_noun")):
        return None
    return of(holding(unit, c.today).shift(m.get("STEP")), "unit", full=True) if c.today else unknown(unit)
