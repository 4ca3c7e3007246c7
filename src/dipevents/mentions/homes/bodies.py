"""The state that the words beside a body's name tell, or the legal form in the name.

Rosatom of Russia, Dadu University in Taichung, St Mary's College, London      a place behind it
Swiss group RUAG, the Berlin think-tank Oder Forum                              before it, with a noun for bodies
a Polish state firm, Cenrex; Chadian rebels of the Union Front                 the noun that it is an apposition to
Ankara's Tepe Institute                                                         before it, as its owner
Halifax-based Calder Works; Calder Works, based in Halifax                      its seat
Rosoboronexport, a Russian company                                             the apposition behind it
Vaski Oyj, Nordfjord ASA                                                       the form of a company
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.mentions.gazetteer import is_called
from dipevents.mentions.name_index import entries_of
from dipevents.mentions.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from dipevents.mentions.identity import Entry, Registry
    from dipevents.mentions.words import Name
    from dipevents.reading.sentence import Word

__all__ = ["beside_body", "company_form", "heard_for", "homonym", "namesake", "told_maker"]

GEOGRAPHIC = frozenset({"state", "adjective", "capital", "place"})
PLACED = frozenset({"state", "capital", "place"})
FIRST = 3
"""Words of a sentence among which the spokesman stands whose body the sentence before tells."""
SPOKEN = 12
"""Names before a spokesman among which his body is looked for."""
_MAKERS = ("builder", "maker", "manufacturer")
BESIDE = 8
"""Words before a body's name or noun among which its state stands ("CHAD's state-owned arms maker", hyphen counted)."""


def beside_body(registry: Registry, entry: Entry) -> str | None:
    """The state beside a body's name, or None."""
    for name in entry.names:
        code = _before(registry, name) or _behind(registry, name) or _apposed(registry, name)
        if code is not None:
            return code
    return None


def heard_for(registry: Registry, entry: Entry) -> Entry | None:
    """The body of which the sentence before a bare spokesman tells: "The ARMY was calm. Spokesman Ada Holt said …"."""
    bare = (t for t in entry.titles if t.office in lexicon("speakers") and not (t.belonging or t.placing or t.owner))
    title = next((t for t in bare if t.noun.i < FIRST), None)
    if title is None:
        return None
    sentence, order = title.noun.sentence, registry.names_in_order()
    at = bisect_left(order, title.noun.start, key=lambda name: name.start)
    for name in order[max(0, at - SPOKEN) : at]:
        told = name.sentence.i == sentence.i - 1 and name.sentence.paragraph == sentence.paragraph
        if told and name.head.dep == "nsubj" and name.head.head.dep == "ROOT":
            body = registry.by_name.get(name)
            return body if body is not None and body.kind in {"organization", "igo"} else None
    return None


def namesake(registry: Registry, entry: Entry) -> str | None:
    """The state of a body that only has the letters of a known one: "the Chadian news agency AKP", no party."""
    for name in entry.names:
        before = name.sentence.words[name.first - 1] if name.first and name.text.isupper() else None
        if before is not None and before.lower in lexicon("press") | {"agency"}:
            code = _before(registry, name)
            return code if code is not None and code != entry.country else None
    return None


def told_maker(registry: Registry, entry: Entry) -> str | None:
    """The state of which the words before a known company's name make it: "the GERMAN arms MAKER KNDS".

    A "Greek airline" or a "U.S. unit" of that name is one of several.
    """
    if not is_called(entry.known_id or "", "arms_company", "company"):
        return None
    made = (n for n in entry.names if n.first and n.sentence.words[n.first - 1].lower.endswith(_MAKERS))
    return next((code for name in made if (code := _before(registry, name)) is not None), None)


def homonym(entry: Entry, named: Container[str | None]) -> str | None:
    """The state of a body that has the letters of an agency from elsewhere: "the AFP" of Manila, its "AFP chief"."""
    if entry.country in named or not is_called(entry.known_id or "", "news", "university"):
        return None
    acting = (n.text for n in entry.names if n.text.isupper() and _acts_itself(n))
    codes = {held.country for text in acting for held in entries_of(text, "group") if held.country in named}
    return codes.pop() if len(codes) == 1 else None


def _acts_itself(name: Name) -> bool:
    """Whether a name is not that of a source: "THE AFP denied it", "the AFP CHIEF", "an AFP spokesman"."""
    words, head = name.sentence.words, name.head
    if head.dep in {"compound", "nmod"}:
        led = head.head.lemma
        return name.last + 1 == head.head.i and (led in lexicon("heads") or led.startswith("spokes"))
    return name.first > 0 and words[name.first - 1].lower == "the"


def _held(registry: Registry, words: list[Word], i: int, kinds: frozenset[str]) -> str | None:
    held = registry.names.get(words[i]) if 0 <= i < len(words) else None
    return held.country if held is not None and held.kind in kinds else None


def _told_noun(words: list[Word], name: Name) -> int:
    """Where the noun ends that says what a body is: "a Polish FIRM, Cenrex", "REBELS of the Union Front"; else -1."""
    at = name.first - 1
    at -= at > 0 and words[at].lower == "the"
    if at < 1 or not (
        words[at].text == "," or (words[at].lower == "of" and words[at - 1].lemma in lexicon("fighters"))
    ):
        return -1
    noun = words[at - 1]
    return noun.i if noun.lower in lexicon("bodies") or noun.lemma in lexicon("groups") else -1


def _before(registry: Registry, name: Name) -> str | None:
    words = name.sentence.words
    told = _told_noun(words, name)
    start, noun = (told, True) if told >= 0 else (name.first - 1, False)
    for i in range(start, max(start - BESIDE, -1), -1):
        word = words[i]
        held = registry.names.get(word)
        if held is not None:
            if held.kind in {"state", "adjective"} and word.dep in {"amod", "poss", "compound", "nmod"}:
                return held.country
            owner = i + 2 == name.first and words[i + 1].text in {"'s", "’s"}  # "Ankara's Tepe Institute"
            return held.country if (noun or owner) and held.kind in {"capital", "place"} else None
        if word.lower == "based" and i > 1 and words[i - 1].text == "-":
            return _held(registry, words, i - 2, PLACED)
        between = {"-", "'s", "’s", "owned", "run", "controlled"}  # "Chad's state-OWNED bank, Holt Bank"
        if word.pos not in {"NOUN", "ADJ", "PROPN"} and word.lower not in between:
            return None
        noun = noun or word.lower in lexicon("bodies") or word.lower in lexicon("groups")
    return None


def _end(name: Name) -> int:
    """The word behind a body's name and the short form in brackets: "Union Front (UF), a Chadian rebel group"."""
    words, at = name.sentence.words, name.last + 1
    short = at + 2 < len(words) and words[at].text == "(" and words[at + 2].text == ")" and words[at + 1].text.isupper()
    return at + 3 if short else at


def _behind(registry: Registry, name: Name) -> str | None:
    words = name.sentence.words
    at = _end(name)
    if at + 1 >= len(words):
        return None
    if words[at].lower in {"of", "in"}:
        return _state_behind(registry, words, at + 1) or _held(registry, words, at + 1, PLACED)
    comma = words[at].text == ","
    if comma or words[at].text == "(":
        held = registry.names.get(words[at + 1])
        if held is not None and held.kind in {"capital", "place"} and held.first == at + 1:
            behind = words[held.last + 1].text if held.last + 1 < len(words) else "."
            return held.country if behind in {",", ".", ")", ":", ";"} else None
    at += comma
    if comma and at + 1 < len(words) and words[at].lower == "which" and words[at + 1].lemma == "be":
        at += 2
    if at + 2 < len(words) and words[at].lower in {"based", "headquartered"} and words[at + 1].lower in {"in", "at"}:
        return _held(registry, words, at + 2, PLACED)
    return None


def _state_behind(registry: Registry, words: list[Word], at: int) -> str | None:
    """The state behind the comma of a place: "of Rochester, ENGLAND, has won"; none of a list, "of Oslo, CHAD and"."""
    place = registry.names.get(words[at]) if at < len(words) else None
    comma = place.last + 1 if place is not None and place.kind in PLACED else len(words)
    state = registry.names.get(words[comma + 1]) if comma + 1 < len(words) and words[comma].text == "," else None
    if state is None or state.kind != "state" or state.last + 1 >= len(words):
        return None
    end = words[state.last + 1]
    behind = words[end.i + 1] if end.i + 1 < len(words) else end
    closed = end.is_verb or end.text in {".", ",", ")", ";"}
    return state.country if closed and registry.names.get(behind) is None else None


def _apposed(registry: Registry, name: Name) -> str | None:
    """The state within "…, a Berlin think-tank", "…, a research centre in San José" and "…, Chad's largest bank"."""
    words = name.sentence.words
    at = _end(name)
    if at + 2 >= len(words) or words[at].text not in {",", "("}:
        return None
    owner = _held(registry, words, at + 1, PLACED) if words[at + 2].text in {"'s", "’s"} else None
    if owner is None and words[at + 1].lower not in {"a", "an", "the"}:
        return None
    code = owner
    for i in range(at + 2 + (owner is not None), min(at + 2 + BESIDE, len(words))):
        word = words[i]
        found = _held(registry, words, i, GEOGRAPHIC)
        code = found or code
        if word.lower in lexicon("bodies") or word.lower in lexicon("groups") or _is_think_tank(words, i):
            if code is None and i + 2 < len(words) and words[i + 1].lower in {"in", "from", "of"}:
                code = _held(registry, words, i + 2, PLACED)
            return code
        if found is None and word.pos not in {"NOUN", "ADJ", "PROPN", "ADV", "VERB", "NUM"} and word.text != "-":
            return None
    return None


def _is_think_tank(words: list[Word], i: int) -> bool:
    return words[i].lower == "tank" and "think" in {w.lower for w in words[i - 2 : i]}


@cache
def _forms() -> Mapping[str, str]:
    return {form: code for code, forms in read_words("actors")["company_forms"].items() for form in forms}


def company_form(entry: Entry) -> str | None:
    """The state whose law knows the legal form that ends a company's name: "Oyj" is Finnish."""
    if entry.kind != "organization":
        return None
    last = entry.name.split()[-1].replace(".", "")
    return _forms().get(last) if " " in entry.name else None
