"""Who says what: every attribution of an article with its source, cue, content and speaker.

Built in three steps, each in a file of its own: quotation marks (`reading.quotes`), cues and their content by grammar
(`attribution_cues`), quotations joined to cues (`attribution_quotes`). Here they are nested, typed and given speakers.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from dipevents.mentions.attribution_cues import read_cues
from dipevents.mentions.attribution_quotes import join_quotes
from dipevents.models.actor import Actor, ActorKind
from dipevents.models.evidence import Evidence
from dipevents.models.record import record
from dipevents.reading.clauses import antecedent, phrase, with_conjuncts
from dipevents.reading.quotes import Quote, read_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.actors import ActorTable
    from dipevents.mentions.attribution_draft import Draft
    from dipevents.reading.article import Article
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["Attribution", "AttributionKind", "read_attributions", "speakers_at"]

DEEPEST = 6
"""Levels of nesting that are kept; deeper ones are errors of the parse."""


class AttributionKind(StrEnum):
    """How the content is given."""

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


def read_attributions(
    article: Article, sentences: Sequence[Sentence], actors: ActorTable | None
) -> tuple[Attribution, ...]:
    """Every attribution that the article itself makes, in text order; those inside a content are its `inner`."""
    quotes = read_quotes(article)
    drafts = [d for s in sentences if s.words for d in read_cues(s)]
    drafts = join_quotes(article.text, sentences, quotes, drafts)
    return tuple(_Builder(article.text, quotes, actors).build(drafts))


def speakers_at(actors: ActorTable, head: Word) -> tuple[Actor, ...]:
    """The named actors that the head of a source stands for; a person named beside it where it is a role.

    "the retired general Ada Holt", "its author, Ada Holt".
    """
    named = actors.at(head)
    if named or head.pos not in {"NOUN", "PROPN", "ADJ"}:
        return named
    _, high = phrase(head, skip=("relcl", "acl", "conj"))
    for word in head.sentence.words[head.i + 1 : high.i + 1]:
        if word.pos == "PROPN" and (word.dep == "appos" or word.head is head or word.head.head is head):
            persons = tuple(a for a in actors.at(word) if a.kind is ActorKind.PERSON)
            if persons and word.dep != "pobj":
                return persons
    return _by_surname(actors, head)


def _by_surname(actors: ActorTable, head: Word) -> tuple[Actor, ...]:
    """The one person of the article who bears a name that the table does not know at this place."""
    if head.pos != "PROPN" or any(c.dep == "compound" and c.pos == "PROPN" for c in head.children):
        return ()
    found = [
        a for a in actors.actors if a.kind is ActorKind.PERSON and head.text in {a.name.split()[0], a.name.split()[-1]}
    ]
    return tuple(found) if len(found) == 1 else ()


class _Builder:
    def __init__(self, text: str, quotes: Sequence[Quote], actors: ActorTable | None) -> None:
        self.text = text
        self.quotes = quotes
        self.actors = actors

    def build(self, drafts: list[Draft]) -> list[Attribution]:
        children = _nest(_without_twins([d for d in drafts if d.content]))
        return [self._record(d, children, 0) for d in children.get(-1, [])]

    def _record(self, draft: Draft, children: dict[int, list[Draft]], depth: int) -> Attribution:
        inner = children.get(id(draft), []) if depth < DEEPEST else []
        content = tuple(Evidence.of(self.text, a, b) for a, b in draft.content)
        return Attribution(
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
                if start < end:
                    found[start, end] = Evidence.of(self.text, start, end)
        return tuple(found[key] for key in sorted(found))

    def _speakers(self, draft: Draft) -> tuple[Actor, ...]:
        if self.actors is None:
            return ()
        found: dict[Actor, None] = {}
        for word in with_conjuncts(antecedent(w) or w for w in draft.source):
            found.update(dict.fromkeys(speakers_at(self.actors, word) or self.actors.who(word)))
        return tuple(found)

    def _kind(self, content: tuple[Evidence, ...]) -> AttributionKind:
        whole = inside = 0
        for part in content:
            whole += sum(not c.isspace() for c in part.text)
            for quote in self.quotes:
                if quote.start < part.end and part.start < quote.end:
                    inside += sum(
                        not c.isspace() for c in self.text[max(quote.start, part.start) : min(quote.end, part.end)]
                    )
        if not inside:
            return AttributionKind.INDIRECT
        return AttributionKind.DIRECT if inside >= 0.9 * whole else AttributionKind.MIXED


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
    for draft in drafts:
        twin = next((k for k in kept[-6:] if _same(k, draft)), None)
        if twin is None:
            kept.append(draft)
        elif not twin.source and draft.source:
            kept[kept.index(twin)] = draft
    return kept


def _same(a: Draft, b: Draft) -> bool:
    shared = sum(max(0, min(y, v) - max(x, u)) for x, y in a.content for u, v in b.content)
    return shared * 2 > 0.9 * (_size(a) + _size(b)) and not _holds(a, b) and not _holds(b, a)


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether a cue stands in the content of another."""
    return any(a <= inner.trigger.start < b for a, b in outer.content)


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
