"""The timeline of the bid: by date, by year, with what the story of the bid names marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from gastro.catalogue import Catalogue
from gastro.catalogue.timeline import timeline

CatalogueOf = Callable[[Mapping[str, str]], Catalogue]


def _record(address: str, kind: str, date: str = "") -> dict[str, str]:
    dated = f"date: {date}\n" if date else ""
    return {f"{address}.yml": f"name: {{th: ก, en: {address}}}\nconfidence: strong\nkind: {kind}\n{dated}"}


STORY = {
    "stories/road-to-designation.yml": """\
        name: {th: เส้นทาง, en: The road}
        confidence: strong
        sections:
          - id: one
            heading: {th: หนึ่ง, en: One}
            passages: [{id: first, th: เริ่ม, en: It began.}]
        events: [visit, named-activity, title, named-undated]
        outcomes: [named-project]
        """
}


@pytest.fixture
def records() -> dict[str, str]:
    return (
        _record("events/title", "designation", "2021-11-08")
        | _record("events/heritage", "designation", "2021-07-26")
        | _record("events/visit", "visit", "2020-10-09/2020-10-11")
        | _record("events/some-month", "seminar", "2021-07")
        | _record("events/named-activity", "activity", "2024-05-20")
        | _record("events/activity", "activity", "2024-05-21")
        | _record("events/named-undated", "meeting")
        | _record("events/undated", "festival")
        | _record("outcomes/set", "project-set", "2021")
        | _record("outcomes/named-project", "project", "2020/2021")
        | _record("outcomes/paper", "publication", "2021")
    )


def test_it_goes_by_date_and_the_less_exact_comes_first(
    catalogue_of: CatalogueOf, records: dict[str, str]
) -> None:
    found = timeline(catalogue_of(records | STORY))
    assert [(year.year, [step.entry.id for step in year.steps]) for year in found.years] == [
        (2020, ["named-project", "visit"]),
        (2021, ["set", "some-month", "heritage", "title"]),
        (2024, ["named-activity"]),
    ]
    assert [entry.id for entry in found.undated] == ["named-undated"]


def test_what_the_story_names_is_of_the_bid_and_one_of_it_is_the_designation(
    catalogue_of: CatalogueOf, records: dict[str, str]
) -> None:
    steps = [step for year in timeline(catalogue_of(records | STORY)).years for step in year.steps]
    assert {step.entry.id for step in steps if step.of_the_bid} == {
        "named-project",
        "visit",
        "title",
        "named-activity",
    }
    assert [step.entry.id for step in steps if step.is_designation] == ["title"]


def test_without_the_story_nothing_is_marked(catalogue_of: CatalogueOf, records: dict[str, str]) -> None:
    found = timeline(catalogue_of(records))
    steps = [step for year in found.years for step in year.steps]
    assert [step.entry.id for step in steps] == ["visit", "set", "some-month", "heritage", "title"]
    assert not any(step.of_the_bid or step.is_designation for step in steps)
    assert found.undated == ()
