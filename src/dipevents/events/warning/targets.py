"""Whom a warning is aimed at: where the words do not tell, the sentence or the article does.

warned OSLO; a note to OSLO said it must …       whom it addresses
said OSLO must go; if OSLO attacked              who is to act, or what is waited for
accused OSLO of spying and demanded an apology   whom the same sentence deals with
the strike on Oslo                               who suffers, or is named at all

Where nothing of this tells it, `opposed` looks for the other side of the story.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.warning.asides import doers_above, is_on_occasion, is_told_aside, is_told_of, is_wronged
from dipevents.events.warning.beside import (
    OWN,
    acts_along,
    answering,
    confided_to,
    dealt_with,
    harmed,
    is_compared,
    is_page,
    listens,
    named_beside,
    others_of,
    people_of,
    serves_here,
    spoken_of,
    struck,
    visited,
)
from dipevents.events.warning.bounds import is_only_when
from dipevents.events.warning.issuers import at_home, each, unlisted
from dipevents.events.warning.lexicon import is_of, lexicon, singular
from dipevents.events.warning.opposed import ANYBODY, LOCATIVE, is_after_talks, is_public, settled, sided
from dipevents.events.warning.outcomes import harms_jointly
from dipevents.events.warning.serving import acts_for
from dipevents.events.warning.tasks import is_infinitive
from dipevents.mentions.gazetteer import is_called, place
from dipevents.mentions.words import lexicon as actor_words
from dipevents.models.actor import Actor, ActorKind
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import clause, is_negated, with_conjuncts
from dipevents.reading.grammar import first_of, is_to

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.warning.content import Content
    from dipevents.events.warning.triggers import Trigger
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["target_of"]

WEAK = 1
"""The first rank at which a word of the content tells the target less surely than whom the sentence deals with."""
_NATIONAL = 2
"""The rank of a state's adjective or name before a noun."""
_CONCEDING = frozenset({"although", "though", "whereas"})
_CONDITIONS = frozenset({"if", "unless", "until", "should", "once"})
_PEOPLE = ("man", "woman", "ist", "ian", "dweller", "keeper", "worker", "owner")
_ARMED = frozenset({"army", "military", "navy", "police"})
_EITHER = frozenset({"either", "whatever", "whichever"})
_JUDGES = frozenset({"court", "tribunal"})
_ASIDE = {
    WarningKind.DEMAND: frozenset({"about", "against", "into", "of", "on", "over"}),
    WarningKind.CAUTION: frozenset({"into", "of", "on", "to", "within"}),
}
"""Behind which prepositions a word of the content is not whom a warning of a kind is aimed at."""
_HEARING = frozenset({"United Nations", "UN", "U.N."})
_SENDING = frozenset({"deploy", "despatch", "dispatch", "mass", "mobilise", "mobilize", "move", "order", "send"})
_TOLD = frozenset({ActorKind.PERSON, ActorKind.STATE})
_FELT = frozenset({WarningKind.CONCERN, WarningKind.THREAT})


def target_of(
    mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor], kind: WarningKind
) -> tuple[Actor, ...]:
    """Whom the warning addresses; else who would have to act or suffer by its words; else whom its sentence names.

    Returns:
        Each once, in text order; empty where nobody is meant or it cannot be told.
    """
    kind = trigger.kind if trigger.kind is WarningKind.DEMAND else kind  # "demanded that OSLO leave or face war"
    found = harmed(mentions, trigger, content, issuers) if kind is WarningKind.THREAT else ()
    found = found or _addressed(mentions, trigger, content, issuers)
    found = found or _told(mentions, trigger, content, issuers, kind)
    if not found and kind is WarningKind.CONCERN:
        found = confided_to(mentions, trigger, issuers)
    if not found and kind is WarningKind.DEMAND:
        found = visited(mentions, trigger, issuers) or answering(mentions, trigger, issuers)
    if not found and not trigger.lexical:
        found = others_of(mentions, doers_above(trigger.word), issuers)
    if not found:
        found = spoken_of(mentions, trigger, issuers)
    if not found and kind in _FELT:
        found = struck(mentions, content, issuers) or named_beside(mentions, trigger, content, issuers)
    found = tuple(a for a in found if a.name.lower() not in ANYBODY and a.name.lower().split()[0] not in _EITHER)
    return settled(mentions, trigger, sided(mentions, trigger, found, issuers), issuers) if found else ()


def _addressed(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> tuple[Actor, ...]:
    met = trigger.addressees if trigger.lexical else [w for w in trigger.addressees if not listens(w)]
    found = tuple(a for a in others_of(mentions, met, issuers) if not is_page(mentions, a))
    if not met and trigger.word.lemma == "tell" and not trigger.clause.passive:  # "Oslo TOLD LIMA", not "the Post"
        found = tuple(a for a in others_of(mentions, trigger.clause.objects, issuers) if a.kind in _TOLD and a.country)
    others = [w for w in met if is_of(w, "powers") and any(c.lower == "other" for c in w.children)]
    found = (*found, *(a for w in others if found and not mentions.actors.who(w) for a in unlisted(mentions, w)))
    if not found and trigger.lexical and not is_public(issuers):  # "Turkish farmers urged ANKARA to pay"
        found = tuple(a for w in trigger.addressees if w.pos == "PROPN" for a in mentions.actors.at(w))
    if found or (trigger.word.is_verb and not trigger.lexical):
        return found or _hearers(mentions, trigger, content, issuers)
    tasked = is_infinitive(trigger.clause)
    bodies = (lexicon("frames", "corporate", "public") if tasked else frozenset()) | lexicon("asked", "rivals")
    return tuple(
        a
        for w in trigger.addressees
        if w.pos == "NOUN"
        for a in each(mentions, w, unlisted(mentions, w))
        if (a.kind is not ActorKind.ORGANIZATION or w.lemma in bodies) and not is_page(mentions, a)
    )


def _hearers(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> tuple[Actor, ...]:
    """Who is told something that nobody else is to do: "told THE ENVOY that the raids must stop"; not "told MPs"."""
    alone = len(issuers) == 1 and issuers[0].kind is ActorKind.PERSON  # "he told the MEN THEY had a week"
    below = content.head.children if content.head is not None else ()
    acting = [c for c in below if c.dep == "nsubj" and not (alone and c.lower == "they")]
    acting += [c for w in acting for c in w.children if c.dep == "poss"]  # "told the envoy that CHAD'S test"
    if not trigger.clause.complements or any(others_of(mentions, [w], issuers, named=True) for w in acting):
        return ()
    found = others_of(mentions, [w for w in trigger.clause.objects if not listens(w)], issuers)
    return tuple(a for a in found if a.name not in _HEARING and not is_called(a.name, "news"))


def _told(
    mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor], kind: WarningKind
) -> tuple[Actor, ...]:
    """Who would have to act, or suffer, by the words; before whom they only mention, whom the sentence deals with."""
    aimed = kind is WarningKind.THREAT  # "threatened RUIZ'S arrest"
    said = [w for w in (*_terms(trigger, content), *content.words) if not (is_compared(w) or (aimed and is_wronged(w)))]
    words = [w for w in said if not _is_sufferer(w) or (aimed and w.pos != "PRON" and not _is_awaited(w))]
    words = [w for w in words if not aimed or not acts_along(mentions, w, issuers)]
    words = [w for w in words if not (aimed and w.head is content.head and serves_here(mentions, w, issuers))]
    ranked = [(rank, word.i, word) for word in words if (rank := _rank(mentions, word, kind)) is not None]
    inside, weighed = {w.i for w in content.words}, False
    if aimed:
        ranked = [(3 if is_told_aside(word, inside) else rank, i, word) for rank, i, word in ranked]
    for rank, _, word in sorted(ranked, key=lambda item: item[:2]):
        # "accused Oslo of spying on Lima and said IT must stop"
        unsure = rank >= WEAK or word.lower == "it" or (word.pos == "PRON" and word.head.dep == "advcl")
        if unsure and not weighed:
            weighed = True
            if dealt := dealt_with(mentions, trigger, content, issuers):
                return dealt
        # "U.S. AND BRITISH planes", "arrests in PERU AND CHILE"
        joined = with_conjuncts([word]) if rank <= _NATIONAL or word.head.lower == "in" else [word]
        found = others_of(mentions, joined, issuers, named=rank > 0)
        if found and rank == _NATIONAL:
            found = people_of(mentions, word.head, found)
        ours = word.head.dep == "agent" and kind in {WarningKind.CAUTION, WarningKind.THREAT}  # "searched BY OUR MEN"
        if not found and rank == -1 and kind is WarningKind.THREAT and place(word.text) is not None:
            found = unlisted(mentions, word)  # "would quit if EUROPE restored UN sanctions"
        ours = ours or (rank == -1 and word.lemma in lexicon("frames", "unofficial"))  # "if OUR FIRMS are kept out"
        found = tuple(a for a in found if not (ours and any(at_home(a, i) for i in issuers)))
        # "unless THE GOVERNMENT reopened talks" is aimed at it, be it the speaker's own
        found = tuple(a for a in found if not (_is_part(mentions, a) or (rank >= 0 and _is_at_home(a, issuers, kind))))
        found = tuple(a for a in found if not (aimed and acts_for(word, a, issuers)))
        told = is_of(word, "wrongdoers") if aimed else kind is WarningKind.DEMAND and _is_bearer(word, content)
        if not found and told:  # not "HIS BOMBERS would fly there"
            found = tuple(a for a in unlisted(mentions, word) if not (aimed and _is_part(mentions, a)))
        if found:
            return found
    return () if weighed else dealt_with(mentions, trigger, content, issuers)


def _terms(trigger: Trigger, content: Content) -> list[Word]:
    """Whom a phrase beside what is said tells: "threatened to strike unless LIMA paid", "alarm at arrests BY LIMA"."""
    inside = {w.i for w in content.words}
    told = trigger.word.head if trigger.word.dep in {"dobj", "pobj"} else trigger.word
    tops = dict.fromkeys(w for w in (trigger.word, content.head, told) if w is not None)
    clauses = [c for top in tops for c in top.children if c.dep == "advcl" and c.i not in inside]
    bound = [c for c in clauses if any(m.lower in _CONDITIONS for m in c.children)]
    voice = trigger.word.head
    done = clause(voice).oblique("by") if trigger.word.dep == "dobj" and content.words else ()
    # "A Peruvian SHIP which Oslo had threatened to sink"
    acts = [c for c in trigger.word.children if c.dep == "xcomp"] if trigger.kind is WarningKind.THREAT else []
    hit = [w for act in acts for w in clause(act).objects if w is trigger.word.head]
    hit += [c for w in hit for c in w.children if c.dep in {"amod", "compound", "poss"}]
    return [*hit, *(w for c in bound for w in c.children if w.dep in {"nsubj", "nsubjpass"}), *done]


def _is_bearer(word: Word, content: Content) -> bool:
    """Whether public people whom no list of actors knows are to do what is demanded: "called for MINISTERS to act"."""
    people = word.lemma in lexicon("frames", "public") or (word.tag == "NNS" and word.lemma.endswith(_PEOPLE))
    men = word.lemma == "man" and any(c.lower in OWN for c in word.children)  # "said HIS MEN would not disarm"
    return word.head is content.head and word.dep == "nsubj" and people and not men


def _is_part(mentions: Mentions, actor: Actor) -> bool:
    """Whether a nameless body belongs to who is spoken of: "said HIS TROOPS would stay"; not "its neighbour"."""
    words = actor.name.lower().split()
    if words[0] not in OWN or actor.name in mentions.actors.names:
        return False
    return singular(words[-1]) not in actor_words("opposites") | lexicon("frames", "folk")


def _is_at_home(actor: Actor, issuers: Sequence[Actor], kind: WarningKind) -> bool:
    """Whether who threatens for a state names its own government or troops, or a court: "said THE ARMY would act"."""
    if kind is WarningKind.THREAT and not _JUDGES.isdisjoint(actor.name.lower().split()):
        return True
    if not is_public(issuers) or not any(actor.country in {None, i.country} for i in issuers):
        return False
    noun = actor.name.lower().split(" of ")[0].split()[-1]
    armed = actor.country is not None and singular(noun) in lexicon("content", "forces")
    if kind is WarningKind.CAUTION:
        return armed or noun in _ARMED  # "warned that the ARMY would be called in"
    body = actor.kind is ActorKind.ORGANIZATION and noun in lexicon("frames", "national", "organs")
    ours = body and any("minister" in (i.role or "").lower() for i in issuers)  # "said THE GOVERNMENT had other means"
    return (kind is WarningKind.THREAT and (armed or body)) or (kind is WarningKind.DEMAND and ours)


@cache
def _undone() -> frozenset[str]:
    """The lemmas of what is demanded to be done to somebody, or to what he has: "the camp must be CLOSED"."""
    return lexicon("content", "enforce", "harm_done")


def _rank(mentions: Mentions, word: Word, kind: WarningKind) -> int | None:
    """How likely a word of the content is the target: those who act, then those concerned, then any, then places."""
    word, demand = first_of(word), kind is WarningKind.DEMAND
    if word.dep == "npadvmod" and is_of(word.head, "making"):
        return 0  # "a NORWEGIAN-imposed peace"
    if word.dep in {"amod", "compound", "nmod"}:
        return _rank_modifier(mentions, word)
    act = word.pos == "NOUN" and word.lemma in lexicon("content", "vowed_acts")  # "vowed to open a second FRONT"
    if act or not word.is_noun or (kind is WarningKind.THREAT and (_is_force(word) or is_told_of(word))):
        return None
    if word.dep in {"nsubj", "nsubjpass"} and word.head.dep == "advcl" and kind is not WarningKind.CONCERN:
        marks = {c.lower for c in word.head.children if c.dep in {"mark", "advmod", "aux"}}
        if marks & _CONCEDING:
            return None  # "would sell them, even though MANY doubt it"
        bound = bool(marks & _CONDITIONS) or word.head.head.lower == "long" or is_only_when(word.head)
        if bound and word.dep == "nsubjpass" and word.lemma not in lexicon("frames", "national"):
            # "unless THE MEN were freed", "would act if CHAD were attacked": by somebody else
            return None if word.pos == "PRON" or kind is WarningKind.THREAT else 3
        # "would defend Taiwan if CHINA attacked"; but "Lima would lose its aid if IT did" is Lima
        return -1 if bound and word.pos != "PRON" else 3 if demand and _is_put(word) else 0
    if word.dep == "poss":
        if _is_led(mentions, word.head):
            return None  # "PERU'S neighbours", "RUIZ'S Peru"
        # "fears for ITS future", "will defend ITS borders" are mostly one's own
        return None if word.pos == "PRON" and not demand and word.head.dep != "nsubj" else 0
    if word.dep in {"nsubj", "nsubjpass"}:
        return _rank_subject(word, demand=demand)
    if kind is WarningKind.THREAT and word.dep == "dobj":
        bound = word.head.dep == "advcl" and any(c.lower in _CONDITIONS for c in word.head.children)
        planned = word.head.dep == "acl" and word.head.head.is_noun and is_to(word.head)  # "plans to send TROOPS"
        return 3 if bound or planned else 0
    if word.dep == "pobj":
        return _rank_behind(mentions, word, kind)
    return 3 if demand or kind is WarningKind.THREAT else None


def _rank_modifier(mentions: Mentions, word: Word) -> int | None:
    """The rank of a name before a noun: "CHADIAN boats", not "the LIMA accord"."""
    states = [a for a in mentions.actors.at(word) if a.kind is ActorKind.STATE]
    if states and word.head.pos == "PROPN" and mentions.actors.at(word.head) == (*states,):
        return None  # "the UNITED States": told by the last word of the name
    matter = word.head.lemma in lexicon("content", "citizens")
    matter = matter or (word.tag == "NNP" and is_of(word.head, "matters") and word.i == word.head.i - 1)
    if _is_judging(word.head) or matter or _is_capital(mentions, word):
        return None  # "EU NATIONALS" are not the EU, "the LIMA accord" is not Lima's
    return _NATIONAL if word.text[:1].isupper() and word.pos in {"ADJ", "PROPN"} else None


def _is_force(word: Word) -> bool:
    """Whether one's own men are told to strike: "said THE TROOPS would hunt them down", "ready to send TROOPS"."""
    sent = word.dep == "dobj" and word.head.lemma in _SENDING and word.lemma in lexicon("content", "forces")
    ready = (t for c in word.head.children if c.lower in lexicon("content", "poised") for t in c.children)
    return sent or (word.dep == "nsubj" and any(map(_strikes, (word.head, *(t for t in ready if t.dep == "xcomp")))))


def _rank_subject(word: Word, *, demand: bool) -> int | None:
    """The rank of who is to do something, or to whom it is to be done."""
    aside = word.head.dep in {"advcl", "relcl"} and word.head.head.lemma != "time"
    aside = aside or word.head.lemma == "want"  # "HE wants the regime to go"
    aside = aside or (demand and _is_put(word))
    empty = word.lower == "it" and any(c.lemma == "time" for c in word.head.children)  # "IT is time for OSLO to go"
    return 3 if aside or empty else 0


def _is_put(word: Word) -> bool:
    """Whether something is to be done with it by somebody else: "a FORCE to be sent"; not "the MEN to be jailed"."""
    return word.dep == "nsubjpass" and word.head.lemma not in _undone()


def _is_led(mentions: Mentions, owned: Word) -> bool:
    """Whether what somebody has is an actor with its own will: a state, or others of its kind."""
    if singular(owned.lower) in actor_words("opposites"):
        return True
    willed = {ActorKind.GROUP, ActorKind.STATE}  # "CAMBODIA'S Khmer Rouge"
    return owned.pos == "PROPN" and any(a.kind in willed for a in mentions.actors.at(owned))


def _strikes(verb: Word) -> bool:
    """Whether a verb is the harm that its subject is to do."""
    harm = verb.lemma in lexicon("content", "harm") - lexicon("content", "suffer") or harms_jointly(verb)
    acts = clause(verb).objects if is_of(verb, "waging") else ()  # "RESUME its ATTACKS"
    harm = harm or any(w.lemma in lexicon("content", "hostile_acts") for w in acts)
    return harm and verb.dep not in {"advcl", "relcl"} and not is_negated(verb)


def _rank_behind(mentions: Mentions, word: Word, kind: WarningKind) -> int | None:
    """The rank of a noun behind a preposition: "sanctions AGAINST OSLO" are demanded of somebody else."""
    behind = word.head.lower
    if is_after_talks(word) or _is_judging(word) or is_on_occasion(word):
        return None
    if behind == "between" and kind in {WarningKind.CAUTION, WarningKind.DEMAND}:
        return 1  # "a war between OSLO AND LIMA"
    if behind in {"from", "to"} and kind is WarningKind.DEMAND and _moves(word.head.head, behind):
        return None
    if behind in LOCATIVE and is_of(word.head.head, "conversing"):
        return None  # "would walk out of TALKS IN GENEVA"
    if behind in LOCATIVE:
        act = word.head.head  # "the release of a writer HELD IN Chad", "LIVING IN Chad"
        held = act.tag == "VBN" or (act.tag == "VBG" and act.dep == "acl")
        return 4 if held or kind is not WarningKind.DEMAND else None
    if word.head.dep == "agent" or (behind == "by" and word.lower != "force"):
        return 0
    written = is_of(word.head.head, "texts") or word.head.head.lemma in lexicon("frames", "documents")
    if (behind == "on" and written) or (behind in {"on", "to"} and is_of(word.head.head, "turning")):
        return None  # "cut aid over a law ON FOREIGN AGENTS", "would turn TO LIMA for its oil"
    if behind == "of" and word.head.head.lemma in lexicon("content", "bonds") and _is_capital(mentions, word):
        return None  # "a breach of the Treaty OF PARIS"
    if kind is WarningKind.THREAT and behind in {"on", "against"}:
        return None if _is_answered(word.head.head) else 0  # "would answer any strike ON OSLO"
    if behind in _ASIDE.get(kind, ()) or (behind == "to" and _is_capital(mentions, word)):
        return None
    return 1


def _moves(word: Word, behind: str) -> bool:
    """Whether somebody is to go from a place, or pass to somebody: "the WITHDRAWAL FROM Lima", "be HANDED TO Lima"."""
    noun = word.head.head if word.dep == "pobj" and word.head.lower == "of" else word
    return any(is_of(w, "moving_out" if behind == "from" else "handed") for w in (noun, word))


def _is_judging(word: Word) -> bool:
    """Whether somebody is to be brought before it: "would haul Lima BEFORE THE COURT"."""
    return word.dep == "pobj" and word.head.lower == "before"


def _is_answered(act: Word) -> bool:
    """Whether an act is what a threat answers: "would answer any STRIKE on Oslo", "a STRIKE will not be forgotten"."""
    if not act.is_noun:
        return False
    does = act.head if act.dep in {"nsubj", "nsubjpass"} else None
    if does is not None and (is_negated(does) or is_of(does, "drawing")):
        return True
    if does is not None and any(o.lemma in lexicon("content", "outcome") for o in clause(does).objects):
        return True  # "an ATTACK on Oslo would have grave consequences"
    return any(is_of(up, "answering") for up in act.ancestors())


def _is_awaited(word: Word) -> bool:
    """Whether it is somebody whose release is waited for: "would strike unless RUIZ was freed"."""
    word = word.head if word.dep == "compound" else word
    bound = any(c.lower in _CONDITIONS for c in word.head.children)
    return bound and word.dep == "nsubjpass" and word.head.lemma in lexicon("content", "freed")


def _is_sufferer(word: Word) -> bool:
    """Whether it is for whose sake something is asked or feared: "OSLO'S release", "must let THE BOATS in"."""
    for dep in ("conj", "amod", "appos", "compound", "nmod"):  # "the bombing of the U.S. AND FRENCH embassies"
        word = word.head if word.dep == dep else word
    if word.dep == "pobj" and word.head.lower == "including" and word.head.head.is_noun:
        word = word.head.head  # "the release of two men, INCLUDING RUIZ"
    if is_of(word.head, "allowing"):
        return word.dep in {"dative", "dobj"}
    if word.head.dep == "ccomp" and is_of(word.head.head, "allowing"):
        return word.dep == "nsubj"
    if word.dep == "nsubjpass" and word.head.lemma in lexicon("content", "freed"):
        return True
    noun = word.head if word.dep == "poss" else word.head.head if word.head.lower == "of" else None
    if noun is None or noun.lemma not in lexicon("content", "suffered", *(("ills",) if word.dep == "pobj" else ())):
        return False  # "the bombing OF THE EMBASSY"
    return word.dep == "pobj" or all(c.lower != "of" for c in noun.children)  # "RUSSIA'S arrest of Ruiz" is Russia's


def _is_capital(mentions: Mentions, word: Word) -> bool:
    """Whether a word names a capital, which may be a mere place, not the state itself, or is what "anti-" stands by."""
    if word.sentence.text[: word.start - word.sentence.start].lower().endswith("anti-"):
        return True
    states = (a for a in mentions.actors.at(word) if a.kind is ActorKind.STATE)
    return word.pos == "PROPN" and any(not mentions.actors.lists(a) for a in states)
