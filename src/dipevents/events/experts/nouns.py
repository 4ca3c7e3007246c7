"""What a noun for a person tells of its bearer: the trade that it stands for, held now or left, and for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.experts.lexicon import lexicon
from dipevents.lexicon import read_words
from dipevents.mentions.words import is_retired, ranks
from dipevents.reading.clauses import clause

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["PLURALS", "is_former", "is_witness", "noun_of"]

PLURALS = frozenset({"NNS", "NNPS"})
_STUDYING = frozenset({"candidate", "student"})


def noun_of(word: Word) -> str:
    """What a noun makes its bearer, as the lists have it: its lemma, "expert" for what is one here, or another noun."""
    lemma = word.lemma.rstrip(".")
    lemma = ranks().get(lemma.lower(), lemma)
    beside = {c.lower for c in word.children}
    if lemma in {"thinktank", "think-tank"} or (lemma == "tank" and "think" in beside):
        return "expert" if word.tag in PLURALS or beside & {"a", "an", "another", "one"} else lemma
    if _judges_there(word, lemma, beside) or _studies(word, lemma, beside):
        return "expert"
    written = (*clause(word).owners, *clause(word).oblique("of")) if lemma == "author" else ()
    if any(w.lemma in lexicon("drafts") for w in written):
        return "drafter"
    if lemma in lexicon("reporting") and word.tag not in PLURALS and word.dep in {"compound", "nmod", "appos"}:
        return "expert"  # one who is asked by name; the rest report
    if lemma in {"adviser", "advisor"} and any(c.lower == "at" and not _governs(c) for c in word.children):
        return "expert"  # "economic adviser AT Lemma Bank"; those of a government advise "to" or "of" it
    asked = lemma in lexicon("asked") and word.tag in PLURALS and not beside & {"the", "central"}
    if asked or (lemma == "insider" and beside & {"industry", "market"}):
        return "expert"
    if lemma == "host" and beside & {"radio", "show", "talk"}:
        return "expert"
    if lemma == "member" and beside & {"crew", "family", "staff"}:
        return "employee"
    if lemma == "minister" and any(c.lower in lexicon("leading_ministers") for c in word.children):
        return "premier"
    if lemma == "editor" and word.dep == "poss":
        return lemma + "'s"  # "Editor's note"
    if lemma.removesuffix("s").endswith(read_words("expert_opinion")["endings"]):
        return "expert"
    return lemma[:-1] if word.pos == "PROPN" and lemma.endswith("s") and lemma[:-1] in lexicon("experts") else lemma


def _studies(word: Word, lemma: str, beside: set[str]) -> bool:
    """Whether a noun tells a scholar by what stands beside it: "a KEEN student of the region", "a don" but no "Don"."""
    if lemma in _STUDYING:
        return bool(beside & ({"phd", "doctoral"} | (lexicon("devoted") if lemma == "student" else set())))
    return lemma == "don" and word.pos == "NOUN" and word.text[:1].islower()


def _judges_there(word: Word, lemma: str, beside: set[str]) -> bool:
    """Whether a noun tells who judges by where: "three INSTITUTES", "fund MANAGER", "HEAD of research at a bank"."""
    if lemma == "institute":
        return word.tag in PLURALS and not beside & lexicon("trades", "services")
    if lemma == "manager" and beside & {"fund", "portfolio"}:
        return True
    if lemma not in lexicon("positions"):
        return False
    behind = [w.lower for w in word.subtree() if w.i > word.i]
    researched = behind[:1] == ["of"] and not lexicon("researched").isdisjoint(behind[1:3])
    return researched and not lexicon("banks").isdisjoint(behind)


def _governs(prep: Word) -> bool:
    """Whether a phrase leads to a body of state, or to none that has a name: "at the MINISTRY", "at the time"."""
    below = [w for p in prep.children if p.dep == "pobj" for w in p.subtree()]
    return all(w.pos != "PROPN" for w in below) or any(w.lower in lexicon("governing") for w in below)


def _before_hyphens(noun: Word) -> Word:
    """The first of the words that hyphens tie to a noun: "VICE-minister", "EX-general"."""
    words, at = noun.sentence.words, noun.i
    while at > 1 and words[at - 1].text == "-":
        at -= 2
    return words[at]


def is_witness(noun: Word) -> bool:
    """Whether somebody watches for a body: "election observers", "UN experts"."""
    before = [c.lower for c in noun.subtree() if c.i < noun.i]
    return any(w in lexicon("delegating") for w in before) or (
        noun.lemma == "observer" and any(w in lexicon("witnesses") for w in before)
    )


def is_former(noun: Word) -> bool:
    """Whether an office or a trade is told to be left: "a RETIRED general", "ONCE head of"."""
    first = _before_hyphens(noun)
    near = [c.lower for c in (*noun.children, *noun.head.children, first, *first.children)]
    own = (*noun.children, *(c for c in noun.head.children if noun.dep == "appos" and noun.head.i < c.i < noun.i))
    behind = [w.lower for w in noun.sentence.words[noun.i + 1 : noun.i + 3] if w.text != "-"]
    formerly = behind[:1] == ["turned"] or any(c.lower in lexicon("formerly") for c in own)
    past = formerly or any(w in lexicon("former") for w in near) or noun.lower.startswith("ex-")
    return past or is_retired(noun)
