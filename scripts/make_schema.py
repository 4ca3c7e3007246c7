"""Writes the JSON Schema of reports to docs/reference/report.schema.json."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from dipevents.models.report import Report

PATH = Path(__file__).parent.parent / "docs" / "reference" / "report.schema.json"


def schema_text() -> str:
    return json.dumps(Report.json_schema(), indent=2, ensure_ascii=True) + "\n"


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        sys.exit(0 if PATH.exists() and PATH.read_text("ascii") == schema_text() else f"{PATH.name} is not current")
    PATH.parent.mkdir(parents=True, exist_ok=True)
    PATH.write_text(schema_text(), "ascii")
    print(PATH.name)
