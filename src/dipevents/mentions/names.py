"""The names of a sentence: the model's entities, mended by what is known and by the grammar of names.

    Lockheed | Martin                  a name that the model split is one
    Kyiv=PERSON                        a known place stays one
    South Korea's Defense Ministry     a body's owner is a part of its name
    the French foreign ministry        a body of a state is a name in lower case, too
    Foreign Minister Wang Yi           titles stand before a name and belong to none
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.mentions.gazetteer import NameHit, body, find_names, group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dipevents.reading.sentence import Sentence, Word

__all__ = ["Name", "lexicon", "read_names"]

KINDS = {"country": "state", "capital": "capital", "seat": "seat", "adjective": "adjective", "leader": "person", "place": "place"}
GEOGRAPHIC = frozenset({"state", "capital", "place"})
LONGEST = 14
"""Words that a name may have; a longer run of capitals is a headline."""


@cache
def lexicon(table: str) -> frozenset[str]:
    """A list of `data/actors.toml` as a set."""
    return frozenset(read_words("actors")[table])


@dataclass(slots=True, eq=False)
class Name:
    """A name in a sentence: words `first` to `last`, inclusive.

    Attributes:
        sentence: The sentence.
        first: Position of its first word.
        last: Position of its last word.
        kind: person, organization, igo, group, seat (of a government), state, capital, adjective (of a state, or its
            people), place or thing.
        country: The state that the name itself tells, or None.
        known: What the gazetteer knows of it, or None.
        honorific: The title directly before a person's name ("Mrs"), in lower case, or None.
    """

    sentence: Sentence
    first: int
    last: int
    kind: str
    country: str | None = None
    known: NameHit | None = None
    honorific: str | None = None

    @property
    def words(self) -> list[Word]:
        """Its words."""
        return self.sentence.words[self.first : self.last + 1]

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.sentence.words[self.first].start

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.sentence.words[self.last].end

    @property
    def text(self) -> str:
        """Its characters."""
        return self.sentence.text[self.start - self.sentence.start : self.end - self.sentence.start]

    @property
    def head(self) -> Word:
        """The word that ties it to the sentence."""
        inside = range(self.first, self.last + 1)
        for word in reversed(self.words):
            if word.head.i not in inside or word.head is word:
                return word
        return self.sentence.words[self.last]


def read_names(sentence: Sentence, year: int | None) -> list[Name]:
    """The names of a sentence in text order; none of them overlap."""
    if not sentence.words:
        return []
    owner: list[Name | None] = [None] * len(sentence.words)
    spans = [(e.first, e.last, e.label) for e in sentence.entities]
    for first, last, hit in _hits(sentence, year):
        name = Name(sentence, first, last, KINDS.get(hit.kind) or _kind(hit), hit.country, hit)
        if not _inside_other(name, spans):
            _claim(owner, name)
    for first, last in _bodies(sentence, owner, spans):
        _claim_body(owner, sentence, first, last)
    for first, last, label in spans:
        _claim_entity(owner, sentence, first, last, label)
    _claim_titled(owner, sentence)
    found: list[Name] = []
    for claimed in owner:
        if claimed is not None and (not found or found[-1] is not claimed):
            found.append(claimed)
    return found


def _hits(sentence: Sentence, year: int | None) -> Iterator[tuple[int, int, NameHit]]:
    """Known names with their first and last word; one that ends within a word is none."""
    words, base = sentence.words, sentence.body
    i = 0
    for hit in find_names(sentence.text[sentence.body - sentence.start :], year):
        while i < len(words) and words[i].start < base + hit.start:
            i += 1
        last = i
        while last + 1 < len(words) and words[last + 1].end <= base + hit.end:
            last += 1
        if i < len(words) and words[i].start == base + hit.start and words[last].end == base + hit.end:
            yield i, last, hit


def _kind(hit: NameHit) -> str:
    """The kind of a known body or group."""
    if hit.kind == "body":
        found = body(hit.text)
        return found.kind if found else "igo"
    known = group(hit.text)
    return known.kind if known else "organization"


def _inside_other(name: Name, spans: list[tuple[int, int, str]]) -> bool:
    """Whether a known name is a part of a person's: "Michael JORDAN"; never "RUSSIAN President Putin"."""
    if name.kind not in GEOGRAPHIC:
        return False
    for a, b, label in spans:
        if label == "PERSON" and a < name.first and name.last <= b:
            before = name.sentence.words[name.first - 1]
            return before.pos == "PROPN" and before.lower not in lexicon("offices") and before.text not in {"'s", "’s"}
    return False


def _claim(owner: list[Name | None], name: Name) -> None:
    if name.last - name.first >= LONGEST:
        return
    for i in range(name.first, name.last + 1):
        old = owner[i]
        if old is not None:
            for j in range(old.first, old.last + 1):
                owner[j] = None
    for i in range(name.first, name.last + 1):
        owner[i] = name


def _is_capital(word: Word) -> bool:
    return word.text[:1].isupper()


def _bodies(
    sentence: Sentence, owner: list[Name | None], spans: list[tuple[int, int, str]]
) -> list[tuple[int, int]]:
    """Names of bodies by their nouns: "the Royal Thai NAVY", "French foreign MINISTRY", "UNIVERSITY of Jos"."""
    found: list[tuple[int, int]] = []
    words = sentence.words
    nouns = lexicon("bodies")
    for word in words:
        if word.lower not in nouns or not word.is_noun:
            continue
        held = owner[word.i]
        if held is not None and held.first != word.i:
            continue
        first = _left_of_body(sentence, owner, word)
        last = _right_of_body(sentence, word)
        for a, b, label in spans:
            if label == "ORG" and a <= word.i <= b:
                first, last = min(first, a), max(last, b)
        if not _names_a_body(sentence, owner, word, first, last):
            continue
        if found and found[-1][1] >= first:
            found[-1] = (min(found[-1][0], first), max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def _left_of_body(sentence: Sentence, owner: list[Name | None], noun: Word) -> int:
    words, first = sentence.words, noun.i
    fields, joints = lexicon("state_body_fields"), {"-", "&"}
    while first > 0 and noun.i - first < LONGEST:
        word = words[first - 1]
        held = owner[first - 1]
        if held is not None:
            if held.kind == "person":
                break
            first = held.first
            if held.kind in {"state", "adjective"}:
                break
        elif word.text in {"'s", "’s"}:
            above = owner[first - 2] if first > 1 else None
            if above is None or above.kind not in {"state", "capital", "adjective"} or not _field_or_capital(words[first]):
                break
            first = above.first
            break
        elif word.pos in {"PROPN", "ADJ", "NOUN"} and (_is_capital(word) or word.lower in fields) and word.i > 0:
            first -= 1
        elif word.text in joints and first > 1 and word.start == words[first - 2].end:
            first -= 1
        elif word.lower == "and" and first > 1 and words[first - 2].lower in fields and words[first].lower in fields:
            first -= 1
        else:
            break
    while first < noun.i and words[first].lower in lexicon("offices") | {"the", "a", "-"}:
        first += 1
    return first


def _field_or_capital(word: Word) -> bool:
    return _is_capital(word) or word.lower in lexicon("state_body_fields") or word.lower in lexicon("state_bodies")


def _right_of_body(sentence: Sentence, noun: Word) -> int:
    """Behind a capitalised noun "of", "for" and "on" go on with the name, behind an embassy "in"."""
    words, last = sentence.words, noun.i
    prepositions = {"of", "for", "on"} if _is_capital(noun) or noun.lower == "ministry" else set()
    if noun.lower in {"embassy", "consulate"}:
        prepositions = {"in"}
    i = last + 1
    while i < len(words) and i - last < 5 and i - noun.i < LONGEST:
        word = words[i]
        if _is_capital(word) and word.pos in {"PROPN", "NOUN", "ADJ"}:
            if i == last + 1 and i == noun.i + 1 and not _is_capital(noun):
                break
            last = i
        elif noun.lower == "ministry" and word.lower in lexicon("state_body_fields") and i > noun.i + 1:
            last = i
        elif not (word.lower in prepositions or (i > noun.i + 1 and word.lower in {"the", "and", "&", ",", "'s", "-"})):
            break
        elif word.lower == "," and not (i + 2 < len(words) and _is_capital(words[i + 1]) and words[i + 2].lower == "and"):
            break
        i += 1
    return last


def _names_a_body(sentence: Sentence, owner: list[Name | None], noun: Word, first: int, last: int) -> bool:
    words = sentence.words
    state = any((n := owner[i]) is not None and n.kind in {"state", "adjective"} for i in range(first, noun.i))
    if noun.lower in {"government", "state", "house", "regime", "leadership", "administration"} and state:
        return False
    if not _is_capital(noun):
        if noun.lower not in lexicon("state_bodies"):
            return False
        return state or (noun.lower in {"ministry"} and last > noun.i and _is_capital(words[last]))
    if last > noun.i:
        return True
    others = [w for w in words[first : noun.i] if _is_capital(w)]
    return bool(others) and not (sentence.heading and words[0].i == first and not state)


def _claim_body(owner: list[Name | None], sentence: Sentence, first: int, last: int) -> None:
    country = next((n.country for i in range(first, last + 1) if (n := owner[i]) is not None and n.country), None)
    while first < last and sentence.words[first].lower in {"the", "a", "an"}:
        first += 1
    _claim(owner, Name(sentence, first, last, "organization", country))


def _claim_entity(owner: list[Name | None], sentence: Sentence, first: int, last: int, label: str) -> None:
    words = sentence.words
    while first < last and words[first].lower in {"the", "a", "an", "'s", "’s", '"', "“"}:
        first += 1
    while first < last and (words[last].text in {"'s", "’s", "'", "’", ",", ".", "-"} or words[last].pos == "PUNCT"):
        last -= 1
    if label == "PERSON":
        _claim_person(owner, sentence, first, last)
        return
    if any(owner[i] is not None for i in range(first, last + 1)):
        return
    if not any(_is_capital(w) for w in words[first : last + 1]):
        return
    kinds = {"ORG": "organization", "GPE": "place", "LOC": "place", "NORP": "group"}
    kind = kinds.get(label, "thing") if label in {*kinds, "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"} else None
    if kind is None:
        return
    if kind == "organization" and words[last].lower in lexicon("things"):
        kind = "thing"
    _claim(owner, Name(sentence, first, last, kind))


def _claim_person(owner: list[Name | None], sentence: Sentence, first: int, last: int) -> None:
    words = sentence.words
    offices, honorifics = lexicon("offices") | lexicon("persons"), lexicon("honorifics")
    honorific = None
    if first > 0 and words[first - 1].lower.rstrip(".") in honorifics:
        honorific = words[first - 1].lower.rstrip(".")
    for i in range(last, first - 1, -1):
        low = words[i].lower.rstrip(".")
        if i < last and (low in offices or low in honorifics or owner[i] is not None or words[i].text in {"'s", "’s"}):
            honorific = low if low in honorifics else None
            first = i + 1
            break
    while last > first and not _is_capital(words[last]):
        last -= 1
    for i in range(first, last + 1):
        if owner[i] is not None:
            if i == first:
                return
            last = i - 1
            break
    while last + 1 < len(words) and _goes_on(words, last) and owner[last + 1] is None:
        last += 1
    if not _is_capital(words[last]) or words[last].lower in offices or any(c.isdigit() for c in words[last].text):
        return
    _claim(owner, Name(sentence, first, last, "person", honorific=honorific))


def _goes_on(words: list[Word], last: int) -> bool:
    """Whether the next word still belongs to a person's name: "Kyu" behind "Kyu-", or another capital name word."""
    word = words[last + 1]
    if word.start == words[last].end:
        return word.text in {"-", "–"} and last + 2 < len(words) and words[last + 2].text[:1].isalpha() or (
            words[last].text in {"-", "–"} and word.text[:1].isalpha()
        )
    if words[last].text in {"-", "–"}:
        return False
    return (
        word.pos == "PROPN" and _is_capital(word) and word.dep in {"compound", "flat"} and False
    )


def _claim_titled(owner: list[Name | None], sentence: Sentence) -> None:
    """Persons that the model overlooked behind a title: "President SAAKASHVILI said"."""
    words = sentence.words
    titles = lexicon("offices") | lexicon("honorifics")
    for word in words[:-1]:
        if word.lower.rstrip(".") not in titles or owner[word.i] is not None:
            continue
        first = word.i + 1
        last = first - 1
        while last + 1 < len(words) and _name_word(words[last + 1]) and last - first < 5:
            held = owner[last + 1]
            if held is not None and not (held.kind in {"place", "organization", "thing", "group"} and held.known is None):
                break
            last += 1
        if last < first or not _is_capital(words[last]) or words[first].lower in titles:
            continue
        if word.lower in lexicon("honorifics") or _is_capital(word) or words[first].pos == "PROPN":
            low = word.lower.rstrip(".")
            _claim(owner, Name(sentence, first, last, "person", honorific=low if low in lexicon("honorifics") else None))


def _name_word(word: Word) -> bool:
    return word.pos == "PROPN" and _is_capital(word) and word.text.isalpha()
