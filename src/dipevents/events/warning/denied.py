"""Warnings that the sentence behind them denies: "Oslo had threatened Lima, papers said. Oslo denied it."."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from dipevents.events.claims import denials_behind, report_of
from dipevents.events.warning.issuers import actors_of
from dipevents.models.actor import countries_of
from dipevents.models.warning import WarningStatus

if TYPE_CHECKING:
    from dipevents.events.claims import Disavowal
    from dipevents.events.warning.triggers import Trigger
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.warning import Warning

__all__ = ["with_denial"]

_DEPTH = 6


def with_denial(mentions: Mentions, trigger: Trigger, warning: Warning) -> Warning:
    """The warning, denied where others report it and the next sentence says that it is not so."""
    if not trigger.lexical or warning.status is WarningStatus.DENIED or not _is_reported(mentions, trigger, warning):
        return warning
    denials = denials_behind(mentions.sentences, trigger.sentence.i)
    found = next((d for d in denials if _is_meant(mentions, warning, d)), None)
    if found is None:
        return warning
    evidence = (*warning.evidence, mentions.sentence_evidence(found.cue.sentence))
    cue = mentions.word_evidence(found.cue)
    return replace(warning, evidence=evidence, status=WarningStatus.DENIED, status_evidence=cue)


def _is_reported(mentions: Mentions, trigger: Trigger, warning: Warning) -> bool:
    """Whether others tell of a warning: "PAPERS SAID Oslo had threatened Lima", "a REPORT that it had threatened"."""
    word = trigger.word
    if report_of(word) is not None:
        return True
    telling = [a for a in mentions.said_at(word) if a is not trigger.attribution]
    content = any(up.dep in {"acl", "ccomp", "parataxis"} for up in (word, *islice(word.ancestors(), _DEPTH)))
    return content and bool(telling) and all(i not in a.speakers for a in telling for i in warning.issuers)


def _is_meant(mentions: Mentions, warning: Warning, denial: Disavowal) -> bool:
    """Whether who warned denies it, or nobody known; a bare "No" denies nothing of what is told."""
    who = countries_of(actors_of(mentions, denial.who))
    return not denial.answers and (not who or bool(who & countries_of(warning.issuers)))
