"""Who supplies and who receives: the words of a frame identified, and the direction of "a deal between" settled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dipevents.events.arms_deal.beyond import only_moves, told_by
from dipevents.events.arms_deal.direction import directed, outranked
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.makers import makers_of
from dipevents.events.arms_deal.strays import name_behind
from dipevents.events.arms_deal.traders import is_arms_company, is_forces, is_maker
from dipevents.events.claims import is_denial
from dipevents.events.merge import union
from dipevents.mentions.gazetteer import country_code, country_name, country_of_adjective, name_at
from dipevents.mentions.words import lexicon
from dipevents.models.actor import Actor, ActorKind, countries_of
from dipevents.reading.clauses import clause, fillers, is_passive, with_conjuncts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dipevents.events.arms_deal.frame import Frame
    from dipevents.mentions.equipment import Equipment
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["Sides", "actors_of", "read_sides"]

FORCED = frozenset({"military", "defence", "defense"})
OWNERS = frozenset({("air", "force"), ("coast", "guard")})
"""Words behind a name that make it an owner: the "Peruvian air force jets" are not from Peru."""
BUYING = frozenset({"get", "order", "come"})
"""Kinds of frames of which the armed forces that get the goods tell."""
DITRANSITIVE = frozenset({"give", "send", "offer", "withhold"})
_RETIRED = frozenset({"ex", "former", "onetime", "retired"})
"""Before men without a name who act for no state: "a FORMER Soviet officer"."""
APART = DITRANSITIVE | {"allow", "both"}
"""Kinds of frames of which nobody is on both sides."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of a deal; either may be empty."""

    suppliers: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()

    @property
    def both(self) -> bool:
        """Whether both sides are known."""
        return bool(self.suppliers and self.recipients)


def completed(read: list[tuple[Frame, Sides]]) -> list[tuple[Frame, Sides]]:
    """Frames of a sentence that name the same equipment lend each other the side that one lacks.

    "jets ordered by Hungary were handed over by Saab", "got six planes as a gift from Washington".
    """
    found = []
    for frame, sides in read:
        heads = {item.head.i for item in frame.items}
        for other, theirs in sorted(read, key=lambda r: heads.isdisjoint(i.head.i for i in r[0].items)):
            one = frame.trigger is other.trigger  # "gave Chad six tanks; Oslo, ten": the verb left out
            if other is frame or not (one or heads & {item.head.i for item in other.items}):
                continue
            to_none = frame.guessed and not sides.recipients and frame.key in words_of("grammar", "passing_on")
            if only_moves(frame) or only_moves(other) or to_none:
                continue  # "jets arrived in Oslo, where Kenyan pilots will FLY them", "and may not be RESOLD"
            bound = frame.key in words_of("grammar", "priced") and other.kind == "come"
            if bound and theirs.recipients:  # "is to pay for jets that go TO CHAD"
                sides = replace(sides, recipients=theirs.recipients)
            onward = frame.key in words_of("onward") and other.key not in words_of("onward")
            if onward and sides.recipients and theirs.recipients and not set(theirs.recipients) & set(sides.recipients):
                sides = replace(sides, suppliers=theirs.recipients)  # "rifles bought by Chad ended up with the rebels"
            untold = not (sides.suppliers and (frame.suppliers or frame.sources or frame.parties))
            told = other.kind in DITRANSITIVE or not sides.suppliers  # "SPAIN sold it French jets to be delivered"
            if untold and told and theirs.suppliers and not set(theirs.suppliers) & set(sides.recipients):
                sides = replace(sides, suppliers=theirs.suppliers)
            apart = frame.kind != "make" and not set(theirs.recipients) & set(sides.suppliers)
            if not sides.recipients and theirs.recipients and apart:  # no "Swiss-made guns" that others pass on
                sides = replace(sides, recipients=theirs.recipients)
        found.append((frame, sides))
    return found


def read_sides(mentions: Mentions, frame: Frame) -> Sides:
    """The sides of a frame; an origin ("Russian-made jets") is the supplier where nothing else names one."""
    suppliers = actors_of(mentions, frame.suppliers) or _from_sources(mentions, frame) or _telling(mentions, frame)
    suppliers = _at_home(mentions, frame, suppliers)
    theirs = countries_of(suppliers)
    takers = actors_of(mentions, frame.takers)
    recipients = actors_of(mentions, frame.recipients) or tuple(a for a in takers if a.country not in theirs)
    bought = frame.kind in BUYING or (frame.kind == "both" and bool(suppliers))
    if not recipients and not frame.parties and bought and frame.key not in words_of("nouns", "roles"):
        saying = actors_of(mentions, told_by(frame.trigger))  # "OSLO said that it had been bought", but no "officers"
        recipients = tuple(a for a in saying if a not in suppliers and (a.country or a.kind is not ActorKind.GROUP))
    if frame.key in words_of("moved") and not frame.sources and frame.kind != "cargo":
        recipients = tuple(a for a in recipients if mentions.actors.lists(a) or a.name != country_name(a.country or ""))
    double = frame.kind in DITRANSITIVE and frame.key in words_of("grammar", "double")
    behind = all(w.is_under(i.head) for w in frame.recipients for i in frame.items[:1])  # "jets meant for its army"
    if double and frame.trigger.is_verb and (behind or not recipients):
        recipients = _run_together(mentions, frame, suppliers) or recipients
    origins = _origins(mentions, frame)
    suppliers = outranked(suppliers, _told_of(mentions, frame), recipients)
    if frame.key in words_of("mend") | words_of("mending"):  # "is repairing Ukrainian tanks": whose they are
        recipients, origins = recipients or origins, ()
    suppliers, recipients = _with_parties(mentions, frame, Sides(suppliers, recipients), origins)
    makers = tuple(a for a in recipients if is_maker(a))
    selling = frame.key in {"bid", "tender"} | words_of("grammar", "bargaining")  # "SAAB is haggling with Lima over"
    if selling and recipients and all(is_arms_company(a) for a in recipients):
        suppliers, recipients = recipients, tuple(a for a in suppliers if a not in recipients)  # "SAAB's bid for"
    if not suppliers and frame.key in {"sign", "order", "contract", "agree"} and 0 < len(makers) < len(recipients):
        suppliers, recipients = makers, tuple(a for a in recipients if a not in makers)
    if recipients and origins and frame.kind == "arm" and set(recipients) <= set(suppliers):
        suppliers = tuple(a for a in origins if a not in recipients)  # "will arm its frigates with Russian missiles"
    codes = countries_of(recipients)
    if not suppliers:
        denying = _denying(mentions, frame) if recipients and not origins else ()
        suppliers = tuple(a for a in (*origins, *denying) if a.country not in codes)
    if recipients and frame.suppliers and all(w.tag == "PRP" for w in frame.suppliers):
        suppliers = tuple(a for a in suppliers if a not in recipients)  # "IT sold Iran radars": not Iran
    named = frame.kind in APART and not any(w.tag in {"PRP", "PRP$"} for w in frame.recipients)
    if named and len(suppliers) > 1:  # "the two leaders discussed delivering jets to Turkey"
        suppliers = tuple(a for a in suppliers if a.country not in codes) or suppliers
    return Sides(suppliers, tuple(a for a in recipients if a not in suppliers))


def _from_sources(mentions: Mentions, frame: Frame) -> tuple[Actor, ...]:
    """Those who supply if nobody else does; "NATO urged Peru to buy tanks": the alliance sells none."""
    return tuple(a for a in actors_of(mentions, frame.sources) if frame.kind != "get" or a.kind is not ActorKind.IGO)


def _origins(mentions: Mentions, frame: Frame) -> tuple[Actor, ...]:
    """Whose goods they are: "NORWEGIAN tanks"; of who arms what he has, "missiles from NORWAY", too."""
    given = actors_of(mentions, frame.sources) if frame.kind == "arm" else ()
    return union(given, *(origins_of(mentions, item) or _meant_origins(mentions, item) for item in frame.items))


def _told_of(mentions: Mentions, frame: Frame) -> tuple[Actor, ...]:
    """Whose goods others decide on, by the deal itself: "from OSLO", "DANISH tanks", but no "Danish-made tanks"."""
    if not frame.deciding:
        return ()
    plain = (origins_of(mentions, item, plain=True) for item in frame.items)
    return actors_of(mentions, frame.sources) or union(*plain)


def _at_home(mentions: Mentions, frame: Frame, suppliers: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The suppliers without a state that was only guessed from who receives: "CONGRESS blocked a sale to Turkey"."""
    guessed = {a.country for w in frame.suppliers for a in mentions.actors.who(w) if a.country_guessed}
    if not (theirs := guessed & countries_of(actors_of(mentions, frame.recipients))):
        return suppliers
    bodies = [a for a in suppliers if a.country not in theirs or a.kind is ActorKind.ORGANIZATION]
    known = [name_at(a.name, 0, len(a.name)) if a.country in theirs else None for a in bodies]
    return tuple(replace(a, country=k.country) if k is not None else a for a, k in zip(bodies, known, strict=True))


def _telling(mentions: Mentions, frame: Frame) -> tuple[Actor, ...]:
    """The maker that tells of an order: "SAAB said Peru had ordered six jets"."""
    above = frame.trigger.head
    if frame.kind not in {"get", "order"} or frame.trigger.dep != "ccomp":
        return ()
    told = clause(above).subjects if above.lemma in words_of("status", "announcing") else ()
    named = words_of("groups", "makers")  # "a YARD said", but no newspaper
    return tuple(a for a in actors_of(mentions, told) if is_arms_company(a) or named & set(a.name.lower().split()))


def _denying(mentions: Mentions, frame: Frame) -> tuple[Actor, ...]:
    """The state or body that denies a supply of nobody else: "OSLO denied that tanks had been sold to Chad"."""
    verb, above = frame.trigger, frame.trigger.head
    denied = verb.dep == "ccomp" and frame.kind in {"give", "send"} and is_denial(above) and is_passive(verb)
    able = actors_of(mentions, clause(above).subjects) if denied else ()
    return tuple(a for a in able if a.country and a.kind in {ActorKind.STATE, ActorKind.ORGANIZATION})


def _with_parties(
    mentions: Mentions, frame: Frame, sides: Sides, origins: tuple[Actor, ...]
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """The sides with those of whom the grammar does not tell which supplies."""
    if not frame.parties:
        return sides.suppliers, sides.recipients
    lone_sells = frame.kind == "give"
    sided = union(*(actors_of(mentions, [w]) for w in frame.parties))  # each by itself, be it but a place
    told = countries_of(sides.recipients) if not sides.suppliers else set()
    others = tuple(a for a in sided if a.country not in told)
    selling = frame.key == "sale" and len(sided) == 1 and frame.parties[0].dep == "nsubj"
    if selling and not sides.recipients:
        return sided, ()  # "Oslo is negotiating the SALE of six jets"
    third = frame.kind == "get" and len(others) == len(sided) > 1  # "under which CHAD will get", none of them
    if told and others:  # "Oslo and Lima agreed on the sale of jets to LIMA'S NAVY"
        return () if third else others, sides.recipients
    typed = makers_of(i.designation or "" for i in frame.items)
    suppliers, recipients = directed(sided, origins, typed, lone_sells=lone_sells)
    return union(sides.suppliers, suppliers), union(sides.recipients, recipients)


def _run_together(mentions: Mentions, frame: Frame, suppliers: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The receiver that the parse takes for a part of the equipment: "sold Burma missiles", no "Burmese missiles"."""
    item = frame.items[0] if frame.items else None
    if item is None or item.first is item.head or item.head.sentence is not frame.trigger.sentence:
        return ()
    if item.first.i < frame.trigger.i:
        return ()  # "six SIKORSKY helicopters, to be flown from"
    words, typed = item.first.sentence.words, (item.designation or "").split()
    numbers = (w for w in words[item.first.i + 1 : item.head.i] if w.tag == "CD" and w.text not in typed)
    counted = next((w.i for w in numbers), None)  # no "22 Piranha III vehicles"
    named = item.first.i
    while words[named].dep == "compound" and named + 1 < item.head.i:
        behind = words[named + 1]
        apart = words[named].head is not behind and mentions.actors.at(words[named]) != mentions.actors.at(behind)
        if apart or behind.text in (item.designation or "") or behind.tag[:3] not in {"NNP", "CD"}:
            break  # "sold Lima | patrol boats"
        named += 1  # "sold Saudi Arabia | spare parts"
    last = words[named] if counted is None else words[counted - 1]  # "sold the Iraqi army | 30 tanks"
    if last.text in typed or (counted is None and last.tag == "CD"):
        return ()
    people = next((w for w in words[item.first.i : item.head.i] if w.tag == "NNPS"), None)
    if counted is None and people is not None:  # "the Bosnian Serbs | military aid"
        last, counted = people, people.i
    bare = counted is None and last.tag == "NN" and not any(c.dep in {"det", "poss"} for c in item.head.children)
    if bare:
        return ()  # "selling ARMY rifles"
    groups = [a for a in mentions.actors.who(last) if a.kind is ActorKind.GROUP]
    parties = [a for a in (mentions.actors.at(last) or groups) if counted is None or a.kind is not ActorKind.PERSON]
    able = {ActorKind.STATE, ActorKind.GROUP}
    found = [a for a in parties if counted is not None or (a.kind in able and a.name.endswith(last.text))]
    selling = {a.country for a in suppliers if a.kind is ActorKind.STATE}
    if not found and words[item.first.i - 1] is frame.trigger and not country_of_adjective(last.text):
        code = country_code(" ".join(w.text for w in words[item.first.i : last.i + 1]))
        found = [state_of(mentions, code) or _state_at(mentions, last, code)] if code else []  # "sold Chad TB2 drones"
    if not found or found[0] in suppliers or (found[0].kind is ActorKind.STATE and found[0].country in selling):
        return ()
    frame.items[0] = replace(item, first=words[last.i + 1])
    frame.dative = True
    return tuple(found)


def actors_of(mentions: Mentions, words: Iterable[Word]) -> tuple[Actor, ...]:
    """Those who can supply or receive among words; an official stands for the state.

    A word that cannot act lends its place to its owner or its origin: "its cooperation", "a freighter from Odessa".
    """
    found: list[Actor] = []
    places: list[Actor] = []
    for word in words:
        able = _owner(mentions, word) or _able_at(mentions, word)
        called = [c for c in word.children if c.dep == "appos" and c.tag != "CD"] or name_behind(word)
        named = [a for c in called for a in _able_at(mentions, c) if mentions.actors.lists(a)]
        if named and not any(mentions.actors.lists(a) for a in able):
            able = named  # "the French shipbuilder DCNS"
        if not able:
            # "gave the Burmese REGIME | arms", which the parse takes for one noun
            near = word.sentence.words[max(word.i - 1, 0) : word.i] if word.dep == "nmod" else []
            near = [*word.children, *(w for w in near if w.head is word.head)]
            beside = [c for c in near if c.dep in {"compound", "nmod"} and c.text[:1].isupper()]
            own = word.lemma not in lexicon("opposites")  # "its neighbour" is not itself, nor are "opponents of Holt"
            beside = beside or [c for c in word.children if c.dep == "poss" and own]
            leading = {"from", "of"} if own else {"from"}
            beside += fillers(c for c in word.children if c.dep == "prep" and c.lower in leading)
            able = [actor for other in beside for actor in _able_at(mentions, other)] or _nation(mentions, word)
        if not able and (place := mentions.actors.place_at(word)) is not None and place.country:
            state = state_of(mentions, place.country)
            able = [state] if state is not None else []
            places += [] if able else [_state_at(mentions, word, place.country)]
        found += [actor for actor in able if actor not in found]
    return tuple(found or places)


def _nation(mentions: Mentions, noun: Word) -> list[Actor]:
    """The state of makers and of stores that an adjective names: "BULGARIAN plants", "from DANISH army stocks"."""
    able = words_of("groups", "makers", "stores")
    maker = next((w for w in (noun, *noun.children) if w.lemma in able), None)
    if maker is None or maker.dep not in {noun.dep, "compound", "nmod"}:
        return []
    codes = [
        (c, code)
        for c in dict.fromkeys((*maker.children, *noun.children))
        if c.dep == "amod" and (code := country_of_adjective(c.text))
    ]
    return [state_of(mentions, code) or _state_at(mentions, c, code) for c, code in codes]


def _owner(mentions: Mentions, word: Word) -> list[Actor]:
    """The state whose government a phrase names: "the government of Poland"."""
    if word.lemma not in words_of("groups", "states"):
        return []
    preps = (*word.children, *word.sentence.words[word.i + 1 : word.i + 2])
    inner = fillers(c for c in preps if c.dep == "prep" and c.lower in {"of", "in"})
    able = [a for noun in dict.fromkeys(inner) for a in _able_at(mentions, noun) if a.kind is ActorKind.STATE]
    places = [(n, p.country) for n in dict.fromkeys(inner) if (p := mentions.actors.place_at(n)) is not None]
    return able or [state_of(mentions, code) or _state_at(mentions, n, code) for n, code in places if code]


def _able_at(mentions: Mentions, word: Word) -> list[Actor]:
    found = mentions.actors.who(word)
    if not found and any(c.dep == "det" and c.lower == "the" for c in word.children):
        code = country_of_adjective(word.text)  # "the Danes", "the Dutch"
        if code:
            return [state_of(mentions, code) or _state_at(mentions, word, code)]
    if word.tag == "NNPS" and len(found) == 1 and found[0].kind is ActorKind.GROUP:
        return list(found)  # "the Kurds"
    lone = found[0] if len(found) == 1 and not mentions.actors.lists(found[0]) else None
    if lone is not None and (lone.kind is ActorKind.ORGANIZATION or is_forces(lone)):  # "the IRAQI AND KUWAITI armies"
        found = tuple(replace(lone, country=state) for state in mentions.actors.states_of(word)) or found
    found = _shared_forces(mentions, word, found) or found
    return [able for actor in found if (able := _able(mentions, actor)) is not None]


def _shared_forces(mentions: Mentions, word: Word, found: Sequence[Actor]) -> tuple[Actor, ...]:
    """Forces of several states by one name each: "the IRAQI AND KUWAITI armed forces", of which only one is a name."""
    states = mentions.actors.states_of(word) if len(found) == 1 and is_forces(found[0]) else ()
    named = [c for c in word.children if c.i < word.i and country_of_adjective(c.text)] if states else []
    if not named or not mentions.actors.lists(found[0]):
        return ()
    return tuple(replace(found[0], name=mentions.word_evidence(named[0], word).text, country=state) for state in states)


def _able(mentions: Mentions, actor: Actor) -> Actor | None:
    if actor.kind is ActorKind.PERSON:
        named = mentions.actors.lists(actor)
        words = set(actor.name.lower().split())
        if not named and words & (_RETIRED | words_of("groups", "private")):
            return None  # "a British BUSINESSMAN"
        if named and set((actor.role or "").lower().split()) & words_of("groups", "private"):
            return actor  # a dealer stands for no state
        if actor.country and (actor.role or not named):
            return state_of(mentions, actor.country) or (actor if named else None)
        return actor if named else None
    unnamed = actor.kind in {ActorKind.GROUP, ActorKind.ORGANIZATION} and not mentions.actors.lists(actor)
    if unnamed and actor.country is None and not is_forces(actor):
        men = actor.name.lower().rpartition("group of ")[2].split()  # "a group of senators"
        return actor if {*men, *(m.removesuffix("s") for m in men)} & words_of("groups", "makers") else None
    return actor


def _state_at(mentions: Mentions, word: Word, code: str) -> Actor:
    """The state of a place that an article names without it: "unloaded in Monrovia"."""
    return Actor(
        name=country_name(code) or code, kind=ActorKind.STATE, country=code, mentions=(mentions.word_evidence(word),)
    )


def state_of(mentions: Mentions, code: str) -> Actor | None:
    """The state with a code, if the article names it."""
    return next((a for a in mentions.actors.actors if a.kind is ActorKind.STATE and a.country == code), None)


def origins_of(mentions: Mentions, item: Equipment, *, plain: bool = False) -> tuple[Actor, ...]:
    """States that the words of an equipment phrase name: "Russian S-400s", "U.S.-made jets" unless plain."""
    found: list[Actor] = []
    of = item.head.lemma == "part" and any(c.lower == "of" and c.i < item.last.i for c in item.head.children)
    last = item.last if of else item.head  # "the first parts of a RUSSIAN S-400"
    words, start = item.head.sentence.words, item.first.i
    before = words[start - 1] if start else item.head
    inside = range(item.first.i, last.i + 1)
    start -= start > 0 and before.dep in {"amod", "compound"} and before.head.i in inside  # "JAPANESE Type 12 missile"
    for word in words[start : last.i]:
        if not word.text[:1].isupper():
            continue
        nxt, after = item.head.sentence.words[word.i + 1], item.head.sentence.words[min(word.i + 2, last.i)].lower
        own = (
            (plain and nxt.text == "-")
            or nxt.lower in {"army", "navy", "government", "-class"}
            or (nxt.lower, after) in OWNERS
        )
        if own or (nxt.text == "-" and after == "class"):
            continue
        if nxt.lower in FORCED and nxt.i < last.i and (code := country_of_adjective(word.text)):
            found += [state_of(mentions, code) or _state_at(mentions, word, code)]  # "ISRAELI military hardware"
        typed = any(t.startswith(word.text) for t in (item.designation or "").split())  # "Taurus missiles"
        found_here = mentions.actors.at(word)
        for actor in (a for a in found_here if a.kind is ActorKind.STATE or not typed):
            if actor not in found and (actor.kind is ActorKind.STATE or is_arms_company(actor)):
                found.append(actor)
    if found or plain:
        return tuple(found)
    # "arms, mostly of Belgian origin", "pistols made in Belgium"
    behind = [p for c in item.head.subtree() if c.dep == "prep" and c.lower in {"of", "with"} for p in c.children]
    told = [p for p in behind if p.lemma in words_of("grammar", "origins")]
    named = with_conjuncts(c for p in told for c in p.children if c.text[:1].isupper())
    if named:
        return tuple(a for word in named for a in mentions.actors.at(word) if a.kind is ActorKind.STATE)
    made = [c for c in item.head.children if c.dep == "acl" and c.lemma in words_of("grammar", "making")]
    return actors_of(mentions, (w for verb in made for w in clause(verb).oblique("in")))


def _meant_origins(mentions: Mentions, item: Equipment) -> tuple[Actor, ...]:
    """Whose the equipment told before is that a number or a noun stands for: "SAAB's Gripen … ordered six of them"."""
    if item.meant is None or item.meant.quantity is not None:
        return ()
    head = item.meant.head
    owners = actors_of(mentions, (c for c in head.children if c.dep == "poss")) if head.sentence.words else ()
    made = makers_of([item.designation or ""])
    known = origins_of(mentions, item.meant) or owners
    return tuple(a for a in known if is_maker(a) or (a.kind is ActorKind.STATE and (not made or a.country in made)))
