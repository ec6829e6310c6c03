"""From degrees to the plane of a drawn map.

The projection is equirectangular: a degree of longitude is drawn cos(mean latitude) times
as long as one of latitude, so that lengths are true in the middle of the map. On a sphere
of 6,371 km, over a province of 120 km, they are wrong by less than one per cent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, floor, hypot, log10, pi, radians

Point = tuple[float, float]
KM_PER_DEGREE = pi * 6371 / 180


@dataclass(frozen=True, slots=True)
class Bounds:
    """A part of the world, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @staticmethod
    def around(points: Iterable[Point]) -> Bounds:
        """The smallest bounds that hold all (longitude, latitude); raises ValueError for none."""
        lons, lats = zip(*points, strict=True)
        return Bounds(min(lons), min(lats), max(lons), max(lats))

    def grown(self, km: float, *, least: float = 0) -> Bounds:
        """Wider by ``km`` on each side, and at least ``least`` km wide and high."""
        middle = (self.south + self.north) / 2
        up = max(km, (least - (self.north - self.south) * KM_PER_DEGREE) / 2) / KM_PER_DEGREE
        per_degree = KM_PER_DEGREE * cos(radians(middle))
        aside = max(km, (least - (self.east - self.west) * per_degree) / 2) / per_degree
        return Bounds(self.west - aside, self.south - up, self.east + aside, self.north + up)

    def shaped(self, ratio: float) -> Bounds:
        """Wider or higher, so that it is ``ratio`` times as wide as high when drawn."""
        narrow = cos(radians((self.south + self.north) / 2))
        width, height = (self.east - self.west) * narrow, self.north - self.south
        aside = max(0.0, height * ratio - width) / narrow / 2
        up = max(0.0, width / ratio - height) / 2
        return Bounds(self.west - aside, self.south - up, self.east + aside, self.north + up)


@dataclass(frozen=True, slots=True)
class Projection:
    """Bounds drawn ``width`` units wide; x grows to the east, y to the south."""

    bounds: Bounds
    width: float

    @property
    def per_lon(self) -> float:
        """Units in a degree of longitude."""
        return self.width / (self.bounds.east - self.bounds.west)

    @property
    def per_lat(self) -> float:
        """Units in a degree of latitude."""
        return self.per_lon / cos(radians((self.bounds.south + self.bounds.north) / 2))

    @property
    def height(self) -> float:
        """Height of the map in units."""
        return (self.bounds.north - self.bounds.south) * self.per_lat

    @property
    def per_km(self) -> float:
        """Units in a kilometre."""
        return self.per_lat / KM_PER_DEGREE

    def point(self, lat: float, lon: float) -> Point:
        """Where a point of the Earth is drawn."""
        return (lon - self.bounds.west) * self.per_lon, (self.bounds.north - lat) * self.per_lat

    def line(self, line: Iterable[Point]) -> list[Point]:
        """A line of (longitude, latitude), drawn."""
        return [self.point(lat, lon) for lon, lat in line]


def scale_length(most: float) -> float:
    """The longest of 1, 2, 5, 10, 20, 50 … that is at most ``most`` (above 0)."""
    power = 10.0 ** floor(log10(most))
    return max(step * power for step in (1, 2, 5) if step * power <= most * (1 + 1e-9))


def simplified(line: Sequence[Point], tolerance: float) -> list[Point]:
    """The line with points left out that lie within ``tolerance`` of it (Douglas and Peucker)."""
    if len(line) < 3:
        return list(line)
    keep = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        away = [(_distance(line[at], line[first], line[last]), at) for at in range(first + 1, last)]
        farthest, at = max(away, default=(0.0, first))
        if farthest > tolerance:
            keep.add(at)
            spans += [(first, at), (at, last)]
    return [line[at] for at in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    if length == 0:
        return hypot(point[0] - start[0], point[1] - start[1])
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length
    along = min(1.0, max(0.0, along))
    return hypot(point[0] - start[0] - along * dx, point[1] - start[1] - along * dy)


def clipped(ring: Sequence[Point], low: Point, high: Point) -> list[Point]:
    """What of a ring lies in the box from ``low`` to ``high`` (Sutherland and Hodgman)."""
    found = list(ring)
    for axis in (0, 1):
        for sign, edge in ((1, low[axis]), (-1, -high[axis])):
            found = _cut(found, axis, sign, edge)
    return found


def _cut(ring: list[Point], axis: int, sign: int, edge: float) -> list[Point]:
    kept: list[Point] = []
    for before, here in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
        a, b = sign * before[axis] - edge, sign * here[axis] - edge
        if (a < 0) != (b < 0):
            part = a / (a - b)
            kept.append((before[0] + part * (here[0] - before[0]), before[1] + part * (here[1] - before[1])))
        if b >= 0:
            kept.append(here)
    return kept
