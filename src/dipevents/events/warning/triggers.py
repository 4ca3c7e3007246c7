"""Where a warning is voiced: the trigger word, its class, who issues it and whom it addresses.

X warned / urged Y to …, Y was warned by X     a verb of warning, its object or phrase the addressee
X demanded / sought an apology from Y          a verb of wanting, its object the content
X expects Y to leave                           a verb of wishing, the subject of the wish the addressee
X gave Y ten days to …                         an ultimatum
X is alarmed at …; the dam alarmed X           a state of concern, told of X or by its cause
the report urges …                             a document, for its author
X said …, vowed …                              plain speech, weighed by `speech`
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.warning.announced import announced
from dipevents.events.warning.astray import hung_subjects, lost_subjects, main_subjects, told_by
from dipevents.events.warning.complete import is_complete
from dipevents.events.warning.dangers import leaves_open
from dipevents.events.warning.duty import ends_jointly
from dipevents.events.warning.issuers import (
    actors_of,
    at_home,
    is_known,
    is_told_by_own,
    reporters_above,
    sources_of,
    speaker_of,
)
from dipevents.events.warning.lexicon import is_of, kinds, lexicon
from dipevents.events.warning.protests import protesters
from dipevents.events.warning.tasks import (
    TIMES,
    borne,
    called,
    called_for,
    called_too,
    deadline_task,
    is_infinitive,
    wanted,
    wanted_from,
    wanted_so,
)
from dipevents.events.warning.verbs import class_of, is_no_speech
from dipevents.mentions.attributions import Attribution
from dipevents.mentions.timing import is_day
from dipevents.models.actor import Actor, ActorKind
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import Clause, auxiliaries, clause, fillers, is_negated
from dipevents.reading.grammar import is_to
from dipevents.reading.sentence import Sentence, Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.mentions import Mentions

__all__ = [
    "Trigger",
    "find_told",
    "find_verbs",
    "opening_verbs",
]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that voices a warning.

    Attributes:
        word: The verb, noun or adjective; for plain speech its cue ("said").
        kind: The class of the word, or None for plain speech, whose content decides.
        issuers: Who voices it.
        addressed: Heads of whom it addresses, where the word itself warns.
        attribution: The attribution that the word is the cue of, or None.
        about: Heads of what it is about, where the arguments alone do not tell.
        lexical: Whether the word itself warns.
        retracted: Whether the warning is taken back.
        sentence: The sentence that states the warning; not the word's where a quotation runs through several.
    """

    word: Word
    kind: WarningKind | None
    issuers: tuple[Actor, ...]
    addressed: tuple[Word, ...] = ()
    attribution: Attribution | None = None
    about: tuple[Word, ...] = ()
    lexical: bool = True
    retracted: bool = False
    sentence: Sentence = field(kw_only=True)

    @property
    def clause(self) -> Clause:
        """The arguments of the word."""
        return clause(self.word)

    @property
    def addressees(self) -> tuple[Word, ...]:
        """To whom, where that is said; of plain speech, which mostly is no warning, only found when it is asked for."""
        if self.lexical or self.attribution is None:
            return self.addressed
        return self.clause.recipients or self.clause.oblique("to") or self.addressed


@cache
def opening_verbs() -> frozenset[str]:
    """The lemmas of the verbs that may voice a warning, whatever they are a cue of."""
    verbs = (verb.split()[0] for verb in kinds("verbs"))
    return lexicon("verbs", "announce", "experience", "vow", "hint", "answer").union(
        verbs,
        lexicon("asked", "airing", "granting", "raising", "tying", "voting", "weighing", "withholding"),
        ("exclude", "give", "make", "put", "reserve", "rule", "set"),
    )


def find_verbs(mentions: Mentions, verb: Word, attribution: Attribution | None) -> Iterator[Trigger]:
    """The triggers that a verb is."""
    kind, phrasal = class_of(verb)
    if kind is not None and not is_no_speech(verb):
        args, staged = _arguments(verb), bool(protesters(verb))
        if (
            phrasal is not None
            and not staged
            and not is_complete(mentions, verb, phrasal, args)
            and verb.lemma in kinds("verbs")
            and is_infinitive(args)
        ):
            kind, phrasal = kinds("verbs")[verb.lemma], None  # "pressed Paris FOR MONTHS to scrap the sale"
        if (staged or is_complete(mentions, verb, phrasal, args)) and _is_voiced(mentions, verb, args, attribution):
            addressees, about = _addressed(mentions, verb, phrasal, args)
            credited = None if args.subjects and _is_astray(verb) else attribution
            issuers = speaker_of(mentions, args.subjects, credited) or sources_of(mentions, args)
            if kind is WarningKind.DEMAND and (tellers := told_by(args)):
                issuers = speaker_of(mentions, tellers) or issuers
            written = any(w.lemma in lexicon("frames", "documents") for w in args.subjects)
            # "admitted that the rebels were close BUT URGED people to stay"
            but = verb.dep == "conj" and any(c.lower == "but" for c in verb.head.children if c.dep == "cc")
            blamed = _is_blamed(mentions, verb, issuers, addressees)
            but = but or is_told_by_own(mentions, verb, issuers)
            if written or but or blamed or not any(a.country or is_known(mentions, a) for a in issuers):
                issuers = reporters_above(mentions, verb) or issuers
            bodily = kind is WarningKind.THREAT and not is_infinitive(args) and bool(args.subjects)
            # "the DIRECTIVE threatens to cut exports"
            own = [c for c in verb.children if c.dep == "nsubj"]
            feared = kind is WarningKind.THREAT and bool(own) and all(map(_is_thing, own))
            # not "mines THREATEN the patrols", "threatens the treaty"
            if _is_threatened(mentions, args) if bodily else not feared:
                yield Trigger(verb, kind, issuers, addressees, attribution, about, sentence=verb.sentence)
                for whom, too in called_too(verb):
                    yield Trigger(verb, kind, issuers, (whom,), attribution, (too,), sentence=verb.sentence)
                return
    elif is_of(verb, "granting") and (task := deadline_task(verb)) is not None and _is_set(verb, task):
        args = clause(verb)
        addressees = args.recipients or tuple(w for w in args.objects if w.lemma not in TIMES)[:1]
        issuers = reporters_above(mentions, verb) or speaker_of(mentions, args.subjects, attribution)
        said = mentions.said_at(verb) if args.passive and not args.subjects else ()
        issuers = issuers or next((a.speakers for a in said), ())  # "the men WERE GIVEN a day, the ministry said"
        yield Trigger(verb, WarningKind.DEMAND, issuers, addressees, about=(task,), sentence=verb.sentence)
        return
    elif acts := announced(verb):
        issuers = speaker_of(mentions, _arguments(verb).subjects)
        yield Trigger(verb, None, issuers, about=acts, lexical=False, sentence=verb.sentence)
        return
    elif attribution is None and leaves_open(verb) and verb.lemma != "be":
        yield from _left_open(mentions, verb)
        return
    yield from _speech(mentions, verb, attribution)


def _is_thing(noun: Word) -> bool:
    return noun.pos == "NOUN" and noun.lemma in lexicon("frames", "things")


def _is_blamed(mentions: Mentions, verb: Word, issuers: Sequence[Actor], addressees: Sequence[Word]) -> bool:
    """Whether who seems to demand is a state that the speaker complains of: "said CHAD HAD LIED and demanded …".

    No state urges itself ("said Chad lied and urged N'DJAMENA to stop"), and a past goes on with no "had".
    """
    states = {a.country for a in issuers if a.kind is ActorKind.STATE}
    if not states or verb.dep != "conj":
        return False
    had = verb.tag == "VBD" and any(c.lower == "had" and c.dep == "aux" for c in verb.head.children)
    accused = verb.head.dep == "ccomp" and verb.head.head.lemma in lexicon("frames", "accusing")
    had = had or (verb.tag == "VBD" and accused)  # "CHARGED that Chad was lying and CALLED on its men to go"
    return had or bool(states & {mentions.actors.country_of(w) for w in addressees})


def _averted(mentions: Mentions, verb: Word) -> Iterator[Trigger]:
    """The trigger of what one threatens with: "averted THREATENED Chadian TARIFFS", not "a threatened SPECIES"."""
    noun = verb.head
    if noun.lemma in lexicon("content", "announced", "open_force", "outcome") or is_of(noun, "fallen"):
        whom = clause(noun).oblique("against", "on")
        if issuers := speaker_of(mentions, clause(noun).subjects):
            yield Trigger(verb, WarningKind.THREAT, issuers, whom, about=(noun,), sentence=verb.sentence)


def _is_set(verb: Word, task: Word) -> bool:
    """Whether a time that is granted is an ultimatum: "ALLOWED them a day to DISARM"; not "a day to look", "ITSELF"."""
    own = any(c.lower in lexicon("asked", "selves") for c in verb.children)
    strict = verb.lemma in {"give", "set"}
    return not own and (strict or task.lemma in lexicon("content", "desist") or ends_jointly(task))


def _left_open(mentions: Mentions, verb: Word) -> Iterator[Trigger]:
    """The trigger of force that somebody does not rule out, unless it is another's: "an attack BY LIMA"."""
    args = clause(verb)
    about = args.objects or args.complements[:1]
    issuers = speaker_of(mentions, args.subjects)
    said = next((a.speakers for a in mentions.said_at(verb)), ())
    if any(at_home(a, i) for a in said for i in issuers):
        issuers = said  # "RUIZ said that LIMA would not rule out force"
    homes = {i.country for i in issuers}
    near = [c for w in args.objects for c in w.children if c.dep in {"agent", "amod", "compound", "poss", "prep"}]
    doers = fillers(c for c in near if c.lower == "by")  # "a boycott BY our own team"
    anothers = any(mentions.actors.country_of(w) not in homes - {None} for w in doers)
    if not anothers and all(mentions.actors.country_of(c) in {None, *homes} for c in near):
        told = next(iter(mentions.said_at(about[0])), None)
        yield Trigger(verb, None, issuers, (), told, about, lexical=False, sentence=verb.sentence)


def find_told(mentions: Mentions, word: Word, attribution: Attribution) -> Iterator[Trigger]:
    """Plain speech whose cue is no verb: "ACCORDING TO Oslo, …", "Oslo: …"."""
    before = word.sentence.words[: word.i] if word.text == ":" else ()
    # "Oslo to LIMA: …", "Oslo had a message for LIMA: …"
    whom = tuple(
        w
        for w in before
        if w.dep == "pobj"
        and (w.head.lower in {"for", "to"} or (w.head.lower == "of" and kinds("nouns").get(w.head.head.lemma)))
    )  # "one demand of LIMA: …"
    for sentence in _said_in(mentions, word, attribution):
        yield Trigger(word, None, attribution.speakers, whom, attribution, lexical=False, sentence=sentence)


def _is_threatened(mentions: Mentions, args: Clause) -> bool:
    """Whether a plain object is what one threatens with, or whom one threatens: "threatened SANCTIONS", "the MAYOR"."""
    acts = lexicon("content", "outcome", "hostile_acts", "called_for")
    written = any(w.lemma in lexicon("frames", "documents") for w in args.subjects)
    armed = any(w.lemma in lexicon("content", "forces") for w in args.subjects)
    armed = armed and (args.trigger.dep == "ccomp" or any(mentions.actors.country_of(w) for w in args.objects))
    if armed and not args.complements and not args.oblique("with"):
        return False  # "said Peruvian TROOPS threatened Chile"
    endangers = args.trigger.dep == "relcl" and args.trigger.tag in {"VBP", "VBZ"}
    if endangers and not args.complements and not args.oblique("with"):
        return any(w.lemma in acts for w in args.objects)  # "the militias, which THREATEN our allies"
    if not written and not actors_of(mentions, args.subjects):
        return any(w.lemma in acts for w in args.objects)
    plain = not args.objects or bool(args.complements or args.oblique("with"))
    if not plain and all(w.lemma in lexicon("content", "endangered") for w in args.objects):
        return False  # "threatens STABILITY in the region"
    definite = any(c.dep == "poss" or c.lower == "the" for w in args.objects for c in w.children)
    return plain or not definite or any(w.lemma in acts or mentions.actors.who(w) for w in args.objects)


def _is_astray(verb: Word) -> bool:
    """Whether a finite verb is hung on a bare infinitive: "said Oslo should STOP it and WARNED that"."""
    finite = verb.tag in {"VBD", "VBZ"} and not any(c.dep in {"nsubj", "nsubjpass", "aux"} for c in verb.children)
    return finite and verb.dep == "conj" and verb.head.tag == "VB" and bool(auxiliaries(verb.head))


def _arguments(verb: Word) -> Clause:
    """The arguments of a verb, with the subject of the report above where the parse hangs it into what is said."""
    args = clause(verb)
    if staged := protesters(verb):
        return args.replacing(subjects=staged)
    if hung := hung_subjects(verb):
        return args.replacing(subjects=hung)
    if main := main_subjects(verb):
        return args.replacing(subjects=main)
    if not args.subjects and not args.passive:
        return args.replacing(subjects=lost_subjects(verb))
    above = verb.head.head
    if _is_astray(verb) and verb.head.dep == "ccomp" and above.is_verb:
        return args.replacing(subjects=clause(above).subjects)
    return args


def _speech(mentions: Mentions, verb: Word, attribution: Attribution | None) -> Iterator[Trigger]:
    """Plain speech: every sentence that the words of an attribution run through, or a vow."""
    if verb.lemma == "threaten" and verb.dep == "amod":
        yield from _averted(mentions, verb)
    elif attribution is not None and verb.lemma == "know" and verb.head.lemma in {"let", "make"}:
        issuers = speaker_of(mentions, clause(verb.head).subjects)  # "LET it be KNOWN that"
        yield Trigger(verb.head, None, issuers, (), attribution, lexical=False, sentence=verb.sentence)
    elif attribution is not None:
        args = _arguments(verb)
        issuers = () if _is_astray(verb) and args.subjects else attribution.speakers
        if len(issuers) == 1 and issuers[0].country is None:
            issuers = actors_of(mentions, args.subjects) or issuers  # "the head OF PERU'S DELEGATION said"
        issuers = issuers or speaker_of(mentions, args.subjects) or sources_of(mentions, args)
        for sentence in _said_in(mentions, verb, attribution):
            yield Trigger(verb, None, issuers, (), attribution, lexical=False, sentence=sentence)
    elif verb.lemma in lexicon("verbs", "vow", "hint") or (
        verb.lemma in lexicon("verbs", "answer") and clause(verb).complements
    ):
        issuers = speaker_of(mentions, clause(verb).subjects)
        yield Trigger(verb, None, issuers, lexical=False, sentence=verb.sentence)
    elif verb.lemma == "reserve" and not is_negated(verb):
        acts = (c for w in (*clause(verb).objects, verb) for c in w.children if is_to(c))  # "the right TO STRIKE"
        hung = verb.tag == "VBG" and verb.dep == "conj" and verb.head.tag == "VB"  # "urging it to go and RESERVING"
        subjects = _arguments(verb.head.head).subjects if hung else clause(verb).subjects
        issuers = reporters_above(mentions, verb) or speaker_of(mentions, subjects)
        yield Trigger(verb, None, issuers, about=tuple(acts)[:1], lexical=False, sentence=verb.sentence)


def _said_in(mentions: Mentions, verb: Word, attribution: Attribution) -> list[Sentence]:
    """The sentence of the cue, and the others that the quoted words run through, in text order."""
    found = {verb.sentence.i: verb.sentence}
    for span in attribution.content:
        if verb.sentence.start <= span.start and span.end <= verb.sentence.end:
            continue
        near = range(max(0, verb.sentence.i - 12), min(len(mentions.sentences), verb.sentence.i + 13))
        found |= {i: s for i in near if (s := mentions.sentences[i]).start < span.end and span.start < s.end}
    return [found[i] for i in sorted(found)]


def _objects_or_bearers(verb: Word, args: Clause) -> tuple[Word, ...]:
    """Whom a verb has for its object, or else who is to act; nobody in "threatened ATTACKS to avenge him"."""
    acts = verb.lemma == "threaten" and any(w.lemma in lexicon("content", "vowed_acts") for w in args.objects)
    return () if acts else args.objects or borne(args)


def _addressed(
    mentions: Mentions, verb: Word, phrasal: str | None, args: Clause
) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Whom a verb of warning addresses, and what it is about where that is its object."""
    infinitive = is_infinitive(args)
    if phrasal in {"for", "against"}:
        asked = called(args) if phrasal == "for" and not is_infinitive(args) else ()
        asked = tuple(w for w in asked if w.i > verb.i) or asked  # "FOR UNIONS, it called for guarantees"
        task = called_for(verb) if phrasal == "for" and not args.complements else None
        if task is not None:
            bearers = tuple(w for w in clause(task).subjects if not _is_put(w))
            return args.oblique("on", "upon", "to") or bearers, (task,)
        bearers = tuple(w for w in borne(args) if not _is_put(w))
        given = (
            c
            for w in asked
            for c in w.children
            if c.lower == "by" or (c.lower == "from" and not is_of(w, "moving_out"))
        )
        doers = tuple(fillers(given))  # "for action BY OSLO"
        return args.oblique("on", "upon", "to") or bearers or args.objects or doers, asked[:1]
    if verb.lemma in {"order", "protest"} and not infinitive:
        topics = args.oblique("against", "over", "about", "at") if verb.lemma == "protest" else ()
        whom = args.oblique("to") if verb.lemma == "protest" else args.objects
        return whom, args.complements or args.objects or topics  # "ordered THE TROOPS out"
    if verb.lemma in lexicon("frames", "wishing") and (owing := wanted_from(args)):
        return owing, args.objects
    if wish := wanted(args) or wanted_so(verb):
        return (), wish
    if phrasal == "on" and verb.lemma == "insist":
        return borne(args), args.oblique("on")
    if phrasal is not None:
        if verb.lemma == "object":
            return (), args.oblique(phrasal)
        hung = (c for c in verb.children if c.dep == "advcl" and c.tag == "VB" and c.i > verb.i)
        particle = any(c.lower == phrasal and c.dep == "prt" for c in verb.children)  # "CALL ON rebels", as it is read
        told = args.oblique(phrasal) or (args.objects if particle else ())
        return told, () if args.complements else tuple(hung)[:1]
    topics = args.oblique("over", "on", "about") if verb.lemma in {"press", "push"} else ()
    topics = tuple(w for w in topics if not is_day(mentions, w))
    if topics and any(mentions.actors.who(w) for w in args.objects):
        return args.objects, topics[:1]
    if verb.lemma in lexicon("frames", "wanting") and not (infinitive and args.objects):
        talks = (c for w in args.objects if is_of(w, "meeting") for c in w.children if c.lower == "with")
        # "demand TALKS WITH OSLO"
        return args.oblique("from", "of") or borne(args) or tuple(fillers(talks)), args.objects
    if args.recipients or infinitive or args.complements:
        return args.recipients or _objects_or_bearers(verb, args), ()
    caution = kinds("verbs").get(verb.lemma) is WarningKind.CAUTION
    # "warned Lima, the AGENCY REPORTED": an object as it is read
    objects = tuple(w for w in args.objects if not any(c.dep == "acl" and c.lemma == "report" for c in w.children))
    addressed = tuple(w for w in objects if caution or mentions.actors.who(w))
    return addressed, tuple(w for w in objects if w not in addressed)


def _is_put(word: Word) -> bool:
    """Whether something is only to be put somewhere, by somebody else: "called for A FORCE to be sent"."""
    return word.dep == "nsubjpass" and word.head.lemma not in lexicon("content", "enforce")


def _is_voiced(mentions: Mentions, verb: Word, args: Clause, attribution: Attribution | None) -> bool:
    """Whether a fear is told by who has it ("we fear", "said he fears", a quotation, "Ana Ruiz fears"), or reckoned."""
    if verb.lemma not in lexicon("frames", "topical"):
        return True
    if args.passive and not args.subjects:
        return False  # "more victims are FEARED": by nobody
    # who "FEARED that" may have told nobody
    fretted = verb.lemma == "fret" and bool(args.complements or args.oblique("over", "about"))
    if (verb.dep == "ROOT" and verb.tag in {"VBZ", "VBP"}) or fretted:
        voices = set(ActorKind) if args.complements else {ActorKind.PERSON, ActorKind.ORGANIZATION}
        public = any(w.lemma in lexicon("frames", "public") for w in args.subjects) and bool(args.complements)
        if public or any(a.kind in voices for w in args.subjects for a in mentions.actors.at(w)):
            return True
    quoted = attribution is not None and attribution.kind != "indirect"
    return quoted or verb.dep in {"ccomp", "parataxis"} or any(w.lower in {"we", "i"} for w in args.subjects)
