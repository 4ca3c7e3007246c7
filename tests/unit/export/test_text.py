"""What the terminal says of an event in one line."""

from __future__ import annotations

import pytest

from dipevents.export.text import headline
from dipevents.models.warning import Warning, WarningKind, WarningStatus


@pytest.mark.parametrize(
    ("status", "label"),
    [
        (WarningStatus.ISSUED, "threat"),
        (WarningStatus.POSSIBLE, "threat, possible"),
        (WarningStatus.RETRACTED, "threat, retracted"),
        (WarningStatus.DENIED, "threat, denied"),
    ],
)
def test_a_warning_that_was_not_simply_issued_says_so(status: WarningStatus, label: str) -> None:
    assert headline(Warning(kind=WarningKind.THREAT, about="war", status=status))[1] == label
