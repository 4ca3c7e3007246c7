"""Writes the figures of docs/explanation/field-report.md: the parser on the project's own articles in seeds/.

    python scripts/make_field_report.py            the tables between the page's markers
    python scripts/make_field_report.py --list     every error, with the kind that scripts/error_kinds.csv gives it

The words of the page are written by hand; a table stands between `<!-- figures: NAME -->` and `<!-- end: NAME -->`. An
error is known by article, type, verdict and the first words of its sentence. `error_kinds.csv` holds the errors of the
first reading, each with its kind, so that the page can say how many of them are left.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dipevents.evaluation import KINDS, Figures, _same_names, evaluate, to_annotation
from dipevents.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "explanation" / "field-report.md"
KNOWN = Path(__file__).with_name("error_kinds.csv")
LABEL = {"visits": "status", "warnings": "kind", "arms_deals": "status"}


class Reading(NamedTuple):
    """The annotated articles, the parser's predictions in the same shape, and the figures."""

    rows: list[dict[str, Any]]
    gold: list[dict[str, Any]]
    found: list[dict[str, Any]]
    figures: dict[str, Figures]


def read() -> Reading:
    rows: list[dict[str, Any]] = json.loads((ROOT / "seeds" / "manifest.json").read_text(encoding="utf-8"))
    parser, gold, found = Parser(), [], []
    for row in rows:
        article = json.loads((ROOT / "seeds" / row["expected"]).read_text(encoding="utf-8"))
        article |= {"id": row["id"], "text": (ROOT / "seeds" / row["file"]).read_text(encoding="utf-8")}
        gold.append(article)
        found.append(to_annotation(parser.parse(article["text"], published=row["published"])))
    return Reading(rows, gold, found, evaluate(gold, found))


def table(head: str, rows: list[list[object]]) -> str:
    names = head.split(" | ")
    lines = [f"| {head} |", f"|{' --- |' * len(names)}"]
    return "\n".join([*lines, *(f"| {' | '.join(map(str, row))} |" for row in rows)])


def share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else ""


def by_type(reading: Reading) -> str:
    rows: list[list[object]] = []
    for kind, f in reading.figures.items():
        if kind != "actors":
            rows.append([kind.replace("_", " "), f.gold, f.matched, len(f.missed), len(f.spurious)])
            rows[-1] += [f"{x:.2f}" for x in (f.precision, f.recall, f.f1)]
    return table("type | annotated | found | missed | spurious | precision | recall | F1", rows)


def by_slot(reading: Reading) -> str:
    rows: list[list[object]] = []
    for kind in KINDS:
        f = reading.figures[kind]
        for slot in (*KINDS[kind].names, *KINDS[kind].codes):
            gold = [g.get(slot) or () for _, g, _ in f.pairs] + [g.get(slot) or () for _, g in f.missed]
            found = [p.get(slot) or () for _, _, p in f.pairs] + [p.get(slot) or () for _, p in f.spurious]
            hits = sum(_hits(slot, g.get(slot) or (), p.get(slot) or ()) for _, g, p in f.pairs)
            within = sum(len(set(g.get(slot) or ())) for _, g, _ in f.pairs)
            total, made = (sum(len(set(one)) for one in side) for side in (gold, found))
            rows.append([kind.replace("_", " "), slot.replace("_", " "), total, share(hits, within)])
            rows[-1] += [share(hits, made), share(hits, total), share(2 * hits, total + made)]
    return table("type | slot | annotated | of the events found | precision | recall | F1", rows)


def _hits(slot: str, gold: Any, found: Any) -> int:
    return len(set(gold) & set(found)) if slot.endswith("_countries") else _same_names(gold, found)


def by_label(reading: Reading) -> str:
    rows: list[list[object]] = []
    for kind, name in LABEL.items():
        f = reading.figures[kind]
        total = Counter(g[name] for g in (*(g for _, g, _ in f.pairs), *(g for _, g in f.missed)))
        for label in sorted(total, key=lambda one: (-total[one], one)):
            pairs = [p.get(name) for _, g, p in f.pairs if g[name] == label]
            wrong = Counter(p for p in pairs if p != label)
            told = ", ".join(f"{other} {count}" for other, count in sorted(wrong.items())) or "none"
            rows.append([kind.replace("_", " "), label, total[label], len(pairs), len(pairs) - wrong.total(), told])
    return table("type | status or kind | annotated | found | with the right one | taken for", rows)


def by_date(reading: Reading) -> str:
    rows: list[list[object]] = []
    for kind in LABEL:
        for form in ("no date", "a day", "a month or a year", "several days or more"):
            pairs = [(g, p) for _, g, p in reading.figures[kind].pairs if _form(g["when"]) == form]
            right = sum((g["when"] or "").rstrip("~") == (p["when"] or "").rstrip("~") for g, p in pairs)
            none = sum(p["when"] is None and g["when"] is not None for g, p in pairs)
            told = [kind.replace("_", " "), form, len(pairs), right, none, len(pairs) - right - none]
            rows += [told] if pairs else []
    return table("type | annotated with | events found | the same date | no date | another date", rows)


def _form(edtf: str | None) -> str:
    if edtf is None:
        return "no date"
    return "several days or more" if "/" in edtf else "a day" if edtf.count("-") == 2 else "a month or a year"


def by_decade(reading: Reading) -> str:
    rows: list[list[object]] = []
    for decade in sorted({row["published"][:3] for row in reading.rows}):
        ids = {row["id"] for row in reading.rows if row["published"].startswith(decade)}
        events = [reading.figures[kind] for kind in KINDS]
        hits = sum(key in ids for f in events for key, _, _ in f.pairs)
        missed, spurious = (sum(key in ids for f in events for key, _ in getattr(f, n)) for n in ("missed", "spurious"))
        rows.append([f"{decade}0s", len(ids), hits + missed, share(hits, hits + spurious), share(hits, hits + missed)])
    return table("published in the | articles | events | precision | recall", rows)


Error = tuple[str, str, str, str]


def errors(reading: Reading) -> Iterator[Error]:
    """Article, type, verdict and first words of every error."""
    texts = {article["id"]: article["text"] for article in reading.gold}
    for kind in KINDS:
        f = reading.figures[kind]
        yield from ((key, kind, "missed", _opening(g, texts[key])) for key, g in f.missed)
        yield from ((key, kind, "spurious", _opening(p, texts[key])) for key, p in f.spurious)
        for key, g, p in f.pairs if kind in LABEL else ():
            if g[LABEL[kind]] != p[LABEL[kind]]:
                yield key, kind, LABEL[kind], _opening(g, texts[key])
            if (g["when"] or "").rstrip("~") != (p["when"] or "").rstrip("~"):
                yield key, kind, "date", _opening(g, texts[key])


def _opening(item: Mapping[str, Any], text: str) -> str:
    quote = item["evidence"][0]
    return " ".join((quote if isinstance(quote, str) else text[quote[0] : quote[1]]).split())[:60]


def known() -> list[tuple[Error, str]]:
    with KNOWN.open(encoding="utf-8", newline="") as lines:
        return [((r["article"], r["type"], r["verdict"], r["words"]), r["kind"]) for r in csv.DictReader(lines)]


def by_kind(reading: Reading) -> str:
    new = Counter(errors(reading))
    total, first, left = new.total(), Counter(kind for _, kind in known()), Counter[str]()
    for error, kind in known():
        left[kind] += new[error] > 0
        new[error] -= new[error] > 0
    order = sorted(first, key=lambda one: (one == "other", -first[one], one))
    rows: list[list[object]] = [[n, kind, first[kind], left[kind]] for n, kind in enumerate(order, 1)]
    rows.append(["", "not there at the first reading", "", new.total()])
    rows.append(["", "all", first.total(), total])
    return table("no. | kind of error | at the first reading | of these left", rows)


TABLES = {
    "type": by_type,
    "slot": by_slot,
    "label": by_label,
    "date": by_date,
    "decade": by_decade,
    "kinds": by_kind,
}


def page(text: str, reading: Reading) -> str:
    for name, make in TABLES.items():
        start, end = text.index(f"<!-- figures: {name} -->\n"), f"<!-- end: {name} -->"
        text = f"{text[:start]}<!-- figures: {name} -->\n\n{make(reading)}\n\n{text[text.index(end) :]}"
    return text


def main() -> None:
    reading = read()
    if "--list" in sys.argv[1:]:
        kinds = dict(known()) if KNOWN.exists() else {}
        out = csv.writer(sys.stdout)
        out.writerow(["article", "type", "verdict", "words", "kind"])
        out.writerows([*error, kinds.get(error, "")] for error in errors(reading))
        return
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), reading), encoding="utf-8")


if __name__ == "__main__":
    main()
