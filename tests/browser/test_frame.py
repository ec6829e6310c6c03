"""The frame of every page: menu, light and dark, the policy, and reading without a script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

from tests.browser.conftest import Visit, not_kept

ZERO_WIDTH = {"\u200b", "\u2060", "\ufeff"}
"""The browser breaks Thai lines itself; what is copied from a page holds nothing unseen."""


def test_the_menu_opens_by_keyboard_and_closes_with_escape(browser: Browser, address: str) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 800}).new_page()
    page.goto(address + "desserts/")
    menu = page.locator("#site-menu")
    button = page.get_by_role("button", name="เมนู")
    expect(menu).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#site-menu') !== null")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    assert page.evaluate("document.activeElement.className").startswith("tool")
    page.context.close()


def test_the_first_stop_of_the_keyboard_skips_to_the_content(visit: Visit) -> None:
    page = visit.go("en/desserts/khanom-tan/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_light_and_dark_follow_the_device_until_one_is_chosen(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(address + "en/")

    def ground() -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    dark = ground()
    page.get_by_role("button", name="Switch to light").click()
    light = ground()
    assert light != dark
    page.goto(address + "en/recipes/")
    assert ground() == light
    page.get_by_role("button", name="Switch to dark").click()
    assert ground() == dark
    context.close()


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_no_page_asks_another_host_for_anything(browser: Browser, address: str, prefix: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    refused: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("console", lambda said: said.type in ("error", "warning") and refused.append(said.text))
    for path in ("", "recipes/khanom-tan-pbru/", "map/"):
        page = context.new_page()
        page.goto(address + prefix + path)
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
    for page in context.pages:  # what is kept for when there is no signal is asked for last
        assert not_kept(page, address) == []
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert refused == []
    assert context.cookies() == []
    context.close()


def test_the_policy_forbids_inline_scripts_and_styles(visit: Visit) -> None:
    page = visit.go("desserts/")
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    page.evaluate(
        """() => {
          const script = document.createElement('script');
          script.textContent = 'window.smuggled = true';
          document.body.append(script);
        }"""
    )
    assert page.evaluate("window.smuggled") is None
    assert any("Content Security Policy" in trouble for trouble in visit.trouble)


def test_every_page_and_style_sheet_keeps_to_the_site_and_the_policy(site: Path) -> None:
    for file in site.rglob("*.css"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"url\(\s*[\"']?(?:https?:)?//|@import", text), file
    for file in site.rglob("*.html"):
        tree = LexborHTMLParser(file.read_bytes())
        data = "application/ld+json"  # told, never run
        assert tree.css(f"script:not([src]):not([type='{data}']), style, [style]") == [], file
        handlers = [name for node in tree.css("*") for name in node.attributes if name.startswith("on")]
        assert handlers == [], file
        assert not ZERO_WIDTH & set(tree.text()), f"a character without width in {file}"


@pytest.mark.parametrize("path", ["", "desserts/khanom-mo-kaeng/", "recipes/khanom-mo-kaeng-barrow/", "map/"])
def test_a_page_reads_whole_without_a_script(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    for prefix in ("", "en/"):
        page.goto(address + prefix + path)
        assert page.locator("h1").is_visible()
        assert len(page.locator("article").inner_text()) > 400
        expect(page.locator("#site-menu a").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_the_foot_says_that_this_is_no_site_of_unesco(visit: Visit) -> None:
    assert "ไม่ใช่เว็บไซต์ของยูเนสโก" in visit.go("").locator("footer").inner_text()
    assert "not a website of UNESCO" in visit.go("en/").locator("footer").inner_text()


def test_one_sweet_is_shown_to_discover_and_another_at_a_press(visit: Visit) -> None:
    page = visit.go("en/")
    first = page.locator(".discover__one:visible .discover__name").inner_text()
    page.get_by_role("button", name="Show another").click()
    second = page.locator(".discover__one:visible .discover__name").inner_text()
    assert page.locator(".discover__one:visible").count() == 1
    assert first != second
    page.locator(".discover__one:visible .discover__name a").click()
    assert page.locator("h1").inner_text() == second
