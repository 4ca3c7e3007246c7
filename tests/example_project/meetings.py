"""Meetings: two sides talk face to face.

Lavrov met Fidan in Antalya; the two ministers will meet on Friday      the verb, with its sides
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events import ROOMS, Room
from dipevents.events.status import read_status
from dipevents.mentions.timing import date_of
from dipevents.models import Actor, Event, Evidence
from dipevents.models.record import Words, record
from dipevents.parser import Parser
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word


@record
class Meeting(Event):
    """Two or more sides meet.

    Attributes:
        sides: Who meets, in text order; at least two.
        status: "happened", "planned", "possible" or another of the phases that dipevents knows.
        status_evidence: The words that decide the status, or None where plain tense does.
    """

    sides: tuple[Actor, ...] = ()
    status: Words = "happened"
    status_evidence: Evidence | None = None


def find_meetings(mentions: Mentions) -> list[Meeting]:
    """The meetings of an article, in text order."""
    verbs = [w for s in mentions.sentences for w in s.words if w.is_verb and w.lemma == "meet"]
    return [meeting for verb in verbs if (meeting := read_meeting(mentions, verb))]


def read_meeting(mentions: Mentions, verb: Word) -> Meeting | None:
    """The meeting that one verb tells of, or None where it names fewer than two sides."""
    said = clause(verb)
    named = [
        who for word in (*said.subjects, *said.objects, *said.oblique("with")) for who in mentions.actors.who(word)
    ]
    sides = tuple(dict.fromkeys(named))
    if len(sides) < 2:
        mentions.skip(verb, "meeting", "no second side")
        return None
    status = read_status(verb)
    return Meeting(
        evidence=(mentions.sentence_evidence(verb.sentence),),
        when=date_of(mentions, verb),
        sides=sides,
        status=status.phase.value,
        status_evidence=status.evidence(mentions),
    )


def meeting_parser() -> Parser:
    """A parser that finds meetings beside the four types that come with dipevents."""
    return Parser(rooms=(*ROOMS, Room(Meeting, find_meetings)))
