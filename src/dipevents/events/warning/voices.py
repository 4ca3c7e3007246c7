"""Who may warn, and whose warnings are no news: private people, crowds without a name, the police at home."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from dipevents.events.warning.business import is_in_business, is_of_state
from dipevents.events.warning.issuers import are_powers
from dipevents.events.warning.lexicon import lexicon, singular
from dipevents.mentions.gazetteer import find_names
from dipevents.mentions.words import is_capital
from dipevents.models.actor import ActorKind
from dipevents.models.warning import WarningKind
from dipevents.reading.grammar import auxiliaries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dipevents.events.warning.triggers import Trigger
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.models.warning import Warning

__all__ = ["can_warn", "is_policing"]

_SOMEBODY = frozenset({"boy", "girl", "man", "woman"})
"""Who is nobody in public life, in the singular: not "masked men"."""
_NAMED_OFFICE = re.compile(r"(?:[A-Z][\w.&'-]* )+of (?:[A-Z][\w.&'-]* )+(?=[A-Za-z]+$)")
"""The body before an office: "Bank of Israel GOVERNOR"."""
_AGED = re.compile(r", (?:aged )?\d\d,")
"""How people who are asked in the street are told of: "Olena KOVAL, 62, who fled"."""
_WORD_BEFORE, _LONGEST = re.compile(r"\w+$"), 80
_PRESS = frozenset({"daily", "newspaper", "radio", "television"})
_JUDGES = frozenset({"court", "prosecutor", "prosecutors", "tribunal"})
_AMID = re.compile(r" (?:at|for|from|in|of|on|to)\b")


def can_warn(mentions: Mentions, actor: Actor, trigger: Trigger) -> bool:
    """Whether somebody can be an issuer: a name, or somebody of a known state or in public life.

    Private people ("voters", "residents") issue none but when they band together against somebody, and the worries of
    a nameless group ("investors") are no news.
    """
    if is_in_business(mentions, actor) or _is_team(actor, trigger):
        return False
    if _is_banded(actor, trigger):
        return True
    office = _NAMED_OFFICE.sub("", actor.role or "")
    role = singular(_last_word(_AMID.split(office, maxsplit=1)[0]))  # "a RAPPORTEUR on native peoples"
    called = _described(trigger, actor)
    # "SWIMMER Ada Kos", all taken for the name
    glued = actor.name.lower().split()[0] if actor.kind is ActorKind.PERSON and actor.name.count(" ") > 1 else ""
    ranked = _is_ranked(actor)
    if not ranked and {role, called, glued} & lexicon("frames", "unofficial") and "of" not in actor.name.split():
        return False
    if role in lexicon("frames", "kin") and (actor.role or "").islower():
        return False  # "the boy's FATHER, Ole Dahl"
    if role in lexicon("frames", "private") or actor.name.lower().startswith("your ") or actor.name.endswith("%"):
        return False
    if role == "" and actor.kind is ActorKind.PERSON and _is_private(mentions, actor):
        return False
    head = singular(_last_word(actor.name))
    if trigger.word.lemma == "expect" and head in lexicon("asked", "watchers"):
        return False  # "a Peruvian DIPLOMAT said he expected Ruiz to go"
    public = are_powers(actor.name.lower().split()) or _is_of_cause(actor, trigger)
    public = public or not lexicon("frames", "public").isdisjoint((head, role, called))
    thing = (head in lexicon("frames", "things") or head in lexicon("business", "dealings")) and not public
    if thing and actor.kind is ActorKind.GROUP:
        return False  # "severe DROUGHTS have required Chad to import maize"
    crowd = actor.kind is ActorKind.GROUP and head in lexicon("frames", "unofficial")  # "KEEPERS", taken for a name
    if not crowd and (actor.name in mentions.actors.names or actor.kind is ActorKind.IGO):
        return True
    nobody = head in lexicon("frames", "private", "unofficial", "kin") and not (ranked or _is_people(mentions, actor))
    if thing or nobody or _last_word(actor.name) in _SOMEBODY:
        return False
    return actor.country is not None or public or ranked or _is_of_many(actor.name) or _is_telling(actor, trigger)


def _is_of_cause(actor: Actor, trigger: Trigger) -> bool:
    """Whether people who have no more than a cause demand something: "free press ADVOCATES urged", not "he warned".

    What they say or warn of is an opinion.
    """
    last = _last_word(_AMID.split(actor.name, maxsplit=1)[0])
    many = trigger.kind is WarningKind.DEMAND and actor.kind is ActorKind.GROUP and singular(last) != last
    return many and singular(last) in lexicon("frames", "partisans")


def _is_people(mentions: Mentions, actor: Actor) -> bool:
    """Whether a people stands for its government: "THE AMERICANS warned Oslo", not "Americans worry"."""
    before = mentions.article.text[: actor.mentions[0].start][-4:] if actor.mentions else ""
    return actor.kind is ActorKind.GROUP and actor.name.istitle() and " " not in actor.name and before.lower() == "the "


def _is_telling(actor: Actor, trigger: Trigger) -> bool:
    """Whether a word that warns makes a body of somebody: "STATE TELEVISION warned Lima"."""
    if trigger.lexical and singular(_last_word(actor.name)) in _PRESS:
        return True
    vowed = trigger.lexical or trigger.word.lemma in lexicon("verbs", "vow")
    named = " " in actor.name and all(part[:1].isupper() for part in actor.name.split() if len(part) > 3)
    return vowed and trigger.kind is not WarningKind.CONCERN and named


def _is_ranked(actor: Actor) -> bool:
    """Whether somebody is an officer, by a word that others are called by, too, or a state's own bank."""
    captain = actor.role == "Captain" and actor.country is not None and not actor.country_guessed  # not a team's
    return captain or is_of_state(actor.name.lower().split())


def _is_banded(actor: Actor, trigger: Trigger) -> bool:
    """Whether people without an office act together: "BOLIVIAN MINERS threatened to march"."""
    last = _last_word(_AMID.split(actor.name, maxsplit=1)[0])
    if actor.kind is not ActorKind.GROUP or not trigger.word.is_verb or singular(last) == last:
        return False
    firm = trigger.kind is WarningKind.DEMAND and trigger.word.lemma in lexicon("force", "firm")
    hard = trigger.lexical and (firm or trigger.kind is WarningKind.THREAT)
    return hard and singular(last) in lexicon("frames", "banded")


def _is_team(actor: Actor, trigger: Trigger) -> bool:
    """Whether a state's name is that of its players, who are many: "INDIA HAVE threatened to quit the series"."""
    verb, subjects = trigger.word, trigger.clause.subjects
    if actor.kind is not ActorKind.STATE or not verb.is_verb or len(subjects) != 1 or actor.name.endswith("s"):
        return False
    one = subjects[0].text == actor.name and all(c.dep not in {"appos", "cc", "conj"} for c in subjects[0].children)
    helpers = auxiliaries(verb)
    many = any(h.lower in {"are", "have", "were"} for h in helpers) or (verb.tag == "VBP" and not helpers)
    return one and many and subjects[0].head is verb


@dataclass(frozen=True)
class _Private:
    """The last names of those whom an article calls by a trade, or by an age, in lower case."""

    traders: frozenset[str]
    aged: frozenset[str]


def _is_private(mentions: Mentions, actor: Actor) -> bool:
    """Found once an article: "the tennis STAR Ada Krag … Krag said"; of an unknown person, "Olena Koval, 62, said"."""
    known = mentions.shared.get(_Private)
    if not isinstance(known, _Private):
        text = mentions.article.text
        before = (_WORD_BEFORE.search(text, max(0, m.start() - _LONGEST), m.start()) for m in _AGED.finditer(text))
        aged = frozenset(word[0].lower() for word in before if word is not None)
        known = mentions.shared[_Private] = _Private(frozenset(_surnames(mentions)), aged)
    last, unknown = _last_word(actor.name), actor.country is None or actor.country_guessed
    return last in known.traders or (unknown and last in known.aged)


def _surnames(mentions: Mentions) -> Iterator[str]:
    """Who is called by a trade; not "the FORMER boxer Ada Krag"."""
    for sentence in mentions.sentences:
        for noun in sentence.words_among(lexicon("frames", "unofficial")):
            former = any(w.lower in {"ex", "former", "-"} for w in sentence.words[max(0, noun.i - 2) : noun.i])
            if former or (noun.i and is_capital(noun)):
                continue
            name = [*takewhile(lambda w: w.pos == "PROPN", sentence.words[noun.i + 1 : noun.i + 5])]
            if name:
                yield name[-1].lower


def is_policing(warning: Warning) -> bool:
    """Whether the police, or a court, only deal with crimes and accidents at home."""
    nobody = lexicon("frames", "private", "unofficial") | _SOMEBODY
    private = all(singular(_last_word(t.name)) in nobody for t in warning.targets)
    to_nobody = private and (warning.kind is WarningKind.DEMAND or bool(warning.targets))
    homes = {None, *(i.country for i in warning.issuers)}
    at_home = warning.kind in {WarningKind.CAUTION, WarningKind.CONCERN}
    at_home = at_home and all(t.country in homes for t in warning.targets)
    judged = to_nobody and bool(warning.targets) and all(_last_word(i.name) in _JUDGES for i in warning.issuers)
    return judged or ((at_home or to_nobody) and all(_is_lawman(issuer) for issuer in warning.issuers))


def _described(trigger: Trigger, actor: Actor) -> str:
    """What somebody is called right before his or its name: "the Danish BANK Norvik", "the SINGER, Ada Krag"."""
    words = trigger.word.sentence.words
    for subject in (n for w in trigger.clause.subjects for n in (w, *w.children) if n.pos == "PROPN"):
        if subject.text == actor.name.rpartition(" ")[2]:
            before = [
                w for w in words[max(0, subject.i - 5) : subject.i] if w.text != "," and (w.pos != "PROPN" or not w.i)
            ]
            if {"world", "number"} <= {w.lower for w in before[-3:]}:
                return "champion"  # "the WORLD NUMBER three"
            joined = bool(before) and words[before[-1].i - 1].text == "-"  # "the front-RUNNER Ana Ruiz" runs in no race
            return before[-1].lemma if before and (before[-1].pos == "NOUN" or not before[-1].i) and not joined else ""
    return ""


def _is_lawman(actor: Actor) -> bool:
    """Whether somebody deals with crimes and accidents: "the COUNTY prosecutor"."""
    words = f"{actor.name} {actor.role or ''}".lower().replace(",", "").split()
    return not lexicon("frames", "lawmen").isdisjoint(map(singular, words))


@lru_cache(maxsize=1 << 12)
def _is_of_many(name: str) -> bool:
    """Whether somebody without a name is of an intergovernmental body: "the UN's regional director"."""
    return any(hit.kind == "body" and hit.country is None for hit in find_names(name))


def _last_word(name: str | None) -> str:
    """The last word of a name or a role in lower case; an empty string where there is none."""
    return (name or "").lower().rpartition(" ")[2]
