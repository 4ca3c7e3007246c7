"""What speaks for and against a deal where words for equipment, its supplier or its recipient are not tied together.

    Chad was repaid in part with six T-55 tanks.        no verb of giving that has the tanks: weighed, and likely
    Chad paid for a film with tanks in it.              the same, and unlikely

`weigh` looks at what the frames leave open, once the whole article is read: what deals it tells elsewhere counts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from dipevents.events.arms_deal.aside import is_aside
from dipevents.events.arms_deal.conditions import NO_PARTY
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.likeness import alike
from dipevents.events.arms_deal.merge import agree
from dipevents.events.arms_deal.traders import is_arms_company, is_forces
from dipevents.events.odds import keep, lemma_of, likely, of_form, of_sentence, of_trigger, told_by
from dipevents.models.actor import ActorKind, countries_of
from dipevents.models.arms_deal import DealStatus
from dipevents.reading.grammar import is_question

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.events.arms_deal.frame import Frame, Goods
    from dipevents.events.arms_deal.parties import Sides
    from dipevents.mentions.equipment import Equipment
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.models.arms_deal import ArmsDeal

__all__ = ["LEAST", "NO_GOODS", "Lone", "weigh", "with_loose_goods"]

Lone: TypeAlias = "tuple[Frame, ArmsDeal, str | None]"
LEAST = 0.55
"""The least chance with which a deal counts: see docs/explanation/odds.md."""
NO_GOODS = "no military equipment"


def with_loose_goods(bare: Sequence[tuple[Frame, Sides]], goods: Goods, claimed: set[int]) -> list[tuple[Frame, Sides]]:
    """Of the frames of a sentence that have no equipment one for what no frame has, with what stands near it.

    Args:
        bare: Frames and their sides, in text order.
        goods: The equipment of the sentence.
        claimed: Where the heads of equipment stand that other frames have.
    """
    loose = [i for i in goods.items if i.head.i not in claimed and i.carrier is None and not is_aside(i)]
    loose = [i for i in loose if i.use != "dual" or i.head.lemma not in words_of("passing")]  # "end the SUPPLIES"
    if not loose or not bare or is_question(bare[0][0].trigger.sentence):
        return []
    best: dict[int, tuple[Frame, Sides, list[Equipment]]] = {}
    for frame, sides in sorted(bare, key=lambda one: _rank(*one)):
        near = [i for i in goods.near(frame.trigger) if not is_aside(i)]
        near = [i for i in near or loose[:1] if i.head.i not in claimed]
        if near and not frame.lends:
            best.setdefault(near[0].head.i, (frame, sides, near))
    for frame, _, near in best.values():
        frame.items = near
    return [(frame, sides) for frame, sides, _ in best.values()]


def _rank(frame: Frame, sides: Sides) -> tuple[int, ...]:
    """Frames with both sides first, then those with one, and verbs before nouns."""
    return (-bool(sides.suppliers) - bool(sides.recipients), not frame.has_side, not frame.trigger.is_verb)


def _with_sides_told(mentions: Mentions, frame: Frame, deal: ArmsDeal, told: Sequence[ArmsDeal]) -> ArmsDeal:
    """A deal of nobody with the sides of the one told last before it, or else with who gets all others.

    Who was to supply what was turned down, or what is only told behind it, need not supply this one; nor need any
    where the sentence names somebody else: "16 of the missiles fell into the hands of CHAD".
    """
    if deal.suppliers or deal.recipients:
        return deal
    named = countries_of(a for w in frame.trigger.sentence.words for a in mentions.actors.at(w))
    ended = DealStatus.DENIED  # what was delivered is not what was turned down
    whole = [d for d in told if d.suppliers and d.recipients]
    before = [d for d in whole if d.start <= deal.start]
    if alive := [d for d in before if d.status is not ended or deal.status is ended]:
        last = alive[-1]
        if named - countries_of((*last.suppliers, *last.recipients)):
            return deal
        return replace(deal, suppliers=last.suppliers, recipients=last.recipients)
    vague = all(i.category in {None, "Other"} for i in deal.items)  # "papers on space technology and arms sales"
    gets = {countries_of(d.recipients) for d in whole}
    behind = whole[:1] if len(gets) == 1 or (whole and countries_of(whole[0].recipients) & named) else []
    near = [] if vague else before[-1:] or behind
    return replace(deal, recipients=near[0].recipients) if near else deal


def weigh(mentions: Mentions, one: Lone, told: Sequence[ArmsDeal], besides: Sequence[ArmsDeal]) -> ArmsDeal | None:
    """The deal that a frame left open may tell, if that is likely.

    Args:
        mentions: The article.
        one: A frame, the deal as it would be, and what it lacks; None for one that lacks nothing.
        told: The deals that the grammar finds.
        besides: Further ones, which do not count for the odds, but are not told again.
    """
    frame, deal, reason = one

    def signs() -> frozenset[str]:
        return frozenset(_signs(mentions, frame, deal, reason, told))

    if reason is None:
        keep(mentions, signs, lambda: deal, sure=True)
        return None
    deal = _with_sides_told(mentions, frame, deal, told) if reason in {NO_PARTY, NO_GOODS} else deal
    if not (deal.suppliers or deal.recipients) or frame.lends:
        return None
    if mentions.weighed is None and any(_is_told_by(other, deal) for other in (*told, *besides)):
        return None
    return likely(mentions, "arms_deal", LEAST, signs, lambda: deal)


def _is_told_by(other: ArmsDeal, deal: ArmsDeal) -> bool:
    """Whether what is open is likely told already: the same sentence, or goods alike, somebody shared, for the same."""
    if any(x.start < y.end and y.start < x.end for x in other.evidence for y in deal.evidence):
        return True
    shared = {a.country or a.name for a in (*other.suppliers, *other.recipients)}
    known = any((a.country or a.name) in shared for a in (*deal.suppliers, *deal.recipients))
    known = known and agree(other.recipients, deal.recipients)  # "some of Chad's tanks went to PERU" is another deal
    return known and any(alike(x, y) for x in other.items for y in deal.items)


def _signs(
    mentions: Mentions, frame: Frame, deal: ArmsDeal, reason: str | None, told: Sequence[ArmsDeal]
) -> Iterator[str]:
    """The features of a candidate, as rows that `data/odds.csv` may have."""
    yield f"left open: {reason}"
    yield from _of_trigger(frame, deal)
    yield from _of_sides("supplier", deal.suppliers)
    yield from _of_sides("recipient", deal.recipients)
    yield "both sides" if deal.suppliers and deal.recipients else "one side"
    yield from _of_items(frame)
    yield from _of_article(mentions, frame, deal, told)
    yield from told_by("beside", frame.trigger.sentence.words, "arms_deal")


def _of_trigger(frame: Frame, deal: ArmsDeal) -> Iterator[str]:
    word = frame.trigger
    yield from of_trigger(word)
    yield from of_form(word)
    yield f"frame {frame.kind}"
    if word.head is not word:
        yield f"over {lemma_of(word.head)}"
    for child in word.children:
        if child.dep in {"dobj", "nsubjpass", "prep", "advmod", "amod", "neg", "aux", "prt"}:
            yield f"trigger has {child.dep} {lemma_of(child)}"
    for name in ("guessed", "soft", "dative", "lends"):
        if getattr(frame, name):
            yield f"frame is {name}"
    if frame.has_side:
        yield "sides by grammar"
    yield f"status {deal.status.value}"
    if deal.value is not None:
        yield "an amount"
    yield from of_sentence(word.sentence)


def _of_sides(name: str, side: Sequence[Actor]) -> Iterator[str]:
    yield f"{min(3, len(side))} {name}s"
    for actor in side:
        yield f"{name} is {actor.kind.value}"
        yield f"{name} of a state" if actor.country else f"{name} of no state"
        if is_arms_company(actor):
            yield f"{name} makes arms"
        if is_forces(actor):
            yield f"{name} has forces"
        if actor.kind is ActorKind.PERSON and actor.role:
            yield f"{name} in office"


def _of_items(frame: Frame) -> Iterator[str]:
    word = frame.trigger
    yield f"{min(3, len(frame.items))} goods"
    for item in frame.items:
        yield f"goods {lemma_of(item.head)}"
        yield f"goods are {item.use}"
        yield f"goods of {item.category}"
        yield f"goods as {item.head.dep}"
        yield "goods of a type" if item.designation else "goods of no type"
        yield "goods counted" if item.quantity else "goods not counted"
        if item.head.sentence is not word.sentence:
            yield "goods elsewhere"
            continue
        yield f"goods {'before' if item.head.i < word.i else 'behind'} {min(4, abs(item.head.i - word.i) // 4)}"
        yield "goods under trigger" if item.head.is_under(word) else "goods apart"
        yield f"goods under {lemma_of(item.head.head)}"


def _of_article(mentions: Mentions, frame: Frame, deal: ArmsDeal, told: Sequence[ArmsDeal]) -> Iterator[str]:
    own = {i.evidence for i in deal.items}
    others = [d for d in told if own.isdisjoint(i.evidence for i in d.items)]
    yield f"{min(4, len(others))} other deals"
    here = mentions.sentence_evidence(frame.trigger.sentence)
    if any(here in d.evidence for d in others):
        yield "another deal here"
    if any(abs(e.start - here.end) < 300 or abs(here.start - e.end) < 300 for d in others for e in d.evidence):
        yield "another deal near"
    if len(others) < len(told) and frame.items:
        yield "goods told"
    if any(alike(x, y) for d in others for x in d.items for y in deal.items):
        yield "goods alike told"
    states = countries_of((*deal.suppliers, *deal.recipients))
    parties = [(countries_of(d.suppliers), countries_of(d.recipients)) for d in others]
    gives, gets = (countries_of(side) for side in (deal.suppliers, deal.recipients))
    if any(states & (x | y) for x, y in parties):
        yield "a side told elsewhere"
    if any(gives & x and gets & y for x, y in parties):
        yield "both sides told elsewhere"
    if any(gives & y or gets & x for x, y in parties):
        yield "a side told the other way"
    yield f"{min(3, len(states))} states"
    sure = [i for i in frame.items if i.use == "military"]
    exact = "counted" if any(i.quantity for i in sure) else "typed" if any(i.designation for i in sure) else "plain"
    if sure:
        yield f"{exact} arms"
        yield f"{exact} arms of {len(states)} states" if len(states) < 3 else f"{exact} arms of many states"
        yield f"{exact} arms in an article of {'deals' if others else 'no deals'}"
        yield f"{exact} arms by {'a verb' if frame.trigger.is_verb else 'a noun'}"
        yield f"{exact} arms, frame {frame.kind}"
