"""An article as paragraphs, headings, datelines and sentences; the text is not edited but for the marks of web pages.

Everything here holds offsets into the text without them. Sentence boundaries are found by one regular expression over
each paragraph, so that a paragraph added later changes nothing before it, and the cost is linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from dipevents.lexicon import read_words
from dipevents.reading.lines import blocks_of, strip
from dipevents.reading.marks import Marked, without_marks
from dipevents.reading.quotes import Quote
from dipevents.reading.towns import is_town
from dipevents.reading.turns import turns_of

if TYPE_CHECKING:
    from collections.abc import Iterator


__all__ = ["Article", "Paragraph", "Span", "as_given", "split_article"]

T = TypeVar("T")

LONGEST = 1500
"""Characters that one sentence may have; a longer one (a table, a text without stops) is cut at a blank."""

_STOP = re.compile(
    r"[.!?…;](?:"  # one class of characters in front: the others are skipped at once
    r"(?<=[.!?…])(?<![.!?…]{2})[.!?…]*+[\"'”’»)\]]{0,3}(?=\s+[\"'“‘«`(\[]{0,3}[^\W_])"  # a run of stops, from its start
    r"|(?<=[.!?])[\"”»]\s*(?=[\"“«])|(?<=;)(?=\s+[A-Z]{2,}[a-z]*:\s))"
)
_DASHES = frozenset({"-", "--", "–", "—"})
_BEFORE = re.compile(r"(?:[^\W\d_]+\.)*[^\W\d_]+$|\d+$")
_ACRONYM = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_HOLDERS = frozenset({"Analysts", "Experts", "Officials"})
_BARE_DAY = re.compile(r"(?:In|On) [A-Z][a-z]+(?: \d{1,2})?\.(?:\s|$)")
_AFTER = re.compile(r"\s+([\"'“‘«`(\[]{0,3})([^\W_]+)")
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATELINE = re.compile(  # "OSLO, May 3 ABC --", "MOSCOW, May 3. /ABC/.", "Oslo, 3rd May 2024, ABC -"
    r"\s*(?:(?:[•●▪◦■◆*]{1,3}|--?|[–—+>]|\d{1,2}[.)])\s{1,3})?"
    r"(?P<place>[A-Z][^\W\d_]*(?:[ .'’/-]{1,2}[A-Z][^\W\d_]*){0,4}"
    rf"(?:,\s(?!{_WEEKDAY}\b)[A-Z][\w.'’-]*(?:\s(?:[A-Z]|d['’])[\w.'’-]*){{0,2}}(?!\s\d(?!\d?[./-]\d)))?)"
    rf"(?P<rest>(?:,\s{_WEEKDAY})?(?:[,.]?\s(?:[A-Z][a-z]{{2,8}}\.?|[A-Z]{{3,9}})\s\d{{1,2}}(?:st|nd|rd|th)?"
    r"|,?\s\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}\.?"
    r"|(?:\s\([^()\n]{2,30}\))?,?\s\d{1,2}(?P<cut>[./-])\d{1,2}(?P=cut)\d{4})?"
    r"(?:,?\s\d{4})?(?:\s\([^()\n]{2,30}\)|(?<=\d),?\s(?:[A-Z]{2,8}|[A-Z][a-z]{2,8}))?)"
    r"(?P<dash>\.?\s?(?:--|—|–|-\s|_|:)|\.?\s/[A-Z]{2,9}/\.?|(?<=[a-z\d]\s\([A-Z]{3}\))|(?<=[a-z\d]\s\([A-Z]{4}\)))\s*"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the article: `article[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the article, or a few that one sentence runs through.

    Attributes:
        start: Offset of its first character that is not a blank.
        end: Offset behind its last character that is not a blank.
        body: Offset where its own words begin, behind a dateline and a kicker; equal to `start` without one.
        place: The dateline's place words ("SEOUL"), or None.
        heading: Whether it looks like a headline or a heading between paragraphs.
        sentences: Its sentences in text order; the first begins at `start`.
        label: Who speaks in a turn of a transcript ("MR. ROSS:"), a sentence of its own; None elsewhere.
    """

    start: int
    end: int
    body: int
    place: Span | None
    heading: bool
    sentences: tuple[Span, ...]
    label: Span | None = None


_SLUG = re.compile(r"[•●▪◦‣∙■◆*–—-]\s+[A-Z][A-Z/,&. -]{2,40}(?:\s[–—-]|:)\s")
"""What an item of a list of news begins with: "• PERU/ITALY – Lima has …"."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text and its paragraphs, in text order; `quotes` keeps what `quotes.read_quotes` has found, None before.

    `marked` leads back to the text as it was given, where marks of a web page were left out of it.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    marked: Marked | None = None
    quotes: tuple[Quote, ...] | None = field(default=None, init=False, repr=False, compare=False)

    def items(self) -> list[int]:
        r"""Where the items of a list of news begin, each of which is a story of its own; none where it is no list.

        Example:
            >>> split_article("Notes\n\n• CHAD – Tanks came.\n\nThey are old.\n\n• PERU – Boats left.").items()
            [7, 44]
        """
        starts = [p.start for p in self.paragraphs if _SLUG.match(self.text, p.start)]
        return starts if len(starts) > 1 else []


def split_article(text: str) -> Article:
    r"""Cuts a text into paragraphs and sentences; any string is an article, an empty one has no paragraph.

    A line that begins in lower case continues the line before it (a quotation set on a line of its own), and so does
    each line of hard-wrapped text; they share a sentence.

    Example:
        >>> article = split_article("Talks open\n\nSEOUL, May 9 -- Mr. Kim came. He left on Jan. 5.")
        >>> [article.text[s.start:s.end] for p in article.paragraphs for s in p.sentences]
        ['Talks open', 'SEOUL, May 9 -- Mr. Kim came.', 'He left on Jan. 5.']
    """
    text, marked = without_marks(text)
    blocks = list(blocks_of(text))
    turns = turns_of(text, [(start, end) for _, start, end in blocks])
    made = (_turn(text, s, turns[s], e) if s in turns else _paragraph(text, s, e, first) for first, s, e in blocks)
    return Article(text, tuple(made), marked)


def as_given(article: Article, value: T) -> T:
    """A record, or a tuple of them, as it quotes the text that was given."""
    return article.marked.restored(value) if article.marked is not None else value


def _turn(text: str, start: int, own: int, end: int) -> Paragraph:
    """A turn of a transcript: who speaks is a sentence of its own."""
    sentences = (Span(start, own), *_sentences(text, own, own, end))
    return Paragraph(start, end, start, None, False, sentences, Span(start, own))


def _paragraph(text: str, start: int, end: int, first: bool) -> Paragraph:
    kicker = _kicker().match(text, start, min(end, start + 60))
    own = body = kicker.end() if kicker and kicker.end() < end else start
    place = None
    found = _DATELINE.match(text, body, min(end, body + 120))
    if found and _is_place_like(found, whole=text[end - 1] in '.”"'):
        body, place = found.end(), Span(*found.span("place"))
        if body >= end:
            body, place = own, None
        elif found["place"].lower() in read_words("sentences")["mute"]:
            place = None  # "CORRECTION: the envoy left"
    sentences = tuple(_sentences(text, start, body, end))
    heading = len(sentences) == 1 and body == own and _is_heading(text[start:end], first)
    return Paragraph(start, end, body, place, heading, sentences)


@cache
def _kicker() -> re.Pattern[str]:
    """What is set before a headline or a post: "UPDATE 2-…", "BREAKING: …", "[Photo] …", "(2nd LD) …", "RT @me: …"."""
    words = read_words("headlines")
    glued, label = ("|".join(re.escape(word) for word in words[key]) for key in ("kickers", "labels"))
    any_case = rf"(?:\d\w\w )?(?i:{glued}|{label})(?: \d+)?"
    return re.compile(
        rf"(?:(?:{glued.upper()})(?: \d+)?-(?=[^\s-])|{any_case}(?:: | [-–—|] )|[\[(](?:\w+ )?{any_case}[\])] "
        r"|RT @\w+: )+"
    )


def _is_place_like(found: re.Match[str], *, whole: bool) -> bool:
    """Capitals or a date: "SEOUL --", "Kathmandu, Sept 15 —"; neither "Talks - a report" nor "Mottaki -- who".

    In small letters and without a date only a town before a sentence: "Warsaw -- The envoy left."

    Before a colon also a state, if a sentence follows: "SUVA, Fiji: The army left.", not "NATO, Russia: no talks".
    """
    if not found["dash"]:
        return any(map(str.isdigit, found["rest"]))  # "OSLO, 3 May (NTBX) Talks", but "Acme Corp (NYSE) said"
    city, comma, _ = found["place"].partition(",")
    if found["dash"].strip() == ":" and not (found["place"].isupper() or found["rest"]):
        return whole and bool(comma) and city.isupper()
    if city.isupper() or found["rest"].strip():
        return True
    opens = found.string[found.end() : found.end() + 1]
    return whole and found["dash"].strip(". ") in _DASHES and opens.isupper() and is_town(city)


def _is_heading(line: str, first: bool) -> bool:
    words = line.split()
    if len(words) > (25 if first else 14) or line[-1] in '.!?…:;,"”»':
        return False
    return line[0] not in '"“«•-*' and any(c.isalpha() for c in line)


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    words = read_words("sentences")
    return frozenset(words["never_last"]), frozenset(words["maybe_last"]), frozenset(words["starters"])


@cache
def _credit() -> re.Pattern[str]:
    """Who sends the news, behind its last sentence: "The envoy left. – AFP", "left (Reuter reports from Lima)."."""
    names = "|".join(map(re.escape, read_words("sentences")["agencies"]))
    return re.compile(
        rf"(?<=[.!?”\"])\s[—–/-]{{0,2}}\s?(?:{names})(?:/(?:{names}))?\.?$"
        rf"|\s\((?:{names})(?:(?:/| and |, )(?:{names}))?(?:,? (?:reports?|writes?|from|in)\b[^()]{{0,30}})?\)\.$"
    )


def _sentences(text: str, start: int, body: int, end: int) -> Iterator[Span]:
    credit = _credit().search(text, max(body + 1, end - 80), end)
    stop = credit.start() if credit else end
    cuts = [start, *(m.end() for m in _STOP.finditer(text, body, stop) if _is_boundary(text, m, body)), stop, end]
    for left, right in pairwise(cuts):
        a, b = strip(text, left, right)
        while b - a > LONGEST:
            cut = text.rfind(" ", a + LONGEST // 2, a + LONGEST)
            cut = cut if cut > 0 else a + LONGEST
            yield Span(a, cut)
            a, b = strip(text, cut, b)
        if a < b:
            yield Span(a, b)


def _is_boundary(text: str, stop: re.Match[str], start: int) -> bool:
    """Whether a stop ends its sentence: not behind "Gen.", before a lower-case word, or inside "U.S. troops"."""
    after = _AFTER.match(text, stop.end(), stop.end() + 80)
    if after is None:
        return True
    mark, word = stop[0], after[2]
    if word[0].islower() and not (mark[0] == "." and mark[-1] in '"”»' and after[1]):
        return False
    if mark not in {".", ".)"}:
        return True
    low = max(start, stop.start() - 40)
    before = _BEFORE.search(text, max(low, text.rfind(" ", low, stop.start())), stop.start())
    if before is None:
        return True
    never, maybe, starters = _abbreviations()
    last = before[0]
    if mark == ".)":
        return last not in never  # "General (retd.) Ada Holt", but "(The envoy left.) Lima waits"
    if last.isdigit():
        return not (word[0].isdigit() and len(last) < 3)
    if len(last) == 1 and last.isupper():
        return text[before.start() - 1 : before.start()].isdigit()  # an initial, but "bought the J-10C. Peru"
    if last in never or (word.isupper() and last[1:].isupper() and last.capitalize() in never):
        return False  # also "MR. HOLT: We are concerned"
    if last in maybe or "." in last:
        # "the U.S. And Chad", "with U.S. Officials", as some spell, "went to the U.S. On April 19."
        bare = word in _HOLDERS and not text.endswith("the ", start, before.start())
        joined = _ACRONYM.fullmatch(last) and (bare or word in {"And", "Or"} or _BARE_DAY.match(text, after.start(2)))
        return (word in starters and not joined) or bool(after[1])
    return True
