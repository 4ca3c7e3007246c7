"""Compiles what reads the trees, where `DIPEVENTS_COMPILE=1 pip install .` asks for it.

The reading of actors, dates, statements and events is plain Python with types. Compiled it gives the same records in
two thirds of its time; a wheel made so fits one version of Python and one kind of machine. Without the variable, and in
an editable installation, everything stays plain Python and nothing is needed but hatchling. The compiler is mypyc; it
needs one for C and the headers of Python, and works in `build/`.
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASKED = os.environ.get("DIPEVENTS_COMPILE", "") not in {"", "0"}
ROOMS = ("reading", "mentions", "events")
"""The packages whose modules are compiled; their `__init__` files and the records, which pydantic makes, are not."""


class Compiler(BuildHookInterface[Any]):
    """Adds the compiled modules to a wheel, beside their sources, which Python then leaves aside."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What the build needs beside hatchling."""
        return ["mypy>=2.1,<3", "setuptools>=75", "types-python-dateutil"] if ASKED else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles before the wheel is filled."""
        if not ASKED or version == "editable" or self.target_name != "wheel":
            return
        root, built = Path(self.root), Path(self.root, "build", "compiled")
        made = _compile(root, built)
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["force_include"].update({str(path): path.relative_to(made).as_posix() for path in _modules(made)})


def _modules(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in {".so", ".pyd"})


def _compile(root: Path, built: Path) -> Path:
    """Compiles the rooms and gives the folder with the modules, laid out as they are installed."""
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    os.chdir(root)  # modules are named by their path from here
    os.environ["MYPYPATH"] = "src"
    package = Path("src", "dipevents")
    modules = [path for room in ROOMS for path in sorted((package / room).rglob("*.py")) if path.name != "__init__.py"]
    sources = [path for path in modules if "\n@record\n" not in path.read_text(encoding="utf-8")]
    options = [f"--cache-dir={built / 'types'}", f"--python-version={sys.version_info[0]}.{sys.version_info[1]}"]
    options += ["--config-file=", "--ignore-missing-imports", "--follow-imports=silent"]
    extensions = mypycify(
        [*options, str(package / "lexicon.py"), *map(str, sources)],
        opt_level="1",
        debug_level="0",
        multi_file=True,
        target_dir=str(built / "c"),
    )
    made = built / "modules"

    class BuildAtOnce(build_ext):
        def build_extensions(self) -> None:
            """Compiles the files of one module beside each other; setuptools takes them one by one."""
            one_by_one = self.compiler.compile

            def at_once(sources: list[str], **given: Any) -> list[str]:
                with ThreadPoolExecutor(os.cpu_count()) as pool:
                    return list(chain.from_iterable(pool.map(lambda one: one_by_one([one], **given), sources)))

            self.compiler.compile = at_once
            super().build_extensions()

    command = BuildAtOnce(Distribution({"name": "dipevents", "ext_modules": extensions, "package_dir": {"": "src"}}))
    command.build_lib, command.build_temp = str(made), str(built / "objects")
    command.ensure_finalized()
    command.run()
    return made
