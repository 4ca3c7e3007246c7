"""Who voices a warning, where the table of actors alone does not tell.

the report urges …            a document, for its author
we call on …                  an article that is a statement, for who signs it
three shipowners threaten …   somebody whom no list of nouns knows: whoever warns is somebody
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.warning.lexicon import is_of, lexicon, singular
from dipevents.events.warning.names import names_beside
from dipevents.mentions.attributions import Speakers
from dipevents.mentions.gazetteer import find_names, group
from dipevents.mentions.words import is_sided_with
from dipevents.models.actor import Actor, ActorKind, countries_of
from dipevents.models.evidence import Evidence
from dipevents.reading.clauses import antecedent, clause, fillers, is_passive, phrase, with_conjuncts
from dipevents.reading.grammar import own_subjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dipevents.mentions.attributions import Attribution
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = [
    "CONGRESS",
    "actors_of",
    "are_powers",
    "are_rivals",
    "at_home",
    "each",
    "homes_of",
    "is_abstract",
    "is_known",
    "is_local",
    "is_of_press",
    "is_same",
    "is_told_by_own",
    "only_watch",
    "quoting",
    "reporters_above",
    "shares_passive",
    "sources_of",
    "speaker_of",
    "unlisted",
    "with_countries",
]

CONGRESS = frozenset({"congressional"})
BACK = 8
"""Sentences before a document in which its author is looked for."""
_COUNTS = frozenset({"dozens", "four", "hundreds", "one", "scores", "tens", "thousands", "three", "two"})
_ABSTRACT = ("tion", "sion", "ness", "ity", "ance", "ence", "ure", "ism", "ship", "ing", "age", "al")
_HUMAN = ("er", "or", "ist", "ian", "man", "woman", "ent", "ant", "crat", "ee", "ite")


def actors_of(mentions: Mentions, words: Iterable[Word]) -> tuple[Actor, ...]:
    """Who is meant by the words, each once, in text order."""
    found: list[Actor] = []
    speakers = _speakers(mentions)
    for word in (_body_of(mentions, _counted(w)) for w in words):
        meant = _congress(mentions) if word.lower in CONGRESS else speakers.of(word)
        if states := _states_of(mentions, word):
            found.extend(a for a in states if a not in found)
            continue
        beside = names_beside(word) if len(meant) < 2 else []
        for name in beside:
            named = [a for a in speakers.named(name) if a.kind is not ActorKind.STATE]
            called = is_of(name.head, "calling") or is_of(name.head.head, "calling")
            if name.head is not word and not called:
                person = name.dep == "appos"
                named = [a for a in named if (a.kind is ActorKind.PERSON) is person]
                if not named:
                    continue
            unknown = meant and meant[0].name not in mentions.actors.names
            unknown = unknown and (called or meant[0].kind is not ActorKind.ORGANIZATION)
            if not named and unknown and len(name.text) > 1:
                role = word.text if called else meant[0].role  # "a GROUP called Black Hand" is one
                named = [replace(meant[0], name=a.name, role=role) for a in unlisted(mentions, name)]
            meant = tuple(named[:1]) or meant
        meant = each(mentions, word, with_countries(mentions, word, meant))
        found.extend([a for a in dict.fromkeys(meant) if a not in found])
    return tuple(found)


def _congress(mentions: Mentions) -> tuple[Actor, ...]:
    """Whose "CONGRESSIONAL concern" is: the one congress that news never names by its state, or that state."""
    states = [a for a in mentions.actors.actors if a.country == "USA"]
    body = next((a for a in states if a.name.split()[-1] == "Congress"), None)
    return (body,) if body is not None else tuple(a for a in states if a.kind is ActorKind.STATE)[:1]


def _states_of(mentions: Mentions, word: Word) -> list[Actor]:
    """The states that a noun in the plural is told to be: "members SAUDI ARABIA and OMAN", "nine including OMAN"."""
    below = [*word.children, *(p for c in word.children if c.lower == "including" for p in c.children)]
    named = (c for c in below if c.dep in {"appos", "pobj"} and c.pos == "PROPN") if word.tag == "NNS" else ()
    told = [a for c in named for w in with_conjuncts([c]) for a in mentions.actors.at(w)]
    return told if len(told) > 1 and all(a.kind is ActorKind.STATE for a in told) else []


def each(mentions: Mentions, word: Word, meant: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Who is meant, the nameless people of several states once for each: "US and PERUVIAN officials"."""
    bands = {ActorKind.GROUP, ActorKind.ORGANIZATION}
    if len(meant) != 1 or meant[0].kind not in bands or meant[0].name in mentions.actors.names:
        return meant
    return tuple(replace(meant[0], country=state) for state in mentions.actors.states_of(word)) or meant


def _counted(word: Word) -> Word:
    """Of whom somebody is one, or who so many are: "one of the MINISTERS", "thousands of MINERS"."""
    of = fillers(c for c in word.children if c.lower == "of")
    return of[0] if of and word.lower in _COUNTS else word


def _body_of(mentions: Mentions, word: Word) -> Word:
    """The body of states whose members are meant: "members of the COUNCIL"."""
    of = fillers(c for c in word.children if c.lower == "of") if word.lower == "members" else ()
    return next((w for w in of if any(a.kind is ActorKind.IGO for a in mentions.actors.at(w))), word)


def only_watch(issuers: Sequence[Actor]) -> bool:
    """Whether who speaks foresees and demands nothing: "DIPLOMATS", "observers"."""
    return any(singular(i.name.lower().split()[-1]) in lexicon("asked", "watchers") for i in issuers)


def with_countries(mentions: Mentions, word: Word, meant: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Somebody without a name and a state belongs to that of the body beside: "a PENTAGON official"."""
    others = word.lemma in lexicon("frames", "peers") and any(c.dep == "poss" for c in word.children)  # "OSLO'S allies"
    if len(meant) != 1 or meant[0].country is not None or word.pos != "NOUN" or others:
        return meant
    kin = (c for c in word.children if c.dep in {"compound", "nmod", "amod", "poss"})
    beside = [c for c in kin if not is_sided_with(c.sentence.words, c.i)]
    if any(a.kind is ActorKind.IGO for c in beside for a in mentions.actors.at(c)):
        return meant  # "the UN mission in CHAD"
    beside += fillers(c for c in word.children if c.lower in {"of", "from", "in"})
    if is_of(word, "serving"):  # "an AIDE TO President Ruiz"
        beside += fillers(c for c in word.children if c.lower in {"for", "to"})
    beside += fillers(c for p in beside for c in p.children if c.lower == "in")  # "men of villages in CHAD"
    beside += [c for p in beside for c in p.children if c.dep in {"compound", "amod", "poss"}]
    states = (a.country for w in beside for a in mentions.actors.at(w) if a.country)
    country = next(states, None) or next(filter(None, (mentions.actors.country_of(w) for w in beside)), None)
    return (replace(meant[0], country=country),) if country else meant


def _speakers(mentions: Mentions) -> Speakers:
    """Who a source is, by the name beside a role ("the campaign group Ledgerwatch"); built once an article."""
    found = mentions.shared.get(Speakers)
    if not isinstance(found, Speakers):
        found = mentions.shared[Speakers] = Speakers(mentions.actors)
    return found


def speaker_of(mentions: Mentions, words: Iterable[Word], attribution: Attribution | None = None) -> tuple[Actor, ...]:
    """Who voices it: the words, the speakers of the attribution, or the author of a document."""
    words = [antecedent(w) or w for w in words]
    found = actors_of(mentions, words) or (attribution.speakers if attribution is not None else ())
    if found:
        return found
    if any(w.lower in {"we", "i"} for w in words):
        return _signatory(mentions)
    for word in map(_counted, words):
        written = word.lemma in lexicon("frames", "documents")
        if found := _authors(mentions, word) if written else unlisted(mentions, word):
            return found if written else with_countries(mentions, word, found)
    return ()


def at_home(actor: Actor, issuer: Actor) -> bool:
    """Whether somebody is of an issuer's state; of rebels none is known where it is only guessed."""
    return actor.country is not None and actor.country in homes_of([issuer])


def are_rivals(actor: Actor, issuer: Actor) -> bool:
    """Whether somebody does not speak for a party at home: "Holt said THE GREENS would wreck the farms"."""
    known = group(actor.name)
    party = known is not None and known.category == "party"
    return party or (actor.kind is issuer.kind is ActorKind.PERSON and issuer.partisan and not actor.partisan)


def homes_of(issuers: Iterable[Actor]) -> frozenset[str]:
    """The states of issuers, but those that are guessed of rebels."""
    known = (i for i in issuers if not (i.country_guessed and i.kind is ActorKind.GROUP))
    return countries_of(known)


def is_same(actor: Actor, issuer: Actor) -> bool:
    """Whether an actor is an issuer, be it that only one of them has been told of a state: "A SPOKESMAN said HE".

    A state is itself under the name of its capital too.
    """
    if actor.kind is ActorKind.STATE is issuer.kind and actor.country is not None:
        return actor.country == issuer.country
    return actor == issuer or (actor.kind is issuer.kind and actor.name.lower() == issuer.name.lower())


def quoting(mentions: Mentions, word: Word) -> tuple[Actor, ...]:
    """Who is quoted with a word: "“it worries us,” ANA RUIZ said"."""
    return next((a.speakers for a in mentions.said_at(word) if a.kind != "indirect"), ())


def sources_of(mentions: Mentions, args: Clause) -> tuple[Actor, ...]:
    """The source of a passive: "are threatened with an offensive FROM TURKEY", "was told IN BAKU that"."""
    if not args.passive:
        return ()
    if args.trigger.lemma == "summon":
        return _hosts(mentions, args.trigger)
    if shares_passive(args.trigger):
        return _hosts(mentions, args.trigger.head)
    hauled = (c for w in args.objects for c in w.children if c.dep == "acl" and is_of(c, "summoning") and is_passive(c))
    for summons in hauled:  # "the envoy, CALLED IN by Oslo, was told that"
        return _hosts(mentions, summons)
    capitals = tuple(a for a in actors_of(mentions, args.oblique("in")) if a.kind is ActorKind.STATE)
    if args.trigger.lemma in {"tell", "warn"} and capitals:
        return capitals
    below = fillers(c for w in args.oblique("with") for c in w.children if c.lower in {"from", "by"})
    return actors_of(mentions, [*args.oblique("from"), *with_conjuncts(below)]) or _summoners(mentions, args)


def _summoners(mentions: Mentions, args: Clause) -> tuple[Actor, ...]:
    """Who has called in somebody who is told something: "Oslo summoned the envoy. HE WAS TOLD that"."""
    verb, told = args.trigger, args.objects
    if verb.lemma not in {"inform", "remind", "tell", "warn"} or not verb.sentence.i or len(told) != 1:
        return ()
    for summons in (w for w in mentions.sentences[verb.sentence.i - 1].words if is_of(w, "summoning") and w.is_verb):
        whom = clause(summons).objects or clause(summons).oblique("in")  # "called in THE ENVOY", as it may be read
        called = [a for w in whom for a in mentions.actors.who(w)]
        same = told[0].lower in {"he", "she"} or any(a in called for a in mentions.actors.who(told[0]))
        if called and same and (summons.lemma != "call" or any(c.lower == "in" for c in summons.children)):
            return _hosts(mentions, summons)
    return ()


def reporters_above(mentions: Mentions, verb: Word) -> tuple[Actor, ...]:
    """Who reports what a verb is joined to: "said the town slept and CALLED on its council to wake"."""
    own = any(c.dep in {"nsubj", "nsubjpass"} for c in verb.children)
    up = verb.head
    joint = verb.tag == "VBN" == up.tag and bool(own_subjects(up)) and any(c.lower == "had" for c in up.children)
    if own or verb.dep != "conj" or not (joint or verb.tag in {"VBD", "VBZ", "VBP"}):
        return ()  # "said the talks HAD FAILED and THREATENED to go"
    if up.dep == "acl" and up.head.dep == "dobj":  # "shared the view that it was time and CALLED on Lima"
        return speaker_of(mentions, clause(up.head.head).subjects)
    for _ in range(5):  # also into what is told there: "said it was troubled by reports that Lima slept and CALLED on"
        if up.dep == "ccomp" and up.head.is_verb and (found := speaker_of(mentions, clause(up.head).subjects)):
            return found
        up = up.head
    return ()


def is_told_by_own(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether who reports what a verb is joined to is of the same state: "said HER COUNTRY slept and CALLED on"."""
    tellers = reporters_above(mentions, verb) if issuers and verb.dep == "conj" else ()
    told = homes_of(a for a in tellers if a.kind is ActorKind.PERSON)  # no radio that reports it
    owned = (i.name.lower().partition(" ")[0] in {"her", "his", "its", "their"} for i in issuers)
    return bool(told) and (all(owned) or all(i.kind is ActorKind.STATE and i.country in told for i in issuers))


def _authors(mentions: Mentions, document: Word) -> tuple[Actor, ...]:
    """Who wrote a document: its owner, here or where it was mentioned before ("the report": "a report by the UN")."""
    for i in range(document.sentence.i, max(-1, document.sentence.i - BACK - 1), -1):
        for word in mentions.sentences[i].words:
            if word.lemma != document.lemma or not word.is_noun or (i == document.sentence.i and word is not document):
                continue
            if found := _owner(mentions, word):
                return found
    return ()


def _owner(mentions: Mentions, document: Word) -> tuple[Actor, ...]:
    args = clause(document)
    verb = document.head
    shared = shares_passive(verb) or (verb.lemma == "hand" and verb.dep == "conj" and is_passive(verb.head))
    if document.dep == "dobj" and (shared or is_passive(verb)):
        return _hosts(mentions, verb.head if shared else verb)
    joint = any(c.lower == "joint" for c in document.children)  # "a JOINT statement by Oslo and Lima"
    if document.dep == "dobj" and document.lemma != "plan" and not (args.subjects or args.oblique("by", "from")):
        # "filed a resolution urging the Senate", but who draws up a PLAN calling for cuts asks nobody for them
        filed = actors_of(mentions, clause(verb).subjects)
        return filed if joint else filed[:1]
    if made := [c for c in document.children if c.dep == "acl" and is_passive(c) and not is_of(c, "relaying")]:
        signed = [w for c in made for w in clause(c).subjects]  # "a letter SIGNED BY nine mayors"
        if found := actors_of(mentions, signed) or tuple(a for w in signed for a in unlisted(mentions, w)):
            return found
    authors = actors_of(mentions, args.subjects) or actors_of(mentions, args.oblique("by", "from", "of"))
    if not authors and document.lemma in {"article", "column", "commentary", "editorial"}:
        authors = actors_of(mentions, args.oblique("in"))  # "an EDITORIAL in the Oslo Post"
    return authors if joint else authors[:1]


def _hosts(mentions: Mentions, summons: Word) -> tuple[Actor, ...]:
    """Who calls somebody in: "called TO THE MINISTRY and handed a note", "summoned BY OSLO and told"."""
    hosts = actors_of(mentions, (*clause(summons).subjects, *clause(summons).oblique("to", "at", "in", "into")))
    return tuple(a for a in hosts if a.kind in {ActorKind.ORGANIZATION, ActorKind.STATE})[:1]


def shares_passive(verb: Word) -> bool:
    """Whether a participle shares the passive of the verb before: "was accused of it and URGED to stop"."""
    if verb.dep != "conj" or not is_passive(verb.head):
        return False
    # without an object, "urged to stop" is what was done to somebody, however it is tagged
    bare = verb.lemma in lexicon("frames", "transitive") and any(c.dep == "xcomp" for c in verb.children)
    if verb.tag != "VBN" and not (verb.tag == "VBD" and bare and all(c.dep != "dobj" for c in verb.children)):
        return False
    return not any(c.dep in {"nsubj", "nsubjpass", "aux", "auxpass", "agent"} for c in verb.children)


def _signatory(mentions: Mentions) -> tuple[Actor, ...]:
    """Who speaks in an article that is a statement itself: whose it is by its title or first sentences."""
    for sentence in mentions.sentences[:3]:
        for word in sentence.words:
            press = any(c.lower in {"media", "news", "press"} for c in word.children)  # "PRESS RELEASE"
            written = word.is_noun and word.lemma in lexicon("frames", "documents") and not press
            if written and (found := _owner(mentions, word)):
                return found
    return ()


def is_known(mentions: Mentions, actor: Actor) -> bool:
    """Whether somebody is named, or of a known state, or public by the noun ("governments")."""
    if actor.country or actor.name in mentions.actors.names:
        return True
    return singular(actor.name.lower().split()[-1]) in lexicon("frames", "public")


def are_powers(words: Sequence[str]) -> bool:
    """Whether words in lower case mean states by their might: "the nuclear POWERS"."""
    return words[-1] == "powers" and not lexicon("frames", "powerful").isdisjoint(words[:-1])


def _is_thing(word: Word) -> bool:
    """Whether a noun means no body of people: by the list of things, or by an ending ("disclosure", "violation")."""
    if are_powers([*(c.lower for c in word.children), word.lower]):
        return False
    if word.lemma in lexicon("frames", "things") or word.lemma in lexicon("content", "ills", "drifting", "markets"):
        return True
    return word.pos == "NOUN" and is_abstract(word.lemma)


def is_abstract(noun: str) -> bool:
    """Whether a noun has an ending of abstract ones, and is no body: "RESPONSIBILITY", not "delegation"."""
    return noun.endswith(_ABSTRACT) and noun not in lexicon("frames", "corporate", "public")


def _name_end(word: Word) -> int:
    """Where a name ends, with what belongs to it: "the Convention FOR SOCIAL JUSTICE"."""
    words = word.sentence.words
    after = words[word.i + 1] if word.i + 1 < len(words) and word.text[:1].isupper() else word
    of = after.lower in {"for", "of"} and after.head is word
    inner = next((p for p in after.children if p.pos == "PROPN"), None) if of else None
    return phrase(inner, skip=("appos", "relcl", "acl", "punct"))[1].end if inner is not None else word.end


def unlisted(mentions: Mentions, word: Word) -> tuple[Actor, ...]:
    """Somebody whom no list of nouns knows, by the phrase; things and thoughts are nobody."""
    if word.pos not in {"NOUN", "PROPN"} or _is_thing(word):
        return ()
    whose = next((c for c in word.children if c.lower == "whose"), None)
    if whose is not None and word.lemma in {"country", "government", "nation"}:  # "Holt, WHOSE COUNTRY has threatened"
        homes = {a.country for a in mentions.actors.at(antecedent(whose) or whose)}
        return tuple(a for a in mentions.actors.actors if a.kind is ActorKind.STATE and a.country in homes)[:1]
    plural = word.tag in {"NNS", "NNPS"}
    first, _ = phrase(word, skip=("prep", "relcl", "acl", "appos", "conj", "cc", "punct"))
    if first.lower in {"the", "a", "an"} and first.i < word.i:
        first = word.sentence.words[first.i + 1]
    text = mentions.article.text
    human = word.pos == "NOUN" and word.lemma.endswith(_HUMAN)
    kind = ActorKind.GROUP if plural else ActorKind.PERSON if human else ActorKind.ORGANIZATION
    end = _name_end(word)
    mention = Evidence.of(text, first.start, end)
    name = " ".join(text[first.start : end].split())
    owners = (antecedent(c) or c for c in word.children if c.dep == "poss")
    owned = (a.country for o in owners for a in mentions.actors.at(o))  # "Poland, WHOSE minister"
    country = mentions.actors.country_of(word) or next(owned, None)
    return (Actor(name=name, kind=kind, country=country, mentions=(mention,)),)


def is_local(issuer: Actor) -> bool:
    """Whether somebody speaks for a part of a state, who may well speak to the state: "TEXAS warned Washington"."""
    return issuer.kind is not ActorKind.STATE and any(hit.kind == "place" for hit in find_names(issuer.name))


def is_of_press(word: Word) -> bool:
    """Whether a name only tells whose paper it is: "a SEOUL daily"."""
    behind = word.sentence.words[word.i + 1 : word.i + 2]  # "daily" may be read as an adverb
    return any(w.lower in lexicon("frames", "media") for w in behind)
