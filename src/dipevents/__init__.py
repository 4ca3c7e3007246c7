"""Typed, checkable facts out of diplomatic news: visits, warnings, arms deals and expert opinions.

The front door: the names below are the public ones, loaded on first use, so that `import dipevents` alone loads
neither pydantic nor spaCy. Nothing else is a promise.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dipevents.models import HOME as _RECORDS

if TYPE_CHECKING:
    # What type checkers see; at run time the table below loads each name on first use.
    from dipevents import (
        errors as errors,
        export as export,
        models as models,
        relations as relations,
        stories as stories,
        timeline as timeline,
    )
    from dipevents.errors import DipeventsError as DipeventsError
    from dipevents.intervals import allen as allen
    from dipevents.mentions.attributions import Attribution as Attribution
    from dipevents.mentions.dates import DateMention as DateMention, find_dates as find_dates
    from dipevents.models.actor import Actor as Actor, ActorKind as ActorKind
    from dipevents.models.arms_deal import ArmsDeal as ArmsDeal, ArmsItem as ArmsItem, DealStatus as DealStatus
    from dipevents.models.event import Event as Event
    from dipevents.models.event_date import EventDate as EventDate, Precision as Precision
    from dipevents.models.evidence import Evidence as Evidence
    from dipevents.models.expert_opinion import ExpertOpinion as ExpertOpinion, Stance as Stance
    from dipevents.models.money import Money as Money
    from dipevents.models.place import Place as Place
    from dipevents.models.report import Report as Report, Unread as Unread
    from dipevents.models.statement import Source as Source, Statement as Statement
    from dipevents.models.visit import Visit as Visit, VisitStatus as VisitStatus
    from dipevents.models.warning import Warning as Warning, WarningKind as WarningKind, WarningStatus as WarningStatus
    from dipevents.parser import (
        Parser as Parser,
        find_actors as find_actors,
        find_attributions as find_attributions,
        parse as parse,
    )
    from dipevents.stories import Story as Story, merge as merge
    from dipevents.stream import Failure as Failure
    from dipevents.timeline import Chronology as Chronology, chronology as chronology

__version__ = "0.1.0"

_HOME = {
    **_RECORDS,
    "DipeventsError": "dipevents.errors",
    "DateMention": "dipevents.mentions.dates",
    "find_dates": "dipevents.mentions.dates",
    "Attribution": "dipevents.mentions.attributions",
    "Failure": "dipevents.stream",
    "Parser": "dipevents.parser",
    "parse": "dipevents.parser",
    "find_actors": "dipevents.parser",
    "find_attributions": "dipevents.parser",
    "Source": "dipevents.models.statement",
    "Statement": "dipevents.models.statement",
    "chronology": "dipevents.timeline",
    "Chronology": "dipevents.timeline",
    "merge": "dipevents.stories",
    "Story": "dipevents.stories",
    "allen": "dipevents.intervals",
}
_MODULES = ("timeline", "relations", "stories", "export", "errors", "models")

__all__ = sorted(name for name in (*_HOME, *_MODULES) if name != "Warning")


def __getattr__(name: str) -> Any:
    if name in _HOME:
        value = getattr(import_module(_HOME[name]), name)
    elif name in _MODULES:
        value = import_module(f"dipevents.{name}")
    else:
        raise AttributeError(f"module 'dipevents' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME, *_MODULES})
