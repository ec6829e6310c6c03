"""The picture of the criteria matrix: bars by strength, circles by number of records."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gastro.catalogue import load
from gastro.catalogue.criteria import standings
from gastro.pages.matrix import HEAD, ROW, Segment, matrix
from gastro.pages.render import render

SAMPLE = Path(__file__).parents[1] / "sample"
PROJECT = Path(__file__).parents[2] / "content"
KINDS = ("desserts", "ingredients", "outcomes")


def test_one_piece_of_evidence_makes_one_segment() -> None:
    found = matrix(standings(load(SAMPLE).catalogue), KINDS)
    row = next(row for row in found.rows if row.standing.term.id == "local-know-how")
    assert row.bar == (Segment("fair", 1, 0.0, 16.0, 22, 28),)
    assert [(circle.kind, circle.count) for circle in row.circles] == [
        ("desserts", 1),
        ("ingredients", 1),
        ("outcomes", 0),
    ]
    assert [circle.radius for circle in row.circles] == [25.0, 25.0, 0.0]


def test_rows_follow_the_criteria_below_the_head() -> None:
    found = matrix(standings(load(SAMPLE).catalogue), KINDS)
    assert [row.y for row in found.rows] == [HEAD + ROW * number for number in range(len(found.rows))]
    assert found.height == HEAD + ROW * len(found.rows)


def test_nothing_recorded_gives_an_empty_picture() -> None:
    assert matrix((), KINDS).rows == ()


def test_segments_of_a_bar_meet_and_stay_within_it() -> None:
    for row in matrix(standings(load(PROJECT).catalogue), KINDS).rows:
        ends = [part.x + part.width for part in row.bar]
        assert [part.x for part in row.bar[1:]] == pytest.approx(ends[:-1])
        assert ends[-1] <= 220.1


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_picture_and_the_table_say_the_same(lang: str) -> None:
    text = render(load(SAMPLE).catalogue)[f"{lang}/criteria/index.md"]
    drawn = {
        id: re.findall(r'data-kind="\w+">(\d+|–)<', body)
        for id, body in re.findall(
            r'<a class="matrix__row"[^>]*data-criterion="([\w-]+)">(.*?)</a>', text, re.S
        )
    }
    tabled = {
        id: [cell.strip() for cell in cells.split("|")[4:-1]]
        for id, cells in re.findall(r"^\| \[[^\]]+\]\(([\w-]+)\.md\) \|(.*)$", text, re.M)
    }
    assert drawn
    assert drawn == tabled
