"""Names of bodies by their nouns, in capitals or not: a ministry, a navy, a university, a party.

the Royal Thai Navy                         capitals before the noun
Institute for Strategic Research            "of", "for" and "on" behind a capitalised noun
the shipyard Zubqa, a firm, Zubqa Works,     what a noun for a company or a paper stands beside
a group called Green Dawn                   what a noun for a body is told to be called
South Korea's Defense Ministry              the state that owns a body is a part of its name
the French foreign ministry, the US military   so it is where the rest stands in lower case
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.mentions.names.labelled import CALLING, called, is_band, labelled
from dipevents.mentions.names.no_names import is_rank
from dipevents.mentions.words import in_title_case, is_capital, is_role, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.words import Name
    from dipevents.reading.sentence import Sentence, Word

    Entities = list[tuple[int, int, str]]

__all__ = ["body_nouns", "body_spans", "is_known_before", "is_national"]

LONGEST = 14
"""Words that a name may have; a longer run of capitals is a headline."""

GOVERNING = frozenset(
    {"government", "state", "house", "regime", "leadership", "administration", "presidency", "business"}
)
"""Behind a state's name these mean the state itself ("the Chinese government")."""

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
SERVICES = frozenset({"army", "corps", "force", "marine", "navy", "police"})
DESKS = frozenset({"bureau", "department", "desk", "division", "office", "section"})
"""What a body has for each state that it deals with."""
FORCES = frozenset({"force", "forces", "services"})


def body_spans(
    sentence: Sentence, telling: Sequence[Word], owner: Sequence[Name | None], entities: Entities
) -> list[tuple[int, int, Word]]:
    """First word, last word and noun of every body that a sentence names, in text order."""
    found: list[tuple[int, int, Word]] = []
    nouns = body_nouns()
    for noun in [w for w in telling if w.lower in nouns]:
        names = (noun.is_noun or is_capital(noun)) and not is_rank(sentence.words, noun.i)
        if not names or _is_in_title(sentence.words, noun):
            continue
        held = owner[noun.i]
        if held is not None and held.kind == "place" and held.first < held.last == noun.i:
            continue  # "the West BANK"
        if held is not None and held.kind not in {"place", "state"} and not _is_longer(sentence, owner, held):
            continue
        first, last = _left(sentence, owner, noun, entities), _right(sentence, owner, noun, entities)
        if held is not None and (held.first < first or held.last > last):
            first, last = min(first, held.first), max(last, held.last)
        for a, b, label in entities if held is None or held.kind != "igo" else ():
            if label == "ORG" and a <= noun.i <= b and not sentence.heading:
                first, last = min(first, a), max(last, b)
        first, last = _trimmed(sentence.words, owner, noun, first, last)
        if not _is_name(sentence, owner, noun, first, last):
            continue
        if found and found[-1][1] >= first:
            found[-1] = (min(found[-1][0], first), max(found[-1][1], last), noun)
        else:
            found.append((first, last, noun))
    for span in _told(sentence, owner, entities):
        if not any(a <= span[1] and span[0] <= b for a, b, _ in found):
            found.append(span)
    return found


def _told(sentence: Sentence, owner: Sequence[Name | None], entities: Entities) -> Iterator[tuple[int, int, Word]]:
    """The unknown names that nothing but a noun beside them tells, each with the noun."""
    labelling = lexicon("labelling")
    for word in sentence.words_among(_nouns_beside()):
        span = None
        if word.lower in CALLING and word.head.i + 1 == word.i:
            noun = word.head
            named = noun.lower in body_nouns() or noun.lower in lexicon("named_bodies")
            span = called(sentence.words, word, owner) if named else None
        elif (word.lower in labelling or is_band(word)) and not is_capital(word):
            noun, span = word, labelled(sentence.words, word, owner, entities)
        if span is not None:
            yield (*span, noun)


def _is_in_title(words: list[Word], noun: Word) -> bool:
    """Whether the noun belongs to an office or a region: "PRESS Secretary", "Chief of STAFF", "Kaduna STATE"."""
    before = [w.lower for w in words[max(0, noun.i - 2) : noun.i]]
    if (noun.lower == "staff" and before == ["chief", "of"]) or (
        noun.lower == "executive" and before[-1:] == ["chief"]
    ):
        return True
    if noun.lower == "state" or (noun.text == "intelligence" and noun.dep == "compound"):
        return True  # "the Chadian INTELLIGENCE chief"
    behind = words[noun.i + 1] if noun.i + 1 < len(words) else None
    if behind is not None and noun.lower in SERVICES and behind.lower.rstrip(".") in lexicon("honorifics"):
        return True
    return behind is not None and noun.lower in {"press", "cabinet"} and behind.lower == "secretary"


@cache
def _nouns_beside() -> frozenset[str]:
    return lexicon("labelling", "named_bands") | CALLING


@cache
def body_nouns() -> frozenset[str]:
    """The nouns of bodies, in lower case."""
    return lexicon("bodies") | FORCES


def _is_longer(sentence: Sentence, owner: Sequence[Name | None], held: Name) -> bool:
    """Whether a known name ends or opens another: "Social | Democratic Party", "Estonian | Ministry of Defence"."""
    if held.kind == "igo":
        return held.first > 0 and is_national(sentence.words[held.last], owner, held)
    if held.kind not in {"organization", "group", "seat"}:
        return False
    if held.first == 0 or _is_of_another(sentence.words, owner, held):
        return _is_of_another(sentence.words, owner, held)
    before = sentence.words[held.first - 1]
    above = owner[before.i]
    if above is not None:
        return above.kind == "adjective" and held.kind == "seat" and above.country != held.country
    inside = held.first <= before.head.i <= held.last and before.dep in {"compound", "amod"}
    return inside and before.i > 0 and is_capital(before) and not is_role(before)


def _is_of_another(words: list[Word], owner: Sequence[Name | None], held: Name) -> bool:
    """Whether another state follows a known body's name: "the Democratic Party | OF GABON"."""
    at = held.last + 1
    at += at + 1 < len(words) and words[at].lower == "of" and words[at + 1].lower == "the"
    state = owner[at + 1] if at + 1 < len(words) and words[held.last + 1].lower == "of" else None
    return state is not None and state.kind == "state" and state.first == at + 1 and state.country != held.country


def is_national(noun: Word, owner: Sequence[Name | None], held: Name) -> bool:
    """Whether one state has a body called like that of many: "the Chadian | Security Council", not its seat there."""
    words, at = noun.sentence.words, held.first - 1
    at -= at > 0 and owner[at] is None and is_capital(words[at]) and words[at].pos in {"ADJ", "PROPN"}  # "FEDERAL"
    at -= at > 0 and words[at].text in POSSESSIVE
    above = owner[at] if at >= 0 else None
    named = above is not None and above.last == at and above.kind in {"adjective", "state"}
    named = named or (at >= 0 and words[at].tag == "PRP$")  # "ITS Security Council"
    many = held.kind == "igo" and held.first < held.last == noun.i
    return named and many and (noun.dep != "compound" or is_role(noun.head))


def _trimmed(words: list[Word], owner: Sequence[Name | None], noun: Word, first: int, last: int) -> tuple[int, int]:
    """Without offices before and behind the name, and without small words and days at its ends."""
    while first < noun.i and not _may_begin(words[first], owner):
        first += 1
    for i in range(noun.i + 1, last + 1):
        if words[i].text in {"(", ")"}:
            last = i - 1
            break
        if is_role(words[i]) and not any(w.pos == "ADP" for w in words[noun.i : i]):
            last = i - 1
            break
    while last > noun.i and not ((held := owner[last]) is not None and held.kind == "state"):
        plain = not is_capital(words[last]) and words[last].lower not in lexicon("state_body_fields")
        if not (plain or is_rank(words, last) or words[last].lower in lexicon("calendar")):
            break
        last -= 1
    return first, last


def _may_begin(word: Word, owner: Sequence[Name | None]) -> bool:
    if word.lower in lexicon("calendar") or word.lower in {"the", "a", "an", "and", "-", "of", "its", "his", "their"}:
        return False
    if owner[word.i] is not None or word.lower not in lexicon("offices"):
        return True
    return word.lower in lexicon("state_body_fields")  # "the JUSTICE Department"


def _is_in_person(entities: Entities, *at: int) -> bool:
    """Whether the name of one person holds all these words."""
    return any(kind == "PERSON" and all(a <= i <= b for i in at) for a, b, kind in entities)


def _left(sentence: Sentence, owner: Sequence[Name | None], noun: Word, entities: Entities) -> int:
    words, first = sentence.words, noun.i
    fields = _fields(noun)
    while first > 0 and noun.i - first < LONGEST:
        word, right = words[first - 1], words[first]
        held = owner[first - 1]
        if held is not None:
            if held.kind in {"person", "thing"}:
                break
            first = held.first
            if held.kind in {"state", "adjective"} and not (first > 0 and words[first - 1].text == "-"):
                break
        elif word.text in POSSESSIVE:
            above = owner[first - 2] if first > 1 else None
            if above is not None and above.kind in {"state", "adjective"} and _is_part(right, noun):
                return above.first
            if (
                above is None
                and first > 1
                and is_capital(words[first - 2])
                and is_capital(right)
                and not _is_in_person(entities, first - 2)
            ):
                first -= 1  # "People's Party", "Lord's Resistance Army"
                continue
            break
        elif word.lower in lexicon("calendar") or word.is_verb:
            break
        elif (
            (
                word.pos in {"PROPN", "ADJ", "NOUN"}
                and (is_capital(word) or (word.lower in fields and not is_capital(noun)))
            )
            or (word.text in {"-", "&"} and first > 1 and (is_capital(right) or word.text == "-"))
            or (
                word.lower == "and"
                and first > 1
                and not _is_in_person(entities, first - 2)
                and (
                    _same_case(words[first - 2], right, fields)
                    or (
                        is_capital(words[first - 2])
                        and is_capital(right)
                        and (right.head is words[first - 2] or words[first - 2].head is noun)
                    )
                )
            )
        ):
            # "AL-Zubqa Headquarters"
            tied = first > 1 and word.text == "-" and words[first - 2].lower in lexicon("particles")
            first -= 2 if tied else 1
        else:
            break
    return first


def _fields(noun: Word) -> frozenset[str]:
    """What may stand in lower case before a body's noun: "the FOREIGN ministry", "the Dahl RESEARCH institute"."""
    return lexicon("state_body_fields", *(("institute_fields",) if noun.lower == "institute" else ()))


def _same_case(left: Word, right: Word, fields: frozenset[str]) -> bool:
    """Whether "and" joins two fields of one body: "Foreign and Commonwealth Office", "trade and industry ministry"."""
    if is_capital(left) and is_capital(right) and left.lower in lexicon("portfolios") | fields:
        return right.lower in lexicon("portfolios") | fields
    return left.lower in fields and (right.lower in fields or is_capital(right))


def _is_part(word: Word, noun: Word) -> bool:
    """Whether a state's name is one with the name of its body: "PERU'S Green Party", not "Peru's Green party"."""
    return (is_capital(word) and is_capital(noun)) or word.lower in lexicon("state_body_fields", "state_bodies")


def _right(sentence: Sentence, owner: Sequence[Name | None], noun: Word, entities: Entities) -> int:
    """Behind a capitalised noun "of", "for" and "on" go on with the name, behind an Embassy "in"."""
    words, last = sentence.words, noun.i
    if not is_capital(noun) and noun.lower != "ministry":
        return last
    prepositions = {"in"} if noun.lower in {"embassy", "consulate"} else {"of", "for", "on"}
    i = last + 1
    while i < len(words) and i - last < 4 and i - noun.i < LONGEST:
        word = words[i]
        held = owner[i]
        inner = i > noun.i + 1
        if (
            word.lower in lexicon("calendar")
            or (words[i - 1].lower in SERVICES | FORCES | {"staff"} and word.lower.rstrip(".") in lexicon("honorifics"))
            or _is_in_person(entities, i)
            or (held is not None and held.kind == "person")
        ):
            break
        of_state = held is not None and held.kind == "state"  # "of Cote d'IVOIRE"
        field = noun.lower == "ministry" and word.lower in lexicon("state_body_fields")
        if inner and (of_state or field or (is_capital(word) and word.pos in {"PROPN", "NOUN", "ADJ"})):
            last = i
        elif inner and word.lower in {"the", "and", "&", "'s", "’s", "-"}:
            if word.lower == "and" and not _goes_on(words, i, last, noun):
                break
        elif word.lower not in prepositions or ((told := owner[i - 1]) is not None and told.kind == "state"):
            break  # "a sale to the Government of Latvia | OF missiles"
        i += 1
    return last


def _goes_on(words: list[Word], i: int, last: int, noun: Word) -> bool:
    """Whether "and" stands within a name: "Institute for Peace and Security", not "Bank of China and Siemens"."""
    return (
        last == i - 1
        and last > noun.i + 1
        and i + 1 < len(words)
        and words[i + 1].tag in {"NN", "NNS", "NNP", "NNPS", "JJ"}
        and (words[i + 1].head is words[last] or words[i + 1].head is words[last].head)
    )


def _is_name(sentence: Sentence, owner: Sequence[Name | None], noun: Word, first: int, last: int) -> bool:
    words = sentence.words
    before = [n for i in range(first, noun.i) if (n := owner[i]) is not None]
    state = any(n.kind in {"state", "adjective"} for n in before)
    igo = any(n.kind == "igo" for n in before)
    if (last + 1 < len(words) and is_capital(words[last + 1]) and words[last + 1].lower in lexicon("things")) or (
        words[first].lower in {"operation", "exercise"}
    ):
        return False
    if (
        last > noun.i
        and words[last].lower in lexicon("things")
        and not any(w.pos == "ADP" for w in words[noun.i : last])
    ):
        return False
    if first < last and " ".join(w.lower for w in words[first : last + 1]) in lexicon("no_bodies"):
        return False
    if (
        noun.lower == "court"
        and not is_capital(noun)
        and not (noun.i > 0 and words[noun.i - 1].lower in lexicon("state_body_fields"))
    ):
        return False
    if _is_described(words, before, first, noun):
        return False
    if noun.lower == "government" and before and last == noun.i == before[-1].last + 1 and _is_of_a_part(before[-1]):
        return True
    if noun.lower == "government" and last == noun.i and (not before or before[-1].kind == "person"):
        return False  # "the Federal Government", "Mr Kowal's Government"
    if noun.lower in GOVERNING and (state or igo or not before) and last == noun.i and noun.i - first < 3:
        return False
    if not is_capital(noun):
        return _is_plain_name(words, owner, noun, first, last)
    if _is_lent(words, first, noun) and noun.lower not in lexicon("state_bodies"):
        return False
    if last > noun.i:
        return True
    others = [w for w in words[first : noun.i] if is_capital(w)]
    return bool(others) and (state or igo or not in_title_case(sentence))


def _is_plain_name(words: list[Word], owner: Sequence[Name | None], noun: Word, first: int, last: int) -> bool:
    """Whether a noun in lower case ends a body's name: "the French foreign MINISTRY", "the Liberal PARTY"."""
    before = [n for i in range(first, noun.i) if (n := owner[i]) is not None]
    state = any(n.kind in {"state", "adjective"} for n in before)
    if last > noun.i and noun.lower == "ministry":
        return True
    armed = noun.i > first and words[noun.i - 1].lower in {"air", "armed", "defence", "defense"}
    if noun.lower in FORCES and not armed:
        return False
    if (state or any(n.kind == "igo" for n in before)) and noun.lower in lexicon("state_bodies"):
        return True
    span = words[first : noun.i]
    named = span != [] and all(is_capital(w) or w.text == "-" or w.lower in _fields(noun) for w in span)
    unnamed = not any(map(is_capital, span)) and any(w.lower in lexicon("institute_fields") for w in span)
    told = not all(n is not None and n.kind in {"state", "adjective"} for n in owner[first : noun.i])
    of_faith = all(w.lower in lexicon("peoples") for w in span)  # "the Islamic movement"
    return (
        named
        and not unnamed  # "the peace institute"
        and told
        and not of_faith
        and noun.lower in lexicon("named_bodies")
        and first > 0
        and words[first].pos in {"PROPN", "ADJ"}
    )


def _is_lent(words: list[Word], first: int, noun: Word) -> bool:
    """Whether only the dot of an abbreviation before it lends a noun its capital: "the U.S. Industry"."""
    return first == noun.i - 1 and words[first].text[-1] == "."


def _is_described(words: list[Word], before: Sequence[Name], first: int, noun: Word) -> bool:
    """Whether a noun in lower case only tells what something is: "the ministry's U.S. DEPARTMENT", "a Wuhan YARD"."""
    if is_capital(noun) or not first:
        return False
    placed = bool(before) and before[0].first == first and before[0].last == noun.i - 1 and before[0].kind == "place"
    desk = noun.lower in DESKS and words[first - 1].text in POSSESSIVE
    return desk or (placed and words[first - 1].lower in {"a", "an"})


def _is_of_a_part(name: Name) -> bool:
    """Whether a name is that of a part of a state, which has a government of its own: "the PUNTLAND government"."""
    return name.kind == "place" or name.text.lower() in lexicon("regional")


def is_known_before(inside: Sequence[Name], first: int, noun: Word) -> bool:
    """Whether nothing but a known body's own name stands before a noun in lower case."""
    known = inside[0] if len(set(inside)) == 1 else None
    sure = known is not None and known.known is not None and not known.known.ambiguous
    return (
        known is not None
        and sure
        and known.kind in {"group", "organization"}
        and (known.first == first and known.last == noun.i - 1)
    )
