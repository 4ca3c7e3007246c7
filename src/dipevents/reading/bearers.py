"""Names that tell who bears a title, which the model hangs on whatever stands beside them.

the ministers of Chad and Peru, ADA SOW and RAUL SOTO, arrived       an apposition of "ministers", the second beside it
OPEC chief ADA HOLT left                                             the subject, with her title before her
met her counterpart ADA HOLT in Oslo                                 a time beside "met", which is in Oslo
Prime Minister and Foreign Minister ADA HOLT left                    who holds both offices, not a second person
the minister for foreign trade ADA HOLT left                         the field of her office
the head of the mission in Peru, ADA HOLT, left                      no state is she, but its head
PERU AND CHAD'S ministers met           whose ministers they are, not Peru and the ministers
At the invitation of Kos, mayor of Lima, ADA HOLT, envoy of Fiji, left   who explains "mayor", which is the host's
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import closed_class, fillers, is_of, is_within
from dipevents.reading.tails import hang, make_noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.reading.sentence import Word

__all__ = [
    "bear",
    "come_invited",
    "explain",
    "explain_agent",
    "follow_office",
    "hold",
    "hold_both",
    "name_body",
    "own_jointly",
    "serve",
]

REACH = 12
"""Words between a title and the comma before its bearers."""
_JOINING = frozenset({",", "and", "&"})
_OF_TITLES = frozenset({"of", "for", "from", "and", "the", ",", "'s", "’s", "in"})
_PARTICLES = frozenset({"al", "bin", "da", "de", "der", "di", "dos", "el", "ould", "van", "von", "-"})


def explain(name: Word) -> None:
    """Hangs the names behind a title in the plural and a comma on it, the first as what explains it."""
    if name.pos != "PROPN":
        return
    words, first = name.sentence.words, name.i
    while first and _is_part(words[first - 1]):
        first -= 1
    title = _title_before(words, first - 1) if first > 1 and words[first - 1].text == "," else None
    if title is None:
        _share(name)
        return
    runs, states = _runs(words, first), words[title.i + 1 : first - 1]
    if states and (all(w.lower != "and" for w in states) or any(len(run) < 2 for run in runs)):
        return  # "the leaders of Chad, PERU and Kenya"
    top = name
    while top.dep == "conj":
        top = top.head
    if len(runs) < 2 or (top.dep == "appos" and top.head is title):
        return
    inside = {w.i for run in runs for w in run}
    outer = next((w for w in (title, *title.ancestors()) if w.head.i not in inside), None)
    if outer is None or outer.head is outer or any(w.i in inside for w in outer.ancestors()):
        return
    if outer is not title:  # "ministers" was hung on one of its bearers
        hang([title], outer.head)
        title.dep = outer.dep
    _hang_all(title, runs)


def name_body(name: Word) -> None:
    """Makes what explains a body of a name right behind it, taken for a second subject: "the bloc ASEAN said"."""
    if name.pos != "PROPN":
        return
    words, first = name.sentence.words, min(w.i for w in name.subtree())
    body = words[first - 1] if first else name
    twice = body is not name and body.head is name.head and body.dep == "nsubj" and body.tag == "NN"
    if twice and any(c.dep == "det" for c in body.children):
        hang([name], body)
        name.dep = "appos"


def bear(name: Word) -> None:
    """Makes a title of a body and an office right before a name that was taken to explain it: "OPEC chief ADA HOLT"."""
    words, body, first = name.sentence.words, name.head, name.i
    if name.pos != "PROPN" or not body.text.isupper():
        return
    while first and words[first - 1].head is name and words[first - 1].dep == "compound":
        first -= 1
    office = words[first - 1] if first > 1 else name
    titled = is_of(office, "joined") and office.text.islower() and words[first - 2] is body
    if titled and body.head is not body:
        dep = body.dep
        hang([name], body.head)
        hang([office], name)
        hang([body], name)
        make_noun(body, "NNP")
        make_noun(office, "NN")
        name.dep, body.dep, office.dep = dep, "compound", "compound"


def hold_both(name: Word) -> None:
    """Makes one of two offices with capitals and the name behind both: "Deputy Premier AND FOREIGN MINISTER ADA HOLT".

    Not "the Peruvian president and Foreign Minister Ada Holt", nor "Peruvian Premier and Chadian Premier Ada Holt".
    """
    words, office = name.sentence.words, name.head
    if office.dep == "conj" and is_of(office, "joined"):
        office = office.head
    between = words[office.i + 1 : name.i]
    if name.pos != "PROPN" or not between or between[0].lower != "and" or office.dep == "ROOT":
        return
    other = next((w for w in between if w.tag == "NNP" and is_of(w, "joined")), None)
    bare = office.tag == "NNP" and is_of(office, "joined")
    bare = bare and all(c.dep not in {"appos", "det"} for c in office.children)
    titled = all(w.text[:1].isupper() or w.lower in _OF_TITLES | _PARTICLES for w in between)
    if not bare or not titled or other is None:
        return
    if any(is_within(w, "GPE", "NORP") for w in words[office.i + 1 : other.i]):
        return
    dep = office.dep
    hang([name], office.head)
    hang([office], name)
    name.dep, office.dep = dep, "nmod"
    if other.dep == "conj" and other.head is office:
        hang([other], name)
        other.dep = "nmod"


def own_jointly(title: Word) -> None:
    """Makes owners of a title in the plural of all states before it: "PERU and Ecuador's MINISTERS met"."""
    top, owner = title.head, next((c for c in title.children if c.dep == "poss"), None)
    if title.tag != "NNS" or owner is None or not is_of(title, "joined") or not is_within(owner, "GPE"):
        return
    between = title.sentence.words[top.i + 1 : owner.i]
    if not is_within(top, "GPE") or any(w.lower not in {"and", "'s", "’s"} for w in between):
        return
    while top.dep == "conj" and is_within(top.head, "GPE"):
        top = top.head
    if top.head is top:
        return
    title.dep, last = top.dep, title.head
    hang([title], top.head)
    hang([top], title)
    hang([owner], last)
    top.dep, owner.dep = "poss", "conj"


def follow_office(name: Word) -> None:
    """Makes what explains an office of the name right behind it, taken for a time: "met her counterpart ADA HOLT"."""
    words, first = name.sentence.words, name.i
    while first and words[first - 1].head is name and words[first - 1].dep == "compound":
        first -= 1
    office = words[first - 1] if first > 1 else name
    held = is_of(office, "joined") or office.lower in {"colleague", "counterpart", "host"}
    if not held or name.pos != "PROPN" or office.dep not in {"dobj", "pobj"} or is_within(name, "DATE", "TIME"):
        return
    verb = name.head
    hang([c for c in name.children if c.dep == "prep" and c.lower != "of"], verb)
    hang([name], office)
    name.dep = "appos"


def explain_agent(name: Word) -> None:
    """Hangs on an office behind "by" the name that was taken to explain the deed: "a visit by the head of it, HOLT"."""
    deed = name.head
    agents = (
        p for c in deed.children if c.lower in {"by", "of"} and c.i < name.i for p in c.children if p.dep == "pobj"
    )
    office = next((p for p in agents if is_of(p, "joined") or is_of(p, "borne")), None)
    if office is not None and is_within(name, "PERSON") and not is_of(deed, "joined") and not is_of(deed, "borne"):
        hang([name], office)


def come_invited(name: Word) -> None:
    """Makes the subject of a guest who was taken to explain the host: "at the invitation of Kos, mayor, HOLT, envoy".

    Not of "at the invitation of Kos, the envoy, ADA HOLT, left", nor of "of the mayor, the envoy, ADA HOLT, left".
    """
    taken = name.head.head if name.head.dep == "appos" else name.head
    deed = taken.head
    if taken.dep != "nsubj" or name.i < taken.i or deed.i < name.i or name.pos != "PROPN" or is_of(name, "joined"):
        return
    invitations = [w for w in fillers(c for c in deed.children if c.lower in {"at", "on"}) if w.lemma == "invitation"]
    hosts = [h for w in invitations for h in fillers(c for c in w.children if c.lower in {"of", "from"})]
    if not hosts or hosts[0].i > taken.i or is_of(hosts[0], "joined") is is_of(taken, "joined"):
        return
    offices = [c for w in (taken, name) for c in w.children if c.dep == "appos" and is_of(c, "joined")]
    if not is_of(taken, "joined") or any(c.i > name.i for c in offices):
        hang([name], deed)
        hang([taken], hosts[0])
        hang([c for c in offices if c.head is taken], name)
        name.dep, taken.dep = "nsubj", "appos"


def _share(name: Word) -> None:
    """Hangs the second state of a title in the plural beside the first: "the ministers of Rohan AND GONDOR"."""
    if name.i < 2:
        return
    title, (state, joint) = name.head, name.sentence.words[name.i - 2 : name.i]
    whole = title.tag == "NNS" and is_of(title, "borne") and all(c.i > name.i for c in name.children)
    if whole and joint.lower == "and" and state.dep == "pobj" and state.head.head is title:
        hang([joint, name], state)


def _hang_all(title: Word, runs: Sequence[Sequence[Word]]) -> None:
    """Hangs the first name on a title, each further one on the one before, and what hung on them on the title."""
    above, dep = title, "appos"
    for run in runs:
        bearer = run[-1]
        hang([bearer], above)
        for word in run[:-1]:
            if word.head.i < run[0].i or word.head.i > bearer.i:
                hang([word], bearer)
                word.dep = "compound"
        for other in [c for c in bearer.children if c.i < run[0].i and c.dep not in {"cc", "punct"}]:
            hang([other], title)
        bearer.dep, above, dep = dep, bearer, "conj"


def _is_part(word: Word) -> bool:
    return word.pos == "PROPN" or word.lower in _PARTICLES


def _title_before(words: Sequence[Word], comma: int) -> Word | None:
    """The title in the plural that stands before a comma, with the states it is of between them, or None."""
    for word in reversed(words[max(0, comma - REACH) : comma]):
        if word.tag == "NNS" and is_of(word, "borne"):
            return word
        if word.pos != "PROPN" and word.lower not in _OF_TITLES:
            return None
    return None


def _runs(words: Sequence[Word], first: int) -> list[list[Word]]:
    """The names from a position on, up to a comma or the end: "A, B AND C,"; none where no "and" joins the last."""
    runs: list[list[Word]] = [[]]
    at, joined = first, False
    while at < len(words) and not joined:
        word = words[at]
        if _is_part(word):
            runs[-1].append(word)
        elif word.lower in _JOINING and runs[-1]:
            joined = word.text != ","
            runs.append([])
        else:
            return []
        at += 1
    while at < len(words) and _is_part(words[at]):
        runs[-1].append(words[at])
        at += 1
    ended = at == len(words) or words[at].text in {",", ".", ";", ")", "—", "–"}
    return runs if joined and ended and all(run and run[-1].pos == "PROPN" for run in runs) else []


def hold(name: Word) -> None:
    """Makes the bearer of an office of who was taken for its field: "the commissioner for Human Rights ADA HOLT"."""
    prep, office = name.head, name.head.head
    if prep.lower != "for":
        return
    span = next((e for e in name.sentence.entities if e.label == "PERSON" and e.last == name.i), None)
    if span is None or office.lower not in closed_class("fielded") or office.head is office:
        return
    field = [c for c in name.children if c.i < span.first]
    even = field and len({c.text[:1].isupper() for c in field}) == 1  # not "for Refugees SPOKESMAN Jan Kos"
    told = even and not (is_of(field[-1], "joined") or field[-1].lower.endswith(("man", "person")))
    if not told or span.first == span.last or field[-1].i != span.first - 1 or prep.i < office.i:
        return
    last, moved = field[-1], [c for c in office.children if c.i > name.i]
    name.dep, last.dep = office.dep, "pobj"
    hang([name], office.head)
    hang([last], prep)
    hang(field[:-1], last)
    hang(moved, name)
    hang([office], name)
    office.dep = "nmod"


def serve(name: Word) -> None:
    """Hangs on an office whoever was hung on where it is held: "the head of the mission in Peru, ADA HOLT, left"."""
    above = name.head
    if not is_within(above, "GPE") or not is_within(name, "PERSON"):
        return
    office = None
    while office is None and above.dep == "pobj" and above.head.dep == "prep" and above.head.head.is_noun:
        above = above.head.head
        acts = is_of(above, "bearers") or above.dep in {"nsubj", "nsubjpass"}
        office = above if acts and above.tag == "NN" else None
    if office is not None:
        hang([name], office)
