"""The queries of tests/search/queries.yml, typed as visitors type them; and whatever a page says can be found."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from tests.browser.conftest import Visit
from tests.builds import project_records
from tests.search.golden import Query, names_of, queries

LANGUAGES = ("th", "en")
ORDERED = 30
"""How many queries the file begins with that the search was ordered with."""
BY_ADDRESS = 35
"""How many are asked for through an address of their own; each loads a page and the index."""
STRETCHES = 300
FIND = """async asked => {
  await gastroSearch.ready();
  return asked.map(query => gastroSearch.find(query, 30).map(one => one.record));
}"""
NOT_SAID = (
    "nav, script, style, svg, code, figure, small, .footnote, .share, .cite, .record-tools, .chip, [class*=key], "
    "a[href^='#'], a[href^=http], p > strong:only-child, li > b, [class$=basis], [hidden]"
)
"""Parts of an article that are not what it says: tools, labels, keys, addresses; sources are found by themselves."""
BLOCKS = "h1, p, li"
THAI_PHRASE = re.compile("[\u0e01-\u0e4e]{3,}")
CLUSTER = re.compile("[\u0e40-\u0e44]?[\u0e01-\u0e2e][\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]*")
LATIN_PHRASE = re.compile("[A-Za-z]{3,}(?: [A-Za-z]{2,}){0,2}")


@pytest.fixture(scope="module")
def names() -> dict[str, str]:
    return names_of(project_records().catalogue)


@pytest.fixture(scope="module", params=LANGUAGES)
def open_search(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """One tab a language with the search open."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
    page = context.new_page()
    page.goto(address + ("" if request.param == "th" else "en/"))
    page.locator(".tool--search").click()
    expect(page.locator("#search-query")).to_be_focused()
    yield page
    context.close()


def language(page: Page) -> str:
    return page.locator("html").get_attribute("lang") or ""


def answers(page: Page, query: str) -> list[str]:
    """The records shown once the results for a query stand."""
    told = json.dumps(query.strip(), ensure_ascii=False)
    expect(page.locator(f"#search [role=status][data-done={told}]")).to_have_count(1)
    found: list[str] = page.eval_on_selector_all(
        "#search-results a[data-record]", "links => links.map(link => link.dataset.record)"
    )
    return found


def fault(query: Query, got: list[str], names: dict[str, str]) -> list[str]:
    """What to say where a query does not bring what was wanted; nothing where it does."""
    if query.met(got, names):
        return []
    rank = query.rank(got, names)
    place = f" (it stands at {rank})" if rank else ""
    return [f"{query.lang} {query.text!r}: wanted {query.wanted()}, got {got[:3] or 'nothing'}{place}"]


def test_every_query_brings_what_was_wanted(open_search: Page, names: dict[str, str]) -> None:
    asked = [query for query in queries() if query.lang == language(open_search)]
    got = open_search.evaluate(FIND, [query.text for query in asked])
    assert [line for query, its in zip(asked, got, strict=True) for line in fault(query, its, names)] == []


def test_what_is_typed_brings_the_same(open_search: Page, names: dict[str, str]) -> None:
    faults = []
    for query in [query for query in queries() if query.lang == language(open_search)][::6]:
        open_search.locator("#search-query").fill(query.text)
        faults += fault(query, answers(open_search, query.text), names)
        none = open_search.locator("#search .search__none")
        assert none.is_visible() == query.empty, query.text
    assert faults == []


def sample() -> list[Query]:
    """The queries the search was ordered with, and a few more."""
    ordered, others = queries()[:ORDERED], queries()[ORDERED:]
    return [*ordered, *random.Random(2026).sample(others, BY_ADDRESS - ORDERED)]


@pytest.mark.parametrize("visit", [390], indirect=True, ids=["phone"])
@pytest.mark.parametrize("query", sample(), ids=lambda query: f"{query.lang} {query.text}")
def test_an_address_with_a_query_shows_its_results(visit: Visit, query: Query, names: dict[str, str]) -> None:
    page = visit.go(("" if query.lang == "th" else "en/") + "?q=" + quote(query.text))
    got = answers(page, query.text)
    assert fault(query, got, names) == []
    assert page.locator("#search .search__none").is_visible() == query.empty
    if got:
        link = page.locator("#search-results a[data-record]").first
        href = link.evaluate("link => link.href")
        assert href.startswith(visit.base + ("" if query.lang == "th" else "en/")), href
        assert page.request.get(href).ok
    assert visit.trouble == []


def said(site: Path, lang: str) -> list[str]:
    """The blocks of text of every page's article in one language, page by page."""
    root = site if lang == "th" else site / "en"
    blocks = []
    for file in sorted(root.rglob("index.html")):
        if lang == "th" and file.relative_to(root).parts[0] == "en":
            continue
        article = LexborHTMLParser(file.read_bytes()).css_first("article")
        if article is None:
            continue
        for node in article.css(NOT_SAID):
            node.decompose()
        texts = [re.sub(r"\s+", " ", node.text(separator="\n")) for node in article.css(BLOCKS)]
        blocks.append("\n".join(texts))
    return blocks


def stretches(site: Path, lang: str) -> list[str]:
    """Stretches of 3 to 20 letters from pages chosen by chance: whole clusters of Thai, whole English words."""
    chosen = random.Random(2026)
    pages = said(site, lang)
    found: list[str] = []
    while len(found) < STRETCHES:
        page = chosen.choice(pages)
        phrases = (THAI_PHRASE if lang == "th" else LATIN_PHRASE).findall(page)
        if phrases and (stretch := _stretch(chosen.choice(phrases), chosen)):
            found.append(stretch)
    return found


def _stretch(phrase: str, chosen: random.Random) -> str:
    if not THAI_PHRASE.match(phrase):
        return phrase if len(phrase) <= 20 else phrase[:20].rpartition(" ")[0]
    clusters = CLUSTER.findall(phrase)
    first = chosen.randrange(len(clusters)) if clusters else 0
    length, made = chosen.randint(3, 20), ""
    for cluster in clusters[first:]:
        if len(made + cluster) > length:
            break
        made += cluster
    return made if len(made) >= 3 and made in phrase else ""


def test_whatever_stands_on_a_page_finds_something(open_search: Page, site: Path) -> None:
    asked = stretches(site, language(open_search))
    got = open_search.evaluate(FIND, asked)
    assert [query for query, its in zip(asked, got, strict=True) if not its] == []
