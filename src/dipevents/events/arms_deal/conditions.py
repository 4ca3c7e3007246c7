"""What must hold before a frame is a deal: military equipment, parties, and that it passes between them.

The reasons are those that `Parser(explain=True)` shows for a trigger that yields nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.aside import told_aside
from dipevents.events.arms_deal.beyond import is_blamed, is_put, only_told
from dipevents.events.arms_deal.frame import holders, is_in, items_in
from dipevents.events.arms_deal.home import is_domestic
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.making import mends_arms
from dipevents.events.arms_deal.parties import actors_of, origins_of
from dipevents.events.arms_deal.private import is_nameless, is_private, is_sure
from dipevents.events.arms_deal.serving import PLATFORMS, is_captured, moves_itself, on_duty
from dipevents.events.arms_deal.traders import is_arms_company, is_forces
from dipevents.events.status import Phase, never_yet, read_status
from dipevents.models.actor import ActorKind
from dipevents.reading.clauses import clause, is_passive
from dipevents.reading.grammar import is_question

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Deployed, Frame, Goods
    from dipevents.events.arms_deal.parties import Sides
    from dipevents.mentions.equipment import Equipment
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Sentence

__all__ = [
    "NO_PARTY",
    "NO_RECEIVER",
    "NO_SECOND",
    "find_deployed",
    "is_deployed",
    "is_military",
    "to_be_provided",
    "why_not",
]

NO_PARTY = "no party"
NO_RECEIVER = "nobody receives"
NO_SECOND = "no second party"
SINCE = frozenset({"since"})
"""Behind a negated perfect this tells of a time without deals; "yet" tells of one that is to be fulfilled."""
_CIVIL = frozenset({"airline", "airliner", "airliners", "airlines", "airways", "passenger"})
_SKYWARD = frozenset({"orbit", "satellite", "satellites", "spacecraft"})
"""Beside these a rocket is no weapon: "rockets to launch SATELLITES"."""
_ORGANS = frozenset({"army", "military", "navy", "police", "soldier", "troop"})
BOTH = frozenset({"item", "make", "back", "thank"})  # kinds of frames that tell of a deal only with both sides
TALKED = frozenset({"item", "make", "both"})
"""Kinds of frames by which weapons of mass destruction are only talked of."""
AHEAD = frozenset({Phase.PLANNED, Phase.POSSIBLE})
RECEIVED = frozenset({"allow", "stop"})
"""Kinds of frames that need somebody who receives."""


def is_military(item: Equipment, frame: Frame, mentions: Mentions, sides: Sides, *, military: bool) -> bool:
    """Whether equipment is military: by itself, or by its maker, those who pass it or the text around it."""
    if item.use != "dual":
        return not (item.head.lemma == "rocket" and any(w.lower in _SKYWARD for w in item.head.sentence.words))
    arms = {other.head for other in frame.items if other.use != "dual"}
    if item.head.lemma in {"part", "spare"} and item.head.dep == "conj" and arms.intersection(item.head.ancestors()):
        return True  # "bombs and SPARE PARTS"
    if item.head.lemma in words_of("groups", "crews"):  # "handed over captured Taliban fighters", who are men
        return not _are_men(item, mentions) and frame.kind not in {"send", "arm", "come", "item"}  # men move themselves
    parties = (*sides.suppliers, *sides.recipients)
    forces = any(is_forces(a) for a in parties)
    if any(_CIVIL & set(a.name.lower().split()) or a.name.lower() in words_of("groups", "carriers") for a in parties):
        return False  # "Lufthansa bought 40 engines"
    vague = item.head.lemma in words_of("groups", "vague") or item.head.lower in words_of("groups", "vague")
    inner = item.head.sentence.words[item.first.i : item.head.i]
    if vague and not any(w.lemma in words_of("grammar", "machines") for w in inner):  # but "helicopter parts"
        typed = item.designation is not None and (forces or (military and sides.both))
        return typed or mends_arms(item, frame)
    civil = item.designation is None and any(w.lower in _CIVIL for w in item.head.sentence.words)
    if forces or (military and not civil):
        return True  # but "Norway Air put off six AIRLINERS and ordered engines"
    if any(is_arms_company(a) for a in (*parties, *origins_of(mentions, item))):
        return not any(w.lower in words_of("groups", "civil") for w in item.head.sentence.words)
    if item.head.lemma in words_of("groups", "everyday") and item.designation is None:  # but "45 Boxer vehicles"
        return False
    return _between_states(sides) and not any(w.lower in words_of("groups", "civil") for w in item.head.sentence.words)


def _are_men(item: Equipment, mentions: Mentions) -> bool:
    """Whether fighters are men: what happened to them says so, or the group whose they are."""
    words = item.head.sentence.words[item.first.i : item.head.i]
    grouped = any(a.kind is ActorKind.GROUP for w in words for a in mentions.actors.at(w))
    return item.designation is None and (grouped or any(w.lower in words_of("groups", "manned") for w in words))


def find_deployed(mentions: Mentions, sentence: Sentence, goods: Goods) -> set[Deployed]:
    """What states put up in others and keep: "will deploy missiles in Chad", "Peru's deployment of drones in Chad"."""
    found: set[Deployed] = set()
    for word in sentence.words_among(words_of("grammar", "deploying")):
        args = clause(word)
        items = items_in(args.objects or args.oblique("of"), goods)
        places = [w for a in (args, *(clause(i.head) for i in items)) for w in a.oblique("in", "to", "at", "on")]
        owners = [c for i in items for c in i.head.children if c.dep == "poss"]
        theirs = actors_of(mentions, places) if items else ()
        ours = actors_of(mentions, [*args.subjects, *owners]) if theirs else ()
        found |= {
            (a.country, b.country, i.category) for a in ours for b in theirs for i in items if a.country and b.country
        }
    return found


def is_deployed(frame: Frame, sides: Sides, deployed: frozenset[Deployed]) -> bool:
    """Whether what comes from one state to another is of the kind that the one deploys there."""
    moved = frame.key in words_of("moved") or frame.key in words_of("grammar", "coming") or frame.trigger.dep == "amod"
    pairs = [(a.country or "", b.country or "") for a in sides.suppliers for b in sides.recipients]
    return moved and any((*pair, item.category) in deployed for pair in pairs for item in frame.items)


def why_not(frame: Frame, sides: Sides) -> str | None:
    """Why a frame yields nothing, or None where it yields a deal."""
    if frame.lends or _only_ranks(frame):
        return "told by another word"
    if (lacking := _unarmed(frame, sides)) is not None:
        return lacking
    if not sides.suppliers and not sides.recipients:
        return "nobody in particular" if frame.key in words_of("nouns", "roles") else NO_PARTY  # "BUYERS of rifles"
    if frame.guessed and not sides.both and not _sure_gift(frame, sides):
        return NO_SECOND
    if is_domestic(frame, sides):
        return "domestic"
    who = bool(frame.suppliers) and all(w.tag == "WP" and w.pos == "PRON" for w in frame.suppliers)
    if not sides.both and (who or is_put(frame.trigger) or is_question(frame.trigger.sentence)):
        return "only asked"  # "Who arms Chad?", "Why does a small state need 100 tanks?"
    if is_private(frame, sides) or is_nameless(frame, sides):
        return "private persons"
    if _only_talked_of(frame, sides):
        return NO_SECOND
    if _surrendered(frame, sides) and not _between_states(sides):
        return "arms given up"
    if (unmoved := _stays(frame, sides)) is not None:
        return unmoved
    if not sides.suppliers and _needs_supplier(frame, sides):
        return "no supplier"
    return _lacking(frame, sides)


def _unarmed(frame: Frame, sides: Sides) -> str | None:
    """Why there is nothing that passes: no equipment, nobody whom a verb of arming arms, or nothing so far."""
    if never_yet(frame.trigger, SINCE) or _got_none_since(frame):
        return "not done so far"  # "has not bought a gun since 1980"
    if frame.kind == "stop" and frame.trigger.dep == "dobj" and is_in(frame.trigger.head, "flouting"):
        return "embargo broken"  # "the flights VIOLATED an arms embargo": arms passed, by whom others tell
    arming = frame.kind == "arm" and frame.key not in words_of("grammar", "fitting")
    armed = sides.recipients or (sides.suppliers and frame.items and frame.recipients)
    if arming and frame.trigger.dep == "advcl" and frame.trigger.head.lemma in words_of("verbs", "ask"):
        return "nobody is armed"  # "needs an army, armed with rifles"
    if arming and not armed and not any(w.lemma in words_of("groups", "forces") for w in frame.recipients):
        return "nobody is armed"
    own = {"our", "my", "own"} if frame.items else {"our", "my", "own", "its"}
    armed_own = (w for w in frame.recipients if any(c.lower in own for c in w.children))
    if arming and any(w.lemma in _ORGANS or not {"its"} & {c.lower for c in w.children} for w in armed_own):
        return "domestic"  # "We are rearming our troops", "supply their OWN army", "Chad arms ITS POLICE"
    its = frame.kind == "arm" and sides.suppliers and not sides.recipients
    if its and [w.tag for w in frame.recipients] == ["PRP$"]:
        return "domestic"  # "equipped ITS frigates with new missiles"
    if only_told(frame) or (not frame.items and (not arming or _with_words(frame))):
        return "no military equipment"
    return told_aside(frame, lone=not sides.both)


def _got_none_since(frame: Frame) -> bool:
    """Whether nothing of the kind has passed since a time: "HAS received NO jets SINCE it bought MiG-29s in 1990"."""
    verb = frame.trigger
    perfect = verb.tag == "VBN" and any(c.lemma == "have" for c in verb.children if c.dep == "aux")
    none = any(c.dep == "det" and c.lower == "no" for i in frame.items for c in i.head.children)
    return perfect and none and any(w.lower in SINCE for c in verb.children for w in (c, *c.children))


def _lacking(frame: Frame, sides: Sides) -> str | None:
    """What a frame of its kind needs and this one lacks."""
    named = frame.items and not frame.guessed and frame.suppliers and not sides.suppliers
    if frame.kind == "arm" and named and frame.trigger.tag != "VBN":
        return NO_SECOND  # "Peru arms its boats with its own missiles"
    itself = frame.key in words_of("grammar", "fitting") and all(w.tag == "PRP" for w in frame.recipients)
    if frame.kind in BOTH or itself:  # "a ship, where IT was fitted with guns"
        return None if sides.both else NO_SECOND
    if frame.kind in RECEIVED or (frame.kind == "listed" and frame.key == "pledge"):
        return None if sides.recipients else NO_RECEIVER
    need = _NEEDS.get(frame.kind)
    if need is not None:
        return need(frame, sides)
    if frame.kind == "give" and _provided(frame) and not sides.recipients:
        return NO_RECEIVER
    alone = frame.soft and not sides.both and not is_sure(frame)
    return NO_SECOND if alone and not (frame.key == "convoy" and _fight(sides)) else None


def _only_ranks(frame: Frame) -> bool:
    """Whether a verb only tells who deals first: "chose the F-16, becoming the FIRST state to BUY jets"."""
    verb, noun = frame.trigger, frame.trigger.head
    ranked = any(c.lower in words_of("grammar", "ranks") for c in noun.children)
    return verb.tag == "VB" and noun.dep == "attr" and noun.head.tag == "VBG" and ranked and not is_sure(frame)


def _sure_gift(frame: Frame, sides: Sides) -> bool:
    return frame.kind == "arm" or (frame.kind == "send" and bool(sides.recipients) and is_sure(frame))


def _needs_supplier(frame: Frame, sides: Sides) -> bool:
    """Whether wanting such things is no deal: weapons in general for nobody official, weapons that nobody sells."""
    if frame.key == "buy back" or (frame.items and all(_terrible(item) for item in frame.items)):
        return True  # "bought back 600,000 guns": from their owners
    armed = frame.kind == "arm" and frame.trigger.dep == "acl" and frame.trigger.tag == "VBN"
    if armed and (not is_sure(frame) or frame.trigger.head not in frame.recipients):
        return True  # "rebels armed with rifles", "Peruvian frigates equipped with Exocet missiles"
    official = any(a.kind is ActorKind.STATE or is_forces(a) for a in sides.recipients)
    general = all(item.use == "generic" or item.head.lower in words_of("general") for item in frame.items)
    return frame.kind in {"get", "ask"} and general and not official


def _only_talked_of(frame: Frame, sides: Sides) -> bool:
    """Whether weapons of mass destruction are agreed on, or aimed: "able to deliver nuclear weapons"."""
    if frame.kind in {"get", "ask"} or not frame.items or not all(_terrible(item) for item in frame.items):
        return False
    return frame.kind in TALKED or not sides.both


def _terrible(item: Equipment) -> bool:
    """Nuclear, chemical and biological weapons: to seek them is no deal unless somebody supplies them."""
    words = item.head.sentence.words[item.first.i : item.head.i]
    return item.category not in PLATFORMS and any(w.lower in words_of("terrible") for w in words)


def _with_words(frame: Frame) -> bool:
    """Whether somebody is armed with what is no weapon: "arrived armed with figures"."""
    helped = words_of("nouns", "both")
    led = clause(frame.trigger).oblique("with")
    own = (
        led if frame.trigger.is_verb else [w for w in led if w.head.head is frame.trigger]
    )  # no "RAISED its arming with"
    return any(w.lemma not in helped for w in own)


def _stays(frame: Frame, sides: Sides) -> str | None:
    """Why nothing passes although words say it does: it stays with its owner, or goes off."""
    if not frame.dative and any(w.text in words_of("grammar", "borders") for w in frame.recipients):
        return "moved, not given"  # "transferred tanks to the border"
    aside = any(c.lower in {"north", "south", "east", "west"} for c in frame.trigger.children)
    if aside and not sides.recipients and frame.trigger.is_verb and frame.kind in {"give", "send"}:
        return "moved, not given"  # "shipped tanks EAST of the Urals"
    if any(w.lower in {"nobody", "none", "no-one"} for w in frame.suppliers):
        return "nobody gives"
    if (frame.key == "divert" and frame.items and moves_itself(frame)) or on_duty(frame, sides):
        return "moved, not given"  # "diverted a plane to Lima"
    if frame.key == "commission" and not sides.suppliers and any(is_forces(a) for a in sides.recipients):
        return "put into service"  # "the navy commissioned a frigate"
    if frame.key == "take" and is_captured(frame, sides):
        return "arms taken"  # "the rebels took tanks from the army", but "Chad may take Swedish jets"
    if frame.key == "spend" and not sides.recipients:
        return NO_RECEIVER  # "spends more on its arsenal"
    said = frame.trigger.dep in {"attr", "appos"} and is_sure(frame)  # "became the first buyer of the BrahMos"
    if frame.key in words_of("nouns", "roles") and not sides.both and not said:
        return NO_SECOND  # "Peru's arms exporter said"
    if frame.key == "deliver" and frame.trigger.is_verb and not is_sure(frame) and _goes_off(frame, sides):
        return "fired, not given"
    return None


def _goes_off(frame: Frame, sides: Sides) -> bool:
    """Whether weapons are delivered to their target: "missiles to deliver them", "plans to deliver explosives"."""
    verb = frame.trigger
    explosive = all(item.head.lemma in words_of("explosives") for item in frame.items)
    if explosive and not sides.recipients:
        return True
    bearer = verb.head if verb.dep in {"acl", "relcl"} and verb.tag == "VB" else None
    return bearer is not None and any(c.lower in {"them", "it"} for c in verb.children if c.dep == "dobj")


def _surrendered(frame: Frame, sides: Sides) -> bool:
    fighters = bool(sides.suppliers) and all(a.kind is ActorKind.GROUP for a in sides.suppliers)
    if frame.key == "collect" and fighters:
        return True  # "will collect weapons from the militias"
    official = _ORGANS | {"authorities", "government"}
    ours = all(a.name.lower().split()[-1] in official for a in sides.recipients) and bool(sides.recipients)
    if fighters and ours and frame.key in words_of("surrender") and not any(a.country for a in sides.suppliers):
        return True  # "militias HANDED 200 rifles TO THE ARMY"
    owned = any(c.dep == "poss" and c.pos == "PRON" for item in frame.items for c in item.head.children)
    given = frame.trigger.dep == "acl" and frame.trigger.tag == "VBN"  # "its new drones, delivered in May"
    given = given or any(
        w.lemma in words_of("groups", "states") for w in frame.suppliers
    )  # "the cabinet will hand over"
    return owned and not given and frame.key in words_of("surrender") and not is_sure(frame)


def _between_states(sides: Sides) -> bool:
    return sides.both and all(a.kind is ActorKind.STATE for a in (*sides.suppliers, *sides.recipients))


def _needs_send(frame: Frame, sides: Sides) -> str | None:
    moved = frame.key in words_of("moved")
    armed = any(is_forces(a) or a.kind is ActorKind.GROUP for a in sides.recipients)
    men = any(_with_men(item) for item in frame.items) and not (_fight(sides) and is_blamed(frame))
    loads = len(holders(frame.items)) > len(frame.items)  # "moved 500 TONS of rifles to Chad"
    if moved and (men or (frame.key == "move" and not armed and not loads)):
        return "moved, not given"  # "moved a battery from Chad to Mali"
    armed = any(is_forces(a) for a in sides.recipients)
    if moved and all(item.category in PLATFORMS and item.head.lemma != "drone" for item in frame.items) and not armed:
        ships = all(item.category == "Ships" for item in frame.items)  # a "to" behind them is a course
        ships = ships and not any(w.lemma in words_of("grammar", "given") for w in clause(frame.trigger).oblique("as"))
        if not frame.dative or (ships and not any(c.dep == "dative" and c.is_noun for c in frame.trigger.children)):
            if sides.both and is_sure(frame) and not ships and read_status(frame.trigger).phase is Phase.DENIED:
                return None  # "ruled out SENDING Gripens to Kyiv"
            given = (is_blamed(frame) and sides.suppliers) or (sides.both and is_sure(frame) and not ships)
            return NO_RECEIVER if given else "moved, not given"
    if not sides.recipients and frame.key == "leave":
        return "moved, not given"  # "retreating troops LEFT 200 tanks behind"
    if not sides.recipients:  # "THE OTHER SIDE was given missiles BY IRAN": whoever that is
        told = is_sure(frame) or (bool(frame.recipients) and is_passive(frame.trigger))
        return None if sides.suppliers and told and (frame.dative or not moved) else NO_RECEIVER
    plain = not moved and any(item.use == "military" for item in frame.items)  # "mortars will be given to the army"
    if frame.key in words_of("grammar", "bare") and any(i.use == "generic" for i in frame.items) and _fight(sides):
        return None  # "stop sending arms to the rebels"
    return None if sides.suppliers or plain or is_sure(frame) else NO_SECOND


def _fight(sides: Sides) -> bool:
    """Whether those who receive are fighters, who own no arms that would only be moved to them."""
    return any(a.kind is ActorKind.GROUP and (is_forces(a) or not a.name.islower()) for a in sides.recipients)


def _with_men(item: Equipment) -> bool:
    """Whether men go with the machines: "sent troops and planes"."""
    of = item.head.dep == "pobj" and item.head.head.lower == "of"
    whole = item.head.head.head if of else item.head  # "troops and a SQUADRON of planes"
    beside = [whole.head] if whole.dep == "conj" else []
    beside += [c for c in item.head.children if not item.first.i <= c.i < item.head.i]  # but "sent FIGHTER jets"
    forces = words_of("groups", "forces")
    return any(w.lemma in forces or w.lower in forces for w in beside if w.is_noun)


def to_be_provided(frame: Frame) -> bool:
    """Whether ships and planes will pass to somebody told before: "Oslo said it WOULD PROVIDE six jets"."""
    return frame.kind == "give" and _provided(frame) and is_sure(frame) and read_status(frame.trigger).phase in AHEAD


def _provided(frame: Frame) -> bool:
    """Whether ships and planes are put at disposal: "provided most of the vessels of the blockade"."""
    lent = frame.trigger.is_verb and frame.key in words_of("grammar", "lending")
    return lent and bool(frame.items) and moves_itself(frame)


def _needs_come(frame: Frame, sides: Sides) -> str | None:
    batch = any(w.lemma in words_of("measures") for w in holders(frame.items)[len(frame.items) :])
    missiles = all((item.meant or item).head.lemma in words_of("missiles") for item in frame.items)
    meant = any(item.meant is not None for item in frame.items)  # "some of those it has tested COULD reach Chad"
    meant = meant or frame.trigger.dep == "relcl"
    ranging = meant and any(c.lower in {"can", "could"} for c in frame.trigger.children)
    # but "the first BATCH of missiles reached Chad"; not "a number of missiles that CAN reach Chad"
    fighting = any(w.lemma in words_of("groups", "forces") for w in frame.recipients)
    given = batch or (fighting and (frame.suppliers or frame.sources))  # "reached REBELS FROM Oslo"
    if frame.key in words_of("hitting") and missiles and (ranging or not given):
        return "fired, not given"  # "rockets from Gaza reached Tel Aviv"
    if frame.key == "head" and moves_itself(frame) and not batch:
        return "moved, not given"  # "Peruvian bombers headed for Chad turned round"
    if frame.key == "expect" and moves_itself(frame) and not frame.takers:
        return "moved, not given"  # "a Peruvian frigate is expected at Kiel"
    if moves_itself(frame) and any(map(_with_men, frame.items)):
        return "moved, not given"  # "1,000 troops and six jets from Peru landed in Lagos"
    if sides.both:
        lone = all(i.use == "dual" and i.quantity is None and i.head.tag == "NN" for i in frame.items)
        call = frame.key in {"arrive", "dock", "sail"} and all(i.category == "Ships" for i in frame.items)
        lone = lone or (
            call and not frame.takers and not any(is_forces(a) for a in sides.recipients)
        )  # "two frigates from Peru docked in Lagos"
        return "moved, not given" if lone and moves_itself(frame) else None  # "the plane flew to Lima from Oslo"
    reached = frame.key in {"go", "arrive", "expect", "find"} and sides.recipients and is_sure(frame)
    fighters = any(a.kind is ActorKind.GROUP for a in sides.recipients)
    if any(w.head.lower == "for" for w in frame.recipients) and any(is_forces(a) for a in sides.recipients):
        return None  # "six jets landed in Kano for the Nigerian air force"
    bound = frame.takers and sides.recipients and is_sure(frame)  # "the first of 18 jets for Chad landed"
    return None if bound or ((reached or fighters) and not moves_itself(frame)) else NO_SECOND


def _needs_ask(frame: Frame, sides: Sides) -> str | None:
    if not sides.recipients:
        return NO_RECEIVER
    if frame.soft:
        return None if sides.both else NO_SECOND
    named = any(item.use == "military" and item.category != "Other" for item in frame.items)
    asked = frame.key in words_of("grammar", "begging")
    return None if sides.suppliers or is_sure(frame) or asked or (named and frame.key == "request") else NO_SECOND


def _needs_cargo(frame: Frame, sides: Sides) -> str | None:
    known = sides.recipients and (sides.suppliers or any(item.use != "dual" for item in frame.items))
    return None if known else NO_RECEIVER


_NEEDS = {"cargo": _needs_cargo, "send": _needs_send, "come": _needs_come, "ask": _needs_ask}
