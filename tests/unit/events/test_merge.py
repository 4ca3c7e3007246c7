from __future__ import annotations

from dataclasses import replace

from dipevents.events.merge import merge, union, with_evidence
from dipevents.models.actor import Actor
from dipevents.models.evidence import Evidence
from dipevents.models.visit import Visit

TEXT = "abcdefghij"
KIM = Actor(name="Kim", kind="person")
LEE = Actor(name="Lee", kind="person")


def visit(at: int, who: Actor, by: tuple[Actor, ...] = ()) -> Visit:
    return Visit(evidence=(Evidence.of(TEXT, at, at + 1),), visitors=(who,), reported_by=by)


def test_the_same_thing_becomes_one_with_all_evidence_in_text_order() -> None:
    found = merge(
        [visit(4, KIM, (LEE,)), visit(1, LEE), visit(2, KIM)], lambda a, b: a.visitors == b.visitors, lambda a, _b: a
    )
    assert [[e.start for e in v.evidence] for v in found] == [[2, 4], [1]]
    assert found[0].reported_by == (LEE,)


def test_nothing_is_joined_that_is_not_the_same() -> None:
    events = [visit(i, KIM) for i in range(5)]
    assert merge(events, lambda _a, _b: False, lambda a, _b: a) == events


def test_union_keeps_the_first_of_equals() -> None:
    assert union((1, 2), (2, 3), ()) == (1, 2, 3)


def test_evidence_is_united_once() -> None:
    assert with_evidence(visit(1, KIM), visit(1, KIM), visit(0, KIM)).evidence == tuple(
        Evidence.of(TEXT, i, i + 1) for i in (0, 1)
    )


def test_what_one_account_makes_sure_is_sure() -> None:
    likely, likelier, sure = replace(visit(1, KIM), chance=0.6), replace(visit(2, KIM), chance=0.7), visit(3, KIM)
    assert with_evidence(likely, likely, likelier).chance == 0.7
    assert with_evidence(likely, likely, sure).chance is None
