"""When pages last changed: their record, their file, or the newest of what they show."""

from __future__ import annotations

from pathlib import Path

import pytest

from gastro.catalogue import Catalogue, load
from gastro.catalogue.changes import Changed
from gastro.pages.render import Setting
from gastro.site.dates import page_dates
from gastro.text.dates import When

SAMPLE = Path(__file__).parents[1] / "sample"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(SAMPLE).catalogue


@pytest.fixture(scope="module")
def dates(catalogue: Catalogue) -> dict[str, str]:
    changes = (
        Changed("desserts/khanom-tua-yang", When.parse("2026-03-01"), new=False),
        Changed("producers/ran-tua-yang", When.parse("2026-03-03"), new=False),
        Changed("places/no-longer-there", When.parse("2026-03-02"), new=False),
        Changed("vocabulary/ties", When.parse("2026-03-04"), new=False),
    )
    written = {"th/about/index.md": When.parse("2026-02-01"), "en/about/marks.md": When.parse("2026-02-02")}
    return page_dates(catalogue, Setting(changes=changes, written=written))


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("desserts/khanom-tua-yang/", "2026-03-01"),
        ("en/desserts/khanom-tua-yang/", "2026-03-01"),
        ("desserts/", "2026-03-01"),
        ("en/places/", "2026-03-02"),
        ("map/", "2026-03-03"),
        ("", "2026-03-03"),
        ("en/", "2026-03-03"),
        ("criteria/", "2026-03-03"),
        ("data/", "2026-03-03"),
        ("vocabulary/ties/", "2026-03-04"),
        ("about/", "2026-02-01"),
        ("en/about/marks/", "2026-02-02"),
    ],
)
def test_a_page_has_its_day(dates: dict[str, str], address: str, day: str) -> None:
    assert dates[address] == day


@pytest.mark.parametrize("address", ["recipes/", "sources/sample-book/", "en/about/", "help/problems/"])
def test_what_is_not_known_has_none(dates: dict[str, str], address: str) -> None:
    assert address not in dates


def test_without_a_history_nothing_has_a_day(catalogue: Catalogue) -> None:
    assert page_dates(catalogue, Setting()) == {}
