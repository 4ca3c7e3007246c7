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
    told = capsys.readouterr()
    assert told.out.startswith("1 article\n")
    assert "none.jsonl: no prediction for a" in told.err


def test_a_line_ends_where_json_ends_it(tmp_path: Path, parser: Parser, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "gold.jsonl"
    text = "\ufeff" + json.dumps({**ARTICLE, "note": "a\u2028b\x85c"}, ensure_ascii=False) + "\r\n"
    path.write_bytes(text.encode())
    assert main(["evaluate", str(path)], make_parser=lambda *_: parser) == 0
    assert figures(capsys.readouterr().out, "visits")[1] == "1"


def test_predictions_without_their_articles_are_complained_of(
    gold: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text('{"id": "a"}\n{"id": "b"}\n{"id": 3}\n', encoding="utf-8")
    assert main(["evaluate", gold, "--predictions", str(other)]) == 0
    assert capsys.readouterr().err == f"dipevents: {other}: no article for 3, b\n"


@pytest.mark.parametrize(
    ("content", "message"), [("{}", "a prediction has no id"), ('{"id": 1}\n{"id": "1"}', "the id 1 is given twice")]
)
def test_predictions_need_an_id_each(
    gold: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, message: str
) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(content, encoding="utf-8")
    assert main(["evaluate", gold, "--predictions", str(other)]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("gold.jsonl", b"{", "is no JSON"),
        ("gold.jsonl", b"[1]", "is no JSON object"),
        ("gold.jsonl", b'{"id": "a"}', "the article 'a' has no text"),
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
