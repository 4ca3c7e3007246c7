"""A sentence as a tree of words: light, complete, and independent of the engine that parsed it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from dipevents.lexicon import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.reading.clauses import Clause

__all__ = ["Entity", "Sentence", "Word"]

_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_VERBS = frozenset({"VERB", "AUX"})
_LOWER = Remembered(str.lower)  # one string for all of its words: millions may be kept
_position, _start, _end = attrgetter("i"), attrgetter("start"), attrgetter("end")


class Word:
    """One token with its place in the article and in the tree.

    Attributes:
        i: Position in the sentence, from 0.
        start: Offset into the article; `end` is exclusive.
        text: The token as written; `lower` in lower case; `lemma` its dictionary form in lower case.
        tag: Penn Treebank tag ("VBD"); `pos`: universal part of speech ("VERB").
        dep: Relation to the head in the ClearNLP scheme ("nsubj"); "ROOT" for the root.
        head: The governing word; the root is its own head.
        children: The governed words, in text order.
        is_noun: Whether it heads a noun phrase: a noun, a name or a pronoun.
        is_verb: Whether it is a verb, auxiliaries and modals included.
        sentence: The sentence that holds the word.
        arguments: What `clauses.clause` has found for it, kept for whoever asks next; None before.
    """

    __slots__ = (
        "arguments",
        "children",
        "dep",
        "end",
        "head",
        "i",
        "is_noun",
        "is_verb",
        "lemma",
        "lower",
        "pos",
        "sentence",
        "start",
        "tag",
        "text",
    )
    __deletable__ = ("head",)  # for a compiler, which asks for it

    def __init__(
        self, i: int, start: int, end: int, text: str, lemma: str, tag: str, pos: str, dep: str, sentence: Sentence
    ) -> None:
        self.i = i
        self.start = start
        self.end = end
        self.text = text
        self.lower = _LOWER[text]
        self.lemma = lemma
        self.tag = tag
        self.pos = pos
        self.dep = dep
        self.is_noun = pos in _NOUNS  # asked so often that a property would take longer
        self.is_verb = pos in _VERBS
        self.head: Word = self
        self.children: tuple[Word, ...] = ()  # a tuple: half of the words have none, and millions may be kept
        self.sentence = sentence
        self.arguments: Clause | None = None

    def __repr__(self) -> str:
        return f"<{self.text}/{self.pos}/{self.dep}>"

    def subtree(self) -> list[Word]:
        """The word and all that hangs on it, in text order."""
        found, stack = [], [self]
        while stack:
            word = stack.pop()
            found.append(word)
            stack.extend(word.children)
        found.sort(key=_position)
        return found

    def ancestors(self) -> Iterator[Word]:
        """The governing words from the next up to the root."""
        word = self
        for _ in range(len(self.sentence.words)):
            if word.head is word:
                return
            word = word.head
            yield word

    def is_under(self, other: Word) -> bool:
        """Whether `other` governs the word, directly or through others; a word is not under itself."""
        for word in self.ancestors():  # noqa: SIM110 - a loop takes half the time, and this is asked often
            if word is other:
                return True
        return False


class Entity:
    """A name that the model recognised: words `first` to `last` (inclusive) with a label such as PERSON or GPE."""

    __slots__ = ("first", "label", "last")

    def __init__(self, first: int, last: int, label: str) -> None:
        self.first = first
        self.last = last
        self.label = label

    def __repr__(self) -> str:
        return f"<{self.label} {self.first}-{self.last}>"


class Sentence:
    """A sentence of the article.

    Attributes:
        i: Position in the article, from 0.
        start: Offset of its first character; `end` is exclusive; a dateline belongs to it.
        body: Offset where the parsed words begin, behind a dateline.
        paragraph: Index of its paragraph.
        heading: Whether it is a headline or a heading.
        text: `article[start:end]`, a Title Spelled Like This as a sentence would be.
        words: The parsed words from `body` on; empty where the engine has not read it.
        entities: The model's names, in text order.
    """

    __slots__ = ("_forms", "body", "end", "entities", "heading", "i", "paragraph", "start", "text", "words")

    def __init__(self, i: int, start: int, end: int, body: int, paragraph: int, heading: bool, text: str) -> None:
        self.i = i
        self.start = start
        self.end = end
        self.body = body
        self.paragraph = paragraph
        self.heading = heading
        self.text = text
        self.words: list[Word] = []
        self.entities: list[Entity] = []
        self._forms: set[str] | None = None

    def __repr__(self) -> str:
        return f"<Sentence {self.i} {self.text[:40]!r}>"

    @property
    def root(self) -> Word | None:
        """The root of the tree, or None where the sentence was not read."""
        return next((w for w in self.words if w.head is w), None)

    def part(self, start: int, end: int) -> Sentence:
        """A stretch of the sentence in its place, from one offset of the article to another, not read by the engine."""
        text = self.text[start - self.start : end - self.start]
        return Sentence(self.i, start, end, max(self.body, start), self.paragraph, self.heading, text)

    def words_among(self, known: frozenset[str]) -> list[Word]:
        """The words whose form in lower case or whose lemma is known, in text order."""
        if self._forms is None:
            self._forms = {form for w in self.words for form in (w.lemma, w.lower)}
        if self._forms.isdisjoint(known):  # most lists have no word in most sentences
            return []
        return [w for w in self.words if w.lemma in known or w.lower in known]

    def release(self) -> None:
        """Lets go of the words, which hold one another in rings: without them they are freed as soon as unused."""
        for word in self.words:
            word.arguments = None
            del word.head
        self.words = []

    def link(self, heads: Sequence[int]) -> None:
        """Hangs every word under its head, given as positions; a word that names itself is the root."""
        words, children = self.words, dict[int, list[Word]]()
        for word, head in zip(words, heads, strict=True):
            if head != word.i:
                word.head = words[head]
                children.setdefault(head, []).append(word)
        for head, governed in children.items():
            words[head].children = tuple(governed)

    def word_at(self, offset: int) -> Word | None:
        """The word that holds the character at an offset of the article, or None."""
        at = bisect_right(self.words, offset, key=_end)
        if at < len(self.words) and self.words[at].start <= offset:
            return self.words[at]
        return None

    def words_between(self, start: int, end: int) -> list[Word]:
        """The words that lie wholly between two offsets of the article."""
        low = bisect_left(self.words, start, key=_start)
        return self.words[low : bisect_right(self.words, end, lo=low, key=_end)]
