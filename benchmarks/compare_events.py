"""Events: the parser beside a reader that knows words alone, on the articles of seeds/, by the same measures.

    python benchmarks/compare_events.py

The second reader is ours, and no tool that anybody uses: it shows what the grammar, the actors and the merging add. It
takes a sentence with a trigger word for an event, the first country named before the word for who acts and the first
one behind it for on whom: what a coder by dictionary does, without its dictionaries of thousands of phrases. Opinions
are left out: words do not name the expert.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from dipevents.evaluation import evaluate
from dipevents.lexicon import read_table
from dipevents.parser import Parser

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
ARMS = r"(?:arms|weapons?|missiles?|rockets?|tanks?|jets?|fighters?|rifles|guns|howitzers|drones|aircraft|ammunition)"
TRIGGERS = {
    "visits": r"visit(?:s|ed|ing)?|arriv(?:e|es|ed|ing)|travel(?:s|led|ed|ling)?|fl(?:y|ies|ew|ying)|trip|tour",
    "warnings": r"warn(?:s|ed|ing|ings)?|threat(?:s|en|ens|ened)?|urg(?:e|es|ed|ing)|demand(?:s|ed)?|alarmed|concern",
    "arms_deals": r"sells?|sold|sales?|buys?|bought|deliver(?:s|ed|ies|y)?|suppl(?:y|ies|ied)|order(?:s|ed)?|contract",
}
SIDES = {
    "visits": ("visitor", "destination"),
    "warnings": ("issuer", "target"),
    "arms_deals": ("supplier", "recipient"),
}


def countries() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {"name", "adjective", "demonym", "people", "capital"}
    rows = [r for r in read_table("countries") if r["kind"] in kinds and not r["flag"]]
    codes = {row["words"]: row["code"] for row in rows}
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(codes, key=len, reverse=True))) + r")\b"), codes


def by_words(text: str, names: re.Pattern[str], codes: dict[str, str]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {kind: [] for kind in TRIGGERS}
    for sentence in re.finditer(r"[^\n.!?]+(?:[.!?](?!\s)[^\n.!?]*)*[.!?]?", text):
        for kind, words in TRIGGERS.items():
            trigger = re.search(rf"\b(?:{words})\b", sentence[0])
            if not trigger or (kind == "arms_deals" and not re.search(rf"\b{ARMS}\b", sentence[0])):
                continue
            before = [m[0] for m in names.finditer(sentence[0], 0, trigger.start())]
            behind = [m[0] for m in names.finditer(sentence[0], trigger.end())]
            event: dict[str, Any] = {"evidence": [list(sentence.span())], "when": None}
            if before or (kind == "arms_deals" and behind):
                actor, other = SIDES[kind]
                event[f"{actor}s"] = before[:1]
                event[f"{actor}_countries"] = [codes[name] for name in before[:1]]
                event[f"{other}_countries"] = [codes[name] for name in behind[:1]]
                found[kind].append(event)
    return found


def main() -> None:
    rows = json.loads((SEEDS / "manifest.json").read_text(encoding="utf-8"))
    gold = [
        {
            **json.loads((SEEDS / row["expected"]).read_text(encoding="utf-8")),
            "text": (SEEDS / row["file"]).read_text(encoding="utf-8"),
        }
        for row in rows
    ]
    parser, (names, codes) = Parser(), countries()
    readers: dict[str, list[Any]] = {
        "words alone": [by_words(article["text"], names, codes) for article in gold],
        "dipevents": [parser.parse(article["text"], published=article["published"]) for article in gold],
    }
    for name, found in readers.items():
        for kind, f in evaluate(gold, found).items():
            if kind in TRIGGERS:
                sys.stdout.write(
                    f"{name:12} {kind:11} precision {f.precision:.2f}  recall {f.recall:.2f}  F1 {f.f1:.2f}  "
                    f"slots {f.slot_f1:.2f}\n"
                )


if __name__ == "__main__":
    main()
