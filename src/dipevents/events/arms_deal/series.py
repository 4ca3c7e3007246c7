"""Lists whose members each name a side of their own, read by the order of the words: the parse scatters them.

bought tanks from Chad, its jets from Peru and mortars from Oman        one deal a supplier
sold tanks to Chad, jets to Peru and mortars to Oman                    one deal a receiver
Oslo gave Kyiv six tanks; Rome, eight guns                              one deal a subject, the verb left out
sold six tanks to Chad, along with 30 guns, shells and spare parts      one deal with all that is listed
Chad ordered four boats, Niger two tanks                                the same
sold by Chad to Peru in 1994 and by Peru to Oman                        one deal a row of prepositions
bought French jets and Russian-made guns                                one deal a state whose goods they are
gets six jets this year and a further ten by 2028                       one deal a lot
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.events.arms_deal.counts import so_many
from dipevents.events.arms_deal.frame import TENSED
from dipevents.events.arms_deal.gapped import PREPOSITIONS, gapped
from dipevents.events.arms_deal.keepers import maker_of
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.mentions.gazetteer import country_of_adjective
from dipevents.reading.clauses import is_passive
from dipevents.reading.grammar import is_within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.arms_deal.frame import Frame, Goods
    from dipevents.mentions.equipment import Equipment
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["all_listed", "by_origin", "unrolled", "with_options"]
LISTING = frozenset(
    {"give", "send", "get", "order", "offer", "ask", "both", "allow", "lease", "arm", "come", "withhold"}
)
"""Kinds of frames whose equipment may go on as a list."""
BINDING = frozenset({"among", "and", "or", "plus", "including", "such", "well"})
LEAD = 6
"""Words right before equipment in which "along with" is looked for."""
LONGEST = 5
"""Words in the name of a side."""


def unrolled(frame: Frame, goods: Goods) -> list[Frame]:
    """A frame for each member of a list with sides of their own, else the frame itself."""
    if frame.kind == "order" and frame.trigger.is_verb:
        frame.items = [item for item in frame.items if not _passed_over(item)]
    members = _members(frame, goods)
    if len(members) < 2 or not any(item.head is members[0][0].head for item in frame.items):
        apart = gapped(frame, goods)
        return apart if apart[1:] else _in_lots(frame, goods)
    spans = _spans(frame.trigger.sentence, [item.first for item, _ in members])
    parts = [replace(frame, items=[item], span=span) for (item, _), span in zip(members, spans, strict=True)]
    if _sided_by(frame) != "to":
        return [
            replace(p, suppliers=_beside(side, goods), sources=[]) if side is not frame.trigger else p
            for p, (_, side) in zip(parts, members, strict=True)
        ]
    return [replace(p, recipients=_beside(side, goods), takers=[]) for p, (_, side) in zip(parts, members, strict=True)]


def _passed_over(item: Equipment) -> bool:
    """Whether equipment is what something else was chosen over: "picked used jets OVER new F-16s"."""
    top = item.head
    for _ in range(LEAD):
        if top.dep != "conj":
            break
        top = top.head
    return top.dep == "pobj" and top.head.lower in {"over", "than"}


def with_options(frames: list[Frame]) -> list[Frame]:
    """The frames of a sentence; what an order comes with an option for is of the order: "WITH AN OPTION FOR two"."""
    for option in (f for f in frames if f.key == "option" and f.items and f.trigger.head.lower == "with"):
        before = [f for f in frames if f.items and f.trigger.i < option.trigger.i and f.key != "option" and not f.lends]
        beside = [f for f in before if option.trigger.is_under(f.trigger) or f.trigger.is_noun]
        if beside and all(i.meant is not None for i in option.items):
            beside[-1].items = [*beside[-1].items, *option.items]
            option.items = []
    return frames


def by_origin(frame: Frame) -> list[Frame]:
    """A frame for each state whose goods somebody got: "bought FRENCH jets and RUSSIAN-made guns"; else the frame."""
    if (owned := _by_owner(frame))[1:] and not frame.key.endswith(" between"):
        return owned
    named = frame.suppliers or frame.sources or frame.parties
    if frame.kind not in {"get", "order", "ask"} or not frame.trigger.is_verb or named or len(frame.items) < 2:
        return [frame]
    if frame.key.endswith(" between"):
        return [frame]  # "is choosing between the NORWEGIAN gun and the FRENCH one"
    found: list[tuple[list[Word], list[Equipment]]] = []
    start = frame.trigger.i
    for item in sorted(frame.items, key=lambda i: i.head.i):
        between = frame.trigger.sentence.words[start + 1 : item.head.i] if item.head.i > start else ()
        origins = [w for w in between if w.text[:1].isupper() and country_of_adjective(w.text)]
        if origins:
            found.append((origins, []))
        elif not found:
            return [frame]
        found[-1][1].append(item)
        start = item.last.i
    if len({country_of_adjective(origins[0].text) for origins, _ in found}) < 2:
        return [frame]
    spans = _spans(frame.trigger.sentence, [origins[0] for origins, _ in found])
    return [
        replace(frame, items=items, suppliers=origins, span=span)
        for (origins, items), span in zip(found, spans, strict=True)
    ]


def _by_owner(frame: Frame) -> list[Frame]:
    """A frame for each owner of what somebody weighs: "rejected SAAB's Gripen and BOEING's F-18"; else none."""
    told = [next((c for c in i.head.children if c.dep == "poss"), None) or maker_of(i) for i in frame.items]
    owners = [w if w in frame.sources else None for w in told]
    if frame.suppliers or None in owners:
        return []
    return [replace(frame, items=[i], sources=[o]) for i, o in zip(frame.items, owners, strict=True) if o is not None]


def _spans(sentence: Sentence, firsts: list[Word]) -> list[tuple[int, int]]:
    """The text of each member of a list, by the first words of them all."""
    starts = [w.start for w in firsts]
    return list(zip(starts, [*starts[1:], sentence.end], strict=True))


def beside_subject(item: Equipment, goods: Goods) -> list[Equipment]:
    """All of the equipment that is a subject together with the last of it: "GUNS and TANKS sold by Oslo were shown"."""
    found, noun = [item], item.head
    while noun.dep == "conj" and (other := goods.at(noun.head)) is not None and len(found) < LONGEST:
        found.insert(0, other)
        noun = noun.head
    return found if noun.dep in {"nsubj", "nsubjpass"} else [item]


def all_listed(frame: Frame, goods: Goods) -> Frame:
    """The frame with what the list of its equipment goes on with, by the order of the words."""
    here = [i for i in frame.items if i.head.sentence is frame.trigger.sentence and i.carrier is None]
    if not here or frame.kind not in LISTING:
        return frame
    own = {item.head.i for item in frame.items}
    last = max(here, key=lambda item: item.last.i)
    ahead = last.head.i < frame.trigger.i
    for item in goods.items:
        if item.first.i <= last.last.i or item.carrier is not None or (ahead and item.head.i > frame.trigger.i):
            continue
        if item.head.dep in {"nsubj", "nsubjpass"} or not _follows(last, item):
            break
        if item.head.i not in own:
            frame.items.append(item)
        last = item
    return frame


def _follows(last: Equipment, item: Equipment) -> bool:
    """Whether equipment goes on with a list: only what binds a list stands between, or "along with" right before it."""
    words = item.head.sentence.words
    named = item.first.tag == "NNP" and item.first is not item.head and words[item.first.i + 1].tag == "CD"
    if named:
        return False  # "Chad ordered four boats, Niger two tanks"
    gap = words[last.last.i + 1 : item.first.i]
    between = [w for w in gap if w.lower not in words_of("grammar", "listed_by")]
    passing = words_of("nouns", "give")  # "the repair of tanks and the SUPPLY of drones"
    plain = [w for w in between if (w.lemma not in words_of("measures") or w.lemma in passing) and w.tag != "CD"]
    bound = any(w.lower in BINDING for w in gap)
    if not plain:
        # "the SS-23, a missile of the Soviets" is no list; "six trucks, KAMAZES" tells two names
        parted = bool(gap) and gap[0].text in {",", ";"}
        measured = any(w.tag == "CD" for w in gap)  # ", 20,000 ROUNDS of ammunition"
        counted = item.quantity is not None or measured or item.head.dep == "conj"
        return bound or (parted and (counted or item.designation is not None))
    lead = " ".join(w.lower for w in words[max(last.last.i + 1, item.first.i - LEAD) : item.first.i])
    joined = any(f" {phrase} " in f" {lead} " for phrase in words_of("grammar", "joined_by"))
    if joined and not any(w.text == ";" or (w.is_verb and w.tag in TENSED) for w in plain):
        return True
    opened = plain[0].text in {":", "—", "–"} and len(plain) == 1
    return opened and last.head.lower in words_of("general")  # "arms: rifles and shells"


def _members(frame: Frame, goods: Goods) -> list[tuple[Equipment, Word]]:
    preposition = _sided_by(frame)
    words = frame.trigger.sentence.words
    found: list[tuple[Equipment, Word]] = []
    ahead = frame.kind == "come"
    end = -1 if ahead else frame.trigger.i
    if preposition is None or not (frame.trigger.is_verb or frame.kind in {"give", "get"}) or not frame.items:
        return []
    listed = _with_counts(frame, goods, preposition)
    for item in listed:
        last = _last_of(item)
        if item.head.i < end or last is None or any(o.first.i <= last.i < o.head.i for o in listed):
            continue  # the "Harop" of "Harop drones"
        if ahead and item.head.i > frame.trigger.i:
            break
        if found and item.first.i <= end < item.head.i:
            item = replace(item, first=_opening(words[end + 1 : item.head.i + 1]))  # "from [Oslo and ten tanks]"
        if found and not _only_binds(words[end + 1 : item.first.i]):
            break
        if not found and item.last.lower == "more" and item.head.i not in {i.head.i for i in frame.items}:
            found.append((frame.items[0], frame.trigger))  # "six boats that Oslo sold, and two more from Peru"
        led = last.i + 1 < len(words) and words[last.i + 1].lower == preposition
        side = _side(words[last.i + 2 : last.i + 2 + LONGEST]) if led else None
        if side is None:
            if found:
                break
            continue
        found.append((item, side))
        end = _last_beside(side, goods)
    return found


def _last_of(item: Equipment) -> Word | None:
    """The last word of a member, the "batteries" of "Patriot BATTERIES" counted in; None where another noun has it."""
    carrier = item.carrier
    if carrier is None:
        return item.last
    held = carrier.lemma in words_of("grammar", "kinds", "units") | words_of("measures")
    return carrier if held and carrier.i == item.last.i + 1 else None


def _opening(words: list[Word]) -> Word:
    """The first word of a member that is no more of the list before it."""
    return next((w for w in words[:-1] if w.lower not in words_of("series", "between")), words[-1])


def _sided_by(frame: Frame) -> str | None:
    """What leads to the side of each member: "was given tanks BY Chad and jets BY Peru"."""
    taking = frame.beside is not None and frame.beside.lemma in words_of("grammar", "taking")
    if taking and frame.kind == "give" and frame.trigger.dep == "dobj":
        return "from"  # "took delivery of tanks FROM Chad and jets FROM Peru"
    by = is_passive(frame.trigger) and any(w.head.lower == "by" for w in frame.suppliers)
    return "by" if by and frame.kind in {"give", "send", "offer"} else PREPOSITIONS.get(frame.kind)


def _with_counts(frame: Frame, goods: Goods, preposition: str) -> Sequence[Equipment]:
    """The equipment of the sentence with the numbers that count what stands before: "and three MORE from Peru"."""
    words = frame.trigger.sentence.words
    counted: list[Equipment] = []
    here = [item.last.i for item in frame.items if item.head.sentence is frame.trigger.sentence]
    for word in words[min(here, default=len(words)) + 1 :]:
        more = word.i + 2 < len(words) and words[word.i + 1].lower == "more"
        last = words[word.i + 1] if more else word
        led = last.i + 1 < len(words) and words[last.i + 1].lower == preposition
        others = word.lower == "more" and words[word.i - 1].lower == "and"  # "tanks from Chad and MORE from Peru"
        counts = word.tag == "CD" or word.lower in words_of("grammar", "counts") or others
        if counts and led and goods.at(word) is None:
            before = [item for item in goods.items if item.last.i < word.i]
            counted += [so_many(before[-1], word, last)] if before else []
    return sorted([*goods.items, *counted], key=lambda item: item.head.i) if counted else goods.items


def _only_binds(between: list[Word]) -> bool:
    """Whether words between two members only bind them or tell a time or a sum: ", in 2015, and"."""
    aside = {
        i
        for e in (between[0].sentence.entities if between else ())
        if e.label in {"DATE", "MONEY", "TIME"}
        for i in range(e.first, e.last + 1)
    }
    texts = [w.text for w in between]
    if "(" in texts and ")" in texts:  # "radars to Peru (A MILLION EUROS) and"
        aside |= {w.i for w in between[texts.index("(") : texts.index(")") + 1]}
    binding = words_of("series", "between", "leading") | {"of"}
    return all(w.lower in binding or w.i in aside or w.tag == "CD" for w in between)


def _beside(side: Word, goods: Goods) -> list[Word]:
    """A side with the names coordinated with it."""
    names = side.sentence.words[side.i + 1 : _last_beside(side, goods) + 1]
    ends = [w for w in names if w.pos == "PROPN" and w.sentence.words[w.i + 1].pos != "PROPN"]
    return [side, *ends]


def _last_beside(side: Word, goods: Goods) -> int:
    """Where the names coordinated with a side end: "to CHAD AND PERU, radars to"."""
    words = side.sentence.words
    at = side.i
    while at + 2 < len(words) and words[at + 1].lower in {"and", ","}:
        start = at + 3 if words[at + 2].lower == "the" else at + 2
        if start >= len(words) or words[start].pos != "PROPN" or goods.at(words[start]) is not None:
            break
        at = start
        while at + 1 < len(words) and words[at + 1].pos == "PROPN":
            at += 1
    return at


def _side(words: list[Word]) -> Word | None:
    """The head of the name that words begin with, or None where they begin with none."""
    last = None
    for word in words:
        dated = is_within(word, "DATE")
        again = last is not None and (dated or word.pos == "DET")  # "Chad | a year later", "Chad | last year"
        named = word.pos in {"DET", "ADJ", "NOUN", "PROPN"}
        if again or not named or word.lower in words_of("series", "between") - {"the", "a"}:
            break
        last = word if word.pos in {"NOUN", "PROPN"} else last
    return last


def _in_lots(frame: Frame, goods: Goods) -> list[Frame]:
    """A frame for each of two lots at times of their own: "gets six jets this year and A FURTHER TEN BY 2024"."""
    if frame.kind not in PREPOSITIONS or not frame.trigger.is_verb or len(frame.items) != 1:
        return [frame]
    thing = frame.items[0]
    words, end = thing.head.sentence.words, thing.head.sentence.end
    for number in words[thing.last.i + 1 : -2] if thing.head.i > frame.trigger.i or frame.kind == "come" else []:
        more = words[number.i + 1].lower == "more"
        further = more or words[number.i - 1].lower in {"further", "another", "additional"}
        last = words[number.i + 1] if more else number
        when = words[last.i + 1 : last.i + LONGEST]
        led = when[0].lower in words_of("series", "timing") or is_within(when[0], "DATE")  # "ten MORE LAST YEAR"
        timed = led and any(is_within(w, "DATE") for w in when)
        if number.tag == "CD" and further and timed and goods.at(number) is None:
            lot = so_many(thing, number, last)
            return [
                replace(frame, span=(thing.first.start, number.start)),
                replace(frame, items=[lot], span=(number.start, end)),
            ]
    return [frame]
