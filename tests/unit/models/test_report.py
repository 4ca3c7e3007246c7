"""Reports as dicts and JSON: loss-free out, suspicious in."""

from __future__ import annotations

import json
import subprocess
import sys
from copy import deepcopy
from dataclasses import field
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import pytest
from pydantic import ValidationError

from dipevents.errors import DataError
from dipevents.models.actor import Actor
from dipevents.models.arms_deal import ArmsDeal, ArmsItem
from dipevents.models.event import Event
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.money import Money
from dipevents.models.place import Place
from dipevents.models.record import Words, record, trusted
from dipevents.models.report import Report
from dipevents.models.visit import Visit

TEXT = "Wang Yi landed in Oslo on Tuesday. Norway sold him six boats for $3.5 million. Analysts doubt the trip."
QUOTE = Evidence.of(TEXT, 0, 34)


@record
class Meeting(Event):
    """An event type of somebody else's."""

    chair: Actor | None = None
    topic: Words = ""
    rounds: int = 1


@record
class Venue:
    """A record of somebody else's."""

    name: Words
    built: date | None = None


@record
class Summit(Event):
    """An event type with fields of many kinds."""

    venue: Venue | None = None
    others: tuple[Venue, ...] = ()
    turnout: float = 0.0
    fee: Decimal = Decimal(0)
    is_open: bool = False
    began: datetime | None = None
    votes: dict[str, int] = field(default_factory=dict, hash=False)
    mode: Literal["online", "onsite"] = "onsite"


def report() -> Report:
    wang = Actor(name="Wang Yi", kind="person", country="CHN", aliases=("Wang",), mentions=(Evidence.of(TEXT, 0, 7),))
    oslo = Place(name="Oslo", country="NOR", evidence=Evidence.of(TEXT, 18, 22))
    visit = Visit(evidence=(QUOTE,), visitors=(wang,), destinations=(oslo,), when=EventDate.from_edtf("2023-09-12"))
    deal = ArmsDeal(
        evidence=(Evidence.of(TEXT, 35, 78),),
        suppliers=(Actor(name="Norway", kind="state", country="NOR"),),
        recipients=(wang,),
        items=(ArmsItem(text="six boats", quantity=6),),
        value=Money(amount="3.50E+6", currency="USD", text="$3.5 million"),
    )
    experts = (Actor(name="analysts", kind="group"),)
    opinion = ExpertOpinion(evidence=(Evidence.of(TEXT, 79, 103),), experts=experts, about=(visit.id,))
    return Report(text=TEXT, published="2023-09-13", actors=(wang,), events=(visit, deal, opinion))


def altered(path: str, value: Any) -> dict[str, Any]:
    data = deepcopy(report().to_dict())
    place: Any = data
    *heads, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in heads:
        place = place[step]
    place[last] = value
    return data


def test_a_report_comes_back_from_a_dict_and_from_json_as_it_was() -> None:
    given = report()
    assert Report.from_dict(given.to_dict()) == given
    back = Report.from_json(given.to_json())
    assert back == given
    assert back.actors[0].mentions == given.actors[0].mentions
    assert back.events[0].destinations[0].evidence == given.events[0].destinations[0].evidence
    assert [event.id for event in back.events] == [event.id for event in given.events]
    assert str(back.arms_deals[0].value.amount) == "3.50E+6"


def test_an_actor_of_the_report_is_written_once_and_is_one_object_after_reading() -> None:
    data = report().to_dict()
    assert data["events"][0]["visitors"] == [{"actor": 0}]
    back = Report.from_dict(data)
    assert back.visits[0].visitors[0] is back.actors[0]
    assert back.arms_deals[0].recipients[0] is back.actors[0]


def test_an_equal_actor_with_other_mentions_keeps_its_own() -> None:
    wang = Actor(name="Wang Yi", kind="person", aliases=("Wang",))
    bare = Actor(name="Wang Yi", kind="person")
    back = Report.from_dict(Report(actors=(wang,), events=(Visit(visitors=(bare,)),)).to_dict())
    assert back.visits[0].visitors[0].aliases == ()


def test_surrogates_that_json_would_fuse_survive() -> None:
    text = "a \ud83d\ude00 b \ud800"
    assert len(text) == 8
    back = Report.from_json(Report(text=text, title=text).to_json())
    assert (back.text, back.title) == (text, text)


def test_json_is_ascii_and_reads_as_bytes_too() -> None:
    given = Report(text="Ærø \ud800")
    assert given.to_json(indent=2).isascii()
    assert Report.from_json(given.to_json().encode()) == given


def test_an_event_type_of_ones_own_is_read_when_it_is_named() -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="comes with the extra test")
    chair = Actor(name="Wang Yi", kind="person")
    given = Report(
        text=TEXT, actors=(chair,), events=(Meeting(evidence=(QUOTE,), chair=chair, topic="trade", rounds=2),)
    )
    assert Report.from_json(given.to_json(), event_types=(Meeting,)) == given
    with pytest.raises(DataError, match=r"report\.events\[0\]\.type: .*'meeting'; see event_types"):
        Report.from_json(given.to_json())
    jsonschema.validate(json.loads(given.to_json()), Report.json_schema(event_types=(Meeting,)))


def test_fields_of_many_kinds_come_back_and_keep_to_the_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="comes with the extra test")
    summit = Summit(
        evidence=(QUOTE,),
        venue=Venue(name="Hall \ud83d\ude00", built=date(1999, 12, 31)),
        others=(Venue(name="Tent"),),
        turnout=0.25,
        fee=Decimal("1.50"),
        is_open=True,
        began=datetime(2023, 9, 12, 8, 30, tzinfo=UTC),
        votes={"yes": 3},
        mode="online",
    )
    given = Report(text=TEXT, events=(summit,))
    assert Report.from_json(given.to_json(), event_types=(Summit,)) == given
    jsonschema.validate(json.loads(given.to_json()), Report.json_schema(event_types=(Summit,)))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("turnout", "0.5"),
        ("turnout", True),
        ("began", "noon"),
        ("votes", {"yes": "x"}),
        ("mode", "hybrid"),
        ("venue", 1),
    ],
)
def test_wrong_values_in_fields_of_other_kinds_are_told_with_their_path(name: str, value: Any) -> None:
    data = Report(text=TEXT, events=(Summit(),)).to_dict()
    data["events"][0][name] = value
    with pytest.raises(DataError, match=rf"^report\.events\[0\]\.{name}"):
        Report.from_dict(data, event_types=(Summit,))


def test_two_event_types_of_one_name_are_refused() -> None:
    other = record(type("Visit", (Event,), {"__annotations__": {}, "__doc__": "Another."}))
    with pytest.raises(DataError, match="two types are named 'visit'"):
        Report.from_dict(Report().to_dict(), event_types=(other,))
    with pytest.raises(DataError, match="no subclass of Event"):
        Report.from_dict(Report().to_dict(), event_types=(str,))


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("schema", "dipevents.report/2", r"report\.schema: 'dipevents.report/1' is needed"),
        ("schema", None, r"report\.schema: "),
        ("surprise", 1, r"report: unknown key 'surprise'"),
        ("text", 7, r"report\.text: a string is needed, not 7"),
        ("published", 20230912, r"report\.published: a date"),
        ("published", "20230912", r"report\.published: a date"),
        ("published", "2023-02-30", r"report\.published: a date"),
        ("actors", {}, r"report\.actors: a list is needed"),
        ("actors.0.kind", "robot", r"report\.actors\[0\]\.kind: one of person, .* not 'robot'"),
        ("actors.0.kind", ["person"], r"report\.actors\[0\]\.kind: "),
        ("actors.0.former", 1, r"report\.actors\[0\]\.former: true or false"),
        ("actors.0.country", 5, r"report\.actors\[0\]\.country: a string"),
        ("actors.0", {"actor": 0}, r"report\.actors\[0\]\.actor: the report has 0 actors"),
        ("events", "none", r"report\.events: a list is needed"),
        ("events.0", [], r"report\.events\[0\]: an object is needed"),
        ("events.0.type", "coup", r"report\.events\[0\]\.type: one of arms_deal"),
        ("events.0.id", "000000000000", r"report\.events\[0\]\.id: .* is not the id of this content"),
        ("events.0.id", ["x"], r"report\.events\[0\]\.id: "),
        ("events.0.mood", "grim", r"report\.events\[0\]: unknown key 'mood'"),
        ("events.0.evidence.0.start", "0", r"report\.events\[0\]\.evidence\[0\]\.start: a whole number"),
        ("events.0.evidence.0.start", True, r"report\.events\[0\]\.evidence\[0\]\.start: a whole number"),
        ("events.0.evidence.0.start", 1, r"report\.events\[0\]\.evidence\[0\]: .*does not fit"),
        (
            "events.0.evidence.0",
            {"start": 1, "end": 2, "text": "W"},
            r"evidence\[0\]: the report's text does not read 'W'",
        ),
        ("events.0.evidence.0", {"start": 999, "end": 1000, "text": "W"}, r"evidence\[0\]: the report's text does not"),
        ("events.0.visitors.0", {"actor": 9}, r"visitors\[0\]\.actor: the report has 1 actors"),
        ("events.0.visitors.0", {"actor": -1}, r"visitors\[0\]\.actor: the report has 1 actors"),
        ("events.0.visitors.0", {"actor": 0, "name": "x"}, r"visitors\[0\]: unknown key 'name'"),
        ("events.0.visitors.0", {"name": "x"}, r"visitors\[0\]\.kind: "),
        ("events.0.when.edtf", "soon", r"report\.events\[0\]\.when: "),
        ("events.0.when.earliest", "1999-01-01", r"report\.events\[0\]\.when: .*contradicts"),
        ("events.1.value.amount", 3.5, r"value\.amount: an amount in quotes"),
        ("events.1.value.amount", "much", r"value\.amount: an amount such as"),
        ("events.1.value.amount", "NaN", r"value\.amount"),
        ("events.1.value.amount", "1E+999999999", r"value\.amount: an amount of more than 40 digits"),
        ("events.1.value.amount", "9" * 41, r"value\.amount: an amount of more than 40 digits"),
        ("events.1.items.0.quantity", 10**30, r"items\[0\]\.quantity: a whole number of 64 bits"),
        ("events.2.about.0", "000000000000", r"report\.events\[2\]\.(id|about)"),
    ],
)
def test_what_is_wrong_is_told_with_its_path(path: str, value: Any, message: str) -> None:
    with pytest.raises(DataError, match=message):
        Report.from_dict(altered(path, value))


def test_an_opinion_about_an_event_of_another_report_is_refused() -> None:
    data = altered("events.2.about.0", "000000000000")
    del data["events"][2]["id"]
    with pytest.raises(DataError, match=r"report\.events\[2\]\.about\[0\]: no event of the report has the id"):
        Report.from_dict(data)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "JSON"),
        ("[]", "report: an object is needed"),
        ("null", "report: an object is needed"),
        ("[" * 200_000, "JSON: nested too deep"),
        ('{"a":' * 200_000, "JSON: nested too deep"),
        ('{"schema": "dipevents.report/1", "text": NaN}', "NaN is no JSON number"),
        ('{"schema": "dipevents.report/1", "text": "a", "text": "b"}', "'text' is given twice"),
        ('{"schema": "dipevents.report/1", "text": %s}' % ("9" * 5000), "JSON: "),
        (b"\xff\xfe\xfa", "JSON: "),
        (b'{"schema": "\xff"}', "JSON: "),
        (12, "a string or bytes are needed"),
    ],
    ids=lambda given: str(given)[:20],
)
def test_json_that_is_no_report_is_refused(text: Any, message: str) -> None:
    with pytest.raises(DataError, match=message):
        Report.from_json(text)


def test_json_longer_than_allowed_is_refused_unread() -> None:
    with pytest.raises(DataError, match="more than max_chars=10"):
        Report.from_json(report().to_json(), max_chars=10)


def test_messages_stay_short_whatever_the_value() -> None:
    with pytest.raises(DataError) as caught:
        Report.from_dict(altered("published", "x" * 10_000_000))
    assert len(str(caught.value)) < 200


def test_fields_left_out_have_their_defaults() -> None:
    assert Report.from_dict({"schema": "dipevents.report/1"}) == Report()


def test_the_schema_accepts_what_is_written_and_refuses_what_is_not() -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="comes with the extra test")
    schema = Report.json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(report().to_dict(), schema)
    for path, value in (
        ("events.0.mood", 1),
        ("events.0.status", "grim"),
        ("published", 5),
        ("actors.0", {"actor": 0}),
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(altered(path, value), schema)


def test_the_published_schema_is_current() -> None:
    published = Path(__file__).parents[3] / "docs" / "reference" / "report.schema.json"
    assert json.loads(published.read_text("ascii")) == Report.json_schema(), "run scripts/make_schema.py"


def test_the_json_is_the_same_under_every_hash_seed() -> None:
    code = (
        "from dipevents.models import *;"
        "print(Report(text='Wang', actors=(Actor(name='Wang', kind='person'),), events=(Visit(),)).to_json())"
    )
    told = {
        subprocess.run(  # noqa: S603 - our own interpreter and code
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


@pytest.mark.parametrize(("start", "end"), [(2, 9), (1, 1), (2, 1), (-1, 2), (9, 12)])
def test_evidence_that_the_article_does_not_hold_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValidationError):
        Evidence.of("Kim.", start, end)


def test_a_trusted_record_is_like_a_checked_one() -> None:
    made = trusted(Evidence, start=0, end=3, text="Kim")
    assert made == Evidence(start=0, end=3, text="Kim")
    assert hash(made) == hash(Evidence.of("Kim.", 0, 3))
    assert repr(made) == "Evidence(start=0, end=3, text='Kim')"
