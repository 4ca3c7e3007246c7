"""Days that only stand beside a visit: what dates one where nothing in the article dates it more closely.

Zeman welcomed Kim. … Friday's meeting was their first           the meeting is theirs
On Friday Kim said after talks with Zeman in Oslo                said at the talks or right after them

The day of publication alone dates no visit, and what is still to come none that has begun.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from dipevents.events.status import Phase, read_status
from dipevents.events.visit.frames import Frame, Kind, visit_words
from dipevents.events.visit.merge import same_party
from dipevents.events.visit.occasions import placed_occasions, read_occasions
from dipevents.events.visit.people import identify
from dipevents.events.visit.travellers import travellers
from dipevents.events.visit.triggers import read_frame
from dipevents.mentions.timing import is_of_saying
from dipevents.models.actor import countries_of
from dipevents.models.visit import VisitStatus
from dipevents.reading.grammar import is_of, verb_above

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from dipevents.events.visit.drafts import Draft
    from dipevents.events.visit.occasions import Occasion
    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.event_date import EventDate
    from dipevents.models.visit import Visit
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["with_companions", "with_hints", "with_occasions"]

WEEK, MONTH = 7, 31
"""Days back from the publication in which a hint is looked for; and an occasion in the country of a visit."""
NEAR = 1500
"""Characters between a visit and the meeting that dates it."""
SOON, EVE, LASTING = 90, 2, 7
"""Days ahead of which an occasion dates who will come, and who has come; and the days that it lasts at most."""
UP = 8
"""Words above a visit among which the verb of saying is looked for."""
AT = frozenset({"after", "during", "following", "at", "in"})
"""Prepositions between a saying and the talks, or the visit, that it belongs to."""


def with_hints(mentions: Mentions, visits: Sequence[Visit]) -> list[Visit]:
    """The visits; those that have begun and have no date have the one day that is told beside them, if it is one."""
    published = mentions.published
    if published is None or not any(map(_lacks_a_day, visits)):
        return list(visits)
    met = _met(visits, _meetings(mentions, published))
    found = []
    for at, visit in enumerate(visits):
        when = None
        if _lacks_a_day(visit):
            when = _only(_said(mentions, visit, published)) or _only(met.get(at, ()))
        found.append(replace(visit, when=when) if when is not None else visit)
    return found


def with_companions(visits: Sequence[Visit], told: Sequence[Draft]) -> list[Visit]:
    """The visits; those who came with somebody, told by one verb, have the day that is told of him elsewhere."""
    if all(map(_is_undated, visits)) or not any(map(_is_undated, visits)):
        return list(visits)
    parties: dict[tuple[int, VisitStatus], dict[int, set[str]]] = {}
    for draft in told:
        trigger = draft.frame.trigger
        of_verbs = parties.setdefault((trigger.sentence.start, draft.stage), {})
        of_verbs.setdefault(trigger.start, set()).update(v.name for v in draft.visitors)
    return [replace(v, when=_of_companion(v, visits, parties)) if _is_undated(v) else v for v in visits]


def _of_companion(
    visit: Visit, visits: Sequence[Visit], parties: Mapping[tuple[int, VisitStatus], Mapping[int, set[str]]]
) -> EventDate | None:
    """The one day of those who came along."""
    starts, there = {e.start for e in visit.evidence}, countries_of(visit.destinations)
    own = {v.name for v in visit.visitors}
    told = [names for start in starts for names in parties.get((start, visit.status), {}).values() if own <= names]
    days = {
        other.when.edtf: other.when
        for other in visits
        if other.when is not None and other.status is visit.status and countries_of(other.destinations) == there
        if any(e.start in starts for e in other.evidence)
        if any({v.name for v in other.visitors} <= names - own for names in told)
    }
    return days.popitem()[1] if len(days) == 1 else None


def _is_undated(visit: Visit) -> bool:
    return visit.when is None and not visit.count


def _lacks_a_day(visit: Visit) -> bool:
    return _is_undated(visit) and visit.status is VisitStatus.OCCURRED


def _only(days: Iterable[EventDate]) -> EventDate | None:
    """The one day of several words for it; None where they are of different days."""
    found = {day.edtf: day for day in days}
    return next(iter(found.values())) if len(found) == 1 else None


def _recent(mention: DateMention, published: date) -> EventDate | None:
    """A day in the week before the publication."""
    when = mention.when
    if when is None or not when.is_day or when.earliest is None or mention.timex_type != "DATE":
        return None
    return when if 0 <= (published - when.earliest).days < WEEK else None


# --- what is said on the visit


def _said(mentions: Mentions, visit: Visit, published: date) -> Iterator[EventDate]:
    """The days on which something is said at a visit, or of one that goes on."""
    for evidence in visit.evidence:
        for sentence in mentions.sentences_over(evidence.start, evidence.end):
            days = [(m, day) for m in _dates(mentions, sentence) if (day := _recent(m, published)) is not None]
            for word in sentence.words if days else ():
                frame = read_frame(word)
                if frame is None or not _is_of(mentions, frame, visit):
                    continue
                saying = _saying(mentions, frame)
                for mention, day in days:
                    if saying is not None and _is_day_of(mention, saying, sentence):
                        yield day


def _dates(mentions: Mentions, sentence: Sentence) -> list[DateMention]:
    return mentions.dates_in(sentence.body, sentence.end)


def _is_of(mentions: Mentions, frame: Frame, visit: Visit) -> bool:
    """Whether a frame is of the guest of a visit; talks that name no side are of those who speak of them."""
    who = [a for w in (*travellers(frame.visitors), *frame.hosts) for a in identify(mentions, w)]
    if frame.kind is Kind.MEETING and not any(same_party((a,), visit.visitors) for a in who):
        verb = verb_above(frame.trigger)
        subjects = (c for c in verb.children if c.dep == "nsubj") if verb is not None else ()
        beside = (c for c in frame.trigger.children if c.lower == "with")  # "after talks WITH VISITING MINISTER KIM"
        named = (w for c in beside for w in islice(c.subtree(), UP) if w.pos == "PROPN")
        who = [a for w in (*subjects, *named) for a in identify(mentions, w)]
    return any(same_party((a,), visit.visitors) for a in who)


def _saying(mentions: Mentions, frame: Frame) -> Word | None:
    """The verb of saying whose day is that of the visit: said at it or right after it."""
    trigger = frame.trigger
    verb = next((up for up in islice(trigger.ancestors(), UP) if is_of(up, "report_verbs")), None)
    beside = trigger.dep == "pobj" and trigger.head.lower in AT and trigger.head.head is verb
    if beside or verb is None or not _is_on_the_way(trigger, verb):
        return verb if beside else None
    return verb if not mentions.dates_in(trigger.start, verb.start) else None  # "in Oslo LAST WEEK for talks, said"


def _is_on_the_way(trigger: Word, saying: Word) -> bool:
    """Whether it is told of who speaks that the visit goes on: "Kim, VISITING Oslo, said", "IN Oslo for talks"."""
    led = trigger.head if trigger.dep == "pobj" and trigger.head.lower in {"on", "during"} else trigger
    goes_on = led is not trigger or (trigger.tag == "VBG" and trigger.dep in {"acl", "relcl"}) or trigger.lower == "in"
    guest = led.head.head if led.head.lower in {"is", "are"} and led.head.dep == "relcl" else led.head
    return goes_on and guest.dep == "nsubj" and guest.head is saying


def _is_day_of(mention: DateMention, saying: Word, sentence: Sentence) -> bool:
    """Whether a day stands beside a verb of saying, also where the parser hangs it on what is said."""
    word = sentence.word_at(mention.start)
    verb = verb_above(word) if word is not None else None
    if word is None or verb is None:
        return False
    return verb is saying or (verb.head is saying and is_of_saying(word, verb))


# --- meetings told by their day


def _meetings(mentions: Mentions, published: date) -> Iterator[tuple[int, EventDate]]:
    """Where the article speaks of "Friday's meeting", which names nobody, and the day."""
    nouns = visit_words("nouns", "visit", "meeting") - {"encounter"}  # of troops, too
    for sentence in mentions.sentences:
        for word in sentence.words_among(nouns):
            if any(c.dep in {"compound", "amod", "nmod"} and c.pos == "PROPN" for c in word.children):
                continue
            if any(c.dep == "prep" and c.lower in {"of", "between", "with", "to"} for c in word.children):
                continue
            if read_status(word).phase is not Phase.HAPPENED:
                continue
            for mention in _dates(mentions, sentence):
                day = _recent(mention, published)
                at = sentence.word_at(mention.start)
                if day is not None and at is not None and _is_named_by(at, word):
                    yield sentence.start, day


def _is_named_by(day: Word, meeting: Word) -> bool:
    """Whether a day tells which meeting is meant: FRIDAY's meeting, the meeting ON FRIDAY, the talks TODAY."""
    if day.dep == "poss":
        return day.head is meeting
    holder = day.head if day.dep == "pobj" and day.head.lower == "on" else day
    definite = any(c.dep in {"det", "poss"} and c.lower in {"the", "this", "these", "their"} for c in meeting.children)
    return definite and holder.head is meeting and holder.i > meeting.i


def _met(visits: Sequence[Visit], meetings: Iterable[tuple[int, EventDate]]) -> Mapping[int, list[EventDate]]:
    """For each visit, by its position, the days of the meetings told nearer to it than to any that leads elsewhere."""
    told = sorted((e.start, at) for at, visit in enumerate(visits) for e in visit.evidence)
    found: dict[int, list[EventDate]] = {}
    for start, day in meetings:
        low, high = bisect_left(told, (start - NEAR, 0)), bisect_left(told, (start + NEAR + 1, 0))
        gaps: dict[int, int] = {}
        for place, at in told[low:high]:
            gaps[at] = min(abs(place - start), gaps.get(at, NEAR))
        there = {at: countries_of(visits[at].destinations) for at in gaps}
        for at, gap in gaps.items():
            if all(other_gap >= gap or there[at] & there[other] for other, other_gap in gaps.items()):
                found.setdefault(at, []).append(day)
    return found


# --- occasions where a visit leads


def with_occasions(mentions: Mentions, visits: Sequence[Visit]) -> list[Visit]:
    """The visits; those without a date have that of the one occasion, just past or to come, where they lead.

    After "the talks in Oslo on Monday", a minister who "is in Norway" is dated by the talks.
    """
    if mentions.published is None or not any(map(_may_take_a_day, visits)):
        return list(visits)
    told: dict[tuple[str, bool], dict[EventDate, None]] = {}
    eves: dict[str, dict[EventDate, None]] = {}
    missed: dict[str, dict[EventDate, None]] = {}
    for occasion in read_occasions(mentions):
        if (
            occasion.when is not None
            and occasion.noun != "rite"
            and (ahead := _is_ahead(occasion.when, mentions.published)) is not None
        ):
            told.setdefault(("", ahead), {})[occasion.when] = None
    for occasion, there in (*_placed(mentions), *_visited(mentions, visits)):
        ahead = _is_ahead(occasion.when, mentions.published, back=MONTH) if occasion.when is not None else None
        if occasion.when is not None and ahead is not None:
            for country in sorted(there):
                told.setdefault((country, ahead), {})[occasion.when] = None
                if occasion.noun != "meeting":  # which guest and host may hold on any day
                    (eves if ahead else missed).setdefault(country, {})[occasion.when] = None
    missed[""] = told.get(("", False), {})
    found = []
    for visit in visits:
        there = (sorted(countries_of(visit.destinations)) or [""]) if _may_take_a_day(visit) else ()
        ahead = visit.status is not VisitStatus.OCCURRED
        days = [*dict.fromkeys(day for country in there for day in told.get((country, ahead), ()))]
        will = any(" will " in e.text for e in visit.evidence)
        if visit.status is VisitStatus.CANCELLED and not will:  # "stayed away"
            days.extend(day for country in there for day in missed.get(country, ()))
        if not days and not ahead:  # "have arrived for the summit", which opens tomorrow
            coming = dict.fromkeys(day for country in there for day in eves.get(country, ()))
            days = [day for day in coming if day.earliest and (day.earliest - mentions.published).days <= EVE]
        if len(days) > 1:  # "next week's summit. … It opens on Friday"
            days = [day for day in days if not any(day != other and day.contains(other) for other in days)]
        found.append(replace(visit, when=days[0]) if len(days) == 1 else visit)
    return found


def _placed(mentions: Mentions) -> Iterator[tuple[Occasion, Collection[str]]]:
    """The occasions that have a day and a place, with its states."""
    for occasion, places in placed_occasions(mentions):
        yield occasion, countries_of(places)


def _visited(mentions: Mentions, visits: Iterable[Visit]) -> Iterator[tuple[Occasion, Collection[str]]]:
    """The occasions that have a day alone, with the states of the visits that they date.

    After "is due in Oslo for the summit of May 3-4", Norway.
    """
    bare = [o for o in read_occasions(mentions) if o.when is not None and not o.places and o.noun != "rite"]
    for visit in visits if bare else ():
        starts = {e.start for e in visit.evidence} if visit.when is not None else set()
        for occasion in bare:
            told = mentions.sentence_evidence(mentions.sentences[occasion.sentence]).start in starts
            if told and visit.when == occasion.when:
                yield occasion, countries_of(visit.destinations)


def _may_take_a_day(visit: Visit) -> bool:
    return visit.when is None and not visit.count


def _is_ahead(when: EventDate, published: date, *, back: int = WEEK) -> bool | None:
    """Whether an occasion of some days is to come soon; False if it was in the last days, None if neither."""
    if when.earliest is None or when.latest is None or (when.days or WEEK) > LASTING:
        return None
    gap = (published - when.earliest).days
    if -SOON <= gap < 0:
        return True
    return False if 0 <= gap < back else None
