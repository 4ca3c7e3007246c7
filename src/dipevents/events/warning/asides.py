"""What the words of a warning tell beside whom it is aimed at: another clause, the occasion on which it is voiced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.reading.clauses import clause
from dipevents.reading.grammar import SUBJECTS

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["doers_above", "is_on_occasion", "is_told_aside", "is_told_of", "is_wronged"]

_WHEN = frozenset({"after", "before", "during", "following"})
_WHOEVER = frozenset({"anybody", "anyone", "everybody", "everyone", "people", "those", "who", "whoever"})


def doers_above(saying: Word) -> tuple[Word, ...]:
    """Who does what is judged behind it: "OSLO will arm them, a step that Lima said would lead to war"."""
    told = (w for c in saying.children if c.is_verb for w in c.children if w.dep in SUBJECTS | {"dobj"})
    if saying.dep != "relcl" or not any(w.lower in {"that", "which"} for w in told):
        return ()
    main = next((up for up in saying.ancestors() if up.is_verb and up.dep not in {"acl", "relcl", "xcomp"}), None)
    return clause(main).subjects if main is not None else ()


def is_told_aside(word: Word, inside: set[int]) -> bool:
    """Whether it stands in what is told of a noun within: "would leave Oslo, which has denied arming THE REBELS"."""
    above = next((up for up in word.ancestors() if up.is_verb and up.dep != "xcomp"), word)
    return above.dep == "relcl" and above.i in inside and word.dep == "dobj"


def is_told_of(word: Word) -> bool:
    """Whether a relative clause only tells something of what is spoken of: "revenge for raids that killed RUIZ"."""
    near = (up for up, _ in zip(word.ancestors(), range(4), strict=False))
    return word.dep in {"dobj", "pobj"} and any(up.dep == "relcl" for up in near)


def is_on_occasion(word: Word) -> bool:
    """Whether it only tells when somebody warns: "made threats BEFORE DRILLS WITH CHAD"."""
    event = word.head.head if word.head.lower == "with" else word
    return event is not word and event.dep == "pobj" and event.head.lower in _WHEN


def is_wronged(word: Word) -> bool:
    """Whether it suffered from whom a threat is aimed at: "will punish the killers of TWO MEN, those who hit LIMA"."""
    done = False
    for up in word.ancestors():
        if is_of(up, "wrongdoers"):
            return True
        if up.lower in _WHOEVER:
            return done
        if up.is_verb and up.dep != "relcl" and not done:
            return False
        acts = "harm" if up.is_verb else "hostile_acts"
        done = done or up.lemma in lexicon("content", acts, "ills", "suffered")
    return False
