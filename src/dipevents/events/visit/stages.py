"""How real a visit is, from the words around its trigger: told, planned, possible, called off.

Kim will visit Prague; until Kim visits Prague       planned
a trip in doubt; an invitation                       possible
was to have visited; had been due; was refused       cancelled
should cancel the trip; opposes the trip             planned: others only wish it away
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dipevents.events.claims import disowned, is_claim, report_of
from dipevents.events.moods import modals
from dipevents.events.phases import is_among
from dipevents.events.status import Phase, Status, read_status
from dipevents.events.visit.frames import Frame, Kind, visit_words
from dipevents.events.visit.invitations import as_answered, is_answered, is_unanswered
from dipevents.events.visit.missed import fell_through, is_dropped_next, never_was
from dipevents.events.visit.subjects import is_added, is_headline
from dipevents.events.visit.whose import gives_up, is_set_off
from dipevents.models.visit import VisitStatus
from dipevents.reading.clauses import auxiliaries, clause, is_negated, verb_above
from dipevents.reading.grammar import is_asked_ahead, is_of

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = [
    "is_ownerless",
    "moved_by",
    "needs_no_guest",
    "stage_by",
    "stage_of",
    "teller_of",
    "was_once_due",
]

STAGES = {
    Phase.HAPPENED: VisitStatus.OCCURRED,
    Phase.ONGOING: VisitStatus.OCCURRED,
    Phase.PLANNED: VisitStatus.PLANNED,
    Phase.NEGOTIATING: VisitStatus.POSSIBLE,
    Phase.POSSIBLE: VisitStatus.POSSIBLE,
    Phase.DENIED: VisitStatus.CANCELLED,
}


def teller_of(trigger: Word) -> Word:
    """The word whose status is that of a trigger: of "will speak at the end of a visit", the verb."""
    ranked = any(c.lower in visit_words("support", "ranks") for c in trigger.head.children)
    if trigger.tag == "VB" and trigger.dep in {"acl", "relcl"} and trigger.head.dep == "attr" and ranked:
        return trigger.head.head  # "WILL BE the first minister to visit Prague"
    along = trigger.tag == "VBN" and trigger.dep == "acl" and trigger.head.dep == "nsubj"
    if along and trigger.lemma in visit_words("verbs", "accompany"):
        return trigger.head.head  # "Kim, ACCOMPANIED by Lee, WILL VISIT Prague"
    bare = trigger.tag == "VBG" and not any(c.dep in {"aux", "mark"} for c in trigger.children)
    led = bare and trigger.dep == "advcl" and trigger.head.tag == "VB" and not is_negated(trigger.head)
    if led and trigger.head.i < trigger.i and any(w.lower == "to" or w.tag == "MD" for w in auxiliaries(trigger.head)):
        return trigger.head  # "decided TO EXTEND the tour, flying to Prague on Sunday"
    what = trigger.head if trigger.dep == "attr" and trigger.head.dep == "pcomp" else trigger
    if what is not trigger and what.head.head.is_verb and not is_of(what.head.head, "report_verbs"):
        above = what.head.head  # "MAY GO to Prague, considers VISITING it, in what would be his first trip there"
        return next((c for c in above.children if c.dep == "xcomp"), above)
    if trigger.dep == "xcomp" and trigger.head.lower in visit_words("support", "glad") and trigger.head.head.is_verb:
        return trigger.head.head  # "WILL BE glad to visit Prague"
    stage = trigger.head.head if trigger.dep == "pobj" and trigger.head.lower == "of" else None
    if stage is None or stage.dep != "pobj" or stage.lemma not in visit_words("support", "stages"):
        return trigger
    verb = stage.head.head
    return verb if verb.is_verb and stage.head.lower in {"at", "near", "towards", "toward"} else trigger


def stage_by(status: Status) -> VisitStatus:
    """The stage of a visit; to talk about one says nothing of it."""
    if status.phase is Phase.NEGOTIATING and any(w.lemma in visit_words("support", "topics") for w in status.cue):
        under_way = any(h.lower == "being" for w in status.cue for h in auxiliaries(w))  # "a visit IS BEING discussed"
        topics = [c for w in status.cue for c in w.children if c.dep in {"dobj", "nsubjpass"}]
        vague = any(d.lower in {"a", "an"} for c in topics for d in c.children)  # "discussed A visit"
        return VisitStatus.POSSIBLE if under_way or vague else VisitStatus.OCCURRED
    received = bool(status.cue) and all(w.lemma in visit_words("verbs", "receive") for w in status.cue)
    if status.phase is Phase.POSSIBLE and received:
        helpers = {h.lower for w in status.cue for h in auxiliaries(w) if h.tag == "MD"}
        if helpers:  # "WOULD welcome a visit by Kim", "WILL welcome his visit"
            return VisitStatus.PLANNED if "will" in helpers else VisitStatus.POSSIBLE
        return VisitStatus.OCCURRED
    return STAGES[status.phase]


def stage_of(frame: Frame, status: Status) -> VisitStatus:
    """The stage of a frame; an invitation is possible until it is accepted or declined."""
    if (stage := _stage_at_once(frame, status)) is not None:
        return stage
    never = frame.kind in {Kind.ABSENT, Kind.REFUSED} and status.phase is not Phase.POSSIBLE  # "threatened to boycott"
    does = verb_above(frame.trigger) if frame.trigger.pos == "ADP" else frame.trigger  # "to have opened a fair IN LIMA"
    never = never or (does is not None and never_was(does))
    never = never or was_once_due(frame.trigger) or fell_through(frame.trigger)
    never = never or (frame.kind in {Kind.NOUN, Kind.STOP} and is_dropped_next(frame.trigger))
    above = (up for up in frame.trigger.ancestors() if up.is_verb)
    where = frame.kind is Kind.INVITE and frame.trigger.dep == "relcl"  # "PULLED OUT of a summit WHERE he was invited"
    never = never or (where and any(gives_up(up) is not None or up.lemma == "withdraw" for up in islice(above, 1)))
    purpose = frame.trigger.tag == "VB" and frame.trigger.dep in {"advcl", "xcomp"}
    never = never or (purpose and never_was(frame.trigger.head))  # "was to have gone to Prague to VISIT a school"
    permit = _permit_of(frame.trigger)
    never = never or (permit is not None and permit.head.lemma in visit_words("verbs", "refuse"))
    stage = VisitStatus.CANCELLED if never or _is_off(frame.trigger, status) else stage_by(status)
    if stage is VisitStatus.CANCELLED and status.cue and all(w.lemma == "halt" and w.is_noun for w in status.cue):
        stage = VisitStatus.OCCURRED  # "the last HALT of the tour"
    if stage is VisitStatus.OCCURRED and permit is not None:
        stage = VisitStatus.POSSIBLE
    ahead = frame.kind is Kind.DUE or _is_next_stop(frame.trigger) or moved_by(frame.trigger) is not None
    if stage is VisitStatus.OCCURRED and ahead:
        stage = VisitStatus.PLANNED
    if stage is VisitStatus.CANCELLED and any(_is_only_wished(w) for w in status.cue):
        open_still = any(_governs(w, visit_words("support", "weighing")) for w in status.cue)
        stage = VisitStatus.POSSIBLE if open_still else VisitStatus.PLANNED
    stage = _as_told_of_tomorrow(frame.trigger, stage)
    unsure = is_asked_ahead(frame.trigger) or _is_as_told(frame.trigger, status) or _would_be_glad(frame.trigger)
    if stage is VisitStatus.PLANNED and unsure:
        stage = VisitStatus.POSSIBLE
    if stage is VisitStatus.CANCELLED and _is_described(frame.trigger, status):
        stage = VisitStatus.OCCURRED
    told = (frame.trigger, frame.trigger.head) if frame.trigger.dep == "xcomp" else (frame.trigger,)
    # "would NOT come unless invited", "is NOT expected to come until June"
    refused = stage is VisitStatus.CANCELLED and any(map(is_negated, told))
    if refused and any(c.lower in {"until", "till"} for c in frame.trigger.children):
        stage, refused = VisitStatus.PLANNED, False  # "will not come until June"
    unsure = refused and any(c.lower in {"may", "might"} for w in told if is_negated(w) for c in w.children)
    if unsure or ((stage is VisitStatus.PLANNED or refused) and _has_condition(teller_of(frame.trigger))):
        stage = VisitStatus.POSSIBLE  # "MAY NOT come"
    if stage is not VisitStatus.OCCURRED and (_is_aside(frame.trigger, status) or _tells_who(frame.trigger)):
        stage = VisitStatus.OCCURRED
    if stage in {VisitStatus.PLANNED, VisitStatus.CANCELLED} and _is_only_reported(frame.trigger, stage):
        stage = VisitStatus.POSSIBLE
    asked = frame.kind is Kind.INVITE and stage is not VisitStatus.CANCELLED
    return as_answered(frame.trigger) if asked else stage


def _stage_at_once(frame: Frame, status: Status) -> VisitStatus | None:
    """The stage that no other words of the sentence change, or None."""
    if _is_cut_short(frame) or frame.trigger.lower == "since":  # "the first to come SINCE KIM"
        return VisitStatus.OCCURRED
    if is_unanswered(frame.trigger):
        return VisitStatus.POSSIBLE
    along = frame.trigger.head.head if frame.kind is Kind.NOUN and frame.trigger.dep == "pobj" else None
    if along is not None and along.lemma in visit_words("verbs", "accompany") and is_negated(along):
        ahead = any(w.tag == "MD" for w in auxiliaries(along))  # "WILL NOT ACCOMPANY Kim on a trip" calls none off
        return VisitStatus.PLANNED if ahead else VisitStatus.OCCURRED
    dropped = status.phase is Phase.DENIED and any(is_among(w, "calling_off") for w in status.cue)
    if (dropped or frame.kind is Kind.ABSENT) and disowned(frame.trigger) is not None:
        return VisitStatus.PLANNED  # "reports that she would SKIP the summit, had CANCELLED a visit are UNTRUE"
    if frame.kind is Kind.ABSENT and status.phase is Phase.DENIED:  # "did NOT, will NOT boycott the summit"
        return VisitStatus.OCCURRED if _is_let_be(status) else VisitStatus.PLANNED
    return None


def _is_only_reported(trigger: Word, stage: VisitStatus) -> bool:
    """Whether a plan is that of reports left open: "declined to comment on REPORTS that he would come"."""
    report = report_of(trigger)
    if report is None or not is_claim(report) or report.lemma == "news" or disowned(trigger) is not None:
        return False
    bare = report.dep == "pobj" and report.head.lower in {"on", "about"}
    return bare or (stage is VisitStatus.PLANNED and report.head.lemma not in {"confirm", "bear"})


def _would_be_glad(trigger: Word) -> bool:
    """Whether somebody would only like to come: "WOULD BE GLAD to visit Prague"; but "said he would be glad to"."""
    glad = trigger.head
    told = trigger.dep == "xcomp" and glad.lower in visit_words("support", "glad") and glad.head.dep != "ccomp"
    return told and any(h.lower in {"would", "'d", "’d"} for h in auxiliaries(glad.head))


def _is_as_told(noun: Word, status: Status) -> bool:
    """Whether "would be" only ranks a visit told before, sure or not: "may go, in what WOULD BE her first TRIP"."""
    ranked = noun.dep == "attr" and noun.head.lemma == "be" and bool(status.cue)
    return ranked and all(w.lower == "would" for w in status.cue)


def _is_let_be(status: Status) -> bool:
    """Whether what is denied of an absence lies in the past: "did NOT boycott the summit": whoever did not, came."""
    helpers = [w.lower for cue in status.cue for w in auxiliaries(cue.head)]
    ahead = modals().keys() | {"to", "has", "have"}
    return all(cue.dep == "neg" for cue in status.cue) and ahead.isdisjoint(helpers)


def is_ownerless(frame: Frame) -> bool:
    """Whether a visit somewhere is told to be off without a word of whose: "A VISIT TO PRAGUE was cancelled"."""
    trigger = frame.trigger
    if trigger.dep not in {"nsubj", "nsubjpass"} or not frame.goals or frame.visitors:
        return False
    stage = frame.kind is Kind.STOP and trigger.lemma in {"stop", "leg", "layover"}  # "THE STOP in Prague was dropped"
    new = any(c.lower in {"a", "an", "another"} for c in trigger.children)
    told = stage or (new and frame.kind is Kind.NOUN)
    return told and (is_dropped_next(trigger) or read_status(trigger).phase is Phase.DENIED)


def needs_no_guest(frame: Frame) -> bool:
    """Whether a frame is of a visit told before, or called off whoever it was of."""
    return (frame.kind is Kind.NOUN and frame.definite) or is_ownerless(frame) or is_answered(frame.trigger)


def moved_by(noun: Word) -> Word | None:
    """The verb that sets another day for a visit, or None: "the trip was MOVED to June"."""
    verb = noun.head
    told = {verb.lemma, *(f"{verb.lemma} {c.lower}" for c in verb.children if c.dep in {"advmod", "prt"})}
    return verb if noun.dep in {"dobj", "nsubjpass"} and told & visit_words("support", "moved") else None


def _is_next_stop(noun: Word) -> bool:
    """Whether a stop is still to come: "his NEXT STOP is Prague"."""
    later = any(c.lower in {"last", "final", "next"} for c in noun.children)
    return noun.lemma == "stop" and later and noun.dep == "nsubj" and noun.head.tag in {"VBP", "VBZ"}


def _is_only_wished(cue: Word) -> bool:
    """Whether others want a visit not to be, which it is still to be: "should CANCEL the trip", "OPPOSES the trip"."""
    if cue.dep == "neg" and cue.head.tag == "VB" and cue.head.dep in {"ccomp", "xcomp"}:
        return cue.head.head.lemma in visit_words("support", "pressing")  # "urged him NOT to go"
    if not cue.is_verb or cue.lemma in visit_words("support", "opposing"):
        return cue.lemma in visit_words("support", "opposing")
    open_still = read_status(cue).phase is Phase.POSSIBLE and cue.dep != "advcl"  # "URGED him to cancel", "MAY cancel"
    return open_still or _governs(cue, visit_words("support", "pressing"))


def _governs(verb: Word, words: frozenset[str]) -> bool:
    """Whether a verb stands under one of some words, or has it for an auxiliary: "CALLS to cancel", "MAY cancel"."""
    above = verb.head.head if verb.head.pos == "ADP" else verb.head
    beside = {c.lower for c in verb.children if c.dep == "aux"} | ({above.lemma} if above is not verb else set())
    return bool(beside & words)


def _permit_of(trigger: Word) -> Word | None:
    """The permit for what is told: "PERMISSION was withdrawn for him to land", "was given a VISA to visit Prague"."""
    if trigger.tag != "VB" or trigger.dep not in {"advcl", "xcomp", "acl", "relcl"}:
        return None
    beside = (trigger.head, *(c for c in trigger.head.children if c.dep in {"dobj", "nsubjpass"}))
    return next((w for w in beside if w.is_noun and w.lemma in visit_words("nouns", "permit")), None)


def _is_described(trigger: Word, status: Status) -> bool:
    """Whether a denial is of what a visit is like, and not that there is one: "the trip IS NOT a secret, about oil"."""
    verb = trigger.head
    described = trigger.dep == "nsubj" and trigger.is_noun and verb.lemma == "be" and verb.tag != "VB"
    if not described or any(w.head is trigger for w in status.cue):
        return False
    open_still = visit_words("support", "open")
    return any((c.dep == "attr" and c.lemma not in open_still) or c.lower == "about" for c in verb.children)


def _is_off(trigger: Word, status: Status) -> bool:
    """Whether a plan is told to be dropped: "pulled out OF A TRIP", "the trip IS OFF", "was put ON HOLD"; or denied.

    Who denies reports that it was dropped says that it stands.
    """
    verb = trigger.head
    told = verb if trigger.is_verb and trigger.dep == "xcomp" and verb.lemma == "be" else trigger
    if (report := disowned(told)) is not None or report_of(told) is not None:
        return report is not None and not (status.phase is Phase.PLANNED and report in status.cue)
    if trigger.dep == "pobj":
        return verb.lower in {"of", "from"} and gives_up(verb.head) is not None
    if trigger.sentence.heading and (
        _is_labelled_off(trigger) or any(c.lower == "off" and not list(c.children) for c in trigger.children)
    ):
        return True  # "Kim's Prague TRIP OFF"
    if trigger.is_verb or trigger.dep not in {"nsubj", "nsubjpass"} or verb.lemma not in {"be", "put", "place"}:
        return False
    off = verb.lemma == "be" and any(c.lower == "off" and not list(c.children) for c in verb.children)
    return off or any(w.lemma in visit_words("support", "shelves") for w in clause(verb).oblique("on"))


def _is_labelled_off(noun: Word) -> bool:
    """Whether a headline begins with what became of a visit: "CANCELLED: Kim's trip to Prague"."""
    words = noun.sentence.words
    return noun.i > 1 and words[1].text == ":" and words[0].tag != "VBG" and is_among(words[0], "calling_off")


def _is_aside(trigger: Word, status: Status) -> bool:
    """Whether the cue says nothing of a visit that only dates or places it: "block the road during the visit"."""
    beside = trigger.dep == "pobj" and trigger.head.lower in visit_words("support", "asides")
    whole = trigger.head.head if trigger.dep == "pobj" and trigger.head.lower == "of" else trigger
    if whole.lemma in visit_words("support", "contents"):
        return all(w.dep == "neg" for w in status.cue)  # "arms are not on the AGENDA OF THE TRIP"
    verbs = [w for w in status.cue if w.pos == "VERB" and w.head is not trigger]  # no "a PLANNED visit"
    first = trigger.dep == "pobj" and trigger.head.lower == "on" and not trigger.head.i  # "ON A VISIT there, he vowed"
    beside = beside or is_set_off(trigger) or (first and all(w.tag == "VBD" for w in verbs))
    if not beside or report_of(trigger) is not None:
        return False  # "REPORTS of a visit were denied"
    return bool(verbs) and trigger not in status.cue


def _tells_who(trigger: Word) -> bool:
    """Whether a participle only tells who somebody is: "declined to speak with reporters TRAVELLING to Prague"."""
    head = trigger.head
    person = head.pos == "PROPN" or head.lemma in visit_words("people", "bearers", "others")
    return trigger.tag == "VBG" and trigger.dep == "acl" and person


def _as_told_of_tomorrow(trigger: Word, stage: VisitStatus) -> VisitStatus:
    """The stage of what words that are no plan themselves put ahead: awaited, prepared, told in a headline."""
    told = stage is VisitStatus.OCCURRED and (_is_awaited(trigger) or is_headline(trigger) or is_added(trigger))
    ready = stage in {VisitStatus.OCCURRED, VisitStatus.POSSIBLE} and _is_prepared(trigger)
    return VisitStatus.PLANNED if told or ready else stage


def _is_cut_short(frame: Frame) -> bool:
    """Whether only the end of a stay was planned otherwise: "HAD PLANNED to stay UNTIL Thursday", CUT SHORT a trip."""
    noun, verb = frame.trigger, frame.trigger.head
    if noun.dep in {"dobj", "nsubjpass"} and verb.tag in {"VBD", "VBN"} and not is_negated(verb):
        told = {verb.lemma, *(f"{verb.lemma} {c.lower}" for c in verb.children)}
        ahead = any(w.lower in {"will", "may", "might", "to", "would", "could"} for w in auxiliaries(verb))
        if told & visit_words("support", "curtailing") and not ahead:
            return True
    until = any(c.lower in {"until", "till"} for c in frame.trigger.children)
    return frame.kind is Kind.STAY and until and (was_once_due(frame.trigger) or never_was(frame.trigger))


def was_once_due(trigger: Word) -> bool:
    """Whether it had been due, expected or planned: the past perfect tells that it did not come to it."""
    for up in (trigger, *islice(trigger.ancestors(), 2)):
        verb = up.head if up.pos == "ADJ" else up
        due = up.lower in visit_words("presence", "due") and all(c.dep != "prt" for c in up.children)  # no "SET OFF"
        if due or up.lemma in visit_words("support", "intending"):
            helpers = {c.lower for c in verb.children if c.dep in {"aux", "auxpass", "advmod"}}
            return "had" in helpers and "long" not in helpers and (up.pos == "ADJ" or verb.tag == "VBN")
        if not (up is trigger or up.dep in {"xcomp", "acomp"}):
            return False
    return False


def _is_prepared(trigger: Word) -> bool:
    """Whether others make ready for it: "gears up FOR a visit", "is GETTING READY to receive", "awaits a visit"."""
    above = trigger.head.head if trigger.dep == "pobj" and trigger.head.lower in {"for", "on"} else trigger.head
    if above.lemma == "ready":
        return above.head.lemma in {"get", "make"}
    if above.dep == "acomp" and above.lower in visit_words("presence", "due"):
        return True  # "is DUE ON a visit"
    if trigger.is_verb or trigger.dep not in {"pobj", "dobj"}:
        return False
    under_way = above.lemma == "be" and any(c.lemma == "preparation" for c in above.children)
    return under_way or above.lemma in {"gear", "brace", "ready", "await", "clear", "approve", "okay"}


def _is_awaited(verb: Word) -> bool:
    """Whether a present tells what is to come: "until Kim VISITS Prague", "will not come, SENDING Kim instead"."""
    if verb.tag not in {"VBZ", "VBP", "VBG"} or verb.dep != "advcl":
        return False
    marks = {c.lower for c in verb.children if c.dep in {"mark", "advmod"}}
    over = (verb.head, verb.head.head) if verb.head.dep == "xcomp" else (verb.head,)  # "WILL ask him to act when"
    will = any(c.dep == "aux" and c.lower in {"will", "wo", "would"} for up in over for c in up.children)
    will = will or read_status(verb.head).phase is Phase.PLANNED  # "IS TO be signed when Kim visits Prague"
    return bool(marks & {"until", "before"}) or (will and bool(marks & {"when", "while", "instead"}))


def _has_condition(verb: Word) -> bool:
    """Whether a clause with "if" or "unless" hangs on a verb."""
    clauses = (c for c in verb.children if c.dep == "advcl")
    return any(m.dep == "mark" and m.lower in {"if", "unless"} for c in clauses for m in c.children)
