"""`dipevents evaluate`: how well the parser, or predictions of any other tool, agree with annotated articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dipevents.commands.inputs import named_by
from dipevents.commands.terminal import complain, say
from dipevents.errors import InputError
from dipevents.evaluation import KINDS, evaluate
from dipevents.export.text import clean, counted

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping, Sequence

    from dipevents.evaluation import Figures

HELP = "score the parser on annotated articles"
DESCRIPTION = """Scores the parser, or predictions made elsewhere, on articles that you have annotated: JSON lines, or a
manifest such as that of the project's own corpus. Each article has `text`, `published`, and the lists `actors`,
`visits`, `warnings`, `arms_deals` and `opinions`; predictions have the same shape, joined by `id`."""
EXAMPLES = """examples:
  dipevents evaluate seeds/manifest.json
  dipevents evaluate mine.jsonl --errors visits
  dipevents evaluate mine.jsonl --predictions other-tool.jsonl
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("gold", metavar="GOLD", help="annotated articles: JSON lines, or a manifest (.json)")
    parser.add_argument("--predictions", metavar="FILE", help="score these (JSON lines) instead of the parser's")
    parser.add_argument(
        "--errors",
        choices=[*KINDS, "actors"],
        help="also list what was missed, what is spurious, and what has a wrong status, kind, country or date",
    )
    parser.add_argument("--model", metavar="NAME", help="an installed spaCy pipeline instead of the default one")


def run(options: argparse.Namespace) -> int:
    """Prints a table of figures, one line a type."""
    from dipevents.parser import Parser
    from dipevents.reading.engine import DEFAULT_MODEL

    articles = list(annotated_articles(options.gold))
    if options.predictions:
        found: list[Any] = _predicted(options.predictions, articles)
    else:
        parser = (options.make_parser or Parser)(options.model or DEFAULT_MODEL)
        found = [parser.parse(a["text"], published=a.get("published")) for a in articles]
    figures = evaluate(articles, found)
    say(counted(len(articles), "article"))
    say("type        gold  precision  recall  F1     slots  label  date")
    for kind, row in figures.items():
        say(_row(kind, row))
    if options.errors:
        for verdict, items in (
            ("missed", figures[options.errors].missed),
            ("spurious", figures[options.errors].spurious),
        ):
            for key, item in items:
                say(clean(f"{verdict} {key} {json.dumps(dict(item), ensure_ascii=False)}"))
        for key, gold, other in figures[options.errors].pairs:
            for name in ("status", "kind", "country", "when"):
                if name in gold and name in other and gold[name] != other[name]:
                    words = json.dumps(gold.get("evidence", gold.get("name")), ensure_ascii=False)
                    say(clean(f"{name} {key} {other[name]} instead of {gold[name]}: {words}"))
    return 0


def _predicted(name: str, articles: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The prediction for each article, empty where there is none; what has no counterpart is complained of."""
    by_id: dict[str, Mapping[str, Any]] = {}
    for prediction in _lines(name):
        if prediction.get("id") is None:
            raise InputError(f"{name}: a prediction has no id")
        if by_id.setdefault(str(prediction["id"]), prediction) is not prediction:
            raise InputError(f"{name}: the id {prediction['id']} is given twice")
    ids = [str(article.get("id", "")) for article in articles]
    for lacking, keys in (("article", by_id.keys() - ids), ("prediction", set(ids) - by_id.keys())):
        if keys:
            complain(f"{name}: no {lacking} for {', '.join(sorted(keys)[:5])}{' …' if len(keys) > 5 else ''}")
    return [by_id.get(key, {}) for key in ids]


def _row(kind: str, row: Figures) -> str:
    figures = (row.precision, row.recall, row.f1, row.slot_f1, row.label_accuracy, row.date_accuracy)
    a, b, c, d, e, f = (f"{figure:.3f}" for figure in figures)
    d = d if row.slots_gold or row.slots_found else "·    "  # actors have none
    return f"{kind:11} {row.gold:4}  {a}      {b}   {c}  {d}  {e}  {f}"


def annotated_articles(name: str) -> Iterator[Mapping[str, Any]]:
    """The articles of a file of JSON lines, or of a manifest (.json), each with its `text`.

    Raises:
        InputError: If the file or a line of it cannot be read, or an article has no text.
    """
    if not name.endswith(".json"):
        for article in _lines(name):
            if not isinstance(article.get("text"), str):
                raise InputError(f"{name}: the article {article.get('id')!r} has no text")
            yield article
        return
    manifest = _loaded(name, _text(name))
    entries = manifest.get("articles", ()) if isinstance(manifest, dict) else manifest
    if not isinstance(entries, list):
        raise InputError(f"{name}: a manifest is a JSON list of articles")
    for entry in entries:
        if not isinstance(entry, dict) or not {"file", "expected"} <= set(entry):
            raise InputError(f"{name}: every entry needs `file` and `expected`")
        expected = named_by(name, entry["expected"])
        events = _loaded(expected, _text(expected))
        if not isinstance(events, dict):
            raise InputError(f"{expected}: is no JSON object")
        yield {**events, "text": _text(named_by(name, entry["file"]))}


def _lines(name: str) -> Iterator[Mapping[str, Any]]:
    for number, line in enumerate(_text(name).split("\n"), 1):  # U+2028 may stand in a string of JSON
        if line.strip():
            article = _loaded(f"{name}, line {number}", line)
            if not isinstance(article, dict):
                raise InputError(f"{name}, line {number}: is no JSON object")
            yield article


def _loaded(where: str, text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where}: is no JSON: {error}") from None


def _text(name: str) -> str:
    try:
        return Path(name).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{name}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: is not UTF-8 text (byte {error.start})") from None
