"""Which armed group is told by what it is: "the rebels", "the militia", a headline's "Sudan paramilitaries".

The Houthis fired at a tanker. The rebels …          the one group told lately; of two, none
Chad rebels free hostages ¶ The Union of Free …      the group of that state that is named next
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.identity import Entry
from dipevents.mentions.words import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.mentions.identity import Registry
    from dipevents.mentions.references.discourse import Discourse
    from dipevents.reading.sentence import Word

__all__ = ["fighters"]

NEAR = 4  # sentences in which the group is looked for, and those of an article that may leave its name for the next
_BODIES = frozenset({"group", "force", "faction", "movement", "organization", "organisation", "army"})


def _is_fighting(word: Word) -> bool:
    """Whether a noun is for those who fight: "the REBELS", "the militant GROUP", "the MILITIA"."""
    if word.lemma in lexicon("fighters"):
        acting = word.dep in {"nsubj", "nsubjpass"} and word.head.lemma in lexicon("human_verbs")
        return word.lemma != "fighter" or acting  # the others are aircraft
    return word.lemma in _BODIES and any(c.lower in lexicon("fighting") for c in word.children)


def fighters(registry: Registry, discourse: Discourse, word: Word) -> Sequence[Entry]:
    """The named group that such a noun means; none where it is not certain."""
    if not _is_fighting(word):
        return ()
    before = [c for c in word.children if c.i < word.i]
    behind = [c for c in word.children if c.i > word.i and c.dep != "punct"]
    groups = [n for c in behind for w in c.children if (n := registry.names.get(w)) is not None and n.kind == "group"]
    if len(groups) == 1 and len(behind) == 1 and behind[0].lower in {"of", "from"}:
        return (registry.by_name[groups[0]],)  # "fighters OF THE M23"
    if word.dep in {"compound", "nmod", "amod"} or (behind and any(c.dep == "det" for c in before)):
        return ()  # "the rebels IN THE EAST"
    held = [registry.names[c] for c in (*before, *(w for c in behind for w in c.children)) if c in registry.names]
    code = next((name.country for name in held if name.kind in {"state", "adjective", "place"}), None)
    own = lexicon("fighting", "fighters") | {"the", "these", "those"}
    if any(c.lower not in own and c.tag != "VBN" and (c not in registry.names or code is None) for c in before):
        return ()  # but "the Iran-BACKED rebels"
    told: dict[Entry, None] = {}
    for mention in discourse.back(word, NEAR) if any(c.dep == "det" for c in before) else ():
        entry = mention.target
        if isinstance(entry, Entry) and entry.kind == "group" and (code is None or entry.country in {code, None}):
            if mention.word.sentence is word.sentence and mention.subject:
                return ()  # "Hezbollah said the militants had fled": others
            told[entry] = None
    if told or code is None or word.sentence.i >= NEAR:
        return tuple(told) if len(told) == 1 else ()
    later = [n for n in registry.names_in_order() if n.kind == "group" and 0 < n.sentence.i - word.sentence.i < NEAR]
    return tuple(e for e in [registry.by_name[n] for n in later[:1]] if e.country == code)
