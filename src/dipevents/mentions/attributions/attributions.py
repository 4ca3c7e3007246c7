"""Who says what: every attribution of an article with its source, cue, content and speaker.

Built in three steps, each in a file of its own: quotation marks (`reading.quotes`), cues and their content by grammar
(`cues`), quotations joined to cues (`quotes`). Here they are nested, typed and given speakers.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING

from dipevents.mentions.attributions.cues import read_cues
from dipevents.mentions.attributions.draft import COLONS
from dipevents.mentions.attributions.quotes import join_quotes
from dipevents.mentions.attributions.transcripts import with_runs
from dipevents.mentions.attributions.turns import turns
from dipevents.mentions.words import is_role, lexicon
from dipevents.models.actor import Actor, ActorKind
from dipevents.models.evidence import Evidence
from dipevents.models.record import record, trusted
from dipevents.reading.clauses import antecedent, phrase, with_conjuncts
from dipevents.reading.quotes import Quote, read_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.actors import ActorTable
    from dipevents.mentions.attributions.draft import Draft
    from dipevents.reading.article import Article
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["Attribution", "AttributionKind", "Speakers", "read_attributions"]

SHORT = 3
"""Letters of an acronym; a longer word in capitals may be a surname at the head of a turn."""
LABEL = 4
"""Words before the end of a label among which its name is: "Mr Price (Con):"."""
DEEPEST = 6
"""Levels of nesting that are kept; deeper ones are errors of the parse."""


class AttributionKind(StrEnum):
    """How the content is given.

    Attributes:
        DIRECT: All in quotation marks.
        INDIRECT: None of it.
        MIXED: Some of it.
    """

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@record
class Attribution:
    """Something that the article credits to somebody.

    Attributes:
        source: The words that name the source, apposition included; empty where nobody is named ("reportedly").
        cue: The words that attribute ("has said", "according to"); a dash or a colon where nothing else does.
        content: The words credited, in text order, without source and cue; quotation marks belong to them.
        speakers: Who the source is, in text order; empty where the article does not tell.
        kind: All in quotation marks (direct), none (indirect), or some (mixed).
        depth: 0 for what the article itself credits, 1 for what stands in such a content, and so on.
        inner: The attributions inside the content ("A said that B had WARNED of …"), in text order.

    Example:
        >>> [said] = dipevents.find_attributions("The dam is safe, Maria Lopez said.")
        >>> said.speaker.name, said.cue[0].text, said.content[0].text, said.kind.value
        ('Maria Lopez', 'said', 'The dam is safe', 'indirect')
    """

    source: tuple[Evidence, ...] = ()
    cue: tuple[Evidence, ...] = ()
    content: tuple[Evidence, ...] = ()
    speakers: tuple[Actor, ...] = ()
    kind: AttributionKind = AttributionKind.INDIRECT
    depth: int = 0
    inner: tuple[Attribution, ...] = ()

    @property
    def speaker(self) -> Actor | None:
        """The first of the speakers, or None."""
        return self.speakers[0] if self.speakers else None

    def walk(self) -> Iterator[Attribution]:
        """The attribution and all inside it, outer before inner."""
        yield self
        for item in self.inner:
            yield from item.walk()


def read_attributions(article: Article, sentences: Sequence[Sentence], actors: ActorTable) -> tuple[Attribution, ...]:
    """Every attribution that the article itself makes, in text order; those inside a content are its `inner`."""
    cut = {sentence.paragraph for sentence in sentences}  # a paragraph in another language has none
    quotes = [quote for quote in read_quotes(article) if quote.paragraph in cut]
    drafts = with_runs(sentences, [d for s in sentences if s.words for d in read_cues(s)], actors)
    drafts += turns(article, sentences, actors)
    drafts = join_quotes(article.text, sentences, quotes, drafts)
    return tuple(_Builder(article.text, quotes, actors).build(drafts))


class Speakers:
    """Who the source of an attribution is: the actor table, and two looks more that only a speaker deserves."""

    def __init__(self, actors: ActorTable) -> None:
        self._actors = actors
        self._by_name: dict[str, dict[Actor, None]] = {}
        for actor in actors.actors:
            if actor.kind is ActorKind.PERSON:
                for name in actor.name.casefold().split():
                    self._by_name.setdefault(name, {})[actor] = None

    def named(self, head: Word) -> tuple[Actor, ...]:
        """The named actors that the head of a source stands for.

        Also the person named beside a role ("the retired general Ada Holt", "its author, Ada Holt"), and the one person
        of the article who bears a name that the table does not know at this place.
        """
        found = self._actors.at(head)
        if found or (head.pos not in {"NOUN", "PROPN", "ADJ", "INTJ"} and head.lower not in {"one", "another"}):
            return found
        _, high = phrase(head, skip=("relcl", "acl", "conj"))
        bearers = tuple(a for a in self._actors.at(high) if a.kind is ActorKind.PERSON and _bears(a, head))
        if bearers:
            return bearers
        for word in head.sentence.words[head.i + 1 : high.i + 1]:
            near = word.pos == "PROPN" and word.dep != "pobj" and head in (word.head, word.head.head)
            if near or (word.dep == "appos" and not _is_beside(word, head)):
                persons = tuple(a for a in self._actors.at(word) if a.kind is ActorKind.PERSON)
                if persons:
                    return persons
        second = _second_role(head)
        if second is not None:
            return self.named(second)
        text, first = _hyphened(head)
        if _is_label(head):
            return self._labelled(head)
        before = (c for c in head.children if c.dep == "compound" and c.pos == "PROPN" and c.i < first)
        if head.pos not in {"PROPN", "INTJ"} or any(c.lower not in lexicon("particles") for c in before):
            return ()
        text = text.casefold() if len(text) > SHORT or not text.isupper() else text  # "KELL: …" in a transcript
        same = tuple(self._by_name.get(text, ()))
        names = same[0].name.casefold().split() if same else []
        return same if len(same) == 1 and text in {names[0], names[-1]} else ()

    def _labelled(self, head: Word) -> tuple[Actor, ...]:
        """The one person whose last name, or whole name, heads a turn: "MR. ELLIS: …", "Ana Holm: …"."""
        words = [w.text.casefold() for w in head.sentence.words if w.text[:1].isupper()]
        ends = {text: self._by_name.get(text, {}) for text in words}
        found = {a: None for text, those in ends.items() for a in those if a.name.casefold().split()[-1] == text}
        return tuple(found) if len(found) == 1 else ()

    def of(self, head: Word) -> tuple[Actor, ...]:
        """The named actors, else the one that the phrase describes ("two experts")."""
        return self.named(head) or self._actors.who(head)


def _is_label(head: Word) -> bool:
    """Whether a name stands alone before a colon, which the model takes for any word: "LEITNER: …"."""
    words = head.sentence.words
    return words[-1].text in COLONS and head.i >= len(words) - LABEL and head.text[:1].isupper()


def _bears(actor: Actor, head: Word) -> bool:
    """Whether a role that ends in a name is its bearer's: "the HEAD of the Oslo Institute Ada Holt"."""
    return head.lower in (actor.role or "").lower().replace("-", " ").split()


def _hyphened(head: Word) -> tuple[str, int]:
    """A name with what hyphens tie to it, and the place of its first word: "Salas-HOLT"."""
    words = head.sentence.words
    first = head.i
    while first > 1 and words[first - 1].text == "-" and words[first - 2].end == words[first].start - 1:
        first -= 2
    return head.sentence.text[words[first].start - head.sentence.start : head.end - head.sentence.start], first


def _is_beside(word: Word, head: Word) -> bool:
    """Whether an apposition describes a person in a phrase of the source: "a spokesman for KIM, a former governor"."""
    owner = word.head
    return owner is not head and owner.dep == "pobj" and owner.pos == "PROPN" and word.pos == "NOUN"


def _second_role(head: Word) -> Word | None:
    """The role behind "and" that the same person holds.

    "the report's author and DIRECTOR of the institute, Ada Holt", "president and head Ada HOLT".
    """
    if head.tag != "NN" and not is_role(head):
        return None
    others = (c for c in head.children if c.dep == "conj" and c.tag in {"NN", "NNP"})
    # "the government and OMAN", "the president and ADA HOLT" are two
    others = (c for c in others if c.tag == "NN" or is_role(c) or any(map(is_role, c.children)))
    return next((c for c in others if all(d.dep not in {"det", "poss"} for d in c.children)), None)


class _Builder:
    def __init__(self, text: str, quotes: Sequence[Quote], actors: ActorTable) -> None:
        self.text = text
        self.quotes = quotes
        self.quote_starts = [q.start for q in quotes]
        self.speakers = Speakers(actors)

    def build(self, drafts: list[Draft]) -> list[Attribution]:
        children = _nest(_without_twins([d for d in drafts if d.content]))
        return [self._record(d, children, 0) for d in children.get(-1, [])]

    def _record(self, draft: Draft, children: dict[int, list[Draft]], depth: int) -> Attribution:
        inner = children.get(id(draft), []) if depth < DEEPEST else []
        content = tuple(Evidence.of(self.text, a, b) for a, b in draft.content)
        return trusted(
            Attribution,
            source=self._source(draft),
            cue=(Evidence.of(self.text, draft.cue[0].start, draft.cue[1].end),),
            content=content,
            speakers=self._speakers(draft),
            kind=self._kind(content),
            depth=depth,
            inner=tuple(self._record(d, children, depth + 1) for d in inner),
        )

    def _source(self, draft: Draft) -> tuple[Evidence, ...]:
        found: dict[tuple[int, int], Evidence] = {}
        for word in draft.source:
            for head in (antecedent(word), word):
                if head is None:
                    continue
                start, end = _outside(head, draft)
                end = (
                    word.start if head is not word and start < word.start < end else end
                )  # "Holt, head of …, WHO said"
                end = start + len(self.text[start:end].rstrip(" ,\xa0"))
                if start < end:
                    found[start, end] = Evidence.of(self.text, start, end)
        return tuple(found[key] for key in sorted(found))

    def _speakers(self, draft: Draft) -> tuple[Actor, ...]:
        found: dict[Actor, None] = {}
        outside = [w for w in draft.source if not any(a <= w.start < b for a, b in draft.content)]
        for word in with_conjuncts(antecedent(w) or w for w in outside or draft.source):
            found.update(dict.fromkeys(self.speakers.of(word)))
        return tuple(found)

    def _kind(self, content: tuple[Evidence, ...]) -> AttributionKind:
        inside, outside = 0, False
        for part in content if self.quotes else ():
            before = inside
            at = max(0, bisect_right(self.quote_starts, part.start) - 1)
            while at < len(self.quotes) and self.quotes[at].start < part.end:
                quote = self.quotes[at]
                inside += _letters(self.text[max(quote.start, part.start) : min(quote.end, part.end)])
                at += 1
            outside = outside or inside == before  # "IT WAS, he said, “a danger”"
        if not inside:
            return AttributionKind.INDIRECT
        whole = sum(_letters(part.text) for part in content)
        return AttributionKind.MIXED if outside or inside < 0.9 * whole else AttributionKind.DIRECT


def _letters(text: str) -> int:
    return sum(map(len, text.split()))


def _outside(head: Word, draft: Draft) -> tuple[int, int]:
    """The phrase of a source, cut where the cue or the content begins."""
    first, last = phrase(
        head, skip=("relcl",) if any(c.dep == "relcl" and draft.trigger in c.subtree() for c in head.children) else ()
    )
    start, end = first.start, last.end
    for low, high in (*draft.content, (draft.cue[0].start, draft.cue[1].end)):
        if low < end and start < high:
            if low <= head.start < high:
                return 0, 0
            if low > head.start:
                end = min(end, low)
            else:
                start = max(start, high)
    return start, end


def _size(draft: Draft) -> int:
    return sum(b - a for a, b in draft.content)


def _without_twins(drafts: list[Draft]) -> list[Draft]:
    """One draft of several with the same content ("expressed concern that …"): the one whose source is known."""
    kept: list[Draft] = []
    spans: list[tuple[int, int]] = []
    for draft in drafts:
        start, end = draft.content[0][0], max([b for _, b in draft.content])
        near = range(max(0, len(kept) - 6), len(kept))
        twin = next((n for n in near if spans[n][0] < end and start < spans[n][1] and _same(kept[n], draft)), None)
        if twin is None:
            kept.append(draft)
            spans.append((start, end))
        elif not kept[twin].source and draft.source:
            kept[twin], spans[twin] = draft, (start, end)
    return kept


def _same(a: Draft, b: Draft) -> bool:
    if len(a.content) > 9 or len(b.content) > 9 or _holds(a, b) or _holds(b, a):
        return False
    shared = sum(max(0, min(y, v) - max(x, u)) for x, y in a.content for u, v in b.content)
    return shared * 2 > 0.9 * (_size(a) + _size(b))


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether a cue stands in the content of another."""
    at = bisect_right(outer.content, (inner.trigger.start, sys.maxsize)) - 1
    return at >= 0 and inner.trigger.start < outer.content[at][1]


def _nest(drafts: list[Draft]) -> dict[int, list[Draft]]:
    """The drafts under each (by its `id`), those of the article itself under -1."""
    order = sorted(drafts, key=lambda d: (min(d.content[0][0], d.cue[0].start), -_size(d)))
    children: dict[int, list[Draft]] = {}
    reach: list[Draft] = []
    for draft in order:
        reach = [r for r in reach if r.content[-1][1] > draft.trigger.start or r.cue[1].end > draft.trigger.start]
        holders = [r for r in reach if _holds(r, draft)]
        holder = min(holders, key=_size, default=None)
        children.setdefault(id(holder) if holder is not None else -1, []).append(draft)
        reach.append(draft)
    return children
