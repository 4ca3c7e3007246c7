"""What a verb credits that is no clause: an infinitive, a noun phrase, what its preposition leads to.

Kim urged Iran to stop                  an infinitive, with who is to do it
Kim proposed a ban that would …         an object that holds a clause
Kim saw no war, warned of dangers       what somebody judges
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.mentions.attributions.draft import lexicon, weighs
from dipevents.reading.clauses import is_passive, phrase
from dipevents.reading.grammar import has_subject, is_to

if TYPE_CHECKING:
    from dipevents.mentions.attributions.draft import Stretch
    from dipevents.reading.sentence import Word

__all__ = ["cites", "infinitive", "is_of_judge", "judged", "object_with_clause", "rules_out"]


def infinitive(verb: Word) -> list[Stretch]:
    """Reads "to"-infinitives, with the object that is to do it ("urged IRAN TO STOP", "called on Iran to stop")."""
    if verb.dep == "acl" and verb.tag == "VBN" and all(c.dep != "agent" for c in verb.children):
        return []
    for child in verb.children:
        if child.dep in {"xcomp", "ccomp", "advcl"} and child.i > verb.i and is_to(child):
            first, last = phrase(child)
            objects = [c for c in verb.children if c.dep in {"dobj", "dative"} and verb.i < c.i < child.i]
            if verb.lemma == "ask" and not objects and (is_passive(child) or child.lemma == "remain"):
                continue  # "asked not to be named"
            if objects and verb.lemma not in lexicon("addressed"):
                first = phrase(objects[0])[0]
            if first.i > verb.i:
                return [(first, last)]
    return []


def object_with_clause(verb: Word) -> list[Stretch]:
    """An object that holds a clause of its own; a noun that is a cue itself is read as one."""
    for child in verb.children:
        if child.dep == "dobj" and child.i > verb.i and child.lemma not in lexicon("noun"):
            first, last = phrase(child)
            if first.i > verb.i and any(c.dep in {"relcl", "ccomp"} for c in child.children):
                return [(first, last)]
    return []


def judged(verb: Word) -> list[Stretch]:
    """A plain object ("saw no war", "put the chances at one in five"), a deed or a phrase ("warned of dangers").

    "sees PERU TAKING the rest", "foresees THE TRUCE COLLAPSING".

    Only where somebody is named who judges: "it is expected" is left alone.
    """
    valued = _valued(verb)
    if valued:
        return valued
    objects = [c for c in verb.children if c.dep == "dobj" and c.i > verb.i and c.pos != "PRON"]
    if verb.lemma == "give" and any(c.dep == "dative" for c in verb.children):
        objects = objects or [c for c in verb.children if c.dep == "npadvmod" and c.i > verb.i]  # "no more than"
    seen = verb.lemma == "see" and (verb.tag not in {"VBZ", "VBP"} or any(_hears(c) for c in verb.children))
    if not objects and verb.lemma in lexicon("judge") and not seen:
        objects = [c for c in verb.children if c.dep == "ccomp" and has_subject(c) and c.i > verb.i]
    hosts = [verb, *objects] if verb.lemma in lexicon("charging") else [verb]  # "of" often hangs on whom is accused
    taken = read_words("attributions")["prepositions"].get(verb.lemma, ())
    phrases = [c for w in hosts for c in w.children if c.dep == "prep" and c.lower in taken and c.i > verb.i]
    if is_passive(verb) or verb.dep in {"amod", "acl"}:
        return []
    if (verb.lemma == "put" and not _estimates(verb)) or (verb.lemma == "give" and not _gives_odds(objects)):
        return []
    if verb.lemma == "see" and verb.tag == "VBD" and any(c.lower == "the" for w in objects for c in w.children):
        return []  # "saw the wreck"
    if objects and (weighs(verb) or cites(verb) or _deems(verb, objects[0])):
        last = phrase(verb)[1]
        told = next((c for c in verb.children if c.dep == "prt" and objects[0].i < c.i), None)  # "played it DOWN"
        return [(phrase(objects[0])[0], phrase(objects[0])[1] if told is not None else last)]
    if objects and (verb.lemma in lexicon("judge") or phrases or rules_out(verb)):
        if objects[0].lemma in lexicon("noun") - lexicon("noun_held") and verb.lemma != "see":
            return []
        return [(phrase(objects[0])[0], phrase(verb)[1])]
    if phrases:
        low, high = phrase(phrases[0])
        return [(low.sentence.words[low.i + 1], high)] if low.i < high.i else []
    return []


def cites(verb: Word) -> bool:
    """Whether something is told to be a cause: "CITED the drought as the reason"; not "cited him as saying"."""
    grounds = (g for c in verb.children if c.lower == "as" for g in c.children if g.dep == "pobj")
    return verb.lemma == "cite" and any(g.pos == "NOUN" for g in grounds)


def _deems(verb: Word, thing: Word) -> bool:
    """Whether something is held likely or not by a word behind it: "thought an early vote UNLIKELY"."""
    behind = (w for w in verb.subtree() if w.i > thing.i and w.lower in lexicon("likelihood"))
    words = verb.sentence.words
    return verb.lemma in lexicon("think") and any(not words[min(w.i + 1, len(words) - 1)].is_noun for w in behind)


def is_of_judge(subject: Word) -> bool:
    """Whether somebody told before a verb judges what stands behind it: "HOLT, an analyst, predicted a truce"."""
    verb = subject.head
    told = any(c.dep in {"appos", "prep", "relcl"} for c in subject.children)
    before = any(c.dep in {"ccomp", "dep", "nsubj"} and c.i < subject.i for c in verb.children)
    return told and not before and verb.lemma in lexicon("judge", "remarking")


def _valued(verb: Word) -> list[Stretch]:
    """What is judged to be how much, in a relative clause: "THE COST, which analysts put AT TWO MILLION, rose"."""
    which = any(c.dep == "dobj" and c.tag == "WDT" and c.i < verb.i for c in verb.children)
    at = [c for c in verb.children if c.dep == "prep" and c.lower in {"at", "between"} and c.i > verb.i]
    much = any(w.tag == "CD" for c in at[:1] for w in c.subtree())
    if not which or not much or verb.dep != "relcl" or verb.lemma not in lexicon("judge"):
        return []
    return [phrase(verb.head, skip=("relcl",)), phrase(at[0])]


def _estimates(verb: Word) -> bool:
    """Whether something is judged: "PUT the odds at one in five", not "put the truce at risk", "put pressure on".

    Also of what it comes: "PUT the fall DOWN TO the war".
    """
    behind = [c.lower for c in verb.children if c.i > verb.i and c.dep in {"prep", "prt"}]
    if behind[:2] == ["down", "to"]:
        return True
    hosts = [verb, *(w for c in verb.children if c.dep == "dobj" for w in c.subtree())]
    at = [c for w in hosts for c in w.children if c.dep == "prep" and c.lower in {"at", "between"} and c.i > verb.i]
    return bool(at) and not {p.lower for c in at for p in c.children if p.dep == "pobj"} & lexicon("states")


def _gives_odds(objects: list[Word]) -> bool:
    """Whether something is judged likely or not: "GAVE the truce no more than a 30 percent chance"."""
    return any(w.lemma in lexicon("odds") for held in objects for w in held.subtree())


def rules_out(verb: Word) -> bool:
    """Whether something is held impossible, or denied to be: "does not RULE OUT that …"."""
    return verb.lemma == "rule" and any(c.dep == "prt" and c.lower == "out" for c in verb.children)


def _hears(word: Word) -> bool:
    """Whether a subject is whoever may look on: "YOU see people wearing them"."""
    return word.dep == "nsubj" and word.lower in {"i", "one", "we", "you"}
