"""What acts a content holds: whether they are to come, who does them, and whether they harm."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.warning.announced import announced
from dipevents.events.warning.bounds import condition_on, main_of, marks_of
from dipevents.events.warning.business import is_of_business
from dipevents.events.warning.fates import is_good, meets_with_fire, strikes_doer
from dipevents.events.warning.issuers import are_rivals, at_home, homes_of, is_same
from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.events.warning.outcomes import (
    are_taken,
    befalls,
    brings_measures,
    ends_a_blow,
    ends_service,
    harms_jointly,
    is_answered_with,
    is_faced,
    is_force,
    is_new,
    is_of_markets,
    is_of_others,
    is_outcome,
    is_paid,
    is_stern,
    is_turned_on,
    marches,
    measures_in,
    pays_for_deed,
)
from dipevents.events.warning.peaceful import cuts_figures, is_offer, is_peaceful, is_shared, spares
from dipevents.events.warning.scope import is_denied, is_hoped, is_told
from dipevents.events.warning.serving import serves, serves_as
from dipevents.events.warning.struck import ANY, hits_own, hits_somebody, shuts_out
from dipevents.models.actor import ActorKind, countries_of
from dipevents.reading.clauses import auxiliaries, clause, is_negated, is_passive
from dipevents.reading.grammar import is_to

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.warning.content import Content
    from dipevents.events.warning.triggers import Trigger
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = [
    "by_issuer",
    "is_abroad",
    "is_future",
    "is_harm",
    "is_of_issuer",
    "is_own",
]

_FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall", "wo", "could", "may", "might", "'d", "’d", "can", "ca"})
_OWN = frozenset({"its", "our", "my"})
_IF = frozenset({"if", "whether"})
"""Before what is only supposed: "IF we are TO STRIKE, we must be ready"."""
_MAYBE = frozenset({"could", "might", "can", "ca"})


def is_future(verb: Word, infinitive: bool = False) -> bool:
    """Whether it is still to come: a modal, or (of "vow", "threaten") an infinitive."""
    for _ in range(6):
        helpers = {h.lower for h in auxiliaries(verb)}
        if "have" in helpers and verb.lemma != "have":
            return False  # "may have been killed", "would have met"
        if helpers & _FUTURE or (infinitive and "to" in helpers):
            return True
        ready = verb.head.lower in lexicon("content", "poised") and not is_negated(verb.head.head)
        bid = verb.dep == "acl" and is_of(verb.head, "bidding")  # "the fleet has ORDERS TO SHOOT"
        due = verb.dep == "xcomp" and verb.head.lower in {"are", "is"}  # "Oslo IS TO CLOSE the strait"
        due = due and not any(is_of(c, "aims") for c in verb.head.children if c.dep == "nsubj")  # "its GOAL is to sell"
        if "to" in helpers and (ready or bid or due or verb.head.lemma == "time"):
            return True
        if verb.dep == "xcomp" and verb.head.lower == "going":
            return True  # "we are GOING TO strike"
        above = {h.lower for h in auxiliaries(verb.head)} if verb.dep == "xcomp" else set()
        resolved = is_of(verb.head, "resolving") and "had" not in above  # "has DECIDED TO strike"
        forced = is_of(verb.head, "forcing") and bool(above & {"are", "is", "'re", "’re"})  # "we are FORCED TO strike"
        if "to" in helpers and verb.dep == "xcomp" and (resolved or forced):
            return True
        if "to" in helpers and "reserve" in {verb.head.lemma, verb.head.head.lemma}:
            return True  # "RESERVED the right TO STRIKE"
        carried = verb.dep == "xcomp" and is_of(verb.head, "carriers")
        if not carried and not (verb.dep == "conj" and verb.head.is_verb and verb.tag == "VB"):
            return False
        verb = verb.head
    return False


def by_issuer(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether a verb's subject is the issuer, its state, its people, or left out."""
    if any(c.dep == "expl" for c in verb.children):
        return False
    bid = verb.dep == "acl" and is_of(verb.head, "bidding") and verb.head.head.is_verb
    subjects = clause(verb.head.head if bid else verb).subjects
    if not subjects:
        return not is_passive(verb)
    return any(is_of_issuer(mentions, word, issuers) for word in subjects)


def is_of_issuer(mentions: Mentions, word: Word, issuers: Sequence[Actor]) -> bool:
    """Whether a word means the issuer, its state, or somebody it owns ("our fleet", "its supporters")."""
    if word.lower in {"we", "i"}:
        return True
    # "his PLAN would end it", "his RIVAL" is no act of his
    thing = word.lemma in lexicon("frames", "things") or word.lemma in lexicon("content", "opponents")
    for owner in (c for c in word.children if c.dep == "poss" and not thing):
        if (
            owner.lower in {"our", "my"}
            or (owner.lower in {"his", "her", "its", "their"} and not mentions.actors.at(owner))
            or any(is_same(a, i) for a in mentions.actors.at(owner) for i in issuers)
        ):
            return True
    meant = mentions.actors.who(word)
    if all(a.country is None for a in meant) and (word.lemma in lexicon("content", "organs") or is_of(word, "units")):
        below = (c for c in word.children if c.dep in {"amod", "poss", "nmod", "prep"})  # "ARMED forces", not "foreign"
        return all(c.dep == "amod" and is_of(c, "martial") for c in below)
    if not meant and word.lemma in lexicon("content", "hardware"):
        return mentions.actors.country_of(word) in countries_of(issuers)
    if not meant and word.lower in {"it", "he", "she", "they"} and word.dep == "nsubj":
        if word.lower == "they" and len(issuers) == 1 and issuers[0].kind is ActorKind.PERSON:
            return False
        if next((a.kind == "direct" for a in mentions.said_at(word)), False):
            return False  # "“IT won't wait,” the minister said"
        verb = word.head  # "warned that IT will strike, that IT is ready to"; but "it is time"
        return not is_of(verb, "impersonal") or any(c.lower in lexicon("content", "poised") for c in verb.children)
    if word.lower == "it" and any(i.country and i.kind is ActorKind.PERSON for i in issuers) and _answers(word):
        return True
    if serves_as(word, issuers):
        return True
    people = word.tag in {"NNS", "NNPS"} and word.lemma not in lexicon("content", "organs")
    return any(
        is_same(a, i)
        or serves(i, a)
        # for a group of its people ("Danish farmers") an official speaks, but does not act
        or (at_home(a, i) and not ((people and a.kind is ActorKind.GROUP is not i.kind) or are_rivals(a, i)))
        for a in meant
        for i in issuers
    )


def _answers(it: Word) -> bool:
    """Whether a state will do what no warning foretells of whom it is given: "warned Lima that IT WOULD EXPEL him"."""
    verb, warn = it.head, it.head.head
    would = verb.tag == "VB" and any(c.lower in {"would", "will"} for c in verb.children)
    told = warn.lemma == "warn" and verb.dep == "ccomp" and any(c.dep == "dobj" for c in warn.children)
    measure = verb.lemma in lexicon("content", "measures") or harms_jointly(verb)
    return would and told and measure and not is_passive(verb)


def is_own(mentions: Mentions, word: Word, issuers: Sequence[Actor]) -> bool:
    """Whether an act or a duty is the issuer's own or its state's; that of a rival or a ministry at home is not."""
    if not is_of_issuer(mentions, word, issuers):
        return False
    meant = mentions.actors.who(word)
    return not meant or any(a == i or ActorKind.STATE in {a.kind, i.kind} for a in meant for i in issuers)


def is_harm(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> bool:
    """Whether the issuer announces harm of its own, or that somebody will pay for it."""
    infinitive = trigger.lexical or is_of(trigger.word, "vows")
    if "threat_phrases" in content.phrases and any(
        w.is_verb
        and is_future(w, infinitive)
        and not (spares(w) if w.lemma in lexicon("content", "forbear") else is_of(w, "met_with") and is_good(w))
        for w in content.words
    ):
        return True
    if trigger.word.lemma in lexicon("verbs", "vow", "announce") and any(
        w.lemma in lexicon("content", "vowed_acts", "vowed_evils") or is_stern(w)
        for w in (*trigger.clause.objects, *trigger.about)
    ):
        return True
    if trigger.word.lemma == "reserve" and content.head is not None and is_of(content.head, "reserved"):
        return True  # "reserves the right TO ACT"
    if not trigger.lexical and trigger.about and trigger.about == announced(trigger.word):
        return True  # "put SANCTIONS on the table"
    if trigger.word.lemma in lexicon("verbs", "hint") and any(
        w.lemma in lexicon("content", "vowed_acts") for w in trigger.clause.oblique("at")
    ):
        return True
    spoken = trigger.clause.oblique("of") if trigger.word.lemma in {"speak", "talk"} else ()
    if any(is_stern(w) or w.lemma in lexicon("content", "own_force") for w in spoken if is_new(w)):
        return True  # "spoke of further MEASURES"
    if _is_conditioned(mentions, content, issuers, infinitive=infinitive):
        return True
    if _will_not(mentions, trigger, content, issuers):
        return True
    return any(
        _harms(mentions, trigger, word, issuers)
        for word in content.words
        if word.is_verb and is_told(word) and (is_future(word, infinitive) or is_faced(word)) and not is_denied(word)
        if not is_hoped(word) and marks_of(word if word.dep != "xcomp" else word.head).isdisjoint(_IF)
        if not _undergoes(mentions, word, issuers)
    ) or any(_weighs_force(mentions, word, issuers) for word in content.words if word.tag in {"VBG", "VBN"})


def _undergoes(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether an evil falls on one's own side, which is no threat: "WE would have to FACE more sanctions"."""
    above = verb.head if verb.dep == "xcomp" else verb
    if verb.dep == "xcomp" and above.lemma != "have":
        return False  # "told Oslo TO EXPECT revenge"
    return is_of(verb, "undergoing") and by_issuer(mentions, above, issuers)


def _weighs_force(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether force is thought of already: "we are CONSIDERING sanctions", "is PREPARING retaliatory steps"."""
    helpers = {h.lower for h in auxiliaries(verb)}
    now = is_of(verb, "weighing") and any(h.lemma == "be" for h in auxiliaries(verb)) and is_told(verb)
    now = now and (verb.tag == "VBG" or ("being" in helpers and not helpers & {"was", "were"}))
    if not now:
        return False
    tasks = clause(verb).complements  # "is considering PULLING OUT of the pact"
    meant = measures_in((*clause(verb).objects, *(w for c in tasks for w in clause(c).objects)))
    armed = any(is_force(w) or is_stern(w) or w.lemma in lexicon("content", "vowed_acts") for w in meant)
    hit = (o for w in meant if is_of(w, "barring") for o in clause(w).oblique("against", "on"))
    armed = armed or any(mentions.actors.who(o) or mentions.actors.country_of(o) for h in hit for o in h.subtree())
    steps = (*(c for c in tasks if c.tag == "VBG"), *(c for w in meant for c in w.children if is_to(c)))
    armed = armed or any(c.lemma in _blows() or harms_jointly(c) or _shoots(c) for c in steps)
    if verb.tag == "VBN":  # "SANCTIONS are being DRAWN UP"
        return armed and not is_negated(verb) and not clause(verb).subjects and all(map(is_new, clause(verb).objects))
    return armed and not is_negated(verb) and by_issuer(mentions, verb, issuers)


def _shoots(verb: Word) -> bool:
    """Whether arms are to be fired: "plans to FIRE four MISSILES into it"."""
    return verb.lemma in {"fire", "launch"} and any(is_of(w, "used") for w in clause(verb).objects)


@cache
def _blows() -> frozenset[str]:
    """What is done to an enemy alone: "is studying a plan to BOMB the base"."""
    return lexicon("content", "harm") & lexicon("content", "onslaught")


def _is_conditioned(mentions: Mentions, content: Content, issuers: Sequence[Actor], *, infinitive: bool) -> bool:
    """A loss for somebody else unless it gives in: "Chile would lose its quota unless the boats went back"."""
    for word in [w for w in content.words if w.lower in {"unless", "if", "should"} and w.head.dep == "advcl"]:
        main = main_of(word.head)
        if word.lower == "if" and word.i and word.sentence.words[word.i - 1].lower == "only":
            continue  # "will return ONLY IF Oslo pays" is a precondition
        if word.lower == "unless" or is_negated(word.head):
            open_end = any(h.lower in _MAYBE | {"may"} for h in auxiliaries(main))  # "MAY work better if not all join"
            due = main.is_verb and main.lemma != "be" and is_future(main) and not is_negated(main) and not open_end
            peaceful = lexicon("content", "benign", "mild_acts")
            left = word.lower == "unless" and main.lemma not in peaceful  # "would LEAVE the pact UNLESS he went"
            own = by_issuer(mentions, main, issuers)
            drifts = main.lemma in lexicon("content", "looming") and not own  # "the violence would SPREAD unless"
            due = due and (left or not own) and not drifts and not is_of_business(main)
            due = (
                due
                or (
                    word.lower == "unless"
                    and not drifts
                    and is_future(main)
                    and is_abroad(mentions, word.head, issuers)
                )
            ) and (not is_of_business(word.head))
            if due and not any(is_own(mentions, s, issuers) for s in clause(word.head).subjects):
                return True
        if main.is_verb:
            routine = main.lemma in lexicon("content", "benign") or main.lemma in {"be", "have", "do"}
            routine = routine or befalls(main)
            if is_future(main, infinitive) and not routine and by_issuer(mentions, main, issuers):
                pressing = main.lemma in lexicon("content", "pressing") and not is_negated(main)
                mild = any(h.lower in _MAYBE for h in auxiliaries(main))  # "maybe we COULD get it moving"
                mild = mild or main.lemma in lexicon("content", "mild_acts")
                # "if Oslo LOWERS its rates, we will LOWER ours"
                if ends_service(main) and not is_of_business(word.head):
                    return True
                mild = mild or is_offer(main) or cuts_figures(main) or main.lemma == word.head.lemma
                return pressing or (not mild and _is_act_of_other(mentions, word.head, issuers))
    return False


def is_abroad(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether another state, or somebody of it, is to act: "unless LIMA comes to its senses"."""
    whom = {mentions.actors.country_of(w) for w in clause(verb).subjects} - {None}
    return bool(whom) and not whom & homes_of(issuers)


def _is_act_of_other(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether a condition is what somebody else does or fails to do: "if Oslo attacked", "if talks failed"."""
    subjects = clause(verb).subjects
    own = any(is_own(mentions, word, issuers) for word in subjects) if subjects else by_issuer(mentions, verb, issuers)
    serves_it = verb.lemma in {"help", "serve"} and any(s.lower in {"it", "that", "this"} for s in subjects)
    if own or serves_it or verb.lemma in lexicon("content", "states"):
        return False  # "will go to Lima if IT HELPS"
    omitted = is_negated(verb) or verb.lemma in {"fail", "refuse"}
    if is_of(verb, "consenting") and not omitted:
        return False  # "will send a team if LIMA AGREES"
    doers = subjects
    if not doers and is_passive(verb):  # "if NATO TROOPS were deployed there"; "if WE are attacked", not "charged"
        done = verb.lemma not in lexicon("content", "befallen", "benign", "mild_acts")
        doers = tuple(w for w in clause(verb).objects if done or not is_own(mentions, w, issuers))
    return omitted or any(mentions.actors.who(w) or w.lemma in lexicon("frames", "public") for w in doers)


def _will_not(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> bool:
    """Forbearance that ends: "we will not tolerate", "would not hesitate to"."""
    known = lexicon("content", "forbear")
    return any(
        is_negated(verb) and is_future(verb) and _is_own_act(mentions, trigger, verb, issuers)
        for verb in [w for w in content.words if w.lemma in known and w.is_verb]
        if not spares(verb) and all(c.lower != "down" for c in verb.children)  # "will not SIT DOWN with them until"
    )


def _harms(mentions: Mentions, trigger: Trigger, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether a coming act is harm: "Y will pay for it", "will shoot", "will launch an attack", "will be shot down"."""
    hit = (*clause(verb).objects, *clause(verb).oblique()) if verb.lemma in lexicon("content", "suffer") else ()
    hit = tuple(w for w in hit if (w.lemma, w.tag) != ("force", "NNS"))  # "will react to market FORCES"
    if any(w.lemma in lexicon("content", "outcome") and (w.lemma != "price" or is_paid(w, verb)) for w in hit):
        return True
    if verb.lemma == "pay" and any(c.lower == "for" for c in verb.children) and not _objects(verb):
        others = not any(is_own(mentions, s, issuers) for s in clause(verb).subjects)
        return others and pays_for_deed(mentions, verb)
    averted = verb.lemma in lexicon("content", "averting") or is_of(verb, "putting_off")
    comes = not averted and any(is_outcome(c, verb) for c in verb.children)
    if comes or (brings_measures(verb) and not hits_own(mentions, verb, issuers)) or is_answered_with(verb):
        return True
    if is_passive(verb) and not clause(verb).subjects:
        if is_of_markets(verb) or ends_a_blow(verb):
            return False
        if (is_of(verb, "using") and is_turned_on(verb)) or are_taken(verb, warned=trigger.lexical):
            return True
        if is_of(verb, "requiting") and any(is_of(o, "atoned") for o in clause(verb).objects):
            return True  # "such an insult would be REPAID"
        plain = verb.lemma in lexicon("content", "plain_harm") and condition_on(verb) is None and not trigger.lexical
        return verb.lemma in lexicon("content", "harm_done") and (not plain or hits_somebody(mentions, verb, issuers))
    mild = lexicon("content", "peaceful", "mild_acts", "benign") - {"continue", "intensify", "launch"}
    hostile = any(c.lemma in lexicon("content", "hostile_acts") and not is_of_others(c) for c in _objects(verb))
    hostile = hostile and verb.lemma not in lexicon("content", "peaceful")
    hostile = hostile or (verb.lemma not in mild and any(o.lemma != "force" and is_force(o) for o in _objects(verb)))
    hostile = hostile or marches(verb) or any(w.lemma == "force" for w in clause(verb).oblique("by", "with"))
    hostile = hostile or (verb.lemma == "use" and any(is_of(c, "used") and is_new(c) for c in _objects(verb)))
    hostile = hostile or (verb.lemma in {"take", "adopt"} and any(is_stern(c) for c in _objects(verb)))
    bonds = (is_of(c, "dealings") or c.lemma in lexicon("content", "bonds") for c in _objects(verb))
    hostile = hostile or (verb.lemma in lexicon("content", "rethinking") and any(bonds))  # "would REASSESS its TIES"
    if is_peaceful(verb) or cuts_figures(verb):
        return False
    hostile = hostile or (verb.lemma == "hold" and any(c.lower in lexicon("asked", "liable") for c in verb.children))
    acts = any(w.lemma in lexicon("content", "vowed_acts") for w in (*_objects(verb), *clause(verb).oblique("as")))
    acts = acts and verb.lemma not in lexicon("content", "peaceful")
    acts = acts or (verb.lemma in lexicon("content", "vowed_harm") and not _is_of_own(mentions, verb, issuers))
    acts = acts or meets_with_fire(verb) or strikes_doer(verb)
    vowed = is_of(trigger.word, "vows") and acts
    joined = harms_jointly(verb)
    if not (hostile or vowed or joined) and verb.lemma not in lexicon("content", "harm"):
        return False
    own = [o for o in _objects(verb) if not is_shared(mentions, o)]
    owners = (c for o in own for c in o.children if c.dep == "poss")
    kept = verb.lemma in lexicon("content", "plain_harm") and any(c.lower in _OWN for c in owners)
    if kept and not (joined and shuts_out(mentions, verb, issuers)):
        return False  # "will close its own office"
    if not (hostile or joined or trigger.lexical) and _is_of_nobody(mentions, verb):
        return False
    return _is_own_act(mentions, trigger, verb, issuers)


def _is_of_own(mentions: Mentions, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether what is to be undone is one's own: "vowed to dismantle all of HIS ARMY'S rockets"."""
    parts = (p for o in _objects(verb) for c in o.children if c.lower == "of" for p in c.children)
    things = [*_objects(verb), *parts]
    things += [c for w in things for c in w.children if c.dep == "poss" and c.is_noun]
    return any(is_of_issuer(mentions, w, issuers) for w in things)


def _is_of_nobody(mentions: Mentions, verb: Word) -> bool:
    """Whether what is cut or closed is nobody's by name: "promised to cut SPENDING"; not "cut off the gas"."""
    objects, bound = _objects(verb), condition_on(verb)
    pressed = bound is not None and clause(bound).subjects and not by_issuer(mentions, bound, ())
    if verb.lemma not in lexicon("content", "plain_harm") or pressed or not objects:
        return False  # "IF I AM elected, I will cut taxes"
    words = [
        w for o in objects for w in o.subtree() if w.dep not in {"amod", "compound"} or mentions.actors.country_of(w)
    ]
    meant = any(mentions.actors.who(w) or mentions.actors.country_of(w) or w.lower in ANY for w in words)
    return not meant and all(c.dep not in {"prt", "prep"} for c in verb.children)


def _is_own_act(mentions: Mentions, trigger: Trigger, verb: Word, issuers: Sequence[Actor]) -> bool:
    """Whether the issuer is to do it: the infinitive of the trigger, or a clause with the issuer's subject."""
    if trigger.word.lemma == "reserve":
        return True  # "reserved the right TO STRIKE"
    if verb.head is trigger.word and verb.dep == "xcomp":
        return not trigger.addressees  # "warned the rebels to leave" is theirs to do
    return by_issuer(mentions, verb, issuers)


def _objects(verb: Word) -> list[Word]:
    return [c for c in verb.children if c.dep == "dobj"]
