"""What single words of plain speech signal: dangers, evils, force left open.

that would be a disaster; there is a risk of war; the army is in danger of losing     danger
any attack will lead to WAR                                                            calamity
the drills are worrying                                                                concern
all options are on the table                                                           table
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dipevents.events.warning.acts import is_future
from dipevents.events.warning.bounds import condition_on
from dipevents.events.warning.lexicon import is_of, lexicon
from dipevents.events.warning.outcomes import harms_jointly, is_force, is_stern, measures_in
from dipevents.events.warning.scope import is_absent, is_averted
from dipevents.events.warning.stakes import folly_words, is_folly
from dipevents.reading.clauses import auxiliaries, clause, fillers, is_negated, verb_above
from dipevents.reading.grammar import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dipevents.events.warning.content import Content
    from dipevents.reading.sentence import Word

__all__ = ["leaves_open", "may_signal", "signals_of_word"]

_OPEN = frozenset({"at", "danger", "in", "risk", "risks", "table", "threat"})
_PERILS = frozenset({"danger", "jeopardy", "peril", "risk"})
_PUTTING = frozenset({"put", "place", "leave"})
_WHO = frozenset({"anybody", "anyone", "those", "whoever"})
_WEAKENING = frozenset({"hardly", "less", "longer", "no", "only"})


@cache
def _signalling() -> frozenset[str]:
    """The lemmas and forms of what may signal anything, but for verbs."""
    lists = ("strong_danger", "troubling", "calamity", "looming_evils")
    return folly_words().union(_OPEN, lexicon("asked", "tempers"), *(lexicon("content", name) for name in lists))


_CONCEDING = frozenset({"although", "though", "while"})


def may_signal(word: Word) -> bool:
    """Whether `signals_of_word` can find anything in a word."""
    return word.is_verb or word.lemma in _signalling() or word.lower in _signalling()


def signals_of_word(word: Word, words: Sequence[Word], content: Content, *, direct: bool) -> Iterator[str]:
    """What a word signals among the words of a content; `direct` tells that it stands in quotation marks."""
    grave = word.lemma in lexicon("content", "strong_danger")
    grave = grave and not any(is_absent(w) for w in (word, *word.children) if w.is_noun)  # "would RISK NO damage"
    if (grave and _is_danger(word, content, direct=direct)) or is_folly(word) or _looms(word, content, direct=direct):
        yield "danger"
    troubling = word.dep != "prep" and bool({word.lemma, word.lower} & lexicon("content", "troubling"))
    attributive = word.dep == "amod" and not is_averted(word)  # "in the absence of any ALARMING signals"
    stated = _is_predicate(word, content) and not _is_aside(word, content)  # not "THOUGH it is worrying, there is time"
    if (troubling and (attributive or stated)) or _is_about(word):
        yield "concern_phrases"
    if word.lower == "table" and _is_on_table(word, words):
        yield "table"
    if word.lower in {"risk", "risks"} and _precedes_gerund(word):
        yield "risk"  # "Oslo RISKS losing", read as a noun
    if word.lower in {"at", "in"} and _is_at_risk(word):
        yield "danger"
    evil = word.is_noun and word.lemma in lexicon("content", "calamity")
    evil = evil and not (word.dep == "compound" and word.head.lemma in lexicon("content", "for_evils"))
    if evil and not is_averted(word) and not is_absent(word):
        yield "calamity"


def _is_about(temper: Word) -> bool:
    """Whether a bad temper over something gets about: "there is growing RESENTMENT over it", "ANGER is rising"."""
    verb = temper.head
    there = temper.dep == "attr" and any(c.dep == "expl" for c in verb.children)
    grows = temper.dep == "nsubj" and is_of(verb, "spreading")
    if not is_of(temper, "tempers") or not (there or grows) or is_negated(verb) or is_absent(temper):
        return False
    told = (*clause(temper).obliques, *clause(verb).obliques)
    return any(p in {"about", "against", "at", "over", "toward", "towards", "with"} for p, _ in told)


def _is_on_table(table: Word, words: Sequence[Word]) -> bool:
    """Whether force is left open: "all OPTIONS are on the TABLE", "NOTHING is off the table"."""
    if table.dep != "pobj" or not table.head.head.lemma.startswith(("be", "option", "remain", "leave", "keep")):
        return False
    said = {w.lower for w in words}
    if table.head.lower == "off":
        return bool(said & {"nothing", "no", "not", "n't", "none"})
    force = any(w.lemma in lexicon("content", "outcome") and w.dep not in {"compound", "amod"} for w in words)
    return table.head.lower == "on" and bool(force or said & {"everything", "option", "options"})


def _precedes_gerund(word: Word) -> bool:
    words = word.sentence.words
    return word.i + 1 < len(words) and words[word.i + 1].tag == "VBG"


def _is_at_risk(at: Word) -> bool:
    """Whether something is said to come into danger: "will be AT RISK", "puts the truce AT RISK", "is IN DANGER of"."""
    # "our farmers would be THE ONES AT RISK", "would put THEIR ACCESS AT RISK"
    verb = at.head.head if at.head.dep in {"attr", "dobj"} else at.head
    if verb.lemma == "be" and any(
        c.lower in {"risk", "danger"} and any(p.lower == "of" for p in c.children) for c in at.children
    ):
        return verb.dep != "relcl" and not is_negated(verb)
    puts = verb.lemma in _PUTTING and at.dep == "prep"
    told = verb.tag == "VBZ" or verb.dep == "ccomp"  # "said that it PUT the truce in danger"
    if verb.lemma == "be" and told and verb.dep in {"ROOT", "ccomp"} and not is_negated(verb):
        valued = lexicon("content", "blessings", "bonds", "welcome")  # "said that the TRUCE WAS IN JEOPARDY"
        if any(c.dep == "nsubj" and c.lemma in valued for c in verb.children):
            return any(c.lower in _PERILS for c in at.children)
    ahead = (puts or verb.lemma == "be") and (is_future(verb) or (puts and told)) and not is_negated(verb)
    perils = lexicon("asked", "perils") if puts else _PERILS  # "the truce would be IN JEOPARDY", not "in doubt"
    return ahead and any(c.lower in perils for c in at.children)


def _is_danger(word: Word, content: Content, *, direct: bool) -> bool:
    """Danger as what is stated: "there is a danger of", "would be a disaster", "it could undermine"."""
    if word.is_verb and is_negated(word):
        return False  # "would NOT UNDERMINE the banks"
    if word.is_verb and word.lower not in lexicon("content", "strong_danger"):
        return is_future(word) and not (word.dep == "relcl" and is_averted(word.head))
    if any(c.lemma in lexicon("content", "common_evils") for c in word.head.children if c.dep == "nsubj"):
        return False
    over = word.head.head if word.head.lower in {"against", "for", "of"} else word.head
    measured = word.dep == "compound" or over.lemma in lexicon("business", "measuring")
    measured = measured or _is_insured(word)
    if is_absent(word) or is_averted(word) or (word.lemma == "risk" and measured):
        return False  # "rules for calculating the RISK of loans"
    if word.lemma == "consequence" and word.head.lower == "of":
        return False  # "anything OF consequence"
    if word.lemma == "consequence" and any(c.lower == "of" for c in word.children) and not _is_to_come(word):
        return False  # "the gap was a CONSEQUENCE of growth"
    if word.lemma in {"danger", "risk"} and _is_named(word):
        return not (direct and _is_past(word, content))
    if word.lemma in lexicon("content", "ruinous") and not _is_to_come(word):
        return False  # "the rout is a NIGHTMARE" laments what has happened
    return _is_predicate(word, content) and not (direct and _is_past(word, content)) and not _is_aside(word, content)


def _is_to_come(word: Word) -> bool:
    """Whether the verb over a word tells of what is to come."""
    verb = verb_above(word)
    return verb is not None and is_future(verb, infinitive=True)


def _looms(evil: Word, content: Content, *, direct: bool) -> bool:
    """Whether an evil is said to be near or to grow: "a WAR is likely", "the THREAT is real", "RISKS are rising"."""
    if _is_insured(evil):
        return False
    if _is_foretold(evil):
        return True
    verb = evil.head
    if evil.dep != "nsubj" or evil.lemma not in lexicon("content", "looming_evils"):
        return False
    aside = verb.dep == "advcl" or (verb.dep == "relcl" and not is_of(verb.head, "straits"))
    if not verb.is_verb or aside or verb.head.dep == "advcl":
        return False
    if is_negated(verb) or is_absent(evil) or (direct and _is_past(evil, content)):
        return False
    if verb.lemma in lexicon("content", "looming"):
        return verb.lemma == "loom" or verb.tag in {"VBZ", "VBP", "VBG"} or is_future(verb)
    scale = ("near", "grave") if is_of(evil, "perils") or evil.lemma == "threat" else ("near",)
    near = [c for c in verb.children if c.dep in {"acomp", "attr", "oprd"} and c.lemma in lexicon("content", *scale)]
    near = [c for c in near if all(g.lower != "on" for g in c.children)]  # not "is HIGH ON the agenda"
    weak = any(c.lower in _WEAKENING for w in (verb, *near) for c in w.children)
    return verb.lemma in {"be", "become", "remain", "seem"} and bool(near) and not weak


def _is_foretold(evil: Word) -> bool:
    """Whether an evil is what there will be: "there would be BLOODSHED", "foretold a WAR should they leave"."""
    verb = evil.head
    told = evil.dep == "dobj" and is_of(verb, "foretelling") and condition_on(verb) is not None
    to_come = verb.lemma == "be" and is_future(verb) and any(c.dep == "expl" for c in verb.children)
    if not (told or to_come) or evil.lemma not in lexicon("content", "looming_evils", "strong_danger"):
        return False
    if any(c.lower == "of" for c in evil.children):
        return False  # "a CONFLICT of interest"
    return not (is_negated(verb) or is_absent(evil)) and verb.dep not in {"advcl", "relcl"}


def subjects_beside(verb: Word) -> list[Word]:
    """The subjects that stand with a verb itself, a clause among them, "to" and "for" left out."""
    return [c for c in verb.children if c.dep in SUBJECTS] or _hung_before(verb)


def _hung_before(verb: Word) -> list[Word]:
    """A clause that is the subject, and was hung on the word that reports it: "WHOEVER meddles, he said, will pay"."""
    for cue in (c for c in verb.children if c.dep == "parataxis" and c.i < verb.i):
        before = [c for c in cue.children if c.dep == "nsubj" and c.i < cue.i]
        if len(before) > 1 or any(c.lower in _WHO for c in before):  # "foreign TROOPS there, Ruiz said, would be shot"
            return before[:1]
    cue = verb.head
    if verb.dep != "ccomp" or verb.i < cue.i:
        return []
    clauses = (c for c in cue.children if c.dep in {"advcl", "ccomp"} and c.i < cue.i)
    return [c for c in clauses if any(w.lower in {"whatever", "whoever"} and w.dep in SUBJECTS for w in c.children)][:1]


def leaves_open(verb: Word) -> bool:
    """Whether force is left open: "could not RULE OUT sanctions", "refused to EXCLUDE closing the strait"."""
    if verb.lemma in {"rule", "exclude"}:
        out = verb.lemma == "exclude" or any(c.dep == "prt" and c.lower == "out" for c in verb.children)
        denied = is_negated(verb) or (verb.dep == "xcomp" and verb.head.lemma in {"decline", "refuse"})
        args = clause(verb)
        harm = lexicon("content", "harm") - lexicon("content", "plain_harm")
        # "did not rule out SHELLING the port", "LEAVING the TREATY"
        acts = any(c.tag == "VBG" and (c.lemma in harm or harms_jointly(c)) for c in args.complements)
        blows = [w for w in args.objects if w.lemma in lexicon("content", "hostile_acts")]  # "an ATTACK ON Lima"
        acts = acts or any(p.pos == "PROPN" for w in blows for p in clause(w).oblique("against", "on"))
        return out and denied and (acts or any(is_force(w) or is_of(w, "severing") for w in measures_in(args.objects)))
    if verb.lemma == "be" and not is_negated(verb) and any(w.lemma == "table" for w in clause(verb).oblique("on")):
        return any(
            is_force(w) or is_stern(w) or w.lemma in lexicon("content", "announced") for w in subjects_beside(verb)
        )
    ways = [c for c in verb.children if c.dep in {"acomp", "attr"} and not is_negated(c)]
    options = (c for c in verb.children if c.dep == "nsubj" and c.lemma in {"choice", "option"})
    if verb.lemma == "be" and any(g.lower == "only" for c in options for g in c.children):
        kinds = fillers(p for c in ways for p in c.children if p.lower == "of")  # "some sort OF RETALIATION"
        return not is_negated(verb) and any(map(is_force, (*ways, *kinds)))
    told = any(c.lemma in {"necessary", "option", "possibility", "possible"} for c in ways)
    return verb.lemma == "be" and told and not is_negated(verb) and any(map(is_force, subjects_beside(verb)))


def _is_named(danger: Word) -> bool:
    """Whether a danger "of" something is what is spoken of: "the RISK of war has grown", "it carries a RISK of war"."""
    below = {m.lower for c in danger.children if c.dep in {"acl", "ccomp", "relcl"} for m in c.children}
    if "that" not in below and not any(c.lower in {"of", "that"} for c in danger.children):
        return False
    denied = is_negated(danger.head) and danger.head.lemma not in lexicon("content", "averting")
    return danger.dep in {"nsubj", "nsubjpass", "attr", "dobj", "ROOT"} and not denied


def _is_insured(risk: Word) -> bool:
    return any(is_of(c, "insured") for c in risk.children)  # "the HEALTH risk of fat"


def _is_aside(word: Word, content: Content) -> bool:
    """Whether a predicate stands in a relative clause or in what somebody merely names so ("what he called …")."""
    for up in word.ancestors():
        if up is content.head:
            return False
        if up.is_verb and up.dep == "advcl" and any(c.lower in _CONCEDING and c.dep == "mark" for c in up.children):
            return True  # "said that WHILE the talks were risky, a deal was near"
        if up.is_verb and (up.dep == "relcl" or any(c.lower == "what" for c in up.children)):
            return True
    return False


def _is_past(word: Word, content: Content) -> bool:
    """Whether the verb over a word is in the past tense, and quoted with it: that tells, and does not warn."""
    verb = verb_above(word) or word
    return verb.tag == "VBD" and not auxiliaries(verb) and verb in content.words


def _is_predicate(word: Word, content: Content) -> bool:
    """Whether a word is what something is said to be, cause or become: "a recipe for disaster", "as a danger"."""
    noun = word.is_noun
    for _ in range(4):
        head = word.head
        if head is word:
            return False
        if word.dep == "conj" and (head.pos == word.pos or head.dep == "oprd"):
            word = head
            continue
        if word.dep in {"attr", "acomp", "oprd", "ccomp"} and head.is_verb:
            return not is_negated(head)
        if head.is_verb:
            return word.dep == "dobj" and is_future(head) and not is_negated(head)
        as_such = head.lower == "as" or any(c.lower == "as" for c in word.children)
        above = head.head if head.lower == "as" else head
        above = above.head if as_such and above.dep == "dobj" else above  # "described the SALE AS dangerous"
        if as_such and above.lemma in lexicon("content", "naming"):
            held = noun and is_of(above, "holding") and above is not content.head  # "VIEWS it as a THREAT": not said
            words = head.sentence.words
            spared = any(w.lower == "as" and w.i and words[w.i - 1].lower == "not" for w in (word, head))
            return not (is_negated(above) or spared or held)  # "NOT AS a threat but as a chance"
        if word.dep == "prep" and not (head.is_noun and word.lower in {"of", "for", "toward", "towards"}):
            return False  # "a response TO a threat", "responsible FOR the escalation"
        word = head
    return False
