"""Seasons: stated by a source, else derived from the main ingredients, else not known."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from gastro.catalogue import Catalogue
from gastro.catalogue.seasons import Season, season_of

CatalogueOf = Callable[[Mapping[str, str]], Catalogue]

HEAD = "name: {{th: {id} ก, en: {id}}}\nconfidence: strong\n"
SHELF = {
    "palm-fruit": "season: [1, 2, 3, 4, 5]\n",
    "rose-apple": "season: [11, 12, 1, 2]\n",
    "mango": "season: [4, 5, 6]\n",
    "flour": "",
    "syrup": "made_from: [palm-fruit, flour]\n",
    "perfume": "made_from: [flour]\n",
    "jam": "season: [7]\nmade_from: [rose-apple]\n",
    "impossible-jam": "made_from: [rose-apple, mango]\n",
}


@pytest.fixture
def catalogue_with(catalogue_of: CatalogueOf) -> Callable[..., Catalogue]:
    """The shelf of ingredients, with further records beside it."""

    def make(records: Mapping[str, str] = {}) -> Catalogue:
        shelf = {
            f"ingredients/{id}.yml": HEAD.format(id=id) + "category: fruit\n" + more
            for id, more in SHELF.items()
        }
        return catalogue_of({**shelf, **records})

    return make


@pytest.fixture
def season_of_sweet(catalogue_with: Callable[..., Catalogue]) -> Callable[..., Season | None]:
    """Season of a sweet made of these; a name with ``?`` is used in some versions only."""

    def derive(*uses: str, stated: str = "") -> Season | None:
        text = (
            HEAD.format(id="sweet") + "gloss: {th: ขนม, en: a sweet}\ncategories: [steamed]\ntie: signature\n"
        )
        lines = [
            f"  - {{ingredient: {use.rstrip('?')}, presence: {'some-versions' if '?' in use else 'always'}}}\n"
            for use in uses
        ]
        text += stated + ("ingredients:\n" + "".join(lines) if lines else "")
        catalogue = catalogue_with({"desserts/sweet.yml": text})
        return season_of(catalogue, catalogue.at("desserts/sweet"))

    return derive


@pytest.mark.parametrize(
    ("uses", "expected"),
    [
        ((), None),
        (("flour",), None),
        (("no-such-ingredient",), None),
        (("palm-fruit", "flour"), Season((1, 2, 3, 4, 5), ("palm-fruit",))),
        (("rose-apple",), Season((1, 2, 11, 12), ("rose-apple",))),
        (("palm-fruit", "rose-apple"), Season((1, 2), ("palm-fruit", "rose-apple"))),
        (("palm-fruit", "mango?"), Season((1, 2, 3, 4, 5), ("palm-fruit",))),
        (("palm-fruit?",), None),
        (("rose-apple", "mango"), None),
    ],
)
def test_a_sweet_is_to_be_had_when_its_main_ingredients_are(
    uses: tuple[str, ...], expected: Season | None, season_of_sweet: Callable[..., Season | None]
) -> None:
    assert season_of_sweet(*uses) == expected


def test_what_a_source_states_comes_first_and_as_stated(
    season_of_sweet: Callable[..., Season | None],
) -> None:
    assert season_of_sweet("palm-fruit", stated="season: [12, 1]\n") == Season((12, 1))


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("palm-fruit", Season((1, 2, 3, 4, 5))),
        ("flour", None),
        ("syrup", Season((1, 2, 3, 4, 5), ("palm-fruit",))),
        ("perfume", None),
        ("jam", Season((7,))),
        ("impossible-jam", None),
    ],
)
def test_an_ingredient_follows_what_it_is_made_from(
    id: str, expected: Season | None, catalogue_with: Callable[..., Catalogue]
) -> None:
    catalogue = catalogue_with()
    assert season_of(catalogue, catalogue.at(f"ingredients/{id}")) == expected


def test_other_kinds_have_no_season(catalogue_with: Callable[..., Catalogue]) -> None:
    catalogue = catalogue_with({"places/tambon-x.yml": HEAD.format(id="x") + "kind: tambon\n"})
    assert season_of(catalogue, catalogue.at("places/tambon-x")) is None
