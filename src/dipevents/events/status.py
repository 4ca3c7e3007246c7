"""How real an event is: happened, ongoing, planned, possible, negotiated or denied. One mechanism for all rooms.

Read upwards from the trigger; the stronger doubt wins:

    Kim visited / has visited                       happened
    Kim will visit, is to visit, plans to visit     planned
    Kim may visit, was invited to visit             possible
    Kim did not visit, refused to visit             denied
    the visit was cancelled, a cancelled visit      denied
    ahead of his planned visit                      planned
    talks on the sale, negotiating to buy           negotiating
    Putin to visit India (headline)                 planned
    if Kim visited                                  possible
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from dipevents.events.moods import UNDONE, Status, modals, mood_of, never_yet, unexcused
from dipevents.events.phases import (
    Phase,
    class_of,
    conditional,
    hardly_anybody,
    has_aim,
    is_among,
    is_asked_about,
    is_back,
    is_of_effect,
    is_off,
    nobody,
    phases,
    talked_over,
    tells_what,
    unreal,
    words_of,
)
from dipevents.reading.clauses import auxiliaries, clause, is_negated, support_verb
from dipevents.reading.grammar import FINITE, is_apart, is_in_time, is_passive, is_subjunctive, is_to
from dipevents.reading.subjects import is_asked

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["Phase", "Status", "never_yet", "read_status"]

DEPTH = 8
"""Governing words that are looked at; doubt does not reach further, and the bound ends the walk."""
UNSURE = frozenset({Phase.POSSIBLE, Phase.DENIED})


def read_status(trigger: Word) -> Status:
    """The status of the event that a verb or a noun names; it is kept with the word for whoever asks next."""
    known = clause(trigger).known
    if "status" not in known:
        # of what others do nobody's doing tells nothing: "NOBODY now remembers the visit"
        none = nobody(trigger) if trigger.is_verb else None
        read = _of_verb if trigger.is_verb else _of_noun
        known["status"] = Status(Phase.DENIED, (none,)) if none is not None else read(trigger, DEPTH)
    return cast("Status", known["status"])


def _flip(phase: Phase, word: Word) -> Phase:
    """What a negated governor says: "does not plan to" denies, "did not rule out", "has not decided" leave it open.

    What does not keep somebody from going or call a thing off leaves it as planned ("would not prevent him from");
    who did not fail or hesitate to do a thing did it.
    """
    if word.is_verb and is_among(word, "foreseeing") and (hardly_anybody(word) or nobody(word)) is not None:
        return Phase.POSSIBLE  # "NOBODY EXPECTS him to go", but "is NOT EXPECTED to go"
    if not _is_undone(word):
        return phase
    if is_among(word, "implied"):
        return Phase.PLANNED if any(h.lower in modals() for h in auxiliaries(word)) else Phase.HAPPENED
    if phase is Phase.DENIED:
        kept = Phase.HAPPENED if word.is_noun else Phase.PLANNED  # "NO HALT to the sales"
        return kept if is_among(word, "calling_off") else Phase.POSSIBLE
    return Phase.POSSIBLE if is_among(word, "undecided") else Phase.DENIED


def _is_undone(word: Word) -> bool:
    above = word.head.head if word.dep == "pobj" else word.head  # "was NOT ABLE to", "is NOT in a POSITION to visit"
    if word.dep == "pobj" and word.head.lower == "without":
        return True  # "ended WITHOUT AGREEMENT on a visit"
    led = word.dep == "pobj" and (word.head.lower == "of" or above.lemma in words_of("linking") | words_of("ending"))
    described = led or (word.pos == "ADJ" and word.dep in {"acomp", "oprd"})
    phrases = (c for c in word.children if word.lemma == "be" and c.lower == "in")
    described = (described and is_negated(above)) or any(is_negated(p) for c in phrases for p in c.children)
    described = described or (word.is_verb and nobody(word) is not None)  # "NOTHING will stop him from visiting"
    return is_negated(word) or described or unreal(word) is not None  # "is in NO POSITION to visit"


def _stronger(above: Status, inner: Status) -> Status:
    """The stronger doubt; who denies that it was called off says that it stands, who will not rule it out is unsure."""
    if above.phase is Phase.DENIED and inner.cue != above.cue and inner.cue:
        if inner.phase is Phase.DENIED and is_among(inner.cue[0], "calling_off"):
            missed = above.cue[0].lower in UNDONE  # "SHOULD HAVE been stopped from selling"
            return Status(Phase.HAPPENED if missed else Phase.PLANNED, above.cue)
        if inner.phase is Phase.DENIED and inner.cue[0].dep == "xcomp":
            return Status(Phase.POSSIBLE, above.cue)
        if inner.phase is Phase.PLANNED and is_among(inner.cue[0], "undecided"):
            return Status(Phase.POSSIBLE, above.cue)
    return above.over(inner)


def _of_verb(verb: Word, depth: int) -> Status:
    own, head = mood_of(verb), verb.head
    if depth <= 0 or head is verb or _tells_on(verb):
        return own
    if (excused := unexcused(verb, own)) is not None:
        return excused
    # "HESITATED to go": the parse takes it for a purpose
    asked = is_asked(verb, head) or (verb.dep == "advcl" and is_to(verb) and head.lemma in words_of("implied"))
    held = head.dep in {"attr", "dobj"} or (head.dep == "pobj" and head.head.lower == "in")
    to_do = verb.dep == "relcl" and verb.tag == "VB" and held  # "lacks the time, is not in a position TO VISIT"
    to_do = to_do or (verb.dep == "advcl" and is_to(verb) and head.lemma == "be" and class_of(head) is not None)
    to_do = to_do or _is_for_somebody(verb)
    if verb.dep in {"xcomp", "ccomp", "acl", "pcomp", "oprd"} or to_do or asked:
        return _under(verb, own, head, depth)
    if verb.dep == "conj" and head.is_verb:
        if is_apart(verb):
            return own  # "dropped its plan to buy tanks and ORDERED jets": the parse coordinates "buy" and "ordered"
        finite = any(c.dep == "auxpass" and c.tag in {"VBD", "VBP", "VBZ"} for c in verb.children)  # "but WAS put off"
        finite = finite or (verb.tag, head.tag) == ("VBD", "VB")  # "COULD NOT land there and FLEW on to Oslo"
        if not finite and not any(c.dep in {"nsubj", "nsubjpass", "aux"} for c in verb.children):
            return _of_verb(head, depth - 1).over(own)
        return own
    if verb.dep == "relcl":
        return own
    if verb.dep == "advcl" and verb.tag in {"VBZ", "VBP"} and own.phase is Phase.HAPPENED:
        mark = next((c for c in verb.children if c.dep == "mark" and c.lower in {"before", "until"}), None)
        return Status(Phase.PLANNED, (mark,)) if mark is not None else own  # "a day BEFORE Kim arrives"
    before = verb.sentence.words[verb.i - 1]
    if verb.dep == "advcl" and verb.tag == "VBG" and before.dep == "prt" and before.head is head:
        return _under(verb, own, head, depth)  # "ruled out SENDING arms"
    if verb.dep == "advcl" and verb.tag in {"VB", "VBG", "VBN"} and not conditional(verb):  # "will go TO SEE it"
        marks = [c.lower for c in verb.children if c.dep in {"mark", "prep", "advmod"} and c.i < verb.i]
        return _of_verb(head, depth - 1).over(own) if head.is_verb and not marks else own
    return own


def _tells_on(verb: Word) -> bool:
    """Whether a clause behind a preposition tells what came next: "waited in Oslo, FROM WHERE he FLEW to Riga"."""
    return verb.dep == "pcomp" and verb.tag in FINITE and any(c.lower in {"where", "which"} for c in verb.children)


def _under(verb: Word, own: Status, head: Word, depth: int) -> Status:
    """The status of a clause that a verb, a noun, an adjective or a preposition governs."""
    # "declined to say WHETHER it would let", "did not say WHEN it will", "that it MAY sell": with a mood of their own
    asks = any(c.lower in {"may", "might"} or c.tag == "WRB" for c in verb.children)
    open_question = conditional(verb) is not None or asks
    gerund = verb.tag in {"VBG", "VB"} or [h.lower for h in auxiliaries(verb)[:1]] == ["being"]  # "BEING sold"
    infinitive = is_to(verb) or (gerund and not open_question)
    governor = head.head if head.pos == "ADP" or head.dep == "prep" else head
    if verb.dep == "pcomp" and head.lower in words_of("times"):
        governor = governor.head if governor.dep == "npadvmod" else governor  # "will come THE DAY before leaving"
        above = _above(governor, depth)  # "hoped to pass the bill before leaving": the doubt is about the bill
        return above.over(own) if above.phase is Phase.PLANNED else own
    if verb.dep in {"xcomp", "pcomp"} and head.lower == "about" and head.head.lemma == "be":
        missed = any(h.lower == "had" for h in auxiliaries(head.head))  # "HAD BEEN ABOUT to sell them when"
        planned = Status(Phase.DENIED if missed else Phase.PLANNED, (head,))
        return planned.over(_of_verb(head.head, depth - 1).over(own))
    frank = head.lower == "in" and any(c.lower == "open" for c in governor.children)  # "was open IN VOICING her worry"
    particle = governor.pos in {"ADP", "ADV"}  # "SHIED AWAY from", "was TALKED OUT of", "THOUGHT BETTER of visiting"
    framed = phases().get(f"{governor.head.lemma} {governor.lower}") if particle else None
    governor = governor.head if framed else governor
    framed = framed or (phases().get(f"{governor.lemma} {head.lower}") if verb.dep == "pcomp" else None)
    found = framed or (_class_over(verb, governor) if not frank else None)
    if verb.dep == "ccomp" and _is_beside(verb, governor):
        return own
    if verb.dep == "ccomp" and governor.lemma in words_of("mandative") and is_subjunctive(verb):
        return Status(Phase.POSSIBLE, (governor,)).over(own)
    if verb.dep == "ccomp" and not infinitive:
        unsure = found is Phase.PLANNED and is_among(governor, "undecided")
        if unsure and (_is_undone(governor) or _above(governor, depth).phase is Phase.DENIED):
            return Status(Phase.POSSIBLE, (governor,)).over(own)  # "REFUSED TO CONFIRM that", "is NOT SURE that"
        claimed = found in {Phase.DENIED, Phase.POSSIBLE, Phase.HAPPENED} and governor.lemma not in words_of("loose")
        return Status(_flip(found, governor), (governor,)).over(own) if found and claimed else own
    if (done := _as_done(verb, head, governor, found, depth)) is not None:
        return done.over(own)
    bare = infinitive and verb.dep == "xcomp" and (verb.tag == "VB" or any(c.dep == "auxpass" for c in verb.children))
    if governor.lemma == "be" and found is None and bare:
        return _to_be(own, governor, depth)
    if verb.dep == "acl" and not infinitive and found is Phase.PLANNED:
        return own  # "the ANNOUNCEMENT that she had gone"
    above = _above(governor, depth)
    if found is not None:
        inner = Status(_flip(found, governor), (governor,)).over(own)
        return inner if is_negated(governor) else _stronger(above, inner)
    if is_negated(governor) and governor.is_verb:
        return Status(Phase.DENIED, (governor,))
    told = verb.dep == "acl" and governor.dep == "dobj" and above.phase is Phase.DENIED  # "denied REPORTS that …"
    finite = any(c.tag == "MD" for c in verb.children)  # "declined to comment on reports that he WOULD visit"
    return above.over(own) if (infinitive and not finite) or told else own


def _is_beside(verb: Word, governor: Word) -> bool:
    """Whether a clause stands beside what governs it: "Benin protested; its envoy has PUT OFF the trip".

    So does what is taken for granted: "asked WHY he was GOING".
    """
    if any(c.lower == "why" for c in verb.children):
        return True
    return verb.i < governor.i and not any(c.dep == "mark" for c in verb.children)


def _to_be(own: Status, governor: Word, depth: int) -> Status:
    """The status of what is to be: "IS TO go", "is to be given"; "IF he were to go" is possible."""
    if (mark := conditional(governor)) is not None:
        return Status(Phase.POSSIBLE, (mark,)).over(own)
    planned = Status(Phase.PLANNED, (governor,)).over(own)  # "DENIED he was to go"
    return _of_verb(governor, depth - 1).over(planned) if governor.dep == "ccomp" else planned


def _class_over(verb: Word, governor: Word) -> Phase | None:
    """The class of what governs a clause; of "for somebody to go" some others leave it open, too."""
    # "the WAY is clear for Kim to go"
    being = (c.lemma for c in governor.children if governor.lemma == "be" and c.dep == "nsubj")
    open_for = _is_for_somebody(verb) and not words_of("open_for").isdisjoint((governor.lemma, *being))
    if governor.lemma in words_of("rulings") and verb.dep == "acl" and is_to(verb):
        on = {verb.lemma, *(f"{verb.lemma} {c.lower}" for c in verb.children)}  # "its decision to GO ON selling"
        return Phase.PLANNED if on.isdisjoint(words_of("lasting")) else None  # "defended its DECISION TO go"
    if governor.lemma in words_of("bidding") and verb.tag == "VB" and is_to(verb) and verb.dep in {"ccomp", "xcomp"}:
        return Phase.PLANNED  # "was TOLD TO go", "ORDERED him TO go"
    asked = verb.dep in {"acl", "ccomp"} and is_asked_about(governor)
    return Phase.POSSIBLE if open_for or asked else class_of(governor)


def _is_for_somebody(verb: Word) -> bool:
    """Whether an infinitive has its subject behind "for": "no plans FOR HIM TO GO", "called FOR KIM TO GO"."""
    return verb.dep == "advcl" and is_to(verb) and any(c.dep == "mark" and c.lower == "for" for c in verb.children)


def _as_done(verb: Word, head: Word, governor: Word, found: Phase | None, depth: int) -> Status | None:
    """The status of an infinitive where the words above it tell that it was done, or not, whatever their class.

    had NO CHOICE BUT to go; had NO QUALMS about going; TOOK THE CHANCE to go   that of the verb
    WAS ABLE to go                                                              the same
    TOO ill to go; OUGHT to HAVE gone, WAS TO HAVE gone                         denied
    """
    above = governor.head
    bare = head.lower == "but" or (governor.lemma in words_of("bars") and is_negated(governor))
    taken = found is Phase.POSSIBLE and governor.dep == "dobj" and above.lemma in words_of("taking")
    able = governor.lower == "able" and above.lemma == "be" and above.tag in {"VBD", "VBN"} and not _is_undone(governor)
    if (bare or taken or able) and above.is_verb:
        return _of_verb(above, depth - 1)
    too = next((c for c in governor.children if c.lower == "too" and governor.pos == "ADJ"), None)
    if too is not None and is_to(verb) and all(c.lower != "only" for c in governor.children):
        return Status(Phase.DENIED, (too,))
    due = governor.lower in {"ought", "was", "were"} and verb.dep != "ccomp"  # but not "was the first to have flown"
    missed = due and not is_passive(verb) and {"to", "have"} <= {h.lower for h in auxiliaries(verb)}
    return Status(Phase.DENIED, (governor,)) if missed else None


def _above(word: Word, depth: int) -> Status:
    """The status of a governing word itself, where it can carry one."""
    if word.is_verb:
        return _of_verb(word, depth - 1)
    if word.pos in {"NOUN", "ADJ"} and word.head is not word:
        return _of_noun(word, depth - 1)
    return Status(Phase.HAPPENED)


def _of_noun(noun: Word, depth: int) -> Status:
    own, head = _modifiers(noun), noun.head
    if depth <= 0 or head is noun:
        return own
    if noun.dep in {"conj", "appos"} and head.is_noun:
        return _of_noun(head, depth - 1).over(own)
    if noun.dep in {"compound", "nmod", "poss"} and head.is_noun:
        return _of_noun(head, depth - 1).over(own) if (head.lemma in phases()) else own
    if noun.dep == "pobj":
        return _in_phrase(noun, head, own, depth)
    if head.is_verb:
        return _beside_verb(noun, head, own, depth)
    return own


def _modifiers(noun: Word) -> Status:
    """What the words before a noun say; "press" before "conference" is no pressing."""
    found = Status(Phase.HAPPENED)
    for child in noun.children:
        late = any(c.lower in words_of("often") for c in child.children)  # "a LONG-DELAYED visit" is paid at last
        if child.dep in {"amod", "compound", "nmod", "advmod"} and child.lower not in words_of("never_before"):
            phase = phases().get(child.lower) or (phases().get(child.lemma) if child.dep == "amod" else None)
            behind = noun.sentence.words[child.i + 1]
            other = (child.tag == "NNP" and behind.tag == "CD") or (child.dep == "compound" and behind.text == "-")
            if phase is not None and not (other or (late and phase is Phase.DENIED)):
                found = Status(phase, (child,)).over(found)  # but "F-16 BLOCK 70 jets", "a CEASE-fire"
        elif child.dep == "det" and child.lower == "no" and noun.lemma not in words_of("affirmed"):
            found = Status(Phase.DENIED, (child,))
        elif child.dep == "acl" and child.tag == "VBN" and all(c.dep != "mark" for c in child.children):
            aimed = child.lemma in words_of("aiming") and is_of_effect(child)  # "a visit AIMED AT easing tension"
            # "a plan CANCELLED", but "reports that it was cancelled"
            phase = None if late or aimed else class_of(child)
            found = Status(phase, (child,)).over(found) if phase is not None else found
        elif child.dep == "prep" and (doubt := next((c for c in child.children if class_of(c) in UNSURE), None)):
            framed = phases().get(f"{child.lower} {doubt.lower}")  # "Kim's trip IN DOUBT"
            found = Status(framed, (doubt,)).over(found) if framed is not None else found
    return found


def _in_phrase(noun: Word, prep: Word, own: Status, depth: int) -> Status:
    """The noun stands in a phrase: "ahead of the visit", "talks on the sale", "during his trip"."""
    governor = prep.head
    if prep.lower == "with" and prep.sentence.words[prep.i - 1].text == "," and governor.is_verb:
        return own  # "have sought to mend fences, WITH a visit to Oslo last year"
    if governor.pos == "ADP" or governor.lower in words_of("joint"):
        prep_words, governor = f"{governor.lower} {prep.lower}", governor.head
    else:
        prep_words = prep.lower
    if prep_words in words_of("before") or is_in_time(prep):
        return Status(Phase.PLANNED, (prep,)).over(own)
    if prep_words in words_of("after"):
        return own
    of_what = [governor, *(c for c in governor.children if c.dep in {"attr", "dobj", "nsubjpass"})]  # "set no DATE for"
    if prep_words in {"for", "of"} and (day := next((w for w in of_what if w.lemma in words_of("days")), None)):
        return Status(Phase.PLANNED, (day,)).over(own)  # "no DATE for the visit has been set"
    if governor.lemma in words_of("accounts") or (governor.is_verb and governor.lemma in words_of("reacting")):
        return own  # "asked for DETAILS of the visit", "should RESPOND to the visit"
    if governor.lower == "nothing" and prep_words in {"about", "of"}:
        return Status(Phase.POSSIBLE, (governor,)).over(own)  # "knows NOTHING of a visit"
    # "talk OF a visit"; "TALKS are under way on a visit"
    framed = phases().get(f"{governor.lemma} {prep_words}") if governor.lemma != "be" else talked_over(governor)
    made = of_what[1:] if governor.lemma in words_of("making") and prep_words in words_of("topics") else []
    if (ruling := next((w for w in made if w.lemma in words_of("rulings")), None)) is not None:
        open_still = is_negated(governor) or is_negated(ruling)  # "has made NO DECISION on the visit"
        return Status(Phase.POSSIBLE if open_still else Phase.PLANNED, (ruling,)).over(own)
    found = framed or class_of(governor)
    parted = found is Phase.DENIED and governor.is_verb  # "withdrew from the visit", but "stopped in Oslo on his way"
    bare = governor.pos == "ADJ" and prep_words in words_of("beside")  # "unable to agree during her visit"
    told = not governor.is_verb or prep_words in (words_of("parting") if parted else words_of("topics"))
    if found is not None and not bare and told:
        inner = Status(_flip(found, governor), (governor,)).over(own)
        return _above(governor, depth).over(inner) if governor.pos == "NOUN" else inner
    beside = prep_words in words_of("beside")  # what fails, or may come, during a visit leaves the visit as it is
    if governor.pos == "NOUN":
        above = _of_noun(governor, depth - 1)
    elif governor.is_verb and (beside or prep_words in {"for", "to"} or support_verb(noun) is governor):
        beside = beside and (prep_words == "during" or any(c.dep == "dobj" for c in governor.children))
        above = _of_verb(governor, depth - 1)
    else:
        return own
    return own if beside and above.phase in {Phase.DENIED, Phase.POSSIBLE} else above.over(own)


def _beside_verb(noun: Word, verb: Word, own: Status, depth: int) -> Status:
    """The noun is subject or object of a verb: "cancelled the visit", "the visit will take place"."""
    below = next((c for c in verb.children if c.dep == "xcomp" and verb.lemma in {"have", "be"}), None)
    if noun.dep == "nsubj" and below is not None:
        occurs = below.lemma in words_of("occurring") and not (below.lemma == "follow" and is_passive(below))
        if {"to", "have"} <= {h.lower for h in auxiliaries(below)} and occurs:
            return Status(Phase.DENIED, (verb,))  # "WAS TO HAVE BEGUN on Friday", but "TO HAVE BEEN FOLLOWED by talks"
        if is_passive(below) and (verb.lemma == "have" or class_of(below) is Phase.DENIED):
            return _beside_verb(noun, below, own, depth)  # "the visit had TO BE POSTPONED", "is TO BE POSTPONED"
        if (off := next((c for c in below.children if c.dep == "conj" and is_off(c)), None)) is not None:
            return Status(Phase.DENIED, (off,))  # "was to take place in May but WAS PUT OFF"
    if noun.dep == "nsubj" and (doubt := _leaves_open(noun, verb)) is not None:
        return Status(Phase.POSSIBLE, (doubt,)).over(own)
    marks = (w for c in verb.children for w in (c, *c.children))
    late = verb.lemma in words_of("disclosing") and any(w.lower in {"until", "till"} for w in marks)
    so = verb.lemma == "make" and any(c.dep in {"oprd", "acomp", "ccomp"} for c in verb.children)
    if is_negated(verb) and (verb.lemma in words_of("harming") or late or so):
        return own  # "the visit is NOT AFFECTED by the strike", "was NOT ANNOUNCED UNTIL it was over", "NOT MADE SO"
    # "the visit PUT the deal AT RISK"
    other = noun.dep == "nsubj" and verb.lemma in words_of("linking") and any(c.dep == "dobj" for c in verb.children)
    found = class_of(verb) if not other and not has_aim(noun, verb) else None
    above = _of_verb(verb, depth - 1)
    effect = above.phase in {Phase.DENIED, Phase.POSSIBLE} and verb.lemma not in words_of("occurring")
    if own.phase is Phase.DENIED and noun.dep in {"nsubj", "nsubjpass"} and is_back(noun, verb, own.cue):
        own = Status(Phase.HAPPENED)
    if noun.dep in {"dobj", "nsubjpass", "oprd", "attr"} or (noun.dep == "nsubj" and verb.lemma == "be"):
        if found is not None:
            effect = noun.dep == "nsubjpass" and found is Phase.PLANNED and is_of_effect(verb)
            inner = Status(found if effect else _flip(found, verb), (verb,)).over(own)
            return inner if _is_undone(verb) else _stronger(above, inner)
        aside = (noun.dep == "nsubjpass" and effect) or (above.phase is Phase.POSSIBLE and tells_what(verb))
        return own if aside and noun.dep in {"nsubj", "nsubjpass"} and not is_negated(verb) else above.over(own)
    if noun.dep == "nsubj":
        if found is not None:
            return Status(_flip(found, verb), (verb,)).over(own)
        will = effect and above.phase is Phase.POSSIBLE and any(h.lower == "will" for h in auxiliaries(verb))
        above = Status(Phase.PLANNED, above.cue) if will else above  # "her visit WILL likely help"
        return own if effect and not will else above.over(own)  # "may help": the doubt is about what comes of it
    return own


def _leaves_open(noun: Word, verb: Word) -> Word | None:
    """The word by which a verb leaves open what its subject names: "the visit DEPENDS on it", or None.

    So does what would come of anything of the kind: "A visit WOULD send the wrong signal".
    """
    if verb.lemma in words_of("depending"):
        return verb
    some = any(c.lower in {"a", "an", "any"} for c in noun.children if c.dep == "det")
    judged = verb.lemma == "be" and any(c.dep in {"acomp", "attr"} for c in verb.children)  # "would be A MISTAKE"
    if not some or (verb.lemma in words_of("occurring") and not judged) or class_of(verb) is not None:
        return None
    return next((h for h in auxiliaries(verb) if h.lower in UNDONE), None)
