"""Degrees on the plane: lengths, scale bars, simplified and clipped lines."""

from __future__ import annotations

from math import cos, hypot, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gastro.catalogue.projection import (
    KM_PER_DEGREE,
    Bounds,
    Projection,
    clipped,
    scale_length,
    simplified,
)

PROVINCE = Bounds(99.0, 12.5, 100.2, 13.4)
NUMBERS = st.floats(-50, 50)
POINTS = st.tuples(NUMBERS, NUMBERS)


def test_corners_are_drawn_at_the_corners() -> None:
    drawn = Projection(PROVINCE, 720)
    assert drawn.point(13.4, 99.0) == (0, 0)
    assert drawn.point(12.5, 100.2) == pytest.approx((720, drawn.height))


def test_a_degree_of_longitude_is_shorter_by_the_cosine_of_the_middle() -> None:
    drawn = Projection(PROVINCE, 720)
    assert drawn.per_lon / drawn.per_lat == pytest.approx(cos(radians(12.95)))
    assert drawn.height == pytest.approx(0.9 * 600 / cos(radians(12.95)))


def test_lengths_are_right_within_one_per_cent() -> None:
    """Khao Wang to Cha-am, by the great circle (haversine): 43.4 km."""
    drawn = Projection(PROVINCE, 720)
    start, end = drawn.point(13.1089, 99.9365), drawn.point(12.719, 99.939)
    assert hypot(end[0] - start[0], end[1] - start[1]) / drawn.per_km == pytest.approx(43.36, rel=0.01)
    east, west = drawn.point(12.6, 100.1), drawn.point(12.6, 99.1)
    true = KM_PER_DEGREE * cos(radians(12.6))
    assert (east[0] - west[0]) / drawn.per_km == pytest.approx(true, rel=0.01)


@pytest.mark.parametrize(
    ("most", "expected"), [(1, 1), (1.99, 1), (2, 2), (4.9, 2), (5, 5), (27, 20), (0.7, 0.5), (100, 100)]
)
def test_a_scale_bar_has_a_round_length(most: float, expected: float) -> None:
    assert scale_length(most) == pytest.approx(expected)


def test_bounds_grow_by_kilometres_and_to_a_shape() -> None:
    grown = Bounds(100, 13, 100, 13).grown(1, least=10)
    assert (grown.north - grown.south) * KM_PER_DEGREE == pytest.approx(10)
    shaped = PROVINCE.shaped(2)
    assert Projection(shaped, 400).height == pytest.approx(200)
    assert (shaped.south, shaped.north) == (12.5, 13.4)
    high = PROVINCE.shaped(0.5)
    assert Projection(high, 400).height == pytest.approx(800)
    assert (high.west, high.east) == (99.0, 100.2)


def test_bounds_hold_all_points() -> None:
    assert Bounds.around([(99.5, 13.0), (99.9, 12.7)]) == Bounds(99.5, 12.7, 99.9, 13.0)
    with pytest.raises(ValueError, match="not enough values"):
        Bounds.around([])


def test_what_lies_on_a_line_is_left_out() -> None:
    assert simplified([(0, 0), (1, 0.1), (2, 0), (3, 5), (4, 0)], 0.5) == [(0, 0), (2, 0), (3, 5), (4, 0)]
    assert simplified([(0, 0), (9, 9)], 5) == [(0, 0), (9, 9)]


@given(st.lists(POINTS, min_size=2, max_size=30), st.floats(0.1, 5))
def test_a_simplified_line_keeps_its_ends_and_is_never_longer(
    line: list[tuple[float, float]], tolerance: float
) -> None:
    found = simplified(line, tolerance)
    assert (found[0], found[-1]) == (line[0], line[-1])
    assert len(found) <= len(line)
    assert set(found) <= set(line)


def test_a_ring_is_cut_at_the_edges() -> None:
    ring = [(-5.0, 2.0), (5.0, 2.0), (5.0, 8.0), (-5.0, 8.0)]
    assert sorted(clipped(ring, (0, 0), (10, 10))) == [(0, 2), (0, 8), (5, 2), (5, 8)]
    assert clipped(ring, (20, 20), (30, 30)) == []
    assert sorted(clipped(ring, (-9, -9), (9, 9))) == sorted(ring)


@given(st.lists(POINTS, min_size=3, max_size=12))
def test_nothing_is_left_outside_the_box(ring: list[tuple[float, float]]) -> None:
    for x, y in clipped(ring, (0, 0), (10, 20)):
        assert -1e-6 <= x <= 10 + 1e-6
        assert -1e-6 <= y <= 20 + 1e-6
