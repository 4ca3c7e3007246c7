from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dipevents.reading.article import split_article
from dipevents.reading.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from dipevents.reading.engine import Engine

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.mark.parametrize(
    ("text", "word", "dep"),
    [
        ('"All our ships should stay at home," May said, adding that they would.', "May", "nsubj"),
        ("In August 2023 Holt, then vice president, stopped over in New York.", "Holt", "nsubj"),
        ("In Oslo, then foreign minister Holt spoke.", "Oslo", "pobj"),
        ("Asked whether he would visit Iran, the French minister, Laurent Fabius, said no.", "minister", "nsubj"),
        ("Togo, for its part, signed in March for 30 tanks.", "signed", "ROOT"),
        ("Peru told the officers who seized power last week to leave.", "leave", "xcomp"),
        ("Peru told the officers who wanted to leave that he had gone.", "leave", "xcomp"),
        ("Peru called on Togo to stop the visits, and on Chad to respect the truce.", "respect", "acl"),
        ("Peru has opened talks with Togo about six boats.", "about", "prep"),
        ("Peru gave Togo about six boats.", "about", "advmod"),
        ("Chad, which says it fears an attack, test-fired a missile on Saturday.", "fired", "ROOT"),
        ("Chad, which says it fears an attack, test-fired a missile on Saturday.", "Chad", "nsubj"),
        ("Kim flew to Oslo by train from Riga together with Holt.", "with", "prep"),
        ("Germany's foreign minister, Annalena Baerbock, called on Kosovo to hold new elections.", "called", "ROOT"),
        ("The deal reached with Peru for 12 tanks for Ghana has been suspended.", "reached", "acl"),
        ("The deal reached with Peru for 12 tanks for Ghana has been suspended.", "suspended", "ROOT"),
        ("Chad recalled its ambassador after Peru cancelled an order for 22 tanks.", "recalled", "ROOT"),
        ("IAEA chief Ada Holt will go to Lima next week.", "Holt", "nsubj"),
        ("Defence chiefs meeting in Lima on Thursday warned the rebels of force.", "chiefs", "nsubj"),
        ("Ministers meeting in Lima urged Iran to stop.", "meeting", "acl"),
        ("The ministers meeting in Lima ended without a deal.", "meeting", "nsubj"),
        ("Regional leaders gathered in Lima gave the rebels until Friday to leave.", "gathered", "acl"),
        ("He threatened to expel Eritreans.", "expel", "xcomp"),
        ("IAEA chief Ada Holt will visit Peru next week.", "Holt", "nsubj"),
        ("IAEA chief Ada Holt will visit Peru next week.", "Peru", "dobj"),
        ("Mali got two Mi-171 helicopters from Peru in May and 17 Bayraktar TB2 drones from Chad.", "drones", "conj"),
        ("Ada Holt will visit Doha from 3 to 5 March and Riyadh from 6 to 7 March.", "Riyadh", "conj"),
        ("The truce will fail, analysts at the University of Oslo reckon.", "reckon", "ROOT"),
        ("The truce may cost two points of growth, economists at Lemma estimate.", "economists", "nsubj"),
        ("The bank cut rates, changes in the growth forecast.", "cut", "ROOT"),
        ("Two scholars, Leo Kos and Mia Lund, argue that it is dead.", "Kos", "appos"),
        ("President Holt Monday pressed Chad's leader to end the siege.", "Holt", "nsubj"),
        ("British Prime Minister John Major Sunday warned Chad of sanctions.", "Sunday", "npadvmod"),
        ("Holt will fly to Lima Sunday for talks.", "Lima", "pobj"),
        ("Holt will fly to Lima Sunday for talks.", "Sunday", "npadvmod"),
        ("Chadian President Omar Farid visited Peru Monday.", "Peru", "dobj"),
        ("Holt will visit Peru April 12.", "Peru", "dobj"),
        ("Chad and Peru Monday signed a contract for 12 tanks.", "Chad", "nsubj"),
        ("President Omar Farid called Monday on Peru to withdraw its troops.", "called", "ROOT"),
        ("President Omar Farid, speaking through an interpreter, called on Peru to pay.", "called", "ROOT"),
        ("President Omar Farid, officials said, called on Peru to pay.", "Farid", "nsubj"),
        ("President Omar Farid, along with two aides, left for Peru last month.", "left", "ROOT"),
        ("Three officers, among them a general, killed in the raid on Monday.", "killed", "acl"),
        ("He met President Ana Ruiz on Tuesday and leaves on Thursday.", "leaves", "conj"),
        ("Quito has also been asked to modernise Armenia’s Su-30 fighters, which sit in Gyumri.", "Armenia", "poss"),
        ("As rebels advanced on the capital, President Omar Farid, under pressure, visited Peru.", "Farid", "nsubj"),
        ("After a deal by Norway, Chadian President Omar Farid, under threat, left for Peru.", "left", "ROOT"),
        ("Officials said President Omar Farid, facing protests at home, arrived in Lima.", "Farid", "nsubj"),
        ("In a move that surprised many, President Omar Farid, a general, visited Peru.", "general", "appos"),
        ("The defence minister, Ana Holt, warned Peru.", "minister", "nsubj"),
        ("Farid visited Lima, Peru, and left for Quito.", "Farid", "nsubj"),
        ("Farid arrived in Lima, Peru, met Ana Holt and left.", "Peru", "appos"),
        ("Kenya dismissed a threat to raid Chile by Foreign Minister Kham Vong.", "by", "prep"),
        ("Kenya dismissed a threat made by Laos to raid Chile.", "raid", "acl"),
        ("Kenya is studying Laos's vow to retaliate against Chile.", "retaliate", "acl"),
        ("Laos used its threat to scare Chile.", "scare", "xcomp"),
        ("Days after Laos's call on Chile to free the men, Kenya recalled its envoy.", "after", "prep"),
        ("Warning Chile that the dam could burst, Laos sent boats.", "Warning", "advcl"),
        ("Warning Chile that the dam could burst, Laos sent boats.", "burst", "ccomp"),
        ("President Ana Ruiz received at the palace on Tuesday Omar Farid, a minister of Chad.", "Farid", "dobj"),
        (
            "Aides said that Chadian President Omar Farid, facing protests at home, called on Peru to free the men.",
            "Farid",
            "nsubj",
        ),
        ("After months of tension, President Omar Farid, ill, called on Peru to pay, aides said.", "Farid", "nsubj"),
        ("It may rain.", "may", "aux"),
        ("May I go?", "May", "aux"),
        ("She is wary; she's voiced alarm over the drills in Chile.", "'s", "aux"),
        ("He's given a choice.", "'s", "auxpass"),
        ("He's accused of fraud.", "'s", "auxpass"),
        ("Ada Holt was summoned by the Danish government and told to apologise.", "apologise", "xcomp"),
        ("The Danish prime minister told Macron in a phone call that raids must stop.", "stop", "ccomp"),
        ("Oslo said in a letter that it sent to Chad: “Enough.”", "sent", "relcl"),
        ("The Danish prime minister told visiting Chadian senators that the militia must disarm.", "visiting", "amod"),
        (
            "Mario Duarte of Paraguay, Luis Ferrer of Bolivia and Chile's vice president also attended.",
            "Ferrer",
            "conj",
        ),
        (
            "They met Mario Duarte of Paraguay, Luis Ferrer of Bolivia and Chile's mayor.",
            "mayor",
            "conj",
        ),
        ("Ole Dahl of Denmark, Minister of Mines, came.", "Minister", "appos"),
        ("Danish President Ole Dahl on Monday left for Turkmenistan to attend a summit.", "Turkmenistan", "pobj"),
        ("Ole Dahl, the Danish envoy, flew into Chad hours after the ceasefire took hold.", "Chad", "pobj"),
        ("Danish Prime Minister Khalid al-Mansouri held talks in Havana on Monday.", "held", "ROOT"),
        ("The ministers of Armenia and Azerbaijan, Ara Sow and Raul Soto, arrived in Oslo.", "Sow", "appos"),
        ("The ministers of Armenia and Azerbaijan, Ara Sow and Raul Soto, arrived in Oslo.", "Soto", "conj"),
        ("Oslo told Chad, whose army holds the bridge over the river, not to shell the town.", "shell", "xcomp"),
        ("Two leaders in the hills have threatened in a leaflet to abduct engineers.", "abduct", "xcomp"),
        ("The Danish People's Reform Party called Friday for the resignation of Ole Dahl.", "Friday", "npadvmod"),
        ("In Oslo, Ada Holt, the Danish minister, urged Chad to stop.", "Holt", "nsubj"),
        ("In Oslo, Bergen and Lima, mayors urged Chad to stop.", "Lima", "conj"),
        ("The leaders of Chad and Niger, France and Peru met.", "France", "conj"),
        ("He arrived in Oslo on Monday and leaves.", "leaves", "conj"),
    ],
)
def test_what_grammar_rules_out_is_mended(read: Callable[[str], Sentence], text: str, word: str, dep: str) -> None:
    assert next(w.dep for w in read(text).words if w.text == word) == dep


def test_a_name_that_is_spelt_as_a_modal_is_a_noun(read: Callable[[str], Sentence]) -> None:
    name = next(w for w in read('"All our ships should stay at home," May said.').words if w.text == "May")
    assert (name.pos, name.is_noun, name.is_verb) == ("PROPN", True, False)


def test_a_perfect_has_its_own_subject(read: Callable[[str], Sentence]) -> None:
    sentence = read("She is wary; she's voiced alarm over the drills in Chile.")
    voiced = next(w for w in sentence.words if w.text == "voiced")
    assert [c.dep for c in voiced.children if c.lower == "she"] == ["nsubj"]


def test_a_finite_verb_goes_on_with_the_finite_clause_above(read: Callable[[str], Sentence]) -> None:
    sentence = read("Akbal rejected Greek claims that jets had violated Greek airspace, and called on Athens to stop.")
    called = next(w for w in sentence.words if w.text == "called")
    assert called.head.text == "rejected"
    assert called in called.head.children
    assert all(called not in w.children for w in sentence.words if w is not called.head)


def test_participles_go_on_with_each_other(read: Callable[[str], Sentence]) -> None:
    sentence = read("He said that jets had crossed the border and bombed a bridge.")
    bombed = next(w for w in sentence.words if w.text == "bombed")
    assert bombed.head.text == "crossed"


def test_a_neighbouring_state_is_an_object_as_it_stands(read: Callable[[str], Sentence]) -> None:
    sentence = read("Oman warned neighbouring Yemen that it would close the border.")
    yemen = next(w for w in sentence.words if w.text == "Yemen")
    assert (yemen.dep, yemen.head.text) == ("dobj", "warned")
    assert [c.text for c in yemen.children] == ["neighbouring"]
    assert "that" in {w.text for c in yemen.head.children for w in c.subtree()}


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Observers in Lima doubt that the truce will hold.", "doubt", "VBP"),
        ("As the Institute of Peace notes, the truce will hold.", "notes", "VBZ"),
        ("The truce is a matter of doubt.", "doubt", "NN"),
        ("Two notes of protest reached Lima.", "notes", "NNS"),
    ],
)
def test_a_bare_noun_with_a_subject_is_a_verb(read: Callable[[str], Sentence], text: str, word: str, tag: str) -> None:
    found = next(w for w in read(text).words if w.text == word)
    assert (found.tag, found.is_verb) == (tag, tag.startswith("V"))


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("Chad must free the men, the head of the council, Ada Holt, said on Monday.", "head", "free"),
        (
            "Chad will strike if it rebuilds its sites, the country's minister, Ole Dahl, said.",
            "minister",
            "strike",
        ),
        ("Chad must stop enriching uranium, the director of the agency, Ole Dahl, said.", "director", "stop"),
    ],
)
def test_a_speaker_behind_what_he_says_is_no_apposition(
    read: Callable[[str], Sentence], text: str, speaker: str, said: str
) -> None:
    verb = next(w for w in read(text).words if w.text == "said")
    assert verb.head is verb
    assert {c.text: c.dep for c in verb.children if c.dep in {"nsubj", "ccomp"}} == {speaker: "nsubj", said: "ccomp"}


def test_who_only_says_goodbye_has_the_subject_of_the_clause(read: Callable[[str], Sentence]) -> None:
    words = read("He flew to Oslo, the capital, said goodbye to his staff and resigned.").words
    assert next(w.dep for w in words if w.text == "capital") == "appos"


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_mended_tree_is_a_tree(engine: Engine, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    parts = [part for paragraph in split_article(text).paragraphs for part in paragraph.sentences]
    sentences = [Sentence(i, p.start, p.end, p.start, 0, False, text[p.start : p.end]) for i, p in enumerate(parts)]
    for sentence in engine.read(sentences):
        roots = [word for word in sentence.words if word.head is word]
        assert len(roots) == bool(sentence.words)
        assert [word.dep for word in roots] == ["ROOT"] * len(roots)
        for word in sentence.words:
            assert [word, *word.ancestors()][-1] in roots
            assert all(child.head is word for child in word.children)
            assert word.head is word or word in word.head.children
            assert list(word.children) == sorted(word.children, key=lambda child: child.i)


@pytest.mark.parametrize(
    ("text", "above"),
    [
        ("Kigali warned on Monday of grave consequences unless the troops were withdrawn.", "warned"),
        ("She came on Monday of last week.", "Monday"),
    ],
)
def test_a_day_is_of_nothing_but_its_week(read: Callable[[str], Sentence], text: str, above: str) -> None:
    assert next(w.head.text for w in read(text).words if w.text == "of") == above


def test_a_condition_is_one_on_what_is_said(read: Callable[[str], Sentence]) -> None:
    words = read(
        "Norway would withdraw its envoys, its prime minister said, if Chad went on harassing its trawlers."
    ).words
    assert next(w.head.text for w in words if w.text == "went") == "withdraw"


@pytest.mark.parametrize(
    ("text", "word", "above"),
    [
        ("Kenya welcomed a warning by Laos to Chile that the dam could burst.", "to", "warning"),
        ("A warning issued by Laos to Chile surprised nobody.", "to", "warning"),
        ("Kenya dismissed a threat to raid Chile by Foreign Minister Kham Vong.", "by", "threat"),
        ("Kenya dismissed a threat to raid Chile by Friday.", "by", "raid"),
        ("Kenya had no comment on Laos's vow to retaliate.", "retaliate", "vow"),
        ("In spite of stern warnings from Laos that raids could harm its ties, Kenya went.", "harm", "warnings"),
        ("Kenya was aware of warnings from Laos that raids could harm its ties.", "harm", "warnings"),
    ],
)
def test_what_a_threat_says_and_whom_it_reaches_hang_on_it(
    read: Callable[[str], Sentence], text: str, word: str, above: str
) -> None:
    assert next(w.head.text for w in read(text).words if w.text == word) == above
