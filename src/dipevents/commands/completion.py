"""`dipevents completion`: makes a shell complete commands, options and choices, from the tree of arguments itself."""

from __future__ import annotations

import argparse
from typing import NamedTuple

from dipevents.commands.terminal import say

HELP = "a script for tab-completion"
DESCRIPTION = "Prints a script that makes the shell complete commands, options, choices and file names."
EXAMPLES = """examples:
  dipevents completion bash > ~/.local/share/bash-completion/completions/dipevents
  dipevents completion zsh > ~/.zfunc/_dipevents     (with ~/.zfunc in fpath)
  dipevents completion fish > ~/.config/fish/completions/dipevents.fish
"""


class _Option(NamedTuple):
    names: tuple[str, ...]
    help: str
    choices: tuple[str, ...]
    takes_value: bool


class _Command(NamedTuple):
    name: str
    help: str
    options: tuple[_Option, ...]
    words: tuple[str, ...]  # choices of its positional argument


def add_options(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("shell", choices=tuple(_SCRIPTS), help="the shell")


def run(options: argparse.Namespace) -> int:
    """Prints the script."""
    say(_SCRIPTS[options.shell](_commands(options.tree())).rstrip("\n"))
    return 0


def _commands(tree: argparse.ArgumentParser) -> list[_Command]:
    # argparse has no public way to ask for what was added.
    [commands] = [a for a in tree._actions if isinstance(a, argparse._SubParsersAction)]  # noqa: SLF001
    helps = {choice.dest: choice.help or "" for choice in commands._choices_actions}  # noqa: SLF001
    found = []
    for name, parser in commands.choices.items():
        actions = parser._actions  # noqa: SLF001
        options = [
            _Option(tuple(a.option_strings), a.help or "", tuple(map(str, a.choices or ())), a.nargs != 0)
            for a in actions
            if a.option_strings
        ]
        words = [str(choice) for a in actions if not a.option_strings for choice in a.choices or ()]
        found.append(_Command(name, helps[name], tuple(options), tuple(words)))
    return found


def _bash(commands: list[_Command]) -> str:
    cases, words = [], []
    for command in commands:
        names = " ".join(name for option in command.options for name in option.names)
        words.append(f'    {command.name}) words="{names} {" ".join(command.words)}" ;;')
        cases += [
            f'    "{command.name} {name}") COMPREPLY=($(compgen -W "{" ".join(option.choices)}" -- "$here")); return ;;'
            for option in command.options
            for name in option.names
            if option.choices
        ]
    return f"""# tab-completion of dipevents for bash; made by: dipevents completion bash
_dipevents() {{
  local here="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" words
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "{" ".join(c.name for c in commands)} --help --version" -- "$here"))
    return
  fi
  case "${{COMP_WORDS[1]}} $before" in
{chr(10).join(cases)}
  esac
  case "${{COMP_WORDS[1]}}" in
{chr(10).join(words)}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$here"))
}}
complete -o default -o bashdefault -F _dipevents dipevents
"""


def _quoted(words: str) -> str:
    """Words within single quotes of any of the shells."""
    return " ".join(words.split()).replace("'", "’").replace("\\", "")


def _zsh(commands: list[_Command]) -> str:
    listed = "\n".join(f"    '{c.name}:{_quoted(c.help)}'" for c in commands)
    cases = []
    for command in commands:
        specs = []
        for option in command.options:
            told = _quoted(option.help).replace("[", "(").replace("]", ")").replace(":", " -")
            value = f":value:({' '.join(option.choices)})" if option.choices else ":value:_files"
            specs += [f"'*{name}[{told}]{value if option.takes_value else ''}'" for name in option.names]
        specs.append(f"'*:word:({' '.join(command.words)})'" if command.words else "'*:file:_files'")
        cases.append(f"    {command.name}) _arguments {' '.join(specs)} ;;")
    return f"""#compdef dipevents
# tab-completion of dipevents for zsh; made by: dipevents completion zsh
_dipevents() {{
  local -a commands
  commands=(
{listed}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case "$words[1]" in
{chr(10).join(cases)}
  esac
}}
if [ "$funcstack[1]" = "_dipevents" ]; then _dipevents "$@"; else compdef _dipevents dipevents; fi
"""


def _fish(commands: list[_Command]) -> str:
    lines = ["# tab-completion of dipevents for fish; made by: dipevents completion fish"]
    for command in commands:
        lines.append(
            f"complete -c dipevents -n __fish_use_subcommand -f -a {command.name} -d '{_quoted(command.help)}'"
        )
        condition = f"complete -c dipevents -n '__fish_seen_subcommand_from {command.name}'"
        for option in command.options:
            names = " ".join(f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in option.names)
            value = f" -x -a '{' '.join(option.choices)}'" if option.choices else " -r" if option.takes_value else ""
            lines.append(f"{condition} {names}{value} -d '{_quoted(option.help)}'")
        if command.words:
            lines.append(f"{condition} -f -a '{' '.join(command.words)}'")
    return "\n".join(lines) + "\n"


_SCRIPTS = {"bash": _bash, "zsh": _zsh, "fish": _fish}
