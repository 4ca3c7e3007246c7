"""Cues put into what is said, or behind it, whatever the parse makes of them.

If the gate stays shut, THE MAYOR SAID, the villages will drown.
The fish will be gone, the minister told the fishermen on Monday.
The fish, CONCEDED THE MINISTER, will be gone.

The parser often takes such a cue for a conjunct or a clause of the words around it. Its shape tells it: behind a
comma a noun phrase and a verb of saying in a finite form, then at most whom and when, up to the next comma or the end;
or the verb and then the noun phrase.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.attributions.draft import cue_classes, lexical_classes, lexicon, make_draft
from dipevents.mentions.attributions.verbs import cue_of
from dipevents.mentions.words import is_role
from dipevents.reading.clauses import surface_subjects
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
_SUBORDINATE = frozenset({"after", "although", "as", "because", "before", "since", "though", "when", "while"})
"""What opens a clause that is of the speaker's own sentence: "WHEN prices rose, Holt suggested a ban"."""
_QUOTES = frozenset({'"', "“", "”", "``", "''", "‘", "’’"})


def read_aside(verb: Word) -> Draft | None:
    """Reads a cue by its shape; None where it has another."""
    words = verb.sentence.words
    if "say" not in lexical_classes(verb.lemma):
        return None
    inverted = _inverted(words, verb)
    if inverted is not None:
        first, head, end = verb, *inverted
    else:
        source, close = _source(words, verb), _end(words, verb)
        if source is None or close is None or not cue_classes(verb):
            return None
        if verb.tag not in {"VBD", "VBP", "VBZ"} and not _is_misread(verb, source[1], close):
            return None
        first, head, end = *source, close
    before, behind = words[: first.i - 1], words[end + 1 :]
    if _is_quoted(before, words[len(before) : end + 1], behind):
        return None
    parted = _is_split(before, behind)
    if inverted is not None or not behind:
        told = (
            behind[:1] and behind[0].pos not in {"ADP", "CCONJ", "SCONJ"} and _is_fronted(before) and _is_said(behind)
        )
        fits = bool(told) or parted or (not behind and _is_said(before) and before[0].lower not in _SUBORDINATE)
    else:
        whole = len(before) > 1 and behind[0].tag not in {"WDT", "WP"} and _is_said(behind)
        fits = parted or whole or _is_said(before)
    if not fits:
        return None
    content: list[Stretch] = [(before[0], before[-1])]
    if behind and behind[0].tag == "VBG" and "say" not in cue_classes(behind[0]) and _is_said(before):
        behind = []  # "X, he said on Friday, TIGHTENING the screw"
    last = next((w for w in reversed(behind) if w.pos != "PUNCT"), None)
    goes_on = behind[0] if behind and behind[0].tag == "VBG" and "say" in cue_classes(behind[0]) else None
    if last is not None and goes_on is None:
        content.append((behind[0], last))
    own = [w for w in surface_subjects(verb) if first.i <= w.i < verb.i]  # "HOLT and his colleague Ruiz wrote"
    draft = make_draft(verb, cue_of(verb), own or [head], content)
    if draft is not None:
        draft.goes_on = goes_on  # "X, he said, PREDICTING Y"
    return draft


def _is_quoted(before: Sequence[Word], cue: Sequence[Word], behind: Sequence[Word]) -> bool:
    """Whether a quotation begins, ends or goes on at the cue, which is joined to it by its marks."""
    marks = [n for n, w in enumerate(before) if w.text in _QUOTES]
    open_end = len(marks) % 2 == 1 or (marks and all(w.tag not in FINITE for w in before[marks[-1] :]))
    return bool(open_end) or not _QUOTES.isdisjoint(w.text for w in (*cue, *behind[:2]))


def _inverted(words: Sequence[Word], verb: Word) -> tuple[Word, int] | None:
    """The head of the noun phrase behind ", conceded", and where the comma or the end behind it stands."""
    if verb.i < 2 or words[verb.i - 1].text != "," or verb.tag not in {"VBD", "VBN", "VBP", "VBZ"}:
        return None
    if verb.lemma in lexicon("addressed"):
        return None  # "the fish will be gone, Holt, an economist, TOLD the mayor"
    end = next((w.i for w in words[verb.i + 1 :] if w.tag in FINITE), len(words)) - 1
    if words[end].text != "," and _is_fronted(words[: verb.i - 1]):  # "On paper, argues Holt, THE DEAL is sound"
        end = next((w.i for w in reversed(words[verb.i + 1 : end]) if w.text == ","), end)
    inside = words[cue_of(verb)[1].i + 1 : end]
    if not inside or inside[0].pos in {"ADP", "ADV", "CCONJ", "PART"} or words[end].text not in {",", *_ENDS}:
        return None
    if any(w.pos not in _SOURCE and w.tag not in _BESIDE and w.text != "," for w in inside):
        return None
    cut = next((n for n, w in enumerate(inside) if w.pos == "ADP" or w.text == ","), len(inside))
    head = inside[cut - 1] if cut and inside[cut - 1].is_noun else None
    dated = any(e.label in {"DATE", "TIME"} and e.first <= verb.i + 1 <= e.last for e in verb.sentence.entities)
    return (head, end) if head is not None and not dated else None


def _is_fronted(before: Sequence[Word]) -> bool:
    """Whether only a phrase stands before a cue: "FOR THE SURVIVORS, says Holt, …"."""
    return bool(before) and before[0].pos in {"ADP", "ADV"} and not any(w.is_verb or w.text == "," for w in before)


def _is_misread(verb: Word, source: Word, close: int) -> bool:
    """Whether a cue at the end is taken for a participle: "unless he goes, the former PREMIER ANNOUNCED on Monday"."""
    told = verb.tag == "VBN" and verb.dep == "acl" and verb.head is source and is_role(source)
    return told and close + 1 == len(verb.sentence.words) and all(c.dep != "agent" for c in verb.children)


def _is_split(before: Sequence[Word], behind: Sequence[Word]) -> bool:
    """Whether a cue parts a subject from its predicate: "THE FISH, said Holt, WILL BE gone"."""
    if not (before and behind) or any(w.is_verb or w.text == "," for w in before):
        return False
    named = before[-1].pos in {"NOUN", "PRON", "PROPN"} and before[0].pos not in {"ADP", "ADV", "CCONJ", "SCONJ"}
    return named and behind[0].tag in FINITE


def _source(words: Sequence[Word], verb: Word) -> tuple[Word, Word] | None:
    """The first word of the noun phrase between a comma and the verb, and its head; None where none stands there."""
    commas = [w.i for w in words[max(0, verb.i - 2 * LONGEST) : verb.i] if w.text == ","]
    last = verb.i
    if commas[1:] and commas[-1] == verb.i - 1 and all(w.tag not in FINITE for w in words[commas[-2] : verb.i]):
        last = commas[-2]  # "Holt, AN ECONOMIST AT LUND, said"
    first = next((i for i in reversed(commas) if i < last), last - 1)
    inside = words[first + 1 : last] if last - first <= LONGEST else []
    if len(inside) == 1 and inside[0].tag == "PRP":
        return inside[0], inside[0]
    if not inside or inside[0].pos in {"ADP", "ADV", "CCONJ", "PART"}:
        return None
    if any(w.pos not in _SOURCE and w.tag not in _BESIDE for w in inside):
        return None
    place = next((w.i for w in inside if w.pos == "ADP"), last)  # "an official IN Oslo said"
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
    short = verb.sentence.heading and len(words) - verb.i <= LONGEST  # "Stop the raids, Oslo TELLS LIMA"
    return len(words) - 1 if words[-1] is verb or short else None


def _is_said(words: Sequence[Word]) -> bool:
    """Whether words hold a clause: a finite verb that is in no relative one, or an order at the beginning."""
    finite = [w.head if w.dep in {"aux", "auxpass"} else w for w in words if w.tag in FINITE]
    return len(words) >= LEAST and (any(w.dep != "relcl" for w in finite) or words[0].tag == "VB")
