"""Passing a page on, as a visitor does it."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser, expect

from gastro.pages.render import Setting
from tests.browser.conftest import Visit, eventually

PAGES = {"th": "desserts/khanom-tan/", "en": "en/desserts/khanom-tan/"}
COPIED = {"th": "คัดลอกลิงก์แล้ว", "en": "Link copied"}


@pytest.mark.parametrize("lang", ["th", "en"])
def test_copying_the_link_is_done_and_said(visit: Visit, lang: str) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit.go(PAGES[lang])
    said = page.locator(".share [role=status]")
    expect(said).to_be_empty()
    button = page.locator(".share__copy")
    button.focus()
    page.keyboard.press("Enter")
    expect(said).to_have_text(COPIED[lang])
    address = page.locator("link[rel=canonical]").get_attribute("href")
    assert page.evaluate("navigator.clipboard.readText()") == address == Setting.site_url + PAGES[lang]
    expect(button).to_be_focused()
    assert visit.trouble == []


def test_copying_works_without_the_clipboard_interface(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.page.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'clipboard', {get() {}, configurable: true})"
    )
    page = visit.go(PAGES["en"])
    page.locator(".share__copy").click()
    expect(page.locator(".share [role=status]")).to_have_text(COPIED["en"])
    expect(page.locator(".share__copy")).to_be_focused()
    expect(page.locator(".share textarea")).to_have_count(0)


def test_a_refusal_is_said_with_the_link(visit: Visit) -> None:
    visit.page.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'clipboard', {get() {}, configurable: true});"
        "document.execCommand = () => false"
    )
    page = visit.go(PAGES["en"])
    page.locator(".share__copy").click()
    expect(page.locator(".share [role=status]")).to_contain_text(Setting.site_url + PAGES["en"])


@pytest.mark.parametrize("lang", ["th", "en"])
def test_line_and_facebook_get_the_address_of_this_page(visit: Visit, lang: str) -> None:
    page = visit.go(PAGES[lang])
    links = [urlsplit(link.get_attribute("href") or "") for link in page.locator(".share__ways a").all()]
    assert [link.netloc for link in links] == ["social-plugins.line.me", "www.facebook.com"]
    address = page.locator("link[rel=canonical]").get_attribute("href")
    assert [parse_qs(link.query) for link in links] == [{"url": [address]}, {"u": [address]}]
    assert visit.trouble == []


def test_the_device_s_own_sheet_is_offered_where_there_is_one(visit: Visit) -> None:
    visit.page.add_init_script(
        "navigator.share = (what) => { window.shared = what; return Promise.resolve(); }"
    )
    page = visit.go(PAGES["en"])
    page.locator(".share__device").click()
    assert page.evaluate("window.shared") == {"title": "Khanom tan", "url": Setting.site_url + PAGES["en"]}


def test_the_code_is_loaded_when_it_is_opened_and_can_be_saved(visit: Visit) -> None:
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page = visit.go(PAGES["en"])
    page.wait_for_load_state("networkidle")
    assert not [path for path in asked if "/codes/" in path]
    page.locator(".share__code summary").press("Enter")
    image = page.locator(".share__code img")
    expect(image).to_be_visible()
    assert eventually(page, "document.querySelector('.share__code img').naturalWidth > 0")
    assert (image.get_attribute("alt") or "").endswith("“Khanom tan”")
    with page.expect_download() as saved:
        page.locator(".share__code a[download$='.png']").click()
    assert saved.value.suggested_filename == "qr-khanom-tan-en.png"
    assert Image.open(saved.value.path()).size[0] >= 900
    assert visit.trouble == []


def test_without_a_script_the_links_and_the_code_are_there(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address + PAGES["th"])
    expect(page.locator(".share__ways a")).to_have_count(2)
    expect(page.locator(".share__ways button:visible")).to_have_count(0)
    page.locator(".share__code summary").click()
    expect(page.locator(".share__code img")).to_be_visible()
    page.context.close()


def test_the_card_that_a_page_names_is_there(visit: Visit) -> None:
    for path in (*PAGES.values(), "", "en/desserts/", "en/criteria/"):
        page = visit.go(path)
        card = page.locator("meta[property='og:image']").get_attribute("content") or ""
        assert card.startswith(Setting.site_url)
        answer = page.request.get(visit.base + card.removeprefix(Setting.site_url))
        assert answer.headers["content-type"] == "image/png"
