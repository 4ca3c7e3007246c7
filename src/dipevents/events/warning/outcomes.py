"""Which nouns mean harm to somebody else: measures, force, a price, an evil that follows.

it will have CONSEQUENCES; RETALIATION will follow; will pay a PRICE     what comes of a deed
strong MEASURES; all necessary STEPS                                      measures that are hostile by their adjective
SANCTIONS; military ACTION                                                force between states
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.bounds import condition_on, marks_of
from dipevents.events.warning.business import is_of_business
from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.reading.clauses import auxiliaries, clause, fillers, is_passive
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Word

__all__ = [
    "are_taken",
    "brings_measures",
    "ends_a_blow",
    "ends_service",
    "harms_jointly",
    "is_faced",
    "is_force",
    "is_new",
    "is_outcome",
    "is_paid",
    "is_stern",
    "is_turned_on",
    "marches",
    "measures_in",
    "pays_for_deed",
    "turns_on_people",
]

_MEANT = frozenset({"he", "it", "she", "they", "you"})
_TERMS = frozenset({"if", "should", "unless"})


def is_outcome(noun: Word, verb: Word) -> bool:
    """Whether what is to come of it is bad for somebody: "will have CONSEQUENCES", "RETALIATION will follow"."""
    begins = verb.lemma in {"begin", "continue", "ensue", "follow", "resume", "start"}
    if noun.dep == "nsubj" and begins and noun.lemma in lexicon("content", "imposed"):
        return True
    if noun.dep in {"nsubj", "nsubjpass"} and is_of(verb, "falling") and is_of(noun, "fallen"):
        return True  # "a DUTY will HIT their fish"
    long = any(w.lower in {"long", "unless", "until"} for w in verb.subtree())
    if noun.dep == "nsubj" and (begins or verb.lemma == "go") and long and (is_of(noun, "waged") or is_force(noun)):
        return True  # "the RAIDS will go on as LONG as they hold the valley"
    owned = any(c.dep == "poss" or c.lower == "to" for c in noun.children)  # not "the answer of the public"
    if noun.dep == "nsubj" and verb.lemma == "be" and owned and is_of(noun, "answers"):  # "our ANSWER will be SHORT"
        said = {form for c in verb.children if c.dep == "acomp" for w in c.subtree() for form in (w.lemma, w.lower)}
        return bool(said & (lexicon("stern", "adjectives") | lexicon("asked", "dear", "brusque")))
    if noun.dep == "attr" and is_of(noun, "answers") and any(c.dep == "expl" for c in verb.children):
        aimed = any(c.lower == "to" for c in noun.children) or condition_on(verb) is not None
        return aimed and not any(is_of(c, "formal") for c in noun.children)  # "there will be a RESPONSE to the drills"
    if noun.dep == "dobj" and verb.lemma == "face" and is_of(noun, "fallen"):
        # "will FACE TARIFFS UNLESS"
        return any(w.lower in {"if", "otherwise", "unless", "until", "or"} for w in verb.sentence.words)
    if noun.lemma not in lexicon("content", "outcome_sure") or (noun.lemma == "price" and not is_paid(noun, verb)):
        return False
    if any(c.dep in {"compound", "nmod"} for c in noun.children) or is_of_others(noun):
        return False
    if noun.lemma == "consequence" and any(c.lower in {"for", "of", "to"} for c in noun.children):
        return False  # "will have consequences for trade" is a danger
    if noun.dep in {"nsubj", "nsubjpass"}:
        named = noun.lemma == "consequence" and any(c.dep == "attr" for c in verb.children)
        return verb.lemma in {"be", "follow", "come", "ensue"} and not named  # "the consequences will be LAY-OFFS"
    return noun.is_noun


def is_paid(price: Word, verb: Word) -> bool:
    """Whether a price is what a deed will cost: "will pay a heavy PRICE", not "cut the PRICE", "the purchase PRICE"."""
    if price.dep == "nsubj" and verb.lemma == "be":  # "the price will be HIGH", not "advantageous"
        return any({c.lower, c.lemma} & lexicon("asked", "dear") for c in verb.children if c.dep == "acomp")
    paid = price.dep != "dobj" or verb.lemma in {"bear", "carry", "exact", "extract", "face", "have", "pay"}
    bought = any(c.dep == "compound" or (c.lower == "of" and is_passive(verb)) for c in price.children)
    sums = (w for c in (*verb.children, *price.children) if c.lower != "for" and c is not price for w in c.subtree())
    return paid and not bought and price.tag == "NN" and all(w.pos != "NUM" for w in sums)


def pays_for_deed(mentions: Mentions, verb: Word) -> bool:
    """Whether an actor, or whoever it is, pays for a deed and no bill: "CHAD will pay FOR THE RAID", not "the jets"."""
    prices = [w for w in clause(verb).objects if w.lemma == "price"]  # "a high PRICE for it"
    paid = [p for w in (verb, *prices) for c in w.children if c.lower == "for" for p in c.children]
    told = paid or clause(verb).objects
    told = [*told, *(c for w in told if w.is_verb for c in w.children)]  # "WHATEVER they land will be paid for"
    deed = any(w.pos in {"DET", "PRON"} or is_of(w, "atoned") for w in told) or any(w.is_verb for w in paid)
    doers = () if is_passive(verb) else clause(verb).subjects
    named = is_passive(verb) or any(mentions.actors.who(s) or s.tag == "NNP" or s.lower in _MEANT for s in doers)
    return named and deed


def is_faced(verb: Word) -> bool:
    """Whether something is sure to come unless somebody moves: "Chad FACES sanctions UNLESS it leaves"."""
    if verb.lemma != "face" or verb.tag not in {"VBZ", "VBP"}:
        return False
    bound = condition_on(verb)
    return any(c.lower == "otherwise" for c in verb.children) or (bound is not None and bool(marks_of(bound) & _TERMS))


def brings_measures(verb: Word) -> bool:
    """Whether an act leads to measures against somebody: "would lead to further SANCTIONS"."""
    ends = clause(verb).oblique("to", "in") if verb.lemma in {"lead", "result"} else ()
    if is_of(verb, "bringing"):
        ends = tuple(w for w in clause(verb).objects if not is_of_others(w))
    return any(w.lemma in lexicon("content", "outcome_sure", "imposed") for w in ends) or any(is_stern(w) for w in ends)


def is_of_others(noun: Word) -> bool:
    """Whether measures are told to be those of somebody else: "could draw retaliation BY OTHER STATES"."""
    beside = (c for c in noun.head.children if c.i == noun.i + 1)
    return bool(fillers(c for c in (*noun.children, *beside) if c.lower in {"by", "from"}))


def measures_in(things: Sequence[Word]) -> tuple[Word, ...]:
    """The measures that things are, or hold: "SANCTIONS", "a list of SANCTIONS", "plans to impose TARIFFS"."""
    plans = [w for w in things if is_of(w, "plans") or is_of(w, "prospects")]
    below = fillers(c for w in plans for c in w.children if c.lower in {"for", "including", "of"})
    mild = lexicon("content", "desist", "peaceful")
    tasks = [clause(c) for w in plans for c in w.children if is_to(c) and c.lemma not in mild]  # not "TO LIFT"
    below += [o for task in tasks for o in (*task.objects, *task.oblique("in"))]
    below += fillers(c for w in below for c in w.children if c.lower == "in")  # "a million IN TARIFFS"
    return (*things, *below)


def is_stern(noun: Word) -> bool:
    """Whether plain measures are hostile: "strong measures", "all necessary steps"."""
    return noun.lemma in lexicon("stern", "acts") and any(
        c.i < noun.i and {c.lower, c.lemma} & lexicon("stern", "adjectives") for c in noun.children
    )


def are_taken(verb: Word, *, warned: bool) -> bool:
    """Whether measures are warned of that will be taken: "warned that FURTHER STEPS would be TAKEN", "STEPS … if"."""
    steps = [c for c in verb.children if c.dep == "nsubjpass" and c.lemma in lexicon("stern", "acts")]
    bound = condition_on(verb) is not None
    if verb.lemma not in {"adopt", "take"} or not steps:
        return False
    return (warned and bound) or ((warned or bound) and any(map(is_stern, steps)))


def is_force(noun: Word) -> bool:
    """Whether a noun means force or pressure between states: "SANCTIONS", "military ACTION"."""
    if noun.lemma in lexicon("content", "open_force"):
        return True
    armed = any(c.lower in {"armed", "military", "punitive", "retaliatory"} for c in noun.children)
    return (armed or noun.lemma == "force") and noun.lemma in lexicon("content", "open_acts")


def is_new(noun: Word) -> bool:
    """Whether a noun names what has not been told: not "the", "those" or somebody's."""
    return all(c.dep != "poss" and c.lower not in {"the", "that", "these", "this", "those"} for c in noun.children)


def is_turned_on(verb: Word) -> bool:
    """Whether arms are to be used on somebody: "WEAPONS will be USED against any ship", not "THE missiles"."""
    arms = [c for c in verb.children if c.dep == "nsubjpass" and is_of(c, "used") and is_new(c)]
    maybe = any(h.lower in {"can", "ca", "could", "may", "might"} for h in auxiliaries(verb))
    return bool(arms) and not maybe and any(c.lower in {"against", "on"} for c in verb.children)


def ends_service(verb: Word) -> bool:
    """Whether a service is ended: "would STOP REFUELLING their boats"."""
    ended = clause(verb).complements if verb.lemma in {"cease", "quit", "stop"} else ()
    return any(c.tag == "VBG" and is_of(c, "services") for c in ended)


def turns_on_people(verb: Word) -> bool:
    """Whether things are to be used on people: "the guns will be TURNED ON the village"."""
    aimed = is_passive(verb) and verb.lemma in {"aim", "point", "train", "turn"}
    return aimed and bool(clause(verb).oblique("against", "on"))


def marches(verb: Word) -> bool:
    """Whether armed men are to move on somebody: "our FORCES will ENTER the town next"."""
    forces = lexicon("content", "hardware", "forces")
    sent = verb.lemma in {"move", "push", "send"} and any(c.dep == "dobj" and c.lemma in forces for c in verb.children)
    if sent and clause(verb).oblique("across", "against", "into"):
        return True  # "would SEND its TROOPS INTO the valley"
    aimed = verb.lemma == "reach" and any(w.lemma in lexicon("content", "hardware") for w in clause(verb).subjects)
    if aimed:
        return bool(clause(verb).objects)  # "our MISSILES can REACH the capital"
    marching = verb.lemma in lexicon("content", "advancing") and not is_passive(verb)
    return marching and any(s.lemma in forces for s in clause(verb).subjects)


def harms_jointly(verb: Word) -> bool:
    """Whether a verb harms by its particle or object: "TEAR UP the treaty", "PULL OUT of the TALKS"."""
    forms = {form for c in (*verb.children, *clause(verb).oblique("to")) for form in (c.lower, c.lemma)}  # "GO to WAR"
    if any(f"{verb.lemma} {form}" in lexicon("content", "harm_joined") for form in forms):
        return True
    left = clause(verb).objects or clause(verb).oblique("of", "from")
    return verb.lemma in lexicon("content", "parting") and any(w.lemma in lexicon("content", "bonds") for w in left)


def befalls(verb: Word) -> bool:
    """Whether it is what its subject suffers, and no act: "if Oslo attacks, we will LOSE all", "will be DESTROYED"."""
    done = is_passive(verb) and verb.lemma in lexicon("content", "harm_done")
    return done or verb.lemma in lexicon("content", "losses", "dying")


def is_of_markets(verb: Word) -> bool:
    """Whether an act depends on figures or befalls them: "SALES will be hit", "will be lifted if the SURPLUS grows"."""
    bound = condition_on(verb)
    return is_of_business(verb) or (bound is not None and is_of_business(bound))


def is_answered_with(verb: Word) -> bool:
    """Whether somebody is to get a hard answer: "any plane will GET a HARSH RESPONSE"."""
    given = clause(verb).objects if verb.lemma in {"draw", "get", "receive"} else ()
    return any(is_of(w, "answers") and is_stern(w) for w in given)


def ends_a_blow(verb: Word) -> bool:
    """Whether what would be done away with is a hostile act itself: "the SANCTIONS would be suspended"."""
    if not (verb.lemma in lexicon("content", "peaceful") or is_of(verb, "easing") or is_of(verb, "ending_acts")):
        return False
    ended = [c for c in verb.children if c.dep == "nsubjpass"]
    ended += [p for w in ended for c in w.children if c.lower == "of" for p in c.children]
    blows = lexicon("content", "hostile_acts", "imposed") | lexicon("asked", "burdens")
    return any(is_force(w) or w.lemma in blows for w in ended)
