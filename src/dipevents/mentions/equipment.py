"""Military equipment in a sentence: the shortest noun phrase with its number.

    25 MiG-29 fighters                  number, designation, noun
    the second of nine T-72 tanks       what is counted, not the count
    a crate of anti-tank missiles       the same for measures
    spare parts for the F-16s           parts name what they are for
    Turkey's S-400 purchase             a modifier of another noun (`carrier`)

A `military` word names equipment wherever it stands, a `generic` one ("arms", "weapons") arms in general; a `dual` one
("ships", "engines", "Hercules") counts where the sentence around it is military, which the reader of events decides.
Civil words ("airliner", "food aid") name none, and take their head away from shorter matches.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.mentions.amounts import MAGNITUDES, number_in_words
from dipevents.mentions.equipment_words import BRIEF, Hit, find_hits, names, singular
from dipevents.mentions.gazetteer import country_code
from dipevents.mentions.words import lexicon
from dipevents.reading.clauses import phrase
from dipevents.reading.sentence import Word

if TYPE_CHECKING:
    from collections.abc import Collection

    from dipevents.reading.sentence import Sentence

__all__ = ["Equipment", "find_equipment"]

FORM = re.compile(r"(?=[^\d]{0,8}\d)(?=\d{0,4}[A-Z])[A-Za-z0-9]{1,7}(?:[-/][A-Za-z0-9]{1,6}){0,2}")
"""What an unlisted designation looks like beside a noun of equipment: "CHD620", "S26T"."""
INSIDE = frozenset({"compound", "amod", "nummod", "nmod", "quantmod", "advmod", "punct", "conj", "cc", "npadvmod"})
ROUNDS, LEAST = frozenset({"rounds"}), 100
"""What ammunition is counted by, and how many of them are no rounds of talks."""
TAIL = re.compile(r"Mk\.?|Block|[IVX]{1,4}s?|[A-Z]s?|MX|ER|NG|\d{1,4}[A-Z]?\d?s?|\d[×x]\d")
"""What follows a designation and belongs to it: "CV90 Mk IV", "Leopard 2A4", "Gripen C"."""
VARIANT = re.compile(r"(?:[A-Z]{1,3}\d?|\d{1,2})s?")
"""What behind a hyphen or a stroke tells the variant: "Osa-AKM", "Gripen E/F"."""


@dataclass(frozen=True, slots=True)
class Equipment:
    """Equipment named in a sentence.

    Attributes:
        head: The noun that ties it to the sentence.
        first: First word of its phrase, the number included and articles not.
        last: Last word of its phrase.
        designation: The type's designation as written ("MiG-29", "Leopard 2A4"), or None.
        category: SIPRI's category ("Aircraft", "Missiles" …), or None where it has none.
        quantity: How many, or None.
        use: "military", "generic" or "dual".
        carrier: The noun that it modifies ("purchase" in "S-400 purchase"), or None.
        meant: The equipment told before that it stands for ("50 of them"), or None.
    """

    head: Word
    first: Word
    last: Word
    designation: str | None
    category: str | None
    quantity: int | None
    use: str
    carrier: Word | None = None
    meant: Equipment | None = None

    @property
    def text(self) -> str:
        """The words, letter for letter."""
        base = self.head.sentence.start
        return self.head.sentence.text[self.first.start - base : self.last.end - base]


def find_equipment(sentence: Sentence) -> tuple[Equipment, ...]:
    """The equipment of a sentence in text order; of phrases with one head there is one."""
    hits = find_hits(sentence)
    found: dict[int, Equipment] = {}
    for hit in hits:
        if hit.entry.use == "civil":
            continue
        item = _read(sentence, hit, hits)
        if item is not None and (item.head.i not in found or _rank(item) > _rank(found[item.head.i])):
            found[item.head.i] = item
    for word in sentence.words_among(ROUNDS):
        number = next((c for c in word.children if c.dep == "nummod"), word)
        count = None if any(c.lower == "of" for c in word.children) else _quantity(sentence, number, word, ())
        if word.i not in found and count is not None and count >= LEAST:  # "40,000 ROUNDS", no "three rounds of talks"
            found[word.i] = Equipment(word, number, word, None, "Other", count, "military")
    carriers = {item.carrier.i for item in found.values() if item.carrier is not None}
    return tuple(_joined([found[i] for i in sorted(found) if i not in carriers]))


def _joined(items: list[Equipment]) -> list[Equipment]:
    """A designation and the noun right behind it are one thing, whatever the parse says: "Leopard 2A4 | tanks"."""
    kept: list[Equipment] = []
    for item in items:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.designation
            and before.first.i < item.first.i <= before.last.i + 1
            and _is_one(before, item)
        ):
            kept[-1] = replace(
                item,
                first=before.first,
                designation=before.designation,
                category=before.category or item.category,
                quantity=before.quantity or _quantity(item.head.sentence, before.first, item.head, {before.last.i}),
                use="military" if "military" in {before.use, item.use} else item.use,
            )
        else:
            kept.append(item)
    return kept


def _is_one(before: Equipment, item: Equipment) -> bool:
    """Whether two neighbours may be one thing: a noun, or another name of it ("MQ-9B | Sea Guardian drones")."""
    return not item.designation or (item.quantity is None and item.category == before.category)


def _rank(item: Equipment) -> tuple[bool, bool]:
    return item.use == "military", item.designation is not None


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(read_words("arms_deal")[name])


def _read(sentence: Sentence, hit: Hit, hits: list[Hit]) -> Equipment | None:
    """The phrase around a match; None where a later match or a civil word heads it."""
    word = sentence.words[hit.last]
    if hit.first < hit.last and hit.entry.words[-1] in _set("trading"):
        force = sentence.words[hit.last - 1]  # "MILITARY sales" are sales of arms
        return Equipment(force, force, word, None, hit.entry.category, None, hit.entry.use, word)
    while hit.first <= word.head.i < word.i:
        word = word.head  # "14 LEOPARD 2A6s", "60 MIRAGE 2000-5s"
    head, carrier = _head(word, hits)
    if head is None or (head.lemma == "part" and head.tag == "NN" and any(c.lower == "of" for c in head.children)):
        return None  # "the southern PART OF the Gulf"
    first, last = _bounds(head, sentence.words[hit.first])
    first, last = _whole(first, hits), sentence.words[max(last.i, hit.last if head is word else 0)]
    inner = [h for h in hits if first.i <= h.first and h.last <= last.i]
    if any(h.entry.use == "civil" for h in inner):
        return None
    if first.tag == "CD" and _names_type(first):
        first = sentence.words[first.i - 1]  # "MARK 82 bombs"
    while first.i and first.lower in {"dozen", "a", *MAGNITUDES} and sentence.words[first.i - 1].lower in {"a", "half"}:
        first = sentence.words[first.i - 1]  # "HALF A dozen guns"
    designation, named = _designation(sentence, first, last, inner)
    category = next((h.entry.category for h in (named, hit) if h is not None and h.entry.category), None)
    plain = hit.entry.kind == "noun" and hit.entry.use == "military" and hit.entry.words[-1] not in _set("of_types")
    if plain and hit.entry.category != "Missiles":
        category = hit.entry.category  # "Gepard ammunition" is ammunition, but "Patriot missiles" are air defence
    use = _use(sentence, first, last, inner)
    types = {h.last for h in inner if h.entry.kind in {"type", "name"}}
    if last is head and carrier is None:
        last = _extended(head, hit, hits)
        sure = {"military", "generic"}
        if last is not head and any(head.i < h.first <= last.i and h.entry.use in sure for h in hits):
            use = "military"
    return Equipment(head, first, last, designation, category, _quantity(sentence, first, head, types), use, carrier)


def _head(word: Word, hits: list[Hit]) -> tuple[Word | None, Word | None]:
    """The equipment noun that a matched word belongs to, and the other noun that this one modifies, if any."""
    current = word
    lasts = {h.last: h for h in hits}
    for _ in range(6):
        above = current.head
        joined = current.dep in {"compound", "nmod", "amod", "nummod", "poss"} and current.i < above.i
        tail = TAIL.fullmatch(above.text) and above.dep != "nummod"  # "14 Leopard 2s", which the tagger counts by
        if not joined or not (above.is_noun or tail) or above.i - current.i > 6:
            return current, None
        if current.dep == "poss":
            return current, None
        if tail and above.i - current.i <= 3:
            current = above
            continue
        if above.lemma in _set("passing") and above.i in lasts and lasts[above.i].first == above.i:
            return current, above  # "arms supplies" pass, where "military supplies" are passed
        top = _topmost(above)
        if any(h.first <= above.i <= h.last for h in hits) or (top.i in lasts and lasts[top.i].last >= above.i):
            if above.i in lasts or not any(h.first <= above.i <= h.last and h.last != above.i for h in hits):
                return None, None
            current = above
            continue
        if above.pos == "PROPN" and above.i - current.i <= 4 and word.text.islower() and word.pos == "NOUN":
            return above, None  # "the frigate Sheffield"
        counted = any(c.dep == "nummod" or c.lower in {"a", "an", "another"} for c in above.children)
        counted = counted and above.i - current.i == 1 and above.tag != "NNP"
        if counted and above.lemma in read_words("arms_deal")["grammar"]["units"]:
            return above, None  # "four S-400 regiments", "a Patriot battery"
        return current, above
    return current, None


def _topmost(word: Word) -> Word:
    for _ in range(6):
        if word.dep not in {"compound", "nmod"} or word.head.i <= word.i:
            break
        word = word.head
    return word


def _bounds(head: Word, matched: Word) -> tuple[Word, Word]:
    """First and last word of the phrase of a head: its number, adjectives and compounds, articles left out."""
    words = head.sentence.words
    first = min(head.i, matched.i)
    while first > 0 and _belongs(words[first - 1], head):
        first -= 1
    idle = {"and", "of", "or", *_set("unspecific")}
    while first < head.i and (not any(c.isalnum() for c in words[first].text) or words[first].lower in idle):
        first += 1
    if first and words[first - 1].tag == "$":  # "a $23bn F-16 sale"
        while first < head.i and (words[first].text[:1].isdigit() or words[first].lower in MAGNITUDES):
            first += 1
    last = head.i
    while last + 1 < len(words) and words[last + 1].dep == "nummod" and words[last + 1].head is head:
        last += 1
    return words[first], words[last]


def _whole(first: Word, hits: list[Hit]) -> Word:
    """The first word of a phrase, moved before a designation that begins outside and before its number."""
    words = first.sentence.words
    marked = first.i > 1 and words[first.i - 1].text == "-"  # "DC-8-62 | aircraft": the mark of its variant
    for hit in hits:
        if hit.first < first.i <= hit.last or (marked and hit.last == first.i - 2):
            start = hit.first
            while start > 0 and words[start - 1].tag == "CD":
                start -= 1
            return words[start]
    return first


def _belongs(word: Word, head: Word) -> bool:
    behind = word.sentence.words[word.i + 1]
    if word.tag == "NNP" and (behind.tag == "CD" or behind.lower in _set("marks")) and country_code(word.text):
        return False  # "leased PERU | eight helicopters"
    if word.tag == "CD" and (word.is_under(head) or behind.head is word):
        return True  # "72 F-35 fighters", whose number the parse hangs on the designation
    if word.tag == "CD" and word.dep == "nummod" and word.head.i == word.i - 1 and word.head.pos == "PROPN":
        return word.head.dep == "dative"  # "sold India | 36 Su-30s"
    if word.tag == "CD" and word.dep == head.dep == "dobj" and word.head is head.head:
        return True  # "sold the island | 66 | F-16V fighters"
    beside = {word.text, behind.text, *(w.text for w in word.sentence.words[max(word.i - 1, 0) : word.i])}
    if "-" in beside and word.is_under(head) and word.pos in {"NOUN", "PROPN", "ADJ", "ADP", "PUNCT"}:
        return word.text not in {"$", "(", ")"}  # "AIR-TO-GROUND and air-to-air missiles"
    model = word.dep == "compound" and word.text.isupper()  # "IRIS-T SLS launchers", which the tagger conjugates
    able = word.tag in {"VBN", "VBG"} or word.lower == "another" or model
    if word.pos in {"DET", "VERB", "AUX", "ADP", "PRON"} and not able:
        last = word.sentence.words[word.i + 3 : word.i + 4]  # "BETWEEN six and eight boats"
        before = word.sentence.words[max(word.i - 1, 0)]
        if word.lower == "of" and (before.tag in {"CD", "JJ"} or before.dep == "conj"):
            return False  # "14 OF | 24 tanks", but "upwards OF 24 tanks"
        leading = word.lower in {"up", "to", "of"} or (word.lower == "between" and any(w.tag == "CD" for w in last))
        return leading and word.dep in {"quantmod", "advmod"} and word.is_under(head)
    if word.tag == "POS" or word.dep in {"poss", "case", "det", "predet"} or word.text.endswith(tuple('$()<>“”"')):
        return False
    between = takewhile(lambda up: up is not head, (word, *word.ancestors()))
    return word.is_under(head) and all(up.dep in INSIDE for up in between)


def _extended(head: Word, hit: Hit, hits: list[Hit]) -> Word:
    """The end of "spare parts for the F-16s", "rounds of ammunition", else of the head itself."""
    if hit.entry.words[-1] not in _set("parts"):
        return head
    behind = head.sentence.words[head.i + 1 : head.i + 2]  # "grant spares for jets": hung on the verb
    if head.lemma not in {"spare", "part"}:  # "gave Oslo technology for missiles"
        vague = head.lemma in read_words("arms_deal")["groups"]["vague"]
        fitted = {h.last for h in hits if h.entry.use == "military" and vague}
        behind = [w for w in behind if w.lower == "for" and any(p.i in fitted for p in w.children if p.dep == "pobj")]
    for prep in [*behind, *(c for c in head.children if c not in behind)]:
        if prep.dep == "prep" and prep.lower in {"for", "of"} and prep.i - head.i <= 2:
            for noun in prep.children:
                if noun.dep == "pobj" and not (prep.lower == "for" and _is_receiver(noun)):
                    return phrase(noun, skip=("relcl", "acl", "prep", "appos", "cc", "conj", "punct"))[1]
    return head


def _is_receiver(noun: Word) -> bool:
    """Whether a name is a state or a body that gets the parts ("goggles for Syria"), not what they fit."""
    return any(
        e.label in {"GPE", "NORP", "LOC", "PERSON"} and e.first <= noun.i <= e.last for e in noun.sentence.entities
    )


def _designation(sentence: Sentence, first: Word, last: Word, inner: list[Hit]) -> tuple[str | None, Hit | None]:
    """The designation inside a phrase: a listed type with the name beside it, else what looks like one."""
    named = [h for h in inner if h.entry.kind in {"type", "name"}]
    if named:
        start, stop = sentence.words[named[0].first], sentence.words[named[0].last]
        for nxt in sentence.words[stop.i + 1 : last.i + 1]:
            joint = nxt.text in {"-", "/"} and nxt.i < last.i and VARIANT.fullmatch(sentence.words[nxt.i + 1].text)
            if nxt.lower in _set("marks") and nxt.i < last.i and _names_type(sentence.words[nxt.i + 1]):
                continue  # "Typhoon BLOCK 2 jets"
            if not (joint or FORM.fullmatch(nxt.text) or TAIL.fullmatch(nxt.text) or VARIANT.fullmatch(nxt.text)):
                break
            stop = nxt
        text = sentence.text[start.start - sentence.start : stop.end - sentence.start]
        bare = text if text in names() else singular(text)
        return bare, named[0]
    for word in sentence.words[first.i : last.i + 1]:
        if word.i > first.i and _names_type(word):
            mark = sentence.words[word.i - 1]
            return sentence.text[mark.start - sentence.start : word.end - sentence.start], None  # "TYPE 88 missiles"
        if FORM.fullmatch(word.text) and word.text.upper() == word.text and not word.text.isdigit():
            return word.text, None
    return None, None


def _use(sentence: Sentence, first: Word, last: Word, inner: list[Hit]) -> str:
    uses = {h.entry.use for h in inner}
    if "military" in uses:
        return "military"
    military = _set("military")
    general = {h.last for h in inner if h.entry.use == "generic"}
    others = (w for w in sentence.words[first.i : last.i + 1] if w.i not in general)
    if any(piece in military for w in others for piece in w.lower.split("-")):
        return "military"
    brief = {h.entry.category for h in inner if h.entry.kind == "type" and len(h.entry.words[0]) <= BRIEF + 1}
    if any(h.entry.kind == "noun" and h.entry.category in brief for h in inner):
        return "military"  # "eight K-8 trainers": the noun tells what two letters mean
    return "generic" if "generic" in uses else "dual"


def _names_type(word: Word, types: Collection[int] = ()) -> bool:
    """Whether a number belongs to a type, whose names end at `types`: "TYPE 26 frigates", "KILO 636 submarines"."""
    before = word.sentence.words[word.i - 1] if word.i else word
    marked = before.lower in _set("marks") and before.text[0].isupper() and word.text[0].isdigit()
    opening = word.sentence.words[max(word.i - 2, 0)]  # "A Dornier 228 aircraft", "TWO Bell 412 helicopters"
    counted = opening.lower in {"a", "an"} or (opening.tag == "CD" and opening.i < before.i)
    named = counted and before.tag == "NNP" and before.lower not in lexicon("calendar")  # "on 5 MAY 24 jets"
    return marked or not {before.i, word.i}.isdisjoint(types) or (named and word.text.isdigit())


def _quantity(sentence: Sentence, first: Word, head: Word, types: Collection[int]) -> int | None:
    """How many: the number in the phrase that counts its head, not a calibre or a year."""
    for word in sentence.words[first.i : head.i]:
        if (word.tag != "CD" and word.lower not in {"dozen", "score"}) or _names_type(word, types):
            continue
        nxt = sentence.words[word.i + 1]
        if nxt.text in {"mm", "millimeter", "millimetre", "ton", "tonne", "inch"}:
            continue
        digits = word.text.replace(",", "")
        scale = MAGNITUDES.get(nxt.lower, 1) if len(nxt.text) > BRIEF else 1  # "1.5 million rounds"
        if digits.isascii() and digits.replace(".", "", scale > 1).isdigit() and len(digits) <= 9:
            if nxt.text == "-":
                continue
            return int(Decimal(digits) * scale) or None
        if nxt.text == "-" and number_in_words(sentence.words[word.i + 2].lower) is None:
            continue  # "TWO-seat jets", but "twenty-eight jets"
        spelled = _spelled(sentence, word, head)
        if spelled is not None:
            return spelled
    above = head.head.head if head.dep == "pobj" and head.head.lower == "of" else head
    if above is not head and (counted := _units(above, head, types)) is not None:
        return counted
    if above.tag != "CD" or not above.text.isascii():
        return None
    told = number_in_words(above.lower)  # "EIGHT of its tanks"
    return int(above.text) if above.text.isdigit() else int(told[0]) if told is not None else None


def _units(unit: Word, head: Word, types: Collection[int]) -> int | None:
    """How many of a system its units tell: "EIGHT batteries of the S-400 (system)", but "squadrons of F-16s"."""
    systems = (head.i in types and head.tag in {"NN", "NNP"}) or head.lemma == "system"
    if not systems or unit.lemma == "squadron" or unit.lemma not in read_words("arms_deal")["grammar"]["units"]:
        return None
    number = next((c.lower for c in unit.children if c.dep == "nummod" and c.i < unit.i), "")
    told = number_in_words(number)
    return int(number) if number.isascii() and number.isdigit() else int(told[0]) if told is not None else None


def _spelled(sentence: Sentence, word: Word, head: Word) -> int | None:
    before = sentence.words[head.i - 1]
    text = sentence.text[word.start - sentence.start : before.end - sentence.start]
    lead = [w.lower for w in sentence.words[max(0, word.i - 2) : word.i]]
    if lead[-1:] == ["between"]:
        text = text.lower().split(" and ")[0]  # "between six and eight boats": six at least
    if word.lower in {"dozen", *MAGNITUDES}:  # "another dozen", "half a dozen", but "several dozen"
        if lead and lead[-1] in {"few", "many", "several"}:
            return None
        text = f"half a {text}" if "half" in lead else f"a {text}"
    read = number_in_words(text) if word.lower not in {"a", "an"} or text.lower().startswith("a dozen") else None
    return int(read[0]) if read is not None and read[0] == read[0].to_integral_value() else None
