"""Frames of verbs: visit, arrive, go, leave, stay, receive, meet, send, invite, attend, speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.visit.attendance import is_occasion, is_remote
from dipevents.events.visit.boarding import board
from dipevents.events.visit.ellipsis import is_aimed, is_elliptic, is_time, leaves_out_place
from dipevents.events.visit.expected import due, invite
from dipevents.events.visit.frames import Frame, Kind, goals_of, local_of, visit_words, where_discussed, where_of
from dipevents.events.visit.hosting import as_guest, honour, host, looked_up, may_travel, receive, with_host, within
from dipevents.events.visit.nouns import place_modifiers
from dipevents.events.visit.speech import deed, hand, remark, speak, speaks_there
from dipevents.events.visit.subjects import are_visited, doers, in_company
from dipevents.reading.clauses import appositions, clause, is_passive, with_conjuncts
from dipevents.reading.grammar import is_within

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["VERBS"]


def _strays(verb: Word) -> tuple[Word, ...]:
    """Names behind a verb that the parser takes for a time: "met President KIM", "visited PRAGUE"."""
    return tuple(
        c for c in verb.children if c.dep == "npadvmod" and c.pos == "PROPN" and c.i > verb.i and not is_time(c)
    )


def _visit(verb: Word, found: Clause) -> Frame:
    if are_visited(verb):
        return Frame(verb, Kind.VISIT)
    goals = (*(found.objects or _strays(verb)), *goals_of(found, "visit"))
    return Frame(verb, Kind.VISIT, doers(found), goals, local=local_of(verb))


def _arrive(verb: Word, found: Clause) -> Frame:
    if (left := _left_behind(verb, found)) is not None:
        return left
    able = verb.dep == "pcomp" and verb.head.head.lemma == "capable"  # "would be CAPABLE OF flying there in an hour"
    goals = tuple(w for w in goals_of(found, "arrive") if w.lemma not in {"decade", "month", "week", "year"})
    if not goals:  # "jetted out of the country FOR PRAGUE"
        goals = tuple(p for w in found.oblique("of", "from") for p in clause(w).oblique("for", "to"))
    honours = (w for w in goals if w.lemma in visit_words("support", "honours"))  # "arrived to a WELCOME in Prague"
    goals = (*goals, *(p for w in honours for p in clause(w).oblique("in", "at")))
    calls_in = verb.lemma in {"come", "drop", "stop", "swing"}  # "dropped BY PRAGUE", but "landed by plane"
    if calls_in and any(c.lower == "by" for c in verb.children):
        goals = (*goals, *(w for w in (*found.oblique("by"), *found.objects) if w.pos == "PROPN" and not is_time(w)))
    if verb.lemma == "drop":  # "dropped in on Prague"
        goals = (*goals, *(w for w in found.oblique("on") if w.pos == "PROPN" and not is_time(w)))
    if hosts := looked_up(verb):  # "dropped in on ZEMAN"
        return Frame(verb, Kind.RECEIVE, doers(found), (*goals, *within(found, hosts)), hosts)
    if able or (verb.lemma in visit_words("support", "aimed") and not (goals or local_of(verb) or is_aimed(verb))):
        return Frame(verb, Kind.ARRIVE)
    won = [w for w in found.objects if w.lemma not in visit_words("transport", "nouns")]
    if verb.lemma == "land" and won and all(w.i < c.i for w in won for c in verb.children if c.dep == "prep"):
        return Frame(verb, Kind.ARRIVE)  # "landed a contract"
    beside = verb.dep if verb.tag == "VBG" else ""  # "reporters TRAVELLING with KIM", "TRAVELLING with KIM is LEE"
    along = [c for c in verb.head.children if c.dep == "attr"] if beside == "csubj" else []
    aboard = (*found.oblique("with"), *with_conjuncts(along)) if beside in {"acl", "csubj"} else ()
    company = tuple(w for w in aboard if w.pos in {"PROPN", "PRON"} or w.lemma in visit_words("people", "heads"))
    named = company and beside == "acl" and verb.head.pos == "NOUN"  # "an OFFICIAL travelling with KIM"
    return Frame(
        verb,
        Kind.ARRIVE,
        (*(() if named else _movers(found)), *company),
        (*goals, *_legs(verb, goals)),
        (),
        found.oblique("from"),
        local_of(verb),
    )


def _left_behind(verb: Word, found: Clause) -> Frame | None:
    """Kim slipped OUT OF PRAGUE, flew out of Prague for Riga."""
    out = verb.lemma in visit_words("support", "leaving_out") and _has_out(verb) and not found.passive
    away = verb.lemma == "come" and any(c.lower == "away" for c in verb.children)  # "CAME AWAY from Prague"
    ways = found.oblique("of") if out else found.oblique("from") if away else ()
    origins = tuple(w for w in ways if w.pos == "PROPN" and not is_time(w))
    return _leave(verb, found.replacing(objects=origins)) if origins else None


def _legs(verb: Word, goals: Sequence[Word]) -> tuple[Word, ...]:
    """The further stops of "to Prague on Monday, VIENNA on Tuesday and ROME on Friday", which hang on the days."""
    if not goals:
        return ()
    beside = [c for c in verb.children if c.dep in {"npadvmod", "dobj", "conj"} and c.i > goals[0].i]
    days = [w for w in clause(verb).oblique("on") if w.i > goals[0].i]
    return tuple(w for w in (*beside, *days) if w.pos == "PROPN" and not is_time(w) and w not in goals)


def _is_person(word: Word) -> bool:
    """Whether a word means somebody, and no town: "reached KIM", "reached the MINISTER"."""
    return is_within(word, "PERSON") if word.pos == "PROPN" else may_travel(word)


def _go(verb: Word, found: Clause) -> Frame:
    if is_elliptic(verb, "come", ()):
        here = verb.lemma == "come" and leaves_out_place(verb, dated=True)
        return Frame(verb, Kind.ARRIVE, doers(found), (), (), found.oblique("from"), elliptic=not here)
    if _is_no_motion(verb):
        return _there(verb, found) if verb.lemma == "get" else Frame(verb, Kind.GO)
    if (left := _left_behind(verb, found)) is not None:
        return left
    off = {"come": "under", "call": "for"}.get(verb.lemma)
    if (off and found.oblique(off)) or (verb.lemma == "reach" and (_has_out(verb) or _is_called(verb))):
        return Frame(verb, Kind.GO)  # "came under fire", "called for talks", "reached out to Prague"
    goals = goals_of(found, "head" if verb.lemma == "head" else "go")
    if verb.lemma == "reach" and not any(map(may_travel, found.subjects)) and any(map(_is_person, found.objects)):
        return Frame(verb, Kind.STAY, found.objects, found.oblique("in", "at"))  # "the news REACHED KIM in Prague"
    if verb.lemma in visit_words("support", "transitive"):
        if found.objects and all(is_time(w) for w in found.objects):
            return Frame(verb, Kind.GO)  # "the war in Chad entered its sixth month"
        if any(w.lemma in visit_words("support", "unentered") | visit_words("nouns", "deed") for w in found.objects):
            return Frame(verb, Kind.GO)  # "reached a deal in Prague"
        goals = (*found.objects, *goals)
    elif verb.lemma == "make" and (rounds := [w for w in found.objects if w.lower == "rounds"]):
        goals = tuple(p for w in rounds for p in clause(w).oblique("of", "in"))
    elif not found.passive and not _has_way(verb, found):
        return Frame(verb, Kind.GO)
    made = (w for w in found.objects if w.lemma in visit_words("support", "goals_made"))  # "will make his WAY to"
    goals = goals or tuple(p for w in made for p in clause(w).oblique("to", "into", "toward", "towards", "for"))
    ways = (*found.oblique("off", "from", "down", "of"), *found.objects)
    out = (w for w in ways if w.lemma in visit_words("support", "exits"))  # "stepped off the plane in Prague"
    goals = (*goals, *(p for w in out for p in clause(w).oblique("in", "at", "for")))
    far = (c for c in verb.children if c.lower in {"far", "farther", "further"})  # "got as FAR as Prague"
    goals = (*goals, *(w for c in far for w in clause(c).oblique("as", "than")), *_legs(verb, goals))
    if _stands_in(verb, goals):
        named = tuple(w for w in goals if w.pos == "PROPN" and not is_time(w))
        return Frame(verb, Kind.SEND, doers(found), named, elliptic=not named)
    elliptic = is_elliptic(verb, "go", goals)
    mood = (c for c in verb.children if c.dep in {"acomp", "advcl", "oprd"} and c.pos == "ADJ")
    origins = (*found.oblique("from"), *(p for c in mood for p in clause(c).oblique("from")))  # "EMPTY-HANDED from"
    stays = [w for w in origins if w.lemma in visit_words("nouns", "span")]  # "came home from six DAYS in Prague"
    origins = (*(w for w in origins if w not in stays), *(p for w in stays for p in clause(w).oblique("in", "at")))
    return Frame(verb, Kind.GO, _movers(found), goals, (), origins, local_of(verb), elliptic=elliptic)


def _stands_in(verb: Word, goals: Sequence[Word]) -> bool:
    """Whether somebody goes in another's place: "her deputy went IN HER STEAD", "will go INSTEAD"."""
    alone = not (goals or is_passive(verb) or local_of(verb))  # not "went HOME instead"
    instead = alone and any(c.lower == "instead" and c.i > verb.i for c in verb.children)
    return instead or any(w.lemma in visit_words("support", "stead") for w in goals)


def _is_no_motion(verb: Word) -> bool:
    """Whether one does not move: "went close for Wales", "CALLED OFF a visit to Prague", "GOT a WELCOME there"."""
    if verb.lemma == "get":
        return _has(clause(verb))
    if verb.lemma == "go":
        return any(c.dep == "acomp" or c.lower == "close" for c in verb.children)
    if verb.lemma == "hop" and verb.lower in {"hoped", "hopes", "hoping"}:
        return True  # the lemmatizer makes it of what somebody hopes
    if verb.lemma == "call":  # "CALLED the trip to Prague A BLUNDER"
        return any(c.dep in {"dobj", "oprd"} or (c.dep == "prt" and c.lower == "off") for c in verb.children)
    aimed = any(c.dep == "dobj" or c.lower in {"for", "toward", "towards"} for c in verb.children)
    return verb.lemma == "make" and verb.tag == "VBN" and not aimed and not is_passive(verb)


def _is_called(verb: Word) -> bool:
    """Whether somebody is reached where he is, by no journey: "REACHED BY TELEPHONE in Prague"."""
    by = (w for c in verb.children if c.lower in {"by", "on", "via"} for w in c.children)
    return any(w.lemma in visit_words("support", "remote") for w in by)


def _has_out(verb: Word) -> bool:
    return any(c.lower == "out" and c.dep in {"prt", "advmod", "prep"} for c in verb.children)


def _has_way(verb: Word, found: Clause) -> bool:
    """Whether the objects leave a verb one of motion: "made IT to", "continued his JOURNEY to", "followed HIM to"."""
    ways = visit_words("support", "goals_made" if verb.lemma == "make" else "ways")
    if verb.lemma == "cross" and found.oblique("to", "into"):
        return True  # "crossed the Danube to Ruse"
    borne = verb.lemma in visit_words("support", "carried")  # "a convoy SWEPT KIM to Prague"
    return all(
        w.lemma in ways or (w.pos == "PRON" if verb.lemma == "follow" else borne and may_travel(w))
        for w in found.objects
    )


def _movers(found: Clause) -> tuple[Word, ...]:
    """Who moves: the subject of "flew to", the object of "flew him to"; nothing that "was passed to"."""
    if found.passive:
        verb = found.trigger  # "Kim, the minister, swept into Prague": the parser leaves the sentence without a verb
        alone = verb.dep == "acl" and verb.head is verb.sentence.root and verb.sentence.words[verb.i - 1].text == ","
        return found.objects if alone or verb.lemma in visit_words("support", "carried") else ()
    if found.trigger.lemma in visit_words("support", "carried") and any(map(may_travel, found.objects)):
        return found.objects  # no "flew ECONOMY to Prague"
    return doers(found)


def _leave(verb: Word, found: Clause) -> Frame:
    behind = any(c.dep in {"xcomp", "ccomp", "oprd"} and c.tag in {"VBG", "VBN"} for c in verb.children)
    if verb.lemma == "leave" and found.objects and (_has_out(verb) or behind):
        return Frame(verb, Kind.LEAVE)  # "left Prague out of the list", "left an envoy WAITING"
    occasions = [w for w in found.objects if is_occasion(w)]
    origins = (*found.objects, *found.oblique("from"), *(p for w in occasions for p in place_modifiers(w)))
    bound = bool(found.oblique("for", "to"))
    goals = goals_of(found, "leave")
    movers = doers(found) or (found.objects if goals and found.passive else ())
    return Frame(verb, Kind.LEAVE, movers, goals, (), origins, local_of(verb), bound=bound)


def _stay(verb: Word, found: Clause) -> Frame:
    things = (*found.objects, *(c for c in verb.children if c.dep in {"attr", "npadvmod"}))
    wholes = (p for w in things for p in clause(w).oblique("of"))  # "spent much of his CAREER in Prague"
    lived = verb.lemma == "spend" and any(w.lemma in {"decade", "year"} for w in found.objects)
    if lived or any(w.lemma in visit_words("support", "unspent") for w in (*things, *wholes)):
        return Frame(verb, Kind.STAY)  # "spent millions in Prague", "will stay the course in Prague"
    beside = (w for other in found.oblique("with") if other.is_noun for w in clause(other).oblique("in", "at"))
    days = [c for c in verb.children if c.dep in {"dobj", "npadvmod"} and is_time(c)]
    spent = [w for w in found.objects if is_time(w) or w.lemma in visit_words("nouns", "meeting")]
    spent += [w for w in found.objects if verb.lemma == "break" and w.lemma in visit_words("nouns", "visit")]
    spent += [p for w in spent for p in clause(w).oblique("of") if p.lemma in visit_words("nouns", "meeting")]
    within = (p for w in spent for p in clause(w).oblique("in", "at"))  # "spent less than six hours in Prague"
    told = tuple(w for w in goals_of(found, "stay") if not is_time(w))
    goals = told or (*beside, *within) or goals_of(found, "stay")  # "spent a day with Zeman in Prague"
    who = found.objects if found.passive and verb.lemma == "put" else doers(found)  # "was put up in a villa"
    local = local_of(verb) or next((name for w in found.objects if (name := local_of(w))), "")  # "spent a day here"
    if not goals and not local and (hosted := with_host(verb, found, days)) is not None:
        return hosted
    hosts = tuple(w for w in found.oblique("with") if w.pos == "PROPN") if days and not is_remote(found) else ()
    return Frame(verb, Kind.STAY, who, goals, hosts, local=local, elliptic=is_elliptic(verb, "stay", goals))


def _has(found: Clause) -> bool:
    """Whether one is given something where one is: "got a RED CARPET in Prague"."""
    given = bool(found.objects) and not found.passive
    return given and all(w.lemma in visit_words("support", "had") for w in found.objects)


def _there(verb: Word, found: Clause) -> Frame:
    """Kim posed for pictures in Prague, had breakfast in Prague; was mobbed, kept waiting, given dinner there."""
    honoured = honour(verb, found) or as_guest(verb, found)
    if honoured is not None and honoured.visitors:
        return honoured
    if (
        verb.lemma == "give"
        and not found.passive
        and any(w.lemma in visit_words("nouns", "deed") for w in found.objects)
    ):
        return deed(verb, found)  # "gave a lecture in Prague"
    there = [w for w in found.objects if w.lemma in visit_words("support", "posted")] if verb.lemma == "have" else []
    if there and not found.passive:  # "Zeman has a mediator in Prague"
        within = (p for w in there for x in (w, *appositions(w)) for p in clause(x).oblique("in", "at"))
        return Frame(verb, Kind.STAY, tuple(there), (*found.oblique("in", "at"), *within))
    things = (*found.objects, *(c for c in verb.children if c.dep in {"dobj", "npadvmod"}))
    for name, needed in (("having", "had"), ("spending", "spent")):
        if verb.lemma in visit_words("support", name) and not any(
            w.lemma in visit_words("support", needed) for w in things
        ):
            return Frame(verb, Kind.STAY)
    done_to = verb.lemma in visit_words("support", "done_to")
    borne = (*found.recipients, *found.objects)
    who = (borne if found.passive else doers(found)) if done_to is found.passive else ()
    beside = [
        w
        for w in (*things, *(found.subjects if found.passive else ()), *found.oblique("by", "round", "around", "over"))
        if w not in who
    ]
    tasks = [c for c in verb.children if c.dep == "xcomp" and c.tag == "VBG"]  # "was kept WAITING for hours at"
    beside.extend(w for task in tasks for w in clause(task).oblique("for"))
    inner = (p for w in (*beside, *tasks) for p in clause(w).oblique("in", "at"))
    through = (w for w in found.oblique("through", "across") if w.pos == "PROPN")  # "strolled THROUGH PRAGUE"
    goals = (*goals_of(found, "stay"), *inner, *through, *found.oblique("round", "around", "over", "into"))
    return Frame(verb, Kind.STAY, tuple(w for w in who if may_travel(w)), goals, local=local_of(verb))


def _receive(verb: Word, found: Clause) -> Frame:
    given = _has(found) and not all(is_occasion(w) for w in found.objects)
    return _there(verb, found) if given else receive(verb, found)  # "received a warm welcome in Prague"


def _meet(verb: Word, found: Clause) -> Frame:
    if verb.lemma == "see" and found.passive:  # "was seen in Prague"
        goals, local = goals_of(found, "stay"), local_of(verb)
        return Frame(verb, Kind.STAY, found.objects if goals or local else (), goals, local=local)
    if verb.lemma == "speak" and not found.oblique("with"):
        said = speak(verb, found)
        if verb.tag == "VBG" or said.occasion is not None or speaks_there(found):
            return said
    if verb.lemma == "meet" and found.passive and any(may_travel(w) for w in found.subjects):
        return receive(verb, found)  # "was met at the airport by Zeman"
    calls = verb.lemma == "call"
    if calls and any(c.dep == "xcomp" or (c.dep == "advcl" and c.tag == "VB") for c in verb.children):
        return Frame(verb, Kind.MEET)  # "called on Kim to go"
    if calls and not found.oblique("for") and any(map(may_travel, found.oblique("on", "upon"))):
        hosts = tuple(w for w in found.oblique("on", "upon") if may_travel(w) and not is_time(w))
        return Frame(verb, Kind.RECEIVE, doers(found) or found.subjects, found.oblique("in", "at"), hosts)
    ways = ("with", "to", *(("on",) if calls else ("from", "across", "opposite") if verb.lemma == "sit" else ()))
    given = verb.lemma in visit_words("support", "sharing")  # "exchanged TOASTS with Zeman"
    objects = () if given else found.objects or _strays(verb)
    others = (*objects, *found.oblique(*ways), *(p for w in found.objects if given for p in clause(w).oblique("with")))
    if is_remote(found) or (verb.lemma == "see" and not any(may_travel(w) and w.lower != "it" for w in others)):
        return Frame(verb, Kind.MEET)  # "saw it in Prague"
    topical = verb.lemma == "discuss"
    # "discussed trade with Zeman", "met behind closed doors with Zeman": the parser hangs him on these
    holders = () if found.oblique("with") else found.objects if topical else found.oblique("behind")
    partners = tuple(w for holder in holders for w in clause(holder).oblique("with"))
    others = (*others, *partners)
    met = [w for w in others if w.pos == "PROPN" or w.lemma in visit_words("people", "bearers")]
    beside = [w for other in met for w in clause(other).oblique("in", "at") if not topical or w.is_under(other)]
    margins = (w for w in found.oblique("on") if w.lemma in visit_words("places", "margins"))
    places = where_discussed(verb, found) if topical else found.oblique("in", "at", "near", "outside")
    holders = found.objects if given else holders
    behind = [p for h in holders for p in clause(h).oblique("in", "at") if given or any(w.i < p.i for w in partners)]
    goals = (*places, *beside, *dict.fromkeys(behind), *margins) or where_of(verb)
    return Frame(verb, Kind.MEET, doers(found) or found.subjects, goals, others, local=local_of(verb))


def _send(verb: Word, found: Clause) -> Frame:
    if verb.lemma == "take" and any(w.lemma in visit_words("transport", "nouns") for w in found.objects):
        return board(verb, found)
    if verb.lemma == "take" and any(w.lemma == "salute" for w in found.objects):
        return deed(verb, found)
    down = ("in", "at", "on") if verb.lemma in visit_words("support", "setting_down") else ()
    goals = found.oblique("to", "into", *down)
    for sent in () if goals else found.objects:
        under = (c for c in sent.children if c.dep == "acl" and c.lemma in visit_words("verbs", "lead"))
        parts = (sent, *appositions(sent), *under)
        goals = (*goals, *(w for part in parts for w in clause(part).oblique("to", "into")))
    if not goals and verb.dep == "xcomp" and verb.head.lemma == "be":  # "is to dispatch an envoy, KIM, TO PRAGUE"
        goals = tuple(w for w in clause(verb.head).oblique("to") if w.i > verb.i)
    if verb.lemma in visit_words("verbs", "lead"):
        if found.passive and verb.dep not in {"acl", "relcl", "advcl"}:  # "the team at the talks is led by Kim"
            teams = any(w.lemma in visit_words("people", "sides") for w in found.objects)
            alone = not goals  # "the delegation will be led by Kim": it was told where it goes
            return Frame(verb, Kind.SEND, found.subjects if teams else (), goals, untold=alone, elliptic=alone)
        led = visit_words("people", "sides") | (visit_words("people", "led") if goals else frozenset())
        if found.objects and not any(may_travel(w) or w.lemma in led for w in found.objects):
            return Frame(verb, Kind.SEND)  # "leads an inquiry into Russia"
        for sent in found.objects:
            goals = (*goals, *clause(sent).oblique("to", "in"))
        movers = () if found.passive else doers(found)
        sides = all(w.lemma in visit_words("people", "sides") for w in found.objects) and verb.dep != "relcl"
        untold = bool(found.objects) and sides and not goals
        goals = goals or where_of(verb)
        return Frame(verb, Kind.SEND, movers, goals if movers else (), local=local_of(verb), untold=untold)
    untold = not goals and _sends_there(verb, found)
    joins = not goals and any(c.dep == "prt" for c in verb.children)  # "will have to BRING IN some rebels"
    brings = verb.lemma == "bring" and not (found.passive or joins) and any(may_travel(w) for w in found.objects)
    bears = verb.lemma in {"bring", "carry"} and _bears(found)
    towns = {e.last for e in verb.sentence.entities if e.label in {"FAC", "GPE", "LOC"}}
    handed = bool(goals) and all(may_travel(w) and w.i not in towns for w in goals)
    if handed and any(w.lemma in visit_words("support", "lodged") for w in found.objects):
        return Frame(verb, Kind.SEND)  # "took the CASE to the World Trade Organization"
    if (bears or (verb.lemma == "take" and _bears(found))) and handed:
        return Frame(verb, Kind.RECEIVE, found.subjects, found.oblique("in"), goals)  # "took a LETTER TO ZEMAN"
    movers = (*found.subjects, *found.objects) if brings or bears else found.objects  # "brought a LETTER to Prague"
    if verb.tag == "VBN" and verb.dep == "acl" and not any(map(may_travel, movers)):
        movers = (verb.head,)  # "Kim, DISPATCHED to Prague to calm tempers": the parser takes these for the object
    stead = any(w.lemma in visit_words("support", "stead") for w in found.oblique("in"))
    instead = stead or any(c.lower == "instead" for c in verb.children)
    untold = untold and not (instead and any(w.lemma in visit_words("nouns", "visit") for w in verb.sentence.words))
    local = local_of(verb) or next((name for w in found.objects if (name := local_of(w))), "")
    return Frame(verb, Kind.SEND, movers, goals, local=local, elliptic=instead, untold=untold)


def _bears(found: Clause) -> bool:
    return not found.passive and any(w.lemma in visit_words("support", "borne") for w in found.objects)


def _sends_there(verb: Word, found: Clause) -> bool:
    """Whether somebody is sent to what was told before: "Zeman is sending his minister", for no task of its own."""
    if verb.lemma not in visit_words("support", "sending") or found.passive or found.recipients or found.complements:
        return False
    tasks = (c for o in (verb, *found.objects) for c in o.children if c.dep in {"advcl", "relcl"} and c.tag == "VB")
    return any(may_travel(w) for w in found.objects) and not any(tasks)


VERBS: Mapping[str, Callable[[Word, Clause], Frame]] = {
    "visit": _visit,
    "inspect": _visit,
    "arrive": _arrive,
    "go": _go,
    "leave": _leave,
    "stay": _stay,
    "there": _there,
    "ride": board,
    "receive": _receive,
    "play_host": host,
    "meet": _meet,
    "send": _send,
    "lead": _send,
    "accompany": in_company,
    "invite": invite,
    "deed": deed,
    "remark": remark,
    "hand": hand,
    "due": due,
    "speak": speak,
}
