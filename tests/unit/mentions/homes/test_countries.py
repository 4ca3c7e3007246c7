from __future__ import annotations

import pytest

from dipevents import find_actors, parse


def countries(text: str) -> dict[str, tuple[str | None, bool]]:
    return {a.name: (a.country, a.country_guessed) for a in find_actors(text, published="2024-05-09")}


def test_a_country_that_the_words_tell_is_no_guess() -> None:
    assert countries("Norwegian Foreign Minister Ola Lie spoke.")["Ola Lie"] == ("NOR", False)


def test_an_office_of_the_place_that_the_article_is_written_in_is_a_guess() -> None:
    text = "OSLO, May 9 -- Norway will wait. Finance Minister Ola Lie said that there was no hurry."
    assert countries(text)["Ola Lie"] == ("NOR", True)


def test_a_traveller_is_not_at_home_where_he_arrives() -> None:
    text = "South Korea and Japan will talk. Vice Foreign Minister Kim Hong-su arrived in Tokyo on Monday."
    assert countries(text)["Kim Hong-su"][0] == "KOR"


def test_who_goes_to_the_only_state_that_is_named_is_of_none() -> None:
    assert countries("Business Secretary Greg Hill has gone to France for talks on the deal.")["Greg Hill"][0] is None


def test_a_dateline_holds_until_the_next() -> None:
    text = (
        "HELSINKI, May 9 -- Snow fell.\n\nThe ministry waited, Finance Minister Pekka Laine said.\n\n"
        "OSLO, May 9 -- Rain fell.\n\nThe ministry waited, Finance Minister Ola Lie said."
    )
    found = countries(text)
    assert (found["Pekka Laine"][0], found["Ola Lie"][0]) == ("FIN", "NOR")


def test_nothing_points_to_a_country() -> None:
    assert countries("“It will rain,” said Xavier Quill.")["Xavier Quill"] == (None, False)


def test_who_serves_many_states_is_of_none() -> None:
    found = countries("Antonio Guterres flew to Oslo. Ola Lie, a senior adviser at Amnesty International, met him.")
    assert (found["Antonio Guterres"][0], found["Ola Lie"][0]) == (None, None)


def test_a_minister_whom_one_calls_a_politician_of_a_union_keeps_his_state() -> None:
    found = countries("Norwegians wait. Prime Minister Ola Lie of Norway spoke. Lie is a European Union politician.")
    assert found["Ola Lie"][0] == "NOR"


def test_a_name_that_two_states_share_is_of_the_one_that_is_named_in_full() -> None:
    text = "Korean troops are on the move. {} will hold a drill, General Pak Il-su said."
    assert {a.country for a in find_actors(text.format("North Korea"))} == {"PRK"}
    assert {a.country for a in find_actors(text.format("Seoul"))} == {"KOR"}
    both = find_actors("Congolese troops left Brazzaville for the Democratic Republic of the Congo.")
    assert {a.country for a in both} == {"COD", "COG"}


def test_a_body_that_a_city_owns_is_of_its_state() -> None:
    found = countries("Norway waits. Riga's Vidus Institute and a scholar of Ankara's Tepe University spoke.")
    assert (found["Vidus Institute"], found["Tepe University"]) == (("LVA", False), ("TUR", False))


def test_who_says_what_a_state_does_is_of_that_state() -> None:
    text = "OSLO. Norway may bar Chadian gas, Energy Minister Pa Li said."
    assert countries(text)["Pa Li"] == ("NOR", True)


def test_the_host_is_of_another_state_than_the_guest() -> None:
    text = "Polish Defence Minister Jan Kos flew to Kenya and thanked his host, James Otieno."
    assert countries(text)["James Otieno"][0] in {"KEN", None}


def test_a_company_is_of_its_own_state_whoever_buys_from_it() -> None:
    found = countries("Vienna signed for helicopters. Austria ordered them from Leonardo, and radios from Thales.")
    assert (found["Leonardo"], found["Thales"]) == (("ITA", False), ("FRA", False))


def test_a_state_that_is_only_blamed_dealt_with_or_left_is_not_that_of_the_office() -> None:
    found = countries("Chad blamed Norway and Peru for the murder of leader Ada Holt. It spoke.")
    assert found["Ada Holt"] != ("PER", False)
    found = countries(
        "Russia's Peru envoy, Ivan Orlov, met Lima. Its Kenya director, Jan Kos, a man of Irish descent, left."
    )
    assert found["Ivan Orlov"][0] == "RUS"
    assert found["Jan Kos"][0] not in {"KEN", "IRL"}


def test_a_party_and_a_state_of_the_us_behind_a_name_tell_its_country() -> None:
    found = countries("Peru will wait, Peru's deal with Lima failed, said Ada Holt, R-Iowa, and Jan Kowal (D-N.Y.).")
    assert (found["Ada Holt"], found["Jan Kowal"]) == (("USA", False), ("USA", False))


def test_whom_a_letter_reaches_from_a_state_is_not_of_it() -> None:
    found = countries("President Ola Lie of Norway waits. A letter to Lie from Chad's rebels came.")
    assert found["Ola Lie"] == ("NOR", False)


def test_who_judges_a_state_from_outside_need_not_be_of_it() -> None:
    told = "OSLO, May 4 -- Norway has sent frigates to Chad. Norway's navy will stay. {} said it would not help."
    assert countries(told.format("Defence Minister Ada Quill"))["Ada Quill"] == ("NOR", True)
    found = countries(told.format("Ada Quill, a fellow at the Meridian Institute,"))
    assert (found["Ada Quill"], found["Meridian Institute"]) == ((None, False), (None, False))
    assert countries(told.format("Economist Ada Quill"))["Ada Quill"] == (None, False)
    assert countries(told.format("The Norwegian economist Ada Quill"))["Ada Quill"] == ("NOR", False)


def test_a_people_behind_a_name_tells_its_state() -> None:
    found = countries(
        "Ola Nils, 54, a Chadian-born Norwegian, left. Ana Ruiz, a Peruvian, won. Jan Kos, a Polish Catholic, lost."
    )
    assert [found[name][0] for name in ("Ola Nils", "Ana Ruiz", "Jan Kos")] == ["NOR", "PER", None]


def test_a_state_sends_its_own() -> None:
    found = countries(
        "Chile sent an observer, Consul General Ana Ruiz. Japan dispatched special envoy Taro Abeko to Lima. "
        "Peru sent the captive Juan Soto home."
    )
    assert found["Ana Ruiz"] == ("CHL", False)
    assert found["Taro Abeko"] == ("JPN", False)
    assert found["Juan Soto"] != ("PER", False)


def test_who_serves_a_body_of_many_states_is_of_none() -> None:
    lead = "LIMA, May 4 -- Peru's harvest failed. Peru waits. "
    fund = "The International Monetary Fund, whose mission chief Ada Quill left on Monday, will not lend to Peru."
    food = "The World Food Programme asked for money. The agency's regional director, Ada Quill, said Peru was hungry."
    ours = "Peru's food agency asked for money. The agency's regional director, Ada Quill, said Peru was hungry."
    assert [countries(lead + said)["Ada Quill"][0] for said in (fund, food, ours)] == [None, None, "PER"]


def test_an_office_that_opens_an_article_is_of_who_is_named_next() -> None:
    lead = "OSLO, May 4 -- Peru's foreign minister flew to Norway. "
    assert countries(lead + "Juan Soto was received in Oslo.")["Juan Soto"] == ("PER", False)
    assert countries(lead + "Juan Soto, a farmer, saw him.")["Juan Soto"] != ("PER", False)
    assert countries(lead + "Analyst Juan Soto saw him.")["Juan Soto"] != ("PER", False)


def test_who_is_described_by_a_noun_that_a_body_only_qualifies_is_a_person() -> None:
    found = find_actors("Hlobi Steenkamp, the military analyst, dismisses the fuss.")
    assert [a.name for a in found if a.kind == "person"] == ["Hlobi Steenkamp"]


def test_a_rank_of_a_service_is_no_body_and_a_street_is_no_person() -> None:
    found = find_actors(
        "“It is late,” said the force's spokesman, Navy Capt. Roger Thale. He walked down Peace Boulevard. Igad met."
    )
    assert {a.name: a.kind.value for a in found} == {"Roger Thale": "person", "Igad": "igo"}


def test_a_known_name_within_that_of_another_body_does_not_place_it() -> None:
    found = countries("The Liberation Front and Memorial University spoke. The United Self-Defence Forces said no.")
    assert {country for country, _ in found.values()} == {None}
    found = countries("Gazprom Bank and the Hezbollah Brigades spoke. Ada Quill of the University of Warwick said no.")
    assert {found[name][0] for name in found} == {"RUS", "LBN", "GBR"}


def test_an_office_is_of_the_state_that_its_paragraph_is_about() -> None:
    text = (
        "OSLO, May 4 -- Norway's minister flew home from Chad. Norway will wait.\n\n"
        "{} has not been idle. Foreign Minister {} demanded that Oslo tell what was shipped."
    )
    assert countries(text.format("Peru", "Eduardo Ferrer"))["Eduardo Ferrer"][0] == "PER"
    assert countries(text.format("Taiwan", "James Hu"))["James Hu"][0] == "TWN"


def test_a_sentence_that_opens_with_a_place_tells_of_its_officials() -> None:
    text = (
        "NAIROBI, May 4 -- Kenya will wait. In Kampala on Tuesday the deputy defence minister, Jon Vik, said it had to."
    )
    assert countries(text)["Jon Vik"][0] == "UGA"


def test_who_says_what_officials_do_is_one_of_their_state() -> None:
    text = (
        "OSLO, May 4 -- Norway and Sweden wait. The Finnish Foreign Ministry said Trade Minister Paula Lahti had left."
    )
    assert countries(text)["Paula Lahti"][0] == "FIN"


def test_an_official_behind_a_sentence_says_it_and_is_not_described_by_it() -> None:
    text = "He hoped to be received in Lima by President Ivan Kral, a Slovak diplomat said."
    assert countries(text)["Ivan Kral"][0] == "PER"
    assert countries("Ivan Kral, a Slovak diplomat, left Lima.")["Ivan Kral"] == ("SVK", False)


def test_a_counterpart_is_of_another_state() -> None:
    found = countries("The foreign secretary, Alan Mills, and his French counterpart, Luc Roche, will come tomorrow.")
    assert (found["Alan Mills"][0], found["Luc Roche"][0]) == (None, "FRA")


def test_a_commissioner_abroad_is_of_the_state_that_sends_him() -> None:
    found = countries("Denmark's high commissioner in Kenya, Peter Holt, is due home next week.")
    assert found["Peter Holt"] == ("DNK", False)


def test_an_administration_is_of_the_state_whose_leader_gives_it_his_name() -> None:
    told = find_actors("The Clinton administration sold Chad two jets.", published="1998-05-09")
    assert [a.country for a in told if a.name == "Clinton"] == ["USA"]


def test_a_body_has_the_state_of_the_noun_that_it_is_an_apposition_to() -> None:
    told = "OSLO, May 4 -- Norway will wait, and Norway's navy will stay. {}"
    for text in (
        "It bought ten boats from a Peruvian state firm, Quillon Works.",
        "It bought ten boats from a Lima company, Quillon Works.",
        "It bought ten boats from Quillon Works, which is based in Lima.",
    ):
        assert countries(told.format(text))["Quillon Works"] == ("PER", False)
    for text in (
        "Peruvian guerrillas of the Popular Salvation Front shot at it.",
        "The Popular Salvation Front (PSF), a Peruvian rebel group, shot at it.",
        "Peru's main rebel movement, the Popular Salvation Front, shot at it.",
    ):
        assert countries(told.format(text))["Popular Salvation Front"] == ("PER", False)
    found = countries(told.format("The head of a Peruvian company, Ada Holt, met the Popular Salvation Front."))
    assert found["Popular Salvation Front"] != ("PER", False)


def test_a_nationality_beside_a_private_name_tells_its_state() -> None:
    told = "OSLO, May 4 -- Norway will wait, and Norway's navy will stay. {}"
    assert countries(told.format("Ada Quill, a Peruvian national, was arrested."))["Ada Quill"] == ("PER", False)
    found = countries(told.format("The Norwegian minister met his counterpart from Peru, Ada Quill, on Monday."))
    assert found["Ada Quill"] == ("PER", False)
    found = countries(told.format("Ada Quill, a Peru-born Chadian trader, was arrested."))
    assert found["Ada Quill"] == ("TCD", False)


def test_a_spokesman_is_likely_of_the_state_in_whose_capital_he_speaks() -> None:
    told = "Norway will wait, and Norway's navy will stay. {}"
    for text in (
        "{} told reporters in Lima.",
        "{} told a news conference in Lima that it was false.",
        "warned {} in Lima.",
    ):
        found = countries(told.format("“It is a lie,” " + text.format("Foreign Ministry spokeswoman Ada Quill")))
        assert (found["Ada Quill"], found["Foreign Ministry"]) == (("PER", True), ("PER", True))
    found = countries(told.format("Foreign Ministry spokeswoman Ada Quill said that a bomb had gone off in Lima."))
    assert found["Ada Quill"][0] != "PER"


def test_who_serves_the_commission_is_of_no_state() -> None:
    told = "The European Union gave Poland a month. {} said on Tuesday that Warsaw had to explain itself."
    assert countries(told.format("Trade Commissioner Frans Holt"))["Frans Holt"][0] is None
    assert countries(told.format("Frans Holt, the commission's vice-president,"))["Frans Holt"][0] is None
    assert countries(told.format("Police Commissioner Frans Holt"))["Frans Holt"][0] == "POL"


def test_who_warns_a_state_is_rather_not_of_it() -> None:
    assert countries("President Holt warned Iraq that it had to leave.")["Holt"][0] != "IRQ"


def test_a_commissioner_of_a_union_is_of_no_state() -> None:
    found = countries("Norway will wait, and Norway's navy will stay. European Trade Commissioner Ada Quill spoke.")
    assert found["Ada Quill"][0] is None


def test_an_office_before_the_next_name_is_not_that_of_the_name_before() -> None:
    text = "At the invitation of Foreign Minister Ana Ruiz, President of Norway Jan Lie will visit Peru in May."
    found = countries(text)
    assert (found["Ana Ruiz"][0], found["Jan Lie"][0]) == ("PER", "NOR")


def test_a_nameless_office_is_of_the_state_where_the_report_was_written() -> None:
    def issuers(text: str) -> list[tuple[str | None, bool]]:
        return [(a.country, a.country_guessed) for w in parse(text, published="2024-05-09").warnings for a in w.issuers]

    assert issuers("OSLO, May 9 (NTB) -- The foreign ministry warned Peru that it would respond.") == [("NOR", True)]
    assert issuers("OSLO, May 9 -- Peru's army has left.\n\nThe army warned that it would be back.") == [("PER", False)]
    assert issuers("OSLO, May 9 -- A ministry of Chad warned Peru that it would respond.") == [("TCD", False)]


def test_a_body_that_shares_its_letters_with_a_known_one_is_of_the_state_beside_it() -> None:
    assert countries("Rain fell, the Chadian state news agency AKP said.")["AKP"][0] == "TCD"
    assert countries("Rain fell, AKP spokesman Cem Tepe said in Ankara.")["AKP"][0] == "TUR"


def test_a_leader_is_known_by_the_handle() -> None:
    found = countries("President @EmmanuelMacron spoke. @SecBlinken answered, but @FriendsOfMacron did not.")
    assert (found["@EmmanuelMacron"][0], found["@SecBlinken"][0]) == ("FRA", "USA")
    assert found.get("@FriendsOfMacron", (None, True)) != ("FRA", False)


def test_a_body_of_a_state_that_is_not_named_is_not_of_one_that_is() -> None:
    text = "Russia's Rosoboronexport signed a contract with the Defence Ministry of an African country in Moscow."
    assert countries(text)["Defence Ministry"] == (None, False)


def test_universities_are_known_by_name() -> None:
    found = countries(
        "Turkey waits, said Jan Kos of the University of Leiden. Otago University agreed; York University did not."
    )
    assert (found["University of Leiden"], found["Otago University"]) == (("NLD", False), ("NZL", False))
    assert found["York University"][0] != "CAN"  # there is another one in England
    (body,) = [
        a for a in find_actors("A lecturer at Belgrade University spoke.", published="1999-05-05") if a.kind != "person"
    ]
    assert body.country == "YUG"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Jan Kos of the Holt Russia Eurasia Center spoke.", "Holt Russia Eurasia Center", None),
        ("The Chile-Peru Trade Association spoke.", "Chile-Peru Trade Association", "CHL"),
        ("Ada Holt of the Grenoble Research Institute spoke.", "Grenoble Research Institute", "FRA"),
        ("At the end of a day as the guest of Xi Jinping, the French president said no.", "Xi Jinping", "CHN"),
        ("Police held Jan Kos, a New Zealand television reporter.", "Jan Kos", "NZL"),
        ("Jan Kos, a historian at Leiden University, spoke.", "Leiden University", "NLD"),
        ("Jan Kos, the Serb member of Bosnia's presidency, spoke.", "Jan Kos", "BIH"),
        ("Jan Kos, a French member of the European Parliament, spoke.", "Jan Kos", "FRA"),
        ("Jan Kos, a former KGB officer, spoke.", "Jan Kos", "RUS"),
        ("Jan Kos, who tracks the Russian army at Lemma, spoke.", "Jan Kos", None),
        ("Jan Kos, who tracks the Russian army for the Oslo Institute, spoke.", "Jan Kos", "NOR"),
        ("Kim flew to Singapore. Jan Kos, the city-state's minister, met North Korea's envoy.", "Jan Kos", "SGP"),
    ],
)
def test_what_somebody_only_deals_with_is_not_his_state(text: str, name: str, country: str | None) -> None:
    found = find_actors(text, published="2007-05-02")
    assert {a.name: a.country for a in found}[name] == country


def test_a_seat_of_a_union_is_the_union_where_its_state_is_not_told_of() -> None:
    found = countries("BRUSSELS, May 9 -- Trade Minister Xu Quill spoke. Brussels warned the banks. It is wet.")
    assert (found["Xu Quill"][0], "Belgium" in found) == (None, False)
    assert "Belgium" in countries("Belgium wept. Brussels warned Warsaw.")


def test_a_minister_behind_what_a_state_says_is_its_minister() -> None:
    text = (
        "LIMA, May 9 -- Peru voted. Peru won.\n\nChad welcomed the vote. Foreign Minister Idris Sow said it was fair."
    )
    assert countries(text)["Idris Sow"][0] == "TCD"


def test_a_parliament_is_that_of_who_speaks_to_it() -> None:
    text = "LIMA, May 9 -- Peru waits. Peru hopes. Chadian Premier Idris Sow told the National Assembly that it rained."
    assert countries(text)["National Assembly"][0] == "TCD"


def test_the_secretary_general_of_rebels_serves_no_union() -> None:
    text = "The UN met. Rebels in Chad were angry. Idris Sow, the rebels' secretary-general, said that Chad had lied."
    assert countries(text)["Idris Sow"][0] == "TCD"


def test_who_is_of_a_body_told_by_its_kind_and_seat_has_its_state() -> None:
    assert countries("Baku has oil, Ada Holt of the London think tank Chatham House said.")["Ada Holt"][0] == "GBR"
