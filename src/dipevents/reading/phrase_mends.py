"""Phrases hung in place on what is done: who moves or comes along, what is warned against, where one is met.

Kim LEAVES for Oslo                            a word of motion that was taken for a noun, with who moves before it
came by train from Oslo TOGETHER WITH Kim      nobody is together with a train or a town
will sell USED tanks to Lima                   no verb follows upon another at once: an attribute
warned Kim in a letter AGAINST going           no letter is against what somebody does
lifted its ban ON the sale                     what a ban is on tells which ban it is
met a team led by Kim IN OSLO ON MONDAY        he leads it everywhere, and any day
held talks in the capital WITH KIM             no town is with somebody: the talks are
sent a team to Oslo LED BY KIM                 he does not lead Oslo
echoed warnings last week BY HOLT               nothing with a subject and an object is done by somebody: its object
warned Peru OF harsh sanctions                 no state is of what it is warned of
Oslo rejected EU CALLS to halt it              no object is a verb in the present
told REUTERS Oslo would pay                    who is told is no part of the next name
48 USED Patriot PAC-2 missiles                 they are used, not the number
bought 48 used LEOPARD 2A4 tanks               one thing is bought, which has its type before it
spent a million on BUILDING ships              ships do not build: what is done with the money
made a transit STOP in Oslo                    what is made is a stop
its sale of jets to Oslo ANGERED Lima          no attribute stands between two names: the main verb
Kim flew to Oslo, Lima said, IN A RARE TRIP    who says so makes no trip
they were WORRIED jets could go to Oslo        no jets are worried: they are
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import FINITE, has_subject, is_of, is_to, is_within, verb_above
from dipevents.reading.name_mends import pair
from dipevents.reading.tails import crown, hang, hang_subject, make_noun, make_verb
from dipevents.reading.verb_mends import PRESENT, QUOTES

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = [
    "MAKING",
    "anger",
    "bar",
    "be_against",
    "be_by",
    "be_object",
    "be_of",
    "come_along",
    "feel",
    "go",
    "go_with",
    "hear",
    "lead_team",
    "meet_team",
    "meet_with",
    "move",
    "press",
    "qualify",
    "specify",
    "spend_on",
    "stop_over",
    "sum_up",
    "take_in",
]

MAKING: dict[str, str] = {
    f"{verb.removesuffix('e')}ing": verb
    for verb in ("build", "design", "develop", "make", "maintain", "manufacture", "modernise", "modernize", "produce")
}
_LANDS = frozenset({"country", "economy", "market", "nation", "state"})
"""What is called "developing"."""
_ALONG = frozenset({"along", "together"})
_TEAMS = frozenset({"delegation", "group", "mission", "party", "squad", "team"})
_LEADING = frozenset({"head", "lead"})
_TROUBLING = frozenset(
    {"alarm", "anger", "annoy", "dismay", "enrage", "infuriate", "irritate", "irk", "outrage", "upset", "worry"}
)
_TELLING_OF = frozenset({"accuse", "assure", "inform", "notify", "remind", "suspect", "warn"})
_ADVISING = frozenset({"advise", "admonish", "caution", "counsel", "warn"})


def come_along(phrase: Word) -> None:
    """Hangs "together with" behind a phrase on the verb of that phrase."""
    if phrase.lower != "with" or all(c.lower not in _ALONG for c in phrase.children):
        return
    above = _verb_above(phrase)
    if above is not None:
        hang([phrase], above)


def meet_with(phrase: Word) -> None:
    """Hangs with whom one talks on the talks, not on the town: "held talks in the Peruvian capital WITH KIM"."""
    town = phrase.head
    if town.dep != "pobj" or town.head.lower not in {"at", "in"}:
        return
    talks = town.head.head
    meets = is_of(talks, "talks") or is_of(talks, "held") or talks.lemma == "meet"
    who = [c for c in phrase.children if c.dep == "pobj" and c.pos == "PROPN"]
    if meets and who and not is_within(who[0], "GPE", "LOC"):
        hang([phrase], talks)


def be_object(noun: Word) -> None:
    """Makes a noun of an object that was taken for a verb in the present: "rejected EU CALLS to halt it"."""
    if noun.tag != "VBZ" or has_subject(noun):
        return
    if any(c.dep in {"compound", "poss"} and c.pos == "PROPN" and c.i < noun.i for c in noun.children):
        make_noun(noun, "NNS")
        for task in (c for c in noun.children if c.dep == "advcl"):
            task.dep = "acl"


def be_by(phrase: Word) -> None:
    """Hangs by whom something is on the object of a verb in the active: "echoed WARNINGS last week BY HOLT"."""
    verb = phrase.head
    goods = next((c for c in verb.children if c.dep == "dobj" and verb.i < c.i < phrase.i), None)
    acts = verb.tag in FINITE and any(c.dep == "nsubj" and c.i < verb.i for c in verb.children)
    if phrase.dep == "agent" and goods is not None and acts and all(c.dep != "auxpass" for c in verb.children):
        hang([phrase], goods)
        phrase.dep = "prep"


def be_of(phrase: Word) -> None:
    """Hangs what a state is warned or accused of on the verb, not on its name: "warned Peru OF harsh sanctions"."""
    name = phrase.head
    if phrase.lower != "of" or name.dep != "dobj" or name.pos != "PROPN" or name.head.lemma not in _TELLING_OF:
        return
    if phrase.i == name.i + 1 and all(c.pos == "NOUN" for c in phrase.children):
        hang([phrase], name.head)


def go_with(participle: Word) -> None:
    """Makes an attribute of a participle between a verb and its bare object: "will sell USED tanks to Lima"."""
    at, words = participle.i, participle.sentence.words
    verb, goods = words[max(at - 1, 0)], words[min(at + 1, len(words) - 1)]
    bare = goods.tag == "NNS" and goods.head is participle and goods.dep == "dobj" and not goods.children
    alone = participle.tag == "VBN" and all(c.i > at for c in participle.children)
    if not (bare and alone and verb.is_verb and verb.i < at) or any(c.dep == "dobj" for c in verb.children):
        return
    hang(list(participle.children), verb)
    hang([participle], goods)
    participle.dep, participle.pos = "amod", "VERB"


def be_against(phrase: Word) -> None:
    """Hangs what somebody is warned against doing on the warning, from where or how it is given."""
    if phrase.lower != "against" or all(c.dep != "pcomp" or c.tag != "VBG" for c in phrase.children):
        return
    above = _verb_above(phrase)
    if above is not None and above.lemma in _ADVISING:
        hang([phrase], above)


def bar(phrase: Word) -> None:
    """Hangs what a ban or a duty is on, right behind it, on it: "lifted its BAN on the sale", "a TAX on steel"."""
    banned = phrase.sentence.words[phrase.i - 1]
    beside = phrase.lower == "on" and banned.dep == "dobj" and phrase.head is banned.head
    beside = beside and banned.head.lemma not in {"keep", "lay", "put"}  # "PUT sanctions on the table"
    if beside and is_of(banned, "bars") and not any(is_within(c, "DATE") for c in phrase.children):
        hang([phrase], banned)


def meet_team(phrase: Word) -> None:
    """Hangs where and when a team is met, behind who leads it, on the meeting."""
    led = phrase.head
    told = led.dep == "acl" and led.tag == "VBN" and led.lemma in _LEADING and phrase.lower in {"at", "in", "on"}
    if not told or all(c.dep != "agent" or c.i > phrase.i for c in led.children):
        return
    above = led.head
    for _ in range(4):
        above = above.head.head if above.dep == "pobj" else above.head if above.dep == "dobj" else above
    if above.is_verb and above.i < led.i:
        hang([phrase], above)


def sum_up(phrase: Word) -> None:
    """Hangs what a deed is on the deed that is told, not on who tells it: "Kim left, Lima said, IN A rare TRIP"."""
    saying, words = phrase.head, phrase.sentence.words
    if phrase.lower != "in" or words[phrase.i - 1].text != "," or not is_of(saying, "citing"):
        return
    above = (saying.head,) if saying.dep in {"advcl", "parataxis"} else (c for c in saying.children if c.dep == "ccomp")
    told = next((w for w in above if w.i < saying.i < phrase.i), None)
    deed = next((c for c in phrase.children if c.dep == "pobj"), phrase)
    quoted = told is not None and any(w.text in QUOTES for w in words[told.i : saying.i])
    if told is not None and not quoted and is_of(deed, "deeds"):
        hang([phrase], told)


def lead_team(led: Word) -> None:
    """Hangs who leads a team on it, not on where it is sent."""
    placed = led.head.dep == "pobj" and led.head.pos == "PROPN"
    if led.tag != "VBN" or led.lemma not in _LEADING or not (placed or led.dep == "advcl"):
        return
    above = led.head.head.head if placed else led.head
    near = (above, *(c for c in above.children if c.dep == "dobj"))
    team = next((w for w in near if w.lemma in _TEAMS and w.i < led.i), None)
    if team is not None and any(c.dep == "agent" for c in led.children):
        hang([led], team)
        led.dep = "acl"


def _verb_above(phrase: Word) -> Word | None:
    """The verb over the nouns on which a phrase hangs, or None."""
    above = phrase.head
    for _ in range(4):
        if above.dep != "pobj" or above.head.head is above:
            return None
        above = above.head.head
        if above.is_verb:
            return above
    return None


def go(verb: Word) -> None:
    """Makes a verb of a bare word of motion, or one with an object, that heads a sentence; who is before it acts."""
    before = [c for c in verb.children if c.dep in {"compound", "nmod"} and c.i < verb.i]
    if verb.tag == "VBN" or not before or verb.sentence.heading or max(w.i for w in before[-1].subtree()) != verb.i - 1:
        return
    name, behind = before[-1], [c for c in verb.children if c.i > verb.i]
    goes = (
        (is_of(verb, "motion") or verb.lower == "leaves")
        and bool(behind)
        and (behind[0].pos == "ADP" or behind[0].dep == "dobj")
    )
    acts = any(c.dep in {"dative", "dobj", "xcomp"} for c in behind) and name.pos == "PROPN"
    first = next((c for c in verb.children if c.dep == "nsubj" and c.i < name.i), name)
    several = name.tag == "NNS" or any(w.dep == "cc" for w in first.subtree())
    one = verb.tag == "NNS" and any(c.lower in {"a", "an"} for c in verb.children)  # "A delegation LANDS"
    told = goes and (is_within(name, "PERSON") or name.tag == "NNS" or one or _is_alone(name, verb))
    if not (told or acts) or (verb.tag == "NN" and not several):
        return
    hang([c for c in verb.children if c.i < name.i and c is not first], name)
    if first is not name:
        hang([name], first)
        name.dep = "conj"
    first.dep = "nsubj"
    make_verb(verb, PRESENT.get(verb.tag, "VBP" if verb.tag == "VB" else verb.tag))
    verb.lemma = "leave" if verb.lower == "leaves" else verb.lemma
    for word in tuple(name.subtree()):
        pair(word)


def _is_alone(name: Word, verb: Word) -> bool:
    """Whether a name opens a sentence that has no verb but a word of motion to a place: "KIM travels to Oslo"."""
    words, behind = name.sentence.words, [c for c in verb.children if c.i == verb.i + 1]
    goal = any(p.pos == "PROPN" for c in behind if c.lower in {"for", "in", "to"} for p in c.children)
    return name.i == 0 and name.pos == "PROPN" and goal and all(w.tag not in FINITE for w in words)


def press(past: Word) -> None:
    """Makes the main verb of an attribute of whom it urges: "Kim, on a visit to Oslo, PRESSED Minister Holt to go"."""
    whom = past.head.head if past.head.dep == "compound" else past.head
    subject, verb = whom.head, whom.head.head
    led = whom.dep == "appos" and subject.dep == "nsubj" and verb.dep == "ROOT" and verb.tag == "VB" and is_to(verb)
    if led and past.tag in {"VBD", "VBN"} and past.i > subject.i and past.sentence.words[past.i - 1].text == ",":
        make_verb(past, "VBD")
        crown(past, verb, "xcomp")
        hang_subject(subject, past)
        hang([whom], past)
        whom.dep = "dobj"


def feel(state: Word) -> None:
    """Makes a state of a feeling behind "be" that was taken for an attribute: "they were WORRIED jets could go"."""
    noun, words = state.head, state.sentence.words
    be = words[state.i - 1]
    if not state.i or be.lemma != "be" or be.dep in {"aux", "auxpass"} or not is_of(state, "feeling"):
        return
    helper = words[noun.i + 1] if noun.dep == "attr" and noun.i + 1 < len(words) else noun
    verb = helper.head
    lacks = has_subject(be) and all(c is noun or c.dep not in {"acomp", "attr", "oprd", "prep"} for c in be.children)
    told = noun.dep in {"nsubj", "nsubjpass"} or (helper.dep == "aux" and not has_subject(verb))
    if lacks and told and verb.is_verb and verb.i > noun.i and not be.is_under(verb):
        hang([state], be)
        hang([verb], state)
        state.dep, verb.dep = "acomp", "ccomp"
        if noun.dep == "attr":
            hang_subject(noun, verb)


def anger(verb: Word) -> None:
    """Makes the main verb of a past that was taken for an attribute of who is angered, behind a name and "to" or "of".

    The name is what the preposition is of, and the sentence's noun what angers.
    """
    name, stem = verb.head, verb.lower.removesuffix("d")
    if name.dep != "pobj" or name.pos != "PROPN":
        return
    lemma = next((w for w in (stem, stem.removesuffix("e"), verb.lower) if w in _TROUBLING), "")
    before = verb.sentence.words[verb.i - 1] if verb.i > 2 else verb
    root = name.head.head
    told = bool(lemma) and name.i > verb.i
    if not told or before.head is not name or before.pos != "PROPN" or root.head is not root or not root.is_noun:
        return
    before.dep = "pobj"
    hang([before], name.head)
    make_verb(verb, "VBD")
    verb.lemma = lemma
    crown(verb, root, "nsubj")
    hang([name], verb)
    name.dep = "dobj"
    hang([c for c in root.children if c.i > name.i], verb)


def move(name: Word) -> None:
    """Makes the subject of a name that opens a sentence right before its verb, taken for an attribute: "KIM leaves"."""
    verb = name.head
    first = name.i == 0 and verb.i == 1 and name.text[:1].isupper() and not name.sentence.heading
    if first and verb.tag == "VBZ" and all(c.dep not in {"nsubj", "nsubjpass"} for c in verb.children):
        make_noun(name, "NNP")
        name.dep = "nsubj"


def qualify(used: Word) -> None:
    """Makes an attribute of a participle between a number and its noun, as of "48 USED Patriots"."""
    number = used.head
    noun = number.head
    if used.tag == "VBN" and number.dep == "nummod" and number.i == used.i - 1 and noun.i > used.i and noun.is_noun:
        hang([used], noun)
        used.dep = "amod"


def specify(goods: Word) -> None:
    """Makes a type of a counted name that was taken for an object of its own: "bought 48 used LEOPARD 2A4 tanks"."""
    words, verb = goods.sentence.words, goods.head
    name = next((c for c in verb.children if c.dep == "dobj" and c.pos == "PROPN" and c.i < goods.i), goods)
    if name is goods:
        return
    counted = [c for c in name.children if c.i < name.i and c.dep in {"amod", "nummod"}]
    between = words[name.i + 1 : goods.i]
    numbered = bool(between) and all(any(map(str.isdigit, w.text)) for w in between)
    if numbered and any(c.dep == "nummod" for c in counted):
        hang(counted, goods)
        hang([name], goods)
        name.dep = "compound"


def hear(name: Word) -> None:
    """Makes of a medium or body, taken for part of the next name, who is told: "told AL JAZEERA Oslo would pay"."""
    if not is_of(name, "hearing"):
        return
    words, first = name.sentence.words, name.i
    while first and words[first - 1].dep == "compound" and words[first - 1].pos == "PROPN":
        first -= 1
    article = words[first - 1] if first and words[first - 1].lower == "the" else None
    at = first - (1 if article is None else 2)
    teller = words[at] if at >= 0 else name
    if teller is name or teller.lemma != "tell" or not teller.is_verb or teller.is_under(name):
        return
    told = name.head
    while told.dep in {"compound", "nmod"} and told.head.i > told.i:
        told = told.head
    if any(is_of(w, "hearing") for w in words[name.i + 1 : told.i]):
        return  # "the SENATE Armed Services Committee"
    if told.dep == "dobj" and told.head is teller:
        verb = next((c for c in teller.children if c.dep == "ccomp" and c.i > told.i and not has_subject(c)), None)
        if verb is None:
            return
        hang_subject(told, verb)
    hang([name], teller)
    name.dep = "dobj"
    for word in words[first - (article is not None) : name.i]:
        if word.head.i > name.i:
            hang([word], name)


def spend_on(deed: Word) -> None:
    """Makes a verb of what is done with money, taken for an attribute: "spent a million on BUILDING ships"."""
    goods, made = deed.head, MAKING.get(deed.lower)
    if made is None:
        return
    on = deed.sentence.words[deed.i - 1] if deed.i else deed
    above = verb_above(on) if on.lower == "on" and goods.head is on else None
    if above is None or goods.tag != "NNS" or goods.lemma in _LANDS or not is_of(above, "spending"):
        return
    make_verb(deed, "VBG")
    deed.lemma = made
    hang([deed], on)
    hang([goods], deed)
    deed.dep, goods.dep = "pcomp", "dobj"


def stop_over(verb: Word) -> None:
    """Makes the object of a stop that was taken for what somebody makes happen: "made a transit STOP in Oslo"."""
    way = verb.sentence.words[verb.i - 1] if verb.i else verb
    taken = verb.lemma in {"halt", "stop"} and verb.tag in {"VB", "VBP", "VBZ"} and verb.head.lemma == "make"
    if taken and way.head is verb and way.dep == "nsubj" and way.is_noun and way.pos != "PROPN":
        make_noun(verb, "NNS" if verb.tag == "VBZ" else "NN")
        verb.dep, way.dep = "dobj", "compound"
        hang([c for c in way.children if c.dep != "compound"], verb)


def take_in(noun: Word) -> None:
    """Makes a verb of what tells where a journey goes: "a tour TAKING in Oslo and Lima"."""
    if noun.lower == "taking" and noun.tag == "NN" and any(c.lower == "in" for c in noun.children):
        make_verb(noun, "VBG")
        noun.lemma = "take"
