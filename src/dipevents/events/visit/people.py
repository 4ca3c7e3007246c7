"""Who travels: from the words of a frame to actors, and which of them can be on an official visit.

the French ministers, Kim and Lee      the persons rather than their nouns
Kim flew to Prague                     a surname that the parser took for a common noun, by the fuller name elsewhere
a delegation of French lawmakers       unnamed, with the state of those it is made of
French President Kim … in Prague       Kim's state is told; without such words it is guessed, and vetoes nothing
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from dipevents.events.merge import union
from dipevents.events.visit.frames import Frame, Kind, is_of_sport, visit_words
from dipevents.events.visit.nameless import of_capital, of_chamber, of_nation, of_teller, team_before
from dipevents.events.visit.public import OFFICIAL, bears_office, is_public, note_public
from dipevents.events.visit.subjects import is_who, leaders_told
from dipevents.events.visit.unofficial import is_unofficial
from dipevents.lexicon import read_words
from dipevents.mentions.attributions import AttributionKind
from dipevents.mentions.gazetteer import body, find_names, is_called
from dipevents.mentions.words import lexicon
from dipevents.models.actor import Actor, ActorKind
from dipevents.reading.clauses import appositions, clause, fillers, with_conjuncts
from dipevents.reading.grammar import first_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Sentence, Word

__all__ = [
    "AT_HOME",
    "identify",
    "is_at_post",
    "is_at_seat",
    "is_of_nowhere",
    "is_private",
    "is_resident",
    "known_home",
    "led_by",
    "of_many",
    "of_sender",
    "official",
    "speaks_for_igo",
]

AT_HOME = frozenset({Kind.STAY, Kind.SPEAK, Kind.RECEIVE, Kind.ATTEND, Kind.MEET, Kind.MEETING})
"""Frames in which an ambassador is no visitor."""
OPENING = frozenset("\"'“‘«„`")
"""Marks that a quotation begins with."""
SHORT = 3
"""Letters of a word that is no surname by itself."""


def identify(mentions: Mentions, word: Word) -> tuple[Actor, ...]:
    """The actors of a word: named, named in apposition ("the ministers, Kim and Lee"), or of an official noun."""
    if word.lower in visit_words("people", "parts") and not mentions.actors.at(word):  # "one of his senior aides"
        whole = fillers(c for c in word.children if c.dep == "prep" and c.lower == "of")
        if whole and whole[0].lemma in visit_words("people", "bearers"):
            return identify(mentions, whole[0])
    official = word.lemma in visit_words("people", "bearers")
    within = fillers(c for c in word.children if official and c.dep == "prep")
    stray = (a for p in within for a in appositions(p))  # "the envoy for Libya, KIM"
    first = first_of(word) if word.pos == "NOUN" else word  # "Kim, an envoy and HEAD of the team"
    told = first.dep == "appos" and first.head.is_noun and (official or word.pos == "PROPN")  # no "step", no "move"
    beside = [*appositions(word), *stray, *([first.head] if told else [])]
    beside = [w for w in beside if not w.lower.endswith("self")]  # "Kim HIMSELF"
    persons = union(
        tuple(a for w in with_conjuncts(beside) for a in mentions.actors.at(w) if a.kind is ActorKind.PERSON)
    )
    if persons and official:
        return persons
    named = of_nation(mentions, word) or mentions.actors.at(word)
    if named and not (persons and (is_who(word) or all(a.kind is ActorKind.STATE for a in named))):
        return named
    found = persons or named or _of_surname(mentions, word)
    if not found and word.lemma == "member":
        return of_chamber(mentions, word)
    if found or not (official or word.pos == "PRON"):
        return found
    known = team_before(mentions, word) or mentions.actors.who(word) or of_capital(mentions, word)
    return union(*(_of_states(mentions, word, of_teller(mentions, word, actor)) for actor in known))


class _Surnames(dict[str, tuple[Actor, ...]]):
    """The persons of an article by the last word of their names."""


def _of_surname(mentions: Mentions, word: Word) -> tuple[Actor, ...]:
    """The one person with that surname: the parser takes a name at the head of a sentence for any noun."""
    if not word.text[:1].isupper() or not word.is_noun or len(word.text) <= SHORT:
        return ()
    first = word.i
    while first > 1 and word.sentence.words[first - 1].text == "-":  # Maeda-Ruiz
        first -= 2
    base = word.sentence.start
    name = word.sentence.text[word.sentence.words[first].start - base : word.end - base]
    table = mentions.shared.get(_Surnames)
    if not isinstance(table, _Surnames):
        table = _Surnames()
        for actor in mentions.actors.actors:
            if actor.kind is ActorKind.PERSON and " " in actor.name:
                last = actor.name.split()[-1]
                table[last] = (*table.get(last, ()), actor)
        mentions.shared[_Surnames] = table
    found = table.get(name, ())
    return found if len(found) == 1 else ()


def _of_states(mentions: Mentions, word: Word, actor: Actor) -> tuple[Actor, ...]:
    """An unnamed party with the state of those it is made of, "a delegation of FRENCH lawmakers"; several of a plural.

    "The ministers of Peru and Chile" are a party of each, and so are THEIR MINISTERS, whom both send.
    """
    if mentions.actors.lists(actor):
        return (actor,)
    owners = [c for c in word.children if c.dep in {"amod", "nmod", "poss", "compound"}]
    owners += fillers(c for c in word.children if c.dep == "prep" and c.lower in {"of", "from"})
    if any(c.dep == "amod" and mentions.actors.country_of(c) for c in owners):
        owners = [w for w in owners if w.lower != "their"]  # "their RUSSIAN colleagues"
    codes = dict.fromkeys(code for w in with_conjuncts(owners) if (code := mentions.actors.country_of(w)))
    if not codes:  # "officers from TEXAS"
        places = (mentions.actors.place_at(w) for w in owners)
        codes = dict.fromkeys(place.country for place in places if place is not None and place.country)
    meant = (a for w in owners if w.lower == "their" for a in mentions.actors.who(w))
    codes |= {a.country: None for a in meant if a.country and a.kind is ActorKind.STATE}
    if len(codes) > 1 and word.tag in {"NNS", "NNPS"}:
        return tuple(replace(actor, country=code) for code in codes)
    return (actor if actor.country or not codes else replace(actor, country=next(iter(codes))),)


def official(mentions: Mentions, frame: Frame, words: Iterable[Word]) -> tuple[Actor, ...]:
    """Those of the words that can be on a visit."""
    found: list[Actor] = []
    sender = _sender(mentions, frame)
    lone = not frame.untold and frame.occasion is None and frame.kind is not Kind.SEND
    for word in words:
        if is_unofficial(word, frame):
            continue
        common = word.pos != "PROPN" or not word.i  # "Minister Price" is no price
        told = tuple(
            of_sender(actor, None if lone and mentions.actors.lists(actor) else sender)
            for actor in identify(mentions, word)
        )
        if common and (
            word.lemma in visit_words("people", "others") or word.lemma in visit_words("metaphors", "subjects")
        ):
            told = tuple(a for a in told if word.text[:1].isupper() and a.name.endswith(f" {word.text}"))
        for actor in told:
            if word.pos == "PRON" and not (
                _is_official_noun(mentions, actor) and not _is_own_speech(mentions, word, actor)
            ):
                continue
            opens = frame.trigger.lower in {"in", "at", "here"} and frame.kind is Kind.SPEAK
            if opens and known_home(actor) is None and not speaks_for_igo(mentions, actor):
                continue  # "In Prague, Foreign Minister Kim said": he may be at home there
            others = word.lower in {"we", "us"} or _only_told(frame.trigger)
            if (others and _speaks_for_others(actor)) or (word.lower == "i" and actor.kind is not ActorKind.PERSON):
                continue  # "“WE are going there,” the SPOKESMAN said": those he speaks for
            if actor not in found and not _is_nobody(actor, word) and _can_visit(mentions, actor, frame, word):
                found.append(actor)
    if any(mentions.actors.lists(a) for a in found):  # "KIM and his delegation"
        own = {c for w in words for c in w.children if c.tag == "PRP$" and w.lemma in visit_words("people", "teams")}
        mine = {m.text for c in own for m in [mentions.word_evidence(c, c.head)]}
        found = [a for a in found if a.name not in mine]
    persons = any(a.kind is ActorKind.PERSON for a in found)  # "the heads of Kia and HYUNDAI" is read as both
    return tuple(a for a in found if not (persons and a.kind is ActorKind.ORGANIZATION))


def _sender(mentions: Mentions, frame: Frame) -> str | None:
    """The state that sends somebody or is represented: "PERU is sending observers", "PERU is represented by"."""
    verb = clause(frame.trigger) if frame.trigger.is_verb else None
    told = frame.untold or frame.occasion is not None or frame.kind in {Kind.SEND, Kind.ARRIVE}
    if verb is None or not told:
        return None
    if verb.trigger.lemma == "represent":
        return next((code for w in verb.objects if (code := mentions.actors.country_of(w))), None)
    flies = frame.kind is Kind.ARRIVE and bool(verb.objects) and verb.trigger.lemma in visit_words("support", "carried")
    sends = (flies or verb.trigger.lemma in visit_words("support", "sending")) and not verb.passive
    return next((code for w in verb.subjects if (code := mentions.actors.country_of(w))), None) if sends else None


def of_sender(actor: Actor, sender: str | None) -> Actor:
    """Somebody with the state that sends him, where no other is known."""
    if sender is None or known_home(actor) is not None or actor.kind is ActorKind.STATE:
        return actor
    return replace(actor, country=sender, country_guessed=False)


def _is_nobody(actor: Actor, word: Word) -> bool:
    """Whether several of no state are only called by one noun: "the groups", "representatives"."""
    told = any(c.dep in {"prep", "amod", "nummod", "relcl"} and c.lower not in {"for", "in"} for c in word.children)
    return (
        actor.kind is ActorKind.GROUP
        and actor.country is None
        and " " not in actor.name
        and word.tag == "NNS"
        and not told
    )


@dataclass
class _Quoted:
    """The direct quotations of an article by their start, each with the names of those who speak it."""

    spans: list[tuple[int, int, frozenset[str]]]


def _is_own_speech(mentions: Mentions, word: Word, actor: Actor) -> bool:
    """Whether "he" stands in somebody's own words: nobody speaks of himself as he."""
    if word.lower in {"i", "we", "me", "us", "my", "our"}:
        return False
    table = mentions.shared.get(_Quoted)
    if not isinstance(table, _Quoted):
        said = (a for one in mentions.attributions for a in one.walk() if a.kind is not AttributionKind.INDIRECT)
        spans = ((c.start, c.end, frozenset(s.name for s in a.speakers)) for a in said for c in a.content)
        table = _Quoted(sorted([s for s in spans if mentions.article.text[s[0]] in OPENING], key=lambda s: s[0]))
        mentions.shared[_Quoted] = table
    at = bisect_right(table.spans, word.start, key=lambda span: span[0]) - 1
    return at >= 0 and word.start < table.spans[at][1] and actor.name in table.spans[at][2]


def _only_told(trigger: Word) -> bool:
    """Whether a visit is what somebody tells of: "declined to confirm a VISIT"."""
    return trigger.dep == "dobj" and trigger.head.lemma in visit_words("verbs", "remark")


def _speaks_for_others(actor: Actor) -> bool:
    """Whether somebody speaks for others by office."""
    return bool(lexicon("speakers") & {*(actor.role or actor.name).lower().split()})


def _is_official_noun(mentions: Mentions, actor: Actor) -> bool:
    """Whether an actor is named, or described by a noun of officials."""
    if mentions.actors.lists(actor):
        return True
    noun = actor.name.split()[-1].lower()
    bearers = visit_words("people", "bearers")
    return noun in bearers or noun.removesuffix("s") in bearers


def _can_visit(mentions: Mentions, actor: Actor, frame: Frame, word: Word) -> bool:
    if actor.kind is ActorKind.STATE:
        return (frame.kind is Kind.NOUN and word.dep == "amod") or frame.summit
    body = actor.kind in {ActorKind.ORGANIZATION, ActorKind.IGO}
    if body and is_called(actor.name, "news"):
        return False  # "IRNA, received in Nicosia, said"
    told = frame.goals or (actor.country and not (body and is_of_sport(word.sentence)))
    if frame.kind is Kind.ABSENT and actor.kind is not ActorKind.PERSON and not told:
        return False  # "the party will boycott the session"
    if body:
        flies = actor.kind is ActorKind.ORGANIZATION and frame.trigger.lemma in {"fly", "land"}
        flights = flies or (frame.kind is Kind.STOP and frame.trigger.lemma == "flight")  # of an airline
        stands = frame.trigger.lemma == "presence"  # of a company, in its market
        before = (w for w in reversed(word.sentence.words[: word.i]) if w.head is not word)
        trades = (first := next(before, None)) is not None and first.lemma in visit_words("people", "firms")
        travels = frame.kind not in {Kind.GO, Kind.STAY, Kind.LEAVE, Kind.SPEAK, Kind.SEND}
        return travels and not (flights or stands or trades)
    if is_private(actor):
        return False
    if frame.kind is Kind.SPEAK and frame.local == "here" and word.pos == "NOUN" and not mentions.actors.at(word):
        return False  # "a senior diplomat said here": at his post
    stays = frame.kind in AT_HOME or (frame.kind is Kind.LEAVE and not frame.goals)
    back = frame.trigger.lemma == "return" or any(c.lower == "back" for c in frame.trigger.children)
    titled = actor.role is None and any(c.lower == "ambassador" and c.dep == "compound" for c in word.children)
    if ((stays or back) and is_resident(actor)) or (frame.kind is Kind.SPEAK and titled):
        return False
    if actor.kind is not ActorKind.PERSON or (frame.kind in OFFICIAL and not is_of_sport(word.sentence)):
        return True  # but "Ana Ruiz will visit Peru to SING"
    if bears_office(word):
        note_public(mentions, (actor,))
        return True
    sent = frame.kind is Kind.ATTEND and not is_of_sport(word.sentence)  # "KIM OF PERU also attended"
    sent = sent and any(mentions.actors.country_of(w) == actor.country for w in clause(word).oblique("of"))
    return is_public(mentions, actor) or (bool(known_home(actor)) and (sent or frame.kind not in AT_HOME))


def led_by(mentions: Mentions, party: Sequence[Actor], near: Iterable[Sentence]) -> tuple[Actor, ...]:
    """Whom sentences name as of a lone unnamed delegation; nobody of another state."""
    whole = party[0].name.lower().split(" of ")[0].split(" from ")[0] if len(party) == 1 else ""
    if whole.rpartition(" ")[2] not in visit_words("people", "teams"):  # "a DELEGATION of Danish lawmakers"
        return ()
    states = {None, party[0].country}
    told = (led for s in near if (led := leaders_told(s)) and mentions.actors.country_of(led[0]) in states)
    named = (a for _, who in told for w in who for a in identify(mentions, w) if a.kind is ActorKind.PERSON)
    return union(tuple(replace(a, country=party[0].country) for a in named if known_home(a) in states))


def is_private(actor: Actor) -> bool:
    """Whether somebody is told to be wanted, to play or perform, or to travel for himself."""
    words = actor.role.lower().split() if actor.role else []
    own = [*takewhile(lambda w: w not in {"of", "for"}, words)]  # "Secretary of MIGRANT Workers"
    if visit_words("people", "spies") & {*own[-1:]}:
        return True
    return bool(visit_words("people", "wanted") & {*words} or visit_words("people", "private") & {*own})


def is_resident(actor: Actor) -> bool:
    """Whether somebody lives abroad by office: where an ambassador is, or goes back to the post, is no visit."""
    office = (actor.role or actor.name).lower().split()
    where = next((i for i, w in enumerate(office) if w in {"to", "in", "of", "for"}), len(office))
    office = office[:where]  # "ambassador to Peru"
    if office[-2:-1] in (["top"], ["chief"]):
        return False  # "the top diplomat" is a minister
    abroad = visit_words("people", "residents", "resident_or_not")
    return bool(office) and (office[-1].removesuffix("s") in abroad or office[-2:] == ["high", "commissioner"])


def is_at_post(actor: Actor, codes: frozenset[str], here: str | None, posts: frozenset[str]) -> bool:
    """Whether an ambassador only moves where the office (for one without a name, `posts`) or the report (`here`) is."""
    office, _, post = (actor.role or "").partition(" to ")
    if posts and any(actor.name.lower().removesuffix("s").endswith(name) for name in visit_words("people", "posted")):
        return codes <= posts
    if office.lower() not in visit_words("people", "posted"):
        return False
    there = next((hit.country for hit in find_names(post)), None) if post else here
    return codes <= {there} if there is not None else bool(codes) and codes <= posts


def speaks_for_igo(mentions: Mentions, actor: Actor) -> bool:
    """Whether somebody without a state is of an intergovernmental body, named or not: "UN inspectors"."""
    if actor.country is not None:
        return False
    words = set(f"{actor.name} {actor.affiliation or ''} {actor.role or ''}".split())
    bodies = (a for a in mentions.actors.actors if a.kind is ActorKind.IGO)
    return any(set(name.split()) <= words for body in bodies for name in (body.name, *body.aliases))


def is_at_seat(actor: Actor, codes: frozenset[str]) -> bool:
    """Whether an intergovernmental body, or somebody of it, is only in the state where it has its seat."""
    if actor.kind not in {ActorKind.PERSON, ActorKind.IGO} or actor.country is not None or not codes:
        return False
    told = (actor.affiliation, actor.role) if actor.kind is ActorKind.PERSON else (actor.name,)
    hits = (hit for words in told if words for hit in find_names(words))
    return any(codes <= _seats_of(hit.name) for hit in hits if hit.kind == "body")


def _seats_of(name: str) -> frozenset[str]:
    """The states in which an intergovernmental body sits."""
    known = body(name)
    others: Mapping[str, str] = read_words("visit")["seats"]
    states = (known.country, others.get(known.name)) if known is not None else ()
    return frozenset(state for state in states if state)


def of_many(mentions: Mentions, actor: Actor) -> bool:
    """Whether several are of the states of a body or a region: "EU leaders", "the African ministers"."""
    if actor.kind is not ActorKind.GROUP or actor.country is not None:
        return False
    words = actor.name.lower().split()
    office = words[-1] in visit_words("people", "bearers") or words[-1].removesuffix("s") in visit_words(
        "people", "bearers"
    )
    return speaks_for_igo(mentions, actor) or (office and bool(set(words) & visit_words("people", "of_many")))


def is_of_nowhere(mentions: Mentions, actor: Actor) -> bool:
    """Whether several are only called officials or experts, without a number, a state or a body: "local officials"."""
    if actor.kind is not ActorKind.GROUP or actor.country is not None or of_many(mentions, actor):
        return False
    words = actor.name.lower().split()
    plain = words[-1].removesuffix("s") in visit_words("people", "anyone")
    return plain and not any(w[0].isdigit() or w in visit_words("people", "of_many") for w in words)


def known_home(actor: Actor) -> str | None:
    """The state that the words of the article or common knowledge give an actor; None where it is a guess."""
    return None if actor.country_guessed else actor.country
