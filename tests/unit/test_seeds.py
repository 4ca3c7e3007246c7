"""The worked examples of seeds/: each is well formed, exact to the letter, and of our own writing."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
MANIFEST: list[dict[str, Any]] = json.loads((SEEDS / "manifest.json").read_text(encoding="utf-8"))
SLUGS: list[str] = [entry["id"] for entry in MANIFEST]
TEXTS = {entry["id"]: (SEEDS / entry["file"]).read_text(encoding="utf-8") for entry in MANIFEST}
EXPECTED: dict[str, dict[str, Any]] = {
    entry["id"]: json.loads((SEEDS / entry["expected"]).read_text(encoding="utf-8")) for entry in MANIFEST
}
ROOMS = ("visits", "warnings", "arms_deals", "opinions")
FIELDS = {
    "visits": "visitors visitor_countries hosts destination_countries places when status evidence",
    "warnings": "issuers issuer_countries targets target_countries kind about when evidence",
    "arms_deals": "suppliers supplier_countries recipients recipient_countries items value when status evidence",
    "opinions": "experts affiliation claim evidence",
}
LABELS = {
    "visits": ("status", {"occurred", "planned", "possible", "cancelled"}),
    "warnings": ("kind", {"threat", "caution", "demand", "concern"}),
    "arms_deals": ("status", {"delivered", "agreed", "negotiating", "possible", "denied"}),
}
MANIFEST_KEYS = {"id", "file", "expected", "published", "title", "source", "manner", "region", "traps", "story"}
SHARED_RUN = 8  # words; a full name with its title and its house may well be seven
DAY = re.compile(r"\d{4}-\d\d-\d\d~?", re.ASCII)
MONTH_OR_YEAR = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?~?", re.ASCII)


def events(slug: str, room: str | None = None) -> list[dict[str, Any]]:
    return [event for name in ROOMS if room in (None, name) for event in EXPECTED[slug][name]]


def is_edtf(text: str) -> bool:
    """Whether a string is a day, month or year of EDTF, or an interval of two such parts in order."""
    parts = text.split("/")
    for part in parts:
        if DAY.fullmatch(part):
            date.fromisoformat(part.rstrip("~"))  # raises when the calendar has no such day
        elif not MONTH_OR_YEAR.fullmatch(part):
            return False
    return len(parts) == 1 or (len(parts) == 2 and parts[0] < parts[1])


def word_runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+", text.lower())
    return {tuple(words[i : i + SHARED_RUN]) for i in range(len(words) - SHARED_RUN + 1)}


def test_manifest_lists_every_file_and_no_other() -> None:
    listed = {"manifest.json", "README.md"} | {entry[key] for entry in MANIFEST for key in ("file", "expected")}
    assert listed == {path.name for path in SEEDS.iterdir()}
    assert len(set(SLUGS)) == len(SLUGS)


def test_manifest_describes_every_article() -> None:
    for entry in MANIFEST:
        assert set(entry) == MANIFEST_KEYS
        assert all(entry[key] for key in entry if key not in ("traps", "story")), entry["id"]
        assert isinstance(entry["traps"], list)
        assert EXPECTED[entry["id"]]["published"] == entry["published"] == str(date.fromisoformat(entry["published"]))


def test_corpus_holds_enough_articles_of_each_sort() -> None:
    assert len(SLUGS) >= 44
    for room in ROOMS:
        assert sum(not EXPECTED[slug][room] for slug in SLUGS) >= 8, f"few articles without {room}"
    assert sum(not events(slug) for slug in SLUGS) >= 4


def test_a_story_is_told_in_order() -> None:
    told: dict[str, list[str]] = {}
    for entry in MANIFEST:
        if entry["story"]:
            told.setdefault(entry["story"], []).append(entry["published"])
    assert told
    for dates in told.values():
        assert dates == sorted(set(dates))


def test_no_article_shares_a_run_of_words_with_another() -> None:
    first: dict[tuple[str, ...], str] = {}
    for slug, text in TEXTS.items():
        for run in word_runs(text):
            assert first.setdefault(run, slug) == slug, f"{slug} and {first[run]}: {' '.join(run)}"


@pytest.mark.parametrize("slug", SLUGS)
def test_expected_object_has_the_shape_of_a_report(slug: str) -> None:
    expected = EXPECTED[slug]
    assert list(expected) == ["id", "published", "actors", *ROOMS]
    assert expected["id"] == slug
    for room in ROOMS:
        for event in events(slug, room):
            assert [key for key in event if key != "doubtful"] == FIELDS[room].split()
            assert event.get("doubtful", True) is True
            if room in LABELS:
                label, allowed = LABELS[room]
                assert event[label] in allowed


@pytest.mark.parametrize("slug", SLUGS)
def test_evidence_is_whole_sentences_of_the_text(slug: str) -> None:
    text = TEXTS[slug]
    for event in events(slug):
        assert event["evidence"], event
        assert len(set(event["evidence"])) == len(event["evidence"])
        for sentence in event["evidence"]:
            assert text.count(sentence) == 1, sentence
            start = text.index(sentence)
            assert start == 0 or text[start - 1].isspace(), sentence
            assert text[start + len(sentence)].isspace(), sentence


@pytest.mark.parametrize("slug", SLUGS)
def test_quoted_slots_are_words_of_the_evidence(slug: str) -> None:
    for event in events(slug):
        evidence = "\n".join(event["evidence"])
        quoted = [event.get("about"), event.get("claim"), *event.get("items", [])]
        assert all(words in evidence for words in quoted if words is not None), event
        assert all(event[key] in TEXTS[slug] for key in ("value", "affiliation") if event.get(key)), event


@pytest.mark.parametrize("slug", SLUGS)
def test_names_stand_in_the_text(slug: str) -> None:
    for actor in EXPECTED[slug]["actors"]:
        assert [key for key in actor if key != "doubtful"] == ["name", "kind", "country", "role"]
        assert actor["kind"] in {"person", "organization", "igo", "group"}
        assert actor["name"] in TEXTS[slug]
        assert actor["role"] is None or actor["role"] in TEXTS[slug]
    names = [actor["name"] for actor in EXPECTED[slug]["actors"]]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("slug", SLUGS)
def test_countries_are_codes_of_three_letters(slug: str) -> None:
    codes = [actor["country"] for actor in EXPECTED[slug]["actors"] if actor["country"] is not None]
    codes += [code for event in events(slug) for key in event if key.endswith("_countries") for code in event[key]]
    assert all(re.fullmatch(r"[A-Z]{3}", code, re.ASCII) for code in codes), codes


@pytest.mark.parametrize("slug", SLUGS)
def test_dates_are_well_formed(slug: str) -> None:
    for event in events(slug):
        if event.get("when") is not None:
            assert is_edtf(event["when"]), event["when"]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_event_has_a_principal(slug: str) -> None:
    either = {
        "visits": ("visitors", "visitor_countries"),
        "warnings": ("issuers", "issuer_countries"),
        "arms_deals": ("suppliers", "supplier_countries", "recipients", "recipient_countries"),
        "opinions": ("experts",),
    }
    for room, slots in either.items():
        for event in events(slug, room):
            assert event.get("doubtful") or any(event[slot] for slot in slots), event
