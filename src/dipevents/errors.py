"""The tree of errors: everything that dipevents raises on purpose is a `DipeventsError`.

A text is never an error: any string parses. What can be wrong is a date given as publication day, a model that is not
installed, a report read back from JSON, or a file.
"""

from __future__ import annotations

__all__ = ["DataError", "DateError", "DipeventsError", "InputError", "ModelError"]


class DipeventsError(Exception):
    """Base of all errors that dipevents raises on purpose."""


class DateError(DipeventsError, ValueError):
    """A publication day or an EDTF string that is no date."""


class ModelError(DipeventsError, OSError):
    """A language model that is missing or cannot serve; the message names the command that installs it."""


class InputError(DipeventsError, ValueError):
    """A file or a value given from outside that cannot be used, with what was wrong and where."""


class DataError(DipeventsError, ValueError):
    """A record read back from a dict or from JSON that is no report; the message points at the place."""
