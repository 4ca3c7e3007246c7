from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from dipevents.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from dipevents.parser import Parser

ARTICLE = {
    "id": "a",
    "text": "Kim Jong Un arrived in Moscow on Tuesday.",
    "published": "2024-05-09",
    "actors": [{"name": "Kim Jong Un", "kind": "person", "country": "PRK"}],
    "visits": [
        {
            "visitors": ["Kim Jong Un"],
            "visitor_countries": ["PRK"],
            "hosts": [],
            "destination_countries": ["RUS"],
            "status": "occurred",
            "when": "2024-05-07",
            "evidence": ["Kim Jong Un arrived in Moscow on Tuesday."],
        }
    ],
    "warnings": [],
    "arms_deals": [],
    "opinions": [],
}


@pytest.fixture
def gold(tmp_path: Path) -> str:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(ARTICLE) + "\n\n", encoding="utf-8")
    return str(path)


def figures(out: str, kind: str) -> list[str]:
    return next(line for line in out.splitlines() if line.startswith(kind)).split()


def test_the_parser_is_scored_on_annotated_articles(
    gold: str, parser: Parser, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", gold], make_parser=lambda *_: parser) == 0
    assert figures(capsys.readouterr().out, "visits") == ["visits", "1", *["1.000"] * 6]


def test_predictions_of_another_tool_are_scored_and_their_errors_listed(
    gold: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps({"id": "a", "actors": [{"name": "Lee"}]}), encoding="utf-8")
    assert main(["evaluate", gold, "--predictions", str(other), "--errors", "actors"]) == 0
    out = capsys.readouterr().out
    assert figures(out, "visits")[2:5] == ["0.000"] * 3
    assert "missed a" in out
    assert 'spurious a {"name": "Lee"}' in out


def test_a_manifest_names_articles_and_annotations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(str(ARTICLE["text"]), encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps({k: v for k, v in ARTICLE.items() if k != "text"}), encoding="utf-8")
    (tmp_path / "manifest.json").write_text(json.dumps([{"file": "a.txt", "expected": "a.json"}]), encoding="utf-8")
    (tmp_path / "none.jsonl").write_text("", encoding="utf-8")
    given = ["evaluate", str(tmp_path / "manifest.json"), "--predictions", str(tmp_path / "none.jsonl")]
    assert main(given) == 0
    assert "1 articles" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("gold.jsonl", b"{", "is no JSON"),
        ("gold.jsonl", b"[1]", "is no JSON object"),
        ("gold.jsonl", b"\xff", "is not UTF-8 text"),
        ("gold.json", b"[{}]", "needs `file` and `expected`"),
        ("gold.json", b"[7]", "needs `file` and `expected`"),
        ("gold.json", b"7", "a manifest is a JSON list of articles"),
        ("gold.json", b'[{"file": "a", "expected": "../x"}]', "'../x' names no file in the folder of the manifest"),
        ("gold.json", b'[{"file": "a", "expected": 7}]', "'7' names no file in the folder of the manifest"),
        ("gold.jsonl", None, "cannot be read"),
    ],
)
def test_input_that_cannot_serve_gives_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes | None, message: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert main(["evaluate", str(path)]) == 2
    err = capsys.readouterr().err
    assert message in err
    assert len(err.splitlines()) == 1
