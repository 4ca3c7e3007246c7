"""What a warning says: its words, its kind, its target, its condition and its deadline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dipevents.events.warning_triggers import is_aside, lexicon
from dipevents.models.actor import ActorKind
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import auxiliaries, clause, is_negated, is_passive, phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.warning_triggers import Trigger
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.models.event_date import EventDate
    from dipevents.reading.sentence import Word

__all__ = ["Content", "condition_of", "content_of", "deadline_of", "kind_of", "target_of", "words_of"]

_FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall", "wo", "could", "may", "might", "'d", "’d"})
_WORD = re.compile(r"[^\W_]{4,}")


@dataclass(frozen=True, slots=True)
class Content:
    """The words of what is warned of or demanded, in the trigger's sentence."""

    text: str
    words: tuple[Word, ...] = ()
    head: Word | None = None


def words_of(about: str) -> frozenset[str]:
    """Longer words in lower case: what two tellings of one warning share."""
    return frozenset(w.lower() for w in _WORD.findall(about))


def content_of(mentions: Mentions, trigger: Trigger) -> Content:
    """The attribution's content where there is one; else the trigger's clause, phrase or object."""
    sentence = trigger.sentence
    if trigger.attribution is not None:
        spans = [s for s in trigger.attribution.content if s.start < sentence.end and sentence.body < s.end]
        words = tuple(w for s in spans for w in sentence.words_between(s.start, s.end))
        words = words[1:] if words and words[0].lower == "that" else words
        if words:
            text = mentions.article.text[words[0].start : words[-1].end]
            return Content(text.strip("\"“”'"), words, _top(words))
    for head in _heads(trigger):
        first, last = phrase(head, skip=("advcl",) if head is trigger.word.head else ())
        words = tuple(sentence.words[first.i : last.i + 1])
        words = words[1:] if words and words[0].lower == "that" else words
        if words:
            return Content(mentions.article.text[words[0].start : words[-1].end], words, head)
    return Content("")


def _top(words: tuple[Word, ...]) -> Word:
    inside = {w.i for w in words}
    return next((w for w in words if w.head.i not in inside or w.head is w), words[0])


def _heads(trigger: Trigger) -> list[Word]:
    args = trigger.clause
    if args.complements:
        return [args.complements[0]]
    if is_aside(trigger.word):
        return [trigger.word.head]
    about = args.oblique("about", "over", "against", "of", "at", "for", "on", "that", "with")
    addressed = {w.i for w in trigger.addressees}
    if trigger.kind is WarningKind.CONCERN and args.passive:
        return [*args.subjects[:1], *about]
    return [w for w in about if w.i not in addressed] or [w for w in args.objects if w.i not in addressed]


def kind_of(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> WarningKind | None:
    """The kind of warning, from the trigger's class and the content; None where it is none."""
    kind = trigger.kind
    lemmas = {w.lemma for w in content.words}
    issuing = {part for issuer in issuers for part in issuer.name.lower().split()}
    if (lemmas | issuing) & lexicon("content", "nonpolitical") or not (content.words or trigger.addressees):
        return None
    if kind is None:
        return _kind_of_speech(mentions, trigger, content, issuers)
    if trigger.word.lemma == "advise" and not _to_citizens(trigger, content):
        return None
    if kind is WarningKind.CAUTION:
        if _is_harm(mentions, trigger, content, issuers):
            return WarningKind.THREAT
        if _tells_not_to(trigger) and not _to_citizens(trigger, content):
            return WarningKind.DEMAND if trigger.addressees else kind
        return kind
    if kind is WarningKind.DEMAND:
        if trigger.word.lemma == "give" and " or " in trigger.word.sentence.text:
            return WarningKind.THREAT
        if _to_citizens(trigger, content):
            return WarningKind.CAUTION
        asked = trigger.clause.complements[0] if trigger.clause.complements else content.head
        if _is_benign(asked) and trigger.word.lemma != "demand":
            return None
        return kind if content.words or trigger.addressees else None
    return kind


def _is_benign(asked: Word | None) -> bool:
    """Whether what is asked for is routine: "to send observers", but not "not to send troops"."""
    return asked is not None and asked.lemma in lexicon("content", "benign") and not is_negated(asked)


def _is_own(mentions: Mentions, trigger: Trigger, issuers: Sequence[Actor]) -> bool:
    """Whether the addressee is the issuer's own state or subordinate: an order, not a warning."""
    addressed = [a for w in trigger.addressees for a in mentions.actors.who(w)]
    if not addressed:
        return trigger.word.lemma != "tell"
    return all(a.country and any(a.country == i.country for i in issuers) for a in addressed)


def _tells_not_to(trigger: Trigger) -> bool:
    if trigger.clause.oblique("against"):
        return True
    return any(any(c.lower == "to" for c in w.children if c.dep == "aux") for w in trigger.clause.complements)


def _to_citizens(trigger: Trigger, content: Content) -> bool:
    addressed = {w.lemma for w in trigger.addressees}
    plural_people = any(w.tag == "NNPS" for w in trigger.addressees)
    return (bool(addressed & lexicon("content", "citizens")) or plural_people) and (
        trigger.word.lemma == "advise" or any(w.lemma in lexicon("content", "travel") for w in content.words)
    )


def _kind_of_speech(
    mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]
) -> WarningKind | None:
    """The kind of a plain statement: harm announced, an obligation of somebody else, or a danger."""
    if not content.words:
        return None
    if _is_harm(mentions, trigger, content, issuers):
        return WarningKind.THREAT
    if trigger.attribution is None:
        return None
    if _obliged(mentions, content, issuers) or _holds_out(mentions, content, issuers) or _is_order(trigger, content):
        return WarningKind.DEMAND
    return WarningKind.CAUTION if _is_danger(trigger, content) else None


def _is_order(trigger: Trigger, content: Content) -> bool:
    """A quoted imperative that bids somebody stop: "Leave our waters," the admiral said."""
    head = content.head
    if head is None or head.tag != "VB" or trigger.attribution is None or trigger.attribution.kind == "indirect":
        return False
    bare = not any(c.dep in {"nsubj", "aux", "nsubjpass"} and c.lower not in {"do"} for c in head.children)
    return bare and (head.lemma in lexicon("content", "desist") or is_negated(head))


def _holds_out(mentions: Mentions, content: Content, issuers: Sequence[Actor]) -> bool:
    """A precondition: the issuer will not do something until, unless or before the other side moves."""
    for word in content.words:
        if word.is_verb and is_negated(word) and _future(word) and _by_issuer(mentions, word, issuers):
            bounds = {"until", "unless", "before"}
            if any(c.dep == "advcl" and any(m.lower in bounds for m in c.children) for c in word.children):
                return True
    return False


def _is_danger(trigger: Trigger, content: Content) -> bool:
    """Danger as what is stated: "there is a danger of", "would be a disaster", "it could undermine"."""
    danger = lexicon("content", "strong_danger")
    direct = trigger.attribution is not None and trigger.attribution.kind != "indirect"
    if _holds_phrase(content, "caution_phrases"):
        return True
    for word in content.words:
        if word.lemma not in danger:
            continue
        if word.is_verb and _future(word):
            return True
        if _is_predicate(word) and not (direct and _is_past(word)):
            return True
    return False


def _is_past(word: Word) -> bool:
    """Whether the verb over a word is in the past tense: in direct speech that tells, and does not warn."""
    verb = next((up for up in word.ancestors() if up.is_verb), word)
    return verb.tag == "VBD" and not auxiliaries(verb)


def _is_predicate(word: Word) -> bool:
    """Whether a word is what something is said to be, cause or become: "a recipe for disaster", "as a danger"."""
    for _ in range(4):
        head = word.head
        if head is word:
            return False
        if word.dep in {"attr", "acomp", "oprd", "ccomp"} and head.is_verb:
            return not is_negated(head)
        if head.is_verb:
            return word.dep == "dobj" and _future(head) and not is_negated(head)
        if head.lower == "as" and head.head.lemma in lexicon("content", "naming"):
            return True
        word = head
    return False


def _is_harm(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> bool:
    """Whether the issuer announces harm of its own, or that somebody will pay for it."""
    if _holds_phrase(content, "threat_phrases") and _speaks_ahead(content):
        return True
    if trigger.word.lemma in lexicon("verbs", "vow") and any(
        w.lemma in lexicon("content", "vowed_acts") for w in trigger.clause.objects
    ):
        return True
    if _is_conditioned(mentions, content, issuers) or _will_not(mentions, trigger, content, issuers):
        return True
    infinitive = trigger.lexical or trigger.word.lemma in {"vow", "pledge", "promise", "swear"}
    return any(
        _harms(mentions, trigger, word, issuers)
        for word in content.words
        if word.is_verb and _future(word, infinitive) and not is_negated(word)
    )


def _is_conditioned(mentions: Mentions, content: Content, issuers: Sequence[Actor]) -> bool:
    """A loss for somebody else unless it gives in: "Chile would lose its quota unless the boats went back"."""
    for word in content.words:
        if word.lower == "unless" and word.head.dep == "advcl":
            main = word.head.head
            return main.is_verb and _future(main) and not is_negated(main) and not _by_issuer(mentions, main, issuers)
        if word.lower in {"if", "should"} and word.head.dep == "advcl" and word.head.head.is_verb:
            main = word.head.head
            routine = main.lemma in lexicon("content", "benign") or main.lemma in {"be", "have", "do"}
            if _future(main) and not routine and _by_issuer(mentions, main, issuers):
                return not _by_issuer(mentions, word.head, issuers)
    return False


def _will_not(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> bool:
    """Forbearance that ends: "we will not tolerate", "would not hesitate to"."""
    return any(
        word.lemma in lexicon("content", "forbear")
        and is_negated(word)
        and _future(word)
        and _is_own_act(mentions, trigger, word, issuers)
        for word in content.words
        if word.is_verb
    )


def _harms(mentions: Mentions, trigger: Trigger, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether a coming act is harm: "Y will pay for it", "will shoot", "will launch an attack", "will be shot down"."""
    if verb.lemma in lexicon("content", "suffer") and _has(verb, lexicon("content", "outcome")):
        return True
    if verb.lemma == "pay" and any(c.lower == "for" for c in verb.children) and not _objects(verb):
        return True
    if any(c.lemma in lexicon("content", "outcome_sure") for c in verb.children if c.is_noun):
        return True
    if is_passive(verb) and not clause(verb).subjects:
        return verb.lemma in lexicon("content", "harm_done")
    hostile = any(c.lemma in lexicon("content", "hostile_acts") for c in _objects(verb))
    hostile = hostile and verb.lemma not in lexicon("content", "peaceful")
    if verb.lemma in {"respond", "react", "answer"} and not any(c.dep in {"prep", "dobj"} for c in verb.children):
        return False
    if not hostile and verb.lemma not in lexicon("content", "harm"):
        return False
    return _is_own_act(mentions, trigger, verb, issuers)


def _is_own_act(mentions: Mentions, trigger: Trigger, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether the issuer is to do it: the infinitive of the trigger, or a clause with the issuer's subject."""
    return (verb.head is trigger.word and verb.dep == "xcomp") or _by_issuer(mentions, verb, issuers)


def _holds_phrase(content: Content, name: str) -> bool:
    """Whether one of the fixed phrases of a list stands in the content, as whole words."""
    said = f" {' '.join(w.lower for w in content.words)} "
    return any(f" {phrase.strip()} " in said for phrase in lexicon("content", name))


def _speaks_ahead(content: Content) -> bool:
    return any(w.is_verb and _future(w, infinitive=True) for w in content.words)


def _objects(verb: Word) -> list[Word]:
    return [c for c in verb.children if c.dep == "dobj"]


def _has(verb: Word, lemmas: frozenset[str]) -> bool:
    args = clause(verb)
    return any(w.lemma in lemmas for w in (*args.objects, *args.oblique()))


def _future(verb: Word, infinitive: bool = False) -> bool:
    """Whether it is still to come: a modal, or (of "vow", "threaten") an infinitive."""
    helpers = {h.lower for h in auxiliaries(verb)}
    if helpers & _FUTURE or (infinitive and "to" in helpers):
        return True
    if "to" in helpers and verb.head.lower in lexicon("content", "poised"):
        return True
    if verb.dep == "xcomp" and verb.head.lemma in {"have", "force", "oblige", "go"}:
        return _future(verb.head, infinitive)
    return verb.dep == "conj" and verb.head.is_verb and verb.tag == "VB" and _future(verb.head, infinitive)


def _by_issuer(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether a verb's subject is the issuer, its state, or left out."""
    subjects = clause(verb).subjects
    if not subjects:
        return not is_passive(verb)
    for word in subjects:
        if word.lower in {"we", "i"}:
            return True
        for actor in mentions.actors.who(word):
            if any(actor == i or (actor.country and actor.country == i.country) for i in issuers):
                return True
    return False


def _obliged(mentions: Mentions, content: Content, issuers: Sequence[Actor]) -> bool:
    """Whether somebody other than the issuer must do or stop something."""
    for word in content.words:
        if not word.is_verb or not (word is content.head or word.dep in {"conj", "ccomp", "ROOT", "parataxis"}):
            continue
        helpers = {h.lower for h in auxiliaries(word)}
        if not helpers & lexicon("content", "obligation") or word.lemma in lexicon("content", "benign"):
            continue
        args = clause(word)
        bearers = args.subjects or args.objects
        actors = [a for w in bearers for a in mentions.actors.who(w)]
        if any(w.lower in {"we", "i", "you"} for w in bearers) or (actors and all(a in issuers for a in actors)):
            continue
        if "must" in helpers or is_negated(word):
            return True
    return False


def target_of(
    mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor], kind: WarningKind
) -> tuple[Actor, ...]:
    """Whom the warning addresses; else who would have to act, or suffer, by its words."""
    addressed = _actors(mentions, trigger.addressees, issuers)
    if addressed:
        return addressed
    if is_aside(trigger.word):
        return _actors(mentions, [w for w in content.words if w.is_noun], issuers)
    preferred, others = [], []
    for word in content.words:
        if not word.is_noun:
            continue
        if word.dep in {"nsubj", "nsubjpass", "poss"} or (kind is WarningKind.THREAT and word.dep in {"dobj", "pobj"}):
            preferred.append(word)
        else:
            others.append(word)
    return _actors(mentions, preferred, issuers)[:1] or _actors(mentions, others, issuers)[:1]


def _actors(mentions: Mentions, words: Sequence[Word], issuers: Sequence[Actor]) -> tuple[Actor, ...]:
    found: list[Actor] = []
    for word in words:
        for actor in mentions.actors.who(word):
            own = any(actor == i or (actor.kind is ActorKind.STATE and actor.country == i.country) for i in issuers)
            if not own and actor not in found:
                found.append(actor)
    return tuple(found)


def condition_of(mentions: Mentions, content: Content) -> str | None:
    """The words of "if …", "unless …", "until …" in the content, or None."""
    for word in content.words:
        if word.lower in {"if", "unless", "until", "should"} and word.dep in {"mark", "advmod", "prep"}:
            head = word.head if word.dep != "prep" else word
            _, last = phrase(head)
            return mentions.article.text[word.start : max(last.end, word.end)]
    return None


def deadline_of(mentions: Mentions, content: Content) -> EventDate | None:
    """The date by or within which the target is to act, or None."""
    if not content.words:
        return None
    first, last = content.words[0], content.words[-1]
    for mention in mentions.dates_in(first.start, last.end):
        word = first.sentence.word_at(mention.start)
        before = first.sentence.words[word.i - 1].lower if word is not None and word.i > 0 else ""
        inside = mention.text.split()[0].lower() if mention.text.split() else ""
        if mention.when is not None and {before, inside} & {"by", "within", "until", "before", "in"}:
            return mention.when
    return None
