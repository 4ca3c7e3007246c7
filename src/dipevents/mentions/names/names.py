"""The names of a sentence: the model's entities, mended by what is known and by the grammar of names.

Lockheed | Martin                  a name that the model split is one
Kyiv=PERSON; President Saakashvili a known place stays one; a title makes a person of what follows
Nguyen Van Troi, Hwang Kyu-sik, Faisal bin Abdul Rahman    particles, hyphens, several names
Foreign Minister | Wang Yi         titles stand before a name and belong to none
Head of the Polar Centre | Ada Holt    a body's name ends before its leader's
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.lexicon import Remembered
from dipevents.mentions.gazetteer import (
    OPENINGS,
    NameHit,
    body,
    given_name_gender,
    group,
    is_called,
    is_combining,
    name_at,
)
from dipevents.mentions.names.bodies import (
    LONGEST,
    body_nouns,
    body_spans,
    is_known_before,
    is_national,
)
from dipevents.mentions.names.companies import whole_companies, with_form
from dipevents.mentions.names.entities import (
    GEOGRAPHIC,
    bears_office,
    by_handle,
    inside_person,
    is_holder,
    is_placed_behind,
    is_told,
    is_topic,
    settled,
    singled,
)
from dipevents.mentions.names.heads import leading
from dipevents.mentions.names.labelled import is_band
from dipevents.mentions.names.no_names import (
    FORMS,
    is_credit,
    is_designation,
    is_idle,
    is_of_office,
    is_portfolio,
    is_product,
    is_rank,
    is_ship,
    is_site,
    is_thing,
    names_none,
    titles_of_works,
    without_offices,
)
from dipevents.mentions.names.overlooked import overlooked
from dipevents.mentions.names.persons import (
    HYPHENS,
    honorific_before,
    is_full,
    is_half,
    is_person,
    mended,
    titled,
    titles,
    widened,
)
from dipevents.mentions.words import Name, in_title_case, is_capital, is_role, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.reading.sentence import Sentence, Word

__all__ = ["read_names"]

KINDS = {"country": "state", "capital": "capital", "seat": "seat", "adjective": "adjective", "place": "place"}
LABELS = {"ORG": "organization", "GPE": "place", "LOC": "place", "NORP": "group", "FAC": "thing", "EVENT": "thing"}
LABELS |= {"LAW": "thing", "PRODUCT": "thing", "WORK_OF_ART": "thing"}
SITES = frozenset({"Avenue", "Boulevard", "County", "Heights", "Road", "Street"})
"""What makes another place of a capital's name: "Wellington COUNTY"."""
NAMING = frozenset({*LABELS, "PERSON"})
_ROLES = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})

Owner = list[Name | None]
Entities = list[tuple[int, int, str]]


def read_names(sentence: Sentence, year: int | None) -> list[Name]:
    """The names of a sentence in text order; none of them overlap."""
    if not sentence.words:
        return []
    owner: Owner = [None] * len(sentence.words)
    found = (settled(sentence.words, e) for e in sentence.entities if e.label in NAMING)
    entities = list(without_offices(sentence.words, (one for e in found for one in singled(sentence.words, *e))))
    telling = [word for word in sentence.words if word.tag == "NNP" or _TELLING[word.text]]
    leaders = _claim_known(owner, sentence, telling, year, entities)
    for first, last in leading(owner, sentence):
        entities = [(a, first - 1 if a < first <= b else b, label) for a, b, label in entities]
        _claim_person(owner, sentence, first, last)
    for first, last, noun in body_spans(sentence, telling, owner, entities):
        _claim_body(owner, sentence, first, last, noun)
    for first, last, hit in leaders:
        _claim_person(owner, sentence, first, last, hit)
    for first, last, label in entities:
        if label == "PERSON":
            _claim_person(owner, sentence, first, last)
    for first, last, honorific in titled(owner, sentence, telling):
        if is_ship(sentence.words, first, last):
            continue
        _claim_unseen(owner, Name(sentence, first, last, "person", honorific=honorific, sure=not sentence.heading))
    for first, last, label in entities:
        if label != "PERSON":
            _claim_other(owner, sentence, first, last, label)
    for first, last in overlooked(owner, sentence, telling):
        sure = bears_office(sentence.words[last]) or (first < last and is_holder(sentence.words, first, last))
        kind = "ship" if is_ship(sentence.words, first, last) else "person"
        _claim_unseen(owner, Name(sentence, first, last, kind, sure=sure))
    return list(dict.fromkeys([name for name in owner if name is not None]))


def _is_telling(text: str) -> bool:
    """Whether a word as written may begin a known name, be the noun of a body or a title."""
    return bool(OPENINGS[text]) or text.lower() in body_nouns() or text.lower() in titles()


_TELLING = Remembered(_is_telling)


def _claim_known(
    owner: Owner, sentence: Sentence, telling: Sequence[Word], year: int | None, entities: Entities
) -> list[tuple[int, int, NameHit]]:
    """Claims what the gazetteer knows, and gives back the leaders: persons' names may be longer."""
    leaders, words = by_handle(sentence.words, year), sentence.words
    for first, last, hit in _hits(sentence, telling, year):
        if hit.kind == "leader":
            if first < last or not is_half(words, first, entities):
                leaders.append((first, _end_of(words, first, last, entities), hit))
            continue
        last = with_form(words, last) if hit.kind == "group" else last
        name = Name(sentence, first, last, _kind(hit), hit.country, hit)
        idle = hit.kind == "group" and is_idle(words, first, last)
        if idle and (is_credit(words, first, last) or is_product(words, first, last)):
            _claim(owner, Name(sentence, first, last, "thing"))
        if not inside_person(name, entities) and not idle:
            _claim(owner, name)
    for name in whole_companies(sentence, owner):
        _claim(owner, name)
    for first, last in titles_of_works(words):
        _claim(owner, Name(sentence, first, last, "thing"))
    return leaders


def _end_of(words: Sequence[Word], first: int, last: int, entities: Entities) -> int:
    """The end of a full name that is longer than the known one: "Nicolas Maduro MOROS"."""
    if first == last:
        return last
    goes_on = words[min(last + 1, len(words) - 1)].lower in lexicon("particles")  # "Hamad bin Jassim BIN JABER"
    longer = (b for a, b, label in entities if label == "PERSON" and first <= a <= last < b)  # "KING Hamad bin Isa"
    return next((b for b in longer if goes_on or (words[last].dep == "compound" and words[last].head.i == b)), last)


def _hits(sentence: Sentence, telling: Sequence[Word], year: int | None) -> Iterator[tuple[int, int, NameHit]]:
    """Known names with their first and last word; one that ends within a word is none."""
    words, base, done = sentence.words, sentence.start, 0
    for word in telling:
        letters = OPENINGS[word.text]
        if not letters or word.start < done:
            continue
        start = word.start - base
        hit = name_at(sentence.text, start, start + letters, year)
        if hit is None:
            continue
        done = base + hit.end
        last = word.i
        while last + 1 < len(words) and words[last + 1].end <= done:
            last += 1
        hyphened = last + 1 < len(words) and words[last + 1].text in HYPHENS
        longer = hit.kind == "leader" and hyphened and words[last + 1].text == "-"  # "Park Jin-ho"
        bare = hit.kind == "adjective" and not hyphened and is_combining(hit.text)  # "Franco Rossi"
        bare = bare or (hit.kind == "capital" and last + 1 < len(words) and words[last + 1].text in SITES)
        if hit.kind == "place" and words[last].dep == "compound" and words[last].lower in lexicon("compass"):
            bare = bare or words[last].head.pos == "PROPN"  # "WEST Angria"
        if words[last].end == done and not (longer or bare):
            yield word.i, last, hit


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
    members = [n for n in inside if not (is_national(noun, owner, n) or is_topic(sentence.words, n, first, last))]
    kind = _kind_of_body(sentence.words[first : last + 1], noun, members)
    if not is_capital(noun) and last == noun.i and is_known_before(inside, first, noun):
        return  # "the HAMAS movement"
    before = [n for n in members if n.country and n.kind != "igo" and not _is_common(n, first)]
    lent = bool(before) and before[0].known is not None and before[0].last == noun.i and before[-1].kind == "state"
    country = before[-lent].country if before else None  # "the Democratic Party of GABON"
    if before and before[0].kind == "place" and is_placed_behind(owner, sentence.words, last):
        country = None
    at, words = first - 1, sentence.words
    staff = at > 0 and words[at].lower == "of" and words[last].text == "Staff" and is_role(words[at - 1])
    none = staff or (first == last and names_none([words[first]]))  # "Chief of ARMY STAFF", "MOREOVER, the company"
    known = next((n for n in inside if n.first == first and n.last == last), None)
    if none or (known is not None and not is_national(noun, owner, known)) or is_portfolio(words, first, last):
        return
    _claim(owner, Name(sentence, first, last, kind, None if kind == "igo" else country))


def _is_common(name: Name, first: int) -> bool:
    """Whether a known body's name is but words of another's: "People's LIBERATION Front", "MEMORIAL University"."""
    if name.kind in GEOGRAPHIC or name.kind == "adjective" or name.known is None:
        return False
    return name.first > first or name.known.ambiguous or is_called(name.known.name, "news")


def _kind_of_body(words: list[Word], noun: Word, inside: list[Name]) -> str:
    """Of many states by a member or its reach ("UN human rights council", "Pan-African Parliament"), or armed."""
    low = [w.lower for w in words]
    plain = noun.lower in lexicon("intergovernmental")
    national = "of" in low and inside and inside[-1].kind == "state"  # "World Sikh Organization of CANADA"
    if plain and (any(n.kind == "igo" for n in inside) or (low[0] in lexicon("reaches") and not national)):
        return "igo"
    cause = noun.lower not in {"party", "ministry"} and any(w in lexicon("causes") for w in low)
    if cause or noun.lower in lexicon("armed") or (noun not in words and is_band(noun)):
        return "group"
    return "organization"


def _claim_person(owner: Owner, sentence: Sentence, first: int, last: int, hit: NameHit | None = None) -> None:
    words = sentence.words
    own = mended(owner, words, first, last)
    if hit is None:
        first, last = widened(owner, words, *own)
    elif own[0] == first or honorific_before(words, own[0]):
        first, last = own  # "KING Harald", but "Choe SON Hui"
    if not is_person(owner, words, first, last):
        return
    if is_ship(words, first, last):
        _claim(owner, Name(sentence, first, last, "ship"))
        return
    if is_designation(words[first : last + 1]) or names_none(words[first : last + 1]) or is_site(words, last):
        return
    if hit is None and last > first and _is_place(words, first, last):
        _claim(owner, Name(sentence, first, last, "place"))
        return
    if words[last].lower.rstrip(".") in lexicon("companies"):
        _claim_company(owner, sentence, first, last)
        return
    honorific = honorific_before(words, first)
    if hit is None and first and words[first - 1].text == "the" and words[last].dep in _ROLES and honorific is None:
        _claim(owner, Name(sentence, first, last, "thing"))
        return  # "low water on THE LENA", "launched as THE ADA HOLT"
    called = honorific is not None or (first > 0 and is_role(words[first - 1])) or bears_office(words[last])
    if first == last and hit is None and honorific is None and _is_acronym(words, first):
        _claim(owner, Name(sentence, first, last, "organization", sure=False))
        return
    placed = words[last].dep == "pobj" and words[last].head.lower in lexicon("locative") and not is_told(words[last])
    sure = called or hit is not None or (is_full(words, first, last) and not placed and not _is_headline(sentence))
    _claim(owner, Name(sentence, first, last, "person", hit.country if hit else None, hit, honorific, sure))


def _claim_unseen(owner: Owner, name: Name) -> None:
    """A name that the model sees no person in: a company's by its form ("Banking CORP."), else a person's."""
    words, last = name.sentence.words, name.words[-1].lower.rstrip(".")
    if is_portfolio(words, name.first, name.last) or names_none(name.words) or is_site(words, name.last):
        return
    if name.first < name.last and last in FORMS:
        _claim_company(owner, name.sentence, name.first, name.last)
    elif is_person([None] * len(words), words, name.first, name.last) and not (
        name.first < name.last and last in lexicon("companies")
    ):
        _claim(owner, name)


def _claim_company(owner: Owner, sentence: Sentence, first: int, last: int) -> None:
    """A company with the known name that its own begins with: "CHINA Railway Corp", "LEMMA BANK Markets Inc."."""
    before = owner[first - 1] if first and sentence.words[last].lower.rstrip(".") in FORMS else None
    if before is not None and before.kind in {"state", "organization"}:
        _claim(owner, Name(sentence, before.first, last, "organization", before.country))
    elif last > first:
        _claim(owner, Name(sentence, first, last, "organization"))


def _is_headline(sentence: Sentence) -> bool:
    return sentence.heading or in_title_case(sentence)


def _is_place(words: list[Word], first: int, last: int) -> bool:
    """Whether a name begins or ends as a place's does: "KAFR Zubqa", "Zelyony KRAI"."""
    opened = words[first].lower in lexicon("place_openings") and (first == 0 or not is_role(words[first - 1]))
    return opened or words[last].lower in lexicon("place_endings")


def _is_acronym(words: list[Word], i: int) -> bool:
    """Whether a word of a few capitals is no person's name: "the broadcaster RTV", but "Minister LEE"."""
    text = words[i].text
    if not (text.isupper() and 2 <= len(text) <= 5) or given_name_gender(text) is not None:
        return False
    before = words[i - 1].lower if i else ""
    return before not in lexicon("offices") and any(w.text.islower() and len(w.text) > 3 for w in words)


def _claim_other(owner: Owner, sentence: Sentence, first: int, last: int, label: str) -> None:
    """An entity of the model that nothing better is known of."""
    words = sentence.words
    first, last = _core(words, first, last)
    officer = last > first and is_role(words[first]) and words[first + 1].lower in {"of", "for"}  # "Minister of Trade"
    if label == "ORG" and (officer or is_portfolio(words, first, last) or all(map(is_role, words[first : last + 1]))):
        return
    if last > first and words[last].lower.rstrip(".") in lexicon("honorifics"):
        return  # "NAVY CAPT. Jan Kos"
    if words[first].lower in lexicon("state_body_fields"):
        if first > 1 and words[first - 1].lower in {"of", "for"} and is_role(words[first - 2]) and last > first:
            _claim_person(owner, sentence, first + 1, last)
            return
        if first == last and last + 1 < len(words) and is_role(words[last + 1]):
            return
    inner = range(first + 1, last)
    tail = next((i for i in inner if owner[i - 1] and given_name_gender(words[i].text)), None) if inner else None
    if tail is not None and not any(owner[tail : last + 1]):  # "the ambassador to Chad PETER HOLT"
        _claim_person(owner, sentence, tail, last)
        return
    span = words[first : last + 1]
    if label == "ORG" and (span[-1].lower == "government" or (last > first and names_none(span))):
        return  # "Mr Kowal's GOVERNMENT" is the state itself, "CO INC" the end of a name
    town = _town(owner, words, first, last) if label == "ORG" else None
    held = any(owner[first : last + 1]) and town is None
    if held or not any(map(is_capital, span)) or is_of_office(words, first, last):
        return
    kind = "ship" if label == "ORG" and is_ship(words, first, last) else LABELS[label]
    low = span[-1].lower
    goods = not is_capital(span[-1]) and low in lexicon("companies")  # "Zubqa air defence SYSTEMS"
    if is_designation(span) or (kind == "organization" and (goods or is_thing(span))):
        kind = "thing"
    if kind == "group" and (low in lexicon("peoples") or span[-1].tag not in {"NNS", "NNPS"}):
        kind = "thing"
    company = last > first and is_capital(span[-1]) and low.rstrip(".") in lexicon("companies")
    if company and kind in {"organization", "thing"}:
        kind = "organization"
    sure = (kind == "organization" and company) or (kind == "place" and last > first)
    of_town = town is not None and kind == "organization" and not (town.known and town.known.ambiguous)
    _claim(owner, Name(sentence, first, last, kind, town.country if town is not None and of_town else None, sure=sure))


def _town(owner: Owner, words: list[Word], first: int, last: int) -> Name | None:
    """The town whose name a body's begins with: "OKAZAKI Seiki"."""
    held, end = owner[first], words[last]
    if held is None or held.kind != "place" or held.last >= last or any(owner[held.last + 1 : last + 1]):
        return None
    tied = words[held.last].dep == "compound" and words[held.last].head is end and end.tag in {"NNP", "NNPS"}
    return held if tied else None


def _core(words: list[Word], first: int, last: int) -> tuple[int, int]:
    """An entity of the model without articles, small words, days and parts of an office at its ends."""
    while first < last and (
        not (is_capital(words[first]) or words[first].text[0].isdigit()) or words[first].lower in {"the", "a", "an"}
    ):
        if words[first].lower in lexicon("particles") and words[first + 1].text == "-":
            break  # "al-Zubqa"
        first += 1
    while first < last and (
        words[last].text in {"'s", "’s"}
        or words[last].pos in {"PUNCT", "ADP"}
        or (words[last].lower in lexicon("calendar") and words[last].lower != "ramadan")  # "Taha Yassin RAMADAN"
        or is_rank(words, last)
    ):
        last -= 1
    return first, last
