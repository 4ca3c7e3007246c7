"""The subject behind what opens a sentence, parted in place from the name before its comma.

Asked if he would come to Peru, the MINISTER, Ada Holt, said no      Peru is no minister, and somebody must say it
VISITING Peru, Ada Holt said no                                      who said no has no two names: it is what she does
VISITING President of the Senate Ada Holt met him                  she is the one who visits
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import is_of, own_subjects, phrase
from dipevents.reading.tails import PLAINLY_FINITE, hang, hang_subject, make_verb

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["be_here", "come_forward", "do_meanwhile"]

_UP = 8
"""Words above an apposition among which the main verb is looked for."""
_DOING = {"addressing": "address", "leaving": "leave", "meeting": "meet", "touring": "tour", "visiting": "visit"}
"""Participles that open a sentence, with their verbs."""


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


def do_meanwhile(verb: Word) -> None:
    """Makes a participle of what opens a sentence and was taken for part of a name: "VISITING Peru, Ada Holt said"."""
    if verb.lower not in _DOING:
        return
    place, words = verb.head, verb.sentence.words
    main = place.head
    if verb.dep != "advcl":
        comma = words[place.i + 1 : place.i + 2]
        own = [c for c in main.children if c.dep == "nsubj" and c.i > place.i]
        before = main.is_verb and place.i < main.i and place.dep in {"dobj", "npadvmod", "nsubj"}
        if not before or not own or not comma or comma[0].text != ",":
            return
        hang([verb], main)
        hang([place], verb)
        verb.dep, place.dep = "advcl", "dobj"
    make_verb(verb, "VBG")
    verb.lemma = _DOING[verb.lower]


def be_here(visiting: Word) -> None:
    """Makes the subject of an office that somebody was taken to visit: "VISITING President of it Holt met"."""
    office = next((c for c in visiting.children if c.dep == "dobj"), visiting)
    if visiting.lower == "visiting" and office.i == visiting.i + 1 and is_of(office, "joined"):
        main, others = visiting.head, [c for c in visiting.children if c is not office and c.i > visiting.i]
        hang(others, office)
        hang_subject(office, main)
        hang([visiting], office)
        visiting.dep = "amod"
