"""Readings of the model that English grammar rules out, mended in place: one walk, by the relation of each word.

What verbs are is mended in `verb_mends` and `main_mends`, what infinitives are in `infinitive_mends`, where nouns and
names hang in `name_mends` and `naming_mends`, who bears a title in the plural in `bearers`, which clauses tell of a
noun in `relative_mends`, when things happen in `day_mends`, what stands behind the date of a deed in `deed_mends`, and
what a threat or a call goes on with in `speech_mends`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from dipevents.lexicon import Remembered
from dipevents.reading import (
    bearers,
    clause_mends,
    day_mends,
    deed_mends,
    giving_mends,
    infinitive_mends,
    list_mends,
    main_mends,
    name_mends,
    naming_mends,
    object_mends,
    opening_mends,
    phrase_mends,
    relative_mends,
    speech_mends,
    verb_mends,
)
from dipevents.reading.tails import (
    go_on_with,
    happen_beside,
    muse_behind,
    say_then,
    speak_behind,
    speak_beside,
    tell_behind,
    utter,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dipevents.reading.sentence import Sentence, Word

__all__ = ["mend"]

Change: TypeAlias = "Callable[[Word], None]"


def mend(sentence: Sentence) -> None:
    """Mends the tree of one sentence."""
    for word in sentence.words:
        if word.lemma == "voice":
            utter(word)
        elif word.lemma == "number":
            naming_mends.oppose(word)
        mends = _MENDS.get(word.dep)
        for change in mends[word.lower] if mends is not None else ():
            change(word)
    speak_behind(sentence.words)
    muse_behind(sentence.words)


def _only(change: Change, *forms: str) -> tuple[Change, frozenset[str]]:
    """A change that is one of words of these forms alone, in lower case."""
    return change, frozenset(forms)


_CHANGES: dict[str, tuple[Change | tuple[Change, frozenset[str]], ...]] = {
    "acl": (
        main_mends.take_subject,
        phrase_mends.qualify,
        phrase_mends.lead_team,
        _only(phrase_mends.take_in, "taking"),
        infinitive_mends.concern,
        verb_mends.intend,
        main_mends.happen,
        main_mends.predicate,
        _only(name_mends.cost, "valued", "values", "value", "valuing", "worth"),
        clause_mends.owe,
        infinitive_mends.resume,
        clause_mends.describe,
        relative_mends.belong,
        relative_mends.tell_last,
        speech_mends.go_on,
        deed_mends.aim_then,
        object_mends.state,
        object_mends.undertake,
    ),
    "ROOT": (
        main_mends.take_subject,
        opening_mends.ask,
        _only(day_mends.leave_here, "left"),
        verb_mends.resume,
        _only(verb_mends.sign, "signs"),
        phrase_mends.go,
        opening_mends.suppose_behind,
        clause_mends.undergo,
        clause_mends.reduce,
        relative_mends.leave_out,
        relative_mends.come_back,
        relative_mends.end_up,
        relative_mends.wind_up,
    ),
    "advcl": (
        _only(object_mends.notify, "notice"),
        main_mends.take_subject,
        _only(day_mends.begin_then, "beginning", "ending", "starting"),
        _only(opening_mends.do_meanwhile, *opening_mends.DOING),
        _only(opening_mends.be_here_behind, "visiting"),
        giving_mends.be_worth,
        speak_beside,
        happen_beside,
        say_then,
        go_on_with,
        phrase_mends.go_with,
        phrase_mends.lead_team,
        name_mends.be_of_type,
        name_mends.describe,
        clause_mends.bind,
        clause_mends.precede,
        clause_mends.aim,
        clause_mends.owe,
        infinitive_mends.resume,
        clause_mends.condition,
        clause_mends.undergo,
        relative_mends.leave_out,
        relative_mends.tell_amid,
        infinitive_mends.be_set_to,
        infinitive_mends.be_told_to,
        _only(infinitive_mends.be_to_go, "come", "go"),
        infinitive_mends.spell_out,
        speech_mends.say_what,
        speech_mends.follow,
        speech_mends.go_on,
        deed_mends.aim_then,
    ),
    "advmod": (
        _only(clause_mends.dwell, "about"),
        _only(giving_mends.count_more, "more"),
        _only(giving_mends.count_none, "no"),
    ),
    "agent": (
        deed_mends.belong_then,
        day_mends.fall_due,
        verb_mends.accuse,
        phrase_mends.be_by,
        speech_mends.be_of_whom,
    ),
    "amod": (
        _only(list_mends.do_besides, "threatened"),
        _only(opening_mends.do_meanwhile, *opening_mends.DOING),
        phrase_mends.move,
        phrase_mends.anger,
        phrase_mends.feel,
        infinitive_mends.befall,
        _only(verb_mends.charge, *verb_mends.DEEDS),
        main_mends.lead,
        verb_mends.embody,
        main_mends.govern,
        _only(name_mends.cost, "valued", "values", "value", "valuing", "worth"),
        phrase_mends.press,
        _only(phrase_mends.spend_on, *phrase_mends.MAKING),
    ),
    "appos": (
        giving_mends.part_own,
        main_mends.predicate,
        list_mends.spell_out,
        day_mends.explain_day,
        bearers.bear,
        bearers.explain_agent,
        bearers.serve,
        bearers.come_invited,
        name_mends.pair,
        name_mends.enlist,
        name_mends.of_another,
        name_mends.stand_out,
        opening_mends.come_forward,
    ),
    "aux": (verb_mends.name, verb_mends.lift, verb_mends.help_on),
    "auxpass": (verb_mends.perfect, verb_mends.lift),
    "compound": (
        _only(naming_mends.lead_forces, *naming_mends.FORCES),
        phrase_mends.move,
        phrase_mends.hear,
        _only(opening_mends.do_meanwhile, *opening_mends.DOING),
        _only(verb_mends.charge, *verb_mends.DEEDS),
        _only(phrase_mends.spend_on, *phrase_mends.MAKING),
    ),
    "ccomp": (
        main_mends.take_subject,
        main_mends.take_object,
        relative_mends.tell_which,
        tell_behind,
        infinitive_mends.insist,
        opening_mends.suppose_behind,
        infinitive_mends.welcome,
        giving_mends.make_gift,
        phrase_mends.stop_over,
        clause_mends.part,
        clause_mends.cleave,
        clause_mends.relate,
        clause_mends.follow_on,
        clause_mends.take,
        name_mends.be_goods,
        clause_mends.undergo,
        clause_mends.reduce,
        relative_mends.leave_out,
        naming_mends.stand_for,
        infinitive_mends.await_deed,
        relative_mends.tell_amid,
        deed_mends.aim_then,
        speech_mends.tell_whom,
    ),
    "conj": (
        main_mends.take_subject,
        day_mends.sum_up,
        opening_mends.come_forward,
        giving_mends.share_on,
        bearers.own_jointly,
        bearers.hold_both,
        bearers.explain,
        day_mends.off_month,
        name_mends.be_goods,
        phrase_mends.go_with,
        list_mends.belong,
        list_mends.come_with,
        list_mends.close_off,
        list_mends.stand_aside,
        list_mends.join,
        list_mends.lead_on,
        name_mends.of_another,
        name_mends.stand_out,
        verb_mends.go_on,
        verb_mends.share_perfect,
        opening_mends.suppose_behind,
        _only(infinitive_mends.call_too, "on", "upon"),
        verb_mends.be_told,
        clause_mends.precede,
        verb_mends.resume,
        name_mends.entitle,
        _only(day_mends.leave_then, "leaves", "returns"),
        clause_mends.take_up,
        clause_mends.go_further,
        relative_mends.undergo_too,
        relative_mends.say_also,
        relative_mends.say_more,
        relative_mends.speak_on,
        speech_mends.tell_whom,
    ),
    "csubj": (opening_mends.arrive, _only(opening_mends.be_here, "visiting")),
    "det": (_only(giving_mends.count_none, "no"),),
    "dobj": (
        object_mends.be_noun,
        object_mends.take_behind,
        day_mends.part_day,
        day_mends.sum_up,
        _only(giving_mends.second_hand, "hand"),
        giving_mends.share,
        phrase_mends.specify,
        phrase_mends.be_object,
        bearers.bear,
        name_mends.sum_up,
        name_mends.part_object,
        clause_mends.amount,
        clause_mends.recount,
        _only(verb_mends.mark, "that"),
    ),
    "mark": (
        _only(naming_mends.let, "for"),
        _only(name_mends.set_out, "for"),
        day_mends.allow_until,
        _only(day_mends.come_before, "after", "before"),
    ),
    "neg": (_only(clause_mends.contrast, "not"), _only(giving_mends.count_none, "no"), opening_mends.deny),
    "nmod": (naming_mends.own, name_mends.pair),
    "nsubj": (
        object_mends.take_planned,
        _only(day_mends.act_on, *day_mends.DAYS),
        opening_mends.arrive,
        opening_mends.be_addressed,
        bearers.name_body,
        _only(verb_mends.mark, "that"),
        verb_mends.act,
        _only(giving_mends.relate_bare, "he", "it", "she", "they"),
        name_mends.appose,
        list_mends.stand_beside,
        name_mends.stand_apart,
        relative_mends.meet,
    ),
    "nsubjpass": (main_mends.deliver,),
    "npadvmod": (
        object_mends.take_behind,
        opening_mends.come_forward,
        day_mends.sum_up,
        _only(day_mends.act_on, *day_mends.DAYS),
        day_mends.part_day,
        giving_mends.count,
        giving_mends.be_counted,
        bearers.follow_office,
        name_mends.behind_particle,
        list_mends.spell_out,
    ),
    "oprd": (day_mends.call_on,),
    "parataxis": (clause_mends.affirm,),
    "pcomp": (name_mends.describe, naming_mends.be_town, naming_mends.stand_for, speech_mends.go_on),
    "pobj": (
        object_mends.take_timed,
        object_mends.take_second,
        giving_mends.part_goods,
        day_mends.part_day,
        bearers.hold,
        name_mends.call,
        infinitive_mends.task,
        name_mends.follow,
        day_mends.own_day,
        name_mends.apart,
    ),
    "poss": (_only(relative_mends.own, "whose"),),
    "prep": (
        _only(phrase_mends.bar, "on"),
        _only(object_mends.bring_to, "to"),
        _only(object_mends.call_for, "for"),
        _only(opening_mends.differ, "for", "like", "unlike"),
        _only(infinitive_mends.call_too, "on", "upon"),
        verb_mends.give,
        _only(deed_mends.belong_then, "between", "by", "from", "of"),
        _only(deed_mends.lead_then, "against", "at", "for", "in", "on", "to"),
        day_mends.off_day,
        _only(day_mends.off_date, "at", "for", "in", "to"),
        _only(day_mends.since_then, "in"),
        _only(day_mends.count_from, "after", "before", "following"),
        _only(day_mends.tell_on, "on"),
        _only(day_mends.off_manner, "on"),
        _only(name_mends.off_name, "at", "in", "on"),
        _only(clause_mends.trail, "on"),
        clause_mends.begin,
        _only(phrase_mends.come_along, "with"),
        _only(phrase_mends.meet_with, "with"),
        _only(phrase_mends.be_against, "against"),
        _only(phrase_mends.be_of, "of"),
        _only(phrase_mends.meet_team, "at", "in", "on"),
        _only(phrase_mends.sum_up, "in"),
        _only(speech_mends.reach, "against", "on", "to", "upon"),
        _only(speech_mends.be_of_whom, "by"),
    ),
    "quantmod": (_only(clause_mends.dwell, "about"), _only(giving_mends.hand_over, "over")),
    "relcl": (
        opening_mends.suppose,
        relative_mends.be_many,
        relative_mends.reach,
        relative_mends.wind_up,
        verb_mends.tell,
        verb_mends.tell_bare,
        clause_mends.owe,
        infinitive_mends.resume,
        relative_mends.tell_in,
        speech_mends.say,
        speech_mends.go_on,
        deed_mends.aim_then,
        object_mends.state,
        object_mends.undertake,
    ),
    "xcomp": (
        _only(infinitive_mends.be_to_go, "come", "go"),
        infinitive_mends.concern,
        infinitive_mends.insist,
        infinitive_mends.spell_out,
        speech_mends.say_what,
        speech_mends.go_on,
        deed_mends.aim_then,
        name_mends.describe,
        verb_mends.plan,
    ),
}
"""What may be wrong with a word of each relation."""


def _chosen(changes: Iterable[Change | tuple[Change, frozenset[str]]], form: str) -> tuple[Change, ...]:
    told = (one if isinstance(one, tuple) else (one, None) for one in changes)
    return tuple(change for change, forms in told if forms is None or form in forms)


_MENDS = {relation: Remembered(partial(_chosen, changes)) for relation, changes in _CHANGES.items()}
"""The changes by relation and form: most forms have few."""
