"""Every public name has an entry in the reference, and every entry is a public name."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import dipevents

PAGES = sorted((Path(__file__).parents[2] / "docs" / "reference").glob("*.md"))

# What is not public, with the reason. A module that is in neither list fails the test: decide, and write it down.
INNER = {
    "dipevents.cli": "the command is the promise, see how-to/command-line.md",
    "dipevents.commands": "likewise",
    "dipevents.corpus_dask": "an engine of dipevents.corpus",
    "dipevents.corpus_inputs": "the inputs of dipevents.corpus",
    "dipevents.data": "files",
    "dipevents.events.": "the finders of the four types; only what a finder of your own needs is public",
    "dipevents.export.page_": "the parts of dipevents.export.page",
    "dipevents.lexicon": "how the data files are read",
    "dipevents.mentions": "the readers behind find_dates, find_actors and find_attributions",
    "dipevents.models.schema": "behind Report.json_schema",
    "dipevents.models.serial": "behind Report.to_json and Report.from_json",
    "dipevents.progress": "behind Happening.status; parties has what is public of it",
    "dipevents.reading": "the readers of text and grammar",
    "dipevents.sameness": "behind merge and runs",
    "dipevents.stream": "behind Parser.parse_many",
    "dipevents.testing.": "the parts of dipevents.testing",
}
OPEN = {
    "dipevents.events.status",
    "dipevents.events.merge",
    "dipevents.mentions.mentions",
    "dipevents.mentions.timing",
    "dipevents.reading.clauses",
    "dipevents.reading.sentence",
}
"""Modules inside those that are public all the same: what a finder of your own stands on."""
ALSO = {
    "dipevents.mentions.dates": {"find_dates", "DateMention"},
    "dipevents.mentions.distances": {"day_before"},
    "dipevents.mentions.attributions": {"Attribution", "AttributionKind"},
    "dipevents.sameness": {"likeness", "same_actor", "fold"},
    "dipevents.stream": {"Failure"},
}
"""Of inner modules, what the public functions give."""


def is_inner(module: str) -> bool:
    return module not in OPEN and any(
        module.startswith(one) if one.endswith((".", "_")) else module == one or module.startswith(f"{one}.")
        for one in INNER
    )


def home(module: Any, name: str) -> str:
    """Where a public name is defined: functions and classes know it, other values are where they were found."""
    value = inspect.unwrap(value) if callable(value := getattr(module, name)) else value
    knows = inspect.isfunction(value) or inspect.isclass(value)
    where = value.__module__ if knows and value.__module__.startswith("dipevents.") else module.__name__
    return f"{where}.{name}"


def public() -> set[str]:
    found = set()
    for info in pkgutil.walk_packages(dipevents.__path__, "dipevents."):
        if not is_inner(info.name):
            module = importlib.import_module(info.name)
            found |= {home(module, name) for name in getattr(module, "__all__", ())}
    for path, names in ALSO.items():
        found |= {home(importlib.import_module(path), name) for name in names}
    front = {home(dipevents, n) for n in (*dipevents.__all__, "Warning") if not inspect.ismodule(getattr(dipevents, n))}
    return found | front


def entries() -> list[str]:
    """The names that have an entry, each where it is defined."""
    found = [name for page in PAGES for name in re.findall(r"^::: (\S+)$", page.read_text("utf-8"), re.M)]
    modules = {info.name for info in pkgutil.walk_packages(dipevents.__path__, "dipevents.")}
    split = [name.rpartition(".") for name in found if name not in modules]
    return [home(importlib.import_module(module), name) for module, _, name in split]


def test_no_public_name_is_forgotten() -> None:
    assert public() - set(entries()) == set()


def test_no_entry_is_of_something_that_is_not_public() -> None:
    assert set(entries()) - public() == set()


def test_no_name_has_two_entries() -> None:
    names = entries()
    assert sorted({name for name in names if names.count(name) > 1}) == []


@pytest.mark.parametrize("name", sorted(public()))
def test_every_public_name_says_what_it_is(name: str) -> None:
    module, _, last = name.rpartition(".")
    value = getattr(importlib.import_module(module), last)
    value = inspect.unwrap(value) if callable(value) else value
    if inspect.isfunction(value) or inspect.isclass(value):
        told = value.__doc__ or ""
        assert told.strip(), "no docstring"
        assert not told.startswith(f"{last}("), "the docstring was made by dataclasses"
        for method_name, method in vars(value).items() if inspect.isclass(value) else ():
            shown = isinstance(method, property | classmethod | staticmethod) or inspect.isfunction(method)
            if shown and not method_name.startswith("_"):
                assert inspect.getdoc(getattr(value, method_name)), f"{method_name} has no docstring"
    else:
        tree = ast.parse(Path(importlib.import_module(module).__file__ or "").read_text(encoding="utf-8"))
        below = {_assigned(a): b for a, b in pairwise(tree.body)}[last]
        assert isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant), "no words below it"  # noqa: PT018


def _assigned(statement: ast.stmt) -> str | None:
    targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
    return targets[0].id if isinstance(targets[0], ast.Name) else None
