"""Cues put into what is said, or behind it, whatever the parse makes of them.

If the gate stays shut, THE MAYOR SAID, the villages will drown.
The fish will be gone, the minister told the fishermen on Monday.

The parser often takes such a cue for a conjunct or a clause of the words around it. Its shape tells it: behind a
comma a noun phrase and a verb of saying in a finite form, then at most whom and when, up to the next comma or the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.attributions.draft import cue_classes, make_draft
from dipevents.reading.grammar import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.mentions.attributions.draft import Draft, Stretch
    from dipevents.reading.sentence import Word

__all__ = ["read_aside"]

LONGEST = 12
"""Words that the source, and whom and when behind the cue, may have each."""
LEAST = 3
"""Words of what is said before the cue."""
_SOURCE = frozenset({"ADJ", "ADP", "ADV", "CCONJ", "DET", "NOUN", "NUM", "PART", "PROPN"})
_BESIDE = frozenset({"HYPH", "PRP$"})
"""Tags of what else may stand in a source: "the SECRETARY-GENERAL", "ITS minister"."""
_ENDS = frozenset({".", "!", "?"})
_ANSWERS = frozenset({"little", "no", "nothing", "so", "something", "yes"})
"""What is said by itself: "Peru said NO", "she said SO"."""
_QUOTES = frozenset({'"', "“", "”", "``", "''", "‘", "’’"})


def read_aside(verb: Word) -> Draft | None:
    """Reads a cue by its shape; None where it has another."""
    if verb.tag not in {"VBD", "VBP", "VBZ"} or "say" not in cue_classes(verb):
        return None
    words = verb.sentence.words
    source = _source(words, verb)
    end = _end(words, verb)
    if source is None or end is None:
        return None
    first, head = source
    before = words[: first.i - 1]
    behind = words[end + 1 :]
    if any(w.text in _QUOTES for w in words) or not (_is_said(before) or (len(before) > 1 and _is_said(behind))):
        return None
    content: list[Stretch] = [(before[0], before[-1])]
    last = next((w for w in reversed(behind) if w.pos != "PUNCT"), None)
    if last is not None:
        content.append((behind[0], last))
    return make_draft(verb, (verb, verb), [head], content)


def _source(words: Sequence[Word], verb: Word) -> tuple[Word, Word] | None:
    """The first word of the noun phrase between a comma and the verb, and its head; None where none stands there."""
    comma = next((w for w in reversed(words[max(0, verb.i - LONGEST - 1) : verb.i]) if w.text == ","), None)
    inside = words[comma.i + 1 : verb.i] if comma is not None else []
    if not inside or inside[0].pos in {"ADP", "ADV", "CCONJ", "PART"}:
        return None
    if any(w.pos not in _SOURCE and w.tag not in _BESIDE for w in inside):
        return None
    place = next((w.i for w in inside if w.pos == "ADP"), verb.i)  # "an official IN Oslo said"
    head = next((w for w in reversed(inside) if w.is_noun and w.i < place), None)
    if head is not None and head.lower == "general" and words[head.i - 1].tag == "HYPH":
        head = words[head.i - 2]  # "the SECRETARY-general"
    return (inside[0], head) if head is not None else None


def _end(words: Sequence[Word], verb: Word) -> int | None:
    """Where the comma or the end of the sentence stands behind the cue; None where more than whom and when precedes."""
    for word in words[verb.i + 1 : verb.i + LONGEST + 2]:
        if word.text == "," or (word.text in _ENDS and word.i + 1 == len(words)):
            return word.i
        if word.tag in FINITE or (word.tag in {"IN", "WDT"} and word.lower in {"that", "if", "whether"}):
            return None
        if (
            word.tag in {"TO", "VB", "VBG", "WP", "WRB"}
            or word.lower in _ANSWERS
            or word.text in {":", ";", "-", "--", "—"}
        ):
            return None
    return len(words) - 1 if words[-1] is verb else None


def _is_said(words: Sequence[Word]) -> bool:
    """Whether words hold a clause: a finite verb, or an order at the beginning."""
    return len(words) >= LEAST and (any(w.tag in FINITE for w in words) or words[0].tag == "VB")
