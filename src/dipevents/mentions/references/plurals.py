"""Whom plurals mean: "they", "the two leaders", "both sides", "the ministers".

Kowal and Hora said they …           those who are coordinated
Kowal met Hora. The leaders / They … those who met
Kowal came with Hora. The two …     those who go together
the three states                     as many as are said, of the kind that is said
Two lawmakers came. Rep. Kowal and … those whom an article names after it has opened
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.mentions.identity import Entry
from dipevents.mentions.references.discourse import SUBJECTS, Discourse, is_speaker
from dipevents.mentions.references.offices import has_office, meant_by
from dipevents.mentions.references.qualities import unnamed_sort
from dipevents.mentions.references.references import is_definite
from dipevents.mentions.words import is_capital, lexicon
from dipevents.reading.clauses import with_conjuncts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.mentions.identity import Registry
    from dipevents.reading.sentence import Word

__all__ = ["group_of", "several"]

PERSONS = frozenset({"person"})
STATES = frozenset({"state"})
ACTING = frozenset({"state", "organization", "group", "igo"})
"""Kinds of actors that "both governments" and "the two sides" mean."""
ANYBODY = PERSONS | ACTING
NUMBERS = {"both": 2, "two": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
OPENING = 4
"""Sentences of an article, titles included, that may leave the names of several for the next."""
PAIRED = frozenset({"foe", "neighbor", "neighbour", "rival"})
"""Those who are two if nothing else is said: "urged THE NEIGHBOURS to show restraint"."""
HEADED = 12
"""Names of an article among which those of its headline are."""
BARE = frozenset({"det", "nummod", "predet", "punct", "preconj"})
"""What may stand with "the leaders" if they are those of the story, and not "the leaders of the union"."""


def several(registry: Registry, discourse: Discourse, word: Word) -> Sequence[Entry]:
    """Those told together lately that a noun in the plural means; none where it is not certain."""
    number = next((NUMBERS[w.lower] for w in (word, *word.children) if w.lower in NUMBERS), 0)
    if not number and word.lemma in PAIRED and [c.lower for c in word.children] == ["the"]:
        number = 2
    if word.dep in {"compound", "nmod", "amod", "nummod"}:
        return ()
    fields = 0 if number else _fields(word)
    if (number or fields) and (behind := _named_behind(registry, word, number or fields, joint=bool(fields))):
        return behind
    counted = word.sentence.heading and number and not any(c.dep in {"det", "poss"} for c in word.children)
    if counted or not is_definite(registry, word):
        return ()
    kinds = ANYBODY if word.lower in NUMBERS else _kinds(word)
    if not kinds or any(is_capital(w) for c in word.children if c.dep == "prep" for w in c.subtree()):
        return ()  # "both sides in the Biafran war"
    doing = _doers(registry, word)
    if number or all(c.dep in BARE for c in word.children):
        for mention in discourse.back(word, 5 if number else 2):
            told = _together(discourse, mention.target, mention.word)
            fit = tuple(e for e in told if e.kind in kinds and not _is_other(registry, e, word, kinds))
            whole = not any(c.dep == "conj" for c in mention.word.children)  # of three, two are no pair
            whole = whole and (kinds is not ANYBODY or len({e.kind for e in fit}) == 1) and doing.isdisjoint(fit)
            if 1 < len(fit) == len(told) and number in {0, len(fit)} and whole and not mention.word.sentence.heading:
                return fit
    chiefly = number == 2 and (kinds in {ACTING, STATES} or word.lemma == "leader")
    chief = _chief(registry, discourse, word, kinds) if chiefly else ()
    if number == 2 and kinds in {ACTING, STATES} and (pair := _opposed(registry, discourse, word)):
        # "Chad left Peru. Chile blamed Chad. The UN urged both countries": those of the story, if one of them is told
        pair = chief if len({*chief} & {*pair}) == 1 else pair
        return pair if doing.isdisjoint(pair) else ()
    if chief:
        return chief
    return _last(registry, discourse, word, kinds, number, doing) if number in {2, 3} and kinds is not ANYBODY else ()


def _fields(word: Word) -> int:
    """How many hold an office, by what tells them apart: "FOREIGN AND DEFENCE ministers", "PERU'S AND CHAD'S"; or 0."""
    rows = (
        with_conjuncts([c]) for c in word.children if c.i < word.i and c.dep in {"amod", "compound", "nmod", "poss"}
    )
    return next((len(row) for row in rows if len(row) > 1), 0)


def _named_behind(registry: Registry, word: Word, number: int, *, joint: bool = False) -> tuple[Entry, ...]:
    """Whom the sentence behind names, as many as are said: "Three ministers came. KOWAL, HORA AND DUDEK met the king".

    They are of the state that is told with their number: "Three U.S. senators"; each of his own, where it is `joint`
    that they are told: "The Peruvian and Chadian ministers".
    """
    new = word.dep in SUBJECTS and (joint or all(c.dep not in {"det", "poss", "prep"} for c in word.children))
    if not new or _kinds(word) is not PERSONS or word.sentence.i > OPENING or word.sentence.heading:
        return ()
    behind = [n for n in registry.names_in_order() if n.kind == "person" and n.sentence.i == word.sentence.i + 1]
    row = behind[:number]
    acting = with_conjuncts([row[0].head]) if row and row[0].head.dep in SUBJECTS else ()
    entries = [registry.by_name[n] for n in row]
    if {n.head for n in row} != {*acting} or any(e.names[0] is not n for e, n in zip(entries, row, strict=True)):
        return ()
    if len(entries) != number:
        return ()
    offices = read_words("actors")["offices_of"].items()
    told = [e.country for e in _named_states(registry, word)] or [c for c, held in offices if word.lemma in held]
    others = told and any(not e.guessed and e.country not in {None, *told} for e in entries)
    if others or any(c.lower == "them" for c in row[0].head.head.children):
        return ()  # those who receive them
    abroad = {n.country for n in registry.names_in_order() if n.sentence is word.sentence and n.start > word.end}
    for at, entry in enumerate(entries):
        if len(told) == number > 1 and (entry.guessed or entry.country is None):
            entry.country, entry.guessed = told[at], False
        elif len(told) == 1 and (entry.guessed or entry.country is None):
            entry.country, entry.guessed = told[0], False
        elif entry.guessed and entry.country in abroad:
            entry.country, entry.guessed = None, False  # "Two ministers left PERU": they need not be of Peru
    return tuple(entries)


def _chief(registry: Registry, discourse: Discourse, word: Word, kinds: frozenset[str]) -> tuple[Entry, ...]:
    """The two states or persons of a headline, else those that are told of far more than others.

    None where somebody of one of them acts: "the U.S. envoy urged both sides".
    """
    kind = "person" if kinds is PERSONS else "state"
    fitting = {kind} if kind == "person" else {"state", "adjective"}
    named = [n for n in registry.names_in_order()[:HEADED] if n.sentence.i == 0 and n.sentence.heading]
    headed = dict.fromkeys(registry.by_name[n] for n in named if n.kind in fitting and n in registry.by_name)
    told = {e: n for e, n in discourse.times.items() if isinstance(e, Entry) and e.kind == kind}
    times = {e: n for e, n in told.items() if not _is_no_leader(registry, e, word)}
    second, third = (*sorted(times.values(), reverse=True), 0, 0, 0)[1:3]
    often = [e for e, n in times.items() if n >= second > max(1, 2 * third)]
    pair = tuple(headed) if len(headed) == 2 else tuple(often)
    codes = {e.country for e in pair} if kind == "state" else set()
    return pair if len(pair) == 2 and codes.isdisjoint(_acting(registry, word)) else ()


def _is_no_leader(registry: Registry, entry: Entry, word: Word) -> bool:
    """Whether who holds another office cannot be one of "both leaders": "army SPOKESMAN Ruiz"."""
    leads = word.lemma == "leader" and entry.kind == "person" and bool(entry.titles)
    return leads and not has_office(registry, entry, meant_by("leader"), frozenset(), None)


def _acting(registry: Registry, word: Word) -> set[str | None]:
    """The states that are told of who does what the verbs above a noun tell: "the U.S. ENVOY urged both sides"."""
    doers = [c for up in word.ancestors() if up.is_verb for c in up.children if c.dep in SUBJECTS and c is not word]
    entries = [e for c in doers for e in (registry.entry_of(c), *registry.links.get(c, ())) if e is not None]
    persons = {code for e in entries if e.kind == "person" for code in e.told}
    return persons | {e.country for c in doers for e in _named_states(registry, c)}


def _kinds(word: Word) -> frozenset[str]:
    if word.lemma in lexicon("men") or word.lemma in lexicon("offices"):
        return PERSONS
    if word.lemma in lexicon("sides"):
        return STATES if word.lemma in lexicon("states") else ACTING
    return frozenset()


def _opposed(registry: Registry, discourse: Discourse, word: Word) -> tuple[Entry, ...]:
    """The two states of whose people something is told together: "The PERUVIAN and CHILEAN ministers met"."""
    verb, words = word.head.head if word.dep == "pobj" else word.head, lexicon("meetings", "clashing")
    acting = _acting(registry, word)
    for sentence in dict.fromkeys(m.word.sentence for m in discourse.back(word, 8) if not m.word.sentence.heading):
        for noun in (w for w in reversed(sentence.words) if w.is_noun and w.start < word.start):
            other = _met_by(noun, words)
            row = [c for c in noun.children if c.dep == "conj"] if noun.dep in SUBJECTS else []
            told = [_states_of(registry, w) for w in ((noun, *row) if other is None else (other, noun))]
            pair = tuple(dict.fromkeys(entry for states in told for entry in states))
            quarrel = other is not None or bool(sentence.words_among(words))
            if quarrel and len(pair) == 2 and all(told) and not _does(noun, verb):
                return pair if acting.isdisjoint(e.country for e in pair) else ()
    return ()


def _states_of(registry: Registry, noun: Word) -> list[Entry]:
    """The states that a noun names, or that of the person whom it names."""
    told, person = _named_states(registry, noun), registry.entry_of(noun)
    if not told and person is not None and person.kind == "person" and person.country and not person.guessed:
        return [registry.state(person.country)]
    return told


def _named_states(registry: Registry, noun: Word) -> list[Entry]:
    """The states that a noun names, or of which somebody is: "the CHADIAN army", "PERUVIAN and CHILEAN ministers"."""
    near = [noun]
    for up in near:  # "PERUVIAN President Ana Ruiz": the adjective hangs on the office
        near += [c for c in up.children if c.i < noun.i and c.dep in {"amod", "compound", "nmod", "poss"}]
        near += [c for c in up.children if c.dep == "conj" and up is not noun]
    names = (registry.names.get(w) for w in sorted(near, key=lambda w: w.i))
    found = (registry.by_name.get(name) for name in names if name is not None)
    return [entry for entry in found if entry is not None and entry.kind == "state"]


def _last(
    registry: Registry, discourse: Discourse, word: Word, kinds: frozenset[str], number: int, doing: set[Entry]
) -> Sequence[Entry]:
    """The last two or three that were named, told together or not; of states and sides those of which the story is."""
    found: list[Entry] = []
    most = number if kinds is PERSONS else 2 * number
    verb = word.head.head if word.dep == "pobj" else word.head
    for mention in discourse.back(word, 5):
        entry = mention.target
        if not isinstance(entry, Entry) or entry.kind not in kinds or entry in found or mention.word.sentence.heading:
            continue
        if entry in doing or _does(mention.word, verb) or (entry.kind == "igo" and is_speaker(mention.word)):
            continue  # "the UN urged both sides": neither is the UN
        if _is_other(registry, entry, word, kinds):
            continue
        if kinds is STATES and mention.word.dep == "pobj" and mention.word.head.lower == "in":
            continue  # "an analyst in Oslo"
        if kinds is ACTING and found and found[0].kind != entry.kind:
            continue
        found.append(entry)
        if len(found) == most:
            break
    if len(found) > number:
        often = sorted((discourse.times.get(e, 0) for e in found), reverse=True)
        if often[number - 1] > often[number]:  # "the U.S. envoy left": the two neighbours of the story are others
            found = [e for e in found if discourse.times.get(e, 0) > often[number]]
        elif kinds is ACTING:
            return ()  # no two of them are more of the story than the others
    return tuple(reversed(found[:number])) if len(found) >= number else ()


def _doers(registry: Registry, word: Word) -> set[Entry]:
    """Those who do to several what their verb tells: "WASHINGTON urged both sides": neither of them."""
    verb = word.head.head if word.dep == "pobj" else word.head
    named = (registry.entry_of(c) for c in verb.children if c.dep == "nsubj" and c is not word)
    return {entry for entry in named if entry is not None}


def _does(word: Word, verb: Word) -> bool:
    """Whether a mention is, or belongs to, who does what a verb tells."""
    verbs = (verb, verb.head) if verb.tag == "VB" and verb.dep in {"ccomp", "xcomp"} else (verb,)
    subjects = (c for v in verbs for c in v.children if c.dep == "nsubj")
    return word.sentence is verb.sentence and any(word is c or word.is_under(c) for c in subjects)


def _is_other(registry: Registry, entry: Entry, word: Word, kinds: frozenset[str]) -> bool:
    """Whether a person's titles tell another office than the one that both are said to hold ("both PRESIDENTS")."""
    if kinds is not PERSONS:
        return False
    if _is_no_leader(registry, entry, word):
        return True
    office = word.lemma if word.lemma in lexicon("offices") and word.lemma not in {"leader", "official"} else None
    return (
        office is not None
        and bool(entry.titles)
        and not has_office(registry, entry, meant_by(office), frozenset(), None)
    )


def group_of(registry: Registry, discourse: Discourse, word: Word) -> Sequence[Entry | Word]:
    """Whom "they" means: coordinated actors, a body or group, an unnamed many; the likeliest."""
    best: tuple[float, tuple[Entry | Word, ...]] | None = None
    speaks = is_speaker(word)
    for mention in discourse.back(word, 2):
        members = _members(registry, discourse, mention.target, mention.word)
        if not members or _same_clause(mention.word, word):
            continue
        value = discourse.score(mention, word) + (0.8 if len(members) > 1 else 0.0)
        value += 4.0 * _is_told(mention.word, word)
        if speaks and all(isinstance(m, Entry) and m.kind == "state" for m in members):
            value -= 3.0  # "officials said both sides must talk. THEY added": rather persons
        if best is None or value > best[0]:
            best = (value, members)
    return best[1] if best and best[0] > -3.5 else ()


def _is_told(at: Word, word: Word) -> bool:
    """Whether a pronoun is of those who are told what they must do or will suffer: "told THE MEN that THEY must go"."""
    verb = word.head
    told = at.dep in {"dative", "dobj"} and word.dep in {"nsubj", "nsubjpass"} and verb.dep == "ccomp"
    bid = word.dep == "nsubjpass" or any(c.lower in {"must", "should"} for c in verb.children)
    return told and verb.head is at.head and bid


def _same_clause(at: Word, word: Word) -> bool:
    """Whether the same verb has both, or one that is named again: "freed the men. THEY must free THE MEN"."""
    if word.dep == "nsubj" and at.is_noun and any(c.dep == "dobj" and c.lemma == at.lemma for c in word.head.children):
        return True
    return at.sentence is word.sentence and word.dep in {"dobj", "dative"} and at.head is word.head


def _members(registry: Registry, discourse: Discourse, target: Entry | Word, at: Word) -> tuple[Entry | Word, ...]:
    linked = registry.links.get(at, ())
    told = tuple(linked) if len(linked) > 1 else _together(discourse, target, at)
    if len(told) > 1:
        return told
    if isinstance(target, Entry):
        return (target,) if target.kind in {"group", "organization", "igo"} else ()
    heard = at.dep in {"dobj", "dative"} and at.lemma in {
        "journalist",
        "reporter",
    }  # "told REPORTERS. “THEY must go”"
    many = unnamed_sort(target) in {"many", "body"} or target.tag == "NNPS"  # "the SERBS"
    return (target,) if many and not heard else ()


def _together(discourse: Discourse, target: Entry | Word, at: Word) -> tuple[Entry, ...]:
    """Those with whom somebody is told: coordinated before, or met; nobody where he is told alone."""
    at = at.head if at.dep == "appos" else at
    chain, top, steps = [target], at, 0
    while top.dep == "conj" and top.head.is_noun and steps < 8:
        top, steps = top.head, steps + 1
        other = discourse.target_of(top)
        if other is not None and other not in chain:
            chain.append(other)
    met = _met_by(at, lexicon("meetings")) or _led_along(at) if len(chain) == 1 else None
    if (host := met or _led_by(top)) is not None:  # "Kowal, accompanied by HORA AND DUDEK": three
        other = discourse.target_of(host)
        chain.extend([other] if other is not None and other != target else [])
    named = [t for t in reversed(chain) if isinstance(t, Entry)]
    return tuple(named) if len(named) > 1 else ()


def _led_along(word: Word) -> Word | None:
    """With whom one of a name is told: "KOWAL was killed with President Hora"; None where it is nobody."""
    verb = word.head.head
    if word.dep != "pobj" or word.head.lower != "with" or word.pos != "PROPN" or not verb.is_verb:
        return None
    return next((c for c in verb.children if c.dep in SUBJECTS and c.pos == "PROPN"), None)


def _led_by(word: Word) -> Word | None:
    """Who has somebody with him on the way: "KOWAL flew out with Hora", "KOWAL came, accompanied by Hora"."""
    verb = word.head.head if word.dep == "pobj" else word
    if word.head.lower == "by" and verb.lemma in {"accompany", "join"}:
        verb = verb.head if verb.dep in {"acl", "advcl"} else verb
        return verb if verb.is_noun else next((c for c in verb.children if c.dep in SUBJECTS), None)
    going = word.head.lower in {"with", "alongside"} and verb.lemma in lexicon("travelling")
    return next((c for c in verb.children if c.dep in SUBJECTS), None) if going else None


def _met_by(word: Word, words: frozenset[str]) -> Word | None:
    """Who meets somebody: "KOWAL met Hora", "KOWAL held talks with Hora"; None where nobody does."""
    verb = word.head
    if word.dep == "pobj" and verb.lower in {"against", "at", "on", "with"}:
        verb = verb.head
        verb = verb.head if verb.is_noun and verb.lemma in words and verb.dep == "dobj" else verb
    elif word.dep != "dobj":
        return None
    noun = any(c.dep == "dobj" and c.lemma in words for c in verb.children)
    if not verb.is_verb or not (noun or verb.lemma in words):
        return None
    return next((c for c in verb.children if c.dep in SUBJECTS), None)
