from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Maduro warned Colombia of a harsh response to the raids.", "a harsh response to the raids"),
        ("China urged Japan to call off the drills, saying they were a provocation.", "to call off the drills"),
        ("Japan demanded that China free the men, calling it an outrage.", "China free the men"),
        ("The Kenyan minister said Chad must stop the raids, as talks went on in Lima.", "Chad must stop the raids"),
        ("Kenya threatened to close the strait, while Chad massed its troops.", "to close the strait"),
        ("Kenya said it would expel the envoy, accusing Chad of spying.", "it would expel the envoy"),
        ("Kenya said Chad would pay dearly, raising the stakes in a long feud.", "Chad would pay dearly"),
        ("Kenya threatened to close the strait, in the latest sign that the truce is over.", "to close the strait"),
    ],
)
def test_what_is_said_beside_it_is_no_part_of_a_warning(parser: Parser, text: str, about: str) -> None:
    (warning,) = parser.parse(text).warnings
    assert warning.about == about


def test_a_report_in_a_newspaper_may_be_denied(parser: Parser) -> None:
    text = "Chad's ministry denied a report in a local newspaper that Chad had given Kenya an ultimatum to leave."
    (warning,) = parser.parse(text).warnings
    assert (warning.status.value, [t.name for t in warning.targets]) == ("denied", ["Kenya"])


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


def test_a_report_hung_into_what_is_said_keeps_its_speaker(parser: Parser) -> None:
    text = "Egypt said Sudan should stop the flights and warned that the talks could fail."
    found = [(w.kind, [a.name for a in w.issuers]) for w in parser.parse(text).warnings]
    assert found == [(WarningKind.DEMAND, ["Egypt"]), (WarningKind.CAUTION, ["Egypt"])]


def test_warnings_of_two_persons_of_one_state_stay_apart(parser: Parser) -> None:
    text = (
        "The Chilean foreign minister, Luis Rey, urged Peru to free the pilot. "
        "The Chilean president, Ana Ruiz, urged Peru to free the pilot."
    )
    assert [w.issuers[0].name for w in parser.parse(text).warnings] == ["Luis Rey", "Ana Ruiz"]


def test_a_state_and_its_minister_give_one_warning(parser: Parser) -> None:
    text = "Chile urged Peru to free the pilot. The Chilean foreign minister, Luis Rey, urged Peru to free the pilot."
    (warning,) = parser.parse(text).warnings
    assert len(warning.evidence) == 2


def test_who_says_it_is_not_what_is_said(parser: Parser) -> None:
    text = "Hungary has threatened to veto the aid to Ukraine unless Kyiv lifts its ban, two diplomats said."
    (warning,) = parser.parse(text).warnings
    assert warning.about.startswith("to veto the aid")


def test_what_another_is_quoted_with_is_not_the_speakers_warning(parser: Parser) -> None:
    text = "The Danish minister, Ole Dahl, said that the Peruvian envoy, Ana Ruiz, says the plan is a danger."
    assert all(w.issuers[0].name != "Ole Dahl" for w in parser.parse(text).warnings)


def test_a_trigger_without_a_warning_is_explained() -> None:
    from dipevents.parser import Parser

    explaining = Parser(explain=True)
    assert not explaining.parse("Norway did not warn Russia.").warnings
    assert ("warning", "warn", "negated") in {(s.room, s.trigger.text, s.reason) for s in explaining.skipped}


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        # a role in the lead is who is first named and speaks behind it
        (
            "A senior UN official urged Chile to free the pilot. Ana Ruiz said the arrest had surprised everybody.",
            "Ana Ruiz",
        ),
        # an official who stays unnamed is nobody else
        (
            "A senior UN official urged Chile to free the pilot on condition of anonymity. Ana Ruiz said it was late.",
            "A senior UN official",
        ),
        # a role is the person who has it
        (
            "The rebel commander Idriss Mbaye met reporters in Sudan. The commander threatened to close the road.",
            "Idriss Mbaye",
        ),
        # "its council" speaks for the body
        (
            "The Arab League met in Cairo on Sunday. Its council called on Eritrea to withdraw from the island.",
            "Arab League",
        ),
    ],
)
def test_a_nameless_issuer_is_whom_the_article_names(parser: Parser, text: str, issuer: str) -> None:
    (warning,) = parser.parse(text).warnings
    assert [actor.name for actor in warning.issuers] == [issuer]


def test_neighbouring_sentences_of_one_speaker_are_one_warning(parser: Parser) -> None:
    text = (
        "The Chilean foreign minister, Luis Rey, said Peru should withdraw its troops. "
        "Luis Rey said Lima must free the pilot."
    )
    (warning,) = parser.parse(text).warnings
    assert len(warning.evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Kenya called on Chad to halt the raids and urged the European Union to suspend its talks.",
        "Kenya called on Chad to halt the raids and on the rebels to free two men.",
        "Kenya called on Chad to halt the raids, and on Peru to respect the truce.",
        "Kenya called on Chad to free two men. It wants the United Nations to open an investigation into the raids.",
    ],
)
def test_what_is_demanded_of_one_is_another_demand_than_that_of_another(parser: Parser, text: str) -> None:
    assert [len(w.targets) for w in parser.parse(text).warnings] == [1, 1]


def test_who_threatens_in_the_sentence_of_a_demand_threatens_whom_it_asks(parser: Parser) -> None:
    text = "The sailors' union demanded that Chad scrap the tax on Kenyan boats and threatened a strike."
    demand, threat = parser.parse(text).warnings
    assert (demand.targets, threat.kind) == (threat.targets, WarningKind.THREAT)


def test_an_item_of_a_round_up_is_of_the_state_that_labels_it(parser: Parser) -> None:
    text = (
        "Peru's army is silent. Its president left Lima.\n\nCHAD: The Foreign Ministry urged Lima to free the men.\n\n"
        "KENYA: King Kamau urged Peru not to strike."
    )
    assert [w.issuers[0].country for w in parser.parse(text).warnings] == ["TCD", "KEN"]


def test_an_item_of_a_round_up_is_not_aimed_at_that_before(parser: Parser) -> None:
    text = (
        "Crisis in Peru\n\nCHAD: The Chadian president sent a note. Chad did not take sides.\n\n"
        "KENYA: Foreign Minister Ole Kamau said Nairobi would not remain indifferent if Kenyans were harmed."
    )
    assert [w.targets for w in parser.parse(text).warnings] == [()]


def test_the_place_at_the_head_of_a_sentence_tells_whose_a_nameless_spokesman_is(parser: Parser) -> None:
    text = "In Ankara, a foreign ministry spokesman warned Greece that the drills could lead to war."
    (warning,) = parser.parse(text).warnings
    assert warning.issuers[0].country == "TUR"


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz, the Kenyan minister who flew in on Monday, urged Uganda to leave the island.",
        "The Kenyan minister, Ana Ruiz, arrived on Monday after urging Uganda to leave the island.",
        "Kenya voiced concern over the 3 May launch.",
    ],
)
def test_the_date_of_another_act_does_not_date_the_warning(parser: Parser, text: str) -> None:
    (warning,) = parser.parse(text, published="2024-05-09").warnings
    assert warning.when is None


def test_a_body_warns_on_the_day_on_which_it_meets(parser: Parser) -> None:
    text = "The Arab League, which met in Cairo on Monday, called on Uganda to leave the island."
    (warning,) = parser.parse(text, published="2024-05-09").warnings
    assert warning.when is not None
    assert warning.when.edtf == "2024-05-06"


def test_ministers_who_are_named_alone_are_of_the_state_that_speaks(parser: Parser) -> None:
    text = "“Ministers must end the sale of the ships,” the Danish senator, Ole Dahl, said."
    (warning,) = parser.parse(text).warnings
    assert [(target.name, target.country) for target in warning.targets] == [("Ministers", "DNK")]


@pytest.mark.parametrize(
    "text",
    [
        "Norway's general said his troops would stay and would shoot at anyone who came near.",
        "The Danish minister, Ole Dahl, vowed to loud applause that his men would hit back.",
        "Chad fired a rocket. Anyone who fires again will be shot, the Danish minister, Ole Dahl, said.",
        "Chile bought twelve jets. Peru's main union threatened to strike.",
    ],
)
def test_own_troops_listeners_and_whoever_are_no_target(parser: Parser, text: str) -> None:
    (warning,) = parser.parse(text).warnings
    assert warning.targets == ()


def test_the_other_side_of_the_story_is_the_target_where_nobody_is_named(parser: Parser) -> None:
    (warning,) = parser.parse("Chile suspended the water treaty in April. Peru threatened retaliation.").warnings
    assert [(target.name, target.country) for target in warning.targets] == [("Chile", "CHL")]


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Turkey on Tuesday gave Kurdish fighters 48 hours to leave Afrin.", "../2024-05-09"),
        ("Turkey warned the rebels on Monday to leave within ten days or face attack.", "../2024-05-16"),
        ("France gave Chad three days to free the hostages.", "../2024-05-12~"),
        ("France on Tuesday gave Chad's ambassador 48 hours to leave the country.", "../2024-05-09"),
        ("Kenya gives Chadian drivers until Friday to swap plates.", "../2024-05-10"),
        ("Germany pleaded with the government in Chad to put off the raid by 48 hours.", None),
        ("Rebels in Chad gave the government until Friday to free them.", "../2024-05-10"),
        ("The UN demanded that Iraq comply by noon on Friday.", "../2024-05-10"),
        ("The US set a Friday deadline for Belgrade to sign the accord.", "2024-05-10"),
        ("Chad issued a 48-hour ultimatum to Kenya to withdraw.", "../2024-05-11~"),
        ("Chad's ultimatum to Kenya expired on Tuesday.", "2024-05-07"),
        ("The ultimatum that Chad sent to Kenya expires on Tuesday.", "2024-05-14"),
        ("Kenya gave Chad 9999999 days to leave or face war.", None),
        ("Germany's chancellor warned that Chad could attack Kenya by 2029.", None),
        ("The US demanded that Belgrade sign the accord in days to come.", None),
        ("The US demanded that Belgrade sign the accord it gave five years of work.", None),
    ],
)
def test_a_deadline_is_counted_from_the_warning_or_about_from_its_report(
    parser: Parser, text: str, deadline: str | None
) -> None:
    (warning,) = parser.parse(text, published="2024-05-09").warnings
    assert (warning.deadline.edtf if warning.deadline else None) == deadline
    assert warning.when is None or warning.when.edtf < "2024-05-09"


def test_time_that_is_left_is_not_counted_without_a_day(parser: Parser) -> None:
    (warning,) = parser.parse("France gave Chad three days to free the hostages.").warnings
    assert warning.deadline is None


@pytest.mark.parametrize("condition", ["if the siege went on", "unless the siege was lifted"])
def test_a_condition_may_stand_behind_what_is_warned_of(parser: Parser, condition: str) -> None:
    (warning,) = parser.parse(f"Egypt warned of an explosion {condition}.").warnings
    assert warning.condition == condition
    assert warning.about == "an explosion"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Venezuela rejected Spain's ultimatum.", WarningStatus.ISSUED),
        ("Threats by Iran to close the strait have pushed up oil prices.", WarningStatus.ISSUED),
        ("Iran backed away from its threat to close the strait.", WarningStatus.RETRACTED),
    ],
)
def test_what_is_done_about_a_warning_leaves_no_doubt_that_there_was_one(
    parser: Parser, text: str, status: WarningStatus
) -> None:
    (warning,) = parser.parse(text).warnings
    assert warning.status is status


def test_a_condition_ends_where_what_is_said_ends(parser: Parser) -> None:
    text = "Chad will strike Kenya again if Ruiz rearms, its defence minister said on Sunday."
    (warning,) = parser.parse(text, published="2024-05-09").warnings
    assert warning.condition == "if Ruiz rearms"


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Chad warned Kenya of retaliation {}.", "should it close the bridge"),
        ("Chad warned Kenya of dire consequences {}.", "were it to close the bridge"),
        ("Chad will cut off aid to Kenya {}, its foreign minister warned.", "in case of a new coup"),
        ("Chad will hit back {}, the minister warned.", "in case Kenya attacks"),
        ("Chad warned Kenya of retaliation {}.", "in the event of an attack on its ships"),
        ("{}, Chad will impose sanctions on Kenya, the minister warned.", "Absent a deal"),
        ("{}, Chad will impose sanctions on Kenya, the minister warned.", "Barring a last-minute deal"),
        ("Chad said it would resume strikes on Kenya {}.", "as soon as the truce lapses"),
        ("Chad threatened to quit the talks {}.", "as long as Kenya held the hostages"),
        ("{}, Chad will block its ports, the premier warned.", "Unless and until Kenya frees the crew"),
        ("Chad warned that it would strike {}.", "the moment Kenya crossed the line"),
        ("Chad said earlier in the day that it would strike Kenya {}.", None),
        ("Chad said the day before that it would strike Kenya {}.", None),
        ("Chad threatened to strike Kenya {}.", None),
        ("Chad attacked its neighbour for {}, and threatened to strike Kenya.", None),
    ],
)
def test_a_condition_has_many_openings(parser: Parser, text: str, condition: str | None) -> None:
    words = condition or ("failing to pay" if "for {}" in text else "once again")
    (warning,) = parser.parse(text.format(words)).warnings
    assert warning.condition == condition


@pytest.mark.parametrize("sender", ["U.N. special", "special"])
def test_an_envoy_for_a_state_is_none_of_its_own(parser: Parser, sender: str) -> None:
    (warning,) = parser.parse(f"The {sender} envoy for Syria warned that war could break out.").warnings
    assert warning.issuers[0].country is None


def test_a_distance_of_something_else_is_none_from_which_a_warning_counts(parser: Parser) -> None:
    text = "Holt took office on Monday, two days after the vote, as the UN threatened sanctions."
    (warning,) = parser.parse(text, published="2024-05-14").warnings
    assert warning.when is not None
    assert warning.when.edtf == "2024-05-13"


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("Papers released on Monday show that Norway had warned Chad of war.", None),
        ("In a statement released on Monday, Norway warned Chad of war.", "2024-05-13"),
    ],
)
def test_papers_that_come_out_date_nothing_that_they_tell(parser: Parser, sentence: str, when: str | None) -> None:
    (warning,) = parser.parse(sentence, published="2024-05-15").warnings
    assert (warning.when.edtf if warning.when else None) == when
