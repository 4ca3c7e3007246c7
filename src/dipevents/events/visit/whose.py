"""Whose a journey is that a noun tells: its owner, who makes it, who is on it, whom its verb takes along.

a visit by KIM, KIM's visit, the visit of KIM             agent, owner, genitive
KIM paid a visit; KIM, on a visit, said; the visit        the verb's subject; what it hangs on
that KIM made; on arrival, KIM said                       whoever the surroundings tell
the KOREAN visit                                          the state of an adjective
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.status import Phase, read_status
from dipevents.events.visit.frames import region_of, visit_words
from dipevents.events.visit.of_whom import bearers, bears_office, genitives, of_whom, phrases_of
from dipevents.events.visit.subjects import doers, spoken_for
from dipevents.reading.clauses import antecedent, clause, fillers, governor, support_verb, verb_above, with_conjuncts
from dipevents.reading.grammar import is_negated, is_within

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["agents_of", "gives_up", "is_set_off", "told_by", "visitors_of"]


def visitors_of(noun: Word) -> tuple[Word, ...]:
    """Who makes the visit: by-phrase, owner, who "made" it, whoever is "on" it, the adjective's state."""
    if noun.lemma in visit_words("nouns", "sending"):
        return bearers(noun)  # "Oslo's dispatch OF AN ENVOY to Prague"
    for reader in (
        agents_of,
        _shared,
        _owners,
        _tour_owners,
        bearers,
        of_whom,
        _makers,
        _surface,
        _supporters,
        _around,
        _governors,
        genitives,
    ):
        if found := reader(noun):
            return found
    states = (c for c in noun.children if c.dep == "amod" and c.tag == "JJ" and not region_of(c))
    return tuple(c for c in states if c.text[:1].isupper())


def agents_of(noun: Word) -> tuple[Word, ...]:
    """A visit by Kim; also "a visit to Prague by Kim", where the parser hangs "by" on Prague."""
    below = fillers(c for c in noun.children if c.dep == "prep")
    beside = noun.head.children if noun.dep == "dobj" and noun.head.tag in {"VB", "VBD", "VBP", "VBZ"} else ()
    by = (c for c in beside if c.dep == "agent" or (c.lower == "by" and any(map(bears_office, c.children))))
    hung = [w for c in by for w in c.children]  # "follows a trip last week by Kim"
    found = phrases_of(noun, "by") or [w for p in below for w in phrases_of(p, "by")] or hung
    made = noun.dep == "dobj" and noun.head.lemma in {"make", "pay"} and clause(noun.head).subjects
    if made and any(c.lower in {"a", "an"} for w in found for c in w.children):
        return made  # "KIM made the first visit by a Czech minister"
    return with_conjuncts(found)


def _owners(noun: Word) -> tuple[Word, ...]:
    """Kim's visit; "the latter's visit" is that of the object before; "next week's visit" has no owner."""
    owners = [c for c in noun.children if c.dep == "poss" and c.lemma not in visit_words("support", "times")]
    if owners and owners[0].lower == "latter":
        above = governor(noun)
        return clause(above).objects if above is not None and above.is_verb else ()
    if noun.dep == "conj" and noun.head.tag == "NNS" and any(w.lower == "their" for w in owners):
        return (noun.head,)  # "support for the TROOPS and their mission"
    holder = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else noun
    if owners and owners[0].pos == "PROPN" and holder.lemma in visit_words("people", "bearers"):
        return (holder,)  # "the EMIR of Qatar's visit"
    return with_conjuncts(antecedent(w) or w for w in owners)


def _shared(noun: Word) -> tuple[Word, ...]:
    """Kim arrived on her first visit, ended her visit: the pronoun means the subject."""
    owner = next((c for c in noun.children if c.dep == "poss" and c.pos == "PRON"), None)
    who = _supporters(noun) or _surface(noun) if owner is not None else ()
    other = owner is not None and owner.lower in {"his", "her"} and any(_is_another(w, owner) for w in who)
    return who if len(who) == 1 and not other else ()


def _is_another(word: Word, owner: Word) -> bool:
    """Whether a word is a body, or of somebody's own: "told HER PARTY to draft a bill before HER visit"."""
    own, the = any(c.lower == owner.lower for c in word.children), any(c.lower == "the" for c in word.children)
    named = (e for e in word.sentence.entities if e.first <= word.i <= e.last)
    return own or any(e.label == "ORG" and (e.first < e.last or the) for e in named)


def _surface(noun: Word) -> tuple[Word, ...]:
    """During HIS stay in Prague, Kim will …; during a stop here, Kim was assured: the subject, also of a passive."""
    if noun.dep != "pobj" or noun.head.lower not in {"during", "on", "upon", "in"}:
        return ()
    verb = (verb_above(noun) or noun) if _is_at_arrival(noun) else noun.head.head
    talk = verb.dep == "pobj" and verb.head.lower in {"at", "in"} and verb.lemma in visit_words("support", "talking_at")
    verb = verb.head.head if talk else verb  # "in an INTERVIEW during a visit to Prague, Kim said"
    if not verb.is_verb:
        return ()
    own = [c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}]
    if len(with_conjuncts(own)) > 1 and any(c.lower == "the" for c in noun.children):
        return ()  # "during the visit, Kim and her hosts will": it is that of one of them
    aside = is_set_off(noun) and not any(c.dep == "dobj" and c.i < noun.i for c in verb.children)
    # "Kim, DURING A VISIT to Prague, promised help"
    aside = aside or talk or _is_at_arrival(noun) or bool(own and own[0].i < noun.head.i < verb.i)
    return with_conjuncts(antecedent(w) or w for w in own) if own and (noun.i < own[0].i or aside) else ()


def _around(noun: Word) -> tuple[Word, ...]:
    """Ahead of a visit to Prague, KIM said; KIM said after a visit to Prague: a person, not a state."""
    joint = noun.head
    if noun.dep != "pobj" or not any(c.lower in {"a", "an"} for c in noun.children) or not phrases_of(noun, "to", "in"):
        return ()
    joint = joint.head if joint.lower == "of" and joint.head.lower == "ahead" else joint
    if joint.lower not in {"ahead", "after", "before", "following"} or not joint.head.is_verb:
        return ()
    who = clause(joint.head).subjects
    return who if all(is_within(w, "PERSON") or bears_office(w) for w in who) else ()


def _is_at_arrival(noun: Word) -> bool:
    """Whether a phrase tells when the subject did something, but received nobody: "praised it ON ARRIVAL in Prague"."""
    bare = noun.lemma == "arrival" and all(c.dep not in {"det", "poss"} for c in noun.children)
    verb = verb_above(noun) if bare else None
    return verb is not None and verb.lemma not in visit_words("support", "moving")


def is_set_off(noun: Word) -> bool:
    """Whether a visit stands behind a comma: "Kim, ON A VISIT to Prague, promised help"."""
    return noun.dep == "pobj" and noun.head.lower == "on" and noun.sentence.words[noun.head.i - 1].text == ","


def _tour_owners(noun: Word) -> tuple[Word, ...]:
    """The first stop of KIM's tour."""
    whole = [w for w in phrases_of(noun, "of", "on") if w.lemma in visit_words("nouns", "visit")]
    return _owners(whole[0]) if whole else ()


def _makers(noun: Word) -> tuple[Word, ...]:
    """The visit made in July by Kim, a trip that Kim had planned, that Kim was to make."""
    for child in noun.children:
        if child.dep not in {"acl", "relcl"} or not child.is_verb:
            continue
        if any(c.dep == "dobj" and c.pos == "NOUN" for c in child.children):
            continue  # "during the stopover that her government took note"
        who = tuple(w for w in clause(child).subjects if w is not noun)
        carriers = {*told_by(child), *(c.lemma for c in child.children if c.dep == "xcomp")}
        if who and carriers & visit_words("support", "verbs"):
            return who
    return ()


def _supporters(noun: Word) -> tuple[Word, ...]:
    """Kim paid a visit, arrived for a visit, accompanied Lee on a visit; Zeman received Lee during a visit."""
    support = support_verb(noun)
    if support is None or ((lent := clause(support)).passive and support.dep in {"acl", "advcl"}):
        return ()  # "backs the plan, first drafted by Zeman, during HIS VISIT"
    who = doers(lent) or (lent.objects if lent.passive else ())
    if lent.objects and noun not in lent.objects and support.lemma in visit_words("support", "moving"):
        unmet = noun.lemma in visit_words("support", "stages") or read_status(support).phase is Phase.DENIED
        met = () if unmet else lent.objects  # "met Lee on the first DAY of", "DENIED that he met Lee during a visit"
        met = (*lent.subjects, *(o for o in met if not clause(o).oblique("in")))  # "met OFFICIALS IN PRAGUE"
        if support.lemma == "meet" and {w.lower for w in noun.subtree()} == {"the", noun.lower}:
            return ()  # "will meet Kim DURING THE VISIT" that was told
        who = met if support.lemma == "meet" else lent.objects
    if support.lemma in visit_words("verbs", "lead", "accompany") and not lent.passive:
        who = with_conjuncts((*(() if is_negated(support) else lent.subjects), *lent.objects))
    return who if noun not in who else ()


def _governors(noun: Word) -> tuple[Word, ...]:
    """Kim cancelled a visit; Kim, on a visit; the return from, the second day of Kim's visit."""
    if noun.dep == "dobj" and told_by(noun.head) & visit_words("support", "verbs"):
        return tuple(who for w in doers(clause(noun.head)) if w is not noun for who in spoken_for(w))
    if noun.dep == "dobj" and noun.head.lemma in visit_words("support", "giving"):  # "was given a tour of the plant"
        given = clause(noun.head)
        return tuple(w for w in (*given.recipients, *given.objects) if w is not noun)
    if noun.dep != "pobj":
        return ()
    if noun.head.lower == "through" and (before := _before_midway(noun.head)) is not None:
        return clause(before).subjects if before.is_verb else (before,)
    preposition, above = noun.head.lower, noun.head.head
    if preposition == "from" and above.lower in {"back", "home"} and above.head.is_verb:
        return doers(clause(above.head))  # "has just come BACK FROM a tour of Asia"
    if who := _planners(preposition, above):
        return who
    if preposition in {"of", "from"} and (leaver := gives_up(above)) is not None:
        return clause(leaver).subjects
    if above.pos == "NOUN" and above.lemma in visit_words("nouns", "visit", "stop"):
        return visitors_of(above)  # "before his departure on a visit to Prague"
    if preposition in {"from", "of"} and above.lemma in visit_words("support", "stages"):
        who = clause(above).subjects if above.is_verb else _owners(above) or _supporters(above) or _whose_day(above)
        bare = any(c.lower == "the" for c in noun.children) and not phrases_of(noun, "to", "in", "by")
        return () if bare and (who[1:] or any(w.tag == "NNS" for w in who)) else who  # "both, on the last day of"
    if preposition in {"on", "for"} and above.dep == "acomp" and above.lower in visit_words("presence", "due"):
        return clause(above.head).subjects  # "is DUE ON a three-day visit"
    if preposition == "for" and above.dep == "pobj" and above.head.lower == "with" and above.head.head.is_verb:
        return clause(above.head.head).subjects  # "arrived WITH SOME 50 INSPECTORS FOR A TOUR"
    row = with_conjuncts((above,)) if above.is_noun and preposition in {"on", "during", "for"} else ()
    return tuple(w for w in row if w.i < noun.head.i)  # "Kim AND LEE, on a visit there"


def told_by(verb: Word) -> set[str]:
    """A verb by itself and with its particle: "give" and "give up"."""
    return {verb.lemma, *(f"{verb.lemma} {c.lower}" for c in verb.children if c.dep in {"prt", "advmod"})}


def _planners(preposition: str, above: Word) -> tuple[Word, ...]:
    """Who found time FOR a trip, dropped plans FOR it, thinks ABOUT it, decided AGAINST it, is open TO it."""
    mused = preposition in {"about", "of"} and above.lemma in visit_words("support", "musing")
    if mused or (preposition == "against" and above.lemma == "decide"):
        return doers(clause(above))
    if preposition == "to" and above.lemma == "open" and above.pos == "ADJ":
        return clause(above.head).subjects
    table = {"for": "plans", "on": "sayings"}.get(preposition)
    told = table is not None and above.dep == "dobj" and above.lemma in visit_words("support", table)
    return doers(clause(above.head)) if told else ()


def gives_up(word: Word) -> Word | None:
    """The verb of "pulled OUT of a trip": its particle has the trip, or the verb itself."""
    verb = word if word.is_verb else word.head
    absent = {w.split()[0] for w in visit_words("verbs", "absent") if " " in w}
    parted = word is not verb or any(c.lower in {"out", "off"} for c in verb.children)
    return verb if verb.is_verb and verb.lemma in absent and parted else None


def _before_midway(through: Word) -> Word | None:
    """The word before "midway through", whatever that hangs on: Kim, Kim WAS, "he SAID, midway through a visit"."""
    words = through.sentence.words
    if not through.i or words[through.i - 1].lower not in visit_words("support", "midway"):
        return None
    at = through.i - 2
    while at >= 0 and words[at].text == ",":
        at -= 1
    return words[at] if at >= 0 and (words[at].is_verb or words[at].is_noun or words[at].pos == "AUX") else None


def _whose_day(day: Word) -> tuple[Word, ...]:
    """Kim, on the second DAY of a visit, praised the farmers; Kim was met by a mayor at the START of a visit."""
    if day.dep != "pobj" or day.head.lower not in {"on", "during", "in", "at", "near", "towards", "toward"}:
        return ()
    holder = day.head.head
    if not holder.is_verb:
        return (holder,) if holder.is_noun else ()
    found = clause(holder)
    people = found.passive and all(w.pos == "PROPN" or bears_office(w) for w in found.objects)
    return found.objects if people and found.objects else found.subjects
