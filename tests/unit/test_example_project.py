"""The example project and the pages that build it: their code is one, runs, and has complete types.

Its own tests, `tests/example_project/test_meetings.py`, run with all others.
"""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "tests" / "example_project"
HOW_TO = ROOT / "docs" / "how-to"


def code_of(page: str) -> list[str]:
    text = (HOW_TO / page).read_text(encoding="utf-8")
    return re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.fixture
def _in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(PROJECT)


def test_the_steps_of_the_page_are_the_file() -> None:
    steps = [block.strip() for block in code_of("add-an-event-type.md")[:5]]
    assert [block.strip() for block in steps] == re.split(
        r"\n\n\n(?=@record|def )", (PROJECT / "meetings.py").read_text(encoding="utf-8").strip()
    )


@pytest.mark.usefixtures("_in_the_project")
def test_the_use_that_the_page_shows_prints_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    code = "".join(code_of("add-an-event-type.md")[5:])
    exec(compile(code, "add-an-event-type.md", "exec"), {"__name__": "page"})  # noqa: S102 - our own page
    shown = re.findall(r"^```text\n(.*?)^```$", (HOW_TO / "add-an-event-type.md").read_text("utf-8"), re.M | re.S)
    assert capsys.readouterr().out == "".join(shown)


@pytest.mark.usefixtures("_in_the_project")
def test_the_tests_of_the_page_on_strategies_pass() -> None:
    names: dict[str, Any] = {"__name__": "page"}
    exec(compile("\n".join(code_of("test-with-strategies.md")), "test-with-strategies.md", "exec"), names)  # noqa: S102 - our own page
    tests: list[Callable[[], None]] = [value for name, value in names.items() if name.startswith("test_")]
    assert len(tests) == 2
    for test in tests:
        test()


@pytest.mark.skipif(find_spec("mypy") is None, reason="mypy comes with the extra dev")
def test_the_project_has_complete_types_against_our_marker(request: pytest.FixtureRequest) -> None:
    kept = getattr(request.config, "cache", None)
    cache = kept.mkdir("example_project_mypy") if kept else "/dev/null"
    command = [sys.executable, "-m", "mypy", "--config-file", "pyproject.toml", f"--cache-dir={cache}"]
    out = subprocess.run(  # noqa: S603 - our own command
        [*command, "meetings.py", "test_meetings.py"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert out.returncode == 0, out.stdout + out.stderr
