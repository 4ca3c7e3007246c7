"""Names of files that come with data: read in the folder of their manifest alone, and nothing is written by them."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st
from trips import SENTENCE

from dipevents.commands.inputs import named_by
from dipevents.errors import InputError
from dipevents.models.report import Report

OUTSIDE = (
    "../secret.txt",
    "sub/../../secret.txt",
    "/etc/hostname",
    "link.txt",
    "linked/secret.txt",
    "..",
    "a\0b",
    "\ud800/../../secret.txt",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder beside a secret, with links that lead out of it."""
    (tmp_path / "secret.txt").write_text("Kim visited Moscow.", encoding="utf-8")
    inside = tmp_path / "inside"
    (inside / "sub").mkdir(parents=True)
    (inside / "sub" / "article.txt").write_text(SENTENCE, encoding="utf-8")
    (inside / "link.txt").symlink_to("../secret.txt")
    (inside / "linked").symlink_to("..", target_is_directory=True)
    (inside / "circle").symlink_to("circle")
    return inside


def listed(folder: Path, *names: object) -> Path:
    path = folder / "manifest.json"
    path.write_text(json.dumps([{"file": name, "expected": name} for name in names]), encoding="ascii")
    return path


@pytest.mark.parametrize("name", OUTSIDE)
@pytest.mark.parametrize("command", [["parse", "--manifest"], ["export", "--to", "json", "--manifest"], ["evaluate"]])
def test_a_manifest_reads_in_its_own_folder_alone(run: Any, folder: Path, command: list[str], name: str) -> None:
    code, out, errors = run(*command, listed(folder, name))
    assert (code, out) == (2, "")
    assert "names no file in the folder of the manifest" in errors
    assert errors.count("\n") == 1


PIECES = st.sampled_from(["..", ".", "sub", "link.txt", "linked", "secret.txt", "article.txt", "", "\0", "-", "inside"])


def test_whatever_a_name_is_made_of_its_path_stays_in_the_folder(folder: Path) -> None:
    @given(st.booleans(), st.lists(PIECES | st.text(max_size=3), max_size=6))
    def stays(rooted: bool, pieces: list[str]) -> None:
        try:
            path = named_by(str(folder / "manifest.json"), "/" * rooted + "/".join(pieces))
        except InputError:
            return
        assert Path(path).resolve().is_relative_to(folder.resolve())

    stays()


@pytest.mark.parametrize("name", ["x" * 5000, "circle", "sub", ""])
def test_a_name_that_is_no_article_gives_one_clear_line(run: Any, folder: Path, name: str) -> None:
    code, out, errors = run("parse", "--manifest", listed(folder, name))
    assert code in {1, 2}
    assert (out, errors.count("\n")) == ("", 1)
    assert errors.startswith("dipevents: ")


def test_folders_in_the_folder_of_a_manifest_may_be_named(
    run: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest = listed(folder, "sub/article.txt", "sub/../sub/article.txt", str(folder / "sub" / "article.txt"))
    assert run("parse", "--manifest", manifest)[0] == 0
    monkeypatch.chdir(folder)
    assert run("parse", "--manifest", "manifest.json")[0] == 0


def test_a_file_named_like_standard_input_is_a_file(run: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Kim visited Moscow.")))
    listed(folder, "-")
    assert run("parse", "--manifest", "manifest.json") == (1, "", "dipevents: ./-: no such file\n")


EVIL = "../../../escaped"


def test_what_an_article_is_called_names_no_file(run: Any, tmp_path: Path) -> None:
    """Titles, sources, addresses and stories are words on a page; the one file written is the one that was named."""
    report = Report(text=EVIL, title=EVIL, source=EVIL, url=f"file:///{EVIL}")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "r.json").write_text(report.to_json(), encoding="ascii")
    entry = {"file": "r.json", "title": EVIL, "source": EVIL, "url": EVIL, "story": EVIL}
    (tmp_path / "in" / "m.json").write_text(json.dumps([entry]), encoding="ascii")
    given = ["--manifest", tmp_path / "in" / "m.json", "--story", EVIL]
    before = sorted(tmp_path.rglob("*"))
    for form in ("json", "jsonl", "csv", "plover", "sipri", "colt", "ics", "markdown", "html"):
        run("export", *given, "--to", form, "--out", tmp_path / "in" / "out")
        assert sorted(tmp_path.rglob("*")) == sorted([*before, tmp_path / "in" / "out"])
        (tmp_path / "in" / "out").unlink()
    run("view", *given, "--out", tmp_path / "in" / "out")
    assert sorted(tmp_path.rglob("*")) == sorted([*before, tmp_path / "in" / "out"])


def test_what_the_articles_of_a_corpus_are_called_names_no_shard(run: Any, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="comes with the extra test")
    row = dict.fromkeys(("id", "text", "title", "source", "url"), EVIL)
    (tmp_path / "in.jsonl").write_text(json.dumps(row) + "\n", encoding="ascii")
    assert run("corpus", tmp_path / "in.jsonl", "--out", tmp_path / "out", "--format", "parquet", "jsonl")[0] == 0
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == [
        "in.jsonl",
        "out",
        "out/manifest.jsonl",
        "out/part-000000.jsonl",
        "out/part-000000.parquet",
    ]


@pytest.mark.parametrize(
    "content",
    [
        "no JSON\n",
        "7\n",
        "[]\n",
        '{"corpus": 1}\n7\n',
        "SAME\n7\n",
        'SAME\n{"shard": "0"}\n',
        'SAME\n{"shard": 0, "of": "x", "articles": 1, "failures": 0, "files": {"../../escaped": "x"}}\n',
        "\udcff\n",
    ],
)
def test_a_strange_manifest_in_the_output_folder_is_refused(run: Any, tmp_path: Path, content: str) -> None:
    pytest.importorskip("pyarrow", reason="comes with the extra test")
    (tmp_path / "in.jsonl").write_text('{"text": "Rain."}\n', encoding="ascii")
    given = ["corpus", tmp_path / "in.jsonl", "--out", tmp_path / "out"]
    assert run(*given)[0] == 0
    manifest = tmp_path / "out" / "manifest.jsonl"
    same = manifest.read_text("ascii").splitlines()[0]
    manifest.write_bytes(content.replace("SAME", same).encode("utf-8", "surrogateescape"))
    code, out, errors = run(*given)
    assert (code, out) == (2, "")
    assert errors.startswith(f"dipevents: {tmp_path / 'out'}")
    assert errors.count("\n") == 1
