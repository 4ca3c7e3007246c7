"""Prints pip constraints that hold every dependency at the lowest version that `pyproject.toml` allows.

    python scripts/lowest.py > lowest.txt && pip install -c lowest.txt ".[test]"

Lower bounds count that are meant for the Python that runs this. Needs `packaging`.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version

PROJECT = Path(__file__).parents[1] / "pyproject.toml"


def lowest(lines: list[str]) -> dict[str, Version]:
    """The highest of the lower bounds of each distribution, by its normalised name."""
    found: dict[str, Version] = {}
    for line in lines:
        wanted = Requirement(line)
        name = re.sub(r"[-_.]+", "-", wanted.name).lower()
        bounds = [Version(one.version) for one in wanted.specifier if one.operator in (">=", "==", "~=")]
        if bounds and (wanted.marker is None or wanted.marker.evaluate({"extra": ""})):
            found[name] = max(*bounds, found.get(name, bounds[0]))
    return found


def main() -> None:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    lines = [*project["dependencies"], *extras["test"], *extras["tables"], *extras["graph"]]
    for name, version in sorted(lowest(lines).items()):
        print(f"{name}=={version}")


if __name__ == "__main__":
    main()
