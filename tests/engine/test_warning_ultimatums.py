"""A demand and the threat behind it are two warnings where each has a clause of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents.parser import Parser

BOTH = [
    ("Denmark told Norway to leave the reef, or it would close the strait.", "it would close the strait"),
    ("Denmark urged Norway to leave the reef, failing which the strait will be closed.", "the strait will be closed"),
    ("Norway must leave the reef or the port will be shut, Danish Minister Ole Dahl said.", "the port will be shut"),
    (
        "Danish Minister Ole Dahl had a blunt message for Norway: leave the reef, or the pipeline stays shut.",
        "the pipeline stays shut",
    ),
]
ONE = [
    ("Denmark told Norway to leave the reef or face war.", "threat"),
    ("Denmark urged Norway to release the crew or the trawlers that it had seized.", "demand"),
    ("Denmark told Norway to explain how he or she would leave the reef.", "demand"),
]


@pytest.mark.parametrize(("sentence", "threat"), BOTH)
def test_an_ultimatum_of_two_clauses_is_a_demand_and_a_threat(parser: Parser, sentence: str, threat: str) -> None:
    first, second = parser.parse(sentence, published="2024-05-09").warnings
    assert (first.kind.value, second.kind.value) == ("demand", "threat")
    assert second.about == threat
    assert first.issuers == second.issuers
    assert [a.name for a in second.targets] == ["Norway"]


@pytest.mark.parametrize(("sentence", "kind"), ONE)
def test_one_clause_is_one_warning(parser: Parser, sentence: str, kind: str) -> None:
    assert [w.kind.value for w in parser.parse(sentence, published="2024-05-09").warnings] == [kind]
