"""The tree of errors: everything that dipevents raises on purpose is a `DipeventsError`.

A text is never an error: any string parses. What can be wrong is a date given as publication day, a model that is not
installed, a report read back from JSON, or a file.
"""

from __future__ import annotations

__all__ = ["DataError", "DateError", "DipeventsError", "InputError", "ModelError"]


class DipeventsError(Exception):
    """Base of all errors that dipevents raises on purpose.

    Example:
        >>> try:
        ...     dipevents.parse("Kim arrived.", published="soon")
        ... except DipeventsError as error:
        ...     print(type(error).__name__)
        DateError
    """


class DateError(DipeventsError, ValueError):
    """A publication day or an EDTF string that is no date; also a window that ends before it begins.

    Example:
        >>> dipevents.EventDate.from_edtf("2023-02-30")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        dipevents.errors.DateError: '2023-02-30' is no date in EDTF: day ...
    """


class ModelError(DipeventsError, OSError):
    """A language model that is missing or cannot serve; the message names the command that installs it.

    It is raised when the first article is read, for models load on first use.
    """


class InputError(DipeventsError, ValueError):
    """A file or a value given from outside that cannot be used, with what was wrong and where.

    Example:
        >>> dipevents.chronology("2023")
        Traceback (most recent call last):
        dipevents.errors.InputError: events, reports or lists of them are needed, not str
    """


class DataError(DipeventsError, ValueError):
    """A record read back from a dict or from JSON that is no report; the message points at the place.

    Example:
        >>> dipevents.Report.from_json('{"schema": "dipevents.report/1", "text": 7}')
        Traceback (most recent call last):
        dipevents.errors.DataError: report.text: a string is needed, not 7
    """
