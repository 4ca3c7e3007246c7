"""Libraries that only some users need: imported when used, with an error that says how to install them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from dipevents.errors import DipeventsError

__all__ = ["MissingExtraError", "load_extra"]


class MissingExtraError(DipeventsError, ImportError):
    """A library that an export needs is not installed; the message has the command that installs it."""


def load_extra(module: str, extra: str | None) -> Any:
    """The module, which the extra installs, or which is to be installed by itself if no extra has it.

    Raises:
        MissingExtraError: If it is not installed.

    Example:
        >>> load_extra("no_such_library", "tables")
        Traceback (most recent call last):
        dipevents.export.extras.MissingExtraError: no_such_library is not installed: pip install "dipevents[tables]"
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module.partition(".")[0]:
            raise
        command = f'pip install "dipevents[{extra}]"' if extra else f"pip install {error.name}"
        message = f"{error.name} is not installed: {command}"
        raise MissingExtraError(message, name=error.name) from None
