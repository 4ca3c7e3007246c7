"""What stands beside a person's name and tells who it is: titles and appositions.

South Korean Vice Defense Minister | Hwang Kyu-sik      title before the name
Secretary of State | Colin Powell                       title with a complement
Easley, | a professor of international studies at …     apposition behind it
the defence minister, | Leszek Borowy                  the name itself as apposition
An adviser to the president, | Leszek Borowy            the name of the first office
Seitkali | is a former head of the agency                copula; "became", "was elected", "was sworn in as"
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dipevents.mentions.names.persons import closes
from dipevents.mentions.title import (
    POSSESSIVE,
    TURNED,
    Title,
    begins_clause,
    complemented,
    head_noun,
    is_double,
    is_glued,
    is_seat,
    office_before,
    turned_to,
    without_ranks,
)
from dipevents.mentions.words import is_capital, is_retired, is_role, is_sided_with, lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dipevents.mentions.words import Name
    from dipevents.reading.sentence import Word

__all__ = ["REACH", "in_title", "is_over", "read_titles", "title_of"]

REACH = 16
"""Words that a title or an apposition may have."""

OWNING = frozenset({"its", "their", "his", "her", "our", "my", "whose"})
BODIES = frozenset({"organization", "igo", "group", "seat"})
PLACING = frozenset({"in", "at", "with", "from", "near"})
DESCRIBING = PLACING | {TURNED, "to", "on", "the", "its", "their", "his", "her", "a", "an"}
_BEGUN = frozenset({"charge", "office", "over"})
"""Behind a verb, what says that somebody has an office since: "took OVER as envoy"."""
YEAR = 4
"""Digits of a year."""
_AGO = frozenset({"formerly", "once", "previously", "recently"})
_NOW = frozenset({"currently", "now", "still", "today"})
ENDING = frozenset({"and", "based", "born", "excellency", "for", "of", "own", "visiting"})
"""What a role does not go back beyond: "Oslo-BASED historian", "His EXCELLENCY President"."""
INSTALLING = frozenset({"appoint", "elect", "inaugurate", "install", "make", "name", "re-elect", "swear"})


def read_titles(name: Name, names: Mapping[Word, Name]) -> list[Title]:
    """Descriptions of a person beside its name: the one before it first."""
    found = [title for read in (_before, _governing, _behind, _copula) if (title := read(name, names)) is not None]
    if len(found) > 1 and found[0].noun.dep == "appos" and found[0].noun.head is found[1].noun:
        found[:2] = found[1::-1]  # "the PRESIDENT of Chad, the former pilot Idris Sow,"
    return found


def in_title(word: Word, names: Mapping[Word, Name]) -> bool:
    """Whether a word may stand in a title before a name."""
    if word.lower in lexicon("calendar"):
        return False
    if word.lower == "in" and word.i and word.sentence.words[word.i - 1].text == "-":
        return True  # "editor-in-chief"
    if word.dep == "dobj" and word.head.lemma == "tell" and word in names and names[word].kind == "organization":
        return False  # "told REUTERS President Ana Ruiz would go"
    if word in names or word.text in POSSESSIVE or word.text in {"-", ".", "&"} or word.lower in {"of", "for", "and"}:
        return True
    return (
        word.pos in {"NOUN", "PROPN", "ADJ", "NUM"}
        or word.tag in {"VBN", "JJ", "VBG"}
        or word.lower in {"then", "ex"}
        or (word.tag == "RB" and word.head.tag == "VBN" and word.head.dep == "amod")  # "the NEWLY elected president"
    )


def _before(name: Name, names: Mapping[Word, Name]) -> Title | None:
    """The title directly before a name, back to the beginning of its noun phrase."""
    words = name.sentence.words
    last = without_ranks(words, name.first - 1, names)
    behind = words[name.behind].text if name.behind < len(words) else "."
    apposed = last > 0 and words[last].text == "," and behind in {",", ".", ")", "–", "—", ";"}
    last -= apposed
    short = [w.text for w in words[last - 2 : last + 1]] if apposed and last > 2 else ["", "", ""]
    if short[0] == "(" and short[1].isupper() and short[2] == ")":
        last -= 3  # "head of the Union Front (UF), | Jan Kowal"
    last -= last > 0 and closes(words, last) and is_role(words[last - 1])  # "(President) | Jan Kowal"
    if last < 0:
        return None
    first = last
    while first >= 0 and last - first < REACH and (in_title(words[first], names) or _goes_on(words, first, name)):
        held = names.get(words[first])
        if held is not None and held.kind == "person" and words[held.last + 1].text not in POSSESSIVE:
            others = [w.i for w in words[first + 2 : last] if w.lower == "and"]  # "Ruiz OF PERU AND | President Lee"
            first = others[-1] if others and words[first + 1].lower in {"of", "from"} else first
            break
        first -= 1
    run = words[first + 1 : last + 1]
    if not run or run[-1].lower in {"of", "for", "to"}:
        return None  # "a spokesman for | Jan Kowal"
    beside = names.get(words[first - 1]) if apposed and first > 0 and words[first].text == "," else None
    if beside is not None and beside.kind == "person" and _behind(name, names) is not None:
        return None  # "Kim, president of Peru, | Jan Kowal, mayor of Lima, left"
    labelled = is_role(run[-1]) or (not apposed and _is_label(run[-1], name))
    noun = run[-1] if labelled else complemented(run)
    if apposed and labelled and (other := complemented(run)) is not None and _is_introduced(other, words):
        noun = other
    if noun is run[-1] and noun.lower in lexicon("bodies", "press"):
        noun = complemented(run) or noun  # "editor of the magazine | Igor Dudek"
    return title_of(run, noun, names, words[first] if first >= 0 else None) if noun is not None else None


def _is_introduced(office: Word, words: list[Word]) -> bool:
    """Whether a name behind its complement is that of an office: "AN adviser to the president, Leszek Borowy, said".

    One that is said of somebody, or joined by "of" to a definite one, leaves the name to its complement.
    """
    if office.dep in {"attr", "appos", "oprd"}:
        return False
    article = next((c.lower for c in office.children if c.dep == "det"), None)
    return article in {"a", "an", "another", "one"} or words[office.i + 1].lower in {"for", "to"}


def _goes_on(words: list[Word], i: int, name: Name) -> bool:
    """Whether "the" stands behind a preposition, or "to" behind an office: "head of the Chadian mission Idris Sow"."""
    if i == 0:
        return False
    low, before = words[i].lower, words[i - 1]
    if low == "in":
        beside = name.head.dep in {"appos", "conj"} and i < name.head.head.i < name.first
        return before.lower in lexicon("abroad") or (is_role(before) and beside)  # "ambassador in Peru Jan Kowal"
    return (low == "the" and before.lower in {"of", "for", "to"}) or (low == "to" and is_role(before))


def _is_label(word: Word, name: Name) -> bool:
    """Whether a common noun describes the name behind it: "Danish SPRINTER Nils Holm"."""
    return word.tag == "NN" and not is_capital(word) and word.dep in {"compound", "nmod"} and word.head is name.head


def _behind(name: Name, names: Mapping[Word, Name]) -> Title | None:
    """The apposition behind a name and a comma or in brackets: ", the country's defence minister".

    Also the clause that gives an office, a past one in the past tense: "who is the envoy", "who served as envoy".
    """
    words = name.sentence.words
    at = name.behind
    if at + 1 >= len(words) or words[at].text not in {",", "(", "--", "–", "—", "-"}:
        return None
    at += 1
    while at + 1 < len(words) and words[at].text.isdigit() and words[at + 1].text == ",":
        at += 2
    spell = _spell(words, at)
    at += len(spell)
    verb = words[at + 1] if at + 2 < len(words) and words[at].lower == "who" else None
    begun = verb is not None and (
        verb.lemma == "become" or words[at + 2].lower in _BEGUN or words[at + 2].lemma in INSTALLING
    )  # "who TOOK OVER as envoy", "who was APPOINTED envoy in May"
    if verb is not None and (begun or verb.lemma == "be" or words[at + 2].lower == "as"):
        at += 2
        while at < len(words) and words[at].lower in _BEGUN | {"as"}:
            at += 1
    else:
        verb = None
    title = _description(words, at, names)
    past = (verb is not None and verb.tag == "VBD" and not begun) or not _AGO.isdisjoint(spell)
    return replace(title, former=True) if title is not None and past else title


def _spell(words: list[Word], at: int) -> list[str]:
    """The adverbs before a description that tell when it holds: "ONCE Chad's envoy", "UNTIL RECENTLY the envoy"."""
    told = [w.lower for w in words[at : at + 2]]
    return told if told == ["until", "recently"] else [low for low in told[:1] if low in _AGO | _NOW]


def _description(words: list[Word], first: int, names: Mapping[Word, Name]) -> Title | None:
    """The role that a noun phrase from `first` on gives: its first office, unless the office belongs to a next name."""
    start = first
    if start < len(words) and (words[start].pos == "DET" or words[start].lower in {"the", "a", "an"}):
        start += 1
    end = start
    while end < len(words) and end - start < REACH and _in_description(words[end], names):
        held = names.get(words[end])
        if held is not None and held.kind == "person":
            owned = held.last + 1 < len(words) and words[held.last + 1].text in POSSESSIVE
            if not owned:
                of_state = words[end - 1] in names and any(w.lower == "of" for w in words[start:end])
                if end > start and (is_role(words[end - 1]) or of_state):
                    return None  # ", PRESIDENT Dudek", ", PRESIDENT OF PERU Jan Dudek"
                break
            end = held.last
        end += 1
    run = words[start:end]
    roles = [w for w in run if is_role(w)]
    noun = next((w for w in roles if w not in names and not _is_of_another(w, names)), None)
    if noun is None:
        ends = (w for w in roles if w in names and names[w].kind not in {"person", "state"} and names[w].last == w.i)
        noun = next(ends, None)
    if noun is None and first < len(words) and words[first].lower in {"a", "an"}:
        noun = head_noun(run)
    if noun is None or any(w.lower in PLACING | {"to", "on"} for w in run if w.i < noun.i):
        return None
    noun = turned_to(run, _compounded(run, noun, names))
    if noun.lower in {"deputy", "vice"} and is_role(noun.head) and noun.head in run:
        noun = noun.head  # "its DEPUTY foreign minister"
    begins = words[first].lower == "and" or begins_clause(words, first, run)
    return None if begins else title_of(run, noun, names, words[start - 1] if start > 0 else None)


def _compounded(run: list[Word], noun: Word, names: Mapping[Word, Name]) -> Word:
    """The office that goes on with another: "government LEADER", "president-ELECT"."""
    words, last = noun.sentence.words, run[-1].i
    while noun.i < last:
        behind = words[min(noun.i + 1 + is_glued(words[noun.i + 1]), last)]
        if behind is noun or not is_role(behind) or behind in names:
            break
        noun = behind
    return noun


def _is_of_another(role: Word, names: Mapping[Word, Name]) -> bool:
    """Whether a role is somebody else's: "PRESIDENT Dudek's envoy", "the prime MINISTER'S adviser"."""
    words = role.sentence.words
    if role.i + 1 < len(words) and words[role.i + 1].text in POSSESSIVE:
        return True
    held = names.get(words[role.i + 1]) if role.i + 1 < len(words) else None
    return held is not None and held.kind == "person"


def _parts(run: list[Word], i: int) -> bool:
    """Whether "for" or "of" parts a name from an office: "blamed Peru for the MURDER OF minister Soto"."""
    if run[i].lower not in {"for", "of"}:
        return False
    behind = next((w for w in run[i + 1 :] if w.lower != "the"), run[i])
    return i == 0 or not (is_capital(run[i - 1]) and is_capital(behind))  # "the Peruvian House of Deputies speaker"


def _in_description(word: Word, names: Mapping[Word, Name]) -> bool:
    acts = word.tag == "VBG" and word.dep in {"acl", "advcl"}  # "LEADING a six-man team"
    return (in_title(word, names) and not acts) or word.lower in DESCRIBING


def _governing(name: Name, names: Mapping[Word, Name]) -> Title | None:
    """The noun that a name is an apposition of: "the Minister for Defence, Mr Boateng", "a judge named Soto"."""
    head, before = name.head, [w.text for w in name.sentence.words[max(name.first - 2, 0) : name.first]]
    noun = head.head
    if before[1:] == [","] and before[0] in {"'s", "’s"}:
        return None  # "Chad's envoy, Idris Sow, and Peru's, ADA HOLT,"
    if noun.lower in {"named", "called"} and noun.dep in {"acl", "relcl"}:
        noun = noun.head
    elif head.dep != "appos" or not is_role(noun):
        office = office_before(name.sentence.words, name.first, name.last)
        if office is None or name.head.dep not in {"appos", "conj", "npadvmod"}:
            return None
        between = {n for w in name.sentence.words[office.i : name.first] if (n := names.get(w)) and n.kind == "person"}
        if any(not is_role(n.sentence.words[n.first - 1]) for n in between):
            return None  # "secretary of state Ada Holt, KOWAL, and"
        noun = office  # "his COUNTERPART from Chad, Ada Holt"
    if noun.dep == "appos" and noun.head.i < noun.i and is_role(noun.head):
        kinds = {names[w].kind for w in name.sentence.words[noun.head.i : noun.i] if w in names}
        noun = noun if "person" in kinds else noun.head  # not "the minister, Jan Kos, and his COUNTERPART, Holt"
    if noun.i >= name.first:
        return None
    words = name.sentence.words
    first = noun.i
    while (
        first > 0 and noun.i - first < REACH and in_title(words[first - 1], names) and words[first - 1].lower != "and"
    ):
        first -= 1
    end = noun.i + 1
    while end < name.first and words[end].text != ",":
        end += 1
    return title_of(words[first:end], noun, names, words[first - 1] if first > 0 else None)


def _copula(name: Name, names: Mapping[Word, Name]) -> Title | None:
    """What a sentence says that somebody is, became or was made: "Seitkali is a former head of the agency"."""
    verb = name.head.head
    being = {"nsubj": {"be", "become", "serve"}, "nsubjpass": INSTALLING}.get(name.head.dep, set())
    if verb.lemma not in being or any(c.dep == "neg" for c in verb.children):
        return None
    told = [*verb.children, *(p for c in verb.children if c.lower == "as" and verb.lemma != "be" for p in c.children)]
    noun = next((c for c in told if c.dep in {"attr", "oprd", "pobj"} and is_role(c)), None)
    if noun is None:
        return None
    words = name.sentence.words
    first = noun.i
    while first > verb.i + 1 and in_title(words[first - 1], names):
        first -= 1
    title = _description(words, first, names)
    return replace(title, former=True) if title is not None and is_over(verb) else title


def is_over(verb: Word) -> bool:
    """Whether something is told to have been for years that have an end: "WAS envoy FROM 2003 TO 2007"."""
    spans = (c for c in verb.children if c.dep == "prep" and c.lower in {"between", "from", "till", "until"})
    return verb.tag == "VBD" and any(w.text[:4].isdigit() and len(w.text) == YEAR for c in spans for w in c.subtree())


def title_of(run: list[Word], noun: Word, names: Mapping[Word, Name], left: Word | None) -> Title:
    """The role in a run of words: from behind its owner to its noun, with "of …" and "for …"."""
    base = run[0].i
    first = noun
    owner = left if left is not None and left.lower in OWNING else None
    for word in reversed(run[: noun.i - base]):
        held = names.get(word)
        if word.text in POSSESSIVE:
            if word.i > base:
                owner = run[word.i - 1 - base]
            break
        if word.lower in OWNING:
            owner = word
            break
        if word.lower == "and" and is_double(run, word.i - base, noun):
            continue  # "Deputy Premier AND Foreign Minister Jan Kowal"
        ends = word.lower in ENDING and (held is None or held.kind not in BODIES)  # "Bank of Peru | head Ana Ruiz"
        if ends or (held is not None and held.kind in {"state", "adjective", "capital"}):
            break
        if _is_outside(word, noun):
            break
        first = word
    while first.i < noun.i and first.text in {"-", ".", ","}:
        first = run[first.i + 1 - base]
    last = _last_of(run, noun, names)
    belonging, placing, topics = _names_in(run, noun, names)
    words = noun.sentence.words
    behind = [w.lower for w in words[last.i + 1 : last.i + 4]]
    ended = behind[:1] == ["until"] or behind == ["at", "the", "time"] or is_retired(noun)  # "a professor UNTIL May"
    turned = max((w.i + 1 - base for w in run[: noun.i - base] if w.lower == TURNED), default=0)
    former = ended or any(w.lower in lexicon("former") for w in run[turned : noun.i - base])
    return Title(first, last, noun, belonging, placing, topics, owner, former)


def _last_of(run: list[Word], noun: Word, names: Mapping[Word, Name]) -> Word:
    """The last word of a role: of "editor OF THE DAILY in Lima", "editor-in-chief"."""
    last = noun
    for word in run[noun.i + 1 - run[0].i :]:
        if is_glued(word):
            if is_seat(word):
                last = noun  # "editor of the LIMA-based daily"
                break
            continue
        if (word.lower in PLACING and not is_glued(word.sentence.words[word.i - 1])) or word.text in {".", "-"}:
            break
        if word.text in POSSESSIVE and word not in names:
            last = noun  # "the adviser to Chad's king"
            break
        if word.pos != "DET" and word.lower not in {"of", "for", "and", "to", "on"}:
            last = word
    return last


def _is_outside(word: Word, noun: Word) -> bool:
    """Whether a word before an office is of the clause around it: "SENDING Deputy Premier", "the first TIME Pope"."""
    if word.text in {"-", "–"}:
        return not is_glued(word)
    if word.tag == "VBG":
        return word.dep not in {"amod", "compound", "nmod"} and noun.head is not word.head
    common = word.pos == "NOUN" and word.text.islower()
    return common and word.dep in {"attr", "dobj", "npadvmod", "nsubj", "pobj", "ROOT"} and word.head.i < word.i


def _names_in(
    run: list[Word], noun: Word, names: Mapping[Word, Name]
) -> tuple[tuple[Name, ...], tuple[Name, ...], tuple[Name, ...]]:
    """The names of a description: those that own the office, those that only place it, and those it deals with."""
    belonging: dict[Name, None] = {}
    placing: dict[Name, None] = {}
    topics: dict[Name, None] = {}
    relation = ""
    working = {"for"} if noun.lower in {"ambassador", "delegate", "representative"} else {"for", "to"}
    serving = noun.lower in lexicon("attendants", "speakers")  # "adviser to the CHADIAN president"
    near = max((w.i for w in run if w.i < noun.i and w not in names and _parts(run, w.i - run[0].i)), default=0)
    for word in run:
        if word.i > noun.i and word.pos in {"ADP", "PART"} and word.text not in POSSESSIVE:
            relation = word.lower
        held = names.get(word)
        if held is None or is_sided_with(word.sentence.words, held.first):
            continue
        own = held.kind in BODIES or (serving and held.kind == "adjective")
        if (word.i < noun.i and held.last >= near) or (
            word.i > noun.i and (relation in {"", "of"} or (relation in working and own))
        ):
            belonging[held] = None
        elif relation in PLACING:
            placing[held] = None
        else:
            topics[held] = None
    return tuple(belonging), tuple(placing), tuple(topics)
