"""Coverage-guided fuzzing of one target: `python fuzz/fuzz.py TARGET [libFuzzer options]`. Needs `atheris`.

New inputs that reach new code go to the first folder named; see `run.sh`.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["dipevents"]):
    from targets import TARGETS


def main() -> None:
    """Hands the target that the first argument names, and the rest of the arguments, to libFuzzer."""
    name = sys.argv.pop(1)
    atheris.Setup(sys.argv, TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
