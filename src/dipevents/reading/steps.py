"""The transition parser of a spaCy pipeline, all sentences in step."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

__all__ = ["Steps", "is_plain"]


class Steps:
    """A greedy transition parser of spaCy's, all sentences in step: each step's scores are one product for all."""

    def __init__(self, parser: Any) -> None:
        self._step_model: Any = import_module("spacy.ml.parser_model").ParserStepModel
        self._parser = parser
        linear = parser.model.get_ref("tok2vec").layers[-1]
        self._linear = linear.get_param("W").T, linear.get_param("b")
        upper = parser.model.get_ref("upper")
        self._upper = upper.get_param("W").T, upper.get_param("b")

    @classmethod
    def of(cls, parser: Any) -> Steps | None:
        """The steps of a parser; None if its own loop must run."""
        if not is_plain(parser):
            return None
        outer = parser.model.get_ref("tok2vec")
        return cls(parser) if [x.name for x in outer.layers] == ["tok2vec-listener", "list2array", "linear"] else None

    def read(self, docs: Sequence[Doc], vectors: Any) -> None:
        """Gives every word its head and relation; `vectors` are those of the words of all sentences."""
        import numpy as np

        parser = self._parser
        states: list[Any] = parser.moves.init_batch(docs)
        weights, bias = self._linear
        hidden = np.dot(vectors, weights)
        hidden += bias
        layers = [lambda *_, **__: (hidden, None), *parser.model.layers[1:]]
        model = self._step_model(docs, layers, has_upper=True, train=False)
        weights, bias = self._upper
        live = [state for state in states if not state.is_final()]
        while live:
            scores = np.dot(model.state2vec.predict(model.get_token_ids(live)), weights)
            scores += bias
            live = parser.transition_states(live, scores)
        model.clear_memory()
        parser.set_annotations(docs, states)


def is_plain(component: Any) -> bool:
    """Whether a transition parser is greedy, with a layer of maxouts below and one above, and no class unseen."""
    model, cfg = component.model, component.cfg
    if cfg.get("beam_width") != 1 or model.name != "parser_model" or not model.attrs["has_upper"]:
        return False
    return not model.attrs["unseen_classes"] and model.get_ref("lower").get_dim("nP") == 2
