"""What hangs on a threat, a call or a warning, where the model hangs it on who utters it or on what he would do.

a warning by Oslo TO LIMA                 Oslo is not "to Lima": the warning is
a threat to close the port BY MINISTER HOLT   nobody closes it "by Holt": the threat is his
a threat made by Oslo TO CLOSE the port   no threat is made for that: it is what it says
rejected its vow TO CLOSE the port        nobody rejects to close it
no comment on a warning THAT it would act no comment tells that
days AFTER its call on Oslo TO GO         "after" has no infinitive: a call is what it has
its threats TO CLOSE the port             what they say, and nothing that describes them
warned Lima THE DEAL on fish COULD fail   nobody is warned twice: what could fail
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.day_mends import is_date
from dipevents.reading.grammar import has_subject, is_of, is_to
from dipevents.reading.tails import hang, hang_subject

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["be_of_whom", "follow", "go_on", "reach", "say", "say_what", "tell_whom"]

_USING = frozenset({"exploit", "need", "use"})
"""Verbs with what is done by means of a threat: "USED its threat TO SCARE Lima"."""
_UP = 4
"""Words between a speech act and who utters it: "a threat to CLOSE the PORT by Holt"."""
_BOTH = 2
"""Objects of a verb of telling, of which the second tells what is said."""


def reach(phrase: Word) -> None:
    """Hangs whom a speech act is addressed to on it, not on its author: "a warning by Oslo TO LIMA"."""
    above, act = phrase.head, _act_before(phrase)
    if act is above or is_of(above, "uttering") is not (above.dep == "acl"):
        return  # "SENT a warning by Monday TO LIMA", but "a warning SENT by Oslo TO LIMA"
    named = all(c.pos == "PROPN" for c in phrase.children if c.dep == "pobj")
    before = phrase.sentence.words[phrase.i - 1]
    named = named and (phrase.lower != "to" or before is act or before.pos == "PROPN")
    if named:
        hang([phrase], act)


def _act_before(phrase: Word) -> Word:
    """The speech act by whose author a phrase stands, if one is below the other; else the head of the phrase."""
    above, author = phrase.head, phrase.sentence.words[max(phrase.i - 1, 0)]
    if author.dep == "pobj" and author.is_noun and is_of(author, "speech_acts") and author.is_under(above):
        return author  # "stood by its WARNING TO Lima"
    by = next((up for up in author.ancestors() if up.lower in {"by", "from"}), author)
    up = by.head.head if by.head.dep == "acl" and is_of(by.head, "uttering") else by.head
    told = by is not author and up.is_noun and is_of(up, "speech_acts") and up.i < by.i
    return up if told and (above.is_under(up) or up.is_under(above)) else above


def be_of_whom(by: Word) -> None:
    """Hangs the author of a speech act on it, not on what it says: "a threat to close the port BY Minister Holt"."""
    author = next((c for c in by.children if c.dep == "pobj"), by)
    if author.pos != "PROPN" or is_date(author):
        return  # "a threat to close it BY FRIDAY"
    up = by.head
    for _ in range(_UP):
        if up.dep in {"acl", "relcl"} and is_to(up):
            break
        up = up.head
    act = up.head
    owned = any(c.dep == "poss" or c.lower in {"by", "from"} for c in act.children)
    owned = owned or any(c.dep == "auxpass" for c in up.children)
    if up.dep in {"acl", "relcl"} and is_to(up) and is_of(act, "speech_acts") and act.is_noun and not owned:
        hang([by], act)
        by.dep = "prep"


def say_what(infinitive: Word) -> None:
    """Hangs on a speech act that somebody made what it says: "a threat MADE by Oslo TO CLOSE the port"."""
    made = infinitive.head
    if made.dep != "acl" or made.tag != "VBN" or not is_of(made, "uttering") or not is_to(infinitive):
        return
    act = made.head
    if is_of(act, "speech_acts") and act.is_noun and infinitive.i > made.i:
        hang([infinitive], act)
        infinitive.dep = "acl"


def follow(infinitive: Word) -> None:
    """Makes a phrase of "after" with a call that was read as a clause: "days AFTER its call on Oslo TO GO"."""
    act = next((c for c in infinitive.children if c.dep == "nsubj"), infinitive)
    after = next((c for c in infinitive.children if c.dep == "mark" and c.lower in {"after", "before", "since"}), act)
    if act is infinitive or after is act or not is_to(infinitive) or not is_of(act, "speech_acts"):
        return
    above = infinitive.head
    hang([c for c in infinitive.children if c.dep == "npadvmod" and c.i < after.i], after)
    hang([after], above)
    hang([act], after)
    hang([infinitive], act)
    after.dep, after.pos, act.dep, infinitive.dep = "prep", "ADP", "pobj", "acl"


def say(infinitive: Word) -> None:
    """Makes what a threat says of what was taken for a clause that describes it: "its threats TO CLOSE the border"."""
    act = infinitive.head
    if is_to(infinitive) and is_of(act, "speech_acts") and act.is_noun and infinitive.tag == "VB":
        open_still = any(c.dep in {"nsubj", "nsubjpass", "auxpass"} for c in infinitive.children)
        infinitive.dep = "relcl" if open_still else "acl"


def go_on(verb: Word) -> None:
    """Hangs what a threat, a call or a warning says on it, not on what is done with it: "REJECTED its vow TO CLOSE it".

    So does a noun that stands before it: "had no COMMENT on its call on Oslo TO GO".
    """
    above = verb.head
    opening = next((c for c in verb.children if c.lower in {"to", "that"} and c.dep in {"aux", "mark"}), verb)
    to = opening.lower == "to" and verb.tag == "VB"
    amid = above.is_noun or above.pos in {"ADP", "SCONJ"} or verb.dep == "advcl"
    if not 0 < opening.i < verb.i or not (to or (amid and opening is not verb)):
        return
    last = verb.sentence.words[opening.i - 1]
    act = next((w for w in (last, *last.ancestors()) if w is above or (w.is_noun and is_of(w, "speech_acts"))), above)
    if act is above or not act.is_under(above) or act.is_under(verb) or any(c.tag == "VB" for c in act.children):
        return
    if above.is_verb and to:
        beside = (c for c in act.children if c.dep in {"amod", "compound"} and c.text[:1].isupper())
        owned = any(c.dep == "poss" or c.lower in {"by", "from"} for c in act.children) or any(beside)
        if not owned or above.lemma in _USING or is_of(above, "object_control"):
            return
    hang([verb], act)
    verb.dep = "acl"


def tell_whom(verb: Word) -> None:
    """Gives a verb for its subject the second whom one seems to warn: "warned Peru THE DEAL on fish COULD FAIL"."""
    above = verb.head
    beside = [c for c in above.children if c.dep == "conj" and c.i < verb.i]
    tells = next((w for w in (*reversed(beside), above) if w.i < verb.i and is_of(w, "saying")), verb)
    whom = [c for c in tells.children if c.dep in {"dative", "dobj"} and tells.i < c.i < verb.i]
    modal = any(c.tag == "MD" and c.i < verb.i for c in verb.children)
    if len(whom) != _BOTH or not modal or has_subject(verb) or any(c.dep == "mark" for c in verb.children):
        return
    behind = [c for c in tells.children if whom[1].i < c.i < verb.i]
    if all(c.dep == "prep" for c in behind):
        hang(behind, whom[1])
        hang([verb], tells)
        hang_subject(whom[1], verb)
        verb.dep = "ccomp"
