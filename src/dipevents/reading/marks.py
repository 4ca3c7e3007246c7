"""Marks of web pages that a text has kept, and letters that a wrong encoding broke: it is read as if it had none.

<p>Kos flew to <b>Lima</b>.</p>      tags; those of paragraphs, lists and tables part lines
Peru&#8217;s AT&amp;T                  characters by their names or numbers
Peruâ€™s cafÃ©                         UTF-8 that was taken for Windows-1252
Peru=E2=80=99s, Li=¶ma                UTF-8 and lines as mail is sent
landed in Lima https://a.example/b   addresses of pages, also in brackets

What is read has other offsets than the text as it was given; `Marked.restored` gives records those of the text.
"""

from __future__ import annotations

import dataclasses
import html
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from dipevents.errors import InputError
from dipevents.models.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Marked", "text_of", "without_marks"]

T = TypeVar("T")

_BLOCKS = (
    "address|article|aside|blockquote|body|br|caption|div|dd|dl|dt|figcaption|figure|footer|form|h[1-6]|head|header|hr|"
    "html|iframe|img|li|main|nav|ol|p|picture|pre|script|section|source|style|table|tbody|td|tfoot|th|thead|title|tr|ul|"
    "video"
)
_INLINE = "a|abbr|b|big|cite|code|em|font|i|ins|label|mark|q|s|small|span|strong|sub|sup|time|u"
_OPENING = r"https?://|www\.|pic\.twitter\.com/"
_MARK = re.compile(
    rf"<(?:script|style)\b[^<>]{{0,2000}}>[^<]{{0,20000}}(?=</)|</?(?:{_BLOCKS})(?=[\s/>])[^<>]{{0,2000}}>|<!--[^>]{{0,2000}}>"
    rf"|(?P<inline><sup\b[^<>]{{0,200}}>[\s\[\]\d,]{{1,12}}</sup>|</?(?:{_INLINE})(?=[\s/>])[^<>]{{0,2000}}>)"
    r"|(?P<letter>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<broken>â€[\x80-\xbf™œžšŸ˜“”¦¢¡–—•]|â€(?=[\s.,;)]|$)|Ã[\xa0-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ˜™š›œžŸ]|Â[\xa0-\xbf])"
    r"|(?P<soft>=\r?\n)|(?P<sent>(?:=[0-9A-F]{2}){2,4})"
    rf"|(?P<address>(?<![ \t])[ \t]*\((?:{_OPENING})[^\s()]{{1,2000}}\)"
    rf"|(?<![ \t])[ \t]+(?:{_OPENING})[^\s<>()\"”\]]{{0,2000}}[^\s<>()\"”\].,;:!?])",
)
"""Tags in small letters alone: "Conoco <DD>" is how a company is listed."""
_SIGNS = ("<", "&", "â€", "Ã", "Â", "=", "://", "www.", "pic.twitter.com/")


class _Change(NamedTuple):
    """A stretch of the text as given, and what is read for it: from `at` on, `length` characters."""

    start: int
    end: int
    at: int
    length: int


class Marked:
    """A text as it was given, beside what is read of it.

    Args:
        given: The text as it was given.
        changes: Where what is read differs from it, in text order.
    """

    def __init__(self, given: str, changes: Sequence[_Change]) -> None:
        self.given = given
        self._changes = changes
        self._begins = [change.at for change in changes]

    def restored(self, value: T) -> T:
        """A record, or a tuple of them, that quotes the text as it was given."""
        return cast("T", self._restored(value, {}))

    def _restored(self, value: Any, done: dict[int, Any]) -> Any:
        """The same; `done` holds the records that were met before, by identity: the same actor takes part in many."""
        if isinstance(value, tuple):
            return tuple([self._restored(v, done) for v in value])
        if not dataclasses.is_dataclass(value) or isinstance(value, type):
            return value
        if id(value) not in done:
            if isinstance(value, Evidence):
                new: Any = Evidence.of(self.given, self._start(value.start), self._end(value.end))
            else:
                fields = (f.name for f in dataclasses.fields(value) if f.init)
                parts = {name: self._restored(getattr(value, name), done) for name in fields}
                if "start" in parts and "text" in parts:  # a stretch that is no evidence: a date that is mentioned
                    parts["start"], parts["end"] = self._start(parts["start"]), self._end(parts["end"])
                    parts["text"] = self.given[parts["start"] : parts["end"]]
                new = dataclasses.replace(value, **parts)
            done[id(value)] = value, new  # kept, so that no other record gets its id
        return done[id(value)][1]

    def _start(self, offset: int) -> int:
        change = self._before(offset)
        if change is None:
            return offset
        inside = offset < change.at + change.length
        return change.start if inside else change.end + offset - change.at - change.length

    def _end(self, offset: int) -> int:
        """Where a stretch ends whose last character stands before an offset."""
        change = self._before(offset - 1)
        if change is None:
            return offset
        inside = offset - 1 < change.at + change.length
        return change.end if inside else change.end + offset - change.at - change.length

    def _before(self, offset: int) -> _Change | None:
        """The last change that begins at an offset or before it."""
        at = bisect_right(self._begins, offset) - 1
        return self._changes[at] if at >= 0 else None


def text_of(given: object) -> str:
    """What is given, if it is a string.

    Raises:
        InputError: If it is none.

    Example:
        >>> text_of(b"Kim came.")
        Traceback (most recent call last):
        dipevents.errors.InputError: the text of an article is a string, not bytes: decode them first
    """
    if isinstance(given, str):
        return given
    told = "bytes: decode them first" if isinstance(given, bytes | bytearray) else type(given).__name__
    raise InputError(f"the text of an article is a string, not {told}")


def without_marks(text: str) -> tuple[str, Marked | None]:
    """What is to be read of a text, and what leads back to it; None where they are the same.

    Example:
        >>> without_marks("<p>Peru&#8217;s <b>navy</b></p>")[0].strip(), without_marks("1 < 2, A&B")[1]
        ('Peru’s navy', None)
    """
    if not any(sign in text for sign in _SIGNS):
        return text, None
    pieces, changes, done, length = list[str](), list[_Change](), 0, 0
    for found in _MARK.finditer(text):
        new = _read(found)
        if new == found[0]:
            continue
        pieces += text[done : found.start()], new
        length += found.start() - done
        changes.append(_Change(*found.span(), length, len(new)))
        done, length = found.end(), length + len(new)
    return ("".join((*pieces, text[done:])), Marked(text, changes)) if changes else (text, None)


def _read(found: re.Match[str]) -> str:
    if found["inline"] or found["soft"] or found["address"]:
        return ""
    if found["letter"]:
        return html.unescape(found[0])
    if found["broken"] or found["sent"]:
        try:
            sent = found[0].replace("=", " ") if found["sent"] else None
            return (bytes.fromhex(sent) if sent else b"".join(map(_byte, found[0]))).decode()
        except ValueError:
            return "”" if found[0] == "â€" else found[0]  # its last byte is no letter, and was dropped
    return "\n\n"


def _byte(letter: str) -> bytes:
    """The byte that Windows-1252 makes a letter of, or Latin-1 where it makes none."""
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")
