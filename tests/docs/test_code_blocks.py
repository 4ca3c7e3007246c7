"""What the documentation shows is true: its code runs, prints what is shown, and its command lines exist."""

from __future__ import annotations

import importlib.util
import re
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest

from dipevents.cli import arguments

ROOT = Path(__file__).parents[2]
_spec = importlib.util.spec_from_file_location("make_tutorial", ROOT / "scripts" / "make_tutorial.py")
assert _spec
assert _spec.loader
make_tutorial: Any = importlib.util.module_from_spec(_spec)
sys.modules["make_tutorial"] = make_tutorial
_spec.loader.exec_module(make_tutorial)
PAGES: list[Path] = make_tutorial.pages()


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", [p for p in PAGES if list(make_tutorial.blocks(p.read_text("utf-8")))], ids=name)
def test_the_code_of_every_page_runs_and_prints_what_is_shown(page: Path) -> None:
    done = make_tutorial.run(page)
    hidden = [block.line for block, printed in done if printed and not block.output]
    assert hidden == [], "these blocks print something that the page does not show"
    assert make_tutorial.current(page, done) == page.read_text("utf-8"), "run scripts/make_tutorial.py"


def command_lines() -> list[tuple[Path, str]]:
    found = []
    for page in PAGES:
        for shell in re.findall(r"^```sh\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S):
            for line in shell.replace("\\\n", " ").splitlines():
                found += [(page, part) for part in re.split(r"[|;]|&&", line) if re.match(r"\s*\S*\bdipevents\s", part)]
    return found


@pytest.mark.parametrize(("page", "line"), command_lines(), ids=lambda one: name(one) if isinstance(one, Path) else one)
def test_every_command_line_in_the_documentation_exists(page: Path, line: str) -> None:
    words = shlex.split(line.partition(">")[0], comments=True)
    arguments().parse_args(words[1:])


def test_a_block_is_left_alone_only_with_a_reason() -> None:
    text = "<!-- no-run: needs a network -->\n```python\n1 / 0\n```\n\n```python\nprint(1)\n```\n\n```text\n2\n```\n"
    [block] = make_tutorial.blocks(text)
    assert block.code == "print(1)\n"
    assert block.line == 7
    assert text[slice(*block.output)] == "2\n"


def test_what_a_command_line_prints_is_a_block_of_its_own() -> None:
    [block] = make_tutorial.blocks("<!-- output of: dipevents --version -->\n```text\ndipevents 9\n```\n")
    assert (block.code, block.is_command) == ("--version", True)
