"""What somebody is told beforehand who should do a deed: who it is, is told by the deed alone.

anyone who MEDDLES will find his lorries at the border     a hostile deed, whatever comes of it
the first soldier to land would find HIS BOAT GONE          what becomes of his own
whatever is built there will be KNOCKED DOWN                what is done to it, or to him
one more BATTALION in Oslo will make the next war short     arms, one more of which is too many
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.events.warning.outcomes import harms_jointly
from dipevents.reading.clauses import is_negated, is_passive
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dipevents.reading.sentence import Word

__all__ = ["fates_of", "is_good", "is_sweeping", "meets_with_fire", "strikes_doer"]

_OWN = frozenset({"her", "his", "its", "their"})
_FOUND = frozenset({"find", "get", "see", "watch"})
_WITH = frozenset({"as", "by", "with"})
_SWEEPING = frozenset(
    {"any", "anyone", "anybody", "whoever", "whatever", "every", "those", "all", "further", "another", "next"}
)
_NEITHER = frozenset({"be", "greet", "learn", "meet", "see"})
"""Plain verbs of what may be good or bad."""
_BEFORE = frozenset({"aux", "csubj", "nsubj", "nsubjpass"})
_AGAIN = frozenset({"further", "more", "single"})


def fates_of(verb: Word, subjects: Iterable[Word]) -> Iterator[str]:
    """What the fate signals that is told of somebody by his deed; `verb` is what is to come of it."""
    subjects = list(subjects)
    forces = lexicon("content", "arms", "forces", "hardware")
    if any(s.lemma in forces for s in subjects) and is_of(verb, "met_with") and _is_undone(verb):
        yield "fate"  # "Turkish TROOPS there would be met where they stand"
    for subject in filter(_is_by_deed, subjects):
        deeds = [c for c in _deeds(subject) if not is_negated(c)]
        if any(_is_hostile(d) and not is_passive(d) for d in deeds) and not is_good(verb):
            yield "deed"
        alone = subject.tag not in {"NNS", "NNPS"}
        if _is_undone(verb) or _learns(verb) or (alone and _loses_his_own(verb)):
            yield "fate"
    if any(map(_is_one_too_many, subjects)) and not is_good(verb):
        yield "fate"


def is_sweeping(subject: Word) -> bool:
    """A subject that leaves nobody out: "any crossing", "whoever refuses", "every ship that …"."""
    return (
        subject.lower in _SWEEPING
        or subject.dep in {"csubj", "csubjpass"}
        or any(c.lower in _SWEEPING for c in subject.children)
    )


def _is_by_deed(subject: Word) -> bool:
    """Whether a subject is told by what it does: "ANYONE who meddles", "the FIRST to land", "ANY patrol near it"."""
    first = any(c.lower in {"first", "next"} for c in subject.children)
    return is_sweeping(subject) or subject.lower == "one" or (first and any(map(is_to, subject.children)))


def _deeds(subject: Word) -> list[Word]:
    """The verbs of the deed by which a subject is told."""
    own = [subject] if subject.is_verb else []  # "WHOEVER meddles will"
    own += [c for c in subject.children if c.dep in {"relcl", "acl"} and c.is_verb]
    return own + [c for w in own for c in w.children if c.dep == "conj" and c.is_verb]


def _is_hostile(deed: Word) -> bool:
    if deed.lemma == "set":
        return any(c.lemma == "foot" for c in deed.children)
    harms = deed.lemma in lexicon("content", "harm", "trespass", "hurts", "onslaught")
    return (
        (harms and not is_of(deed, "lawful_deeds"))
        or is_of(deed, "insolence")
        or is_of(deed, "defying")
        or harms_jointly(deed)
    )


def is_good(verb: Word) -> bool:
    """Whether what comes of a deed is good, or plain: "will be WELCOMED", "will find a FRIEND"."""
    if verb.lemma not in _NEITHER and verb.lemma in lexicon("content", "benign", "mild_acts", "procedures"):
        return True
    good = lexicon("content", "good", "blessings", "welcome")
    below = (w for c in verb.children if c.dep not in _BEFORE for w in c.subtree())
    return any(w.lemma in good or is_of(w, "welcoming") for w in below)


def _is_undone(verb: Word) -> bool:
    """Whether somebody is dealt with: "will be KNOCKED DOWN", "will be MET with bullets", "met as pirates ARE MET"."""
    if not is_passive(verb) or is_good(verb):
        return False
    if any(f"{verb.lemma} {c.lower}" in lexicon("asked", "undone") for c in verb.children):
        return True
    as_are = any(c.dep == "advcl" and {"as", "where"} & {m.lower for m in c.children} for c in verb.children)
    return meets_with_fire(verb) or (is_of(verb, "met_with") and as_are)


def meets_with_fire(verb: Word) -> bool:
    """Whether somebody is received as an enemy: "GREET any soldier WITH BULLETS"."""
    ends = [w for c in verb.children if c.lower in _WITH for w in c.subtree()] if is_of(verb, "met_with") else []
    acts = lexicon("content", "hostile_acts")
    return any(w.lemma in acts or is_of(w, "used") or is_of(w, "volleys") for w in ends)


def strikes_doer(verb: Word) -> bool:
    """Whether an act is against whoever does a hostile deed, or hides it in quotes: "to “HARVEST” ANYONE who votes"."""
    doers = [c for c in verb.children if c.dep == "dobj" and _is_by_deed(c) and _deeds(c)]
    before = verb.sentence.words[verb.i - 1].text if verb.i else ""
    hostile = before in {'"', "“"} or any(_is_hostile(d) and not is_passive(d) for w in doers for d in _deeds(w))
    return bool(doers) and hostile and not is_good(verb)


def _learns(verb: Word) -> bool:
    """Whether somebody is to learn by it, or look elsewhere: "will LEARN what war is", "can LOOK ELSEWHERE"."""
    if verb.lemma in {"look", "seek", "shop", "turn"} and not is_good(verb):
        return any(w.lower == "elsewhere" for w in verb.subtree())
    lesson = any(c.dep == "ccomp" or c.lemma in {"lesson", "way"} for c in verb.children)
    return verb.lemma == "learn" and lesson and not is_good(verb)


def _loses_his_own(verb: Word) -> bool:
    """Whether what becomes of somebody's own is told him: "would find HIS BOAT gone", "see HIS PORT fall asleep"."""
    if verb.lemma not in _FOUND or is_negated(verb) or is_good(verb):
        return False
    below = [c for c in verb.children if c.i > verb.i]
    things = [c for w in (verb, *below) for c in w.children if c.dep in {"dobj", "nsubj", "nsubjpass"} and c.i > verb.i]
    own = [w for w in things if any(c.dep == "poss" and c.lower in _OWN for c in w.children)]
    state = any(w.dep in {"nsubj", "nsubjpass"} for w in own) or any(
        c.dep in {"acl", "amod", "oprd", "prep", "advmod"} and c.i > w.i for w in own for c in (*w.children, *below)
    )
    back = any(c.lower == "back" for c in below) and any(c.dep == "dobj" and c.lower in {"it", "them"} for c in below)
    return (bool(own) and state) or back


def _is_one_too_many(subject: Word) -> bool:
    """Whether one more of what is held against somebody is told of: "one MORE foreign BASE", "another DRONE"."""
    near = {c.lower for c in subject.children} | {g.lower for c in subject.children for g in c.children}
    again = ("one" in near and bool(near & _AGAIN)) or "another" in near
    arms = subject.lemma in lexicon("content", "arms", "hardware", "forces", "ills")
    return again and (arms or is_of(subject, "units") or is_of(subject, "posted"))
