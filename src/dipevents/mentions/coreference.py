"""Whom pronouns and role nouns mean: "he", "the minister", "the two leaders", "they"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.identity import Entry, Registry
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["resolve"]

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
REACH = 4
"""Sentences that a pronoun looks back."""


class _Seen:
    """What was mentioned lately, the latest last: actor, sentence, word and whether it was a subject."""

    def __init__(self) -> None:
        self.items: list[tuple[Entry, Word]] = []

    def add(self, entry: Entry, word: Word) -> None:
        self.items.append((entry, word))
        if len(self.items) > 60:
            del self.items[:20]

    def back(self, word: Word, reach: int) -> Iterator[tuple[Entry, Word]]:
        for entry, at in reversed(self.items):
            if word.sentence.i - at.sentence.i > reach:
                return
            yield entry, at


def resolve(registry: Registry, sentences: Sequence[Sentence]) -> None:
    """Links the pronouns and role nouns of an article to its actors; what cannot be told stays unlinked."""
    seen = _Seen()
    for sentence in sentences:
        for word in sentence.words:
            name = registry.names.get(word)
            if name is not None:
                entry = registry.by_name.get(name)
                if entry is not None and word is name.head:
                    seen.add(entry, word)
                continue
            found: Sequence[Entry] = ()
            if word.pos == "PRON" or word.tag == "PRP$":
                found = _pronoun(registry, seen, word)
            elif word.pos == "NOUN":
                found = _role_noun(registry, seen, word)
            if found:
                registry.link(word, found, word.start, word.end)
                for entry in found:
                    seen.add(entry, word)


def _score(entry: Entry, at: Word, word: Word) -> float:
    distance = word.sentence.i - at.sentence.i
    subject = at.dep in {"nsubj", "nsubjpass"} or (at.dep == "conj" and at.head.dep in {"nsubj", "nsubjpass"})
    return 2.0 * subject - 2.0 * distance + (0.5 if at.dep == "poss" else 0.0)


def _best(candidates: list[tuple[float, Entry]]) -> Sequence[Entry]:
    if not candidates:
        return ()
    totals: dict[Entry, float] = {}
    for value, entry in candidates:
        totals[entry] = max(totals.get(entry, -99.0), value)
    return (max(totals, key=lambda e: totals[e]),)


def _bound(at: Word, word: Word) -> bool:
    """Whether two words are arguments of one verb, so that they cannot mean the same: "he met HIM"."""
    return at.sentence is word.sentence and word.tag != "PRP$" and at.head is word.head and word.dep != "nsubj"


def _pronoun(registry: Registry, seen: _Seen, word: Word) -> Sequence[Entry]:
    low = word.lower
    if low in HE or low in SHE:
        gender = "m" if low in HE else "f"
        return _best(
            [
                (_score(entry, at, word), entry)
                for entry, at in seen.back(word, REACH)
                if entry.kind == "person" and entry.gender in {None, gender} and not _bound(at, word)
            ]
        )
    if low in IT and word.dep != "expl":
        return _best(
            [
                (_score(entry, at, word), entry)
                for entry, at in seen.back(word, 1)
                if entry.kind in {"organization", "igo", "state", "group"} and not _bound(at, word)
            ]
        )
    if low in THEY:
        return _several(seen, word)
    return ()


def _several(seen: _Seen, word: Word) -> Sequence[Entry]:
    """Coordinated actors lately named ("Kim and Putin … they"), or else a single body or group."""
    for entry, at in seen.back(word, 2):
        if at.dep == "conj" and at.head.is_noun:
            first = next((e for e, a in seen.items if a is at.head), None)
            if first is not None and first is not entry:
                return (first, entry)
        if entry.kind in {"group", "organization"} and at.dep in {"nsubj", "nsubjpass"}:
            return (entry,)
    return ()


def _role_noun(registry: Registry, seen: _Seen, word: Word) -> Sequence[Entry]:
    """A definite role noun: the person with that title, latest first."""
    if word.tag not in {"NN", "NNP"} or not any(c.dep == "det" and c.lower in {"the", "this", "that"} for c in word.children):
        return ()
    if word.lower not in lexicon("offices") and word.lower not in lexicon("persons"):
        return ()
    for entry, _ in seen.back(word, 60):
        if entry.kind == "person" and any(t.noun.lower == word.lower for t in entry.titles):
            return (entry,)
    return ()
