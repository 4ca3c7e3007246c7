from __future__ import annotations

import pytest

from dipevents.mentions.dates.tense import direction


@pytest.mark.parametrize(
    ("left", "right", "sign"),
    [
        ("The minister will arrive on ", ".", 1),
        ("The summit will be held on ", ".", 1),
        ("The summit was held on ", ".", -1),
        ("The envoy is to visit Oslo on ", ".", 1),
        ("The envoy is coming to Oslo on ", ".", 1),
        ("The envoy arrives in Oslo on ", ".", 1),
        ("The talks, scheduled for ", ", are off", 1),
        ("He said on ", " that he will go", -1),
        ("Officials who on ", " will meet said so", 1),
        ("On ", " the president will speak", 1),
        ("On ", " the president spoke", -1),
        ("It will tour the disputed region on ", ".", 1),
        ("Theresa May flew to Oslo on ", ".", -1),
        ("In May he flew to Oslo on ", ".", -1),
        ("Ruiz may fly to Oslo on ", ".", 1),
        ("The price of oil in ", " of that sort", 0),
        ("The ministers land in Oslo on ", ".", 1),
        ("Ana Ruiz and Minister Jan Kos go to Oslo on ", ".", 1),
        ("The king is paying a visit to Oslo on ", ".", 1),
        ("The king did not leave Oslo on ", ".", -1),
        ("They opposed the Ruiz visit on ", ".", -1),
    ],
)
def test_the_nearest_verb_says_whether_the_clause_is_ahead(left: str, right: str, sign: int) -> None:
    found = direction(left, right)
    assert (found > 0) - (found < 0) == sign
