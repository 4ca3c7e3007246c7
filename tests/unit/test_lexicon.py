from __future__ import annotations

from dipevents import lexicon
from dipevents.lexicon import Remembered


def test_each_word_is_asked_once_and_memory_stays_flat(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(lexicon, "KEPT", 3)
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Remembered(length)
    assert [lengths[word] for word in ("a", "bb", "a", "ccc", "bb")] == [1, 2, 1, 3, 2]
    assert asked == ["a", "bb", "ccc"]
    assert lengths["dddd"] == 4
    assert len(lengths) == 1
