"""A warning: a threat, a caution, a demand or a voiced concern."""

from __future__ import annotations

from enum import StrEnum

from dipevents.models.actor import Actor
from dipevents.models.event import Event
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence
from dipevents.models.record import Words, record

__all__ = ["Warning", "WarningKind", "WarningStatus"]


class WarningKind(StrEnum):
    """What kind of speech act a warning is.

    Attributes:
        THREAT: Announces harm of its own, or that somebody will pay for it.
        CAUTION: Warns of danger or bad consequences.
        DEMAND: Urges, presses or orders somebody to do or stop something.
        CONCERN: Voices worry or alarm over what somebody does.
    """

    THREAT = "threat"
    CAUTION = "caution"
    DEMAND = "demand"
    CONCERN = "concern"


class WarningStatus(StrEnum):
    """Whether the warning stands.

    Attributes:
        ISSUED: It was spoken.
        POSSIBLE: It is only planned or thought of.
        RETRACTED: It was withdrawn.
        DENIED: The issuer denies having spoken it.
    """

    ISSUED = "issued"
    POSSIBLE = "possible"
    RETRACTED = "retracted"
    DENIED = "denied"


@record
class Warning(Event):  # noqa: A001 - the contract's name; outside __all__ of the package
    """A public actor threatens, cautions, demands or voices concern.

    Attributes:
        issuers: Who warns.
        targets: Whom the warning addresses, or who would have to act; empty where the article names nobody.
        kind: Threat, caution, demand or concern.
        about: The words that say what is warned of or demanded.
        condition: The words of its condition ("if it struck a deal"), or None.
        deadline: By when the target is to act, or None.
        when: Date of the speech act, where the sentence gives it.
        status: Issued, possible, retracted or denied.
        status_evidence: The words that decide the status, or None where plain tense does.

    Example:
        >>> [warning] = dipevents.parse("Iran threatened to close the strait if Israel attacked.").warnings
        >>> warning.issuers[0].country, warning.kind.value, warning.about
        ('IRN', 'threat', 'to close the strait if Israel attacked')
        >>> warning.condition, warning.deadline
        ('if Israel attacked', None)
    """

    issuers: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    kind: WarningKind = WarningKind.CAUTION
    about: Words = ""
    condition: Words | None = None
    deadline: EventDate | None = None
    status: WarningStatus = WarningStatus.ISSUED
    status_evidence: Evidence | None = None
