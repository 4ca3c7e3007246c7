"""Part of speech and lemma of a word, from the pipeline's own rules, each asked once.

The rules of an English pipeline (attribute ruler and lemmatizer) see, but for a handful that span two words, nothing
of a word but its spelling, its tag and its relation. So they are run over every such triple once and remembered;
a sentence with a word that may begin a rule of two words ("gon na") is given to the components themselves. The output
is theirs to the letter, for a fifth of the time of the whole pipeline less.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc, Token

__all__ = ["Form", "Forms", "guess_form"]

KEPT = 1 << 16
"""Triples that are remembered; all are forgotten when there are more, so that memory stays flat."""
_SEEN = frozenset({"TAG", "LOWER", "ORTH", "TEXT", "DEP", "IS_SPACE"})
"""What a rule may look at: nothing else is told by the triple."""
_KNOWN = frozenset({"tok2vec", "transformer", "senter", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"})

_TAG, _DEP = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F
"""Odd numbers that mix spaCy's 64-bit hashes of a triple into one, which is looked up faster."""

Triple = tuple[int, int, int]


class Form(NamedTuple):
    """What the rules say of a word."""

    lemma: str
    tag: str
    pos: str
    dep: str


def guess_form(text: str, named: bool) -> Form:
    """The form of a word that no tagger has seen: a name in capitals, else a noun, a number or a mark."""
    lemma = text.lower()
    if named and text[:1].isupper():
        return Form(lemma, "NNP", "PROPN", "")
    if text.isalpha():
        return Form(lemma, "NN", "NOUN", "")
    return Form(lemma, "CD", "NUM", "") if text[:1].isdigit() else Form(lemma, "SYM", "PUNCT", "")


def _form(token: Token) -> Form:
    return Form(token.lemma_.lower(), token.tag_, token.pos_, token.dep_)


class Forms:
    """The forms of the words of tagged and parsed sentences, without running the rules over each."""

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import Matcher

        self._nlp = nlp
        self._rules: list[Any] = [nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")]
        self._known: dict[int, Form] = {}
        self._openers: set[int] = set()
        self._opening = Matcher(nlp.vocab)
        firsts = [[p[0]] for rule in _rules_of(nlp) for p in rule["patterns"] if len(p) > 1]
        if firsts:
            self._opening.add("opens", firsts)

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
        return cls(nlp) if all(set(word) <= _SEEN for word in words) else None

    def read(self, docs: Sequence[Doc]) -> list[list[Form]]:
        """The forms of every word of every sentence."""
        import numpy as np

        if not docs:
            return []
        columns = np.concatenate([doc.to_array(["ORTH", "TAG", "DEP"]) for doc in docs])
        mixed = columns[:, 0] + columns[:, 1] * np.uint64(_TAG) + columns[:, 2] * np.uint64(_DEP)
        keys: list[int] = mixed.tolist()
        if len(self._known) > KEPT:
            self._known.clear()
            self._rules[1].cache.clear()  # the lemmatizer's own, which has no bound
        forms = list(map(self._known.get, keys))
        if None in forms:
            places = {key: i for i, key in enumerate(keys) if forms[i] is None and key not in self._openers}
            self._learn({key: tuple(columns[i].tolist()) for key, i in places.items()})
            forms = list(map(self._known.get, keys))
        found: list[list[Form]] = []
        at = 0
        for doc in docs:
            of_doc = forms[at : at + len(doc)]
            found.append(self._ruled(doc) if None in of_doc else cast("list[Form]", of_doc))
            at += len(doc)
        return found

    def _ruled(self, doc: Doc) -> list[Form]:
        for rule in self._rules:
            doc = rule(doc)
        return [_form(token) for token in doc]

    def _learn(self, triples: Mapping[int, Triple]) -> None:
        """Runs the rules over words that have not been met, one beside the other; openers are set apart before."""
        keys = list(triples)
        opening = (
            {start for _, start, _ in self._opening(self._beside(triples.values()), allow_missing=True)}
            if self._opening
            else ()
        )
        self._openers.update(keys[i] for i in opening)
        rest = [key for i, key in enumerate(keys) if i not in opening]
        self._known.update(zip(rest, self._ruled(self._beside(triples[key] for key in rest)), strict=True))

    def _beside(self, triples: Iterable[Triple]) -> Doc:
        from spacy.tokens import Doc

        strings = self._nlp.vocab.strings
        columns = list(zip(*((strings[orth], strings[tag], strings[dep]) for orth, tag, dep in triples), strict=True))
        words, tags, deps = (list(column) for column in columns or ((), (), ()))
        return Doc(self._nlp.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))


def _rules_of(nlp: Language) -> list[dict[str, Any]]:
    ruler: Any = nlp.get_pipe("attribute_ruler")
    rules: list[dict[str, Any]] = ruler.patterns
    return rules
