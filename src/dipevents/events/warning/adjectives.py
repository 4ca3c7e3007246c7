"""Concern that an adjective tells.

X is concerned about …; X was alarmed that …        a state, told by the verb "be"
X professed itself alarmed at …; it left X uneasy     a state that somebody avows, or is brought into
Oslo voiced doubt, worried that …                     an adjective that stands by itself
X said the region was worried …                       of somebody unknown, for who says so
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.issuers import actors_of, is_known, reporters_above, speaker_of
from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.events.warning.scope import is_absent
from dipevents.events.warning.triggers import Trigger
from dipevents.models.actor import ActorKind, countries_of
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import auxiliaries, clause, is_negated, is_passive
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.attributions import Attribution
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["find_adjectives"]

_TOPICS = frozenset({"about", "over", "at", "by", "with"})
_EAGER = frozenset({"anxious", "concerned"})
"""States before what somebody only wants: "was ANXIOUS to avoid a war"."""
_SELVES = frozenset({"herself", "himself", "itself", "themselves"})


def find_adjectives(mentions: Mentions, word: Word, attribution: Attribution | None) -> Iterator[Trigger]:
    """The adjective of "is concerned about" and of "the minister, worried that"."""
    args = clause(word)
    about: tuple[Word, ...] = ()
    if (moved := _moved(mentions, word)) is not None:
        yield moved
        return
    state = _state_verb(word)
    if state is not None:
        subjects = clause(state).subjects
        if _is_unfelt(word, state):
            return
        if not args.complements and not args.obliques:
            about = _told(word, state) or _avowed(mentions, word, state, subjects)
    else:
        quoted = tuple(c for c in word.children if c.dep == "nsubjpass")  # "was “TROUBLED” by the raid"
        subjects = quoted if word.pos == "ADJ" and quoted else _bearers(word)
        about = _avowed(mentions, word, word, subjects) if (args.passive or quoted) and not args.obliques else ()
        by = [p for c in word.children if c.dep == "agent" for p in c.children if p.dep == "pobj"]
        about = tuple(by[:1]) or about if about else ()  # "is gravely troubled BY THE RAIDS"
        about = about or (_told(word, word) if quoted else ())
    if not subjects and word.dep == "amod":
        return
    before = word.sentence.words[word.i - 1] if word.i else word
    topical = args.complements or not _TOPICS.isdisjoint(p for p, _ in args.obliques)
    if word.lower == "concerned" and state is None and before.pos == "NOUN" and not topical:
        return  # "the state CONCERNED", "the parties CONCERNED for a settlement": they alone are meant
    if word.lower == "concerned" and {p for p, _ in args.obliques} & (_TOPICS - {"by"}) == {"with"}:
        return  # "has long been concerned WITH the poor"
    aims = (c for w in (word, state or word) for c in w.children if is_to(c))
    if word.lower in _EAGER and any(word.lower == "anxious" or not is_of(c, "perceiving") for c in aims):
        return
    wished = [c for w in (word, state or word) for c in w.children if c.dep == "ccomp" and c.i > word.i]
    if word.lower == "anxious" and wished and not any(map(_may_be, wished)):
        return  # "is ANXIOUS that the talks SHOULD go on"
    issuers = speaker_of(mentions, subjects, attribution)
    told = word if state is None and args.passive else state
    if told is not None and told.dep == "ccomp" and not any(is_known(mentions, a) for a in issuers):
        issuers = actors_of(mentions, clause(told.head).subjects) or issuers  # "Ana Ruiz said the region was worried"
    elif state is not None and not any(is_known(mentions, a) for a in issuers):
        issuers = reporters_above(mentions, state) or issuers  # "said the town was quiet and WAS worried by"
    yield Trigger(word, WarningKind.CONCERN, issuers, (), attribution, about, sentence=word.sentence)


def _may_be(verb: Word) -> bool:
    return any(h.lower in {"could", "may", "might", "will", "would"} for h in auxiliaries(verb))


def _is_unfelt(word: Word, state: Word) -> bool:
    """Whether a state is told as none, or as one that only may or should be."""
    if is_negated(state) or any(c.lower == "enough" for c in word.children):
        return True  # "is NOT particularly concerned", "are worried ENOUGH that they pay"
    if word.lower == "afraid" and not _is_own_fear(state):
        return True  # "the workers are AFRAID that it may shut", "I am AFRAID he is out"
    supposed = any(c.lower == "if" and c.dep == "mark" for c in state.children)
    helpers = {h.lower for h in auxiliaries(state)}
    if supposed or helpers & {"should", "must", "need"} or {"have", "would"} <= helpers:
        return True  # "should have been alarmed", "WOULD HAVE become alarmed" was not, "IF Oslo is alarmed" may not be
    if is_to(state) and state.dep == "xcomp" and state.head.lemma in {"have", "need"}:
        return True  # "they HAVE TO BE concerned"
    if state.dep in {"acl", "relcl"} and is_absent(state.head):
        return True  # "there is NO REASON to be worried"
    return any(c.dep == "xcomp" for c in state.head.children) and state.head.lemma in {"appear", "seem"}


def _is_own_fear(state: Word) -> bool:
    """Whether somebody tells of a fear of his own: "WE are afraid", "said that THEY were afraid"."""
    subjects = {c.lower for c in state.children if c.dep == "nsubj"}
    told = state.dep == "ccomp" and state.tag == "VBD" and state.head.lemma in {"say", "tell"}
    return "we" in subjects or (told and bool(subjects & {"he", "it", "she", "they"}))


def _bearers(word: Word) -> tuple[Word, ...]:
    """Who is in a state that no verb tells: "the minister, WORRIED that"."""
    args = clause(word)
    joined = word.dep == "conj" and is_passive(word.head)  # "was saddened and ALARMED by the raid"
    subjects = clause(word.head).objects if joined else args.objects if args.passive else args.subjects
    opens = word.pos == "ADJ" and word.dep == "advcl" and word.i < word.head.i
    return subjects or (clause(word.head).subjects if opens else ())  # "CONCERNED about it, Oslo called its envoy home"


def _moved(mentions: Mentions, word: Word) -> Trigger | None:
    """The trigger of a state with a bearer of its own: "PROFESSED ITSELF alarmed", "it LEFT OSLO uneasy", or None."""
    verb = word.head
    if not verb.is_verb or word.dep not in {"acl", "acomp", "advcl", "amod", "ccomp", "oprd", "xcomp"}:
        return None
    bearers = tuple(c for w in (word, verb) for c in w.children if c.dep in {"dobj", "nsubj"} and verb.i < c.i < word.i)
    bearers, args = bearers[:1], clause(verb)
    themselves = bool(bearers) and bearers[0].lower in _SELVES
    if not bearers or is_negated(verb) or not is_of(verb, "avowing" if themselves else "moving"):
        return None
    subjects = args.subjects if themselves else bearers
    issuers = speaker_of(mentions, subjects) if themselves else actors_of(mentions, subjects)
    about = _behind(word, word) or (() if themselves else args.subjects[:1])
    if not issuers or not (about or clause(word).obliques or clause(word).complements):
        return None
    return Trigger(word, WarningKind.CONCERN, issuers, (), None, about, sentence=word.sentence)


def _state_verb(word: Word) -> Word | None:
    """The "be" of a state, also where the adjective is taken for part of the clause behind: "is CONCERNED Oslo may"."""
    first = word.head if word.dep == "conj" and word.head.tag in {"JJ", "VBN"} else word
    if first.dep in {"acomp", "attr", "oprd"} and first.head.is_verb:
        return first.head
    before = [w for w in word.sentence.words[max(0, word.i - 3) : word.i] if w.pos != "ADV"]
    return before[-1] if word.dep == "amod" and before and before[-1].lemma == "be" else None


def _avowed(mentions: Mentions, word: Word, state: Word, subjects: Sequence[Word]) -> tuple[Word, ...]:
    """The state itself, where it is stressed of oneself: "we are GRAVELY concerned", "said IT was deeply concerned"."""
    stressed = any(c.lower.endswith("ly") or c.lower == "very" for c in word.children if c.dep == "advmod")
    stressed = stressed and all(c.dep != "prep" for c in (*word.children, *state.children))
    stressed = stressed and not clause(word).complements
    first = state.head if state.dep == "conj" else state  # "said it would stay but WAS deeply concerned"
    tellers = actors_of(mentions, clause(first.head).subjects) if first.dep == "ccomp" else ()
    own = any(w.lower in {"i", "we"} or (tellers and w.lower in {"he", "it", "she", "they"}) for w in subjects)
    homes = countries_of(tellers)  # "the minister said JAPAN was deeply concerned"
    own = own or any(a.kind is ActorKind.STATE and a.country in homes for w in subjects for a in mentions.actors.at(w))
    return (state,) if stressed and own and first.dep in {"ROOT", "ccomp"} else ()


def _told(word: Word, state: Word) -> tuple[Word, ...]:
    """What a state without a topic is about: "are worried, SAYING that …", "was alarmed TO SEE Oslo arming"."""
    behind = [c for c in (*state.children, *word.children) if c.i > word.i]
    found = [c for c in behind if c.dep == "ccomp" or (is_to(c) and is_of(c, "perceiving"))]
    near = (word, state, *(c for c in (*word.children, *state.children) if c.lower in {"sick", "stiff"}))
    found += _behind(word, *near)
    said = (c for c in state.children if c.dep == "advcl" and c.tag == "VBG" and c.i > word.i)
    return tuple(found[:1] or [w for c in said for w in clause(c).complements][:1])


def _behind(word: Word, *near: Word) -> tuple[Word, ...]:
    """What stands behind a preposition of a topic, a clause included: "worried about WHAT IT MEANS"."""
    topics = (c for w in near for c in w.children if c.dep == "prep" and c.lower in _TOPICS and c.i > word.i)
    below = (p for c in topics for p in c.children if p.dep in {"pobj", "pcomp"})
    # "concerned about KEEPING its market" only has an interest in it; not "about SHELLING near the town", "at FINDING"
    return tuple(p for p in below if p.tag != "VBG" or _has_bearer(p) or _is_ill(p))


def _is_ill(gerund: Word) -> bool:
    ills = lexicon("content", "losses", "ills")
    return is_of(gerund, "perceiving") or not ills.isdisjoint((gerund.lemma, gerund.lower))


def _has_bearer(gerund: Word) -> bool:
    return any(c.dep in {"nsubj", "nsubjpass", "poss"} for c in gerund.children)
