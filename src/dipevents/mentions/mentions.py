"""All that is known about an article before any event is read: what the rooms of events stand on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from dipevents.mentions.actors import ActorTable
from dipevents.mentions.attributions import Attribution
from dipevents.mentions.dates import DateMention
from dipevents.mentions.untold import standing
from dipevents.models.event import Event
from dipevents.models.evidence import Evidence
from dipevents.reading.article import Article
from dipevents.reading.sentence import Sentence, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Mentions", "Skipped", "Weighed"]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A trigger word that yielded no event, and why.

    Attributes:
        room: Name of the event type ("visit").
        trigger: The word.
        sentence: The sentence that holds it.
        reason: Why it yields nothing ("domestic", "negated", "no second party" …); "in no construction that is read"
            where the words around it are none that the event type reads.

    Example:
        >>> parser = dipevents.Parser(explain=True)
        >>> report = parser.parse("The French president visited Lyon.")
        >>> [(one.room, one.trigger.text, one.reason) for one in parser.skipped]
        [('visit', 'visited', 'domestic')]
    """

    room: str
    trigger: Evidence
    sentence: Evidence
    reason: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a room has weighed, and what speaks for and against it.

    Attributes:
        event: The event that it would be.
        features: Rows that `data/odds.csv` may have.
        sure: Whether the grammar of the room decides that it is one.

    Example:
        >>> from dipevents.events.warning import find_warnings
        >>> mentions = dipevents.Parser().read("Norway warned Peru against an attack.")
        >>> mentions.weighed = []
        >>> len(find_warnings(mentions)), [one.sure for one in mentions.weighed]
        (1, [True])
    """

    event: Event
    features: frozenset[str]
    sure: bool


@dataclass(slots=True)
class Mentions:
    """An article with its sentences, actors, places, dates and attributions.

    Attributes:
        article: Text and paragraphs.
        published: The publication day, or None.
        sentences: All sentences in text order; those that the engine did not read have no words.
        actors: Who is meant by which word.
        read_dates: Reads all temporal expressions, in text order; called when the first one is asked for.
        attributions: Who says what, in text order.
        skipped: Where the reasons of triggers that yield nothing are kept, or None to keep none.
        weighed: Where what rooms weigh is kept, or None to keep none.
        faint: For each lexicon the positions of the sentences at which its room need not look.
        shared: What one room has worked out and another needs, by its type.
        dated: For words that were asked for them, the temporal expressions that belong to them.
    """

    article: Article
    published: date | None
    sentences: Sequence[Sentence]
    actors: ActorTable
    read_dates: Callable[[], Sequence[DateMention]] = tuple
    attributions: Sequence[Attribution] = ()
    skipped: list[Skipped] | None = None
    weighed: list[Weighed] | None = None
    faint: Mapping[str, AbstractSet[int]] = field(default_factory=dict)
    shared: dict[type, object] = field(default_factory=dict)
    dated: dict[Word, list[DateMention]] = field(default_factory=dict)
    _dates: Sequence[DateMention] | None = None
    _date_starts: list[int] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _said: dict[int, list[tuple[int, int, Attribution]]] | None = None
    _standing: list[Sentence] | None = None
    _kept: set[tuple[str, str, int, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._starts = [s.start for s in self.sentences]

    @property
    def dates(self) -> Sequence[DateMention]:
        """All temporal expressions of what the engine read, in text order; they are read when first asked for."""
        if self._dates is None:
            self._dates = self.read_dates()
            self._date_starts = [d.start for d in self._dates]
        return self._dates

    def release(self) -> None:
        """Lets go of the words and of what rooms share, which hold one another in rings: nothing is asked any more."""
        self.shared.clear()
        self.dated.clear()
        self._said = None
        self.actors.release()

    def quote(self, start: int, end: int) -> Evidence:
        """The words of a stretch as evidence."""
        return Evidence.of(self.article.text, start, end)

    def sentence_evidence(self, sentence: Sentence) -> Evidence:
        """The whole sentence as evidence."""
        return Evidence.of(self.article.text, sentence.start, sentence.end)

    def word_evidence(self, first: Word, last: Word | None = None) -> Evidence:
        """The words from `first` to `last`, inclusive, as evidence."""
        return Evidence.of(self.article.text, first.start, (last or first).end)

    def skip(self, word: Word, room: str, reason: str, *, of: frozenset[str] | None = None) -> None:
        """Keeps why a trigger yields no event, where that was asked for; each reason once a word and sentence.

        Args:
            word: The trigger.
            room: Name of the event type.
            reason: Why.
            of: The lemmas of which it is told, where others hardly speak of such an event; None for any.
        """
        if self.skipped is not None and (of is None or word.lemma in of):
            whole = self.sentence_evidence(word.sentence)
            kept = (room, word.lower, whole.start, reason)
            if kept not in self._kept:
                self._kept.add(kept)
                self.skipped.append(Skipped(room, self.word_evidence(word), whole, reason))

    def sentences_over(self, start: int, end: int) -> Iterator[Sentence]:
        """The sentences that a stretch of the text touches, in text order."""
        at = max(0, bisect_right(self._starts, start) - 1)
        return takewhile(lambda sentence: sentence.start < end, islice(self.sentences, at, None))

    def sentence_at(self, offset: int) -> Sentence | None:
        """The last sentence that begins at or before an offset; None before the first."""
        at = bisect_right(self._starts, offset) - 1
        return self.sentences[at] if at >= 0 else None

    def words_in(self, span: Evidence) -> list[Word]:
        """The words of a stretch inside a sentence."""
        sentence = self.sentence_at(span.start)
        return sentence.words_between(span.start, span.end) if sentence is not None else []

    def sentences_for(self, lexicon: str) -> list[Sentence]:
        """The sentences at which the room of a lexicon looks, in text order.

        All but those that the skim spares it, and those of plots and of what is taken back.
        """
        if self._standing is None:
            self._standing = standing(self.article, self.sentences)
        faint = self.faint.get(lexicon, ())
        return [s for s in self._standing if s.i not in faint]

    def said_at(self, word: Word) -> list[Attribution]:
        """The attributions in whose content a word stands, in text order, each before its inner ones."""
        if self._said is None:
            self._said = {}
            for attribution in (a for top in self.attributions for a in top.walk()):
                for stretch in attribution.content:
                    for sentence in self.sentences_over(stretch.start, stretch.end):
                        self._said.setdefault(sentence.i, []).append((stretch.start, stretch.end, attribution))
        near = self._said.get(word.sentence.i, ())
        return [attribution for start, end, attribution in near if start <= word.start < end]

    def dates_in(self, start: int, end: int) -> list[DateMention]:
        """The temporal expressions that begin between two offsets, in text order."""
        dates, starts = self.dates, self._date_starts
        low = bisect_right(starts, start - 1)
        return list(dates[low : bisect_right(starts, end - 1, low)]) if low < len(starts) else []
