"""Verbs that attribute, and what each credits to whom.

    Kim said that …, urged Iran to …        a verb with a clause or an infinitive
    …, Kim said; the talks, he said, …      inverted and parenthetical: the clause around the verb
    as Kim said, as reported by the paper   the same
    Kim called the launch "a provocation"   a small clause, read in `labels`
    Kim proposed a ban that would …         an object that holds a clause

What is not said credits nobody: see `withheld`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dipevents.mentions.attributions.draft import cue_classes, is_of_another, lexicon, make_draft, marker, without
from dipevents.mentions.attributions.labels import label
from dipevents.mentions.attributions.objects import cites, infinitive, is_of_judge, judged, object_with_clause
from dipevents.mentions.attributions.withheld import is_withheld
from dipevents.mentions.gazetteer import is_called
from dipevents.mentions.words import is_role
from dipevents.reading.clauses import auxiliaries, clause, is_passive, phrase, surface_subjects
from dipevents.reading.grammar import FINITE, has_subject

if TYPE_CHECKING:
    from dipevents.mentions.attributions.draft import Draft, Stretch
    from dipevents.reading.sentence import Word

__all__ = ["cue_of", "read_verb", "source_of"]

_CLAUSAL = frozenset({"say", "think", "show", "ask"})
_SPEAKING = frozenset({"say", "think", "label"})
_BACKSHIFTED = frozenset({"could", "might", "would"})
"""What a report in the past tense makes of "can", "may" and "will"."""
_CLOSING = frozenset({'"', "”", "''", "’’", "»", "’"})
_OPENING = frozenset({'"', "“", "``", "''", "«"})
_OBJECTS = frozenset({"that", "me", "us", "him", "them", "it"})
_SUBORDINATE = frozenset({"if", "whether"})
_TERMS = frozenset({"if", "unless"})
_BEFORE_PARENTHESIS = frozenset({",", "-", "--", "–", "—", '"', "”", "''", "’’", "(", "»"})


def read_verb(verb: Word) -> Draft | None:
    """What a verb attributes by grammar alone; None where it is no cue, is withheld or has no content."""
    classes = cue_classes(verb)
    if not classes or is_withheld(verb):
        return None
    later = _second_subject(verb)
    if later is not None:
        return make_draft(verb, cue_of(verb), [verb.head], [(phrase(later)[0], phrase(verb.head.head)[1])])
    content, name = _content(verb, classes), _name_behind(verb)
    if name is not None:  # the parse takes "…," said Holt, asked about … for a clause
        content = [(first, last) for first, last in content if not first.i <= name.i <= last.i]
    cue, last = cue_of(verb)
    link = verb.sentence.words[content[0][0].i - 1] if content and content[0][0].i == last.i + 2 else last
    return make_draft(verb, (cue, link if link.pos == "ADP" else last), source_of(verb), content)


def _second_subject(verb: Word) -> Word | None:
    """The subject of what is told where the parse takes the cue for a participle: a clause has no two subjects.

    "Two papers reported on Monday the SERVICE had closed."
    """
    above = verb.head.head
    if verb.tag != "VBN" or verb.dep != "acl" or verb.head.dep != "nsubj" or "say" not in cue_classes(verb):
        return None
    return next((c for c in above.children if c.dep in {"nsubj", "nsubjpass"} and c.i > verb.i), None)


def cue_of(word: Word) -> Stretch:
    """The verb with the auxiliaries and adverbs right before it and its particle: "HAS ALSO POINTED OUT"."""
    verb = word.head if word.dep == "acomp" and word.head.i < word.i else word
    subject = max((c.i for c in verb.children if c.dep in {"nsubj", "nsubjpass"} and c.i < verb.i), default=-1)
    own = [a for a in auxiliaries(verb) if a.head is verb and subject < a.i and 0 < verb.i - a.i < 4]
    first, words = own[0] if own else verb, verb.sentence.words
    while first.i > max(subject, 0) + 1 and words[first.i - 1].tag == "RB" and words[first.i - 1].head is verb:
        first = words[first.i - 1]
    return first, next((c for c in word.children if c.dep == "prt" and 0 < c.i - word.i < 3), word)


def source_of(verb: Word) -> list[Word]:
    """Heads of the phrases that name who says it.

    The subject, the agent of a passive, who issued "a statement saying"; a noun phrase right beside the verb where the
    parse gives it no subject. "It" of "it is said" is none.
    """
    quoted = _quoted_source(verb)
    if quoted:
        return quoted
    if verb.lower in lexicon("adjective") and verb.tag == "VBN":
        # "is worried that": the tagger takes some adjectives for participles
        return surface_subjects(verb.head if verb.dep == "acomp" else verb)
    if verb.tag == "VBN" and verb.dep == "acl" and verb.head.dep == "ROOT" and any(map(_is_told, verb.children)):
        return [verb.head]  # "two analysts, Holt and Kos, FOUND in May that …", as it is tagged
    active = any(c.dep == "nsubj" and c.i < verb.i for c in verb.children)  # "as the unit REPORTED", tagged amiss
    if is_passive(verb) and (not active or any(c.dep == "agent" for c in verb.children)):
        return list(clause(verb).subjects)
    inverted = _inverted(verb)
    if inverted is not None:
        return [inverted]
    found = [s for w in surface_subjects(verb) for s in (_gathered(w) if w.is_verb else _relayed(w) or [w])]
    if verb.lemma in lexicon("addressed") and verb.tag == "VBD" and any(c.dep == "ccomp" for c in verb.children):
        found = [w for w in found if w.i < verb.i or w.sentence is not verb.sentence]  # who is told stands behind
    if found and verb.dep == "acl" and verb.tag == "VBG" and found[0] is verb.head:
        return _issuers(found[0]) or found
    return found or _beside(verb)


def _gathered(act: Word) -> list[Word]:
    """Who does what is taken for the subject: "REBELS holding the dam said"."""
    return [c for c in act.children if c.dep == "nsubj" and act.tag == "VBG" and act.dep == "csubj"]


def _relayed(press: Word) -> list[Word]:
    """Whom a paper or an agency quotes that says what he said: "Oslo radio, quoting A MINISTER, said"."""
    named = is_called(press.text, "news") or press.lemma in lexicon("press")
    quoted = [c for c in press.children if c.tag == "VBG" and c.lemma in lexicon("quoting")] if named else []
    return [c for act in quoted for c in act.children if c.dep == "dobj" and (is_role(c) or c.pos == "PROPN")]


def _is_told(below: Word) -> bool:
    return below.dep == "ccomp" and marker(below) == "that"


def _quoted_source(verb: Word) -> list[Word]:
    """Whom somebody else quotes: "the paper quoted KIM as saying", "KIM was quoted as saying"."""
    quoting = verb.head.head if _is_quoted_saying(verb) else verb
    if quoting.lemma not in lexicon("quoting"):
        return []
    if quoting is verb and (cites(verb) or not any(c.dep == "prep" and c.lower == "as" for c in verb.children)):
        return []
    return list(clause(quoting).objects)


def _is_quoted_saying(verb: Word) -> bool:
    """Whether somebody is quoted "as SAYING" what stands before."""
    return verb.dep == "pcomp" and verb.head.lower == "as" and verb.head.head.lemma in lexicon("quoting")


def _inverted(verb: Word) -> Word | None:
    """The name right behind ", said": the source, whatever the parse makes of it."""
    words = verb.sentence.words
    if (
        verb.i == 0
        or verb.i + 1 >= len(words)
        or verb.tag not in {"VBD", "VBZ"}
        or words[verb.i - 1].text not in _BEFORE_PARENTHESIS
        or "say" not in cue_classes(verb)
        or verb.lemma in lexicon("addressed")
    ):
        return None
    name = _name_behind(verb)
    if name is not None:
        return name
    if _has_both_sides(verb):
        return None
    behind = words[verb.i + 1]
    if behind.pos not in {"PROPN", "DET", "PRON", "NOUN", "ADJ"} or behind.lower in _OBJECTS or _owned(behind, verb):
        return None
    head = _top_noun(behind, verb)
    if head is None or head.dep in {"npadvmod", "ccomp"}:
        return None
    lost = behind.pos in {"NOUN", "ADJ"} and not (head.dep == "nsubj" and head.head is verb)
    return None if lost or any(head.is_under(c) for c in verb.children if c.dep == "ccomp") else head


def _owned(word: Word, verb: Word) -> bool:
    """Whether the speaker's own object stands behind a verb: "Holt, the envoy, stressed HIS age"."""
    return word.tag == "PRP$" and word.head.dep == "dobj" and word.head.head is verb


def _name_behind(verb: Word) -> Word | None:
    """The person right behind a quotation and its cue, however they hang together: "…," said surgeon Ada HOLT."""
    words = verb.sentence.words
    if words[verb.i - 1].text not in _CLOSING or verb.tag != "VBD" or verb.lemma != "say":
        return None
    for word in words[verb.i + 1 : verb.i + 8]:
        if word.pos not in {"PROPN", "NOUN", "ADJ", "DET", "VERB"} or word.tag in {"VBD", "VBZ", "VBP", "VB", "VBG"}:
            return None
        entity = next((e for e in word.sentence.entities if e.first == word.i and e.label == "PERSON"), None)
        if entity is not None:
            inside = words[entity.first : entity.last + 1]
            head = next((w for w in reversed(inside) if w.head not in inside), inside[-1])
            if head.dep != "compound" or head.head.pos != "NOUN":  # a firm: "ADA HOLT analyst Omar Sow"
                return head
    return None


def _has_both_sides(verb: Word) -> bool:
    """Whether subject and content stand in their plain order: "Ruiz, the envoy, warned Lima that it would pay"."""
    comma = verb.sentence.words[verb.i - 1].head
    if comma.dep == "nsubj" and comma.head is verb and any(c.dep == "dobj" for c in verb.children):
        about = any(c.dep == "prep" and c.lower in {"about", "against", "of", "over"} for c in verb.children)
        if about or (is_role(comma) and any(c.dep == "appos" for c in comma.children)) or is_of_judge(comma):
            return True
    subject = any(c.dep == "nsubj" and c.i < verb.i for c in verb.children)
    clauses = [c for c in verb.children if c.dep in {"ccomp", "xcomp"} and c.i > verb.i]
    described = comma.dep == "nsubj" and comma.head is verb and any(c.dep == "appos" for c in comma.children)
    if described and clauses and not any(c.dep in {"ccomp", "xcomp"} and c.i < verb.i for c in verb.children):
        return True  # "HOLT, an analyst, said PERU, by contrast, would act"
    return subject and any(m.lower in {"that", "to"} for c in clauses for m in c.children)


def _issuers(noun: Word) -> list[Word]:
    """Who issued the document that speaks ("Kim issued a STATEMENT saying …", "answered with a NOTE saying …")."""
    if noun.lemma not in lexicon("documents") or noun.dep not in {"dobj", "pobj"}:
        return []
    above = noun.head if noun.dep == "dobj" else noun.head.head
    return surface_subjects(above) if above.is_verb else []


def _beside(verb: Word) -> list[Word]:
    """A noun phrase that the parse left without a role: right behind an inverted verb, or right before the verb."""
    words = verb.sentence.words
    if not cue_classes(verb) & _SPEAKING or verb.tag not in {"VBD", "VBZ", "VBP"}:
        return []
    behind = words[cue_of(verb)[1].i + 1 :][:1]
    if behind and behind[0].pos in {"PROPN", "DET", "ADJ", "PRON", "NOUN", "NUM"} and not _owned(behind[0], verb):
        head = _top_noun(behind[0], verb)
        if head is not None and not any(c.dep == "ccomp" and c.i > verb.i for c in verb.children):
            return [head]
    at = verb.i - 1
    while at >= 0 and words[at].pos in {"ADV", "AUX"}:
        at -= 1
    if at >= 1 and words[at].text == ",":
        comma = next((k for k in range(at - 1, max(-1, at - 14), -1) if words[k].text == ","), -1)
        at = comma - 1 if comma > 0 else at - 1
    if at >= 0 and words[at].is_noun:
        head = _top_noun(words[at], verb)
        return [head] if head is not None else []
    return []


def _top_noun(word: Word, verb: Word) -> Word | None:
    """The head of the noun phrase that a word stands in, on the word's side of the verb."""
    for _ in range(8):
        head = word.head
        if head.pos == "ADP" and head.head.is_noun and (head.i < verb.i) == (word.i < verb.i):
            head = head.head
        if word.dep == "appos" and word.pos == "PROPN" and head.dep == "pobj":
            break  # "In Oslo, Ada HOLT told …"
        if not head.is_noun or head is word or (head.i < verb.i) != (word.i < verb.i):
            break
        word = head
    return word if word.is_noun else None


def _content(verb: Word, classes: frozenset[str]) -> list[Stretch]:
    # "the pact, thought by Holt TO BE DEAD, was signed"
    found = infinitive(verb) if any(c.dep == "agent" for c in verb.children) else []
    if not found and classes & _CLAUSAL:
        told = verb.head.head if _is_quoted_saying(verb) else verb
        found = _subject_before(verb) + _clauses(verb, classes) or _around(verb) or _detached(verb, classes)
        found = found or (_clauses(told, classes) or _around(told) if told is not verb else [])
    if not found and "infinitive" in classes:
        found = infinitive(verb)
    if not found and "label" in classes:
        found = label(verb)
    if not found and "object" in classes:
        found = object_with_clause(verb)
    return found or judged(verb)


def _subject_before(verb: Word) -> list[Stretch]:
    """The content's subject before an inverted cue: "THE TRUCE, argues Holt, may fail"."""
    if _inverted(verb) is None or not any(c.dep == "ccomp" and c.i > verb.i for c in verb.children):
        return []
    return [phrase(c) for c in verb.children if c.dep in {"nsubj", "csubj"} and c.i < verb.i]


def _clauses(verb: Word, classes: frozenset[str]) -> list[Stretch]:
    """The clause that a verb governs: behind it, else before it or around it."""
    behind: list[Stretch] = []
    before: list[Stretch] = []
    for child in verb.children:
        if child.dep != "ccomp" and not (
            child.dep == "advcl" and "ask" in classes and marker(child) in _SUBORDINATE and child.i > verb.i
        ):
            continue
        first, last = phrase(child)
        if first.i > verb.i:
            lost = [c for c in verb.children if _is_lost_subject(c, verb, first)]
            finite = not has_subject(child) and any(c.tag in FINITE for c in (child, *child.children))
            if lost and finite and marker(child) is None:
                first = phrase(lost[0])[0]  # "warned THE TRUCE would fail", as it is parsed
            behind.append((_behind_day(verb, first), last))
        elif last.i < verb.i:
            end = _joined(verb, last)  # "“it will leak” IF IT RAINS, Holt said"
            before.append((first, end if end.i < verb.i else last))
        else:
            before.extend(without((first, last), phrase(verb, skip=("ccomp",))))
    if behind:
        between = {w.text for w in verb.sentence.words[verb.i : behind[0][0].i + 1]}
        led = before if ":" in between and between & _OPENING else []  # "TALKS MUST GO ON, he said: “THEY MUST”"
        return [*led, *((first, _joined(verb, last)) for first, last in behind)]
    later = (phrase(c) for c in verb.children if c.dep == "conj" and before and any(a.tag == "MD" for a in c.children))
    words = verb.sentence.words  # "it was lost, he said, AND THEY COULD WIN no more"
    return [*_behind_colon(before), *((words[low.i - (words[low.i - 1].dep == "cc")], high) for low, high in later)]


def _is_lost_subject(word: Word, verb: Word, first: Word) -> bool:
    """Whether a word between a cue and its clause is the clause's subject: "warned THE TRUCE would fail"."""
    if word.dep not in {"dobj", "nsubj"} or not verb.i < word.i < first.i:
        return False
    between = verb.sentence.words[phrase(word)[1].i + 1 : first.i]
    return all(w.text == "," for w in between) and (word.dep == "nsubj" or not between)


def _behind_colon(parts: list[Stretch]) -> list[Stretch]:
    """The quotation behind a colon, where other words precede it: "Holt said that it was dead: “IT IS,” he said"."""
    if not parts:
        return []
    words = parts[0][0].sentence.words
    low, high = min(first.i for first, _ in parts), max(last.i for _, last in parts)
    colons = [w for w, mark in pairwise(words[low : high + 1]) if w.text == ":" and mark.text in _OPENING]
    if not colons or all(w.tag not in FINITE for w in words[low : colons[0].i]):
        return parts
    at = colons[0].i + 1
    return [(words[max(first.i, at)], last) for first, last in parts if last.i > at]


def _behind_day(verb: Word, first: Word) -> Word:
    """The first word of a clause behind the day on which it is said: "said ON MONDAY the dam was safe"."""
    words = verb.sentence.words
    if first.lower != "on" or first.i != verb.i + 1:
        return first
    day = next((e for e in first.sentence.entities if e.first == first.i + 1 and e.label == "DATE"), None)
    return words[day.last + 1] if day is not None and words[day.last + 1 : day.last + 3] else first


def _joined(verb: Word, last: Word) -> Word:
    """The end of a clause with what goes on behind it.

    "said it had closed AND WOULD REOPEN", "BUT THAT it leaked", "BUT IT WOULD leak"; "said it would leak IF IT RAINED".
    """
    for child in verb.children:
        if child.i < last.i or child.dep not in {"advcl", "conj"}:
            continue
        first, end = phrase(child)
        if child.dep == "advcl":
            if marker(child) in _TERMS and all(w.pos == "PUNCT" for w in verb.sentence.words[last.i + 1 : first.i]):
                return end
        elif marker(child) == "that" or (_is_backshifted(child, verb) and _is_taken_up(child)):
            return end
    return last


def _is_backshifted(later: Word, verb: Word) -> bool:
    modal = next((c for c in later.children if c.dep == "aux"), later)
    return modal.lower in _BACKSHIFTED and verb.tag in {"VBD", "VBN", "VBG"}


def _is_taken_up(later: Word) -> bool:
    """Whether a clause goes on with what is said before: it has no subject, or a pronoun for one."""
    return all(c.pos == "PRON" for c in later.children if c.dep in {"nsubj", "nsubjpass"})


def _around(verb: Word) -> list[Stretch]:
    """The clause around "…, he said, …", "as he said, …" or before "…, he said"; the verb itself governs no clause."""
    head, mark = verb.head, marker(verb)
    loose = verb.dep == "conj" and head.i < verb.i and not any(c.dep == "cc" for c in head.children)
    loose = loose and all(c.dep != "agent" for c in verb.children)
    hung = loose or verb.dep in {"parataxis", "ccomp", "advcl", "dep", "intj"}
    if head is verb or not hung or mark not in {None, "as"}:
        return []
    if verb.dep == "advcl" and mark != "as":
        return []
    if not has_subject(verb) and not (mark == "as" and any(c.dep == "agent" for c in verb.children)):
        return []
    words = verb.sentence.words
    first, last = phrase(verb)
    if first.i > 0 and words[first.i - 1].text not in _BEFORE_PARENTHESIS:
        return []
    behind = words[last.i + 1] if last.i + 1 < len(words) else None
    low, high = phrase(head)
    return without((low, last if behind is not None and behind.text == ";" else high), (first, last))


def _detached(verb: Word, classes: frozenset[str]) -> list[Stretch]:
    """A clause that the parse hung elsewhere: behind the next "that"; all that follows a verb that takes no object."""
    if "say" not in classes and "think" not in classes:
        return []
    words = verb.sentence.words
    _, high = phrase(verb)
    for word in words[verb.i + 1 : min(high.i + 1, verb.i + 16)]:
        if word.lower == "that" and word.dep == "mark" and word.head.is_verb:
            above = list(word.ancestors())
            between = above[: above.index(verb)] if verb in above else []
            if verb in above and not is_of_another(word.head, between):
                return [(word, high)]
            return []
    if verb.lemma in lexicon("clausal") and verb.i + 1 < len(words) and high.i > verb.i + 3:
        follower = words[verb.i + 1]
        if follower.pos in {"DET", "PRON", "NOUN", "PROPN", "ADJ"} or follower.tag == "VBG":
            rest = words[verb.i + 2 : high.i + 1]
            if any(w.tag in FINITE and w.dep not in {"relcl", "acl"} for w in rest):
                return [(follower, high)]
    return []
