"""Plain speech that only reports another warning of the same side, and so is none of its own.

Oslo SAID that it DEMANDED an apology             the demand is what is told
unease at the raid, which it SAID could spread    an aside, with the unease
Oslo CONFIRMED a warning by Lima that it would act   the warning is Lima's
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.events.warning.content import content_of
from dipevents.events.warning.lexicon import lexicon
from dipevents.events.warning.merge import speak_alike
from dipevents.events.warning.several import clauses_of
from dipevents.models.warning import Warning, WarningKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.events.warning.triggers import Trigger
    from dipevents.mentions.mentions import Mentions

__all__ = ["without_reports"]


def without_reports(mentions: Mentions, found: Sequence[tuple[Trigger, Warning]]) -> list[Warning]:
    """The warnings without plain speech that only reports another of the same side: "SAID that he demanded"."""
    dropped: set[int] = set()
    places = {id(told): i for i, (_, told) in enumerate(found)}
    told_in: dict[int, list[tuple[Trigger, Warning]]] = {}
    for inner, told in found:
        if inner.word.sentence is inner.sentence:
            told_in.setdefault(inner.sentence.i, []).append((inner, told))
    for i, (outer, telling) in enumerate(found):
        near = told_in.get(outer.sentence.i, ())
        if _is_aside(outer, telling, near) or any(_handles(outer, inner) for inner, _ in near):
            dropped.add(i)
        said = content_of(mentions, outer) if not outer.lexical else None
        if said is not None:
            said = next((c for c in clauses_of(mentions, outer, said) if c.text == telling.about), said)
        inside = {w.i for w in said.words} if said is not None else set()
        for inner, told in told_in.get(outer.sentence.i, ()) if inside else ():
            if inner.word is outer.word or inner.word.i not in inside:
                continue
            if inner.word.is_noun and not told.about and telling.kind is WarningKind.THREAT:
                dropped.add(places[id(told)])  # "vowed to strike unless their DEMANDS were met"
                continue
            passed_on = said is not None and said.head is inner.word and inner.word.is_verb
            passed_on = passed_on and told.status is telling.status  # "Oslo SAID Lima had WARNED that"
            reported = inner.lexical or telling.kind is told.kind
            # "said OSLO had voiced concern"
            others = inner.lexical and telling.kind is told.kind is WarningKind.CONCERN
            if others or passed_on or (reported and speak_alike(telling.issuers, told.issuers)):
                dropped.add(i)
        words = {inner.word for inner, told in told_in.get(outer.sentence.i, ()) if telling.issuers == told.issuers}
        if outer.word.lemma in lexicon("content", "naming") and any(c.lower == "what" for c in outer.word.children):
            dropped |= {i} if len(words) > 1 else set()  # "demanded an end to WHAT it CALLED dangerous flights"
        if outer.about == (outer.word,) and words & {c for c in outer.word.head.children if c.tag == "VBG"}:
            dropped.add(i)  # "issued its sternest warning yet, SAYING that it would strike"
    return [warning for i, (_, warning) in enumerate(found) if i not in dropped]


def _handles(outer: Trigger, inner: Trigger) -> bool:
    """Whether plain speech tells of a warning by somebody else, its object: "CONFIRMED a warning by Lima that"."""
    noun = inner.word
    return not outer.lexical and noun.is_noun and noun.dep == "dobj" and noun.head is outer.word


def _is_aside(inner: Trigger, told: Warning, near: Sequence[tuple[Trigger, Warning]]) -> bool:
    """Whether plain speech tells more of what its side warns of: "unease at the raid, WHICH IT SAID could spread"."""
    return (inner.word.dep == "relcl" and not inner.lexical) and any(
        outer.lexical and inner.word.is_under(outer.word) and speak_alike(telling.issuers, told.issuers)
        for outer, telling in near
    )
