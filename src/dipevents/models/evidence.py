"""The exact words of an article that prove something, and where they stand."""

from __future__ import annotations

from dipevents.models.record import Words, record, trusted

__all__ = ["Evidence"]


@record
class Evidence:
    """A stretch of the article, quoted: `article[start:end] == text`.

    Attributes:
        start: Offset of the first character, counted in code points from 0.
        end: Offset behind the last character (exclusive).
        text: The words themselves, letter for letter.

    Raises:
        pydantic.ValidationError: If the offsets are negative, empty or do not have the length of the words.

    Example:
        >>> article = "Kim arrived on Tuesday."
        >>> quote = Evidence(start=0, end=3, text="Kim")
        >>> article[quote.start:quote.end] == quote.text
        True
    """

    start: int
    end: int
    text: Words

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"evidence [{self.start}:{self.end}] does not fit its {len(self.text)} characters of text")

    @classmethod
    def of(cls, article: str, start: int, end: int) -> Evidence:
        """Quotes `article[start:end]`.

        Example:
            >>> Evidence.of("Kim arrived.", 0, 3)
            Evidence(start=0, end=3, text='Kim')
        """
        text = article[start:end]
        if start >= 0 and text and end - start == len(text):
            return trusted(cls, start=start, end=end, text=text)
        return cls(start=start, end=end, text=text)

    def overlaps(self, other: Evidence) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end
