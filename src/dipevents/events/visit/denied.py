"""Visits that the sentence behind them denies: "Kim was in Prague, papers said. The ministry denied the report."."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dipevents.events.claims import denials_behind
from dipevents.events.status import Phase, Status
from dipevents.events.visit.people import identify
from dipevents.models.actor import countries_of
from dipevents.models.visit import VisitStatus
from dipevents.reading.grammar import closed_class, is_question

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.events.claims import Disavowal
    from dipevents.events.visit.drafts import Draft
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["deny"]

TOLD = frozenset({"ccomp", "xcomp", "dobj", "attr", "pobj", "prep", "acl", "acomp", "nsubjpass", "parataxis"})
"""Relations by which what a sentence says hangs on its main verb."""
DEPTH = 6


def deny(mentions: Mentions, drafts: Iterable[Draft]) -> None:
    """Calls off the drafts, which it changes, of which the next sentence says that they are not so."""
    for draft in drafts:
        if draft.stage is VisitStatus.CANCELLED or not _is_what_is_said(draft.frame.trigger):
            continue
        denials = denials_behind(mentions.sentences, draft.at)
        if (found := next((d for d in denials if _is_meant(mentions, draft, d)), None)) is not None:
            draft.stage, draft.status = VisitStatus.CANCELLED, Status(Phase.DENIED, (found.cue,))


def _is_what_is_said(trigger: Word) -> bool:
    """Whether the visit is what its sentence is about, and not something told beside it."""
    up = (trigger, *islice(trigger.ancestors(), DEPTH))
    main = all(word.dep in TOLD or word.head is word for word in up)
    return main and not trigger.sentence.words_among(closed_class("blaming"))


def _is_meant(mentions: Mentions, draft: Draft, denial: Disavowal) -> bool:
    """Whether a denial is of one side, or nobody's known; a bare "No" answers a question."""
    if denial.answers and not is_question(draft.frame.trigger.sentence):
        return False
    theirs = countries_of((*draft.visitors, *draft.hosts, *draft.places))
    who = countries_of([actor for word in denial.who for actor in identify(mentions, word)])
    if not who:  # "the ministry denied it", but "THEY called it a fairy tale"
        return all(word.pos != "PRON" for word in denial.who)
    return bool(who & theirs)
