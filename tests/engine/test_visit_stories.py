"""What an article tells of visits does not depend on who acts in it: short articles, each with two casts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dipevents.parser import Parser

CASTS = (
    {
        "guest": "Ilse Brandt", "short": "Brandt", "he": "she", "He": "She", "his": "her", "His": "Her",
        "own": "Austrian", "home": "Austria", "other": "Ivan Soto", "brief": "Soto", "there": "Peruvian",
        "land": "Peru", "city": "Lima", "third": "Oman", "far": "Muscat",
        "code": "PER", "own_code": "AUT", "far_code": "OMN",
    },
    {
        "guest": "Tomas Reyl", "short": "Reyl", "he": "he", "He": "He", "his": "his", "His": "His",
        "own": "Zambian", "home": "Zambia", "other": "Sofia Halvorsen", "brief": "Halvorsen", "there": "Norwegian",
        "land": "Norway", "city": "Oslo", "third": "Cuba", "far": "Havana",
        "code": "NOR", "own_code": "ZMB", "far_code": "CUB",
    },
)  # fmt: skip
"""Who stands in the stories, and the codes of their states; published on 2025-05-23, a Friday."""
STORIES = {
    "who does not come along calls off nobody's trip but his own": (
        """{own} Foreign Minister {guest} will no longer accompany {own} President Ole Dahl on a trip to {city}.

Dahl is now scheduled to go on Tuesday.""",
        ("{short} > {code} cancelled", "Dahl > {code} planned 2025-05-27"),
    ),
    "who has arrived was there before, and a neighbour never was": (
        """{own} Foreign Minister {guest} has arrived in {city} on a working visit, the embassy said.

In April, the {own} minister came to {city} for a forum. The last minister to visit the city was Ole Dahl, in 2019.""",
        ("{short} > {code} occurred", "{short} > {code} occurred 2025-04", "Ole Dahl > {code} occurred 2019"),
    ),
    "the visit is that of the news and not one told in passing": (
        """{own} Foreign Minister {guest} will travel to {city} on June 3, the ministry said on Friday.

{short}, who cancelled a visit to {far} in April, will address parliament and meet business leaders.

Analysts say the visit is mostly symbolic.""",
        ("{short} > {code} planned 2025-06-03 | symbolic", "{short} > {far_code} cancelled"),
    ),
    "the visit that is spoken of is that of the news, not that of another guest": (
        """{city}, May 23 - {own} Foreign Minister {guest} arrived in {city} on Friday for two days of talks.

Omani Defence Minister Said Harthi was in the city last month.

The {own} opposition has criticised the journey.""",
        ("{short} > {code} occurred | criticised", "Harthi > {code} occurred 2025-04"),
    ),
    "what goes on now is no part of a trip of long ago": (
        """{there} President {other} held talks with {own} President {guest}, who is on a state visit to {land}.

{short} recalled {his} first trip to {city} in 1994. {He} will also visit a port in the south of {land}.""",
        ("{short} > {code} occurred | port", "{short} > {code} occurred 1994"),
    ),
    "whom the title calls by what he is the text names": (
        """{own} envoy leaves {city} without a deal

{home}'s top official for trade left {city} on Thursday after two days of talks.

{guest}, the deputy minister of commerce, had flown in on Tuesday.""",
        ("{guest} > {code} occurred | envoy",),
    ),
    "who went before, and who is welcomed after another stop": (
        """{there} President {other} on Friday welcomed {own} Foreign Minister {guest}, who is new in office.

{short} arrived from {far}, where {he} spent two days. {His} predecessor went to {city} in 2019.""",
        ("{short} > {code} occurred", "{short} > {far_code} occurred", "predecessor > {code} occurred 2019"),
    ),
    "who came here is not yet where he leaves for": (
        """{city}, May 22 - Visiting {own} Foreign Minister {guest} met President {other} here Thursday.

{short}, who arrived Wednesday, was to hold a press conference later in the day before leaving for {far}.""",
        ("{short} > {code} occurred 2025-05-21 | arrived", "{short} > {far_code} planned | leaving"),
    ),
    "who accompanies a guest goes along": (
        """{own} Foreign Minister {guest} will visit {land} next week.

Trade Minister Ada Holt and 60 managers will accompany {short}.""",
        ("{guest} Ada Holt > {code} planned 2025-05-26/2025-06-01 | accompany",),
    ),
    "an entry of a chronology has its date": (
        """Key dates in the history of two ministries

1998 - {home} opens an embassy in {city}.

2004 - {own} President {guest} visits {city}.

June 3, 2025 - {there} Foreign Minister {other} is due to travel to {home}.""",
        ("{short} > {code} occurred 2004", "{brief} > {own_code} planned 2025-06-03"),
    ),
    "what is denied and what is true": (
        """{home} has denied reports that {own} Foreign Minister {guest} is to visit {city}.

"No such trip is planned," a spokesman said on Friday. {there} Defence Minister {other} was in {far} on Wednesday.""",
        ("{short} > {code} cancelled", "{brief} > {far_code} occurred 2025-05-21"),
    ),
    "who comes to the summit, and who stays away": (
        """Leaders gather in {city} for climate summit

Leaders of 30 countries will meet in {city} on Monday. {own} President {guest} has confirmed {his} attendance.

The prime minister of {third} will stay away because of elections at home.""",
        ("Leaders > {code} planned", "{short} > {code} planned 2025-05-26", "prime minister > {code} cancelled"),
    ),
    "a trip that is only weighed does not become firmer by what it would be": (
        """{home} is weighing a visit by Foreign Minister {guest} to {city}, two people familiar with the plans said.

The trip, which could come as early as July, would be the first in a decade.

{there} President {other} visited {home} in secret in March.""",
        ("{short} > {code} possible 2025-07", "{brief} > {own_code} occurred 2025-03"),
    ),
    "a march has its own day": (
        """Students marched in {city} on Thursday against a planned visit to {land} by {own} President {guest}.

The visit, set for next month, has split the coalition.""",
        ("{short} > {code} planned 2025-06 | coalition",),
    ),
    "a visit that has been is not the way back that is to come": (
        """The United Nations envoy for the region, {guest}, flew from {far} to {city} on Thursday to save the truce.

{He} will return to {far} at the weekend.

{His} visit came a day after shells hit a market.""",
        ("{short} > {code} occurred 2025-05-22 | market", "{short} > {far_code} planned"),
    ),
    "players and tourists go unread": (
        """{there} footballers fly to {far}

The {there} national team flew to {far} on Thursday for a friendly.

{own} Foreign Minister {guest} jetted out of the country for {city} the same day. Fans will fill two stands.""",
        ("{short} > {code} occurred",),
    ),
    "the visit that lasts is that of the news, however far above it was told": (
        """{own} President {guest} arrived in {city} on Monday. It rained. Roads were closed. Prices have risen. \
A Finnish minister was in Riga on Thursday. It snowed. Voters were angry. Prices fell. The visit will last two days.""",
        ("{short} > {code} occurred 2025-05-19/2025-05-20", "minister > LVA occurred 2025-05-22"),
    ),
    "the visit that lasts is no trip told by the way": (
        """{own} President {guest} will be in {city} on Tuesday.

{short}, who called off a trip to {far}, praised the harvest. It rained. The visit will last two days.""",
        ("{short} > {code} planned 2025-05-27/2025-05-28", "{short} > {far_code} cancelled"),
    ),
    "who goes on from a visit that is over is on another": (
        """{own} President {guest} concluded a visit to {far} and will fly on to {city}.""",
        ("{short} > {far_code} occurred", "{short} > {code} planned"),
    ),
    "who flies home does so from where the sentence has him": (
        """{own} President {guest} visited {far} on Monday. \
On Thursday {he} will be in {city} and fly home on Friday.""",
        ("{short} > {far_code} occurred 2025-05-19", "{short} > {code} planned 2025-05-29/2025-05-30"),
    ),
    "a word for anybody means who has just travelled": (
        """{own} mediator {guest} was in {far}. The diplomat then travelled to {city}.""",
        ("{short} > {far_code} occurred", "{short} > {code} occurred"),
    ),
    "the visit spoken of is no earlier one of the same guest": (
        """{own} President {guest} visited {city}. It rained. {short} had stopped in {far} before.

{short}'s visit on Monday was a success.""",
        ("{short} > {code} occurred 2025-05-19", "{short} > {far_code} occurred"),
    ),
    "who did not go along missed the trip of the others": (
        """{own} Foreign Minister {guest} visited {far} on May 2. \
{own} President Ole Dahl flew to {city} on Monday. {short} did not accompany him.""",
        ("{short} > {far_code} occurred 2025-05-02", "Dahl > {code} occurred 2025-05-19", "{short} > {code} cancelled"),
    ),
    "what a guest also sees is no part of an earlier visit": (
        """{own} President {guest} arrived in {land} on Thursday. {He} was there in April. Prices are high. \
{He} also visited a port in {land}.""",
        ("{short} > {code} occurred 2025-05-22 | port", "{short} > {code} occurred 2025-04"),
    ),
}


@pytest.mark.parametrize(("text", "told"), STORIES.values(), ids=STORIES)
def test_whoever_acts_the_same_is_told(parser: Parser, text: str, told: tuple[str, ...]) -> None:
    for cast in CASTS:
        visits = parser.parse(text.format(**cast), published="2025-05-23").visits
        found = [
            (
                " ".join(a.name for a in v.visitors),
                {p.country for p in v.destinations},
                v.status.value,
                v.when.edtf if v.when else "",
                " ".join(e.text for e in v.evidence),
            )
            for v in visits
        ]
        assert len(found) == len(told), found
        for row in told:
            event, _, word = row.format(**cast).partition(" | ")
            who, _, rest = event.partition(" > ")
            country, status, *when = rest.split()
            assert any(
                who in names and country in places and status == stage and word in words
                and (not when or date == when[0])
                for names, places, stage, date, words in found
            ), (row.format(**cast), found)  # fmt: skip
