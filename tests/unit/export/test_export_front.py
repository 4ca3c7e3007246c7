"""The forms are reached from the package, loaded when they are used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import dipevents


def test_every_form_is_there_without_an_import_of_its_own() -> None:
    program = "import dipevents; print(dipevents.export.tables.to_csv([])[:8])"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)  # noqa: S603
    assert done.stdout == "type,eve\n"
    for name in ("calendar", "colt", "graph", "markdown", "page", "plover", "sipri", "tables", "text"):
        assert getattr(dipevents.export, name).__name__ == f"dipevents.export.{name}"


def test_what_is_no_form_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'stix'"):
        dipevents.export.stix  # type: ignore[attr-defined]  # noqa: B018
