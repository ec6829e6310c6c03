"""The season calendar: the order of the year, what is derived, what no source says."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from gastro.catalogue import Catalogue
from gastro.catalogue.season_calendar import Run, runs_of, season_calendar

CatalogueOf = Callable[[Mapping[str, str]], Catalogue]
HEAD = "name: {{th: {id} ก, en: {id}}}\nconfidence: strong\n"


def _ingredient(id: str, more: str = "") -> dict[str, str]:
    return {f"ingredients/{id}.yml": HEAD.format(id=id) + "category: fruit\n" + more}


def _sweet(id: str, more: str = "") -> dict[str, str]:
    text = HEAD.format(id=id) + "gloss: {th: ขนม, en: a sweet}\ncategories: [steamed]\ntie: signature\n"
    return {f"desserts/{id}.yml": text + more}


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        ((), ()),
        ((3,), (Run(3, 3),)),
        ((2, 3, 4), (Run(2, 4),)),
        ((1, 2, 3, 11, 12), (Run(1, 3, from_before=True), Run(11, 12, goes_on=True))),
        ((12, 11, 1, 2), (Run(1, 2, from_before=True), Run(11, 12, goes_on=True))),
        ((1, 2, 6), (Run(1, 2), Run(6, 6))),
        ((11, 12), (Run(11, 12),)),
        (tuple(range(1, 13)), (Run(1, 12),)),
    ],
)
def test_a_season_is_cut_at_the_turn_of_the_year(months: tuple[int, ...], expected: tuple[Run, ...]) -> None:
    assert runs_of(months) == expected


@pytest.fixture
def year(catalogue_of: CatalogueOf) -> Catalogue:
    return catalogue_of(
        _ingredient(
            "salt", "season: [10, 11, 12, 1, 2]\nsources: {season: {sources: [], confidence: weak}}\n"
        )
        | _ingredient("apple", "season: [1, 2, 3]\n")
        | _ingredient("lime", "season: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]\n")
        | _ingredient("guess", "season: [6]\nsources: {season: {sources: [], standing: derived}}\n")
        | _ingredient("palm", "season_note: {th: ออกดอกต้นปี, en: Flowers early in the year.}\n")
        | _ingredient("flour")
        | _sweet("apple-cake", "ingredients: [{ingredient: apple}, {ingredient: flour}]\n")
        | _sweet("plain-cake", "ingredients: [{ingredient: flour}]\n")
    )


def test_it_goes_by_the_month_a_season_begins_in_and_all_year_comes_last(year: Catalogue) -> None:
    calendar = season_calendar(year)
    assert [(one.entry.id, one.starts, one.is_all_year) for one in calendar.of("ingredients")] == [
        ("apple", 1, False),
        ("guess", 6, False),
        ("salt", 10, False),
        ("lime", 13, True),
    ]
    assert [one.entry.id for one in calendar.of("desserts")] == ["apple-cake"]


def test_it_tells_what_is_stated_from_what_is_inferred(year: Catalogue) -> None:
    found = {
        one.entry.id: (one.inferred, one.confidence, one.season.derived_from)
        for one in season_calendar(year).known
    }
    assert found == {
        "apple": (False, "strong", ()),
        "guess": (True, "strong", ()),
        "salt": (False, "weak", ()),
        "lime": (False, "strong", ()),
        "apple-cake": (True, None, ("apple",)),
    }


def test_what_no_source_says_is_not_left_out(year: Catalogue) -> None:
    calendar = season_calendar(year)
    assert [entry.address for entry in calendar.noted] == ["ingredients/palm"]
    assert [entry.address for entry in calendar.unknown] == ["desserts/plain-cake", "ingredients/flour"]
    assert [entry.id for entry in calendar.unknown_of("ingredients")] == ["flour"]
