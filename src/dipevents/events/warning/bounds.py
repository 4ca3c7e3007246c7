"""The condition that hangs on what is to come.

Oslo will strike IF LIMA YIELDS, THE MOMENT LIMA YIELDS; SHOULD LIMA YIELD, …
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.lexicon import is_of

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["condition_on", "marks_of"]

_CONDITIONS = frozenset({"if", "should", "unless", "once", "whenever", "until"})


def condition_on(verb: Word) -> Word | None:
    """The clause of a condition that hangs on a verb, "should he come" and "the moment he comes" included, or None."""
    bound = next((c for c in verb.children if c.dep == "advcl" and marks_of(c) & _CONDITIONS), None)
    times = (c for c in verb.children if c.dep == "npadvmod" and is_of(c, "instants"))
    return bound or next((r for c in times for r in c.children if r.dep in {"advcl", "relcl"}), None)


def marks_of(bound: Word) -> set[str]:
    """What opens a clause, in lower case: "if", "unless", "should", the "even" of "even if"."""
    return {c.lower for c in bound.children if c.dep in {"mark", "advmod", "aux"}}
