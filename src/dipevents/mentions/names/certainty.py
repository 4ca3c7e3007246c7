"""What a doubtful name is, by all that the article says of it.

The model reads each sentence alone: it takes "Orlov" for a body here and "Zubqala" for a person there. The article
as a whole knows better: "Ivan Orlov" was introduced with a title, and "Zubqala" only ever follows "in" and "near".
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.mentions.gazetteer import given_name_gender
from dipevents.mentions.names.entities import bears_office, leads
from dipevents.mentions.names.no_names import settle_ships
from dipevents.mentions.title import office_before
from dipevents.mentions.words import in_title_case, is_capital, is_role, lexicon
from dipevents.reading.grammar import first_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from dipevents.mentions.words import Name
    from dipevents.reading.sentence import Word

__all__ = ["settle_kinds", "settle_shared"]

SMALL = frozenset({"of", "and", "the", "for", "on", "in", "a", "-"})
_OF_THINGS = frozenset({"allege", "doubt", "expect", "foresee", "negotiate", "reckon", "recommend", "regret"})
"""Verbs whose passive tells of things: of what is expected, and not of whom."""
_OF_BODIES = frozenset({"agree", "announce", "expect", "report", "sign", "win"})
"""What companies do as often as persons: "ZUBQA signed a contract"."""
_IN_PERSON = frozenset({"bring", "carry", "hand", "inspect", "lay", "see", "spend", "stay"})
"""What is done by persons: "ZUBQA brought a message"."""
_BANDS = frozenset({"coalition", "faction", "group", "guerrillas", "militia", "movement"})
STATES = frozenset({"state", "adjective", "capital"})
_SPELT_ALIKE = frozenset({"state", "capital"})
"""What a name may be that somebody has for a surname."""


def settle_kinds(names: Sequence[Name]) -> None:
    """Settles the kinds of the names that are not sure, and of ships."""
    _settle_modifiers(names)
    settle_ships(names)
    _settle_namesakes(names)
    persons = {key for n in names if n.sure and n.kind == "person" for key in _parts(n)}
    whole = {tail for n in names if n.sure and n.kind == "person" for tail in _tails(n)}
    bodies = {n.text for n in names if n.sure and n.kind in {"organization", "igo", "group"}}
    openings = {n.words[0].text for n in names if n.sure and n.kind in {"organization", "group"} and len(n.words) > 1}
    shorts = {n.text for n in names if n.first == n.last and n.known is None and _is_short_for_thing(n)}
    alone = {n.text.lower() for n in names if n.first == n.last and n.known is None}
    doubtful: dict[str, list[Name]] = {}
    led_in = _led_in(names)
    common: set[str] = set()
    for name in names:
        if not name.sure and name.known is None:
            doubtful.setdefault(name.text, []).append(name)
    by_length = sorted(doubtful.items(), key=lambda item: -len(item[0].split()))
    for text, same in by_length:
        low = text.lower()
        stem = low.partition("-")[2] if low.partition("-")[0] in lexicon("particles") else low
        if text in shorts:
            kind = "thing"
        elif (
            low in whole
            or not persons.isdisjoint((low, stem))
            or (" " in low and low.split()[-1] in persons and same[0].kind == "person")
        ):
            kind = "person"
        elif text in bodies or (text in openings and low not in lexicon("peoples")):
            kind = "organization"
        elif " " in low and low.split()[-1] in alone - lexicon("peoples") and low.split()[0] not in alone:
            kind = "person"  # not "South-East ASIAN … ASIAN"
        else:
            kind = "person" if any(map(led_in.__contains__, same)) else _by_use(text, same)
            if kind == "organization" and _is_noun(same):
                common = common or {w.text for s in {n.sentence for n in names} for w in s.words if not is_capital(w)}
                kind = "thing" if low in common or all(not name.first for name in same) else kind
        if kind == "person" and low not in whole and " " in low and all(in_title_case(name.sentence) for name in same):
            kind = _settle_headline(same, persons)
        if kind == "person":
            persons.update(key for name in same for key in _parts(name))
            whole.update(_tails(same[0]))
        for name in same:
            name.kind = kind


def _led_in(names: Sequence[Name]) -> frozenset[Name]:
    """What opens a sentence and acts as persons do, right behind the office of somebody of a state.

    "The Norwegian premier arrived on Monday. ZUBQA will meet …": a body of which nothing was told would be told as one.
    """
    offices = {n.sentence.i + 1 for n in names if n.kind in STATES and not n.sentence.heading and _has_office(n)}
    kinds = {"organization", "person", "place"}
    opening = (n for n in names if not n.first and n.kind in kinds and not n.known and n.sentence.i in offices)
    return frozenset(n for n in opening if all(map(_is_spelt, n.words)) and _acts_personally(n))


def _is_spelt(word: Word) -> bool:
    return is_capital(word) and word.text[1:].islower() and word.lower not in lexicon("bodies")


def _has_office(name: Name) -> bool:
    """Whether a state's name stands before the office of one person: "CHAD's premier left", "the premier of CHAD"."""
    near = name.sentence.words[name.first :]
    return any(is_role(w) and w.tag in {"NN", "NNP"} and w.dep in {"nsubj", "nsubjpass", "pobj", "dobj"} for w in near)


def _acts_personally(name: Name) -> bool:
    head, verb = name.head, name.head.head
    if head.dep not in {"nsubj", "nsubjpass"}:
        return False
    if name.kind == "person" or _is_age(name.sentence.words[name.last + 2 : name.last + 4]):
        return True
    if name.kind == "place" and head.dep == "nsubj":
        return False
    doing = verb.lemma in lexicon("human_verbs", "motion", "travelling", "meetings") | _IN_PERSON
    return doing and verb.lemma not in _OF_BODIES


def _settle_namesakes(names: Sequence[Name]) -> None:
    """A doubtful body of one word is the person whose surname it is: "Ada DAWN … DAWN said", not the paper.

    So is a state of which nothing else is told ("Jim JORDAN … JORDAN told a paper"), and a town that is no scene.
    """
    surnames = {n.words[-1].text for n in names if n.sure and n.kind == "person" and n.first < n.last}
    alone = [n for n in names if n.first == n.last and n.text in surnames]
    states = {n.text: n.known.country for n in alone if n.kind in _SPELT_ALIKE and n.known is not None}
    meant = {n.known.country for n in names if n.known is not None and n.text not in states}
    meant |= {states[n.text] for n in alone if n.text in states and _is_placed(n)}
    towns = {n.text for n in alone if n.kind == "place" and _is_scene(n)}
    for name in alone:
        nowhere = name.kind == "place" and name.known is not None and name.text not in towns
        doubtful = name.kind == "organization" and name.known is not None and name.known.ambiguous
        if nowhere or doubtful or (name.text in states and states[name.text] not in meant):
            name.kind, name.known, name.country = "person", None, None


def _is_scene(name: Name) -> bool:
    """Whether something is at or of a place: "in MEDINA", "the mayor of MEDINA", "MEDINA farmers"."""
    head = name.head
    held = head.dep == "pobj" and head.head.lower == "of" and is_role(head.head.head)
    return held or _is_placed(name) or (head.dep in {"compound", "nmod"} and head.head.tag == "NNS")


def _settle_modifiers(names: Sequence[Name]) -> None:
    """Full names that only ever modify common nouns ("New Muslim communities") or place something are no persons'."""
    surnames = {n.text for n in names if n.first == n.last}
    looking: dict[str, list[Name]] = {}
    for name in names:
        if name.kind == "person" and name.known is None and name.first < name.last:
            looking.setdefault(name.text, []).append(name)
    for same in looking.values():
        words = same[0].words
        named = words[-1].text in surnames or any(given_name_gender(w.text) for w in words)
        if not named and all(map(_modifies, same)):
            for name in same:
                name.kind = "place" if _is_placed(name) else "thing"


def _modifies(name: Name) -> bool:
    """Whether it places something or stands before a common noun for nobody, and no title stands before it."""
    head, noun = name.head, name.head.head
    if name.honorific or (name.first and is_role(name.sentence.words[name.first - 1])) or head.dep == "appos":
        return False
    before = head.dep in {"amod", "compound", "nmod"} and noun.i > head.i and not is_capital(noun)
    return _is_placed(name) or (before and not is_role(noun) and noun.lower not in lexicon("groups", "bodies"))


def _settle_headline(same: Sequence[Name], persons: Container[str]) -> str:
    """What a name of a headline in capitals is: a person's as far as the article has it besides ("Deport Ada HOLT")."""
    for name in same:
        known = [w.i for w in name.words if w.lower in persons]
        if known and len(known) < len(name.words):
            name.narrow(known[0], known[-1])
        elif not known and not any(given_name_gender(w.text) for w in name.words):
            return "thing"
    return "person"


def _tails(name: Name) -> Iterable[str]:
    """A person's name, and what is left of it without its first words ("von der Leyen"), in lower case."""
    words = name.text.lower().split()
    return (" ".join(words[i:]) for i in range(max(1, len(words) - 1)))


def _parts(name: Name) -> Iterable[str]:
    """What a person may be called by alone: the words of the name that begin with a capital, "Salas-Holt" as one.

    The first may be short: "MA Ying-ho".
    """
    particles = lexicon("particles")
    short = [w for w in name.words[:1] if len(w.text) == 2 and w.text.isalpha() and w.lower not in particles]
    parts = [w.lower for w in name.words if w.text[:1].isupper() and (len(w.text) > 2 or w in short)]
    last = name.text.lower().rsplit(maxsplit=1)[-1]
    return [*parts, last] if "-" in last else parts


def _by_use(text: str, same: list[Name]) -> str:
    votes = Counter(name.kind for name in same)
    acts = sum(_acts(name) for name in same)
    placed = sum(_is_placed(name) for name in same)
    if placed and placed >= acts:
        return "place"
    kind = votes.most_common(1)[0][0]
    if any(map(_is_based, same)):
        return "organization"
    if kind == "place":
        holds = any(bears_office(n.head) or leads(n.head) for n in same)
        return "person" if (acts or holds) and _looks_personal(same) else "place"
    if kind == "person":
        if not given_name_gender(text.split()[0]) and any(_is_labelled(name) for name in same):
            return "organization"
        told = any(_is_apposed(n) for n in same)
        return "person" if acts or told or given_name_gender(text.split()[0]) or _owns(same) else "thing"
    if kind == "organization":
        if _looks_personal(same):
            return "person"
        if any(_is_measure(name) for name in same):
            return "thing"
        if acts and votes["person"] * 3 >= len(same):
            return "person"
        return "organization" if acts or any(_takes_part(name) for name in same) else "thing"
    return kind if acts else "thing"


def _is_apposed(name: Name) -> bool:
    """Whether it stands behind an office and a comma: "the late emperor, ZUBQA, had", "the envoy to Chad, ZUBQA"."""
    if name.head.dep == "appos" and is_role(name.head.head):
        return True
    words = name.sentence.words
    end = words[max(name.first - 2, 0)]  # "the head of the gas GIANT, Zubqa," may be told of the firm
    plain = is_capital(end) or end.lower in lexicon("state_bodies")
    return plain and office_before(words, name.first, name.last) is not None


def _is_noun(same: list[Name]) -> bool:
    """Whether one word may be a common noun that only stands with a capital: "COAL is dear"."""
    return all(name.first == name.last and name.words[0].tag in {"NN", "NNS"} for name in same)


def _takes_part(name: Name) -> bool:
    """Whether it is a subject, agent, owner or partner, or stands beside a body's noun ("the airline Aeronord")."""
    head = first_of(name.head)
    if head.dep in {"nsubj", "nsubjpass", "poss"}:
        return True
    if head.dep == "pobj" and head.head.lower in {"by", "with", "from"}:
        return True
    if _is_employer(name):
        return True
    if _is_of_followers(name):
        return True
    if [w.lower for w in name.sentence.words[name.last + 1 : name.last + 3]] == ["think", "tank"]:
        return True
    before = name.sentence.words[name.first - 1] if name.first else None
    return (before is not None and before.lower in lexicon("bodies")) or (
        head.dep == "appos" and head.head.lower in lexicon("bodies")
    )


def _is_employer(name: Name) -> bool:
    """Whether somebody holds an office there: "an officer AT ZUBQA WORKS", not "the man for it"."""
    head = first_of(name.head)
    office = head.head.head
    return head.dep == "pobj" and head.head.lower in {"at", "for"} and is_role(office) and office.lower != "man"


def _is_of_followers(name: Name) -> bool:
    """Whether a noun in lower case tells a band behind a name: "the ZUBQA group", "Chad's ZUBQA militia"."""
    words, head = name.sentence.words, name.head.head
    beside = name.first > 0 and words[name.first - 1].lower in {"the", "'s", "’s"} and head.i == name.last + 1
    return beside and name.head.dep in {"compound", "nmod"} and head.lower in _BANDS


def _looks_personal(same: list[Name]) -> bool:
    """Whether a name that the model takes for a body's is a person's: by a given name, a title or an apposition."""
    for name in same:
        words = name.sentence.words
        if name.words[-1].lower in lexicon("bodies"):
            continue  # "the MARINE CORPS general"
        if name.first and words[name.first - 1].text == "the":
            continue  # "the frigate, launched as the ADA HOLT"
        if name.first > 0 and is_role(words[name.first - 1]):
            return True
        if name.last > name.first and given_name_gender(name.text.split()[0]):
            return True
        if _travels(name):
            return True
        behind = words[name.last + 1 : name.last + 10]
        if len(behind) > 1 and behind[0].text == ",":
            short = name.first == name.last or "." in name.words[0].text  # "ZUBQA, who", "A.B. ZUBQA, who"
            if (behind[1].lower == "who" or _is_age(behind[1:3])) and short:
                return True
            for word in behind[1:]:
                if is_role(word):
                    return True
                described = word.dep in {"amod", "compound"}  # "the MILITARY analyst"
                if word.is_verb or word.text in {",", "."} or (word.lower in lexicon("bodies") and not described):
                    break
    return False


def _is_age(words: Sequence[Word]) -> bool:
    """Whether it is the age of whose name stands before it: "Zubqa, 51, met …"."""
    return len(words) > 1 and words[0].text.isdecimal() and len(words[0].text) == 2 and words[1].text == ","


def _travels(name: Name) -> bool:
    """Whether one word with no other capitals makes a journey, or leads those who do: "a trip by ZUBQA"."""
    by, text = name.head.head, name.text
    lone = name.head.dep == "pobj" and by.lower == "by" and name.first == name.last
    return lone and text[1:].islower() and (by.head.lemma in lexicon("journeys") or leads(name.head))


def _acts(name: Name) -> bool:
    """Whether it is the subject of a verb that somebody does, its agent, or says something."""
    head = first_of(name.head)
    verb = head.head
    if head.dep == "nsubjpass" and verb.lemma in _OF_THINGS:
        return False  # "SNOW is expected"
    if head.dep in {"nsubj", "nsubjpass"} and verb.is_verb:
        return verb.lemma in lexicon("human_verbs")
    if head.dep == "pobj" and verb.dep == "agent":
        return verb.head.lemma in lexicon("human_verbs")
    if head.dep == "dobj":
        return verb.lemma in lexicon("interstate") | {"meet", "invite"}
    if head.dep == "pobj" and verb.lower in {"for", "to"} and not verb.i:
        behind = name.sentence.words[name.last + 1 : name.last + 2]
        return bool(behind) and behind[0].text.lower() in {",", "of"}  # "To ZUBQA of Lemma Bank, the south wins"
    said = {"accord", "appeal", "protest", "speak", "talk"}
    return head.dep == "pobj" and verb.lower == "to" and verb.head.lemma in said


def _owns(same: list[Name]) -> bool:
    return any(n.head.dep == "poss" for n in same)


def _is_placed(name: Name) -> bool:
    head = name.head
    while head.dep in {"conj", "appos"} and head.head.is_noun and head.head is not head:
        head = head.head
    if head is not name.head and _is_apposed(name):
        return False  # "the head of the mission in Lima, ZUBQA,"
    if head.dep in {"compound", "nmod"} and head.head.i > head.i and not name.first <= head.head.i <= name.last:
        return head.head.lemma in lexicon("place_nouns")  # "the Zubqala area"
    if head.dep == "pobj" and head.head.lower == "of":
        return head.head.head.lemma in lexicon("place_nouns") or head.head.head.lemma in lexicon("place_parts")
    if head.dep != "pobj" or (name.kind == "organization" and _is_employer(name)):
        return False
    going = head.head.lower in {"for", "to"} and head.head.head.lemma in lexicon("motion")
    return going or head.head.lower in lexicon("locative")  # "left FOR Zubqala"


def _is_measure(name: Name) -> bool:
    """Whether a number stands before it: "30 MW"."""
    return name.first > 0 and name.sentence.words[name.first - 1].pos == "NUM"


def _is_labelled(name: Name) -> bool:
    """Whether a common noun for a body stands beside one word: "rights group AMANA", "the AMANA group"."""
    if _is_of_followers(name):
        return True
    before = name.sentence.words[name.first - 1] if name.first and " " not in name.text else None
    if before is None or is_capital(before):
        return False
    return before.lower in lexicon("bodies") or before.lower in lexicon("press") or before.lower == "group"


def _is_based(name: Name) -> bool:
    """Whether only its seat is told right before it: "Oslo-BASED ZUBQA"."""
    before = name.sentence.words[name.first - 1] if name.first > 2 else None
    return before is not None and before.lower == "based" and name.sentence.words[before.i - 1].text == "-"


def _is_short_for_thing(name: Name) -> bool:
    """Whether letters in brackets stand for words that name no body: "a free trade area (FTA)"."""
    words, text = name.sentence.words, name.text
    if name.first < 3 or words[name.first - 1].text != "(" or not (text.isupper() and text.isalpha()):
        return False
    last = words[name.first - 2]
    if last.lower in lexicon("bodies") or (is_capital(last) and last.lower not in lexicon("things")):
        return False
    before = words[max(0, name.first - 2 * len(text) - 1) : name.first - 1]
    for kept in (before, [w for w in before if w.lower not in SMALL]):
        spelled = kept[-len(text) :]
        if "".join(w.text[0] for w in spelled).upper() == text:
            return True
    return False


def settle_shared(names: Sequence[Name]) -> None:
    """Gives a name that two states share ("Korean") to the one that the article names in full, if it is only one."""
    shared: Mapping[str, Sequence[str]] = read_words("actors")["shared_by"]
    bare = [n for n in names if n.kind in STATES and n.text.lower() in shared]
    if bare:
        told = {n.country for n in names if n.kind in STATES and n.text.lower() not in shared}
        for name in bare:
            meant = told.intersection(shared[name.text.lower()])
            name.country = next(iter(meant)) if len(meant) == 1 else name.country
