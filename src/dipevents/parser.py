"""From an article to a report: the only place that knows the order of the steps.

text ── paragraphs, sentences ── engine ── actors, dates, attributions ── rooms ── report
"""

from __future__ import annotations

from collections import deque
from functools import lru_cache
from typing import TYPE_CHECKING, Any, overload

from dipevents.errors import InputError, ModelError
from dipevents.events import ROOMS, Room
from dipevents.events.credits import with_credits
from dipevents.events.expert_opinion import link_opinions
from dipevents.events.explained import explain_silence
from dipevents.mentions.actors import read_actors
from dipevents.mentions.attributions import Attribution, read_attributions
from dipevents.mentions.dates import publication_day, read_dates
from dipevents.mentions.mentions import Mentions, Skipped
from dipevents.mentions.names.unlisted import lent_codes, without_codes
from dipevents.mentions.new_names import choose
from dipevents.mentions.spelling import respell
from dipevents.mentions.unread import unread_in
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.report import Report
from dipevents.reading.article import Article, as_given, split_article
from dipevents.reading.engine import DEFAULT_MODEL, Engine, model_name
from dipevents.reading.language import unread_reason
from dipevents.reading.marks import text_of
from dipevents.reading.sentence import Sentence
from dipevents.reading.skim import LEAST
from dipevents.stream import (
    Failure,
    arguments_of,
    failure,
    in_batches,
    in_processes,
    labels_of,
    with_progress,
    without_failures,
    without_pauses,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date
    from os import PathLike

    from dipevents.mentions.new_names import Chosen
    from dipevents.models.actor import Actor
    from dipevents.models.event import Event
    from dipevents.stream import Job

__all__ = ["Failure", "Parser", "find_actors", "find_attributions", "parse"]


class Parser:
    """Reads articles into reports; loads the language model once, on first use.

    Args:
        model: Name of an installed spaCy pipeline, or a path to one. The default comes with dipevents; another is used
            only if it is asked for here.
        rooms: The event types to find, in order; add your own to `dipevents.events.ROOMS`.
        explain: Whether to keep, for every trigger word that yields no event, the reason: see `skipped`.
        skim: Whether to pass over sentences that can hardly state an event of the rooms. False reads every sentence.
            True leaves out what costs next to no event; a number between 0 and 1 is about the least chance of an event
            for which a sentence is read, so that a higher one is faster and finds less: see docs/explanation/speed.md.

    Raises:
        InputError: If `model` or `skim` is none of these.

    Attributes:
        skipped: The reasons kept while reading the last article (with `explain`), in the order of the rooms.

    Example:
        >>> report = Parser().parse("Kim Jong Un arrived in Moscow on Tuesday.", published="2023-09-13")
        >>> report.visits[0].visitors[0].name, report.visits[0].when.edtf
        ('Kim Jong Un', '2023-09-12')
    """

    def __init__(
        self,
        model: str | PathLike[str] = DEFAULT_MODEL,
        *,
        rooms: Sequence[Room] = ROOMS,
        explain: bool = False,
        skim: bool | float = False,
    ) -> None:
        if not isinstance(skim, int | float) or not 0 <= skim <= 1:
            raise InputError(f"skim={skim!r}: take False, True or a number between 0 and 1")
        self.model = model_name(model)
        self.rooms = tuple(rooms)
        self.explain = explain
        self.skim = skim
        self.skipped: tuple[Skipped, ...] = ()
        self._engine: Engine | None = None

    def parse(
        self,
        text: str,
        *,
        published: date | str | None = None,
        title: str | None = None,
        source: str | None = None,
        url: str | None = None,
    ) -> Report:
        """Reads one article; any string is one.

        Args:
            text: The article. It is never edited: offsets in the report index this very string.
            published: Its publication day, from which "Tuesday" and "last month" are computed; a date, an ISO 8601
                string, or None.
            title: Kept in the report.
            source: Kept in the report.
            url: Kept in the report.

        Raises:
            DateError: If `published` is no date.
            InputError: If the text, the title, the source or the address is no string.
            ModelError: If the language model is not installed.
        """
        day, labels = publication_day(published), labels_of(title=title, source=source, url=url)
        with without_pauses():
            return self._report(self.read(text, day), **labels)

    def _report(self, mentions: Mentions, *, title: str | None, source: str | None, url: str | None) -> Report:
        found: list[Event] = []
        for room in self.rooms:
            events = room.find(mentions)
            found.extend(events)
            if self.explain and room.lexicon is not None:
                explain_silence(mentions, room.kind.type_name(), room.lexicon, events)
        article, lent = mentions.article, lent_codes(mentions.actors.actors)
        self.skipped = as_given(article, tuple(mentions.skipped or ()))
        report = Report(
            text=article.marked.given if article.marked else article.text,
            published=mentions.published,
            title=title,
            source=source,
            url=url,
            actors=as_given(article, without_codes(mentions.actors.actors, lent)),
            events=_in_order(as_given(article, without_codes(tuple(with_credits(found, mentions)), lent))),
            unread=as_given(article, unread_in(mentions)),
        )
        mentions.release()
        return report

    @overload
    def parse_many(
        self, articles: Iterable[object], *, workers: int = 1, progress: bool = False, on_error: None = None
    ) -> Iterator[Report | Failure]: ...

    @overload
    def parse_many(
        self,
        articles: Iterable[object],
        *,
        workers: int = 1,
        progress: bool = False,
        on_error: Callable[[Failure], object],
    ) -> Iterator[Report]: ...

    def parse_many(
        self,
        articles: Iterable[object],
        *,
        workers: int = 1,
        progress: bool = False,
        on_error: Callable[[Failure], object] | None = None,
    ) -> Iterator[Report | Failure] | Iterator[Report]:
        """Reads articles as a stream, in order, with bounded memory: one record comes out for each that goes in.

        An article that cannot be read (a date that is none, a record without a text, a process that dies of it) stops
        nothing: a `Failure` stands in its place. Only a model that is not there is an error.

        Args:
            articles: Strings, mappings with the arguments of `parse`, or objects that have them as attributes; any
                iterable, of which no more is drawn than is being read. Other keys and attributes are ignored, so the
                rows of a corpus or of a table fit, an empty cell (NaN, NaT) being what is not given; an `id` is that
                of a `Failure` without a source, and is in no report.
            workers: Processes that read. With more than one, each loads the model once, and the calling program must
                be importable (`if __name__ == "__main__":`), as for every process pool that spawns.
            progress: Whether to show a progress bar on standard error; needs tqdm or rich.
            on_error: Is called with each `Failure`, which then does not stand in the stream.

        Raises:
            ModelError: If the language model is not installed.
            InputError: If one article or a whole table is given, `workers` is less than 1, or there
                is no progress bar to show.

        Example:
            >>> parser = Parser()
            >>> for found in parser.parse_many(["Lavrov arrived in Ankara.", {"text": "Rain.", "published": "soon"}]):
            ...     print(found.reason[:33] if isinstance(found, Failure) else found.visits[0].visitors[0].name)
            Lavrov
            DateError: published='soon' is no
        """
        if workers < 1:
            raise InputError(f"workers={workers}: at least one must read")
        batches = in_batches(articles)
        if workers == 1:
            stream: Iterator[Report | Failure] = (one for batch in batches for one in self.parse_batch(batch))
        else:
            settings = (self.model, self.rooms, self.explain, self.skim)
            stream = in_processes(batches, workers, _work, _start_worker, settings)
        if progress:
            stream = with_progress(stream, articles)
        return stream if on_error is None else without_failures(stream, on_error)

    def parse_batch(self, jobs: Sequence[Job]) -> list[Report | Failure]:
        """Reads a few articles, given with their places: their sentences go through the engine together."""
        with without_pauses():
            return self._batch(jobs)

    def _batch(self, jobs: Sequence[Job]) -> list[Report | Failure]:
        found: dict[int, Report | Failure] = {}
        cut: list[tuple[Job, dict[str, Any], Article, list[Sentence], Chosen]] = []
        for job in jobs:
            try:
                given = arguments_of(job[1])
                given["published"] = publication_day(given.get("published"))
                article = split_article(given["text"])
                sentences = self._cut(article)
                cut.append((job, given, article, sentences, self._chosen(sentences)))
            except Exception as error:  # whatever is wrong with an article is said of that article
                found[job[0]] = failure(job, error)
        try:
            self._engine_reads([chosen for *_, chosen in cut])
            ready = True
        except ModelError:
            raise
        except Exception:  # one of them is at fault: each is read alone
            ready = False
        for job, given, article, sentences, chosen in cut:
            try:
                if not ready:
                    self._engine_reads([chosen])
                mentions = self._mentions(article, sentences, chosen, given["published"])
                labels = {name: given.get(name) for name in ("title", "source", "url")}
                found[job[0]] = self._report(mentions, **labels)
            except Exception as error:
                found[job[0]] = failure(job, error)
        return [found[index] for index, _ in jobs]

    def read(self, text: str, published: date | str | None = None) -> Mentions:
        """Everything that is known about an article before its events: for event types of your own.

        It takes and raises what `parse` does.
        """
        day, article = publication_day(published), split_article(text_of(text))
        sentences = self._cut(article)
        chosen = self._chosen(sentences)
        self._engine_reads([chosen])
        return self._mentions(article, sentences, chosen, day)

    def _mentions(
        self, article: Article, sentences: list[Sentence], chosen: Chosen, published: date | None
    ) -> Mentions:
        parts = {part.i: part for part in chosen.named}
        actors = read_actors(article, [parts.get(s.i, s) for s in sentences], published)
        attributions = read_attributions(article, sentences, actors)
        actors.resolve_first_person(
            [(e.start, e.end, (a.speaker,) if a.speaker else ()) for a in attributions for e in a.content]
        )
        return Mentions(
            article=article,
            published=published,
            sentences=sentences,
            actors=actors,
            read_dates=lambda: read_dates(article.text, published, [(s.body, s.end) for s in sentences if s.words]),
            attributions=attributions,
            skipped=[] if self.explain else None,
            faint=chosen.faint,
        )

    def _cut(self, article: Article) -> list[Sentence]:
        sentences: list[Sentence] = []
        for at, paragraph in enumerate(article.paragraphs):
            if unread_reason(article.text[paragraph.start : paragraph.end]):
                continue
            for n, span in enumerate(paragraph.sentences):
                body = paragraph.body if n == 0 else span.start
                text = article.text[span.start : span.end]
                sentences.append(Sentence(len(sentences), span.start, span.end, body, at, paragraph.heading, text))
        respell(sentences, lambda form: self._loaded().is_word(form))
        return sentences

    def _chosen(self, sentences: list[Sentence]) -> Chosen:
        """The sentences that are worth the engine's time."""
        least = LEAST if self.skim is True else float(self.skim)
        return choose(sentences, [room.lexicon for room in self.rooms], least)

    def _engine_reads(self, chosen: Sequence[Chosen]) -> None:
        if any(one.read for one in chosen):
            engine = self._loaded()
            deque(engine.read(s for one in chosen for s in one.read), maxlen=0)
            deque(engine.read((s for one in chosen for s in one.named), names_only=True), maxlen=0)

    def _loaded(self) -> Engine:
        """The engine, loaded when it is first needed."""
        if self._engine is None:
            self._engine = Engine(self.model)
            self._engine.brief = bool(self.skim)
        return self._engine


_worker: list[Parser] = []
"""The parser of a worker process, which loads the model once."""


def _start_worker(model: str, rooms: tuple[Room, ...], explain: bool, skim: bool | float) -> None:
    _worker[:] = [Parser(model, rooms=rooms, explain=explain, skim=skim)]


def _work(jobs: list[Job]) -> list[Report | Failure]:
    return _worker[0].parse_batch(jobs)


def _in_order(events: Sequence[Event]) -> tuple[Event, ...]:
    """All events in text order, the opinions knowing which of them they speak of."""
    others = [e for e in events if not isinstance(e, ExpertOpinion)]
    opinions = link_opinions([e for e in events if isinstance(e, ExpertOpinion)], others)
    return tuple(sorted((*others, *opinions), key=lambda e: (e.start, e.type_name())))


@lru_cache(maxsize=1)
def _default_parser() -> Parser:
    return Parser()


def parse(
    text: str,
    *,
    published: date | str | None = None,
    title: str | None = None,
    source: str | None = None,
    url: str | None = None,
) -> Report:
    """Reads one article with the default parser, which loads its model once a process; see `Parser.parse`.

    Args:
        text: The article; any string is one. Offsets in the report index this very string.
        published: Its publication day: a date, an ISO 8601 string, or None.
        title: Kept in the report.
        source: Kept in the report.
        url: Kept in the report.

    Raises:
        DateError: If `published` is no date.
        InputError: If the text, the title, the source or the address is no string.
        ModelError: If the language model is not installed.

    Example:
        >>> parse("Lavrov will visit Ankara next week.", published="2024-05-09").visits[0].status
        <VisitStatus.PLANNED: 'planned'>
    """
    return _default_parser().parse(text, published=published, title=title, source=source, url=url)


def find_actors(text: str, *, published: date | str | None = None) -> tuple[Actor, ...]:
    """Everybody named in a text, in order of first mention; states only where they act.

    A capital or a seat of government that acts ("the White House declined to comment") is its state here.

    Args:
        text: English news text; any string is one.
        published: Its publication day, which tells who held an office then: a date, an ISO 8601 string, or None.

    Raises:
        DateError: If `published` is no date.
        InputError: If the text is no string.
        ModelError: If the language model is not installed.

    Example:
        >>> [a.name for a in find_actors("Vladimir Putin met Wang Yi.")]
        ['Vladimir Putin', 'Wang Yi']
    """
    mentions = _default_parser().read(text, published)
    actors = mentions.actors.actors
    return as_given(mentions.article, without_codes(actors, lent_codes(actors)))


def find_attributions(text: str) -> tuple[Attribution, ...]:
    """Who says what in a text, in text order; what stands inside a content is its `inner`.

    Args:
        text: English news text; any string is one.

    Raises:
        InputError: If the text is no string.
        ModelError: If the language model is not installed.

    Example:
        >>> [a.cue[0].text for a in find_attributions("The talks failed, Lavrov said.")]
        ['said']
    """
    mentions = _default_parser().read(text)
    told = without_codes(tuple(mentions.attributions), lent_codes(mentions.actors.actors))
    return as_given(mentions.article, told)
