"""For which state an actor stands: what the article says first, then what is known, then where it is written.

Russian President …, Russia's …, the minister of Russia     the words beside the name
a group of Japanese lawmakers led by …                       the noun that somebody leads
Pentagon spokesman …, … of the Tromso Institute             the state of a body there
Vladimir Putin                                               a known holder of an office
its foreign minister                                         the state named last
Finance Minister Lee                                         an office of the state that the article is about
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dipevents.mentions.descriptions import country_beside
from dipevents.mentions.gazetteer import (
    body,
    country_of_adjective,
    country_of_name,
    group,
    is_called,
    leader,
)
from dipevents.mentions.homes.beside import (
    bracketed,
    is_done_by,
    nationality,
    possessor,
    run_by,
    sender,
    speaks_for_nowhere,
)
from dipevents.mentions.homes.bodies import beside_body, company_form, heard_for, homonym, namesake, told_maker
from dipevents.mentions.homes.counterparts import related
from dipevents.mentions.homes.datelines import dateline_of, labels_of, sections_of
from dipevents.mentions.homes.homes import Homes, sort_of
from dipevents.mentions.homes.rulers import governed, leader_country
from dipevents.mentions.homes.universities import university_country
from dipevents.mentions.names.no_names import names_none
from dipevents.mentions.words import lexicon
from dipevents.reading.clauses import antecedent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.mentions.identity import Entry, Registry
    from dipevents.mentions.title import Title
    from dipevents.mentions.words import Name
    from dipevents.reading.article import Article
    from dipevents.reading.sentence import Word

__all__ = ["settle_countries", "settle_owned"]

STATES = ("state", "adjective", "capital")
_US_PARTY = re.compile(r"\s?[,(]\s?[RDI]-[A-Z]")
_HEIRS = {"SUN": (1992, "RUS"), "DDR": (1991, "DEU")}
"""The states that those who served a body of one that is gone live in since a year."""
UNSURE = frozenset({"its", "their"})
CALLED = frozenset({"politician", "leader", "member", "statesman"})
"""What the holder of an office of state may be called beside it: "the taoiseach … the first EU LEADER to come"."""


def settle_countries(registry: Registry, article: Article) -> tuple[str | None, Homes]:
    """Gives the actors their states, and the state of the dateline or None."""
    dateline = dateline_of(registry, article)
    homes = Homes(registry, sections_of(registry, article, dateline), labels_of(registry, article))
    bodies = [e for e in registry.entries if e.kind in {"organization", "group"}]
    for entry in bodies:
        _settle_doubtful(registry, homes, entry)
        if entry.country is None and entry.known_id is None:
            entry.country = beside_body(registry, entry) or company_form(entry) or governed(registry, entry)
            entry.country = entry.country or university_country(entry.name)
        homes.count(entry)
    unplaced = []
    for entry in registry.entries:
        if entry.kind != "person":
            continue
        code, bound = _told(registry, homes, entry)
        bound = "igo" if code is None and _serves_many(registry, entry) else bound
        # "the first AU LEADER to come"
        called = any(n.kind == "igo" and t.office in CALLED for t in entry.titles for n in t.belonging)
        known = leader_country(registry, homes, entry) if code is None and (called or bound != "igo") else None
        entry.country = code or known
        homes.count(entry)
        for owner in _bodies_of(registry, entry):
            homes.members.setdefault(owner, []).append(entry.name)
        if entry.country is None and bound != "igo":
            unplaced.append((entry, bound))
    for entry in bodies:
        if entry.country is None and entry.known_id is None:
            _guess_body(registry, homes, entry)
    for entry, bound in unplaced:
        entry.country = related(registry, entry)
        if entry.country is None and bound:
            entry.country = _told(registry, homes, entry)[0]
            entry.guessed = entry.country is not None
        free = not (bound == "body" and sort_of(entry) in {"person", "expert"})
        if entry.country is None and free and not speaks_for_nowhere(registry, entry):
            _guess(homes, entry)
    return dateline, homes


def _guess_body(registry: Registry, homes: Homes, entry: Entry) -> None:
    """Gives a body the one state of those who belong to it ("LABOUR's Ada Holt"), else the likeliest."""
    of_members = {e.country for e in registry.entries if e.name in homes.members.get(entry, ()) and e.country}
    if any(map(_is_of_some_state, entry.names)):
        return
    if len(of_members) == 1 and sort_of(entry) != "institute":
        entry.country, entry.guessed = of_members.pop(), True
    else:
        _guess(homes, entry)


def _guess(homes: Homes, entry: Entry) -> None:
    if any(t.role.lower() == "pope" for t in entry.titles):
        entry.country = "VAT"
        return
    if any(t.shared and t.office in lexicon("leaders") and t.role.lower() != "minister" for t in entry.titles):
        return  # "the two PRESIDENTS, Kowal and Hora": a state has one
    if not entry.names:
        return  # it only ever describes something
    if any(map(_is_of_some_state, entry.names)):
        return
    entry.country = homes.likely(entry)
    entry.guessed = entry.country is not None and entry.country != entry.hint


def settle_owned(registry: Registry, homes: Homes) -> None:
    """Gives "its director" and "his spokesman" the state of whom the pronoun turned out to mean.

    The host and the counterpart of somebody belong to another state than he does.
    """
    for entry in [e for e in registry.entries if e.guessed and e.kind == "organization"]:
        words = [n.sentence.words[n.first - 1] for n in entry.names if n.first and n.kind != "seat"]
        owners = next((o for w in words if w.tag == "PRP$" and (o := _owners(registry, w))), ())
        if len(owners) == 1 and owners[0].country and not owners[0].guessed:
            entry.country = owners[0].country  # "HIS Labour Party"
    for entry in registry.entries:
        if entry.kind != "person":
            continue
        told = not (entry.guessed or entry.country is None or entry.owned)
        for title in (t for t in entry.titles if t.office in lexicon("opposites") or not told):
            owners = _owners(registry, title.owner) if title.owner is not None else ()
            if not owners and entry.owned and title.owner is not None and title.owner.lower in UNSURE:
                _guess(homes, entry)
            if len(owners) != 1 or owners[0] is entry:
                continue
            code = owners[0].country
            if code is None and owners[0].kind != "igo":
                _settle_ownerless(homes, entry, owners[0], title)
                continue
            if title.office in lexicon("opposites"):
                guessed = next((e for e in (entry, owners[0]) if e.guessed), None)
                if guessed is not None and code is not None and entry.country == code:
                    # "Ms Holt met HER DUTCH COUNTERPART, Jan Kos": she is no Dutchwoman either
                    guessed.country = homes.likely(guessed, without=(code,))
            else:
                entry.country, entry.guessed = code, owners[0].guessed
            break


def _settle_ownerless(homes: Homes, entry: Entry, owner: Entry, title: Title) -> None:
    """Guesses the state of "its director" where the owner has none; a spokesman has none either then."""
    if entry.owned:
        _guess(homes, entry)
    elif entry.guessed and owner.kind == "person" and title.office in lexicon("speakers"):
        entry.country, entry.guessed = None, False


def _owners(registry: Registry, word: Word) -> Sequence[Entry]:
    """Whom a pronoun or noun before an office means: "ITS director", "the fund, WHOSE director"."""
    named = registry.entry_of(antecedent(word) or word) if word.lower == "whose" else None
    return (named,) if named is not None else registry.links.get(word, ())


def _settle_doubtful(registry: Registry, homes: Homes, entry: Entry) -> None:
    """A name that bodies of many states bear ("People's Party", "Senate") is one of a state that the article names."""
    if entry.known_id is not None and entry.names:
        other = namesake(registry, entry) or homonym(entry, {*homes.counts, homes.written_at(entry.names[0].start)[0]})
        if other is not None:
            entry.country, entry.known_id = other, None
        entry.country = told_maker(registry, entry) or entry.country
    known = next((n.known for n in entry.names if n.known is not None), None)
    if known is None or not known.ambiguous or _is_company(known.name):
        return
    if any(country_of_adjective(w.text) or country_of_name(w.text) for n in entry.names for w in n.words):
        return
    if entry.country and all(n.known is not None or not n.sure for n in entry.names):
        entry.hint = entry.country
        if entry.hint not in homes.counts and all(names_none(n.words) for n in entry.names):
            entry.mentions.clear()  # "GNP" is no party far from Korea
        entry.country, entry.known_id = None, None


def _is_company(name: str) -> bool:
    """Whether a known name is a company's: whoever buys from Leonardo, Leonardo is Italian."""
    return is_called(name, "arms_company", "company")


def _serves_many(registry: Registry, entry: Entry) -> bool:
    """Whether somebody serves a body of many states: "special rapporteur", or a known "NATO secretary-general"."""
    if any(office in title.role.lower() for office in lexicon("of_many") for title in entry.titles):
        return True
    if any(t.office == "commissioner" and t.role.startswith("European ") for t in entry.titles):
        return True
    if any(map(_is_of_the_commission, entry.titles)) and any(_is_european(e) for e in registry.entries):
        return True
    general = [t for t in entry.titles if t.role.lower().replace("-", " ") == "secretary general" and not t.belonging]
    bare = any(t.owner is None or t.owner.tag == "PRP$" for t in general)  # not "the REBELS' secretary general"
    kinds = {other.kind for other in registry.entries} if bare else set()
    if bare and ("igo" in kinds or "organization" not in kinds):
        return True  # "NATO met in Oslo. SECRETARY GENERAL Jan Kowal spoke"; where no body is named, the world's
    known, year = leader(entry.name, registry.year), registry.year
    held = [office for office, first, _ in known.offices if year is None or first <= year] if known else []
    words = held[-1].split() if held else []
    owners = (" ".join(words[:n]) for n in range(1, len(words)))
    nowhere = known is not None and not known.country  # "the Dalai Lama"
    many = (body(owner) is not None or ((of := group(owner)) is not None and not of.country) for owner in owners)
    return nowhere or any(many)


def _is_of_the_commission(title: Title) -> bool:
    """Whether an office is one of the EU, where that is named: "the TRADE commissioner", "the COMMISSION'S head"."""
    owned = title.owner is not None and title.owner.lower == "commission"
    other = {"high", "police"} & set(title.role.lower().split())
    return not title.belonging and (owned or (title.office == "commissioner" and not other))


def _is_european(entry: Entry) -> bool:
    return entry.kind == "igo" and any(n.text.split()[0] in {"EU", "European", "Brussels"} for n in entry.names)


def _told(registry: Registry, homes: Homes, entry: Entry) -> tuple[str | None, str]:
    """The state that the words beside a person's names tell, and whether they bind it to an "igo" or another "body"."""
    own = next((code for title in entry.titles if (code := _of_title(title))), None)
    own = own or ("USA" if any(map(_is_of_us_party, entry.names)) else None)
    for read in (possessor, nationality, bracketed, sender):
        own = own or next((code for name in entry.names if (code := read(registry, name))), None)
    own = own or next((n.country for n in entry.affiliations if n.kind == "state" and _is_of(n)), None)
    if own is not None:
        return own, ""
    bound = ""
    for owner in _bodies_of(registry, entry):
        if owner.kind == "igo" or _is_of_many(owner):
            return None, "igo"
        if owner.country:
            return _heir(registry, owner.country), ""
        bound = "body"
    led = next((code for name in entry.names if (code := _led(registry, name)) is not None), None)
    if led is not None:
        return (led, "") if led else (None, "igo")
    placed = _owned_or_placed(registry, homes, entry)
    placed = placed or next((code for name in entry.names if (code := run_by(registry, name))), None)
    return placed, bound


def _heir(registry: Registry, code: str) -> str:
    """The state that somebody belongs to who served one that is gone: "a former KGB officer" after 1992 is Russian."""
    gone, heir = _HEIRS.get(code, (0, code))
    return heir if registry.year is not None and registry.year > gone else code


def _is_of(name: Name) -> bool:
    """Whether "of" stands before a state: "the council's president, Ada Holt OF CHILE"."""
    return name.first > 0 and name.sentence.words[name.first - 1].lower == "of"


def _is_of_us_party(name: Name) -> bool:
    """Whether a party and a state of the US stand behind a name: "Ada Holt, R-IOWA", "Jan Kowal (D-N.Y.)"."""
    sentence = name.sentence
    return _US_PARTY.match(sentence.text, name.end - sentence.start) is not None


def _of_title(title: Title) -> str | None:
    """The state whose office it is: the nearest before the office, else the first behind it; a member's, behind it."""
    before = [n for n in reversed(title.belonging) if n.first < title.noun.i]
    behind = [n for n in title.belonging if n.first >= title.noun.i]
    for name in (*behind, *before) if title.office == "member" else (*before, *behind):
        told = name.kind in STATES and name.country and not _is_topic(title, name)
        if told and not is_done_by(name) and not _is_owned(title, name):
            return name.country
    return None


def _is_owned(title: Title, name: Name) -> bool:
    """Whether a state is what an office of another one, or of a body, deals with: "its PERU director".

    But "his NEW ZEALAND counterpart" is of that state.
    """
    owned = title.owner is not None and title.owner.i < name.first < title.noun.i
    return owned and name.kind == "state" and title.office not in lexicon("opposites")


def _owned_or_placed(registry: Registry, homes: Homes, entry: Entry) -> str | None:
    """The state of "its minister", or of the place where somebody works who does not work abroad."""
    for title in entry.titles:
        # "his COUNTERPART" is of another state, "ITS secretary general" of an alliance
        free = title.office in lexicon("opposites") or leader(entry.name, registry.year) is not None
        code = None if free else _owner(registry, homes, title, entry)
        if code is not None:
            entry.owned = True
        elif title.office not in lexicon("abroad"):
            code = next((n.country for n in title.placing if n.country and n.kind in {*STATES, "place"}), None)
        if code is not None:
            return code
    return None


def _is_of_some_state(name: Name) -> bool:
    """Whether it is said to be of a state that is not named: "the Defence Ministry OF AN AFRICAN COUNTRY"."""
    behind = name.sentence.words[name.last + 1 : name.last + 6]
    some = len(behind) > 1 and behind[0].lower == "of" and behind[1].lower in {"a", "an", "another", "one", "unnamed"}
    return some and any(w.lemma in lexicon("states") and w.tag == "NN" for w in behind[2:])


def _is_of_many(entry: Entry) -> bool:
    """Whether it is known to belong to no state: "Amnesty International"."""
    return not entry.country and is_called(entry.known_id or "", "ngo")


def _led(registry: Registry, name: Name) -> str | None:
    """The state of those whom somebody leads: "three Swedish deputies headed by …"; "" for a body of many states."""
    head = name.head
    verb = head.head.head if head.dep == "pobj" and head.head.dep == "agent" else None
    if (
        verb is None
        or verb.lemma not in {"lead", "head", "chair", "direct", "command"}
        or verb.dep not in {"acl", "relcl", "advcl"}
    ):
        return None
    noun = verb.head
    code = country_beside(registry, noun)
    if code is not None:
        return code
    for inner in noun.subtree():
        held = registry.entry_of(inner)
        if held is not None and inner.i < verb.i:
            if held.kind == "igo":
                return ""
            if held.country and held.kind != "person":
                return held.country
    return None


def _bodies_of(registry: Registry, entry: Entry) -> Iterator[Entry]:
    """The bodies and states that a person's titles and "of" tie it to: owners of the office first."""
    own = [t for t in entry.titles if t.office not in CALLED]
    held = any(t.office in lexicon("leaders") and not t.belonging for t in own)
    titles = own if held else entry.titles
    owners = [n for t in titles for n in t.belonging if n.kind not in STATES and not is_done_by(n)]
    placing = [n for t in entry.titles for n in t.placing if n.kind not in {*STATES, "place"}]
    owning = [n for name in entry.names if (n := _owning_body(registry, name)) is not None]
    for name in (*owners, *owning, *entry.affiliations, *placing):
        owner = registry.by_name.get(name)
        if owner is not None and owner.kind != "person":
            yield owner
    if (told := heard_for(registry, entry)) is not None:
        yield told


def _owning_body(registry: Registry, name: Name) -> Name | None:
    """The body right before a person's name: "LABOUR's Ada Holt"."""
    words, at = name.sentence.words, name.first - 2
    held = registry.names.get(words[at]) if at >= 0 and words[at + 1].text in {"'s", "’s"} else None
    return held if held is not None and held.last == at and held.kind in {"organization", "group", "igo"} else None


def _is_topic(title: Title, name: Name) -> bool:
    """Whether a state is what an expert or envoy deals with ("a China scholar", "a Libya envoy")."""
    if title.office not in lexicon("abroad") and title.office not in lexicon("persons"):
        return False
    behind = name.sentence.words[name.last + 1] if name.last + 1 < len(name.sentence.words) else None
    if behind is not None and behind.lower in lexicon("studies"):
        return True
    plain = all(w.tag != "JJ" for w in name.words)  # but "a VATICAN envoy"
    noun = name.kind == "state" and plain and country_of_adjective(name.text) is None  # "a NEW ZEALAND reporter"
    bare = noun and behind is not None and behind.pos in {"NOUN", "ADJ"}
    return bare and name.first < title.noun.i and not name.text.replace(".", "").isupper()


def _owner(registry: Registry, homes: Homes, title: Title, entry: Entry) -> str | None:
    """The state of "its minister", "the country's minister"."""
    owner = title.owner
    if owner is None:
        return None
    held = registry.names.get(antecedent(owner) or owner)
    if held is not None:
        other = registry.by_name.get(held)
        return other.country if other is not None else None
    if owner.lower in {"its", "their"} or owner.lemma in lexicon("states"):
        near = homes.before(entry.names[0])
        main = next(iter(homes.counts.most_common(1)), (near, 0))
        few = owner.lemma in {"government", "junta", "regime"} and 3 * homes.counts[near or ""] <= main[1]
        return main[0] if few else near  # "In Cuba, the GOVERNMENT'S negotiator": that of the article
    return None
