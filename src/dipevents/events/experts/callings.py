"""What somebody is told to do, or to be by now, that makes an expert.

Holt, who teaches law at Lund; Ada Holt teaches law          a practice
Holt, who edits our yearbook                                 a work of reference that is kept
Holt, our envoy in Lima until 2011 and NOW AN ANALYST        a trade taken up since
Lund's Dr Ada Holt                                           a scholar by title, and where
who ran the agency                                           an office that is left
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.experts.lexicon import lexicon
from dipevents.events.experts.nouns import noun_of
from dipevents.mentions.gazetteer import country_of_name
from dipevents.reading.grammar import FINITE

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["has_served", "is_owned_doctor", "is_practice", "is_taught", "judges_now"]

REACH = 18
"""Words behind a name within which a trade taken up since is told."""
TRADE = 4
"""Words between "now" and the noun of the trade, that included."""
_DOCTORS = frozenset({"dr", "dr.", "doctor"})
_NOW = (("now",), ("today",), ("nowadays",), ("currently",), ("latterly",), ("these", "days"))


def judges_now(last: Word) -> bool | None:
    """Whether a trade that words behind a name tell to be new is an expert's; None where they tell none.

    "Holt, an envoy until May AND NOW A CONSULTANT", "Holt, a professor until May AND NOW OUR ENVOY".
    """
    words = last.sentence.words[last.i + 1 : last.i + 1 + REACH]
    if not words or words[0].text not in {",", "("}:
        return None
    end = next((n for n, w in enumerate(words) if w.tag in FINITE or w.text in {";", ":", ")", '"', "“"}), len(words))
    low = [w.lower for w in words[:end]]
    for n in range(1, len(low)):
        told = next((form for form in _NOW if tuple(low[n : n + len(form)]) == form), ())
        if told and low[n - 1] in {",", "(", "and", "but"}:
            return _is_expert(words[n + len(told) : min(end, n + len(told) + TRADE)])
    return None


def _is_expert(trade: list[Word]) -> bool | None:
    """Whether the first noun that no other follows is an expert's, or an official's: "an independent ANALYST"."""
    for n, word in enumerate(trade):
        behind = trade[n + 1] if n + 1 < len(trade) else None
        if word.is_noun and (behind is None or not behind.is_noun):
            noun = noun_of(word)
            return True if noun in lexicon("experts") else False if noun in lexicon("officials") else None
    return None


def is_owned_doctor(first: Word) -> bool:
    """Whether a name follows whose scholar its bearer is: "Lund's DR Ada Holt"; not "Peru's Dr Ada Holt"."""
    words, at = first.sentence.words, first.i
    at -= first.lower not in _DOCTORS
    if at < 2 or words[at].lower not in _DOCTORS or words[at - 1].tag != "POS":
        return False
    owner = words[at - 2]
    return owner.pos == "PROPN" and country_of_name(owner.text) is None


def is_taught(verb: Word) -> bool:
    """Whether somebody is told to teach by profession: "teaches Arctic policy AT Lund", "lectures ON arms law"."""
    subject = any(c.dep == "nsubj" and c.tag in {"NNP", "PRP", "WP"} for c in verb.children)
    if not subject or verb.lemma not in lexicon("teaching") or verb.tag not in {"VBZ", "VBP"}:
        return False
    where = (g for p in verb.subtree() if p.lower in {"at", "in"} for g in p.children if g.dep == "pobj")
    what = any(p.lower == "on" for p in verb.children)
    return (
        what or any(g.text[:1].isupper() for g in where) or any(c.lemma in lexicon("studied") for c in verb.subtree())
    )


def _keeps_record(verb: Word) -> bool:
    """Whether somebody keeps what others look things up in: "who edits our DATABASE"."""
    kept = (c for c in verb.children if c.dep == "dobj" and c.lemma in lexicon("records"))
    return verb.lemma in lexicon("keeping") and verb.tag != "VBD" and any(kept)


def is_practice(verb: Word) -> bool:
    """Whether a clause behind a name tells an expert.

    "who teaches …", "who works as a consultant", "who has a book out", "whose study of …".
    """
    whose = next((w.head for w in verb.subtree() if w.lower == "whose"), None)
    if whose is not None:
        topic = any(c.dep == "prep" and c.lower in {"of", "on", "about"} for c in whose.children)
        return topic and whose.lemma in lexicon("documents")
    if verb.lemma == "write" and verb.tag == "VBD":
        return any(c.dep == "prep" and c.lower in {"about", "on", "for"} for c in verb.children)
    if verb.lemma in lexicon("practices") or _is_tenured(verb) or _keeps_record(verb):
        return True
    return verb.tag != "VBD" and any(w.lemma in lexicon("experts") and w.head.lower == "as" for w in verb.subtree())


def _is_tenured(verb: Word) -> bool:
    """Whether somebody "holds the CHAIR in economics at Lima"; not "the chair of the committee"."""
    held = (c for c in verb.children if c.dep == "dobj" and c.lemma in lexicon("tenures"))
    if verb.lemma not in {"hold", "occupy"}:
        return False
    fields = (g for c in held for w in (c, verb) for p in w.children if p.dep == "prep" for g in p.children)
    return any(g.dep == "pobj" and g.pos == "NOUN" and all(c.dep != "det" for c in g.children) for g in fields)


def has_served(verb: Word) -> bool:
    """Whether a clause behind a name tells of an office that is left: "who ran the agency", "who was envoy to Chad"."""
    if verb.tag != "VBD" or any(w.lower == "whose" for w in verb.subtree()):
        return False
    if verb.lemma == "be":
        return any(c.dep == "attr" and noun_of(c) in lexicon("offices") for c in verb.children)
    if verb.lemma in {"serve", "negotiate"}:
        return True
    return verb.lemma in lexicon("serving") and any(c.dep == "dobj" for c in verb.children)
