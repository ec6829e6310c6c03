"""The road to the designation: the steps that the story of the bid names, as far as the form looks."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from gastro.catalogue.timeline import timeline
from gastro.dossier.annexes.road import closing_day, road
from gastro.dossier.assembly import Writer
from gastro.dossier.document import Paragraph, Picture, Table
from gastro.dossier.filled import Filled, filled
from tests.builds import project_dossier
from tests.dossier.conftest import SITE

SVG = "{http://www.w3.org/2000/svg}"


def writer_of(id: str) -> Writer:
    full = filled(project_dossier().catalogue, id, SITE)
    return Writer(full, "en", full.wording("en"))


@pytest.fixture(scope="module")
def report() -> Writer:
    return writer_of("report-2025")


@pytest.fixture(scope="module")
def application() -> Writer:
    return writer_of("application-2021")


def table_of(writer: Writer) -> list[list[str]]:
    (table,) = (block for block in road(writer) if isinstance(block, Table))
    return [["".join(run.text for run in cell) for cell in row] for row in table.rows]


def test_every_dated_step_of_the_bid_has_a_row(report: Writer) -> None:
    steps = [
        step for year in timeline(report.filled.catalogue).years for step in year.steps if step.of_the_bid
    ]
    rows = table_of(report)
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(steps) + 1)]
    assert [row[2] for row in rows] == [step.entry.name("en") for step in steps]
    assert all(row[3].startswith("[") for row in rows)


def test_numbers_stand_under_the_year_they_began_in(report: Writer) -> None:
    (picture,) = (block for block in road(report) if isinstance(block, Picture))
    shown: dict[str, list[str]] = {}
    for group in ET.fromstring(picture.data).findall(f"{SVG}g"):
        year, *numbers = (text.text or "" for text in group.findall(f"{SVG}text"))
        if year.isdigit():
            shown[year] = numbers
    rows = table_of(report)
    assert sorted(number for numbers in shown.values() for number in numbers) == sorted(
        row[0] for row in rows
    )
    for number, when, *_ in rows:
        (year,) = (year for year, numbers in shown.items() if number in numbers)
        assert year in when
    assert list(shown) == [str(year) for year in range(int(min(shown)), int(max(shown)) + 1)]


def test_the_designation_is_told_apart_by_more_than_colour(report: Writer) -> None:
    (picture,) = (block for block in road(report) if isinstance(block, Picture))
    number = next(row[0] for row in table_of(report) if row[1] == "8 November 2021")
    assert picture.alt.endswith(f" Number {number} is the designation, 8 November 2021.")
    squares = [
        text.text
        for group in ET.fromstring(picture.data).findall(f"{SVG}g")
        for before, text in zip(group, list(group)[1:], strict=False)
        if before.tag == f"{SVG}rect" and before.get("width") == "26"
    ]
    assert squares == [number]


def test_what_is_later_than_the_deadline_is_no_part_of_an_application(application: Writer) -> None:
    assert closing_day(application) == date(2021, 6, 30)
    blocks = list(road(application))
    assert [row[1] for row in table_of(application)] == [
        "9–11 October 2020",
        "14 February 2021",
        "25 June 2021",
    ]
    assert not any(isinstance(block, Picture) for block in blocks)
    (intro,) = (block for block in blocks if isinstance(block, Paragraph))
    assert intro.runs[0].text.startswith(
        "What led to the application and was over by the day the call closed"
    )


def test_a_report_looks_at_all_years(report: Writer) -> None:
    assert closing_day(report) is None


def test_without_a_story_of_the_bid_there_is_no_road(sample: Filled) -> None:
    assert list(road(Writer(sample, "en", sample.wording("en")))) == []
