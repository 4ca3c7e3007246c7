"""Who acts: persons, states, organisations, intergovernmental bodies, groups."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from dipevents.models.evidence import Evidence
from dipevents.models.record import Words, record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.models.place import Place

__all__ = ["Actor", "ActorKind", "countries_of"]


class ActorKind(StrEnum):
    """What kind of actor: the values are those of the field's codebooks, lower case.

    Attributes:
        PERSON: A person, named or told by the office.
        STATE: A state, also where its capital stands for it; among the actors of a report also where its seat of
            government does ("the Kremlin").
        ORGANIZATION: A ministry, an army, a company, a party, a newspaper, an institute; in an event a seat of
            government, which keeps its own name there.
        IGO: An intergovernmental body; it has no country.
        GROUP: An armed group, a people, an unnamed plural ("analysts").
    """

    PERSON = "person"
    STATE = "state"
    ORGANIZATION = "organization"
    IGO = "igo"
    GROUP = "group"


@record
class Actor:
    """Somebody or something that acts in an article.

    Two actors are equal when name, kind, country, role and affiliation are: where an article mentions them does not
    count, so the same actor found in two articles compares equal.

    Attributes:
        name: The fullest form in the article, without titles; an unnamed actor's noun phrase ("a Russian delegation").
        kind: Person, state, organization, igo (intergovernmental) or group (armed groups, unnamed plurals).
        country: ISO 3166-1 alpha-3 of the state that the actor belongs to or speaks for (3166-3 for dissolved states,
            XKX for Kosovo); None where unknown and for intergovernmental bodies.
        country_guessed: Whether no word of the article tells the country, so that it was inferred from where and about
            what the article is written and from the name; False where the country is None.
        role: The role words as the article gives them ("Defense Minister"), or None.
        affiliation: The body that a person is said to belong to, as the article words it, or None.
        former: Whether the article calls the office a past one ("former ambassador").
        partisan: Whether the article ties the person to a party.
        aliases: Other names in the article, in order of first mention; without pronouns and roles.
        mentions: Every place where the actor is named, described or meant by a pronoun, in text order.

    Example:
        >>> Actor(name="Wang Yi", kind="person", country="CHN").kind
        <ActorKind.PERSON: 'person'>
    """

    name: Words
    kind: ActorKind
    country: str | None = None
    role: Words | None = None
    affiliation: Words | None = None
    former: bool = False
    partisan: bool = False
    country_guessed: bool = field(default=False, compare=False)
    aliases: tuple[Words, ...] = field(default=(), compare=False)
    mentions: tuple[Evidence, ...] = field(default=(), compare=False)


def countries_of(parties: Iterable[Actor | Place]) -> frozenset[str]:
    """The countries of actors or places, as far as known."""
    return frozenset(one.country for one in parties if one.country)
