"""Writes docs/how-to/dates.md out of tests/golden/dates.md, so that the page says what the tests prove.

Run it after a change of the golden table: python scripts/make_dates_page.py
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden" / "dates.md"
PAGE = ROOT / "docs" / "how-to" / "dates.md"
HEAD = """# Dates alone

`find_dates` reads the temporal expressions of English news and says which stretch of the calendar each means. It needs
no language model and reads more than half a million characters a second.

```python
import dipevents

for found in dipevents.find_dates("Kim arrived on Sept. 12 and will leave on Friday.", published="2023-09-13"):
    print(found.text, found.timex_type, found.timex_value, found.when)
```

```text
Sept. 12 DATE 2023-09-12 2023-09-12
Friday DATE 2023-09-15 2023-09-15
```

`published` is the day of publication; without it, "Friday" has no date and "Sept. 12" keeps its year unknown
(`XXXX-09-12`). `when` is an `EventDate`: its string is [EDTF](https://www.loc.gov/standards/datetime/) (ISO 8601-2),
`earliest` and `latest` are its first and last day, and its predicates say what is certain:

```python
>>> from dipevents import EventDate
>>> visit = EventDate.from_edtf("2023-09-12/2023-09-15")
>>> visit.earliest, visit.latest, visit.days
(datetime.date(2023, 9, 12), datetime.date(2023, 9, 15), 4)
>>> visit.ended_before(EventDate.from_edtf("2023-10"))
True
>>> EventDate.from_edtf("2023~").ended_before(EventDate.from_edtf("2024"))
False

```

`timex_type` and `timex_value` are those of TIMEX3. "Since", "until" and "about" change `when`, not the TIMEX3 value.
"From May 3 to June 5" is two expressions, as TIMEX3 has it, each with the whole stretch as its `when`; "May 3-5" is
one. What is told of a stretch lasted from its first to its last day. "Last week" and "the spring" are intervals, too,
but frames: what is told of them lies somewhere within, and `when.frame` is True.

## What is read

The tables are the tests' own. A value in round brackets is the TIMEX3 value of an expression that means no stretch of
the calendar. Where nothing else is said, the day of publication is Wednesday, 13 September 2023.
"""
FOOT = """
## What is not read, and why

- Holidays of the lunar calendars (Ramadan, Passover, Tet): their days depend on sightings and on the country.
- Days of the school, church or business year that no table fixes ("the first day of term").
- Fiscal years are taken by their number, whatever month they begin in: the text seldom says which.
- Time zones: the day that the text names is kept, not reckoned into another zone.
- "On Tuesday" in a feature that is set in another year is taken from the publication day.
- Expressions that hang on an event of the article itself ("two days before the summit") are durations; events that
  everybody knows are read from `data/anchors.csv`.
- A bare season is that of the north.

## How to add a word, an event or a kind

A word is a line of `data/dates.toml`, an event a line of `data/anchors.csv` with its source, a kind a rule with its
pattern in `dipevents/mentions/dates/`; each comes with a row of `tests/golden/dates.md`, traps first. Then run
`python scripts/make_dates_page.py`.
"""


def page(golden: str) -> str:
    """The page that the golden table makes."""
    parts = [HEAD]
    for section in golden.split("\n## ")[1:]:
        title, _, body = section.partition("\n")
        rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in body.splitlines() if line.startswith("|")][
            2:
        ]
        if title == "Traps":
            parts.append("### Traps\n\nNone of these holds a date:\n")
            parts.append("\n".join(f"- {sentence}" for sentence, *_ in rows) + "\n")
            continue
        parts.append(f"### {title}\n\n| sentence | words | answer |\n| --- | --- | --- |")
        for sentence, published, words, answer in rows:
            note = (
                ""
                if published == "2023-09-13"
                else " (no day of publication)"
                if published == "-"
                else f" ({published})"
            )
            parts.append(f"| {sentence}{note} | {_code(words)} | {_code(answer)} |")
        parts.append("")
    return "\n".join(parts) + FOOT


def _code(cell: str) -> str:
    return ", ".join(f"`{part}`" for part in cell.split(" + "))


if __name__ == "__main__":
    PAGE.write_text(page(GOLDEN.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")
