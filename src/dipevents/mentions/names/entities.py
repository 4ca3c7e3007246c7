"""Which of the model's entities are persons, by what stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.gazetteer import given_name_gender
from dipevents.mentions.names.bodies import body_nouns
from dipevents.mentions.words import is_role, lexicon, shared_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.reading.sentence import Entity, Word

__all__ = ["bears_office", "is_holder", "settled"]

UNSURE = frozenset({"ORG", "WORK_OF_ART"})


def settled(words: Sequence[Word], entity: Entity) -> tuple[int, int, str]:
    """A name of the model's; one that has an office, is told by one or speaks for a body is a person's.

    "Seo Joon-ho, SPOKESMAN of the navy", "the ENVOY, Onesmo Sembe", "said Onesmo Sembe OF the Peace Institute".
    """
    first, last, label = entity.first, entity.last, entity.label
    if (
        first < last
        and (label not in {"PERSON", "NORP"} or words[last].dep == "conj")
        and is_holder(words, first, last)
    ):
        return first, last, "PERSON"
    if first < last and label == "GPE" and given_name_gender(words[first].text) and bears_office(words[last]):
        return first, last, "PERSON"
    if label not in UNSURE or (label == "ORG" and first == last) or words[last].lower in body_nouns():
        return first, last, label
    end, behind = words[last], words[min(last + 1, len(words) - 1)]
    speaks = label == "ORG" and end.dep == "nsubj" and end.head.lemma == "say" and behind.lower == "of"
    return first, last, "PERSON" if speaks or bears_office(end) else label


def bears_office(name: Word) -> bool:
    """Whether an office or a trade stands beside a name: "Seo Joon-ho, SPOKESMAN of the navy"."""
    return any(c.dep == "appos" and is_role(c) for c in name.children)


def is_holder(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a full name stands behind an office and a comma: "the envoy, ONESMO SEMBE", "the envoy, Chad's …"."""
    end, top = words[last], words[last]
    while top.dep == "conj" and top.head.pos == "PROPN":
        top = top.head  # "the envoys, Ada Holt and ONESMO SEMBE"
    plain = top is end and top.head.tag != "NNS" and is_role(top.head)
    shared = top is not end and shared_role(top.head) is not None
    if top.dep != "appos" or top.head.i >= first or not (plain or shared):
        return False
    if shared:
        return words[first - 1].lower in {",", "and"}
    told = end.lower in body_nouns() or end.lower.rstrip(".") in lexicon("companies") or end.lower in lexicon("things")
    return words[first - 1].text in {",", "'s", "’s"} and end.head.lemma not in lexicon("opposites") and not told
