"""Tab-completion, in the shells themselves where they are installed."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from dipevents.commands import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_every_command_and_option(run: Any, shell: str) -> None:
    script = run("completion", shell)[1]
    for name, command in COMMANDS.items():
        assert name in script
        assert command.HELP in script or shell == "bash"
    for option in ("between", "manifest", "rows", "published"):
        assert option in script


def completed(script: str, *words: str) -> list[str]:
    asked = f"COMP_WORDS=({' '.join(map(repr, words))}); COMP_CWORD={len(words) - 1}"
    line = f"{script}\n{asked}; _dipevents; echo ${{COMPREPLY[@]}}"
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash")
    return subprocess.run([bash, "-c", line], check=True, capture_output=True, text=True).stdout.split()  # noqa: S603


def test_bash_completes_commands_options_and_choices(run: Any) -> None:
    script = run("completion", "bash")[1]
    assert completed(script, "dipevents", "") == [*COMMANDS, "--help", "--version"]
    assert completed(script, "dipevents", "re") == ["relations"]
    assert completed(script, "dipevents", "export", "--ma") == ["--manifest"]
    assert completed(script, "dipevents", "export", "--to", "p") == ["parquet", "plover"]
    assert completed(script, "dipevents", "completion", "") == ["-h", "--help", "bash", "zsh", "fish"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_accept_their_script(run: Any, shell: str, tmp_path: Path) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"no {shell}")
    (tmp_path / "script").write_text(run("completion", shell)[1], encoding="utf-8")
    subprocess.run([program, "-n", str(tmp_path / "script")], check=True)  # noqa: S603
