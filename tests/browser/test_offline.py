"""Reading on without a signal: what was visited, the home page and the lists."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

from tests.browser.conftest import not_kept


def visit_and_keep(page: Page, address: str) -> None:
    """Open a record, as a visitor does, and let the page keep what it keeps."""
    page.goto(address + "en/desserts/khanom-tan/")
    assert not_kept(page, address) == []


def test_a_visited_page_the_home_page_and_the_lists_can_be_read_without_a_signal(
    browser: Browser, address: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    visit_and_keep(page, address)
    context.set_offline(True)
    page.reload()
    assert page.locator("h1").inner_text() == "Khanom tan"
    picture = page.locator(".lead__picture img")
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.top')).backgroundColor")
        != "rgba(0, 0, 0, 0)"
    )
    page.keyboard.press("/")
    page.locator("#search-query").fill("mo kaeng")
    page.locator("#search-results a[data-record='desserts/khanom-mo-kaeng']").wait_for()
    page.goto(address + "en/desserts/?tie=signature")
    assert page.locator(".cards > li:visible").count() > 5
    page.goto(address + "en/")
    assert page.locator("h1").count() == 1
    context.close()


def test_what_is_not_kept_says_so_and_offers_what_is(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    visit_and_keep(page, address)
    context.set_offline(True)
    page.goto(address + "en/sources/sample/")
    assert page.locator("h1").inner_text() == "No signal"
    kept = page.locator(".kept a")
    kept.first.wait_for()
    assert "Khanom tan" in kept.all_inner_texts()
    page.get_by_role("link", name="Khanom tan", exact=True).click()
    assert page.locator("h1").inner_text() == "Khanom tan"
    context.close()


def test_nothing_is_kept_of_other_hosts_and_no_cookie_is_set(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    visit_and_keep(page, address)
    urls = page.evaluate(
        """async () => (await Promise.all((await caches.keys()).map(async name =>
          (await (await caches.open(name)).keys()).map(key => key.url)))).flat()"""
    )
    assert urls
    assert [url for url in urls if not url.startswith(address)] == []
    assert context.cookies() == []
    context.close()
