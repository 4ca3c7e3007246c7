from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dipevents.reading.engine import Engine
from dipevents.reading.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine()


@pytest.fixture(scope="session")
def read(engine: Engine) -> Callable[[str], Sentence]:
    """Parses one sentence with the default model."""

    def parse_one(text: str) -> Sentence:
        return next(iter(engine.read([Sentence(0, 0, len(text), 0, 0, False, text)])))

    return parse_one
