"""An answer of any search is told by its address which record it leads to."""

from __future__ import annotations

import pytest
from benchmarks.search_engines import record_at, records_of


@pytest.mark.parametrize(
    ("address", "record"),
    [
        ("http://127.0.0.1:1/desserts/khanom-tan/", "desserts/khanom-tan"),
        ("http://127.0.0.1:1/en/desserts/khanom-tan/#story", "desserts/khanom-tan"),
        ("http://127.0.0.1:1/en/desserts/khanom-tan/?h=tan", "desserts/khanom-tan"),
        ("/en/vocabulary/glossary/#kuan", "vocabulary/glossary"),
        ("/desserts/", "pages/desserts"),
        ("/en/criteria/", "pages/criteria"),
        ("/about/marks/", "pages/about/marks"),
        ("/en/", "pages/"),
        ("/", "pages/"),
    ],
)
def test_records_by_address(address: str, record: str) -> None:
    assert record_at(address) == record


def test_sections_of_a_page_count_once() -> None:
    assert records_of(["/desserts/tako/", "/desserts/tako/#story", "/desserts/tangme/"]) == [
        "desserts/tako",
        "desserts/tangme",
    ]
