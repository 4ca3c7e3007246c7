"""The networks of a spaCy pipeline, run to the same output at a third of the cost.

Three things make the difference. What a word's embedding is follows from its spelling (and whether a blank follows), so
each word's is made once and remembered, and with it what the first layer makes of it. The layers that see a word's
neighbours are run over many sentences at once, in blocks that stay in the processor's cache. And where the parser
chooses its next step, the scores of all sentences are one product of numpy's instead of many of thinc's, which are slow
for small matrices.

A pipeline of another make (a transformer, static vectors, a beam) has no `Network`; its own components run then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dipevents.reading.encoder import Encoder, Words
from dipevents.reading.recogniser import Recogniser
from dipevents.reading.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from dipevents.reading.recogniser import Name

__all__ = ["Network"]


class Network:
    """The networks of a pipeline: words in, tags, trees and names out."""

    def __init__(self, encoder: Encoder, tagger: Tagger, steps: Steps, recogniser: Recogniser) -> None:
        self._encoder = encoder
        self._tagger = tagger
        self._steps = steps
        self._recogniser = recogniser
        self._words = Words(encoder, recogniser.encoder)

    @classmethod
    def of(cls, nlp: Language) -> Network | None:
        """The networks of a pipeline with one encoder for tags and trees and one for names; None for another."""
        if set(nlp.pipe_names) != {"tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"}:
            return None
        parts: list[Any] = [nlp.get_pipe(name) for name in ("tok2vec", "tagger", "parser", "ner")]
        encoder, tagger = Encoder.of(parts[0].model), Tagger.of(parts[1])
        steps, recogniser = Steps.of(parts[2]), Recogniser.of(parts[3])
        return cls(encoder, tagger, steps, recogniser) if encoder and tagger and steps and recogniser else None

    def read(self, docs: Sequence[Doc], *, brief: bool = False) -> list[list[Name]]:
        """Gives every word its tag, head and relation, and returns the names of every sentence in text order."""
        import numpy as np

        if not docs:
            return []
        numbers, lengths = self._words.read(docs), np.array([len(doc) for doc in docs])
        vectors = self._encoder.read(numbers, lengths)
        self._tagger.read(docs, vectors, lengths)
        self._steps.read(docs, vectors)
        return self._names(numbers, lengths, brief)

    def names(self, docs: Sequence[Doc], *, brief: bool = False) -> list[list[Name]]:
        """The names alone, for a third of the time; those far from any capital and digit are missed if `brief`."""
        import numpy as np

        if not docs:
            return []
        numbers, lengths = self._words.read(docs), np.array([len(doc) for doc in docs])
        return self._names(numbers, lengths, brief)

    def _names(self, numbers: Any, lengths: Any, brief: bool) -> list[list[Name]]:
        near = self._words.near_signs(numbers, lengths) if brief else None
        return self._recogniser.read(numbers, lengths, self._words.blanks, near)


class Tagger:
    """A tagger that looks at each word's vector alone."""

    def __init__(self, tagger: Any, softmax: Any) -> None:
        self._tagger = tagger
        self._weights, self._bias = softmax.get_param("W").T, softmax.get_param("b")

    @classmethod
    def of(cls, tagger: Any) -> Tagger | None:
        """The tagger of a component; None if it is of another make."""
        layers = tagger.model.layers
        if [layer.name for layer in layers] != ["tok2vec-listener", "with_array(softmax)"]:
            return None
        return cls(tagger, layers[1].layers[0])

    def read(self, docs: Sequence[Doc], vectors: Any, lengths: Any) -> None:
        """Gives every word its tag."""
        import numpy as np

        scores = np.dot(vectors, self._weights)  # the greatest is the likeliest: no chances are needed
        scores += self._bias
        self._tagger.set_annotations(docs, np.split(scores.argmax(axis=1), np.cumsum(lengths)[:-1]))
