from __future__ import annotations

from typing import Any

import pytest

from dipevents.evaluation import evaluate, to_annotation
from dipevents.models.report import Report

TEXT = "Kim came. Lee left. Norway warned."


def article(**lists: Any) -> dict[str, Any]:
    return {
        "id": "a",
        "text": TEXT,
        "actors": [],
        "visits": [],
        "warnings": [],
        "arms_deals": [],
        "opinions": [],
        **lists,
    }


def visit(who: str, evidence: object, **more: Any) -> dict[str, Any]:
    return {"visitors": [who], "visitor_countries": ["PRK"], "status": "occurred", "evidence": [evidence], **more}


def test_equal_annotations_agree_fully() -> None:
    gold = article(visits=[visit("Kim", "Kim came.")], actors=[{"name": "Kim", "kind": "person", "country": "PRK"}])
    figures = evaluate([gold], [gold])
    assert (figures["visits"].precision, figures["visits"].recall, figures["visits"].slot_f1) == (1.0, 1.0, 1.0)
    assert figures["actors"].f1 == 1.0
    assert figures["visits"].label_accuracy == figures["visits"].date_accuracy == 1.0


def test_evidence_may_be_offsets() -> None:
    figures = evaluate([article(visits=[visit("Kim", "Kim came.")])], [article(visits=[visit("Kim", [0, 3])])])
    assert figures["visits"].f1 == 1.0


@pytest.mark.parametrize(
    "found",
    [
        visit("Kim", "Lee left."),
        {"visitors": ["Lee"], "visitor_countries": ["KOR"], "evidence": ["Kim came."]},
    ],
)
def test_other_words_or_other_people_do_not_match(found: dict[str, Any]) -> None:
    figures = evaluate([article(visits=[visit("Kim", "Kim came.")])], [article(visits=[found])])["visits"]
    assert (figures.matched, len(figures.missed), len(figures.spurious)) == (0, 1, 1)
    assert figures.f1 == 0.0


def test_what_is_doubtful_is_neither_required_nor_punished() -> None:
    gold = article(visits=[visit("Kim", "Kim came.", doubtful=True)], actors=[{"name": "Kim", "doubtful": True}])
    for found in (article(), gold):
        figures = evaluate([gold], [found])
        assert figures["visits"].gold == len(figures["visits"].spurious) == 0
        assert figures["actors"].gold == len(figures["actors"].spurious) == 0


def test_one_object_found_matches_one_annotated_object() -> None:
    gold = article(visits=[visit("Kim", "Kim came."), visit("Kim", "Lee left.")])
    found = article(visits=[{**visit("Kim Jong Un", "Kim came."), "evidence": ["Kim came.", "Lee left."]}])
    figures = evaluate([gold], [found])["visits"]
    assert (figures.matched, len(figures.missed)) == (1, 1)


def test_another_status_or_date_costs_accuracy_alone() -> None:
    gold = article(visits=[visit("Kim", "Kim came.", when="2024-05-09~")])
    same = article(visits=[visit("Kim", "Kim came.", when="2024-05-09", status="planned")])
    figures = evaluate([gold], [same])["visits"]
    assert (figures.f1, figures.label_accuracy, figures.date_accuracy) == (1.0, 0.0, 1.0)


def test_a_spurious_actor_is_kept_with_its_article() -> None:
    figures = evaluate([article()], [article(actors=[{"name": "Lee"}])])["actors"]
    assert figures.spurious == [("a", {"name": "Lee"})]


def test_a_report_takes_the_shape_of_an_annotation() -> None:
    assert to_annotation(Report(text=TEXT))["actors"] == []
    assert evaluate([article()], [Report(text=TEXT)])["visits"].f1 == 0.0
