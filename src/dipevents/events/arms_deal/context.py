"""Deals that go on from sentence to sentence: what one leaves out, the ones before it have told.

Kyiv asked for tanks. Berlin offered 14 Leopards.       a deal without a recipient goes to the one told of
Chad turned to Turkey. Six drones will arrive in May.   equipment that passes between nobody: the sides told of
The contract, worth $2bn, was torn up in June.          the same deal: more words, its value, date and end
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.arms_deal.counts import is_count
from dipevents.events.arms_deal.echo import first_told
from dipevents.events.arms_deal.entry import OPEN, Entry
from dipevents.events.arms_deal.likeness import alike, is_further, is_general, may_mean
from dipevents.events.arms_deal.lots import date_of_more
from dipevents.events.arms_deal.makers import makers_of
from dipevents.events.arms_deal.merge import counted_by, is_disowned, is_reverse, shared, years_apart
from dipevents.events.arms_deal.standing import is_no_end
from dipevents.events.merge import REACH, union
from dipevents.models.actor import ActorKind, countries_of
from dipevents.models.arms_deal import ArmsDeal, DealStatus

if TYPE_CHECKING:
    from collections.abc import Callable

    from dipevents.events.arms_deal.answers import Answer
    from dipevents.events.arms_deal.parties import Sides
    from dipevents.events.arms_deal.pointing import Pointer
    from dipevents.models.actor import Actor
    from dipevents.models.evidence import Evidence
    from dipevents.reading.sentence import Word

__all__ = ["Told"]
NEAR = 10
"""Sentences back from which a side is taken."""
CLOSE = 4
"""Sentences back from which the receiver of a halt is taken."""
FAR = 8
"""Sentences back in which "the contract" is looked for."""


class Told:
    """The deals that an article has told so far, in text order.

    Args:
        named: The states that the sentences from one to another name.
    """

    def __init__(self, named: Callable[[int, int], frozenset[str]]) -> None:
        self._named = named
        self._entries: list[Entry] = []
        self._halts: list[Entry] = []
        self._papers: list[Entry] = []
        self._pledged: tuple[int, tuple[Actor, ...]] = (0, ())
        self._open_ways: set[Evidence] = set()
        self._first = 0

    def begin(self) -> None:
        """Begins another story of a list of news, which does not go back to what was told before."""
        self._first, self._papers, self._pledged = len(self._entries), [], (0, ())

    def __len__(self) -> int:
        """How many have been told."""
        return len(self._entries)

    @property
    def deals(self) -> list[ArmsDeal]:
        """All of them, in text order."""
        return [entry.deal for entry in self._entries]

    @property
    def halts(self) -> list[ArmsDeal]:
        """What was told to pass no longer without a word for the goods, in text order."""
        return [entry.deal for entry in self._halts]

    def near(self, sentence: int, reach: int) -> list[ArmsDeal]:
        """Those of so many sentences before one, in text order."""
        return [entry.deal for entry in reversed(self._back(sentence, reach))]

    def add(self, sentence: int, deal: ArmsDeal, *, named: bool = False) -> None:
        """Keeps a deal, its recipient taken from the ones before where it has none, and its words name none either."""
        trade = self._back(sentence, NEAR)[:1] if all(is_general(i) for i in deal.items) else []
        vague = any(e.deal.status is DealStatus.DENIED and not is_general(i) for e in trade for i in e.deal.items)
        states = all(a.kind is not ActorKind.IGO for a in deal.suppliers) and not vague  # "its arms exports are legal"
        if deal.suppliers and not deal.recipients and states and not named:
            deal = replace(deal, recipients=self._recipients(sentence, deal))
        if deal.recipients and not deal.suppliers and self._specify(sentence, deal):
            return
        counted = bool(deal.items) and all(map(is_count, deal.items))  # "Saab sold Peru Gripens. Chad got TEN as well."
        if deal.recipients and not deal.suppliers and counted and not named:
            deal = replace(deal, suppliers=self._suppliers(sentence, deal))
        self._entries.append(Entry(sentence, deal))

    def _specify(self, sentence: int, deal: ArmsDeal) -> bool:
        """Tells the goods of arms just told in general: "signed an arms deal with Lima. LIMA GETS six jets"."""
        for entry in (*self._papers, *self._back(sentence, 1)):
            old, sides = entry.deal, (*entry.deal.suppliers, *entry.deal.recipients)
            others = tuple(a for a in sides if not shared((a,), deal.recipients))
            like = old.status is deal.status and all(map(is_general, old.items)) and entry.sentence == sentence - 1
            ours = tuple(a for a in sides if a not in others)
            if like and others and ours:
                self._extend(entry, deal)
                items = old.items if old.items and all(map(is_general, deal.items)) else deal.items
                entry.deal = replace(entry.deal, items=items, suppliers=others, recipients=ours)
                self._entries += [entry] if entry in self._papers else []
                return True
        return False

    def note(self, sentence: int, deal: ArmsDeal) -> None:
        """Keeps a deal whose goods only the next sentence tells: "signed a contract with Chad. It covers six jets"."""
        self._papers = [Entry(sentence, deal)]

    def fill(self, sentence: int, deal: ArmsDeal) -> bool:
        """Adds the deal kept for its goods, with those that this sentence tells; gives whether there is one."""
        for entry in self._papers:
            if sentence == entry.sentence + 1:
                kept, evidence = entry.deal, union(entry.deal.evidence, deal.evidence)
                value = entry.deal.value or deal.value
                self._entries.append(Entry(sentence, replace(kept, evidence=evidence, items=deal.items, value=value)))
                return True
        return False

    def leave_open(self, deal: ArmsDeal | None) -> None:
        """Keeps in mind that a deal's words do not tell which of its sides supplies: "talks between Oslo and Lima"."""
        self._open_ways |= {i.evidence for i in (deal.items if deal else ()) if i.evidence is not None}

    def _is_open(self, deal: ArmsDeal) -> bool:
        return not self._open_ways.isdisjoint(i.evidence for i in deal.items if i.evidence is not None)

    def directed(self, others: list[ArmsDeal]) -> list[ArmsDeal]:
        """The deals told, those of open direction turned round where others of the article tell so."""
        is_open = [self._is_open(deal) for deal in self.deals]
        told = [d for d, unsure in zip(self.deals, is_open, strict=True) if not unsure]
        sure = [*others, *told][:REACH]
        return [
            replace(d, suppliers=d.recipients, recipients=d.suppliers)
            if unsure and any(is_reverse(d, other) for other in sure)
            else d
            for d, unsure in zip(self.deals, is_open, strict=True)
        ]

    def pledge(self, sentence: int, recipients: tuple[Actor, ...]) -> None:
        """Keeps for whom a sentence tells of gifts that it does not name: "announced gifts to Chad"."""
        if recipients:
            self._pledged = (sentence, recipients)

    def add_given(self, sentence: int, deal: ArmsDeal) -> bool:
        """Adds a deal that tells only its supplier, with the recipient told of before; gives whether there is one."""
        recipients = self._recipients(sentence, deal)
        told, pledged = self._pledged
        if not recipients and sentence - told <= NEAR and not shared(pledged, deal.suppliers):
            recipients = pledged
        if recipients:
            self._entries.append(Entry(sentence, replace(deal, recipients=recipients)))
        return bool(recipients)

    def add_wish(self, sentence: int, deal: ArmsDeal) -> bool:
        """Adds a deal that tells only who gets it, with who supplied the like before; gives whether one did."""
        suppliers = self._suppliers(sentence, deal)
        if suppliers:
            self._entries.append(Entry(sentence, replace(deal, suppliers=suppliers)))
        return bool(suppliers)

    def add_orphan(self, sentence: int, deal: ArmsDeal, *, alone: bool = True, handed: bool = False) -> bool:
        """Ties equipment that passes between nobody to a deal told before; gives whether there is one.

        Args:
            sentence: The number of its sentence.
            deal: What the sentence tells.
            alone: Whether equipment of another kind may pass between the sides told of.
            handed: Whether a verb tells that it was handed over.
        """
        for entry in sorted(self._back(sentence, FAR), key=lambda e: (-e.sentence, e.deal.status in OPEN)):
            if any(alike(x, y) for x in entry.deal.items for y in deal.items):
                if is_further(deal.items[0]):  # "Four more are planned"
                    again = replace(deal, suppliers=entry.deal.suppliers, recipients=entry.deal.recipients)
                    self._entries.append(Entry(sentence, again))
                else:
                    self._extend(entry, deal, handed=handed)
                return True
        counted = {i.designation for i in deal.items if i.designation and is_count(i)}
        for entry, told in ((e, e.deal) for e in self._back(sentence, 2) if alone):
            other = counted and not counted & {i.designation for i in told.items}  # "got Leopards; the FIRST came"
            lives = deal.status is not DealStatus.DENIED
            late = entry.sentence < sentence or (lives and not all(map(is_count, deal.items)))
            if other or not (told.suppliers and told.recipients and late):
                continue
            ended = lives and told.status is DealStatus.DENIED  # "the order fell through. Six jets are on order"
            if may_mean(deal, told) and not ended:
                self._extend(entry, deal, handed=handed)  # "The vehicles will arrive in June"
            else:
                joined = replace(deal, suppliers=() if ended else told.suppliers, recipients=told.recipients)
                self._entries.append(Entry(sentence, joined))
            return True
        return False

    def complete(self, sentence: int, deal: ArmsDeal) -> bool:
        """Gives a deal just told the side that it lacks: "They came from China"; gives whether there is one."""
        for entry in self._back(sentence, 2):
            old = entry.deal
            known = old.recipients if deal.suppliers else old.suppliers
            added = deal.suppliers or deal.recipients
            lacks = not (old.suppliers if deal.suppliers else old.recipients)
            same = not deal.items or any(alike(x, y) for x in old.items for y in deal.items)
            if same and not shared(added, old.suppliers if deal.suppliers else old.recipients):
                if not lacks or shared(added, known):
                    return False
                self._extend(entry, deal)
                entry.deal = replace(
                    entry.deal,
                    suppliers=old.suppliers or deal.suppliers,
                    recipients=old.recipients or deal.recipients,
                )
                return True
        return False

    def is_silent(self, sentence: int) -> bool:
        """Whether no deal was told of near enough for "the contract" to mean it."""
        return not self._back(sentence, FAR)

    def refer(self, pointer: Pointer, tell: Callable[[], ArmsDeal]) -> bool:
        """Adds what is told about "the contract", and who won it, to the latest deal that it can mean."""
        noun, struck, sides, here, won, deciding = pointer
        for entry in sorted(self._back(noun.sentence.i, FAR), key=lambda e: e.distance(noun.sentence.i, here)):
            old = entry.deal
            open_still = won and not old.suppliers and old.status in OPEN
            winners = sides.suppliers if open_still and not shared(sides.suppliers, old.recipients) else ()
            known = winners or (deciding and old.suppliers)
            named = countries_of((*(() if known else sides.suppliers), *sides.recipients))
            theirs = {a.country for a in (*old.suppliers, *old.recipients)}
            if entry.is_before(noun) and named <= theirs and not years_apart(old.ordered, struck):
                self._extend(entry, more := tell())
                status = more.status if winners and more.status is DealStatus.AGREED else entry.deal.status
                entry.deal = replace(entry.deal, suppliers=winners or old.suppliers, status=status)
                return True
        return False

    def point(self, noun: Word, deal: ArmsDeal, named: tuple[Actor, ...], *, further: bool) -> bool:
        """Adds what is told of "the frigate deal" to the latest deal that it can mean; gives whether there is one.

        Args:
            noun: The noun of the deal.
            deal: What its sentence tells.
            named: The sides that the phrase of the noun names.
            further: Whether its goods are further ones of the deal.
        """
        codes = countries_of(named)
        for entry in self._back(noun.sentence.i, FAR):
            old = entry.deal
            like = further or any(alike(x, y) or is_general(y) for x in old.items for y in deal.items)
            if entry.is_before(noun) and like and codes <= {a.country for a in (*old.suppliers, *old.recipients)}:
                self._extend(entry, replace(deal, status=old.status) if further else deal)
                if further:  # "the package would include": says nothing of how far it has come
                    entry.deal = replace(entry.deal, items=union(old.items, deal.items), status=old.status)
                return True
        return False

    def takes(self, sentence: int, deal: ArmsDeal, made: bool) -> bool:
        """Adds what a third party does with goods told before: approves, or made them; gives whether there are any."""
        for entry in self._back(sentence, FAR):
            old = entry.deal
            third = old.suppliers and deal.suppliers and not shared(deal.suppliers, (*old.suppliers, *old.recipients))
            like = all(any(alike(x, y) and (x.designation or not y.designation) for x in old.items) for y in deal.items)
            theirs = not deal.recipients or shared(deal.recipients, old.recipients)
            if third and like and entry.sentence < sentence and theirs:
                self._extend(entry, replace(old, evidence=deal.evidence, value=deal.value) if made else deal)
                return True
        return False

    def answer(self, answer: Answer, who: tuple[Actor, ...], whole: Evidence, word: Evidence) -> None:
        """Denies, or settles, the latest deal still open, just told, that those who answer would supply or receive."""
        cue, told, named, agreed, reported, bare = answer
        for entry in self._back(cue.sentence.i, CLOSE if named else 1):
            old = entry.deal
            theirs = shared(who, (*old.suppliers, *old.recipients))
            asked = not old.suppliers and old.status is DealStatus.NEGOTIATING  # "asked for tanks. Berlin refused."
            meant = old.evidence[-1].text.endswith("?") if bare else not who or theirs or asked
            if agreed or (reported and told):
                meant = theirs and entry.sentence < cue.sentence.i
            if (reported or old.status in OPEN) and entry.is_before(cue) and meant:
                entry.deal = replace(
                    old,
                    evidence=union(old.evidence, (whole,)),
                    suppliers=old.suppliers or (() if theirs else who),
                    status=DealStatus.AGREED if agreed else DealStatus.DENIED,
                    status_evidence=word,
                )
                return

    def repeat(self, sentence: int, who: tuple[Actor, ...], whole: Evidence, reach: int) -> None:
        """Adds the deal just told once more, for those who do likewise; they take the side told first.

        Args:
            sentence: The number of its sentence.
            who: Who does likewise.
            whole: The sentence.
            reach: Sentences back in which the deal may stand.
        """
        halted = [e for e in self._halts[-1:] if sentence - e.sentence <= reach]
        for entry in (halted or self._back(sentence, reach))[:1]:
            old = entry.deal
            if not who or shared(who, (*old.suppliers, *old.recipients)):
                return
            before = first_told(old.suppliers, old) <= first_told(old.recipients, old)
            gives = bool(old.suppliers) and (before or not old.recipients)
            again = replace(old, evidence=(whole,), when=None, value=None)
            again = replace(again, suppliers=who) if gives else replace(again, recipients=who)
            (self._halts if halted else self._entries).append(Entry(sentence, again))

    def halt(self, sentence: int, sides: Sides, whole: Evidence, cue: Evidence, *, licensed: bool, one: bool) -> bool:
        """Adds that arms no longer pass between two sides, of which a deal told before has one; gives whether so."""
        for entry in self._back(sentence, FAR):
            old = entry.deal
            known = shared(sides.suppliers, old.suppliers) or shared(sides.recipients, old.recipients)
            crossed = shared(sides.suppliers, old.recipients) or shared(sides.recipients, old.suppliers)
            close = entry.sentence >= sentence - CLOSE
            alone = close and sides.suppliers and not sides.recipients and not (one and old.suppliers)
            lone = alone or (licensed and not sides.suppliers)  # but "Lima sells Chad jets. Oslo blocked THE SALE"
            if crossed or not (known or lone):
                continue
            suppliers, recipients = sides.suppliers or old.suppliers, sides.recipients or old.recipients
            ours = not sides.recipients or shared(sides.recipients, old.recipients)
            struck = old.status is DealStatus.AGREED and shared(sides.suppliers, old.suppliers)
            meant = struck or (old.status in OPEN and known)  # "asked for guns. No licence was granted."
            if close and ours and meant:
                told = union(old.evidence, (whole,))
                entry.deal = replace(old, evidence=told, status=DealStatus.DENIED, status_evidence=cue)
            elif suppliers and recipients:
                halted = ArmsDeal(evidence=(whole,), suppliers=suppliers, recipients=recipients)
                self._halts.append(Entry(sentence, replace(halted, status=DealStatus.DENIED, status_evidence=cue)))
            return True
        return False

    def _back(self, sentence: int, reach: int) -> list[Entry]:
        return [e for e in reversed(self._entries[self._first :][-40:]) if sentence - e.sentence <= reach]

    def _recipients(self, sentence: int, deal: ArmsDeal) -> tuple[Actor, ...]:
        sure = any(i.quantity for i in deal.items)  # "Oslo sends Kyiv six guns and LIMA TEN TANKS"
        counted = bool(deal.items) and all(is_count(i) for i in deal.items)  # "Oslo gave Kyiv 30 tanks; Lima sent ten"
        for entry in self._back(sentence, NEAR):
            theirs, other = entry.deal.recipients, not shared(entry.deal.suppliers, deal.suppliers)
            if self._is_open(entry.deal) and not entry.deal.suppliers:
                continue  # "talks WITH ROME on jets"
            if (other and not counted and is_disowned(entry.deal)) or self._is_past(entry, theirs, sentence, deal):
                continue
            if theirs and (counted or (sure and other) or entry.sentence < sentence):
                return () if shared(theirs, deal.suppliers) else theirs
        return ()

    def _is_past(self, entry: Entry, side: tuple[Actor, ...], sentence: int, deal: ArmsDeal) -> bool:
        """Whether the text has gone on to other states since a deal: "Oslo armed Chad. PERU's army is small. (…)"."""
        if any(alike(x, y) for x in entry.deal.items for y in deal.items):
            return False
        others = self._named(entry.sentence + 1, sentence - 1) - countries_of((*deal.suppliers, *deal.recipients))
        return bool(others) and not others & countries_of((*side, *entry.deal.suppliers))

    def _suppliers(self, sentence: int, deal: ArmsDeal) -> tuple[Actor, ...]:
        """Who supplies equipment called alike in the latest deal before; nobody of those who get it."""
        made = makers_of(i.designation or "" for i in deal.items)
        for entry in self._back(sentence, NEAR):
            theirs = entry.deal.suppliers
            ours = shared(entry.deal.recipients, deal.recipients) and len(entry.deal.items) == len(deal.items) == 1
            if ours and not theirs and alike(entry.deal.items[0], deal.items[0]) and entry.sentence >= sentence - 1:
                return ()  # "Chad got six tanks. It paid $2 million for THEM": who sold them is not told
            counted = all(is_count(i) for i in deal.items)
            types, known = ({i.designation for i in d.items if i.designation} for d in (deal, entry.deal))
            # "Oslo offers Rafales. Lima has 24 Gripens. Chad wants 40."; "Oslo gave Kyiv 17 jets. Chad will get F-35s."
            if not types & known and ((counted and types and known) or (made and not countries_of(theirs) & made)):
                continue
            sold = entry.deal.status is not DealStatus.DENIED  # "did not sell missiles" tells not whose Yakhonts are
            like = counted or (sold and all(any(alike(x, y) for x in entry.deal.items) for y in deal.items))
            onward = any(i.text.lower().endswith(" of them") for i in deal.items) and entry.sentence < sentence
            if onward and entry.deal.status is DealStatus.DELIVERED:  # "gave Chad jets. Some OF THEM were sold to Peru"
                theirs = entry.deal.recipients or theirs
            if theirs and like and (counted or entry.sentence < sentence):
                return () if shared(theirs, deal.recipients) else theirs
        return ()

    def _extend(self, entry: Entry, more: ArmsDeal, *, handed: bool = False) -> None:
        """The deal told before with the evidence of more words, and what they tell that it lacked."""
        old = entry.deal
        struck = more.status is DealStatus.AGREED and more.status_evidence is not None and old.status in OPEN
        pending, handed = handed, handed and more.status is DealStatus.DELIVERED and old.status is not DealStatus.DENIED
        cue = more.status_evidence.text.lower() if more.status_evidence is not None else ""
        late = (pending and cue in {"not", "n't", "n’t"}) or is_no_end(more, old)  # "have not been delivered"
        firmer = (more.status is DealStatus.DENIED and not late) or struck or handed or is_no_end(old, more)
        ordered = old.ordered or more.ordered
        entry.deal = replace(
            old,
            evidence=union(old.evidence, more.evidence),
            items=counted_by(old.items, more.status, (old, more)) if firmer else old.items,
            value=old.value or more.value,
            when=(ordered if old.status is DealStatus.AGREED else None) or old.when or date_of_more(old, more),
            ordered=ordered,
            delivered=old.delivered or more.delivered,
            status=more.status if firmer else old.status,
            status_evidence=more.status_evidence if firmer else old.status_evidence,
        )
