"""What is told around a colon, "how" or "what" instead of by a plain cue.

Holt was blunter: the truce is dead.            an attitude, then what is meant
Holt had a word for it: folly.                  a noun for what is said, with the one whose it is
Holt's verdict was harsh: nobody had won.       the same, its owner is the source
The truce is dead, is how Holt puts it.         "how" or "what" behind the words told
What worries Holt is that the truce is dead.    a feeling before them
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dipevents.mentions.attributions.draft import COLONS, IMPERSONAL, cue_classes, lexicon, make_draft, marker
from dipevents.reading.clauses import clause, is_negated, phrase, surface_subjects
from dipevents.reading.grammar import FINITE

if TYPE_CHECKING:
    from dipevents.mentions.attributions.draft import Draft
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["read_announced", "read_feeling", "read_manner"]

_WORDING = frozenset({"how", "what"})
_QUOTES = frozenset({'"', "“", "”"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
LEAST = 3
"""Words of a clause behind a colon."""


def read_announced(sentence: Sentence) -> Draft | None:
    """Reads "Holt was blunter: the truce is dead", "Holt's verdict was harsh: …", "Holt had a MESSAGE: …"."""
    if ":" not in sentence.text:
        return None
    words = sentence.words
    colon = next((w for w, after in pairwise(words) if w.text in COLONS and after.pos != "PUNCT"), None)
    if colon is None or colon.i < LEAST or colon.i + LEAST >= len(words):
        return None
    told, before = words[colon.i + 1 :], words[: colon.i]
    clausal = told[0].tag == "VB" or any(w.tag in {*FINITE, "MD"} and w.dep != "relcl" for w in told)
    if not clausal or any(w.text in _QUOTES or w.text == ";" for w in before):
        return None
    last = next(w for w in reversed(words) if w.pos != "PUNCT")
    verbs = (w for w in before if w.tag in FINITE and w.dep not in {"aux", "auxpass", "relcl", "acl"})
    announced = (*map(_announcing, verbs), *map(_sent, reversed(before)))
    source = next((found for found in announced if found), None)
    return make_draft(colon, (colon, colon), source, [(told[0], last)]) if source else None


def _sent(noun: Word) -> list[Word]:
    """Whose message stands behind the colon: "Holt had a blunt MESSAGE for Lima", "Oslo's REPLY was swift"."""
    if not noun.is_noun or noun.lemma not in lexicon("messages") or is_negated(noun):
        return []
    args, verb = clause(noun), noun.head
    own = [*args.owners, *args.oblique("from")]
    own += [c for c in noun.children if c.dep == "amod" and c.text[:1].isupper() and c.i > 0 and c not in own]
    if noun.dep in {"nsubj", "attr", "ROOT"}:
        return own
    sent = noun.dep == "dobj" and verb.lemma in lexicon("sending") and not is_negated(verb)
    return own or (surface_subjects(verb) if sent else [])


def _announcing(verb: Word) -> list[Word]:
    """Who announces by a clause what stands behind the colon; empty where it does not."""
    subjects = surface_subjects(verb)
    if is_negated(verb) or not subjects or subjects[0].lower in IMPERSONAL:
        return []
    owned = [o for s in subjects if s.lemma in lexicon("noun") for o in clause(s).owners]
    if owned:
        return owned if verb.lemma == "be" else []
    if verb.lemma == "be":
        manner = (c.lower for c in verb.children if c.dep in {"acomp", "attr"})
        return subjects if any(m in lexicon("manner") or m in lexicon("adjective") for m in manner) else []
    below = {c.lower for c in verb.children}
    if verb.lemma == "disagree" or (verb.lemma in lexicon("differing") and below & lexicon("otherwise")):
        return subjects  # "thinks OTHERWISE", "went FURTHER"
    held = {c.lemma for c in verb.children if c.dep == "dobj" and c.i > verb.i}
    return subjects if verb.lemma in lexicon("voicing") and held & lexicon("noun") else []


def read_manner(verb: Word) -> Draft | None:
    """Reads "…, is how Holt puts it", "… was what Holt called it": what stands before "is" is what is told."""
    if verb.lemma != "put" and not {"say", "label", "quotation"} & cue_classes(verb):
        return None
    words, be = verb.sentence.words, verb.head
    asked = next((c for c in verb.children if c.lower in _WORDING and c.i < verb.i), None)
    if asked is None or be.lemma != "be" or not 0 < asked.i - be.i < LEAST or be.i == 0:
        return None
    source = [c for c in verb.children if c.dep in _SUBJECTS and asked.i < c.i < verb.i]
    opens = next((w.i + 1 for w in reversed(words[: be.i]) if w.text in COLONS), 0)  # "others are gloomier: …"
    before = [w for w in words[opens : be.i] if w.pos != "PUNCT"]
    return make_draft(verb, (verb, verb), source, [(words[opens], before[-1])]) if source and before else None


def read_feeling(verb: Word) -> Draft | None:
    """Reads "WHAT WORRIES Holt is that …"."""
    be, first = verb.head, next((c for c in verb.children if c.lower == "what" and c.dep == "nsubj"), None)
    if first is None or be.lemma != "be" or verb.lemma not in lexicon("feeling") or verb.dep != "csubj":
        return None
    among = (*verb.children, *(c for c in be.children if c.dep == "nsubj" and c.i < be.i))  # as it is parsed
    source = [c for c in among if c.i > verb.i and c.dep in {"dobj", "nsubj"}]
    told = next((c for c in be.children if c.i > be.i and c.dep in {"ccomp", "advcl"} and marker(c) == "that"), None)
    return make_draft(verb, (verb, verb), source, [phrase(told)]) if source and told is not None else None
