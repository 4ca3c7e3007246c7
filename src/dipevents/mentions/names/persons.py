"""Where the names of persons begin and end: the model's spans mended, and those that it overlooked.

Hwang | Kyu-sik, Faisal | bin Abdul Rahman     hyphens and particles go on with a name
Foreign Minister | Wang Yi                   titles stand before a name and belong to none
President Saakashvili                        a title makes a person of what follows
Napoleon-like, Theresa May, USS Harold Blake    an adjective, a name after all, a ship
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.mentions.gazetteer import country_of_name, given_name_gender
from dipevents.mentions.names.no_names import FORMS, is_of_office
from dipevents.mentions.words import SUFFIXES, is_capital, is_role, lexicon, shared_role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.words import Name
    from dipevents.reading.sentence import Sentence, Word

__all__ = [
    "HYPHENS",
    "closes",
    "honorific_before",
    "is_full",
    "is_half",
    "is_joined",
    "is_name_part",
    "is_pair",
    "is_person",
    "mended",
    "titled",
    "titles",
    "widened",
]

HYPHENS = frozenset({"-", "–", "‑"})
COMPOUNDING = ("ed", "like", "style", "era", "led", "born", "run", "made", "held", "kind", "wing", "ing", "friendly")
"""Endings behind a hyphen that make an adjective of a name ("Napoleon-like"), and no part of it ("Kyu-sik")."""
GLUED = frozenset({"CC", "DT", "IN", "MD", "PRP", "RB", "TO", "VBD", "VBP", "VBZ", "WDT", "WP", "WRB"})
"""Tags of a word that a hyphen in the place of a blank ties to a name: "Orlov-said", "Orlov-during the talks"."""
POSTNOMINAL = SUFFIXES | {"PhD", "MD"}
POSSESSIVE = frozenset({"'s", "’s", ","})
_SYLLABLE = 5
"""Letters that a syllable of a name may have that is written apart: "Choe Son HUI"."""
LONGEST = 7
"""Words that a person's name may have."""
CUTTING = frozenset({"of", "at", "from", "in", "as"})
"""Words that end a name: "Jan Kowal OF Lodz", "Jan Kowal AS minister"."""
MARKS = frozenset({'"', "“", "”", "'", "‘", "’"})
"""What may stand around a by-name."""
_INSERTED = 8
"""Words within brackets that a report inserts before a name."""
UNITS = frozenset({"battalion", "brigade", "corps", "regiment", "squadron"})
"""What a name ends in that is no person's but a unit's."""
ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "appos", "conj", "pobj"})


def mended(owner: Sequence[Name | None], words: list[Word], first: int, last: int) -> tuple[int, int]:
    """A span of the model without days, titles, offices and owners at its ends."""
    first = _opened(words, first, last)
    while last > first and (not (is_capital(words[last]) or is_joined(words, last)) or _is_day(words, first, last)):
        last -= 1
    for i in range(first + 1, last):
        if words[i].lower in CUTTING and not is_joined(words, i):
            last = i - 1
            break
    if last > first + 1 and words[last].text.replace(".", "") in POSTNOMINAL:
        last -= 1
    for i in range(last - 1, first - 1, -1):
        if words[i + 1].text == "-" and words[i + 2 : i + 3] and owner[i] is None:
            continue  # "Amir-Abdollahian"
        inner = words[i].text in {"Sheikh", "Tan"} and i > first and is_capital(words[i - 1])  # "Hassan SHEIKH Nur"
        inner = inner or words[i].text == "Don"  # "DON Holt"
        inner |= words[i].text == "Sultan" and words[i + 1].lower in lexicon("particles")  # "SULTAN al-Soto"
        if len(words[i].text.rstrip(".")) > 1 and (owner[i] is not None or (_is_no_name(words[i]) and not inner)):
            return _opened(words, i + 1, last), last
    return first, last


def _opened(words: list[Word], first: int, last: int) -> int:
    """The first word of a stretch behind articles, dashes and the like."""
    asked = words[-1].text == "?"  # "WILL Holt come?", but "WILL Holt, a fellow at …", "WILL Holt said"
    while first < last and (
        words[first].pos == "DET"
        or (words[first].tag == "MD" and (asked or (words[first].dep == "aux" and words[first].head.tag == "VB")))
        or not any(map(str.isalnum, words[first].text))
    ):
        first += 1
    return first


def _is_no_name(word: Word) -> bool:
    low = word.lower.rstrip(".")
    return (
        word.text in POSSESSIVE
        or is_role(word)
        or shared_role(word) is not None
        or low in lexicon("honorifics")
        or low in lexicon("labels")
        or (low in lexicon("state_body_fields") and is_capital(word))
    )


def is_person(owner: Sequence[Name | None], words: list[Word], first: int, last: int) -> bool:
    """Whether a span can be a person's name: no office, people, thing or ship, and no words of another name."""
    parts = [w for w in words[first : last + 1] if w.text not in HYPHENS and w.lower not in lexicon("particles")]
    if len(parts) > LONGEST or (not is_capital(words[last]) and not is_joined(words, last)):
        return False
    low = words[last].lower.rstrip(".")
    if first == last and (
        len(low) == 1 or low in FORMS or words[first].text.rstrip(".") in SUFFIXES or low in lexicon("labels")
    ):
        return False
    for i in range(first, last + 1):
        held = owner[i]
        if held is not None and (held.kind != "place" or first == last):
            return False
    span = words[first : last + 1]
    end = span[-1].lower
    if all(is_role(w) or {w.lower, w.lower.rstrip(".")} & _unnaming() for w in span):
        return False  # "JAN. 8", but "Jan"
    common = end in _common() or end.removesuffix("s") in lexicon("offices")
    if first == last and common and honorific_before(words, first) is None:
        return False
    san = len(span) > 2 and span[-2].lower in lexicon("particles")  # "Ada San Roman"
    if (
        (end in lexicon("peoples") and not san)
        or end in UNITS
        or _is_thing(span)
        or (is_role(span[-1]) and not _is_surname(span))
    ):
        return False
    return not any(any(map(str.isdigit, w.text)) for w in span) and span[0].lower not in lexicon("thing_openings")


def _is_thing(span: Sequence[Word]) -> bool:
    """Whether a name ends as a thing's does, unless it is a surname behind a given name: "Ada Lake"."""
    end = span[-1].lower
    surname = end in lexicon("thing_surnames") and len(span) > 1 and given_name_gender(span[0].text) is not None
    return end in lexicon("things") and not surname


@cache
def _unnaming() -> frozenset[str]:
    return lexicon("honorifics").union(lexicon("calendar"), lexicon("ranking"))


def _is_surname(span: list[Word]) -> bool:
    """Whether a word that may be a title ends a name: "John Major", "Bui Thanh Son"; not "Foreign Minister"."""
    if len(span) < 2 or not is_capital(span[-1]):
        return False
    known = span[-1].lower in lexicon("offices") - {"lama", "man"}  # "Tran Thanh Man", "the Dalai Lama"
    return not known or given_name_gender(span[0].text) is not None


def _is_day(words: list[Word], first: int, last: int) -> bool:
    """Whether a day or month stands behind a name; "Theresa May", "Zhai Jun", "Taha Yassin Ramadan" are none."""
    low = words[last].lower
    given = low == "ramadan" or (low in {"may", "april", "jun", "june", "august"} and last == first + 1)
    return low in lexicon("calendar") and not given


def is_joined(words: list[Word], i: int) -> bool:
    """Whether a hyphen without blanks ties a word to the one before it, as in a name: "Kyu-SIK"."""
    if i < 2 or words[i - 1].text not in HYPHENS or not words[i].text.isalpha() or _is_glued(words[i]):
        return False
    led = words[i].text in {"led", "era", "backed", "style", "like"}
    return not led and words[i - 2].end == words[i - 1].start and words[i - 1].end == words[i].start


def _is_glued(word: Word) -> bool:
    """Whether a word behind a hyphen is one of the sentence's own; short ones may be syllables ("Moon Jae-IN")."""
    return word.tag in GLUED and len(word.text) > 2 and not is_capital(word) and word.text != "soon"  # "Song Min-SOON"


def is_full(words: list[Word], first: int, last: int) -> bool:
    """Whether a name has more than one part besides its particles: "Jan Kowal", "Abu Zubqa", not "al-Zubqa"."""
    opening = words[first].lower
    bare = opening in lexicon("particles") and opening not in lexicon("kunyas")
    return sum(map(is_capital, words[first + bare : last + 1])) > 1


def is_half(words: list[Word], at: int, entities: list[tuple[int, int, str]]) -> bool:
    """Whether a known leader's surname is a part of a fuller, other name.

    "Pyotr POROSHENKO", "KERRY Brown", "Soto-MADURO".
    """
    if at > 1 and words[at - 1].text in HYPHENS and words[at - 1].end == words[at].start:
        return True
    if at and words[at - 1].head is words[at] and is_name_part(words[at - 1]) and given_name_gender(words[at - 1].text):
        return True
    for first, last, label in entities:
        if label == "PERSON" and first < last == at - 1 and words[last].head is words[at]:
            return True  # "Choe Son HUI"
        if label != "PERSON" or not first <= at <= last or first == last:
            continue
        before = words[at - 1] if at > first else None
        tied = before is not None and before.dep == "compound" and before.head in {words[at], words[at].head}
        if before is not None and tied and is_name_part(before):
            return (before.i > 0 or given_name_gender(before.text) is not None) and country_of_name(before.text) is None
        after = words[at + 1] if at < last else None
        if after is not None and is_name_part(after) and given_name_gender(words[at].text):
            return True
    return False


def honorific_before(words: list[Word], first: int) -> str | None:
    """The title directly before a name, in lower case without its full stop, or None."""
    if first > 0 and words[first - 1].text == "." and first > 1:
        first -= 1
    low = words[first - 1].lower.rstrip(".") if first > 0 else ""
    return low if low in lexicon("honorifics") else None


def widened(owner: Sequence[Name | None], words: list[Word], first: int, last: int) -> tuple[int, int]:
    """A person's name with the parts that the model left out: "Hwang | Kyu-sik", "Faisal | bin Abdul Rahman"."""
    while last + 1 < len(words) and last - first < LONGEST:
        word, *row = words[last + 1 : last + 4]
        small = len(row) > 1 and {word.lower, row[0].lower} <= lexicon("particles")  # "Jan | VAN DER Holt"
        further = row[small] if row else None
        behind = _behind_by_name(words, first, last) if word.text in MARKS else None
        if behind is not None and not any(owner[last + 1 : behind + 1]):
            last = behind
        elif further is not None and word.text in HYPHENS and word.start == words[last].end == further.start - 1:
            other = _is_other(further) or is_pair(words, last, last + 2)
            if not further.text.isalpha() or owner[last + 2] is not None or other:
                break
            last += 2
        elif (
            further is not None
            and word.lower in lexicon("particles") - CUTTING
            and is_capital(further)
            and owner[further.i] is None
        ):
            last = further.i
        elif (
            owner[last + 1] is None
            and is_name_part(word)
            and (
                word.head in (words[last], words[last].head)
                or _is_cut(words, first, word)
                or _is_syllable_behind(words, first, last)
            )
            and (words[last].dep in {"compound", "flat"} or word.dep in {"compound", "flat"})
        ):
            last += 1
        else:
            break
    while first > 0 and owner[first - 1] is None and last - first < LONGEST:
        word = words[first - 1]
        if is_name_part(word) and word.dep == "compound" and first <= word.head.i <= last and not _is_no_name(word):
            first -= 1
        elif (
            word.lower in lexicon("particles")
            and word.pos == "PROPN"
            and first > 1
            and is_capital(words[first - 2])
            and words[first - 2].pos == "PROPN"
        ):
            first -= 2 if owner[first - 2] is None and not is_role(words[first - 2]) else 1
        else:
            break
    return first, last


def is_pair(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a hyphen stands between those who meet, and in no one's name: "the KOS-HORA talks", but "Jean-Luc"."""
    noun, before = words[last].head, words[first - 1] if first else None
    met = words[last].dep in {"compound", "nmod"} and noun.i > last and not (is_capital(noun) or is_role(noun))
    alone = before is None or before.pos != "PROPN"
    given = given_name_gender(words[first].text) is not None and given_name_gender(words[last].text) is not None
    return words[first + 1].text in HYPHENS and is_capital(words[last]) and met and alone and not given


def _is_syllable_behind(words: list[Word], first: int, last: int) -> bool:
    """Whether the third word of a name is its head, as the tree has "Choe Son HUI"."""
    word = words[last + 1]
    short = word.text.isalpha() and len(word.text) <= _SYLLABLE and word.text not in SUFFIXES
    return short and last == first + 1 and words[last].head is word and word.dep in ROLES


def _is_cut(words: list[Word], first: int, surname: Word) -> bool:
    """Whether a name with a double one stands before its surname: "Abdul-Karim | SOTO", "Ana-Luz Soto | VEGA"."""
    at = surname.i
    if words[at - 1].head is not surname or at < 3:
        return False
    doubled = first + 2 < at and words[first + 1].text in HYPHENS and is_capital(words[first + 2])
    return doubled or (words[at - 2].text in HYPHENS and is_joined(words, at - 1))


def _behind_by_name(words: list[Word], first: int, last: int) -> int | None:
    """Where a name goes on behind a by-name in quotation marks, which may have begun within it: 'Adam "Ace" HOLT'."""
    opened = any(words[i].text in MARKS for i in range(first, last))
    at = last + 2 if opened else last + 4
    closed = at < len(words) and words[at - 1].text in MARKS and is_name_part(words[at])
    return at if closed and (opened or is_capital(words[last + 2])) else None


def _is_other(word: Word) -> bool:
    """Whether a word behind a hyphen makes an adjective or a compound of a name: "Orlov-friendly", "Orlov-regime"."""
    return (
        word.lower.endswith(COMPOUNDING)
        or _is_glued(word)
        or (word.lower in lexicon("bodies") and not is_capital(word))
    )


def is_name_part(word: Word) -> bool:
    """Whether a word may be one of a person's name."""
    low = word.lower.rstrip(".")
    return (
        word.pos == "PROPN"
        and is_capital(word)
        and not is_role(word)
        and low not in _no_parts()
        and not any(map(str.isdigit, word.text))
    )


@cache
def _common() -> frozenset[str]:
    """Nouns that alone name no person, though they have a capital: "the Group", "the Republic"."""
    return lexicon("bodies").union(lexicon("states"), lexicon("groups"))


@cache
def _no_parts() -> frozenset[str]:
    return _unnaming().union(lexicon("bodies"), lexicon("state_body_fields"), lexicon("labels"))


@cache
def titles() -> frozenset[str]:
    """The words that may stand before a person's name, in lower case."""
    honorifics = lexicon("honorifics")
    return honorifics.union([f"{title}." for title in honorifics], lexicon("offices"), lexicon("persons"))


def titled(
    owner: Sequence[Name | None], sentence: Sentence, telling: Sequence[Word]
) -> Iterator[tuple[int, int, str | None]]:
    """First word, last word and honorific of names that stand behind a title: "President SAAKASHVILI said"."""
    words = sentence.words
    honorifics = lexicon("honorifics")
    known = titles()
    for word in [w for w in telling if w.lower in known and w.i + 1 < len(words)]:
        low = word.lower.rstrip(".")
        if (low not in honorifics and not is_role(word)) or owner[word.i] is not None:
            continue
        first = word.i + 1
        if words[first].text == "." and first + 1 < len(words):
            first += 1
        first += closes(words, first)
        last = first - 1
        while last + 1 < len(words) and last - first < 5 and is_name_part(words[last + 1]):
            held = owner[last + 1]
            if held is not None and held.known is not None:
                break
            last += 1
        if last >= first and closes(words, last + 1):
            last += 2
        if first == last and (words[first].lower in lexicon("peoples") or len(words[first].text) == 1):
            continue  # "his fellow AFRICANS", "Marine A"
        if is_of_office(words, first, last) or (last >= first and _is_labelled(word, words, first, last)):
            continue
        if last < first or (is_role(word) and not is_capital(word) and words[first].pos != "PROPN"):
            continue
        first, last = widened(owner, words, first, last)
        held = owner[first]
        if held is None or held.first > first or held.last < last:
            yield first, last, low if low in honorifics else None


def closes(words: Sequence[Word], at: int) -> bool:
    """Whether brackets end before a name, in which a report tells whose it is: "(President) RUIZ", "(Mr Jan) KOS"."""
    marks = [w.text for w in words[max(0, at - _INSERTED) : at + 1] if w.text in {"(", ")"}]
    return marks[-2:] == ["(", ")"] and words[at].text == ")" and at + 1 < len(words) and is_name_part(words[at + 1])


def _is_labelled(role: Word, words: list[Word], first: int, at: int) -> bool:
    """Whether a thing is named behind a role, or a noun goes on: "Premier PALACE", "official ZUBQA page"."""
    last, titled = words[at], role.lower.rstrip(".") in lexicon("honorifics")
    if at >= first and _is_thing(words[first : at + 1]):
        return True
    if first == at and not titled and last.lower.removesuffix("s") in _common():
        return True
    if first != at or last.dep != "compound" or last.head.i <= at or is_role(last.head):
        return False
    return role.lower == "official" or (is_capital(last.head) and not titled)
