"""Writes docs/explanation/accuracy.md: the parser's figures on the project's own articles in seeds/."""

from __future__ import annotations

import json
from pathlib import Path

from dipevents.evaluation import evaluate
from dipevents.parser import Parser

ROOT = Path(__file__).parents[1]
HEAD = """# Accuracy

Measured on the project's own {n} articles in `seeds/`, which we wrote and annotated ourselves in the manners of many
houses; the page is made by `scripts/make_accuracy_page.py`. An event counts as found when its evidence overlaps that of
an annotated event of its type and a principal participant agrees. Slots are all names and countries in it; label is
status or kind; date is the EDTF string. Doubtful annotations count neither way.

| type | annotated | precision | recall | F1 | slots F1 | label | date |
| --- | --- | --- | --- | --- | --- | --- | --- |
"""


def main() -> None:
    """Reads every article and writes the page."""
    manifest = json.loads((ROOT / "seeds" / "manifest.json").read_text(encoding="utf-8"))
    rows = manifest if isinstance(manifest, list) else manifest["articles"]
    parser, gold, reports = Parser(), [], []
    for row in rows:
        article = json.loads((ROOT / "seeds" / Path(row["expected"]).name).read_text(encoding="utf-8"))
        article["text"] = (ROOT / "seeds" / Path(row["file"]).name).read_text(encoding="utf-8")
        gold.append(article)
        reports.append(parser.parse(article["text"], published=article["published"]))
    lines = [HEAD.format(n=len(rows)).rstrip("\n")]
    for kind, f in evaluate(gold, reports).items():
        cells = [f"{f.precision:.2f}", f"{f.recall:.2f}", f"{f.f1:.2f}"]
        if kind == "actors":
            cells += ["", f"{f.label_accuracy:.2f} (country)", f"{f.date_accuracy:.2f} (kind)"]
        elif kind == "opinions":
            cells += [f"{f.slot_f1:.2f}", "", ""]
        else:
            cells += [f"{x:.2f}" for x in (f.slot_f1, f.label_accuracy, f.date_accuracy)]
        lines.append(f"| {kind.replace('_', ' ')} | {f.gold} | {' | '.join(cells)} |")
    (ROOT / "docs" / "explanation" / "accuracy.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
