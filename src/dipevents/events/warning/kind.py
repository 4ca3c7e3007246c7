"""The kind of a warning: threat, caution, demand or concern, or none at all."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dipevents.events.warning.acts import by_issuer, is_future, is_harm, is_of_issuer
from dipevents.events.warning.bounds import condition_on
from dipevents.events.warning.business import is_figure, is_of_business
from dipevents.events.warning.citizens import is_abroad, to_citizens
from dipevents.events.warning.defiance import defies
from dipevents.events.warning.duty import ends_jointly, is_nobody, is_public_at_home
from dipevents.events.warning.evils import bodes_ill, brings_calamity, is_feared
from dipevents.events.warning.issuers import only_watch
from dipevents.events.warning.lexicon import is_of, kinds, lexicon
from dipevents.events.warning.nonpolitical import is_nonpolitical
from dipevents.events.warning.outcomes import is_force, is_stern
from dipevents.events.warning.peaceful import is_offer
from dipevents.events.warning.speech import signals_of, weigh_speech
from dipevents.events.warning.strength import strength_of
from dipevents.events.warning.tasks import (
    is_infinitive,
    tasks_of,
    unwanted,
)
from dipevents.events.warning.terms import holds_out
from dipevents.mentions.gazetteer import is_called
from dipevents.models.actor import ActorKind, countries_of
from dipevents.models.warning import WarningKind
from dipevents.reading.clauses import auxiliaries, clause, fillers, is_negated, is_passive, surface_subjects
from dipevents.reading.grammar import is_question, is_to

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.warning.content import Content
    from dipevents.events.warning.triggers import Trigger
    from dipevents.mentions.mentions import Mentions
    from dipevents.models.actor import Actor
    from dipevents.reading.sentence import Word

__all__ = ["is_only_told", "is_ruled_out", "kind_of"]

_OPEN = frozenset({"how", "when", "where", "whether", "who", "whose", "why"})


def is_ruled_out(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> bool:
    """Whether something is no warning whatever its words weigh: a question, weather, markets, a mere thought."""
    if trigger.lexical and is_question(trigger.sentence):
        return True
    if not (content.words or trigger.addressees or trigger.retracted) or is_nonpolitical(content, issuers):
        return True
    press = all(i.name.lower().split()[-1] in lexicon("frames", "media") or is_called(i.name, "news") for i in issuers)
    if press and (trigger.kind is None or (trigger.word.lemma == "ask" and is_passive(trigger.word))):
        return True  # "ASKED by Xinhua to clarify it"
    if trigger.kind is not None:
        if trigger.word.lemma == "threaten" and is_feared(content.head):
            return True
        if trigger.word.lemma == "vow" or kinds("voiced").get(trigger.word.lemma) is WarningKind.THREAT:
            return not (_is_aimed(mentions, trigger, content, issuers) and is_harm(mentions, trigger, content, issuers))
        weak = trigger.word.lemma in lexicon("force", "weak") or _is_plain_call(trigger, content)
        whom = lexicon("content", "publics") if weak else lexicon("frames", "private")
        own = any(c.tag == "PRP$" for w in trigger.addressees if w.lemma in whom for c in w.children)
        told = weak or trigger.kind is WarningKind.CAUTION
        if own and told and not to_citizens(mentions, trigger, content, issuers):
            return True  # "told its members to stay", "urged his backers to vote", "warned their players to expect"
        blameless = content.head is not None and content.head.lemma in lexicon("content", "mishaps")
        if blameless and trigger.word.lemma in kinds("voiced"):
            return True
        cautious = trigger.kind in {WarningKind.CAUTION, WarningKind.CONCERN}
        return cautious and _is_of_markets(mentions, content, trigger)
    named = trigger.word.lemma in lexicon("content", "naming") and any(w.lower == "as" for w in content.words)
    named = named and trigger.attribution is not None and trigger.attribution.depth > 0
    held = is_negated(trigger.word) and trigger.word.lemma in lexicon("frames", "held")
    held = held and not _is_in_quotes(trigger)  # "was NOT SUGGESTING that the pact should be dropped"
    if held or trigger.word.lemma in lexicon("frames", "deny") or is_of(trigger.word, "comforting"):
        return True  # "denied that the minister had threatened to go", "ASSURED Lima that it would close the port"
    if content.head is not None and (_is_told_of(mentions, content.head, issuers) or defies(content.head)):
        return True
    task = content.head.lemma if content.head is not None and is_to(content.head) else ""
    vowed = trigger.word.lemma in lexicon("verbs", "vow") and task in lexicon("content", "homely")
    if vowed and not is_harm(mentions, trigger, content, issuers):
        return True  # "vowed to RETURN for the vote"
    # "is CONSIDERING closing the port in response", "DECIDED to close it if Lima goes on"
    weighed = bool(trigger.about) and (is_of(trigger.word, "weighing") or is_of(trigger.word, "voting"))
    thought = trigger.word.lemma in lexicon("frames", "thoughts") and not (
        # "left no DOUBT that", "gave Oslo to UNDERSTAND that"
        weighed or _is_in_quotes(trigger) or trigger.word.is_noun or trigger.word.head.lemma == "give"
    )
    troubled = is_of(trigger.word, "owning_up") and "concern_phrases" in signals_of(mentions, trigger, content, issuers)
    return (thought and not (named or troubled)) or _is_question(trigger, content)


def _is_aimed(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> bool:
    """Whether what is vowed, or intended on terms or against another state, is no plan: "its intention TO QUIT"."""
    if trigger.word.lemma == "vow" or (content.head is not None and condition_on(content.head) is not None):
        return True
    homes = countries_of(issuers)
    return any(a.country not in {None, *homes} for w in content.words for a in mentions.actors.at(w))


def kind_of(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> WarningKind | None:
    """The kind of warning of what is not ruled out, from the trigger's class and the content; None if none is known."""
    kind = trigger.kind
    if kind is None:
        told = weigh_speech(mentions, trigger, content, issuers)
        foreseen = told is WarningKind.THREAT and trigger.word.lemma in lexicon("frames", "foreseeing", "topical")
        foreseen = foreseen or (told is WarningKind.DEMAND and only_watch(issuers))  # "it is up to Oslo, DIPLOMATS say"
        promised = told is WarningKind.CAUTION and trigger.word.lemma in lexicon("verbs", "vow")
        # "PREDICTED that his party would take the town", "FEARING that it would", "PROMISED that no one would starve"
        return None if foreseen or promised else told
    if kind is WarningKind.CAUTION:
        return _caution(mentions, trigger, content, issuers)
    if kind is WarningKind.DEMAND:
        return _demand(mentions, trigger, content, issuers)
    return kind


def is_only_told(
    mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor], kind: WarningKind
) -> bool:
    """Whether speech tells what was, who else warned, or what its own side will do; where rules do not decide."""
    verb = content.head
    if trigger.word.lemma in {"accuse", "blame"}:
        return True  # "ACCUSED Oslo of aggression after a missile was shot down"
    if trigger.lexical or verb is None or not verb.is_verb:
        return False
    helpers = {h.lower for h in auxiliaries(verb)}
    own = any(is_of_issuer(mentions, s, issuers) for s in surface_subjects(verb))
    waits = verb.lemma in {"await", "wait"}  # "would WAIT for the report and then see if action was needed"
    if (kind is WarningKind.DEMAND or waits) and own and is_future(verb):
        return True  # "said that THE ARMY would go on doing its duty"
    if own and kind is not WarningKind.CAUTION and helpers & lexicon("content", "obligation"):
        return True  # "WE MUST open our markets to ward off a trade war", "WE SHOULD not be alarmed"
    refused = own and is_negated(verb) and condition_on(verb) is None  # "said it would NOT RENEW the lease"
    refused = refused or (own and verb.lemma == "be")  # "we WOULD BE ashamed to sell it"
    if kind is WarningKind.THREAT and (refused or (trigger.word.lemma in {"pledge", "promise"} and not own)):
        return True  # "PROMISED Oslo that its planes could stay"
    if kind is WarningKind.CAUTION and any(map(is_nobody, verb.children)):
        return True  # "poses NO DANGER to the islands"
    if (is_of(verb, "cowing") and is_negated(verb)) or is_offer(verb):
        return True  # "said that threats would NOT DETER it", "that it would HALT its raids if they did"
    if verb.lemma in kinds("verbs") and verb.tag in {"VBD", "VBZ"} and not by_issuer(mentions, verb, issuers):
        return True  # "said that OSLO WANTED Lima to go"
    if "should" in helpers and all(s.lower in {"it", "that", "this"} for s in surface_subjects(verb)):
        return True  # "said IT SHOULD not worsen the crisis"
    perceived = "could" in helpers and verb.lemma in {"feel", "hear", "see", "smell"}  # "you COULD HEAR it coming"
    before = trigger.attribution is not None and (trigger.attribution.kind == "direct" or verb.i < trigger.word.i)
    past = (verb.tag == "VBD" or bool(helpers & {"did", "had", "was", "were"})) and before
    figures = (bound := condition_on(verb)) is not None and is_of_business(bound)  # "would look better if DEBT fell"
    return perceived or figures or (past and not any(w.is_verb and is_future(w) for w in content.words))


def _is_plain_call(trigger: Trigger, content: Content) -> bool:
    """Whether somebody is called on to do something, not to stop it."""
    asked = content.head if trigger.kind is WarningKind.DEMAND else None
    if asked is None or is_negated(asked) or trigger.word.lemma in lexicon("force", "firm"):
        return False
    return lexicon("content", "hostile_acts", "harm").isdisjoint(w.lemma for w in content.words) and (
        asked.lemma not in lexicon("content", "desist")
    )


def _is_told_of(mentions: Mentions, told: Word, issuers: Sequence[Actor]) -> bool:
    """Whether somebody only tells what another said or warned of: "OSLO THREATENED Lima", "WAS URGED BY Oslo to"."""
    known = kinds("verbs").get(told.lemma)
    if known is not None and any(c.dep == "agent" for c in told.children):
        return True
    if known in {WarningKind.CAUTION, WarningKind.THREAT} and is_negated(told):
        return by_issuer(mentions, told, issuers)  # "said that it was NOT WARNING Lima"
    speaks = told.lemma == "say" or known in {WarningKind.THREAT, WarningKind.CAUTION} or is_of(told, "pressing")
    past = told.tag in {"VBD", "VBN"} and not is_passive(told) and all(c.dep != "conj" for c in told.children)
    does = surface_subjects(told)
    if any(s.lemma in lexicon("content", "forces") for s in does) or bodes_ill(mentions, told):
        return False  # "the TROOPS threatened Oslo", "the DUTIES threatened to ruin them"
    return speaks and past and bool(does) and not by_issuer(mentions, told, issuers)


def _is_in_quotes(trigger: Trigger) -> bool:
    """Whether the words are given in quotation marks, so that they were said: "“they must go,” she CONCLUDED"."""
    return trigger.attribution is not None and trigger.attribution.kind == "direct" and trigger.attribution.depth == 0


def _is_question(trigger: Trigger, content: Content) -> bool:
    """Whether something is only asked: "asked whether it would lead to war", "what will they do if it falls?"."""
    if content.text.rstrip("\"”’' ,").endswith("?"):
        return True
    asking = trigger.word.lemma in {"ask", "question", "wonder"}
    if asking and content.words and content.words[0].lower in _OPEN | {"if"}:
        return True
    opens = _OPEN & {w.lower for w in content.words[:2]} if trigger.word.tag == "VB" else ()  # "just WHY"
    if opens and is_to(trigger.word):
        return True  # "gave him a week to EXPLAIN WHY"
    asked = trigger.clause.complements if trigger.word.lemma in {"ask", "question", "wonder"} else ()
    return any(c.lower in {"whether", "if"} and c.dep == "mark" for w in asked for c in w.children)


def _is_of_markets(mentions: Mentions, content: Content, trigger: Trigger) -> bool:
    """Whether markets or figures are spoken of, and nobody else that acts: "worried about its CROPS"."""
    actors, head = mentions.actors, content.head
    if trigger.addressees:
        return False
    if head is not None and is_figure(head):
        homes, inside = {i.country for i in trigger.issuers}, [p for p in content.words if p.lower == "in"]
        placed = {w for p in inside for c in p.children if c.pos == "PROPN" for w in c.subtree()}  # "a slump in CHAD"
        return all(a.country in homes for w in content.words if w not in placed for a in actors.at(w))
    if not any(
        w.is_noun and w.dep != "compound" and w.lemma in lexicon("content", "markets") and not _is_there(w)
        for w in content.words
    ):
        return False
    return not any(actors.who(w) or actors.country_of(w) for w in content.words)


def _is_there(noun: Word) -> bool:
    """Whether it is what "there will be": "warned there would be A PRICE"."""
    return noun.dep == "attr" and any(c.dep == "expl" for c in noun.head.children)


def _caution(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> WarningKind | None:
    travel = any(w.lemma in {"travel", "trip", "journey"} for w in content.words)
    against = any(c.dep == "prep" and c.lower == "against" for c in trigger.word.children)
    own = to_citizens(mentions, trigger, content, issuers)
    if trigger.word.lemma in {"advice", "advise", "remind"} and not (travel or against or own):
        return WarningKind.DEMAND if _is_bidden(mentions, trigger) else None
    left = against and all(w.lower != "or" for w in content.words)  # "AGAINST a move to bomb it" is left to others
    if not left and (is_harm(mentions, trigger, content, issuers) or _is_announced(mentions, content, issuers)):
        return WarningKind.THREAT
    threats = {"dared", "threat_said"} | (set() if trigger.attribution is None else {"loss", "table", "treated"})
    if not left and threats & set(signals_of(mentions, trigger, content, issuers)):
        return WarningKind.THREAT
    if _is_of_own_force(mentions, trigger, content, issuers) or (not travel and "alternatives" in content.phrases):
        return WarningKind.THREAT
    if content.head is not None and content.head.is_verb and holds_out(mentions, content.head, issuers, own=True):
        return WarningKind.DEMAND
    if not (travel or own) and _is_to_private(mentions, trigger):
        return None
    bid = content.head is not None and any(h.lower == "must" for h in auxiliaries(content.head))
    if bid and weigh_speech(mentions, trigger, content, issuers) is WarningKind.DEMAND:
        return WarningKind.DEMAND  # "OSLO MUST withdraw, the envoy warned"
    told = trigger.word.is_verb and (against or is_infinitive(trigger.clause))
    if told and trigger.word.lemma == "warn" and trigger.addressees and not own:
        return WarningKind.DEMAND
    return WarningKind.CAUTION


def _is_bidden(mentions: Mentions, trigger: Trigger) -> bool:
    """Whether another state is told to end something: "ADVISED Lima to drop the charges"."""
    homes, tasks = countries_of(trigger.issuers), tasks_of(trigger.clause)
    ends = lexicon("content", "desist")
    if not homes and all(i.kind is not ActorKind.IGO for i in trigger.issuers):
        return False  # "FRIENDS advised him not to go"
    if not any(is_to(t) and (is_negated(t) or t.lemma in ends or ends_jointly(t)) for t in tasks):
        return False
    return any(a.country and a.country not in homes for w in trigger.addressees for a in mentions.actors.who(w))


def _is_of_own_force(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> bool:
    """Whether who warns of force would be the one to use it: "warned Lima of SANCTIONS", "of a harsh RESPONSE"."""
    homes = {i.country for i in issuers}
    whom = [a for w in trigger.addressees for a in mentions.actors.who(w)]
    states = (a for a in whom if a.country or (a.kind is ActorKind.IGO and homes != {None}))
    told = any(a.country not in homes for a in states)  # "warned LIMA of severe CONSEQUENCES"
    bound = condition_on(trigger.word) is not None and homes != {None}  # "of military ACTION UNLESS Lima withdrew"
    for word in content.words:
        force = word.lemma in lexicon("content", "own_force") or _is_retaliation(word)
        force = force or (told and word.lemma == "consequence" and all(c.lower != "of" for c in word.children))
        force = force or (bound and is_force(word))
        if force and word.dep == "pobj" and word.head.lower == "of":
            owners = [c for c in word.children if c.dep in {"poss", "amod", "compound"}]  # not "against DANISH firms"
            owners += fillers(c for c in word.children if c.lower in {"by", "from"})
            return all(mentions.actors.country_of(w) in {None, *homes} for w in owners)
    return False


def _is_retaliation(noun: Word) -> bool:
    """Whether steps are told as an answer to somebody: "warned of RECIPROCAL STEPS"; not "of painful measures"."""
    return is_stern(noun) and any(is_of(c, "answering_back") for c in noun.children)


def _is_to_private(mentions: Mentions, trigger: Trigger) -> bool:
    """Whether private people alone are warned: "cautions shareholders", "warned residents of landslides"."""
    private = lexicon("frames", "private")
    whom = [w for w in trigger.addressees if not is_abroad(mentions, w, trigger.issuers)]
    return bool(trigger.word.is_verb and whom) and all(
        (w.lemma in private and all(c.lower != "foreign" for c in w.children)) or is_public_at_home(mentions, w)
        for w in whom
    )


def _is_announced(mentions: Mentions, content: Content, issuers: Sequence[Actor]) -> bool:
    """Whether who warns will act, whatever the act: "warned that it would take away the quota"."""
    verb = content.head
    if verb is None or not verb.is_verb or not is_future(verb) or is_negated(verb):
        return False
    act = next((c for c in verb.children if c.dep == "xcomp"), verb) if verb.lemma == "have" else verb
    if is_passive(act):  # "warned that wine MIGHT HAVE TO BE SEARCHED BY its inspectors"
        return bool(clause(act).subjects) and by_issuer(mentions, act, issuers)
    dull = lexicon("content", "benign", "states", "results") | {"add"}  # "warned that IT could ADD to the confusion"
    routine = verb.lemma in dull - {"come", "return"}  # "warned: “We will COME back”"
    routine = (routine and condition_on(verb) is None) or brings_calamity(verb)  # "that IT WOULD FUEL an arms race"
    routine = routine or any(o.lemma in {"balance", "equilibrium"} for o in clause(verb).objects)  # "UPSET THE BALANCE"
    return not routine and any(is_of_issuer(mentions, s, issuers) for s in surface_subjects(verb))


def _demand(mentions: Mentions, trigger: Trigger, content: Content, issuers: Sequence[Actor]) -> WarningKind | None:
    if (act := unwanted(trigger.word)) is not None:  # "does not want CHAD to stay", not "THE CRISIS to spread"
        alien = any(c.lower == "foreign" for w in clause(act).subjects for c in w.children)
        abroad = any(is_abroad(mentions, w, issuers) for w in clause(act).subjects if w.pos != "PRON")
        return WarningKind.DEMAND if alien or abroad else None
    mild = _is_mild_choice(content)
    if trigger.word.lemma == "give" and any(w.lower == "or" and w.head.is_verb for w in content.words) and not mild:
        return WarningKind.THREAT
    braced = content.head is not None and is_of(content.head, "bracing")  # "told Lima to EXPECT revenge"
    if ("alternatives" in content.phrases and not mild) or (braced and is_harm(mentions, trigger, content, issuers)):
        return WarningKind.THREAT
    if to_citizens(mentions, trigger, content, issuers):
        return WarningKind.CAUTION
    if _is_to_private(mentions, trigger):
        return None  # "urged THE PUBLIC to avoid the airport"
    if strength_of(mentions, trigger, content, issuers) >= 1:
        return WarningKind.DEMAND
    faint = trigger.attribution is not None and trigger.word.lemma in lexicon("force", "faint")
    return weigh_speech(mentions, trigger, content, issuers) if faint else None


def _is_mild_choice(content: Content) -> bool:
    """Whether what is to come otherwise is nobody's blow: "to leave OR FACE a crisis"; not "or face SANCTIONS"."""
    blows = lexicon("content", "outcome", "hostile_acts", "vowed_acts", "vowed_evils")
    for word, after in pairwise(content.words):
        if word.lower == "or" and after.lemma in {"face", "risk"}:
            return not any(w.lemma in blows for w in clause(after).objects)
    return False
