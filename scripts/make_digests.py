"""Writes `data/model_digests.csv`, the digests of the default model's files, from the model that is installed.

Run it after the model's version changed in `pyproject.toml`, in an environment that was installed from a source that
you trust: `python scripts/make_digests.py`.
"""

from __future__ import annotations

import csv
import hashlib
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from dipevents.reading.engine import DEFAULT_MODEL

TARGET = Path(__file__).parents[1] / "src" / "dipevents" / "data" / "model_digests.csv"


def main() -> None:
    spec = find_spec(DEFAULT_MODEL)
    if spec is None or not spec.origin:
        raise SystemExit(f"{DEFAULT_MODEL} is not installed")
    current = version(DEFAULT_MODEL)
    folder = Path(spec.origin).parent / f"{DEFAULT_MODEL}-{current}"
    files = sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["version", "path", "sha256"])
        for path in files:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            writer.writerow([current, path.relative_to(folder).as_posix(), digest])
    print(f"{len(files)} files of {DEFAULT_MODEL} {current} -> {TARGET}")


if __name__ == "__main__":
    main()
