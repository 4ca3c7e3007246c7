"""Who is unnamed in one account of a visit and named in another."""

from __future__ import annotations

import pytest

from dipevents.events.visit.merge import same_party
from dipevents.models.actor import Actor, ActorKind

PERSON, GROUP = ActorKind.PERSON, ActorKind.GROUP


@pytest.mark.parametrize(
    ("vague", "named", "one"),
    [
        (Actor(name="the prime minister", kind=PERSON), Actor(name="Salim Amri", kind=PERSON, country="OMN"), False),
        (
            Actor(name="a minister", kind=PERSON),
            Actor(name="Salim Amri", kind=PERSON, country="OMN", role="minister"),
            False,
        ),
        (Actor(name="Omani minister", kind=PERSON, country="OMN"), Actor(name="Salim Amri", kind=PERSON), False),
        (
            Actor(name="two Omani ministers", kind=GROUP, country="OMN"),
            Actor(name="Salim Amri", kind=PERSON, country="OMN"),
            False,
        ),
        (
            Actor(name="Omani foreign minister", kind=PERSON, country="OMN"),
            Actor(name="Salim Amri", kind=PERSON, country="OMN", role="minister of trade"),
            False,
        ),
        (
            Actor(name="the prime minister", kind=PERSON),
            Actor(name="Salim Amri", kind=PERSON, country="OMN", role="prime minister"),
            True,
        ),
        (Actor(name="team", kind=GROUP), Actor(name="Salim Amri", kind=PERSON, country="OMN"), True),
        (
            Actor(name="Omani minister", kind=PERSON, country="OMN"),
            Actor(name="Salim Amri", kind=PERSON, country="OMN", role="minister of trade"),
            True,
        ),
        (
            Actor(name="Omani delegation", kind=GROUP, country="OMN"),
            Actor(name="Salim Amri", kind=PERSON, country="OMN"),
            True,
        ),
    ],
)
def test_somebody_unnamed_may_be_a_named_one(vague: Actor, named: Actor, one: bool) -> None:
    assert same_party((vague,), (named,)) is one
    assert same_party((named,), (vague,)) is one
