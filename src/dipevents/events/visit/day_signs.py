"""Days on which somebody is told to come, to go, or to do something, and what each is of a stay.

arrived on Monday, has been there since Monday      the first
left on Friday; the visit ends on Friday            the last
met the king on Tuesday                             one within
"""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from dipevents.events.merge import union
from dipevents.events.status import Phase, read_status
from dipevents.events.visit.apart import lasts
from dipevents.events.visit.endings import ending_of, flies_out, goes_on, is_home, is_put_out, sees_off, takes_home
from dipevents.events.visit.frames import Frame, Kind, visit_words
from dipevents.events.visit.goals import comes_back
from dipevents.events.visit.legs import legs_of
from dipevents.events.visit.missed import never_was, was_due
from dipevents.events.visit.now import is_meanwhile
from dipevents.events.visit.occasions import occasion_for
from dipevents.events.visit.people import identify
from dipevents.events.visit.places import find_dateline, places_of
from dipevents.events.visit.since import since_of
from dipevents.events.visit.stages import was_once_due
from dipevents.events.visit.stays import before_leaving, is_of_stay
from dipevents.events.visit.time import both_days_of, dates_of, day_of
from dipevents.events.visit.travellers import travellers
from dipevents.mentions.timing import date_mentions_of, days_of
from dipevents.models.actor import Actor, countries_of
from dipevents.models.event_date import EventDate
from dipevents.reading.clauses import auxiliaries, clause
from dipevents.reading.grammar import is_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dipevents.mentions.mentions import Mentions
    from dipevents.models.place import Place
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["ENDS", "Away", "Day", "Sign", "aways_in", "days_in", "names_of"]

LEAVING = frozenset({Kind.LEAVE, Kind.GO, Kind.ARRIVE, Kind.STAY, Kind.DUE, Kind.STOP, Kind.NOUN})
"""Frames that may tell the end of a stay."""
COMING = frozenset({Kind.ARRIVE, Kind.GO, Kind.LEAVE, Kind.SEND, Kind.DUE})
"""Frames that tell its first day."""
MEETINGS = frozenset({Kind.MEET, Kind.MEETING, Kind.RECEIVE, Kind.ATTEND})
"""Frames of what a guest is in a place for: without any word of place they are where the visit is."""
STAYS = frozenset({Kind.NOUN, Kind.STOP})
"""Frames whose last day may stand beside another verb: "the visit ends on Friday"."""
UNTOLD = frozenset({Kind.ABSENT, Kind.REFUSED, Kind.INVITE, Kind.NOUN})
"""Frames whose day is none of a stay, or that the account of the visit has read."""


class Sign(IntEnum):
    """What a day is of a stay; of what is only said on it, the place is told elsewhere, if at all.

    A day of going back home ends a stay that has a date, and dates none alone.
    """

    WITHIN = 0
    FIRST = 1
    LAST = 2
    SAID = 3
    BACK = 4


ENDS = frozenset({Sign.LAST, Sign.BACK})
"""What ends a stay."""


class Day(NamedTuple):
    """One day on which somebody is told to come, to go, or to do something.

    Attributes:
        at: Where its sentence starts.
        who: All who take part.
        when: The day, with its words.
        sign: What it is of a stay.
        there: The states that its words of place name, and those of the others that take part.
        placed: Whether its words name a place at all, or must do so to count.
        ahead: Whether it is told as a plan.
        vague: Whether who takes part is only a pronoun that no name was found for.
        off: Whether it was to have been and was not.
        leaves: Whether it is that of setting out, before which nobody has arrived, or of going on to another place.
        days: The days of the stay that it ends, where they are told beside it.
        out: Whether it is that of leaving no place that is named, which may be home.
    """

    at: int
    who: tuple[Actor, ...]
    when: EventDate
    sign: Sign
    there: frozenset[str]
    placed: bool
    ahead: bool
    vague: bool = False
    off: bool = False
    leaves: bool = False
    days: int | None = None
    out: bool = False

    @property
    def on(self) -> date:
        """The day itself; only days are kept."""
        return self.when.earliest or date.max


class Away(NamedTuple):
    """How long somebody is told to be away, with no name of a place: "will be ABROAD for five days".

    Attributes:
        at: Where its sentence starts.
        who: Who is away.
        days: How many days.
    """

    at: int
    who: tuple[Actor, ...]
    days: int


def aways_in(mentions: Mentions, sentence: Sentence) -> list[Away]:
    """The lengths of stays in a sentence that are told of a verb of being, and of no place by its name."""
    found: list[Away] = []
    for verb in sentence.words if any(map(days_of, mentions.dates_in(sentence.body, sentence.end))) else ():
        if verb.lemma not in {"be", "stay", "remain", "spend"} or not _is_somewhere(verb):
            continue
        if any(w.lemma == "have" for w in auxiliaries(verb)) or read_status(verb).phase is Phase.DENIED:
            continue  # "HAS BEEN away for five days"
        days = next((n for m in date_mentions_of(mentions, verb) if (n := days_of(m))), 0)
        who = union(*(identify(mentions, w) for w in clause(verb).subjects)) if days > 1 else ()
        if who:
            found.append(Away(mentions.sentence_evidence(sentence).start, who, days))
    return found


def _is_somewhere(verb: Word) -> bool:
    """Whether a verb of being has a place, by no name: ABROAD, THERE, in THE COUNTRY."""
    lands = (p for c in verb.children if c.lower == "in" for p in c.children if p.lemma in {"country", "region"})
    near = any(c.lower in {"abroad", "away", "here", "overseas", "there"} for c in verb.children)
    return near or any(c.lower == "the" for p in lands for c in p.children)


def days_in(
    mentions: Mentions, sentence: Sentence, owners: Mapping[int, tuple[Actor, ...]], frames: Mapping[int, Frame]
) -> list[Day]:
    """The days of a sentence, in text order.

    Args:
        mentions: The article.
        sentence: The sentence.
        owners: Who travels by the words that open an account of a visit, by where these start.
        frames: All frames of the article by where their words start.
    """
    dates = [m.when for m in mentions.dates_in(sentence.body, sentence.end) if m.when is not None]
    if not any(when.is_day or when.earliest is None or when.latest is None for when in dates):
        return []
    found: list[Day] = []
    for word in sentence.words:
        frame, acts = frames.get(word.start), word.is_verb and word.dep not in {"aux", "auxpass"}
        due = acts and (was := was_due(word)) is not None and was.lemma == "be"
        missed = never_was(word)
        if missed or due:
            found.extend(day for day in _of_dropped(mentions, word) if missed or not day.who)
        if missed or (frame is not None and (legs_of(mentions, frame) or was_once_due(word))):
            continue
        dated = (acts or frame is not None) and bool(dates_of(mentions, word))
        told: list[Day] = _of_going(mentions, word) if acts and dated else []
        if not told and frame is not None and (dated or frame.kind in STAYS):
            told = _of_frame(mentions, frame, owners)
        told = told or (_of_verb(mentions, word) if acts and dated else [])
        found.extend(told)
        # "WAS TO meet Zeman on Friday", "WAS TO fly out on Monday and RETURN ON FRIDAY"
        found.extend(day._replace(off=True) for day in told if due and (day.there or day.sign in ENDS))
    where = {day.on: day.there for day in found if day.there and day.sign is Sign.FIRST}
    return [_where_others_are(day, where) for day in found]  # "will go TO OSLO on Friday for a meeting"


def _where_others_are(day: Day, where: Mapping[date, frozenset[str]]) -> Day:
    """A day of what is done, with the place to which the same sentence has somebody come on it."""
    untold = day.sign is Sign.WITHIN and not day.there and not day.placed and day.on in where
    return day._replace(there=where[day.on], placed=True) if untold else day


def _of_frame(mentions: Mentions, frame: Frame, owners: Mapping[int, tuple[Actor, ...]]) -> list[Day]:
    trigger = frame.trigger
    phase = read_status(trigger).phase
    if phase is Phase.DENIED or (frame.kind in UNTOLD and frame.kind is not Kind.NOUN):
        return []
    visitors = tuple(a for w in travellers(frame.visitors) for a in identify(mentions, w))
    visitors = visitors or owners.get(trigger.start, ())
    at, ahead = mentions.sentence_evidence(trigger.sentence).start, phase is Phase.PLANNED or is_of_stay(trigger)
    pointed = not any(v.country for v in visitors) and any(map(_are_those_told, frame.visitors))
    if frame.kind in LEAVING and (visitors or pointed):
        last = ending_of(mentions, frame, visitors)
        if last is not None:
            back = frame.kind in {Kind.GO, Kind.ARRIVE} and not ahead
            sign = Sign.BACK if back else Sign.LAST
            left = names_of(places_of(mentions, frame.goals if frame.kind is Kind.STAY else frame.origins, sites=False))
            stayed, vague = before_leaving(mentions, frame), pointed or _is_vague(mentions, frame, visitors)
            out = frame.kind is Kind.LEAVE or flies_out(frame)
            out = out and not left and all(c.dep != "dobj" for c in trigger.children)
            out = out and frame.local != "home"
            return [Day(at, visitors, last, sign, left, True, ahead, vague, days=stayed, out=out)]
    since = since_of(date_mentions_of(mentions, trigger)) if lasts(frame) else None
    when = since if since is not None and since.is_day else day_of(mentions, frame, ahead=ahead)
    if when is None or frame.kind in UNTOLD or (frame.kind is Kind.STOP and comes_back(trigger)):
        return []
    if frame.kind is Kind.STAY and is_meanwhile(trigger, when):
        return []
    others = tuple(a for w in frame.hosts for a in identify(mentions, w))
    who = union(visitors, others) if frame.kind in {*MEETINGS, Kind.TELL} else visitors
    places = _places_of(mentions, frame, ahead=ahead) if who or pointed else ()
    if not (who or pointed) or (frame.kind is Kind.SPEAK and not (places or frame.local == "here")):
        return []
    there = names_of(places) | countries_of(others)
    if not there and frame.kind is Kind.RECEIVE:  # "his Norwegian hosts, who received him on Friday"
        there = frozenset(c for w in frame.hosts if (c := mentions.actors.country_of(w)))
    here = find_dateline(mentions, trigger)
    if frame.local == "here" and frame.kind is not Kind.LEAVE and here is not None and here.country:
        there |= {here.country}
    sign = Sign.FIRST if frame.kind in COMING or when is since else Sign.WITHIN
    placed = bool(there or places) or frame.kind is Kind.TELL
    leaves = frame.kind is Kind.LEAVE or trigger.lemma in visit_words("support", "setting_out")
    days = _all_days(mentions, frame, when)
    found = [Day(at, who, day, sign, there, placed, ahead, vague=pointed, leaves=leaves) for day in days]
    if frame.kind in COMING and goes_on(trigger):
        found.append(Day(at, who, when, Sign.LAST, frozenset(), placed=True, ahead=ahead, leaves=True))
    elif frame.kind is Kind.LEAVE and frame.goals and here is not None and here.country:
        # told from there: "RIGA (AP) – … leaves on Friday FOR LIMA"; it ends no stay elsewhere
        found.append(Day(at, who, when, Sign.LAST, frozenset({here.country}), placed=True, ahead=ahead, leaves=True))
    return found


def _places_of(mentions: Mentions, frame: Frame, *, ahead: bool) -> tuple[Place, ...]:
    """The places with a name that a frame leads to, or where its occasion is."""
    if told := places_of(mentions, frame.goals, occasions=True):
        return _proper(told)
    occasion = occasion_for(mentions, frame, ahead=ahead)
    return _proper(occasion.places if occasion is not None else ())


def _all_days(mentions: Mentions, frame: Frame, when: EventDate) -> list[EventDate]:
    """The day of a frame, or both where it is of a meeting "on Sunday and Monday"."""
    both = both_days_of(mentions, frame) if frame.kind in MEETINGS else None
    both = both if both is not None and both.contains(when) else None  # not "on Tuesday and was in Riga ON SUNDAY AND"
    ends = (both.earliest, both.latest) if both is not None else ()
    return [EventDate.on(day) for day in ends if day is not None] or [when]


def _of_verb(mentions: Mentions, verb: Word) -> list[Day]:
    """Any other deed: in a place, or together with somebody of the place."""
    phase = read_status(verb).phase
    ahead = phase is Phase.PLANNED
    when = day_of(mentions, Frame(verb, Kind.MEET), ahead=ahead) if phase is not Phase.DENIED else None
    if when is None:
        return []
    found = clause(verb)
    says = is_of(verb, "report_verbs")
    who = union(*(identify(mentions, w) for w in found.subjects))
    shared = (w for o in found.objects for w in clause(o).oblique("with"))  # "signed a treaty with Zeman"
    others = () if says else union(*(identify(mentions, w) for w in (*found.objects, *found.oblique("with"), *shared)))
    there = names_of(_proper(places_of(mentions, found.oblique("in", "at")))) | countries_of(others)
    if not there and not says and len({a.country for a in who}) > 1:
        there = countries_of(who)  # "Presidents Kim of Peru and Zeman of Riga SIGNED a pact on Friday"
    at = mentions.sentence_evidence(verb.sentence).start
    leads = verb.dep == "ROOT" and verb.sentence.i == 0 and find_dateline(mentions) is not None
    if not who or not (there or ((says or leads) and not ahead)):
        return []
    return [Day(at, who, when, Sign.WITHIN if there else Sign.SAID, there, bool(there), ahead)]


def _of_going(mentions: Mentions, verb: Word) -> list[Day]:
    """Who is put out of a state, or is gone or back home, so that the stay has ended."""
    out, taken, phase = is_put_out(verb) or sees_off(verb), takes_home(verb), read_status(verb).phase
    if not (out or taken or is_home(verb)) or phase is Phase.DENIED:
        return []
    ahead = phase is Phase.PLANNED
    when = day_of(mentions, Frame(verb, Kind.MEET), ahead=ahead)
    who = union(*(identify(mentions, w) for w in (clause(verb).objects if out or taken else clause(verb).subjects)))
    if when is None or not who:
        return []
    left = names_of(places_of(mentions, clause(verb).oblique("from"), sites=False)) if out else frozenset()
    at = mentions.sentence_evidence(verb.sentence).start
    return [Day(at, who, when, Sign.LAST if out else Sign.BACK, left, placed=True, ahead=ahead)]


def _of_dropped(mentions: Mentions, verb: Word) -> list[Day]:
    """What was to have been done: "WAS TO HAVE MET the king on Friday", "it was to have begun on Friday"."""
    when = day_of(mentions, Frame(verb, Kind.MEET), ahead=True)
    if when is None:
        return []
    who = union(*(identify(mentions, w) for w in clause(verb).subjects))
    if not (who or {w.lemma for w in clause(verb).subjects} & {"it", *visit_words("nouns", "visit")}):
        return []  # "strikes were to have begun on Friday"
    at = mentions.sentence_evidence(verb.sentence)
    sign = Sign.LAST if comes_back(verb) or verb.lemma in visit_words("support", "ends") else Sign.WITHIN
    return [Day(at.start, who, when, sign, frozenset(), placed=False, ahead=True, off=True)]


def _are_those_told(word: Word) -> bool:
    """Whether a word only points at the guests of a visit told before: "THE POLISH VISITORS arrived on Monday"."""
    return word.lower in {"guests", "visitors"} and any(c.lower == "the" for c in word.children)


def _is_vague(mentions: Mentions, frame: Frame, visitors: Sequence[Actor]) -> bool:
    pronoun = any(w.pos == "PRON" for w in frame.visitors)
    return pronoun and not any(mentions.actors.lists(v) for v in visitors)


def _proper(places: Iterable[Place]) -> tuple[Place, ...]:
    """The places that have a name: "at the ministry" leaves open whose."""
    return tuple(p for p in places if not p.name.islower())


def names_of(places: Iterable[Place]) -> frozenset[str]:
    """The states of places, and the names of those of no single state."""
    return frozenset(p.country or p.name for p in places)
