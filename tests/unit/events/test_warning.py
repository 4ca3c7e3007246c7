from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.models.warning import WarningKind, WarningStatus

if TYPE_CHECKING:
    from dipevents.parser import Parser


def test_condition_and_deadline_are_fields(parser: Parser) -> None:
    text = "Kenya warned on Monday that it would close the border by 1 June if Uganda kept its troops there."
    (warning,) = parser.parse(text, published="2024-05-09").warnings
    assert warning.kind is WarningKind.THREAT
    assert warning.condition == "if Uganda kept its troops there"
    assert warning.deadline is not None
    assert warning.deadline.edtf == "../2024-06-01"
    assert warning.when is not None
    assert warning.when.edtf == "2024-05-06"


def test_one_warning_told_twice_is_one_object_with_both_sentences(parser: Parser) -> None:
    text = (
        "Kenya threatens to close border with Uganda\n\n"
        "Kenya threatened on Monday to close its border with Uganda. The rains came late this year."
    )
    (warning,) = parser.parse(text, published="2024-05-09").warnings
    assert len(warning.evidence) == 2


def test_warnings_of_different_kinds_stay_apart(parser: Parser) -> None:
    text = "Kenya urged Uganda to leave the island. Kenya is concerned about the arrests."
    kinds = [w.kind for w in parser.parse(text).warnings]
    assert kinds == [WarningKind.DEMAND, WarningKind.CONCERN]


def test_a_warning_taken_back_says_so(parser: Parser) -> None:
    (warning,) = parser.parse("Kenya withdrew its threat to close the border.").warnings
    assert warning.status is WarningStatus.RETRACTED


def test_a_denied_warning_is_kept_as_denied(parser: Parser) -> None:
    (warning,) = parser.parse("Cuba denied that it had threatened to expel the Mexican envoys.").warnings
    assert warning.status is WarningStatus.DENIED


def test_a_date_in_what_is_said_does_not_date_the_warning(parser: Parser) -> None:
    text = "Kenya demanded that Uganda respect the treaty of 1972."
    (warning,) = parser.parse(text, published="2024-05-09").warnings
    assert warning.when is None


def test_a_document_speaks_for_its_author(parser: Parser) -> None:
    text = "Amnesty International published a report on Monday. A report by Norway urged Chad to free the monks."
    (warning,) = parser.parse(text, published="2024-05-09").warnings
    assert [actor.name for actor in warning.issuers] == ["Norway"]


def test_a_trigger_without_a_warning_is_explained() -> None:
    from dipevents.parser import Parser

    explaining = Parser(explain=True)
    assert not explaining.parse("Norway did not warn Russia.").warnings
    assert ("warning", "warn", "negated") in {(s.room, s.trigger.text, s.reason) for s in explaining.skipped}
