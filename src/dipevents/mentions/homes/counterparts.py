"""Those whom somebody meets, and where: signs of the state of a person whose state nobody tells.

Polish Minister Kos met President Ruiz                      Ruiz is no Pole
the ministry summoned the Polish envoy                      it is not Poland's
Kos left for Peru, where he will meet President Ruiz        Ruiz is likely of Peru
Kos will visit Peru. He will call on President Ruiz         so it is in the sentence behind
on a visit to Peru, Kos met President Ruiz                  and where the journey is a noun
Peruvian President Soto … President Ruiz                    a state has one president
ministry spokesman Ruiz told reporters in Lima              who speaks for a body mostly does so at home
Kos was accompanied by the minister, Ruiz                   who goes along is of the same state
Kos spoke to Peruvian President Ruiz                        nor is who speaks to him
Kos warned Peru                                             nor is who warns a state of it
Kos told parliament                                         and to the parliament there
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING

from dipevents.mentions.identity import stands_for_state
from dipevents.mentions.words import is_role, lexicon
from dipevents.reading.clauses import clause, with_conjuncts
from dipevents.reading.grammar import first_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.identity import Entry, Registry
    from dipevents.mentions.words import Name
    from dipevents.reading.sentence import Word

__all__ = ["across", "addressed", "related", "sole_offices", "spoken", "visited"]

UP = 4
"""Words above a meeting among which the verb of a journey is looked for."""
REACH = 12
"""Names before a sentence among which its "he" is looked for."""
RECEIVING = frozenset({"greet", "host", "receive", "welcome"})
"""Verbs whose objects are those who come."""
NEAR = 9
"""Words behind a spokesman within which it is told where he speaks."""
TOWARDS = frozenset({"to", "in", "for", "into"})
_CHAMBERS = frozenset({"assembly", "chamber", "congress", "house", "parliament", "senate"})
_COUNTERPART = frozenset({"counterpart"})
_OWN = frozenset({"her", "his", "their"})
_BIDDING = frozenset({"accuse", "appeal", "call", "caution", "press", "threaten", "urge", "warn"})
_TALKING = frozenset({"phone", "speak", "talk", "telephone", "write"})
_TELLING = frozenset({"address", "assure", "brief", "inform", "tell"})
GROUNDS = frozenset({"state", "capital"})
STATES = GROUNDS | {"adjective"}


def across(registry: Registry, name: Name) -> set[str]:
    """The states told of the persons whom a person meets, or who meet him, and of "his counterpart" beside him."""
    heads = (name.head, name.head.head) if name.head.dep == "appos" else (name.head,)
    beside = [w for w in with_conjuncts(heads) if w.lemma == "counterpart" and any(c.dep == "poss" for c in w.children)]
    beside += _own_counterparts(name)
    found = {n.country for n in (registry.names.get(c) for w in beside for c in w.children) if n and n.country}
    own = _place(name)
    for meeting in _meetings(own):
        comers, met = _comers(meeting), _met(meeting)
        found |= _states_of(registry, met if own in comers else comers if own in met else ())
    if name.head.dep == "nsubj" and name.head.head.lemma in _TALKING:
        talk = clause(name.head.head)
        found |= _states_of(registry, (*talk.objects, *talk.oblique("to", "with")))
    return found | set(_bidden(registry, name))


def _states_of(registry: Registry, others: Sequence[Word]) -> set[str]:
    """The states that are told of persons, by their names or beside their offices."""
    entries = [registry.entry_of(_named_by(registry, word)) for word in others]
    found = {
        e.country
        for e in entries
        if e is not None and (e.kind == "person" or stands_for_state(e)) and e.country and not e.guessed
    }
    told = ((c, registry.names.get(c)) for word in others if is_role(word) for c in word.children)
    return found | {n.country for c, n in told if n and n.country and (n.kind == "adjective" or c.dep == "poss")}


def _place(name: Name) -> Word:
    """The word by whose grammar somebody takes part: "the ENVOY, Holt, was received by President Soto"."""
    head = name.head
    while head.dep == "appos" and head.head.i < head.i and is_role(head.head):
        head = head.head
    return head


def _bidden(registry: Registry, name: Name) -> Iterator[str]:
    """The states that somebody warns or bids do something: "President HOLT warned PERU", "called on CHAD to stop"."""
    verb = name.head.head
    if name.head.dep != "nsubj" or verb.lemma not in _BIDDING:
        return
    args = clause(verb)
    for word in (*args.objects, *args.oblique("on", "upon", "to")):
        state = registry.names.get(word)
        if state is not None and state.country and state.kind in GROUNDS:
            yield state.country


def _own_counterparts(name: Name) -> Iterator[Word]:
    """Whom who does something calls his counterpart: "in a note to HIS Chadian COUNTERPART, Minister Holt said"."""
    for word in name.sentence.words_among(_COUNTERPART) if name.head.dep == "nsubj" else ():
        own = any(c.dep == "poss" and c.lower in _OWN for c in word.children)
        if own and word.is_under(name.head.head) and not word.is_under(name.head):
            yield word


def visited(registry: Registry, name: Name, here: str | None = None) -> set[str]:
    """The states where a person is met by somebody who goes there: "flew to PERU for talks with Ruiz".

    Args:
        registry: The names of the article.
        name: The person.
        here: The state of the dateline, where somebody may have met the person: "met Ruiz HERE".
    """
    words: list[Word] = []
    found: set[str] = set()
    own = _place(name)
    for meeting in _meetings(own):
        comers = _met(meeting) if meeting.lemma in RECEIVING else _comers(meeting)
        if own in comers:
            continue
        if here is not None and any(c.lower == "here" for c in meeting.children):
            found.add(here)
        words += clause(meeting).oblique("in")
        told = [named.head for word in comers if (named := _named_by(registry, word)) is not word]
        for verb in (up for up in (*islice(meeting.ancestors(), UP), *told) if up.lemma in lexicon("travelling")):
            words += [*clause(verb).objects, *(w for prep, w in clause(verb).obliques if prep in TOWARDS)]
        journeys = (w for _, w in clause(meeting).obliques if w.lemma in lexicon("journeys"))
        words += [w for journey in journeys for prep, w in clause(journey).obliques if prep in TOWARDS | {"of"}]
    names = (registry.names.get(word) for word in with_conjuncts(words))
    found |= {n.country for n in names if n is not None and n.country and n.kind in GROUNDS}
    seats = (registry.names.get(c) for word in words if word.lemma == "capital" for c in word.children)
    return found | {n.country for n in seats if n is not None and n.country}  # "in the PERUVIAN CAPITAL"


def accompanied(registry: Registry, name: Name) -> str | None:
    """The state of the one with whom somebody goes along: "Kim of Peru was accompanied by the minister, RUIZ"."""
    top = first_of(name.head.head if name.head.dep == "appos" else name.head)
    verb = top.head.head if top.dep == "pobj" and top.head.lower == "by" else top.head
    if verb.lemma not in {"accompany", "join"} or top.lemma in {"counterpart", "host"}:
        return None
    others = (w for w in with_conjuncts(clause(verb).objects) if w is not top)
    entries = [e for w in others if (e := registry.entry_of(_named_by(registry, w))) is not None]
    known = {e.country for e in entries if e.kind == "person" and not e.guessed and e.names[0] is not name}
    return known.pop() if len(known) == 1 else None


def spoken(registry: Registry, name: Name) -> set[str]:
    """The state in whose capital a spokesman, or that of a body, speaks: "ministry SPOKESMAN Ruiz said in LIMA"."""
    words = name.sentence.words
    if not any(w.lower.startswith("spokes") for w in words[max(name.first - 1, 0) : name.last + 2]):
        return set()
    for i in range(name.last + 1, min(name.last + NEAR, len(words) - 1)):
        if words[i].text == "," or words[i].lower == "that":
            break
        held = registry.names.get(words[i + 1]) if words[i].lower == "in" else None
        if held is not None and held.kind == "capital" and held.country:
            return {held.country}
    return set()


def addressed(registry: Registry, name: Name) -> set[str]:
    """The state of the person who speaks to a parliament: "KOS told the National Assembly"."""
    verb = name.head.head
    if (
        name.head.dep not in {"dative", "dobj"}
        or verb.lemma not in _TELLING
        or not _CHAMBERS & set(name.text.lower().split())
    ):
        return set()
    speakers = (registry.entry_of(subject) for subject in clause(verb).subjects)
    return {e.country for e in speakers if e is not None and e.kind == "person" and e.country}


def sole_offices(entry: Entry) -> set[str]:
    """The offices that a person holds of which a state has one: "president", "foreign minister"."""
    held = (t for t in entry.titles if t.office in lexicon("leaders") and not (t.former or t.shared))
    roles = {t.role.lower() for t in held if all(n.kind in STATES for n in t.belonging)}
    return {role for role in roles if role in lexicon("sole") or role.endswith(" minister")}


def _meetings(word: Word) -> Iterator[Word]:
    """The verbs and nouns of meeting on either side of which a person stands."""
    top = first_of(word)
    verb = top.head.head if top.dep == "pobj" and top.head.lower in {"with", "by", "on"} else top.head
    if top.dep not in {"nsubj", "nsubjpass", "dobj", "pobj", "poss"}:
        return
    if verb.lemma in lexicon("meetings") or verb.lemma in lexicon("calls"):
        yield verb
    if verb.is_verb:
        yield from (c for c in verb.children if c.dep == "dobj" and c.lemma in lexicon("meetings"))


def _comers(meeting: Word) -> tuple[Word, ...]:
    """Who meets somebody: the subjects, of "held" in "held talks with", and whose call it is."""
    support = meeting.head if meeting.dep == "dobj" and meeting.head.is_verb else meeting
    return with_conjuncts((*clause(support).subjects, *(c for c in meeting.children if c.dep == "poss")))


def _met(meeting: Word) -> tuple[Word, ...]:
    """Who is met."""
    args = clause(meeting)
    return with_conjuncts((*args.objects, *args.oblique("with"), *args.oblique("on")))


def _named_by(registry: Registry, word: Word) -> Word:
    """The person of whom the sentence before tells, for "he" and "her"; else the word itself."""
    if word.lower not in {"he", "her", "him", "she"}:
        return word
    names = registry.names_in_order()
    at = bisect_left(names, word.sentence.start, key=lambda name: name.start)
    before = (n for n in names[max(at - REACH, 0) : at] if n.sentence.i == word.sentence.i - 1)
    subjects = (
        n.head for n in before if n.kind == "person" and (top := _place(n)).dep == "nsubj" and top.head.dep == "ROOT"
    )
    return next(subjects, word)


def related(registry: Registry, entry: Entry) -> str | None:
    """The state of the person whose spokesman, envoy or kin somebody is, or with whom he goes along."""
    for title in (t for t in entry.titles if t.office not in {"author", "biographer", "critic"}):
        for name in title.belonging:
            other = registry.by_name.get(name)
            if other is not None and other is not entry and other.kind == "person" and other.country:
                return other.country
    return next((code for name in entry.names if (code := accompanied(registry, name)) is not None), None)
