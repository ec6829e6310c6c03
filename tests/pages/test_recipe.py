"""What a recipe's page gives the kitchen: amounts in words, and the numbers that are scaled."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Mapping
from fractions import Fraction

import pytest

from gastro.catalogue import Catalogue
from gastro.catalogue.quantities import bounds
from gastro.pages.recipe import Kitchen
from gastro.records.recipes import Quantity, Recipe, Step
from tests.builds import project_records

Make = Callable[[Mapping[str, str]], Catalogue]

SOURCE = """\
    title: Sample book
    language: en
    publisher: {th: สำนักพิมพ์, en: Press}
    kind: book
    extent: part
"""
DESSERT = """\
    name: {th: ขนมตัวอย่าง, en: Sample sweet}
    gloss: {th: ตัวอย่าง, en: sample}
    categories: [baked]
    tie: general
    confidence: weak
    sources: {tie: [sample-book]}
"""
RECIPE = """\
    name: {th: ตำรับตัวอย่าง, en: Sample recipe}
    confidence: weak
    makes: [{dessert: sample}]
    source: sample-book
    region: general
    completeness: complete
    techniques: [op]
    makes_amount:
      quantity: {amount: 4-5, unit: serving}
      vessel_size: {shape: round, length: 20, depth: 4}
    ingredients:
      - id: all
        lines:
          - ingredient: salt
            quantity: {amount: 1 1/2, unit: teaspoon}
          - id: pinch
            ingredient: salt
            quantity: {amount: 1, unit: pinch}
"""
RECORDS = {
    "sources/sample-book.yml": SOURCE,
    "desserts/sample.yml": DESSERT,
    "ingredients/salt.yml": """\
        name: {th: เกลือ, en: Salt}
        category: seasoning
        confidence: weak
    """,
    "recipes/sample.yml": RECIPE,
}


def kitchen(make: Make, changed: str = RECIPE) -> Kitchen:
    catalogue = make({**RECORDS, "recipes/sample.yml": changed})
    return Kitchen(catalogue, catalogue.record(Recipe, "recipes", "sample"), "en")


def quantity(amount: str, unit: str) -> Quantity:
    return Quantity.model_validate({"amount": amount, "unit": unit})


def test_an_amount_is_written_as_a_cook_writes_it(catalogue_of: Make) -> None:
    shown = kitchen(catalogue_of)
    assert shown.amount(quantity("1 1/2", "cup")) == "1\u00a0½ cups"
    assert shown.amount(quantity("1/2", "cup")) == "½ cup"
    assert shown.amount(quantity("4-5", "serving")) == "4–5 servings"
    assert Kitchen(shown.catalogue, shown.recipe, "th").amount(quantity("2/3", "cup")) == "⅔ ถ้วยตวง"


def test_an_amount_carries_its_bounds_and_its_unit(catalogue_of: Make) -> None:
    shown = kitchen(catalogue_of)
    line = shown.recipe.ingredients[0].lines[0]
    assert shown.data(line.quantity) == 'data-low="3/2" data-high="3/2" data-unit="teaspoon"'
    assert shown.data(None) == ""
    assert shown.metric(quantity("1 1/2", "teaspoon")) == "7.5 ml"
    assert shown.metric(quantity("2", "gram")) == ""
    assert shown.middle(quantity("4-5", "serving")) == "4.5"
    assert shown.middle(quantity("6", "serving")) == "6"


def test_the_units_of_the_browser_hold_all_that_amounts_may_become(catalogue_of: Make) -> None:
    units = json.loads(html.unescape(kitchen(catalogue_of).units))
    assert sorted(units) == ["cup", "millilitre", "pinch", "serving", "tablespoon", "teaspoon"]
    assert units["cup"] == {
        "one": "cup",
        "many": "cups",
        "measure": "spoon",
        "to": "millilitre",
        "by": 240.0,
        "metric": False,
    }
    assert units["pinch"]["measure"] == "loose"
    assert units["millilitre"]["metric"] is True


def test_lines_are_named_by_their_id_or_their_ingredient(catalogue_of: Make) -> None:
    shown = kitchen(catalogue_of)
    group = shown.recipe.ingredients[0]
    assert [shown.anchor(group, line) for line in group.lines] == [
        "ingredients.all.salt",
        "ingredients.all.pinch",
    ]


@pytest.mark.parametrize(
    ("minutes", "seconds"), [("30", "1800"), ("15-20", "900 1200"), ("1 1/2", "90"), (None, "")]
)
def test_times_are_given_in_seconds(catalogue_of: Make, minutes: str | None, seconds: str) -> None:
    step = Step.model_validate({"id": "a", "th": "ก", "en": "a", **({"minutes": minutes} if minutes else {})})
    assert kitchen(catalogue_of).seconds(step) == seconds


def test_a_stated_vessel_gives_its_area_and_its_words(catalogue_of: Make) -> None:
    shown = kitchen(catalogue_of)
    assert shown.fills_a_tray
    assert shown.vessel_area == "314.16"
    assert shown.vessel_words("round, {length}", "{length} × {width}") == "round, 20"
    sided = kitchen(
        catalogue_of, RECIPE.replace("shape: round, length: 20", "shape: rectangular, length: 20-22")
    )
    assert sided.vessel_area == "441.00"
    assert sided.vessel_words("round, {length}", "{length} × {width}") == "20–22 × 20–22"


def test_a_vessel_without_area_is_not_stated(catalogue_of: Make) -> None:
    shown = kitchen(catalogue_of, RECIPE.replace("length: 20", "length: 0"))
    assert shown.vessel_size is None
    assert shown.vessel_area == ""


def test_a_sweet_that_is_not_baked_fills_no_tray(catalogue_of: Make) -> None:
    catalogue = catalogue_of({**RECORDS, "desserts/sample.yml": DESSERT.replace("baked", "steamed")})
    assert not Kitchen(catalogue, catalogue.record(Recipe, "recipes", "sample"), "en").fills_a_tray


def test_every_line_of_the_project_has_an_address_of_its_own() -> None:
    catalogue = project_records().catalogue
    for entry in catalogue.of("recipes"):
        assert isinstance(entry.record, Recipe)
        shown = Kitchen(catalogue, entry.record, "th")
        anchors = [shown.anchor(group, line) for group in entry.record.ingredients for line in group.lines]
        assert len(anchors) == len(set(anchors)), entry.address
        units = json.loads(html.unescape(shown.units))
        for group in entry.record.ingredients:
            for line in group.lines:
                if line.quantity:
                    assert line.quantity.unit in units
                    assert bounds(line.quantity.amount)[0] > Fraction(0)
