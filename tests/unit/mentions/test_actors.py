from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dipevents.mentions.actors import read_actors
from dipevents.models.actor import Actor, ActorKind
from dipevents.reading.article import split_article

if TYPE_CHECKING:
    from dipevents.mentions.mentions import Mentions
    from dipevents.parser import Parser
    from dipevents.reading.sentence import Word

PUBLISHED = date(2023, 9, 12)


def actors(parser: Parser, text: str, published: date | None = PUBLISHED) -> dict[str, Actor]:
    return {a.name: a for a in parser.read(text, published).actors.actors}


def word(mentions: Mentions, text: str) -> Word:
    return next(w for s in mentions.sentences for w in s.words if w.text == text)


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("South Korean Vice Defense Minister Hwang Kyu-sik left for Riga.", "Hwang Kyu-sik", "person", "KOR"),
        ("Mr. Nguyen Van Hung met Vietnam's foreign minister, Bui Thanh Son.", "Bui Thanh Son", "person", "VNM"),
        ("Saudi Prince Faisal bin Abdul Rahman warned Iran.", "Faisal bin Abdul Rahman", "person", "SAU"),
        ("Angolan President Jose Eduardo dos Santos spoke.", "Jose Eduardo dos Santos", "person", "AGO"),
        ("The US secretary of state, Antony Blinken, flew to Doha.", "Antony Blinken", "person", "USA"),
        ("Lars Hovland of the Tromso Institute for Peace doubts it.", "Lars Hovland", "person", "NOR"),
        ("British Prime Minister Theresa May said no.", "Theresa May", "person", "GBR"),
        ("UN envoy Staffan de Mistura said talks would resume.", "Staffan de Mistura", "person", None),
        ("The French foreign ministry protested.", "French foreign ministry", "organization", "FRA"),
        ("South Korea's Defense Ministry confirmed it.", "South Korea's Defense Ministry", "organization", "KOR"),
        ("The US Embassy in Accra was closed.", "US Embassy in Accra", "organization", "USA"),
        ("The UN human rights council met.", "UN human rights council", "igo", None),
        ("The European Union agreed.", "European Union", "igo", None),
        ("Hezbollah fired rockets.", "Hezbollah", "group", "LBN"),
        ("The Omdurman Liberation Front attacked.", "Omdurman Liberation Front", "group", "SDN"),
        ("Lockheed Martin won the order.", "Lockheed Martin", "organization", "USA"),
        ("The White House declined to comment.", "United States", "state", "USA"),
        ("The Puntland government denied it.", "Puntland government", "organization", "SOM"),
        (
            "MANILA, Philippines - The Department of Fisheries summoned the Chinese envoy.",
            "Department of Fisheries",
            "organization",
            "PHL",
        ),
        ("Chad's Green party denied it.", "Green party", "organization", "TCD"),
        ("The Swedish Social Democrats denied it.", "Social Democrats", "organization", "SWE"),
        ("The Scottish government denied it.", "Scottish government", "organization", "GBR"),
        ("A US Justice Department memo said so.", "US Justice Department", "organization", "USA"),
        ("Russia's ambassador to the Republic of Cyprus Boris Holt spoke.", "Boris Holt", "person", "RUS"),
        ("The Norwegian and Polish ministers, Ola Lie and Jan Kos, met.", "Jan Kos", "person", "POL"),
        ("It was a paper by Steppe Forum, a Berlin think-tank.", "Steppe Forum", "organization", "DEU"),
        ("“No,” said Joan Reid of the Centre for Commonwealth Affairs in London.", "Joan Reid", "person", "GBR"),
        ("In Islamabad, Pakistan's capital, the Foreign Office objected.", "Foreign Office", "organization", "PAK"),
        ("NATO met in Turkey. Secretary General Jan Kos spoke.", "Jan Kos", "person", None),
        ("Zamir Orlov, President Putin's envoy, spoke.", "Zamir Orlov", "person", "RUS"),
        ("The airline Kenya Airways and Petrobras signed.", "Petrobras", "organization", "BRA"),
        ("Lee met President Yoon Suk Yeol at the APEC summit.", "Yoon Suk Yeol", "person", "KOR"),
        ("S D Rao, professor at Delhi University, felt that it was late.", "S D Rao", "person", "IND"),
        ("“No,” said Onesmo Sembe of the Peace Institute in Riga.", "Onesmo Sembe", "person", "LVA"),
        ("MANILA - The AFP chief, General Juan Soto, left for Peru.", "Juan Soto", "person", "PHL"),
        ("MANILA (AFP) - Manila will buy ships, Defence Secretary Juan Soto told AFP.", "AFP", "organization", "FRA"),
        (
            "The Chadian Security Council's secretary, Idris Sow, left.",
            "Chadian Security Council",
            "organization",
            "TCD",
        ),
        ("Germany's Federal Security Council met.", "Germany's Federal Security Council", "organization", "DEU"),
        ("German arms maker KNDS won it.", "KNDS", "organization", "DEU"),
        ("Saab, rival of a German arms maker, won it.", "Saab", "organization", "SWE"),
        ("The Indian ambassador to Chad T. S. Rao spoke.", "T. S. Rao", "person", "IND"),
        ("Vietnamese Premier Tran Thanh Man spoke.", "Tran Thanh Man", "person", "VNM"),
        ("Present: Jan Kos (Poland), Ms Ana Ruiz (Peru), Dr. Idris Sow (Chad)", "Idris Sow", "person", "TCD"),
        ("Ana Ruiz (Peru's envoy to Chad) met Idris Sow (Chad) in Oslo.", "Idris Sow", "person", "TCD"),
        ("Chad wants a UN Security Council seat.", "UN Security Council", "igo", None),
        ("Rosatom and the Energy Ministry of an African state signed.", "Energy Ministry", "organization", None),
        ("The Foreign Office warned against travel to Thailand.", "Foreign Office", "organization", None),
        ("Japanese King Jan Kos met President Juan Soto.", "Juan Soto", "person", None),
        ("Tun Dr Idris Osman and H.E. Jan Kos MP flew to Peru.", "Idris Osman", "person", None),
        ("Tun Dr Idris Osman and H.E. Jan Kos MP flew to Chad.", "Jan Kos", "person", None),
        ("Datuk Seri Idris Osman spoke.", "Idris Osman", "person", None),
        ("Talks with the president of Chad, A.B. Holt, ended.", "A.B. Holt", "person", "TCD"),
        ("“We are ready,” said Latvia's special envoy for Chad, Ann Holt.", "Ann Holt", "person", "LVA"),
        ("The Chadian envoy to Peru, Ann Holt, and Peru's envoy left.", "Ann Holt", "person", "TCD"),
        ("Talks with the head of Peru's mission in Oslo, Luz Soto, ended.", "Luz Soto", "person", "PER"),
        ("The head of Chad's mission in Oslo, A.B. Holt, and Peru's envoy left.", "A.B. Holt", "person", "TCD"),
        ("Chad was warned by Peru's newly elected president, Jan Kos, on Monday.", "Jan Kos", "person", "PER"),
        ("Peruvian Defence Minister Ana-Luz Rojas Pinto spoke.", "Ana-Luz Rojas Pinto", "person", "PER"),
        ("Chadian Prime Minister-designate Idris Sow spoke.", "Idris Sow", "person", "TCD"),
        ("The Chadian rebel group Green Dawn spoke.", "Green Dawn", "group", "TCD"),
        ("Green Dawn, a Chadian rebel group, spoke.", "Green Dawn", "group", "TCD"),
        ("The Chadian Red Cross spoke.", "Chadian Red Cross", "organization", "TCD"),
        ("Norwegian intelligence warned Chad of an attack.", "Norwegian intelligence", "organization", "NOR"),
        (
            "During a visit to Chad, Chilean President Ana Rojas will meet Minister Idris Sow.",
            "Idris Sow",
            "person",
            "TCD",
        ),
        ("Chad's envoy, Idris Sow, and Peru's, Luz Soto, met.", "Luz Soto", "person", "PER"),
        ("The Polish premier, Jan Kos, and his counterpart from Chad, Idris Sow, met.", "Idris Sow", "person", "TCD"),
        ("Jan Kos, once Chad's foreign minister, spoke.", "Jan Kos", "person", "TCD"),
        ("Jan Kos, who has ruled Chad since May, spoke.", "Jan Kos", "person", "TCD"),
        ("Peru met Jan Kos, an adviser to the Chadian premier, on Monday.", "Jan Kos", "person", "TCD"),
        ("Peru met the head of Chad's mission in Lima, Jan Kos, on Monday.", "Jan Kos", "person", "TCD"),
        ("N'DJAMENA - Chile must withdraw its troops, Minister Idris Sow said.", "Idris Sow", "person", "TCD"),
        (
            "N'DJAMENA - The government will buy tanks from Chile, Minister Idris Sow said.",
            "Idris Sow",
            "person",
            "TCD",
        ),
        ("Chile shelled Chad. Minister Idris Sow said Chad would retaliate.", "Idris Sow", "person", "TCD"),
        (
            "The Chadian president will go to Chile. In the Chilean capital he will meet Minister Ana Rojas.",
            "Ana Rojas",
            "person",
            "CHL",
        ),
        ("Taiwan waited. The Cuban Trade Office is shut, said Ole Dahl, its head.", "Ole Dahl", "person", "CUB"),
    ],
)
def test_actor_has_its_full_name_kind_and_state(
    parser: Parser, text: str, name: str, kind: str, country: str | None
) -> None:
    found = actors(parser, text)
    assert name in found
    assert (found[name].kind.value, found[name].country) == (kind, country)


@pytest.mark.parametrize(
    "text",
    [
        "The USS Harold Blake left Rota.",
        "The Treaty of Lisbon was signed on Monday in Brussels.",
        "Operation Iron Harvest began in Zubqala.",
        "The Lisbon Summit began on Tuesday.",
        "Muslims and Christians live in the old town.",
        "It was a Napoleon-like purge.",
    ],
)
def test_ship_treaty_operation_and_people_are_no_actors(parser: Parser, text: str) -> None:
    assert [a for a in actors(parser, text).values() if a.kind is not ActorKind.STATE] == []


@pytest.mark.parametrize(
    "text",
    [
        "Chile's navy fired. The Chilean navy denied it.",
        "The Chadian Security Council met. Idris Sow leads the Security Council at 16:42 PHT.",
        "South Korea's Defense Ministry denied it. The South Korean defense ministry warned of drills.",
        "Chile's Congress met. Congress voted. The Chilean Congress is old.",
        "India's Congress party walked out. Congress was angry.",
        "The New York Times wrote so. The Times editor told Chad.",
        "Australia's Qantas Freight Corp. made a bid. Qantas told Chad.",
    ],
)
def test_a_body_is_one_however_its_state_is_told(parser: Parser, text: str) -> None:
    assert len([a for a in parser.parse(text).actors if a.kind == "organization"]) == 1


def test_namesakes_stay_apart_and_short_names_do_not(parser: Parser) -> None:
    found = actors(parser, "Kim Jong Un followed Kim Jong Il. Vladimir Putin called. Putin waited.")
    assert {"Kim Jong Un", "Kim Jong Il", "Vladimir Putin"} <= set(found)
    assert "Putin" in found["Vladimir Putin"].aliases


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Iraq's Saddam Hussein waited. King Hussein of Jordan came.", {"Saddam Hussein": "IRQ", "Hussein": "JOR"}),
        ("Chadian Minister Idris Sow waited. Malian Minister Sow came.", {"Idris Sow": "TCD", "Sow": "MLI"}),
        ("Poland's Jan Kowal waited. Polish Minister Kowal came.", {"Jan Kowal": "POL"}),
        ("Norway's Ola Harald waited. King Harald of Norway came.", {"Ola Harald": "NOR", "Harald": "NOR"}),
    ],
)
def test_a_title_and_a_state_keep_namesakes_apart(parser: Parser, text: str, apart: dict[str, str]) -> None:
    found = {a.name: a.country for a in actors(parser, text).values() if a.kind is ActorKind.PERSON}
    assert found == apart


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Republican Ada Holt met Comedian Peter Hill.", {"Ada Holt", "Peter Hill"}),
        ("“No,” said Jan Kowal of Zubqa, who went with Ada Holt as envoy.", {"Jan Kowal", "Ada Holt"}),
        ("The Zubqa Pentlands seat fell vacant.", set()),
        ("They filled the Zenta Arena and the Zenta Trophy went north.", set()),
        ("Investors said they would buy China Zubqa Corp.", {"China Zubqa Corp"}),
        ("Deport Ada Holt Now\n\nAda Holt spoke. Holt left.", {"Ada Holt"}),
        ("The Weber-Holt talks lasted a day. Ada Holt and Jan Weber spoke.", {"Ada Holt", "Jan Weber"}),
        ("Prime Minister Abdul-Karim Kabariti spoke.", {"Abdul-Karim Kabariti"}),
        ("Will Freeman, a fellow at a college, spoke.", {"Will Freeman"}),
        ("His remarks were taken as a dig at Henry Miller, who told reporters that it rained.", {"Henry Miller"}),
        ("He was held at the Queen Elizabeth Barracks.", set()),
        ("It bombed Doura. Many died in Doura.", set()),
        ("The inquiry into the Al-Salam BAE Systems deal was stopped.", {"BAE Systems"}),
        ("Nobody wants war with Chad. It has no path to the Pacific.", set()),
        ("Ana Ruiz of the Democratic Party of Gabon spoke.", {"Ana Ruiz", "Democratic Party of Gabon"}),
    ],
)
def test_a_name_has_no_words_beside_it_and_a_thing_is_no_person(parser: Parser, text: str, names: set[str]) -> None:
    found = {a.name.rstrip(".") for a in actors(parser, text).values() if a.kind is not ActorKind.STATE}
    assert found == {name.rstrip(".") for name in names}


def test_a_surname_with_a_hyphen_means_its_bearer(parser: Parser) -> None:
    (holt,) = parser.read("Peter Nes-Holt fell ill. “The tax will fall,” Nes-Holt said.").actors.actors
    assert [m.text for m in holt.mentions] == ["Peter Nes-Holt", "Nes-Holt"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Head of the Centre for Polar Studies Boris Holt said that it was over.", "Centre for Polar Studies"),
        ("The head of the Boris Holt Centre said that it was over.", "Boris Holt Centre"),
    ],
)
def test_the_name_of_a_body_ends_before_its_leader_s(parser: Parser, text: str, body: str) -> None:
    found = [(a.name, a.kind) for a in parser.read(text).actors.actors]
    leader = [("Boris Holt", ActorKind.PERSON)] if text.startswith("Head of") else []
    assert found == [(body, ActorKind.ORGANIZATION), *leader]


def test_acronym_in_brackets_is_the_body_before_it(parser: Parser) -> None:
    found = actors(parser, "The Lugano Rescue Committee (LRC) left. The LRC said it had no fuel.")
    assert [a for a in found if a != "Lugano Rescue Committee"] == []


def test_mentions_quote_the_article_and_are_in_order(parser: Parser) -> None:
    text = "Sergei Lavrov landed in Cairo.\n\nLavrov said he would stay. The minister met nobody."
    for actor in actors(parser, text).values():
        assert all(text[m.start : m.end] == m.text for m in actor.mentions)
        assert [m.start for m in actor.mentions] == sorted(m.start for m in actor.mentions)


def test_actors_stand_in_order_of_first_mention(parser: Parser) -> None:
    found = parser.read("Wang Yi met Sergei Lavrov. Iran protested. Wang Yi left.", PUBLISHED).actors.actors
    assert [a.mentions[0].start for a in found] == sorted(a.mentions[0].start for a in found)


def test_title_before_a_name_means_the_person(parser: Parser) -> None:
    mentions = parser.read("Its defence minister, Leszek Borowy, is due in Paris.", PUBLISHED)
    assert [a.name for a in mentions.actors.at(word(mentions, "minister"))] == ["Leszek Borowy"]


def test_capital_that_acts_keeps_its_name_and_has_its_state(parser: Parser) -> None:
    mentions = parser.read("North Korea fired a missile. Pyongyang said so.", PUBLISHED)
    (capital,) = mentions.actors.at(word(mentions, "Pyongyang"))
    assert (capital.name, capital.kind, capital.country) == ("Pyongyang", ActorKind.STATE, "PRK")
    assert "Pyongyang" in next(a for a in mentions.actors.actors if a.country == "PRK").aliases


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The U.S. fired a missile. The United States said so.", "United States"),
        ("The Jewish state fired a missile. Israel said so.", "Israel"),
        ("Burma fired a missile. Myanmar said so.", "Burma"),
    ],
)
def test_a_state_of_initials_or_a_paraphrase_goes_by_its_plain_name(parser: Parser, text: str, name: str) -> None:
    assert [a.name for a in parser.read(text, PUBLISHED).actors.actors] == [name]


@pytest.mark.parametrize(
    ("text", "head", "name", "kind", "country"),
    [
        ("A Russian delegation visited Lima.", "delegation", "A Russian delegation", "group", "RUS"),
        ("Three US officials flew to Seoul.", "officials", "Three US officials", "group", "USA"),
        ("Analysts doubted it.", "Analysts", "Analysts", "group", None),
        ("A spokesman for the Kremlin laughed.", "spokesman", "A spokesman", "person", "RUS"),
        ("The rebels fled.", "rebels", "rebels", "group", None),
        ("A group of Japanese lawmakers left.", "group", "A group of Japanese lawmakers", "group", "JPN"),
        ("A delegation from Chad left.", "delegation", "A delegation from Chad", "group", "TCD"),
    ],
)
def test_unnamed_actor_is_its_noun_phrase(
    parser: Parser, text: str, head: str, name: str, kind: str, country: str | None
) -> None:
    mentions = parser.read(text, PUBLISHED)
    (found,) = mentions.actors.who(word(mentions, head))
    assert (found.name, found.kind.value, found.country) == (name, kind, country)


@pytest.mark.parametrize(
    "byline",
    ["Reporting by Ada Holt; Editing by Jan Kos", "(Additional reporting by Ada Holt in Lima)", "By Ada Holt"],
)
def test_who_only_wrote_an_article_has_no_part_in_it(parser: Parser, byline: str) -> None:
    assert [a.name for a in parser.parse(f"Ana Ruiz was happy.\n\n{byline}").actors] == ["Ana Ruiz"]
    assert "Ada Holt" in {a.name for a in parser.parse("Reporting by Ada Holt shows that Peru sold tanks.").actors}


def test_the_plural_of_a_type_is_nobody(parser: Parser) -> None:
    assert {a.name for a in parser.parse("F-16s for Peru: The US sold Peru 12 F-16s.").actors} == {"Peru", "US"}
    assert not parser.parse("The first Bayraktars arrived in Nairobi from Turkey on Monday.").visits


def test_thing_acts_in_no_way(parser: Parser) -> None:
    mentions = parser.read("The weather ruined the crop.", PUBLISHED)
    assert mentions.actors.who(word(mentions, "weather")) == ()
    assert mentions.actors.described(word(mentions, "crop")) is None


def test_allies_of_a_state_are_not_its_own(parser: Parser) -> None:
    mentions = parser.read("Iran warned. Its allies agreed.", PUBLISHED)
    assert mentions.actors.country_of(word(mentions, "allies")) is None


def test_first_person_means_the_speaker_within_the_span_only(parser: Parser) -> None:
    text = 'Orlov met Wang Yi. "I agree," he said. I do not.'
    mentions = parser.read(text, PUBLISHED)
    table = read_actors(mentions.article, mentions.sentences, PUBLISHED)
    speaker = next(a for a in table.actors if a.name == "Wang Yi")
    start = text.index('"')
    table.resolve_first_person([(start, start + 10, (speaker,))])
    first, second = (w for s in mentions.sentences for w in s.words if w.text == "I")
    assert [a.name for a in table.at(first)] == ["Wang Yi"]
    assert table.at(second) == ()
    assert any(m.text == "I" for a in table.actors if a.name == "Wang Yi" for m in a.mentions)


@pytest.mark.parametrize("text", ["", "\ud800 \x00", "he", "(((", "The The The", "X" * 5000, "’s ’s of Mr. ."])
def test_any_text_has_a_table(parser: Parser, text: str) -> None:
    mentions = parser.read(text, None)
    for sentence in mentions.sentences:
        for item in sentence.words:
            mentions.actors.who(item)
            mentions.actors.place_at(item)
            mentions.actors.country_of(item)


def test_sentence_that_was_not_read_has_no_actors() -> None:
    article = split_article("Kim came.")
    assert read_actors(article, [], None).actors == ()


@pytest.mark.parametrize(
    ("text", "partisan", "former"),
    [
        ("Opposition leader Ana Ruiz spoke in Lima.", True, False),
        ("Former ambassador Ana Ruiz spoke in Lima.", False, True),
        ("Peruvian Foreign Minister Ana Ruiz spoke in Lima.", False, False),
        ("Ana Ruiz, who served as ambassador in Chile, spoke in Lima.", False, True),
        ("Ana Ruiz, who serves as ambassador in Chile, spoke in Lima.", False, False),
        ("Ana Ruiz, who was appointed ambassador to Chile in May, spoke in Lima.", False, False),
        ("Chile's outgoing president, Ana Ruiz, spoke in Lima.", False, False),
        ("Ana Ruiz, once Chile's foreign minister, spoke in Lima.", False, True),
        ("Ana Ruiz, until recently Chile's foreign minister, spoke in Lima.", False, True),
        ("Ana Ruiz, now Chile's foreign minister, spoke in Lima.", False, False),
        ("Ana Ruiz, Chile's foreign minister at the time, spoke in Lima.", False, True),
    ],
)
def test_a_party_and_a_past_office_are_kept_as_flags(parser: Parser, text: str, partisan: bool, former: bool) -> None:
    (ruiz,) = (a for a in parser.read(text).actors.actors if a.name == "Ana Ruiz")
    assert (ruiz.partisan, ruiz.former) == (partisan, former)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("US Attorney General Ada Holt spoke.", "Attorney General"),
        ("South African Deputy President Ada Holt spoke.", "Deputy President"),
        ("The spokesperson, Vice Admiral Ada Holt, spoke.", "spokesperson"),
        ("Deputy Premier and Foreign Minister Ada Holt spoke.", "Deputy Premier and Foreign Minister"),
        ("The Polish president and Foreign Minister Ada Holt spoke.", "Foreign Minister"),
        ("Chad will not bow to pressure, President Ada Holt said.", "President"),
        (
            "A spokesman for the People's Liberation Army, Ada Holt, spoke.",
            "spokesman for the People's Liberation Army",
        ),
        ("Ada Holt, adviser to Chad's king, spoke.", "adviser"),
        ("An adviser to the Peruvian president, Ada Holt, spoke.", "adviser to the Peruvian president"),
        ("The spokesman for the president, Ada Holt, spoke.", "spokesman for the president"),
        ("Talks with President Dame Ada Holt ended.", "President"),
        ("The president of Peru, the former pilot Ada Holt, spoke.", "president of Peru"),
        ("Peru's prime minister-designate, Ada Holt, spoke.", "prime minister-designate"),
        ("Peruvian President-elect Ada Holt spoke.", "President-elect"),
        ("Sheikh Ada Holt, the Peruvian trade minister, spoke.", "trade minister"),
        ("The aide of the president, Ada Holt, spoke.", "the president"),
        ("Jan is an ally of the president, Ada Holt.", "the president"),
    ],
)
def test_a_role_is_given_whole(parser: Parser, text: str, role: str) -> None:
    assert actors(parser, text)["Ada Holt"].role == role
