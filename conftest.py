from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

import dipevents
from dipevents.parser import Parser

# The same examples everywhere and every time; fewer than Hypothesis's hundred, for the laws run over whole articles.
# Nor does it matter how fast the machine is on which they are drawn.
settings.register_profile(
    "project",
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("project")


@pytest.fixture(scope="session")
def parser() -> Parser:
    """One parser for all tests: the model loads once."""
    return Parser()


@pytest.fixture(autouse=True)
def _names_in_doctests(doctest_namespace: dict[str, object]) -> None:
    doctest_namespace["dipevents"] = dipevents
