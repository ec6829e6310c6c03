"""The copy on a USB stick, opened by double-click: walked through as a visitor does, without any server."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from gastro.site.offline_copy import About, turn_site
from gastro.site.offline_copy.top import SITE, START, top_files
from gastro.site.offline_copy.verify import verify_copy
from tests.browser.conftest import LEFT

MOVED = """<!doctype html>
<html lang="th" data-base="../.."><head><meta charset="utf-8"><title>ย้ายแล้ว</title>
<meta http-equiv="refresh" content="0; url=../khanom-tan/"></head>
<body><a href="../khanom-tan/">ขนมตาล</a></body></html>
"""


@pytest.fixture(scope="module")
def stick(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy of the site, with a page that has moved among the others."""
    top = tmp_path_factory.mktemp("stick") / "เมืองเพชร #1 50%"
    copied = shutil.copytree(site, top / SITE, ignore=shutil.ignore_patterns("cards"))
    moved = copied / "desserts/formerly/index.html"
    moved.parent.mkdir()
    moved.write_text(MOVED, encoding="utf-8")
    turn_site(copied, About(date(2026, 1, 2), "https://example.org/"))
    for name, content in top_files(date(2026, 1, 2), ""):
        (top / name).write_bytes(content)
    assert verify_copy(top) == []
    return top


@dataclass
class Walk:
    """A tab that opens files of the copy, and everything that went wrong in it."""

    page: Page
    stick: Path
    trouble: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Double-click a file."""
        self.page.goto((self.stick / path).as_uri())
        return self.page

    def at(self, path: str) -> None:
        """Be on a page of the copy, whatever was chosen on it."""
        there = (self.stick / SITE / path).as_uri()
        self.page.wait_for_url(lambda url: url.split("?")[0].split("#")[0] == there)


@pytest.fixture(params=[390, 1280], ids=["phone", "desk"])
def walk(request: pytest.FixtureRequest, browser: Browser, stick: Path) -> Iterator[Walk]:
    context = browser.new_context(viewport={"width": request.param, "height": 844}, locale="th-TH")
    tab = Walk(context.new_page(), stick)
    tab.page.on("console", lambda said: said.type in ("error", "warning") and tab.trouble.append(said.text))
    tab.page.on("pageerror", lambda error: tab.trouble.append(str(error)))
    tab.page.on(
        "requestfailed", lambda asked: asked.failure != LEFT and tab.trouble.append(f"failed: {asked.url}")
    )
    tab.page.on(
        "request",
        lambda asked: (
            asked.url.startswith((stick.as_uri(), "data:")) or tab.trouble.append(f"left: {asked.url}")
        ),
    )
    yield tab
    context.close()
    assert tab.trouble == []


def search(page: Page, words: str, record: str) -> None:
    """Search as one does, and open what was meant."""
    page.locator(".tool--search").click()
    page.locator("#search-query").fill(words)
    page.locator(f"#search-results a[data-record='{record}']").first.click()


def test_from_the_start_through_search_language_list_and_map(walk: Walk) -> None:
    page = walk.open(START)
    walk.at("index.html")
    assert page.evaluate(
        "document.fonts.ready.then(() => [...document.fonts].every(face => face.status !== 'error'))"
    )
    assert page.evaluate("document.fonts.check('700 20px Sarabun', 'ขนม')")

    search(page, "หม้อแกง", "desserts/khanom-mo-kaeng")
    walk.at("desserts/khanom-mo-kaeng/index.html")
    picture = page.locator(".lead__picture img")
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth > 0)")
    search(page, "ขนมหมอแกง", "desserts/khanom-mo-kaeng")
    page.wait_for_load_state()

    page.locator(".tool--language").click()
    walk.at("en/desserts/khanom-mo-kaeng/index.html")
    expect(page.locator("h1")).to_have_text("Khanom mo kaeng")
    search(page, "nam tan tanot", "ingredients/namtan-tanot")
    walk.at("en/ingredients/namtan-tanot/index.html")

    page.locator(".top__name").click()
    walk.at("en/index.html")
    if page.locator(".tool--menu").is_visible():
        page.locator(".tool--menu").click()
    page.locator(".menu").get_by_role("link", name="Sweets", exact=True).click()
    walk.at("en/desserts/index.html")
    filters = page.locator(".filters__box")
    if filters.get_attribute("open") is None:
        filters.locator("summary").click()
    page.get_by_label("Tie to Phetchaburi").select_option("general")
    chosen = page.locator(".cards > li:visible").count()
    assert 0 < chosen < page.locator(".cards > li").count()
    page.locator(".cards > li:visible a").first.click()
    expect(page.locator("article .lead__picture")).to_be_visible()
    page.go_back()
    walk.at("en/desserts/index.html")
    expect(page.locator(".cards > li:visible")).to_have_count(chosen)


def test_the_map_leads_to_a_record(walk: Walk) -> None:
    page = walk.open(f"{SITE}/map/index.html")
    marker = page.locator(".map-marker:not([role=button])").first
    marker.focus()
    page.keyboard.press("Enter")
    expect(page.locator("article .lead")).to_be_visible()
    assert page.url.endswith("/index.html")


def test_a_page_that_has_moved_leads_on(walk: Walk) -> None:
    page = walk.open(f"{SITE}/desserts/formerly/index.html")
    walk.at("desserts/khanom-tan/index.html")
    expect(page.locator("h1")).to_have_text("ขนมตาล")


def test_every_page_says_that_it_is_a_copy_and_of_which_day(walk: Walk) -> None:
    page = walk.open(f"{SITE}/en/about/marks/index.html")
    expect(page.locator(".foot")).to_contain_text("A copy of the website, to be read without the internet")
    expect(page.locator(".foot")).to_contain_text("The record as of 2 January 2026")
    link = page.locator(".foot").get_by_role("link", name="See the newest on the website itself")
    assert link.get_attribute("href") == "https://example.org/"


def test_on_paper_a_recipe_says_where_it_is_published(walk: Walk) -> None:
    page = walk.open(f"{SITE}/recipes/khanom-mo-kaeng-barrow/index.html")
    published = page.locator("link[rel=canonical]").get_attribute("href")
    assert page.locator(".printed__address").text_content() == published
