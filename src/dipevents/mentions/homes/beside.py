"""The state that the words right beside a person's name tell.

Norway's Jan Erik Lie, Frenchman Luc Roche          before it
Ada Holt, 54, a Chadian; Ada Holt (Chad)            the people that somebody is one of
Ada Holt, who commands Chile's southern fleet       what somebody leads or speaks for
Chile sent an observer, Ana Ruiz                    who sends somebody
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.words import is_role, lexicon

if TYPE_CHECKING:
    from dipevents.mentions.identity import Entry, Registry
    from dipevents.mentions.words import Name

__all__ = ["bracketed", "is_done_by", "nationality", "possessor", "run_by", "sender", "speaks_for_nowhere"]

STATES = frozenset({"state", "adjective", "capital"})
_RULING = frozenset({"govern", "lead", "rule", "run"})
REACH = 5
"""Words behind "who leads" among which a state is looked for."""


def is_done_by(name: Name) -> bool:
    """Whether a state only does something ("the IRAN-backed group"), or was left by a family ("PERUVIAN descent")."""
    words = name.sentence.words
    if words[name.last].head.lower in lexicon("descent") and words[name.last].dep != "pobj":
        return True
    if name.last + 2 >= len(words) or words[name.last + 1].text not in {"-", "–"}:
        return False
    return words[name.last + 2].lower.endswith(("ed", "led", "run", "born", "made"))


def possessor(registry: Registry, name: Name) -> str | None:
    """The state right before a person's name: "NORWAY's Jan Erik Lie", "FRENCHMAN Luc Roche".

    Also where the office is left out: "Chad's envoy, Idris Sow, and PERU's, Luz Soto,".
    """
    words = name.sentence.words
    at = name.first - 1
    at -= at > 0 and words[at].text == "," and words[at - 1].text in {"'s", "’s"}
    if at > 0 and words[at].text in {"'s", "’s", "'", "’"}:
        at -= 1
    held = registry.names.get(words[at]) if at >= 0 else None
    if held is None or held.last != at or held.kind not in {"state", "adjective"}:
        return None
    return held.country if at < name.first - 1 or held.kind == "adjective" else None


def nationality(registry: Registry, name: Name) -> str | None:
    """The people of whom somebody is told to be one: "Ada Holt, 54, a CHADIAN", "a Chadian-born NORWEGIAN"."""
    words, at = name.sentence.words, name.last + 1
    if at + 2 < len(words) and words[at].text == "," and words[at + 1].text.isdigit():
        at += 2
    if at + 2 >= len(words) or words[at].text != "," or words[at + 1].lower not in {"a", "an"}:
        return None
    noun = next((w for w in words[at + 2 : at + 7] if w.dep == "appos" and w.head.i in range(name.first, at)), None)
    if noun is None:
        return None
    plain = noun.text.islower() and not is_role(noun)  # "a Chadian NATIONAL"; "a Soviet scholar" may be one anywhere
    told = [noun, *(c for c in noun.children if c.dep == "amod" and plain)]
    held = next((n for w in told if (n := registry.names.get(w)) and n.kind == "adjective" and w is n.words[-1]), None)
    return held.country if held is not None and not is_done_by(held) else None


def bracketed(registry: Registry, name: Name) -> str | None:
    """The state in brackets right behind a person's name, as lists of those present have it: "Ada Holt (CHILE)"."""
    words, at = name.sentence.words, name.behind
    held = registry.names.get(words[at + 1]) if at + 2 < len(words) and words[at].text == "(" else None
    alone = held is not None and held.first == at + 1 and words[min(held.last + 1, len(words) - 1)].text == ")"
    return held.country if held is not None and alone and held.kind == "state" else None


def run_by(registry: Registry, name: Name) -> str | None:
    """The state of what somebody is told to lead or to speak for: "Ada Holt, who commands CHILE's southern fleet".

    Also the one that he rules: "who has led CHILE since May".
    """
    words, at = name.sentence.words, name.behind
    at += at < len(words) and words[at].text == ","
    if at + 3 >= len(words) or words[at].lower != "who":
        return None
    at += words[at + 1].lemma == "have"
    if words[at + 1].lemma not in lexicon("running"):
        return None
    rules = words[at + 1].lemma in _RULING
    for word in words[at + 2 : at + 2 + REACH]:
        held = registry.names.get(word)
        if held is not None:
            told = held.kind == "adjective" or words[min(held.last + 1, len(words) - 1)].text in {"'s", "’s"}
            told = told or (rules and word.i == at + 2 and word.dep == "dobj")
            return held.country if told and held.kind in STATES and not is_done_by(held) else None
        if word.pos not in {"DET", "ADJ", "ADP", "ADV"}:
            return None
    return None


def sender(registry: Registry, name: Name) -> str | None:
    """The state that sends somebody: "CHILE sent an observer, Ana Ruiz"."""
    head = name.head.head if name.head.dep == "appos" else name.head
    verb = head.head
    if head.dep != "dobj" or verb.lemma not in lexicon("sending") or any(c.lower == "home" for c in verb.children):
        return None
    held = next((registry.names.get(c) for c in verb.children if c.dep == "nsubj"), None)
    return held.country if held is not None and held.kind in {"state", "capital"} else None


def speaks_for_nowhere(registry: Registry, entry: Entry) -> bool:
    """Whether it is the spokesman of somebody who has no state: "the NATO chief … KOS'S SPOKESMAN, Ada Holt"."""
    owners = (registry.by_name.get(n) for t in entry.titles if t.office in lexicon("speakers") for n in t.belonging)
    return any(owner is not None and owner.kind == "person" and owner.country is None for owner in owners)
