"""Reads the goldens: prose in which the rows of tables are the cases."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of the tables in a golden, without their heads; a cell is stripped of blanks."""
    return _rows((FOLDER / f"{name}.md").read_text(encoding="utf-8"))


def sections(name: str) -> dict[str, list[tuple[str, ...]]]:
    """The rows of a golden by the headings (of the second level) that they stand below."""
    parts = (FOLDER / f"{name}.md").read_text(encoding="utf-8").split("\n## ")[1:]
    return {part.partition("\n")[0]: _rows(part) for part in parts}


def _rows(text: str) -> list[tuple[str, ...]]:
    lines = text.splitlines()
    heads = {line for line, rule in pairwise(lines) if rule.startswith("| ---")}
    return [
        tuple(cell.strip() for cell in line.strip("|").split("|"))
        for line in lines
        if line.startswith("| ") and line not in heads and not line.startswith("| ---")
    ]


def passages(name: str) -> list[tuple[str, list[tuple[str, ...]]]]:
    """Every passage of a golden with its rows; a row without a passage belongs to the one above, "none" is no row."""
    found: list[tuple[str, list[tuple[str, ...]]]] = []
    for passage, *cells in rows(name):
        if passage:
            found.append((passage, []))
        if cells[0] != "none":
            found[-1][1].append(tuple(cells))
    return found
