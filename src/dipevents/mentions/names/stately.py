"""How the grammar shows that an unknown name is a state's.

Gondor's foreign minister, the king of Rohan       it owns an office or a body that states alone have
Arnor threatened Rohan with sanctions              it does to another, or suffers, what states do
relations between Arnor and Rohan                  it is a side of what states have with each other
Kenya sold Rohan tanks, Rohan warned Kenya         it is dealt with as a state by one that is known
sent envoys to Osgiliath, arrived in Fornost       where such a state is told: a goal, a scene, a host
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.mentions.gazetteer import country_code, given_name_gender
from dipevents.mentions.words import is_capital, is_role, lexicon
from dipevents.reading.grammar import first_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set as AbstractSet

    from dipevents.mentions.words import Name
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["introduced", "is_dealing", "is_host", "is_party", "is_place", "is_ruling", "is_scene", "is_side", "runs"]

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
NO_OPENINGS = ("amounts", "bands", "honorifics", "calendar", "labels", "partisan", "peoples", "national_ministers")
NO_STATES = (*NO_OPENINGS, "companies", "states", "bodies", "groups", "things", "state_body_fields", "place_endings")
"""Lists of `data/actors.toml` whose words are, or end, names of something else."""


def runs(sentence: Sentence, owner: Mapping[Word, Name]) -> Iterator[list[Word]]:
    """Names of which nothing is known but what the model guesses, from the last to the first.

    The last word governs the others: "Nuevo RICO", "West ANGRIAN troops".
    """
    words, unread = sentence.words, len(sentence.words)
    for last in [word.i for word in reversed(words) if is_capital(word)]:
        held = owner.get(words[last])
        inner = held is not None and held.kind == "place" and last < held.last  # "the ADA Barracks"
        if last < unread and not inner and _is_free(words[last], owner, NO_STATES):
            first = last
            while first and words[first - 1].dep in MODIFIERS and first - 1 < words[first - 1].head.i <= last:
                if not _is_free(words[first - 1], owner, NO_OPENINGS):
                    break
                first -= 1
            unread = first
            if len(words[last].text) > 2:
                yield words[first : last + 1]


def _is_free(word: Word, owner: Mapping[Word, Name], without: tuple[str, ...]) -> bool:
    name = owner.get(word)
    if not is_capital(word) or (name is not None and not _is_guessed(name)):
        return False
    short = word.text.isupper() and len(word.text) <= ACRONYM and not word.sentence.text.isupper()
    if short or word.lower in _words_of(without) or is_role(word):
        return False  # "president of NAI"
    if country_code(word.text) is not None:
        return False  # "King Hussein of JORDAN"
    plain = word.tag == "NN" and word.i > 0 and not word.sentence.heading
    return name is not None or plain or word.pos in {"PROPN", "ADJ"}


def _is_guessed(name: Name) -> bool:
    """Whether a name is only what the model takes it for."""
    guessed = name.kind in {"person", "place", "thing"} or (name.kind == "organization" and not name.sure)
    return guessed and name.known is None and name.country is None


@cache
def _words_of(tables: tuple[str, ...]) -> frozenset[str]:
    return frozenset[str]().union(*map(lexicon, tables))


def introduced(named: Iterable[Sequence[Name]]) -> tuple[frozenset[str], frozenset[str]]:
    """Words of the names that a given name, a title or an apposition gives to persons, and with those of full names."""
    persons = [n for names in named for n in names if n.kind == "person" and _is_whole(n)]
    told = frozenset(w.text for n in persons if _is_person(n) for w in n.words)
    full = (n for n in persons if n.first < n.last and n.words[-1].lower not in lexicon("national_ministers"))
    return told, told.union(w.text for n in full for w in n.words)


def _is_whole(name: Name) -> bool:
    """Whether it is one name, which no point of the compass opens: no "ROHAN AND GONDOR", no "UPPER KELDAR"."""
    words, small = name.words, lexicon("particles")
    whole = all(is_capital(w) or w.lower in small or w.text in {"-", ")"} for w in words)
    return whole and words[0].lower not in lexicon("compass")


def _is_person(name: Name) -> bool:
    if name.honorific or (name.first and is_role(name.sentence.words[name.first - 1])):
        return True
    if name.head.dep in MODIFIERS and is_role(_owned(name.head)):
        return False  # "SANTA PRISCAN Foreign Minister"
    beside = [c for c in (name.head, *name.head.children) if c.dep == "appos"]
    given = name.first < name.last and given_name_gender(name.words[0].text) is not None
    return given or any(is_role(c.head if c is name.head else c) for c in beside)


def is_side(word: Word, told: AbstractSet[str], *, affairs: bool) -> bool:
    """Whether a name is a state's by what it owns, or does or suffers in affairs of state, where none is known."""
    word = first_of(word)
    head, noun, placed = word.head, word.head.head, bool(told & GEOGRAPHIC)
    if _is_private(word):
        return False
    if word.dep in MODIFIERS | {"poss"}:
        people = "NORP" in told and word.text.endswith(ADJECTIVAL)
        acting = people or head.lemma in lexicon("interstate") or (word.dep == "poss" and _is_affair(head))
        given = word.head.dep == "dobj" and word.i == head.head.i + 1 and head.head.lemma in lexicon("giving")
        return _is_stately(_owned(word), word, told, affairs=affairs) or (affairs and (acting or given))
    if word.dep == "pobj":
        acting = _is_act(noun) or _is_act(noun.head) or _is_traded(noun)
        acting = (acting or (head.lower in {"against", "on"} and placed)) and head.lower != "in"
        acting = acting or (head.lower == "in" and noun.lemma in lexicon("national_mostly"))
        owning = head.lower in {"of", "from"} and _is_stately(noun, word, told, affairs=affairs)
        toured = noun.lemma in lexicon("journeys") and head.lower in {"in", "of", "to"}
        return owning or (affairs and (toured or (head.lower in FACING and acting)))
    if not affairs or word.dep not in PARTS or _is_full(word, told):
        return False
    trading = head.lemma in lexicon("trading") and ("ORG" not in told or word.dep not in SUBJECTS)
    below = head.dep == "ccomp" and _is_act(head.head)
    return placed or trading or below or _is_act(head)


def is_party(word: Word, told: AbstractSet[str], owner: Mapping[Word, Name], *, affairs: bool) -> bool:
    """Whether a name is a state's by what it has, or says to, gets from or does with a known state; no town's."""
    own = owner.get(word)
    held = (owner.get(w) for w in word.sentence.words)
    if not any(n is not None and n is not own and n.country and n.kind != "place" for n in held) or _is_private(word):
        return False
    near = [c for c in word.children if (owner.get(c) or c) is not own]
    beside = [c for c in near if c.dep == "appos" or (c.dep in MODIFIERS and c.pos == "NOUN")]
    if any(c.lemma not in lexicon("states") for c in beside):
        return False  # "the Dutch yard HOLST"
    word = first_of(word)
    head, noun, called = word.head, word.head.head, GEOGRAPHIC.issuperset(told)
    if word.dep in MODIFIERS | {"poss"}:
        return _is_owner(word, told, affairs=affairs)
    if word.dep == "pobj" and head.dep != "agent":
        around = {w.lemma for w in (noun, noun.head, *(c for c in noun.children if c.dep == "dobj"))}
        traded = lexicon("selling") | (lexicon("trading") - {"send"} if affairs else set())
        trading = head.lower in {"from", "to"} and not around.isdisjoint(traded) and "ORG" not in told
        facing = head.lower in FACING - {"in"} and not (around - {noun.head.lemma}).isdisjoint(lexicon("relations"))
        of = {w.lemma for w in _offices(noun)} if head.lower in {"from", "of"} else set()
        sending = not of.isdisjoint(lexicon("sole") | {"envoy", "leader", "minister"})
        asked = noun.lemma in {"appeal", "call", "protest"} and head.lower in {"on", "to"}
        return trading or (called and (facing or sending or asked))
    verb = noun if word.dep == "pobj" else head
    below = [c for c in verb.children if c.dep in {"acomp", "ccomp", "xcomp"}] if word.dep == "nsubj" else []
    said, above = lexicon("speaking") | {"tell"}, verb.head if verb.dep in {"advcl", "ccomp"} else verb
    acts = verb.lemma in said or (word.dep == "nsubj" and any(map(_is_act, (verb, *below))))
    bidden = word.dep == "nsubj" and above is not verb and (_is_act(above) or above.lemma == "say")
    trading = any(w.lemma in lexicon("trading") for w in (verb, *below))
    deals = word.dep in PARTS or head.dep == "agent"
    return called and deals and (acts or (affairs and (trading or bidden)))


def is_ruling(word: Word, owner: Mapping[Word, Name]) -> bool:
    """Whether a region is told to govern itself: "ABKHAZIA's president", "ABKHAZ leaders", "warned ABKHAZIA"."""
    first = first_of(word)
    owning = first.dep == "pobj" and first.head.lower in {"from", "of"}
    offices = _offices(first.head.head if owning else _owned(first))
    ruling = (owning or first.dep in MODIFIERS | {"poss"}) and any(o.lemma in lexicon("governing") for o in offices)
    return ruling or is_party(word, frozenset({"GPE"}), owner, affairs=True)


def _is_private(word: Word) -> bool:
    return not lexicon("private_matters").isdisjoint(w.lemma for w in word.sentence.words)


def _is_owner(word: Word, told: AbstractSet[str], *, affairs: bool) -> bool:
    """Whether a name owns what states alone have: "Arnor's PRESIDENT", "the Arnorian GOVERNMENT", "Arnor's DEMAND"."""
    noun, called = _owned(word), GEOGRAPHIC.issuperset(told)
    national, offices = _is_national(noun), {w.lemma for w in _offices(noun)}
    if word.dep == "poss":
        parts = {noun.lemma, *(c.lemma for c in noun.children if c.dep == "compound")}
        doing = called and not parts.isdisjoint(lexicon("interstate") | {"envoy", "troop", "missile"})
        return doing or ((affairs or "ORG" not in told) and (noun.lemma in lexicon("sole") or national))
    stately = national or not offices.isdisjoint(lexicon("sole") | {"counterpart", "government", "minister"})
    return stately and called and word.text.endswith(ADJECTIVAL)


def _is_traded(noun: Word) -> bool:
    """Whether a verb or a noun passes goods of states on: "sold 20 TANKS", "the SALE of arms", "military AID"."""
    return any(map(_is_affair, (noun, noun.head, *(c for c in noun.children if c.dep == "dobj"))))


def is_dealing(word: Word) -> bool:
    """Whether a name, other than where something is, takes part in what states do to each other."""
    word = first_of(word)
    facing = word.dep == "pobj" and word.head.lower in FACING - {"in", "of"}
    verb = word.head.head if facing else word.head
    return (facing or word.dep in PARTS) and verb.lemma in lexicon("interstate")


def is_scene(word: Word) -> bool:
    """Whether a name is only where something is, or where one goes."""
    word = first_of(word)
    going = word.dep == "dobj" and word.head.lemma in lexicon("travelling")
    return going or (word.dep == "pobj" and word.head.lower in lexicon("locative") | {"for", "to"})


def is_host(word: Word) -> bool:
    """Whether a state's people receive or are met, or meet those of lower rank: "met his GONDORIAN counterpart"."""
    for up in (word, *word.ancestors()):
        if up.dep in SUBJECTS and up.head.lemma in lexicon("hosting"):
            return up.dep == "nsubj"
        if up is word and word.dep not in MODIFIERS | {"poss"}:
            return False
        if up.head.lemma in {"meet", "see"} and up.dep in {"dobj", "nsubj"}:
            ranks = {c.dep: c.lemma in lexicon("sole") for c in up.head.children if c.dep in {"dobj", "nsubj"}}
            return (up.dep == "nsubj") is (ranks.get("nsubj", False) and not ranks.get("dobj", True))
        if up.lower == "with" or up.lemma == "counterpart":
            return True
        if up.is_verb:
            return False
    return False


def _owned(word: Word) -> Word:
    """The office that a name stands before, beyond its field: "Tovaran Finance MINISTER"."""
    head, fields = word.head, lexicon("state_body_fields", "national_ministers") | {"deputy", "vice"}
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
    acts = lexicon("interstate")
    return hosted or word.lemma in acts or any(c.lemma in acts or _is_affair(c) for c in objects)


def _is_affair(noun: Word) -> bool:
    """Whether a noun or what stands before it is one that states deal with: "relations", "troop movements", "sales"."""
    words = (noun, *(c for c in noun.children if c.dep in MODIFIERS))
    return any(w.lemma in lexicon("affairs", "trading") for w in words)


def _is_stately(noun: Word, word: Word, told: AbstractSet[str], *, affairs: bool) -> bool:
    """Whether a noun, or a title before a name, is an office or a body that states mostly have."""
    offices, known = [*_offices(noun), *(c for c in noun.children if c.dep == "compound")], {"minister", "ministry"}
    known |= lexicon("national_nearly") if told != {"PERSON"} else set()
    called = told & {"pobj": {"ORG"}, "poss": {"PERSON"}}.get(word.dep, {"ORG", "PERSON"})
    called = called if word.dep != "poss" or noun.lemma not in lexicon("sole") else set()
    owning = not called and (word.dep not in MODIFIERS or len(offices) > 1)
    if affairs or owning or word.text.endswith(ADJECTIVAL) or told & GEOGRAPHIC:
        known |= lexicon("national_mostly")
    return any(_is_national(office) or office.lemma in known for office in offices)


def _is_national(noun: Word) -> bool:
    kinds = {c.lower for c in noun.children if c.dep in {"compound", "amod"}}
    ruling = noun.lemma in {"chief", "minister", "ministry", "secretary"}
    return noun.lemma in lexicon("national") or (ruling and not kinds.isdisjoint(lexicon("national_ministers")))


def is_place(word: Word, told: AbstractSet[str], *, nowhere: bool, affairs: bool) -> bool:
    """Whether a name is a goal, a scene, or visited; where there are made-up states alone, also one that acts."""
    word = first_of(word)
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
