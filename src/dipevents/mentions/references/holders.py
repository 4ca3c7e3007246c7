"""Whom words mean that tell somebody by another: "his predecessor", "its leader", "her counterpart"; and by a trait.

His predecessor, Ana Ruiz, … his predecessor      who was told as that before
Lie met Ruiz. Her counterpart said                the official of another state who was told with her
Ruiz flew home. The 71-year-old said              the person told of lately; so "the former boxer", "the firebrand"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.identity import Entry
from dipevents.mentions.references.discourse import SUBJECTS, Discourse, is_joint, is_speaker, is_subject
from dipevents.mentions.words import is_role, lexicon, office_of
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.mentions.identity import Registry
    from dipevents.mentions.title import Title
    from dipevents.mentions.words import Name
    from dipevents.reading.sentence import Word

__all__ = [
    "AGED",
    "VISITING",
    "acts_between",
    "acts_on_other",
    "by_trait",
    "countryman",
    "fights",
    "held_by",
    "owners_of",
    "who_spoke",
    "with_trait",
]

AGED = frozenset({"former", "latter", "old", "retired"})
"""Words that tell somebody of an article again: "the FORMER boxer", "the 71-year-OLD", "Lie met Ruiz as the LATTER"."""
VISITING = frozenset({"guest", "visitor"})
"""Words for whoever came, and not for who receives: "Lie received Ruiz. The VISITOR …"."""
OF_TWO = frozenset({"former", "latter"})
FAR = 8
"""Sentences that "her counterpart" looks back."""
LANDS = frozenset({"colony", "dependency", "dominion", "mandate", "possession", "protectorate"})
VAGUE = frozenset({"chief", "deputy", "director", "head", "leader", "official", "spokesman", "spokeswoman"})
"""Offices that those who hold them need not share."""
NEAR = 2
"""Sentences that a trait looks back."""
_MANY = ("ch", "ese", "sh", "ss")
"""How names of peoples end that are the same for one and for all: "the French"."""


def held_by(registry: Registry, discourse: Discourse, word: Word, owner: Word) -> Sequence[Entry]:
    """The named person that somebody's or a body's office means; none where the article told nobody as that."""
    named = registry.entry_of(owner)
    owners = (named,) if named is not None else registry.links.get(owner, ())
    named_now = word.head.lemma == "be" and (word.dep == "attr" or any(c.dep == "attr" for c in word.head.children))
    if len(owners) != 1 or named_now or any(c.dep in {"appos", "prep", "relcl"} for c in word.children):
        return ()
    beside = [c for c in word.children if c.dep in {"amod", "compound"}]
    if word.lemma in {"counterpart", "guest", "host"}:
        codes = {n.country for c in beside if (n := registry.names.get(c)) is not None}
        return _counterpart(discourse, word, owners[0], codes)
    said, office = {c.lower for c in beside}, office_of(word)
    found: dict[Entry, None] = {}
    for entry in registry.entries:
        for title in entry.titles if entry.kind == "person" else ():
            holds = title.office == office and said <= set(title.role.lower().split())
            if holds and not title.former and owners[0] in owners_of(registry, title):
                found[entry] = None
    return tuple(found) if len(found) == 1 and owners[0] not in found else ()


def owners_of(registry: Registry, title: Title) -> list[Entry | None]:
    """Whose office a title gives: "ITS leader", "PERU's envoy", "the mayor OF LIMA"."""
    owner = title.owner
    linked = registry.links.get(owner, ()) if owner is not None else ()
    return [*linked, *(registry.by_name.get(name) for name in title.belonging)]


def _counterpart(discourse: Discourse, word: Word, owner: Entry, codes: set[str | None]) -> Sequence[Entry]:
    """Who holds an office of another state and holds the same one, or was told of lately in one sentence with him."""
    own, roles = {title.office for title in owner.titles}, {title.role.lower() for title in owner.titles}
    lately = list(discourse.back(word, FAR)) if owner.country else []
    shared = {m.word.sentence.i for m in lately if m.target is owner and m.word.sentence is not word.sentence}
    best: tuple[float, Entry] | None = None
    for mention in lately:
        entry = mention.target
        if not isinstance(entry, Entry) or entry.kind != "person" or entry.country in {None, owner.country}:
            continue
        held = {title.office for title in entry.titles}
        if held.isdisjoint(lexicon("leaders", "officials") | {"counterpart"}) or fights(entry):
            continue
        same = not held.isdisjoint((own | {"counterpart"}) - VAGUE)
        if (codes and entry.country not in codes) or not (same or mention.word.sentence.i in shared):
            continue
        exact = any(title.role.lower() in roles for title in entry.titles)
        value = discourse.score(mention, word) + 2.0 * same + 4.0 * exact
        if best is None or value > best[0]:
            best = (value, entry)
    return (best[1],) if best else ()


def acts_on_other(subject: Word, *, alone: bool) -> bool:
    """Whether a new name meets somebody told before: "The French president landed. KIM met HIM"; or is one of two.

    Args:
        subject: The head of the name.
        alone: Whether one of two is another.
    """
    verb = clause(subject.head)
    met = any(w.lower in {"her", "him"} for w in (*verb.objects, *verb.oblique()))
    return met or (alone and any(c.dep == "conj" for c in subject.children))


def acts_between(registry: Registry, word: Word, name: Name, country: str | None) -> bool:
    """Whether another state acts between an office and a name: "Chad's MINISTER left. PERU is idle. Minister KIM"."""
    between = (n for n in registry.names_in_order() if word.end < n.start < name.start and n.kind == "state")
    return any(n.head.dep in SUBJECTS and n.country not in {None, country} for n in between)


def who_spoke(discourse: Discourse, word: Word, modifiers: frozenset[str]) -> Sequence[Entry]:
    """Who spoke just now, for a new name of a speaker: "the retired general said"; "the rebel leader", of a rebel."""
    if word.dep in SUBJECTS and modifiers & lexicon("fighting"):
        told = by_trait(discourse, word)
        return told if any(map(fights, told)) else ()
    if not is_subject(word) or not modifiers & (lexicon("former") | {"old", "veteran"}):
        return ()
    spoke = discourse.speaker
    if spoke is None or not is_speaker(word) or word.dep == "nsubjpass" or discourse.distance(spoke.word, word) > 1:
        return tuple(entry for entry in by_trait(discourse, word) if entry.titles)
    entry = spoke.target
    return (entry,) if isinstance(entry, Entry) and entry.kind == "person" and not is_joint(spoke.word) else ()


def fights(entry: Entry) -> bool:
    """Whether somebody is told to be one of those who fight: "the REBELS' spokesman", "a spokesman of the FARC"."""
    fighting = lexicon("fighters", "fighting")
    for title in entry.titles:
        owner = {title.owner.lemma} if title.owner is not None else set()
        if not fighting.isdisjoint(owner.union(title.role.lower().split())):
            return True
    beside = (name for title in entry.titles for name in title.belonging)
    return any(name.kind == "group" for name in (*entry.affiliations, *beside))


def with_trait(registry: Registry, word: Word) -> Word | None:
    """The subject that such a word tells or is, if it tells no office: "the 71-year-OLD", "the FORMER boxer"."""
    noun = word.head if word.dep == "amod" and word.lower != "latter" else word
    old = word is noun and word.lower in {"old", *OF_TWO}
    if noun in registry.names or not (noun.dep in SUBJECTS or (old and noun.dep in {"dobj", "pobj", "poss"})):
        return None
    if not old and noun.head.lemma not in lexicon("human_verbs"):
        return None  # "the old BRIDGE fell", but "the 71-year-OLD fell"
    if noun.tag in {"NNS", "NNPS"} or is_role(noun) or all(c.lower != "the" for c in noun.children):
        return None
    if noun.lemma in lexicon("callings"):
        return noun
    body = any(noun.lemma in lexicon(name) for name in ("bodies", "groups", "states", "place_nouns", "things"))
    known = word is noun or (word.lower in AGED and not body and noun.lemma not in LANDS)
    aged = word.lower != "old" or any(w.lower in {"year", "years"} for w in noun.sentence.words[word.i - 3 : word.i])
    return noun if known and aged and word.lower in AGED else None


def by_trait(discourse: Discourse, noun: Word) -> Sequence[Entry]:
    """The person of the sentences before who stands out most; of two, "the FORMER" is the first of them."""
    if noun.lower in OF_TWO:
        return _of_two(discourse, noun)
    lately = list(discourse.back(noun, NEAR))
    joint = {mention.target for mention in lately if is_joint(mention.word)}
    best: tuple[float, Entry] | None = None
    for mention in lately:
        entry = mention.target
        if entry in joint or not isinstance(entry, Entry) or entry.kind != "person":
            continue
        if mention.word.sentence is noun.sentence or (noun.lemma in VISITING and _receives(mention.word)):
            continue
        value = discourse.score(mention, noun)
        if best is None or value > best[0]:
            best = (value, entry)
    return (best[1],) if best else ()


def _receives(word: Word) -> bool:
    """Whether somebody is told as a host: "LIE received Ruiz", "Ruiz was met by LIE"."""
    verb = word.head
    if word.dep == "pobj":
        return verb.dep == "agent"
    return word.dep == "nsubj" and verb.lemma in lexicon("hosting")


def countryman(discourse: Discourse, word: Word, code: str | None) -> Sequence[Entry]:
    """Whom "the BRITON" means: the person of that state who stands out most lately; nobody where there is none."""
    own = [c.lower for c in word.children if c.i < word.i]
    if own != ["the"] or word.tag not in {"JJ", "NN", "NNP"} or word.lower.endswith(_MANY):
        return ()
    if word.dep not in {*SUBJECTS, "dative", "dobj", "pobj", "poss"} or any(c.dep == "appos" for c in word.children):
        return ()
    best: tuple[float, Entry] | None = None
    for mention in discourse.back(word, NEAR):
        entry = mention.target
        if not isinstance(entry, Entry) or entry.kind != "person" or entry.country != code:
            continue
        value = discourse.score(mention, word)
        if mention.word.head is not word.head and (best is None or value > best[0]):
            best = (value, entry)
    return (best[1],) if best else ()


def _of_two(discourse: Discourse, word: Word) -> Sequence[Entry]:
    """Whom "the latter" means: the second of the last two persons, or states, that one sentence has named."""
    for reach in range(NEAR + 1):
        near = (m for m in discourse.back(word, reach) if m.word.sentence.i == word.sentence.i - reach)
        told = [m for m in near if m.word.lower not in OF_TWO]
        named = dict.fromkeys(m.target for m in reversed(told) if isinstance(m.target, Entry))
        joint = {m.target for m in told if is_joint(m.word)}
        for kinds in ({"person"}, {"state"}, {"group", "igo", "organization"}):
            all_told = [entry for entry in named if entry.kind in kinds]
            pair = all_told if len(all_told) == 2 else [entry for entry in all_told if entry in joint]
            if len(pair) == 2:
                return (pair[word.lower == "latter"],)
    return ()
