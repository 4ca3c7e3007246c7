"""What belongs to companies and markets, which have no part in public life, though its words sound like a warning."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from dipevents.events.warning.lexicon import is_of, lexicon, singular
from dipevents.mentions.gazetteer import country_of_adjective, country_of_name, is_called
from dipevents.mentions.words import is_capital, lexicon as actor_words
from dipevents.models.actor import Actor, ActorKind
from dipevents.reading.clauses import clause, surface_subjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = ["is_dealing", "is_figure", "is_in_business", "is_of_business", "is_of_buyers", "is_of_state"]

_NAME = r"[A-Z][\w.&/-]{0,30}(?: (?:and |& ?)?[A-Z][\w.&/-]{0,30}){0,4}?"
_FORM = r"(?:[Ii]nc|[Cc]orp|Cos?|Ltd|[Pp]lc|INC|CORP|LTD|PLC|LLC|GmbH|Bhd|Pty|ASA|SpA)\b(?!-)\.?(?: \([A-Z]{2,6}\))?"
_TICKER = (
    r"<[A-Z]{1,5}(?:\.[A-Z]{1,3})?>|\([A-Z]{1,5}\.[A-Z]{1,2}\)|\((?i:nyse|nasdaq|amex|lse|tsx)[:, ] ?[A-Z.]{1,6}\)"
)
_FIRM = re.compile(rf"\b({_NAME})(?:,? (?:and |& )?({_FORM})(?![\w'])(?:,? ?({_TICKER}))?|,? ?({_TICKER}))")
_FORMED, _TICKED = re.compile(f" {_FORM}"), re.compile(_TICKER)
"""What an article has that names a firm so: few have it, and each is sooner found than the name before it."""


_OWNER = re.compile(r"['’]s ")


class _Firms(NamedTuple):
    """The names of companies that an article gives, in lower case, and whether its first 100 letters name one."""

    named: frozenset[str]
    leads: bool


def _firms(mentions: Mentions) -> _Firms:
    known = mentions.shared.get(_Firms)
    if not isinstance(known, _Firms):
        known = mentions.shared[_Firms] = _find_firms(mentions.article.text, _called(mentions))
    return known


def _called(mentions: Mentions) -> Iterator[str]:
    """The names beside which an article says what company it is: "the airline ZUBQA", "ZUBQA, a mining group"."""
    for sentence in mentions.sentences:
        for noun in sentence.words_among(lexicon("business", "firms")):
            before = sentence.words[max(0, noun.i - 1)]
            if noun.i and (is_capital(noun) or (is_of(noun, "large") and not is_of(before, "trades"))):
                continue  # "a rights GROUP", "the Oil COMPANY Workers"
            if noun.dep == "appos" and noun.head.pos == "PROPN" and noun.head.i < noun.i:
                parts = [c.text for c in noun.head.children if c.dep == "compound"]
                yield " ".join([*parts, noun.head.text])
            behind = takewhile(lambda w: w.pos == "PROPN", islice(sentence.words, noun.i + 1, noun.i + 6))
            yield " ".join(w.text for w in behind)


def _find_firms(text: str, called: Iterable[str]) -> _Firms:
    found: set[str] = set()
    ticked = ("<" in text or "(" in text) and _TICKED.search(text) is not None
    hits = [*_FIRM.finditer(text)] if ticked or _FORMED.search(text) else []
    for words, ticker, hit in ((hit[1].split(), hit[3] or hit[4], hit) for hit in hits):
        shouted = ticker and hit[1].isupper()  # a headline: "TWA SUES USAIR <U>"
        parts = [" ".join(words[i:] if shouted else words[: len(words) - i]) for i in range(len(words))]
        parts += re.findall(r"[A-Z.]+(?=[)>])", f"{hit[2]} {ticker}")
        found |= _company_names(parts)
    for name in called:
        words = name.split()
        found |= _company_names(" ".join(words[: len(words) - i]) for i in range(len(words)))
    return _Firms(frozenset(found), any(hit.start() < 100 for hit in hits))


def _is_company(words: Sequence[str]) -> bool:
    """Whether words end in a noun for a company: "mining GROUP", not "campaign group", "head of a firm"."""
    if "of" in words or words[-1] not in lexicon("business", "firms"):
        return False
    return words[-1] not in lexicon("asked", "large") or not lexicon("asked", "trades").isdisjoint(words[:-1])


def _company_names(parts: Iterable[str]) -> set[str]:
    return {part.lower() for part in parts if not (country_of_name(part) or country_of_adjective(part))}


def is_in_business(mentions: Mentions, actor: Actor) -> bool:
    """Whether somebody in an article is a company or speaks for one: "a HOLT spokesman", "the HOLT board"."""
    named, leads = _firms(mentions)
    name = [w for w in actor.name.lower().split() if w not in {"a", "an", "the", "its", "group"}]
    glued = len(name) > 1 and name[0] in lexicon("business", "firms") and name[1] != "of"
    if glued and singular(name[-1]) not in lexicon("frames", "public"):
        return True  # "AIRLINE Zubqa", not "Airline Pilots UNION"
    serving = bool(name) and singular(name[-1]) in lexicon("frames", "officers")
    body = " ".join(name[: len(name) - serving])
    if serving and body.rpartition(" ")[2] in {"company", "corporate", "firm"}:
        return True  # "COMPANY officials"
    if _OWNER.split(actor.name.lower())[0].rpartition(" ")[2] in named and _OWNER.search(actor.name):
        return True  # "the planemaker ZUBQA'S chief"
    if body in named and (serving or not (actor.role and actor.country)):
        return True
    if actor.kind is ActorKind.ORGANIZATION and len(name) > 1 and name[-1] == "bank" and not is_of_state(name):
        return True
    if actor.kind is not ActorKind.PERSON:
        return _is_formed(actor.name) or is_called(actor.name, "arms_company", "company")
    role = (actor.role or actor.name.split()[-1]).lower().split()
    offices = f" {' '.join(role)} "
    held = "president of" in offices and role[-1] in {"group", "holdings"}  # "vice-president of Anvik GROUP"
    held = held or _is_company(role)  # "Zubqa, a MINING GROUP", taken for a person
    held = held or any(f" {office} " in offices for office in lexicon("frames", "business"))
    bare = leads and lexicon("frames", "officers").issuperset(role) and (not actor.country or actor.country_guessed)
    if actor.affiliation is not None and is_called(actor.affiliation, "arms_company", "company"):
        return True  # "Ana Krag of ANVIK SECURITIES"
    bodies = [(actor.affiliation or "").lower(), *(" ".join(role[:i]) for i in range(1, len(role) + 1))]
    return held or bare or not named.isdisjoint(bodies) or _is_formed(bodies[0]) or _is_formed(bodies[-1])


def is_of_state(name: Sequence[str]) -> bool:
    """Whether the words of a bank's name, in lower case, make it one of a state: "Denmark's CENTRAL bank"."""
    kind = name[-2] if len(name) > 1 and name[-1] == "bank" else ""
    return kind in lexicon("business", "lending") or kind in actor_words("state_banks")


def _is_formed(name: str) -> bool:
    """Whether a name has the form of a company's: "Scallop Petroleum CO subsidiary"."""
    words = [w.strip(".,") for w in name.lower().split()]
    return not {"corp", "inc", "ltd", "plc", "co"}.isdisjoint(words) or not lexicon(
        "frames", "incorporated"
    ).isdisjoint(words[-1:])


def is_of_buyers(demand: Word) -> bool:
    """Whether demand is what is bought: "DEMAND for oil", "strong DEMAND", not "REJECTED a demand"."""
    if demand.lemma != "demand" or demand.tag != "NN":
        return False
    beside = [*clause(demand).oblique("for", "from", "to"), *demand.children]
    asked = any(w.lemma in lexicon("content", "called_for", "desist") or w.dep == "ccomp" for w in beside)
    told = lexicon("frames", "receive", "retract", "utter") - {"face", "meet"}
    asked = asked or (demand.dep in {"dobj", "nsubjpass"} and demand.head.lemma in told)
    moved = demand.dep in {"dobj", "nsubj"} and demand.head.lemma in lexicon("business", "moving")
    bought = any({w.lemma, w.lower} & lexicon("business", "wares", "brisk") for w in beside)
    bought = bought or (moved and all(c.dep != "poss" for c in demand.children))
    near = demand.sentence.words[max(0, demand.i - 3) : demand.i + 3]
    return (bought and not asked) or any(w.lemma == "supply" for w in near)


def is_dealing(noun: Word) -> bool:
    """Whether something is what business deals in, or a figure: "fractional SHARES", "a third of the CROP"."""
    return _measured(noun).lemma in lexicon("business", "dealings") | lexicon("content", "drifting", "markets")


def is_of_business(verb: Word) -> bool:
    """Whether something happens to what business deals in, or to figures: "if PROFITS fall", "the KRONE rises"."""
    return any(map(is_dealing, surface_subjects(verb)))


def is_figure(noun: Word) -> bool:
    """Whether something is counted, and no act of anybody: "its winter CROPS", "the fall in EXPORTS"."""
    counted, measures = _measured(noun), lexicon("business", "measures")
    beside = {c.lemma for c in counted.children if c.dep == "compound" and counted.lemma in measures}
    more = lexicon("business", "figures") | lexicon("content", "drifting") if noun.lemma in measures else frozenset()
    return not {counted.lemma, *beside}.isdisjoint(lexicon("content", "markets") | {"crop", "harvest"} | more)


def _measured(noun: Word, depth: int = 4) -> Word:
    """What a measure is of: "the lack of improvement in EXPORTS", "a series of BONDS totalling a million"."""
    of = [c for p in noun.children if p.lower in {"of", "in"} for c in p.children]
    parts = [s for c in of for s in (c, *c.children) if s.dep in {"pobj", "nsubj"}]
    measures = depth and parts and noun.lemma in lexicon("business", "measures")
    return _measured(parts[0], depth - 1) if measures else noun
