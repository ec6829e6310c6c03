"""The open data and the citations, as a reader uses them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from gastro.catalogue import load
from gastro.catalogue.versions import version_of
from gastro.pages.render import Setting
from gastro.project import Project
from tests.browser.conftest import Visit

SWEET = "desserts/khanom-tan"


@pytest.mark.parametrize(
    ("lang", "path", "opens", "copied"),
    [
        ("th", f"{SWEET}/", "อ้างอิงหน้านี้", "คัดลอกแล้ว"),
        ("en", f"en/{SWEET}/", "How to cite this page", "Copied"),
    ],
)
def test_a_citation_is_opened_and_copied(visit: Visit, lang: str, path: str, opens: str, copied: str) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit.go(path)
    box = page.locator("details.cite")
    expect(page.locator(f"#cite-{lang}")).to_be_hidden()
    page.get_by_text(opens).click()
    version = version_of(load(Project.here().content).catalogue.at(SWEET))
    expect(box).to_contain_text(version)
    expect(box).to_contain_text(Setting.site_url + path)
    for form in ("th", "en", "bibtex"):
        box.locator(f"[data-copy=cite-{form}]").focus()
        page.keyboard.press("Enter")
        expect(box.locator("[role=status]")).to_have_text(copied)
        held = page.evaluate("navigator.clipboard.readText()")
        assert held == page.locator(f"#cite-{form}").text_content()
        assert version in held
    assert visit.trouble == []


def test_a_citation_is_read_without_a_script(visit: Visit) -> None:
    context = visit.page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    page = context.new_page()
    page.goto(f"{visit.base}en/{SWEET}/")
    page.get_by_text("How to cite this page").click()
    expect(page.locator("#cite-en")).to_contain_text("Contributors to the Phetchaburi gastronomy record.")
    expect(page.locator("[data-copy]").first).to_be_hidden()
    context.close()


@pytest.mark.parametrize("path", ["data/", "en/data/"])
def test_the_first_file_is_saved_at_a_press(visit: Visit, path: str) -> None:
    page = visit.go(path)
    with page.expect_download() as saving:
        page.locator(".begin a").first.click()
    assert saving.value.suggested_filename == "phetchaburi.xlsx"
    assert Path(saving.value.path()).read_bytes().startswith(b"PK")
    assert visit.trouble == []


def test_the_data_are_found_from_the_menu_and_the_foot(visit: Visit) -> None:
    page = visit.go("en/sources/")
    page.locator("footer").get_by_role("link", name="Open data").click()
    expect(page.locator("h1")).to_have_text("Open data")
    assert page.locator("#site-menu a[aria-current=page]").text_content() == "Open data"


def test_every_file_of_the_data_is_modest_and_offered(site: Path) -> None:
    files = {
        file.relative_to(site / "data").as_posix(): file
        for file in (site / "data").rglob("*")
        if file.is_file()
    }
    page = files.pop("index.html").read_text(encoding="utf-8")
    offered = set(re.findall(r'href="([^":]+)" download', page))
    assert set(files) <= offered
    assert sum(file.stat().st_size for file in files.values()) < 15_000_000
