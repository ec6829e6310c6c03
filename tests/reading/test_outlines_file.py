"""Outlines of the map: read as they are, or refused with a reason in both languages."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from gastro.reading.outlines_file import OUTLINES_FILE, read_outlines
from tests.builds import project_records

RING = [[99, 12], [100, 12], [100, 13], [99, 12]]


def _feature(kind: str, type: str, coordinates: object) -> dict[str, object]:
    geometry = {"type": type, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"kind": kind}, "geometry": geometry}


PROVINCE = _feature("province", "Polygon", [RING])


def _write(folder: Path, text: str) -> Path:
    file = folder / OUTLINES_FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder


def _collection(*features: object) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})


def test_a_content_without_outlines_is_sound(tmp_path: Path) -> None:
    assert read_outlines(tmp_path) == (None, [])


def test_rings_and_lines_are_read_and_coasts_run_northwards(tmp_path: Path) -> None:
    coast = _feature("coast", "LineString", [[100, 13.5], [100.1, 13, 4.2], [100, 12.5]])
    outlines, problems = read_outlines(_write(tmp_path, _collection(PROVINCE, coast)))
    assert problems == []
    assert outlines is not None
    assert outlines.province == (((99, 12), (100, 12), (100, 13), (99, 12)),)
    assert outlines.coast == (((100, 12.5), (100.1, 13), (100, 13.5)),)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "not JSON"),
        ("[]", "there are no features"),
        ('{"features": [3]}', "without properties"),
        (_collection(), "no outline of the province"),
        (_collection(_feature("river", "LineString", [[99, 12], [99, 13]])), "river: LineString"),
        (_collection(_feature("province", "Polygon", [])), "too few points"),
        (_collection(_feature("province", "Polygon", [RING[:2]])), "too few points"),
        (_collection(_feature("province", "Polygon", [[[99, "x"]] * 4])), "not two numbers"),
        (_collection(_feature("province", "Polygon", [[[99, True]] * 4])), "not two numbers"),
        (_collection(_feature("province", "Polygon", [[[13, 99]] * 4])), "nowhere on Earth"),
        ("[" * 100_000, "RecursionError"),
    ],
)
def test_what_is_broken_is_a_problem_of_the_file(text: str, reason: str, tmp_path: Path) -> None:
    outlines, problems = read_outlines(_write(tmp_path, text))
    assert outlines is None
    assert [(one.code, one.path) for one in problems] == [("outlines-unreadable", OUTLINES_FILE)]
    assert reason in problems[0].message.en
    assert problems[0].message.th != problems[0].message.en


def test_bytes_that_are_no_text_are_a_problem(tmp_path: Path) -> None:
    _write(tmp_path, "")
    (tmp_path / OUTLINES_FILE).write_bytes(b"\xff\xfe\x00")
    assert [one.code for one in read_outlines(tmp_path)[1]] == ["outlines-unreadable"]


def test_every_point_of_the_projects_records_lies_in_the_province() -> None:
    """As content/map/README.md says."""
    catalogue = project_records().catalogue
    assert catalogue.outlines is not None
    outside = [
        entry.address
        for entry in (*catalogue.of("places"), *catalogue.of("producers"))
        if (point := getattr(entry.record, "coordinates", None))
        and not any(_holds(ring, point.lon, point.lat) for ring in catalogue.outlines.province)
    ]
    assert outside == []


def _holds(ring: tuple[tuple[float, float], ...], x: float, y: float) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
