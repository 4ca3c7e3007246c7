"""The words of equipment: which of `data/equipment.csv` stands where in a sentence.

Three kinds of entries: nouns by their lemmas ("armoured personnel carrier", hyphens count as spaces), names as written
("Leopard 2", "Rafale"), and types, whose hyphen may be left out and whose families end in an asterisk ("MiG-*").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from dipevents.lexicon import Remembered, read_table

if TYPE_CHECKING:
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["BRIEF", "Entry", "Hit", "find_hits", "is_plural_of_type", "names", "singular"]

DESIGNATION = re.compile(r"([A-Za-z]{1,8}(?:/[A-Z])?)-?(\d{1,4})([A-Za-z]{0,4}\d{0,2})")
HYPHEN = re.compile(r"(?<=\d)-(?=\d)|(?<=[A-Za-z])-(?=[A-Z])")
"""A hyphen that is a word of its own in a sentence: "Mirage 2000-5", "Iskander-E"."""
MARK = re.compile(r"(.{3,})-[A-Z]?\d{1,3}[A-Z]{0,2}")
"""A type and the mark of its variant: "S-300PMU-2", "Mi-17V-5"."""
SPACED = re.compile(r"[A-Z][A-Za-z]?[A-Z]|Mi|Su|Tu")
"""A family of types whose number a text may set apart: "PzH 2000", "AK 47", "Su 30"."""
BRIEF = 2
"""Letters and digits of a designation that is too short to tell by itself."""
LONGEST = 4
"""Words in the longest entry of the table."""
NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "appos"})
CLASS_ENDING = "-class"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the table: words, kind (noun, name, type), SIPRI category, use (military, generic, dual, civil)."""

    words: tuple[str, ...]
    kind: str
    category: str | None
    use: str
    spelt: bool = False
    """Whether its last word is spelt in capitals: a "SAM" is a missile, "Sam" is somebody."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found in a sentence, from word `first` to word `last`, inclusive."""

    first: int
    last: int
    entry: Entry


@cache
def _nouns() -> dict[str, tuple[Entry, ...]]:
    """Nouns by their last word, the longest first."""
    found: dict[str, list[Entry]] = {}
    for row in read_table("equipment"):
        if row["kind"] == "noun":
            words = tuple(row["words"].lower().replace("-", " ").split())
            spelt = row["words"].split()[-1].isupper()
            found.setdefault(words[-1], []).append(Entry(words, "noun", row["category"] or None, row["use"], spelt))
    return {last: tuple(sorted(entries, key=lambda e: -len(e.words))) for last, entries in found.items()}


@cache
def names() -> dict[str, tuple[Entry, ...]]:
    """Names of types by their last word as written, the longest first."""
    found: dict[str, list[Entry]] = {}
    for row in read_table("equipment"):
        if row["kind"] == "name":
            for spelt in {row["words"], row["words"].replace("'", "’")}:  # "David's Sling"
                words = tuple(HYPHEN.sub(" - ", spelt).replace("'s", " 's").replace("’s", " ’s").split())
                found.setdefault(words[-1], []).append(Entry(words, "name", row["category"] or None, row["use"]))
    return {last: tuple(sorted(entries, key=lambda e: -len(e.words))) for last, entries in found.items()}


@cache
def _types() -> dict[str, Entry]:
    """Designations without hyphen, in capitals; families end in an asterisk."""
    return {
        row["words"].upper().replace("-", ""): Entry((row["words"],), "type", row["category"] or None, row["use"])
        for row in read_table("equipment")
        if row["kind"] == "type"
    }


def find_hits(sentence: Sentence) -> list[Hit]:
    """Matches of the table, the longest at each last word; none inside another."""
    words, nouns = sentence.words, _nouns()
    stroke = any(w.text == "/" for w in words) if "/" in sentence.text else False
    found: list[Hit] = []
    for word in [
        w for w in words if _ENDS[w.text] or w.lemma in nouns or (stroke and w.i > 1 and words[w.i - 1].text == "/")
    ]:
        typed, named = _type_at(words, word), _name_at(words, word)
        longer = named is not None and (typed is None or named.first < typed.first)  # "Mirage F1"
        hit = (named if longer else typed) or _noun_at(words, word)
        if hit is not None:
            first = hit.first
            while found and found[-1].last >= first:
                first = min(first, found.pop().first)
            found.append(Hit(first, hit.last, hit.entry))
    return found


def _may_end(text: str) -> bool:
    """Whether an entry may end in this word as written, whatever stands before it."""
    low = text.lower()
    if low in _nouns() or singular(low) in _nouns() or (text.endswith(CLASS_ENDING) and text[:1].isupper()):
        return True
    return _type_of(text) is not None or bool(_names_ending(text))


_ENDS = Remembered(_may_end)


def singular(text: str) -> str:
    """A word without its plural or possessive ending: "F-16s", "Scud's"."""
    for ending in ("'s", "’s", "s"):
        long = len(text) > len(ending) + 1 or text[:1].isdigit()  # "Mirage 2000-5s"
        if long and text.endswith(ending):
            return text.removesuffix(ending)
    return text


def is_plural_of_type(text: str) -> bool:
    """Whether a word is the plural of a type's name: "F-16S", "the BAYRAKTARS"."""
    one = singular(text)
    return one != text and (any(map(str.isdigit, one)) or one in names())


def _type_at(words: list[Word], word: Word) -> Hit | None:
    entry, first = _type_of(word.text), word.i
    if word.i > 1 and words[word.i - 1].text == "/":  # "F/A-18", which the tokenizer parts
        first = word.i - 2
        entry = _type_of(f"{words[first].text}/{word.text}")
    elif word.i and word.text.isdigit() and SPACED.fullmatch(words[word.i - 1].text):  # "PzH 2000", "AK 47"
        first = word.i - 1
        entry = _type_of(f"{words[first].text}-{word.text}")
    return Hit(first, word.i, entry) if entry is not None else None


@lru_cache(maxsize=1 << 14)
def _type_of(text: str) -> Entry | None:
    """The type that a designation names."""
    if not 2 <= len(text) <= 16 or not (text[0].isupper() or text[0].isdigit()):
        return None
    entry, key, form = None, "", text
    for form in (text, singular(text)):
        key = form.upper().replace("-", "")
        entry = _types().get(key)
        if entry is None and (match := DESIGNATION.fullmatch(form)) is not None:
            family, number, variant = match.group(1).upper(), match.group(2), match.group(3)
            for shorter in (f"{family}{number}{variant.upper()}", f"{family}{number}", f"{family}*"):
                entry = entry or _types().get(shorter)
        if entry is None and (marked := MARK.fullmatch(form)) is not None:
            entry = _type_of(marked.group(1))
        if entry is not None:
            break
    if entry is None or (not any(c.isdigit() for c in text) and form.upper() != form and "-" not in text):
        return None
    if len(key) <= BRIEF and entry.use == "military":
        return replace(entry, use="dual")  # "B-1" is a bomber, a rating and a road
    return entry


@lru_cache(maxsize=1 << 14)
def _names_ending(text: str) -> tuple[Entry, ...]:
    """The names whose last word this may be, itself or in the plural."""
    if not text[:1].isupper() and not text[:1].isdigit():
        return ()
    return tuple(entry for form in (text, singular(text)) for entry in names().get(form, ()))


def _name_at(words: list[Word], word: Word) -> Hit | None:
    for entry in _names_ending(word.text):
        size = len(entry.words)
        before = [w.text for w in words[max(0, word.i - size + 1) : word.i]]
        if before == list(entry.words[:-1]) and word.pos in {"PROPN", "NOUN", "NUM", "ADJ", "X", "PUNCT"}:
            return Hit(word.i - size + 1, word.i, entry)
    if word.text.endswith(CLASS_ENDING) and word.text[:1].isupper():
        return Hit(word.i, word.i, Entry((word.text,), "name", "Ships", "dual"))
    return None


@lru_cache(maxsize=1 << 14)
def _nouns_ending(lower: str, lemma: str) -> tuple[tuple[str, Entry, list[str]], ...]:
    """The entries whose last word this may be, with that form and the words before; the longest form first."""
    forms = sorted(dict.fromkeys((lower, lemma, singular(lower))), key=len, reverse=True)
    return tuple(
        (form, entry, [_lemma(w) for w in entry.words[:-1]]) for form in forms for entry in _nouns().get(form, ())
    )


def _noun_at(words: list[Word], word: Word) -> Hit | None:
    if (word.pos not in {"NOUN", "PROPN", "ADJ"} and word.dep not in NOMINAL) or word.lower == "arm":
        return None  # "the retail arm of the firm"
    if word.tag in {"VBD", "VBN"} and word.lemma != word.lower:
        return None  # "donated and SHIPPED"
    if word.i > 1 and words[word.i - 1].text == "-" and words[word.i - 2].lower == "non":
        return None  # "non-weapons sales"
    known = _nouns_ending(word.lower, word.lemma)
    before = _pieces(words, word) if any(others for _, _, others in known) else []
    for form, entry, others in known:
        if (others and before[-len(others) :] != others) or (entry.spelt and word.text.istitle()):
            continue
        if (
            entry.use == "dual"
            and word.pos == "PROPN"
            and word.text[:1].isupper()
            and word.i
            and not words[word.i - 1].text[:1].islower()
        ):
            continue  # "BAE Systems": a part of a name
        unknown = word.lemma == word.lower and entry.use == "military"  # "bazookas", which the model takes for a lemma
        if form == word.lower or word.tag in {"NNS", "NNPS"} or word.lemma == form or unknown:
            return Hit(_first_word(words, word, len(others)), word.i, entry)
    return None


def _lemma(piece: str) -> str:
    return piece[:-1] if len(piece) > 3 and piece.endswith("s") and not piece.endswith("ss") else piece


def _pieces(words: list[Word], word: Word) -> list[str]:
    """The words before a noun as `_lemma` has them, hyphens undone."""
    before = [w for w in words[max(0, word.i - 2 * LONGEST) : word.i] if not _is_brief(words, w)]
    return [_lemma(piece) for w in before for piece in w.lower.replace("-", " ").split()]


def _is_brief(words: list[Word], word: Word) -> bool:
    """Whether a word is of the letters in brackets that stand for the words before: "air defence (AD) system"."""
    opening = word.i if word.text == "(" else word.i - 1 if word.text.isupper() else word.i - 2
    inner = words[max(opening, 0) : opening + 3]
    return [w.text for w in inner[::2]] == ["(", ")"] and inner[1].text.isupper()


def _first_word(words: list[Word], word: Word, pieces: int) -> int:
    """The word that is so many pieces before another."""
    at = word.i
    while pieces > 0 and at > 0:
        at -= 1
        if not _is_brief(words, words[at]):
            pieces -= len([p for p in words[at].lower.replace("-", " ").split() if p])
    return at
