"""The nouns: typed, frozen records without any text processing."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dipevents.models.actor import Actor as Actor, ActorKind as ActorKind
    from dipevents.models.arms_deal import ArmsDeal as ArmsDeal, ArmsItem as ArmsItem, DealStatus as DealStatus
    from dipevents.models.event import Event as Event
    from dipevents.models.event_date import EventDate as EventDate, Precision as Precision
    from dipevents.models.evidence import Evidence as Evidence
    from dipevents.models.expert_opinion import ExpertOpinion as ExpertOpinion, Stance as Stance
    from dipevents.models.money import Money as Money
    from dipevents.models.place import Place as Place
    from dipevents.models.report import Report as Report, Unread as Unread
    from dipevents.models.visit import Visit as Visit, VisitStatus as VisitStatus
    from dipevents.models.warning import Warning as Warning, WarningKind as WarningKind, WarningStatus as WarningStatus

HOME = {
    "Actor": "dipevents.models.actor",
    "ActorKind": "dipevents.models.actor",
    "ArmsDeal": "dipevents.models.arms_deal",
    "ArmsItem": "dipevents.models.arms_deal",
    "DealStatus": "dipevents.models.arms_deal",
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
}

# `Warning` hides the builtin: importable by name, outside __all__, so that a star import harms nobody.
__all__ = sorted(name for name in HOME if name != "Warning")


def __getattr__(name: str) -> Any:
    """Loads a record's module on first use: a reader of dates alone needs one of them."""
    if name not in HOME:
        raise AttributeError(f"module 'dipevents.models' has no attribute {name!r}")
    value = getattr(import_module(HOME[name]), name)
    globals()[name] = value
    return value
