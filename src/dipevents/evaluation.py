"""How well reports agree with articles annotated by hand: precision, recall, slots, status and dates.

An annotated article is a mapping in the shape of the files in `seeds/`: `id`, `text`, `published`, and lists `actors`,
`visits`, `warnings`, `arms_deals`, `opinions`. An event found matches an annotated one of its type when their evidence
overlaps and a principal participant agrees, by name or by country; one to one, best agreement first. What the annotator
marked `doubtful` is neither required nor punished.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.models.actor import Actor
    from dipevents.models.event import Event
    from dipevents.models.report import Report

__all__ = ["KINDS", "Figures", "evaluate", "to_annotation"]

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Kind:
    """What is compared of an event type: lists of names and of country codes, the participants that must agree."""

    principals: tuple[tuple[str, str | None], ...]
    names: tuple[str, ...]
    codes: tuple[str, ...]
    label: str | None
    dated: bool = True


KINDS: Mapping[str, _Kind] = {
    "visits": _Kind(
        (("visitors", "visitor_countries"),),
        ("visitors", "hosts"),
        ("visitor_countries", "destination_countries"),
        "status",
    ),
    "warnings": _Kind(
        (("issuers", "issuer_countries"),), ("issuers", "targets"), ("issuer_countries", "target_countries"), "kind"
    ),
    "arms_deals": _Kind(
        (("suppliers", "supplier_countries"), ("recipients", "recipient_countries")),
        ("items",),
        ("supplier_countries", "recipient_countries"),
        "status",
    ),
    "opinions": _Kind((("experts", None),), ("experts",), (), None, dated=False),
}
"""The event types that are compared, by the name of their list in an annotated article."""

_TOKEN = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_EMPTY = frozenset(
    (
        "a",
        "an",
        "the",
        "of",
        "and",
        "in",
        "for",
        "to",
        "its",
        "his",
        "her",
        "their",
        "some",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
    )
)


@dataclass(slots=True)
class Figures:
    """Counts of one type, and what follows from them.

    Attributes:
        pairs: Pairs of an annotated and a found object, as (article id, annotated, found).
        missed: Annotated objects that were not found, as (article id, object).
        spurious: Objects found that nobody annotated, as (article id, object).
        slot_hits: Fillers that agree, over the matched pairs.
        slots_found: Fillers of all objects found.
        slots_gold: Fillers of all annotated objects.
        labels: Matched pairs with the same status or kind.
        dates: Matched pairs with the same date.

    Example:
        >>> figures = Figures(pairs=[("a", {}, {})] * 3, missed=[("a", {})], spurious=[("a", {}), ("b", {})])
        >>> figures.precision, figures.recall, round(figures.f1, 3)
        (0.6, 0.75, 0.667)
    """

    pairs: list[tuple[str, Item, Item]] = field(default_factory=list)
    missed: list[tuple[str, Item]] = field(default_factory=list)
    spurious: list[tuple[str, Item]] = field(default_factory=list)
    slot_hits: int = 0
    slots_found: int = 0
    slots_gold: int = 0
    labels: int = 0
    dates: int = 0

    @property
    def matched(self) -> int:
        """How many pairs there are."""
        return len(self.pairs)

    @property
    def gold(self) -> int:
        """How many objects the annotator requires."""
        return self.matched + len(self.missed)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0.0 where nothing was found."""
        return _share(self.matched, self.matched + len(self.spurious))

    @property
    def recall(self) -> float:
        """Share of what is annotated that was found; 0.0 where nothing is annotated."""
        return _share(self.matched, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return _share(2 * self.matched, 2 * self.matched + len(self.spurious) + len(self.missed))

    @property
    def slot_f1(self) -> float:
        """F1 over all fillers of all slots, those of unmatched objects included."""
        return _share(2 * self.slot_hits, self.slots_found + self.slots_gold)

    @property
    def label_accuracy(self) -> float:
        """Share of the matched pairs with the same status or kind."""
        return _share(self.labels, self.matched)

    @property
    def date_accuracy(self) -> float:
        """Share of the matched pairs with the same date, None counting as a date."""
        return _share(self.dates, self.matched)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def evaluate(articles: Iterable[Item], reports: Iterable[Report | Item]) -> dict[str, Figures]:
    """Figures by type, for articles annotated by hand and the reports on them, in the same order.

    Args:
        articles: Annotated articles, each with its `text`.
        reports: Reports, or predictions in the shape of the annotation.

    Returns:
        `visits`, `warnings`, `arms_deals`, `opinions` and `actors`, in this order; for actors the label is the country
        and the date is the kind.

    Raises:
        ValueError: If there are not as many reports as articles.
        KeyError: If an article has no `text`.

    Example:
        >>> gold = {"id": "a", "text": "He came.", "opinions": [], "visits": [], "warnings": [], "arms_deals": []}
        >>> evaluate([gold], [gold])["visits"].f1
        0.0
    """
    out = {kind: Figures() for kind in KINDS}
    out["actors"] = Figures()
    for gold, report in zip(articles, reports, strict=True):
        found = report if isinstance(report, Mapping) else to_annotation(report)
        for name, kind in KINDS.items():
            _events(out[name], kind, gold, gold.get(name, []), found.get(name, []))
        _actors(out["actors"], gold, found)
    return out


def _events(figures: Figures, kind: _Kind, article: Item, gold: Sequence[Item], found: Sequence[Item]) -> None:
    pairs = _pairs(kind, article["text"], gold, found)
    key = str(article.get("id", ""))
    for i, j in pairs.items():
        if gold[j].get("doubtful"):
            continue
        figures.pairs.append((key, gold[j], found[i]))
        figures.slot_hits += _agreement(kind, found[i], gold[j])
        figures.labels += kind.label is None or found[i].get(kind.label) == gold[j].get(kind.label)
        figures.dates += not kind.dated or _plain(found[i].get("when")) == _plain(gold[j].get("when"))
    hit = set(pairs.values())
    figures.missed += [(key, g) for j, g in enumerate(gold) if j not in hit and not g.get("doubtful")]
    figures.spurious += [(key, f) for i, f in enumerate(found) if i not in pairs]
    excused = {i for i, j in pairs.items() if gold[j].get("doubtful")}
    figures.slots_found += sum(_fillers(kind, f) for i, f in enumerate(found) if i not in excused)
    figures.slots_gold += sum(_fillers(kind, g) for g in gold if not g.get("doubtful"))


def _pairs(kind: _Kind, text: str, gold: Sequence[Item], found: Sequence[Item]) -> dict[int, int]:
    """Found index to annotated index, one to one, best agreement first."""
    where_found = [_spans(f, text) for f in found]
    where_gold = [_spans(g, text) for g in gold]
    options = [
        (not g.get("doubtful", False), _agreement(kind, f, g), -i, -j)
        for i, f in enumerate(found)
        for j, g in enumerate(gold)
        if _overlap(where_found[i], where_gold[j]) and _principals_agree(kind, f, g)
    ]
    pairs: dict[int, int] = {}
    for _, _, i, j in sorted(options, reverse=True):
        if -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


def _spans(item: Item, text: str) -> list[tuple[int, int]]:
    """Where the evidence stands: quoted words are looked up, pairs of offsets taken as they are."""
    found = []
    for quote in item.get("evidence", ()):
        if isinstance(quote, str):
            found += [(m.start(), m.end()) for m in re.finditer(re.escape(quote), text)]
        else:
            found.append((int(quote[0]), int(quote[1])))
    return found


def _overlap(a: Sequence[tuple[int, int]], b: Sequence[tuple[int, int]]) -> bool:
    return any(s < f and e < t for s, t in a for e, f in b)


def _principals_agree(kind: _Kind, a: Item, b: Item) -> bool:
    return any(
        (codes is not None and bool(set(a.get(codes) or ()) & set(b.get(codes) or ())))
        or _same_names(a.get(names) or (), b.get(names) or ()) > 0
        for names, codes in kind.principals
    )


def _agreement(kind: _Kind, a: Item, b: Item) -> int:
    names = sum(_same_names(a.get(slot) or (), b.get(slot) or ()) for slot in kind.names)
    return names + sum(len(set(a.get(slot) or ()) & set(b.get(slot) or ())) for slot in kind.codes)


def _fillers(kind: _Kind, item: Item) -> int:
    return sum(len(set(item.get(slot) or ())) for slot in (*kind.names, *kind.codes))


def _words(name: str) -> frozenset[str]:
    """Content words of a name: lower case, without possessive and plural endings."""
    bare = (re.sub(r"['’]s?$", "", w).replace(".", "") for w in _TOKEN.findall(name.lower()))
    words = {w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w for w in bare}
    return frozenset(words - _EMPTY) or frozenset({name.strip().lower()})


def _same_names(a: Sequence[str], b: Sequence[str]) -> int:
    """One-to-one pairs of names that can be the same (one holds all words of the other), equal ones first."""
    left, right = [_words(x) for x in dict.fromkeys(a)], [_words(x) for x in dict.fromkeys(b)]
    hits = 0
    for equal in (True, False):
        for x in list(left):
            match = next((y for y in right if x == y or (not equal and (x <= y or y <= x))), None)
            if match is not None:
                left.remove(x)
                right.remove(match)
                hits += 1
    return hits


def _plain(edtf: str | None) -> str:
    return (edtf or "").rstrip("~?%")


def _actors(figures: Figures, gold: Item, found: Item) -> None:
    """Named actors by name; the country counts as the label, the kind as the date."""
    key = str(gold.get("id", ""))
    rest = list(gold.get("actors", ()))
    for actor in found.get("actors", ()):
        name = _words(actor["name"])
        same = [g for g in rest if _words(g["name"]) == name]
        same = same or [g for g in rest if name <= _words(g["name"]) or _words(g["name"]) <= name]
        match = min(same, key=lambda g: bool(g.get("doubtful")), default=None)
        if match is None:
            figures.spurious.append((key, actor))
            continue
        rest.remove(match)
        if not match.get("doubtful"):
            figures.pairs.append((key, match, actor))
            figures.labels += actor.get("country") == match.get("country")
            figures.dates += actor.get("kind") == match.get("kind")
    figures.missed += [(key, g) for g in rest if not g.get("doubtful")]


def to_annotation(report: Report) -> dict[str, Any]:
    """A report in the shape of an annotated article, evidence as pairs of offsets; states are no actors there.

    Example:
        >>> from dipevents.models import Report
        >>> to_annotation(Report(text="Nothing."))["visits"]
        []
    """
    visits = [
        {
            "visitors": _named(v.visitors),
            "visitor_countries": _countries(v.visitors),
            "hosts": [a.name for a in v.hosts if a.kind != "state"],
            "destination_countries": sorted({p.country for p in v.destinations if p.country}),
            "places": [p.name for p in v.destinations],
            "status": v.status.value,
            **_stated(v),
        }
        for v in report.visits
    ]
    warnings = [
        {
            "issuers": _named(w.issuers),
            "issuer_countries": _countries(w.issuers),
            "targets": _named(w.targets),
            "target_countries": _countries(w.targets),
            "kind": w.kind.value,
            "about": w.about,
            **_stated(w),
        }
        for w in report.warnings
    ]
    deals = [
        {
            "suppliers": _named(d.suppliers),
            "supplier_countries": _countries(d.suppliers),
            "recipients": _named(d.recipients),
            "recipient_countries": _countries(d.recipients),
            "items": [i.text for i in d.items],
            "value": d.value.text if d.value else None,
            "status": d.status.value,
            **_stated(d),
        }
        for d in report.arms_deals
    ]
    opinions = [
        {
            "experts": _named(o.experts),
            "affiliation": o.affiliation,
            "claim": o.claim,
            **_stated(o),
        }
        for o in report.opinions
    ]
    actors = [
        {"name": a.name, "kind": a.kind.value, "country": a.country, "role": a.role}
        for a in report.actors
        if a.kind != "state"
    ]
    return {
        "published": report.published.isoformat() if report.published else None,
        "actors": actors,
        "visits": visits,
        "warnings": warnings,
        "arms_deals": deals,
        "opinions": opinions,
    }


def _stated(event: Event) -> dict[str, Any]:
    """When an event is, and where it is stated."""
    return {"when": event.when.edtf if event.when else None, "evidence": [[e.start, e.end] for e in event.evidence]}


def _named(actors: Iterable[Actor]) -> list[str]:
    return [a.name for a in actors]


def _countries(actors: Iterable[Actor]) -> list[str]:
    return sorted({a.country for a in actors if a.country})
