"""Seasons and the timeline, as people use them: by the month it is, on a small phone, without a script."""

from __future__ import annotations

from datetime import datetime

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visit, eventually

PAGES = ("seasons/", "en/seasons/", "timeline/", "en/timeline/")


def test_chart_and_table_say_the_same(visit: Visit) -> None:
    for path in ("seasons/", "en/seasons/"):
        page = visit.go(path)
        chart = page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll('.year__row')].map(
              row => [row.dataset.record, row.dataset.months]))"""
        )
        table = page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll('.year-table tr[data-record]')].map(
              row => [row.dataset.record, [...row.querySelectorAll('td[data-month]')]
                .filter(cell => cell.textContent).map(cell => cell.dataset.month).join(' ')]))"""
        )
        assert chart == table
        assert chart["ingredients/kluea-samut"] == "1 2 3 4 5 10 11 12"
        assert chart["ingredients/manao-phetchaburi"] == " ".join(map(str, range(1, 13)))
    assert visit.trouble == []


def test_the_bars_cover_the_columns_of_their_months(visit: Visit) -> None:
    page = visit.go("seasons/")
    wrong = page.evaluate(
        """() => [...document.querySelectorAll('.year__row')].flatMap(row => {
          const months = row.dataset.months.split(' ');
          const bars = [...row.querySelectorAll('.year__bar')].map(bar => bar.getBoundingClientRect());
          return [...row.closest('svg').querySelectorAll('.year__month')].filter(month => {
            const column = month.querySelector('rect').getBoundingClientRect();
            const middle = (column.left + column.right) / 2;
            const covered = bars.some(bar => bar.left < middle && middle < bar.right);
            return covered !== months.includes(month.dataset.month);
          }).map(month => row.dataset.record + ' ' + month.dataset.month);
        })"""
    )
    assert wrong == []


@pytest.mark.parametrize(
    ("now", "month", "said"),
    [
        ("2027-02-14T05:00:00+00:00", "2", "ช่องที่มีกรอบ: เดือนนี้ (กุมภาพันธ์)"),
        ("2026-12-31T18:00:00+00:00", "1", "ช่องที่มีกรอบ: เดือนนี้ (มกราคม)"),
    ],
)
def test_the_month_it_is_in_phetchaburi_is_marked(visit: Visit, now: str, month: str, said: str) -> None:
    """At 18:00 in Greenwich it is the next day in Thailand."""
    visit.page.clock.set_fixed_time(datetime.fromisoformat(now))
    page = visit.go("seasons/")
    marked = page.evaluate(
        "() => [...new Set([...document.querySelectorAll('.is-now')].map(part => part.dataset.month))]"
    )
    assert marked == [month]
    assert page.locator(".year-table th[aria-current=date]").get_attribute("data-month") == month
    assert page.locator(".year__now").count() == page.locator("svg.year").count()
    expect(page.locator(".year-key__now")).to_be_visible()
    assert page.locator(".year-key__now").inner_text().strip() == said
    assert visit.trouble == []


def test_home_shows_what_the_month_brings(visit: Visit) -> None:
    visit.page.clock.set_fixed_time(datetime.fromisoformat("2027-04-13T05:00:00+00:00"))
    page = visit.go("en/")
    box = page.locator(".season-now")
    assert box.locator(".season-now__month").inner_text() == "This month, April"
    shown = box.locator("li:visible").evaluate_all(
        "items => items.map(item => item.dataset.months.split(' '))"
    )
    assert shown
    assert all("4" in months for months in shown)
    hidden = box.locator("li:not(:visible)").evaluate_all(
        "items => items.map(item => item.dataset.months.split(' '))"
    )
    assert not any("4" in months for months in hidden)


def test_without_a_script_the_pages_are_whole(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{address}seasons/")
    expect(page.locator(".year-table tr[data-record]").first).to_be_visible()
    expect(page.locator(".year__row").first).to_be_visible()
    expect(page.locator(".year-key__now")).to_be_hidden()
    page.goto(address)
    items = page.locator(".season-now li")
    assert items.count() > 0
    for item in items.all():
        expect(item).to_be_visible()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_on_the_smallest_screen_nothing_sticks_out(browser: Browser, address: str, path: str) -> None:
    """320 px is also what 400 % zoom leaves of 1280; only the table scrolls, and by keyboard too."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(address + path)
    out = page.evaluate(
        """() => [...document.querySelectorAll('main *')].filter(part => !part.closest('.scrolls'))
          .filter(part => part.getBoundingClientRect().right > innerWidth + 0.5).map(part => part.outerHTML.slice(0, 80))"""
    )
    assert out == []
    assert page.evaluate("document.querySelector('main').scrollWidth <= innerWidth")
    if "seasons" in path:
        region = page.locator(".scrolls")
        region.focus()
        page.keyboard.press("ArrowRight")
        assert eventually(page, "document.querySelector('.scrolls').scrollLeft > 0")
        name = page.locator(".year-table tbody th[scope=row]").first.bounding_box()
        assert name
        assert name["x"] >= 0, "the names stay while the months scroll"
    context.close()


def test_words_on_the_chart_keep_out_of_each_others_way(browser: Browser, address: str) -> None:
    for path in ("seasons/", "en/seasons/"):
        context = browser.new_context(viewport={"width": 320, "height": 640})
        page = context.new_page()
        page.goto(address + path)
        page.evaluate("document.fonts.ready")
        crowded = page.evaluate(
            """() => [...document.querySelectorAll('svg.year')].flatMap(chart => {
              const edge = chart.getBoundingClientRect();
              const words = [...chart.querySelectorAll('text')].map(word => [word, word.getBoundingClientRect()]);
              return words.filter(([word, box]) => box.left < edge.left - 1 || box.right > edge.right + 1 ||
                words.some(([other, its]) => other !== word && box.left < its.right - 1 && its.left < box.right - 1 &&
                  box.top < its.bottom - 6 && its.top < box.bottom - 6)).map(([word]) => word.textContent);
            })"""
        )
        assert crowded == [], path
        context.close()


def test_the_timeline_runs_forward_and_leads_to_its_records(visit: Visit) -> None:
    page = visit.go("en/timeline/")
    dates = page.locator(".timeline__step").evaluate_all("steps => steps.map(step => step.dataset.date)")
    starts = [date.partition("/")[0] for date in dates]
    assert starts == sorted(starts)
    years = page.locator("h2.timeline__year").all_inner_texts()
    assert years == sorted({date[:4] for date in starts})
    for step in page.locator("ol.timeline > li").all():
        assert step.locator("a").count() >= 1
    highlighted = page.locator(".timeline__step--designation")
    assert highlighted.count() == 1
    assert highlighted.get_attribute("data-date") == "2021-11-08"
    highlighted.locator("a").first.click()
    assert page.url == f"{visit.base}en/events/designation-2021/"
    assert visit.trouble == []


def test_a_note_of_the_report_leads_to_its_source(visit: Visit) -> None:
    page = visit.go("timeline/")
    page.locator("#report ~ p sup a").first.click()
    page.locator("li:target a").first.click()
    assert "/sources/" in page.url


@pytest.mark.parametrize(("path", "lang"), [("events/", "th"), ("en/seasons/", "en")])
def test_the_calendar_file_is_there_to_be_saved(visit: Visit, path: str, lang: str) -> None:
    page = visit.go(path)
    with page.expect_download() as saving:
        page.locator(".calendar-file a.button").click()
    saved = saving.value
    assert saved.suggested_filename == f"phetchaburi-festivals-{lang}.ics"
    events = Calendar.from_ical(saved.path().read_bytes()).walk("VEVENT")
    assert len(events) > 5
