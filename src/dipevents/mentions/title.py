"""An office or a trade that the words beside a person's name give him."""

from __future__ import annotations

from dataclasses import dataclass

from dipevents.mentions.words import Name, is_capital, office_of, shared_role
from dipevents.reading.sentence import Word

__all__ = ["Title"]


@dataclass(frozen=True, slots=True)
class Title:
    """What the words beside a person's name tell.

    Attributes:
        first: First word of the role.
        last: Last word of the role.
        noun: The office or trade ("minister").
        belonging: Names that tell whose office it is: adjectives, owners, of-phrases; in text order.
        placing: Names behind "in", "at", "with", "from".
        topics: Names of states and places behind "for", "to" and "on".
        owner: The word that owns the office without naming it ("its", "country's"), or None.
        former: Whether the office is a past one.
        shared: Whether the noun is a plural that several share ("Senators Kowal and Hora").
    """

    first: Word
    last: Word
    noun: Word
    belonging: tuple[Name, ...]
    placing: tuple[Name, ...]
    topics: tuple[Name, ...]
    owner: Word | None
    former: bool
    shared: bool = False

    @property
    def role(self) -> str:
        """The role words with single blanks, as one person holds it."""
        text, base = self.first.sentence.text, self.first.sentence.start
        if not self.shared:
            return " ".join(text[self.first.start - base : self.last.end - base].split())
        before, behind = text[self.first.start - base : self.noun.start - base], text[self.noun.end - base :]
        own = self.noun.text[:-1] if self.noun.text[:-1].isupper() else self.office
        own = own.capitalize() if own.islower() and is_capital(self.noun) else own
        return " ".join((before + own + behind[: self.last.end - self.noun.end]).split())

    @property
    def office(self) -> str:
        """The office or trade in the singular and in lower case."""
        return (shared_role(self.noun) if self.shared else None) or office_of(self.noun)
