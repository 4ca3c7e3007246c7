"""Who says or voices something, where the model hangs it otherwise; and how a tree is changed in place.

Oslo must free the men, THE HEAD, HOLT, said    "the head" is no word for "the men"
Oslo VOICES concern; officials VOICE dismay     no noun before a feeling: a verb, the noun before it is its subject
refused to VOICE concern                        an infinitive
flew home, VOICING alarm                        a participle of the clause before
urged Oslo to leave, SAYING it must             who urges says so, not who is to leave
said Oslo must leave, as Lima WENT on           nobody says that others are at something else meanwhile
closed the port and VOICED alarm                it goes on with the verb
the mayor on Monday VOICED concern              the day is the day, the mayor voices it
said after the talks there WAS unease           what is said
it is, for instance, PRESSING Oslo to leave     the verb of the clause, not a clause beside it
Kim said it would fail, aides SAID              who tells at the end tells it all
it will fail, analysts in Oslo RECKON           no noun ends a sentence there: a verb of those before it
UNEASE over it was voiced                       the feeling is no verb itself
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import FINITE, closed_class, has_subject, is_of, phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dipevents.reading.sentence import Word

__all__ = [
    "PLAINLY_FINITE",
    "crown",
    "go_on_with",
    "hang",
    "hang_subject",
    "happen_beside",
    "make_noun",
    "make_verb",
    "muse_behind",
    "say_then",
    "speak_behind",
    "speak_beside",
    "tell_behind",
    "utter",
]

PLAINLY_FINITE = frozenset({"VBD", "VBZ"})
"""Tags of verbs that are finite whatever stands beside them."""

_OWN = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass", "mark"})
_FORMS = {"voices": "VBZ", "voiced": "VBD", "voicing": "VBG"}
_CLAUSES = frozenset({"acl", "advcl", "appos", "ccomp", "conj", "dobj", "xcomp"})
_OF_NOUNS = frozenset({"amod", "compound", "det", "nmod", "nsubj", "poss"})


def speak_behind(words: Sequence[Word]) -> None:
    """Gives a verb of saying without a subject the noun phrase before it, where that was hung on what is said."""
    for verb in words:
        if verb.tag in {"VBD", "VBZ"} and is_of(verb, "speaking") and verb.i > 1 and _is_bare(verb):
            last = words[verb.i - 2 if words[verb.i - 1].text == "," else verb.i - 1]
            speaker = _speaker(words, last)
            if speaker is not None:
                _lend(speaker, last, verb)
                return


def _is_bare(verb: Word) -> bool:
    """Whether a verb has no subject and nothing behind it that is said: "SAID GOODBYE"; but "TOLD reporters"."""
    said = {"ccomp", "xcomp"} if verb.lemma == "tell" else {"ccomp", "xcomp", "dobj"}
    colon = next((c.i for c in verb.children if c.text == ":"), len(verb.sentence.words))
    return not any(c.dep in _OWN or (c.dep in said and verb.i < c.i < colon) for c in verb.children)


def _speaker(words: Sequence[Word], last: Word) -> Word | None:
    """The outermost apposition that ends with a word and begins behind a clause and a comma, or None."""
    found = None
    for up in (last, *last.ancestors()):
        if up.is_verb or (found is not None and words[last.i + 1].text != ","):
            break  # "Ana Ruiz, the minister, A SOURCE said"
        # "may send troops to Oslo, the ARMY said": no second object of sending
        second = up.dep == "dobj" and any(c.dep == "dobj" and c.i < up.i for c in up.head.children)
        if (up.dep == "appos" or second) and up.is_noun and _opens(words, up):
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


def speak_beside(verb: Word) -> None:
    """Hangs a participle of saying behind a comma on who asks, not on who is asked: "urged Oslo to go, SAYING that"."""
    task, words = verb.head, verb.sentence.words
    asked = task.dep in {"ccomp", "xcomp"} and task.head.is_verb and task.head.i < task.i < verb.i
    bid = asked and task.tag in {"VB", "VBP"} and all(c.tag != "MD" for c in task.children)
    told = is_of(verb, "speaking") or is_of(verb, "labelling")
    if bid and told and verb.tag == "VBG" and words[verb.i - 1].text == ",":
        hang([verb], task.head)


def happen_beside(verb: Word) -> None:
    """Hangs what goes on meanwhile on who says something, not on what is said: "said it must stop, as Lima WENT on"."""
    told, words = verb.head, verb.sentence.words
    at = next((c.i for c in verb.children if c.dep == "mark" and c.lower == "as"), 0)
    said = told.dep == "ccomp" and is_of(told.head, "speaking") and told.head.i < told.i < at
    others = any(c.dep in {"nsubj", "nsubjpass"} and c.pos != "PRON" for c in verb.children)
    if said and others and verb.tag == "VBD" and "," in {w.text for w in words[at - 2 : at]}:
        hang([verb], told.head)


def say_then(verb: Word) -> None:
    """Makes a clause that nothing opens what is said: "said after the talks there WAS unease"."""
    says = verb.head
    finite = verb.tag in PLAINLY_FINITE or any(c.tag == "MD" for c in verb.children)
    told = finite and is_of(says, "speaking") and says.i < verb.i and has_subject(says) and has_subject(verb)
    if not told or any(c.dep in {"ccomp", "dobj", "xcomp"} for c in says.children):
        return
    first = phrase(verb)[0]
    opened = any(c.dep == "mark" or c.tag in {"WRB", "WP", "WDT"} for c in verb.children)
    between = says.sentence.words[says.i + 1 : first.i]
    if not opened and between and between[0].dep == "prep" and all(w.text != "," for w in between):
        verb.dep = "ccomp"


def go_on_with(verb: Word) -> None:
    """Makes a participle behind an aside the verb of its clause: "it IS, for instance, PRESSING Oslo to leave"."""
    be, words = verb.head, verb.sentence.words
    if verb.tag != "VBG" or be.lemma != "be" or be.tag not in {"VBD", "VBP", "VBZ"} or not be.i + 2 < verb.i:
        return
    aside = words[be.i + 1].text == words[verb.i - 1].text == "," and not has_subject(verb)
    if not aside or not has_subject(be) or any(c.dep in {"acomp", "attr", "ccomp", "xcomp"} for c in be.children):
        return
    if be.head is be:
        crown(verb, be, "aux")
    else:
        verb.dep = be.dep
        hang([verb], be.head)
        hang([be], verb)
        be.dep = "aux"
    hang(list(be.children), verb)


def tell_behind(verb: Word) -> None:
    """Hangs what somebody said on who tells it at the end, not what is said alone: "Kim SAID it failed, AIDES SAID"."""
    above, words = verb.head, verb.sentence.words
    if verb.tag not in PLAINLY_FINITE or not is_of(verb, "speaking") or above.i > verb.i or above.head is not above:
        return
    teller = next((c for c in verb.children if c.dep == "nsubj"), None)
    if (
        teller is None
        or words[phrase(teller)[0].i - 1].text != ","
        or not (is_of(above, "speaking") or above.lemma == "tell")
    ):
        return
    said = [c for c in verb.children if c.dep == "ccomp"]
    if all(above.i < c.i < teller.i for c in said):
        hang(said, above)
        crown(verb, above, "ccomp")


def muse_behind(words: Sequence[Word]) -> None:
    """Makes a verb of a noun of thought that ends a sentence: "the truce will fail, analysts in Oslo RECKON"."""
    verb = next((w for w in reversed(words[-2:]) if w.pos != "PUNCT"), None)
    if verb is None or verb.dep != "pobj" or verb.tag not in {"NN", "NNP"} or verb.lower not in closed_class("musing"):
        return
    prep, place = verb.head, words[max(0, verb.i - 1)]
    told = place.pos == "PROPN" and any(c.dep == "det" for w in (verb, place) for c in w.children)
    if told or prep.lower not in {"at", "from", "in", "with"}:
        return  # "officials in THE Oslo REPORT"
    if place.head is not verb or not (place.pos == "PROPN" or (place.is_noun and prep.lower == "at")):
        return
    above = prep.head.head if prep.head.dep == "pobj" else prep  # "at the University of OSLO"
    several = above.head
    first = phrase(several, skip=("ccomp",))[0]
    if several.tag != "NNS" or words[first.i - 1].text != "," or all(w.tag not in FINITE for w in words[: first.i]):
        return
    make_verb(verb, "VBP")
    verb.lemma = verb.lower
    hang([c for c in verb.children if c.i < place.i], place)
    hang([place], prep)
    place.dep = "pobj"
    top = next((up for up in verb.ancestors() if up.head is up), verb)
    said = [c for c in several.children if c.i < first.i] if top is several else []
    crown(verb, top, "nsubj" if top is several else "ccomp")
    hang(said, verb)
    hang([several], verb)
    several.dep = "nsubj"


def utter(voice: Word) -> None:
    """Mends one form of "voice", and what hangs on it."""
    words, above = voice.sentence.words, voice.head
    for told in (c for c in voice.children if c.dep == "nsubjpass" and is_of(c, "feelings")):
        make_noun(told, told.tag if told.tag == "NNS" else "NN")
    feeling = next((w for w in words[voice.i + 1 : voice.i + 4] if is_of(w, "feelings")), None)
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
    make_noun(feeling, feeling.tag if feeling.tag == "NNS" else "NN")
    named = [c for c in voice.children if c.i < voice.i and c.dep in _OF_NOUNS and c.pos in {"NOUN", "PROPN", "PRON"}]
    if named and form != "VBG" and not (has_subject(voice) and named[-1].dep != "nsubj"):
        named[-1].dep = "nsubj"
        hang([c for c in voice.children if c.i < named[-1].i and c.dep in _OF_NOUNS], named[-1])


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


def hang_subject(noun: Word, verb: Word) -> None:
    """Makes a noun the subject of a verb."""
    hang([noun], verb)
    noun.dep = "nsubjpass" if any(c.dep == "auxpass" for c in verb.children) else "nsubj"


def make_verb(word: Word, tag: str) -> None:
    """Makes a verb of a word that was taken for something else."""
    word.tag, word.pos, word.is_noun, word.is_verb = tag, "VERB", False, True


def make_noun(word: Word, tag: str) -> None:
    """Makes a noun, or with a tag of names a name, of a word that was taken for something else."""
    word.tag, word.pos, word.is_noun, word.is_verb = tag, "PROPN" if tag.startswith("NNP") else "NOUN", True, False
