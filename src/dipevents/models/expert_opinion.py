"""An expert opinion: what analysts, scholars and observers judge, explain or predict."""

from __future__ import annotations

from enum import StrEnum

from dipevents.models.actor import Actor
from dipevents.models.event import Event
from dipevents.models.evidence import Evidence
from dipevents.models.record import Words, record

__all__ = ["ExpertOpinion", "Stance"]


class Stance(StrEnum):
    """How the speaker stands to the claim, where the cue marks it.

    Attributes:
        ASSERTS: Holds it to be so ("is convinced", "insists").
        DOUBTS: Holds it to be unlikely ("doubts").
        PREDICTS: Says that it will be ("predicts", "expects").
        CRITICIZES: Finds fault ("criticizes").
        SUPPORTS: Is for it ("welcomes").
    """

    ASSERTS = "asserts"
    DOUBTS = "doubts"
    PREDICTS = "predicts"
    CRITICIZES = "criticizes"
    SUPPORTS = "supports"


@record
class ExpertOpinion(Event):
    """A statement attributed to a non-official expert or commentator.

    Attributes:
        experts: Who says it; an unnamed source such as "analysts" is an actor of kind group with that name.
        affiliation: The words that name the expert's institution, or None.
        claim: The words of the statement without the attribution; parts of an interrupted quotation joined by a blank.
        claim_evidence: Where these words stand, part by part.
        stance: How the cue marks the speaker's stance, or None where it marks none ("said").
        hedges: The words that soften the claim ("could", "may not"), in text order.
        about: Ids of the report's events that the claim speaks of.

    `when` is the date of the statement, mostly None.

    Example:
        >>> report = dipevents.parse("The deal may fail, said Maria Lopez, an analyst at Lyon University.")
        >>> [opinion] = report.opinions
        >>> opinion.experts[0].name, opinion.affiliation, opinion.claim, opinion.hedges, opinion.stance
        ('Maria Lopez', 'Lyon University', 'The deal may fail', ('may',), None)
    """

    experts: tuple[Actor, ...] = ()
    affiliation: Words | None = None
    claim: Words = ""
    claim_evidence: tuple[Evidence, ...] = ()
    stance: Stance | None = None
    hedges: tuple[Words, ...] = ()
    about: tuple[str, ...] = ()
