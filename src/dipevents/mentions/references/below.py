"""Who is named in what a pronoun does or says, and so is another than the pronoun means.

IT warned that OSLO would pay        it is not Oslo that warned
HE told KIM                          nor Kim who told
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.mentions.references.discourse import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dipevents.mentions.identity import Entry, Registry
    from dipevents.reading.sentence import Word

__all__ = ["others_below"]


def others_below(registry: Registry, pronoun: Word) -> Iterator[Entry]:
    """The actors that are named as the object of a pronoun's verb, or as the subject of the clause that it says."""
    verb = pronoun.head
    if pronoun.dep not in SUBJECTS:
        return
    for child in verb.children:
        nouns = [child] if child.dep == "dobj" else child.children if child.dep == "ccomp" else ()
        for noun in nouns:
            named = noun.i > verb.i and (noun is child or noun.dep in SUBJECTS) and noun in registry.names
            entry = registry.entry_of(noun) if named else None
            if entry is not None:
                yield entry
