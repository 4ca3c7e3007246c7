"""From an article to a report: the only place that knows the order of the steps.

text ── paragraphs, sentences ── engine ── actors, dates, attributions ── rooms ── report
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from dipevents.errors import DateError
from dipevents.events import ROOMS, Room
from dipevents.events.credits import with_credits
from dipevents.events.expert_opinion import link_opinions
from dipevents.mentions.actors import read_actors
from dipevents.mentions.attributions import Attribution, read_attributions
from dipevents.mentions.dates import find_dates
from dipevents.mentions.mentions import Mentions, Skipped
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.report import Report
from dipevents.reading.article import Article, split_article
from dipevents.reading.engine import DEFAULT_MODEL, Engine
from dipevents.reading.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dipevents.models.actor import Actor
    from dipevents.models.event import Event

__all__ = ["Parser", "find_actors", "find_attributions", "parse"]


class Parser:
    """Reads articles into reports; loads the language model once, on first use.

    Args:
        model: Name of an installed spaCy pipeline, or a path to one. The default comes with dipevents; another is used
            only if it is asked for here.
        rooms: The event types to find, in order; add your own to `dipevents.events.ROOMS`.
        explain: Whether to keep, for every trigger word that yields no event, the reason: see `skipped`.

    Attributes:
        skipped: The reasons kept while reading the last article (with `explain`), in the order of the rooms.

    Example:
        >>> report = Parser().parse("Kim Jong Un arrived in Moscow on Tuesday.", published="2023-09-13")
        >>> report.visits[0].visitors[0].name, report.visits[0].when.edtf
        ('Kim Jong Un', '2023-09-12')
    """

    def __init__(self, model: str = DEFAULT_MODEL, *, rooms: Sequence[Room] = ROOMS, explain: bool = False) -> None:
        self.model = model
        self.rooms = tuple(rooms)
        self.explain = explain
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
            ModelError: If the language model is not installed.
        """
        day = read_day(published)
        mentions = self.read(text, day)
        found: list[Event] = []
        for room in self.rooms:
            found.extend(room.find(mentions))
        self.skipped = tuple(mentions.skipped or ())
        return Report(
            text=text,
            published=day,
            title=title,
            source=source,
            url=url,
            actors=mentions.actors.actors,
            events=_in_order(with_credits(found, mentions)),
        )

    def parse_many(self, articles: Iterable[Mapping[str, str | None] | str]) -> Iterator[Report]:
        """Reads articles one after the other, in order: strings, or mappings with the arguments of `parse`."""
        for article in articles:
            yield self.parse(article) if isinstance(article, str) else self.parse(**article)  # type: ignore[arg-type]

    def read(self, text: str, published: date | None = None) -> Mentions:
        """Everything that is known about an article before its events: for event types of your own."""
        article = split_article(text)
        sentences = self._sentences(article)
        actors = read_actors(article, sentences, published)
        attributions = read_attributions(article, sentences, actors)
        actors.resolve_first_person([(e.start, e.end, _speakers(a)) for a in attributions for e in a.content])
        return Mentions(
            article=article,
            published=published,
            sentences=sentences,
            actors=actors,
            dates=find_dates(text, published=published),
            attributions=attributions,
            skipped=[] if self.explain else None,
        )

    def _sentences(self, article: Article) -> list[Sentence]:
        sentences: list[Sentence] = []
        for at, paragraph in enumerate(article.paragraphs):
            for n, span in enumerate(paragraph.sentences):
                body = paragraph.body if n == 0 else span.start
                text = article.text[span.start : span.end]
                sentences.append(Sentence(len(sentences), span.start, span.end, body, at, paragraph.heading, text))
        if self._engine is None and sentences:
            self._engine = Engine(self.model)
        return list(self._engine.read(sentences)) if self._engine else []


def _speakers(attribution: Attribution) -> tuple[Actor, ...]:
    return (attribution.speaker,) if attribution.speaker else ()


def _in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """All events in text order, the opinions knowing which of them they speak of."""
    events = list(events)
    others = [e for e in events if not isinstance(e, ExpertOpinion)]
    opinions = link_opinions([e for e in events if isinstance(e, ExpertOpinion)], others)
    return tuple(sorted((*others, *opinions), key=lambda e: (e.start, e.type_name())))


def read_day(published: date | str | None) -> date | None:
    """A publication day from what a user gives: a date, an ISO 8601 string, or None.

    Raises:
        DateError: If it is neither.
    """
    if published is None:
        return None
    if isinstance(published, datetime):
        return published.date()
    if isinstance(published, date):
        return published
    try:
        return date.fromisoformat(published[:10]) if isinstance(published, str) else date.fromisoformat("")
    except ValueError:
        raise DateError(
            f"published={published!r} is no date; give a datetime.date or a string such as '2023-09-12'"
        ) from None


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
    """Reads one article with the default parser; see `Parser.parse`.

    Example:
        >>> parse("Lavrov will visit Ankara next week.", published="2024-05-09").visits[0].status
        <VisitStatus.PLANNED: 'planned'>
    """
    return _default_parser().parse(text, published=published, title=title, source=source, url=url)


def find_actors(text: str, *, published: date | str | None = None) -> tuple[Actor, ...]:
    """Everybody named in a text, in order of first mention.

    Example:
        >>> [a.name for a in find_actors("Vladimir Putin met Wang Yi.")]
        ['Vladimir Putin', 'Wang Yi']
    """
    return _default_parser().read(text, read_day(published)).actors.actors


def find_attributions(text: str) -> tuple[Attribution, ...]:
    """Who says what in a text, in text order.

    Example:
        >>> [a.cue[0].text for a in find_attributions("The talks failed, Lavrov said.")]
        ['said']
    """
    return tuple(_default_parser().read(text).attributions)
