"""Who holds an office that opens an article, where the next sentences name him without one.

Peru's foreign minister flew to Oslo. Juan Soto was received     the office is his; so of a lone surname right behind
Oslo received the president of Peru. Juan Soto, who                also of whom somebody else receives
Peru's premier and his envoy left. Soto and Ruiz                  a row of offices, and a row of as many names
Peru's premier met his Chadian colleague. Soto and Idris         who meets, and who is met
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.references.discourse import SUBJECTS
from dipevents.mentions.references.holders import acts_between, acts_on_other
from dipevents.mentions.references.offices import complement_of, has_office, office_words
from dipevents.mentions.references.qualities import Qualities, qualities_of
from dipevents.mentions.titles import title_of
from dipevents.mentions.words import is_role, lexicon
from dipevents.reading.clauses import phrase, with_conjuncts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.mentions.identity import Entry, Registry
    from dipevents.mentions.title import Title
    from dipevents.mentions.words import Name
    from dipevents.reading.sentence import Word

__all__ = ["OPENING", "named_in_row", "named_next"]

OPENING = 4
"""Sentences of an article, titles included, that may leave a name for the next."""
SOON = 1
"""Sentences behind an office in which a lone surname may be that of its holder."""
_ESCORTED = frozenset({"accompanied", "flanked", "heading", "leading", "traveling", "travelling"})
"""What an aside behind a visitor's name opens with: "Juan Soto, LEADING a team of six, met …"."""
_ADDED = frozenset({"who", "whom", "whose"})
"""What a clause opens with that only adds to somebody who is known: "Juan Soto, WHO had come on Monday, …"."""
NEUTRAL = frozenset(
    {"admiral", "brigadier", "colonel", "commodore", "general", "guest", "host", "lieutenant", "marshal", "visitor"}
    | {"prince", "princess", "sheik", "sheikh"}
)
"""What the holder of any office may be as well: a rank, a title of birth, the guest that he is."""
LOOSE = frozenset({"leader", "official", "politician", "ruler", "visitor"})
"""Words for the holder of an office that name none."""


def named_next(registry: Registry, word: Word, said: Qualities, nouns: frozenset[str]) -> Sequence[Entry]:
    """Who acts under a bare name or a part of the title right after an office has opened the article.

    "Peru's foreign minister flew to Oslo. Juan Soto was received by …", "… Minister Juan Soto said", "… The minister,
    Juan Soto, said": the office is his.
    """
    if not _opens(word, said):
        return ()
    country = said.country or next((body.country for body in said.bodies), None)
    behind = (n for n in registry.names_in_order() if _is_behind(n, word))
    name = next((n for n in behind if not _is_taken(registry.by_name[n], word)), None)
    if name is None or not _may_hold(registry, word, said, nouns, name):
        return ()
    entry = registry.by_name[name]
    if entry.country != country and not entry.guessed and entry.country is not None:
        return ()
    if said.modifiers & lexicon("former") and not all(title.former for title in entry.titles):
        return ()
    _give(registry, entry, word, country, past=_is_past(registry, word, said, entry))
    return (entry,)


def named_in_row(registry: Registry, word: Word) -> tuple[Entry, ...]:
    """Whom a row of names in the next sentence tells, each for one of as many offices: "PREMIER and HIS ENVOY left"."""
    if word.sentence.i > OPENING or word.sentence.heading or not _is_unnamed(registry, word):
        return ()
    row = _row_behind(registry, word)
    offices = [w for w in word.sentence.words if is_role(w) and _is_unnamed(registry, w)] if row else []
    if not row or len(row) != len(offices) or offices[0].dep not in SUBJECTS:
        return ()
    own = [qualities_of(registry, office).country for office in offices]
    countries = [code or (own[0] if _is_shared(office) else None) for code, office in zip(own, offices, strict=True)]
    entry, country = row[offices.index(word)], countries[offices.index(word)]
    if country is None or not (entry.guessed or entry.country in {None, country}):
        return ()
    _give(registry, entry, word, country, past=False)
    return (entry,)


def _is_shared(office: Word) -> bool:
    """Whether an office is of the state of the first one of its row: "Chad's premier and HIS MINISTER"."""
    return office.dep == "conj" or any(w.tag == "PRP$" and w.lower != "their" for w in office.subtree())


def _row_behind(registry: Registry, word: Word) -> list[Entry]:
    """Several new persons who act together in the sentence behind a word, with no titles but ranks."""
    behind = [n for n in registry.names_in_order() if n.kind == "person" and n.sentence.i == word.sentence.i + 1]
    if not behind or behind[0].head.dep not in SUBJECTS:
        return []
    joint = with_conjuncts([behind[0].head])
    row = [n for n in behind if n.head in joint]
    entries = [registry.by_name[n] for n in row]
    plain = all(t.office in NEUTRAL or t.noun.sentence is word.sentence for e in entries for t in e.titles)
    new = plain and all(_is_new(e, n) and not e.affiliations for e, n in zip(entries, row, strict=True))
    return entries if new and len(entries) == len(joint) > 1 else []


def _is_unnamed(registry: Registry, word: Word) -> bool:
    """Whether it is the office of one person for whom its phrase has no name."""
    if word.tag not in {"NN", "NNP"} or word in registry.names or word.dep in {"amod", "compound", "nmod", "appos"}:
        return False
    beside = (title.noun for e in registry.entries for name, title in e.titled() if name.sentence is word.sentence)
    return word not in beside and not any(c.dep == "appos" and c in registry.names for c in word.children)


def _opens(word: Word, said: Qualities) -> bool:
    """Whether an office is brought in at the beginning: as the subject, or as the only one that is received."""
    if word.sentence.i > OPENING or not (said.country or said.bodies):
        return False
    if word.dep in SUBJECTS or (word.dep == "conj" and word.head.dep in SUBJECTS):
        return True
    hosted = word.dep == "dobj" and word.head.lemma in lexicon("hosting") | {"greet", "meet"}
    return hosted and not any(is_role(w) and w is not word for w in word.sentence.words)


def _is_behind(name: Name, word: Word) -> bool:
    return name.kind == "person" and name.start >= word.end and name.sentence is not word.sentence


def _is_taken(entry: Entry, word: Word) -> bool:
    """Whether somebody holds another office of the same sentence: "Chad's premier met Peru's LEADER. Kos landed"."""
    return any(t.noun.sentence is word.sentence and t.noun is not word for t in entry.titles)


def _may_hold(registry: Registry, word: Word, said: Qualities, nouns: frozenset[str], name: Name) -> bool:
    """Whether the first person named behind an office may hold it: somebody new who acts, and of no other office."""
    entry = registry.by_name[name]
    same = _is_titled_so(registry, said, nouns, entry)
    past = _is_past(registry, word, said, entry)
    office = _office(registry, word, said)
    own = same or _is_plain(entry) or all(_of_title(registry, title) <= office for title in entry.titles)
    fits = past or (own and not entry.affiliations)
    far = name.sentence.i - word.sentence.i
    new = _is_new(entry, name) and (same or len(entry.tokens) > 1 or far <= SOON) and fits
    again = name.head.dep == "appos" and is_role(name.head.head) and not _is_indefinite(name.head.head)
    subject = name.head.head if again else name.head
    others = [e for c in subject.children if c.dep == "conj" and (e := registry.entry_of(c)) is not None]
    alone = not same or any(_is_titled_so(registry, said, nouns, e) for e in others)  # "King Kim and QUEEN LEE"
    if acts_on_other(subject, alone=alone) or (same and acts_between(registry, word, name, said.country)):
        return False
    words = name.sentence.words
    if any(w.lower == word.lower and w.dep in SUBJECTS and w.head.is_under(name.head.head) for w in words):
        return False  # "Juan Soto said THE MINISTER would stay"
    bare = name.known is None and (past or again or _is_bare(name) or (bool(entry.titles) and _is_plain(entry)))
    return new and bare and far < OPENING and subject.dep in SUBJECTS


def _is_bare(name: Name) -> bool:
    """Whether nothing behind a name tells who its bearer is; his age does not, nor what he did."""
    behind = name.sentence.words[name.last + 1 : name.last + 3]
    aside = len(behind) == 2 and behind[0].pos == "PUNCT"
    return not aside or behind[1].lower in _ESCORTED | _ADDED or behind[1].text.isdecimal()


def _is_titled_so(registry: Registry, said: Qualities, nouns: frozenset[str], entry: Entry) -> bool:
    """Whether somebody's title is the office, or part of it."""
    titled, modifiers = not nouns >= lexicon("officials"), said.modifiers - lexicon("passing")
    return titled and bool(entry.titles) and has_office(registry, entry, nouns, modifiers, None)


def _office(registry: Registry, word: Word, said: Qualities) -> frozenset[str]:
    office = office_words(registry, [word, *complement_of(registry, word)]) | said.modifiers - lexicon("passing")
    return office | ({"foreign", "minister", "secretary", "state"} if "diplomat" in office else set())


def _is_new(entry: Entry, name: Name) -> bool:
    """Whether nobody but a headline has named somebody before."""
    return next((n for n in entry.names if not n.sentence.heading), None) is name


def _is_plain(entry: Entry) -> bool:
    """Whether nothing that is told of somebody is an office: "Juan Soto", "GENERAL Juan Soto"."""
    return all(title.office in NEUTRAL for title in entry.titles)


def _is_past(registry: Registry, word: Word, said: Qualities, entry: Entry) -> bool:
    """Whether all that is told of somebody is what he was before: "Juan Soto, a former general"."""
    office = _office(registry, word, said)
    return bool(entry.titles) and all(title.former and title.office not in office for title in entry.titles)


def _is_indefinite(noun: Word) -> bool:
    return any(c.dep == "det" and c.lower in {"a", "an", "another"} for c in noun.children)


def _give(registry: Registry, entry: Entry, word: Word, country: str | None, *, past: bool) -> None:
    """Gives somebody the state of an office and, where he has none or only a former one, the office."""
    entry.country, entry.guessed = country, False
    if past or not (entry.titles or word.sentence.heading or word.lemma in LOOSE):
        low, _ = phrase(word)
        run = word.sentence.words[low.i : (complement_of(registry, word) or [word])[-1].i + 1]
        entry.titles.insert(0, title_of(run, word, registry.names, None))
        entry.titled_names.insert(0, entry.names[0])


def _of_title(registry: Registry, title: Title) -> frozenset[str]:
    return office_words(registry, title.first.sentence.words[title.first.i : title.last.i + 1])
