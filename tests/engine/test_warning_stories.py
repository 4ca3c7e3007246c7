"""What an article tells of warnings does not depend on who acts in it: each story is told of two sets of actors."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from dipevents.models.actor import countries_of
from dipevents.models.warning import Warning

if TYPE_CHECKING:
    from dipevents.parser import Parser


class State(NamedTuple):
    """A state by its name, its adjective, its capital and its code."""

    name: str
    adjective: str
    capital: str
    code: str


PERU, OMAN = State("Peru", "Peruvian", "Lima", "PER"), State("Oman", "Omani", "Muscat", "OMN")
NORWAY, CHAD = State("Norway", "Norwegian", "Oslo", "NOR"), State("Chad", "Chadian", "N'Djamena", "TCD")
LATVIA, NEPAL = State("Latvia", "Latvian", "Riga", "LVA"), State("Nepal", "Nepalese", "Kathmandu", "NPL")
FILLS = [
    (PERU, NORWAY, LATVIA, "Rasa Bergmane", "Prime Minister"),
    (OMAN, CHAD, NEPAL, "Idriss Tamang", "Foreign Minister"),
]

STORIES = [
    (
        """{a.capital} warns {b.capital} over dam

{a.name} on Tuesday threatened {b.name} with sanctions if it builds a dam on the border.""",
        ["threat a b"],
    ),
    (
        """{a.name} gives {b.name} two days to free pilots

{a.adjective} {role} {name} told {b.name} on Tuesday to free the pilots within 48 hours.""",
        ["demand a b"],
    ),
    (
        """{a.adjective} {role} {name} on Tuesday called on the {b.adjective} rebels to end their uprising.
He spoke after prayers in {a.capital}.
“I call upon those who still hold out in the hills to give up fighting,” {name} told reporters.""",
        ["demand a b"],
    ),
    (
        """{a.name} warned {b.name} that the dam would harm its farmers. {a.name} also warned {b.name} that the dam
would ruin its fishermen.""",
        ["caution a b", "caution a b"],
    ),
    (
        """{b.name} rejected a demand by {a.name} for a truce.
Its officials said {b.name} had also rejected a demand by {a.name} to free the pilots.""",
        ["demand a b", "demand a b"],
    ),
    (
        """{a.name} demanded that {b.name} end its quotas on fish. {role} {name} would not say what {a.name} would do if
{b.name} resisted {a.adjective} demands.""",
        ["demand a b"],
    ),
    (
        """{a.adjective} {role} {name} accused {b.name} of arming the rebels. A {b.adjective} official denied it.
“We urge {a.name} to stop the raids,” the official said.""",
        ["demand b a"],
    ),
    (
        """{a.name} held a parade on Tuesday.
“Anyone who crosses our border will pay a heavy price,” {a.adjective} {role} {name} said.
The parade drew crowds in {a.capital}, and {b.name} sent a band.""",
        ["threat a -"],
    ),
    (
        """{b.name} sent 50 soldiers there. “They must leave it,” {a.adjective} {role} {name} told reporters.""",
        ["demand a b"],
    ),
    (
        """{a.name} urges {b.name} to withdraw troops

{a.name} on Tuesday urged {b.name} to withdraw its troops from the island.

{role} {name} told reporters in {a.capital} that {b.name} must pull its soldiers out at once.

{b.name} in turn called on {a.name} to end its patrols.""",
        ["demand a b", "demand b a"],
    ),
    (
        """{b.adjective} {role} {name} will travel to {c.capital} on June 3, the ministry said on Friday, defying a
warning from {a.capital}.

{a.name} had threatened to recall its ambassador if the trip took place.""",
        ["threat a b"],
    ),
    (
        """{b.name} delivered the first four of twelve howitzers to {c.name} last week.

{a.name} criticised the delivery, warning that it would fuel an arms race in the region.""",
        ["caution a -"],
    ),
    (
        """{a.name} threatened on Thursday to close its border with {b.name} unless troops were pulled back.

{b.capital} answered that it would cut off gas supplies if the crossing was shut.""",
        ["threat a b", "threat b a"],
    ),
    (
        """{a.capital} then recalled its envoy and warned other European Union members against following suit.

The fair in {c.capital} drew thousands of visitors.""",
        ["demand a -"],
    ),
    (
        """{b.name} presses {a.name} on bases; {a.capital} warns of "mirror" steps

An envoy of {b.name} flew in on Monday, a day after a senior {a.adjective} diplomat
warned that {a.capital} would answer with "mirror measures".

The fair was closed by rain. The hotels were full. The roads were shut.

"If the bases stay, {b.name} will pay for it," Ole Dahl, {a.name}'s deputy foreign
minister, said on Sunday.""",
        ["demand b a", "threat a b"],
    ),
    (
        """{c.name} met the head of the council.

The ministers of {a.name} also called on {b.name} to stop sending weather balloons across the border, and said that they
would close the last two crossings if it did not.""",
        ["demand a b", "threat a b"],
    ),
    (
        """{a.name} summoned {b.name}'s ambassador and demanded an end to what it called "dangerous"
flights over a shoal.

Ole Dahl threatened to bomb the {b.adjective} dam in 1990, according to an aide who later fled to {c.name}.""",
        ["demand a b", "threat - b"],
    ),
    (
        """{b.name}'s president, Ole Dahl, gave {a.capital} until noon to withdraw it; it left on 3 May.""",
        ["demand b a"],
    ),
    (
        """{a.name} threatens to close the taps

The level of the river has fallen. In July 2019 {a.name} had threatened to bomb a village of {b.name}.""",
        ["threat a -", "threat a b"],
    ),
    (
        """{c.name}'s embassy expressed regret.

{a.adjective} officials had let it be known that {b.name}'s access to spares would suffer if it bought the tanks.""",
        ["threat a b"],
    ),
    (
        """{a.capital} called the incident "an insult that will have a price" and said on Sunday that it would stop
buying tea unless {b.capital} apologised within 72 hours.""",
        ["threat a b"],
    ),
    (
        """March 2 - {b.name} seizes a {a.adjective} trawler.

March 5 - {a.name} demands the release of the trawler.

April 11 - {b.name} warns {a.name} that it will fire on boats that cross the line.""",
        ["demand a b", "threat b a"],
    ),
    (
        """The foreign ministry of {a.name} expresses its grave concern over the launch of missiles by {b.name}.

The ministry calls upon {b.name} to refrain from any further provocation.

{a.name} stands ready to contribute to stability.""",
        ["concern a b", "demand a b"],
    ),
    (
        """{a.name} warns {b.name} over troop build-up

{a.name} warned {b.name} on Thursday that it would shoot down any drone that crossed the border.

{b.name} urged {a.name} to stop its drills.""",
        ["threat a b", "demand b a"],
    ),
    (
        """{b.name} threatened {a.name} with strikes on Friday. {b.name} has called up reservists.

{a.capital}'s defense ministry said that {b.name} should stop.

The ministry warned that {b.name} would pay for any attack.""",
        ["threat b a", "demand a b", "threat a b"],
    ),
]


@pytest.mark.parametrize(("story", "told"), STORIES)
@pytest.mark.parametrize("fill", FILLS, ids=["a", "b"])
def test_warnings_of_a_story_do_not_depend_on_who_acts(
    parser: Parser, story: str, told: list[str], fill: tuple[State, State, State, str, str]
) -> None:
    a, b, c, name, role = fill
    codes = {"a": a.code, "b": b.code, "-": None}
    text = story.format(a=a, b=b, c=c, name=name, role=role)
    found = [e for e in parser.parse(text, published="2025-05-23").events if isinstance(e, Warning)]
    expected = [line.split() for line in told]
    assert [w.kind.value for w in found] == [kind for kind, _, _ in expected]
    assert [(codes[i], codes[t]) for _, i, t in expected] == [
        (next(iter({a.country for a in w.issuers}), None), next(iter({t.country for t in w.targets}), None))
        for w in found
    ]


ISSUERS = ["Norway", "Chad's president", "The mission", "NATO", "The Nepalese foreign ministry"]
FRAMES = [
    ("{issuer} warned other European Union members not to arm the militia.", "demand"),
    ("{issuer} said other European Union members should hand over the suspects.", "demand"),
    ("{issuer} vowed to pull out of the talks in response to the drills.", "threat"),
    ("“We will leave the alliance,” {issuer} said.", "threat"),
    ("{issuer} said the dispute could spread if the vote went ahead.", "caution"),
    ("The sale of submarines has worried {issuer}.", "concern"),
    ("A warning from {issuer} to the rebels over the raids went unheeded.", "caution"),
    ("{issuer} is threatening the opposition with sanctions over the raids.", "threat"),
]


@pytest.mark.parametrize("issuer", ISSUERS)
@pytest.mark.parametrize(("frame", "kind"), FRAMES)
def test_what_a_sentence_warns_of_does_not_depend_on_who_stands_in_it(
    parser: Parser, frame: str, kind: str, issuer: str
) -> None:
    who = issuer if frame.startswith("{issuer}") else issuer.replace("The ", "the ")
    found = [e for e in parser.parse(frame.format(issuer=who)).events if isinstance(e, Warning)]
    assert [w.kind.value for w in found] == [kind]
    assert found[0].issuers
    assert found[0].about


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("Norway urged Chad to free the men.", "to free the men"),
        ("“What we fear is that they will be interned,” Norway's minister said.", "they will be interned"),
        ("What we demand is an apology from Chad, Norway's minister said.", "an apology from Chad"),
        ("Norway urged all parties to the truce in Chad not to fire.", "not to fire"),
        ("Norwegian senators warned Chad against shelling the port.", "shelling the port"),
        ("Norway warned Chad that shells would be answered.", "shells would be answered"),
        ('Norway urged Chad to "stop sending the wrong signals".', 'to "stop sending the wrong signals"'),
        (
            "Norway urged Chad to show “calm” and to keep its word, and “not to play with fire”.",
            "to show “calm” and to keep its word, and “not to play with fire”",
        ),
        ('Norway voiced "regret" and cautioned that "haste leads to war".', "haste leads to war"),
        (
            "Norway warned that any raid would be met with fire, in remarks that state radio said were meant for Chad.",
            "any raid would be met with fire",
        ),
        ("Peru turns away Chadian general; Norway threatens tea ban", "tea ban"),
        ("Norway vows revenge; oil jumps", "revenge"),
    ],
)
def test_whom_a_warning_is_for_is_not_what_it_is_about(parser: Parser, sentence: str, about: str) -> None:
    (found,) = [e for e in parser.parse(sentence).events if isinstance(e, Warning)]
    assert found.about == about


@pytest.mark.parametrize(
    ("text", "issuers", "targets"),
    [
        ("Norwegian and Peruvian officials warned Chad not to fire.", {"NOR", "PER"}, {"TCD"}),
        ("Norway warned that Peruvian and Chadian forces would pay a price.", {"NOR"}, {"PER", "TCD"}),
        (
            "Norway is angry with Chad. Officials have accused Chad of lying and have threatened sanctions.",
            {"NOR"},
            {"TCD"},
        ),
        ("EU officials met in Oslo. The officials demanded that Chad free the men.", set(), {"TCD"}),
        ("Norway and Chad are near war. The Clinton administration urged Chad to show restraint.", {"USA"}, {"TCD"}),
        ("Norway and Chad are near war. Some congressmen voiced concern over Chad's drills.", {"USA"}, {"TCD"}),
        ("Zambia is in debt. IMF chief Ada Holt warned that the government must pay.", set(), {"ZMB"}),
        ("Norwegian minister Ole Dahl said Norwegian forces would cross the river into Peru.", {"NOR"}, {"PER"}),
        (
            "The Norwegian army could be called in if the strike went on, Prime Minister Ole Dahl warned.",
            {"NOR"},
            set(),
        ),
        ("Norway warned that arming Chad's neighbours would lead to war.", {"NOR"}, set()),
        ("Norway will strike back if Chad lands troops, the minister warned.", {"NOR"}, {"TCD"}),
        ("Norway must pull its ships out of the bay, the foreign minister warned.", set(), {"NOR"}),
    ],
)
def test_the_states_of_who_warns_and_of_who_is_warned(
    parser: Parser, text: str, issuers: set[str], targets: set[str]
) -> None:
    (found,) = [e for e in parser.parse(text, published="1998-05-20").events if isinstance(e, Warning)]
    assert countries_of(found.issuers) == issuers
    assert countries_of(found.targets) == targets


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        (
            "The Chadian minister flew to Lima on Monday, a day after Norway warned that it would seal the port.",
            "2024-05-05",
        ),
        ("On Monday, two days after Norway threatened Chad with sanctions, the talks went on.", "2024-05-04"),
        ("The rebels on Tuesday dismissed a Norwegian ultimatum to leave the town.", None),
        ("Norway on Tuesday demanded that the rebels leave the town.", "2024-05-07"),
    ],
)
def test_what_is_done_about_a_warning_is_of_another_day(parser: Parser, sentence: str, when: str | None) -> None:
    (found,) = [e for e in parser.parse(sentence, published="2024-05-09").events if isinstance(e, Warning)]
    assert (found.when and found.when.edtf) == when


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("Peru demanded that Chile apologise for the raids of last week.", None),
        ("Peru demanded that Chile return the men who were seized last week.", None),
        ("Peru warned Chile that it would close the border next week.", None),
        ("Peru, in its sharpest words since the crisis began three weeks ago, warned Chile against the raids.", None),
        ("Peru had urged Chile to stop shelling the villages last week.", "2024-04-29/2024-05-05"),
        ("Peru warned Chile against shelling the villages yesterday.", "2024-05-08"),
        ("Peru urged Chile to release the crew in a speech on Monday.", "2024-05-06"),
        ("Peru demanded that Chile release the crew in a letter sent on Monday.", "2024-05-06"),
        ("Peru's warning on Monday that Chile would face sanctions drew criticism.", "2024-05-06"),
        ("Peru's warning on Sunday evening that Chile would face sanctions drew criticism.", "2024-05-05"),
        ("Peru set a deadline of 1 June for Chile to stop the raids.", None),
    ],
)
def test_a_day_behind_what_is_asked_may_be_that_of_asking(parser: Parser, sentence: str, when: str | None) -> None:
    (found,) = parser.parse(sentence, published="2024-05-09").warnings
    assert (found.when and found.when.edtf) == when


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Peru will issue a threat to close Chile's port.", "possible"),
        ("Peru has withdrawn its threat to close Chile's port.", "retracted"),
        ("Peru may withdraw its threat to close Chile's port.", "issued"),
        ("Peru refused to withdraw its threat to close Chile's port.", "issued"),
        ("Chile may reject Peru's demand that it withdraw.", "issued"),
        ("Envoys in Geneva welcomed Peru's demand that Chile stop the raids.", "issued"),
        ("Chile said it would ignore Peru's demand that it withdraw its troops.", "issued"),
    ],
)
def test_what_is_done_about_a_warning_leaves_it_issued(parser: Parser, sentence: str, status: str) -> None:
    (found,) = parser.parse(sentence).warnings
    assert found.status == status


@pytest.mark.parametrize(
    ("passage", "status"),
    [
        ("Peru rejected as false a report that it had issued an ultimatum to Chile.", "denied"),
        ("Peru called reports that it had threatened Chile with war a lie.", "denied"),
        ("There is no truth in reports that Peru threatened Chile with war, Lima said.", "denied"),
        ("Peru had threatened Chile with war, papers said. Peru denied it.", "denied"),
        ("Papers reported that Peru had issued an ultimatum to Chile. Lima denied the report.", "denied"),
        ("Papers reported that Peru had issued an ultimatum to Chile. That is not true, Lima said.", "denied"),
        ("Peru threatened to close Chile's port. It later walked back the threat.", "retracted"),
        ("Peru warned on Monday that it would close Chile's port. On Friday it withdrew the warning.", "retracted"),
        ("Peru has taken back a threat to close Chile's port. It had threatened Chile with war.", "retracted"),
        ("Peru confirmed a report that Chile had threatened it with war.", "issued"),
        ("Chile called Peru's threat to close the border absurd.", "issued"),
        ("Peru threatened Chile with war over claims that it jams radios. Peru denied the claims.", "issued"),
        ("Papers said Peru had threatened Chile with war. Chile denied it.", "issued"),
    ],
)
def test_a_report_of_a_warning_may_be_denied(parser: Parser, passage: str, status: str) -> None:
    (found,) = parser.parse(passage).warnings
    assert found.status == status


@pytest.mark.parametrize(
    "passage",
    [
        "Chad, which is armed and backed by Peru, threatened to close the strait.",
        "Chad, which backs Peru, threatened to close the strait.",
        "Peru-backed rebels in Chad threatened to attack ships.",
        "Chad, an ally of Peru, threatened to close the strait.",
        "Peru threatened to close its border after a call with Chile.",
        "The Peruvian minister, Ana Ruiz, threatened sanctions in a joint statement with Chile.",
        "Peruvian minister Ana Ruiz spoke with Chilean minister Jan Berg. Chad said the raid would not go unanswered.",
    ],
)
def test_who_backs_or_talks_is_not_whom_it_is_aimed_at(parser: Parser, passage: str) -> None:
    (found,) = parser.parse(passage).warnings
    assert not found.targets
