"""The site opened from a disk, without any server: it reads, and its scripts run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    yield page
    context.close()


def own(told: list[str]) -> list[str]:
    """What a page complains of, but for fonts that cannot be fetched ahead from a disk."""
    fonts = ("Access to font at 'file://", "Failed to load resource: net::ERR_FAILED")
    return [one for one in told if not one.startswith(fonts)]


def open_file(page: Page, site: Path, path: str) -> list[str]:
    """Open a page of the site as a file; what it complains of is added to the list as it comes."""
    told: list[str] = []
    page.on("console", lambda said: told.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto((site / path / "index.html").as_uri())
    return told


def test_a_list_can_be_filtered(page: Page, site: Path) -> None:
    told = open_file(page, site, "en/desserts")
    page.locator(".filters__box summary").click()
    page.get_by_label("Tie to Phetchaburi").select_option("general")
    shown = page.locator(".cards > li:visible").count()
    assert 0 < shown < page.locator(".cards > li").count()
    expect(page.locator(".filters__count")).to_contain_text(f"{shown} of ")
    assert own(told) == []


def test_a_recipe_can_be_scaled(page: Page, site: Path) -> None:
    told = open_file(page, site, "en/recipes/khanom-mo-kaeng-barrow")
    eggs = page.locator("table").first.locator("tr", has_text="Hen egg")
    expect(eggs).to_contain_text("4 eggs")
    page.locator("button.kitchen__factor[value='3']").click()
    expect(eggs).to_contain_text("12 eggs")
    assert own(told) == []


def test_pictures_letters_and_colours_are_there(page: Page, site: Path) -> None:
    told = open_file(page, site, "desserts/khanom-tan")
    picture = page.locator(".lead__picture img")
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.fonts.check('700 20px Sarabun', 'ขนม')")
    page.get_by_role("button", name="เปลี่ยนเป็นหน้าจอมืด").click()
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    assert own(told) == []
