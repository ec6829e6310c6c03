"""Allergens come from ingredients: what is in every version, in some, or not known."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from gastro.catalogue import Catalogue
from gastro.catalogue.allergens import Allergens, allergens_of

CatalogueOf = Callable[[Mapping[str, str]], Catalogue]

INGREDIENT = "name: {{th: {id} ก, en: {id}}}\ncategory: egg\nconfidence: strong\n{allergens}\n"
DESSERT = """\
name: {th: ขนมทดลอง, en: Trial sweet}
gloss: {th: ขนม, en: a sweet}
categories: [steamed]
tie: signature
confidence: strong
"""
RECIPE = """\
name: {{th: ตำรับทดลอง, en: Trial recipe}}
confidence: strong
makes:
  - {{dessert: trial-sweet, role: {role}}}
source: trial-book
region: general
completeness: complete
ingredients:
  - id: main
    lines:
"""
SHELF = {
    "egg": "allergens: [{allergen: egg}]",
    "yolk": "allergens: [{allergen: egg}]",
    "flour": "allergens: [{allergen: wheat}, {allergen: soy, presence: may-contain}]",
    "shrimp-paste": "allergens: [{allergen: crustacean}, {allergen: fish, presence: may-contain}]",
    "sugar": "allergens: []",
    "palm-fruit": "",
}


def ingredients() -> dict[str, str]:
    return {f"ingredients/{id}.yml": INGREDIENT.format(id=id, allergens=known) for id, known in SHELF.items()}


def dessert(*uses: str, complete: str = "complete") -> str:
    """A dessert with these ingredients; a name with ``?`` is used in some versions only."""
    lines = [
        f"  - {{ingredient: {use.rstrip('?')}, presence: {'some-versions' if use.endswith('?') else 'always'}}}"
        for use in uses
    ]
    return DESSERT + "ingredients:\n" + "\n".join(lines) + f"\ningredients_complete: {complete}\n"


def recipe(role: str, *lines: str) -> str:
    """A recipe of the dessert; a name with ``?`` is optional, with ``/`` one of several."""
    presences = {"?": "optional", "/": "alternative"}
    written = [
        f"      - {{ingredient: {line.rstrip('?/')}, presence: {presences.get(line[-1], 'always')}}}\n"
        for line in lines
    ]
    return RECIPE.format(role=role) + "".join(written)


@pytest.fixture
def of_dessert(catalogue_of: CatalogueOf) -> Callable[..., Allergens]:
    def derive(text: str, **recipes: str) -> Allergens:
        more = {f"recipes/{id}.yml": recipe for id, recipe in recipes.items()}
        catalogue = catalogue_of({**ingredients(), "desserts/trial-sweet.yml": text, **more})
        return allergens_of(catalogue, catalogue.at("desserts/trial-sweet"))

    return derive


def test_what_every_version_has_is_contained(of_dessert: Callable[..., Allergens]) -> None:
    found = of_dessert(dessert("egg", "sugar"))
    assert found == Allergens({"egg": ("egg",)}, {}, (), complete=True)


def test_what_some_versions_have_may_be_contained(of_dessert: Callable[..., Allergens]) -> None:
    found = of_dessert(dessert("egg?", "sugar"))
    assert found == Allergens({}, {"egg": ("egg",)}, (), complete=True)


def test_what_an_ingredient_may_contain_may_be_contained(of_dessert: Callable[..., Allergens]) -> None:
    found = of_dessert(dessert("flour"))
    assert found == Allergens({"wheat": ("flour",)}, {"soy": ("flour",)}, (), complete=True)


def test_ingredients_without_a_statement_are_unknown(of_dessert: Callable[..., Allergens]) -> None:
    found = of_dessert(dessert("palm-fruit", "sugar", "no-such-ingredient"))
    assert found == Allergens({}, {}, ("palm-fruit", "no-such-ingredient"), complete=True)


def test_a_list_that_is_not_complete_says_so(of_dessert: Callable[..., Allergens]) -> None:
    assert of_dessert(dessert("sugar", complete="incomplete")) == Allergens({}, {}, (), complete=False)
    assert of_dessert(DESSERT) == Allergens({}, {}, (), complete=False)


def test_what_is_contained_is_not_named_as_a_possibility_too(of_dessert: Callable[..., Allergens]) -> None:
    found = of_dessert(dessert("egg", "yolk?"))
    assert found == Allergens({"egg": ("egg",)}, {}, (), complete=True)


def test_every_ingredient_that_brings_an_allergen_is_named_once(of_dessert: Callable[..., Allergens]) -> None:
    found = of_dessert(dessert("yolk", "egg"), one=recipe("itself", "yolk", "yolk"))
    assert found.contains == {"egg": ("yolk", "egg")}
    assert found.may_contain == {}


def test_allergens_stand_in_the_order_of_their_list(of_dessert: Callable[..., Allergens]) -> None:
    found = of_dessert(dessert("shrimp-paste", "flour", "egg"))
    assert list(found.contains) == ["egg", "wheat", "crustacean"]
    assert list(found.may_contain) == ["fish", "soy"]


def test_a_recipe_of_the_sweet_itself_adds_what_may_be_contained(
    of_dessert: Callable[..., Allergens],
) -> None:
    found = of_dessert(dessert("sugar"), one=recipe("itself", "egg", "palm-fruit"))
    assert found == Allergens({}, {"egg": ("egg",)}, ("palm-fruit",), complete=True)


@pytest.mark.parametrize("role", ["base", "part"])
def test_a_recipe_that_only_uses_the_sweet_adds_nothing(
    role: str, of_dessert: Callable[..., Allergens]
) -> None:
    found = of_dessert(dessert("sugar"), one=recipe(role, "egg"))
    assert found == Allergens({}, {}, (), complete=True)


def test_a_recipe_has_the_allergens_of_its_own_lines(catalogue_of: CatalogueOf) -> None:
    lines = ("egg", "flour?", "shrimp-paste/", "palm-fruit")
    catalogue = catalogue_of({**ingredients(), "recipes/one.yml": recipe("itself", *lines)})
    assert allergens_of(catalogue, catalogue.at("recipes/one")) == Allergens(
        {"egg": ("egg",)},
        {"wheat": ("flour",), "fish": ("shrimp-paste",), "crustacean": ("shrimp-paste",), "soy": ("flour",)},
        ("palm-fruit",),
        complete=True,
    )


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("flour", Allergens({"wheat": ("flour",)}, {"soy": ("flour",)}, (), complete=True)),
        ("sugar", Allergens({}, {}, (), complete=True)),
        ("palm-fruit", Allergens({}, {}, ("palm-fruit",), complete=True)),
    ],
)
def test_an_ingredient_has_its_own(id: str, expected: Allergens, catalogue_of: CatalogueOf) -> None:
    catalogue = catalogue_of(ingredients())
    assert allergens_of(catalogue, catalogue.at(f"ingredients/{id}")) == expected
