"""The condition that hangs on what is to come.

Oslo will strike IF LIMA YIELDS, THE MOMENT LIMA YIELDS; SHOULD LIMA YIELD, …
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.lexicon import is_of
from dipevents.reading.grammar import SUBJECTS

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["condition_on", "is_only_when", "main_of", "marks_of"]

_CONDITIONS = frozenset({"if", "should", "unless", "once", "whenever", "until"})


def condition_on(verb: Word) -> Word | None:
    """The clause of a condition that hangs on a verb, "should he come" and "the moment he comes" included, or None."""
    hung = (c if c.tag != "VBD" or c.lemma != "be" else _inverted(c) or c for c in verb.children if c.dep == "advcl")
    bound = next((c for c in hung if marks_of(c) & _CONDITIONS), None)
    times = (c for c in verb.children if c.dep == "npadvmod" and is_of(c, "instants"))
    bound = bound or next((r for c in times for r in c.children if r.dep in {"advcl", "relcl"}), None)
    return bound or next((c for c in _hung_on_cue(verb) if marks_of(c) & _CONDITIONS), None)


def _hung_on_cue(verb: Word) -> list[Word]:
    """The clauses that were hung on a report put in between: "if Lima YIELDS, the minister SAID, Oslo will leave"."""
    cues = [c for c in verb.children if c.dep == "parataxis" and c.i < verb.i]
    if verb.dep == "ccomp" and verb.head.i < verb.i:
        cues.append(verb.head)
    return [c for cue in cues for c in cue.children if c.dep == "advcl" and c.i < cue.i and main_of(c) is verb]


def main_of(bound: Word) -> Word:
    """The verb that a condition is on, where a report was put in between, too."""
    cue = bound.head
    if bound.dep != "advcl" or bound.i > cue.i:
        return cue
    if cue.dep == "parataxis" and cue.i < cue.head.i:
        return cue.head
    words = cue.sentence.words
    told = (c for c in cue.children if c.dep == "ccomp" and c.i > cue.i)
    firsts = ((min(w.i for w in c.subtree()), c) for c in told)
    return next((c for first, c in firsts if first and words[first - 1].text == ","), cue)


def marks_of(bound: Word) -> set[str]:
    """What opens a clause, in lower case: "if", "unless", "should", the "even" of "even if"; "if" for "WERE he to"."""
    opens = {c.lower for c in bound.children if c.dep in {"mark", "advmod", "aux"}}
    first = next((c for c in bound.children if c.dep in {"aux", "auxpass", *SUBJECTS}), None)
    inverted = first is not None and first.lower == "were"
    return opens | {"if"} if inverted or (bound.dep == "ccomp" and _inverted(bound.head) is bound) else opens


def _inverted(were: Word) -> Word | None:
    """The verb of "WERE the border CROSSED again", whose auxiliary was taken for the verb above it, or None."""
    if were.lower != "were" or any(c.i < were.i for c in were.children):
        return None
    return next((c for c in were.children if c.dep == "ccomp"), None)


def is_only_when(verb: Word) -> bool:
    """Whether a clause is what an act waits for: "will come back ONLY WHEN Oslo has paid"."""
    opens = next((c.i for c in verb.children if c.lower in {"after", "when"}), 0)
    return opens > 0 and verb.sentence.words[opens - 1].lower == "only"
