"""Where a warning is voiced: the trigger word, its class, who issues it and whom it addresses."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import Clause, clause, support_verb

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dipevents.mentions.attributions import Attribution
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["Trigger", "find_triggers", "is_aside", "lexicon"]


_PARTICLES = frozenset({"prt", "prep", "advmod"})
_ASKING = frozenset({"tell", "instruct", "challenge", "dare", "beg", "reiterate", "summon", "command"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that voices a warning.

    Attributes:
        word: The verb, noun or adjective; for plain speech its cue ("said").
        kind: The class of the word, or None for plain speech, whose content decides.
        clause: The arguments of the word.
        issuers: Who voices it.
        addressees: To whom, where that is said.
        attribution: The attribution that the word is the cue of, or None.
        lexical: Whether the word itself warns.
        retracted: Whether the warning is taken back.
        sentence: The sentence that states the warning; not the word's where a quotation runs through several.
    """

    word: Word
    kind: WarningKind | None
    clause: Clause
    issuers: tuple[Actor, ...]
    addressees: tuple[Word, ...] = ()
    attribution: Attribution | None = None
    lexical: bool = True
    retracted: bool = False
    sentence: Sentence = field(kw_only=True)


@cache
def lexicon(table: str, name: str) -> frozenset[str]:
    """The words of one list in the lexicon of warnings."""
    return frozenset(read_words("warning")[table][name])


@cache
def _kinds(table: str) -> dict[str, WarningKind]:
    lists = read_words("warning")[table]
    return {word: kind for kind in WarningKind for word in lists.get(kind.value, ())}


def is_aside(verb: Word) -> bool:
    """Whether a verb of warning stands in an aside to its own content: "as we have warned, talks will go on"."""
    return verb.dep == "advcl" and verb.head.is_verb and any(c.lower == "as" for c in verb.children)


def find_triggers(mentions: Mentions) -> Iterator[Trigger]:
    """Every trigger of the article, in text order."""
    cues = _cues(mentions)
    for sentence in mentions.sentences:
        for word in sentence.words:
            if word.lower in lexicon("adjectives", "concern") and _is_adjectival(word):
                yield from _adjective(mentions, word, cues)
            elif word.pos in {"VERB", "AUX"}:
                yield from _verb(mentions, word, cues)
            elif word.pos in {"NOUN", "PROPN"}:
                yield from _noun(mentions, word, cues)


def _cues(mentions: Mentions) -> dict[int, Attribution]:
    """The attribution whose cue ends with the word that begins at an offset: "has told" is the cue of "told"."""
    said = [a for outer in reversed(mentions.attributions) for a in outer.walk()]
    return {span.end - len(span.text.split()[-1]): a for a in said for span in a.cue if span.text}


def _actors(mentions: Mentions, words: Iterable[Word]) -> tuple[Actor, ...]:
    found: list[Actor] = []
    for word in words:
        found.extend(a for a in mentions.actors.who(word) if a not in found)
    return tuple(found)


def _speaker(mentions: Mentions, words: Iterable[Word], attribution: Attribution | None) -> tuple[Actor, ...]:
    found = _actors(mentions, words)
    return found or (attribution.speakers if attribution is not None else ())


def _verb(mentions: Mentions, verb: Word, cues: dict[int, Attribution]) -> Iterator[Trigger]:
    attribution = cues.get(verb.start)
    kind, addressees, args = _classify(verb)
    if kind is not None and args is not None:
        issuers = _speaker(mentions, args.subjects, attribution)
        yield Trigger(verb, kind, args, issuers, addressees, attribution, sentence=verb.sentence)
    elif attribution is not None:
        args = clause(verb)
        issuers = attribution.speakers or _actors(mentions, args.subjects)
        addressees = args.recipients or args.oblique("to")
        for sentence in _said_in(mentions, verb, attribution):
            yield Trigger(verb, None, args, issuers, addressees, attribution, lexical=False, sentence=sentence)
    elif verb.lemma in lexicon("verbs", "vow"):
        args = clause(verb)
        yield Trigger(verb, None, args, _actors(mentions, args.subjects), lexical=False, sentence=verb.sentence)


def _said_in(mentions: Mentions, verb: Word, attribution: Attribution) -> list[Sentence]:
    """The sentence of the cue, and the others that the quoted words run through, in text order."""
    found = {verb.sentence.i: verb.sentence}
    for span in attribution.content:
        near = range(max(0, verb.sentence.i - 12), min(len(mentions.sentences), verb.sentence.i + 13))
        found |= {i: s for i in near if (s := mentions.sentences[i]).start < span.end and span.start < s.end}
    return [found[i] for i in sorted(found)]


def _classify(verb: Word) -> tuple[WarningKind | None, tuple[Word, ...], Clause | None]:
    """The class of a verb with its preposition, whom it addresses, and its arguments."""
    kinds = _kinds("verbs")
    phrasal = next((c.lower for c in verb.children if c.dep in _PARTICLES and f"{verb.lemma} {c.lower}" in kinds), None)
    kind = kinds.get(f"{verb.lemma} {phrasal}" if phrasal else verb.lemma)
    deadline = verb.lemma == "give" and _sets_deadline(verb)
    if (kind is None and not deadline) or _is_no_speech(verb):
        return None, (), None
    args = clause(verb)
    if deadline:
        return WarningKind.DEMAND, args.recipients or args.objects[:1], args
    if not _is_complete(verb, phrasal, args):
        return None, (), None
    if phrasal is not None:
        return kind, args.oblique(phrasal) if phrasal != "for" else args.oblique("on", "upon", "to"), args
    return kind, args.recipients or args.objects, args


def _is_no_speech(verb: Word) -> bool:
    """Modifiers and purposes: "pressing needs", "levers to pressure Moscow"; and "have pressing needs" misread."""
    if verb.dep == "amod" or (verb.dep in {"acl", "relcl"} and any(c.lower == "to" for c in verb.children)):
        return True
    return verb.tag == "VBG" and any(c.dep == "aux" and c.lemma == "have" for c in verb.children)


def _is_complete(verb: Word, phrasal: str | None, args: Clause) -> bool:
    """Whether a verb has the complement that makes it a demand: "told them TO LEAVE", not "told them"."""
    if phrasal == "for":
        return any(w.lemma in lexicon("content", "called_for") for w in args.oblique("for"))
    if phrasal is not None or verb.lemma in _ASKING:
        # "called on the Azeri capital" is a visit, "appealed to voters" is no demand
        return _infinitive(args)
    if verb.lemma == "insist":
        return any(_is_subjunctive(c) for c in args.complements)
    if verb.lemma in {"ask", "request"}:
        return any(w.lemma in lexicon("content", "desist") for w in args.complements)
    if verb.lemma == "press":
        return bool(args.objects or args.complements or args.oblique("for"))
    return True


def _is_subjunctive(verb: Word) -> bool:
    """Whether a clause demands: "insist that Doha close the network", "insist that he must"."""
    helpers = {c.lower for c in verb.children if c.dep == "aux"}
    return bool(helpers & lexicon("content", "obligation")) or (
        verb.tag in {"VB", "VBP"} and not helpers and _singular(verb)
    )


def _singular(verb: Word) -> bool:
    return any(c.dep == "nsubj" and c.tag in {"NN", "NNP"} for c in verb.children)


def _sets_deadline(verb: Word) -> bool:
    """An ultimatum: "gave the soldiers 48 hours to …", "has given Chad until Monday to …"."""
    given = [c for c in verb.children if c.dep in {"dobj", "npadvmod"} and c.lemma in {"hour", "day", "week", "month"}]
    until = [c for c in verb.children if c.dep == "prep" and c.lower == "until"]
    words = [verb, *given, *until]
    return bool(given or until) and any(
        c.is_verb and c.tag == "VB" and c.dep in {"acl", "xcomp", "advcl", "relcl", "ccomp"}
        for w in words
        for c in w.children
    )


def _infinitive(args: Clause) -> bool:
    """Whether an infinitive belongs to it, if need be hung on the addressee: "called on the rebels to disarm"."""
    below = [c for _, word in args.obliques for c in word.children if c.dep in {"acl", "relcl"}]
    return any(any(c.lower == "to" for c in word.children if c.dep == "aux") for word in (*args.complements, *below))


def _is_adjectival(word: Word) -> bool:
    """Whether "alarmed" is a state, not an act: an adjective, a passive, or a headline's participle."""
    return word.pos == "ADJ" or word.tag == "VBN" or not any(c.dep == "dobj" for c in word.children)


def _adjective(mentions: Mentions, word: Word, cues: dict[int, Attribution]) -> Iterator[Trigger]:
    """The adjective of "is concerned about" and of "the minister, worried that"."""
    args = clause(word)
    if word.dep in {"acomp", "attr", "oprd"} and word.head.is_verb:
        subjects = clause(word.head).subjects
    else:
        subjects = args.objects if args.passive else args.subjects
    if not subjects and word.dep == "amod":
        return
    attribution = cues.get(word.start)
    issuers = _speaker(mentions, subjects, attribution)
    yield Trigger(word, WarningKind.CONCERN, args, issuers, (), attribution, sentence=word.sentence)


def _noun(mentions: Mentions, noun: Word, cues: dict[int, Attribution]) -> Iterator[Trigger]:
    kind = _kinds("nouns").get(noun.lemma)
    if kind is None or noun.dep in {"compound", "amod"}:
        return
    if noun.dep == "pobj" and noun.head.lower in {"amid", "despite"}:
        return
    args = clause(noun)
    attribution = cues.get(noun.start)
    voice = noun.head if noun.dep in {"dobj", "nsubjpass"} and noun.head.is_verb else None
    issuers = _issuers_of_noun(mentions, noun, args, voice)
    if kind is WarningKind.CONCERN and not (args.complements or any(c.dep == "prep" for c in noun.children)):
        return
    if noun.lemma in {"notice", "advice", "reminder"} and not (args.complements and (voice is not None or args.owners)):
        return
    if noun.lemma in {"pressure", "deadline"} and not _infinitive(args):
        return
    if not (args.complements or args.obliques or args.owners[1:] or attribution or voice):
        return
    if noun.lemma == "call" and not args.oblique("for", "on") and not _infinitive(args):
        return
    if noun.lemma == "threat" and not (_infinitive(args) or args.oblique("of", "against")):
        return
    retracted = voice is not None and voice.lemma in lexicon("frames", "retract")
    addressees = args.oblique("to", "on", "against") if kind is not WarningKind.CONCERN else ()
    if voice is not None and voice.lemma in lexicon("frames", "receive"):
        addressees = addressees or clause(voice).subjects
    yield Trigger(noun, kind, args, issuers, addressees, attribution, retracted=retracted, sentence=noun.sentence)


def _issuers_of_noun(mentions: Mentions, noun: Word, args: Clause, voice: Word | None) -> tuple[Actor, ...]:
    """Owner or modifier first; else the subject of the verb that voices the noun, or "among" and "from"."""
    owners = _actors(mentions, (w for w in args.subjects if w.head is noun or w.dep in {"poss", "pobj"}))
    if not owners:
        owners = tuple(
            actor
            for word in args.subjects
            if word.head is noun and word.dep in {"amod", "compound", "nmod"}
            for actor in mentions.actors.who(word)
        ) or _actors(mentions, (c for c in noun.children if c.dep in {"compound", "nmod"} and c.tag == "NN"))
    if owners:
        return owners
    if among := _actors(mentions, args.oblique("among", "from", "in")):
        return among
    if voice is None or voice.lemma not in lexicon("frames", "voice"):
        voice = support_verb(noun)
    if voice is None:
        return ()
    outer = clause(voice)
    if voice.lemma in lexicon("frames", "cause"):
        found = _actors(mentions, outer.oblique("among", "from", "in", "with"))
        if found or not any(a for w in outer.subjects for a in mentions.actors.at(w)):
            return found
    if voice.lemma in lexicon("frames", "receive"):
        return ()
    return _actors(mentions, outer.subjects)
