"""Makes a verb of "voice" before a feeling, which is its object; the model takes it for a noun or an attribute.

Oslo VOICES concern; officials VOICE dismay     the noun before it is its subject
refused to VOICE concern                        an infinitive
flew home, VOICING alarm                        a participle of the clause before
closed the port and VOICED alarm                it goes on with the verb
the mayor on Monday VOICED concern              the day is the day, the mayor voices it
UNEASE over it was voiced                       it is no verb itself
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.tails import crown, hang, has_subject, make_verb

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = ["utter"]

_FEELINGS = frozenset(
    {"alarm", "anger", "anxiety", "concern", "disappointment", "dismay", "disquiet", "dissatisfaction", "doubt", "fear"}
    | {"frustration", "hope", "misgiving", "opposition", "outrage", "regret", "support", "unease", "worry"}
)
_FORMS = {"voices": "VBZ", "voiced": "VBD", "voicing": "VBG"}
_CLAUSES = frozenset({"acl", "advcl", "appos", "ccomp", "conj", "dobj", "xcomp"})
_OF_NOUNS = frozenset({"amod", "compound", "det", "nmod", "nsubj", "poss"})


def utter(voice: Word) -> None:
    """Mends one form of "voice", and what hangs on it."""
    words, above = voice.sentence.words, voice.head
    for told in (c for c in voice.children if c.dep == "nsubjpass" and c.lemma in _FEELINGS):
        _be_noun(told)
    feeling = next((w for w in words[voice.i + 1 : voice.i + 4] if w.lemma in _FEELINGS), None)
    between = words[voice.i + 1 : feeling.i] if feeling is not None else ()
    if feeling is None or any(w.pos not in {"ADJ", "ADV"} and w.tag != "PRP$" for w in between):
        return
    before = words[max(0, voice.i - 1)]
    form = _FORMS.get(voice.lower, "VB" if before.lower == "to" or voice.dep == "xcomp" else "VBP")
    if above is feeling:
        if any(c.dep in {"det", "poss"} and c.i < voice.i for c in feeling.children) or not _rise(voice, feeling):
            return  # "the VOICED concerns"
        if before.text == "," and form == "VBG":
            voice.dep = "advcl"
    elif above.head is feeling and voice.dep == "conj" and feeling.head.is_verb:
        verb = feeling.head
        hang([feeling], voice)
        hang([c for c in above.children if c.i > above.i], verb)
        hang([c for c in feeling.children if c.i < above.i], above)
        hang([above], verb)
        above.dep = "dobj"
    elif feeling.head is above and feeling.dep == voice.dep:
        hang([feeling], voice)  # "after VOICING DISMAY"
    elif feeling.head is not voice:
        return
    make_verb(voice, voice.tag if voice.is_verb and above is not feeling else form)
    feeling.dep = "dobj"
    _be_noun(feeling)
    named = [c for c in voice.children if c.i < voice.i and c.dep in _OF_NOUNS and c.pos in {"NOUN", "PROPN", "PRON"}]
    if named and form != "VBG" and not (has_subject(voice) and named[-1].dep != "nsubj"):
        named[-1].dep = "nsubj"
        hang([c for c in voice.children if c.i < named[-1].i and c.dep in _OF_NOUNS], named[-1])


def _be_noun(feeling: Word) -> None:
    feeling.tag, feeling.pos = feeling.tag if feeling.tag == "NNS" else "NN", "NOUN"
    feeling.is_noun, feeling.is_verb = True, False


def _rise(voice: Word, feeling: Word) -> bool:
    """Puts a verb in the place of the feeling that it was hung on, if it has one there."""
    above, day = feeling.head, feeling.head.head
    if above is feeling:
        crown(voice, feeling, "dobj")
    elif feeling.dep in _CLAUSES:
        voice.dep = feeling.dep
        hang([voice], above)
        hang([feeling], voice)
    elif feeling.dep != "pobj":
        return False
    elif above.lower == "to" and above.i + 1 == voice.i:
        hang([voice], above)
        hang([feeling], voice)
        voice.dep = "pobj"  # which `task` makes an infinitive
    elif above.i < voice.i and day.dep == "ROOT" and day.is_noun:
        for time in [c for c in (*feeling.children, *voice.children) if above.i < c.i < voice.i]:
            hang([time], above)
            time.dep = "pobj"
        hang([voice], day)
        hang([feeling], voice)
        crown(voice, day, "nsubj")
    else:
        return False
    hang([c for c in feeling.children if c.i < voice.i], voice)
    return True
