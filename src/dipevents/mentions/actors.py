"""Who is meant by which word of an article: every named actor once, with all its mentions."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.mentions.descriptions import LED, beside, country_beside, describe, fronted, states_of
from dipevents.mentions.gazetteer import group, is_called
from dipevents.mentions.homes.countries import settle_countries, settle_owned
from dipevents.mentions.identity import Registry, stands_for_state
from dipevents.mentions.names import read_names
from dipevents.mentions.names.certainty import settle_kinds, settle_shared
from dipevents.mentions.names.no_names import is_byline
from dipevents.mentions.names.surnames import claim_surnames
from dipevents.mentions.names.unions import settle_unions
from dipevents.mentions.names.unlisted import claim_unlisted
from dipevents.mentions.places import read_place
from dipevents.mentions.references.coreference import resolve
from dipevents.mentions.words import is_role, lexicon
from dipevents.models.actor import Actor, ActorKind
from dipevents.models.evidence import Evidence
from dipevents.models.place import Place
from dipevents.models.record import trusted
from dipevents.reading.clauses import antecedent, phrase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dipevents.mentions.homes.homes import Homes
    from dipevents.mentions.identity import Entry
    from dipevents.reading.article import Article
    from dipevents.reading.sentence import Sentence, Word

__all__ = ["ActorTable", "read_actors"]

REACH = 30
"""Sentences before a nameless office in which the state of another one of that name is looked for."""
_STYLES = frozenset({"Prince", "Princess", "Sheik", "Sheikh"})
"""What somebody is called whatever the office."""
PLURALS = frozenset({"NNS", "NNPS"})
FIRST_PERSONS = frozenset({"i", "me", "my", "myself", "mine", "we", "us", "our", "ours", "ourselves"})


def _is_second_subject(name: Word, role: Word) -> bool:
    """Whether a name behind a comma is the subject that a role before it only describes."""
    if name.dep != "nsubj" or name.i <= role.i or name.pos != "PROPN":
        return False
    first, _ = phrase(name, skip=("appos", "relcl", "acl", "conj", "cc"))
    return first.i > 0 and first.sentence.words[first.i - 1].text == ","


class ActorTable:
    """Whom the words of an article mean.

    Attributes:
        actors: Every named actor, states included, in order of first mention.
        names: Their names.
    """

    def __init__(
        self,
        article: Article,
        registry: Registry,
        sentences: Sequence[Sentence],
        dateline: str | None,
        homes: Homes,
    ) -> None:
        self._article = article
        self._registry = registry
        self._sentences = sentences
        self._dateline = dateline
        self._homes = homes
        self._made: dict[Entry, Actor] = {}
        self._variants: dict[tuple[str, str], Actor] = {}
        bearers = [entry for entry in registry.entries if entry.titles]
        self._titles = {t.noun: n.words[-1] for e in bearers for n, t in e.titled() if not t.shared}
        self._spoken: dict[Word, tuple[Actor, ...]] = {}
        self._described: dict[Word, Actor | None] = {}
        self._seats = {e for e in registry.entries if e.mentions and e.country and stands_for_state(e)}
        for entry in [e for e in registry.entries if e in self._seats]:
            registry.state(entry.country or "").mentions |= entry.mentions
        named = [e for e in registry.entries if e.mentions]
        for entry in sorted(named, key=lambda e: min(e.mentions)):
            self._made[entry] = self._make(entry)
        self.actors: tuple[Actor, ...] = self._listed()
        self.names = frozenset(actor.name for actor in self.actors)

    def lists(self, actor: Actor) -> bool:
        """Whether somebody is one of `actors`."""
        return actor.name in self.names and actor in self.actors

    def at(self, word: Word) -> tuple[Actor, ...]:
        """The named actors that a word or the phrase that it heads stands for; none where that is not certain.

        A capital that stands for its government keeps its own name: "Pyongyang" is an actor of kind state. So does its
        seat ("the Kremlin", an organization). Among `actors` both are the state.
        """
        word = antecedent(word) or word
        spoken = self._spoken.get(word)
        if spoken is not None:
            return spoken
        name = self._registry.names.get(word)
        person = name is not None and name.kind == "adjective" and word in self._registry.links  # "the BRITON"
        if name is not None and not person:
            entry = self._registry.by_name.get(name)
            if entry is None or entry not in self._made or (name.kind == "adjective" and word.tag in PLURALS):
                return ()
            if name.kind == "capital" and name.country:
                return (self._capital(" ".join(name.text.split()), name.country),)
            return (self._made[entry],)
        linked = self._registry.links.get(word)
        if linked is None:
            other = self._beside(word)
            known = other is not None and (other in self._registry.names or self._beside(other) is None)
            return self.at(other) if other is not None and known else ()
        return tuple(self._made[e] for e in linked if e in self._made)

    def _beside(self, word: Word) -> Word | None:
        """The word that tells who a noun is: the title's name, the apposition's or copula's other end, a group's name.

        "PRESIDENT Bush", "its MINISTER, Leszek Borowy", "He, the first LEADER to …", "Kim is the first LEADER to …",
        "Colombian REBELS, the National Liberation Army", "the M23 REBELS", "the Tass news AGENCY", "Danish oil
        COMPANY Lemma".
        """
        named = self._titles.get(word)
        if named is not None:
            return named
        if is_role(word):
            if word.dep == "appos":
                return word.head
            if word.dep == "attr" and word.head.lemma == "be":
                return next((c for c in word.head.children if c.dep == "nsubj" and c.i < word.i), None)
            if word.dep == "nsubj":  # "The first LEADER to come since May, Kim laid a wreath"
                return next((c for c in word.head.children if _is_second_subject(c, word)), None)
            return None
        many = word.lemma in lexicon("groups") or word.lower in lexicon("groups")
        paper = word.lemma in lexicon("labelling")
        for child in word.children if many or paper else ():
            name = self._registry.names.get(child)
            if name is None or child.dep not in {"appos", "compound"}:
                continue
            called = child.dep == "appos" and word.tag == "NN" and name.kind == "organization"
            if (many and name.kind == "group") or (paper and (called or is_called(name.text, "news"))):
                return child
        return None

    def described(self, word: Word) -> Actor | None:
        """An actor without a name, made from the noun phrase of a word; None where its noun cannot act."""
        if word not in self._described:
            meant = antecedent(word) or word
            self._described[word] = self._describe(self._registry.unnamed.get(meant, meant))
        return self._described[word]

    def _describe(self, word: Word) -> Actor | None:
        found = describe(self._registry, word)
        if found is None:
            return None
        text, kind, start, end = found
        mention = Evidence.of(self._article.text, start, end)
        told = country_beside(self._registry, word) or fronted(self._registry, word)
        told = told or beside(self._registry, word)
        guess = (self._as_before(word) or self._of_dateline(word)) if told is None else None
        return trusted(
            Actor,
            name=text,
            kind=ActorKind(kind),
            country=told or guess,
            role=None,
            affiliation=None,
            former=False,
            partisan=False,
            country_guessed=guess is not None,
            aliases=(),
            mentions=(mention,),
        )

    def _as_before(self, word: Word) -> str | None:
        """The state whose "the ADMINISTRATION" is, where all that were told of before are of one state."""
        if word.lemma not in LED or word.tag != "NN" or [c.lower for c in word.children] != ["the"]:
            return None
        near = self._sentences[max(0, word.sentence.i - REACH) : word.sentence.i]
        before = (country_beside(self._registry, w) for s in near for w in s.words if w.lemma == word.lemma)
        states = set(filter(None, before))
        here = (self._registry.names.get(w) for w in word.sentence.words[: word.i])
        told = {name.country for name in here if name is not None and name.country}
        # "BRITISH officials said that the government has gone too far"
        return next(iter(states)) if len(states) == 1 and told <= states else None

    def _of_dateline(self, word: Word) -> str | None:
        """The state of the dateline of an office that no other state shares so far: "OSLO - The GOVERNMENT …".

        The pope is of the Holy See wherever he is told of; the Coptic one is not.
        """
        if word.lemma in {"pontiff", "pope"}:
            return "VAT" if all(c.dep != "amod" for c in word.children) else None
        if word.tag not in {"NN", "NNP"} or word.lemma not in lexicon("of_dateline"):
            return None
        if any(c.dep in {"poss", "prep"} or c.lower in {"a", "an"} for c in word.children):
            return None
        place, start = self._homes.written_at(word.start)
        if (topic := self._topic_before(word)) is not None or place is None:
            return topic
        if place in read_words("actors")["lacking"].get(word.lemma, ()):
            return None  # "WASHINGTON - … The MINISTRY protested"
        near = self._sentences[max(0, word.sentence.i - REACH) : word.sentence.i + 1]
        before = (
            w for s in near if s.start >= start for w in s.words if w.lemma == word.lemma and w.start < word.start
        )
        return None if any(country_beside(self._registry, w) not in {None, place} for w in before) else place

    def _topic_before(self, word: Word) -> str | None:
        """The state that is the subject of the sentence before: "CHAD protested. The GOVERNMENT said"."""
        before = self._sentences[word.sentence.i - 1] if word.sentence.i else word.sentence
        acts = word.dep == "nsubj" and before is not word.sentence
        if not acts or before.paragraph != word.sentence.paragraph:
            return None
        names = self._registry.names
        subjects = [w for w in before.words if w.dep == "nsubj" and w.head.dep == "ROOT"]
        told = [name for w in subjects if (name := names.get(w)) is not None]
        code = told[0].country if len(told) == 1 and told[0].kind in {"capital", "state"} else None
        code = code or next((c for w in subjects if (c := fronted(self._registry, w))), None)
        here = {name.country for w in word.sentence.words if (name := names.get(w))}
        return None if code in here else code  # "CHAD protested. In a note to N'DJAMENA, the ministry said"

    def who(self, word: Word) -> tuple[Actor, ...]:
        """The named actors of a word, else the one that its phrase describes, else none."""
        found = self.at(word)
        if found:
            return found
        described = self.described(word)
        return (described,) if described else ()

    def states_of(self, word: Word) -> tuple[str, ...]:
        """The states whose people a noun names together: "US AND PERUVIAN officials"; none where it is not several."""
        return states_of(self._registry, antecedent(word) or word)

    def country_of(self, word: Word) -> str | None:
        """The state that a word or its phrase stands for or belongs to."""
        named = self.at(word)
        if named:
            return next((actor.country for actor in named if actor.country), None)
        name = self._registry.names.get(word)
        if name is not None and name.kind != "person":
            return name.country
        word = antecedent(word) or word
        return country_beside(self._registry, self._registry.unnamed.get(word, word))

    def place_at(self, word: Word) -> Place | None:
        """The place that a word names or stands for ("the Polish capital", "there", "here"), with its state."""
        if word.lower == "here" and (state := self._homes.written_at(word.start)[0] or self._dateline):
            here = Evidence.of(self._article.text, word.start, word.end)
            return Place(name=word.text, country=state, evidence=here)
        return read_place(self._registry, antecedent(word) or word, self._article.text)

    def release(self) -> None:
        """Lets go of the words of all sentences: nothing can be asked of them afterwards."""
        for sentence in self._sentences:
            sentence.release()

    def resolve_first_person(self, spans: Sequence[tuple[int, int, tuple[Actor, ...]]]) -> None:
        """Lets "I" and "we" within quotations mean their speakers; of nested spans the one that begins last counts."""
        entries = {id(actor): entry for entry, actor in self._made.items()}
        ordered = sorted((s for s in spans if s[2]), key=lambda s: (s[0], s[1]))
        starts = [start for start, _, _ in ordered]
        changed: set[Entry] = set()
        for sentence in self._sentences if ordered else ():
            for word in [w for w in sentence.words_among(FIRST_PERSONS) if w.lower in FIRST_PERSONS and w.text != "US"]:
                i = bisect_right(starts, word.start) - 1
                if i >= 0 and word.end <= ordered[i][1]:
                    self._spoken[word] = ordered[i][2]
                    for actor in ordered[i][2]:
                        if id(actor) in entries:
                            entries[id(actor)].mentions[word.start, word.end] = None
                            changed.add(entries[id(actor)])
        for entry in changed:
            self._made[entry] = self._make(entry)
        self.actors = self._listed()

    def _listed(self) -> tuple[Actor, ...]:
        """The actors but for seats of government, which count as their states."""
        return tuple([actor for entry, actor in self._made.items() if entry not in self._seats])

    def _capital(self, text: str, country: str) -> Actor:
        found = self._variants.get((text, country))
        if found is None:
            mentions = self._mentions(self._registry.state(country))
            found = Actor(name=text, kind=ActorKind.STATE, country=country, mentions=mentions)
            self._variants[text, country] = found
        return found

    def _mentions(self, entry: Entry) -> tuple[Evidence, ...]:
        text = self._article.text
        return tuple([Evidence.of(text, start, end) for start, end in sorted(entry.mentions)])

    def _affiliation(self, entry: Entry) -> str | None:
        """The body that an article ties a person to, by its title or by "of"."""
        beside = [n for t in entry.titles for n in (*t.belonging, *t.placing)] + entry.affiliations
        return next((n.text for n in beside if n.kind in {"organization", "igo", "group", "seat"}), None)

    def _is_partisan(self, entry: Entry, role: str | None, affiliation: str | None) -> bool:
        """Whether the article ties a person to a party: by its name, or by a role such as "opposition leader"."""
        if entry.kind != "person" or not (entry.titles or entry.affiliations):
            return False
        beside = [n for t in entry.titles for n in (*t.belonging, *t.placing)] + entry.affiliations
        known = [g for n in beside if (g := group(n.text)) is not None]
        words = f"{role or ''} {affiliation or ''}".lower().split()
        return any(g.category == "party" for g in known) or not lexicon("partisan").isdisjoint(words)

    def _make(self, entry: Entry) -> Actor:
        # "his COLLEAGUE Ana Ruiz, the trade minister", "SHEIKH Omar Zubq, the trade minister"
        telling = (t for t in entry.titles if t.office != "colleague" and t.role not in _STYLES)
        title = next(telling, entry.titles[0]) if entry.titles else None
        role = title.role if title else None
        affiliation = self._affiliation(entry)
        return trusted(
            Actor,
            name=entry.name,
            kind=ActorKind(entry.kind),
            country=entry.country,
            role=role,
            affiliation=affiliation,
            former=title.former if title else False,
            partisan=self._is_partisan(entry, role, affiliation),
            country_guessed=entry.guessed and entry.country is not None,
            aliases=tuple(s for s in entry.surfaces if s != entry.name),
            mentions=self._mentions(entry),
        )


def read_actors(article: Article, sentences: Sequence[Sentence], published: date | None) -> ActorTable:
    """Reads who acts in an article; sentences without words are passed over."""
    registry = Registry(published.year if published else None)
    named = [[] if is_byline(sentence) else read_names(sentence, registry.year) for sentence in sentences]
    known = [name for names in named for name in names]
    settle_kinds(known)
    settle_shared(known)
    settle_unions(known)
    claim_surnames(sentences, named)
    claim_unlisted(sentences, named)
    for names in named:
        registry.add(names)
    dateline, homes = settle_countries(registry, article)
    resolve(registry, article, sentences)
    settle_owned(registry, homes)
    return ActorTable(article, registry, sentences, dateline, homes)
