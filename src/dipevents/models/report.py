"""What reading one article gives."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self, TypeVar

from pydantic import SerializeAsAny

from dipevents.models.actor import Actor
from dipevents.models.arms_deal import ArmsDeal
from dipevents.models.event import Event
from dipevents.models.evidence import Evidence
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.record import Words, record
from dipevents.models.serial import MAX_CHARS, dump, load, parse_json, to_json
from dipevents.models.visit import Visit
from dipevents.models.warning import Warning

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Report", "Unread"]

E = TypeVar("E", bound=Event)


@record
class Unread:
    """A stretch of the article that was not read, and why.

    Attributes:
        evidence: The stretch, a whole paragraph.
        reason: Why, in words ("not English (French)").
    """

    evidence: Evidence
    reason: str


@record
class Report:
    """The facts of one article.

    Attributes:
        text: The article, letter for letter.
        published: Its publication day, or None.
        title: Its title, or None.
        source: Who published it, or None.
        url: Where, or None.
        actors: Everybody named in it, in order of first mention.
        events: All events, in text order.
        unread: Stretches that were not read, with the reason, in text order.

    Example:
        >>> report = dipevents.parse("Lavrov will visit Ankara on Monday.", published="2024-05-09")
        >>> [(event.type_name(), str(event.when)) for event in report.events]
        [('visit', '2024-05-13')]
        >>> report.actors[0].name, report.title
        ('Lavrov', None)
    """

    text: Words = ""
    published: date | None = None
    title: Words | None = None
    source: Words | None = None
    url: Words | None = None
    actors: tuple[Actor, ...] = ()
    events: tuple[SerializeAsAny[Event], ...] = ()
    unread: tuple[Unread, ...] = ()

    def of_type(self, kind: type[E]) -> tuple[E, ...]:
        """The events of one type, in text order; an empty tuple where there are none.

        Args:
            kind: The class of the events, such as `Visit` or a type of your own; its subclasses count.

        Example:
            >>> Report(events=(Visit(),)).of_type(Warning)
            ()
        """
        return tuple(e for e in self.events if isinstance(e, kind))

    @property
    def visits(self) -> tuple[Visit, ...]:
        """The visits, in text order."""
        return self.of_type(Visit)

    @property
    def warnings(self) -> tuple[Warning, ...]:
        """The warnings, in text order."""
        return self.of_type(Warning)

    @property
    def arms_deals(self) -> tuple[ArmsDeal, ...]:
        """The arms deals, in text order."""
        return self.of_type(ArmsDeal)

    @property
    def opinions(self) -> tuple[ExpertOpinion, ...]:
        """The expert opinions, in text order."""
        return self.of_type(ExpertOpinion)

    def to_dict(self) -> dict[str, Any]:
        """The report as plain dicts, lists, strings and numbers that JSON can hold; loss-free.

        Dates are ISO strings and amounts strings of digits. Events carry `type` and `id`; an actor of the report is
        written once, and events refer to it as `{"actor": 0}`.

        Example:
            >>> Report(text="Kim arrived.", published="2023-09-12").to_dict()["schema"]
            'dipevents.report/1'
        """
        return dump(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], *, event_types: Iterable[type[Event]] = ()) -> Self:
        """The report that `to_dict` gave: `Report.from_dict(report.to_dict()) == report`.

        Events refer to the very actors of `report.actors` again. Fields that are not given have their defaults, and an
        event's `id` may be left out.

        Args:
            data: What `to_dict` gave; it may come from strangers.
            event_types: Event types of your own that it may hold, beside the four.

        Raises:
            dipevents.errors.DataError: If something is wrong with it, with the path to the place: an unknown key, type
                or schema version, a value of the wrong type, evidence that does not quote the text, an `id` that is
                not the content's, an opinion about an event that is not in the report.

        Example:
            >>> Report.from_dict({"schema": "dipevents.report/1", "text": "Kim arrived.", "unread": {}})
            Traceback (most recent call last):
            dipevents.errors.DataError: report.unread: a list is needed, not dict of 0
        """
        return load(cls, data, event_types)

    def to_json(self, *, indent: int | None = None) -> str:
        r"""The report as JSON in ASCII: letters beyond it, and lone surrogates, are written as `\uXXXX`.

        Args:
            indent: Blanks of indentation a level; None for one line, as JSON Lines needs it.

        Example:
            >>> Report(text="Kim arrived.").to_json()[:52]
            '{"schema":"dipevents.report/1","text":"Kim arrived."'
        """
        return to_json(dump(self), indent)

    def to_html(self) -> str:
        """One self-contained HTML page: the text with its events marked, a timeline, the relations, and filters.

        It needs no network, and nothing in the article can run in it. For several reports:
        `dipevents.export.page.to_html`.

        Example:
            >>> "Kim &lt;arrived&gt;." in Report(text="Kim <arrived>.").to_html()
            True
        """
        from dipevents.export.page import to_html

        return to_html(self)

    def _repr_html_(self) -> str:
        """The page in a frame, as notebooks show it."""
        from dipevents.export.page import to_notebook_html

        return to_notebook_html(self)

    @classmethod
    def from_json(
        cls, text: str | bytes, *, event_types: Iterable[type[Event]] = (), max_chars: int = MAX_CHARS
    ) -> Self:
        """The report that `to_json` wrote.

        Args:
            text: JSON, as a string or as bytes in UTF-8.
            event_types: Event types of your own that it may hold, beside the four.
            max_chars: The longest JSON that is read, in characters.

        Raises:
            dipevents.errors.DataError: As `from_dict`; also if it is no JSON, too long, too deep, or gives a key twice.

        Example:
            >>> report = Report(text="Kim arrived.")
            >>> Report.from_json(report.to_json()) == report
            True
        """
        return load(cls, parse_json(text, max_chars), event_types)

    @classmethod
    def json_schema(cls, *, event_types: Iterable[type[Event]] = ()) -> dict[str, Any]:
        """The JSON Schema (draft 2020-12) of what `to_dict` gives.

        Args:
            event_types: Event types of your own that reports may hold, beside the four.

        Example:
            >>> Report.json_schema()["properties"]["schema"]
            {'const': 'dipevents.report/1'}
        """
        from dipevents.models.schema import schema_of

        return schema_of(cls, event_types)
