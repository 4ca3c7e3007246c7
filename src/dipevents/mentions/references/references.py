"""Whom nouns mean that stand for a name: "the minister", "the Russian leader", "the two sides", "the ministry"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.mentions.gazetteer import is_called
from dipevents.mentions.identity import Entry
from dipevents.mentions.references.discourse import SUBJECTS, Discourse, argument_of, is_speaker
from dipevents.mentions.references.holders import (
    VISITING,
    by_trait,
    fights,
    held_by,
    who_spoke,
)
from dipevents.mentions.references.lands import BACK, HALVES, NEIGHBOURS, half, land, neighbour
from dipevents.mentions.references.named_next import OPENING, named_in_row, named_next
from dipevents.mentions.references.offices import (
    bodies_of,
    complement_of,
    has_office,
    has_rank,
    meant_by,
    office_words,
)
from dipevents.mentions.references.qualities import Qualities, qualities_of, unnamed_sort
from dipevents.mentions.words import CHOSEN, is_role, lexicon, office_of
from dipevents.reading.clauses import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.mentions.identity import Registry
    from dipevents.reading.sentence import Word

__all__ = ["is_definite", "refer", "referring", "told_before"]

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
GATHERED = frozenset({"group", "sect", "grouping", "bloc", "alliance", "body", "movement"})
CHARITIES = frozenset({"charity", "group", "organization", "organisation", "watchdog"})
CAUSES = frozenset({"advocacy", "aid", "campaign", "humanitarian", "human", "rights", "relief"})
"""What stands before the noun for a body that serves a cause: "the RIGHTS group"."""
REACHES = frozenset({"based", "continental", "economic", "member", "nation", "regional", "trade", "trading", "wide"})
"""What is said of a body of many states beside its noun: "the 15-MEMBER bloc", "the Lagos-BASED group"."""
SOLE = frozenset({"ambassador", "envoy", "minister", "secretary"})
"""Offices that only their field or place tells apart: the one of an article is meant also without it."""
PAST = frozenset({"ex", "former"})
BELOW = 2
"""Sentences that an article opens with in the style of a headline: "French president says no"."""


def told_before(discourse: Discourse, word: Word) -> Word | None:
    """Somebody unnamed whom a bare office means again: "PAKISTAN'S AMBASSADOR came. Oslo told THE ENVOY"; or None."""
    if (
        word.tag != "NN"
        or unnamed_sort(word) != "person"
        or [c.lower for c in word.children if c.i < word.i] != ["the"]
    ):
        return None
    nouns = meant_by(word.lemma) - {"leader", "official"} if word.lemma in lexicon("offices") else {word.lemma}
    back = (m.target for m in discourse.back(word, 2) if not isinstance(m.target, Entry) and m.target.tag == "NN")
    return next((target for target in back if target.lemma in nouns and target.start < word.start), None)


@cache
def referring() -> frozenset[str]:
    """The forms and dictionary forms of all nouns that `refer` or `unnamed_sort` may take for somebody."""
    lists = ("fighters", "groups", "offices", "persons", "bodies", "states", "men", "sides", "crowds", "strangers")
    return frozenset((*GATHERED, *HALVES, *CHOSEN, "both", "two", "three", "pair", "duo", "trio")).union(
        *map(lexicon, lists)
    )


def refer(registry: Registry, discourse: Discourse, word: Word) -> Sequence[Entry]:
    """The named actor that a noun in the singular stands for; none where it is not certain."""
    if word.dep in {"compound", "nmod", "amod"}:
        return ()
    owner = next((c for c in word.children if c.dep == "poss"), None) if is_role(word) else None
    if owner is not None and (held := held_by(registry, discourse, word, owner)):
        return held
    if word.lemma in NEIGHBOURS:
        return neighbour(registry, word)
    if word.lemma in VISITING and [c.lower for c in word.children] == ["the"]:
        return by_trait(discourse, word)
    if is_role(word) and (named := named_in_row(registry, word)):
        return named
    if not is_definite(registry, word):
        return ()
    if word.lower in HALVES:
        return half(registry, word)
    if is_role(word):
        return _person(registry, discourse, word)
    if word.lemma in lexicon("states") and word.lemma not in {"government", "regime"}:
        itself = registry.entry_of(word.head) if word.dep == "appos" else None  # "France, the former colonial POWER"
        return (itself,) if itself is not None and itself.kind == "state" else land(registry, discourse, word)
    if word.lemma in lexicon("bodies") or word.lower in GATHERED:
        return _body(registry, discourse, word)
    return ()


def is_definite(registry: Registry, word: Word) -> bool:
    """Whether a noun means one that is known: "the minister", "Peru's minister", a headline's "Danish minister"."""
    if word.lower == "both":
        return word.dep in SUBJECTS
    for child in word.children:
        if child.dep == "det":
            return child.lower in DEFINITE
        if child.dep == "poss":
            held = registry.names.get(child)
            if child in registry.links and child.tag != "PRP$":
                return True  # "the ALLIANCE's chief"
            # the parse has "PERU's parliament speaker" where the name is "Peru's parliament"
            known = held is not None and held.kind in {"state", "capital", "adjective", "igo"}
            return known or (held is not None and held.first < held.last)
    told = any(c in registry.names and c.dep in {"amod", "compound"} for c in word.children)
    if (word.sentence.heading and told) or _is_bare(word):
        return True  # headlines leave "the" out
    return word.text[:1].isupper() and is_role(word) and word.tag != "NNS"


def _is_bare(word: Word) -> bool:
    """Whether a noun opens a headline, or a line below it, without an article: "French PRESIDENT says no"."""
    if word.sentence.heading:
        return phrase(word)[0].i == 0
    low = word.sentence.i <= BELOW and word.tag in {"NN", "NNP"} and word.dep in SUBJECTS and is_role(word)
    return low and phrase(word)[0].i == 0 and all(c.dep not in {"det", "poss"} for c in word.children)


def _person(registry: Registry, discourse: Discourse, word: Word) -> Sequence[Entry]:
    said = qualities_of(registry, word)
    field = _field(registry, word) if said.told else frozenset()
    headed = _headed(word)
    if said.told and not said.country and not (field or headed):
        return who_spoke(discourse, word, said.modifiers) if is_speaker(word) else ()  # "the ex-envoy to Peru said"
    code, noun, modifiers = said.country, office_of(word), (said.modifiers | field) - lexicon("passing")
    nouns = lexicon("heads") if said.bodies and noun in lexicon("heads") else meant_by(noun, modifiers)
    if noun == "diplomat" and said.modifiers & {"chief", "top"}:
        nouns, modifiers = frozenset({"minister", "secretary"}), frozenset({"foreign"})
    if headed:
        noun, nouns, modifiers = headed, meant_by(headed), said.modifiers - lexicon("passing")
    modifiers |= {"foreign"} if noun == "fm" else set()
    best = _likeliest(registry, discourse, word, said, (noun, nouns, modifiers))
    spoke = () if best else who_spoke(discourse, word, said.modifiers)
    if spoke:
        fit = (e for e in spoke if code is None or e.guessed or e.country in {None, code})
        return [e for e in fit if not _is_another(e, said, noun)]
    if best is None and (said.country or said.bodies or "pope" in nouns or word.sentence.heading or _is_bare(word)):
        return _named_later(registry, word, said, nouns, modifiers) or named_next(registry, word, said, nouns)
    if best and code and best.guessed:
        best.country, best.guessed = code, False
    return (best,) if best else ()


def _headed(word: Word) -> str | None:
    """The office that "the HEAD of state" holds, by its three words; None for the head of anything else."""
    behind = [w.lower for w in word.sentence.words[word.i + 1 : word.i + 3]] if word.lower == "head" else []
    return " ".join(("head", *behind)) if behind in (["of", "state"], ["of", "government"]) else None


def _likeliest(
    registry: Registry,
    discourse: Discourse,
    word: Word,
    said: Qualities,
    office: tuple[str, frozenset[str], frozenset[str]],
) -> Entry | None:
    """Who told before holds an office: its noun, the nouns that mean it, and what stands with them."""
    code, (noun, nouns, modifiers) = said.country, office
    best: tuple[float, Entry] | None = None
    for mention in discourse.back(word, BACK):
        entry = mention.target
        if best is None and not isinstance(entry, Entry) and _is_new(entry, word):
            return None
        if not isinstance(entry, Entry) or entry.kind != "person" or _is_another(entry, said, noun):
            continue
        if code and entry.country not in {None, code}:
            continue
        held = not said.bodies or said.bodies & bodies_of(registry, entry)
        if _acts_on(mention.word, word):
            continue  # "Peru's president Ana Ruiz will receive THE PRESIDENT"
        if not held or not has_office(registry, entry, nouns, modifiers, code):
            continue
        exact = any(t.office == noun for t in entry.titles) or has_rank(entry, frozenset({noun}))
        fits = code is not None and entry.country == code
        value = discourse.score(mention, word) * 0.4 + 2.0 * exact + 2.0 * fits
        if any(t.former for t in entry.titles) and not said.modifiers & lexicon("former"):
            value -= 2.0  # "the late PRESIDENT … the president" is rather who holds the office
        if word.lower == "leader":
            value += 0.15 * min(discourse.times.get(entry, 0), 20)  # of a president and a premier the one it is about
        if best is None or value > best[0]:
            best = (value, entry)
    return best[1] if best is not None else None


def _acts_on(subject: Word, word: Word) -> bool:
    """Whether one is the subject of a verb by which something is done to the other, who is somebody else."""
    verb = argument_of(word) if word.sentence is subject.sentence and word.dep in {"dative", "dobj", "pobj"} else None
    return verb is not None and subject.dep in SUBJECTS and argument_of(subject) is verb


def _is_new(told: Word, word: Word) -> bool:
    """Whether somebody unnamed was brought in by the same noun: "A Chadian OFFICIAL denied it. … the official said"."""
    same = told.lemma == word.lemma and word.tag == told.tag == "NN"
    return same and any(c.dep == "det" and c.lower in {"a", "an", "another"} for c in told.children)


def _is_another(entry: Entry, said: Qualities, noun: str) -> bool:
    """Whether somebody is no fighter ("the REBEL leader"), or holds an office that is left ("the FORMER governor")."""
    if said.modifiers & lexicon("fighting") and not fights(entry):
        return True
    return bool(said.modifiers & PAST) and any(t.office == noun and not t.former for t in entry.titles)


def _named_later(
    registry: Registry, word: Word, said: Qualities, nouns: frozenset[str], modifiers: frozenset[str]
) -> Sequence[Entry]:
    """Who is named only further on, where one person alone is said or known to hold the office."""
    sole = word.lower in lexicon("leaders") or word.lower in SOLE or len(nouns) > 1
    if not sole or nouns >= lexicon("officials"):
        return ()
    office = modifiers | office_words(registry, complement_of(registry, word))
    code, persons = said.country, [e for e in registry.entries if e.kind == "person"]
    persons = [e for e in persons if code is None or (e.country == code and not e.guessed)]
    persons = [e for e in persons if not said.bodies or said.bodies & bodies_of(registry, e)]
    past, last = bool(said.modifiers & lexicon("former")), word.sentence.i + OPENING
    if not (code or said.bodies or "pope" in nouns):  # a headline's "Army chief to visit Oslo"
        persons = [e for e in persons if e.names[0].sentence.i < last]
    serving = [e for e in persons if any(t.former for t in e.titles) is past]
    found = [e for e in serving if has_office(registry, e, nouns, office, code)]
    return found if len(found) == 1 else ()


def _field(registry: Registry, word: Word) -> frozenset[str]:
    """The field behind an office that nothing else tells apart: "the minister OF FOREIGN AFFAIRS" is a foreign one."""
    behind = complement_of(registry, word)
    told = [c for c in word.children if c.dep in {"relcl", "acl", "appos", "prep"}]
    if word.tag == "NNS" or not behind or len(told) != 1 or phrase(told[0])[1] is not behind[-1]:
        return frozenset()
    return office_words(registry, behind)


def _body(registry: Registry, discourse: Discourse, word: Word) -> Sequence[Entry]:
    """The body with that noun in its name; an alliance, a bloc or a group also by its kind."""
    said = qualities_of(registry, word)
    code, modifiers = said.country, said.modifiers
    if said.told:
        return ()
    if word.lower == "body" and modifiers == {"world"}:
        return [e for e in registry.entries if e.known_id == "United Nations"]
    modifiers -= REACHES if word.lower in CHARITIES | GATHERED | {"union"} else frozenset()
    kinds = {
        "bloc": "igo",
        "grouping": "igo",
        "alliance": "igo",
        "group": "group",
        "movement": "group",
        "sect": "group",
        "agency": "igo",
    }
    for mention in discourse.back(word, 12):
        entry = mention.target
        if not isinstance(entry, Entry) or entry.kind not in {"organization", "igo", "group"}:
            continue
        if code and entry.country != code:
            continue
        if word.lower in entry.tokens and modifiers <= set(entry.tokens):
            return (entry,)
        if entry.kind == kinds.get(word.lower) and not modifiers:
            return (entry,)
        if word.lower == "force" and not modifiers and {"police", "constabulary"} & set(entry.tokens):
            return (entry,)
        made = word.lower in {"company", "firm", "manufacturer", "maker"} and entry.kind == "organization"
        if (made or word.lower in {"organization", "organisation", "body"}) and not modifiers:
            return (entry,)
        if word.lower in CHARITIES and modifiers <= CAUSES and is_called(entry.name, "ngo"):
            return (entry,)
    return ()
