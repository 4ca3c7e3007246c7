"""What other accounts tell of the date of one: a day in passing, one still to come, one to which a journey is moved.

Kim said in Oslo on Friday … arrived on Monday       Monday: on Friday the guest only speaks
is in Oslo, where he will address a forum on Friday   no date: what is still to be done dates no stay
was due on Monday but moved the trip to May           one journey, in May
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.merge import REACH
from dipevents.events.status import Phase, read_status
from dipevents.events.visit.coming import coming, is_long_past, last_of_name, week_later
from dipevents.events.visit.frames import Kind, visit_words
from dipevents.events.visit.merge import same_party
from dipevents.events.visit.missed import came_not, never_was, was_due
from dipevents.events.visit.people import identify
from dipevents.events.visit.stages import moved_by
from dipevents.events.visit.stays import verbs_of
from dipevents.mentions.timing import date_mentions_of, is_ahead
from dipevents.models.actor import countries_of
from dipevents.models.visit import VisitStatus
from dipevents.reading.clauses import auxiliaries, clause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.visit.drafts import Draft
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.event_date import EventDate
    from dipevents.reading.sentence import Word

__all__ = ["redate"]

ROUND = 6
"""Drafts around one that may tell of the same journey."""
WEEKS = 9
"""Weeks ahead for which days are told by their names behind a date."""
NEXT = 2
"""Sentences behind a visit that was put off in which its new day may stand."""
BEFORE = frozenset({"before", "once", "previously", "thrice", "times", "twice"})
"""What tells that a visit was off at another time: "has been postponed TWICE"."""
COMING = frozenset({Kind.ARRIVE, Kind.GO})
"""Frames that tell the first day."""
SETTING_OUT = frozenset({*COMING, Kind.LEAVE, Kind.DUE})
"""The same, and those of leaving for a place."""
PASSING = frozenset({Kind.VISITING, Kind.SPEAK})
"""Frames whose date is that of an encounter during the visit."""


def redate(mentions: Mentions, drafts: Sequence[Draft]) -> None:
    """Sets right the dates of drafts by those beside them.

    Args:
        mentions: The article.
        drafts: Its drafts in text order; they are changed.
    """
    _as_moved(drafts)
    _as_missed(mentions, drafts)
    _as_put_off(mentions, drafts)
    _as_once_off(mentions, drafts)
    _without_passing_dates(drafts)
    _without_later_dates(mentions, drafts)
    _behind_arrival(drafts)
    _of_substitutes(mentions, drafts)
    _of_joined(drafts)


def _as_moved(drafts: Sequence[Draft]) -> None:
    """Lets a journey and what becomes of it in its sentence be one: "was DUE on Monday but moved the trip to MAY"."""
    for at, draft in enumerate(drafts):
        moved = draft.stage is not VisitStatus.CANCELLED and moved_by(draft.frame.trigger) is not None
        pointing = draft.frame.definite or any(c.tag == "PRP$" for c in draft.frame.trigger.children)
        if draft.frame.kind is not Kind.NOUN or not pointing or not (moved or draft.stage is VisitStatus.CANCELLED):
            continue
        for other in drafts[max(0, at - ROUND) : at + ROUND]:
            open_still = other.stage is not VisitStatus.OCCURRED and other is not draft
            if other.at == draft.at and open_still and same_party(other.visitors, draft.visitors):
                if moved:
                    other.when, other.days, other.stage = draft.when, draft.days, draft.stage
                elif other.when is not None and not _is_due_anew(other.frame.trigger, {"now"}):
                    draft.when, other.stage = other.when, draft.stage


def _as_missed(mentions: Mentions, drafts: Sequence[Draft]) -> None:
    """Calls off what the next sentence tells that it did not come to: "was due on Monday. He DID NOT COME".

    A day on which something did not take place is over.
    """
    for draft in (d for d in drafts if d.stage is VisitStatus.CANCELLED and any(map(_is_over, d.status.cue))):
        draft.when = last_of_name(mentions, draft.when)
    for draft in (d for d in drafts if d.stage is VisitStatus.PLANNED and was_due(d.frame.trigger)):
        behind = (w for s in mentions.sentences[draft.at + 1 : draft.at + 2] for w in s.words if w.dep == "ROOT")
        for verb in filter(came_not, behind):
            if same_party(tuple(a for w in clause(verb).subjects for a in identify(mentions, w)), draft.visitors):
                draft.stage, draft.when = VisitStatus.CANCELLED, last_of_name(mentions, draft.when)


def _is_over(cue: Word) -> bool:
    """Whether a cue denies in the past tense: "DID NOT take place"."""
    return cue.dep == "neg" and any(h.lower == "did" for h in auxiliaries(cue.head))


def _as_put_off(mentions: Mentions, drafts: Sequence[Draft]) -> None:
    """Gives what was put off the day that is told next: "was postponed. He will NOW come, it will NOW begin in May"."""
    for draft in drafts:
        behind = mentions.sentences[draft.at : draft.at + NEXT + 1] if draft.stage is VisitStatus.CANCELLED else ()
        for verb in (w for s in behind for w in s.words if w.is_verb and _is_due_anew(w, {"now", "instead"})):
            if draft.visitors and _tells_of(mentions, verb, draft):
                days = [coming(mentions, m) for m in date_mentions_of(mentions, verb)]
                draft.when, draft.stage = next((d for d in days if d), draft.when), VisitStatus.PLANNED
    for at, draft in enumerate(drafts):
        if draft.stage is not VisitStatus.CANCELLED or not draft.visitors:
            continue
        for other in drafts[max(0, at - ROUND) : at + ROUND]:
            near = 0 <= other.at - draft.at <= NEXT and other.stage is VisitStatus.PLANNED
            one = near and same_party(other.visitors, draft.visitors)
            deferred = any(w.lemma in visit_words("support", "deferring") for w in draft.status.cue)
            # "was to go to Oslo, but will INSTEAD tour Bergen" is another journey
            fresh = deferred and not draft.when and other.when and not _is_past(mentions, other.when)
            anew = fresh or _is_due_anew(other.frame.trigger, {"now"})
            if one and anew and countries_of(other.places) & countries_of(draft.places):
                draft.when, draft.days, draft.stage = other.when, other.days, other.stage


def _is_past(mentions: Mentions, when: EventDate) -> bool:
    return bool(when.latest and mentions.published and when.latest < mentions.published)


def _tells_of(mentions: Mentions, verb: Word, draft: Draft) -> bool:
    """Whether a verb tells anew of a journey: "IT will now begin in May", "he will now COME on Friday"."""
    subjects = clause(verb).subjects
    if draft.frame.kind is Kind.NOUN and any(w.lower == "it" for w in subjects):
        return True
    comes = verb.lemma in {"come", *visit_words("verbs", "arrive")} and not clause(verb).oblique("to", "in", "at")
    return comes and same_party(tuple(a for w in subjects for a in identify(mentions, w)), draft.visitors)


def _is_due_anew(word: Word, beside: set[str]) -> bool:
    """Whether something will be done in the place of what was planned: "will NOW come", "INSTEAD, it will begin"."""
    verb = word if word.is_verb or word.dep not in {"dobj", "nsubj", "nsubjpass"} else word.head
    ahead = read_status(verb).phase is Phase.PLANNED
    return ahead and any(c.lower in beside for c in verb.children)


def _as_once_off(mentions: Mentions, drafts: Sequence[Draft]) -> None:
    """Lets what had been put off before be as it is told: "arrived on Monday. The visit HAD BEEN postponed twice"."""
    for at, draft in enumerate(drafts):
        frame, verb = draft.frame, draft.frame.trigger.head
        after = verb.dep == "pcomp" and verb.head.lower == "after"  # "came AFTER twice postponing the trip"
        had = after or any(w.lower == "had" for w in auxiliaries(verb)) or any(c.lower in BEFORE for c in verb.children)
        had = had or any(never_was(v) for v, _ in verbs_of(frame.trigger))  # "it WAS TO HAVE TAKEN PLACE in May"
        off = draft.stage is VisitStatus.CANCELLED or moved_by(frame.trigger) is not None
        if off and frame.kind is Kind.NOUN and frame.definite and had:
            for other in drafts[max(0, at - ROUND) : at]:
                made = other.stage in {VisitStatus.OCCURRED, VisitStatus.PLANNED} and (after or other.at < draft.at)
                if made and not is_long_past(mentions, other.when) and same_party(other.visitors, draft.visitors):
                    draft.when, draft.days, draft.stage = other.when, other.days, other.stage


def _without_passing_dates(drafts: Sequence[Draft]) -> None:
    """A day on which a guest only speaks, is met or leaves home dates the visit where nothing else does.

    Nor does that of what he has come for: "arrived on Monday TO ATTEND a summit on Friday".
    """
    for at, draft in enumerate(drafts):
        beside = drafts[max(0, at - REACH) : at + REACH]
        if any(_is_purpose(draft, other) for other in beside):
            draft.when = None
        if draft.frame.kind not in PASSING and not _sets_out(draft):
            continue
        firm = (o for o in beside if o.when and o.frame.kind not in PASSING and not _sets_out(o))
        if any(same_party(o.visitors, draft.visitors) for o in firm):
            draft.when = None


def _is_purpose(draft: Draft, other: Draft) -> bool:
    """Whether one takes part in what another account has him come for, on a day that is told."""
    verb, came = draft.frame.trigger, other.frame.trigger
    there = other.when is not None and other.stage is VisitStatus.OCCURRED and other.frame.kind in COMING
    return there and draft.frame.kind is Kind.ATTEND and verb.tag == "VB" and verb.head is came


def _sets_out(draft: Draft) -> bool:
    """Whether only the point of departure is told: "flew out of Prague on Monday"."""
    frame = draft.frame
    out = any(c.lower == "out" for c in frame.trigger.children)
    return frame.kind is Kind.ARRIVE and out and not (frame.goals or frame.local)


def _behind_arrival(drafts: Sequence[Draft]) -> None:
    """Lets what is planned for a weekday be after the arrival told before: "lands ON FRIDAY … in Oslo ON TUESDAY"."""
    for at, draft in enumerate(drafts):
        first = draft.when
        if first is None or not first.is_day or draft.stage is not VisitStatus.PLANNED:
            continue
        for other in drafts[at + 1 : at + ROUND] if draft.frame.kind in SETTING_OUT else ():
            if other.stage is not VisitStatus.PLANNED or not same_party(other.visitors, draft.visitors):
                continue
            there = countries_of(other.places) & countries_of(draft.places) and other.frame.kind not in SETTING_OUT
            numbered = other.at - draft.at <= NEXT and any(c.isdigit() for c in first.text)  # "lands ON JUNE 9 …"
            for _ in range(WEEKS if numbered else 1 if there else 0):
                later = week_later(other.when) if other.when is not None and other.when.ended_before(first) else None
                if later is None or not (numbered or first.ended_before(later)):
                    break
                other.when = later


def _of_substitutes(mentions: Mentions, drafts: Sequence[Draft]) -> None:
    """Gives who goes for another the day on which that one does not: "will not come ON FRIDAY. Lee goes INSTEAD".

    That day is to come, then, also where the words may look back: "which had been set FOR FRIDAY, was called off".
    """
    for at, draft in enumerate(drafts):
        verb = draft.frame.trigger
        stands_in = any(c.lower == "instead" for c in verb.children)
        stands_in = stands_in or any(w.lower in {"place", "stead"} for w in clause(verb).oblique("in"))
        if draft.when is not None or draft.stage is not VisitStatus.PLANNED or not stands_in:
            continue
        near = (o for o in reversed(drafts[max(0, at - ROUND) : at]) if draft.at - o.at <= NEXT)
        off = next((o for o in near if o.stage is VisitStatus.CANCELLED and o.when is not None), None)
        another = off is not None and not same_party(off.visitors, draft.visitors)
        if off is not None and another and countries_of(off.places) & countries_of(draft.places):
            later = off.when if off.when is None or is_ahead(mentions, off.when) else week_later(off.when)
            draft.when = off.when = later or off.when


def _of_joined(drafts: Sequence[Draft]) -> None:
    """Gives who joins somebody the date of the one whom he joins: "will go there on Friday. Lee WILL JOIN HIM"."""
    for at, draft in enumerate(drafts):
        if draft.when is not None or draft.frame.trigger.lemma != "join" or draft.frame.kind is not Kind.SEND:
            continue
        near = (o for o in reversed(drafts[max(0, at - ROUND) : at]) if draft.at - o.at <= 1 and o.stage is draft.stage)
        one = next(near, None)
        if one is not None and countries_of(one.places) & countries_of(draft.places):
            draft.when = one.when


def _without_later_dates(mentions: Mentions, drafts: Sequence[Draft]) -> None:
    """What somebody will still do dates no visit: "is in Prague, where he will address a forum on Friday"."""
    for at, draft in enumerate(drafts):
        if draft.frame.kind not in PASSING | {Kind.ATTEND} or not is_ahead(mentions, draft.when):
            continue
        for other in drafts[max(0, at - ROUND) : at + ROUND]:
            begun = other.frame.kind is Kind.STAY and other.stage is VisitStatus.OCCURRED and other.when is None
            one = same_party(other.visitors, draft.visitors) and countries_of(other.places) & countries_of(draft.places)
            if begun and one:
                draft.when, draft.stage = None, VisitStatus.OCCURRED
