from __future__ import annotations

import csv
import importlib.util
import json
import random
import shutil
import subprocess
import sys
import textwrap
import time
from typing import TYPE_CHECKING, Any

import pytest

from dipevents.cli import main
from dipevents.corpus import Settings, read_batch, read_batches, read_corpus, schema_in, schema_out
from dipevents.corpus_inputs import records_of
from dipevents.errors import InputError
from dipevents.models.report import Report

if TYPE_CHECKING:
    from pathlib import Path

    from dipevents.parser import Parser

pa = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

ARTICLES: list[dict[str, Any]] = [
    {"id": "a", "text": "Lavrov arrived in Ankara on Monday.", "published": "2024-05-09", "source": "Wire"},
    {"id": "b", "text": "Rain fell.", "published": "soon"},
    {"id": "c", "text": "", "title": "Nothing"},
    {"id": "d", "text": "Tehran warned Baku that it would respond.\n\nKim left.", "published": "2024-05-09"},
]


def jsonl(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())}


def last(*arguments: Any, **options: Any) -> Any:
    return list(read_corpus(*arguments, **options))[-1]


def test_a_batch_gives_a_row_an_article_with_the_report_or_the_reason(parser: Parser) -> None:
    found = read_batch(pa.RecordBatch.from_pylist(ARTICLES, schema=schema_in()))
    assert found.schema == schema_out()
    rows = found.to_pylist()
    assert [row["id"] for row in rows] == ["a", "b", "c", "d"]
    want = parser.parse(ARTICLES[0]["text"], published="2024-05-09", source="Wire")
    assert Report.from_json(rows[0]["report"]) == want
    assert rows[0]["events"] == len(want.events) == 1
    assert rows[1]["report"] is None
    assert rows[1]["error"].startswith("DateError")
    assert rows[2]["error"] is None


def test_a_batch_needs_a_text_and_nothing_else() -> None:
    assert read_batch(pa.RecordBatch.from_pydict({"text": ["Rain."], "noise": [1]})).num_rows == 1
    with pytest.raises(InputError, match="'text'"):
        read_batch(pa.RecordBatch.from_pydict({"body": ["Rain."]}))


def test_a_stream_of_batches_is_mapped_one_by_one() -> None:
    batch = pa.RecordBatch.from_pylist(ARTICLES[:1], schema=schema_in())
    assert [b.num_rows for b in read_batches(iter([batch, batch]), Settings(skim=True))] == [1, 1]


def test_every_kind_of_file_gives_the_same_articles(tmp_path: Path) -> None:
    rows = [{**dict.fromkeys(("id", "text", "published", "title", "source", "url")), **a} for a in ARTICLES[:1]]
    jsonl(tmp_path / "a.jsonl", rows)
    parquet.write_table(pa.Table.from_pylist(rows, schema=schema_in()), tmp_path / "a.parquet")
    with (tmp_path / "a.csv").open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    found = [list(records_of([tmp_path / f"a.{kind}"])) for kind in ("jsonl", "parquet", "csv")]
    assert found[0] == found[1] == found[2] == rows


def test_a_folder_gives_its_texts_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("b.txt", "a.txt", "in/c.txt", "note.pdf"):
        (tmp_path / name).write_text(f"I am {name}.", encoding="utf-8")
    assert [r["id"] for r in records_of([tmp_path])] == ["a.txt", "b.txt", "in/c.txt"]


def test_the_article_of_a_page_is_read_without_its_surroundings(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    body = "<p>" + "Foreign minister Ada Holt arrived in Lima on Monday for talks about fish. " * 6 + "</p>"
    page = f"<html><head><title>Talks</title></head><body><nav>Menu</nav><article>{body}</article></body></html>"
    (tmp_path / "p.html").write_text(page, encoding="utf-8")
    (found,) = records_of([tmp_path])
    assert found["text"].startswith("Foreign minister Ada Holt arrived")
    assert "Menu" not in found["text"]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.pdf", "x", "no known kind"),
        ("a.csv", "a,b\n1,2\n", "there is no 'text'"),
        ("a.csv", "", "there is no 'text'; the columns are none"),
        ("a.parquet", "PAR1", "a.parquet: row 1 cannot be read as Parquet"),
    ],
)
def test_an_input_that_cannot_be_used_says_why(tmp_path: Path, name: str, content: str, problem: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=problem):
        list(records_of([path]))
    with pytest.raises(InputError, match="no such"):
        list(records_of([tmp_path / "none.jsonl"]))


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.jsonl", b"{", "a.jsonl:1: is no JSON"),
        ("a.jsonl", b"[]", "a.jsonl:1: an object is needed, not list"),
        ("a.jsonl", b"null", "a.jsonl:1: an object is needed, not NoneType"),
        ("a.jsonl", b'{"body": "x"}', "a.jsonl:1: there is no 'text', only body"),
        ("a.jsonl", b"{}", "a.jsonl:1: there is no 'text', only nothing"),
        ("a.jsonl", b'{"text": null}', "a.jsonl:1: the text is no string, but null"),
        ("a.jsonl", b'{"text": 5}', "a.jsonl:1: the text is no string, but 5"),
        ("a.jsonl", b'{"text": " "}', "a.jsonl:1: the text is empty"),
        ("a.jsonl", b'{"text": "Fa\xe7ade"}', "a.jsonl:1: is no JSON"),
        ("a.csv", b"id,text\nx,Fa\xe7ade\n", "a.csv:1: is not UTF-8"),
        ("a.csv", b"id,text\nx,\n", "a.csv:1: the text is empty"),
        ("a.csv", b'id,text\nx,"Kim came.\ny,Kim left.\n', "a.csv:1: a quote of line 2 is not closed"),
        ("a.txt", b"Fa\xe7ade", "a.txt: is not UTF-8 text (byte 2)"),
        ("a.txt", "Kim came.".encode("utf-16"), "a.txt: is not UTF-8 text (byte 0)"),
        ("a.txt", b"", "a.txt: is empty"),
    ],
)
def test_what_is_no_article_is_a_row_with_the_reason(tmp_path: Path, name: str, content: bytes, error: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (found,) = records_of([path])
    assert found["text"] is None
    assert found["error"].startswith(error)


@pytest.mark.parametrize("text", ['"Kim ""won"" it\nand left"', 'a 5" gun', '"He came" and left', '"the last line"'])
def test_quotes_that_are_closed_or_none_end_no_row(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.csv").write_text(f"id,text\nx,{text}\ny,{text}", encoding="utf-8")
    assert [(one["id"], one.get("error")) for one in records_of([tmp_path / "a.csv"])] == [("x", None), ("y", None)]


def test_a_page_without_an_article_is_a_row_with_the_reason(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "a.html").write_bytes(b"")
    (tmp_path / "b.html").write_bytes(b"<html><body></body></html>")
    assert [one["error"] for one in records_of([tmp_path])] == [
        "a.html: is empty",
        "b.html: no article was found in the page",
    ]


def test_bad_lines_stop_nothing_and_a_second_run_goes_on_past_them(tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    good = json.dumps(ARTICLES[0])
    source.write_text(f'not json\n{good}\n{{"id": "n", "source": "Wire", "text": null}}\n{good}\n', encoding="utf-8")
    summary = last([source], tmp_path / "out", formats=["jsonl"], shard=1)
    assert (summary.shards, summary.articles, summary.failures) == (4, 4, 2)
    before = files(tmp_path / "out")
    rows = [json.loads(before[name]) for name in sorted(before) if name.startswith("part")]
    assert [(row["id"], row["source"], row["events"]) for row in rows] == [
        ("a.jsonl:1", None, None),
        ("a", "Wire", 1),
        ("n", "Wire", None),
        ("a", "Wire", 1),
    ]
    assert rows[2]["error"] == "a.jsonl:3: the text is no string, but null"
    (tmp_path / "out" / "part-000000.jsonl").unlink()
    assert last([source], tmp_path / "out", formats=["jsonl"], shard=1).failures == 2
    assert {k: v for k, v in files(tmp_path / "out").items() if k != "manifest.jsonl"} == {
        k: v for k, v in before.items() if k != "manifest.jsonl"
    }


def test_both_formats_hold_the_same_rows(tmp_path: Path) -> None:
    summary = last([jsonl(tmp_path / "a.jsonl", ARTICLES)], tmp_path / "out", formats=["parquet", "jsonl"], shard=3)
    assert (summary.shards, summary.articles, summary.failures, summary.resumed) == (2, 4, 2, 0)
    table = parquet.read_table(sorted((tmp_path / "out").glob("*.parquet"))).to_pylist()
    lines = [json.loads(x) for p in sorted((tmp_path / "out").glob("part*.jsonl")) for x in p.read_text().splitlines()]
    assert [{**r, "report": r["report"] and json.loads(r["report"])} for r in table] == lines


def test_lone_surrogates_do_not_stop_a_corpus(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Kim \\ud800 came."}\n', encoding="utf-8")
    assert last([tmp_path / "a.jsonl"], tmp_path / "out").failures == 0


def test_a_second_run_reads_nothing_again(tmp_path: Path) -> None:
    source = jsonl(tmp_path / "a.jsonl", ARTICLES)
    last([source], tmp_path / "out", shard=1)
    before = files(tmp_path / "out")
    assert last([source], tmp_path / "out", shard=1).resumed == 4
    assert files(tmp_path / "out") == before


def test_another_corpus_does_not_go_into_the_same_folder(tmp_path: Path) -> None:
    source = jsonl(tmp_path / "a.jsonl", ARTICLES)
    last([source], tmp_path / "out", shard=2)
    with pytest.raises(InputError, match="another corpus"):
        last([source], tmp_path / "out", shard=3)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "manifest.jsonl").write_text('{"corpus": {"inputs": ["other"]}}\n')
    assert last([source], tmp_path / "new", shard=2).shards == 2  # a run that wrote no shard binds nobody
    jsonl(source, ARTICLES[1:])
    with pytest.raises(InputError, match="have changed"):
        last([source], tmp_path / "out", shard=2)


def test_workers_write_what_one_process_writes(tmp_path: Path) -> None:
    source = jsonl(tmp_path / "a.jsonl", ARTICLES * 3)
    last([source], tmp_path / "one", shard=2)
    last([source], tmp_path / "two", shard=2, workers=2)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_a_run_killed_at_any_moment_ends_as_an_undisturbed_one(tmp_path: Path) -> None:
    rows = [{"id": str(i), "text": f"Minister Ada Holt arrived in Lima on day {i}. " * 12} for i in range(60)]
    source = jsonl(tmp_path / "a.jsonl", rows)
    last([source], tmp_path / "whole", shard=2, formats=["parquet", "jsonl"])
    program = tmp_path / "program.py"
    program.write_text(
        textwrap.dedent("""
        import sys
        from dipevents.corpus import read_corpus
        for n, _ in enumerate(read_corpus([sys.argv[1]], sys.argv[2], shard=2, formats=["parquet", "jsonl"])):
            print(n, flush=True)
        """)
    )
    chance = random.Random(8)  # noqa: S311 - moments, no secrets
    command = [sys.executable, str(program), str(source), str(tmp_path / "killed")]
    for _ in range(4):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:  # noqa: S603
            assert run.stdout is not None
            run.stdout.readline()
            for _ in range(chance.randrange(4)):
                run.stdout.readline()
            time.sleep(chance.random() * 0.2)
            run.kill()
    manifest = tmp_path / "killed" / "manifest.jsonl"
    done = len(manifest.read_text().splitlines())
    assert 1 < done < 31
    with manifest.open("a") as log:
        log.write('{"shard": 99, "artic')
    assert last([source], tmp_path / "killed", shard=2, formats=["parquet", "jsonl"]).resumed == done - 1
    assert files(tmp_path / "killed") == files(tmp_path / "whole")


def test_a_dask_cluster_of_two_workers_writes_the_same(tmp_path: Path) -> None:
    if importlib.util.find_spec("distributed") is None:
        pytest.skip("needs the extra dask")
    program = tmp_path / "program.py"
    program.write_text(
        textwrap.dedent("""
        import sys
        from dipevents.corpus import read_corpus
        if __name__ == "__main__":
            for engine in ("local", "dask"):
                list(read_corpus([sys.argv[1]], f"{sys.argv[2]}/{engine}", shard=2, workers=2, engine=engine))
        """)
    )
    source = jsonl(tmp_path / "a.jsonl", ARTICLES * 2)
    subprocess.run([sys.executable, str(program), str(source), str(tmp_path)], check=True, timeout=120)  # noqa: S603
    assert files(tmp_path / "dask") == files(tmp_path / "local")


@pytest.mark.skipif(
    importlib.util.find_spec("pyspark") is None or shutil.which("java") is None, reason="needs pyspark and Java"
)
def test_spark_maps_the_same_function(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        textwrap.dedent("""
        import sys
        from pyspark.sql import SparkSession
        from dipevents.corpus import read_batches
        spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
        articles = spark.read.json(sys.argv[1]).select("id", "text", "published")
        texts = "id string, source string, url string, title string, published string"
        columns = f"{texts}, events int, report string, error string"
        rows = articles.mapInArrow(read_batches, columns).collect()
        print(sum(row.events or 0 for row in rows))
        """)
    )
    source = jsonl(tmp_path / "a.jsonl", ARTICLES)
    command = [sys.executable, str(program), str(source)]
    done = subprocess.run(command, check=True, timeout=120, capture_output=True, text=True)  # noqa: S603
    local = read_batch(pa.RecordBatch.from_pylist(ARTICLES, schema=schema_in())).column("events").to_pylist()
    assert int(done.stdout.split()[-1]) == sum(n or 0 for n in local)


def test_the_command_reads_a_corpus_and_tells_how_many_failed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = jsonl(tmp_path / "a.jsonl", ARTICLES)
    assert main(["corpus", str(source), "--out", str(tmp_path / "out"), "--shard", "3", "--skim"]) == 1
    assert "4 articles in 2 shards; 2 could not be read" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_misuse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = jsonl(tmp_path / "a.jsonl", ARTICLES)
    assert main(["corpus", str(source), "--out", str(source)]) == 2
    assert "a.jsonl: no folder can be made here: File exists" in capsys.readouterr().err


def test_a_shard_holds_an_article_at_least(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", str(tmp_path), "--out", str(tmp_path / "out"), "--shard", "0"]) == 2
    assert "one article a shard" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [{"formats": ["xml"]}, {"engine": "ray"}, {"workers": 0}, {"shard": 0}])
def test_settings_that_are_none_are_refused(tmp_path: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        list(read_corpus([tmp_path], tmp_path / "out", **wrong))
