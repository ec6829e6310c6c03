"""The map of the province, used as people do: by keyboard, mouse, touch, and without script."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.audit import violations
from tests.browser.conftest import Visit

MARKERS = ".map-marker"


def _names_on_the_map(page: Page) -> set[str]:
    """Names of the records that the markers stand for, in groups or alone."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('.map-marker')]
          .flatMap(link => link.group.items.map(item => item.id))"""
    )
    return set(found)


def _names_in_the_list(page: Page) -> set[str]:
    found: list[str] = page.evaluate(
        "() => [...document.querySelectorAll('.map-list li[data-x]:not([hidden])')].map(row => row.id)"
    )
    return set(found)


def test_by_keyboard_from_the_whole_province_to_a_record(visit: Visit) -> None:
    page = visit.go("en/map/")
    page.emulate_media(reduced_motion="reduce")
    box = page.locator(".map__box")
    box.focus()
    scale = page.locator(".map-scale text")
    before = scale.text_content()
    page.keyboard.press("+")
    page.keyboard.press("+")
    assert scale.text_content() != before
    moved = page.locator(".map__world").get_attribute("transform")
    page.keyboard.press("ArrowRight")
    assert page.locator(".map__world").get_attribute("transform") != moved
    page.keyboard.press("0")
    assert scale.text_content() == before

    # North to south: the markers are reached in the order of their height on the map
    heights = page.evaluate("() => [...document.querySelectorAll('.map-marker')].map(one => one.group.y)")
    assert heights == sorted(heights)
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.map-marker:not([role=button])')"):
            break
    name = page.evaluate("document.activeElement.item.name")
    assert page.locator(".map__panel a").first.inner_text() == name
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(name)
    assert visit.trouble == []


def test_a_group_opens_its_list_and_escape_leads_back(visit: Visit) -> None:
    page = visit.go("map/")
    group = page.locator(".map-marker[role=button]").first
    group.focus()
    count = int(group.locator("text").text_content() or 0)
    page.keyboard.press("Enter")
    panel = page.locator(".map__panel")
    expect(panel.locator("li")).to_have_count(count)
    assert page.evaluate("document.activeElement.closest('.map__panel') !== null")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    assert page.evaluate("document.activeElement.matches('.map-marker[role=button]')")


def test_looking_closer_parts_a_group(visit: Visit) -> None:
    page = visit.go("en/map/")
    page.emulate_media(reduced_motion="reduce")
    biggest = page.evaluate(
        """() => { const all = [...document.querySelectorAll('.map-marker')];
          const at = all.indexOf(all.reduce((a, b) => b.group.items.length > a.group.items.length ? b : a));
          return [at, all.length]; }"""
    )
    page.locator(MARKERS).nth(biggest[0]).click()
    page.get_by_role("button", name="Look closer").click()
    expect(page.locator(".map__panel")).to_be_hidden()
    largest = page.evaluate(
        "() => Math.max(...[...document.querySelectorAll('.map-marker')].map(one => one.group.items.length))"
    )
    assert page.locator(MARKERS).count() > biggest[1]
    assert largest >= 2, "records at the same reference point stay together"


def test_the_list_holds_what_the_map_holds(visit: Visit) -> None:
    page = visit.go("map/")
    listed = _names_in_the_list(page)
    assert len(listed) > 60
    assert _names_on_the_map(page) == listed
    shown = page.locator(".map__shown [role=status]").inner_text()
    assert shown == f"แสดง {len(listed)} จาก {len(listed)} รายการ"


def test_filters_choose_on_the_map_and_in_the_list_and_stay(visit: Visit) -> None:
    page = visit.go("en/map/")
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("checkbox", name=re.compile("Tambons")).uncheck()
    page.locator("select[name=district]").select_option(label="Cha-am district")
    listed = _names_in_the_list(page)
    assert "places.cha-am-beach" in listed
    assert "places.tambon-cha-am" not in listed
    assert _names_on_the_map(page) == listed
    expect(page).to_have_url(re.compile(r"\?without=tambon&district=amphoe-cha-am"))
    page.reload()
    assert _names_in_the_list(page) == listed
    page.get_by_role("button", name="Clear").click()
    assert len(_names_in_the_list(page)) > 60
    for box in page.locator("input[name=kind]").all():
        box.uncheck()
    assert _names_on_the_map(page) == set()
    assert page.locator(".map-section:visible").count() == 1, "what is not on the map stays named"


def test_an_address_shows_its_record_and_the_map_writes_addresses(visit: Visit) -> None:
    page = visit.go("en/map/#places.wat-mahathat")
    expect(page.locator(".map__panel li").first).to_contain_text("Wat Mahathat")
    out = page.locator(".map__panel .map__out").first
    assert re.match(
        r"https://www\.openstreetmap\.org/\?mlat=13\.1\d+&mlon=99\.9\d+#map=16/",
        out.get_attribute("href") or "",
    )
    assert out.get_attribute("rel") == "noopener external"
    expect(page.locator("li.is-chosen [href*='wat-mahathat']").first).to_be_attached()
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(r"#at=13\.1\d+,99\.9\d+,8\.0$"))
    again = page.url
    where = page.locator(".map__world").get_attribute("transform")
    page.goto("about:blank")
    page.goto(again)
    assert _rounded(page.locator(".map__world").get_attribute("transform")) == _rounded(where)
    assert visit.trouble == []


def _rounded(transform: str | None) -> list[int]:
    return [round(float(one) / 20) for one in re.findall(r"-?[\d.]+", transform or "")]


def test_the_list_leads_to_the_map(visit: Visit) -> None:
    page = visit.go("en/map/")
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("button", name="Show on the map: Tambon Bang Tabun", exact=True).click()
    expect(page.locator(".map__panel li").first).to_contain_text("Tambon Bang Tabun")
    expect(page.locator(".map-marker.is-chosen")).to_have_count(1)
    expect(page.locator(".map__box")).to_be_in_viewport()


def test_a_click_tells_and_a_drag_moves(visit: Visit) -> None:
    page = visit.go("map/")
    page.emulate_media(reduced_motion="reduce")
    page.locator("button[data-do=in]").click()
    page.locator(".map__box").scroll_into_view_if_needed()
    box = page.locator(".map__box").bounding_box()
    assert box is not None
    before = page.locator(".map__world").get_attribute("transform")
    page.mouse.move(box["x"] + 120, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 40, steps=4)
    page.mouse.up()
    assert page.locator(".map__world").get_attribute("transform") != before
    assert page.url.startswith(f"{visit.base}map/"), "a drag opens nothing"
    page.locator("button[data-do=reset]").click()
    page.locator(".map-marker:not([role=button])").first.click()
    expect(page.locator(".map__panel")).to_be_visible()
    assert page.url.startswith(f"{visit.base}map/")


def test_the_wheel_scrolls_the_page_and_with_ctrl_enlarges(visit: Visit) -> None:
    page = visit.go("map/")
    page.locator(".map__box").hover(position={"x": 60, "y": 60})
    scale = page.locator(".map__world").get_attribute("transform")
    page.mouse.wheel(0, 60)
    expect(page.locator(".map__hint")).to_be_visible()
    assert page.locator(".map__world").get_attribute("transform") == scale
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    expect(page.locator(".map__world")).not_to_have_attribute("transform", scale or "")


@pytest.mark.parametrize("path", ["map/", "en/map/"])
def test_markers_and_buttons_are_large_enough_and_apart(visit: Visit, path: str) -> None:
    page = visit.go(path)
    small = page.evaluate(
        """() => [...document.querySelectorAll('.map-marker, .map__tools button, .map-list__show')]
          .map(one => one.getBoundingClientRect()).filter(box => Math.min(box.width, box.height) < 24).length"""
    )
    assert small == 0
    near = page.evaluate(
        """() => { const all = [...document.querySelectorAll('.map-marker')].map(one => one.group);
          return all.filter((a, i) => all.some((b, j) => j < i && Math.hypot(a.x - b.x, a.y - b.y) < 24)).length; }"""
    )
    assert near == 0


def test_nothing_stands_in_the_way_of_the_panel(visit: Visit) -> None:
    """The map as it opens, and the pages with a small map, are in test_templates.py."""
    page = visit.go("en/map/#places.wat-mahathat")
    expect(page.locator(".map__panel")).to_be_visible()
    for scheme in ("light", "dark"):
        assert violations(page, scheme) == [], scheme
    assert visit.trouble == []


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A narrow tab without script."""
    context = browser.new_context(viewport={"width": 320, "height": 800}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_script_the_map_and_the_list_lead_on(plain: Page, address: str) -> None:
    plain.goto(f"{address}en/map/")
    alone = plain.locator(".map-marker[href^='../']").first
    assert alone.locator("title").text_content()
    groups = plain.locator(".map-marker[href^='#list-']").all()
    assert groups
    for group in groups:
        target = (group.get_attribute("href") or "#").removeprefix("#")
        assert plain.locator(f"[id='{target}']").count() == 1
    assert plain.locator(".map__tools").is_hidden()
    assert plain.locator("input[name=kind]").first.is_hidden()
    plain.get_by_role("link", name="Wat Mahathat, Phetchaburi").last.click()
    assert plain.url == f"{address}en/places/wat-mahathat/"
    assert plain.locator(".map-locator svg[role=img]").count() == 1


@pytest.mark.parametrize(
    "path", ["map/", "en/map/", "routes/mueang-phetchaburi-old-town/", "en/places/khao-wang/", "en/"]
)
def test_nothing_is_wider_than_a_narrow_screen(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(address + path)
    width, room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    context.close()
    assert width <= room


def test_two_fingers_move_the_map_and_one_scrolls(browser: Browser, address: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 800}, has_touch=True, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{address}map/")
    page.locator(".map__box").scroll_into_view_if_needed()
    box = page.locator(".map__box").bounding_box()
    assert box is not None
    touch = context.new_cdp_session(page)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    world = page.locator(".map__world")
    before = world.get_attribute("transform")

    def fingers(kind: str, *apart: float) -> None:
        points = [{"x": x + one, "y": y, "id": number} for number, one in enumerate(apart)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    fingers("touchStart", 0)
    fingers("touchMove", 20)
    fingers("touchEnd")
    assert world.get_attribute("transform") == before
    expect(page.locator(".map__hint")).to_be_visible()
    fingers("touchStart", -20, 20)
    fingers("touchMove", -40, 40)
    fingers("touchMove", -60, 60)
    fingers("touchEnd")
    assert world.get_attribute("transform") != before
    context.close()


def test_a_route_shows_its_stops_in_order_and_prints_on_few_pages(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{address}en/routes/ban-lat-toddy-palm/")
    titles = page.locator("ol.stops > li h3").all_inner_texts()
    assert [title.split(".")[0] for title in titles] == ["1", "2", "3"]
    assert page.locator(".map-route svg").get_attribute("aria-label")
    pages = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))
    assert len(pages) <= 3
    context.close()
