"""How well and how fast things are found, beside the two searches that sites like this one mostly use.

The queries are those of the tests (tests/search/queries.yml). They are typed into each search in the same
browser, a letter at the end by itself; the links that come back are read and told by their addresses which
record they lead to. All of it once with the project's records and once with 2,000 (many_records.py).

* found first / among 3: of the queries that something is wanted for, how many have it there;
* MRR: the mean of one over the rank of the first right answer, among the first 8, nothing found being 0;
* empty: queries that something is wanted for and that find nothing at all;
* KB: what a first query downloads, compressed as GitHub Pages compresses; pictures of results apart;
* ms: from the last key to the results, the processor slowed down four times; median and 95th percentile.

Run: ``make search-bench``.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lighthouse import browser as chromium
from many_records import many_records
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
from search_engines import OURS, SHOWN, Engine, material, ours, pagefind, records_of
from serving import served
from tests.search.golden import Query, names_of, queries

from gastro.catalogue import Catalogue, load
from gastro.pages.render import Setting
from gastro.project import Project
from gastro.site.build import build_site
from gastro.site.documents import write_pages
from gastro.site.edition import edition

SLOWER = 4
MANY = 2000
PATIENCE = 60_000
FIRST_QUERIES = {"th": ("หม้อแกง", "น้ำตาลโตนด", "ลอดช่อง"), "en": ("mo kaeng", "palm sugar", "Ban Laem")}
MOST_KB = {False: 150, True: 300}
MOST_MS = 50
WATCH = """([box, changes, done, event]) => {
  const target = document.querySelector(changes);
  const query = document.querySelector(box);
  const stands = new Function("box", `return ${done}`);
  document.addEventListener(event, (happened) => {
    if (happened.target === query) window.bench = { from: happened.timeStamp, to: 0 };
  }, true);
  new MutationObserver(() => {
    if (window.bench && !window.bench.to && stands(query)) window.bench.to = performance.now();
  }).observe(target, { attributes: true, childList: true, characterData: true, subtree: true });
}"""
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@dataclass
class Score:
    """What one search did with the queries of one language."""

    ranks: list[int] = field(default_factory=list)
    empty: int = 0
    silent: int = 0
    noise: int = 0
    times: list[float] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def __add__(self, other: Score) -> Score:
        return Score(
            self.ranks + other.ranks,
            self.empty + other.empty,
            self.silent + other.silent,
            self.noise + other.noise,
            self.times + other.times,
            self.missed + other.missed,
        )

    def within(self, most: int) -> float:
        return sum(0 < rank <= most for rank in self.ranks) / len(self.ranks)

    def mrr(self) -> float:
        return sum(1 / rank for rank in self.ranks if rank) / len(self.ranks)


@dataclass(frozen=True)
class Weight:
    """Bytes of a first query: the search's own, and the pictures of what it found."""

    own: float
    pictures: float


def main() -> None:
    """Make the sites, ask the questions and print the tables."""
    made = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    made.add_argument("--site", type=Path, help="our site, built already from these records")
    made.add_argument("--size", choices=("own", "many"), help="only the project's records, or only 2,000")
    made.add_argument("--only", choices=("ours", "material", "pagefind"), help="only this search")
    made.add_argument("--missed", action="store_true", help="list what each search did not find")
    wishes = made.parse_args()
    project = Project.here()
    with tempfile.TemporaryDirectory(prefix="gastro-search-") as name, sync_playwright() as playwright:
        path = chromium()
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        print(f"Chromium {browser.version}; processor slowed down {SLOWER} times")
        for size in (wishes.size,) if wishes.size else ("own", "many"):
            is_many = size == "many"
            folder = Path(name) / size
            folder.mkdir()
            content = many_records(project.content, folder / "content", MANY) if is_many else project.content
            engines = build(content, folder, wishes.site, wishes.only)
            catalogue = load(content).catalogue
            measure(browser, engines, catalogue, is_many=is_many, missed=wishes.missed)
        browser.close()


def build(content: Path, folder: Path, site: Path | None, only: str | None) -> list[Engine]:
    """The searches over the same records, each built below ``folder``."""
    project = Project.here()
    catalogue = load(content).catalogue
    made = edition(catalogue, content, project.cache, Setting())
    docs = folder / "docs"
    for lang in ("th", "en"):
        shutil.copytree(project.docs / lang, docs / lang)
    write_pages(made.pages, docs)
    if site is None:
        site = folder / "site"
        build_site(project, made, site, own_content=False)
    makers = {
        "ours": lambda: ours(site),
        "material": lambda: material(docs, _new(folder / "material")),
        "pagefind": lambda: pagefind(site, _new(folder / "pagefind")),
    }
    return [make() for name, make in makers.items() if only in (None, name)]


def _new(folder: Path) -> Path:
    folder.mkdir()
    return folder


def measure(
    browser: Browser, engines: Sequence[Engine], catalogue: Catalogue, *, is_many: bool, missed: bool
) -> None:
    """Print one table."""
    names = names_of(catalogue)
    asked = queries()
    records = sum(1 for _ in catalogue)
    rows = []
    for engine in engines:
        scores = {}
        for lang in ("th", "en"):
            print(f"{engine.name} {lang} …", file=sys.stderr, flush=True)
            with served(engine.site, ("gzip",)) as address:
                mine = [one for one in asked if one.lang == lang]
                scores[lang] = score(browser, engine, address, mine, names)
        rows.append((engine, scores, weigh(browser, engine)))
    print(f"\n{records:,} records, {len(asked)} queries")
    heads = ("first", "among 3", "MRR", "empty", "KB", "pictures", "ms", "ms 95 %")
    print(f"{'':22}" + "".join(f"{head:>10}" for head in heads))
    for engine, scores, weights in rows:
        total = scores["th"] + scores["en"]
        for label, one, weight in (
            (engine.name, total, None),
            ("  Thai site", scores["th"], weights["th"]),
            ("  English site", scores["en"], weights["en"]),
        ):
            print_row(label, one, weight)
        print(f"  queries for nothing that find nothing: {total.silent} of {total.silent + total.noise}")
        if missed:
            print("\n".join(f"    {line}" for line in total.missed))
    print_shortfalls(rows, is_many=is_many)


def print_row(label: str, one: Score, weight: Weight | None) -> None:
    cells = [f"{one.within(1):.1%}", f"{one.within(3):.1%}", f"{one.mrr():.3f}", f"{one.empty}"]
    cells += [f"{weight.own / 1000:.0f}", f"{weight.pictures / 1000:.0f}"] if weight else ["", ""]
    cells += [f"{statistics.median(one.times):.0f}", f"{high(one.times):.0f}"]
    print(f"{label:22}" + "".join(f"{cell:>10}" for cell in cells))


def high(times: Sequence[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


def print_shortfalls(rows: Sequence[tuple[Engine, Any, Any]], *, is_many: bool) -> None:
    """Where our own search is short of its targets."""
    lines = []
    own = [row for row in rows if row[0].name == OURS]
    for _, scores, weights in own:
        most = MOST_KB[is_many]
        lines += [
            f"{lang}: first query {one.own / 1000:.0f} KB, at most {most}"
            for lang, one in weights.items()
            if one.own > most * 1000
        ]
        median = statistics.median((scores["th"] + scores["en"]).times)
        if median > MOST_MS:
            lines.append(f"results after {median:.0f} ms, at most {MOST_MS}")
    if own:
        print("Short of the targets: " + "; ".join(lines) if lines else "Every target is met.")


def opened(browser: Browser, engine: Engine, address: str, lang: str) -> Page:
    """A fresh tab with the search open and ready."""
    page = browser.new_context(service_workers="block", viewport={"width": 1280, "height": 900}).new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address + engine.address(lang), wait_until="networkidle")
    if engine.opener:
        page.locator(engine.opener).click()
    page.locator(engine.box).wait_for()
    wait_for(page, engine.ready)
    page.locator(engine.box).click()
    page.evaluate(WATCH, [engine.box, engine.changes, engine.done, engine.event])
    return page


def wait_for(page: Page, expression: str) -> None:
    """Wait without what a content security policy forbids."""
    for _ in range(PATIENCE // 20):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(20)
    raise TimeoutError(expression)


def type_in(page: Page, keys: CDPSession, text: str) -> float:
    """Type text, the last letter with a key of its own; milliseconds from that key until results stand."""
    page.evaluate("window.bench = null")
    page.keyboard.insert_text(text[:-1])
    for kind in ("keyDown", "keyUp"):
        letter = {"text": text[-1]} if kind == "keyDown" else {}
        keys.send("Input.dispatchKeyEvent", {"type": kind, "key": text[-1], **letter})
    wait_for(page, "Boolean(window.bench && window.bench.to)")
    taken: float = page.evaluate("window.bench.to - window.bench.from")
    return taken


def empty(page: Page) -> None:
    """Clear the box with the keyboard."""
    page.keyboard.press("Control+A")
    page.keyboard.press("Backspace")
    page.wait_for_timeout(20)


def answers(page: Page, engine: Engine) -> list[str]:
    """The records found, best first."""
    addresses: list[str] = page.evaluate(
        "at => Array.from(document.querySelectorAll(at), one => one.href)", engine.answers
    )
    return records_of(addresses)[:SHOWN]


def score(
    browser: Browser, engine: Engine, address: str, asked: Sequence[Query], names: dict[str, str]
) -> Score:
    """Type every query of one language and see what comes back."""
    page = opened(browser, engine, address, asked[0].lang)
    keys = page.context.new_cdp_session(page)
    type_in(page, keys, FIRST_QUERIES[asked[0].lang][0])
    page.wait_for_load_state("networkidle")
    keys.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    found = Score()
    for query in asked:
        text = query.text.strip()
        empty(page)
        if text[:-1].strip():
            type_in(page, keys, text[:-1].strip())
        spaces = text[:-1][len(text[:-1].strip()) :]
        found.times.append(type_in(page, keys, spaces + text[-1]))
        add(found, query, answers(page, engine), names)
    page.context.close()
    return found


def add(score: Score, query: Query, got: list[str], names: dict[str, str]) -> None:
    """Count one query."""
    if query.empty:
        score.silent += not got
        score.noise += bool(got)
        return
    rank = query.rank(got, names)
    score.ranks.append(rank)
    score.empty += not got
    if not 0 < rank <= query.at:
        score.missed.append(f"{query.lang} {query.text!r}: wanted {query.wanted()}; got {got[:3]}")


def weigh(browser: Browser, engine: Engine) -> dict[str, Weight]:
    """What a first query downloads in each language: the median of several, each in a fresh browser."""
    return {lang: _weigh(browser, engine, lang) for lang in FIRST_QUERIES}


def _weigh(browser: Browser, engine: Engine, lang: str) -> Weight:
    weights = []
    for text in FIRST_QUERIES[lang]:
        sent: list[tuple[str, int]] = []
        with served(engine.site, ("gzip",), sent=sent) as address:
            page = opened(browser, engine, address, lang)
            before = {path for path, _ in sent if not engine.own.search(path)}
            type_in(page, page.context.new_cdp_session(page), text)
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(500)
            page.context.close()
        own = sum(size for path, size in sent if engine.own.search(path))
        others = sum(size for path, size in sent if path not in before and not engine.own.search(path))
        weights.append(Weight(own, others))
    return Weight(
        statistics.median(one.own for one in weights), statistics.median(one.pictures for one in weights)
    )


if __name__ == "__main__":
    main()
