"""When a warning is voiced: not when what it is about, or what is told beside it, happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents.parser import Parser


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Norway warned Peru on Monday that it would close the port.", "2024-05-13"),
        ("Norway warned the government in Lima last week that it would close the port.", "2024-05-06/2024-05-12"),
        ("Norway will warn Peru at talks later this month that it will close the port.", "2024-05"),
        ("Norway's Foreign Minister Lars Holm voiced concern on Monday over the raid of May 3.", "2024-05-13"),
        ("On Monday, when Norway warned Peru that it would close the port, shares fell.", "2024-05-13"),
        ("It echoed remarks made on Monday by Norwegian Minister Lars Holm, who warned Peru of war.", "2024-05-13"),
        ("Norway has given Peru two days to yield or face war. The ultimatum was delivered on Monday.", "2024-05-13"),
        ("Norway has given Peru two days to yield or face war. The ultimatum ends on Thursday.", None),
        ('Norwegian President Lars Holm told Peru to "get out or else" on Monday.', "2024-05-13"),
        ("Norway warned Peru that its package in June must be big.", None),
        ("Norway remains concerned about the port despite last week's decision by Peru to sell it.", None),
        ("Norway's Foreign Minister Lars Holm condemned last Friday's raid and warned Peru against another.", None),
        ("Norway's Foreign Minister Lars Holm warned of war if Peru answers the raid in Quito on Monday.", None),
        ("A ship which Oslo had threatened to seize left Lima on Monday.", None),
        ("Norway's Foreign Minister Lars Holm, who warned Peru of war, arrived in Quito on Monday.", None),
        ("Norway threatened a wave of raids from Monday unless Peru yielded.", None),
        ("Norway said the shelling of a village on Monday was a crime and demanded an apology from Peru.", None),
        ("Norway said its troops had left the port in March and warned Peru that it would strike back.", None),
        ("Norway said on Monday its troops had left and warned Peru that it would strike back.", "2024-05-13"),
        ("In a statement on Monday Norway said it was a crime and demanded an apology from Peru.", "2024-05-13"),
    ],
)
def test_a_warning_has_the_date_of_its_words(parser: Parser, text: str, when: str | None) -> None:
    (warning,) = parser.parse(text, published="2024-05-15").warnings
    assert (warning.when.edtf if warning.when else None) == when
