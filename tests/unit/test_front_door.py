from __future__ import annotations

import subprocess
import sys

import pytest

import dipevents

HEAVY = ("pydantic", "spacy", "numpy", "dateutil")


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = f"import sys, dipevents; print([m for m in {HEAVY!r} if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert out.stdout.strip() == "[]"


def test_every_public_name_is_there() -> None:
    for name in dipevents.__all__:
        assert getattr(dipevents, name) is not None
    assert set(dipevents.__all__) <= set(dir(dipevents))


def test_warning_is_public_but_not_in_a_star_import() -> None:
    assert dipevents.Warning is not None
    assert "Warning" not in dipevents.__all__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        dipevents.nonsense  # noqa: B018
