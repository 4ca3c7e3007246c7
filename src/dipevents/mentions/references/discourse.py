"""What has been mentioned so far in an article, and how likely each is meant again."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dipevents.mentions.attributions.draft import lexical_classes
from dipevents.mentions.gazetteer import is_called
from dipevents.mentions.identity import Entry
from dipevents.reading.quotes import read_quotes
from dipevents.reading.sentence import Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dipevents.mentions.words import Name
    from dipevents.reading.article import Article
    from dipevents.reading.sentence import Sentence

__all__ = ["Discourse", "Mention", "argument_of", "is_aside", "is_joint", "is_speaker", "is_subject", "is_turn"]

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_REPORTING = frozenset({"say", "think", "ask"})
_LABEL = 4
"""Words before a name that heads a turn: "Lt. Gen.", "Prime Minister"."""
TIED = frozenset({"affiliated", "aligned", "allied", "backed", "based", "inspired", "linked", "supported", "trained"})
KEPT = 80
"""Mentions that are kept: what lies further back is not meant by a pronoun any more."""


@dataclass(slots=True, eq=False)
class Mention:
    """One mention of an actor, or of somebody without a name.

    Attributes:
        target: The actor, or the noun of somebody unnamed.
        word: The word that mentions it.
        quote: Position of the quotation that it stands in, or -1.
        subject: Whether the word is a subject, or coordinated with one.
        weight: How much it stands out.
    """

    target: Entry | Word
    word: Word
    quote: int
    subject: bool
    weight: float


def is_turn(name: Name) -> bool:
    """Whether a name only heads a turn, in which its bearer speaks of others: "MR. HOLT: He flew home"."""
    words, behind = name.sentence.words, name.behind
    heads = name.first <= _LABEL and not name.sentence.heading and behind < len(words) and words[behind].text == ":"
    return heads and not any(w.is_verb or w.text == ":" for w in words[: name.first])


def is_subject(word: Word) -> bool:
    """Whether a word is a subject, or coordinated with one."""
    if word.dep in SUBJECTS:
        return True
    steps = 0
    while word.dep == "conj" and word.head.is_noun and steps < 8:
        word, steps = word.head, steps + 1
        if word.dep in SUBJECTS:
            return True
    return False


def argument_of(word: Word) -> Word | None:
    """The verb that a word is an argument of, directly or through a preposition."""
    steps = 0
    while word.dep == "conj" and word.head.is_noun and steps < 8:
        word, steps = word.head, steps + 1
    head = word.head
    if word.dep == "pobj" and head.head.is_verb and head.dep in {"prep", "agent", "dative"}:
        return head.head
    return head if head.is_verb and (word.dep in SUBJECTS or word.dep in {"dobj", "dative", "attr"}) else None


def is_speaker(word: Word) -> bool:
    """Whether a word is the subject of a verb that reports, or the source behind "according to"."""
    return _reports(word) if is_subject(word) else is_source(word)


def _reports(subject: Word) -> bool:
    """Whether the verb of a subject reports."""
    steps = 0
    while subject.dep == "conj" and steps < 8:
        subject, steps = subject.head, steps + 1
    return not lexical_classes(subject.head.lemma).isdisjoint(_REPORTING)


def _tells_behind(word: Word) -> bool:
    """Whether a speaker is only named behind what somebody does: "Kim will fly to Oslo, a SPOKESMAN said"."""
    told = [c for c in word.head.children if c.dep == "ccomp" and c.i < word.i] if word.dep == "nsubj" else []
    return (
        bool(told)
        and is_speaker(word)
        and any(c.dep in SUBJECTS and c.pos == "PROPN" for verb in told for c in verb.children)
    )


def _is_bidden(at: Word, word: Word) -> bool:
    """Whether it is of whom the owner of a pronoun demands something: "CHAD must pay, ITS minister said"."""
    verb, says = at.head, at.head.head
    owner = word.dep == "poss" and word.head.dep in SUBJECTS and word.head.head is says
    told = owner and at.dep == "nsubj" and verb.dep == "ccomp" and at.i < word.i
    return told and any(c.lower in {"must", "should"} for c in verb.children)


def is_aside(entry: Entry, word: Word) -> bool:
    """Whether a name is meant by no pronoun: who is spoken to, where somebody sits, or whose he is.

    "told CNN that it must stop", "the OSLO-based historian", "HAMAS-linked fighters".
    """
    if word.dep in {"dobj", "dative", "pobj"} and entry.kind != "person" and is_called(entry.name, "news"):
        return True
    behind = word.sentence.words[word.i + 1 : word.i + 3]
    return len(behind) == 2 and behind[0].text == "-" and behind[1].lower in TIED


def is_joint(word: Word) -> bool:
    """Whether somebody is told together with others."""
    return word.dep == "conj" or any(c.dep == "conj" for c in word.children)


def is_source(word: Word) -> bool:
    """Whether a word names a source behind a preposition: "according to KIM", "For KIM, …"."""
    if word.dep != "pobj":
        return False
    return word.head.head.lower == "according" or (word.head.i == 0 and word.head.lower in {"for", "to"})


def _speaks(word: Word) -> bool:
    """Whether a pronoun is told to speak, and not only to wish: "HE hopes to visit it"."""
    wishes = "think" in lexical_classes(word.head.lemma) and any(c.dep == "xcomp" for c in word.head.children)
    return is_speaker(word) and not wishes


def _goes_on(word: Word) -> bool:
    """Whether a pronoun speaks in a clause that hangs on none: "…," HE said; and "The talks, HE said, are on"."""
    return _speaks(word) and word.head.dep not in {"relcl", "acl", "advcl", "pcomp", "conj"}


def _takes_over(target: Entry | Word, word: Word) -> bool:
    """Whether somebody else acts now: a person who is the subject of a main verb."""
    if word.head.dep != "ROOT" or word.tag in {"NNS", "NNPS"} or word.lower == "they":
        return False
    return target.kind == "person" if isinstance(target, Entry) else True


def _weight(target: Entry | Word, word: Word) -> float:
    """How much a mention stands out by its own grammar: subjects of main clauses most, what only modifies least."""
    total = _weight_of_role(target, word)
    if not is_subject(word) and _is_told_of(word):
        total += 1.2
    if not isinstance(target, Entry):
        total -= 0.5
    elif target.kind == "person" and word.lower in {"their", "them", "they"}:
        total -= 1.5  # one of several is rather not meant alone
    return total - 1.0 if word.sentence.heading else total


def _weight_of_role(target: Entry | Word, word: Word) -> float:
    if is_subject(word):
        return 2.4 if word.head.dep == "ROOT" else 0.8 if word.head.dep == "relcl" else 1.8
    if is_source(word):
        return 1.8
    if word.dep == "poss" and word.head.dep in SUBJECTS and isinstance(target, Entry):
        return 1.2
    if word.dep in {"dobj", "dative"}:
        return 0.5
    return -1.0 if word.dep in {"compound", "amod", "nmod"} else 0.0


def _is_told_of(word: Word) -> bool:
    """Whether a clause tells what somebody did: "sent Ada Holt, WHO drove there"."""
    clauses = (c for c in word.children if c.dep == "relcl")
    return any(w.lower == "who" and w.dep in SUBJECTS for c in clauses for w in c.children)


class Discourse:
    """The mentions of an article up to the word that is being read.

    Attributes:
        mentions: The latest mentions, in text order.
        times: How often each actor was mentioned.
        speaker: The last mention of somebody who speaks in the article's own words, or None.
    """

    def __init__(self, article: Article) -> None:
        self.mentions: list[Mention] = []
        self.times: dict[Entry | Word, int] = {}
        self.speaker: Mention | None = None
        self._spoken: list[int] = []
        self._quotes = read_quotes(article)
        self._starts = [q.start for q in self._quotes]
        self._heads: dict[Word, Entry | Word] = {}
        self._asked: tuple[Word | None, int] = (None, -1)

    def enter(self, sentence: Sentence) -> None:
        """Notes the next sentence of the article."""
        i = bisect_right(self._starts, sentence.body) - 1
        spoken = i >= 0 and sentence.end <= self._quotes[i].end
        self._spoken.append((self._spoken[-1] if self._spoken else 0) + spoken)

    def distance(self, at: Word, word: Word) -> int:
        """Sentences from one word back to another, those between not counted that are all quotation."""
        far = word.sentence.i - at.sentence.i
        if far < 2:
            return far
        return far - (self._spoken[word.sentence.i - 1] - self._spoken[at.sentence.i])

    def quote_at(self, word: Word) -> int:
        """Position of the quotation that a word stands in, or -1."""
        asked, i = self._asked
        if asked is not word:  # a pronoun is compared with many mentions, one after the other
            i = bisect_right(self._starts, word.start) - 1
            i = i if i >= 0 and word.start < self._quotes[i].end else -1
            self._asked = word, i
        return i

    def add(self, target: Entry | Word, word: Word) -> None:
        """Notes a mention."""
        subject = is_subject(word)
        mention = Mention(target, word, self.quote_at(word), subject, _weight(target, word))
        self.mentions.append(mention)
        if mention.quote < 0 and (word.dep in SUBJECTS or word.dep == "pobj"):
            if _reports(word) if subject else is_source(word):
                self.speaker = mention
            elif self.speaker is not None and self.speaker.target != target and _takes_over(target, word):
                self.speaker = None
        self.times[target] = self.times.get(target, 0) + 1
        self._heads[word] = target
        if word.dep == "appos":
            self._heads.setdefault(word.head, target)
        if len(self.mentions) > 2 * KEPT:
            del self.mentions[:KEPT]

    def target_of(self, word: Word) -> Entry | Word | None:
        """Who a word mentions that was read before."""
        return self._heads.get(word)

    def back(self, word: Word, reach: int) -> Iterator[Mention]:
        """The mentions before a word within some sentences, the latest first."""
        first = word.sentence.i - reach
        for mention in reversed(self.mentions):
            if mention.word.sentence.i < first and self.distance(mention.word, word) > reach:
                return
            yield mention

    def score(self, mention: Mention, word: Word) -> float:
        """How likely a pronoun means what a mention meant: by distance, grammar, quotation and frequency."""
        at = mention.word
        distance = 0 if at.sentence is word.sentence else self.distance(at, word)
        total = mention.weight - 1.5 * distance + 0.12 * min(self.times.get(mention.target, 0), 8)
        if mention.subject and word.dep in SUBJECTS:
            total += 0.4
        if distance == 0:
            total += 0.01 * (at.i - word.i)
            if at.dep in SUBJECTS and word.is_under(at.head):
                total += 0.8 if at.head.dep != "relcl" else 1.8  # within its own clause, it stands out as any other
        if at.sentence.paragraph != word.sentence.paragraph:
            total -= 0.4
        if distance and _tells_behind(at) and not _speaks(word):
            total -= 1.0
        if distance == 0 and word.dep == "poss" and _is_bidden(at, word):
            total -= 3.0
        quote = self.quote_at(word)
        if self.speaker is not None and mention.target == self.speaker.target and quote < 0 and _goes_on(word):
            total += 1.0
        if mention.quote >= 0 and quote != mention.quote:
            total -= 2.0
        if quote >= 0 and mention.quote != quote and self._speaks(mention, word):
            total -= 6.0
        return total

    def _speaks(self, mention: Mention, word: Word) -> bool:
        """Whether a mention is the speaker of the quotation around a word: nobody calls oneself "he"."""
        at = mention.word
        return abs(at.sentence.i - word.sentence.i) <= 1 and is_speaker(at)

    def voice_behind(self, word: Word) -> Word | None:
        """Who is named behind the quotation that a word stands in as its speaker: "“He must go,” KIM said"."""
        i = self.quote_at(word)
        behind = (w for w in word.sentence.words if i >= 0 and w.start >= self._quotes[i].end)
        return next((w for w in behind if w.dep in SUBJECTS and is_speaker(w)), None)
