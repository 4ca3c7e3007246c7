"""An office or a trade that the words beside a person's name give him."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dipevents.mentions.words import Name, is_capital, is_role, lexicon, long_titles, office_of, shared_role
from dipevents.reading.grammar import FINITE
from dipevents.reading.sentence import Word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "POSSESSIVE",
    "TURNED",
    "Title",
    "begins_clause",
    "complemented",
    "head_noun",
    "is_complement",
    "is_double",
    "is_glued",
    "is_seat",
    "may_hold",
    "office_before",
    "turned_to",
    "without_ranks",
]

_REACH = 16
"""Words behind an office that may tell of what it is."""
_SHORTEST = 4
"""Words before a name that an office, a complement and a comma need."""
_CLOSING = frozenset({",", ".", ")", ";", "–", "—"})
_COMPLEMENTING = frozenset({"at", "for", "from", "in", "of", "on", "to"})
_NOMINAL = frozenset({"ADJ", "ADP", "DET", "NOUN", "NUM", "PROPN"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
FRONTED = frozenset({"IN", "VBG", "VBN", "TO"})
"""Tags of the word that a phrase before the subject begins with."""
TURNED = "turned"
"""Between what somebody was and what he is: "a diplomat TURNED columnist"."""


@dataclass(frozen=True, slots=True)
class Title:
    """What the words beside a person's name tell.

    Attributes:
        first: First word of the role.
        last: Last word of the role.
        noun: The office or trade ("minister").
        belonging: Names that tell whose office it is: adjectives, owners, of-phrases; in text order.
        placing: Names behind "in", "at", "with", "from".
        topics: Names of states and places behind "for", "to" and "on".
        owner: The word that owns the office without naming it ("its", "country's"), or None.
        former: Whether the office is a past one.
        shared: Whether the noun is a plural that several share ("Senators Kowal and Hora").
    """

    first: Word
    last: Word
    noun: Word
    belonging: tuple[Name, ...]
    placing: tuple[Name, ...]
    topics: tuple[Name, ...]
    owner: Word | None
    former: bool
    shared: bool = False

    @property
    def role(self) -> str:
        """The role words with single blanks, as one person holds it."""
        text, base = self.first.sentence.text, self.first.sentence.start
        if not self.shared:
            return " ".join(text[self.first.start - base : self.last.end - base].split())
        before, behind = text[self.first.start - base : self.noun.start - base], text[self.noun.end - base :]
        own = self.noun.text[:-1] if self.noun.text[:-1].isupper() else self.office
        own = own.capitalize() if own.islower() and is_capital(self.noun) else own
        return " ".join((before + own + behind[: self.last.end - self.noun.end]).split())

    @property
    def office(self) -> str:
        """The office or trade in the singular and in lower case."""
        return (shared_role(self.noun) if self.shared else None) or office_of(self.noun)


def head_noun(run: list[Word]) -> Word | None:
    """The head of "a Chilean judge of the court": its last common noun before a preposition."""
    found = None
    for word in run:
        if word.tag == "NN" and not is_capital(word):
            found = word
        elif word.pos == "ADP":
            break
    return found if found is not None and found.lower not in lexicon("bodies") else None


def turned_to(run: list[Word], noun: Word) -> Word:
    """What somebody is now: "a diplomat turned COLUMNIST"."""
    at = noun.i + 1 - run[0].i
    turned = at + 1 < len(run) and run[at].lower == TURNED
    return (head_noun(run[at + 1 :]) if turned else None) or noun


def is_complement(words: list[Word], at: int) -> bool:
    """Whether a noun ends what stands behind "of" and an office: "chairman of the Chiefs of STAFF"."""
    if not words[at].is_noun:
        return False  # "an envoy OF General Jan Kowal", "of the CHILEAN general"
    for of in (w for w in words[at : max(0, at - _REACH) : -1] if w.lower == "of"):
        if is_role(words[of.i - 1]):
            inside = (w for w in words[of.i : at + 1] if w.tag != "POS")
            return all(w.pos in {"ADJ", "ADP", "DET", "NOUN", "PROPN"} for w in inside)
    return False


def office_before(words: Sequence[Word], first: int, last: int) -> Word | None:
    """The office whose complement ends at the comma before a name: "the ENVOY to Chad, Ada Holt,", or None.

    None where a clause goes on behind the name ("met the envoy to Chad, Ada Holt said") or tells another office of it.
    """
    closing = words[last + 1].text if last + 1 < len(words) else "."
    if first < _SHORTEST or words[first - 1].text != "," or closing not in _CLOSING:
        return None
    if closing == "," and last + 2 < len(words) and words[last + 2].lower in {"a", "an", "the", "who"}:
        return None  # "met the envoy to Chad, Ada Holt, A MINISTER, said"
    for word in words[first - 2 : max(0, first - _REACH) : -1]:
        if word.pos not in _NOMINAL and word.text not in POSSESSIVE:
            return None
        if words[word.i + 1].lower in _COMPLEMENTING and is_role(word):
            return word
    return None


def may_hold(noun: Word) -> bool:
    """Whether a noun before a comma may end what the name behind it is: not "will not bow to PRESSURE, President"."""
    return noun.is_noun and (is_role(noun) or noun.dep != "pobj" or noun.head.lower in {"for", "of"})


def is_double(run: list[Word], at: int, noun: Word) -> bool:
    """Whether "and" joins two offices of one person, in capitals both: not "the PRESIDENT and Minister Soto"."""
    both = at > 0 and is_role(run[at - 1]) and is_capital(run[at - 1]) and is_capital(noun)
    return both and all(w.lower != "the" for w in (run[0], run[0].sentence.words[max(run[0].i - 1, 0)]))


def is_glued(word: Word) -> bool:
    """Whether a hyphen ties two words to one: "editor-in-chief"."""
    words = word.sentence.words
    inside = word.text == "-" and 0 < word.i < len(words) - 1
    return inside and words[word.i - 1].end == word.start and word.end == words[word.i + 1].start


def is_seat(hyphen: Word) -> bool:
    """Whether a hyphen ties a place to "based"."""
    return hyphen.sentence.words[hyphen.i + 1].lower == "based"


def complemented(run: list[Word]) -> Word | None:
    """The office of "Secretary of State", "Minister for Foreign Affairs": the noun before "of" or "for"."""
    for word in reversed(run):
        if word.lower in {"of", "for", "to", "in"} and word.i > run[0].i:
            noun = run[word.i - 1 - run[0].i]
            if is_role(noun):
                return noun
    return None


def without_ranks(words: list[Word], last: int, names: Mapping[Word, Name]) -> int:
    """Before "Vice Admiral" and "Mr", where another office stands there ("spokesperson | Vice Admiral")."""
    at = last
    while at >= 0 and (
        (rank := words[at].lower.rstrip(".")) in {"vice", "rear", "retired"}
        # "army CHIEF Gen. Jan Kowal", "PRESIDENT Sir Jan Kowal"
        or (rank in lexicon("honorifics") and (at == last or rank not in lexicon("offices_of_state") | {"chief"}))
        or (words[at].text == "." and at > 0 and words[at - 1].lower in lexicon("honorifics"))
    ):
        at -= 1
    if at > 0 and words[at].text == "," and at < last and may_hold(words[at - 1]) and words[last].lower != "dr":
        return at  # "a senior diplomat, | Mrs Holt", "the leader of the movement, | Mrs Holt"
    if at < last and at > 2 and words[last].lower in lexicon("honorifics") and not is_role(words[at]):
        # "chief of general STAFF | General Jan Kowal", but "the wife of | Chadian PRESIDENT Jan Kowal"
        state = words[at] in names and names[words[at]].kind in {"adjective", "state"}
        return last if (state and words[at].head is words[last]) or not is_complement(words, at) else at
    if at < 0 or not is_role(words[at]) or words[at].lower == "deputy":
        return last  # "DEPUTY President"
    return last if f"{words[at].lower} {words[at + 1].lower}" in long_titles() else at  # "Attorney GENERAL"


def begins_clause(words: list[Word], first: int, run: list[Word]) -> bool:
    """Whether what follows a name and a comma is a subject: "After the talks with Zeman, the PRESIDENT left".

    A name that is a subject itself has what follows as its description, though its comma be left out; but "the king
    received Zeman, an OFFICIAL said" tells who said it.
    """
    at = run[-1].i + 1
    while at < len(words) and words[at].pos == "ADV":
        at += 1
    told = (
        at < len(words) and words[at].lemma == "say" and any(c.dep == "nsubj" and c in run for c in words[at].children)
    )
    if told and any(w.tag in FINITE for w in words[: first - 1]):
        return True
    acting = at < len(words) and any(c.dep == "nsubj" and c in run for c in words[at].children)
    if acting and words[at].tag in FINITE and words[first - 1].text == "," and words[first - 2].dep == "pobj":
        return True  # "as the guest of Kos, the French PRESIDENT said no"
    named_next = at + 1 < len(words) and words[at].text == "," and words[at + 1].pos == "PROPN"
    if named_next and words[first] is run[0] and any(w.lower == "of" for w in run):
        return False  # "of Kowal, MAYOR OF Oslo, Holt"
    if at >= len(words) or (words[at].tag not in FINITE and not named_next) or words[at].dep == "relcl":
        return False
    named = words[first - 2] if first > 1 else words[0]
    opening = next((w for w in words if w.text[:1].isalnum()), words[0])
    return opening.tag in FRONTED and named.dep in {"pobj", "dobj"}
