from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.expert_opinion import link_opinions
from dipevents.models.actor import Actor, ActorKind
from dipevents.models.evidence import Evidence
from dipevents.models.expert_opinion import ExpertOpinion
from dipevents.models.place import Place
from dipevents.models.visit import Visit

if TYPE_CHECKING:
    from dipevents.parser import Parser


def opinions(parser: Parser, text: str) -> tuple[ExpertOpinion, ...]:
    return parser.parse(text).opinions


def test_every_sentence_of_a_quotation_is_an_opinion_of_its_own(parser: Parser) -> None:
    text = "“The truce is dead. Nobody will mourn it,” said Maria Lopez, a historian. “It was a farce.”"
    found = opinions(parser, text)
    assert [o.claim for o in found] == ["The truce is dead.", "Nobody will mourn it", "It was a farce."]
    assert all({a.name for a in o.experts} == {"Maria Lopez"} for o in found)


def test_a_claim_points_at_its_words(parser: Parser) -> None:
    text = "The truce, argues historian Maria Lopez, may not last."
    (found,) = opinions(parser, text)
    assert [text[c.start : c.end] for c in found.claim_evidence] == ["The truce", "may not last"]
    assert found.claim == "The truce may not last"
    assert found.hedges == ("may not",)


def test_an_expert_stays_one_by_name(parser: Parser) -> None:
    text = "Maria Lopez, a professor of law, left Madrid on Monday.\n\nThe truce will hold, Lopez said."
    (found,) = opinions(parser, text)
    assert [a.name for a in found.experts] == ["Maria Lopez"]


def test_an_office_outweighs_a_trade(parser: Parser) -> None:
    assert not opinions(parser, "The foreign minister, Professor Maria Lopez, said that the truce will hold.")


def test_they_goes_on_with_the_unnamed_experts(parser: Parser) -> None:
    found = opinions(parser, "Analysts said the truce would hold. They expect a new treaty in May.")
    assert [[a.name for a in o.experts] for o in found] == [["Analysts"], ["Analysts"]]


def test_what_an_official_credits_to_experts_names_the_official_as_reporter(parser: Parser) -> None:
    (found,) = opinions(parser, "Vladimir Putin said that analysts expect the truce to fail.")
    assert [a.name for a in found.experts] == ["analysts"]
    assert [a.name for a in found.reported_by] == ["Vladimir Putin"]


CLAIM = Evidence(start=40, end=71, text="Kim will gain nothing in Moscow")
OPINION = ExpertOpinion(
    evidence=(CLAIM,),
    experts=(Actor(name="analysts", kind=ActorKind.GROUP),),
    claim=CLAIM.text,
    claim_evidence=(CLAIM,),
)
VISIT = Visit(
    evidence=(Evidence(start=0, end=4, text="Gone"),),
    visitors=(Actor(name="Kim Jong Un", kind=ActorKind.PERSON, aliases=("Kim",)),),
    destinations=(Place(name="Moscow", country="RUS"),),
)


def test_an_opinion_speaks_of_the_event_whose_parties_its_claim_names() -> None:
    (linked,) = link_opinions([OPINION], [VISIT])
    assert linked.about == (VISIT.id,)


def test_an_opinion_speaks_of_the_event_that_its_own_words_state() -> None:
    visit = replace(VISIT, evidence=(replace(CLAIM),), visitors=(), destinations=())
    (linked,) = link_opinions([OPINION], [visit])
    assert linked.about == (visit.id,)


def test_an_opinion_does_not_speak_of_other_events() -> None:
    (linked,) = link_opinions([OPINION], [replace(VISIT, destinations=(Place(name="Ankara", country="TUR"),))])
    assert linked.about == ()
