"""What people meet on every page: the other language, notes and sources, a way to correct, and order."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visit


@pytest.mark.parametrize("path", ["desserts/khanom-tan/", "producers/", ""])
def test_the_language_switch_stays_on_the_page_and_comes_back(visit: Visit, path: str) -> None:
    page = visit.go(path)
    page.locator("a.tool--language").click()
    assert page.url == f"{visit.base}en/{path}"
    page.locator("a.tool--language").click()
    assert page.url == f"{visit.base}{path}"


def test_a_note_leads_to_its_source_and_the_source_back(visit: Visit) -> None:
    page = visit.go("en/desserts/khanom-tan/")
    page.locator("#summary sup a").first.click()
    note = page.locator("li:target")
    assert note.count() == 1
    note.locator("a").first.click()
    assert "/en/sources/" in page.url
    page.get_by_role("link", name="Khanom tan", exact=True).first.click()
    assert page.url == f"{visit.base}en/desserts/khanom-tan/"


def test_a_record_says_how_to_correct_it_and_how_to_report(visit: Visit) -> None:
    page = visit.go("desserts/khanom-tan/")
    tools = page.locator(".record-tools")
    assert tools.locator("a").all_inner_texts() == ["แก้ไขข้อมูลหน้านี้", "แจ้งข้อผิดพลาด (ไม่ต้องมีบัญชี)"]
    tools.locator("a").nth(1).click()
    assert page.url == f"{visit.base}about/correct/#report"


def test_what_does_not_exist_is_said_in_both_languages(visit: Visit) -> None:
    page = visit.go("en/desserts/no-such-sweet/")
    words = page.locator("main").inner_text()
    assert "ไม่พบหน้านี้" in words
    assert "Page not found" in words
    assert page.locator("section[lang=en] h2").inner_text() == "Page not found"
    page.get_by_role("link", name="Sweets", exact=True).last.click()
    assert page.url == f"{visit.base}en/desserts/"


@pytest.mark.parametrize("path", ["desserts/", "ingredients/", "places/", "producers/", "organisations/"])
def test_thai_lists_are_in_the_order_of_a_dictionary(visit: Visit, path: str) -> None:
    """Checked against the browser's own Thai collation, group by group."""
    page = visit.go(path)
    wrong = page.evaluate(
        """() => {
          const order = new Intl.Collator('th');
          const lists = [...document.querySelectorAll('article ul')];
          return lists.flatMap(list => {
            const names = [...list.querySelectorAll('li a')].map(a => a.textContent.trim());
            const sorted = [...names].sort(order.compare);
            return names.filter((name, at) => name !== sorted[at]);
          });
        }"""
    )
    assert wrong == []
