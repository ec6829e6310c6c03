"""The search, as visitors use it: by button and key, while typing, with slips, without a signal, from a disk."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from gastro.project import Project
from gastro.records.base import OtherName
from gastro.records.kinds import PUBLIC_KINDS
from gastro.search.findable import Findable, findables
from gastro.site.documents import hand_written
from tests.browser.audit import violations
from tests.browser.conftest import Visit, eventually
from tests.builds import project_records

MO_KAENG = "desserts/khanom-mo-kaeng"
RANKS = """async asked => {
  await gastroSearch.ready();
  return asked.map(([query, record]) => gastroSearch.find(query).findIndex(one => one.record === record) + 1);
}"""
"""For each query, where the record stands among what was found; 0 where it was not."""


def done(page: Page, query: str) -> None:
    expect(page.locator(f".search__status[data-done={json.dumps(query, ensure_ascii=False)}]")).to_have_count(
        1
    )


def search(page: Page, query: str) -> list[str]:
    """Type a query into the open search; the records found, best first."""
    page.locator("#search-query").fill(query)
    done(page, query)
    return page.eval_on_selector_all("#search-results a", "links => links.map(link => link.dataset.record)")


@pytest.fixture
def page(visit: Visit) -> Iterator[Page]:
    """A page with the search open, which must end without trouble."""
    page = visit.go("")
    page.locator(".tool--search").click()
    expect(page.locator("#search")).to_be_visible()
    yield page
    assert visit.trouble == []


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_search_opens_by_key_from_any_page(visit: Visit, lang: str) -> None:
    page = visit.go(("" if lang == "th" else "en/") + "recipes/khanom-mo-kaeng-barrow/")
    for keys in ("/", "Control+k"):
        page.keyboard.press(keys)
        expect(page.locator("#search-query")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator("#search")).to_be_hidden()
    assert visit.trouble == []


def test_a_slash_typed_into_a_field_is_a_slash(visit: Visit) -> None:
    page = visit.go("en/desserts/")
    page.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
    page.locator("main textarea").press("/")
    assert page.locator("main textarea").input_value() == "/"
    expect(page.locator("#search")).to_be_hidden()


def test_the_key_can_be_turned_off(page: Page) -> None:
    page.get_by_label("เปิดการค้นหาด้วยปุ่ม /").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("/")
    page.keyboard.press("Control+k")
    expect(page.locator("#search")).to_be_visible()
    assert page.get_by_label("เปิดการค้นหาด้วยปุ่ม /").is_checked() is False
    assert page.locator("#search-query").input_value() == ""


def test_results_come_while_typing_with_picture_kind_and_marks(page: Page) -> None:
    page.locator("#search-query").press_sequentially("หม้อแก")
    done(page, "หม้อแก")
    first = page.locator("#search-results a").first
    assert first.get_attribute("data-record") == MO_KAENG
    assert first.locator(".search__name").inner_text() == "ขนมหม้อแกง"
    assert first.locator("mark").first.inner_text() == "หม้อแก"
    assert first.locator(".search__kind").inner_text() == "ขนม"
    assert first.locator(".search__line").inner_text() == "ขนมไข่อบใส่กะทิและน้ำตาลโตนด"
    assert eventually(page, "document.querySelector('#search-results img').naturalWidth > 0")
    assert re.fullmatch(r"พบ \d+ รายการ", page.locator(".search__status").inner_text())


def test_another_name_is_shown_where_it_was_what_fitted(page: Page) -> None:
    search(page, "กุมภมาศ")
    line = page.locator("#search-results a").first.locator(".search__line")
    assert line.inner_text().startswith("ชื่ออื่น: ขนมกุมภมาศ")
    assert line.locator("mark").inner_text() == "กุมภมาศ"


def test_the_words_around_a_mention_are_shown(page: Page) -> None:
    search(page, "ไม่เป็นรูพรุน")
    assert page.locator("#search-results a").first.get_attribute("data-record") == MO_KAENG
    assert page.locator("#search-results mark").first.inner_text() == "ไม่เป็นรูพรุน"


def test_keys_move_through_the_results_and_enter_opens_the_first(page: Page) -> None:
    search(page, "ขนมตาล")
    links = page.locator("#search-results a")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search-query")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("ขนมตาล")


def test_a_search_can_be_passed_on_and_found_again_on_the_way_back(visit: Visit) -> None:
    page = visit.go("en/?q=" + quote("mor gaeng"))
    done(page, "mor gaeng")
    assert page.locator("#search-query").input_value() == "mor gaeng"
    page.locator("#search-results a").first.click()
    expect(page.locator("h1")).to_have_text("Khanom mo kaeng")
    page.go_back()
    done(page, "mor gaeng")
    page.keyboard.press("Escape")
    assert eventually(page, "location.search === ''")
    assert visit.trouble == []


def test_what_is_typed_stands_in_the_address(page: Page) -> None:
    search(page, "ตาลโตนด")
    assert eventually(page, "new URLSearchParams(location.search).get('q') === 'ตาลโตนด'")


def test_more_can_be_shown(page: Page) -> None:
    found = search(page, "เกลือ")
    assert len(found) == 8
    page.get_by_role("button", name="ดูเพิ่ม").click()
    expect(page.locator("#search-results a").nth(8)).to_be_focused()


def test_nothing_found_says_so_and_offers_ways_on(page: Page, visit: Visit) -> None:
    assert search(page, "zzqqxx") == []
    assert page.locator(".search__status").inner_text() == "ไม่พบ “zzqqxx” ในคลังนี้"
    page.locator(".search__none").get_by_role("link", name="ตำรับ").click()
    expect(page.locator("h1")).to_have_text("ตำรับ")


def test_what_comes_near_is_said_to_be_near(page: Page) -> None:
    assert search(page, "ขหนมตาล")[0] == "desserts/khanom-tan"
    assert page.locator(".search__status").inner_text().startswith("ไม่พบคำที่ตรงกันทั้งหมด")


def test_typed_markup_is_words(page: Page) -> None:
    search(page, "<img src=x onerror=alert(1)>")
    assert page.locator("#search img[src=x]").count() == 0
    assert "<img src=x onerror=alert(1)>" in page.locator(".search__status").inner_text()


def test_only_the_language_in_use_is_asked_for_and_only_what_is_needed(visit: Visit) -> None:
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    page = visit.go("en/")
    assert [url for url in asked if "/assets/search" in url or "search-" in url] == []
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_visible()
    search(page, "palm sugar")
    parts = [match[1] for url in asked if (match := re.search(r"/assets/search/([a-z-]+)\.js", url))]
    assert parts == ["en-names", "en-texts"]
    search(page, "zzqqxx")
    parts = [match[1] for url in asked if (match := re.search(r"/assets/search/([a-z-]+)\.js", url))]
    assert parts[2] == "en-more"


def test_an_index_that_cannot_be_had_is_told_and_asked_for_again(browser: Browser, address: str) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.route("**/assets/search/*", lambda route: route.abort())
    page.goto(address + "en/?q=salt")
    expect(page.locator(".search__status")).to_contain_text("could not be loaded")
    page.unroute("**/assets/search/*")
    assert search(page, "sea salt")[0] == "ingredients/kluea-samut"
    context.close()


def test_the_search_works_from_a_disk(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "desserts" / "index.html").as_uri())
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_visible()
    assert search(page, "หม้อแกง")[0] == MO_KAENG
    page.locator("#search-results a").first.click()
    expect(page.locator("h1")).to_have_text("ขนมหม้อแกง")
    page.close()


@pytest.mark.parametrize("query", ["", "หม้อแกง", "zzqqxx"])
def test_axe_finds_nothing_in_the_open_search(visit: Visit, query: str) -> None:
    page = visit.go("?q=" + quote(query)) if query else visit.go("")
    if not query:
        page.keyboard.press("/")
        expect(page.locator("#search")).to_be_visible()
    else:
        done(page, query)
    for scheme in ("light", "dark"):
        assert violations(page, scheme) == [], scheme


# --- What the words do, with every name there is ---


@pytest.fixture(scope="module", params=["th", "en"])
def speaking(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A page of each language with the whole index loaded."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(address + ("" if request.param == "th" else "en/") + "?q=-zzqqxx")
    done(page, "-zzqqxx")
    yield page
    context.close()


def _names() -> list[tuple[str, str]]:
    """Every name and other name of every record that has a page: the name, the record."""
    catalogue = project_records().catalogue
    found = []
    for kind in PUBLIC_KINDS:
        for entry in catalogue.of(kind.name):
            names = [entry.name("th"), entry.name("en"), *getattr(entry.record, "spellings", ())]
            names += [value.value.name for value in entry.values if isinstance(value.value, OtherName)]
            found += [(name, entry.address) for name in dict.fromkeys(names)]
    return found


def test_every_full_name_finds_its_record_in_the_first_three(speaking: Page) -> None:
    names = _names()
    same = Counter(name.casefold() for name, _ in names)
    ranks = speaking.evaluate(RANKS, names)
    wrong = [
        (name, record, rank)
        for (name, record), rank in zip(names, ranks, strict=True)
        if not 1 <= rank <= max(3, same[name.casefold()])
    ]
    assert wrong == []


def test_every_word_of_a_name_that_few_carry_finds_all_of_them(speaking: Page) -> None:
    lang = "th" if speaking.evaluate("document.documentElement.lang") == "th" else "en"
    catalogue = project_records().catalogue
    rows = findables(catalogue, {}, hand_written(Project.here().docs), lang)
    carried = [" ".join((row.title, *row.names, row.line, row.text)).casefold() for row in rows]
    words: dict[str, set[str]] = {}
    for name, record in _names():
        for word in re.split(r"[\s,.;:/()“”‘’'\"@&–-]+", name.casefold()):
            if len(word) >= 3:
                words.setdefault(word, set()).add(record)
    asked = [
        (word, record)
        for word, records in sorted(words.items())
        if len(records) <= 10 and sum(word in text for text in carried) <= 10
        for record in sorted(records)
    ]
    assert len(asked) > 1000
    ranks = speaking.evaluate(RANKS, asked)
    assert [pair for pair, rank in zip(asked, ranks, strict=True) if not 1 <= rank <= 10] == []


def test_any_stretch_of_any_text_finds_something(speaking: Page) -> None:
    lang = "th" if speaking.evaluate("document.documentElement.lang") == "th" else "en"
    rows = findables(project_records().catalogue, {}, hand_written(Project.here().docs), lang)
    chosen = random.Random(2026)
    asked = [stretch for row in rows for stretch in _stretches(row, chosen)]
    empty = """async asked => { await gastroSearch.ready(); return asked.filter(one => !gastroSearch.find(one, 1).length); }"""
    assert speaking.evaluate(empty, asked) == []


def _stretches(row: Findable, chosen: random.Random) -> list[str]:
    """One stretch of 3 to 20 letters that is one phrase of the row's words; whole words of Latin."""
    phrases = re.findall(
        r"[\u0e01-\u0e2e\u0e40-\u0e44][\u0e01-\u0e4e]{2,}|[A-Za-z]{3,}(?: [A-Za-z]{3,})?",
        f"{row.title} {row.line} {row.text}",
    )
    if not phrases:
        return []
    phrase = chosen.choice(phrases)
    if not re.match("[\u0e01-\u0e4e]", phrase):
        return [phrase]
    start = chosen.randrange(max(1, len(phrase) - 3))
    return [phrase[start : start + chosen.randint(3, 20)]]


def test_letters_to_change_are_counted_right(speaking: Page) -> None:
    chosen = random.Random(2026)
    pairs = []
    for _ in range(400):
        pattern = "".join(chosen.choices("กขคง", k=chosen.randint(1, 12)))
        text = "".join(chosen.choices("กขคง", k=chosen.randint(0, 30)))
        pairs.append((pattern, text, chosen.randint(0, 4)))
    got = speaking.evaluate(
        "pairs => pairs.map(pair => gastroWords.nearest(pair[0], pair[1], pair[2]))", pairs
    )
    assert got == [_nearest(*pair) for pair in pairs]


def _nearest(pattern: str, text: str, most: int) -> list[int] | None:
    """The same by the plain table of edit distances: [changes, end of the first best stretch]."""
    column = list(range(len(pattern) + 1))
    best: list[int] | None = None
    for end, letter in enumerate(text, 1):
        new = [0]
        for row, wanted in enumerate(pattern, 1):
            new.append(min(new[-1] + 1, column[row] + 1, column[row - 1] + (letter != wanted)))
        column = new
        if column[-1] <= most and (best is None or column[-1] < best[0]):
            best = [column[-1], end]
    return best


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("น้ําตาล", "น้ำตาล"),
        ("เเม่กิมไล้", "แม่กิมไล้"),
        ("พ.ศ. ๒๕๖๔", "พศ2564"),
        ("ขนม หม้อแกง", "ขนมหม้อแกง"),
        ("CAFÉ  Phet", "cafe phet"),
        ("12,000 ไร่", "12000ไร่"),
        ("น้ำ\u200bตาล", "น้ำตาล"),
    ],
)
def test_folded_alike(speaking: Page, one: str, other: str) -> None:
    assert speaking.evaluate("gastroWords.fold", one) == other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mor gaeng", "mo kaeng"),
        ("maw kaeng", "mo kaeng"),
        ("kanom", "khanom"),
        ("foy tong", "foi thong"),
        ("lod chong", "lod jong"),
        ("kao chae", "khao chae"),
        ("หมอแกง", "หม้อแกง"),
        ("ขนมศาลี", "ขนมสาลี"),
        ("พุทธ", "พุท"),
    ],
)
def test_sounding_alike(speaking: Page, one: str, other: str) -> None:
    assert speaking.evaluate("gastroWords.sound", one) == speaking.evaluate("gastroWords.sound", other)


def test_the_other_keyboard(speaking: Page) -> None:
    first: dict[str, Any] = speaking.evaluate('gastroSearch.find("s,hvc" + "d\'")[0]')
    assert first["record"] == MO_KAENG
