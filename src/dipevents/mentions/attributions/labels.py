"""What somebody calls what, or likens to what: the content is both.

Kim called the launch "a provocation"       a small clause
described the visit as hostile              a phrase with "as"
the tax is seen by analysts as a mistake    a passive, whose subject is called so
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.attributions.draft import lexicon
from dipevents.reading.clauses import is_passive, phrase
from dipevents.reading.grammar import has_subject, is_to

if TYPE_CHECKING:
    from dipevents.mentions.attributions.draft import Stretch
    from dipevents.reading.sentence import Word

__all__ = ["label"]

_PREDICATES = frozenset({"oprd", "xcomp"})
_LIKENING = frozenset({"compare", "equate", "liken"})


def label(verb: Word) -> list[Stretch]:
    """What is called what, or likened to what, by a verb; empty where nothing is."""
    linking = {"to", "with"} if verb.lemma in _LIKENING else {"as"}
    passive = _label_passive(verb, linking) if is_passive(verb) else []
    named = verb.dep == "acl" or any(c.dep == "auxpass" for c in verb.children)
    if passive or (verb.lemma == "call" and named and is_passive(verb)):
        return passive  # "a firm CALLED Lemma" has its name of nobody
    parts = [c for c in verb.children if c.i > verb.i and (_is_called(c) or (c.dep in _PREDICATES and not is_to(c)))]
    objects = [c for c in verb.children if c.dep in {"dobj", "nsubj"} and c.i > verb.i]
    holding = (verb, *objects) if verb.lemma in lexicon("describing") else (verb,)  # as it is parsed
    parts += [c for w in holding for c in w.children if _links(c, linking) and c.i > verb.i]
    if not parts:
        return []
    objects += [c for c in verb.children if c.dep == "prep" and c.lower in {"to", "of"} and verb.i < c.i < parts[-1].i]
    spans = [phrase(c) for c in parts + objects]
    first = min((s[0] for s in spans), key=lambda w: w.i)
    last = max((s[1] for s in spans), key=lambda w: w.i)
    return [(first, last)] if first.i > verb.i else []


def _label_passive(verb: Word, linking: set[str]) -> list[Stretch]:
    """What somebody is told to call what: "THE TAX is seen by analysts AS A MISTAKE"; "THE TAX, seen by …, ended"."""
    agent = next((w for c in verb.children if c.dep == "agent" for w in c.children if w.dep == "pobj"), None)
    named = verb.head if verb.dep == "acl" and verb.head.i < verb.i else None
    subject = next((c for c in verb.children if c.dep == "nsubjpass" and c.i < verb.i), named)
    if agent is None or subject is None or subject.tag == "WDT":
        return []
    parts = [c for w in (verb, agent) for c in w.children if _links(c, linking) and c.i > verb.i]
    return [phrase(subject, skip=("acl",) if subject is named else ()), phrase(parts[0])] if parts else []


def _is_called(word: Word) -> bool:
    """Whether a participle tells what somebody calls something, as a bare clause of "call": "called it DOOMED"."""
    bare = word.dep == "ccomp" and word.tag in {"VBD", "VBN"} and word.head.lemma == "call"
    return bare and all(c.dep not in {"aux", "auxpass", "mark"} for c in word.children)


def _links(word: Word, linking: set[str]) -> bool:
    """Whether words tell what something is called: "AS A MISTAKE", "AS FLAWED", "AS ROOTED in envy"."""
    if word.dep == "prep":
        return word.lower in linking
    opened = word.tag in {"JJ", "VBN", "VBG"} and (
        word.dep == "ccomp" or (word.dep == "advcl" and not has_subject(word))
    )
    return opened and any(c.lower in linking and c.dep in {"mark", "advmod"} and c.i < word.i for c in word.children)
