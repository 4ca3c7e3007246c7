"""What the words of a warning tell beside whom it is aimed at: another clause, the occasion on which it is voiced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["doers_above", "is_on_occasion", "is_told_aside"]

_WHEN = frozenset({"after", "before", "during", "following"})


def doers_above(saying: Word) -> tuple[Word, ...]:
    """Who does what is judged behind it: "OSLO will arm them, a step that Lima said would lead to war"."""
    if saying.dep != "relcl" or not any(
        w.lower in {"that", "which"} for c in saying.children if c.is_verb for w in c.children
    ):
        return ()
    main = next((up for up in saying.ancestors() if up.is_verb and up.dep not in {"acl", "relcl", "xcomp"}), None)
    return clause(main).subjects if main is not None else ()


def is_told_aside(word: Word, inside: set[int]) -> bool:
    """Whether it stands in what is told of a noun within: "would leave Oslo, which has denied arming THE REBELS"."""
    above = next((up for up in word.ancestors() if up.is_verb and up.dep != "xcomp"), word)
    return above.dep == "relcl" and above.i in inside and word.dep == "dobj"


def is_on_occasion(word: Word) -> bool:
    """Whether it only tells when somebody warns: "made threats BEFORE DRILLS WITH CHAD"."""
    event = word.head.head if word.head.lower == "with" else word
    return event is not word and event.dep == "pobj" and event.head.lower in _WHEN
