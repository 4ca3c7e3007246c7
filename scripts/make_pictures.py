"""Writes docs/assets/pictures/*.png: the page of a story as a browser shows it. Needs Chromium.

python scripts/make_pictures.py
"""

from __future__ import annotations

import importlib
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import dipevents
from dipevents.export.page import to_html

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "assets" / "pictures"
STORY = "Rockets for Managua"
WIDTH = 1100
HEAVIEST = 200_000
"""Bytes that a picture may have."""


def story() -> str:
    """The page of the story that the tutorial follows."""
    rows = json.loads((ROOT / "seeds" / "manifest.json").read_text(encoding="utf-8"))
    reports = [
        dipevents.parse(
            (ROOT / "seeds" / row["file"]).read_text(encoding="utf-8"),
            published=row["published"],
            title=row["title"],
            source=row["source"],
        )
        for row in rows
        if row["story"] == STORY
    ]
    return to_html(reports, title=STORY)


def main() -> None:
    sys.path.insert(0, str(ROOT / "tests" / "browser"))
    chromium: Any = importlib.import_module("chromium")
    program = chromium.find_chromium()
    if program is None:
        sys.exit("no Chromium is installed")
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "story.html"
        page.write_text(story(), encoding="utf-8")
        with chromium.Chromium(program, Path(folder) / "profile") as window:
            window.open(page, width=WIDTH, height=760)
            save("timeline", window.picture())
            window.click("li.event a.line")
            save("words", window.picture())
            window.run("document.querySelector('#relations').scrollIntoView()")
            save("relations", window.picture())
            window.open(page, width=WIDTH, height=760, dark=True)
            window.choose("type", "arms_deal")
            save("filtered", window.picture())
            window.open(page, width=420, height=760)
            save("narrow", window.picture())


def save(name: str, picture: bytes) -> None:
    if len(picture) > HEAVIEST:
        sys.exit(f"{name}.png would have {len(picture)} bytes")
    (OUT / f"{name}.png").write_bytes(picture)
    print(f"{name}.png {len(picture) // 1000} kB")


if __name__ == "__main__":
    main()
