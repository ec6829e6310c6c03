"""Choosing among the cards of a list, as a person does: by hand, by address, and without a script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit


def names(page: Page) -> list[str]:
    """The names of the cards that are shown, in order."""
    return page.locator(".cards > li:visible .card__name").all_inner_texts()


def open_filters(page: Page) -> None:
    box = page.locator(".filters__box")
    if box.get_attribute("open") is None:
        box.locator("summary").click()


def test_a_choice_narrows_the_list_counts_it_and_survives_a_reload(visit: Visit) -> None:
    page = visit.go("en/desserts/")
    everything = names(page)
    open_filters(page)
    page.get_by_label("Tie to Phetchaburi").select_option("signature")
    page.get_by_label("Category").select_option("palm-based")
    chosen = names(page)
    assert 0 < len(chosen) < len(everything)
    assert "Khanom tan" in chosen
    assert "Khanom mo kaeng" not in chosen
    expect(page.get_by_role("status")).to_have_text(f"{len(chosen)} of {len(everything)} shown")
    assert "category=palm-based" in page.url
    page.reload()
    assert names(page) == chosen
    page.get_by_role("button", name="Clear").click()
    assert names(page) == everything
    assert "?" not in page.url
    assert visit.trouble == []


def test_the_number_beside_a_choice_is_the_number_it_shows(visit: Visit) -> None:
    page = visit.go("producers/")
    open_filters(page)
    district = page.get_by_label("อำเภอ")
    district.select_option(index=1)
    label = district.locator("option:checked").inner_text()
    assert label.endswith(f"({len(names(page))})")
    kind = page.get_by_label("ประเภท")
    told = {
        option.get_attribute("value"): int(option.inner_text().rpartition("(")[2].rstrip(")"))
        for option in kind.locator("option").all()[1:]
    }
    chosen = next(value for value, count in told.items() if count)
    kind.select_option(chosen)
    assert len(names(page)) == told[chosen]


def test_avoiding_an_allergen_hides_what_has_it_may_have_it_and_what_is_not_known(visit: Visit) -> None:
    page = visit.go("en/desserts/?avoid=egg")
    open_filters(page)
    assert page.get_by_label("Egg", exact=True).is_checked()
    assert "not known to be free of it is hidden" in page.locator(".filters__note").first.inner_text()
    shown = page.locator(".cards > li:visible")
    for item in shown.all():
        assert "egg" not in (item.get_attribute("data-contains") or "").split()
        assert "egg" not in (item.get_attribute("data-may-contain") or "").split()
        assert item.get_attribute("data-unsure") is None
    before = shown.count()
    assert "hidden because their allergens are not fully known" in page.get_by_role("status").inner_text()
    page.get_by_label("Also show what is not known").check()
    assert shown.count() > before
    assert "Foi thong" not in names(page)
    unsure = page.locator(".cards > li[data-unsure]:visible")
    assert unsure.locator(".chip--rose").count() == unsure.count() > 0


def test_nothing_found_says_so_and_offers_a_way_back(visit: Visit) -> None:
    page = visit.go("en/desserts/?category=drink&tie=general")
    assert names(page) == []
    note = page.locator(".filters__nothing")
    expect(note).to_be_visible()
    assert "Nothing matches all of this" in note.inner_text()
    page.get_by_role("button", name="Clear").click()
    expect(note).to_be_hidden()


def test_an_address_that_makes_no_sense_shows_the_whole_list(visit: Visit) -> None:
    page = visit.go("en/desserts/?category=no-such-thing&avoid=&foo=%3Cscript%3E")
    assert len(names(page)) == page.locator(".cards > li").count()
    assert visit.trouble == []


@pytest.mark.parametrize("path", ["desserts/", "en/outcomes/"])
def test_without_a_script_the_whole_list_is_there(browser: Browser, address: str, path: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address + path)
    assert page.locator(".cards > li:visible").count() == page.locator(".cards > li").count() > 10
    assert page.locator(".filters").is_hidden()
    page.context.close()
