"""A warning is the same by verb, passive, participle, noun or light verb; no tense or denial makes another of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents import Parser

ISSUERS = ("Laos", "Laotian President Kham Vong", "the Laotian government", "Laotian rebels")
FORMS = {
    "threat": (
        "{0} threatened to shell Chile.",
        "{0} threatened Chile with sanctions.",
        "{0} threatened sanctions against Chile.",
        "Chile was threatened with sanctions by {0}.",
        "{0} issued a threat to shell Chile.",
        "{0} renewed a threat to shell Chile.",
        "{1} threat to shell Chile alarmed nobody.",
        "A threat by {0} to shell Chile alarmed nobody.",
        "The threat from {0} to shell Chile is grave.",
        "Threatening to shell Chile, {0} went home.",
        "{0} vowed to retaliate against Chile.",
        "{0} went so far as to threaten to shell Chile.",
    ),
    "caution": (
        "{0} warned Chile that the raids could lead to war.",
        "Chile was warned by {0} that the raids could lead to war.",
        "{0} issued a warning to Chile that the raids could lead to war.",
        "{0} gave Chile a warning that the raids could lead to war.",
        "Warning Chile that the raids could lead to war, {0} went home.",
        "Chile received a warning from {0} over the raids.",
        "{0} sent Chile a stern warning over the raids.",
    ),
    "demand": (
        "{0} demanded that Chile release the crew.",
        "{0} called on Chile to release the crew.",
        "Chile was urged by {0} to release the crew.",
        "{1} call on Chile to release the crew went unheard.",
        "A call by {0} on Chile to release the crew went unheard.",
        "A demand from {0} that Chile release the crew went unheard.",
        "Urging Chile to release the crew, {0} went home.",
        "Chile is under pressure from {0} to release the crew.",
        "{0} put pressure on Chile to release the crew.",
    ),
    "concern": (
        "{0} voiced concern over Chile's missile tests.",
        "{0} expressed alarm at Chile's missile tests.",
        "Voicing concern over Chile's missile tests, {0} went home.",
    ),
}
"""Constructions of each kind, with the issuer as subject or agent, or as the owner of a noun."""
WORDS = (
    ("threaten to shell Chile", "threatened to shell Chile", "threatening to shell Chile", "threat to shell Chile"),
    (
        "warn Chile that the raids could lead to war",
        "warned Chile that the raids could lead to war",
        "warning Chile that the raids could lead to war",
        "warning to Chile that the raids could lead to war",
    ),
    (
        "urge Chile to release the crew",
        "urged Chile to release the crew",
        "urging Chile to release the crew",
        "call on Chile to release the crew",
    ),
)
STATUSES = {
    "issued": (
        "Laos has {1}.",
        "Laos did not hesitate to {0}.",
        "Laos not only {1} but recalled two envoys.",
        "Laos repeated its {3}.",
        "Laos stood by its {3}.",
        "Laos left after {2}.",
    ),
    "denied": ("Laos denied that it had {1}.", "Laos denied {2}."),
    "retracted": ("Laos withdrew its {3}.", "Laos backed down from its {3}.", "Laos took back its {3}."),
    "": (
        "Laos has not {1}.",
        "Laos has never {1}.",
        "Laos said it was not {2}.",
        "Laos stopped short of {2}.",
        "Laos refused to {0}.",
        "Laos had no intention of {2}.",
        "Laos has yet to {0}.",
        "Instead of {2}, Laos offered talks.",
        "Nobody believes that Laos will {0}.",
        "Has Laos {1}?",
    ),
}
"""What becomes of the status; nothing is told by those of the last row."""


@pytest.mark.parametrize("issuer", ISSUERS)
@pytest.mark.parametrize("kind", FORMS)
def test_a_warning_is_the_same_in_any_form(parser: Parser, kind: str, issuer: str) -> None:
    owner = f"{issuer}'" if issuer.endswith("rebels") else f"{issuer}'s"
    for form in FORMS[kind]:
        text = form.format(issuer, owner)
        (found,) = parser.parse(text[:1].upper() + text[1:]).warnings
        assert found.kind.value == kind, text
        assert [a.country for a in found.issuers] == ["LAO"], text
        assert [a.country for a in found.targets] == ["CHL"], text


@pytest.mark.parametrize("status", STATUSES)
def test_tense_and_denial_tell_the_status_alone(parser: Parser, status: str) -> None:
    for frame in STATUSES[status]:
        for words in WORDS:
            text = frame.format(*words)
            found = parser.parse(text).warnings
            assert [w.status.value for w in found] == ([status] if status else []), text
            assert all([a.country for a in w.targets] == ["CHL"] for w in found), text
