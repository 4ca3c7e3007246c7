"""The side of a deal that its own sentences leave out, from what the whole article is about.

Seoul hopes for more. Poland has got 46 K2 tanks.        the state that makes such a type, if the article names it
Chad ordered jets from Peru. (…) Peru will send boats.   who supplies, or receives, in all the other deals told
Iraq's minister met the Koreans. Seoul will send guns.   the one other state that the sentences around name

Nobody is taken who is the other side already; where several could be meant, the side stays unknown.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.arms_deal.counts import is_count
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.makers import makers_of
from dipevents.events.arms_deal.parties import actors_of
from dipevents.events.arms_deal.traders import is_arms_company
from dipevents.mentions.words import lexicon
from dipevents.models.actor import ActorKind, countries_of
from dipevents.models.arms_deal import DealStatus
from dipevents.reading.clauses import clause, is_passive, with_conjuncts
from dipevents.reading.grammar import is_within

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.events.arms_deal.frame import Frame
    from dipevents.events.arms_deal.parties import Sides
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.models.arms_deal import ArmsDeal

__all__ = ["PASSING", "Topic", "is_unsure"]

PASSING = frozenset({"give", "get", "order", "come", "allow"})
"""Kinds of frames that tell of a deal even where other sentences name the sides."""
TALKED = frozenset({"both", "ask"})
"""The same of nouns alone: "the order for 30 tanks is stuck"."""
SPEAKING = frozenset({ActorKind.STATE, ActorKind.ORGANIZATION})
"""Kinds of actors that show that an article speaks of their state."""
SEVERAL = frozenset({"NNS", "NNP", "NNPS"})
"""Tags of words for others than those told of: "sold arms to the GULF MONARCHIES", "to Latin AMERICA"."""
WORLDWIDE = frozenset({"nations", "security", "un", "u.n."})
"""Words of the names of the United Nations and their council."""
BACK = 2
"""Sentences before a deal in which the state that receives is looked for."""


def is_unsure(frame: Frame, deal: ArmsDeal) -> bool:
    """Whether who supplies is nobody told before: "got jets FROM THE ISLAND", "asked if it NEEDS tanks"."""
    certain = any(i.quantity is not None or i.designation is not None for i in deal.items)
    return _comes_from(frame) or (deal.status is DealStatus.POSSIBLE and not certain)


def _comes_from(frame: Frame) -> bool:
    if not frame.trigger.is_verb or frame.kind not in {"get", "order"}:
        return False
    heads = (frame.trigger, *with_conjuncts(item.head for item in frame.items))
    return any(w.is_noun and not is_within(w, "DATE") for h in heads for w in clause(h).oblique("from"))


class Topic:
    """The states that an article speaks of, and where.

    Args:
        mentions: The article.
    """

    def __init__(self, mentions: Mentions) -> None:
        self._open: set[int] = set()
        self._partners: set[int] = set()
        self._others: set[int] = set()
        self._items = mentions.article.items()
        self._mentions = mentions
        self._named: dict[str, Actor] = {}
        for actor in mentions.actors.actors:
            vessel = actor.name in words_of("grammar", "vessels")  # "an ANTONOV with rifles": no side
            if actor.country is None or actor.kind not in SPEAKING or vessel:
                continue
            known = self._named.get(actor.country)
            if known is None or _rank(actor) < _rank(known):
                self._named[actor.country] = actor
        firms = Counter(a.country for a in mentions.actors.actors if is_arms_company(a))
        self._unclear = {code for code, one in self._named.items() if is_arms_company(one) and firms[code] > 1}
        self._starts = [*(s.start for s in mentions.sentences), len(mentions.article.text)]
        self._spoken = sorted(
            (m.start, a.country)
            for a in mentions.actors.actors
            if a.country is not None and (a.kind in SPEAKING or a.role)
            for m in a.mentions
            if a.country in self._named
        )

    def leave(self, frame: Frame, sides: Sides, deal: ArmsDeal) -> None:
        """Keeps in mind that a deal's own words tell the side it lacks, though not by name: "to an Asian customer"."""
        if _is_open(frame, sides):
            self._open |= _places(deal)
        if frame.parties and not (frame.suppliers or frame.recipients) and not sides.both:
            self._partners |= _places(deal)
        several = frame.recipients and not sides.recipients and all(w.tag in SEVERAL for w in frame.recipients)
        if several or (_comes_from(frame) and not sides.suppliers):
            self._others |= _places(deal)

    def is_for_others(self, deal: ArmsDeal) -> bool:
        """Whether a side that a deal lacks is told, without a name: "sold arms to the GULF MONARCHIES"."""
        return bool(_places(deal) & self._others)

    def with_maker(self, deal: ArmsDeal, others: Iterable[ArmsDeal] = ()) -> ArmsDeal:
        """The deal with the state that makes what it tells of, where it has nobody who supplies.

        Args:
            deal: The deal.
            others: Those of the article: who sold some that another state makes may have sold these.
        """
        if deal.suppliers or not deal.recipients or _places(deal) & self._open:
            return deal
        gets = countries_of(deal.recipients)
        typed = [i for i in deal.items if i.designation and not set(i.text.lower().split()) & words_of("used")]
        made = [makers_of([i.designation or ""]).intersection(self._named) for i in typed]
        codes = frozenset.intersection(*made) - gets - self._unclear if made else frozenset()
        types = {i.designation for i in typed}
        like = [d for d in others if d.suppliers and types & {i.designation for i in d.items}]
        if any(codes.isdisjoint(countries_of(d.suppliers)) for d in like):
            return deal
        if len(codes) != 1:
            return deal
        return replace(deal, suppliers=(self._named[next(iter(codes))],))

    def completed(self, deals: list[ArmsDeal]) -> list[ArmsDeal]:
        """The deals of the article, a side that one lacks filled from the others."""
        deals = [self.with_maker(self._at_home(deal), deals) for deal in deals]
        stories = self.stories(deals)
        return [_unbound(self._filled(deal, stories[self.item_at(deal.start)])) for deal in deals]

    def stories(self, deals: Iterable[ArmsDeal]) -> dict[int, list[ArmsDeal]]:
        """The deals by the number of the item of a list of news that tells them, which tells nothing of other items."""
        found: dict[int, list[ArmsDeal]] = {}
        for deal in deals:
            found.setdefault(self.item_at(deal.start), []).append(deal)
        return found

    def item_at(self, start: int) -> int:
        """The number of the item of a list of news that stands at a place, from 1; 0 before the first."""
        return bisect_right(self._items, start)

    def _at_home(self, deal: ArmsDeal) -> ArmsDeal:
        """The deal whose bare forces are of the state that the text speaks of most: "offered THE NAVY boats"."""
        named = Counter(code for _, code in self._spoken if code not in countries_of(deal.suppliers))
        most = [code for code, times in named.most_common(2) if 2 * times >= named.total()]
        if len(most) != 1 or not deal.suppliers:
            return deal
        bare = lexicon("state_bodies")
        ours = (a.country is None and a.name.islower() and a.name.split()[-1] in bare for a in deal.recipients)
        told = zip(deal.recipients, ours, strict=True)
        homes = (replace(a, country=most[0], country_guessed=True) if own else a for a, own in told)
        return replace(deal, recipients=tuple(homes))

    def found(self, frame: Frame, deal: ArmsDeal, deals: list[ArmsDeal]) -> ArmsDeal | None:
        """What a sentence tells without a side that the article tells, with that side; None where nothing tells it."""
        certain = any(i.quantity is not None or i.designation is not None for i in deal.items)
        if not deal.suppliers and deal.recipients and is_unsure(frame, deal):
            return None
        if certain and frame.kind in {"ask", "offer"} and (whole := self._visited(deal)) is not None:
            return whole
        if certain and frame.kind == "send" and deal.suppliers and deal.recipients:
            gets = countries_of(deal.recipients)  # "sent six jets to Chad", which gets arms from others as well
            return deal if any(gets & countries_of(d.recipients) for d in deals) else None
        if not certain or frame.kind not in PASSING | TALKED or (frame.kind in TALKED and frame.trigger.is_verb):
            return None
        alone = not deal.suppliers and not deal.recipients
        if (frame.guessed and frame.kind == "come") or (alone and all(is_count(i) for i in deal.items)):
            return None
        if alone:
            deal = replace(deal, recipients=_common(deals, "recipients", share=1))
        whole = self._filled(self.with_maker(deal), deals)
        if not whole.suppliers or not whole.recipients:
            return None
        sides = countries_of(whole.suppliers) | countries_of(whole.recipients)
        others = set(self._codes_in(self._sentence(deal.start))) - sides
        counted = any(i.quantity is not None for i in deal.items)
        return None if alone and (others or not counted) else whole

    def _filled(self, deal: ArmsDeal, deals: list[ArmsDeal]) -> ArmsDeal:
        if _places(deal) & self._open:
            return deal
        if (whole := self._visited(deal)) is not None:
            return whole
        if _places(deal) & self._partners and deal.recipients and not deal.suppliers:
            side = _common([d for d in deals if d is not deal], "recipients")
            if side and not countries_of(side) & countries_of(deal.recipients):  # "a contract WITH OSLO for jets"
                return replace(deal, suppliers=deal.recipients, recipients=side)
        elif deal.suppliers and not deal.recipients:
            side = (_common(deals, "recipients") if _is_told(deal) else ()) or self._named_before(deal)
            if side and not countries_of(side) & countries_of(deal.suppliers):
                return replace(deal, recipients=side)
        elif deal.recipients and not deal.suppliers:
            bare = all(a.country is None and a.name.islower() for a in deal.recipients)  # "the AIR FORCE got six jets"
            side = _common(deals, "suppliers") if _is_told(deal) and not bare else ()
            made = makers_of(i.designation or "" for i in deal.items)
            theirs = countries_of(side)
            if side and not theirs & countries_of(deal.recipients) and (not made or theirs <= made):
                return replace(deal, suppliers=side)
        return deal

    def _visited(self, deal: ArmsDeal) -> ArmsDeal | None:
        """The deal with whom its one side visits, or who visits it: "Holt arrived in OSLO. She asked for six jets"."""
        known, at = countries_of(deal.suppliers or deal.recipients), self._sentence(deal.start)
        if not known or (deal.suppliers and deal.recipients) or deal.status is DealStatus.DENIED:
            return None
        here, made = self._mentions.sentences[at], makers_of(i.designation or "" for i in deal.items)
        back = any(w.lower in {"he", "she", "they", "it"} for w in here.words) and at > 0
        for sentence in (here, *(self._mentions.sentences[at - 1 : at] if back else ())):
            for word in sentence.words_among(words_of("grammar", "visiting")):
                args = clause(word)
                who = args.subjects or clause(word.head.head if word.dep == "pobj" else word.head).subjects
                met = args.objects if word.is_verb else ()
                sides = [actors_of(self._mentions, w) for w in (who, met or args.oblique("to", "in"))]
                for ours, theirs in (sides, sides[::-1]):
                    codes = countries_of(theirs)
                    open_ = deal.status is not DealStatus.DELIVERED and (not made or codes <= made)
                    if countries_of(ours) == known and theirs and (deal.suppliers or open_) and not codes & known:
                        return replace(deal, suppliers=deal.suppliers or theirs, recipients=deal.recipients or theirs)
        return None

    def _named_before(self, deal: ArmsDeal) -> tuple[Actor, ...]:
        """The one state besides the supplier that the sentences right before name, the nearest first."""
        if not any(i.quantity or i.designation for i in deal.items):
            return ()
        own = countries_of(deal.suppliers) | makers_of(i.designation or "" for i in deal.items)
        at = self._sentence(deal.start)
        for number in range(at - 1, max(-1, at - 1 - BACK), -1):
            if self.item_at(self._starts[number]) != self.item_at(deal.start):
                return ()
            codes = [c for c in self._codes_in(number) if c not in own]
            if codes:
                return (self._named[codes[0]],) if len(codes) == 1 else ()
        return ()

    def _sentence(self, start: int) -> int:
        return bisect_right(self._starts, start) - 1

    def named(self, first: int, last: int) -> frozenset[str]:
        """The states that the sentences from one to another name."""
        return frozenset(code for number in range(first, last + 1) for code in self._codes_in(number))

    def _codes_in(self, number: int) -> list[str]:
        """The states that a sentence names, in the order of their first names."""
        first, end = self._starts[number], self._starts[number + 1]
        low, high = bisect_left(self._spoken, (first, "")), bisect_left(self._spoken, (end, ""))
        return list(dict.fromkeys(code for _, code in self._spoken[low:high]))


def _is_open(frame: Frame, sides: Sides) -> bool:
    """Whether words tell a side that is yet unknown: "sold to an Asian customer", "ready to hand over its jets"."""
    given = frame.kind in {"give", "send", "offer"} and frame.trigger.is_verb and not is_passive(frame.trigger)
    given = given and not any(w.pos == "NOUN" for w in frame.suppliers)  # "the administration will sell"
    mended = frame.key in words_of("mend") | words_of("mending")
    told = given or mended
    somebody = told or _comes_from(frame)
    return (bool(frame.recipients) and not sides.recipients) or (somebody and not sides.suppliers)


def _unbound(deal: ArmsDeal) -> ArmsDeal:
    """The deal without those who bind all states by an embargo, and supply nothing themselves."""
    kept = [a for a in deal.suppliers if a.kind is not ActorKind.IGO or WORLDWIDE.isdisjoint(a.name.lower().split())]
    bound = deal.recipients and deal.status in {DealStatus.DENIED, DealStatus.POSSIBLE}
    return replace(deal, suppliers=tuple(kept)) if bound else deal


def _places(deal: ArmsDeal) -> set[int]:
    """Where the text names the goods of a deal."""
    return {i.evidence.start for i in deal.items if i.evidence is not None}


def _is_told(deal: ArmsDeal) -> bool:
    """Whether a deal tells more of its goods than that they are arms."""
    words = words_of("general")
    return any(i.quantity or i.designation or i.text.lower().split()[-1] not in words for i in deal.items)


def _common(deals: list[ArmsDeal], side: str, share: float = 2 / 3) -> tuple[Actor, ...]:
    """The state on a side of nearly all deals that name that side, told of twice at least."""
    known: list[tuple[Actor, ...]] = [actors for d in deals if (actors := getattr(d, side))]
    known = [actors for actors in known if all(a.kind is not ActorKind.GROUP for a in actors)]  # rebels are no state
    counts = Counter(code for actors in known for code in countries_of(actors))
    if not counts:
        return ()
    code, times = counts.most_common(1)[0]
    most = times > 1 and times >= share * len(known)
    return next((a for a in known if countries_of(a) == {code}), ()) if most else ()


def _rank(actor: Actor) -> int:
    if actor.kind is ActorKind.STATE:
        return 0
    return 1 if is_arms_company(actor) else 2
