"""Typed, checkable facts out of diplomatic news: visits, warnings, arms deals and expert opinions.

The front door: the names below are the public ones, loaded on first use, so that `import dipevents` alone loads
neither pydantic nor spaCy. Nothing else is a promise.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOME = {
    "Actor": "dipevents.models.actor",
    "ActorKind": "dipevents.models.actor",
    "ArmsDeal": "dipevents.models.arms_deal",
    "ArmsItem": "dipevents.models.arms_deal",
    "DealStatus": "dipevents.models.arms_deal",
    "DipeventsError": "dipevents.errors",
    "Event": "dipevents.models.event",
    "EventDate": "dipevents.models.event_date",
    "Precision": "dipevents.models.event_date",
    "Evidence": "dipevents.models.evidence",
    "ExpertOpinion": "dipevents.models.expert_opinion",
    "Stance": "dipevents.models.expert_opinion",
    "Money": "dipevents.models.money",
    "Place": "dipevents.models.place",
    "Report": "dipevents.models.report",
    "Unread": "dipevents.models.report",
    "Visit": "dipevents.models.visit",
    "VisitStatus": "dipevents.models.visit",
    "Warning": "dipevents.models.warning",
    "WarningKind": "dipevents.models.warning",
    "WarningStatus": "dipevents.models.warning",
    "DateMention": "dipevents.mentions.dates",
    "find_dates": "dipevents.mentions.dates",
    "Attribution": "dipevents.mentions.attributions",
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
