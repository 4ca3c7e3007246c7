"""What the package ships: code, lists and tables that a person can read."""

from __future__ import annotations

from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import dipevents

READABLE = {".py", ".toml", ".csv", ".md", ".typed", ".html", ".css", ".js"}


def test_the_package_holds_nothing_that_cannot_be_read() -> None:
    """A pickle or a dump left beside the code would go into every wheel."""
    root = Path(dipevents.__file__).parent
    files = [path for path in root.rglob("*") if path.is_file() and path.parent.name != "__pycache__"]
    compiled = {path.with_name(path.stem + end) for path in files if path.suffix == ".py" for end in EXTENSION_SUFFIXES}
    others = [path for path in files if path.suffix not in READABLE and path not in compiled]
    assert {str(path.relative_to(root)) for path in others} == set()
    assert len(files) > len(READABLE)
