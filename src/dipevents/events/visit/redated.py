"""What other accounts tell of the date of one: a day in passing, one still to come, one to which a journey is moved.

Kim said in Oslo on Friday … arrived on Monday       Monday: on Friday the guest only speaks
is in Oslo, where he will address a forum on Friday   no date: what is still to be done dates no stay
was due on Monday but moved the trip to May           one journey, in May
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.merge import REACH
from dipevents.events.visit.coming import is_ahead, last_of_name
from dipevents.events.visit.frames import Kind
from dipevents.events.visit.merge import same_party
from dipevents.events.visit.people import identify
from dipevents.events.visit.stages import came_not, moved_by, was_due
from dipevents.models.actor import countries_of
from dipevents.models.visit import VisitStatus
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.visit.drafts import Draft
    from dipevents.mentions.mentions import Mentions

__all__ = ["redate"]

ROUND = 6
"""Drafts around one that may tell of the same journey."""
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
    _without_passing_dates(drafts)
    _without_later_dates(mentions, drafts)


def _as_moved(drafts: Sequence[Draft]) -> None:
    """Lets a journey and what becomes of it in its sentence be one: "was DUE on Monday but moved the trip to MAY"."""
    for at, draft in enumerate(drafts):
        moved = moved_by(draft.frame.trigger) is not None
        pointing = draft.frame.definite or any(c.tag == "PRP$" for c in draft.frame.trigger.children)
        if draft.frame.kind is not Kind.NOUN or not pointing or not (moved or draft.stage is VisitStatus.CANCELLED):
            continue
        for other in drafts[max(0, at - ROUND) : at + ROUND]:
            open_still = other.stage is not VisitStatus.OCCURRED and other is not draft
            if other.at == draft.at and open_still and same_party(other.visitors, draft.visitors):
                if moved:
                    other.when, other.days, other.stage = draft.when, draft.days, draft.stage
                elif other.when is not None:
                    draft.when, other.stage = other.when, draft.stage


def _as_missed(mentions: Mentions, drafts: Sequence[Draft]) -> None:
    """Calls off what the next sentence tells that it did not come to: "was due on Monday. He DID NOT COME"."""
    for draft in (d for d in drafts if d.stage is VisitStatus.PLANNED and was_due(d.frame.trigger)):
        behind = (w for s in mentions.sentences[draft.at + 1 : draft.at + 2] for w in s.words if w.dep == "ROOT")
        for verb in filter(came_not, behind):
            if same_party(tuple(a for w in clause(verb).subjects for a in identify(mentions, w)), draft.visitors):
                draft.stage, draft.when = VisitStatus.CANCELLED, last_of_name(mentions, draft.when)


def _without_passing_dates(drafts: Sequence[Draft]) -> None:
    """A day on which a guest only speaks, is met or leaves home dates the visit where nothing else does."""
    for at, draft in enumerate(drafts):
        if draft.frame.kind not in PASSING and not _sets_out(draft):
            continue
        beside = drafts[max(0, at - REACH) : at + REACH]
        firm = (o for o in beside if o.when and o.frame.kind not in PASSING and not _sets_out(o))
        if any(same_party(o.visitors, draft.visitors) for o in firm):
            draft.when = None


def _sets_out(draft: Draft) -> bool:
    """Whether only the point of departure is told: "flew out of Prague on Monday"."""
    frame = draft.frame
    out = any(c.lower == "out" for c in frame.trigger.children)
    return frame.kind is Kind.ARRIVE and out and not (frame.goals or frame.local)


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
