"""Cooking from a recipe: amounts scaled in four ways, metric, steps, timers, the screen, paper."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import Visit

MO_KAENG = "en/recipes/khanom-mo-kaeng-barrow/"
KALAMAE = "en/recipes/kalamae-grandmother-recipe/"
LOT_CHONG = "en/recipes/lot-chong-singkhapo-hot-thai-kitchen/"
FOI_THONG = "en/recipes/foi-thong-bakespace/"
KHAO_CHAE = "en/recipes/khao-chae-microwave/"
ALL = (
    "khanom-mo-kaeng-barrow",
    "khao-chae-microwave",
    "lot-chong-singkhapo-hot-thai-kitchen",
    "khanom-tan-pbru",
    "thong-muan-desertthai",
)


def amount(page: Page, anchor: str) -> str:
    """What the table says of the ingredient's line with this id, with plain spaces."""
    row = page.locator("tr", has=page.locator(f'[id="{anchor}"]'))
    return str(row.locator(".amount").inner_text()).replace("\u00a0", " ")


def press(page: Page, factor: str) -> None:
    page.get_by_role("button", name=f"{factor} ×", exact=True).click()


def test_twice_one_and_a_half_cups_are_three(visit: Visit) -> None:
    page = visit.go(KALAMAE)
    assert amount(page, "ingredients.kalamae.hua-kathi") == "1 ½ cups"
    press(page, "2")
    assert amount(page, "ingredients.kalamae.hua-kathi") == "3 cups"
    assert amount(page, "ingredients.kalamae.namtan-sai") == "2 ½ cups"
    assert amount(page, "ingredients.kalamae.paeng-thua") == "2 tbsp"
    assert amount(page, "ingredients.kalamae.kap-maphrao-phao") == "1 fruit"
    assert amount(page, "ingredients.kalamae.nam") == "Not stated in the sources"
    press(page, "½")
    assert amount(page, "ingredients.kalamae.hua-kathi") == "¾ cup"
    assert amount(page, "ingredients.kalamae.kap-maphrao-phao") == "¼ fruit"
    assert visit.trouble == []


def test_the_factor_stays_in_the_address_and_goes_back(visit: Visit) -> None:
    page = visit.go(KALAMAE)
    press(page, "3")
    expect(page).to_have_url(f"{visit.base}{KALAMAE}?x=3")
    page.reload()
    assert amount(page, "ingredients.kalamae.hua-kathi") == "4 ½ cups"
    expect(page.get_by_role("button", name="3 ×", exact=True)).to_have_attribute("aria-pressed", "true")
    assert page.locator(".tool--language").get_attribute("href").endswith("?x=3")  # type: ignore[union-attr]
    page.get_by_role("button", name="Back to the recipe as it stands").click()
    expect(page).to_have_url(f"{visit.base}{KALAMAE}")
    assert amount(page, "ingredients.kalamae.hua-kathi") == "1 ½ cups"


def test_having_three_eggs_makes_three_quarters(visit: Visit) -> None:
    page = visit.go(MO_KAENG)
    page.get_by_text("By what you have").click()
    page.get_by_role("combobox", name="Ingredient").select_option(label="Hen egg — 4 eggs")
    page.get_by_label("I have (eggs)").fill("3")
    assert amount(page, "ingredients.custard.khai-kai") == "3 eggs"
    assert amount(page, "ingredients.custard.khai-pet") == "1 ½ eggs"
    assert amount(page, "ingredients.custard.hua-kathi") == "¾ cup"
    expect(page).to_have_url(re.compile(re.escape("?x=0.75") + "$"))
    expect(page.locator("#kitchen-said")).to_have_text("Amounts are 0.75 times those of the source")


def test_a_yield_scales_and_a_range_is_taken_at_its_middle(visit: Visit) -> None:
    page = visit.go(LOT_CHONG)
    page.get_by_label("For how many servings").fill("9")
    assert amount(page, "ingredients.noodles.paeng-man-sampalang") == "6.3 oz"
    assert amount(page, "ingredients.syrup.namtan-sai") == "1 ⅛ cups"
    assert page.locator(".glance__yield").inner_text() == "9 servings"
    page = visit.go(FOI_THONG)
    expect(page.locator(".kitchen")).to_contain_text(
        "The source says 2–3 servings; the middle of that is taken."
    )
    page.get_by_label("For how many servings").fill("5")
    assert amount(page, "ingredients.yolks.khai-daeng-khai-pet") == "20 yolks"
    assert page.locator(".glance__yield").inner_text() == "4–6 servings"


def test_a_free_factor_is_read_as_people_write_it_and_nonsense_is_said(visit: Visit) -> None:
    page = visit.go(KALAMAE)
    field = page.get_by_label("Other ×")
    for typed in ("1 1/2", "1.5", "1,5", "1½"):
        field.fill("1")
        field.fill(typed)
        assert amount(page, "ingredients.kalamae.namtan-sai") == "1 ⅞ cups"
        assert amount(page, "ingredients.kalamae.hua-kathi") == "2 ¼ cups"
    field.fill("lots")
    assert field.get_attribute("aria-invalid") == "true"
    expect(page.locator("#kitchen-said")).to_contain_text("Enter a number from 0.05 to 100")
    assert amount(page, "ingredients.kalamae.hua-kathi") == "2 ¼ cups"
    field.fill("0.1")
    assert amount(page, "ingredients.kalamae.kap-maphrao-phao") == "less than ¼ fruit"
    assert amount(page, "ingredients.kalamae.paeng-thua") == "about ⅓ tsp"


def test_small_measures_give_way_to_larger_ones(visit: Visit) -> None:
    page = visit.go(KHAO_CHAE + "?x=2")
    assert amount(page, "ingredients.shrimp-paste-balls.nam-pla") == "4 tsp"
    assert amount(page, "ingredients.shrimp-paste-balls.namtan-tanot") == "¼ cup"
    page = visit.go(KHAO_CHAE + "?x=3")
    assert amount(page, "ingredients.shrimp-paste-balls.nam-pla") == "2 tbsp"
    page = visit.go(KHAO_CHAE + "?x=0.5")
    assert amount(page, "ingredients.shrimp-paste-balls.hua-kathi") == "2 tbsp"


def test_what_is_not_scaled_says_so_only_when_something_is(visit: Visit) -> None:
    page = visit.go(KHAO_CHAE)
    notice = page.get_by_text("Times, temperatures, vessels and pinches are not scaled.")
    marks = page.locator('[id="steps.soak"]').get_by_text("figures here are not scaled")
    expect(notice).to_be_hidden()
    expect(marks).to_be_hidden()
    press(page, "2")
    expect(notice).to_be_visible()
    expect(marks).to_be_visible()
    expect(page.locator('[id="steps.cook-rice"]').get_by_text("figures here")).to_have_count(0)
    expect(page.get_by_text("Vessels are not scaled.")).to_be_visible()


def test_metric_is_a_choice_and_keeps_what_cannot_be_turned(visit: Visit) -> None:
    page = visit.go(MO_KAENG)
    page.get_by_label("Metric (worked out)").check()
    assert amount(page, "ingredients.custard.hua-kathi") == "240 ml"
    assert amount(page, "ingredients.custard.khai-kai") == "4 eggs"
    assert page.locator(".recipe th").first.inner_text() == "Metric (worked out)"
    press(page, "½")
    assert amount(page, "ingredients.custard.hua-kathi") == "120 ml"
    expect(page).to_have_url(re.compile(re.escape("?x=0.5&units=metric") + "$"))
    page.reload()
    assert amount(page, "ingredients.custard.hua-kathi") == "120 ml"
    page.get_by_text("By what you have").click()
    page.get_by_role("combobox", name="Ingredient").select_option(label="Coconut cream — 1 cup")
    page.get_by_label("I have (ml)").fill("480")
    assert amount(page, "ingredients.custard.khai-kai") == "8 eggs"


def test_two_trays_give_the_factor_where_the_source_states_none(visit: Visit) -> None:
    page = visit.go(MO_KAENG)
    page.get_by_text("By the size of your tray").click()
    expect(page.get_by_text("The source does not state the size of its tray.")).to_be_visible()
    old, new = page.locator('[data-tray="old"]'), page.locator('[data-tray="new"]')
    old.get_by_label("Side (cm)").fill("20")
    new.get_by_label("Shape").select_option("rectangular")
    new.get_by_label("Length (cm)").fill("20")
    new.get_by_label("Width (cm)").fill("30")
    expect(page).to_have_url(re.compile(re.escape("?x=1.5") + "$"))
    assert amount(page, "ingredients.custard.khai-kai") == "6 eggs"
    new.get_by_label("Shape").select_option("round")
    expect(new.get_by_label("Width (cm)")).to_be_hidden()
    new.get_by_label("Diameter (cm)").fill("20")
    expect(page).to_have_url(re.compile(re.escape("?x=0.7854") + "$"))
    page = visit.go(KALAMAE)
    assert page.get_by_text("By the size of your tray").count() == 0


def test_steps_stay_ticked_in_the_tab_in_both_languages(visit: Visit) -> None:
    page = visit.go(MO_KAENG)
    page.get_by_label("Step 2: Done").check()
    page.reload()
    expect(page.get_by_label("Step 2: Done")).to_be_checked()
    page = visit.go(MO_KAENG.removeprefix("en/"))
    expect(page.get_by_label("ข้อ 2: ทำแล้ว")).to_be_checked()
    page.get_by_role("button", name="ล้างเครื่องหมายที่ทำแล้ว").click()
    expect(page.get_by_label("ข้อ 2: ทำแล้ว")).not_to_be_checked()


def test_timers_run_side_by_side_pause_and_say_when_they_end(visit: Visit) -> None:
    visit.page.clock.install()
    page = visit.go(KHAO_CHAE)
    one = page.locator('[id="steps.add-cream"]')
    six = page.locator('[id="steps.add-sugar"]')
    said = page.locator(".cooking__said")
    six.get_by_role("button", name="Timer, 6 min").click()
    expect(said).to_have_text("Timer for step 7 started: 6 min")
    one.get_by_role("button", name="Timer, 1 min").click()
    page.clock.run_for(20_000)
    expect(six.locator(".timer__face")).to_have_text("5:40")
    six.get_by_role("button", name="Pause").click()
    page.clock.run_for(41_000)
    expect(said).to_have_text("Step 6: time is up")
    assert page.title().startswith("⏰ Step 6: time is up")
    expect(six.locator(".timer__face")).to_have_text("5:40")
    six.get_by_role("button", name="Go on").click()
    page.clock.run_for(40_000)
    expect(six.locator(".timer__face")).to_have_text("5:00")
    one.get_by_role("button", name="Reset").click()
    assert not page.title().startswith("⏰")
    expect(one.get_by_role("button", name="Timer, 1 min")).to_be_visible()
    assert visit.trouble == []


def test_a_timer_of_a_range_offers_the_rest_after_the_least(visit: Visit) -> None:
    visit.page.clock.install()
    page = visit.go(KHAO_CHAE)
    step = page.locator('[id="steps.soak"]')
    expect(step).to_contain_text("the source says up to 180 min")
    step.get_by_role("button", name="Timer, 120 min").click()
    expect(step.locator(".timer__face")).to_have_text("2:00:00")
    page.clock.fast_forward(2 * 60 * 60 * 1000 + 1000)
    step.get_by_role("button", name="60 min more").click()
    expect(step.locator(".timer__face")).to_have_text("1:00:00")


def test_the_screen_is_kept_on_and_asked_for_again(visit: Visit) -> None:
    visit.page.add_init_script(
        """window.asked = 0;
        Object.defineProperty(navigator, 'wakeLock', {configurable: true, value: {request: () => {
          window.asked += 1;
          return Promise.resolve({release: () => { window.released = true; return Promise.resolve(); }});
        }}});"""
    )
    page = visit.go(MO_KAENG)
    page.get_by_role("switch", name="Keep the screen on while I cook").check()
    expect(page.locator(".cooking__said")).to_have_text("The screen will stay on.")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.evaluate("window.asked") == 2
    page.get_by_role("switch").uncheck()
    assert page.evaluate("window.released") is True


def test_the_switch_is_not_shown_where_the_screen_cannot_be_kept_on(visit: Visit) -> None:
    visit.page.add_init_script("delete Navigator.prototype.wakeLock")
    page = visit.go(MO_KAENG)
    expect(page.get_by_label("Step 1: Done")).to_be_visible()
    expect(page.locator(".cooking__awake")).to_be_hidden()


def test_lines_and_steps_can_be_linked_to(visit: Visit) -> None:
    page = visit.go(MO_KAENG + "#ingredients.custard.khai-pet")
    assert page.locator("td:target").inner_text().startswith("Duck egg")
    page.get_by_role("link", name="Step 3", exact=True).click()
    expect(page).to_have_url(re.compile(re.escape("#steps.squeeze-with-pandan") + "$"))
    ids = page.locator(".recipe td[id]").evaluate_all("cells => cells.map(cell => cell.id)")
    assert len(ids) == 8
    assert len(set(ids)) == 8
    assert page.locator(".recipe .here").count() == 8


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_paper_is_one_page_with_the_scaled_amounts(
    browser: Browser, address: str, name: str, prefix: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}{prefix}recipes/{name}/?x=2")
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    page.emulate_media(media="print")
    expect(page.locator(".kitchen")).to_be_hidden()
    for control in page.locator(".step__tick, .timer, .here, .cooking").all():
        expect(control).to_be_hidden()
    expect(page.locator(".recipe__ingredients")).to_be_visible()
    expect(page.locator(".printed")).to_contain_text(f"{prefix}recipes/{name}/?x=2")
    page.close()


def test_the_printed_file_holds_the_scaled_amounts(visit: Visit) -> None:
    page = visit.go(MO_KAENG + "?x=2")
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages[0].extract_text()
    words = " ".join(printed.split())
    assert "8 eggs" in words  # four hen eggs in the source
    assert "2 cups" in words
    assert "1 cup " not in words.replace("1 cup = 240 ml", "")
    assert "/en/recipes/khanom-mo-kaeng-barrow/" in words.replace(" ", "")


def test_paper_shows_the_amounts_and_units_chosen(visit: Visit) -> None:
    page = visit.go(MO_KAENG + "?x=1.5&units=metric")
    page.emulate_media(media="print")
    words = page.locator("article").inner_text()
    assert "360 ml" in words
    assert "6 eggs" in words
    assert "240 ml" not in words.replace("1 cup = 240 ml", "")
    assert "Oven temperature" in words
    assert "Fried-shallot oil" in words


def test_without_script_the_table_holds_both_units_and_no_controls(visit: Visit) -> None:
    context = visit.page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    page = context.new_page()
    page.goto(visit.base + MO_KAENG)
    row = page.locator("tr", has_text="Coconut cream").first
    assert row.locator("td").all_inner_texts()[:2] == ["1 cup", "240 ml"]
    expect(page.locator(".kitchen")).to_be_hidden()
    expect(page.locator(".step").first).to_contain_text("Beat the hen and duck eggs together.")
    expect(page.get_by_role("heading", name="What the source does not say")).to_be_visible()
    context.close()


def test_allergens_stand_above_the_ingredients(visit: Visit) -> None:
    page = visit.go(MO_KAENG)
    allergens = page.locator(".glance__allergens")
    expect(allergens).to_contain_text("Egg, Coconut")
    top, below = allergens.bounding_box(), page.locator("#ingredients").bounding_box()
    assert top
    assert below
    assert top["y"] < below["y"]
