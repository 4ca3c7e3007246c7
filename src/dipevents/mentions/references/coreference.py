"""Whom pronouns mean: "he", "she", "it", "they", "his"; what cannot be told stays untold.

Kim said he would visit              the subject above
Kim told him                         never the subject of the same verb
"He must go," Kim said               never the speaker
After he landed, Kim …               the main subject, where a clause stands before it
An official said … he added          somebody unnamed, then
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.identity import Entry
from dipevents.mentions.references.below import others_below
from dipevents.mentions.references.causes import WARNING, is_announced, is_answered, is_bygone, is_taxed, judging_of
from dipevents.mentions.references.discourse import (
    SUBJECTS,
    Discourse,
    Mention,
    argument_of,
    is_aside,
    is_subject,
    is_turn,
)
from dipevents.mentions.references.fighters import fighters
from dipevents.mentions.references.holders import AGED, by_trait, countryman, with_trait
from dipevents.mentions.references.plurals import NUMBERS, group_of, several
from dipevents.mentions.references.qualities import unnamed_sort
from dipevents.mentions.references.references import refer, referring, told_before
from dipevents.mentions.shared_titles import BEFORE, told_by_noun
from dipevents.mentions.words import lexicon
from dipevents.reading.clauses import surface_subjects

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dipevents.mentions.identity import Registry
    from dipevents.mentions.title import Title
    from dipevents.mentions.words import Name
    from dipevents.reading.article import Article
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["resolve"]

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS = HE | SHE | IT | THEY
_FOR = frozenset({"for", "of"})
TERMS = frozenset({"if", "unless", "until"})
"""What opens the terms of a warning."""
BLAMED, BYGONE = 7.0, 3.0
"""What speaks for the one who is blamed, and against the one of whom only the past tells."""
REACH = 3
"""Sentences that a pronoun looks back."""


def resolve(registry: Registry, article: Article, sentences: Sequence[Sentence]) -> None:
    """Links the pronouns and role nouns of an article to its actors."""
    discourse = Discourse(article)
    names, nouns = registry.names, referring()
    telling = AGED | lexicon("callings")
    meaning = nouns | PRONOUNS | telling
    bearers = [entry for entry in registry.entries if entry.titles]
    titled = [(entry, name, title) for entry in bearers for name, title in entry.titled()]
    titles = {_head(title): name for _, name, title in titled if not title.shared}
    shared = told_by_noun(titled)
    registry.links.update(shared)
    roles = {name: noun for noun, name in titles.items()}
    for sentence in sentences:
        discourse.enter(sentence)
        for word in [w for w in sentence.words if w in names or w.lower in meaning or w.lemma in meaning]:
            name = names.get(word)
            if name is not None and (name.kind != "adjective" or word.dep in {"amod", "compound"}):
                _name(registry, discourse, name, word, roles.get(name))
            elif name is not None and (found := countryman(discourse, word, name.country)):
                registry.link(word, found, word.start, word.end)
                discourse.add(found[0], word)
            elif word.lower in PRONOUNS:
                _pronoun(registry, discourse, word)
            elif word in titles or word in shared or (word.dep == "conj" and word.head in titles):
                continue
            elif (
                word.pos in {"NOUN", "PROPN", "NUM"} or word.lower == "both" or name is not None
            ) and not nouns.isdisjoint((word.lower, word.lemma)):
                _noun(registry, discourse, word)
            elif (noun := with_trait(registry, word)) is not None:
                _trait(registry, discourse, noun)
            elif unnamed_sort(word) is not None or (name is not None and word.tag == "NNPS"):
                discourse.add(word, word)  # "A SPOKESMAN said he", "the SERBS said they"


def _name(registry: Registry, discourse: Discourse, name: Name, word: Word, role: Word | None) -> None:
    entry = registry.by_name.get(name)
    told = entry is not None and bool(entry.mentions)  # "GNP" is no party where no Korea is
    if entry is not None and told and word is name.head and not (is_aside(entry, word) or is_turn(name)):
        discourse.add(entry, _place(word, role))


def _trait(registry: Registry, discourse: Discourse, noun: Word) -> None:
    """Links "the 71-year-old" and the like."""
    found = by_trait(discourse, noun)
    if found and noun not in registry.links:
        registry.link(noun, found, noun.start, noun.end)
        discourse.add(found[0], noun)


def _head(title: Title) -> Word:
    """The noun that a title hangs on: "EDITOR-in-chief", for the grammar "chief" is beside it."""
    words, at = title.noun.sentence.words, title.noun.i
    chief = at > 3 and words[at - 2].lower == "in" and words[at - 1].text == words[at - 3].text == "-"
    return words[at - 4] if chief else title.noun


def _place(name: Word, role: Word | None) -> Word:
    """The word by whose grammar a name is judged: "the MINISTER, Jan Kowal", "the HEAD of the court, Jan Kowal"."""
    if is_subject(name):
        return name
    if name.dep == "appos" and name.head.is_noun and is_subject(name.head):
        return name.head
    return role if role is not None and role.sentence is name.sentence and is_subject(role) else name


def _noun(registry: Registry, discourse: Discourse, word: Word) -> None:
    plural = word.tag in {"NNS", "NNPS"} or word.lower in NUMBERS
    found = fighters(registry, discourse, word) or (several if plural else refer)(registry, discourse, word)
    if found:
        registry.link(word, found, word.start, word.end)
        for entry in found:
            discourse.add(entry, word)
    elif unnamed_sort(word) is not None and not any(c.dep == "appos" and c in registry.names for c in word.children):
        told = told_before(discourse, word)
        if told is not None:
            registry.unnamed[word] = told
        discourse.add(told or word, word)


def _pronoun(registry: Registry, discourse: Discourse, word: Word) -> None:
    low = word.lower
    if low in THEY:
        found: Sequence[Entry | Word] = group_of(registry, discourse, word)
    elif low in IT:
        found = _best(registry, discourse, word, _is_body) if _is_of_head(word) else ()
        found = found or (() if _is_dummy(word) else _best(registry, discourse, word, _is_thing))
    else:
        gender = "m" if low in HE else "f"
        found = _best(registry, discourse, word, lambda target: _is_person(target, gender))
    entries = [t for t in found if isinstance(t, Entry)]
    if entries:
        registry.link(word, entries, word.start, word.end)
    elif found and not isinstance(found[0], Entry):
        registry.unnamed[word] = found[0]
    for target in found:
        discourse.add(target, word)
        if isinstance(target, Entry) and target.kind == "person" and target.gender is None and len(found) == 1:
            target.leaning = "m" if low in HE else "f" if low in SHE else target.leaning


def _is_person(target: Entry | Word, gender: str) -> bool:
    if isinstance(target, Entry):
        return target.kind == "person" and (target.gender or target.leaning or gender) == gender
    if unnamed_sort(target) != "person":
        return False
    other = lexicon("female") if gender == "m" else lexicon("male")
    return target.lower not in other


def _is_thing(target: Entry | Word) -> bool:
    return target.kind != "person" if isinstance(target, Entry) else unnamed_sort(target) == "body"


def _is_of_head(its: Word) -> bool:
    """Whether a pronoun is of a body, as no state has such a head: "ITS DIRECTOR GENERAL, Ana Holt"."""
    behind = [w.lower for w in its.sentence.words[its.i + 1 : its.i + 6]] if its.dep == "poss" else []
    known = lexicon("of_bodies")
    return any(" ".join(behind[:n]).replace(" - ", "-") in known for n in range(1, len(behind) + 1))


def _is_body(target: Entry | Word) -> bool:
    """Whether it is a body, but no state and no seat of a government."""
    if isinstance(target, Entry):
        return target.kind in {"group", "igo", "organization"}
    return unnamed_sort(target) == "body"


def _is_dummy(word: Word) -> bool:
    """Whether "it" means nothing: "it is clear that", "it seems"."""
    verb = word.head
    if word.dep == "expl":
        return True
    if word.dep not in SUBJECTS:
        return False
    if verb.lemma in {"seem", "appear", "rain", "happen", "emerge", "remain"}:
        return True
    if any(c.dep == "acomp" and c.lower in lexicon("willing") for c in verb.children):
        return False  # "it was ready to sell"
    return verb.lemma == "be" and any(
        c.dep in {"ccomp", "xcomp", "advcl", "csubj"} and c.i > verb.i for c in _with_predicate(verb)
    )


def _with_predicate(verb: Word) -> list[Word]:
    return [*verb.children] + [g for c in verb.children if c.dep in {"acomp", "attr"} for g in c.children]


def _best(
    registry: Registry, discourse: Discourse, word: Word, fits: Callable[[Entry | Word], bool]
) -> Sequence[Entry | Word]:
    """The likeliest of those that fit, or none."""
    ahead = _cataphoric(registry, word)
    if ahead is not None and fits(ahead):
        return (ahead,)
    totals: dict[Entry | Word, float] = {}
    told = [mention for mention in discourse.back(word, REACH) if fits(mention.target)]
    barred = {mention.target for mention in told if _is_barred(mention, word)}  # also as the owner of something
    barred.update(others_below(registry, word))
    voice = discourse.voice_behind(word) if word.lower in HE | SHE else None
    if voice is not None and (speaker := registry.entry_of(voice)) is not None:
        barred.add(speaker)  # named in the sentence before, and just behind: "“HE must go,” Kim said"
    for mention in told:
        if mention.target in barred:
            continue
        value = discourse.score(mention, word) + (BLAMED if is_answered(mention.word, word) else _pull(mention, word))
        if discourse.times.get(mention.target) == 1 and is_bygone(mention.word, word, registry.year):
            value -= BYGONE
        totals[mention.target] = max(totals.get(mention.target, value), value)
    if not totals:
        return ()
    best = max(totals, key=lambda target: totals[target])
    return (best,) if totals[best] > -5.0 else ()


def _pull(mention: Mention, word: Word) -> float:
    """What grammar adds: the subject of the next clause above; the object of "congratulated X on HIS election".

    Also whose the noun is that a relative clause describes: "a speech by Kim, in which HE said …".
    """
    at = mention.word
    if at.sentence is not word.sentence:
        return 0.0
    if at.dep == "poss" and (pull := _as_owner(at, word)):
        return pull
    if _is_closed_aside(at, word):
        return -3.0
    if word.dep in SUBJECTS and (_is_of_gerund(at, word.head) or _is_kept(at, word.head)):
        return 5.0
    if (at.dep == "pobj" and at.head.lower in {"by", "from", "of"} and _describes(word, at)) or _tells_of(at, word):
        return 1.8
    assured = at.dep == "pobj" and at.head.lower in {"by", "from"} and _is_assured(word, at.head.head)
    if (
        assured or _is_spoken_for(at, word) or (word.dep == "poss" and at is _beside(word.head))
    ):  # "met KIM and HIS deputy"
        return 5.0
    if (at.dep in {"dobj", "dative"} and _is_terms(word, at.head)) or is_taxed(at, word):
        return 6.0
    if word.dep == "poss":
        prep = next((up for up in word.ancestors() if up.pos == "ADP"), None)
        judging = judging_of(prep) if prep is not None else None
        if judging is not None:
            judged = at.dep in {"dobj", "pobj"} and (at.head is judging or at.head.head is judging)
            return 4.0 if judged else 0.0
    for up in word.ancestors():
        subjects = [c for c in up.children if c.dep in SUBJECTS] if up.is_verb else []
        if subjects and subjects[0] is not word:
            return 1.2 if at is subjects[0] else 0.0
    return 0.0


def _as_owner(owner: Word, word: Word) -> float:
    """What speaks for the owner of a noun: "Kim's last stop on HIS trip", "Kim's first trip this year, HIS third"."""
    if word.dep == "poss" and owner.head is _beside(word.head):
        return 4.0
    return 5.0 if is_announced(owner, word) else 2.5 if word.is_under(owner.head) else 0.0


def _is_closed_aside(at: Word, word: Word) -> bool:
    """Whether an agent stands in an aside that is over: "the plan, first drafted by HORA, during HIS visit"."""
    verb = at.head.head if at.dep == "pobj" and at.head.dep == "agent" else None
    if verb is None or verb.tag != "VBN" or verb.dep not in {"acl", "advcl"}:
        return False
    words = verb.sentence.words
    opened = any(w.text == "," for w in words[max(0, verb.i - 2) : verb.i])
    return opened and any(w.text == "," for w in words[at.i + 1 : word.i])


def _is_of_gerund(at: Word, clause: Word) -> bool:
    """Whether a clause tells when a gerund's own subject acts: "the odds of HORA swaying them when HE visits"."""
    behind = at.sentence.words[at.i + 1 : at.i + 2]
    gerund = any(w.tag == "VBG" for w in behind)
    gerund = gerund and at.dep == "pobj" and at.head.lower == "of"
    return gerund and clause.dep == "advcl" and any(c.lower in {"when", "if", "once", "while"} for c in clause.children)


def _is_kept(at: Word, clause: Word) -> bool:
    """Whether a clause belongs to what somebody is kept from: "stop CHAD from using the arms that IT ordered"."""
    act = next((up for up in clause.ancestors() if up.dep == "pcomp" and up.head.lower == "from"), None)
    whom = at.head if at.dep in BEFORE else at  # "the CHAD government"
    return act is not None and whom.dep == "dobj" and whom.head is act.head.head


def _beside(noun: Word) -> Word | None:
    """What a noun, or the name that it is the title of, is coordinated with."""
    while noun.dep in BEFORE and noun.head.i > noun.i:
        noun = noun.head
    return noun.head if noun.dep == "conj" else None


def _is_spoken_for(at: Word, word: Word) -> bool:
    """Whether somebody is told of by who speaks for him: "a spokesman for KIM said he would come"."""
    speaker = at.head if at.dep == "poss" else at.head.head if at.dep == "pobj" and at.head.lower in _FOR else None
    if speaker is None or speaker.lemma not in lexicon("speakers") or speaker.dep != "nsubj":
        return False
    return speaker.head.is_verb and word.is_under(speaker.head)


def _is_terms(word: Word, speech: Word) -> bool:
    """Whether a pronoun is of the one who is told the terms: "Oslo warned LIMA that it would act unless IT paid".

    Also "warned LIMA of sanctions if IT moved", "threatened to attack LIMA unless IT paid".
    """
    verb = word.head
    if word.dep not in SUBJECTS or verb.dep != "advcl" or not any(c.lower in TERMS for c in verb.children):
        return False
    main = verb.head
    if main is speech and main.lemma in WARNING:
        return True
    if speech.dep == "xcomp" and speech.head.lemma == "threaten" and main in {speech, speech.head}:
        return word.dep == "nsubj"
    again = any(c.dep in SUBJECTS and c.lower == word.lower for c in main.children)
    return again and main.dep == "ccomp" and main.head is speech


def _tells_of(subject: Word, word: Word) -> bool:
    """Whether a pronoun tells whose the speaker behind is: "PERU would act if Chile attacked, ITS minister said"."""
    said, speaker = subject.head, word.head
    behind = word.dep == "poss" and speaker.dep == "nsubj" and said.dep == "ccomp" and said.head is speaker.head
    return behind and subject.dep in SUBJECTS and subject.i < word.i


def _describes(word: Word, owner: Word) -> bool:
    """Whether a word stands in a clause with "which" that describes the noun of an owner, or hangs on the owner."""
    clause = next((up for up in word.ancestors() if up.dep == "relcl"), None)
    if clause is None or clause.head not in {owner, owner.head.head}:
        return False
    return any(w.lower == "which" for w in word.sentence.words[owner.i : word.i])


def _is_assured(word: Word, noun: Word) -> bool:
    """Whether a noun is told by a clause whose subject is meant: "a pledge by KIM that HE would come"."""
    told = word.head if word.dep in SUBJECTS else word
    return told.dep in {"acl", "relcl"} and told.head is noun and any(c.dep == "mark" for c in told.children)


def _is_barred(mention: Mention, word: Word) -> bool:
    """Whether grammar keeps the two apart: arguments of one verb, or an owner within its own phrase."""
    at = mention.word
    if at.sentence is not word.sentence or word.lower.endswith("self"):
        return False
    if word.tag == "PRP$" or word.dep == "poss":
        return word.head is at or at.is_under(word.head)
    if word.head.dep == "parataxis" and at.dep in SUBJECTS and at.head is word.head.head:
        return True  # "The general, HE said, had fled"
    verb, other = argument_of(word), argument_of(at)
    if verb is None:
        return False
    # "Dudek met Hora and told HIM": the subject is shared, the object is somebody else
    return verb is other or (word.dep not in SUBJECTS and at in surface_subjects(verb))


def _cataphoric(registry: Registry, word: Word) -> Entry | None:
    """The named subject behind a fronted phrase or clause that holds the pronoun: "In his first speech, Kim …"."""
    for up in word.ancestors():
        if not up.is_verb:
            continue
        own = [c for c in up.children if c.dep in SUBJECTS]
        if not own:
            continue
        subject = own[0]
        if subject is word:
            return _above(registry, up, word)
        if subject.i < word.i:
            return None
        return registry.entry_of(subject)
    return None


def _above(registry: Registry, verb: Word, word: Word) -> Entry | None:
    """For "After HE landed, Kim …": the subject of the clause that a fronted one depends on."""
    where = verb.dep == "relcl" and any(c.lower == "where" for c in verb.children)  # "In Lima, WHERE HE was, Kim"
    main = next((up for up in verb.ancestors() if up.is_verb), verb) if where else verb.head
    if not (where or verb.dep == "advcl") or verb.i > main.i:
        return None
    subject = next((c for c in main.children if c.dep in SUBJECTS), None)
    return registry.entry_of(subject) if subject is not None and subject.i > word.i else None
