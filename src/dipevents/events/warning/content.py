"""What a warning says, and when it is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from dipevents.events.warning.elsewhen import tells_else
from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.events.warning.noun_acts import own_voice
from dipevents.events.warning.occasions import without_occasion, without_setting
from dipevents.mentions.distances import day_before
from dipevents.mentions.entries import date_of_entry
from dipevents.mentions.timing import date_mentions_of, is_ahead, is_day
from dipevents.models.actor import countries_of
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import clause, phrase, verb_above
from dipevents.reading.sentence import Word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dipevents.events.warning.triggers import Trigger
    from dipevents.mentions.dates import DateMention
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.event_date import EventDate
    from dipevents.models.evidence import Evidence

__all__ = ["Content", "bearers", "content_of", "date_of_speech", "ending", "paired", "sets_deadline"]

_LISTS = ("caution_phrases", "demand_frames", "demand_phrases", "concern_phrases", "threat_phrases", "alternatives")
_LIMITS = frozenset({"deadline", "ultimatum"})
_NEAR = 6
"""Words of an expression before the noun that it belongs to."""
_APART = frozenset({"after", "before", "since"})
_MARKS = '"“”„«»'
_MARK = re.compile(f"[{_MARKS}]")
_BEHIND = re.compile(r"[.,]?[\"”“»]")
_AS_SAID = frozenset({"alternatives"})
"""Lists of phrases that are looked for as they are said alone, not in dictionary form."""


@dataclass(frozen=True, slots=True)
class Content:
    """The words of what is warned of or demanded, in the trigger's sentence."""

    text: str
    words: tuple[Word, ...] = ()
    head: Word | None = None

    @property
    def phrases(self) -> frozenset[str]:
        """The lists of fixed phrases of which one stands in it, as whole words or dictionary forms."""
        return _held(self.words)


@cache
def _phrases() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The fixed phrases, between blanks, each with its list, by their longest words, which are the rarest."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name in _LISTS:
        for words in sorted(lexicon("content", name)):
            found.setdefault(max(words.split(), key=len), []).append((f" {words.strip()} ", name))
    return {longest: tuple(phrases) for longest, phrases in found.items()}


@lru_cache(maxsize=4)
def _held(words: tuple[Word, ...]) -> frozenset[str]:
    """The lists of which a fixed phrase stands among words, in lower case or in dictionary form.

    With what may be said between them or without: "would ALSO do well to go".
    """
    plain = [w for w in words if w.text not in _MARKS]  # would “not be tolerated”
    likely = _phrases().keys() & {form for w in plain for form in (w.lower, w.lemma)}
    if not likely:
        return frozenset()
    rows_of = plain, [w for w in plain if w.lower not in lexicon("asked", "between")]
    said = tuple(f" {' '.join(w.lower for w in row)} " for row in rows_of)
    texts = (*said, *(f" {' '.join(w.lemma for w in row)} " for row in rows_of))
    rows = (row for longest in likely for row in _phrases()[longest])
    # "or be held" leaves no choice, "or was held" does
    return frozenset(
        name
        for phrase, name in rows
        if any(phrase in t and f" no{phrase}" not in t for t in (said if name in _AS_SAID else texts))
    )


def content_of(mentions: Mentions, trigger: Trigger) -> Content:
    """The attribution's content where there is one; else the trigger's clause, phrase or object."""
    sentence = trigger.sentence
    if trigger.attribution is not None and not (trigger.about or _is_beside(trigger) or _is_reported(trigger)):
        spans = [s for s in trigger.attribution.content if s.start < sentence.end and sentence.body < s.end]
        bidden = trigger.lexical and any(c.dep == "xcomp" for c in trigger.clause.complements)
        if bidden:  # "“opposes” it, URGED “calm”"
            spans = [s for s in spans if s.start > trigger.word.start] or spans
        words = tuple(w for s in spans for w in sentence.words_between(s.start, s.end))
        words = words[1:] if words and words[0].lower == "that" else words
        if words:
            words = words if trigger.attribution.kind == "direct" else without_occasion(without_setting(words))
            said = _without_aside(words, trigger)
            first = words[0] if said[0] is words[0] else _opening(said) or words[0]
            end = _end_before_colon(mentions, spans) or words[-1].end
            return Content(paired(mentions, first.start, end).strip("'"), said, _top(words))
    astray = trigger.word.head if trigger.word.dep == "csubj" and trigger.word.tag == "VBG" else None
    heads = [astray] if astray is not None else _heads(mentions, trigger)
    for head in heads if trigger.about else [h for h in heads if not mentions.dates_in(h.start, h.end)]:
        first, last = phrase(head, skip=("advcl",) if head is trigger.word.head else ())
        words = tuple(w for w in sentence.words[first.i : last.i + 1] if astray is None or w.i > trigger.word.i)
        bound = words and (words[0].lower == "that" or (words[0].lower == "after" and head.dep == "advcl"))
        words = words[1:] if bound else words
        words = without_occasion(without_setting(words))
        if words:
            return Content(paired(mentions, words[0].start, words[-1].end), words, head)
    return Content("")


def _end_before_colon(mentions: Mentions, spans: Sequence[Evidence]) -> int | None:
    """Where what is told ends that a quotation goes on with: "OSLO MUST GO, he said: “It must”"; None without one."""
    return spans[0].end if spans[1:] and mentions.article.text[: spans[1].start].rstrip().endswith(":") else None


def paired(mentions: Mentions, start: int, end: int) -> str:
    """The words between two offsets without the marks of a quotation around them; one inside keeps its fellow."""
    whole = mentions.article.text
    inner = whole[start:end].strip(_MARKS)
    start = whole.index(inner, start)
    end = start + len(inner)
    opening = [inner[mark.start() - 1] in " \n(-–—" for mark in _MARK.finditer(inner)]
    if opening and opening[-1] and (behind := _BEHIND.match(whole, end)) is not None:
        end = behind.end()  # to "stop it"
    lacks = bool(opening) and not opening[0] and whole[max(0, start - 1)] in _MARKS  # “calm” and “restraint”
    return whole[start - lacks : end]


def _is_beside(trigger: Trigger) -> bool:
    """Whether what is credited stands beside what is vowed: "VOWED to retaliate after claiming that “all is lost”"."""
    task = next((c for c in trigger.clause.complements if c.dep == "xcomp"), None) if trigger.word.is_verb else None
    told = trigger.lexical or trigger.word.lemma in lexicon("verbs", "vow")
    if task is None or trigger.attribution is None or not told:
        return False
    return not any(s.start <= task.start < s.end for s in trigger.attribution.content)


def _is_reported(trigger: Trigger) -> bool:
    """Whether who tells of a warning is taken for its words: "Oslo warned Lima of war, STATE TELEVISION REPORTED"."""
    teller = trigger.word.head
    if trigger.word.dep != "ccomp" or teller.i < trigger.word.i or trigger.attribution is None:
        return False
    return any(s.start <= teller.start < s.end for s in trigger.attribution.content)


def _without_aside(words: tuple[Word, ...], trigger: Trigger) -> tuple[Word, ...]:
    """The content without whom it addresses ("urged CHINA to stop"), unless nothing were left."""
    addressed = {w.i for word in trigger.addressees for w in word.subtree() if w.dep not in {"acl", "relcl", "advcl"}}
    addressed = addressed if words[0].i in addressed else set()
    return words[next((k for k, w in enumerate(words) if w.i not in addressed), 0) :]


def _opening(said: Sequence[Word]) -> Word | None:
    """The word that opens what is asked, behind whom it is told to: "urged the parties to the truce TO disarm"."""
    for before, word in zip((None, *said), said, strict=False):
        if word.lower == "to" and word.dep == "aux":
            return before if before is not None and before.lower == "not" else word
        first = {"about", "of", "over"} if before is said[0] else set[str]()  # "warned Lima OF SANCTIONS"
        if before is not None and before.lower in {"against", "that", *first}:
            return word
    return None


def _top(words: tuple[Word, ...]) -> Word:
    inside = {w.i for w in words}
    spoken = [w for w in words if w.pos != "PUNCT"]
    tops = [w for w in spoken if w.head.i not in inside or w.head is w] or [words[0]]
    timed = tops[0].dep == "npadvmod"  # "“Next TIME,” he warned, “we will STRIKE”"
    return next((w for w in tops if timed and w.is_verb), tops[0])


def _heads(mentions: Mentions, trigger: Trigger) -> list[Word]:
    args, above = trigger.clause, trigger.word.head
    if trigger.word.dep == "csubj" and any(c.lower == "what" for c in trigger.word.children):
        # "WHAT we fear is that THEY LIE"
        return [c for c in above.children if c.i > above.i and c.dep in {"acomp", "attr", "ccomp"}][:1]
    if named := [w for w in trigger.about if not is_day(mentions, w)]:
        return named
    if args.complements and trigger.word.is_verb:  # "Lima refuses, OSLO URGES its citizens TO LEAVE"
        return [next((c for c in args.complements if c.dep == "xcomp" and _is_beside(trigger)), args.complements[0])]
    if trigger.word.dep == "advcl" and above.is_verb and any(c.lower == "as" for c in trigger.word.children):
        return [above]  # "as we have WARNED, talks will go on"
    about = args.oblique("about", "over", "against", "of", "at", "for", "on", "that", "with")
    about = about or (args.oblique("by") if not trigger.word.is_noun else ())  # "the warning BY Oslo"
    about = tuple(w for w in about if not is_day(mentions, w))
    if not about and trigger.word.is_verb:  # "warned the delegates OF THE DANGERS"
        hung = {"with"} if trigger.kind is WarningKind.THREAT else {"about", "against", "of", "over"}
        told = (c for w in (*trigger.addressees, *args.subjects) for c in w.children if c.lower in hung)
        about = tuple(p for c in told for p in c.children if p.dep in {"pobj", "pcomp"})
    addressed = {w.i for w in trigger.addressees}
    if trigger.kind is WarningKind.CONCERN and args.passive:
        return [*args.subjects[:1], *about]
    skipped = set[str]() if trigger.word.lemma in _LIMITS else {"relcl"}  # "an ULTIMATUM by which he MUST GO"
    clauses = [w for w in args.complements if w.dep not in skipped and w is not own_voice(trigger.word)]
    objects = [w for w in args.objects if w.i not in addressed] if trigger.word.is_verb else []
    found = clauses or [w for w in about if w.i not in addressed] or objects
    if not found and trigger.word.dep == "dobj":  # "echoed Danish WARNINGS last week THAT IT WOULD SPREAD"
        found = [c for c in above.children if c.dep == "ccomp" and c.i > trigger.word.i]
    if found or trigger.kind is not WarningKind.CONCERN:
        return found
    verb = above if trigger.word.dep == "dobj" else trigger.word  # "voiced anger AFTER OSLO CLOSED THE PORT"
    return [c for c in verb.children if c.dep == "advcl" and any(m.lower == "after" for m in c.children)][:1]


def date_of_speech(mentions: Mentions, trigger: Trigger, content: Content) -> EventDate | None:
    """The date of the speech act; a date in what is said is none, unless it hangs on the trigger itself."""
    if (eve := day_before(mentions, trigger.word)) is not None:
        return eve
    inside = {w.i for w in content.words}
    for mention in date_mentions_of(mentions, trigger.word):
        word = trigger.word.sentence.word_at(mention.start)
        if word is None or mention.when is None or mention.when.earliest is None or mention.when.latest is None:
            continue
        if sets_deadline(mention, word) or tells_else(mentions, mention, word, trigger):
            continue
        verb = verb_above(word)
        if trigger.word.dep == "dobj" and verb is trigger.word.head and verb.lemma in lexicon("frames", "receive"):
            return None  # "on Friday DISMISSED an ultimatum"
        if verb is not None and verb is not trigger.word and _goes_on(verb, word, trigger.word):
            continue
        loose = verb is trigger.word or (trigger.word.is_noun and verb not in content.words)
        outside = word.i not in inside or _ends_quote(mentions, mention)
        if outside or (loose and not _is_in_name(mention, word)):
            return mention.when
    heads = (m.when for m in date_of_entry(mentions, trigger.word.sentence, spoken=True))
    return _only_date(mentions, trigger, content) or next((when for when in heads if when is not None), None)


def _ends_quote(mentions: Mentions, mention: DateMention) -> bool:
    """Whether a date stands right behind what is quoted: "told Oslo to "pay up" ON TUESDAY"."""
    led = mentions.article.text[max(0, mention.start - _NEAR) : mention.start].rstrip().removesuffix(" on")
    return led.endswith(('"', "”"))


def _is_back(mentions: Mentions, mention: DateMention, word: Word, trigger: Word) -> bool:
    """Whether a date is over that the parse hangs on what is to be done, or today: "urged Oslo to stop LAST WEEK"."""
    act = next((up for up in word.ancestors() if not mention.start <= up.start < mention.end), word)
    while act.dep == "xcomp" and act.head.dep in {"ccomp", "pcomp", "xcomp"}:
        act = act.head
    governs = act.head is trigger or (act.dep == "pcomp" and act.head.head is trigger)
    bound = word.dep == "pobj" and word.head.lower != "on"  # "to withdraw BY Monday"
    latest, today = mention.when.latest if mention.when else None, mentions.published
    over = latest is not None and today is not None and latest <= today
    return governs and act.tag in {"VB", "VBG", "VBP"} and over and not bound


def sets_deadline(mention: DateMention, word: Word) -> bool:
    """Whether an expression that begins with a word tells when time is up: "a FRIDAY deadline", "48-HOUR ultimatum"."""
    behind = [w for w in word.sentence.words[word.i : word.i + _NEAR] if w.start >= mention.end]
    before = word.sentence.words[max(0, word.i - 2) : word.i]
    of_it = bool(before) and before[-1].lower == "of" and before[0].lemma in _LIMITS  # "a deadline OF 1 JUNE"
    if of_it or (behind and behind[0].lemma in _LIMITS):
        return True
    verb = verb_above(word)
    return verb is not None and any(ending(w) is verb for w in clause(verb).subjects)


def ending(noun: Word) -> Word | None:
    """The verb that tells when the time that a noun sets is up, or None: "the ultimatum EXPIRES on Friday"."""
    verb = noun.head
    told = is_of(verb, "ending") or (verb.lemma == "run" and any(c.lower == "out" for c in verb.children))
    return verb if told and noun.dep == "nsubj" and noun.lemma in _LIMITS else None


def _is_in_name(mention: DateMention, word: Word) -> bool:
    """Whether a date belongs to the name of something else: "concern over the FEBRUARY 12 launch"."""
    while word.dep in {"compound", "det", "nmod", "npadvmod", "nummod", "poss"} and not word.head.is_verb:
        word = word.head
        if word.tag in {"NN", "NNS"} and word.start >= mention.end:
            return True
    return False


def _only_date(mentions: Mentions, trigger: Trigger, content: Content) -> EventDate | None:
    """The one date of a sentence outside of what is said, where the sentence has just one."""
    inside = {w.i for w in content.words}
    if trigger.sentence is not trigger.word.sentence:
        return None
    found = []
    for mention in mentions.dates_in(trigger.sentence.body, trigger.sentence.end):
        word = trigger.sentence.word_at(mention.start)
        bounded = mention.when is not None and mention.when.earliest is not None and mention.when.latest is not None
        apart = word is not None and ";" in {w.text for w in trigger.sentence.words[trigger.word.i : word.i]}
        if apart or is_ahead(mentions, mention.when):
            continue  # "the vote due in 2020" dates no speech
        if word is None or not bounded or sets_deadline(mention, word) or tells_else(mentions, mention, word, trigger):
            continue
        if word.i in inside and not _ends_quote(mentions, mention):
            found += [mention.when] if _is_back(mentions, mention, word, trigger.word) else []
            continue
        if not (_is_in_name(mention, word) or _dates_aside(word, trigger.word) or _is_another(mentions, word, trigger)):
            found.append(mention.when)
    return found[0] if len(found) == 1 else None


def _dates_aside(date: Word, trigger: Word) -> bool:
    """Whether a date hangs on another act than the warning: "Ruiz, who FLEW in ON MONDAY, urged …".

    That act stands in a relative clause, or the warning is told to have come before or after it.
    """
    over = {trigger.i, *(up.i for up in trigger.ancestors())}
    for up in (date, *date.ancestors()):
        if up.i in over:
            break
        if up.dep == "advcl" and any(c.dep == "mark" and c.lower in _APART for c in up.children):
            return True  # "the sharpest words SINCE the crisis BEGAN IN MAY"
        if _goes_on(up, date, trigger):
            return True
        if up.dep in {"ccomp", "xcomp"} and date.i < trigger.i and any(c.dep == "nsubj" for c in trigger.children):
            return True  # "Lima wants it DONE BY MAY, and Oslo has warned that"
        written = up.head.lemma in lexicon("frames", "documents")  # "a letter SIGNED ON MONDAY"
        if up.dep == "acl" and not written and up.tag == "VBN" and is_of(up, "concluded"):
            return True  # "the accord REACHED IN MARCH"
        if up.dep == "relcl":
            return not is_of(up, "speaking")  # "the league, which MET ON SUNDAY, called on"
    return _is_within(date, trigger)


def _is_within(date: Word, trigger: Word) -> bool:
    """Whether a warning is told in a clause of another time than that which a date tells."""
    below = {date.i, *(up.i for up in date.ancestors())}
    for up in (trigger, *trigger.ancestors()):
        if up.i in below:
            return False
        if up.dep == "pcomp" and up.head.lower in _APART:
            return True
        if up.dep == "relcl" and up.head.dep in {"nsubj", "nsubjpass"} and date.i > up.head.head.i > up.i:
            return not is_of(up.head.head, "speaking")  # "Ruiz, who THREATENED to go, resigned ON MONDAY"
        if up.dep == "advcl" and any(c.dep == "mark" and c.lower in _APART for c in up.children):
            return True
    return False


def _is_another(mentions: Mentions, date: Word, trigger: Trigger) -> bool:
    """Whether a date tells when somebody else acts who names a warning: "RUIZ said ON MONDAY that US threats fail"."""
    verb = verb_above(date)
    if not trigger.word.is_noun or verb is None or verb in {trigger.word.head, trigger.word.head.head}:
        return False
    does = [a for w in clause(verb).subjects for a in mentions.actors.who(w)]
    homes = countries_of(trigger.issuers)
    return bool(does) and not any(a in trigger.issuers or a.country in homes for a in does)


def _goes_on(verb: Word, date: Word, trigger: Word) -> bool:
    """Whether a date tells when something else was done: "voiced alarm but CLOSED it ON MONDAY", and "HAS WARNED"."""
    now = trigger.dep == "conj" and date.i < trigger.i and any(c.lower in {"has", "have"} for c in trigger.children)
    return now or (verb.dep == "conj" and verb.is_verb and trigger.i < verb.i < date.i and not is_of(verb, "speaking"))


def bearers(trigger: Trigger, content: Content) -> tuple[Word, ...]:
    """Who is to act by the words of a demand: the addressees, else the subject of what is asked."""
    if trigger.addressees or content.head is None or not content.head.is_verb:
        return trigger.addressees
    return clause(content.head).subjects
