from __future__ import annotations

import hashlib
import shutil
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from dipevents.errors import ModelError
from dipevents.lexicon import read_table
from dipevents.reading import digests
from dipevents.reading.engine import DEFAULT_MODEL, Engine

if TYPE_CHECKING:
    from pathlib import Path


def test_the_installed_default_model_is_the_one_of_the_digests() -> None:
    folder = digests.model_folder(DEFAULT_MODEL)
    assert folder is not None
    digests.check_files(folder)
    assert {"config.cfg", "ner/model", "parser/model", "tok2vec/model", "vocab/strings.json"} <= {
        row["path"] for row in read_table("model_digests")
    }


def test_a_changed_or_missing_file_is_told_with_the_ways_out(tmp_path: Path) -> None:
    rows = [{"path": "a/b", "sha256": hashlib.sha256(b"good").hexdigest()}]
    with pytest.raises(
        ModelError, match=r"b: No such file .* pip install --force-reinstall .* DIPEVENTS_VERIFY_MODEL=0"
    ):
        digests.check_files(tmp_path, rows)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").write_bytes(b"evil")
    with pytest.raises(ModelError, match="b is not the file that dipevents was made with"):
        digests.check_files(tmp_path, rows)
    (tmp_path / "a" / "b").write_bytes(b"good")
    digests.check_files(tmp_path, rows)


def test_a_default_model_with_a_changed_file_is_loaded_only_unchecked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = import_module(DEFAULT_MODEL).__path__[0]
    shutil.copytree(installed, tmp_path / DEFAULT_MODEL)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, DEFAULT_MODEL)
    changed = digests.model_folder(DEFAULT_MODEL)
    assert changed is not None
    assert changed.is_relative_to(tmp_path)
    with (changed / "config.cfg").open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    with pytest.raises(ModelError, match=r"config\.cfg is not the file"):
        Engine()
    monkeypatch.setenv(digests.SWITCH, "0")
    Engine()
    with pytest.raises(ModelError, match=r"config\.cfg is not the file"):
        Engine(verify=True)


def test_a_package_that_is_not_installed_has_no_folder() -> None:
    assert digests.model_folder("no_such_package_anywhere") is None
