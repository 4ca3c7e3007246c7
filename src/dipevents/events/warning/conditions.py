"""The condition of a warning, as it is worded.

… if Lima does not yield; unless …; until …; as long as …      a clause behind its opening words
… should Lima yield; were it to yield                          a clause that begins with its auxiliary
… in case of an attack; barring a deal                         a noun
"""

from __future__ import annotations

from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from dipevents.events.warning.content import paired
from dipevents.events.warning.lexicon import lexicon
from dipevents.reading.clauses import phrase
from dipevents.reading.grammar import SUBJECTS, is_question

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.events.warning.content import Content
    from dipevents.events.warning.triggers import Trigger
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["condition_of"]

_OPENING = frozenset({"mark", "advmod", "prep"})
_MODIFIERS = frozenset({"compound", "amod", "poss", "nummod"})
_ENDS = frozenset({",", ";", ".", "?", "!", "”", '"'})


def condition_of(mentions: Mentions, trigger: Trigger, content: Content) -> str | None:
    """The words of "if …", "should …", "in case of …", or None: in the content, or behind the word that warns."""
    said = {word.i for word in content.words}
    sentence = content.words[0].sentence if content.words else trigger.word.sentence
    for first, last in _conditions(sentence.words):
        inside = first.i in said
        if inside or _is_behind(trigger, content, first, last):
            # "if it rearms, he said on Sunday": the cue is not part of what is said
            end = max(min(last.end, content.words[-1].end), first.end) if inside else last.end
            return paired(mentions, first.start, end)
    return None


def _is_behind(trigger: Trigger, content: Content, first: Word, last: Word) -> bool:
    """Whether a condition hangs on the word that warns: "warned of a war IF THE SIEGE WENT ON"."""
    if trigger.word.sentence is not first.sentence or first.i < trigger.word.i:
        return False
    loose = first.lower in lexicon("conditions", "loose")  # "called for calm UNTIL the vote", "protested ONCE he left"
    words = first.sentence.words[first.i : last.i + 1]
    above = {trigger.word, *content.words}
    return not loose and any(w.head in above and w.dep in {"advcl", "ccomp", "prep"} for w in words)


def _conditions(words: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """First and last word of whatever is worded as a condition, in text order."""
    for at, word in enumerate(words):
        for opening in _openings().get(word.lower, ()):
            behind = words[at + len(opening) :]
            if tuple(w.lower for w in words[at : at + len(opening)]) == opening:
                stretch = list(takewhile(lambda w: w.text not in _ENDS, behind))
                last = _last_of(word, opening, stretch)
                if last is not None:
                    yield word, last
                    break


def _last_of(first: Word, opening: tuple[str, ...], stretch: Sequence[Word]) -> Word | None:
    """The last word of a condition, or None where these words open none; `stretch` goes on to the next stop."""
    name, mark = " ".join(opening), first.sentence.words[first.i + len(opening) - 1]
    if name in lexicon("conditions", "nouns"):
        return _last_of_noun(first, stretch)
    if name in lexicon("conditions", "inverted"):
        return _last_inverted(first, stretch)
    before = first.sentence.words[first.i - 1].lower if first.i else ""
    again = name == "once" and (before in {"at", "for"} or any(w.lower in {"again", "more"} for w in stretch[:1]))
    soonest = mark.lower == "as" and any(w.lower == "possible" for w in stretch[:1])
    within = name.startswith("the ") and (
        before in {"in", "of"} or any(w.lower in {"after", "before"} for w in stretch[:1])
    )
    if (first is mark and first.dep not in _OPENING) or again or soonest or within:
        return None  # "was ONCE his ally", "at ONCE", "AS SOON AS possible", "earlier in THE DAY", "THE DAY before"
    if mark.dep == "mark" and mark.head.i > mark.i:
        return phrase(mark.head)[1]
    verb = next((w for w in stretch if w.is_verb and w.dep not in {"aux", "auxpass"}), None)
    if verb is not None and phrase(verb)[0].i >= first.i:
        return phrase(verb)[1]
    if first is mark:
        return phrase(first)[1] if first.dep == "prep" else None  # "UNTIL noon", "ONCE again"
    return stretch[-1] if stretch else None  # "in case Peru ATTACKS", which the model takes for a noun


def _last_of_noun(first: Word, stretch: Sequence[Word]) -> Word | None:
    """The last word of "barring a deal"; "for FAILING to help" and "went home in the absence of a deal" are none."""
    inner = next((w for w in stretch if w.is_noun and w.dep not in _MODIFIERS), None)
    over = first.head.tag == "VBD" and not first.head.lower.startswith("warn")
    if inner is None or first.dep == "pcomp" or stretch[0].lower == "to" or over:
        return None
    return phrase(inner)[1]


def _last_inverted(first: Word, stretch: Sequence[Word]) -> Word | None:
    """The last word of "should he come", "were it to close", whose subject stands behind the auxiliary alone."""
    subject = next((w for w in stretch if w.dep in SUBJECTS), None)
    if subject is None or any(w.is_verb for w in stretch[: subject.i - first.i - 1]):
        return None
    verbs = {first, subject.head, *((first.head,) if first.dep in {"aux", "auxpass"} else ())}
    before = first.sentence.words[: first.i]
    if is_question(first.sentence) or any(w.dep in SUBJECTS and w.head in verbs for w in before):
        return None
    return max(phrase(first)[1], phrase(subject.head)[1], key=lambda w: w.i)


@cache
def _openings() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words that open conditions, by the first of them, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in ("clauses", "loose", "nouns", "inverted"):
        for opening in sorted(lexicon("conditions", name)):
            words = tuple(opening.split())
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(several, key=lambda o: -len(o))) for first, several in found.items()}
