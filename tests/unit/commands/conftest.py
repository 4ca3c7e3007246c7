from __future__ import annotations

import copy
import json
import sys
from typing import TYPE_CHECKING

import pytest
from trips import PLAN, SENTENCE, TRIP

from dipevents.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dipevents.parser import Parser


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], parser: Parser) -> Callable[..., tuple[int, str, str]]:
    """Runs the command with the tests' parser: exit code, output, errors."""

    def make(model: str, *, explain: bool) -> Parser:
        made = copy.copy(parser)  # shares the loaded model
        made.explain = explain
        return made

    def run_it(*given: object) -> tuple[int, str, str]:
        code = main([str(one) for one in given], make_parser=make)
        sys.stdout.flush()
        out, errors = capsysbinary.readouterr()
        return code, out.decode(), errors.decode()

    return run_it


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    path.write_text(f"{PLAN.to_json()}\n\n{TRIP.to_json()}\n", encoding="ascii")
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    return path


@pytest.fixture
def manifest(tmp_path: Path, article: Path) -> Path:
    path = tmp_path / "manifest.json"
    entries = [
        {
            "file": "article.txt",
            "published": "2024-05-09",
            "title": "Off he goes",
            "source": "The Wire",
            "story": "Trip",
        },
        {"file": "article.txt", "published": "2023-05-09", "url": "https://example.org/1", "story": None},
    ]
    path.write_text(json.dumps(entries), encoding="utf-8")
    return path
