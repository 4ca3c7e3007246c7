from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from dipevents.errors import InputError, ModelError
from dipevents.models.report import Report
from dipevents.parser import Failure, Parser
from dipevents.reading.article import split_article
from dipevents.stream import arguments_of, in_batches, in_processes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXTS = ["Lavrov arrived in Ankara on Monday.", "", "Iran warned Iraq that it would respond.", "\ud800\0"]


@dataclass
class Page:
    text: str
    published: str | None = None
    url: str | None = None


def test_many_articles_give_what_each_gives_alone(parser: Parser) -> None:
    articles = [t for t in TEXTS for _ in range(3)]
    assert list(parser.parse_many(articles)) == [parser.parse(a) for a in articles]


def test_strings_mappings_and_objects_are_articles(parser: Parser) -> None:
    found = list(parser.parse_many(["Rain.", {"text": "Rain.", "title": "Sky"}, Page("Rain.", "2023-09-12", "u")]))
    assert found == [
        parser.parse("Rain."),
        parser.parse("Rain.", title="Sky"),
        parser.parse("Rain.", published="2023-09-12", url="u"),
    ]


@pytest.mark.parametrize(
    ("article", "reason"),
    [
        ({"text": "Rain.", "published": "soon", "source": "Sky"}, "DateError: published='soon' is no date"),
        ({"text": None}, "InputError: the text of an article is a string, not NoneType"),
        ({"text": b"Rain."}, "InputError: the text of an article is a string, not bytes: decode them first"),
        ({"body": "Rain."}, "InputError: an article is a string"),
        ({"text": "Rain.", "title": 7}, "InputError: title=7: a string or None is needed, not int"),
        (7, "InputError: an article is a string"),
    ],
)
def test_a_failing_article_stands_in_its_place_and_stops_nothing(parser: Parser, article: object, reason: str) -> None:
    first, bad, last = parser.parse_many(["Rain.", article, "Snow."])
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert isinstance(bad, Failure)
    assert bad.index == 1
    assert bad.reason.startswith(reason)


def test_the_rows_of_a_corpus_are_articles_and_their_id_tells_which_failed(parser: Parser) -> None:
    found = list(parser.parse_many([{"id": "a", "text": "Rain.", "noise": 1}, {"id": "b", "text": None}]))
    assert found[0] == parser.parse("Rain.")
    assert isinstance(found[1], Failure)
    assert found[1].source == "b"


def test_an_empty_cell_of_a_table_is_what_is_not_given(parser: Parser) -> None:
    pandas = pytest.importorskip("pandas")
    empty = [None, "", float("nan"), pandas.NaT, pandas.NA]
    rows = [{"text": "Rain.", "published": cell, "title": cell, "source": cell} for cell in empty]
    assert list(parser.parse_many(rows)) == [parser.parse("Rain.")] * len(rows)


def test_a_table_is_no_list_of_its_rows(parser: Parser) -> None:
    table = pytest.importorskip("pandas").DataFrame([{"text": "Rain.", "published": "2024-05-09"}])
    with pytest.raises(InputError, match="the rows of a table"):
        parser.parse_many(table)
    assert next(parser.parse_many(table.to_dict("records"))) == parser.parse("Rain.", published="2024-05-09")


@pytest.mark.parametrize("one", ["Rain.", b"Rain.", {"text": "Rain."}])
def test_one_article_is_no_list_of_articles(parser: Parser, one: Any) -> None:
    with pytest.raises(InputError, match="not one"):
        parser.parse_many(one)


@pytest.mark.parametrize("wrong", [None, b"Rain.", 7])
def test_what_is_no_string_is_no_article(parser: Parser, wrong: Any) -> None:
    with pytest.raises(InputError, match="is a string, not"):
        parser.parse(wrong)


def test_failures_go_to_on_error_where_it_is_given(parser: Parser) -> None:
    failures: list[Failure] = []
    found = list(parser.parse_many([7, "Rain.", 8], on_error=failures.append))
    assert [type(f) for f in found] == [Report]
    assert [f.index for f in failures] == [0, 2]


def test_a_room_that_fails_costs_one_article(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    report = Parser._report

    def falls(self: Parser, mentions: object, **given: object) -> object:
        if "Snow" in mentions.article.text:  # type: ignore[attr-defined]
            raise ZeroDivisionError("oh")
        return report(self, mentions, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(Parser, "_report", falls)  # on a parser it would stay, and be copied with it
    found = list(parser.parse_many(["Rain.", "Snow.", "Hail."]))
    assert [getattr(f, "reason", None) for f in found] == [None, "ZeroDivisionError: oh", None]


def test_a_missing_model_is_an_error_and_no_failure() -> None:
    with pytest.raises(ModelError):
        list(Parser("en_core_web_xx").parse_many(["Rain."]))


def test_no_worker_is_no_number_of_workers(parser: Parser) -> None:
    with pytest.raises(InputError):
        parser.parse_many([], workers=0)


def test_no_more_articles_are_drawn_than_are_being_read(parser: Parser) -> None:
    drawn = []

    def articles() -> Iterator[str]:
        for i in range(10_000):
            drawn.append(i)
            yield ""

    stream = parser.parse_many(articles())
    next(stream)
    assert len(drawn) <= 40


def test_a_long_article_is_a_batch_of_its_own() -> None:
    sizes = [len(b) for b in in_batches(["x", "y" * 100_000, "z", "w"])]
    assert sizes == [1, 1, 2]


def test_the_progress_bar_counts_articles(parser: Parser, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(list(parser.parse_many(["", "", ""], progress=True))) == 3
    assert "3/3" in capsys.readouterr().err


def test_without_tqdm_the_progress_bar_is_that_of_rich(
    parser: Parser, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("rich")
    monkeypatch.setitem(sys.modules, "tqdm", None)
    assert len(list(parser.parse_many(["", "", ""], progress=True))) == 3
    shown = capsys.readouterr().err
    assert "articles" in shown
    assert "100%" in shown


def test_without_either_library_there_is_no_progress_bar(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("tqdm", "rich.console", "rich.progress"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(InputError, match="pip install tqdm"):
        parser.parse_many([], progress=True)


def test_the_collector_of_cycles_is_left_as_it_was(parser: Parser) -> None:
    assert gc.isenabled()
    list(parser.parse_many(["Rain."]))
    assert gc.isenabled()
    gc.disable()
    try:
        list(parser.parse_many(["Rain."]))
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_sentence_read_for_its_names_alone_states_no_event() -> None:
    text = (
        "Kim Jong Un will visit Moscow on Tuesday.\n\nRain is expected.\n\n"
        + "The match was won by Ada Holt of the Zorb Club. " * 3
    )
    skimmed, whole = Parser(skim=0.3), Parser()
    chosen = skimmed._chosen(skimmed._cut(split_article(text)))
    assert chosen.named
    assert {a.name for a in skimmed.parse(text).actors} == {a.name for a in whole.parse(text).actors}
    assert skimmed.parse(text).visits == whole.parse(text).visits
    assert not any(s.words for s in skimmed.read(text).sentences if s.i in {n.i for n in chosen.named})


def test_arguments_leave_unknown_fields_of_objects_alone() -> None:
    assert arguments_of(Page("Rain."))["url"] is None


def _nothing() -> None:
    pass


def _dies_of_seven(jobs: list[tuple[int, object]]) -> list[object]:
    if any(article == 7 for _, article in jobs):
        os.kill(os.getpid(), signal.SIGKILL)
    return [article for _, article in jobs]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_dying_worker_costs_the_article_that_it_died_of() -> None:
    found = list(in_processes(in_batches(range(70)), 2, _dies_of_seven, _nothing, ()))
    assert [f for f in found if not isinstance(f, Failure)] == [i for i in range(70) if i != 7]
    assert [f.index for f in found if isinstance(f, Failure)] == [7]
    assert not multiprocessing.active_children()


def test_workers_give_the_stream_of_one_process_and_leave_nobody_behind(parser: Parser) -> None:
    articles = [*TEXTS, 7, *TEXTS] * 5
    assert list(parser.parse_many(articles, workers=2)) == list(parser.parse_many(articles))
    assert not multiprocessing.active_children()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_ends_workers_and_program(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        textwrap.dedent("""
        import itertools, signal, sys
        from dipevents.parser import Parser
        if __name__ == "__main__":
            signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job is deaf to it
            try:
                for n, _ in enumerate(Parser().parse_many(itertools.repeat("Kim came to Seoul."), workers=2)):
                    if n == 5:
                        print("ready", flush=True)
            except KeyboardInterrupt:
                print("interrupted", flush=True)
        """)
    )
    command = [sys.executable, str(program)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as run:  # noqa: S603
        assert run.stdout is not None
        assert run.stdout.readline() == "ready\n"
        os.killpg(run.pid, signal.SIGINT)
        assert run.stdout.read() == "interrupted\n"
        assert run.wait(20) == 0
        assert _group_ends(run.pid)


def _group_ends(group: int) -> bool:
    """Whether no process of a group is left, multiprocessing's own book-keeper included, which ends a little later."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_the_vocabulary_stays_small_over_thousands_of_new_words(parser: Parser) -> None:
    list(parser.parse_many(["Kim came."]))
    engine = parser._engine
    assert engine is not None
    strings = engine._nlp.vocab.strings
    before, engine._full = engine._full, len(strings) + 1000
    try:
        sizes = []
        for part in range(3):
            list(parser.parse_many(f"Zorb{part}x{i} met Quil{part}x{i}." for i in range(1500)))
            sizes.append(len(strings))
    finally:
        engine._full = before
    assert sizes[0] == sizes[1] == sizes[2]
