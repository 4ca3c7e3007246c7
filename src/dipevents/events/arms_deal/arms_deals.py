"""Arms deals: weapons and military equipment that pass, passed, will or may pass from a supplier to a recipient.

Patterns (the words are in `data/arms_deal.toml`, the argument places in `frames.py`):

    Russia sold Iran tanks; the tanks sold by Russia        a verb of giving with its equipment and a party
    Guinea armed the rebels                                 arming needs no equipment
    Iran ordered tanks from Russia; Turkey's S-400 purchase a verb or a noun of getting
    arms shipments to the rebels; US arms sales to Taiwan   a noun with the parties before and behind it
    won an order for, signed a contract with X for          contract frames
    a gift from Washington; Russian-made helicopters        read from the equipment outward
    talks on, an offer of, a request for, may sell          negotiating or possible
    the deal, the contract, the jets                        further words of a deal told before

What yields nothing: civil goods; equipment that is tested, fired, deployed or shown; arms control; deals without
equipment; equipment without a party; the parties of one state among themselves.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import compress
from typing import TYPE_CHECKING, TypeAlias

from dipevents.events.arms_deal.answers import Answer, find_answers
from dipevents.events.arms_deal.aside import equipment_of, is_of_crime
from dipevents.events.arms_deal.beyond import given_to, is_blamed
from dipevents.events.arms_deal.conditions import (
    NO_PARTY,
    NO_RECEIVER,
    NO_SECOND,
    find_deployed,
    is_deployed,
    is_military,
    to_be_provided,
    why_not,
)
from dipevents.events.arms_deal.context import Told
from dipevents.events.arms_deal.counts import value_of
from dipevents.events.arms_deal.dates import date_deal, is_leased, order_and_delivery, still_to_come, with_day_behind
from dipevents.events.arms_deal.echo import find_halts, find_likewise
from dipevents.events.arms_deal.frame import Goods
from dipevents.events.arms_deal.frames import opening_words, read_frame, read_outward
from dipevents.events.arms_deal.headlines import with_halts, with_headlines
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.merge import item_at, join_deals, same_deal, same_things
from dipevents.events.arms_deal.odds import NO_GOODS, Lone, weigh, with_loose_goods
from dipevents.events.arms_deal.parties import Sides, actors_of, completed, read_sides
from dipevents.events.arms_deal.pointing import (
    Pointer,
    adds_goods,
    is_anaphor,
    own_date,
    points_back,
    points_by_goods,
    points_by_kind,
)
from dipevents.events.arms_deal.pronouns import as_meant
from dipevents.events.arms_deal.seizure import with_seizures
from dipevents.events.arms_deal.series import all_listed, by_origin, unrolled, with_options
from dipevents.events.arms_deal.serving import moves_itself
from dipevents.events.arms_deal.status import read_deal_status
from dipevents.events.arms_deal.topic import PASSING, Topic, is_unsure
from dipevents.events.claims import find_disavowals
from dipevents.events.explained import telling_words
from dipevents.events.merge import merge
from dipevents.models.actor import countries_of
from dipevents.models.arms_deal import ArmsDeal, DealStatus
from dipevents.reading.clauses import is_negated
from dipevents.reading.grammar import is_subjunctive, is_to, was_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dipevents.events.arms_deal.frame import Frame
    from dipevents.mentions.equipment import Equipment
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.event_date import EventDate
    from dipevents.reading.sentence import Sentence

__all__ = ["find_arms_deals"]

Draft: TypeAlias = "tuple[Frame, Sides]"
Bare: TypeAlias = "tuple[Frame, Sides | None]"

ROOM = "arms_deal"
DEPLOYED = "deployed, not given"
LACKING = frozenset({NO_SECOND, NO_RECEIVER, NO_PARTY})
FITTING = LACKING | {None}
CLOSE = 4
"""Sentences back in which whom "it" means is looked for."""
MEMORY = 3
"""Sentences for which a text stays military after equipment that is certainly so."""


def find_arms_deals(mentions: Mentions) -> list[ArmsDeal]:
    """The arms deals that an article tells of, in text order."""
    warm = age = story = 0
    before: tuple[Equipment, ...] = ()
    named = [
        (s, equipment_of(mentions, s)) for s in mentions.sentences_for("arms_deal") if s.words and not s.text.isupper()
    ]
    deployed = frozenset(one for s, equipment in named for one in find_deployed(mentions, s, Goods(equipment)))
    topic, lone = Topic(mentions), list[Lone]()
    told, headlines = Told(topic.named), Told(topic.named)
    for sentence, equipment in named:
        if (there := topic.item_at(sentence.start)) != story:
            story, warm, before = there, 0, ()
            told.begin()
        certain = any(item.use != "dual" for item in equipment)
        warm = MEMORY if certain else warm - 1
        kept = headlines if sentence.heading else told
        known = len(kept)
        goods = Goods(equipment, before, deployed)
        lone += _read_sentence(mentions, sentence, goods, kept, topic, military=warm > 0)
        warm = MEMORY if len(kept) > known else warm
        passed = {i.evidence.end for deal in kept.deals[known:] for i in deal.items if i.evidence is not None}
        meant = tuple(compress(goods.items, (own.use != "dual" or own.last.end in passed for own in equipment)))
        age = 0 if meant else age + 1
        before = meant or (before if age < MEMORY else ())
    added, headed = list[ArmsDeal](), list[ArmsDeal]()
    stories = topic.stories(told.deals)
    for frame, deal, reason in lone:
        near = stories.get(topic.item_at(deal.start), [])
        whole = topic.found(frame, deal, near) if reason in LACKING else None
        if whole := whole or weigh(mentions, (frame, deal, reason), near, [*headlines.deals, *added]):
            (headed if frame.trigger.sentence.heading else added).append(whole)
        elif reason is not None:
            mentions.skip(frame.trigger, ROOM, reason, of=telling_words(ROOM) if reason == NO_GOODS else None)
    checked = with_seizures(mentions, named, [*told.directed(added), *added])
    pointing = frozenset(item.last.end for _, equipment in named for item in equipment if points_back(item))
    deals = merge(sorted(checked, key=lambda d: d.start), partial(same_deal, pointing=pointing), join_deals)
    deals = with_halts(merge(told.halts, same_deal, join_deals), deals)
    headed = sorted([*headlines.directed(deals), *headed], key=lambda d: d.start)
    deals = with_headlines(merge(headed, same_deal, join_deals), deals)
    full = topic.completed(deals)
    return [still_to_come(with_day_behind(mentions, deal, full), mentions) for deal in full]


def _read_sentence(
    mentions: Mentions, sentence: Sentence, goods: Goods, told: Told, topic: Topic, *, military: bool
) -> list[Lone]:
    """Adds what a sentence tells to the deals told so far; gives what lacks a side, and why that is none."""
    read, bare = _frames(mentions, sentence, goods, military=military)
    drafts, orphans, lone = [], [], list[Lone]()
    for frame, sides, reason in _new(mentions, told, goods, read):
        if reason is None:
            drafts.append((frame, sides))
        elif _is_orphan(frame, sides, reason):
            orphans.append((frame, sides))
        elif reason in LACKING:
            lone.append((frame, _deal(mentions, frame, sides, 1), reason))
        else:
            mentions.skip(frame.trigger, ROOM, reason)
    deals = list[ArmsDeal]()
    for frame, sides in drafts:
        near = [*told.near(sentence.i, CLOSE), *deals]
        deals.append(as_meant(frame, _deal(mentions, frame, sides, len(drafts)), near))
    for (frame, sides), deal in zip(drafts, deals, strict=True):
        lone.append((frame, deal, None))
        topic.leave(frame, sides, deal)
        told.leave_open(deal if frame.parties and not (frame.suppliers or frame.recipients) else None)
    joined = merge(deals, same_things, join_deals)
    for deal in joined:
        told.add(sentence.i, deal, named=topic.is_for_others(deal))
    for frame, sides in orphans:
        deal = _deal(mentions, frame, sides, len(drafts) + len(orphans))
        if sides.suppliers and any(same_things(other, deal) for other in joined):
            continue  # "delivered six jets and plans to send ANOTHER SIX"
        if (reason := _untied(told, sentence.i, frame, deal)) is not None:
            lone.append((frame, deal, reason))
    _answer(mentions, sentence, told)
    echoed = _echo(mentions, sentence, told)
    return lone + _read_bare(mentions, told, goods, read, bare, echoed)


def _read_bare(
    mentions: Mentions, told: Told, goods: Goods, read: list[Draft], bare: list[Bare], echoed: set[int]
) -> list[Lone]:
    """Adds what frames without equipment tell of the deals told so far; gives those for which the odds may find some.

    Args:
        mentions: The article.
        told: The deals told so far.
        goods: The equipment of the sentence.
        read: Its frames with equipment.
        bare: Its frames without.
        echoed: Where words stand that have told something of a deal already.
    """
    unread: list[Draft] = []
    for frame, known in bare:
        if frame.trigger.is_noun and frame.key in words_of("grammar", "given"):
            told.pledge(frame.trigger.sentence.i, actors_of(mentions, given_to(frame.trigger)))
        _note(mentions, told, frame)
        if not _refers(mentions, told, frame, known) and frame.trigger.i not in echoed:
            unread.append((frame, known or (read_sides(mentions, frame) if goods.items else Sides())))
    claimed = {item.head.i for frame, _ in read for item in frame.items}
    lone: list[Lone] = [
        (frame, _deal(mentions, frame, sides, 1), NO_GOODS) for frame, sides in with_loose_goods(unread, goods, claimed)
    ]
    for frame, _ in unread:
        if not frame.items:
            mentions.skip(frame.trigger, ROOM, NO_GOODS, of=telling_words(ROOM))
    return lone


def _note(mentions: Mentions, told: Told, frame: Frame) -> None:
    """Keeps a paper between two sides whose goods the next sentence may tell."""
    if frame.key in words_of("grammar", "papers") and frame.beside is not None and frame.has_side:
        named = read_sides(mentions, frame)
        if named.both:
            told.note(frame.trigger.sentence.i, _deal(mentions, frame, named, 1))


def _new(mentions: Mentions, told: Told, goods: Goods, read: list[Draft]) -> Iterator[tuple[Frame, Sides, str | None]]:
    """The frames of a sentence that are not more of a deal told before, and why each tells of no deal by itself."""
    for frame, sides in completed(read):
        reason = why_not(frame, sides) or (DEPLOYED if is_deployed(frame, sides, goods.deployed) else None)
        if reason not in FITTING or not _points(mentions, told, frame, sides):
            yield frame, sides, reason


def _untied(told: Told, sentence: int, frame: Frame, deal: ArmsDeal) -> str | None:
    """Ties a deal that lacks a side to the ones told before; gives why it cannot, or None where it can."""
    if frame.kind in {"ask", "get"} and deal.recipients and not deal.suppliers:
        return None if not is_unsure(frame, deal) and told.add_wish(sentence, deal) else NO_SECOND
    if _goes_on(frame) and (deal.suppliers or deal.recipients):
        named = frame.kind == "come" and not frame.guessed and bool(frame.suppliers or frame.recipients)
        named = named and any(i.use != "dual" or i.head.pos == "NUM" for i in frame.items)
        named = named and (bool(deal.suppliers) or not moves_itself(frame))  # "two of them sailed to Chad"
        further = told.add_given if deal.suppliers else told.add_wish
        return None if told.complete(sentence, deal) or (named and further(sentence, deal)) else NO_SECOND
    if deal.suppliers:
        return None if told.add_given(sentence, deal) else NO_RECEIVER
    if frame.kind == "both" and told.fill(sentence, deal):
        return None
    if deal.status is DealStatus.DENIED and frame.key in words_of("grammar", "passing_on"):
        return NO_PARTY  # "asked for a guarantee that they would not be PASSED ON": what it got, it got
    handed = frame.trigger.is_verb and frame.key in words_of("status", "delivered")
    return None if told.add_orphan(sentence, deal, alone=frame.kind != "allow", handed=handed) else NO_PARTY


def _answer(mentions: Mentions, sentence: Sentence, told: Told) -> None:
    """Ends the deals asked for before that a sentence refuses, and those that it disowns; settles what it grants."""
    if told.is_silent(sentence.i):
        return
    whole = mentions.sentence_evidence(sentence)
    before = mentions.sentences[max(0, sentence.i - 1) : sentence.i + 1]
    crime = any(map(is_of_crime, before))  # "was arrested over the sale. He denies THE CHARGES"
    found = [] if crime else find_disavowals(sentence)
    denials = (Answer(d.cue, d.who, reported=True, bare=d.answers) for d in found)
    for answer in (*find_answers(sentence), *denials):
        told.answer(answer, actors_of(mentions, answer.who), whole, mentions.word_evidence(answer.cue))


def _echo(mentions: Mentions, sentence: Sentence, told: Told) -> set[int]:
    """Adds what a sentence says of the goods told before without naming any; gives the words that told it."""
    echoed: set[int] = set()
    if told.is_silent(sentence.i):
        return echoed
    whole = mentions.sentence_evidence(sentence)
    for verb, who in find_likewise(sentence):
        told.repeat(sentence.i, actors_of(mentions, who), whole, reach=0 if verb.dep == "conj" else 1)
    for halt in find_halts(sentence):
        sides = Sides(actors_of(mentions, halt.who), actors_of(mentions, halt.whom))
        able = bool(sides.recipients) == bool(halt.whom)
        cue, one = mentions.word_evidence(halt.cue), halt.noun.tag == "NN" and is_anaphor(halt.noun)
        if able and told.halt(sentence.i, sides, whole, cue, licensed=halt.is_licence, one=one):
            echoed |= {halt.cue.i, halt.noun.i, halt.noun.head.i}
    return echoed


def _goes_on(frame: Frame) -> bool:
    """Whether a frame tells more of equipment told before: "They came from China", "The jets will be built by"."""
    pronoun = frame.guessed and all(item.head.sentence is not frame.trigger.sentence for item in frame.items)
    return pronoun or frame.kind == "come" or (frame.kind == "make" and bool(frame.suppliers))


def _wants_too(frame: Frame, sides: Sides) -> bool:
    """Whether somebody gets or wants equipment that others do: "Sold Chad tanks. Peru wants tanks, too."."""
    if frame.key in words_of("answers", "asked") and not sides.recipients:
        return bool(sides.suppliers)  # "Kyiv asked for tanks. Oslo rejected a plea for its guns."
    return frame.kind in {"ask", "get"} and not sides.suppliers and bool(sides.recipients)


def _is_orphan(frame: Frame, sides: Sides, reason: str) -> bool:
    """Whether the sentences before may tell the side that a frame lacks: "jets will arrive", "denied sending arms"."""
    if reason == NO_SECOND:
        return _goes_on(frame) or _wants_too(frame, sides)
    if reason == NO_PARTY and frame.kind in {"get", "order"} and any(w.pos == "PROPN" for w in frame.suppliers):
        return False  # "boats ordered from HOLST", whoever that is
    if reason == NO_PARTY:
        told = not frame.guessed or _goes_on(frame)  # "They were handed over in April"
        if frame.kind == "both":  # "Talks on an armed drone go on", "It includes six jets"
            return all(i.use == "military" for i in frame.items)
        planned = frame.kind == "send" and frame.trigger.dep == "acl" and frame.trigger.head.lemma == "plan"
        planned = planned and any(i.designation for i in frame.items)  # "a PLAN TO SEND Gripens was put on hold"
        able = (frame.kind in PASSING or planned) and told
        return able and frame.key not in {"go", "have"}  # "went into service"
    if reason == NO_RECEIVER and (frame.kind in {"cargo", "listed"} or to_be_provided(frame)):
        return bool(sides.suppliers)  # "a US plane carrying 300 missiles landed in Lviv"
    if reason == NO_RECEIVER and frame.kind == "allow":  # "the howitzers that Washington cleared"
        return bool(sides.suppliers) and any(i.use == "military" and i.quantity for i in frame.items)
    borne = frame.key == "carry" and all(item.head.lower in words_of("general") for item in frame.items)
    moved = borne or (moves_itself(frame) and not is_blamed(frame))  # "peacekeepers may CARRY ARMS"
    return reason == NO_RECEIVER and frame.kind == "send" and bool(sides.suppliers) and not moved


def _frames(mentions: Mentions, sentence: Sentence, goods: Goods, *, military: bool) -> tuple[list[Draft], list[Bare]]:
    """The frames of a sentence: those with equipment and their sides, and those without, with the sides if known."""
    opened = [frame for word in sentence.words_among(opening_words()) if (frame := read_frame(word, goods)) is not None]
    parts = [unrolled(frame, goods) for frame in with_options(opened)]
    frames = [part for own in parts for part in (own if len(own) > 1 else by_origin(all_listed(own[0], goods)))]
    sided = [read_sides(mentions, frame) if frame.items or frame.kind == "arm" else None for frame in frames]
    certain = {
        item.head.i
        for frame, sides in zip(frames, sided, strict=True)
        for item in frame.items
        if sides is not None and is_military(item, frame, mentions, sides, military=military)
    }
    read: list[Draft] = []
    bare: list[Bare] = []
    for frame, sides in zip(frames, sided, strict=True):
        frame.items = [item for item in frame.items if item.head.i in certain]
        if sides is not None and (frame.items or frame.kind == "arm"):
            read.append((frame, sides))
        else:
            bare.append((frame, sides))
    claimed = {item.head.i for frame, _ in read for item in frame.items}
    for item in goods.items:
        outward = read_outward(item, goods) if item.head.i not in claimed and item.use != "dual" else None
        if outward is not None:
            read.append((outward, read_sides(mentions, outward)))
    return read, bare


def _deal(mentions: Mentions, frame: Frame, sides: Sides, rivals: int) -> ArmsDeal:
    status, phase = read_deal_status(frame)
    when = date_deal(mentions, frame, status)
    if frame.kind == "lease" and status is DealStatus.AGREED and is_leased(mentions, frame.trigger, when):
        status = DealStatus.DELIVERED
    ordered, delivered = order_and_delivery(mentions, frame, status, when)
    return ArmsDeal(
        evidence=(mentions.sentence_evidence(frame.trigger.sentence),),
        when=when or delivered or (ordered if status is DealStatus.DELIVERED else None),
        suppliers=sides.suppliers,
        recipients=sides.recipients,
        items=tuple(item_at(mentions, i, frame.trigger, status) for i in {i.head.i: i for i in frame.items}.values()),
        value=value_of(mentions, frame, sides, rivals),
        ordered=ordered,
        delivered=delivered,
        status=status,
        status_evidence=phase.evidence(mentions),
    )


def _refers(mentions: Mentions, told: Told, frame: Frame, known: Sides | None) -> bool:
    """Adds what a frame without equipment says of a deal told before; gives whether there is one."""
    sentence = frame.trigger.sentence.i
    if not is_anaphor(frame.trigger) or told.is_silent(sentence):
        return False
    sides = known or read_sides(mentions, frame)
    own = own_date(mentions, frame.trigger)
    verb = frame.beside
    won = verb is not None and verb.lemma in words_of("grammar", "winning") and not is_negated(verb)
    here = countries_of(a for w in frame.trigger.sentence.words for a in mentions.actors.at(w))
    return told.refer(
        Pointer(frame.trigger, own, sides, here, won, frame.deciding), lambda: _further(mentions, frame, sides, own)
    )


def _points(mentions: Mentions, told: Told, frame: Frame, sides: Sides) -> bool:
    """Adds what is said of "the jets", "the jet deal" or of what "the package" comprises to a deal told before."""
    noun, further = frame.trigger, adds_goods(frame)
    if told.is_silent(noun.sentence.i):
        return False
    if points_by_goods(frame) and told.takes(noun.sentence.i, _deal(mentions, frame, sides, 1), frame.kind == "make"):
        return True
    if not (further or points_by_kind(frame)):
        return False
    inner = [w for w in (*frame.suppliers, *frame.recipients, *frame.parties) if w.is_under(noun)]
    deal = _further(mentions, frame, sides, own_date(mentions, noun))
    return told.point(noun, deal, actors_of(mentions, inner), further=further)


def _further(mentions: Mentions, frame: Frame, sides: Sides, own: EventDate | None) -> ArmsDeal:
    """What a sentence says of "the contract"; its end counts only where the verb of that very noun tells it."""
    deal = _deal(mentions, frame, sides, 1)
    told, verb = deal.status_evidence, frame.trigger.head
    if told is not None and told.text.lower() in {"date", "schedule", "timetable"}:
        deal = replace(deal, status_evidence=None)  # "no DATE has been set for the delivery": settles nothing
    # others may oppose it, or demand that it be torn up, and the deal goes on
    opposed = verb.lemma == "oppose" or was_before(verb) or is_subjunctive(verb)
    if deal.status is DealStatus.DENIED and (
        is_to(verb) or opposed or told is None or not verb.start <= told.start < verb.end
    ):
        deal = replace(deal, status=DealStatus.POSSIBLE, status_evidence=None)
    if deal.status in {DealStatus.POSSIBLE, DealStatus.NEGOTIATING}:  # a demand is dated, not the deal
        return replace(deal, when=own, ordered=own)
    return deal
