"""Groups, labels and paths of drawn maps."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gastro.catalogue.projection import Bounds, Projection
from gastro.pages.map_layout import (
    Wanted,
    base_of,
    grouped_by_distance,
    place_labels,
    text_width,
    written,
)
from gastro.reading.outlines_file import Outlines

PROJECTION = Projection(Bounds(99, 12, 100, 13), 100)
OUTLINES = Outlines(
    (((99.2, 12.2), (99.2, 12.8), (99.8, 12.8), (99.8, 12.2), (99.2, 12.2)),), (((99.8, 11), (99.8, 14)),)
)


@pytest.mark.parametrize(
    ("number", "decimals", "expected"),
    [
        (12.0, 1, "12"),
        (-0.5, 1, "-.5"),
        (0.25, 2, ".25"),
        (3.25, 2, "3.25"),
        (-0.01, 1, "0"),
        (100, 0, "100"),
        (0, 0, "0"),
        (10.04, 1, "10"),
    ],
)
def test_lengths_are_written_short(number: float, decimals: int, expected: str) -> None:
    assert written(number, decimals) == expected


def _points(path: str) -> list[tuple[float, float]]:
    """Follows a path of one ring back to points."""
    assert re.fullmatch(r"M[-\d. ]+l[-\d. ]+z", path)
    numbers = [float(one) for one in re.findall(r"-?\d*\.?\d+", path)]
    x = y = 0.0
    found = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        found.append((round(x, 1), round(y, 1)))
    return found


def test_a_ring_is_drawn_where_its_points_are() -> None:
    province = base_of(OUTLINES, PROJECTION, 0.3).province
    height = PROJECTION.height
    corners = [(20, 0.8 * height), (20, 0.2 * height), (80, 0.2 * height), (80, 0.8 * height)]
    assert _points(province) == [(round(x, 1), pytest.approx(y, abs=0.11)) for x, y in corners]


def test_land_lies_west_of_the_coast_and_is_cut_outside_the_map() -> None:
    land = base_of(OUTLINES, PROJECTION, 0.3).land
    assert {x for x, _ in _points(land)} == {80, -9}
    whole = base_of(OUTLINES, PROJECTION, 0.3, open_sided=True).land
    assert min(x for x, _ in _points(whole)) < -1000


def test_without_outlines_nothing_is_drawn() -> None:
    base = base_of(None, PROJECTION, 1)
    assert (base.land, base.province) == ("", "")


def test_points_join_the_nearest_group_within_reach() -> None:
    points = [(0.0, 0.0), (10.0, 0.0), (4.0, 0.0), (6.0, 0.0), (30.0, 0.0), (10.0, 0.0)]
    assert grouped_by_distance(points, 5) == [[0, 2], [1, 3, 5], [4]]


@given(st.lists(st.tuples(st.floats(0, 99), st.floats(0, 99)), max_size=30), st.floats(1, 40))
def test_groups_hold_every_point_once_and_begin_apart(
    points: list[tuple[float, float]], least: float
) -> None:
    groups = grouped_by_distance(points, least)
    assert sorted(index for group in groups for index in group) == list(range(len(points)))
    heads = [points[group[0]] for group in groups]
    for number, (x, y) in enumerate(heads):
        for other_x, other_y in heads[:number]:
            assert (x - other_x) ** 2 + (y - other_y) ** 2 >= least**2 * (1 - 1e-9)


def test_marks_above_and_below_take_no_room() -> None:
    assert text_width("ที่", 10) == text_width("ท", 10) == text_width("a", 10)


def test_labels_stand_right_of_their_points_else_elsewhere_else_nowhere() -> None:
    one, two = Wanted("aa", 50, 50, 5), Wanted("bb", 60, 50, 5)
    placed = place_labels([one, two], [], 10, 100, 100, always=False)
    assert [(label.text, label.anchor, label.x) for label in placed] == [
        ("aa", "start", 55),
        ("bb", "end", 55),
    ]
    assert place_labels([one], [(0, 0, 100, 100)], 10, 100, 100, always=False) == []


def test_a_label_that_must_be_there_stands_apart_with_a_leader() -> None:
    taken = [(20.0, 20.0, 80.0, 80.0)]
    placed = place_labels([Wanted("aa", 50, 50, 5)], taken, 10, 200, 200, always=True)
    assert placed[0].leader.startswith("M50 50L")
    assert placed[0].x > 80
    crowded = place_labels([Wanted("aa", 50, 50, 5)], [(0, 0, 200, 200)], 10, 200, 200, always=True)
    assert (crowded[0].anchor, crowded[0].leader) == ("start", "")
