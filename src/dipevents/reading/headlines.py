"""Headlines as sentences would have them: for the model alone, which has learnt from sentences.

Oslo HALTS delivery of jets       "halted": the present is a noun as well
Danish PM IN Oslo for talks       "is": the blank as well
Oslo slams Lima, HALTS aid        "and halted"
Oslo, Lima INK deal; Oslo & Lima  "Oslo and Lima signed"
Holt TO go; envoy seen in Oslo    "will"; "WAS seen": a blank is the verb
Oslo to pay: LIMA; LIMA: …        who says so is a tree of his own, hung on the rest
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.reading.forms import Form
from dipevents.reading.grammar import has_subject, phrase
from dipevents.reading.tails import crown, hang

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dipevents.reading.sentence import Sentence, Word

__all__ = ["SOURCE", "as_sentence", "as_written", "join", "presents"]

_WORD = re.compile(r"[^\W\d_][\w.'’/-]*|\d[\w.,]*|[^\w\s]")
_SEVERAL = re.compile(r"[A-Z]\S*(?: \S+){0,2}?(, | & | and )[A-Z]\S*(?: [\w.'’-]+){0,2}? (?=(\w+))")
"""Two that do something: "Danish PM, Lie VISIT"."""
SOURCE = re.compile(r"\S+(?: \S+){0,3}?: (?=\S)|(?: [-–—] |: )(?=\S+(?: \S+){0,3}$)")
"""Who says so, before or behind: "Oslo: …"; "… - Danish official"."""
_THEN = re.compile(r"(?<=\w)([,;]) ([a-z]+s)(?= [\w$€£])")
_STAY = re.compile(
    r"[Ii]n (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,2}"
    r"(?=$| [-–—] |[,;:] | (?i:after|ahead|amid|as|at|before|for|on|over|to|with)\b)"
)
"""Where somebody is: "Danish PM IN OSLO for talks"."""
_BEFORE = frozenset({"amod", "compound", "dep", "nmod", "npadvmod"})


@cache
def presents() -> dict[str, tuple[str, bool]]:
    """The verbs of headlines by their presents: the past, and whether the present is said of several."""
    found: dict[str, tuple[str, bool]] = {}
    for bare, past in read_words("headlines")["pasts"].items():
        third = bare[:-1] + "ies" if re.search("[^aeiou]y$", bare) else bare + ("es" if bare[-1] in "hsx" else "s")
        found |= {bare: (past, True), third: (past, False)}
    return found


def as_sentence(text: str) -> list[tuple[int, int, str]]:
    """What stands in a headline from where to where, and what the model gets in its place; in text order."""
    start = at + 2 if 0 < (at := text.find(": ")) < len(text) // 2 else 0
    two = _SEVERAL.match(text, start)
    verb = _verb(text, start, two is not None)
    verb = None if verb is not None and text[verb[0] - 2] in ",;" else verb
    changes = [verb] if verb is not None else []
    if two and two[1] != " and " and (two[2] in {"in", "to"} or (verb is not None and verb[0] >= two.start(2) - 1)):
        changes.insert(0, (two.start(1), two.end(1) - 1, " and"))
    return [*changes, *_next(text, verb[1] if verb is not None else start)]


def _next(text: str, start: int) -> Iterable[tuple[int, int, str]]:
    """What one does besides, the comma as "and": "Oslo blasts Lima, THREATENS sanctions"."""
    for found in _THEN.finditer(text, start):
        past, of_several = presents().get(found[2], ("", True))
        if past and not of_several:
            yield found.start(1), found.end(1), " and"
            yield found.start(2), found.end(2), past
            return


def _verb(text: str, start: int, several: bool) -> tuple[int, int, str] | None:
    """The first verb that may be a noun, with its past, or the blank where "be" is left out; behind a word at least."""
    words = list(islice(_WORD.finditer(text, start), 10))  # the verb of a headline stands near its start
    known, opened = read_words("headlines"), False
    for at, (before, word, after) in enumerate(zip(words, words[1:], (w[0] for w in words[2:]), strict=False)):
        low = word[0].lower()
        if f"{low} {after}" in known["states"]:
            return word.start() - 1, word.start(), " is "
        if low == "to" and after.islower() and not opened and (before[0][:1].isupper() or _may_stay(before[0], False)):
            return word.start(), word.end(), "will"
        does = any(w[0].islower() and w[0].endswith("s") for w in words[1:at])  # "Lie BACKS Holt in"
        staying = low == "in" and not opened and not does and _STAY.match(text, word.start())
        if staying and _may_stay(before[0], before is words[0]):
            return word.start() - 1, word.start(), " is "
        if low in known["permits"] and after in {"for", "to"}:
            return word.start(), word.end(), "permission"
        opened = opened or low in known["opening"]
        if low in known["verbs"]:
            return None
        if (low in known["is"] or low in known["was"]) and after in known["phrases"] and not opened:
            return word.start() - 1, word.start(), " is " if low in known["is"] else " was "
        past, of_several = presents().get(low, ("", False))
        taken = (after.isalnum() or after in "$€£") and after not in known["opening"] and after not in known["verbs"]
        taken = taken or (past in known["going"] and after in {"for", "home", "in", "on", "to"})
        if past and taken and not opened and several >= of_several and (word[0].islower() or low == "oks"):
            return word.start(), word.end(), past
    return None


def _may_stay(word: str, first: bool) -> bool:
    """Whether a word is a name or an office, of which "is" may be left out; but "TALKS in Oslo"."""
    known = read_words("offices")["offices"]
    held = any(word.lower() in known[kind] for kind in ("state", "military", "international", "religious"))
    named = word[:1].isupper() and not (first and word.endswith("s"))
    return held or named or word.lower() in read_words("headlines")["bearers"]


def as_written(form: Form, text: str) -> Form:
    """The form of a word as it is written, which the model may have got in other words."""
    if form.tag == "MD" and text.lower() == "to":
        return Form(text, "to", "TO", "PART", form.dep)
    if form.text == "," and text == " ":
        return form  # "of Armenia Arsen Babayan"
    changed = form.tag in {"VBD", "VBN"} and text not in {form.text, " "}
    return form._replace(text=text, tag=("VBZ" if text.endswith("s") else "VBP") if changed else form.tag)


def join(sentence: Sentence) -> None:
    """Hangs who says so on what he says, a noun on its verb; a present that was an attribute is the main verb."""
    first, *others = [w for w in sentence.words if w.head is w]
    if others:
        _cut_names(sentence, min(w.i for w in others[0].subtree()))
        above = max([first, *others], key=lambda w: (w.is_verb, len(w.subtree())))
        for root in (w for w in (first, *others) if w is not above):
            hang([root], above)
            root.dep = "npadvmod"
    for verb in [w for w in sentence.words if w.tag == "VBZ"]:
        noun = verb.head
        if sentence.heading and verb.dep in _BEFORE and noun.dep == "ROOT" and noun.is_noun and noun.i > verb.i:
            hang([c for c in noun.children if c.i < verb.i], verb)
            crown(verb, noun, "dobj")
        if verb.dep == "ROOT" and not has_subject(verb):
            _give_subject(verb)


def _cut_names(sentence: Sentence, cut: int) -> None:
    """Ends a name before who says so, which the model has run into him: "to KENYA - ministry"."""
    for entity in sentence.entities:
        if entity.first < cut <= entity.last:
            inside = (w.i for w in sentence.words[entity.first : cut] if w.text.isalnum())
            entity.last = max(inside, default=cut - 1)


def _give_subject(verb: Word) -> None:
    """Makes a subject of the noun before a present, and an object of the name behind: "KIM visits PRAGUE"."""
    subject = next((c for c in reversed(verb.children) if c.i < verb.i and c.dep in _BEFORE and c.is_noun), None)
    if subject is None:
        return
    hang([c for c in verb.children if c.i < subject.i and c.dep in _BEFORE], subject)
    subject.dep = "nsubj"
    for noun in [c for c in verb.children if c.dep == "npadvmod" and c.tag == "NNP" and c.i > verb.i]:
        if phrase(noun)[0].i == verb.i + 1 and noun.lower not in read_words("dates")["weekday"]:
            noun.dep = "dobj"
