"""Turns of phrase in what is said, whose words may stand apart.

it would PLAY straight INTO THE HANDS of the generals    caution
Oslo will not GET AWAY WITH it                            threat, whoever is the subject
we KNOW where to FIND them                                threat, if the subject is the speaker's side
Oslo OWES us an EXPLANATION                               demand

A row of `sayings` in `data/warning.toml` holds the dictionary forms in order; "not" stands for any word that denies.
What is over is told, not warned of; what is denied, or to be kept off, is none.
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from dipevents.events.warning.acts import by_issuer, is_future
from dipevents.events.warning.bounds import marks_of
from dipevents.events.warning.dangers import subjects_beside
from dipevents.events.warning.duty import is_nobody
from dipevents.events.warning.lexicon import is_of, kinds, lexicon
from dipevents.events.warning.outcomes import pays_for_deed
from dipevents.lexicon import read_words
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import auxiliaries, clause, is_negated
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dipevents.events.warning.content import Content
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = ["sayings_in"]

APART = 3
"""Words that may stand between two words of a turn of phrase."""
_NOT = frozenset({"not", "n't", "n’t", "never", "no", "nobody", "nothing", "none", "neither", "nor"})
_NOW = frozenset({"am", "are", "be", "is", "'re", "'s", "’re", "’s"})
_PAST = frozenset({"was", "were", "had", "did", "has", "have", "'ve", "’ve"})
_SIGNALS = {
    "own": "threat_said",
    "threat": "threat_said",
    "caution": "caution_said",
    "demand": "demand_said",
    "asked": "demand_said",
    "concern": "concern_phrases",
}
_OWN = frozenset({"asked", "own"})


@cache
def _sayings() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The turns of phrase by their longest words, which are the rarest, each with its list."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in sorted(_SIGNALS):
        for phrase in read_words("warning")["sayings"][name]:
            parts = tuple(phrase.split())
            found.setdefault(max(parts, key=len), []).append((parts, name))
    return {longest: tuple(rows) for longest, rows in found.items()}


def sayings_in(
    mentions: Mentions, words: Sequence[Word], content: Content, issuers: Sequence[Actor], *, direct: bool
) -> Iterator[str]:
    """What the turns of phrase among the words of a content signal; `direct` as for the words of a danger."""
    for said, name in _held(words):
        if _is_meant(mentions, said, content, issuers, name, direct=direct):
            yield _SIGNALS[name]


def _held(words: Sequence[Word]) -> Iterator[tuple[list[Word], str]]:
    """The turns of phrase among words, each as its words with its list."""
    forms = [(w.lemma, w.lower, "not") if w.lower in _NOT else (w.lemma, w.lower) for w in words]
    said = set(chain.from_iterable(forms))
    likely = [row for longest in _sayings().keys() & said for row in _sayings()[longest] if said.issuperset(row[0])]
    for parts, name in likely:
        for at, near in enumerate(forms):
            if parts[0] in near and (places := _places(forms, at, parts[1:])):
                yield [words[p] for p in places], name


def _places(forms: Sequence[tuple[str, ...]], at: int, rest: Sequence[str]) -> list[int]:
    """Where the words of a turn of phrase that begins at a place stand; none where one is missing."""
    found = [at]
    for part in rest:
        last = found[-1]
        near = next((p for p in range(last + 1, min(last + APART + 2, len(forms))) if part in forms[p]), None)
        if near is None:
            return []
        found.append(near)
    return found


def _is_meant(
    mentions: Mentions, said: Sequence[Word], content: Content, issuers: Sequence[Actor], name: str, *, direct: bool
) -> bool:
    """Whether a turn of phrase is said as such: by the right side, of what is or will be, and not denied."""
    if any(w.dep in {"amod", "compound", "nmod"} and w.head.i > said[-1].i for w in (said[0], said[-1])):
        return False  # "will be upgraded by NEXT year", "a GO-IT-ALONE policy"
    denied = any(w.lower in _NOT for w in said)
    if not denied and any(c.lower in _NOT for c in said[0].children if c.dep == "det"):
        return False  # "NO CAUSE for alarm"
    if said[0].lower in _NOT and said[0].head not in said and said[0].head.head not in said:
        return False  # "NO joint session WAS SAFE"
    acts = (w for w in said if w.is_verb and w.dep != "amod")  # not "a BEFITTING response"
    verb = next(acts, None) or next((up for up in said[0].ancestors() if up.is_verb), None)
    if verb is None:
        return True
    verb = verb.head if verb.dep in {"aux", "auxpass"} and verb.head.is_verb else verb
    if not denied and (is_negated(verb) or any(map(is_nobody, (*clause(verb).subjects, *subjects_beside(verb))))):
        return False
    if _is_over(verb, name, denied=denied):
        return False
    if name != "demand" and (denied or name != "asked") and not _is_current(verb, content, direct=direct):
        return False
    if any(up.lemma in lexicon("content", "averting") for up in [*verb.ancestors()][:2]):
        return False
    own = by_issuer(mentions, verb, issuers)
    if _is_harmless(said, verb, own=own):
        return False
    opens = said[1 if said[0].lower in _NOT and len(said) > 1 else 0].is_verb
    if not own and verb.dep == "xcomp" and kinds("verbs").get(verb.head.lemma) is WarningKind.THREAT:
        return False  # "IRAN THREATENS TO WIPE us OFF THE MAP"
    if name == "caution":
        made = own and verb.tag == "VBD"  # "we MADE a grave MISTAKE"
        return not (made or (verb.lemma == "pay" and pays_for_deed(mentions, verb)))  # that is a threat
    # "OSLO IS LOSING SLEEP over it" is its own concern
    return own if name in _OWN else name == "concern" or not (own and opens)


def _is_over(verb: Word, name: str, *, denied: bool) -> bool:
    """Whether what is asked for was asked or done before: "HAS TAKEN BACK his threat", "HAD RUN out of patience"."""
    if name == "asked":
        return any(h.lower == "had" for h in auxiliaries(verb))
    return name == "demand" and not denied and _is_done(verb)


def _is_done(verb: Word) -> bool:
    """Whether somebody has done something: no duty is told, nor is it to come; not "it HAS GONE ON long enough"."""
    done = {h.lemma for h in auxiliaries(verb)} == {"have"} and verb.tag == "VBN"
    return done and any(c.dep == "dobj" for c in verb.children)


def _is_harmless(said: Sequence[Word], verb: Word, *, own: bool) -> bool:
    """Whether the same words are a hope, keep something as it is, or are only supposed of oneself."""
    maybe = any(h.lower in {"could", "may", "might"} for h in auxiliaries(verb))
    if maybe and said[-1].lemma == "chance":
        return True  # "it MIGHT be our last CHANCE"
    behind = said[-1].sentence.words[said[-1].i + 1 : said[-1].i + 5]
    if any(w.lemma == "time" for w in said) and any(w.is_verb and is_of(w, "succeeding") for w in behind):
        return True  # "it is only a matter of TIME before we SOLVE it"
    behind = behind[:2]
    if said[-1].lemma == "necessary" and any(is_of(w, "preserving") and is_to(w) for w in behind):
        return True  # "will do whatever is NECESSARY to KEEP the lanes open"
    return own and verb.dep == "advcl" and "if" in marks_of(verb)  # "IF WE PAY BACK the loans this year"


def _is_current(verb: Word, content: Content, *, direct: bool) -> bool:
    """Whether something is or will be; a past that a speech is reported in counts at the head of it alone."""
    if is_future(verb):
        return True
    helpers = {h.lower for h in auxiliaries(verb)}
    if helpers & {"has", "have", "had", "'ve", "’ve"}:
        return False
    if verb.tag == "VBD" or helpers & _PAST:
        named = verb not in content.words  # "DESCRIBED it as a source of disquiet"
        return named or (not direct and content.head in {verb, verb.head if verb.dep == "conj" else verb})
    if verb.tag == "VBG":
        return bool(helpers & _NOW)
    return "to" not in helpers
