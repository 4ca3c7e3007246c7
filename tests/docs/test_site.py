"""The built site: no link leads nowhere, nothing is loaded from elsewhere, and the search works from files."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]

for needed in ("mkdocs", "material", "mkdocstrings"):
    pytest.importorskip(needed)


class Page(HTMLParser):
    """What a page has and what it wants.

    Attributes:
        ids: Names that a link can lead to.
        links: Where its links lead.
        loads: What a browser fetches to show it.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids |= {given[name] for name in ("id", "name") if name in given}
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag == "link" and given.get("rel") not in {"canonical", "prev", "next", "alternate"}:
            self.loads.append(given.get("href", ""))
        self.loads += [given["src"]] if "src" in given else []


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(  # noqa: S603 - our own site
        command, cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    return {path: Page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}


def is_elsewhere(address: str) -> bool:
    return bool(urlsplit(address).netloc) or address.startswith("mailto:")


def test_every_link_leads_somewhere(site: Path, pages: dict[Path, Page]) -> None:
    broken = []
    for path, page in pages.items():
        if path.name == "404.html":  # its links are absolute: it is shown under any address
            continue
        for link in (*page.links, *page.loads):
            parts = urlsplit(link)
            if is_elsewhere(link) or parts.scheme in {"data", "javascript"}:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            known = pages[target].ids if target in pages else {""}
            if not target.exists() or (parts.fragment and unquote(parts.fragment) not in known):
                broken.append(f"{path.relative_to(site)}: {link}")
    assert broken == []


def test_nothing_is_loaded_from_elsewhere(site: Path, pages: dict[Path, Page]) -> None:
    assert [(str(path), load) for path, page in pages.items() for load in page.loads if is_elsewhere(load)] == []
    styles = [path.read_text(encoding="utf-8") for path in site.rglob("*.css")]
    assert styles
    assert [
        found for text in styles for found in re.findall(r"(?:@import|url\()\s*[\"']?(?:https?:)?//[^)]*", text)
    ] == []


def test_pictures_are_light_and_described(site: Path) -> None:
    pictures = list((site / "assets" / "pictures").glob("*.png"))
    assert len(pictures) >= 4
    assert [path.name for path in pictures if path.stat().st_size > 200_000] == []
    shown = [
        m
        for path in sorted((ROOT / "docs").rglob("*.md"))
        for m in re.findall(r"!\[([^]]*)\]\(", path.read_text("utf-8"))
    ]
    assert len(shown) >= 4
    assert all(len(words) > 10 for words in shown)


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Any]:
    spec = importlib.util.spec_from_file_location("chromium", ROOT / "tests" / "browser" / "chromium.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    program = module.find_chromium()
    if program is None:
        pytest.skip("no Chromium is installed")
    with module.Chromium(program, tmp_path) as running:
        yield running


def test_the_search_works_from_files(site: Path, browser: Any) -> None:
    browser.open(site / "index.html")
    browser.run(
        "(() => { document.querySelector('#__search').click();"
        " const e = document.querySelector('input[name=query]'); e.focus(); e.value = 'reciprocity';"
        " e.dispatchEvent(new Event('input', {bubbles: true}));"
        " e.dispatchEvent(new KeyboardEvent('keyup', {bubbles: true, key: 'y'})); })()"
    )
    found: list[str] = []
    for _ in range(100):
        found = browser.run(
            "[...document.querySelectorAll('.md-search-result__link')].map(a => a.getAttribute('href'))"
        )
        if found:
            break
        time.sleep(0.1)
    assert any("reference/relations.html" in address for address in found)
    assert [address for address in browser.requests if address.startswith(("http:", "https:"))] == []
