"""Where the bars of the season chart stand, to the thousandth of a per cent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from gastro.catalogue import Catalogue, load
from gastro.catalogue.season_calendar import season_calendar
from gastro.pages import render
from gastro.pages.season_chart import Chart, season_chart
from gastro.text.dates import Lang

CatalogueOf = Callable[[Mapping[str, str]], Catalogue]
SAMPLE = Path(__file__).parents[1] / "sample"


@pytest.fixture
def chart(catalogue_of: CatalogueOf) -> Callable[[Lang], Chart]:
    def make(lang: Lang) -> Chart:
        head = "name: {{th: {0} ก, en: {0}}}\nconfidence: strong\ncategory: fruit\nseason: {1}\n"
        seasons = {
            "apple": "[2, 3, 4]",
            "salt": "[10, 11, 12, 1, 2, 3]",
            "lime": str([*range(1, 13)]),
            "fig": "[7]",
        }
        catalogue = catalogue_of(
            {f"ingredients/{id}.yml": head.format(id, months) for id, months in seasons.items()}
        )
        return season_chart(season_calendar(catalogue).known, lang)

    return make


def test_a_bar_covers_its_months_and_says_them_where_there_is_room(chart: Callable[[Lang], Chart]) -> None:
    drawn = {row.of.entry.id: [(bar.x, bar.width, bar.label) for bar in row.bars] for row in chart("en").rows}
    assert drawn == {
        "apple": [("8.333%", "25.000%", "Feb–Apr")],
        "fig": [("50.000%", "8.333%", "")],
        "salt": [("0.000%", "25.000%", "…–Mar"), ("75.000%", "25.000%", "Oct–…")],
        "lime": [("0.000%", "100.000%", "all year")],
    }


def test_in_thai_the_months_are_the_usual_abbreviations(chart: Callable[[Lang], Chart]) -> None:
    drawn = chart("th")
    assert [month.name for month in drawn.months[:4]] == ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย."]
    assert [bar.label for row in drawn.rows for bar in row.bars] == [
        "ก.พ.–เม.ย.",
        "",
        "…–มี.ค.",
        "ต.ค.–…",
        "ตลอดปี",
    ]


def test_rows_follow_each_other_without_overlap(chart: Callable[[Lang], Chart]) -> None:
    drawn = chart("en")
    assert drawn.height == "15.6"
    edges = [0.0]
    for row in drawn.rows:
        bar = row.bars[0]
        top, height = float(bar.y.rstrip("%")), float(bar.height.rstrip("%"))
        edges += [float(row.name_y.rstrip("%")), top, top + height]
    assert edges == sorted(edges)
    assert edges[-1] < 100


def test_the_page_draws_a_derived_season_hatched_and_in_words() -> None:
    """The sample sweet has its season from the sample egg."""
    page = render(load(SAMPLE).catalogue)["en/seasons/index.md"]
    rows = page.split('<g class="year__row')[1:]
    sweet, egg = (row.split("</g>")[0] for row in rows)
    assert sweet.startswith(
        ' year__row--derived" data-record="desserts/khanom-tua-yang" data-months="1 2 11 12"'
    )
    assert 'fill="url(#year-desserts-hatch)"' in sweet
    assert ">derived</text>" in sweet
    assert egg.startswith('" data-record="ingredients/khai" data-months="1 2 11 12"')
    assert "url(" not in egg
    assert 'derived from the season of <a href="../ingredients/khai/">Sample egg</a>' in page
    assert '<desc id="year-desserts-desc">Sample sweet: November–February (derived)</desc>' in page


def test_the_page_does_not_depend_on_the_day() -> None:
    page = render(load(SAMPLE).catalogue)["th/seasons/index.md"]
    assert "is-now" not in page
    assert 'class="year-key__now" hidden' in page
