"""Events as a graph."""

from __future__ import annotations

import io
import sys

import pytest

from dipevents.errors import InputError
from dipevents.export.extras import MissingExtraError
from dipevents.export.graph import to_graph, to_graphml
from dipevents.models.actor import Actor
from dipevents.models.event_date import EventDate
from dipevents.models.evidence import Evidence
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.place import Place
from dipevents.models.report import Report
from dipevents.models.visit import Visit
from dipevents.models.warning import Warning

nx = pytest.importorskip("networkx", reason="comes with the extra test")
WANG = Actor(name="Wang Yi", kind="person", country="CHN")
HOST = Actor(name="Jonas Støre", kind="person", country="NOR")
OSLO = Place(name="Oslo", country="NOR")
VISIT = Visit(visitors=(WANG,), hosts=(HOST,), destinations=(OSLO,), when=EventDate.from_edtf("2023-09"))
WARNING = Warning(issuers=(WANG,), targets=(HOST,), about="no")


def test_an_event_is_an_edge_from_who_acts_to_each_on_whom() -> None:
    graph = to_graph(Report(url="https://example.org/1", published="2023-09-13", events=(VISIT, WARNING)))
    assert sorted(graph.edges()) == [("Wang Yi", "Jonas Støre"), ("Wang Yi", "Jonas Støre"), ("Wang Yi", "Oslo")]
    assert graph.nodes["Oslo"] == {"name": "Oslo", "country": "NOR"}
    assert graph.edges["Wang Yi", "Oslo", VISIT.id] == {
        "type": "visit",
        "status": "occurred",
        "when": "2023-09",
        "earliest": "2023-09-01",
        "latest": "2023-09-30",
        "event_id": VISIT.id,
        "url": "https://example.org/1",
        "published": "2023-09-13",
    }


def test_by_country_a_visit_is_one_edge() -> None:
    assert list(to_graph([VISIT], by="country").edges()) == [("CHN", "NOR")]


def test_an_event_given_twice_is_one_edge() -> None:
    assert to_graph([VISIT, VISIT], by="country").number_of_edges() == 1


def test_two_parties_of_one_name_are_two_nodes() -> None:
    namesake = Actor(name="Wang Yi", kind="person", country="SGP")
    graph = to_graph(Warning(issuers=(WANG,), targets=(namesake,)))
    assert list(graph.nodes) == ["Wang Yi", "Wang Yi [person, SGP]"]


def test_events_with_one_side_are_no_edge() -> None:
    assert to_graph([ExpertOpinion(experts=(WANG,)), Warning(issuers=(WANG,))]).number_of_edges() == 0


def test_graphml_reads_back_as_the_same_graph() -> None:
    graph = to_graph([VISIT, WARNING])
    back = nx.read_graphml(io.BytesIO(to_graphml([VISIT, WARNING]).encode()), force_multigraph=True)
    assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
    assert sorted(d["event_id"] for *_, d in back.edges(data=True)) == sorted(
        d["event_id"] for *_, d in graph.edges(data=True)
    )


def test_graphml_of_hostile_words_is_well_formed() -> None:
    name = "<b>&\"'\x00\x1f\ud800\ufffe"
    text = f"{name} ]]> said"
    kinds = {"\x01": "person", "\x02": "group", "�": "organization"}
    actors = [Actor(name=f"{name}{end}", kind=kind) for end, kind in kinds.items()]
    event = Warning(issuers=(actors[0],), targets=(actors[1], actors[2]), evidence=(Evidence.of(text, 0, len(text)),))
    back = nx.read_graphml(io.BytesIO(to_graphml([event]).encode()), force_multigraph=True)
    assert back.number_of_nodes() == 3
    assert back.number_of_edges() == 2


def test_an_unknown_by_and_a_missing_library_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="take one of actor, country, body"):
        to_graph([], by="planet")
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(MissingExtraError, match=r"dipevents\[graph\]"):
        to_graph([])
