"""Which of the model's entities are persons, by what stands beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dipevents.mentions.gazetteer import country_of_capital, country_of_name, find_names, given_name_gender
from dipevents.mentions.names.bodies import body_nouns
from dipevents.mentions.names.persons import is_pair
from dipevents.mentions.title import office_before
from dipevents.mentions.words import is_capital, is_role, lexicon, shared_role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dipevents.mentions.gazetteer import NameHit
    from dipevents.mentions.words import Name
    from dipevents.reading.sentence import Entity, Word

__all__ = [
    "GEOGRAPHIC",
    "bears_office",
    "by_handle",
    "inside_person",
    "is_holder",
    "is_placed_behind",
    "is_told",
    "is_topic",
    "leads",
    "settled",
    "singled",
]

GEOGRAPHIC = frozenset({"state", "capital", "place"})
_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
"""Where a handle goes on with another word: between "Ada" and "Holt" of "AdaHolt"."""
UNSURE = frozenset({"ORG", "WORK_OF_ART"})
_UNTOLD = frozenset({"GPE", "LOC", "ORG"})
_SENT = frozenset({"delegation", "mission", "team"})
_STANCES = frozenset({"pro", "anti"})
_COURTEOUS = frozenset({"mr", "mrs", "ms"})
_FIELD = 4
"""Words from an office with a field to the end of the name behind it: "SECRETARY of State Ada HOLT"."""


def settled(words: Sequence[Word], entity: Entity) -> tuple[int, int, str]:
    """A name of the model's; one that has an office, is told by one or speaks for a body is a person's.

    "Seo Joon-ho, SPOKESMAN of the navy", "the ENVOY, Onesmo Sembe", "said Onesmo Sembe OF the Peace Institute".
    """
    first, last, label = entity.first, entity.last, entity.label
    if label == "NORP" and first == last and _is_given(words, first):
        return first - 1, last + 2, "PERSON"
    if (
        first < last
        and (label not in {"PERSON", "NORP"} or words[last].dep == "conj")
        and is_holder(words, first, last)
    ):
        return first, last, "PERSON"
    if first < last and label == "GPE" and _is_sent(words, first, last):
        return first, last, "PERSON"
    if first == last and label in _UNTOLD and _is_given_before(words, first):
        return first - 1, last, "PERSON"
    if label == "GPE" and _is_of_field(words[last]) and country_of_name(words[last].text) is None:
        return first, last, "PERSON"
    if first < last and label == "GPE" and given_name_gender(words[first].text) and bears_office(words[last]):
        return first, last, "PERSON"
    if label not in UNSURE or (label == "ORG" and first == last) or words[last].lower in body_nouns():
        return first, last, label
    end, behind = words[last], words[min(last + 1, len(words) - 1)]
    speaks = label == "ORG" and end.dep == "nsubj" and end.head.lemma == "say" and behind.lower == "of"
    return first, last, "PERSON" if speaks or bears_office(end) else label


def _is_given_before(words: Sequence[Word], at: int) -> bool:
    """Whether somebody acts whose first name the model left out: "Tarek | QARMATI urged"; no "Paris Lemma"."""
    end, given = words[at], words[at - 1]
    acts = end.dep == "nsubj" and end.head.lemma in lexicon("human_verbs") and end.lower not in body_nouns()
    tied = at > 0 and given.head is end and given.dep == "compound" and given.tag == "NNP" and not is_role(given)
    return acts and tied and given_name_gender(given.text) is not None and not find_names(f"{given.text} {end.text}")


def _is_sent(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a name with a state for its owner does what persons do: "led by CHAD'S ONESMO SEMBE"."""
    end = words[last]
    if first < 2 or words[first - 1].text not in {"'s", "’s"} or country_of_name(words[first - 2].text) is None:
        return False
    verb = end.head.head if end.head.dep == "agent" else end.head if end.dep == "nsubj" else None
    return verb is not None and verb.lemma in lexicon("human_verbs")


def _is_given(words: Sequence[Word], at: int) -> bool:
    """Whether a word that may be a people's is a part of a given name with a hyphen: "Seo HAN-ho"."""
    if not 0 < at < len(words) - 2 or words[at + 1].text != "-" or words[at - 1].tag != "NNP":
        return False
    syllable = words[at + 2]
    return syllable.tag == "NNP" and syllable.text.islower() and not is_role(words[at - 1])


def by_handle(words: Sequence[Word], year: int | None) -> list[tuple[int, int, NameHit]]:
    """The known leaders who are called as they are in a network: "@AdaHolt", "@MinisterHolt"."""
    spelt = [(word.i, _HUMP.sub(" ", word.text[1:])) for word in words if word.text[:1] == "@"]
    hits = ((at, name, hit) for at, name in spelt for hit in find_names(name, year))
    return [(at, at, hit) for at, name, hit in hits if hit.kind == "leader" and _is_whole(name, hit)]


def _is_whole(handle: str, hit: NameHit) -> bool:
    """Whether a handle is a leader's full name, or the last one behind a title or the first: not "FriendsOfHolt"."""
    before = {w.lower() for w in handle[: hit.start].split() if len(w) > 1}
    own = lexicon("honorifics", "handle_titles") | {*hit.name.lower().split()}
    lone = hit.ambiguous and not hit.start
    return hit.end == len(handle) and (" " in hit.text or (before <= own and not lone))


def bears_office(name: Word) -> bool:
    """Whether an office or a trade stands beside a name: "Seo, SPOKESMAN of the navy", "SECRETARY of State Seo"."""
    near = (c for c in name.children if c.dep == "appos" or (c.dep == "nmod" and 0 < name.i - c.i <= _FIELD))
    return any(map(is_role, near))


def leads(name: Word) -> bool:
    """Whether a delegation is led by whose name it is: "a Norwegian delegation headed by HOLT"."""
    verb = name.head.head
    led = name.dep == "pobj" and name.head.lower == "by" and verb.tag == "VBN" and verb.lemma in {"head", "lead"}
    return led and verb.head.lemma in _SENT


def _is_of_field(name: Word) -> bool:
    """Whether an office with a field stands before a name: "Secretary of State Ada HOLT"."""
    offices = (c for c in name.children if c.dep == "nmod" and 0 < name.i - c.i <= _FIELD and is_role(c))
    return any(c.lower == "of" for office in offices for c in office.children)


def is_told(name: Word) -> bool:
    """Whether a clause tells what somebody does: "anger at Ada HOLT, who left"."""
    clauses = (c for c in name.children if c.dep == "relcl")
    return any(w.lower in {"who", "whom", "whose"} for clause in clauses for w in clause.children)


def is_holder(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a full name stands behind an office and a comma: "the envoy, ONESMO SEMBE", "the envoy, Chad's …"."""
    end, top = words[last], words[last]
    if first > 1 and _is_abroad(words[first - 2].text) and office_before(words, first, last):
        return True  # "the envoy to Chad, ONESMO SEMBE", which the tree may have in a list of states
    while top.dep == "conj" and top.head.pos == "PROPN":
        top = top.head  # "the envoys, Ada Holt and ONESMO SEMBE"
    plain = top is end and top.head.tag != "NNS" and is_role(top.head)
    shared = top is not end and shared_role(top.head) is not None
    if top.dep != "appos" or top.head.i >= first or not (plain or shared):
        return False
    if shared:
        return words[first - 1].lower in {",", "and"}
    told = end.lower in body_nouns() or end.lower.rstrip(".") in lexicon("companies") or end.lower in lexicon("things")
    return words[first - 1].text in {",", "'s", "’s"} and end.head.lemma not in lexicon("opposites") and not told


def _is_abroad(place: str) -> bool:
    return country_of_name(place) is not None or country_of_capital(place) is not None


def singled(words: Sequence[Word], first: int, last: int, label: str) -> Iterator[tuple[int, int, str]]:
    """The two names that the model took for one: "Kos | and | Jan Hora", "the Kos | - | Hora talks".

    Also "the Andes | , | Kos" at a comma.
    """
    if label == "PERSON" and last == first + 2 and is_pair(words, first, last):
        yield first, first, label
        yield last, last, label
        return
    if first == last:
        yield first, last, label
        return
    if (clauses := _of_two_clauses(words, first, last, label)) is not None:
        yield from clauses
        return
    at = next((i for i in range(first + 1, last) if words[i].lower == "and"), None)
    if at is None or label not in {"PERSON", "ORG"} or words[last].lower.rstrip(".") in lexicon("companies"):
        yield first, last, label
        return
    given = [given_name_gender(words[i].text) is not None for i in (first, at + 1)]
    fore = given[0] and first + 1 < at and words[at - 1].lower not in lexicon("companies") | body_nouns()
    if (
        given[1]
        and at + 1 < last
        and (label == "PERSON" or (first == at - 1 and words[last].lower not in body_nouns()))
    ):
        yield first, at - 1, "PERSON"
        yield at + 1, last, "PERSON"
    elif fore and at + 1 < last:
        yield first, at - 1, "PERSON"
        yield at + 1, last, "ORG"
    else:
        yield first, last, label


def _of_two_clauses(
    words: Sequence[Word], first: int, last: int, label: str
) -> tuple[tuple[int, int, str], ...] | None:
    """The names of two clauses that the model took for one; None of a name that is one."""
    comma = next((i for i in range(first + 1, last) if words[i].text == ","), first)
    if comma > first and label != "GPE" and _begins(words, comma + 1, last):
        return (first, comma - 1, label), (comma + 1, last, "PERSON")
    told = next((i for i in range(first, last) if words[i].dep == "dobj" and words[i].head.lemma == "tell"), None)
    if told is not None and not words[last].is_under(words[told]):  # "told | PARLIAMENT | BRITAIN would go"
        return (first, told, "ORG"), (told + 1, last, label)
    return None


def _begins(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a clause begins with somebody behind a comma: "on both sides of the Andes, ADA HOLT said"."""
    end, before = words[last], words[first - 2]
    acts = end.dep == "nsubj" and end.head.lemma in lexicon("human_verbs") and end.lower not in body_nouns()
    called = first == last or bears_office(end) or given_name_gender(words[first].text) is not None
    return acts and called and not (end.is_under(before) or before.is_under(end))


def _opens_name(word: Word) -> bool:
    return given_name_gender(word.text) is not None or len(word.text.rstrip(".")) == 1


def _is_tied(name: Name) -> bool:
    """Whether a hyphen ties a name to a particle of a person's, so that it is no body: "Salem al-SABAH"."""
    first, *before = reversed(name.sentence.words[max(0, name.first - 2) : name.first + 1])
    tied = len(before) > 1 and before[0].text == "-" and before[1].lower in lexicon("particles")
    return tied and first.text[:1].isupper() and name.kind not in {"state", "capital", "adjective"}


def _is_titled(name: Name, title: Word) -> bool:
    """Whether what may be a place stands behind somebody's title: "Queen SOFIA", "President ARROYO"."""
    if title.lower in lexicon("honorifics") and given_name_gender(name.text) is not None:
        return True
    doubtful = name.kind == "place" and name.known is not None and name.known.ambiguous
    tied = title.head is name.sentence.words[name.last]
    return doubtful and tied and is_capital(title) and title.lower in lexicon("leaders")


def _is_addressed(name: Name) -> bool:
    """Whether a place's name is a person's behind a title of courtesy: "Ms. JORDAN"."""
    before = name.sentence.words[name.first - 1].lower.rstrip(".") if name.first else ""
    return before in _COURTEOUS and name.kind in GEOGRAPHIC


def inside_person(name: Name, entities: Iterable[tuple[int, int, str]]) -> bool:
    """Whether a known name is a part of a person's: "Michael JORDAN"; never "RUSSIAN President Putin"."""
    words = name.sentence.words
    if name.kind == "adjective":  # "Ada FRENCH"
        given = (a for a, b, label in entities if label == "PERSON" and a < name.first and b == name.last)
        return any(given_name_gender(words[a].text) for a in given)
    if name.kind in {"capital", "place"} and name.first == name.last and name.first:
        before = words[name.first - 1]
        if name.kind == "place" and bears_office(words[name.last]):
            return given_name_gender(before.text) is not None  # "Mehmet AYDIN, the president"
        if _is_titled(name, before):
            return True
    if _is_tied(name) or _is_addressed(name):
        return True
    if name.kind not in GEOGRAPHIC and (name.first < name.last or name.text.isupper()):
        return False  # "CNN Peter Holt"
    for a, b, label in entities:
        if label != "PERSON" or not (a <= name.first and name.last <= b and b > a):
            continue
        if a < name.first:
            before = words[name.first - 1]
            return before.pos == "PROPN" and not is_role(before) and before.lower not in lexicon("honorifics")
        if name.last == b:
            return False
        after = words[name.last + 1]
        if a > 1 and words[a - 1].tag in {"IN", "TO"} and is_role(words[a - 2]) and _opens_name(after):
            return False  # "the envoy to CHAD Peter Holt", "the envoy to CHAD T. S. Rao"
        return after.pos == "PROPN" and not is_role(after) and after.text not in {"'s", "’s"}
    return False


def is_topic(words: Sequence[Word], name: Name, first: int, last: int) -> bool:
    """Whether a state or place within a body's name says what it deals with, or is likely no place there.

    "Institute of TAIWAN Studies", "Network on BURMA", "pro-IRAN brigades", "UNITY Party".
    """
    if name.kind == "place" and name.known is not None and name.known.ambiguous:
        return True
    before = words[name.first - 1] if name.first > first else None
    behind = words[name.last + 1] if name.last < last else None
    if before is not None and before.lower in {"on", "for", "with", "against", "pro", "anti"}:
        return True
    if before is not None and before.text == "-" and (name.kind == "state" or words[before.i - 1].lower in _STANCES):
        return True  # "Chile-PERU Friendship Society" is Chilean
    if behind is None or name.kind == "adjective":
        return False
    if before is not None and is_capital(before) and behind.i < last and words[last].lower in lexicon("institutes"):
        return name.kind == "state" and before.pos == "PROPN"  # "Holt PERU Policy Center"
    paired = behind.text == "-" and words[behind.i + 1].text[:1].isupper()
    at_home = name.kind in {"capital", "place"} and behind.lower == "research"  # "LUND Research Institute"
    return (behind.text == "-" and not paired) or (behind.lower in lexicon("studies") and not at_home)


def is_placed_behind(owner: Sequence[Name | None], words: Sequence[Word], last: int) -> bool:
    """Whether a place stands behind a body's name: "Dadu University in TAICHUNG"."""
    if last + 2 >= len(words) or words[last + 1].lower not in {"in", ","}:
        return False
    held = owner[last + 2]
    return held is not None and held.kind in GEOGRAPHIC and held.country is not None
