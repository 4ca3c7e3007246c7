"""The command `dipevents` as a whole: its help, and every way to misuse it."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from dipevents.cli import arguments, main
from dipevents.commands import COMMANDS
from dipevents.models.actor import Actor
from dipevents.models.evidence import Evidence
from dipevents.models.place import Place
from dipevents.models.report import Report
from dipevents.models.visit import Visit


def test_help_has_examples_of_every_command_that_would_parse(capsys: pytest.CaptureFixture[str]) -> None:
    for name, command in COMMANDS.items():
        with pytest.raises(SystemExit) as stop:
            main([name, "--help"])
        assert stop.value.code == 0
        assert command.EXAMPLES in capsys.readouterr().out
        lines = [line.strip() for line in command.EXAMPLES.splitlines()[1:]]
        assert all("dipevents " in line for line in lines)
        for line in lines:
            words = (
                line[line.index("dipevents ") :].split(" > ")[0].split("  ")[0].replace('"Rockets for Managua"', "x")
            )
            arguments().parse_args(words.split()[1:])


def test_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out.startswith("dipevents ")


# what goes wrong


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(run: Any, tmp_path: Path, article: Path) -> None:
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    (tmp_path / "empty.txt").write_text(" \n")
    code, out, errors = run(
        *("parse", "--published", "2024-05-09", tmp_path / "none.txt", tmp_path, tmp_path / "latin.txt"),
        *(tmp_path / "empty.txt", "a\0b", article),
    )
    assert code == 1
    assert "Ankara" in out
    assert [line.removeprefix(f"dipevents: {tmp_path}") for line in errors.splitlines()] == [
        "/none.txt: no such file",
        ": is a directory; name the files in it",
        "/latin.txt: is not UTF-8 text (byte 3); convert it first (in an editor: save as UTF-8)",
        "/empty.txt: is empty",
        "dipevents: a b: is no name of a file",
        "dipevents: 5 of 6 files could not be read",
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"schema": "dipevents.report/1", "text": "x"', "JSON: "),
        ('{"schema": "dipevents.report/9"}', "dipevents.report/9"),
        ('{"schema": "dipevents.report/1", "text": "x"}\n{"schema": 7}', "line 2: "),
        ('[{"file": "a.txt"}]', "is a manifest; give it as --manifest"),
        ('{"id": "1", "text": "Rain."}\n{"id": "2", "text": "Snow."}', "with `dipevents corpus`"),
        ("PAR1", "is Parquet; give the JSONL"),
        ("[[[", None),
        ("[Photo] Lavrov will visit Ankara.", None),
        ("[]", None),
    ],
)
def test_reports_are_told_from_articles_by_their_content(
    run: Any, tmp_path: Path, content: str, words: str | None
) -> None:
    (tmp_path / "input").write_text(content, encoding="utf-8")
    code, _, errors = run("timeline", tmp_path / "input")
    assert code == (1 if words else 0)
    assert (words or "") in errors
    assert errors.count("\n") == (1 if words else 0)


def test_the_shards_of_a_corpus_are_reports(run: Any, tmp_path: Path, reports: Path) -> None:
    lines = [line for line in reports.read_text(encoding="ascii").splitlines() if line]
    rows = [{"id": "a", "report": json.loads(line), "error": None} for line in lines]
    rows.append({"id": "b", "report": None, "error": "DateError: no date"})
    (tmp_path / "part.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="ascii")
    (tmp_path / "one.jsonl").write_text(json.dumps(rows[0]) + "\n", encoding="ascii")
    assert run("timeline", tmp_path / "part.jsonl") == run("timeline", reports)
    assert run("timeline", tmp_path / "one.jsonl")[0] == 0


@pytest.mark.parametrize("page", ["<!DOCTYPE html><p>Kim visited Oslo.", "\n<html lang=en><p>Kim visited Oslo."])
def test_a_web_page_is_no_article(run: Any, tmp_path: Path, page: str) -> None:
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    code, out, errors = run("parse", tmp_path / "page.html")
    assert (code, out) == (1, "")
    assert "is HTML" in errors


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{}", "a manifest is a JSON list of articles"),
        ("[", "JSON: "),
        ("[7]", "article 1: it needs a file"),
        (None, "no such file"),
    ],
)
def test_a_bad_manifest_is_misuse(run: Any, tmp_path: Path, content: str | None, words: str) -> None:
    path = tmp_path / "bad.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    code, out, errors = run("timeline", "--manifest", path)
    assert (code, out) == (2, "")
    assert errors.startswith(f"dipevents: {path}: {words}")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"title": 7}, "title is no string"),
        ({"published": "4 Nov 2025"}, "published='4 Nov 2025' is no date"),
    ],
)
def test_a_bad_entry_of_a_manifest_stops_no_other(
    run: Any, tmp_path: Path, article: Path, wrong: dict[str, object], words: str
) -> None:
    path = tmp_path / "m.json"
    path.write_text(json.dumps([{"file": article.name} | wrong, {"file": article.name, "published": "2024-05-09"}]))
    code, out, errors = run("timeline", "--manifest", path)
    assert code == 1
    assert out.startswith("2024-05-13  visit, planned")
    first, last = errors.splitlines()
    assert first.startswith(f"dipevents: {path}: article 1: {words}")
    assert last == "dipevents: 1 of 2 files could not be read"


def test_a_key_that_no_manifest_has_is_named(run: Any, tmp_path: Path, article: Path) -> None:
    path = tmp_path / "m.json"
    path.write_text(json.dumps([{"file": article.name, "publised": "2024-05-09", "desk": "Asia"}]))
    code, _, errors = run("timeline", "--manifest", path)
    assert code == 0
    assert errors.splitlines() == [
        f"dipevents: {path}: keys that are not read: desk, publised (is published meant?)",
        f"dipevents: {article}: without its publication day (--published) a date stays open, such as 'May 13'",
    ]


def test_the_day_that_is_given_is_that_of_articles_without_one_in_a_manifest(
    run: Any, tmp_path: Path, article: Path
) -> None:
    path = tmp_path / "m.json"
    path.write_text(json.dumps([{"file": article.name}, {"file": article.name, "published": "2023-05-09"}]))
    code, out, errors = run("timeline", "--manifest", path, "--published", "2024-05-09")
    assert (code, errors) == (0, "")
    assert [line[:10] for line in out.splitlines()[::2]] == ["2023-05-13", "2024-05-13"]


def test_a_file_that_a_manifest_names_may_be_missing(run: Any, tmp_path: Path) -> None:
    (tmp_path / "m.json").write_text('[{"file": "gone.txt"}]', encoding="utf-8")
    assert run("timeline", "--manifest", tmp_path / "m.json")[::2] == (
        1,
        f"dipevents: {tmp_path / 'gone.txt'}: no such file\n",
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["timeline"], "nothing to read"),
        (["timeline", "REPORTS", "--story", "x"], "give --manifest, too"),
        (["timeline", "--manifest", "MANIFEST", "--story", "x"], "no story 'x'; it has Trip"),
        (["parse", "REPORTS", "--published", "yesterday"], "published='yesterday' is no date"),
        (["timeline", "REPORTS", "--since", "soon"], "'soon' is no date in EDTF"),
        (["timeline", "REPORTS", "--since", "2024", "--until", "2023"], "before it begins"),
        (["export", "REPORTS", "--to", "json", "--type", "visit"], "it goes without --type"),
        (["export", "REPORTS", "--to", "arrow"], "name a file with --out"),
        (["export", "REPORTS", "--to", "csv", "--out", "/no/such/folder/x"], "cannot be written"),
        pytest.param(
            ["export", "REPORTS", "--to", "parquet", "--out", "/no/such/folder/x"],
            "cannot be written",
            marks=pytest.mark.skipif(find_spec("pyarrow") is None, reason="needs the extra tables"),
        ),
        (["view", "REPORTS", "--out", "/"], "cannot be written"),
    ],
)
def test_misuse_is_one_line_and_exit_code_2(
    run: Any, reports: Path, manifest: Path, given: list[str], words: str
) -> None:
    code, out, errors = run(*(str({"REPORTS": reports, "MANIFEST": manifest}.get(one, one)) for one in given))
    assert (code, out) == (2, "")
    assert words in errors
    assert errors.startswith("dipevents: ")
    assert errors.count("\n") == 1


@pytest.mark.parametrize(
    "given",
    [[], ["nonsense"], ["export", "x"], ["export", "x", "--to", "docx"], ["relations", "x", "--between", "PRK"]],
)
def test_arguments_that_do_not_exist_are_misuse(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(given)
    assert stop.value.code == 2
    assert "error:" in capsys.readouterr().err


def test_nothing_in_an_article_can_steer_the_terminal(run: Any, tmp_path: Path) -> None:
    evil = "\x1b]0;owned\x07\x1b[2J\r\u202eXYZ\x9b1m"
    actor = Actor(name=f"A{evil}", kind="person", country="RUS")
    event = Visit(
        evidence=(Evidence.of(evil, 0, len(evil)),),
        visitors=(actor,),
        hosts=(Actor(name=f"B{evil}", kind="person", country="TUR"),),
        destinations=(Place(name=evil, country="TUR"),),
    )
    report = Report(text=evil, title=evil, source=evil, url=evil, events=(event,))
    path = tmp_path / "evil.json"
    path.write_text(report.to_json(), encoding="ascii")
    shown = [
        run("parse", path)[1],
        run("timeline", path, "--group", "year")[1],
        run("timeline", path, "--merge")[1],
        run("relations", path, "--by", "actor")[1],
        run("relations", path, "--between", f"A{evil}", "TUR")[1],
        run("timeline", "a\x1b[31mb\nc")[2],
    ]
    assert "XYZ" in shown[0]
    for text in shown:
        assert not [
            letter for letter in text if letter != "\n" and (ord(letter) < 32 or ord(letter) in (127, 0x9B, 0x202E))
        ]
    assert shown[-1].count("\n") == 1


def test_a_reader_that_has_gone_is_no_error(reports: Path) -> None:
    command = f"{sys.executable} -m dipevents.cli timeline {reports} {' '.join([str(reports)] * 400)}"
    done = subprocess.run(f"{command} | head -1", shell=True, check=True, capture_output=True, text=True)  # noqa: S602
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
def test_output_that_cannot_be_written_is_one_line(reports: Path) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "dipevents.cli", "timeline", str(reports)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stderr) == (2, "dipevents: [Errno 28] No space left on device\n")


def test_ctrl_c_is_one_line(run: Any, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(COMMANDS["timeline"], "run", stop)
    assert run("timeline", reports) == (130, "", "dipevents: stopped\n")


def test_a_terminal_without_the_letters_of_a_name_is_no_error(reports: Path) -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "dipevents.cli", "timeline", str(reports)],
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
        check=True,
        capture_output=True,
        text=True,
    )
    assert "Sergei Lavrov (RUS) ? Ankara" in done.stdout


def test_reports_are_shown_without_the_language_model(reports: Path) -> None:
    told = f"main(['timeline', {str(reports)!r}]); assert not {{'spacy', 'dipevents.parser'}} & set(sys.modules)"
    script = f"import sys; from dipevents.cli import main; {told}"
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)  # noqa: S603


def test_completion_starts_without_the_heavy_libraries() -> None:
    told = "main(['completion', 'bash']); assert not {'spacy', 'pyarrow', 'networkx'} & set(sys.modules)"
    script = f"import sys; from dipevents.cli import main; {told}"
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)  # noqa: S603
