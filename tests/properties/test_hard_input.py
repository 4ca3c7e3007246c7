"""Hard input: whatever comes, a lawful report, and work that grows with the text and not with its square."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest

from dipevents.mentions.dates import find_dates
from dipevents.parser import Parser, find_attributions
from dipevents.reading.article import split_article
from dipevents.reading.language import unread_reason
from dipevents.reading.quotes import read_quotes

if TYPE_CHECKING:
    from collections.abc import Callable

PARSER = Parser()
NEWS = (
    "SEOUL, May 9 -- South Korean Defense Minister Park Jin-ho will fly to Warsaw on Tuesday. China warned that any "
    "sale of missiles to Taiwan would have serious consequences. “Warsaw needs these tanks,” said Lee Hana.\n\n"
)
SYLLABLES = [a + b for a in "bdgklmnprstvz" for b in "aeiou"]


def filled(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def name(i: int) -> str:
    """A family name of its own for every number."""
    return (SYLLABLES[i % 65] + SYLLABLES[i // 65 % 65] + "nov").capitalize()


# --- everything that is not plain news, in small

ODD = {
    "empty": "",
    "one character": "a",
    "one stop": ".",
    "no spaces": "Kimvisited" * 400,
    "one word": "a" * 4000,
    "only punctuation": ".,;:!?-" * 500,
    "only stops": "." * 4000,
    "only quotation marks": '"' * 3000,
    "deep quotations": "“" * 1500 + "Kim visited Moscow." + "”" * 1500,
    "deep brackets": "(" * 1500 + "Kim visited Moscow." + ")" * 1500,
    "brackets with words": "(he said " * 300 + ")" * 300,
    "a name behind a pronoun": (
        'The quiet gunsmith\n\nAda Kos, 61, runs the plant. "Now I have buyers." Investigators say that guns ended up '
        "in Idlib, something Kos shrugs off."
    ),
    "one long sentence": "the minister and the envoy visited Paris and warned Iran of missiles and " * 60,
    "mojibake": NEWS.encode().decode("latin-1") * 3,
    "lone surrogates": "\ud800 Kim\udfff visited Moscow. \udc80" * 60,
    "NUL": "Kim\0 visited\0Moscow.\0" * 60,
    "control characters": "".join(map(chr, range(32))) * 60,
    "right to left": "\u202eKim visited\u202c Moscow \u200fזה. " * 60,
    "combining marks": "K\u0301i\u0308m\u0327 visited Mo\u0301scow. " * 40 + "\u0301" * 2000,
    "emoji": "👩‍👩‍👧‍👦🇫🇷 Kim visited 🇷🇺. " * 60,
    "zero width": "K\u200bim vis\u200bited Mos\u2060cow.\ufeff " * 60,
    "mixed line ends": "Kim\r\nvisited\rMoscow.\n\n\u2028He\x85left.\v" * 60,
    "tabs": "Kim\tvisited\tMoscow.\t1998\t" * 60,
    "HTML": "<p class='a'><a href='x'>Kim</a> visited <b>Moscow</b> on Tuesday.&nbsp;</p>\n<script>a=1;</script>" * 20,
    "Markdown": "# Kim\n\n* **Kim** visited [Moscow](http://x)\n> said\n\n| a | b |\n|---|---|\n| Kim | 3 |\n" * 20,
    "a table": "| Country | Deal | 1998 | $3 million |\n" * 50,
    "a live blog": "10:45 GMT — Kim arrived in Moscow.\n\n11.02am: Lavrov said no.\n\n" * 20,
    "datelines": "MOSCOW, Sept 12 -- PARIS (Agency) — ROME: " * 40,
    "capitals": NEWS.upper() * 3,
    "no capitals": NEWS.lower() * 3,
    "digits": "1" * 3000 + " 1,000,000" * 200,
    "pronouns": "He told him that she saw her who met them. " * 40,
    "possessives": "Kim's envoy's visit's plan's " * 60,
    "hyphens": "MiG-" * 800,
    "a stump": "non-U.S.",
    "a cue turned round": "Superdelegates: to who according",
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_text_parses_and_quotes_itself(kind: str) -> None:
    text = ODD[kind]
    report = PARSER.parse(text, published="2024-05-15")
    assert report.text == text
    for event in report.events:
        assert all(text[quote.start : quote.end] == quote.text for quote in event.evidence)
    assert type(report).from_json(report.to_json()) == report


def test_capitals_are_still_read() -> None:
    report = PARSER.parse("FRENCH PRESIDENT EMMANUEL MACRON VISITED MOSCOW ON TUESDAY.", published="2024-05-15")
    assert report.visits


def test_events_are_read_among_noise() -> None:
    """What cannot be read does not hide what can."""
    noise = "\n\n".join([ODD["only stops"], ODD["deep brackets"][:1500], ODD["control characters"]])
    sentence = "Norwegian Foreign Minister Hana Novak visited Kenya on Tuesday."
    report = PARSER.parse(f"{noise}\n\n{sentence}\n\n{noise}", published="2024-05-15")
    assert any(quote.text == sentence for visit in report.visits for quote in visit.evidence)


def test_a_sentence_too_long_for_the_model_is_cut_and_still_read() -> None:
    long = "and the harvest was good in the valleys " * 60
    report = PARSER.parse(f"Hana Novak, the foreign minister of Norway, visited Kenya on Tuesday {long}.")
    assert report.visits


FOREIGN = "Le ministre des Affaires étrangères a visité la France et il a averti son homologue dans la capitale."


def test_paragraphs_in_other_languages_yield_no_event_and_are_told() -> None:
    english = "Norwegian Foreign Minister Hana Novak visited Kenya on Tuesday."
    report = PARSER.parse(f"{FOREIGN}\n\n{english}\n\nМинистр прибыл в Москву.", published="2024-05-15")
    assert [quote.text for event in report.events for quote in event.evidence] == [english]
    assert [(one.evidence.text, one.reason) for one in report.unread] == [
        (FOREIGN, "not English (French)"),
        ("Министр прибыл в Москву.", "not English (Cyrillic script)"),
    ]


def test_quotations_in_paragraphs_that_are_not_read_are_nobodys() -> None:
    quoted = "“Le ministre est arrivé dans la capitale”, a dit le porte-parole de la présidence et de la ville."
    assert [one.reason for one in PARSER.parse(quoted).unread] == ["not English (French)"]
    english = "“Warsaw needs these tanks,” said Lee Hana, an analyst."
    said = find_attributions(f"{quoted}\n\n{english}\n\n{quoted}")
    assert [one.content[0].text for one in said] == [one.content[0].text for one in find_attributions(english)]


def test_a_quotation_goes_on_from_the_paragraph_before_it_alone() -> None:
    """Its opening is left unread, so nobody is known to say the rest, least of all the speaker before both."""
    english = "“Warsaw needs these tanks,” said Lee Hana, an analyst."
    opening = "“Le ministre est arrivé dans la capitale et il a vu la ville avec les enfants de la région."
    said = find_attributions(f"{english}\n\n{opening}\n\n“The harvest was good in the valleys.”")
    assert [quote.text for one in said for quote in one.content] == ["“Warsaw needs these tanks,”"]


# --- work grows with the text

GROWING: dict[str, Callable[[int], str]] = {
    "news": lambda n: NEWS * n,
    "one paragraph": lambda n: (NEWS.strip() + " ") * n,
    "short lines": lambda n: "Kim\r\nvisited\rMoscow.\n\n" * n * 6,
    "visits": lambda n: "\n\n".join(
        f"French President Ivan {name(i)} visited Vienna in {1900 + i}." for i in range(n * 3)
    ),
    "warnings": lambda n: "\n\n".join(
        f"Ivan {name(i)} warned Iran that it would strike {name(i)}." for i in range(n * 3)
    ),
    "deals": lambda n: "\n\n".join(f"{name(i)} Corp sold {i + 2} MiG-29 fighters to India." for i in range(n * 3)),
    "meetings": lambda n: "\n\n".join(
        f"French Minister Ivan {name(i)} met Petro {name(i + 3)} in Vienna." for i in range(n * 3)
    ),
    "opinions": lambda n: "\n\n".join(
        f"“It may fail,” said Ivan {name(i)}, an analyst at {name(i)} Institute." for i in range(n * 3)
    ),
    "one sentence": lambda n: "the minister and the envoy visited Paris and warned Iran of missiles and " * n * 2,
    "foreign": lambda n: FOREIGN * n * 2,
}


def calls(text: str) -> int:
    """How many functions a parse calls: a measure of work that no busy machine changes."""
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        PARSER.parse(text, published="2024-05-15")
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("kind", GROWING)
def test_four_times_the_text_takes_at_most_nine_times_the_calls(kind: str) -> None:
    """An event is compared with the 200 before it at most: below that there is some growth, but no square (16)."""
    make = GROWING[kind]
    PARSER.parse(make(1))
    assert calls(make(48)) < 9 * calls(make(12))


# One thing over and over: what could send a careless pattern into quadratic time.
THINGS = [
    *(
        ".",
        '."',
        ". ",
        "!?",
        ".)",
        "“",
        "”",
        "'",
        "''",
        "(",
        ")",
        " ",
        "\n",
        "\t",
        "\0",
        "a",
        "A",
        "Ab",
        "1",
        "-",
        "--",
        "A.",
        "a.b",
    ),
    *("A, ", "ROME -- ", "ROME, May 9 ", "; ANN: ", "Mr. ", "\ud800", "\u0301", "é", "é ", "ф ", "le ", "word "),
]


@pytest.mark.parametrize("thing", THINGS)
def test_patterns_take_seconds_for_what_would_take_minutes_if_it_were_quadratic(thing: str) -> None:
    """Paragraphs, quotations, dates and languages of 100,000 characters."""
    text = filled(thing, 100_000)
    began = time.process_time()
    article = split_article(text)
    read_quotes(article)
    unread_reason(text)
    find_dates(text, published="2024-05-15")
    assert time.process_time() - began < 20


@pytest.mark.parametrize("thing", [".", " ", "\n", "1", "(", '"', "\0"])
def test_300_kilobytes_without_a_letter_take_seconds(thing: str) -> None:
    began = time.process_time()
    assert not PARSER.parse(filled(thing, 300_000)).events
    assert time.process_time() - began < 60
