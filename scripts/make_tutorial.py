"""Runs the Python blocks of the documentation and writes what they print into the text block behind each.

    python scripts/make_tutorial.py            all pages
    python scripts/make_tutorial.py --check    says which pages are not current, and changes nothing

The blocks of a page share one namespace and run in an empty folder that has `seeds`. A block stays as it is if the line
before it is `<!-- no-run: reason -->`; a text block is output if only a blank line stands between it and its code.
Blocks that begin with `>>>` are doctests. A text block behind `<!-- output of: dipevents … -->` is what that command
line prints, where `article.txt` holds the `text` of the blocks before.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import shlex
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dipevents.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
_BLOCK = re.compile(r"(?P<mark><!-- no-run: [^\n]+ -->\n+)?^```python\n(?P<code>.*?)^```$", re.M | re.S)
_SHOWN = re.compile(r"<!-- output of: dipevents (?P<command>[^\n]+) -->\n+```text\n(?P<text>.*?)^```$", re.M | re.S)
_OUTPUT = re.compile(r"\n\n```text\n(?P<text>.*?)^```$", re.M | re.S)


class Block(NamedTuple):
    """A block of a page: its code, its first line, and the place of the text that it prints, if the page shows it.

    The code of a command line is its arguments.
    """

    code: str
    line: int
    output: tuple[int, int] | None
    is_command: bool = False


def pages() -> list[Path]:
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a page that are to run, in order."""
    for found in sorted((*_BLOCK.finditer(text), *_SHOWN.finditer(text)), key=re.Match.start):
        if found.re is _SHOWN:
            line = text.count("\n", 0, found.start("command")) + 1
            yield Block(found["command"], line, found.span("text"), is_command=True)
            continue
        shown = _OUTPUT.match(text, found.end())
        if not found["mark"]:
            line = text.count("\n", 0, found.start("code")) + 1
            yield Block(found["code"], line, shown.span("text") if shown else None)


def run(path: Path) -> list[tuple[Block, str]]:
    """What each block of a page prints."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "seeds").symlink_to(ROOT / "seeds", target_is_directory=True)
        with contextlib.chdir(folder):
            return [(block, _run(block, path, namespace)) for block in blocks(path.read_text(encoding="utf-8"))]


def _run(block: Block, path: Path, namespace: dict[str, Any]) -> str:
    if block.is_command:
        return _command(block.code, namespace)
    if block.code.startswith(">>>"):
        test = doctest.DocTestParser().get_doctest(block.code, namespace, path.name, str(path), block.line - 1)
        doctest.DebugRunner().run(test, clear_globs=False)
        namespace.update(test.globs)
        return ""
    printed = io.StringIO()
    # Blank lines before the code make a traceback name the line of the page.
    code = compile("\n" * (block.line - 1) + block.code, str(path), "exec", dont_inherit=True)
    with contextlib.redirect_stdout(printed):
        exec(code, namespace)  # noqa: S102 - our own documentation
    return printed.getvalue()


def _command(given: str, namespace: dict[str, Any]) -> str:
    """What a command line prints on its standard output."""
    if "text" in namespace:
        Path("article.txt").write_text(namespace["text"], encoding="utf-8")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        main(shlex.split(given))
    return printed.getvalue()


def current(path: Path, done: list[tuple[Block, str]]) -> str:
    """The page with the outputs as they are now."""
    text = path.read_text(encoding="utf-8")
    for block, printed in reversed(done):
        if block.output:
            start, end = block.output
            text = text[:start] + printed + text[end:]
    return text


if __name__ == "__main__":
    stale = []
    for page in pages():
        new = current(page, run(page))
        if new != page.read_text(encoding="utf-8"):
            stale.append(str(page.relative_to(ROOT)))
            if "--check" not in sys.argv[1:]:
                page.write_text(new, encoding="utf-8")
    print("\n".join(stale) or "all pages are current")
    sys.exit(1 if stale and "--check" in sys.argv[1:] else 0)
