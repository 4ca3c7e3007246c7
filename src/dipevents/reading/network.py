"""The networks of a spaCy pipeline, run to the same output at a third of the cost.

Three things make the difference. What a word's embedding is follows from its spelling (and whether a blank follows), so
each word's is made once and remembered. The layers that see a word's neighbours are run over many sentences at once, in
blocks that stay in the processor's cache. And where the parser chooses its next step, the scores of all sentences are
one product of numpy's instead of many of thinc's, which are slow for small matrices.

A pipeline of another make (a transformer, static vectors, a beam) has no `Network`; its own components run then.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence, Set as AbstractSet

    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Encoder", "Network", "Recogniser", "Steps", "Words"]

KEPT = 1 << 15
"""Words whose embeddings are remembered; all are forgotten when there are more, so that memory stays flat."""
ROWS = 512
"""Words that go through the layers together, about: what the cache of a processor holds."""
_SEEN = frozenset({"ORTH", "NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE", "LOWER"})
"""What an embedding may look at: all of it follows from a word's spelling, its norm and whether a blank follows."""

Key = tuple[int, int, int]
Name = tuple[int, int, str]
"""First word, last word and label."""


class Network:
    """The networks of a pipeline: words in, tags, trees and names out."""

    def __init__(self, nlp: Language, encoder: Encoder, steps: Steps, recogniser: Recogniser) -> None:
        self._tagger: Any = nlp.get_pipe("tagger")
        self._encoder = encoder
        self._steps = steps
        self._recogniser = recogniser
        self._words = Words(encoder, recogniser.encoder)

    @classmethod
    def of(cls, nlp: Language) -> Network | None:
        """The networks of a pipeline with one encoder for tags and trees and one for names; None for another."""
        if set(nlp.pipe_names) != {"tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"}:
            return None
        parts: list[Any] = [nlp.get_pipe(name) for name in ("tok2vec", "parser", "ner")]
        shared, parser, ner = parts
        encoder, steps, recogniser = Encoder.of(shared.model), Steps.of(parser), Recogniser.of(ner)
        return cls(nlp, encoder, steps, recogniser) if encoder and steps and recogniser else None

    def read(self, docs: Sequence[Doc]) -> list[list[Name]]:
        """Gives every word its tag, head and relation, and returns the names of every sentence in text order."""
        if not docs:
            return []
        words = self._words.read(docs)
        for doc, vectors in zip(docs, self._encoder.read(words), strict=True):
            doc.tensor = vectors
        self._tagger.set_annotations(docs, self._tagger.predict(docs))
        self._steps.read(docs)
        return self._recogniser.read(words, self._words.blanks)


class Words:
    """The words that have been met, with a number each.

    Attributes:
        blanks: The numbers of those that are white space.
    """

    def __init__(self, *encoders: Encoder) -> None:
        self._encoders = encoders
        self._known: dict[Key, int] = {}
        self.blanks: set[int] = set()

    def read(self, docs: Sequence[Doc]) -> list[list[int]]:
        """The number of each word of each sentence; the embeddings of new words are made."""
        keys = [[(a, b, c) for a, b, c in doc.to_array(["ORTH", "NORM", "SPACY"]).tolist()] for doc in docs]
        known = self._known
        if len(known) > KEPT:
            known.clear()
            self.blanks.clear()
            for encoder in self._encoders:
                encoder.forget()
        new: list[tuple[Doc, int]] = []
        for doc, of_doc in zip(docs, keys, strict=True):
            for i, key in enumerate(of_doc):
                if key not in known:
                    known[key] = len(known)
                    new.append((doc, i))
        if new:
            for encoder in self._encoders:
                encoder.learn(new)
            at = len(known) - len(new)
            self.blanks.update(at + n for n, (doc, i) in enumerate(new) if doc[i].is_space)
        return [[known[key] for key in of_doc] for of_doc in keys]


class Encoder:
    """The vectors of words in their sentences: hash embeddings and layers that see one neighbour to either side."""

    def __init__(self, embed: Any, layers: list[tuple[Any, ...]], pad: int) -> None:
        import numpy as np

        self._embed = embed
        self._layers = layers
        self._pad = pad
        self._width = layers[0][0].shape[1] // 3
        self._table = np.zeros((0, self._width), dtype="f")
        self._count = 0

    @classmethod
    def of(cls, model: Any) -> Encoder | None:
        """The encoder of a `Tok2Vec` layer; None if it is of another make."""
        if len(model.layers) != 2:
            return None
        embed, encode = model.layers
        first = embed.layers[0] if embed.layers else embed
        if first.name != "extract_features" or not set(first.attrs["columns"]) <= _SEEN:
            return None
        blocks = encode.layers[0].layers if encode.name.startswith("with_array(") and encode.layers else []
        layers = [_layer(block) for block in blocks]
        if not layers or any(layer is None for layer in layers) or encode.attrs.get("pad") != len(layers):
            return None
        return cls(embed, [layer for layer in layers if layer], encode.attrs["pad"])

    def forget(self) -> None:
        """Forgets all words."""
        self._table, self._count = self._table[:0], 0

    def learn(self, words: Sequence[tuple[Doc, int]]) -> None:
        """Makes the embeddings of new words, given as places in sentences."""
        import numpy as np

        columns = self._embed.layers[0].attrs["columns"]
        arrays: dict[int, Any] = {}
        for doc, _ in words:
            if id(doc) not in arrays:
                arrays[id(doc)] = doc.to_array(columns)
        found: Any = [np.ascontiguousarray([arrays[id(doc)][i] for doc, i in words], dtype="uint64")]
        for layer in self._embed.layers[1:]:
            found = layer.predict(found)
        end = self._count + len(words)
        if end > len(self._table):
            room = np.zeros((max(1024, 2 * end), self._width), dtype="f")
            room[: self._count] = self._table[: self._count]
            self._table = room
        self._table[self._count : end] = found[0]
        self._count = end

    def read(self, sentences: Sequence[Sequence[int]]) -> list[Any]:
        """The vectors of the words of sentences, given by the numbers of the words: an array a sentence."""
        found: list[Any] = []
        block: list[Sequence[int]] = []
        size = 0
        for words in sentences:
            block.append(words)
            size += len(words) + self._pad
            if size >= ROWS:
                found += self._read(block, size)
                block, size = [], 0
        return found + self._read(block, size)

    def _read(self, block: Sequence[Sequence[int]], size: int) -> list[Any]:
        import numpy as np
        from numpy.lib.stride_tricks import as_strided

        if not block:
            return []
        # an empty row at either end, `pad` more before each sentence and behind the last: as thinc's with_array does
        width, pad = self._width, self._pad
        rows = np.zeros((size + pad + 2, width), dtype="f")
        at, places = 1, []
        for words in block:
            at += pad
            places.append((at, at + len(words)))
            rows[at : at + len(words)] = self._table[words]
            at += len(words)
        inner = rows[1:-1]
        step = rows.strides[0]
        for weights, bias, scale, shift in self._layers:
            window = np.ascontiguousarray(as_strided(rows, (len(inner), 3 * width), (step, rows.itemsize)))
            pieces = np.dot(window, weights.T)
            pieces += bias
            best = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
            np.maximum(best, pieces[:, 2 * width :], out=best)
            best -= best.mean(axis=1, keepdims=True)
            spread = np.square(best).mean(axis=1, keepdims=True)
            spread += 1e-08
            best *= spread ** (-1.0 / 2.0)
            best *= scale
            best += shift
            inner += best
        return [rows[start:end] for start, end in places]


def _layer(block: Any) -> tuple[Any, ...] | None:
    """Weights, bias, scale and shift of a residual layer of windows of three and maxouts of three, or None."""
    import numpy as np

    leaves = {layer.name: layer for layer in block.walk() if not layer.layers}
    if not block.name.startswith("residual(") or leaves.keys() != {"expand_window", "maxout", "layernorm", "dropout"}:
        return None
    window, maxout, norm = leaves["expand_window"], leaves["maxout"], leaves["layernorm"]
    width, pieces, inputs = maxout.get_param("W").shape
    if window.attrs["window_size"] != 1 or pieces != 3 or inputs != 3 * width:
        return None
    weights = np.ascontiguousarray(maxout.get_param("W").transpose(1, 0, 2).reshape(pieces * width, inputs))
    bias = np.ascontiguousarray(maxout.get_param("b").T.reshape(-1))
    return weights, bias, norm.get_param("G"), norm.get_param("b")


class Steps:
    """A greedy transition parser of spaCy's, all sentences in step."""

    def __init__(self, parser: Any) -> None:
        self._parser = parser
        self._upper = parser.model.get_ref("upper")
        self._bias = parser.model.get_ref("lower").get_param("b")

    @classmethod
    def of(cls, parser: Any) -> Steps | None:
        """The steps of a parser; None if its own loop must run."""
        return cls(parser) if _is_plain(parser) else None

    def read(self, docs: Sequence[Doc]) -> None:
        """Gives every word its head and relation."""
        import numpy as np

        parser = self._parser
        states: list[Any] = parser.moves.init_batch(docs)
        model = parser.model.predict(docs)
        weights, bias = self._upper.get_param("W").T, self._upper.get_param("b")
        live = [state for state in states if not state.is_final()]
        while live:
            hidden = model.state2vec.predict(model.get_token_ids(live))
            scores = np.dot(hidden, weights)
            scores += bias
            live = parser.transition_states(live, scores)
        model.clear_memory()
        parser.set_annotations(docs, states)


class Recogniser:
    """A greedy recogniser of names of spaCy's, over its own encoder.

    Outside a name its next step depends on the word alone, so those scores are one product for all words; only from
    where a name may begin is it followed word by word.
    """

    def __init__(self, recogniser: Any, encoder: Encoder) -> None:
        import numpy as np

        self.encoder = encoder
        moves = recogniser.moves
        names = [moves.get_class_name(i) for i in range(moves.n_moves)]
        lower, upper, linear = (recogniser.model.get_ref(n) for n in ("lower", "upper", "tok2vec"))
        linear = linear.layers[-1]
        parts, width, pieces, _ = lower.get_param("W").shape
        self._linear = linear.get_param("W").T, linear.get_param("b")
        turned = lower.get_param("W").transpose(0, 2, 1, 3).reshape(parts * pieces * width, -1)
        self._features = np.ascontiguousarray(turned).T
        self._pad = np.ascontiguousarray(lower.get_param("pad")[0].transpose(0, 2, 1)).reshape(parts, -1)
        self._bias = np.ascontiguousarray(lower.get_param("b").T).reshape(-1)
        self._width = width
        self._upper = upper.get_param("W").T, upper.get_param("b")
        self._names = names
        never = np.float32(-np.inf)
        self._outside = np.array([0 if n == "O" or (n[:2] in {"B-", "U-"} and n[2:]) else never for n in names], "f")
        self._begins = np.array([n[:2] == "B-" for n in names])
        self._out = names.index("O")
        places = {name: i for i, name in enumerate(names)}
        self._goes_on = np.array([places.get(f"I-{n[2:]}", -1) if n[:2] == "B-" else -1 for n in names])
        self._ends = np.array([places.get(f"L-{n[2:]}", -1) if n[:2] == "B-" else -1 for n in names])

    @classmethod
    def of(cls, recogniser: Any) -> Recogniser | None:
        """The recogniser of a component; None if it is of another make, or keeps to names that are set already."""
        if not _is_plain(recogniser):
            return None
        outer, lower = recogniser.model.get_ref("tok2vec"), recogniser.model.get_ref("lower")
        names = [recogniser.moves.get_class_name(i) for i in range(recogniser.moves.n_moves)]
        if [layer.name for layer in outer.layers[1:]] != ["list2array", "linear"] or "O" not in names:
            return None
        if lower.get_param("W").shape[0] != 3 or not {n[:2] for n in names} <= {"B-", "I-", "L-", "U-", "O"}:
            return None
        encoder = Encoder.of(outer.layers[0])
        return cls(recogniser, encoder) if encoder else None

    def read(self, sentences: Sequence[Sequence[int]], blanks: AbstractSet[int]) -> list[list[Name]]:
        """The names of sentences, in text order.

        Args:
            sentences: The numbers of the words of every sentence.
            blanks: The numbers of the words that are white space: no name begins with one.
        """
        import numpy as np

        vectors = self.encoder.read(sentences)
        if not vectors:
            return []
        ends = np.cumsum([len(words) for words in sentences])
        last = np.zeros(ends[-1], dtype=bool)
        last[ends[ends > 0] - 1] = True
        weights, bias = self._linear
        hidden = np.dot(np.concatenate(vectors), weights)
        hidden += bias
        here, start, before = np.split(np.dot(hidden, self._features), 3, axis=1)
        scores = self._scores(here + self._pad[1] + self._pad[2]) + self._outside
        scores[np.ix_(last, self._begins)] = -np.inf  # a name of two words does not begin with the last
        if blank := [at for at, word in enumerate(chain.from_iterable(sentences)) if word in blanks] if blanks else []:
            scores[blank] = np.where(np.arange(len(self._names)) == self._out, 0.0, -np.inf)
        best = scores.argmax(axis=1)
        final = self._follow(best, last, here, start, before)
        return self._names_of(best, final, ends)

    def _scores(self, features: Any) -> Any:
        import numpy as np

        weights, bias = self._upper
        features += self._bias
        return np.dot(np.maximum(features[:, : self._width], features[:, self._width :]), weights) + bias

    def _follow(self, best: Any, last: Any, here: Any, start: Any, before: Any) -> Any:
        """For every word the last word of the name that it begins if no name is open before it; else itself."""
        import numpy as np

        final = np.arange(len(best))
        first = np.flatnonzero(self._begins[best])
        at = first + 1
        while len(first):
            scores = self._scores(here[at] + start[first] + before[at - 1])
            row = np.arange(len(first))
            on, end = self._goes_on[best[first]], self._ends[best[first]]
            more, less = scores[row, on], scores[row, end]
            goes = ((more > less) | ((more == less) & (on < end))) & ~last[at]
            final[first[~goes]] = at[~goes]
            first, at = first[goes], at[goes] + 1
        return final

    def _names_of(self, best: Any, final: Any, ends: Any) -> list[list[Name]]:
        import numpy as np

        found: list[list[Name]] = [[] for _ in ends]
        starts = np.flatnonzero(best != self._out)
        places = np.searchsorted(ends, starts, side="right")
        behind = 0
        rows = (starts.tolist(), final[starts].tolist(), best[starts].tolist(), places.tolist())
        bounds = [0, *ends.tolist()]
        for first, end, move, place in zip(*rows, strict=True):
            if first >= behind:
                found[place].append((first - bounds[place], end - bounds[place], self._names[move][2:]))
                behind = end + 1
        return found


def _is_plain(component: Any) -> bool:
    """Whether a transition parser is greedy, with a layer of maxouts below and one above, and no class unseen."""
    model, cfg = component.model, component.cfg
    if cfg.get("beam_width") != 1 or model.name != "parser_model" or not model.attrs["has_upper"]:
        return False
    return not model.attrs["unseen_classes"] and model.get_ref("lower").get_dim("nP") == 2
