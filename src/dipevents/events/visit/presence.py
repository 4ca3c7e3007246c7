"""Presence that no verb tells: Kim, in Prague for talks, said; who does something in a place on a day was there.

Kim, in Prague for talks, here since Monday, said       a phrase behind its noun, with a purpose or a time
Kim, (just) back from Prague, said                      the same
in Prague on Monday, Kim sealed the deal                a place that the sentence begins with
Kim struck a soft note in Prague on Monday              a deed on a day, in a town: whatever verb tells it

"won a lawsuit in Prague on Monday", "ordered strikes in Prague" may be done from afar: such verbs are listed.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.visit.ellipsis import is_time
from dipevents.events.visit.frames import Frame, Kind, visit_words
from dipevents.events.visit.subjects import doers
from dipevents.reading.clauses import auxiliaries, clause, fillers, is_negated, is_passive, with_conjuncts
from dipevents.reading.grammar import verb_above

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["bare_presence", "is_town", "moves"]

AT = frozenset({"at", "in", "on", "outside", "near", "before", "during", "beside", "with"})
"""Prepositions of a site, whose own place is that of a deed there."""


def _back_from(word: Word) -> Frame | None:
    """Kim, back (fresh, just home) from Prague, said; Kim is just back from; nobody who "pulled back from Prague"."""
    above, words = word.head, word.sentence.words
    goals = tuple(
        p for w in (word, *([above] if above.lemma == "be" else [])) for p in clause(w).oblique("from", "off")
    )
    off = any(c.lower == "off" and c.dep == "prt" for c in word.children)
    goals = (*goals, *(c for c in word.children if off and c.dep == "dobj"))  # "fresh OFF A TRIP to Prague"
    goals = (
        *goals,
        *(p for w in goals if w.pos == "NOUN" for p in clause(w).oblique("in", "to", "at", "through", "of")),
    )
    at = word.i - 1
    while at > 0 and words[at].pos == "ADV":
        at -= 1
    opens = at < 0 and above.is_verb  # "FRESH from Prague, Kim said"
    opens = opens or (word.sentence.heading and above.is_noun and above is word.sentence.root)  # "Kim BACK from Prague"
    if not goals or not (opens or above.lemma == "be" or (at >= 0 and words[at].text == ",")):
        return None
    own = tuple(c for c in word.children if off and c.dep == "nsubj")
    who = own or ((above,) if above.is_noun else clause(above).subjects)
    return Frame(word, Kind.STAY, tuple(w for w in who if opens or w.i < word.i), goals)


def bare_presence(prep: Word) -> Frame | None:
    """A phrase without a verb: "Kim, in Prague for talks, said"; "said while in Prague"; "Kim in Prague for talks"."""
    if prep.pos != "ADP" or prep.lower not in {"in", "at"}:
        return _bare_here(prep) if prep.lower == "here" else _back_from(prep)
    words = prep.sentence.words
    before = words[prep.i - 1] if prep.i else None
    now = before is not None and before.lower in visit_words("presence", "now")
    before = words[prep.i - 2] if now and prep.i > 1 else before
    place = next((c for c in prep.children if c.dep == "pobj"), None)
    named = place is not None and place.pos == "PROPN" and not is_time(place)
    if place is None or not (named or place.text == "country" or is_town(place) or _is_capital(place)):
        return None
    if (named or _is_capital(place)) and (who := _who_acts(prep)):
        return Frame(prep, Kind.SPEAK, who, (place,))
    if prep.lower != "in":
        return None
    if before is not None and before.lower == "while":
        above = verb_above(prep)
        return Frame(prep, Kind.STAY, clause(above).subjects, (place,)) if above is not None else None
    if place.pos == "PROPN" and prep.head.is_verb and (who := _ahead_of(prep)):
        return Frame(prep, Kind.SPEAK, who, (place,))
    if before is None:
        return None
    headline = prep.head is prep.sentence.root and prep.head.pos == "PROPN" and before is prep.head
    if before.text != "," and not headline:
        return None
    last = max(w.i for w in place.subtree())
    marks = {c.lower for c in (*prep.children, *place.children, *prep.head.children) if c.dep in {"prep", "mark"}}
    then = words[last + 1 : last + 3]
    infinitive = len(then) > 1 and then[0].lower == "to" and then[1].tag == "VB"
    purpose = infinitive or (headline and (is_time(words[0]) or [w.lower for w in then] == [",", "where"]))
    purpose = purpose or (bool(then) and then[0].lower in visit_words("presence", "behind"))
    if not (now or purpose or marks & {"for", "since", "on"} or ("from" in marks and "to" in _marks_below(prep))):
        return None
    head = words[prep.i - 2] if prep.i > 1 and prep.head.i > prep.i and prep.head.is_noun else prep.head
    received = head.is_verb and head.i < prep.i and head.lemma != "meet"  # who meets somebody may be the guest
    if received and any(w.i < prep.i and _is_somebody(w) for w in clause(head).objects):
        return None  # "received the speaker, ANA RUIZ, IN PRAGUE on Monday": he may be at home
    who = tuple(w for w in clause(head).subjects if w.i < prep.i) if head.is_verb else (head,)
    here = Frame(prep, Kind.STAY, who, () if is_town(place) else (place,), local="here" if is_town(place) else "")
    return here if head.is_verb or head.is_noun else None


def _is_capital(place: Word) -> bool:
    """Whether a noun means a town of a state that is named with it: "in the PERUVIAN CAPITAL", "the town of Piura"."""
    if place.pos != "NOUN" or place.lemma not in visit_words("presence", "towns"):
        return False
    return any(w.text[:1].isupper() for w in (*place.children, *clause(place).oblique("of")))


def _who_acts(prep: Word) -> tuple[Word, ...]:
    """Who did, or will do, something there on a day: "Kim struck a soft note IN PRAGUE ON MONDAY"; no day at a seat."""
    verb = _carrier(prep)
    if verb is None or verb.i > prep.i or not _on_a_day(verb):
        return ()
    return _doers_there(verb)


def moves(prep: Word) -> Frame | None:
    """Kim swanned INTO PRAGUE, barnstormed THROUGH Peru: with a place behind them, any verb without an object moves."""
    verb = prep.head
    places = with_conjuncts(fillers((prep,)))
    if not verb.is_verb or not places or not all(w.pos == "PROPN" and not is_time(w) for w in places):
        return None
    found = clause(verb)
    if found.objects or found.passive or verb.lemma in visit_words("presence", "not_moving"):
        return None
    vehicles, heads = visit_words("nouns", "vehicle"), visit_words("people", "heads")
    who = [w for w in doers(found) if w.pos in {"PROPN", "PRON"} or w.lemma in vehicles or w.lemma in heads]
    return Frame(verb, Kind.GO, tuple(who), places) if who else None


def _carrier(prep: Word) -> Word | None:
    """The verb that a phrase of place stands beside: "signed IN PRAGUE", "a pact IN PRAGUE", "at a plant IN PRAGUE"."""
    above = prep.head
    if above.is_verb or not above.is_noun:
        return above if above.is_verb else None
    deed = above.lemma in visit_words("nouns", "deed", "gesture")
    if above.dep == "dobj":
        return above.head if deed else None
    holder = above.head
    return holder.head if above.dep == "pobj" and holder.head.is_verb and (deed or holder.lower in AT) else None


@cache
def _afar(passive: bool) -> frozenset[str]:
    """The verbs of what may be done from elsewhere, and of what is read with the goals of its own."""
    own = ("meet", "remark", "visit", "arrive", "go", "leave", "attend", "absent", "refuse")
    other = visit_words("presence", "passive_afar") if passive else visit_words("verbs", "speak")
    return visit_words("presence", "afar").union(other, *(visit_words("verbs", kind) for kind in own))


def _doers_there(verb: Word) -> tuple[Word, ...]:
    """The named subjects of a verb of what one does, or has done to one, in person."""
    helpers = {w.lower for w in auxiliaries(verb)}
    real = verb.tag == "VBD" or bool(helpers & {"was", "were", "had", "has", "have", "will", "shall"})
    real = real or (bool(helpers & {"is", "are"}) and bool(helpers & {"to", "being"} or verb.tag == "VBG"))
    ahead = verb.dep == "xcomp" and verb.head.lemma == "be" and "to" in helpers
    real = real or (ahead and verb.tag == "VB")  # "IS TO TESTIFY in Prague on Monday"
    passive = is_passive(verb)
    if not real or verb.lemma in _afar(passive) or is_negated(verb):
        return ()
    found = clause(verb)
    whom = (*found.objects, *found.recipients)
    if not passive and any(map(_is_somebody, whom)):
        return ()  # "beat Lee in Prague", "called him in Prague"
    heads = visit_words("people", "heads") - {"envoy"}
    who = found.objects if passive else found.subjects
    return tuple(w for w in who if w.pos == "PROPN" or w.lower in {"he", "she"} or w.lemma in heads)


def _is_somebody(word: Word) -> bool:
    return word.pos in {"PROPN", "PRON"} or word.lemma in visit_words("people", "bearers")


def _on_a_day(verb: Word) -> bool:
    """Whether a day is told with a verb, and not only a year: "on MONDAY", "last NIGHT", "two DAYS ago"."""
    beside = [c for c in verb.children if c.dep in {"npadvmod", "advmod", "nmod"}]
    beside += [p for c in verb.children if c.dep == "prep" for p in c.children if c.lower in {"on", "over", "during"}]
    beside += [w for c in beside for w in c.children if c.lower == "ago"]
    return any(is_time(w) and w.lemma.lower() not in {"year", "time", "moment"} for w in beside)


def is_town(place: Word) -> bool:
    """Whether a noun means where the report is from: "in TOWN"."""
    return place.text == "town" and not any(c.dep == "det" for c in place.children)


def _bare_here(here: Word) -> Frame | None:
    """Kim, HERE for talks, on a visit, to open a dam, said."""
    if here.dep == "advmod" and here.head.is_verb and here.i > here.head.i and (acting := _doers_there(here.head)):
        return Frame(here, Kind.SPEAK, acting, local="here")  # "signed the treaty HERE"
    words = here.sentence.words
    then = words[here.i + 1 : here.i + 3]
    if here.i < 2 or words[here.i - 1].text != "," or len(then) < 2:
        return None
    who = words[here.i - 2] if words[here.i - 2].pos == "PROPN" else here.head  # whatever the parser hangs it on
    on = any(
        p.lemma in visit_words("presence", "purposes") for c in here.children if c.lower == "on" for p in c.children
    )
    purpose = on or then[0].lower in {"for", "since"} or (then[0].lower == "to" and then[1].tag == "VB")
    return Frame(here, Kind.STAY, (who,), local="here") if purpose and who.is_noun else None


def _ahead_of(prep: Word) -> tuple[Word, ...]:
    """Who does something in the place that a sentence begins with: "In Prague on Monday, KIM sealed the deal"."""
    verb = prep.head
    subjects = clause(verb).subjects if verb.tag == "VBD" and prep.lower == "in" else ()
    first = all(w.is_under(prep) or not w.is_noun for w in prep.sentence.words[: prep.i])
    bearers = visit_words("people", "bearers") - visit_words("people", "anyone") - {"diplomat"}
    who = (w for w in subjects if w.i > prep.i and (w.pos in {"PROPN", "PRON"} or w.lemma in bearers))
    return tuple(who) if first else ()


def _marks_below(prep: Word) -> set[str]:
    """The prepositions below those of a phrase: of "from Monday to Friday" the "to"."""
    return {c.lower for up in (prep, prep.head) for p in up.children if p.dep == "prep" for c in p.children}
