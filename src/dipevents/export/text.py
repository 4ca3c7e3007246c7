"""A report as a person would like to read it in a terminal: short, in sections, with the proving words quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dipevents.models.actor import Actor
from dipevents.models.arms_deal import ArmsDeal
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.visit import Visit
from dipevents.models.warning import Warning, WarningStatus
from dipevents.parties import acting, status_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.mentions.mentions import Skipped
    from dipevents.models.event import Event
    from dipevents.models.place import Place
    from dipevents.models.report import Report

__all__ = ["clean", "counted", "headline", "render_skipped", "render_text"]

SECTIONS: tuple[tuple[str, type[Event]], ...] = (
    ("Visits", Visit),
    ("Warnings", Warning),
    ("Arms deals", ArmsDeal),
    ("Expert opinions", ExpertOpinion),
)
QUOTE = 160
"""Characters of a quoted sentence that are shown."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


class _Style:
    """ANSI colours, or none."""

    def __init__(self, color: bool) -> None:
        self.color = color

    def __call__(self, code: str, words: str) -> str:
        return f"\x1b[{code}m{words}\x1b[0m" if self.color else words


def render_text(report: Report, *, color: bool = False, name: str | None = None) -> str:
    """A short summary of a report in sections; nothing in it can steer a terminal.

    Args:
        report: What to show.
        color: Whether to use ANSI colours.
        name: What to call the article where it has no title (a file name).

    Example:
        >>> from dipevents.models import Report
        >>> print(render_text(Report(text="Nothing."), name="a.txt"))
        a.txt
        No visits, warnings, arms deals or expert opinions found.
    """
    style = _Style(color)
    lines = [style("1", clean(report.title or name or "Article"))]
    # The name of a file is not said twice.
    source = report.source if report.title or not (name or "").endswith(report.source or "") else None
    imprint = [clean(str(part)) for part in (source, report.published) if part]
    if imprint:
        lines.append(style("2", ", ".join(imprint)))
    known: tuple[type[Event], ...] = tuple(kind for _, kind in SECTIONS)
    sections: dict[str, list[Event]] = {heading: list(report.of_type(kind)) for heading, kind in SECTIONS}
    for event in report.events:
        if not isinstance(event, known):
            sections.setdefault(event.type_name().replace("_", " ").capitalize(), []).append(event)
    for heading, events in sections.items():
        if events:
            lines += ["", style("1;36", f"{heading} ({len(events)})")]
            for event in events:
                lines += _event(event, style)
    if not report.events:
        lines.append("No visits, warnings, arms deals or expert opinions found.")
    for stretch in report.unread:
        lines.append(
            style("33", f"not read: characters {stretch.evidence.start}-{stretch.evidence.end}: {stretch.reason}")
        )
    return "\n".join(lines)


def render_skipped(skipped: Iterable[Skipped], *, color: bool = False) -> str:
    """One line for each trigger word that yielded no event, with the reason."""
    style = _Style(color)
    lines = ["", style("1;36", "Read, but no event")]
    for item in skipped:
        lines.append(f"  {item.room}: {style('1', clean(item.trigger.text))}: {item.reason}")
        lines.append(style("2", f"      “{_shorten(item.sentence.text)}”"))
    return "\n".join(lines) if len(lines) > 2 else ""


def counted(number: int, noun: str) -> str:
    """A number of things in words.

    Example:
        >>> counted(1, "shard"), counted(1200, "article")
        ('1 shard', '1,200 articles')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def clean(words: str) -> str:
    """The words on one line, without characters that steer a terminal."""
    return _CONTROL.sub(" ", words).strip()


def _shorten(words: str) -> str:
    line = " ".join(clean(words).split())
    return line if len(line) <= QUOTE else line[: QUOTE - 1].rstrip() + "…"


def _names(who: Iterable[Actor | Place]) -> str:
    return ", ".join(
        clean(one.name)
        + (f" ({one.country})" if isinstance(one, Actor) and one.country and one.kind != "state" else "")
        for one in who
    )


def _event(event: Event, style: _Style) -> list[str]:
    line, status = headline(event)
    when = event.when.edtf if event.when else "undated"
    first = f"  {style('32', when)}  {style('1', line)}" + (f"  [{status}]" if status else "")
    lines = [first]
    if event.reported_by:
        lines.append(f"      reported by {_names(event.reported_by)}")
    if event.evidence:
        more = f" (+{len(event.evidence) - 1} more)" if len(event.evidence) > 1 else ""
        lines.append(style("2", f"      “{_shorten(event.evidence[0].text)}”{more}"))
    return lines


def headline(event: Event) -> tuple[str, str]:
    """One line that says the event, and its status, kind or stance and its chance; free of control characters.

    Example:
        >>> from dipevents.models import Place
        >>> headline(Visit(destinations=(Place(name="Oslo"),), chance=0.63))
        ('somebody → Oslo', 'occurred, chance 0.63')
    """
    line, label = _told(event)
    return line, ", ".join(filter(None, (label, f"chance {event.chance:.2f}" if event.chance is not None else "")))


def _told(event: Event) -> tuple[str, str]:
    """The line, and the status, kind or stance; "" where it has none."""
    if isinstance(event, Visit):
        where = ", ".join(clean(p.name) for p in event.destinations) or "abroad"
        hosts = f", received by {_names(event.hosts)}" if event.hosts else ""
        return f"{_names(event.visitors) or 'somebody'} → {where}{hosts}", event.status.value
    if isinstance(event, Warning):
        target = f" → {_names(event.targets)}" if event.targets else ""
        issued = event.status is WarningStatus.ISSUED
        label = event.kind.value if issued else f"{event.kind.value}, {event.status.value}"
        return f"{_names(event.issuers)}{target}: {_shorten(event.about)}", label
    if isinstance(event, ArmsDeal):
        items = ", ".join(clean(i.text) for i in event.items) or "arms"
        sides = f"{_names(event.suppliers) or '?'} → {_names(event.recipients) or '?'}"
        value = f", {clean(event.value.text)}" if event.value else ""
        return f"{sides}: {items}{value}", event.status.value
    if isinstance(event, ExpertOpinion):
        return f"{_names(event.experts)}: {_shorten(event.claim)}", event.stance.value if event.stance else ""
    ends = [_names(part.who for part in acting(event, side)) for side in (0, 1)]
    return " → ".join(filter(None, ends)) or event.type_name(), status_of(event) or ""
