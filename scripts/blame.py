"""Finds the condition of a rule that is to blame for an error: `blame.py GOLD…`.

    gain 3.0
      visits of a-12: +0 matched, -3 spurious, +0 slots
        never true   events/visit/places.py:224  foreign_places  v.country

Rules are made of conditions: what stands beside an `or` or an `and`, and behind an `if`. Each one that tells in few of
the articles is switched off (as if it were never true) or lifted (as if it were always true), one at a time, and what
is then read is compared with what the annotator found. What is printed would make these articles better and none of
them worse. It is a list of suspects, no verdict: an annotator may err, and what does harm here may do good elsewhere.
So give it all articles that you have, those that were read for the rules and those that nobody mended against.

`--unmet` prints instead the conditions that were never true, or never false, in any of the articles.

GOLD is what `dipevents evaluate` takes: JSON lines, or a manifest such as that of `seeds/`. Only files of the package
whose paths begin with one of `--within` are looked at; all of them take some minutes for a hundred articles.
"""

from __future__ import annotations

import argparse
import ast
import signal
import sys
from collections import defaultdict
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from types import CodeType, ModuleType

SOURCE = Path(__file__).resolve().parent.parent / "src" / "dipevents"
WITHIN = ("events/", "mentions/", "reading/")
ROOMS = {"visit": "visits", "warning": "warnings", "arms_deal": "arms_deals", "expert_opinion": "opinions"}
FOLDERS = {"events/visit/": "visit", "events/warning/": "warning", "events/arms_deal/": "arms_deal"}
"""Folders that one room alone asks: what they say can be read again without reading the article again."""
SECONDS = 5
"""After which a reading is given up: without one of its conditions a loop may have no end."""
NAME = "_condition"


class Site(NamedTuple):
    """A condition: where it stands, and its words."""

    file: str
    line: int
    function: str
    code: str
    free: bool
    """Whether it may be taken as true: what stands beside an `and` or behind an `if`."""


class Switch:
    """Lets every condition pass, notes how it fell out, and gives one of them another answer.

    Attributes:
        sites: All conditions, by number.
        true: The numbers of those that were true since it was emptied; `false` of those that were false.
        off: The number of the one that is never true, or -1; `lifted` of the one that is always true.
    """

    def __init__(self) -> None:
        self.sites: list[Site] = []
        self.true: set[int] = set()
        self.false: set[int] = set()
        self.off = self.lifted = -1

    def __call__(self, site: int, value: Any) -> Any:
        """What the condition is taken for."""
        if site == self.off and value:
            return False if value is True else type(value)() if isinstance(value, str | tuple | list) else None
        if site == self.lifted and value is False:
            return True
        if value:
            self.true.add(site)
        elif value is False:  # what is empty may be a value that is asked for more than its truth
            self.false.add(site)
        return value


SWITCH = Switch()


class _Instrument(ast.NodeTransformer):
    """Puts the switch around every condition of a file."""

    def __init__(self, file: str, source: str) -> None:
        self.file, self.lines, self.functions = file, source.split("\n"), list[str]()

    def _around(self, node: ast.expr, *, free: bool) -> ast.expr:
        first, last = node.lineno - 1, node.end_lineno or node.lineno
        stretch = [*self.lines[first : last - 1], self.lines[last - 1][: node.end_col_offset]]
        code = " ".join(" ".join([stretch[0][node.col_offset :], *stretch[1:]]).split())
        SWITCH.sites.append(Site(self.file, node.lineno, ".".join(self.functions), code, free))
        number = ast.Constant(len(SWITCH.sites) - 1)
        call = ast.Call(ast.Name(NAME, ast.Load()), [number, self.visit(node)], [])
        return ast.copy_location(call, node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.functions.append(node.name)
        self.generic_visit(node)
        self.functions.pop()
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        node.values = [self._around(value, free=isinstance(node.op, ast.And)) for value in node.values]
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return node
        node.test = self._around(node.test, free=True)
        node.body = [self.visit(one) for one in node.body]
        node.orelse = [self.visit(one) for one in node.orelse]
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        node.test = self._around(node.test, free=True)
        node.body, node.orelse = self.visit(node.body), self.visit(node.orelse)
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        node.iter = self.visit(node.iter)
        node.ifs = [self._around(one, free=True) for one in node.ifs]
        return node


class _Loader(SourceFileLoader):
    """Loads a file with the switch in it; what Python keeps compiled is not asked."""

    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        source = Path(path).read_text("utf-8")
        tree = _Instrument(str(Path(path).relative_to(SOURCE)), source).visit(ast.parse(source))
        return compile(ast.fix_missing_locations(tree), path, "exec")

    def exec_module(self, module: ModuleType) -> None:
        setattr(module, NAME, SWITCH)
        super().exec_module(module)


class _Finder(MetaPathFinder):
    """Finds the files that are looked at."""

    def __init__(self, within: Sequence[str]) -> None:
        self.within = tuple(within)

    def find_spec(self, fullname: str, path: Sequence[str] | None, _: object = None) -> ModuleSpec | None:
        spec = PathFinder.find_spec(fullname, path) if fullname.startswith("dipevents.") else None
        if spec is None or not (spec.origin or "").endswith(".py"):
            return None
        file = Path(str(spec.origin))
        if file.is_relative_to(SOURCE) and str(file.relative_to(SOURCE)).startswith(self.within):
            spec.loader = _Loader(spec.name, str(file))
            return spec
        return None


class Count(NamedTuple):
    """What one type of event gained in one article: counts behind minus counts before."""

    matched: int
    spurious: int
    slots: int
    labels: int
    dates: int

    @property
    def gain(self) -> float:
        """An event counts for one, a filler of a slot for a fifth: the other figures are shares of what is matched."""
        return self.matched - self.spurious + (self.slots + self.labels + self.dates) / 5


class Reader:
    """Reads annotated articles, and reads them again with one condition changed."""

    def __init__(self, articles: Sequence[Mapping[str, Any]]) -> None:
        from dipevents.events import ROOMS as ALL
        from dipevents.parser import Parser

        self.articles, self.parser = articles, Parser()
        self.rooms = {room.kind.type_name(): room for room in ALL}
        self.met: dict[int, list[int]] = defaultdict(list)
        self.failed: dict[int, list[int]] = defaultdict(list)
        self.before: list[dict[str, Count]] = []
        self.kept: list[Any] = []
        for at in range(len(articles)):
            SWITCH.true.clear()
            SWITCH.false.clear()
            self.kept.append(self._read(at))
            self.before.append({room: self._count(at, room, self.kept[at]) for room in self.rooms})
            for place, sites in ((self.met, SWITCH.true), (self.failed, SWITCH.false)):
                for site in sites:
                    place[site].append(at)

    def _read(self, at: int) -> Any:
        return self.parser.read(self.articles[at]["text"], self.articles[at].get("published"))

    def _count(self, at: int, room: str, mentions: Any) -> Count:
        from dipevents.evaluation import evaluate
        from dipevents.models import Report

        mentions.shared.clear()
        mentions.dated.clear()
        found = Report(text=self.articles[at]["text"], events=tuple(self.rooms[room].find(mentions)))
        row = evaluate([self.articles[at]], [found])[ROOMS[room]]
        return Count(row.matched, len(row.spurious), row.slot_hits - row.slots_found, row.labels, row.dates)

    def gains(self, site: int, articles: Sequence[int]) -> Iterator[tuple[str, str, Count]]:
        """Article, type and gain of each type that reads otherwise now; a reading that fails or hangs ends it."""
        file = SWITCH.sites[site].file
        only = next((room for folder, room in FOLDERS.items() if file.startswith(folder)), None)
        for at in articles:
            mentions = self.kept[at] if only else self._read(at)
            for room in [only] if only else self.rooms:
                now, before = self._count(at, room, mentions), self.before[at][room]
                if now != before:
                    change = Count(*(a - b for a, b in zip(now, before, strict=True)))
                    yield str(self.articles[at].get("id", at)), ROOMS[room], change


def suspects(reader: Reader, most: int) -> Iterator[tuple[float, str, list[tuple[str, str, Count]], Site]]:
    """Gain, what was changed, where it tells, and the condition; only what makes nothing worse."""
    signal.signal(signal.SIGALRM, _give_up)
    for site in range(len(SWITCH.sites)):
        ways: list[tuple[str, Sequence[int]]] = [("never true", reader.met.get(site, ()))]
        if SWITCH.sites[site].free:
            ways.append(("always true", reader.failed.get(site, ())))
        for way, articles in ways:
            if 0 < len(articles) <= most:
                told = _tried(reader, site, way, articles)
                if told and all(count.gain >= 0 for _, _, count in told):
                    gain = sum(count.gain for _, _, count in told)
                    if gain > 0:
                        yield gain, way, told, SWITCH.sites[site]


def _tried(reader: Reader, site: int, way: str, articles: Sequence[int]) -> list[tuple[str, str, Count]]:
    SWITCH.off, SWITCH.lifted = (site, -1) if way == "never true" else (-1, site)
    signal.setitimer(signal.ITIMER_REAL, SECONDS * len(articles))
    try:
        return list(reader.gains(site, articles))
    except Exception:  # a rule may well break without one of its conditions: then nothing is learned
        return []
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        SWITCH.off = SWITCH.lifted = -1


def _give_up(*_: object) -> None:
    raise TimeoutError


def print_suspects(reader: Reader, most: int) -> None:
    groups: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    for gain, way, told, site in suspects(reader, most):
        where = f"{way:12} {site.file}:{site.line}  {site.function}  {site.code[:120]}"
        groups[(-gain, tuple(told))].append(where)
    for (loss, told), sites in sorted(groups.items()):
        print(f"\ngain {-loss:.1f}")
        for article, kind, (matched, spurious, slots, *_) in told:
            print(f"  {kind} of {article}: {matched:+} matched, {spurious:+} spurious, {slots:+} slots")
        print("\n".join(f"    {site}" for site in sites))


def print_unmet(reader: Reader) -> None:
    for number, site in enumerate(SWITCH.sites):
        if (number in reader.met) != (number in reader.failed):
            way = "never false" if number in reader.met else "never true"
            print(f"{way:12} {site.file}:{site.line}  {site.function}  {site.code[:120]}")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", nargs="+", help="annotated articles: JSON lines, or a manifest (.json)")
    parser.add_argument("--within", nargs="+", default=WITHIN, help="files to look at, by the begin of their paths")
    parser.add_argument("--most", type=int, default=12, help="articles in which a condition may tell")
    parser.add_argument("--unmet", action="store_true", help="print what was never true, or never false")
    options = parser.parse_args(arguments)
    sys.path.insert(0, str(SOURCE.parent))
    sys.meta_path.insert(0, _Finder(options.within))
    from dipevents.commands.evaluate import annotated_articles  # behind the finder, which must see what it imports

    reader = Reader([article for name in options.gold for article in annotated_articles(name)])
    if options.unmet:
        print_unmet(reader)
    else:
        print_suspects(reader, options.most)
    return 0


if __name__ == "__main__":
    sys.exit(main())
