"""What the words around a name or a noun tell of its bearer: whether an expert, and of which institution.

historian Ada Holt; Holt, a fellow at …         an expert noun before a name, or behind it
Holt is a fellow at …                           said of it
Holt, who teaches law at Oslo                   what somebody does, or leads in an institution
Holt of the Oslo Institute                      an affiliation alone, and so "the Oslo Institute's Holt"
the director of the Oslo Institute              a position in one
retired general Ada Holt                        who has left an office
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.experts.callings import has_served, is_practice, is_taught
from dipevents.events.experts.institutes import institution, is_called_think_tank, is_tank, is_unplaced, text_of
from dipevents.events.experts.lexicon import lexicon
from dipevents.events.experts.nouns import PLURALS, is_former, is_witness, noun_of
from dipevents.mentions.titles import is_over
from dipevents.reading.clauses import appositions, phrase
from dipevents.reading.grammar import FINITE, is_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dipevents.reading.sentence import Word

__all__ = [
    "Verdict",
    "is_repeated",
    "is_serving",
    "read_before",
    "read_behind",
    "read_noun",
    "read_paper",
    "read_predicate",
]

_BELONGING = frozenset({"at", "of", "from", "with", "for", "in"})
_NAMING = frozenset({"PROPN", "DET", "ADJ", "NOUN", "PART", "ADP"})
_WHO = frozenset({"who", "whose"})
REACH = 18
"""Words behind a name that may describe its bearer."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the words around a name tell: whether its bearer is an expert (None: nothing), and the institution.

    `retired` where nothing but an office that is left makes an expert.
    """

    is_expert: bool | None
    affiliation: str | None = None
    retired: bool = False


def read_before(first: Word) -> Verdict:
    """What the titles right before a name tell, read word by word: "journalist and author Ada Holt".

    Also "retired Col. Holt", where the parse takes "retired" for a verb.
    """
    lemmas = []
    if _had_office(first.sentence.words[max(0, first.i - 7) : first.i]):
        return Verdict(True, retired=True)
    before = first.sentence.words[max(0, first.i - 5) : first.i]
    if len(before) > 1 and before[-2].lower in lexicon("former") and noun_of(before[-1]).lower() in lexicon("offices"):
        return Verdict(True, retired=True)
    lost = bool(before) and before[-1].dep == "npadvmod" and before[-1].tag == "NN"  # "Terrorism EXPERT Ada Holt says"
    for word in reversed(before):
        if word.pos not in {"NOUN", "ADJ"} and word.lower != "and":
            break
        lemmas.append(noun_of(word))
    told = "and" in lemmas or (lost and set(lemmas[:1]) <= lexicon("experts"))
    if not set(lemmas) & lexicon("experts") or not told or set(lemmas) & lexicon("officials"):
        return Verdict(None)
    return Verdict(True)


def _had_office(before: list[Word]) -> bool:
    """Whether an office that is left is the first of two titles: "FORMER Ohio SENATOR and Holt confidant Jan Kos"."""
    at = next((n for n, w in enumerate(before) if w.lower == "and"), 0)
    first = before[: at - 1] if at > 1 and noun_of(before[at - 1]).lower() in lexicon("offices") else []
    return any(w.lower in lexicon("former") for w in first)


def read_predicate(subject: Word) -> Verdict:
    """What is said of somebody: "Ada Holt IS a fellow at the Oslo Institute", "Ada Holt TEACHES law at Lund"."""
    if subject.head.lemma != "be":
        return Verdict(True) if is_taught(subject.head) else Verdict(None)
    told = [c for c in subject.head.children if c.dep == "attr" and c.pos == "NOUN"]
    if is_over(subject.head) and any(noun_of(c) in lexicon("offices") for c in told):
        return Verdict(True, retired=True)
    found = [read_noun(c) for c in told]
    return found[0] if found else Verdict(None)


def read_paper(subject: Word) -> Verdict:
    """What the paper tells in which somebody says something: "IN A REPORT FOR THE OSLO INSTITUTE, Ada Holt says …"."""
    opened = [c for c in subject.head.children if c.dep == "prep" and c.lower == "in" and c.i < subject.i]
    papers = (w for c in opened for w in c.children if w.lemma in lexicon("documents"))
    for prep in (w for paper in papers for w in paper.subtree() if w.lower in {"by", "for", "from"} and w.i > paper.i):
        for head in (c for c in prep.children if c.dep == "pobj" and not is_unplaced(c)):
            first, last = phrase(head, skip=("relcl", "acl", "appos", "conj", "cc"))
            affiliation = institution(head.sentence.words[first.i : last.i + 1], False)
            if affiliation:
                return Verdict(True, affiliation)
    return Verdict(None)


def is_repeated(head: Word) -> bool:
    """Whether a noun tells again who is named: "Holt and Sow, BOTH FELLOWS at …", "an envoy and NOW an ANALYST"."""
    if head.dep == "conj" and any(c.lower in {"now", "today"} for c in head.children):
        return True
    return head.tag in PLURALS and any(c.lower in {"all", "both"} and c.dep in {"det", "predet"} for c in head.children)


def is_serving(word: Word) -> bool:
    """Whether a word of a name is told to hold an office of state now, or to act for a state.

    "the newly appointed Holt", "Holt, chosen to lead Chad", "Holt is leading a delegation", "Holt, head of the
    Department of Labour", "Holt met the king of Chad", "Labour Party chairman Holt".
    """
    chosen = (c for c in word.children if c.tag == "VBN" and c.lemma in lexicon("choosing"))
    if any(c.lower == "newly" or c.tag == "VB" for verb in chosen for c in verb.children):
        return True
    verb = word.head
    if word.dep == "nsubj" and verb.dep == "ROOT" and verb.lemma in lexicon("negotiating"):
        return any(w.pos == "PROPN" for c in verb.children if c.dep == "dobj" for w in c.subtree())
    if word.dep == "nsubj" and verb.lemma in {"head", "lead"} and verb.tag != "VBD":
        return any(c.dep == "dobj" and c.lemma == "delegation" for c in verb.children)
    return any(
        noun_of(noun) in lexicon("offices", "positions")
        and not is_former(noun)
        and any(c.lower in lexicon("governing") for c in noun.subtree())
        for noun in _describing(word)
        if noun is not word
    )


@cache
def _telling() -> frozenset[str]:
    """The nouns that tell by themselves what somebody is."""
    return lexicon("positions", "officials", "experts", "offices")


def read_noun(head: Word) -> Verdict:
    """What the phrase of a source tells about it."""
    own = noun_of(head)
    if not head.children and head.dep != "appos" and own not in _telling():
        return Verdict(None)  # a word alone, as most of a name's
    nouns = list(_describing(head))
    lemmas = [own, *(noun_of(n) for n in nouns[1:])]
    if own in lexicon("candidates") or (head.dep == "conj" and head.head.lemma in lexicon("candidates")):
        return Verdict(False)
    if any(lemma in lexicon("candidates") and not is_former(n) for n, lemma in zip(nouns, lemmas, strict=True)):
        return Verdict(False)
    placed = any(lemma in lexicon("positions") for lemma in lemmas)
    affiliation = next((a for noun in nouns for a in (_affiliation(noun, placed),) if a), None)
    if placed and affiliation and head.tag not in PLURALS:
        return Verdict(True, affiliation)
    official = any(lemma in lexicon("officials") and not is_former(n) for n, lemma in zip(nouns, lemmas, strict=True))
    judging = [n for n, lemma in zip(nouns, lemmas, strict=True) if lemma in lexicon("experts") and not is_witness(n)]
    present = [n for n in judging if not is_former(n)]
    if judging and (not official or any("appos" in {n.dep, n.head.dep} or n is head for n in present)):
        return Verdict(True, affiliation)
    clauses = [c for n in nouns for c in n.children if c.dep == "relcl" and any(w.lower in _WHO for w in c.subtree())]
    if set(lemmas) & lexicon("officials") <= lexicon("lay") and any(map(is_taught, clauses)):
        return Verdict(True, affiliation)  # "a LAWYER who teaches at Lund"
    if own in lexicon("officials") and head.pos == "NOUN" and not is_former(head):
        return Verdict(False, affiliation)  # "the SECRETARY, a retired general"
    if any(
        lemma in lexicon("offices") and is_former(n) and not _is_before_noun(n)
        for n, lemma in zip(nouns, lemmas, strict=True)
    ):
        return Verdict(True, affiliation, retired=True)
    if official:
        return Verdict(False, affiliation)
    shared = head.dep == "appos" and head.lower in {"all", "both"}  # "Holt and Kos, BOTH of the Oslo Institute"
    if affiliation and (shared or (head.pos == "PROPN" and head.tag != "NNPS")):
        return Verdict(True, affiliation)
    if any(is_practice(c) for c in clauses):
        return Verdict(True, affiliation)
    return Verdict(True, affiliation, retired=True) if any(has_served(c) for c in clauses) else Verdict(None)


def _is_before_noun(noun: Word) -> bool:
    """Whether an office only describes another noun: "a former CHIEF executive"."""
    return noun.dep in {"amod", "compound", "nmod"} and noun.head.pos == "NOUN"


def _describing(head: Word) -> Iterator[Word]:
    """The nouns that say who somebody is: the head, titles before it, appositions around it."""
    yield head
    for child in head.children:
        if child.dep in {"compound", "nmod", "amod", "appos"} and child.pos in {"NOUN", "PROPN", "ADJ"}:
            yield child
            for inner in child.children:
                twin = inner.dep == "conj" and child.dep == "appos" and inner.pos == "NOUN"
                alone = all(c.dep != "det" for c in inner.children) or any(c.lower == "of" for c in inner.children)
                if inner.dep == "appos" or (twin and alone):
                    yield inner  # "a journalist and COMMENTATOR", "a lawyer and the AUTHOR of …"
            yield from _told_to_be(child)
    yield from _told_to_be(head)
    if head.dep == "appos":
        yield head.head
        yield from (a for a in appositions(head.head) if a is not head)


def _told_to_be(noun: Word) -> Iterator[Word]:
    """What a clause behind a noun tells its bearer to be now: "Holt, who is an EXPERT on …"."""
    for verb in noun.children:
        if verb.lower == "turned" and verb.i == noun.i + 1:
            yield from (c for c in verb.children if c.is_noun and c.i > verb.i)  # "a diplomat turned COLUMNIST"
        present = verb.dep == "relcl" and verb.lemma == "be" and verb.tag in {"VBZ", "VBP"}
        if present and any(c.lower == "who" and c.dep == "nsubj" for c in verb.children):
            yield from (c for c in verb.children if c.dep == "attr" and c.is_noun)


def _affiliation(noun: Word, placed: bool) -> str | None:
    """The institution that a noun names as somebody's: "of the Oslo Institute", "at Oslo University".

    Somebody with a position there may belong to a body in lower case ("head of the defence policy council").
    """
    for child in noun.children:
        if child.dep in {"relcl", "acl"}:
            found = _body(child, placed) or _led(child)
        else:
            found = _owning(child, placed) if child.dep == "poss" else None
        if found:
            return found
    return _body(noun, placed)


def _led(verb: Word) -> str | None:
    """The institution that somebody leads: "who runs the Levant programme at", "who heads the Oslo Institute"."""
    if verb.lemma not in lexicon("leading"):
        return None
    for goal in verb.children:
        if goal.dep == "dobj" and not is_unplaced(goal):
            first, last = phrase(goal, skip=("relcl", "acl", "appos", "conj", "cc"))
            return institution(goal.sentence.words[first.i : last.i + 1], True)
    return None


def _owning(owner: Word, placed: bool) -> str | None:
    """The institution before somebody's name or position: "the Oslo Institute's Ada Holt"."""
    first, last = phrase(owner, skip=("case", "relcl", "acl", "appos", "conj", "cc"))
    return institution(owner.sentence.words[first.i : last.i + 1], False) if owner.pos == "PROPN" or placed else None


def _body(word: Word, placed: bool) -> str | None:
    for prep in word.children:
        if prep.dep != "prep":
            continue
        for head in prep.children:
            belongs = prep.lower in _BELONGING or (prep.lower == "to" and is_tank(head))
            if head.dep == "pobj" and belongs and not is_unplaced(head):
                first, last = phrase(head, skip=("relcl", "acl", "appos", "conj", "cc"))
                found = institution(head.sentence.words[first.i : last.i + 1], placed)
                if found is None and prep.lower == "to":
                    found = text_of(first, last)  # "an adviser to AN ENERGY CONSULTANCY"
                if found is None and prep.lower == "at" and word.pos == "PROPN" and _is_organization(head):
                    found = text_of(first if first.lower != "the" else first.sentence.words[first.i + 1], last)
                if found is None and head.pos == "PROPN" and is_called_think_tank(first, head):
                    found = text_of(first if first.lower != "the" else first.sentence.words[first.i + 1], head)
                if found:
                    return found
            if head.dep in {"pobj", "pcomp"}:
                deeper = _body(head, placed)
                if deeper:
                    return deeper
    return None


def _is_organization(word: Word) -> bool:
    return is_within(word, "ORG")


def read_behind(last: Word) -> Verdict:
    """What stands right behind a name, read word by word: a second look where the parse hung it elsewhere.

    "Holt of the Oslo Institute", "Holt, once head of …", "Holt, a fellow at …".
    """
    words = last.sentence.words[last.i + 1 : last.i + 1 + REACH]
    if not words:
        return Verdict(None)
    if words[0].text == "," and len(words) > 1 and words[1].lower in _BELONGING:
        words = words[1:]  # "Holt, of the Oslo Institute"
    if words[0].lower in _BELONGING and words[0].lower != "in":
        body = []
        for word in words[1:]:
            if word.lower == "at" or not (word.pos in _NAMING or word.dep == "amod" or word.tag == "HYPH"):
                break
            body.append(word)
        affiliation = institution(body, False)
        return Verdict(True if affiliation else None, affiliation)
    if words[0].text == "(":
        return _read_body(_enclosed(words))
    if words[0].text != ",":
        return Verdict(None)
    part = _enclosed(words)
    if _goes_on(part, words[len(part) + 1 :]):
        return Verdict(None)
    return _read_apposition(part)


def _goes_on(part: list[Word], rest: list[Word]) -> bool:
    """Whether words behind a name's comma are the subject of a verb: "For Ada Holt, THE MINISTER hides"."""
    opened = rest[:1] != [] and rest[0].tag in FINITE and all(w.lower not in _WHO for w in part)
    return opened and any(w.dep == "nsubj" and w.is_noun for w in part)


def _enclosed(words: list[Word]) -> list[Word]:
    """The words between an opening comma or bracket and what closes it."""
    part: list[Word] = []
    for word in words[1:]:
        if word.text in {",", "(", ")", ":", ";"} or (word.tag in FINITE and word.lower != "turned"):
            break
        part.append(word)
    return part


def _read_body(part: list[Word]) -> Verdict:
    """What an institution alone tells behind a name: "Holt (Oslo University)", "Holt, Oslo University, said"."""
    named = bool(part) and all(w.pos in _NAMING and (w.pos != "NOUN" or w.text[:1].isupper()) for w in part)
    affiliation = institution(part, False) if named and (part[0].pos == "DET" or part[0].text[:1].isupper()) else None
    return Verdict(True if affiliation else None, affiliation)


def _read_apposition(part: list[Word]) -> Verdict:
    """What the words between the comma behind a name and the next tell."""
    if _was_there(part):
        return Verdict(True, retired=True)
    at = next((n for n, w in enumerate(part) if w.pos == "ADP" or w.lower in {"who", "and"}), len(part))
    chunk, rest = part[:at], part[at:]
    if not chunk or chunk[0].pos not in {"DET", "ADJ", "NOUN", "PROPN", "ADV", "PRON", "VERB"}:
        return Verdict(None)
    lemmas = {noun_of(w) for w in chunk}
    affiliation = institution(rest[1:], bool(lemmas & lexicon("positions"))) if rest else None
    twins = rest[: next((n for n, w in enumerate(rest) if w.pos == "ADP" or w.lower == "who"), len(rest))]
    if (lemmas | {noun_of(w) for w in twins if w.pos == "NOUN"}) & lexicon("experts"):
        return Verdict(True, affiliation)  # "a lawyer and COMMENTATOR"
    heads = {noun_of(w) for w, behind in zip(chunk, [*chunk[1:], None], strict=True) if not _is_common(behind)}
    if any(w.lower in lexicon("former", "formerly") for w in chunk) and heads & lexicon("offices"):
        return Verdict(True, affiliation, retired=True)
    if affiliation and lemmas & lexicon("positions"):
        return Verdict(True, affiliation)
    if lemmas & lexicon("officials") - lexicon("lay"):
        return Verdict(False)
    return _read_body(part)


def _was_there(part: list[Word]) -> bool:
    """Whether somebody is told to have left an office that has no name of its own.

    "formerly of the navy", "once our man in Lima", "until last year the head of the guard".
    """
    words = [w.lower for w in part]
    if words[:1] == ["until"]:
        return any(noun_of(w) in lexicon("offices") for w in part)
    if not words or words[0] not in lexicon("formerly"):
        return False
    return words[1:2] in (["of"], ["with"], ["at"]) or words[2:3] == ["man"]


def _is_common(word: Word | None) -> bool:
    return word is not None and word.pos == "NOUN"
