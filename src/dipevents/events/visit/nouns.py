"""Frames of nouns: Kim's visit to Prague, a trip by Kim, talks with Zeman in Prague, an invitation to Prague."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from dipevents.events.status import Phase, read_status
from dipevents.events.visit.frames import Frame, Kind, goals_of, local_above, local_of, region_of, visit_words
from dipevents.events.visit.invitations import invitation
from dipevents.events.visit.itineraries import route
from dipevents.events.visit.of_whom import bearers, bears_office, genitives, of_whom, phrases_of
from dipevents.events.visit.subjects import doers, is_only_told, spoken_for
from dipevents.reading.clauses import antecedent, auxiliaries, clause, fillers, governor, support_verb, with_conjuncts
from dipevents.reading.grammar import closed_class, is_negated, is_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["NOUNS", "gives_up", "hung_on_verb", "is_set_off", "place_modifiers"]


def _noun(noun: Word) -> Frame:
    if any(w.lower == "de" for w in noun.sentence.words[noun.i + 1 : noun.i + 2]):
        return Frame(noun, Kind.NOUN)  # "a tour de force"
    return _visit_noun(noun, Kind.NOUN)


def _stop(noun: Word) -> Frame:
    home = local_of(noun) == "home" and not any(c.lower == "from" for c in noun.subtree())
    if noun.lemma == "way" and (home or noun.dep != "pobj" or noun.head.lower != "on"):
        return Frame(noun, Kind.STOP)
    riding = noun.lemma in {"plane", "jet", "train"} and not phrases_of(noun, "to")  # "his plane to Prague"
    if riding or (noun.lemma.lower() == "mission" and (noun.pos == "PROPN" or _is_standing(noun))):
        return Frame(noun, Kind.STOP)  # "a spokesman for the Chilean Mission to the United Nations"
    found = _visit_noun(noun, Kind.STOP)
    if noun.lemma == "departure" and not found.goals:
        return replace(found, kind=Kind.LEAVE)
    if noun.lemma == "stop" and noun.dep == "nsubj" and noun.head.lemma == "be" and not found.goals:
        named = with_conjuncts(c for c in noun.head.children if c.dep == "attr" and c.pos == "PROPN")
        return replace(found, goals=named)  # "his next stop is Prague"
    return found


def _is_standing(mission: Word) -> bool:
    owned = any(c.dep in {"amod", "compound", "poss"} for c in mission.children) and mission.dep.startswith("nsubj")
    posted = [w.lower for w in phrases_of(mission, "to")] if owned else []
    standing = visit_words("nouns", "standing", "posted_to")
    return not standing.isdisjoint([*posted, *(c.lower for c in mission.children)])


def _visit_noun(noun: Word, kind: Kind) -> Frame:
    if noun.tag == "NNS" and noun.dep == "nsubj" and noun.head.lemma in visit_words("nouns", "counted"):
        return Frame(noun, kind)  # "Danish VISITS to Latvia rise"
    moved = noun.dep == "dobj" and _told_by(noun.head) & visit_words("support", "moved")
    if noun.dep == "dobj" and noun.head.lemma in visit_words("verbs", "send") and not moved:
        return Frame(noun, kind)  # "sent a mission to Prague" is read at the verb
    found = clause(noun)
    met = (p for w in found.oblique("with") if w.is_noun for p in clause(w).oblique("in", "at"))
    borne = bearers(noun) or of_whom(noun)
    ways = ("in", "to", "at", *(("for",) if noun.lemma == "departure" else ()))
    beside = (p for w in borne for p in clause(w).oblique(*ways))  # hung on him by the parser
    agents = (w for w in _agents(noun) if w.lemma not in visit_words("people", "residents"))
    made = (c for c in noun.children if c.dep in {"relcl", "acl"} and c.lemma in closed_class("making"))
    told_of = noun.children if noun.dep in {"dobj", "pobj"} else ()
    summed = (c for c in told_of if c.dep == "appos" and c.lemma in visit_words("nouns", "visit"))
    inner = (  # "trip AS PRESIDENT to Prague", "a trip that he MADE TO PRAGUE"
        *(p for w in found.oblique("as") for p in clause(w).oblique("to", "in")),
        *(p for c in made for p in clause(c).oblique("to")),
        *(p for c in summed for p in goals_of(clause(c), "noun")),  # "her first trip abroad, a TOUR OF PERU"
    )
    by = (*(p for w in agents for p in _goals_below(w)), *inner)
    named = (*(w for w in goals_of(found, "noun") if w not in borne), *beside, *by) or tuple(met)
    onward = noun.lemma == "way"
    named = tuple(phrases_of(noun, "to", "for")) if onward else named or hung_on_verb(noun, "to", "through", "across")
    if _is_when(noun):
        named = tuple(w for w in named if w.is_under(noun))  # "arrived in Prague AFTER STOPS in Oslo and Riga"
    told = (w for w in named or _scene(noun) if w.lemma not in visit_words("people", "teams"))
    times = visit_words("support", "times")  # "the MAY 3 visit"
    goals = (*told, *(w for w in place_modifiers(noun) if w.lower not in times), *route(noun))
    skips = any(up.lemma in visit_words("support", "skipping") for up in islice(noun.ancestors(), 3))
    if not skips and (noun.lemma in {"tour", "mission"} or any(c.dep == "poss" for c in noun.children)):
        goals = (*goals, *found.objects)
    above = noun.head.head if noun.dep == "pobj" and noun.head.lower in {"as", "for"} else noun
    if above.lemma in {"choose", "pick", "select"}:  # "chose PRAGUE over Oslo for her first visit"
        chosen = (w for w in clause(above).objects if w.pos == "PROPN" and not bears_office(w))
        goals = tuple(chosen) or goals
    definite = any(c.dep in {"det", "predet"} and c.lower in {"the", "this", "that", "such"} for c in noun.children)
    aside = _is_when(noun) or is_only_told(noun)
    visitors = tuple(w for w in _visitors(noun) if w not in goals) if goals or not (definite and aside) else ()
    back = (w for c in noun.children if c.lower in {"back", "home"} for w in phrases_of(c, "from"))  # "back from"
    local = local_of(noun) or local_above(noun)
    return Frame(noun, kind, visitors, goals, (), (*found.oblique("from"), *back), local, definite)


def _is_when(noun: Word) -> bool:
    """Whether a visit told before only dates what somebody does: "an aide, briefing reporters BEFORE THE TRIP"."""
    before = noun.head if noun.dep == "pobj" else None
    ahead = before is not None and before.lower == "of" and before.head.lower in {"ahead", "advance"}
    return ahead or (before is not None and before.lower in {"before", "after", "following"})


def _scene(noun: Word) -> tuple[Word, ...]:
    """Where somebody acts on a day of a visit: "met Zeman in PRAGUE on the first day of a visit"."""
    day = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else noun
    staged = day.lemma in visit_words("support", "stages") - {"eve"} and day.dep == "pobj" and day.head.head.is_verb
    return tuple(w for w in clause(day.head.head).oblique("in") if w.pos == "PROPN") if staged else ()


def hung_on_verb(noun: Word, *prepositions: str) -> tuple[Word, ...]:
    """What stands right behind the phrase of a noun, and is its own: "arranged a visit by Kim TO PRAGUE"."""
    carrier = {"dobj": noun.head, "pobj": noun.head.head}.get(noun.dep)
    if carrier is None:
        return ()
    last = max(w.i for w in noun.subtree())
    behind = (c for c in carrier.children if c.dep in {"prep", "dative"} and c.lower in prepositions)
    return with_conjuncts(fillers(c for c in behind if c.i in {noun.i + 1, last + 1}))


def place_modifiers(noun: Word) -> tuple[Word, ...]:
    """Names before a noun: "the Prague summit", "a Gulf tour"; adjectives of states tell who travels instead."""
    before = (c for c in noun.children if c.dep in {"compound", "nmod", "amod"})
    joined = (c for c in before if not any(p.tag == "HYPH" for p in c.children))  # "the Kenyan-Polish talks"
    return tuple(c for c in joined if c.pos == "PROPN" or region_of(c))


def _visitors(noun: Word) -> tuple[Word, ...]:
    """Who makes the visit: by-phrase, owner, who "made" it, whoever is "on" it, the adjective's state."""
    for reader in (
        _agents,
        _shared,
        _owners,
        _tour_owners,
        bearers,
        of_whom,
        _makers,
        _surface,
        _supporters,
        _governors,
        genitives,
    ):
        if found := reader(noun):
            return found
    states = (c for c in noun.children if c.dep == "amod" and c.tag == "JJ" and not region_of(c))
    return tuple(c for c in states if c.text[:1].isupper())


def _goals_below(word: Word) -> list[Word]:
    """The objects of "to" in a phrase, but for those of an office: "the AMBASSADOR to Prague"."""
    offices = visit_words("people", "residents") | {"envoy", "representative", "emissary"}
    return fillers(w for w in word.subtree() if w.lower == "to" and w.dep == "prep" and w.head.lemma not in offices)


def _agents(noun: Word) -> tuple[Word, ...]:
    """A visit by Kim; also "a visit to Prague by Kim", where the parser hangs "by" on Prague."""
    below = fillers(c for c in noun.children if c.dep == "prep")
    beside = noun.head.children if noun.dep == "dobj" and noun.head.tag in {"VB", "VBD", "VBP", "VBZ"} else ()
    by = (c for c in beside if c.dep == "agent" or (c.lower == "by" and any(map(bears_office, c.children))))
    hung = [w for c in by for w in c.children]  # "follows a trip last week by Kim"
    found = phrases_of(noun, "by") or [w for p in below for w in phrases_of(p, "by")] or hung
    made = noun.dep == "dobj" and noun.head.lemma in {"make", "pay"} and clause(noun.head).subjects
    if made and any(c.lower in {"a", "an"} for w in found for c in w.children):
        return made  # "KIM made the first visit by a Czech minister"
    return with_conjuncts(found)


def _owners(noun: Word) -> tuple[Word, ...]:
    """Kim's visit; "the latter's visit" is that of the object before; "next week's visit" has no owner."""
    owners = [c for c in noun.children if c.dep == "poss" and c.lemma not in visit_words("support", "times")]
    if owners and owners[0].lower == "latter":
        above = governor(noun)
        return clause(above).objects if above is not None and above.is_verb else ()
    if noun.dep == "conj" and noun.head.tag == "NNS" and any(w.lower == "their" for w in owners):
        return (noun.head,)  # "support for the TROOPS and their mission"
    holder = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else noun
    if owners and owners[0].pos == "PROPN" and holder.lemma in visit_words("people", "bearers"):
        return (holder,)  # "the EMIR of Qatar's visit"
    return with_conjuncts(antecedent(w) or w for w in owners)


def _shared(noun: Word) -> tuple[Word, ...]:
    """Kim arrived on her first visit, ended her visit: the pronoun means the subject."""
    owner = next((c for c in noun.children if c.dep == "poss" and c.pos == "PRON"), None)
    who = _supporters(noun) or _surface(noun) if owner is not None else ()
    other = owner is not None and owner.lower in {"his", "her"} and any(_is_another(w, owner) for w in who)
    return who if len(who) == 1 and not other else ()


def _is_another(word: Word, owner: Word) -> bool:
    """Whether a word is a body, or of somebody's own: "told HER PARTY to draft a bill before HER visit"."""
    own, the = any(c.lower == owner.lower for c in word.children), any(c.lower == "the" for c in word.children)
    named = (e for e in word.sentence.entities if e.first <= word.i <= e.last)
    return own or any(e.label == "ORG" and (e.first < e.last or the) for e in named)


def _surface(noun: Word) -> tuple[Word, ...]:
    """During HIS stay in Prague, Kim will …; during a stop here, Kim was assured: the subject, also of a passive."""
    if noun.dep != "pobj" or noun.head.lower not in {"during", "on", "in"}:
        return ()
    verb = noun.head.head
    talk = verb.dep == "pobj" and verb.head.lower in {"at", "in"} and verb.lemma in visit_words("support", "talking_at")
    verb = verb.head.head if talk else verb  # "in an INTERVIEW during a visit to Prague, Kim said"
    if not verb.is_verb:
        return ()
    own = [c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}]
    if len(with_conjuncts(own)) > 1 and any(c.lower == "the" for c in noun.children):
        return ()  # "during the visit, Kim and her hosts will": it is that of one of them
    aside = is_set_off(noun) and not any(c.dep == "dobj" and c.i < noun.i for c in verb.children)
    # "Kim, DURING A VISIT to Prague, promised help"
    aside = aside or talk or bool(own and own[0].i < noun.head.i < verb.i)
    return with_conjuncts(antecedent(w) or w for w in own) if own and (noun.i < own[0].i or aside) else ()


def is_set_off(noun: Word) -> bool:
    """Whether a visit stands behind a comma: "Kim, ON A VISIT to Prague, promised help"."""
    return noun.dep == "pobj" and noun.head.lower == "on" and noun.sentence.words[noun.head.i - 1].text == ","


def _tour_owners(noun: Word) -> tuple[Word, ...]:
    """The first stop of KIM's tour."""
    whole = [w for w in phrases_of(noun, "of", "on") if w.lemma in visit_words("nouns", "visit")]
    return _owners(whole[0]) if whole else ()


def _makers(noun: Word) -> tuple[Word, ...]:
    """The visit made in July by Kim, a trip that Kim had planned, that Kim was to make."""
    for child in noun.children:
        if child.dep not in {"acl", "relcl"} or not child.is_verb:
            continue
        if any(c.dep == "dobj" and c.pos == "NOUN" for c in child.children):
            continue  # "during the stopover that her government took note"
        who = tuple(w for w in clause(child).subjects if w is not noun)
        carriers = {*_told_by(child), *(c.lemma for c in child.children if c.dep == "xcomp")}
        if who and carriers & visit_words("support", "verbs"):
            return who
    return ()


def _supporters(noun: Word) -> tuple[Word, ...]:
    """Kim paid a visit, arrived for a visit, accompanied Lee on a visit; Zeman received Lee during a visit."""
    support = support_verb(noun)
    if support is None or ((lent := clause(support)).passive and support.dep in {"acl", "advcl"}):
        return ()  # "backs the plan, first drafted by Zeman, during HIS VISIT"
    who = doers(lent) or (lent.objects if lent.passive else ())
    if lent.objects and noun not in lent.objects and support.lemma in visit_words("support", "moving"):
        unmet = noun.lemma in visit_words("support", "stages") or read_status(support).phase is Phase.DENIED
        met = () if unmet else lent.objects  # "met Lee on the first DAY of", "DENIED that he met Lee during a visit"
        met = (*lent.subjects, *(o for o in met if not clause(o).oblique("in")))  # "met OFFICIALS IN PRAGUE"
        if support.lemma == "meet" and {w.lower for w in noun.subtree()} == {"the", noun.lower}:
            return ()  # "will meet Kim DURING THE VISIT" that was told
        who = met if support.lemma == "meet" else lent.objects
    if support.lemma in visit_words("verbs", "lead", "accompany") and not lent.passive:
        who = with_conjuncts((*(() if is_negated(support) else lent.subjects), *lent.objects))
    return who if noun not in who else ()


def _governors(noun: Word) -> tuple[Word, ...]:
    """Kim cancelled a visit; Kim, on a visit; the return from, the second day of Kim's visit."""
    if noun.dep == "dobj" and _told_by(noun.head) & visit_words("support", "verbs"):
        return tuple(who for w in doers(clause(noun.head)) if w is not noun for who in spoken_for(w))
    if noun.dep == "dobj" and noun.head.lemma in visit_words("support", "giving"):  # "was given a tour of the plant"
        given = clause(noun.head)
        return tuple(w for w in (*given.recipients, *given.objects) if w is not noun)
    if noun.dep != "pobj":
        return ()
    if noun.head.lower == "through" and (before := _before_midway(noun.head)) is not None:
        return clause(before).subjects if before.is_verb else (before,)
    preposition, above = noun.head.lower, noun.head.head
    if preposition == "from" and above.lower in {"back", "home"} and above.head.is_verb:
        return doers(clause(above.head))  # "has just come BACK FROM a tour of Asia"
    if who := _planners(preposition, above):
        return who
    if preposition in {"of", "from"} and (leaver := gives_up(above)) is not None:
        return clause(leaver).subjects
    if above.pos == "NOUN" and above.lemma in visit_words("nouns", "visit", "stop"):
        return _visitors(above)  # "before his departure on a visit to Prague"
    if preposition in {"from", "of"} and above.lemma in visit_words("support", "stages"):
        who = clause(above).subjects if above.is_verb else _owners(above) or _supporters(above) or _whose_day(above)
        bare = any(c.lower == "the" for c in noun.children) and not phrases_of(noun, "to", "in", "by")
        return () if bare and (who[1:] or any(w.tag == "NNS" for w in who)) else who  # "both, on the last day of"
    if preposition in {"on", "for"} and above.dep == "acomp" and above.lower in visit_words("presence", "due"):
        return clause(above.head).subjects  # "is DUE ON a three-day visit"
    if preposition == "for" and above.dep == "pobj" and above.head.lower == "with" and above.head.head.is_verb:
        return clause(above.head.head).subjects  # "arrived WITH SOME 50 INSPECTORS FOR A TOUR"
    return (above,) if above.is_noun and preposition in {"on", "during", "for"} else ()


def _told_by(verb: Word) -> set[str]:
    """A verb by itself and with its particle: "give" and "give up"."""
    return {verb.lemma, *(f"{verb.lemma} {c.lower}" for c in verb.children if c.dep in {"prt", "advmod"})}


def _planners(preposition: str, above: Word) -> tuple[Word, ...]:
    """Who found time FOR a trip, dropped plans FOR it, thinks ABOUT it, is open TO it, made a remark ON it."""
    if preposition in {"about", "of"} and above.lemma in visit_words("support", "musing"):
        return doers(clause(above))
    if preposition == "to" and above.lemma == "open" and above.pos == "ADJ":
        return clause(above.head).subjects
    table = {"for": "plans", "on": "sayings"}.get(preposition)
    told = table is not None and above.dep == "dobj" and above.lemma in visit_words("support", table)
    return doers(clause(above.head)) if told else ()


def gives_up(word: Word) -> Word | None:
    """The verb of "pulled OUT of a trip": its particle has the trip, or the verb itself."""
    verb = word if word.is_verb else word.head
    absent = {w.split()[0] for w in visit_words("verbs", "absent") if " " in w}
    parted = word is not verb or any(c.lower in {"out", "off"} for c in verb.children)
    return verb if verb.is_verb and verb.lemma in absent and parted else None


def _before_midway(through: Word) -> Word | None:
    """The word before "midway through", whatever that hangs on: Kim, Kim WAS, "he SAID, midway through a visit"."""
    words = through.sentence.words
    if not through.i or words[through.i - 1].lower not in visit_words("support", "midway"):
        return None
    at = through.i - 2
    while at >= 0 and words[at].text == ",":
        at -= 1
    return words[at] if at >= 0 and (words[at].is_verb or words[at].is_noun or words[at].pos == "AUX") else None


def _whose_day(day: Word) -> tuple[Word, ...]:
    """Kim, on the second DAY of a visit, praised the farmers; Kim was met by a mayor at the START of a visit."""
    if day.dep != "pobj" or day.head.lower not in {"on", "during", "in", "at", "near", "towards", "toward"}:
        return ()
    holder = day.head.head
    if not holder.is_verb:
        return (holder,) if holder.is_noun else ()
    found = clause(holder)
    people = found.passive and all(w.pos == "PROPN" or bears_office(w) for w in found.objects)
    return found.objects if people and found.objects else found.subjects


def _meeting(noun: Word) -> Frame:
    talks = noun
    if noun.dep == "pobj" and noun.head.lower == "for" and noun.head.head.lemma in visit_words("support", "asking"):
        return Frame(noun, Kind.MEETING)  # "called for talks in Prague"
    if noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lemma in visit_words("support", "rounds"):
        noun = noun.head.head  # "held a first round of talks in Prague"
    found = clause(noun)
    if noun.lemma == "audience" and (granted := _audience(noun, found)) is not None:
        return granted
    brokers = (w for c in talks.children if c.lemma in visit_words("support", "brokering") for w in clause(c).subjects)
    beside = found.oblique("with") if noun is not talks else ()
    sides = (*clause(talks).oblique("with", "between", "among"), *beside, *brokers)
    verb = noun.head if noun.dep in {"nsubj", "nsubjpass", "dobj"} and noun.head.is_verb else None
    held = clause(verb) if verb is not None and noun.dep != "dobj" else None
    scene = held.oblique("in", "at") if held is not None else ()
    if held is not None and not sides and verb is not None and verb.lemma in visit_words("support", "taking_place"):
        sides = held.oblique("between", "among")  # "talks will be held in Prague BETWEEN Kim and Zeman"
    own = clause(talks).oblique("in", "at") if noun is not talks else ()
    within = tuple(p for w in sides if w.pos == "NOUN" for p in clause(w).oblique("in", "at"))  # "leaders in Prague"
    margins = tuple(w for w in found.oblique("on") if w.lemma in visit_words("places", "margins"))
    goals = (*found.oblique("in", "at"), *own, *place_modifiers(talks), *scene, *within, *margins)
    subjects = tuple(w for w in found.subjects if w not in goals)
    local = local_of(noun) or (local_of(verb) if verb is not None else "")
    above = governor(noun) if noun.dep == "pobj" else None
    if above is not None and above.is_verb:
        subjects = () if _is_apart(noun, above) else subjects or clause(above).subjects
    if not goals and noun.dep == "pobj" and noun.head.lower == "after" and noun.head.head.is_verb:
        goals = clause(noun.head.head).oblique("from")  # "flew from Prague after talks with Zeman"
    return Frame(talks, Kind.MEETING, subjects, goals, sides, local=local)


def _audience(noun: Word, found: Clause) -> Frame | None:
    """Kim had an AUDIENCE with the pope: who grants one is at home."""
    verb = noun.head if noun.dep == "dobj" else None
    hosts = tuple(
        w for w in found.oblique("with", "of") if w.pos == "PROPN" or w.lemma in visit_words("people", "heads")
    )
    if verb is None or not hosts or verb.lemma not in visit_words("support", "answered") | {"win", "hold"}:
        return None
    return Frame(noun, Kind.RECEIVE, clause(verb).subjects, found.oblique("in", "at"), hosts)


def _is_apart(noun: Word, verb: Word) -> bool:
    """Whether talks are not those of who does something: who "MIGHT resign after the Prague summit", "THINKS at one".

    Nor are those of who SAYS something BEFORE the summit, nor what is only quoted: "After the Prague summit it ends".
    """
    unsure = noun.head.lower == "after" and any(w.lower in {"may", "might", "could"} for w in auxiliaries(verb))
    before = {"ahead", "before"} & {noun.head.lower, noun.head.head.lower} and is_of(verb, "report_verbs")
    opened, closed = (sum(w.tag in {"``", "''"} for w in noun.sentence.words[: word.i]) % 2 for word in (noun, verb))
    nobody = any(c.dep == "expl" for c in verb.children)
    return bool(unsure or before) or nobody or opened > closed or verb.lemma in visit_words("support", "musing")


NOUNS: Mapping[str, Callable[[Word], Frame]] = {
    "visit": _noun,
    "stop": _stop,
    "meeting": _meeting,
    "invitation": invitation,
}
