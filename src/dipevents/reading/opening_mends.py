"""The subject behind what opens a sentence, parted in place from the name before its comma.

Asked if he would come to Peru, the MINISTER, Ada Holt, said no      Peru is no minister, and somebody must say it
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import own_subjects, phrase
from dipevents.reading.tails import PLAINLY_FINITE, hang_subject

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["come_forward"]

_UP = 8
"""Words above an apposition among which the main verb is looked for."""


def come_forward(noun: Word) -> None:
    """Makes the subject of a main verb without one of what was taken for an apposition at the end of its opening."""
    words, part = noun.sentence.words, noun
    for _ in range(_UP):
        if part.head.dep == "ROOT":
            break
        part = part.head
    main = part.head
    if main.dep != "ROOT" or main.tag not in PLAINLY_FINITE or main.pos != "VERB" or part.i > main.i or part is noun:
        return
    first, last = phrase(noun)
    opened = first.i > 1 and words[first.i - 1].text == "," and noun.head.i < first.i
    closed = main.i - last.i in {1, 2} and all(w.text == "," for w in words[last.i + 1 : main.i])
    closed = closed and (last is noun or (last.dep == "appos" and last.head is noun))
    if opened and closed and part.dep in {"advcl", "prep"} and not own_subjects(main):
        hang_subject(noun, main)
