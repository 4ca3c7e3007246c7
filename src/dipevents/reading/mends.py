"""Readings of the model that English grammar rules out, mended in place: one walk, by the relation of each word.

What verbs are is mended in `verb_mends`, what infinitives are in `infinitive_mends`, where nouns and names hang in
`name_mends` and `naming_mends`, who bears a title in the plural in `bearers`, and which clauses tell of a noun in
`relative_mends`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading import (
    bearers,
    clause_mends,
    day_mends,
    giving_mends,
    infinitive_mends,
    list_mends,
    name_mends,
    naming_mends,
    opening_mends,
    phrase_mends,
    relative_mends,
    verb_mends,
)
from dipevents.reading.tails import happen_beside, muse_behind, speak_behind, speak_beside, tell_behind, utter

if TYPE_CHECKING:
    from collections.abc import Callable

    from dipevents.reading.sentence import Sentence, Word

__all__ = ["mend"]


def mend(sentence: Sentence) -> None:
    """Mends the tree of one sentence."""
    for word in sentence.words:
        if word.lemma == "voice":
            utter(word)
        for change in _MENDS.get(word.dep, ()):
            change(word)
    speak_behind(sentence.words)
    muse_behind(sentence.words)


_MENDS: dict[str, tuple[Callable[[Word], None], ...]] = {
    "acl": (
        phrase_mends.qualify,
        phrase_mends.lead_team,
        phrase_mends.take_in,
        infinitive_mends.concern,
        verb_mends.intend,
        verb_mends.happen,
        verb_mends.predicate,
        name_mends.cost,
        clause_mends.owe,
        clause_mends.describe,
        relative_mends.belong,
        relative_mends.tell_last,
    ),
    "ROOT": (
        verb_mends.resume,
        phrase_mends.go,
        clause_mends.undergo,
        clause_mends.reduce,
        relative_mends.leave_out,
        relative_mends.come_back,
        relative_mends.wind_up,
    ),
    "advcl": (
        opening_mends.do_meanwhile,
        speak_beside,
        happen_beside,
        phrase_mends.go_with,
        phrase_mends.lead_team,
        name_mends.be_of_type,
        name_mends.describe,
        clause_mends.bind,
        clause_mends.precede,
        clause_mends.aim,
        clause_mends.owe,
        clause_mends.condition,
        clause_mends.undergo,
        relative_mends.leave_out,
        relative_mends.tell_amid,
        infinitive_mends.be_told_to,
    ),
    "advmod": (clause_mends.dwell,),
    "agent": (day_mends.fall_due, verb_mends.accuse, phrase_mends.be_by),
    "amod": (
        list_mends.do_besides,
        opening_mends.do_meanwhile,
        phrase_mends.move,
        phrase_mends.anger,
        infinitive_mends.befall,
        verb_mends.charge,
        verb_mends.lead,
        verb_mends.embody,
        verb_mends.govern,
        name_mends.cost,
        phrase_mends.press,
        phrase_mends.spend_on,
    ),
    "appos": (
        list_mends.spell_out,
        day_mends.explain_day,
        bearers.bear,
        bearers.explain_agent,
        bearers.come_invited,
        name_mends.pair,
        name_mends.enlist,
        name_mends.of_another,
        name_mends.stand_out,
        opening_mends.come_forward,
    ),
    "aux": (verb_mends.name, verb_mends.lift),
    "auxpass": (verb_mends.perfect, verb_mends.lift),
    "compound": (
        phrase_mends.move,
        phrase_mends.hear,
        opening_mends.do_meanwhile,
        verb_mends.charge,
        phrase_mends.spend_on,
    ),
    "ccomp": (
        tell_behind,
        infinitive_mends.insist,
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
    ),
    "conj": (
        opening_mends.come_forward,
        giving_mends.share_on,
        bearers.own_jointly,
        bearers.hold_both,
        bearers.explain,
        day_mends.off_month,
        name_mends.be_goods,
        phrase_mends.go_with,
        list_mends.belong,
        list_mends.close_off,
        list_mends.stand_aside,
        list_mends.join,
        list_mends.lead_on,
        name_mends.of_another,
        name_mends.stand_out,
        verb_mends.go_on,
        infinitive_mends.call_too,
        verb_mends.be_told,
        clause_mends.precede,
        verb_mends.resume,
        name_mends.entitle,
        verb_mends.leave,
        clause_mends.take_up,
        clause_mends.go_further,
        relative_mends.undergo_too,
        relative_mends.say_also,
        relative_mends.say_more,
        relative_mends.speak_on,
    ),
    "csubj": (opening_mends.be_here,),
    "dobj": (
        giving_mends.share,
        phrase_mends.specify,
        phrase_mends.be_object,
        bearers.bear,
        name_mends.sum_up,
        name_mends.part_object,
        clause_mends.amount,
        clause_mends.recount,
        verb_mends.mark,
    ),
    "mark": (name_mends.set_out, day_mends.allow_until, day_mends.come_before),
    "neg": (clause_mends.contrast, opening_mends.deny),
    "nmod": (name_mends.pair,),
    "nsubj": (
        bearers.name_body,
        verb_mends.mark,
        verb_mends.act,
        name_mends.appose,
        name_mends.stand_apart,
        relative_mends.meet,
    ),
    "nsubjpass": (verb_mends.deliver,),
    "npadvmod": (bearers.follow_office, name_mends.behind_particle, list_mends.spell_out),
    "oprd": (day_mends.call_on,),
    "parataxis": (clause_mends.affirm,),
    "pcomp": (name_mends.describe, naming_mends.stand_for),
    "pobj": (
        bearers.hold,
        name_mends.call,
        infinitive_mends.task,
        name_mends.follow,
        day_mends.own_day,
        name_mends.apart,
    ),
    "poss": (relative_mends.own,),
    "prep": (
        phrase_mends.bar,
        infinitive_mends.call_too,
        verb_mends.give,
        day_mends.off_day,
        day_mends.since_then,
        day_mends.count_from,
        day_mends.tell_on,
        day_mends.off_manner,
        name_mends.off_name,
        clause_mends.trail,
        clause_mends.begin,
        phrase_mends.come_along,
        phrase_mends.be_against,
        phrase_mends.be_of,
        phrase_mends.meet_team,
        phrase_mends.sum_up,
    ),
    "quantmod": (clause_mends.dwell, giving_mends.hand_over),
    "relcl": (
        opening_mends.suppose,
        relative_mends.be_many,
        relative_mends.reach,
        relative_mends.wind_up,
        verb_mends.tell,
        clause_mends.owe,
        relative_mends.tell_in,
    ),
    "xcomp": (infinitive_mends.concern, infinitive_mends.insist, name_mends.describe, verb_mends.plan),
}
"""What may be wrong with a word of each relation."""
