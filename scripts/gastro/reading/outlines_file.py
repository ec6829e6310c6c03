"""Reads the outlines of the map: the province and the coast, from GeoJSON (RFC 7946, WGS 84)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from gastro.problems import Problem, Spot, problem

OUTLINES_FILE: Final = "map/outlines.geojson"
Point = tuple[float, float]
"""Longitude and latitude in degrees, as GeoJSON has them."""
Line = tuple[Point, ...]


@dataclass(frozen=True, eq=False)
class Outlines:
    """``province``: closed outer rings. ``coast``: lines that run northwards, the sea to their east."""

    province: tuple[Line, ...]
    coast: tuple[Line, ...]


class _Unreadable(Exception):
    def __init__(self, th: str, en: str) -> None:
        super().__init__(en)
        self.th, self.en = th, en


def read_outlines(content: Path) -> tuple[Outlines | None, list[Problem]]:
    """The outlines in ``content``: None where there are none, or they cannot be read (with a problem)."""
    file = content / OUTLINES_FILE
    if not file.is_file():
        return None, []
    try:
        return _outlines(file), []
    except _Unreadable as error:
        values = {"reason_th": error.th, "reason_en": error.en}
        return None, [problem("outlines-unreadable", OUTLINES_FILE, Spot(), **values)]


def _outlines(file: Path) -> Outlines:
    try:
        tree = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, RecursionError) as error:
        raise _Unreadable("เปิดไฟล์ไม่ได้", f"{type(error).__name__}") from error
    except ValueError as error:
        raise _Unreadable(f"ไม่ใช่ JSON: {error}", f"not JSON: {error}") from error
    found: dict[str, list[Line]] = {"province": [], "coast": []}
    for kind, geometry in _features(tree):
        if kind == "province" and geometry.get("type") == "Polygon":
            found[kind].append(_line(_first(geometry.get("coordinates")), least=4))
        elif kind == "coast" and geometry.get("type") == "LineString":
            found[kind].append(_line(geometry.get("coordinates"), least=2))
        else:
            shown = f"{kind}: {geometry.get('type')}"
            raise _Unreadable(f"ไม่รู้จักรูป {shown}", f"a feature of no known kind ({shown})")
    if not found["province"]:
        raise _Unreadable("ไม่มีเขตจังหวัด", "no outline of the province")
    return Outlines(tuple(found["province"]), tuple(map(_northwards, found["coast"])))


def _features(tree: Any) -> list[tuple[str, dict[str, Any]]]:
    features = tree.get("features") if isinstance(tree, dict) else None
    if not isinstance(features, list):
        raise _Unreadable("ไม่มี features", "there are no features")
    found = []
    for feature in features:
        properties = feature.get("properties") if isinstance(feature, dict) else None
        geometry = feature.get("geometry") if isinstance(feature, dict) else None
        if not isinstance(properties, dict) or not isinstance(geometry, dict):
            raise _Unreadable("รูปไม่มี properties หรือ geometry", "a feature without properties or geometry")
        found.append((str(properties.get("kind")), geometry))
    return found


def _first(rings: Any) -> Any:
    return rings[0] if isinstance(rings, list) and rings else None


def _line(pairs: Any, *, least: int) -> Line:
    if not isinstance(pairs, list) or len(pairs) < least:
        raise _Unreadable("เส้นสั้นเกินไป", "a line with too few points")
    return tuple(map(_point, pairs))


def _point(pair: Any) -> Point:
    if (
        not isinstance(pair, list)
        or len(pair) < 2
        or not all(type(number) in (int, float) for number in pair[:2])
    ):
        raise _Unreadable(f"จุดไม่ใช่ตัวเลขสองตัว: {pair}", f"a point that is not two numbers: {pair}")
    lon, lat = float(pair[0]), float(pair[1])
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise _Unreadable(f"จุดอยู่นอกโลก: {pair}", f"a point that is nowhere on Earth: {pair}")
    return lon, lat


def _northwards(line: Line) -> Line:
    return line if line[0][1] <= line[-1][1] else line[::-1]
