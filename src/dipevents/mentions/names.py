"""The names of a sentence: the model's entities, mended by what is known and by the grammar of names.

    Lockheed | Martin                  a name that the model split is one
    Kyiv=PERSON                        a known place stays one
    President Saakashvili              a title makes a person of what follows
    Nguyen Van Troi, Hwang Kyu-sik, Muqrin bin Abdul Aziz    particles, hyphens, several names
    Foreign Minister | Wang Yi         titles stand before a name and belong to none
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.bodies import LONGEST, body_spans
from dipevents.mentions.gazetteer import NameHit, body, find_names, group
from dipevents.mentions.words import Name, is_capital, is_role, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dipevents.reading.sentence import Sentence, Word

__all__ = ["read_names"]

KINDS = {"country": "state", "capital": "capital", "seat": "seat", "adjective": "adjective", "place": "place"}
GEOGRAPHIC = frozenset({"state", "capital", "place"})
LABELS = {"ORG": "organization", "GPE": "place", "LOC": "place", "NORP": "group", "FAC": "thing", "EVENT": "thing"}
LABELS |= {"LAW": "thing", "PRODUCT": "thing", "WORK_OF_ART": "thing"}
HYPHENS = frozenset({"-", "–", "‑"})
PERSON_LENGTH = 7
POSTNOMINAL = frozenset({"QC", "KC", "MP", "OBE", "CBE", "PhD", "MD", "Jr", "Sr"})
COMPOUNDING = ("ed", "like", "style", "era", "led", "born", "run", "made", "held", "kind", "wing", "ing", "friendly")
"""Endings behind a hyphen that make an adjective of a name ("Stalin-like"), and no part of it ("Kyu-sik")."""

ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "appos", "conj", "pobj"})

Owner = list[Name | None]


def read_names(sentence: Sentence, year: int | None) -> list[Name]:
    """The names of a sentence in text order; none of them overlap."""
    if not sentence.words:
        return []
    owner: Owner = [None] * len(sentence.words)
    entities = [(e.first, e.last, e.label) for e in sentence.entities if e.label in LABELS or e.label == "PERSON"]
    leaders = []
    for first, last, hit in _hits(sentence, year):
        if hit.kind == "leader":
            leaders.append((first, last, hit))
            continue
        name = Name(sentence, first, last, _kind(hit), hit.country, hit)
        if not _inside_person(name, entities):
            _claim(owner, name)
    for first, last, noun in body_spans(sentence, owner, entities):
        _claim_body(owner, sentence, first, last, noun)
    for first, last, hit in leaders:
        _claim_person(owner, sentence, first, last, hit)
    for first, last, label in entities:
        if label == "PERSON":
            _claim_person(owner, sentence, first, last)
    _claim_titled(owner, sentence)
    for first, last, label in entities:
        if label != "PERSON":
            _claim_other(owner, sentence, first, last, label)
    _claim_overlooked(owner, sentence)
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
    """The kind of a known name; a state's name that ends in a body's noun is a body ("Palestinian Authority")."""
    if hit.kind == "body":
        found = body(hit.text)
        return found.kind if found else "igo"
    if hit.kind == "group":
        known = group(hit.text)
        return known.kind if known else "organization"
    if hit.kind == "country" and hit.text.endswith(" Authority"):
        return "organization"
    return KINDS[hit.kind]


def _inside_person(name: Name, entities: list[tuple[int, int, str]]) -> bool:
    """Whether a known name is a part of a person's: "Michael JORDAN"; never "RUSSIAN President Putin"."""
    if name.kind not in GEOGRAPHIC and (name.kind == "adjective" or name.first < name.last):
        return False
    words = name.sentence.words
    for a, b, label in entities:
        if label != "PERSON" or not (a <= name.first and name.last <= b and b > a):
            continue
        if a < name.first:
            before = words[name.first - 1]
            return before.pos == "PROPN" and not is_role(before) and before.lower not in lexicon("honorifics")
        after = words[name.last + 1]
        return after.pos == "PROPN" and not is_role(after) and after.text not in {"'s", "’s"} and name.last < b
    return False


def _claim(owner: Owner, name: Name) -> None:
    """Gives the words to a name; a name that loses a word loses all."""
    if name.last - name.first >= LONGEST:
        return
    for i in range(name.first, name.last + 1):
        old = owner[i]
        if old is not None:
            owner[old.first : old.last + 1] = [None] * (old.last - old.first + 1)
    owner[name.first : name.last + 1] = [name] * (name.last - name.first + 1)


def _claim_body(owner: Owner, sentence: Sentence, first: int, last: int, noun: Word) -> None:
    inside = [n for i in range(first, last + 1) if (n := owner[i]) is not None]
    kind = _kind_of_body(sentence.words[first : last + 1], noun, inside)
    igo = kind == "igo"
    before = [n for n in inside if n.country and n.kind != "igo"]
    country = before[0].country if before else None
    in_place = noun.lower in {"embassy", "consulate"}
    if not in_place and before and before[0].first > noun.i and before[0].kind == "place":
        country = before[0].country
    if inside and inside[0].first == first and inside[0].last == last:
        return
    _claim(owner, Name(sentence, first, last, kind, None if igo else country))


def _kind_of_body(words: list[Word], noun: Word, inside: list[Name]) -> str:
    """Intergovernmental by its member ("UN human rights council") or its reach ("Pan-African Parliament"); armed by its cause."""
    low = [w.lower for w in words]
    plain = noun.lower in lexicon("intergovernmental")
    if plain and (any(n.kind == "igo" for n in inside) or low[0] in lexicon("reaches")):
        return "igo"
    if noun.lower in lexicon("armed") or (noun.lower not in {"party", "ministry"} and any(w in lexicon("causes") for w in low)):
        return "group"
    return "organization"


def _claim_person(owner: Owner, sentence: Sentence, first: int, last: int, hit: NameHit | None = None) -> None:
    words = sentence.words
    honorifics = lexicon("honorifics")
    while last > first and (not (is_capital(words[last]) or _is_joined(words, last)) or _is_day(words, first, last)):
        last -= 1
    for i in range(first + 1, last):
        if words[i].lower in {"of", "at", "from", "in"}:
            last = i - 1
            break
    if last > first + 1 and words[last].text.replace(".", "") in POSTNOMINAL:
        last -= 1
    for i in range(last, first - 1, -1):
        low = words[i].lower.rstrip(".")
        cut = owner[i] is not None or words[i].text in {"'s", "’s", ","} or is_role(words[i]) or low in honorifics
        cut = cut or (low in lexicon("state_body_fields") and is_capital(words[i]) and i < last)
        if cut and i < last and not (len(low) == 1):
            first = i + 1
            break
    if hit is None:
        first, last = _widened(owner, words, first, last)
    if any(owner[i] is not None and owner[i].kind != "place" for i in range(first, last + 1)) or last - first >= PERSON_LENGTH:  # type: ignore[union-attr]
        return
    if any(owner[i] is not None for i in range(first, last + 1)) and last == first:
        return
    span = words[first : last + 1]
    if not is_capital(span[-1]) and not _is_joined(words, last):
        return
    if all(is_role(w) or w.lower.rstrip(".") in honorifics or w.lower in lexicon("calendar") for w in span):
        return
    if any(c.isdigit() for w in span for c in w.text) or span[-1].lower in lexicon("peoples") or is_role(span[-1]):
        return
    if span[-1].lower in lexicon("things") or span[0].lower in {"uss", "hms", "operation"}:
        return
    if span[-1].lower.rstrip(".") in lexicon("companies"):
        if last == first:
            return
        _claim(owner, Name(sentence, first, last, "organization"))
        return
    honorific = _honorific(words, first)
    titled = honorific is not None or (first > 0 and is_role(words[first - 1]))
    placed = span[-1].dep == "pobj" and span[-1].head.lower in lexicon("locative")
    sure = titled or hit is not None or (last > first and not sentence.heading and not placed)
    _claim(owner, Name(sentence, first, last, "person", hit.country if hit else None, hit, honorific, sure))


def _is_day(words: list[Word], first: int, last: int) -> bool:
    """Whether a day or month stands behind a name; "Theresa May" is none."""
    low = words[last].lower
    return low in lexicon("calendar") and not (low in {"may", "april", "june", "august"} and last == first + 1)


def _is_joined(words: list[Word], i: int) -> bool:
    return i > 0 and words[i - 1].text in HYPHENS and words[i].text.isalpha()


def _honorific(words: list[Word], first: int) -> str | None:
    if first > 0 and words[first - 1].text == "." and first > 1:
        first -= 1
    low = words[first - 1].lower.rstrip(".") if first > 0 else ""
    return low if low in lexicon("honorifics") else None


def _widened(owner: Owner, words: list[Word], first: int, last: int) -> tuple[int, int]:
    """A person's name with the parts that the model left out: "Hwang | Kyu-sik", "Muqrin | bin Abdul Aziz"."""
    while last + 1 < len(words) and last - first < PERSON_LENGTH:
        word = words[last + 1]
        further = words[last + 2] if last + 2 < len(words) else None
        if further is not None and word.text in HYPHENS and word.start == words[last].end == further.start - 1:
            if not further.text.isalpha() or owner[last + 2] is not None or further.lower.endswith(COMPOUNDING):
                break
            last += 2
        elif further is not None and word.lower in lexicon("particles") and is_capital(further) and owner[last + 2] is None:
            last += 2
        elif owner[last + 1] is None and _is_name_part(word) and word.head in (words[last], words[last].head) and (
            words[last].dep in {"compound", "flat"} or word.dep in {"compound", "flat"}
        ):
            last += 1
        else:
            break
    while first > 0 and owner[first - 1] is None and last - first < PERSON_LENGTH:
        word = words[first - 1]
        if _is_name_part(word) and word.dep == "compound" and first <= word.head.i <= last and not is_role(word):
            first -= 1
        elif word.lower in lexicon("particles") and word.pos == "PROPN" and first > 1 and is_capital(words[first - 2]) and words[first - 2].pos == "PROPN":
            first -= 2 if owner[first - 2] is None and not is_role(words[first - 2]) else 1
        else:
            break
    return first, last


def _is_name_part(word: Word) -> bool:
    low = word.lower.rstrip(".")
    return (
        word.pos == "PROPN"
        and is_capital(word)
        and not is_role(word)
        and low not in lexicon("honorifics")
        and low not in lexicon("calendar")
        and low not in lexicon("bodies")
        and low not in lexicon("state_body_fields")
        and not any(c.isdigit() for c in word.text)
    )


def _claim_titled(owner: Owner, sentence: Sentence) -> None:
    """Persons that the model overlooked behind a title: "President SAAKASHVILI said"."""
    words = sentence.words
    honorifics = lexicon("honorifics")
    for word in words[:-1]:
        low = word.lower.rstrip(".")
        if low not in honorifics and not is_role(word):
            continue
        if owner[word.i] is not None or (low in {"u", "e"} and not is_capital(word)):
            continue
        first = word.i + 1
        if words[first].text == "." and first + 1 < len(words):
            first += 1
        last = first - 1
        while last + 1 < len(words) and _is_name_part(words[last + 1]) and last - first < 5:
            held = owner[last + 1]
            if held is not None and held.known is not None:
                break
            last += 1
        if last < first or (is_role(word) and not is_capital(word) and words[first].pos != "PROPN"):
            continue
        first, last = _widened(owner, words, first, last)
        held = owner[first]
        if held is not None and held.first <= first and held.last >= last:
            continue
        _claim(owner, Name(sentence, first, last, "person", honorific=low if low in honorifics else None))


def _claim_other(owner: Owner, sentence: Sentence, first: int, last: int, label: str) -> None:
    """An entity of the model that nothing better is known of."""
    words = sentence.words
    while first < last and (not (is_capital(words[first]) or words[first].text[0].isdigit()) or words[first].lower in {"the", "a", "an"}):
        first += 1
    while first < last and (words[last].text in {"'s", "’s"} or words[last].pos == "PUNCT" or words[last].lower in lexicon("calendar")):
        last -= 1
    span = words[first : last + 1]
    if any(owner[i] is not None for i in range(first, last + 1)) or not any(is_capital(w) for w in span):
        return
    kind = LABELS[label]
    low = span[-1].lower
    if kind == "organization" and (low in lexicon("things") or low in lexicon("calendar")):
        kind = "thing"
    if kind == "group" and (low in lexicon("peoples") or span[-1].tag not in {"NNS", "NNPS"}):
        kind = "thing"
    if low.rstrip(".") in lexicon("companies") and kind in {"organization", "thing"}:
        kind = "organization"
    sure = kind == "organization" and low.rstrip(".") in lexicon("companies") or (kind == "place" and last > first)
    _claim(owner, Name(sentence, first, last, kind, sure=sure))


def _claim_overlooked(owner: Owner, sentence: Sentence) -> None:
    """Names that the model saw no entity in, where somebody acts: "Jan KOWAL met Marek Dudek"."""
    words = sentence.words
    for word in words:
        if word.tag != "NNP" or owner[word.i] is not None or word.dep not in ROLES:
            continue
        first = word.i
        while first > 0 and owner[first - 1] is None and _is_name_part(words[first - 1]) and words[first - 1].head is word:
            first -= 1
        acts = word.dep in {"nsubj", "nsubjpass"} and word.head.lemma in lexicon("human_verbs")
        if not _is_name_part(word) or not (word.i > first or acts) or word.i - first > 4 or sentence.heading:
            continue
        if word.lower not in lexicon("things"):
            _claim(owner, Name(sentence, first, word.i, "person", sure=False))
