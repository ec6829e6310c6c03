"""Research and evidence as an official reads them: overview, criteria matrix, evidence."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit


def _shown(page: Page) -> int:
    page.wait_for_load_state()  # the script that hides has run
    return page.locator(".cards > li:not([hidden])").count()


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("facet", ["institution", "district", "goal"])
def test_a_number_of_the_overview_is_what_the_filtered_list_shows(
    visit: Visit, prefix: str, facet: str
) -> None:
    page = visit.go(f"{prefix}research/")
    rows = page.locator(f"#by-{facet} tr[data-value]")
    links = [(link.inner_text(), link.get_attribute("href")) for link in rows.locator("a.tally__count").all()]
    assert len(links) >= 4
    for number, href in (links[0], links[-1]):
        page.goto(f"{visit.base}{prefix}research/{href}")
        assert _shown(page) == int(number)
        expect(page.locator(".filters__count")).to_contain_text(number)
    assert visit.trouble == []


def test_a_project_set_leads_to_its_work(visit: Visit) -> None:
    page = visit.go("research/")
    first = page.locator(".set").first
    told = first.locator(".set__more a").get_attribute("data-count")
    first.locator(".set__more a").click()
    expect(page).to_have_url(re.compile(r"/outcomes/\?set=[\w-]+$"))
    assert str(_shown(page)) == told


def test_a_number_of_the_register_leads_to_its_row(visit: Visit) -> None:
    page = visit.go("en/research/")
    link = page.locator("#by-goal a.number").last
    number = link.inner_text()
    link.click()
    assert page.locator("tr:target .register__number").inner_text() == number


def _picture(page: Page) -> dict[str, list[str]]:
    """What is drawn of each criterion: strong, fair, thin, then records by kind."""
    found: dict[str, list[str]] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(".matrix__row")].map(row => {
          const strength = name => row.querySelector(".seg__count--" + name)?.textContent || "–";
          return [row.dataset.criterion, [...["strong", "fair", "thin"].map(strength),
            ...[...row.querySelectorAll("[data-kind]")].map(one => one.textContent)]];
        }))"""
    )
    return found


def _table(page: Page) -> dict[str, list[str]]:
    found: dict[str, list[str]] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("article table tbody tr")].map(row => [
          row.querySelector("a").href.split("/").at(-2),
          [...row.querySelectorAll("td")].slice(2).map(cell => cell.textContent.trim())]))"""
    )
    return found


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_picture_of_the_criteria_agrees_with_the_table(visit: Visit, prefix: str) -> None:
    page = visit.go(f"{prefix}criteria/")
    drawn = _picture(page)
    assert len(drawn) == 8
    assert drawn == _table(page)


def test_each_criterion_of_the_picture_is_reached_by_tab_and_leads_to_its_page(visit: Visit) -> None:
    page = visit.go("criteria/")
    wide = page.viewport_size is not None and page.viewport_size["width"] > 1000
    links = page.locator(".matrix__row" if wide else ".standing__name")
    assert links.count() == 8
    links.first.focus()
    for number in range(8):
        expect(links.nth(number)).to_be_focused()
        if wide:
            outline = (
                links.nth(number)
                .locator(".matrix__ground")
                .evaluate("it => getComputedStyle(it).strokeWidth")
            )
            assert outline == "4px"
        if number < 7:
            page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{visit.base}criteria/appreciation-and-education/")


@pytest.mark.parametrize("path", ["research/", "en/research/", "criteria/", "en/criteria/local-know-how/"])
def test_nothing_is_wider_than_the_smallest_phone(visit: Visit, path: str) -> None:
    visit.page.set_viewport_size({"width": 320, "height": 640})
    page = visit.go(path)
    assert page.locator("article").evaluate("it => it.scrollWidth <= it.clientWidth + 1")


def test_a_table_that_overflows_can_be_scrolled_by_keyboard(visit: Visit) -> None:
    page = visit.go("en/criteria/")
    region = page.locator(".scrolls").filter(has=page.locator("table"))
    overflows = region.evaluate("it => it.scrollWidth > it.clientWidth + 1")
    if not overflows:
        assert region.get_attribute("tabindex") is None
        page.set_viewport_size({"width": 500, "height": 800})
    expect(region).to_have_attribute("tabindex", "0")
    expect(region).to_have_attribute("role", "region")
    expect(region).to_have_attribute("aria-label", "The same as a table")
    region.focus()
    page.keyboard.press("ArrowRight")
    region.evaluate(
        """it => new Promise(done => {
          if (it.scrollLeft > 0) done();
          else it.addEventListener("scroll", () => done(), {once: true});
        })"""
    )
    assert region.evaluate("it => it.scrollLeft") > 0


def test_a_piece_of_evidence_tells_strength_sources_and_what_is_missing(visit: Visit) -> None:
    page = visit.go("en/criteria/markets-and-industry/")
    pieces = page.locator(".piece")
    told = page.locator("#pieces + .count").inner_text()
    assert told.startswith(f"Pieces of evidence: {pieces.count()}.")
    for piece in pieces.all():
        words = piece.inner_text()
        assert re.search(r"Strength: +(strong|fair|thin)", words.replace("\n", " "))
        assert re.search(r"Sources: [1-9]", words)
        assert "Still missing" in words or "Nothing is noted as missing" in words


def test_paper_shows_the_picture_and_all_rows(visit: Visit) -> None:
    page = visit.go("criteria/")
    page.emulate_media(media="print")
    assert page.locator(".matrix").is_visible()
    assert not page.locator(".standing").is_visible()
    page.goto(f"{visit.base}research/")
    page.emulate_media(media="print")
    assert page.locator(".register tbody tr").last.is_visible()
    assert not page.locator(".jump").is_visible()
