"""Visits: somebody official goes to another country, will or may go there, or is received there.

Patterns (the words are in `data/visit.toml`, the argument places in `frames.py`):

    Kim visited / arrived in / flew to / left for / stayed in Prague        a verb with its subject and a place abroad
    Zeman received Kim; Kim was welcomed by Zeman                           the guest visits the host's country
    Kim's trip to Prague; a visit by Kim; Kim is on a tour of Europe        a noun with its owner
    visiting minister Kim; Kim, in Prague for talks; Kim is due in Prague   presence
    Kim was invited to Prague                                               possible, unless accepted
    Kim met Zeman in Prague; talks between Kim and Zeman in Geneva          a meeting abroad, and hosts of a told visit
    the trip, during the visit, he arrived on Monday                        further words of a visit told elsewhere

What yields nothing: travel inside one's own country; tourists, migrants, troops, ships and goods; places that are no
places ("came to power"). A country that is only guessed never rules a visit out.
Where nobody is known to be official, or no place to be abroad, the rest of the sentence is weighed (`odds.py`).
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from dipevents.events.merge import merge
from dipevents.events.status import Phase, read_status
from dipevents.events.visit.beside import with_host_beside, with_pointed
from dipevents.events.visit.coming import is_later, is_long_past, week_later
from dipevents.events.visit.context import complete
from dipevents.events.visit.days import with_days
from dipevents.events.visit.denied import deny
from dipevents.events.visit.details import count_of, purpose_of, transport_of
from dipevents.events.visit.drafts import SIDES, Draft, is_to_return, read_drafts
from dipevents.events.visit.endings import up_to_end
from dipevents.events.visit.frames import Kind, is_of_sport, visit_words
from dipevents.events.visit.goals import at_host, comes_back
from dipevents.events.visit.hints import with_companions, with_hints, with_occasions
from dipevents.events.visit.meetings import attach_meetings
from dipevents.events.visit.merge import STAY, join_visits, same_visit
from dipevents.events.visit.nearest import place_by_meetings
from dipevents.events.visit.odds import weighed
from dipevents.events.visit.places import home_of, places_of
from dipevents.events.visit.public import OFFICIAL, note_public
from dipevents.events.visit.time import is_there_now
from dipevents.events.visit.tours import unite_tours
from dipevents.events.visit.triggers import opening_words, read_frame
from dipevents.mentions.timing import is_ahead
from dipevents.models.actor import ActorKind, countries_of
from dipevents.models.visit import Visit, VisitStatus
from dipevents.reading.clauses import auxiliaries, verb_above
from dipevents.reading.grammar import is_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["find_visits"]

BEGINNING = 4
"""Sentences in which a text names whom its title and its lead tell of."""
NEXT = 3
"""Characters between two sentences that follow each other."""


def find_visits(mentions: Mentions) -> list[Visit]:
    """The visits that an article tells of, in text order."""
    words = (word for sentence in mentions.sentences_for("visit") for word in sentence.words_among(opening_words()))
    frames = {word.start: frame for word in words if (frame := read_frame(word)) is not None}
    drafts: list[Draft] = []
    meetings: list[Draft] = []
    doubtful: list[Draft] = []
    for frame in sorted(frames.values(), key=lambda frame: frame.kind not in OFFICIAL):
        found = read_drafts(mentions, frame)
        if frame.kind not in SIDES:
            doubtful.extend(draft for draft in found if draft.doubt)
            found = [draft for draft in found if not draft.doubt]
        (meetings if frame.kind in SIDES else drafts).extend(found)
        if found and frame.kind in OFFICIAL and not is_of_sport(frame.trigger.sentence):
            note_public(mentions, (a for draft in found for a in (*draft.visitors, *draft.hosts)))
    drafts.sort(key=lambda draft: draft.frame.trigger.start)
    deny(mentions, drafts)
    whole = complete(mentions, drafts)
    if meetings and (nowhere := [d for d in drafts if d.doubt == "nowhere"]):
        place_by_meetings(nowhere, meetings)
        whole = sorted((*whole, *(d for d in nowhere if not d.doubt)), key=lambda d: d.frame.trigger.start)
    now = {d.frame.trigger.sentence.start for d in whole if _is_under_way(mentions, d)}
    made = (make_visit(mentions, draft) for draft in whole)
    meant = {d.frame.trigger.sentence.start: d.meant.frame.trigger.sentence.start for d in whole if d.meant}
    same, aside = _same(mentions, whole, now), partial(_is_aside, mentions, meant)
    came = {d.frame.trigger.sentence.start for d in whole if _has_come(d)}
    within = {d.frame.trigger.sentence.start for d in whole if _is_within(d)} if came else set()
    visits = merge(made, same, partial(_joined, mentions, now, came, within), aside=aside)
    visits = attach_meetings(mentions, visits, meetings, make_visit, doubtful)
    visits = with_pointed(mentions, visits, drafts)
    doubtful.extend(draft for draft in drafts if draft.doubt)
    visits = weighed(mentions, visits, whole, doubtful, make_visit)
    visits = unite_tours(mentions, (_settled(mentions, visit) for visit in visits))
    dated = [_settled(mentions, visit) for visit in with_days(mentions, visits, [*drafts, *doubtful], frames)]
    dated = with_companions(dated, whole)
    dated = with_hints(mentions, with_occasions(mentions, dated))
    dated = up_to_end(mentions, dated, [*drafts, *doubtful])
    hosted = sorted((with_host_beside(mentions, visit) for visit in dated), key=lambda v: v.start)
    return [replace(v, hosts=tuple(h for h in v.hosts if h not in v.visitors)) for v in hosted]  # "his counterpart"


def _is_under_way(mentions: Mentions, draft: Draft) -> bool:
    """Whether a stay goes on as one reads: "IS in Prague", "IS PAYING a visit", "is ON a visit", "HAS ARRIVED"."""
    frame, trigger = draft.frame, draft.frame.trigger
    if draft.stage is not VisitStatus.OCCURRED or is_ahead(mentions, draft.when):
        return False
    on = trigger.head.head if trigger.dep == "pobj" and trigger.head.lower == "on" else trigger
    come = frame.kind in {Kind.ARRIVE, Kind.RECEIVE} and any(w.lower in {"has", "have"} for w in auxiliaries(trigger))
    going_on = draft.status.phase is Phase.ONGOING or (on.lemma == "be" and on.tag in {"VBZ", "VBP"})
    speaks = on is not trigger and draft.when is None and is_of(on, "report_verbs")  # "Kim, ON HIS VISIT there, SAID"
    going_on = going_on or (speaks and trigger.i < on.i)
    return come or is_there_now(frame) or (frame.kind is Kind.NOUN and going_on)


def _told_in(visit: Visit, sentences: Collection[int]) -> bool:
    """Whether one of some sentences, known by their starts, tells of a visit."""
    return any(evidence.start in sentences for evidence in visit.evidence)


def _has_come(draft: Draft) -> bool:
    """Whether somebody has come on a day that is not told: "CAME to Prague on a private visit"."""
    come = draft.frame.kind in {Kind.ARRIVE, Kind.GO} and draft.frame.trigger.tag == "VBD"
    return come and draft.when is None and draft.stage is VisitStatus.OCCURRED


def _is_within(draft: Draft) -> bool:
    """Whether something is told of the time of a visit that was told before: "came to Prague. DURING HER VISIT she"."""
    noun = draft.frame.trigger
    told = draft.frame.definite or any(c.tag == "PRP$" for c in noun.children)
    return draft.frame.kind is Kind.NOUN and told and noun.dep == "pobj" and noun.head.lower == "during"


def _joined(
    mentions: Mentions,
    now: Collection[int],
    came: Collection[int],
    within: Collection[int],
    earlier: Visit,
    later: Visit,
) -> Visit:
    """One visit from two accounts; what is planned within a stay that goes on does not date its beginning."""
    joined = join_visits(earlier, later)
    pairs = ((earlier, later), (later, earlier))
    planned = [pair for pair in pairs if pair[1].status is VisitStatus.PLANNED and is_ahead(mentions, pair[1].when)]
    there = countries_of(earlier.destinations) & countries_of(later.destinations)  # else it is a leg of a tour
    there_now = ((one, _told_in(one, now) or (_told_in(one, came) and _told_in(of, within))) for one, of in planned)
    begun = bool(there) and any(is_there and one.when is None for one, is_there in there_now)
    return replace(joined, when=None) if begun else joined


def _same(mentions: Mentions, told: Sequence[Draft], now: Collection[int]) -> Callable[[Visit, Visit], bool]:
    """Whether an earlier and a later account are one visit: to go AGAIN is another one, and so is one of long ago."""
    again = {draft.frame.trigger.sentence.start for draft in told if is_to_return(draft)}
    pointing = {draft.frame.trigger.sentence.start for draft in told if draft.frame.definite}
    stops = {draft.frame.trigger.sentence.start for draft in told if draft.frame.kind is Kind.STOP}

    gone_by = partial(_is_gone_by, mentions)
    lead = next((s.i for s in mentions.sentences if not s.heading), 0)
    ends = [s.end for s in mentions.sentences[lead : lead + BEGINNING]]

    def same(earlier: Visit, later: Visit) -> bool:
        start, gone = later.evidence[0].start, earlier.status is VisitStatus.OCCURRED
        if gone and start in again and later.status is not VisitStatus.OCCURRED:
            return False
        dropped = later.status is VisitStatus.CANCELLED is not earlier.status
        if start in stops and dropped and not _told_in(earlier, stops):
            return False  # "will visit Peru. A STOP in Lima was dropped"
        for ahead, past in ((earlier, later), (later, earlier)):
            if ahead.when is None and _is_to_be(ahead) and gone_by(past):
                return False  # "will go to Prague. He last VISITED it in May"
        over = (one for one, of in ((earlier, later), (later, earlier)) if gone_by(of))
        if any(one.when is None and _told_in(one, now) for one in over):
            return False  # "HAS ARRIVED in Prague. He was there in May"
        former = earlier.when is None and is_long_past(mentions, later.when)
        opening = bool(ends) and earlier.evidence[-1].end <= ends[0] and start < ends[-1]
        return not (former and (start not in pointing or not gone)) and same_visit(earlier, later, opening=opening)

    return same


def _is_to_be(visit: Visit) -> bool:
    """Whether a visit is told as one still to come: "WILL go"; not "a scheduled visit", which may have been paid."""
    cue = visit.status_evidence.text.lower().split() if visit.status_evidence is not None else ()
    return visit.status is VisitStatus.PLANNED and not visit_words("support", "to_be").isdisjoint(cue)


def _is_gone_by(mentions: Mentions, visit: Visit) -> bool:
    """Whether a visit is over for days, or is told by a week or a month that is over."""
    last = visit.when.latest if visit.when is not None and visit.status is VisitStatus.OCCURRED else None
    since = (mentions.published - last).days if last is not None and mentions.published else 0
    return since > STAY or (since > 0 and not (visit.when and visit.when.is_day))


def _is_aside(mentions: Mentions, meant: Mapping[int, int], earlier: Visit, later: Visit) -> bool:
    """Whether a visit is over that the sentences right before do not tell: "He was there in 1964. … HE ALSO MET Lee".

    Or it is not the one that "the trip" means.

    Args:
        mentions: The article.
        meant: By the start of a sentence with such a word that of the one it points at.
        earlier: The visit.
        later: A later account.
    """
    start = later.evidence[0].start
    if start in meant:
        return not _told_in(earlier, {meant[start]})
    return start - earlier.evidence[-1].end > NEXT and later.when is None and _is_gone_by(mentions, earlier)


def make_visit(mentions: Mentions, draft: Draft) -> Visit:
    """A draft as a visit of its own."""
    trigger = draft.frame.trigger
    origins = places_of(mentions, draft.frame.origins)
    place = at_host(mentions, draft.frame)
    told = draft.hosts if len(draft.frame.goals) > 1 else draft.hosts[:1]  # "a visit to KIM and ZEMAN"
    homes = (place,) if place is not None else tuple({h.country: home_of(h) for h in told if h.country}.values())
    places = draft.places or homes
    status, when = _status(mentions, draft), draft.when
    over = when is not None and when.latest and mentions.published and when.latest < mentions.published
    if when is not None and over and status is VisitStatus.PLANNED and draft.stage is VisitStatus.OCCURRED:
        when = week_later(when) or when  # "was flying there on Tuesday"
    return Visit(
        visitors=draft.visitors,
        hosts=tuple(h for h in draft.hosts if h.kind is not ActorKind.STATE),
        destinations=places,
        origin=next((o for o in origins if o not in places), None),
        purpose=purpose_of(mentions, trigger),
        transport=transport_of(mentions, draft.frame),
        count=count_of(trigger),
        when=when,
        status=status,
        status_evidence=draft.status.evidence(mentions),
        evidence=(mentions.sentence_evidence(trigger.sentence),),
    )


def _status(mentions: Mentions, draft: Draft) -> VisitStatus:
    """The stage of a visit; what is told of a day to come is planned, whatever its tense."""
    if draft.stage is not VisitStatus.OCCURRED:
        return draft.stage
    way = draft.frame.trigger if draft.frame.trigger.lemma in {"way", "route"} and draft.frame.goals else None
    if way is not None and read_status(way.head.head).phase is Phase.POSSIBLE:
        return VisitStatus.POSSIBLE  # "is likely to stop in Prague on his way to Oslo"
    if way is not None and way.head.head.lemma != "be" and not is_long_past(mentions, draft.when):
        return VisitStatus.PLANNED  # "stopped in Prague ON HIS WAY to Oslo"
    present = draft.frame.trigger.tag in {"VBZ", "VBP"}
    announced = present and draft.frame.kind is not Kind.STAY
    announced = announced and not comes_back(draft.frame.trigger)  # "arrives back from Prague"
    if announced and draft.when and mentions.published and draft.when.earliest == mentions.published:
        return VisitStatus.PLANNED  # "hosts a summit on Friday", in a report of that Friday
    going = draft.frame.trigger.lemma in visit_words("support", "soon") and draft.status.phase is Phase.ONGOING
    going = going and not _is_turned(draft.frame.trigger)
    leads = present and draft.frame.kind in {Kind.GO, Kind.ARRIVE, Kind.VISIT} and _leads_on(draft)
    going = going or leads or _is_of_coming_day(mentions, draft) or _is_still_to_come(mentions, draft)
    return VisitStatus.PLANNED if going or is_ahead(mentions, draft.when) else VisitStatus.OCCURRED


def _is_still_to_come(mentions: Mentions, draft: Draft) -> bool:
    """Whether a noun, a present or what goes on is put behind the report: "during a VISIT later this month"."""
    when, verb = draft.when, draft.frame.trigger
    if when is None or not is_later(when) or not (when.latest and mentions.published):
        return False
    told = verb.is_noun or verb.tag in {"VBZ", "VBP"} or draft.status.phase is Phase.ONGOING
    return told and when.latest >= mentions.published


def _is_turned(verb: Word) -> bool:
    """Whether a past stands behind what was done, before who did it: "also ARRIVING WERE Kim and Lee"."""
    return any(w.i > verb.i and w.lower in {"was", "were"} for w in auxiliaries(verb))


def _leads_on(draft: Draft) -> bool:
    """Whether a present tells of the next stage of a journey: "THEN continues to Oslo", "FROM Oslo she GOES to"."""
    verb = draft.frame.trigger
    onward = any(c.lower in visit_words("support", "onward") and c.dep in {"advmod", "prt"} for c in verb.children)
    first = any(c.lower == "from" and c.i < verb.i for c in verb.children)
    return onward or first


def _is_of_coming_day(mentions: Mentions, draft: Draft) -> bool:
    """Whether a present tells of a day of the week to come: "are gathering in Prague for talks ON TUESDAY"."""
    when, verb = draft.when, draft.frame.trigger
    if when is None or mentions.published is None or not when.latest or week_later(when) is None:
        return False
    now = any(h.lower in {"is", "are"} for h in auxiliaries(verb)) or (verb.tag == "VBP" and verb.dep == "relcl")
    days = (w for e in when.evidence if (w := verb.sentence.word_at(e.start)) is not None)
    own = any(verb_above(day) is verb for day in days)
    return now and own and when.latest < mentions.published


def _settled(mentions: Mentions, visit: Visit) -> Visit:
    """What all accounts together put into the future has not occurred."""
    ahead = visit.status is VisitStatus.OCCURRED and is_ahead(mentions, visit.when)
    return replace(visit, status=VisitStatus.PLANNED) if ahead else visit
