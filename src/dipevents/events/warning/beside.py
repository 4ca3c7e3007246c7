"""Whom the sentence of a warning deals with, beside whom it addresses and what it says.

ACCUSED OSLO of spying and demanded an apology   with whom it deals
MET RUIZ to press for a truce                     whom one meets for it
told LIMA of its concern                          to whom one confides
to bomb the airstrip at ABECHE                    the state of the place that is to be hit
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.warning.acts import is_of_issuer
from dipevents.events.warning.asides import is_wronged
from dipevents.events.warning.issuers import (
    at_home,
    each,
    is_abstract,
    is_local,
    is_of_press,
    is_same,
    unlisted,
    with_countries,
)
from dipevents.events.warning.lexicon import is_of, kinds, lexicon, singular
from dipevents.events.warning.opposed import LOCATIVE, is_backer, is_other, is_public, partner_in
from dipevents.events.warning.serving import serves
from dipevents.mentions.gazetteer import country_name, is_ambiguous
from dipevents.mentions.words import lexicon as actor_words
from dipevents.models.actor import Actor, ActorKind, countries_of
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import antecedent, clause, is_passive
from dipevents.reading.grammar import closed_class, first_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dipevents.events.warning.content import Content
    from dipevents.events.warning.triggers import Trigger
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = [
    "OWN",
    "acts_along",
    "answering",
    "confided_to",
    "dealt_with",
    "harmed",
    "is_compared",
    "is_page",
    "listens",
    "named_beside",
    "others_of",
    "people_of",
    "serves_here",
    "spoken_of",
    "struck",
    "visited",
]

_TOWARDS = frozenset({"against", "at", "from", "on", "to", "toward", "towards", "upon", "with"})
OWN = frozenset({"his", "her", "its", "their", "my", "our"})
_SIDES = frozenset({"authority", "junta", "militant", "militia", "rebel", "separatist"})
_ONTO = frozenset({"against", "at", "in", "into", "near", "on", "onto", "towards"})


def dealt_with(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> tuple[Actor, ...]:
    """Whom the sentence says the issuer deals with beside what is said: "ACCUSED OSLO of spying and warned that …"."""
    inside = {w.i for w in content.words}
    for word in trigger.sentence.words:
        if word.i in inside or word is trigger.word:
            continue
        if word.is_verb and word.lemma in _dealing() and not is_passive(word):
            if not _is_shared(mentions, word, issuers):
                continue
            args = clause(word)
            called = args.oblique("in") if word.lemma == "call" else ()  # "called IN the envoy"
            near = (*args.objects, *args.recipients, *args.oblique(*_TOWARDS), *called)
        elif word.is_noun and word.lemma in lexicon("frames", "documents", "notes"):
            sent = (*clause(word).oblique("to", "with", "for"), *_sent_to(word))
            near = tuple(w for w in sent if partner_in(w) is None)
        else:
            continue
        met = [w for w in near if not listens(w)]
        own = {"amod", "compound", "poss"}  # "denounced a U.S. plan"
        met += [c for w in met for c in w.children if c.dep in own and not mentions.actors.who(w)]
        sides = (w for w in met if w.is_noun and w.lemma in _SIDES | lexicon("frames", "national"))
        dealt = others_of(mentions, met, issuers) or tuple(a for w in sides for a in unlisted(mentions, w))
        blamed = word.lemma in closed_class("blaming")  # "accused NATO of taking sides and warned of reprisals"
        igos = [a for a in dealt if blamed and a.kind is ActorKind.IGO and a not in issuers]
        found = igos or [a for a in dealt if is_other(a, issuers) or _is_party(a, issuers)]
        if found:
            return tuple(found)
    return ()


def _sent_to(note: Word) -> Iterator[Word]:
    """To whom a note goes by other words than its own: "a note HANDED TO THE ENVOY", "in a note TO OSLO"."""
    for sent in (c for c in note.children if c.dep == "acl" and is_passive(c)):
        yield from clause(sent).oblique("to")
    if note.dep == "pobj":  # as "to" may be hung
        yield from (w for c in note.head.children if c.lower == "to" and c.i > note.i for w in c.children)


def _is_party(actor: Actor, issuers: Sequence[Actor]) -> bool:
    """Whether it is a side of a quarrel that has no state: "the REBELS", "the junta"; to a party, "the government".

    To rebels, the troops of their own state too: "accused the PHILIPPINE ARMY of a raid and warned of war".
    """
    last = actor.name.lower().split()[-1]
    if actor.kind is not ActorKind.PERSON and _are_outside(issuers):
        armed = singular(last) in lexicon("content", "forces") | {"government", "junta", "police"}
        if armed and not any(is_same(actor, i) for i in issuers):
            return True
    ruling = last == "government" and not is_public(issuers)
    return actor.country is None and (actor.kind is ActorKind.GROUP or ruling or singular(last) in _SIDES)


@cache
def _dealing() -> frozenset[str]:
    """The lemmas of the verbs whose object or addressee is the other side of a quarrel."""
    return lexicon("frames", "dealing") | kinds("verbs").keys() - {"call for"}


def _is_shared(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether the issuer, or somebody unknown, does what a verb of the same sentence tells."""
    does = [a for w in clause(verb).subjects for a in mentions.actors.who(w)]
    homes = countries_of(issuers)
    return not does or any(a in issuers or a.country in homes for a in does)


def confided_to(mentions: Mentions, trigger: Trigger, issuers: Sequence[Actor]) -> tuple[Actor, ...]:
    """To whom a concern is voiced that is about nobody else: "expressed its alarm TO LIMA", "raised it WITH LIMA"."""
    voice = trigger.word.head if trigger.word.dep == "dobj" else trigger.word
    met = (*clause(voice).recipients, *clause(voice).oblique("to", "with"), *trigger.clause.oblique("to"))
    news = trigger.word.head.head if trigger.word.dep == "pobj" else None
    if news is not None and is_passive(news) and news.lemma in _dealing():
        met = (*met, *clause(news).objects)  # "LIMA has been told of Oslo's concern"
    found = others_of(mentions, [w for w in met if not listens(w)], issuers)
    return tuple(a for a in found if is_other(a, issuers))


def visited(mentions: Mentions, trigger: Trigger, issuers: Sequence[Actor]) -> tuple[Actor, ...]:
    """Whom one meets to make a demand: "MET RUIZ to press for a truce", "paid a visit to LIMA, urging restraint"."""
    up = trigger.word
    for _ in range(3):
        if up.head is up or up.dep not in {"advcl", "acl", "dobj", "xcomp"}:
            break
        up = up.head
        args = clause(up)
        met = [*args.objects] if is_of(up, "meeting") else []
        if up.is_verb:
            met += [p for w in args.objects if is_of(w, "meeting") for p in clause(w).oblique("to", "with")]
            met += args.oblique("with") if is_of(up, "meeting") else args.oblique("to") if met else ()
        if found := others_of(mentions, [w for w in met if not listens(w)], issuers):
            return found
    return ()


def answering(mentions: Mentions, trigger: Trigger, issuers: Sequence[Actor]) -> tuple[Actor, ...]:
    """Who acts upon a demand, or does not: "after Oslo demanded action, LIMA freed him", "LIMA TURNED it DOWN"."""
    word, up = trigger.word, trigger.word.head
    after = word.is_verb and word.dep == "advcl" and any(c.lower == "after" for c in word.children)
    spurned = word.dep == "dobj" and up.lemma == "turn" and any(c.lower == "down" for c in up.children)
    return others_of(mentions, clause(up).subjects, issuers) if after or spurned else ()


def spoken_of(mentions: Mentions, trigger: Trigger, issuers: Sequence[Actor]) -> tuple[Actor, ...]:
    """Of whom something is said: "“this must end,” she said OF CHAD'S raids"."""
    topics = trigger.clause.oblique("of") if trigger.word.is_verb and not trigger.lexical else ()
    owners = (c for w in topics for c in w.children if c.dep in {"amod", "compound", "poss"})
    return tuple(a for a in others_of(mentions, (*topics, *owners), issuers) if is_other(a, issuers))


def struck(mentions: Mentions, content: Content, issuers: Sequence[Actor]) -> tuple[Actor, ...]:
    """The state of the place that a threat is to hit: "to bomb the airstrip at ABECHE", "to invade FLANDERS"."""
    homes = {None, *countries_of(issuers)}
    for word in content.words if len(homes) > 1 else ():
        hit = word.dep == "dobj" or (word.dep == "pobj" and word.head.lower in _ONTO)
        hit = hit and not is_wronged(word) and not is_of(word.head.head, "conversing")  # "to quit the TALKS IN Riga"
        place = mentions.actors.place_at(word) if hit and word.pos == "PROPN" else None
        if place is not None and place.country not in homes:
            states = (a for a in mentions.actors.actors if a.kind is ActorKind.STATE and a.country == place.country)
            named = Actor(
                name=country_name(place.country or "") or place.name, kind=ActorKind.STATE, country=place.country
            )
            return (next(states, named),)
    return ()


def harmed(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> tuple[Actor, ...]:
    """Who is to suffer by what another is told: "told Lima that it would bomb OSLO", "would act AGAINST OSLO"."""
    act = content.head
    if trigger.lexical or act is None or not act.is_verb or not (trigger.clause.objects or trigger.clause.passive):
        return ()
    found = clause(act)
    hit = [*(found.objects if act.lemma in lexicon("content", "harm") else ()), *found.oblique("against")]
    hit += [w for acts in found.objects for w in clause(acts).oblique("against")]
    hit += [c for w in hit for c in w.children if c.dep in {"amod", "compound", "poss"}]  # "IRAN's plants"
    return tuple(a for a in others_of(mentions, hit, issuers) if a.country or a.kind is ActorKind.GROUP)


def named_beside(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> tuple[Actor, ...]:
    """Whom the sentence of a threat or a concern names beside it, if that is one foreign side alone."""
    inside = {w.i for w in content.words}
    homes = countries_of(issuers)
    over = {up.i for up in trigger.word.ancestors()}
    others: list[Actor] = []
    for word in trigger.sentence.words:
        if word.i > trigger.word.i and word.text == ";":
            break
        if word.i in inside or not word.is_noun or _is_apart(antecedent(word) or word, trigger.word, over):
            continue
        if is_of_press(word) or is_backer(mentions, word, issuers) or partner_in(word) is not None:
            continue
        if any(up.dep == "ccomp" and up.head.dep == "conj" and up.head.i not in over for up in word.ancestors()):
            continue  # "was worried about it but SAID OSLO'S raid was small": told apart
        near = mentions.actors.at(word)
        others.extend([a for a in dict.fromkeys(near) if is_other(a, issuers) and a not in {*others, *issuers}])
    return tuple(others[:1]) if homes and len({a.country for a in others}) == 1 else ()


def _is_apart(word: Word, trigger: Word, over: set[int]) -> bool:
    """Whether a noun is where or with whom something is, or the subject of what is told around (`over`) a warning."""
    word = word.head if word.dep == "compound" else word
    if word.dep == "pobj" and word.head.lower in LOCATIVE | {"from", "with"} and word.head.head is not trigger:
        return True
    for up in (word, *word.ancestors()):
        if up.is_verb:
            return _tells_of_other(up, trigger, over)
        if up.dep in {"nsubj", "nsubjpass"}:
            return up.head.i in over or up.head is trigger  # "CHAD'S rebel leader, Ole Dahl, vowed"
    return False


def _tells_of_other(verb: Word, trigger: Word, over: set[int]) -> bool:
    """Whether a verb tells who somebody is: "to an aide who FLED to Jordan", "Oslo, which sent men to HELP Lima"."""
    for _ in range(3):
        if verb.dep not in {"advcl", "ccomp", "conj", "xcomp"} or not verb.head.is_verb or verb.i in over:
            break
        verb = verb.head
    noun = verb.head
    if verb.dep != "relcl" or verb.i in over:
        return False
    return noun.dep == "pobj" or (noun.dep == "nsubj" and (noun.head.i in over or noun.head is trigger))


def listens(word: Word) -> bool:
    """Whether it is before whom one speaks of others: "told REPORTERS", "the Senate COMMITTEE"."""
    return not lexicon("frames", "audience").isdisjoint((word.lemma, *(c.lemma for c in word.children)))


def others_of(
    mentions: Mentions, words: Iterable[Word], issuers: Sequence[Actor], *, named: bool = False
) -> tuple[Actor, ...]:
    """Who is meant by the words, but for the issuers and their own state; only those with names if `named`."""
    found: list[Actor] = []
    for word in words:
        whom = () if named else each(mentions, word, mentions.actors.who(word))
        meant = mentions.actors.at(word) if named else with_countries(mentions, word, whom)
        meant = tuple(a for a in meant if a.name in mentions.actors.names or not _is_thing(a))
        for actor in meant or (() if named else _region(mentions, word)):
            state = actor.kind is ActorKind.STATE
            # "the rebels threatened to march on OSLO": the government's seat
            seated = _is_seat(mentions, word, actor) or word.dep in {"dobj", "nsubj", "nsubjpass"}
            state = state and not (seated and _are_outside(issuers))
            own = any(
                is_same(actor, i) or serves(i, actor) or (state and at_home(actor, i) and not is_local(i))
                for i in issuers
            )
            own = own or (word.pos == "PRON" and any(_serves(i, actor) for i in issuers))
            if not own and actor not in found:
                found.append(actor)
    return tuple(found)


def _are_outside(issuers: Sequence[Actor]) -> bool:
    """Whether groups alone speak, of no government: rebels, miners."""
    serving = actor_words("officials") | {"authority", "minister", "source"}
    groups = (i.kind is ActorKind.GROUP and singular(i.name.lower().split()[-1]) not in serving for i in issuers)
    return bool(issuers) and all(groups)


def _is_seat(mentions: Mentions, word: Word, actor: Actor) -> bool:
    """Whether a word names a capital that is no mere place: not "riots IN OSLO"."""
    placed = word.dep == "pobj" and word.head.lower in LOCATIVE
    return word.pos == "PROPN" and not placed and not mentions.actors.lists(actor)


def _is_thing(actor: Actor) -> bool:
    """Whether a body without a name is none, but a thing: "alarm at AN ARSENAL", "the full FORCE of the law"."""
    words = actor.name.lower().split()
    return words[-2:] in (["force"], ["full", "force"]) or (
        actor.kind is ActorKind.ORGANIZATION and is_abstract(singular(words[-1]))
    )


def _serves(issuer: Actor, body: Actor) -> bool:
    """Whether somebody speaks for a body: who speaks for it does not call it "they"."""
    held = f" {issuer.affiliation} {issuer.role} "
    return issuer.kind is ActorKind.PERSON and body.kind is not ActorKind.PERSON and f" {body.name} " in held


def _region(mentions: Mentions, word: Word) -> tuple[Actor, ...]:
    """A region that is told to do something: "demanded that CATALONIA call off the vote", no "attack CATALONIA"."""
    does = word.dep == "nsubj" and kinds("verbs").get(word.head.head.lemma) is WarningKind.DEMAND
    told = does or (word.dep != "nsubj" and word.head.lemma in kinds("verbs"))
    named = word.pos == "PROPN" and not is_ambiguous(word.text)
    return unlisted(mentions, word) if told and named and mentions.actors.place_at(word) else ()


def people_of(mentions: Mentions, noun: Word, found: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The body or people of a state where they are named with it: "the conduct of RUSSIAN TROOPS"."""
    people = mentions.actors.described(noun) if noun.pos == "NOUN" and noun.lemma != "side" else None
    return (people,) if people is not None and people.country == found[0].country else found


def acts_along(mentions: Mentions, word: Word, issuers: Sequence[Actor]) -> bool:
    """Whether one is to do harm together with who threatens: "said Oslo AND ITS ALLIES would punish Lima".

    Rebels threaten their own state: "unless CHAD withdrew".
    """
    first = first_of(word)
    joint = first.dep == "nsubj" and (any(c.dep == "conj" for c in first.children) or not _are_outside(issuers))
    states = [a for a in mentions.actors.at(first) if a.kind is ActorKind.STATE] if joint else ()
    return any(at_home(state, issuer) for state in states for issuer in issuers)


def is_compared(word: Word) -> bool:
    """Whether it only tells what something is like: "a quota EQUAL TO LIMA'S", "THE SAME as LIMA", "more THAN LIMA".

    Or whom one does like: "will FOLLOW LIMA and expel the envoys".
    """
    if word.dep == "dobj" and is_of(word.head, "emulating"):
        return True
    for up in (word, *word.ancestors()):
        if up.lower == "than" or any(c.lower == "than" and c.dep == "mark" for c in up.children):
            return True
        if up.is_verb and up.dep != "acl":
            return False
        above = up.head if up.dep == "prep" else up
        alike = any(c.lower in {"as", "same"} and c.i < up.i for c in above.children)  # "as much AS", "the same AS"
        if above is not up and ((up.lower == "to" and is_of(above, "likened")) or (up.lower == "as" and alike)):
            return True
    return False


def is_page(mentions: Mentions, actor: Actor) -> bool:
    """Whether it is where a warning stands: "a warning on ITS WEBSITE"."""
    words = actor.name.lower().split()
    return words[0] in OWN and words[-1] in lexicon("frames", "media") and actor.name not in mentions.actors.names


def serves_here(mentions: Mentions, word: Word, issuers: Sequence[Actor]) -> bool:
    """Whether it is a state's own men who act for it: "POLICE would deal harshly with anyone who marched"."""
    return word.dep == "nsubj" and word.lemma in lexicon("content", "organs") and is_of_issuer(mentions, word, issuers)
