"""When a deal was struck or carried out: the date of the words that tell it, the nearest first."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dipevents.events.arms_deal.aside import began_late, is_made_known, surfaces
from dipevents.events.arms_deal.frame import is_in
from dipevents.events.arms_deal.frames import opening_words
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.signs import given_up, governors
from dipevents.mentions.distances import day_before
from dipevents.mentions.entries import date_of_entry
from dipevents.mentions.timing import by_when, date_mentions_of, date_of, is_ahead, is_inside
from dipevents.mentions.told_behind import day_behind
from dipevents.models.arms_deal import DealStatus
from dipevents.models.event_date import EventDate, Precision
from dipevents.reading.clauses import clause, is_passive, verb_above
from dipevents.reading.grammar import is_to, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.events.arms_deal.frame import Frame
    from dipevents.mentions.dates.mention import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.arms_deal import ArmsDeal
    from dipevents.reading.sentence import Word

__all__ = ["date_deal", "is_leased", "order_and_delivery", "still_to_come", "with_day_behind"]

OPEN_END = "/.."
ORDINAL = re.compile(
    r"\d+(?:st|nd|rd|th)|(?:\w+-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)|\w+(?:teen|ie)th"
)
TELLING = frozenset({"VBD", "VBN", "VBG"})
"""Tags of verbs that may tell when something was ordered."""
UNDER = frozenset({"following", "per", "under"})
"""Prepositions before the paper under which goods pass."""
NEAR = 5
"""Words between a delivery and its day."""


def date_deal(mentions: Mentions, frame: Frame, status: DealStatus) -> EventDate | None:
    """The date of the trigger, else of the words that strike or carry out the deal around it, the nearest first."""
    if (aside := _aside(mentions, frame)) is not None:
        return aside[0] if aside else None
    if frame.span is not None:  # "tanks from Chad in 2015, jets from Peru in 2017"
        within = [m.when for m in mentions.dates_in(*frame.span) if m.when is not None and m.when.earliest is not None]
        early = mentions.dates_in(frame.trigger.sentence.body, frame.span[0])
        if within and status is DealStatus.DELIVERED and within[0].edtf.endswith(OPEN_END):
            return _until_now(mentions, within[0].edtf.removesuffix(OPEN_END))
        ends = [end for m in mentions.dates_in(*frame.span) if (end := by_when(mentions, m)) is not None]
        within = within or (ends if status is DealStatus.AGREED else [])
        if within or any(m.start > frame.trigger.start for m in early):
            return within[0] if within else None
    words = list(_dated(frame))
    if status is DealStatus.DENIED:  # "the plan to sell jets fell through in 2006"
        words = [*filter(None, [given_up(frame)]), *words]
        words += [w.head for w in governors(frame.trigger) if w.dep in {"nsubj", "nsubjpass"} and w.head.is_verb]
    for word in words:
        found = date_of(mentions, word)
        if (
            found is not None
            and not _is_type(found, frame)
            and not _is_of_the_last(mentions, word, found)
            and not _came_out(word, found)
            and not _judged(frame, found)
        ):
            return found
    for mention in (m for word in words[:3] for m in date_mentions_of(mentions, word) if not _ranks(word, m)):
        if frame.kind != "order" and mention.when is not None and mention.when.edtf.endswith(OPEN_END):
            start = mention.when.edtf.removesuffix(OPEN_END)
            if status in {DealStatus.NEGOTIATING, DealStatus.POSSIBLE}:
                return None  # "has been under discussion since May"
            lasting = status is DealStatus.DELIVERED  # "has armed Chad since 2004", but "suspended since 2004"
            return _until_now(mentions, start) if lasting else EventDate.from_edtf(start)
        due = by_when(mentions, mention) if status is DealStatus.AGREED else None
        if due is not None and due.precision is Precision.MONTH and is_due(mentions, frame, due):
            return due  # "will be delivered BY DECEMBER"
    return _stated_day(mentions, frame, status) or _day_of_entry(mentions, frame)


def _ranks(word: Word, mention: DateMention) -> bool:
    """Whether a time only tells since when something is counted: "the 16th package SINCE the war began"."""
    day = word.sentence.word_at(mention.start)
    before = word.sentence.words[max(day.i - 3 * NEAR, 0) : day.i] if day is not None else []
    since = next((w.i for w in reversed(before) if w.lower == "since"), None)
    return since is not None and any(ORDINAL.fullmatch(w.lower) for w in before if since - NEAR <= w.i < since)


def _is_of_the_last(mentions: Mentions, word: Word, found: EventDate) -> bool:
    """Whether a date tells when somebody before did so: "the first to buy such jets since CHAD IN 1982"."""
    words = word.sentence.words
    for mention in mentions.dates_in(word.sentence.body, word.sentence.end):
        day = word.sentence.word_at(mention.start)
        if mention.when != found or day is None or day.i < NEAR or words[day.i - 1].lower != "in":
            continue
        at = next((w for w in reversed(words[: day.i - 1]) if w.pos != "PROPN"), word)
        if at.lower == "since" and at.i < day.i - 2:
            return True
    return False


def _day_of_entry(mentions: Mentions, frame: Frame) -> EventDate | None:
    """The date that heads the entry of a chronology, of what its main clause tells: "MAY 2003 - Oslo orders ships"."""
    heads = (m.when for m in date_of_entry(mentions, frame.trigger.sentence))
    top = next((w for w in (frame.trigger, *governors(frame.trigger)) if w.is_verb), None)
    past = top is not None and top.tag in {"VBD", "VBN"} and any(w.lower == "had" for w in top.children)
    return None if past else next((when for when in heads if when is not None), None)


def with_day_behind(mentions: Mentions, deal: ArmsDeal, deals: Sequence[ArmsDeal]) -> ArmsDeal:
    """The deal, dated by its paper where it has no date: "The CONTRACT was signed in May"."""
    if deal.when is not None or deal.status in {DealStatus.DENIED, DealStatus.POSSIBLE} or not deal.evidence:
        return deal
    others = {e.start for other in deals if other is not deal for e in other.evidence}
    nouns = words_of("grammar", "papers", "called_behind")
    when = day_behind(mentions, deal.evidence[-1], nouns, words_of("grammar", "struck_on"), others)
    return replace(deal, when=when) if when is not None else deal


def order_and_delivery(
    mentions: Mentions, frame: Frame, status: DealStatus, when: EventDate | None
) -> tuple[EventDate | None, EventDate | None]:
    """When it was ordered and when it was, or will be, handed over; the date of the deal is one of these, or neither.

    What is asked for, feared or refused in 2021 was not ordered then.
    """
    paper = _paper_day(mentions, frame) if status in {DealStatus.AGREED, DealStatus.DELIVERED} else None
    if status is DealStatus.AGREED:
        if is_due(mentions, frame, when) or _comes_later(mentions, frame, when):
            return (paper if paper != when else None), when
        handed = _delivery_day(mentions, frame)
        other = when == handed or frame.kind == "come" or _is_leave(frame)  # "the rest will ARRIVE"
        return None if other else when, handed
    if when is not None and _is_of_order(mentions, frame, status, when):
        return when, None
    paper = paper or (_order_day(mentions, frame) if status is DealStatus.DELIVERED else None)
    return paper if paper != when else None, when if status is DealStatus.DELIVERED else None


def _is_leave(frame: Frame) -> bool:
    """Whether a date is that of notice of a sale, which nobody has ordered yet: "NOTIFIED Congress of", "POSSIBLE"."""
    noun = frame.trigger
    sale = next((c for c in noun.children if c.dep == "dobj"), noun) if frame.kind == "allow" else noun
    told = frame.beside is not None and is_in(frame.beside, "notifying")
    return (told and noun.is_noun) or any(c.lower in {"possible", "potential", "proposed"} for c in sale.children)


def _order_day(mentions: Mentions, frame: Frame) -> EventDate | None:
    """When the goods were ordered that have come, told right behind them: "took delivery of jets, ORDERED in 2019"."""
    ordering = words_of("grammar", "ordering") | words_of("status", "agreed")
    for item in frame.items:
        for told in item.head.sentence.words[item.head.i + 1 : item.head.i + NEAR]:
            own = told.tag == "VBN" or (told.tag == "VBD" and told.dep == "relcl")  # "ordered", "it ordered in 2019"
            if not own or told.lemma not in ordering or told.dep not in {"acl", "advcl", "relcl"}:
                continue
            for mention in date_mentions_of(mentions, told):
                day, when = told.sentence.word_at(mention.start), mention.when
                behind = day is not None and told.i < day.i <= told.i + NEAR
                if behind and when is not None and when.latest and not is_ahead(mentions, when):
                    return when
    return None


def _paper_day(mentions: Mentions, frame: Frame) -> EventDate | None:
    """When the paper was signed under which goods pass: "UNDER A 2019 CONTRACT", "as part of a deal SIGNED in May"."""
    top = frame.trigger if frame.trigger.is_verb else verb_above(frame.trigger)
    if top is None:
        return None
    nouns = words_of("nouns", "both")
    for paper in (w for w in top.sentence.words if w.lemma in nouns and w.dep == "pobj" and w.is_under(top)):
        of_part = paper.head.lower == "of" and paper.head.head.lower == "part"
        if not (of_part or paper.head.lower in UNDER):
            continue
        first, last = phrase(paper)
        for mention in mentions.dates_in(first.start, last.end):
            day, when = paper.sentence.word_at(mention.start), mention.when
            told = verb_above(day) if day is not None else None
            signed = told is not None and told.is_under(paper) and told.tag in TELLING
            own = told is not None and not told.is_under(paper)  # "a 2019 contract", "a contract of May 2021"
            struck = own or (signed and told is not None and told.lemma in words_of("grammar", "struck_on"))
            if struck and when is not None and when.latest and not is_ahead(mentions, when):
                return when
    return None


def _comes_later(mentions: Mentions, frame: Frame, when: EventDate | None) -> bool:
    """Whether a day to come is that of goods ordered already: "HAS ORDERED six jets, with the first due in 2028"."""
    verb = frame.trigger if frame.trigger.is_verb else frame.trigger.head
    done = verb.tag in {"VBD", "VBN"} and all(c.tag not in {"MD", "TO"} for c in verb.children)
    return done and is_ahead(mentions, when)


def _is_of_order(mentions: Mentions, frame: Frame, status: DealStatus, when: EventDate) -> bool:
    """Whether a date is that of an order: "got jets ORDERED in 2021", "cancelled a contract SIGNED in 2021"."""
    ordering = words_of("grammar", "struck") | words_of("status", "agreed") | words_of("grammar", "ordering")
    others = set() if status is DealStatus.DENIED else {frame.trigger, *governors(frame.trigger)}
    told = (w for w in _dated(frame) if w.tag in TELLING and w.lemma in ordering and w not in others)
    return any(date_of(mentions, w) == when for w in told)


def _delivery_day(mentions: Mentions, frame: Frame) -> EventDate | None:
    """The day of handing over that a phrase by an order tells: "FOR DELIVERY in 2025", "TO BE DELIVERED in 2025"."""
    top = frame.trigger.head if frame.trigger.is_noun else frame.trigger
    behind = [w for w in frame.trigger.sentence.words[frame.trigger.i + 1 :] if w.is_under(top)]
    for word in filter(_hands_over, behind):
        for mention in date_mentions_of(mentions, word):
            day = word.sentence.word_at(mention.start)
            if day is not None and word.i < day.i <= word.i + NEAR:
                return by_when(mentions, mention) or mention.when
    handing = words_of("status", "delivered") | words_of("grammar", "handing_over")
    got = frame.kind == "come" or frame.key == "get" or frame.key in handing
    due = (by_when(mentions, mention) for mention in date_mentions_of(mentions, top) if got)
    return next((when for when in due if when is not None), None)  # "will take delivery of them BY DECEMBER"


def _hands_over(word: Word) -> bool:
    if word.lemma in words_of("grammar", "handing_over"):
        led = word.head if word.dep == "pobj" else word.head.head  # "WITH deliveries to begin in 2025"
        return word.dep in {"pobj", "nsubj"} and led.lower in {"for", "with"}
    return word.tag == "VBN" and is_to(word) and word.lemma in words_of("status", "delivered")


def _aside(mentions: Mentions, frame: Frame) -> list[EventDate] | None:
    """The dates of what is told beside something else that is dated, or None where nothing else is."""
    trigger = frame.trigger
    if frame.kind == "thank":
        return []  # the thanks are dated, not what they are for
    if trigger.is_verb and (apart := day_before(mentions, trigger)) is not None:
        return [apart]  # "got jets on Monday, two years AFTER ORDERING them"
    told = [(m, m.when) for m in date_mentions_of(mentions, trigger) if m.when is not None]
    if is_made_known(trigger):
        return [when for mention, when in told if is_inside(mention, trigger)]
    if began_late(trigger):
        return [when.end for _, when in told if when.earliest is None and when.end is not None]
    return None


def is_leased(mentions: Mentions, verb: Word, when: EventDate | None) -> bool:
    """Whether a lease is past, or goes on: "leased them BETWEEN 1988 AND 1991", "HAS LEASED ships SINCE 1993"."""
    if verb.tag not in {"VBD", "VBN"}:
        return False  # "signed an agreement last week to lease"
    if verb.tag == "VBN" and not is_passive(verb) and any(c.lower == "since" for c in verb.children):
        return True  # but "has opened talks on a new lease; the jets have been leased since 1993"
    if when is None or when.latest is None or mentions.published is None or "/" not in when.edtf:
        return False
    return when.latest < mentions.published


def still_to_come(deal: ArmsDeal, mentions: Mentions) -> ArmsDeal:
    """The deal, agreed and no more where its supply lies ahead: "thanked Oslo for the jets; they arrive in May"."""
    start = deal.when.earliest if deal.when is not None else None
    if deal.status is not DealStatus.DELIVERED or start is None or mentions.published is None:
        return deal
    return replace(deal, status=DealStatus.AGREED) if start > mentions.published else deal


def is_due(mentions: Mentions, frame: Frame, when: EventDate | None) -> bool:
    """Whether a date is that of a delivery to come: "expects the jets in 2025", "will get them in May"."""
    verb = frame.trigger
    if when is not None and when.latest is not None and mentions.published and when.latest < mentions.published:
        return False
    if is_ahead(mentions, when) and verb.lemma in words_of("grammar", "handed_later") | words_of(
        "grammar", "handing_over"
    ):
        return True  # "will SUPPLY the jets next year", "DELIVERIES are to begin next year"
    got = frame.key == "get" and (verb.dep != "xcomp" or verb.head.lemma == "be")  # not "agreed on Friday to get"
    return got or frame.key in {"expect", "await"} | words_of("status", "delivered") or frame.kind == "come"


def _stated_day(mentions: Mentions, frame: Frame, status: DealStatus) -> EventDate | None:
    """The day on which a deal is made public, or on which it is said that there will be none."""
    chain = (frame.beside or frame.trigger, *governors(frame.trigger))
    stated = next((verb for verb in chain if verb.dep == "ccomp"), None)
    if stated is None:
        return None
    told = stated.head
    published = status in {DealStatus.AGREED, DealStatus.DENIED} and told.lemma in words_of("status", "publishing")
    # "Lima has asked for jets, the agency TOLD LAWMAKERS on Monday"
    houses = words_of("grammar", "houses")
    published = published or any(w.lemma.lower() in houses for w in (*clause(told).objects, *clause(told).recipients))
    ahead = any(c.lower in {"will", "would", "wo"} for c in stated.children)
    refused = status is DealStatus.DENIED and ahead and told.lemma in words_of("status", "announcing")
    # "announced on Friday that it had signed", "said on Sunday that it would not sell"
    return date_of(mentions, told) if published or refused else None


def _is_type(when: EventDate, frame: Frame) -> bool:
    """Whether a year or a decade is but a type: "six Mirage 2000-5", "six Mirage 2000s"."""
    year = when.edtf.removesuffix("X")
    return year.isdigit() and any(year in (item.designation or "") for item in frame.items)


def _came_out(word: Word, when: EventDate) -> bool:
    """Whether a date is that of coming to light: "the sale EMERGED in May", "since May, when word of it LEAKED".

    A date in the phrase of the deal itself is its own: "the sale IN MAY emerged later".
    """
    start = when.evidence[0].start if when.evidence else None
    day = word.sentence.word_at(start) if start is not None else None
    if day is not None and not word.is_verb and day.is_under(word):
        return False
    verbs = (word if word.is_verb else verb_above(word), verb_above(day) if day is not None else None)
    return any(verb is not None and surfaces(verb) for verb in verbs)


def _judged(frame: Frame, when: EventDate) -> bool:
    """Whether a day is that on which others speak of the deal: "protested ON TUESDAY against the sale"."""
    above = governors(frame.trigger)
    if any(is_in(w, "stops") and is_in(up, "demand") for w, up in pairwise(above)):
        return True  # "called ON FRIDAY on Oslo to HALT its sales"
    found = [frame.trigger.sentence.word_at(e.start) for e in when.evidence]
    days = [day for day in found if day is not None]
    before = all(day.i < frame.trigger.i for day in days)
    judging = (w for w in above if w.lemma in words_of("grammar", "judging"))
    return before and any(not any(_is_between(day, w, frame.trigger) for day in days) for w in judging)


def _is_between(day: Word, above: Word, trigger: Word) -> bool:
    """Whether a day belongs to a word below another: "a QUESTION about the approval ON FRIDAY of the SALE"."""
    path = next((c for c in above.children if c is trigger or trigger.is_under(c)), None)
    return above.is_noun and path is not None and day.is_under(path)


def _until_now(mentions: Mentions, start: str) -> EventDate:
    """The time from a start to the publication, as precise as the start; the start alone where that says no more."""
    now = mentions.published.isoformat()[: len(start)] if mentions.published is not None else start
    known = now > start and now[: len(start)].count("-") == start.count("-") and "X" not in start
    return EventDate.from_edtf(f"{start}/{now}" if known else start)


def _tells(part: Word) -> bool:
    """Whether a participle tells of a deal: "a contract DATING from May", but not "boats BUILT in May"."""
    told = part.tag == "VBN" and part.lemma not in words_of("grammar", "making")
    return part.dep in {"acl", "conj"} and (told or part.lemma == "date")


def _dated(frame: Frame) -> Iterator[Word]:
    struck = words_of("grammar", "struck")
    nouns = (frame.trigger, *(item.head for item in frame.items))
    if frame.trigger.is_noun:
        yield from (c for n in nouns for c in n.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in struck)
    yield frame.trigger
    if frame.beside is not None and frame.trigger.dep != "pobj":
        yield frame.beside
    above = governors(frame.trigger)
    yield from (w for w in above[:1] if w.is_verb and w.lemma in words_of("going_on"))  # "BEGAN in May to deliver"
    holders = [frame.trigger, *(w for w in above[:2] if w.is_verb), *nouns]
    contracts = [w for v in holders for w in clause(v).oblique("under", "in") if w.lemma in words_of("nouns", "both")]
    for noun in (frame.trigger, *contracts, *(item.head for item in frame.items)):
        yield from (c for c in noun.children if _tells(c))
        yield from (c for c in noun.children if c.dep == "relcl" and c.lemma in struck)
    if frame.trigger.dep == "conj" and any(c.tag == "MD" for c in frame.trigger.children):
        above = [w for w in above if w.tag not in {"VBD", "VBN"}]  # "GAVE six jets in 2021 and WILL supply ten"
    aside = frame.trigger.dep == "acl" and frame.trigger.tag == "VBN"  # "tanks BOUGHT from Peru burned in 2019"
    arrives = words_of("grammar", "arriving")  # "tanks rented from Peru LANDED on Monday"
    yield from (w for w in above if w.is_verb and (not aside or w.lemma in opening_words() or w.lemma in arrives))
    papers = (s for w in above if w.is_verb for s in clause(w).subjects)  # "a decree SIGNED in 1991 allowed the sale"
    yield from (c for s in papers for c in s.children if c.dep == "acl" and c.lemma in struck)
