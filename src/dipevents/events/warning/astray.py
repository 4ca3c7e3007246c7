"""Who warns, where the parse hangs the subject of a word of warning elsewhere.

handed A NOTE to him protesting …               what is handed over protests
OSLO said Lima had lied, warning that …         who reports warns, not whom it reports of
OSLO let Lima know that it wanted …             "it" is who lets the other know
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.reading.clauses import clause, is_passive

if TYPE_CHECKING:
    from dipevents.reading.clauses import Clause
    from dipevents.reading.sentence import Word

__all__ = ["hung_subjects", "lost_subjects", "main_subjects", "told_by"]


def hung_subjects(verb: Word) -> tuple[Word, ...]:
    """The subject that was taken for an object: "came as A DROUGHT threatens", "handed A NOTE to him protesting"."""
    before = verb.sentence.words[verb.i - 1] if verb.i else verb
    letter = before.head.head if before.dep == "pobj" and before.head.lower in {"by", "from"} else before
    written = letter.dep == "dobj" and letter.lemma in lexicon("frames", "documents")  # "a LETTER from Lima warning"
    sent = verb.head if verb.dep == "pcomp" and verb.tag == "VBG" and verb.head.lower == "to" else None
    if sent is not None and sent.head.is_verb:  # "sent A NOTE to Lima demanding it", Lima taken for who demands
        return tuple(c for c in sent.head.children if c.dep == "dobj" and c.lemma in lexicon("frames", "documents"))
    if written and verb.dep == "advcl" and verb.tag == "VBG":
        return (letter,)
    finite = verb.dep in {"acl", "advcl"} and verb.tag in {"VBZ", "VBP", "VBD"}
    bare = not any(c.dep in {"nsubj", "nsubjpass", "auxpass"} for c in verb.children)
    told = bare and (finite or (verb.dep == "acl" and verb.tag == "VBN"))
    if told and before.text == "," and (top := _parted(verb)) is not None:
        return (top,)  # "RUIZ, who had flown in to meet ministers, CALLED on Lima"
    if not (finite and bare) or before.dep != "pobj":
        return ()
    return (before,) if before.head.lower == "as" else ()


def _parted(verb: Word) -> Word | None:
    """The noun at the top of a sentence whose verb the parse hangs into the relative clause of that noun, or None."""
    top = next((up for up in verb.ancestors() if up.dep == "ROOT"), None)
    if top is None or not top.is_noun or top.i > verb.i:
        return None
    return top if any(c.dep == "relcl" and verb.is_under(c) for c in top.children) else None


def main_subjects(verb: Word) -> tuple[Word, ...]:
    """Who reports what a participle at the end was hung into: "OSLO said Lima had lied, WARNING that it would act"."""
    before = verb.sentence.words[: verb.i]
    if verb.tag != "VBG" or verb.dep != "advcl" or not before or before[-1].text not in {",", "-"}:
        return ()
    up = verb.head
    for _ in range(4):
        told = up.dep == "ccomp" and up.head.is_verb and up.head.i < up.i
        if told and up.head.dep not in {"relcl", "ccomp"}:
            return clause(up.head).subjects
        if up.dep not in {"conj", "xcomp"}:
            return ()
        up = up.head
    return ()


def told_by(args: Clause) -> tuple[Word, ...]:
    """Who tells what a pronoun wants: "OSLO let Lima know that IT wanted the boats back"."""
    verb, up = args.trigger, args.trigger.head
    subjects = [c for c in verb.children if c.dep == "nsubj"]
    if verb.dep != "ccomp" or not subjects or any(c.lower not in {"he", "it", "she", "they"} for c in subjects):
        return ()
    up = up.head if up.lemma == "know" and up.head.lemma in {"let", "make"} else up
    heard = any(c.dep in {"dative", "dobj"} for c in up.children) or up is not verb.head
    return tuple(w for w in clause(up).subjects if w.pos != "PRON") if heard and not is_passive(up) else ()


def lost_subjects(verb: Word) -> tuple[Word, ...]:
    """The subject that the parse hangs elsewhere, or nothing: "OSLO rebuked Lima, warning the raids …"."""
    before = verb.sentence.words[: verb.i]
    if verb.dep == "pcomp" and verb.head.lower == "by" and verb.head.head.is_verb:
        main = verb.head.head  # "answered BY URGING Lima to stop"
        return () if is_passive(main) else clause(main).subjects
    if verb.tag == "VBG" and verb.dep == "dobj" and is_of(verb.head, "serving_notice"):
        return clause(verb.head).subjects  # "OSLO gave WARNING that", as it is tagged
    if verb.tag == "VBG":
        near = before[-1] if before else verb
        if near.text != "," and (near.dep not in {"advmod", "npadvmod"} or near.head is not verb.head):
            return ()  # "wrote to the mayor YESTERDAY URGING him to"
        first = next((w for w in before if w.is_verb and w.tag in {"VBD", "VBZ", "VBP", "VBN"}), None)
        return clause(first).subjects if first is not None and not is_passive(first) else ()
    if verb.dep != "ROOT" or verb.tag not in {"VBD", "VBZ", "VBP", "VBN"}:
        return ()
    titles = (c for c in verb.children if c.dep == "prep" and 0 < c.i < verb.i and c.text[:1].isupper())
    ranks = [p for c in titles for p in c.children]
    # "Oslo's UNDER SECRETARY Ana Ruiz, who …, warned"
    return tuple(ranks) if all(p.pos == "PROPN" for p in ranks) else ()
