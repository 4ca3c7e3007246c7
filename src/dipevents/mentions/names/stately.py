"""How the grammar shows that an unknown name is a state's.

Gondor's foreign minister, the king of Rohan       it owns an office or a body that states alone have
Arnor threatened Rohan with sanctions              it does to another, or suffers, what states do
relations between Arnor and Rohan                  it is a side of what states have with each other
sent envoys to Osgiliath, arrived in Fornost       where such a state is told: a goal, a scene, a host
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.gazetteer import given_name_gender
from dipevents.mentions.words import is_capital, is_role, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set as AbstractSet

    from dipevents.mentions.words import Name
    from dipevents.reading.sentence import Sentence, Word

__all__ = [
    "ADJECTIVAL",
    "MODIFIERS",
    "introduced",
    "is_host",
    "is_land",
    "is_party",
    "is_place",
    "is_scene",
    "is_side",
    "is_state",
    "runs",
]

MODIFIERS = frozenset({"compound", "amod", "nmod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PARTS = SUBJECTS | {"dobj", "dative"}
ADJECTIVAL = ("ian", "ean", "an", "ish", "ese", "ic", "i", "ians", "eans", "ans")
GEOGRAPHIC = frozenset({"GPE", "NORP", "LOC"})
PASSED = frozenset({"PERSON", "DATE", "TIME", "EVENT", "LAW", "LANGUAGE"})
"""What the model takes a name for that is no state's."""
ACRONYM, SHORT = 5, 5
"""Capitals alone that a body's short name may have; letters of names whose ending tells nothing: "Asia"."""
FACING = frozenset({"against", "between", "by", "from", "in", "of", "on", "to", "with"})
NO_OPENINGS = ("honorifics", "calendar", "labels", "partisan", "peoples", "national_ministers")
NO_STATES = (*NO_OPENINGS, "states", "bodies", "groups", "things", "state_body_fields", "place_endings")
"""Lists of `data/actors.toml` whose words are, or end, names of something else."""


def runs(sentence: Sentence, owner: Mapping[Word, Name]) -> Iterator[list[Word]]:
    """Names of which nothing is known but what the model guesses, from the last to the first.

    The last word governs the others: "Nuevo RICO", "West ANGRIAN troops".
    """
    words, unread = sentence.words, len(sentence.words)
    for last in [word.i for word in reversed(words) if is_capital(word)]:
        if last < unread and _is_free(words[last], owner, NO_STATES):
            first = last
            while first and words[first - 1].dep in MODIFIERS and first - 1 < words[first - 1].head.i <= last:
                if not _is_free(words[first - 1], owner, NO_OPENINGS):
                    break
                first -= 1
            unread = first
            if len(words[last].text) > 2:
                yield words[first : last + 1]


def _is_free(word: Word, owner: Mapping[Word, Name], without: Sequence[str]) -> bool:
    if not is_capital(word):
        return False
    short = word.text.isupper() and len(word.text) <= ACRONYM and not word.sentence.text.isupper()
    if short or is_role(word) or any(word.lower in lexicon(table) for table in without):
        return False  # "president of NAI"
    name = owner.get(word)
    if name is None:
        return word.pos in {"PROPN", "ADJ"} or (word.tag == "NN" and word.i > 0 and not word.sentence.heading)
    guessed = name.kind in {"person", "place", "thing"} or (name.kind == "organization" and not name.sure)
    return guessed and name.known is None and name.country is None


def introduced(named: Iterable[Sequence[Name]]) -> tuple[frozenset[str], frozenset[str]]:
    """Words of the names that a given name, a title or an apposition gives to persons, and with those of full names."""
    persons = [n for names in named for n in names if n.kind == "person" and _is_whole(n)]
    told = frozenset(w.text for n in persons if _is_person(n) for w in n.words)
    full = (n for n in persons if n.first < n.last and n.words[-1].lower not in lexicon("national_ministers"))
    return told, told.union(w.text for n in full for w in n.words)


def _is_whole(name: Name) -> bool:
    """Whether it is one name, which no point of the compass opens: no "ROHAN AND GONDOR", no "UPPER KELDAR"."""
    small = lexicon("particles") | {"-"}
    return name.words[0].lower not in lexicon("compass") and all(is_capital(w) or w.lower in small for w in name.words)


def _is_person(name: Name) -> bool:
    if name.honorific or (name.first and is_role(name.sentence.words[name.first - 1])):
        return True
    if name.head.dep in MODIFIERS and is_role(_owned(name.head)):
        return False  # "SANTA PRISCAN Foreign Minister"
    beside = [c for c in (name.head, *name.head.children) if c.dep == "appos"]
    given = name.first < name.last and given_name_gender(name.words[0].text) is not None
    return given or any(is_role(c.head if c is name.head else c) for c in beside)


def is_land(text: str) -> bool:
    """Whether a name ends as those of states do and is nobody's: "Kesteria", but "Victoria"."""
    return text.endswith(("ia", "land", "stan")) and len(text) > SHORT and given_name_gender(text) is None


def is_state(word: Word, told: AbstractSet[str]) -> bool:
    """Whether a name owns an office or a body that states alone have; `told` is what the model takes it for."""
    noun = word.head.head if word.dep == "pobj" and word.head.lower in {"of", "to"} else _owned(word)
    if told & PASSED or word.dep not in MODIFIERS | {"poss", "pobj"}:
        return False
    if word.dep == "poss" and (_is_national(noun) or (noun.lemma in lexicon("national_mostly") and told == {"GPE"})):
        return True
    return _is_national(noun) and bool(told & GEOGRAPHIC)


def is_side(word: Word, told: AbstractSet[str], *, affairs: bool) -> bool:
    """Whether a name is a state's by what it owns, or does or suffers in affairs of state, where none is known."""
    word = _first(word)
    head, noun, placed = word.head, word.head.head, bool(told & GEOGRAPHIC)
    if any(w.lemma in lexicon("private_matters") for w in word.sentence.words):
        return False
    if word.dep in MODIFIERS | {"poss"}:
        people = "NORP" in told and word.text.endswith(ADJECTIVAL)
        acting = people or head.lemma in lexicon("interstate") or (word.dep == "poss" and _is_affair(head))
        return _is_stately(_owned(word), word, told, affairs=affairs) or (affairs and acting)
    if word.dep == "pobj":
        acting = _is_act(noun) or _is_act(noun.head) or _is_traded(noun)
        acting = (acting or (head.lower in {"against", "on"} and placed)) and head.lower != "in"
        acting = acting or (head.lower == "in" and noun.lemma in lexicon("national_mostly"))
        owning = head.lower in {"of", "from"} and _is_stately(noun, word, told, affairs=affairs)
        return owning or (affairs and head.lower in FACING and acting)
    if not affairs or word.dep not in PARTS or _is_full(word, told):
        return False
    trading = head.lemma in lexicon("trading") and ("ORG" not in told or word.dep not in SUBJECTS)
    below = head.dep == "ccomp" and _is_act(head.head)
    return placed or trading or below or _is_act(head)


def is_party(word: Word, told: AbstractSet[str], owner: Mapping[Word, Name], *, affairs: bool) -> bool:
    """Whether a name is a state's by what it has, or says to, gets from or does with a known state; no town's.

    A person may own an army and be sold arms, but is owned by no president; a town is attacked, but warns nobody.
    """
    if any(c.dep == "appos" and c.lemma not in lexicon("states") for c in word.children):
        return False
    word = _first(word)
    head, noun, called = word.head, word.head.head, GEOGRAPHIC.issuperset(told)
    if any(w.lemma in lexicon("private_matters") for w in word.sentence.words) or not _is_dealt_with(word, owner):
        return False
    if word.dep in MODIFIERS | {"poss"}:
        return _is_owner(word, told, affairs=affairs)
    if word.dep == "pobj" and head.dep != "agent":
        trading = head.lower in {"from", "to"} and _is_traded(noun) and "ORG" not in told
        related = (noun, *(c for c in noun.children if c.dep == "dobj"))
        facing = head.lower in FACING - {"in"} and any(w.lemma in lexicon("relations") for w in related)
        sending = head.lower in {"from", "of"} and any(
            w.lemma in {*lexicon("sole"), "envoy", "leader", "minister"} for w in _offices(noun)
        )
        asked = noun.lemma in {"appeal", "call", "protest"} and head.lower in {"on", "to"}
        return trading or (called and (facing or sending or asked))
    verb = noun if word.dep == "pobj" else head
    acts = _is_doing(verb) if word.dep == "nsubj" else verb.lemma in lexicon("speaking") | {"tell"}
    above = verb.head if verb.dep in {"advcl", "ccomp"} else verb
    bidden = word.dep == "nsubj" and above is not verb and (_is_act(above) or above.lemma == "say")
    trading = affairs and verb.lemma in lexicon("trading")
    return called and (word.dep in PARTS or head.dep == "agent") and (acts or trading or (bidden and affairs))


def _is_owner(word: Word, told: AbstractSet[str], *, affairs: bool) -> bool:
    """Whether a name owns what states alone have: "Arnor's PRESIDENT", "the Arnorian GOVERNMENT", "Arnor's DEMAND"."""
    noun, called = _owned(word), GEOGRAPHIC.issuperset(told)
    if word.dep == "poss":
        own = (affairs or "ORG" not in told) and (noun.lemma in lexicon("sole") or _is_national(noun))
        parts = (noun, *(c for c in noun.children if c.dep == "compound"))
        doing = any(w.lemma in lexicon("interstate") | {"envoy", "troop", "missile"} for w in parts)
        return own or (called and doing)
    offices = {w.lemma for w in _offices(noun)} | ({"minister"} if _is_national(noun) else set())
    stately = not offices.isdisjoint(lexicon("sole") | {"counterpart", "government", "minister"})
    return stately and called and word.text.endswith(ADJECTIVAL)


def _is_doing(verb: Word) -> bool:
    """Whether somebody who acts does it: says something, trades, hosts, has to do with affairs of state."""
    doing = lexicon("interstate") | lexicon("speaking") | lexicon("trading")
    below = [c for c in verb.children if c.dep in {"acomp", "ccomp", "xcomp"}]
    goods = [c for c in verb.children if c.dep in {"dobj", "prep"}]
    nouns = [w for c in goods for w in ((c,) if c.dep == "dobj" else c.children)]
    return any(_is_act(w) or w.lemma in doing for w in (verb, *below)) or any(map(_is_affair, nouns))


def _is_dealt_with(word: Word, owner: Mapping[Word, Name]) -> bool:
    """Whether a known state, or whoever is known to be of one, is named in the sentence of a name."""
    held = (owner.get(w) for w in word.sentence.words)
    return any(n is not None and n.country and n.kind != "place" for n in held)


def _is_traded(noun: Word) -> bool:
    """Whether a verb or a noun passes goods of states on: "sold 20 TANKS", "the SALE of arms", "military AID"."""
    around = (noun, noun.head, *(c for c in noun.children if c.dep == "dobj"))
    return any(map(_is_affair, around))


def is_scene(word: Word) -> bool:
    """Whether a name is only where something is, or where one goes."""
    word = _first(word)
    going = word.dep == "dobj" and word.head.lemma in lexicon("travelling")
    return going or (word.dep == "pobj" and word.head.lower in lexicon("locative") | {"for", "to"})


def is_host(word: Word) -> bool:
    """Whether a state's people receive or are met: "met his GONDORIAN counterpart", "talks with KENYA's king"."""
    if word.dep not in MODIFIERS | {"poss"}:
        return False
    for up in word.ancestors():
        if up.lower == "with" or up.lemma == "counterpart" or (up.dep == "dobj" and up.head.lemma in {"meet", "see"}):
            return True
        if up.dep in SUBJECTS and up.head.lemma in lexicon("hosting"):
            return up.dep == "nsubj"
        if up.is_verb:
            return False
    return False


def _first(word: Word) -> Word:
    """The first of the nouns that a word stands in a row with."""
    while word.dep == "conj" and word.head.is_noun:
        word = word.head
    return word


def _owned(word: Word) -> Word:
    """The office that a name stands before, beyond its field: "Tovaran Finance MINISTER"."""
    head, fields = word.head, lexicon("state_body_fields") | lexicon("national_ministers") | {"deputy", "vice"}
    while head.dep in MODIFIERS and head.lower in fields and head.head.i > head.i:
        head = head.head
    return head


def _offices(noun: Word) -> list[Word]:
    """A noun, and the offices before a name: "PRESIDENT Holt"."""
    named = noun.pos == "PROPN" and not is_role(noun)
    return [noun, *(c for c in noun.children if named and c.dep == "compound" and is_role(c))]


def _is_full(word: Word, told: AbstractSet[str]) -> bool:
    before = [c for c in word.children if c.dep == "compound" and is_capital(c)]
    return told == {"PERSON"} and any(c.lower not in lexicon("compass") for c in before)


def _is_act(word: Word) -> bool:
    """Whether states do it to each other: "threatened", "the demand", "expelled its diplomats", "hosts its king"."""
    objects = [c for c in word.children if word.is_verb and c.dep in PARTS - SUBJECTS]
    hosted = word.lemma in lexicon("hosting") and any(is_role(o) for c in objects for o in _offices(c))
    return hosted or word.lemma in lexicon("interstate") or any(_is_affair(c) for c in objects)


def _is_affair(noun: Word) -> bool:
    """Whether a noun or what stands before it is one that states deal with: "relations", "troop movements", "sales"."""
    words = (noun, *(c for c in noun.children if c.dep in MODIFIERS))
    return any(w.lemma in lexicon("affairs") | lexicon("trading") for w in words)


def _is_stately(noun: Word, word: Word, told: AbstractSet[str], *, affairs: bool) -> bool:
    """Whether a noun, or a title before a name, is an office or a body that states mostly have."""
    offices, known = _offices(noun), {"minister", "ministry"}
    known |= lexicon("national_nearly") if told != {"PERSON"} else set()
    called = told & {"pobj": {"ORG"}, "poss": {"PERSON"}}.get(word.dep, {"ORG", "PERSON"})
    called = called if word.dep != "poss" or noun.lemma not in lexicon("sole") else set()
    owning = not called and (word.dep not in MODIFIERS or len(offices) > 1)
    if affairs or owning or word.text.endswith(ADJECTIVAL) or told & GEOGRAPHIC:
        known |= lexicon("national_mostly")
    return any(_is_national(office) or office.lemma in known for office in offices)


def _is_national(noun: Word) -> bool:
    kinds = {c.lower for c in noun.children if c.dep in {"compound", "amod"}}
    ministers = noun.lemma in {"minister", "ministry"} and not kinds.isdisjoint(lexicon("national_ministers"))
    return ministers or noun.lemma in lexicon("national")


def is_place(word: Word, told: AbstractSet[str], *, nowhere: bool, affairs: bool) -> bool:
    """Whether a name is a goal, a scene, or visited; where there are made-up states alone, also one that acts."""
    word = _first(word)
    head = word.head
    if told & PASSED - {"PERSON"}:
        return False
    if word.dep == "pobj":
        leaving = head.lower in {"for", "from"} and head.head.lemma in lexicon("travelling")
        facing = nowhere and (head.lower in {"against", "with"} or (head.lower == "on" and head.head.lemma == "call"))
        return leaving or facing or head.lower in {"in", "to", "into"}
    if word.dep == "poss" and nowhere:
        return affairs and not _is_full(word, told)
    visited = word.dep == "dobj" and (head.lemma == "visit" or (nowhere and head.lemma in lexicon("travelling")))
    if visited or not nowhere or (affairs and _is_full(word, told)):
        return visited
    if word.dep in MODIFIERS:
        return (affairs or "NORP" in told) and word.text.endswith(ADJECTIVAL)
    shown = head.lemma in lexicon("hosting") or (affairs and _is_act(head))
    return word.dep in PARTS and (shown or ("ORG" not in told and (affairs or "PERSON" not in told)))
