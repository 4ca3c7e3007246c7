"""Quotations join their cues: each quotation of an article goes to the words that say whose it is.

In this order: content that a cue has by grammar and that overlaps the quotation; the nearest verb beside it, behind a
quotation that ends in a comma and before one that follows a comma or a colon; a dash and a name behind it; the verb
that governs a quoted fragment. A quotation without words of its own around it goes on with the speaker of the
quotation before it in the paragraph, is opened by the one after it, or goes on from the paragraph before.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from dipevents.mentions.attributions.draft import (
    Draft,
    comma_before,
    cue_classes,
    is_person_name,
    lexical_classes,
    lexicon,
    marker,
    noun_before,
    senders,
)
from dipevents.mentions.attributions.verbs import cue_of, source_of
from dipevents.mentions.attributions.withheld import is_withheld
from dipevents.reading.clauses import phrase, surface_subjects
from dipevents.reading.grammar import FINITE, is_to

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.reading.quotes import Quote
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["join_quotes"]

QUOTABLE = frozenset({"say", "think", "ask", "quotation", "show"})
WITHIN = frozenset({"DT", "JJ", "PRP$"})
"""Tags of words before a quoted word of a phrase: "after A “frank” hour"."""
DASHES = frozenset({"-", "--", "–", "—", "―"})


def join_quotes(text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote], drafts: list[Draft]) -> list[Draft]:
    """The drafts with the quotations joined, and those that the quotations gave rise to, in text order of the cue."""
    joiner = _Joiner(text, sentences, quotes, drafts)
    for i in range(len(quotes)):
        joiner.join(i)
    joiner.join_bare()
    return sorted(joiner.settled(), key=lambda d: (d.cue[0].start, d.cue[1].end))


class _Joiner:
    def __init__(self, text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote], drafts: list[Draft]) -> None:
        self.text = text
        self.sentences = sentences
        self.starts = [s.start for s in sentences]
        self.quotes = quotes
        self.quote_starts = [q.start for q in quotes]
        self.drafts = [d for d in drafts if self._clip(d)]
        self.owner: dict[int, Draft] = {}
        self.by_sentence: dict[int, list[Draft]] = {}
        self.by_paragraph: dict[int, list[Draft]] = {}
        for draft in self.drafts:
            self._file(draft)

    def sentence_at(self, offset: int) -> Sentence:
        return self.sentences[max(0, bisect_right(self.starts, offset) - 1)]

    def quote_of(self, word: Word) -> int | None:
        """Which quotation a word stands in, or None."""
        i = bisect_right(self.quote_starts, word.start) - 1
        return i if i >= 0 and word.start < self.quotes[i].end else None

    def _clip(self, draft: Draft) -> bool:
        """Keeps the content of a cue inside a quotation within it; whether any is left."""
        i = self.quote_of(draft.trigger)
        if i is None:
            return True
        low, high = self.quotes[i].inner_start, self.quotes[i].inner_end
        draft.content = [(max(a, low), min(b, high)) for a, b in draft.content if a < high and low < b]
        return bool(draft.content)

    def settled(self) -> list[Draft]:
        """The drafts without those in a quotation that nobody is credited with."""
        return [d for d in self.drafts if self.quote_of(d.trigger) is None or self.quote_of(d.trigger) in self.owner]

    def join(self, i: int) -> None:
        """Finds the draft of the quotation `i`, or makes one."""
        quote = self.quotes[i]
        if quote.continued and i - 1 in self.owner and self.quotes[i - 1].paragraph >= quote.paragraph - 1:
            self._add(i, self.owner[i - 1])
            return
        first, last = self.sentence_at(quote.start), self.sentence_at(quote.end - 1)
        if self._by_content(i, first, last) or self._beside(i, first, last) or self._by_dash(i, last):
            return
        self._by_governor(i, first)

    def _add(self, i: int, draft: Draft) -> None:
        quote = self.quotes[i]
        self.owner[i] = draft
        if draft.content and draft.content[-1][1] < quote.start:
            draft.content.append((quote.start, quote.end))
            return
        merged: list[tuple[int, int]] = []
        start, end = quote.start, quote.end
        for a, b in draft.content:
            if a <= end and start <= b:
                start, end = min(a, start), max(b, end)
            else:
                merged.append((a, b))
        draft.content = sorted([*merged, (start, end)])

    def _new(self, i: int, draft: Draft) -> None:
        self.drafts.append(draft)
        self._file(draft)
        self._add(i, draft)

    def _file(self, draft: Draft) -> None:
        at = self.sentence_at(draft.content[0][0]) if draft.content else draft.sentence
        for i in {draft.sentence.i, at.i}:  # the words of a turn stand behind its label
            self.by_sentence.setdefault(i, []).append(draft)
        self.by_paragraph.setdefault(draft.sentence.paragraph, []).append(draft)

    def _by_content(self, i: int, first: Sentence, last: Sentence) -> bool:
        """Drafts whose content overlaps the quotation and whose cue stands outside of it."""
        quote = self.quotes[i]
        near = self.by_sentence.get(first.i, []) + (self.by_sentence.get(last.i, []) if last is not first else [])
        found = [
            d
            for d in near
            if not quote.start <= d.trigger.start < quote.end
            and any(a < quote.inner_end and quote.inner_start < b for a, b in d.content)
        ]
        for draft in sorted(found, key=lambda d: sum(b - a for a, b in d.content)):
            self._add(i, draft)
        return bool(found)

    def _beside(self, i: int, first: Sentence, last: Sentence) -> bool:
        quote = self.quotes[i]
        after, before = self._words_after(i, last), self._words_before(i, first)
        inner = self._inner(quote)
        outer = self.text[max(0, quote.start - 3) : quote.start].rstrip()
        if after and after[0].tag == "CC" and inner[-1:] not in {",", ".", "?", "!"}:
            after = []  # "voiced “regret” AND CAUTIONED that": of what comes next
        led = outer[-1:] in {",", ":"} or (bool(before) and bool(cue_classes(before[-1]) & QUOTABLE))
        sides = [(after, False), (before, True)]
        if led and not inner.endswith(","):
            sides.reverse()
        for words, is_before in sides:
            verb = self._cue_verb(words, is_before)
            if verb is None and not is_before and inner[-1:] in {",", "?", "!"}:
                verb = _any_verb(words)
            if verb is None:
                continue
            draft = self._draft_of(verb)
            if draft is None:
                self._new(i, Draft(verb.sentence, verb, cue_of(verb), source_of(verb) or noun_before(verb, words)))
                draft = self.owner[i]
                if is_before and outer[-1:] not in {",", ":"}:
                    self._take_between(i, draft, verb, words)
            elif (
                not is_before or before[-1].tag not in WITHIN or not draft.content or draft.content[-1][1] > verb.start
            ):
                self._add(i, draft)  # not a word of a phrase: "he said after a “frank” hour"
            if not is_before:
                self._take_before(i, draft, before)
            return True
        return self._by_colon(i, before, outer)

    def _inner(self, quote: Quote) -> str:
        """The words of a quotation without marks that close at its end."""
        return self.text[quote.inner_start : quote.inner_end].rstrip(" \t\n'’”\"»")

    def _draft_of(self, verb: Word) -> Draft | None:
        return next((d for d in self.by_sentence.get(verb.sentence.i, ()) if d.trigger is verb), None)

    def _words_after(self, i: int, sentence: Sentence) -> list[Word]:
        """Words between the quotation and the next in its sentence.

        Behind the end of a sentence ("…!" Kim said.) those of the next, where they are a cue without words of its own.
        """
        quote = self.quotes[i]
        limit = self.quotes[i + 1].start if i + 1 < len(self.quotes) else len(self.text)
        if quote.end < sentence.end or sentence.i + 1 >= len(self.sentences):
            return [w for w in sentence.words if quote.end <= w.start < limit]
        following = self.sentences[sentence.i + 1]
        words = [w for w in following.words if w.start < limit]
        if following.paragraph != sentence.paragraph or len(words) > 12:
            return []
        verb = self._cue_verb(words, False)
        if verb is None or self._draft_of(verb) is not None:
            return []
        if self._inner(quote).endswith("."):
            alone = "say" in cue_classes(verb) and all(c.dep not in {"dobj", "xcomp", "ccomp"} for c in verb.children)
            return words if alone and limit >= following.end else []  # "… over." The port OPENS in May.
        return words

    def _words_before(self, i: int, sentence: Sentence) -> list[Word]:
        low = self.quotes[i - 1].end if i else 0
        return [w for w in sentence.words if low <= w.start and w.end <= self.quotes[i].start]

    def _cue_verb(self, words: list[Word], is_before: bool) -> Word | None:
        """The cue nearest to a quotation, no verb of another clause between."""
        for word in reversed(words) if is_before else words:
            if not word.is_verb or word.dep in {"aux", "auxpass", "amod"}:
                continue
            if cue_classes(word) & QUOTABLE:
                if is_withheld(word):
                    return None
                below = word.dep in {"relcl", "acl"} and (is_to(word) if is_before else word.tag == "VBN")
                if not below and (is_before or marker(word) in {None, "as"}):
                    return word  # not "the right TO ANSWER “in kind”", "called it “grave”, WHILE Oslo SAID"
                continue
            if word.dep in {"relcl", "acl", "xcomp", "pcomp", "advcl"}:
                continue
            if not is_before:
                return None
        return None

    def _take_between(self, i: int, draft: Draft, verb: Word, before: list[Word]) -> None:
        """The words behind "that" before a quoted fragment: "predicted in May THAT THEY WILL TAKE "every" seat"."""
        that = next((w for w in before if w.i > verb.i and w.lower == "that" and w.tag in {"IN", "WDT"}), None)
        if that is not None:
            words = verb.sentence.words
            end = max((w.end for w in words if w.pos != "PUNCT"), default=self.quotes[i].end)
            draft.content = [(that.start, max(end, self.quotes[i].end))]

    def _take_before(self, i: int, draft: Draft, before: list[Word]) -> None:
        """The words of the same clause before a quotation: "the talks were "dead", he said"."""
        quote = self.quotes[i]
        if not before or before[0].i != 0 or any(cue_classes(w) & {"say"} and not is_to(w) for w in before):
            return
        if self.text[max(0, quote.start - 2) : quote.start].rstrip()[-1:] in {",", ":"}:
            return
        whole = before[0].pos in {"DET", "NOUN", "PRON", "PROPN"} and any(w.tag in {*FINITE, "MD"} for w in before)
        comma = comma_before(draft) if whole else -1  # "the talks were "dead" for a year, he said"
        if self.text[quote.end : quote.end + 1] != "," and not self._inner(quote).endswith(",") and comma < quote.end:
            return
        end = max([quote.end, comma, *(b for a, b in draft.content if a <= quote.start)])
        draft.content = sorted([*(c for c in draft.content if c[0] > quote.start), (before[0].start, end)])

    def _by_colon(self, i: int, before: list[Word], outer: str) -> bool:
        """Reads "The letter had one line: "…"": a colon after a clause of whatever verb."""
        if not outer.endswith(":") or not before:
            return False
        verbs = [w for w in before if w.is_verb and w.dep in {"ROOT", "ccomp"}]  # below what is quoted, as it is parsed
        verb = next((w for w in verbs if w.dep == "ROOT" or (w.tag in FINITE and self.quote_of(w.head) == i)), None)
        colon = before[-1]
        source = surface_subjects(verb) if verb is not None else _top_noun(before)
        owners = [c for w in source if w.lemma in lexicon("noun") for c in w.children if c.dep == "poss"]
        source = owners or source if verb is not None else senders(before) or owners or source
        self._new(i, Draft(colon.sentence, verb or colon, (verb or colon, colon), source))
        return True

    def _by_dash(self, i: int, sentence: Sentence) -> bool:
        """Reads "…" — Name, role: a dash and a name behind a quotation; on its own line a name and a role do."""
        quote = self.quotes[i]
        for candidate in (sentence, *self.sentences[sentence.i + 1 : sentence.i + 2]):
            words = [w for w in candidate.words if w.start >= quote.end]
            if not words:
                continue
            dash = words[0].text in DASHES
            if not dash and not (candidate.paragraph == quote.paragraph + 1 and self._is_signature(quote, words)):
                return False
            named = words[dash : dash + 10]
            comma = next((n for n, w in enumerate(named) if w.text == ","), len(named) if dash else 0)
            head = next((w for w in reversed(named[:comma]) if w.pos == "PROPN"), named[0] if named else None)
            if head is None or any(w.is_verb and w.tag != "VBN" for w in named[: min(comma, 4)]):
                return False
            mark = words[0] if dash else named[comma]
            self._new(i, Draft(candidate, mark, (mark, mark), [head]))
            return True
        return False

    def _is_signature(self, quote: Quote, words: list[Word]) -> bool:
        """Whether words are a line "Name, role" below a quotation that has its lines for itself."""
        first = self.sentence_at(quote.start)
        return (
            quote.start <= first.body
            and self.sentence_at(quote.end - 1).end <= quote.end
            and len(words) <= 16
            and words[0].pos == "PROPN"
            and any(w.text == "," for w in words[:9])
            and words[-1].text not in {".", "!", "?"}
            and not any(w.tag in {"VBD", "VBZ", "MD"} for w in words)
        )

    def _by_governor(self, i: int, sentence: Sentence) -> bool:
        """The lowest cue above a quoted fragment."""
        quote = self.quotes[i]
        inside = sentence.words_between(quote.inner_start, quote.inner_end)
        top = next((w for w in inside if not quote.start <= w.head.start < quote.end), None)
        if top is None:
            return False
        below = top
        for up in top.ancestors():
            if self.quote_of(up) is None and cue_classes(up) and up.i < top.i and not is_withheld(up):
                source = source_of(up)
                if not source:
                    return False
                first, last = phrase(below)
                if first.i <= up.i:
                    first = inside[0]
                draft = self._draft_of(up)
                if draft is None:
                    self._new(i, Draft(sentence, up, cue_of(up), source, [(first.start, last.end)]))
                else:
                    self._add(i, draft)
                return True
            below = up
        return False

    def join_bare(self) -> None:
        """Whole sentences in quotation marks that no cue of their own has: they go on with a neighbour's.

        The earlier paragraphs of a quotation that closes later belong to whom its end belongs to.
        """
        for i in range(len(self.quotes) - 1, 0, -1):
            if self.quotes[i].continued and i in self.owner and i - 1 not in self.owner:
                self._add(i - 1, self.owner[i])
        for i, quote in enumerate(self.quotes):
            if i in self.owner:
                continue
            first, last = self.sentence_at(quote.start), self.sentence_at(quote.end - 1)
            if self._words_before(i, first) or [w for w in self._words_after(i, last) if w.pos != "PUNCT"]:
                continue
            draft = self._neighbour(i)
            if draft is not None:
                self._add(i, draft)

    def _neighbour(self, i: int) -> Draft | None:
        """The cue before a quotation in its paragraph, or the one behind; else the last of the paragraph before.

        Where a person acts in the sentence right before and nobody speaks there, that person does.
        """
        quote = self.quotes[i]
        acting = self._acting(i)
        if acting is not None:
            return acting
        if i and self.quotes[i - 1].paragraph == quote.paragraph and i - 1 in self.owner:
            low, high = self.quotes[i - 1].end, quote.start
            between = range(self.sentence_at(low).i, self.sentence_at(high).i + 1)
            near = [d for at in between for d in self.by_sentence.get(at, ()) if low <= d.trigger.start < high]
            since = [d for d in near if self._speaks(d)]
            return max(since, key=lambda d: d.trigger.start, default=self.owner[i - 1])
        before = [d for d in self.by_paragraph.get(quote.paragraph, ()) if d.trigger.start < quote.start]
        if before:
            last = max(before, key=lambda d: d.trigger.start)
            held = (d for d in before if any(a <= last.trigger.start < b for a, b in d.content))
            return next(held, last)  # "HOLT says that Lima has learned that it is over. “…”"
        if i + 1 < len(self.quotes) and self.quotes[i + 1].paragraph == quote.paragraph and i + 1 in self.owner:
            return self.owner[i + 1]
        if i and self.quotes[i - 1].paragraph == quote.paragraph - 1 and i - 1 in self.owner:
            return self.owner[i - 1]
        earlier = [d for d in self.by_paragraph.get(quote.paragraph - 1, ()) if d.source]
        return max(earlier, key=lambda d: d.trigger.start, default=None)

    def _acting(self, i: int) -> Draft | None:
        """Reads "Holt looks at the map. "…"": the person who acts in the sentence before a quotation of its own."""
        first = self.sentence_at(self.quotes[i].start)
        if first.i == 0 or any(self.quote_of(d.trigger) is None for d in self.by_sentence.get(first.i, ())):
            return None
        before = self.sentences[first.i - 1]
        if before.paragraph != first.paragraph or before.i in self.by_sentence or before.heading or not before.words:
            return None
        if i and before.start < self.quotes[i - 1].end:
            return None
        verb = next((w for w in before.words if w.dep == "ROOT" and w.is_verb), None)
        source = surface_subjects(verb)[:1] if verb is not None else []
        if verb is None or not source or not (source[0].lower in {"he", "she"} or is_person_name(source[0])):
            return None
        draft = Draft(before, verb, cue_of(verb), source)
        self.drafts.append(draft)
        self._file(draft)
        return draft

    def _speaks(self, draft: Draft) -> bool:
        """Whether somebody speaks in a sentence of the article's own, by the main verb."""
        classes = cue_classes(draft.trigger)
        judges = "think" in classes and bool(draft.source) and is_person_name(draft.source[0])  # "HOLT doubts it. "…""
        return draft.trigger.dep == "ROOT" and bool(draft.source) and ("say" in classes or judges)


def _any_verb(words: list[Word]) -> Word | None:
    """The verb behind "…," whatever it is ("…," the driver shot back), and one that the tagger took for a noun."""
    for word in words:
        if word.is_verb and word.dep not in {"aux", "auxpass", "relcl", "acl", "amod"}:
            return word if word.tag in {"VBD", "VBZ", "VBP"} and source_of(word) else None
    last = next((w for w in reversed(words) if w.pos != "PUNCT"), None)
    if last is not None and last.pos in {"NOUN", "PROPN"} and lexical_classes(last.lemma) & QUOTABLE:
        return last
    return None


def _top_noun(words: list[Word]) -> list[Word]:
    """The noun that governs a run of words without a verb: "ADA HOLT, professor of law at Oslo University"."""
    inside = set(words)
    nouns = [w for w in words if w.is_noun]
    return [w for w in nouns if w.head is w or w.head not in inside or w.head.pos == "PUNCT"][:1] or nouns[-1:]
