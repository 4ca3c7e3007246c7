"""The nouns: typed, frozen records without any text processing."""

from dipevents.models.actor import Actor, ActorKind
from dipevents.models.arms_deal import ArmsDeal, ArmsItem, DealStatus
from dipevents.models.event import Event
from dipevents.models.event_date import EventDate, Precision
from dipevents.models.evidence import Evidence
from dipevents.models.expert_opinion import ExpertOpinion, Stance
from dipevents.models.money import Money
from dipevents.models.place import Place
from dipevents.models.report import Report, Unread
from dipevents.models.visit import Visit, VisitStatus
from dipevents.models.warning import Warning, WarningKind, WarningStatus

__all__ = [
    "Actor",
    "ActorKind",
    "ArmsDeal",
    "ArmsItem",
    "DealStatus",
    "Event",
    "EventDate",
    "Evidence",
    "ExpertOpinion",
    "Money",
    "Place",
    "Precision",
    "Report",
    "Stance",
    "Unread",
    "Visit",
    "VisitStatus",
    "WarningKind",
    "WarningStatus",
]
# `Warning` hides the builtin: importable by name, outside __all__, so that a star import harms nobody.
_ = Warning
