"""Words with capitals that name nobody beside a person's name or at the end of a report.

Secretary of | State | Rex Tillerson            a part of the office, which the model takes into the name
Deputy | Prime | Minister Ana Ruiz              a word of the office between two roles
the aircraft carrier | Admiral Holt             a ship
Tor-M2E                                         a designation
(AFP, AP, Reuters)                              who is credited with a whole report does nothing in it
she wrote on Facebook                           where something is published
the secretary of | Housing and Urban Planning   the field of an office
the Electoral College, the Charter of Cadiz     things with capitals
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dipevents.mentions.equipment_words import is_plural_of_type
from dipevents.mentions.gazetteer import given_name_gender, group, is_called
from dipevents.mentions.words import is_capital, is_role, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dipevents.mentions.words import Name
    from dipevents.reading.sentence import Sentence, Word

__all__ = [
    "FORMS",
    "PORTFOLIOS",
    "is_byline",
    "is_designation",
    "is_idle",
    "is_of_office",
    "is_portfolio",
    "is_product",
    "is_rank",
    "is_ship",
    "is_site",
    "is_thing",
    "names_none",
    "settle_ships",
    "titles_of_works",
    "without_offices",
]

FORMS = frozenset({"co", "corp", "inc", "ltd", "plc"})
"""What a company's name ends in, and nothing else."""
MONEY = frozenset({"dlr", "dlrs", "dollar", "dollars"})
PORTFOLIOS = frozenset({"secretary", "minister", "ministers"})
"""Offices that are "of" a field: "Secretary of State", "Minister of Trade and Industry"."""
MARKS = frozenset({'"', "“", "”", "''", "``"})
AIRING = frozenset({"television", "tv", "radio", "network"})
TITLED = frozenset({"ADJ", "ADV", "NOUN", "PRON", "PROPN", "VERB"})
"""Kinds of words that have capitals in a title."""
LONGEST_TITLE = 7
"""Words with capitals in a title."""
_BYLINE = re.compile(
    r"\W{0,2}(?:Additional )?(?:reporting|editing|writing|compiled|edited|reported|written)(?: and \w+)? by\b",
    re.IGNORECASE,
)
_AUTHORS = re.compile(r"\W{0,2}(?:By|BY) (?:our )?[^\W\da-z]\S*(?:\s+\S+){1,13}(?<![.!?])$")
"""A line of its own, without a verb or in capitals, of who wrote: "By Ada Holt, Defence Correspondent, in Lima"."""
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_CLOCK = re.compile(r"\d\d?[:.]\d\d")
CREDITS = 12
"""Words of a list of agencies in brackets."""


def without_offices(words: Sequence[Word], entities: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The entities without the fields of offices; the person of "of STATE REX TILLERSON" is left."""
    for first, end, label in entities:
        last = _before_field(words, first, end)
        if (first == last and is_medium(words, first)) or credited(words, first) or is_credit(words, first, last):
            continue
        if first < last and words[last].dep == "compound" and all(map(_is_title, words[first : last + 1])):
            continue  # "Tun Dr | Rosli Aziz"
        if first < 2 or words[first - 1].lower not in {"of", "for"} or words[first - 2].lower not in PORTFOLIOS:
            yield first, last, label
            continue
        fields = lexicon("state_body_fields")
        if label == "GPE" or (label == "ORG" and words[first].lower not in fields):
            yield first, last, label  # "the minister of Peru", "the secretary of Sinn Fein"
            continue
        begin = next((i for i in range(first, last) if given_name_gender(words[i].text)), None)
        if begin is not None:
            yield begin, last, "PERSON"
        elif last > first:
            yield first, last, label  # a person's name may follow, which must not take its words


def _is_title(word: Word) -> bool:
    return word.lower.rstrip(".") in lexicon("honorifics")


def _before_field(words: Sequence[Word], first: int, last: int) -> int:
    """The end of a name without the field of a minister's office behind it: "LATVERIAN Defence | Minister"."""
    at, office = last, last + 1 < len(words) and words[last + 1].text in {"Minister", "Ministers"}
    while office and at > first and (words[at].lower in lexicon("national_ministers") or _is_field(words[at])):
        at -= 1
    return last if at == first and _is_field(words[first]) else at


def is_of_office(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether one word stands between a role and a role: "Deputy PERMANENT Representative", "chief CABINET aide"."""
    if first != last or first == 0 or last + 1 >= len(words) or given_name_gender(words[first].text):
        return False
    return is_role(words[first - 1]) and is_role(words[last + 1])


def is_product(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a maker's name only tells a make: "12 LEMMA 737s", "a white LEMMA landed"."""
    if not is_called(" ".join(w.text for w in words[first : last + 1]), "arms_company", "company"):
        return False
    head = words[last]
    if last + 1 < len(words) and head.dep in {"compound", "nmod", "nummod"}:
        base, start = head.sentence.start, words[last + 1].start
        behind = head.sentence.text[start - base :].split()[:1]
        return any(any(map(str.isdigit, w)) and any(map(str.isalpha, w)) for w in behind)
    counted = any(c.dep == "nummod" or c.lower in {"a", "an"} for c in head.children if c.i < first)
    return counted and head.dep in {"nsubj", "nsubjpass", "dobj", "pobj"} and not head.lower.endswith("s")


def is_ship(words: Sequence[Word], first: int, last: int | None = None) -> bool:
    """Whether a ship is named for a person: a noun of ships stands before the name, before its rank, or governs it."""
    last = first if last is None else last
    head = words[last].head
    if words[last].dep == "appos" and head.lemma in lexicon("warships") and words[first - 1].lower == "the":
        return True  # "a destroyer, the ADA HOLT"
    if head.i > last and head.lemma in lexicon("warships") and words[last].dep in {"compound", "nmod"}:
        return True
    if last + 2 < len(words) and words[last + 1].text == "-" and words[last + 2].lower == "class":
        return True
    if any(words[i].lower in lexicon("warships") and not is_role(words[i + 1]) for i in range(first, last)):
        return True  # what the model takes for one name: "AIRCRAFT CARRIER Ada Holt"
    at = first - 1
    while at > 0 and words[at].pos == "PROPN" and is_role(words[at]):
        at -= 1
    plain = at >= 0 and (not is_capital(words[at]) or (at > 0 and words[at - 1].lower == "aircraft"))
    return plain and words[at].lower in lexicon("warships")


def is_site(words: Sequence[Word], last: int) -> bool:
    """Whether a name is only that of an airport, a street or a prize: "ADA HOLT airport"."""
    behind = words[last + 1] if last + 1 < len(words) else None
    tied = behind is not None and words[last].head is behind and words[last].dep in {"compound", "nmod"}
    return behind is not None and tied and behind.lower in lexicon("named_sites")


def is_designation(words: Sequence[Word]) -> bool:
    """Whether letters and digits stand in one word, or a letter ends it: "Tor-M2E", "Anka-S"; no name of somebody."""
    lettered = len(words) > 2 and len(words[-1].text) == 1 and words[-1].text.isupper() and words[-2].text == "-"
    return lettered or any(any(map(str.isdigit, w.text)) and any(map(str.isalpha, w.text)) for w in words)


def credited(words: Sequence[Word], first: int) -> bool:
    """Whether a name stands in a bracket with nothing but news agencies: "(AFP, AP, Reuters)"."""
    if "(" not in words[first].sentence.text:
        return False
    begin = next((i for i in range(first, max(-1, first - CREDITS), -1) if words[i].text == "("), None)
    end = next((i for i in range(first, min(len(words), first + CREDITS)) if words[i].text == ")"), None)
    if begin is None or end is None:
        return False
    pieces = " ".join(w.text for w in words[begin + 1 : end]).split(",")
    known = [group(piece.strip().removeprefix("with ")) for piece in pieces]
    return all(one is None or one.category == "news" for one in known) and sum(
        one is not None for one in known
    ) * 2 > len(pieces)


def is_byline(sentence: Sentence) -> bool:
    """Whether a line only tells who wrote: "Reporting by Ada Holt; Editing by Jan Kos", "By Ada Holt"."""
    if _BYLINE.match(sentence.text) is None and _AUTHORS.match(sentence.text) is None:
        return False
    return sentence.text.isupper() or not any(w.tag in _FINITE for w in sentence.words)


def is_idle(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a known body's name only credits, is where something is published, or tells a make or a field."""
    if credited(words, first) or is_medium(words, first) or is_portfolio(words, first, last):
        return True
    return is_credit(words, first, last) or is_product(words, first, last)


def is_credit(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a name tells only who took a picture or sent a report: "ADA HOLT / for ZTV Daily", "Source: ZTV".

    "a Reuters/ZTV poll" has two who did something.
    """
    text = words[first].sentence.text
    if "/" not in text and ":" not in text:
        return False
    if first > 1 and words[first - 1].text == ":" and words[first - 2].lower in {"source", "sources"}:
        return _opens_news(words, first, last)
    before = first - 2 if first > 1 and words[first - 1].lower == "for" else first - 1
    if before > 0 and words[before].text == "/" and _opens_news(words, first, last):
        return not _closes_news(words, before - 1)
    slash = next((i for i in range(first + 1, min(last + 2, len(words))) if words[i].text == "/"), None)
    if slash is None or slash + 1 >= len(words) or _closes_news(words, slash - 1):
        return False
    at = slash + 1 + (words[slash + 1].lower == "for")
    return _opens_news(words, at, min(at + 2, len(words) - 1))


def _opens_news(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether words begin with the name of a paper, a broadcaster or an agency."""
    return any(_is_news(words, first, end) for end in range(first, last + 1))


def _closes_news(words: Sequence[Word], last: int) -> bool:
    return any(_is_news(words, first, last) for first in range(max(0, last - 2), last + 1))


def _is_news(words: Sequence[Word], first: int, last: int) -> bool:
    return is_called(" ".join(w.text for w in words[first : last + 1]), "news")


def is_medium(words: Sequence[Word], at: int) -> bool:
    """Whether a network is where something is published: "on FACEBOOK", "her TELEGRAM channel", "Facebook TWITTER"."""
    word = words[at]
    if word.lower not in lexicon("platforms"):
        return False
    if word.dep == "pobj" and word.head.lower in {"on", "via", "through"}:
        return True
    if word.dep == "compound" and not is_capital(word.head) and not is_role(word.head):
        return True
    beside = [*words[max(0, at - 1) : at], *words[at + 1 : at + 2]]
    return any(other.lower in lexicon("platforms") for other in beside)


def is_rank(words: Sequence[Word], i: int) -> bool:
    """Whether a word belongs to the office behind it: "Armed Forces SUPREME Commander"."""
    return i + 1 < len(words) and words[i].lower in lexicon("ranking") and is_role(words[i + 1])


def is_portfolio(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether words tell the field of an office: "minister for HOUSING AND LAND", "HOMELAND SECURITY Secretary"."""
    if not all(_is_field(word) for word in words[first : last + 1]):
        return False
    if last + 1 < len(words) and words[last + 1].lower in PORTFOLIOS:
        return True
    at = first - 1
    while at > 0 and first - at < CREDITS and _is_field(words[at]):
        at -= 1
    return at > 0 and words[at].lower in {"of", "for"} and words[at - 1].lower in PORTFOLIOS


def _is_field(word: Word) -> bool:
    low = word.lower
    return low in lexicon("state_body_fields") or low in lexicon("portfolios") or low in {"and", ",", "&", "the"}


def titles_of_works(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """First and last word of each title in quotation marks: "the NBC program, 'Meet ADA HOLT'"."""
    marks = [word.i for word in words if word.text in MARKS]
    for start, end in pairwise(marks):
        last = end - 1
        while last > start and not words[last].text[0].isalnum():
            last -= 1
        inner = [w for w in words[start + 1 : last + 1] if w.pos in TITLED]
        at = start - 1 - (start > 0 and words[start - 1].text == ",")
        if not 1 < len(inner) <= LONGEST_TITLE or not all(map(is_capital, inner)) or at < 0:
            continue
        aired = words[at].text in {"'s", "’s"} and at > 0 and words[at - 1].lower in lexicon("press") | AIRING
        if words[at].lower in lexicon("works") or aired or _is_news(words, max(0, at - 1), at - 1):
            yield start + 1, last


def names_none(span: Sequence[Word]) -> bool:
    """Whether capitals are known to name nobody: "ELECTORAL COLLEGE", "GNP", "16:42 PHT"."""
    first = span[0].i
    if first and span[0].text.isupper() and _CLOCK.fullmatch(span[0].sentence.words[first - 1].text):
        return True
    ends = [word.lower.rstrip(".") for word in span]
    if FORMS.issuperset(ends) or ends[-1] in MONEY:
        return True  # "E.F. Hutton and CO INC", "980 billion H.K. DLRS"
    return " ".join(word.lower for word in span) in lexicon("no_bodies")


def is_thing(span: Sequence[Word]) -> bool:
    """Whether capitals name no body: a thing by its head, a phrase that is known for one, an office, people."""
    low = span[-1].lower
    if low in lexicon("things") or low in lexicon("calendar") or span[0].lower in lexicon("thing_openings"):
        return True
    head = next((span[i - 1].lower for i in range(1, len(span)) if span[i].lower == "of"), low)
    if head in lexicon("things") or names_none(span) or (len(span) == 1 and is_plural_of_type(span[0].text)):
        return True
    if len(span) > 1 and is_role(span[-1]) and all(w.lower in lexicon("ranking") for w in span[:-1]):
        return True
    return all(word.lower in lexicon("peoples") for word in span)


def settle_ships(names: Sequence[Name]) -> None:
    """What a noun for ships stands beside anywhere is a ship: "the carrier ADA HOLT … The ADA HOLT is at sea"."""
    ships = {n.text for n in names if n.kind == "ship"}
    for name in names if ships else ():
        if name.text in ships and name.known is None:
            name.kind = "thing"
