"""A plan and a trip, as two articles tell of them."""

from __future__ import annotations

from dipevents.models.actor import Actor
from dipevents.models.arms_deal import ArmsDeal, ArmsItem
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence
from dipevents.models.place import Place
from dipevents.models.report import Report
from dipevents.models.visit import Visit

SENTENCE = "Lavrov will visit Ankara on May 13."
TEXT = "Lavrov flew to Ankara. Later Turkey bought radars."
LAVROV = Actor(name="Sergei Lavrov", kind="person", country="RUS")
ANKARA = Place(name="Ankara", country="TUR")
TURKEY = Actor(name="Turkey", kind="state", country="TUR")
RUSSIA = Actor(name="Russia", kind="state", country="RUS")


def visit(edtf: str | None, status: str) -> Visit:
    when = EventDate.from_edtf(edtf) if edtf else None
    return Visit(
        evidence=(Evidence.of(TEXT, 0, 22),), visitors=(LAVROV,), destinations=(ANKARA,), when=when, status=status
    )


DEAL = ArmsDeal(
    evidence=(Evidence.of(TEXT, 23, len(TEXT)),),
    suppliers=(RUSSIA,),
    recipients=(TURKEY,),
    items=(ArmsItem(text="radars"),),
    status="delivered",
)
PLAN = Report(text=TEXT, published="2024-05-09", source="The Wire", events=(visit("2024-05-13", "planned"),))
TRIP = Report(text=TEXT, published="2024-05-14", source="The Post", events=(visit("2024-05-13", "occurred"), DEAL))
