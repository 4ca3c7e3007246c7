"""Speakers behind what they say, whom the model takes for an apposition of its last word.

Oslo must free the men, THE HEAD of the council, ADA HOLT, said on Monday.     "the head" is no word for "the men"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.reading.sentence import Word

__all__ = ["PLAINLY_FINITE", "crown", "hang", "hang_subject", "has_subject", "make_verb", "speak_behind"]

PLAINLY_FINITE = frozenset({"VBD", "VBZ"})
"""Tags of verbs that are finite whatever stands beside them."""

_SAYING = frozenset({"add", "argue", "claim", "declare", "insist", "note", "predict", "say", "stress", "tell", "warn"})
_OWN = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass", "mark"})


def speak_behind(words: Sequence[Word]) -> None:
    """Gives a verb of saying without a subject the noun phrase before it, where that was hung on what is said."""
    for verb in words:
        if verb.lemma in _SAYING and verb.tag in {"VBD", "VBZ"} and verb.i > 1 and _is_bare(verb):
            last = words[verb.i - 2 if words[verb.i - 1].text == "," else verb.i - 1]
            speaker = _speaker(words, last)
            if speaker is not None:
                _lend(speaker, last, verb)
                return


def _is_bare(verb: Word) -> bool:
    """Whether a verb has no subject and nothing behind it that is said: "SAID GOODBYE"; but "TOLD reporters"."""
    said = {"ccomp", "xcomp"} if verb.lemma == "tell" else {"ccomp", "xcomp", "dobj"}
    return not any(c.dep in _OWN or (c.dep in said and c.i > verb.i) for c in verb.children)


def _speaker(words: Sequence[Word], last: Word) -> Word | None:
    """The outermost apposition that ends with a word and begins behind a clause and a comma, or None."""
    found = None
    for up in (last, *last.ancestors()):
        if up.is_verb or (found is not None and words[last.i + 1].text != ","):
            break  # "Ana Ruiz, the minister, A SOURCE said"
        if up.dep == "appos" and up.is_noun and _opens(words, up):
            found = up
    if found is None:
        return None
    # "the director of the council, ADA HOLT": both are appositions of the same word
    beside = [c for c in found.head.children if c.dep == "appos" and c.i < found.i and c.pos == "NOUN"]
    named = found.pos == "PROPN" and beside and _opens(words, beside[-1])
    return beside[-1] if named else found


def _opens(words: Sequence[Word], noun: Word) -> bool:
    first = min(w.i for w in noun.subtree())
    return words[first - 1].text == "," and any(w.is_verb for w in words[:first])


def _lend(speaker: Word, last: Word, verb: Word) -> None:
    """Makes an apposition the subject of a verb, with the name behind it, and what is said before its content."""
    name = next(up for up in (last, *last.ancestors()) if up.dep == "appos" or up is speaker)
    top = next((up for up in (verb, *verb.ancestors()) if up.head is up), verb)
    if top is not verb:  # first, as the verb may hang on the speaker
        crown(verb, top, "ccomp")
    hang([speaker], verb)
    speaker.dep = "nsubj"
    if name.pos == "PROPN" and name is not speaker and name.head is not speaker and not speaker.is_under(name):
        hang([name], speaker)


def hang(words: Sequence[Word], above: Word) -> None:
    """Moves words that hang on one word, if there are any, to another."""
    if not words:
        return
    below = words[0].head
    below.children = tuple(c for c in below.children if c not in words)
    above.children = tuple(sorted([*above.children, *words], key=lambda w: w.i))
    for word in words:
        word.head = above


def crown(word: Word, root: Word, dep: str) -> None:
    """Makes a word the root of its sentence, on which the former root then hangs."""
    word.head.children = tuple(c for c in word.head.children if c is not word)
    word.head, word.dep, root.dep = word, "ROOT", dep
    hang([root], word)


def has_subject(verb: Word) -> bool:
    """Whether a subject of any sort hangs on a verb, "it" and "there" included."""
    return any(c.dep in SUBJECTS or c.dep == "expl" for c in verb.children)


def hang_subject(noun: Word, verb: Word) -> None:
    """Makes a noun the subject of a verb."""
    hang([noun], verb)
    noun.dep = "nsubjpass" if any(c.dep == "auxpass" for c in verb.children) else "nsubj"


def make_verb(word: Word, tag: str) -> None:
    """Makes a verb of a word that was taken for something else."""
    word.tag, word.pos, word.is_noun, word.is_verb = tag, "VERB", False, True
