"""The other side of a story: whom a warning is aimed at where it answers, or complains of, what that side did.

Oslo shot it down. Lima vowed to STRIKE BACK / demanded AN APOLOGY / was alarmed at THE ATTACK
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dipevents.events.warning.issuers import at_home, is_of_press
from dipevents.events.warning.lexicon import is_of, lexicon, singular
from dipevents.mentions.gazetteer import is_called
from dipevents.models.actor import Actor, ActorKind, countries_of
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import clause, is_passive
from dipevents.reading.grammar import first_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.events.warning.content import Content
    from dipevents.events.warning.triggers import Trigger
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = [
    "ANYBODY",
    "LOCATIVE",
    "is_after_talks",
    "is_backer",
    "is_other",
    "is_public",
    "opposed_to",
    "other_side",
    "partner_in",
    "settled",
    "sided",
]

_STEM = 4
"""The letters that a verb and its noun share at least: "CLOSed … the CLOSure"."""
_NESTED = 4
"""Words between a name and the noun that it stands with: "LITHUANIAN Foreign Minister Budrys"."""
BACK = 4
"""Sentences in which the other side of a story is looked for."""
STANDS_OUT = 3
"""The other side of a story is named twice or alone, and about a third as often as the state that speaks."""
ALIKE = (3, 4)
"""How often the second of two states at odds is named at least, of what the first is."""
LOCATIVE = frozenset({"in", "at", "near", "around", "off", "inside", "outside", "across", "between", "than", "since"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "such", "its", "their"})
_BARE = frozenset({"that", "these", "this", "those"})
_KNOWN = frozenset({"the", "these", "those", "their"})
_HAVING = frozenset({"her", "his", "its", "our", "their"})
_FOREIGN = frozenset({"foreign", "ambassador", "envoy", "attache", "attaché", "embassy", "state", "diplomat"})
_REVILED = frozenset({"junta", "regime"})
_RULERS = frozenset({"coup", "coupist", "putschist", "ruler"})
_LABOUR = frozenset({"labor", "labour", "trade", "trades", "union", "unions", "workers"})
_TAKING_UP = frozenset({"this", "that", "it", "these", "he", "she", "they"})
ANYBODY = frozenset({"those", "anyone", "anybody", "whoever", "everyone", "everybody", "nobody", "who"})


def opposed_to(
    mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor], kind: WarningKind
) -> tuple[Actor, ...]:
    """The other side, where an act of it is answered, complained of or to be undone; empty where none stands out."""
    spoken = trigger.attribution is not None and trigger.attribution.kind == "direct"
    if any(_is_anybody(w) for w in content.words):
        return ()
    if kind is WarningKind.CAUTION and not (spoken and {"such", "this"} & {w.lower for w in content.words[:2]}):
        return ()
    if kind is WarningKind.THREAT and not any(i.country for i in issuers):
        return ()
    owed = content.head is not None and content.head.lemma in lexicon("content", "owed")
    answers = kind is WarningKind.THREAT and is_public(issuers) and not _has_aim(mentions, content)
    answers = answers or trigger.word.lemma in lexicon("verbs", "answer")
    told = _points_back(content) or (spoken and kind is not WarningKind.CAUTION and _is_spoken_to(content))
    if not (owed or answers or told):
        return ()
    best = _doer_of(mentions, trigger, content, issuers) or other_side(mentions, issuers, trigger, nearest=owed)
    return (best,) if best is not None else ()


def _doer_of(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> Actor | None:
    """Who did what a noun takes up: "the aide said OSLO had OPENED the gates. Lima was alarmed at the REOPENING"."""
    act = _act_of(content)
    if act is None or act.pos != "NOUN":
        return None
    for i in range(trigger.sentence.i, max(-1, trigger.sentence.i - BACK - 1), -1):
        for verb in mentions.sentences[i].words:
            if verb.is_verb and verb.start < trigger.word.start and _is_named_after(act, verb):
                does = clause(verb).oblique("by") if is_passive(verb) else clause(verb).subjects
                found = [a for w in does for a in mentions.actors.who(w) if a.country and is_other(a, issuers)]
                if found:
                    return found[0]
    return None


def _is_named_after(act: Word, verb: Word) -> bool:
    """Whether a noun is of a verb: "the SHELLING", "the LAUNCH", "the REOPENING", "the CLOSURE" of what it closed."""
    stem = verb.lemma.removesuffix("e")
    return len(stem) >= _STEM and act.lower.startswith((stem, f"re{stem}"))


def sided(
    mentions: Mentions, trigger: Trigger, targets: tuple[Actor, ...], issuers: Sequence[Actor]
) -> tuple[Actor, ...]:
    """The targets, "its NEIGHBOUR" as the other side of the story, and "200 SOLDIERS" as those of that side."""
    named = mentions.actors.names
    words = {t: t.name.lower().split() for t in targets if t.name not in named}
    rivals = {t for t, said in words.items() if said[0] in _HAVING and said[-1] in lexicon("asked", "rivals")}
    known = {t for t in words if any(m.start < trigger.sentence.start for m in t.mentions)}
    known |= {t for t, said in words.items() if said[0] in _KNOWN or len(said) == 1}
    ends = {t: words[t][-1] for t in known if t.country is None and words[t][-1].endswith("s")}
    armed = {t for t, end in ends.items() if singular(end) in lexicon("content", "forces")}
    if not (rivals or armed) or (other := other_side(mentions, issuers, trigger)) is None:
        return targets
    return tuple(other if t in rivals else replace(t, country=other.country) if t in armed else t for t in targets)


def settled(
    mentions: Mentions, trigger: Trigger, targets: tuple[Actor, ...], issuers: Sequence[Actor]
) -> tuple[Actor, ...]:
    """The targets, bodies of a state without its name ("the GOVERNMENT") with the state that they are of.

    That is the issuers' own, but what a foreign office speaks of stands on the other side.
    """
    named = mentions.actors.names
    ours = any(_is_of_parliament(f"{i.name} {i.role}") for i in issuers)  # "a SENATOR called on the government"
    ours = ours or (bool(issuers) and all(i.country and _is_of_home(i) for i in issuers))
    known = (t for t in targets if t.country is None or (ours and t.country_guessed))
    bare = [t for t in known if t.name not in named and _is_national(t.name.lower())]
    if not bare:
        return targets
    homes = countries_of(issuers)
    home = next(iter(homes)) if len(homes) == 1 else None
    reviled = any(t.name.lower().split()[-1] in _REVILED for t in bare)  # "until THE JUNTA frees them"
    if (
        not homes
        or reviled
        or any(i.kind is ActorKind.STATE or _FOREIGN & set(f"{i.name} {i.role}".lower().split()) for i in issuers)
    ):
        other = other_side(mentions, issuers, trigger)
        told = other.country if other is not None else _acted_in(mentions, trigger, issuers)
        home = told or (_ruled(mentions) if reviled else home)
    return tuple(replace(t, country=home) if t in bare else t for t in targets)


def _is_of_home(issuer: Actor) -> bool:
    """Whether somebody speaks to the government of his own state: a party, a union, rebels."""
    return issuer.partisan or issuer.kind is ActorKind.GROUP or "union" in issuer.name.lower().split()


def _ruled(mentions: Mentions) -> str | None:
    """The state whose rulers an article tells of by their kind: "CHAD'S junta", "PERU'S military rulers"."""
    nouns = (w for s in mentions.sentences for w in s.words_among(_REVILED | _RULERS) if w.is_noun)
    return next((code for w in nouns if (code := mentions.actors.country_of(w)) is not None), None)


def _acted_in(mentions: Mentions, trigger: Trigger, issuers: Sequence[Actor]) -> str | None:
    """The foreign state where something is to be done: "threatened to send troops TO CHAD unless the junta left"."""
    behind = trigger.sentence.words[trigger.word.i + 1 :]
    places = (w for w in behind if w.dep == "pobj" and w.head.lower in {*LOCATIVE, "against", "into", "to"})
    return next((a.country for w in places for a in mentions.actors.at(w) if is_other(a, issuers)), None)


def _is_of_parliament(role: str) -> bool:
    """Whether somebody sits in a parliament, so that "the government" is that of his own state."""
    return not lexicon("asked", "parliamentary").isdisjoint(role.lower().split())


def _is_national(name: str) -> bool:
    return name in lexicon("frames", "national_people") or name.split()[-1] in lexicon("frames", "national")


def other_side(
    mentions: Mentions, issuers: Sequence[Actor], trigger: Trigger, *, nearest: bool = False
) -> Actor | None:
    """The foreign state that the sentences before are about, or who is named last there (`nearest`), or None."""
    near: dict[str, Actor] = {}
    did: str | None = None
    met = _partners(mentions, trigger)
    for word in _words_before(mentions, trigger, issuers, met):
        for actor in mentions.actors.at(word):
            if actor.country and is_other(actor, issuers):
                did = did or (actor.country if word.dep == "nsubj" and word.head.dep == "ROOT" else None)
                near.setdefault(actor.country, actor)
        if near and nearest:
            return next(iter(near.values()))
    named, end = _Named.of(mentions), trigger.sentence.end
    told = {c: named.times(c, end) - named.times_in(c, met) for c in near if c in named.states}
    best = max(told, key=lambda c: told[c], default=None)
    own = sum(named.times(c, end) for c in {i.country for i in issuers})
    if best is not None and told[best] < 2 and len(near) > 1:
        best = did if did in told else None
    if best is None or (told[best] + 1) * STANDS_OUT < own:
        return None
    if any(n * ALIKE[1] >= told[best] * ALIKE[0] and n >= 2 * own for c, n in told.items() if c != best):
        return None  # two others are at odds: who looks on may mean either
    state = near[best]
    return state if state.kind is ActorKind.STATE and mentions.actors.lists(state) else named.states[best]


def _partners(mentions: Mentions, trigger: Trigger) -> list[Word]:
    """Those with whom somebody talks in the sentences before a warning, or in its own."""
    near = mentions.sentences[max(0, trigger.sentence.i - BACK) : trigger.sentence.i + 1]
    met = dict.fromkeys(partner_in(w) for sentence in near for w in sentence.words)
    return [w for w in met if w is not None and not _is_addressed(w, trigger)]


def _words_before(
    mentions: Mentions, trigger: Trigger, issuers: Sequence[Actor], met: Sequence[Word]
) -> Iterator[Word]:
    """The words before a warning that may name who it is about, the nearest first."""
    own = trigger.clause.subjects  # "CHAD'S rebel leader, Ole Dahl, vowed"
    for sentence in reversed(mentions.sentences[max(0, trigger.sentence.i - BACK) : trigger.sentence.i + 1]):
        for word in reversed(sentence.words):
            placed = is_of_press(word) or (word.dep == "pobj" and word.head.lower in LOCATIVE | {"from"})
            if placed or word.start >= trigger.word.start or not (word.is_noun or word.dep in {"amod", "poss"}):
                continue
            if any(word.is_under(subject) for subject in own):
                continue
            beside = is_backer(mentions, word, issuers) or _is_seconded(word)
            if not (beside or _is_hit(word) or partner_in(word) in met):
                yield word
        if sentence.text[: sentence.body - sentence.start].rstrip()[-1:] == ":":
            return  # "OSLO: …", an item of a round-up


def _is_seconded(word: Word) -> bool:
    """Whether somebody makes its view his own: "Oslo shared LIMA'S concern"."""
    return word.dep == "poss" and word.head.dep == "dobj" and is_of(word.head.head, "seconding")


def _is_hit(word: Word) -> bool:
    """Whether it is who suffers an act: "its attack ON OSLO", "invaded OSLO"."""
    if word.dep == "dobj" and word.head.lemma in lexicon("content", "onslaught"):
        return True
    on = word.dep == "pobj" and word.head.lower in {"against", "on", "upon"}
    return on and word.head.head.lemma in lexicon("content", "hostile_acts", "ills")


def partner_in(word: Word) -> Word | None:
    """The one of two who talk, if a word is of his name: "after a call WITH LIMA", "OSLO spoke WITH LIMA"."""
    up = word
    for _ in range(_NESTED):
        if up.dep not in {"amod", "appos", "compound", "conj", "nmod", "poss"} or not up.head.is_noun:
            break
        up = up.head
    if up.dep == "nsubj":
        talks, beside = up.head, any(c.lower == "with" for c in up.head.children)
        return up if beside and talks.is_verb and is_of(talks, "conversing") else None
    beside = up.dep == "pobj" and up.head.lower in {"alongside", "beside"}
    linked = up.dep == "pobj" and up.head.lower == "with"
    return up if beside or (linked and is_of(up.head.head, "conversing")) else None


def is_after_talks(word: Word) -> bool:
    """Whether a word names a partner of talks that are past or to come: "will close it AFTER A CALL with Lima"."""
    talks = word.head.head
    return partner_in(word) is not None and talks.dep == "pobj" and talks.head.lower in {"after", "before", "following"}


def _is_addressed(partner: Word, trigger: Trigger) -> bool:
    """Whether the warning itself is spoken to a partner: "IN A CALL with Lavrov, he said the raids must stop"."""
    talks = partner.head.head
    during = talks.dep == "pobj" and talks.head.lower in {"at", "during", "in"}
    return during and partner.sentence is trigger.sentence and not is_of(talks, "joint")


@dataclass(frozen=True, slots=True)
class _Named:
    """The states of an article and where they or their people are named, by code; worked out once an article."""

    states: dict[str, Actor]
    starts: dict[str, list[int]]

    @staticmethod
    def of(mentions: Mentions) -> _Named:
        found = mentions.shared.get(_Named)
        if not isinstance(found, _Named):
            states = {a.country: a for a in mentions.actors.actors if a.country and a.kind is ActorKind.STATE}
            starts: dict[str, list[int]] = {}
            for actor in mentions.actors.actors:
                if actor.country and not is_called(actor.name, "news"):
                    starts.setdefault(actor.country, []).extend(m.start for m in actor.mentions)
            found = mentions.shared[_Named] = _Named(states, {c: sorted(at) for c, at in starts.items()})
        return found

    def times(self, country: str | None, end: int) -> int:
        """How often a state is named before a place in the text."""
        return bisect_left(self.starts.get(country or "", ()), end)

    def times_in(self, country: str, nouns: Sequence[Word]) -> int:
        """How often a state is named in the phrases of nouns."""
        inside = {w.start for noun in nouns for w in noun.subtree()}
        return sum(start in inside for start in self.starts.get(country, ()))


def is_other(actor: Actor, issuers: Sequence[Actor]) -> bool:
    """Whether somebody is of a state that is not an issuer's, and no news agency."""
    foreign = actor.country is not None and not any(at_home(actor, i) for i in issuers)
    return foreign and not is_called(actor.name, "news")


def is_backer(mentions: Mentions, word: Word, issuers: Sequence[Actor]) -> bool:
    """Whether it stands by the issuer: "backed BY IRAN", "IRAN-backed", "a proxy OF IRAN", "whom IRAN arms".

    Who stands by somebody else whom the text names may well be the other side.
    """
    word = first_of(word)
    linked = word.dep == "pobj" and word.head.lower in {"by", "of", "to", "with"}
    near = word.head.head if linked else word.head
    if near.is_noun and is_of(near, "backing"):
        return linked or word.dep in {"amod", "compound", "nmod", "poss"}
    act = near.head if near.dep == "conj" else near  # "who are backed and ARMED by Iran"
    act = act.head if act.dep == "acomp" else act
    beside = act.dep in {"acl", "amod", "appos", "relcl"} and is_of(near, "backed")
    backed = mentions.actors.at(act.head)
    ours = not backed or any(not is_other(a, issuers) for a in backed)
    return beside and ours and (linked or word.dep in {"compound", "dobj", "npadvmod", "nsubj"})


def _has_aim(mentions: Mentions, content: Content) -> bool:
    """Whether a threat says what it is to hit, so that it need not be the other side: "will boycott THE PRODUCT"."""
    acts = lexicon("content", "outcome", "outcome_sure", "hostile_acts", "vowed_acts")
    verbs = [w for w in content.words if w is content.head or (w.head is content.head and w.dep in {"xcomp", "conj"})]
    hit = (c for verb in verbs for c in verb.children if c.dep == "dobj" and c.is_noun)
    aims = [c for c in hit if c.lemma not in acts and c.lemma not in {"action", "measure", "one", "right", "step"}]
    return any(not _is_told_before(mentions, c) for c in aims)


def _is_told_before(mentions: Mentions, noun: Word) -> bool:
    """Whether it is a thing told before: "Chad flew DRONES. … vowed to shoot down THE DRONES"."""
    bare = all(c.dep in {"det", "punct"} for c in noun.children) and any(c.lower in _POINTING for c in noun.children)
    i = noun.sentence.i
    before = (w for s in mentions.sentences[max(0, i - BACK) : i] for w in s.words)
    return bare and any(w.is_noun and w.lemma == noun.lemma for w in before)


def _is_anybody(word: Word) -> bool:
    """Whether it is whoever does something: "ANYONE who lands", "ANY PLANE that came again"."""
    if word.lower in ANYBODY:
        return word.dep not in {"det", "mark"} and word.head.dep != "relcl"
    below = word.children
    anyone = any(c.lower in {"any", "every"} for c in below)
    again = any(c.lower in {"further", "more", "new", "such"} for c in below)  # "any FURTHER raid"
    bid = word.lemma in lexicon("content", "bids") and any(c.dep == "acl" for c in below)  # "any ATTEMPT to land"
    blow = word.lemma in lexicon("content", "hostile_acts") and not again  # "would answer ANY ATTACK"
    return anyone and (blow or bid or any(c.dep == "relcl" for c in below))


def is_public(issuers: Sequence[Actor]) -> bool:
    """Whether a state speaks, or its officer: what a party, a union or a gang threatens is mostly done at home."""
    officer = any(i.country and i.kind is ActorKind.PERSON and not i.partisan for i in issuers)
    organs = lexicon("frames", "organs")
    bodies = ({*i.name.lower().split()} for i in issuers if i.country and i.kind is ActorKind.ORGANIZATION)
    return (
        officer
        or any(i.kind is ActorKind.STATE for i in issuers)
        or any(said & organs and not said & _LABOUR for said in bodies)
    )


def _is_spoken_to(content: Content) -> bool:
    """Whether a quotation bids or addresses somebody: "LEAVE the island", "YOU will pay"."""
    head = content.head
    bid = head is not None and head.tag == "VB" and all(c.dep not in {"aux", "nsubj"} for c in head.children)
    return bid or any(w.lower == "you" for w in content.words)


def _act_of(content: Content) -> Word | None:
    """The noun or pronoun of the act that is warned of: "the LAUNCH", "THIS cannot go on", "release of the SHIP"."""
    head = content.head
    if head is not None and head.is_verb:
        below = [c for c in head.children if c.dep in {"nsubj", "nsubjpass"} or (c.dep == "dobj" and c.lower in _BARE)]
        hung = (p for c in head.children if c.lower in {"about", "at", "by", "over"} for p in c.children)
        own = {"i", "we", *(_TAKING_UP if head.lower in lexicon("adjectives", "concern") else ())}  # "IT was alarmed"
        below = [*(c for c in below if c.lower not in own), *hung]
        head = next(iter(below), head)  # "we will not accept THIS", "we are alarmed at THE DAM"
    if head is None or head.lower in _TAKING_UP:
        return head
    if head.lemma in lexicon("content", "called_for"):
        return next((p for c in head.children if c.lower in {"of", "to"} for p in c.children if p.is_noun), head)
    return None if head.lemma in lexicon("frames", "documents", "no_acts") else head


def _points_back(content: Content) -> bool:
    """Whether what is warned of is an act told before: "the LAUNCH", "THIS cannot go on", "the release of THE SHIP"."""
    head = _act_of(content)
    if head is None or head.lower in _TAKING_UP:
        return head is not None
    if not head.is_noun or head.pos in {"PRON", "PROPN"}:
        return False
    told = any(c.dep in {"relcl", "compound"} or (c.dep == "acl" and c.tag != "VB") for c in head.children)
    below = [w for w in head.subtree() if w is not head]
    told = told or any(w.pos == "PROPN" or (w.dep == "prep" and w.lower not in {"of", "to"}) for w in below)
    return not told and any(c.lower in _POINTING for c in head.children)
