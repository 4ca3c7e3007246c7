"""Words for people that mean nobody official: whoever it may be, teams that play, groups that fight, cattle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.visit.frames import is_of_sport, visit_words
from dipevents.events.visit.subjects import is_nobody
from dipevents.lexicon import read_words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from dipevents.events.visit.frames import Frame
    from dipevents.reading.sentence import Word

__all__ = ["is_unofficial"]

_WHOEVER = frozenset({"any", "each", "every", "whatever", "whichever"})


def is_unofficial(word: Word, frame: Frame) -> bool:
    """Whether a group plays or fights, or a force only stands somewhere: "the presence of the military"."""
    if frame.trigger.lemma == "presence" and word.lemma in visit_words("people", "forces"):
        return True
    if word.tag == "NNS" and any(c.lower in {"all", "any"} and c.dep == "det" for c in word.children):
        return not any(c.dep in {"prep", "relcl", "amod", "nummod"} for c in word.children)  # "bans ALL politicians"
    below = {c.lower for c in word.children}
    if word.tag == "NN" and below & _WHOEVER and "of" not in below:
        return True  # "ANY minister who visits Chad will be barred", not "every member OF the team"
    court: Mapping[str, Collection[str]] = read_words("visit")["court"]
    if word.pos == "NOUN" and word.lemma in court and not any(w.lower in court[word.lemma] for w in word.subtree()):
        return True  # "a couple", but "the royal couple"
    behind = word.sentence.words[word.i + 1 : word.i + 2]
    hyphen = word.lemma == "head" and any(w.text == "-" for w in behind)  # "HEAD-over-heels"
    if hyphen or (word.lower in {"head", "parties"} and any(c.dep == "nummod" for c in word.children)):
        return True  # "900 HEAD of cattle", "six PARTIES may get in"
    if below & {"a", "an"} and word.sentence.words_among(visit_words("metaphors", "fiction")):
        return word.pos != "PROPN"
    none = is_nobody(word) or ("single" in below and any(c.lower == "not" for c in word.subtree()))
    if none or (word.lemma in {"team", "squad", "side"} and is_of_sport(word.sentence)):
        return True
    if word.lemma == "leader" and any(c.lower in visit_words("people", "unofficial") for c in word.children):
        return True
    table = {"team": "playing", "group": "fighting", "party": "fighting", "mission": "fighting"}.get(word.lemma)
    if table is not None and any(c.lower in visit_words("people", table) for c in word.children):
        return True
    inner = (p for c in word.children if c.lower == "of" for p in c.children if word.lemma in {"group", "party"})
    return any(p.tag in {"NNS", "PRP"} and p.lemma not in visit_words("people", "bearers") for p in inner)
