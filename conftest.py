from __future__ import annotations

import pytest

import dipevents
from dipevents.parser import Parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    """One parser for all tests: the model loads once."""
    return Parser()


@pytest.fixture(autouse=True)
def _names_in_doctests(doctest_namespace: dict[str, object]) -> None:
    doctest_namespace["dipevents"] = dipevents
