"""What a calendar can hold: full dates and fixed days, nothing guessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from gastro.catalogue import Catalogue
from gastro.catalogue.festivals import Occasion, last_told, occasions, series, yearly_day
from gastro.records.events import Event

CatalogueOf = Callable[[Mapping[str, str]], Catalogue]


def _event(id: str, more: str, kind: str = "festival") -> dict[str, str]:
    return {f"events/{id}.yml": f"name: {{th: งาน, en: {id}}}\nconfidence: strong\nkind: {kind}\n{more}"}


def _source(id: str, more: str = "") -> dict[str, str]:
    return {f"sources/{id}.yml": f"title: {id}\nlanguage: en\nkind: website\n{more}"}


def _days(catalogue: Catalogue) -> list[tuple[str, date, date, bool]]:
    return [(one.entry.id, one.first, one.last, one.yearly) for one in occasions(catalogue)]


def test_only_what_people_go_to_and_has_full_dates(catalogue_of: CatalogueOf) -> None:
    catalogue = catalogue_of(
        _event("fair", "date: 2022-02-18/2022-02-27\n")
        | _event("contest", "date: 2021-05-17\n", "contest")
        | _event("show", "date: 2024-12-31/2025-01-02\n", "exhibition")
        | _event("some-month", "date: 2022-02\n")
        | _event("some-year", "date: 2022\n")
        | _event("half-a-period", "date: 2022-02-18/2022-03\n")
        | _event("undated", "")
        | _event("meeting", "date: 2021-07-05\n", "meeting")
    )
    assert _days(catalogue) == [
        ("contest", date(2021, 5, 17), date(2021, 5, 17), False),
        ("fair", date(2022, 2, 18), date(2022, 2, 27), False),
        ("show", date(2024, 12, 31), date(2025, 1, 2), False),
    ]


def test_a_fixed_day_returns_from_the_year_the_record_reaches_to(catalogue_of: CatalogueOf) -> None:
    catalogue = catalogue_of(
        _event("song", 'yearly: "04-18"\n')
        | _event("leap", 'yearly: "02-29"\n')
        | _event("words", "yearly: ทุกเดือนเมษายน\n")
        | _event("newest", "date: 2026-02-20/2026-03-01\n")
    )
    assert _days(catalogue) == [
        ("leap", date(2024, 2, 29), date(2024, 2, 29), True),
        ("newest", date(2026, 2, 20), date(2026, 3, 1), False),
        ("song", date(2026, 4, 18), date(2026, 4, 18), True),
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [("04-18", (4, 18)), ("02-29", (2, 29)), ("02-30", None), ("13-01", None), ("April", None), ("4", None)],
)
def test_a_fixed_day_is_a_month_and_a_day(written: str, expected: tuple[int, int] | None) -> None:
    event = Event.model_validate(
        {"name": {"th": "งาน", "en": "fair"}, "confidence": "strong", "kind": "festival", "yearly": written}
    )
    assert yearly_day(event) == expected


def test_a_series_knows_its_editions_and_the_latest_knows_its_series(catalogue_of: CatalogueOf) -> None:
    told = "summary: {th: '[งาน](events/fair)', en: 'Of the [fair](events/fair).'}\n"
    catalogue = catalogue_of(
        _event("fair", "")
        | _event("fair-39", f"date: 2026-02-20/2026-03-01\nedition: 39\n{told}")
        | _event("fair-old", f"date: 2022-02-18/2022-02-27\nedition: 35\n{told}")
        | _event("fair-36", f"edition: 36\n{told}")
        | _event("meeting", f"date: 2026-05-01\n{told}", "meeting")
        | _event("alone", "")
    )
    assert [(one.entry.id, [each.id for each in one.editions]) for one in series(catalogue)] == [
        ("alone", []),
        ("fair", ["fair-old", "fair-39"]),
        ("fair-36", []),
    ]
    latest = {one.entry.id: one.latest_of.id if one.latest_of else None for one in occasions(catalogue)}
    assert latest == {"fair-old": None, "fair-39": "fair"}


def test_the_newest_source_a_record_cites_is_when_it_was_last_told(catalogue_of: CatalogueOf) -> None:
    catalogue = catalogue_of(
        _event("fair", "date: 2022-02-18\nsources: {date: [old, new, bare]}\n")
        | _event("other", "date: 2022-02-18\nsources: {date: [bare]}\n")
        | _source("old", "date: 2022-01\n")
        | _source("new", "date: 2022-03-04\n")
        | _source("bare")
        | _source("uncited", "date: 2026-01-01\n")
    )
    assert last_told(catalogue, catalogue.at("events/fair")) == date(2022, 3, 4)
    assert last_told(catalogue, catalogue.at("events/other")) is None


def test_records_without_events_have_an_empty_calendar(catalogue_of: CatalogueOf) -> None:
    found: tuple[Occasion, ...] = occasions(catalogue_of({}))
    assert found == ()
    assert series(catalogue_of({})) == ()
