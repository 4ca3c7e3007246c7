"""Titles Spelled Like This, and lines in CAPITALS, as a sentence would spell them: the model has learnt from sentences.

    Oslo Urges Lima To Free Its Envoy      Oslo urges Lima to free its envoy
    OSLO URGES LIMA TO FREE ITS ENVOY      the same

A word keeps its capital where it is, or belongs to, a known name, where the article writes it so within a sentence, or
where no dictionary has it. Each letter stays in its place, so that offsets hold.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from dipevents.lexicon import read_words
from dipevents.mentions.gazetteer import find_names, given_name_gender
from dipevents.reading.headlines import presents

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dipevents.reading.sentence import Sentence

__all__ = ["is_titled", "respell"]

_TERM = re.compile(r"\bForeign Military Sales?\b")
"""What notices and trade papers spell like a name, which the model takes for somebody who sells."""
_BEHIND = re.compile(
    r"(?<=\bU\.[KNS]\. )"
    r"(?:(?:And|Are|Could|Did|Does|Had|Has|Have|Is|Officials|Or|Should|To|Was|Were|Will|Would)\b(?= [a-z])"
    r"|(?:In|On)\b(?= [A-Z][a-z]+(?: \d{1,2})?\.(?:\s|$)))"
)
"""What some archives spell like the start of a sentence behind an abbreviation: "the U.S. Has said"."""
_RAISED = re.compile(
    r"(?<=\bU\.[KNS]\. )(?!Administration|Army|Congress|Constitution|Embassy|Government|House|Marines?|Navy|Open|Senate"
    r"|Steel|Treasury)[A-Z][a-z]+\b(?! [A-Z]| of [A-Z])"
)
"""What may be spelled so there if something is: "a U.S. Threat"; no name of two words, "the U.S. Air Force"."""
_PLAIN = re.compile(r"\bU\.[KNS]\. [a-z]")
_HABIT = 2
"""Different words raised so, where none stands there small, that show it to be the habit of an article."""
_WORD = re.compile(r"[^\W\d_]+")
_APOSTROPHES = frozenset("'’")
_CLIPPED = frozenset({"gov'", "gov’", "govt "})
"""Spellings of "government" that no dictionary has, with the character behind."""
_LONG = 4
"""Letters of the words by which a title is told: titles leave shorter ones small, or not."""
_SMALL = frozenset(
    ("a", "am", "an", "as", "be", "by", "do", "he", "if", "in", "is", "it", "my", "no", "or", "so", "up", "we")
)
"""Words of one or two letters that names seldom are, beside those by which English is told from other languages."""
_SHORTEST = 3
"""Letters of the shortest word that is small because a dictionary has it: shorter ones are names as often ("Xi")."""
_FEWEST = 3
"""Such words that a title must have."""
_MOST_SMALL = 0.15
"""Share of such words that may be small."""


def is_titled(text: str) -> bool:
    """Whether nearly every longer word of a line begins with a capital.

    Example:
        >>> is_titled("Oslo Urges Lima to Free Its Envoy"), is_titled("Oslo urges Lima to free its envoy")
        (True, False)
    """
    words = [word for word in _WORD.findall(text) if len(word) >= _LONG]
    return len(words) >= _FEWEST and sum(word[0].islower() for word in words) <= _MOST_SMALL * len(words)


def _is_capitalised(sentence: Sentence) -> bool:
    """Whether a sentence is a heading that is spelled like a title, or all in capitals."""
    return (sentence.heading or sentence.text.isupper()) and is_titled(sentence.text)


def respell(sentences: Sequence[Sentence], is_word: Callable[[str], bool]) -> None:
    """Spells the titles of an article, and what is all in capitals, as sentences, in place.

    Args:
        sentences: All sentences of the article.
        is_word: Whether a dictionary has a word, given in lower case; only asked where there are titles.
    """
    for sentence in sentences:
        if "Foreign Military" in sentence.text:
            sentence.text = _TERM.sub(lambda term: term[0].lower(), sentence.text)
    _lower(sentences, is_word)
    titles = {sentence.i: sentence for sentence in sentences if _is_capitalised(sentence)}
    if not titles:
        return
    written = Counter[str]()
    for sentence in sentences:
        if sentence.i not in titles:
            written.update(_WORD.findall(sentence.text)[1:])
    usual = {word.lower(): word for word, _ in reversed(written.most_common())}
    for title in titles.values():
        title.text = _respelled(title.text, usual, is_word)


def _lower(sentences: Sequence[Sentence], is_word: Callable[[str], bool]) -> None:
    """Spells what stands behind "U.S." small, if the article begins sentences there.

    That is every word of the dictionary where nothing stands there small, else what is spelled small elsewhere.
    """
    near = [sentence for sentence in sentences if "U." in sentence.text]
    plain = any(_PLAIN.search(sentence.text) for sentence in near)
    raised = {word for sentence in near for word in _RAISED.findall(sentence.text)} if near else set[str]()
    raised = {word for word in raised if is_word(word.lower()) and not find_names(word)}
    habit = not plain and len(raised) >= _HABIT
    if not habit and not any(_BEHIND.search(sentence.text) for sentence in near):
        return
    small = {word.title() for sentence in sentences for word in _WORD.findall(sentence.text) if word.islower()}
    small = small if plain else small | raised
    for sentence in near:
        text = _BEHIND.sub(lambda word: word[0].lower(), sentence.text)
        sentence.text = _RAISED.sub(lambda word: word[0].lower() if word[0] in small else word[0], text)


def _respelled(text: str, usual: Mapping[str, str], is_word: Callable[[str], bool]) -> str:
    """A title as a sentence; `usual` tells how the article itself spells a word, given in lower case."""
    shouted = text.isupper()
    found = find_names(text)
    named = {at for hit in found for at in range(hit.start, hit.end)}
    sure = [hit for hit in found if shouted and not hit.ambiguous]
    letters = {hit.start for hit in sure if not find_names(text[hit.start : hit.end].title())}
    pieces: list[str] = []
    done, given = 0, False
    for match in _WORD.finditer(text):
        word, before, behind = match[0], text[done : match.start()], text[match.end() : match.end() + 1]
        titled = word.title() if shouted and (len(word) > 1 or behind != ".") else word  # "U.S."
        spelled = titled
        if before in _APOSTROPHES or (pieces and word.lower() + behind in _CLIPPED):
            spelled = word.lower()
        elif len(word) == 1 and behind == "." and word.isupper():
            pass  # "talks in the U.S. today"
        elif match.start() in letters and not (pieces and _is_small(word.lower())):
            spelled = word  # "UK WARNS CHAD", but "Chad"
        elif not pieces and usual.get(word.lower(), "").isupper():
            spelled = word  # "EC WARNS CHAD", of "the European Community (EC)"
        elif pieces and (shouted or not (word.isupper() and len(word) > 1)):
            surname = given and not word.lower().endswith("s")  # "Gordon Brown", but "Salman Arrives"
            kept = surname or match.start() in named or len(word) < _SHORTEST
            spelled = _spelled(titled, kept, usual, is_word)
            if spelled.isupper() and not shouted:
                spelled = word  # "Ruiz" is RUIZ where her turns begin
        given = spelled == titled and given_name_gender(titled) is not None
        pieces += before, spelled
        done = match.end()
    return "".join((*pieces, text[done:]))


def _spelled(word: str, kept: bool, usual: Mapping[str, str], is_word: Callable[[str], bool]) -> str:
    """A word of a title but the first; `kept` where what stands around it tells that it is a name."""
    low = word.lower()
    if len(low) != len(word):
        return word
    if low in usual:
        return usual[low]
    if _is_small(low):
        return low
    return word if kept or given_name_gender(word) is not None or not (is_word(low) or low in presents()) else low


def _is_small(low: str) -> bool:
    """Whether a word of a sentence is small whatever it may name: "WHO", "US"."""
    return low in _SMALL or low in read_words("language")["english"]["words"]
