"""Rules for weekdays: "Monday", "last Thursday", "Tuesday of next week"."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from dipevents.mentions.dates.absolute import of
from dipevents.mentions.dates.grammar import Match, Reading, reads, stands_alone
from dipevents.mentions.dates.period import Period, holding

if TYPE_CHECKING:
    from dipevents.mentions.dates.context import Context

_LEADING = ("following", "past")
"""Behind a day these may lead to what comes next: "on Monday FOLLOWING talks"."""
_AND = (["and"], ["and", "on"])
"""Between a day and the next one: no earlier one follows."""
CLOSE, WEEK = 3, 7


@reads("WEEKDAY")
def weekday(m: Match, c: Context) -> Reading | None:
    """Reads a bare weekday: the latest up to publication, or the next where the clause is ahead."""
    if c.abbreviated(m):
        return None
    found = c.weekday(m.get("WEEKDAY"), c.direction(m))
    before = c.last if c.text[max(c.last_end, 0) : m.span[0]].split() in _AND else None
    if found and before and before.unit == "D" and CLOSE < (before.first - found.first).days < WEEK:
        found = found.shift(WEEK)  # "met on Monday and TUESDAY", told on Monday
    return of(found, "weekday") if found else Reading("DATE", f"XXXX-WXX-{m.get('WEEKDAY')}", form="weekday")


@reads(
    "STEP WEEKDAY",
    "STEP STEP WEEKDAY",
    "the STEP WEEKDAY",
    "WEEKDAY STEP",
    "WEEKDAY of? STEP week",
    "STEP week|weeks POSS? WEEKDAY",
)
def stepped_weekday(m: Match, c: Context) -> Reading | None:
    """Reads "last Thursday", "this coming Sunday", "the previous Friday", "Tuesday of next week"."""
    number = m.get("WEEKDAY")
    step = m.get("STEP", 1) if m.get("STEP", 1) is not None else m.get("STEP")
    if c.low.endswith(_LEADING, 0, m.span[1]) and not stands_alone(m, c):
        return None  # "flew to Oslo on Monday FOLLOWING talks in Riga"
    if not c.today:
        return Reading("DATE", f"XXXX-WXX-{number}", form="weekday")
    if m.has("week", "weeks"):
        return of(Period("D", holding("W", c.today).shift(step).first + timedelta(number - 1)), "weekday", full=True)
    base = c.today
    near = c.near(m.span[0])
    if (
        near
        and near.unit == "D"
        and m.has("the")
        and "previous following preceding".find(c.low[m.words[m.first + 1].start : m.words[m.first + 1].end]) >= 0
    ):
        base = near.first
    back = (base.isoweekday() - number) % 7 or 7
    if step == 0:
        return of(c.weekday(number, c.direction(m)), "weekday")
    away = (number - base.isoweekday()) % 7 or 7
    if away == 1 and base is c.today and number != 1 and m.begins("next"):
        away += 7  # nobody calls tomorrow NEXT THURSDAY; on a Sunday "next Monday" is tomorrow all the same
    return of(Period("D", base - timedelta(back) if step < 0 else base + timedelta(away)), "weekday", full=True)
