"""The fuzzers' targets and corpus in the ordinary suite: every kept input, and what Hypothesis makes of them."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings, strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FUZZ = Path(__file__).parents[2] / "fuzz"


def load_targets() -> Mapping[str, Callable[[bytes], None]]:
    spec = importlib.util.spec_from_file_location("fuzz_targets", FUZZ / "targets.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    targets: Mapping[str, Callable[[bytes], None]] = module.TARGETS
    return targets


TARGETS = load_targets()
CORPUS = sorted((FUZZ / "corpus").glob("*/*"))
WORDS = [
    line[1:-1].encode("ascii").decode("unicode_escape").encode("latin-1")
    for line in (FUZZ / "words.dict").read_text(encoding="ascii").splitlines()
    if line.startswith('"')
]


def mixtures(target: str) -> st.SearchStrategy[bytes]:
    """Pieces of the corpus, words of the dictionary and bytes of any kind, one after the other."""
    kept = [path.read_bytes() for path in CORPUS if path.parent.name == target]
    pieces = st.tuples(st.sampled_from(kept), st.integers(0, 200), st.integers(0, 200)).map(
        lambda p: p[0][p[1] : p[1] + p[2]]
    )
    return st.lists(pieces | st.sampled_from(WORDS) | st.binary(max_size=4), max_size=10).map(b"".join)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_input_of_the_corpus_is_lawful(path: Path) -> None:
    if path.parent.name in {"json", "edits"}:
        pytest.importorskip("networkx", reason="comes with the extra test")
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize(
    ("target", "examples"), [("dates", 150), ("quotes", 200), ("parse", 60), ("json", 100), ("edits", 100)]
)
def test_mixtures_of_the_corpus_are_lawful(target: str, examples: int) -> None:
    if target in {"json", "edits"}:
        pytest.importorskip("networkx", reason="comes with the extra test")

    @settings(max_examples=examples, deadline=None, database=None)
    @given(mixtures(target))
    def lawful(data: bytes) -> None:
        TARGETS[target](data)

    lawful()
