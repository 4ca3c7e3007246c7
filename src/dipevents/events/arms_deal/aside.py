"""Equipment and deals that a sentence names without telling that anything passes, or when.

protected by warships; mounted on submarines       loose equipment that does something, or carries something
an accord on removing missiles                     the same of what is to be got rid of
gave his critics fresh ammunition                  a figure of speech
Sigmar GABRIEL; a replacement for its jets         a name; what is to go
give him a tank and he will use it                 only imagined
WHOEVER arms them, ANY STATE that arms them        nobody in particular
new rules for the export of rifles                 rules, and nobody whom they let sell
its arms exports fell by half                      how much, and nothing that passes
profits from the arms sale; the arms sale affair   a sale long done, whatever is said of the profits and the affair
details of the sale emerged in May                 when it became known, or was paid back
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.arms_deal.frame import holders, is_in
from dipevents.events.arms_deal.lexicon import words_of
from dipevents.events.arms_deal.payments import is_sum, repaying
from dipevents.events.arms_deal.traders import is_arms_company
from dipevents.events.claims import is_proof
from dipevents.events.phases import contrary
from dipevents.mentions.equipment import find_equipment
from dipevents.mentions.gazetteer import country_code
from dipevents.mentions.names.no_names import is_ship
from dipevents.models.actor import ActorKind
from dipevents.reading.clauses import clause, is_negated, is_passive
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from dipevents.events.arms_deal.frame import Frame
    from dipevents.mentions.equipment import Equipment
    from dipevents.mentions.mentions import Mentions
    from dipevents.reading.sentence import Sentence, Word

__all__ = [
    "began_late",
    "charged",
    "equipment_of",
    "is_aside",
    "is_cause",
    "is_done",
    "is_made_known",
    "is_of_crime",
    "is_secret",
    "surfaces",
    "takes_bribes",
    "told_aside",
]

DEPTH = 6
BEHIND = frozenset({"of", "from", "into", "over", "in", "behind", "on"})
"""Prepositions that lead from what a sale has left to the sale: "an inquiry INTO the sale"."""
ONTO = frozenset({"on", "aboard", "onto", "to", "from", "in"})
_ANYBODY = frozenset({"any", "anybody", "anyone", "every", "everybody", "everyone", "whichever", "whoever"})
UNSURE = frozenset({"planned", "proposed", "possible", "intended", "a", "an", "any", "no"})


def equipment_of(mentions: Mentions, sentence: Sentence) -> tuple[Equipment, ...]:
    """The equipment of a sentence; who is called like some is none: "Sigmar GABRIEL", "Mahindra Defence SYSTEMS"."""
    return tuple(i for i in find_equipment(sentence) if not (_is_somebody(mentions, i) or _is_superseded(i)))


def _is_somebody(mentions: Mentions, item: Equipment) -> bool:
    words = item.head.sentence.words
    if any(is_arms_company(a) and a.name.endswith(f" {item.head.text}") for a in mentions.actors.at(item.head)):
        return True
    long = " " in (item.designation or "") or country_code(words[item.head.i - 1].text)  # "sold GREECE Rafales"
    if item.head.pos != "PROPN" or long or any(is_ship(words, w.i) for w in words[item.first.i : item.head.i + 1]):
        return False  # "Alpha Jets"
    return any(actor.kind is ActorKind.PERSON for actor in mentions.actors.at(item.head))


def is_aside(item: Equipment) -> bool:
    """Whether equipment that no frame has is what somebody acts with, carries things on, or wants to get rid of."""
    top = holders([item])[-1]
    while top.dep == "conj" and top.head.is_noun and top.head is not top:
        top = top.head
    prep = top.head
    if top.dep == "pobj" and prep.lower == "by" and (prep.dep == "agent" or is_passive(prep.head)):
        return True  # "could be protected BY three frigates"
    if top.dep == "pobj" and prep.lower in ONTO and prep.head.lemma in words_of("aside", "mounting"):
        return True  # "have been mounted ON submarines"
    if top.dep == "pobj" and prep.head.lemma in words_of("aside", "guarding"):
        return True  # "asked about protection FOR ten boats"
    return any(w.lemma in words_of("aside", "disarming") for w in list(top.ancestors())[:2])


def _is_superseded(item: Equipment) -> bool:
    """Whether something else is to stand in the place of equipment: "decides on a replacement FOR ITS JETS"."""
    prep = holders([item])[-1].head
    return prep.lower in {"for", "of", "to"} and prep.head.lemma in words_of("grammar", "superseding")


def told_aside(frame: Frame, *, lone: bool) -> str | None:
    """Why nothing passes although a frame has equipment, or None where it may.

    Args:
        frame: The frame.
        lone: Whether at most one side is known: "guidelines on arms exports to Chad" tell of no certain deal.
    """
    if _is_figure(frame) or _is_made_together(frame) or _is_unknown(frame) or _is_thought_up(frame):
        return "nothing passes"
    loose = frame.guessed or frame.kind == "ask"
    if _is_at_work(frame) or (loose and frame.items and all(map(is_aside, frame.items))):
        return "nothing passes"  # "asked if protection FOR TEN BOATS could be provided"
    if lone and _is_of_anybody(frame.trigger):
        return "nobody in particular"
    if lone and _is_measured(frame):
        return "only counted"
    return "only rules" if lone and _is_regulated(frame) else None


def _is_of_anybody(verb: Word) -> bool:
    """Whether anybody at all is spoken of: "WHOEVER arms Chad", "ANY STATE that sold them", "THOSE who sell them"."""
    if not verb.is_verb:
        return False
    who = [
        verb.head if verb.dep == "relcl" and c.tag in {"WDT", "WP"} else c for c in verb.children if c.dep == "nsubj"
    ]
    anybody = any(not {w.lower, *(c.lower for c in w.children)}.isdisjoint(_ANYBODY) for w in who)
    return anybody or (verb.tag in {"VBP", "VBZ"} and any(w.lower == "those" for w in who))


def _is_figure(frame: Frame) -> bool:
    """Whether arms stand for something else: "gave the minister's CRITICS fresh AMMUNITION", an UNSINKABLE carrier."""
    told = [any(c.lower in words_of("aside", "figurative") for c in i.head.children) for i in frame.items]
    if told and all(told):
        return True
    plain = all(i.head.lemma in words_of("aside", "points") and i.quantity is None for i in frame.items)
    plain = plain and not any(c.lower == "for" for i in frame.items for c in i.head.children)  # "FOR their guns"
    given = bool(frame.items) and plain and frame.kind in {"give", "send"}
    first = frame.items[0].first if given else frame.trigger
    takers = (*frame.recipients, *frame.takers, *first.sentence.words[first.i - 1 : first.i])
    return given and any(w.lemma in words_of("aside", "debaters") for w in takers)


def _is_thought_up(frame: Frame) -> bool:
    """Whether a deal is but imagined: "GIVE him a tank and he will use it", "A Norway that armed Chad could expect"."""
    verb = frame.trigger
    if not verb.is_verb:
        return False
    if contrary(verb) is not None and not is_negated(verb):
        return True  # "HAD Oslo sold them tanks"
    bare = verb.tag in {"VB", "VBP"} and not any(c.dep[:3] == "aux" or c.dep == "nsubj" for c in verb.children)
    ends = [c for c in verb.children if c.dep == "conj" and any(a.lower in {"will", "'ll", "’ll"} for a in c.children)]
    if bare and verb.dep in {"ROOT", "ccomp"} and any(any(s.dep == "nsubj" for s in c.children) for c in ends):
        return True
    above = [verb, *(w for w in list(verb.ancestors())[:DEPTH] if w.is_verb)]
    if any({"again", "if", "would"} <= {c.lower for c in w.children} for w in above):
        return True  # "asked IF it WOULD AGAIN sell arms"
    if frame.kind == "ask" and verb.dep == "ccomp" and any(c.lower in {"why", "whether"} for c in verb.children):
        return True  # "asked WHY the army needs such tanks"
    said = [c for c in verb.head.children if c.dep in {"acomp", "attr"}] if is_to(verb) else []
    judged = any(w.lemma in words_of("aside", "judged") for w in said)
    if verb.head.lemma == "be" and said and (judged or any(c.lower == "would" for c in verb.head.children)):
        return True  # "it is ILLEGAL to sell arms to Chad", "it WOULD BE MADNESS to give them rifles"
    state = verb.head if verb.dep == "relcl" and verb.head.pos == "PROPN" else None
    return state is not None and any(c.dep == "det" and c.lower in {"a", "an"} for c in state.children)


def _is_made_together(frame: Frame) -> bool:
    """Whether two sides agree on goods that they make together: "an agreement on a JOINT helicopter".

    Or on how the goods are to be: "agreed on SPECIFICATIONS for a helicopter".
    """
    heads = [i.head for i in frame.items] if frame.kind == "both" else []
    on = (p for c in frame.trigger.children if c.lower in BEHIND for p in c.children)
    drafted = any(w.lemma in words_of("aside", "drafts") for w in on)
    return bool(heads) and (drafted or all(any(c.lower in {"joint", "common"} for c in w.children) for w in heads))


def _is_at_work(frame: Frame) -> bool:
    """Whether somebody offers to act with arms that stay whose they are: "an offer TO USE WARSHIPS as an escort"."""
    deeds = (c for c in frame.trigger.children if c.dep in {"acl", "relcl"} and is_to(c))
    return frame.key == "offer" and any(c.lemma in words_of("aside", "working") for c in deeds)


def _is_regulated(frame: Frame) -> bool:
    """Whether only rules are told of: "new rules CONTROLLING the export of rifles", "RULES on arms sales"."""
    noun = frame.trigger
    above = noun.head.head if noun.dep == "pobj" else noun.head
    return noun.is_noun and frame.kind == "give" and above.lemma in words_of("aside", "controlling")


def _is_measured(frame: Frame) -> bool:
    """Whether only the volume of trade is told: "its arms EXPORTS have FALLEN", "to REVIVE its arms TRADE"."""
    noun, verb = frame.trigger, frame.trigger.head
    general = all(i.head.lower in words_of("general") and i.quantity is None for i in frame.items)
    told = (noun.tag == "NNS" or noun.lemma == "trade") and noun.dep in {"nsubj", "nsubjpass", "dobj"} and general
    return told and verb.lemma in words_of("aside", "measuring")


def _is_unknown(frame: Frame) -> bool:
    """Whether nothing is known of what was told before: "offered it jets, but there is NO SIGN that THEY have come"."""
    told = frame.trigger.head if frame.guessed and frame.trigger.dep in {"ccomp", "acl", "relcl"} else frame.trigger
    return told.is_noun and is_proof(told) and any(c.lower == "no" for c in told.children)


def is_done(noun: Word, *, ahead: bool) -> bool:
    """Whether a noun of a deal is told as what has left something: "PROFITS from the sale", "the arms sale SCANDAL".

    Args:
        noun: The noun.
        ahead: Whether something is told that is to come: "proceeds from the sale WILL go to".
    """
    left = words_of("aside", "aftermath") | (frozenset() if ahead else words_of("aside", "gains"))
    if not noun.is_noun or any(c.lower in UNSURE for c in noun.children):
        return False
    if repaying(noun) is not None:
        return True
    if noun.dep == "pobj":
        above = noun.head.head
        diverted = above.lemma in words_of("aside", "diverting") or (is_sum(above) and not ahead)
        if diverted and noun.head.lower == "from":
            return True
        return noun.head.lower in BEHIND and (above.lemma in left or takes_bribes(above))
    return noun.dep in {"compound", "nmod", "dobj"} and noun.head.lemma in left


def is_secret(noun: Word) -> bool:
    """Whether a noun tells of a sale made in the dark, which was made if it is known: "the SECRET sale of tanks"."""
    said = [c for c in noun.head.children if c.dep == "acomp"] if noun.dep == "nsubj" and noun.head.tag == "VBD" else []
    if any(c.lower in words_of("aside", "dark") for c in said):
        return True  # "the sale was ILLEGAL"
    known = any(c.lower == "the" for c in noun.children)
    return known and any(c.lower in words_of("aside", "dark") for c in noun.children)


def takes_bribes(word: Word) -> bool:
    """Whether somebody is paid for a deal: "TOOK bribes over the sale", "BRIBES over the sale"."""
    return any(w.lemma in words_of("aside", "bribes") for w in (word, *(clause(word).objects if word.is_verb else ())))


def is_of_crime(sentence: Sentence) -> bool:
    """Whether a sentence tells what is done to somebody over a deal: that is denied, and not the deal."""
    return any(is_cause(w) or takes_bribes(w) for w in sentence.words)


def began_late(trigger: Word) -> bool:
    """Whether a negation only tells how late something began: "shipments DID NOT begin UNTIL May"."""
    verb = trigger if trigger.is_verb else trigger.head
    past = any(c.lower in {"did", "was", "were", "had"} for c in verb.children if c.dep[:3] == "aux")
    late = any(c.lower in {"until", "till"} for c in verb.children)
    return past and late and is_negated(verb)


def is_made_known(noun: Word) -> bool:
    """Whether only what became known is told, whose day is not the deal's: "details of the sale EMERGED in May"."""
    if not noun.is_noun:
        return False
    if repaying(noun) is not None:
        return True  # "stopped repaying Oslo for arms purchases IN MAY"
    above = next((w for w in list(noun.ancestors())[:DEPTH] if w.is_verb), None)
    return above is not None and surfaces(above)


def surfaces(verb: Word) -> bool:
    """Whether a verb tells that something comes to light: "EMERGED", "became PUBLIC", "came TO LIGHT"."""
    if verb.lemma in words_of("aside", "surfacing"):
        return True
    below = [p for c in verb.children for p in (c, *c.children)]
    known = verb.lemma in {"become", "make", "be"} and any(w.lower in {"public", "known"} for w in below)
    return known or (verb.lemma == "come" and any(w.lower in {"light", "surface"} for w in below))


def is_cause(word: Word) -> bool:
    """Whether something was done to somebody over what a noun tells: "froze its contracts OVER THE TRANSFER of"."""
    verb = word.head.head
    over = (
        word.lemma in words_of("nouns", "give", "get", "both")
        and word.dep == "pobj"
        and word.head.lower == "over"
        and verb.is_verb
    )
    done = [c for c in verb.children if c.dep == "dobj"] if over else []
    return bool(done) and not any(is_in(c, "sought") for c in done)  # "held TALKS over the sale"


def charged(noun: Word) -> list[Word]:
    """To whom something was done over what a noun tells: "fined SAAB over the sale"."""
    if not is_cause(noun):
        return []
    verb = noun.head.head
    objects = [c for c in verb.children if c.dep == "dobj"]
    named = [o for o in objects if o.pos == "PROPN"]
    against = (p for w in (verb, *objects) for p in clause(w).oblique("with", "to", "on", "against"))
    return named or [p for p in against if p.pos == "PROPN"][:1]
