"""Part of speech and lemma of a word, from the pipeline's own rules, each asked once.

The rules of an English pipeline (attribute ruler and lemmatizer) see, but for a handful that span two words, nothing
of a word but its spelling, its tag and, for few words, its relation. So they are run over every such triple once and
remembered; a word that may begin a rule of two words ("gon na") is given to them together with the next one.
The attribute ruler, which compares a word with all its rules, is asked once for all words that none of them spells.
The output is theirs to the letter, for a fifth of the time of the whole pipeline less.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc, Token

__all__ = ["Form", "Forms", "form_of", "guess_form"]

KEPT = 1 << 16
"""Triples that are remembered; all are forgotten when there are more, so that memory stays flat."""
_SEEN = frozenset({"TAG", "LOWER", "ORTH", "TEXT", "DEP", "IS_SPACE"})
"""What a rule may look at: nothing else is told by the triple."""
_KNOWN = frozenset({"tok2vec", "transformer", "senter", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"})

_TAG, _DEP = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F
"""Odd numbers that mix spaCy's 64-bit hashes of a triple into one, which is looked up faster."""

_RULED = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
"""What the attribute ruler may set."""

Triple = tuple[int, int, int]


class Form(NamedTuple):
    """A word as written, and what the rules say of it."""

    text: str
    lemma: str
    tag: str
    pos: str
    dep: str


def guess_form(text: str, named: bool) -> Form:
    """The form of a word that no tagger has seen: a name in capitals, else a noun, a number or a mark."""
    lemma = text.lower()
    if named and text[:1].isupper():
        return Form(text, lemma, "NNP", "PROPN", "")
    if text.isalpha():
        return Form(text, lemma, "NN", "NOUN", "")
    return Form(text, lemma, "CD", "NUM", "") if text[:1].isdigit() else Form(text, lemma, "SYM", "PUNCT", "")


def form_of(token: Token) -> Form:
    """The form of a word that the components have read."""
    return Form(token.text, token.lemma_.lower(), token.tag_, token.pos_, token.dep_)


class Forms:
    """The forms of the words of tagged and parsed sentences, without running the rules over each."""

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import Matcher

        self._nlp = nlp
        self._ruler: Any = nlp.get_pipe("attribute_ruler")
        self._lemmatizer: Any = nlp.get_pipe("lemmatizer")
        self._known: dict[int, Form] = {}
        self._bare: dict[Triple, Form | None] = {}
        self._related = _related(nlp)
        self._is_spelled = _spellings(nlp)
        self._attributes: dict[Triple, Any] = {}
        self._openers: set[int] = set()
        self._opening = Matcher(nlp.vocab)
        longer = [pattern for rule in _rules_of(nlp) for pattern in rule["patterns"] if len(pattern) > 1]
        if longer:
            self._opening.add("opens", [pattern[:1] for pattern in longer])
        self._reach = max(map(len, longer), default=1)
        self._runs: dict[tuple[int, ...], list[Form]] = {}

    @classmethod
    def of(cls, nlp: Language) -> Forms | None:
        """The forms of a pipeline whose rules can be remembered; None where its own components must run."""
        if not set(nlp.pipe_names) <= _KNOWN or not {"tagger", "attribute_ruler", "lemmatizer"} <= set(nlp.pipe_names):
            return None
        order = [nlp.pipe_names.index(n) for n in ("tagger", "attribute_ruler", "lemmatizer")]
        lemmatizer: Any = nlp.get_pipe("lemmatizer")
        if order != sorted(order) or nlp.pipe_names.index("parser") > order[1] or lemmatizer.mode != "rule":
            return None
        words = [word for rule in _rules_of(nlp) for pattern in rule["patterns"] for word in pattern]
        deps = [word["DEP"] for word in words if "DEP" in word]
        plain = all(isinstance(dep, str) or set(dep) <= {"IN", "NOT_IN"} for dep in deps)
        return cls(nlp) if plain and all(set(word) <= _SEEN for word in words) else None

    def read(self, columns: Any, lengths: Iterable[int]) -> list[list[Form]]:
        """The forms of every word of every sentence.

        Args:
            columns: ORTH, TAG and DEP of the words of all sentences, one behind the other, a row a word.
            lengths: How many words each sentence has.
        """
        import numpy as np

        mixed = columns[:, 0] + columns[:, 1] * np.uint64(_TAG) + columns[:, 2] * np.uint64(_DEP)
        keys: list[int] = mixed.tolist()
        if max(len(self._known), len(self._runs)) > KEPT:
            self._known.clear()
            self._bare.clear()
            self._runs.clear()
            self._attributes.clear()
            self._lemmatizer.cache.clear()  # the lemmatizer's own, which has no bound
        forms = list(map(self._known.get, keys))
        if None in forms:
            places = {key: i for i, key in enumerate(keys) if forms[i] is None and key not in self._openers}
            self._learn({key: tuple(columns[i].tolist()) for key, i in places.items()})
            forms = list(map(self._known.get, keys))
        found: list[list[Form]] = []
        at = 0
        for length in lengths:
            end = at + length
            if None in (of_doc := forms[at:end]):
                self._open(of_doc, keys[at:end], columns[at:end])
            found.append(cast("list[Form]", of_doc))
            at = end
        return found

    def _open(self, forms: list[Form | None], keys: list[int], columns: Any) -> None:
        """Fills in the forms of openers, and of the words that their rules reach."""
        at = 0
        while at < len(keys):
            if forms[at] is not None:
                at += 1
                continue
            first = last = at
            at += 1
            while at < min(last + self._reach, len(keys)):
                last = at if forms[at] is None else last
                at += 1
            run = tuple(keys[first:at])
            if run not in self._runs:
                self._runs[run] = self._lemmatized(self._ruler(self._beside(columns[first:at].tolist())))
            forms[first:at] = self._runs[run]

    def _lemmatized(self, doc: Doc) -> list[Form]:
        return [form_of(token) for token in self._lemmatizer(doc)]

    def _learn(self, triples: Mapping[int, Triple]) -> None:
        """Keeps the forms of triples that have not been met; openers are set apart."""
        strings = self._nlp.vocab.strings
        deps, tags, lowers = self._related
        bare = {
            key: (
                orth,
                tag,
                dep if strings[dep] in deps or strings[tag] in tags or strings[orth].lower() in lowers else 0,
            )
            for key, (orth, tag, dep) in triples.items()
        }
        new = {bare[key]: triple for key, triple in triples.items() if bare[key] not in self._bare}
        if new:
            self._rule(new)
        for key, (_, _, dep) in triples.items():
            form = self._bare[bare[key]]
            if form is None:
                self._openers.add(key)
            else:
                self._known[key] = form if form.dep == (name := strings[dep]) else form._replace(dep=name)

    def _rule(self, new: Mapping[Triple, Triple]) -> None:
        """Runs the rules over words, one beside the other, each given for all that the rules cannot tell from it."""
        keys, triples = list(new), list(new.values())
        found = self._opening(self._beside(triples), allow_missing=True) if self._opening else ()
        opening = {start for _, start, _ in found}
        self._bare.update((keys[i], None) for i in opening)
        rest = {keys[i]: triples[i] for i in range(len(keys)) if i not in opening}
        self._bare.update(zip(rest, self._lemmatized(self._attributed(rest)), strict=True))

    def _attributed(self, words: Mapping[Triple, Triple]) -> Doc:
        """Words as the attribute ruler leaves them, which is asked once for all that it cannot tell apart."""
        import numpy as np
        from spacy.tokens import Doc

        strings = self._nlp.vocab.strings
        texts = [strings[orth] for orth, _, _ in words]
        kinds = [
            (orth if self._is_spelled(text) else 0, tag, dep)
            for text, (orth, tag, dep) in zip(texts, words, strict=True)
        ]
        asked = dict(zip(kinds, words.values(), strict=True))
        if new := {kind: triple for kind, triple in asked.items() if kind not in self._attributes}:
            ruled = self._ruler(self._beside(new.values())).to_array(_RULED)
            self._attributes.update(zip(new, ruled, strict=True))
        doc: Any = Doc(self._nlp.vocab, words=texts)
        if kinds:
            doc.from_array(_RULED, np.array([self._attributes[kind] for kind in kinds]))
        return cast("Doc", doc)

    def _beside(self, triples: Iterable[Sequence[int]]) -> Doc:
        from spacy.tokens import Doc

        strings = self._nlp.vocab.strings
        columns = list(zip(*((strings[orth], strings[tag], strings[dep]) for orth, tag, dep in triples), strict=True))
        words, tags, deps = (list(column) for column in columns or ((), (), ()))
        return Doc(self._nlp.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))


def _related(nlp: Language) -> tuple[set[str], set[str], set[str]]:
    """The relations that a rule asks of any word, and the tags and the words in lower case of which one asks it."""
    deps, tags, lowers = set[str](), set[str](), set[str]()
    for word in [w for rule in _rules_of(nlp) for pattern in rule["patterns"] for w in pattern if "DEP" in w]:
        spelled = [text for name in ("LOWER", "ORTH", "TEXT") for text in _texts(word.get(name))]
        if spelled:
            lowers.update(text.lower() for text in spelled)
        elif found := _texts(word.get("TAG")):
            tags.update(found)
        else:
            deps.update(_texts(word["DEP"], "IN", "NOT_IN"))
    return deps, tags, lowers


def _spellings(nlp: Language) -> Callable[[str], bool]:
    """Whether a rule may tell a word by its spelling: all are so told where it compares in a way not met before."""
    words = [word for rule in _rules_of(nlp) for pattern in rule["patterns"] for word in pattern]
    values = [word[name] for word in words for name in ("LOWER", "ORTH", "TEXT") if name in word]
    if any(not set(value) <= {"IN", "REGEX"} for value in values if not isinstance(value, str)):
        return bool
    texts = {text.lower() for value in values for text in _texts(value)}
    shapes = [f"(?:{value['REGEX']})" for value in values if not isinstance(value, str) and "REGEX" in value]
    shape = re.compile("|".join((r"^\s", *shapes)))
    return lambda text: text.lower() in texts or bool(shape.search(text) or shape.search(text.lower()))


def _texts(value: Any, *ways: str) -> list[str]:
    """The texts that a rule compares with: one, or those of a set."""
    if isinstance(value, str):
        return [value]
    return [text for way in ways or ("IN",) for text in (value or {}).get(way, ())]


def _rules_of(nlp: Language) -> list[dict[str, Any]]:
    ruler: Any = nlp.get_pipe("attribute_ruler")
    rules: list[dict[str, Any]] = ruler.patterns
    return rules
