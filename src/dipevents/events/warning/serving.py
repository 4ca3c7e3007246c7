"""For which body or ruler an issuer speaks, so that what it will do is the issuer's own act.

the NATO chief said NATO would strike back             the body of the office
the trade commissioner said the EU would retaliate      the union whose organs have "European" in their names
the EU's foreign policy chief said the bloc would act   the body by what it is
the minister said President Holt would impose tariffs   who rules the state for which the issuer speaks
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from dipevents.events.warning.issuers import at_home
from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.events.warning.opposed import is_public
from dipevents.mentions.gazetteer import body, find_names
from dipevents.models.actor import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = ["acts_for", "is_told_within", "serves", "serves_as"]

_UNION = "European Union"
_OF_UNION = ("eu ", "e.u. ", "european ")


def serves(issuer: Actor, actor: Actor) -> bool:
    """Whether somebody speaks for an intergovernmental body, or is an organ of it."""
    if actor.kind is not ActorKind.IGO:
        return False
    known, served = body(actor.name), _bodies_of(issuer)
    return actor.name in served or (known is not None and known.name in served)


def serves_as(word: Word, issuers: Sequence[Actor]) -> bool:
    """Whether a noun means the body for which an issuer speaks, by what it is or its own noun: "the BLOC"."""
    definite = {c.lower for c in word.children if c.dep in {"amod", "compound", "det", "poss"}} == {"the"}
    return is_told_within(word, issuers) or (definite and is_of(word, "blocs") and any(map(_bodies_of, issuers)))


def acts_for(word: Word, actor: Actor, issuers: Sequence[Actor]) -> bool:
    """Whether somebody who does what a state's officer threatens is of the same state: "HOLT would impose tariffs"."""
    word = word.head if word.dep == "compound" else word  # "PRESIDENT Holt"
    does = word.dep == "nsubj" and actor.kind is ActorKind.PERSON and not actor.partisan
    yields = lexicon("content", "suffer", "losses")  # "said HOLT would pay for it"
    at_one = does and word.head.lemma not in yields and any(at_home(actor, i) for i in issuers)
    return at_one and is_public(issuers) and not any(i.partisan for i in issuers)


def is_told_within(word: Word, issuers: Sequence[Actor]) -> bool:
    """Whether nameless people of a body speak of it: "the BANK will have to cut its rates, bank officials said"."""
    parts = {part for i in issuers if i.kind is not ActorKind.PERSON for part in i.name.lower().split()[:-1]}
    return word.is_noun and word.lower in parts


def _bodies_of(issuer: Actor) -> frozenset[str]:
    if issuer.country is not None or issuer.kind is ActorKind.STATE:
        return frozenset()
    return _named(issuer.affiliation or issuer.name) | _named(issuer.role or "")


@lru_cache(maxsize=1 << 10)
def _named(office: str) -> frozenset[str]:
    """The intergovernmental bodies in the words of an office, as they are written and by their full names."""
    hits = [hit for hit in find_names(office) if hit.kind == "body" and hit.country is None]
    union = {_UNION} if office.lower().replace("'s", "").replace("’s", "").startswith(_OF_UNION) else set()
    return frozenset({*(hit.text for hit in hits), *(hit.name for hit in hits), *union})
