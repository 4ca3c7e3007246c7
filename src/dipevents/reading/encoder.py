"""What the networks make of words in their sentences: each word's embedding, then layers that see one neighbour more.

    words ── embedding, remembered for each ── first layer: three looked-up products are added ── further layers

A layer multiplies the window of a word and its two neighbours. In the first one the three are plain embeddings, so what
each contributes to its own place, and to the places before and behind it, is remembered for the words met first, which
are the frequent ones. The further layers run over the words of many sentences at once, and over no more of the empty
places between two sentences than a word can still see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

__all__ = ["Encoder", "Words"]

KEPT = 1 << 15
"""Words whose embeddings are remembered; all are forgotten when there are more, so that memory stays flat."""
EARLY = 1 << 13
"""Words whose contributions to the first layer are remembered too, at nine times the memory: 28 MB an encoder."""
ROWS = 512
"""Words that go through the layers together, about: what the cache of a processor holds."""
REACH = 2
"""Words before and behind a capital or a digit that may belong to a name with it: "the old UN", "Zorb trading firm"."""
_SEEN = frozenset({"ORTH", "NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE", "LOWER"})
"""What an embedding may look at: all of it follows from a word's spelling, its norm and whether a blank follows."""
_ORTH, _NORM = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F
"""Odd numbers that mix two of spaCy's 64-bit hashes into one."""


class Words:
    """The words that have been met, with a number each, from 1: 0 is the empty place between sentences.

    Attributes:
        blanks: The numbers of those that are white space.
    """

    def __init__(self, *encoders: Encoder) -> None:
        self._encoders = encoders
        self._known: dict[int, int] = {}
        self.blanks: set[int] = set()
        self._signs = bytearray(1)

    def read(self, docs: Sequence[Doc]) -> Any:
        """The numbers of the words of all sentences, one behind the other; the embeddings of new words are made."""
        import numpy as np

        columns = np.concatenate([doc.to_array(["ORTH", "NORM", "SPACY"]) for doc in docs])
        mixed = columns[:, 0] * np.uint64(_ORTH) + columns[:, 1] * np.uint64(_NORM) + columns[:, 2]
        keys: list[int] = mixed.tolist()
        known = self._known
        if len(known) > KEPT:
            known.clear()
            self.blanks.clear()
            self._signs = bytearray(1)
            for encoder in self._encoders:
                encoder.forget()
        numbers = list(map(known.get, keys))
        if None in numbers:
            self._learn(docs, keys)
            numbers = [known[key] for key in keys]
        return np.array(numbers, dtype="intp")

    def near_signs(self, numbers: Any, lengths: Any) -> Any:
        """For each word whether it stands near one of its sentence that has a capital or a digit, or is one."""
        import numpy as np

        at = _places(lengths, REACH)
        signs = at[np.frombuffer(self._signs, dtype=bool)[numbers]]
        return _near(signs, REACH, len(at) + REACH * (len(lengths) + 1))[at]

    def _learn(self, docs: Sequence[Doc], keys: Sequence[int]) -> None:
        new: list[tuple[Doc, int]] = []
        places = ((doc, i) for doc in docs for i in range(len(doc)))
        for key, (doc, i) in zip(keys, places, strict=True):
            if key not in self._known:
                self._known[key] = number = len(self._known) + 1
                new.append((doc, i))
                text = doc[i].text
                self._signs.append(not text.islower() and any(c.isupper() or c.isdigit() for c in text))
                if doc[i].is_space:
                    self.blanks.add(number)
        for encoder in self._encoders:
            encoder.learn(new)


class Encoder:
    """The vectors of words in their sentences: hash embeddings and layers that see one neighbour to either side."""

    def __init__(self, embed: Any, layers: list[tuple[Any, ...]]) -> None:
        import numpy as np

        self._embed = embed
        self._layers = layers
        self._width = layers[0][0].shape[1] // 3
        self._mean = np.full(self._width, 1 / self._width, dtype="f")
        self._table: Any = None
        self._sides: Any = None
        self.forget()

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
        return cls(embed, [layer for layer in layers if layer])

    def forget(self) -> None:
        """Forgets all words but the empty place."""
        import numpy as np

        self._count = 1
        self._table = np.zeros((1024, self._width), dtype="f")
        self._sides = self._contributions(self._table[:1])

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
        start, self._count = self._count, self._count + len(words)
        self._table = _with_room(self._table, start, self._count)
        self._table[start : self._count] = found[0]
        end = min(self._count, EARLY)
        if start < end:
            self._sides = [_with_room(side, start, end) for side in self._sides]
            for side, values in zip(self._sides, self._contributions(self._table[start:end]), strict=True):
                side[start:end] = values

    def read(self, numbers: Any, lengths: Any, wanted: Any = None) -> Any:
        """The vectors of words, a row each.

        Args:
            numbers: The numbers of the words of all sentences, one behind the other.
            lengths: How many words each sentence has.
            wanted: For each word whether its vector will be asked for: others may be anything; None for all.
        """
        import numpy as np

        found = [np.empty((0, self._width), dtype="f")]
        first = start = size = at = 0
        for place, length in enumerate(lengths.tolist(), 1):
            at += length
            size += length + len(self._layers)
            if size >= ROWS or place == len(lengths):
                found.append(
                    self._block(
                        numbers[start:at], lengths[first:place], slice(None) if wanted is None else wanted[start:at]
                    )
                )
                first, start, size = place, at, 0
        return np.concatenate(found)

    def _block(self, numbers: Any, lengths: Any, wanted: Any) -> Any:
        import numpy as np
        from numpy.lib.stride_tricks import as_strided

        # as many empty rows before each sentence and behind the last as there are layers: as thinc's with_array has
        width, pad = self._width, len(self._layers)
        at = _places(lengths, pad)
        padded = np.zeros(len(numbers) + pad * (len(lengths) + 1), dtype="intp")
        padded[at] = numbers
        rows = self._table[padded]
        rows[1:-1] += _activated(self._first(padded), self._mean, self._layers[0])
        # row 1 is the first with a row before it: its window is window 0
        window = as_strided(rows, (len(rows) - 2, 3 * width), (rows.strides[0], rows.itemsize))
        for left, layer in enumerate(self._layers[1:], 2 - pad):
            seen = _around(at[wanted], -left, len(rows))  # the layers behind this one look so far
            rows[seen] += _activated(np.dot(window[seen - 1], layer[0].T), self._mean, layer)
        return rows[at]

    def _first(self, padded: Any) -> Any:
        """What the first layer's product is for each place but the outermost two: the sum of three contributions."""
        import numpy as np

        late = np.flatnonzero(padded >= EARLY)
        early = padded.copy() if len(late) else padded
        early[late] = 0
        sides = [side[early] for side in self._sides]
        if len(late):
            for side, values in zip(sides, self._contributions(self._table[padded[late]]), strict=True):
                side[late] = values
        total = sides[0][:-2]
        total += sides[1][1:-1]
        total += sides[2][2:]
        return total

    def _contributions(self, vectors: Any) -> list[Any]:
        """What words contribute to the first layer's product at the place behind them, their own and that before."""
        import numpy as np

        weights, width = self._layers[0][0], self._width
        return [np.dot(vectors, weights[:, at : at + width].T) for at in range(0, 3 * width, width)]


def _activated(pieces: Any, mean: Any, layer: tuple[Any, ...]) -> Any:
    """The best of every three pieces, normalised."""
    import numpy as np

    _, bias, scale, shift = layer
    width = len(scale)
    pieces += bias
    best = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
    np.maximum(best, pieces[:, 2 * width :], out=best)
    best -= np.dot(best, mean)[:, None]
    spread = np.dot(np.square(best), mean)
    spread += 1e-08
    best *= (spread ** (-1.0 / 2.0))[:, None]
    best *= scale
    best += shift
    return best


def _around(at: Any, reach: int, size: int) -> Any:
    """The rows that are words or no further than `reach` from one, in order."""
    import numpy as np

    return np.flatnonzero(_near(at, reach, size)) if reach else at


def _near(at: Any, reach: int, size: int) -> Any:
    """For each of so many rows whether it is one of those at the places, or no further than `reach` from one."""
    import numpy as np

    near = np.zeros(size, dtype=bool)
    for step in range(-reach, reach + 1):
        near[at + step] = True
    return near


def _places(lengths: Any, pad: int) -> Any:
    """The row of each word where so many empty rows stand before each sentence."""
    import numpy as np

    return np.arange(lengths.sum()) + pad * np.repeat(np.arange(1, len(lengths) + 1), lengths)


def _with_room(table: Any, used: int, needed: int) -> Any:
    """A table of so many rows at least, that keeps what is in use."""
    import numpy as np

    if needed <= len(table):
        return table
    room = np.zeros((max(1024, 2 * needed), table.shape[1]), dtype="f")
    room[:used] = table[:used]
    return room


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
