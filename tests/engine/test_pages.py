"""What pages yield that are not one story: see `tests/golden/pages.md`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from goldens import sections

if TYPE_CHECKING:
    from dipevents import Actor, Parser, Report

CASES = [tuple(row) for rows in sections("pages").values() for row in rows]


def names(actors: tuple[Actor, ...]) -> list[str]:
    return [actor.name for actor in actors]


def told(report: Report) -> list[str]:
    rows = [
        ("visit", names(v.visitors), sorted({p.country or "" for p in v.destinations}), [v.status], v.when)
        for v in report.visits
    ]
    rows += [("warning", names(w.issuers), names(w.targets), [], w.when) for w in report.warnings]
    rows += [
        ("arms deal", names(d.suppliers), names(d.recipients), [i.text for i in d.items], d.when)
        for d in report.arms_deals
    ]
    cells = ((kind, *("+".join(p) for p in parts if p), when.edtf if when else "-") for kind, *parts, when in rows)
    return sorted(f"{kind}: {', '.join(rest)}" for kind, *rest in cells)


@pytest.mark.parametrize(("page", "events"), CASES, ids=[page[:60] for page, _ in CASES])
def test_a_page_keeps_its_stories_apart(parser: Parser, page: str, events: str) -> None:
    expected = [] if events == "none" else sorted(events.split("; "))
    assert told(parser.parse(page.replace(" / ", "\n\n"), published="2024-05-15")) == expected
